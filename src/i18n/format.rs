//! How amounts, quantities and dates are written.
//!
//! These follow the country, not the language: whoever reads the screen in English pays the same
//! `₲ 18.000` that is printed on the ticket, and `03/04/2026` is one and the same day for everybody.

use rust_decimal::Decimal;

use super::I18n;
use crate::domain::{BusinessDay, Moment, Money, Quantity};

impl I18n {
    /// An amount with the currency's sign: `₲ 18.000`, or `−₲ 500` for what is owed or taken back.
    #[must_use]
    pub fn money(&self, money: Money) -> String {
        let amount = money.to_string();
        match amount.strip_prefix('−') {
            Some(owed) => format!("−₲ {owed}"),
            None => format!("₲ {amount}"),
        }
    }

    /// An amount alone: `18.000`.
    #[must_use]
    pub fn amount(&self, money: Money) -> String {
        money.to_string()
    }

    /// A quantity: `2` or `0,350`.
    #[must_use]
    pub fn quantity(&self, quantity: Quantity) -> String {
        quantity.to_string()
    }

    /// A day: `23/11/2026`.
    #[must_use]
    pub fn date(&self, day: BusinessDay) -> String {
        day.0.format("%d/%m/%Y").to_string()
    }

    /// The time of day on the wall: `09:41`.
    #[must_use]
    pub fn time(&self, moment: Moment) -> String {
        moment.local.format("%H:%M").to_string()
    }

    /// A day and its time: `23/11/2026 09:41`.
    #[must_use]
    pub fn date_time(&self, moment: Moment) -> String {
        moment.local.format("%d/%m/%Y %H:%M").to_string()
    }

    /// So many per cent: `12,5 %` for 12.5, with as many decimals as the number has.
    #[must_use]
    pub fn percent(&self, percent: Decimal) -> String {
        let digits = percent.normalize().to_string().replace('.', ",");
        format!("{} %", digits.replace('-', "−"))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};

    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn amounts_and_days_are_written_the_same_in_every_language() {
        let late = DateTime::parse_from_rfc3339("2026-04-03T09:41:59-03:00").unwrap();
        let day = BusinessDay(NaiveDate::from_ymd_opt(2026, 4, 3).unwrap());
        for locale in Locale::ALL {
            let i18n = I18n::new(locale);
            assert_eq!(i18n.money(Money::guaranies(18_000)), "₲ 18.000");
            assert_eq!(i18n.money(Money::guaranies(-500)), "−₲ 500");
            assert_eq!(i18n.money(Money::ZERO), "₲ 0");
            assert_eq!(i18n.amount(Money::guaranies(-1_234_567)), "−1.234.567");
            assert_eq!(i18n.quantity(Quantity::thousandths(350)), "0,350");
            assert_eq!(i18n.date(day), "03/04/2026");
            assert_eq!(i18n.date_time(Moment::new(late)), "03/04/2026 09:41");
            assert_eq!(i18n.time(Moment::new(late)), "09:41");
            assert_eq!(i18n.percent(Decimal::new(1250, 2)), "12,5 %");
            assert_eq!(i18n.percent(Decimal::from(-10)), "−10 %");
        }
    }
}
