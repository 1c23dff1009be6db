//! The right side: lines, totals, ways to pay; after a sale, the change.

use iced::widget::{container, rule, scrollable, space as gap};
use iced::{Alignment, Length, Padding};

use crate::app::icon::{Icon, icon};
use crate::app::screen::checkout::message::{Message, Part, Target, Way};
use crate::app::screen::checkout::{Context, Done, Screen, words};
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, amount, banner, button, card, clamp, empty, press, scroll, stepper,
    table, text,
};
use crate::domain::cart::{Conflict, Line, Totals};
use crate::domain::catalogue::Unit;
use crate::domain::diet::Response;
use crate::domain::tax::Rate;

impl Screen {
    /// Whether the change of the last sale stands where the cart was.
    pub(super) fn is_paid(&self) -> bool {
        self.done.is_some() && self.cart().lines().is_empty()
    }

    pub(super) fn cart_or_done<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let lines = self.cart().lines();
        let body = match &self.done {
            Some(done) if lines.is_empty() => return paid(done, context),
            _ if lines.is_empty() => empty(
                Icon::ShoppingBasket,
                words.text("cart-empty"),
                words.text("cart-empty-todo"),
                None,
            ),
            _ => {
                let (policy, day) = (&context.rules.policy, context.rules.day);
                let barred = self.cart().conflicts(policy, day);
                let rows = lines.iter().map(|line| {
                    let barred = barred.iter().find(|conflict| conflict.line == line.id());
                    self.line(line, barred.map(Conflict::response), context)
                });
                scroll(table::rows(rows))
                    .direction(thin())
                    .height(Length::Fill)
                    .into()
            }
        };
        card(body)
            .padding(Padding::from([space::XS, space::S]).right(space::M))
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn line<'a>(
        &'a self,
        line: &'a Line,
        barred: Option<Response>,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let id = line.id();
        let step = |step| (!self.is_committing()).then_some(Message::StepPressed(id, step));
        let blocked = self.is_blocked(line.product()).then(|| {
            let blocked = words.text("limit-line-blocked");
            text::caption(blocked).style(style::danger_ink)
        });
        let barred = barred.or_else(|| blocked.as_ref().map(|_| Response::Approve));
        let name = Column::new()
            .push(clamp(line.product().name.as_str(), 2).strong().tight())
            .push(match blocked {
                Some(blocked) => blocked,
                None => text::caption(under(line, context)).style(style::muted),
            });
        let name = press(container(name).center_y(Length::Fill))
            .on_press(Message::LinePressed(id))
            .width(Length::Fill)
            .height(64)
            .padding([0.0, space::XS]);
        let how_many: Element<'a, Message> = match line.product().unit {
            Unit::Each => stepper(words.quantity(line.quantity()), step(-1), step(1)),
            Unit::Kilogram => container(text::lead(words::quantity(
                line.quantity(),
                Unit::Kilogram,
                words,
            )))
            .center_x(140)
            .into(),
        };
        let mark = barred.map(|response| match response {
            Response::Refuse => icon(Icon::Ban, size::ICON).style(style::danger_ink),
            _ => icon(Icon::TriangleAlert, size::ICON).style(style::caution_ink),
        });
        let sum = text::lead(words.money(line.net())).wrapping(iced::widget::text::Wrapping::None);
        Row::new()
            .spacing(space::XS)
            .align_y(Alignment::Center)
            .push(mark)
            .push(name)
            .push(how_many)
            .push(container(sum).align_right(86))
            .into()
    }

    pub(super) fn totals<'a>(&'a self, context: &Context<'a>, low: bool) -> Element<'a, Message> {
        let words = context.words;
        let totals = self.cart().totals();
        let lines = self.cart().lines();
        let count = words.text_with("cart-lines", &[("count", lines.len().into())]);
        let mut facts = vec![count];
        facts.extend(taxes(&totals, context));
        let discount = totals.all_discounts;
        let discount = discount.is_positive().then(|| {
            let discount = words.text_with("discount-total", &[("amount", discount.into())]);
            text::small(discount).style(style::accent_ink)
        });
        let facts = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(
                text::small(facts.join(" · "))
                    .style(style::muted)
                    .width(Length::Fill),
            )
            .push(discount);
        let act = |label: &str, picture, message| {
            Element::from(
                button::ghost(words.text(label))
                    .icon(picture)
                    .on_press(message),
            )
        };
        let acts = (!lines.is_empty() && !low).then(|| {
            Row::new()
                .push(act("cart-clear", Icon::Trash, Message::ClearPressed))
                .push(gap::horizontal())
                .push(act(
                    "line-note",
                    Icon::NotebookPen,
                    Message::PartPressed(Part::Note(Target::Ticket)),
                ))
                .push(act(
                    "line-discount",
                    Icon::Percent,
                    Message::PartPressed(Part::Discount(Target::Ticket)),
                ))
        });
        let more = (!lines.is_empty() && low)
            .then(|| button::icon_only(Icon::Ellipsis).on_press(Message::TicketPressed));
        let exchange = self.exchange_line(context);
        let (label, figure) = self.figure(context);
        let note = self.cart().note();
        let note = note.map(|note| text::small(format!("✎ {note}")).style(style::muted));
        Column::new()
            .push(acts)
            .push(self.exchange_way_out(context))
            .push(note)
            .push(exchange)
            .push(facts)
            .push(
                Row::new()
                    .spacing(space::M)
                    .align_y(Alignment::Center)
                    .push(more)
                    .push(amount::total(label, figure)),
            )
            .into()
    }

    pub(super) fn pay_buttons<'a>(
        &'a self,
        context: &Context<'a>,
        low: bool,
    ) -> Element<'a, Message> {
        let words = context.words;
        let ready = !self.cart().lines().is_empty() && !self.is_committing();
        let press = |way| ready.then_some(Message::PayPressed(way));
        // On a small window the words need the room.
        let picture = |button: button::Button<'a, Message>, picture| {
            if low { button } else { button.icon(picture) }
        };
        let account = picture(button::primary(words.text("pay-account")), Icon::IdCard)
            .fill()
            .on_press_maybe(press(Way::Account));
        let cash = picture(button::soft(words.text("pay-cash")), Icon::Banknote)
            .tall()
            .fill()
            .on_press_maybe(press(Way::Cash));
        let by_card = picture(button::secondary(words.text("pay-card")), Icon::CreditCard)
            .fill()
            .on_press_maybe(press(Way::Card));
        let mixed = picture(button::secondary(words.text("pay-mixed")), Icon::QrCode)
            .fill()
            .on_press_maybe(press(Way::Mixed));
        let gap = if low { space::S } else { 10.0 };
        Column::new()
            .spacing(gap)
            .push(
                Row::new()
                    .spacing(gap)
                    .push(Element::from(account))
                    .push(Element::from(cash)),
            )
            .push(
                Row::new()
                    .spacing(gap)
                    .push(Element::from(by_card))
                    .push(Element::from(mixed)),
            )
            .into()
    }
}

