//! The words the demo is made of: `assets/demo/school.toml` and `assets/demo/names.csv`.

use serde::Deserialize;

use crate::domain::ruc::Ruc;
use crate::domain::user::Role;

const SCHOOL: &str = include_str!("../../assets/demo/school.toml");
const NAMES: &str = include_str!("../../assets/demo/names.csv");

/// The canteen and its school, as written.
#[derive(Debug, Clone, Deserialize)]
pub struct School {
    /// Whose ticket it is.
    pub shop: Shop,
    /// Who works at the till.
    pub users: Vec<Clerk>,
    /// The pupil of the drawings.
    pub known: Known,
    /// Its lunches.
    pub lunch: Lunch,
    /// Everything else.
    pub words: Words,
}

/// The head and the foot of the demo's tickets.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Shop {
    /// «Cantina Tita».
    pub name: String,
    /// Its taxpayer number.
    pub ruc: Ruc,
    /// Where it is.
    pub address: String,
    /// Under each ticket.
    pub footer: String,
}

/// Somebody who works at the demo's till.
#[derive(Debug, Clone, Deserialize)]
pub struct Clerk {
    /// As the ticket shows it.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Their PIN, known to everybody: for the demo only.
    pub pin: String,
}

/// The pupil of the drawings, as they show her.
#[derive(Debug, Clone, Deserialize)]
pub struct Known {
    /// Her name.
    pub name: String,
    /// Her grade.
    pub grade: String,
    /// Her brother's name.
    pub brother: String,
    /// His grade.
    pub brother_grade: String,
    /// Who answers for them.
    pub mother: String,
    /// Her mother's phone.
    pub phone: String,
    /// Her balance today.
    pub balance_gs: i64,
    /// What she may spend a day.
    pub daily_limit_gs: i64,
}

/// What the demo's lunch plans are called.
#[derive(Debug, Clone, Deserialize)]
pub struct Lunch {
    /// The one that is paid by the month.
    pub monthly: String,
    /// The one that is paid by the day.
    pub daily: String,
}

/// Words that the demo puts into its data.
#[derive(Debug, Clone, Deserialize)]
pub struct Words {
    /// Grades and sections.
    pub grades: Vec<String>,
    /// What stands for a teacher's grade.
    pub staff_grade: String,
    /// «Prof.»
    pub staff_title: String,
    /// Who said so: «su madre».
    pub mother: String,
    /// Who said so: «su padre».
    pub father: String,
    /// Notes on restrictions; the last one is for mild ones.
    pub notes: Vec<String>,
    /// Why sales are voided.
    pub void_reasons: Vec<String>,
    /// Why a drawer held more or less than the books.
    pub difference_reasons: Vec<String>,
}

/// Names of Paraguay.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Given names of girls.
    pub girls: Vec<String>,
    /// Given names of boys.
    pub boys: Vec<String>,
    /// Given names of mothers.
    pub mothers: Vec<String>,
    /// Given names of fathers.
    pub fathers: Vec<String>,
    /// Surnames.
    pub surnames: Vec<String>,
}

impl School {
    /// As the program carries it.
    #[must_use]
    pub fn read() -> Self {
        toml::from_str(SCHOOL).expect("the file is part of the program, and a test reads it")
    }
}

impl Names {
    /// As the program carries them.
    #[must_use]
    pub fn read() -> Self {
        let mut names = Self::default();
        for line in NAMES.lines().skip(1) {
            let Some((kind, name)) = line.split_once(',') else {
                continue;
            };
            let list = match kind {
                "girl" => &mut names.girls,
                "boy" => &mut names.boys,
                "mother" => &mut names.mothers,
                "father" => &mut names.fathers,
                _ => &mut names.surnames,
            };
            list.push(name.to_owned());
        }
        names
    }
}
