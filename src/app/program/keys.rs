//! Keys and scans, wherever the focus is.

use iced::keyboard::key::{Code as Place, Named, Physical};
use iced::keyboard::{self, Key as Pressed};
use iced::time::Instant;
use iced::{Event, Task, event, window};

use super::{Message, Program, Screen};
use crate::app::screen::{accounts, checkout, declare, login, pupils, sales, settings};
use crate::app::widget::{Mood, jump, keypad, press_focused, reveal};
use crate::domain::code::Code;
use crate::domain::scanner::{Heard, Key};
use crate::domain::ticket::TicketCode;
use crate::domain::{CardNumber, Timestamp};

/// Cards of this school have five digits: a card nobody knows is reported, not typed.
const CARD_DIGITS: usize = 5;

/// So long after a sale an Enter is taken for a bounce of the one that paid it.
const BOUNCE_MILLIS: i64 = 700;

/// So far apart two readings of the clock may say of one moment.
const ROUNDED_MILLIS: i64 = 2;

/// What the program wants to hear of: keys, and presses to know that somebody is there.
pub(super) fn interesting(
    event: Event,
    status: event::Status,
    _window: window::Id,
) -> Option<Message> {
    match &event {
        Event::Keyboard(keyboard::Event::KeyPressed { .. })
        | Event::Mouse(
            iced::mouse::Event::ButtonPressed(_) | iced::mouse::Event::ButtonReleased(_),
        )
        | Event::Touch(
            iced::touch::Event::FingerPressed { .. }
            | iced::touch::Event::FingerLifted { .. }
            | iced::touch::Event::FingerLost { .. },
        ) => Some(Message::Struck(event, status, Instant::now())),
        _ => None,
    }
}

impl Program {
    /// A key was struck, or something pressed, at that time, and not when there was time to hear of it: drawing may lie in between.
    pub(super) fn struck(
        &mut self,
        event: &Event,
        status: event::Status,
        struck: Instant,
    ) -> Task<Message> {
        let ago = i64::try_from(struck.elapsed().as_millis()).unwrap_or(0);
        let at = Timestamp(self.now.at.0.saturating_sub(ago));
        // Rounding must not put a key before the last one; a clock that was set back may.
        let last = self
            .scanner
            .last_heard()
            .filter(|last| last.millis_since(at) <= ROUNDED_MILLIS);
        self.heard_at(event, status, last.map_or(at, |last| at.max(last)))
    }

    #[cfg(test)]
    pub(super) fn heard_event(&mut self, event: &Event, status: event::Status) -> Task<Message> {
        self.heard_at(event, status, self.now.at)
    }

    fn heard_at(&mut self, event: &Event, status: event::Status, at: Timestamp) -> Task<Message> {
        self.touched = self.now;
        self.looking.hear(event, self.now.at);
        let Event::Keyboard(keyboard::Event::KeyPressed {
            key,
            physical_key,
            text,
            modifiers,
            repeat,
            ..
        }) = event
        else {
            self.scanner.stir(at);
            self.walked = false;
            return Task::none();
        };
        self.captured = status == event::Status::Captured;
        self.shifted = modifiers.shift();
        // A reader presses Shift for each capital letter: it is no key of its own, and ends no burst.
        if modifiers.command() || modifiers.alt() || is_modifier(key) {
            return Task::none();
        }
        self.may_press = std::mem::take(&mut self.walked);
        if *repeat && !self.captured && self.is_declaring() && !moves(key) {
            return Task::none();
        }
        if let Pressed::Named(named) = key
            && let Some(task) = self.named(*named, modifiers.shift())
        {
            self.scanner.stir(at);
            return task;
        }
        let key = scanner_key(key, *physical_key, text.as_deref());
        let catalogue = &self.catalogue;
        let known = |code: &Code| is_known(code, catalogue);
        let heard = self.scanner.press(key, at, known);
        let begins = self.scanner.waits_until().is_some() && !heard.is_empty();
        if !begins {
            self.field_heard |= self.captured;
        }
        let tasks: Vec<_> = heard.into_iter().map(|heard| self.heard(heard)).collect();
        if begins || self.scanner.waits_until().is_none() {
            self.field_heard = begins && self.captured;
        }
        Task::batch(tasks)
    }

