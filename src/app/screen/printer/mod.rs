//! The printer's page of the settings: how it stands, and its setup in five steps.
//!
//! What the setup is lies in [`printing::setup`](crate::printing::setup): a machine of events and
//! effects. Here are its buttons, what is typed, and the paper at its side.

mod logo;
mod logo_view;
mod settled;
mod wizard;
mod wizard_view;

use logo::Chooser;
pub use logo::{Message as LogoMessage, Told as LogoTold, Wanted as LogoWanted};
pub use wizard::Message as WizardMessage;
use wizard::Wizard;

use super::queue;
use crate::app::widget::Paper;
use crate::printing::Memory;
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
    /// The picture above the tickets is being chosen.
    logo: Option<Box<Chooser>>,
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
    /// A picture above the tickets is wanted.
    LogoPressed,
    /// None is wanted.
    LogoRemoved,
    /// While it is being chosen.
    Logo(LogoMessage),
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
    /// About the picture above the tickets: first [`Printer::choose_logo`], where one is to be chosen.
    Logo(LogoWanted),
    /// A picture is to be chosen: answer with [`Printer::choose_logo`].
    ChooseLogo,
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

    /// A picture is chosen, for a printer that keeps pictures like this.
    pub fn choose_logo(&mut self, memory: Memory) -> Action {
        self.logo = Some(Box::new(Chooser::new(memory)));
        Action::Logo(LogoWanted::List(None))
    }

    /// What came of what the choice of a picture asked for.
    pub fn logo_told(&mut self, told: LogoTold) -> Action {
        if self.logo.as_mut().is_some_and(|logo| logo.told(told)) {
            self.logo = None;
        }
        Action::None
    }

    fn logo(&mut self, message: LogoMessage) -> Action {
        let leaves = matches!(message, LogoMessage::DidNotComePressed);
        let Some(logo) = &mut self.logo else {
            return Action::None;
        };
        let action = logo.update(message);
        if leaves || action.is_none() {
            self.logo = None;
        }
        action.unwrap_or(Action::None)
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

    /// The number under which the setup asks now; see [`Setup::number`].
    #[must_use]
    pub fn number(&self) -> u32 {
        let wizard = self.wizard.as_ref();
        wizard.map_or(0, |wizard| wizard.setup.number())
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
        self.logo = None;
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
            Message::LogoPressed => Action::ChooseLogo,
            Message::LogoRemoved => Action::Logo(LogoWanted::Clear),
            Message::Logo(message) => self.logo(message),
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
        if self.logo.is_some() {
            return Some(self.logo(LogoMessage::Left));
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
