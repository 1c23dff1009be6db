//! Purchases, losses, counts and what stock is worth.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::domain::metrics::rows::{Item, ProductRow};
use crate::domain::{Money, ProductId};

const GUM: ProductId = ProductId(1);

fn gs(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn id() -> StockId {
    StockId(Uuid::from_u128(7))
}

fn line(pieces: i32, cost: i64) -> PurchaseLine {
    let cost = CostOf::Total(gs(cost));
    PurchaseLine::new(GUM, Unit::Each, Quantity::pieces(pieces), cost).unwrap()
}

fn somebody() -> Whose {
    Whose::Named {
        name: " Arcor \n SA ".to_owned(),
        ruc: None,
    }
}

#[test]
fn a_document_written_in_another_way_is_the_same() {
    for same in ["001-001-0004567", "1-1-4567", " 001 001 0004567 "] {
        assert_eq!(document_key(same), "1-1-4567", "{same}");
    }
    assert_eq!(document_key("nota 000"), "NOTA-0");
    assert_eq!(document_key("A12"), document_key("a-012"));
    assert_ne!(document_key("1-14567"), document_key("11-4567"));
    assert_eq!(document_key(" - "), "");
}

#[test]
fn a_total_that_is_not_that_of_the_lines_needs_somebody_who_has_seen_it() {
    let lines = || vec![line(10, 12_000), line(2, 3_000)];
    let of = |total, agreed| Purchase::new(id(), somebody(), "4567", gs(total), lines(), agreed);
    assert!(of(15_000, false).is_ok());
    let differs = BadPurchase::Differs {
        sum: gs(15_000),
        total: gs(15_500),
    };
    assert_eq!(of(15_500, false), Err(differs));
    let seen = of(15_500, true).unwrap();
    assert_eq!((seen.total(), seen.sum()), (gs(15_500), gs(15_000)));
    let Whose::Named { name, .. } = seen.whose() else {
        panic!("it was named");
    };
    assert_eq!(name, "Arcor SA");
}

#[test]
fn what_came_as_a_present_makes_each_cheaper_and_a_present_alone_says_nothing_of_cost() {
    let of = |lines: Vec<PurchaseLine>| {
        let sum = lines.iter().map(PurchaseLine::cost).sum();
        Purchase::new(id(), somebody(), "1", sum, lines, false).unwrap()
    };
    assert_eq!(
        of(vec![line(12, 26_000), line(1, 0)]).cost_of(GUM),
        Some(gs(2_000))
    );
    assert_eq!(of(vec![line(1, 0)]).cost_of(GUM), None);
    assert_eq!(unit_cost(gs(10_000), Quantity::pieces(3)), Some(gs(3_333)));
    assert_eq!(unit_cost(gs(10_000), Quantity::ZERO), None);
}

#[test]
fn half_a_piece_and_a_negative_cost_do_not_come_in() {
    let of = |quantity, cost| PurchaseLine::new(GUM, Unit::Each, quantity, cost);
    assert!(of(Quantity::thousandths(500), CostOf::Each(gs(1))).is_err());
    assert!(of(Quantity::ONE, CostOf::Each(gs(-1))).is_err());
    assert!(of(Quantity::ONE, CostOf::Total(gs(2_000_000_000))).is_err());
    let weighed = PurchaseLine::new(
        GUM,
        Unit::Kilogram,
        Quantity::thousandths(1_500),
        CostOf::Each(gs(3_001)),
    );
    assert_eq!(weighed.unwrap().cost(), gs(4_502));
}

#[test]
fn a_loss_has_a_reason_of_its_kind_and_something_else_a_word() {
    let of = |kind, reason, note| {
        Loss::new(id(), (GUM, Unit::Each), Quantity::ONE, (kind, reason), note)
    };
    assert!(of(LossKind::Spoiled, LossReason::Expired, "").is_ok());
    assert_eq!(
        of(LossKind::Spoiled, LossReason::StaffMeal, ""),
        Err(Refused::NoReason)
    );
    assert_eq!(
        of(LossKind::OwnUse, LossReason::Other, "  x"),
        Err(Refused::NoReason)
    );
    assert!(of(LossKind::OwnUse, LossReason::Other, "feria").is_ok());
    for kind in LossKind::ALL {
        assert_eq!(LossKind::from_code(kind.code()), Some(kind));
    }
    for reason in LossReason::ALL {
        assert_eq!(LossReason::from_code(reason.code()), Some(reason));
        assert!(
            LossKind::ALL
                .iter()
                .any(|kind| kind.reasons().contains(&reason))
        );
    }
}

#[test]
fn nothing_can_be_counted_but_not_half_a_piece() {
    assert_eq!(read_counted("0", Unit::Each), Ok(Quantity::ZERO));
    assert_eq!(read_counted("0,000", Unit::Kilogram), Ok(Quantity::ZERO));
    assert_eq!(read_counted("12", Unit::Each), Ok(Quantity::pieces(12)));
    for bad in ["", ",", "1,5", "-1", "x"] {
        assert_eq!(
            read_counted(bad, Unit::Each),
            Err(Refused::BadQuantity),
            "{bad}"
        );
    }
}

#[test]
fn what_goes_out_goes_at_the_average_of_what_lay_and_what_came() {
    let first = Worth::default().day(DayFlow {
        bought: Quantity::pieces(10),
        paid: gs(10_000),
        ..DayFlow::default()
    });
    let second = first.worth.day(DayFlow {
        bought: Quantity::pieces(10),
        paid: gs(20_000),
        out: Quantity::pieces(5),
        ..DayFlow::default()
    });
    assert_eq!(second.out, gs(7_500));
    assert_eq!(second.worth.value, gs(22_500));
    assert_eq!(second.worth.average(), Some(gs(1_500)));
}

#[test]
fn one_dear_piece_does_not_make_the_rest_dear() {
    let lay = Worth {
        quantity: Quantity::pieces(100),
        value: gs(100_000),
        unpriced: false,
    };
    let after = lay.day(DayFlow {
        bought: Quantity::ONE,
        paid: gs(2_000),
        ..DayFlow::default()
    });
    assert_eq!(after.worth.value, gs(102_000));
}

#[test]
fn what_was_sold_before_it_was_received_is_worth_nothing_and_filled_first() {
    let sold = Worth::default().day(DayFlow {
        out: Quantity::pieces(4),
        ..DayFlow::default()
    });
    assert_eq!(
        (sold.worth.quantity, sold.worth.value),
        (Quantity::pieces(-4), gs(0))
    );
    let came = sold.worth.day(DayFlow {
        bought: Quantity::pieces(10),
        paid: gs(10_000),
        ..DayFlow::default()
    });
    assert_eq!(
        (came.worth.quantity, came.worth.value),
        (Quantity::pieces(6), gs(6_000))
    );
    assert_eq!(came.out, gs(4_000));
}

#[test]
fn what_is_found_without_a_known_cost_is_in_with_nothing_and_said_so() {
    let found = DayFlow {
        found: Quantity::pieces(3),
        ..DayFlow::default()
    };
    let unpriced = Worth::default().day(found).worth;
    assert!(unpriced.unpriced && unpriced.value.is_zero());
    let priced = DayFlow {
        cost: Some(gs(500)),
        ..found
    };
    let priced = Worth::default().day(priced).worth;
    assert_eq!((priced.value, priced.unpriced), (gs(1_500), false));
}

fn item(product: i64, stock: i32, minimum: i32) -> Item {
    Item {
        product: ProductId(product),
        name: format!("Producto {product}"),
        weighed: false,
        cost: Some(gs(1_000)),
        stock: Quantity::pieces(stock),
        minimum: Quantity::pieces(minimum),
        active: true,
    }
}

fn sold(product: i64, pieces: i32) -> ProductRow {
    ProductRow {
        product: ProductId(product),
        quantity: Quantity::pieces(pieces),
        amount: gs(0),
        cost_thousandths: 0,
        costed: Quantity::ZERO,
        cost_now: None,
    }
}

#[test]
fn what_runs_out_or_is_below_its_minimum_is_ordered_by_supplier_and_what_the_kitchen_makes_is_not()
{
    let items = [
        item(1, 4, 0),
        item(2, 90, 10),
        item(3, 2, 5),
        item(4, 0, 0),
        item(5, 1, 3),
    ];
    let sold = [sold(1, 40), sold(2, 40), sold(4, 40)];
    let suppliers = BTreeMap::from([(ProductId(3), SupplierId(8)), (ProductId(1), SupplierId(9))]);
    let made_here = BTreeSet::from([ProductId(4)]);
    let needs = needs(&items, &sold, 20, &suppliers, &made_here);
    let said: Vec<_> = needs
        .iter()
        .map(|need| (need.product.0, need.days_left, need.order))
        .collect();
    assert_eq!(
        said,
        [
            (3, None, Quantity::pieces(3)),
            (1, Some(2), Quantity::pieces(16)),
            (5, None, Quantity::pieces(2)),
        ]
    );
    assert_eq!(needs[1].cost, Some(gs(16_000)));
}

fn flow() -> impl Strategy<Value = DayFlow> {
    let pieces = || 0_i64..40_000;
    (
        pieces(),
        0_i64..3_000_000,
        pieces(),
        pieces(),
        proptest::option::of(0_i64..90_000),
    )
        .prop_map(|(bought, paid, found, out, cost)| DayFlow {
            bought: Quantity::thousandths(bought),
            paid: gs(if bought == 0 { 0 } else { paid }),
            found: Quantity::thousandths(found),
            out: Quantity::thousandths(out),
            cost: cost.map(Money::guaranies),
        })
}

proptest! {
    #[test]
    fn value_is_never_made_what_came_in_is_what_went_out_and_what_lies_there(
        flows in proptest::collection::vec(flow(), 1..60)
    ) {
        let (mut worth, mut came, mut went) = (Worth::default(), 0, 0);
        let mut quantity = 0;
        for flow in flows {
            let step = worth.day(flow);
            came += flow.paid.amount() + step.found.amount();
            went += step.out.amount();
            quantity += (flow.bought.in_thousandths() + flow.found.in_thousandths())
                - flow.out.in_thousandths();
            worth = step.worth;
            prop_assert_eq!(worth.quantity.in_thousandths(), quantity);
            prop_assert_eq!(worth.value.amount(), came - went);
            prop_assert!(!worth.value.is_negative() && !step.out.is_negative());
            prop_assert!(quantity > 0 || worth.value.is_zero());
        }
    }

    #[test]
    fn any_number_of_a_document_is_read(text in "\\PC*") {
        let key = document_key(&text);
        prop_assert_eq!(document_key(&key), key);
    }
}
