//! How Cantina looks: tokens of colour, type and space, light and dark.
//!
//! A screen takes every colour and size from here (or, better, a widget that does) and never
//! writes one of its own. Green acts, red is danger, amber is caution; an icon or a word always
//! goes with a colour.

mod catalog;
pub mod style;

use iced::{Color, Shadow, Vector, color};

/// Sizes of letters, in logical pixels.
pub mod size {
    /// The smallest: labels of the sidebar, hints.
    pub const CAPTION: f32 = 13.0;
    /// Chips, secondary lines, table heads.
    pub const SMALL: f32 = 15.0;
    /// Running text.
    pub const BODY: f32 = 16.0;
    /// Names of products on their tiles.
    pub const NAME: f32 = 17.0;
    /// Names and buttons.
    pub const LEAD: f32 = 18.0;
    /// Prices on tiles, subtotals.
    pub const FIGURE: f32 = 21.0;
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

/// A background and the ink that can be read on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// What is painted.
    pub fill: Color,
    /// What is written on it.
    pub ink: Color,
}

/// A pair and the line around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tone {
    /// What is painted.
    pub fill: Color,
    /// What is written on it.
    pub ink: Color,
    /// What frames it; also the colour of an icon on it.
    pub line: Color,
}

/// All colours there are, by what they mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// The window behind everything.
    pub canvas: Pair,
    /// Cards, fields, tiles, dialogs.
    pub surface: Pair,
    /// Side panels and bars, between canvas and surface.
    pub panel: Pair,
    /// Quiet fills: neutral chips, key caps, disabled buttons.
    pub sunken: Pair,
    /// The sidebar.
    pub nav: Pair,
    /// The sidebar's chosen item.
    pub nav_active: Pair,
    /// The main action.
    pub accent: Pair,
    /// Secondary actions of the same kind, chosen rows.
    pub accent_soft: Pair,
    /// What must not happen; destructive actions.
    pub danger: Pair,
    /// Refusals, in lists and chips.
    pub danger_soft: Tone,
    /// A refused tile: a breath of red.
    pub danger_tint: Tone,
    /// Warnings, in lists and chips.
    pub caution_soft: Tone,
    /// A tile to ask about: a breath of amber.
    pub caution_tint: Tone,
    /// What went well.
    pub ok_soft: Tone,

    /// Secondary text on canvas, surface, panel and sunken.
    pub muted: Color,
    /// Green figures and links on canvas, surface and panel.
    pub accent_ink: Color,
    /// Red words on canvas, surface and panel.
    pub danger_ink: Color,
    /// Amber words on canvas, surface and panel.
    pub caution_ink: Color,
    /// Words of success on canvas, surface and panel.
    pub ok_ink: Color,

    /// Hairlines between and around things.
    pub line: Color,
    /// The line of what can be typed into.
    pub line_strong: Color,
    /// Laid over a screen beneath a dialog.
    pub scrim: Color,
    /// The shadow of dialogs.
    pub shadow: Color,
    /// Chart colours, to be told apart in this order.
    pub series: [Color; 6],
}

