//! The real binary sells, and refuses, from the command line; after each journey the books still agree.

mod canteen;
mod disk;
mod limits;

use std::fs;

use serde_json::json;
use uuid::Uuid;

use canteen::Canteen;

/// Sofía's card: she is allergic to peanuts.
const SOFIA: &str = "00414";
/// «Barra de maní».
const PEANUT_BAR: &str = "412";
/// «Chipa», ₲ 4.000, sold also when the count says that there is none.
const CHIPA: &str = "101";

// The file's words, as these journeys need them.
const CARD_WITH_MONEY: &str = "SELECT number FROM card JOIN student ON student.id = card.student
    JOIN account ON account.id = student.account
    WHERE card.state = 'active' AND card.expires IS NULL AND balance >= 20000 AND daily_limit IS NULL
      AND price_list = 1 AND NOT EXISTS (SELECT 1 FROM restriction WHERE student = card.student)";
const BLOCKED_CARD: &str = "SELECT number FROM card WHERE state = 'blocked'";
const EXPIRED_CARD: &str = "SELECT number FROM card WHERE state = 'active' AND expires IS NOT NULL";
const SALES: &str = "SELECT count(*) FROM sale";
const REFUSING: &str = "SELECT code FROM product JOIN product_code ON product = id
    JOIN stock USING (product) WHERE stock_rule = 'refuse' AND unit = 'each' AND quantity BETWEEN 1000 AND 9000000";

#[test]
fn a_sale_by_card_charges_the_account_and_queues_a_ticket() {
    let canteen = Canteen::demo();
    let card: String = canteen.read(CARD_WITH_MONEY);
    let before = canteen.balance(&card);
    let said = canteen.sell(&["--card", &card, "--item", CHIPA, "--tender", "card=4000"]);
    assert_eq!(said.status, 0, "{said:?}");
    assert_eq!(
        (&said.json["total"], &said.json["change"]),
        (&json!(4_000), &json!(0))
    );
    assert_eq!(said.json["balance"], json!(before - 4_000));
    assert!(
        said.json["print_job"].is_i64() && said.json["number"].is_i64(),
        "{said:?}"
    );
    assert_eq!(canteen.balance(&card), before - 4_000);
    canteen.holds();
}

#[test]
fn a_mix_of_tenders_pays_and_cash_gives_the_change() {
    let canteen = Canteen::demo();
    let card: String = canteen.read(CARD_WITH_MONEY);
    let mix = [
        "--tender",
        "card=5000",
        "--tender",
        "cash=20000",
        "--tender",
        "transfer=2000",
    ];
    let cart = ["--card", &card, "--item", "101=4", "--cashier", "1111"];
    canteen.refuses("needs_reference", &[&cart[..], &mix[..]].concat());
    let said = canteen.sell(&[&cart[..], &mix[..], &["--reference", "OP-77"]].concat());
    assert_eq!(
        (&said.json["total"], &said.json["change"]),
        (&json!(16_000), &json!(11_000)),
        "{said:?}"
    );
    canteen.holds();
}

#[test]
fn the_same_sale_id_again_is_the_same_sale_and_charges_once() {
    let canteen = Canteen::demo();
    let card: String = canteen.read(CARD_WITH_MONEY);
    let id = Uuid::now_v7().to_string();
    let all = format!("card={}", canteen.balance(&card) / 4_000 * 4_000);
    let pieces = format!("101={}", canteen.balance(&card) / 4_000);
    let order = [
        "--card",
        &card,
        "--item",
        &pieces,
        "--tender",
        &all,
        "--sale-id",
        &id,
    ];
    let first = canteen.sell(&order);
    let (sales, balance): (i64, i64) = (canteen.read(SALES), canteen.balance(&card));
    let second = canteen.sell(&order);
    assert_eq!(
        (first.status, second.status),
        (0, 0),
        "{first:?} {second:?}"
    );
    for field in ["sale_id", "number", "total", "change", "balance"] {
        assert_eq!(first.json[field], second.json[field], "{field}");
    }
    assert_eq!(
        (canteen.read::<i64>(SALES), canteen.balance(&card)),
        (sales, balance)
    );
    let cart = ["--item", CHIPA, "--tender", "cash=5000", "--cart-id", &id];
    canteen.refuses("already_sold", &cart);
    canteen.holds();
}

