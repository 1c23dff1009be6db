//! A cart: what somebody is about to buy, and what it comes to.
//!
//! Bounds keep every sum inside an `i64`: at most [`MAX_LINES`] lines of at most 10.000 units at
//! at most 1.000.000.000 guaraníes is 2 × 10¹⁵.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::account::{Lifted, Refused};
use super::catalogue::{GENERAL, Price, Product, StockRule, Unit};
use super::diet::{self, Policy, Reason, Response, Verdict};
use super::exchange::{Exchange, Net};
use super::limits::{Bought, Minute};
use super::quantity::BadQuantity;
use super::student::Customer;
use super::tax::{self, Included};
use super::tender::Excess;
use super::user::Approved;
use super::{
    BusinessDay, CardNumber, CartId, Moment, Money, PriceListId, ProductId, Quantity, StudentId,
    UserId,
};

/// The most lines a cart holds.
pub const MAX_LINES: usize = 200;

/// A line's number within its cart; never used twice in one cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LineId(pub u32);

/// How a price is lowered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reduction {
    /// By so many per cent, more than 0 and at most 100.
    Percent(Decimal),
    /// By an amount, at most what there is.
    Amount(Money),
}

impl Reduction {
    /// What is taken off `gross`: percentages rounded half up to the guaraní, never more than `gross`.
    #[must_use]
    pub fn of(self, gross: Money) -> Money {
        let off = match self {
            Self::Percent(percent) => gross.times(percent / Decimal::ONE_HUNDRED),
            Self::Amount(amount) => amount,
        };
        off.clamp(Money::ZERO, gross)
    }

    /// Whether it takes something, and at most everything, away.
    #[must_use]
    pub fn is_sensible(self) -> bool {
        match self {
            Self::Percent(percent) => percent > Decimal::ZERO && percent <= Decimal::ONE_HUNDRED,
            Self::Amount(amount) => amount.is_positive() && amount <= Money::MAX,
        }
    }
}

/// A lower price, and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discount {
    /// How much.
    pub reduction: Reduction,
    /// Who allowed it and why.
    pub approved: Approved,
}

/// One line of a cart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    id: LineId,
    product: Arc<Product>,
    quantity: Quantity,
    price: Price,
    discount: Option<Discount>,
    note: Option<String>,
}

impl Line {
    /// Its number in the cart.
    #[must_use]
    pub const fn id(&self) -> LineId {
        self.id
    }

    /// What.
    #[must_use]
    pub fn product(&self) -> &Arc<Product> {
        &self.product
    }

    /// How much of it.
    #[must_use]
    pub const fn quantity(&self) -> Quantity {
        self.quantity
    }

    /// The price of one unit in the customer's list.
    #[must_use]
    pub const fn price(&self) -> Price {
        self.price
    }

    /// The line's own discount.
    #[must_use]
    pub const fn discount(&self) -> Option<&Discount> {
        self.discount.as_ref()
    }

    /// What the cashier noted.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// Pieces are counted together; what was weighed, noted or reduced stays a line of its own.
    fn takes_more_of(&self, product: &Product) -> bool {
        product.unit == Unit::Each
            && self.product.id == product.id
            && self.discount.is_none()
            && self.note.is_none()
    }

    /// Price × quantity.
    #[must_use]
    pub fn gross(&self) -> Money {
        self.price.times(self.quantity)
    }

    /// What its own discount takes off.
    #[must_use]
    pub fn reduction(&self) -> Money {
        let discount = self.discount.as_ref();
        discount.map_or(Money::ZERO, |discount| discount.reduction.of(self.gross()))
    }

    /// What it comes to before the ticket's discount.
    #[must_use]
    pub fn net(&self) -> Money {
        self.gross() - self.reduction()
    }
}

/// Somebody's answer to one reason on one product, for one pupil.
///
/// It holds for exactly that reason: if the declaration, the restriction or the pupil changes, it answers nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// For whom.
    pub student: StudentId,
    /// About what.
    pub product: ProductId,
    /// What was shown.
    pub reason: Reason,
    /// The cashier who confirmed.
    pub confirmed_by: UserId,
    /// The supervisor who approved, where the policy asks for one.
    pub approved: Option<Approved>,
}

