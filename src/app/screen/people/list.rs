//! The list of everybody: searched, filtered, and only what is in sight is laid out.

use std::collections::HashMap;

use super::Action;
use crate::domain::people::{Grade, Listed};
use crate::domain::search::{Index, Item};
use crate::domain::{Money, StudentId};

/// The height of a row, in logical pixels.
pub(super) const ROW: f32 = 64.0;
/// Rows that are laid out beyond both edges: a finger that flicks finds them there.
const BEYOND: usize = 4;

/// Whom the list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whom {
    /// Those who are here.
    #[default]
    Here,
    /// Those of them with little on their account.
    Low,
    /// Those who left.
    Left,
}

/// The list.
#[derive(Debug, Default)]
pub(super) struct List {
    pub(super) people: Vec<Listed>,
    index: Option<Index<StudentId>>,
    places: HashMap<StudentId, usize>,
    pub(super) grades: Vec<String>,
    pub(super) query: String,
    /// Whether the search was typed into last.
    pub(super) searching: bool,
    pub(super) whom: Whom,
    pub(super) grade: Option<String>,
    pub(super) only_minded: bool,
    /// Places of those who are shown, in their order.
    pub(super) shown: Vec<usize>,
    offset: f32,
    pub(super) reading: bool,
}

impl List {
    pub(super) fn are(&mut self, people: Vec<Listed>, house: Money) {
        self.reading = false;
        let codes: Vec<Vec<&str>> = people
            .iter()
            .map(|one| {
                let codes = [one.card.as_deref(), one.document.as_deref()];
                codes.into_iter().flatten().collect()
            })
            .collect();
        let items = people.iter().zip(&codes).map(|(one, codes)| Item {
            id: one.student,
            name: &one.name,
            category: &one.grade,
            codes,
        });
        self.index = Some(Index::new(items));
        let places = people.iter().enumerate();
        self.places = places.map(|(at, one)| (one.student, at)).collect();
        let here = people.iter().filter(|one| one.active);
        let mut grades: Vec<String> = here.map(|one| Grade::of(&one.grade).grade).collect();
        grades.sort_unstable();
        grades.dedup();
        grades.sort_by_cached_key(|grade| by_number(grade));
        grades.retain(|grade| !grade.is_empty());
        if self
            .grade
            .as_ref()
            .is_some_and(|grade| !grades.contains(grade))
        {
            self.grade = None;
        }
        self.grades = grades;
        self.people = people;
        let offset = self.offset;
        let _top = self.filter(house);
        self.offset = offset;
    }

    pub(super) fn search(&mut self, query: String, house: Money) -> Action {
        self.query = query;
        self.searching = true;
        self.filter(house)
    }

    pub(super) fn choose(&mut self, whom: Whom, house: Money) -> Action {
        self.whom = whom;
        self.filter(house)
    }

    pub(super) fn of_grade(&mut self, grade: Option<String>, house: Money) -> Action {
        self.grade = grade;
        self.filter(house)
    }

    /// Who must not eat something is read anew, as the look is to be noted.
    pub(super) fn mind(&mut self, house: Money) -> Action {
        self.only_minded = !self.only_minded;
        let top = self.filter(house);
        if self.only_minded {
            Action::ReadMinded
        } else {
            top
        }
    }

    pub(super) fn scrolled(&mut self, to: f32) -> Action {
        self.offset = to;
        Action::None
    }

    /// The best hit of what was typed last.
    pub(super) fn best(&self) -> Option<StudentId> {
        let typed = self.searching && !self.query.trim().is_empty();
        let first = self.shown.first().filter(|_| typed)?;
        Some(self.people[*first].student)
    }

    fn filter(&mut self, house: Money) -> Action {
        let wanted = |at: &usize| {
            let one = &self.people[*at];
            let whom = match self.whom {
                Whom::Here => one.active,
                Whom::Low => one.active && one.is_low(house),
                Whom::Left => !one.active,
            };
            let minded = !self.only_minded || one.minded == Some(true);
            let grade = self.grade.as_ref();
            whom && minded && grade.is_none_or(|grade| Grade::of(&one.grade).grade == *grade)
        };
        self.shown = match (&self.index, self.query.trim().is_empty()) {
            (Some(index), false) => {
                let found = index.find(&self.query, self.people.len()).into_iter();
                let found = found.filter_map(|student| self.places.get(&student).copied());
                found.filter(wanted).collect()
            }
            _ => (0..self.people.len()).filter(wanted).collect(),
        };
        self.offset = 0.0;
        Action::ToTop
    }

    /// The rows to lay out in a place of that height: what is above them, which, and what is below, in
    /// logical pixels.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "rows of one list: far below what a float tells apart"
    )]
    pub(super) fn in_sight(&self, height: f32) -> (f32, &[usize], f32) {
        let all = self.shown.len();
        let most = (height.max(0.0) / ROW).ceil() as usize + 1 + 2 * BEYOND;
        let first = (self.offset.max(0.0) / ROW).floor() as usize;
        let first = first.saturating_sub(BEYOND).min(all.saturating_sub(most));
        let end = all.min(first + most);
        let (above, below) = (first as f32 * ROW, (all - end) as f32 * ROW);
        (above, &self.shown[first..end], below)
    }
}

fn by_number(grade: &str) -> (bool, Option<u32>, String) {
    let digits: String = grade.chars().take_while(char::is_ascii_digit).collect();
    let is_course = grade.to_lowercase().contains("curso");
    (is_course, digits.parse().ok(), grade.to_owned())
}
