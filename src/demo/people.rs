//! The demo's people: pupils with their families, cards and restrictions, and the staff.

use std::collections::BTreeSet;

use chrono::Days;

use super::dice::{Dice, Stream};
use super::words::{Names, School};
use crate::domain::catalogue::{GENERAL, STAFF};
use crate::domain::diet::{Allergen, Diet, Restriction, Severity, Wish};
use crate::domain::ruc;
use crate::domain::student::{Card, CardState, Guardian, Student};
use crate::domain::{AccountId, BusinessDay, CardNumber, GuardianId, Money, StudentId};

/// How many pupils the school has.
pub const PUPILS: usize = 250;

/// How many teachers buy at the canteen.
pub const TEACHERS: usize = 12;

/// The place of Sofía in the list: the 114th, so that her card is 00414.
pub const SOFIA: usize = 113;

/// The first pupil's card; the others follow.
const FIRST_CARD: usize = 301;

/// How many pupils a restriction is known of, Sofía among them: 14 %.
const RESTRICTED: usize = 35;

/// Which pupils keep a diet, by their place in the list.
const DIETS: [(usize, Diet); 9] = [
    (12, Diet::VEGETARIAN),
    (31, Diet::NO_PORK),
    (58, Diet::LACTOSE),
    (77, Diet::DIABETES),
    (96, Diet::VEGETARIAN),
    (140, Diet::LACTOSE),
    (163, Diet::HYPERTENSION),
    (188, Diet::VEGAN),
    (221, Diet::NO_PORK),
];

/// Document numbers of the demo begin above those that are in use.
const FIRST_DOCUMENT: u32 = 9_700_000;

/// How bad the restrictions are, for so many pupils each; the sum is [`RESTRICTED`] without Sofía.
const SEVERITIES: [(Severity, usize); 4] = [
    (Severity::Mild, 13),
    (Severity::Moderate, 11),
    (Severity::Severe, 7),
    (Severity::Critical, 3),
];

/// What children are allergic to, and how often against the others.
const ALLERGIES: [(Allergen, u32); 10] = [
    (Allergen::MILK, 26),
    (Allergen::GLUTEN, 20),
    (Allergen::EGG, 14),
    (Allergen::PEANUT, 14),
    (Allergen::NUTS, 8),
    (Allergen::FISH, 5),
    (Allergen::CRUSTACEANS, 5),
    (Allergen::SOY, 4),
    (Allergen::SESAME, 3),
    (Allergen::SULPHITES, 1),
];

/// Everybody who buys, in the order of their numbers, and their cards.
#[derive(Debug, Clone)]
pub struct People {
    /// Grown-ups who answer for pupils.
    pub guardians: Vec<Guardian>,
    /// Pupils first, then teachers; numbers 1, 2, 3 …
    pub students: Vec<Student>,
    /// What each account holds when the history begins, in the order of `students`.
    pub opening: Vec<Money>,
    /// Every card, dead ones too.
    pub cards: Vec<Card>,
}

impl People {
    /// Deals the people of one seed.
    #[must_use]
    pub fn new(seed: u64, today: BusinessDay, school: &School, names: &Names) -> Self {
        let mut census = Census {
            dice: Dice::new(seed, Stream::People, 0),
            school,
            names,
            taken: BTreeSet::from([school.known.name.clone(), school.known.brother.clone()]),
            people: Self {
                guardians: Vec::new(),
                students: Vec::new(),
                opening: Vec::new(),
                cards: Vec::new(),
            },
        };
        census.enrol_pupils();
        census.enrol_teachers();
        census.restrict();
        census.keep_diets();
        census.issue_cards(today);
        census.people
    }
}

/// The list while it is being written.
struct Census<'a> {
    dice: Dice,
    school: &'a School,
    names: &'a Names,
    taken: BTreeSet<String>,
    people: People,
}

