//! Pages of settings that are written line by line: what is typed counts once it is saved, what makes no
//! sense is refused at its line, and each goes back to what it was or to its default.

use std::collections::BTreeMap;

use super::Page;
use super::wanted::Wanted;
use crate::settings::{Config, ENTRIES, Entry, Fault, Group, Kind, SEPARATOR};
use crate::till::setting::Known;

/// The state of these pages.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    config: Config,
    was: BTreeMap<String, String>,
    draft: BTreeMap<&'static str, String>,
    /// What is being added to a list.
    adding: BTreeMap<&'static str, String>,
    /// The list whose addition was refused.
    tried: Option<&'static str>,
    asked: bool,
    pub(super) refused: Option<String>,
}

/// What happened on these pages.
#[derive(Debug, Clone)]
pub enum Message {
    /// A setting was written or chosen.
    Typed(&'static Entry, String),
    /// What is to be added to a list was written.
    Adding(&'static Entry, String),
    /// That is to be added.
    Added(&'static Entry),
    /// The part at this place of a list goes.
    Removed(&'static Entry, usize),
    /// A weekday was pressed, Monday 1.
    WeekdayPressed(&'static Entry, i64),
    /// Back to this text: the default, or what it was before.
    BackPressed(&'static Entry, String),
    /// What was written is to count.
    SavePressed,
    /// What was written is to be forgotten.
    UndoPressed,
}

/// The group of a page whose settings are written line by line.
pub(super) const fn group(page: Page) -> Option<Group> {
    match page {
        Page::Shift => Some(Group::Shift),
        Page::Accounts => Some(Group::Accounts),
        Page::Calendar => Some(Group::Calendar),
        Page::Dashboard => Some(Group::Dashboard),
        Page::Machine => Some(Group::Machine),
        _ => None,
    }
}

/// Its settings, in the order of the page.
pub(super) fn entries(group: Group) -> impl Iterator<Item = &'static Entry> {
    ENTRIES.iter().filter(move |entry| entry.group == group)
}

impl Sheet {
    /// As they stand now; what is written and not yet saved stays, unless it says the same.
    pub(super) fn stands(&mut self, known: Known) {
        (self.config, self.was) = (known.config, known.was);
        let config = &self.config;
        self.draft
            .retain(|key, text| Entry::of(key).is_some_and(|of| of.text(config) != *text));
        self.asked = false;
        self.refused = None;
    }

    /// What was asked is refused; what is in force stays.
    pub(super) fn refused(&mut self, why: String) {
        self.refused = Some(why);
        self.asked = false;
    }

    /// As a setting is in force.
    pub(super) fn saved(&self, entry: &Entry) -> String {
        entry.text(&self.config)
    }

    /// As it is written on the page.
    pub(super) fn text(&self, entry: &Entry) -> String {
        let draft = self.draft.get(entry.key).cloned();
        draft.unwrap_or_else(|| self.saved(entry))
    }

    pub(super) fn new_part(&self, entry: &Entry) -> &str {
        self.adding.get(entry.key).map_or("", String::as_str)
    }

    /// What it was before: what is in force while something else is written, else what it was before its
    /// last change; `None` where that is what is written or the default, which has its own way back.
    pub(super) fn before(&self, entry: &Entry) -> Option<String> {
        let (written, saved) = (self.text(entry), self.saved(entry));
        let before = match written == saved {
            true => self.was.get(entry.key).cloned()?,
            false => saved,
        };
        let known = before != written && before != entry.usual();
        (known && entry.fault(&before).is_none()).then_some(before)
    }

    /// What is wrong with what is written.
    pub(super) fn fault(&self, entry: &Entry) -> Option<Fault> {
        let written = self.draft.get(entry.key)?;
        entry.set(&mut self.config.clone(), written).err()
    }

    /// What is wrong with what was to be added to a list.
    pub(super) fn adding_fault(&self, entry: &Entry) -> Option<Fault> {
        let tried = self.tried == Some(entry.key);
        tried.then(|| self.with_new(entry).err()).flatten()
    }

    pub(super) fn is_changed(&self, group: Group) -> bool {
        !self.asked && entries(group).any(|entry| self.changed(entry).is_some())
    }

    pub(super) fn can_save(&self, group: Group) -> bool {
        self.is_changed(group) && entries(group).all(|entry| self.fault(entry).is_none())
    }

    fn changed(&self, entry: &Entry) -> Option<String> {
        let written = self.draft.get(entry.key)?;
        (*written != self.saved(entry)).then(|| written.clone())
    }

    /// The fields that a scan may have typed into.
    pub(super) fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        self.draft.values_mut().chain(self.adding.values_mut())
    }

    pub(super) fn update(&mut self, message: Message, group: Group) -> Option<Wanted> {
        if self.asked {
            return None;
        }
        match message {
            Message::Typed(entry, text) | Message::BackPressed(entry, text) => {
                self.write(entry, text);
            }
            Message::Adding(entry, text) => {
                self.tried = None;
                self.adding
                    .insert(entry.key, text.chars().take(40).collect());
            }
            Message::Added(entry) => self.add(entry),
            Message::Removed(entry, at) => self.remove(entry, at),
            Message::WeekdayPressed(entry, day) => self.press_weekday(entry, day),
            Message::SavePressed => return self.save(group),
            Message::UndoPressed => {
                for entry in entries(group) {
                    self.draft.remove(entry.key);
                    self.adding.remove(entry.key);
                }
                self.tried = None;
                self.refused = None;
            }
        }
        None
    }

    fn write(&mut self, entry: &'static Entry, text: String) {
        match text == self.saved(entry) {
            true => drop(self.draft.remove(entry.key)),
            false => drop(self.draft.insert(entry.key, text)),
        }
    }

    /// The list with what is to be added, as it would be written.
    fn with_new(&self, entry: &Entry) -> Result<String, Fault> {
        let new = self.new_part(entry).trim();
        if new.is_empty() {
            return Err(Fault::Missing);
        }
        let mut parts = self.parts(entry);
        // One at a time: what separates parts is no part of one.
        parts.push(new.replace([',', ';'], " "));
        let mut config = self.config.clone();
        entry.set(&mut config, &parts.join(SEPARATOR))?;
        Ok(entry.text(&config))
    }

    fn add(&mut self, entry: &'static Entry) {
        match self.with_new(entry) {
            Ok(text) => {
                self.adding.remove(entry.key);
                self.tried = None;
                self.write(entry, text);
            }
            Err(_) => self.tried = Some(entry.key),
        }
    }

    pub(super) fn parts(&self, entry: &Entry) -> Vec<String> {
        let text = self.text(entry);
        let parts = text.split(SEPARATOR).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    }

    fn remove(&mut self, entry: &'static Entry, at: usize) {
        let mut parts = self.parts(entry);
        if at < parts.len() {
            parts.remove(at);
            self.write(entry, parts.join(SEPARATOR));
        }
    }

    fn press_weekday(&mut self, entry: &'static Entry, day: i64) {
        let mut days: Vec<i64> = self
            .parts(entry)
            .iter()
            .filter_map(|of| of.parse().ok())
            .collect();
        match days.iter().position(|of| *of == day) {
            Some(at) => drop(days.remove(at)),
            None => days.push(day),
        }
        days.sort_unstable();
        let days: Vec<String> = days.iter().map(ToString::to_string).collect();
        self.write(entry, days.join(SEPARATOR));
    }

    fn save(&mut self, group: Group) -> Option<Wanted> {
        if !self.can_save(group) {
            return None;
        }
        let changed = entries(group).filter_map(|entry| Some((entry, self.changed(entry)?)));
        let changed: Vec<_> = changed.collect();
        self.asked = true;
        self.refused = None;
        Some(Wanted::Keep(changed))
    }
}

/// Whether it is a list to which parts are added.
pub(super) const fn is_list(entry: &Entry) -> bool {
    matches!(entry.kind, Kind::Amounts(_) | Kind::DaysOff | Kind::Terms)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(key: &str) -> &'static Entry {
        Entry::of(key).unwrap()
    }

    #[test]
    fn what_makes_no_sense_is_refused_at_its_line_and_the_old_value_stays() {
        let mut sheet = Sheet::default();
        let tolerance = entry("shift.tolerance");
        let _ = sheet.update(Message::Typed(tolerance, "mucho".into()), Group::Shift);
        assert_eq!(sheet.fault(tolerance), Some(Fault::Money));
        assert_eq!(sheet.update(Message::SavePressed, Group::Shift), None);
        assert_eq!(sheet.saved(tolerance), "10.000");
        let _ = sheet.update(Message::Typed(tolerance, "20000".into()), Group::Shift);
        let saved = sheet.update(Message::SavePressed, Group::Shift);
        assert_eq!(saved, Some(Wanted::Keep(vec![(tolerance, "20000".into())])));
        assert_eq!(
            sheet.update(Message::SavePressed, Group::Shift),
            None,
            "asked once"
        );
    }

    #[test]
    fn a_setting_goes_back_to_what_it_was_and_to_its_default() {
        let mut sheet = Sheet::default();
        let tolerance = entry("shift.tolerance");
        let mut config = Config::default();
        tolerance.set(&mut config, "30.000").unwrap();
        let was = BTreeMap::from([(tolerance.key.to_owned(), "20.000".to_owned())]);
        sheet.stands(Known { config, was });
        assert_eq!(sheet.before(tolerance).as_deref(), Some("20.000"));
        let _ = sheet.update(
            Message::BackPressed(tolerance, tolerance.usual()),
            Group::Shift,
        );
        assert_eq!(sheet.text(tolerance), "10.000");
        assert_eq!(
            sheet.before(tolerance).as_deref(),
            Some("30.000"),
            "what is in force"
        );
        let _ = sheet.update(Message::UndoPressed, Group::Shift);
        assert_eq!(sheet.text(tolerance), "30.000");
    }

    #[test]
    fn a_list_is_added_to_and_taken_from() {
        let mut sheet = Sheet::default();
        let usual = entry("accounts.usual_top_ups");
        let mut tell = |message| drop(sheet.update(message, Group::Accounts));
        tell(Message::Adding(usual, "20.000".into()));
        tell(Message::Added(usual));
        assert_eq!(sheet.adding_fault(usual), Some(Fault::Twice));
        let mut tell = |message| drop(sheet.update(message, Group::Accounts));
        tell(Message::Adding(usual, "75000".into()));
        tell(Message::Added(usual));
        tell(Message::Removed(usual, 0));
        assert_eq!(sheet.text(usual), "50.000, 100.000, 200.000, 75.000");
        let weekdays = entry("calendar.weekdays");
        for day in [1, 6] {
            let _ = sheet.update(Message::WeekdayPressed(weekdays, day), Group::Calendar);
        }
        assert_eq!(sheet.text(weekdays), "2, 3, 4, 5, 6");
    }
}
