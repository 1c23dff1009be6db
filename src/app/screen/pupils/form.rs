//! The form of a restriction, of a diet, or of the end of one.

use super::Subject;
use crate::domain::diet::{Allergen, Diet, Restriction, Severity, Wish};
use crate::domain::scanner::take_back;
use crate::domain::student::Customer;
use crate::domain::{BadDay, BusinessDay};

/// The most letters of a field: what the till shows must fit an alert.
const LETTERS_MAX: usize = 160;

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Who said so.
    SaidBy,
    /// The paper it rests on.
    Document,
    /// The last day on which it holds.
    Until,
    /// Whom to call.
    Contact,
    /// The number to call.
    Phone,
    /// What else the till should say.
    Note,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// An allergen was chosen.
    AllergenChosen(Allergen),
    /// A severity was chosen.
    SeverityChosen(Severity),
    /// A diet was chosen.
    DietChosen(Diet),
    /// A field was typed into.
    Typed(Field, String),
    /// It is to be noted.
    Confirmed,
    /// The form is not wanted.
    Dismissed,
}

/// What the form is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// What the pupil must not eat.
    Allergy {
        chosen: Option<Allergen>,
        severity: Severity,
        /// Those said before: they are changed, not added.
        taken: Vec<Allergen>,
    },
    /// A diet they keep.
    Diet {
        chosen: Option<Diet>,
        taken: Vec<Diet>,
    },
    /// It no longer holds.
    End(Subject),
}

/// What the form asks for once it is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    Restriction(Box<Restriction>),
    Wish(Box<Wish>),
    End(Subject, String),
}

/// What is missing or wrong in a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nothing is chosen.
    NothingChosen,
    /// Nobody said so.
    NobodySaid,
    /// The day is none.
    BadDay(BadDay),
    /// The day is over.
    Past,
}

/// The state of the form.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) kind: Kind,
    /// Whether it changes what was said before.
    pub(super) is_change: bool,
    pub(super) said_by: String,
    pub(super) document: String,
    pub(super) until: String,
    pub(super) contact: String,
    pub(super) phone: String,
    pub(super) note: String,
    /// Whether saving was tried: before that an empty field is no fault.
    pub(super) tried: bool,
    asked: bool,
    /// The field that was typed into last: it has the focus, if any has.
    typing: Option<Field>,
    pub(super) refused: Option<String>,
}

impl Form {
    fn new(kind: Kind, pupil: &Customer) -> Self {
        let guardian = pupil.student.guardian.as_ref();
        Self {
            kind,
            is_change: false,
            said_by: guardian.map_or_else(String::new, |guardian| guardian.name.clone()),
            document: String::new(),
            until: String::new(),
            contact: String::new(),
            phone: guardian
                .and_then(|guardian| guardian.phone.clone())
                .unwrap_or_default(),
            note: String::new(),
            tried: false,
            asked: false,
            typing: None,
            refused: None,
        }
    }

    /// A new restriction, severe until somebody says less.
    pub(super) fn allergy(pupil: &Customer) -> Self {
        let taken = pupil.student.restrictions.iter();
        let kind = Kind::Allergy {
            chosen: None,
            severity: Severity::Severe,
            taken: taken.map(|restriction| restriction.allergen).collect(),
        };
        Self::new(kind, pupil)
    }

    /// A new diet.
    pub(super) fn diet(pupil: &Customer) -> Self {
        let taken = pupil.student.wishes.iter();
        let kind = Kind::Diet {
            chosen: None,
            taken: taken.map(|wish| wish.diet).collect(),
        };
        Self::new(kind, pupil)
    }

    /// What was said before, to be changed.
    pub(super) fn change(pupil: &Customer, subject: Subject) -> Option<Self> {
        let student = &pupil.student;
        match subject {
            Subject::Allergen(allergen) => {
                let mut all = student.restrictions.iter();
                let of = all.find(|restriction| restriction.allergen == allergen)?;
                Some(Self::of_restriction(of, pupil))
            }
            Subject::Diet(diet) => {
                let of = student.wishes.iter().find(|wish| wish.diet == diet)?;
                Some(Self::of_wish(of, pupil))
            }
        }
    }

    fn of_restriction(of: &Restriction, pupil: &Customer) -> Self {
        let kind = Kind::Allergy {
            chosen: Some(of.allergen),
            severity: of.severity,
            taken: Vec::new(),
        };
        let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
        Self {
            is_change: true,
            said_by: of.said_by.clone(),
            document: or_empty(&of.document),
            until: of.until.map(written).unwrap_or_default(),
            contact: or_empty(&of.contact),
            phone: or_empty(&of.phone),
            note: or_empty(&of.note),
            ..Self::new(kind, pupil)
        }
    }

    fn of_wish(of: &Wish, pupil: &Customer) -> Self {
        let kind = Kind::Diet {
            chosen: Some(of.diet),
            taken: Vec::new(),
        };
        Self {
            is_change: true,
            said_by: of.said_by.clone(),
            until: of.until.map(written).unwrap_or_default(),
            note: of.note.clone().unwrap_or_default(),
            ..Self::new(kind, pupil)
        }
    }

