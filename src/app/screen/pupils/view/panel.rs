//! One pupil: what holds now, what was said before, the sheet.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::{Message, Panel, Subject, Tab};
use super::needs;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::Mood;
use crate::app::widget::{
    Column, Element, Row, banner, button, card, portrait, scroll, segmented, table, text, well,
};
use crate::domain::diet::{Restriction, Wish};
use crate::store::diet::PupilSaid;

impl Panel {
    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let tabs = [
            (words.text("pupils-tab-now"), Tab::Now),
            (words.text("pupils-tab-limits"), Tab::Limits),
            (words.text("pupils-tab-history"), Tab::History),
            (words.text("pupils-tab-sheet"), Tab::Sheet),
        ];
        let tabs = segmented(tabs, &self.tab, Message::TabChosen);
        let body = match self.tab {
            Tab::Now => self.now(context),
            Tab::Limits => {
                let tab = self.limits.view(&self.pupil.past_limits, context);
                tab.map(Message::Limits)
            }
            Tab::History => self.history(context),
            Tab::Sheet => self.sheet.view(context).map(Message::Sheet),
        };
        let column = Column::new()
            .spacing(space::M)
            .push(self.head(context))
            .push(tabs)
            .push(container(body).height(Length::Fill));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn head<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let student = &self.pupil.customer.student;
        let mut under = vec![student.grade.clone()];
        under.extend(student.guardian.as_ref().map(|guardian| {
            let phone = guardian.phone.as_deref().unwrap_or_default();
            format!("{} {phone}", guardian.name).trim().to_owned()
        }));
        under.retain(|part| !part.is_empty());
        let who = Column::new()
            .width(Length::Fill)
            .push(text::title(student.name.as_str()))
            .push(text::small(under.join(" · ")).style(style::muted));
        Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(portrait(context.photos.of(student.id), &student.name, 56.0))
            .push(who)
            .push(button::icon_only(Icon::X).on_press(Message::Closed))
            .into()
    }

    fn now<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let student = &self.pupil.customer.student;
        let words = context.words;
        let allergies = student.restrictions.iter().map(|of| allergy(of, context));
        let diets = student.wishes.iter().map(|of| diet(of, context));
        let allergies_head = head(
            words.text("pupils-allergies"),
            words.text("pupils-add"),
            Message::AddAllergyPressed,
        );
        let diets_head = head(
            words.text("pupils-diets"),
            words.text("pupils-add"),
            Message::AddDietPressed,
        );
        let none = |is_none: bool, key: &str| {
            is_none.then(|| text::body(words.text(key)).style(style::muted))
        };
        let column = Column::new()
            .spacing(space::M)
            .push(allergies_head)
            .push(none(
                student.restrictions.is_empty(),
                "pupils-allergies-none",
            ))
            .extend(allergies)
            .push(gap().height(space::S))
            .push(diets_head)
            .push(none(student.wishes.is_empty(), "pupils-diets-none"))
            .extend(diets)
            .push(text::small(words.text("pupils-diets-hint")).style(style::muted));
        scroll(container(column).padding(iced::Padding::ZERO.right(space::L)))
            .height(Length::Fill)
            .into()
    }

    fn history<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        if self.pupil.history.is_empty() {
            let none = words.text("pupils-history-none");
            return text::body(none).style(style::muted).into();
        }
        let rows = self.pupil.history.iter().map(|said| past(said, context));
        let rows = container(table::rows(rows)).padding(iced::Padding::ZERO.right(space::L));
        scroll(rows).height(Length::Fill).into()
    }
}

fn head<'a>(title: String, add: String, press: Message) -> Element<'a, Message> {
    let add = button::soft(add).icon(Icon::Plus).short().on_press(press);
    Row::new()
        .align_y(Alignment::Center)
        .push(text::lead(title))
        .push(gap::horizontal())
        .push(Element::from(add))
        .into()
}

fn allergy<'a>(of: &'a Restriction, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let subject = Subject::Allergen(of.allergen);
    let over = (!of.holds_on(context.now.day())).then(|| {
        let over = words.text("pupils-over-todo");
        banner(Mood::Warn, over, None, vec![])
    });
    let does = needs::does(&context.rules.policy, of.severity, words);
    let note = of.note.as_deref().map(text::body);
    let column = Column::new()
        .spacing(space::XS)
        .push(answers(
            needs::restriction_chip(of, context),
            subject,
            context,
        ))
        .push(over)
        .push(text::body(does))
        .push(text::small(needs::rests_on(of, words)).style(style::muted))
        .push(needs::to_call(of, words).map(text::strong))
        .push(note);
    well(column).padding(space::M).width(Length::Fill).into()
}

fn diet<'a>(of: &'a Wish, context: &Context<'a>) -> Element<'a, Message> {
    let subject = Subject::Diet(of.diet);
    let rests_on = needs::wish_rests_on(of, context.words);
    let column = Column::new()
        .spacing(space::XS)
        .push(answers(needs::wish_chip(of, context), subject, context))
        .push(text::small(rests_on).style(style::muted))
        .push(of.note.as_deref().map(text::body));
    well(column).padding(space::M).width(Length::Fill).into()
}

/// What it is, and what can be done about it.
fn answers<'a>(
    what: Element<'a, Message>,
    subject: Subject,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let words = context.words;
    let change = button::ghost(words.text("pupils-change"))
        .icon(Icon::Pencil)
        .on_press(Message::ChangePressed(subject));
    let end = button::ghost(words.text("pupils-end"))
        .icon(Icon::CircleX)
        .on_press(Message::EndPressed(subject));
    Row::new()
        .align_y(Alignment::Center)
        .push(what)
        .push(gap::horizontal())
        .push(Element::from(change))
        .push(Element::from(end))
        .into()
}

fn past<'a>(said: &'a PupilSaid, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let now = context.now;
    let when = if said.at == 0 {
        words.text("pupils-history-before")
    } else {
        words.date_time(now.plus_millis(said.at - now.at.0))
    };
    let what = match (said.allergy, said.diet) {
        (Some((allergen, Some(severity))), _) => {
            let severity = words.text(&format!("severity-{}", severity.code()));
            format!("{}: {severity}", words.allergen(allergen))
        }
        (Some((allergen, None)), _) => {
            let what = [("what", words.allergen(allergen).into())];
            words.text_with("pupils-history-ended", &what)
        }
        (None, Some((diet, true))) => words.diet(diet),
        (None, Some((diet, false))) => {
            let what = [("what", words.diet(diet).into())];
            words.text_with("pupils-history-ended", &what)
        }
        (None, None) => String::new(),
    };
    let by = said.by.clone();
    let by = by.unwrap_or_else(|| words.text("pupils-history-list"));
    let who = words.text_with(
        "pupils-history-by",
        &[("by", by.into()), ("who", (&said.said_by).into())],
    );
    let column = Column::new()
        .width(Length::Fill)
        .push(text::strong(what))
        .push(text::small(who).style(style::muted));
    Row::new()
        .spacing(space::M)
        .padding([space::S, 0.0])
        .align_y(Alignment::Center)
        .push(column)
        .push(text::small(when).style(style::muted))
        .into()
}
