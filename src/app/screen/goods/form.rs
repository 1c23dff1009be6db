//! The form of one product: what is typed, what is wrong with it, and what it would be kept as.

use iced::widget::image::Handle;
use iced::widget::text_editor::{self, Content};

use super::mass::{Fault as DayFault, since};
use super::{Entry, Files};
use crate::domain::catalogue::{GENERAL, Price, STAFF, StockRule, Unit};
use crate::domain::code::Code;
use crate::domain::goods::{Edited, Holds, Label, NewPhoto, NewPrice, Scale, TileColour};
use crate::domain::scanner::take_back;
use crate::domain::search::fold;
use crate::domain::tax::Rate;
use crate::domain::{BusinessDay, Money, PriceListId, ProductId, Quantity};
use crate::store::PastPrice;
use crate::store::goods::{Detail, Good};

/// The most letters of a line.
const LETTERS_MAX: usize = 80;
/// The most letters of a list of ingredients.
const INGREDIENTS_MAX: usize = 2_000;
/// Fixed places on the tiles.
const PLACE_MAX: u16 = 999;

/// A part of the form.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// Name, category, codes, unit, IVA.
    #[default]
    Product,
    /// Prices, cost, history.
    Prices,
    /// Stock, labels of scales.
    Stock,
    /// Place, colour and picture on the tiles.
    Tile,
    /// Ingredients and what is declared.
    Label,
}

/// A line that is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Its name.
    Name,
    /// Its category.
    Category,
    /// A code that is added.
    Code,
    /// The general price.
    Price,
    /// The price for staff.
    StaffPrice,
    /// The first day of new prices.
    Since,
    /// What it costs the canteen.
    Cost,
    /// The least stock.
    Minimum,
    /// The prefix of a scale's labels.
    Prefix,
    /// Its number on the scale.
    Plu,
    /// Its place among the favourites.
    Place,
    /// The picture's file.
    Photo,
}

/// What happened in the form.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another part.
    TabChosen(Tab),
    /// A line was typed into.
    Typed(Field, String),
    /// A category was chosen.
    CategoryChosen(String),
    /// The code that was typed is to be added.
    CodeAdded,
    /// A code is not its any more.
    CodeRemoved(Code),
    /// Piece or kilogram.
    UnitChosen(Unit),
    /// An IVA.
    RateChosen(Rate),
    /// Whether it is sold without stock.
    RuleChosen(StockRule),
    /// What the scale's labels say; `None` for no labels.
    HoldsChosen(Option<Holds>),
    /// Whether it always is a favourite.
    FavouritePressed,
    /// A colour, or none.
    ColourChosen(Option<TileColour>),
    /// A price to come is not wanted.
    WithdrawPressed(PriceListId, BusinessDay),
    /// The list of ingredients was edited.
    Edited(text_editor::Action),
    /// A row of the folder was pressed.
    EntryPressed(usize),
    /// The folder above.
    AbovePressed,
    /// The file at the path is its picture.
    PhotoPressed,
    /// It has no picture.
    PhotoRemoved,
    /// Sold or not.
    ActivePressed,
    /// Back to what is on file.
    UndoPressed,
    /// A new one like it.
    CopyPressed,
    /// What it contains is to be declared.
    DeclarePressed,
    /// It is to be kept.
    SavePressed,
    /// Back to the list.
    BackPressed,
    /// What was typed is not wanted.
    DiscardPressed,
    /// Not yet.
    DialogClosed,
}

/// What is missing or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No name.
    NoName,
    /// Another product that is sold has that name.
    NameTaken,
    /// No category.
    NoCategory,
    /// No price, or none that is one.
    Price,
    /// No price for staff that is one.
    StaffPrice,
    /// The day of the new price.
    Since(DayFault),
    /// No amount.
    Cost,
    /// No quantity.
    Minimum,
    /// No prefix or number of a scale.
    Scale,
    /// Another product, of this name, has that label.
    ScaleTaken(String),
    /// A label of a scale belongs to what is sold by weight.
    ScaleOfPieces,
    /// No place.
    Place,
    /// No code.
    Code,
    /// That code is of the product of this name.
    CodeTaken(Code, String),
    /// The typed code was not added.
    CodeLeft,
}

