//! What one field of a label says: each phrase with how strongly it says it.

use super::finding::Place;
use super::lexicon::Lexicon;
use super::meaning::{Cue, Mask};
use super::phrase::{Match, Parsed, first_near};
use super::scope::{self, Field, Mode, Scope};
use super::token::Kind;

/// How strongly words speak of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// It is in it.
    Contains,
    /// It is in it, unless the whole pack says that it is free.
    Soft,
    /// Foods of its kind have it in them, unless something says that it is free.
    Kind,
    /// Traces.
    May,
    /// Somebody should look.
    Asks,
    /// It is not in it.
    Free,
}

/// Words that speak of some subjects.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub(super) strength: Strength,
    pub(super) subjects: Mask,
    pub(super) place: Place,
    /// Bytes of the field's text.
    pub(super) span: (usize, usize),
}

impl Mention {
    /// A guess by the kind of food only asks.
    pub(super) fn guess_less(&mut self) {
        if self.strength == Strength::Kind {
            self.strength = Strength::Asks;
            self.place = Place::Type;
        }
    }
}

/// Reads a field, and hands over what it says.
pub(super) fn read(lexicon: &Lexicon, text: &str, field: Field, mut each: impl FnMut(Mention)) {
    let parsed = Parsed::new(lexicon, text);
    let scopes = scope::scopes(&parsed, field);
    for found in &parsed.matches {
        let reader = Reader {
            parsed: &parsed,
            scopes: &scopes,
            field,
            found,
        };
        reader.mentions(&mut each);
    }
}

struct Reader<'a> {
    parsed: &'a Parsed,
    scopes: &'a [Scope],
    field: Field,
    found: &'a Match,
}

impl Reader<'_> {
    fn mentions(&self, each: &mut impl FnMut(Mention)) {
        let sense = &self.found.sense;
        let scope = scope::at(self.scopes, self.found.from);
        match scope.map(|scope| scope.mode) {
            // «lactose free» is a phrase of its own, and more than the «lactose» in it.
            Some(Mode::Free { .. }) if scope.is_some_and(|scope| self.found.to > scope.to) => {
                self.plainly(each);
            }
            Some(Mode::Free { of_all }) => {
                let clears = if of_all { sense.whole } else { 0 };
                self.say(Strength::Free, clears, each);
            }
            Some(Mode::Traces) => {
                self.say(Strength::May, sense.contained(), each);
                self.say(Strength::Asks, sense.vague & !sense.contained(), each);
            }
            None => self.plainly(each),
        }
        self.say(Strength::Free, self.freed(), each);
    }

    /// What the phrase itself says to be free of; nothing that one ingredient says frees the whole.
    fn freed(&self) -> Mask {
        match self.field {
            Field::Ingredients | Field::Category => 0,
            Field::Name | Field::Declaration | Field::Claim => self.found.sense.free,
        }
    }

    fn plainly(&self, each: &mut impl FnMut(Mention)) {
        let sense = &self.found.sense;
        let explicit = sense.whole | sense.contains;
        let (mut contains, mut soft, mut kind, mut asks) = match self.field {
            Field::Ingredients | Field::Declaration => {
                let soft = sense.soft | sense.kind | sense.listed;
                (explicit, soft, 0, sense.vague)
            }
            Field::Name => (explicit, sense.soft, sense.kind, sense.cautions()),
            Field::Claim => (explicit, sense.soft, 0, sense.cautions() & !sense.typed),
            Field::Category => (0, 0, 0, sense.cautions()),
        };
        let only_asks = self.only_like() | self.denied_after();
        asks |= (contains | soft | kind) & only_asks;
        for said in [&mut contains, &mut soft, &mut kind] {
            *said &= !only_asks;
        }
        self.say(Strength::Contains, contains, each);
        self.say(Strength::Soft, soft & !contains, each);
        self.say(Strength::Kind, kind & !contains & !soft, each);
        self.say(Strength::Asks, asks & !contains & !soft & !kind, each);
    }

    /// «sabor queso», «para pescado»: a name with it need not have it inside. In a list of ingredients
    /// «aroma de natillas» has no egg, but «aroma de leche» is taken at its word.
    fn only_like(&self) -> Mask {
        let only = match self.field {
            Field::Name | Field::Claim => Mask::MAX,
            Field::Ingredients => self.found.sense.listed | self.found.sense.kind,
            Field::Declaration | Field::Category => return 0,
        };
        let near = first_near(&self.parsed.matches, self.found.from);
        let is_like = self.parsed.matches[near..]
            .iter()
            .take_while(|found| found.from < self.found.from)
            .any(|found| found.is(Cue::Like) && found.to == self.found.from);
        if is_like { only } else { 0 }
    }

    /// «avena sin gluten»: what the words just after an ingredient say not to be in it.
    fn denied_after(&self) -> Mask {
        /// Words between the two: «certificada», an opening bracket.
        const MOST_BETWEEN: usize = 2;
        let to = self.found.to;
        let near = |scope: &&Scope| {
            let is_free = matches!(scope.mode, Mode::Free { .. });
            is_free && scope.cue >= to && scope.cue <= to + MOST_BETWEEN
        };
        let Some(scope) = self.scopes.iter().find(near) else {
            return 0;
        };
        let parted = |token: &super::phrase::Token| !matches!(token.kind, Kind::Word | Kind::Open);
        if self.parsed.tokens[to..scope.cue].iter().any(parted) {
            return 0;
        }
        let denied = self.parsed.matches.iter();
        denied
            .filter(|found| found.from >= scope.from && found.to <= scope.to)
            .fold(0, |all, found| all | found.sense.whole)
    }

    fn say(&self, strength: Strength, subjects: Mask, each: &mut impl FnMut(Mention)) {
        if subjects == 0 {
            return;
        }
        let start = self.parsed.tokens[self.found.from].start;
        let end = self.parsed.tokens[self.found.to - 1].end;
        each(Mention {
            strength,
            subjects,
            place: place(self.field, strength),
            span: (start, end),
        });
    }
}

const fn place(field: Field, strength: Strength) -> Place {
    match (field, strength) {
        (Field::Ingredients, _) => Place::Ingredients,
        (Field::Declaration, _) => Place::Declaration,
        (Field::Claim, _) => Place::Claim,
        (Field::Category, _) => Place::Category,
        (Field::Name, Strength::Asks) => Place::Type,
        (Field::Name, _) => Place::Name,
    }
}
