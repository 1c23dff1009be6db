//! What is printed and saved of stock: what to order, a product's movements, what lies there and its value.

use super::document::{Document, Paper, Size, Style};
use crate::domain::formula::sheet;
use crate::domain::stock::{Need, NeedList};
use crate::domain::{Moment, Money, Quantity};
use crate::i18n::I18n;
use crate::store::stock::{Moved, Moves, Valued};

/// Where what belongs to a line begins below it.
const INDENT: usize = 2;

/// What to order, by supplier, with a box to tick for each.
#[must_use]
pub fn order(list: &NeedList, (shop, now): (&str, Moment), words: &I18n, paper: Paper) -> Document {
    let mut page = Document::new(paper);
    if !shop.trim().is_empty() {
        page.text(Style::CENTRE.bold().size(Size::Tall), shop);
    }
    page.text(Style::CENTRE.bold(), &words.text("stock-paper-order"))
        .text(Style::CENTRE, &words.date_time(now));
    for (supplier, needs) in list.parts() {
        let name = supplier.map_or_else(|| words.text("stock-no-supplier"), |of| of.name.clone());
        page.rule().text(Style::LEFT.bold(), &name);
        for need in needs {
            let left = format!("[ ] {}", need.name);
            page.columns(Style::LEFT, 4, &left, &words.quantity(need.order));
            page.hanging(
                Style::LEFT,
                INDENT + 2,
                &format!("    {}", state(need, words)),
            );
        }
    }
    page.rule();
    let cost = words.money(list.cost());
    page.columns(
        Style::LEFT.bold(),
        INDENT,
        &words.text("stock-order-cost"),
        &cost,
    );
    page.cut();
    page
}

/// «hay 3, mínimo 5, 2 días».
#[must_use]
pub fn state(need: &Need, words: &I18n) -> String {
    let told = [
        ("stock", need.stock.into()),
        ("minimum", need.minimum.into()),
        ("days", need.days_left.unwrap_or(0).into()),
    ];
    let key = match (need.days_left, need.minimum > Quantity::ZERO) {
        (Some(_), true) => "stock-need-both",
        (Some(_), false) => "stock-need-days",
        (None, _) => "stock-need-minimum",
    };
    words.text_with(key, &told)
}

/// What to order, as a spreadsheet reads it.
#[must_use]
pub fn order_csv(list: &NeedList, words: &I18n) -> Vec<u8> {
    let head = [
        "supplier", "product", "stock", "minimum", "sold", "days", "order", "cost",
    ];
    let rows = list.parts().flat_map(|(supplier, needs)| {
        let name = supplier.map_or_else(String::new, |of| of.name.clone());
        needs.iter().map(move |need| {
            vec![
                name.clone(),
                need.name.clone(),
                decimal(need.stock),
                decimal(need.minimum),
                decimal(need.sold),
                need.days_left
                    .map_or_else(String::new, |days| days.to_string()),
                decimal(need.order),
                amount(need.cost),
            ]
        })
    });
    table(&head, rows, words)
}

/// A product's movements, latest first, as a spreadsheet reads them.
#[must_use]
pub fn moves_csv(moves: &Moves, now: Moment, words: &I18n) -> Vec<u8> {
    let head = [
        "day", "time", "kind", "document", "who", "quantity", "balance", "note",
    ];
    let rows = moves.moves.iter().map(|of| {
        let at = now.plus_millis(of.at.0.saturating_sub(now.at.0));
        vec![
            words.date(of.day),
            words.time(at),
            kind_words(of, words),
            document_words(of, words),
            of.who.clone().unwrap_or_default(),
            decimal(of.quantity),
            decimal(of.balance),
            note_words(of, words),
        ]
    });
    table(&head, rows, words)
}

/// What stock was worth, as a spreadsheet reads it.
#[must_use]
pub fn worth_csv(valued: &[Valued], words: &I18n) -> Vec<u8> {
    let head = ["category", "product", "stock", "average", "value"];
    let rows = valued.iter().map(|of| {
        vec![
            of.category.clone(),
            of.name.clone(),
            decimal(of.worth.quantity),
            amount(of.worth.average()),
            of.worth.value.amount().to_string(),
        ]
    });
    table(&head, rows, words)
}

/// What moved it, in a word.
#[must_use]
pub fn kind_words(of: &Moved, words: &I18n) -> String {
    words.text(&format!("stock-kind-{}", of.kind.code().replace('_', "-")))
}

/// By which document: the ticket's number, or the supplier's document.
#[must_use]
pub fn document_words(of: &Moved, words: &I18n) -> String {
    use crate::domain::stock::MoveKind as Kind;
    match (&of.document, of.kind) {
        (Some(number), Kind::Sale | Kind::Void | Kind::Refund | Kind::Spoiled) => {
            words.text_with("stock-ticket", &[("number", number.into())])
        }
        (Some(document), _) => document.clone(),
        (None, _) => String::new(),
    }
}

/// Why, in words.
#[must_use]
pub fn note_words(of: &Moved, words: &I18n) -> String {
    let reason = of.reason.as_deref();
    let reason =
        reason.map(|reason| words.text(&format!("stock-reason-{}", reason.replace('_', "-"))));
    let parts = reason.into_iter().chain(of.note.clone());
    parts.collect::<Vec<_>>().join(" · ")
}

fn amount(money: Option<Money>) -> String {
    money.map_or_else(String::new, |money| money.amount().to_string())
}

fn decimal(quantity: Quantity) -> String {
    let exact = quantity.decimal().normalize().to_string();
    exact.replace('.', ",")
}

fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>, words: &I18n) -> Vec<u8> {
    let head = head
        .iter()
        .map(|column| words.text(&format!("stock-csv-{column}")));
    sheet(head.collect(), rows)
}
