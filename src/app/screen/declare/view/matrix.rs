//! The matrix: only the rows and columns in sight are built.

use iced::widget::{container, responsive, rule, space as gap};
use iced::{Alignment, Length, Size};

use super::{Room, SEARCH_ID, cell};
use crate::app::icon::{Icon, icon};
use crate::app::screen::declare::matrix::Filter;
use crate::app::screen::declare::{Declare, Desk, Message};
use crate::app::theme::{Theme, radius, size, space, style, target};
use crate::app::widget::{
    Column, Element, Row, button, card, clamp, empty, field, press, segmented, text,
};
use crate::domain::diet::Allergen;
use crate::i18n::I18n;
use crate::store::diet::Filed;

/// The height of a row, in logical pixels.
const ROW: f32 = target::MIN;
/// The height of the head, in logical pixels.
const HEAD: f32 = target::MIN;
/// The width of the keys that turn to other columns, in logical pixels.
const TURNER: f32 = 2.0 * (target::MIN + space::S);
/// A cell is at least so wide, in logical pixels.
const CELL_MIN: f32 = target::MIN;
/// The column of names: at most this part of the width, and so many logical pixels.
const NAME_PART: f32 = 0.24;
const NAME_MAX: f32 = 300.0;

/// Below this width of the names' column there is no room for the numbers of its rows.
const RANGE_MIN: f32 = 200.0;

/// What of the matrix is in sight.
struct Sight {
    name: f32,
    /// What is kept free at the right for the keys that turn to other columns.
    turner: f32,
    rows: std::ops::Range<usize>,
    per_page: usize,
    columns: std::ops::Range<usize>,
}

impl Declare {
    pub(super) fn matrix_view<'a>(
        &'a self,
        desk: &'a Desk,
        room: Room,
        words: &I18n,
    ) -> Element<'a, Message> {
        let words = words.clone();
        let foot = self.foot(room, &words);
        let filters = (!room.is_tiny()).then(|| self.filters(desk, room, &words));
        let table = responsive(move |size| self.table(desk, size, &words));
        Column::new()
            .spacing(space::S)
            .push(filters)
            .push(container(table).height(Length::Fill))
            .push(foot)
            .into()
    }

    fn filters<'a>(&'a self, desk: &'a Desk, room: Room, words: &I18n) -> Element<'a, Message> {
        let any = || words.text("declare-categories");
        let category = self.matrix.category.clone().unwrap_or_else(any);
        let categories = (desk.categories().len() > 1).then(|| {
            let width = if room.is_narrow() { 140.0 } else { 190.0 };
            let button = button::secondary(category)
                .icon(Icon::ListFilter)
                .width(width)
                .on_press(Message::CategoryPressed);
            Element::from(button)
        });
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(self.search_field(words))
            .push(self.filter_choice(room, words))
            .push(categories)
            .into()
    }

    pub(super) fn search_field<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let placeholder = words.text("declare-search");
        let typed = field(&placeholder, &self.matrix.search)
            .id(SEARCH_ID)
            .on_input(Message::SearchChanged)
            .on_submit(Message::SearchSubmitted);
        field::search(Icon::Search, "F2", typed)
    }

    pub(super) fn filter_choice<'a>(&'a self, room: Room, words: &I18n) -> Element<'a, Message> {
        let restricted = if room.is_narrow() {
            "declare-filter-restricted-short"
        } else {
            "declare-filter-restricted"
        };
        let filters = [
            (words.text("declare-filter-all"), Filter::All),
            (words.text("declare-filter-open"), Filter::Open),
            (words.text(restricted), Filter::Restricted),
        ];
        segmented(filters, &self.matrix.filter, Message::FilterChosen)
    }

    fn table<'a>(&'a self, desk: &'a Desk, size: Size, words: &I18n) -> Element<'a, Message> {
        if self.matrix.rows.is_empty() {
            let (what, todo) = ("declare-none", "declare-none-todo");
            let picture = Icon::PackageSearch;
            return card(empty(picture, words.text(what), words.text(todo), None))
                .height(Length::Fill)
                .into();
        }
        let sight = self.sight(desk, size);
        let rows = sight.rows.clone().filter_map(|at| {
            let of = desk.product(*self.matrix.rows.get(at)?)?;
            Some(self.row(desk, of, at, &sight, words))
        });
        let table = Column::new()
            .push(self.table_head(desk, &sight, words))
            .push(rule::horizontal(1))
            .extend(rows)
            .push(gap::vertical());
        card(table)
            .padding([space::XS, space::S])
            .height(Length::Fill)
            .width(Length::Fill)
            .into()
    }

    /// The page of rows and columns on which the cell in hand is.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a window has a few hundred rows and columns at most; a float cast saturates"
    )]
    fn sight(&self, desk: &Desk, size: Size) -> Sight {
        let fit = |room: f32, each: f32| ((room / each).floor() as usize).max(1);
        let inner = Size::new(size.width - 2.0 * space::S, size.height - 2.0 * space::XS);
        let all = self.matrix.rows.len();
        let room = inner.height - HEAD - 1.0;
        let columns = desk.allergens().len();
        let name = (inner.width * NAME_PART).min(NAME_MAX);
        let mut in_sight = fit(inner.width - name, CELL_MIN).min(columns);
        let turns = in_sight < columns;
        if turns {
            in_sight = fit(inner.width - name - TURNER, CELL_MIN).min(columns);
            // Even pages rather than a last one of a single column.
            in_sight = columns.div_ceil(columns.div_ceil(in_sight));
        }
        let per_page = fit(room, ROW);
        let first = self.matrix.row / per_page * per_page;
        let column = self.matrix.column / in_sight * in_sight;
        Sight {
            name,
            turner: if turns { TURNER } else { 0.0 },
            rows: first..(first + per_page).min(all),
            per_page,
            columns: column..(column + in_sight).min(columns),
        }
    }

    fn table_head<'a>(
        &'a self,
        desk: &'a Desk,
        sight: &Sight,
        words: &I18n,
    ) -> Element<'a, Message> {
        let head = container(self.pages(sight, words)).width(sight.name);
        let heads = sight.columns.clone().filter_map(|at| {
            let allergen = *desk.allergens().get(at)?;
            let here = at == self.matrix.column;
            let label = text::caption(short(allergen, words))
                .wrapping(iced::widget::text::Wrapping::None)
                .style(if here {
                    style::accent_ink
                } else {
                    style::muted
                });
            Some(container(label).center_x(Length::Fill).clip(true).into())
        });
        Row::new()
            .height(HEAD)
            .align_y(Alignment::Center)
            .push(head)
            .extend(heads)
            .push(column_keys(desk, sight))
            .into()
    }

    fn row<'a>(
        &'a self,
        desk: &'a Desk,
        of: &'a Filed,
        at: usize,
        sight: &Sight,
        words: &I18n,
    ) -> Element<'a, Message> {
        let here = at == self.matrix.row;
        let cells = sight.columns.clone().filter_map(|column| {
            let allergen = *desk.allergens().get(column)?;
            let knowledge = of.known.of(allergen);
            let pending = self.pending.state(of.product, allergen);
            let state = pending.unwrap_or(knowledge.state);
            let asks = pending.is_none() && knowledge.asks_for_a_look();
            let in_hand = here && column == self.matrix.column;
            let face = cell::cell(state, asks, in_hand, words);
            let pressed = press(face)
                .on_press(Message::CellPressed(at, column))
                .width(Length::Fill)
                .height(ROW)
                .unfocusable();
            Some(pressed.into())
        });
        let row = Row::new()
            .push(name(of, sight.name, words))
            .extend(cells)
            .push(gap().width(sight.turner))
            .align_y(Alignment::Center);
        container(row)
            .width(Length::Fill)
            .style(move |theme: &Theme| {
                if here {
                    style::filled(theme.tokens().accent_soft, radius::S)
                } else {
                    style::bare(theme)
                }
            })
            .into()
    }

    /// How many there are; where not all are in sight, to the others.
    fn pages<'a>(&'a self, sight: &Sight, words: &I18n) -> Element<'a, Message> {
        let all = self.matrix.rows.len();
        if sight.rows.len() == all {
            let count = [("count", all.into())];
            let products = text::small(words.text_with("declare-products", &count));
            return container(products.style(style::muted))
                .padding([0.0, space::S])
                .into();
        }
        let rows = isize::try_from(sight.per_page).unwrap_or(isize::MAX);
        let back = (sight.rows.start > 0).then_some(Message::Turned(-rows));
        let on = (sight.rows.end < all).then_some(Message::Turned(rows));
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(button::icon_only(Icon::ChevronUp).on_press_maybe(back))
            .push(button::icon_only(Icon::ChevronDown).on_press_maybe(on))
            .push((sight.name > RANGE_MIN).then(|| range(&sight.rows, all, words)))
            .into()
    }
}

