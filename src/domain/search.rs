//! Finding a product while its name is being typed.
//!
//! Everything is compared folded (see [`fold`]). Each different word of the catalogue is compared once a
//! keystroke; products then only look up how their words did. Ten thousand products take well under 1 ms.

use std::collections::HashMap;

use super::ProductId;

/// A name as it is compared: small letters without accents or apostrophes; nothing else changes.
///
/// ```
/// # use cantina::domain::search::fold;
/// assert_eq!(fold("Café PIÑA so’o g̃"), "cafe pina soo g");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        push_folded(letter, &mut folded);
    }
    folded
}

/// Folds one letter, as [`fold`] does, onto the end of a text.
pub(super) fn push_folded(letter: char, folded: &mut String) {
    if letter.is_ascii() && !matches!(letter, '\'' | '`') {
        folded.push(letter.to_ascii_lowercase());
        return;
    }
    for letter in letter.to_lowercase() {
        match base(letter) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
}

/// A small letter without its accent; `None` where it has none.
pub(super) const fn base(letter: char) -> Option<&'static str> {
    Some(match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' => "a",
        'é' | 'è' | 'ê' | 'ë' | 'ẽ' | 'ē' => "e",
        'í' | 'ì' | 'î' | 'ï' | 'ĩ' | 'ī' => "i",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' => "o",
        'ú' | 'ù' | 'û' | 'ü' | 'ũ' | 'ū' => "u",
        'ý' | 'ÿ' | 'ỹ' => "y",
        'ñ' => "n",
        'ç' => "c",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        // Combining accents, and the apostrophes with which Guaraní writes its glottal stop.
        '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '´' | '`' => "",
        _ => return None,
    })
}

/// What is searched of one thing: a product, or a pupil with their class for a category.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a, I = ProductId> {
    /// Which.
    pub id: I,
    /// Its name.
    pub name: &'a str,
    /// The name of its category.
    pub category: &'a str,
    /// Its codes.
    pub codes: &'a [&'a str],
}

/// The searchable text of all products, or of all pupils. Made anew when they change.
#[derive(Debug, Clone)]
pub struct Index<I = ProductId> {
    /// Every different word of names and categories.
    words: Vec<String>,
    /// The letters of each: most words are ruled out by these alone, without being read.
    letters: Vec<Letters>,
    entries: Vec<Entry<I>>,
}

impl<I> Default for Index<I> {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            letters: Vec::new(),
            entries: Vec::new(),
        }
    }
}

#[derive(Debug, Clone)]
struct Entry<I> {
    id: I,
    /// Places in [`Index::words`]: the name's, then the category's.
    words: Vec<usize>,
    /// How many of them are the name's.
    of_name: usize,
    /// Letters of the name.
    length: usize,
    codes: Vec<String>,
}

/// Which letters a word has, a bit for each; rarer letters share bits.
#[derive(Debug, Clone, Copy)]
struct Letters(u64);

impl Letters {
    fn of(word: &str) -> Self {
        Self(word.bytes().fold(0, |bits, byte| bits | 1 << (byte % 64)))
    }

    /// How many letters at least are not among the other's.
    const fn missing_in(self, other: Self) -> u32 {
        (self.0 & !other.0).count_ones()
    }
}

/// With fewer hits than this, one typo a word is forgiven.
const FEW: usize = 3;

/// Words of a query that are looked at; nobody types more.
const MOST_WORDS: usize = 8;

/// A shorter piece of a code would find half the catalogue.
const SHORTEST_CODE_PIECE: usize = 3;

/// Shorter words are not forgiven a typo: everything is one letter from everything.
const SHORTEST_FORGIVEN: usize = 4;

/// How a word of the query met a word of the catalogue; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Met {
    Begins,
    Inside,
    Typo,
    Not,
}

impl<I: Copy + PartialEq> Index<I> {
    /// Of these products; where all else is equal, hits come in this order.
    #[must_use]
    pub fn new<'a>(items: impl IntoIterator<Item = Item<'a, I>>) -> Self {
        let mut index = Self::default();
        let mut places: HashMap<String, usize> = HashMap::new();
        let mut categories: HashMap<&str, Vec<usize>> = HashMap::new();
        for item in items {
            let mut place = |word: &str| {
                if let Some(place) = places.get(word) {
                    return *place;
                }
                index.words.push(word.to_owned());
                index.letters.push(Letters::of(word));
                places.insert(word.to_owned(), index.words.len() - 1);
                index.words.len() - 1
            };
            let name = fold(item.name);
            let mut words: Vec<usize> = split(&name).map(&mut place).collect();
            let of_name = words.len();
            let category = categories.entry(item.category);
            words.extend_from_slice(
                category.or_insert_with(|| split(&fold(item.category)).map(&mut place).collect()),
            );
            index.entries.push(Entry {
                id: item.id,
                words,
                of_name,
                length: name.chars().count(),
                codes: item.codes.iter().map(|code| fold(code)).collect(),
            });
        }
        index
    }

    /// How many products can be found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is nothing to find.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The best hits, best first, at most `limit`; nothing for an empty query.
    ///
    /// A product is a hit if each word of the query begins or is inside a word of its name or category, or
    /// begins or ends one of its codes. Hits at the beginning of the name come first, then earlier words,
    /// then shorter names. With fewer than three hits, those with one typo a word (of four letters or
    /// more) follow.
    #[must_use]
    pub fn find(&self, query: &str, limit: usize) -> Vec<I> {
        let query = fold(query.trim());
        let words: Vec<&str> = split(&query).take(MOST_WORDS).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut met: Vec<Vec<Met>> = words.iter().map(|typed| self.meet(typed)).collect();
        let exact = self.hits(&query, &words, &met);
        let mut forgiven = Vec::new();
        if exact.len() < FEW && words.iter().any(|word| may_be_a_typo(word)) {
            for (typed, met) in words.iter().zip(&mut met) {
                self.forgive(typed, met);
            }
            forgiven = self.hits(&query, &words, &met);
        }
        let mut found = self.best(exact, limit);
        for id in self.best(forgiven, limit) {
            if found.len() < limit && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    }

    /// How a word that was typed meets each word of the catalogue.
    fn meet(&self, typed: &str) -> Vec<Met> {
        let typed_letters = Letters::of(typed);
        let words = self.words.iter().zip(&self.letters);
        words
            .map(|(word, letters)| match typed_letters.missing_in(*letters) {
                0 => meets(typed, word),
                _ => Met::Not,
            })
            .collect()
    }

    /// Lets a word that was typed meet those too that it misses by one typo.
    fn forgive(&self, typed: &str, met: &mut [Met]) {
        if !may_be_a_typo(typed) {
            return;
        }
        let typed_letters = Letters::of(typed);
        for (place, met) in met.iter_mut().enumerate() {
            let near = typed_letters.missing_in(self.letters[place]) <= 1;
            if *met == Met::Not && near && begins_but_for_one_typo(typed, &self.words[place]) {
                *met = Met::Typo;
            }
        }
    }

    /// Rank and place of every entry that all words meet.
    fn hits(&self, query: &str, words: &[&str], met: &[Vec<Met>]) -> Vec<(u32, usize)> {
        let rank = |entry: &Entry<I>| {
            let by_code = rank_of_code(entry, query);
            let by_words = words.iter().zip(met).try_fold(0, |sum, (typed, met)| {
                let best = rank_of_word(entry, met).or_else(|| rank_of_code(entry, typed));
                best.map(|rank| sum + rank)
            });
            by_code.into_iter().chain(by_words).min()
        };
        let places = self.entries.iter().enumerate();
        places
            .filter_map(|(place, entry)| Some((rank(entry)?, place)))
            .collect()
    }

    fn best(&self, mut hits: Vec<(u32, usize)>, limit: usize) -> Vec<I> {
        let order = |(rank, place): &(u32, usize)| (*rank, self.entries[*place].length, *place);
        if hits.len() > limit {
            hits.select_nth_unstable_by_key(limit, order);
            hits.truncate(limit);
        }
        hits.sort_unstable_by_key(order);
        hits.iter()
            .map(|(_, place)| self.entries[*place].id)
            .collect()
    }
}

/// Letters and digits; whatever stands between them parts words.
fn split(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn meets(typed: &str, word: &str) -> Met {
    if word.starts_with(typed) {
        Met::Begins
    } else if word.contains(typed) {
        Met::Inside
    } else {
        Met::Not
    }
}

fn may_be_a_typo(typed: &str) -> bool {
    typed.len() >= SHORTEST_FORGIVEN && typed.bytes().all(|letter| letter.is_ascii_lowercase())
}

/// Whether `typed` becomes the beginning of `word` by one letter changed, left out, added, or two swapped.
///
/// Up to the first letter that differs nothing needs mending, so each kind of typo has one place to be.
fn begins_but_for_one_typo(typed: &str, word: &str) -> bool {
    let (typed, word) = (typed.as_bytes(), word.as_bytes());
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    let begins = |typed: Option<&[u8]>, word: Option<&[u8]>| match (typed, word) {
        (Some(typed), Some(word)) => word.starts_with(typed),
        _ => false,
    };
    let swapped = match (typed, word) {
        ([a, b, typed @ ..], [c, d, word @ ..]) => a == d && b == c && word.starts_with(typed),
        _ => false,
    };
    swapped
        || begins(typed.get(1..), word.get(1..))
        || begins(typed.get(1..), Some(word))
        || begins(Some(typed), word.get(1..))
}

/// By kind of hit first, then by how early the word stands.
const RANK: u32 = 1_000;

/// The rank of the best of an entry's words, if any met.
fn rank_of_word<I>(entry: &Entry<I>, met: &[Met]) -> Option<u32> {
    let mut best = None;
    for (at, word) in entry.words.iter().enumerate() {
        let in_name = at < entry.of_name;
        let kind = match (met[*word], in_name) {
            (Met::Not, _) => continue,
            (Met::Begins, true) if at == 0 => 0,
            (Met::Begins, true) => 1,
            (Met::Inside, true) => 2,
            (Met::Begins, false) => 3,
            (Met::Inside, false) => 4,
            (Met::Typo, true) => 10,
            (Met::Typo, false) => 12,
        };
        let place = u32::try_from(at).map_or(RANK - 1, |at| at.min(RANK - 1));
        let rank = kind * RANK + place;
        best = Some(best.map_or(rank, |best: u32| best.min(rank)));
    }
    best
}

/// The rank of a code that is, or begins or ends with, what was typed.
fn rank_of_code<I>(entry: &Entry<I>, typed: &str) -> Option<u32> {
    let kind = |code: &String| match typed {
        whole if code == whole => Some(0),
        piece if piece.len() < SHORTEST_CODE_PIECE => None,
        piece if code.starts_with(piece) => Some(3),
        piece if code.ends_with(piece) => Some(4),
        _ => None,
    };
    let best = entry.codes.iter().filter_map(kind).min();
    best.map(|kind| kind * RANK)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::Index as Pick;

    use super::*;

    fn index(names: &[&str]) -> Index<ProductId> {
        let items = names.iter().zip(0..).map(|(name, id)| Item {
            id: ProductId(id),
            name,
            category: "",
            codes: &[],
        });
        Index::new(items)
    }

    fn found<'a>(names: &[&'a str], query: &str) -> Vec<&'a str> {
        let ids = index(names).find(query, 10);
        ids.iter()
            .map(|id| names[usize::try_from(id.0).unwrap()])
            .collect()
    }

    const CANTINA: [&str; 8] = [
        "Café con leche",
        "Empanada de carne",
        "Empanada de pollo",
        "Chipa so’o",
        "Jugo de piña",
        "Pan con panceta",
        "Alfajor de maní",
        "Coca-Cola 500 ml",
    ];

    #[test]
    fn accents_capitals_and_apostrophes_do_not_count() {
        assert_eq!(found(&CANTINA, "cafe"), ["Café con leche"]);
        assert_eq!(found(&CANTINA, "CAFÉ"), ["Café con leche"]);
        assert_eq!(found(&CANTINA, "pina"), ["Jugo de piña"]);
        assert_eq!(found(&CANTINA, "soo"), ["Chipa so’o"]);
        assert_eq!(found(&CANTINA, "coca cola"), ["Coca-Cola 500 ml"]);
        assert_eq!(found(&CANTINA, "coca-cola"), ["Coca-Cola 500 ml"]);
    }

    #[test]
    fn each_word_may_be_just_begun_and_in_any_order() {
        assert_eq!(found(&CANTINA, "empa car"), ["Empanada de carne"]);
        assert_eq!(found(&CANTINA, "car empa"), ["Empanada de carne"]);
        assert_eq!(found(&CANTINA, "nada poll"), ["Empanada de pollo"]);
        assert!(found(&CANTINA, "empa leche").is_empty());
    }

    #[test]
    fn the_beginning_of_the_name_comes_first_then_earlier_words_then_shorter_names() {
        let names = [
            "Agua con pan",
            "Sopa pan",
            "Empanado",
            "Pancho grande",
            "Pan",
            "Panes",
        ];
        let ranked = [
            "Pan",
            "Panes",
            "Pancho grande",
            "Sopa pan",
            "Agua con pan",
            "Empanado",
        ];
        assert_eq!(found(&names, "pan"), ranked);
    }

    #[test]
    fn a_typo_is_forgiven_when_little_else_was_found() {
        for typed in [
            "empnada",
            "emapnada",
            "enpanada",
            "emppanada",
            "mpanada",
            "emoa",
        ] {
            let empanadas = found(&CANTINA, typed);
            assert!(
                empanadas.contains(&"Empanada de carne"),
                "{typed}: {empanadas:?}"
            );
        }
        assert_eq!(found(&CANTINA, "enpanada polo"), ["Empanada de pollo"]);
        assert!(
            found(&CANTINA, "cxf").is_empty(),
            "three letters are not forgiven"
        );
        assert!(found(&CANTINA, "xxpanada").is_empty(), "nor are two typos");
    }

    #[test]
    fn what_was_typed_right_comes_before_what_needs_forgiving() {
        assert_eq!(
            found(&["Leches", "Pecho", "Lecho"], "lecho"),
            ["Lecho", "Pecho", "Leches"]
        );
    }

    #[test]
    fn categories_and_codes_are_found_too() {
        let items = [
            Item {
                id: ProductId(1),
                name: "Agua",
                category: "Bebidas frías",
                codes: &["7840001000012"],
            },
            Item {
                id: ProductId(2),
                name: "Bebida láctea",
                category: "Lácteos",
                codes: &["AB-12", "77"],
            },
        ];
        let index = Index::new(items);
        assert_eq!(index.find("bebi", 9), [ProductId(2), ProductId(1)]);
        assert_eq!(index.find("frias agua", 9), [ProductId(1)]);
        assert_eq!(index.find("78400", 9), [ProductId(1)]);
        assert_eq!(index.find("0012", 9), [ProductId(1)]);
        assert_eq!(index.find("ab-12", 9), [ProductId(2)]);
        assert_eq!(index.find("77", 9), [ProductId(2)]);
        assert!(
            index.find("78", 9).is_empty(),
            "two digits are no piece of a code"
        );
    }

    #[test]
    fn nothing_is_found_for_nothing_and_never_more_than_asked_for() {
        assert!(found(&CANTINA, "  ").is_empty());
        assert!(found(&CANTINA, "-·-").is_empty());
        assert_eq!(index(&CANTINA).find("a", 2).len(), 2);
        assert!(index(&CANTINA).find("a", 0).is_empty());
        assert!(Index::<ProductId>::default().find("a", 5).is_empty());
    }

    /// A word of a name with one letter changed, left out, doubled or swapped with the next.
    fn mistyped(word: &str, kind: u8, at: Pick, letter: char) -> String {
        let mut letters: Vec<char> = fold(word).chars().collect();
        let at = at.index(letters.len() - 1);
        match kind {
            0 => letters[at] = letter,
            1 => drop(letters.remove(at)),
            2 => letters.insert(at, letter),
            _ => letters.swap(at, at + 1),
        }
        letters.into_iter().collect()
    }

    proptest! {
        #[test]
        fn one_typo_in_a_word_of_five_letters_or_more_is_forgiven(
            word in "[A-ZÁÉÍÓÚÑ][a-záéíóúñü]{4,12}",
            before in "([A-Z][a-z]{1,8} ){0,3}",
            others in proptest::collection::vec("[A-Z][a-z]{2,9} [a-z]{2,9}", 0..2),
            (kind, at, letter) in (0_u8..4, any::<Pick>(), proptest::char::range('a', 'z')),
        ) {
            let name = format!("{before}{word}");
            let mut names: Vec<&str> = others.iter().map(String::as_str).collect();
            names.push(&name);
            let typed = mistyped(&word, kind, at, letter);
            let hits = found(&names, &typed);
            prop_assert!(hits.contains(&name.as_str()), "{typed} for {name}: {hits:?}");
        }

        #[test]
        fn every_beginning_of_every_word_finds_its_product(name in "[A-Za-zÁÉÑáéñ]{1,9}( [a-z]{1,9}){0,3}") {
            for word in name.split(' ') {
                for (end, letter) in word.char_indices() {
                    let typed = &word[..end + letter.len_utf8()];
                    prop_assert_eq!(found(&[&name], typed), vec![name.as_str()]);
                }
            }
        }

        #[test]
        fn whatever_is_typed_nothing_breaks(query in "\\PC{0,40}", names in proptest::collection::vec("\\PC{0,20}", 0..5)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let _ = found(&names, &query);
        }
    }
}
