use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn line(line: i64, pieces: i32, paid: i64, rate: Rate) -> SoldLine {
    let sold = Share {
        quantity: Quantity::pieces(pieces),
        discount: Money::ZERO,
        net: g(paid),
        paid: g(paid),
    };
    SoldLine {
        line,
        product: ProductId(line),
        name: format!("Producto {line}"),
        unit: Unit::Each,
        rate,
        price: g(paid / i64::from(pieces)),
        sold,
        back: Share::default(),
    }
}

fn paid(n: i64, kind: TenderKind, amount: i64) -> Paid {
    let tender = TenderKind::ALL.iter().position(|of| *of == kind);
    Paid {
        n,
        tender: TenderId(i64::try_from(tender.unwrap()).unwrap() + 1),
        kind,
        amount: g(amount),
        reference: None,
        back: Money::ZERO,
        surcharge: Money::ZERO,
        refundable: true,
    }
}

fn sale(lines: Vec<SoldLine>, payments: Vec<Paid>) -> Original {
    Original {
        id: SaleId(Uuid::from_u128(1)),
        number: 12,
        day: BusinessDay::from_number(20_780).unwrap(),
        is_sale: true,
        voided: false,
        lines,
        payments,
    }
}

fn wanted(line: i64, pieces: i32) -> Wanted {
    Wanted {
        line,
        quantity: Quantity::pieces(pieces),
        goods: Goods::Stock,
    }
}

/// As the store keeps it.
fn give_back(of: &mut Original, wanted: &[Wanted]) -> Plan {
    let plan = of.plan(wanted).unwrap();
    for back in &plan.lines {
        let line = of.lines.iter_mut().find(|line| line.line == back.line);
        let line = &mut line.unwrap().back;
        line.quantity = line.quantity.checked_add(back.share.quantity).unwrap();
        line.discount += back.share.discount;
        line.net += back.share.net;
        line.paid += back.share.paid;
    }
    for back in &plan.payments {
        let paid = of.payments.iter_mut().find(|paid| paid.n == back.n);
        paid.unwrap().back += back.amount;
    }
    plan
}

#[test]
fn a_whole_sale_gives_back_exactly_what_was_paid_and_its_rounding_with_it() {
    // ₲ 18.030 in cash: ₲ 18.000, ₲ 30 let off.
    let lines = vec![line(1, 2, 12_010, Rate::Ten), line(2, 1, 6_020, Rate::Five)];
    let mut of = sale(lines, vec![paid(1, TenderKind::Cash, 18_000)]);
    let all = of.everything(Goods::Stock);
    let plan = give_back(&mut of, &all);
    assert_eq!(
        (plan.total, plan.money(), plan.rounding),
        (g(18_030), g(18_000), g(30))
    );
    let taxes: Vec<_> = plan.taxes.iter().map(|tax| tax.tax).collect();
    assert_eq!(
        taxes,
        [
            Rate::Ten.included_in(g(12_010)),
            Rate::Five.included_in(g(6_020))
        ]
    );
    assert!(!of.has_left());
    assert_eq!(
        of.plan(&[wanted(1, 1)]).map(drop),
        Err(CannotRefund::TooMuch {
            name: "Producto 1".into(),
            left: Quantity::ZERO,
        })
    );
}

/// Three for ₲ 10.000: each time the share of all that is back, rounded down, less what went before.
#[test]
fn thirds_of_ten_thousand_add_up_and_cash_goes_back_in_coins() {
    let mut of = sale(
        vec![line(1, 3, 10_000, Rate::Ten)],
        vec![paid(1, TenderKind::Cash, 10_000)],
    );
    let plans = [(); 3].map(|()| give_back(&mut of, &[wanted(1, 1)]));
    assert_eq!(
        plans.clone().map(|plan| plan.total),
        [g(3_333), g(3_333), g(3_334)]
    );
    assert_eq!(
        plans.clone().map(|plan| plan.money()),
        [g(3_350), g(3_350), g(3_300)]
    );
    assert_eq!(plans.map(|plan| plan.rounding), [g(-17), g(-17), g(34)]);
}

/// Half from the account, half in cash: half of what goes back each; cash gives what is left over.
#[test]
fn mixed_tenders_give_back_by_their_shares() {
    let mut of = sale(
        vec![line(1, 4, 18_030, Rate::Ten)],
        vec![
            paid(1, TenderKind::Account, 9_010),
            paid(2, TenderKind::Cash, 9_000),
        ],
    );
    let first = give_back(&mut of, &[wanted(1, 1)]);
    // 4.507 × 9.010 ÷ 18.030 = 2.252,2…; cash 2.255, in coins 2.300.
    assert_eq!(first.total, g(4_507));
    assert_eq!(first.money_by(TenderKind::Account), g(2_252));
    assert_eq!(first.money_by(TenderKind::Cash), g(2_300));
    let rest = give_back(&mut of, &[wanted(1, 3)]);
    assert_eq!(rest.money_by(TenderKind::Account), g(9_010 - 2_252));
    assert_eq!(rest.money_by(TenderKind::Cash), g(9_000 - 2_300));
}

