//! The frame around the screens: sidebar, head and notice.

use iced::widget::{container, rule, space as gap};
use iced::{Alignment, Length};

use super::{Message, Place, Program, Screen, Work};
use crate::app::icon::Icon;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, chip, empty, nav, text, toast, toasted_aside,
};

/// The height of the head, in logical pixels.
const HEAD: f32 = 56.0;

impl Program {
    pub(in crate::app) fn view(&self) -> Element<'_, Message> {
        let shown = match &self.screen {
            Screen::Opening => container(empty(
                Icon::ShoppingCart,
                self.words.text("opening"),
                String::new(),
                None,
            ))
            .center(Length::Fill)
            .into(),
            Screen::Setup(setup) => setup.view(&self.words).map(Message::Setup),
            Screen::Login(login) => login
                .view(&self.shop, &self.words, self.now.at)
                .map(Message::Login),
            Screen::Work(work) => self.work(work),
        };
        let notice = self
            .notice
            .as_ref()
            .map(|(mood, what)| toast(*mood, what, None, Message::NoticeClosed));
        let ground = container(shown)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas);
        let view = toasted_aside(ground, notice);
        match &self.watched {
            Some(watched) => watched.over(view, self.sight()),
            None => view,
        }
    }

    fn work<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let place = match (work.place, &work.sales, &work.settings) {
            (Place::Sales, Some(list), _) => list.view(&self.words).map(Message::Sales),
            (Place::Settings, _, Some(settings)) => {
                settings.view(&self.words).map(Message::Settings)
            }
            _ => self
                .checkout
                .view(&self.context(&work.user))
                .map(Message::Checkout),
        };
        let right = Column::new()
            .push(self.head(work))
            .push(rule::horizontal(1))
            .push(container(place).height(Length::Fill));
        Row::new().push(self.sidebar(work.place)).push(right).into()
    }

    fn sidebar(&self, here: Place) -> Element<'_, Message> {
        let item = |icon, key: &str, place| {
            nav::item(
                icon,
                self.words.text(key),
                here == place,
                Message::Went(place),
            )
        };
        nav::sidebar(
            vec![
                item(Icon::ShoppingCart, "nav-checkout", Place::Checkout),
                item(Icon::ReceiptText, "nav-sales", Place::Sales),
            ],
            vec![
                item(Icon::Settings, "nav-settings", Place::Settings),
                item(Icon::Lock, "nav-lock", Place::Lock),
            ],
        )
    }

    fn head(&self, work: &Work) -> Element<'_, Message> {
        let title = self.words.text(match work.place {
            Place::Checkout | Place::Lock => "nav-checkout",
            Place::Sales => "sales-today",
            Place::Settings => "nav-settings",
        });
        let (mood, printer) = &self.printer;
        let behind = self.watch.behind().map(|_| {
            let label = self.words.text("chip-clock-back");
            chip::status(Mood::Warn, Icon::Clock, label)
        });
        let row = Row::new()
            .spacing(space::L)
            .align_y(Alignment::Center)
            .push(text::title(title))
            .push(gap().width(Length::Fill))
            .push(behind)
            .push(chip::status(*mood, Icon::Printer, printer.as_str()))
            .push(chip::status(
                Mood::Neutral,
                Icon::User,
                work.user.name.clone(),
            ))
            .push(text::lead(self.words.time(self.now)));
        container(row)
            .height(HEAD)
            .padding([0.0, space::L])
            .align_y(Alignment::Center)
            .style(style::bar)
            .into()
    }
}
