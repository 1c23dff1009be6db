//! What the counter answers to a card: as large as it can be, in a colour, with a sign and in words.

use iced::widget::container;
use iced::{Alignment, Length, Size};

use super::super::counter::{Answer, Counter, Message};
use super::LOW;
use crate::app::icon::{Icon, icon};
use crate::app::screen::{Context, checkout};
use crate::app::theme::{Theme, radius, size, space, style};
use crate::app::widget::{Column, Element, Row, button, chip, portrait, scroll, spare, text, well};
use crate::domain::diet::Response;
use crate::domain::lunch::{Conflict, Refusal};
use crate::domain::{Moment, Timestamp};
use crate::printing::lunch::{day_words, weekdays_words};
use crate::store::lunch::{Attempt, Outcome, Served};

/// The side of the photo, in logical pixels; smaller on a low window.
const PHOTO: f32 = 132.0;
const PHOTO_LOW: f32 = 88.0;
const PHOTO_LOWEST: f32 = 56.0;
/// Below this height what is said scrolls as a whole, above the answers, in logical pixels.
const LOWEST: f32 = 500.0;

/// Whether somebody eats: its colour, its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Light {
    Green,
    Amber,
    Red,
}

impl Light {
    const fn sign(self) -> Icon {
        match self {
            Self::Green => Icon::CircleCheck,
            Self::Amber => Icon::TriangleAlert,
            Self::Red => Icon::OctagonAlert,
        }
    }

    fn look(self, theme: &Theme) -> container::Style {
        let head = match self {
            Self::Green => style::filled(theme.tokens().accent, radius::M),
            Self::Amber => style::caution_head(theme),
            Self::Red => style::danger_head(theme),
        };
        container::Style {
            border: style::outline(iced::Color::TRANSPARENT, 0.0, radius::M),
            ..head
        }
    }
}

impl Counter {
    pub(super) fn answered<'a>(
        &'a self,
        room: Size,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        match &self.answer {
            None => waiting(context),
            Some(Answer::Nobody(what, todo)) => nobody(what, todo),
            Some(Answer::Attempt { attempt, .. }) => self.of_pupil(attempt, room, context),
        }
    }

    /// Whether something stands against the last pupil.
    pub(super) fn shows_conflicts(&self) -> bool {
        match &self.answer {
            Some(Answer::Attempt { attempt, .. }) => !shown(&attempt.outcome).is_empty(),
            Some(Answer::Nobody(..)) | None => false,
        }
    }

    fn of_pupil<'a>(
        &'a self,
        attempt: &'a Attempt,
        room: Size,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let student = &attempt.customer.student;
        let low = room.height < LOW;
        let lowest = room.height < LOWEST;
        let side = match (lowest, low) {
            (true, _) => PHOTO_LOWEST,
            (false, true) => PHOTO_LOW,
            (false, false) => PHOTO,
        };
        let (light, verdict, why) = verdict(&attempt.outcome, context);
        let name = if low {
            text::headline(student.name.as_str())
        } else {
            text::display(student.name.as_str())
        };
        let what = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(icon(light.sign(), size::ICON_HERO))
            .push(text::headline(verdict));
        let said = Column::new()
            .spacing(space::XS)
            .width(Length::Fill)
            .push(what)
            .push(name)
            .push(text::lead(student.grade.as_str()))
            .push(why.map(text::lead));
        let face = portrait(context.photos.of(student.id), &student.name, side);
        let head = Row::new()
            .spacing(space::L)
            .align_y(Alignment::Center)
            .push(face)
            .push(said);
        let head = container(head)
            .width(Length::Fill)
            .padding(space::L)
            .style(move |theme| light.look(theme));
        let conflicts = shown(&attempt.outcome).iter();
        let conflicts = conflicts.map(|conflict| conflict_row(conflict, context));
        let list = Column::with_children(conflicts).spacing(space::S);
        let without = self.without_button(context);
        let answers = self.answers(attempt, without.is_some(), context);
        let column = if lowest {
            let said = Column::new()
                .spacing(space::S)
                .push(head)
                .push(list)
                .push(without);
            let said = container(said).padding(iced::Padding::ZERO.right(space::M));
            Column::new()
                .spacing(space::S)
                .push(scroll(said).height(Length::Fill))
                .push(answers)
        } else {
            let body = scroll(container(list).padding([0.0, space::S])).height(Length::Fill);
            // The names of dishes are long: beside two other answers they would have no room.
            let answers = Column::new().spacing(space::S).push(without).push(answers);
            Column::new()
                .spacing(space::M)
                .push(head)
                .push(body)
                .push(answers)
        };
        container(column).height(Length::Fill).into()
    }

    /// Serving without the dishes that stand against it.
    fn without_button<'a>(&'a self, context: &Context<'a>) -> Option<Element<'a, Message>> {
        let without = self.could_leave_out();
        let names: Vec<_> = without.into_iter().map(|(_, name)| name).collect();
        if names.is_empty() {
            return None;
        }
        let told = [("dishes", names.join(", ").into())];
        let press = button::secondary(context.words.text_with("lunch-without", &told))
            .icon(Icon::UtensilsCrossed)
            .tall()
            .fill()
            .on_press(Message::LeftOutPressed);
        Some(press.into())
    }

    /// What can be done about it; nothing for what is only to be read.
    fn answers<'a>(
        &'a self,
        attempt: &'a Attempt,
        may_leave_out: bool,
        context: &Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let words = context.words;
        let main: Option<Element<'_, Message>> = match (&attempt.outcome, self.wants()) {
            (Outcome::Ask(_), Some(Response::Approve)) => {
                let ask = button::primary(words.text("lunch-ask-approval"))
                    .icon(Icon::KeyRound)
                    .fill()
                    .on_press(Message::ApprovePressed);
                Some(ask.into())
            }
            (Outcome::Ask(_), _) => {
                let confirm = button::primary(words.text("lunch-confirm"))
                    .icon(Icon::Check)
                    .fill()
                    .on_press(Message::ConfirmPressed);
                Some(confirm.into())
            }
            _ => None,
        };
        if main.is_none() && !may_leave_out {
            return None;
        }
        let not = button::secondary(words.text("lunch-not-served")).tall();
        let not = match main.is_some() {
            true => not,
            false => not.fill(),
        };
        let not = not.on_press(Message::DismissPressed);
        let row = Row::new()
            .spacing(space::S)
            .push(Element::from(not))
            .push(main);
        Some(row.into())
    }
}

