//! A purchase while it is being typed.

use super::find::{SEARCH_ID, Shelf, first};
use super::{Action, Context, clean};
use crate::domain::quantity::BadQuantity;
use crate::domain::ruc::{BadRuc, Ruc};
use crate::domain::search::fold;
use crate::domain::stock::{
    BadLine, BadPurchase, CostOf, DraftLine, LINES_MAX, Purchase, PurchaseDraft, PurchaseLine,
    StockId, Supplier, TEXT_MAX, Whose,
};
use crate::domain::{Money, ProductId, Quantity};
use crate::store::stock::PastPurchase;

/// A field that is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The supplier's name.
    Supplier,
    /// Their RUC.
    Ruc,
    /// The document's number.
    Document,
    /// What the document says it costs.
    Total,
}

/// What stands in the way of receiving it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    NoSupplier,
    Ruc(BadRuc),
    NoDocument,
    Total,
    Empty,
    /// This line, and what is wrong with it.
    Line(usize, BadLine),
    TooLong,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A field of the head was typed into.
    Typed(Field, String),
    /// A supplier on file was pressed.
    SupplierPressed(usize),
    /// The search was typed into.
    QueryTyped(String),
    /// A product was found or pressed.
    ProductPressed(ProductId),
    /// Costs are of one, or of all of a line.
    EachChosen(bool),
    /// The quantity of a line was typed.
    QuantityTyped(usize, String),
    /// Its cost was typed.
    CostTyped(usize, String),
    /// A line is not wanted.
    LinePressedAway(usize),
    /// All of it is to be forgotten.
    ClearPressed,
    /// It is to be received.
    ReceivePressed,
    /// It is received though the total is another.
    AgreedPressed,
    /// What was asked is not wanted.
    Dismissed,
}

/// What is asked before something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// The total is not that of the lines.
    Differs { sum: Money, total: Money },
    /// All of it will be forgotten.
    Clear,
}

/// The state of a purchase.
#[derive(Debug, Default)]
pub(super) struct Receive {
    pub(super) draft: PurchaseDraft,
    pub(super) suppliers: Vec<Supplier>,
    pub(super) past: Vec<PastPurchase>,
    pub(super) query: String,
    pub(super) asked: Option<Asked>,
    /// Whether it was to be received: faults are shown from then on.
    pub(super) tried: bool,
    /// Whether the store is at it.
    pub(super) busy: bool,
    pub(super) refused: Option<String>,
    /// Whether anything was typed since it was read: what is read later does not take its place.
    touched: bool,
}

impl Receive {
    /// As it was left; what somebody types already stays.
    pub(super) fn restore(&mut self, draft: PurchaseDraft) {
        if !self.touched {
            self.draft = draft;
        }
    }

    pub(super) fn received(&mut self) {
        *self = Self {
            suppliers: std::mem::take(&mut self.suppliers),
            past: std::mem::take(&mut self.past),
            ..Self::default()
        };
    }

    pub(super) fn refused(&mut self, why: String) {
        self.busy = false;
        self.refused = Some(why);
    }

    pub(super) const fn asks(&self) -> bool {
        self.asked.is_some()
    }

    pub(super) fn update(
        &mut self,
        message: Message,
        shelf: Option<&Shelf>,
        context: &Context<'_>,
    ) -> Action {
        if self.busy {
            return Action::None;
        }
        match message {
            Message::Typed(field, text) => self.write(field, &text),
            Message::SupplierPressed(place) => self.take_supplier(place),
            Message::QueryTyped(query) => self.search(query),
            Message::ProductPressed(product) => self.add(product, shelf),
            Message::EachChosen(each) => self.changed(|draft| draft.each = each),
            Message::QuantityTyped(line, text) => self.line(line, |of| of.quantity = short(&text)),
            Message::CostTyped(line, text) => self.line(line, |of| of.cost = short(&text)),
            Message::LinePressedAway(line) => self.drop_line(line),
            Message::ClearPressed => self.ask_to_clear(),
            Message::ReceivePressed => self.receive(false, shelf, context),
            Message::AgreedPressed => match self.asked.take() {
                Some(Asked::Differs { .. }) => self.receive(true, shelf, context),
                Some(Asked::Clear) => self.clear(),
                None => Action::None,
            },
            Message::Dismissed => self.dismiss(),
        }
    }

