//! Everything that a screen, a search or a file of settings can name: key by key, how it is written and
//! what of it is refused.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Table, Value};

use super::Config;
use super::days;
use crate::domain::Money;
use crate::domain::ruc::{BadRuc, Ruc};

/// One thing that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its place in `config.toml`: section and key.
    pub key: &'static str,
    /// How it is written.
    pub kind: Kind,
    /// What it belongs to.
    pub group: Group,
}

/// How a setting is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    Switch,
    /// An amount, at most that of [`MOST_MONEY`].
    Money,
    /// A whole number from one to the other, both taken in.
    Whole(i64, i64),
    /// One line of so many letters at most; `true` where it must not be empty.
    Text(usize, bool),
    /// A taxpayer's number, or none.
    Ruc,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A time of day such as `22:00`.
    Time,
    /// A folder of this machine, whole from its root, or none.
    Folder,
    /// Amounts, so many at most.
    Amounts(usize),
    /// Weekdays, Monday 1 to Sunday 7.
    Weekdays,
    /// Days without school.
    DaysOff,
    /// Terms of a year.
    Terms,
}

/// What a setting belongs to; each has its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Shop and ticket.
    Shop,
    /// Language, look, sounds.
    Display,
    /// The lock.
    Lock,
    /// The cash drawer.
    Shift,
    /// Pupils' accounts.
    Accounts,
    /// The school's calendar.
    Calendar,
    /// The dashboard: its alerts, and what it writes by itself.
    Dashboard,
    /// What belongs to this machine alone.
    Machine,
    /// Backups.
    Backup,
    /// The printer.
    Printer,
}

/// Why a setting is not taken. The old one stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It must say something.
    #[error("it must not be empty")]
    Missing,
    /// More letters than there is room for.
    #[error("at most {0} letters")]
    TooLong(usize),
    /// No whole number.
    #[error("a whole number is expected")]
    Number,
    /// A number too small or too large.
    #[error("from {0} to {1}")]
    Range(i64, i64),
    /// No amount.
    #[error("a whole amount from 0 to 1000000000 is expected")]
    Money,
    /// No taxpayer's number.
    #[error("no taxpayer's number: {0}")]
    Ruc(BadRuc),
    /// No time of day.
    #[error("a time of day such as 22:00 is expected")]
    Time,
    /// No yes and no no, or none of the words there are.
    #[error("none of the choices")]
    Choice,
    /// A folder that is not whole from its root.
    #[error("a whole path from the root is expected")]
    Folder,
    /// No days as they are written.
    #[error(
        "days are written as 3/4/2026, 13/7/2026 - 24/7/2026, 8/12 or 20/2 - 10/7, the earlier first"
    )]
    Days,
    /// One begins before another has ended.
    #[error("they overlap")]
    Overlap,
    /// The same one twice.
    #[error("one is there twice")]
    Twice,
    /// More of them than so many.
    #[error("at most {0} of them")]
    TooMany(usize),
}

/// The most that an amount may be.
pub const MOST_MONEY: i64 = 1_000_000_000;

/// So many days off are enough for years.
const DAYS_MAX: usize = 200;
const TERMS_MAX: usize = 12;

const fn entry(key: &'static str, kind: Kind, group: Group) -> Entry {
    Entry { key, kind, group }
}

const PERCENT: Kind = Kind::Whole(0, 100);

