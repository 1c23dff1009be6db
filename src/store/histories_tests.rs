//! Everything that moves money, at random and together: sales by any mix, voids, refunds, exchanges, top-ups,
//! transfers, limits, commissions, shifts. Whatever happened, the books balance, limits hold but for an
//! approval on file, a Z is the sum of its sales, and the facts alone make the same balances again.
//!
//! `CANTINA_HISTORIES=10000` plays that many; without it some hundred, so that it is always played.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::DateTime;
use uuid::Uuid;

use super::account::{Entry, post};
use super::*;
use crate::domain::cart::{Cart, SavedCart};
use crate::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use crate::domain::commission::{Commission, Payer, TenderIcon, Terms};
use crate::domain::diet::{Declarations, Policy};
use crate::domain::exchange::Exchange;
use crate::domain::ledger::{Movement, Way};
use crate::domain::limits::{Limits, LimitsSaid};
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::refund::{Goods, Original, Refund, Wanted};
use crate::domain::sale::{At, Sale, Void};
use crate::domain::shift::{CashCount, Drawer, MoveKind, Report};
use crate::domain::student::{NewGuardian, NewStudent};
use crate::domain::tax::Rate;
use crate::domain::tender::{Excess, Offer, Reference, TenderKind};
use crate::domain::user::{Approval, Approved, OwnRights, Right, Role, User};
use crate::domain::{
    AccountId, CartId, Moment, Money, MovementId, ProductId, Quantity, SaleId, StudentId, TenderId,
    TillId, UserId,
};

const PUPILS: i64 = 3;
const STEPS: u64 = 24;

/// A small generator that gives the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end
    }

    fn from(&mut self, first: i64, last: i64) -> i64 {
        let wide = u64::try_from(last - first + 1).unwrap();
        first + i64::try_from(self.below(wide)).unwrap()
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn shop() -> Shop {
    Shop::default()
}

fn ticketing(shop: &Shop) -> Ticketing<'_> {
    Ticketing {
        shop,
        render: &|_: &Receipt| Vec::new(),
        drawer: &[],
    }
}

fn goods() -> Vec<NewProduct> {
    let product = |name: &str, price, rate, unit| NewProduct {
        name: name.to_owned(),
        category: "Kiosco".into(),
        codes: Vec::new(),
        price: Price::new(g(price)).unwrap(),
        staff_price: None,
        cost: None,
        rate,
        unit,
        stock: None,
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        statement: None,
        declarations: Declarations::none(),
    };
    vec![
        product("Chipa", 4_030, Rate::Ten, Unit::Each),
        product("Banana", 1_535, Rate::Five, Unit::Each),
        product("Jugo", 7_000, Rate::Exempt, Unit::Each),
        product("Queso", 60_010, Rate::Ten, Unit::Kilogram),
    ]
}

fn pupil(name: &str) -> NewStudent {
    NewStudent {
        name: name.into(),
        grade: "5.º B".into(),
        card: None,
        guardian: Some(NewGuardian {
            name: "Carmen Rodríguez".into(),
            phone: Some("0981 123 456".into()),
            document: None,
        }),
        price_list: None,
        balance: g(30_000),
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    }
}

fn rosa() -> User {
    User {
        id: UserId(1),
        name: "Rosa".into(),
        role: Role::Administrator,
        active: true,
        own: OwnRights::none(),
    }
}

fn approval(right: Right) -> Approval {
    Approval::by(&rosa(), right, "así lo pidió").unwrap()
}

/// One canteen and what the history knows of it.
struct Canteen {
    store: Store,
    dice: Dice,
    now: Moment,
    sales: Vec<SaleId>,
    zs: Vec<Report>,
    /// How often each kind of event moved something: a history that does nothing promises nothing.
    done: BTreeMap<&'static str, usize>,
}

fn first_day() -> Moment {
    Moment::new(DateTime::parse_from_rfc3339("2026-11-23T07:00:00-03:00").unwrap())
}

fn id_of_sale() -> SaleId {
    SaleId(Uuid::now_v7())
}

