//! The page of the self-check: how it stands, what it found, and who answers for it.

use super::Action;
use crate::domain::user::User;
use crate::domain::{Moment, UserId};
use crate::store::diet::Met;
use crate::till::checks::Line;

/// How the self-check stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checked {
    /// The last one; `None` if there never was one.
    pub last: Option<Last>,
    /// The part that is looked at just now.
    pub running: Option<u8>,
    /// What was found, part by part; empty until one was done since the program was started.
    pub lines: Vec<Line>,
    /// Past sales for which nobody has answered, each with its sentence.
    pub open: Vec<(Met, String)>,
}

/// The last self-check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Last {
    /// When.
    pub at: Moment,
    /// The parts that did not hold.
    pub failed: Vec<u8>,
}

/// The state of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Safety {
    pub(super) checked: Checked,
    pub(super) answer: Option<Answer>,
    /// Who answers, as people call them.
    pub(super) me: String,
}

/// What is noted about one past sale.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) of: Met,
    pub(super) says: String,
    pub(super) note: String,
    asked: bool,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// «Revisar ahora».
    CheckPressed,
    /// Somebody answers for the past sale at this place of the list.
    AnswerPressed(usize),
    /// The note was typed.
    NoteTyped(String),
    /// The note is to be kept.
    NoteConfirmed,
    /// The note is not wanted.
    NoteDismissed,
}

/// The fewest letters that say what was done.
const LEAST: usize = 3;

impl Safety {
    pub(super) fn of(users: &[User], me: UserId) -> Self {
        let me = users.iter().find(|user| user.id == me);
        Self {
            me: me.map(|user| user.name.clone()).unwrap_or_default(),
            ..Self::default()
        }
    }

    pub(super) fn stands(&mut self, checked: Checked) {
        let still_open = |answer: &Answer| checked.open.iter().any(|(met, _)| *met == answer.of);
        self.answer = self.answer.take().filter(still_open);
        if let Some(answer) = &mut self.answer {
            answer.asked = false;
        }
        self.checked = checked;
    }

    pub(super) fn update(&mut self, message: Message) -> Action {
        match message {
            Message::CheckPressed => self.check(),
            Message::AnswerPressed(at) => self.begin(at),
            Message::NoteTyped(text) => self.write(text),
            Message::NoteConfirmed => self.confirm(),
            Message::NoteDismissed => self.dismiss(),
        }
    }

    const fn check(&self) -> Action {
        match self.checked.running {
            None => Action::Check,
            Some(_) => Action::None,
        }
    }

    fn begin(&mut self, at: usize) -> Action {
        let open = self.checked.open.get(at).cloned();
        self.answer = open.map(|(of, says)| Answer {
            of,
            says,
            note: String::new(),
            asked: false,
        });
        Action::None
    }

    fn write(&mut self, text: String) -> Action {
        if let Some(answer) = self.answer.as_mut().filter(|answer| !answer.asked) {
            answer.note = text;
        }
        Action::None
    }

    fn confirm(&mut self) -> Action {
        let Some(answer) = self.answer.as_mut().filter(|answer| answer.is_ready()) else {
            return Action::None;
        };
        answer.asked = true;
        Action::LookAt {
            met: Box::new(answer.of.clone()),
            note: answer.note.trim().to_owned(),
        }
    }

    fn dismiss(&mut self) -> Action {
        self.answer = self.answer.take().filter(|answer| answer.asked);
        Action::None
    }
}

impl Answer {
    pub(super) fn is_ready(&self) -> bool {
        !self.asked && self.note.trim().chars().count() >= LEAST
    }
}
