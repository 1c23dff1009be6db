//! What a product is made of: its parts, and the search for another.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::product::scrolled;
use crate::app::icon::Icon;
use crate::app::screen::declare::message::ProductMessage;
use crate::app::screen::declare::product::Open;
use crate::app::screen::declare::{Desk, Message};
use crate::app::theme::{space, style, target};
use crate::app::widget::{Column, Element, Row, button, clamp, field, table, text};
use crate::domain::diet::Declared;
use crate::domain::search::fold;
use crate::i18n::I18n;
use crate::store::diet::Filed;

/// The most products that the search for a part shows.
const FOUND: usize = 5;

/// The parts, and below them the search for another.
pub(super) fn recipe_view<'a>(
    desk: &'a Desk,
    of: &'a Filed,
    open: &'a Open,
    words: &I18n,
) -> Element<'a, Message> {
    let parts = of.parts.iter().filter_map(|part| desk.product(*part));
    let parts: Vec<_> = parts.map(|part| part_row(desk, part, words)).collect();
    let shown: Element<'a, Message> = if parts.is_empty() {
        let what = text::body(words.text("declare-recipe-none")).style(style::muted);
        container(what).padding([space::M, 0.0]).into()
    } else {
        table::rows(parts).into()
    };
    let typed = field(&words.text("declare-part"), &open.part)
        .on_input(|query| Message::Product(ProductMessage::PartTyped(query)));
    let column = Column::new()
        .spacing(space::S)
        .push(text::small(words.text("declare-recipe-what")).style(style::muted))
        .push(shown)
        .push(typed)
        .extend(found(desk, of, &open.part, words));
    scrolled(column)
}

fn part_row<'a>(desk: &'a Desk, part: &'a Filed, words: &I18n) -> Element<'a, Message> {
    let allergens = desk.allergens().iter();
    let has = allergens.filter(|one| part.known.state(**one) >= Declared::MayContain);
    let has: Vec<String> = has.map(|one| words.allergen(*one)).collect();
    let missing = desk.missing(part);
    let below = match (has.is_empty(), missing) {
        (true, 0) => words.text("declare-part-free"),
        (true, count) => words.text_with("declare-missing", &[("count", count.into())]),
        (false, 0) => has.join(", "),
        (false, count) => {
            let missing = words.text_with("declare-missing", &[("count", count.into())]);
            format!("{} · {missing}", has.join(", "))
        }
    };
    let name = Column::new()
        .push(clamp(part.text.name.as_str(), 1).strong())
        .push(text::small(below).style(style::muted))
        .width(Length::Fill);
    let open =
        button::icon_only(Icon::ChevronRight).on_press(Message::ProductPressed(part.product));
    let remove = button::icon_only(Icon::Trash)
        .on_press(Message::Product(ProductMessage::PartRemoved(part.product)));
    let row = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(name)
        .push(open)
        .push(remove);
    container(row).padding([space::XS, 0.0]).into()
}

/// Products that what is typed might mean, and the offer of something new of the kitchen.
fn found<'a>(
    desk: &'a Desk,
    of: &'a Filed,
    query: &str,
    words: &I18n,
) -> Vec<Element<'a, Message>> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let others = desk.search(query);
    let others = others.filter(|other| !of.parts.contains(&other.product));
    let others: Vec<&Filed> = others.take(FOUND).collect();
    let named = fold(query.trim());
    let exists = others.iter().any(|other| fold(&other.text.name) == named);
    let mut rows: Vec<Element<'a, Message>> = others
        .into_iter()
        .map(|other| {
            let add = ProductMessage::PartAdded(other.product);
            button::secondary(other.text.name.as_str())
                .icon(Icon::Plus)
                .short()
                .start()
                .fill()
                .on_press(Message::Product(add))
                .into()
        })
        .collect();
    if !exists {
        let told = [("name", query.trim().into())];
        let new = button::soft(words.text_with("declare-ingredient-new", &told))
            .icon(Icon::PackagePlus)
            .short()
            .start()
            .fill()
            .on_press(Message::Product(ProductMessage::IngredientPressed));
        rows.push(new.into());
    }
    rows.push(gap().height(target::MIN / 2.0).into());
    rows
}
