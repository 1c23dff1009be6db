//! The setup in the window: what is typed and opened besides the steps themselves.

use super::{Action, Wanted};
use crate::app::widget::Paper;
use crate::domain::scanner::take_back;
use crate::printing::setup::{Event, Setup, Step, Trouble};

/// The longest address that can be typed, in letters.
const ADDRESS_MAX: usize = 200;

/// The state of the setup.
#[derive(Debug, Clone)]
pub(super) struct Wizard {
    pub(super) setup: Setup,
    /// The address as typed.
    pub(super) address: String,
    /// What lies over the step.
    pub(super) over: Over,
    pub(super) paper: Option<Paper>,
    /// What that paper shows, or will once it is drawn.
    wanted: Option<Wanted>,
    left: bool,
}

/// A dialog over the step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Over {
    /// None.
    #[default]
    Nothing,
    /// Which model it is.
    Models,
    /// What to look at when nothing came out.
    NothingCame,
}

/// What happened in the setup.
#[derive(Debug, Clone)]
pub enum Message {
    /// What the steps are told.
    Told(Event),
    /// The address was typed.
    AddressTyped(String),
    /// The typed address is to be tried.
    AddressConfirmed,
    /// A printer on the screen, please.
    VirtualPressed,
    /// Which models are there?
    ModelsPressed,
    /// The dialog is not wanted any more.
    OverClosed,
    /// One step back; from the first one out.
    BackPressed,
    /// Out, and the printer in force stays.
    LeavePressed,
    /// What to do about a printer.
    HelpPressed,
}

impl Wizard {
    pub(super) fn new(setup: Setup) -> Self {
        Self {
            setup,
            address: String::new(),
            over: Over::Nothing,
            paper: None,
            wanted: None,
            left: false,
        }
    }

    pub(super) fn asks(&self) -> bool {
        self.over != Over::Nothing
    }

    pub(super) const fn is_left(&self) -> bool {
        self.left
    }

    /// Two that are drawn at once may end in the wrong order.
    pub(super) fn drawn(&mut self, wanted: &Wanted, paper: Paper) {
        if self.wanted.as_ref() == Some(wanted) {
            self.paper = Some(paper);
        }
    }

    pub(super) fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Told(event) => self.on(event),
            Message::AddressTyped(text) => self.write(&text),
            Message::AddressConfirmed => self.connect_typed(),
            Message::VirtualPressed if self.is_free() => Action::FindVirtual,
            Message::VirtualPressed => Action::None,
            Message::ModelsPressed => self.open(Over::Models),
            Message::OverClosed => self.open(Over::Nothing),
            Message::BackPressed => self.back(),
            Message::LeavePressed => self.leave(),
            Message::HelpPressed => Action::ShowHelp,
        }
    }

    /// Gives the steps an event; what they want done, and the paper if it is another now.
    pub(super) fn on(&mut self, event: Event) -> Action {
        match &event {
            Event::TroublePressed(Trouble::Nothing) => self.over = Over::NothingCame,
            Event::ProfilePressed(_) | Event::AgainPressed => self.over = Over::Nothing,
            _ => {}
        }
        let effects = self.setup.on(event);
        let shown = (self.setup.page(), self.setup.draft().clone());
        let draw = (self.wanted.as_ref() != Some(&shown)).then(|| shown.clone());
        if draw.is_some() {
            self.wanted = Some(shown);
        }
        if effects.is_empty() && draw.is_none() {
            return Action::None;
        }
        Action::Do { effects, draw }
    }

    pub(super) fn connect(&mut self, address: String) -> Action {
        self.on(Event::AddressTyped(address))
    }

    pub(super) fn is_free(&self) -> bool {
        self.setup.busy().is_none()
    }

    pub(super) fn can_connect_typed(&self) -> bool {
        self.is_free() && !self.address.trim().is_empty()
    }

    /// Enter does what is harmless: it tries the address that was typed. That a paper is good, and that
    /// all of it is kept, is said by its button.
    pub(super) fn entered(&mut self) -> Action {
        match (self.setup.step(), self.over) {
            (Step::Detect, Over::Nothing) => self.connect_typed(),
            _ => Action::None,
        }
    }

    pub(super) fn escaped(&mut self) -> Action {
        match self.over {
            Over::Nothing => self.back(),
            Over::Models | Over::NothingCame => self.open(Over::Nothing),
        }
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        if let Some(without) = take_back(&self.address, letters) {
            self.address = without;
        }
    }

    fn write(&mut self, text: &str) -> Action {
        self.address = text.chars().take(ADDRESS_MAX).collect();
        Action::None
    }

    fn connect_typed(&mut self) -> Action {
        match self.can_connect_typed() {
            true => self.connect(self.address.trim().to_owned()),
            false => Action::None,
        }
    }

    fn open(&mut self, over: Over) -> Action {
        self.over = over;
        Action::None
    }

    /// What is under way is given up; where nothing is, the step before comes, and before the first is out.
    fn back(&mut self) -> Action {
        let first = self.setup.step() == Step::Detect;
        match first && self.is_free() {
            true => self.leave(),
            false => self.on(Event::BackPressed),
        }
    }

    fn leave(&mut self) -> Action {
        let action = self.on(Event::Closed);
        self.left = true;
        action
    }
}