fn empty_canteen() -> Store {
    let mut store = Store::in_memory().unwrap();
    store.add_user("Rosa", Role::Administrator, "none").unwrap();
    let stamp = Stamp::at(first_day());
    store.import_products(&goods(), stamp).unwrap();
    let pupils = [pupil("Sofía"), pupil("Mateo"), pupil("Ana")];
    store.import_students(&pupils, stamp).unwrap();
    store
}

impl Canteen {
    fn new(seed: u64) -> Self {
        Self {
            store: empty_canteen(),
            dice: Dice(seed),
            now: first_day(),
            sales: Vec::new(),
            zs: Vec::new(),
            done: BTreeMap::new(),
        }
    }

    fn at(&self) -> At {
        At {
            till: TillId(1),
            user: UserId(1),
            moment: self.now,
        }
    }

    fn stamp(&self) -> Stamp {
        Stamp::by(UserId(1), self.now)
    }

    fn count(&mut self, kind: &'static str, happened: bool) {
        *self.done.entry(kind).or_default() += usize::from(happened);
    }

    fn somebody(&mut self) -> StudentId {
        StudentId(self.dice.from(1, PUPILS))
    }

    fn play(&mut self) {
        for _ in 0..STEPS {
            let hours = self.dice.from(0, 3);
            self.now = self.now.plus_millis(hours * 3_600_000 + 61_000);
            match self.dice.below(22) {
                0..=7 => self.sell(),
                8..=9 => self.void(),
                10..=11 => self.refund(),
                12..=13 => self.move_money(),
                14 => self.set_limits(),
                15 => self.set_terms(),
                16..=17 => self.work_the_drawer(),
                18 => self.close_shift(),
                20..=21 => self.exchange(),
                _ => self.open_shift(),
            }
        }
        self.close_shift();
    }

    fn tender(&self, kind: TenderKind) -> crate::domain::tender::Tender {
        let tenders = self.store.tenders_on(self.now.day()).unwrap();
        tenders.into_iter().find(|of| of.kind == kind).unwrap()
    }

    /// Offers for a total: one tender, or a part from the account or a card and the rest in cash.
    fn offers(&mut self, total: Money, pupil: bool) -> Vec<Offer> {
        let offer = |tender, amount| Offer {
            tender,
            amount,
            reference: Reference::parse("77").ok(),
        };
        let others = match pupil {
            true => [TenderKind::Account, TenderKind::Debit, TenderKind::Qr],
            false => [TenderKind::Credit, TenderKind::Debit, TenderKind::Qr],
        };
        let other = others[usize::try_from(self.dice.below(3)).unwrap()];
        let other = self.tender(other);
        let note = g(self.dice.from(0, 20) * 1_000);
        match self.dice.below(3) {
            0 => vec![offer(self.tender(TenderKind::Cash), total + note)],
            1 => vec![offer(other, total)],
            _ => {
                let part = g(self.dice.from(1, total.amount().max(2) - 1));
                let rest = total - part + note;
                vec![
                    offer(other, part),
                    offer(self.tender(TenderKind::Cash), rest),
                ]
            }
        }
    }

