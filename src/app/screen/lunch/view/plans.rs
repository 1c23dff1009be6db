//! Plans at the left, who is subscribed at the right, and the forms over both.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length, Size};

use super::super::plans::{
    Dialog, Ending, Enrolment, Fault, Field, Form, Message, PlanForm, Plans, SHOWN_MAX,
};
use super::{NARROW, TIGHT, pressed_row, weekday_chips};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{size, space, style, target};
use crate::app::widget::{
    self, Column, Element, Mood, Row, banner, button, card, chip, empty, field, pages, scroll,
    segmented, text,
};
use crate::domain::lunch::{Plan, Pricing};
use crate::i18n::I18n;
use crate::printing::lunch::weekdays_words;
use crate::store::lunch::{Booking, PlanFile};
use crate::till::lunch::PLANS;

/// The height of the list of a class, in logical pixels.
const CLASS_HEIGHT: f32 = 220.0;

impl Plans {
    pub(super) fn view<'a>(&'a self, room: Size, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let Some(plans) = &self.files else {
            return card(empty(
                Icon::Hourglass,
                words.text("lunch-reading"),
                "",
                None,
            ))
            .width(Length::Fill)
            .height(Length::Fill)
            .into();
        };
        if plans.is_empty() {
            let may = context.user.may(PLANS);
            let new = may.then(|| {
                button::primary(words.text("lunch-plan-new"))
                    .icon(Icon::Plus)
                    .on_press(Message::NewPressed)
                    .into()
            });
            let todo = if may {
                "lunch-plans-none-todo"
            } else {
                "lunch-plans-none-ask"
            };
            let none = empty(
                Icon::Utensils,
                words.text("lunch-plans-none"),
                words.text(todo),
                new,
            );
            return card(none).width(Length::Fill).height(Length::Fill).into();
        }
        let share = if room.width < NARROW { 3 } else { 4 };
        let left = container(self.list(plans, context)).width(Length::FillPortion(2));
        let right = container(self.subscriptions(room, context)).width(Length::FillPortion(share));
        Row::new().spacing(space::L).push(left).push(right).into()
    }

    fn list<'a>(&'a self, plans: &'a [PlanFile], context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let may = context.user.may(PLANS);
        let rows = plans.iter().map(|file| {
            let plan = &file.plan;
            let ended = (!plan.active)
                .then(|| chip::status(Mood::Neutral, Icon::Ban, words.text("lunch-plan-inactive")));
            let count = [("count", file.subscribed.into())];
            let said = Column::new()
                .spacing(space::XS)
                .width(Length::Fill)
                .push(text::lead(plan.name.as_str()))
                .push(text::body(price(plan, words)))
                .push(text::small(weekdays_words(plan.weekdays, words)).style(style::muted))
                .push(text::small(words.text_with("lunch-plan-count", &count)).style(style::muted))
                .push(ended);
            let change = may
                .then(|| button::icon_only(Icon::Pencil).on_press(Message::ChangePressed(plan.id)));
            let row = pressed_row(
                said,
                self.chosen == Some(plan.id),
                Message::PlanPressed(plan.id),
            );
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(row)
                .push(change)
                .into()
        });
        let rows = Column::with_children(rows).spacing(space::S);
        let new = may.then(|| {
            button::secondary(words.text("lunch-plan-new"))
                .icon(Icon::Plus)
                .fill()
                .on_press(Message::NewPressed)
                .into()
        });
        let note =
            (!may).then(|| text::small(words.text("lunch-supervisor-does")).style(style::muted));
        let column = Column::new()
            .spacing(space::M)
            .push(text::strong(words.text("lunch-plans")))
            .push(container(scroll(rows).height(Length::Fill)).height(Length::Fill))
            .push(note)
            .push(new.map(|new: Element<'_, Message>| new));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn subscriptions<'a>(&'a self, room: Size, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let may = context.user.may(PLANS);
        let search =
            field(&words.text("lunch-plans-search"), &self.query).on_input(Message::QueryTyped);
        let enrol = may.then(|| {
            let enrol = button::primary(words.text("lunch-enrol"));
            let enrol = match room.width < TIGHT {
                true => enrol,
                false => enrol.icon(Icon::UserPlus),
            };
            let enrol = enrol.on_press(Message::EnrolPressed);
            Element::from(enrol)
        });
        let head = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(search)
            .push(enrol);
        let found = self.found();
        let page = self.page.min(found.len().saturating_sub(1) / SHOWN_MAX);
        let all = found.len();
        let list: Element<'a, Message> = if found.is_empty() {
            let key = match self.bookings.is_empty() {
                true => "lunch-bookings-none",
                false => "pupils-not-found",
            };
            let todo = words.text(&format!("{key}-todo"));
            empty(Icon::Users, words.text(key), todo, None)
        } else {
            let shown = found.into_iter().skip(page * SHOWN_MAX).take(SHOWN_MAX);
            let rows = shown.map(|booking| self.row(booking, may, words));
            let rows = widget::table::rows(rows);
            scroll(container(rows).padding(iced::Padding::ZERO.right(space::M)))
                .height(Length::Fill)
                .into()
        };
        let column = Column::new()
            .spacing(space::M)
            .push(head)
            .push(container(list).height(Length::Fill))
            .push(pages(page, SHOWN_MAX, all, words, Message::PageTurned));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn row<'a>(&'a self, booking: &'a Booking, may: bool, words: &I18n) -> Element<'a, Message> {
        let of = &booking.subscription;
        let plan = self
            .plan(of.plan)
            .map_or("", |file| file.plan.name.as_str());
        let who = Column::new()
            .width(Length::FillPortion(3))
            .push(text::strong(booking.name.as_str()))
            .push(text::small(booking.grade.as_str()).style(style::muted));
        let from = [("day", of.first.into())];
        let span = match of.last {
            Some(last) => {
                let days = [("from", of.first.into()), ("to", last.into())];
                words.text_with("lunch-from-to", &days)
            }
            None => words.text_with("lunch-from", &from),
        };
        let days = format!("{} · {span}", weekdays_words(of.weekdays, words));
        let what = Column::new()
            .width(Length::FillPortion(4))
            .push(text::body(plan))
            .push(text::small(days).style(style::muted));
        let end = may.then(|| {
            let end = button::secondary(words.text("lunch-end"))
                .short()
                .on_press(Message::EndPressed(of.id));
            Element::from(end)
        });
        let row = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(who)
            .push(what)
            .push(end);
        container(row).padding([space::S, 0.0]).into()
    }

    pub(super) fn dialog_view<'a>(
        &'a self,
        context: &Context<'a>,
    ) -> Option<widget::Dialog<'a, Message>> {
        let dialog = self.dialog.as_ref()?;
        let words = context.words;
        let body = match &dialog.form {
            Form::Plan(plan) => plan.body(words),
            Form::Enrol(enrolment) => self.enrolment_body(enrolment, words),
            Form::End(ending) => ending.body(words),
        };
        let width = match dialog.form {
            Form::Enrol(_) => 980.0,
            Form::Plan(_) | Form::End(_) => 780.0,
        };
        let refused = dialog.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let column = Column::new().spacing(space::L).push(body).push(refused);
        Some(
            widget::Dialog::new(column)
                .width_max(width)
                .foot(dialog.foot(context)),
        )
    }

    fn enrolment_body<'a>(&'a self, of: &'a Enrolment, words: &I18n) -> Element<'a, Message> {
        let active = self.files.iter().flatten().filter(|file| file.plan.active);
        let plans = active.map(|file| {
            let chosen = of.plan == Some(file.plan.id);
            chip::choice(
                file.plan.name.clone(),
                chosen,
                Message::PlanChosen(file.plan.id),
            )
        });
        let grades = self.grades().into_iter().map(|grade| {
            let chosen = of.grade.as_deref() == Some(grade);
            chip::choice(
                grade.to_owned(),
                chosen,
                Message::GradeChosen(grade.to_owned()),
            )
        });
        let class = of.grade.as_deref();
        let class = class.map(|grade| self.class(grade, of, words));
        let grades = scroll(chip::flow(grades)).height(match of.grade {
            Some(_) => Length::Fixed(104.0),
            None => Length::Fixed(CLASS_HEIGHT + 104.0),
        });
        let what = Column::new()
            .spacing(space::M)
            .width(Length::FillPortion(2))
            .push(chip::flow(plans))
            .push(input("lunch-first-day", &of.first, Field::First, words))
            .push(input("lunch-last-day", &of.last, Field::Last, words))
            .push(weekday_chips(of.weekdays, words, Message::WeekdayToggled));
        let who = Column::new()
            .spacing(space::S)
            .width(Length::FillPortion(3))
            .push(text::strong(words.text("lunch-grade")))
            .push(grades)
            .push(class);
        Column::new()
            .spacing(space::M)
            .push(text::title(words.text("lunch-enrol-title")))
            .push(Row::new().spacing(space::XL).push(what).push(who))
            .into()
    }

    fn class<'a>(&'a self, grade: &str, of: &'a Enrolment, words: &I18n) -> Element<'a, Message> {
        let pupils = self.of_grade(grade);
        let rows = pupils.into_iter().map(|((student, name, _), booked)| {
            let chosen = of.chosen.contains(student);
            let picture = if chosen {
                Icon::CircleCheck
            } else {
                Icon::Circle
            };
            let has = booked
                .then(|| chip::status(Mood::Neutral, Icon::Utensils, words.text("lunch-has-one")));
            let row = Row::new()
                .spacing(space::M)
                .align_y(Alignment::Center)
                .push(icon(picture, size::ICON))
                .push(text::body(name.as_str()).width(Length::Fill))
                .height(target::MIN - 2.0 * space::S)
                .push(has);
            pressed_row(row, chosen, Message::PupilToggled(*student))
        });
        let count = [("count", of.chosen.len().into())];
        let all = |key: &str, all| {
            let all = button::ghost(words.text(key)).on_press(Message::AllChosen(all));
            Element::from(all)
        };
        let head = Row::new()
            .align_y(Alignment::Center)
            .push(text::strong(words.text_with("lunch-chosen", &count)))
            .push(gap::horizontal())
            .push(all("lunch-all", true))
            .push(all("lunch-none", false));
        let rows = Column::with_children(rows).spacing(2);
        Column::new()
            .push(head)
            .push(scroll(rows).height(CLASS_HEIGHT))
            .into()
    }
}

