//! The demo's days: who comes, what they choose, how they pay, played through the real rules.

use std::collections::VecDeque;
use std::sync::Arc;

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone};
use uuid::Uuid;

use super::Canteen;
use super::breaks::{self, Hour};
use super::dice::{Dice, Stream};
use super::history::{Delivery, Event, TopUp};
use super::people::{PUPILS, SOFIA};
use crate::domain::account::Standing;
use crate::domain::cart::Cart;
use crate::domain::catalogue::{Product, Unit};
use crate::domain::diet::{Policy, Verdict};
use crate::domain::limits::Limited;
use crate::domain::sale::{At, OnFile, Sale, Void};
use crate::domain::student::Customer;
use crate::domain::tender::{Offer, Reference, TenderKind, due_in_cash, likely_cash};
use crate::domain::user::{Approval, Right, Role, User};
use crate::domain::{
    BusinessDay, CardNumber, CartId, Moment, Money, MovementId, Quantity, SaleId, StudentId,
};

/// Paraguay's offset since October 2024, all year; the demo uses it for every day.
const OFFSET_S: i32 = -3 * 3_600;

/// Goods arrive before the first sale of the week, at 6:30.
pub(super) const DELIVERY_MS: u32 = (6 * 60 + 30) * 60_000;

/// Guardians pay in from 6:32 on.
pub(super) const TOP_UPS_MS: (u32, u32) = ((6 * 60 + 32) * 60_000, (6 * 60 + 49) * 60_000);

/// Sofía's mother pays in after the last day, so that the balance is the drawing's.
const LAST_TOP_UP_MS: u32 = (16 * 60 + 45) * 60_000;

/// An account below this is likely to be topped up next morning.
const LOW: Money = Money::guaranies(8_000);

/// Sales of a thousand that are undone.
const VOIDS_PERMILLE: u32 = 6;

/// How sales are paid, of 100.
pub(super) const TENDERS: [(TenderKind, u32); 5] = [
    (TenderKind::Account, 54),
    (TenderKind::Cash, 30),
    (TenderKind::Debit, 7),
    (TenderKind::Credit, 3),
    (TenderKind::Qr, 6),
];

pub(super) const SERVED: &str = "the demo has a cashier, a supervisor and every kind of tender";

/// Balances and stock while the days are played, and what was written down.
#[derive(Debug, Clone)]
pub struct Books<'a> {
    canteen: &'a Canteen,
    policy: Policy,
    cashier: &'a User,
    supervisor: &'a User,
    products: Vec<Arc<Product>>,
    balances: Vec<Money>,
    spent_today: Vec<Money>,
    /// In thousandths, voids taken off.
    sold: Vec<i64>,
    facts: Vec<Event>,
    voids: VecDeque<(u32, Box<Sale>)>,
}

impl<'a> Books<'a> {
    /// The books before the first day.
    pub fn open(canteen: &'a Canteen) -> Self {
        let products = canteen.shelf.iter();
        Self {
            canteen,
            policy: Policy::standard(),
            cashier: canteen.user(Role::Cashier).expect(SERVED),
            supervisor: canteen.user(Role::Supervisor).expect(SERVED),
            products: products.map(|of| Arc::new(of.product.clone())).collect(),
            balances: canteen.opening.clone(),
            spent_today: vec![Money::ZERO; canteen.students.len()],
            sold: vec![0; canteen.shelf.len()],
            facts: Vec::new(),
            voids: VecDeque::new(),
        }
    }

    /// Makes everything plentiful, and counts what is sold from nothing.
    pub fn fill_shelves(&mut self) {
        for product in &mut self.products {
            Arc::make_mut(product).stock = Quantity::MAX;
        }
        self.sold.fill(0);
    }

    /// Takes in what a rehearsal of the same days sold.
    pub fn deliver(&mut self, day: NaiveDate, rehearsal: &Self) {
        let at = self.at(day, DELIVERY_MS);
        for (place, sold) in rehearsal
            .sold
            .iter()
            .enumerate()
            .filter(|(_, sold)| **sold > 0)
        {
            let quantity = Quantity::thousandths(*sold);
            let product = self.products[place].id;
            self.move_stock(place, *sold);
            self.facts.push(Event::Delivery(Delivery {
                product,
                quantity,
                at,
            }));
        }
    }