    /// Asks whether a burst has ended, while it waits. Keys that were struck meanwhile may be on their way: what
    /// they are part of is told behind them.
    pub(super) fn pause(&self) -> Task<Message> {
        match self.scanner.waits_until() {
            Some(until) if until <= self.now.at || self.is_set_back(until) => {
                Task::done(Message::KeysEnded(until))
            }
            _ => Task::none(),
        }
    }

    /// The clock was set back within a burst: nobody waits for it.
    fn is_set_back(&self, until: Timestamp) -> bool {
        self.scanner
            .last_heard()
            .is_some_and(|last| self.now.at < last && last < until)
    }

    /// No key has come since one was waited for until then: what the letters were.
    pub(super) fn keys_ended(&mut self, until: Timestamp) -> Task<Message> {
        if self.scanner.waits_until() != Some(until) {
            return Task::none();
        }
        let catalogue = &self.catalogue;
        let heard = self
            .scanner
            .pause(self.now.at, |code| is_known(code, catalogue));
        let task = Task::batch(
            heard
                .into_iter()
                .map(|heard| self.heard(heard))
                .collect::<Vec<_>>(),
        );
        if self.scanner.waits_until().is_none() {
            self.field_heard = false;
        }
        task
    }

    pub(super) fn heard(&mut self, heard: Heard) -> Task<Message> {
        match (heard, &self.screen) {
            (Heard::Scan { code, letters }, Screen::Work(_)) => self.scanned(code, &letters),
            (Heard::Scan { code, .. }, Screen::Login(_)) => self.scanned_at_login(&code),
            (Heard::Typed(text), _) if !self.captured => self.typed(&text),
            (Heard::Enter, _) => self.enter_pressed(),
            (Heard::Tab, _) => self.walk(true),
            (Heard::Scan { .. } | Heard::Typed(_), _) => Task::none(),
        }
    }

    /// A card of somebody who works here lets them in.
    fn scanned_at_login(&self, code: &Code) -> Task<Message> {
        match CardNumber::parse(code.as_str()) {
            Ok(number) => self.card_at_login(number),
            Err(_) => Task::none(),
        }
    }

    /// Where the number of a card is asked for, a scan is the answer.
    fn scanned_for_rights(&mut self, code: &Code) -> Option<Task<Message>> {
        let Screen::Work(work) = &self.screen else {
            return None;
        };
        let asks = work
            .settings
            .as_ref()
            .is_some_and(|open| open.asks_for_card());
        if work.place != super::Place::Settings || !asks {
            return None;
        }
        let typed = settings::RightsMessage::NumberTyped(code.as_str().to_owned());
        let typed = settings::HouseMessage::Rights(typed);
        Some(self.settings(settings::Message::House(typed)))
    }

    pub(super) fn scanned(&mut self, code: Code, letters: &str) -> Task<Message> {
        self.take_back(letters);
        // The queue of people does not wait for somebody who reads.
        self.leave_guide();
        self.language.is_open = false;
        if let Some(task) = self.scanned_for_rights(&code) {
            return task;
        }
        if let Some(task) = self.scanned_to_goods(&code) {
            return task;
        }
        if let Some(task) = self.scanned_to_people(&code) {
            return task;
        }
        if self.is_writing() {
            if let Some(task) = self.scanned_into_return(&code) {
                return task;
            }
            let why = self.words.text("scan-not-here");
            return self.say(Mood::Neutral, why);
        }
        if TicketCode::is_misread(code.as_str()) {
            let why = self.words.text("ticket-misread");
            return self.say(Mood::Warn, why);
        }
        // The queue of people does not wait for somebody who looks at the printer's.
        self.close_printer();
        if self.is_at_lunch() {
            return self.lunch_scanned(code);
        }
        if self.is_at_stock() {
            return self.on_stock(crate::app::screen::stock::Message::Scanned(code));
        }
        if let Some(task) = self.scanned_to_declare(&code) {
            return task;
        }
        if let Some(task) = self.scanned_to_accounts(&code) {
            return task;
        }
        if let Some(task) = self.scanned_to_open_pupil(&code) {
            return task;
        }
        if let Some(task) = self.scanned_to_sales(&code) {
            return task;
        }
        if let Screen::Work(work) = &mut self.screen {
            if work.place != super::Place::Checkout && self.checkout.has_dialog() {
                return Task::none();
            }
            if work.place != super::Place::Checkout {
                let back = self.back_to_checkout();
                return Task::batch([back, self.checkout(checkout::Message::Scanned(code))]);
            }
        }
        self.checkout(checkout::Message::Scanned(code))
    }

