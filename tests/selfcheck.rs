//! `cantina selfcheck` and the files of rules, run as a program: what is said, what is left, what is found.
#![allow(clippy::unwrap_used)] // a test that cannot go on stops

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use cantina::domain::cart::Cart;
use cantina::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use cantina::domain::diet::{
    Allergen, Declarations, Declared, Policy, Response, Restriction, Severity, Source,
};
use cantina::domain::receipt::{Receipt, Shop};
use cantina::domain::sale::At;
use cantina::domain::student::NewStudent;
use cantina::domain::tax::Rate;
use cantina::domain::tender::{Offer, TenderKind};
use cantina::domain::user::{Pin, Role};
use cantina::domain::{
    CartId, Moment, Money, ProductId, Quantity, SaleId, StudentId, TillId, UserId,
};
use cantina::store::diet::Word;
use cantina::store::{Stamp, Store, Ticketing, pin};
use chrono::DateTime;
use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;
use uuid::Uuid;

/// One test at a time: a child that is just being made holds the lock of every store that is open here.
static TURN: Mutex<()> = Mutex::new(());

struct Canteen {
    folder: TempDir,
    _turn: MutexGuard<'static, ()>,
}

struct Said {
    status: Option<i32>,
    out: String,
    errors: String,
}

impl Said {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("{} {}", self.out, self.errors))
    }
}

fn moment(minute: i64) -> Moment {
    let morning = DateTime::parse_from_rfc3339("2026-11-23T07:00:00-03:00").unwrap();
    Moment::new(morning).plus_millis(minute * 60_000)
}

