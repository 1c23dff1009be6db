//! The page of hours: the breaks of the school day, and when a till that is left alone locks.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::house::Wanted;
use crate::app::icon::Icon;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, beside, button, card, field, scroll, segmented, table, text,
};
use crate::domain::limits::{BREAKS_MAX, BadHours, Hours, MealBreak, Minute};
use crate::i18n::I18n;

/// The choices for the lock, in minutes; 0 is never.
const LOCKS: [u16; 6] = [0, 2, 5, 10, 30, 60];
/// Room for a time, and a name that has less room beside both stands above them, in logical pixels.
const TIME_WIDTH: f32 = 92.0;
const NAME_WIDTH_MIN: f32 = 240.0;
/// The most letters of a name.
const NAME_MAX: usize = 30;

/// The state of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct HoursPage {
    breaks: Vec<MealBreak>,
    lock_minutes: u16,
    name: String,
    from: String,
    to: String,
    tried: bool,
    refused: Option<String>,
}

/// A field of a new break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Its name.
    Name,
    /// When it begins.
    From,
    /// When it ends.
    To,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// A field of a new break was typed into.
    Typed(Field, String),
    /// The new break is to be kept.
    Added,
    /// The break at this place goes.
    Removed(usize),
    /// A time after which the till locks was chosen.
    LockChosen(u16),
}

/// What is wrong with a new break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    NoName,
    Hours(BadHours),
    /// It begins before another has ended.
    Overlaps,
    TooMany,
}

impl HoursPage {
    pub(super) fn are(&mut self, breaks: Vec<MealBreak>, lock_minutes: u16) {
        if self.breaks != breaks {
            self.name.clear();
            self.from.clear();
            self.to.clear();
            self.tried = false;
        }
        (self.breaks, self.lock_minutes) = (breaks, lock_minutes);
        self.refused = None;
    }

    pub(super) fn refused(&mut self, why: &str) {
        self.refused = Some(why.to_owned());
    }

    pub(super) fn texts(&mut self) -> [&mut String; 3] {
        [&mut self.name, &mut self.from, &mut self.to]
    }

    pub(super) fn update(&mut self, message: Message) -> Option<Wanted> {
        match message {
            Message::Typed(field, text) => self.type_into(field, &text),
            Message::Added => return self.add(),
            Message::Removed(at) => return self.remove(at),
            Message::LockChosen(minutes) if minutes != self.lock_minutes => {
                return Some(Wanted::SetLock(minutes));
            }
            Message::LockChosen(_) => {}
        }
        None
    }

    fn type_into(&mut self, field: Field, text: &str) {
        let of = match field {
            Field::Name => &mut self.name,
            Field::From => &mut self.from,
            Field::To => &mut self.to,
        };
        *of = text.chars().take(NAME_MAX).collect();
    }

    fn typed(&self) -> Result<MealBreak, Fault> {
        let name = self.name.trim();
        if name.is_empty() {
            return Err(Fault::NoName);
        } else if self.breaks.len() >= BREAKS_MAX {
            return Err(Fault::TooMany);
        }
        let minute = |text: &str| Minute::parse(text).map_err(Fault::Hours);
        let hours = Hours::new(minute(&self.from)?, minute(&self.to)?).map_err(Fault::Hours)?;
        let mut others = self.breaks.iter();
        if others.any(|of| of.hours.from() < hours.to() && hours.from() < of.hours.to()) {
            return Err(Fault::Overlaps);
        }
        Ok(MealBreak {
            name: name.to_owned(),
            hours,
        })
    }

    fn add(&mut self) -> Option<Wanted> {
        self.tried = true;
        let new = self.typed().ok()?;
        let breaks = self.breaks.iter().cloned().chain([new]);
        Some(Wanted::SetBreaks(breaks.collect()))
    }

