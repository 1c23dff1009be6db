//! `cantina settings`, run as a program on a real canteen: all settings as one file, and back.
#![allow(clippy::unwrap_used)] // a test that cannot go on stops

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cantina::domain::user::{Pin, Role};
use cantina::settings::{Config, DataFolder, ENTRIES, Entry};
use cantina::till::Till;
use serde_json::Value;
use tempfile::TempDir;

struct Canteen(TempDir);

/// A cashier (2580) and a manager (1379).
fn a_canteen() -> Canteen {
    let canteen = Canteen(tempfile::tempdir().unwrap());
    let till = Till::open(DataFolder::at(canteen.0.path().to_owned()), Some("")).unwrap();
    for (name, role, pin) in [
        ("María", Role::Cashier, "2580"),
        ("Jorge", Role::Manager, "1379"),
    ] {
        let added = till.add_user(name.to_owned(), role, Pin::parse(pin).unwrap());
        added.wait().unwrap().unwrap();
    }
    canteen
}

impl Canteen {
    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn config(&self) -> String {
        fs::read_to_string(self.file("config.toml")).unwrap_or_default()
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args(arguments)
            .arg("--data-dir")
            .arg(self.0.path())
            .args(["--locale", "es-PY"])
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    fn settings(&self, what: &[&str], file: &Path) -> (Option<i32>, String, String) {
        let file = file.display().to_string();
        let mut arguments = vec!["settings"];
        arguments.extend(what);
        arguments.push(&file);
        self.run(&arguments)
    }
}

#[test]
fn settings_go_from_one_till_to_another_and_what_differs_is_shown_first() {
    let one = a_canteen();
    fs::write(
        one.file("config.toml"),
        "[shop]\nname = \"Cantina Tita\"\n[shift]\ntolerance = 7000\n[printer]\naddress = \"/dev/ttyUSB7\"\n",
    )
    .unwrap();
    let file = one.file("ajustes.toml");
    let (status, said, wrong) = one.settings(&["export"], &file);
    assert_eq!(status, Some(0), "{wrong}");
    assert!(said.contains("ajustes.toml"), "{said}");
    let (status, _, wrong) = one.settings(&["export"], &file);
    assert_eq!(status, Some(1));
    assert_eq!(wrong.lines().count(), 1, "{wrong}");
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        !text.contains("ttyUSB7"),
        "that is the machine's own: {text}"
    );

    let other = a_canteen();
    let (status, said, _) = other.settings(&["import", "--dry-run"], &file);
    assert_eq!(status, Some(0));
    assert!(
        said.contains("Diferencia permitida: de ₲ 10.000 a ₲ 7.000"),
        "{said}"
    );
    assert!(said.contains("Cambiarían 2 ajustes"), "{said}");
    assert_eq!(other.config(), "");
    let (status, said, wrong) = other.settings(&["import", "--cashier", "1379", "--json"], &file);
    assert_eq!(status, Some(0), "{wrong}");
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(
        (&said["applied"], said["changes"].as_array().unwrap().len()),
        (&Value::Bool(true), 2)
    );
    let (_, audited, _) = other.run(&["audit", "list", "--action", "setting"]);
    assert!(audited.contains("Jorge: Diferencia permitida"), "{audited}");
    let (_, said, _) = other.settings(&["import"], &file);
    assert!(said.contains("Nada era distinto"), "{said}");
}

#[test]
fn a_file_that_makes_no_sense_changes_nothing_and_says_why_on_one_line() {
    let canteen = a_canteen();
    let file = canteen.file("ajustes.toml");
    for (text, why) in [
        (
            "cantina_settings = 1\n[shift]\nblind = false\ntolerance = -3\n",
            "Diferencia permitida",
        ),
        ("cantina_settings = 1\nhologram = true\n", "hologram"),
        ("cantina_settings = 1\n[shop\n", "línea 2"),
        ("hola;qué tal\n", "línea 1"),
        ("cantina_settings = 9\n", "más nueva"),
    ] {
        fs::write(&file, text).unwrap();
        for what in [&["import"][..], &["import", "--dry-run"]] {
            let (status, said, wrong) = canteen.settings(what, &file);
            assert_eq!((status, said.as_str()), (Some(1), ""), "{text}");
            assert!(
                wrong.contains(why) && wrong.lines().count() == 1,
                "{text}: {wrong}"
            );
        }
    }
    assert_eq!(canteen.config(), "");
}

#[test]
fn settings_are_taken_over_only_by_who_may_change_them() {
    let canteen = a_canteen();
    let file = canteen.file("ajustes.toml");
    fs::write(&file, "cantina_settings = 1\n[shift]\ntolerance = 7000\n").unwrap();
    let by = |pin: &str| canteen.settings(&["import", "--cashier", pin, "--json"], &file);
    let (status, said, wrong) = by("2580");
    assert_eq!(status, Some(1), "a cashier may not: {wrong}");
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["error"]["code"], "no_right");
    assert_eq!(canteen.config(), "");
    let (status, said, wrong) = by("1379");
    assert_eq!(status, Some(0), "{wrong}");
    let said: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said["changes"][0]["key"], "shift.tolerance");
    assert!(canteen.config().contains("tolerance = 7000"));
}

#[test]
fn every_setting_is_listed_as_it_is_and_with_its_default() {
    let canteen = a_canteen();
    fs::write(canteen.file("config.toml"), "[shift]\ntolerance = 7000\n").unwrap();
    let mut config = Config::default();
    let tolerance = Entry::of("shift.tolerance").unwrap();
    tolerance.set(&mut config, "7000").unwrap();
    let (status, said, wrong) = canteen.run(&["settings", "list", "--json"]);
    assert_eq!(status, Some(0), "{wrong}");
    let said: Value = serde_json::from_str(&said).unwrap();
    let all = said["settings"].as_array().unwrap();
    assert_eq!(all.len(), ENTRIES.len());
    for (entry, said) in ENTRIES.iter().zip(all) {
        assert_eq!(said["key"], entry.key);
        assert_eq!(said["value"], entry.text(&config), "{}", entry.key);
        assert_eq!(said["default"], entry.usual(), "{}", entry.key);
    }
    assert_eq!(tolerance.text(&config), "7.000");
    assert_eq!(tolerance.usual(), "10.000");
}

#[test]
fn no_screen_waits_for_settings_to_be_written() {
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app");
    let mut folders = vec![app];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let tests = path
                .file_name()
                .unwrap()
                .to_string_lossy()
                .contains("tests");
            let text = fs::read_to_string(&path).unwrap_or_default();
            let waits = text.contains("till.configure(");
            assert!(
                tests || !waits,
                "{}: it writes while it is drawn",
                path.display()
            );
        }
    }
}
