//! The bundled fonts. The till needs none from the machine it runs on.
//!
//! Inter comes with tabular figures as the only figures: amounts below each other align.

use std::borrow::Cow;
use std::sync::Once;

use iced::Font;
use iced::font::{Family, Weight};

/// The family name of the bundled Inter: our own, so that an installed Inter is never mixed in.
const INTER: Family = Family::Name("Cantina Inter");

/// Running text.
pub const REGULAR: Font = Font {
    family: INTER,
    ..Font::DEFAULT
};
/// Labels that must stand out a little.
pub const MEDIUM: Font = Font {
    weight: Weight::Medium,
    ..REGULAR
};
/// Names, buttons, headings of cards.
pub const SEMIBOLD: Font = Font {
    weight: Weight::Semibold,
    ..REGULAR
};
/// Amounts and titles.
pub const BOLD: Font = Font {
    weight: Weight::Bold,
    ..REGULAR
};
/// The paper's letters, ports, codes: every letter equally wide.
pub const MONO: Font = Font {
    family: Family::Name("Cantina Mono"),
    ..Font::DEFAULT
};
/// [`MONO`] in bold.
pub const MONO_BOLD: Font = Font {
    weight: Weight::Bold,
    ..MONO
};
/// The glyphs of [`Icon`](super::icon::Icon).
pub const ICON: Font = Font {
    family: Family::Name("Cantina Lucide"),
    ..Font::DEFAULT
};

pub(super) const REGULAR_TTF: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
pub(super) const LUCIDE_TTF: &[u8] = include_bytes!("../../assets/icons/lucide.ttf");

/// Every bundled font file, to be loaded before the first text is drawn.
pub const ALL: [&[u8]; 7] = [
    REGULAR_TTF,
    include_bytes!("../../assets/fonts/Inter-Medium.ttf"),
    include_bytes!("../../assets/fonts/Inter-SemiBold.ttf"),
    include_bytes!("../../assets/fonts/Inter-Bold.ttf"),
    include_bytes!("../../assets/fonts/DejaVuSansMono.ttf"),
    include_bytes!("../../assets/fonts/DejaVuSansMono-Bold.ttf"),
    LUCIDE_TTF,
];

/// Loads [`ALL`] into the process's font system, once.
///
/// The window does this through its settings; drawing without a window and tests call it.
pub fn load() {
    static LOADED: Once = Once::new();
    LOADED.call_once(|| {
        let mut system = iced::advanced::graphics::text::font_system()
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        for font in ALL {
            system.load_font(Cow::Borrowed(font));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use ab_glyph::{Font as _, FontRef};

    /// What must be writable: Spanish, Guaraní, Portuguese, money, and the typography of the screens.
    const NEEDED: &str = "áéíóúüñÁÉÍÓÚÜÑ¿¡ãẽĩõũỹÃẼĨÕŨỸg\u{303}ʼçâêôà₲×−–—…«»“”‘’·•°º%→←↑↓";

    #[test]
    fn every_letter_a_school_writes_is_in_every_weight() {
        for (index, file) in ALL[..4].iter().enumerate() {
            let font = FontRef::try_from_slice(file).expect("a bundled font is a font");
            for letter in NEEDED.chars() {
                assert_ne!(
                    font.glyph_id(letter).0,
                    0,
                    "{letter:?} is not in weight {index}"
                );
            }
        }
    }

    #[test]
    fn all_figures_are_equally_wide() {
        for file in &ALL[..4] {
            let font = FontRef::try_from_slice(file).expect("a bundled font is a font");
            let width = |figure| font.h_advance_unscaled(font.glyph_id(figure));
            for figure in '1'..='9' {
                assert!(
                    (width(figure) - width('0')).abs() < f32::EPSILON,
                    "{figure}"
                );
            }
        }
    }

    #[test]
    fn all_fonts_together_stay_small() {
        assert!(ALL.iter().map(|file| file.len()).sum::<usize>() < 700_000);
    }
}
