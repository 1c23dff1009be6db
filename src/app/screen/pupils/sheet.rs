//! The sheet for the family: its period, the paper as it will be, where it goes.

use std::path::PathBuf;

use super::form::Fault;
use crate::domain::scanner::take_back;
use crate::domain::{BusinessDay, Money};
use crate::printing::Document;

/// The longest period of a sheet, in days: a school year and a holiday.
const DAYS_MAX: i64 = 366;

/// Which days the sheet is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Period {
    /// Since Monday.
    Week,
    /// Since the first of the month.
    #[default]
    Month,
    /// Days that are typed.
    Chosen,
}

/// What happened on the sheet.
#[derive(Debug, Clone)]
pub enum Message {
    /// It was opened.
    Opened,
    /// A period was chosen.
    PeriodChosen(Period),
    /// The first day was typed.
    FromTyped(String),
    /// The last day was typed.
    ToTyped(String),
    /// The typed days are to be shown.
    DaysConfirmed,
    /// The folder was typed.
    FolderTyped(String),
    /// On paper, please.
    PrintPressed,
    /// As files, please.
    SavePressed,
}

/// What is to be done about the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Make it; answer with [`super::Pupils::sheet_made`].
    Make {
        /// The first day.
        from: BusinessDay,
        /// The last day.
        to: BusinessDay,
    },
    /// Print this paper; answer with [`super::Pupils::sheet_queued`].
    Print(Box<Document>),
    /// Save this paper as a picture and as text; answer with [`super::Pupils::sheet_saved`].
    Save {
        /// The paper.
        page: Box<Document>,
        /// Where to.
        folder: PathBuf,
        /// The first day, for the file's name.
        from: BusinessDay,
        /// The last day.
        to: BusinessDay,
    },
}

/// A sheet that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The paper.
    pub page: Document,
    /// The same in letters.
    pub text: String,
    /// How many lines were bought.
    pub bought: usize,
    /// How many alerts there were.
    pub alerts: usize,
    /// What was paid.
    pub total: Money,
    /// The first day.
    pub from: BusinessDay,
    /// The last day.
    pub to: BusinessDay,
}

/// How far it is.
#[derive(Debug, Default)]
pub(super) enum Stage {
    /// Nothing was asked for.
    #[default]
    Empty,
    Making,
    Made(Box<Made>),
    /// A sentence for the user.
    Failed(String),
}

/// The state of the sheet.
#[derive(Debug, Default)]
pub(super) struct SheetTab {
    pub(super) period: Period,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) folder: String,
    pub(super) stage: Stage,
    pub(super) tried: bool,
    /// Whether the queue has it and has not answered: a second press prints no second sheet.
    pub(super) printing: bool,
    /// Where it was saved, or why not.
    pub(super) saved: Option<Result<String, String>>,
}

impl SheetTab {
    pub(super) fn new(folder: String) -> Self {
        Self {
            folder,
            ..Self::default()
        }
    }

    pub(super) fn made(&mut self, made: Result<Made, String>) {
        self.stage = match made {
            Ok(made) => Stage::Made(Box::new(made)),
            Err(why) => Stage::Failed(why),
        };
    }

    pub(super) fn saved(&mut self, saved: Result<String, String>) {
        self.saved = Some(saved);
    }

    pub(super) fn update(&mut self, message: Message, today: BusinessDay) -> Option<Action> {
        match message {
            Message::Opened => self.make(today),
            Message::PeriodChosen(period) => self.choose(period, today),
            Message::FromTyped(from) => self.retype(|tab| tab.from = from),
            Message::ToTyped(to) => self.retype(|tab| tab.to = to),
            Message::DaysConfirmed => {
                self.tried = true;
                self.make(today)
            }
            Message::FolderTyped(folder) => self.retype_folder(folder),
            Message::PrintPressed => self.print(),
            Message::SavePressed => self.save(),
        }
    }

    /// Enter shows the days that were typed; what writes waits for its button.
    pub(super) fn entered(&mut self, today: BusinessDay) -> Option<Action> {
        let typed = self.period == Period::Chosen && matches!(self.stage, Stage::Empty);
        typed.then(|| self.update(Message::DaysConfirmed, today))?
    }

    /// The letters of a scan, out of the field that received them.
    pub(super) fn take_back(&mut self, letters: &str) {
        for text in [&mut self.from, &mut self.to, &mut self.folder] {
            if let Some(without) = take_back(text, letters) {
                *text = without;
            }
        }
    }

    fn choose(&mut self, period: Period, today: BusinessDay) -> Option<Action> {
        self.period = period;
        self.tried = false;
        if period == Period::Chosen && self.from.is_empty() && self.to.is_empty() {
            let written = |day: BusinessDay| day.0.format("%d/%m/%Y").to_string();
            self.from = written(today.first_of_month());
            self.to = written(today);
        }
        self.make(today)
    }

    /// What is shown must be of the days that stand in the fields.
    fn retype(&mut self, change: impl FnOnce(&mut Self)) -> Option<Action> {
        change(self);
        self.stage = Stage::Empty;
        self.saved = None;
        None
    }

    fn retype_folder(&mut self, folder: String) -> Option<Action> {
        self.folder = folder;
        self.saved = None;
        None
    }

    fn make(&mut self, today: BusinessDay) -> Option<Action> {
        self.saved = None;
        let days = self.days(today).ok();
        self.stage = days.map_or(Stage::Empty, |_| Stage::Making);
        days.map(|(from, to)| Action::Make { from, to })
    }

    /// The first and the last day, or what is wrong: with the first (`true`) or with the last.
    pub(super) fn days(
        &self,
        today: BusinessDay,
    ) -> Result<(BusinessDay, BusinessDay), (bool, DaysFault)> {
        match self.period {
            Period::Week => Ok((today.monday(), today)),
            Period::Month => Ok((today.first_of_month(), today)),
            Period::Chosen => {
                let read = |text: &str, is_first| {
                    let day = BusinessDay::written(text);
                    day.map_err(|bad| (is_first, DaysFault::Day(Fault::BadDay(bad))))
                };
                let (from, to) = (read(&self.from, true)?, read(&self.to, false)?);
                if to < from {
                    return Err((false, DaysFault::Backwards));
                }
                if to.number() - from.number() >= DAYS_MAX {
                    return Err((false, DaysFault::TooLong));
                }
                Ok((from, to))
            }
        }
    }

    pub(super) fn shown(&self) -> Option<&Made> {
        match &self.stage {
            Stage::Made(made) => Some(made),
            Stage::Empty | Stage::Making | Stage::Failed(_) => None,
        }
    }

    fn print(&mut self) -> Option<Action> {
        if self.printing {
            return None;
        }
        let page = Box::new(self.shown()?.page.clone());
        self.printing = true;
        Some(Action::Print(page))
    }

    fn save(&mut self) -> Option<Action> {
        let folder = self.folder.trim();
        if folder.is_empty() {
            return None;
        }
        let made = self.shown()?;
        Some(Action::Save {
            page: Box::new(made.page.clone()),
            folder: PathBuf::from(folder),
            from: made.from,
            to: made.to,
        })
    }
}

/// What is wrong with the days that were typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DaysFault {
    /// A day is none.
    Day(Fault),
    /// The last day comes before the first.
    Backwards,
    /// More than a sheet can tell.
    TooLong,
}
