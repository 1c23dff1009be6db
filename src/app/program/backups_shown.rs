//! How backups stand, as the page and the chip in the head show it.

use std::path::PathBuf;

use super::backups::{Told, told};
use super::{Message, Program};
use crate::app::icon::Icon;
use crate::app::screen::settings::backup::{Kept, Row, Standing};
use crate::app::screen::settings::{self, Page};
use crate::app::widget::{Mood, Stand};
use crate::backup::{self, Health};
use crate::domain::Moment;
use crate::till::backups::Overview;

impl Program {
    /// The settings were opened, or backups moved on: the page is told.
    pub(super) fn show_backups(&mut self) {
        let kept = self.kept();
        let wanted = self.backups.wanted;
        let Some(screen) = self.open_settings_screen() else {
            return;
        };
        screen.backups_stand(kept);
        if wanted {
            let _nothing_to_do = screen.update(settings::Message::PageChosen(Page::Backup));
        }
        self.backups.wanted = false;
    }

    pub(super) fn backup_health(&self) -> Option<Health> {
        let overview = self.backups.overview.as_ref()?;
        let settings = &self.till.config().backup;
        Some(Health::of(&overview.state, settings, self.now))
    }

    fn kept(&self) -> Kept {
        let settings = self.till.config().backup;
        let standing = self.backups.overview.as_deref().map(|overview| Standing {
            health: Health::of(&overview.state, &settings, self.now),
            last: overview.state.last_good.as_ref().map(|seen| seen.at),
            why: why(overview, &self.words),
            next: backup::next_slot(&settings, self.now),
        });
        let overview = self.backups.overview.as_deref();
        let second = overview.and_then(|overview| {
            let seen = overview.state.second.as_ref();
            let seen = seen.filter(|seen| settings.second() == Some(&seen.path));
            let seen = seen.map(|seen| seen.at.day());
            overview.second_is_there.map(|is_there| (is_there, seen))
        });
        Kept {
            standing,
            rows: overview.map(rows).unwrap_or_default(),
            second,
            undo: overview.and_then(|overview| recent_undo(overview, self.now)),
            schedule: self.backups.schedule,
            running: self.backups.running,
            word: self.words.text("backup-word"),
            settings,
        }
    }

    pub(super) fn backup_stand(&self) -> Stand<Message> {
        let (mood, picture, label) = match (self.backups.running, self.backup_health()) {
            (Some((_, done)), _) => {
                let percent = [("percent", i64::from(done / 10).into())];
                let label = self.words.text_with("backup-chip-running", &percent);
                (Mood::Neutral, Icon::HardDriveDownload, label)
            }
            (None, None | Some(Health::Never)) => {
                let label = self.words.text("backup-chip-never");
                (Mood::Neutral, Icon::HardDrive, label)
            }
            (None, Some(Health::Protected)) if !self.has_bad_backup() => {
                let label = self.words.text("backup-chip-good");
                (Mood::Ok, Icon::HardDrive, label)
            }
            (None, Some(_)) => {
                let label = self.words.text("backup-chip-bad");
                (Mood::Error, Icon::HardDrive, label)
            }
        };
        Stand {
            mood,
            picture,
            label,
            on_press: Some(told(Told::ChipPressed)),
        }
    }

    fn has_bad_backup(&self) -> bool {
        let overview = self.backups.overview.as_deref();
        overview.is_some_and(|overview| why_unreadable(overview, &self.words).is_some())
    }
}

/// Why not all is well: the folder cannot be read, or the last try failed.
fn why(overview: &Overview, words: &crate::i18n::I18n) -> Option<String> {
    let state = &overview.state;
    let good_at = state.last_good.as_ref().map(|seen| seen.at.at);
    let failure = state.failures.last();
    let failure = failure.filter(|failure| good_at.is_none_or(|at| failure.at.at > at));
    let failed = failure.map(|failure| failure.why.clone());
    failed.or_else(|| why_unreadable(overview, words))
}

/// The folder cannot be read, or the newest backup in it is known to be bad.
fn why_unreadable(overview: &Overview, words: &crate::i18n::I18n) -> Option<String> {
    match &overview.backups {
        Err(error) => Some(error.sentence(words)),
        Ok(all) => {
            let last = all.iter().rev().find(|entry| entry.own)?;
            match &last.standing {
                backup::Standing::Bad(_, why) => {
                    let told = [("path", last.name().into()), ("why", why.into())];
                    Some(words.text_with("backup-not-good", &told))
                }
                _ => None,
            }
        }
    }
}

/// What there was before the last restore, for a week: later more would be lost by it than brought back.
fn recent_undo(overview: &Overview, now: Moment) -> Option<PathBuf> {
    const WEEK_MS: i64 = 7 * 24 * 3_600_000;
    let undo = overview.undo.as_ref()?;
    let mut all = overview.backups.iter().flatten();
    let before = all.find(|entry| entry.path == *undo)?;
    let made_at = before.manifest.as_ref()?.made().at;
    (now.at.millis_since(made_at) < WEEK_MS).then(|| undo.clone())
}

/// Backups and tries that failed, the latest first.
fn rows(overview: &Overview) -> Vec<Row> {
    let at = |row: &Row| -> Option<Moment> {
        match row {
            Row::Made(entry) => entry.manifest.as_ref().map(backup::Manifest::made),
            Row::Failed(failure) => Some(failure.at),
        }
    };
    let made = overview.backups.iter().flatten().cloned();
    let made = made.map(|entry| Row::Made(Box::new(entry)));
    let failed = overview.state.failures.iter().cloned().map(Row::Failed);
    let mut rows: Vec<Row> = made.chain(failed).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(at(row).map(|at| at.at)));
    rows
}