impl Fault {
    /// Where it is to be mended.
    pub(super) const fn tab(&self) -> Tab {
        match self {
            Self::NoName
            | Self::NameTaken
            | Self::NoCategory
            | Self::Code
            | Self::CodeTaken(..)
            | Self::CodeLeft => Tab::Product,
            Self::Price | Self::StaffPrice | Self::Since(_) | Self::Cost => Tab::Prices,
            Self::Minimum | Self::Scale | Self::ScaleTaken(_) | Self::ScaleOfPieces => Tab::Stock,
            Self::Place => Tab::Tile,
        }
    }
}

/// All lines and choices of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) name: String,
    pub(super) category: String,
    pub(super) codes: Vec<Code>,
    pub(super) price: String,
    pub(super) staff_price: String,
    pub(super) cost: String,
    pub(super) minimum: String,
    pub(super) prefix: String,
    pub(super) plu: String,
    pub(super) holds: Option<Holds>,
    pub(super) unit: Option<Unit>,
    pub(super) rate: Option<Rate>,
    pub(super) rule: Option<StockRule>,
    pub(super) favourite: bool,
    pub(super) place: String,
    pub(super) colour: Option<TileColour>,
    pub(super) active: bool,
    pub(super) photo: NewPhoto,
    pub(super) ingredients: String,
}

/// The state of the form.
#[allow(clippy::struct_excessive_bools)] // each is asked for by another part of the picture
#[derive(Debug)]
pub(super) struct Form {
    /// `None` for a new one.
    pub(super) product: Option<ProductId>,
    pub(super) tab: Tab,
    pub(super) now: Typed,
    before: Typed,
    pub(super) since: String,
    pub(super) code: String,
    pub(super) path: String,
    pub(super) folder: String,
    pub(super) entries: Vec<Entry>,
    pub(super) history: Vec<PastPrice>,
    pub(super) picture: Option<Handle>,
    kept_picture: Option<Handle>,
    pub(super) ingredients: Content,
    pub(super) stock: Quantity,
    pub(super) declared: bool,
    pub(super) code_fault: Option<Fault>,
    pub(super) photo_refused: bool,
    /// The picture that is being read.
    pub(super) photo_asked: Option<u32>,
    pub(super) tried: bool,
    pub(super) asked: bool,
    pub(super) leaving: bool,
    pub(super) refused: Option<String>,
    /// The line that was typed into last; `None` once it was the list of ingredients.
    typing: Option<Field>,
}

/// What the form wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    Nothing,
    Keep(Box<Edited>),
    Withdraw(NewPrice),
    List(String),
    Photo(String),
    Declare(ProductId),
    Close,
}

impl Form {
    /// An empty one.
    pub(super) fn new(category: String, codes: Vec<Code>) -> Self {
        let now = Typed {
            category,
            codes,
            unit: Some(Unit::Each),
            rate: Some(Rate::Ten),
            rule: Some(StockRule::Refuse),
            active: true,
            ..Typed::default()
        };
        Self {
            product: None,
            tab: Tab::default(),
            before: Typed {
                codes: Vec::new(),
                ..now.clone()
            },
            now,
            since: String::new(),
            code: String::new(),
            path: String::new(),
            folder: String::new(),
            entries: Vec::new(),
            history: Vec::new(),
            picture: None,
            kept_picture: None,
            ingredients: Content::new(),
            stock: Quantity::ZERO,
            declared: false,
            code_fault: None,
            photo_refused: false,
            photo_asked: None,
            tried: false,
            asked: false,
            leaving: false,
            refused: None,
            typing: None,
        }
    }

    /// Of what is on file.
    pub(super) fn of(detail: Detail, picture: Option<Handle>) -> Self {
        let Detail {
            good,
            category,
            ingredients,
            prices,
            photo: _,
        } = detail;
        let ingredients = ingredients.unwrap_or_default();
        let now = typed(&good, category, &ingredients);
        Self {
            product: Some(good.id),
            before: now.clone(),
            now,
            history: prices,
            kept_picture: picture.clone(),
            picture,
            ingredients: Content::with_text(&ingredients),
            stock: good.stock,
            declared: good.declared,
            ..Self::new(String::new(), Vec::new())
        }
    }

    /// A new one like it: codes, labels and picture are the other's own.
    fn copy(&self) -> Self {
        let now = Typed {
            codes: Vec::new(),
            prefix: String::new(),
            plu: String::new(),
            holds: None,
            place: String::new(),
            photo: NewPhoto::Kept,
            active: true,
            ..self.now.clone()
        };
        Self {
            ingredients: Content::with_text(&now.ingredients),
            now,
            ..Self::new(String::new(), Vec::new())
        }
    }

