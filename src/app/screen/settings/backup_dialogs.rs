//! How the dialogs about backups look.

use iced::Length;

use super::Message;
use super::backup::{
    Backups, Field, Form, Kept, Message as BackupMessage, Open, Restoring, Scheduling,
};
use super::backup_view::{running, said_of};
use crate::app::icon::Icon;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, field, scroll, table, text, well,
};
use crate::backup::schedule::{Plan, Step};
use crate::backup::{self, Entry, Loss};
use crate::i18n::I18n;

/// The height of what a scheduler is told, in logical pixels: the rest is scrolled to.
const PLAN_HEIGHT: f32 = 260.0;
/// The width of what a value is called, in logical pixels.
const LABEL_WIDTH: f32 = 180.0;

impl Backups {
    pub(super) fn dialog<'a>(&'a self, words: &I18n) -> Option<Dialog<'a, Message>> {
        let dialog = match self.open.as_ref()? {
            Open::Look(entry) => look(entry, &self.kept, words),
            Open::Restore(restoring) => restoring.view(&self.kept, words),
            Open::Change(form) => form.view(words),
            Open::Schedule(scheduling) => scheduling.view(words),
        };
        Some(dialog.map(Message::Backup))
    }
}

fn answers<'a>(
    leave: String,
    may_leave: bool,
    others: impl IntoIterator<Item = button::Button<'a, BackupMessage>>,
) -> Element<'a, BackupMessage> {
    let leave = button::secondary(leave)
        .tall()
        .on_press_maybe(may_leave.then_some(BackupMessage::Dismissed));
    let others = others.into_iter().map(Element::from);
    Row::new()
        .spacing(space::S)
        .push(Element::from(leave))
        .extend(others)
        .into()
}

fn made(entry: &Entry, words: &I18n) -> String {
    let manifest = entry.manifest.as_ref();
    manifest.map_or_else(|| entry.name(), |of| words.date_time(of.made()))
}

/// What is in a backup; nothing is changed by looking.
fn look<'a>(entry: &Entry, kept: &Kept, words: &I18n) -> Dialog<'a, BackupMessage> {
    let (mood, said) = said_of(entry, words);
    let rows = facts(entry, words).into_iter().map(|(key, value)| {
        Row::new()
            .spacing(space::M)
            .padding([space::XS, 0.0])
            .push(
                text::body(words.text(key))
                    .width(LABEL_WIDTH)
                    .style(style::muted),
            )
            .push(text::strong(value).width(Length::Fill))
            .into()
    });
    let title = words.text_with("backup-look-title", &[("made", made(entry, words).into())]);
    let column = Column::new()
        .spacing(space::M)
        .push(text::title(title))
        .push(match kept.running {
            Some((stage, done)) => running(stage, done, words),
            None => banner(mood, said, None, vec![]),
        })
        .push(table::rows(rows))
        .push(text::small(words.text("backup-look-hint")).style(style::muted));
    let idle = kept.running.is_none();
    let verify = button::secondary(words.text("backup-verify"))
        .icon(Icon::ShieldCheck)
        .tall()
        .on_press_maybe(idle.then_some(BackupMessage::VerifyPressed));
    let may = idle && !entry.is_bad();
    let restore = button::secondary(words.text("backup-row-restore"))
        .icon(Icon::History)
        .tall()
        .on_press_maybe(may.then_some(BackupMessage::LookedRestorePressed));
    Dialog::new(column).foot(answers(words.text("backup-close"), true, [verify, restore]))
}

fn facts(entry: &Entry, words: &I18n) -> Vec<(&'static str, String)> {
    let file = ("backup-look-file", entry.path.display().to_string());
    let Some(manifest) = &entry.manifest else {
        return vec![file];
    };
    let of = &manifest.contents;
    let made = manifest.made();
    let last = of.last_sale_at.map_or_else(
        || "—".to_owned(),
        |at| words.date_time(made.plus_millis(at.0 - made.at.0)),
    );
    let photos = manifest.parts.iter();
    let photos = photos
        .filter(|part| part.name.starts_with("photos/"))
        .count();
    vec![
        ("backup-look-sales", of.sales.to_string()),
        ("backup-look-ticket", of.last_ticket.to_string()),
        ("backup-look-last", last),
        ("backup-look-sold", words.money(of.sold)),
        ("backup-look-balances", words.money(of.balances)),
        ("backup-look-people", of.students.to_string()),
        ("backup-look-products", of.products.to_string()),
        ("backup-look-users", of.users.to_string()),
        ("backup-look-photos", photos.to_string()),
        (
            "backup-look-app",
            format!("{} · {}", manifest.app, backup::megabytes(entry.bytes)),
        ),
        file,
    ]
}

