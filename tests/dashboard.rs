//! The dashboard, its exports and its pages, run as a program on a demo canteen.
#![allow(clippy::unwrap_used)] // a test that cannot go on stops

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use cantina::domain::metrics::{Period, Span};
use cantina::domain::user::Role;
use cantina::domain::{BusinessDay, Money};
use cantina::i18n::{I18n, Locale};
use cantina::report::{Ask, NoReport};
use cantina::settings::DataFolder;
use cantina::store::Cancel;
use cantina::till::{Till, now};
use serde_json::Value;
use tempfile::TempDir;

/// A demo with 2,000 sales of the years before; the tests here only read it.
fn demo() -> &'static TempDir {
    static DEMO: OnceLock<TempDir> = OnceLock::new();
    DEMO.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let made = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .arg("--data-dir")
            .arg(folder.path())
            .args(["demo", "--sales", "2000", "--data-only", "--json"])
            .output()
            .unwrap();
        assert!(
            made.status.success(),
            "{}",
            String::from_utf8_lossy(&made.stderr)
        );
        folder
    })
}

/// An export notes that it was made: one at a time, and no copy meanwhile.
fn turn() -> std::sync::MutexGuard<'static, ()> {
    static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());
    TURN.lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// What it says; one at a time, as a canteen is open once.
fn cantina(arguments: &[&str]) -> Result<String, String> {
    let folder = demo();
    let _turn = turn();
    let said = Command::new(env!("CARGO_BIN_EXE_cantina"))
        .arg("--data-dir")
        .arg(folder.path())
        .args(arguments)
        .output()
        .unwrap();
    match said.status.success() {
        true => Ok(String::from_utf8(said.stdout).unwrap()),
        false => Err(String::from_utf8(said.stderr).unwrap()),
    }
}

fn out(name: &str) -> PathBuf {
    demo().path().join(name)
}

/// The last forty days of school, as ISO.
fn forty_days() -> (String, String) {
    let today = now().day();
    (today.days_before(56).to_string(), today.to_string())
}

fn page(from: &str, to: &str) -> Value {
    let said = cantina(&["dashboard", "--from", from, "--to", to, "--json"]).unwrap();
    serde_json::from_str(&said).unwrap()
}

fn csv_column(name: &str, column: usize) -> (usize, i64, String) {
    let bytes = fs::read(out(name)).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.starts_with('\u{feff}') && text.contains(';') && text.contains("\r\n"));
    let cells = text
        .lines()
        .skip(1)
        .map(|line| line.split(';').nth(column).unwrap().trim_matches('"'));
    let amounts: Vec<i64> = cells.map(|cell| cell.parse().unwrap()).collect();
    (amounts.len(), amounts.iter().sum(), text)
}

#[test]
fn what_is_exported_comes_to_what_the_dashboard_says() {
    let (from, to) = forty_days();
    let page = page(&from, &to);
    let income = page["figures"]["income"].as_i64().unwrap();
    let rounding = page["figures"]["rounding"].as_i64().unwrap();
    assert!(income > 0);
    for (what, column, total) in [
        ("sales", 12, income),
        ("lines", 8, income + rounding),
        ("payments", 5, income),
    ] {
        let file = format!("{what}.csv");
        let path = out(&file).display().to_string();
        let said = cantina(&[
            "export", what, "--from", &from, "--to", &to, "--out", &path, "--json",
        ])
        .unwrap();
        let said: Value = serde_json::from_str(&said).unwrap();
        let (rows, sum, _) = csv_column(&file, column);
        assert_eq!(
            (sum, said["total"].as_i64().unwrap()),
            (total, total),
            "{what}"
        );
        assert_eq!(said["rows"].as_u64().unwrap(), rows as u64, "{what}");
        assert!(!out(&format!("{file}.part")).exists());
    }
    // Total and rounding come to what was paid, with the sign that the screen gives them.
    let (total, rounded) = (csv_column("sales.csv", 10).1, csv_column("sales.csv", 11).1);
    assert_eq!((total + rounded, rounded), (income, -rounding));
    let tenders: i64 = page["tenders"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["amount"].as_i64().unwrap())
        .sum();
    assert_eq!(tenders, income);
    let hours: i64 = page["hours"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["income"].as_i64().unwrap())
        .sum();
    assert_eq!(hours, income);
}