/// Everything that has a key, page by page.
pub const ENTRIES: [Entry; 41] = [
    entry("shop.name", Kind::Text(48, true), Group::Shop),
    entry("shop.ruc", Kind::Ruc, Group::Shop),
    entry("shop.address", Kind::Text(96, false), Group::Shop),
    entry("shop.phone", Kind::Text(48, false), Group::Shop),
    entry("shop.footer", Kind::Text(200, false), Group::Shop),
    entry(
        "locale",
        Kind::Choice(&["es-PY", "en", "pt-BR"]),
        Group::Display,
    ),
    entry(
        "appearance.theme",
        Kind::Choice(&["light", "dark"]),
        Group::Display,
    ),
    entry("appearance.scale", Kind::Whole(100, 200), Group::Display),
    entry("sounds", Kind::Switch, Group::Display),
    entry("read_aloud", Kind::Switch, Group::Display),
    entry("lock_minutes", Kind::Whole(0, 1_440), Group::Lock),
    entry("shift.required", Kind::Switch, Group::Shift),
    entry("shift.blind", Kind::Switch, Group::Shift),
    entry("shift.tolerance", Kind::Money, Group::Shift),
    entry("shift.next_float", Kind::Money, Group::Shift),
    entry("accounts.minimum_top_up", Kind::Money, Group::Accounts),
    entry("accounts.low_balance", Kind::Money, Group::Accounts),
    entry("accounts.usual_top_ups", Kind::Amounts(6), Group::Accounts),
    entry("calendar.weekdays", Kind::Weekdays, Group::Calendar),
    entry("calendar.terms", Kind::Terms, Group::Calendar),
    entry("calendar.days_off", Kind::DaysOff, Group::Calendar),
    entry("alerts.low_sales_percent", PERCENT, Group::Dashboard),
    entry("alerts.cash_percent", PERCENT, Group::Dashboard),
    entry("alerts.cash_points_below", PERCENT, Group::Dashboard),
    entry(
        "alerts.tender_sales",
        Kind::Whole(1, 1_000),
        Group::Dashboard,
    ),
    entry(
        "alerts.enough_sales",
        Kind::Whole(1, 10_000),
        Group::Dashboard,
    ),
    entry("alerts.idle_days", Kind::Whole(1, 365), Group::Dashboard),
    entry(
        "alerts.second_break_hour",
        Kind::Whole(0, 23),
        Group::Dashboard,
    ),
    entry("alerts.overrides", Kind::Whole(1, 1_000), Group::Dashboard),
    entry(
        "alerts.drawer_shifts",
        Kind::Whole(1, 100),
        Group::Dashboard,
    ),
    entry("alerts.drawer_difference", Kind::Money, Group::Dashboard),
    entry("alerts.drawer_once", Kind::Money, Group::Dashboard),
    entry(
        "alerts.backup_hours",
        Kind::Whole(1, 2_000),
        Group::Dashboard,
    ),
    entry("reports.folder", Kind::Folder, Group::Dashboard),
    entry("appearance.fullscreen", Kind::Switch, Group::Machine),
    entry(
        "appearance.touch_keyboard",
        Kind::Choice(&["automatic", "always", "never"]),
        Group::Machine,
    ),
    entry("scanner.gap_ms", Kind::Whole(20, 200), Group::Machine),
    entry("backup.time", Kind::Time, Group::Backup),
    entry("backup.keep_days", Kind::Whole(1, 3_650), Group::Backup),
    entry("backup.folder", Kind::Text(400, false), Group::Backup),
    entry("backup.second", Kind::Text(400, false), Group::Backup),
];

impl Entry {
    /// The entry of that key.
    #[must_use]
    pub fn of(key: &str) -> Option<&'static Self> {
        ENTRIES.iter().find(|entry| entry.key == key)
    }

    /// How it stands, as people write it; what is in lists, with a comma between.
    #[must_use]
    pub fn text(&self, config: &Config) -> String {
        flat(config)
            .get(self.key)
            .map(|value| self.shown(value))
            .unwrap_or_default()
    }

    /// How it stands where nobody set anything.
    #[must_use]
    pub fn usual(&self) -> String {
        self.text(&Config::default())
    }

    pub(super) fn shown(&self, value: &Value) -> String {
        match (self.kind, value) {
            (Kind::Money, Value::Integer(amount)) => Money::guaranies(*amount).to_string(),
            (Kind::Amounts(_), Value::Array(all)) => {
                let amounts = all.iter().filter_map(Value::as_integer);
                let amounts: Vec<_> = amounts.map(|of| Money::guaranies(of).to_string()).collect();
                amounts.join(SEPARATOR)
            }
            (Kind::DaysOff | Kind::Terms, Value::Array(all)) => {
                let days = all.iter().filter_map(Value::as_str);
                let days: Vec<_> = days.map(days::as_people).collect();
                days.join(SEPARATOR)
            }
            _ => plain(value),
        }
    }

    /// Sets it as it is written.
    ///
    /// # Errors
    /// [`Fault`]; the settings are as they were.
    pub fn set(&self, config: &mut Config, text: &str) -> Result<(), Fault> {
        let value = self.read(text)?;
        let mut table = Table::try_from(&*config).map_err(|_| Fault::Choice)?;
        put(&mut table, self.key, value);
        *config = Config::deserialize(table).map_err(|_| Fault::Choice)?;
        Ok(())
    }

    /// What is wrong with a text, if anything.
    #[must_use]
    pub fn fault(&self, text: &str) -> Option<Fault> {
        self.set(&mut Config::default(), text).err()
    }

    /// What a text says; nothing for what is to be taken out of the file.
    fn read(&self, text: &str) -> Result<Option<Value>, Fault> {
        let text = text.trim();
        let value = match self.kind {
            Kind::Switch => match text {
                "true" => Value::Boolean(true),
                "false" => Value::Boolean(false),
                _ => return Err(Fault::Choice),
            },
            Kind::Money => Value::Integer(amount(text)?),
            Kind::Whole(from, to) => {
                let number: i64 = text.parse().map_err(|_| Fault::Number)?;
                if !(from..=to).contains(&number) {
                    return Err(Fault::Range(from, to));
                }
                Value::Integer(number)
            }
            Kind::Text(most, needed) => {
                if needed && text.is_empty() {
                    return Err(Fault::Missing);
                } else if text.chars().count() > most {
                    return Err(Fault::TooLong(most));
                }
                Value::String(text.to_owned())
            }
            Kind::Ruc if text.is_empty() => return Ok(None),
            Kind::Ruc => Value::String(Ruc::parse(text).map_err(Fault::Ruc)?.to_string()),
            Kind::Choice(words) if words.contains(&text) => Value::String(text.to_owned()),
            Kind::Choice(_) => return Err(Fault::Choice),
            Kind::Time => {
                let time = super::DailyAt::written(text).map_err(|_| Fault::Time)?;
                Value::String(time.to_string())
            }
            Kind::Folder => {
                if !text.is_empty() && !std::path::Path::new(text).is_absolute() {
                    return Err(Fault::Folder);
                }
                Value::String(text.to_owned())
            }
            Kind::Amounts(most) => {
                let amounts: Vec<i64> = each(text, most)?
                    .into_iter()
                    .map(amount)
                    .collect::<Result<_, _>>()?;
                Value::Array(once(amounts)?.into_iter().map(Value::Integer).collect())
            }
            Kind::Weekdays => {
                let days = each(text, 7)?;
                if days.is_empty() {
                    return Err(Fault::Missing);
                }
                let day = |of: &str| match of.parse() {
                    Ok(day @ 1..=7) => Ok(day),
                    _ => Err(Fault::Range(1, 7)),
                };
                let mut days = days.into_iter().map(day).collect::<Result<Vec<i64>, _>>()?;
                days.sort_unstable();
                Value::Array(once(days)?.into_iter().map(Value::Integer).collect())
            }
            Kind::DaysOff => {
                let days = each(text, DAYS_MAX)?.into_iter().map(days::day_off);
                let days = days.collect::<Result<Vec<String>, _>>()?;
                Value::Array(once(days)?.into_iter().map(Value::String).collect())
            }
            Kind::Terms => {
                let terms = each(text, TERMS_MAX)?.into_iter().map(days::term);
                let mut terms = terms.collect::<Result<Vec<String>, _>>()?;
                terms.sort_unstable();
                let overlap = terms.windows(2).any(|two| days::overlap(&two[0], &two[1]));
                if overlap {
                    return Err(Fault::Overlap);
                }
                Value::Array(terms.into_iter().map(Value::String).collect())
            }
        };
        Ok(Some(value))
    }
}

