//! The page as one HTML file: nothing in it comes from elsewhere, and a phone shows it well.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::NoReport;
use super::file::{not_written, whole};
use super::svg::{self, colour, escape};
use super::words;
use crate::domain::metrics::{Customer, Dashboard, Product, change, signs};
use crate::domain::receipt::Shop;
use crate::domain::{BusinessDay, Money};
use crate::i18n::I18n;

const STYLE: &str = include_str!("page.css");

/// What the page of a day is called in the folder that it is written into at each close.
#[must_use]
pub fn page_name(day: BusinessDay) -> String {
    format!("panel-{day}.html")
}

/// Writes the page; what was there is replaced only by a whole one.
///
/// # Errors
/// [`NoReport::NotWritten`].
pub fn write_html(
    page: &Dashboard,
    shop: &Shop,
    words: &I18n,
    file: &Path,
) -> Result<PathBuf, NoReport> {
    let text = html(page, shop, words);
    whole(file, |part| {
        fs::write(part, text).map_err(|cause| not_written(file, cause))
    })?;
    Ok(file.to_owned())
}

/// The page as HTML.
#[must_use]
pub fn html(page: &Dashboard, shop: &Shop, words: &I18n) -> String {
    let title = words.text("report-title");
    let period = words::span(words, page.period);
    let taken = words.text_with("report-taken", &[("at", words.date_time(page.at).into())]);
    let locale = words.locale().code();
    let mut out = format!(
        "<!doctype html><html lang=\"{locale}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <title>{} · {period}</title><style>{STYLE}</style></head><body>\
         <h1>{} · {}</h1><p class=\"soft\">{period} · {}</p>",
        escape(&shop.name),
        escape(&shop.name),
        escape(&title),
        escape(&taken),
    );
    for alert in page
        .alerts
        .iter()
        .filter(|alert| alert.acknowledged.is_none())
    {
        let _ = write!(
            out,
            "<p class=\"alert\">⚠ {}</p>",
            escape(&words::alert(words, alert))
        );
    }
    cards(&mut out, page, words);
    out.push_str("<div class=\"wide\">");
    by_hour(&mut out, page, words);
    tenders(&mut out, page, words);
    out.push_str("</div><div class=\"wide\">");
    products(&mut out, &page.by_amount, words);
    customers(&mut out, &page.customers, words);
    out.push_str("</div></body></html>");
    out
}

fn cards(out: &mut String, page: &Dashboard, words: &I18n) {
    let (now, before) = (&page.figures, &page.compared.figures);
    let income = |of: Money| of.amount();
    let average = |of: Option<Money>| of.map_or(0, Money::amount);
    let compared = words::span(words, page.compared.period);
    let count = |number: i64| words.amount(Money::guaranies(number));
    let shown = [
        ("report-sales", count(now.sales), now.sales, before.sales),
        (
            "report-income",
            words.money(now.income),
            income(now.income),
            income(before.income),
        ),
        (
            "report-average",
            now.average()
                .map_or_else(|| "—".to_owned(), |average| words.money(average)),
            average(now.average()),
            average(before.average()),
        ),
        (
            "report-pupils",
            count(now.pupils),
            now.pupils,
            before.pupils,
        ),
        ("report-items", count(now.items), now.items, before.items),
    ];
    out.push_str("<div class=\"cards\">");
    for (label, value, now, before) in shown {
        let label = escape(&words.text(label));
        let _ = write!(
            out,
            "<div class=\"card\">{label}<b>{value}</b>{}</div>",
            moved(words, now, before, &compared)
        );
    }
    if let Some(projection) = &page.projection {
        let usual = page.usual.as_ref().map_or(0, |usual| usual.income.mean);
        let usual = words.money(Money::guaranies(usual));
        let said = words.text_with("report-usual", &[("usual", usual.into())]);
        card(
            out,
            &words.text("report-projection"),
            &words.money(projection.income),
            &said,
        );
    }
    if !page.commission.is_zero() {
        let net = [("amount", words.money(page.net_income()).into())];
        card(
            out,
            &words.text("normal-commissions"),
            &words.money(page.commission),
            &words.text_with("normal-net", &net),
        );
    }
    if now.refunds > 0 {
        card(
            out,
            &words.text("report-refunds"),
            &count(now.refunds),
            &words.money(now.refunded),
        );
    }
    if let Some(margin) = &page.margin {
        let share = margin
            .permille()
            .map_or_else(String::new, |share| words::percent(words, share));
        card(
            out,
            &words.text("report-margin"),
            &words.money(margin.left()),
            &share,
        );
    }
    out.push_str("</div>");
}