/// Where not all columns are in sight: to the others.
fn column_keys<'a>(desk: &Desk, sight: &Sight) -> Option<Element<'a, Message>> {
    let all = desk.allergens().len();
    if sight.columns.len() == all {
        return None;
    }
    let before = sight.columns.start.checked_sub(1);
    let before = before.map(Message::ColumnTurned);
    let after = (sight.columns.end < all).then_some(Message::ColumnTurned(sight.columns.end));
    let row = Row::new()
        .spacing(space::S)
        .width(sight.turner)
        .push(gap::horizontal())
        .push(button::icon_only(Icon::ChevronLeft).on_press_maybe(before))
        .push(button::icon_only(Icon::ChevronRight).on_press_maybe(after));
    Some(row.into())
}

fn range<'a>(of: &std::ops::Range<usize>, all: usize, words: &I18n) -> Element<'a, Message> {
    let told = [
        ("from", (of.start + 1).into()),
        ("to", of.end.into()),
        ("all", all.into()),
    ];
    text::small(words.text_with("declare-range", &told))
        .wrapping(iced::widget::text::Wrapping::None)
        .style(style::muted)
        .into()
}

/// Its name, which opens it, and below how much it was sold.
fn name<'a>(of: &'a Filed, width: f32, words: &I18n) -> Element<'a, Message> {
    let below = if of.kitchen {
        words.text("declare-only-kitchen")
    } else {
        let told = [
            ("category", of.category.as_str().into()),
            ("sold", of.sold.into()),
        ];
        words.text_with("declare-sold", &told)
    };
    let both = Column::new()
        .push(clamp(of.text.name.as_str(), 1).strong())
        .push(
            container(clamp(below, 1).small()).style(|theme: &Theme| container::Style {
                text_color: Some(theme.tokens().muted),
                ..container::Style::default()
            }),
        )
        .width(Length::Fill);
    let made =
        (!of.parts.is_empty()).then(|| icon(Icon::Utensils, size::SMALL).style(style::muted));
    let row = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .height(Length::Fill)
        .push(both)
        .push(made);
    press(row)
        .on_press(Message::ProductPressed(of.product))
        .width(width)
        .height(ROW)
        .padding([3.0, space::S])
        .unfocusable()
        .into()
}

/// The head of a column: a name that fits a narrow one.
fn short(allergen: Allergen, words: &I18n) -> String {
    match allergen.code() {
        Some(code) => words.text(&format!("declare-short-{}", code.replace('_', "-"))),
        None => words.allergen(allergen).chars().take(7).collect(),
    }
}