    /// What the scanner typed into the field that has the focus comes out of it again.
    fn take_back(&mut self, letters: &str) {
        if let Some(open) = &mut self.help {
            open.take_back(letters);
            return;
        }
        self.printing.queue.take_back(letters);
        self.cash.take_back(letters);
        let Screen::Work(work) = &mut self.screen else {
            return;
        };
        match work.place {
            super::Place::Lunch => {
                if let Some(lunch) = &mut work.lunch {
                    lunch.take_back(letters);
                }
            }
            super::Place::Pupils => {
                if let Some(pupils) = &mut work.pupils {
                    pupils.take_back(letters);
                }
            }
            super::Place::People => {
                if let Some(people) = &mut work.people {
                    people.take_back(letters);
                }
            }
            super::Place::Accounts => {
                if let Some(accounts) = &mut work.accounts {
                    accounts.take_back(letters);
                }
            }
            super::Place::Dashboard => {
                if let Some(open) = &mut work.dashboard {
                    open.take_back(letters);
                }
            }
            super::Place::Settings => {
                if let Some(settings) = &mut work.settings {
                    settings.take_back(letters);
                }
            }
            super::Place::Declare => {
                if let Some(declare) = &mut work.declare {
                    declare.take_scan_back(letters);
                }
            }
            super::Place::Sales => {
                if let Some(sales) = &mut work.sales {
                    sales.take_back(letters);
                }
            }
            super::Place::Paper => {
                if let Some(paper) = &mut self.printing.paper {
                    paper.take_back(letters);
                }
            }
            super::Place::Products => {
                if let Some(goods) = &mut work.goods {
                    goods.take_back(letters);
                }
            }
            super::Place::Stock => {
                if let Some(stock) = &mut work.stock {
                    stock.take_back(letters);
                }
            }
            super::Place::Cash | super::Place::FirstDay => {}
            super::Place::Checkout | super::Place::Lock => {
                self.checkout.take_scan_back(letters);
            }
        }
    }

    /// Whether somebody writes where a scan says nothing: nobody is thrown out of that by a card.
    fn is_writing(&self) -> bool {
        let Screen::Work(work) = &self.screen else {
            return false;
        };
        if self.printing.queue.asks() || self.cash.asks() {
            return true;
        }
        match work.place {
            super::Place::Pupils => work.pupils.as_ref().is_some_and(|pupils| pupils.asks()),
            super::Place::People => work.people.as_ref().is_some_and(|open| open.is_writing()),
            super::Place::Lunch => work.lunch.as_ref().is_some_and(|lunch| lunch.asks()),
            super::Place::Declare => work.declare.as_ref().is_some_and(|open| open.is_busy()),
            super::Place::Accounts => work.accounts.as_ref().is_some_and(|open| open.is_writing()),
            super::Place::Dashboard => work.dashboard.as_ref().is_some_and(|open| open.asks()),
            super::Place::Settings => true,
            super::Place::Stock => work.stock.as_ref().is_some_and(|open| open.asks()),
            super::Place::Sales => work.is_voiding(),
            super::Place::Products => work.goods.as_ref().is_some_and(|open| !open.is_list()),
            super::Place::FirstDay => self.first_day_asks(),
            super::Place::Checkout
            | super::Place::Cash
            | super::Place::Paper
            | super::Place::Lock => false,
        }
    }

    fn typed(&mut self, text: &str) -> Task<Message> {
        if self.help.is_some() || self.language.is_open {
            return Task::none();
        }
        if self.printer_has_keys() {
            return Task::none();
        }
        if let Some(task) = self.typed_at_drawer(text) {
            return task;
        }
        if self.is_declaring() {
            return self.typed_to_declare(text);
        }
        if self.is_at_lunch() {
            return self.typed_to_lunch(text);
        }
        if let Some(task) = self.typed_to_goods(text) {
            return task;
        }
        if self.is_at_stock() {
            return self.typed_to_stock(text);
        }
        let tasks: Vec<_> = text
            .chars()
            .map(|letter| self.typed_letter(letter))
            .collect();
        Task::batch(tasks)
    }

