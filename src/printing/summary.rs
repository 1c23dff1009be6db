//! The dashboard on the receipt printer: its figures in one column.

use super::document::{Document, Paper, Size, Style};
use crate::domain::Money;
use crate::domain::metrics::{Dashboard, Span};
use crate::domain::receipt::Shop;
use crate::i18n::I18n;

/// A summary of the page, for paper of that width.
#[must_use]
pub fn document(page: &Dashboard, shop: &Shop, words: &I18n, paper: Paper) -> Document {
    let mut out = Document::new(paper);
    let figures = &page.figures;
    let gs = |money: Money| words.amount(money);
    out.text(Style::CENTRE.bold().size(Size::Double), &shop.name)
        .text(Style::CENTRE, &words.text("report-title"))
        .text(Style::CENTRE, &days(page.period, words))
        .text(Style::CENTRE, &words.date_time(page.at))
        .rule();
    let average = figures.average().map_or_else(|| "-".to_owned(), gs);
    let mut rows = vec![
        ("report-sales", figures.sales.to_string()),
        ("report-income", gs(figures.income)),
        ("report-average", average),
        ("report-pupils", figures.pupils.to_string()),
        ("report-items", figures.items.to_string()),
    ];
    if figures.refunds > 0 {
        rows.push(("report-refunds", gs(figures.refunded)));
    }
    if !page.commission.is_zero() {
        rows.push(("normal-commissions", gs(page.commission)));
    }
    if let Some(projection) = &page.projection {
        rows.push(("report-projection", gs(projection.income)));
    }
    for (label, value) in rows {
        out.columns(Style::LEFT, 2, &words.text(label), &value);
    }
    out.rule()
        .text(Style::LEFT.bold(), &words.text("report-tenders"));
    for part in &page.tenders {
        let tender = words.text(&format!("ticket-tender-{}", part.kind.code()));
        let left = format!("{} x {tender}", part.sales);
        out.columns(Style::LEFT, 2, &left, &gs(part.amount));
    }
    out.rule()
        .text(Style::LEFT.bold(), &words.text("report-products"));
    for product in &page.by_amount {
        let left = format!("{} {}", words.quantity(product.quantity), product.name);
        out.columns(Style::LEFT, 2, &left, &gs(product.amount));
    }
    out.blank().cut();
    out
}

fn days(span: Span, words: &I18n) -> String {
    let (from, to) = (words.date(span.from()), words.date(span.to()));
    match span.is_day() {
        true => from,
        false => format!("{from} - {to}"),
    }
}
