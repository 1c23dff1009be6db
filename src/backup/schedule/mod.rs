//! The system's own scheduler, which backs a canteen up while no till has it open.
//!
//! What is to be written and run is planned first, and shown as it is; only then is it done.

mod crontab;
mod systemd;
mod windows;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::settings::{DailyAt, replace_file};

/// Who starts the backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheduler {
    /// systemd, for this user.
    Systemd,
    /// cron, for this user.
    Crontab,
    /// The Task Scheduler of Windows.
    Windows,
}

/// What is started, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// This program.
    pub program: PathBuf,
    /// The canteen's data folder.
    pub data: PathBuf,
    /// The time of day.
    pub time: DailyAt,
}

/// What is to be done, in this order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan(pub Vec<Step>);

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A file gets this text.
    Write(PathBuf, String),
    /// A file goes.
    Delete(PathBuf),
    /// A program of the system is run.
    Run {
        /// With these arguments, its own name first.
        command: Vec<String>,
        /// With this text as its input.
        input: Option<String>,
        /// What it says does not matter: there may be nothing to take away.
        lenient: bool,
    },
}

/// Why the schedule was not set, taken away or read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Neither systemd nor cron works for this user.
    #[error("neither systemd nor cron works for this user")]
    NoScheduler,
    /// The system does not say where this user's settings are.
    #[error("no home folder is known")]
    NoHome,
    /// The path of this program or of the data cannot be written in letters.
    #[error("the path cannot be written in letters")]
    BadPath,
    /// A file was not written.
    #[error("{}: {cause}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// A program of the system refused.
    #[error("{command}: {said}")]
    Refused {
        /// Which.
        command: String,
        /// What it said.
        said: String,
    },
}

impl Scheduler {
    /// The one that works here.
    ///
    /// # Errors
    /// [`Error::NoScheduler`].
    pub fn of_system() -> Result<Self, Error> {
        if cfg!(windows) {
            return Ok(Self::Windows);
        }
        let works = |command: &[&str]| ask(command).is_ok();
        if works(&["systemctl", "--user", "show-environment"]) {
            Ok(Self::Systemd)
        } else if works(&["crontab", "-l"]) || crontab::is_empty() {
            Ok(Self::Crontab)
        } else {
            Err(Error::NoScheduler)
        }
    }

    /// A word for programs: stable once landed.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Systemd => "systemd",
            Self::Crontab => "crontab",
            Self::Windows => "task_scheduler",
        }
    }

    /// The key of what people call it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Systemd => "backup-scheduler-systemd",
            Self::Crontab => "backup-scheduler-crontab",
            Self::Windows => "backup-scheduler-windows",
        }
    }

    /// What sets the schedule. Doing it twice is doing it once; what others scheduled stays as it is.
    ///
    /// # Errors
    /// [`Error`].
    pub fn install(self, job: &Job) -> Result<Plan, Error> {
        match self {
            Self::Systemd => systemd::install(job),
            Self::Crontab => crontab::install(job),
            Self::Windows => windows::install(job),
        }
    }

    /// What takes it away.
    ///
    /// # Errors
    /// [`Error`].
    pub fn remove(self) -> Result<Plan, Error> {
        match self {
            Self::Systemd => systemd::remove(),
            Self::Crontab => crontab::remove(),
            Self::Windows => Ok(windows::remove()),
        }
    }

    /// Whether it is set.
    ///
    /// # Errors
    /// [`Error`].
    pub fn is_installed(self) -> Result<bool, Error> {
        match self {
            Self::Systemd => Ok(systemd::is_installed()),
            Self::Crontab => crontab::is_installed(),
            Self::Windows => Ok(windows::is_installed()),
        }
    }
}

impl Plan {
    /// Does it.
    ///
    /// # Errors
    /// What was not done; what was done before stays.
    pub fn carry_out(&self) -> Result<(), Error> {
        self.0.iter().try_for_each(Step::carry_out)
    }
}

impl Step {
    fn carry_out(&self) -> Result<(), Error> {
        let failed = |path: &PathBuf| {
            let path = path.clone();
            move |cause| Error::Io { path, cause }
        };
        match self {
            Self::Write(path, text) => {
                let folder = path.parent().unwrap_or(path);
                fs::create_dir_all(folder)
                    .and_then(|()| replace_file(path, &written(path, text)))
                    .map_err(failed(path))
            }
            Self::Delete(path) => match fs::remove_file(path) {
                Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
                deleted => deleted.map_err(failed(path)),
            },
            Self::Run {
                command,
                input,
                lenient,
            } => {
                let ran = run(command, input.as_deref());
                match lenient {
                    true => Ok(()),
                    false => ran.map(drop),
                }
            }
        }
    }
}

/// The Task Scheduler reads UTF-16, everybody else UTF-8.
fn written(path: &std::path::Path, text: &str) -> Vec<u8> {
    match path.extension().is_some_and(|ending| ending == "xml") {
        true => std::iter::once(0xfeff)
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect(),
        false => text.as_bytes().to_vec(),
    }
}

fn ask(command: &[&str]) -> Result<String, Error> {
    let command: Vec<String> = command.iter().map(ToString::to_string).collect();
    run(&command, None)
}

fn run(command: &[String], input: Option<&str>) -> Result<String, Error> {
    let refused = |said: String| Error::Refused {
        command: command.join(" "),
        said,
    };
    let (program, arguments) = command
        .split_first()
        .ok_or_else(|| refused(String::new()))?;
    let ran = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .and_then(|mut child| {
            if let Some(mut pipe) = child.stdin.take() {
                // Whoever does not listen says why by its status.
                let _ = pipe.write_all(input.unwrap_or_default().as_bytes());
            }
            child.wait_with_output()
        })
        .map_err(|cause| refused(cause.to_string()))?;
    match ran.status.success() {
        true => Ok(String::from_utf8_lossy(&ran.stdout).into_owned()),
        false => Err(refused(
            String::from_utf8_lossy(&ran.stderr).trim().to_owned(),
        )),
    }
}

/// What the scheduler starts: a backup, if one is due.
fn arguments(job: &Job) -> Result<[String; 5], Error> {
    let data = job.data.to_str().ok_or(Error::BadPath)?;
    let [option, backup, now, due] = ["--data-dir", "backup", "now", "--if-due"].map(str::to_owned);
    Ok([option, data.to_owned(), backup, now, due])
}

fn program(job: &Job) -> Result<&str, Error> {
    job.program.to_str().ok_or(Error::BadPath)
}

/// Paths that every scheduler must take as they are, in its own way of writing.
#[cfg(test)]
fn odd_job() -> Job {
    Job {
        program: "/opt/Cantina Ñandú/100% \"bin\"/cantina".into(),
        data: "/home/tita/cantina $HOME 'ñ' <&>".into(),
        time: DailyAt::written("22:05").unwrap(),
    }
}
