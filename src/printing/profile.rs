//! What one model of printer understands.

use serde::{Deserialize, Serialize};

use super::document::Paper;
use super::letters::CodePage;
use crate::settings;

/// What one model of printer understands; what is not said is as on most models.
///
/// ```
/// # use cantina::printing::Profile;
/// let profile: Profile = toml::from_str("name = '58 mm'\npaper = 32\ncut = 'none'").unwrap();
/// assert_eq!(profile.paper.columns(), 32);
/// assert_eq!(profile.code_page.table, 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profile {
    /// What people call the model.
    pub name: String,
    /// The width of its paper.
    pub paper: Paper,
    /// Its table of letters for Spanish.
    pub code_page: CodePage,
    /// How it cuts.
    pub cut: Cut,
    /// How it opens the drawer.
    pub drawer: Drawer,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            name: "generic".to_owned(),
            paper: Paper::default(),
            code_page: CodePage::PC850,
            cut: Cut::default(),
            drawer: Drawer::default(),
        }
    }
}

impl From<&settings::Printer> for Profile {
    /// What the settings say; the rest as on most models.
    fn from(printer: &settings::Printer) -> Self {
        Self {
            paper: match printer.columns {
                settings::Columns::C48 => Paper::Columns48,
                settings::Columns::C42 => Paper::Columns42,
                settings::Columns::C32 => Paper::Columns32,
            },
            code_page: CodePage {
                page: match printer.code_page {
                    settings::CodePage::Pc850 => 850,
                    settings::CodePage::Pc858 => 858,
                },
                table: printer.code_page_number,
            },
            ..Self::default()
        }
    }
}

/// How a printer cuts its paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cut {
    /// It has no knife: feeds until the last line is past the tear bar.
    None,
    /// Feeds and leaves one point uncut, so that the ticket does not fall.
    #[default]
    Partial,
    /// Feeds and cuts through.
    Full,
}

/// The pulse that opens the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn untouched_settings_are_the_generic_profile() {
        let untouched = settings::Config::default().printer;
        assert_eq!(Profile::from(&untouched), Profile::default());
    }
}
