//! What a list would change, before it does.

use iced::widget::container;

use super::super::dialog::can_take;
use super::super::{ListStage, Message};
use super::inside;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, chip, empty, scroll, text,
};
use crate::import::{Change, Difference};
use crate::till::people::PeopleList;

/// So many of each kind are named; the rest is counted.
const NAMED_MAX: usize = 200;

pub(super) fn dialog<'a>(
    stage: &'a ListStage,
    height: f32,
    context: &Context<'a>,
) -> Dialog<'a, Message> {
    let words = context.words;
    let (body, take): (Element<'a, Message>, _) = match stage {
        ListStage::Compared(list) => (compared(list, height, context), can_take(list)),
        ListStage::Taking(list) => (compared(list, height, context), false),
        ListStage::Failed(why) => (banner(Mood::Error, why.as_str(), None, vec![]), false),
        ListStage::Comparing | ListStage::Choosing(_) => {
            let wait = empty(Icon::Hourglass, words.text("people-reading"), "", None);
            (container(wait).height(inside(height)).into(), false)
        }
    };
    let column = Column::new()
        .spacing(space::M)
        .push(text::title(words.text("people-list-title")))
        .push(body);
    let waits = matches!(stage, ListStage::Taking(_) | ListStage::Comparing);
    let cancel = button::secondary(words.text("people-cancel"))
        .tall()
        .on_press_maybe((!waits).then_some(Message::Dismissed));
    let confirm = button::primary(words.text("people-list-take"))
        .icon(Icon::Check)
        .fill()
        .on_press_maybe(take.then_some(Message::ListConfirmed));
    let foot = Row::new()
        .spacing(space::S)
        .push(Element::from(cancel))
        .push(Element::from(confirm));
    Dialog::new(column).foot(foot).width_max(900.0)
}

fn compared<'a>(list: &'a PeopleList, height: f32, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let of = &list.difference;
    let count = |key: &str, count: usize| words.text_with(key, &[("count", count.into())]);
    let sums = chip::flow([
        chip::status(
            Mood::Ok,
            Icon::UserPlus,
            count("people-list-new", of.new.len()),
        ),
        chip::status(
            Mood::Warn,
            Icon::Pencil,
            count("people-list-changed", of.changed.len()),
        ),
        chip::status(
            Mood::Neutral,
            Icon::Check,
            count("people-list-unchanged", of.unchanged),
        ),
        chip::status(
            Mood::Neutral,
            Icon::CircleQuestionMark,
            count("people-list-missing", of.missing.len()),
        ),
        chip::status(
            if of.problems.is_empty() {
                Mood::Ok
            } else {
                Mood::Error
            },
            Icon::CircleAlert,
            count("people-list-problems", of.problems.len()),
        ),
    ]);
    let note = if !of.problems.is_empty() {
        Some((Mood::Error, "people-list-problems-note"))
    } else if of.rows.is_empty() {
        Some((Mood::Ok, "people-list-nothing"))
    } else if !of.missing.is_empty() {
        Some((Mood::Neutral, "people-list-missing-note"))
    } else {
        None
    };
    let note = note.map(|(mood, key)| banner(mood, words.text(key), None, vec![]));
    let ignored = (!of.ignored.is_empty()).then(|| {
        let told = [("ignored", of.ignored.join(", ").into())];
        let said = words.text_with("people-list-ignored", &told);
        banner(Mood::Warn, said, None, vec![])
    });
    let lines = scroll(container(lines(of, context)).padding(iced::Padding::ZERO.right(space::L)));
    Column::new()
        .spacing(space::M)
        .push(sums)
        .push(note)
        .push(ignored)
        .push(container(lines).height(inside(height + 40.0 - 140.0)))
        .into()
}

/// What stands in the way first, then what changes, then who is new and who is missing.
fn lines<'a>(of: &'a Difference, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let problems = of.problems.iter().take(NAMED_MAX);
    let problems = problems.map(|problem| {
        let said = text::body(problem.sentence(words));
        said.style(style::danger_ink).into()
    });
    let changed = of.changed.iter().take(NAMED_MAX);
    let changed = changed.map(|change| changes(change, context));
    let new = of.new.iter().take(NAMED_MAX).map(|(line, name, grade)| {
        let line = words.text_with("people-list-line", &[("line", (*line).into())]);
        text::body(format!("+ {name} · {grade} · {line}")).into()
    });
    let missing = of
        .missing
        .iter()
        .take(NAMED_MAX)
        .map(|(student, name, grade)| {
            let said = format!("? {name} · {grade} · #{}", student.0);
            text::small(said).style(style::muted).into()
        });
    Column::new()
        .spacing(space::S)
        .extend(problems)
        .extend(changed)
        .extend(new)
        .extend(missing)
        .into()
}

fn changes<'a>(change: &'a Change, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let line = words.text_with("people-list-line", &[("line", change.line.into())]);
    let fields = change.fields.iter().map(|(field, old, new)| {
        let name = words.text(&format!("people-field-{}", field.code().replace('_', "-")));
        let old = if old.is_empty() { "–" } else { old.as_str() };
        format!("{name}: {old} → {new}")
    });
    let fields: Vec<String> = fields.collect();
    Column::new()
        .push(text::strong(format!("{} · {line}", change.name)))
        .push(text::small(fields.join(" · ")).style(style::muted))
        .into()
}
