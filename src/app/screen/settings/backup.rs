//! The page of backups: how they stand, one made now, one looked into, one brought back.

use std::path::PathBuf;

use chrono::NaiveDateTime;

use super::Action;
use crate::app::screen::pin::digits;
use crate::backup::schedule::{Plan, Scheduler};
use crate::backup::{Entry, Failure, Health, Loss, Stage};
use crate::domain::user::Pin;
use crate::domain::{BusinessDay, Moment};
use crate::settings::{Backup, DailyAt, KeepDays};

/// How backups stand, as the program knows it.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// How they stand; `None` until it was read.
    pub standing: Option<Standing>,
    /// What is listed, the latest first.
    pub rows: Vec<Row>,
    /// How backups are made.
    pub settings: Backup,
    /// Whether the second destination is there, and when it was seen last; `None` without one.
    pub second: Option<(bool, Option<BusinessDay>)>,
    /// The backup of what there was before the last restore.
    pub undo: Option<PathBuf>,
    /// The system's scheduler, and whether it makes a backup every day; `None` without one.
    pub schedule: Option<(Scheduler, bool)>,
    /// What is done just now, and how many thousandths of it are.
    pub running: Option<(Stage, u16)>,
    /// The word that is typed before a restore.
    pub word: String,
}

/// How backups stand.
#[derive(Debug, Clone)]
pub struct Standing {
    /// In a word.
    pub health: Health,
    /// When the last good one was made.
    pub last: Option<Moment>,
    /// Why the last try failed, or the folder cannot be read: a sentence.
    pub why: Option<String>,
    /// When the next daily one is due.
    pub next: NaiveDateTime,
}

/// A line of the list.
#[derive(Debug, Clone)]
pub enum Row {
    /// A backup.
    Made(Box<Entry>),
    /// A try that failed.
    Failed(Failure),
}

/// The state of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Backups {
    pub(super) kept: Kept,
    pub(super) open: Option<Open>,
}

/// The dialog that is open.
#[derive(Debug, Clone)]
pub(super) enum Open {
    Look(Box<Entry>),
    Restore(Box<Restoring>),
    Change(Form),
    Schedule(Scheduling),
}

/// A restore that is asked about.
#[derive(Clone)]
pub(super) struct Restoring {
    pub(super) file: PathBuf,
    /// What the backup is, and what would be lost; `None` until it was read.
    pub(super) weighed: Option<(Box<Entry>, Loss)>,
    pub(super) word: String,
    pub(super) pin: String,
    pub(super) asked: bool,
    pub(super) refused: Option<String>,
    /// It brings back what there was before the last restore.
    pub(super) undoes: bool,
}

/// The settings as typed.
#[derive(Debug, Clone)]
pub(super) struct Form {
    pub(super) time: String,
    pub(super) days: String,
    pub(super) folder: String,
    pub(super) second: String,
    pub(super) refused: Option<String>,
}

/// The schedule that is asked about.
#[derive(Debug, Clone)]
pub(super) struct Scheduling {
    pub(super) install: bool,
    pub(super) plan: Option<Plan>,
    pub(super) asked: bool,
    pub(super) refused: Option<String>,
}

/// A field of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// When.
    Time,
    /// For how many days.
    Days,
    /// Where.
    Folder,
    /// And where else.
    Second,
}

/// What happened on the page.
#[derive(Clone)]
pub enum Message {
    /// «Hacer copia ahora».
    NowPressed,
    /// What is done just now is not wanted.
    CancelPressed,
    /// The backup at this place of the list is to be looked into.
    LookPressed(usize),
    /// The backup at this place of the list is to be brought back.
    RestorePressed(usize),
    /// The one that is looked into is to be brought back.
    LookedRestorePressed,
    /// The one that is looked into is to be verified.
    VerifyPressed,
    /// What there was before the last restore is to come back.
    UndoPressed,
    /// The word was typed.
    WordTyped(String),
    /// The PIN was typed.
    PinTyped(String),
    /// Settings are to be changed.
    ChangePressed,
    /// A setting was typed.
    Typed(Field, String),
    /// The schedule is to be set, or taken away.
    SchedulePressed(bool),
    /// The dialog's button.
    Confirmed,
    /// The dialog is not wanted.
    Dismissed,
}