#[test]
fn what_harms_the_pupil_is_refused_however_it_is_paid() {
    let canteen = Canteen::demo();
    for tender in ["cash=10000", "card=4500"] {
        canteen.refuses(
            "restricted",
            &["--card", SOFIA, "--item", PEANUT_BAR, "--tender", tender],
        );
    }
    canteen.holds();
}

#[test]
fn a_refusal_for_an_allergy_says_which_product_and_why() {
    let canteen = Canteen::demo();
    let arguments = [
        "--card",
        SOFIA,
        "--item",
        PEANUT_BAR,
        "--tender",
        "cash=10000",
    ];
    let said = canteen.sell(&arguments);
    let conflicts = &said.json["error"]["conflicts"];
    assert_eq!(conflicts[0]["response"], "refuse", "{said:?}");
    let reasons = conflicts[0]["reasons"].as_array().unwrap();
    let peanut = reasons.iter().find(|reason| reason["allergen"] == "mani");
    let peanut = peanut.unwrap_or_else(|| panic!("no peanut in {said:?}"));
    assert_eq!(
        (&peanut["severity"], &peanut["state"], &peanut["response"]),
        (&json!("severe"), &json!("contains"), &json!("refuse")),
        "{said:?}"
    );
}

#[test]
fn an_account_or_a_card_that_does_not_pay_says_why() {
    let canteen = Canteen::demo();
    let (card, blocked, expired): (String, String, String) = (
        canteen.read(CARD_WITH_MONEY),
        canteen.read(BLOCKED_CARD),
        canteen.read(EXPIRED_CARD),
    );
    let chipa = ["--item", CHIPA, "--tender", "card=4000"];
    let all = [
        "--card",
        &card,
        "--item",
        "101=10000",
        "--tender",
        "card=40000000",
    ];
    canteen.refuses("insufficient_balance", &all);
    canteen.refuses(
        "card_blocked",
        &[&["--card", &blocked], &chipa[..]].concat(),
    );
    canteen.refuses(
        "card_expired",
        &[&["--card", &expired], &chipa[..]].concat(),
    );
    canteen.refuses("unknown_code", &[&["--card", "99999"], &chipa[..]].concat());
    canteen.refuses("nobody_to_charge", &chipa);
    canteen.holds();
}

#[test]
fn bad_input_is_refused_with_its_reason() {
    let canteen = Canteen::demo();
    let cash = ["--tender", "cash=5000"];
    let refuses_item = |code: &str, item: &str| {
        canteen.refuses(code, &[&["--item", item], &cash[..]].concat());
    };
    refuses_item("unknown_code", "no-such-thing");
    refuses_item("unknown_code", "#9223372036854775807");
    refuses_item("bad_quantity", "101=0");
    refuses_item("bad_quantity", "101=-1");
    refuses_item("bad_quantity", "101=1000000");
    refuses_item("bad_quantity", "101=9223372036854775808");
    refuses_item("bad_quantity", "101=1,5");
    refuses_item("bad_quantity", "101=dos");
    let scarce: String = canteen.read(REFUSING);
    refuses_item("out_of_stock", &format!("{scarce}=10000"));
    canteen.refuses("empty_cart", &cash);
    let refuses_tender = |code: &str, tender: &str| {
        canteen.refuses(code, &["--item", CHIPA, "--tender", tender]);
    };
    refuses_tender("short_payment", "cash=3950");
    refuses_tender("too_much", "debit=4050");
    refuses_tender("no_such_tender", "gold=4000");
    for amount in [
        "0",
        "-4000",
        "9223372036854775807",
        "9223372036854775808",
        "4000.5",
        "",
    ] {
        refuses_tender("bad_amount", &format!("cash={amount}"));
    }
    canteen.refuses("short_payment", &["--item", CHIPA]);
    canteen.refuses(
        "tender_twice",
        &[
            "--item",
            CHIPA,
            "--tender",
            "cash=2000",
            "--tender",
            "cash=2000",
        ],
    );
    canteen.refuses(
        "wrong_pin",
        &[
            "--item",
            CHIPA,
            "--tender",
            "cash=4000",
            "--cashier",
            "9876",
        ],
    );
    canteen.holds();
}

