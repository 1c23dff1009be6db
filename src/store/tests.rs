//! What the store promises, on a real file.

use std::path::PathBuf;

use chrono::DateTime;
use tempfile::TempDir;
use uuid::Uuid;

use super::diet::Word;
use super::*;
use crate::domain::cart::{Cart, CheckedCart, Discount, Reduction};
use crate::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use crate::domain::diet::{
    Allergen, Declaration, Declarations, Declared, Policy, Restriction, Severity, Source,
};
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::sale::{At, CannotVoid, Sale, Void};
use crate::domain::student::{Card, CardRefused, CardState, NewStudent};
use crate::domain::tax::Rate;
use crate::domain::tender::{Offer, TenderKind};
use crate::domain::user::{Approval, Approved, Right, Role, User};
use crate::domain::{
    CardNumber, CartId, Moment, Money, ProductId, Quantity, SaleId, StudentId, TillId, UserId,
};

struct Canteen {
    _dir: TempDir,
    path: PathBuf,
    store: Store,
}

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn now() -> Moment {
    Moment::new(DateTime::parse_from_rfc3339("2026-11-23T11:42:00-03:00").unwrap())
}

fn at() -> At {
    At {
        till: TillId(1),
        user: UserId(1),
        moment: now(),
    }
}

fn product(name: &str, price: i64, state: Declared) -> NewProduct {
    let mut declarations = Declarations::none();
    let said = Declaration::new(state, Source::Label, now().day());
    declarations.declare(Allergen::PEANUT, said);
    NewProduct {
        name: name.into(),
        category: "Snacks".into(),
        codes: Vec::new(),
        price: Price::new(g(price)).unwrap(),
        staff_price: None,
        cost: None,
        rate: Rate::Ten,
        unit: Unit::Each,
        stock: Some(Quantity::pieces(10)),
        stock_rule: StockRule::Refuse,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        statement: None,
        declarations,
    }
}

/// Sofía: card 00414, ₲ 26.000, severely allergic to peanut. Product 1 is free of it, 2 contains it.
fn a_canteen() -> Canteen {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("cantina.db");
    let mut store = Store::open(&path).unwrap();
    store.add_user("María G.", Role::Cashier, "none").unwrap();
    let free = product("Manzana", 4_000, Declared::Free);
    let peanut = product("Barra de maní", 4_500, Declared::Contains);
    store
        .import_products(&[free, peanut], Stamp::at(now()))
        .unwrap();
    let sofia = NewStudent {
        name: "Sofía Benítez".into(),
        grade: "5.º grado B".into(),
        card: Some(CardNumber::parse("00414").unwrap()),
        guardian: None,
        price_list: None,
        balance: g(26_000),
        daily_limit: Some(g(20_000)),
        credit_limit: Some(Money::ZERO),
        restrictions: vec![Restriction::new(
            Allergen::PEANUT,
            Severity::Severe,
            "su madre",
        )],
        wishes: Vec::new(),
    };
    store.import_students(&[sofia], Stamp::at(now())).unwrap();
    Canteen {
        _dir: dir,
        path,
        store,
    }
}

impl Canteen {
    fn cart(&self, product: i64, pieces: i32, identified: bool) -> Cart {
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        if identified {
            let card = CardNumber::parse("00414").unwrap();
            cart.identify(Some(
                self.store.customer_by_card(&card, now().day()).unwrap(),
            ));
        }
        let catalogue = self.store.catalogue().unwrap();
        let product = catalogue.get(ProductId(product)).unwrap();
        cart.add(product, Quantity::pieces(pieces)).unwrap();
        cart
    }

    fn pay(&self, cart: &Cart, kind: TenderKind, amount: i64) -> Sale {
        let checked = cart.check(&Policy::standard(), now().day()).unwrap();
        let tender = self
            .store
            .tenders()
            .unwrap()
            .into_iter()
            .find(|tender| tender.kind == kind);
        let offer = Offer {
            tender: tender.unwrap(),
            amount: g(amount),
            reference: None,
        };
        checked.pay(SaleId(Uuid::now_v7()), &[offer], at()).unwrap()
    }