    fn changed(&mut self, change: impl FnOnce(&mut PurchaseDraft)) -> Action {
        change(&mut self.draft);
        self.touched = true;
        self.refused = None;
        Action::Keep(Box::new(self.draft.clone()))
    }

    fn write(&mut self, field: Field, text: &str) -> Action {
        self.changed(|draft| {
            *match field {
                Field::Supplier => &mut draft.supplier,
                Field::Ruc => &mut draft.ruc,
                Field::Document => &mut draft.document,
                Field::Total => &mut draft.total,
            } = short(text);
        })
    }

    fn search(&mut self, query: String) -> Action {
        self.query = query;
        Action::None
    }

    fn take_supplier(&mut self, place: usize) -> Action {
        let Some(supplier) = self.offered().get(place).map(|of| (*of).clone()) else {
            return Action::None;
        };
        self.changed(|draft| {
            draft.supplier = supplier.name;
            draft.ruc = supplier.ruc.map_or_else(String::new, |ruc| ruc.to_string());
        })
    }

    /// Suppliers whose name holds what was typed; nobody once it is one of them.
    pub(super) fn offered(&self) -> Vec<&Supplier> {
        let typed = fold(self.draft.supplier.trim());
        let is_one = |of: &&Supplier| fold(&of.name) == typed;
        if self.suppliers.iter().any(|of| is_one(&of)) {
            return Vec::new();
        }
        let like = self
            .suppliers
            .iter()
            .filter(|of| fold(&of.name).contains(&typed));
        like.take(4).collect()
    }

    /// A product comes in: one more of it, or a line of its own.
    pub(super) fn add(&mut self, product: ProductId, shelf: Option<&Shelf>) -> Action {
        if self.busy || shelf.and_then(|shelf| shelf.get(product)).is_none() {
            return Action::None;
        }
        self.query.clear();
        self.changed(|draft| {
            let line = draft.lines.iter_mut().find(|line| line.product == product);
            match line {
                Some(line) => line.quantity = one_more(&line.quantity),
                None => draft.lines.insert(
                    0,
                    DraftLine {
                        product,
                        quantity: "1".to_owned(),
                        cost: String::new(),
                    },
                ),
            }
        })
    }

    fn line(&mut self, place: usize, change: impl FnOnce(&mut DraftLine)) -> Action {
        if place >= self.draft.lines.len() {
            return Action::None;
        }
        self.changed(|draft| change(&mut draft.lines[place]))
    }

    fn drop_line(&mut self, place: usize) -> Action {
        if place >= self.draft.lines.len() {
            return Action::None;
        }
        self.changed(|draft| {
            draft.lines.remove(place);
        })
    }

    fn ask_to_clear(&mut self) -> Action {
        self.asked = (!self.draft.is_empty()).then_some(Asked::Clear);
        Action::None
    }

    fn clear(&mut self) -> Action {
        self.received();
        self.changed(|_| ())
    }

    fn dismiss(&mut self) -> Action {
        self.asked = None;
        Action::None
    }

    /// What of the head and the lines makes sense so far.
    pub(super) fn lines(&self, shelf: Option<&Shelf>) -> Vec<Result<PurchaseLine, BadLine>> {
        let lines = self.draft.lines.iter();
        lines.map(|line| self.read(line, shelf)).collect()
    }

    fn read(&self, line: &DraftLine, shelf: Option<&Shelf>) -> Result<PurchaseLine, BadLine> {
        let item = shelf.and_then(|shelf| shelf.get(line.product));
        // A product that went out of use meanwhile does not come in.
        let item = item.ok_or(BadLine::Quantity(BadQuantity::NotANumber))?;
        let quantity = Quantity::parse(&line.quantity)?;
        let cost = Money::parse(&line.cost).map_err(|_| BadLine::Cost)?;
        let cost = match self.draft.each {
            true => CostOf::Each(cost),
            false => CostOf::Total(cost),
        };
        PurchaseLine::new(line.product, item.unit, quantity, cost)
    }

