//! The words that the detector knows, as text that people write: what a file of words may say.
//!
//! ```text
//! # a remark
//! [= leche ? gluten]            what the words below say of which allergens or diets
//! tres leches, bizcocho de leche
//! ```
//!
//! A heading names codes behind signs, see [`Sign`]. Words are parted by commas or line ends; capitals,
//! accents, plurals and punctuation do not matter.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::token::{Kind, scan};
use crate::domain::diet::{Allergen, Diet};

/// What a word speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// An allergen.
    Allergen(Allergen),
    /// A diet or condition.
    Diet(Diet),
}

/// A set of subjects, a bit for each place in [`Subjects`].
pub(super) type Mask = u64;

/// How many subjects there may be: the bits of a [`Mask`].
const MOST_SUBJECTS: usize = Mask::BITS as usize;

/// Longer files are no lists of words.
const MOST_LINES: usize = 100_000;

/// A longer phrase is no phrase.
pub(super) const MOST_WORDS: usize = 12;

/// The allergens and diets that words may speak of, each with its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subjects(Vec<(String, Subject)>);

impl Subjects {
    /// Those that the till knows.
    pub(super) fn listed() -> Self {
        let allergens = Allergen::LISTED.iter();
        let allergens =
            allergens.map(|(allergen, code)| ((*code).to_owned(), Subject::Allergen(*allergen)));
        let diets = Diet::LISTED.iter();
        let diets = diets.map(|(diet, code)| ((*code).to_owned(), Subject::Diet(*diet)));
        Self(allergens.chain(diets).collect())
    }

    fn add(&mut self, code: &str, subject: Subject) {
        if !self
            .0
            .iter()
            .any(|(of, known)| of == code || *known == subject)
        {
            self.0.push((code.to_owned(), subject));
        }
    }

    /// The bit of a subject; none for one that no words speak of.
    pub(super) fn mask_of(&self, subject: Subject) -> Mask {
        let place = self.0.iter().position(|(_, known)| *known == subject);
        place.map_or(0, |place| 1 << place)
    }

    fn mask_of_code(&self, code: &str) -> Option<Mask> {
        let place = self.0.iter().position(|(known, _)| known == code)?;
        Some(1 << place)
    }

    /// Every subject with its bit.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Subject, Mask)> {
        let all = self.0.iter().enumerate();
        all.map(|(place, (_, subject))| (*subject, 1 << place))
    }
}

/// What a word says of the subjects behind its sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// `*` is the whole allergen by name: contains it, and «sin» before it is free of it.
    Whole,
    /// `=` contains it, wherever it is read.
    Contains,
    /// `^` contains it, unless the pack as a whole says that it is free: then it asks.
    Soft,
    /// `&` is of a kind that has it by its nature: contains it, unless the name or the pack says free.
    Kind,
    /// `~` contains it where it is an ingredient; in a name it only asks.
    Listed,
    /// `%` is too vague: asks wherever it is read.
    Vague,
    /// `?` is a type of product: asks in a name or category, says nothing in a list of ingredients.
    Typed,
    /// `!` is a false friend: hides the words inside it; without codes all that they say.
    Hides,
    /// `+` says that it is free of it, or fits the diet.
    Free,
}

impl Sign {
    const ALL: [(char, Self); 9] = [
        ('*', Self::Whole),
        ('=', Self::Contains),
        ('^', Self::Soft),
        ('&', Self::Kind),
        ('~', Self::Listed),
        ('%', Self::Vague),
        ('?', Self::Typed),
        ('!', Self::Hides),
        ('+', Self::Free),
    ];

    fn of(letter: char) -> Option<Self> {
        let found = Self::ALL.iter().find(|(sign, _)| *sign == letter);
        found.map(|(_, sign)| *sign)
    }
}

/// What one word says, a mask for each [`Sign`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sense {
    pub(super) whole: Mask,
    pub(super) contains: Mask,
    pub(super) soft: Mask,
    pub(super) kind: Mask,
    pub(super) listed: Mask,
    pub(super) vague: Mask,
    pub(super) typed: Mask,
    pub(super) hides: Mask,
    pub(super) free: Mask,
}

impl Sense {
    pub(super) fn of_mut(&mut self, sign: Sign) -> &mut Mask {
        match sign {
            Sign::Whole => &mut self.whole,
            Sign::Contains => &mut self.contains,
            Sign::Soft => &mut self.soft,
            Sign::Kind => &mut self.kind,
            Sign::Listed => &mut self.listed,
            Sign::Vague => &mut self.vague,
            Sign::Typed => &mut self.typed,
            Sign::Hides => &mut self.hides,
            Sign::Free => &mut self.free,
        }
    }