    fn record(&mut self, sale: &Sale) -> Result<Recorded, Error> {
        let ticketing = Ticketing {
            shop: &Shop::default(),
            render: &|_: &Receipt| vec![1, 2, 3],
            drawer: &[],
        };
        self.store.record(sale, &ticketing)
    }

    fn void(&mut self, of: SaleId) -> Result<Recorded, Error> {
        let rosa = User {
            id: UserId(1),
            name: "Rosa".into(),
            role: Role::Supervisor,
            active: true,
            own: crate::domain::user::OwnRights::none(),
        };
        let approval = Approval::by(&rosa, Right::Void, "error de carga").unwrap();
        let on_file = self.store.on_file(of)?;
        let void = Void::new(SaleId(Uuid::now_v7()), &on_file, approval, at())?;
        let ticketing = Ticketing {
            shop: &Shop::default(),
            render: &|_: &Receipt| vec![4],
            drawer: &[],
        };
        self.store.void(&void, &ticketing)
    }

    fn count(&self, sql: &str) -> i64 {
        self.store.db.query_row(sql, (), |row| row.get(0)).unwrap()
    }

    fn holds(&self) {
        let check = self.store.self_check().unwrap();
        assert_eq!(check.broken, [], "the self-check");
    }

    fn balance(&self) -> Money {
        self.store
            .customer(StudentId(1), now().day())
            .unwrap()
            .standing
            .balance
    }
}

#[test]
fn a_sale_moves_stock_and_balance_and_queues_its_ticket_in_one_go() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 2, true), TenderKind::Account, 8_000);
    let recorded = canteen.record(&sale).unwrap();
    assert_eq!(recorded.balance, Some(g(18_000)));
    assert_eq!(recorded.stocks, [(ProductId(1), Quantity::pieces(8))]);
    assert_eq!(
        canteen.store.next_job().unwrap().map(|job| job.bytes),
        Some(vec![1, 2, 3])
    );
    let customer = canteen.store.customer(StudentId(1), now().day()).unwrap();
    assert_eq!(customer.standing.spent_today, g(8_000));
    canteen.holds();
}

#[test]
fn committing_the_same_id_twice_is_one_sale_and_one_ticket() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 1, false), TenderKind::Cash, 5_000);
    let first = canteen.record(&sale).unwrap();
    let second = canteen.record(&sale).unwrap();
    assert_eq!(first.receipt, second.receipt);
    assert_eq!(second.print_job, None);
    assert_eq!(canteen.count("SELECT count(*) FROM sale"), 1);
    assert_eq!(canteen.count("SELECT count(*) FROM print_job"), 1);
}

#[test]
fn of_one_cart_at_most_one_sale_is_made_whatever_its_id() {
    let mut canteen = a_canteen();
    let cart = canteen.cart(1, 1, false);
    let sale = canteen.pay(&cart, TenderKind::Cash, 4_000);
    canteen.record(&sale).unwrap();
    let again = canteen.pay(&cart, TenderKind::Cash, 4_000);
    assert!(matches!(
        canteen.record(&again),
        Err(Error::AlreadySold { number: 1 })
    ));
}

#[test]
fn a_balance_spent_meanwhile_refuses_and_nothing_is_written() {
    let mut canteen = a_canteen();
    let one = canteen.pay(&canteen.cart(1, 4, true), TenderKind::Account, 16_000);
    let other = canteen.pay(&canteen.cart(1, 4, true), TenderKind::Account, 16_000);
    canteen.record(&one).unwrap();
    let refused = canteen.record(&other).unwrap_err();
    assert_eq!(refused.code(), "insufficient_balance");
    assert_eq!(canteen.count("SELECT count(*) FROM sale"), 1);
    canteen.holds();
}

/// Six apples, ₲ 24.000, are more than Sofía may spend a day.
fn beyond_her_limit(canteen: &Canteen) -> Sale {
    let cart = canteen.cart(1, 6, true);
    let mut checked = cart.check(&Policy::standard(), now().day()).unwrap();
    let tenders = canteen.store.tenders().unwrap();
    let offer = Offer {
        tender: tenders[0].clone(),
        amount: g(24_000),
        reference: None,
    };
    let pay = |checked: &CheckedCart| {
        checked.pay(SaleId(Uuid::now_v7()), std::slice::from_ref(&offer), at())
    };
    assert!(pay(&checked).is_err(), "nobody has approved it");
    let approved = Approved {
        by: UserId(1),
        reason: "su madre llamó".into(),
    };
    checked.lift(g(24_000), approved, now());
    pay(&checked).unwrap()
}

