//! Pupils and guardians as their forms have them, and the end of the school year.

use serde::{Deserialize, Serialize};

use super::ruc::{BadRuc, Ruc};
use super::search::fold;
use super::{BusinessDay, GuardianId, Money, StudentId};

/// A name is at most so long, in letters: more does not fit a tile or a ticket.
pub const NAME_MAX: usize = 120;
/// Notes are at most so long, in letters.
pub const NOTES_MAX: usize = 1_000;
/// A pupil has at most so many guardians.
pub const GUARDIANS_MAX: usize = 8;

/// Why a form about people, or what is asked of one, is refused. Nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is no name.
    #[error("there is no name")]
    NoName,
    /// Something is longer than it may be.
    #[error("the text is too long")]
    TooLong,
    /// Neither a CI nor a RUC.
    #[error("neither a CI nor a RUC")]
    BadDocument,
    /// A RUC whose check digit should be this one.
    #[error("the check digit should be {0}")]
    RucDigit(u32),
    /// No address of e-mail.
    #[error("no address of e-mail")]
    BadEmail,
    /// The birthday is still to come, or more than 120 years ago.
    #[error("no birthday")]
    BadBirthday,
    /// More guardians than [`GUARDIANS_MAX`], or the same one twice.
    #[error("too many guardians, or one twice")]
    Guardians,
    /// There is money on the account, or a debt: it goes out first.
    #[error("there is {0} on the account")]
    BalanceLeft(Money),
    /// The person was erased: nothing of them is changed or brought back.
    #[error("the person was erased")]
    Erased,
    /// A plan of promotion names a grade that is not there, or moves nobody.
    #[error("nobody is moved")]
    NobodyMoved,
    /// Somebody of the list was changed since it was shown.
    #[error("the list has changed since it was shown")]
    Changed,
    /// It was made on another day, undone already, or later changes build on it.
    #[error("it cannot be undone")]
    CannotUndo,
    /// A picture of more than the limit, or none that can be read.
    #[error("no picture that can be kept")]
    BadPhoto,
}

impl Refused {
    /// The word for it in JSON and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoName => "no_name",
            Self::TooLong => "too_long",
            Self::BadDocument => "bad_document",
            Self::RucDigit(_) => "ruc_digit",
            Self::BadEmail => "bad_email",
            Self::BadBirthday => "bad_birthday",
            Self::Guardians => "bad_guardians",
            Self::BalanceLeft(_) => "balance_left",
            Self::Erased => "erased",
            Self::NobodyMoved => "nobody_moved",
            Self::Changed => "list_changed",
            Self::CannotUndo => "cannot_undo",
            Self::BadPhoto => "bad_photo",
        }
    }
}

/// Grade and section, which the school writes in one: «5.º grado B».
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Grade {
    /// «5.º grado».
    pub grade: String,
    /// «B»; empty where there is none.
    pub section: String,
}

impl Grade {
    /// Takes the section off: one capital letter at the end, or the word «única».
    ///
    /// ```
    /// # use cantina::domain::people::Grade;
    /// let grade = Grade::of("5.º grado B");
    /// assert_eq!((grade.grade.as_str(), grade.section.as_str()), ("5.º grado", "B"));
    /// assert_eq!(Grade::of("Personal").section, "");
    /// ```
    #[must_use]
    pub fn of(whole: &str) -> Self {
        let whole = whole.trim();
        let parts = whole.rsplit_once(' ');
        let parted = parts.filter(|(_, last)| is_section(last));
        let (grade, section) = parted.unwrap_or((whole, ""));
        Self {
            grade: grade.trim_end().to_owned(),
            section: section.to_owned(),
        }
    }

    /// As the school writes it.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{} {}", self.grade.trim(), self.section.trim())
            .trim()
            .to_owned()
    }
}

fn is_section(word: &str) -> bool {
    let mut letters = word.chars();
    let single =
        matches!((letters.next(), letters.next()), (Some(one), None) if one.is_uppercase());
    single || matches!(fold(word).as_str(), "unica" | "unico")
}

/// What becomes of a grade at the end of the year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "becomes", content = "grade")]
pub enum Becomes {
    /// Its pupils go on to that grade, each in their section.
    Goes(String),
    /// Its pupils leave.
    Leaves,
    /// They stay where they are.
    Stays,
}

/// A grade, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The grade, without its section.
    pub from: String,
    /// What becomes of it.
    pub to: Becomes,
}

