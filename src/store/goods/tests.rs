//! Products kept, their prices by day, their codes and labels.

use chrono::DateTime;
use uuid::Uuid;

use crate::domain::cart::Cart;
use crate::domain::catalogue::{GENERAL, NewProduct, Price, STAFF, StockRule, Unit};
use crate::domain::code::Code;
use crate::domain::diet::{Declarations, Policy};
use crate::domain::goods::{Edited, Holds, MassEdit, NewPhoto, NewPrice, Scale, TileColour};
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::sale::{At, Sale};
use crate::domain::tax::Rate;
use crate::domain::tender::{Offer, TenderKind};
use crate::domain::user::Role;
use crate::domain::{
    BusinessDay, CartId, Moment, Money, ProductId, Quantity, SaleId, TillId, UserId,
};
use crate::store::{Error, Recorded, Stamp, Store, Ticketing};

const CHIPA: ProductId = ProductId(1);

/// Noon, so many days after a Monday.
fn noon(days: i64) -> Moment {
    let monday = Moment::new(DateTime::parse_from_rfc3339("2026-11-23T12:00:00-03:00").unwrap());
    monday.plus_millis(days * 86_400_000)
}

fn day(days: i64) -> BusinessDay {
    noon(days).day()
}

fn by(days: i64) -> Stamp {
    Stamp::by(UserId(1), noon(days))
}

fn price(amount: i64) -> Price {
    Price::try_from(amount).unwrap()
}

fn chipa(amount: i64) -> NewProduct {
    NewProduct {
        name: "Chipa".into(),
        category: "Panadería".into(),
        codes: vec![Code::parse("101").unwrap()],
        price: price(amount),
        staff_price: Some(price(3_000)),
        cost: None,
        rate: Rate::Five,
        unit: Unit::Each,
        stock: None,
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: Some("almidón, queso".into()),
        statement: Some("Contiene leche".into()),
        declarations: Declarations::none(),
    }
}

/// Chipa at ₲ 4.000, to staff at ₲ 3.000.
fn a_store() -> Store {
    let mut store = Store::in_memory().unwrap();
    store.add_user("Ana", Role::Manager, "none").unwrap();
    store
        .import_products(&[chipa(4_000)], Stamp::at(noon(0)))
        .unwrap();
    store
}

fn form(name: &str) -> Edited {
    Edited {
        name: name.into(),
        category: "Panadería".into(),
        codes: Vec::new(),
        scale: None,
        cost: None,
        rate: Rate::Ten,
        unit: Unit::Each,
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        place: None,
        colour: None,
        active: true,
        ingredients: None,
        prices: vec![NewPrice {
            list: GENERAL,
            amount: Some(price(5_000)),
            since: day(0),
        }],
        photo: NewPhoto::Kept,
    }
}

fn sold_at(store: &Store, days: i64) -> Option<i64> {
    let catalogue = store.catalogue_on(day(days)).unwrap();
    let product = catalogue.get(CHIPA)?;
    product.price(GENERAL).map(i64::from)
}

/// What the customer was shown on one day, sold on another.
fn sell(store: &mut Store, shown: i64, sold: i64) -> Result<Recorded, Error> {
    let catalogue = store.catalogue_on(day(shown)).unwrap();
    let mut cart = Cart::new(CartId(Uuid::now_v7()));
    cart.add(catalogue.get(CHIPA).unwrap(), Quantity::ONE)
        .unwrap();
    let checked = cart.check(&Policy::standard(), day(shown)).unwrap();
    let tenders = store.tenders().unwrap();
    let cash = tenders.into_iter().find(|of| of.kind == TenderKind::Cash);
    let offer = Offer {
        tender: cash.unwrap(),
        amount: cart.totals().total,
        reference: None,
    };
    let at = At {
        till: TillId(1),
        user: UserId(1),
        moment: noon(sold),
    };
    let sale: Sale = checked.pay(SaleId(Uuid::now_v7()), &[offer], at).unwrap();
    let ticketing = Ticketing {
        shop: &Shop::default(),
        render: &|_: &Receipt| vec![1],
        drawer: &[],
    };
    store.record(&sale, &ticketing)
}

#[test]
fn a_future_price_takes_effect_by_itself_and_only_then() {
    let mut store = a_store();
    let mut edited = form("Chipa");
    edited.prices = vec![NewPrice {
        list: GENERAL,
        amount: Some(price(4_500)),
        since: day(7),
    }];
    store.keep_product(Some(CHIPA), &edited, by(0)).unwrap();
    assert_eq!(sold_at(&store, 6), Some(4_000));
    assert_eq!(sold_at(&store, 7), Some(4_500));
    let told = store.good(CHIPA, day(0)).unwrap().prices;
    assert_eq!(told[0].since, Some(day(7)));
    assert_eq!(told[0].by.as_deref(), Some("Ana"));
    assert_eq!(
        told.last().unwrap().since,
        None,
        "the first holds since ever"
    );
}

