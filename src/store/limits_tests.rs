//! Limits, commissions and kept change, on random histories: what the store lets through and what it books.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::DateTime;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::account::Refused;
use crate::domain::cart::{Cart, CheckedCart};
use crate::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use crate::domain::commission::{Commission, Payer, TenderIcon, Terms};
use crate::domain::diet::{Declarations, Policy};
use crate::domain::limits::{Hours, Limits, LimitsSaid, MealBreak, Minute};
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::sale::{At, Void};
use crate::domain::student::NewStudent;
use crate::domain::tax::Rate;
use crate::domain::tender::{Excess, Offer, Reference, TenderKind};
use crate::domain::user::{Approval, Approved, OwnRights, Right, Role, User};
use crate::domain::{
    BusinessDay, CardNumber, CartId, CategoryId, Moment, Money, ProductId, Quantity, SaleId,
    StudentId, TenderId, TillId, UserId,
};

const SOFIA: StudentId = StudentId(1);
/// The account of what whoever pays out will withhold.
const WITHHELD: i64 = super::account::WITHHELD.0;

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

/// So many minutes after 8:00 of Thursday, 26 November 2026.
fn after(minutes: i64) -> Moment {
    let morning = DateTime::parse_from_rfc3339("2026-11-26T08:00:00-03:00").unwrap();
    Moment::new(morning).plus_millis(minutes * 60_000)
}

fn hours(from: i64, to: i64) -> Hours {
    Hours::new(Minute::new(from).unwrap(), Minute::new(to).unwrap()).unwrap()
}

fn product(name: &str, category: &str, price: i64, unit: Unit) -> NewProduct {
    NewProduct {
        name: name.into(),
        category: category.into(),
        codes: Vec::new(),
        price: Price::new(g(price)).unwrap(),
        staff_price: None,
        cost: None,
        rate: Rate::Ten,
        unit,
        stock: None,
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        statement: None,
        declarations: Declarations::none(),
    }
}

/// Product 1 is a chipa, 2 a gaseosa, 3 cheese by weight; breaks at 9:30 and at noon.
fn a_store(balance: i64) -> Store {
    let mut store = Store::in_memory().unwrap();
    store.add_user("María", Role::Cashier, "none").unwrap();
    store.add_user("Rosa", Role::Supervisor, "none").unwrap();
    let products = [
        product("Chipa", "Panadería", 4_030, Unit::Each),
        product("Gaseosa", "Gaseosas", 6_000, Unit::Each),
        product("Queso", "Almacén", 60_010, Unit::Kilogram),
    ];
    let stamp = Stamp::at(after(0));
    store.import_products(&products, stamp).unwrap();
    let sofia = NewStudent {
        name: "Sofía Benítez".into(),
        grade: "5.º B".into(),
        card: Some(CardNumber::parse("00414").unwrap()),
        guardian: None,
        price_list: None,
        balance: g(balance),
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    };
    store.import_students(&[sofia], stamp).unwrap();
    let breaks = [("Mañana", 570, 590), ("Mediodía", 720, 780)];
    let breaks = breaks.map(|(name, from, to)| MealBreak {
        name: name.into(),
        hours: hours(from, to),
    });
    store.set_meal_breaks(&breaks, stamp).unwrap();
    store
}

fn said(limits: Limits, credit: i64) -> LimitsSaid {
    LimitsSaid {
        limits,
        credit: g(credit),
        said_by: "Carmen, su madre".into(),
        note: None,
    }
}

fn at(now: Moment) -> At {
    At {
        till: TillId(1),
        user: UserId(1),
        moment: now,
    }
}

fn ticketing(shop: &Shop) -> Ticketing<'_> {
    Ticketing {
        shop,
        render: &|_: &Receipt| Vec::new(),
        drawer: &[],
    }
}

fn filled(store: &Store, lines: &[(i64, i64)], now: Moment) -> Cart {
    let mut cart = Cart::new(CartId(Uuid::now_v7()));
    cart.identify(Some(store.customer(SOFIA, now.day()).unwrap()));
    for (product, thousandths) in lines {
        let product = Arc::new(store.product(ProductId(*product)).unwrap());
        cart.add(&product, Quantity::thousandths(*thousandths))
            .unwrap();
    }
    cart
}

