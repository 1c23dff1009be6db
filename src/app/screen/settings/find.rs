//! Looking for a setting by its name: accents and one typo do not matter.

use iced::{Alignment, Length};

use super::view::title_key;
use super::{Message, Page, sheet_view};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};
use crate::app::widget::{Column, Element, Row, card, field, press, scroll, text};
use crate::domain::search::{Index, Item};
use crate::i18n::I18n;
use crate::settings::{ENTRIES, Group};
use crate::till::setting::{label, word};

/// The most letters that are looked for.
const QUERY_MAX: usize = 40;
/// The most that are listed.
const FOUND_MAX: usize = 12;

/// What can be set on a page of its own making, and is no key of the file.
const ELSEWHERE: [(&str, Page); 20] = [
    ("rounding", Page::Taxes),
    ("iva", Page::Taxes),
    ("tenders", Page::Tenders),
    ("commission", Page::Tenders),
    ("tender_drawer", Page::Tenders),
    ("breaks", Page::Hours),
    ("printer", Page::Printer),
    ("paper", Page::Printer),
    ("logo", Page::Printer),
    ("backup_now", Page::Backup),
    ("users", Page::Users),
    ("roles", Page::Users),
    ("rights", Page::Users),
    ("pin", Page::Users),
    ("lists", Page::Lists),
    ("selfcheck", Page::Safety),
    ("policy", Page::Policy),
    ("own", Page::Own),
    ("audit", Page::Audit),
    ("transfer", Page::Transfer),
];

/// The rules that are the law's: shown, and not set.
pub(super) const FIXED: [&str; 2] = ["rounding", "iva"];

/// What is looked for, and what was found last.
#[derive(Debug, Clone, Default)]
pub(super) struct Find {
    pub(super) query: String,
    pub(super) marked: Option<&'static str>,
}

impl Find {
    pub(super) fn typed(&mut self, query: &str) {
        self.query = query.chars().take(QUERY_MAX).collect();
    }

    /// The list of pages again.
    pub(super) fn clear(&mut self) {
        self.query.clear();
    }

    /// What is found: searched once for the field and the list below it.
    pub(super) fn found(&self, words: &I18n) -> Vec<(&'static str, Page)> {
        found(&self.query, words)
    }

    /// The field on top, and below it what is found; nothing below while nothing is looked for.
    pub(super) fn field<'a>(
        &self,
        found: &[(&'static str, Page)],
        words: &I18n,
    ) -> Element<'a, Message> {
        let first = found.first().copied();
        let typed = field(&words.text("settings-find"), &self.query).on_input(Message::FindTyped);
        let typed = match first {
            Some((key, page)) => typed.on_submit(Message::FoundPressed(key, page)),
            None => typed,
        };
        typed.into()
    }

    pub(super) fn results<'a>(
        &self,
        found: &[(&'static str, Page)],
        words: &I18n,
    ) -> Option<Element<'a, Message>> {
        if self.query.trim().is_empty() {
            return None;
        }
        if found.is_empty() {
            let told = [("query", self.query.trim().into())];
            let none = text::small(words.text_with("settings-find-none", &told));
            return Some(none.style(style::muted).into());
        }
        let rows = found.iter().map(|&(key, page)| {
            let both = Column::new()
                .push(text::strong(label(key, words)))
                .push(text::small(words.text(title_key(page))).style(style::muted));
            press(both)
                .on_press(Message::FoundPressed(key, page))
                .width(Length::Fill)
                .padding([space::S, space::M])
                .into()
        });
        let list = Column::with_children(rows).spacing(space::XS);
        Some(scroll(list).height(Length::Fill).into())
    }

    /// What was found, said on top of a page that has no line for it.
    pub(super) fn note<'a>(&self, words: &I18n) -> Option<Element<'a, Message>> {
        let key = self.marked?;
        let about = sheet_view::about(key, words);
        Some(sheet_view::mark(about.into(), true, words))
    }
}

