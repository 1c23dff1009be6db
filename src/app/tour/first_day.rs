//! The tour of the first day: a canteen that was just set up, and what its computer is like.

use super::{Error, Guide, Message, Place};
use crate::app::program::FirstDayTold as Told;
use crate::app::screen::first_day::Message as FirstDay;
use crate::app::screen::login::Message as Login;
use crate::app::screen::settings::{self, Page};
use crate::app::screen::setup::Message as Setup;
use crate::i18n::I18n;
use crate::till::doctor::{Line, Report, State};

/// The administrator's PIN, as it was chosen at the first start.
const PIN: &str = "2580";

/// A computer with a little of everything: check, state, key, and whether there is something to do.
const CHECKS: [(&str, State, &str); 15] = [
    ("display", State::Good, "display-shown"),
    ("fonts", State::Good, "fonts-good"),
    ("data_folder", State::Good, "folder-good"),
    ("settings", State::Good, "settings-good"),
    ("database", State::Good, "database-good"),
    ("disk_space", State::Warning, "space-little"),
    ("disk_sync", State::Good, "sync-good"),
    ("backups", State::Warning, "backups-never"),
    ("scheduler", State::Note, "scheduler-unset"),
    ("printer", State::Bad, "printer-denied"),
    ("printer_group", State::Warning, "group-missing"),
    ("clock", State::Good, "clock-good"),
    ("zone", State::Good, "zone-good"),
    ("memory", State::Good, "memory-good"),
    ("other_copy", State::Good, "other-none"),
];

impl Guide<'_> {
    /// After the first start somebody signs in, and is led through what is still to be done.
    pub(super) fn first_day(&mut self) -> Result<(), Error> {
        self.tell(Message::Setup(Setup::NextPressed));
        let users = self.till.users().wait()??;
        let tita = users
            .first()
            .ok_or_else(|| Error::Missing("Tita".to_owned()))?;
        self.tell(Message::Login(Login::UserChosen(tita.id)));
        for digit in PIN.chars() {
            self.tell(Message::Login(Login::Typed(digit)));
        }
        self.tell(Message::Login(Login::Confirmed));
        self.shoot("first-day")?;
        self.on_first_day(FirstDay::StarterPressed);
        self.shoot("first-day-starter")?;
        self.on_first_day(FirstDay::StarterConfirmed);
        self.shoot("first-day-begun")?;
        self.go(Place::Settings);
        // Nothing is asked of this machine: what it would answer is told.
        let page = settings::Message::PageChosen(Page::Machine);
        let _not_asked = self.program.begin(Message::Settings(page));
        let report = self.report();
        self.tell(Message::FirstDay(Told::Examined(report)));
        self.tell(Message::NoticeClosed);
        self.shoot("settings-doctor")
    }

    fn on_first_day(&mut self, message: FirstDay) {
        self.tell(Message::FirstDay(Told::Screen(message)));
    }

    fn report(&self) -> Report {
        let words = I18n::new(self.till.config().locale);
        let told = [
            ("path", "/home/caja/.local/share/cantina".into()),
            ("found", crate::store::schema().into()),
            ("sales", 0_i64.into()),
            ("count", 28_i64.into()),
            ("left", 1_410_i64.into()),
            ("median", "0,8".into()),
            ("worst", "4,1".into()),
            ("name", "systemd".into()),
            ("what", "/dev/ttyUSB0".into()),
            ("group", "dialout".into()),
            ("now", "23/11/2026 11:40".into()),
            ("zone", "America/Asuncion".into()),
            ("offset", "UTC−3".into()),
            ("free", 2_310_i64.into()),
            ("whole", 3_820_i64.into()),
        ];
        let line = |(check, state, key): &(&'static str, State, &str)| {
            let key = format!("doctor-{key}");
            let todo = format!("{key}-todo");
            Line {
                check,
                state: *state,
                says: words.text_with(&key, &told),
                todo: words.knows(&todo).then(|| words.text_with(&todo, &told)),
            }
        };
        Report {
            lines: CHECKS.iter().map(line).collect(),
        }
    }
}
