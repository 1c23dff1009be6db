//! A PNG that somebody chose, made into black dots.
//!
//! The file is anybody's: it is bounded before it is read and before it is unpacked.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use png::{ColorType, Transformations};

use super::{HEIGHT_MAX, Logo, WIDTH_MAX};
use crate::i18n::I18n;

/// A file is at most so long.
const FILE_BYTES_MAX: u64 = 12 << 20;
/// A picture has at most so many pixels.
const PIXELS_MAX: usize = 16_000_000;
/// From this light on a dot is white, of 255.
const LIGHT: i32 = 128;

/// Why a file is no logo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The system does not give it, in its words.
    #[error("{0}")]
    Unreadable(String),
    /// It has too many bytes or too many dots.
    #[error("the picture is too large")]
    TooLarge,
    /// It is no PNG, or a broken one.
    #[error("the file is no PNG")]
    NotPng,
    /// All of it would be white.
    #[error("the picture has no dark dot")]
    Blank,
}

impl Fault {
    /// The sentence for a person.
    #[must_use]
    pub fn told(&self, words: &I18n) -> String {
        match self {
            Self::Unreadable(cause) => {
                words.text_with("logo-unreadable", &[("cause", cause.into())])
            }
            Self::TooLarge => words.text("logo-too-large"),
            Self::NotPng => words.text("logo-not-png"),
            Self::Blank => words.text("logo-blank"),
        }
    }
}

/// How light each pixel is, 0 to 255, on white paper.
struct Grey {
    width: usize,
    height: usize,
    light: Vec<u8>,
}

impl Logo {
    /// Reads a picture from a file; takes a moment.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn read(path: &Path) -> Result<Self, Fault> {
        let unreadable = |cause: std::io::Error| Fault::Unreadable(cause.to_string());
        let file = File::open(path).map_err(unreadable)?;
        if file.metadata().map_err(unreadable)?.len() > FILE_BYTES_MAX {
            return Err(Fault::TooLarge);
        }
        let mut bytes = Vec::new();
        file.take(FILE_BYTES_MAX)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        Self::of_png(bytes)
    }

    /// The dots of a PNG, made smaller where it is too large, never larger.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn of_png(bytes: Vec<u8>) -> Result<Self, Fault> {
        let grey = unpack(bytes)?;
        let small = grey.small();
        let logo = small.dithered();
        match logo.dots.iter().any(|byte| *byte != 0) {
            true => Ok(logo),
            false => Err(Fault::Blank),
        }
    }
}

fn unpack(bytes: Vec<u8>) -> Result<Grey, Fault> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|_| Fault::NotPng)?;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    if width
        .checked_mul(height)
        .is_none_or(|pixels| pixels > PIXELS_MAX)
    {
        return Err(Fault::TooLarge);
    }
    let mut pixels = vec![0; reader.output_buffer_size().ok_or(Fault::TooLarge)?];
    let frame = reader.next_frame(&mut pixels).map_err(|_| Fault::NotPng)?;
    let channels = match frame.color_type {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        ColorType::Indexed => return Err(Fault::NotPng),
    };
    let light: Vec<u8> = pixels
        .chunks_exact(channels)
        .take(width * height)
        .map(light)
        .collect();
    match light.len() == width * height && width > 0 && height > 0 {
        true => Ok(Grey {
            width,
            height,
            light,
        }),
        false => Err(Fault::NotPng),
    }
}

/// How light a pixel is on white paper: ITU-R BT.601, in thousandths.
fn light(pixel: &[u8]) -> u8 {
    let (grey, opacity) = match *pixel {
        [grey] => (u32::from(grey), 255),
        [grey, opacity] => (u32::from(grey), u32::from(opacity)),
        [red, green, blue, ref rest @ ..] => {
            let grey = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
            (
                grey / 1_000,
                rest.first().map_or(255, |opacity| u32::from(*opacity)),
            )
        }
        [] => (255, 255),
    };
    u8::try_from((grey * opacity + 255 * (255 - opacity)) / 255).unwrap_or(u8::MAX)
}

impl Grey {
    /// At most as large as a logo may be, each side in proportion.
    fn small(self) -> Self {
        let (widest, highest) = (usize::from(WIDTH_MAX), usize::from(HEIGHT_MAX));
        if self.width <= widest && self.height <= highest {
            return self;
        }
        // By the side that is further beyond its bound.
        let (part, whole) = match self.width * highest > self.height * widest {
            true => (widest, self.width),
            false => (highest, self.height),
        };
        let width = (self.width * part / whole).clamp(1, widest);
        let height = (self.height * part / whole).clamp(1, highest);
        let mut light = Vec::with_capacity(width * height);
        for y in 0..height {
            let down = span(y, height, self.height);
            light.extend((0..width).map(|x| self.mean(span(x, width, self.width), down)));
        }
        Self {
            width,
            height,
            light,
        }
    }

    fn mean(&self, across: (usize, usize), down: (usize, usize)) -> u8 {
        let (mut sum, mut count) = (0_usize, 0_usize);
        for y in down.0..down.1 {
            for light in &self.light[y * self.width + across.0..y * self.width + across.1] {
                sum += usize::from(*light);
                count += 1;
            }
        }
        u8::try_from(sum / count.max(1)).unwrap_or(u8::MAX)
    }

    /// Black or white, what is lost carried on to the neighbours (Floyd and Steinberg, 1976): what was black
    /// and white already stays as it is. In the middle of eights of columns and lines.
    fn dithered(&self) -> Logo {
        let (across, height) = (self.width.div_ceil(8), self.height.next_multiple_of(8));
        let left = (across * 8 - self.width) / 2;
        let top = (height - self.height) / 2;
        let mut dots = vec![0; across * height];
        let mut carried = vec![0_i32; self.width + 2];
        for y in 0..self.height {
            let mut next = vec![0_i32; self.width + 2];
            for x in 0..self.width {
                let wanted = i32::from(self.light[y * self.width + x]) + carried[x + 1] / 16;
                let black = wanted < LIGHT;
                let lost = wanted - if black { 0 } else { 255 };
                carried[x + 2] += 7 * lost;
                next[x] += 3 * lost;
                next[x + 1] += 5 * lost;
                next[x + 2] += lost;
                if black {
                    let column = left + x;
                    dots[(top + y) * across + column / 8] |= 0x80 >> (column % 8);
                }
            }
            carried = next;
        }
        Logo {
            // At most 48 bytes and 160 lines: `small` saw to it.
            across: u8::try_from(across).unwrap_or(u8::MAX),
            height: u8::try_from(height).unwrap_or(u8::MAX),
            dots,
        }
    }
}

/// The pixels that one of the smaller picture's covers.
const fn span(at: usize, count: usize, of: usize) -> (usize, usize) {
    let (begin, end) = (at * of / count, (at + 1) * of / count);
    (begin, if end > begin { end } else { begin + 1 })
}
