//! All settings as one file, to be taken to another till or kept.
//!
//! Without secrets, as there are none among settings, and without what belongs to one machine: its printer,
//! its folders, its screen.

use toml::{Table, Value};

use super::entry::flat;
use super::{Change, Config, ENTRIES, Entry, Fault, Group, SEPARATOR, changes};
use crate::domain::limits::{BREAKS_MAX, Hours, MealBreak, Minute};

/// The version of the form; in the file under [`MARK`].
const VERSION: i64 = 1;
/// The key by which such a file is known.
const MARK: &str = "cantina_settings";
/// The breaks of the school day.
const BREAKS: &str = "breaks";
/// The name under which breaks are told as a change.
pub const BREAKS_KEY: &str = "breaks";

/// What a file of settings would do to those in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The settings as they would be.
    pub config: Config,
    /// The breaks as they would be; `None` where they stay.
    pub breaks: Option<Vec<MealBreak>>,
    /// What would differ.
    pub changes: Vec<Change>,
    /// What the file says of a machine, and is not taken over.
    pub left_out: Vec<String>,
}

/// Why a file of settings is not taken over. Nothing of it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadBundle {
    /// It cannot be read as such a file.
    #[error("line {line} makes no sense: {reason}")]
    Broken {
        /// Counted from 1.
        line: usize,
        /// What the reader expected, in English.
        reason: String,
    },
    /// It is some other file.
    #[error("this is no file of settings")]
    NotOurs,
    /// A later version of the program wrote it.
    #[error("a later version wrote it: {0}")]
    Newer(i64),
    /// It sets what this version does not know.
    #[error("{0} is not known")]
    Unknown(String),
    /// It sets something to what makes no sense.
    #[error("{key}: {fault}")]
    Wrong {
        /// Which setting.
        key: String,
        /// Why not.
        fault: Fault,
    },
    /// Its breaks make no sense.
    #[error("the breaks make no sense")]
    Breaks,
}

/// Whether a setting belongs to one machine.
#[must_use]
pub fn is_of_machine(key: &str) -> bool {
    let here = [
        "appearance.scale",
        "backup.folder",
        "backup.second",
        "reports.folder",
    ];
    let section = key.split('.').next().unwrap_or(key);
    let machine = Entry::of(key).is_some_and(|entry| entry.group == Group::Machine);
    machine || here.contains(&key) || ["printer", "till"].contains(&section)
}

/// All settings that do not belong to one machine, as the text of a file.
#[must_use]
pub fn bundle(config: &Config, breaks: &[MealBreak]) -> String {
    let mut table = Table::new();
    table.insert(MARK.to_owned(), Value::Integer(VERSION));
    let known = flat(config);
    for entry in ENTRIES.iter().filter(|entry| !is_of_machine(entry.key)) {
        let empty = || Value::String(String::new());
        let value = known.get(entry.key).cloned().unwrap_or_else(empty);
        // What is not set yet, as the name of a shop, is not taken from another till either.
        if entry.fault(&entry.shown(&value)).is_some() {
            continue;
        }
        super::entry::put(&mut table, entry.key, Some(value));
    }
    let breaks = breaks.iter().map(|of| {
        let mut one = Table::new();
        let (from, to) = (of.hours.from().to_string(), of.hours.to().to_string());
        for (key, text) in [("name", of.name.clone()), ("from", from), ("to", to)] {
            one.insert(key.to_owned(), Value::String(text));
        }
        Value::Table(one)
    });
    table.insert(BREAKS.to_owned(), Value::Array(breaks.collect()));
    table.to_string()
}

/// What the text of a file would change.
///
/// # Errors
/// [`BadBundle`]; what the file does not say stays as it is.
pub fn plan(text: &str, config: &Config, breaks: &[MealBreak]) -> Result<Plan, BadBundle> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut table: Table = text.parse().map_err(|wrong: toml::de::Error| {
        let before = wrong.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.get(..before).unwrap_or_default().matches('\n').count();
        BadBundle::Broken {
            line: line + 1,
            reason: wrong.message().to_owned(),
        }
    })?;
    match table.remove(MARK) {
        Some(Value::Integer(VERSION)) => {}
        Some(Value::Integer(newer)) if newer > VERSION => return Err(BadBundle::Newer(newer)),
        _ => return Err(BadBundle::NotOurs),
    }
    let wanted_breaks = table
        .remove(BREAKS)
        .map(|of| read_breaks(&of))
        .transpose()?;
    let mut keys = std::collections::BTreeMap::new();
    super::entry::flatten(&mut keys, "", table);
    let mut wanted = config.clone();
    let mut left_out = Vec::new();
    for (key, value) in keys {
        if is_of_machine(&key) {
            left_out.push(key);
            continue;
        }
        let Some(entry) = Entry::of(&key) else {
            return Err(BadBundle::Unknown(key));
        };
        let text = entry.shown(&value);
        // A shop that nobody named yet is not asked for its name by its own file.
        if text == entry.text(config) {
            continue;
        }
        let set = entry.set(&mut wanted, &text);
        set.map_err(|fault| BadBundle::Wrong { key, fault })?;
    }
    let mut changes = changes(config, &wanted);
    let breaks_after = wanted_breaks.filter(|wanted| wanted != breaks);
    if let Some(after) = &breaks_after {
        changes.push(Change {
            key: BREAKS_KEY.to_owned(),
            before: said(breaks),
            after: said(after),
        });
    }
    Ok(Plan {
        config: wanted,
        breaks: breaks_after,
        changes,
        left_out,
    })
}

