//! Who answers for a pupil: the first pays; one who is on file for a sibling is chosen and not typed twice.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::{Field, GuardianField, Message, Panel};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, button, chip, field, scroll_page, text, well,
};
use crate::domain::people::Contact;

impl Panel {
    pub(super) fn guardians<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let guardians = &self.form.profile.guardians;
        let none = guardians
            .is_empty()
            .then(|| text::body(words.text("people-guardians-none")).style(style::muted));
        let all = guardians.iter().enumerate();
        let all = all.map(|(at, one)| self.guardian(at, one, context));
        let fixed = self.form.asked || self.opened.as_ref().is_some_and(|of| of.erased);
        let found = self.form.found.iter().map(known);
        let new = button::soft(words.text("people-guardian-new"))
            .icon(Icon::UserPlus)
            .on_press_maybe((!fixed).then_some(Message::GuardianAdded));
        let seek = field(&words.text("people-guardian-known"), &self.form.sought)
            .on_input_maybe((!fixed).then_some(Message::GuardianSought));
        let column = Column::new()
            .spacing(space::M)
            .push(none)
            .extend(all)
            .push(Element::from(new))
            .push(seek)
            .push(text::small(words.text("people-guardian-hint")).style(style::muted))
            .extend(found);
        scroll_page(column).height(Length::Fill).into()
    }

    fn guardian<'a>(
        &'a self,
        at: usize,
        one: &'a Contact,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let fixed = self.form.asked || self.opened.as_ref().is_some_and(|of| of.erased);
        let input = |key: &str, value: &'a str, of: GuardianField| {
            let of = Field::Guardian(at, of);
            let typed = (!fixed).then_some(move |text| Message::Typed(of, text));
            let input = field("", value).on_input_maybe(typed);
            let labelled = field::labelled(words.text(key), input, None);
            container(labelled).width(Length::Fill)
        };
        let beside = |one, other| Row::new().spacing(space::M).push(one).push(other);
        let pays: Element<'a, Message> = match at {
            0 => chip::status(Mood::Ok, Icon::Wallet, words.text("people-guardian-pays")),
            _ => button::ghost(words.text("people-guardian-first"))
                .icon(Icon::Wallet)
                .on_press_maybe((!fixed).then_some(Message::GuardianPays(at)))
                .into(),
        };
        let remove = button::ghost(words.text("people-guardian-remove"))
            .icon(Icon::CircleX)
            .on_press_maybe((!fixed).then_some(Message::GuardianRemoved(at)));
        let head = Row::new()
            .align_y(Alignment::Center)
            .push(pays)
            .push(gap::horizontal())
            .push(Element::from(remove));
        let name = input("people-guardian-name", &one.name, GuardianField::Name);
        let relation = input(
            "people-guardian-relation",
            &one.relation,
            GuardianField::Relation,
        );
        let phone = input("people-guardian-phone", &one.phone, GuardianField::Phone);
        let other = input(
            "people-guardian-other-phone",
            &one.other_phone,
            GuardianField::OtherPhone,
        );
        let email = input("people-guardian-email", &one.email, GuardianField::Email);
        let document = input(
            "people-guardian-document",
            &one.document,
            GuardianField::Document,
        );
        let column = Column::new()
            .spacing(space::S)
            .push(head)
            .push(beside(name, relation))
            .push(beside(phone, other))
            .push(beside(email, document));
        well(column).padding(space::M).width(Length::Fill).into()
    }
}

fn known(one: &Contact) -> Element<'_, Message> {
    let said = [&one.name, &one.phone, &one.document];
    let said: Vec<&str> = said
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    let choose = one.id.map(Message::GuardianChosen);
    button::secondary(said.join(" · "))
        .icon(Icon::UserCheck)
        .fill()
        .start()
        .on_press_maybe(choose)
        .into()
}
