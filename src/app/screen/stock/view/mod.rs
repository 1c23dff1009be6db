//! How the stock looks: six parts below their tabs.

mod count;
mod loss;
mod order;
mod receive;
mod review;

use iced::widget::{container, responsive};
use iced::{Alignment, Length, Size};

use super::find::{SEARCH_ID, Shelf};
use super::{Message, Stock, Tab};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, card, empty, field, modal, press, roomy, scroll, segmented,
    table, text,
};
use crate::domain::ProductId;
use crate::domain::catalogue::Unit;
use crate::i18n::I18n;
use crate::store::stock::StockItem;

/// Lower than this, what can be left out is.
const LOW: f32 = 600.0;
/// A part in a lower place scrolls as a whole, in logical pixels.
const PART_HEIGHT_MIN: f32 = 420.0;

impl Stock {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let context = *context;
        responsive(move |room| {
            let shelf = self.shelf.as_ref();
            let dialog = match self.tab {
                Tab::Receive => {
                    let dialog = self.receive.dialog(&context);
                    dialog.map(|dialog| dialog.map(Message::Receive))
                }
                Tab::Count => self.count.dialog(shelf, room, &context),
                _ => None,
            };
            modal(self.page(room, &context), dialog)
        })
        .into()
    }

    fn page<'a>(&'a self, room: Size, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let tabs = [
            ("stock-tab-receive", Tab::Receive),
            ("stock-tab-count", Tab::Count),
            ("stock-tab-loss", Tab::Loss),
            ("stock-tab-moves", Tab::Moves),
            ("stock-tab-order", Tab::Order),
            ("stock-tab-worth", Tab::Worth),
        ];
        let tabs = tabs.map(|(key, tab)| (words.text(key), tab));
        let tabs = segmented(tabs, &self.tab, Message::TabChosen);
        let part = match &self.shelf {
            None => waiting(words),
            Some(shelf) if shelf.items().is_empty() => {
                let (none, todo) = ("stock-no-products", "stock-no-products-todo");
                framed(empty(
                    Icon::Package,
                    words.text(none),
                    words.text(todo),
                    None,
                ))
            }
            Some(shelf) => {
                let context = *context;
                roomy(PART_HEIGHT_MIN, PART_HEIGHT_MIN, move || {
                    self.part(shelf, room, &context)
                })
            }
        };
        let column = Column::new()
            .spacing(space::M)
            .padding(space::L)
            .push(tabs)
            .push(container(part).height(Length::Fill));
        container(column)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }

    fn part<'a>(
        &'a self,
        shelf: &'a Shelf,
        room: Size,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        match self.tab {
            Tab::Receive => self
                .receive
                .view(shelf, room, context)
                .map(Message::Receive),
            Tab::Count => self.count.view(shelf, context).map(Message::Count),
            Tab::Loss => self.loss.view(shelf, context).map(Message::Loss),
            Tab::Moves => self.moves.view(shelf, context).map(Message::Moves),
            Tab::Order => self.order.view(context).map(Message::Order),
            Tab::Worth => self.worth.view(context).map(Message::Worth),
        }
    }
}

/// It is being read.
fn waiting<'a, M: 'a>(words: &I18n) -> Element<'a, M> {
    framed(empty(
        Icon::Hourglass,
        words.text("stock-reading"),
        "",
        None,
    ))
}

/// A card that fills its place.
fn framed<'a, M: 'a>(content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    card(content)
        .padding(space::M)
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
}

/// The field in which a product is looked for.
fn search<'a, M: Clone + 'a>(
    query: &str,
    words: &I18n,
    on_input: impl Fn(String) -> M + 'a,
) -> Element<'a, M> {
    let input = field(&words.text("stock-search"), query)
        .id(SEARCH_ID)
        .on_input(on_input);
    field::search(Icon::Search, "F2", input)
}

/// The products that are offered for what was typed.
fn hits<'a, M: Clone + 'a>(
    shelf: &'a Shelf,
    query: &str,
    words: &I18n,
    on_press: impl Fn(ProductId) -> M,
) -> Element<'a, M> {
    let found = shelf.find(query);
    if found.is_empty() {
        let (none, todo) = ("stock-not-found", "stock-not-found-todo");
        return empty(
            Icon::PackageSearch,
            words.text(none),
            words.text(todo),
            None,
        );
    }
    let rows = found.into_iter().map(|item| {
        let stock = words.text_with("stock-has", &[("stock", has(item, words).into())]);
        let row = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(text::strong(item.name.as_str()).width(Length::Fill))
            .push(text::small(item.category_name.as_str()).style(style::muted))
            .push(text::body(stock));
        pressed_row(row, false, on_press(item.product))
    });
    scroll(table::rows(rows)).height(Length::Fill).into()
}

/// «12» or «0,350 kg».
fn has(item: &StockItem, words: &I18n) -> String {
    let stock = words.quantity(item.stock);
    match item.unit {
        Unit::Each => stock,
        Unit::Kilogram => format!("{stock} kg"),
    }
}

/// Why something was refused, if it was.
fn refused<'a, M: Clone + 'a>(why: Option<&'a str>) -> Option<Element<'a, M>> {
    why.map(|why| banner(Mood::Error, why, None, vec![]))
}

/// A row to press, quiet until it is.
fn pressed_row<'a, M: Clone + 'a>(
    content: impl Into<Element<'a, M>>,
    chosen: bool,
    on_press: M,
) -> Element<'a, M> {
    press(content)
        .on_press(on_press)
        .width(Length::Fill)
        .padding([14.0, space::M])
        .style(move |theme, status| style::row(theme, chosen, status))
        .into()
}

/// Beside the rail, not under it.
fn beside_rail<'a, M: 'a>(rows: impl Into<Element<'a, M>>) -> Element<'a, M> {
    scroll(container(rows).padding(iced::Padding::ZERO.right(space::L)))
        .height(Length::Fill)
        .into()
}
