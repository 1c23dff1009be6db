//! Setting a printer up in five steps: detect, connection, simple text, full ticket, save.
//!
//! Pure: [`Setup::on`] takes what happened and gives what is to be done. Screen and terminal drive the same
//! machine; the till does the effects, and every page goes through the worker as tickets do.

mod change;
mod page;
mod probe;
mod words;

use super::{Address, Profile, Profiles, State};
use crate::settings;

use super::health::Health;
use super::ports::Port;
use super::transport::BadAddress;

pub use change::{Change, Trouble};
pub use page::{Page, example, lay_out};
pub use probe::{SPEEDS, Speeds, Unreachable, connect};
pub use words::help;

/// The five steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Which port.
    Detect,
    /// Whether it opens, at what speed, and whether the printer answers.
    Connection,
    /// A few letters.
    Text,
    /// A whole ticket with its cut.
    Ticket,
    /// Writing it down.
    Save,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 5] = [
        Self::Detect,
        Self::Connection,
        Self::Text,
        Self::Ticket,
        Self::Save,
    ];

    /// 1 to 5.
    #[must_use]
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Detect => "setup-step-detect",
            Self::Connection => "setup-step-connection",
            Self::Text => "setup-step-text",
            Self::Ticket => "setup-step-ticket",
            Self::Save => "setup-step-save",
        }
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The page was opened, or somebody wants to look again.
    Opened,
    /// These ports are there.
    Found(Vec<Port>),
    /// One of [`Setup::ports`] was chosen.
    PortPressed(usize),
    /// Somebody typed where it is.
    AddressTyped(String),
    /// Only this speed is to be tried.
    SpeedPressed(u32),
    /// A model was chosen, by its profile's name.
    ProfilePressed(String),
    /// What came of the connection.
    Connected(Result<Connection, Unreachable>),
    /// What this step shows is right.
    GoodPressed,
    /// Something came out wrong.
    TroublePressed(Trouble),
    /// Once more.
    AgainPressed,
    /// One step back.
    BackPressed,
    /// How the page ended.
    Printed(Printed),
    /// Write it down.
    SavePressed,
    /// It is written down, or why not, in words for a person.
    Saved(Result<(), String>),
    /// The page was left.
    Closed,
    /// The trial is over: answers [`Effect::End`] and changes nothing.
    Ended,
    /// What came of what was asked for under this [`Setup::number`]: late, it is of no use.
    Of(u32, Box<Event>),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Look for ports: [`Event::Found`].
    Look,
    /// Try to talk with it: [`Event::Connected`].
    Connect(Address, Speeds),
    /// Print this page on a printer that is set up like this: [`Event::Printed`].
    Print(Page, settings::Printer),
    /// Write it down and use it: [`Event::Saved`].
    Save(settings::Printer),
    /// Use the printer of before again: [`Event::Ended`].
    End,
}

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Busy {
    /// Looking for ports.
    Looking,
    /// Trying to talk with it.
    Connecting,
    /// Printing a page.
    Printing(Page),
    /// Writing it down.
    Saving,
}

/// What is known of the connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// How it is reached, with the speed that was found.
    pub address: Address,
    /// What people call it: `/dev/ttyUSB0`.
    pub name: String,
    /// Bits a second; `None` where there is no speed.
    pub baud: Option<u32>,
    /// Whether it answers; without that bytes go out and nothing more is known.
    pub answers: bool,
    /// What it said of itself.
    pub health: Option<Health>,
}

/// How a test page ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// The printer said that it is done.
    Confirmed,
    /// Every byte left; the printer does not say more.
    Sent,
    /// Some bytes left.
    Uncertain,
    /// It waits: the printer cannot print now.
    Waiting(State),
    /// It could not be queued; in words for a person.
    Failed(String),
}

/// Why a step cannot go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// What was typed is no address.
    Address(BadAddress),
    /// It cannot be reached.
    Unreachable(Unreachable),
    /// It could not be written down; in words for a person.
    NotSaved(String),
}

/// Setting a printer up.
#[derive(Debug, Clone)]
pub struct Setup {
    profiles: Profiles,
    /// As it would be written down.
    draft: settings::Printer,
    step: Step,
    busy: Option<Busy>,
    ports: Vec<Port>,
    chosen: Option<Address>,
    problem: Option<Problem>,
    connection: Option<Connection>,
    printed: Option<Printed>,
    changed: Option<Change>,
    saved: bool,
    /// Counts what was asked for and given up.
    number: u32,
}