    fn typed_letter(&mut self, letter: char) -> Task<Message> {
        match &self.screen {
            Screen::Login(_) => self.login(login::Message::Typed(letter)),
            Screen::Work(work) => match (work.place, &work.sales) {
                (super::Place::Checkout, _) => self.checkout(checkout::Message::Typed(letter)),
                (super::Place::Accounts, _) => self.at_accounts(accounts::Message::Typed(letter)),
                (super::Place::People, _) => {
                    self.at_people(crate::app::screen::people::Message::LetterTyped(letter))
                }
                (super::Place::Sales, Some(list)) if list.asks_for_pin() => {
                    self.sales(sales::Message::Typed(letter))
                }
                _ => Task::none(),
            },
            Screen::Opening | Screen::Setup(_) => Task::none(),
        }
    }

    /// The keyboard goes to the next thing that can be pressed or typed into, or to the one before, and that
    /// comes into sight.
    fn walk(&mut self, on: bool) -> Task<Message> {
        self.walked = true;
        let to = match on {
            true => iced::widget::operation::focus_next(),
            false => iced::widget::operation::focus_previous(),
        };
        to.chain(reveal())
    }

    /// Enter by hand. Whoever has just gone to something that can be pressed means that; else the screen says
    /// what Enter does. It answers no alert.
    fn enter_pressed(&mut self) -> Task<Message> {
        let may_press = std::mem::take(&mut self.may_press);
        if may_press && !self.has_alert() {
            return press_focused().map(Message::Entered);
        }
        self.entered(false)
    }

    fn has_alert(&self) -> bool {
        let at_checkout =
            matches!(&self.screen, Screen::Work(work) if work.place == super::Place::Checkout);
        at_checkout && self.checkout.has_alert()
    }

    /// Enter is taken from here and not from the field, as a scanner ends its burst with it.
    pub(super) fn entered(&mut self, pressed: bool) -> Task<Message> {
        if pressed {
            return Task::none();
        }
        if let Some(task) = self.entered_in_help() {
            return task;
        }
        if self.language.is_open {
            return Task::none();
        }
        if let Some(task) = self.entered_at_printer() {
            return task;
        }
        if let Some(task) = self.entered_at_drawer() {
            return task;
        }
        if self.is_at_lunch() {
            return self.entered_at_lunch();
        }
        if self.is_at_stock() {
            return self.entered_at_stock();
        }
        match &self.screen {
            Screen::Login(_) => self.login(login::Message::Confirmed),
            Screen::Work(work) if work.is_voiding() => self.sales(sales::Message::VoidConfirmed),
            Screen::Work(_) if self.is_declaring() => {
                // A field that has the focus took it.
                let enter = declare::Message::Pressed(declare::Key::Enter);
                if self.captured {
                    Task::none()
                } else {
                    self.declare(enter)
                }
            }
            // An editor that has the focus took it: there it is a new line.
            Screen::Work(work) if work.place == super::Place::Pupils && !self.captured => {
                self.pupils(pupils::Message::Entered)
            }
            Screen::Work(_) if self.is_at_accounts() && !self.captured => {
                self.at_accounts(accounts::Message::Entered)
            }
            Screen::Work(work) if work.place == super::Place::People && !self.captured => {
                self.at_people(crate::app::screen::people::Message::Entered)
            }
            Screen::Work(work) if work.place == super::Place::Dashboard => {
                // A chart that has the keyboard took it.
                match self.captured {
                    true => Task::none(),
                    false => self.on_dashboard(crate::app::screen::dashboard::Message::Entered),
                }
            }
            Screen::Work(work) if work.place == super::Place::Products => {
                // In the list of ingredients it is a new line.
                self.entered_at_goods().unwrap_or_else(Task::none)
            }
            Screen::Work(work) if work.place == super::Place::Settings && !self.captured => {
                self.settings(settings::Message::Entered)
            }
            Screen::Work(work) if work.place == super::Place::FirstDay => self.enter_first_day(),
            Screen::Work(work) if work.place == super::Place::Cash => self.enter_cash(),
            Screen::Work(_) if self.now.at.millis_since(self.recorded_at.at) < BOUNCE_MILLIS => {
                Task::none()
            }
            // Enter answers no alert, as a reader sends it too: the keyboard is where the safe answer is.
            Screen::Work(work)
                if work.place == super::Place::Checkout && self.checkout.has_alert() =>
            {
                iced::widget::operation::focus(checkout::ALERT_ID).chain(reveal())
            }
            Screen::Work(work) if work.place == super::Place::Checkout => {
                let searching = !self.checkout.has_dialog() && !self.checkout.query().is_empty();
                self.checkout(if searching {
                    checkout::Message::SearchSubmitted
                } else {
                    checkout::Message::Shortcut(checkout::Shortcut::Enter)
                })
            }
            _ => Task::none(),
        }
    }