/// Whether the page itself has a line for a setting, and marks it.
pub(super) fn has_line(key: &str, page: Page) -> bool {
    FIXED.contains(&key) || super::sheet::group(page).is_some() || matches!(page, Page::Display)
}

/// Everything that can be looked for, with its page.
fn everything() -> impl Iterator<Item = (&'static str, Page)> {
    let keys = ENTRIES
        .iter()
        .map(|entry| (entry.key, page_of(entry.group)));
    keys.chain(ELSEWHERE)
}

const fn page_of(group: Group) -> Page {
    match group {
        Group::Shop => Page::Shop,
        Group::Display => Page::Display,
        Group::Lock => Page::Hours,
        Group::Shift => Page::Shift,
        Group::Accounts => Page::Accounts,
        Group::Calendar => Page::Calendar,
        Group::Dashboard => Page::Dashboard,
        Group::Machine => Page::Machine,
        Group::Backup => Page::Backup,
        Group::Printer => Page::Printer,
    }
}

/// The settings that a query means, best first.
fn found(query: &str, words: &I18n) -> Vec<(&'static str, Page)> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let all: Vec<_> = everything().collect();
    let named = all.iter().map(|(key, page)| {
        let also = word(key, "-also");
        let also = if words.knows(&also) {
            words.text(&also)
        } else {
            String::new()
        };
        (
            label(key, words),
            format!("{also} {}", words.text(title_key(*page))),
        )
    });
    let named: Vec<(String, String)> = named.collect();
    let items = named.iter().enumerate().map(|(id, (name, category))| Item {
        id,
        name,
        category,
        codes: &[],
    });
    let hits = Index::new(items).find(query, FOUND_MAX);
    hits.into_iter()
        .filter_map(|at| all.get(at).copied())
        .collect()
}

/// What is the law's: said with its source, and that it is not set.
pub(super) fn fixed<'a>(marked: Option<&str>, words: &I18n) -> Element<'a, Message> {
    let lines = FIXED.map(|key| {
        let locked = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(icon(Icon::Lock, size::SMALL))
            .push(text::small(words.text("setting-fixed")));
        let line = sheet_view::about(key, words).push(locked);
        sheet_view::mark(line.into(), marked == Some(key), words)
    });
    let head = Column::new()
        .spacing(space::S)
        .push(text::lead(words.text("settings-taxes")))
        .push(text::small(words.text("settings-hint-taxes")).style(style::muted));
    let column = Column::new().spacing(space::L).push(head).extend(lines);
    scroll(card(column).width(Length::Fill)).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    fn keys(query: &str) -> Vec<&'static str> {
        let words = I18n::new(Locale::EsPy);
        found(query, &words)
            .into_iter()
            .map(|(key, _)| key)
            .collect()
    }

    #[test]
    fn a_setting_is_found_by_its_name_without_accents_and_with_a_typo() {
        assert_eq!(keys("redondeo")[0], "rounding");
        assert_eq!(keys("redondoe"), keys("redondeo"));
        for cash in ["cajón", "cajon", "CAJÓN"] {
            assert!(keys(cash).contains(&"tender_drawer"), "{:?}", keys(cash));
        }
        assert_eq!(keys("recarga minima")[0], "accounts.minimum_top_up");
        assert!(keys("feriados").contains(&"calendar.days_off"));
        assert!(keys("xyzzy").is_empty() && keys(" ").is_empty());
    }

    #[test]
    fn everything_that_can_be_looked_for_has_its_name_and_its_sentence_in_every_language() {
        for locale in Locale::ALL {
            let words = I18n::new(locale);
            for (key, page) in everything() {
                for end in ["", "-what"] {
                    assert!(words.knows(&word(key, end)), "{key}{end}");
                }
                assert!(words.knows(title_key(page)));
            }
        }
    }

    #[test]
    fn every_setting_finds_itself() {
        let words = I18n::new(Locale::EsPy);
        for (key, _) in everything() {
            let name = label(key, &words);
            assert!(keys(&name).contains(&key), "{key}: {name}");
        }
    }
}
