//! How Cantina looks: tokens of colour, type and space, light and dark.
//!
//! A screen takes every colour and size from here (or, better, a widget that does) and never
//! writes one of its own. Green acts, red is danger, amber is caution; an icon or a word always
//! goes with a colour.

mod catalog;
pub mod control;
pub mod style;
mod tokens;

use tokens::{DARK, LIGHT};
pub use tokens::{Pair, Tokens, Tone};

/// Sizes of letters, in logical pixels.
pub mod size {
    /// The smallest: labels of the sidebar, hints.
    pub const CAPTION: f32 = 13.0;
    /// Chips, secondary lines, table heads.
    pub const SMALL: f32 = 14.0;
    /// Running text.
    pub const BODY: f32 = 16.0;
    /// Names of products on their tiles.
    pub const NAME: f32 = 17.0;
    /// Names and buttons.
    pub const LEAD: f32 = 18.0;
    /// Prices on tiles, subtotals.
    pub const FIGURE: f32 = 20.0;
    /// Titles of dialogs and screens.
    pub const TITLE: f32 = 22.0;
    /// Keys of the keypad.
    pub const KEY: f32 = 26.0;
    /// Amounts being typed, key figures.
    pub const HEADLINE: f32 = 30.0;
    /// The total and the change: read from an arm's length.
    pub const DISPLAY: f32 = 42.0;
    /// Icons within text and buttons.
    pub const ICON: f32 = 20.0;
    /// Icons that stand alone.
    pub const ICON_LARGE: f32 = 26.0;
    /// Icons of alerts and empty screens.
    pub const ICON_HERO: f32 = 40.0;
}

/// Distances, in logical pixels.
pub mod space {
    /// Between lines that belong together.
    pub const XS: f32 = 4.0;
    /// Between things to press: never less.
    pub const S: f32 = 8.0;
    /// Between cards.
    pub const M: f32 = 12.0;
    /// Inside cards.
    pub const L: f32 = 16.0;
    /// Inside dialogs.
    pub const XL: f32 = 24.0;
    /// Between sections.
    pub const XXL: f32 = 40.0;
}

/// Rounded corners, in logical pixels.
pub mod radius {
    /// Small fields and badges.
    pub const S: f32 = 8.0;
    /// Buttons.
    pub const M: f32 = 12.0;
    /// Cards and dialogs.
    pub const L: f32 = 16.0;
    /// As round as it gets.
    pub const PILL: f32 = 999.0;
}

/// Heights of things to press, in logical pixels.
pub mod target {
    /// Nothing to press is smaller.
    pub const MIN: f32 = 48.0;
    /// Fields, rows and secondary buttons.
    pub const MEDIUM: f32 = 56.0;
    /// The main actions.
    pub const MAIN: f32 = 64.0;
}

/// The look in use: [`Theme::Light`] or [`Theme::Dark`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Dark letters on a warm off-white.
    #[default]
    Light,
    /// Light letters on a near-black green.
    Dark,
}

impl Theme {
    /// Its colours.
    #[must_use]
    pub const fn tokens(self) -> &'static Tokens {
        match self {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced::Color;

    /// Contrast as WCAG 2.2 defines it: 1 to 21.
    fn contrast(a: Color, b: Color) -> f32 {
        let (a, b) = (a.relative_luminance(), b.relative_luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Every ink with every background that it may stand on.
    fn readable(t: &Tokens) -> Vec<(&'static str, Color, Color)> {
        let mut pairs = vec![
            ("canvas", t.canvas.fill, t.canvas.ink),
            ("surface", t.surface.fill, t.surface.ink),
            ("panel", t.panel.fill, t.panel.ink),
            ("sunken", t.sunken.fill, t.sunken.ink),
            ("nav", t.nav.fill, t.nav.ink),
            ("nav_active", t.nav_active.fill, t.nav_active.ink),
            ("accent", t.accent.fill, t.accent.ink),
            ("accent_soft", t.accent_soft.fill, t.accent_soft.ink),
            ("danger", t.danger.fill, t.danger.ink),
            ("danger_soft", t.danger_soft.fill, t.danger_soft.ink),
            ("danger_tint", t.danger_tint.fill, t.danger_tint.ink),
            ("caution_soft", t.caution_soft.fill, t.caution_soft.ink),
            ("caution_tint", t.caution_tint.fill, t.caution_tint.ink),
            ("ok_soft", t.ok_soft.fill, t.ok_soft.ink),
            ("muted on danger_tint", t.danger_tint.fill, t.muted),
            (
                "danger_ink on danger_tint",
                t.danger_tint.fill,
                t.danger_ink,
            ),
            ("muted on caution_tint", t.caution_tint.fill, t.muted),
            (
                "danger_ink on caution_tint",
                t.caution_tint.fill,
                t.danger_ink,
            ),
            ("muted on sunken", t.sunken.fill, t.muted),
        ];
        for ground in [t.canvas.fill, t.surface.fill, t.panel.fill] {
            pairs.extend([
                ("muted", ground, t.muted),
                ("accent_ink", ground, t.accent_ink),
                ("danger_ink", ground, t.danger_ink),
                ("caution_ink", ground, t.caution_ink),
                ("ok_ink", ground, t.ok_ink),
            ]);
        }
        pairs
    }

    #[test]
    fn every_text_can_be_read_on_its_background_in_both_themes() {
        for theme in [Theme::Light, Theme::Dark] {
            for (name, fill, ink) in readable(theme.tokens()) {
                let ratio = contrast(fill, ink);
                assert!(ratio >= 4.5, "{theme:?} {name}: {ratio:.2}");
            }
        }
    }

    /// WCAG 1.4.11: an icon or a frame that carries a meaning needs 3:1.
    #[test]
    fn every_meaning_line_and_icon_stands_out_in_both_themes() {
        for theme in [Theme::Light, Theme::Dark] {
            let t = theme.tokens();
            for tone in [
                t.danger_soft,
                t.danger_tint,
                t.caution_soft,
                t.caution_tint,
                t.ok_soft,
            ] {
                let ratio = contrast(tone.fill, tone.line);
                assert!(ratio >= 3.0, "{theme:?} {tone:?}: {ratio:.2}");
            }
        }
    }
}
