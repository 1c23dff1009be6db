//! One product opened: its text, diets, recipe and history.

use std::collections::BTreeMap;

use iced::widget::text_editor::Content;

use super::message::{Action, Change, ProductMessage};
use super::{Declare, Dialog};
use crate::domain::ProductId;
use crate::domain::diet::{Diet, DietBecause, DietKnowledge};

use crate::domain::scanner::take_back;
use crate::i18n::I18n;
use crate::store::diet::{Filed, Said, Text};

/// A part of what is shown of a product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// Which diets it goes with.
    #[default]
    Diets,
    /// What it is made of.
    Recipe,
    /// What was said of it.
    History,
}

/// The product that is open.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) product: ProductId,
    pub(super) tab: Tab,
    /// Tidied as what is typed is.
    pub(super) on_file: Text,
    pub(super) name: String,
    pub(super) ingredients: Content,
    pub(super) statement: Content,
    pub(super) part: String,
    pub(super) history: Option<Vec<Said>>,
    /// What was said of diets and not yet read again.
    diets: BTreeMap<Diet, Option<bool>>,
}

impl Open {
    fn new(of: &Filed) -> Self {
        Self {
            product: of.product,
            tab: Tab::default(),
            name: of.text.name.clone(),
            ingredients: content(of.text.ingredients.as_deref()),
            statement: content(of.text.statement.as_deref()),
            on_file: tidy(&of.text),
            part: String::new(),
            history: None,
            diets: BTreeMap::new(),
        }
    }

    /// The text as it is typed.
    pub(super) fn typed(&self) -> Text {
        Text {
            name: self.name.trim().to_owned(),
            ingredients: filled(&self.ingredients),
            statement: filled(&self.statement),
        }
    }

    pub(super) fn is_changed(&self) -> bool {
        self.typed() != self.on_file
    }

    pub(super) fn can_save(&self) -> bool {
        self.is_changed() && self.name.chars().any(char::is_alphabetic)
    }

    /// The letters of a scan, out of the field that received them.
    fn take_back(&mut self, letters: &str) {
        for text in [&mut self.name, &mut self.part] {
            if let Some(without) = take_back(text, letters) {
                *text = without;
            }
        }
        for content in [&mut self.ingredients, &mut self.statement] {
            if let Some(without) = take_back(&content.text(), letters) {
                *content = Content::with_text(&without);
            }
        }
    }

    /// What is on file now; what is being typed stays.
    fn refreshed(&mut self, of: &Filed) {
        let on_file = tidy(&of.text);
        if !self.is_changed() && self.on_file != on_file {
            let fresh = Self::new(of);
            self.name = fresh.name;
            self.ingredients = fresh.ingredients;
            self.statement = fresh.statement;
        }
        self.on_file = on_file;
        self.diets.clear();
    }

    /// A change was not written: what is on file is what was read of it.
    pub(super) fn put_back(&mut self, of: &Filed) {
        self.on_file = tidy(&of.text);
        self.diets.clear();
    }
}

fn content(text: Option<&str>) -> Content {
    Content::with_text(text.unwrap_or_default())
}

/// What is typed, on one line as labels are kept; `None` if nothing is.
fn filled(content: &Content) -> Option<String> {
    on_one_line(&content.text())
}

fn on_one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn tidy(text: &Text) -> Text {
    Text {
        name: text.name.trim().to_owned(),
        ingredients: text.ingredients.as_deref().and_then(on_one_line),
        statement: text.statement.as_deref().and_then(on_one_line),
    }
}

impl Declare {
    pub(super) fn open(&mut self, product: ProductId) -> Action {
        if self.has_unsaved_text() {
            return self.show(Dialog::Unsaved);
        }
        let of = self.desk.as_ref().and_then(|desk| desk.product(product));
        let Some(of) = of else {
            return Action::None;
        };
        self.open = Some(Open::new(of));
        self.dialog = None;
        self.refused = None;
        Action::Batch(vec![Action::Unfocus, Action::ReadHistory(product)])
    }

    pub(super) fn refresh_open(&mut self) {
        if let (Some(desk), Some(open)) = (&self.desk, &mut self.open)
            && let Some(of) = desk.product(open.product)
        {
            open.refreshed(of);
        }
    }

    /// A change of this product was not written.
    pub(super) fn put_back(&mut self, product: ProductId) {
        if let (Some(desk), Some(open)) = (&self.desk, &mut self.open)
            && open.product == product
            && let Some(of) = desk.product(product)
        {
            open.put_back(of);
        }
    }