    fn sell(&mut self) {
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        let buyer = (!self.dice.one_in(3)).then(|| self.somebody());
        if let Some(buyer) = buyer {
            let customer = self.store.customer(buyer, self.now.day()).unwrap();
            cart.identify(Some(customer));
        }
        for _ in 0..self.dice.from(1, 3) {
            let product = self.dice.from(1, 4);
            let quantity = match product {
                4 => Quantity::thousandths(self.dice.from(40, 700)),
                _ => Quantity::thousandths(self.dice.from(1, 3) * 1_000),
            };
            let product = Arc::new(self.store.product(ProductId(product)).unwrap());
            cart.add(&product, quantity).unwrap();
        }
        let Ok(mut checked) = cart.check(&Policy::standard(), self.now.day()) else {
            return;
        };
        let total = checked.totals().total;
        let offers = self.offers(total, buyer.is_some());
        let charged: Money = offers
            .iter()
            .filter(|offer| offer.tender.kind == TenderKind::Account)
            .map(|offer| offer.amount)
            .sum();
        if buyer.is_some() && self.dice.one_in(2) {
            checked.keep_change(Excess::ToAccount);
        }
        if charged.is_positive() && self.dice.one_in(6) {
            let approved = Approved {
                by: UserId(1),
                reason: "llamó su madre".into(),
            };
            checked.lift(charged, approved, self.now);
        }
        let Ok(sale) = checked.pay(SaleId(Uuid::now_v7()), &offers, self.at()) else {
            return;
        };
        let recorded = self
            .store
            .record(&sale, &ticketing(&shop()))
            .expect("nothing changed since the cart was checked");
        let again = self.store.record(&sale, &ticketing(&shop())).unwrap();
        assert_eq!(again.receipt.number, recorded.receipt.number);
        self.limits_hold(&sale, recorded.receipt.number);
        self.sales.push(sale.id());
        self.count("sale", true);
    }

    /// Beyond credit or the limit of the day only with an approval in the audit.
    fn limits_hold(&mut self, sale: &Sale, number: i64) {
        let charged = sale.settlement().charged_to_account();
        let Some(known) = sale.customer().filter(|_| charged.is_positive()) else {
            return;
        };
        let ask = |sql: &str| -> i64 {
            let params = (known.student.id.0, self.now.day().number());
            self.store
                .db
                .query_row(sql, params, |row| row.get(0))
                .unwrap()
        };
        let kept = sale.settlement().to_account();
        let balance = ask(
            "SELECT a.balance FROM student s JOIN account a ON a.id = s.account
            WHERE s.id = ?1 AND ?2 = ?2",
        ) - kept.amount();
        let spent = ask("SELECT coalesce(sum(p.amount), 0) FROM sale s JOIN payment p ON p.sale = s.seq
            LEFT JOIN sale o ON o.seq = s.reverses
            WHERE s.student = ?1 AND p.kind = 'card' AND s.day = ?2 AND coalesce(o.day, s.day) = ?2");
        let standing = known.standing;
        let over_credit = balance < -standing.credit_limit.amount();
        let over_day = standing
            .daily_limit
            .is_some_and(|limit| spent > limit.amount());
        let subject = number.to_string();
        let approved: i64 = self
            .store
            .db
            .query_row(
                "SELECT count(*) FROM audit WHERE subject = ?1 AND action LIKE 'approve%'",
                [subject],
                |row| row.get(0),
            )
            .unwrap();
        assert!(
            !(over_credit || over_day) || approved > 0,
            "ticket {number} went beyond its limits: balance {balance}, spent {spent}"
        );
        self.count("beyond", over_credit || over_day);
    }

    fn any_sale(&mut self) -> Option<SaleId> {
        let end = u64::try_from(self.sales.len()).unwrap();
        if end == 0 {
            return None;
        }
        let place = usize::try_from(self.dice.below(end)).unwrap();
        self.sales.get(place).copied()
    }

    fn void(&mut self) {
        let Some(sale) = self.any_sale() else { return };
        let on_file = self.store.on_file(sale).unwrap();
        let id = SaleId(Uuid::now_v7());
        let void = Void::new(id, &on_file, approval(Right::Void), self.at());
        let voided = void.is_ok_and(|void| self.store.void(&void, &ticketing(&shop())).is_ok());
        self.count("void", voided);
    }

    fn some_of(&mut self, original: &Original) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        for line in &original.lines {
            let left = line.sold.quantity.in_thousandths() - line.back.quantity.in_thousandths();
            let unit = if line.unit == Unit::Each { 1_000 } else { 1 };
            if left >= unit && !self.dice.one_in(3) {
                wanted.push(Wanted {
                    line: line.line,
                    quantity: Quantity::thousandths(self.dice.from(1, left / unit) * unit),
                    goods: match self.dice.one_in(2) {
                        true => Goods::Stock,
                        false => Goods::Spoiled,
                    },
                });
            }
        }
        wanted
    }