#[test]
fn excel_gets_real_numbers_and_dates() {
    let (from, to) = forty_days();
    let path = out("sales.xlsx").display().to_string();
    let said = cantina(&[
        "export", "sales", "--from", &from, "--to", &to, "--out", &path, "--json",
    ])
    .unwrap();
    let said: Value = serde_json::from_str(&said).unwrap();
    let sheet = part_of(&fs::read(&path).unwrap(), "xl/worksheets/sheet1.xml");
    let document = roxmltree::Document::parse(&sheet).unwrap();
    let mut sums: BTreeMap<char, f64> = BTreeMap::new();
    let mut rows = 0;
    for cell in document.descendants().filter(|node| node.has_tag_name("c")) {
        let place = cell.attribute("r").unwrap();
        let column = place.chars().next().unwrap();
        let is_number = cell.attribute("t").is_none();
        let value = cell
            .descendants()
            .find(|node| node.has_tag_name("v"))
            .and_then(|node| node.text());
        if let (true, Some(value), false) = (is_number, value, place[1..] == *"1") {
            *sums.entry(column).or_default() += value.parse::<f64>().unwrap();
            rows += usize::from(column == 'A');
        }
    }
    #[allow(clippy::cast_precision_loss)]
    let total = said["total"].as_i64().unwrap() as f64;
    assert!((sums[&'M'] - total).abs() < 0.5, "{sums:?}");
    assert_eq!(rows as u64, said["rows"].as_u64().unwrap());
    // A date of this century is a number of days since 1900 beyond forty thousand.
    assert!(sums[&'A'] > 40_000.0 * f64::from(u32::try_from(rows).unwrap()));
}

/// A part of a zip, found by its central directory.
fn part_of(zip: &[u8], name: &str) -> String {
    let number = |at: usize, len: usize| {
        zip[at..at + len]
            .iter()
            .rev()
            .fold(0_usize, |sum, byte| (sum << 8) | usize::from(*byte))
    };
    let mut at = zip
        .windows(4)
        .rposition(|of| of == b"PK\x05\x06")
        .map(|end| number(end + 16, 4))
        .unwrap();
    while &zip[at..at + 4] == b"PK\x01\x02" {
        let (method, packed) = (number(at + 10, 2), number(at + 20, 4));
        let (long, extra, comment) = (number(at + 28, 2), number(at + 30, 2), number(at + 32, 2));
        let local = number(at + 42, 4);
        if &zip[at + 46..at + 46 + long] == name.as_bytes() {
            let begin = local + 30 + number(local + 26, 2) + number(local + 28, 2);
            let bytes = &zip[begin..begin + packed];
            return match method {
                0 => String::from_utf8(bytes.to_vec()).unwrap(),
                _ => inflated(bytes),
            };
        }
        at += 46 + long + extra + comment;
    }
    panic!("{name} is not in it");
}

fn inflated(bytes: &[u8]) -> String {
    let mut text = String::new();
    flate2::read::DeflateDecoder::new(bytes)
        .read_to_string(&mut text)
        .unwrap();
    text
}

#[test]
fn the_page_is_one_file_that_asks_nobody() {
    let path = out("panel.html").display().to_string();
    let day = now().day().days_before(1).to_string();
    let written = cantina(&["dashboard", "--date", &day, "--html", &path]).unwrap();
    assert!(written.contains("panel.html"));
    let html = fs::read_to_string(&path).unwrap();
    assert!(html.starts_with("<!doctype html>") && html.ends_with("</html>"));
    assert!(html.contains("width=device-width") && html.contains("charset=\"utf-8\""));
    for foreign in ["<script", "http:", "https:", "src=", "@import", "url("] {
        assert!(!html.contains(foreign), "{foreign}");
    }
}

#[test]
fn the_page_has_the_figures_that_the_screen_reads() {
    let path = out("equal.html").display().to_string();
    let day = now().day().days_before(1).to_string();
    cantina(&["dashboard", "--date", &day, "--html", &path]).unwrap();
    let html = fs::read_to_string(&path).unwrap();
    let said = cantina(&["dashboard", "--date", &day, "--json"]).unwrap();
    let page: Value = serde_json::from_str(&said).unwrap();
    let words = I18n::new(Locale::EsPy);
    let sum = |value: &Value| Money::guaranies(value.as_i64().unwrap());
    let count = |value: &Value| words.amount(sum(value));
    let money = |value: &Value| words.money(sum(value));
    let figures = &page["figures"];
    // Each figure whole, in its own element: bare digits are in many others.
    let cards = [
        ("report-sales", count(&figures["sales"])),
        ("report-income", money(&figures["income"])),
        ("report-items", count(&figures["items"])),
        ("report-pupils", count(&figures["pupils"])),
        ("report-average", money(&figures["average"])),
    ];
    let cards = cards.map(|(label, value)| format!("{}<b>{value}</b>", words.text(label)));
    let mut all = cards.to_vec();
    let rows = |part: &str| page[part].as_array().unwrap().clone();
    all.extend(rows("tenders").iter().map(|row| {
        let (sales, amount) = (&row["sales"], count(&row["amount"]));
        format!("<td>{sales}</td><td>{amount}</td>")
    }));
    all.extend(rows("by_amount").iter().map(|row| {
        let amount = money(&row["amount"]);
        format!("<td>{amount}</td></tr>")
    }));
    all.extend(rows("customers").iter().map(|row| {
        let (sales, amount) = (&row["sales"], money(&row["amount"]));
        format!("<td>{sales}</td><td>{amount}</td></tr>")
    }));
    assert!(all.len() > 12, "{all:?}");
    for figure in all {
        assert!(html.contains(&figure), "{figure}");
    }
    for both in ["prefers-color-scheme:dark", "max-width:420px"] {
        assert!(html.contains(both), "{both}");
    }
}

