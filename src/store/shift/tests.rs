//! What shifts promise, on a real store.

use chrono::DateTime;
use proptest::prelude::*;

use super::*;
use crate::domain::cart::Cart;
use crate::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use crate::domain::diet::{Declarations, Policy};
use crate::domain::ledger::{Movement, Unmoved};
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::sale::{Sale, Void};
use crate::domain::shift::{CashCount, Report};
use crate::domain::student::NewStudent;
use crate::domain::tax::Rate;
use crate::domain::tender::{Offer, Reference, TenderKind};
use crate::domain::user::{Approval, Approved, Right, Role, User};
use crate::domain::{CartId, Quantity, SaleId, StudentId, TenderId};
use crate::store::{Printing, Ticketing, ZPaper};

const CASH: TenderId = TenderId(2);

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

/// So many minutes after seven on a Monday.
fn at(minute: i64) -> At {
    let seven = DateTime::parse_from_rfc3339("2026-11-23T07:00:00-03:00").unwrap();
    At {
        till: TillId(1),
        user: UserId(1),
        moment: Moment::new(seven).plus_millis(minute * 60_000),
    }
}

fn name() -> MovementId {
    MovementId(Uuid::now_v7())
}

struct Canteen(Store);

fn a_canteen() -> Canteen {
    let mut store = Store::in_memory().unwrap();
    store.add_user("María G.", Role::Cashier, "none").unwrap();
    store.add_user("Jorge", Role::Manager, "none").unwrap();
    let product = |name: &str, price, rate| NewProduct {
        name: name.into(),
        category: "Kiosco".into(),
        codes: Vec::new(),
        price: Price::new(g(price)).unwrap(),
        staff_price: None,
        cost: None,
        rate,
        unit: Unit::Each,
        stock: None,
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        statement: None,
        declarations: Declarations::none(),
    };
    let goods = [
        product("Chipa", 4_000, Rate::Ten),
        product("Banana", 1_530, Rate::Five),
        product("Jugo", 7_000, Rate::Exempt),
    ];
    let stamp = Stamp::at(at(0).moment);
    store.import_products(&goods, stamp).unwrap();
    let pupil = NewStudent {
        name: "Sofía Benítez".into(),
        grade: "5.º".into(),
        card: None,
        guardian: None,
        price_list: None,
        balance: g(500_000),
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    };
    store.import_students(&[pupil], stamp).unwrap();
    Canteen(store)
}

impl Canteen {
    fn open(&mut self, float: i64, at: At) -> Shift {
        self.0.open_shift(name(), g(float), at).unwrap()
    }

    fn sale(&self, product: i64, pieces: i32, kind: TenderKind, at: At) -> Sale {
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        if kind == TenderKind::Account {
            let pupil = self.0.customer(StudentId(1), at.moment.day()).unwrap();
            cart.identify(Some(pupil));
        }
        let catalogue = self.0.catalogue().unwrap();
        let product = catalogue.get(crate::domain::ProductId(product)).unwrap();
        cart.add(product, Quantity::pieces(pieces)).unwrap();
        let checked = cart.check(&Policy::standard(), at.moment.day()).unwrap();
        let total = cart.totals().total;
        let mut tenders = self.0.tenders().unwrap().into_iter();
        let tender = tenders.find(|tender| tender.kind == kind).unwrap();
        let offer = Offer {
            amount: match kind {
                TenderKind::Cash => total + g(2_000),
                _ => total,
            },
            reference: tender
                .needs_reference
                .then(|| Reference::parse("7").unwrap()),
            tender,
        };
        checked.pay(SaleId(Uuid::now_v7()), &[offer], at).unwrap()
    }

    fn sell(&mut self, product: i64, pieces: i32, kind: TenderKind, at: At) -> Sale {
        let sale = self.sale(product, pieces, kind, at);
        self.0.record(&sale, &silent(&Shop::default())).unwrap();
        sale
    }

