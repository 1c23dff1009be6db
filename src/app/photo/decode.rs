//! A file somebody put in the folder, made into the small square that a screen shows.
//!
//! The file is anybody's: it is bounded before it is read and before it is unpacked, and whatever is
//! wrong with it only means that there is no photo.

use std::fs::File;
use std::io::{Cursor, Read};
use std::path::Path;

use png::{ColorType, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// The side of a photo as it is kept, in pixels: sharp at twice the size of the pupil's card.
pub(super) const SIDE: u32 = 128;
/// The radius of its corners, in its own pixels.
const RADIUS: f32 = 28.0;
/// A file is at most so long.
const FILE_BYTES_MAX: u64 = 12 << 20;
/// A picture has at most so many pixels: as phones take them, 48 MB while one is unpacked.
const PIXELS_MAX: usize = 16_000_000;

/// A picture as it was unpacked.
struct Raw {
    width: usize,
    height: usize,
    /// Bytes a pixel: 1 and 2 are grey, 3 and 4 coloured; 2 and 4 have an opacity.
    channels: usize,
    pixels: Vec<u8>,
    /// As EXIF says: 1 upright, 3, 6 and 8 turned.
    turn: u16,
}

/// Red, green, blue and opacity of [`SIDE`] × [`SIDE`] pixels; `None` for no photo.
pub(super) fn small(path: &Path) -> Option<Vec<u8>> {
    let file = File::open(path).ok()?;
    if file.metadata().ok()?.len() > FILE_BYTES_MAX {
        return None;
    }
    let mut bytes = Vec::new();
    file.take(FILE_BYTES_MAX).read_to_end(&mut bytes).ok()?;
    small_of(bytes)
}

/// The same of a picture that is in memory.
pub(super) fn small_of(bytes: Vec<u8>) -> Option<Vec<u8>> {
    square(&unpack(bytes)?)
}

fn unpack(bytes: Vec<u8>) -> Option<Raw> {
    if bytes.starts_with(b"\x89PNG") {
        from_png(bytes)
    } else if bytes.starts_with(&[0xff, 0xd8]) {
        from_jpeg(bytes)
    } else {
        None
    }
}

fn is_bounded(width: usize, height: usize) -> bool {
    let pixels = width.checked_mul(height);
    pixels.is_some_and(|pixels| (1..=PIXELS_MAX).contains(&pixels))
}

fn from_png(bytes: Vec<u8>) -> Option<Raw> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    if !is_bounded(width, height) {
        return None;
    }
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    let channels = match frame.color_type {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        ColorType::Indexed => return None,
    };
    let turn = 1;
    Some(Raw {
        width,
        height,
        channels,
        pixels,
        turn,
    })
}

fn from_jpeg(bytes: Vec<u8>) -> Option<Raw> {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let (width, height) = decoder.dimensions()?;
    if !is_bounded(width, height) {
        return None;
    }
    let pixels = decoder.decode().ok()?;
    let turn = decoder
        .exif()
        .and_then(|exif| orientation(exif))
        .unwrap_or(1);
    let channels = 3;
    Some(Raw {
        width,
        height,
        channels,
        pixels,
        turn,
    })
}

/// How the camera was held: tag 0x0112 of the first directory of a TIFF header.
fn orientation(exif: &[u8]) -> Option<u16> {
    let little = match exif.get(..2)? {
        b"II" => true,
        b"MM" => false,
        _ => return None,
    };
    let two = |at: usize| {
        let bytes = [*exif.get(at)?, *exif.get(at + 1)?];
        Some(if little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let four = |at: usize| {
        let (one, other) = (usize::from(two(at)?), usize::from(two(at + 2)?));
        Some(if little {
            one | other << 16
        } else {
            one << 16 | other
        })
    };
    let first = four(4)?;
    let entries = usize::from(two(first)?);
    let entry = (0..entries).map(|n| first + 2 + 12 * n);
    let found = entry.into_iter().find(|at| two(*at) == Some(0x0112))?;
    two(found + 8)
}

impl Raw {
    /// The pixel at this place of the picture held upright.
    fn at(&self, x: usize, y: usize) -> Option<[u8; 4]> {
        let (x, y) = match self.turn {
            3 => (self.width - 1 - x, self.height - 1 - y),
            6 => (y, self.height - 1 - x),
            8 => (self.width - 1 - y, x),
            _ => (x, y),
        };
        let from = (y * self.width + x) * self.channels;
        let pixel = self.pixels.get(from..from + self.channels)?;
        Some(match *pixel {
            [grey] => [grey, grey, grey, 255],
            [grey, opacity] => [grey, grey, grey, opacity],
            [red, green, blue] => [red, green, blue, 255],
            [red, green, blue, opacity] => [red, green, blue, opacity],
            _ => return None,
        })
    }

    const fn upright(&self) -> (usize, usize) {
        match self.turn {
            6 | 8 => (self.height, self.width),
            _ => (self.width, self.height),
        }
    }
}

/// The middle of the picture, where it is high rather its upper part: faces are there.
fn square(raw: &Raw) -> Option<Vec<u8>> {
    let (width, height) = raw.upright();
    let side = width.min(height);
    let (left, top) = ((width - side) / 2, (height - side) / 4);
    let mut small = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            let across = span(x, side, left);
            let mut pixel = mean(raw, across, span(y, side, top))?;
            pixel[3] = rounded(pixel[3], x, y);
            small.extend(pixel);
        }
    }
    Some(small)
}