    pub(super) fn product(&mut self, message: ProductMessage, words: &I18n) -> Action {
        let Some(open) = &mut self.open else {
            return Action::None;
        };
        match message {
            ProductMessage::Closed => self.close_product(),
            ProductMessage::TabChosen(tab) => {
                open.tab = tab;
                Action::None
            }
            ProductMessage::NameTyped(name) => {
                open.name = name;
                Action::None
            }
            ProductMessage::IngredientsEdited(action) => {
                open.ingredients.perform(action);
                Action::None
            }
            ProductMessage::StatementEdited(action) => {
                open.statement.perform(action);
                Action::None
            }
            ProductMessage::SavePressed => self.save_text(),
            ProductMessage::UndoPressed => self.undo_text(),
            ProductMessage::DietChosen(diet, suits) => self.choose_diet(diet, suits),
            ProductMessage::PartTyped(query) => {
                open.part = query;
                Action::None
            }
            ProductMessage::PartAdded(part) => self.change_parts(|parts| parts.push(part)),
            ProductMessage::PartRemoved(part) => {
                self.change_parts(|parts| parts.retain(|of| *of != part))
            }
            ProductMessage::IngredientPressed => self.add_ingredient(words),
        }
    }

    /// Takes the letters of a scan out of the field that received them.
    pub fn take_scan_back(&mut self, letters: &str) {
        if let Some(open) = &mut self.open {
            return open.take_back(letters);
        }
        if let Some(without) = take_back(&self.matrix.search, letters) {
            let _nothing = self.search(without);
        }
    }

    /// Whether somebody writes here, or is asked something.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        self.open.is_some() || self.dialog.is_some()
    }

    pub(super) fn has_unsaved_text(&self) -> bool {
        self.open.as_ref().is_some_and(Open::is_changed)
    }

    pub(super) fn discard(&mut self) -> Action {
        self.open = None;
        self.dialog = None;
        self.close_product()
    }

    /// Not over what was typed and not saved.
    pub(super) fn close_product(&mut self) -> Action {
        if self.has_unsaved_text() {
            return self.show(Dialog::Unsaved);
        }
        self.open = None;
        self.refused = None;
        Action::Unfocus
    }

    fn save_text(&mut self) -> Action {
        match &mut self.open {
            Some(open) if open.can_save() => {
                let (product, text) = (open.product, open.typed());
                open.on_file = text.clone();
                self.write(product, Change::Describe(text))
            }
            _ => Action::None,
        }
    }

    /// What is chosen already is not said once more.
    fn choose_diet(&mut self, diet: Diet, suits: Option<bool>) -> Action {
        let known = self.opened().and_then(|of| of.known.diet(diet)).cloned();
        let Some(open) = &mut self.open else {
            return Action::None;
        };
        let said = match (open.diets.get(&diet), known) {
            (Some(asked), _) => Some(*asked),
            (None, None) => Some(None),
            (None, Some(DietKnowledge::Suits(DietBecause::Said(_)))) => Some(Some(true)),
            (None, Some(DietKnowledge::Conflicts(DietBecause::Said(_)))) => Some(Some(false)),
            // A label or a part speaks; what was said beside it is not seen here.
            (None, Some(_)) => None,
        };
        if said == Some(suits) {
            return Action::None;
        }
        open.diets.insert(diet, suits);
        let product = open.product;
        self.write(product, Change::Suit(diet, suits))
    }

    fn undo_text(&mut self) -> Action {
        if let Some(open) = &mut self.open {
            open.name.clone_from(&open.on_file.name);
            open.ingredients = content(open.on_file.ingredients.as_deref());
            open.statement = content(open.on_file.statement.as_deref());
        }
        Action::None
    }

    fn change_parts(&mut self, change: impl FnOnce(&mut Vec<ProductId>)) -> Action {
        let (Some(open), Some(desk)) = (&mut self.open, &mut self.desk) else {
            return Action::None;
        };
        let product = open.product;
        if self.unsettled.contains(&product) {
            return Action::None;
        }
        let Some(parts) = desk.compose(product, change) else {
            return Action::None;
        };
        open.part.clear();
        self.write(product, Change::Compose(parts))
    }

    fn add_ingredient(&mut self, words: &I18n) -> Action {
        let (Some(open), Some(of)) = (&self.open, self.opened()) else {
            return Action::None;
        };
        let name = open.part.trim().to_owned();
        let settled = !self.unsettled.contains(&of.product);
        if !settled || !name.chars().any(char::is_alphabetic) {
            return Action::None;
        }
        let change = Change::Ingredient {
            name,
            category: words.text("declare-kitchen"),
            parts: of.parts.clone(),
        };
        let product = of.product;
        if let Some(open) = &mut self.open {
            open.part.clear();
        }
        // Which part it becomes is known once it is read again.
        self.unsettled.insert(product);
        self.write(product, change)
    }

    /// The open product as it is filed.
    pub(super) fn opened(&self) -> Option<&Filed> {
        let desk = self.desk.as_ref()?;
        desk.product(self.open.as_ref()?.product)
    }
}
