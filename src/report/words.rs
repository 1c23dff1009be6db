//! The sentences of reports, in the words of one locale.

use rust_decimal::Decimal;

use crate::domain::metrics::{Alert, Finding, Paper, Permille, Span};
use crate::domain::tender::TenderKind;
use crate::domain::{Money, Quantity};
use crate::i18n::I18n;

/// A share: `52 %`, `12,5 %` only below ten.
#[must_use]
pub fn percent(words: &I18n, share: Permille) -> String {
    let exact = Decimal::new(share, 1);
    let whole = share.abs() >= 100 || share % 10 == 0;
    words.percent(if whole { exact.round() } else { exact })
}

/// Days: `23/11/2026`, or `01/11/2026 – 23/11/2026`.
#[must_use]
pub fn span(words: &I18n, span: Span) -> String {
    let (from, to) = (words.date(span.from()), words.date(span.to()));
    match span.is_day() {
        true => from,
        false => format!("{from} – {to}"),
    }
}

/// What a tender is called.
#[must_use]
pub fn tender(words: &I18n, kind: TenderKind) -> String {
    words.text(&format!("sales-tender-{}", kind.code()))
}

/// A quantity with its unit where it is weighed: `64`, `3,250 kg`.
#[must_use]
pub fn quantity(words: &I18n, quantity: Quantity, weighed: bool) -> String {
    let number = words.quantity(quantity);
    match weighed {
        true => format!("{number} kg"),
        false => number,
    }
}

/// What an alert says, with what is usual.
#[must_use]
pub fn alert(words: &I18n, alert: &Alert) -> String {
    match &alert.finding {
        Finding::LowSales { sales, usual, .. } => words.text_with(
            "report-alert-low_sales",
            &[("sales", (*sales).into()), ("usual", (*usual).into())],
        ),
        Finding::CashHigh { share, usual } => {
            let told = [
                ("share", percent(words, *share).into()),
                ("usual", percent(words, *usual).into()),
            ];
            words.text_with("report-alert-cash_high", &told)
        }
        Finding::CashLow { share, usual } => {
            let told = [
                ("share", percent(words, *share).into()),
                ("usual", percent(words, *usual).into()),
            ];
            words.text_with("report-alert-cash_low", &told)
        }
        Finding::TenderStopped { kind, usual, .. } => {
            let told = [
                ("tender", tender(words, *kind).into()),
                ("usual", (*usual).into()),
            ];
            words.text_with("report-alert-tender_stopped", &told)
        }
        Finding::NoSale { days, products } => {
            let names = products.iter().map(|idle| idle.name.as_str());
            let told = [
                ("count", count(products.len())),
                ("days", (*days).into()),
                ("names", few(names).into()),
            ];
            words.text_with("report-alert-no_sale", &told)
        }
        Finding::SoldOut { products, .. } => {
            let names = products.iter().map(|out| out.name.as_str());
            let told = [
                ("count", count(products.len())),
                ("names", few(names).into()),
            ];
            words.text_with("report-alert-sold_out", &told)
        }
        other => of_the_house(words, other),
    }
}

fn of_the_house(words: &I18n, finding: &Finding) -> String {
    match finding {
        Finding::Overrides {
            count,
            usual_tenths,
        } => {
            let usual = Decimal::new(*usual_tenths, 1).normalize();
            let usual = usual.to_string().replace('.', ",");
            let told = [("count", (*count).into()), ("usual", usual.into())];
            words.text_with("report-alert-overrides", &told)
        }
        Finding::Drawer {
            name,
            shifts,
            difference,
            ..
        } => {
            let told = [
                ("name", name.as_str().into()),
                ("shifts", (*shifts).into()),
                ("difference", words.money(*difference).into()),
            ];
            words.text_with("report-alert-drawer", &told)
        }
        Finding::DrawerOnce {
            name,
            day,
            difference,
            ..
        } => {
            let told = [
                ("name", name.as_str().into()),
                ("day", (*day).into()),
                ("difference", words.money(*difference).into()),
            ];
            words.text_with("report-alert-drawer-once", &told)
        }
        Finding::Backup { hours: None, .. } => words.text("report-alert-backup-never"),
        Finding::Backup {
            hours: Some(hours), ..
        } => words.text_with("report-alert-backup", &[("hours", (*hours).into())]),
        Finding::Printer {
            paper: Paper::Unreachable,
            waiting,
        } => words.text_with(
            "report-alert-printer-unreachable",
            &[("waiting", (*waiting).into())],
        ),
        Finding::Printer { waiting, .. } => {
            words.text_with("report-alert-printer", &[("waiting", (*waiting).into())])
        }
        _ => String::new(),
    }
}

fn count(len: usize) -> crate::i18n::Value {
    i64::try_from(len).unwrap_or(i64::MAX).into()
}

/// The first three names; the rest is counted.
fn few<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<&str> = names.collect();
    let shown = names.iter().take(3).copied().collect::<Vec<_>>().join(", ");
    match names.len() {
        0..=3 => shown,
        _ => format!("{shown}…"),
    }
}

/// An amount in thousands, rounded: for axes and ticks.
#[must_use]
pub fn thousands(words: &I18n, amount: i64) -> String {
    words.amount(Money::guaranies((amount + 500).div_euclid(1_000)))
}
