//! The printer's page of the settings: how it stands, and its setup in five steps.
//!
//! What the setup is lies in [`printing::setup`](crate::printing::setup): a machine of events and
//! effects. Here are its buttons, what is typed, and the paper at its side.

mod settled;
mod wizard;
mod wizard_view;

pub use wizard::Message as WizardMessage;
use wizard::Wizard;

use super::queue;
use crate::app::widget::Paper;
use crate::printing::setup::{self, Effect, Setup};
use crate::settings;

/// A paper for the picture at the side: which page, and printed how.
pub type Wanted = (setup::Page, settings::Printer);

/// The state of the page.
#[derive(Debug, Clone, Default)]
pub struct Printer {
    wizard: Option<Box<Wizard>>,
    /// Whether it is asked if the till is to work without a printer.
    removing: bool,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The setup is wanted.
    SetupPressed,
    /// No printer is wanted.
    RemovePressed,
    /// Indeed none.
    RemoveConfirmed,
    /// The printer stays.
    RemoveDismissed,
    /// In the setup.
    Wizard(WizardMessage),
    /// In the queue and its buttons.
    Queue(queue::Message),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Begin the setup; answer with [`Printer::begin`].
    Begin,
    /// Do this for the setup and answer each with [`Printer::happened`]; then draw the paper, if one is
    /// wanted, and answer with [`Printer::drawn`].
    Do {
        /// In this order.
        effects: Vec<Effect>,
        /// The paper for the picture at the side.
        draw: Option<Wanted>,
    },
    /// Work without a printer.
    Remove,
    /// Show the help.
    ShowHelp,
    /// The address of the house's virtual printer goes into the setup: answer with [`Printer::virtual_at`].
    FindVirtual,
    /// What the queue and its buttons want.
    Queue(queue::Message),
}

impl Printer {
    /// The setup begins; the printer in force stays until it is saved.
    pub fn begin(&mut self, setup: Setup) -> Action {
        let mut wizard = Box::new(Wizard::new(setup));
        let action = wizard.on(setup::Event::Opened);
        self.removing = false;
        self.wizard = Some(wizard);
        action
    }

    /// Whether the setup is under way.
    #[must_use]
    pub const fn is_setting_up(&self) -> bool {
        self.wizard.is_some()
    }

    /// The step of the setup that is under way.
    #[must_use]
    pub fn step(&self) -> Option<setup::Step> {
        Some(self.wizard.as_ref()?.setup.step())
    }

    /// Whether a dialog waits for its answer.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.removing || self.wizard.as_ref().is_some_and(|wizard| wizard.asks())
    }

    /// The setup is left: the printer in force stays. Whoever calls it ends the trial.
    pub fn leave(&mut self) {
        self.wizard = None;
    }

    /// Another page of the settings was opened.
    pub fn turned_away(&mut self) {
        self.wizard = None;
        self.removing = false;
    }

    /// What came of an effect. Of a setup that was left nobody wants to know.
    pub fn happened(&mut self, event: setup::Event) -> Action {
        let saved = matches!(event, setup::Event::Saved(Ok(())));
        let action = self.tell(|wizard| wizard.on(event));
        if saved {
            self.leave();
        }
        action
    }

    /// The paper was drawn, if it is still wanted.
    pub fn drawn(&mut self, wanted: &Wanted, paper: Paper) {
        if let Some(wizard) = &mut self.wizard {
            wizard.drawn(wanted, paper);
        }
    }

    /// Where the house's virtual printer is.
    pub fn virtual_at(&mut self, address: String) -> Action {
        self.tell(|wizard| wizard.connect(address))
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::SetupPressed => Action::Begin,
            Message::RemovePressed => self.ask_to_remove(true),
            Message::RemoveConfirmed => self.remove(),
            Message::RemoveDismissed => self.ask_to_remove(false),
            Message::Wizard(message) => self.tell(|wizard| wizard.update(message)),
            Message::Queue(message) => Action::Queue(message),
        }
    }

    /// Enter by hand.
    pub fn entered(&mut self) -> Action {
        self.tell(Wizard::entered)
    }

    /// Escape: a dialog closes, or one step back; `None` where there is nothing to go back from.
    pub fn escaped(&mut self) -> Option<Action> {
        if std::mem::take(&mut self.removing) {
            return Some(Action::None);
        }
        self.wizard.is_some().then(|| self.tell(Wizard::escaped))
    }

    /// Takes the letters of a scan out of the address.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(wizard) = &mut self.wizard {
            wizard.take_back(letters);
        }
    }

    /// The setup that has ended by itself goes.
    fn tell(&mut self, tell: impl FnOnce(&mut Wizard) -> Action) -> Action {
        let Some(wizard) = &mut self.wizard else {
            return Action::None;
        };
        let action = tell(wizard);
        if wizard.is_left() {
            self.leave();
        }
        action
    }

    const fn ask_to_remove(&mut self, asks: bool) -> Action {
        self.removing = asks;
        Action::None
    }

    fn remove(&mut self) -> Action {
        match std::mem::take(&mut self.removing) {
            true => Action::Remove,
            false => Action::None,
        }
    }
}

#[cfg(test)]
mod tests;