impl Decision {
    fn answers(&self, student: StudentId, product: ProductId, reason: &Reason) -> bool {
        let enough = match reason.response {
            Response::Allow | Response::Confirm => true,
            Response::Approve => self.approved.is_some(),
            Response::Refuse => false,
        };
        enough && self.student == student && self.product == product && self.reason == *reason
    }
}

/// What stands in the way of one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Which line.
    pub line: LineId,
    /// Which product.
    pub product: Arc<Product>,
    /// Why; strictest first, those already answered left out.
    pub reasons: Vec<Reason>,
}

impl Conflict {
    /// The strictest response among its reasons.
    #[must_use]
    pub fn response(&self) -> Response {
        let strictest = self.reasons.iter().map(|reason| reason.response).max();
        strictest.unwrap_or(Response::Allow)
    }
}

/// What a cart comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// Lines after their own discounts.
    pub subtotal: Money,
    /// What the ticket's discount takes off.
    pub discount: Money,
    /// Everything that was taken off: lines' discounts and the ticket's.
    pub all_discounts: Money,
    /// What is to be paid, before cash is rounded.
    pub total: Money,
    /// What each line pays after its share of the ticket's discount, in the order of the lines.
    pub nets: Vec<Money>,
    /// IVA included, by rate.
    pub taxes: Vec<Included>,
}

/// Why something cannot be done to a cart; the cart is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CartError {
    /// It already has [`MAX_LINES`].
    #[error("a cart holds at most {MAX_LINES} lines")]
    TooManyLines,
    /// The quantity is no quantity to sell.
    #[error(transparent)]
    Quantity(#[from] BadQuantity),
    /// The product has no price.
    #[error("this product has no price")]
    NoPrice,
    /// More than there is, and the product is not to be sold then.
    #[error("only {left} left")]
    OutOfStock {
        /// How much is left, less what the cart already holds.
        left: Quantity,
    },
    /// There is no such line (any more).
    #[error("there is no such line")]
    NoSuchLine,
    /// A discount of nothing, or of more than everything.
    #[error("a discount is more than nothing and at most everything")]
    BadDiscount,
}

/// Why a cart may not be paid yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unready {
    /// Nothing in it.
    #[error("the cart is empty")]
    Empty,
    /// Discounts leave nothing to pay.
    #[error("there is nothing to pay")]
    NothingToPay,
    /// Lines that this pupil must not have, or that somebody has to answer for.
    #[error("a restriction of the pupil stands against {} lines", .0.len())]
    Restricted(Vec<Conflict>),
}

/// What somebody is about to buy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cart {
    id: CartId,
    lines: Vec<Line>,
    next_line: u32,
    customer: Option<Customer>,
    discount: Option<Discount>,
    note: Option<String>,
    decisions: Vec<Decision>,
    exchange: Option<Exchange>,
}

impl Cart {
    /// An empty cart.
    #[must_use]
    pub const fn new(id: CartId) -> Self {
        Self {
            id,
            lines: Vec::new(),
            next_line: 0,
            customer: None,
            discount: None,
            note: None,
            decisions: Vec::new(),
            exchange: None,
        }
    }

    /// What went back before this is sold in exchange; `None` for any other cart.
    #[must_use]
    pub const fn exchange(&self) -> Option<&Exchange> {
        self.exchange.as_ref()
    }

    /// How it adds up with what comes back for it, where that is settled with it.
    #[must_use]
    pub fn net(&self) -> Option<Net> {
        self.exchange.as_ref()?.net(self.totals().total)
    }

    /// What is still to be paid: the total, less what comes back for it.
    #[must_use]
    pub fn due(&self) -> Money {
        self.net()
            .map_or_else(|| self.totals().total, |net| net.due)
    }

    /// Its name; at most one sale is ever made of it.
    #[must_use]
    pub const fn id(&self) -> CartId {
        self.id
    }

    /// Its lines, oldest first.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The line of that number.
    #[must_use]
    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// For whom.
    #[must_use]
    pub const fn customer(&self) -> Option<&Customer> {
        self.customer.as_ref()
    }