impl Dialog {
    /// What is wrong stands beside the button that was pressed, wherever its field is.
    fn foot<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let fault = self
            .form
            .wanted(context.now.day())
            .err()
            .filter(|_| self.tried);
        let fault = fault.map(|fault| {
            let row = Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(icon(Icon::CircleAlert, size::ICON).style(style::danger_ink))
                .push(text::body(fault_words(fault, words)).style(style::danger_ink));
            Element::from(row)
        });
        let cancel = button::secondary(words.text("lunch-cancel"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::Dismissed));
        let confirm = words.text(match self.form {
            Form::Plan(_) => "lunch-plan-save",
            Form::Enrol(_) => "lunch-enrol-now",
            Form::End(_) => "lunch-end-now",
        });
        let confirm = button::primary(confirm)
            .icon(Icon::Check)
            .fill()
            .on_press_maybe((!self.asked).then_some(Message::Confirmed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(cancel))
            .push(Element::from(confirm));
        Column::new()
            .spacing(space::S)
            .push(fault)
            .push(buttons)
            .into()
    }
}

impl PlanForm {
    fn body<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let title = match self.plan {
            Some(_) => "lunch-plan-change",
            None => "lunch-plan-new",
        };
        let per = segmented(
            [
                (words.text("lunch-per-month"), true),
                (words.text("lunch-per-day"), false),
            ],
            &self.monthly,
            Message::MonthlyChosen,
        );
        let active = segmented(
            [
                (words.text("lunch-plan-offered"), true),
                (words.text("lunch-plan-inactive"), false),
            ],
            &self.active,
            Message::ActiveChosen,
        );
        let price = Row::new()
            .spacing(space::M)
            .align_y(Alignment::End)
            .push(input("lunch-plan-price", &self.price, Field::Price, words))
            .push(per);
        let next = self
            .plan
            .is_some()
            .then(|| text::small(words.text("lunch-plan-price-note")).style(style::muted));
        Column::new()
            .spacing(space::M)
            .push(text::title(words.text(title)))
            .push(input("lunch-plan-name", &self.name, Field::Name, words))
            .push(price)
            .push(next)
            .push(weekday_chips(self.weekdays, words, Message::WeekdayToggled))
            .push(input(
                "lunch-days-off",
                &self.days_off,
                Field::DaysOff,
                words,
            ))
            .push(self.plan.map(|_| active))
            .into()
    }
}