    fn void(&mut self, sale: &Sale, at: At) {
        let jorge = User {
            id: UserId(2),
            name: "Jorge".into(),
            role: Role::Manager,
            active: true,
            own: crate::domain::user::OwnRights::none(),
        };
        let approval = Approval::by(&jorge, Right::Void, "se equivocó").unwrap();
        let on_file = self.0.on_file(sale.id()).unwrap();
        let void = Void::new(SaleId(Uuid::now_v7()), &on_file, approval, at).unwrap();
        self.0.void(&void, &silent(&Shop::default())).unwrap();
    }

    fn moves(&mut self, kind: MoveKind, amount: i64, at: At) {
        let moved = NewMove {
            id: name(),
            kind,
            amount: g(amount),
            reason: "para probar".into(),
        };
        self.0.move_cash(&moved, at).unwrap();
    }

    fn x(&self, at: At) -> Report {
        self.0.x(&Shop::default(), at.moment).unwrap()
    }

    fn count(&mut self, amount: i64, others: &[(TenderId, Money)], at: At) -> Vec<Counted> {
        let count = Count {
            id: name(),
            cash: CashCount::making(g(amount)),
            others: others.to_vec(),
        };
        self.0.count_shift(&count, at).unwrap()
    }

    fn close(&mut self, close: &Close, at: At) -> Result<Report, Error> {
        let shop = Shop::default();
        let paper = ZPaper {
            shop: &shop,
            render: &|_| ("Z".to_owned(), vec![1]),
        };
        self.0.close_shift(close, at, &paper)
    }

    /// Counts what is expected and closes.
    fn close_even(&mut self, at: At) -> Report {
        let expected = self.x(at).cash().unwrap().expected();
        self.count(expected.amount(), &[], at);
        self.close(&plain(), at).unwrap()
    }
}

fn silent(shop: &Shop) -> Ticketing<'_> {
    Ticketing {
        shop,
        render: &|_: &Receipt| Vec::new(),
        drawer: &[],
    }
}