    /// Whether something was typed that is not kept.
    pub(super) fn is_changed(&self) -> bool {
        self.now != self.before || !self.code.trim().is_empty()
    }

    pub(super) fn update(&mut self, message: Message, files: &Files, today: BusinessDay) -> Wanted {
        if self.asked {
            return Wanted::Nothing;
        }
        match message {
            Message::TabChosen(tab) => return self.turn_to(tab),
            Message::Typed(field, text) => self.type_into(field, &text),
            Message::CategoryChosen(name) => self.now.category = name,
            Message::CodeAdded => self.add_typed_code(files),
            Message::CodeRemoved(code) => self.now.codes.retain(|of| *of != code),
            Message::UnitChosen(unit) => self.now.unit = Some(unit),
            Message::RateChosen(rate) => self.now.rate = Some(rate),
            Message::RuleChosen(rule) => self.now.rule = Some(rule),
            Message::HoldsChosen(holds) => self.label_by(holds),
            Message::FavouritePressed => self.now.favourite = !self.now.favourite,
            Message::ColourChosen(colour) => self.now.colour = colour,
            Message::WithdrawPressed(list, day) => return self.withdraw(list, day),
            Message::Edited(action) => self.edit(action),
            Message::EntryPressed(at) => return self.press_entry(at),
            Message::AbovePressed => return self.above(),
            Message::PhotoPressed => return Wanted::Photo(self.path.trim().to_owned()),
            Message::PhotoRemoved => {
                self.now.photo = NewPhoto::Gone;
                // One that is still being read is not wanted either.
                (self.picture, self.photo_asked) = (None, None);
            }
            Message::ActivePressed => self.now.active = !self.now.active,
            Message::UndoPressed => self.undo(),
            Message::CopyPressed => *self = self.copy(),
            Message::DeclarePressed => {
                return self.product.map_or(Wanted::Nothing, Wanted::Declare);
            }
            Message::SavePressed => return self.save(files, today),
            Message::BackPressed => return self.back(),
            Message::DiscardPressed => return Wanted::Close,
            Message::DialogClosed => self.leaving = false,
        }
        Wanted::Nothing
    }

    fn turn_to(&mut self, tab: Tab) -> Wanted {
        self.tab = tab;
        match tab == Tab::Tile && self.entries.is_empty() {
            true => Wanted::List(self.folder.clone()),
            false => Wanted::Nothing,
        }
    }

    fn type_into(&mut self, field: Field, text: &str) {
        self.typing = Some(field);
        if field == Field::Code {
            self.code_fault = None;
        }
        if field == Field::Photo {
            self.photo_refused = false;
            text.clone_into(&mut self.path);
            return;
        }
        *self.text_of(field) = text.chars().take(LETTERS_MAX).collect();
    }

    const fn text_of(&mut self, field: Field) -> &mut String {
        match field {
            Field::Name => &mut self.now.name,
            Field::Category => &mut self.now.category,
            Field::Code => &mut self.code,
            Field::Price => &mut self.now.price,
            Field::StaffPrice => &mut self.now.staff_price,
            Field::Since => &mut self.since,
            Field::Cost => &mut self.now.cost,
            Field::Minimum => &mut self.now.minimum,
            Field::Prefix => &mut self.now.prefix,
            Field::Plu => &mut self.now.plu,
            Field::Place => &mut self.now.place,
            Field::Photo => &mut self.path,
        }
    }

    /// What a scanner typed into the line that has the focus comes out of it again.
    pub(super) fn take_back(&mut self, letters: &str) {
        if let Some(field) = self.typing {
            let text = self.text_of(field);
            if let Some(without) = take_back(text, letters) {
                *text = without;
            }
        } else if let Some(without) = take_back(&self.now.ingredients, letters) {
            self.ingredients = Content::with_text(&without);
            self.now.ingredients = without;
        }
    }

    /// A pack was held to the scanner, wherever the focus is: its code is this product's, or its label of
    /// a scale names prefix and number.
    pub(super) fn scanned(&mut self, code: &Code, files: &Files) {
        if self.asked || self.leaving {
            return;
        }
        if let Some(label) = Label::read(code) {
            self.tab = Tab::Stock;
            self.now.prefix = label.prefix.to_string();
            self.now.plu = format!("{:05}", label.plu);
            self.now.holds = self.now.holds.or(Some(Holds::Weight));
            return;
        }
        self.tab = Tab::Product;
        self.add_code(code.clone(), files);
    }

