//! What one model of printer understands.

use serde::{Deserialize, Serialize};

use super::document::Paper;
use super::letters::CodePage;
use super::logo::Memory;
use super::talk::{Answers, Barrier, StatusBy, Talk};
use crate::settings;

pub use crate::settings::{Cut, LineFeed};

/// What one model of printer understands; what is not said is as on most models.
///
/// ```
/// # use cantina::printing::Profile;
/// let profile: Profile = toml::from_str("name = '58 mm'\npaper = 32\ncut = 'none'").unwrap();
/// assert_eq!(profile.paper.columns(), 32);
/// assert_eq!(profile.code_page.table, 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// The name of its file, without its ending.
    #[serde(skip)]
    pub id: String,
    /// What people call the model.
    pub name: String,
    /// The width of its paper.
    pub paper: Paper,
    /// Its table of letters for Spanish.
    pub code_page: CodePage,
    /// Tables to try where accents come out wrong, in this order.
    pub other_pages: Vec<CodePage>,
    /// How it cuts.
    pub cut: Cut,
    /// How its lines end.
    pub line_feed: LineFeed,
    /// How it opens the drawer.
    pub drawer: Drawer,
    /// How it draws what is scanned.
    pub barcode: Bars,
    /// How it keeps a picture.
    pub logo: Memory,
    /// How it tells how it is, where it answers at all.
    pub status: StatusBy,
    /// How it tells that a job is done, where it answers at all.
    pub barrier: Barrier,
    /// Whether it answers; the settings say it, not the model.
    #[serde(skip)]
    pub answers: settings::Answers,
}

impl Profile {
    /// How one talks with such a printer.
    #[must_use]
    pub const fn talk(&self) -> Talk {
        Talk {
            answers: match self.answers {
                settings::Answers::Auto => Answers::Ask,
                settings::Answers::Always => Answers::Always,
                settings::Answers::Never => Answers::Never,
            },
            status: self.status,
            barrier: self.barrier,
        }
    }

    /// This model as it was set up.
    #[must_use]
    pub fn set_up(mut self, printer: &settings::Printer) -> Self {
        self.paper = match printer.columns {
            settings::Columns::C48 => Paper::Columns48,
            settings::Columns::C42 => Paper::Columns42,
            settings::Columns::C32 => Paper::Columns32,
        };
        self.code_page = CodePage {
            page: printer.code_page.number(),
            table: printer.code_page_number,
        };
        self.cut = printer.cut.unwrap_or(self.cut);
        self.line_feed = printer.line_feed.unwrap_or(self.line_feed);
        self.answers = printer.answers;
        self
    }
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            id: "generic-80".to_owned(),
            name: "generic".to_owned(),
            paper: Paper::default(),
            code_page: CodePage::PC850,
            other_pages: Vec::new(),
            cut: Cut::default(),
            line_feed: LineFeed::default(),
            drawer: Drawer::default(),
            barcode: Bars::default(),
            logo: Memory::default(),
            status: StatusBy::default(),
            barrier: Barrier::default(),
            answers: settings::Answers::default(),
        }
    }
}

/// How a model draws what is scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bars {
    /// CODE128 by `GS k 73`: every model that we know.
    #[default]
    Code128,
    /// Not at all: only the letters are printed.
    None,
}

/// The pulse that opens the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Drawer {
    /// Which line of the drawer's plug: 0 is pin 2, 1 is pin 5.
    pub line: u8,
    /// How long the pulse lasts, in units of 2 ms.
    pub on_2ms: u8,
    /// How long until the next may start, in units of 2 ms.
    pub off_2ms: u8,
}

impl Default for Drawer {
    /// Pin 2, 50 ms, then 500 ms.
    fn default() -> Self {
        Self {
            line: 0,
            on_2ms: 0x19,
            off_2ms: 0xFA,
        }
    }
}
