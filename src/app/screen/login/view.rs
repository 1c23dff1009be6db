//! How the login looks: names at the left, dots and keys at the right.

use iced::widget::container;
use iced::{Alignment, Length};

use super::{Login, Message};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Theme, radius, size, space, style};
use crate::app::widget::{
    Column, Element, Row, Status, avatar, button, card, clamp, keypad, press, scroll, text,
};
use crate::domain::Timestamp;
use crate::domain::user::{Role, User};
use crate::i18n::I18n;

/// The size of a user's tile, in logical pixels.
const TILE: (f32, f32) = (248.0, 84.0);
/// The width of the keys, in logical pixels.
const KEYS_WIDTH: f32 = 332.0;
/// The widest the whole gets, in logical pixels.
const WIDTH_MAX: f32 = 1000.0;

/// The word for a role.
pub(crate) fn role_word(role: Role, words: &I18n) -> String {
    words.text(&format!("role-{}", role.code()))
}

impl Login {
    /// The screen, over the whole window.
    #[must_use]
    pub fn view<'a>(&'a self, shop: &'a str, words: &I18n, now: Timestamp) -> Element<'a, Message> {
        let both = Row::new()
            .spacing(space::XXL)
            .align_y(Alignment::Center)
            .push(self.names(shop, words))
            .push(self.keys(words, now));
        container(scroll(
            container(container(both).max_width(WIDTH_MAX)).center_x(Length::Fill),
        ))
        .center(Length::Fill)
        .padding([space::M, space::XL])
        .style(style::canvas)
        .into()
    }

    fn names<'a>(&'a self, shop: &'a str, words: &I18n) -> Element<'a, Message> {
        let (picture, title, todo) = match self.locked_by {
            Some(_) => (Icon::Lock, "login-locked", "login-locked-todo"),
            None => (Icon::Store, "login-title", "login-todo"),
        };
        let tiles = self.users.iter().map(|user| self.tile(user, words));
        let tiles = Row::with_children(tiles).spacing(space::M).wrap();
        Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(icon(picture, size::ICON_HERO).style(style::accent_ink))
            .push(text::strong(shop).style(style::muted))
            .push(text::headline(words.text(title)))
            .push(text::body(words.text(todo)).style(style::muted))
            .push(container(tiles.vertical_spacing(space::M)).padding([space::M, 0.0]))
            .into()
    }

    fn tile<'a>(&'a self, user: &'a User, words: &I18n) -> Element<'a, Message> {
        let chosen = self.chosen == Some(user.id);
        let name = Column::new()
            .push(clamp(user.name.as_str(), 1).strong())
            .push(text::small(role_word(user.role, words)).style(style::muted));
        let row = Row::new()
            .spacing(space::M)
            .height(Length::Fill)
            .align_y(Alignment::Center)
            .push(avatar(&user.name, 52.0))
            .push(name);
        press(row)
            .on_press(Message::UserChosen(user.id))
            .width(TILE.0)
            .height(TILE.1)
            .padding([0.0, space::L])
            .style(move |theme, status| tile_look(*theme, chosen, status))
            .into()
    }

    fn keys<'a>(&'a self, words: &I18n, now: Timestamp) -> Element<'a, Message> {
        let ready = self.takes_keys(now) && self.entry.pin().is_some();
        let enter = button::primary(words.text("login-enter"))
            .icon(Icon::LogIn)
            .fill()
            .on_press_maybe(ready.then_some(Message::Confirmed));
        let who = self
            .user()
            .map_or_else(|| words.text("login-choose"), |user| user.name.clone());
        let column = Column::new()
            .spacing(space::M)
            .width(KEYS_WIDTH)
            .align_x(Alignment::Center)
            .push(text::lead(who))
            .push(self.entry.dots())
            .push(self.line(words, now))
            .push(keypad::figures(Message::KeyPressed))
            .push(Element::from(enter));
        card(column).into()
    }

    /// What the PIN is about, or what is wrong with it.
    fn line<'a>(&self, words: &I18n, now: Timestamp) -> Element<'a, Message> {
        let wait = self.wait_s(now);
        if wait > 0 {
            let words = words.text_with("login-wrong-wait", &[("seconds", wait.into())]);
            with_icon(Icon::Clock, words)
        } else if self.wrong {
            with_icon(Icon::CircleAlert, words.text("login-wrong"))
        } else if self.checking {
            text::small(words.text("login-checking")).into()
        } else if let Some(change) = &self.change {
            match (change.fault, &change.first) {
                (Some(fault), _) => with_icon(Icon::CircleAlert, words.text(fault)),
                (None, None) => text::strong(words.text("login-change")).into(),
                (None, Some(_)) => text::strong(words.text("login-change-again")).into(),
            }
        } else {
            let hint = words.text("login-hint");
            text::small(hint).style(style::muted).into()
        }
    }
}

fn with_icon<'a>(picture: Icon, words: String) -> Element<'a, Message> {
    Row::new()
        .spacing(6)
        .align_y(Alignment::Center)
        .push(icon(picture, size::SMALL).style(style::danger_ink))
        .push(text::small(words).style(style::danger_ink))
        .into()
}

fn tile_look(theme: Theme, chosen: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let pair = match (chosen, status) {
        (true, _) => tokens.accent_soft,
        (false, Status::Pressed) => tokens.sunken,
        (false, _) => tokens.surface,
    };
    let (line, width) = if chosen {
        (tokens.accent_ink, 2.0)
    } else {
        (tokens.line, 1.0)
    };
    container::Style {
        border: style::outline(line, width, radius::L),
        ..style::filled(pair, radius::L)
    }
}