impl Restoring {
    fn view<'a>(&'a self, kept: &Kept, words: &I18n) -> Dialog<'a, BackupMessage> {
        let weighed = self.weighed.as_ref();
        let made = weighed.map_or_else(String::new, |(entry, _)| made(entry, words));
        let title = match self.undoes {
            true => words.text("backup-undo-dialog"),
            false => words.text_with("backup-restore-title", &[("made", (&made).into())]),
        };
        let lost = weighed.map(|(entry, loss)| lost(entry, loss, &made, words));
        let word = [("word", (&kept.word).into())];
        let typed = field("", &self.word).on_input(BackupMessage::WordTyped);
        let pin = field("", &self.pin)
            .secure(true)
            .on_input(BackupMessage::PinTyped);
        let fields = Row::new()
            .spacing(space::L)
            .push(field::labelled(
                words.text_with("backup-restore-word", &word),
                typed,
                None,
            ))
            .push(field::labelled(words.text("backup-restore-pin"), pin, None));
        let at_it = kept.running.filter(|_| self.asked);
        let column = Column::new()
            .spacing(space::L)
            .push(text::title(title))
            .push(lost)
            .push(match at_it {
                Some((stage, done)) => running(stage, done, words),
                None => fields.into(),
            })
            .push(
                self.refused
                    .as_deref()
                    .map(|why| banner(Mood::Error, why, None, vec![])),
            );
        let does = match self.undoes {
            true => "backup-undo-do",
            false => "backup-restore-do",
        };
        let restore = button::danger(words.text(does))
            .icon(Icon::History)
            .fill()
            .tall()
            .on_press_maybe(
                self.is_ready(&kept.word)
                    .then_some(BackupMessage::Confirmed),
            );
        Dialog::new(column).foot(answers(words.text("backup-cancel"), !self.asked, [restore]))
    }
}

fn lost<'a>(entry: &Entry, loss: &Loss, made: &str, words: &I18n) -> Element<'a, BackupMessage> {
    let told = [
        ("made", made.into()),
        ("sales", loss.sales.into()),
        ("total", loss.total.into()),
        ("restrictions", loss.restrictions.into()),
    ];
    let key = if loss.unknown {
        "backup-loss-unknown"
    } else {
        "backup-loss"
    };
    let next = entry
        .manifest
        .as_ref()
        .map(|of| of.contents.last_ticket.saturating_add(1));
    let tickets = next.filter(|_| loss.sales > 0).map(|next| {
        let told = [("ticket", next.into())];
        words.text_with("backup-restore-tickets", &told).into()
    });
    banner(Mood::Warn, words.text_with(key, &told), tickets, vec![])
}

impl Form {
    fn view<'a>(&'a self, words: &I18n) -> Dialog<'a, BackupMessage> {
        let typed = |which: Field, value: &str| {
            field("", value).on_input(move |text| BackupMessage::Typed(which, text))
        };
        let wrong = |good: bool, key: &str| (!good).then(|| words.text(key).into());
        let first = Row::new()
            .spacing(space::L)
            .push(field::labelled(
                words.text("backup-time"),
                typed(Field::Time, &self.time),
                wrong(self.time().is_some(), "backup-bad-time"),
            ))
            .push(field::labelled(
                words.text("backup-change-days"),
                typed(Field::Days, &self.days),
                wrong(self.days().is_some(), "backup-bad-days"),
            ));
        let column = Column::new()
            .spacing(space::L)
            .push(text::title(words.text("backup-change-title")))
            .push(first)
            .push(field::labelled(
                words.text("backup-change-folder"),
                typed(Field::Folder, &self.folder),
                None,
            ))
            .push(field::labelled(
                words.text("backup-change-second"),
                typed(Field::Second, &self.second),
                None,
            ))
            .push(
                self.refused
                    .as_deref()
                    .map(|why| banner(Mood::Error, why, None, vec![])),
            );
        let save = button::primary(words.text("settings-save"))
            .icon(Icon::Save)
            .fill()
            .on_press_maybe(self.settings().map(|_| BackupMessage::Confirmed));
        Dialog::new(column).foot(answers(words.text("backup-cancel"), true, [save]))
    }
}

impl Scheduling {
    fn view<'a>(&'a self, words: &I18n) -> Dialog<'a, BackupMessage> {
        let (title, hint) = match self.install {
            true => ("backup-schedule-title", "backup-schedule-hint"),
            false => ("backup-schedule-unset-title", "backup-schedule-unset-hint"),
        };
        let plan = self.plan.as_ref().map(|plan| {
            let lines = plan_lines(plan)
                .into_iter()
                .map(|line| text::mono(line).into());
            well(scroll(Column::with_children(lines)).height(PLAN_HEIGHT)).width(Length::Fill)
        });
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(words.text(title)))
            .push(text::body(words.text(hint)).style(style::muted))
            .push(plan)
            .push(
                self.refused
                    .as_deref()
                    .map(|why| banner(Mood::Error, why, None, vec![])),
            );
        let may = self.plan.is_some() && !self.asked;
        let do_it = button::primary(words.text("backup-schedule-do"))
            .icon(Icon::Check)
            .fill()
            .on_press_maybe(may.then_some(BackupMessage::Confirmed));
        let dialog = Dialog::new(column).width_max(800.0);
        dialog.foot(answers(words.text("backup-cancel"), !self.asked, [do_it]))
    }
}

/// Exactly what will be written and run.
fn plan_lines(plan: &Plan) -> Vec<String> {
    let mut lines = Vec::new();
    for step in &plan.0 {
        let (head, text) = match step {
            Step::Write(path, text) => (format!("> {}", path.display()), Some(text)),
            Step::Delete(path) => (format!("✗ {}", path.display()), None),
            Step::Run { command, input, .. } => {
                (format!("$ {}", command.join(" ")), input.as_ref())
            }
        };
        lines.push(head);
        let text = text.iter().flat_map(|text| text.lines());
        lines.extend(text.map(|line| format!("    {line}")));
    }
    lines
}
