//! The real binary at the products of a real file: a price is said, sold at, and takes effect by itself;
//! what was sold stays when it is let go.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

use std::process::Command;

use cantina::domain::BusinessDay;
use cantina::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use cantina::domain::code::Code;
use cantina::domain::diet::Declarations;
use cantina::domain::tax::Rate;
use cantina::domain::user::Role;
use cantina::domain::{Money, Quantity};
use cantina::store::{Stamp, Store};
use cantina::till::now;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use tempfile::TempDir;

struct Canteen {
    folder: TempDir,
}

struct Said {
    status: i32,
    json: Value,
    errors: String,
}

impl Canteen {
    /// Chipa at ₲ 4.000, sold by whoever may change products too.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&folder.path().join("cantina.db")).unwrap();
        store.add_user("Ana", Role::Manager, "none").unwrap();
        let chipa = NewProduct {
            name: "Chipa ñandutí".into(),
            category: "Panadería".into(),
            codes: vec![Code::parse("101").unwrap()],
            price: Price::new(Money::guaranies(4_000)).unwrap(),
            staff_price: None,
            cost: None,
            rate: Rate::Ten,
            unit: Unit::Each,
            stock: None,
            stock_rule: StockRule::Allow,
            stock_minimum: Quantity::ZERO,
            favourite: false,
            ingredients: None,
            statement: None,
            declarations: Declarations::none(),
        };
        store.import_products(&[chipa], Stamp::at(now())).unwrap();
        Self { folder }
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let output = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args(arguments)
            .args(["--json", "--printer", "", "--locale", "es-PY", "--data-dir"])
            .arg(self.folder.path())
            .env_remove("CANTINA_DATA_DIR")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let first = said.lines().next().unwrap_or_default();
        Said {
            status: output.status.code().unwrap_or(-1),
            json: serde_json::from_str(first).unwrap_or_default(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    fn does(&self, arguments: &[&str]) -> Value {
        let said = self.run(arguments);
        assert_eq!(said.status, 0, "{arguments:?}: {}", said.errors);
        said.json
    }

    fn refuses(&self, code: &str, arguments: &[&str]) {
        let said = self.run(arguments);
        assert_eq!(said.json["error"]["code"], json!(code), "{}", said.errors);
        assert_ne!(said.status, 0);
        assert_eq!(said.errors.lines().count(), 1, "{}", said.errors);
    }

    fn sell(&self) {
        self.does(&["sell", "--item", "101", "--tender", "cash=20000"]);
    }

    fn last_total(&self) -> i64 {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let file = Connection::open_with_flags(self.folder.path().join("cantina.db"), flags);
        let sql = "SELECT total FROM sale ORDER BY seq DESC LIMIT 1";
        file.unwrap().query_row(sql, (), |row| row.get(0)).unwrap()
    }
}

#[test]
fn a_price_is_said_sold_at_and_kept_in_the_history() {
    let canteen = Canteen::new();
    canteen.sell();
    assert_eq!(canteen.last_total(), 4_000);
    let said = canteen.does(&["product", "set-price", "101", "4.500"]);
    assert_eq!(
        (&said["price"], &said["changed"]),
        (&json!(4_500), &json!(true))
    );
    canteen.sell();
    assert_eq!(canteen.last_total(), 4_500);
    let again = canteen.does(&["product", "set-price", "101", "4500"]);
    assert_eq!(again["changed"], json!(false));
    let shown = canteen.does(&["product", "show", "chipa nanduti"]);
    assert_eq!(shown["price"], json!(4_500));
    assert_eq!(shown["prices"][0]["by"], json!("Ana"));
    assert_eq!(
        shown["prices"][1]["since"],
        Value::Null,
        "the first holds since ever"
    );
    canteen.does(&["selfcheck"]);
}

#[test]
fn a_price_to_come_does_not_hold_before_its_day() {
    let canteen = Canteen::new();
    let tomorrow = BusinessDay::from_number(now().day().number() + 1).unwrap();
    let since = tomorrow.to_string();
    canteen.does(&["product", "set-price", "#1", "9000", "--since", &since]);
    canteen.sell();
    assert_eq!(canteen.last_total(), 4_000);
    let shown = canteen.does(&["product", "show", "#1"]);
    assert_eq!(shown["price"], json!(4_000));
    assert_eq!(shown["prices"][0]["since"], json!(since));
    let yesterday = BusinessDay::from_number(now().day().number() - 1).unwrap();
    let past = yesterday.to_string();
    canteen.refuses(
        "past_day",
        &["product", "set-price", "#1", "9000", "--since", &past],
    );
}

#[test]
fn what_was_sold_is_let_go_and_stays_on_file() {
    let canteen = Canteen::new();
    canteen.sell();
    canteen.does(&["product", "deactivate", "101"]);
    assert_eq!(canteen.does(&["product", "list"])["products"], json!([]));
    let all = canteen.does(&["product", "list", "--all", "--search", "CHIPA"]);
    assert_eq!(all["products"][0]["active"], json!(false));
    let sold = canteen.run(&["sell", "--item", "101", "--tender", "cash=20000"]);
    assert_eq!(sold.status, 1);
    canteen.refuses("product_unknown", &["product", "show", "no hay"]);
    canteen.does(&["selfcheck"]);
}
