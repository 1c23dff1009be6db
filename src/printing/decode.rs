//! What a printer would show for these bytes: the way back from [`escpos`](super::escpos).
//!
//! A virtual printer draws its paper with it, and tests hold the encoder to it. It knows the commands
//! that the encoder sends, with their lengths, and steps over any other byte below space.

use super::document::{Align, Document, Row, Size, Style};
use super::letters::CodePage;
use super::profile::Profile;
use super::queue::Kind;

/// The paper that comes out of a printer of this profile.
#[must_use]
pub fn decode(bytes: &[u8], profile: &Profile) -> Document {
    let mut screen = Screen::new(profile);
    let mut rest = bytes;
    while !rest.is_empty() {
        rest = screen.step(rest);
    }
    screen.document
}

/// How many bytes the first command or letter takes; `None` if its end is not there yet.
///
/// Knows the commands that the encoder sends and those that ask a printer something.
#[must_use]
pub fn first_command(bytes: &[u8]) -> Option<usize> {
    let length = match *bytes {
        [] | [0x1B..=0x1D | 0x10] | [0x1D, b'V' | b'('] | [0x1D, b'(', _] | [0x1D, b'(', _, _] => {
            return None;
        }
        [0x1B, b'p', ..] => 5,
        [0x1D, b'V', 0x41 | 0x42, ..] | [0x1C, b'p', ..] => 4,
        [0x1B, b'E' | b'a' | b'd' | b't', ..]
        | [0x1D, b'!' | b'r' | b'a' | b'V', ..]
        | [0x10, 0x04, ..] => 3,
        [0x1D, b'(', _, low, high, ..] => 5 + usize::from(low) + 256 * usize::from(high),
        [0x1B..=0x1D, ..] => 2,
        [_, ..] => 1,
    };
    (bytes.len() >= length).then_some(length)
}

/// Where lines end: there, and only there, a question to the printer is inside no command.
#[must_use]
pub fn line_ends(bytes: &[u8]) -> Vec<usize> {
    let mut screen = Screen::new(&Profile::default());
    let (mut rest, mut ends) = (bytes, Vec::new());
    while let Some(&first) = rest.first() {
        rest = screen.step(rest);
        if first == b'\n' {
            ends.push(bytes.len() - rest.len());
        }
    }
    ends
}

/// A printer's state between two bytes.
struct Screen {
    document: Document,
    style: Style,
    code_page: CodePage,
    line: Vec<u8>,
}

impl Screen {
    fn new(profile: &Profile) -> Self {
        Self {
            document: Document::new(profile.paper),
            style: Style::LEFT,
            code_page: profile.code_page,
            line: Vec::new(),
        }
    }

    /// Takes one command or one letter; gives what is left.
    fn step<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        match bytes {
            [0x1B, b'@', rest @ ..] => {
                self.style = Style::LEFT;
                rest
            }
            [0x1B, b'E', on, rest @ ..] => {
                self.style.bold = on & 1 == 1;
                rest
            }
            [0x1B, b'a', place, rest @ ..] => {
                self.style.align = match place {
                    1 | b'1' => Align::Centre,
                    2 | b'2' => Align::Right,
                    _ => Align::Left,
                };
                rest
            }
            [0x1D, b'!', size, rest @ ..] => {
                self.style.size = match size {
                    0 => Size::Normal,
                    0x01 => Size::Tall,
                    _ => Size::Double,
                };
                rest
            }
            [0x1B, b'd', lines, rest @ ..] => {
                self.feed(*lines);
                rest
            }
            [0x1B, b'p', _, _, _, rest @ ..] => {
                self.document.drawer_pulse();
                rest
            }
            [0x1D, b'V', 0x41 | 0x42, _, rest @ ..]
            | [0x1D, b'V', 0 | 1 | b'0' | b'1', rest @ ..]
            | [0x1B, b'i' | b'm', rest @ ..] => {
                self.document.cut();
                rest
            }
            // What a printer is asked prints nothing, nor does its table of letters.
            [0x10, 0x04, _, rest @ ..]
            | [0x1D, b'r' | b'a', _, rest @ ..]
            | [0x1D, b'(', b'H', _, _, _, _, _, _, _, _, rest @ ..]
            | [0x1C, b'p', _, _, rest @ ..]
            | [0x1B, b't', _, rest @ ..]
            | [0x1C, b'.', rest @ ..] => rest,
            [b'\n', rest @ ..] => {
                self.end_line();
                rest
            }
            [byte, rest @ ..] => {
                if *byte >= b' ' {
                    self.line.push(*byte);
                }
                rest
            }
            [] => bytes,
        }
    }

    fn end_line(&mut self) {
        let rule = self.document.paper().columns();
        if self.line.len() == rule && self.line.iter().all(|&byte| byte == b'-') {
            self.document.rule();
        } else {
            let text = self.code_page.decode(&self.line);
            self.document.set(self.style, &text);
        }
        self.line.clear();
    }

    fn feed(&mut self, lines: u8) {
        if !self.line.is_empty() {
            self.end_line();
        }
        for _ in 0..lines {
            self.document.blank();
        }
    }
}

/// What a job is, by its bytes: a table of jobs needs no column for it.
#[must_use]
pub fn kind(bytes: &[u8]) -> Kind {
    let document = decode(bytes, &Profile::default());
    let rows = document.rows();
    if !rows.is_empty() && rows.iter().all(|row| *row == Row::DrawerPulse) {
        Kind::Drawer
    } else {
        Kind::Paper
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_cut_off_at_the_end_prints_nothing() {
        let profile = Profile::default();
        for cut_off in [&b"\x1b"[..], b"\x1bp\x00\x19", b"\x1dV", b"\x1ba"] {
            let document = decode(cut_off, &profile);
            assert_eq!(document.rows(), [], "{cut_off:?}");
        }
    }

    #[test]
    fn a_pulse_alone_is_the_drawers_and_one_with_paper_is_not() {
        assert_eq!(kind(b"\x1b@\x1c.\x1bt\x02\x1bp\x00\x19\xfa"), Kind::Drawer);
        assert_eq!(kind(b"\x1bp\x00\x19\xfaChipa\n"), Kind::Paper);
        assert_eq!(kind(b""), Kind::Paper);
    }

    #[test]
    fn a_command_is_whole_or_waits_for_its_end() {
        let ticket = b"\x1b@\x1c.\x1bt\x02\x1bp\x00\x19\xfaa\x1bE\x01\n\x1dVB\x00\x1dr\x01\x1d(H\x06\x0000abcd";
        let (mut rest, mut lengths) = (&ticket[..], Vec::new());
        while let Some(length) = first_command(rest) {
            for short in 1..length {
                assert_eq!(
                    first_command(&rest[..short]),
                    None,
                    "{:x?}",
                    &rest[..length]
                );
            }
            lengths.push(length);
            rest = &rest[length..];
        }
        assert_eq!(lengths, [2, 2, 3, 5, 1, 3, 1, 4, 3, 11]);
    }

    #[test]
    fn a_line_end_inside_a_command_is_none() {
        assert_eq!(line_ends(b"a\n\x1bd\x0ab\r\nc"), [2, 8]);
    }

    #[test]
    fn any_bytes_end() {
        let noise: Vec<u8> = (0..=255).cycle().take(4_096).collect();
        let _ = decode(&noise, &Profile::default());
    }
}