    fn refund(&mut self) {
        let Some(sale) = self.any_sale() else { return };
        let original = self.store.original(sale).unwrap();
        let wanted = self.some_of(&original);
        let id = SaleId(Uuid::now_v7());
        let refund = Refund::new(id, &original, wanted, approval(Right::Refund), self.at());
        if let Ok(refund) = refund {
            self.store
                .refund(&refund, &ticketing(&shop()))
                .expect("what was planned on the original goes back");
            self.count("refund", true);
        }
    }

    /// Some of a sale comes back and something else goes out: only the difference moves.
    fn exchange(&mut self) {
        let Some(sale) = self.any_sale() else { return };
        let original = self.store.original(sale).unwrap();
        let wanted = self.some_of(&original);
        let id = SaleId(Uuid::now_v7());
        let refund = Refund::new(id, &original, wanted, approval(Right::Refund), self.at());
        let Ok(refund) = refund else { return };
        let worth = refund.plan().money();
        let buyer = self.store.buyer_of(sale).unwrap();
        let customer = buyer.map(|buyer| self.store.customer(buyer, self.now.day()).unwrap());
        let saved = SavedCart {
            student: buyer,
            exchange: Some(Exchange::of(refund)),
            ..SavedCart::empty(CartId(Uuid::now_v7()))
        };
        let (mut cart, _) = Cart::restore(saved, customer, |_| None);
        for _ in 0..self.dice.from(1, 2) {
            let product = ProductId(self.dice.from(1, 3));
            let product = Arc::new(self.store.product(product).unwrap());
            cart.add(&product, Quantity::pieces(1)).unwrap();
        }
        let due = cart.due();
        let checked = cart.check(&Policy::standard(), self.now.day()).unwrap();
        let offers = match due.is_positive() {
            true => self.offers(due, buyer.is_some()),
            false => Vec::new(),
        };
        let Ok(sale) = checked.pay(id_of_sale(), &offers, self.at()) else {
            return;
        };
        let recorded = self
            .store
            .record(&sale, &ticketing(&shop()))
            .expect("nothing changed since the cart was checked");
        let plan = sale.refund().expect("it is an exchange").plan();
        let credit = plan.money_by(TenderKind::Exchange);
        let back = plan.money() - credit;
        assert_eq!(credit + back, worth);
        assert!(due.is_zero() || back.is_zero(), "both ways at once");
        self.limits_hold(&sale, recorded.receipt.number);
        self.sales.push(sale.id());
        self.count("exchange", true);
        self.count("exchange that gives back", back.is_positive());
        self.count("exchange that is paid", due.is_positive());
    }

    fn move_money(&mut self) {
        let (who, other) = (self.somebody(), self.somebody());
        let amount = g(self.dice.from(1, 40_000));
        let id = MovementId(Uuid::now_v7());
        let way = |kind| Way::new(&self.tender(kind), Reference::parse("9").ok()).unwrap();
        let (cash, transfer) = (way(TenderKind::Cash), way(TenderKind::Transfer));
        let may = || approval(Right::Accounts);
        let at = self.at();
        let coins = g(self.dice.from(1, 800) * 50);
        let some = i64::try_from(self.dice.below(60)).unwrap_or(0);
        let movement = match self.dice.below(8) {
            0 => Movement::top_up(id, who, coins, cash, g(1), at),
            7 => match self.store.topped_up(some) {
                Ok(top_up) => Movement::undo(&top_up, may(), at),
                Err(_) => return,
            },
            1 => Movement::top_up(id, who, amount, transfer, g(1), at),
            2 => Movement::correction(id, who, -amount, may(), at),
            3 => Movement::transfer(id, who, other, amount, may(), at),
            4 => Movement::payout(id, who, cash, may(), at),
            5 => Movement::share(id, who, Some(other), may(), at),
            _ => Movement::share(id, who, None, may(), at),
        };
        let moved = movement
            .is_ok_and(|movement| self.store.move_money(&movement, &Printing::SILENT).is_ok());
        self.count("movement", moved);
    }

