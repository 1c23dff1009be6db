//! The form of a pupil: what is typed, until it is kept.

use crate::app::screen::Context;
use crate::domain::people::{Contact, Profile};
use crate::domain::scanner::take_back;
use crate::domain::{BusinessDay, CardNumber, GuardianId};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Name and surname.
    Name,
    /// The grade.
    Grade,
    /// The section.
    Section,
    /// The first card of somebody new.
    Card,
    /// Their own CI.
    Document,
    /// When they were born.
    Birthday,
    /// Notes.
    Notes,
    /// Of a guardian, by their place.
    Guardian(usize, GuardianField),
}

/// A field of a guardian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuardianField {
    /// Name and surname.
    Name,
    /// What they are to the pupil.
    Relation,
    /// Phone.
    Phone,
    /// Another phone.
    OtherPhone,
    /// E-mail.
    Email,
    /// CI or RUC.
    Document,
}

/// What is typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Form {
    before: Profile,
    pub(super) profile: Profile,
    pub(super) birthday: String,
    pub(super) card: String,
    pub(super) sought: String,
    pub(super) found: Vec<Contact>,
    pub(super) asked: bool,
    pub(super) why: Option<String>,
    /// It was said that leaving loses what is typed.
    pub(super) warned: bool,
}

impl Form {
    pub(super) fn of(profile: &Profile) -> Self {
        Self {
            before: profile.clone(),
            profile: profile.clone(),
            birthday: profile.birthday.map_or_else(String::new, written),
            ..Self::default()
        }
    }

    /// Whether something is not kept yet.
    pub(super) fn is_changed(&self) -> bool {
        let day = self.before.birthday.map_or_else(String::new, written);
        self.profile != self.before || self.birthday != day || !self.card.is_empty()
    }

    /// Changed, and not on its way to be kept.
    pub(super) fn is_being_typed(&self) -> bool {
        !self.asked && self.is_changed()
    }

    pub(super) fn may_be_left(&mut self, context: &Context<'_>) -> bool {
        if self.warned || !self.is_being_typed() {
            return true;
        }
        self.warned = true;
        self.why = Some(context.words.text("people-unsaved"));
        false
    }

    pub(super) fn typed(&mut self, field: Field, text: String) {
        if self.asked {
            return;
        }
        self.why = None;
        if let Some(place) = self.place(field) {
            *place = text;
        }
    }

    fn place(&mut self, field: Field) -> Option<&mut String> {
        let profile = &mut self.profile;
        Some(match field {
            Field::Name => &mut profile.name,
            Field::Grade => &mut profile.grade,
            Field::Section => &mut profile.section,
            Field::Document => &mut profile.document,
            Field::Notes => &mut profile.notes,
            Field::Birthday => &mut self.birthday,
            Field::Card => &mut self.card,
            Field::Guardian(at, field) => {
                let one = profile.guardians.get_mut(at)?;
                match field {
                    GuardianField::Name => &mut one.name,
                    GuardianField::Relation => &mut one.relation,
                    GuardianField::Phone => &mut one.phone,
                    GuardianField::OtherPhone => &mut one.other_phone,
                    GuardianField::Email => &mut one.email,
                    GuardianField::Document => &mut one.document,
                }
            }
        })
    }

    pub(super) fn staff_pressed(&mut self) {
        if !self.asked {
            self.profile.staff = !self.profile.staff;
        }
    }

    pub(super) fn add_guardian(&mut self) {
        if !self.asked {
            self.profile.guardians.push(Contact::default());
        }
    }

    pub(super) fn remove_guardian(&mut self, at: usize) {
        if !self.asked && at < self.profile.guardians.len() {
            self.profile.guardians.remove(at);
        }
    }

    /// The first one pays.
    pub(super) fn pays(&mut self, at: usize) {
        if !self.asked && at < self.profile.guardians.len() {
            let one = self.profile.guardians.remove(at);
            self.profile.guardians.insert(0, one);
        }
    }

    /// What is looked for, once it is enough to look for.
    pub(super) fn seek(&mut self, query: String) -> Option<String> {
        self.found.clear();
        let enough = query.trim().chars().count() >= 3;
        self.sought = query;
        enough.then(|| self.sought.clone())
    }

    pub(super) fn found_are(&mut self, found: Vec<Contact>) {
        let mine: Vec<_> = self
            .profile
            .guardians
            .iter()
            .filter_map(|one| one.id)
            .collect();
        let others = found.into_iter();
        let others = others.filter(|one| one.id.is_none_or(|id| !mine.contains(&id)));
        self.found = others.take(5).collect();
    }

    pub(super) fn choose_guardian(&mut self, id: GuardianId) {
        let chosen = self.found.iter().find(|one| one.id == Some(id)).cloned();
        if let Some(chosen) = chosen.filter(|_| !self.asked) {
            self.profile.guardians.push(chosen);
            self.found.clear();
            self.sought.clear();
        }
    }

    /// What is to be kept, once: a second press finds it asked already.
    pub(super) fn asked(&mut self, context: &Context<'_>) -> Option<(Profile, Option<CardNumber>)> {
        if self.asked || !self.is_changed() {
            return None;
        }
        let mut profile = self.profile.clone();
        profile.birthday = match self.birthday.trim() {
            "" => None,
            typed => {
                let day = BusinessDay::written(typed).ok();
                if day.is_none() {
                    self.why = Some(context.words.text("people-failed-birthday"));
                    return None;
                }
                day
            }
        };
        let card = match self.card.trim() {
            "" => None,
            typed => {
                let card = CardNumber::parse(typed).ok();
                if card.is_none() {
                    self.why = Some(context.words.text("people-bad-card"));
                    return None;
                }
                card
            }
        };
        // What is wrong is said before anything is asked of the disk.
        if let Err(why) = profile.clone().checked(context.now.day()) {
            let told = crate::till::failure::of_people(why);
            self.why = Some(told.sentence(context.words));
            return None;
        }
        self.asked = true;
        self.why = None;
        Some((profile, card))
    }

    pub(super) fn refused(&mut self, why: String) {
        self.asked = false;
        self.why = Some(why);
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        let mut fields = vec![
            Field::Name,
            Field::Grade,
            Field::Section,
            Field::Card,
            Field::Document,
            Field::Birthday,
            Field::Notes,
        ];
        for at in 0..self.profile.guardians.len() {
            let of = [
                GuardianField::Name,
                GuardianField::Relation,
                GuardianField::Phone,
                GuardianField::OtherPhone,
                GuardianField::Email,
                GuardianField::Document,
            ];
            fields.extend(of.map(|field| Field::Guardian(at, field)));
        }
        for field in fields {
            if let Some(place) = self.place(field)
                && let Some(without) = take_back(place, letters)
            {
                *place = without;
            }
        }
        if let Some(without) = take_back(&self.sought, letters) {
            self.sought = without;
        }
    }
}

/// `23/11/2016`.
fn written(day: BusinessDay) -> String {
    day.0.format("%d/%m/%Y").to_string()
}