    /// The ticket's discount.
    #[must_use]
    pub const fn discount(&self) -> Option<&Discount> {
        self.discount.as_ref()
    }

    /// The ticket's note.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// What was answered to alerts.
    #[must_use]
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// Whether it has no line and nobody was identified.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.lines.is_empty() && self.customer.is_none()
    }

    /// Adds a product; pieces of a product that is already there are counted onto its line.
    ///
    /// # Errors
    /// [`CartError`]; the cart is as it was.
    pub fn add(&mut self, product: &Arc<Product>, quantity: Quantity) -> Result<LineId, CartError> {
        let quantity = sellable(product, quantity)?;
        let price = product.price(self.price_list()).ok_or(CartError::NoPrice)?;
        if let Some(line) = self.lines.iter().find(|line| line.takes_more_of(product)) {
            let (id, sum) = (line.id, line.quantity.checked_add(quantity));
            self.set_quantity(id, sum.ok_or(BadQuantity::TooLarge)?)?;
            return Ok(id);
        }
        if self.lines.len() >= MAX_LINES {
            return Err(CartError::TooManyLines);
        }
        self.check_stock(product, quantity, None)?;
        let id = LineId(self.next_line);
        self.next_line += 1;
        self.lines.push(Line {
            id,
            product: Arc::clone(product),
            quantity,
            price,
            discount: None,
            note: None,
        });
        Ok(id)
    }

    /// Sets how much of a line there is.
    ///
    /// # Errors
    /// [`CartError`]; the line is as it was.
    pub fn set_quantity(&mut self, id: LineId, quantity: Quantity) -> Result<(), CartError> {
        let product = Arc::clone(&self.line(id).ok_or(CartError::NoSuchLine)?.product);
        let quantity = sellable(&product, quantity)?;
        self.check_stock(&product, quantity, Some(id))?;
        self.line_mut(id)?.quantity = quantity;
        Ok(())
    }

    /// Takes a line out.
    ///
    /// # Errors
    /// [`CartError::NoSuchLine`].
    pub fn remove(&mut self, id: LineId) -> Result<(), CartError> {
        let at = self
            .lines
            .iter()
            .position(|line| line.id == id)
            .ok_or(CartError::NoSuchLine)?;
        let line = self.lines.remove(at);
        if !self
            .lines
            .iter()
            .any(|other| other.product.id == line.product.id)
        {
            self.decisions
                .retain(|decision| decision.product != line.product.id);
        }
        self.forget_exchange();
        Ok(())
    }

    /// Lowers the price of a line, or with `None` takes the discount back.
    ///
    /// # Errors
    /// [`CartError::NoSuchLine`] or [`CartError::BadDiscount`].
    pub fn discount_line(
        &mut self,
        id: LineId,
        discount: Option<Discount>,
    ) -> Result<(), CartError> {
        check_discount(discount.as_ref())?;
        self.line_mut(id)?.discount = discount;
        Ok(())
    }

    /// Lowers the price of the whole ticket, or with `None` takes the discount back.
    ///
    /// # Errors
    /// [`CartError::BadDiscount`].
    pub fn discount_ticket(&mut self, discount: Option<Discount>) -> Result<(), CartError> {
        check_discount(discount.as_ref())?;
        self.discount = discount;
        Ok(())
    }

    /// Notes something on a line; an empty note is none. At most 80 letters are kept.
    ///
    /// # Errors
    /// [`CartError::NoSuchLine`].
    pub fn note_line(&mut self, id: LineId, note: &str) -> Result<(), CartError> {
        self.line_mut(id)?.note = note_of(note);
        Ok(())
    }

    /// Notes something on the ticket; an empty note is none. At most 80 letters are kept.
    pub fn note_ticket(&mut self, note: &str) {
        self.note = note_of(note);
    }

    /// Says for whom it is, or with `None` that nobody is known. Prices follow their list; answers
    /// given for somebody else are forgotten.
    pub fn identify(&mut self, customer: Option<Customer>) {
        let student = customer.as_ref().map(|customer| customer.student.id);
        self.decisions
            .retain(|decision| Some(decision.student) == student);
        self.customer = customer;
        let list = self.price_list();
        for line in &mut self.lines {
            line.price = line.product.price(list).unwrap_or(line.price);
        }
        self.forget_exchange();
    }

    /// An empty cart is the next customer's: nothing goes out in exchange any more.
    fn forget_exchange(&mut self) {
        if self.is_untouched() {
            self.exchange = None;
        }
    }

    /// Takes over a product as it is now (its declarations, price or stock changed).
    pub fn refresh(&mut self, product: &Arc<Product>) {
        let list = self.price_list();
        for line in self
            .lines
            .iter_mut()
            .filter(|line| line.product.id == product.id)
        {
            line.product = Arc::clone(product);
            line.price = product.price(list).unwrap_or(line.price);
        }
    }

    /// Records an answer to an alert.
    pub fn decide(&mut self, decision: Decision) {
        self.decisions.push(decision);
    }

    /// The list whose prices apply.
    #[must_use]
    pub fn price_list(&self) -> PriceListId {
        self.customer
            .as_ref()
            .map_or(GENERAL, |customer| customer.student.price_list)
    }

    /// What it comes to.
    ///
    /// The ticket's discount is shared among the lines in proportion (largest remainder), so that
    /// lines, total and IVA agree to the guaraní.
    #[must_use]
    pub fn totals(&self) -> Totals {
        let nets: Vec<Money> = self.lines.iter().map(Line::net).collect();
        let subtotal: Money = nets.iter().copied().sum();
        let discount = self.discount.as_ref();
        let discount = discount.map_or(Money::ZERO, |discount| discount.reduction.of(subtotal));
        let shares = share(discount, &nets);
        let nets: Vec<Money> = nets
            .iter()
            .zip(shares)
            .map(|(net, off)| *net - off)
            .collect();
        let rates = self.lines.iter().map(|line| line.product.rate);
        let by_rate: Vec<_> = rates.zip(nets.iter().copied()).collect();
        let off_lines: Money = self.lines.iter().map(Line::reduction).sum();
        Totals {
            subtotal,
            discount,
            all_discounts: off_lines + discount,
            total: subtotal - discount,
            taxes: tax::by_rate(&by_rate),
            nets,
        }
    }

    /// What the pupil's restrictions say of a product, and nothing if nobody is identified.
    #[must_use]
    pub fn verdict(&self, product: &Product, policy: &Policy, day: BusinessDay) -> Verdict {
        self.customer.as_ref().map_or(Verdict::Allow, |customer| {
            diet::judge(&product.known, customer.student.needs(), policy, day)
        })
    }

    /// The lines that a restriction stands against and that nobody has answered for, strictest first.
    #[must_use]
    pub fn conflicts(&self, policy: &Policy, day: BusinessDay) -> Vec<Conflict> {
        let mut conflicts: Vec<Conflict> = self
            .lines
            .iter()
            .filter_map(|line| self.conflict(line, policy, day))
            .collect();
        conflicts.sort_by_key(|conflict| std::cmp::Reverse(conflict.response()));
        conflicts
    }

    fn conflict(&self, line: &Line, policy: &Policy, day: BusinessDay) -> Option<Conflict> {
        let student = self.customer.as_ref()?.student.id;
        let verdict = self.verdict(&line.product, policy, day);
        let answered = |reason: &&Reason| {
            let mut decisions = self.decisions.iter();
            !decisions.any(|decision| decision.answers(student, line.product.id, reason))
        };
        let reasons: Vec<Reason> = verdict.reasons().iter().filter(answered).cloned().collect();
        let product = Arc::clone(&line.product);
        (!reasons.is_empty()).then_some(Conflict {
            line: line.id,
            product,
            reasons,
        })
    }

    /// Checks that it may be paid: not empty, every line allowed for this pupil, something to pay.
    ///
    /// # Errors
    /// [`Unready`] says what stands in the way.
    pub fn check(&self, policy: &Policy, day: BusinessDay) -> Result<CheckedCart, Unready> {
        if self.lines.is_empty() {
            return Err(Unready::Empty);
        }
        let conflicts = self.conflicts(policy, day);
        if !conflicts.is_empty() {
            return Err(Unready::Restricted(conflicts));
        }
        let totals = self.totals();
        if totals.total.is_positive() {
            Ok(CheckedCart {
                cart: self.clone(),
                totals,
                lifted: None,
                excess: Excess::Back,
            })
        } else {
            Err(Unready::NothingToPay)
        }
    }

    /// What it holds, as limits look at it.
    #[must_use]
    pub fn bought(&self) -> Vec<Bought> {
        self.lines.iter().map(Bought::of).collect()
    }

    /// All of the pupil's limits that stand against buying it with `charged` of it going to their
    /// account at that moment; nothing if nobody is identified.
    #[must_use]
    pub fn refusals(&self, charged: Money, now: Moment) -> Vec<Refused> {
        let customer = self.customer.as_ref();
        customer.map_or_else(Vec::new, |customer| {
            customer.refusals(&self.bought(), charged, Minute::of(now))
        })
    }

    /// Whether it can be bought so, beyond the limits as far as `lifted` covers it.
    ///
    /// # Errors
    /// The first of [`Cart::refusals`] that is not covered.
    pub fn judge(
        &self,
        charged: Money,
        now: Moment,
        lifted: Option<&Lifted>,
    ) -> Result<(), Refused> {
        let customer = self.customer.as_ref();
        customer.map_or(Ok(()), |customer| {
            customer.judge(&self.bought(), charged, Minute::of(now), lifted)
        })
    }

    /// As it is kept on hold.
    #[must_use]
    pub fn save(&self) -> SavedCart {
        SavedCart {
            id: self.id,
            student: self.customer.as_ref().map(|customer| customer.student.id),
            card: self
                .customer
                .as_ref()
                .and_then(|customer| customer.card.clone()),
            lines: self.lines.iter().map(SavedLine::of).collect(),
            discount: self.discount.clone(),
            note: self.note.clone(),
            decisions: self.decisions.clone(),
            exchange: self.exchange.clone(),
        }
    }

    /// Brings a cart back: products as they are now, the customer as they stand now.
    ///
    /// Lines whose product is gone are named, not kept.
    #[must_use]
    pub fn restore(
        saved: SavedCart,
        customer: Option<Customer>,
        find: impl Fn(ProductId) -> Option<Arc<Product>>,
    ) -> (Self, Vec<ProductId>) {
        let mut cart = Self::new(saved.id);
        let mut gone = Vec::new();
        cart.identify(customer);
        let list = cart.price_list();
        for line in saved.lines.into_iter().take(MAX_LINES) {
            let product = find(line.product);
            let priced =
                product.and_then(|product| product.price(list).map(|price| (product, price)));
            let Some(((product, price), quantity)) = priced.zip(line.quantity.sellable().ok())
            else {
                gone.push(line.product);
                continue;
            };
            let id = LineId(cart.next_line);
            cart.next_line += 1;
            let (discount, note) = (line.discount, line.note);
            cart.lines.push(Line {
                id,
                product,
                quantity,
                price,
                discount,
                note,
            });
        }
        cart.discount = saved.discount;
        cart.note = saved.note;
        cart.exchange = saved.exchange;
        let student = cart.customer.as_ref().map(|customer| customer.student.id);
        cart.decisions = saved.decisions;
        cart.decisions
            .retain(|decision| Some(decision.student) == student);
        (cart, gone)
    }

    fn line_mut(&mut self, id: LineId) -> Result<&mut Line, CartError> {
        self.lines
            .iter_mut()
            .find(|line| line.id == id)
            .ok_or(CartError::NoSuchLine)
    }

    fn check_stock(
        &self,
        product: &Product,
        wanted: Quantity,
        instead_of: Option<LineId>,
    ) -> Result<(), CartError> {
        if product.stock_rule == StockRule::Allow {
            return Ok(());
        }
        let others = self
            .lines
            .iter()
            .filter(|line| line.product.id == product.id);
        let others = others.filter(|line| Some(line.id) != instead_of);
        let held: i64 = others.map(|line| line.quantity.in_thousandths()).sum();
        let left = (product.stock.in_thousandths().saturating_sub(held)).max(0);
        if wanted.in_thousandths() > left {
            Err(CartError::OutOfStock {
                left: Quantity::thousandths(left),
            })
        } else {
            Ok(())
        }
    }
}

