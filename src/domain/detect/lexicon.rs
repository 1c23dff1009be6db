//! All words of the detector, compiled so that a text is gone through once.
//!
//! Every different word has a number; phrases are a tree of those numbers.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::meaning::{Cue, Meaning, Subjects};
use super::words::Words;

/// A word that some phrase has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct WordId(u32);

/// A place in the tree of phrases: what was read so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node(u32);

/// The compiled words.
#[derive(Debug, Clone)]
pub(super) struct Lexicon {
    words: HashMap<Box<str>, WordId, BuildHasherDefault<Fnv>>,
    /// By [`skeleton`], of words that are long enough; none where two words share one.
    skeletons: HashMap<Box<str>, Option<WordId>, BuildHasherDefault<Fnv>>,
    /// By word: where phrases that begin with it go on.
    first: Vec<Option<Node>>,
    nodes: Vec<Branch>,
    pub(super) subjects: Subjects,
}

#[derive(Debug, Clone, Default)]
struct Branch {
    meaning: Option<Meaning>,
    /// Sorted by word.
    next: Vec<(WordId, Node)>,
}

/// A shorter word is not looked for under its skeleton.
const SHORTEST_SKELETON: usize = 5;

impl Lexicon {
    pub(super) fn new(words: &Words) -> Self {
        let mut lexicon = Self {
            words: HashMap::default(),
            skeletons: HashMap::default(),
            first: Vec::new(),
            nodes: Vec::new(),
            subjects: words.subjects.clone(),
        };
        for (key, phrase) in &words.phrases {
            lexicon.add(key, phrase.meaning);
        }
        lexicon.add_skeletons();
        lexicon
    }

    fn add(&mut self, key: &[String], meaning: Meaning) {
        let mut at: Option<Node> = None;
        for word in key {
            let word = self.intern(word);
            at = Some(match at {
                None => self.begin(word),
                Some(node) => self.grow(node, word),
            });
        }
        if let Some(node) = at {
            self.nodes[node.0 as usize].meaning = Some(meaning);
        }
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(known) = self.words.get(word) {
            return *known;
        }
        let id = WordId(count(self.first.len()));
        self.words.insert(word.into(), id);
        self.first.push(None);
        id
    }

    fn begin(&mut self, word: WordId) -> Node {
        if let Some(node) = self.first[word.0 as usize] {
            return node;
        }
        let node = self.new_node();
        self.first[word.0 as usize] = Some(node);
        node
    }

    fn grow(&mut self, from: Node, word: WordId) -> Node {
        let at = self.place(from, word);
        match at {
            Ok(place) => self.nodes[from.0 as usize].next[place].1,
            Err(place) => {
                let node = self.new_node();
                self.nodes[from.0 as usize].next.insert(place, (word, node));
                node
            }
        }
    }

    fn new_node(&mut self) -> Node {
        self.nodes.push(Branch::default());
        Node(count(self.nodes.len() - 1))
    }

    fn place(&self, from: Node, word: WordId) -> Result<usize, usize> {
        let next = &self.nodes[from.0 as usize].next;
        next.binary_search_by_key(&word, |(word, _)| *word)
    }

    fn add_skeletons(&mut self) {
        for (word, id) in &self.words {
            if word.len() >= SHORTEST_SKELETON {
                let bones = skeleton(word).into_boxed_str();
                let shared = self.skeletons.contains_key(&bones);
                self.skeletons.insert(bones, (!shared).then_some(*id));
            }
        }
    }

    /// The number of a folded word; also of one in which a scanner of labels mistook a letter.
    pub(super) fn word(&self, word: &str) -> Option<WordId> {
        if let Some(id) = self.words.get(word) {
            return Some(*id);
        }
        if word.len() < SHORTEST_SKELETON {
            return None;
        }
        // «chocolatelibre de gluten»: the plural's key of «libre».
        if word.ends_with("libr") {
            return self.words.get("libr").copied();
        }
        self.skeletons.get(skeleton(word).as_str()).copied()?
    }

    /// Where phrases begin with that word.
    pub(super) fn first(&self, word: WordId) -> Option<Node> {
        self.first[word.0 as usize]
    }

    /// Where phrases go on with that word.
    pub(super) fn next(&self, from: Node, word: WordId) -> Option<Node> {
        let place = self.place(from, word).ok()?;
        Some(self.nodes[from.0 as usize].next[place].1)
    }

    /// What the phrase that ends here means.
    pub(super) fn meaning(&self, node: Node) -> Option<Meaning> {
        self.nodes[node.0 as usize].meaning
    }

    /// Whether this word alone is a cue of that kind.
    pub(super) fn is_cue(&self, word: WordId, cue: Cue) -> bool {
        let alone = self.first(word).and_then(|node| self.meaning(node));
        alone.is_some_and(|meaning| meaning.cues & cue.bit() != 0)
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).expect("a file of words has at most 100,000 lines")
}

/// A word with letters that look alike made equal: «Iecitina», «tr1go» and «TRICO» are read on labels.
fn skeleton(word: &str) -> String {
    let alike = |letter| match letter {
        'l' | '1' | 'j' => 'i',
        '0' => 'o',
        'g' => 'c',
        other => other,
    };
    word.chars().map(alike).collect()
}

/// FNV-1a: short words, and nobody who wishes them to collide.
#[derive(Debug, Clone)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
