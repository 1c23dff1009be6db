//! A queue in memory with the promises of the table, which outlives its worker.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use cantina::domain::PrintJobId;
use cantina::domain::Timestamp;
use cantina::domain::print::JobState;
use cantina::printing::queue::{QueueFailed, Tally};
use cantina::printing::{Job, Kind, Outcome, Queue};

#[derive(Clone, Default)]
pub struct Jobs {
    rows: Arc<Mutex<Vec<(Job, JobState)>>>,
    /// The disk writes nothing more: the process is as good as killed.
    pub dead: Arc<AtomicBool>,
}

impl Jobs {
    pub fn add(&self, made_at: Timestamp, bytes: &[u8]) -> PrintJobId {
        let mut rows = self.rows.lock().unwrap();
        let id = PrintJobId(i64::try_from(rows.len()).unwrap() + 1);
        let job = Job {
            id,
            kind: Kind::Paper,
            made_at,
            bytes: bytes.to_vec(),
        };
        rows.push((job, JobState::Waiting));
        id
    }

    pub fn state(&self, id: PrintJobId) -> JobState {
        let rows = self.rows.lock().unwrap();
        rows.iter().find(|(job, _)| job.id == id).unwrap().1
    }

    fn set(&self, id: PrintJobId, state: JobState) {
        let mut rows = self.rows.lock().unwrap();
        rows.iter_mut().find(|(job, _)| job.id == id).unwrap().1 = state;
    }

    fn alive(&self) -> Result<(), QueueFailed> {
        match self.dead.load(Ordering::SeqCst) {
            true => Err(QueueFailed("killed".to_owned())),
            false => Ok(()),
        }
    }
}

impl Queue for Jobs {
    fn next(&mut self) -> Result<Option<Job>, QueueFailed> {
        self.alive()?;
        let rows = self.rows.lock().unwrap();
        let waiting = rows.iter().find(|(_, state)| *state == JobState::Waiting);
        Ok(waiting.map(|(job, _)| job.clone()))
    }

    fn sending(&mut self, id: PrintJobId) -> Result<bool, QueueFailed> {
        self.alive()?;
        let waits = self.state(id) == JobState::Waiting;
        if waits {
            self.set(id, JobState::Sending);
        }
        Ok(waits)
    }

    fn finished(&mut self, id: PrintJobId, outcome: Outcome) -> Result<(), QueueFailed> {
        self.alive()?;
        self.set(id, outcome.state());
        Ok(())
    }

    fn recover(&mut self) -> Result<Vec<PrintJobId>, QueueFailed> {
        self.alive()?;
        let mut rows = self.rows.lock().unwrap();
        let left = rows
            .iter_mut()
            .filter(|(_, state)| *state == JobState::Sending);
        Ok(left
            .map(|(job, state)| {
                *state = JobState::Uncertain;
                job.id
            })
            .collect())
    }

    fn tally(&mut self) -> Result<Tally, QueueFailed> {
        let rows = self.rows.lock().unwrap();
        let of = |wanted| rows.iter().filter(move |(_, state)| *state == wanted);
        Ok(Tally {
            waiting: of(JobState::Waiting).count(),
            uncertain: of(JobState::Uncertain).map(|(job, _)| job.id).next(),
        })
    }
}
