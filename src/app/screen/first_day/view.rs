//! How the list of the first day looks, and the starter catalogue before it is taken over.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::{FirstDay, Message, Offered, Seen, Starter, Step};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style, target};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, card, modal, press, scroll, scroll_page,
    table, text,
};
use crate::i18n::I18n;

/// The widest the list gets, in logical pixels.
const WIDTH_MAX: f32 = 900.0;
/// The height of the starter catalogue in its dialog, in logical pixels.
const STARTER_HEIGHT: f32 = 300.0;
/// The widest that dialog gets.
const STARTER_WIDTH: f32 = 820.0;
/// The width of a price in it.
const PRICE_WIDTH: f32 = 100.0;

impl FirstDay {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let steps = self.seen.as_ref().map(|seen| self.steps(seen, words));
        let page = Column::new()
            .spacing(space::L)
            .max_width(WIDTH_MAX)
            .push(self.head(words))
            .push(steps);
        let whole = container(scroll_page(page).height(Length::Fill))
            .padding([space::L, space::S])
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas);
        let dialog = self.starter.as_ref();
        let dialog =
            dialog.map(|starter| Dialog::new(starter.view(words)).width_max(STARTER_WIDTH));
        modal(whole, dialog)
    }

    fn head<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let dismiss = button::ghost(words.text("first-day-dismiss"))
            .icon(Icon::EyeOff)
            .on_press(Message::DismissPressed);
        let of = self.seen.as_ref().map(|seen| {
            let told = [
                ("done", seen.done().into()),
                ("all", Step::ALL.len().into()),
            ];
            text::lead(words.text_with("first-day-done", &told))
        });
        let title = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(of)
            .push(gap::horizontal())
            .push(Element::from(dismiss));
        Column::new()
            .spacing(space::S)
            .push(title)
            .push(text::body(words.text("first-day-hint")).style(style::muted))
            .into()
    }

    fn steps<'a>(&self, seen: &Seen, words: &I18n) -> Element<'a, Message> {
        let rows = Step::ALL.iter().map(|step| self.step(*step, seen, words));
        card(table::rows(rows)).width(Length::Fill).into()
    }

    fn step<'a>(&self, step: Step, seen: &Seen, words: &I18n) -> Element<'a, Message> {
        let done = seen.is_done(step);
        let (mood, picture, state) = match done {
            true => (Mood::Ok, Icon::CircleCheck, "first-day-is-done"),
            false => (Mood::Neutral, Icon::Circle, "first-day-is-open"),
        };
        let mark = icon(picture, size::ICON).style(move |theme| iced::widget::text::Style {
            color: Some(mood.pair(theme).ink),
        });
        let hint = format!("{}-hint", step.key());
        let told = [
            ("products", seen.begun.products.into()),
            ("pupils", seen.begun.pupils.into()),
        ];
        let said = Column::new()
            .spacing(space::XS)
            .width(Length::Fill)
            .push(text::strong(words.text(step.key())))
            .push(text::small(words.text_with(&hint, &told)).style(style::muted));
        let row = Row::new()
            .spacing(space::M)
            .height(Length::Fill)
            .align_y(Alignment::Center)
            .push(mark)
            .push(said)
            .push(text::small(words.text(state)).style(style::muted))
            .push(icon(Icon::ChevronRight, size::ICON));
        let line = press(row)
            .on_press(Message::StepPressed(step))
            .width(Length::Fill)
            .height(target::MAIN)
            .style(|_, _| container::Style::default());
        let starter = (step == Step::Catalogue && self.offers_starter()).then(|| {
            let starter = button::secondary(words.text("first-day-starter"))
                .icon(Icon::ShoppingBasket)
                .on_press(Message::StarterPressed);
            Element::from(starter)
        });
        Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(line)
            .push(starter)
            .into()
    }
}

impl Starter {
    fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let count = [("count", self.rows.len().into())];
        let later = button::secondary(words.text("first-day-starter-later"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::StarterDismissed));
        let take = button::primary(words.text_with("first-day-starter-take", &count))
            .icon(Icon::Check)
            .fill()
            .on_press_maybe((!self.asked).then_some(Message::StarterConfirmed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(later))
            .push(Element::from(take));
        let list = scroll(table::rows(self.rows.iter().map(offered)));
        let refused = self.refused.as_deref();
        Column::new()
            .spacing(space::M)
            .push(text::title(words.text("first-day-starter-title")))
            .push(banner(
                Mood::Warn,
                words.text("first-day-starter-warns"),
                None,
                vec![],
            ))
            .push(container(list).height(STARTER_HEIGHT))
            .push(refused.map(|why| banner(Mood::Error, why, None, vec![])))
            .push(buttons)
            .into()
    }
}

fn offered(row: &Offered) -> Element<'_, Message> {
    let about = format!("{} · {}", row.category, row.says);
    let said = Column::new()
        .width(Length::Fill)
        .push(text::body(row.name.as_str()))
        .push(text::small(about).style(style::muted));
    let price = text::body(row.price.as_str())
        .width(PRICE_WIDTH)
        .align_x(Alignment::End);
    Row::new()
        .spacing(space::M)
        .padding([space::XS, space::S])
        .align_y(Alignment::Center)
        .push(said)
        .push(price)
        .into()
}
