//! The sales behind a figure: a page at a time, and from each its ticket.

use super::message::{Action, Drawn, Listed, Source};
use crate::app::widget::Paper;
use crate::domain::SaleId;
use crate::domain::metrics::{Cursor, SaleRow};

/// A list of sales.
#[derive(Debug, Clone)]
pub struct List {
    /// What they are.
    pub title: String,
    /// Of which days, or what was looked for.
    pub of: String,
    /// Where they come from.
    pub source: Source,
    /// The page that is shown; `None` until it was read.
    pub rows: Option<Vec<SaleRow>>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
    /// Where the pages before began, and this one.
    began: Vec<Option<Cursor>>,
    /// What is being read.
    asked: Option<Begins>,
    /// Why it could not be read.
    pub failed: Option<String>,
    /// The ticket that is shown.
    pub ticket: Option<Ticket>,
}

/// Where a page begins: after a row, or with the first.
#[derive(Debug, Clone, Copy)]
struct Begins(Option<Cursor>);

/// A ticket of the list.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// Of which sale.
    pub sale: SaleId,
    /// Its number.
    pub number: i64,
    /// Drawn, or why it cannot be; `None` until it was drawn.
    pub drawn: Option<Drawn>,
}

impl List {
    /// The first page is to be read.
    pub fn open(title: String, of: String, source: Source) -> (Self, Action) {
        let action = Action::List(source.clone(), None);
        let list = Self {
            title,
            of,
            source,
            rows: None,
            next: None,
            began: Vec::new(),
            asked: Some(Begins(None)),
            failed: None,
            ticket: None,
        };
        (list, action)
    }

    /// Which page it is, from 1.
    #[must_use]
    pub fn page(&self) -> usize {
        self.began.len().max(1)
    }

    /// Whether a page is being read.
    #[must_use]
    pub const fn is_reading(&self) -> bool {
        self.asked.is_some()
    }

    /// To the page before (`false`) or after; one at a time.
    pub fn step(&mut self, on: bool) -> Action {
        if self.is_reading() {
            return Action::None;
        }
        let to = if on {
            self.next.map(Some)
        } else if self.began.len() > 1 {
            self.began.pop();
            self.began.pop()
        } else {
            None
        };
        match to {
            Some(cursor) => {
                self.asked = Some(Begins(cursor));
                Action::List(self.source.clone(), cursor)
            }
            None => Action::None,
        }
    }

    /// The page was read, or not.
    pub fn listed(&mut self, listed: Listed) {
        let Some(Begins(asked)) = self.asked.take() else {
            return;
        };
        match listed {
            Ok(page) => {
                self.began.push(asked);
                self.rows = Some(page.rows);
                self.next = page.next;
                self.failed = None;
            }
            Err(why) => {
                self.began.push(asked);
                self.rows = None;
                self.failed = Some(why);
            }
        }
    }

    /// The same page once more.
    pub fn again(&mut self) -> Action {
        if self.is_reading() {
            return Action::None;
        }
        let cursor = self.began.pop().flatten();
        self.asked = Some(Begins(cursor));
        Action::List(self.source.clone(), cursor)
    }

    /// A row was pressed.
    pub fn choose(&mut self, sale: SaleId) -> Action {
        let mut rows = self.rows.iter().flatten();
        let Some(row) = rows.find(|row| row.id == sale) else {
            return Action::None;
        };
        self.ticket = Some(Ticket {
            sale,
            number: row.number,
            drawn: None,
        });
        Action::Ticket(sale)
    }

    /// A ticket was drawn, or not.
    pub fn drawn(&mut self, sale: SaleId, drawn: Result<Paper, String>) {
        if let Some(ticket) = self.ticket.as_mut().filter(|ticket| ticket.sale == sale) {
            ticket.drawn = Some(drawn);
        }
    }
}
