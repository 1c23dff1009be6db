//! `cantina audit`, run as a program on a real canteen: who did what, whether the facts are as they were
//! written, and what a backup knows of it.
#![allow(clippy::unwrap_used)] // a test that cannot go on stops

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use cantina::domain::user::{Attempts, Pin, Role};
use cantina::domain::{Locale, Moment};
use cantina::i18n::I18n;
use cantina::settings::DataFolder;
use cantina::store::audit::Filter;
use cantina::store::{Stamp, Store, pin};
use cantina::till::Till;
use chrono::DateTime;
use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

struct Canteen(TempDir);

fn moment(minute: i64) -> Moment {
    let morning = DateTime::parse_from_rfc3339("2026-11-23T07:00:00-03:00").unwrap();
    Moment::new(morning).plus_millis(minute * 60_000)
}

/// A cashier (1111) and a manager (3333); three wrong PINs and a drawer that was opened.
fn a_canteen() -> Canteen {
    let canteen = Canteen(tempfile::tempdir().unwrap());
    let mut store = Store::open(&canteen.database()).unwrap();
    let mut users = Vec::new();
    for (name, role, digits) in [
        ("María", Role::Cashier, "1111"),
        ("Jorge", Role::Manager, "3333"),
    ] {
        let hash = pin::hash(&Pin::parse(digits).unwrap()).unwrap();
        users.push(store.add_user(name, role, &hash).unwrap());
    }
    let mut attempts = Attempts::default();
    for minute in 0..3 {
        attempts = attempts.failed(moment(minute).at);
        store.set_attempts(attempts, moment(minute)).unwrap();
    }
    store.set_attempts(Attempts::default(), moment(4)).unwrap();
    store
        .open_drawer(b"", Stamp::by(users[1], moment(5)))
        .unwrap();
    canteen
}

impl Canteen {
    fn database(&self) -> PathBuf {
        self.0.path().join("cantina.db")
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args(arguments)
            .arg("--data-dir")
            .arg(self.0.path())
            .output()
            .expect("the program runs");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (
            output.status.code(),
            text(&output.stdout),
            text(&output.stderr),
        )
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let (_, out, errors) = self.run(arguments);
        serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out} {errors}"))
    }

    fn tamper(&self, sql: &str) {
        let db = Connection::open(self.database()).unwrap();
        db.execute_batch(sql).unwrap();
    }
}

#[test]
fn who_did_what_is_listed_in_words_and_filtered() {
    let canteen = a_canteen();
    let all = canteen.json(&["audit", "list", "--json"]);
    assert_eq!(all["entries"].as_array().unwrap().len(), 4);
    assert_eq!(all["entries"][0]["action"], "open_drawer");
    assert_eq!(all["entries"][0]["who"], "Jorge");
    let page = canteen.json(&[
        "audit",
        "list",
        "--most",
        "1",
        "--action",
        "wrong_pin",
        "--json",
    ]);
    assert_eq!(page["more"], true);
    assert_eq!(page["entries"][0]["detail"], "3");
    let (status, out, _) =
        canteen.run(&["audit", "list", "--user", "Jorge", "--from", "23/11/2026"]);
    assert_eq!(status, Some(0));
    // The time is this machine's own.
    assert!(
        out.trim().ends_with("Jorge: abrió el cajón sin venta"),
        "{out}"
    );
    let iso = canteen.run(&["audit", "list", "--user", "Jorge", "--from", "2026-11-23"]);
    assert_eq!((iso.0, &iso.1), (Some(0), &out), "as programs write a day");
    let (status, _, errors) = canteen.run(&["audit", "list", "--user", "Pepe"]);
    assert_eq!((status, errors.lines().count()), (Some(1), 1), "{errors}");
}

