//! Counting: where it begins, what was counted.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::count::{Counting, Message};
use super::super::find::{QUANTITY_ID, Shelf};
use super::{beside_rail, framed, hits, pressed_row, refused, search, waiting};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{size, space, style};
use crate::app::widget::{Column, Element, Row, button, chip, empty, field, segmented, text};
use crate::domain::alphabet::compare;
use crate::domain::catalogue::Unit;
use crate::domain::stock::CountLine;
use crate::domain::{CategoryId, Quantity};
use crate::i18n::I18n;
use crate::till::stock::CountState;

/// Room for how much was counted, expected and differs, in logical pixels.
const FIGURE_WIDTH: f32 = 96.0;

impl Counting {
    pub(super) fn view<'a>(
        &'a self,
        shelf: &'a Shelf,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        match &self.state {
            _ if !self.known => waiting(words),
            None => framed(self.start(shelf, words)),
            Some(state) => framed(self.running(state, shelf, words)),
        }
    }

    fn start<'a>(&'a self, shelf: &'a Shelf, words: &I18n) -> Element<'a, Message> {
        let mut categories: Vec<(CategoryId, &str)> = shelf
            .items()
            .iter()
            .map(|item| (item.category, item.category_name.as_str()))
            .collect();
        categories.sort_by(|one, other| compare(one.1, other.1).then(one.0.cmp(&other.0)));
        categories.dedup();
        let all = chip::choice(
            words.text("stock-count-all"),
            self.scope.is_none(),
            Message::ScopeChosen(None),
        );
        let chips = categories.into_iter().map(|(id, name)| {
            let chosen = self.scope == Some(id);
            chip::choice(name.to_owned(), chosen, Message::ScopeChosen(Some(id)))
        });
        let blind = [
            (words.text("stock-count-blind"), true),
            (words.text("stock-count-open"), false),
        ];
        let begin = button::primary(words.text("stock-count-begin"))
            .icon(Icon::Barcode)
            .tall()
            .on_press_maybe((!self.busy).then_some(Message::BeginPressed));
        let scope = chip::flow(std::iter::once(all).chain(chips));
        Column::new()
            .spacing(space::M)
            .push(text::title(words.text("stock-count-title")))
            .push(text::body(words.text("stock-count-what")).style(style::muted))
            .push(text::strong(words.text("stock-count-scope")))
            .push(container(beside_rail(scope)).height(Length::Fill))
            .push(refused(self.refused.as_deref()))
            .push(
                Row::new()
                    .spacing(space::M)
                    .align_y(Alignment::Center)
                    .push(segmented(blind, &!self.shown, Message::BlindChosen))
                    .push(gap::horizontal())
                    .push(Element::from(begin)),
            )
            .into()
    }

    fn running<'a>(
        &'a self,
        state: &'a CountState,
        shelf: &'a Shelf,
        words: &I18n,
    ) -> Element<'a, Message> {
        let list = if !self.query.trim().is_empty() {
            hits(shelf, &self.query, words, Message::ProductPressed)
        } else if state.draft.lines.is_empty() {
            let (none, todo) = ("stock-count-none", "stock-count-none-todo");
            empty(Icon::Barcode, words.text(none), words.text(todo), None)
        } else {
            self.counted(state, shelf, words)
        };
        let top = Row::new()
            .spacing(space::M)
            .push(search(&self.query, words, Message::QueryTyped))
            .push(self.typing(shelf, words));
        Column::new()
            .spacing(space::M)
            .push(top)
            .push(container(list).height(Length::Fill))
            .push(refused(self.refused.as_deref()))
            .push(self.foot(state, shelf, words))
            .into()
    }

    /// The product whose quantity is typed.
    fn typing<'a>(&'a self, shelf: &'a Shelf, words: &I18n) -> Option<Element<'a, Message>> {
        let item = shelf.get(self.current?)?;
        let unit = match item.unit {
            Unit::Each => "stock-count-pieces",
            Unit::Kilogram => "stock-count-kilograms",
        };
        let quantity = field(&words.text(unit), &self.quantity)
            .id(QUANTITY_ID)
            .on_input(Message::QuantityTyped);
        let good = self.typed(Some(shelf)).is_some() && !self.busy;
        let note = button::primary(words.text("stock-count-note"))
            .icon(Icon::Check)
            .on_press_maybe(good.then_some(Message::QuantityConfirmed));
        let name = container(text::strong(item.name.as_str()))
            .width(Length::Fill)
            .align_right(Length::Fill);
        let row = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .width(Length::Fill)
            .push(name)
            .push(container(quantity).width(FIGURE_WIDTH + space::M))
            .push(Element::from(note));
        Some(row.into())
    }

    fn counted<'a>(
        &'a self,
        state: &'a CountState,
        shelf: &'a Shelf,
        words: &I18n,
    ) -> Element<'a, Message> {
        let blind = state.draft.blind;
        let rows = state.draft.lines.iter().map(|line| {
            let name = shelf
                .get(line.product)
                .map_or("", |item| item.name.as_str());
            let figures = Row::new()
                .spacing(space::M)
                .align_y(Alignment::Center)
                .push(text::strong(name).width(Length::Fill))
                .push((!blind).then(|| expected(line, words)))
                .push(figure(text::figure(words.quantity(line.counted))));
            let chosen = self.current == Some(line.product);
            let row = pressed_row(figures, chosen, Message::ProductPressed(line.product));
            let away = button::icon_only(Icon::X)
                .on_press_maybe((!self.busy).then_some(Message::LinePressedAway(line.product)));
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(row)
                .push(away)
                .into()
        });
        beside_rail(Column::with_children(rows))
    }

    fn foot<'a>(
        &'a self,
        state: &'a CountState,
        shelf: &'a Shelf,
        words: &I18n,
    ) -> Element<'a, Message> {
        let scope = state.draft.category.and_then(|only| {
            let mut items = shelf.items().iter();
            let of = items.find(|item| item.category == only)?;
            Some(of.category_name.clone())
        });
        let scope = scope.unwrap_or_else(|| words.text("stock-count-all"));
        let told = [
            ("count", state.draft.lines.len().into()),
            ("rest", state.rest.len().into()),
        ];
        let said = Column::new()
            .width(Length::Fill)
            .push(text::strong(scope))
            .push(text::small(words.text_with("stock-count-so-far", &told)).style(style::muted));
        let drop = button::secondary(words.text("stock-count-drop"))
            .tall()
            .on_press_maybe((!self.busy).then_some(Message::DropPressed));
        let any = !state.draft.lines.is_empty() || !state.rest.is_empty();
        let review = button::primary(words.text("stock-count-review"))
            .icon(Icon::ArrowRight)
            .tall()
            .on_press_maybe((any && !self.busy).then_some(Message::ReviewPressed));
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(said)
            .push(Element::from(drop))
            .push(Element::from(review))
            .into()
    }
}

/// What was expected, and by how much it differs: a picture goes with the colour.
fn expected<'a, M: 'a>(line: &CountLine, words: &I18n) -> Element<'a, M> {
    let told = [("expected", line.expected.into())];
    let expected = text::small(words.text_with("stock-count-expected", &told)).style(style::muted);
    let difference = (line.difference() != Quantity::ZERO)
        .then(|| icon(Icon::TriangleAlert, size::SMALL).style(style::caution_ink));
    Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(difference)
        .push(expected)
        .into()
}

fn figure<'a, M: 'a>(of: impl Into<Element<'a, M>>) -> Element<'a, M> {
    container(of)
        .width(FIGURE_WIDTH)
        .align_right(FIGURE_WIDTH)
        .into()
}