fn plain() -> Close {
    Close {
        id: name(),
        explanation: None,
        approved: None,
        tolerance: g(5_000),
        next_float: None,
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> Refused {
    match result {
        Err(Error::Shift(refused)) => refused,
        other => panic!("{other:?}"),
    }
}

#[test]
fn expected_is_float_and_cash_of_this_shift_less_what_went_out() {
    let mut canteen = a_canteen();
    canteen.open(100_000, at(0));
    canteen.sell(1, 2, TenderKind::Cash, at(1)); // 8.000
    let wrong = canteen.sell(3, 1, TenderKind::Cash, at(2)); // 7.000
    canteen.void(&wrong, at(3));
    canteen.sell(1, 1, TenderKind::Debit, at(4));
    canteen.sell(1, 1, TenderKind::Account, at(5));
    canteen
        .0
        .top_up(name(), StudentId(1), CASH, g(50_000), at(6))
        .unwrap();
    canteen.moves(MoveKind::PaidIn, 20_000, at(7));
    canteen.moves(MoveKind::PaidOut, 5_000, at(8));
    canteen.moves(MoveKind::Drop, 60_000, at(9));
    let x = canteen.x(at(10));
    let cash = x.cash().unwrap();
    // 100.000 + 8.000 + 50.000 + 20.000 − 5.000 − 60.000
    assert_eq!(cash.expected(), g(113_000));
    assert_eq!((cash.received, cash.change), (g(19_000), g(4_000)));
    assert_eq!(cash.given_back, g(7_000));
    assert_eq!((x.sales.count, x.voids.count), (4, 1));
    assert_eq!(x.net(), g(16_000));
    assert_eq!((x.top_ups.count, x.top_ups.amount), (1, g(50_000)));
    assert_eq!(x.tickets, Some((1, 5)));
    let debit = x.drawers.iter().find(|of| of.kind == TenderKind::Debit);
    assert_eq!(debit.unwrap().expected(), g(4_000));
    assert!(canteen.0.self_check().unwrap().broken.is_empty());
}

fn undo(canteen: &mut Canteen, number: i64, at: At) -> Result<(), Error> {
    let jorge = User {
        id: UserId(2),
        name: "Jorge".into(),
        role: Role::Manager,
        active: true,
        own: crate::domain::user::OwnRights::none(),
    };
    let approval = Approval::by(&jorge, Right::Accounts, "error de carga").unwrap();
    let top_up = canteen.0.topped_up(number)?;
    let undo = Movement::undo(&top_up, approval, at)?;
    canteen.0.move_money(&undo, &Printing::SILENT).map(drop)
}

#[test]
fn a_top_up_that_is_undone_is_not_expected_of_the_drawer_any_more() {
    let mut canteen = a_canteen();
    canteen.open(100_000, at(0));
    let put_on = |canteen: &mut Canteen, amount, minute| {
        let top_up = canteen
            .0
            .top_up(name(), StudentId(1), CASH, g(amount), at(minute));
        top_up.unwrap();
    };
    put_on(&mut canteen, 200_000, 1);
    undo(&mut canteen, 1, at(2)).unwrap();
    put_on(&mut canteen, 20_000, 3);
    let x = canteen.x(at(4));
    assert_eq!(x.cash().unwrap().expected(), g(120_000));
    assert_eq!((x.top_ups.count, x.top_ups.amount), (2, g(220_000)));
    let undone = (x.top_ups_undone.count, x.top_ups_undone.amount);
    assert_eq!(undone, (1, g(200_000)));
    assert_eq!(x.withdrawals.count, 0);
    canteen.close_even(at(5));
    canteen.open(100_000, at(6));
    let of_before = undo(&mut canteen, 3, at(7));
    assert!(
        matches!(of_before, Err(Error::Unmoved(Unmoved::Counted))),
        "{of_before:?}"
    );
    assert!(canteen.0.self_check().unwrap().broken.is_empty());
}

#[test]
fn one_of_before_the_shift_that_looks_after_it_is_undone_in_it() {
    let mut canteen = a_canteen();
    let top_up = canteen
        .0
        .top_up(name(), StudentId(1), CASH, g(50_000), at(0));
    top_up.unwrap();
    canteen.open(10_000, at(1));
    undo(&mut canteen, 1, at(2)).unwrap();
    let cash = canteen.x(at(3)).cash().unwrap().clone();
    assert_eq!((cash.before, cash.undone), (g(50_000), g(50_000)));
    assert_eq!(cash.expected(), g(10_000));
}

#[test]
fn one_shift_is_open_at_a_time_and_the_same_name_twice_is_one() {
    let mut canteen = a_canteen();
    let (one, other) = (name(), name());
    let opened = canteen.0.open_shift(one, g(1_000), at(0)).unwrap();
    assert_eq!(
        canteen.0.open_shift(one, g(1_000), at(1)).unwrap().id,
        opened.id
    );
    assert_eq!(
        refused(canteen.0.open_shift(other, g(0), at(2))),
        Refused::OneOpen
    );
    assert_eq!(
        refused(canteen.0.open_shift(other, g(-1), at(2))),
        Refused::BadAmount
    );
}

#[test]
fn without_a_shift_nothing_moves_and_nothing_is_counted() {
    let mut canteen = a_canteen();
    let moved = NewMove {
        id: name(),
        kind: MoveKind::PaidIn,
        amount: g(1_000),
        reason: "cambio".into(),
    };
    assert_eq!(
        refused(canteen.0.move_cash(&moved, at(0))),
        Refused::NoneOpen
    );
    assert_eq!(refused(canteen.close(&plain(), at(0))), Refused::NoneOpen);
    assert_eq!(
        refused(canteen.0.x(&Shop::default(), at(0).moment)),
        Refused::NoneOpen
    );
    canteen.open(0, at(1));
    assert_eq!(refused(canteen.close(&plain(), at(2))), Refused::NotCounted);
}

#[test]
fn what_was_sold_without_a_shift_belongs_to_the_next_one_under_its_own_line() {
    let mut canteen = a_canteen();
    canteen.sell(1, 1, TenderKind::Cash, at(0));
    let waiting = canteen.0.desk(at(1).moment).unwrap().waiting;
    assert_eq!(waiting.sales.count, 1);
    canteen.open(10_000, at(2));
    canteen.sell(3, 1, TenderKind::Cash, at(3));
    let z = canteen.close_even(at(4));
    assert_eq!((z.sales.count, z.without_shift.sales.count), (1, 1));
    assert_eq!(z.cash().unwrap().expected(), g(10_000 + 4_000 + 7_000));
    canteen.sell(1, 2, TenderKind::Cash, at(5));
    canteen.open(5_000, at(6));
    let x = canteen.x(at(7));
    assert_eq!(x.without_shift.sales.amount, g(8_000));
    assert_eq!(x.cash().unwrap().expected(), g(13_000));
}

#[test]
fn the_first_shift_takes_nothing_of_the_days_before_it() {
    let mut canteen = a_canteen();
    canteen.sell(1, 1, TenderKind::Cash, at(-24 * 60));
    canteen.sell(3, 1, TenderKind::Cash, at(0));
    canteen.open(0, at(1));
    assert_eq!(canteen.x(at(2)).cash().unwrap().expected(), g(7_000));
}

#[test]
fn a_difference_is_explained_and_a_large_one_approved() {
    let mut canteen = a_canteen();
    canteen.open(50_000, at(0));
    canteen.count(45_000, &[], at(1));
    assert_eq!(refused(canteen.close(&plain(), at(2))), Refused::Explain);
    canteen.count(44_950, &[], at(3));
    let explained = Close {
        explanation: Some("vuelto mal dado".into()),
        ..plain()
    };
    assert_eq!(refused(canteen.close(&explained, at(4))), Refused::Approve);
    let approved = Close {
        approved: Some(Approved {
            by: UserId(2),
            reason: "vuelto mal dado".into(),
        }),
        ..explained
    };
    let z = canteen.close(&approved, at(5)).unwrap();
    let closing = z.closing.unwrap();
    assert_eq!(closing.number, 1);
    assert_eq!(closing.counted[0].difference(), g(-5_050));
    assert_eq!(closing.approved_by.as_deref(), Some("Jorge"));
    assert_eq!(closing.explanation.as_deref(), Some("vuelto mal dado"));
    assert_eq!(
        account::balance(&canteen.0.db, DIFFERENCE).unwrap(),
        g(-5_050)
    );
    assert!(canteen.0.self_check().unwrap().broken.is_empty());
}

#[test]
fn a_sale_after_the_count_asks_for_another_count() {
    let mut canteen = a_canteen();
    canteen.open(50_000, at(0));
    canteen.count(50_000, &[], at(1));
    assert!(canteen.0.desk(at(1).moment).unwrap().counted.is_some());
    canteen.sell(1, 1, TenderKind::Cash, at(2));
    assert!(canteen.0.desk(at(2).moment).unwrap().counted.is_none());
    assert_eq!(
        refused(canteen.close(&plain(), at(3))),
        Refused::CountedBefore
    );
    canteen.close_even(at(4));
}

#[test]
fn vouchers_are_counted_beside_cash_and_those_not_named_are_as_booked() {
    let mut canteen = a_canteen();
    canteen.open(0, at(0));
    canteen.sell(1, 1, TenderKind::Debit, at(1));
    canteen.sell(3, 1, TenderKind::Credit, at(2));
    let debit = canteen.sale(1, 1, TenderKind::Debit, at(3));
    let debit = debit.settlement().payments()[0].tender;
    let counted = canteen.count(0, &[(debit, g(3_000))], at(3));
    let of = |kind| counted.iter().find(|of| of.kind == kind).unwrap();
    assert_eq!(of(TenderKind::Debit).difference(), g(-1_000));
    assert_eq!(of(TenderKind::Credit).difference(), Money::ZERO);
}

#[test]
fn a_difference_of_vouchers_is_booked_and_explained_as_that_of_cash_is() {
    let mut canteen = a_canteen();
    canteen.open(0, at(0));
    let debit = canteen.sell(1, 1, TenderKind::Debit, at(1));
    let debit = debit.settlement().payments()[0].tender;
    canteen.count(0, &[(debit, g(3_000))], at(2));
    assert_eq!(refused(canteen.close(&plain(), at(3))), Refused::Explain);
    let explained = Close {
        explanation: Some("falta un comprobante".into()),
        ..plain()
    };
    let z = canteen.close(&explained, at(4)).unwrap();
    assert_eq!(z.closing.unwrap().explanation, explained.explanation);
    let on = |account| account::balance(&canteen.0.db, account).unwrap();
    assert_eq!(on(account::of_tender(debit)), g(-3_000), "as counted");
    assert_eq!(on(DIFFERENCE), g(-1_000));
    assert_eq!(canteen.0.self_check().unwrap().broken, []);
}

#[test]
fn a_z_is_kept_as_it_was_printed_and_closing_twice_is_closing_once() {
    let mut canteen = a_canteen();
    canteen.open(20_000, at(0));
    canteen.sell(1, 3, TenderKind::Cash, at(1));
    canteen.count(32_000, &[], at(2));
    let close = Close {
        next_float: Some(g(15_000)),
        ..plain()
    };
    let z = canteen.close(&close, at(3)).unwrap();
    assert_eq!(canteen.close(&close, at(4)).unwrap(), z);
    assert_eq!(canteen.0.z(1).unwrap(), z);
    assert_eq!(
        canteen.0.open_jobs().unwrap().len(),
        2,
        "a ticket and one Z"
    );
    let desk = canteen.0.desk(at(5).moment).unwrap();
    assert_eq!((desk.shift, desk.next_float), (None, g(15_000)));
    assert!(matches!(canteen.0.z(2), Err(Error::NotFound(_))));
    let zs = canteen.0.zs(10, at(5).moment).unwrap();
    assert_eq!((zs.len(), zs[0].net), (1, g(12_000)));
}

#[test]
fn a_hand_over_keeps_the_shift_and_says_what_was_counted() {
    let mut canteen = a_canteen();
    canteen.open(20_000, at(0));
    canteen.count(19_000, &[], at(1));
    let jorge = At {
        user: UserId(2),
        ..at(2)
    };
    canteen.0.hand_over(name(), UserId(1), true, jorge).unwrap();
    canteen.sell(1, 1, TenderKind::Cash, jorge);
    let x = canteen.x(at(3));
    assert_eq!(x.hand_overs.len(), 1);
    assert_eq!(x.hand_overs[0].counted, Some((g(19_000), g(20_000))));
    assert_eq!(x.by_cashier[0].name, "Jorge");
}

#[test]
fn a_drawer_opened_without_a_sale_is_counted_by_its_shift() {
    let mut canteen = a_canteen();
    canteen.open(0, at(0));
    let stamp = Stamp::by(UserId(1), at(1).moment);
    canteen
        .0
        .open_drawer_for(b"pulse", Some("cambiar un billete"), stamp)
        .unwrap();
    assert_eq!(canteen.x(at(2)).drawer_opened, 1);
}

#[test]
fn facts_of_shifts_are_never_changed() {
    let mut canteen = a_canteen();
    canteen.open(1_000, at(0));
    canteen.moves(MoveKind::PaidIn, 500, at(1));
    canteen.close_even(at(2));
    for table in [
        "shift",
        "cash_move",
        "shift_count",
        "shift_count_piece",
        "shift_count_tender",
        "shift_closed",
    ] {
        let deleted = canteen.0.db.execute(&format!("DELETE FROM {table}"), ());
        assert!(deleted.is_err(), "{table}");
    }
}

/// What a morning is made of.
#[derive(Debug, Clone)]
enum Happens {
    Sale(i64, i32, TenderKind),
    VoidLast,
    TopUp(i64),
    Move(MoveKind, i64),
    Close,
    Open(i64),
}

fn happens() -> impl Strategy<Value = Happens> {
    let kinds = prop::sample::select(vec![
        TenderKind::Cash,
        TenderKind::Account,
        TenderKind::Debit,
        TenderKind::Qr,
        TenderKind::Transfer,
    ]);
    prop_oneof![
        8 => (1_i64..4, 1_i32..4, kinds).prop_map(|(p, n, k)| Happens::Sale(p, n, k)),
        2 => Just(Happens::VoidLast),
        1 => (1_i64..50).prop_map(|coins| Happens::TopUp(coins * 1_000)),
        2 => (prop::sample::select(MoveKind::ALL.to_vec()), 1_i64..40)
            .prop_map(|(kind, coins)| Happens::Move(kind, coins * 500)),
        1 => Just(Happens::Close),
        1 => (0_i64..20).prop_map(|coins| Happens::Open(coins * 5_000)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn z_totals_equal_the_sum_of_their_sales_and_no_guarani_falls_between(
        day in prop::collection::vec(happens(), 1..60)
    ) {
        let mut canteen = a_canteen();
        let (mut last, mut zs): (Option<Sale>, Vec<Report>) = (None, Vec::new());
        for (minute, what) in (0..).zip(day) {
            let at = at(minute);
            let open = canteen.0.shift(at.moment).unwrap().is_some();
            match what {
                Happens::Sale(product, pieces, kind) => {
                    last = Some(canteen.sell(product, pieces, kind, at));
                }
                Happens::VoidLast => if let Some(sale) = last.take() {
                    canteen.void(&sale, at);
                },
                Happens::TopUp(amount) => canteen
                    .0
                    .top_up(name(), StudentId(1), CASH, g(amount), at)
                    .unwrap(),
                Happens::Move(kind, amount) if open => canteen.moves(kind, amount, at),
                Happens::Open(float) if !open => drop(canteen.open(float, at)),
                Happens::Close if open => zs.push(close_odd(&mut canteen, at)),
                Happens::Move(..) | Happens::Open(_) | Happens::Close => {}
            }
        }
        let end = at(600);
        if canteen.0.shift(end.moment).unwrap().is_none() {
            canteen.open(0, end);
        }
        zs.push(close_odd(&mut canteen, end));
        check(&canteen, &zs)?;
    }
}

/// Closes, whatever negative amount the drawer should hold.
fn close_odd(canteen: &mut Canteen, at: At) -> Report {
    let expected = canteen.x(at).cash().unwrap().expected();
    canteen.count(expected.or_zero().amount(), &[], at);
    let close = Close {
        explanation: Some("lo que hay".into()),
        tolerance: Money::MAX,
        ..plain()
    };
    canteen.close(&close, at).unwrap()
}

fn check(canteen: &Canteen, zs: &[Report]) -> Result<(), TestCaseError> {
    let sum = |sql: &str| -> i64 { canteen.0.db.query_row(sql, (), |row| row.get(0)).unwrap() };
    let sold = sum("SELECT coalesce(sum(total - rounding), 0) FROM sale");
    let net: Money = zs
        .iter()
        .map(|z| z.net() + z.without_shift.sales.amount)
        .sum();
    prop_assert_eq!(net.amount(), sold);
    for (n, z) in (1_i64..).zip(zs) {
        prop_assert_eq!(z.number(), Some(n));
        let paid: Money = z.by_tender.iter().map(|line| line.paid.amount).sum();
        prop_assert_eq!(paid, z.net());
        let cashiers: Money = z.by_cashier.iter().map(|line| line.sold.amount).sum();
        prop_assert_eq!(cashiers, z.net());
        let rates: Money = z.taxes.iter().map(|rate| rate.total).sum();
        prop_assert_eq!(rates, z.net() + z.rounding);
        let row = format!(
            "SELECT coalesce(sum(s.total - s.rounding), 0) FROM sale s WHERE s.shift = {}",
            z.shift.id.0
        );
        prop_assert_eq!(sum(&row), z.net().amount());
    }
    // Between shifts the drawer is empty in the books: every guaraní is in the safe or explained.
    prop_assert_eq!(sum("SELECT balance FROM account WHERE id = 12"), 0);
    prop_assert!(canteen.0.self_check().unwrap().broken.is_empty());
    Ok(())
}
