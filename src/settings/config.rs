//! `config.toml`: how this till is set up.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use super::{
    Accounts, Answers, Backup, Cut, Error, FirstDay, LineFeed, Reports, Scanner, Shift,
    replace_file,
};
use crate::domain::metrics::{Calendar, Thresholds};
use crate::domain::receipt::Shop;
use crate::domain::{Locale, TillId};

/// How this till is set up. What the file does not say is as in [`Config::default`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    /// The language of the screens and of the ticket.
    pub locale: Locale,
    /// Whether the till makes sounds.
    pub sounds: bool,
    /// Whether the till reads alerts out loud.
    pub read_aloud: bool,
    /// When an untouched till asks for a PIN again.
    pub lock_minutes: LockAfter,
    /// Whose canteen it is, as on the ticket.
    pub shop: Shop,
    /// Which till it is.
    pub till: Till,
    /// The receipt printer.
    pub printer: Printer,
    /// How the screens look.
    pub appearance: Appearance,
    /// How backups are made.
    pub backup: Backup,
    /// How the cash drawer is kept.
    pub shift: Shift,
    /// How pupils' accounts are kept.
    pub accounts: Accounts,
    /// When the school is open.
    pub calendar: Calendar,
    /// When the dashboard warns.
    pub alerts: Thresholds,
    /// What is written of the dashboard by itself.
    pub reports: Reports,
    /// How a scanner is told from a person.
    pub scanner: Scanner,
    /// The list of the first day.
    pub first_day: FirstDay,
}

/// Which of the canteen's tills this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Till {
    /// On every fact it makes; no two tills of a canteen share it.
    pub number: TillId,
    /// What people call it; empty to call it by its number.
    pub name: String,
}

/// The receipt printer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Printer {
    /// Where it is, such as `/dev/ttyUSB0` or `COM3`; empty for none.
    pub address: String,
    /// How many letters fit on a line.
    pub columns: Columns,
    /// The letters it knows.
    pub code_page: CodePage,
    /// The number by which the printer selects that page (`ESC t n`); it differs between models.
    pub code_page_number: u8,
    /// Its model, by the name of its profile (`assets/printers/`, `printers/` in the data folder): what
    /// the keys above and below do not say.
    pub profile: String,
    /// How it cuts, where it is not as its model does.
    pub cut: Option<Cut>,
    /// How its lines end, where it is not as its model wants it.
    pub line_feed: Option<LineFeed>,
    /// Whether it answers.
    pub answers: Answers,
}

/// How the screens look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Appearance {
    /// Light or dark.
    pub theme: Theme,
    /// How large everything is.
    pub scale: Scale,
    /// Whether the till covers the whole screen.
    pub fullscreen: bool,
    /// When there is a keyboard on the screen.
    pub touch_keyboard: TouchKeyboard,
}

/// When there is a keyboard on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TouchKeyboard {
    /// Where a finger pressed what is written into, or somebody asked for it.
    #[default]
    Automatic,
    /// Wherever something is written into.
    Always,
    /// Never.
    Never,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark letters on light ground.
    #[default]
    Light,
    /// Light letters on dark ground.
    Dark,
}

/// How many letters of the printer's normal font fit on a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub enum Columns {
    /// 80 mm paper, font A on most models.
    #[default]
    C48,
    /// 80 mm paper with wider margins.
    C42,
    /// 58 mm paper.
    C32,
}

/// The printer's table of letters. None has the guaraní's sign; all of Spanish is in each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum CodePage {
    /// Latin 1 of DOS; nearly every printer has it as number 2.
    #[default]
    Pc850,
    /// PC850 with the euro; number 19 on Epson, others elsewhere.
    Pc858,
    /// Portuguese: all of Spanish but for a few; number 3 on most.
    Pc860,
    /// The first PC's: Á, Í, Ó and Ú come out plain; number 0 on all.
    Pc437,
}

/// How large everything is: 100 to 200 per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Scale(u8);

/// After how many minutes an untouched till asks for a PIN again: 1 to 1440, or 0 for never.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct LockAfter(u16);

/// A number that is none of those allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{found} is not {allowed}")]
pub struct BadRange {
    pub(super) found: i64,
    pub(super) allowed: &'static str,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            locale: Locale::SOURCE,
            sounds: true,
            read_aloud: false,
            lock_minutes: LockAfter(10),
            shop: Shop::default(),
            till: Till::default(),
            printer: Printer::default(),
            appearance: Appearance::default(),
            backup: Backup::default(),
            shift: Shift::default(),
            accounts: Accounts::default(),
            calendar: Calendar::default(),
            alerts: Thresholds::default(),
            reports: Reports::default(),
            scanner: Scanner::default(),
            first_day: FirstDay::default(),
        }
    }
}

impl Default for Till {
    fn default() -> Self {
        Self {
            number: TillId(1),
            name: String::new(),
        }
    }
}

impl Default for Printer {
    fn default() -> Self {
        Self {
            address: String::new(),
            columns: Columns::C48,
            code_page: CodePage::Pc850,
            code_page_number: 2,
            profile: "generic-80".to_owned(),
            cut: None,
            line_feed: None,
            answers: Answers::Auto,
        }
    }
}

