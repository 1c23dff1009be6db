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

use thiserror::Error;

use super::meaning::{Cue, MOST_SUBJECTS, Mask, Meaning, Sense, Sign, Subject, Subjects};
use super::token::{Kind, scan};
use crate::domain::diet::{Allergen, Diet};

/// Longer files are no lists of words.
const MOST_LINES: usize = 100_000;

/// A longer phrase is no phrase.
pub(super) const MOST_WORDS: usize = 12;

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
        if subjects.len() > MOST_SUBJECTS {
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
        self.subjects.add_all(&other.subjects);
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
