//! The smaller dialogs: a line, a quantity, a note, a discount, carts on hold.

use iced::{Alignment, Length};

use crate::app::icon::Icon;
use crate::app::screen::checkout::dialog::{Discounting, Quantifying};
use crate::app::screen::checkout::message::{Message, Part, Target};
use crate::app::screen::checkout::{Context, Screen, words};
use crate::app::theme::{space, style};
use crate::app::widget::{
    self, Column, Element, Row, amount, button, field, keypad, scroll, segmented, text,
};
use crate::domain::cart::{Line, LineId, Reduction};
use crate::domain::catalogue::Unit;
use crate::domain::ticket::TicketCode;
use crate::domain::{Money, PriceListId, Quantity};
use crate::printing::ticket::short_number;

impl Screen {
    pub(super) fn line_dialog<'a>(
        &'a self,
        id: LineId,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let Some(line) = self.cart().line(id) else {
            return widget::Dialog::new(text::body(words.text("refused-no-such-line")))
                .on_outside(Message::DialogClosed);
        };
        let (weighed, picture) = match line.product().unit {
            Unit::Each => ("line-quantity", Icon::Hash),
            Unit::Kilogram => ("line-weight", Icon::Scale),
        };
        let target = Target::Line(id);
        let part =
            |key: &str, picture, part| choice(words.text(key), picture, Message::PartPressed(part));
        let discount = match line.discount() {
            Some(_) => choice(
                words.text("line-discount-back"),
                Icon::Undo,
                Message::DiscountTakenBack(target),
            ),
            None => part("line-discount", Icon::Percent, Part::Discount(target)),
        };
        let head = Row::new()
            .align_y(Alignment::Center)
            .push(text::title(line.product().name.as_str()).width(Length::Fill))
            .push(text::headline(words.money(line.net())));
        let quantity = words::quantity(line.quantity(), line.product().unit, words);
        let body = Column::new()
            .spacing(space::S)
            .push(head)
            .push(text::body(quantity).style(style::muted))
            .push(
                line.product()
                    .ingredients
                    .as_deref()
                    .map(|list| text::small(list).style(style::muted)),
            )
            .push(part(weighed, picture, Part::Quantity(id)))
            .push(part("line-note", Icon::NotebookPen, Part::Note(target)))
            .push(discount)
            .push(choice(
                words.text("line-remove"),
                Icon::Trash,
                Message::RemovePressed(vec![id]),
            ))
            .push(close(context));
        widget::Dialog::new(body)
            .width_max(520.0)
            .on_outside(Message::DialogClosed)
    }

    fn name_of(&self, target: Target, context: &Context<'_>) -> String {
        match target {
            Target::Line(id) => self
                .cart()
                .line(id)
                .map_or(String::new(), |line| line.product().name.clone()),
            Target::Ticket => context.words.text("the-ticket"),
        }
    }

    pub(super) fn note_dialog<'a>(
        &'a self,
        target: Target,
        typed: &'a str,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let of = [("what", self.name_of(target, context).into())];
        let body = Column::new()
            .spacing(space::L)
            .push(text::title(words.text_with("note-title", &of)))
            .push(input(&words.text("note-placeholder"), typed))
            .push(foot("checkout-save", true, context));
        widget::Dialog::new(body)
    }

    pub(super) fn discount_dialog<'a>(
        &'a self,
        typed: &'a Discounting,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let of = [("what", self.name_of(typed.target, context).into())];
        let gross = match typed.target {
            Target::Line(id) => self.cart().line(id).map_or(Money::ZERO, Line::gross),
            Target::Ticket => self.cart().totals().subtotal,
        };
        let kinds = [
            (words.text("discount-percent"), true),
            (words.text("discount-amount"), false),
        ];
        let off = typed.takes_off(gross);
        let (label, figure) = if typed.percent {
            (
                "discount-percent",
                words.percent(typed.figure.value().into()),
            )
        } else {
            ("discount-amount", words.money(typed.figure.money()))
        };
        let back =
            (typed.target == Target::Ticket && self.cart().discount().is_some()).then(|| {
                choice(
                    words.text("line-discount-back"),
                    Icon::Undo,
                    Message::DiscountTakenBack(Target::Ticket),
                )
            });
        let ready = typed.reduction().is_some_and(Reduction::is_sensible);
        let left = Column::new()
            .spacing(space::M)
            .push(text::title(words.text_with("discount-title", &of)))
            .push(segmented(kinds, &typed.percent, Message::PercentChosen))
            .push(amount::amount(words.text(label), figure, true))
            .push(amount::pair(words.text("discount-off"), words.money(-off)))
            .push(amount::result(
                words.text("discount-left"),
                words.money(gross - off),
            ))
            .push(back)
            .push(foot("alert-authorise", ready, context));
        super::pay::beside_keypad(left, keypad(Message::KeyPressed))
    }
}

impl Screen {
    pub(super) fn hold_dialog<'a>(
        &'a self,
        name: &'a str,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let put = (!self.cart().is_untouched()).then(|| {
            Column::new()
                .spacing(space::M)
                .push(text::title(words.text("hold-title")))
                .push(input(&words.text("hold-name"), name))
                .push(Element::from(
                    button::primary(words.text("hold-put"))
                        .icon(Icon::Pause)
                        .fill()
                        .on_press(Message::DialogConfirmed),
                ))
        });
        let held: Element<'a, Message> = if self.held.is_empty() {
            text::body(words.text("held-none"))
                .style(style::muted)
                .into()
        } else {
            let held = self.held.iter().map(|held| {
                let lines = words.text_with("cart-lines", &[("count", held.lines.into())]);
                let label = format!("{} · {lines}", held.name);
                choice(label, Icon::ShoppingCart, Message::HeldPressed(held.cart))
            });
            let list = Column::with_children(held).spacing(space::S);
            scroll(list).height(Length::Shrink).into()
        };
        let body = Column::new()
            .spacing(space::M)
            .push(put)
            .push(text::title(words.text("held-title")))
            .push(held)
            .push(close(context));
        widget::Dialog::new(body)
            .width_max(520.0)
            .on_outside(Message::DialogClosed)
    }
}

