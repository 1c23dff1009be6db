//! How the page of backups looks.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length, Padding};

use super::Message;
use super::backup::{Backups, Kept, Message as BackupMessage, Row as Line, Standing};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, beside, button, card, chip, empty, progress, scroll, table,
    text,
};
use crate::backup::{self, Entry, Health, Stage};
use crate::domain::BusinessDay;
use crate::i18n::I18n;

/// The room that the scrollbar takes, in logical pixels.
const SCROLLBAR: f32 = 16.0;
/// Words that have less room beside what can be done have it below, in logical pixels.
const HEAD_WIDTH_MIN: f32 = 300.0;
const LINE_WIDTH_MIN: f32 = 220.0;
/// The most lines that are listed: older ones are found in the folder.
const MOST_SHOWN: usize = 60;

impl Backups {
    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let undo = self.kept.undo.as_deref().map(|file| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let told = [("name", name.into_owned().into())];
            let undo = button::secondary(words.text("backup-undo"))
                .icon(Icon::Undo)
                .on_press(BackupMessage::UndoPressed);
            banner(
                Mood::Neutral,
                words.text("backup-undo-title"),
                Some(words.text_with("backup-undo-hint", &told).into()),
                vec![undo.into()],
            )
        });
        let page = Column::new()
            .spacing(space::M)
            .push(head(&self.kept, words))
            .push(undo)
            .push(facts(&self.kept, words))
            .push(list(&self.kept, words))
            .padding(Padding::ZERO.right(SCROLLBAR));
        let page: Element<'_, BackupMessage> = scroll(page).height(Length::Fill).into();
        page.map(Message::Backup)
    }
}

/// Whether all is protected, and the button; or how far the one that is made just now is.
fn head<'a>(kept: &Kept, words: &I18n) -> Element<'a, BackupMessage> {
    if let Some((stage, done)) = kept.running {
        return card(running(stage, done, words)).width(Length::Fill).into();
    }
    let (mood, title, more) = standing(kept, words);
    let (picture, key) = match mood {
        Mood::Ok => (Icon::ShieldCheck, title),
        _ => (Icon::ShieldAlert, title),
    };
    let picture = icon(picture, size::ICON_LARGE).style(move |theme| iced::widget::text::Style {
        color: Some(mood.pair(theme).ink),
    });
    let said = Column::new()
        .spacing(space::XS)
        .width(Length::Fill)
        .push(text::lead(words.text(key)))
        .push(text::small(more).style(style::muted));
    let said = Row::new()
        .spacing(space::L)
        .align_y(Alignment::Center)
        .push(picture)
        .push(said);
    let now = button::primary(words.text("backup-now"))
        .icon(Icon::HardDriveDownload)
        .on_press(BackupMessage::NowPressed);
    beside(
        card(said).width(Length::Fill),
        HEAD_WIDTH_MIN,
        Element::from(now),
    )
}

/// How far it is, with a way out.
pub(super) fn running<'a>(stage: Stage, done: u16, words: &I18n) -> Element<'a, BackupMessage> {
    let (key, hint) = match stage {
        Stage::Copying => ("backup-running-copying", "backup-running-hint"),
        Stage::Packing => ("backup-running-packing", "backup-running-hint"),
        Stage::Checking => ("backup-running-checking", "backup-running-hint"),
        Stage::Second => ("backup-running-second", "backup-running-hint"),
        Stage::Restoring => ("backup-running-restoring", "backup-restoring-hint"),
    };
    let cancel = (
        words.text("backup-cancel").into(),
        BackupMessage::CancelPressed,
    );
    let done = f32::from(done) / 1_000.0;
    let cancel = (stage != Stage::Restoring).then_some(cancel);
    progress(words.text(key), words.text(hint), done, cancel)
}