#[test]
fn wrong_usage_ends_with_2() {
    let canteen = Canteen::demo();
    for wrong in [
        &["--tender", "cash"][..],
        &["--sale-id", "x"],
        &["--colour", "red"],
    ] {
        assert_eq!(canteen.sell(wrong).status, 2, "{wrong:?}");
    }
}

#[test]
fn a_file_of_sales_goes_on_after_a_refusal() {
    let canteen = Canteen::demo();
    let (good, bad) = (Uuid::now_v7(), Uuid::now_v7());
    let sale = |id: Uuid, code: &str| {
        json!({
            "sale_id": id,
            "items": [{ "code": code, "qty": 1 }],
            "tenders": [{ "tender": "cash", "amount": 5_000 }],
        })
    };
    let file = canteen.path("sales.jsonl");
    let text = format!(
        "{}\nnonsense\n\n{}\n",
        sale(bad, "nothing"),
        sale(good, CHIPA)
    );
    fs::write(&file, text).expect("the folder takes a file");
    let said = canteen.sell(&["--file", &file.display().to_string()]);
    assert_eq!((said.status, said.lines.len()), (1, 3), "{said:?}");
    assert_eq!(said.lines[0]["error"]["code"], "unknown_code");
    assert_eq!(said.lines[1]["error"]["code"], "bad_usage");
    assert_eq!(said.lines[2]["sale_id"], json!(good));
    assert_eq!(said.lines[2]["change"], 1_000);
    canteen.holds();
}

#[test]
fn a_demo_that_is_there_is_taken_up_and_not_made_again() {
    let canteen = Canteen::demo();
    canteen.sell(&["--item", CHIPA, "--tender", "cash=5000"]);
    let sales: i64 = canteen.read(SALES);
    let said = canteen.run(&["demo", "--data-only", "--json"]);
    assert_eq!(
        (said.status, &said.json["made"]),
        (0, &json!(false)),
        "{said:?}"
    );
    assert_eq!(canteen.read::<i64>(SALES), sales);
}

#[test]
fn a_list_of_pupils_is_taken_over_and_what_they_must_not_eat_with_it() {
    let canteen = Canteen::demo();
    let file = canteen.path("students.csv");
    let list = "nombre;apellido;tarjeta;saldo;alergias;dieta\nAna;Prueba;90001;20.000;leche:severa;vegetariano\n";
    fs::write(&file, list).expect("the folder takes a file");
    let named = file.display().to_string();
    let import =
        |more: &[&str]| canteen.run(&[&["import", "students", &named, "--json"], more].concat());
    let tried = import(&["--dry-run"]);
    assert_eq!(
        (tried.status, &tried.json["imported"]),
        (0, &json!(0)),
        "{tried:?}"
    );
    let taken = import(&[]);
    assert_eq!(
        (taken.status, &taken.json["imported"]),
        (0, &json!(1)),
        "{taken:?}"
    );
    let chipa = ["--card", "90001", "--item", CHIPA, "--tender", "card=4000"];
    canteen.refuses("restricted", &chipa);
    canteen.holds();
}

#[test]
fn a_list_is_taken_over_whole_or_not_at_all() {
    let canteen = Canteen::demo();
    let file = canteen.path("products.csv");
    let import = |text: &str, more: &[&str]| {
        fs::write(&file, text).expect("the folder takes a file");
        let named = file.display().to_string();
        canteen.run(&[&["import", "products", &named, "--json"], more].concat())
    };
    let head = "nombre;categoría;precio\n";
    let bad = import(
        &format!("{head}Turrón;Dulces;3.500\nMaicena;Dulces;x\n"),
        &[],
    );
    assert_eq!(
        (bad.status, &bad.json["error"]["code"]),
        (1, &json!("bad_list")),
        "{bad:?}"
    );
    assert_eq!(bad.json["problems"][0]["line"], 3);
    assert!(!bad.json.to_string().contains('⟦'), "{bad:?}");
    let good = format!("{head}Turrón;Dulces;3.500\n");
    let tried = import(&good, &["--dry-run"]);
    assert_eq!(
        (tried.status, &tried.json["imported"]),
        (0, &json!(0)),
        "{tried:?}"
    );
    let turron = ["--item", "Turrón", "--tender", "cash=5000"];
    canteen.refuses("unknown_code", &turron);
    assert_eq!(import(&good, &[]).json["imported"], 1);
    assert_eq!(canteen.sell(&turron).json["change"], 1_500);
    canteen.holds();
}
