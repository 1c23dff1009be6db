//! A timer and a service of systemd, for this user (systemd.timer(5), systemd.service(5)).

use std::path::PathBuf;

use directories::BaseDirs;

use super::{Error, Job, Plan, Step, arguments, ask, program};

const TIMER: &str = "cantina-backup.timer";
const SERVICE: &str = "cantina-backup.service";

pub(super) fn install(job: &Job) -> Result<Plan, Error> {
    let folder = units()?;
    Ok(Plan(vec![
        Step::Write(folder.join(SERVICE), service(job)?),
        Step::Write(folder.join(TIMER), timer(job)),
        systemctl(&["daemon-reload"], false),
        systemctl(&["enable", TIMER], false),
        // A timer that runs already takes a new time only when it is started anew.
        systemctl(&["restart", TIMER], false),
    ]))
}

pub(super) fn remove() -> Result<Plan, Error> {
    let folder = units()?;
    Ok(Plan(vec![
        systemctl(&["disable", "--now", TIMER], true),
        Step::Delete(folder.join(TIMER)),
        Step::Delete(folder.join(SERVICE)),
        systemctl(&["daemon-reload"], true),
    ]))
}

pub(super) fn is_installed() -> bool {
    ask(&["systemctl", "--user", "is-active", TIMER]).is_ok()
}

fn units() -> Result<PathBuf, Error> {
    let own = BaseDirs::new().ok_or(Error::NoHome)?;
    Ok(own.config_dir().join("systemd").join("user"))
}

fn systemctl(arguments: &[&str], lenient: bool) -> Step {
    let command = ["systemctl", "--user"].iter().chain(arguments);
    Step::Run {
        command: command.map(ToString::to_string).collect(),
        input: None,
        lenient,
    }
}

fn service(job: &Job) -> Result<String, Error> {
    let words = arguments(job)?;
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    let (program, words) = (quoted(program(job)?), words.join(" "));
    Ok(format!(
        "[Unit]\nDescription=Cantina backup\n\n[Service]\nType=oneshot\nNice=10\n\
         IOSchedulingClass=idle\nExecStart={program} {words}\n"
    ))
}

/// `Persistent`: what was missed while the computer was off is made up for at the next start.
fn timer(job: &Job) -> String {
    let time = job.time;
    format!(
        "[Unit]\nDescription=Cantina backup, daily at {time}\n\n[Timer]\nOnCalendar=*-*-* {time}:00\n\
         Persistent=true\n\n[Install]\nWantedBy=timers.target\n"
    )
}

/// In quotes, with what systemd reads in a command line taken as it is.
fn quoted(word: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in word.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '%' | '$' => quoted.extend([letter, letter]),
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::super::odd_job;
    use super::*;

    #[test]
    fn a_path_is_one_word_whatever_is_in_it() {
        let service = service(&odd_job()).unwrap();
        let line = service.lines().find(|line| line.starts_with("ExecStart="));
        assert_eq!(
            line.unwrap(),
            "ExecStart=\"/opt/Cantina Ñandú/100%% \\\"bin\\\"/cantina\" \"--data-dir\" \
             \"/home/tita/cantina $$HOME 'ñ' <&>\" \"backup\" \"now\" \"--if-due\""
        );
    }

    #[test]
    fn the_timer_makes_up_for_what_was_missed() {
        let timer = timer(&odd_job());
        assert!(timer.contains("OnCalendar=*-*-* 22:05:00\nPersistent=true\n"));
    }

    /// The real systemd reads both, where it is installed.
    #[test]
    fn systemd_takes_both_units() {
        let folder = tempfile::tempdir().unwrap();
        let mut job = odd_job();
        job.program = std::env::current_exe().unwrap();
        let paths = [TIMER, SERVICE].map(|name| folder.path().join(name));
        std::fs::write(&paths[0], timer(&job)).unwrap();
        std::fs::write(&paths[1], service(&job).unwrap()).unwrap();
        let verified = std::process::Command::new("systemd-analyze")
            .arg("verify")
            .arg(&paths[0])
            .output();
        let Ok(verified) = verified else {
            return;
        };
        let said = String::from_utf8_lossy(&verified.stderr);
        let about_ours = said.lines().any(|line| line.contains("cantina-backup"));
        assert!(!about_ours, "{said}");
        let calendar = std::process::Command::new("systemd-analyze")
            .args(["calendar", "*-*-* 22:05:00"])
            .output()
            .unwrap();
        assert!(calendar.status.success());
    }
}
