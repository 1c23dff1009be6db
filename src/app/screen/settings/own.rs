//! The page of what the canteen adds: its own allergens and diets, its own words for the detector.

use std::path::PathBuf;

use iced::widget::text_editor::{self, Content};

use super::{Action, Rulings};
use crate::domain::diet::OwnNames;
use crate::domain::scanner::take_back;

/// The state of the page.
#[derive(Debug, Clone)]
pub(super) struct OwnPage {
    pub(super) names: OwnNames,
    pub(super) allergen: String,
    pub(super) diet: String,
    pub(super) words: Content,
    saved: String,
    pub(super) path: String,
    /// About the names: a sentence.
    pub(super) refused: Option<String>,
    /// About the words: what was done, or why not.
    pub(super) told: Option<Result<String, String>>,
    pub(super) asked: bool,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The name of an allergen was typed.
    AllergenTyped(String),
    /// It is to be added.
    AllergenAdded,
    /// The name of a diet was typed.
    DietTyped(String),
    /// It is to be added.
    DietAdded,
    /// The words were edited.
    Edited(text_editor::Action),
    /// The changes are not wanted.
    UndoPressed,
    /// The words are to count.
    SavePressed,
    /// A file's path was typed.
    PathTyped(String),
    /// Read the file.
    LoadPressed,
}

impl OwnPage {
    pub(super) fn new(rulings: &Rulings) -> Self {
        let saved = rulings.words.clone().unwrap_or_default();
        Self {
            names: rulings.names.clone(),
            allergen: String::new(),
            diet: String::new(),
            words: Content::with_text(&saved),
            saved,
            path: String::new(),
            refused: None,
            told: None,
            asked: false,
        }
    }

    /// The names as they are now.
    pub(super) fn named(&mut self, named: Result<OwnNames, String>) {
        self.asked = false;
        match named {
            Ok(names) => {
                self.names = names;
                self.allergen.clear();
                self.diet.clear();
                self.refused = None;
            }
            Err(why) => self.refused = Some(why),
        }
    }

    /// What came of saving these words: a sentence. Bad ones stay in the editor, to be mended.
    pub(super) fn kept(&mut self, kept: Result<(String, String), String>) {
        self.asked = false;
        self.told = Some(kept.map(|(saved, done)| {
            self.saved = saved;
            done
        }));
    }

    /// A file that was read: to be looked at, then saved.
    pub(super) fn read(&mut self, read: Result<String, String>) {
        self.asked = false;
        match read {
            Ok(text) => {
                self.words = Content::with_text(&text);
                self.told = None;
            }
            Err(why) => self.told = Some(Err(why)),
        }
    }

    pub(super) fn update(&mut self, message: Message) -> Action {
        if self.asked {
            return Action::None;
        }
        match message {
            Message::AllergenTyped(name) => self.retype(|page| page.allergen = name),
            Message::AllergenAdded => self.add(Action::AddAllergen, |page| &page.allergen),
            Message::DietTyped(name) => self.retype(|page| page.diet = name),
            Message::DietAdded => self.add(Action::AddDiet, |page| &page.diet),
            Message::Edited(action) => self.edit(action),
            Message::UndoPressed => self.undo(),
            Message::SavePressed => self.save(),
            Message::PathTyped(path) => self.retype(|page| page.path = path),
            Message::LoadPressed => self.load(),
        }
    }

    /// The letters of a scan, out of the words.
    pub(super) fn take_back(&mut self, letters: &str) {
        if let Some(without) = take_back(&self.words.text(), letters) {
            self.words = Content::with_text(&without);
        }
    }

    fn retype(&mut self, change: impl FnOnce(&mut Self)) -> Action {
        change(self);
        Action::None
    }

    fn add(
        &mut self,
        action: impl FnOnce(String) -> Action,
        name: impl FnOnce(&Self) -> &String,
    ) -> Action {
        let name = name(self).trim().to_owned();
        if name.is_empty() {
            return Action::None;
        }
        self.asked = true;
        self.refused = None;
        action(name)
    }

    fn edit(&mut self, action: text_editor::Action) -> Action {
        if action.is_edit() {
            self.told = None;
        }
        self.words.perform(action);
        Action::None
    }

    fn undo(&mut self) -> Action {
        self.words = Content::with_text(&self.saved);
        self.told = None;
        Action::None
    }

    pub(super) fn is_changed(&self) -> bool {
        self.words.text().trim_end() != self.saved.trim_end()
    }

    fn save(&mut self) -> Action {
        if !self.is_changed() {
            return Action::None;
        }
        self.asked = true;
        self.told = None;
        Action::SetWords(self.words.text())
    }

    fn load(&mut self) -> Action {
        let path = self.path.trim();
        if path.is_empty() {
            return Action::None;
        }
        self.asked = true;
        Action::LoadWords(PathBuf::from(path))
    }
}
