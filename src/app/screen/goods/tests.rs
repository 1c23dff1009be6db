//! What the place of the products promises, without a window.

use chrono::NaiveDate;

use super::*;
use crate::domain::catalogue::{Category, GENERAL, Price, StockRule, Unit};
use crate::domain::goods::{Holds, Look, Scale};
use crate::domain::tax::Rate;
use crate::domain::{CategoryId, Quantity, Timestamp};
use crate::store::PastPrice;
use crate::store::goods::{Good, Shelf};

fn today() -> BusinessDay {
    BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

fn price(amount: i64) -> Price {
    Price::try_from(amount).unwrap()
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn good(id: i64, name: &str, amount: i64) -> Good {
    Good {
        id: ProductId(id),
        name: name.into(),
        category: CategoryId(1 + id % 2),
        codes: vec![code(&format!("10{id}"))],
        price: Some(price(amount)),
        staff_price: None,
        cost: None,
        rate: Rate::Ten,
        unit: Unit::Each,
        stock: Quantity::pieces(10),
        stock_rule: StockRule::Refuse,
        stock_minimum: Quantity::pieces(2),
        favourite: false,
        look: Look::default(),
        active: true,
        declared: true,
    }
}

fn a_screen() -> Goods {
    let categories = vec![
        Category {
            id: CategoryId(1),
            name: "Panadería".into(),
        },
        Category {
            id: CategoryId(2),
            name: "Bebidas".into(),
        },
    ];
    let goods = vec![
        Good {
            codes: Vec::new(),
            ..good(1, "Sopa paraguaya", 8_000)
        },
        Good {
            declared: false,
            ..good(2, "Chipa", 4_500)
        },
        Good {
            active: false,
            ..good(3, "Ñandutí helado", 6_000)
        },
        Good {
            stock: Quantity::pieces(2),
            ..good(4, "Árbol de queso", 12_040)
        },
    ];
    let mut screen = Goods::new("/tmp".to_owned());
    screen.files_are(Files::new(Shelf { categories, goods }).indexed());
    screen
}

fn tell(screen: &mut Goods, message: Message) -> Action {
    screen.update(message, today())
}

fn names(screen: &Goods) -> Vec<&str> {
    let goods = screen.files.goods();
    screen
        .rows
        .iter()
        .map(|at| goods[*at].name.as_str())
        .collect()
}

fn open(screen: &mut Goods, id: i64) {
    let _asked_for = tell(screen, Message::RowPressed(ProductId(id)));
    let read = detail(screen, id);
    screen.opened(read, None);
}

fn detail(screen: &Goods, id: i64) -> Detail {
    let good = screen.files.get(ProductId(id)).unwrap().clone();
    let history = vec![PastPrice {
        list: GENERAL,
        amount: good.price,
        since: None,
        at: Timestamp(0),
        by: None,
    }];
    Detail {
        category: screen.files.category(good.category).to_owned(),
        good,
        ingredients: None,
        prices: history,
        photo: None,
    }
}

fn typed(screen: &mut Goods, field: Field, text: &str) {
    let _nothing = tell(
        screen,
        Message::Form(FormMessage::Typed(field, text.into())),
    );
}

fn save(screen: &mut Goods) -> Action {
    tell(screen, Message::Form(FormMessage::SavePressed))
}

#[test]
fn the_list_is_by_name_without_regard_to_accents_and_shows_what_is_sold() {
    let mut screen = a_screen();
    assert_eq!(
        names(&screen),
        ["Árbol de queso", "Chipa", "Sopa paraguaya"]
    );
    let _ = tell(&mut screen, Message::SoldChosen(Sold::No));
    assert_eq!(names(&screen), ["Ñandutí helado"]);
    let _ = tell(&mut screen, Message::FilterCleared);
    let _ = tell(&mut screen, Message::SortPressed(By::Price));
    assert_eq!(
        names(&screen),
        ["Chipa", "Sopa paraguaya", "Árbol de queso"]
    );
    let _ = tell(&mut screen, Message::SortPressed(By::Price));
    assert_eq!(
        names(&screen),
        ["Árbol de queso", "Sopa paraguaya", "Chipa"]
    );
}

#[test]
fn each_filter_shows_those_alone() {
    let mut screen = a_screen();
    let only = Only::default();
    for (only, shown) in [
        (
            Only {
                without_code: true,
                ..only
            },
            "Sopa paraguaya",
        ),
        (
            Only {
                undeclared: true,
                ..only
            },
            "Chipa",
        ),
        (Only { low: true, ..only }, "Árbol de queso"),
    ] {
        let _ = tell(&mut screen, Message::OnlyChosen(only));
        assert_eq!(names(&screen), [shown]);
    }
    let _ = tell(&mut screen, Message::OnlyChosen(only));
    let _ = tell(&mut screen, Message::CategoryChosen(Some(CategoryId(2))));
    assert_eq!(names(&screen), ["Sopa paraguaya"]);
}

#[test]
fn the_search_forgives_an_accent_and_a_typo() {
    let mut screen = a_screen();
    for query in ["arbol", "qeuso", "104"] {
        let _ = tell(&mut screen, Message::QueryTyped(query.into()));
        assert_eq!(names(&screen).first(), Some(&"Árbol de queso"), "{query}");
    }
}

#[test]
fn what_is_typed_before_the_index_is_made_is_found_all_the_same() {
    let mut screen = a_screen();
    let indexed = screen.files().clone();
    let categories = indexed.categories().to_vec();
    let goods = indexed.goods().to_vec();
    screen.files_are(Files::new(Shelf { categories, goods }));
    for query in ["arbol", "QUESO árbol", "104"] {
        let _ = tell(&mut screen, Message::QueryTyped(query.into()));
        assert_eq!(names(&screen), ["Árbol de queso"], "{query}");
    }
    // An index of what was read before is not taken for that of this.
    screen.indexed(indexed);
    let _ = tell(&mut screen, Message::QueryTyped("qeuso".into()));
    assert!(names(&screen).is_empty());
    let indexed = screen.files().clone().indexed();
    screen.indexed(indexed);
    assert_eq!(names(&screen), ["Árbol de queso"]);
}

#[test]
fn a_scan_opens_what_has_the_code_and_a_new_form_for_what_nobody_has() {
    let mut screen = a_screen();
    assert_eq!(
        screen.scanned(&code("102")),
        Some(Action::Open(ProductId(2)))
    );
    assert_eq!(
        screen.scanned(&code("00414")),
        None,
        "a card is the checkout's"
    );
    assert_eq!(screen.scanned(&code("7792052014625")), Some(Action::None));
    let form = screen.form.as_ref().unwrap();
    assert_eq!(form.now.codes, [code("7792052014625")]);
}

#[test]
fn a_code_of_another_product_is_refused_with_its_name_wherever_the_focus_is() {
    let mut screen = a_screen();
    open(&mut screen, 1);
    typed(&mut screen, Field::Name, "Sopa 104");
    let _ = tell(
        &mut screen,
        Message::Form(FormMessage::TabChosen(Tab::Prices)),
    );
    screen.take_back("104");
    let _ = screen.scanned(&code("104"));
    let form = screen.form.as_ref().unwrap();
    assert_eq!(form.now.name, "Sopa ", "the scan is no part of the name");
    assert_eq!(form.tab, Tab::Product);
    assert!(
        matches!(&form.code_fault, Some(form::Fault::CodeTaken(_, name)) if name == "Árbol de queso")
    );
    assert!(form.now.codes.is_empty());
}

#[test]
fn a_scales_label_fills_in_prefix_and_number() {
    let mut screen = a_screen();
    open(&mut screen, 1);
    let _ = screen.scanned(&code("2001234003506"));
    let form = screen.form.as_ref().unwrap();
    assert_eq!(
        (form.now.prefix.as_str(), form.now.plu.as_str()),
        ("20", "01234")
    );
    assert_eq!(
        save(&mut screen),
        Action::None,
        "what is sold by the piece has no such label"
    );
    let _ = tell(
        &mut screen,
        Message::Form(FormMessage::UnitChosen(Unit::Kilogram)),
    );
    let Action::Keep(_, edited) = save(&mut screen) else {
        panic!("it is whole");
    };
    assert_eq!(edited.scale, Scale::new(20, 1_234, Holds::Weight).ok());
}

#[test]
fn nothing_is_said_of_a_price_that_was_not_touched() {
    let mut screen = a_screen();
    open(&mut screen, 2);
    typed(&mut screen, Field::Name, "Chipa grande");
    let Action::Keep(Some(ProductId(2)), edited) = save(&mut screen) else {
        panic!("it is whole");
    };
    assert_eq!(edited.prices, []);
}

#[test]
fn a_price_to_come_is_said_of_its_day_and_never_of_one_that_is_over() {
    let mut screen = a_screen();
    open(&mut screen, 2);
    typed(&mut screen, Field::Price, "5.000");
    typed(&mut screen, Field::Since, "22/11/2026");
    assert_eq!(save(&mut screen), Action::None);
    assert_eq!(
        screen.form.as_ref().unwrap().tab,
        Tab::Prices,
        "where the fault is"
    );
    typed(&mut screen, Field::Since, "01/12/2026");
    let Action::Keep(_, edited) = save(&mut screen) else {
        panic!("it is whole");
    };
    assert_eq!(edited.prices[0].amount, Some(price(5_000)));
    assert_eq!(edited.prices[0].since.to_string(), "2026-12-01");
}

#[test]
fn what_was_typed_is_not_lost_without_asking() {
    let mut screen = a_screen();
    open(&mut screen, 2);
    typed(&mut screen, Field::Name, "Chipa grande");
    let _ = tell(&mut screen, Message::Escaped);
    assert!(screen.asks());
    let _ = tell(&mut screen, Message::Escaped);
    assert!(screen.is_form() && !screen.asks(), "not yet");
    let _ = tell(&mut screen, Message::Form(FormMessage::UndoPressed));
    let _ = tell(&mut screen, Message::Escaped);
    assert!(!screen.is_form(), "nothing to lose");
}

#[test]
fn a_product_that_is_wanted_no_more_opens_no_form() {
    let mut screen = a_screen();
    let _asked_for = tell(&mut screen, Message::RowPressed(ProductId(2)));
    let _new = tell(&mut screen, Message::NewPressed);
    typed(&mut screen, Field::Name, "Mandi'o chyryry");
    let late = detail(&screen, 2);
    screen.opened(late.clone(), None);
    screen.repriced(late.clone());
    let form = screen.form.as_ref().unwrap();
    assert_eq!(
        (form.product, form.now.name.as_str()),
        (None, "Mandi'o chyryry")
    );
    let _closed = tell(&mut screen, Message::Form(FormMessage::DiscardPressed));
    screen.repriced(late);
    assert!(screen.is_list());
}

#[test]
fn what_is_being_kept_is_waited_for() {
    let mut screen = a_screen();
    open(&mut screen, 2);
    typed(&mut screen, Field::Name, "Chipa grande");
    assert!(matches!(save(&mut screen), Action::Keep(..)));
    let _nothing = tell(&mut screen, Message::Escaped);
    assert!(screen.is_form() && !screen.asks());
}

#[test]
fn a_copy_is_a_new_one_without_codes() {
    let mut screen = a_screen();
    open(&mut screen, 2);
    let _ = tell(&mut screen, Message::Form(FormMessage::CopyPressed));
    assert_eq!(
        save(&mut screen),
        Action::None,
        "it needs a name of its own"
    );
    typed(&mut screen, Field::Name, "Chipa so'o");
    let Action::Keep(None, edited) = save(&mut screen) else {
        panic!("it is whole");
    };
    assert!(edited.codes.is_empty());
    assert_eq!(edited.prices.len(), 1);
}

#[test]
fn what_is_kept_of_many_is_what_was_shown() {
    let mut screen = a_screen();
    let _ = tell(&mut screen, Message::AllPressed);
    let _ = tell(&mut screen, Message::MassPressed);
    let _ = tell(
        &mut screen,
        Message::Mass(MassMessage::Typed(MassField::Value, "10".into())),
    );
    let Action::Change(changes) = tell(&mut screen, Message::Entered) else {
        panic!("it is whole");
    };
    let after = |id| {
        let mut all = changes.iter();
        all.find(|(of, _)| *of == ProductId(id))
            .map(|(_, edit)| edit.clone())
    };
    assert_eq!(after(2), Some(MassEdit::Price(price(4_950), today())));
    assert_eq!(
        after(4),
        Some(MassEdit::Price(price(13_250), today())),
        "13244 to the next fifty"
    );
    assert_eq!(after(3), None, "what is not shown is not ticked");
}

#[test]
fn no_change_is_kept_where_all_are_so_already_or_something_is_missing() {
    let mut screen = a_screen();
    let _ = tell(&mut screen, Message::AllPressed);
    let _ = tell(&mut screen, Message::MassPressed);
    assert_eq!(
        tell(&mut screen, Message::Entered),
        Action::None,
        "no per cent"
    );
    let _ = tell(
        &mut screen,
        Message::Mass(MassMessage::WhatChosen(What::Rate)),
    );
    assert_eq!(
        tell(&mut screen, Message::Entered),
        Action::None,
        "all at 10 %"
    );
    let _ = tell(
        &mut screen,
        Message::Mass(MassMessage::RateChosen(Rate::Five)),
    );
    let Action::Change(changes) = tell(&mut screen, Message::Entered) else {
        panic!("it is whole");
    };
    assert_eq!(changes.len(), 3);
}

#[test]
fn the_keyboard_alone_ticks_and_opens() {
    let mut screen = a_screen();
    screen.offset.1 = 600.0;
    let _ = tell(&mut screen, Message::Pressed(Key::Down));
    let _ = tell(&mut screen, Message::Pressed(Key::Space));
    assert!(screen.chosen.contains(&ProductId(2)));
    assert_eq!(
        tell(&mut screen, Message::Entered),
        Action::Open(ProductId(2))
    );
    let _ = tell(&mut screen, Message::Pressed(Key::End));
    assert_eq!(
        tell(&mut screen, Message::Entered),
        Action::Open(ProductId(1))
    );
}