    fn add_typed_code(&mut self, files: &Files) {
        if self.code.trim().is_empty() {
            return;
        }
        match Code::parse(&self.code) {
            Ok(code) => {
                self.add_code(code, files);
                if self.code_fault.is_none() {
                    self.code.clear();
                }
            }
            Err(_) => self.code_fault = Some(Fault::Code),
        }
    }

    fn add_code(&mut self, code: Code, files: &Files) {
        let owner = files.owner(&code);
        let other = owner.filter(|good| Some(good.id) != self.product);
        self.code_fault = other.map(|good| Fault::CodeTaken(code.clone(), good.name.clone()));
        if self.code_fault.is_none() && !self.now.codes.contains(&code) {
            self.now.codes.push(code);
            self.now.codes.sort();
        }
    }

    fn label_by(&mut self, holds: Option<Holds>) {
        self.now.holds = holds;
        if holds.is_some() && self.now.prefix.is_empty() {
            "20".clone_into(&mut self.now.prefix);
        }
    }

    fn edit(&mut self, action: text_editor::Action) {
        self.typing = None;
        let is_edit = action.is_edit();
        if is_edit && self.now.ingredients.chars().count() >= INGREDIENTS_MAX && grows(&action) {
            return;
        }
        self.ingredients.perform(action);
        if is_edit {
            let text = self.ingredients.text();
            text.trim_end().clone_into(&mut self.now.ingredients);
        }
    }

    fn press_entry(&mut self, at: usize) -> Wanted {
        match self.entries.get(at) {
            Some(entry) if entry.is_folder => Wanted::List(entry.path.display().to_string()),
            Some(entry) => {
                self.path = entry.path.display().to_string();
                Wanted::Photo(self.path.clone())
            }
            None => Wanted::Nothing,
        }
    }

    fn above(&self) -> Wanted {
        let above = std::path::Path::new(&self.folder).parent();
        above.map_or(Wanted::Nothing, |above| {
            Wanted::List(above.display().to_string())
        })
    }

    pub(super) fn listed(&mut self, folder: String, entries: Vec<Entry>) {
        (self.folder, self.entries) = (folder, entries);
    }

    /// The picture that was read and made small, as it is shown and as it is kept; `None` if it is none.
    pub(super) fn photo_read(&mut self, read: Option<(Handle, Vec<u8>)>) {
        (self.photo_refused, self.photo_asked) = (read.is_none(), None);
        if let Some((picture, png)) = read {
            self.picture = Some(picture);
            self.now.photo = NewPhoto::Of(png);
        }
    }

    /// What was ever said of its prices, now.
    pub(super) fn repriced(&mut self, history: Vec<PastPrice>) {
        self.history = history;
    }

    fn undo(&mut self) {
        self.photo_asked = None;
        self.now = self.before.clone();
        self.picture = self.kept_picture.clone();
        self.ingredients = Content::with_text(&self.now.ingredients);
        self.code.clear();
        self.since.clear();
        (self.code_fault, self.refused) = (None, None);
        (self.tried, self.photo_refused) = (false, false);
    }

    fn back(&mut self) -> Wanted {
        if self.is_changed() {
            self.leaving = true;
            return Wanted::Nothing;
        }
        Wanted::Close
    }

    /// Escape: away with what is on top; what is being kept is waited for.
    pub(super) fn escaped(&mut self) -> Wanted {
        if self.asked {
            return Wanted::Nothing;
        }
        if self.leaving {
            self.leaving = false;
            return Wanted::Nothing;
        }
        self.back()
    }

    fn save(&mut self, files: &Files, today: BusinessDay) -> Wanted {
        self.leaving = false;
        self.tried = true;
        self.refused = None;
        match self.edited(files, today) {
            Ok(edited) => {
                self.asked = true;
                Wanted::Keep(Box::new(edited))
            }
            Err(faults) => {
                // To where something is wrong, unless that is in sight.
                if !faults.iter().any(|fault| fault.tab() == self.tab)
                    && let Some(first) = faults.first()
                {
                    self.tab = first.tab();
                }
                Wanted::Nothing
            }
        }
    }