#[test]
fn a_changed_fact_is_named_by_the_audit_and_by_the_selfcheck() {
    let canteen = a_canteen();
    let (status, out, errors) = canteen.run(&["audit", "verify"]);
    assert_eq!(status, Some(0), "{out} {errors}");
    let head = canteen.json(&["audit", "verify", "--json"])["head"].clone();
    canteen.tamper("DROP TRIGGER audit_kept; UPDATE audit SET detail = '1' WHERE seq = 3;");
    let said = canteen.json(&["audit", "verify", "--json"]);
    assert_eq!(said["ok"], false);
    assert_eq!(said["named"][0]["table"], "audit");
    assert_eq!(said["named"][0]["seq"], 3);
    assert_eq!(said["named"][0]["how"], "changed");
    let (status, out, _) = canteen.run(&["selfcheck"]);
    assert_eq!(status, Some(1));
    assert!(out.contains("audit, fila 3: cambió"), "{out}");
    let checked = canteen.json(&["selfcheck", "--json"]);
    assert_eq!(checked["altered"][0]["seq"], 3);
    // Whoever makes the chain anew does not have the head that was noted.
    let head = head.as_str().unwrap().to_owned();
    canteen.tamper(
        "UPDATE audit SET detail = '3' WHERE seq = 3;
         DROP TRIGGER audit_stays; DELETE FROM audit WHERE seq = 4;
         DROP TRIGGER drawer_opened_stays; DELETE FROM drawer_opened;
         DROP TRIGGER link_stays; DELETE FROM link WHERE seq = (SELECT max(seq) FROM link);",
    );
    let (status, ..) = canteen.run(&["audit", "verify"]);
    assert_eq!(status, Some(0), "nothing else tells that the end is gone");
    let (status, out, _) = canteen.run(&["audit", "verify", "--head", &head]);
    assert_eq!(status, Some(1), "{out}");
    let (status, ..) = canteen.run(&["audit", "verify", "--head", "7"]);
    assert_eq!(status, Some(1));
}

#[test]
fn an_export_is_a_file_and_a_note_of_who_took_it() {
    let canteen = a_canteen();
    let file = canteen.0.path().join("auditoria.csv");
    let path = file.display().to_string();
    let export = |pin: &str| canteen.run(&["audit", "export", &path, "--cashier", pin]);
    assert_eq!(export("1111").0, Some(1), "a cashier may not");
    assert!(!file.exists());
    let (status, out, errors) = export("3333");
    assert_eq!(status, Some(0), "{out} {errors}");
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().count(), 5, "{text}");
    assert!(
        text.lines().nth(4).unwrap().contains("abrió el cajón"),
        "{text}"
    );
    assert_eq!(export("3333").0, Some(1), "not over what is there");
    let last = canteen.json(&["audit", "list", "--most", "1", "--json"]);
    assert_eq!(last["entries"][0]["action"], "audit_export");
    assert_eq!(last["entries"][0]["who"], "Jorge");
    assert_eq!(canteen.json(&["audit", "verify", "--json"])["ok"], true);
}

#[test]
fn a_backup_knows_the_head_of_the_chain_and_a_restore_keeps_it() {
    let canteen = a_canteen();
    let head = canteen.json(&["audit", "verify", "--json"])["head"].clone();
    let made = canteen.json(&["backup", "now", "--json"]);
    let (status, out, errors) = canteen.run(&["backup", "verify", "--all"]);
    assert_eq!(status, Some(0), "{made} {out} {errors}");
    let listed = canteen.json(&["backup", "list", "--json"]);
    let name = listed.to_string();
    let name = name.split('"').find(|part| part.ends_with(".backup"));
    let name = name.expect("a backup is listed").to_owned();
    let (status, out, errors) = canteen.run(&["backup", "restore", &name, "--yes"]);
    assert_eq!(status, Some(0), "{out} {errors}");
    let after = canteen.json(&["audit", "verify", "--json"]);
    assert_eq!(after["ok"], true, "{after}");
    let head = head.as_str().unwrap();
    let known = canteen.json(&["audit", "verify", "--head", head, "--json"]);
    assert_eq!(
        known["ok"], true,
        "what was known is still before what came since"
    );
    let last = canteen.json(&["audit", "list", "--most", "1", "--json"]);
    assert_eq!(last["entries"][0]["action"], "restore");
}

/// The window asks the till; a name that is taken is refused there too.
#[test]
fn an_export_never_touches_a_file_that_is_there() {
    let canteen = a_canteen();
    let file = canteen.0.path().join("ventas.xlsx");
    fs::write(&file, "somebody's work").unwrap();
    let till = Till::open(DataFolder::at(canteen.0.path()), Some("")).unwrap();
    let words = I18n::new(Locale::EsPy);
    let stamp = Stamp::at(moment(9));
    let exported = till.export_audit(file.clone(), Filter::default(), words, stamp);
    assert!(exported.wait().unwrap().is_err());
    assert_eq!(fs::read_to_string(&file).unwrap(), "somebody's work");
}
