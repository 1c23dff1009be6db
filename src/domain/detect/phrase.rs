//! From a text to the phrases that stand in it, false friends already taken out.

use super::lexicon::{Lexicon, Node, WordId};
use super::meaning::{Cue, Mask, Meaning, Sense};
use super::token::{Kind, additive, scan};
use super::words::MOST_WORDS;

/// A piece of a text, with the number of its word if some phrase has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) word: Option<WordId>,
}

/// A phrase of the lexicon in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    /// The first token.
    pub(super) from: usize,
    /// Past the last token.
    pub(super) to: usize,
    /// What it says here: what a false friend hides is taken out.
    pub(super) sense: Sense,
    pub(super) cues: u16,
}

impl Match {
    pub(super) const fn is(&self, cue: Cue) -> bool {
        self.cues & cue.bit() != 0
    }
}

/// A text with all that stands in it.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) tokens: Vec<Token>,
    /// By where they begin; of two that begin together, the shorter first.
    pub(super) matches: Vec<Match>,
}

impl Parsed {
    pub(super) fn new(lexicon: &Lexicon, text: &str) -> Self {
        let tokens = tokens(lexicon, text);
        let mut matches = matches(lexicon, &tokens);
        hide_false_friends(&mut matches);
        drop_cues_in_cues(&mut matches);
        matches.retain(|found| found.cues != 0 || found.sense != Sense::default());
        Self { tokens, matches }
    }

    /// The phrases that begin at a token.
    pub(super) fn starting_at(&self, token: usize) -> impl Iterator<Item = &Match> {
        let from = self.matches.partition_point(|found| found.from < token);
        self.matches[from..]
            .iter()
            .take_while(move |found| found.from == token)
    }

    /// Whether a single word at that token is a cue of that kind; where it ends.
    pub(super) fn cue_at(&self, token: usize, cue: Cue) -> Option<usize> {
        let longest = self.starting_at(token).filter(|found| found.is(cue)).last();
        longest.map(|found| found.to)
    }

    pub(super) fn kind(&self, token: usize) -> Option<Kind> {
        self.tokens.get(token).map(|token| token.kind)
    }
}

fn tokens(lexicon: &Lexicon, text: &str) -> Vec<Token> {
    let mut reader = Reader {
        lexicon,
        text,
        tokens: Vec::with_capacity(text.len() / 5 + 4),
        numbers_are_additives: false,
        broken: false,
    };
    scan(text, |piece| {
        let token = |word| Token {
            start: piece.start,
            end: piece.end,
            kind: piece.kind,
            word,
        };
        match piece.kind {
            Kind::Word => reader.word(token(lexicon.word(piece.word)), piece.word),
            Kind::Number => reader.number(token(None), piece.word),
            Kind::Broken => reader.broken = true,
            _ => reader.mark(token(None)),
        }
    });
    reader.tokens
}

struct Reader<'a> {
    lexicon: &'a Lexicon,
    text: &'a str,
    tokens: Vec<Token>,
    /// After «INS» or «conservante», and in the list that goes on after a first number.
    numbers_are_additives: bool,
    /// The last word ended in a hyphen.
    broken: bool,
}

impl Reader<'_> {
    fn word(&mut self, token: Token, folded: &str) {
        if std::mem::take(&mut self.broken) && self.mend(token, folded) {
            return;
        }
        let joins = |word| self.lexicon.is_cue(word, Cue::And);
        let names_additives = |word| self.lexicon.is_cue(word, Cue::Additive);
        let is_additive =
            folded.len() > 3 && folded.starts_with('e') && folded.as_bytes()[1].is_ascii_digit();
        self.numbers_are_additives = is_additive
            || token.word.is_some_and(names_additives)
            || self.numbers_are_additives && token.word.is_some_and(joins);
        self.tokens.push(token);
    }

    /// Joins «sul- fitos», if the two halves are a word that is known.
    fn mend(&mut self, second: Token, folded: &str) -> bool {
        let Some(first) = self.tokens.last_mut() else {
            return false;
        };
        if first.word.is_some() && second.word.is_some() {
            return false;
        }
        let mut whole = String::new();
        scan(&self.text[first.start..first.end], |piece| {
            whole.push_str(piece.word);
        });
        whole.push_str(folded);
        let Some(word) = self.lexicon.word(&whole) else {
            return false;
        };
        first.end = second.end;
        first.word = Some(word);
        true
    }

    fn number(&mut self, token: Token, digits: &str) {
        self.broken = false;
        let name = additive(digits).filter(|_| self.numbers_are_additives);
        let Some(name) = name else {
            self.numbers_are_additives = false;
            self.tokens.push(token);
            return;
        };
        // «SIN 223» is the Spanish for INS 223, and no «sin».
        if let Some(before) = self.tokens.last_mut()
            && before
                .word
                .is_some_and(|word| self.lexicon.is_cue(word, Cue::Without))
        {
            before.word = None;
        }
        let (kind, word) = (Kind::Word, self.lexicon.word(&name));
        self.tokens.push(Token {
            kind,
            word,
            ..token
        });
    }

    fn mark(&mut self, token: Token) {
        self.broken = false;
        if token.kind == Kind::Stop && self.text[token.start..].starts_with('|') {
            self.numbers_are_additives = false;
        }
        self.tokens.push(token);
    }
}

