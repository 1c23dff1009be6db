//! How the date picker looks: two fields, and a month whose days are pressed.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use crate::app::icon::Icon;
use crate::app::screen::dashboard::message::Message;
use crate::app::screen::dashboard::picker::{self, Picker, Typed};
use crate::app::screen::dashboard::say;
use crate::app::theme::{Theme, radius, space, style, target};
use crate::app::widget::{Column, Dialog, Element, Row, Status, button, field, press, text};
use crate::domain::BusinessDay;
use crate::i18n::I18n;

impl Picker {
    pub(super) fn dialog<'a>(&'a self, words: &'a I18n) -> Dialog<'a, Message> {
        let title = match self.purpose {
            picker::For::Period => "dash-pick-period",
            picker::For::Comparison => "dash-pick-comparison",
        };
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(words.text(title)))
            .push(self.fields(words))
            .push(self.month(words));
        let leave = button::secondary(words.text("dash-cancel"))
            .tall()
            .on_press(Message::Back);
        let confirmed = Message::Picker(picker::Message::Confirmed);
        let apply = button::primary(words.text("dash-apply"))
            .icon(Icon::Check)
            .fill()
            .on_press_maybe(self.span().map(|_| confirmed));
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(leave))
            .push(Element::from(apply));
        Dialog::new(column).foot(foot).width_max(460.0)
    }

    fn fields<'a>(&'a self, words: &'a I18n) -> Element<'a, Message> {
        let typed = |label: &str, value: &'a str, message: fn(String) -> picker::Message| {
            let input = field(&words.text("dash-day-form"), value)
                .on_input(move |text| Message::Picker(message(text)));
            container(field::labelled(words.text(label), input, None)).width(Length::Fill)
        };
        let both = Row::new()
            .spacing(space::M)
            .push(typed("dash-from", &self.from, picker::Message::FromTyped))
            .push(typed("dash-to", &self.to, picker::Message::ToTyped));
        let wrong = match self.typed() {
            Typed::Days(_) => None,
            Typed::NoDay => Some("dash-no-day"),
            Typed::Backwards => Some("dash-backwards"),
            Typed::TooLong => Some("dash-too-long"),
        };
        let wrong = wrong.map(|key| text::small(words.text(key)).style(style::danger_ink));
        Column::new()
            .spacing(space::XS)
            .push(both)
            .push(wrong)
            .into()
    }

    fn month<'a>(&'a self, words: &'a I18n) -> Element<'a, Message> {
        let step = |picture, months| {
            let message = Message::Picker(picker::Message::MonthStepped(months));
            Element::from(button::icon_only(picture).on_press(message))
        };
        let head = Row::new()
            .align_y(Alignment::Center)
            .push(step(Icon::ChevronLeft, -1))
            .push(container(text::strong(say::month_of(self.month, words))).center_x(Length::Fill))
            .push(step(Icon::ChevronRight, 1));
        let names = (0..7).map(|weekday| {
            let name = text::small(words.text(say::short_weekday(weekday))).style(style::muted);
            container(name).center_x(Length::Fill).into()
        });
        let weeks = self.weeks().into_iter().map(|week| {
            let days = week.into_iter().map(|day| self.day(day));
            Row::with_children(days).spacing(space::XS).into()
        });
        Column::new()
            .spacing(space::XS)
            .push(head)
            .push(Row::with_children(names).spacing(space::XS))
            .extend(weeks)
            .into()
    }

    fn day(&self, day: Option<BusinessDay>) -> Element<'_, Message> {
        let Some(day) = day else {
            return gap().width(Length::Fill).height(target::MIN).into();
        };
        let chosen = self.holds(day);
        let label = text::body(say::day_number(day));
        let pressed = Message::Picker(picker::Message::DayPressed(day));
        press(container(label).center(Length::Fill))
            .on_press_maybe(self.is_past(day).then_some(pressed))
            .width(Length::Fill)
            .height(target::MIN)
            .style(move |theme: &Theme, status| {
                let tokens = theme.tokens();
                let pair = match (chosen, status) {
                    (true, _) => tokens.accent,
                    (false, Status::Pressed) => tokens.accent_soft,
                    (false, Status::Rest) => tokens.surface,
                    (false, Status::Disabled) => crate::app::theme::Pair {
                        fill: tokens.surface.fill,
                        ink: tokens.muted,
                    },
                };
                style::filled(pair, radius::S)
            })
            .into()
    }
}
