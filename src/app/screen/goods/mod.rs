//! Products: the list of all that is or was sold, the form of one, many changed at once, tags and labels.
//!
//! It reads and writes nothing itself: it asks, and is told what came of it. What was typed and not kept
//! stays while somebody is elsewhere.

mod files;
mod form;
mod mass;
mod tags;
#[cfg(test)]
mod tests;
mod view;

use std::collections::BTreeSet;

use iced::widget::image::Handle;

pub use files::{By, Files, Filter, Only, Sold, Sort};
pub use form::{Field, Message as FormMessage, Tab};
use form::{Form, Wanted};
use mass::Mass;
pub use mass::{Field as MassField, Message as MassMessage, What};
use tags::Tags;
pub use tags::{Kind as TagKind, Message as TagsMessage, Order, Target};
pub use view::{LIST_ID, SEARCH_ID};

pub use super::lists::Entry;
use crate::domain::code::Code;
use crate::domain::goods::{Edited, MassEdit, NewPrice};
use crate::domain::scanner::take_back;
use crate::domain::{BusinessDay, CategoryId, ProductId};
use crate::store::goods::{Detail, Good};
use view::ROW;

/// A key that no field took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    Home,
    /// To the last.
    End,
    /// Tick the row in hand, or not.
    Space,
}

/// What is open over the list.
#[derive(Debug)]
enum Dialog {
    Filters,
    Mass(Box<Mass>),
    Tags(Box<Tags>),
}

/// The state of the screen.
#[derive(Debug, Default)]
pub struct Goods {
    files: Files,
    reading: bool,
    read: bool,
    not_read: Option<String>,
    query: String,
    filter: Filter,
    sort: Sort,
    /// Places of what is shown among the files.
    rows: Vec<usize>,
    /// The row in hand, for the keyboard.
    at: usize,
    /// How far the list is scrolled, and how high it is, in logical pixels.
    offset: (f32, f32),
    chosen: BTreeSet<ProductId>,
    dialog: Option<Dialog>,
    form: Option<Box<Form>>,
    /// The product that is being read for its form: an answer of another comes too late.
    opening: Option<ProductId>,
    /// Where files are offered to be saved.
    home: String,
    /// What was done last, as a sentence.
    done: Option<String>,
    /// How many pictures were asked for: an answer is for the form that asked, and no other.
    photos: u32,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The search was typed into.
    QueryTyped(String),
    /// What narrows the list was asked for.
    FiltersPressed,
    /// Of this category alone, or of all.
    CategoryChosen(Option<CategoryId>),
    /// Sold, not sold, both.
    SoldChosen(Sold),
    /// What else it must be.
    OnlyChosen(Only),
    /// Nothing narrows the list any more.
    FilterCleared,
    /// The head of a column was pressed.
    SortPressed(By),
    /// The list was scrolled: how far, and how high it is.
    Scrolled(f32, f32),
    /// A product was pressed.
    RowPressed(ProductId),
    /// It is to be among those that are changed, or not.
    Ticked(ProductId),
    /// All that are shown are.
    AllPressed,
    /// None is.
    NonePressed,
    /// A new one.
    NewPressed,
    /// Those that are ticked are to be changed.
    MassPressed,
    /// Tags are to be made of them.
    TagsPressed,
    /// What is open over the list is not wanted.
    DialogClosed,
    /// It is to be read again.
    RetryPressed,
    /// A key.
    Pressed(Key),
    /// Enter, and no scanner's.
    Entered,
    /// Away with what is on top.
    Escaped,
    /// The form is to be kept.
    SaveKey,
    /// In the form.
    Form(FormMessage),
    /// In the dialog that changes many.
    Mass(MassMessage),
    /// In the dialog of tags.
    Tags(TagsMessage),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Read the list; answer with [`Goods::files_are`] or [`Goods::not_read`].
    Read,
    /// Read this product; answer with [`Goods::opened`].
    Open(ProductId),
    /// Keep it; answer with [`Goods::kept`] or [`Goods::not_kept`].
    Keep(Option<ProductId>, Box<Edited>),
    /// Say this price; answer with [`Goods::repriced`] or [`Goods::not_repriced`].
    Say(ProductId, NewPrice),
    /// Change these; answer with [`Goods::changed`] or [`Goods::not_changed`].
    Change(Vec<(ProductId, MassEdit)>),
    /// List this folder's pictures, of the usual one if it is empty; answer with [`Goods::listed`].
    List(String),
    /// Read this picture and make it small; answer with [`Goods::photo_read`] and the same number.
    ReadPhoto(u32, String),
    /// Declare what it contains, elsewhere.
    Declare(ProductId),
    /// Make tags; answer with [`Goods::tags_made`].
    Tags(Order, Target),
    /// Scroll the list so far.
    ScrollTo(f32),
    /// Back to the checkout.
    Leave,
}

