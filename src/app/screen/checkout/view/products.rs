//! The left side: search, chips, tiles, what can be done besides selling.

use iced::Length;
use iced::widget::{Grid, scrollable};

use crate::app::icon::Icon;
use crate::app::screen::checkout::message::Message;
use crate::app::screen::checkout::{Context, Screen, Shelf, words};
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Element, Mark, Row, button, chip, empty, field, text, tile};
use crate::domain::catalogue::{Product, Unit};
use crate::domain::diet::Verdict;

use super::SEARCH_ID;

/// A tile is at most so wide, in logical pixels.
const TILE_WIDTH_MAX: f32 = 200.0;

impl Screen {
    pub(super) fn search<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let placeholder = context.words.text("search-placeholder");
        let typed = field(&placeholder, &self.search)
            .id(SEARCH_ID)
            .on_input(Message::SearchChanged)
            .on_submit(Message::SearchSubmitted);
        field::search(Icon::ScanBarcode, "F2", typed)
    }

    pub(super) fn shelves<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let searching = !self.search.trim().is_empty();
        let chip = |label: String, shelf: Shelf| {
            let chosen = !searching && self.shelf == shelf;
            chip::choice(label, chosen, Message::ShelfPressed(shelf))
        };
        let fixed = [
            chip(words.text("shelf-all"), Shelf::All),
            chip(words.text("shelf-favourites"), Shelf::Favourites),
        ];
        let categories = context.catalogue.categories().iter();
        let categories =
            categories.map(|category| chip(category.name.clone(), Shelf::Of(category.id)));
        let row = Row::with_children(fixed)
            .extend(categories)
            .spacing(space::S);
        let thin = scrollable::Scrollbar::hidden();
        scrollable(row)
            .direction(scrollable::Direction::Horizontal(thin))
            .width(Length::Fill)
            .into()
    }

    pub(super) fn tiles<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let (shown, all) = self.shown(context);
        if shown.is_empty() {
            let (picture, what, todo) = if context.catalogue.products().is_empty() {
                (Icon::PackagePlus, "catalogue-empty", "catalogue-empty-todo")
            } else {
                (Icon::PackageSearch, "tiles-none", "tiles-none-todo")
            };
            return empty(picture, words.text(what), words.text(todo), None);
        }
        let of = [("shown", shown.len().into()), ("all", all.into())];
        let more = (shown.len() < all)
            .then(|| text::small(words.text_with("tiles-more", &of)).style(style::muted));
        let tiles = shown.into_iter().map(|product| self.tile(product, context));
        let grid = Grid::with_children(tiles)
            .fluid(TILE_WIDTH_MAX)
            .height(Length::Shrink)
            .spacing(space::M);
        let column = Column::new()
            .spacing(space::M)
            .push(grid)
            .push(more)
            .width(Length::Fill);
        scrollable(column)
            .direction(super::cart::thin())
            .height(Length::Fill)
            .width(Length::Fill)
            .into()
    }

    fn tile<'a>(&self, product: &'a Product, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let price = product.price(self.cart().price_list());
        let price = price.map_or(String::new(), |price| words.money(price.amount()));
        let stock = words::quantity(product.stock, product.unit, words);
        let low = product.stock <= product.stock_minimum;
        let (policy, day) = (&context.rules.policy, context.rules.day);
        let mark = match self.cart().verdict(product, policy, day) {
            Verdict::Allow => Mark::Plain,
            Verdict::Ask(_) => Mark::Caution,
            Verdict::Refuse(_) => Mark::Refused,
        };
        let price = match product.unit {
            Unit::Each => price,
            Unit::Kilogram => words.text_with("price-kilogram", &[("price", price.into())]),
        };
        let tile = tile(product.name.as_str(), price).mark(mark);
        let tile = match product.unit {
            Unit::Each => tile.stock(stock, low),
            Unit::Kilogram => tile,
        };
        tile.on_press(Message::ProductPressed(product.id)).into()
    }

    pub(super) fn foot<'a>(&'a self, context: &Context<'a>, low: bool) -> Element<'a, Message> {
        let words = context.words;
        let count = [("count", self.held.len().into())];
        Row::new()
            .spacing(space::S)
            .push(quiet(
                (!low).then_some(Icon::Pause),
                words.text_with("hold", &count),
                Message::HoldPressed,
            ))
            .push(quiet(
                (!low).then_some(Icon::History),
                words.text("shift-sales"),
                Message::SalesPressed,
            ))
            .push(quiet(
                (!low).then_some(Icon::Printer),
                words.text("checkout-reprint"),
                Message::ReprintPressed,
            ))
            .into()
    }
}

fn quiet<'a>(picture: Option<Icon>, label: String, message: Message) -> Element<'a, Message> {
    let button = button::secondary(label).fill().on_press(message);
    match picture {
        Some(picture) => button.icon(picture).into(),
        None => button.into(),
    }
}