/// Between the parts of a list.
pub const SEPARATOR: &str = ", ";

fn amount(text: &str) -> Result<i64, Fault> {
    let amount = Money::parse(text).map_err(|_| Fault::Money)?.amount();
    match (0..=MOST_MONEY).contains(&amount) {
        true => Ok(amount),
        false => Err(Fault::Money),
    }
}

/// The parts of a list.
fn each(text: &str, most: usize) -> Result<Vec<&str>, Fault> {
    let parts = text.split([',', ';']).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    match parts.len() <= most {
        true => Ok(parts),
        false => Err(Fault::TooMany(most)),
    }
}

fn once<T: PartialEq>(all: Vec<T>) -> Result<Vec<T>, Fault> {
    let twice = all
        .iter()
        .enumerate()
        .any(|(at, of)| all[..at].contains(of));
    match twice {
        false => Ok(all),
        true => Err(Fault::Twice),
    }
}

/// A value as a line of text.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().map(plain).collect();
            all.join(SEPARATOR)
        }
        other => other.to_string(),
    }
}

pub(super) fn put(table: &mut Table, key: &str, value: Option<Value>) {
    let (section, rest) = match key.split_once('.') {
        Some(parts) => parts,
        None => ("", key),
    };
    let table = match section {
        "" => table,
        section => {
            let of = table
                .entry(section)
                .or_insert_with(|| Value::Table(Table::new()));
            match of {
                Value::Table(of) => of,
                _ => return,
            }
        }
    };
    match value {
        Some(value) => drop(table.insert(rest.to_owned(), value)),
        None => drop(table.remove(rest)),
    }
}

/// Every key with its value.
pub(super) fn flat(config: &Config) -> BTreeMap<String, Value> {
    let mut keys = BTreeMap::new();
    // What was read or made can be written: each part has its own form for that.
    if let Ok(table) = Table::try_from(config) {
        flatten(&mut keys, "", table);
    }
    keys
}

pub(super) fn flatten(keys: &mut BTreeMap<String, Value>, within: &str, table: Table) {
    for (key, value) in table {
        let key = match within {
            "" => key,
            within => format!("{within}.{key}"),
        };
        match value {
            Value::Table(inner) => flatten(keys, &key, inner),
            value => drop(keys.insert(key, value)),
        }
    }
}

/// A setting that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub key: String,
    /// As it was, as people write it.
    pub before: String,
    /// As it is now.
    pub after: String,
}

