use proptest::prelude::*;

use super::*;
use crate::domain::TenderId;

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn plan(paid: &[(TenderKind, i64)]) -> Plan {
    let payments = (1_i64..).zip(paid).map(|(n, (kind, amount))| BackPayment {
        n,
        tender: TenderId(n),
        kind: *kind,
        amount: g(*amount),
        reference: None,
    });
    Plan {
        lines: Vec::new(),
        payments: payments.collect(),
        total: paid.iter().map(|(_, amount)| g(*amount)).sum(),
        rounding: Money::ZERO,
        taxes: Vec::new(),
    }
}

fn by(payments: &[BackPayment]) -> Vec<(TenderKind, i64)> {
    let payments = payments.iter();
    payments.map(|of| (of.kind, of.amount.amount())).collect()
}

#[test]
fn only_the_difference_is_paid_or_given_back() {
    use TenderKind::{Account, Cash, Debit};
    type By = &'static [(TenderKind, i64)];
    // What was paid, what goes out: what is due, what goes back, what is let off.
    let cases: [(By, i64, i64, By, i64); 8] = [
        (&[(Cash, 8_000)], 8_000, 0, &[], 0),
        (&[(Cash, 8_000)], 11_000, 3_000, &[], 0),
        (&[(Cash, 8_000)], 6_000, 0, &[(Cash, 2_000)], 0),
        // ₲ 1.980 cannot be given in coins: ₲ 2.000 are, and the sale is let off ₲ 20.
        (&[(Cash, 8_000)], 6_020, 0, &[(Cash, 2_000)], 20),
        (&[(Account, 5_000)], 3_990, 0, &[(Account, 1_010)], 0),
        // The account gets back first: the cash is what pays.
        (
            &[(Account, 5_000), (Cash, 3_000)],
            4_000,
            0,
            &[(Account, 4_000)],
            0,
        ),
        (
            &[(Debit, 5_000), (Account, 3_000)],
            6_000,
            0,
            &[(Account, 2_000)],
            0,
        ),
        (
            &[(Debit, 5_000), (Cash, 3_000)],
            1_030,
            0,
            &[(Debit, 5_000), (Cash, 2_000)],
            30,
        ),
    ];
    for (paid, total, due, back, rounding) in cases {
        let net = plan(paid).net(g(total));
        assert_eq!(net.due, g(due), "{paid:?} {total}");
        assert_eq!(by(&net.back), back, "{paid:?} {total}");
        assert_eq!(net.rounding, g(rounding), "{paid:?} {total}");
    }
}

proptest! {
    #[test]
    fn what_comes_and_goes_adds_up(
        cash in 0_i64..4_000, card in 0_i64..100_000, account in 0_i64..100_000, total in 50_i64..300_000,
    ) {
        let paid = [
            (TenderKind::Cash, cash * 50),
            (TenderKind::Debit, card),
            (TenderKind::Account, account),
        ];
        let paid: Vec<_> = paid.into_iter().filter(|(_, amount)| *amount > 0).collect();
        let plan = plan(&paid);
        let net = plan.net(g(total));
        let credit: Money = net.credit.iter().map(|of| of.amount).sum();
        prop_assert_eq!(credit + net.given_back(), plan.money());
        prop_assert_eq!(credit + net.rounding + net.due, g(total));
        prop_assert!(net.due.is_zero() || net.given_back().is_zero());
        prop_assert!((0..50).contains(&net.rounding.amount()));
        let in_coins = |of: &&BackPayment| of.kind == TenderKind::Cash;
        for back in net.back.iter().filter(in_coins) {
            prop_assert!(back.amount.beyond_multiple_of(50).is_zero());
        }
    }
}
