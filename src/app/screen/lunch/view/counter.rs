//! The counter: the answer at the left, who is still to come at the right.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length, Size};

use super::super::SEARCH_ID;
use super::super::counter::{Counter, Dialog, Message, Undo};
use super::answer::{at, dish_chips};
use super::approval::{self, Asking};
use super::{LOW, Said, TIGHT, pressed_row};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    self, Column, Element, Mood, Row, avatar, banner, button, card, chip, empty, field, scroll,
    strip, text,
};
use crate::domain::lunch::Conflict;
use crate::store::lunch::{LunchDay, Seat};

/// The width of the list of who is missing, in logical pixels.
const LIST_WIDTH: f32 = 320.0;
const LIST_WIDTH_TIGHT: f32 = 256.0;
/// The width of a dish, in logical pixels.
const DISH_WIDTH: f32 = 250.0;
/// Usual reasons to take a lunch back.
const REASONS: [&str; 3] = ["lunch-undo-other", "lunch-undo-left", "lunch-undo-mistake"];
/// Usual reasons of a supervisor.
const APPROVALS: [&str; 2] = ["lunch-approve-called", "lunch-approve-swapped"];

impl Counter {
    pub(super) fn view<'a>(&'a self, room: Size, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let search = field::search(
            Icon::Search,
            "F2",
            field(&words.text("lunch-search"), &self.query)
                .id(SEARCH_ID)
                .on_input(Message::QueryTyped),
        );
        let answer = if self.query.trim().is_empty() {
            self.answered(room, context)
        } else {
            self.hits(context)
        };
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(search)
            .push(container(answer).height(Length::Fill))
            .push(self.dishes(room, context));
        let width = match room.width < TIGHT {
            true => LIST_WIDTH_TIGHT,
            false => LIST_WIDTH,
        };
        let right = container(self.list(context)).width(width);
        Row::new().spacing(space::L).push(left).push(right).into()
    }

    fn hits<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let found = self.found();
        if found.is_empty() {
            let todo = words.text("pupils-not-found-todo");
            return empty(
                Icon::GraduationCap,
                words.text("pupils-not-found"),
                todo,
                None,
            );
        }
        let rows = found.into_iter().map(|(student, name, grade)| {
            let who = Column::new()
                .push(text::lead(name.as_str()))
                .push(text::small(grade.as_str()).style(style::muted));
            let row = Row::new()
                .spacing(space::M)
                .align_y(Alignment::Center)
                .push(avatar(name, 44.0))
                .push(who);
            pressed_row(row, false, Message::PersonPressed(*student))
        });
        let rows = Column::with_children(rows).spacing(space::XS);
        card(scroll(rows).height(Length::Fill))
            .padding(space::S)
            .into()
    }

    /// Today's menu, and of how many each dish has to be kept.
    fn dishes<'a>(&'a self, room: Size, context: &Context<'a>) -> Option<Element<'a, Message>> {
        let words = context.words;
        let low = room.height < LOW;
        // What stands against somebody is never pushed out of sight by what there is.
        if self.shows_conflicts() || (low && self.answer.is_some()) {
            return None;
        }
        let day = self.day.as_ref()?;
        if day.dishes.is_empty() {
            let what = words.text("lunch-menu-missing");
            let todo = words.text("lunch-menu-missing-todo");
            return Some(banner(Mood::Warn, what, Some(todo.into()), vec![]));
        }
        let dishes = day.dishes.iter().map(|dish| {
            let chips = dish_chips(dish.refused.len(), dish.asked.len(), dish.unknown, context);
            let column = Column::new()
                .spacing(space::XS)
                .push(widget::fit::strong(dish.name.as_str()))
                .push(chips);
            card(column)
                .padding(if low { space::S } else { space::M })
                .width(DISH_WIDTH)
                .into()
        });
        let title = text::small(words.text("lunch-menu-today")).style(style::muted);
        let column = Column::new()
            .spacing(space::XS)
            .push((!low).then_some(title))
            .push(strip(Row::with_children(dishes).spacing(space::S)));
        Some(column.into())
    }

    fn list<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let Some(day) = &self.day else {
            return card(empty(
                Icon::Hourglass,
                words.text("pupils-reading"),
                "",
                None,
            ))
            .width(Length::Fill)
            .height(Length::Fill)
            .into();
        };
        let missing: Vec<&Seat> = day.missing().collect();
        let figure = |key: &str, count: usize| {
            Column::new()
                .align_x(Alignment::Center)
                .width(Length::Fill)
                .push(text::headline(count.to_string()))
                .push(text::small(words.text(key)).style(style::muted))
        };
        let figures = Row::new()
            .push(figure("lunch-eaten", day.eaten()))
            .push(figure("lunch-expected", day.expected()))
            .push(figure("lunch-missing", missing.len()));
        let rows: Element<'a, Message> = match (missing.is_empty(), day.expected()) {
            (_, 0) => {
                let todo = words.text("lunch-nobody-todo");
                empty(Icon::Utensils, words.text("lunch-nobody"), todo, None)
            }
            (true, _) => empty(Icon::CircleCheck, words.text("lunch-all-eaten"), "", None),
            (false, _) => scroll(by_grade(&missing)).height(Length::Fill).into(),
        };
        let some = !missing.is_empty();
        let print = button::secondary(words.text("lunch-print"))
            .icon(Icon::Printer)
            .short()
            .fill()
            .on_press_maybe(some.then_some(Message::PrintPressed));
        let save = button::secondary(words.text("lunch-csv"))
            .icon(Icon::FileSpreadsheet)
            .short()
            .fill()
            .on_press_maybe(some.then_some(Message::SavePressed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(print))
            .push(Element::from(save));
        let column = Column::new()
            .spacing(space::M)
            .push(figures)
            .push(container(rows).height(Length::Fill))
            .push(buttons)
            .push(last(day, context));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    pub(super) fn dialog<'a>(
        &'a self,
        context: &Context<'a>,
    ) -> Option<widget::Dialog<'a, Said<Message>>> {
        let words = context.words;
        match self.dialog.as_ref()? {
            Dialog::Approve {
                shown, approval, ..
            } => {
                let names = shown.iter().filter_map(|conflict| match conflict {
                    Conflict::Dish { name, .. } => Some(name.as_str()),
                    Conflict::NoMenu(_) => None,
                });
                let names = names.collect::<Vec<_>>().join(", ");
                let what = match names.is_empty() {
                    true => words.text("lunch-no-menu-today"),
                    false => words.text_with("lunch-approval-what", &[("dishes", names.into())]),
                };
                let asking = Asking {
                    title: words.text("lunch-approval-title"),
                    what,
                    reasons: &APPROVALS,
                    confirm: words.text("lunch-approve"),
                    picture: Icon::Check,
                };
                let (confirm, dismiss) = (Message::Confirmed, Message::DismissPressed);
                Some(approval::dialog(
                    approval,
                    asking,
                    words,
                    Message::ReasonChanged,
                    confirm,
                    dismiss,
                ))
            }
            Dialog::Undo(undo) => Some(undo.dialog(context).map(Said::Told)),
        }
    }
}

