//! A line to scan: CODE128 (ISO/IEC 15417), in its set B alone, which every printer knows.
//!
//! A printer draws it itself; here is how long it is, and its bars for the picture of the paper.

use super::document::Paper;

/// Dots from top to bottom: two lines of letters, 7.5 mm.
pub const HEIGHT_DOTS: u8 = 60;
/// Dots of a normal letter.
const LETTER_DOTS: usize = 12;

/// Bars and gaps in turn, in modules, of each value; the last three begin a code.
#[rustfmt::skip]
const WIDTHS: [&str; 106] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312",
    "132212", "221213", "221312", "231212", "112232", "122132", "122231", "113222",
    "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131",
    "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321",
    "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313",
    "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121",
    "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321",
    "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224",
    "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111",
    "111242", "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113",
    "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412",
    "211214", "211232",
];
const START_B: usize = 104;
const STOP: &str = "2331112";

/// Dots of the narrowest bar: what printers begin with, and on narrow paper a quarter of a millimetre,
/// which a cheap reader still sees.
#[must_use]
pub const fn module_dots(paper: Paper) -> u8 {
    match paper {
        Paper::Columns48 | Paper::Columns42 => 3,
        Paper::Columns32 => 2,
    }
}

/// What can be printed as a CODE128: letters of ASCII that fit the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barcode(String);

impl Barcode {
    /// Of this text, on this paper; `None` where it has other letters or is too long.
    #[must_use]
    pub fn of(text: &str, paper: Paper) -> Option<Self> {
        let letters = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        let dots = (11 * (text.len() + 2) + 13) * usize::from(module_dots(paper));
        let fits = !text.is_empty() && dots <= paper.columns() * LETTER_DOTS;
        (letters && fits).then(|| Self(text.to_owned()))
    }

    /// What it says.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Black and white modules from left to right.
    #[must_use]
    pub fn modules(&self) -> Vec<bool> {
        let values: Vec<usize> = self
            .0
            .bytes()
            .map(|byte| usize::from(byte.saturating_sub(b' ')))
            .collect();
        let weighted = (1..).zip(&values).map(|(place, value)| place * value);
        let check = (START_B + weighted.sum::<usize>()) % 103;
        let symbols = std::iter::once(START_B).chain(values).chain([check]);
        let widths = symbols
            .filter_map(|value| WIDTHS.get(value).copied())
            .chain([STOP]);
        let mut modules = Vec::new();
        for symbol in widths {
            let mut black = true;
            for width in symbol.bytes() {
                modules.extend(std::iter::repeat_n(black, usize::from(width - b'0')));
                black = !black;
            }
        }
        modules
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::ticket::TicketCode;

    #[test]
    fn every_symbol_is_eleven_modules_and_no_two_are_the_same() {
        for widths in WIDTHS {
            let sum: u32 = widths.bytes().map(|width| u32::from(width - b'0')).sum();
            assert_eq!((sum, widths.len()), (11, 6), "{widths}");
            // The bars of a symbol add up to an even number: that is how a reader sees one torn.
            let bars: u32 = widths
                .bytes()
                .step_by(2)
                .map(|width| u32::from(width - b'0'))
                .sum();
            assert_eq!(bars % 2, 0, "{widths}");
        }
        assert_eq!(BTreeSet::from(WIDTHS).len(), WIDTHS.len());
    }

    #[test]
    fn a_tickets_code_fits_the_narrowest_paper_with_white_on_both_sides() {
        for paper in [Paper::Columns32, Paper::Columns42] {
            let module = usize::from(module_dots(paper));
            for number in [1, 999_999] {
                let code = TicketCode::of(number).to_string();
                let bars = Barcode::of(&code, paper).unwrap();
                // Ten modules of white on each side (ISO/IEC 15417, 4.4).
                let dots = (bars.modules().len() + 2 * 10) * module;
                assert!(dots <= paper.columns() * LETTER_DOTS, "{number}");
            }
        }
    }

    #[test]
    fn what_no_line_can_say_is_none() {
        for bad in ["", "ñ", "a\tb", "123456789012345678901234567890123"] {
            assert_eq!(Barcode::of(bad, Paper::Columns32), None, "{bad:?}");
        }
    }
}