/// What differs, key by key.
#[must_use]
pub fn changes(before: &Config, after: &Config) -> Vec<Change> {
    let (before, after) = (flat(before), flat(after));
    let said = |of: &BTreeMap<String, Value>, key: &str| {
        let value = of.get(key);
        let shown = value.map(|value| match Entry::of(key) {
            Some(entry) => entry.shown(value),
            None => plain(value),
        });
        shown.unwrap_or_default()
    };
    let keys = before.keys().chain(after.keys());
    let mut changed: Vec<&String> = keys
        .filter(|key| before.get(*key) != after.get(*key))
        .collect();
    changed.sort_unstable();
    changed.dedup();
    let changed = changed.into_iter().map(|key| Change {
        key: key.clone(),
        before: said(&before, key),
        after: said(&after, key),
    });
    changed.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_says_its_default_and_takes_it_back() {
        for entry in ENTRIES {
            let usual = entry.usual();
            if entry.key == "shop.name" {
                assert_eq!(entry.fault(&usual), Some(Fault::Missing));
                continue;
            }
            let mut config = Config::default();
            entry
                .set(&mut config, &usual)
                .unwrap_or_else(|fault| panic!("{}: {fault}", entry.key));
            assert_eq!(config, Config::default(), "{}", entry.key);
        }
    }

    #[test]
    fn every_key_of_the_file_is_here_or_is_of_the_printer_the_till_or_the_first_day() {
        for key in flat(&Config::default()).keys() {
            let of_another_page = ["printer.", "till.", "first_day."];
            let elsewhere = of_another_page.iter().any(|page| key.starts_with(page));
            assert!(elsewhere || Entry::of(key).is_some(), "{key}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_its_reason_and_changes_nothing() {
        for (key, text, fault) in [
            ("shop.name", "  ", Fault::Missing),
            ("shift.tolerance", "1.5", Fault::Money),
            ("shift.tolerance", "-1", Fault::Money),
            ("accounts.usual_top_ups", "5.000, 5000", Fault::Twice),
            ("accounts.usual_top_ups", "1,2,3,4,5,6,7", Fault::TooMany(6)),
            ("lock_minutes", "1441", Fault::Range(0, 1_440)),
            ("lock_minutes", "diez", Fault::Number),
            ("locale", "gn", Fault::Choice),
            ("sounds", "quizás", Fault::Choice),
            ("calendar.weekdays", "", Fault::Missing),
            ("calendar.weekdays", "8", Fault::Range(1, 7)),
            ("calendar.days_off", "31/2", Fault::Days),
            ("calendar.terms", "10/7 - 20/2", Fault::Days),
            ("calendar.terms", "20/2 - 10/7, 1/7 - 30/11", Fault::Overlap),
            ("reports.folder", "reportes", Fault::Folder),
            ("backup.time", "24:00", Fault::Time),
        ] {
            let mut config = Config::default();
            let entry = Entry::of(key).unwrap();
            assert_eq!(entry.set(&mut config, text), Err(fault), "{key} {text}");
            assert_eq!(config, Config::default());
        }
    }

    #[test]
    fn what_is_set_is_said_as_people_write_it() {
        for (key, text, said) in [
            ("shift.tolerance", "₲ 20000", "20.000"),
            ("accounts.usual_top_ups", "5000; 10.000", "5.000, 10.000"),
            (
                "calendar.days_off",
                "03/04/2026, 8/12, 13/7/2026 - 24/7/2026",
                "3/4/2026, 8/12, 13/7/2026 - 24/7/2026",
            ),
            (
                "calendar.terms",
                "25/7 - 30/11, 20/2 - 10/7",
                "20/2 - 10/7, 25/7 - 30/11",
            ),
            ("calendar.weekdays", "6,1", "1, 6"),
            ("shop.ruc", " 80009735-1 ", "80009735-1"),
        ] {
            let mut config = Config::default();
            let entry = Entry::of(key).unwrap();
            entry.set(&mut config, text).unwrap();
            assert_eq!(entry.text(&config), said);
        }
    }

    #[test]
    fn what_differs_is_told_key_by_key() {
        let before = Config::default();
        let mut after = before.clone();
        Entry::of("shift.tolerance")
            .unwrap()
            .set(&mut after, "5.000")
            .unwrap();
        Entry::of("shop.ruc")
            .unwrap()
            .set(&mut after, "80009735-1")
            .unwrap();
        let told = changes(&before, &after);
        let told: Vec<_> = told
            .iter()
            .map(|of| (of.key.as_str(), of.before.as_str(), of.after.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                ("shift.tolerance", "10.000", "5.000"),
                ("shop.ruc", "", "80009735-1")
            ]
        );
        assert!(changes(&before, &before).is_empty());
    }
}
