//! What a list of pupils would change: compared with the file before anything is written.

use std::collections::{BTreeMap, BTreeSet};

use super::{ListedPupil, Plan, Problem, Reason};
use crate::domain::catalogue::GENERAL;
use crate::domain::search::fold;
use crate::domain::{CardNumber, StudentId};
use crate::store::people::{ListRow, OnFile};

/// A field that a list changes, for its name in i18n after `people-field-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The name.
    Name,
    /// Grade and section.
    Grade,
    /// A card more.
    Card,
    /// Their own CI.
    Document,
    /// Who pays.
    Guardian,
    /// The guardian's phone.
    Phone,
    /// The guardian's CI or RUC.
    GuardianDocument,
    /// The prices they pay.
    Kind,
    /// The most they may spend a day.
    DailyLimit,
    /// How far the account may go below zero.
    CreditLimit,
    /// What they must not eat: how many, never which; that is health data.
    Restrictions,
    /// Diets: how many, never which.
    Diets,
    /// They had left, and are back.
    Active,
}

impl Field {
    /// The word for it in JSON and, with `-` for `_`, in i18n.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Grade => "grade",
            Self::Card => "card",
            Self::Document => "document",
            Self::Guardian => "guardian",
            Self::Phone => "phone",
            Self::GuardianDocument => "guardian_document",
            Self::Kind => "kind",
            Self::DailyLimit => "daily_limit",
            Self::CreditLimit => "credit_limit",
            Self::Restrictions => "restrictions",
            Self::Diets => "diets",
            Self::Active => "active",
        }
    }
}

/// A pupil who would be changed, field by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The line in the list.
    pub line: u64,
    /// Who.
    pub student: StudentId,
    /// Their name on file.
    pub name: String,
    /// Each field with what is on file and what the list says.
    pub fields: Vec<(Field, String, String)>,
}

/// What a list would do to the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// New pupils: line, name and grade.
    pub new: Vec<(u64, String, String)>,
    /// Pupils who change.
    pub changed: Vec<Change>,
    /// How many are as the list says.
    pub unchanged: usize,
    /// Who is on file and active and not in the list: they stay as they are.
    pub missing: Vec<(StudentId, String, String)>,
    /// What stands in the way, by line; with even one nothing is taken over.
    pub problems: Vec<Problem>,
    /// Headings without a use.
    pub ignored: Vec<String>,
    /// What is to be written: those who are new or change.
    pub rows: Vec<ListRow>,
}

/// Compares a list with the file. A line means the pupil of its card, else of its document, else the only
/// one of its name and grade, else the only one of its name who has no card; otherwise it is a new one.
#[must_use]
pub fn differ(plan: Plan<ListedPupil>, on_file: &[OnFile]) -> Difference {
    let book = Book::of(on_file);
    let mut difference = Difference {
        problems: plan.problems,
        ignored: plan.ignored,
        ..Difference::default()
    };
    let mut met: BTreeMap<StudentId, u64> = BTreeMap::new();
    for (listed, line) in plan.rows.into_iter().zip(plan.lines) {
        match book.find(&listed) {
            Err(reason) => difference.refuse(line, &listed, reason),
            Ok(Some(of)) if of.erased => difference.refuse(line, &listed, Reason::PupilLeft),
            Ok(Some(of)) => match met.insert(of.student, line) {
                Some(on) => difference.refuse(line, &listed, Reason::Doubled { on }),
                None => difference.compare(line, listed, of),
            },
            Ok(None) => difference.add(line, listed),
        }
    }
    let missing = on_file
        .iter()
        .filter(|of| of.active && !met.contains_key(&of.student));
    difference.missing = missing
        .map(|of| (of.student, of.name.clone(), of.grade.clone()))
        .collect();
    difference.problems.sort_by_key(|problem| problem.line);
    difference
}

/// Everybody on file, looked up in three ways.
struct Book<'a> {
    cards: BTreeMap<&'a str, &'a OnFile>,
    documents: BTreeMap<&'a str, Vec<&'a OnFile>>,
    names: BTreeMap<String, Vec<&'a OnFile>>,
}

impl<'a> Book<'a> {
    fn of(on_file: &'a [OnFile]) -> Self {
        let mut book = Self {
            cards: BTreeMap::new(),
            documents: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        for of in on_file {
            for card in &of.cards {
                book.cards.insert(card.as_str(), of);
            }
            if let Some(document) = &of.document {
                book.documents.entry(document).or_default().push(of);
            }
            if !of.erased {
                book.names.entry(fold(&of.name)).or_default().push(of);
            }
        }
        book
    }

    fn find(&self, listed: &ListedPupil) -> Result<Option<&'a OnFile>, Reason> {
        let card = listed.new.card.as_ref();
        let by_card = card.and_then(|card| self.cards.get(card.as_str()).copied());
        let document = listed.document.as_deref();
        let of_document = document.and_then(|document| self.documents.get(document));
        let by_document = match of_document.map(Vec::as_slice) {
            None | Some([]) => None,
            Some([one]) => Some(*one),
            Some(_) => return Err(Reason::SeveralPupils),
        };
        match (by_card, by_document) {
            // The card is one child's and the document another's: nobody can say which is right.
            (Some(one), Some(other)) if one.student != other.student => Err(Reason::SeveralPupils),
            (Some(one), _) | (None, Some(one)) => Ok(Some(one)),
            (None, None) => self.named(listed),
        }
    }

