//! What a single cell says.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Reason;
use crate::domain::catalogue::{Price, Unit};
use crate::domain::code::Code;
use crate::domain::search::fold;
use crate::domain::tax::Rate;
use crate::domain::ticket::TicketCode;
use crate::domain::{Money, Quantity};

/// A name is at most so long: more does not fit a tile or a ticket.
const LONGEST_NAME: usize = 120;

/// Ingredients are at most so long.
const LONGEST_TEXT: usize = 4_000;

/// Stock is at most a million pieces or kilograms.
const MOST_STOCK: i64 = 1_000_000;

/// One line without control characters: a name must never open the drawer on its way to the printer.
pub(super) fn clean(cell: &str) -> String {
    let printable = cell.replace(
        |letter: char| letter.is_control() || letter == '\u{feff}',
        " ",
    );
    printable.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn name(cell: &str) -> Result<String, Reason> {
    at_most(cell, LONGEST_NAME)
}

pub(super) fn text(cell: &str) -> Result<String, Reason> {
    at_most(cell, LONGEST_TEXT)
}

fn at_most(cell: &str, most: usize) -> Result<String, Reason> {
    if cell.chars().count() > most {
        Err(Reason::TooLong(most))
    } else {
        Ok(cell.to_owned())
    }
}

/// A whole amount; decimals that say nothing (`18.000,00`) and a currency behind it do not count.
pub(super) fn money(cell: &str) -> Result<Money, Reason> {
    let amount = ["₲", "Gs.", "Gs", "PYG"]
        .iter()
        .find_map(|sign| cell.strip_suffix(sign))
        .unwrap_or(cell)
        .trim_end();
    let amount = amount.strip_suffix(",00").unwrap_or(amount);
    Money::parse(amount).map_err(|_| Reason::NotMoney)
}

/// An amount that is not less than zero.
pub(super) fn amount(cell: &str) -> Result<Money, Reason> {
    match money(cell)? {
        amount if amount.is_negative() => Err(Reason::Negative),
        amount => Ok(amount),
    }
}

pub(super) fn price(cell: &str) -> Result<Price, Reason> {
    Price::new(money(cell)?).map_err(|_| Reason::NotPrice)
}

/// A limit; nothing is refused, since half of all lists mean "none" by it.
pub(super) fn limit(cell: &str) -> Result<Money, Reason> {
    match amount(cell)? {
        limit if limit.is_zero() => Err(Reason::ZeroLimit),
        limit => Ok(limit),
    }
}

/// A count or a weight: `1.234` is a thousand and more, `0,350` less than one.
///
/// A dot that cannot stand before thousands (`0.350`, `1.5`) begins decimals.
pub(super) fn stock(cell: &str, unit: Unit) -> Result<Quantity, Reason> {
    let (negative, digits) = match cell.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, cell),
    };
    let digits = plain_decimal(digits).ok_or(Reason::NotQuantity)?;
    let exact: Decimal = digits.parse().map_err(|_| Reason::NotQuantity)?;
    if exact > Decimal::from(MOST_STOCK) || exact.normalize().scale() > 3 {
        return Err(Reason::NotQuantity);
    }
    let thousandths = (exact * Decimal::from(1_000))
        .to_i64()
        .ok_or(Reason::NotQuantity)?;
    let quantity = Quantity::thousandths(if negative { -thousandths } else { thousandths });
    match unit {
        Unit::Each if !quantity.is_whole() => Err(Reason::NotWhole),
        _ => Ok(quantity),
    }
}

/// `1.234,5` → `1234.5`.
fn plain_decimal(cell: &str) -> Option<String> {
    let (whole, decimals) = match cell.split_once(',') {
        Some((whole, decimals)) => (whole, decimals),
        None => match cell.split_once('.') {
            Some((whole, decimals)) if begins_decimals(whole, decimals) => (whole, decimals),
            _ => (cell, ""),
        },
    };
    let grouped = whole.contains('.');
    let whole = if grouped {
        Money::parse(whole).ok()?.amount().to_string()
    } else {
        whole.to_owned()
    };
    let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let sound = !whole.is_empty() && whole.len() <= 12 && decimals.len() <= 6;
    (sound && digits_only(&whole) && digits_only(decimals)).then(|| format!("{whole}.{decimals}0"))
}

/// Whether the first dot cannot be one before thousands.
fn begins_decimals(whole: &str, rest: &str) -> bool {
    !rest.contains('.') && (rest.len() != 3 || whole == "0")
}

pub(super) fn rate(cell: &str) -> Result<Rate, Reason> {
    let said = fold(cell);
    let said = said
        .strip_prefix("iva")
        .unwrap_or(&said)
        .replace(['%', ' '], "");
    match said.as_str() {
        "exenta" | "exento" | "exentas" | "exempt" | "isento" | "isenta" => Ok(Rate::Exempt),
        percent => percent
            .parse()
            .ok()
            .and_then(Rate::from_percent)
            .ok_or(Reason::NotRate),
    }
}

