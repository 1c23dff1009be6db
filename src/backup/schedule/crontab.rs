//! Lines in this user's crontab (crontab(5)), between two marks; all others stay as they are.

use chrono::Timelike;

use super::{Error, Job, Plan, Step, arguments, program, run};

const BEGIN: &str = "# BEGIN cantina backup";
const END: &str = "# END cantina backup";

pub(super) fn install(job: &Job) -> Result<Plan, Error> {
    let lines = lines(job)?;
    Ok(plan(format!("{}{lines}", without(&present()?))))
}

pub(super) fn remove() -> Result<Plan, Error> {
    Ok(plan(without(&present()?)))
}

pub(super) fn is_installed() -> Result<bool, Error> {
    Ok(present()?.lines().any(|line| line == BEGIN))
}

fn plan(text: String) -> Plan {
    Plan(vec![Step::Run {
        command: vec!["crontab".to_owned(), "-".to_owned()],
        input: Some(text),
        lenient: false,
    }])
}

/// The crontab as it is. Of somebody who has none, `crontab -l` says so and fails.
fn present() -> Result<String, Error> {
    let list = ["crontab", "-l"].map(str::to_owned);
    match run(&list, None) {
        Err(Error::Refused { said, .. }) if said.contains("no crontab for") => Ok(String::new()),
        present => present,
    }
}

/// Whether cron works and this user has no lines yet.
pub(super) fn is_empty() -> bool {
    present().is_ok()
}

/// At its time, and two minutes after a start: what was missed while the computer was off is made up for.
fn lines(job: &Job) -> Result<String, Error> {
    let words = arguments(job)?;
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    let command = format!("{} {}", quoted(program(job)?), words.join(" "));
    let time = job.time.time();
    let (minute, hour) = (time.minute(), time.hour());
    Ok(format!(
        "{BEGIN}\n{minute} {hour} * * * nice {command}\n@reboot sleep 120; nice {command}\n{END}\n"
    ))
}

fn without(crontab: &str) -> String {
    let mut ours = false;
    let mut others = String::new();
    for line in crontab.lines() {
        ours |= line == BEGIN;
        if !ours {
            others.push_str(line);
            others.push('\n');
        }
        ours &= line != END;
    }
    others
}

/// As the shell takes it, and without the `%` that cron reads as the end of the line.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\\''")).replace('%', "\\%")
}

#[cfg(test)]
mod tests {
    use super::super::odd_job;
    use super::*;

    #[test]
    fn others_lines_stay_and_ours_are_there_once() {
        let others = "MAILTO=tita\n# mine\n5 4 * * * beep\n";
        let ours = lines(&odd_job()).unwrap();
        let once = format!("{}{ours}", without(others));
        let twice = format!("{}{ours}", without(&once));
        assert_eq!(once, twice);
        assert_eq!(without(&twice), others);
        assert_eq!(once.matches(BEGIN).count(), 1);
        assert!(once.contains("\n5 22 * * * nice '"));
    }

    /// What cron hands to the shell is what was meant: `%` unescaped by cron, quotes by the shell.
    #[cfg(unix)]
    #[test]
    fn the_shell_takes_a_path_as_one_word_whatever_is_in_it() {
        for word in [
            "/home/tita/cantina $HOME 'ñ' <&>",
            "/opt/100% \"bin\"/cantina",
        ] {
            let line = format!("printf %s {}", quoted(word).replace("\\%", "%"));
            let said = std::process::Command::new("sh")
                .args(["-c", &line])
                .output();
            assert_eq!(String::from_utf8_lossy(&said.unwrap().stdout), word);
        }
    }
}
