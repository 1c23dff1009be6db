//! The pictures of the help: the screens themselves, made by `cantina tour --screens assets/screens`.

use std::io::Cursor;

use iced::widget::image::Handle;
use png::Transformations;

use crate::app::theme::Theme;

/// No picture of the help is larger, in pixels.
const PIXELS_MAX: u32 = 1 << 20;

macro_rules! pictures {
    ($($name:literal),+ $(,)?) => {
        /// The names of the pictures, as the tour has them.
        pub const NAMES: &[&str] = &[$($name),+];

        fn file(name: &str, theme: Theme) -> Option<&'static [u8]> {
            match (name, theme) {
                $(
                    ($name, Theme::Light) => Some(include_bytes!(concat!("../../../../assets/screens/light/", $name, ".png"))),
                    ($name, Theme::Dark) => Some(include_bytes!(concat!("../../../../assets/screens/dark/", $name, ".png"))),
                )+
                _ => None,
            }
        }
    };
}

pictures![
    "account",
    "checkout-alert",
    "checkout-cart",
    "checkout-cash",
    "dashboard",
    "dashboard-month",
    "dashboard-week",
    "declare-matrix",
    "login",
    "lunch",
    "printer-detect",
    "printer-panel",
    "printer-virtual",
    "pupil",
    "sales-ticket",
    "settings-backup",
    "settings-backup-restore",
    "settings-shop",
    "settings-users",
    "setup-shop",
    "shift-count",
    "shift-open",
];

/// A picture, unpacked; `None` for a name that is none of [`NAMES`].
#[must_use]
pub fn picture(name: &str, theme: Theme) -> Option<Handle> {
    let mut decoder = png::Decoder::new(Cursor::new(file(name, theme)?));
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = reader.info().size();
    if width.checked_mul(height)? > PIXELS_MAX {
        return None;
    }
    let mut pixels = vec![0; reader.output_buffer_size()?];
    reader.next_frame(&mut pixels).ok()?;
    let whole = pixels.len() == usize::try_from(width * height * 4).ok()?;
    whole.then(|| Handle::from_rgba(width, height, pixels))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_unpacks_in_both_themes_and_all_together_are_small() {
        let mut bytes = 0;
        for name in NAMES {
            for theme in [Theme::Light, Theme::Dark] {
                assert!(picture(name, theme).is_some(), "{name} {theme:?}");
                bytes += file(name, theme).map_or(0, <[u8]>::len);
            }
        }
        assert!(bytes < 2_000_000, "{bytes}");
        assert!(picture("no-such-picture", Theme::Light).is_none());
    }
}