impl Default for Appearance {
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            scale: Scale::WHOLE,
            fullscreen: false,
            touch_keyboard: TouchKeyboard::Automatic,
        }
    }
}

/// So much of a line that makes no sense is quoted, in letters.
const QUOTED_MAX: usize = 60;

/// Keys that are in the file only while they have a value: section and key.
const OPTIONAL: [(&str, &str); 3] = [
    ("shop", "ruc"),
    ("printer", "cut"),
    ("printer", "line_feed"),
];

impl Config {
    /// Reads the settings; without a file they are the defaults.
    ///
    /// # Errors
    /// [`Error::Broken`] names the line of what makes no sense, and the file is kept as it is;
    /// [`Error::NotReadable`].
    pub fn load(file: &Path) -> Result<Self, Error> {
        read(file).map(Option::unwrap_or_default)
    }

    /// Writes the settings so that a power cut leaves the old ones or the new ones.
    ///
    /// Keys that this version does not know, as a newer one may have written, stay in the file.
    ///
    /// # Errors
    /// [`Error::NotSaved`]; [`Error::Broken`] or [`Error::NotReadable`] if the file there makes no sense:
    /// what a technician wrote is never overwritten by defaults. The file is kept as it is.
    pub fn save(&self, file: &Path) -> Result<(), Error> {
        Self::load(file)?;
        let mut table: Table = read(file)?.unwrap_or_default();
        for (section, key) in OPTIONAL {
            if let Some(Value::Table(section)) = table.get_mut(section) {
                section.remove(key);
            }
        }
        let written = Table::try_from(self)
            .map_err(io::Error::other)
            .and_then(|own| {
                merge(&mut table, own);
                replace_file(file, table.to_string().as_bytes())
            });
        written.map_err(|cause| {
            let file = file.to_owned();
            Error::NotSaved { file, cause }
        })
    }
}

/// `None` without a file. A BOM, which Notepad writes, does not count.
fn read<T: for<'de> Deserialize<'de>>(file: &Path) -> Result<Option<T>, Error> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(cause) => {
            let file = file.to_owned();
            return Err(Error::NotReadable { file, cause });
        }
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    toml::from_str(text).map(Some).map_err(|wrong| {
        let before = wrong.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.get(..before).unwrap_or_default().matches('\n').count();
        let said = text.lines().nth(line).unwrap_or_default().trim();
        Error::Broken {
            file: file.to_owned(),
            line: 1 + line,
            text: said.chars().take(QUOTED_MAX).collect(),
            reason: wrong.message().to_owned(),
        }
    })
}

fn merge(into: &mut Table, own: Table) {
    for (key, value) in own {
        match (into.get_mut(&key), value) {
            (Some(Value::Table(section)), Value::Table(own)) => merge(section, own),
            (_, value) => drop(into.insert(key, value)),
        }
    }
}

impl CodePage {
    /// Every table, the likeliest first.
    pub const ALL: [Self; 4] = [Self::Pc850, Self::Pc858, Self::Pc860, Self::Pc437];

    /// The table's own number.
    #[must_use]
    pub const fn number(self) -> u16 {
        match self {
            Self::Pc850 => 850,
            Self::Pc858 => 858,
            Self::Pc860 => 860,
            Self::Pc437 => 437,
        }
    }
}

impl Columns {
    /// Every width, widest first.
    pub const ALL: [Self; 3] = [Self::C48, Self::C42, Self::C32];

    /// How many letters.
    #[must_use]
    pub const fn count(self) -> usize {
        match self {
            Self::C48 => 48,
            Self::C42 => 42,
            Self::C32 => 32,
        }
    }
}

impl Scale {
    /// 100 %.
    pub const WHOLE: Self = Self(100);

    /// Takes so many per cent.
    ///
    /// # Errors
    /// [`BadRange`] unless it is 100 to 200.
    pub fn percent(percent: i64) -> Result<Self, BadRange> {
        let allowed = "a scale of 100 to 200 per cent";
        let in_range = u8::try_from(percent)
            .ok()
            .filter(|scale| (100..=200).contains(scale));
        in_range.map(Self).ok_or(BadRange {
            found: percent,
            allowed,
        })
    }

    /// In whole per cent.
    #[must_use]
    pub const fn in_percent(self) -> u8 {
        self.0
    }

    /// As the factor that a window is drawn with: 1.0 to 2.0.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl LockAfter {
    /// Takes so many minutes; 0 for never.
    ///
    /// # Errors
    /// [`BadRange`] unless it is 0 to 1440.
    pub fn minutes(minutes: i64) -> Result<Self, BadRange> {
        let allowed = "0 (never) to 1440 minutes";
        let in_range = u16::try_from(minutes)
            .ok()
            .filter(|minutes| *minutes <= 1_440);
        in_range.map(Self).ok_or(BadRange {
            found: minutes,
            allowed,
        })
    }

