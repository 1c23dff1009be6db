//! The help: pages in `i18n/<locale>/help/*.md`, which are part of the program.
//!
//! A page is Markdown with two additions: `{key}` stands for the words of that key, so that a button is called
//! what it is called on the screen; and a picture's address is the name of a picture of the tour. What has no
//! page in a locale has the one of the source locale.

mod read;

use crate::domain::Locale;
use crate::domain::search::fold;

use super::I18n;

pub use read::{Block, Line, Run, plain};

macro_rules! pages {
    ($($topic:literal),+ $(,)?) => {
        /// What there are pages about, in the order of the list of contents: guides first, then places.
        pub const TOPICS: &[&str] = &[$($topic),+];

        fn text_of(locale: Locale, topic: &str) -> Option<&'static str> {
            match (locale, topic) {
                $(
                    (Locale::En, $topic) => Some(include_str!(concat!("../../../i18n/en/help/", $topic, ".md"))),
                    (Locale::PtBr, $topic) => Some(include_str!(concat!("../../../i18n/pt-BR/help/", $topic, ".md"))),
                    (_, $topic) => Some(include_str!(concat!("../../../i18n/es-PY/help/", $topic, ".md"))),
                )+
                _ => None,
            }
        }
    };
}

pages![
    "first-day",
    "sale",
    "allergic-pupil",
    "closing",
    "dashboard",
    "printer",
    "backups",
    "going-live",
    "training",
    "cash",
    "lunch",
    "sales",
    "accounts",
    "people",
    "pupils",
    "products",
    "stock",
    "declare",
    "settings",
    "users",
    "login",
    "paper",
    "keys",
];

/// How many of [`TOPICS`] are guides: what to do, not where one is.
pub const GUIDES: usize = 9;

/// A page, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// What it is about: one of [`TOPICS`].
    pub topic: &'static str,
    /// Its first heading.
    pub title: String,
    /// What is below it.
    pub blocks: Vec<Block>,
}

impl Page {
    /// All its words, one line a block.
    fn lines(&self) -> impl Iterator<Item = String> {
        self.blocks.iter().map(Block::plain)
    }

    /// How well it answers what is searched: 0 not at all; more is better.
    fn answers(&self, wanted: &[String]) -> u32 {
        let title = fold(&self.title);
        let lines: Vec<_> = self
            .blocks
            .iter()
            .map(|block| (block, fold(&block.plain())))
            .collect();
        let mut sum = 0;
        for word in wanted {
            let heading = |(block, line): &&(&Block, String)| {
                matches!(block, Block::Heading(_)) && line.contains(word.as_str())
            };
            sum += match () {
                () if title.contains(word.as_str()) => 9,
                () if lines.iter().any(|line| heading(&line)) => 3,
                () if lines.iter().any(|(_, line)| line.contains(word.as_str())) => 1,
                () => return 0,
            };
        }
        sum
    }
}

/// What a search found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The page.
    pub topic: &'static str,
    /// Its title.
    pub title: String,
    /// The first of its lines that has the words; empty where it is the title that has them.
    pub line: String,
}

/// The name of a topic as [`TOPICS`] has it, `None` for what there is no page about.
#[must_use]
pub fn topic(name: &str) -> Option<&'static str> {
    TOPICS.iter().copied().find(|topic| *topic == name)
}

impl I18n {
    /// The page about a topic; `None` if there is no such topic.
    #[must_use]
    pub fn help(&self, topic: &str) -> Option<Page> {
        let topic = self::topic(topic)?;
        let text = text_of(self.locale(), topic)?;
        let (title, blocks) = read::page(text, |key| self.text(key));
        Some(Page {
            topic,
            title,
            blocks,
        })
    }

    /// Every page, in the order of the list of contents.
    #[must_use]
    pub fn help_pages(&self) -> Vec<Page> {
        TOPICS.iter().filter_map(|topic| self.help(topic)).collect()
    }
}

/// The pages that have all the words that are searched, best first; none for no words.
#[must_use]
pub fn find(pages: &[Page], query: &str) -> Vec<Hit> {
    let wanted: Vec<_> = query.split_whitespace().map(fold).collect();
    let Some(first) = wanted.first() else {
        return Vec::new();
    };
    let mut found: Vec<_> = pages
        .iter()
        .map(|page| (page.answers(&wanted), page))
        .filter(|(answers, _)| *answers > 0)
        .collect();
    found.sort_by_key(|(answers, _)| std::cmp::Reverse(*answers));
    found
        .into_iter()
        .map(|(_, page)| Hit {
            topic: page.topic,
            title: page.title.clone(),
            line: page
                .lines()
                .find(|line| fold(line).contains(first.as_str()))
                .unwrap_or_default(),
        })
        .collect()
}

/// The source of a page, for tests of what is written.
#[must_use]
pub fn source(locale: Locale, topic: &str) -> Option<&'static str> {
    text_of(locale, topic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_topic_has_a_page_with_a_title_in_every_locale() {
        for locale in Locale::ALL {
            let words = I18n::new(locale);
            let pages = words.help_pages();
            assert_eq!(pages.len(), TOPICS.len());
            for page in pages {
                assert!(!page.title.is_empty(), "{} {}", locale.code(), page.topic);
                assert!(page.blocks.len() > 2, "{} {}", locale.code(), page.topic);
            }
        }
    }

    #[test]
    fn a_page_is_found_by_words_without_their_accents_and_its_title_counts_most() {
        let pages = I18n::new(Locale::EsPy).help_pages();
        let found = find(&pages, "alérgia");
        assert_eq!(found.first().map(|hit| hit.topic), Some("allergic-pupil"));
        assert_eq!(
            find(&pages, "IMPRESORA").first().map(|hit| hit.topic),
            Some("printer")
        );
        assert!(find(&pages, "xyzzy").is_empty() && find(&pages, " ").is_empty());
    }
}
