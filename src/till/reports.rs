//! The one thread that reads reports: it owns a connection that only reads, and takes questions in turn.

use std::sync::mpsc::{self, Sender};
use std::thread;

use super::writer::Writer;
use super::{Reply, store};
use crate::backup::be_modest;
use crate::report::{Bases, NoReport};
use crate::store::{Cancel, Reader, Watched};

type Work = Box<dyn FnOnce(&mut Desk) + Send>;

/// What the thread holds: the connection, opened when it is first needed, and what it has read before.
#[derive(Default)]
struct Desk {
    reader: Option<Watched>,
    bases: Bases,
}

/// The way to the thread. Cheap to clone; asking never waits.
#[derive(Debug, Clone)]
pub(super) struct Reports {
    work: Sender<Work>,
}

impl Reports {
    pub(super) fn start() -> std::io::Result<Self> {
        let (sender, work) = mpsc::channel::<Work>();
        thread::Builder::new()
            .name("reports".to_owned())
            .spawn(move || {
                be_modest();
                let mut desk = Desk::default();
                for job in work {
                    job(&mut desk);
                }
            })?;
        Ok(Self { work: sender })
    }

    /// Reads the file in one view.
    pub(super) fn ask<T: Send + 'static>(
        &self,
        writer: &Writer,
        cancel: &Cancel,
        read: impl FnOnce(&Reader, &mut Bases) -> Result<T, NoReport> + Send + 'static,
    ) -> Reply<Result<T, NoReport>> {
        let (sender, reply) = Reply::pair();
        let (writer, cancel) = (writer.clone(), cancel.clone());
        let work = move |desk: &mut Desk| {
            // Whoever dropped the reply wants no answer either.
            let unwanted = cancel.is_cancelled() || sender.is_closed();
            let answer = match unwanted {
                true => Err(NoReport::Cancelled),
                false => desk.read(&writer, &cancel, read),
            };
            let _ = sender.send(answer);
        };
        let _ = self.work.send(Box::new(work));
        reply
    }

    /// The file is another one: the connection is opened anew, and what was read is forgotten.
    pub(super) fn forget(&self) {
        let _ = self.work.send(Box::new(|desk| *desk = Desk::default()));
    }
}

impl Desk {
    fn read<T>(
        &mut self,
        writer: &Writer,
        cancel: &Cancel,
        read: impl FnOnce(&Reader, &mut Bases) -> Result<T, NoReport>,
    ) -> Result<T, NoReport> {
        if self.reader.is_none() {
            let opened = writer.ask(|store| store.reader()).wait();
            let opened = opened.map_err(|_| NoReport::Closing)??;
            self.reader = Some(Watched::new(opened)?);
        }
        let Some(reader) = &self.reader else {
            return Err(NoReport::Closing);
        };
        let bases = &mut self.bases;
        let read = reader.read(cancel, |reader| read(reader, bases));
        match cancel.is_cancelled() {
            true => Err(NoReport::Cancelled),
            false => read.inspect_err(|_: &NoReport| self.reader = None),
        }
    }
}

/// A reader of its own for what takes long, as an export: nobody's question waits for it.
pub(super) fn beside<T: Send + 'static>(
    writer: &Writer,
    cancel: &Cancel,
    read: impl FnOnce(&Reader) -> Result<T, NoReport> + Send + 'static,
) -> Reply<Result<T, NoReport>> {
    let (cancel, opened) = (
        cancel.clone(),
        writer.ask(|store: &mut store::Store| store.reader()),
    );
    Reply::aside(move || {
        be_modest();
        let reader = opened.wait().map_err(|_| NoReport::Closing)??;
        let done = Watched::new(reader)?.read(&cancel, read);
        given_up(done, &cancel)
    })
}

/// What was done before anybody gave it up is done: its file is there.
fn given_up<T>(done: Result<T, NoReport>, cancel: &Cancel) -> Result<T, NoReport> {
    match done {
        Err(_) if cancel.is_cancelled() => Err(NoReport::Cancelled),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_up_after_it_was_written_is_said_to_be_written() {
        let cancel = Cancel::default();
        cancel.cancel();
        assert!(given_up(Ok(()), &cancel).is_ok());
        let late = given_up::<()>(Err(NoReport::TooManyRows), &cancel);
        assert!(matches!(late, Err(NoReport::Cancelled)));
        let failed = given_up::<()>(Err(NoReport::TooManyRows), &Cancel::default());
        assert!(matches!(failed, Err(NoReport::TooManyRows)));
    }
}