fn checked(store: &Store, lines: &[(i64, i64)], now: Moment) -> CheckedCart {
    let cart = filled(store, lines, now);
    cart.check(&Policy::standard(), now.day()).unwrap()
}

fn offer(store: &Store, kind: TenderKind, amount: Money, day: BusinessDay) -> Offer {
    let mut tenders = store.tenders_on(day).unwrap().into_iter();
    Offer {
        tender: tenders.find(|of| of.kind == kind).unwrap(),
        amount,
        reference: Reference::parse("77").ok(),
    }
}

fn approved() -> Approved {
    Approved {
        by: UserId(2),
        reason: "su madre llamó".into(),
    }
}

fn approvals(store: &Store, number: i64) -> BTreeSet<String> {
    let sql = "SELECT action FROM audit WHERE subject = ?1 AND action LIKE 'approve%'";
    let mut select = store.db.prepare(sql).unwrap();
    let rows = select.query_map([number.to_string()], |row| row.get(0));
    rows.unwrap().map(Result::unwrap).collect()
}

fn balance_of(store: &Store, account: i64) -> i64 {
    let sql = "SELECT balance FROM account WHERE id = ?1";
    store
        .db
        .query_row(sql, [account], |row| row.get(0))
        .unwrap()
}

#[test]
fn what_a_guardian_asks_for_is_kept_with_who_asked_and_who_wrote_it() {
    let mut store = a_store(50_000);
    let limits = Limits {
        daily: Some(g(15_000)),
        weekly: Some(g(40_000)),
        items: Some(4),
        hours: Some(hours(540, 720)),
        products: vec![ProductId(3)],
        categories: vec![CategoryId(2)],
        ..Limits::default()
    };
    let stamp = Stamp::by(UserId(2), after(10));
    store
        .limit(SOFIA, &said(limits.clone(), 5_000), stamp)
        .unwrap();
    let sofia = store.customer(SOFIA, after(10).day()).unwrap();
    assert_eq!(sofia.limits.limits, limits);
    assert_eq!(sofia.standing.daily_limit, Some(g(15_000)));
    assert_eq!(sofia.standing.credit_limit, g(5_000));
    store
        .limit(SOFIA, &said(Limits::default(), 0), stamp)
        .unwrap();
    let past = store.past_limits(SOFIA).unwrap();
    assert_eq!(past.len(), 2);
    assert_eq!(past[1].limits, limits);
    assert_eq!(past[1].said_by.as_deref(), Some("Carmen, su madre"));
    assert_eq!(past[1].by.as_deref(), Some("Rosa"));
    for sql in [
        "DELETE FROM pupil_limit",
        "UPDATE pupil_block SET product = 1",
    ] {
        assert!(store.db.execute(sql, ()).is_err(), "{sql}");
    }
}

#[test]
fn a_list_that_brings_another_limit_keeps_what_else_holds() {
    let mut store = a_store(50_000);
    let limits = Limits {
        daily: Some(g(15_000)),
        weekly: Some(g(40_000)),
        ..Limits::default()
    };
    let stamp = Stamp::by(UserId(2), after(10));
    store.limit(SOFIA, &said(limits, 2_000), stamp).unwrap();
    let listed = |daily: Option<i64>, credit: Option<i64>| NewStudent {
        name: "Sofía Benítez".into(),
        grade: "6.º A".into(),
        card: Some(CardNumber::parse("00414").unwrap()),
        guardian: None,
        price_list: None,
        balance: Money::ZERO,
        daily_limit: daily.map(g),
        credit_limit: credit.map(g),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    };
    let stamp = Stamp::at(after(20));
    store.import_students(&[listed(None, None)], stamp).unwrap();
    assert_eq!(
        store.past_limits(SOFIA).unwrap().len(),
        1,
        "nothing changed"
    );
    let new = listed(Some(20_000), Some(3_000));
    store.import_students(&[new], stamp).unwrap();
    let sofia = store.customer(SOFIA, after(20).day()).unwrap();
    assert_eq!(sofia.standing.daily_limit, Some(g(20_000)));
    assert_eq!(sofia.limits.limits.weekly, Some(g(40_000)));
    let past = store.past_limits(SOFIA).unwrap();
    assert_eq!((past.len(), past[0].said_by.as_deref()), (2, None));
}