#[test]
fn all_six_parts_are_there_with_the_comparison() {
    let said = cantina(&["dashboard", "--json", "--compare", "last-year"]).unwrap();
    let page: Value = serde_json::from_str(&said).unwrap();
    for part in [
        "figures",
        "hours",
        "tenders",
        "by_quantity",
        "by_amount",
        "customers",
        "compared",
        "alerts",
        "period",
    ] {
        assert!(!page[part].is_null(), "{part}");
    }
    let (from, to) = forty_days();
    let chosen = format!("{from}..{to}");
    let said = cantina(&[
        "dashboard",
        "--from",
        &from,
        "--to",
        &to,
        "--compare",
        &chosen,
        "--json",
    ])
    .unwrap();
    let page: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(page["by_amount"].as_array().unwrap().len(), 10);
    assert_eq!(page["customers"].as_array().unwrap().len(), 5);
    let text = cantina(&["dashboard", "--from", &from, "--to", &to]).unwrap();
    assert!(text.contains("Panel de ventas"), "{text}");
    let wrong = cantina(&["dashboard", "--from", &to, "--to", &from]).unwrap_err();
    assert!(wrong.contains("Esos días no van"), "{wrong}");
}

/// A demo of its own, open in this process.
fn a_till() -> (TempDir, Till) {
    let folder = tempfile::tempdir().unwrap();
    let _turn = turn();
    for entry in ["cantina.db", "config.toml"] {
        fs::copy(out(entry), folder.path().join(entry)).unwrap();
    }
    let till = Till::open(DataFolder::at(folder.path().to_owned()), Some("")).unwrap();
    (folder, till)
}

#[test]
fn a_report_that_nobody_wants_is_given_up() {
    // Nothing writes into the demo while it is copied.
    cantina(&["dashboard", "--json"]).unwrap();
    let (_folder, till) = a_till();
    let cancel = Cancel::default();
    cancel.cancel();
    let given_up = till
        .dashboard(Ask::default(), now(), &cancel)
        .wait()
        .unwrap();
    assert!(matches!(given_up, Err(NoReport::Cancelled)));
    let next = till
        .dashboard(Ask::default(), now(), &Cancel::default())
        .wait()
        .unwrap();
    assert!(next.is_ok(), "{next:?}");
}

#[test]
fn an_alert_is_acknowledged_with_a_note_and_kept() {
    cantina(&["dashboard", "--json"]).unwrap();
    let (_folder, till) = a_till();
    let moment = now();
    let ask = Ask {
        period: Period::Today,
        ..Ask::default()
    };
    let read = || {
        till.dashboard(ask, moment, &Cancel::default())
            .wait()
            .unwrap()
            .unwrap()
    };
    // A demo has sales and no backup.
    let alert = read()
        .alerts
        .into_iter()
        .find(|alert| alert.finding.rule().code() == "backup")
        .unwrap();
    let users = till.users().wait().unwrap().unwrap();
    let manager = users
        .into_iter()
        .find(|user| user.role == Role::Manager)
        .unwrap();
    assert!(
        till.acknowledge(alert.clone(), "  ".into(), &manager, moment)
            .wait()
            .unwrap()
            .is_err()
    );
    till.acknowledge(alert, "hoy llevo el pendrive".into(), &manager, moment)
        .wait()
        .unwrap()
        .unwrap();
    let page = read();
    let seen = page
        .alerts
        .iter()
        .find_map(|alert| alert.acknowledged.as_ref())
        .unwrap();
    assert_eq!(
        (seen.note.as_str(), &seen.by),
        ("hoy llevo el pendrive", &manager.name)
    );
    let kept = till
        .kept_alerts(Span::day(moment.day()), &Cancel::default())
        .wait()
        .unwrap()
        .unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].rule, "backup");
}

#[test]
fn the_week_the_month_and_the_heat_come_to_the_same_as_the_page() {
    cantina(&["dashboard", "--json"]).unwrap();
    let (_folder, till) = a_till();
    let moment = now();
    let day = moment.day().first_of_month().days_before(1);
    let month = till
        .month(day, moment, &Cancel::default())
        .wait()
        .unwrap()
        .unwrap();
    let span = Span::new(day.first_of_month(), day).unwrap();
    assert_eq!(month.period, span);
    let sum: Money = month.days.iter().map(|day| day.income).sum();
    assert_eq!(sum, month.figures.income);
    assert!(!month.rotation.is_empty());
    let heat = till
        .heat_map(span, &Cancel::default())
        .wait()
        .unwrap()
        .unwrap();
    let sum: Money = heat.cells.iter().map(|cell| cell.income).sum();
    assert_eq!(sum, month.figures.income);
    let week = till
        .week(day, moment, &Cancel::default())
        .wait()
        .unwrap()
        .unwrap();
    assert_eq!(week.days.len(), 7);
    let total: Money = week.days.iter().map(|day| day.income).sum();
    assert_eq!(Some(total), week.trend.last().map(|week| week.income));
    assert_eq!(week.monday, BusinessDay::monday(day));
}