/// What the page wants done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// What is in the folders now: others write there too.
    Look,
    /// A backup, now.
    Make,
    /// No more of what is done just now.
    Cancel,
    /// That backup verified.
    Verify(PathBuf),
    /// What would be lost by bringing that one back; answer with [`Settings::weighed`](super::Settings::weighed).
    Weigh(PathBuf),
    /// That backup brought back, if the PIN is of somebody who may; answer with
    /// [`Settings::backup_refused`](super::Settings::backup_refused) if not.
    Restore(PathBuf, Pin),
    /// Backups made in that way from now on.
    Configure(Backup),
    /// What would be done to set the schedule, or to take it away.
    Plan(bool),
    /// That done.
    CarryOut(Plan),
}

impl Backups {
    pub(super) fn stand(&mut self, kept: Kept) {
        if let Some(Open::Look(looked)) = &mut self.open {
            let rows = kept.rows.iter().filter_map(Row::entry);
            let same = rows.clone().find(|entry| entry.path == looked.path);
            if let Some(same) = same {
                **looked = same.clone();
            }
        }
        self.kept = kept;
    }

    pub(super) fn weighed(&mut self, entry: Entry, loss: Loss) {
        if let Some(Open::Restore(restoring)) = &mut self.open
            && restoring.file == entry.path
        {
            restoring.weighed = Some((Box::new(entry), loss));
        }
    }

    pub(super) fn planned(&mut self, planned: Plan) {
        if let Some(Open::Schedule(scheduling)) = &mut self.open {
            scheduling.plan = Some(planned);
        }
    }

    pub(super) fn refused(&mut self, why: String) {
        match &mut self.open {
            Some(Open::Restore(restoring)) => {
                restoring.asked = false;
                restoring.pin.clear();
                restoring.refused = Some(why);
            }
            Some(Open::Schedule(scheduling)) => {
                scheduling.asked = false;
                scheduling.refused = Some(why);
            }
            Some(Open::Change(form)) => form.refused = Some(why),
            Some(Open::Look(_)) | None => {}
        }
    }

    pub(super) fn done(&mut self) {
        self.open = None;
    }

    pub(super) const fn asks(&self) -> bool {
        self.open.is_some()
    }

    pub(super) fn update(&mut self, message: Message) -> Action {
        match message {
            Message::NowPressed if self.kept.running.is_none() => wants(Wanted::Make),
            Message::NowPressed => Action::None,
            Message::CancelPressed => wants(Wanted::Cancel),
            Message::LookPressed(row) => self.look(row),
            Message::RestorePressed(row) => self.begin_restore(self.file_of(row)),
            Message::LookedRestorePressed => self.begin_restore(self.looked()),
            Message::VerifyPressed => self.verify(),
            Message::UndoPressed => self.begin_restore(self.kept.undo.clone()),
            Message::WordTyped(word) => self.fill(|restoring| restoring.word = word),
            Message::PinTyped(pin) => self.fill(|restoring| restoring.pin = digits(&pin)),
            Message::ChangePressed => self.begin_change(),
            Message::Typed(field, text) => self.type_into(field, text),
            Message::SchedulePressed(install) => self.begin_schedule(install),
            Message::Confirmed => self.confirm(),
            Message::Dismissed => self.dismiss(),
        }
    }

    fn entry_of(&self, row: usize) -> Option<&Entry> {
        self.kept.rows.get(row).and_then(Row::entry)
    }

    fn file_of(&self, row: usize) -> Option<PathBuf> {
        self.entry_of(row).map(|entry| entry.path.clone())
    }

    fn looked(&self) -> Option<PathBuf> {
        match &self.open {
            Some(Open::Look(entry)) => Some(entry.path.clone()),
            _ => None,
        }
    }

    fn look(&mut self, row: usize) -> Action {
        self.open = self.entry_of(row).cloned().map(Box::new).map(Open::Look);
        Action::None
    }

    fn verify(&self) -> Action {
        let idle = self.kept.running.is_none();
        self.looked()
            .filter(|_| idle)
            .map_or(Action::None, |file| wants(Wanted::Verify(file)))
    }