#[test]
fn what_is_voided_gives_its_room_back_in_every_limit() {
    let mut store = a_store(50_000);
    let limits = Limits {
        weekly: Some(g(10_000)),
        monthly: Some(g(10_000)),
        meal: Some(g(10_000)),
        items: Some(2),
        ..Limits::default()
    };
    let stamp = Stamp::by(UserId(2), after(0));
    store.limit(SOFIA, &said(limits, 0), stamp).unwrap();
    let (now, shop) = (after(95), Shop::default());
    let sell = |store: &mut Store| {
        let checked = checked(store, &[(1, 2_000)], now);
        let offer = offer(store, TenderKind::Account, g(8_060), now.day());
        let sale = checked.pay(SaleId(Uuid::now_v7()), &[offer], at(now));
        sale.map(|sale| store.record(&sale, &ticketing(&shop)).unwrap())
    };
    let first = sell(&mut store).unwrap();
    assert!(sell(&mut store).is_err());
    let spent = store.customer(SOFIA, now.day()).unwrap().limits.spent;
    assert_eq!(
        (spent.week, spent.month, spent.items),
        (g(8_060), g(8_060), 2)
    );
    assert_eq!(spent.meals[0].1, g(8_060));
    let rosa = User {
        id: UserId(2),
        name: "Rosa".into(),
        role: Role::Supervisor,
        active: true,
        own: OwnRights::none(),
    };
    let approval = Approval::by(&rosa, Right::Void, "error de carga").unwrap();
    let on_file = store.on_file(first.receipt.sale).unwrap();
    let void = Void::new(SaleId(Uuid::now_v7()), &on_file, approval, at(after(200))).unwrap();
    store.void(&void, &ticketing(&shop)).unwrap();
    let spent = store.customer(SOFIA, now.day()).unwrap().limits.spent;
    assert_eq!((spent.week, spent.items, spent.meals[0].1), (g(0), 0, g(0)));
    assert!(sell(&mut store).is_ok());
    assert_eq!(store.self_check().unwrap().broken, []);
}

#[test]
fn a_weighed_line_given_back_in_part_is_still_one_of_the_day() {
    let mut store = a_store(90_000);
    let limits = Limits {
        items: Some(4),
        ..Limits::default()
    };
    let stamp = Stamp::by(UserId(2), after(0));
    store.limit(SOFIA, &said(limits, 0), stamp).unwrap();
    let (now, shop) = (after(95), Shop::default());
    let checked = checked(&store, &[(3, 600), (1, 1_000)], now);
    let offer = offer(&store, TenderKind::Cash, checked.totals().total, now.day());
    let sale = checked
        .pay(SaleId(Uuid::now_v7()), &[offer], at(now))
        .unwrap();
    store.record(&sale, &ticketing(&shop)).unwrap();
    let items = |store: &Store| store.customer(SOFIA, now.day()).unwrap().limits.spent.items;
    let rollup = |store: &Store| -> i64 {
        let sql = "SELECT sum(items) FROM hour_total WHERE grain = 0";
        store.db.query_row(sql, (), |row| row.get(0)).unwrap()
    };
    assert_eq!((items(&store), rollup(&store)), (2, 2));
    let rosa = User {
        id: UserId(2),
        name: "Rosa".into(),
        role: Role::Supervisor,
        active: true,
        own: OwnRights::none(),
    };
    for (grams, left) in [(200, 2), (100, 2), (300, 1)] {
        let approval = Approval::by(&rosa, Right::Refund, "cortó de más").unwrap();
        let original = store.original(sale.id()).unwrap();
        let wanted = vec![crate::domain::refund::Wanted {
            line: 1,
            quantity: Quantity::thousandths(grams),
            goods: crate::domain::refund::Goods::Stock,
        }];
        let id = SaleId(Uuid::now_v7());
        let refund =
            crate::domain::refund::Refund::new(id, &original, wanted, approval, at(now)).unwrap();
        store.refund(&refund, &ticketing(&shop)).unwrap();
        assert_eq!((items(&store), rollup(&store)), (left, i64::from(left)));
        assert_eq!(store.self_check().unwrap().broken, []);
    }
}