    /// In minutes; 0 for never.
    #[must_use]
    pub const fn in_minutes(self) -> u16 {
        self.0
    }

    /// In milliseconds; `None` for never.
    #[must_use]
    pub fn in_millis(self) -> Option<i64> {
        (self.0 > 0).then(|| i64::from(self.0) * 60_000)
    }
}

impl TryFrom<i64> for Columns {
    type Error = BadRange;

    fn try_from(found: i64) -> Result<Self, BadRange> {
        let allowed = "48, 42 or 32 columns";
        Self::ALL
            .into_iter()
            .find(|columns| i64::from(*columns) == found)
            .ok_or(BadRange { found, allowed })
    }
}

impl From<Columns> for i64 {
    fn from(columns: Columns) -> Self {
        match columns {
            Columns::C48 => 48,
            Columns::C42 => 42,
            Columns::C32 => 32,
        }
    }
}

impl TryFrom<i64> for Scale {
    type Error = BadRange;

    fn try_from(percent: i64) -> Result<Self, BadRange> {
        Self::percent(percent)
    }
}

impl From<Scale> for i64 {
    fn from(scale: Scale) -> Self {
        scale.0.into()
    }
}

impl TryFrom<i64> for LockAfter {
    type Error = BadRange;

    fn try_from(minutes: i64) -> Result<Self, BadRange> {
        Self::minutes(minutes)
    }
}

impl From<LockAfter> for i64 {
    fn from(lock: LockAfter) -> Self {
        lock.0.into()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::*;
    use crate::domain::ruc::Ruc;

    fn written(text: &str) -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        fs::write(&file, text).unwrap();
        (folder, file)
    }

    fn cantina_tita() -> Config {
        let mut config = Config {
            locale: Locale::PtBr,
            ..Config::default()
        };
        config.shop.name = "Cantina \"Tita\"".to_owned();
        config.shop.ruc = Some(Ruc::parse("80009735-1").unwrap());
        config.appearance.scale = Scale::percent(150).unwrap();
        config.printer.columns = Columns::C32;
        config
    }

    #[test]
    fn without_a_file_and_with_an_empty_one_the_defaults_hold() {
        let (_folder, file) = written("");
        assert_eq!(Config::load(&file).unwrap(), Config::default());
        fs::remove_file(&file).unwrap();
        assert_eq!(Config::load(&file).unwrap(), Config::default());
    }

    #[test]
    fn what_was_saved_is_read_back() {
        let (_folder, file) = written("");
        cantina_tita().save(&file).unwrap();
        assert_eq!(Config::load(&file).unwrap(), cantina_tita());
    }

    #[test]
    fn a_ruc_taken_away_is_gone_from_the_file() {
        let (_folder, file) = written("");
        let mut config = cantina_tita();
        config.save(&file).unwrap();
        config.shop.ruc = None;
        config.save(&file).unwrap();
        assert_eq!(Config::load(&file).unwrap(), config);
    }

    #[test]
    fn what_a_newer_version_wrote_survives_a_save() {
        let (_folder, file) =
            written("hologram = true\n[printer]\nsmell = \"pan\"\ncolumns = 42\n");
        let config = Config::load(&file).unwrap();
        assert_eq!(config.printer.columns, Columns::C42);
        config.save(&file).unwrap();
        let table: Table = fs::read_to_string(&file).unwrap().parse().unwrap();
        assert_eq!(table["hologram"], Value::Boolean(true));
        assert_eq!(table["printer"]["smell"].as_str(), Some("pan"));
    }

    #[test]
    fn a_broken_file_is_named_by_its_line_and_kept_as_it_is() {
        for (text, at) in [
            ("locale = \"es-PY\"\nsounds = maybe\n", 2),
            ("\n\n[printer]\ncolumns = 40\n", 4),
            ("[appearance]\nscale = 90\n", 2),
            ("[shop]\nname = \"x\"\nruc = \"80009735-2\"\n", 3),
            ("locale = \"qu\"", 1),
            ("lock_minutes = 1441", 1),
            ("[shop\n", 1),
            ("[backup]\ntime = \"25:00\"\n", 2),
            ("[backup]\nkeep_days = 0\n", 2),
        ] {
            let (_folder, file) = written(text);
            match Config::load(&file) {
                Err(Error::Broken { line, .. }) => assert_eq!(line, at, "{text}"),
                other => panic!("{text} was read as {other:?}"),
            }
            assert!(Config::default().save(&file).is_err());
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
    }

    #[test]
    fn notepads_bom_does_no_harm() {
        let (_folder, file) = written("\u{feff}sounds = false\r\n");
        assert!(!Config::load(&file).unwrap().sounds);
    }

    #[test]
    fn bytes_that_are_no_text_are_an_error_and_not_a_loss() {
        let (_folder, file) = written("");
        fs::write(&file, b"name = \"\xff\"").unwrap();
        assert!(matches!(
            Config::load(&file),
            Err(Error::NotReadable { .. })
        ));
        assert!(Config::default().save(&file).is_err());
        assert_eq!(fs::read(&file).unwrap(), b"name = \"\xff\"");
    }
}
