use chrono::DateTime;
use uuid::Uuid;

use super::*;
use crate::domain::Quantity;
use crate::domain::refund::{Goods, Original, Paid};

fn row(number: u128) -> Row {
    Row {
        id: SaleId(Uuid::from_u128(number)),
        number: i64::try_from(number).unwrap(),
        at: Moment::new(DateTime::parse_from_rfc3339("2026-11-23T09:41:00-03:00").unwrap()),
        buyer: Some("Sofía Benítez".into()),
        total: Money::guaranies(18_000),
        tenders: vec![TenderKind::Account],
        void: false,
        refund: false,
        voided: false,
        given_back: Money::ZERO,
        has_left: true,
        ticket: None,
    }
}

fn voiding() -> Sales {
    let mut sales = Sales::new(vec![row(1)], vec![]);
    let _ = sales.update(Message::Chosen(row(1).id));
    let _ = sales.update(Message::VoidPressed);
    sales
}

fn with_reason_and_pin() -> Sales {
    let mut sales = voiding();
    let _ = sales.update(Message::ReasonChanged(" Error de carga ".into()));
    for digit in "2580".chars() {
        let _ = sales.update(Message::Typed(digit));
    }
    sales
}

#[test]
fn a_void_needs_a_reason_and_a_pin_and_is_asked_once() {
    let mut sales = voiding();
    assert_eq!(sales.update(Message::VoidConfirmed), Action::None);
    let mut sales_ready = with_reason_and_pin();
    let void = Action::Void {
        sale: row(1).id,
        pin: Pin::parse("2580").unwrap(),
        reason: "Error de carga".into(),
    };
    assert_eq!(sales_ready.update(Message::VoidConfirmed), void);
    assert_eq!(sales_ready.update(Message::VoidConfirmed), Action::None);
    let _ = sales_ready.update(Message::VoidDismissed);
    assert!(sales_ready.asks_for_pin(), "the answer finds its dialog");
}

#[test]
fn a_refused_void_keeps_the_reason_and_forgets_the_pin() {
    let mut sales = with_reason_and_pin();
    let _ = sales.update(Message::VoidConfirmed);
    sales.void_refused("PIN incorrecto".into());
    let voiding = sales.voiding.as_ref().unwrap();
    assert_eq!(voiding.reason, " Error de carga ");
    assert!(voiding.entry.is_empty());
}

#[test]
fn what_is_void_already_is_not_voided_again() {
    let voided = Row {
        voided: true,
        ..row(1)
    };
    let void = Row {
        void: true,
        ..row(2)
    };
    let mut sales = Sales::new(vec![voided, void], vec![]);
    for number in [1, 2] {
        let _ = sales.update(Message::Chosen(row(number).id));
        let _ = sales.update(Message::VoidPressed);
        assert!(!sales.asks_for_pin());
    }
}

#[test]
fn an_uncertain_ticket_is_answered_once() {
    let job = PrintJobId(4);
    let uncertain = Uncertain {
        job,
        number: Some(1),
        may_reprint: true,
    };
    let mut sales = Sales::new(vec![], vec![uncertain]);
    let again = sales.update(Message::DidNotComeOut(job));
    assert_eq!(again, Action::PrintAgain(job));
    assert_eq!(sales.update(Message::DidNotComeOut(job)), Action::None);
}

#[test]
fn a_page_about_a_pupil_is_printed_again_only_by_whoever_may_read_it() {
    let job = PrintJobId(4);
    let page = Uncertain {
        job,
        number: None,
        may_reprint: false,
    };
    let mut sales = Sales::new(vec![], vec![page]);
    assert_eq!(sales.update(Message::DidNotComeOut(job)), Action::None);
    assert_eq!(sales.update(Message::CameOut(job)), Action::Printed(job));
}

fn sold(line: i64, pieces: i32) -> crate::domain::refund::SoldLine {
    use crate::domain::refund::{Share, SoldLine};
    let paid = Money::guaranies(i64::from(pieces) * 4_000);
    SoldLine {
        line,
        product: crate::domain::ProductId(line),
        name: "Chipa".into(),
        unit: crate::domain::catalogue::Unit::Each,
        rate: crate::domain::tax::Rate::Ten,
        price: Money::guaranies(4_000),
        sold: Share {
            quantity: Quantity::pieces(pieces),
            discount: Money::ZERO,
            net: paid,
            paid,
        },
        back: Share::default(),
    }
}

fn original() -> Original {
    Original {
        id: row(1).id,
        number: 1,
        day: row(1).at.day(),
        is_sale: true,
        voided: false,
        lines: vec![sold(1, 2), sold(2, 1)],
        payments: vec![Paid {
            n: 1,
            tender: crate::domain::TenderId(1),
            kind: TenderKind::Account,
            amount: Money::guaranies(12_000),
            reference: None,
            back: Money::ZERO,
            surcharge: Money::ZERO,
            refundable: true,
        }],
    }
}

fn returning(exchange: bool) -> Sales {
    let mut sales = Sales::new(vec![row(1)], vec![]);
    let _ = sales.update(Message::Chosen(row(1).id));
    let open = match exchange {
        true => Message::ExchangePressed,
        false => Message::RefundPressed,
    };
    let sale = row(1).id;
    assert_eq!(sales.update(open), Action::Open { sale, exchange });
    sales.opened(original(), exchange);
    sales
}

