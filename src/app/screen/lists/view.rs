//! How the import looks.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::{BadLine, DryRun, Entry, Lists, Message, Stage, What};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style, target};
use crate::app::widget::{
    Column, Element, Mood, Row, after, banner, button, card, empty, field, press, roomy, scroll,
    segmented, table, text,
};
use crate::i18n::I18n;

/// Where the file is stands below what it holds where there is less room, in logical pixels.
const FILE_WIDTH_MIN: f32 = 400.0;
/// In a lower place what was found scrolls, in logical pixels.
const FOUND_HEIGHT_MIN: f32 = 440.0;

const BAD_LINES: table::Table<2> = table::Table([table::fixed(80.0), table::share(1)]);

impl Lists {
    /// The import as a part of a screen, filling its place.
    #[must_use]
    pub fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let what = segmented(
            [
                (words.text("lists-products"), What::Products),
                (words.text("lists-students"), What::Students),
                (words.text("lists-top-ups"), What::TopUps),
            ],
            &self.what,
            Message::WhatChosen,
        );
        Column::new()
            .spacing(space::M)
            .push(self.path_row(what, words))
            .push(
                card(self.stage(words))
                    .width(Length::Fill)
                    .height(Length::Fill),
            )
            .into()
    }

    fn path_row<'a>(&self, what: Element<'a, Message>, words: &I18n) -> Element<'a, Message> {
        let path = field(&words.text("lists-path"), &self.path)
            .on_input_maybe((!self.is_busy()).then_some(Message::PathTyped))
            .on_submit(Message::ReadPressed);
        let read = button::secondary(words.text("lists-read"))
            .icon(Icon::FileText)
            .on_press_maybe(self.path().map(|_| Message::ReadPressed));
        let file = Row::new()
            .spacing(space::S)
            .push(path)
            .push(Element::from(read));
        after(what, file, FILE_WIDTH_MIN)
    }

    fn stage<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        match &self.stage {
            Stage::Choosing => self.chooser(words),
            Stage::Reading => waiting(words.text("lists-reading")),
            Stage::Importing => waiting(words.text("lists-importing")),
            Stage::Read(run) => {
                let words = words.clone();
                let found = move || dry_run(run, self.can_import(), &words);
                roomy(FOUND_HEIGHT_MIN, FOUND_HEIGHT_MIN, found)
            }
            Stage::Imported(count) => imported(*count, words),
            Stage::Failed(sentence) => failed(sentence, words),
        }
    }

    fn chooser<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let above = button::icon_only(Icon::ArrowUp)
            .on_press_maybe(self.folder.parent().map(|_| Message::AbovePressed));
        let head = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(above)
            .push(icon(Icon::FolderOpen, size::ICON).style(style::muted))
            .push(text::small(self.folder.display().to_string()).style(style::muted));
        let rows: Element<'_, Message> = if self.entries.is_empty() {
            empty(
                Icon::FileSpreadsheet,
                words.text("lists-none"),
                words.text("lists-none-todo"),
                None,
            )
        } else {
            let rows = self.entries.iter().enumerate().map(entry_row);
            scroll(table::rows(rows)).height(Length::Fill).into()
        };
        Column::new().spacing(space::S).push(head).push(rows).into()
    }
}

fn entry_row((index, entry): (usize, &Entry)) -> Element<'_, Message> {
    let name = entry.path.file_name().unwrap_or(entry.path.as_os_str());
    let (picture, look): (_, fn(&_) -> _) = if entry.is_folder {
        (Icon::Folder, style::muted)
    } else {
        (Icon::FileSpreadsheet, style::accent_ink)
    };
    let row = Row::new()
        .spacing(space::M)
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON).style(look))
        .push(text::body(name.to_string_lossy()))
        .push(gap::horizontal())
        .push(icon(Icon::ChevronRight, size::ICON).style(style::muted));
    press(row)
        .on_press(Message::EntryPressed(index))
        .width(Length::Fill)
        .height(target::MEDIUM)
        .padding([0.0, space::S])
        .into()
}

fn waiting<'a>(what: String) -> Element<'a, Message> {
    let row = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(icon(Icon::Hourglass, size::ICON_LARGE).style(style::muted))
        .push(text::lead(what));
    container(row).center(Length::Fill).into()
}

fn dry_run<'a>(run: &'a DryRun, can_import: bool, words: &I18n) -> Element<'a, Message> {
    let good = words.text_with("lists-good", &[("count", run.good.into())]);
    let summary = if can_import {
        banner(
            Mood::Ok,
            good,
            Some(words.text("lists-nothing-yet").into()),
            vec![],
        )
    } else if run.bad.is_empty() {
        banner(
            Mood::Warn,
            good,
            Some(words.text("lists-no-lines").into()),
            vec![],
        )
    } else {
        let bad = words.text_with("lists-bad", &[("count", run.bad.len().into())]);
        let more = words.text("lists-all-or-nothing");
        banner(
            Mood::Error,
            format!("{bad} · {good}"),
            Some(more.into()),
            vec![],
        )
    };
    let ignored = (!run.ignored.is_empty()).then(|| {
        let headings = run.ignored.iter().map(|heading| format!("«{heading}»"));
        let headings: Vec<_> = headings.collect();
        let told = [("headings", headings.join(", ").into())];
        let what = words.text_with("lists-ignored", &told);
        let todo = words.text("lists-ignored-todo");
        banner(Mood::Warn, what, Some(todo.into()), vec![])
    });
    let import = button::primary(words.text("lists-import"))
        .icon(Icon::FileUp)
        .on_press_maybe(can_import.then_some(Message::ImportPressed));
    let buttons = Row::new()
        .spacing(space::S)
        .push(Element::from(another(words).tall()))
        .push(Element::from(import.fill()));
    let lines: Element<'_, Message> = if run.bad.is_empty() {
        gap::vertical().into()
    } else {
        bad_lines(&run.bad, words)
    };
    Column::new()
        .spacing(space::M)
        .push(summary)
        .push(ignored)
        .push(lines)
        .push(buttons)
        .into()
}

fn bad_lines<'a>(bad: &'a [BadLine], words: &I18n) -> Element<'a, Message> {
    let head = BAD_LINES.head([words.text("lists-line"), words.text("lists-reason")]);
    let rows = bad.iter().map(|line| {
        let reason = text::body(line.reason.as_str());
        let cells = [text::strong(line.number.to_string()).into(), reason.into()];
        container(BAD_LINES.high_row(cells))
            .padding([space::S, 0.0])
            .into()
    });
    Column::new()
        .push(head)
        .push(scroll(table::rows(rows)).height(Length::Fill))
        .height(Length::Fill)
        .into()
}

fn imported<'a>(count: usize, words: &I18n) -> Element<'a, Message> {
    empty(
        Icon::CircleCheck,
        words.text_with("lists-imported", &[("count", count.into())]),
        words.text("lists-imported-todo"),
        Some(another(words).into()),
    )
}

fn failed<'a>(sentence: &'a str, words: &I18n) -> Element<'a, Message> {
    let kept = words.text("lists-kept");
    Column::new()
        .spacing(space::M)
        .push(banner(Mood::Error, sentence, Some(kept.into()), vec![]))
        .push(Element::from(another(words)))
        .into()
}

fn another<'a>(words: &I18n) -> button::Button<'a, Message> {
    button::secondary(words.text("lists-another"))
        .icon(Icon::FolderOpen)
        .on_press(Message::AnotherPressed)
}
