//! The printer as the rest of the program holds it: orders go in, its status comes out.
//!
//! No call waits for the printer, except [`Printer::stop`], which says how long.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::journal::Journal;
use super::queue::Queue;
use super::status::{Board, State, Status};
use super::transport::Route;
use super::worker::{Command, WRITE_LIMIT, Worker, beginning};

/// The printer, as the rest of the program holds it. Cheap to clone.
#[derive(Clone)]
pub struct Printer {
    commands: Sender<Command>,
    /// True while a wake that the worker has not seen is on its way: one is enough.
    woken: Arc<AtomicBool>,
    board: Arc<Board>,
    ended: Arc<(Mutex<bool>, Condvar)>,
}

impl Printer {
    /// Starts the thread; without a route, jobs wait until [`Printer::connect`] brings one.
    ///
    /// # Errors
    /// What the system says when it has no thread to give.
    pub fn start(
        queue: Box<dyn Queue>,
        route: Option<Route>,
        journal: Journal,
    ) -> std::io::Result<Self> {
        let (commands, orders) = mpsc::channel();
        let board = Arc::new(Board::new(beginning(route.is_some())));
        let woken = Arc::new(AtomicBool::new(false));
        let ended = Arc::new((Mutex::new(false), Condvar::new()));
        let end = End {
            board: Arc::clone(&board),
            ended: Arc::clone(&ended),
        };
        let worker = Worker::new(
            queue,
            route,
            journal,
            orders,
            Arc::clone(&woken),
            Arc::clone(&board),
        );
        thread::Builder::new()
            .name("printer".to_owned())
            .spawn(move || {
                let _end = end;
                worker.run();
            })?;
        Ok(Self {
            commands,
            woken,
            board,
            ended,
        })
    }

    /// Says that a job was committed, or that one was answered or cancelled. Never waits.
    pub fn wake(&self) {
        if !self.woken.swap(true, Ordering::AcqRel) {
            self.order(Command::Wake);
        }
    }

    /// Uses another printer from the next job on, or none. Never waits.
    pub fn connect(&self, route: Option<Route>) {
        self.order(Command::Connect(route));
    }

    /// Has work done on the printer's thread while its port is closed, so that the port can be tried.
    /// A job that stands still gives way. Never waits.
    pub fn borrow_port(&self, work: impl FnOnce() + Send + 'static) {
        self.order(Command::Borrow(Box::new(work)));
    }

    /// Says at which speed the printer is being asked, or that it is not any more. Never waits.
    pub fn trying(&self, baud: Option<u32>) {
        self.board.change(|status| status.trying = baud);
    }

    /// What the printer does now.
    #[must_use]
    pub fn status(&self) -> Status {
        self.board.read()
    }

    /// Calls `watcher` now and at every change, on the printer's thread: it must not wait.
    pub fn watch(&self, watcher: impl Fn(&Status) + Send + 'static) {
        self.board.watch(Box::new(watcher));
    }

    /// Ends the thread after the job that is being sent, or within `limit` with that job uncertain.
    ///
    /// Waits at most `limit` and one write; false if the thread has not ended by then.
    #[must_use]
    pub fn stop(&self, limit: Duration) -> bool {
        self.order(Command::Stop(Instant::now() + limit));
        let (ended, changed) = &*self.ended;
        let guard = ended.lock().unwrap_or_else(PoisonError::into_inner);
        changed
            .wait_timeout_while(guard, limit + 2 * WRITE_LIMIT, |ended| !*ended)
            .map_or_else(|poisoned| *poisoned.into_inner().0, |(ended, _)| *ended)
    }

    /// A worker that has ended needs no orders: its status says so.
    fn order(&self, command: Command) {
        let _ended = self.commands.send(command);
    }
}

/// Tells that the thread is over, also if it panicked.
struct End {
    board: Arc<Board>,
    ended: Arc<(Mutex<bool>, Condvar)>,
}

impl Drop for End {
    fn drop(&mut self) {
        self.board.change(|status| status.state = State::Stopped);
        let (ended, changed) = &*self.ended;
        *ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }
}
