//! What goes without a sale; what moved a product; what it is worth.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::find::{QUANTITY_ID, Shelf};
use super::super::loss::{Losing, Message};
use super::super::moves::{self, Moving, SPANS};
use super::{beside_rail, framed, has, hits, refused, search, waiting};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Element, Row, button, chip, empty, field, pages, segmented, table, text,
};
use crate::domain::Quantity;
use crate::domain::stock::{LossKind, LossReason, StockId};
use crate::i18n::I18n;
use crate::printing::stock::{document_words, kind_words, note_words};
use crate::store::stock::{Moved, Moves, StockItem};

const MOVES: table::Table<6> = table::Table([
    table::fixed(120.0),
    table::share(5),
    table::share(10),
    table::share(4),
    table::fixed(80.0).end(),
    table::fixed(64.0).end(),
]);

impl Losing {
    pub(super) fn view<'a>(
        &'a self,
        shelf: &'a Shelf,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let chosen = self.product.and_then(|product| shelf.get(product));
        let body: Element<'a, Message> = match chosen {
            _ if !self.query.trim().is_empty() => {
                hits(shelf, &self.query, words, Message::ProductPressed)
            }
            None => {
                let (none, todo) = ("stock-loss-none", "stock-loss-none-todo");
                empty(Icon::PackageX, words.text(none), words.text(todo), None)
            }
            Some(item) => self.form(item, shelf, words),
        };
        let column = Column::new()
            .spacing(space::M)
            .push(search(&self.query, words, Message::QueryTyped))
            .push(container(body).height(Length::Fill))
            .push(refused(self.refused.as_deref()))
            .push(chosen.map(|_| self.foot(shelf, words)));
        framed(column)
    }

    fn form<'a>(
        &'a self,
        item: &'a StockItem,
        shelf: &'a Shelf,
        words: &I18n,
    ) -> Element<'a, Message> {
        let stock = words.text_with("stock-has", &[("stock", has(item, words).into())]);
        let kinds = LossKind::ALL.map(|kind| {
            let key = format!("stock-loss-{}", kind.code().replace('_', "-"));
            (words.text(&key), kind)
        });
        let reasons = self.kind.reasons().iter().map(|reason| {
            let chosen = self.reason == Some(*reason);
            chip::choice(
                reason_words(*reason, words),
                chosen,
                Message::ReasonChosen(*reason),
            )
        });
        let quantity = field(&words.text("stock-col-quantity"), &self.quantity)
            .id(QUANTITY_ID)
            .on_input(Message::QuantityTyped);
        let note = field(&words.text("stock-loss-note"), &self.note).on_input(Message::NoteTyped);
        let cost = self.cost(Some(shelf)).map_or_else(
            || words.text("stock-loss-no-cost"),
            |cost| words.text_with("stock-loss-cost", &[("cost", cost.into())]),
        );
        let head = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(text::title(item.name.as_str()).width(Length::Fill))
            .push(text::body(stock).style(style::muted));
        let much = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(container(quantity).width(140.0))
            .push(text::lead(cost))
            .push(gap::horizontal())
            .push(segmented(kinds, &self.kind, Message::KindChosen));
        let column = Column::new()
            .spacing(space::M)
            .push(head)
            .push(much)
            .push(text::strong(words.text("stock-loss-why")))
            .push(chip::flow(reasons))
            .push(note);
        beside_rail(column)
    }

    fn foot<'a>(&'a self, shelf: &'a Shelf, words: &I18n) -> Element<'a, Message> {
        let whole = self
            .whole(Some(shelf), StockId(uuid::Uuid::nil()))
            .is_some();
        let fault = (self.tried && !whole).then(|| {
            Row::new()
                .spacing(space::XS)
                .align_y(Alignment::Center)
                .push(icon(Icon::CircleAlert, size::ICON).style(style::danger_ink))
                .push(text::body(words.text(self.fault())).style(style::danger_ink))
        });
        let write = button::danger(words.text("stock-loss-write"))
            .icon(Icon::PackageX)
            .tall()
            .on_press_maybe((!self.busy).then_some(Message::Confirmed));
        Row::new()
            .align_y(Alignment::Center)
            .push(fault)
            .push(gap::horizontal())
            .push(Element::from(write))
            .into()
    }

    fn fault(&self) -> &'static str {
        match (self.reason, Quantity::parse(&self.quantity)) {
            (None, _) => "stock-loss-fault-reason",
            (Some(LossReason::Other), Ok(_)) => "stock-loss-fault-note",
            _ => "stock-failed-quantity",
        }
    }
}

