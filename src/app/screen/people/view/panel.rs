//! One pupil: their form, who answers for them, the ways to account and health, their own data.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::{Field, Message, Panel, Tab};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, card, chip, empty, field, portrait, scroll_page,
    segmented, strip, text, well,
};
use crate::domain::user::Right;
use crate::store::people::Opened;

/// Nobody is chosen.
pub(super) fn choose<'a>(context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let nothing = empty(
        Icon::Users,
        words.text("people-choose"),
        words.text("people-choose-todo"),
        None,
    );
    card(nothing)
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

impl Panel {
    pub(super) fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let body = match (self.tab, &self.opened) {
            (Tab::Guardians, _) => self.guardians(context),
            (Tab::Account, Some(opened)) => account(opened, context),
            (Tab::Health, Some(opened)) => health(opened, context),
            (Tab::Data, Some(opened)) => data(opened, context),
            _ => self.fields(context),
        };
        let why = self.form.why.as_deref();
        let why = why.map(|why| banner(Mood::Error, why, None, vec![]));
        let keeps = matches!(self.tab, Tab::Form | Tab::Guardians);
        let column = Column::new()
            .spacing(space::M)
            .push(self.head(context))
            .push(self.tabs(context))
            .push(container(body).height(Length::Fill))
            .push(why)
            .push(keeps.then(|| self.foot(context)));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn head<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let name = match self.form.profile.name.trim() {
            "" => words.text("people-new"),
            name => name.to_owned(),
        };
        let opened = self.opened.as_ref();
        let card = opened.and_then(|of| of.cards.first());
        let mut under = vec![self.form.profile.whole_grade()];
        under.extend(card.map(|card| card.number.to_string()));
        under.extend(opened.map(|of| format!("#{}", of.student.0)));
        under.retain(|part| !part.is_empty());
        let photo = opened.and_then(|of| context.photos.of(of.student));
        let mark = opened.and_then(|of| match (of.erased, of.active) {
            (true, _) => Some(chip::status(
                Mood::Neutral,
                Icon::UserX,
                words.text("people-erased-chip"),
            )),
            (false, false) => Some(chip::status(
                Mood::Neutral,
                Icon::Archive,
                words.text("people-left"),
            )),
            _ => None,
        });
        let who = Column::new()
            .width(Length::Fill)
            .push(text::title(name.clone()))
            .push(text::small(under.join(" · ")).style(style::muted));
        Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(portrait(photo, &name, 56.0))
            .push(who)
            .push(mark)
            .push(button::icon_only(Icon::X).on_press(Message::Closed))
            .into()
    }

    fn tabs<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let mut tabs = vec![
            (words.text("people-tab-form"), Tab::Form),
            (words.text("people-tab-guardians"), Tab::Guardians),
        ];
        if self.opened.is_some() {
            tabs.push((words.text("people-tab-account"), Tab::Account));
            tabs.push((words.text("people-tab-health"), Tab::Health));
        }
        if self.opened.is_some() && context.user.may(Right::Users) {
            tabs.push((words.text("people-tab-data"), Tab::Data));
        }
        strip(segmented(tabs, &self.tab, Message::TabChosen))
            .width(Length::Fill)
            .into()
    }

    fn is_fixed(&self) -> bool {
        self.form.asked || self.opened.as_ref().is_some_and(|of| of.erased)
    }

    fn input<'a>(
        &'a self,
        key: &str,
        value: &'a str,
        of: Field,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let label = context.words.text(key);
        let typed = (!self.is_fixed()).then_some(move |text| Message::Typed(of, text));
        let input = field("", value).on_input_maybe(typed);
        container(field::labelled(label, input, None))
            .width(Length::Fill)
            .into()
    }

    fn fields<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let profile = &self.form.profile;
        let beside = |one, other| Row::new().spacing(space::M).push(one).push(other);
        let grade = self.input("people-grade", &profile.grade, Field::Grade, context);
        let section = self.input("people-section", &profile.section, Field::Section, context);
        let document = self.input(
            "people-document",
            &profile.document,
            Field::Document,
            context,
        );
        let birthday = self.input(
            "people-birthday",
            &self.form.birthday,
            Field::Birthday,
            context,
        );
        let card = self
            .opened
            .is_none()
            .then(|| self.input("people-card", &self.form.card, Field::Card, context));
        let staff = chip::choice_with(
            if profile.staff {
                Icon::CircleCheck
            } else {
                Icon::Circle
            },
            words.text("people-staff"),
            profile.staff,
            Message::StaffPressed,
        );
        let column = Column::new()
            .spacing(space::M)
            .push(self.standing(context))
            .push(self.input("people-name", &profile.name, Field::Name, context))
            .push(beside(grade, section))
            .push(card)
            .push(beside(document, birthday))
            .push(staff)
            .push(self.input("people-notes", &profile.notes, Field::Notes, context));
        scroll_page(column).height(Length::Fill).into()
    }

    /// That they left, were erased, or that somebody else has their name.
    fn standing<'a>(&'a self, context: &Context<'a>) -> Option<Element<'a, Message>> {
        let words = context.words;
        let of = self.opened.as_ref()?;
        if of.erased {
            let note = words.text("people-erased-note");
            return Some(banner(Mood::Neutral, note, None, vec![]));
        }
        if !of.active {
            let note = words.text("people-archived-note");
            return Some(banner(Mood::Warn, note, None, vec![]));
        }
        if of.namesakes.is_empty() {
            return None;
        }
        let others = of.namesakes.iter().map(|(student, grade, born)| {
            let born = born.map(|day| format!(", {}", words.date(day)));
            format!("{grade}{} (#{})", born.unwrap_or_default(), student.0)
        });
        let others: Vec<String> = others.collect();
        let told = [("others", others.join(" · ").into())];
        let note = words.text_with("people-namesake", &told);
        Some(banner(Mood::Warn, note, None, vec![]))
    }

    fn foot<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let ready = !self.is_fixed() && self.form.is_changed();
        let save = button::primary(words.text("people-save"))
            .icon(Icon::Save)
            .fill()
            .on_press_maybe(ready.then_some(Message::SavePressed));
        let known = self.opened.as_ref().filter(|of| !of.erased);
        let photo = known.map(|_| {
            let choose = button::secondary(words.text("people-photo-choose"));
            Element::from(
                choose
                    .tall()
                    .icon(Icon::Camera)
                    .on_press(Message::PhotoPressed),
            )
        });
        let unphoto = known.filter(|of| of.photo.is_some()).map(|_| {
            let remove = button::secondary(words.text("people-photo-remove"));
            Element::from(
                remove
                    .tall()
                    .icon(Icon::Trash)
                    .on_press(Message::PhotoRemoved),
            )
        });
        let leave = known.map(|of| {
            let (key, picture) = match of.active {
                true => ("people-archive", Icon::Archive),
                false => ("people-restore", Icon::Undo),
            };
            let leave = button::secondary(words.text(key)).tall().icon(picture);
            Element::from(leave.on_press(Message::ActivePressed))
        });
        let beside = known.map(|_| {
            let row = Row::new()
                .spacing(space::S)
                .push(photo)
                .push(unphoto)
                .push(leave);
            strip(row).width(Length::Fill)
        });
        Column::new()
            .spacing(space::S)
            .push(beside)
            .push(Element::from(save))
            .into()
    }
}

