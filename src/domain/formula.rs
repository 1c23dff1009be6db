//! Tables as spreadsheets here open them, and what those would take for a formula.

use std::borrow::Cow;

/// A text for a cell of a CSV: one that begins as a formula is shown and not worked out, by the apostrophe
/// that spreadsheets take for "this is text". An amount or a quantity less than nothing is left as it is.
///
/// ```
/// # use cantina::domain::formula::harmless;
/// assert_eq!(harmless("=2+2"), "'=2+2");
/// assert_eq!(harmless("-1500"), "-1500");
/// assert_eq!(harmless("Chipa"), "Chipa");
/// ```
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    let amount = text.strip_prefix('-');
    let is_amount = amount.is_some_and(|amount| {
        let (whole, part) = amount.split_once(',').unwrap_or((amount, "0"));
        [whole, part]
            .iter()
            .all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
    });
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_amount {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// A table as Excel in Spanish opens it by a double click: a mark for UTF-8, `;` between cells, nothing that
/// is worked out. What is less than nothing stays a number.
#[must_use]
pub fn sheet(head: Vec<String>, rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in std::iter::once(head).chain(rows) {
        let cells = row.iter().map(|cell| harmless(cell).into_owned());
        // Memory takes what it is given.
        let _written = out.write_record(cells);
    }
    out.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_begins_as_a_formula_is_text_and_amounts_stay_amounts() {
        for formula in [
            "=1", "+595981", "-2+3", "-", "@a", "\t=1", "\r=1", "-1,5,2", "-,5", "-1,",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for plain in ["", "Sofía", "-1500", "-1,5", "1500", "a=1"] {
            assert_eq!(harmless(plain), plain);
        }
    }

    #[test]
    fn a_sheet_opens_in_excel_and_a_telephone_is_no_formula() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let rows = [row(["+595981123456", "-1500"]), row(["a;b", "«c»"])];
        let text = String::from_utf8(sheet(row(["uno", "dos"]), rows)).unwrap();
        assert_eq!(
            text,
            "\u{feff}uno;dos\r\n'+595981123456;-1500\r\n\"a;b\";«c»\r\n"
        );
    }
}