    /// What the place, or what lies over it, does with a key.
    fn named_at_a_place(&mut self, key: Named) -> Option<Task<Message>> {
        if let Some(task) = self.named_to_printer(key) {
            return Some(task);
        }
        if let Some(task) = self.named_at_drawer(key) {
            return Some(task);
        }
        if self.is_declaring()
            && !self.printer_has_keys()
            && let Some(task) = self.named_to_declare(key)
        {
            return Some(task);
        }
        let lunch = self.named_to_lunch(key);
        let stock = lunch.or_else(|| self.named_to_stock(key));
        let dashboard = stock.or_else(|| self.named_to_dashboard(key));
        dashboard.or_else(|| self.named_to_goods(key))
    }

    pub(super) fn named(&mut self, key: Named, shift: bool) -> Option<Task<Message>> {
        let help = self.named_to_help(key);
        if let Some(task) = help.or_else(|| self.named_to_language(key)) {
            return Some(task);
        }
        if self.help.is_some() || self.language.is_open {
            // What lies below hears nothing.
            return (key == Named::Tab && shift).then(|| self.walk(false));
        }
        if let Some(task) = self.named_at_a_place(key) {
            return Some(task);
        }
        let shortcut = match key {
            Named::Tab if shift => return Some(self.walk(false)),
            Named::F6 if self.user().is_some() => {
                self.walked = true;
                return Some(jump().chain(reveal()));
            }
            Named::ArrowDown | Named::ArrowRight if self.is_asking() => {
                return Some(self.walk(true));
            }
            Named::ArrowUp | Named::ArrowLeft if self.is_asking() => {
                return Some(self.walk(false));
            }
            _ if self.printer_has_keys() => return None,
            Named::Backspace if !self.captured => return Some(self.backspace()),
            Named::F2 => checkout::Shortcut::Search,
            Named::F3 => checkout::Shortcut::Account,
            Named::F4 => checkout::Shortcut::Cash,
            Named::Escape => checkout::Shortcut::Escape,
            _ => return None,
        };
        let Screen::Work(work) = &mut self.screen else {
            return None;
        };
        if work.is_voiding() {
            let dismissed = sales::Message::VoidDismissed;
            return (key == Named::Escape).then(|| self.sales(dismissed));
        }
        if work.place == super::Place::FirstDay
            && key == Named::Escape
            && let Some(task) = self.escape_first_day()
        {
            return Some(task);
        }
        let Screen::Work(work) = &mut self.screen else {
            return None;
        };
        let open = work.pupils.as_ref().is_some_and(|pupils| pupils.is_open());
        if key == Named::Escape && work.place == super::Place::Pupils && open {
            return Some(self.pupils(pupils::Message::Escaped));
        }
        let open = work.people.as_ref().is_some_and(|open| open.is_open());
        if key == Named::Escape && work.place == super::Place::People && open {
            return Some(self.at_people(crate::app::screen::people::Message::Escaped));
        }
        let open = work.accounts.as_ref().is_some_and(|open| open.is_open());
        if key == Named::Escape && work.place == super::Place::Accounts && open {
            return Some(self.at_accounts(accounts::Message::Escaped));
        }
        let backups = work
            .settings
            .as_ref()
            .is_some_and(|open| open.asks_of_backups());
        if key == Named::Escape && work.place == super::Place::Settings && backups {
            let left = settings::Message::Backup(settings::BackupMessage::Dismissed);
            return Some(self.settings(left));
        }
        let escaped = work.settings.as_ref().and_then(|open| open.escaped());
        if let (Named::Escape, super::Place::Settings, Some(left)) = (key, work.place, escaped) {
            return Some(self.settings(left));
        }
        let house = work.settings.as_ref();
        let house = house.and_then(|open| open.escaped_of_house());
        if let (Named::Escape, super::Place::Settings, Some(left)) = (key, work.place, house) {
            return Some(self.settings(settings::Message::House(left)));
        }
        let cell = work
            .settings
            .as_ref()
            .is_some_and(|open| open.chooses_a_cell());
        if key == Named::Escape && work.place == super::Place::Settings && cell {
            let left = settings::Message::Policy(settings::PolicyMessage::CellLeft);
            return Some(self.settings(left));
        }
        if work.place != super::Place::Checkout {
            return Some(self.back_to_checkout());
        }
        Some(self.checkout(checkout::Message::Shortcut(shortcut)))
    }

