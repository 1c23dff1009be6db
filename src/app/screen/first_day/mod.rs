//! The first day: what is still to be done before the first real sale. Each line ticks itself; a press on it
//! leads there.

mod view;

use crate::till::first_day::{FirstDay as Seen, Step};

/// A product of the starter catalogue, as it is shown before it is taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its name.
    pub name: String,
    /// Its category.
    pub category: String,
    /// Its price, as people write it.
    pub price: String,
    /// The sentence about what is usually in it.
    pub says: String,
}

/// The state of the screen.
#[derive(Debug, Clone, Default)]
pub struct FirstDay {
    seen: Option<Seen>,
    starter: Option<Starter>,
}

/// The starter catalogue, looked through before it is taken over.
#[derive(Debug, Clone)]
struct Starter {
    rows: Vec<Offered>,
    /// It was asked for, and the answer is still out.
    asked: bool,
    refused: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// A line was pressed.
    StepPressed(Step),
    /// The starter catalogue is to be looked through.
    StarterPressed,
    /// It is to be taken over.
    StarterConfirmed,
    /// It is not wanted now.
    StarterDismissed,
    /// The list is not to be shown any more.
    DismissPressed,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Show where that is done.
    Go(Step),
    /// Read the starter catalogue; answer with [`FirstDay::offered`].
    ReadStarter,
    /// Take it over; answer with [`FirstDay::taken`].
    TakeStarter,
    /// Do not show the list by itself any more.
    Dismiss,
}

impl FirstDay {
    /// How far the day has come.
    pub fn stands(&mut self, seen: Seen) {
        self.seen = Some(seen);
    }

    /// What the starter catalogue holds.
    pub fn offered(&mut self, rows: Vec<Offered>) {
        self.starter = Some(Starter {
            rows,
            asked: false,
            refused: None,
        });
    }

    /// It was taken over, or not; `why` is a sentence for the user.
    pub fn taken(&mut self, done: Result<(), String>) {
        match (done, &mut self.starter) {
            (Ok(()), _) => self.starter = None,
            (Err(why), Some(starter)) => {
                starter.asked = false;
                starter.refused = Some(why);
            }
            (Err(_), None) => {}
        }
    }

    /// Whether a dialog waits for an answer.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.starter.is_some()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::StepPressed(step) => Action::Go(step),
            Message::StarterPressed => Action::ReadStarter,
            Message::StarterConfirmed => self.confirm(),
            Message::StarterDismissed => self.dismiss(),
            Message::DismissPressed => Action::Dismiss,
        }
    }

    fn confirm(&mut self) -> Action {
        match &mut self.starter {
            Some(starter) if !starter.asked => {
                starter.asked = true;
                starter.refused = None;
                Action::TakeStarter
            }
            _ => Action::None,
        }
    }

    fn dismiss(&mut self) -> Action {
        self.starter = self.starter.take().filter(|starter| starter.asked);
        Action::None
    }

    /// Only a canteen without products begins from it: what was changed since must not be set back.
    fn offers_starter(&self) -> bool {
        let seen = self.seen.as_ref();
        seen.is_some_and(|seen| seen.begun.products == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Begun;

    fn seen(products: u32) -> Seen {
        Seen {
            begun: Begun {
                products,
                ..Begun::default()
            },
            shop: true,
            printer: false,
            backup: false,
        }
    }

    #[test]
    fn only_an_empty_catalogue_is_offered_the_starter() {
        let mut screen = FirstDay::default();
        assert!(!screen.offers_starter(), "nothing is known yet");
        screen.stands(seen(0));
        assert!(screen.offers_starter());
        screen.stands(seen(1));
        assert!(!screen.offers_starter());
    }

    #[test]
    fn a_second_press_does_not_take_it_over_twice() {
        let mut screen = FirstDay::default();
        assert_eq!(screen.update(Message::StarterPressed), Action::ReadStarter);
        screen.offered(Vec::new());
        assert_eq!(
            screen.update(Message::StarterConfirmed),
            Action::TakeStarter
        );
        assert_eq!(screen.update(Message::StarterConfirmed), Action::None);
        assert_eq!(screen.update(Message::StarterDismissed), Action::None);
        assert!(screen.asks(), "the answer is still out");
        screen.taken(Err("no".to_owned()));
        assert_eq!(
            screen.update(Message::StarterConfirmed),
            Action::TakeStarter
        );
        screen.taken(Ok(()));
        assert!(!screen.asks());
    }
}
