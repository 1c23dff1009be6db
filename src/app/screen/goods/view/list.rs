//! The list: search, what narrows it, the rows in sight, and what is done with those that are ticked.

use iced::widget::{container, rule, space as gap};
use iced::{Alignment, Length};

use super::super::{By, Goods, Message};
use super::{LIST_ID, ROW, Room, SEARCH_ID};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{Theme, radius, size, space, style, target};
use crate::app::widget::{
    Column, Element, Mood, Row, Status, banner, button, card, chip, clamp, empty, field, long,
    press, text,
};
use crate::domain::Quantity;
use crate::domain::catalogue::{Price, Unit};
use crate::domain::code::Code;
use crate::i18n::I18n;
use crate::store::goods::Good;

/// The columns of figures, in logical pixels.
const PRICE: f32 = 130.0;
const STOCK: f32 = 120.0;
const MARKS: f32 = 132.0;
const CATEGORY: f32 = 170.0;

impl Goods {
    pub(super) fn list<'a>(&'a self, room: Room, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let told = self.not_read.as_deref().map(|why| {
            let again =
                button::secondary(words.text("goods-retry")).on_press(Message::RetryPressed);
            banner(Mood::Error, why, None, vec![again.into()])
        });
        let done = self
            .done
            .as_deref()
            .map(|said| banner(Mood::Ok, said, None, vec![]));
        Column::new()
            .spacing(space::M)
            .padding(space::L)
            .push(self.tools(room, words))
            .push(told)
            .push(done)
            .push(self.table(room, context))
            .push(self.foot(room, words))
            .into()
    }

    fn tools<'a>(&'a self, room: Room, words: &I18n) -> Element<'a, Message> {
        let placeholder = words.text("goods-search");
        let typed = field(&placeholder, &self.query)
            .id(SEARCH_ID)
            .on_input(Message::QueryTyped);
        let narrows = self.filter.narrows();
        let label = match narrows {
            0 => words.text("goods-filter"),
            count => words.text_with("goods-filter-on", &[("count", count.into())]),
        };
        let filter = match narrows {
            0 => button::secondary(label),
            _ => button::soft(label),
        };
        let filter = filter
            .icon(Icon::ListFilter)
            .on_press(Message::FiltersPressed);
        let clear = (narrows > 0).then(|| {
            Element::from(
                button::icon_only(Icon::X)
                    .height(target::MEDIUM)
                    .on_press(Message::FilterCleared),
            )
        });
        let key = if room.wide {
            "goods-new"
        } else {
            "goods-new-short"
        };
        let new = button::primary(words.text(key))
            .icon(Icon::Plus)
            .on_press(Message::NewPressed);
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(field::search(Icon::Search, "F2", typed))
            .push(Element::from(filter))
            .push(clear)
            .push(Element::from(new))
            .into()
    }

    fn table<'a>(&'a self, room: Room, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        if self.rows.is_empty() {
            return card(self.nothing(words))
                .width(Length::Fill)
                .height(Length::Fill)
                .into();
        }
        let context = *context;
        let rows = long(
            LIST_ID,
            (self.rows.len(), ROW),
            self.offset.0,
            Message::Scrolled,
            move |at| self.row(at, room, context.words),
        );
        let table = Column::new()
            .push(self.table_head(room, words))
            .push(rule::horizontal(1))
            .push(container(rows).height(Length::Fill));
        card(table)
            .padding([space::XS, space::S])
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn nothing<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let nothing = |picture, key: &str| {
            let todo = words.text(&format!("{key}-todo"));
            empty(picture, words.text(key), todo, None)
        };
        if self.reading && !self.read {
            return empty(Icon::Hourglass, words.text("goods-reading"), "", None);
        }
        match self.files.goods().is_empty() {
            true => nothing(Icon::PackagePlus, "goods-none"),
            false => nothing(Icon::PackageSearch, "goods-not-found"),
        }
    }

    fn table_head<'a>(&'a self, room: Room, words: &I18n) -> Element<'a, Message> {
        let head = |by: By, key: &str, width: Length| {
            let sorted = self.sort.by == by && self.query.trim().is_empty();
            let arrow = sorted.then(|| {
                let picture = if self.sort.down {
                    Icon::ArrowDown
                } else {
                    Icon::ArrowUp
                };
                icon(picture, size::SMALL)
            });
            let label = text::small(words.text(key)).style(if sorted {
                style::accent_ink
            } else {
                style::muted
            });
            let row = Row::new()
                .spacing(space::XS)
                .align_y(Alignment::Center)
                .push(label)
                .push(arrow);
            let face = container(row)
                .height(Length::Fill)
                .align_y(Alignment::Center);
            Element::from(
                press(face)
                    .on_press(Message::SortPressed(by))
                    .width(width)
                    .height(target::MIN),
            )
        };
        let all = self.chosen.len() >= self.rows.len() && !self.chosen.is_empty();
        let tick = tick(all, target::MIN).on_press(if all {
            Message::NonePressed
        } else {
            Message::AllPressed
        });
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(tick)
            .push(head(By::Name, "goods-col-name", Length::Fill))
            .push(
                room.wide
                    .then(|| head(By::Category, "goods-col-category", CATEGORY.into())),
            )
            .push(head(By::Price, "goods-col-price", PRICE.into()))
            .push(head(By::Stock, "goods-col-stock", STOCK.into()))
            .push(gap().width(MARKS))
            .into()
    }

    fn row<'a>(&'a self, at: usize, room: Room, words: &'a I18n) -> Element<'a, Message> {
        let Some(good) = self.rows.get(at).and_then(|at| self.files.goods().get(*at)) else {
            return gap().height(ROW).into();
        };
        let (chosen, here) = (self.chosen.contains(&good.id), self.at == at);
        let category = self.files.category(good.category);
        let cells = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .height(Length::Fill)
            .push(named(good, category, room, words))
            .push(
                room.wide
                    .then(|| container(clamp(category, 1).small()).width(CATEGORY)),
            )
            .push(container(text::body(price(good.price, good.unit, words))).width(PRICE))
            .push(container(stock(good, words)).width(STOCK))
            .push(container(marks(good)).width(MARKS));
        let pressed = press(cells)
            .on_press(Message::RowPressed(good.id))
            .width(Length::Fill)
            .height(ROW)
            .unfocusable();
        let tick = tick(chosen, ROW)
            .on_press(Message::Ticked(good.id))
            .unfocusable();
        let row = Row::new().spacing(space::S).push(tick).push(pressed);
        container(row)
            .width(Length::Fill)
            .style(move |theme: &Theme| match (chosen, here) {
                (true, _) => style::filled(theme.tokens().accent_soft, radius::S),
                (false, true) => style::filled(theme.tokens().sunken, radius::S),
                (false, false) => style::bare(theme),
            })
            .into()
    }

    fn foot<'a>(&'a self, room: Room, words: &I18n) -> Element<'a, Message> {
        let chosen = self.chosen.len();
        if chosen == 0 {
            let told = [
                ("shown", self.rows.len().into()),
                ("all", self.files.goods().len().into()),
            ];
            let count = text::small(words.text_with("goods-count", &told)).style(style::muted);
            let keys = text::small(words.text("goods-keys")).style(style::muted);
            return Row::new()
                .push(count)
                .push(gap::horizontal())
                .push(room.wide.then_some(keys))
                .into();
        }
        let told = [("count", chosen.into())];
        let count = text::strong(words.text_with("goods-chosen", &told));
        let none =
            button::secondary(words.text("goods-none-chosen")).on_press(Message::NonePressed);
        let tags = button::secondary(words.text("goods-tags"))
            .icon(Icon::Tag)
            .on_press(Message::TagsPressed);
        let change = button::primary(words.text("goods-change"))
            .icon(Icon::SlidersHorizontal)
            .on_press(Message::MassPressed);
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(container(count).width(Length::Fill))
            .push(Element::from(none))
            .push(Element::from(tags))
            .push(Element::from(change))
            .into()
    }
}