/// The lunch that was registered last, and the way back from it.
fn last<'a>(day: &'a LunchDay, context: &Context<'a>) -> Option<Element<'a, Message>> {
    let words = context.words;
    let (seat, _, instant) = day.last()?;
    let told = [
        ("name", seat.name.as_str().into()),
        ("time", words.time(at(instant, context.now)).into()),
    ];
    let who = text::small(words.text_with("lunch-last", &told)).style(style::muted);
    let undo = button::secondary(words.text("lunch-undo"))
        .icon(Icon::Undo)
        .short()
        .fill()
        .on_press(Message::UndoPressed);
    let row = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(Element::from(undo))
        .push(chip::key("F4"));
    Some(Column::new().spacing(space::XS).push(who).push(row).into())
}

fn by_grade<'a>(missing: &[&'a Seat]) -> Element<'a, Message> {
    let mut column = Column::new().width(Length::Fill).spacing(2);
    let mut grade = "";
    for seat in missing {
        if seat.grade != grade {
            grade = &seat.grade;
            let title = text::small(grade).style(style::muted);
            column = column.push(gap().height(space::XS)).push(title);
        }
        let row = container(text::body(seat.name.as_str())).padding([space::S, 0.0]);
        column = column.push(pressed_row(
            row,
            false,
            Message::PersonPressed(seat.student),
        ));
    }
    container(column)
        .padding(iced::Padding::ZERO.right(space::M))
        .into()
}

impl Undo {
    fn dialog<'a>(&'a self, context: &Context<'a>) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let told = [("name", self.name.as_str().into())];
        let reasons = REASONS.map(|key| {
            let reason = words.text(key);
            let chosen = self.reason == reason;
            chip::choice(reason.clone(), chosen, Message::ReasonChanged(reason))
        });
        let reason = field(&words.text("lunch-reason"), &self.reason)
            .on_input_maybe((!self.asked).then_some(Message::ReasonChanged));
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(words.text_with("lunch-undo-title", &told)))
            .push(text::body(words.text("lunch-undo-what")).style(style::muted))
            .push(chip::flow(reasons))
            .push(reason)
            .push(refused);
        let keep = button::secondary(words.text("lunch-cancel"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::DismissPressed));
        let undo = button::danger(words.text("lunch-undo-now"))
            .icon(Icon::Undo)
            .fill()
            .on_press_maybe(self.is_ready().then_some(Message::Confirmed));
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(keep))
            .push(Element::from(undo));
        widget::Dialog::new(column).foot(foot)
    }
}
