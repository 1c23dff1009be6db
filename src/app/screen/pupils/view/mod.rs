//! How the pupils look: the list at the left, one of them at the right.

mod form;
mod limits;
mod needs;
mod panel;
mod sheet;

use iced::widget::{container, responsive, space as gap};
use iced::{Alignment, Length};

use super::{Message, Person, Pupils, SEARCH_ID, SHOWN_MAX};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Element, Row, avatar, button, card, chip, empty, field, modal, press, scroll,
    segmented, table, text,
};

/// Narrower than this, list and panel are shown one at a time.
const WIDE: f32 = 820.0;
/// The share of the width that the list takes, of five.
const LIST_SHARE: u16 = 2;

impl Pupils {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let context = *context;
        responsive(move |size| {
            let open = self.panel.as_ref();
            let form = open.and_then(|panel| Some((panel, panel.form.as_ref()?)));
            let dialog = form.map(|(panel, form)| {
                let name = &panel.pupil.customer.student.name;
                form.dialog(name, &context)
            });
            let dialog = dialog.map(|dialog| dialog.map(Message::Form));
            modal(self.sides(size.width >= WIDE, &context), dialog)
        })
        .into()
    }

    fn sides<'a>(&'a self, wide: bool, context: &Context<'a>) -> Element<'a, Message> {
        let panel = self.panel.as_ref().map(|panel| panel.view(context));
        let list = (wide || panel.is_none()).then(|| self.list(context));
        let list = list.map(|list| container(list).width(Length::FillPortion(LIST_SHARE)));
        let nobody = wide && panel.is_none();
        let panel = panel.or_else(|| nobody.then(|| choose(context)));
        let panel = panel.map(|panel| container(panel).width(Length::FillPortion(5 - LIST_SHARE)));
        let both = Row::new()
            .spacing(space::L)
            .padding(space::L)
            .push(list)
            .push(panel);
        container(both)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }

    fn list<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let search = field(&words.text("pupils-search"), &self.query)
            .id(SEARCH_ID)
            .on_input(Message::QueryTyped);
        let shown = segmented(
            [
                (words.text("pupils-all"), false),
                (words.text("pupils-minded"), true),
            ],
            &self.only_minded,
            Message::ShownChosen,
        );
        let found = self.found();
        let last = found.len().saturating_sub(1) / SHOWN_MAX;
        let page = self.page.min(last);
        let rows: Element<'a, Message> = if found.is_empty() {
            self.nobody(context)
        } else {
            let rows = found.iter().skip(page * SHOWN_MAX).take(SHOWN_MAX);
            let rows = rows.map(|person| self.row(person, context));
            scroll(container(table::rows(rows)).padding(iced::Padding::ZERO.right(space::M)))
                .height(Length::Fill)
                .into()
        };
        let pages = (last > 0).then(|| pages(page, last, found.len(), context));
        let column = Column::new()
            .spacing(space::M)
            .push(search)
            .push(shown)
            .push(container(rows).height(Length::Fill))
            .push(pages);
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn nobody<'a>(&self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        if self.reading {
            return empty(Icon::Hourglass, words.text("pupils-reading"), "", None);
        }
        let key = match (self.people.is_empty(), self.query.trim().is_empty()) {
            (true, _) => "pupils-none",
            (false, false) => "pupils-not-found",
            (false, true) => "pupils-none-minded",
        };
        let todo = words.text(&format!("{key}-todo"));
        empty(Icon::GraduationCap, words.text(key), todo, None)
    }

    fn row<'a>(&self, person: &'a Person, context: &Context<'a>) -> Element<'a, Message> {
        let here = self.open() == Some(person.student);
        let chips = person.is_minded().then(|| {
            let allergies = person.restrictions.iter();
            let allergies = allergies.map(|of| needs::restriction_chip(of, context));
            let diets = person.wishes.iter().map(|of| needs::wish_chip(of, context));
            chip::flow(allergies.chain(diets))
        });
        let who = Column::new()
            .spacing(space::XS)
            .width(Length::Fill)
            .push(text::strong(person.name.as_str()))
            .push(text::small(person.grade.as_str()).style(style::muted))
            .push(chips);
        let row = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(avatar(&person.name, 44.0))
            .push(who);
        press(row)
            .on_press(Message::PersonPressed(person.student))
            .width(Length::Fill)
            .padding(space::S)
            .style(move |theme, status| style::row(theme, here, status))
            .into()
    }
}

fn pages<'a>(page: usize, last: usize, all: usize, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let back = (page > 0).then(|| Message::PageTurned(page - 1));
    let on = (page < last).then_some(Message::PageTurned(page + 1));
    let from = page * SHOWN_MAX + 1;
    let to = all.min(from + SHOWN_MAX - 1);
    let told = [
        ("from", from.into()),
        ("to", to.into()),
        ("all", all.into()),
    ];
    let which = text::small(words.text_with("pupils-page", &told)).style(style::muted);
    Row::new()
        .align_y(Alignment::Center)
        .push(button::icon_only(Icon::ChevronLeft).on_press_maybe(back))
        .push(gap::horizontal())
        .push(which)
        .push(gap::horizontal())
        .push(button::icon_only(Icon::ChevronRight).on_press_maybe(on))
        .into()
}

fn choose<'a>(context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let nothing = empty(
        Icon::HeartPulse,
        words.text("pupils-choose"),
        words.text("pupils-choose-todo"),
        None,
    );
    card(nothing)
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}
