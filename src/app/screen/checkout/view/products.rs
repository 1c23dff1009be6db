//! The left side: search, chips, tiles, what can be done besides selling.

use iced::widget::{Grid, container};
use iced::{Alignment, Length, Size};

use crate::app::icon::Icon;
use crate::app::screen::checkout::find::Shown;
use crate::app::screen::checkout::message::Message;
use crate::app::screen::checkout::{Context, Screen, Shelf, words};
use crate::app::theme::{space, style};
use crate::app::widget::tile::Tile;
use crate::app::widget::{
    Column, Element, Mark, Row, button, chip, empty, field, scroll, strip, text, tile,
};
use crate::domain::catalogue::{Product, Unit};
use crate::domain::diet::{self, Response};
use crate::domain::student::Customer;

use super::SEARCH_ID;

/// Narrower than this, the buttons below the tiles have two lines, in logical pixels.
const TIGHT: f32 = 800.0;
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
        strip(row).width(Length::Fill).into()
    }

    pub(super) fn tiles<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let shown = self.shown(context);
        if shown.tiles.is_empty() {
            let (picture, what, todo) = if context.catalogue.products().is_empty() {
                (Icon::PackagePlus, "catalogue-empty", "catalogue-empty-todo")
            } else {
                (Icon::PackageSearch, "tiles-none", "tiles-none-todo")
            };
            return empty(picture, words.text(what), words.text(todo), None);
        }
        let pages = (shown.tiles.len() < shown.all).then(|| pages(&shown, context));
        let tiles = shown
            .tiles
            .into_iter()
            .map(|product| self.tile(product, context));
        let grid = Grid::with_children(tiles)
            .fluid(TILE_WIDTH_MAX)
            .height(Length::Shrink)
            .spacing(space::M);
        let column = Column::new()
            .spacing(space::M)
            .push(grid)
            .push(pages)
            .width(Length::Fill);
        scroll(column)
            .id(super::TILES_ID)
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
        let price = match product.unit {
            Unit::Each => price,
            Unit::Kilogram => words.text_with("price-kilogram", &[("price", price.into())]),
        };
        let tile = tile(product.name.as_str(), price)
            .colour(context.catalogue.look(product.id).colour)
            .photo(context.photos.of_product(product.id).cloned());
        let tile = match self.cart().customer() {
            Some(customer) => marked(tile, product, customer, context),
            None => tile,
        };
        let tile = match product.unit {
            Unit::Each => tile.stock(stock, low),
            Unit::Kilogram => tile,
        };
        tile.on_press(Message::ProductPressed(product.id)).into()
    }

    pub(super) fn foot<'a>(&'a self, context: &Context<'a>, size: Size) -> Element<'a, Message> {
        let words = context.words;
        let (low, tight) = (size.height < super::ROOMY.height, size.width < TIGHT);
        let quiet = |picture, label, message| quiet(picture, label, tight, message);
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

/// What the tile says of the product for this pupil, without making an alert of it.
fn marked<'a>(
    tile: Tile<'a, Message>,
    product: &Product,
    customer: &Customer,
    context: &Context<'a>,
) -> Tile<'a, Message> {
    let (needs, day) = (customer.student.needs(), context.rules.day);
    let response = diet::response(&product.known, needs, &context.rules.policy, day);
    let mark = match response {
        Response::Allow => Mark::Plain,
        Response::Confirm | Response::Approve => Mark::Caution,
        Response::Refuse => Mark::Refused,
    };
    let limits = &customer.limits;
    if limits.blocks(product.id, product.category).is_some() {
        let mark = if mark == Mark::Plain {
            Mark::Caution
        } else {
            mark
        };
        let blocked = context.words.text("limit-tile-blocked");
        return tile.mark(mark).unread(blocked);
    }
    let tile = tile.mark(mark);
    if diet::is_unread(&product.known, needs, day) {
        tile.unread(context.words.text("tile-unread"))
    } else {
        tile
    }
}

/// From page to page, below the tiles.
fn pages<'a>(shown: &Shown<'_>, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let (from, to) = shown.range();
    let of = [
        ("from", from.into()),
        ("to", to.into()),
        ("all", shown.all.into()),
    ];
    let turn = |key: &str, picture, page: Option<usize>| {
        button::secondary(words.text(key))
            .icon(picture)
            .width(180)
            .on_press_maybe(page.map(Message::PagePressed))
    };
    let before = shown.page.checked_sub(1);
    let after = shown.has_more().then_some(shown.page + 1);
    let place = text::small(words.text_with("tiles-range", &of)).style(style::muted);
    Row::new()
        .align_y(Alignment::Center)
        .spacing(space::S)
        .push(Element::from(turn(
            "tiles-previous",
            Icon::ChevronLeft,
            before,
        )))
        .push(container(place).center_x(Length::Fill))
        .push(Element::from(turn("tiles-next", Icon::ChevronRight, after)))
        .into()
}

fn quiet<'a>(
    picture: Option<Icon>,
    label: String,
    tight: bool,
    message: Message,
) -> Element<'a, Message> {
    let button = button::secondary(label).fill().on_press(message);
    let button = if tight { button.wrapping() } else { button };
    match picture {
        Some(picture) => button.icon(picture).into(),
        None => button.into(),
    }
}
