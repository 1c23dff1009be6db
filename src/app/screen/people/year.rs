//! The end of the school year: what becomes of each grade, then who goes where, then it is done.

use super::Action;
use crate::domain::people::{Becomes, Step, proposed};
use crate::store::people::{LastPromotion, Move};

/// The dialog.
#[derive(Debug, Clone)]
pub struct Year {
    pub(super) steps: Vec<Step>,
    pub(super) counts: Vec<usize>,
    pub(super) last: Option<LastPromotion>,
    /// Who goes where, once somebody asked.
    pub(super) moves: Option<Vec<Move>>,
    pub(super) asked: bool,
    pub(super) why: Option<String>,
}

impl Year {
    pub(super) fn of(grades: Vec<(String, usize)>, last: Option<LastPromotion>) -> Self {
        let (names, counts): (Vec<String>, Vec<usize>) = grades.into_iter().unzip();
        Self {
            steps: proposed(&names),
            counts,
            last,
            moves: None,
            asked: false,
            why: None,
        }
    }

    pub(super) fn moves_are(&mut self, moves: Vec<Move>) {
        self.asked = false;
        self.moves = Some(moves);
    }

    pub(super) fn refused(&mut self, why: String) {
        self.asked = false;
        self.moves = None;
        self.why = Some(why);
    }

    pub(super) fn typed(&mut self, at: usize, grade: String) -> Action {
        if let Some(step) = self.steps.get_mut(at).filter(|_| !self.asked) {
            step.to = Becomes::Goes(grade);
        }
        Action::None
    }

    /// Goes on, leaves, stays, and on again.
    pub(super) fn turned(&mut self, at: usize) -> Action {
        if let Some(step) = self.steps.get_mut(at).filter(|_| !self.asked) {
            step.to = match &step.to {
                Becomes::Goes(_) => Becomes::Leaves,
                Becomes::Leaves => Becomes::Stays,
                Becomes::Stays => Becomes::Goes(step.from.clone()),
            };
        }
        Action::None
    }

    pub(super) fn preview(&mut self) -> Action {
        if self.asked {
            return Action::None;
        }
        self.asked = true;
        self.why = None;
        Action::Plan(self.steps.clone())
    }

    pub(super) fn back(&mut self) -> Action {
        if !self.asked {
            self.moves = None;
        }
        Action::None
    }

    pub(super) fn confirm(&mut self) -> Action {
        match &self.moves {
            Some(moves) if !self.asked && !moves.is_empty() => {
                self.asked = true;
                Action::Promote(self.steps.clone(), moves.clone())
            }
            Some(_) => Action::None,
            None => self.preview(),
        }
    }

    pub(super) fn undo(&mut self) -> Action {
        match self.last.filter(|_| !self.asked) {
            Some(last) => {
                self.asked = true;
                Action::Undo(last.number)
            }
            None => Action::None,
        }
    }

    /// How many go on, and how many leave.
    pub(super) fn sums(&self) -> (usize, usize) {
        let moves = self.moves.iter().flatten();
        let left = moves.clone().filter(|of| of.to.is_none()).count();
        (moves.count() - left, left)
    }
}