fn card(out: &mut String, label: &str, value: &str, below: &str) {
    let _ = write!(
        out,
        "<div class=\"card\">{}<b>{value}</b><span class=\"soft\">{}</span></div>",
        escape(label),
        escape(below)
    );
}

/// The change with an arrow, so that the colour is not alone.
fn moved(words: &I18n, now: i64, before: i64, compared: &str) -> String {
    match change(now, before) {
        None => format!(
            "<span class=\"soft\">{}</span>",
            escape(&words.text("report-nothing-before"))
        ),
        Some(by) => {
            let (class, arrow) = match by {
                0 => ("soft", "="),
                1.. => ("up", "▲"),
                _ => ("down", "▼"),
            };
            let by = words::percent(words, by.abs());
            format!(
                "<span class=\"{class}\">{arrow} {by}</span> <span class=\"soft\">{compared}</span>"
            )
        }
    }
}

fn by_hour(out: &mut String, page: &Dashboard, words: &I18n) {
    let _ = write!(
        out,
        "<section><h2>{}</h2><p><span class=\"dot\" style=\"background:{}\"></span>{} \
         <span class=\"dot\" style=\"background:{}\"></span>{}</p>",
        escape(&words.text("report-by-hour")),
        colour(0),
        escape(&words.text("report-sales")),
        colour(1),
        escape(&words.text("report-thousands")),
    );
    match page.hours.is_empty() {
        true => nothing(out, words),
        false => out.push_str(&svg::by_hour(&page.hours, words)),
    }
    out.push_str("</section>");
}

fn nothing(out: &mut String, words: &I18n) {
    let _ = write!(
        out,
        "<p class=\"soft\">{}</p>",
        escape(&words.text("report-no-sales"))
    );
}

fn heading(out: &mut String, words: &I18n, title: &str, columns: &[&str]) {
    let _ = write!(out, "<section><h2>{}</h2>", escape(&words.text(title)));
    out.push_str("<table><tr>");
    for column in columns {
        let _ = write!(out, "<th>{}</th>", escape(&words.text(column)));
    }
    out.push_str("</tr>");
}

fn tenders(out: &mut String, page: &Dashboard, words: &I18n) {
    let _ = write!(
        out,
        "<section><h2>{}</h2>",
        escape(&words.text("report-tenders"))
    );
    if page.tenders.is_empty() {
        nothing(out, words);
        out.push_str("</section>");
        return;
    }
    out.push_str(&svg::ring(&page.tenders, page.figures.sales, words));
    out.push_str("<table><tr>");
    for column in [
        "report-column-tender",
        "report-sales",
        "report-amount",
        "dash-average-short",
    ] {
        let _ = write!(out, "<th>{}</th>", escape(&words.text(column)));
    }
    out.push_str("</tr>");
    for (part, sign) in page.tenders.iter().zip(signs(&page.tenders)) {
        let share = part
            .share
            .map_or_else(String::new, |share| words::percent(words, share));
        let average = part
            .average
            .map_or_else(|| "—".to_owned(), |average| words.amount(average));
        let _ = write!(
            out,
            "<tr><td><span class=\"dot\" style=\"background:{}\"></span>{} <span class=\"soft\">{share}</span></td>\
             <td>{}</td><td>{}</td><td>{average}</td></tr>",
            colour(sign),
            escape(&words::tender(words, part.kind)),
            part.sales,
            words.amount(part.amount),
        );
    }
    out.push_str("</table></section>");
}

fn products(out: &mut String, products: &[Product], words: &I18n) {
    let columns = ["report-product", "report-quantity", "report-amount"];
    heading(out, words, "report-products", &columns);
    for product in products {
        let _ = write!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
            escape(&product.name),
            words::quantity(words, product.quantity, product.weighed),
            words.money(product.amount),
        );
    }
    out.push_str("</table></section>");
}

fn customers(out: &mut String, customers: &[Customer], words: &I18n) {
    let columns = ["report-customer", "report-purchases", "report-amount"];
    heading(out, words, "report-customers", &columns);
    for customer in customers {
        let pupils = escape(&customer.pupils.join(", "));
        let _ = write!(
            out,
            "<tr><td>{}<br><span class=\"soft\">{pupils}</span></td><td>{}</td><td>{}</td></tr>",
            escape(&customer.name),
            customer.sales,
            words.money(customer.amount),
        );
    }
    out.push_str("</table></section>");
}