#[test]
fn a_sale_beyond_the_daily_limit_goes_through_with_an_approval_and_who_gave_it_is_on_file() {
    let mut canteen = a_canteen();
    let sale = beyond_her_limit(&canteen);
    let recorded = canteen.record(&sale).unwrap();
    assert_eq!(recorded.balance, Some(g(2_000)));
    let on_file = "SELECT count(*) FROM audit WHERE action = 'approve_daily_limit'
        AND subject = '1' AND user = 1 AND detail = 'su madre llamó'";
    assert_eq!(canteen.count(on_file), 1);
    canteen.holds();
}

#[test]
fn an_approval_does_not_cover_what_was_spent_after_it() {
    let mut canteen = a_canteen();
    let sale = beyond_her_limit(&canteen);
    let meanwhile = canteen.pay(&canteen.cart(1, 1, true), TenderKind::Account, 4_000);
    canteen.record(&meanwhile).unwrap();
    let refused = canteen.record(&sale).unwrap_err();
    assert_eq!(refused.code(), "insufficient_balance");
    assert_eq!(canteen.count("SELECT count(*) FROM sale"), 1);
    canteen.holds();
}

#[test]
fn a_label_read_meanwhile_refuses_inside_the_transaction() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 1, true), TenderKind::Account, 4_000);
    let word = Word {
        state: Declared::Contains,
        source: Source::Label,
        quote: None,
        against: None,
    };
    let words = [(Allergen::PEANUT, word)];
    let stamp = Stamp::by(UserId(1), now());
    canteen.store.declare(ProductId(1), &words, stamp).unwrap();
    assert!(matches!(canteen.record(&sale), Err(Error::Restricted(_))));
    assert_eq!(canteen.count("SELECT count(*) FROM sale"), 0);
    assert_eq!(canteen.balance(), g(26_000));
}

#[test]
fn the_last_piece_is_sold_once() {
    let mut canteen = a_canteen();
    let one = canteen.pay(&canteen.cart(1, 10, false), TenderKind::Cash, 40_000);
    let other = canteen.pay(&canteen.cart(1, 1, false), TenderKind::Cash, 4_000);
    canteen.record(&one).unwrap();
    assert!(matches!(
        canteen.record(&other),
        Err(Error::OutOfStock { .. })
    ));
    canteen.holds();
}

#[test]
fn a_void_gives_back_stock_balance_and_limit_and_cannot_be_done_twice() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 3, true), TenderKind::Account, 12_000);
    canteen.record(&sale).unwrap();
    let void = canteen.void(sale.id()).unwrap();
    assert_eq!((void.receipt.number, void.balance), (2, Some(g(26_000))));
    let customer = canteen.store.customer(StudentId(1), now().day()).unwrap();
    assert_eq!(customer.standing.spent_today, Money::ZERO);
    let again = canteen.void(sale.id()).unwrap_err();
    assert!(matches!(again, Error::CannotVoid(CannotVoid::Already)));
    let of_void = canteen.void(void.receipt.sale).unwrap_err();
    assert!(matches!(of_void, Error::CannotVoid(CannotVoid::IsVoid)));
    canteen.holds();
}

#[test]
fn facts_refuse_to_be_changed_or_taken_out() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 1, false), TenderKind::Cash, 4_000);
    canteen.record(&sale).unwrap();
    for table in [
        "sale",
        "sale_line",
        "payment",
        "entry",
        "posting",
        "stock_movement",
    ] {
        let deleted = canteen
            .store
            .db
            .execute(&format!("DELETE FROM {table}"), ());
        assert!(deleted.is_err(), "{table} was deleted from");
    }
    assert!(
        canteen
            .store
            .db
            .execute("UPDATE sale SET total = 1", ())
            .is_err()
    );
}

