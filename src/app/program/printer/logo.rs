//! The picture above the tickets: what its page asks for, done beside the window.

use std::path::Path;
use std::sync::Arc;

use iced::Task;

use super::Told;
use crate::app::program::{Message, Program, lists};
use crate::app::screen::lists::Entry;
use crate::app::screen::printer::{LogoTold, LogoWanted};
use crate::app::widget::{Mood, Paper};
use crate::printing::Logo;
use crate::till::logo::Stored;
use crate::till::{Reply, failure};

impl Program {
    pub(super) fn logo_wanted(&mut self, wanted: LogoWanted) -> Task<Message> {
        if self.printing.holds_still {
            return Task::none();
        }
        match wanted {
            LogoWanted::List(folder) => {
                let folder = folder.unwrap_or_else(lists::home);
                told(Reply::aside(move || {
                    let entries = pictures(&folder);
                    LogoTold::Listed(folder, entries)
                }))
            }
            LogoWanted::Read(file) => {
                let (till, words) = (self.till.clone(), self.words.clone());
                told(Reply::aside(move || {
                    let read = Logo::read(&file).map(Arc::new);
                    LogoTold::Read(read.map_err(|fault| fault.told(&words)).map(|logo| {
                        let paper = Paper::drawn(&till.logo_proof(&logo));
                        let takes_s = till.logo_takes_s(&logo);
                        (logo, paper, takes_s)
                    }))
                }))
            }
            LogoWanted::Store(logo) => self.store(self.till.store_logo(logo)),
            LogoWanted::Send(logo) => self.store(self.till.send_logo_with_each(logo)),
            LogoWanted::DidNotCome => {
                self.forget_logo(self.till.logo_did_not_come(), "logo-not-there")
            }
            LogoWanted::Clear => self.forget_logo(self.till.clear_logo(), "logo-removed"),
        }
    }

    fn store(&self, reply: Reply<Result<Stored, crate::till::Error>>) -> Task<Message> {
        let words = self.words.clone();
        let stored = async move {
            let stored = match reply.await {
                Ok(stored) => stored.map_err(|why| failure::of_till(&why).sentence(&words)),
                Err(_) => Err(failure::of_closing().sentence(&words)),
            };
            LogoTold::Stored(stored)
        };
        Task::perform(stored, |stored| Message::Printer(Told::Logo(stored)))
    }

    fn forget_logo(
        &self,
        reply: Reply<Result<(), crate::till::Error>>,
        said: &'static str,
    ) -> Task<Message> {
        let words = self.words.clone();
        let done = async move {
            match reply.await {
                Ok(done) => done.map_err(|why| failure::of_till(&why).sentence(&words)),
                Err(_) => Err(failure::of_closing().sentence(&words)),
            }
        };
        Task::perform(done, move |done| {
            Message::Printer(Told::LogoForgotten(said, done))
        })
    }

    pub(super) fn logo_forgotten(&mut self, said: &str, done: Result<(), String>) -> Task<Message> {
        self.look_at_logo();
        match done {
            Ok(()) => self.say_word(Mood::Ok, said),
            Err(why) => self.say(Mood::Error, why),
        }
    }

    pub(super) fn logo_told(&mut self, told: LogoTold) -> Task<Message> {
        let said = match &told {
            LogoTold::Stored(Ok(Stored::Sent)) | LogoTold::Listed(..) | LogoTold::Read(_) => None,
            LogoTold::Stored(Ok(stored @ Stored::WithEach)) => {
                Some((Mood::Ok, stored.told(&self.words)))
            }
            LogoTold::Stored(Ok(stored)) => Some((Mood::Warn, stored.told(&self.words))),
            LogoTold::Stored(Err(why)) => Some((Mood::Error, why.clone())),
        };
        self.look_at_logo();
        let on = self.tell_page(|page| page.logo_told(told));
        match said {
            Some((mood, said)) => Task::batch([on, self.say(mood, said)]),
            None => on,
        }
    }

    /// How tickets come out, for the page.
    pub(super) fn look_at_logo(&mut self) {
        let stands = self.till.logo();
        let seconds = stands
            .logo
            .as_ref()
            .map_or(0, |logo| self.till.logo_takes_s(logo));
        self.printing.standing.logo = stands.told(&self.words, seconds);
        self.printing.standing.has_logo = stands.logo.is_some();
    }
}

fn told(reply: Reply<LogoTold>) -> Task<Message> {
    Task::future(async { reply.await.ok() })
        .and_then(|told| Task::done(Message::Printer(Told::Logo(told))))
}

/// Folders, and pictures that may be a logo.
fn pictures(folder: &Path) -> Vec<Entry> {
    lists::entries_ending(folder, &["png"])
}
