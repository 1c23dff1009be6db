//! The canteen's picture above its tickets: black dots, small enough for the memory of any printer.
//!
//! A printer keeps it by itself, and each ticket asks for it with a few bytes. What was read at its source:
//!
//! | command | bytes | source |
//! | --- | --- | --- |
//! | define NV graphics, raster | `1D 28 4C pL pH 30 43 30 kc1 kc2 01 xL xH yL yH 31 d…`, p = 11 + k, k = ⌈x/8⌉ × y, x and y in dots | Epson, *ESC/POS Command Reference*, `GS ( L` function 67 |
//! | delete them | `1D 28 4C 04 00 30 42 kc1 kc2` | the same, function 66 |
//! | print them | `1D 28 4C 06 00 30 45 kc1 kc2 01 01` | the same, function 69 |
//! | define NV bit images, by columns | `1C 71 01 xL xH yL yH d…`, k = x × y × 8, x and y in eights of dots; all of before go | Epson, `FS q`; Bematech *MP-4200 TH Programmer's Manual* 1.0, page 56; Citizen `iDP3240`, page 138 |
//! | print them | `1C 70 01 00`: nothing happens where none is defined | the same, `FS p` |
//! | raster | `1D 76 30 00 xL xH yL yH d…`, x in bytes, y in dots | Epson, `GS v 0` |
//!
//! Memories of 64 Kbit are the smallest that a manual names (New Beiyang RS-T80, page 114): 384 × 160 dots and
//! four bytes fit. All manuals want a memory to be written at most ten times a day, at the beginning of a line,
//! and nothing to be sent meanwhile: see [`Kind::Memory`](super::Kind::Memory). `FS q` ends in a reset.

mod read;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::picture::Picture;

pub use read::Fault;

/// The widest logo, in dots: the paper of 58 mm.
pub const WIDTH_MAX: u16 = 384;
/// The highest one, in dots: 20 mm.
pub const HEIGHT_MAX: u16 = 160;
/// The name under which a printer keeps it (`kc1 kc2`).
const KEY: [u8; 2] = *b"CA";

/// How a model keeps a picture.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Memory {
    /// Not at all, or nobody knows.
    #[default]
    None,
    /// `GS ( L`, by Epson and those that follow it.
    Graphics,
    /// `FS q` and `FS p`, as older ones and most others.
    Images,
}

impl Memory {
    /// The word for it in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Graphics => "graphics",
            Self::Images => "images",
        }
    }

    /// What prints the picture that the printer keeps.
    #[must_use]
    pub const fn print(self) -> &'static [u8] {
        match self {
            Self::None => &[],
            Self::Graphics => &[0x1D, b'(', b'L', 6, 0, 0x30, 0x45, KEY[0], KEY[1], 1, 1],
            Self::Images => &[0x1C, b'p', 1, 0],
        }
    }

    /// What makes the printer forget it; empty where there is no such command.
    #[must_use]
    pub const fn forget(self) -> &'static [u8] {
        match self {
            Self::Graphics => &[0x1D, b'(', b'L', 4, 0, 0x30, 0x42, KEY[0], KEY[1]],
            Self::None | Self::Images => &[],
        }
    }
}

/// Black dots: eights of columns and of lines, at most [`WIDTH_MAX`] by [`HEIGHT_MAX`].
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    /// Bytes from left to right.
    across: u8,
    /// Lines of dots; a multiple of 8.
    height: u8,
    /// Line by line, the leftmost dot in the highest bit; 1 is black.
    dots: Vec<u8>,
}

/// How large, and not each dot.
impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Logo({} x {}, {})",
            self.width(),
            self.height,
            self.hash()
        )
    }
}

impl Logo {
    /// Dots from left to right.
    #[must_use]
    pub fn width(&self) -> u16 {
        u16::from(self.across) * 8
    }

    /// Dots from top to bottom.
    #[must_use]
    pub fn height(&self) -> u16 {
        u16::from(self.height)
    }

    /// Whether this dot is black.
    #[must_use]
    pub fn is_black(&self, x: u16, y: u16) -> bool {
        let at = usize::from(y) * usize::from(self.across) + usize::from(x / 8);
        x < self.width()
            && self
                .dots
                .get(at)
                .is_some_and(|byte| byte & (0x80 >> (x % 8)) != 0)
    }

