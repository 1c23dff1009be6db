//! The one thread that writes: it owns the store, takes work in turn and answers each.

use std::pin::Pin;
use std::sync::mpsc::{self, Sender};
use std::task::{Context, Poll};
use std::thread;

use tokio::sync::oneshot;

use crate::store::Store;

type Work = Box<dyn FnOnce(&mut Store) + Send>;

/// The way to the writing thread. Cheap to clone; asking never waits.
#[derive(Debug, Clone)]
pub(super) struct Writer {
    work: Sender<Work>,
}

/// An answer that is under way: a screen awaits it, a command waits for it.
#[derive(Debug)]
#[must_use]
pub struct Reply<T>(oneshot::Receiver<T>);

/// The writing thread has ended: the program is closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the till is closing; nothing was written")]
pub struct Closing;

impl Writer {
    /// Gives the store a thread of its own; it ends with the last `Writer`.
    pub(super) fn start(mut store: Store) -> std::io::Result<Self> {
        let (sender, work) = mpsc::channel::<Work>();
        thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || {
                for job in work {
                    job(&mut store);
                }
            })?;
        Ok(Self { work: sender })
    }

    /// Has work done with the store, after all that was asked for before.
    pub(super) fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> T + Send + 'static,
    ) -> Reply<T> {
        let (sender, receiver) = oneshot::channel();
        // A thread that has ended drops the sender: the reply then says so.
        let _ = self.work.send(Box::new(move |store| {
            let _ = sender.send(work(store));
        }));
        Reply(receiver)
    }
}

impl<T> Reply<T> {
    /// Work done on a thread of its own, for what is slow but needs no store.
    pub fn aside(work: impl FnOnce() -> T + Send + 'static) -> Self
    where
        T: Send + 'static,
    {
        let (sender, receiver) = oneshot::channel();
        let spawned = thread::Builder::new()
            .name("aside".to_owned())
            .spawn(move || {
                let _ = sender.send(work());
            });
        drop(spawned);
        Self(receiver)
    }

    /// An answer that somebody else gives.
    pub(super) fn pair() -> (oneshot::Sender<T>, Self) {
        let (sender, receiver) = oneshot::channel();
        (sender, Self(receiver))
    }

    /// An answer that is there already.
    pub(super) fn ready(answer: T) -> Self {
        let (sender, reply) = Self::pair();
        let _ = sender.send(answer);
        reply
    }

    /// Waits for the answer; not for the screen's thread.
    ///
    /// # Errors
    /// [`Closing`].
    pub fn wait(self) -> Result<T, Closing> {
        self.0.blocking_recv().map_err(|_| Closing)
    }
}

impl<T> Future for Reply<T> {
    type Output = Result<T, Closing>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(context).map_err(|_| Closing)
    }
}