/// What stands under a line's name: its price, its discount, its note.
fn under(line: &Line, context: &Context<'_>) -> String {
    let words = context.words;
    let price = [("price", line.price().amount().into())];
    let key = match line.product().unit {
        Unit::Each => "price-each",
        Unit::Kilogram => "price-kilogram",
    };
    let mut parts = vec![words.text_with(key, &price)];
    if line.reduction().is_positive() {
        parts.push(words.money(-line.reduction()));
    }
    parts.extend(line.note().map(ToOwned::to_owned));
    parts.join(" · ")
}

fn taxes(totals: &Totals, context: &Context<'_>) -> Vec<String> {
    let rates = totals.taxes.iter().filter(|tax| tax.rate != Rate::Exempt);
    rates
        .map(|of| {
            let values = [("rate", of.rate.percent().into()), ("tax", of.tax.into())];
            context.words.text_with("iva-included", &values)
        })
        .collect()
}

/// The sale that was just paid: the change, in the largest letters there are.
fn paid<'a>(done: &'a Done, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let ticket = [
        ("ticket", (&done.ticket).into()),
        ("total", done.total.into()),
    ];
    let head = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(icon(Icon::CircleCheck, size::ICON_HERO).style(style::ok_ink))
        .push(
            Column::new()
                .push(text::title(words.text("done-title")))
                .push(text::body(words.text_with("done-ticket", &ticket)).style(style::muted)),
        );
    let change = done
        .by_cash
        .then(|| amount::result(words.text("checkout-change"), words.money(done.change)));
    let balance = done.balance.as_ref().map(|(name, balance)| {
        let label = words.text_with("done-balance", &[("name", name.into())]);
        amount::balance(label, words.money(*balance), balance.is_negative())
    });
    let printer = context.printer.filter(|(mood, _)| *mood != Mood::Ok);
    let printer = printer.map(|(mood, said)| banner(mood, said, None, Vec::new()));
    let body = Column::new()
        .spacing(space::L)
        .push(head)
        .push(rule::horizontal(1))
        .push(change)
        .push(balance)
        .push(printer)
        .push(gap::vertical())
        .push(Element::from(
            button::primary(words.text("done-next"))
                .icon(Icon::ArrowRight)
                .fill()
                .on_press(Message::NextPressed),
        ));
    card(body).width(Length::Fill).height(Length::Fill).into()
}

/// A rail beside the body, not over it.
pub(super) fn thin() -> scrollable::Direction {
    let rail = scrollable::Scrollbar::new().width(6).scroller_width(6);
    scrollable::Direction::Vertical(rail.spacing(6))
}