fn standing(kept: &Kept, words: &I18n) -> (Mood, &'static str, String) {
    let Some(standing) = &kept.standing else {
        return (Mood::Neutral, "backup-page", String::new());
    };
    let last = standing.last.map(|at| words.date_time(at));
    let last = ("last", last.unwrap_or_default().into());
    let why = ("why", standing.why.clone().unwrap_or_default().into());
    let bad = |key: &str, told| {
        (
            Mood::Error,
            "backup-not-protected",
            words.text_with(key, told),
        )
    };
    match standing.health {
        Health::Never => bad("backup-head-never", &[]),
        Health::Failed => bad("backup-head-failed", &[why]),
        Health::Missed => bad("backup-head-missed", &[last]),
        Health::Old => bad("backup-head-old", &[last]),
        Health::Protected if standing.why.is_some() => bad("backup-head-unreadable", &[why]),
        Health::Protected => {
            let good = kept.rows.iter().filter_map(Line::entry);
            let count = good.filter(|entry| entry.is_good()).count();
            let next = ("next", next(standing).into());
            let told = [last, ("count", count.into()), next];
            (
                Mood::Ok,
                "backup-protected",
                words.text_with("backup-head-good", &told),
            )
        }
    }
}

fn next(standing: &Standing) -> String {
    standing.next.format("%d/%m %H:%M").to_string()
}

/// When, for how long, where to and by whom.
fn facts<'a>(kept: &Kept, words: &I18n) -> Element<'a, BackupMessage> {
    let settings = &kept.settings;
    let days = [("days", i64::from(settings.keep_days.in_days()).into())];
    let first = Row::new()
        .spacing(space::L)
        .push(fact(
            words.text("backup-time"),
            settings.time.to_string(),
            None,
        ))
        .push(fact(
            words.text("backup-keep"),
            words.text_with("backup-keep-days", &days),
            None,
        ))
        .push(scheduled(kept, words));
    let second = Row::new()
        .spacing(space::L)
        .push(fact(
            words.text("backup-folder"),
            match settings.folder.trim() {
                "" => words.text("backup-folder-own"),
                folder => folder.to_owned(),
            },
            None,
        ))
        .push(second_copy(kept, words));
    let change = button::secondary(words.text("backup-change"))
        .icon(Icon::Pencil)
        .on_press(BackupMessage::ChangePressed);
    let schedule = kept.schedule.map(|(_, is_set)| {
        let key = if is_set {
            "backup-schedule-unset"
        } else {
            "backup-schedule-set"
        };
        let press = BackupMessage::SchedulePressed(!is_set);
        let button = button::secondary(words.text(key)).icon(Icon::Timer);
        Element::from(button.on_press(press))
    });
    let buttons = Row::new()
        .spacing(space::S)
        .push(gap::horizontal())
        .push(schedule)
        .push(Element::from(change));
    let column = Column::new()
        .spacing(space::M)
        .push(first)
        .push(second)
        .push(buttons);
    card(column).width(Length::Fill).into()
}

fn fact(
    label: String,
    value: String,
    sign: Option<Element<'_, BackupMessage>>,
) -> Element<'_, BackupMessage> {
    let value = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(text::strong(value))
        .push(sign)
        .wrap();
    Column::new()
        .spacing(space::XS)
        .width(Length::FillPortion(1))
        .push(text::small(label).style(style::muted))
        .push(value)
        .into()
}

fn scheduled<'a>(kept: &Kept, words: &I18n) -> Element<'a, BackupMessage> {
    let (value, sign) = match kept.schedule {
        Some((scheduler, true)) => {
            let sign = words.text("backup-schedule-active");
            let sign = chip::status(Mood::Ok, Icon::Check, sign);
            (words.text(scheduler.key()), Some(sign))
        }
        _ => (words.text("backup-schedule-none"), None),
    };
    fact(words.text("backup-scheduled"), value, sign)
}

