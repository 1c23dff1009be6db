//! What a spreadsheet would take for a formula.

use std::borrow::Cow;

/// A text for a cell of a CSV: one that begins as a formula is shown and not worked out, by the apostrophe
/// that spreadsheets take for "this is text". An amount less than nothing is left as it is.
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
    let is_amount = amount.is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_amount {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_begins_as_a_formula_is_text_and_amounts_stay_amounts() {
        for formula in ["=1", "+595981", "-2+3", "-", "@a", "\t=1", "\r=1", "-1,5"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        for plain in ["", "Sofía", "-1500", "1500", "a=1"] {
            assert_eq!(harmless(plain), plain);
        }
    }
}
