//! The models of printer that the house knows, and those that a canteen describes itself.

use std::fs;
use std::path::{Path, PathBuf};

use super::profile::{LineFeed, Profile};
use crate::i18n::I18n;
use crate::settings;

macro_rules! house {
    ($id:literal) => {
        (
            $id,
            include_str!(concat!("../../assets/printers/", $id, ".toml")),
        )
    };
}
/// The house's own, most common first: file and text.
const HOUSE: [(&str, &str); 8] = [
    house!("generic-80"),
    house!("generic-58"),
    house!("xp-80"),
    house!("epson-tm"),
    house!("bematech-mp4200"),
    house!("star-escpos"),
    house!("custom"),
    house!("epson-tm-old"),
];

/// No profile is larger than this.
const MAX_BYTES: u64 = 64 << 10;
/// A folder with more than this is some other folder.
const MAX_FILES: usize = 200;
/// No printer has this many tables.
const MAX_PAGES: usize = 32;

/// Every model that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profiles {
    all: Vec<Profile>,
    refused: Vec<BadProfile>,
}

/// A file that describes no printer. The others are read all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}, line {line}: {fault}", file.display())]
pub struct BadProfile {
    /// Which.
    pub file: PathBuf,
    /// Where, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a file that should describe a printer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The system does not give it, in its words.
    #[error("{0}")]
    Unreadable(String),
    /// It is longer than any profile.
    #[error("the file is too long for a profile")]
    TooLong,
    /// Its name is not plain text.
    #[error("the file's name is not plain text")]
    FileName,
    /// It is no TOML, or has a key or value that no profile has, in the parser's words.
    #[error("{0}")]
    Words(String),
    /// The model has no name on one line.
    #[error("the model needs a name on one line")]
    NoName,
    /// No printer has so many tables of letters.
    #[error("too many tables of letters")]
    ManyPages,
    /// A table of letters that the till does not have.
    #[error("the tables of letters are 850, 858, 860 and 437")]
    UnknownPage,
    /// The drawer has no such line.
    #[error("the drawer's line is 0 (pin 2) or 1 (pin 5)")]
    DrawerLine,
}

impl Fault {
    /// The sentence for a person.
    #[must_use]
    pub fn told(&self, words: &I18n) -> String {
        match self {
            Self::Unreadable(cause) => {
                words.text_with("profile-unreadable", &[("cause", cause.into())])
            }
            Self::Words(cause) => words.text_with("profile-words", &[("cause", cause.into())]),
            Self::TooLong => words.text("profile-too-long"),
            Self::FileName => words.text("profile-file-name"),
            Self::NoName => words.text("profile-no-name"),
            Self::ManyPages => words.text("profile-many-pages"),
            Self::UnknownPage => words.text("profile-unknown-page"),
            Self::DrawerLine => words.text("profile-drawer-line"),
        }
    }
}

impl Profiles {
    /// The house's own alone.
    #[must_use]
    #[expect(
        clippy::missing_panics_doc,
        reason = "the house's profiles are part of the program, and a test reads each"
    )]
    pub fn house() -> Self {
        let all = HOUSE.iter().map(|(id, text)| {
            read(Path::new(id), id, text).expect("a test reads every profile of the house")
        });
        Self {
            all: all.collect(),
            refused: Vec::new(),
        }
    }

    /// The house's own and those of a folder; one with the name of a house's own takes its place.
    #[must_use]
    pub fn with(folder: &Path) -> Self {
        let mut profiles = Self::house();
        let found = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = found
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
            .take(MAX_FILES)
            .collect();
        files.sort();
        for file in files {
            match load(&file) {
                Ok(profile) => profiles.add(profile),
                Err(bad) => profiles.refused.push(bad),
            }
        }
        profiles
    }

    fn add(&mut self, profile: Profile) {
        match self.all.iter_mut().find(|known| known.id == profile.id) {
            Some(known) => *known = profile,
            None => self.all.push(profile),
        }
    }

    /// Every model.
    #[must_use]
    pub fn all(&self) -> &[Profile] {
        &self.all
    }

    /// The model of that name.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Profile> {
        self.all.iter().find(|profile| profile.id == id)
    }

    /// Files that were refused.
    #[must_use]
    pub fn refused(&self) -> &[BadProfile] {
        &self.refused
    }

    /// The printer as it is set up; one of an unknown model is as most are.
    #[must_use]
    pub fn of(&self, printer: &settings::Printer) -> Profile {
        let model = self.get(&printer.profile).cloned();
        model.unwrap_or_default().set_up(printer)
    }
}