    /// One school day: top-ups before the bell, then sales, a few of them undone.
    pub fn day(&mut self, day: NaiveDate) {
        let number = BusinessDay(day).number();
        let mut dice = Dice::new(self.canteen.seed, Stream::Sales, number);
        let mut names = Dice::new(self.canteen.seed, Stream::Facts, number);
        self.spent_today.fill(Money::ZERO);
        self.top_ups(day, &mut dice, &mut names);
        for (at_ms, hour) in breaks::moments(&mut dice, day) {
            self.undo_until(at_ms, day, &mut dice, &mut names);
            let Some(sale) = self.sale(day, at_ms, hour, &mut dice, &mut names) else {
                continue;
            };
            let sale = Box::new(sale);
            self.book(&sale, 1);
            if dice.permille(VOIDS_PERMILLE) {
                let due_ms = at_ms + dice.between(60_000, 180_000);
                let place = self.voids.partition_point(|(due, _)| *due <= due_ms);
                self.voids.insert(place, (due_ms, sale.clone()));
            }
            self.facts.push(Event::Sale(sale));
        }
        self.undo_until(u32::MAX, day, &mut dice, &mut names);
    }

    /// What was written down since the last time.
    pub fn take_facts(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.facts)
    }

    fn top_ups(&mut self, day: NaiveDate, dice: &mut Dice, names: &mut Dice) {
        let amounts = [20_000, 30_000, 50_000, 50_000, 100_000];
        let tenders = [
            TenderKind::Cash,
            TenderKind::Cash,
            TenderKind::Transfer,
            TenderKind::Qr,
        ];
        let mut paid: Vec<(u32, usize, Money, TenderKind)> = Vec::new();
        for (place, balance) in self.balances.iter().enumerate() {
            let (likely, usual) = (dice.permille(600), dice.pick(&amounts).copied());
            let amount = match place {
                // Never over the drawing's balance, which the last top-up leads to.
                SOFIA if *balance < Money::guaranies(10_000) => Some(15_000),
                SOFIA => None,
                _ => usual.filter(|_| likely && *balance < LOW),
            };
            let kind = dice.pick(&tenders).copied().unwrap_or(TenderKind::Cash);
            let at_ms = dice.between(TOP_UPS_MS.0, TOP_UPS_MS.1);
            paid.extend(amount.map(|amount| (at_ms, place, Money::guaranies(amount), kind)));
        }
        paid.sort_unstable_by_key(|(at_ms, place, ..)| (*at_ms, *place));
        for (at_ms, place, amount, kind) in paid {
            self.top_up(place, amount, kind, self.at(day, at_ms), names);
        }
    }

    fn top_up(&mut self, place: usize, amount: Money, kind: TenderKind, at: At, names: &mut Dice) {
        let tender = self.canteen.tender(kind).expect(SERVED);
        self.balances[place] += amount;
        self.facts.push(Event::TopUp(TopUp {
            id: MovementId(name_of(at.moment, names)),
            student: self.canteen.students[place].id,
            amount,
            tender: tender.id,
            reference: tender.needs_reference.then(|| voucher(names)),
            at,
        }));
    }

    /// Tops Sofía's account up to the balance of the drawing.
    pub fn settle_sofia(&mut self, day: NaiveDate) {
        let missing = self.canteen.sofias_balance - self.balances[SOFIA];
        if missing.is_positive() {
            let number = BusinessDay(day).number();
            let mut names = Dice::new(!self.canteen.seed, Stream::Facts, number);
            let at = self.at(day, LAST_TOP_UP_MS);
            self.top_up(SOFIA, missing, TenderKind::Cash, at, &mut names);
        }
    }

    fn sale(
        &self,
        day: NaiveDate,
        at_ms: u32,
        hour: Hour,
        dice: &mut Dice,
        names: &mut Dice,
    ) -> Option<Sale> {
        let at = self.at(day, at_ms);
        let weights = TENDERS.map(|(_, weight)| weight);
        let wished = TENDERS[dice.weighted(&weights)?].0;
        let customer = self.customer(wished, at.moment.day(), dice);
        let kind = match (&customer, wished) {
            (None, TenderKind::Account) => TenderKind::Cash,
            _ => wished,
        };
        let purse = customer.as_ref().filter(|_| kind == TenderKind::Account);
        let purse = purse.map_or(Money::MAX, |customer| customer.standing.chargeable());
        let mut cart = Cart::new(CartId(name_of(at.moment, names)));
        cart.identify(customer);
        self.choose(&mut cart, purse, hour, at.moment.day(), dice);
        let checked = cart.check(&self.policy, at.moment.day()).ok()?;
        let offer = self.offer(kind, checked.totals().total, dice);
        checked
            .pay(SaleId(name_of(at.moment, names)), &[offer], at)
            .ok()
    }

    /// Who stands at the till: for a charge somebody with a card and money, else often nobody known.
    fn customer(&self, kind: TenderKind, day: BusinessDay, dice: &mut Dice) -> Option<Customer> {
        let everybody = u32::try_from(self.canteen.students.len()).ok()?;
        let pupils = u32::try_from(PUPILS).ok()?;
        if kind == TenderKind::Account {
            let mut tries = (0..8).map(|_| self.standing(dice.below(everybody) as usize, day));
            let enough = Money::guaranies(5_000);
            return tries.find(|of| of.card.is_some() && of.standing.chargeable() >= enough);
        }
        match dice.below(100) {
            0..12 => Some(dice.between(pupils, everybody - 1)),
            12..45 => Some(dice.below(pupils)),
            _ => None,
        }
        .map(|place| self.standing(place as usize, day))
    }

    fn standing(&self, place: usize, day: BusinessDay) -> Customer {
        let student = &self.canteen.students[place];
        Customer {
            card: self.card(student.id, day),
            standing: Standing {
                balance: self.balances[place],
                credit_limit: student.credit_limit,
                daily_limit: student.daily_limit,
                spent_today: self.spent_today[place],
            },
            student: student.clone(),
            limits: Limited::default(),
        }
    }

    fn card(&self, student: StudentId, day: BusinessDay) -> Option<CardNumber> {
        let mut cards = self
            .canteen
            .cards
            .iter()
            .filter(|card| card.student == student);
        cards
            .find(|card| card.usable_on(day).is_ok())
            .map(|card| card.number.clone())
    }

    /// Puts one to four things into the cart, none that the pupil's restrictions say a word about.
    fn choose(&self, cart: &mut Cart, purse: Money, hour: Hour, day: BusinessDay, dice: &mut Dice) {
        let goods = self.canteen.shelf.iter();
        let weights: Vec<u32> = goods
            .map(|of| of.demand * breaks::appetite(hour, of.when))
            .collect();
        let things = dice.weighted(&[52, 34, 11, 3]).unwrap_or(0) + 1;
        for _ in 0..things * 6 {
            let Some(product) = dice.weighted(&weights).map(|at| &self.products[at]) else {
                return;
            };
            let quantity = helping(product, dice);
            let price = product.price(cart.price_list());
            let Some(cost) = price.map(|price| price.times(quantity)) else {
                continue;
            };
            let harmless = cart.verdict(product, &self.policy, day) == Verdict::Allow;
            if harmless && cart.totals().total + cost <= purse {
                // What is sold out is not taken; the child asks for something else.
                let _ = cart.add(product, quantity);
            }
            if cart.lines().len() == things {
                return;
            }
        }
    }

    fn offer(&self, kind: TenderKind, total: Money, dice: &mut Dice) -> Offer {
        let tender = self.canteen.tender(kind).expect(SERVED).clone();
        let amount = match kind {
            TenderKind::Cash => {
                let likely = likely_cash(due_in_cash(total));
                dice.pick(&likely).copied().unwrap_or(total)
            }
            _ => total,
        };
        let by_machine = matches!(
            kind,
            TenderKind::Debit | TenderKind::Credit | TenderKind::Qr
        );
        let reference = (by_machine || tender.needs_reference).then(|| voucher(dice));
        Offer {
            tender,
            amount,
            reference,
        }
    }

    fn undo_until(&mut self, now_ms: u32, day: NaiveDate, dice: &mut Dice, names: &mut Dice) {
        while self
            .voids
            .front()
            .is_some_and(|(due_ms, _)| *due_ms < now_ms)
        {
            let Some((at_ms, sale)) = self.voids.pop_front() else {
                return;
            };
            let at = self.at(day, at_ms);
            let on_file = OnFile {
                id: sale.id(),
                day: sale.at().moment.day(),
                is_void: false,
                is_refund: false,
                voided: false,
                exchanged: false,
                refunded: false,
            };
            let reason = dice
                .pick(&self.canteen.void_reasons)
                .map_or("", String::as_str);
            let approval = Approval::by(self.supervisor, Right::Void, reason);
            let id = SaleId(name_of(at.moment, names));
            let void = approval
                .ok()
                .and_then(|approval| Void::new(id, &on_file, approval, at).ok());
            if let Some(void) = void {
                self.book(&sale, -1);
                self.facts.push(Event::Void(void));
            }
        }
    }

    /// Takes a sale (`1`) or its void (`-1`) into balances and stock.
    fn book(&mut self, sale: &Sale, times: i64) {
        if let Some(customer) = sale.customer() {
            let charged = sale.settlement().charged_to_account().amount() * times;
            let mut students = self.canteen.students.iter();
            if let Some(place) = students.position(|of| of.id == customer.student.id) {
                self.balances[place] -= Money::guaranies(charged);
                self.spent_today[place] += Money::guaranies(charged);
            }
        }
        for line in sale.cart().lines() {
            let mut products = self.products.iter();
            if let Some(place) = products.position(|of| of.id == line.product().id) {
                let sold = line.quantity().in_thousandths() * times;
                self.sold[place] += sold;
                self.move_stock(place, -sold);
            }
        }
    }

    fn move_stock(&mut self, place: usize, thousandths: i64) {
        let product = Arc::make_mut(&mut self.products[place]);
        product.stock = Quantity::thousandths(product.stock.in_thousandths() + thousandths);
    }

    fn at(&self, day: NaiveDate, at_ms: u32) -> At {
        At {
            till: self.canteen.till,
            user: self.cashier.id,
            moment: moment(day, at_ms),
        }
    }
}