    fn remove(&mut self, at: usize) -> Option<Wanted> {
        let mut breaks = self.breaks.clone();
        (at < breaks.len()).then(|| breaks.remove(at))?;
        Some(Wanted::SetBreaks(breaks))
    }

    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let column = Column::new()
            .spacing(space::L)
            .push(refused)
            .push(self.breaks_card(words))
            .push(self.lock_card(words));
        scroll(column).height(Length::Fill).into()
    }

    fn breaks_card<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let hint = text::small(words.text("hours-breaks-hint")).style(style::muted);
        let rows = self.breaks.iter().enumerate().map(|(at, of)| {
            let remove = button::ghost(words.text("hours-remove"))
                .icon(Icon::Trash)
                .on_press(Message::Removed(at));
            Row::new()
                .height(56)
                .align_y(Alignment::Center)
                .spacing(space::M)
                .push(text::strong(of.name.as_str()).width(Length::Fill))
                .push(text::body(of.hours.to_string()))
                .push(Element::from(remove))
                .into()
        });
        let none = self.breaks.is_empty();
        let none = none.then(|| text::body(words.text("hours-none")).style(style::muted));
        let input = |key: &str, hint: &str, value: &str, of: Field, width: Length| {
            let typed =
                field(&words.text(hint), value).on_input(move |text| Message::Typed(of, text));
            let labelled = field::labelled(words.text(key), typed, None);
            container(labelled).width(width)
        };
        let add = button::secondary(words.text("hours-add"))
            .icon(Icon::Plus)
            .on_press(Message::Added);
        let name = input(
            "hours-name",
            "hours-name-hint",
            &self.name,
            Field::Name,
            Length::Fill,
        );
        let time = Length::Fixed(TIME_WIDTH);
        let times = Row::new()
            .spacing(space::M)
            .align_y(Alignment::End)
            .push(input(
                "hours-from",
                "hours-from-hint",
                &self.from,
                Field::From,
                time,
            ))
            .push(input(
                "hours-to",
                "hours-to-hint",
                &self.to,
                Field::To,
                time,
            ))
            .push(Element::from(add));
        let form = beside(name, NAME_WIDTH_MIN, times);
        let fault = self.typed().err().filter(|_| self.tried);
        let fault = fault.map(|of| text::small(fault_word(of, words)).style(style::danger_ink));
        let column = Column::new()
            .spacing(space::M)
            .push(text::lead(words.text("hours-breaks")))
            .push(hint)
            .push(none)
            .push(table::rows(rows))
            .push(form)
            .push(fault);
        card(column).width(Length::Fill).into()
    }

    fn lock_card<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let label = |minutes: u16| match minutes {
            0 => words.text("hours-lock-never"),
            minutes => words.text_with(
                "hours-lock-after",
                &[("minutes", i64::from(minutes).into())],
            ),
        };
        let mut choices = LOCKS.to_vec();
        if !choices.contains(&self.lock_minutes) {
            choices.push(self.lock_minutes);
            choices.sort_unstable();
        }
        let choices = choices.into_iter().map(|minutes| (label(minutes), minutes));
        let choices: Vec<_> = choices.collect();
        let column = Column::new()
            .spacing(space::M)
            .push(text::lead(words.text("hours-lock")))
            .push(text::small(words.text("hours-lock-hint")).style(style::muted))
            .push(super::sheet_view::usual("lock_minutes", words))
            .push(segmented(choices, &self.lock_minutes, Message::LockChosen))
            .push(gap().height(0));
        card(column).width(Length::Fill).into()
    }
}

fn fault_word(fault: Fault, words: &I18n) -> String {
    words.text(match fault {
        Fault::NoName => "hours-fault-name",
        Fault::Hours(BadHours::NotATime) => "hours-fault-time",
        Fault::Hours(BadHours::Backwards) => "hours-fault-backwards",
        Fault::Overlaps => "hours-fault-overlaps",
        Fault::TooMany => "hours-fault-many",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_has_a_name_and_its_own_time() {
        let mut page = HoursPage::default();
        let add = |page: &mut HoursPage, name: &str, from: &str, to: &str| {
            for (field, text) in [(Field::Name, name), (Field::From, from), (Field::To, to)] {
                let _ = page.update(Message::Typed(field, text.to_owned()));
            }
            page.update(Message::Added)
        };
        assert_eq!(add(&mut page, " ", "9:30", "9:50"), None);
        assert_eq!(add(&mut page, "Recreo", "9:50", "9:30"), None);
        let Some(Wanted::SetBreaks(breaks)) = add(&mut page, "Recreo", "9:30", "9:50") else {
            panic!("it is whole");
        };
        page.are(breaks, 10);
        assert_eq!(
            add(&mut page, "Otro", "9:45", "10:00"),
            None,
            "they overlap"
        );
        assert!(add(&mut page, "Otro", "9:50", "10:00").is_some());
        assert_eq!(page.update(Message::LockChosen(10)), None);
        let locked = page.update(Message::LockChosen(0));
        assert_eq!(locked, Some(Wanted::SetLock(0)));
    }
}