    /// All that it speaks of for which there is a reason for caution.
    pub(super) const fn cautions(&self) -> Mask {
        self.contained() | self.vague | self.typed
    }

    /// All that it contains where it stands in a list of ingredients.
    pub(super) const fn contained(&self) -> Mask {
        self.whole | self.contains | self.soft | self.kind | self.listed
    }

    /// The same subjects at their places in another list, which has them all.
    fn moved(&self, from: &Subjects, to: &Subjects) -> Self {
        let moved = |mask: Mask| match mask {
            Mask::MAX => Mask::MAX,
            _ => from
                .iter()
                .filter(|(_, bit)| mask & bit != 0)
                .fold(0, |all, (subject, _)| all | to.mask_of(subject)),
        };
        Self {
            whole: moved(self.whole),
            contains: moved(self.contains),
            soft: moved(self.soft),
            kind: moved(self.kind),
            listed: moved(self.listed),
            vague: moved(self.vague),
            typed: moved(self.typed),
            hides: moved(self.hides),
            free: moved(self.free),
        }
    }

    pub(super) const fn join(&self, other: &Self) -> Self {
        Self {
            whole: self.whole | other.whole,
            contains: self.contains | other.contains,
            soft: self.soft | other.soft,
            kind: self.kind | other.kind,
            listed: self.listed | other.listed,
            vague: self.vague | other.vague,
            typed: self.typed | other.typed,
            hides: self.hides | other.hides,
            free: self.free | other.free,
        }
    }
}

/// A word that says how its neighbours are to be read. Only the till's own files may have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cue {
    /// «sin», «libre de»: what follows is not in it.
    Without,
    /// «free»: what stands just before is not in it.
    FreeAfter,
    /// «puede contener»: what follows are traces.
    Traces,
    /// «contiene»: what follows is in it, also after traces.
    Contains,
    /// «que»: takes the force from a following «contiene».
    That,
    /// «ingredientes», «conservar»: another part of the label begins.
    Part,
    /// «de», «la», «otros»: may stand between a cue and its words.
    Filler,
    /// «y», «o»: joins words of a list.
    And,
    /// «ni»: joins words of a list of what is not in it.
    Nor,
    /// «sabor a», «para»: in a name, what follows only asks.
    Like,
    /// «conservante», «INS»: a number that follows is an additive's.
    Additive,
    /// «lactosa»: a part of an allergen that packs often say to be free of.
    Denied,
    /// «producto», «este»: may stand before a «sin» that speaks of the whole product.
    Product,
}

impl Cue {
    const ALL: [(&'static str, Self); 13] = [
        ("without", Self::Without),
        ("free-after", Self::FreeAfter),
        ("traces", Self::Traces),
        ("contains", Self::Contains),
        ("that", Self::That),
        ("part", Self::Part),
        ("filler", Self::Filler),
        ("and", Self::And),
        ("nor", Self::Nor),
        ("like", Self::Like),
        ("additive", Self::Additive),
        ("denied", Self::Denied),
        ("product", Self::Product),
    ];

    /// The bit of this cue in a phrase's set of cues.
    pub(super) const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// What a phrase says and does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) sense: Sense,
    /// A set of [`Cue::bit`].
    pub(super) cues: u16,
}

/// One phrase as it was written, for those who walk all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    /// As written.
    pub(super) text: String,
    pub(super) meaning: Meaning,
    pub(super) line: usize,
}

/// A file of words that was read and found good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub(super) subjects: Subjects,
    /// By their folded words, so that a phrase is there once.
    pub(super) phrases: BTreeMap<Vec<String>, Phrase>,
}

/// Why a file of words is not taken, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}: {reason}")]
pub struct BadWords {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong in it.
    pub reason: BadWord,
}

/// What is wrong with a line of a file of words.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadWord {
    /// A heading names a code that is no allergen's or diet's.
    #[error("«{0}» is no allergen or diet")]
    UnknownCode(String),
    /// A heading is not `[sign code …]`.
    #[error("«{0}» is no heading such as [= leche]")]
    BadHeading(String),
    /// Words stand before the first heading.
    #[error("words before the first heading")]
    NoHeading,
    /// Nothing between two commas, or only marks and digits.
    #[error("an empty word")]
    Empty,
    /// A number that is no additive's: numbers are not compared, so it would mean less than it says.
    #[error("«{0}» has a number that is not compared")]
    Number(String),
    /// More words in a row than any food's name has.
    #[error("«{0}» is too long")]
    TooLong(String),
    /// The same word with the same meaning twice.
    #[error("«{word}» is in line {first} already")]
    Twice {
        /// The word, as written the second time.
        word: String,
        /// Where it was first.
        first: usize,
    },
    /// A word is said to be something and not to be it, here or against the till's own words.
    #[error("«{0}» is said to be and not to be the same")]
    Contradiction(String),
    /// More allergens and diets, or more lines, than can be.
    #[error("too much in one file")]
    TooMuch,
}

