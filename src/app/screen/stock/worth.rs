//! What stock was worth on the evening of a day.

use super::{Action, Context, clean};
use crate::domain::BusinessDay;
use crate::store::stock::Valued;

/// The most products that are laid out at once.
pub(super) const SHOWN_MAX: usize = 60;

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A day was chosen.
    DayPressed(BusinessDay),
    /// A day was typed.
    DayTyped(String),
    /// That day.
    DayConfirmed,
    /// To another page of the list.
    PageTurned(usize),
    /// Save what is shown.
    SavePressed,
}

/// The state of the value.
#[derive(Debug)]
pub(super) struct Valuing {
    pub(super) day: BusinessDay,
    pub(super) typed: String,
    pub(super) wrong: bool,
    pub(super) page: usize,
    pub(super) valued: Option<Vec<Valued>>,
}

impl Valuing {
    pub(super) const fn new(today: BusinessDay) -> Self {
        Self {
            day: today,
            typed: String::new(),
            wrong: false,
            page: 0,
            valued: None,
        }
    }

    pub(super) fn is(&mut self, day: BusinessDay, valued: Vec<Valued>) {
        if self.day == day {
            self.valued = Some(valued);
        }
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        let today = context.now.day();
        match message {
            Message::DayPressed(day) => self.turn_to(day.min(today)),
            Message::DayTyped(text) => {
                self.typed = text;
                self.wrong = false;
                Action::None
            }
            Message::DayConfirmed => match BusinessDay::written(&self.typed) {
                Ok(day) if day <= today => {
                    self.typed.clear();
                    self.turn_to(day)
                }
                _ => {
                    self.wrong = true;
                    Action::None
                }
            },
            Message::PageTurned(page) => {
                self.page = page;
                Action::None
            }
            Message::SavePressed if self.valued.is_some() => Action::SaveWorth,
            Message::SavePressed => Action::None,
        }
    }

    fn turn_to(&mut self, day: BusinessDay) -> Action {
        self.day = day;
        self.wrong = false;
        self.page = 0;
        self.valued = None;
        Action::ReadWorth(day)
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        clean([&mut self.typed], letters);
    }
}