/// What the till proposes for these grades; whoever promotes may change each line of it.
///
/// The number at the front goes up by one where the school has a higher grade of the same name; the last
/// one goes to the first «curso» where there is one, and leaves otherwise. A grade without a number
/// («Preescolar», «Personal») stays.
#[must_use]
pub fn proposed(grades: &[String]) -> Vec<Step> {
    let numbered = |grade: &str| {
        let digits: String = grade.chars().take_while(char::is_ascii_digit).collect();
        let rest = grade[digits.len()..].to_owned();
        Some((digits.parse::<u32>().ok()?, rest))
    };
    let kind = |rest: &str| fold(rest).replace(|letter: char| !letter.is_alphabetic(), "");
    let step = |grade: &String| {
        let to = match numbered(grade) {
            None => Becomes::Stays,
            Some((number, rest)) => {
                let is_higher = |other: &String| {
                    numbered(other)
                        .is_some_and(|(of, text)| of > number && kind(&text) == kind(&rest))
                };
                let first_course = grades.iter().find(|other| {
                    numbered(other).is_some_and(|(of, text)| {
                        of == 1 && fold(&text).contains("curso") && kind(&text) != kind(&rest)
                    })
                });
                let is_course = fold(&rest).contains("curso");
                match (grades.iter().any(is_higher), first_course) {
                    (true, _) => Becomes::Goes(format!("{}{rest}", number + 1)),
                    (false, Some(first)) if !is_course => Becomes::Goes(first.clone()),
                    (false, _) => Becomes::Leaves,
                }
            }
        };
        Step {
            from: grade.clone(),
            to,
        }
    };
    grades.iter().map(step).collect()
}

/// A guardian as their form has them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Who; `None` for a new one.
    pub id: Option<GuardianId>,
    /// Name and surname.
    pub name: String,
    /// What they are to the pupil: «madre».
    pub relation: String,
    /// The phone that is called first.
    pub phone: String,
    /// Another one.
    pub other_phone: String,
    /// E-mail.
    pub email: String,
    /// CI or RUC.
    pub document: String,
}

/// A pupil's master data, as the form has them; their guardians in the order in which they are called.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Name and surname.
    pub name: String,
    /// The grade, without the section.
    pub grade: String,
    /// The section.
    pub section: String,
    /// Their own CI.
    pub document: String,
    /// When they were born: it tells two of the same name apart.
    pub birthday: Option<BusinessDay>,
    /// What the canteen writes down; never health, which has a place of its own.
    pub notes: String,
    /// Whether they pay the prices of staff.
    pub staff: bool,
    /// Who answers for them; the first pays.
    pub guardians: Vec<Contact>,
}

impl Profile {
    /// Trims every field and checks it.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn checked(mut self, today: BusinessDay) -> Result<Self, Refused> {
        self.name = line(&self.name, NAME_MAX)?;
        if self.name.is_empty() {
            return Err(Refused::NoName);
        }
        self.grade = line(&self.grade, NAME_MAX)?;
        self.section = line(&self.section, NAME_MAX)?;
        self.document = document(&self.document)?;
        self.notes = String::from(self.notes.trim());
        if self.notes.chars().count() > NOTES_MAX {
            return Err(Refused::TooLong);
        }
        let lived = |born: BusinessDay| today.number() - born.number();
        if self
            .birthday
            .is_some_and(|born| !(0..=120 * 366).contains(&lived(born)))
        {
            return Err(Refused::BadBirthday);
        }
        let guardians = std::mem::take(&mut self.guardians);
        let guardians = guardians.into_iter().map(Contact::checked);
        self.guardians = guardians.collect::<Result<_, _>>()?;
        let known: Vec<_> = self.guardians.iter().filter_map(|one| one.id).collect();
        let doubled = known
            .iter()
            .enumerate()
            .any(|(at, id)| known[..at].contains(id));
        if doubled || self.guardians.len() > GUARDIANS_MAX {
            return Err(Refused::Guardians);
        }
        Ok(self)
    }

    /// Grade and section as lists and tickets show them.
    #[must_use]
    pub fn whole_grade(&self) -> String {
        let (grade, section) = (self.grade.clone(), self.section.clone());
        Grade { grade, section }.whole()
    }
}

impl Contact {
    /// Trims every field and checks it.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn checked(self) -> Result<Self, Refused> {
        let checked = Self {
            id: self.id,
            name: line(&self.name, NAME_MAX)?,
            relation: line(&self.relation, NAME_MAX)?,
            phone: line(&self.phone, NAME_MAX)?,
            other_phone: line(&self.other_phone, NAME_MAX)?,
            email: line(&self.email, NAME_MAX)?,
            document: document(&self.document)?,
        };
        if checked.name.is_empty() {
            return Err(Refused::NoName);
        }
        let is_email = |text: &str| {
            let parts = text.split_once('@');
            parts.is_some_and(|(who, at)| {
                !who.is_empty() && at.contains('.') && !at.contains('@') && !text.contains(' ')
            })
        };
        if !checked.email.is_empty() && !is_email(&checked.email) {
            return Err(Refused::BadEmail);
        }
        Ok(checked)
    }
}

/// One line without control letters: a name must never open the drawer on its way to the printer.
fn line(text: &str, most: usize) -> Result<String, Refused> {
    let printable = text.replace(char::is_control, " ");
    let words: Vec<&str> = printable.split_whitespace().collect();
    let line = words.join(" ");
    if line.chars().count() > most {
        return Err(Refused::TooLong);
    }
    Ok(line)
}

