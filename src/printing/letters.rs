//! Which letters can stand on the paper, and what stands in for those that cannot.
//!
//! Two steps. [`on_paper`] runs before the layout: it makes text in which every letter takes one
//! column and no byte of it can be a command. [`CodePage::encode`] runs after it and gives one byte
//! a letter, so that the layout holds on every printer.

use oem_cp::code_table::{DECODING_TABLE_CP_MAP, ENCODING_TABLE_CP_MAP};
use serde::{Deserialize, Serialize};

/// What is printed for a letter that has no likeness at all.
pub const UNKNOWN: char = '?';

/// Text as it can stand on paper: one column a letter, no control characters.
///
/// - Line breaks and tabs become spaces; other control and invisible characters vanish, so that a
///   product's name can never cut the paper or open the drawer.
/// - `₲` becomes `Gs.`, which is how guaraníes are written where the sign is missing: no printer's
///   code page has it.
/// - A letter followed by a combining mark becomes the one letter that it looks like (`n` + `~` is
///   `ñ`); where there is none (Guaraní `g̃`), the mark is left out.
/// - Letters of other scripts and pictures become `?`.
///
/// ```
/// # use cantina::printing::letters::on_paper;
/// assert_eq!(on_paper("₲ 18.000\tCafe\u{301}"), "Gs. 18.000 Café");
/// assert_eq!(on_paper("\u{1b}p\u{0}Chipa 🧀"), "pChipa ?");
/// ```
#[must_use]
pub fn on_paper(text: &str) -> String {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.to_owned();
    }
    let mut paper = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            ' '..='~' => paper.push(letter),
            '\n' | '\t' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' => paper.push(' '),
            '\u{300}'..='\u{36F}' => compose(&mut paper, letter),
            '₲' => paper.push_str("Gs."),
            '…' => paper.push_str("..."),
            '€' => paper.push_str("EUR"),
            '™' => paper.push_str("TM"),
            'œ' => paper.push_str("oe"),
            'Œ' => paper.push_str("OE"),
            _ if is_invisible(letter) => {}
            '\u{A1}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => paper.push(letter),
            _ => paper.push(punctuation(letter).unwrap_or(UNKNOWN)),
        }
    }
    paper
}

/// Controls, and characters that only say how others look or join.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{1F3FB}'..='\u{1F3FF}'
        )
}

/// Typographer's punctuation has a plain twin everywhere.
fn punctuation(letter: char) -> Option<char> {
    Some(match letter {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | 'ʻ' | 'ʹ' | '\u{A78B}' | '\u{A78C}' => {
            '\''
        }
        '“' | '”' | '„' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' => '-',
        '•' | '‣' | '∙' => '*',
        '‹' => '<',
        '›' => '>',
        '⁄' => '/',
        _ => return None,
    })
}

/// Joins a combining mark to the letter before it, or drops the mark.
fn compose(paper: &mut String, mark: char) {
    let Some(base) = paper.chars().last() else {
        return;
    };
    let Some(letter) = composed(base, mark) else {
        return;
    };
    paper.pop();
    paper.push(letter);
}