fn second_copy<'a>(kept: &Kept, words: &I18n) -> Element<'a, BackupMessage> {
    let label = words.text("backup-second");
    let Some((is_there, seen)) = kept.second else {
        return fact(label, words.text("backup-second-none"), None);
    };
    let sign = match (is_there, seen) {
        (true, _) => chip::status(Mood::Ok, Icon::Usb, words.text("backup-second-here")),
        (false, Some(day)) => chip::status(Mood::Warn, Icon::Unplug, seen_on(day, words)),
        (false, None) => {
            let said = words.text("backup-second-never");
            chip::status(Mood::Warn, Icon::Unplug, said)
        }
    };
    fact(label, kept.settings.second.clone(), Some(sign))
}

fn seen_on(day: BusinessDay, words: &I18n) -> String {
    words.text_with("backup-second-seen", &[("day", day.into())])
}

fn list<'a>(kept: &'a Kept, words: &I18n) -> Element<'a, BackupMessage> {
    if kept.rows.is_empty() {
        let none = empty(
            Icon::HardDrive,
            words.text("backup-list-none"),
            words.text("backup-list-none-todo"),
            None,
        );
        return card(container(none).height(200.0))
            .width(Length::Fill)
            .into();
    }
    let idle = kept.running.is_none();
    let rows = kept.rows.iter().enumerate().take(MOST_SHOWN);
    let rows = rows.map(|(at, line)| match line {
        Line::Made(entry) => made(at, entry, idle, words),
        Line::Failed(failure) => {
            let why = words.text_with("backup-row-failed", &[("why", (&failure.why).into())]);
            let when = words.date_time(failure.at);
            plain(Mood::Error, when, "—".to_owned(), why).into()
        }
    });
    let column = Column::new()
        .spacing(space::S)
        .push(text::lead(words.text("backup-list")))
        .push(table::rows(rows));
    card(column).width(Length::Fill).into()
}

fn made<'a>(at: usize, entry: &Entry, idle: bool, words: &I18n) -> Element<'a, BackupMessage> {
    let when = entry.manifest.as_ref();
    let when = when.map_or_else(|| entry.name(), |of| words.date_time(of.made()));
    let (mood, what) = said_of(entry, words);
    let look = button::icon_only(Icon::Eye).on_press(BackupMessage::LookPressed(at));
    let may = idle && !entry.is_bad();
    let restore = button::ghost(words.text("backup-row-restore"))
        .on_press_maybe(may.then_some(BackupMessage::RestorePressed(at)));
    let acts = Row::new().push(look).push(Element::from(restore));
    let line = plain(mood, when, backup::megabytes(entry.bytes), what);
    beside(line, LINE_WIDTH_MIN, acts)
}

/// What the list says of a backup.
pub(super) fn said_of(entry: &Entry, words: &I18n) -> (Mood, String) {
    let sales = entry.manifest.as_ref().map_or(0, |of| of.contents.sales);
    let sales = [("sales", sales.into())];
    let bad = |why: String| words.text_with("backup-row-bad", &[("why", why.into())]);
    match &entry.standing {
        backup::Standing::Good(_) => (Mood::Ok, words.text_with("backup-row-good", &sales)),
        backup::Standing::Unverified => (
            Mood::Neutral,
            words.text_with("backup-row-unverified", &sales),
        ),
        backup::Standing::Bad(_, why) => (Mood::Error, bad(why.clone())),
        backup::Standing::Unreadable(flaw) => (Mood::Error, bad(flaw.sentence(words))),
    }
}

fn plain<'a>(mood: Mood, when: String, length: String, what: String) -> Row<'a, BackupMessage> {
    let picture = match mood {
        Mood::Ok => Icon::CircleCheck,
        Mood::Neutral => Icon::CircleQuestionMark,
        Mood::Warn | Mood::Error => Icon::CircleX,
    };
    let picture = icon(picture, size::ICON).style(move |theme| iced::widget::text::Style {
        color: Some(mood.pair(theme).ink),
    });
    let when = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(text::body(when))
        .push(text::small(length).style(style::muted));
    let said = Column::new()
        .width(Length::Fill)
        .push(when.wrap())
        .push(text::small(what));
    Row::new()
        .spacing(space::M)
        .padding([space::XS, 0.0])
        .align_y(Alignment::Center)
        .push(picture)
        .push(said)
}