/// A box to tick.
fn tick<'a>(on: bool, height: f32) -> crate::app::widget::Press<'a, Message> {
    let face: Element<'a, Message> = if on {
        container(icon(Icon::Check, size::ICON))
            .center(26)
            .style(|theme: &Theme| style::filled(theme.tokens().accent, radius::S))
            .into()
    } else {
        container(gap())
            .center(26)
            .style(|theme: &Theme| container::Style {
                border: style::outline(theme.tokens().line_strong, 2.0, radius::S),
                ..style::bare(theme)
            })
            .into()
    };
    press(container(face).center(Length::Fill))
        .width(target::MIN)
        .height(height)
        .style(|theme, status| match status {
            Status::Pressed => style::filled(theme.tokens().accent_soft, radius::S),
            Status::Rest | Status::Disabled => style::bare(theme),
        })
}

/// The name, and below it the codes; in a narrow place the category before them.
fn named<'a>(good: &'a Good, category: &'a str, room: Room, words: &I18n) -> Element<'a, Message> {
    let mut below: Vec<&str> = good.codes.iter().map(Code::as_str).take(3).collect();
    if !room.wide {
        below.insert(0, category);
    }
    let below = match below.is_empty() {
        true => words.text("goods-no-code"),
        false => below.join(" · "),
    };
    let off =
        (!good.active).then(|| chip::status(Mood::Neutral, Icon::Archive, words.text("goods-off")));
    let both = Column::new()
        .width(Length::Fill)
        .push(clamp(good.name.as_str(), 1).strong())
        .push(container(clamp(below, 1).small()).style(muted));
    Row::new()
        .width(Length::Fill)
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(both)
        .push(off)
        .into()
}