impl Goods {
    /// Before anything is read: ask for [`Action::Read`] with it; `home` is where files are offered to be
    /// saved.
    #[must_use]
    pub fn new(home: String) -> Self {
        Self {
            reading: true,
            home,
            ..Self::default()
        }
    }

    /// It is being read again.
    pub fn read_again(&mut self) {
        self.reading = true;
        self.not_read = None;
    }

    /// What is on file.
    pub fn files_are(&mut self, files: Files) {
        (self.files, self.reading, self.read) = (files, false, true);
        self.not_read = None;
        self.chosen.retain(|id| self.files.get(*id).is_some());
        self.find();
    }

    /// What is on file, as it was read last.
    #[must_use]
    pub const fn files(&self) -> &Files {
        &self.files
    }

    /// The same with their index; where others were read meanwhile, theirs will come.
    pub fn indexed(&mut self, files: Files) {
        if files.is_of(&self.files) {
            self.files = files;
            self.find();
        }
    }

    /// It could not be read: why, as a sentence; what was known stays.
    pub fn not_read(&mut self, why: String) {
        (self.reading, self.not_read) = (false, Some(why));
    }

    /// The product that was asked for, with its picture; another is wanted no more.
    pub fn opened(&mut self, detail: Detail, picture: Option<Handle>) {
        if self.opening != Some(detail.good.id) {
            return;
        }
        (self.opening, self.done) = (None, None);
        self.form = Some(Box::new(Form::of(detail, picture)));
    }

    /// A price of it was said: what was typed and not kept stays, and a form that was closed stays closed.
    pub fn repriced(&mut self, detail: Detail) {
        if let Some(form) = self.form_of(detail.good.id) {
            form.repriced(detail.prices);
        }
    }

    /// A price of it was not said: why, as a sentence.
    pub fn not_repriced(&mut self, product: ProductId, why: String) {
        if let Some(form) = self.form_of(product) {
            form.refused = Some(why);
        }
    }

    fn form_of(&mut self, product: ProductId) -> Option<&mut Form> {
        let form = self.form.as_deref_mut();
        form.filter(|form| form.product == Some(product))
    }

    /// What is searched for.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// A product of the list.
    #[must_use]
    pub fn good(&self, id: ProductId) -> Option<&Good> {
        self.files.get(id)
    }

    /// It is kept: `said` says so.
    pub fn kept(&mut self, said: String) {
        self.form = None;
        self.done = Some(said);
    }

    /// It is not kept: why, as a sentence.
    pub fn not_kept(&mut self, why: String) {
        if let Some(form) = &mut self.form {
            form.not_kept(why);
        }
    }

    /// So they are changed: `said` says so.
    pub fn changed(&mut self, said: String) {
        self.dialog = None;
        self.chosen.clear();
        self.done = Some(said);
    }

    /// They are not changed: why, as a sentence.
    pub fn not_changed(&mut self, why: String) {
        if let Some(Dialog::Mass(mass)) = &mut self.dialog {
            mass.refused(why);
        }
    }

    /// What is in a folder.
    pub fn listed(&mut self, folder: String, entries: Vec<Entry>) {
        if let Some(form) = &mut self.form {
            form.listed(folder, entries);
        }
    }

    /// A picture, as it is shown and as it is kept; `None` if the file is none.
    pub fn photo_read(&mut self, number: u32, read: Option<(Handle, Vec<u8>)>) {
        if let Some(form) = &mut self.form
            && form.photo_asked == Some(number)
        {
            form.photo_read(read);
        }
    }

    /// What came of the tags, as a sentence.
    pub fn tags_made(&mut self, outcome: Result<String, String>) {
        if let Some(Dialog::Tags(tags)) = &mut self.dialog {
            tags.ended(outcome);
        }
    }