/// A quantity that fits the product: whole pieces, or grams.
fn sellable(product: &Product, quantity: Quantity) -> Result<Quantity, BadQuantity> {
    let quantity = quantity.sellable()?;
    match product.unit {
        Unit::Each if !quantity.is_whole() => Err(BadQuantity::NotWhole),
        Unit::Each | Unit::Kilogram => Ok(quantity),
    }
}

fn check_discount(discount: Option<&Discount>) -> Result<(), CartError> {
    match discount {
        Some(discount) if !discount.reduction.is_sensible() => Err(CartError::BadDiscount),
        _ => Ok(()),
    }
}

fn note_of(text: &str) -> Option<String> {
    let kept = text.chars().filter(|letter| !letter.is_control()).take(80);
    let kept: String = kept.collect::<String>().trim().to_owned();
    (!kept.is_empty()).then_some(kept)
}

/// Shares `off` among `nets` in proportion, by largest remainder; the shares add up to `off` exactly.
fn share(off: Money, nets: &[Money]) -> Vec<Money> {
    let whole: i128 = nets.iter().map(|net| i128::from(net.amount())).sum();
    if whole == 0 || off.is_zero() {
        return vec![Money::ZERO; nets.len()];
    }
    let parts: Vec<i128> = nets
        .iter()
        .map(|net| i128::from(off.amount()) * i128::from(net.amount()))
        .collect();
    let mut shares: Vec<i128> = parts.iter().map(|part| part / whole).collect();
    let mut by_remainder: Vec<usize> = (0..nets.len()).collect();
    by_remainder.sort_by_key(|at| std::cmp::Reverse(parts[*at] % whole));
    let left = i128::from(off.amount()) - shares.iter().sum::<i128>();
    for at in by_remainder
        .into_iter()
        .take(usize::try_from(left).unwrap_or(0))
    {
        shares[at] += 1;
    }
    let money = |share| i64::try_from(share).map_or(Money::ZERO, Money::guaranies);
    shares.into_iter().map(money).collect()
}