/// So many milliseconds after the midnight of a day.
pub(super) fn moment(day: NaiveDate, at_ms: u32) -> Moment {
    let time =
        NaiveTime::from_num_seconds_from_midnight_opt(at_ms / 1_000, at_ms % 1_000 * 1_000_000);
    let zone = FixedOffset::east_opt(OFFSET_S).expect("three hours west is an offset");
    let local = day.and_time(time.unwrap_or_default());
    Moment::new(zone.from_utc_datetime(&(local - zone)))
}

/// One piece, seldom two; of weighed goods a plate or a bag, to 5 g.
fn helping(product: &Product, dice: &mut Dice) -> Quantity {
    match product.unit {
        Unit::Each => Quantity::pieces(if dice.permille(130) { 2 } else { 1 }),
        Unit::Kilogram => Quantity::thousandths(i64::from(dice.between(30, 90)) * 5),
    }
}

/// The number on the slip of a card machine or a transfer.
pub(super) fn voucher(dice: &mut Dice) -> Reference {
    let number = dice.below(1_000_000);
    Reference::parse(&format!("{number:06}")).expect("six digits are a reference")
}

/// A `UUIDv7` of that moment, its random part dealt.
pub(super) fn name_of(moment: Moment, dice: &mut Dice) -> Uuid {
    let mut random = [0; 10];
    random[..8].copy_from_slice(&dice.next().to_be_bytes());
    random[8..].copy_from_slice(&dice.next().to_be_bytes()[..2]);
    let at_ms = u64::try_from(moment.at.0).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(at_ms, &random).into_uuid()
}