#[test]
fn a_held_cart_comes_back_until_it_is_sold() {
    let mut canteen = a_canteen();
    let cart = canteen.cart(1, 2, true);
    canteen
        .store
        .keep(&cart.save(), Some("mesa 3"), now().at)
        .unwrap();
    assert_eq!(canteen.store.held().unwrap()[0].cart, cart.save());
    let sale = canteen.pay(&cart, TenderKind::Account, 8_000);
    canteen.record(&sale).unwrap();
    assert_eq!(canteen.store.held().unwrap(), []);
    canteen.store.keep(&cart.save(), None, now().at).unwrap();
    assert_eq!(
        canteen.store.held().unwrap(),
        [],
        "a sold cart must not come back"
    );
}

#[test]
fn a_blocked_card_and_an_unknown_one_say_which() {
    let mut canteen = a_canteen();
    let number = CardNumber::parse("00414").unwrap();
    let blocked = Card {
        number: number.clone(),
        student: StudentId(1),
        state: CardState::Blocked,
        expires: None,
    };
    canteen.store.issue_card(&blocked).unwrap();
    let refused = canteen
        .store
        .customer_by_card(&number, now().day())
        .unwrap_err();
    assert!(matches!(refused, Error::Card(CardRefused::Blocked)));
    let unknown = CardNumber::parse("99999").unwrap();
    let refused = canteen
        .store
        .customer_by_card(&unknown, now().day())
        .unwrap_err();
    assert_eq!(refused.code(), "not_found");
}

#[test]
fn a_second_cantina_on_the_same_file_is_refused() {
    let canteen = a_canteen();
    assert!(matches!(
        Store::open(&canteen.path),
        Err(Error::AlreadyOpen(_))
    ));
}

#[test]
fn a_foreign_or_newer_or_broken_file_is_refused_and_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("cantina.db");
    std::fs::write(&path, "this is no database, but longer than a header of SQLite is: a hundred bytes and a few more to be sure").unwrap();
    assert!(matches!(Store::open(&path), Err(Error::NotADatabase(_))));
    let foreign = dir.path().join("foreign.db");
    let db = rusqlite::Connection::open(&foreign).unwrap();
    db.execute_batch("CREATE TABLE t (x)").unwrap();
    drop(db);
    assert!(matches!(Store::open(&foreign), Err(Error::NotADatabase(_))));
    let newer = dir.path().join("newer.db");
    drop(Store::open(&newer).unwrap());
    rusqlite::Connection::open(&newer)
        .unwrap()
        .execute_batch("PRAGMA user_version = 99")
        .unwrap();
    assert!(matches!(
        Store::open(&newer),
        Err(Error::NewerSchema { found: 99, .. })
    ));
}

#[test]
fn who_allowed_a_discount_and_why_is_on_file() {
    let mut canteen = a_canteen();
    let mut cart = canteen.cart(1, 2, false);
    let allowed = |reason: &str| {
        Some(Discount {
            reduction: Reduction::Amount(g(500)),
            approved: Approved {
                by: UserId(1),
                reason: reason.into(),
            },
        })
    };
    let line = cart.lines()[0].id();
    cart.discount_line(line, allowed("golpeada")).unwrap();
    cart.discount_ticket(allowed("pedido de la directora"))
        .unwrap();
    let sale = canteen.pay(&cart, TenderKind::Cash, 7_000);
    canteen.record(&sale).unwrap();
    for reason in ["golpeada", "pedido de la directora"] {
        let sql =
            "SELECT count(*) FROM audit WHERE action = 'discount' AND user = 1 AND detail = ?1";
        let noted: i64 = canteen
            .store
            .db
            .query_row(sql, [reason], |row| row.get(0))
            .unwrap();
        assert_eq!(noted, 1, "{reason}");
    }
}

fn pupil(name: &str, card: Option<&str>) -> NewStudent {
    NewStudent {
        name: name.into(),
        grade: "3.º A".into(),
        card: card.map(|number| CardNumber::parse(number).unwrap()),
        guardian: None,
        price_list: None,
        balance: g(10_000),
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    }
}

