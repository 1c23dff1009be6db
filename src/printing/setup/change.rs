//! What came out wrong, and the one thing that is changed about it.

use crate::printing::Profiles;
use crate::printing::letters::CodePage;
use crate::settings::{self, Columns, Cut, LineFeed};

/// What came out wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Letters with accents.
    Letters,
    /// The cut.
    Cut,
    /// Lines break, or end before the edge.
    Width,
    /// Lines stand in one another, or begin in the middle.
    LineFeed,
    /// Nothing came out: there is help, and nothing to change.
    Nothing,
}

impl Trouble {
    /// Every one.
    pub const ALL: [Self; 5] = [
        Self::Letters,
        Self::Cut,
        Self::Width,
        Self::LineFeed,
        Self::Nothing,
    ];

    /// The key of its button.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Letters => "setup-trouble-letters",
            Self::Cut => "setup-trouble-cut",
            Self::Width => "setup-trouble-width",
            Self::LineFeed => "setup-trouble-line-feed",
            Self::Nothing => "setup-trouble-nothing",
        }
    }
}

/// One thing that was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Another table of letters.
    Letters(CodePage),
    /// Another cut.
    Cut(Cut),
    /// Another width.
    Width(Columns),
    /// Another end of lines.
    LineFeed(LineFeed),
}

impl Change {
    /// Makes it.
    pub(super) fn apply(self, draft: &mut settings::Printer) {
        match self {
            Self::Letters(letters) => {
                let known = settings::CodePage::ALL.into_iter();
                if let Some(page) = known.into_iter().find(|page| page.number() == letters.page) {
                    draft.code_page = page;
                    draft.code_page_number = letters.table;
                }
            }
            Self::Cut(cut) => draft.cut = Some(cut),
            Self::Width(columns) => draft.columns = columns,
            Self::LineFeed(line_feed) => draft.line_feed = Some(line_feed),
        }
    }
}

/// The next thing to try; `None` where nothing is to be changed. After the last comes the first again.
pub(super) fn next(
    trouble: Trouble,
    draft: &settings::Printer,
    profiles: &Profiles,
) -> Option<Change> {
    let now = profiles.of(draft);
    Some(match trouble {
        Trouble::Letters => {
            let model = profiles.get(&draft.profile).cloned().unwrap_or_default();
            let pages: Vec<CodePage> = std::iter::once(model.code_page)
                .chain(model.other_pages)
                .collect();
            Change::Letters(after(&pages, &now.code_page))
        }
        Trouble::Cut => Change::Cut(after(&Cut::ALL, &now.cut)),
        Trouble::Width => Change::Width(after(&Columns::ALL, &draft.columns)),
        Trouble::LineFeed => Change::LineFeed(now.line_feed.other()),
        Trouble::Nothing => return None,
    })
}

/// The one after this; the first after the last, and for one that is not among them.
fn after<T: Copy + PartialEq>(all: &[T], now: &T) -> T {
    let at = all.iter().position(|one| one == now);
    all[at.map_or(0, |at| (at + 1) % all.len())]
}