#[test]
fn what_went_bad_is_not_sold_again_unless_somebody_says_so() {
    let becomes = |messages: Vec<ReturnMessage>| {
        let mut sales = returning(false);
        let _ = sales.update(Message::Returning(ReturnMessage::Stepped(1, 1)));
        for message in messages {
            let _ = sales.update(Message::Returning(message));
        }
        let open = sales.returning.as_ref().unwrap();
        open.wanted()[0].goods
    };
    let bad = || ReturnMessage::WentBad("Producto en mal estado".into());
    let other = || ReturnMessage::ReasonChanged("No lo quiso".into());
    let said = |goods| ReturnMessage::GoodsChosen(1, goods);
    assert_eq!(becomes(vec![other()]), Goods::Stock);
    assert_eq!(becomes(vec![bad()]), Goods::Spoiled);
    assert_eq!(becomes(vec![bad(), other()]), Goods::Stock);
    assert_eq!(becomes(vec![bad(), said(Goods::Stock)]), Goods::Stock);
    assert_eq!(becomes(vec![said(Goods::Spoiled), other()]), Goods::Spoiled);
}

#[test]
fn a_refund_by_keyboard_chooses_first_and_asks_for_reason_and_pin_then() {
    let mut sales = returning(true);
    // Nothing is chosen yet: Enter does not go on, and no digit is a PIN.
    let _ = sales.update(Message::VoidConfirmed);
    let _ = sales.update(Message::Typed('2'));
    let mut told = |message| sales.update(Message::Returning(message));
    for message in [
        ReturnMessage::Stepped(1, 1),
        ReturnMessage::Stepped(1, 1),
        ReturnMessage::Stepped(1, 1),
        ReturnMessage::Stepped(1, -1),
        ReturnMessage::GoodsChosen(1, Goods::Spoiled),
    ] {
        assert_eq!(told(message), Action::None);
    }
    let _ = sales.update(Message::VoidConfirmed);
    let reason = ReturnMessage::ReasonChanged(" Estaba vencido ".into());
    let _ = sales.update(Message::Returning(reason));
    for digit in "2580".chars() {
        let _ = sales.update(Message::Typed(digit));
    }
    let asked = sales.update(Message::VoidConfirmed);
    let wanted = Wanted {
        line: 1,
        quantity: Quantity::pieces(1),
        goods: Goods::Spoiled,
    };
    assert_eq!(
        asked,
        Action::GiveBack {
            sale: row(1).id,
            wanted: vec![wanted],
            pin: Pin::parse("2580").unwrap(),
            reason: "Estaba vencido".into(),
            exchange: true,
        }
    );
    assert_eq!(sales.update(Message::VoidConfirmed), Action::None, "once");
    let _ = sales.update(Message::VoidDismissed);
    assert!(sales.asks_for_pin(), "the answer finds its dialog");
    sales.return_refused("PIN incorrecto".into());
    // Back to what goes back, and out.
    let _ = sales.update(Message::VoidDismissed);
    let _ = sales.update(Message::VoidDismissed);
    assert!(!sales.asks_for_pin());
}

#[test]
fn what_has_nothing_left_is_neither_given_back_nor_voided() {
    let back = Row {
        given_back: Money::guaranies(18_000),
        has_left: false,
        ..row(1)
    };
    let mut sales = Sales::new(vec![back], vec![]);
    let _ = sales.update(Message::Chosen(row(1).id));
    assert_eq!(sales.update(Message::RefundPressed), Action::None);
    let _ = sales.update(Message::VoidPressed);
    assert!(!sales.asks_for_pin());
}

#[test]
fn sales_are_found_by_day_number_scan_and_name() {
    let today = row(1).at.day();
    let mut sales = Sales::default();
    sales.today_is(today);
    let find = |sales: &mut Sales, text: &str| {
        let _ = sales.update(Message::QueryChanged(text.into()));
        sales.update(Message::QuerySubmitted)
    };
    assert_eq!(
        find(&mut sales, " 000124 "),
        Action::Read(Shown::Number(124))
    );
    assert_eq!(
        find(&mut sales, "T000124"),
        Action::Read(Shown::Number(124))
    );
    assert_eq!(
        find(&mut sales, "sofía b"),
        Action::Read(Shown::Pupil("sofía b".into()))
    );
    assert_eq!(find(&mut sales, "  "), Action::Read(Shown::Today));
    assert_eq!(
        sales.scanned("00414"),
        Action::Read(Shown::Scanned("00414".into()))
    );
    assert_eq!(sales.beside(1), None, "not to come");
    let yesterday = sales.beside(-1).unwrap();
    assert_eq!(
        sales.update(Message::DayPressed(yesterday)),
        Action::Read(Shown::Day(yesterday))
    );
    assert_eq!(
        sales.update(Message::DayPressed(today)),
        Action::Read(Shown::Today)
    );
}

#[test]
fn a_sale_of_another_day_is_not_voided() {
    let mut sales = Sales::new(vec![row(1)], vec![]);
    sales.today_is(BusinessDay::from_number(row(1).at.day().number() + 1).unwrap());
    let _ = sales.update(Message::Chosen(row(1).id));
    let _ = sales.update(Message::VoidPressed);
    assert!(!sales.asks_for_pin());
}

#[test]
fn the_list_calls_tenders_as_the_settings_do() {
    use crate::domain::TenderId;
    let words = crate::i18n::I18n::new(crate::i18n::Locale::EsPy);
    let own = Tender {
        name: Some("Posnet azul".into()),
        ..Tender::of(TenderId(3), TenderKind::Debit)
    };
    let mut sales = Sales::new(vec![row(1)], vec![]);
    sales.tenders_are(&[Tender::of(TenderId(2), TenderKind::Cash), own]);
    assert_eq!(sales.names.name(TenderKind::Debit, &words), "Posnet azul");
    assert_eq!(
        sales.names.name(TenderKind::Cash, &words),
        words.text("sales-tender-cash")
    );
    sales.rows[0].tenders = vec![TenderKind::Debit];
    let mut ui = iced_test::simulator(sales.view(&words));
    assert!(ui.find("Posnet azul").is_ok());
}