impl BadWord {
    /// The word for it in i18n keys and JSON.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownCode(_) => "unknown_code",
            Self::BadHeading(_) => "bad_heading",
            Self::NoHeading => "no_heading",
            Self::Empty => "empty",
            Self::Number(_) => "number",
            Self::TooLong(_) => "too_long",
            Self::Twice { .. } => "twice",
            Self::Contradiction(_) => "contradiction",
            Self::TooMuch => "too_much",
        }
    }
}

impl Words {
    /// Reads a canteen's own words about the listed allergens and diets.
    ///
    /// # Errors
    /// The first line that is wrong. Words that hide one of the till's own (`[!] maní`) are a contradiction:
    /// a canteen's words may add caution, and name false friends, but not take a word away.
    pub fn parse(text: &str) -> Result<Self, BadWords> {
        Self::parse_with(text, &[])
    }

    /// Reads words that may also name the canteen's own allergens, by the codes given here.
    ///
    /// # Errors
    /// As [`Words::parse`].
    pub fn parse_with(text: &str, own: &[(&str, Allergen)]) -> Result<Self, BadWords> {
        Self::parse_with_diets(text, own, &[])
    }

    /// Reads words that may also name the canteen's own allergens and diets, by the codes given here.
    ///
    /// # Errors
    /// As [`Words::parse`].
    pub fn parse_with_diets(
        text: &str,
        allergens: &[(&str, Allergen)],
        diets: &[(&str, Diet)],
    ) -> Result<Self, BadWords> {
        let mut subjects = Subjects::listed();
        for (code, allergen) in allergens {
            subjects.add(code, Subject::Allergen(*allergen));
        }
        for (code, diet) in diets {
            subjects.add(code, Subject::Diet(*diet));
        }
        let words = Self::read(text, subjects, false)?;
        words.agrees_with(super::bundled::words())?;
        Ok(words)
    }

    /// Reads one of the till's own files, in which cues may stand too.
    pub(super) fn parse_bundled(text: &str) -> Result<Self, BadWords> {
        Self::read(text, Subjects::listed(), true)
    }

    fn read(text: &str, subjects: Subjects, with_cues: bool) -> Result<Self, BadWords> {
        if subjects.0.len() > MOST_SUBJECTS {
            return Err(BadWord::TooMuch.at(1));
        }
        let mut words = Self {
            subjects,
            phrases: BTreeMap::new(),
        };
        let mut heading = None;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (line, content) in (1..).zip(text.lines()) {
            let content = content.split('#').next().unwrap_or_default().trim();
            if line > MOST_LINES {
                return Err(BadWord::TooMuch.at(line));
            }
            if content.starts_with('[') {
                heading = Some(
                    words
                        .heading(content, with_cues)
                        .map_err(|bad| bad.at(line))?,
                );
            } else if !content.is_empty() {
                let meaning = heading.ok_or(BadWord::NoHeading.at(line))?;
                words
                    .add_line(content, meaning, line)
                    .map_err(|bad| bad.at(line))?;
            }
        }
        Ok(words)
    }

    fn heading(&self, content: &str, with_cues: bool) -> Result<Meaning, BadWord> {
        let bad = || BadWord::BadHeading(content.to_owned());
        let inside = content
            .strip_prefix('[')
            .and_then(|it| it.strip_suffix(']'));
        let inside = inside.ok_or_else(bad)?.trim();
        if let Some(name) = inside.strip_prefix("cue ").filter(|_| with_cues) {
            let cue = Cue::ALL.iter().find(|(of, _)| *of == name.trim());
            let cues = cue.ok_or_else(bad)?.1.bit();
            let sense = Sense::default();
            return Ok(Meaning { sense, cues });
        }
        let sense = self.sense(inside)?.ok_or_else(bad)?;
        Ok(Meaning { sense, cues: 0 })
    }

