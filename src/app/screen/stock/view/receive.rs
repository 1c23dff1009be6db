//! A purchase: its head, its lines, what they come to.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length, Size};

use super::super::find::Shelf;
use super::super::receive::{Asked, Fault, Field, Message, Receive};
use super::{LOW, beside_rail, framed, hits, refused, search};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{control, size, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Row, button, chip, empty, field, segmented, table, text,
};
use crate::domain::Money;
use crate::domain::ruc::BadRuc;
use crate::domain::stock::{BadLine, DraftLine, PurchaseLine, unit_cost};
use crate::i18n::I18n;
use crate::store::stock::PastPurchase;

/// Room for a quantity and a cost, in logical pixels.
const QUANTITY_WIDTH: f32 = 104.0;
const COST_WIDTH: f32 = 140.0;
const OTHER_WIDTH: f32 = 132.0;

/// Narrower than this, the head of a purchase has two rows, in logical pixels.
const NARROW: f32 = 800.0;

const PAST: table::Table<5> = table::Table([
    table::fixed(100.0),
    table::share(5),
    table::share(7),
    table::share(4),
    table::fixed(110.0).end(),
]);

impl Receive {
    pub(super) fn view<'a>(
        &'a self,
        shelf: &'a Shelf,
        room: Size,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let low = room.height < LOW;
        let list = if !self.query.trim().is_empty() {
            hits(shelf, &self.query, words, Message::ProductPressed)
        } else if self.draft.lines.is_empty() {
            self.before(words)
        } else {
            self.lines_view(shelf, words)
        };
        let column = Column::new()
            .spacing(space::M)
            .push(self.head(low, room, words))
            .push(self.finder(words))
            .push(container(list).height(Length::Fill))
            .push(refused(self.refused.as_deref()))
            .push(self.foot(shelf, words));
        framed(column)
    }

    fn head<'a>(&'a self, low: bool, room: Size, words: &I18n) -> Element<'a, Message> {
        let input = |key: &str, value: &'a str, of: Field, wrong: bool| {
            let input =
                field(&words.text(key), value).on_input(move |text| Message::Typed(of, text));
            match wrong {
                true => input.style(control::wrong_field),
                false => input,
            }
        };
        let draft = &self.draft;
        let ruc = self.ruc_fault().is_some();
        let missing = |text: &str| self.tried && text.trim().is_empty();
        let total = self.tried && self.total().is_none();
        let parts = [
            (
                4,
                input(
                    "stock-supplier",
                    &draft.supplier,
                    Field::Supplier,
                    missing(&draft.supplier),
                ),
            ),
            (4, input("stock-ruc", &draft.ruc, Field::Ruc, ruc)),
            (
                4,
                input(
                    "stock-document",
                    &draft.document,
                    Field::Document,
                    missing(&draft.document),
                ),
            ),
            (4, input("stock-total", &draft.total, Field::Total, total)),
        ];
        let fields = parts
            .into_iter()
            .map(|(share, input)| container(input).width(Length::FillPortion(share)).into());
        let mut fields: Vec<Element<'a, Message>> = fields.collect();
        let papers = Row::with_children(fields.split_off(2)).spacing(space::S);
        let whose = Row::with_children(fields).spacing(space::S);
        // Each half keeps room for what its empty fields say.
        let fields: Element<'a, Message> = match room.width < NARROW {
            true => Column::new()
                .spacing(space::S)
                .push(whose)
                .push(papers)
                .into(),
            false => Row::new().spacing(space::S).push(whose).push(papers).into(),
        };
        let typed = !draft.supplier.trim().is_empty();
        let offered = self.offered();
        // With nothing typed those known are offered where there is room for it.
        let offers = !offered.is_empty() && (typed || (!low && draft.is_empty()));
        let chips = offered.into_iter().enumerate().map(|(place, of)| {
            chip::choice(of.name.clone(), false, Message::SupplierPressed(place))
        });
        let chips = offers.then(|| chip::flow(chips));
        Column::new()
            .spacing(space::S)
            .push(fields)
            .push(chips)
            .into()
    }

    fn finder<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let choices = [
            (words.text("stock-cost-each"), true),
            (words.text("stock-cost-total"), false),
        ];
        Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(search(&self.query, words, Message::QueryTyped))
            .push(segmented(choices, &self.draft.each, Message::EachChosen))
            .into()
    }

    /// What came in before, while nothing is typed.
    fn before<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        if self.past.is_empty() {
            let (none, todo) = ("stock-no-lines", "stock-no-lines-todo");
            return empty(Icon::PackagePlus, words.text(none), words.text(todo), None);
        }
        let head = PAST.head([
            words.text("stock-col-day"),
            words.text("stock-supplier"),
            words.text("stock-col-document"),
            words.text("stock-col-who"),
            words.text("stock-col-total"),
        ]);
        let rows = self.past.iter().map(|of| past(of, words));
        Column::new()
            .push(text::strong(words.text("stock-past")))
            .push(head)
            .push(beside_rail(table::rows(rows)))
            .into()
    }

    fn lines_view<'a>(&'a self, shelf: &'a Shelf, words: &I18n) -> Element<'a, Message> {
        let read = self.lines(Some(shelf));
        let lines = self.draft.lines.iter().zip(read).enumerate();
        let rows =
            lines.map(|(place, (line, read))| self.line_view(place, line, read, shelf, words));
        let head = Row::new()
            .spacing(space::M)
            .padding(iced::Padding::ZERO.right(space::L))
            .push(quiet(words.text("stock-col-product"), Length::Fill))
            .push(quiet(words.text("stock-col-quantity"), QUANTITY_WIDTH))
            .push(quiet(words.text(self.cost_key()), COST_WIDTH))
            .push(quiet(words.text(self.other_key()), OTHER_WIDTH))
            .push(gap().width(48.0));
        let rows = Column::with_children(rows).spacing(space::S);
        Column::new()
            .spacing(space::XS)
            .push(head)
            .push(beside_rail(rows))
            .into()
    }

    const fn cost_key(&self) -> &'static str {
        match self.draft.each {
            true => "stock-cost-each",
            false => "stock-cost-total",
        }
    }

    const fn other_key(&self) -> &'static str {
        match self.draft.each {
            true => "stock-cost-total",
            false => "stock-cost-each",
        }
    }

    fn line_view<'a>(
        &'a self,
        place: usize,
        line: &'a DraftLine,
        read: Result<PurchaseLine, BadLine>,
        shelf: &'a Shelf,
        words: &I18n,
    ) -> Element<'a, Message> {
        let item = shelf.get(line.product);
        let name = item.map_or("", |item| item.name.as_str());
        let last = item.and_then(|item| item.cost);
        let last = last.map(|cost| {
            let told = [("cost", words.money(cost).into())];
            text::small(words.text_with("stock-last-cost", &told)).style(style::muted)
        });
        let wrong = |bad: bool| self.tried && bad;
        let quantity = field(&words.text("stock-col-quantity"), &line.quantity)
            .on_input(move |text| Message::QuantityTyped(place, text));
        let quantity = match wrong(matches!(read, Err(BadLine::Quantity(_)))) {
            true => quantity.style(control::wrong_field),
            false => quantity,
        };
        let cost = field(&words.money(Money::ZERO), &line.cost)
            .on_input(move |text| Message::CostTyped(place, text));
        let cost = match wrong(read == Err(BadLine::Cost)) {
            true => cost.style(control::wrong_field),
            false => cost,
        };
        let other = read.ok().and_then(|line| match self.draft.each {
            true => Some(line.cost()),
            false => unit_cost(line.cost(), line.quantity()),
        });
        let other = other.map_or_else(|| "–".to_owned(), |other| words.money(other));
        let product = Column::new()
            .width(Length::Fill)
            .push(text::strong(name))
            .push(last);
        Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(product)
            .push(container(quantity).width(QUANTITY_WIDTH))
            .push(container(cost).width(COST_WIDTH))
            .push(container(text::lead(other)).width(OTHER_WIDTH))
            .push(button::icon_only(Icon::X).on_press(Message::LinePressedAway(place)))
            .into()
    }

    fn foot<'a>(&'a self, shelf: &'a Shelf, words: &I18n) -> Element<'a, Message> {
        let sum = self.sum(Some(shelf));
        let said = words.text_with("stock-sum", &[("sum", sum.into())]);
        let compared = self.total().filter(|_| !self.draft.lines.is_empty());
        let compared = compared.map(|total| {
            if sum == total {
                Row::new()
                    .spacing(space::XS)
                    .align_y(Alignment::Center)
                    .push(icon(Icon::CircleCheck, size::ICON).style(style::ok_ink))
                    .push(text::body(words.text("stock-sum-equal")).style(style::ok_ink))
            } else {
                let told = [("difference", words.money(total - sum).into())];
                let said = words.text_with("stock-sum-differs", &told);
                Row::new()
                    .spacing(space::XS)
                    .align_y(Alignment::Center)
                    .push(icon(Icon::TriangleAlert, size::ICON).style(style::caution_ink))
                    .push(text::body(said).style(style::caution_ink))
            }
        });
        let fault = self.fault(Some(shelf)).filter(|_| self.tried);
        let fault = fault.map(|fault| {
            Row::new()
                .spacing(space::XS)
                .align_y(Alignment::Center)
                .push(icon(Icon::CircleAlert, size::ICON).style(style::danger_ink))
                .push(text::body(fault_words(fault, words)).style(style::danger_ink))
        });
        let state = fault.or(compared);
        let said = Column::new()
            .width(Length::Fill)
            .push(text::figure(said))
            .push(state);
        let busy = self.busy;
        let clear = (!busy && !self.draft.is_empty()).then_some(Message::ClearPressed);
        let receive = button::primary(words.text("stock-receive"))
            .icon(Icon::PackagePlus)
            .tall()
            .on_press_maybe((!busy).then_some(Message::ReceivePressed));
        let clear = button::secondary(words.text("stock-clear"))
            .tall()
            .on_press_maybe(clear);
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(said)
            .push(Element::from(clear))
            .push(Element::from(receive))
            .into()
    }

    pub(super) fn dialog<'a>(&'a self, context: &Context<'a>) -> Option<Dialog<'a, Message>> {
        let words = context.words;
        let (title, what, yes) = match self.asked? {
            Asked::Differs { sum, total } => {
                let told = [("sum", sum.into()), ("total", total.into())];
                let what = words.text_with("stock-differs-what", &told);
                ("stock-differs", what, "stock-receive-anyway")
            }
            Asked::Clear => (
                "stock-clear-title",
                words.text("stock-clear-what"),
                "stock-clear",
            ),
        };
        let content = Column::new()
            .spacing(space::M)
            .push(text::title(words.text(title)))
            .push(text::body(what));
        let no = button::secondary(words.text("stock-back"))
            .tall()
            .on_press(Message::Dismissed);
        let yes = match self.asked? {
            Asked::Differs { .. } => button::primary(words.text(yes)).icon(Icon::PackagePlus),
            Asked::Clear => button::danger(words.text(yes)).icon(Icon::Trash),
        };
        let yes = yes.tall().on_press(Message::AgreedPressed);
        let foot = Row::new()
            .spacing(space::S)
            .push(gap::horizontal())
            .push(Element::from(no))
            .push(Element::from(yes));
        Some(Dialog::new(content).foot(foot))
    }
}

