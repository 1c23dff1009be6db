//! `cantina printer`, run as a program on a canteen with a virtual printer.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use cantina::settings::DataFolder;
use cantina::till::Till;
use serde_json::Value;

struct Canteen {
    folder: tempfile::TempDir,
}

impl Canteen {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let till = Till::open(DataFolder::at(folder.path()), None).unwrap();
        till.close(std::time::Duration::from_secs(5));
        drop(till);
        let canteen = Self { folder };
        // The database is let go by a thread that nobody waits for.
        while canteen.json(&["status"])["error"]["code"] == "already_open" {}
        canteen
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let paper = format!("virtual:{}", self.path().join("paper").display());
        Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args([
                "--data-dir",
                self.path().to_str().unwrap(),
                "--locale",
                "es-PY",
            ])
            .args(["--printer", &paper, "printer"])
            .args(arguments)
            .output()
            .unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[arguments, &["--json"]].concat());
        let said = String::from_utf8(output.stdout).unwrap();
        serde_json::from_str(&said).unwrap_or_else(|_| panic!("{arguments:?}: {said}"))
    }

    fn suffer(&self, troubles: &str) {
        fs::create_dir_all(self.path().join("paper")).unwrap();
        fs::write(self.path().join("paper/printer.txt"), troubles).unwrap();
    }
}

#[test]
fn a_test_page_is_confirmed_and_lies_in_the_folder() {
    let canteen = Canteen::new();
    assert_eq!(canteen.json(&["status"])["state"], "ready");
    let test = canteen.json(&["test"]);
    assert_eq!(test["result"], "printed");
    let job = test["job"].as_i64().unwrap();
    let text = canteen.path().join(format!("paper/{job:06}.txt"));
    assert!(fs::read_to_string(text).unwrap().contains("á é í ó ú ü ñ"));
    let jobs = canteen.json(&["jobs"]);
    assert_eq!(jobs["jobs"][0]["state"], "printed");
}

#[test]
fn a_page_printed_again_says_that_it_is_a_copy() {
    let canteen = Canteen::new();
    let job = canteen.json(&["test"])["job"].as_i64().unwrap();
    let again = canteen.json(&["print", "--job", &job.to_string()]);
    assert_eq!(again["result"], "printed");
    let text = canteen
        .path()
        .join(format!("paper/{:06}.txt", again["job"].as_i64().unwrap()));
    assert!(fs::read_to_string(text).unwrap().contains("COPIA"));
}

#[test]
fn without_paper_the_page_waits_and_comes_out_once_when_there_is_some() {
    let canteen = Canteen::new();
    canteen.suffer("no-paper\n");
    assert_eq!(canteen.json(&["status"])["state"], "no-paper");
    let test = canteen.json(&["test"]);
    assert_eq!(test["result"], "waiting");
    let refused = canteen.run(&["test"]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&refused.stderr).lines().count(), 1);
    canteen.suffer("");
    let last = canteen.json(&["test"]);
    assert_eq!(last["result"], "printed");
    let papers = fs::read_dir(canteen.path().join("paper"))
        .unwrap()
        .flatten();
    let printed = papers.filter(|file| file.path().extension().is_some_and(|of| of == "escpos"));
    assert_eq!(
        printed.count(),
        3,
        "both that waited and the last, once each"
    );
}

#[test]
fn who_only_asks_how_it_is_does_not_cut_off_the_pages_that_waited() {
    let canteen = Canteen::new();
    canteen.suffer("no-paper\n");
    for _ in 0..2 {
        assert_eq!(canteen.json(&["test"])["result"], "waiting");
    }
    canteen.suffer("");
    canteen.json(&["status"]);
    let jobs = canteen.json(&["jobs"]);
    let states = jobs["jobs"].as_array().unwrap().iter();
    let states: Vec<&Value> = states.map(|job| &job["state"]).collect();
    assert_eq!(states, ["printed"; 2]);
}

#[test]
fn a_test_that_does_not_come_out_leaves_the_printer_of_before() {
    let canteen = Canteen::new();
    let before = fs::read_to_string(canteen.path().join("config.toml")).ok();
    canteen.suffer("no-paper\n");
    let paper = format!("virtual:{}", canteen.path().join("paper").display());
    let setup = canteen.json(&["setup", "--port", &paper, "--test"]);
    assert_eq!(setup["error"]["code"], "test_not_printed", "{setup}");
    let after = fs::read_to_string(canteen.path().join("config.toml")).ok();
    assert_eq!(after, before);
    let refused = canteen.json(&["setup", "--port", "tcp:127.0.0.1:1"]);
    let message = refused["error"]["message"].as_str().unwrap();
    assert!(message.contains("nadie atiende"), "{message}");
}