    /// What the lines come to so far.
    pub(super) fn sum(&self, shelf: Option<&Shelf>) -> Money {
        let lines = self.lines(shelf).into_iter().flatten();
        lines.map(|line| line.cost()).sum()
    }

    /// What the document says, if that was typed.
    pub(super) fn total(&self) -> Option<Money> {
        let total = Money::parse(&self.draft.total).ok();
        total.filter(|total| !total.is_negative())
    }

    /// The first thing that stands in the way.
    pub(super) fn fault(&self, shelf: Option<&Shelf>) -> Option<Fault> {
        let draft = &self.draft;
        if draft.supplier.trim().is_empty() {
            return Some(Fault::NoSupplier);
        } else if let Err(bad) = self.ruc() {
            return Some(Fault::Ruc(bad));
        } else if draft.document.trim().is_empty() {
            return Some(Fault::NoDocument);
        } else if self.total().is_none() {
            return Some(Fault::Total);
        } else if draft.lines.is_empty() {
            return Some(Fault::Empty);
        } else if draft.lines.len() > LINES_MAX {
            return Some(Fault::TooLong);
        }
        let mut lines = self.lines(shelf).into_iter().enumerate();
        lines.find_map(|(place, line)| Some(Fault::Line(place, line.err()?)))
    }

    fn ruc(&self) -> Result<Option<Ruc>, BadRuc> {
        match self.draft.ruc.trim() {
            "" => Ok(None),
            typed => Ruc::parse(typed).map(Some),
        }
    }

    /// What is wrong with the RUC, as soon as it is as long as one.
    pub(super) fn ruc_fault(&self) -> Option<BadRuc> {
        let whole = self.tried || self.draft.ruc.contains('-');
        self.ruc().err().filter(|_| whole)
    }

    fn receive(&mut self, agreed: bool, shelf: Option<&Shelf>, context: &Context<'_>) -> Action {
        self.tried = true;
        let ready = self.fault(shelf).is_none();
        let (Some(total), Ok(ruc), true) = (self.total(), self.ruc(), ready) else {
            return Action::None;
        };
        let id = self.draft.id.unwrap_or_else(|| StockId((context.ids)()));
        self.draft.id = Some(id);
        let whose = Whose::Named {
            name: self.draft.supplier.clone(),
            ruc,
        };
        let lines: Vec<PurchaseLine> = self.lines(shelf).into_iter().flatten().collect();
        match Purchase::new(id, whose, &self.draft.document, total, lines, agreed) {
            Ok(purchase) => {
                self.busy = true;
                self.refused = None;
                Action::Receive(Box::new(purchase))
            }
            Err(BadPurchase::Differs { sum, total }) => {
                self.asked = Some(Asked::Differs { sum, total });
                Action::None
            }
            // The rest was looked at already.
            Err(_) => Action::None,
        }
    }

    /// Enter: what asks is answered, what is looked for is added; nothing is received by it.
    pub(super) fn entered(&mut self, shelf: Option<&Shelf>, context: &Context<'_>) -> Action {
        if self.asks() {
            return self.update(Message::AgreedPressed, shelf, context);
        }
        match first(shelf, &self.query) {
            Some(product) => self.add(product, shelf),
            None => Action::Focus(SEARCH_ID),
        }
    }

    pub(super) fn escape(&mut self) -> Action {
        if self.asks() {
            return self.dismiss();
        }
        self.query.clear();
        Action::None
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        let draft = &mut self.draft;
        let lines = draft.lines.iter_mut();
        let lines = lines.flat_map(|line| [&mut line.quantity, &mut line.cost]);
        let fields = [
            &mut draft.supplier,
            &mut draft.ruc,
            &mut draft.document,
            &mut draft.total,
        ];
        clean(
            fields.into_iter().chain(lines).chain([&mut self.query]),
            letters,
        );
    }
}

fn one_more(quantity: &str) -> String {
    let more = Quantity::parse(quantity).unwrap_or_default();
    let more = more.checked_add(Quantity::ONE).unwrap_or(more);
    more.to_string()
}

fn short(text: &str) -> String {
    text.chars().take(TEXT_MAX).collect()
}
