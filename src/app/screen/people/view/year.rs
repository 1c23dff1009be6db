//! The end of the year, and who left with a balance.

use iced::Length;
use iced::widget::{container, space as gap};

use super::super::{Message, Year};
use super::inside;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, empty, field, scroll, table, text,
};
use crate::domain::people::Becomes;
use crate::domain::user::Right;
use crate::store::people::Leaver;

/// Grade, what becomes of it, and to what.
const STEPS: table::Table<3> =
    table::Table([table::share(1), table::fixed(170.0), table::share(1)]);
/// Name, grade before and after.
const MOVES: table::Table<2> = table::Table([table::share(1), table::share(1)]);
/// Name, balance, and the way to it.
const LEAVERS: table::Table<3> =
    table::Table([table::share(1), table::fixed(150.0), table::fixed(190.0)]);

pub(super) fn dialog<'a>(
    year: &'a Year,
    height: f32,
    context: &Context<'a>,
) -> Dialog<'a, Message> {
    let words = context.words;
    let (moved, left) = year.sums();
    let body: Element<'a, Message> = match &year.moves {
        None => table::rows((0..year.steps.len()).map(|at| step(year, at, context))).into(),
        Some(_) => moves(year, context),
    };
    let body = scroll(container(body).padding(iced::Padding::ZERO.right(space::L)));
    let why = year.why.as_deref();
    let why = why.map(|why| banner(Mood::Error, why, None, vec![]));
    let today = year.last.filter(|last| last.day == context.now.day());
    let undo = today.filter(|_| year.moves.is_none()).map(|_| {
        let undo = button::secondary(words.text("people-year-undo")).icon(Icon::Undo);
        let press = (!year.asked).then_some(Message::YearUndone);
        Element::from(undo.on_press_maybe(press))
    });
    let sum = year.moves.as_ref().map(|_| {
        let told = [("moved", moved.into()), ("left", left.into())];
        text::lead(words.text_with("people-year-sum", &told))
    });
    let column = Column::new()
        .spacing(space::M)
        .push(text::title(words.text("people-year-title")))
        .push(text::body(words.text("people-year-what")).style(style::muted))
        .push(undo)
        .push(why)
        .push(sum)
        .push(container(body).height(inside(height - 60.0)));
    let free = !year.asked;
    let (back_key, back) = match year.moves {
        None => ("people-cancel", Message::Dismissed),
        Some(_) => ("people-year-back", Message::YearBack),
    };
    let back = button::secondary(words.text(back_key))
        .tall()
        .on_press_maybe(free.then_some(back));
    let (key, picture, press, ready) = match &year.moves {
        None => (
            "people-year-preview",
            Icon::Eye,
            Message::YearPreviewed,
            free,
        ),
        Some(moves) => {
            let ready = free && !moves.is_empty();
            (
                "people-year-promote",
                Icon::School,
                Message::YearConfirmed,
                ready,
            )
        }
    };
    let on = button::primary(words.text(key))
        .icon(picture)
        .fill()
        .on_press_maybe(ready.then_some(press));
    let foot = Row::new()
        .spacing(space::S)
        .push(Element::from(back))
        .push(Element::from(on));
    Dialog::new(column).foot(foot).width_max(860.0)
}

fn step<'a>(year: &'a Year, at: usize, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let step = &year.steps[at];
    let count = [("count", year.counts.get(at).copied().unwrap_or(0).into())];
    let from = Column::new()
        .push(text::strong(step.from.as_str()))
        .push(text::small(words.text_with("people-year-pupils", &count)).style(style::muted));
    let (label, picture) = match &step.to {
        Becomes::Goes(_) => (words.text("people-year-to"), Icon::ArrowRight),
        Becomes::Leaves => (words.text("people-leaves"), Icon::LogOut),
        Becomes::Stays => (words.text("people-year-stays"), Icon::Minus),
    };
    let turn = button::secondary(label)
        .icon(picture)
        .fill()
        .on_press(Message::StepTurned(at));
    let to: Element<'a, Message> = match &step.to {
        Becomes::Goes(grade) => field("", grade)
            .on_input(move |text| Message::StepTyped(at, text))
            .into(),
        _ => gap().into(),
    };
    container(STEPS.tall_row([from.into(), Element::from(turn), to]))
        .padding([space::XS, 0.0])
        .width(Length::Fill)
        .into()
}

fn moves<'a>(year: &'a Year, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    // Who leaves comes first: it is what cannot be seen in a class list.
    let all = year.moves.iter().flatten();
    let leave = all.clone().filter(|of| of.to.is_none());
    let go = all.filter(|of| of.to.is_some()).take(400);
    let rows = leave.chain(go).map(|of| {
        let to = of.to.clone();
        let to = to.unwrap_or_else(|| words.text("people-leaves"));
        let mut said = format!("{} → {to}", of.from);
        if of.to.is_none() && !of.balance.is_zero() {
            said = format!("{said} · {}", words.money(of.balance));
        }
        MOVES.row([text::body(of.name.as_str()).into(), text::body(said).into()])
    });
    table::rows(rows).into()
}

pub(super) fn leavers<'a>(
    leavers: &'a [Leaver],
    height: f32,
    context: &Context<'a>,
) -> Dialog<'a, Message> {
    let words = context.words;
    let rows: Element<'a, Message> = if leavers.is_empty() {
        empty(Icon::HandCoins, words.text("people-leavers-none"), "", None)
    } else {
        table::rows(leavers.iter().map(|of| leaver(of, context))).into()
    };
    let rows = scroll(container(rows).padding(iced::Padding::ZERO.right(space::L)));
    let column = Column::new()
        .spacing(space::M)
        .push(text::title(words.text("people-leavers-title")))
        .push(text::body(words.text("people-leavers-what")).style(style::muted))
        .push(container(rows).height(inside(height)));
    let some = !leavers.is_empty();
    let close = button::secondary(words.text("people-close"))
        .tall()
        .on_press(Message::Dismissed);
    let print = button::secondary(words.text("people-leavers-print"))
        .icon(Icon::Printer)
        .tall()
        .on_press_maybe(some.then_some(Message::LeaversPrinted));
    let save = button::primary(words.text("people-leavers-csv"))
        .icon(Icon::FileDown)
        .fill()
        .on_press_maybe(some.then_some(Message::LeaversSaved));
    let foot = Row::new()
        .spacing(space::S)
        .push(Element::from(close))
        .push(Element::from(print))
        .push(Element::from(save));
    Dialog::new(column).foot(foot).width_max(860.0)
}

fn leaver<'a>(of: &'a Leaver, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let mut under = vec![of.grade.clone()];
    under.extend(of.guardian.clone());
    under.extend(of.phone.clone());
    if of.shared {
        under.push(words.text("people-leavers-shared"));
    }
    under.retain(|part| !part.is_empty());
    let who = Column::new()
        .push(text::strong(of.name.as_str()))
        .push(text::small(under.join(" · ")).style(style::muted));
    let balance = text::strong(words.money(of.balance));
    let balance = match of.balance.is_negative() {
        true => balance.style(style::danger_ink),
        false => balance,
    };
    let may = context.user.may(Right::TopUp);
    let open = button::secondary(words.text("people-open-account"))
        .on_press_maybe(may.then_some(Message::AccountPressed(of.student)));
    let row = LEAVERS.tall_row([who.into(), balance.into(), Element::from(open)]);
    container(row).padding([space::XS, 0.0]).into()
}
