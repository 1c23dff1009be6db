//! Somebody with the right lends it for one operation.

use iced::Length;
use iced::widget::container;

use crate::app::icon::Icon;
use crate::app::screen::checkout::dialog::{Approving, Purpose};
use crate::app::screen::checkout::message::{Denied, Message};
use crate::app::screen::checkout::{Context, words};
use crate::app::theme::{space, style};
use crate::app::widget::{
    self, Column, Element, Mood, Row, amount, banner, button, chip, field, keypad, text,
};

/// Why people sell despite a restriction.
const RESTRICTION: [&str; 3] = ["reason-guardian", "reason-declaration", "reason-for-other"];
/// Why people are let beyond a limit.
const LIMIT: [&str; 3] = ["reason-guardian", "reason-top-up-coming", "reason-lunch"];
/// Why people lower a price.
const DISCOUNT: [&str; 3] = ["reason-staff", "reason-damaged", "reason-promotion"];

pub(super) fn dialog<'a>(
    approving: &'a Approving,
    name: &str,
    context: &Context<'a>,
) -> widget::Dialog<'a, Message> {
    let words = context.words;
    let keys = match approving.purpose {
        Purpose::Restriction(..) => RESTRICTION,
        Purpose::Discount(..) => DISCOUNT,
        Purpose::Limit(_) => LIMIT,
    };
    let reasons = keys.map(|key| {
        let label = words.text(key);
        let chosen = approving.reason == label;
        chip::choice(label.clone(), chosen, Message::TextChanged(label))
    });
    let typed = field("", &approving.reason)
        .id(super::FIELD_ID)
        .on_input(Message::TextChanged);
    let denied = approving
        .denied
        .as_ref()
        .filter(|denied| **denied != Denied::NoReason || !approving.has_reason())
        .map(|denied| banner(Mood::Error, words::denied(denied, words), None, Vec::new()));
    let busy = approving.checking.is_some();
    let label = if busy {
        "approval-checking"
    } else {
        "approval-approve"
    };
    let ready = approving.ready().is_some();
    let foot = Row::new()
        .spacing(space::M)
        .push(Element::from(
            button::secondary(words.text("checkout-cancel"))
                .tall()
                .width(160)
                .on_press_maybe((!busy).then_some(Message::DialogClosed)),
        ))
        .push(Element::from(
            button::primary(words.text(label))
                .icon(Icon::LockOpen)
                .fill()
                .on_press_maybe(ready.then_some(Message::DialogConfirmed)),
        ));
    let what = text::body(words::purpose(&approving.purpose, name, words)).style(style::muted);
    let left = Column::new()
        .spacing(space::M)
        .push(text::title(words.text("approval-title")))
        .push(what)
        .push(Row::with_children(reasons).spacing(space::S).wrap())
        .push(field::labelled(words.text("approval-reason"), typed, None))
        .push(denied)
        .push(container(foot).width(Length::Fill));
    let keys = Column::new()
        .spacing(space::M)
        .push(amount::amount(
            words.text("approval-pin"),
            "●".repeat(approving.pin.len()),
            true,
        ))
        .push(keypad::figures(Message::KeyPressed));
    super::pay::beside_keypad(left, keys.into())
}
