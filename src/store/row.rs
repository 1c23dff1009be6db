//! Rows become domain types here, at the edge.

use rusqlite::Row;
use uuid::Uuid;

use super::Error;
use crate::domain::catalogue::{StockRule, Unit};
use crate::domain::diet::{Declared, Source};
use crate::domain::tax::Rate;
use crate::domain::{BusinessDay, Money, Quantity};

pub(super) fn money(row: &Row<'_>, column: &str) -> rusqlite::Result<Money> {
    row.get(column).map(Money::guaranies)
}

pub(super) fn maybe_money(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Money>> {
    Ok(row.get::<_, Option<i64>>(column)?.map(Money::guaranies))
}

pub(super) fn quantity(row: &Row<'_>, column: &str) -> rusqlite::Result<Quantity> {
    row.get(column).map(Quantity::thousandths)
}

pub(super) fn maybe_day(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<BusinessDay>> {
    Ok(row
        .get::<_, Option<i64>>(column)?
        .and_then(BusinessDay::from_number))
}

pub(super) fn day(number: i64) -> Result<BusinessDay, Error> {
    BusinessDay::from_number(number).ok_or_else(|| unexpected("day", number))
}

pub(super) fn uuid(bytes: [u8; 16]) -> Uuid {
    Uuid::from_bytes(bytes)
}

pub(super) const fn unit_code(unit: Unit) -> &'static str {
    match unit {
        Unit::Each => "each",
        Unit::Kilogram => "kilogram",
    }
}

pub(super) fn unit(code: &str) -> Unit {
    if code == "kilogram" {
        Unit::Kilogram
    } else {
        Unit::Each
    }
}

pub(super) const fn stock_rule_code(rule: StockRule) -> &'static str {
    match rule {
        StockRule::Refuse => "refuse",
        StockRule::Allow => "allow",
    }
}

pub(super) fn stock_rule(code: &str) -> StockRule {
    if code == "allow" {
        StockRule::Allow
    } else {
        StockRule::Refuse
    }
}

pub(super) fn rate(percent: i64) -> Result<Rate, Error> {
    Rate::from_percent(percent).ok_or_else(|| unexpected("rate", percent))
}

/// What cannot be read is unknown, never free.
pub(super) fn declared(code: &str) -> Declared {
    match code {
        "contains" => Declared::Contains,
        "may_contain" => Declared::MayContain,
        "free" => Declared::Free,
        _ => Declared::Unknown,
    }
}

pub(super) fn source(code: &str) -> Source {
    Source::ALL
        .into_iter()
        .find(|source| source.code() == code)
        .unwrap_or(Source::Staff)
}

pub(super) fn unexpected(what: &str, value: impl std::fmt::Display) -> Error {
    Error::Unexpected(format!("{what} {value}"))
}
