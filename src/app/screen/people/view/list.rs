//! The list: search, filters, and of its rows only those in sight.

use iced::widget::{container, responsive, space as gap};
use iced::{Alignment, Length};

use super::super::list::{List, ROW, Whom};
use super::super::{LIST_ID, Message, SEARCH_ID};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, avatar, button, card, chip, empty, field, fit, press, scroll,
    segmented, strip, text,
};
use crate::domain::people::Listed;
use crate::domain::user::Right;
use crate::domain::{Money, StudentId};

impl List {
    pub(super) fn view<'a>(
        &'a self,
        open: Option<StudentId>,
        house: Money,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let search = field(&words.text("people-search"), &self.query)
            .id(SEARCH_ID)
            .on_input(Message::QueryTyped);
        let whom = segmented(
            [
                (words.text("people-filter-here"), Whom::Here),
                (words.text("people-filter-low"), Whom::Low),
                (words.text("people-filter-left"), Whom::Left),
            ],
            &self.whom,
            Message::WhomChosen,
        );
        let told = [
            ("shown", self.shown.len().into()),
            ("all", self.people.len().into()),
        ];
        let count = text::small(words.text_with("people-count", &told)).style(style::muted);
        let column = Column::new()
            .spacing(space::S)
            .push(search)
            .push(whom)
            .push(self.chips(context))
            .push(container(self.rows(open, house, context)).height(Length::Fill))
            .push(foot(count.into(), context));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn chips<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let all = chip::choice(
            words.text("people-all-grades"),
            self.grade.is_none(),
            Message::GradeChosen(None),
        );
        let minded = context.user.may(Right::Health).then(|| {
            chip::choice_with(
                Icon::HeartPulse,
                words.text("people-filter-minded"),
                self.only_minded,
                Message::MindedPressed,
            )
        });
        let grades = self.grades.iter().map(|grade| {
            let chosen = self.grade.as_ref() == Some(grade);
            chip::choice(
                grade.as_str(),
                chosen,
                Message::GradeChosen(Some(grade.clone())),
            )
        });
        let row = Row::with_children(std::iter::once(all).chain(minded).chain(grades))
            .spacing(space::S)
            .padding(iced::Padding::ZERO.bottom(space::XS));
        strip(row).width(Length::Fill).into()
    }

    fn rows<'a>(
        &'a self,
        open: Option<StudentId>,
        house: Money,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        if self.shown.is_empty() {
            return self.nobody(context);
        }
        let context = *context;
        responsive(move |size| {
            let (above, shown, below) = self.in_sight(size.height);
            let rows = shown.iter().map(|at| {
                let one = &self.people[*at];
                row(one, open == Some(one.student), house, &context)
            });
            let column = Column::new()
                .push(gap().height(above))
                .extend(rows)
                .push(gap().height(below))
                .padding(iced::Padding::ZERO.right(space::M));
            scroll(column)
                .id(LIST_ID)
                .height(Length::Fill)
                .on_scroll(|seen| Message::Scrolled(seen.absolute_offset().y))
                .into()
        })
        .into()
    }

    fn nobody<'a>(&self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        if self.reading {
            return empty(Icon::Hourglass, words.text("people-reading"), "", None);
        }
        let key = match self.people.is_empty() {
            true => "people-none",
            false => "people-not-found",
        };
        let todo = words.text(&format!("{key}-todo"));
        empty(Icon::Users, words.text(key), todo, None)
    }
}

fn row<'a>(
    one: &'a Listed,
    here: bool,
    house: Money,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let words = context.words;
    let mut under = vec![one.grade.clone()];
    under.extend(one.card.clone());
    // Two of the same name are told apart at a glance.
    if one.namesake {
        under.extend(one.birthday.map(|day| words.date(day)));
        under.push(format!("#{}", one.student.0));
    }
    under.retain(|part| !part.is_empty());
    let who = Column::new()
        .width(Length::Fill)
        .push(text::strong(one.name.as_str()).wrapping(iced::widget::text::Wrapping::None))
        .push(container(fit::small(under.join(" · "))).style(style::quiet));
    let mark = if one.erased {
        Some(chip::mark(Mood::Neutral, Icon::UserX))
    } else if !one.active {
        Some(chip::mark(Mood::Neutral, Icon::Archive))
    } else if one.minded == Some(true) {
        Some(chip::mark(Mood::Warn, Icon::HeartPulse))
    } else {
        None
    };
    let low = one.active && one.is_low(house);
    let balance = match (low, one.balance.is_negative()) {
        (_, true) => text::strong(words.money(one.balance)).style(style::danger_ink),
        (true, false) => text::strong(words.money(one.balance)).style(style::caution_ink),
        (false, false) => text::small(words.money(one.balance)).style(style::muted),
    };
    let bell = low.then(|| {
        crate::app::icon::icon(Icon::Bell, crate::app::theme::size::SMALL).style(style::caution_ink)
    });
    let row = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .height(Length::Fill)
        .push(avatar(&one.name, 40.0))
        .push(container(who).width(Length::Fill).clip(true))
        .push(mark)
        .push(bell)
        .push(balance);
    press(row)
        .on_press(Message::PersonPressed(one.student))
        .width(Length::Fill)
        .height(ROW)
        .padding([0.0, space::S])
        .style(move |theme, status| style::row(theme, here, status))
        .into()
}

/// What is done with many: who may import lists may.
fn foot<'a>(count: Element<'a, Message>, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let new = button::primary(words.text("people-new"))
        .icon(Icon::UserPlus)
        .fill()
        .on_press(Message::NewPressed);
    let many = context.user.may(Right::Import).then(|| {
        let offer = |key: &str, press| {
            let offer = button::secondary(words.text(key)).fill();
            Element::from(offer.on_press(press))
        };
        Row::new()
            .spacing(space::S)
            .push(offer("people-import", Message::ListPressed))
            .push(offer("people-year", Message::YearPressed))
            .push(offer("people-leavers-short", Message::LeaversPressed))
    });
    Column::new()
        .spacing(space::S)
        .push(many)
        .push(
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(Element::from(new))
                .push(count),
        )
        .into()
}
