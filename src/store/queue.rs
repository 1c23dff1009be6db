//! What a person does to the printer's queue: give a paper up, open the drawer. Both are noted.

use super::{Error, PrintJob, Stamp, Store, shift, user};
use crate::domain::PrintJobId;

/// What a pulse for the drawer is called in the queue.
pub(super) const DRAWER: &str = "drawer";

impl PrintJob {
    /// Whether it opens the drawer and prints nothing.
    #[must_use]
    pub fn is_drawer(&self) -> bool {
        self.title == DRAWER
    }
}

impl Store {
    /// Gives up a waiting job, and notes who did and why; false if it is not waiting any more.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn cancel_job(
        &mut self,
        job: PrintJobId,
        reason: &str,
        stamp: Stamp,
    ) -> Result<bool, Error> {
        self.transact(|db| {
            let sql =
                "UPDATE print_job SET state = 'cancelled' WHERE id = ?1 AND state = 'waiting'";
            let done = db.prepare_cached(sql)?.execute([job.0])? == 1;
            if done {
                let subject = job.0.to_string();
                user::audit(
                    db,
                    stamp.moment,
                    stamp.by,
                    "cancel_job",
                    Some(&subject),
                    Some(reason),
                )?;
            }
            Ok(done)
        })
    }

    /// Queues a pulse for the drawer without a sale, and notes who wanted it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn open_drawer(&mut self, pulse: &[u8], stamp: Stamp) -> Result<PrintJobId, Error> {
        self.open_drawer_for(pulse, None, stamp)
    }

    /// The same with a reason; the open shift counts it.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn open_drawer_for(
        &mut self,
        pulse: &[u8],
        reason: Option<&str>,
        stamp: Stamp,
    ) -> Result<PrintJobId, Error> {
        self.transact(|db| {
            let sql = "INSERT INTO print_job (title, state, bytes, made_at, copy)
                VALUES (?1, 'waiting', ?2, ?3, 0)";
            db.prepare_cached(sql)?
                .execute((DRAWER, pulse, stamp.moment.at.0))?;
            let job = PrintJobId(db.last_insert_rowid());
            let subject = job.0.to_string();
            user::audit(
                db,
                stamp.moment,
                stamp.by,
                "open_drawer",
                Some(&subject),
                reason,
            )?;
            shift::drawer_opened(db, reason, stamp)?;
            Ok(job)
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::print::JobState;
    use crate::domain::{Moment, UserId};

    fn stamp() -> Stamp {
        let time = DateTime::parse_from_rfc3339("2026-11-23T09:41:00-03:00").unwrap();
        Stamp::at(Moment::new(time))
    }

    fn noted(store: &Store, action: &str) -> i64 {
        let sql = "SELECT count(*) FROM audit WHERE action = ?1";
        store.db.query_row(sql, [action], |row| row.get(0)).unwrap()
    }

    #[test]
    fn a_job_is_given_up_once_and_only_while_it_waits() {
        let mut store = Store::in_memory().unwrap();
        let job = store.queue_page("Prueba", b"x", stamp().moment.at).unwrap();
        assert!(store.cancel_job(job, "se fue", stamp()).unwrap());
        assert!(!store.cancel_job(job, "se fue", stamp()).unwrap());
        let sent = store.queue_page("Prueba", b"x", stamp().moment.at).unwrap();
        assert!(store.start_job(sent).unwrap());
        assert!(!store.cancel_job(sent, "se fue", stamp()).unwrap());
        assert_eq!(store.job(sent).unwrap().state, JobState::Sending);
        assert!(!store.cancel_job(PrintJobId(99), "nada", stamp()).unwrap());
        assert_eq!(noted(&store, "cancel_job"), 1);
    }

    #[test]
    fn a_job_that_ends_late_says_nothing_of_another_that_has_its_number_after_a_restore() {
        let mut store = Store::in_memory().unwrap();
        let job = store.queue_page("Prueba", b"x", stamp().moment.at).unwrap();
        for (state, ended) in [
            (JobState::Waiting, JobState::Printed),
            (JobState::Uncertain, JobState::Waiting),
        ] {
            store.mark_job(job, state).unwrap();
            store.finish_job(job, ended).unwrap();
            assert_eq!(store.job(job).unwrap().state, state);
        }
        store.mark_job(job, JobState::Waiting).unwrap();
        assert_eq!(store.tally_jobs().unwrap(), (1, None));
        assert!(store.start_job(job).unwrap());
        store.finish_job(job, JobState::Uncertain).unwrap();
        assert_eq!(store.tally_jobs().unwrap(), (0, Some(job)));
    }

    #[test]
    fn a_pulse_for_the_drawer_is_no_ticket_that_waits() {
        let mut store = Store::in_memory().unwrap();
        store.open_drawer(b"pulse", stamp()).unwrap();
        assert_eq!(store.tally_jobs().unwrap(), (0, None));
        store.queue_page("Prueba", b"x", stamp().moment.at).unwrap();
        assert_eq!(store.tally_jobs().unwrap(), (1, None));
    }

    #[test]
    fn what_was_only_sent_is_told_apart_from_what_was_confirmed() {
        let mut store = Store::in_memory().unwrap();
        for sent in [true, false] {
            let job = store.queue_page("Prueba", b"x", stamp().moment.at).unwrap();
            assert!(store.start_job(job).unwrap());
            match sent {
                true => store.finish_unconfirmed(job).unwrap(),
                false => store.finish_job(job, JobState::Printed).unwrap(),
            }
            let done = store.job(job).unwrap();
            assert_eq!(
                (done.state, done.unconfirmed, done.copy),
                (JobState::Printed, sent, false)
            );
        }
    }

    #[test]
    fn only_what_is_in_doubt_is_printed_again_and_it_is_marked() {
        let mut store = Store::in_memory().unwrap();
        let job = store
            .queue_page("Prueba", b"Chipa", stamp().moment.at)
            .unwrap();
        assert!(!store.print_again(job, b"COPIA ").unwrap(), "it waits");
        store.mark_job(job, JobState::Uncertain).unwrap();
        assert!(store.print_again(job, b"COPIA ").unwrap());
        let again = store.job(job).unwrap();
        assert_eq!((again.state, again.copy), (JobState::Waiting, true));
        assert_eq!(again.bytes, b"COPIA Chipa");
        let pulse = store.open_drawer(b"pulse", stamp()).unwrap();
        store.mark_job(pulse, JobState::Uncertain).unwrap();
        assert!(!store.print_again(pulse, b"COPIA ").unwrap(), "never again");
    }

    #[test]
    fn a_drawer_opened_without_a_sale_is_noted_with_its_name() {
        let mut store = Store::in_memory().unwrap();
        let by = Stamp {
            by: None::<UserId>,
            ..stamp()
        };
        let job = store.open_drawer(b"pulse", by).unwrap();
        assert!(store.job(job).unwrap().is_drawer());
        assert_eq!(noted(&store, "open_drawer"), 1);
    }
}
