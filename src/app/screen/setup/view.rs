//! How the first start looks: the steps at the left, one of them at the right.

use iced::widget::{Space, container};
use iced::{Alignment, Length};

use super::{Field, Message, Setup, Step};
use crate::app::icon::{Icon, icon};
use crate::app::screen::pin;
use crate::app::screen::settings::ruc_fault;
use crate::app::theme::{Theme, radius, size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, Status, banner, button, field, press, scroll, text,
};
use crate::i18n::{I18n, Locale};

/// The width of the band with the steps, in logical pixels.
const STEPS_WIDTH: f32 = 280.0;
/// The widest a step gets, in logical pixels.
const STEP_WIDTH_MAX: f32 = 720.0;

impl Step {
    fn key(self) -> &'static str {
        match self {
            Self::Language => "setup-language",
            Self::Shop => "setup-shop",
            Self::Administrator => "setup-administrator",
            Self::Lists => "setup-lists",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Language => Icon::Languages,
            Self::Shop => Icon::Store,
            Self::Administrator => Icon::KeyRound,
            Self::Lists => Icon::FileUp,
        }
    }
}

impl Setup {
    /// The screen, over the whole window. Field by field it says what is wrong.
    #[must_use]
    pub fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let step = Column::new()
            .spacing(space::L)
            .max_width(STEP_WIDTH_MAX)
            .push(self.head(words))
            .push(self.body(words))
            .push(
                self.refused
                    .as_deref()
                    .map(|why| banner(Mood::Error, why, None, vec![])),
            )
            .push(self.buttons(words));
        let step = container(step)
            .center_x(Length::Fill)
            .height(Length::Fill)
            .padding(space::XL)
            .style(style::canvas);
        Row::new().push(self.steps(words)).push(step).into()
    }

    fn steps<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let steps = Step::ALL.map(|step| self.step_line(step, words));
        let column = Column::new()
            .spacing(space::S)
            .push(icon(Icon::Utensils, size::ICON_HERO))
            .push(Space::new().height(space::S))
            .push(text::headline(words.text("setup-welcome")))
            .push(text::small(words.text("setup-promise")))
            .push(Space::new().height(space::XL))
            .extend(steps);
        container(column)
            .width(STEPS_WIDTH)
            .height(Length::Fill)
            .padding(space::XL)
            .style(style::nav)
            .into()
    }

    fn step_line<'a>(&self, step: Step, words: &I18n) -> Element<'a, Message> {
        let (picture, here) = (
            if step < self.step {
                Icon::CircleCheck
            } else {
                step.icon()
            },
            step == self.step,
        );
        let label = words.text(step.key());
        let label = if here {
            text::strong(label)
        } else {
            text::body(label)
        };
        let row = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(icon(picture, size::ICON))
            .push(label);
        container(row)
            .width(Length::Fill)
            .padding([space::M, space::L])
            .style(move |theme: &Theme| {
                let tokens = theme.tokens();
                let pair = if here { tokens.nav_active } else { tokens.nav };
                style::filled(pair, radius::M)
            })
            .into()
    }

    fn head<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let key = self.step.key();
        Column::new()
            .spacing(space::XS)
            .push(text::headline(words.text(&format!("{key}-title"))))
            .push(text::body(words.text(&format!("{key}-todo"))).style(style::muted))
            .into()
    }

    fn body<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let body = match self.step {
            Step::Language => self.languages(),
            Step::Shop => self.shop_fields(words),
            Step::Administrator => self.administrator(words),
            Step::Lists => return self.lists.view(words).map(Message::Lists),
        };
        scroll(body).height(Length::Fill).into()
    }

    fn languages<'a>(&self) -> Element<'a, Message> {
        let choices = Locale::ALL.map(|locale| language(locale, locale == self.locale));
        Column::with_children(choices).spacing(space::M).into()
    }

    fn shop_fields<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let ruc = ruc_fault(&self.ruc, words);
        Column::new()
            .spacing(space::L)
            .push(input("shop-name", &self.shop, Field::Shop, None, words))
            .push(input("setup-ruc", &self.ruc, Field::Ruc, ruc, words))
            .push(input(
                "shop-address",
                &self.address,
                Field::Address,
                None,
                words,
            ))
            .into()
    }

    fn administrator<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let say = |key: Option<&str>| key.map(|key| words.text(key));
        let first = say(pin::fault(&self.pin));
        let second = say(pin::again_fault(&self.pin, &self.again));
        let pins = Row::new()
            .spacing(space::L)
            .push(input("users-pin-new", &self.pin, Field::Pin, first, words))
            .push(input(
                "users-pin-again",
                &self.again,
                Field::Again,
                second,
                words,
            ));
        Column::new()
            .spacing(space::L)
            .push(input("users-name", &self.name, Field::Name, None, words))
            .push(pins)
            .push(text::small(words.text("users-pin-hint")).style(style::muted))
            .into()
    }

    fn buttons<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let back = button::secondary(words.text("setup-back"))
            .icon(Icon::ArrowLeft)
            .tall()
            .on_press(Message::BackPressed);
        let back = (self.step > Step::Language).then(|| Element::from(back));
        let next = match self.step {
            Step::Lists if self.lists.has_imported() => {
                button::primary(words.text("setup-finish")).icon(Icon::Check)
            }
            // Importing is the main action here; to begin empty stands beside it.
            Step::Lists => button::secondary(words.text("setup-finish-empty")).tall(),
            _ => button::primary(words.text("setup-next")).icon(Icon::ArrowRight),
        };
        let can_go_on = self.can_go_on() && !self.asked;
        let next = next.on_press_maybe(can_go_on.then_some(Message::NextPressed));
        Row::new()
            .push(back)
            .push(Space::new().width(Length::Fill))
            .push(Element::from(next))
            .into()
    }
}

fn input<'a>(
    key: &str,
    value: &str,
    of: Field,
    wrong: Option<String>,
    words: &I18n,
) -> Element<'a, Message> {
    let typed = field("", value)
        .secure(matches!(of, Field::Pin | Field::Again))
        .on_input(move |text| Message::Typed(of, text))
        .on_submit(Message::NextPressed);
    field::labelled(words.text(key), typed, wrong.map(Into::into))
}

fn language<'a>(locale: Locale, chosen: bool) -> Element<'a, Message> {
    let mark = if chosen {
        Icon::CircleCheck
    } else {
        Icon::Circle
    };
    let row = Row::new()
        .spacing(space::L)
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .push(icon(mark, size::ICON_LARGE))
        .push(text::lead(locale.own_name()));
    press(row)
        .on_press(Message::LocaleChosen(locale))
        .width(Length::Fill)
        .height(76)
        .padding([0.0, space::XL])
        .style(move |theme, status| language_look(*theme, chosen, status))
        .into()
}

fn language_look(theme: Theme, chosen: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let (pair, line, width) = match (chosen, status) {
        (true, _) => (tokens.accent_soft, tokens.accent_ink, 2.0),
        (false, Status::Pressed) => (tokens.sunken, tokens.line, 1.0),
        (false, _) => (tokens.surface, tokens.line, 1.0),
    };
    container::Style {
        border: style::outline(line, width, radius::L),
        ..style::filled(pair, radius::L)
    }
}
