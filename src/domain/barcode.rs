//! The bars of a code: EAN-13, EAN-8 and UPC-A where the check digit is right, Code 128 for the rest.
//!
//! Sources: GS1 General Specifications, 5.2 (EAN/UPC) and 5.4 (GS1-128, of which this is plain Code 128,
//! set B).

use super::code::Code;

/// The light space that a reader wants at either side, in modules.
pub const QUIET: usize = 10;

/// The left set of a figure; the right one is its inverse, the middle one the inverse read backwards.
const LEFT: [u8; 10] = [
    0b000_1101, 0b001_1001, 0b001_0011, 0b011_1101, 0b010_0011, 0b011_0001, 0b010_1111, 0b011_1011,
    0b011_0111, 0b000_1011,
];

/// Which of the six left figures are of the middle set, by the first figure of an EAN-13.
const PARITY: [u8; 10] = [
    0b00_0000, 0b00_1011, 0b00_1101, 0b00_1110, 0b01_0011, 0b01_1001, 0b01_1100, 0b01_0101,
    0b01_0110, 0b01_1010,
];

/// Bars and spaces in turn of each symbol of Code 128, in modules; then the start of set B and the stop.
const SYMBOLS: [&str; 107] = [
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
];
const START_B: usize = 104;
const STOP: usize = 106;

/// The modules of a code from left to right, without the quiet zones; true is dark.
#[must_use]
pub fn bars(code: &Code) -> Vec<bool> {
    let text = code.as_str();
    match (code.is_ean(), text.len()) {
        (true, 13) => ean13(text),
        (true, 12) => ean13(&format!("0{text}")),
        (true, 8) => ean8(text),
        _ => code128(text),
    }
}

fn figures(text: &str) -> Vec<usize> {
    text.bytes().map(|byte| usize::from(byte - b'0')).collect()
}

fn ean13(text: &str) -> Vec<bool> {
    let figures = figures(text);
    let parity = PARITY[figures[0]];
    let mut bars = vec![true, false, true];
    for (at, figure) in figures[1..7].iter().enumerate() {
        let middle = parity & (0b10_0000 >> at) != 0;
        push(
            &mut bars,
            if middle {
                backwards(!LEFT[*figure])
            } else {
                LEFT[*figure]
            },
        );
    }
    bars.extend([false, true, false, true, false]);
    for figure in &figures[7..] {
        push(&mut bars, !LEFT[*figure]);
    }
    bars.extend([true, false, true]);
    bars
}

fn ean8(text: &str) -> Vec<bool> {
    let figures = figures(text);
    let mut bars = vec![true, false, true];
    for figure in &figures[..4] {
        push(&mut bars, LEFT[*figure]);
    }
    bars.extend([false, true, false, true, false]);
    for figure in &figures[4..] {
        push(&mut bars, !LEFT[*figure]);
    }
    bars.extend([true, false, true]);
    bars
}

fn push(bars: &mut Vec<bool>, seven: u8) {
    bars.extend((0..7).map(|at| seven & (0b100_0000 >> at) != 0));
}

const fn backwards(seven: u8) -> u8 {
    (seven & 0x7f).reverse_bits() >> 1
}

/// Codes hold printable ASCII alone: each letter is a symbol of set B.
fn code128(text: &str) -> Vec<bool> {
    let letters: Vec<usize> = text
        .bytes()
        .map(|byte| usize::from(byte.saturating_sub(32)))
        .collect();
    let weighted = letters
        .iter()
        .zip(1..)
        .map(|(letter, weight)| letter * weight);
    let check = (START_B + weighted.sum::<usize>()) % 103;
    let symbols = [START_B].into_iter().chain(letters).chain([check, STOP]);
    let mut bars = Vec::new();
    for symbol in symbols {
        for (at, width) in SYMBOLS[symbol].bytes().enumerate() {
            bars.extend(std::iter::repeat_n(at % 2 == 0, usize::from(width - b'0')));
        }
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn drawn(code: &str) -> String {
        let bars = bars(&Code::parse(code).unwrap());
        bars.into_iter()
            .map(|dark| if dark { '1' } else { '0' })
            .collect()
    }

    /// Source: the worked example of EAN-13 that is drawn in most descriptions of it, 4003994155486.
    #[test]
    fn an_ean_13_is_drawn_as_its_norm_draws_it() {
        let expected = concat!(
            "101", "0001101", "0100111", "0111101", "0001011", "0010111", "0011101", "01010",
            "1100110", "1001110", "1001110", "1011100", "1001000", "1010000", "101"
        );
        assert_eq!(drawn("4003994155486"), expected);
        assert_eq!(drawn("7792052014625").len(), 95);
        assert_eq!(drawn("96385074").len(), 67);
    }

    #[test]
    fn what_is_no_ean_is_code_128() {
        // Start B, four letters, check and stop.
        assert_eq!(drawn("A-12").len(), 11 * 6 + 13);
        assert!(drawn("A-12").starts_with("11010010000"));
        assert!(drawn("A-12").ends_with("1100011101011"));
        assert_eq!(
            drawn("7792052014626").len(),
            11 * 15 + 13,
            "a wrong check digit is no EAN"
        );
    }

    #[test]
    fn no_two_symbols_are_alike_and_each_is_as_wide_as_it_must_be() {
        let width = |symbol: &str| {
            symbol
                .bytes()
                .map(|byte| u32::from(byte - b'0'))
                .sum::<u32>()
        };
        assert!(SYMBOLS[..STOP].iter().all(|symbol| width(symbol) == 11));
        assert_eq!(width(SYMBOLS[STOP]), 13);
        assert_eq!(SYMBOLS.iter().collect::<BTreeSet<_>>().len(), SYMBOLS.len());
        // The bars of a symbol are an even number of modules: a reader checks it.
        let dark = |symbol: &str| {
            symbol
                .bytes()
                .step_by(2)
                .map(|byte| byte - b'0')
                .sum::<u8>()
        };
        assert!(SYMBOLS[..STOP].iter().all(|symbol| dark(symbol) % 2 == 0));
    }
}