    /// Whether a dialog waits for its answer: the keyboard goes nowhere else.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.dialog.is_some() || self.form.as_ref().is_some_and(|form| form.leaving)
    }

    /// Whether the list has the keyboard.
    #[must_use]
    pub fn is_list(&self) -> bool {
        self.dialog.is_none() && self.form.is_none()
    }

    /// Whether a form is open.
    #[must_use]
    pub fn is_form(&self) -> bool {
        self.form.is_some()
    }

    /// How many products are shown.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.rows.len()
    }

    /// A pack was held to the scanner: the form takes its code; the list opens it, or a new one with it.
    /// `None` for what is none of ours: a card.
    pub fn scanned(&mut self, code: &Code) -> Option<Action> {
        if let Some(form) = &mut self.form {
            form.scanned(code, &self.files);
            return Some(Action::None);
        }
        if self.dialog.is_some() {
            return Some(Action::None);
        }
        match self.files.owner(code).map(|good| good.id) {
            Some(product) => Some(self.ask_for(product)),
            None if code.is_ean() => {
                self.opening = None;
                self.form = Some(Box::new(Form::new(String::new(), Vec::new())));
                let form = self.form.as_mut()?;
                form.scanned(code, &self.files);
                Some(Action::None)
            }
            None => None,
        }
    }

    /// Takes the letters of a scan out of the field that received them.
    pub fn take_back(&mut self, letters: &str) {
        if let Some(form) = &mut self.form {
            return form.take_back(letters);
        }
        match &mut self.dialog {
            Some(Dialog::Mass(mass)) => mass.take_back(letters),
            Some(Dialog::Tags(tags)) => tags.take_back(letters),
            Some(Dialog::Filters) => {}
            None => {
                if let Some(without) = take_back(&self.query, letters) {
                    self.query = without;
                    self.find();
                }
            }
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, today: BusinessDay) -> Action {
        match message {
            Message::QueryTyped(query) => return self.search(query),
            Message::FiltersPressed => self.dialog = Some(Dialog::Filters),
            Message::CategoryChosen(category) => {
                return self.narrow(Filter {
                    category,
                    ..self.filter
                });
            }
            Message::SoldChosen(sold) => {
                return self.narrow(Filter {
                    sold,
                    ..self.filter
                });
            }
            Message::OnlyChosen(only) => {
                return self.narrow(Filter {
                    only,
                    ..self.filter
                });
            }
            Message::FilterCleared => return self.narrow(Filter::default()),
            Message::SortPressed(by) => return self.sort(by),
            Message::Scrolled(offset, height) => self.offset = (offset, height),
            Message::RowPressed(product) => return self.open(product),
            Message::Ticked(product) => self.tick(product),
            Message::AllPressed => {
                let goods = self.files.goods();
                self.chosen.extend(self.rows.iter().map(|at| goods[*at].id));
            }
            Message::NonePressed => self.chosen.clear(),
            Message::NewPressed => self.begin(),
            Message::MassPressed | Message::TagsPressed if self.chosen.is_empty() => {}
            Message::MassPressed => {
                self.dialog = Some(Dialog::Mass(Box::new(Mass::new(self.in_order()))));
            }
            Message::TagsPressed => {
                let tags = Tags::new(self.in_order(), self.home.clone());
                self.dialog = Some(Dialog::Tags(Box::new(tags)));
            }
            Message::DialogClosed => self.close(),
            Message::RetryPressed => {
                self.read_again();
                return Action::Read;
            }
            Message::Pressed(key) => return self.pressed(key),
            Message::Entered => return self.entered(today),
            Message::Escaped => return self.escaped(),
            Message::SaveKey if self.is_form() => {
                return self.form(FormMessage::SavePressed, today);
            }
            Message::SaveKey => {}
            Message::Form(message) => return self.form(message, today),
            Message::Mass(message) => return self.mass(message, today),
            Message::Tags(message) => {
                if let Some(Dialog::Tags(tags)) = &mut self.dialog {
                    let order = tags.update(message);
                    return order.map_or(Action::None, |(order, to)| Action::Tags(order, to));
                }
            }
        }
        Action::None
    }

    fn search(&mut self, query: String) -> Action {
        self.query = query;
        self.done = None;
        self.show_the_top()
    }

    fn narrow(&mut self, filter: Filter) -> Action {
        self.filter = filter;
        self.show_the_top()
    }

    fn sort(&mut self, by: By) -> Action {
        let down = self.sort.by == by && !self.sort.down;
        self.sort = Sort { by, down };
        self.show_the_top()
    }

    fn show_the_top(&mut self) -> Action {
        self.find();
        self.at = 0;
        self.offset.0 = 0.0;
        Action::ScrollTo(0.0)
    }

    fn find(&mut self) {
        self.rows = self.files.found(&self.query, &self.filter, self.sort);
        self.at = self.at.min(self.rows.len().saturating_sub(1));
    }

    fn open(&mut self, product: ProductId) -> Action {
        let at = |row: &usize| self.files.goods()[*row].id == product;
        self.at = self.rows.iter().position(at).unwrap_or(self.at);
        self.ask_for(product)
    }

    const fn ask_for(&mut self, product: ProductId) -> Action {
        self.opening = Some(product);
        Action::Open(product)
    }

    fn tick(&mut self, product: ProductId) {
        self.done = None;
        if !self.chosen.remove(&product) {
            self.chosen.insert(product);
        }
    }

    /// Those that are ticked, by name.
    fn in_order(&self) -> Vec<ProductId> {
        let goods = self.files.goods().iter().map(|good| good.id);
        goods.filter(|id| self.chosen.contains(id)).collect()
    }

    fn begin(&mut self) {
        (self.opening, self.done) = (None, None);
        let category = self
            .filter
            .category
            .map(|id| self.files.category(id).to_owned());
        let form = Form::new(category.unwrap_or_default(), Vec::new());
        self.form = Some(Box::new(form));
    }

    fn close(&mut self) {
        let waits = match &self.dialog {
            Some(Dialog::Mass(mass)) => mass.asked,
            Some(Dialog::Tags(tags)) => tags.asked,
            Some(Dialog::Filters) | None => false,
        };
        if !waits {
            self.dialog = None;
        }
    }

    fn escaped(&mut self) -> Action {
        if self.dialog.is_some() {
            self.close();
            return Action::None;
        }
        if let Some(form) = &mut self.form {
            let wanted = form.escaped();
            return self.want(wanted);
        }
        if !self.query.is_empty() {
            return self.search(String::new());
        }
        Action::Leave
    }

    fn entered(&mut self, today: BusinessDay) -> Action {
        match &self.dialog {
            Some(Dialog::Filters) => {
                self.close();
                return Action::None;
            }
            Some(Dialog::Mass(_)) => return self.mass(MassMessage::Confirmed, today),
            Some(Dialog::Tags(_)) => return Action::None,
            None => {}
        }
        if let Some(form) = &self.form {
            // A code that was typed is added; all else is kept with its own key.
            return match form.code.trim().is_empty() {
                true => Action::None,
                false => self.form(FormMessage::CodeAdded, today),
            };
        }
        let row = self.rows.get(self.at);
        let product = row.map(|at| self.files.goods()[*at].id);
        product.map_or(Action::None, |product| self.ask_for(product))
    }

    fn pressed(&mut self, key: Key) -> Action {
        if !self.is_list() || self.rows.is_empty() {
            return Action::None;
        }
        let last = self.rows.len() - 1;
        let page = self.page();
        self.at = match key {
            Key::Up => self.at.saturating_sub(1),
            Key::Down => (self.at + 1).min(last),
            Key::PageUp => self.at.saturating_sub(page),
            Key::PageDown => (self.at + page).min(last),
            Key::Home => 0,
            Key::End => last,
            Key::Space => {
                let id = self.files.goods()[self.rows[self.at]].id;
                self.tick(id);
                return Action::None;
            }
        };
        self.bring_in_sight()
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a window holds a few dozen rows; a float cast saturates"
    )]
    fn page(&self) -> usize {
        ((self.offset.1 / ROW).floor() as usize).max(1)
    }

    /// Scrolls as little as brings the row in hand into sight.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a canteen has far fewer than 2^24 products"
    )]
    fn bring_in_sight(&mut self) -> Action {
        let top = self.at as f32 * ROW;
        let (offset, height) = self.offset;
        let height = height.max(ROW);
        let wanted = if top < offset {
            top
        } else if top + ROW > offset + height {
            top + ROW - height
        } else {
            return Action::None;
        };
        self.offset.0 = wanted;
        Action::ScrollTo(wanted)
    }

    fn form(&mut self, message: FormMessage, today: BusinessDay) -> Action {
        let Some(form) = &mut self.form else {
            return Action::None;
        };
        let wanted = form.update(message, &self.files, today);
        self.want(wanted)
    }

    fn want(&mut self, wanted: Wanted) -> Action {
        let Some(form) = &mut self.form else {
            return Action::None;
        };
        match wanted {
            Wanted::Nothing => Action::None,
            Wanted::Keep(edited) => Action::Keep(form.product, edited),
            Wanted::Withdraw(price) => match form.product {
                Some(product) => Action::Say(product, price),
                None => Action::None,
            },
            Wanted::List(folder) => Action::List(folder),
            Wanted::Photo(path) => {
                self.photos = self.photos.wrapping_add(1);
                form.photo_asked = Some(self.photos);
                Action::ReadPhoto(self.photos, path)
            }
            Wanted::Declare(product) => Action::Declare(product),
            Wanted::Close => {
                (self.opening, self.form) = (None, None);
                self.back_where_it_was()
            }
        }
    }

    /// The list is shown anew, scrolled to where it was left.
    pub const fn back_where_it_was(&self) -> Action {
        Action::ScrollTo(self.offset.0)
    }

    fn mass(&mut self, message: MassMessage, today: BusinessDay) -> Action {
        let Some(Dialog::Mass(mass)) = &mut self.dialog else {
            return Action::None;
        };
        let changes = mass.update(message, &self.files, today);
        changes.map_or(Action::None, Action::Change)
    }
}
