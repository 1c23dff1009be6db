//! The looks of iced's own controls: fields, lists, ticks, rails.

use iced::overlay::menu;
use iced::widget::{
    button, checkbox as check, container, pick_list as pick, progress_bar, radio as dot, rule,
    scrollable as scroll, slider as slide, text_editor, text_input, toggler as toggle,
};
use iced::{Background, Border, Color, Shadow};

use super::style::outline;
use super::{Pair, Theme, radius};

/// The line between rows.
#[must_use]
pub fn hairline(theme: &Theme) -> rule::Style {
    rule::Style {
        color: theme.tokens().line,
        radius: 0.0.into(),
        fill_mode: rule::FillMode::Full,
        snap: true,
    }
}

/// How far long work is.
#[must_use]
pub fn progress(theme: &Theme) -> progress_bar::Style {
    let tokens = theme.tokens();
    progress_bar::Style {
        background: tokens.sunken.fill.into(),
        bar: tokens.accent.fill.into(),
        border: Border::default().rounded(radius::S),
    }
}

/// iced's own button, for the few places that need it; ours are in `widget`.
#[must_use]
pub fn stock_button(theme: &Theme, status: button::Status) -> button::Style {
    let tokens = theme.tokens();
    let pair = match status {
        button::Status::Disabled => Pair {
            fill: tokens.sunken.fill,
            ink: tokens.muted,
        },
        _ => tokens.accent,
    };
    button::Style {
        background: Some(pair.fill.into()),
        text_color: pair.ink,
        border: Border::default().rounded(radius::M),
        ..button::Style::default()
    }
}

/// A field to type into: the focused one has a green line of 2 px.
#[must_use]
pub fn field(theme: &Theme, status: text_input::Status) -> text_input::Style {
    let tokens = theme.tokens();
    let (fill, value, line, width) = match status {
        text_input::Status::Focused { .. } => (
            tokens.surface.fill,
            tokens.surface.ink,
            tokens.accent_ink,
            2.0,
        ),
        text_input::Status::Disabled => (tokens.sunken.fill, tokens.muted, tokens.line, 1.0),
        text_input::Status::Active | text_input::Status::Hovered => (
            tokens.surface.fill,
            tokens.surface.ink,
            tokens.line_strong,
            1.0,
        ),
    };
    text_input::Style {
        background: fill.into(),
        border: outline(line, width, radius::M),
        icon: tokens.accent_ink,
        placeholder: tokens.muted,
        value,
        selection: tokens.accent_soft.fill,
    }
}

/// A field of several lines, as [`field`].
#[must_use]
pub fn editor(theme: &Theme, status: text_editor::Status) -> text_editor::Style {
    let status = match status {
        text_editor::Status::Focused { is_hovered } => text_input::Status::Focused { is_hovered },
        text_editor::Status::Disabled => text_input::Status::Disabled,
        text_editor::Status::Active | text_editor::Status::Hovered => text_input::Status::Active,
    };
    let as_field = field(theme, status);
    text_editor::Style {
        background: as_field.background,
        border: as_field.border,
        placeholder: as_field.placeholder,
        value: as_field.value,
        selection: as_field.selection,
    }
}

/// A field whose frame is drawn by what it lies in.
#[must_use]
pub fn bare_field(theme: &Theme, status: text_input::Status) -> text_input::Style {
    text_input::Style {
        background: Background::Color(Color::TRANSPARENT),
        border: Border::default(),
        ..field(theme, status)
    }
}

/// A field with a value that will not do.
#[must_use]
pub fn wrong_field(theme: &Theme, status: text_input::Status) -> text_input::Style {
    text_input::Style {
        border: outline(theme.tokens().danger_ink, 2.0, radius::M),
        ..field(theme, status)
    }
}

/// A thin rail that shows only what it must.
#[must_use]
pub fn scrollable(theme: &Theme, status: scroll::Status) -> scroll::Style {
    let tokens = theme.tokens();
    let dragged = matches!(status, scroll::Status::Dragged { .. });
    let rail = scroll::Rail {
        background: None,
        border: Border::default(),
        scroller: scroll::Scroller {
            background: if dragged {
                tokens.muted
            } else {
                tokens.line_strong
            }
            .into(),
            border: Border::default().rounded(radius::S),
        },
    };
    scroll::Style {
        container: container::Style::default(),
        vertical_rail: rail,
        horizontal_rail: rail,
        gap: None,
        auto_scroll: scroll::AutoScroll {
            background: tokens.surface.fill.into(),
            border: outline(tokens.line, 1.0, radius::PILL),
            shadow: Shadow::default(),
            icon: tokens.muted,
        },
    }
}