#[test]
fn a_limit_set_meanwhile_stops_a_cart_that_was_checked_before() {
    let mut store = a_store(50_000);
    let now = after(30);
    let sale = {
        let offer = offer(&store, TenderKind::Cash, g(6_000), now.day());
        let checked = checked(&store, &[(2, 1_000)], now);
        checked
            .pay(SaleId(Uuid::now_v7()), &[offer], at(now))
            .unwrap()
    };
    let limits = Limits {
        categories: vec![CategoryId(2)],
        ..Limits::default()
    };
    let stamp = Stamp::by(UserId(2), now);
    store.limit(SOFIA, &said(limits, 0), stamp).unwrap();
    let refused = store.record(&sale, &ticketing(&Shop::default()));
    assert!(
        matches!(
            refused,
            Err(Error::Account(Refused::BlockedCategory { .. }))
        ),
        "{refused:?}"
    );
    assert_eq!(store.self_check().unwrap().sales, 0);
}

fn terms(tender: i64, since: BusinessDay, percent: &str, fixed: i64, payer: Payer) -> Terms {
    Terms {
        tender: TenderId(tender),
        since,
        name: Some("Crédito Bancard".into()),
        icon: TenderIcon::CreditCard,
        place: 1,
        needs_reference: false,
        opens_drawer: false,
        refundable: true,
        active: true,
        commission: Commission::new(percent.parse().unwrap(), g(fixed), payer).unwrap(),
    }
}

#[test]
fn of_a_day_the_latest_terms_hold_that_have_come() {
    let mut store = a_store(0);
    let today = after(0).day();
    let tomorrow = after(24 * 60).day();
    let stamp = Stamp::by(UserId(2), after(0));
    let first = terms(4, today, "3.3", 0, Payer::Canteen);
    let later = terms(4, tomorrow, "5", 0, Payer::Customer);
    let mended = terms(4, today, "3.5", 0, Payer::Canteen);
    for of in [&first, &later, &mended] {
        store.set_terms(std::slice::from_ref(of), stamp).unwrap();
    }
    let on = |day| {
        let tenders = store.tenders_on(day).unwrap();
        let credit = tenders.iter().find(|of| of.kind == TenderKind::Credit);
        credit.unwrap().commission.percent().to_string()
    };
    assert_eq!(on(today.days_before(1)), "0");
    assert_eq!(on(today), "3.5", "the last word of the same day");
    assert_eq!(on(tomorrow), "5");
    assert_eq!(store.past_terms().unwrap().len(), 3);
    let order = store.tenders_on(today).unwrap();
    assert_eq!(order[1].name.as_deref(), Some("Crédito Bancard"));
}

