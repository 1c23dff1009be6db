//! What a Z says on paper.

use chrono::DateTime;

use super::*;
use crate::domain::receipt::Shop;
use crate::domain::shift::{ByTender, CashCount, CashMove, MoveKind, Shift, WithoutShift};
use crate::domain::tax::Included;
use crate::domain::{Moment, ShiftId, TenderId, TillId, UserId};
use crate::i18n::Locale;
use crate::printing::text;

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn at(time: &str) -> Moment {
    Moment::new(DateTime::parse_from_rfc3339(&format!("2026-11-23T{time}:00-03:00")).unwrap())
}

/// A morning: 120 sales, one void, bread paid, ₲ 2.000 missing.
fn z() -> Report {
    let mut cash = Drawer::empty(TenderId(2), TenderKind::Cash);
    cash.float = g(100_000);
    cash.received = g(512_000);
    cash.change = g(12_000);
    cash.given_back = g(4_000);
    cash.paid_out = g(45_000);
    let counted = Counted {
        tender: TenderId(2),
        kind: TenderKind::Cash,
        expected: cash.expected(),
        counted: g(549_000),
    };
    Report {
        shop: Shop {
            name: "Cantina Tita".into(),
            ..Shop::default()
        },
        till: "Caja 1".into(),
        shift: Shift {
            id: ShiftId(1),
            till: TillId(1),
            opened: at("06:55"),
            day: at("06:55").day(),
            by: UserId(1),
            by_name: "María G.".into(),
            float: g(100_000),
        },
        at: at("17:02"),
        sales: Tally {
            count: 120,
            amount: g(900_000),
        },
        voids: Tally {
            count: 1,
            amount: g(4_000),
        },
        refunds: Tally::default(),
        by_tender: vec![ByTender {
            tender: TenderId(2),
            kind: TenderKind::Cash,
            paid: Tally {
                count: 70,
                amount: g(496_000),
            },
        }],
        by_cashier: Vec::new(),
        taxes: vec![Included {
            rate: Rate::Ten,
            total: g(896_000),
            tax: g(81_455),
        }],
        discounts: Money::ZERO,
        rounding: Money::ZERO,
        commissions: None,
        top_ups: Tally::default(),
        top_ups_undone: Tally::default(),
        withdrawals: Tally::default(),
        tickets: Some((101, 221)),
        drawer_opened: 2,
        without_shift: WithoutShift::default(),
        drawers: vec![cash],
        moves: vec![CashMove {
            kind: MoveKind::PaidOut,
            amount: g(45_000),
            reason: "Pan y panificados de la panadería de la esquina".into(),
            at: at("09:10"),
            by: "María G.".into(),
        }],
        hand_overs: Vec::new(),
        chain: None,
        closing: Some(Closing {
            number: 12,
            at: at("17:02"),
            by: "María G.".into(),
            cash: CashCount::making(g(549_000)),
            counted: vec![counted],
            explanation: Some("Vuelto mal dado".into()),
            approved_by: None,
            next_float: g(100_000),
        }),
    }
}

#[test]
fn a_z_says_what_was_sold_what_must_be_there_and_what_is_missing() {
    let words = I18n::new(Locale::EsPy);
    let page = text::render(&report(&z(), false, &words, Paper::Columns48));
    for said in [
        "Informe Z N.º 12",
        "Tickets 000101 a 000221",
        "Ventas (120)",
        "Debe haber",
        "Falta",
        "2.000",
        "5 x 100.000",
        "Vuelto mal dado",
        "María G.",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    assert!(!page.contains("COPIA") && !page.contains('⟦'), "{page}");
    let copy = text::render(&report(&z(), true, &words, Paper::Columns48));
    assert!(copy.contains("COPIA"), "{copy}");
}

#[test]
fn every_line_fits_every_paper_in_every_language() {
    for locale in Locale::ALL {
        let words = I18n::new(locale);
        for paper in [Paper::Columns48, Paper::Columns42, Paper::Columns32] {
            let page = text::render(&report(&z(), true, &words, paper));
            let wide = page
                .lines()
                .find(|line| line.chars().count() > paper.columns());
            assert_eq!(wide, None, "{locale}");
            assert!(!page.contains('⟦'), "{locale}: {page}");
        }
    }
}

#[test]
fn an_x_before_a_blind_count_says_nothing_of_what_must_be_there() {
    let x = Report {
        closing: None,
        ..z()
    };
    let words = I18n::new(Locale::EsPy);
    let open = text::render(&report(&x, false, &words, Paper::Columns48));
    let blind = text::render(&report(&x.clone().blind(), false, &words, Paper::Columns48));
    let expected = words.amount(x.cash().unwrap().expected());
    assert!(open.contains(&expected) && !blind.contains(&expected));
    assert!(!blind.contains(&words.text("shift-expected")), "{blind}");
    assert!(
        blind.contains("a ciegas") && blind.contains(&words.amount(x.net())),
        "{blind}"
    );
    assert_eq!(z().blind(), z(), "a Z hides nothing");
}
