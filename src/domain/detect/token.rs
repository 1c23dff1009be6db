//! From a label's text to words and marks, each with the place where it stands.
//!
//! Words are folded (small letters, no accents) and lose their plural; «T.A.C.C.», «s/tacc», «E-322» and
//! «0 %» are one word each. Nothing here knows what a word means.

use crate::domain::search::push_folded;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word, also an additive's number («e322») and «0%».
    Word,
    /// Any other number, with its unit or its `%`.
    Number,
    /// The end of a sentence.
    Stop,
    Comma,
    Semicolon,
    Colon,
    Open,
    Close,
    /// `/`, `+` or `&`: joins like «y».
    Slash,
    /// A dash between spaces.
    Dash,
    /// The hyphen of a word broken at the end of a line: «sul- fitos».
    Broken,
}

/// A piece of a text. Bytes `start..end` of the text are `word` before it was folded.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
    /// Folded, without its plural; the digits of a whole number; else empty.
    pub(super) word: &'a str,
}

/// Goes through a text piece by piece. What is neither word nor mark is left out.
pub(super) fn scan(text: &str, mut each: impl FnMut(&Piece<'_>)) {
    let mut scanner = Scanner {
        text,
        at: 0,
        word: String::new(),
    };
    while let Some((start, kind)) = scanner.next() {
        each(&Piece {
            start,
            end: scanner.at,
            kind,
            word: &scanner.word,
        });
    }
}

/// Takes the plural off a folded word: «nueces» and «nuez», «flanes» and «flan» become the same.
///
/// The result is a key, not a word: «leche» and «leches» both become «lech».
pub(super) fn strip_plural(word: &mut String) {
    const SHORTEST: usize = 4;
    if word.len() >= SHORTEST && word.ends_with('s') {
        word.pop();
    }
    if word.len() >= SHORTEST && word.ends_with('e') {
        word.pop();
    }
    if word.len() >= SHORTEST && word.ends_with('c') {
        word.pop();
        word.push('z');
    }
}

/// An additive's number as one word: its letters («471e», «450ii») do not matter here.
pub(super) fn additive(digits: &str) -> Option<String> {
    let number: u16 = digits.parse().ok()?;
    let is_one = (100..1_600).contains(&number) && !digits.starts_with('0');
    is_one.then(|| format!("e{number}"))
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    word: String,
}

impl Scanner<'_> {
    fn next(&mut self) -> Option<(usize, Kind)> {
        self.word.clear();
        loop {
            let start = self.at;
            let letter = self.peek()?;
            if letter.is_alphabetic() {
                self.take_word();
                return Some((start, Kind::Word));
            }
            if letter.is_numeric() {
                return Some((start, self.take_number()));
            }
            self.at += letter.len_utf8();
            if let Some(kind) = self.mark(letter, start) {
                return Some((start, kind));
            }
        }
    }

    fn peek(&self) -> Option<char> {
        match self.text.as_bytes().get(self.at) {
            Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
            _ => self.text[self.at..].chars().next(),
        }
    }

    /// The letters after the next one.
    fn ahead(&self) -> impl Iterator<Item = char> {
        self.text[self.at..].chars().skip(1)
    }

    fn mark(&self, letter: char, start: usize) -> Option<Kind> {
        Some(match letter {
            '.' | '!' | '?' | '|' | ';' | ',' | ':' | '(' | '[' | '{' | ')' | ']' | '}' => {
                plain_mark(letter)
            }
            '•' | '·' => Kind::Comma,
            '/' | '+' | '&' => Kind::Slash,
            '\n' if self.blank_line_follows() => Kind::Stop,
            '-' | '–' | '—' => return self.dash(start),
            _ => return None,
        })
    }

    fn blank_line_follows(&self) -> bool {
        let rest = self.text[self.at..].trim_start_matches([' ', '\t', '\r']);
        rest.starts_with('\n')
    }

    fn dash(&self, start: usize) -> Option<Kind> {
        let before = self.text[..start].chars().next_back();
        let after = self.peek();
        let spaced = |letter: Option<char>| letter.is_none_or(char::is_whitespace);
        match (spaced(before), spaced(after)) {
            (true, _) => Some(Kind::Dash),
            (false, true) => Some(Kind::Broken),
            (false, false) => None,
        }
    }

    fn take_word(&mut self) {
        self.take_letters();
        if self.word.len() == 1 {
            self.take_abbreviation();
        }
        match additive_of(&self.word) {
            Some(number) => self.word = number,
            None => strip_plural(&mut self.word),
        }
    }

    fn take_letters(&mut self) {
        while let Some(letter) = self.peek() {
            let inside = letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}');
            if !inside && !self.apostrophe(letter) {
                break;
            }
            push_folded(letter, &mut self.word);
            self.at += letter.len_utf8();
        }
    }

    /// Guaraní writes its glottal stop with one: «mandi'o».
    fn apostrophe(&self, letter: char) -> bool {
        let is_one = matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '´');
        is_one && self.ahead().next().is_some_and(char::is_alphabetic)
    }

    /// «T.A.C.C.» after its first letter, or «s/» and «c/».
    fn take_abbreviation(&mut self) {
        let begins_word = |scanner: &Self| scanner.ahead().next().is_some_and(char::is_alphabetic);
        if self.peek() == Some('/') && begins_word(self) {
            match self.word.as_str() {
                "s" => self.word.replace_range(.., "sin"),
                "c" => self.word.replace_range(.., "con"),
                _ => return,
            }
            self.at += 1;
            return;
        }
        let mut dotted = false;
        while self.peek() == Some('.') {
            let (first, next) = {
                let mut ahead = self.ahead();
                (ahead.next(), ahead.next())
            };
            let Some(letter) = first else { break };
            if !letter.is_alphabetic() || next.is_some_and(char::is_alphanumeric) {
                break;
            }
            push_folded(letter, &mut self.word);
            self.at += 1 + letter.len_utf8();
            dotted = true;
        }
        if dotted && self.peek() == Some('.') {
            self.at += 1;
        }
    }

    /// `12`, `3,5 %`, `1.000`, `500g`, `322i`. «0 %» becomes a word, and «0000», which is a kind of flour.
    fn take_number(&mut self) -> Kind {
        let start = self.at;
        self.take_digits();
        while matches!(self.peek(), Some('.' | ','))
            && self.ahead().next().is_some_and(char::is_numeric)
        {
            self.at += 1;
            self.take_digits();
        }
        let digits = self.at;
        self.take_unit();
        let nothing = self.text[start..digits]
            .chars()
            .all(|letter| matches!(letter, '0' | '.' | ','));
        let percent = self.take_percent();
        self.word.clear();
        let flour = &self.text[start..digits];
        if matches!(flour, "00" | "000" | "0000") && !percent {
            self.word.push_str(flour);
            return Kind::Word;
        }
        if nothing && percent && digits - start < 5 {
            self.word.push_str("0%");
            return Kind::Word;
        }
        if !percent {
            self.word.push_str(&self.text[start..digits]);
        }
        Kind::Number
    }

    /// «500g», «322i»; what is longer is a word of its own: «3leche».
    fn take_unit(&mut self) {
        const LONGEST: usize = 4;
        let from = self.at;
        self.skip_while(char::is_alphabetic);
        if self.text[from..self.at].chars().count() > LONGEST {
            self.at = from;
        }
    }

    fn take_digits(&mut self) {
        self.skip_while(char::is_numeric);
    }

    fn skip_while(&mut self, inside: impl Fn(char) -> bool) {
        while let Some(letter) = self.peek().filter(|letter| inside(*letter)) {
            self.at += letter.len_utf8();
        }
    }

    fn take_percent(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let after = rest.trim_start_matches([' ', '\u{a0}']);
        let found = after.starts_with('%');
        if found {
            self.at += rest.len() - after.len() + 1;
        }
        found
    }
}

fn plain_mark(letter: char) -> Kind {
    match letter {
        ';' => Kind::Semicolon,
        ',' => Kind::Comma,
        ':' => Kind::Colon,
        '(' | '[' | '{' => Kind::Open,
        ')' | ']' | '}' => Kind::Close,
        _ => Kind::Stop,
    }
}

/// «e322i», «ins471» and «sin223» as «e…»: the last is the Spanish for INS, not a «sin».
fn additive_of(word: &str) -> Option<String> {
    let mut rest = ["ins", "sin", "e"]
        .iter()
        .find_map(|prefix| word.strip_prefix(prefix))?;
    let letters = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    rest = &rest[..rest.len() - letters.len()];
    let is_suffix = letters.len() <= 3 && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_suffix { additive(rest) } else { None }
}
