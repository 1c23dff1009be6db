//! Promises about tickets.

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::domain::receipt::{Balance, Buyer};
use crate::domain::ruc::Ruc;
use crate::domain::tender::Reference;
use crate::domain::{Moment, SaleId, TenderId, Timestamp};
use crate::i18n::Locale;
use crate::printing::{Memory, Profile, escpos, text};

fn gs(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn piece(count: i32, name: &str, price: i64) -> Line {
    let net = gs(price * i64::from(count));
    Line {
        name: name.to_owned(),
        unit: Unit::Each,
        quantity: Quantity::pieces(count),
        price: gs(price),
        discount: Money::ZERO,
        net,
        note: None,
    }
}

fn paid(kind: TenderKind, amount: i64, received: i64) -> Payment {
    Payment {
        tender: TenderId(1),
        kind,
        amount: gs(amount),
        received: gs(received),
        reference: None,
        commission: Money::ZERO,
        surcharge: Money::ZERO,
        name: None,
    }
}

fn receipt() -> Receipt {
    let local = NaiveDate::from_ymd_opt(2026, 11, 23)
        .and_then(|day| day.and_hms_opt(9, 41, 0))
        .unwrap();
    Receipt {
        sale: SaleId(Uuid::nil()),
        kind: Kind::Sale,
        shop: Shop {
            name: "Cantina Ñandutí".to_owned(),
            ruc: Ruc::parse("80009735-1").ok(),
            address: "Avda. España 1234, Asunción".to_owned(),
            phone: "021 123 456".to_owned(),
            footer: "¡Gracias! Aguyje".to_owned(),
        },
        number: 123,
        at: Moment {
            at: Timestamp(1_795_437_660_000),
            local,
        },
        till: "Caja 1".to_owned(),
        cashier: "María G.".to_owned(),
        buyer: Some(Buyer {
            name: "Sofía Benítez".to_owned(),
            grade: "3.º A".to_owned(),
        }),
        lines: vec![
            piece(2, "Empanada de carne", 5_000),
            Line {
                unit: Unit::Kilogram,
                quantity: Quantity::thousandths(350),
                price: gs(60_000),
                discount: gs(1_000),
                net: gs(20_000),
                note: Some("sin sal".to_owned()),
                ..piece(1, "Queso Paraguay", 0)
            },
            piece(1, "Agua 500 ml", 4_020),
        ],
        discount: gs(2_000),
        total: gs(32_020),
        rounding: gs(20),
        payments: vec![
            Payment {
                reference: Reference::parse("A-77").ok(),
                ..paid(TenderKind::Debit, 12_000, 12_000)
            },
            paid(TenderKind::Cash, 20_000, 50_000),
        ],
        change: gs(30_000),
        to_account: Money::ZERO,
        taxes: vec![
            Included {
                rate: Rate::Ten,
                total: gs(32_020),
                tax: gs(2_911),
            },
            Included {
                rate: Rate::Exempt,
                total: gs(500),
                tax: Money::ZERO,
            },
        ],
        balance: Some(Balance {
            before: gs(60_000),
            after: gs(-500),
        }),
        note: None,
        opens_drawer: true,
        copy: false,
    }
}

fn words() -> Words {
    Words::new(&I18n::new(Locale::EsPy))
}

fn printed(receipt: &Receipt, paper: Paper) -> String {
    text::render(&ticket(receipt, &words(), paper))
}

#[test]
fn a_ticket_says_all_that_was_sold_and_paid() {
    let expected = "
        Cantina Ñandutí
         RUC 80009735-1
  Avda. España 1234, Asunción
        Tel. 021 123 456
Ticket 000123 - 23/11/2026 09:41
Caja 1 - Atendió: María G.
Alumno: Sofía Benítez, 3.º A
--------------------------------
2 x 5.000 Empanada de
  carne                   10.000
0,350 kg x 60.000 Queso
  Paraguay                21.000
  Descuento               -1.000
  * sin sal
1 Agua 500 ml              4.020
--------------------------------
Descuento                 -2.000
TOTAL                 Gs. 32.020
Redondeo                     -20
Débito # A-77             12.000
Efectivo                  20.000
Recibido                  50.000
Vuelto                    30.000
Incluye: IVA 10 % 2.911, Exentas
  500
Saldo anterior 60.000
               Saldo actual -500
Ticket interno, sin valor fiscal
        ¡Gracias! Aguyje
           TKT0001236

";
    let said = printed(&receipt(), Paper::Columns32);
    assert_eq!(said.trim_end(), expected.trim_matches('\n'));
}

#[test]
fn a_void_is_marked_with_the_ticket_that_it_undoes_and_why() {
    let void = Receipt {
        kind: Kind::Void { of: 122 },
        note: Some("se equivocó".to_owned()),
        ..receipt()
    };
    let said = printed(&void, Paper::Columns42);
    assert!(said.contains("ANULADO"));
    assert!(said.contains("Ticket 000122"));
    assert!(said.contains("Motivo: se equivocó"));
    assert!(!said.contains("COPIA"));
}

#[test]
fn a_reprint_is_marked_as_a_copy() {
    let copy = Receipt {
        copy: true,
        ..receipt()
    };
    assert!(printed(&copy, Paper::Columns48).contains("COPIA"));
    assert!(!printed(&receipt(), Paper::Columns48).contains("COPIA"));
}

#[test]
fn a_ticket_never_opens_the_drawer() {
    let bytes = escpos::encode(
        &ticket(&receipt(), &words(), Paper::Columns48),
        &Profile::default(),
    );
    assert!(!bytes.windows(2).any(|pair| pair == b"\x1bp"));
    let pulse = escpos::encode(&drawer(Paper::Columns48), &Profile::default());
    assert!(pulse.ends_with(b"\x1bp\x00\x19\xfa"));
}

/// The bound is 1.3 s at 9600 baud: what a queue of children waits for its paper.
#[test]
fn a_ticket_of_ten_lines_takes_at_most_1250_bytes() {
    let names = [
        "Empanada de carne",
        "Empanada de pollo",
        "Chipa almidón",
        "Jugo de naranja 300 ml",
        "Agua sin gas 500 ml",
        "Sándwich de verduras",
        "Yogur bebible frutilla",
        "Alfajor de maicena",
        "Ensalada de frutas",
        "Mbeju mestizo",
    ];
    let ten = Receipt {
        lines: names.iter().map(|name| piece(2, name, 5_000)).collect(),
        discount: Money::ZERO,
        ..receipt()
    };
    let logo = std::sync::Arc::new(crate::printing::logo::drawn(384, 160, |x, y| x > y));
    for memory in [Memory::None, Memory::Images, Memory::Graphics] {
        let profile = Profile {
            logo: memory,
            ..Profile::default()
        };
        let logo = (std::sync::Arc::clone(&logo), Dots::Kept);
        let logo = (memory != Memory::None).then_some(logo);
        let document = ticket_below(logo.as_ref(), &ten, &words(), Paper::Columns48);
        let bytes = escpos::encode(&document, &profile);
        assert!(bytes.len() <= 1_250, "{} bytes", bytes.len());
    }
}

#[test]
fn a_ticket_in_every_locale_has_its_words() {
    for locale in Locale::ALL {
        let words = Words::new(&I18n::new(locale));
        let void = Receipt {
            kind: Kind::Void { of: 122 },
            note: Some("x".to_owned()),
            copy: true,
            ..receipt()
        };
        let said = text::render(&ticket(&void, &words, Paper::Columns48));
        assert!(!said.contains('⟦') && !said.contains('?'), "{said}");
    }
}
