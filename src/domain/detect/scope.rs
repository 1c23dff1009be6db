//! How far a «sin», a «puede contener» or a «contiene» reaches.

use super::meaning::Cue;
use super::phrase::{Match, Parsed};
use super::token::Kind;

/// Which part of a label a text is; it decides how far a «sin» may reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Name,
    Category,
    Ingredients,
    Declaration,
    Claim,
}

/// How the words in a scope are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// They may be in it.
    Traces,
    /// They are not in it.
    Free {
        /// Whether that is said of the whole product, and not of one ingredient.
        of_all: bool,
    },
}

/// Tokens `from..to` are meant in that way. The cue that says so begins at `cue`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    pub(super) cue: usize,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) mode: Mode,
}

impl Scope {
    const fn covers(&self, token: usize) -> bool {
        self.from <= token && token < self.to
    }
}

/// The scope that decides about a token: that of the last cue before it.
pub(super) fn at(scopes: &[Scope], token: usize) -> Option<&Scope> {
    scopes.iter().rev().find(|scope| scope.covers(token))
}

/// Every scope of a text, by where it begins.
pub(super) fn scopes(parsed: &Parsed, field: Field) -> Vec<Scope> {
    let mut scopes = Vec::new();
    for cue in parsed.matches.iter().filter(|found| found.cues != 0) {
        let scope = if cue.is(Cue::Without) {
            without(parsed, field, cue)
        } else if cue.is(Cue::FreeAfter) {
            free_after(parsed, field, cue)
        } else if cue.is(Cue::Traces) {
            Some(traces(parsed, cue))
        } else {
            None
        };
        scopes.extend(scope);
    }
    scopes
}

/// «sin gluten», «sin gluten ni leche», «libre de gluten y lactosa»: as far as the list surely goes.
fn without(parsed: &Parsed, field: Field, cue: &Match) -> Option<Scope> {
    let first = item(parsed, cue.to)?;
    let of_all = speaks_of_all(parsed, field, cue, first);
    let mut sure = first.to;
    let mut end = first.to;
    let mut sure_so_far = true;
    while let Some((join, next)) = next_item(parsed, end) {
        end = next.to;
        sure_so_far = match join {
            Join::Nor => true,
            Join::And => sure_so_far && may_join(field, of_all, next),
            Join::Comma => sure_so_far && of_all && field == Field::Claim,
        };
        if sure_so_far {
            sure = end;
        }
    }
    Some(Scope {
        cue: cue.from,
        from: cue.to,
        to: sure,
        mode: Mode::Free { of_all },
    })
}

/// «sin gluten y lactosa» goes on, «sin gluten y chocolate con leche» does not, and in a list of
/// ingredients «harina sin gluten y leche» does not either: then the milk is in it. In doubt it is.
fn may_join(field: Field, of_all: bool, next: &Match) -> bool {
    let often_denied = next.is(Cue::Denied);
    match field {
        Field::Claim => true,
        Field::Name | Field::Category | Field::Declaration => often_denied,
        Field::Ingredients => of_all && often_denied,
    }
}

/// A «sin» in a list of ingredients speaks of the ingredient before it, unless it begins a sentence.
fn speaks_of_all(parsed: &Parsed, field: Field, cue: &Match, first: &Match) -> bool {
    if field != Field::Ingredients {
        return true;
    }
    let mut at = cue.from;
    while at > 0 {
        match parsed.tokens[at - 1].kind {
            Kind::Stop => return true,
            Kind::Word if says_product(parsed, at - 1) => at -= 1,
            _ => return false,
        }
    }
    // A text that begins with «sin» may be a list with one such ingredient, unless its sentence ends there.
    let mut end = first.to;
    while let Some((_, next)) = next_item(parsed, end) {
        end = next.to;
    }
    matches!(parsed.kind(end), None | Some(Kind::Stop))
}