/// Nobody stands there: what to do.
fn waiting<'a>(context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let parts: Vec<Element<'a, Message>> = vec![
        icon(Icon::ScanBarcode, size::DISPLAY * 1.5).into(),
        text::headline(words.text("lunch-scan")).center().into(),
        text::body(words.text("lunch-scan-todo"))
            .center()
            .style(style::muted)
            .into(),
    ];
    well(container(spare(parts, &[0, 2])).center(Length::Fill))
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

fn nobody<'a>(what: &'a str, todo: &'a str) -> Element<'a, Message> {
    let said = Column::new()
        .spacing(space::S)
        .width(Length::Fill)
        .push(text::headline(what))
        .push(text::lead(todo));
    let row = Row::new()
        .spacing(space::L)
        .align_y(Alignment::Center)
        .push(icon(Light::Red.sign(), size::ICON_HERO))
        .push(said);
    container(row)
        .width(Length::Fill)
        .padding(space::XL)
        .style(|theme| Light::Red.look(theme))
        .into()
}

fn shown(outcome: &Outcome) -> &[Conflict] {
    match outcome {
        Outcome::Ask(conflicts) | Outcome::Refused(Refusal::Restricted(conflicts)) => conflicts,
        Outcome::Served(_) | Outcome::Refused(_) => &[],
    }
}

/// A dish, how strictly it stands against the pupil, and each reason.
fn conflict_row<'a>(conflict: &'a Conflict, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let name = match conflict {
        Conflict::Dish { name, .. } => name.clone(),
        Conflict::NoMenu(_) => words.text("lunch-no-menu-today"),
    };
    let (picture, look): (Icon, fn(&Theme) -> container::Style) = match conflict.response() {
        Response::Refuse => (Icon::Ban, style::danger_soft),
        _ => (Icon::TriangleAlert, style::caution_soft),
    };
    let reasons = conflict.reasons().iter();
    let reasons = reasons.map(|reason| text::body(checkout::reason(reason, words)).into());
    let said = Column::new()
        .spacing(2)
        .width(Length::Fill)
        .push(text::lead(name))
        .extend(reasons);
    let row = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON_LARGE))
        .push(said);
    container(row)
        .width(Length::Fill)
        .padding(space::M)
        .style(look)
        .into()
}

