//! The colours, by what they mean, in daylight and in the dark.
#![expect(
    clippy::unreadable_literal,
    reason = "a colour reads as its six figures"
)]

use iced::{Color, Shadow, Vector, color};

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

    /// The band of a training: no other thing has this colour.
    pub training: Pair,
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
    /// Chart colours, to be told apart in this order by everybody: after Okabe and Ito, each as deep as
    /// its ground asks.
    pub series: [Color; 6],
}

/// Daylight.
pub(super) const LIGHT: Tokens = Tokens {
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
    training: Pair {
        fill: color!(0x5b2a86),
        ink: color!(0xffffff),
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
        color!(0xd07a00),
        color!(0x2f74c8),
        color!(0xb05aa0),
        color!(0x8c2a10),
        color!(0x6b7280),
    ],
};

/// A dark kitchen.
pub(super) const DARK: Tokens = Tokens {
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
    training: Pair {
        fill: color!(0x6d3aa0),
        ink: color!(0xffffff),
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
        color!(0x2fae93),
        color!(0xf0a93b),
        color!(0x6aa5f5),
        color!(0xe08ac8),
        color!(0xd5613f),
        color!(0xf0e68c),
    ],
};

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
