//! Styles by name for text and grounds: functions from the theme to what iced draws.

use iced::widget::{container, text};
use iced::{Border, Color, border};

use super::{Pair, Theme, Tone, radius};
use crate::app::widget::Status;

// Text: its colour.

/// The colour around it.
#[must_use]
pub fn inherited(_theme: &Theme) -> text::Style {
    text::Style::default()
}

/// Secondary text.
#[must_use]
pub fn muted(theme: &Theme) -> text::Style {
    ink(theme.tokens().muted)
}

/// Green figures, links, icons that act.
#[must_use]
pub fn accent_ink(theme: &Theme) -> text::Style {
    ink(theme.tokens().accent_ink)
}

/// What is wrong.
#[must_use]
pub fn danger_ink(theme: &Theme) -> text::Style {
    ink(theme.tokens().danger_ink)
}

/// What to look at.
#[must_use]
pub fn caution_ink(theme: &Theme) -> text::Style {
    ink(theme.tokens().caution_ink)
}

/// What went well.
#[must_use]
pub fn ok_ink(theme: &Theme) -> text::Style {
    ink(theme.tokens().ok_ink)
}

/// Text of one colour, which must be a token.
#[must_use]
pub fn ink(color: Color) -> text::Style {
    text::Style { color: Some(color) }
}

// Containers: what lies beneath.

/// Nothing painted.
#[must_use]
pub fn bare(_theme: &Theme) -> container::Style {
    container::Style::default()
}

/// The window's ground.
#[must_use]
pub fn canvas(theme: &Theme) -> container::Style {
    filled(theme.tokens().canvas, 0.0)
}

/// A bar or side panel.
#[must_use]
pub fn panel(theme: &Theme) -> container::Style {
    filled(theme.tokens().panel, 0.0)
}

/// A bar as light as a card: the screen's head.
#[must_use]
pub fn bar(theme: &Theme) -> container::Style {
    filled(theme.tokens().surface, 0.0)
}

/// A card: surface, hairline, round corners.
#[must_use]
pub fn card(theme: &Theme) -> container::Style {
    let tokens = theme.tokens();
    container::Style {
        border: outline(tokens.line, 1.0, radius::L),
        ..filled(tokens.surface, radius::L)
    }
}

/// A dialog: a card over a dimmed screen. Without a shadow: the software renderer works out a
/// shadow pixel by pixel each time something in the dialog changes.
#[must_use]
pub fn dialog(theme: &Theme) -> container::Style {
    card(theme)
}

/// Dims what lies beneath a dialog.
#[must_use]
pub fn scrim(theme: &Theme) -> container::Style {
    container::Style::default().background(theme.tokens().scrim)
}

/// Around what is written in the colour of secondary text.
#[must_use]
pub fn quiet(theme: &Theme) -> container::Style {
    let pair = Pair {
        fill: iced::Color::TRANSPARENT,
        ink: theme.tokens().muted,
    };
    filled(pair, 0.0)
}

/// A quiet box.
#[must_use]
pub fn sunken(theme: &Theme) -> container::Style {
    filled(theme.tokens().sunken, radius::M)
}

/// The sidebar.
#[must_use]
pub fn nav(theme: &Theme) -> container::Style {
    filled(theme.tokens().nav, 0.0)
}

/// A box in the colour of the main action, at its softest.
#[must_use]
pub fn accent_soft(theme: &Theme) -> container::Style {
    filled(theme.tokens().accent_soft, radius::M)
}

/// A box that says no.
#[must_use]
pub fn danger_soft(theme: &Theme) -> container::Style {
    toned(theme.tokens().danger_soft, radius::M)
}

/// A box that says careful.
#[must_use]
pub fn caution_soft(theme: &Theme) -> container::Style {
    toned(theme.tokens().caution_soft, radius::M)
}

/// A box that says done.
#[must_use]
pub fn ok_soft(theme: &Theme) -> container::Style {
    toned(theme.tokens().ok_soft, radius::M)
}

/// The head of an alert: full red, its upper corners those of the dialog.
#[must_use]
pub fn danger_head(theme: &Theme) -> container::Style {
    filled(theme.tokens().danger, border::top(radius::L))
}

/// The head of a warning, as [`danger_head`].
#[must_use]
pub fn caution_head(theme: &Theme) -> container::Style {
    toned(theme.tokens().caution_soft, border::top(radius::L))
}

/// A row to press, quiet until it is; `chosen` marks the one in use.
#[must_use]
pub fn row(theme: &Theme, chosen: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    match (chosen, status) {
        (true, _) => filled(tokens.accent_soft, radius::M),
        (false, Status::Pressed) => filled(tokens.sunken, radius::M),
        (false, _) => bare(theme),
    }
}

/// A pair as a container.
#[must_use]
pub fn filled(pair: Pair, corner: impl Into<border::Radius>) -> container::Style {
    container::Style {
        text_color: Some(pair.ink),
        background: Some(pair.fill.into()),
        border: Border::default().rounded(corner),
        ..container::Style::default()
    }
}

/// A tone as a container, without its line.
#[must_use]
pub fn toned(tone: Tone, corner: impl Into<border::Radius>) -> container::Style {
    filled(
        Pair {
            fill: tone.fill,
            ink: tone.ink,
        },
        corner,
    )
}

/// A line around something.
#[must_use]
pub fn outline(color: Color, width: f32, corner: impl Into<border::Radius>) -> Border {
    Border {
        color,
        width,
        radius: corner.into(),
    }
}

/// A fill while it is held down: a step towards black.
#[must_use]
pub fn deeper(color: Color) -> Color {
    let step = |part: f32| part * 0.88;
    Color {
        r: step(color.r),
        g: step(color.g),
        b: step(color.b),
        a: color.a,
    }
}
