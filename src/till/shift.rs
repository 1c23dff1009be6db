//! The cash drawer's shift: every call goes to the one thread that writes, so that nothing is booked
//! between what is read and what is written.

use super::{Reply, Till, Voice};
use crate::domain::sale::At;
use crate::domain::shift::{Counted, Report, Shift};
use crate::domain::user::{Approved, Right};
use crate::domain::{Moment, Money, MovementId, PrintJobId, Timestamp, UserId};
use crate::printing::{Document, escpos, shift, text};
use crate::store::{self, Close, Count, Desk, NewMove, OldZ, Stamp, ZPaper};

use super::clerk::PinRefused;
use crate::domain::user::Pin;

impl Voice {
    fn report(&self, report: &Report, copy: bool) -> Document {
        shift::report(report, copy, self.words.i18n(), self.profile.paper)
    }
}

impl Till {
    /// How the drawer stands.
    pub fn desk(&self, now: Moment) -> Reply<Result<Desk, store::Error>> {
        self.writer.ask(move |store| store.desk(now))
    }

    /// Opens a shift. The same id twice is one shift.
    pub fn open_shift(
        &self,
        id: MovementId,
        float: Money,
        at: At,
    ) -> Reply<Result<Shift, store::Error>> {
        self.writer
            .ask(move |store| store.open_shift(id, float, at))
    }

    /// Puts cash in or takes it out beside sales.
    pub fn move_cash(&self, moved: NewMove, at: At) -> Reply<Result<(), store::Error>> {
        self.writer.ask(move |store| store.move_cash(&moved, at))
    }

    /// The drawer goes from `from` to whoever `at` names; with `counted`, under the count just made.
    pub fn hand_over(
        &self,
        id: MovementId,
        from: UserId,
        counted: bool,
        at: At,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.hand_over(id, from, counted, at))
    }

    /// Notes a count and says what it differs by.
    pub fn count_shift(&self, count: Count, at: At) -> Reply<Result<Vec<Counted>, store::Error>> {
        self.writer.ask(move |store| store.count_shift(&count, at))
    }

    /// Closes the shift; its Z is queued in the same transaction.
    pub fn close_shift(&self, close: Close, at: At) -> Reply<Result<Report, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let render = |report: &Report| {
                let page = voice.report(report, false);
                let title = shift::title(report, voice.words.i18n());
                (title, escpos::encode(&page, &voice.profile))
            };
            let paper = ZPaper {
                shop: &voice.config.shop,
                render: &render,
            };
            let closed = store.close_shift(&close, at, &paper);
            printer.wake();
            closed
        })
    }

    /// Whoever has this PIN and may approve a difference, with why.
    pub fn approve_difference(
        &self,
        pin: Pin,
        reason: String,
        now: Moment,
    ) -> Reply<Result<Option<Approved>, PinRefused>> {
        let till = self.clone();
        Reply::aside(move || {
            let approval = till.approve(Right::Difference, pin, reason, now).wait()??;
            Ok(approval.spend(Right::Difference))
        })
    }

    /// The open shift's X.
    pub fn x(&self, now: Moment) -> Reply<Result<Report, store::Error>> {
        let voice = self.voice();
        self.writer
            .ask(move |store| store.x(&voice.config.shop, now))
    }

    /// The open shift's X as anybody may read it: where counts are made blind, without what is expected.
    pub fn x_shown(&self, now: Moment) -> Reply<Result<Report, store::Error>> {
        let voice = self.voice();
        self.writer.ask(move |store| x_shown(store, &voice, now))
    }

    /// A Z as it was printed.
    pub fn z(&self, number: i64) -> Reply<Result<Report, store::Error>> {
        self.writer.ask(move |store| store.z(number))
    }

    /// The last Zs, newest first.
    pub fn zs(&self, most: usize, now: Moment) -> Reply<Result<Vec<OldZ>, store::Error>> {
        self.writer.ask(move |store| store.zs(most, now))
    }

    /// What an X or a Z looks like, as text.
    #[must_use]
    pub fn report_text(&self, report: &Report, copy: bool) -> String {
        text::render(&self.voice().report(report, copy))
    }

    /// Prints the X of this moment, as [`Till::x_shown`] has it.
    pub fn print_x(&self, now: Moment) -> Reply<Result<PrintJobId, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let report = x_shown(store, &voice, now)?;
            let job = queue(store, &voice, &report, false, now.at);
            printer.wake();
            job
        })
    }

    /// Prints a Z again, marked as a copy.
    pub fn print_z(&self, number: i64, at: Timestamp) -> Reply<Result<PrintJobId, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let report = store.z(number)?;
            let job = queue(store, &voice, &report, true, at);
            printer.wake();
            job
        })
    }

    /// Opens the drawer without a sale for a reason, which the shift counts.
    pub fn open_drawer_for(
        &self,
        reason: String,
        stamp: Stamp,
    ) -> Reply<Result<PrintJobId, store::Error>> {
        let (pulse, printer) = (self.voice().drawer, self.printer.clone());
        self.writer.ask(move |store| {
            let job = store.open_drawer_for(&pulse, Some(&reason), stamp);
            printer.wake();
            job
        })
    }
}

fn x_shown(store: &store::Store, voice: &Voice, now: Moment) -> Result<Report, store::Error> {
    let report = store.x(&voice.config.shop, now)?;
    Ok(match voice.config.shift.blind {
        true => report.blind(),
        false => report,
    })
}

fn queue(
    store: &mut store::Store,
    voice: &Voice,
    report: &Report,
    copy: bool,
    at: Timestamp,
) -> Result<PrintJobId, store::Error> {
    let page = voice.report(report, copy);
    let title = shift::title(report, voice.words.i18n());
    store.queue_page(&title, &escpos::encode(&page, &voice.profile), at)
}