fn says_product(parsed: &Parsed, token: usize) -> bool {
    let one = |cue| parsed.cue_at(token, cue).is_some();
    one(Cue::Product) || one(Cue::Filler)
}

/// The longest phrase that begins here, after «de», «la», «otros».
fn item(parsed: &Parsed, mut at: usize) -> Option<&Match> {
    const MOST_FILLERS: usize = 5;
    for _ in 0..=MOST_FILLERS {
        let found = parsed.starting_at(at).filter(|found| is_item(found)).last();
        if found.is_some() {
            return found;
        }
        at = parsed.cue_at(at, Cue::Filler)?;
    }
    None
}

fn is_item(found: &Match) -> bool {
    found.sense.cautions() != 0 || found.is(Cue::Denied)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Join {
    Comma,
    And,
    Nor,
}

/// The next word of a list that a cue began.
fn next_item(parsed: &Parsed, mut at: usize) -> Option<(Join, &Match)> {
    let mut join = None;
    loop {
        let (here, to) = match parsed.kind(at)? {
            Kind::Comma => (Join::Comma, at + 1),
            Kind::Slash => (Join::And, at + 1),
            Kind::Word => match (parsed.cue_at(at, Cue::Nor), parsed.cue_at(at, Cue::And)) {
                (Some(to), _) => (Join::Nor, to),
                (None, Some(to)) => (Join::And, to),
                (None, None) => break,
            },
            _ => break,
        };
        // «, ni» is a «ni», «y/o» is a «y».
        join = Some(match (join, here) {
            (Some(Join::Nor), _) | (_, Join::Nor) => Join::Nor,
            (_, other) => other,
        });
        at = to;
    }
    Some((join?, item(parsed, at)?))
}

/// «gluten free»: only what stands just before.
fn free_after(parsed: &Parsed, field: Field, cue: &Match) -> Option<Scope> {
    let before = parsed
        .matches
        .iter()
        .filter(|found| found.to == cue.from && is_item(found));
    let from = before.map(|found| found.from).min()?;
    let of_all = field != Field::Ingredients;
    Some(Scope {
        cue: from,
        from,
        to: cue.from,
        mode: Mode::Free { of_all },
    })
}

/// From «puede contener» to the end of its sentence, to a «contiene», to the end of the bracket that it
/// stands in, to another part of the label, or to where no more allergens come.
fn traces(parsed: &Parsed, cue: &Match) -> Scope {
    /// Words without any allergen among them, after which a list of traces is over.
    const LONGEST_GAP: usize = 6;
    let mut last = cue.to;
    let mut depth = 0_usize;
    let mut at = cue.to;
    while let Some(kind) = parsed.kind(at) {
        match kind {
            Kind::Stop => break,
            Kind::Open => depth += 1,
            Kind::Close if depth == 0 => break,
            Kind::Close => depth -= 1,
            Kind::Semicolon if item(parsed, at + 1).is_none() => break,
            Kind::Word if ends_traces(parsed, at) => break,
            // «Alérgenos:», «Conservación:»; but not «frutos secos: nueces».
            Kind::Colon if last > cue.to && last < at => break,
            _ => {}
        }
        if let Some(found) = parsed.starting_at(at).filter(|found| is_item(found)).last() {
            last = last.max(found.to);
        } else if at > last + LONGEST_GAP {
            break;
        }
        at += 1;
    }
    Scope {
        cue: cue.from,
        from: cue.to,
        to: at.max(cue.to),
        mode: Mode::Traces,
    }
}

/// «contiene», but not «que contiene»; «ingredientes», «conservar».
fn ends_traces(parsed: &Parsed, token: usize) -> bool {
    let after_that = token > 0 && parsed.cue_at(token - 1, Cue::That).is_some();
    let contains = parsed.cue_at(token, Cue::Contains).is_some() && !after_that;
    contains || parsed.cue_at(token, Cue::Part).is_some()
}