fn quiet<'a, M: 'a>(label: String, width: impl Into<Length>) -> Element<'a, M> {
    container(text::small(label).style(style::muted))
        .width(width)
        .into()
}

fn past<'a>(of: &'a PastPurchase, words: &I18n) -> Element<'a, Message> {
    PAST.row([
        text::body(words.date(of.day)).style(style::muted).into(),
        text::strong(of.supplier.as_str()).into(),
        text::body(of.document.as_str()).into(),
        text::small(of.who.as_str()).style(style::muted).into(),
        text::body(words.money(of.total)).into(),
    ])
}

fn fault_words(fault: Fault, words: &I18n) -> String {
    let line = |place: usize| [("line", (place + 1).into())];
    match fault {
        Fault::NoSupplier => words.text("stock-fault-supplier"),
        Fault::Ruc(BadRuc::Form) => words.text("stock-fault-ruc"),
        Fault::Ruc(BadRuc::CheckDigit(right)) => {
            words.text_with("stock-fault-ruc-digit", &[("digit", right.into())])
        }
        Fault::NoDocument => words.text("stock-fault-document"),
        Fault::Total => words.text("stock-fault-total"),
        Fault::Empty => words.text("stock-fault-empty"),
        Fault::TooLong => words.text("stock-fault-too-long"),
        Fault::Line(place, BadLine::Quantity(_)) => {
            words.text_with("stock-fault-quantity", &line(place))
        }
        Fault::Line(place, BadLine::Cost) => words.text_with("stock-fault-cost", &line(place)),
    }
}
