//! People's forms through the real binary on a real file: a list that brings them up to date, the end of the
//! year, a person's data given out and erased.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

const ADMINISTRATOR: &str = "4444";
const MANAGER: &str = "3333";
const CASHIER: &str = "1111";

struct Canteen(TempDir);

impl Canteen {
    fn demo() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["cantina.db", "config.toml", "demo.toml"] {
            fs::copy(model().join(name), folder.path().join(name)).unwrap();
        }
        Self(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> (i32, Value) {
        let output = cantina(self.0.path())
            .args(arguments)
            .args(["--json", "--locale", "es-PY", "--printer", ""])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let json = serde_json::from_str(said.lines().next().unwrap_or_default());
        (output.status.code().unwrap_or(-1), json.unwrap_or_default())
    }

    fn done(&self, arguments: &[&str]) -> Value {
        let (status, json) = self.run(arguments);
        assert_eq!(status, 0, "{arguments:?}: {json}");
        json
    }

    fn refused(&self, code: &str, arguments: &[&str]) {
        let (status, json) = self.run(arguments);
        assert_eq!(
            (status, json["error"]["code"].as_str()),
            (1, Some(code)),
            "{json}"
        );
    }

    fn list(&self, text: &str, more: &[&str]) -> (i32, Value) {
        let file = self.path("list.csv");
        fs::write(&file, text).unwrap();
        let file = file.display().to_string();
        self.run(&[&["import", "students", &file, "--update"], more].concat())
    }
}

fn model() -> &'static Path {
    static MODEL: OnceLock<TempDir> = OnceLock::new();
    let folder = MODEL.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let made = cantina(folder.path())
            .args(["demo", "--data-only", "--seed", "7"])
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(made.success());
        folder
    });
    folder.path()
}

fn cantina(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cantina"));
    command.arg("--data-dir").arg(folder);
    command
}

#[test]
fn a_list_shows_its_difference_first_and_is_taken_whole_or_not_at_all() {
    let canteen = Canteen::demo();
    let before = canteen.done(&["pupil", "list", "--all"]);
    let list =
        "Alumno;Grado;Tarjeta\nSofía Benítez;6.º grado B;00414\nLourdes Aquino;1.º grado A;91001\n";
    let (status, trial) = canteen.list(list, &["--dry-run"]);
    assert_eq!(status, 0, "{trial}");
    assert_eq!(trial["new"][0]["line"], 3);
    assert_eq!(trial["changed"][0]["fields"][0]["field"], "grade");
    assert!(trial["missing"].as_array().unwrap().len() > 10);
    assert_eq!(
        canteen.done(&["pupil", "list", "--all"]),
        before,
        "nothing was taken"
    );

    let bad = format!("{list}Leo;1.º;12\n");
    let (status, refused) = canteen.list(&bad, &[]);
    assert_eq!(
        (status, refused["problems"][0]["line"].as_i64()),
        (1, Some(4))
    );
    assert_eq!(
        canteen.done(&["pupil", "list", "--all"]),
        before,
        "nothing half imported"
    );

    assert_eq!(canteen.list(list, &[]).0, 0);
    let sofia = canteen.done(&["pupil", "show", "00414"]);
    assert_eq!(
        (&sofia["grade"], &sofia["section"]),
        (&"6.º grado".into(), &"B".into())
    );
    let (_, again) = canteen.list(list, &[]);
    assert_eq!(
        (
            again["unchanged"].as_i64(),
            again["new"].as_array().unwrap().len()
        ),
        (Some(2), 0)
    );
    canteen.done(&["audit", "verify"]);
}

#[test]
fn a_school_is_promoted_after_a_look_and_taken_back_the_same_day() {
    let canteen = Canteen::demo();
    let before = canteen.done(&["pupil", "list", "--all"]);
    let plan = canteen.done(&["pupil", "promote", "--pin", MANAGER]);
    assert_eq!(plan["done"], false);
    let moves = plan["moves"].as_array().unwrap();
    let leaver = moves.iter().find(|of| of["to"].is_null()).unwrap();
    assert_eq!(canteen.done(&["pupil", "list", "--all"]), before);
    canteen.refused(
        "wrong_pin",
        &["pupil", "promote", "--pin", CASHIER, "--yes"],
    );
    let done = canteen.done(&["pupil", "promote", "--pin", MANAGER, "--yes"]);
    assert_eq!(
        (&done["done"], &done["moves"]),
        (&true.into(), &plan["moves"])
    );
    let gone = format!("#{}", leaver["student"]);
    assert_eq!(canteen.done(&["pupil", "show", &gone])["active"], false);
    let leavers = canteen.done(&["pupil", "leavers"]);
    assert!(!leavers["leavers"].as_array().unwrap().is_empty());
    canteen.done(&["pupil", "promote", "--pin", MANAGER, "--undo"]);
    assert_eq!(canteen.done(&["pupil", "list", "--all"]), before);
    canteen.refused(
        "cannot_undo",
        &["pupil", "promote", "--pin", MANAGER, "--undo"],
    );
    canteen.done(&["audit", "verify"]);
}

#[test]
fn a_person_gets_their_data_and_is_erased_and_the_books_hold() {
    let canteen = Canteen::demo();
    let name = canteen.done(&["pupil", "show", "00414"])["name"]
        .as_str()
        .unwrap()
        .to_owned();
    let out = canteen.path("datos").display().to_string();
    let ask = |pin: &'static str| vec!["--pin", pin, "--reason", "pedido escrito"];
    let export = ["pupil", "export", "00414", "--out", &out];
    canteen.refused("wrong_pin", &[&export[..], &ask(MANAGER)].concat());
    canteen.done(&[&export[..], &ask(ADMINISTRATOR)].concat());
    let page = fs::read_to_string(canteen.path("datos/person.html")).unwrap();
    assert!(
        page.contains(&name) && !page.contains('⟦'),
        "every word has its sentence"
    );
    let json: Value =
        serde_json::from_slice(&fs::read(canteen.path("datos/person.json")).unwrap()).unwrap();
    assert!(
        !json["sections"]["restrictions"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert!(!json["sections"]["purchases"].as_array().unwrap().is_empty());

    let erase = ["pupil", "erase", "00414"];
    canteen.refused("not_confirmed", &[&erase[..], &ask(ADMINISTRATOR)].concat());
    canteen.refused(
        "balance_left",
        &[&erase[..], &ask(ADMINISTRATOR), &["--yes"]].concat(),
    );
    let refund = [
        "account", "refund", "00414", "--pin", MANAGER, "--reason", "se va",
    ];
    let (status, refunded) = canteen.run(&refund);
    assert_eq!(status, 0, "{refunded}");
    let erased = canteen.done(&[&erase[..], &ask(ADMINISTRATOR), &["--yes"]].concat());
    assert!(erased["facts"].as_i64().unwrap() > 0);
    canteen.done(&["audit", "verify"]);
    canteen.done(&["selfcheck"]);
    let number = format!("#{}", erased["student"]);
    let left = canteen.done(&["pupil", "show", &number]);
    assert_eq!(
        (&left["erased"], &left["active"]),
        (&true.into(), &false.into())
    );
    assert_ne!(left["name"].as_str(), Some(name.as_str()));
    let file = fs::read(canteen.path("cantina.db")).unwrap();
    let found = file.windows(name.len()).any(|part| part == name.as_bytes());
    assert!(!found, "{name} is in no page of the file");
}