fn account<'a>(opened: &'a Opened, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let cards = opened.cards.iter().map(|card| {
        let state = words.text(&format!("card-state-{}", card.state.code()));
        let expires = card.expires.map(|day| words.date(day)).unwrap_or_default();
        let said = format!("{} · {state} {expires}", card.number);
        text::body(said.trim().to_owned()).into()
    });
    let none = opened
        .cards
        .is_empty()
        .then(|| text::body(words.text("people-cards-none")).style(style::muted));
    let pays_out = !opened.active && !opened.balance.is_zero();
    let key = if pays_out {
        "people-pay-out"
    } else {
        "people-open-account"
    };
    let open = button::primary(words.text(key))
        .icon(Icon::CreditCard)
        .on_press_maybe(
            context
                .user
                .may(Right::TopUp)
                .then_some(Message::AccountPressed(opened.student)),
        );
    let column = Column::new()
        .spacing(space::M)
        .push(text::strong(words.text("people-balance")))
        .push(text::display(words.money(opened.balance)))
        .extend(cards)
        .push(none)
        .push(gap().height(space::S))
        .push(Element::from(open));
    scroll_page(column).height(Length::Fill).into()
}

fn health<'a>(opened: &'a Opened, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let may = context.user.may(Right::Health);
    let key = if may {
        "people-health-note"
    } else {
        "people-health-no-right"
    };
    let note = well(text::body(words.text(key)))
        .padding(space::M)
        .width(Length::Fill);
    let open = may.then(|| {
        let open = button::primary(words.text("people-open-health")).icon(Icon::HeartPulse);
        let press = Message::HealthPressed(opened.student);
        Element::from(open.on_press_maybe(opened.active.then_some(press)))
    });
    let column = Column::new().spacing(space::M).push(note).push(open);
    scroll_page(column).height(Length::Fill).into()
}

fn data<'a>(opened: &'a Opened, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let note = well(text::body(words.text("people-data-note")))
        .padding(space::M)
        .width(Length::Fill);
    let export = button::secondary(words.text("people-export"))
        .icon(Icon::FileDown)
        .tall()
        .fill()
        .on_press(Message::ExportPressed);
    let erase = button::danger(words.text("people-erase"))
        .icon(Icon::UserX)
        .fill()
        .on_press_maybe((!opened.erased).then_some(Message::ErasePressed));
    let column = Column::new()
        .spacing(space::M)
        .push(note)
        .push(Element::from(export))
        .push(Element::from(erase));
    scroll_page(column).height(Length::Fill).into()
}