fn reason_words(reason: LossReason, words: &I18n) -> String {
    words.text(&format!("stock-reason-{}", reason.code().replace('_', "-")))
}

impl Moving {
    pub(super) fn view<'a>(
        &'a self,
        shelf: &'a Shelf,
        context: &Context<'a>,
    ) -> Element<'a, moves::Message> {
        let words = context.words;
        let spans = SPANS.map(|days| {
            let told = [("days", days.into())];
            (words.text_with("stock-days", &told), days)
        });
        let top = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(search(&self.query, words, moves::Message::QueryTyped))
            .push(segmented(spans, &self.days, moves::Message::DaysChosen));
        let chosen = self.product.and_then(|product| shelf.get(product));
        let body = match (chosen, self.shown()) {
            _ if !self.query.trim().is_empty() => {
                hits(shelf, &self.query, words, moves::Message::ProductPressed)
            }
            (None, _) => {
                let (none, todo) = ("stock-moves-none", "stock-moves-none-todo");
                empty(Icon::History, words.text(none), words.text(todo), None)
            }
            (Some(_), None) => waiting(words),
            (Some(item), Some((_, moves))) => self.list(item, moves, context),
        };
        let column = Column::new()
            .spacing(space::M)
            .push(top)
            .push(container(body).height(Length::Fill));
        framed(column)
    }

    fn list<'a>(
        &'a self,
        item: &'a StockItem,
        of: &'a Moves,
        context: &Context<'a>,
    ) -> Element<'a, moves::Message> {
        let words = context.words;
        let told = [("before", of.before.into()), ("now", of.now.into())];
        let save = button::secondary(words.text("stock-save"))
            .icon(Icon::FileSpreadsheet)
            .on_press(moves::Message::SavePressed);
        let said = Column::new()
            .width(Length::Fill)
            .push(text::title(item.name.as_str()))
            .push(text::small(words.text_with("stock-moves-from-to", &told)).style(style::muted));
        let head = Row::new()
            .align_y(Alignment::Center)
            .push(said)
            .push(Element::from(save));
        if of.moves.is_empty() {
            let (none, todo) = ("stock-moves-quiet", "stock-moves-quiet-todo");
            let quiet = empty(Icon::History, words.text(none), words.text(todo), None);
            return Column::new().push(head).push(quiet).into();
        }
        let labels = MOVES.head([
            words.text("stock-col-day"),
            words.text("stock-col-kind"),
            words.text("stock-col-document"),
            words.text("stock-col-who"),
            words.text("stock-col-quantity"),
            words.text("stock-col-balance"),
        ]);
        let shown = moves::SHOWN_MAX;
        let rows = of.moves.iter().skip(self.page * shown).take(shown);
        let rows = rows.map(|moved| row(moved, context));
        let turn = pages(
            self.page,
            shown,
            of.moves.len(),
            words,
            moves::Message::PageTurned,
        );
        Column::new()
            .spacing(space::XS)
            .push(head)
            .push(labels)
            .push(beside_rail(table::rows(rows)))
            .push(turn)
            .into()
    }
}

fn row<'a>(of: &'a Moved, context: &Context<'a>) -> Element<'a, moves::Message> {
    let words = context.words;
    let at = context
        .now
        .plus_millis(of.at.0.saturating_sub(context.now.at.0));
    let note = note_words(of, words);
    let note = (!note.is_empty()).then(|| text::small(note).style(style::muted));
    let document = Column::new()
        .push(text::body(document_words(of, words)))
        .push(note);
    let sign = match of.quantity > Quantity::ZERO {
        true => "+",
        false => "",
    };
    MOVES.tall_row([
        text::small(words.date_time(at)).style(style::muted).into(),
        text::strong(kind_words(of, words)).into(),
        document.into(),
        text::small(of.who.clone().unwrap_or_default())
            .style(style::muted)
            .into(),
        text::lead(format!("{sign}{}", words.quantity(of.quantity))).into(),
        text::lead(words.quantity(of.balance)).into(),
    ])
}
