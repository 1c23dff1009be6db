//! What the dialog says beside what is typed: an amount asked about once more, a top-up that is undone,
//! lunches that are no part of what is paid out.

use iced::Length;

use super::super::form::{Form, Message, Undoing};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Dialog, Element, Mood, Row, amount, banner, button, text};
use crate::domain::lunch::leaving::Leaving;
use crate::store::Account;

impl Form {
    /// The amount in large letters, and whether it is meant.
    pub(super) fn question<'a>(
        &'a self,
        account: &'a Account,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        let words = context.words;
        let name = &account.customer.student.name;
        let figure = || words.money(self.money());
        let body = Column::new()
            .spacing(space::L)
            .push(text::title(words.text("accounts-sure-title")))
            .push(amount::result(name.as_str(), figure()))
            .push(text::body(words.text("accounts-sure-what")).style(style::muted));
        let change = button::secondary(words.text("accounts-sure-change"))
            .tall()
            .width(160)
            .on_press(Message::Dismissed);
        let told = [("amount", self.money().into())];
        let sure = button::primary(words.text_with("accounts-sure-yes", &told))
            .icon(Icon::Check)
            .fill()
            .on_press(Message::Sure);
        let foot = Row::new()
            .spacing(space::M)
            .push(Element::from(change))
            .push(Element::from(sure));
        Dialog::new(body).foot(foot)
    }
}

/// Which top-up is undone.
pub(super) fn undone<'a>(of: Undoing, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let number = [("number", format!("{:06}", of.number).into())];
    let tender = words.text(&format!("ticket-tender-{}", of.tender.code()));
    let label = words.text_with("accounts-undo-of", &number);
    Column::new()
        .spacing(space::XS)
        .width(Length::Fill)
        .push(amount::result(label, words.money(-of.amount)))
        .push(text::small(tender).style(style::muted))
        .into()
}

/// What lunches come to, and where it is settled.
pub(super) fn lunches<'a>(of: &Leaving, context: &Context<'a>) -> Option<Element<'a, Message>> {
    if of.is_settled() {
        return None;
    }
    let words = context.words;
    let mut said = Vec::new();
    if of.credit.is_positive() {
        said.push(words.text_with("accounts-lunches-credit", &[("amount", of.credit.into())]));
    }
    if of.to_come > 0 {
        said.push(words.text_with("accounts-lunches-to-come", &[("count", of.to_come.into())]));
    }
    if of.owed.is_positive() {
        said.push(words.text_with("accounts-lunches-owed", &[("amount", of.owed.into())]));
    }
    said.push(words.text("accounts-lunches-todo"));
    Some(banner(Mood::Warn, said.join(" "), None, Vec::new()))
}