/// A cashier (1111), a manager (3333) and an administrator (4444); Sofía, and a bar that is free of peanut.
fn a_canteen() -> Canteen {
    let canteen = Canteen {
        folder: tempfile::tempdir().unwrap(),
        _turn: TURN.lock().unwrap_or_else(PoisonError::into_inner),
    };
    let mut store = canteen.open();
    for (name, role, digits) in [
        ("María", Role::Cashier, "1111"),
        ("Jorge", Role::Manager, "3333"),
        ("Tita", Role::Administrator, "4444"),
    ] {
        let hash = pin::hash(&Pin::parse(digits).unwrap()).unwrap();
        store.add_user(name, role, &hash).unwrap();
    }
    let bar = NewProduct {
        name: "Barrita".into(),
        category: "Snacks".into(),
        codes: vec![],
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
    let sofia = NewStudent {
        name: "Sofía Benítez".into(),
        grade: "5.º B".into(),
        card: None,
        guardian: None,
        price_list: None,
        balance: Money::ZERO,
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: vec![Restriction::new(
            Allergen::PEANUT,
            Severity::Severe,
            "su madre",
        )],
        wishes: Vec::new(),
    };
    let stamp = Stamp::at(moment(0));
    store.import_products(&[bar], stamp).unwrap();
    store.import_students(&[sofia], stamp).unwrap();
    drop(store);
    canteen.declare(Declared::Free, 1);
    canteen.sell(2);
    canteen
}

impl Canteen {
    fn database(&self) -> PathBuf {
        self.folder.path().join("cantina.db")
    }

    fn open(&self) -> Store {
        Store::open(&self.database()).unwrap()
    }

    fn declare(&self, state: Declared, minute: i64) {
        let word = Word {
            state,
            source: Source::Label,
            quote: None,
            against: None,
        };
        let stamp = Stamp::by(UserId(2), moment(minute));
        let words = [(Allergen::PEANUT, word)];
        self.open().declare(ProductId(1), &words, stamp).unwrap();
    }

    fn sell(&self, minute: i64) {
        let (mut store, at) = (
            self.open(),
            At {
                till: TillId(1),
                user: UserId(1),
                moment: moment(minute),
            },
        );
        let day = at.moment.day();
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        cart.identify(Some(store.customer(StudentId(1), day).unwrap()));
        let bar = Arc::new(store.product(ProductId(1)).unwrap());
        cart.add(&bar, Quantity::ONE).unwrap();
        let checked = cart.check(&Policy::standard(), day).unwrap();
        let mut tenders = store.tenders().unwrap().into_iter();
        let offer = Offer {
            tender: tenders.find(|of| of.kind == TenderKind::Cash).unwrap(),
            amount: checked.totals().total,
            reference: None,
        };
        let sale = checked.pay(SaleId(Uuid::now_v7()), &[offer], at).unwrap();
        let ticketing = Ticketing {
            shop: &Shop::default(),
            render: &|_: &Receipt| Vec::new(),
            drawer: &[],
        };
        store.record(&sale, &ticketing).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let output = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args(arguments)
            .arg("--data-dir")
            .arg(self.folder.path())
            .output()
            .expect("the program runs");
        Said {
            status: output.status.code(),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn tables(&self) -> Vec<(String, i64)> {
        let db = Connection::open(self.database()).unwrap();
        let mut select = db
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            .unwrap();
        let names = select.query_map((), |row| row.get::<_, String>(0)).unwrap();
        let count = |name: &str| {
            let sql = format!("SELECT count(*) FROM \"{name}\"");
            db.query_row(&sql, (), |row| row.get(0)).unwrap()
        };
        names
            .map(|name| name.unwrap())
            .map(|name| (name.clone(), count(&name)))
            .collect()
    }
}

fn copies(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().flatten();
    let copy = |name: String| name.contains("selfcheck");
    entries
        .filter(|of| copy(of.file_name().to_string_lossy().into_owned()))
        .count()
}

#[test]
fn a_canteen_in_order_is_said_to_be_so_and_nothing_is_written_to_it() {
    let canteen = a_canteen();
    let before = canteen.tables();
    let said = canteen.run(&["selfcheck"]);
    assert_eq!(said.status, Some(0), "{} {}", said.out, said.errors);
    for part in ["[1/4] ✓", "[2/4] ✓", "[3/4] ✓", "[4/4] ✓"] {
        assert!(said.out.contains(part), "{}", said.out);
    }
    let json = canteen.run(&["selfcheck", "--json"]).json();
    assert_eq!(
        (&json["ok"], &json["sales"]),
        (&Value::Bool(true), &1.into())
    );
    assert_eq!(json["broken"], Value::Array(vec![]));
    let parts = json["parts"].as_array().unwrap();
    assert_eq!(parts.len(), 4);
    assert!(parts.iter().all(|part| part["ok"] == true));
    assert_eq!(parts[2]["tried"], 32);
    assert_eq!(parts[2]["untouched"], true);
    assert_eq!(parts[3]["lines"], 1);
    assert_eq!(canteen.tables(), before);
    assert_eq!(copies(canteen.folder.path()), 0);
}

#[test]
fn a_child_that_could_have_been_harmed_is_found_until_somebody_answers_for_it() {
    let canteen = a_canteen();
    canteen.declare(Declared::Contains, 3);
    let said = canteen.run(&["selfcheck", "--json"]);
    assert_eq!(said.status, Some(1));
    let json = said.json();
    assert_eq!(json["ok"], false);
    let open = &json["parts"][3]["open"][0];
    assert_eq!(
        (&open["ticket"], &open["harm"]),
        (&1.into(), &"known_today".into())
    );
    assert_eq!(open["student"], "Sofía Benítez");
    let said = canteen.run(&["selfcheck"]);
    assert!(said.out.contains("[4/4] ✗"), "{}", said.out);
    assert!(said.out.contains("Sofía Benítez") && said.out.contains("Barrita"));
    {
        let mut store = canteen.open();
        let met = store.reader().unwrap().look_back().unwrap().met.remove(0);
        let stamp = Stamp::by(UserId(2), moment(4));
        store
            .look_at(&met, "se llamó a la madre", UserId(2), stamp)
            .unwrap();
    }
    assert_eq!(canteen.run(&["selfcheck"]).status, Some(0));
}

#[test]
fn books_that_do_not_agree_are_found_and_the_trials_still_leave_nothing() {
    let canteen = a_canteen();
    let db = Connection::open(canteen.database()).unwrap();
    db.execute("UPDATE account SET balance = balance + 1 WHERE id = 1", ())
        .unwrap();
    drop(db);
    let said = canteen.run(&["selfcheck", "--json"]);
    assert_eq!(said.status, Some(1));
    let json = said.json();
    assert_eq!(json["broken"][0]["promise"], "balances_equal_facts");
    assert_eq!(json["parts"][0]["ok"], false);
    assert_eq!(copies(canteen.folder.path()), 0);
}

/// A copy that cannot be made is a part that was not looked at, and no good news.
#[test]
fn a_copy_that_cannot_be_made_is_said_and_fails() {
    let canteen = a_canteen();
    let in_the_way = canteen.folder.path().join("cantina.selfcheck.db");
    fs::create_dir(&in_the_way).unwrap();
    let said = canteen.run(&["selfcheck", "--json"]);
    assert_eq!(said.status, Some(1), "{}", said.out);
    let parts = &said.json()["parts"];
    assert_eq!(parts[2]["ok"], false);
    assert_eq!(
        parts[3]["ok"], true,
        "the others are looked at all the same"
    );
}

#[test]
fn a_policy_file_is_taken_over_by_whom_it_is_for_and_a_bad_one_changes_nothing() {
    let canteen = a_canteen();
    let show = || canteen.run(&["diet", "policy", "show", "--json"]).json();
    let standard = show();
    assert_eq!(standard["policy"]["contains"]["severe"], "refuse");
    let house = Policy::standard();
    let strict = house
        .with(Declared::MayContain, Severity::Moderate, Response::Approve)
        .unwrap();
    let file = canteen.write("strict.policy", &strict.to_string());
    let load = |file: &str, who: &str| {
        canteen.run(&["diet", "policy", "load", file, "--cashier", who, "--json"])
    };
    let refused = load(&file, "1111");
    assert_eq!(refused.status, Some(1));
    assert_eq!(refused.json()["error"]["code"], "diet_no_right");
    assert_eq!(load(&file, "9999").json()["error"]["code"], "wrong_pin");
    assert_eq!(show(), standard);
    assert_eq!(load(&file, "3333").status, Some(0));
    assert_eq!(show()["policy"]["may_contain"]["moderate"], "approve");
    let house = canteen.write("house.policy", &house.to_string());
    let milder = load(&house, "3333");
    assert_eq!(milder.json()["error"]["code"], "diet_not_yours");
    let bad = canteen.write("bad.policy", "free mild = allow\nfree moderate = alow\n");
    let bad = load(&bad, "4444");
    assert_eq!(bad.status, Some(1));
    assert!(
        bad.errors.contains('2') && bad.errors.contains("alow"),
        "{}",
        bad.errors
    );
    let unsafe_one = Policy::standard().to_string();
    let unsafe_one = unsafe_one.replace("contains severe = refuse", "contains severe = confirm");
    let unsafe_one = load(&canteen.write("unsafe.policy", &unsafe_one), "4444");
    assert_eq!(unsafe_one.json()["error"]["code"], "bad_policy");
    assert_eq!(show()["policy"]["may_contain"]["moderate"], "approve");
    assert_eq!(load(&house, "4444").status, Some(0));
    assert_eq!(show(), standard);
    let shown = canteen.run(&["diet", "policy"]).out;
    assert_eq!(
        Policy::parse(&shown),
        Ok(Policy::standard()),
        "what is shown is a file"
    );
}

#[test]
fn own_words_are_taken_over_and_bad_ones_change_nothing() {
    let canteen = a_canteen();
    let show = || canteen.run(&["diet", "words", "show", "--json"]).json();
    assert_eq!(show()["text"], Value::Null);
    let good = canteen.write("own.words", "[= mani]\nxyzzy\n");
    let load = |file: &str, who: &str| {
        canteen.run(&["diet", "words", "load", file, "--cashier", who, "--json"])
    };
    assert_eq!(load(&good, "1111").status, Some(1));
    assert_eq!(load(&good, "3333").status, Some(0));
    assert_eq!(show()["text"], "[= mani]\nxyzzy\n");
    let bad = load(
        &canteen.write("bad.words", "[= mani]\nplugh\n[= kriptonita]\nx\n"),
        "3333",
    );
    assert_eq!(bad.status, Some(1));
    assert_eq!(bad.json()["error"]["code"], "bad_words");
    assert!(
        bad.errors.contains('3') && bad.errors.contains("kriptonita"),
        "{}",
        bad.errors
    );
    assert_eq!(
        show()["text"],
        "[= mani]\nxyzzy\n",
        "the last good ones stay in force"
    );
    let missing = load("/nowhere/at/all.words", "3333");
    assert_eq!(missing.json()["error"]["code"], "diet_no_file");
    assert_eq!(canteen.run(&["selfcheck"]).status, Some(0));
}
