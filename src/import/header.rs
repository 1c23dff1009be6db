//! The headings of a list: which column says what.

use super::{Problem, Reason};
use crate::domain::search::fold;

/// What a list may have: its columns, each with the headings it goes by.
pub(super) struct Columns<C: 'static> {
    /// Column and headings, folded and without punctuation; the first is the usual one.
    pub(super) headings: &'static [(C, &'static [&'static str])],
    /// Of each group one column must be there.
    pub(super) needed: &'static [&'static [C]],
    /// Columns that may be there more than once.
    pub(super) repeated: &'static [C],
}

/// What stands in each column.
pub(super) struct Header<C> {
    /// As written, and what it means.
    pub(super) columns: Vec<(String, Option<C>)>,
}

/// Headings that speak of what a child must not eat begin with or hold these.
const DIET: [&str; 11] = [
    "alerg", "allerg", "restric", "contien", "contain", "libre", "celiac", "intoler", "dieta",
    "medic", "salud",
];

impl<C: Copy + Ord> Header<C> {
    pub(super) fn of(cells: Vec<String>, columns: &Columns<C>) -> Self {
        let meaning = |written: &str| {
            let heading = heading(written);
            let mut known = columns.headings.iter();
            known
                .find(|(_, names)| names.contains(&heading.as_str()))
                .map(|(column, _)| *column)
        };
        let named = cells.into_iter().map(|written| {
            let column = meaning(&written);
            (written, column)
        });
        Self {
            columns: named.collect(),
        }
    }

    pub(super) fn known(&self) -> usize {
        self.columns
            .iter()
            .filter(|(_, column)| column.is_some())
            .count()
    }

    /// Whether every column that must be there is.
    pub(super) fn is_whole(&self, columns: &Columns<C>) -> bool {
        let mut needed = columns.needed.iter();
        needed.all(|group| group.iter().any(|one| self.has(*one)))
    }

    fn has(&self, wanted: C) -> bool {
        self.columns
            .iter()
            .any(|(_, column)| *column == Some(wanted))
    }

    pub(super) fn ignored(&self) -> Vec<String> {
        let unknown = self
            .columns
            .iter()
            .filter(|(written, column)| column.is_none() && !written.is_empty());
        unknown.map(|(written, _)| written.clone()).collect()
    }

    pub(super) fn problems(&self, line: u64, columns: &Columns<C>) -> Vec<Problem> {
        let at = |column: Option<&String>, reason| Problem {
            line,
            column: column.cloned(),
            value: String::new(),
            reason,
        };
        let missing = columns
            .needed
            .iter()
            .filter(|group| !group.iter().any(|one| self.has(*one)));
        let missing = missing.map(|group| at(None, Reason::MissingColumn(columns.usual(group[0]))));
        let doubled = self
            .columns
            .iter()
            .enumerate()
            .filter(|(place, (_, column))| {
                column.is_some_and(|column| {
                    let before = self.columns[..*place].iter();
                    !columns.repeated.contains(&column)
                        && before.into_iter().any(|(_, other)| *other == Some(column))
                })
            });
        let doubled = doubled.map(|(_, (written, _))| at(Some(written), Reason::DoubledColumn));
        let unread = self.columns.iter().filter(|(written, column)| {
            let heading = heading(written);
            column.is_none() && DIET.iter().any(|word| heading.contains(word))
        });
        let unread = unread.map(|(written, _)| at(Some(written), Reason::UnreadDiet));
        missing.chain(doubled).chain(unread).collect()
    }
}

impl<C: Copy + Ord> Columns<C> {
    fn usual(&self, column: C) -> &'static str {
        let named = self.headings.iter().find(|(of, _)| *of == column);
        named.map_or("", |(_, names)| names[0])
    }
}

/// `Precio (Gs.)` → `precio`; `RUC/CI` → `ruc ci`.
fn heading(written: &str) -> String {
    let without_note = written.split('(').next().unwrap_or_default();
    let folded = fold(without_note).replace(|letter: char| !letter.is_alphanumeric(), " ");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