    /// Two children may share a name: a new card is never hung on one who has another, and a document
    /// never on one who has another.
    fn named(&self, listed: &ListedPupil) -> Result<Option<&'a OnFile>, Reason> {
        let of_name = self.names.get(&fold(&listed.new.name));
        let fits = |of: &&&OnFile| {
            let other_document = match (&of.document, &listed.document) {
                (Some(one), Some(other)) => one != other,
                _ => false,
            };
            !other_document && (listed.new.card.is_none() || of.cards.is_empty())
        };
        let candidates: Vec<&OnFile> = of_name
            .into_iter()
            .flatten()
            .filter(fits)
            .copied()
            .collect();
        let grade = fold(&listed.new.grade);
        let same: Vec<&OnFile> = candidates
            .iter()
            .filter(|of| grade.is_empty() || fold(&of.grade) == grade)
            .copied()
            .collect();
        match (same.as_slice(), candidates.as_slice()) {
            ([one], _) | ([], [one]) => Ok(Some(one)),
            ([], []) => Ok(None),
            _ => Err(Reason::SeveralPupils),
        }
    }
}

impl Difference {
    fn refuse(&mut self, line: u64, listed: &ListedPupil, reason: Reason) {
        self.problems.push(Problem {
            line,
            column: None,
            value: listed.new.name.clone(),
            reason,
        });
    }

    fn add(&mut self, line: u64, listed: ListedPupil) {
        let new = (line, listed.new.name.clone(), listed.new.grade.clone());
        self.new.push(new);
        self.rows.push(ListRow {
            known: None,
            new: listed.new,
            document: listed.document,
        });
    }

    /// What a list leaves out stays as it is on file.
    fn compare(&mut self, line: u64, mut listed: ListedPupil, of: &OnFile) {
        if listed.new.grade.is_empty() {
            listed.new.grade.clone_from(&of.grade);
        }
        let fields = fields(&listed, of);
        if fields.is_empty() {
            self.unchanged += 1;
            return;
        }
        self.changed.push(Change {
            line,
            student: of.student,
            name: of.name.clone(),
            fields,
        });
        self.rows.push(ListRow {
            known: Some(of.student),
            new: listed.new,
            document: listed.document,
        });
    }
}

fn fields(listed: &ListedPupil, of: &OnFile) -> Vec<(Field, String, String)> {
    let new = &listed.new;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut found = Vec::new();
    let mut differs = |field, old: String, said: Option<String>| {
        if let Some(said) = said.filter(|said| *said != old) {
            found.push((field, old, said));
        }
    };
    differs(Field::Name, of.name.clone(), Some(new.name.clone()));
    differs(Field::Grade, of.grade.clone(), Some(new.grade.clone()));
    let card = new.card.as_ref().filter(|card| !of.cards.contains(card));
    let cards: Vec<&str> = of.cards.iter().map(CardNumber::as_str).collect();
    differs(Field::Card, cards.join(" "), card.map(ToString::to_string));
    differs(Field::Document, text(&of.document), listed.document.clone());
    let said = new.guardian.as_ref();
    let known = of.guardian.as_ref();
    let name = known.map(|one| one.name.clone()).unwrap_or_default();
    differs(Field::Guardian, name, said.map(|one| one.name.clone()));
    let phone = known.map(|one| text(&one.phone)).unwrap_or_default();
    differs(Field::Phone, phone, said.and_then(|one| one.phone.clone()));
    let document = known.map(|one| text(&one.document)).unwrap_or_default();
    let said_document = said.and_then(|one| one.document.clone());
    differs(Field::GuardianDocument, document, said_document);
    let list = |list: i64| if list == GENERAL.0 { "pupil" } else { "staff" }.to_owned();
    let kind = new.price_list.map(|of| list(of.0));
    differs(Field::Kind, list(of.price_list.0), kind);
    let daily = of.daily_limit.map(|limit| limit.to_string());
    let said_daily = new.daily_limit.map(|limit| limit.to_string());
    differs(Field::DailyLimit, daily.unwrap_or_default(), said_daily);
    let said_credit = new.credit_limit.map(|limit| limit.to_string());
    differs(Field::CreditLimit, of.credit_limit.to_string(), said_credit);
    let count = |of: usize| of.to_string();
    let stricter = new.restrictions.iter().filter(|said| {
        let known = of
            .restrictions
            .iter()
            .find(|one| one.allergen == said.allergen);
        known.is_none_or(|known| (*said).clone().beside(known) != *known)
    });
    let stricter = stricter.count();
    if stricter > 0 {
        let old = count(of.restrictions.len());
        found.push((Field::Restrictions, old, format!("+{stricter}")));
    }
    let wishes: BTreeSet<_> = of.wishes.iter().map(|wish| wish.diet.0).collect();
    let more = new
        .wishes
        .iter()
        .filter(|wish| !wishes.contains(&wish.diet.0));
    let more = more.count();
    if more > 0 {
        found.push((Field::Diets, count(of.wishes.len()), format!("+{more}")));
    }
    if !of.active {
        found.push((Field::Active, "no".to_owned(), "yes".to_owned()));
    }
    found
}

#[cfg(test)]
#[path = "difference_tests.rs"]
mod tests;