/// A cart that may be paid: not empty, every line allowed for this pupil, something to pay.
///
/// The only way to get one is [`Cart::check`]; the only way to spend one is [`CheckedCart::pay`](Self::pay).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedCart {
    pub(super) cart: Cart,
    pub(super) totals: Totals,
    pub(super) lifted: Option<Lifted>,
    pub(super) excess: Excess,
}

impl CheckedCart {
    /// The cart.
    #[must_use]
    pub const fn cart(&self) -> &Cart {
        &self.cart
    }

    /// What it comes to.
    #[must_use]
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }
}

/// A cart as it is kept on hold: what was chosen, not what it cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedCart {
    /// Its name.
    pub id: CartId,
    /// For whom.
    pub student: Option<StudentId>,
    /// The card they showed.
    pub card: Option<CardNumber>,
    /// What.
    pub lines: Vec<SavedLine>,
    /// The ticket's discount.
    pub discount: Option<Discount>,
    /// The ticket's note.
    pub note: Option<String>,
    /// What was answered to alerts.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// What went back before this is sold in exchange.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange: Option<Exchange>,
}

impl SavedCart {
    /// A cart without anything.
    #[must_use]
    pub const fn empty(id: CartId) -> Self {
        Self {
            id,
            student: None,
            card: None,
            lines: Vec::new(),
            discount: None,
            note: None,
            decisions: Vec::new(),
            exchange: None,
        }
    }
}

/// A line as it is kept on hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedLine {
    /// What.
    pub product: ProductId,
    /// How much.
    pub quantity: Quantity,
    /// The line's discount.
    pub discount: Option<Discount>,
    /// The line's note.
    pub note: Option<String>,
}

impl SavedLine {
    fn of(line: &Line) -> Self {
        Self {
            product: line.product.id,
            quantity: line.quantity,
            discount: line.discount.clone(),
            note: line.note.clone(),
        }
    }
}

#[cfg(test)]
#[path = "cart_tests.rs"]
mod tests;
