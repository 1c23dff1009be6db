//! Who buys.

use iced::widget::{container, scrollable, space as gap};
use iced::{Alignment, Length};

use crate::app::icon::Icon;
use crate::app::screen::checkout::dialog::Pupils;
use crate::app::screen::checkout::message::Message;
use crate::app::screen::checkout::{Context, Screen};
use crate::app::theme::{space, style};
use crate::app::widget::{
    self, Column, Element, Mood, Row, button, card, chip, field, portrait, press, table, text,
};
use crate::domain::diet::Severity;
use crate::domain::student::Customer;

impl Screen {
    pub(super) fn pupil<'a>(&'a self, context: &Context<'a>, low: bool) -> Element<'a, Message> {
        let pad = if low { space::S } else { space::M };
        let body = match self.cart().customer() {
            Some(customer) => identified(customer, context, low),
            None => nobody(context),
        };
        card(body).padding(pad).width(Length::Fill).into()
    }
}

fn nobody<'a>(context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let label = Column::new()
        .width(Length::Fill)
        .push(text::strong(words.text("pupil-none")))
        .push(text::small(words.text("pupil-none-todo")).style(style::muted));
    Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(label)
        .push(Element::from(
            button::soft(words.text("pupil-identify"))
                .icon(Icon::IdCard)
                .on_press(Message::PupilPressed),
        ))
        .into()
}

fn identified<'a>(
    customer: &'a Customer,
    context: &Context<'a>,
    low: bool,
) -> Element<'a, Message> {
    let words = context.words;
    let student = &customer.student;
    let card = customer.card.as_ref().map(ToString::to_string);
    let under = match card {
        Some(card) if low => format!("{} · {card}", student.grade),
        Some(card) => words.text_with(
            "pupil-card",
            &[("grade", (&student.grade).into()), ("card", card.into())],
        ),
        None => student.grade.clone(),
    };
    let who = Column::new()
        .width(Length::Fill)
        .push(text::lead(student.name.as_str()))
        .push(text::small(under).style(style::muted));
    let standing = &customer.standing;
    let balance = text::figure(words.money(standing.balance));
    let balance = if standing.balance.is_negative() {
        balance.style(style::danger_ink)
    } else {
        balance.style(style::accent_ink)
    };
    let left = standing.left_today().map(|left| {
        let left = words.text_with("pupil-left-today", &[("left", left.into())]);
        text::caption(left).style(style::muted)
    });
    let money = Column::new()
        .align_x(Alignment::End)
        .push(text::caption(words.text("pupil-balance")).style(style::muted))
        .push(balance)
        .push(left);
    let head = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(portrait(
            context.photos.of(student.id),
            &student.name,
            if low { 40.0 } else { 56.0 },
        ))
        .push(who)
        .push(money);
    let chips: Vec<Element<'a, Message>> = student
        .restrictions
        .iter()
        .filter(|restriction| restriction.holds_on(context.rules.day))
        .map(|restriction| {
            let severity = words.text(&format!("severity-{}", restriction.severity.code()));
            let allergen = words.allergen(restriction.allergen);
            let label = if low {
                allergen
            } else {
                format!("{allergen} · {severity}")
            };
            let (mood, picture) = if restriction.severity >= Severity::Severe {
                (Mood::Error, Icon::Ban)
            } else {
                (Mood::Warn, Icon::TriangleAlert)
            };
            chip::status(mood, picture, label)
        })
        .collect();
    let kept = student.wishes.iter();
    let kept = kept.filter(|wish| wish.holds_on(context.rules.day));
    let diets = kept.map(|wish| {
        let label = words.diet(wish.diet);
        chip::status(Mood::Neutral, Icon::Salad, label)
    });
    let chips: Vec<_> = chips.into_iter().chain(diets).collect();
    let chips = Row::with_children(chips).spacing(space::S).wrap();
    let foot = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(
            container(chips)
                .max_height(76)
                .width(Length::Fill)
                .clip(true),
        )
        .push(button::icon_only(Icon::X).on_press(Message::PupilDismissed));
    Column::new()
        .spacing(space::XS)
        .push(head)
        .push(foot)
        .into()
}

/// Finding a pupil by name, for those who forgot their card.
pub(super) fn search<'a>(
    pupils: &'a Pupils,
    low: bool,
    context: &Context<'a>,
) -> widget::Dialog<'a, Message> {
    let words = context.words;
    let placeholder = words.text("pupil-search");
    let typed = field(&placeholder, &pupils.query)
        .id(super::FIELD_ID)
        .on_input(Message::PupilTyped)
        .on_submit(Message::DialogConfirmed);
    let list: Element<'a, Message> = if pupils.found.is_empty() {
        let key = if pupils.query.trim().is_empty() {
            "pupil-search-todo"
        } else {
            "pupil-search-none"
        };
        text::body(words.text(key)).style(style::muted).into()
    } else {
        let rows = pupils.found.iter().enumerate();
        let rows = rows.map(|(at, customer)| found(at, customer, context));
        scrollable(table::rows(rows))
            .direction(super::cart::thin())
            .height(if low { 264 } else { 330 })
            .into()
    };
    let body = Column::new()
        .spacing(space::L)
        .push(text::title(words.text("pupil-identify")))
        .push(typed)
        .push(list);
    let cancel = button::secondary(words.text("checkout-cancel"))
        .fill()
        .on_press(Message::DialogClosed);
    widget::Dialog::new(body)
        .foot(Element::from(cancel))
        .on_outside(Message::DialogClosed)
}

fn found<'a>(at: usize, customer: &'a Customer, context: &Context<'a>) -> Element<'a, Message> {
    let who = Column::new()
        .push(text::strong(customer.student.name.as_str()))
        .push(text::small(customer.student.grade.as_str()).style(style::muted));
    let row = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(portrait(
            context.photos.of(customer.student.id),
            &customer.student.name,
            48.0,
        ))
        .push(who)
        .push(gap::horizontal())
        .push(text::lead(context.words.money(customer.standing.balance)));
    press(row)
        .width(Length::Fill)
        .padding([space::S, space::S])
        .on_press(Message::PupilChosen(at))
        .into()
}
