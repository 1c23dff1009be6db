//! How one user's rights look: a matrix of the role and what is said beside it, cards, the PIN.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::rights::{Message, Rights};
use crate::app::icon::{Icon, icon};
use crate::app::screen::login::role_word;
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, beside, button, card, chip, field, scroll,
    segmented, table, text,
};
use crate::domain::user::Right;
use crate::i18n::I18n;

/// Who it is has the buttons below it where there is less room beside them, in logical pixels.
const HEAD_WIDTH_MIN: f32 = 300.0;

impl Rights {
    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let back = button::secondary(words.text("rights-back"))
            .icon(Icon::ArrowLeft)
            .on_press(Message::Closed);
        let who = Column::new()
            .push(text::lead(self.user.name.as_str()))
            .push(text::small(role_word(self.user.role, words)).style(style::muted));
        let who = Row::new()
            .spacing(space::L)
            .align_y(Alignment::Center)
            .push(Element::from(back))
            .push(who.width(Length::Fill));
        let head = beside(who, HEAD_WIDTH_MIN, self.save_buttons(words));
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let parts = Column::new()
            .spacing(space::L)
            .push(self.who(words))
            .push(self.access(words))
            .push(self.matrix(words));
        Column::new()
            .spacing(space::M)
            .push(head)
            .push(refused)
            .push(scroll(parts).height(Length::Fill))
            .into()
    }

    fn save_buttons<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let changed = self.is_changed();
        let undo = button::secondary(words.text("settings-undo"))
            .on_press_maybe(changed.then_some(Message::UndoPressed));
        let save = button::primary(words.text("settings-save"))
            .icon(Icon::Save)
            .on_press_maybe(self.can_save().then_some(Message::SavePressed));
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(Element::from(undo))
            .push(Element::from(save))
            .into()
    }

    /// Name and role.
    fn who<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let name = field("", &self.name).on_input(Message::NameTyped);
        let missing = self.name.trim().is_empty();
        let missing = missing.then(|| words.text("setting-fault-missing").into());
        let name = field::labelled(words.text("users-name"), name, missing);
        let roles = self.roles();
        let role: Element<'a, Message> = match roles.contains(&self.role) && roles.len() > 1 {
            true => {
                let roles = roles.into_iter().map(|role| (role_word(role, words), role));
                segmented(roles, &self.role, Message::RoleChosen)
            }
            false => text::body(role_word(self.role, words)).into(),
        };
        let hint = words.text(if self.is_me {
            "rights-role-mine"
        } else {
            "rights-role-hint"
        });
        let column = Column::new()
            .spacing(space::M)
            .push(text::lead(words.text("rights-who")))
            .push(name)
            .push(text::strong(words.text("users-role")))
            .push(role)
            .push(text::small(hint).style(style::muted));
        card(column).width(Length::Fill).into()
    }

    /// How they get in: cards and the PIN.
    fn access<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let rows = self.cards.iter().map(|of| {
            let (key, picture) = match of.blocked {
                true => ("rights-card-open", Icon::LockOpen),
                false => ("rights-card-block", Icon::Ban),
            };
            let pressed = Message::CardBlocked(of.number.clone(), !of.blocked);
            let blocked = of.blocked.then(|| {
                let label = words.text("rights-card-blocked");
                chip::status(Mood::Warn, Icon::Ban, label)
            });
            Row::new()
                .spacing(space::M)
                .height(52)
                .align_y(Alignment::Center)
                .push(icon(Icon::IdCard, size::ICON))
                .push(text::strong(of.number.to_string()).width(Length::Fill))
                .push(blocked)
                .push(Element::from(
                    button::ghost(words.text(key))
                        .icon(picture)
                        .on_press(pressed),
                ))
                .into()
        });
        let typed = field(&words.text("rights-card-hint"), &self.number)
            .on_input(Message::NumberTyped)
            .on_submit(Message::CardAdded);
        let add = button::secondary(words.text("rights-card-add"))
            .icon(Icon::Plus)
            .on_press_maybe(self.card().map(|_| Message::CardAdded));
        let add = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(container(typed).width(Length::Fill))
            .push(Element::from(add));
        let reset = (!self.is_me).then(|| {
            let reset = button::secondary(words.text("rights-reset"))
                .icon(Icon::KeyRound)
                .on_press(Message::ResetPressed);
            Row::new()
                .spacing(space::M)
                .align_y(Alignment::Center)
                .push(
                    text::small(words.text("rights-reset-hint"))
                        .style(style::muted)
                        .width(Length::Fill),
                )
                .push(Element::from(reset))
        });
        let column = Column::new()
            .spacing(space::M)
            .push(text::lead(words.text("rights-access")))
            .push(text::small(words.text("rights-cards-hint")).style(style::muted))
            .push(table::rows(rows))
            .push(add)
            .push(reset);
        card(column).width(Length::Fill).into()
    }

    fn matrix<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let rows = Right::ALL.map(|right| self.row(right, words));
        let column = Column::new()
            .spacing(space::S)
            .push(text::lead(words.text("rights-matrix")))
            .push(text::small(words.text("rights-matrix-hint")).style(style::muted))
            .push(table::rows(rows));
        card(column).width(Length::Fill).into()
    }

    fn row<'a>(&self, right: Right, words: &I18n) -> Element<'a, Message> {
        let name = words.text(&format!("right-{}", right.code().replace('_', "-")));
        let usual = self.role.may(right);
        let now = self.draft.of(right).unwrap_or(usual);
        let said = self.draft.of(right).is_some();
        let role = words.text(if usual {
            "rights-role-yes"
        } else {
            "rights-role-no"
        });
        let label = Column::new()
            .width(Length::Fill)
            .push(text::strong(name))
            .push(text::caption(role).style(style::muted));
        let own = said.then(|| chip::status(Mood::Neutral, Icon::Pencil, words.text("rights-own")));
        let choice: Element<'a, Message> = if self.is_fixed(right) {
            let fixed = words.text("rights-fixed");
            chip::status(Mood::Neutral, Icon::Lock, fixed)
        } else {
            let choices = [
                (words.text("rights-may"), true),
                (words.text("rights-may-not"), false),
            ];
            let chosen = move |given| Message::Chosen(right, Some(given));
            container(segmented(choices, &now, chosen))
                .width(220)
                .into()
        };
        Row::new()
            .spacing(space::M)
            .height(64)
            .align_y(Alignment::Center)
            .push(label)
            .push(own)
            .push(choice)
            .into()
    }

    /// The PIN for one sign-in: asked for, then shown once.
    pub(super) fn dialog<'a>(&'a self, words: &I18n) -> Option<Dialog<'a, Message>> {
        let name = [("name", (&self.user.name).into())];
        if let Some(pin) = &self.pin {
            let shown = container(text::display(pin.0.as_str())).center_x(Length::Fill);
            let column = Column::new()
                .spacing(space::L)
                .push(text::title(words.text_with("rights-pin-title", &name)))
                .push(shown)
                .push(text::body(words.text("rights-pin-hint")))
                .push(Element::from(
                    button::primary(words.text("rights-pin-read"))
                        .icon(Icon::Check)
                        .fill()
                        .on_press(Message::ResetDismissed),
                ));
            return Some(Dialog::new(column).width_max(560.0));
        }
        if !self.resetting {
            return None;
        }
        let cancel = button::secondary(words.text("users-cancel"))
            .tall()
            .on_press(Message::ResetDismissed);
        let yes = button::primary(words.text("rights-reset-yes"))
            .icon(Icon::KeyRound)
            .fill()
            .on_press(Message::ResetConfirmed);
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(cancel))
            .push(Element::from(yes));
        let column = Column::new()
            .spacing(space::L)
            .push(text::title(words.text_with("rights-reset-title", &name)))
            .push(text::body(words.text("rights-reset-what")))
            .push(gap().height(0))
            .push(foot);
        Some(Dialog::new(column).width_max(560.0))
    }
}
