//! Pictures of products: any file made small once, kept as PNG in the database, unpacked for the tiles.

use std::path::Path;

use iced::widget::image::Handle;

use super::decode::{self, SIDE};

/// Reads a picture's file and makes it small: as it is shown, and as PNG to be kept. `None` if it is no
/// picture, or too large a one.
#[must_use]
pub fn made(path: &Path) -> Option<(Handle, Vec<u8>)> {
    let pixels = decode::small(path)?;
    let file = super::packed(&pixels)?;
    Some((Handle::from_rgba(SIDE, SIDE, pixels), file))
}

/// A kept picture, to be shown; `None` for what is none of ours.
#[must_use]
pub fn shown(png: &[u8]) -> Option<Handle> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (reader.info().width, reader.info().height);
    if width > 4 * SIDE || height > 4 * SIDE {
        return None;
    }
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    (frame.color_type == png::ColorType::Rgba).then(|| Handle::from_rgba(width, height, pixels))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_is_kept_can_be_shown_again_and_is_small() {
        let photo = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/wide.jpg");
        let (_, png) = made(&photo).unwrap();
        assert!(png.len() <= 131_072, "{} bytes", png.len());
        assert!(shown(&png).is_some());
        assert!(shown(b"not a picture").is_none());
        assert!(made(Path::new("no-such-file.png")).is_none());
    }
}