    fn set_limits(&mut self) {
        let daily = self
            .dice
            .one_in(2)
            .then(|| g(self.dice.from(1, 20) * 1_000));
        let said = LimitsSaid {
            limits: Limits {
                daily,
                ..Limits::default()
            },
            credit: g(self.dice.from(0, 10) * 1_000),
            said_by: "Carmen".into(),
            note: None,
        };
        let who = self.somebody();
        self.store.limit(who, &said, self.stamp()).unwrap();
        self.count("limits", true);
    }

    fn set_terms(&mut self) {
        let payer = match self.dice.one_in(2) {
            true => Payer::Customer,
            false => Payer::Canteen,
        };
        let percent = ["0", "2.5", "3.95"][usize::try_from(self.dice.below(3)).unwrap()];
        let fixed = g(self.dice.from(0, 500));
        let tender = self.dice.from(3, 5);
        let terms = Terms {
            tender: TenderId(tender),
            since: self.now.day(),
            name: None,
            icon: TenderIcon::CreditCard,
            place: 1,
            needs_reference: false,
            opens_drawer: false,
            refundable: true,
            active: true,
            commission: Commission::new(percent.parse().unwrap(), fixed, payer).unwrap(),
        };
        self.store.set_terms(&[terms], self.stamp()).unwrap();
        self.count("terms", true);
    }

    fn open_shift(&mut self) {
        let float = g(self.dice.from(0, 100) * 1_000);
        let id = MovementId(Uuid::now_v7());
        let opened = self.store.open_shift(id, float, self.at()).is_ok();
        self.count("shift", opened);
    }

    fn work_the_drawer(&mut self) {
        let kinds = [MoveKind::PaidIn, MoveKind::PaidOut, MoveKind::Drop];
        let moved = NewMove {
            id: MovementId(Uuid::now_v7()),
            kind: kinds[usize::try_from(self.dice.below(3)).unwrap()],
            amount: g(self.dice.from(1, 30) * 500),
            reason: "cambio y pan".into(),
        };
        let happened = self.store.move_cash(&moved, self.at()).is_ok();
        self.count("drawer", happened);
    }

    fn close_shift(&mut self) {
        let Ok(x) = self.store.x(&shop(), self.now) else {
            return;
        };
        let expected = x.cash().map_or(Money::ZERO, Drawer::expected);
        let off = g(self.dice.from(-3, 3) * 50);
        let count = Count {
            id: MovementId(Uuid::now_v7()),
            cash: CashCount::making((expected + off).or_zero()),
            others: x
                .drawers
                .iter()
                .filter(|drawer| !drawer.is_cash())
                .map(|drawer| (drawer.tender, (drawer.expected() + off).or_zero()))
                .collect(),
        };
        self.store.count_shift(&count, self.at()).unwrap();
        let close = Close {
            id: MovementId(Uuid::now_v7()),
            explanation: Some("vuelto mal dado".into()),
            approved: Some(Approved {
                by: UserId(1),
                reason: "vuelto mal dado".into(),
            }),
            tolerance: g(0),
            next_float: None,
        };
        let (shop, at) = (shop(), self.at());
        let paper = ZPaper {
            shop: &shop,
            render: &|_| ("Z".to_owned(), vec![1]),
        };
        let z = self.store.close_shift(&close, at, &paper).unwrap();
        self.zs.push(z);
        self.count("z", true);
    }

    fn holds(&self) {
        let check = self.store.self_check().unwrap();
        assert_eq!(check.broken, []);
        assert_eq!(check.altered, []);
        let lost = "SELECT count(*) FROM account WHERE kind = 'student' AND balance <> 0
            AND id NOT IN (SELECT account FROM student)";
        let lost: i64 = self.store.db.query_row(lost, (), |row| row.get(0)).unwrap();
        assert_eq!(lost, 0, "money on an account that nobody uses");
        let not_in_coins = "SELECT count(*) FROM movement m JOIN posting p ON p.entry = m.entry
            WHERE m.kind = 'payout' AND p.account = 12 AND p.amount % 50 <> 0";
        let odd: i64 = self
            .store
            .db
            .query_row(not_in_coins, (), |row| row.get(0))
            .unwrap();
        assert_eq!(odd, 0, "cash was paid out that no coins make");
        for z in &self.zs {
            self.z_is_the_sum_of_its_sales(z);
        }
        assert_eq!(balances(&self.replayed()), balances(&self.store));
    }

