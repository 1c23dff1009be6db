//! How it looks: what there is to choose and how much is declared above, one page below.

mod cell;
mod dialogs;
mod first;
mod foot;
mod matrix;
mod product;
mod queue;
mod recipe;

use iced::widget::{container, progress_bar, responsive, space as gap};
use iced::{Alignment, Length, Size};

use super::message::Page;
use super::{Declare, Desk, Message};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, card, empty, modal, segmented, text,
};
use crate::i18n::I18n;

/// The field of the search: what F2 gives the focus to.
pub const SEARCH_ID: &str = "declare-search";

/// Below this width the window is narrow; below this height it is low.
const ROOMY: Size = Size::new(1100.0, 640.0);
/// Below this height there is only room for what is filled in.
const TINY: f32 = 500.0;
/// Below this width even the keys are tight.
const TIGHT: f32 = 800.0;
/// The width of the bar that shows how much is declared, in logical pixels.
const BAR_WIDTH: f32 = 220.0;
/// The bar is full at so many per cent.
const WHOLE: f32 = 100.0;

/// How much room there is.
#[derive(Debug, Clone, Copy)]
struct Room {
    size: Size,
}

impl Room {
    fn is_low(self) -> bool {
        self.size.height < ROOMY.height
    }

    /// So low that the filters are behind a button.
    fn is_tiny(self) -> bool {
        self.size.height < TINY
    }

    fn is_narrow(self) -> bool {
        self.size.width < ROOMY.width
    }

    /// So narrow that every word of the keys counts.
    fn is_tight(self) -> bool {
        self.size.width < TIGHT
    }

    fn gap(self) -> f32 {
        if self.is_low() { space::S } else { space::M }
    }
}

impl Declare {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let context = *context;
        responsive(move |size| {
            let room = Room { size };
            let dialog = self.dialog.as_ref();
            let dialog = dialog.and_then(|open| self.dialog(open, room, context.words));
            modal(self.whole(room, &context), dialog)
        })
        .into()
    }

    fn whole<'a>(&'a self, room: Room, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let page: Element<'a, Message> = match (&self.desk, &self.open) {
            (None, _) => self.nothing_read(words),
            (Some(desk), None) => self.page(desk, room, words),
            (Some(desk), Some(open)) => product::product_view(desk, open, room, context),
        };
        let head = self.open.is_none().then(|| self.head(room, words));
        let padding = if room.is_low() { space::M } else { space::L };
        let whole = Column::new()
            .spacing(room.gap())
            .padding(padding)
            .push(head)
            .push(self.trouble(words))
            .push(container(page).height(Length::Fill));
        container(whole)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }

    fn page<'a>(&'a self, desk: &'a Desk, room: Room, words: &I18n) -> Element<'a, Message> {
        if desk.products().is_empty() {
            let (what, todo) = ("declare-no-products", "declare-no-products-todo");
            let nothing = empty(Icon::PackagePlus, words.text(what), words.text(todo), None);
            return card(nothing).into();
        }
        match self.page {
            Page::Matrix => self.matrix_view(desk, room, words),
            Page::Queue => self.queue_view(desk, room, words),
            Page::First => first::first_view(desk, words),
        }
    }

    fn nothing_read<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let shown = match &self.not_read {
            None => empty(
                Icon::Hourglass,
                words.text("declare-reading"),
                words.text("declare-reading-todo"),
                None,
            ),
            Some(why) => {
                let again = button::primary(words.text("declare-retry"))
                    .icon(Icon::RefreshCw)
                    .on_press(Message::RetryPressed);
                let what = words.text("declare-not-read");
                empty(Icon::CircleAlert, what, why.as_str(), Some(again.into()))
            }
        };
        card(shown).into()
    }

    /// What was refused, or could not be read again: what is shown may be old then.
    fn trouble<'a>(&'a self, words: &I18n) -> Option<Element<'a, Message>> {
        if let Some(why) = &self.refused {
            let close = button::icon_only(Icon::X).on_press(Message::RefusalClosed);
            return Some(banner(Mood::Error, why.as_str(), None, vec![close.into()]));
        }
        let why = self.not_read.as_deref().filter(|_| self.desk.is_some())?;
        let again = button::secondary(words.text("declare-retry"))
            .short()
            .on_press(Message::RetryPressed);
        let what = words.text("declare-not-read");
        Some(banner(
            Mood::Warn,
            what,
            Some(why.into()),
            vec![again.into()],
        ))
    }

    fn head<'a>(&'a self, room: Room, words: &I18n) -> Element<'a, Message> {
        let waiting = self.desk.as_ref().map_or(0, |desk| desk.queue().len());
        let pages = [
            (words.text("declare-page-matrix"), Page::Matrix),
            (
                words.text_with("declare-page-queue", &[("count", waiting.into())]),
                Page::Queue,
            ),
            (words.text("declare-page-first"), Page::First),
        ];
        let pages = segmented(pages, &self.page, Message::PageChosen);
        let row = Row::new()
            .spacing(room.gap())
            .align_y(Alignment::Center)
            .push(pages);
        if room.is_tiny() && self.page == Page::Matrix && self.desk.is_some() {
            let more = button::icon_only(Icon::ListFilter).on_press(Message::CategoryPressed);
            return row.push(self.search_field(words)).push(more).into();
        }
        row.push(gap::horizontal())
            .push(self.desk.as_ref().map(|desk| coverage(desk, room, words)))
            .into()
    }
}

/// «83 % de lo vendido en 30 días está declarado».
fn coverage<'a>(desk: &Desk, room: Room, words: &I18n) -> Element<'a, Message> {
    let coverage = desk.coverage();
    let percent = coverage.percent();
    let told = [
        ("percent", percent.into()),
        ("days", super::PERIOD_DAYS.into()),
        ("declared", coverage.declared.into()),
        ("products", coverage.products.into()),
    ];
    let (sold, products) = if room.is_narrow() {
        ("declare-coverage-short", "declare-coverage-products-short")
    } else {
        ("declare-coverage", "declare-coverage-products")
    };
    let sold = text::strong(words.text_with(sold, &told));
    let products = text::small(words.text_with(products, &told)).style(style::muted);
    let part = i16::try_from(percent).map_or(0.0, f32::from);
    let bar = progress_bar(0.0..=WHOLE, part).girth(space::S);
    let line = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(container(bar).width(if room.is_narrow() {
            BAR_WIDTH / 2.0
        } else {
            BAR_WIDTH
        }))
        .push(products);
    Column::new()
        .spacing(space::XS)
        .align_x(Alignment::End)
        .push(sold)
        .push(line)
        .into()
}
