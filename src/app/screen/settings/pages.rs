//! The pages of the settings, one function a page.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::users::{Form, Message as UsersMessage, Users};
use super::{Field, Message, SCALES, Settings, optional_ruc, sheet_view};
use crate::app::icon::Icon;
use crate::app::screen::login::role_word;
use crate::app::screen::pin;
use crate::app::theme::{Theme, space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, avatar, banner, beside, button, card, chip, field, paper,
    scroll, segmented, table, text,
};
use crate::domain::ruc::BadRuc;
use crate::domain::user::{Role, User};
use crate::i18n::{I18n, Locale};

/// The width of what can be done with a user, in logical pixels: the rows keep to it.
const ACTION_WIDTH: f32 = 150.0;
/// A name that has less room beside that stands above it, in logical pixels.
const USER_WIDTH_MIN: f32 = 180.0;

/// What is wrong with a RUC, as a sentence; nothing while it is empty.
pub(crate) fn ruc_fault(text: &str, words: &I18n) -> Option<String> {
    match optional_ruc(text) {
        Ok(_) => None,
        Err(BadRuc::Form) => Some(words.text("shop-ruc-form")),
        Err(BadRuc::CheckDigit(digit)) => {
            Some(words.text_with("shop-ruc-digit", &[("digit", digit.into())]))
        }
    }
}

/// A card with a title and, below it, its parts.
fn titled<'a>(
    title: String,
    parts: impl IntoIterator<Item = Element<'a, Message>>,
) -> Element<'a, Message> {
    let column = Column::with_children(parts).spacing(space::L);
    let column = Column::new()
        .spacing(space::L)
        .push(text::lead(title))
        .push(column);
    card(column).width(Length::Fill).into()
}

impl Settings {
    /// What is typed at the left; at the right the ticket as it would be.
    pub(super) fn shop_page<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let draft = &self.draft;
        let input = |key: &str, value: &str, of: Field, wrong: Option<String>| {
            let typed = field("", value)
                .on_input(move |text| Message::Typed(of, text))
                .on_submit(Message::SavePressed);
            let typed = match wrong {
                Some(_) => typed.style(crate::app::theme::control::wrong_field),
                None => typed,
            };
            let wrong = wrong.map(|why| text::small(why).style(style::danger_ink));
            sheet_view::about(key, words)
                .push(typed)
                .push(wrong)
                .push(sheet_view::usual(key, words))
                .into()
        };
        let name_missing = draft
            .name
            .trim()
            .is_empty()
            .then(|| words.text("shop-name-missing"));
        let ruc_wrong = ruc_fault(&draft.ruc, words);
        let fields = [
            input("shop.name", &draft.name, Field::Name, name_missing),
            input("shop.ruc", &draft.ruc, Field::Ruc, ruc_wrong),
            input("shop.address", &draft.address, Field::Address, None),
            input("shop.phone", &draft.phone, Field::Phone, None),
            input("shop.footer", &draft.footer, Field::Footer, None),
        ];
        let hint = text::small(words.text("shop-hint")).style(style::muted);
        let fields = titled(
            words.text("settings-shop"),
            [hint.into()].into_iter().chain(fields),
        );
        let paper = self.preview.as_ref().map(|(_, drawn)| {
            Column::new()
                .spacing(space::S)
                .push(text::small(words.text("shop-preview")).style(style::muted))
                .push(paper(drawn))
        });
        Row::new()
            .spacing(space::L)
            .push(container(fields).width(Length::FillPortion(3)))
            .push(container(Column::new().push(paper)).width(Length::FillPortion(2)))
            .into()
    }

    pub(super) fn display_page<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let marked = self.find.marked;
        let line = |key: &'static str, choice: Element<'a, Message>| {
            let line = sheet_view::about(key, words)
                .push(sheet_view::usual(key, words))
                .push(choice)
                .spacing(space::S);
            sheet_view::mark(line.into(), marked == Some(key), words)
        };
        let locales = Locale::OFFERED.map(|locale| (locale.own_name(), locale));
        let locale = segmented(locales, &self.draft.locale, Message::LocaleChosen);
        let themes = [
            (words.text("display-light"), Theme::Light),
            (words.text("display-dark"), Theme::Dark),
        ];
        let theme = segmented(themes, &self.draft.theme, Message::ThemeChosen);
        let scales = SCALES.map(|percent| (words.percent(percent.into()), percent));
        let scale = segmented(scales, &self.draft.scale_percent, Message::ScaleChosen);
        let scale = Column::new()
            .spacing(space::S)
            .push(scale)
            .push(self.scale_note(words))
            .into();
        let on_or_off = || {
            [
                (words.text("display-on"), true),
                (words.text("display-off"), false),
            ]
        };
        let sounds = segmented(on_or_off(), &self.draft.sounds, Message::SoundsChosen);
        let aloud = &self.draft.read_aloud;
        let aloud = segmented(on_or_off(), aloud, Message::ReadAloudChosen);
        let hint = text::small(words.text("display-hint")).style(style::muted);
        titled(
            words.text("settings-display"),
            [
                hint.into(),
                line("locale", locale),
                line("appearance.theme", theme),
                line("appearance.scale", scale),
                line("sounds", sounds),
                line("read_aloud", aloud),
            ],
        )
    }
}

impl Settings {
    /// That the window has no room for the scale that was chosen.
    fn scale_note<'a>(&self, words: &I18n) -> Option<Element<'a, Message>> {
        let fits = [("percent", words.percent(self.scale_fits.into()).into())];
        let note = text::small(words.text_with("display-scale-fits", &fits));
        let note = note.style(style::caution_ink);
        (self.draft.scale_percent > self.scale_fits).then(|| note.into())
    }
}

