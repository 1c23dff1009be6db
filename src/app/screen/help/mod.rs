//! The help: a list of contents, a search, and the page of the screen one came from.

pub mod pictures;
mod view;

use std::collections::BTreeMap;

use iced::widget::image::Handle;

use crate::app::theme::Theme;
use crate::i18n::I18n;
use crate::i18n::help::{self, Block, Hit, Page};

/// The name of the search, to give it the keyboard.
pub const SEARCH: &str = "help-search";
/// The name of the page, to scroll it by keyboard.
pub const PAGE: &str = "help-page";
/// A search is at most so long.
const LETTERS_MAX: usize = 60;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// The search was typed into.
    Searched(String),
    /// Enter: the first that was found is opened.
    Entered,
    /// A page was chosen.
    Opened(String),
    /// This page is to be printed.
    PrintPressed,
    /// Back to where one was.
    Left,
}

/// What it wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Another page is shown: from its top.
    ToTop,
    /// This page is to be printed.
    Print(Box<Page>),
    /// It is closed.
    Leave,
}

/// The help, open at a page.
#[derive(Debug, Clone)]
pub struct Help {
    pages: Vec<Page>,
    shown: usize,
    query: String,
    found: Vec<Hit>,
    theme: Theme,
    pictures: BTreeMap<String, Handle>,
    /// Whether somebody is there who may print.
    prints: bool,
}

impl Help {
    /// Opens the help at the page about `topic`, or at its first.
    #[must_use]
    pub fn at(topic: &str, prints: bool, theme: Theme, words: &I18n) -> Self {
        let mut help = Self {
            pages: words.help_pages(),
            shown: 0,
            query: String::new(),
            found: Vec::new(),
            theme,
            pictures: BTreeMap::new(),
            prints,
        };
        let _from_its_top = help.open(topic);
        help
    }

    /// What the page that is shown is about.
    #[must_use]
    pub fn topic(&self) -> Option<&'static str> {
        self.page().map(|page| page.topic)
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Searched(query) => self.search(&query),
            Message::Entered => match self.found.first().map(|hit| hit.topic) {
                Some(topic) => self.open(topic),
                None => Action::None,
            },
            Message::Opened(topic) => self.open(&topic),
            Message::PrintPressed => match self.page().filter(|_| self.prints) {
                Some(page) => Action::Print(Box::new(page.clone())),
                None => Action::None,
            },
            Message::Left => Action::Leave,
        }
    }

    /// What a scanner typed into the search comes out of it again.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(query) = crate::domain::scanner::take_back(&self.query, letters) {
            let _searched = self.search(&query);
        }
    }

    fn page(&self) -> Option<&Page> {
        self.pages.get(self.shown)
    }

    fn search(&mut self, query: &str) -> Action {
        self.query = query.chars().take(LETTERS_MAX).collect();
        self.found = help::find(&self.pages, &self.query);
        Action::None
    }

    fn open(&mut self, topic: &str) -> Action {
        let Some(at) = self.pages.iter().position(|page| page.topic == topic) else {
            return Action::None;
        };
        self.shown = at;
        let Self {
            pages,
            pictures,
            theme,
            ..
        } = self;
        for block in &pages[at].blocks {
            if let Block::Picture(name, _) = block
                && !pictures.contains_key(name)
                && let Some(picture) = pictures::picture(name, *theme)
            {
                pictures.insert(name.clone(), picture);
            }
        }
        Action::ToTop
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn help() -> Help {
        Help::at("printer", true, Theme::Light, &I18n::new(Locale::EsPy))
    }

    #[test]
    fn it_opens_at_its_topic_and_at_the_first_page_for_one_that_is_none() {
        assert_eq!(help().topic(), Some("printer"));
        let words = I18n::new(Locale::En);
        let lost = Help::at("nothing", false, Theme::Dark, &words);
        assert_eq!(lost.topic(), Some("first-day"));
    }

    #[test]
    fn enter_opens_what_the_search_found_first() {
        let mut help = help();
        assert_eq!(
            help.update(Message::Searched("almuerzo".to_owned())),
            Action::None
        );
        assert_eq!(help.update(Message::Entered), Action::ToTop);
        assert_eq!(help.topic(), Some("lunch"));
    }

    #[test]
    fn a_scan_leaves_no_letters_in_the_search() {
        let mut help = help();
        let _typed = help.update(Message::Searched("al00414".to_owned()));
        help.take_back("00414");
        assert_eq!(help.query, "al");
    }

    #[test]
    fn who_is_not_signed_in_prints_nothing() {
        let mut help = Help::at("login", false, Theme::Light, &I18n::new(Locale::EsPy));
        assert_eq!(help.update(Message::PrintPressed), Action::None);
    }
}