    /// Whether an alert, the printer's panel or its setup waits for an answer: arrows go from one to the next, the space bar gives it.
    fn is_asking(&self) -> bool {
        let Screen::Work(work) = &self.screen else {
            return false;
        };
        let alert = work.place == super::Place::Checkout && self.checkout.has_alert();
        (alert || self.printing.is_open() || self.is_setting_up()) && !self.captured
    }

    fn backspace(&mut self) -> Task<Message> {
        let key = keypad::Key::Backspace;
        match &self.screen {
            Screen::Login(_) => self.login(login::Message::KeyPressed(key)),
            Screen::Work(work) if work.place == super::Place::Checkout => {
                self.checkout(checkout::Message::KeyPressed(key))
            }
            Screen::Work(_) if self.is_at_accounts() => {
                self.at_accounts(accounts::Message::Backspaced)
            }
            Screen::Work(work) if work.place == super::Place::People => {
                self.at_people(crate::app::screen::people::Message::Backspaced)
            }
            Screen::Work(_) => self.sales(sales::Message::KeyPressed(key)),
            Screen::Opening | Screen::Setup(_) => Task::none(),
        }
    }
}

/// Whether a key may be held: it only goes from one thing to another.
const fn moves(key: &Pressed) -> bool {
    matches!(
        key,
        Pressed::Named(
            Named::ArrowUp
                | Named::ArrowDown
                | Named::ArrowLeft
                | Named::ArrowRight
                | Named::PageUp
                | Named::PageDown
                | Named::Home
                | Named::End
                | Named::Tab
        )
    )
}

fn is_known(code: &Code, catalogue: &crate::domain::catalogue::Catalogue) -> bool {
    let text = code.as_str();
    let card = text.len() == CARD_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit());
    let ticket = TicketCode::parse(text).is_some() || TicketCode::is_misread(text);
    card || ticket || catalogue.by_code(code).is_some()
}

const fn is_modifier(key: &Pressed) -> bool {
    matches!(
        key,
        Pressed::Named(
            Named::Shift
                | Named::Control
                | Named::Alt
                | Named::AltGraph
                | Named::CapsLock
                | Named::Super
                | Named::Meta
        )
    )
}

/// Digits by their physical key, so that the layout does not matter.
fn scanner_key(key: &Pressed, place: Physical, text: Option<&str>) -> Key {
    match (key, digit(place)) {
        (Pressed::Named(Named::Enter), _) => Key::Enter,
        (Pressed::Named(Named::Tab), _) => Key::Tab,
        (Pressed::Character(_), Some(digit))
            if text.is_none_or(|text| text.chars().all(|letter| !letter.is_alphabetic())) =>
        {
            Key::Char(
                text.and_then(|text| text.chars().next())
                    .filter(char::is_ascii_digit)
                    .unwrap_or(digit),
            )
        }
        _ => text
            .and_then(|text| text.chars().next())
            .filter(|letter| !letter.is_control())
            .map_or(Key::Other, Key::Char),
    }
}

fn digit(place: Physical) -> Option<char> {
    let Physical::Code(place) = place else {
        return None;
    };
    let digit = match place {
        Place::Digit0 | Place::Numpad0 => '0',
        Place::Digit1 | Place::Numpad1 => '1',
        Place::Digit2 | Place::Numpad2 => '2',
        Place::Digit3 | Place::Numpad3 => '3',
        Place::Digit4 | Place::Numpad4 => '4',
        Place::Digit5 | Place::Numpad5 => '5',
        Place::Digit6 | Place::Numpad6 => '6',
        Place::Digit7 | Place::Numpad7 => '7',
        Place::Digit8 | Place::Numpad8 => '8',
        Place::Digit9 | Place::Numpad9 => '9',
        _ => return None,
    };
    Some(digit)
}
