//! Pupils' accounts, asked of an open canteen: movements, statements, low balances, cards, lists.

mod csv;
mod list;

use super::{Reply, Till};
use crate::domain::card::Change;
use crate::domain::ledger::{Movement, Slip, ToppedUp};
use crate::domain::sale::At;
use crate::domain::{BusinessDay, Moment, Money, MovementId, PrintJobId, StudentId};
use crate::i18n::I18n;
use crate::printing::{account as paper, escpos};
use crate::store::{self, Account, Low, Posted, Printing, Statement};

pub use csv::{low as low_csv, statement as statement_csv};
pub use list::{ListPlan, Unplanned};

use super::Voice;

/// A statement with more lines than this is no ticket: a shorter period is asked for.
pub const PRINTED_MAX: usize = 300;
/// The most lines of a statement that are read as a whole.
const WHOLE_MAX: usize = 200_000;

impl Voice {
    /// The receipt of a movement, and what the queue calls it; sharing an account moves no money to sign for.
    fn slip(&self, slip: &Slip, words: &I18n) -> (String, Vec<u8>) {
        let telling = paper::Telling {
            words,
            shop: &self.config.shop,
            now: slip.at,
        };
        let page = paper::slip(slip, &telling, self.profile.paper);
        let number = [("number", slip.number.into())];
        let title = words.text_with("slip-job", &number);
        (title, escpos::encode(&page, &self.profile))
    }
}

impl Till {
    /// A pupil's account with all that is shown of it.
    pub fn account(
        &self,
        student: StudentId,
        day: BusinessDay,
    ) -> Reply<Result<Account, store::Error>> {
        let house = self.low_balance();
        self.writer.ask(move |store| {
            let mut account = store.account(student, day)?;
            account.customer = account.customer.with_house_mark(house);
            Ok(account)
        })
    }

    /// Below this a balance is low, for those who have no threshold of their own.
    #[must_use]
    pub fn low_balance(&self) -> Money {
        self.config().accounts.low_balance.money()
    }

    /// Writes a movement down with its paper, and wakes the printer.
    pub fn move_money(&self, movement: Movement) -> Reply<Result<Posted, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let words = I18n::new(voice.config.locale);
            let wanted = movement.way().is_some();
            let render = |slip: &Slip| wanted.then(|| voice.slip(slip, &words));
            let printing = Printing {
                render: &render,
                drawer: &voice.drawer,
            };
            let posted = store.move_money(&movement, &printing);
            printer.wake();
            posted
        })
    }

    /// The top-up of that number, for whoever undoes it.
    pub fn topped_up(&self, number: i64) -> Reply<Result<ToppedUp, store::Error>> {
        self.writer.ask(move |store| store.topped_up(number))
    }

    /// Prints the receipt of a movement again, marked as a copy.
    pub fn reprint_slip(&self, number: i64, at: At) -> Reply<Result<PrintJobId, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let id: MovementId = store.movement_of_number(number)?;
            let slip = store.slip(id, at)?;
            let (title, bytes) = voice.slip(&slip, &I18n::new(voice.config.locale));
            let job = store.queue_page(&title, &bytes, at.moment.at);
            printer.wake();
            job
        })
    }

    /// A page of a statement.
    pub fn statement(
        &self,
        student: StudentId,
        (from, to): (BusinessDay, BusinessDay),
        page: usize,
        page_lines: usize,
    ) -> Reply<Result<Statement, store::Error>> {
        self.writer
            .ask(move |store| store.statement(student, from, to, page, page_lines))
    }

    /// A whole statement, read beside the one who writes.
    pub fn whole_statement(
        &self,
        student: StudentId,
        (from, to): (BusinessDay, BusinessDay),
    ) -> Reply<Result<Statement, store::Error>> {
        self.beside(move |reader| reader.statement(student, from, to, 0, WHOLE_MAX))
    }

    /// Prints a statement; `None` if it has more than [`PRINTED_MAX`] lines.
    pub fn print_statement(
        &self,
        student: StudentId,
        (from, to): (BusinessDay, BusinessDay),
        now: Moment,
    ) -> Reply<Result<Option<PrintJobId>, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let whole = store.statement(student, from, to, 0, PRINTED_MAX)?;
            if whole.count > PRINTED_MAX {
                return Ok(None);
            }
            let words = I18n::new(voice.config.locale);
            let telling = paper::Telling {
                words: &words,
                shop: &voice.config.shop,
                now,
            };
            let page = paper::statement(&whole, &telling, voice.profile.paper);
            let bytes = escpos::encode(&page, &voice.profile);
            let job = store.queue_page(&words.text("statement-title"), &bytes, now.at)?;
            printer.wake();
            Ok(Some(job))
        })
    }

    /// Every account that is low, the least first.
    pub fn low(&self) -> Reply<Result<Vec<Low>, store::Error>> {
        let house = self.low_balance();
        self.writer.ask(move |store| store.low(house))
    }

    /// Prints the list of low balances.
    pub fn print_low(&self, now: Moment) -> Reply<Result<PrintJobId, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        let house = self.low_balance();
        self.writer.ask(move |store| {
            let low = store.low(house)?;
            let words = I18n::new(voice.config.locale);
            let telling = paper::Telling {
                words: &words,
                shop: &voice.config.shop,
                now,
            };
            let page = paper::low(&low, &telling, voice.profile.paper);
            let bytes = escpos::encode(&page, &voice.profile);
            let job = store.queue_page(&words.text("low-job"), &bytes, now.at);
            printer.wake();
            job
        })
    }

    /// Below this the pupil's balance is low from now on; `None` for the house's threshold.
    pub fn set_low_mark(
        &self,
        student: StudentId,
        mark: Option<Money>,
        at: At,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.set_low_mark(student, mark, at))
    }

    /// Does something with a card.
    pub fn change_card(&self, change: Change) -> Reply<Result<(), store::Error>> {
        self.writer.ask(move |store| store.change_card(&change))
    }
}