impl Ending {
    fn body<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let told = [("name", self.name.as_str().into())];
        Column::new()
            .spacing(space::M)
            .push(text::title(words.text_with("lunch-end-title", &told)))
            .push(text::body(words.text("lunch-end-what")).style(style::muted))
            .push(input("lunch-last-day", &self.last, Field::Last, words))
            .push(input("lunch-reason", &self.reason, Field::Reason, words))
            .into()
    }
}

fn input<'a>(key: &str, value: &str, of: Field, words: &I18n) -> Element<'a, Message> {
    let hint = match of {
        Field::First | Field::Last => words.text("lunch-day-hint"),
        Field::DaysOff => words.text("lunch-days-off-hint"),
        Field::Name | Field::Price | Field::Reason => String::new(),
    };
    let typed = field(&hint, value).on_input(move |text| Message::Typed(of, text));
    container(field::labelled(words.text(key), typed, None))
        .width(Length::Fill)
        .into()
}

fn fault_words(fault: Fault, words: &I18n) -> String {
    words.text(match fault {
        Fault::NoName => "lunch-fault-name",
        Fault::BadPrice => "lunch-fault-price",
        Fault::BadDay => "lunch-fault-day",
        Fault::NobodyChosen => "lunch-fault-nobody",
        Fault::NoPlan => "lunch-fault-plan",
    })
}

/// «₲ 380.000 por mes».
pub(super) fn price(plan: &Plan, words: &I18n) -> String {
    let key = match plan.pricing {
        Pricing::PerDay(_) => "lunch-price-day",
        Pricing::PerMonth(_) => "lunch-price-month",
    };
    words.text_with(key, &[("price", plan.pricing.price().amount().into())])
}
