//! What a word can say of which allergens and diets, and how it makes its neighbours be read.

use serde::{Deserialize, Serialize};

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
pub(super) const MOST_SUBJECTS: usize = Mask::BITS as usize;

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

    pub(super) fn add(&mut self, code: &str, subject: Subject) {
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

    pub(super) fn mask_of_code(&self, code: &str) -> Option<Mask> {
        let place = self.0.iter().position(|(known, _)| known == code)?;
        Some(1 << place)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Adds those of another list.
    pub(super) fn add_all(&mut self, other: &Self) {
        for (code, subject) in &other.0 {
            self.add(code, *subject);
        }
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

    pub(super) fn of(letter: char) -> Option<Self> {
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
    pub(super) fn moved(&self, from: &Subjects, to: &Subjects) -> Self {
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
    pub(super) const ALL: [(&'static str, Self); 13] = [
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

impl Meaning {
    pub(super) const fn join(&self, other: &Self) -> Self {
        Self {
            sense: self.sense.join(&other.sense),
            cues: self.cues | other.cues,
        }
    }

    pub(super) const fn overlaps(&self, other: &Self) -> bool {
        let (one, two) = (&self.sense, &other.sense);
        one.cautions() & two.cautions() != 0
            || one.hides & two.hides != 0
            || one.free & two.free != 0
            || self.cues & other.cues != 0
    }

    /// Whether one hides or clears what the other says.
    pub(super) const fn contradicts(&self, other: &Self) -> bool {
        let (one, two) = (&self.sense, &other.sense);
        (one.hides | one.free) & two.cautions() != 0 || (two.hides | two.free) & one.cautions() != 0
    }
}
