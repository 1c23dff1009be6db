//! The doctor, an update taken back and what packages bring along, run as a program.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use cantina::settings::DataFolder;
use cantina::store::{Glance, Store, schema};
use serde_json::Value;

fn cantina(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cantina"))
        .arg("--data-dir")
        .arg(data)
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("CANTINA_DATA_DIR")
        .output()
        .expect("the program was built for this test")
}

fn told(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("it speaks JSON")
}

fn state<'a>(report: &'a Value, check: &str) -> &'a str {
    let checks = report["checks"].as_array().unwrap();
    let found = checks.iter().find(|line| line["check"] == check);
    found.unwrap()["state"].as_str().unwrap()
}

/// A canteen's file, and beside it the copy that an update left: one with an older schema's number.
fn updated(data: &Path) {
    DataFolder::at(data).prepare().unwrap();
    let database = data.join("cantina.db");
    drop(Store::open(&database).unwrap());
    let mut copy = fs::read(&database).unwrap();
    copy[60..64].copy_from_slice(&9_u32.to_be_bytes());
    fs::write(data.join("cantina.before-schema-16.db"), copy).unwrap();
}

#[test]
fn the_doctor_ends_with_one_where_there_is_no_display_and_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("ñ nueva");
    let output = cantina(&data, &["doctor", "--json"]);
    let report = told(&output);
    if cfg!(target_os = "linux") {
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(state(&report, "display"), "bad");
    }
    assert_eq!(report["ok"], output.status.success());
    assert_eq!(state(&report, "data_folder"), "note");
    for line in report["checks"].as_array().unwrap() {
        assert!(!line["says"].as_str().unwrap().is_empty());
        let fine = ["good", "note"].contains(&line["state"].as_str().unwrap());
        assert!(fine || line["todo"].is_string(), "{line}");
    }
    assert!(!data.exists());
}

#[test]
fn the_doctor_sees_a_canteen_of_a_newer_program_and_a_printer_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    updated(folder.path());
    let database = folder.path().join("cantina.db");
    let mut file = fs::read(&database).unwrap();
    file[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    fs::write(&database, file).unwrap();
    let output = cantina(
        folder.path(),
        &["doctor", "--json", "--printer", "tty:/nowhere@9600"],
    );
    let report = told(&output);
    assert_eq!(state(&report, "database"), "bad");
    assert_eq!(state(&report, "printer"), "warning");
}

#[test]
fn an_older_program_refuses_newer_data_with_a_reason_and_touches_nothing() {
    let folder = tempfile::tempdir().unwrap();
    updated(folder.path());
    let database = folder.path().join("cantina.db");
    let mut file = fs::read(&database).unwrap();
    file[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    fs::write(&database, &file).unwrap();
    let output = cantina(
        folder.path(),
        &["sell", "--item", "1", "--tender", "cash=1000", "--json"],
    );
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(told(&output)["error"]["code"], "newer_schema");
    assert_eq!(fs::read(&database).unwrap(), file);
}

#[test]
fn an_update_is_taken_back_only_when_told_to_and_after_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    updated(folder.path());
    let database = folder.path().join("cantina.db");
    let status = told(&cantina(folder.path(), &["upgrade", "status", "--json"]));
    assert_eq!(status["schema"], schema());
    assert_eq!(status["undo"]["schema"], 9);
    assert_eq!(status["undo"]["sales_since"], 0);

    let asked = cantina(folder.path(), &["upgrade", "undo", "--json"]);
    assert_eq!(asked.status.code(), Some(1));
    assert_eq!(told(&asked)["error"]["code"], "needs_yes");
    assert_eq!(Glance::at(&database).unwrap().schema, schema());

    let undone = cantina(folder.path(), &["upgrade", "undo", "--yes", "--json"]);
    let undone = told(&undone);
    assert_eq!(undone["schema"], 9);
    assert!(Path::new(undone["backup"].as_str().unwrap()).exists());
    assert_eq!(Glance::at(&database).unwrap().schema, 9);

    let again = cantina(folder.path(), &["upgrade", "undo", "--yes", "--json"]);
    assert_eq!(told(&again)["error"]["code"], "nothing_to_undo");
}

#[test]
fn a_package_gets_a_manual_in_each_language_and_completions() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let place = out.display().to_string();
    let output = cantina(folder.path(), &["package", "--out", &place]);
    assert!(output.status.success());
    for page in ["man/man1", "man/es/man1", "man/pt_BR/man1"] {
        for name in ["cantina.1", "cantina-sell.1", "cantina-backup-now.1"] {
            let text = fs::read_to_string(out.join(page).join(name)).unwrap();
            assert!(text.contains(".TH") && !text.contains('⟦'), "{page}/{name}");
        }
    }
    assert!(!out.join("man/man1/cantina-package.1").exists());
    for script in ["cantina.bash", "_cantina", "cantina.fish"] {
        assert!(
            fs::read_to_string(out.join(script))
                .unwrap()
                .contains("doctor")
        );
    }
}
