//! The tour of the backups: how they stand, one looked into, one about to be brought back.

use std::path::{Path, PathBuf};

use chrono::DateTime;
use uuid::Uuid;

use super::{Error, Guide, Message, noon};
use crate::app::program::BackupTold as Told;
use crate::app::screen::settings::{self, BackupMessage, Page};
use crate::backup::schedule::{Plan, Scheduler, Step};
use crate::backup::{
    Entry, Failure, Flaw, Loss, Manifest, Part, Reason, Seen, Stage, Standing, State,
};
use crate::domain::{Moment, Money, Timestamp};
use crate::store::Contents;
use crate::till::backups::Overview;

impl Guide<'_> {
    /// Last night's backup is good; two nights before the stick was missing for a quarter of an hour.
    pub(super) fn backed_up(&mut self) {
        self.tell(Message::Backups(Told::Read(Box::new(overview()))));
        let scheduler = Some((Scheduler::Systemd, true));
        self.tell(Message::Backups(Told::Scheduled(scheduler)));
    }

    pub(super) fn backups(&mut self) -> Result<(), Error> {
        self.tell(Message::Settings(settings::Message::PageChosen(
            Page::Backup,
        )));
        self.tell(Message::Backups(Told::Moved(Stage::Checking, 620)));
        self.shoot("settings-backup-running")?;
        let called_off = Err(crate::backup::Error::Cancelled);
        self.tell(Message::Backups(Told::Made(Reason::Daily, called_off)));
        self.tell(Message::NoticeClosed);
        self.backed_up();
        self.shoot("settings-backup")?;
        self.on_backups(BackupMessage::LookPressed(0));
        self.shoot("settings-backup-look")?;
        self.on_backups(BackupMessage::Dismissed);
        self.on_backups(BackupMessage::RestorePressed(1));
        let weighed = (entry(&NIGHTS[1]), lost());
        self.tell(Message::Backups(Told::Weighed(Ok(Box::new(weighed)))));
        self.on_backups(BackupMessage::WordTyped("restau".to_owned()));
        self.on_backups(BackupMessage::PinTyped("3333".to_owned()));
        self.shoot("settings-backup-restore")?;
        self.on_backups(BackupMessage::Dismissed);
        self.on_backups(BackupMessage::ChangePressed);
        self.shoot("settings-backup-change")?;
        self.on_backups(BackupMessage::Dismissed);
        self.on_backups(BackupMessage::SchedulePressed(false));
        self.tell(Message::Backups(Told::Planned(Ok(plan()))));
        self.shoot("settings-backup-schedule")?;
        self.on_backups(BackupMessage::Dismissed);
        let mut failed = overview();
        failed
            .state
            .failures
            .push(failure("2026-11-23T07:02:00-03:00"));
        self.tell(Message::Backups(Told::Read(Box::new(failed))));
        self.shoot("settings-backup-failed")?;
        self.backed_up();
        Ok(())
    }

    /// Nothing is asked of this machine: what it would answer is told.
    fn on_backups(&mut self, message: BackupMessage) {
        let message = settings::Message::Backup(message);
        let _not_asked = self.program.begin(Message::Settings(message));
    }
}

/// When, how long and how many sales; the last is damaged.
const NIGHTS: [(&str, u64, i64); 6] = [
    ("2026-11-22T22:00:00-03:00", 1_812_000, 252),
    ("2026-11-21T22:00:00-03:00", 1_803_000, 249),
    ("2026-11-20T22:15:00-03:00", 1_790_000, 231),
    ("2026-11-19T22:00:00-03:00", 1_744_000, 240),
    ("2026-11-18T22:00:00-03:00", 1_731_000, 222),
    ("2026-11-17T22:00:00-03:00", 1_720_000, 218),
];

fn overview() -> Overview {
    let mut state = State::default();
    state.last_good = Some(Seen {
        path: file(NIGHTS[0].0),
        at: moment(NIGHTS[0].0),
    });
    state.failures = vec![failure("2026-11-20T22:00:00-03:00")];
    Overview {
        state,
        backups: Ok(NIGHTS.iter().rev().map(entry).collect()),
        undo: None,
        second_is_there: None,
    }
}

fn moment(time: &str) -> Moment {
    DateTime::parse_from_rfc3339(time).map_or_else(|_| noon(), Moment::new)
}

fn file(time: &str) -> PathBuf {
    let time = DateTime::parse_from_rfc3339(time).unwrap_or_default();
    let name = time.format("cantina-%Y-%m-%dT%H%M%z.backup").to_string();
    Path::new("Cantina").join("backups").join(name)
}

fn failure(time: &str) -> Failure {
    Failure {
        at: moment(time),
        why: "No se encuentra /media/RESPALDO. La copia no se hizo; las de antes siguen. Enchufá el disco \
              o elegí otra carpeta."
            .to_owned(),
    }
}

fn entry(night: &(&str, u64, i64)) -> Entry {
    let (time, bytes, sales) = *night;
    let at = moment(time);
    let part = |name: &str| Part {
        name: name.to_owned(),
        bytes,
        blake3: String::new(),
    };
    let manifest = Manifest {
        format: 1,
        canteen: Uuid::nil(),
        made_at: DateTime::parse_from_rfc3339(time).unwrap_or_default(),
        reason: Reason::Daily,
        chain: None,
        app: "0.1.0".to_owned(),
        contents: Contents {
            schema: 2,
            sales,
            last_ticket: sales,
            last_sale_at: Some(Timestamp(at.at.0 - 5 * 3_600_000)),
            sold: Money::guaranies(sales * 11_350),
            balances: Money::guaranies(9_288_934),
            postings: sales * 2,
            audit: 40,
            students: 262,
            products: 121,
            users: 4,
        },
        parts: vec![
            part("cantina.db"),
            part("config.toml"),
            part("photos/00414.jpg"),
        ],
    };
    let damaged = sales == NIGHTS[NIGHTS.len() - 1].2;
    Entry {
        path: file(time),
        bytes,
        standing: match damaged {
            true => Standing::Unreadable(Flaw::Cut),
            false => Standing::Good(at.at),
        },
        manifest: Some(manifest),
        own: true,
    }
}

const fn lost() -> Loss {
    Loss {
        sales: 31,
        total: Money::guaranies(412_500),
        restrictions: 1,
        unknown: false,
    }
}

fn plan() -> Plan {
    let units = Path::new("~/.config/systemd/user");
    let systemctl = |arguments: &[&str]| Step::Run {
        command: ["systemctl", "--user"]
            .iter()
            .chain(arguments)
            .map(ToString::to_string)
            .collect(),
        input: None,
        lenient: true,
    };
    Plan(vec![
        systemctl(&["disable", "--now", "cantina-backup.timer"]),
        Step::Delete(units.join("cantina-backup.timer")),
        Step::Delete(units.join("cantina-backup.service")),
        systemctl(&["daemon-reload"]),
    ])
}
