//! What a printer would show for these bytes: the way back from [`escpos`](super::escpos).
//!
//! A virtual printer draws its paper with it, and tests hold the encoder to it. It knows the commands
//! that the encoder sends, with their lengths, and steps over any other byte below space.

use std::sync::Arc;

use super::document::{Align, Document, Dots, Row, Size, Style};
use super::letters::CodePage;
use super::logo::{self, Logo, Memory};
use super::profile::Profile;
use super::queue::Kind;

/// The paper that comes out of a printer of this profile.
#[must_use]
pub fn decode(bytes: &[u8], profile: &Profile) -> Document {
    decode_with(bytes, profile, None)
}

/// The paper that comes out of a printer that keeps this picture.
#[must_use]
pub fn decode_with(bytes: &[u8], profile: &Profile, kept: Option<&Arc<Logo>>) -> Document {
    let mut screen = Screen::new(profile);
    screen.kept = kept.cloned();
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
        [0x1D, b'v', _, _, x, x_high, y, y_high, ..] => {
            8 + usize::from(u16::from_le_bytes([x, x_high]))
                * usize::from(u16::from_le_bytes([y, y_high]))
        }
        [0x1C, b'q', count, ref images @ ..] => 3 + images_length(count, images)?,
        [0x1D, b'v', ..] | [0x1C, b'q'] | [0x1D, b'k'] => return None,
        [0x1D, b'k', 65..=255, length, ..] => 4 + usize::from(length),
        [0x1D, b'k', _, ref data @ ..] => 4 + data.iter().position(|byte| *byte == 0)?,
        [0x1B, b'p', ..] => 5,
        [0x1D, b'V', 0x41 | 0x42, ..] | [0x1C, b'p', ..] => 4,
        [0x1B, b'E' | b'a' | b'd' | b't' | b'!', ..]
        | [
            0x1D,
            b'!' | b'r' | b'a' | b'V' | b'h' | b'w' | b'H' | b'f',
            ..,
        ]
        | [0x10, 0x04, ..] => 3,
        [0x1D, b'(', _, low, high, ..] => 5 + usize::from(low) + 256 * usize::from(high),
        [0x1B..=0x1D, ..] => 2,
        [_, ..] => 1,
    };
    (bytes.len() >= length).then_some(length)
}

/// How many bytes the pictures of `FS q` take; `None` if their end is not there yet.
fn images_length(count: u8, images: &[u8]) -> Option<usize> {
    let mut length = 0;
    for _ in 0..count {
        let [x, x_high, y, y_high, ..] = *images.get(length..)? else {
            return None;
        };
        let (x, y) = (
            u16::from_le_bytes([x, x_high]),
            u16::from_le_bytes([y, y_high]),
        );
        length += 4 + usize::from(x) * usize::from(y) * 8;
    }
    Some(length)
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
    /// The picture that the printer keeps.
    kept: Option<Arc<Logo>>,
}

impl Screen {
    fn new(profile: &Profile) -> Self {
        Self {
            document: Document::new(profile.paper),
            style: Style::LEFT,
            code_page: profile.code_page,
            line: Vec::new(),
            kept: None,
        }
    }

    /// Takes one command or one letter; gives what is left.
    fn step<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        match bytes {
            [0x1D, b'v' | b'(', ..] | [0x1C, b'q' | b'p', ..] => {
                let (command, rest) = bytes.split_at(first_command(bytes).unwrap_or(bytes.len()));
                self.picture(command);
                rest
            }
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
            [0x1B, b'!', mode, rest @ ..] => {
                self.style.bold = mode & 0x08 != 0;
                self.style.size = match mode & 0x30 {
                    0 => Size::Normal,
                    0x10 => Size::Tall,
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
            [0x1D, b'k', ..] => {
                let (command, rest) = bytes.split_at(first_command(bytes).unwrap_or(bytes.len()));
                self.barcode(command);
                rest
            }
            // What a printer is asked prints nothing, nor does its table of letters.
            [0x10, 0x04, _, rest @ ..]
            | [0x1D, b'r' | b'a' | b'h' | b'w' | b'H' | b'f', _, rest @ ..]
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

    /// Prints a picture, or keeps it; what is no picture prints nothing.
    fn picture(&mut self, command: &[u8]) {
        let prints_kept = [Memory::Graphics, Memory::Images]
            .into_iter()
            .any(|memory| memory.print() == command);
        if prints_kept {
            if let Some(kept) = self.kept.clone() {
                self.document.logo(kept, Dots::Kept);
            }
        } else if let Some(logo) = Logo::of_command(command).map(Arc::new) {
            match logo::writes_memory(command) {
                true => self.kept = Some(logo),
                false => {
                    self.document.logo(logo, Dots::Sent);
                }
            }
        }
    }

    /// Prints bars as we send them; others are stepped over.
    fn barcode(&mut self, command: &[u8]) {
        if let [_, _, 73, _, b'{', b'B', text @ ..] = command
            && let Ok(text) = std::str::from_utf8(text)
        {
            self.document.barcode(text);
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
    if commands(bytes).any(logo::writes_memory) {
        return Kind::Memory;
    }
    let document = decode(bytes, &Profile::default());
    let rows = document.rows();
    if !rows.is_empty() && rows.iter().all(|row| *row == Row::DrawerPulse) {
        Kind::Drawer
    } else {
        Kind::Paper
    }
}

/// Commands and letters, one after the other; what is cut off at the end is left out.
fn commands(mut bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (command, rest) = bytes.split_at(first_command(bytes)?);
        bytes = rest;
        Some(command)
    })
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
    fn a_barcode_is_one_command_in_both_its_forms() {
        let ours = b"\x1dk\x49\x04{BT\nx";
        assert_eq!(first_command(ours), Some(8));
        assert!(line_ends(ours).is_empty());
        assert_eq!(first_command(b"\x1dk\x04AB\0x"), Some(6));
        for short in 1..8 {
            assert_eq!(first_command(&ours[..short]), None, "{short}");
        }
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