/// Daylight.
const LIGHT: Tokens = Tokens {
    canvas: Pair {
        fill: color!(0xf3f1ed),
        ink: color!(0x1f2421),
    },
    surface: Pair {
        fill: color!(0xffffff),
        ink: color!(0x1f2421),
    },
    panel: Pair {
        fill: color!(0xfbfaf8),
        ink: color!(0x1f2421),
    },
    sunken: Pair {
        fill: color!(0xeeece7),
        ink: color!(0x4a504c),
    },
    nav: Pair {
        fill: color!(0x142f2b),
        ink: color!(0xd3dedb),
    },
    nav_active: Pair {
        fill: color!(0x22504a),
        ink: color!(0xffffff),
    },
    accent: Pair {
        fill: color!(0x0f6b5c),
        ink: color!(0xffffff),
    },
    accent_soft: Pair {
        fill: color!(0xdceeea),
        ink: color!(0x0c5f52),
    },
    danger: Pair {
        fill: color!(0xb3261e),
        ink: color!(0xffffff),
    },
    danger_soft: Tone {
        fill: color!(0xfbe4e3),
        ink: color!(0x8f1d17),
        line: color!(0xb3261e),
    },
    danger_tint: Tone {
        fill: color!(0xfff5f4),
        ink: color!(0x1f2421),
        line: color!(0xb3261e),
    },
    caution_soft: Tone {
        fill: color!(0xfbeed9),
        ink: color!(0x714500),
        line: color!(0xb46a00),
    },
    caution_tint: Tone {
        fill: color!(0xfffaf1),
        ink: color!(0x1f2421),
        line: color!(0xc77700),
    },
    ok_soft: Tone {
        fill: color!(0xe3f1e4),
        ink: color!(0x24602a),
        line: color!(0x2e7d32),
    },
    muted: color!(0x646a67),
    accent_ink: color!(0x0f6b5c),
    danger_ink: color!(0xb3261e),
    caution_ink: color!(0x855000),
    ok_ink: color!(0x2a6f30),
    line: color!(0xe0ddd6),
    line_strong: color!(0xc9c5bc),
    scrim: color!(0x0c201d, 0.62),
    shadow: color!(0x0c201d, 0.28),
    series: [
        color!(0x0f6b5c),
        color!(0xd98414),
        color!(0x4f7cb3),
        color!(0x9a6bb0),
        color!(0xb3463c),
        color!(0x7d8a3a),
    ],
};

/// A dark kitchen.
const DARK: Tokens = Tokens {
    canvas: Pair {
        fill: color!(0x111816),
        ink: color!(0xe9eeec),
    },
    surface: Pair {
        fill: color!(0x1b2421),
        ink: color!(0xe9eeec),
    },
    panel: Pair {
        fill: color!(0x151e1b),
        ink: color!(0xe9eeec),
    },
    sunken: Pair {
        fill: color!(0x27312e),
        ink: color!(0xc3ccc8),
    },
    nav: Pair {
        fill: color!(0x0c1a17),
        ink: color!(0xbccac5),
    },
    nav_active: Pair {
        fill: color!(0x1f4841),
        ink: color!(0xffffff),
    },
    accent: Pair {
        fill: color!(0x137c6a),
        ink: color!(0xffffff),
    },
    accent_soft: Pair {
        fill: color!(0x173f38),
        ink: color!(0x9fe0d1),
    },
    danger: Pair {
        fill: color!(0xc4342b),
        ink: color!(0xffffff),
    },
    danger_soft: Tone {
        fill: color!(0x4a1c1a),
        ink: color!(0xffc9c4),
        line: color!(0xef6c62),
    },
    danger_tint: Tone {
        fill: color!(0x2b1b1a),
        ink: color!(0xf3eceb),
        line: color!(0xe0584e),
    },
    caution_soft: Tone {
        fill: color!(0x46320f),
        ink: color!(0xffdca3),
        line: color!(0xe8a33d),
    },
    caution_tint: Tone {
        fill: color!(0x28221a),
        ink: color!(0xf3efe8),
        line: color!(0xd08a25),
    },
    ok_soft: Tone {
        fill: color!(0x1c3a20),
        ink: color!(0xb4e3b7),
        line: color!(0x66bb6a),
    },
    muted: color!(0xa5b0ab),
    accent_ink: color!(0x5ccab2),
    danger_ink: color!(0xff8a80),
    caution_ink: color!(0xf0b354),
    ok_ink: color!(0x7fcf86),
    line: color!(0x2d3834),
    line_strong: color!(0x47544f),
    scrim: color!(0x000000, 0.66),
    shadow: color!(0x000000, 0.5),
    series: [
        color!(0x3fb59d),
        color!(0xe8a33d),
        color!(0x7ea6d9),
        color!(0xbf93d3),
        color!(0xe37a70),
        color!(0xb1bf6a),
    ],
};

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

impl Tokens {
    /// The shadow that lifts a dialog off the screen.
    #[must_use]
    pub fn lifted(&self) -> Shadow {
        Shadow {
            color: self.shadow,
            offset: Vector::new(0.0, 8.0),
            blur_radius: 28.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