#[test]
fn what_cannot_be_given_back_says_why() {
    let of = sale(
        vec![line(1, 2, 4_000, Rate::Ten)],
        vec![paid(1, TenderKind::Debit, 4_000)],
    );
    let why = |of: &Original, wanted: &[Wanted]| of.plan(wanted).unwrap_err();
    assert_eq!(why(&of, &[]), CannotRefund::Nothing);
    assert_eq!(why(&of, &[wanted(7, 1)]), CannotRefund::NoSuchLine);
    assert_eq!(
        why(&of, &[wanted(1, 1), wanted(1, 1)]),
        CannotRefund::NoSuchLine
    );
    let half = Wanted {
        quantity: Quantity::thousandths(500),
        ..wanted(1, 1)
    };
    assert_eq!(why(&of, &[half]), BadQuantity::NotWhole.into());
    let too_much = CannotRefund::TooMuch {
        name: "Producto 1".into(),
        left: Quantity::pieces(2),
    };
    assert_eq!(why(&of, &[wanted(1, 3)]), too_much);
    let voided = Original {
        voided: true,
        ..of.clone()
    };
    assert_eq!(why(&voided, &[wanted(1, 1)]), CannotRefund::Voided);
    let void = Original {
        is_sale: false,
        ..of
    };
    assert_eq!(why(&void, &[wanted(1, 1)]), CannotRefund::NotASale);
}

#[test]
fn a_surcharge_stays_paid_and_what_stays_is_told() {
    let of = sale(
        vec![line(1, 2, 4_000, Rate::Ten)],
        vec![
            Paid {
                surcharge: g(150),
                ..paid(1, TenderKind::Debit, 3_000)
            },
            paid(2, TenderKind::Cash, 1_000),
        ],
    );
    let plan = of.plan(&[wanted(1, 2)]).unwrap();
    assert_eq!(plan.money(), g(4_000), "and not the surcharge");
    assert_eq!(of.kept(&plan), g(150));
}

#[test]
fn a_tender_that_cannot_give_back_pays_in_cash() {
    let mut of = sale(
        vec![line(1, 2, 4_020, Rate::Ten)],
        vec![Paid {
            refundable: false,
            ..paid(1, TenderKind::Giro, 4_020)
        }],
    );
    let plan = give_back(&mut of, &[wanted(1, 1)]);
    assert_eq!(plan.money_by(TenderKind::Cash), g(2_050));
    assert_eq!(plan.money_by(TenderKind::Giro), Money::ZERO);
}

fn any_sale() -> impl Strategy<Value = Original> {
    let lines = prop::collection::vec((1_i32..6, 1_i64..60_000, 0_usize..3), 1..6);
    (
        lines,
        prop::collection::vec(0_i64..100, 0..4),
        any::<bool>(),
    )
        .prop_map(|(lines, weights, cash)| {
            let lines: Vec<_> = (1..)
                .zip(lines)
                .map(|(n, (pieces, paid, rate))| line(n, pieces, paid, Rate::ALL[rate]))
                .collect();
            let mut left: i64 = lines.iter().map(|line| line.sold.paid.amount()).sum();
            let mut payments = Vec::new();
            for (n, weight) in (1..).zip(weights) {
                let part = left * weight / 100;
                left -= part;
                payments.push(paid(n, TenderKind::Debit, part));
            }
            let n = i64::try_from(payments.len()).unwrap() + 1;
            let last = match cash {
                true => paid(
                    n,
                    TenderKind::Cash,
                    super::super::tender::due_in_cash(g(left)).amount(),
                ),
                false => paid(n, TenderKind::Account, left),
            };
            payments.push(last);
            sale(lines, payments)
        })
}

proptest! {
    /// However it is divided: never less than nothing, never more than was paid, and at the end exactly that.
    #[test]
    fn any_row_of_refunds_gives_back_exactly_what_was_paid(
        mut of in any_sale(),
        picks in prop::collection::vec((0_usize..6, 1_i32..6), 0..12),
    ) {
        let before = of.clone();
        let mut taxes = Money::ZERO;
        for (at, pieces) in picks {
            let line = &of.lines[at % of.lines.len()];
            let left = line.left().in_thousandths() / 1_000;
            if left == 0 {
                continue;
            }
            let pieces = pieces.min(i32::try_from(left).unwrap());
            let wanted = [wanted(line.line, pieces)];
            let plan = give_back(&mut of, &wanted);
            prop_assert!(plan.payments.iter().all(|back| back.amount.is_positive()));
            prop_assert!(!plan.total.is_negative());
            prop_assert_eq!(plan.total - plan.rounding, plan.money());
            taxes += plan.taxes.iter().map(|tax| tax.tax).sum();
            for paid in &of.payments {
                prop_assert!(paid.back <= paid.amount);
            }
        }
        let all = of.everything(Goods::Spoiled);
        if !all.is_empty() {
            let plan = give_back(&mut of, &all);
            taxes += plan.taxes.iter().map(|tax| tax.tax).sum();
        }
        prop_assert!(!of.has_left());
        for line in &of.lines {
            prop_assert_eq!(line.back, line.sold);
        }
        for (paid, was) in of.payments.iter().zip(&before.payments) {
            prop_assert_eq!(paid.back, was.amount);
        }
        let sold: Vec<_> = before.lines.iter().map(|line| (line.rate, line.sold.paid)).collect();
        let contained: Money = super::super::tax::by_rate(&sold).iter().map(|tax| tax.tax).sum();
        prop_assert_eq!(taxes, contained);
    }
}