#[test]
fn a_job_in_doubt_is_answered_for_once_and_what_did_not_come_out_is_a_copy() {
    let canteen = Canteen::new();
    let doubt = |job: i64| {
        let file = rusqlite::Connection::open(canteen.path().join("cantina.db")).unwrap();
        let sql = "UPDATE print_job SET state = 'uncertain' WHERE id = ?1";
        assert_eq!(file.execute(sql, [job]).unwrap(), 1);
    };
    let job = canteen.json(&["test"])["job"].as_i64().unwrap();
    let number = job.to_string();
    doubt(job);
    let printed = canteen.json(&["jobs", "answer", "--job", &number, "--printed"]);
    assert_eq!(printed["result"], "printed");
    let again = canteen.json(&["jobs", "answer", "--job", &number, "--printed"]);
    assert_eq!(again["error"]["code"], "printer_not_in_doubt");
    doubt(job);
    let again = canteen.json(&["jobs", "answer", "--job", &number, "--not-printed"]);
    assert_eq!(again["result"], "printed");
    let text = canteen.path().join(format!("paper/{job:06}.txt"));
    assert!(fs::read_to_string(text).unwrap().contains("COPIA"));
    for wrong in [
        &["jobs", "answer", "--job", "1"][..],
        &["jobs", "answer", "--job", "1", "--printed", "--not-printed"],
    ] {
        assert_eq!(canteen.run(wrong).status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn what_a_printer_cannot_confirm_is_called_sent_and_a_job_is_called_a_job() {
    let canteen = Canteen::new();
    let file = format!("file:{}", canteen.path().join("bytes").display());
    let cantina = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args(["--data-dir", canteen.path().to_str().unwrap()])
            .args(["--locale", "es-PY", "--printer", &file, "printer"])
            .args(arguments)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(cantina(&["test"]).contains("enviado"));
    let jobs = cantina(&["jobs"]);
    assert!(jobs.contains("Enviado, sin confirmación"), "{jobs}");
    let json: Value = serde_json::from_str(&cantina(&["jobs", "--json"])).unwrap();
    assert_eq!(json["jobs"][0]["confirmed"], false);
    canteen.json(&["test"]);
    assert_eq!(canteen.json(&["jobs"])["jobs"][0]["confirmed"], true);
    let words = cantina::i18n::I18n::new(cantina::domain::Locale::EsPy);
    let job = cantina::domain::PrintJobId(12);
    for state in [
        cantina::printing::State::Printing(job),
        cantina::printing::State::Confirming(job),
    ] {
        let said = state.sentence(&words);
        assert!(
            said.contains("trabajo 12") && !said.contains("ticket"),
            "{said}"
        );
    }
}

#[test]
fn an_address_or_a_model_that_is_none_is_wrong_usage() {
    let canteen = Canteen::new();
    let nobody = ["setup", "--port", "virtual:x", "--profile", "nobody"];
    assert_eq!(canteen.run(&nobody).status.code(), Some(2));
    assert_eq!(
        canteen.run(&["setup", "--port", "sinpuerto"]).status.code(),
        Some(2)
    );
    let output = Command::new(env!("CARGO_BIN_EXE_cantina"))
        .args(["--data-dir", canteen.path().to_str().unwrap()])
        .args(["--printer", "sinpuerto", "printer", "status"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
}

#[test]
fn the_drawer_opens_and_is_never_repeated() {
    let canteen = Canteen::new();
    let drawer = canteen.json(&["drawer"]);
    assert_eq!(drawer["result"], "printed");
    let again = canteen.json(&["print", "--job", &drawer["job"].to_string()]);
    assert_eq!(again["error"]["code"], "printer_pulse");
}

#[test]
fn the_log_tells_of_trouble_in_the_words_of_the_screen() {
    let canteen = Canteen::new();
    canteen.suffer("cover-open\n");
    canteen.json(&["status"]);
    let log = canteen.json(&["log", "--errors"]);
    assert_eq!(
        log["log"][0]["text"],
        "La tapa de la impresora está abierta."
    );
    let none = canteen.json(&["log", "--errors", "--since", "2999-01-01"]);
    assert_eq!(none["log"].as_array().unwrap().len(), 0);
    assert_eq!(
        canteen.run(&["log", "--since", "ayer"]).status.code(),
        Some(2)
    );
}

#[test]
fn setup_by_options_writes_the_printer_down_and_tells_of_bad_profiles() {
    let canteen = Canteen::new();
    let paper = format!("virtual:{}", canteen.path().join("other").display());
    let setup = canteen.json(&[
        "setup",
        "--port",
        &paper,
        "--profile",
        "generic-58",
        "--letters",
        "858=53",
        "--test",
    ]);
    assert_eq!(
        (&setup["saved"], &setup["columns"]),
        (&Value::from(true), &Value::from(32))
    );
    assert_eq!(setup["answers"], true);
    let config = fs::read_to_string(canteen.path().join("config.toml")).unwrap();
    assert!(
        config.contains("generic-58") && config.contains("code_page_number = 53"),
        "{config}"
    );

    fs::create_dir_all(canteen.path().join("printers")).unwrap();
    fs::write(
        canteen.path().join("printers/ours.toml"),
        "name = 'x'\npaper = 33\n",
    )
    .unwrap();
    let known = canteen.json(&["setup", "--profiles"]);
    assert_eq!(known["refused"][0]["line"], 2);
    let reason = known["refused"][0]["reason"].as_str().unwrap();
    assert!(reason.starts_with("no se entiende"), "{reason}");
    let none = canteen.json(&["setup", "--port", &paper, "--profile", "nobody"]);
    assert_eq!(none["error"]["code"], "printer_no_profile");
}

#[test]
fn ports_and_models_are_listed_without_a_printer() {
    let canteen = Canteen::new();
    assert!(canteen.json(&["ports"])["ports"].is_array());
    let models = canteen.json(&["setup", "--profiles"]);
    assert!(models["profiles"].as_array().unwrap().len() >= 7);
}