    /// Signs and codes; `None` where a code stands before any sign, or a sign has none.
    fn sense(&self, inside: &str) -> Result<Option<Sense>, BadWord> {
        let mut sense = Sense::default();
        let mut sign: Option<Sign> = None;
        for part in inside
            .split([' ', ',', '\t'])
            .filter(|part| !part.is_empty())
        {
            let mut letters = part.chars();
            let code = match letters.next().and_then(Sign::of) {
                Some(new) => {
                    if sign.is_some_and(|before| lacks_codes(&mut sense, before)) {
                        return Ok(None);
                    }
                    sign = Some(new);
                    letters.as_str()
                }
                None => part,
            };
            let Some(sign) = sign else { return Ok(None) };
            if !code.is_empty() {
                let mask = self.subjects.mask_of_code(code);
                *sense.of_mut(sign) |= mask.ok_or_else(|| BadWord::UnknownCode(code.to_owned()))?;
            }
        }
        if sign == Some(Sign::Hides) && sense == Sense::default() {
            sense.hides = Mask::MAX;
        }
        let complete = sign.is_some_and(|last| !lacks_codes(&mut sense, last));
        Ok(complete.then_some(sense))
    }

    fn add_line(&mut self, content: &str, meaning: Meaning, line: usize) -> Result<(), BadWord> {
        let content = content.strip_suffix(',').unwrap_or(content);
        content
            .split(',')
            .try_for_each(|word| self.add(word.trim(), meaning, line))
    }

    fn add(&mut self, text: &str, meaning: Meaning, line: usize) -> Result<(), BadWord> {
        let key = key(text).ok_or_else(|| BadWord::Number(text.to_owned()))?;
        if key.is_empty() {
            return Err(BadWord::Empty);
        }
        if key.len() > MOST_WORDS {
            return Err(BadWord::TooLong(text.to_owned()));
        }
        let Some(known) = self.phrases.get_mut(&key) else {
            let text = text.to_owned();
            let phrase = Phrase {
                text,
                meaning,
                line,
            };
            self.phrases.insert(key, phrase);
            return Ok(());
        };
        if known.meaning.overlaps(&meaning) {
            let (word, first) = (text.to_owned(), known.line);
            return Err(BadWord::Twice { word, first });
        }
        if known.meaning.contradicts(&meaning) {
            return Err(BadWord::Contradiction(text.to_owned()));
        }
        known.meaning = known.meaning.join(&meaning);
        Ok(())
    }

    /// The words of two files; what both have means what either says.
    pub(super) fn joined(mut self, other: Self) -> Self {
        for (code, subject) in &other.subjects.0 {
            self.subjects.add(code, *subject);
        }
        for (key, phrase) in other.phrases {
            let sense = phrase.meaning.sense.moved(&other.subjects, &self.subjects);
            let cues = phrase.meaning.cues;
            let meaning = Meaning { sense, cues };
            match self.phrases.get_mut(&key) {
                Some(known) => known.meaning = known.meaning.join(&meaning),
                None => {
                    self.phrases.insert(key, Phrase { meaning, ..phrase });
                }
            }
        }
        self
    }

    /// Refuses to unsay what the till's own words say.
    fn agrees_with(&self, bundled: &Self) -> Result<(), BadWords> {
        for (key, phrase) in &self.phrases {
            let known = bundled.phrases.get(key);
            if known.is_some_and(|known| {
                known.meaning.contradicts(&phrase.meaning) || known.meaning.cues != 0
            }) {
                return Err(BadWord::Contradiction(phrase.text.clone()).at(phrase.line));
            }
        }
        Ok(())
    }
}

impl BadWord {
    const fn at(self, line: usize) -> BadWords {
        BadWords { line, reason: self }
    }
}

impl Meaning {
    pub(super) const fn join(&self, other: &Self) -> Self {
        Self {
            sense: self.sense.join(&other.sense),
            cues: self.cues | other.cues,
        }
    }

    const fn overlaps(&self, other: &Self) -> bool {
        let (one, two) = (&self.sense, &other.sense);
        one.cautions() & two.cautions() != 0
            || one.hides & two.hides != 0
            || one.free & two.free != 0
            || self.cues & other.cues != 0
    }

    /// Whether one hides or clears what the other says.
    const fn contradicts(&self, other: &Self) -> bool {
        let (one, two) = (&self.sense, &other.sense);
        (one.hides | one.free) & two.cautions() != 0 || (two.hides | two.free) & one.cautions() != 0
    }
}

/// `!` alone means everything; every other sign needs a code.
fn lacks_codes(sense: &mut Sense, sign: Sign) -> bool {
    sign != Sign::Hides && *sense.of_mut(sign) == 0
}

/// The folded words of a phrase; marks between them do not matter. `None` if there is a number.
pub(super) fn key(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut has_number = false;
    scan(text, |piece| match piece.kind {
        Kind::Word => words.push(piece.word.to_owned()),
        Kind::Number => has_number = true,
        _ => {}
    });
    (!has_number).then_some(words)
}
