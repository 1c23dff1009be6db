//! Buttons: primary acts, secondary goes beside it, soft offers, danger destroys, ghost is quiet.

use iced::widget::{Row, container, space as gap};
use iced::{Alignment, Length};

use super::fit::{self, Fit};
use super::{Column, Element, Press, Status, press, text};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Pair, Theme, radius, size, space, style, target};

/// The main action of a screen or dialog: one at a time, 64 px.
pub fn primary<'a, M: Clone + 'a>(label: impl text::IntoFragment<'a>) -> Button<'a, M> {
    Button::new(label, Kind::Primary, target::MAIN)
}

/// An action beside the main one.
pub fn secondary<'a, M: Clone + 'a>(label: impl text::IntoFragment<'a>) -> Button<'a, M> {
    Button::new(label, Kind::Secondary, target::MEDIUM)
}

/// One of several offers: bills, quick answers.
pub fn soft<'a, M: Clone + 'a>(label: impl text::IntoFragment<'a>) -> Button<'a, M> {
    Button::new(label, Kind::Soft, target::MEDIUM)
}

/// What cannot be taken back.
pub fn danger<'a, M: Clone + 'a>(label: impl text::IntoFragment<'a>) -> Button<'a, M> {
    Button::new(label, Kind::Danger, target::MAIN)
}

/// A link: text alone, still 48 px high.
pub fn ghost<'a, M: Clone + 'a>(label: impl text::IntoFragment<'a>) -> Button<'a, M> {
    Button::new(label, Kind::Ghost, target::MIN)
}

/// A square button of one icon, 48 px.
#[must_use]
pub fn icon_only<'a, M: Clone + 'a>(picture: Icon) -> Press<'a, M> {
    press(container(icon(picture, size::ICON)).center(Length::Fill))
        .width(target::MIN)
        .height(target::MIN)
        .style(|theme, status| look(theme, Kind::Secondary, status))
}

/// A button with a label and perhaps an icon.
pub struct Button<'a, M> {
    label: text::Fragment<'a>,
    icon: Option<Icon>,
    kind: Kind,
    on_press: Option<M>,
    width: Length,
    height: f32,
    id: Option<iced::advanced::widget::Id>,
    start: bool,
    wraps: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Soft,
    Danger,
    Ghost,
}

impl<'a, M: Clone + 'a> Button<'a, M> {
    fn new(label: impl text::IntoFragment<'a>, kind: Kind, height: f32) -> Self {
        Self {
            label: label.into_fragment(),
            icon: None,
            kind,
            on_press: None,
            width: Length::Shrink,
            height,
            id: None,
            start: false,
            wraps: false,
        }
    }

    /// A picture before the label.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// What happened when it is pressed; without it the button is disabled.
    #[must_use]
    pub fn on_press(self, message: M) -> Self {
        self.on_press_maybe(Some(message))
    }

    /// As [`on_press`](Self::on_press); `None` disables it.
    #[must_use]
    pub fn on_press_maybe(mut self, message: Option<M>) -> Self {
        self.on_press = message;
        self
    }

    /// Its width; as wide as its label if not told.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// As wide as its place.
    #[must_use]
    pub fn fill(self) -> Self {
        self.width(Length::Fill)
    }

    /// As high as the main action, 64 px.
    #[must_use]
    pub fn tall(mut self) -> Self {
        self.height = target::MAIN;
        self
    }

    /// As low as may be, 48 px.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.height = target::MIN;
        self
    }

    /// The label at the left, as in a list of choices.
    #[must_use]
    pub fn start(mut self) -> Self {
        self.start = true;
        self
    }

    /// The label small and on two lines, if it must be: one line would have letters that nobody reads.
    #[must_use]
    pub fn wrapping(mut self) -> Self {
        self.wraps = true;
        self
    }

    /// A name to focus it by.
    #[must_use]
    pub fn id(mut self, id: impl Into<iced::advanced::widget::Id>) -> Self {
        self.id = Some(id.into());
        self
    }
}

impl<'a, M: Clone + 'a> From<Button<'a, M>> for Element<'a, M> {
    fn from(button: Button<'a, M>) -> Self {
        let Button {
            label,
            icon: picture,
            kind,
            on_press,
            width,
            height,
            id,
            start,
            wraps,
        } = button;
        let label: Element<'a, M> = match wraps {
            true => text::small(label).center().into(),
            false => labelled(label, kind, height).into(),
        };
        let row = Row::new()
            .spacing(10)
            .align_y(Alignment::Center)
            .push(picture.map(|picture| icon(picture, size::ICON)))
            .push(label);
        let sides = if wraps {
            space::S
        } else if height < target::MEDIUM {
            space::M
        } else {
            space::L
        };
        // Also the shortest word is as wide as a finger asks.
        let least = (width == Length::Shrink).then(|| gap().width(target::MIN - 2.0 * sides));
        let wide = Column::new()
            .align_x(Alignment::Center)
            .push(row)
            .push(least);
        let content = container(wide)
            .height(Length::Fill)
            .align_y(Alignment::Center);
        let content = match (width, start) {
            (Length::Shrink, _) => content,
            (_, true) => content.width(Length::Fill),
            (_, false) => content.center_x(Length::Fill),
        };
        let mut pressed = press(content)
            .on_press_maybe(on_press)
            .width(width)
            .height(height)
            .padding([0.0, sides])
            .style(move |theme, status| look(theme, kind, status));
        if let Some(id) = id {
            pressed = pressed.id(id);
        }
        pressed.into()
    }
}

/// The label on one line: a narrow button writes smaller.
fn labelled(label: text::Fragment<'_>, kind: Kind, height: f32) -> Fit<'_> {
    if kind != Kind::Ghost && height >= target::MAIN {
        fit::lead(label)
    } else {
        fit::strong(label)
    }
}

fn look(theme: &Theme, kind: Kind, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let pair = match kind {
        Kind::Primary => tokens.accent,
        Kind::Secondary => tokens.surface,
        Kind::Soft => tokens.accent_soft,
        Kind::Danger => tokens.danger,
        Kind::Ghost => Pair {
            fill: iced::Color::TRANSPARENT,
            ink: tokens.accent_ink,
        },
    };
    let plain = style::filled(pair, radius::M);
    let framed = |line| style::outline(line, 1.0, radius::M);
    match (kind, status) {
        (Kind::Ghost, Status::Disabled) => container::Style {
            text_color: Some(tokens.muted),
            ..plain
        },
        (_, Status::Disabled) => container::Style {
            border: framed(tokens.line),
            ..style::filled(
                Pair {
                    fill: tokens.sunken.fill,
                    ink: tokens.muted,
                },
                radius::M,
            )
        },
        (Kind::Ghost | Kind::Secondary, Status::Pressed) => style::filled(tokens.sunken, radius::M),
        (_, Status::Pressed) => container::Style {
            background: Some(style::deeper(pair.fill).into()),
            ..plain
        },
        (Kind::Secondary, Status::Rest) => container::Style {
            border: framed(tokens.line),
            ..plain
        },
        (_, Status::Rest) => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced_test::Simulator;

    #[test]
    fn a_button_without_a_message_does_nothing() {
        crate::app::font::load();
        let row = iced::widget::row![
            Element::from(primary("Pagar").on_press(1)),
            Element::from(secondary("Nada")),
        ];
        let mut ui: Simulator<'_, i32, Theme> = Simulator::new(row);
        let _ = ui.click("Nada").expect("on screen");
        let _ = ui.click("Pagar").expect("on screen");
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [1]);
    }
}
