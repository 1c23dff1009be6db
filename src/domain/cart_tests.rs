//! What a cart promises.

use std::sync::Arc;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::account::Standing;
use crate::domain::catalogue::STAFF;
use crate::domain::diet::{
    Allergen, Declaration, Declared, Knowledge, Known, Restriction, Severity, Source,
};
use crate::domain::limits::Limited;
use crate::domain::student::Student;
use crate::domain::tax::Rate;
use crate::domain::{AccountId, CategoryId};

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn today() -> BusinessDay {
    BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

fn product(id: i64, price: i64) -> Product {
    Product {
        id: ProductId(id),
        name: format!("Producto {id}"),
        category: CategoryId(1),
        codes: Vec::new(),
        prices: BTreeMap::from([(GENERAL, Price::new(g(price)).unwrap())]),
        rate: Rate::Ten,
        unit: Unit::Each,
        stock: Quantity::pieces(10),
        stock_rule: StockRule::Refuse,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        known: Known::nothing().into(),
        active: true,
    }
}

fn containing(mut product: Product, allergen: Allergen, state: Declared) -> Product {
    let said = Declaration::new(state, Source::Label, today());
    Arc::make_mut(&mut product.known).learn(allergen, Knowledge::said(said));
    product
}

fn pupil(allergies: &[(Allergen, Severity)]) -> Customer {
    let restriction = |(allergen, severity): &(Allergen, Severity)| {
        Restriction::new(*allergen, *severity, "su madre")
    };
    let student = Student {
        id: StudentId(1),
        name: "Sofía Benítez".into(),
        grade: "5.º grado B".into(),
        guardian: None,
        account: AccountId(1),
        price_list: GENERAL,
        daily_limit: None,
        credit_limit: Money::ZERO,
        restrictions: allergies.iter().map(restriction).collect(),
        wishes: Vec::new(),
        low_mark: None,
        photo: None,
        active: true,
    };
    let standing = Standing {
        balance: g(26_000),
        credit_limit: Money::ZERO,
        daily_limit: None,
        spent_today: Money::ZERO,
    };
    Customer {
        student,
        card: None,
        standing,
        limits: Limited::default(),
    }
}

fn cart() -> Cart {
    Cart::new(CartId(Uuid::nil()))
}

fn approved() -> Approved {
    Approved {
        by: UserId(2),
        reason: "cumpleaños".into(),
    }
}

#[test]
fn pieces_of_one_product_are_one_line() {
    let mut cart = cart();
    let empanada = Arc::new(product(1, 6_000));
    let first = cart.add(&empanada, Quantity::ONE).unwrap();
    let second = cart.add(&empanada, Quantity::pieces(2)).unwrap();
    assert_eq!(first, second);
    assert_eq!(cart.totals().total, g(18_000));
}

#[test]
fn weighed_goods_are_a_line_each() {
    let mut cart = cart();
    let fruit = Arc::new(Product {
        unit: Unit::Kilogram,
        ..product(1, 20_000)
    });
    cart.add(&fruit, Quantity::thousandths(350)).unwrap();
    cart.add(&fruit, Quantity::thousandths(150)).unwrap();
    assert_eq!(cart.lines().len(), 2);
    assert_eq!(cart.totals().total, g(10_000));
}

#[test]
fn half_a_piece_nothing_and_a_million_are_refused_and_the_cart_is_as_it_was() {
    let mut cart = cart();
    let empanada = Arc::new(product(1, 6_000));
    cart.add(&empanada, Quantity::ONE).unwrap();
    let before = cart.clone();
    for (quantity, error) in [
        (Quantity::thousandths(500), BadQuantity::NotWhole),
        (Quantity::ZERO, BadQuantity::NotPositive),
        (Quantity::pieces(-1), BadQuantity::NotPositive),
        (Quantity::pieces(1_000_000), BadQuantity::TooLarge),
        (Quantity::thousandths(i64::MAX), BadQuantity::TooLarge),
    ] {
        assert_eq!(
            cart.add(&empanada, quantity),
            Err(CartError::Quantity(error))
        );
    }
    assert_eq!(cart, before);
}

#[test]
fn no_more_is_sold_than_there_is_unless_the_product_says_so() {
    let mut cart = cart();
    let limited = Arc::new(product(1, 1_000));
    cart.add(&limited, Quantity::pieces(8)).unwrap();
    let left = Quantity::pieces(10);
    assert_eq!(
        cart.add(&limited, Quantity::pieces(3)),
        Err(CartError::OutOfStock { left })
    );
    let kitchen = Arc::new(Product {
        stock_rule: StockRule::Allow,
        ..product(2, 1_000)
    });
    assert!(cart.add(&kitchen, Quantity::pieces(500)).is_ok());
}

#[test]
fn staff_pay_the_staff_price_also_when_identified_last() {
    let mut cart = cart();
    let mut lunch = product(1, 20_000);
    lunch.prices.insert(STAFF, Price::new(g(15_000)).unwrap());
    cart.add(&Arc::new(lunch), Quantity::ONE).unwrap();
    let mut teacher = pupil(&[]);
    teacher.student.price_list = STAFF;
    cart.identify(Some(teacher));
    assert_eq!(cart.totals().total, g(15_000));
    cart.identify(None);
    assert_eq!(cart.totals().total, g(20_000));
}

#[test]
fn a_refused_product_cannot_reach_payment_whoever_is_identified_when() {
    let peanut_bar = Arc::new(containing(
        product(1, 4_500),
        Allergen::PEANUT,
        Declared::Contains,
    ));
    let allergic = pupil(&[(Allergen::PEANUT, Severity::Severe)]);
    for pupil_first in [true, false] {
        let mut cart = cart();
        if pupil_first {
            cart.identify(Some(allergic.clone()));
        }
        cart.add(&peanut_bar, Quantity::ONE).unwrap();
        cart.identify(Some(allergic.clone()));
        let unready = cart.check(&Policy::standard(), today());
        assert!(
            matches!(unready, Err(Unready::Restricted(_))),
            "pupil first: {pupil_first}"
        );
    }
}

#[test]
fn no_answer_opens_a_refusal_and_an_approval_is_needed_where_the_policy_asks_for_one() {
    let bar = Arc::new(containing(
        product(1, 4_500),
        Allergen::PEANUT,
        Declared::Contains,
    ));
    let policy = Policy::standard();
    for (severity, approval, sold) in [
        (Severity::Mild, None, true),
        (Severity::Moderate, None, false),
        (Severity::Moderate, Some(approved()), true),
        (Severity::Severe, Some(approved()), false),
        (Severity::Critical, Some(approved()), false),
    ] {
        let mut cart = cart();
        cart.identify(Some(pupil(&[(Allergen::PEANUT, severity)])));
        cart.add(&bar, Quantity::ONE).unwrap();
        for conflict in cart.conflicts(&policy, today()) {
            cart.decide(Decision {
                student: StudentId(1),
                product: conflict.product.id,
                reason: conflict.reasons[0].clone(),
                confirmed_by: UserId(1),
                approved: approval.clone(),
            });
        }
        assert_eq!(
            cart.check(&policy, today()).is_ok(),
            sold,
            "{severity:?} {approval:?}"
        );
    }
}

#[test]
fn an_answer_holds_only_for_what_was_shown() {
    let policy = Policy::standard();
    let mut cart = cart();
    cart.identify(Some(pupil(&[(Allergen::MILK, Severity::Mild)])));
    cart.add(&Arc::new(product(1, 5_000)), Quantity::ONE)
        .unwrap();
    let unknown = cart.conflicts(&policy, today()).remove(0);
    cart.decide(Decision {
        student: StudentId(1),
        product: ProductId(1),
        reason: unknown.reasons[0].clone(),
        confirmed_by: UserId(1),
        approved: None,
    });
    assert!(cart.check(&policy, today()).is_ok());
    let relabelled = containing(product(1, 5_000), Allergen::MILK, Declared::Contains);
    cart.refresh(&Arc::new(relabelled));
    assert!(
        cart.check(&policy, today()).is_err(),
        "the label was read: somebody must look again"
    );
}

#[test]
fn a_cart_comes_back_from_hold_with_what_was_chosen() {
    let mut cart = cart();
    let bread = Arc::new(product(1, 3_000));
    let line = cart.add(&bread, Quantity::pieces(2)).unwrap();
    cart.note_line(line, "sin tostar").unwrap();
    let json = serde_json::to_string(&cart.save()).unwrap();
    let saved: SavedCart = serde_json::from_str(&json).unwrap();
    let find = |id| (id == ProductId(1)).then(|| Arc::clone(&bread));
    let (back, gone) = Cart::restore(saved.clone(), None, find);
    assert_eq!((back.totals(), gone.len()), (cart.totals(), 0));
    let (empty, gone) = Cart::restore(saved, None, |_| None);
    assert_eq!((empty.lines().len(), gone), (0, vec![ProductId(1)]));
}

/// amount × per cent ÷ 100, half a guaraní upwards, never more than there is: worked out by hand.
#[test]
fn a_percentage_is_taken_off_to_the_guarani() {
    for (percent, gross, off) in [
        ("10", 18_000, 1_800),
        ("10", 5, 1), // 0,5 upwards
        ("10", 4, 0), // 0,4
        ("33", 100, 33),
        ("33", 350, 116),     // 115,5 upwards
        ("12.5", 4_030, 504), // 503,75
        ("12.5", 4_028, 504), // 503,5 upwards
        ("0.1", 499, 0),      // 0,499
        ("0.1", 500, 1),      // 0,5 upwards
        ("100", 7_777, 7_777),
    ] {
        let reduction = Reduction::Percent(percent.parse().unwrap());
        assert_eq!(reduction.of(g(gross)), g(off), "{percent} % of {gross}");
    }
}

proptest! {
    #[test]
    fn lines_total_and_iva_agree_to_the_guarani(
        lines in proptest::collection::vec((1_i64..500_000, 1_i32..20, 0_usize..3), 1..30),
        percent in 1_i64..100,
        amount in 1_i64..2_000_000,
    ) {
        let mut cart = cart();
        for (id, (price, pieces, rate)) in (0_i64..).zip(lines) {
            let rate = Rate::ALL[rate];
            let stock_rule = StockRule::Allow;
            let product = Arc::new(Product { rate, stock_rule, ..product(id, price) });
            let line = cart.add(&product, Quantity::pieces(pieces)).unwrap();
            if id % 3 == 0 {
                let reduction = Reduction::Percent(Decimal::from(percent));
                cart.discount_line(line, Some(Discount { reduction, approved: approved() })).unwrap();
            }
        }
        let reduction = Reduction::Amount(g(amount));
        cart.discount_ticket(Some(Discount { reduction, approved: approved() })).unwrap();
        let totals = cart.totals();
        prop_assert_eq!(totals.nets.iter().copied().sum::<Money>(), totals.total);
        prop_assert_eq!(totals.taxes.iter().map(|at| at.total).sum::<Money>(), totals.total);
        prop_assert_eq!(totals.subtotal - totals.discount, totals.total);
        prop_assert!(totals.nets.iter().all(|net| !net.is_negative()));
    }

    #[test]
    fn the_largest_cart_stays_inside_its_bounds(lines in 1_usize..=200) {
        let mut cart = cart();
        for id in 0..i64::try_from(lines).unwrap() {
            let product = Product { unit: Unit::Kilogram, stock_rule: StockRule::Allow, ..product(id, 1_000_000_000) };
            cart.add(&Arc::new(product), Quantity::MAX).unwrap();
        }
        prop_assert!(cart.totals().total.is_positive());
    }
}