pub(super) fn unit(cell: &str) -> Result<Unit, Reason> {
    match fold(cell).trim_end_matches('.') {
        "un" | "u" | "und" | "uni" | "unid" | "unidad" | "unidades" | "unidade" | "unit"
        | "piece" | "pieza" | "each" => Ok(Unit::Each),
        "kg" | "kgs" | "kilo" | "kilos" | "kilogramo" | "kilogramos" | "kilogram" | "quilo" => {
            Ok(Unit::Kilogram)
        }
        _ => Err(Reason::NotUnit),
    }
}

pub(super) fn yes_no(cell: &str) -> Result<bool, Reason> {
    match fold(cell).as_str() {
        "si" | "s" | "x" | "1" | "yes" | "y" | "sim" | "true" | "verdadero" => Ok(true),
        "no" | "n" | "0" | "nao" | "false" | "falso" | "-" => Ok(false),
        _ => Err(Reason::NotYesNo),
    }
}

/// Codes parted by spaces, commas, semicolons or bars.
pub(super) fn codes(cell: &str) -> Result<Vec<Code>, Reason> {
    if is_scientific(cell) {
        return Err(Reason::Scientific);
    }
    cell.split([' ', ',', ';', '|'])
        .filter(|code| !code.is_empty())
        .map(|code| {
            let lost = is_scientific(code);
            let reason = if lost {
                Reason::Scientific
            } else {
                Reason::NotCode
            };
            let ours = TicketCode::parse(code).is_some();
            Code::parse(code)
                .ok()
                .filter(|_| !lost && !ours)
                .ok_or(reason)
        })
        .collect()
}

/// `7,84E+12`: what Excel makes of a long code in a cell that is not text.
pub(super) fn is_scientific(cell: &str) -> bool {
    let upper = cell.to_ascii_uppercase();
    let Some((mantissa, exponent)) = upper.split_once("E+") else {
        return false;
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(exponent) && digits(&mantissa.replace([',', '.'], ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_group_thousands_and_commas_begin_decimals() {
        let thousandths = |cell| stock(cell, Unit::Kilogram).map(Quantity::in_thousandths);
        for (cell, expected) in [
            ("12", 12_000),
            ("1.234", 1_234_000),
            ("1.234,5", 1_234_500),
            ("0,350", 350),
            ("0.350", 350),
            ("1.5", 1_500),
            ("-2", -2_000),
            ("1.000.000", 1_000_000_000),
        ] {
            assert_eq!(thousandths(cell), Ok(expected), "{cell}");
        }
        for cell in [
            "1.000.001",
            "1,2345",
            "a",
            "1,2,3",
            "1.23.456",
            ",",
            "--1",
            "9e9",
            "",
        ] {
            assert_eq!(thousandths(cell), Err(Reason::NotQuantity), "{cell}");
        }
        assert_eq!(stock("1,5", Unit::Each), Err(Reason::NotWhole));
    }

    #[test]
    fn amounts_are_whole_and_never_guessed() {
        for cell in ["18000", "18.000", "₲ 18.000", "18.000 Gs.", "18.000,00"] {
            assert_eq!(money(cell), Ok(Money::guaranies(18_000)), "{cell}");
        }
        for cell in ["18,000", "18000.50", "18.00", "gratis", "1,5"] {
            assert_eq!(money(cell), Err(Reason::NotMoney), "{cell}");
        }
        assert_eq!(price("0"), Err(Reason::NotPrice));
        assert_eq!(amount("-1"), Err(Reason::Negative));
        assert_eq!(limit("0"), Err(Reason::ZeroLimit));
    }

    #[test]
    fn what_excel_made_a_number_of_is_no_code() {
        for cell in ["7,84E+12", "7.84e+12", "123, 7.84E+12"] {
            assert_eq!(codes(cell), Err(Reason::Scientific), "{cell}");
        }
        assert_eq!(codes("784001 | AB-1").unwrap().len(), 2);
        assert_eq!(codes("señal"), Err(Reason::NotCode));
    }

    #[test]
    fn a_cell_is_one_clean_line() {
        assert_eq!(clean(" Pan\n de\tmolde \u{1b}p\u{a0}"), "Pan de molde p");
    }

    #[test]
    fn rates_units_and_answers_are_read_as_people_write_them() {
        assert_eq!(rate("IVA 10 %"), Ok(Rate::Ten));
        assert_eq!(rate("5%"), Ok(Rate::Five));
        assert_eq!(rate("Exenta"), Ok(Rate::Exempt));
        assert_eq!(rate("7"), Err(Reason::NotRate));
        assert_eq!(unit("Kg."), Ok(Unit::Kilogram));
        assert_eq!(unit("docena"), Err(Reason::NotUnit));
        assert_eq!(yes_no("Sí"), Ok(true));
        assert_eq!(yes_no("quizás"), Err(Reason::NotYesNo));
    }
}