    pub(super) fn not_kept(&mut self, why: String) {
        self.asked = false;
        self.refused = Some(why);
    }

    /// What is wrong now, if saving was tried.
    pub(super) fn faults(&self, files: &Files, today: BusinessDay) -> Vec<Fault> {
        match self.tried {
            true => self.edited(files, today).err().unwrap_or_default(),
            false => Vec::new(),
        }
    }

    /// A price to come is taken back by saying what holds before it.
    fn withdraw(&self, list: PriceListId, day: BusinessDay) -> Wanted {
        let before = holds(&self.history, list, day.days_before(1));
        if list == GENERAL && before.is_none() {
            return Wanted::Nothing;
        }
        Wanted::Withdraw(NewPrice {
            list,
            amount: before,
            since: day,
        })
    }

    /// The prices to come, nearest first.
    pub(super) fn to_come(
        &self,
        today: BusinessDay,
    ) -> Vec<(PriceListId, BusinessDay, Option<Price>)> {
        let mut days: Vec<(BusinessDay, PriceListId)> = self
            .history
            .iter()
            .filter_map(|of| Some((of.since?, of.list)))
            .filter(|(day, _)| *day > today)
            .collect();
        days.sort_unstable();
        days.dedup();
        let differs = days.into_iter().filter_map(|(day, list)| {
            let after = holds(&self.history, list, day);
            (after != holds(&self.history, list, day.days_before(1))).then_some((list, day, after))
        });
        differs.collect()
    }