    /// The end of what was said: nobody says so until somebody is named.
    pub(super) fn end(pupil: &Customer, subject: Subject) -> Self {
        Self {
            said_by: String::new(),
            ..Self::new(Kind::End(subject), pupil)
        }
    }

    /// Whether an answer is awaited.
    pub(super) const fn is_asked(&self) -> bool {
        self.asked
    }

    pub(super) fn refused(&mut self, why: String) {
        self.asked = false;
        self.refused = Some(why);
    }

    /// Takes in what happened; what is to be noted once it is confirmed and whole.
    pub(super) fn update(&mut self, message: Message, today: BusinessDay) -> Option<Wanted> {
        if self.asked {
            return None;
        }
        match message {
            Message::AllergenChosen(allergen) => self.choose_allergen(allergen),
            Message::SeverityChosen(severity) => self.choose_severity(severity),
            Message::DietChosen(diet) => self.choose_diet(diet),
            Message::Typed(field, text) => self.type_into(field, &text),
            Message::Confirmed => return self.confirm(today),
            Message::Dismissed => {}
        }
        None
    }

    fn choose_allergen(&mut self, allergen: Allergen) {
        if let (false, Kind::Allergy { chosen, .. }) = (self.is_change, &mut self.kind) {
            *chosen = Some(allergen);
        }
    }

    fn choose_severity(&mut self, of: Severity) {
        if let Kind::Allergy { severity, .. } = &mut self.kind {
            *severity = of;
        }
    }

    fn choose_diet(&mut self, diet: Diet) {
        if let (false, Kind::Diet { chosen, .. }) = (self.is_change, &mut self.kind) {
            *chosen = Some(diet);
        }
    }

    fn type_into(&mut self, field: Field, text: &str) {
        self.typing = Some(field);
        *self.text_of(field) = text.chars().take(LETTERS_MAX).collect();
    }

    const fn text_of(&mut self, field: Field) -> &mut String {
        match field {
            Field::SaidBy => &mut self.said_by,
            Field::Document => &mut self.document,
            Field::Until => &mut self.until,
            Field::Contact => &mut self.contact,
            Field::Phone => &mut self.phone,
            Field::Note => &mut self.note,
        }
    }

    /// The letters of a scan are no answer: out of the field that received them.
    pub(super) fn take_back(&mut self, letters: &str) {
        if let Some(field) = self.typing {
            let text = self.text_of(field);
            if let Some(without) = take_back(text, letters) {
                *text = without;
            }
        }
    }

    fn confirm(&mut self, today: BusinessDay) -> Option<Wanted> {
        self.tried = true;
        self.refused = None;
        let wanted = self.wanted(today).ok()?;
        self.asked = true;
        Some(wanted)
    }

    /// What is wrong with the last day, if anything.
    pub(super) fn until(&self, today: BusinessDay) -> Result<Option<BusinessDay>, Fault> {
        if self.until.trim().is_empty() {
            return Ok(None);
        }
        let day = BusinessDay::written(&self.until).map_err(Fault::BadDay)?;
        if day < today {
            return Err(Fault::Past);
        }
        Ok(Some(day))
    }

    pub(super) fn said_by(&self) -> Result<String, Fault> {
        let said_by = self.said_by.trim();
        if said_by.is_empty() {
            return Err(Fault::NobodySaid);
        }
        Ok(said_by.to_owned())
    }

    /// The first thing that is missing or wrong, once saving was tried.
    pub(super) fn fault(&self, today: BusinessDay) -> Option<Fault> {
        self.wanted(today).err().filter(|_| self.tried)
    }

    fn wanted(&self, today: BusinessDay) -> Result<Wanted, Fault> {
        match &self.kind {
            Kind::Allergy { chosen: None, .. } | Kind::Diet { chosen: None, .. } => {
                return Err(Fault::NothingChosen);
            }
            Kind::Allergy { .. } | Kind::Diet { .. } | Kind::End(_) => {}
        }
        let said_by = self.said_by()?;
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(match &self.kind {
            Kind::Allergy {
                chosen, severity, ..
            } => {
                let allergen = chosen.ok_or(Fault::NothingChosen)?;
                Wanted::Restriction(Box::new(Restriction {
                    document: said(&self.document),
                    contact: said(&self.contact),
                    phone: said(&self.phone),
                    note: said(&self.note),
                    until: self.until(today)?,
                    ..Restriction::new(allergen, *severity, said_by)
                }))
            }
            Kind::Diet { chosen, .. } => Wanted::Wish(Box::new(Wish {
                diet: chosen.ok_or(Fault::NothingChosen)?,
                said_by,
                note: said(&self.note),
                until: self.until(today)?,
            })),
            Kind::End(subject) => Wanted::End(*subject, said_by),
        })
    }
}

/// A day as the field holds it.
fn written(day: BusinessDay) -> String {
    day.0.format("%d/%m/%Y").to_string()
}