fn muted(theme: &Theme) -> container::Style {
    container::Style {
        text_color: Some(theme.tokens().muted),
        ..container::Style::default()
    }
}

/// A price as it is shown.
pub(super) fn price(price: Option<Price>, unit: Unit, words: &I18n) -> String {
    let said = price.map(|price| words.money(price.amount()));
    match (said, unit) {
        (Some(price), Unit::Kilogram) => {
            words.text_with("price-kilogram", &[("price", price.into())])
        }
        (Some(price), Unit::Each) => price,
        (None, _) => "–".to_owned(),
    }
}

/// A quantity with its unit.
pub(super) fn quantity(quantity: Quantity, unit: Unit, words: &I18n) -> String {
    let key = match unit {
        Unit::Each => "quantity-each",
        Unit::Kilogram => "quantity-kilogram",
    };
    words.text_with(key, &[("quantity", quantity.into())])
}

fn stock<'a>(good: &Good, words: &I18n) -> Element<'a, Message> {
    let low = good.is_low();
    let sign = low.then(|| icon(Icon::TrendingDown, size::SMALL).style(style::danger_ink));
    let said = text::body(quantity(good.stock, good.unit, words));
    let said = if low {
        said.style(style::danger_ink)
    } else {
        said
    };
    Row::new()
        .spacing(space::XS)
        .align_y(Alignment::Center)
        .push(said)
        .push(sign)
        .into()
}

/// Signs, each of one meaning: favourite, picture, scale, nothing declared.
fn marks<'a>(good: &Good) -> Element<'a, Message> {
    let sign = |on: bool, picture| on.then(|| icon(picture, size::ICON).style(style::muted));
    let doubt = (!good.declared)
        .then(|| icon(Icon::CircleQuestionMark, size::ICON).style(style::caution_ink));
    Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(sign(good.favourite, Icon::Star))
        .push(sign(good.look.photo, Icon::Image))
        .push(sign(good.look.scale.is_some(), Icon::Scale))
        .push(doubt)
        .into()
}