    /// The product as it would be kept, or all that is wrong.
    pub(super) fn edited(&self, files: &Files, today: BusinessDay) -> Result<Edited, Vec<Fault>> {
        let mut faults = Vec::new();
        let now = &self.now;
        let name = now.name.trim();
        if name.is_empty() {
            faults.push(Fault::NoName);
        } else if now.active && self.is_name_taken(name, files) {
            faults.push(Fault::NameTaken);
        }
        if now.category.trim().is_empty() {
            faults.push(Fault::NoCategory);
        }
        if !self.code.trim().is_empty() {
            faults.push(Fault::CodeLeft);
        }
        let since = keep(since(&self.since, today).map_err(Fault::Since), &mut faults);
        let price = keep(price_of(&now.price).ok_or(Fault::Price), &mut faults);
        let staff = match now.staff_price.trim() {
            "" => Some(None),
            said => keep(
                price_of(said).map(Some).ok_or(Fault::StaffPrice),
                &mut faults,
            ),
        };
        let cost = match now.cost.trim() {
            "" => Some(None),
            said => {
                let cost = Money::parse(said).ok().filter(|cost| !cost.is_negative());
                keep(cost.map(Some).ok_or(Fault::Cost), &mut faults)
            }
        };
        let minimum = keep(self.minimum(), &mut faults);
        let scale = keep(self.scale(files), &mut faults);
        let place = keep(self.place(), &mut faults);
        let whole = (since, price, staff, cost, minimum, scale, place);
        let (
            Some(since),
            Some(price),
            Some(staff),
            Some(cost),
            Some(minimum),
            Some(scale),
            Some(place),
        ) = whole
        else {
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let said = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Ok(Edited {
            name: name.to_owned(),
            category: now.category.trim().to_owned(),
            codes: now.codes.clone(),
            scale,
            cost,
            rate: now.rate.unwrap_or(Rate::Ten),
            unit: now.unit.unwrap_or(Unit::Each),
            stock_rule: now.rule.unwrap_or(StockRule::Refuse),
            stock_minimum: minimum,
            favourite: now.favourite,
            place,
            colour: now.colour,
            active: now.active,
            ingredients: said(&now.ingredients),
            prices: self.new_prices(price, staff, since),
            photo: now.photo.clone(),
        })
    }

    /// Only what was typed is said: what holds stays as it is.
    fn new_prices(&self, price: Price, staff: Option<Price>, since: BusinessDay) -> Vec<NewPrice> {
        let mut prices = Vec::new();
        let mut say = |list, amount| {
            prices.push(NewPrice {
                list,
                amount,
                since,
            });
        };
        if self.product.is_none() || self.now.price != self.before.price {
            say(GENERAL, Some(price));
        }
        if self.now.staff_price != self.before.staff_price
            || (self.product.is_none() && staff.is_some())
        {
            say(STAFF, staff);
        }
        prices
    }

    fn is_name_taken(&self, name: &str, files: &Files) -> bool {
        let folded = fold(name);
        let others = files.goods().iter();
        let mut others = others.filter(|good| good.active && Some(good.id) != self.product);
        others.any(|good| good.name.len().abs_diff(name.len()) < 8 && fold(&good.name) == folded)
    }

    fn minimum(&self) -> Result<Quantity, Fault> {
        let said = self.now.minimum.trim();
        if said.is_empty() || said == "0" {
            return Ok(Quantity::ZERO);
        }
        let minimum = Quantity::parse(said).map_err(|_| Fault::Minimum)?;
        match self.now.unit == Some(Unit::Each) && !minimum.is_whole() {
            true => Err(Fault::Minimum),
            false => Ok(minimum),
        }
    }

    fn scale(&self, files: &Files) -> Result<Option<Scale>, Fault> {
        let Some(holds) = self.now.holds else {
            return Ok(None);
        };
        if self.now.unit != Some(Unit::Kilogram) {
            return Err(Fault::ScaleOfPieces);
        }
        let number = |text: &str| text.trim().parse::<u32>().ok();
        let prefix = number(&self.now.prefix).and_then(|prefix| u8::try_from(prefix).ok());
        let scale = prefix.zip(number(&self.now.plu));
        let scale = scale.and_then(|(prefix, plu)| Scale::new(prefix, plu, holds).ok());
        let scale = scale.ok_or(Fault::Scale)?;
        let same = |of: Scale| (of.prefix(), of.plu()) == (scale.prefix(), scale.plu());
        let mut others = files.goods().iter();
        let other =
            others.find(|good| Some(good.id) != self.product && good.look.scale.is_some_and(same));
        match other {
            Some(other) => Err(Fault::ScaleTaken(other.name.clone())),
            None => Ok(Some(scale)),
        }
    }

    fn place(&self) -> Result<Option<u16>, Fault> {
        match self.now.place.trim() {
            "" => Ok(None),
            said => match said.parse() {
                Ok(place @ 1..=PLACE_MAX) => Ok(Some(place)),
                _ => Err(Fault::Place),
            },
        }
    }
}

fn keep<T>(read: Result<T, Fault>, faults: &mut Vec<Fault>) -> Option<T> {
    read.map_err(|fault| faults.push(fault)).ok()
}

fn price_of(text: &str) -> Option<Price> {
    let money = Money::parse(text).ok()?;
    Price::new(money).ok()
}

/// The price of a list's own on a day, by a history with the latest first.
pub(super) fn holds(history: &[PastPrice], list: PriceListId, day: BusinessDay) -> Option<Price> {
    let mut of = history.iter().filter(|of| of.list == list);
    let found = of.find(|of| of.since.is_none_or(|since| since <= day))?;
    found.amount
}

fn grows(action: &text_editor::Action) -> bool {
    use text_editor::{Action, Edit};
    matches!(
        action,
        Action::Edit(Edit::Insert(_) | Edit::Paste(_) | Edit::Enter)
    )
}

fn typed(good: &Good, category: String, ingredients: &str) -> Typed {
    let money = |of: Money| of.amount().to_string();
    let price = |of: Option<Price>| of.map(|of| money(of.amount())).unwrap_or_default();
    let scale = good.look.scale;
    let minimum = good.stock_minimum;
    Typed {
        name: good.name.clone(),
        category,
        codes: good.codes.clone(),
        price: price(good.price),
        staff_price: price(good.staff_price),
        cost: good.cost.map(money).unwrap_or_default(),
        minimum: match minimum == Quantity::ZERO {
            true => String::new(),
            false => minimum.decimal().normalize().to_string().replace('.', ","),
        },
        prefix: scale.map(|of| of.prefix().to_string()).unwrap_or_default(),
        plu: scale
            .map(|of| format!("{:05}", of.plu()))
            .unwrap_or_default(),
        holds: scale.map(|of| of.holds),
        unit: Some(good.unit),
        rate: Some(good.rate),
        rule: Some(good.stock_rule),
        favourite: good.favourite,
        place: good.look.place.map(|of| of.to_string()).unwrap_or_default(),
        colour: good.look.colour,
        active: good.active,
        photo: NewPhoto::Kept,
        ingredients: ingredients.trim_end().to_owned(),
    }
}