impl Census<'_> {
    fn enrol_pupils(&mut self) {
        loop {
            let count = self.people.students.len();
            match count {
                PUPILS.. => return,
                SOFIA => self.enrol_known_family(),
                // A family never reaches over Sofía's place or the end of the list.
                ..SOFIA => self.enrol_family(SOFIA - count),
                _ => self.enrol_family(PUPILS - count),
            }
        }
    }

    fn enrol_family(&mut self, at_most: usize) {
        let (paternal, maternal) = (self.surname(), self.surname());
        let mother = self.dice.permille(720);
        let (given, surname) = if mother {
            (self.dice.pick(&self.names.mothers), &maternal)
        } else {
            (self.dice.pick(&self.names.fathers), &paternal)
        };
        let name = format!("{} {surname}", given.map_or("", String::as_str));
        let phone = self.phone();
        let guardian = self.add_guardian(name, phone);
        let children = self.dice.weighted(&[62, 30, 8]).unwrap_or(0) + 1;
        for _ in 0..children.min(at_most) {
            let name = self.child(&paternal);
            let grade = self
                .dice
                .pick(&self.school.words.grades)
                .cloned()
                .unwrap_or_default();
            let limit = self.daily_limit();
            let credit = if self.dice.permille(60) { 20_000 } else { 0 };
            let opening = self.opening();
            self.add_student(name, grade, Some(guardian.clone()), limit, credit, opening);
        }
    }

    /// Sofía of the drawings and her brother.
    fn enrol_known_family(&mut self) {
        let known = &self.school.known;
        let guardian = self.add_guardian(known.mother.clone(), known.phone.clone());
        let limit = Some(Money::guaranies(known.daily_limit_gs));
        let opening = Money::guaranies(20_000);
        for (name, grade) in [
            (&known.name, &known.grade),
            (&known.brother, &known.brother_grade),
        ] {
            self.add_student(
                name.clone(),
                grade.clone(),
                Some(guardian.clone()),
                limit,
                0,
                opening,
            );
        }
    }

    fn enrol_teachers(&mut self) {
        let words = &self.school.words;
        let mut surnames = BTreeSet::new();
        while surnames.len() < TEACHERS {
            let surname = self.surname();
            if surnames.insert(surname.clone()) {
                let name = format!("{} {surname}", words.staff_title);
                self.add_student(
                    name,
                    words.staff_grade.clone(),
                    None,
                    None,
                    100_000,
                    Money::ZERO,
                );
                let added = self.people.students.last_mut();
                added.expect("just added").price_list = STAFF;
            }
        }
    }

    fn add_guardian(&mut self, name: String, phone: String) -> Guardian {
        let number = self.people.guardians.len() + 1;
        let document = FIRST_DOCUMENT + u32::try_from(number * 137).unwrap_or(0);
        let document = format!("{document}-{}", ruc::check_digit(document));
        let id = GuardianId(count(number));
        let guardian = Guardian {
            id,
            name,
            phone: Some(phone),
            document: Some(document),
        };
        self.people.guardians.push(guardian.clone());
        guardian
    }

    fn add_student(
        &mut self,
        name: String,
        grade: String,
        guardian: Option<Guardian>,
        daily_limit: Option<Money>,
        credit_gs: i64,
        opening: Money,
    ) {
        let number = count(self.people.students.len() + 1);
        self.people.opening.push(opening);
        self.people.students.push(Student {
            id: StudentId(number),
            name,
            grade,
            guardian,
            account: AccountId(number),
            price_list: GENERAL,
            daily_limit,
            credit_limit: Money::guaranies(credit_gs),
            restrictions: Vec::new(),
            wishes: Vec::new(),
            low_mark: None,
            photo: None,
            active: true,
        });
    }

    fn surname(&mut self) -> String {
        self.dice
            .pick(&self.names.surnames)
            .cloned()
            .unwrap_or_default()
    }

    /// A child's name that nobody in the school has yet.
    fn child(&mut self, surname: &str) -> String {
        loop {
            let girl = self.dice.permille(500);
            let list = if girl {
                &self.names.girls
            } else {
                &self.names.boys
            };
            let given = self.dice.pick(list).map_or("", String::as_str);
            let name = format!("{given} {surname}");
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }

    /// A mobile number of the country's form, whose last six digits begin with the 0 that no line has.
    fn phone(&mut self) -> String {
        let operators = [961, 971, 972, 973, 975, 981, 982, 983, 984, 985, 991, 992];
        let operator = self.dice.pick(&operators).copied().unwrap_or(981);
        let (middle, last) = (self.dice.below(100), self.dice.below(1_000));
        format!("0{operator} {middle:03} {last:03}")
    }

    fn daily_limit(&mut self) -> Option<Money> {
        let limits = [15_000, 20_000, 25_000, 30_000, 40_000].map(Money::guaranies);
        let limited = self.dice.permille(600);
        limited.then(|| self.dice.pick(&limits).copied()).flatten()
    }

    fn opening(&mut self) -> Money {
        Money::guaranies(i64::from(self.dice.between(0, 12)) * 5_000)
    }

    /// Gives 14 % of the pupils what they must not eat; Sofía has hers from the drawing.
    fn restrict(&mut self) {
        let (peanut, milk) = (Allergen::PEANUT, Allergen::MILK);
        let sofia = [(peanut, Severity::Severe), (milk, Severity::Mild)];
        for (allergen, severity) in sofia {
            self.add_restriction(SOFIA, allergen, severity, false);
        }
        let mut others: Vec<usize> = (0..PUPILS).filter(|at| *at != SOFIA).collect();
        self.dice.shuffle(&mut others);
        let severities = SEVERITIES
            .iter()
            .flat_map(|(severity, pupils)| vec![*severity; *pupils]);
        for (at, severity) in others.into_iter().take(RESTRICTED - 1).zip(severities) {
            let first = self.allergy();
            self.add_restriction(at, first, severity, true);
            let second = self.allergy();
            if second != first && self.dice.permille(150) {
                self.add_restriction(at, second, Severity::Mild, false);
            }
        }
    }

    /// A few families keep a diet, or have a child with a condition.
    fn keep_diets(&mut self) {
        for (at, diet) in DIETS {
            let said_by = self.said_by(at);
            self.people.students[at].wishes.push(Wish {
                diet,
                said_by,
                note: None,
                until: None,
            });
        }
    }

    /// «su madre, Carmen Rodríguez»: whoever answers for the pupil.
    fn said_by(&self, at: usize) -> String {
        let Some(guardian) = &self.people.students[at].guardian else {
            return String::new();
        };
        let words = &self.school.words;
        let given = guardian.name.split(' ').next().unwrap_or_default();
        let is_mother = self.names.mothers.iter().any(|name| name == given);
        let relation = if is_mother {
            &words.mother
        } else {
            &words.father
        };
        format!("{relation}, {}", guardian.name)
    }

    fn allergy(&mut self) -> Allergen {
        let weights = ALLERGIES.map(|(_, weight)| weight);
        let at = self.dice.weighted(&weights).unwrap_or(0);
        ALLERGIES[at].0
    }

    fn add_restriction(&mut self, at: usize, allergen: Allergen, severity: Severity, noted: bool) {
        let note = self.note(severity).filter(|_| noted);
        let said_by = self.said_by(at);
        let student = &mut self.people.students[at];
        let Some(guardian) = &student.guardian else {
            return;
        };
        let restriction = Restriction {
            phone: guardian.phone.clone(),
            note,
            ..Restriction::new(allergen, severity, said_by)
        };
        student.restrictions.push(restriction);
    }

    /// The first three notes are for who reacts badly, the last for the others.
    fn note(&mut self, severity: Severity) -> Option<String> {
        let notes = &self.school.words.notes;
        if severity >= Severity::Severe {
            self.dice.pick(&notes[..notes.len().min(3)]).cloned()
        } else {
            notes.last().filter(|_| self.dice.permille(400)).cloned()
        }
    }

    /// One card each, in the order of the list; a few were lost, replaced or have run out.
    fn issue_cards(&mut self, today: BusinessDay) {
        let people = &mut self.people;
        for (at, student) in people.students.iter().enumerate() {
            people.cards.push(card(FIRST_CARD + at, student.id));
        }
        let mut unlucky: Vec<usize> = (0..PUPILS).filter(|at| *at != SOFIA).collect();
        self.dice.shuffle(&mut unlucky);
        for at in &unlucky[..5] {
            people.cards[*at].state = CardState::Blocked;
        }
        let replacements = FIRST_CARD + people.students.len()..;
        for (number, at) in replacements.zip(&unlucky[..3]) {
            people.cards.push(card(number, people.students[*at].id));
        }
        for (at, days) in unlucky[5..8].iter().zip([9, 21, 33]) {
            people.cards[*at].expires = today.0.checked_sub_days(Days::new(days)).map(BusinessDay);
        }
    }
}

/// Five digits, as the school prints them.
fn card(number: usize, student: StudentId) -> Card {
    let number = CardNumber::parse(&format!("{number:05}"));
    Card {
        number: number.expect("five digits are a card number"),
        student,
        state: CardState::Active,
        expires: None,
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