/// The letters that the till's languages write with each mark: Spanish, Guaraní, Portuguese, German.
fn composed(base: char, mark: char) -> Option<char> {
    let (plain, marked) = match mark {
        '\u{300}' => ("aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        '\u{301}' => ("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
        '\u{302}' => ("aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        '\u{303}' => ("aeiounyAEIOUNY", "ãẽĩõũñỹÃẼĨÕŨÑỸ"),
        '\u{308}' => ("aeiouyAEIOUY", "äëïöüÿÄËÏÖÜŸ"),
        '\u{30A}' => ("aA", "åÅ"),
        '\u{327}' => ("cC", "çÇ"),
        _ => return None,
    };
    let at = plain.chars().position(|letter| letter == base)?;
    marked.chars().nth(at)
}

/// The plain letter that a marked one is closest to, or `None` if it has no likeness in ASCII.
///
/// Covers Latin-1, Latin Extended-A and -B as far as living languages of the region use them, and
/// the Guaraní vowels; one letter for one letter, so that columns stay.
#[must_use]
pub fn closest(letter: char) -> Option<char> {
    /// Each plain letter with those that resemble it.
    const LIKENESS: &[(char, &str)] = &[
        ('a', "àáâãäåæāăąǎ"),
        ('A', "ÀÁÂÃÄÅÆĀĂĄǍ"),
        ('c', "çćĉċč¢"),
        ('C', "ÇĆĈĊČ©"),
        ('d', "ďđð"),
        ('D', "ĎĐÐ"),
        ('e', "èéêëēĕėęěẽẹẻếề"),
        ('E', "ÈÉÊËĒĔĖĘĚẼẸẺ"),
        ('f', "ƒ"),
        ('g', "ĝğġģǧǥ"),
        ('G', "ĜĞĠĢǦǤ"),
        ('h', "ĥħ"),
        ('H', "ĤĦ"),
        ('i', "ìíîïĩīĭįıǐ¡"),
        ('I', "ÌÍÎÏĨĪĬĮİǏ"),
        ('j', "ĵ"),
        ('J', "Ĵ"),
        ('k', "ķ"),
        ('K', "Ķ"),
        ('l', "ĺļľŀł"),
        ('L', "ĹĻĽĿŁ£"),
        ('n', "ñńņňŉŋǹ"),
        ('N', "ÑŃŅŇŊǸ"),
        ('o', "òóôõöøōŏőǒº°"),
        ('O', "ÒÓÔÕÖØŌŎŐǑ"),
        ('r', "ŕŗř"),
        ('R', "ŔŖŘ®"),
        ('s', "śŝşšșß§"),
        ('S', "ŚŜŞŠȘ"),
        ('t', "ţťŧț"),
        ('T', "ŢŤŦȚ"),
        ('u', "ùúûüũūŭůűųǔµ"),
        ('U', "ÙÚÛÜŨŪŬŮŰŲǓ"),
        ('w', "ŵ"),
        ('W', "Ŵ"),
        ('y', "ýÿŷỹ"),
        ('Y', "ÝŸŶỸ¥"),
        ('z', "źżž"),
        ('Z', "ŹŻŽ"),
        ('x', "×"),
        ('1', "¹"),
        ('2', "²"),
        ('3', "³"),
        ('"', "«»¨"),
        ('\'', "´"),
        ('-', "¬¯"),
        ('.', "·"),
        (',', "¸"),
        ('|', "¦"),
        ('/', "÷"),
        ('P', "¶"),
    ];
    LIKENESS
        .iter()
        .find(|(_, like)| like.contains(letter))
        .map(|&(plain, _)| plain)
}

/// A table of letters that a printer has, and the number under which this printer selects it.
///
/// The same table has other numbers on other models: PC850 is 2 nearly everywhere; PC858 is 19 on
/// Epson, 53 on POS-5890, 31 on others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodePage {
    /// The table's own number: 437, 850, 858, 860 …
    pub page: u16,
    /// What the printer calls it: `n` of `ESC t n`.
    pub table: u8,
}

impl CodePage {
    /// PC850 under number 2: holds all of Spanish, and most models have it.
    pub const PC850: Self = Self {
        page: 850,
        table: 2,
    };

    /// Appends one byte a letter; the text must come from [`on_paper`].
    ///
    /// A letter that the table lacks goes out as its [`closest`] one, or as `?`. ASCII is itself in
    /// every table, so that an ASCII `-` stays `2D` (the escpos crate sends `F0` for it).
    pub fn encode(self, text: &str, bytes: &mut Vec<u8>) {
        let table = ENCODING_TABLE_CP_MAP.get(&self.page);
        for letter in text.chars() {
            bytes.push(match letter {
                ' '..='~' => letter as u8,
                _ if letter.is_control() => continue,
                _ => table
                    .and_then(|table| table.get(&letter).copied())
                    .or_else(|| closest(letter).map(|plain| plain as u8))
                    .unwrap_or(UNKNOWN as u8),
            });
        }
    }

    /// The letters that these bytes print; `?` where the table has a hole.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> String {
        let table = DECODING_TABLE_CP_MAP.get(&self.page);
        bytes
            .iter()
            .map(|&byte| match byte {
                0x20..=0x7E => char::from(byte),
                0x80.. => table
                    .and_then(|table| table.decode_char_checked(byte))
                    .unwrap_or(UNKNOWN),
                _ => UNKNOWN,
            })
            .collect()
    }
}

impl Default for CodePage {
    fn default() -> Self {
        Self::PC850
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pc850(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        CodePage::PC850.encode(&on_paper(text), &mut bytes);
        bytes
    }

    /// The bytes are those of Python's `str.encode('cp850')`.
    #[test]
    fn all_of_spanish_has_its_byte_in_pc850() {
        assert_eq!(
            pc850("áéíóúüñÁÉÍÓÚÜÑ¿¡º-"),
            [
                0xA0, 0x82, 0xA1, 0xA2, 0xA3, 0x81, 0xA4, 0xB5, 0x90, 0xD6, 0xE0, 0xE9, 0x9A, 0xA5,
                0xA8, 0xAD, 0xA7, 0x2D
            ]
        );
    }

    #[test]
    fn guarani_is_printed_with_its_letters_or_the_closest_ones() {
        let bytes = pc850("ã ẽ ĩ õ ũ ỹ g̃ ñ mbaʼe Mitã G̃uarani");
        assert_eq!(
            CodePage::PC850.decode(&bytes),
            "ã e i õ u y g ñ mba'e Mitã Guarani"
        );
    }

    #[test]
    fn the_guarani_sign_is_printed_as_gs() {
        assert_eq!(pc850("₲ 18.000"), b"Gs. 18.000");
    }

    #[test]
    fn a_name_with_commands_in_it_opens_no_drawer() {
        assert_eq!(pc850("Jugo\u{1b}p\u{0}\u{19}\u{fa}\u{9b}!"), b"Jugop\xA3!");
    }

    proptest! {
        #[test]
        fn any_text_gives_one_printable_byte_a_letter(text in any::<String>()) {
            let paper = on_paper(&text);
            let bytes = pc850(&text);
            prop_assert_eq!(bytes.len(), paper.chars().count());
            prop_assert!(bytes.iter().all(|&byte| byte >= 0x20 && byte != 0x7F));
        }

        #[test]
        fn what_can_stand_on_paper_is_left_as_it_is(text in any::<String>()) {
            let paper = on_paper(&text);
            prop_assert_eq!(on_paper(&paper), paper);
        }
    }
}
