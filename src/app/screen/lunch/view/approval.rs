//! A reason and a PIN, side by side.

use iced::widget::space as gap;
use iced::{Alignment, Length};

use super::super::approval::Approval;
use super::Said;
use crate::app::icon::Icon;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, chip, field, keypad, text,
};
use crate::i18n::I18n;

/// The width of the keys, in logical pixels.
const KEYS_WIDTH: f32 = 300.0;

/// What such a dialog says: the keys of its sentences.
pub(super) struct Asking<'a> {
    pub(super) title: String,
    pub(super) what: String,
    pub(super) reasons: &'a [&'a str],
    pub(super) confirm: String,
    pub(super) picture: Icon,
}

/// The dialog; `on_reason`, `confirm` and `dismiss` say what is told.
pub(super) fn dialog<'a, M: Clone + 'a>(
    approval: &'a Approval,
    asking: Asking<'_>,
    words: &I18n,
    on_reason: impl Fn(String) -> M + Clone + 'a,
    confirm: M,
    dismiss: M,
) -> Dialog<'a, Said<M>> {
    let free = !approval.asked;
    let chips = asking.reasons.iter().map(|key| {
        let reason = words.text(key);
        let chosen = approval.reason == reason;
        chip::choice(reason.clone(), chosen, Said::Told(on_reason(reason)))
    });
    let chips = chip::flow(chips.collect::<Vec<_>>());
    let typed = move |text| Said::Told(on_reason(text));
    let reason =
        field(&words.text("lunch-reason"), &approval.reason).on_input_maybe(free.then_some(typed));
    let refused = approval.refused.as_deref();
    let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
    let keep = button::secondary(words.text("lunch-cancel"))
        .tall()
        .on_press_maybe(free.then_some(Said::Told(dismiss)));
    let ready = approval.is_ready().then_some(Said::Told(confirm));
    let confirm = button::primary(asking.confirm)
        .icon(asking.picture)
        .fill()
        .on_press_maybe(ready);
    let buttons = Row::new()
        .spacing(space::S)
        .push(Element::from(keep))
        .push(Element::from(confirm));
    let why = Column::new()
        .spacing(space::M)
        .width(Length::Fill)
        .push(text::title(asking.title))
        .push(text::body(asking.what).style(style::muted))
        .push(chips)
        .push(reason)
        .push(refused)
        .push(gap().height(space::S))
        .push(buttons);
    let pin = Column::new()
        .spacing(space::M)
        .width(KEYS_WIDTH)
        .align_x(Alignment::Center)
        .push(text::strong(words.text("lunch-approval-pin")))
        .push(approval.entry.dots())
        .push(keypad::figures(Said::Key));
    let both = Row::new().spacing(space::XL).push(why).push(pin);
    Dialog::new(both).width_max(840.0)
}