    /// A name that another picture does not have.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hash = blake3::Hasher::new();
        hash.update(&[self.across, self.height]);
        hash.update(&self.dots);
        hash.finalize().to_hex().chars().take(16).collect()
    }

    /// What makes a printer keep it; empty where it cannot.
    #[must_use]
    pub fn define(&self, memory: Memory) -> Vec<u8> {
        // A memory is written only at the beginning of a line.
        let mut bytes = vec![0x1B, b'@'];
        match memory {
            Memory::None => return Vec::new(),
            Memory::Graphics => {
                let [low, high] = self.length_with(11).to_le_bytes();
                let [x, x_high] = self.width().to_le_bytes();
                bytes.extend([
                    0x1D, b'(', b'L', low, high, 0x30, 0x43, 0x30, KEY[0], KEY[1], 1,
                ]);
                bytes.extend([x, x_high, self.height, 0, 0x31]);
                bytes.extend(quiet(self.dots.clone()));
            }
            Memory::Images => {
                bytes.extend([0x1C, b'q', 1, self.across, 0, self.height / 8, 0]);
                bytes.extend(quiet(self.by_columns()));
            }
        }
        bytes
    }

    /// The same dots, sent with each ticket.
    #[must_use]
    pub fn raster(&self) -> Vec<u8> {
        let mut bytes = vec![0x1D, b'v', b'0', 0, self.across, 0, self.height, 0];
        bytes.extend(quiet(self.dots.clone()));
        bytes
    }

    /// The number of bytes of the dots, and some more.
    fn length_with(&self, more: u16) -> u16 {
        u16::from(self.across) * u16::from(self.height) + more
    }

    /// As `FS q` wants it: column by column, the highest dot in the highest bit.
    fn by_columns(&self) -> Vec<u8> {
        let eights =
            (0..self.width()).flat_map(|x| (0..self.height() / 8).map(move |y| (x, y * 8)));
        let byte = |(x, y)| {
            (0..8).fold(0, |byte, dot| {
                byte << 1 | u8::from(self.is_black(x, y + dot))
            })
        };
        eights.map(byte).collect()
    }

    /// The picture that this command makes a printer keep, or that it prints; `None` for any other command.
    #[must_use]
    pub fn of_command(command: &[u8]) -> Option<Self> {
        match command {
            [
                0x1D,
                b'(',
                b'L',
                _,
                _,
                0x30,
                0x43,
                0x30,
                _,
                _,
                1,
                x,
                x_high,
                y,
                0,
                _,
                dots @ ..,
            ] => {
                let across = u16::from_le_bytes([*x, *x_high]).div_ceil(8);
                Self::of_dots(u8::try_from(across).ok()?, *y, dots.to_vec())
            }
            [0x1D, b'v', b'0', _, across, 0, y, 0, dots @ ..] => {
                Self::of_dots(*across, *y, dots.to_vec())
            }
            [0x1C, b'q', 1, across, 0, down, 0, columns @ ..] => {
                Self::of_columns(*across, *down, columns)
            }
            _ => None,
        }
    }

    fn of_columns(across: u8, down: u8, columns: &[u8]) -> Option<Self> {
        let height = down.checked_mul(8)?;
        let black = |x: usize, y: usize| {
            let byte = columns
                .get(x * usize::from(down) + y / 8)
                .copied()
                .unwrap_or(0);
            byte & (0x80 >> (y % 8)) != 0
        };
        let byte = |at: usize| {
            let (y, x) = (at / usize::from(across), at % usize::from(across) * 8);
            (0..8).fold(0, |byte, dot| byte << 1 | u8::from(black(x + dot, y)))
        };
        if across == 0 {
            return None;
        }
        let dots = (0..usize::from(across) * usize::from(height))
            .map(byte)
            .collect();
        Self::of_dots(across, height, dots)
    }

    /// Bounded, and as many dots as it says.
    fn of_dots(across: u8, height: u8, dots: Vec<u8>) -> Option<Self> {
        let logo = Self {
            across,
            height,
            dots,
        };
        let whole =
            logo.dots.len() == usize::from(across) * usize::from(height) && !logo.dots.is_empty();
        let small =
            logo.width() <= WIDTH_MAX && logo.height() <= HEIGHT_MAX && height.is_multiple_of(8);
        (whole && small).then_some(logo)
    }

    /// As a picture of grey dots, for files.
    #[must_use]
    pub fn picture(&self) -> Picture {
        let (width, height) = (self.width(), self.height());
        let all = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        Picture {
            width: width.into(),
            height: height.into(),
            dots: all
                .map(|(x, y)| if self.is_black(x, y) { 0 } else { 255 })
                .collect(),
        }
    }
}

/// Whether a command makes the printer write its memory: nothing is asked then.
#[must_use]
pub fn writes_memory(command: &[u8]) -> bool {
    matches!(
        command,
        [0x1C, b'q', ..] | [0x1D, b'(', b'L', _, _, 0x30, 0x41..=0x43, ..]
    )
}

/// `DLE EOT`, `DLE ENQ` and `DLE DC4` are obeyed inside a picture too (Epson, *Notes on real-time commands*):
/// one of the last two may clear the buffer, or open the drawer. One dot more makes each a picture again.
fn quiet(mut dots: Vec<u8>) -> Vec<u8> {
    for at in 1..dots.len() {
        if dots[at - 1] == 0x10 && matches!(dots[at], 0x04 | 0x05 | 0x14) {
            dots[at - 1] |= 0x08;
        }
    }
    dots
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(super) use tests::drawn;