/// The same in the sidebar, whose ground is dark in both themes.
#[must_use]
pub fn nav_scrollable(theme: &Theme, status: scroll::Status) -> scroll::Style {
    let mut style = scrollable(theme, status);
    style.vertical_rail.scroller.background = theme.tokens().nav.ink.into();
    style
}

/// A box to tick.
#[must_use]
pub fn checkbox(theme: &Theme, status: check::Status) -> check::Style {
    let tokens = theme.tokens();
    let (check::Status::Active { is_checked }
    | check::Status::Hovered { is_checked }
    | check::Status::Disabled { is_checked }) = status;
    let disabled = matches!(status, check::Status::Disabled { .. });
    let pair = match (is_checked, disabled) {
        (_, true) => Pair {
            fill: tokens.sunken.fill,
            ink: tokens.muted,
        },
        (true, false) => tokens.accent,
        (false, false) => tokens.surface,
    };
    check::Style {
        background: pair.fill.into(),
        icon_color: pair.ink,
        border: outline(
            if is_checked && !disabled {
                pair.fill
            } else {
                tokens.line_strong
            },
            2.0,
            6.0,
        ),
        text_color: disabled.then_some(tokens.muted),
    }
}

/// One of several.
#[must_use]
pub fn radio(theme: &Theme, status: dot::Status) -> dot::Style {
    let tokens = theme.tokens();
    let (dot::Status::Active { is_selected } | dot::Status::Hovered { is_selected }) = status;
    dot::Style {
        background: tokens.surface.fill.into(),
        dot_color: tokens.accent_ink,
        border_width: 2.0,
        border_color: if is_selected {
            tokens.accent_ink
        } else {
            tokens.line_strong
        },
        text_color: None,
    }
}

/// On or off.
#[must_use]
pub fn toggler(theme: &Theme, status: toggle::Status) -> toggle::Style {
    let tokens = theme.tokens();
    let (toggle::Status::Active { is_toggled }
    | toggle::Status::Hovered { is_toggled }
    | toggle::Status::Disabled { is_toggled }) = status;
    let disabled = matches!(status, toggle::Status::Disabled { .. });
    let rail = match (disabled, is_toggled) {
        (true, _) => tokens.sunken.fill,
        (false, true) => tokens.accent.fill,
        (false, false) => tokens.line_strong,
    };
    toggle::Style {
        background: rail.into(),
        background_border_width: 0.0,
        background_border_color: Color::TRANSPARENT,
        foreground: if disabled {
            tokens.line_strong
        } else {
            Color::WHITE
        }
        .into(),
        foreground_border_width: 0.0,
        foreground_border_color: Color::TRANSPARENT,
        text_color: disabled.then_some(tokens.muted),
        border_radius: None,
        padding_ratio: 0.12,
    }
}

/// A value on a line.
#[must_use]
pub fn slider(theme: &Theme, _status: slide::Status) -> slide::Style {
    let tokens = theme.tokens();
    slide::Style {
        rail: slide::Rail {
            backgrounds: (tokens.accent.fill.into(), tokens.line_strong.into()),
            width: 6.0,
            border: Border::default().rounded(3.0),
        },
        handle: slide::Handle {
            shape: slide::HandleShape::Circle { radius: 14.0 },
            background: tokens.surface.fill.into(),
            border_width: 3.0,
            border_color: tokens.accent.fill,
        },
    }
}

/// A closed list of choices: looks like a field.
#[must_use]
pub fn pick_list(theme: &Theme, status: pick::Status) -> pick::Style {
    let tokens = theme.tokens();
    let (line, width) = match status {
        pick::Status::Opened { .. } => (tokens.accent_ink, 2.0),
        pick::Status::Active | pick::Status::Hovered => (tokens.line_strong, 1.0),
    };
    pick::Style {
        text_color: tokens.surface.ink,
        placeholder_color: tokens.muted,
        handle_color: tokens.muted,
        background: tokens.surface.fill.into(),
        border: outline(line, width, radius::M),
    }
}

/// An open list of choices.
#[must_use]
pub fn menu(theme: &Theme) -> menu::Style {
    let tokens = theme.tokens();
    menu::Style {
        background: tokens.surface.fill.into(),
        border: outline(tokens.line_strong, 1.0, radius::M),
        text_color: tokens.surface.ink,
        selected_text_color: tokens.accent_soft.ink,
        selected_background: tokens.accent_soft.fill.into(),
        shadow: tokens.lifted(),
    }
}
