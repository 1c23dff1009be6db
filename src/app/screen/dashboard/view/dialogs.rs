//! The dialogs of the dashboard: comparison and export.

use iced::Length;
use iced::widget::{container, rule};

use super::parts::quiet;
use crate::app::icon::Icon;
use crate::app::screen::dashboard::export::{Form, Rows, What};
use crate::app::screen::dashboard::message::{Message, Versus};
use crate::app::screen::dashboard::{Dashboard, Exporting, Open};
use crate::app::theme::space;
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, chip, field, segmented, text,
};
use crate::i18n::I18n;

impl Dashboard {
    pub(super) fn dialog<'a>(&'a self, words: &'a I18n) -> Option<Dialog<'a, Message>> {
        match &self.dialog {
            Some(Open::Picker(picker)) => Some(picker.dialog(words)),
            Some(Open::Compare) => Some(self.comparison(words)),
            Some(Open::Alerts(alerts)) => Some(alerts.dialog(words)),
            Some(Open::Export(exporting)) => Some(self.export(exporting, words)),
            None => self.list.as_ref()?.dialog(words),
        }
    }

    fn comparison<'a>(&'a self, words: &'a I18n) -> Dialog<'a, Message> {
        let chosen = Versus::of(self.ask.comparison);
        let choices = [Versus::Previous, Versus::LastYear, Versus::Chosen].map(|versus| {
            let choice = button::secondary(words.text(versus.key())).start().fill();
            let choice = match versus == chosen {
                true => choice.icon(Icon::CircleDot),
                false => choice.icon(Icon::Circle),
            };
            Element::from(choice.on_press(Message::VersusChosen(versus)))
        });
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(words.text("dash-compare-title")))
            .push(quiet(words.text("dash-compare-what")))
            .extend(choices);
        let leave = button::secondary(words.text("dash-cancel"))
            .tall()
            .fill()
            .on_press(Message::Back);
        Dialog::new(column)
            .foot(Element::from(leave))
            .width_max(480.0)
            .on_outside(Message::Back)
    }

    fn export<'a>(&'a self, exporting: &'a Exporting, words: &'a I18n) -> Dialog<'a, Message> {
        let what = exporting.what;
        let form = what.form();
        let choices = [
            (What::Html, "dash-export-html"),
            (What::Picture, "dash-export-picture"),
            (What::Rows(Rows::Sales, form), "dash-export-sales"),
            (What::Rows(Rows::Lines, form), "dash-export-lines"),
            (What::Rows(Rows::Payments, form), "dash-export-payments"),
        ];
        let choices = choices.map(|(choice, key)| {
            chip::choice(
                words.text(key),
                what == choice,
                Message::ExportChosen(choice),
            )
        });
        let forms = what.rows().map(|rows| {
            let forms = [("dash-form-xlsx", Form::Xlsx), ("dash-form-csv", Form::Csv)];
            let forms = forms.map(|(key, form)| (words.text(key), form));
            segmented(forms, &form, move |form| {
                Message::ExportChosen(What::Rows(rows, form))
            })
        });
        let folder = field(&words.text("dash-export-folder"), &self.folder)
            .on_input_maybe((!exporting.running).then_some(Message::FolderChanged));
        let target = self.target(what, words);
        let name = target.as_ref().and_then(|file| file.file_name());
        let name = name.map(|name| {
            let values = [("name", name.to_string_lossy().into_owned().into())];
            quiet(words.text_with("dash-export-name", &values))
        });
        let print = button::secondary(words.text("dash-print"))
            .icon(Icon::Printer)
            .on_press_maybe((!exporting.running).then_some(Message::PrintPressed));
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(words.text("dash-export-title")))
            .push(chip::flow(choices))
            .push(forms)
            .push(field::labelled(
                words.text("dash-export-folder"),
                folder,
                None,
            ))
            .push(name)
            .push(state(exporting, words))
            .push(rule::horizontal(1))
            .push(Element::from(print));
        let may = target.is_some() && !exporting.running;
        let leave = button::secondary(words.text("dash-close"))
            .tall()
            .on_press_maybe((!exporting.running).then_some(Message::Back));
        let save = button::primary(words.text("dash-save"))
            .icon(Icon::Save)
            .fill()
            .on_press_maybe(may.then_some(Message::ExportConfirmed));
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(leave))
            .push(Element::from(save));
        Dialog::new(container(column).width(Length::Fill))
            .foot(foot)
            .width_max(680.0)
    }
}

/// Whether it is being written, and what came of it.
fn state<'a>(exporting: &'a Exporting, words: &I18n) -> Option<Element<'a, Message>> {
    match &exporting.done {
        _ if exporting.running => Some(quiet(words.text("dash-export-running"))),
        Some(Ok(said)) => Some(banner(Mood::Ok, said.as_str(), None, vec![])),
        Some(Err(why)) => Some(banner(Mood::Error, why.as_str(), None, vec![])),
        None => None,
    }
}