    fn z_is_the_sum_of_its_sales(&self, z: &Report) {
        let number = z.closing.as_ref().expect("it is closed").number;
        let sql = "SELECT coalesce(sum(s.total - s.rounding), 0) FROM sale s
            JOIN shift_closed c ON c.shift = s.shift WHERE c.z = ?1";
        let sum: i64 = self
            .store
            .db
            .query_row(sql, [number], |row| row.get(0))
            .unwrap();
        assert_eq!(z.net(), g(sum), "Z {number}");
        let by_tender: Money = z.by_tender.iter().map(|of| of.paid.amount).sum();
        assert_eq!(by_tender, g(sum), "Z {number} by tender");
    }

    /// The bookings alone, done again in a file that knows nothing.
    fn replayed(&self) -> Store {
        let store = Store::in_memory().unwrap();
        let accounts = "SELECT id, kind FROM account ORDER BY id";
        let mut select = self.store.db.prepare(accounts).unwrap();
        let mut rows = select.query(()).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let (id, kind): (i64, String) = (row.get(0).unwrap(), row.get(1).unwrap());
            let add = "INSERT OR IGNORE INTO account (id, kind) VALUES (?1, ?2)";
            store.db.execute(add, (id, kind)).unwrap();
        }
        let entries = "SELECT seq, id, kind, at, day FROM entry ORDER BY seq";
        let mut select = self.store.db.prepare(entries).unwrap();
        let mut rows = select.query(()).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let (seq, kind): (i64, String) = (row.get(0).unwrap(), row.get(2).unwrap());
            let entry = Entry {
                id: Uuid::from_bytes(row.get(1).unwrap()),
                kind: &kind,
                sale: None,
                at: row.get(3).unwrap(),
                day: row.get(4).unwrap(),
                user: None,
            };
            post(&store.db, &entry, &self.postings(seq)).unwrap();
        }
        store
    }

    fn postings(&self, entry: i64) -> Vec<(AccountId, Money)> {
        let sql = "SELECT account, amount FROM posting WHERE entry = ?1";
        let mut select = self.store.db.prepare_cached(sql).unwrap();
        let rows = select.query_map([entry], |row| Ok((AccountId(row.get(0)?), g(row.get(1)?))));
        rows.unwrap().map(Result::unwrap).collect()
    }
}

fn balances(store: &Store) -> Vec<(i64, i64)> {
    let mut select = store
        .db
        .prepare("SELECT id, balance FROM account ORDER BY id")
        .unwrap();
    let rows = select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn whatever_happens_the_books_balance_limits_hold_and_the_facts_make_them_again() {
    let wanted = std::env::var("CANTINA_HISTORIES").ok();
    let histories: u64 = wanted.and_then(|text| text.parse().ok()).unwrap_or(150);
    let mut done: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..histories {
        let mut canteen = Canteen::new(seed);
        // The seed is in the message of a failure.
        let played = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            canteen.play();
            canteen.holds();
        }));
        assert!(played.is_ok(), "history of seed {seed}");
        for (kind, times) in canteen.done {
            *done.entry(kind).or_default() += times;
        }
    }
    println!("{histories} histories: {done:?}");
    for kind in [
        "sale",
        "void",
        "refund",
        "exchange that gives back",
        "exchange that is paid",
        "movement",
        "limits",
        "terms",
        "shift",
        "drawer",
        "z",
        "beyond",
    ] {
        let times = done.get(kind).copied().unwrap_or(0);
        assert!(times > 0, "no {kind} in {histories} histories");
    }
}
