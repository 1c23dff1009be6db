//! Who buys.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use crate::app::icon::Icon;
use crate::app::screen::checkout::dialog::Pupils;
use crate::app::screen::checkout::limits;
use crate::app::screen::checkout::message::Message;
use crate::app::screen::checkout::{Context, Screen};
use crate::app::theme::{space, style};
use crate::app::widget::{
    self, Column, Element, Mood, Row, button, card, chip, field, fit, portrait, press, scroll,
    table, text,
};
use crate::domain::BusinessDay;
use crate::domain::diet::Restriction;
use crate::domain::student::Customer;

/// Below this height of the place the cart has hardly room for a line, in logical pixels.
const LOWEST: f32 = 480.0;
/// So many statements about a pupil have their place above the cart.
const CHIPS_MAX: usize = 5;

impl Screen {
    pub(super) fn pupil<'a>(&'a self, context: &Context<'a>, height: f32) -> Element<'a, Message> {
        let (low, lowest) = (height < super::ROOMY.height, height < LOWEST);
        let pad = if low { space::S } else { space::M };
        let body = match self.cart().customer() {
            Some(customer) => identified(customer, context, low, lowest),
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
    lowest: bool,
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
    let name: Element<'a, Message> = match lowest {
        true => fit::lead(student.name.as_str()).into(),
        false => text::lead(student.name.as_str()).into(),
    };
    let who = Column::new()
        .width(Length::Fill)
        .push(name)
        .push(text::small(under).style(style::muted));
    let standing = &customer.standing;
    let balance = text::figure(words.money(standing.balance));
    let balance = if standing.balance.is_negative() {
        balance.style(style::danger_ink)
    } else {
        balance.style(style::accent_ink)
    };
    let left = limits::next(customer, context);
    let left = left.map(|left| text::caption(left).style(style::muted));
    let label = match standing.balance.is_negative() {
        true => "pupil-owes",
        false => "pupil-balance",
    };
    let money = Column::new()
        .align_x(Alignment::End)
        .push(text::caption(words.text(label)).style(style::muted))
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
    let away = button::icon_only(Icon::X).on_press(Message::PupilDismissed);
    let low_mark = context.low_mark(customer);
    let low_mark = low_mark.map(|(mood, picture, label)| chip::status(mood, picture, label));
    let chips: Vec<_> = low_mark
        .into_iter()
        .chain(needs(customer, context, low))
        .collect();
    // In the lowest window the lines of the cart need the height.
    if lowest {
        let chips = (!chips.is_empty()).then(|| chip::flow(chips));
        return Column::new()
            .spacing(space::XS)
            .push(head.push(away))
            .push(chips)
            .into();
    }
    let foot = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(container(chip::flow(chips)).width(Length::Fill))
        .push(away);
    Column::new()
        .spacing(space::XS)
        .push(head)
        .push(foot)
        .into()
}

/// What the pupil must not eat, the worst first, then their diets; how many more there are is said too.
fn needs<'a>(
    customer: &'a Customer,
    context: &Context<'a>,
    low: bool,
) -> Vec<Element<'a, Message>> {
    let (words, day) = (context.words, context.rules.day);
    let student = &customer.student;
    let allergies = worst_first(&student.restrictions, day);
    let allergies = allergies.into_iter().map(|restriction| {
        let severity = words.text(&format!("severity-{}", restriction.severity.code()));
        let allergen = words.allergen(restriction.allergen);
        let label = if low {
            allergen
        } else {
            format!("{allergen} · {severity}")
        };
        (context.look_of(restriction.severity), label)
    });
    let kept = student.wishes.iter().filter(|wish| wish.holds_on(day));
    let diets = kept.map(|wish| ((Mood::Neutral, Icon::Salad), words.diet(wish.diet)));
    let limits = limits::said(customer, context).into_iter();
    let mut said: Vec<_> = allergies.chain(diets).chain(limits).collect();
    let hidden = said.split_off(shown_of(said.len()));
    // The first that is not shown is the worst of them.
    let more = hidden.first().map(|(look, _)| {
        let count = [("count", hidden.len().into())];
        (*look, words.text_with("chips-more", &count))
    });
    let all = said.into_iter().chain(more);
    all.map(|((mood, picture), label)| chip::status(mood, picture, label))
        .collect()
}

fn worst_first(all: &[Restriction], day: BusinessDay) -> Vec<&Restriction> {
    let mut worst: Vec<_> = all.iter().filter(|of| of.holds_on(day)).collect();
    worst.sort_by_key(|of| std::cmp::Reverse(of.severity));
    worst
}

/// How many of these are shown: all, or so many that the number of the others has its place.
const fn shown_of(all: usize) -> usize {
    if all > CHIPS_MAX { CHIPS_MAX - 1 } else { all }
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
        .on_input(Message::PupilTyped);
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
        scroll(table::rows(rows))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::diet::{Allergen, Severity};

    #[test]
    fn the_worst_is_shown_whatever_was_said_first_and_nothing_is_left_out_silently() {
        let day = BusinessDay::written("23/11/2026").unwrap();
        let mild = Allergen::LISTED.iter().take(8);
        let mild = mild.map(|of| Restriction::new(of.0, Severity::Mild, "su madre"));
        let mut all: Vec<_> = mild.collect();
        all.push(Restriction::new(
            Allergen::PEANUT,
            Severity::Critical,
            "su madre",
        ));
        let worst = worst_first(&all, day);
        assert_eq!(worst[0].severity, Severity::Critical);
        assert_eq!(worst.len(), all.len());
        assert_eq!([3, 5, 6, 9].map(shown_of), [3, 5, 4, 4]);
    }
}