/// The pixels of the picture that one of the small square's covers.
const fn span(at: u32, side: usize, from: usize) -> (usize, usize) {
    let (at, whole) = (at as usize, SIDE as usize);
    let (begin, end) = (at * side / whole, (at + 1) * side / whole);
    (
        from + begin,
        from + if end > begin { end } else { begin + 1 },
    )
}

fn mean(raw: &Raw, across: (usize, usize), down: (usize, usize)) -> Option<[u8; 4]> {
    let mut sums = [0_u64; 4];
    let mut count = 0;
    for y in down.0..down.1 {
        for x in across.0..across.1 {
            for (sum, channel) in sums.iter_mut().zip(raw.at(x, y)?) {
                *sum += u64::from(channel);
            }
            count += 1;
        }
    }
    Some(sums.map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX)))
}

/// The opacity of a pixel once the corners are cut, their edge softened.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "places up to 128, and an opacity between 0 and 255"
)]
fn rounded(opacity: u8, x: u32, y: u32) -> u8 {
    let beyond = |at: u32| {
        let at = at as f32 + 0.5;
        (RADIUS - at).max(at - (SIDE as f32 - RADIUS)).max(0.0)
    };
    let cover = (RADIUS + 0.5 - beyond(x).hypot(beyond(y))).clamp(0.0, 1.0);
    (f32::from(opacity) * cover).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIDDLE: usize = (SIDE / 2 * SIDE + SIDE / 2) as usize * 4;

    fn photo(name: &str) -> Option<Vec<u8>> {
        small(
            &Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("tests/photos")
                .join(name),
        )
    }

    fn png(width: u32, height: u32, pixels: &[u8]) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(pixels).unwrap();
        writer.finish().unwrap();
        file
    }

    fn near(pixel: &[u8], wanted: [u8; 4]) -> bool {
        pixel
            .iter()
            .zip(wanted)
            .all(|(is, wanted)| is.abs_diff(wanted) < 12)
    }

    #[test]
    fn a_jpeg_and_a_png_become_small_squares_with_round_corners() {
        for name in ["wide.jpg", "grey.png"] {
            let small = photo(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!(small.len(), (SIDE * SIDE * 4) as usize);
            assert_eq!(small[3], 0, "the corner of {name}");
            assert_eq!(small[MIDDLE + 3], 255, "the middle of {name}");
        }
    }

    #[test]
    fn a_photo_taken_on_its_side_stands_upright() {
        let small = photo("turned.jpg").unwrap();
        let place = |x: u32, y: u32| ((y * SIDE + x) * 4) as usize;
        let (above, below) = (place(64, 20), place(64, 108));
        assert!(
            near(&small[above..above + 4], [200, 30, 30, 255]),
            "red above"
        );
        assert!(
            near(&small[below..below + 4], [30, 30, 200, 255]),
            "blue below"
        );
    }

    #[test]
    fn of_a_high_picture_the_upper_part_is_shown() {
        let rows = (0..40).flat_map(|y| if y < 20 { [250, 0, 0] } else { [0, 0, 250] });
        let raw = unpack(png(1, 40, &rows.collect::<Vec<_>>())).unwrap();
        let small = square(&raw).unwrap();
        assert!(near(&small[MIDDLE..MIDDLE + 4], [250, 0, 0, 255]));
    }

    #[test]
    fn what_is_no_picture_or_too_large_a_one_is_no_photo() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            small(&path)
        };
        let whole = png(2, 2, &[9; 12]);
        assert!(write("whole.png", &whole).is_some());
        assert!(write("cut.png", &whole[..whole.len() / 2]).is_none());
        let jpeg = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/wide.jpg");
        let jpeg = std::fs::read(jpeg).unwrap();
        for cut in [2, 20, 200] {
            assert!(write("cut.jpg", &jpeg[..cut]).is_none(), "{cut}");
        }
        assert!(write("text.jpg", b"not a picture").is_none());
        assert!(write("empty", b"").is_none());
        let mut bomb = whole;
        bomb[16..24].copy_from_slice(&[0, 0, 0x7f, 0xff, 0, 0, 0x7f, 0xff]);
        assert!(write("bomb.png", &bomb).is_none());
        assert!(small(folder.path()).is_none(), "a folder");
    }

    #[test]
    fn no_bytes_of_exif_are_too_strange() {
        let upright = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        assert_eq!(orientation(upright), Some(6));
        for end in 0..upright.len() {
            assert!(orientation(&upright[..end]).is_none_or(|turn| turn == 6));
        }
        assert_eq!(orientation(b"II*\0\xff\xff\xff\xff"), None);
        assert_eq!(orientation(b"MM\0*\0\0\0\x08\xff\xff"), None);
    }
}