fn load(file: &Path) -> Result<Profile, BadProfile> {
    let bad = |fault| BadProfile {
        file: file.to_owned(),
        line: 1,
        fault,
    };
    let unreadable = |error: std::io::Error| bad(Fault::Unreadable(error.to_string()));
    let size = fs::metadata(file).map_err(unreadable)?;
    if size.len() > MAX_BYTES {
        return Err(bad(Fault::TooLong));
    }
    let text = fs::read_to_string(file).map_err(unreadable)?;
    let id = file.file_stem().and_then(|stem| stem.to_str());
    let id = id.ok_or_else(|| bad(Fault::FileName))?;
    read(file, id, &text)
}

/// Reads one profile whole or refuses it with the line that is wrong.
fn read(file: &Path, id: &str, text: &str) -> Result<Profile, BadProfile> {
    let bad = |line: usize, fault: Fault| BadProfile {
        file: file.to_owned(),
        line,
        fault,
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut profile: Profile = toml::from_str(text).map_err(|wrong| {
        let before = wrong.span().map_or(0, |span| span.start.min(text.len()));
        let line = text.get(..before).unwrap_or_default().matches('\n').count();
        bad(1 + line, Fault::Words(wrong.message().to_owned()))
    })?;
    let line_of = |key: &str| {
        let found = text
            .lines()
            .position(|line| line.trim_start().starts_with(key));
        found.map_or(1, |line| line + 1)
    };
    if profile.name.trim().is_empty() || profile.name.chars().any(char::is_control) {
        return Err(bad(line_of("name"), Fault::NoName));
    }
    if profile.other_pages.len() > MAX_PAGES {
        return Err(bad(line_of("other-pages"), Fault::ManyPages));
    }
    let pages = std::iter::once(("code-page", profile.code_page)).chain(
        profile
            .other_pages
            .iter()
            .map(|page| ("other-pages", *page)),
    );
    for (key, page) in pages {
        let known = settings::CodePage::ALL
            .iter()
            .any(|known| known.number() == page.page);
        if !known {
            return Err(bad(line_of(key), Fault::UnknownPage));
        }
    }
    if profile.drawer.line > 1 {
        return Err(bad(line_of("line"), Fault::DrawerLine));
    }
    id.clone_into(&mut profile.id);
    Ok(profile)
}

impl Profile {
    /// What is written down when this model is chosen.
    #[must_use]
    pub fn choose(&self, printer: &settings::Printer) -> settings::Printer {
        let page = settings::CodePage::ALL
            .into_iter()
            .find(|known| known.number() == self.code_page.page);
        settings::Printer {
            columns: match self.paper.columns() {
                32 => settings::Columns::C32,
                42 => settings::Columns::C42,
                _ => settings::Columns::C48,
            },
            code_page: page.unwrap_or_default(),
            code_page_number: self.code_page.table,
            profile: self.id.clone(),
            cut: None,
            line_feed: None,
            ..printer.clone()
        }
    }

    /// How its lines end, as bytes.
    #[must_use]
    pub const fn line_end(&self) -> &'static [u8] {
        match self.line_feed {
            LineFeed::Lf => b"\n",
            LineFeed::Crlf => b"\r\n",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_profile_of_the_house_is_read_and_named() {
        let profiles = Profiles::house();
        assert_eq!(profiles.all().len(), HOUSE.len());
        for profile in profiles.all() {
            assert_ne!(profile.name, Profile::default().name, "{}", profile.id);
        }
    }

    #[test]
    fn untouched_settings_are_the_generic_profile() {
        let untouched = settings::Config::default().printer;
        let generic = Profiles::house().of(&untouched);
        let model = Profiles::house().get("generic-80").cloned();
        assert_eq!(Some(generic), model);
        let gone = settings::Printer {
            profile: "no such model".to_owned(),
            ..untouched
        };
        assert_eq!(Profiles::house().of(&gone), Profile::default());
    }

    #[test]
    fn choosing_a_model_and_setting_it_up_gives_that_model() {
        let profiles = Profiles::house();
        for profile in profiles.all() {
            let chosen = profile.choose(&settings::Printer::default());
            assert_eq!(profiles.of(&chosen), *profile);
        }
    }

    #[test]
    fn a_bad_file_is_refused_with_its_line_and_the_others_are_read() {
        let cases = [
            ("name = \"x\"\npaper = 40\n", 2),
            ("name = \"x\"\n\ncut = \"wild\"\n", 3),
            ("name = \"x\"\nsmell = 1\n", 2),
            ("name = \"x\"\ncode-page = { page = 1252, table = 16 }\n", 2),
            ("name = \"\"\n", 1),
            ("name = \"x\"\n[drawer]\nline = 2\n", 3),
            ("[", 1),
        ];
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("good.toml"),
            "name = \"Mía\"\npaper = 42\n",
        )
        .unwrap();
        for (at, (text, _)) in cases.iter().enumerate() {
            fs::write(folder.path().join(format!("z{at}.toml")), text).unwrap();
        }
        let profiles = Profiles::with(folder.path());
        assert_eq!(profiles.get("good").unwrap().paper.columns(), 42);
        let lines: Vec<usize> = profiles.refused().iter().map(|bad| bad.line).collect();
        assert_eq!(lines, cases.map(|(_, line)| line));
        assert!(profiles.refused()[0].file.ends_with("z0.toml"));
    }

    #[test]
    fn a_profile_of_the_canteens_own_takes_the_houses_place() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("xp-80.toml"), "name = \"La nuestra\"\n").unwrap();
        let profiles = Profiles::with(folder.path());
        assert_eq!(profiles.get("xp-80").unwrap().name, "La nuestra");
        assert_eq!(profiles.all().len(), HOUSE.len());
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in any::<String>()) {
            let _ = read(Path::new("x"), "x", &text);
        }

        #[test]
        fn a_profile_with_a_letter_changed_is_read_or_refused(
            which in 0..HOUSE.len(), at in any::<prop::sample::Index>(), letter in any::<char>(),
        ) {
            let mut letters: Vec<char> = HOUSE[which].1.chars().collect();
            let at = at.index(letters.len());
            letters[at] = letter;
            let _ = read(Path::new("x"), "x", &letters.into_iter().collect::<String>());
        }
    }

    #[test]
    #[ignore = "an hour: cargo test --lib profiles -- --ignored"]
    fn an_hour_of_broken_profiles_is_read_or_refused() {
        let start = std::time::Instant::now();
        let (mut runs, mut accepted, mut slowest) = (0_u64, 0_u64, std::time::Duration::ZERO);
        let mut state = 1_u64;
        let mut dice = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state >> 33).unwrap()
        };
        while start.elapsed() < std::time::Duration::from_secs(3_600) {
            let mut bytes = HOUSE[dice() % HOUSE.len()].1.as_bytes().to_vec();
            let other = HOUSE[dice() % HOUSE.len()].1.as_bytes();
            for _ in 0..=dice() % 8 {
                let at = dice() % bytes.len();
                match dice() % 4 {
                    0 => bytes[at] = u8::try_from(dice() % 256).unwrap(),
                    1 => bytes.truncate(at.max(1)),
                    2 => {
                        let from = dice() % other.len();
                        let to = (from + dice() % 80).min(other.len());
                        bytes.splice(at..at, other[from..to].iter().copied());
                    }
                    _ => bytes[at] = b"[]{}=\"'#,-.0987\n"[dice() % 16],
                }
            }
            let begun = std::time::Instant::now();
            let read = read(Path::new("x"), "x", &String::from_utf8_lossy(&bytes));
            slowest = slowest.max(begun.elapsed());
            accepted += u64::from(read.is_ok());
            runs += 1;
        }
        println!("profiles: {runs} files, {accepted} of them accepted, slowest {slowest:?}");
    }
}