#[test]
fn a_commission_is_booked_on_its_own_payment_and_charged_only_on_that_part() {
    let mut store = a_store(50_000);
    let (now, shop) = (after(30), Shop::default());
    let stamp = Stamp::by(UserId(2), now);
    let credit = terms(4, now.day(), "3.3", 500, Payer::Customer);
    let debit = terms(3, now.day(), "2.2", 0, Payer::Canteen);
    store.set_terms(&[credit, debit], stamp).unwrap();
    let checked = checked(&store, &[(2, 5_000)], now);
    let offers = [
        offer(&store, TenderKind::Credit, g(15_500), now.day()),
        offer(&store, TenderKind::Debit, g(10_000), now.day()),
        offer(&store, TenderKind::Cash, g(5_000), now.day()),
    ];
    let sale = checked
        .pay(SaleId(Uuid::now_v7()), &offers, at(now))
        .unwrap();
    let settlement = sale.settlement();
    assert_eq!(settlement.surcharge(), g(1_012), "512 and 500 on 15.500");
    assert_eq!(settlement.commission(), g(1_012 + 220));
    assert_eq!(settlement.change(), g(500));
    let recorded = store.record(&sale, &ticketing(&shop)).unwrap();
    assert_eq!(recorded.receipt.total, g(30_000), "the total is the goods'");
    // Tenders are owed what their vouchers say; what the canteen bears is its cost.
    assert_eq!(balance_of(&store, 14), -15_500 - 1_012);
    assert_eq!(balance_of(&store, 13), -10_000);
    assert_eq!(balance_of(&store, WITHHELD), 1_012 + 220);
    assert_eq!(balance_of(&store, 9), -220);
    assert_eq!(balance_of(&store, 1), 30_000);
    assert_eq!(store.self_check().unwrap().broken, []);
    let stored: (i64, i64) = store
        .db
        .query_row(
            "SELECT sum(commission), sum(surcharge) FROM payment",
            (),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    assert_eq!(stored, (1_232, 1_012));
}

#[test]
fn a_commission_that_changed_since_it_was_shown_is_not_charged() {
    let mut store = a_store(0);
    let now = after(30);
    let sale = {
        let offer = offer(&store, TenderKind::Credit, g(6_000), now.day());
        let checked = checked(&store, &[(2, 1_000)], now);
        checked
            .pay(SaleId(Uuid::now_v7()), &[offer], at(now))
            .unwrap()
    };
    let new = terms(4, now.day(), "3.3", 0, Payer::Customer);
    store.set_terms(&[new], Stamp::by(UserId(2), now)).unwrap();
    let refused = store.record(&sale, &ticketing(&Shop::default()));
    assert!(matches!(refused, Err(Error::TermsChanged)), "{refused:?}");
}

#[test]
fn change_goes_to_the_account_as_a_top_up_of_the_same_sale_and_comes_back_with_a_void() {
    let mut store = a_store(1_000);
    let (now, shop) = (after(30), Shop::default());
    let mut checked = checked(&store, &[(2, 1_000)], now);
    checked.keep_change(Excess::ToAccount);
    let offer = offer(&store, TenderKind::Cash, g(10_000), now.day());
    let sale = checked
        .pay(SaleId(Uuid::now_v7()), &[offer], at(now))
        .unwrap();
    let recorded = store.record(&sale, &ticketing(&shop)).unwrap();
    assert_eq!(recorded.receipt.change, Money::ZERO);
    assert_eq!(recorded.receipt.to_account, g(4_000));
    assert_eq!(recorded.balance, Some(g(5_000)));
    let balance = recorded.receipt.balance.unwrap();
    assert_eq!((balance.before, balance.after), (g(1_000), g(5_000)));
    let kinds: Vec<String> = {
        let sql = "SELECT kind FROM entry WHERE sale IS NOT NULL ORDER BY seq";
        let mut select = store.db.prepare(sql).unwrap();
        let rows = select.query_map((), |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    assert_eq!(kinds, ["sale", "top_up"]);
    assert_eq!(
        balance_of(&store, 12),
        -10_000,
        "all of it is in the drawer"
    );
    let rosa = User {
        id: UserId(2),
        name: "Rosa".into(),
        role: Role::Supervisor,
        active: true,
        own: OwnRights::none(),
    };
    let approval = Approval::by(&rosa, Right::Void, "error de carga").unwrap();
    let on_file = store.on_file(sale.id()).unwrap();
    let void = Void::new(SaleId(Uuid::now_v7()), &on_file, approval, at(now)).unwrap();
    let voided = store.void(&void, &ticketing(&shop)).unwrap();
    assert_eq!(voided.balance, Some(g(1_000)));
    assert_eq!(balance_of(&store, 12), 0);
    assert_eq!(store.self_check().unwrap().broken, []);
}

#[test]
fn the_last_administrator_keeps_every_right_and_who_is_not_the_last_may_lose_some() {
    let mut store = a_store(0);
    let ana = store.add_user("Ana", Role::Administrator, "none").unwrap();
    let mut own = OwnRights::none();
    own.set(Right::Reports, Some(false));
    let change = StaffChange {
        own: Some(own),
        ..StaffChange::default()
    };
    let last = store.change_user(ana, &change, Stamp::at(after(0)));
    assert!(matches!(last, Err(Error::LastAdministrator)), "{last:?}");
    let luis = store.add_user("Luis", Role::Administrator, "none").unwrap();
    let by_luis = Stamp::by(luis, after(0));
    store.change_user(ana, &change, by_luis).unwrap();
    let users = store.users().unwrap();
    let now = users.iter().find(|(user, _)| user.id == ana).unwrap();
    assert!(!now.0.may(Right::Reports) && now.0.may(Right::Users));
    let left = store.set_active(luis, false);
    assert!(matches!(left, Err(Error::LastAdministrator)), "{left:?}");
    let noted: i64 = store
        .db
        .query_row(
            "SELECT count(*) FROM audit WHERE action = 'rights'",
            (),
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(noted, 1);
}

#[test]
fn a_card_opens_the_till_for_one_and_is_nobody_elses() {
    let mut store = a_store(0);
    let stamp = Stamp::by(UserId(2), after(0));
    let card = |text| CardNumber::parse(text).unwrap();
    let pupils = store.give_card(UserId(1), &card("00414"), stamp);
    assert!(matches!(pupils, Err(Error::Taken(_))), "{pupils:?}");
    store.give_card(UserId(1), &card("99001"), stamp).unwrap();
    let again = store.give_card(UserId(2), &card("99001"), stamp);
    assert!(matches!(again, Err(Error::Taken(_))), "{again:?}");
    store.block_card(&card("99001"), true, stamp).unwrap();
    let cards = store.staff_cards().unwrap();
    assert_eq!(
        (cards.len(), cards[0].user, cards[0].blocked),
        (1, UserId(1), true)
    );
}

/// What the guardian asks for, in numbers that are reached often.
fn limits() -> impl Strategy<Value = Limits> {
    let money = || proptest::option::of((1_i64..40).prop_map(|of| g(of * 1_000)));
    let hours = proptest::option::of((480_i64..600, 610_i64..900));
    let blocked = (any::<bool>(), any::<bool>());
    let items = proptest::option::of(0_u32..8);
    (money(), money(), money(), money(), items, hours, blocked).prop_map(
        |(daily, weekly, monthly, meal, items, span, (product, category))| Limits {
            daily,
            weekly,
            monthly,
            meal,
            items,
            hours: span.map(|(from, to)| hours_of(from, to)),
            products: product.then_some(ProductId(1)).into_iter().collect(),
            categories: category.then_some(CategoryId(2)).into_iter().collect(),
        },
    )
}

fn hours_of(from: i64, to: i64) -> Hours {
    hours(from, to)
}

/// One thing that happens at the till.
#[derive(Debug, Clone)]
enum Step {
    /// Lines, the share of the total that goes to the account, in quarters, whether somebody
    /// approves, where the change goes, and how long it is until the next.
    Sell(Vec<(i64, i64)>, i64, bool, bool, i64),
    /// Two carts of one pupil are checked, then both are recorded.
    Both(i64, i64),
    /// The latest sale is undone.
    Void,
    /// The guardian calls.
    Said(Limits, i64),
    /// The bank's terms change.
    Terms(u32, bool),
}

fn step() -> impl Strategy<Value = Step> {
    let line = prop_oneof![
        (1_i64..3, 1_i64..4).prop_map(|(product, pieces)| (product, pieces * 1_000)),
        (50_i64..400).prop_map(|grams| (3, grams)),
    ];
    let lines = proptest::collection::vec(line, 1..4);
    prop_oneof![
        5 => (lines, 0_i64..5, any::<bool>(), any::<bool>(), 1_i64..900)
            .prop_map(|(lines, share, yes, keep, next)| Step::Sell(lines, share, yes, keep, next)),
        2 => (1_i64..4, 1_i64..4).prop_map(|(one, other)| Step::Both(one, other)),
        1 => Just(Step::Void),
        1 => (limits(), 0_i64..15_000).prop_map(|(limits, credit)| Step::Said(limits, credit)),
        1 => (0_u32..700, any::<bool>()).prop_map(|(rate, theirs)| Step::Terms(rate, theirs)),
    ]
}

/// A sale as the test remembers it: nothing of this is read from the store.
struct Sold {
    id: SaleId,
    day: BusinessDay,
    minute: i64,
    charged: i64,
    items: u32,
    standing: bool,
}

/// The naive reckoning beside the store's.
struct Books {
    store: Store,
    shop: Shop,
    now: i64,
    limits: Limits,
    credit: i64,
    balance: i64,
    sold: Vec<Sold>,
}

impl Books {
    fn spent(&self, of: impl Fn(&Sold) -> bool) -> i64 {
        let sold = self.sold.iter().filter(|sold| sold.standing && of(sold));
        sold.map(|sold| sold.charged).sum()
    }

    /// The actions that somebody must have approved for a sale that breaks these limits.
    fn broken(&self, lines: &[(i64, i64)], charged: i64) -> BTreeSet<String> {
        let now = after(self.now);
        let (day, minute) = (now.day(), i64::from(Minute::of(now).number()));
        let mut broken = BTreeSet::new();
        let mut must = |breaks: bool, action: &str| {
            if breaks {
                broken.insert(action.to_owned());
            }
        };
        let over = |limit: Option<Money>, spent: i64| {
            limit.is_some_and(|limit| charged > 0 && spent + charged > limit.amount())
        };
        let limits = &self.limits;
        must(
            charged > 0 && self.balance - charged < -self.credit,
            "approve_credit",
        );
        must(
            over(limits.daily, self.spent(|sold| sold.day == day)),
            "approve_daily_limit",
        );
        let monday = day.monday();
        let week = self.spent(|sold| sold.day >= monday);
        must(over(limits.weekly, week), "approve_weekly_limit");
        let first = day.first_of_month();
        let month = self.spent(|sold| sold.day >= first);
        must(over(limits.monthly, month), "approve_monthly_limit");
        for (from, to) in [(570, 590), (720, 780)] {
            let within = |minute: i64| from <= minute && minute < to;
            let meal = self.spent(|sold| sold.day == day && within(sold.minute));
            must(
                within(minute) && over(limits.meal, meal),
                "approve_meal_limit",
            );
        }
        let today = self
            .sold
            .iter()
            .filter(|sold| sold.standing && sold.day == day);
        let items: u32 = today.map(|sold| sold.items).sum::<u32>() + items(lines);
        must(
            limits.items.is_some_and(|limit| items > limit),
            "approve_items",
        );
        let outside = |hours: Hours| {
            minute < i64::from(hours.from().number()) || minute >= i64::from(hours.to().number())
        };
        must(limits.hours.is_some_and(outside), "approve_hours");
        let blocked = lines.iter().any(|(product, _)| {
            (*product == 1 && !limits.products.is_empty())
                || (*product == 2 && !limits.categories.is_empty())
        });
        must(blocked, "approve_blocked");
        broken
    }

    fn sell(&mut self, lines: &[(i64, i64)], share: i64, yes: bool, keep: bool) {
        let now = after(self.now);
        let mut checked = checked(&self.store, lines, now);
        let total = checked.totals().total;
        let charged = g(total.amount() * share / 4);
        let rest = total - charged;
        let mut offers = Vec::new();
        if charged.is_positive() {
            offers.push(offer(&self.store, TenderKind::Account, charged, now.day()));
        }
        let by_credit = g(rest.amount() / 2);
        if by_credit.is_positive() {
            offers.push(offer(&self.store, TenderKind::Credit, by_credit, now.day()));
        }
        if (rest - by_credit).is_positive() {
            let cash = rest - by_credit + g(3_000);
            offers.push(offer(&self.store, TenderKind::Cash, cash, now.day()));
        }
        let excess = if keep {
            Excess::ToAccount
        } else {
            Excess::Back
        };
        checked.keep_change(excess);
        if yes {
            checked.lift(charged, approved(), now);
        }
        let broken = self.broken(lines, charged.amount());
        let sale = checked.pay(SaleId(Uuid::now_v7()), &offers, at(now));
        let Ok(sale) = sale else {
            assert!(!broken.is_empty() && !yes, "refused without a reason");
            return;
        };
        let recorded = self.store.record(&sale, &ticketing(&self.shop)).unwrap();
        let number = recorded.receipt.number;
        assert_eq!(approvals(&self.store, number), broken, "of ticket {number}");
        let settlement = sale.settlement();
        let received: Money = settlement.payments().iter().map(|of| of.received).sum();
        assert_eq!(
            received,
            total - settlement.rounding()
                + settlement.surcharge()
                + settlement.change()
                + settlement.to_account(),
            "money in is money out"
        );
        self.balance += settlement.to_account().amount() - charged.amount();
        self.remember(sale.id(), lines, charged.amount());
    }

    fn remember(&mut self, id: SaleId, lines: &[(i64, i64)], charged: i64) {
        let now = after(self.now);
        self.sold.push(Sold {
            id,
            day: now.day(),
            minute: i64::from(Minute::of(now).number()),
            charged,
            items: items(lines),
            standing: true,
        });
    }

    /// Both are checked before either is written: the second is judged by what the first left.
    fn both(&mut self, one: i64, other: i64) {
        let now = after(self.now);
        let pay = |pieces: i64| {
            let lines = [(1, pieces * 1_000)];
            let checked = checked(&self.store, &lines, now);
            let total = checked.totals().total;
            let offer = offer(&self.store, TenderKind::Account, total, now.day());
            let sale = checked.pay(SaleId(Uuid::now_v7()), &[offer], at(now));
            sale.map(|sale| (lines, total.amount(), sale)).ok()
        };
        for (lines, charged, sale) in [pay(one), pay(other)].into_iter().flatten() {
            let broken = self.broken(&lines, charged);
            let recorded = self.store.record(&sale, &ticketing(&self.shop));
            assert_eq!(
                recorded.is_ok(),
                broken.is_empty(),
                "{recorded:?} {broken:?}"
            );
            if recorded.is_ok() {
                self.balance -= charged;
                assert!(self.balance >= -self.credit, "below its limit");
                self.remember(sale.id(), &lines, charged);
            }
        }
    }

    fn void(&mut self) {
        let now = after(self.now);
        let Some(sold) = self
            .sold
            .last_mut()
            .filter(|of| of.standing && of.day == now.day())
        else {
            return;
        };
        let rosa = User {
            id: UserId(2),
            name: "Rosa".into(),
            role: Role::Supervisor,
            active: true,
            own: OwnRights::none(),
        };
        let approval = Approval::by(&rosa, Right::Void, "error de carga").unwrap();
        let on_file = self.store.on_file(sold.id).unwrap();
        let void = Void::new(SaleId(Uuid::now_v7()), &on_file, approval, at(now)).unwrap();
        let voided = self.store.void(&void, &ticketing(&self.shop)).unwrap();
        sold.standing = false;
        let sofia = self.store.customer(SOFIA, now.day()).unwrap();
        if let Some(balance) = voided.balance {
            assert_eq!(balance, sofia.standing.balance);
        }
        self.balance = sofia.standing.balance.amount();
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Sell(lines, share, yes, keep, next) => {
                self.sell(&lines, share, yes, keep);
                self.now += next;
            }
            Step::Both(one, other) => self.both(one, other),
            Step::Void => self.void(),
            Step::Said(limits, credit) => {
                let stamp = Stamp::by(UserId(2), after(self.now));
                self.store
                    .limit(SOFIA, &said(limits.clone(), credit), stamp)
                    .unwrap();
                (self.limits, self.credit) = (limits, credit);
            }
            Step::Terms(rate, theirs) => {
                let now = after(self.now);
                let percent = format!("{}.{:02}", rate / 100, rate % 100);
                let payer = if theirs {
                    Payer::Customer
                } else {
                    Payer::Canteen
                };
                let terms = terms(4, now.day(), &percent, i64::from(rate), payer);
                self.store
                    .set_terms(&[terms], Stamp::by(UserId(2), now))
                    .unwrap();
            }
        }
    }
}

fn items(lines: &[(i64, i64)]) -> u32 {
    let items = lines.iter().map(|(product, thousandths)| match product {
        3 => 1,
        _ => u32::try_from(thousandths / 1_000).unwrap(),
    });
    items.sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Over random histories no limit is passed without the approval fact that names it, carts that
    /// are checked together never bring the balance below its limit, money in is money out with
    /// commissions and kept change, and the books balance.
    #[test]
    fn no_limit_is_passed_without_an_approval_and_every_guarani_is_accounted_for(
        balance in 0_i64..80_000,
        steps in proptest::collection::vec(step(), 1..28),
    ) {
        let mut books = Books {
            store: a_store(balance),
            shop: Shop::default(),
            now: 0,
            limits: Limits::default(),
            credit: 0,
            balance,
            sold: Vec::new(),
        };
        for step in steps {
            books.take(step);
            let sofia = books.store.customer(SOFIA, after(books.now).day()).unwrap();
            prop_assert_eq!(sofia.standing.balance, g(books.balance));
        }
        prop_assert_eq!(books.store.self_check().unwrap().broken, []);
        let sum = "SELECT coalesce(sum(balance), 0) FROM account";
        let sum: i64 = books.store.db.query_row(sum, (), |row| row.get(0)).unwrap();
        prop_assert_eq!(sum, 0);
        let cost = "SELECT coalesce(sum(commission - surcharge), 0) FROM payment";
        let cost: i64 = books.store.db.query_row(cost, (), |row| row.get(0)).unwrap();
        prop_assert_eq!(balance_of(&books.store, 9), -cost);
        let all = "SELECT coalesce(sum(commission), 0) FROM payment";
        let all: i64 = books.store.db.query_row(all, (), |row| row.get(0)).unwrap();
        prop_assert_eq!(balance_of(&books.store, WITHHELD), all);
    }
}