pub(super) fn quantity<'a>(
    typed: &'a Quantifying,
    list: PriceListId,
    context: &Context<'a>,
) -> widget::Dialog<'a, Message> {
    let words = context.words;
    let unit = typed.of.unit;
    let (title, hint) = match unit {
        Unit::Each => ("quantity-title", None),
        Unit::Kilogram => ("weight-title", Some(words.text("weight-hint"))),
    };
    let quantity = typed.quantity();
    let price = typed.of.price(list);
    let sum = price.filter(|_| unit == Unit::Kilogram && quantity.sellable().is_ok());
    let sum = sum.map(|price| {
        let label = words.text("checkout-amount");
        amount::result(label, words.money(price.times(quantity)))
    });
    let left = Column::new()
        .spacing(space::M)
        .push(text::title(words.text(title)))
        .push(text::lead(typed.of.name.as_str()))
        .push(amount::amount(
            "",
            words::quantity(quantity, unit, words),
            true,
        ))
        .push(hint.map(|hint| text::body(hint).style(style::muted)))
        .push(sum)
        .push(foot("checkout-accept", quantity > Quantity::ZERO, context));
    super::pay::beside_keypad(left, keypad::figures(Message::KeyPressed))
}

/// What can be done with the whole sale.
pub(super) fn ticket<'a>(context: &Context<'a>) -> widget::Dialog<'a, Message> {
    let words = context.words;
    let part =
        |key: &str, picture, part| choice(words.text(key), picture, Message::PartPressed(part));
    let body = Column::new()
        .spacing(space::S)
        .push(text::title(words.text("ticket-title")))
        .push(part(
            "line-note",
            Icon::NotebookPen,
            Part::Note(Target::Ticket),
        ))
        .push(part(
            "line-discount",
            Icon::Percent,
            Part::Discount(Target::Ticket),
        ))
        .push(choice(
            words.text("cart-clear"),
            Icon::Trash,
            Message::ClearPressed,
        ))
        .push(close(context));
    widget::Dialog::new(body)
        .width_max(520.0)
        .on_outside(Message::DialogClosed)
}

pub(super) fn clear<'a>(exchange: bool, context: &Context<'a>) -> widget::Dialog<'a, Message> {
    let words = context.words;
    let (title, said, clear, keep) = match exchange {
        false => ("clear-title", "clear-text", "cart-clear", "checkout-cancel"),
        true => (
            "exchange-cancel-title",
            "exchange-cancel-text",
            "exchange-cancel",
            "exchange-keep",
        ),
    };
    let body = Column::new()
        .spacing(space::L)
        .push(text::title(words.text(title)))
        .push(text::body(words.text(said)))
        .push(
            Row::new()
                .spacing(space::M)
                .push(Element::from(
                    button::secondary(words.text(keep))
                        .tall()
                        .fill()
                        .on_press(Message::DialogClosed),
                ))
                .push(Element::from(
                    button::danger(words.text(clear))
                        .icon(Icon::Trash)
                        .fill()
                        .on_press(Message::DialogConfirmed),
                )),
        );
    widget::Dialog::new(body).width_max(520.0)
}

/// What was scanned is a ticket: its sale may be opened.
pub(super) fn scanned<'a>(code: TicketCode, context: &Context<'a>) -> widget::Dialog<'a, Message> {
    let words = context.words;
    let number = [("number", short_number(code.number()).into())];
    let stay = button::secondary(words.text("scan-ticket-stay"))
        .tall()
        .fill()
        .on_press(Message::DialogClosed);
    let open = button::primary(words.text("scan-ticket-open"))
        .icon(Icon::ReceiptText)
        .fill()
        .on_press(Message::DialogConfirmed);
    let buttons = Row::new()
        .spacing(space::M)
        .push(Element::from(stay))
        .push(Element::from(open));
    let body = Column::new()
        .spacing(space::L)
        .push(text::title(words.text_with("scan-ticket-title", &number)))
        .push(text::body(words.text("scan-ticket-what")))
        .push(buttons);
    widget::Dialog::new(body)
        .width_max(520.0)
        .on_outside(Message::DialogClosed)
}

fn choice<'a>(label: String, picture: Icon, message: Message) -> Element<'a, Message> {
    button::secondary(label)
        .icon(picture)
        .fill()
        .start()
        .on_press(message)
        .into()
}

/// Enter reaches the dialog through the scanner's filter: a card that is read submits nothing.
fn input<'a>(placeholder: &str, typed: &str) -> Element<'a, Message> {
    field(placeholder, typed)
        .id(super::FIELD_ID)
        .on_input(Message::TextChanged)
        .into()
}

fn close<'a>(context: &Context<'a>) -> Element<'a, Message> {
    button::secondary(context.words.text("checkout-close"))
        .tall()
        .fill()
        .on_press(Message::DialogClosed)
        .into()
}

/// «Cancelar» and what the dialog is for.
fn foot<'a>(label: &str, ready: bool, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    Row::new()
        .spacing(space::M)
        .push(Element::from(
            button::secondary(words.text("checkout-cancel"))
                .tall()
                .width(160)
                .on_press(Message::DialogClosed),
        ))
        .push(Element::from(
            button::primary(words.text(label))
                .fill()
                .on_press_maybe(ready.then_some(Message::DialogConfirmed)),
        ))
        .into()
}
