//! Which sales are shown: those of a day, or those that somebody looks for.

use super::{Action, Sales};
use crate::domain::BusinessDay;
use crate::domain::ticket::TicketCode;

/// Which sales the list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Shown {
    /// Those of the open day.
    #[default]
    Today,
    /// Those of another day.
    Day(BusinessDay),
    /// Those with that number on their ticket.
    Number(i64),
    /// Those of the pupils that this may be the name of.
    Pupil(String),
    /// What was scanned: a ticket or a card.
    Scanned(String),
}

/// The number that a ticket or a person says: `124`, `000124`, `T000124`, or a ticket's code.
#[must_use]
pub fn ticket_number(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Some(code) = TicketCode::parse(text) {
        return Some(code.number());
    }
    let digits = text.strip_prefix(['T', 't', '#']).unwrap_or(text);
    let fits = (1..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| digits.parse().ok()).flatten()
}

impl Sales {
    /// The day it is; the list of another day stays.
    pub fn today_is(&mut self, today: BusinessDay) {
        self.today = Some(today);
    }

    /// Somebody comes to the list: what was looked for before is over.
    pub fn open_today(&mut self) {
        self.query.clear();
        self.shown = Shown::Today;
    }

    /// Which sales are shown.
    #[must_use]
    pub const fn shown(&self) -> &Shown {
        &self.shown
    }

    /// What was scanned here: a ticket or a card.
    ///
    /// While it is said what goes back, another ticket is gone on with instead.
    pub fn scanned(&mut self, code: &str) -> Action {
        if let (Some(code), Some(exchange)) = (TicketCode::parse(code), self.asks_what_goes_back())
        {
            return Action::OpenTicket { code, exchange };
        }
        if code.is_empty() || self.asks_for_pin() {
            return Action::None;
        }
        code.clone_into(&mut self.query);
        self.show(Shown::Scanned(code.to_owned()))
    }

    /// The day whose sales are shown, if it is a day's.
    pub(super) fn day(&self) -> Option<BusinessDay> {
        match &self.shown {
            Shown::Today => self.today,
            Shown::Day(day) => Some(*day),
            Shown::Number(_) | Shown::Pupil(_) | Shown::Scanned(_) => None,
        }
    }

    /// The day before or after the one that is shown; none after today.
    pub(super) fn beside(&self, days: i64) -> Option<BusinessDay> {
        let from = self.day().or(self.today)?;
        let day = BusinessDay::from_number(from.number() + days)?;
        (Some(day) <= self.today).then_some(day)
    }

    pub(super) fn turn_to(&mut self, day: BusinessDay) -> Action {
        self.query.clear();
        match Some(day) == self.today {
            true => self.show(Shown::Today),
            false => self.show(Shown::Day(day)),
        }
    }

    pub(super) fn write(&mut self, query: String) -> Action {
        self.query = query;
        Action::None
    }

    pub(super) fn find(&mut self) -> Action {
        let query = self.query.trim();
        let shown = match ticket_number(query) {
            _ if query.is_empty() => Shown::Today,
            Some(number) => Shown::Number(number),
            None => Shown::Pupil(query.to_owned()),
        };
        self.show(shown)
    }

    fn show(&mut self, shown: Shown) -> Action {
        self.chosen = None;
        self.looking = matches!(shown, Shown::Number(_) | Shown::Scanned(_));
        self.shown = shown.clone();
        Action::Read(shown)
    }
}