/// A RUC with its right digit (module 11, as the DNIT does it), or a CI without its dots; empty is none.
///
/// ```
/// # use cantina::domain::people::{document, Refused};
/// assert_eq!(document("4.123.456").as_deref(), Ok("4123456"));
/// assert_eq!(document("80009735-1").as_deref(), Ok("80009735-1"));
/// assert_eq!(document("80009735-2"), Err(Refused::RucDigit(1)));
/// ```
///
/// # Errors
/// [`Refused::BadDocument`], or [`Refused::RucDigit`] with the right digit.
pub fn document(text: &str) -> Result<String, Refused> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    match Ruc::parse(text) {
        Ok(ruc) => return Ok(ruc.to_string()),
        Err(BadRuc::CheckDigit(right)) => return Err(Refused::RucDigit(right)),
        Err(BadRuc::Form) => {}
    }
    let number = text.replace(['.', ' '], "");
    let sound =
        (4..=10).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    sound.then_some(number).ok_or(Refused::BadDocument)
}

/// A pupil in the list of all of them. Nothing of it is health data: whether there are restrictions is
/// said only where the right was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Who.
    pub student: StudentId,
    /// Their name.
    pub name: String,
    /// Grade and section.
    pub grade: String,
    /// The card that works, or their last one.
    pub card: Option<String>,
    /// Their own CI.
    pub document: Option<String>,
    /// Who pays for them.
    pub guardian: Option<String>,
    /// What is on their account.
    pub balance: Money,
    /// Below this it is low.
    pub low_mark: Option<Money>,
    /// False once they have left.
    pub active: bool,
    /// Whether they were erased.
    pub erased: bool,
    /// Whether another one has the same name.
    pub namesake: bool,
    /// When they were born.
    pub birthday: Option<BusinessDay>,
    /// Whether they must not eat something; `None` where nobody with the right asked.
    pub minded: Option<bool>,
}

impl Listed {
    /// Whether the balance is low; `house` is the threshold of those who have none of their own.
    #[must_use]
    pub fn is_low(&self, house: Money) -> bool {
        self.balance < self.low_mark.unwrap_or(house)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grades(all: &[&str]) -> Vec<String> {
        all.iter().map(|&one| one.to_owned()).collect()
    }

    #[test]
    fn the_last_grade_leaves_and_the_others_go_up() {
        let steps = proposed(&grades(&[
            "1.º grado",
            "2.º grado",
            "6.º grado",
            "Personal",
            "Preescolar",
        ]));
        let to: Vec<&Becomes> = steps.iter().map(|step| &step.to).collect();
        assert_eq!(
            to,
            [
                &Becomes::Goes("2.º grado".into()),
                &Becomes::Goes("3.º grado".into()),
                &Becomes::Leaves,
                &Becomes::Stays,
                &Becomes::Stays,
            ]
        );
    }

    #[test]
    fn the_ninth_grade_goes_to_the_first_course_where_there_is_one() {
        let steps = proposed(&grades(&["9.º grado", "1.º curso", "3.º curso"]));
        assert_eq!(steps[0].to, Becomes::Goes("1.º curso".into()));
        assert_eq!(steps[1].to, Becomes::Goes("2.º curso".into()));
        assert_eq!(steps[2].to, Becomes::Leaves);
    }

    #[test]
    fn a_section_is_one_capital_letter_at_the_end() {
        for (whole, grade, section) in [
            ("5.º grado B", "5.º grado", "B"),
            ("1.º curso única", "1.º curso", "única"),
            ("Jardín", "Jardín", ""),
            ("3.º b", "3.º b", ""),
            ("B", "B", ""),
        ] {
            let read = Grade::of(whole);
            assert_eq!(
                (read.grade.as_str(), read.section.as_str()),
                (grade, section)
            );
            assert_eq!(read.whole(), whole);
        }
    }

    #[test]
    fn the_digits_of_facts_are_right_and_one_beside_each_is_refused() {
        for right in [
            "80009735-1",
            "80028061-0",
            "999160-3",
            "2660-3",
            "80000035-8",
        ] {
            assert_eq!(document(right).as_deref(), Ok(right));
        }
        assert_eq!(document("80028061-1"), Err(Refused::RucDigit(0)));
        assert_eq!(document("12"), Err(Refused::BadDocument));
        assert_eq!(document(" "), Ok(String::new()));
    }

    #[test]
    fn a_form_without_a_name_or_with_a_bad_address_is_refused() {
        let today = BusinessDay::from_number(20_780).unwrap();
        let of = |name: &str, email: &str| Profile {
            name: name.into(),
            guardians: vec![Contact {
                name: "Carmen".into(),
                email: email.into(),
                ..Contact::default()
            }],
            ..Profile::default()
        };
        assert_eq!(of(" ", "").checked(today), Err(Refused::NoName));
        assert_eq!(of("Ana", "carmen").checked(today), Err(Refused::BadEmail));
        let good = of("  Ana \u{7}  López ", "c@x.com.py")
            .checked(today)
            .unwrap();
        assert_eq!(good.name, "Ana López");
        let born = BusinessDay::from_number(20_781);
        let unborn = Profile {
            birthday: born,
            ..good
        };
        assert_eq!(unborn.checked(today), Err(Refused::BadBirthday));
    }
}