    fn begin_restore(&mut self, file: Option<PathBuf>) -> Action {
        let Some(file) = file.filter(|_| self.kept.running.is_none()) else {
            return Action::None;
        };
        self.open = Some(Open::Restore(Box::new(Restoring {
            file: file.clone(),
            weighed: None,
            word: String::new(),
            pin: String::new(),
            asked: false,
            refused: None,
            undoes: self.kept.undo.as_ref() == Some(&file),
        })));
        wants(Wanted::Weigh(file))
    }

    fn fill(&mut self, fill: impl FnOnce(&mut Restoring)) -> Action {
        if let Some(Open::Restore(restoring)) = &mut self.open
            && !restoring.asked
        {
            fill(restoring);
        }
        Action::None
    }

    fn begin_change(&mut self) -> Action {
        let now = &self.kept.settings;
        self.open = Some(Open::Change(Form {
            time: now.time.to_string(),
            days: now.keep_days.in_days().to_string(),
            folder: now.folder.clone(),
            second: now.second.clone(),
            refused: None,
        }));
        Action::None
    }

    fn type_into(&mut self, field: Field, text: String) -> Action {
        if let Some(Open::Change(form)) = &mut self.open {
            *form.text_of(field) = text;
            form.refused = None;
        }
        Action::None
    }

    fn begin_schedule(&mut self, install: bool) -> Action {
        self.open = Some(Open::Schedule(Scheduling {
            install,
            plan: None,
            asked: false,
            refused: None,
        }));
        wants(Wanted::Plan(install))
    }

    /// A second press finds it asked already.
    fn confirm(&mut self) -> Action {
        let word = self.kept.word.clone();
        match &mut self.open {
            Some(Open::Restore(restoring)) if restoring.is_ready(&word) => {
                let Ok(pin) = Pin::parse(&restoring.pin) else {
                    return Action::None;
                };
                restoring.asked = true;
                restoring.refused = None;
                wants(Wanted::Restore(restoring.file.clone(), pin))
            }
            Some(Open::Change(form)) => {
                let settings = form.settings();
                settings.map_or(Action::None, |settings| wants(Wanted::Configure(settings)))
            }
            Some(Open::Schedule(scheduling)) if !scheduling.asked => {
                let plan = scheduling.plan.clone();
                scheduling.asked = plan.is_some();
                plan.map_or(Action::None, |plan| wants(Wanted::CarryOut(plan)))
            }
            _ => Action::None,
        }
    }

    /// Not while a restore is under way: its answer must find its dialog.
    fn dismiss(&mut self) -> Action {
        let under_way = |open: &Open| match open {
            Open::Restore(restoring) => restoring.asked,
            Open::Schedule(scheduling) => scheduling.asked,
            Open::Look(_) | Open::Change(_) => false,
        };
        self.open = self.open.take().filter(under_way);
        Action::None
    }

    /// What may have a scan in it.
    pub(super) fn texts(&mut self) -> Vec<&mut String> {
        match &mut self.open {
            Some(Open::Restore(restoring)) => vec![&mut restoring.word, &mut restoring.pin],
            Some(Open::Change(form)) => {
                vec![
                    &mut form.time,
                    &mut form.days,
                    &mut form.folder,
                    &mut form.second,
                ]
            }
            Some(Open::Look(_) | Open::Schedule(_)) | None => Vec::new(),
        }
    }
}

const fn wants(wanted: Wanted) -> Action {
    Action::Backup(wanted)
}

impl Row {
    /// The backup, unless it is a try that failed.
    #[must_use]
    pub fn entry(&self) -> Option<&Entry> {
        match self {
            Self::Made(entry) => Some(entry),
            Self::Failed(_) => None,
        }
    }
}

impl Restoring {
    pub(super) fn is_ready(&self, word: &str) -> bool {
        let typed = self.word.trim().to_lowercase() == word.to_lowercase();
        typed && !self.asked && self.weighed.is_some() && Pin::parse(&self.pin).is_ok()
    }
}

impl Form {
    const fn text_of(&mut self, field: Field) -> &mut String {
        match field {
            Field::Time => &mut self.time,
            Field::Days => &mut self.days,
            Field::Folder => &mut self.folder,
            Field::Second => &mut self.second,
        }
    }

    pub(super) fn time(&self) -> Option<DailyAt> {
        DailyAt::written(&self.time).ok()
    }

    pub(super) fn days(&self) -> Option<KeepDays> {
        let days = self.days.trim().parse().ok();
        days.and_then(|days| KeepDays::days(days).ok())
    }