/// Every phrase at every place, also those inside others.
fn matches(lexicon: &Lexicon, tokens: &[Token]) -> Vec<Match> {
    let mut found = Vec::new();
    for (from, token) in tokens.iter().enumerate() {
        if let Some(node) = token.word.and_then(|word| lexicon.first(word)) {
            follow(lexicon, tokens, from, node, &mut found);
        }
    }
    found
}

/// Phrases that begin at a token. A false friend may have one bracket or colon inside: «lecitina (girasol)».
fn follow(
    lexicon: &Lexicon,
    tokens: &[Token],
    from: usize,
    mut node: Node,
    found: &mut Vec<Match>,
) {
    let mut to = from + 1;
    let mut crossed = false;
    loop {
        if let Some(Meaning { sense, cues }) = lexicon.meaning(node)
            && (!crossed || sense.hides != 0)
        {
            found.push(Match {
                from,
                to,
                sense,
                cues,
            });
        }
        let mark = tokens.get(to).map(|token| token.kind);
        if matches!(mark, Some(Kind::Open | Kind::Colon)) && !crossed {
            crossed = true;
            to += 1;
        }
        let word = tokens.get(to).and_then(|token| token.word);
        let Some(next) = word.and_then(|word| lexicon.next(node, word)) else {
            return;
        };
        node = next;
        to += 1;
    }
}

/// Takes out what stands inside a false friend («coco» and «leche» in «leche de coco»), and what ends
/// inside one («crema de leche» in «crema de leche de coco»).
fn hide_false_friends(matches: &mut [Match]) {
    for at in 0..matches.len() {
        let Match {
            from, to, sense, ..
        } = matches[at];
        if sense.hides == 0 {
            continue;
        }
        let near = first_near(matches, from);
        for (other, found) in matches.iter_mut().enumerate().skip(near) {
            if found.from >= to {
                break;
            }
            let inside = found.from >= from && found.to <= to;
            let ends_inside = found.from < from && found.to > from && found.to < to;
            if other != at && (inside || ends_inside) {
                found.sense = found.sense.without(sense.hides);
            }
        }
    }
}

/// The first phrase that may reach to a token: none is longer than its words and one mark.
pub(super) fn first_near(matches: &[Match], token: usize) -> usize {
    matches.partition_point(|found| found.from + MOST_WORDS + 1 < token)
}

/// «no contiene» is no «contiene».
fn drop_cues_in_cues(matches: &mut [Match]) {
    for at in 0..matches.len() {
        let outer = matches[at];
        if outer.cues == 0 || outer.to - outer.from < 2 {
            continue;
        }
        let near = first_near(matches, outer.from);
        for (other, found) in matches.iter_mut().enumerate().skip(near) {
            if found.from >= outer.to {
                break;
            }
            if other != at && found.from >= outer.from && found.to <= outer.to {
                found.cues = 0;
            }
        }
    }
}

impl Sense {
    const fn without(&self, hidden: Mask) -> Self {
        Self {
            whole: self.whole & !hidden,
            contains: self.contains & !hidden,
            soft: self.soft & !hidden,
            kind: self.kind & !hidden,
            listed: self.listed & !hidden,
            vague: self.vague & !hidden,
            typed: self.typed & !hidden,
            free: self.free & !hidden,
            hides: self.hides,
        }
    }
}