#[test]
fn a_price_that_changed_since_it_was_shown_is_not_charged() {
    let mut store = a_store();
    let mut edited = form("Chipa");
    edited.prices = vec![NewPrice {
        list: GENERAL,
        amount: Some(price(4_500)),
        since: day(1),
    }];
    store.keep_product(Some(CHIPA), &edited, by(0)).unwrap();
    let refused = sell(&mut store, 0, 1);
    assert!(
        matches!(refused, Err(Error::PriceChanged { .. })),
        "{refused:?}"
    );
    let sold = sell(&mut store, 1, 1).unwrap();
    assert_eq!(sold.receipt.total, Money::guaranies(4_500));
    assert!(sell(&mut store, 0, 0).is_ok());
    assert_eq!(store.self_check().unwrap().broken, []);
}

#[test]
fn a_price_to_come_is_taken_back_by_saying_what_holds_before_it() {
    let mut store = a_store();
    let mut say = |amount: i64, since| {
        let mut edited = form("Chipa");
        edited.prices = vec![NewPrice {
            list: GENERAL,
            amount: Some(price(amount)),
            since,
        }];
        store.keep_product(Some(CHIPA), &edited, by(0)).unwrap();
    };
    say(4_500, day(7));
    say(4_000, day(7));
    assert_eq!(sold_at(&store, 8), Some(4_000));
    assert_eq!(
        store.good(CHIPA, day(0)).unwrap().prices.len(),
        4,
        "nothing is taken out"
    );
}

#[test]
fn the_import_says_prices_only_where_they_are_others() {
    let mut store = a_store();
    let facts = |store: &Store| store.good(CHIPA, day(0)).unwrap().prices.len();
    assert_eq!(facts(&store), 2);
    store
        .import_products(&[chipa(4_000)], Stamp::at(noon(1)))
        .unwrap();
    assert_eq!(facts(&store), 2);
    let cheaper = NewProduct {
        staff_price: None,
        ..chipa(3_500)
    };
    store
        .import_products(&[cheaper], Stamp::at(noon(2)))
        .unwrap();
    assert_eq!(facts(&store), 4);
    assert_eq!(
        (sold_at(&store, 1), sold_at(&store, 2)),
        (Some(4_000), Some(3_500))
    );
    let catalogue = store.catalogue_on(day(2)).unwrap();
    let staff = catalogue.get(CHIPA).unwrap().price(STAFF);
    assert_eq!(
        staff,
        Some(price(3_500)),
        "without a price of its own the general one"
    );
}

#[test]
fn a_code_or_a_label_of_another_product_is_refused_with_its_name() {
    let mut store = a_store();
    let mut edited = form("Medialuna");
    edited.codes = vec![Code::parse("101").unwrap()];
    let refused = store.keep_product(None, &edited, by(0));
    assert!(
        matches!(&refused, Err(Error::Taken(what)) if what == "101 (Chipa)"),
        "{refused:?}"
    );
    edited.codes = vec![Code::parse("102").unwrap(), Code::parse("103").unwrap()];
    edited.scale = Some(Scale::new(20, 7, Holds::Weight).unwrap());
    let medialuna = store.keep_product(None, &edited, by(0)).unwrap();
    let mut other = form("Sopa");
    other.scale = edited.scale;
    let refused = store.keep_product(None, &other, by(0));
    assert!(matches!(&refused, Err(Error::Taken(what)) if what == "20 00007 (Medialuna)"));
    assert!(matches!(
        store.keep_product(None, &form("Chipa"), by(0)),
        Err(Error::Taken(_))
    ));
    assert_eq!(store.good(medialuna, day(0)).unwrap().good.codes.len(), 2);
    assert_eq!(
        store.catalogue_on(day(0)).unwrap().products().len(),
        2,
        "nothing half kept"
    );
}

#[test]
fn a_scales_label_finds_its_product_and_how_much_of_it() {
    let mut store = a_store();
    let mut edited = form("Queso Paraguay");
    edited.unit = Unit::Kilogram;
    edited.scale = Some(Scale::new(21, 1_234, Holds::Weight).unwrap());
    let cheese = store.keep_product(None, &edited, by(0)).unwrap();
    let catalogue = store.catalogue_on(day(0)).unwrap();
    let body = "210123400350";
    let check = crate::domain::code::ean_check_digit(body).unwrap();
    let code = Code::parse(&format!("{body}{check}")).unwrap();
    let (product, quantity) = catalogue.by_label(&code, GENERAL).unwrap();
    assert_eq!((product.id, quantity), (cheese, Quantity::thousandths(350)));
}

#[test]
fn a_product_that_is_let_go_stays_on_file_and_comes_back() {
    let mut store = a_store();
    sell(&mut store, 0, 0).unwrap();
    let off = [(CHIPA, MassEdit::Active(false))];
    assert_eq!(store.change_products(&off, by(0)).unwrap(), 1);
    assert_eq!(
        store.change_products(&off, by(0)).unwrap(),
        0,
        "nothing more to change"
    );
    assert_eq!(sold_at(&store, 0), None);
    assert!(!store.good(CHIPA, day(0)).unwrap().good.active);
    store
        .change_products(&[(CHIPA, MassEdit::Active(true))], by(0))
        .unwrap();
    assert_eq!(sold_at(&store, 0), Some(4_000));
}

