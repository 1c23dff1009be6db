//! How the sheet for the family looks: its days, the paper, where it goes.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::sheet::{DaysFault, Made, Message, Period, SheetTab, Stage};
use super::form::fault;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, beside, button, empty, field, scroll, segmented, text, well,
};
use crate::i18n::I18n;

/// Two days that have less room beside their button have it below, in logical pixels.
const DAYS_WIDTH_MIN: f32 = 280.0;
/// The same of the folder.
const FOLDER_WIDTH_MIN: f32 = 180.0;

impl SheetTab {
    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let periods = [
            (words.text("sheet-week"), Period::Week),
            (words.text("sheet-month"), Period::Month),
            (words.text("sheet-days"), Period::Chosen),
        ];
        let periods = segmented(periods, &self.period, Message::PeriodChosen);
        let days = (self.period == Period::Chosen).then(|| self.days_row(context));
        Column::new()
            .spacing(space::M)
            .push(periods)
            .push(days)
            .push(container(self.stage(words)).height(Length::Fill))
            .push(self.shown().map(|made| self.foot(made, words)))
            .into()
    }

    fn days_row<'a>(&self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let fault = self.days(context.now.day()).err().filter(|_| self.tried);
        let wrong = |is_first: bool| {
            let fault = fault.filter(|(of_first, _)| *of_first == is_first);
            fault.map(|(_, fault)| days_fault(fault, words).into())
        };
        let hint = words.text("pupils-until-hint");
        let input = |value: &str, typed: fn(String) -> Message| field(&hint, value).on_input(typed);
        let from = field::labelled(
            words.text("sheet-from"),
            input(&self.from, Message::FromTyped),
            wrong(true),
        );
        let to = field::labelled(
            words.text("sheet-to"),
            input(&self.to, Message::ToTyped),
            wrong(false),
        );
        let show = button::secondary(words.text("sheet-show"))
            .icon(Icon::Eye)
            .on_press(Message::DaysConfirmed);
        let below_label = Column::new()
            .push(gap().height(26))
            .push(Element::from(show));
        let both = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Start)
            .push(container(from).width(Length::FillPortion(1)))
            .push(container(to).width(Length::FillPortion(1)));
        beside(both, DAYS_WIDTH_MIN, below_label)
    }

    fn stage<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        match &self.stage {
            Stage::Empty => empty(
                Icon::FileText,
                words.text("sheet-not-yet"),
                words.text("sheet-not-yet-todo"),
                None,
            ),
            Stage::Making => empty(Icon::Hourglass, words.text("sheet-making"), "", None),
            Stage::Failed(why) => banner(Mood::Error, why.as_str(), None, vec![]),
            Stage::Made(made) => paper(made),
        }
    }

    fn foot<'a>(&'a self, made: &Made, words: &I18n) -> Element<'a, Message> {
        let sum = words.text_with(
            "sheet-sum",
            &[
                ("bought", made.bought.into()),
                ("alerts", made.alerts.into()),
                ("total", made.total.into()),
            ],
        );
        let folder =
            field(&words.text("sheet-folder"), &self.folder).on_input(Message::FolderTyped);
        let save = button::secondary(words.text("sheet-save"))
            .icon(Icon::FileDown)
            .on_press_maybe((!self.folder.trim().is_empty()).then_some(Message::SavePressed));
        let print = button::primary(words.text("sheet-print"))
            .icon(Icon::Printer)
            .on_press_maybe((!self.printing).then_some(Message::PrintPressed));
        let saved = self.saved.as_ref().map(|saved| match saved {
            Ok(path) => {
                let told = [("path", path.into())];
                banner(
                    Mood::Ok,
                    words.text_with("sheet-saved", &told),
                    None,
                    vec![],
                )
            }
            Err(why) => banner(Mood::Error, why.as_str(), None, vec![]),
        });
        let acts = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(Element::from(save))
            .push(Element::from(print));
        let row = beside(folder, FOLDER_WIDTH_MIN, acts);
        Column::new()
            .spacing(space::S)
            .push(text::strong(sum))
            .push(saved)
            .push(row)
            .into()
    }
}

fn paper(made: &Made) -> Element<'_, Message> {
    let letters = text::mono(made.text.as_str())
        .size(size::CAPTION)
        .wrapping(iced::widget::text::Wrapping::None);
    let sheet = container(letters).center_x(Length::Fill);
    well(scroll(sheet).width(Length::Fill).height(Length::Fill))
        .padding(space::M)
        .width(Length::Fill)
        .height(Length::Fill)
        .style(style::sunken)
        .into()
}

fn days_fault(of: DaysFault, words: &I18n) -> String {
    match of {
        DaysFault::Day(day) => fault(day, words),
        DaysFault::Backwards => words.text("sheet-fault-backwards"),
        DaysFault::TooLong => words.text("sheet-fault-too-long"),
    }
}