fn said(breaks: &[MealBreak]) -> String {
    let all: Vec<String> = breaks
        .iter()
        .map(|of| format!("{} {}", of.name, of.hours))
        .collect();
    all.join(SEPARATOR)
}

fn read_breaks(value: &Value) -> Result<Vec<MealBreak>, BadBundle> {
    let all = value.as_array().ok_or(BadBundle::Breaks)?;
    let breaks = all.iter().map(read_break).collect::<Option<Vec<_>>>();
    let mut breaks = breaks
        .filter(|of| of.len() <= BREAKS_MAX)
        .ok_or(BadBundle::Breaks)?;
    breaks.sort_by_key(|of| (of.hours.from(), of.hours.to()));
    let overlap = breaks
        .windows(2)
        .any(|two| two[1].hours.from() < two[0].hours.to());
    match overlap {
        true => Err(BadBundle::Breaks),
        false => Ok(breaks),
    }
}

fn read_break(value: &Value) -> Option<MealBreak> {
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::trim);
    let minute = |key: &str| Minute::parse(text(key)?).ok();
    let name = text("name").filter(|name| !name.is_empty() && name.chars().count() <= 30)?;
    let hours = Hours::new(minute("from")?, minute("to")?).ok()?;
    Some(MealBreak {
        name: name.to_owned(),
        hours,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recess() -> MealBreak {
        let minute = |text| Minute::parse(text).unwrap();
        MealBreak {
            name: "Recreo".into(),
            hours: Hours::new(minute("9:30"), minute("9:50")).unwrap(),
        }
    }

    fn own() -> Config {
        let mut config = Config::default();
        for (key, text) in [
            ("shop.name", "Cantina Ñandutí"),
            ("shop.ruc", "80009735-1"),
            ("shift.tolerance", "7.000"),
            ("calendar.days_off", "8/12, 13/7/2026 - 24/7/2026"),
            (
                "reports.folder",
                if cfg!(windows) { "C:\\Nube" } else { "/nube" },
            ),
        ] {
            Entry::of(key).unwrap().set(&mut config, text).unwrap();
        }
        "/dev/ttyUSB7".clone_into(&mut config.printer.address);
        config
    }

    #[test]
    fn what_is_exported_makes_another_till_like_it_but_for_the_machine() {
        let text = bundle(&own(), &[recess()]);
        assert!(
            !text.contains("ttyUSB7") && !text.contains("nube"),
            "{text}"
        );
        let other = plan(&text, &Config::default(), &[]).unwrap();
        assert_eq!(other.config.shop, own().shop);
        assert_eq!(other.config.shift, own().shift);
        assert_eq!(other.config.calendar, own().calendar);
        assert_eq!(other.config.printer, Config::default().printer);
        assert_eq!(other.breaks, Some(vec![recess()]));
        let same = plan(&text, &own(), &[recess()]).unwrap();
        assert_eq!((same.changes, same.config), (vec![], own()));
    }

    #[test]
    fn what_the_file_says_of_a_machine_is_left_out_and_named() {
        let text = "cantina_settings = 1\n[printer]\naddress = \"COM3\"\n[shift]\nblind = false\n";
        let plan = plan(text, &Config::default(), &[]).unwrap();
        assert_eq!(plan.left_out, ["printer.address"]);
        let keys: Vec<_> = plan.changes.iter().map(|of| of.key.as_str()).collect();
        assert_eq!(keys, ["shift.blind"]);
    }

    #[test]
    fn a_file_that_makes_no_sense_is_refused_as_a_whole_and_says_where() {
        let wrong = |key: &str, fault| BadBundle::Wrong {
            key: key.into(),
            fault,
        };
        for (text, why) in [
            ("locale = \"es-PY\"", BadBundle::NotOurs),
            ("cantina_settings = 2", BadBundle::Newer(2)),
            (
                "cantina_settings = 1\nhologram = true",
                BadBundle::Unknown("hologram".into()),
            ),
            (
                "cantina_settings = 1\nlock_minutes = 9999",
                wrong("lock_minutes", Fault::Range(0, 1_440)),
            ),
            (
                "cantina_settings = 1\n[shift]\nblind = false\ntolerance = \"x\"",
                wrong("shift.tolerance", Fault::Money),
            ),
            (
                "cantina_settings = 1\nbreaks = [{ name = \"x\", from = \"9:50\", to = \"9:30\" }]",
                BadBundle::Breaks,
            ),
        ] {
            assert_eq!(plan(text, &Config::default(), &[]), Err(why), "{text}");
        }
        let broken = plan("cantina_settings = 1\n[shop\n", &Config::default(), &[]);
        assert!(
            matches!(broken, Err(BadBundle::Broken { line: 2, .. })),
            "{broken:?}"
        );
    }
}