#[test]
fn a_product_comes_back_only_while_no_other_has_its_name() {
    let mut store = a_store();
    let active = |active| [(CHIPA, MassEdit::Active(active))];
    store.change_products(&active(false), by(0)).unwrap();
    let other = store.keep_product(None, &form("Chipa"), by(0)).unwrap();
    let refused = store.change_products(&active(true), by(0));
    assert!(
        matches!(&refused, Err(Error::Taken(name)) if name == "Chipa"),
        "{refused:?}"
    );
    assert!(!store.good(CHIPA, day(0)).unwrap().good.active);
    store
        .change_products(&[(other, MassEdit::Active(false))], by(0))
        .unwrap();
    assert_eq!(store.change_products(&active(true), by(0)).unwrap(), 1);
}

#[test]
fn what_a_product_costs_is_said_with_the_day_here_and_by_whom_and_once() {
    let mut store = a_store();
    let late = Moment::new(DateTime::parse_from_rfc3339("2026-11-23T22:00:00-03:00").unwrap());
    let stamp = Stamp::by(UserId(1), late);
    let said = |store: &Store| -> Vec<(i64, i64, Option<i64>)> {
        let mut select = store
            .db
            .prepare("SELECT cost, day, user FROM product_cost ORDER BY seq")
            .unwrap();
        let rows = select.query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        rows.unwrap().map(Result::unwrap).collect()
    };
    let mut edited = form("Chipa");
    edited.cost = Some(Money::guaranies(2_000));
    store.keep_product(Some(CHIPA), &edited, stamp).unwrap();
    store.keep_product(Some(CHIPA), &edited, by(1)).unwrap();
    let here = day(0).number();
    assert_eq!(said(&store), [(2_000, here, Some(1))]);
    let list = |cost| NewProduct {
        cost,
        codes: Vec::new(),
        ..chipa(4_000)
    };
    for cost in [Some(2_500), None] {
        let list = list(cost.map(Money::guaranies));
        store.import_products(&[list], stamp).unwrap();
    }
    assert_eq!(
        said(&store),
        [(2_000, here, Some(1)), (2_500, here, Some(1))],
        "a list without a cost says nothing of it"
    );
    let cost = store.good(CHIPA, day(0)).unwrap().good.cost;
    assert_eq!(cost, Some(Money::guaranies(2_500)));
}

#[test]
fn many_are_changed_all_or_none() {
    let mut store = a_store();
    let changes = [
        (CHIPA, MassEdit::Price(price(9_000), day(0))),
        (ProductId(99), MassEdit::Price(price(9_000), day(0))),
    ];
    assert!(matches!(
        store.change_products(&changes, by(0)),
        Err(Error::NotFound(_))
    ));
    assert_eq!(sold_at(&store, 0), Some(4_000));
    let changes = [(CHIPA, MassEdit::Category("Almuerzo".into()))];
    store.change_products(&changes, by(0)).unwrap();
    assert_eq!(store.good(CHIPA, day(0)).unwrap().category, "Almuerzo");
}

#[test]
fn the_form_keeps_looks_and_leaves_the_label_as_it_was() {
    let mut store = a_store();
    let mut edited = form("Chipa grande");
    edited.ingredients = Some("almidón, queso".into());
    edited.prices = Vec::new();
    (edited.favourite, edited.place) = (true, Some(3));
    edited.colour = TileColour::new(2);
    edited.photo = NewPhoto::Of(vec![1, 2, 3]);
    store.keep_product(Some(CHIPA), &edited, by(0)).unwrap();
    let detail = store.good(CHIPA, day(0)).unwrap();
    assert_eq!(detail.photo.as_deref(), Some(&[1, 2, 3][..]));
    assert_eq!(detail.ingredients.as_deref(), Some("almidón, queso"));
    assert_eq!(detail.good.price, Some(price(4_000)));
    let look = store.catalogue_on(day(0)).unwrap().look(CHIPA);
    assert_eq!(
        (look.place, look.colour, look.photo),
        (Some(3), TileColour::new(2), true)
    );
    let text: Option<String> = store
        .db
        .query_row(
            "SELECT statement FROM product_text ORDER BY seq DESC LIMIT 1",
            (),
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(text.as_deref(), Some("Contiene leche"));
    edited.photo = NewPhoto::Of(vec![0; 131_073]);
    assert!(
        store.keep_product(Some(CHIPA), &edited, by(0)).is_err(),
        "too large a picture"
    );
}

#[test]
fn who_changed_a_product_is_in_the_audit() {
    let mut store = a_store();
    let mut edited = form("Chipa grande");
    edited.prices = Vec::new();
    store.keep_product(Some(CHIPA), &edited, by(0)).unwrap();
    let (action, detail): (String, String) = store
        .db
        .query_row(
            "SELECT action, detail FROM audit ORDER BY seq DESC LIMIT 1",
            (),
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    assert_eq!(action, "product_changed");
    assert_eq!(
        detail,
        "Chipa → Chipa grande · 101 →  · IVA 5 % → IVA 10 % · almidón, queso → –"
    );
}