fn verdict(outcome: &Outcome, context: &Context<'_>) -> (Light, String, Option<String>) {
    let words = context.words;
    match outcome {
        Outcome::Served(served) => {
            let (verdict, why) = served_words(served, context);
            (Light::Green, verdict, why)
        }
        Outcome::Ask(conflicts) => {
            let approve = conflicts
                .iter()
                .any(|of| of.response() == Response::Approve);
            let key = if approve {
                "lunch-ask-supervisor"
            } else {
                "lunch-ask"
            };
            (Light::Amber, words.text(key), None)
        }
        Outcome::Refused(refusal) => {
            let (verdict, why) = refusal_words(refusal, context.now, context);
            (Light::Red, verdict, why)
        }
    }
}

fn served_words(served: &Served, context: &Context<'_>) -> (String, Option<String>) {
    let words = context.words;
    let without = (!served.left_out.is_empty()).then(|| {
        let told = [("dishes", served.left_out.join(", ").into())];
        words.text_with("lunch-served-without", &told)
    });
    (words.text("lunch-served"), without)
}

/// The local time of an instant of today.
pub(super) fn at(instant: Timestamp, now: Moment) -> Moment {
    now.plus_millis(instant.0 - now.at.0)
}

fn refusal_words(
    refusal: &Refusal,
    now: Moment,
    context: &Context<'_>,
) -> (String, Option<String>) {
    let words = context.words;
    match refusal {
        Refusal::AlreadyEaten { at: first } => {
            let time = words.time(at(*first, now));
            let told = [("time", time.into())];
            (
                words.text_with("lunch-already", &told),
                Some(words.text("lunch-already-todo")),
            )
        }
        Refusal::NotSubscribed => (
            words.text("lunch-not-subscribed"),
            Some(words.text("lunch-not-subscribed-todo")),
        ),
        Refusal::StartsOn(day) => {
            let told = [("day", (*day).into())];
            (
                words.text("lunch-not-yet"),
                Some(words.text_with("lunch-not-yet-day", &told)),
            )
        }
        Refusal::EndedOn(day) => {
            let told = [("day", (*day).into())];
            (
                words.text("lunch-ended"),
                Some(words.text_with("lunch-ended-day", &told)),
            )
        }
        Refusal::NotToday(days) => {
            let told = [("days", weekdays_words(*days, words).into())];
            (
                words.text("lunch-not-today"),
                Some(words.text_with("lunch-not-today-days", &told)),
            )
        }
        Refusal::DayOff => {
            let told = [("day", day_words(now.day(), words).into())];
            (
                words.text("lunch-day-off"),
                Some(words.text_with("lunch-day-off-day", &told)),
            )
        }
        Refusal::Restricted(conflicts) => match conflicts.first() {
            Some(Conflict::NoMenu(_)) => (
                words.text("lunch-no-menu"),
                Some(words.text("lunch-no-menu-todo")),
            ),
            _ => (
                words.text("lunch-restricted"),
                Some(words.text("lunch-restricted-todo")),
            ),
        },
    }
}

/// How many of the day cannot have a dish, or must be asked about.
pub(super) fn dish_chips<'a, M: 'a>(
    refused: usize,
    asked: usize,
    unknown: usize,
    context: &Context<'_>,
) -> Element<'a, M> {
    use crate::app::widget::Mood;
    let words = context.words;
    let told = |key, count: usize| words.text_with(key, &[("count", count.into())]);
    let chips = [
        (refused > 0)
            .then(|| chip::status(Mood::Error, Icon::Ban, told("lunch-dish-refused", refused))),
        (asked > 0).then(|| {
            chip::status(
                Mood::Warn,
                Icon::TriangleAlert,
                told("lunch-dish-asked", asked),
            )
        }),
        (unknown > 0).then(|| {
            chip::status(
                Mood::Warn,
                Icon::CircleQuestionMark,
                words.text("lunch-dish-unknown"),
            )
        }),
        (refused + asked + unknown == 0)
            .then(|| chip::status(Mood::Ok, Icon::CircleCheck, words.text("lunch-dish-free"))),
    ];
    chip::flow(chips.into_iter().flatten())
}
