//! The first start: language, shop, administrator, lists to import. Nothing counts before the end.

mod view;

use super::lists::{self, Lists};
use super::pin::digits;
use super::settings::optional_ruc;
use crate::domain::receipt::Shop;
use crate::domain::user::Pin;
use crate::i18n::Locale;

/// A step of the first start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Which language.
    #[default]
    Language,
    /// Whose canteen.
    Shop,
    /// Who may do everything, and their PIN.
    Administrator,
    /// Catalogue and pupils from lists, or begin empty.
    Lists,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 4] = [Self::Language, Self::Shop, Self::Administrator, Self::Lists];

    fn next(self) -> Self {
        match self {
            Self::Language => Self::Shop,
            Self::Shop => Self::Administrator,
            Self::Administrator | Self::Lists => Self::Lists,
        }
    }

    fn back(self) -> Self {
        match self {
            Self::Language | Self::Shop => Self::Language,
            Self::Administrator => Self::Shop,
            Self::Lists => Self::Administrator,
        }
    }
}

/// The state of the screen.
#[derive(Clone, Default)]
pub struct Setup {
    step: Step,
    locale: Locale,
    shop: String,
    ruc: String,
    address: String,
    name: String,
    pin: String,
    again: String,
    lists: Lists,
    refused: Option<String>,
    asked: bool,
}

/// A field of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The shop's name.
    Shop,
    /// Its taxpayer number.
    Ruc,
    /// Its address.
    Address,
    /// The administrator's name.
    Name,
    /// Their PIN.
    Pin,
    /// Their PIN again.
    Again,
}

/// What happened.
#[derive(Clone)]
pub enum Message {
    /// A language was chosen.
    LocaleChosen(Locale),
    /// A field was typed into.
    Typed(Field, String),
    /// To the next step; on the last one, the end.
    NextPressed,
    /// To the step before.
    BackPressed,
    /// About lists to import.
    Lists(lists::Message),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Speak this language from now on.
    Speak(Locale),
    /// About lists to import.
    Lists(lists::Action),
    /// Set the till up; a failure is answered with [`Setup::refused`].
    Finish {
        /// The language.
        locale: Locale,
        /// Whose canteen.
        shop: Shop,
        /// The administrator's name.
        name: String,
        /// Chosen by them.
        pin: Pin,
    },
}

impl Setup {
    /// The first step, in `locale`; lists are looked for where `lists` begins.
    #[must_use]
    pub fn new(locale: Locale, lists: Lists) -> Self {
        Self {
            locale,
            lists,
            ..Self::default()
        }
    }

    /// The till could not be set up; `why` is a sentence for the user. What was typed is kept.
    pub fn refused(&mut self, why: String) {
        self.asked = false;
        self.refused = Some(why);
    }

    /// The import, to be told what came of what it asked for.
    pub fn lists_mut(&mut self) -> &mut Lists {
        &mut self.lists
    }

    /// Where it is.
    #[must_use]
    pub const fn step(&self) -> Step {
        self.step
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action {
        if self.asked {
            return Action::None;
        }
        match message {
            Message::LocaleChosen(locale) => self.speak(locale),
            Message::Typed(field, text) => self.type_into(field, text),
            Message::NextPressed => self.go_on(),
            Message::BackPressed => self.go_back(),
            Message::Lists(message) => match self.lists.update(message) {
                lists::Action::None => Action::None,
                action => Action::Lists(action),
            },
        }
    }

    fn speak(&mut self, locale: Locale) -> Action {
        self.locale = locale;
        Action::Speak(locale)
    }

    fn type_into(&mut self, field: Field, text: String) -> Action {
        match field {
            Field::Shop => self.shop = text,
            Field::Ruc => self.ruc = text,
            Field::Address => self.address = text,
            Field::Name => self.name = text,
            Field::Pin => self.pin = digits(&text),
            Field::Again => self.again = digits(&text),
        }
        Action::None
    }

    fn go_on(&mut self) -> Action {
        if !self.can_go_on() {
            return Action::None;
        }
        if self.step == Step::Lists {
            return self.finish();
        }
        self.step = self.step.next();
        Action::None
    }

    fn go_back(&mut self) -> Action {
        if !self.lists.is_busy() {
            self.step = self.step.back();
        }
        Action::None
    }

    fn finish(&mut self) -> Action {
        let (Ok(ruc), Ok(pin)) = (optional_ruc(&self.ruc), Pin::choose(&self.pin)) else {
            return Action::None;
        };
        self.asked = true;
        self.refused = None;
        let shop = Shop {
            name: self.shop.trim().to_owned(),
            ruc,
            address: self.address.trim().to_owned(),
            ..Shop::default()
        };
        let name = self.name.trim().to_owned();
        Action::Finish {
            locale: self.locale,
            shop,
            name,
            pin,
        }
    }

    fn can_go_on(&self) -> bool {
        match self.step {
            Step::Language => true,
            Step::Shop => !self.shop.trim().is_empty() && optional_ruc(&self.ruc).is_ok(),
            Step::Administrator => {
                let named = !self.name.trim().is_empty();
                named && self.pin == self.again && Pin::choose(&self.pin).is_ok()
            }
            Step::Lists => !self.lists.is_busy() && !self.asked,
        }
    }
}

/// Without the digits.
impl std::fmt::Debug for Setup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Setup({:?}, {:?})", self.step, self.shop)
    }
}

/// Without the digits.
impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::LocaleChosen(locale) => write!(f, "LocaleChosen({locale:?})"),
            Self::Typed(field, _) => write!(f, "Typed({field:?})"),
            Self::NextPressed => f.write_str("NextPressed"),
            Self::BackPressed => f.write_str("BackPressed"),
            Self::Lists(message) => write!(f, "Lists({message:?})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(typed: &[(Field, &str)]) -> Setup {
        let mut setup = Setup::new(Locale::EsPy, Lists::default());
        for (field, text) in typed {
            let _ = setup.update(Message::Typed(*field, (*text).into()));
        }
        for _ in Step::ALL.iter().skip(1) {
            let _ = setup.update(Message::NextPressed);
        }
        setup
    }

    const RIGHT: [(Field, &str); 5] = [
        (Field::Shop, "Cantina Tita"),
        (Field::Ruc, "80009735-1"),
        (Field::Name, "Ana"),
        (Field::Pin, "2580"),
        (Field::Again, "2580"),
    ];

    #[test]
    fn the_last_step_sets_the_till_up_once() {
        let mut setup = after(&RIGHT);
        let done = setup.update(Message::NextPressed);
        assert!(matches!(&done, Action::Finish { name, shop, .. }
            if name == "Ana" && shop.ruc.is_some()));
        assert_eq!(setup.update(Message::NextPressed), Action::None);
        setup.refused("disco lleno".into());
        assert_eq!(setup.update(Message::NextPressed), done);
    }

    #[test]
    fn a_step_is_not_left_before_it_is_right() {
        for (wrong, step) in [
            ((Field::Shop, " "), Step::Shop),
            ((Field::Ruc, "80009735-2"), Step::Shop),
            ((Field::Pin, "1234"), Step::Administrator),
            ((Field::Again, "2581"), Step::Administrator),
        ] {
            let mut typed = RIGHT.to_vec();
            typed.push(wrong);
            assert_eq!(after(&typed).step(), step, "{wrong:?}");
        }
    }

    #[test]
    fn a_language_is_spoken_at_once() {
        let mut setup = Setup::new(Locale::EsPy, Lists::default());
        let spoken = setup.update(Message::LocaleChosen(Locale::PtBr));
        assert_eq!(spoken, Action::Speak(Locale::PtBr));
    }
}