#[test]
fn pupils_stand_as_spanish_has_their_names_whatever_their_capitals_and_accents() {
    let mut canteen = a_canteen();
    let names = [
        "Zunilda",
        "ñandú Ana",
        "Óscar",
        "elena",
        "Nuria",
        "Ángel",
        "Olga",
    ];
    let list = names.map(|name| pupil(name, None));
    canteen
        .store
        .import_students(&list, Stamp::at(now()))
        .unwrap();
    let roll = canteen.store.roll().unwrap().into_iter();
    let listed: Vec<String> = roll.map(|(_, name, _)| name).collect();
    let people = canteen.store.people(false).unwrap().into_iter();
    assert_eq!(people.map(|one| one.name).collect::<Vec<_>>(), listed);
    let listed: Vec<&str> = listed
        .iter()
        .map(String::as_str)
        .filter(|name| names.contains(name))
        .collect();
    let spanish = [
        "Ángel",
        "elena",
        "Nuria",
        "ñandú Ana",
        "Olga",
        "Óscar",
        "Zunilda",
    ];
    assert_eq!(listed, spanish);
}

#[test]
fn a_pupil_without_a_card_is_not_taken_in_twice_and_may_get_one_later() {
    let mut canteen = a_canteen();
    let day = now().day();
    let mut take_in = |card| {
        let list = [pupil("Juan Ayala", card)];
        canteen
            .store
            .import_students(&list, Stamp::at(now()))
            .unwrap()[0]
    };
    let first = take_in(None);
    assert_eq!(take_in(None), first);
    assert_eq!(take_in(Some("00777")), first);
    assert_eq!(take_in(Some("00777")), first);
    let namesake = take_in(Some("00888"));
    assert_ne!(
        namesake, first,
        "a second card means a second child of that name"
    );
    let number = CardNumber::parse("00777").unwrap();
    let juan = canteen.store.customer_by_card(&number, day).unwrap();
    assert_eq!((juan.student.id, juan.standing.balance), (first, g(10_000)));
}

#[test]
fn a_pupil_found_by_name_has_the_card_that_works_today() {
    let mut canteen = a_canteen();
    let today = now().day();
    let card = |number: &str, expires| Card {
        number: CardNumber::parse(number).unwrap(),
        student: StudentId(1),
        state: CardState::Active,
        expires,
    };
    let yesterday = crate::domain::BusinessDay::from_number(today.number() - 1);
    canteen.store.issue_card(&card("00414", yesterday)).unwrap();
    canteen.store.issue_card(&card("00500", None)).unwrap();
    let sofia = canteen.store.customer(StudentId(1), today).unwrap();
    assert_eq!(sofia.card, Some(CardNumber::parse("00500").unwrap()));
    let mut cart = canteen.cart(1, 1, false);
    cart.identify(Some(sofia));
    let sale = canteen.pay(&cart, TenderKind::Account, 4_000);
    canteen.record(&sale).unwrap();
}

#[test]
fn a_clock_that_was_wrong_for_a_while_does_not_forget_what_was_spent_today() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 2, true), TenderKind::Account, 8_000);
    canteen.record(&sale).unwrap();
    let checked = canteen
        .cart(1, 1, false)
        .check(&Policy::standard(), now().day())
        .unwrap();
    let tenders = canteen.store.tenders().unwrap();
    let cash = tenders
        .into_iter()
        .find(|tender| tender.kind == TenderKind::Cash);
    let offer = Offer {
        tender: cash.unwrap(),
        amount: g(4_000),
        reference: None,
    };
    let yesterday = At {
        moment: now().plus_millis(-86_400_000),
        ..at()
    };
    let strayed = checked
        .pay(SaleId(Uuid::now_v7()), &[offer], yesterday)
        .unwrap();
    canteen.record(&strayed).unwrap();
    let sofia = canteen.store.customer(StudentId(1), now().day()).unwrap();
    assert_eq!(sofia.standing.spent_today, g(8_000));
}

#[test]
fn facts_are_not_replaced_either() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 1, false), TenderKind::Cash, 4_000);
    canteen.record(&sale).unwrap();
    for table in ["sale_line", "payment", "posting", "stock_movement"] {
        let sql = format!("REPLACE INTO {table} SELECT * FROM {table}");
        assert!(
            canteen.store.db.execute(&sql, ()).is_err(),
            "{table} was replaced"
        );
    }
}

#[path = "refund_tests.rs"]
mod refunds;
