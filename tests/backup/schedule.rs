//! The system's scheduler: what is written is what was shown, others' lines stay, and twice is once.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use serde_json::json;

use super::canteen::{Canteen, Said, said};

/// A `crontab` that keeps its lines in a file, and no systemd: what it is told is what the real one is.
fn with_cron(canteen: &Canteen, arguments: &[&str]) -> Said {
    let tools = canteen.path("tools");
    fs::create_dir_all(&tools).unwrap();
    let tool = |name: &str, text: &str| {
        let path = tools.join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    };
    let tab = table(canteen);
    tool("systemctl", "#!/bin/sh\nexit 1\n");
    tool(
        "crontab",
        &format!(
            "#!/bin/sh\ncase \"$1\" in\n-l) [ -f '{0}' ] && cat '{0}' || {{ echo 'no crontab for tita' >&2; exit 1; }};;\n-) cat > '{0}';;\n*) exit 2;;\nesac\n",
            tab.display()
        ),
    );
    let path = std::env::var("PATH").unwrap_or_default();
    let mut command = canteen.command(&[&["backup", "schedule"], arguments, &["--json"]].concat());
    command.env("PATH", format!("{}:{path}", tools.display()));
    said(&mut command)
}

fn table(canteen: &Canteen) -> PathBuf {
    canteen.path("tab")
}

#[test]
fn cron_gets_what_was_shown_and_keeps_the_lines_of_others() {
    let canteen = Canteen::demo();
    let others = "MAILTO=tita\n5 4 * * * beep\n";
    fs::write(table(&canteen), others).unwrap();
    let shown = with_cron(&canteen, &["install", "--dry-run"]);
    assert_eq!(
        (shown.status, &shown.json["scheduler"]),
        (0, &json!("crontab")),
        "{shown:?}"
    );
    assert_eq!(fs::read_to_string(table(&canteen)).unwrap(), others);
    assert_eq!(
        with_cron(&canteen, &["status"]).json["installed"],
        json!(false)
    );
    for _twice in 0..2 {
        assert_eq!(with_cron(&canteen, &["install"]).status, 0);
        let written = fs::read_to_string(table(&canteen)).unwrap();
        assert_eq!(json!(written), shown.json["steps"][0]["input"]);
    }
    let status = with_cron(&canteen, &["status"]);
    assert_eq!(status.json["installed"], json!(true));
    assert_eq!(status.json["last_result"], json!("never"));
    assert!(
        status.json["next_run"]
            .as_str()
            .unwrap()
            .ends_with("22:00:00"),
        "{status:?}"
    );
    assert_eq!(with_cron(&canteen, &["remove"]).status, 0);
    assert_eq!(fs::read_to_string(table(&canteen)).unwrap(), others);
}

/// The line that cron would run makes a backup.
#[test]
fn what_cron_runs_makes_a_file() {
    let canteen = Canteen::demo();
    assert_eq!(with_cron(&canteen, &["install"]).status, 0);
    let written = fs::read_to_string(table(&canteen)).unwrap();
    let line = written
        .lines()
        .find(|line| line.starts_with("0 22 * * * "))
        .unwrap();
    let command = line
        .strip_prefix("0 22 * * * ")
        .unwrap()
        .replace("\\%", "%");
    let ran = std::process::Command::new("sh")
        .args(["-c", &command])
        .output()
        .unwrap();
    assert!(ran.status.success(), "{ran:?}");
    assert_eq!(canteen.list().len(), 1);
    assert_eq!(
        with_cron(&canteen, &["status"]).json["last_result"],
        json!("ok")
    );
}

#[test]
fn without_any_scheduler_it_is_said() {
    let canteen = Canteen::demo();
    let mut command = canteen.command(&["backup", "schedule", "install", "--json"]);
    command.env("PATH", canteen.path("nothing"));
    said(&mut command).refused("no_scheduler");
}