fn labelled<'a, M: 'a>(label: String, part: Element<'a, M>) -> Element<'a, M> {
    Column::new()
        .spacing(6)
        .push(text::strong(label))
        .push(part)
        .into()
}

impl Users {
    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let add = button::secondary(words.text("users-add"))
            .icon(Icon::UserPlus)
            .on_press(Message::Users(UsersMessage::AddPressed));
        let head = Row::new()
            .align_y(Alignment::Center)
            .push(text::lead(words.text("settings-users")))
            .push(gap::horizontal())
            .push(Element::from(add));
        let refused = self.refused.as_deref().filter(|_| self.form.is_none());
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let rows = self.all.iter().map(|user| self.row(user, words));
        let list = Column::new()
            .spacing(space::M)
            .push(head)
            .push(refused)
            .push(scroll(table::rows(rows)).height(Length::Fill));
        card(list).width(Length::Fill).height(Length::Fill).into()
    }

    fn row<'a>(&self, user: &'a User, words: &I18n) -> Element<'a, Message> {
        let name = Column::new()
            .width(Length::Fill)
            .push(text::strong(user.name.as_str()))
            .push(text::small(role_word(user.role, words)).style(style::muted));
        let gone = (!user.active)
            .then(|| chip::status(Mood::Neutral, Icon::UserX, words.text("users-inactive")));
        let new_pin = button::ghost(words.text("users-new-pin"))
            .icon(Icon::KeyRound)
            .width(ACTION_WIDTH)
            .start()
            .on_press(Message::Users(UsersMessage::NewPinPressed(user.id)));
        let new_pin = (user.id == self.me).then(|| Element::from(new_pin));
        let rights = button::ghost(words.text("users-rights"))
            .icon(Icon::ShieldCheck)
            .width(ACTION_WIDTH)
            .start()
            .on_press(Message::Users(UsersMessage::RightsPressed(user.id)));
        let (key, picture) = if user.active {
            ("users-deactivate", Icon::UserX)
        } else {
            ("users-activate", Icon::UserCheck)
        };
        let press = UsersMessage::ActivePressed(user.id, !user.active);
        let active = button::ghost(words.text(key))
            .icon(picture)
            .width(ACTION_WIDTH)
            .start()
            .on_press(Message::Users(press));
        let who = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(avatar(&user.name, 44.0))
            .push(name)
            .push(gone);
        let acts = Row::new()
            .spacing(space::M)
            .push(Element::from(rights))
            // Nobody deactivates themselves: in that place is their own PIN.
            .push(new_pin.unwrap_or_else(|| Element::from(active)));
        container(beside(who, USER_WIDTH_MIN, acts))
            .padding([space::M, 0.0])
            .into()
    }

    pub(super) fn dialog<'a>(&'a self, words: &I18n) -> Option<Dialog<'a, Message>> {
        let form = self.form.as_ref()?;
        let content = form.view(self.title(form, words), self.refused.as_deref(), words);
        Some(Dialog::new(content.map(Message::Users)).width_max(640.0))
    }

    fn title(&self, form: &Form, words: &I18n) -> String {
        let user = self.all.iter().find(|user| Some(user.id) == form.of);
        match user {
            Some(user) => words.text_with("users-new-pin-title", &[("name", (&user.name).into())]),
            None => words.text("users-add-title"),
        }
    }
}

impl Form {
    fn view<'a>(
        &'a self,
        title: String,
        refused: Option<&'a str>,
        words: &I18n,
    ) -> Element<'a, UsersMessage> {
        let somebody_new = self.of.is_none().then(|| self.who(words));
        let later = button::secondary(words.text("users-cancel"))
            .tall()
            .on_press_maybe((!self.asked).then_some(UsersMessage::Dismissed));
        let save = button::primary(words.text("settings-save"))
            .icon(Icon::Save)
            .fill()
            .on_press_maybe(self.is_ready().then_some(UsersMessage::Confirmed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(later))
            .push(Element::from(save));
        Column::new()
            .spacing(space::L)
            .push(text::title(title))
            .push(somebody_new)
            .push(pins(&self.pin, &self.again, words))
            .push(refused.map(|why| banner(Mood::Error, why, None, vec![])))
            .push(buttons)
            .into()
    }

    fn who<'a>(&self, words: &I18n) -> Element<'a, UsersMessage> {
        let name = field("", &self.name).on_input(UsersMessage::NameTyped);
        let roles = Role::ALL.map(|role| (role_word(role, words), role));
        let role = segmented(roles, &self.role, UsersMessage::RoleChosen);
        Column::new()
            .spacing(space::L)
            .push(field::labelled(words.text("users-name"), name, None))
            .push(labelled(words.text("users-role"), role))
            .into()
    }
}

fn pins<'a>(first: &str, again: &str, words: &I18n) -> Element<'a, UsersMessage> {
    let wrong = |key: Option<&str>| key.map(|key| words.text(key).into());
    let typed = field("", first)
        .secure(true)
        .on_input(UsersMessage::PinTyped);
    let second = field("", again)
        .secure(true)
        .on_input(UsersMessage::AgainTyped);
    let typed = field::labelled(words.text("users-pin-new"), typed, wrong(pin::fault(first)));
    let second = field::labelled(
        words.text("users-pin-again"),
        second,
        wrong(pin::again_fault(first, again)),
    );
    Row::new()
        .spacing(space::L)
        .push(container(typed).width(Length::FillPortion(1)))
        .push(container(second).width(Length::FillPortion(1)))
        .into()
}