    pub(super) fn settings(&self) -> Option<Backup> {
        Some(Backup {
            time: self.time()?,
            keep_days: self.days()?,
            folder: self.folder.trim().to_owned(),
            second: self.second.trim().to_owned(),
        })
    }
}

/// Without the digits.
impl std::fmt::Debug for Restoring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Restoring({:?}, {})", self.file, self.asked)
    }
}

/// Without the digits.
impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::LookPressed(row) => write!(f, "LookPressed({row})"),
            Self::RestorePressed(row) => write!(f, "RestorePressed({row})"),
            Self::SchedulePressed(install) => write!(f, "SchedulePressed({install})"),
            Self::Typed(field, text) => write!(f, "Typed({field:?}, {text:?})"),
            Self::WordTyped(word) => write!(f, "WordTyped({word:?})"),
            Self::PinTyped(_) => f.write_str("PinTyped(••••)"),
            Self::NowPressed => f.write_str("NowPressed"),
            Self::CancelPressed => f.write_str("CancelPressed"),
            Self::LookedRestorePressed => f.write_str("LookedRestorePressed"),
            Self::VerifyPressed => f.write_str("VerifyPressed"),
            Self::UndoPressed => f.write_str("UndoPressed"),
            Self::ChangePressed => f.write_str("ChangePressed"),
            Self::Confirmed => f.write_str("Confirmed"),
            Self::Dismissed => f.write_str("Dismissed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restoring() -> Backups {
        let mut page = Backups::default();
        page.kept.word = "restaurar".to_owned();
        page.kept.undo = Some(PathBuf::from("x.backup"));
        assert_eq!(
            page.update(Message::UndoPressed),
            Action::Backup(Wanted::Weigh("x.backup".into()))
        );
        page
    }

    fn weighed(page: &mut Backups) {
        let entry = Entry {
            path: "x.backup".into(),
            bytes: 1,
            manifest: None,
            standing: crate::backup::Standing::Unverified,
            own: true,
        };
        let loss = Loss {
            sales: 2,
            total: crate::domain::Money::ZERO,
            restrictions: 0,
            unknown: false,
        };
        page.weighed(entry, loss);
    }

    #[test]
    fn a_restore_needs_what_is_lost_the_word_and_a_pin_and_is_asked_for_once() {
        let mut page = restoring();
        let _ = page.update(Message::WordTyped("Restaurar ".into()));
        let _ = page.update(Message::PinTyped("25 80".into()));
        assert_eq!(page.update(Message::Confirmed), Action::None, "not weighed");
        weighed(&mut page);
        let pin = Pin::parse("2580").unwrap();
        let wanted = Wanted::Restore("x.backup".into(), pin);
        assert_eq!(page.update(Message::Confirmed), Action::Backup(wanted));
        assert_eq!(page.update(Message::Confirmed), Action::None, "twice");
        let _ = page.update(Message::Dismissed);
        assert!(page.asks(), "it is under way");
        page.refused("PIN".into());
        let _ = page.update(Message::Dismissed);
        assert!(!page.asks());
    }

    #[test]
    fn without_the_word_nothing_is_restored() {
        let mut page = restoring();
        weighed(&mut page);
        let _ = page.update(Message::PinTyped("2580".into()));
        for word in ["", "sí", "restaura"] {
            let _ = page.update(Message::WordTyped(word.into()));
            assert_eq!(page.update(Message::Confirmed), Action::None, "{word}");
        }
    }

    #[test]
    fn settings_that_make_no_sense_are_not_kept() {
        let mut page = Backups::default();
        let _ = page.update(Message::ChangePressed);
        let _ = page.update(Message::Typed(Field::Time, "25:00".into()));
        assert_eq!(page.update(Message::Confirmed), Action::None);
        let _ = page.update(Message::Typed(Field::Time, "21:30".into()));
        let _ = page.update(Message::Typed(Field::Second, " /media/RESPALDO ".into()));
        let wanted = Backup {
            time: DailyAt::written("21:30").unwrap(),
            second: "/media/RESPALDO".into(),
            ..Backup::default()
        };
        let asked = Action::Backup(Wanted::Configure(wanted));
        assert_eq!(page.update(Message::Confirmed), asked);
    }
}