impl Setup {
    /// Begins at the first step with what is set up now.
    #[must_use]
    pub const fn new(now: settings::Printer, profiles: Profiles) -> Self {
        Self {
            profiles,
            draft: now,
            step: Step::Detect,
            busy: None,
            ports: Vec::new(),
            chosen: None,
            problem: None,
            connection: None,
            printed: None,
            changed: None,
            saved: false,
            number: 0,
        }
    }

    /// The number of what is under way: its answer is told as [`Event::Of`] it.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Answers to what was asked before are late from now on.
    const fn begin_anew(&mut self) {
        self.number = self.number.wrapping_add(1);
    }

    /// Takes what happened; gives what is to be done.
    #[must_use]
    pub fn on(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Opened => self.look(),
            Event::Found(ports) => self.found(ports),
            Event::PortPressed(at) => self.port_pressed(at),
            Event::AddressTyped(text) => self.typed(&text),
            Event::SpeedPressed(baud) => self.speed_pressed(baud),
            Event::ProfilePressed(id) => self.profile_pressed(&id),
            Event::Connected(result) => self.connected(result),
            Event::GoodPressed => self.good(),
            Event::TroublePressed(trouble) => self.trouble(trouble),
            Event::AgainPressed => self.again(),
            Event::BackPressed => self.back(),
            Event::Printed(how) => self.page_ended(how),
            Event::SavePressed => self.save(),
            Event::Saved(result) => self.saved_or_not(result),
            Event::Closed => vec![Effect::End],
            Event::Of(number, event) if number == self.number => self.on(*event),
            Event::Ended | Event::Of(..) => Vec::new(),
        }
    }

    fn look(&mut self) -> Vec<Effect> {
        self.step = Step::Detect;
        self.busy = Some(Busy::Looking);
        self.problem = None;
        vec![Effect::Look]
    }

    fn found(&mut self, ports: Vec<Port>) -> Vec<Effect> {
        if self.busy == Some(Busy::Looking) {
            self.busy = None;
        }
        self.ports = ports;
        Vec::new()
    }

    fn port_pressed(&mut self, at: usize) -> Vec<Effect> {
        match self.ports.get(at).map(|port| port.address.clone()) {
            Some(address) => self.connect(address, Speeds::Find),
            None => Vec::new(),
        }
    }

    fn typed(&mut self, text: &str) -> Vec<Effect> {
        match text.parse::<Address>() {
            // A speed that was typed is meant.
            Ok(address) => {
                let baud = address.baud().filter(|_| text.contains('@'));
                self.connect(address, baud.map_or(Speeds::Find, Speeds::Only))
            }
            Err(bad) => {
                self.problem = Some(Problem::Address(bad));
                Vec::new()
            }
        }
    }

    fn speed_pressed(&mut self, baud: u32) -> Vec<Effect> {
        match self.chosen.clone() {
            Some(address) => self.connect(address.at_baud(baud), Speeds::Only(baud)),
            None => Vec::new(),
        }
    }

    fn connect(&mut self, address: Address, speeds: Speeds) -> Vec<Effect> {
        if matches!(
            self.busy,
            Some(Busy::Connecting | Busy::Printing(_) | Busy::Saving)
        ) {
            return Vec::new();
        }
        self.begin_anew();
        self.step = Step::Connection;
        self.busy = Some(Busy::Connecting);
        self.chosen = Some(address.clone());
        self.connection = None;
        self.problem = None;
        self.printed = None;
        self.changed = None;
        vec![Effect::Connect(address, speeds)]
    }

    fn connected(&mut self, result: Result<Connection, Unreachable>) -> Vec<Effect> {
        // An answer that comes after somebody went back is of no use.
        if self.busy != Some(Busy::Connecting) {
            return Vec::new();
        }
        self.busy = None;
        match result {
            Ok(connection) => {
                self.draft.address = connection.address.to_string();
                self.draft.answers = match connection.answers {
                    true => settings::Answers::Always,
                    false => settings::Answers::Never,
                };
                self.chosen = Some(connection.address.clone());
                self.connection = Some(connection);
            }
            Err(why) => self.problem = Some(Problem::Unreachable(why)),
        }
        Vec::new()
    }

    fn profile_pressed(&mut self, id: &str) -> Vec<Effect> {
        if let Some(profile) = self.profiles.get(id) {
            self.draft = profile.choose(&self.draft);
            self.changed = None;
        }
        Vec::new()
    }

    fn good(&mut self) -> Vec<Effect> {
        if self.busy.is_some() {
            return Vec::new();
        }
        match self.step {
            Step::Connection if self.connection.is_some() => self.enter(Step::Text),
            Step::Text if self.printed.is_some() => self.enter(Step::Ticket),
            Step::Ticket if self.printed.is_some() => self.enter(Step::Save),
            _ => Vec::new(),
        }
    }

    fn enter(&mut self, step: Step) -> Vec<Effect> {
        self.step = step;
        self.printed = None;
        self.changed = None;
        self.problem = None;
        match step {
            Step::Text | Step::Ticket => self.print(),
            Step::Detect | Step::Connection | Step::Save => Vec::new(),
        }
    }

    fn print(&mut self) -> Vec<Effect> {
        self.begin_anew();
        self.busy = Some(Busy::Printing(self.page()));
        self.printed = None;
        vec![Effect::Print(self.page(), self.draft.clone())]
    }

    fn page_ended(&mut self, how: Printed) -> Vec<Effect> {
        if matches!(self.busy, Some(Busy::Printing(_))) {
            self.busy = None;
            self.printed = Some(how);
        }
        Vec::new()
    }

    fn trouble(&mut self, trouble: Trouble) -> Vec<Effect> {
        if self.busy.is_some() || !matches!(self.step, Step::Text | Step::Ticket) {
            return Vec::new();
        }
        match change::next(trouble, &self.draft, &self.profiles) {
            Some(change) => {
                change.apply(&mut self.draft);
                self.changed = Some(change);
                self.print()
            }
            None => Vec::new(),
        }
    }

    fn again(&mut self) -> Vec<Effect> {
        if self.busy.is_some() {
            return Vec::new();
        }
        match (self.step, self.chosen.clone()) {
            (Step::Detect, _) => self.look(),
            (Step::Connection, Some(address)) => self.connect(address, Speeds::Find),
            (Step::Text | Step::Ticket, _) => {
                self.changed = None;
                self.print()
            }
            _ => Vec::new(),
        }
    }

    /// What is under way is not waited for.
    fn back(&mut self) -> Vec<Effect> {
        if self.busy == Some(Busy::Saving) {
            return Vec::new();
        }
        self.begin_anew();
        self.busy = None;
        self.problem = None;
        self.changed = None;
        self.step = match self.step {
            Step::Detect | Step::Connection => Step::Detect,
            Step::Text => Step::Connection,
            Step::Ticket => Step::Text,
            Step::Save => Step::Ticket,
        };
        // The page of that step came out already.
        self.printed = matches!(self.step, Step::Text | Step::Ticket).then_some(Printed::Sent);
        Vec::new()
    }

    fn save(&mut self) -> Vec<Effect> {
        if self.busy.is_some() || self.connection.is_none() {
            return Vec::new();
        }
        self.busy = Some(Busy::Saving);
        vec![Effect::Save(self.draft.clone())]
    }

    fn saved_or_not(&mut self, result: Result<(), String>) -> Vec<Effect> {
        self.busy = None;
        match result {
            Ok(()) => self.saved = true,
            Err(why) => self.problem = Some(Problem::NotSaved(why)),
        }
        Vec::new()
    }

    /// Takes over what somebody knows of the printer beforehand.
    pub fn amend(&mut self, draft: settings::Printer) {
        if self.busy.is_none() {
            self.draft = draft;
        }
    }

    /// Where it is.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// What is under way.
    #[must_use]
    pub const fn busy(&self) -> Option<Busy> {
        self.busy
    }

    /// Ports that were found, most likely first.
    #[must_use]
    pub fn ports(&self) -> &[Port] {
        &self.ports
    }

    /// The address in hand.
    #[must_use]
    pub const fn chosen(&self) -> Option<&Address> {
        self.chosen.as_ref()
    }

    /// Why this step cannot go on.
    #[must_use]
    pub const fn problem(&self) -> Option<&Problem> {
        self.problem.as_ref()
    }

    /// What is known of the connection.
    #[must_use]
    pub const fn connection(&self) -> Option<&Connection> {
        self.connection.as_ref()
    }

    /// What would be written down.
    #[must_use]
    pub const fn draft(&self) -> &settings::Printer {
        &self.draft
    }

    /// The same as a profile, for pictures.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profiles.of(&self.draft)
    }

    /// Models to choose from.
    #[must_use]
    pub const fn profiles(&self) -> &Profiles {
        &self.profiles
    }

    /// The page that this step prints.
    #[must_use]
    pub const fn page(&self) -> Page {
        match self.step {
            Step::Detect | Step::Connection | Step::Text => Page::Text,
            Step::Ticket | Step::Save => Page::Ticket,
        }
    }

    /// How the last page ended.
    #[must_use]
    pub const fn printed(&self) -> Option<&Printed> {
        self.printed.as_ref()
    }

    /// What the last trouble changed.
    #[must_use]
    pub const fn changed(&self) -> Option<Change> {
        self.changed
    }

    /// It was written down.
    #[must_use]
    pub const fn is_saved(&self) -> bool {
        self.saved
    }
}

#[cfg(test)]
mod tests;
