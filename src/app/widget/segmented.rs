//! One of a few, side by side: periods, modes.

use iced::widget::{Row, container, space as gap};
use iced::{Alignment, Length};

use super::text::IntoFragment;
use super::{Column, Element, Status, press, text};
use crate::app::theme::{Pair, Theme, radius, space, style, target};

/// The choices beside each other, on as many lines as they need; `chosen` is filled green.
pub fn segmented<'a, L, T, M>(
    choices: impl IntoIterator<Item = (L, T)>,
    chosen: &T,
    on_choose: impl Fn(T) -> M,
) -> Element<'a, M>
where
    L: IntoFragment<'a>,
    T: PartialEq,
    M: Clone + 'a,
{
    let segments = choices.into_iter().map(|(label, choice)| {
        let is_chosen = choice == *chosen;
        // Also «No» is as wide as a finger asks.
        let label = Column::new()
            .align_x(Alignment::Center)
            .push(text::body(label))
            .push(gap().width(target::MIN - 2.0 * space::L));
        press(container(label).center_y(Length::Fill))
            .on_press(on_choose(choice))
            .height(target::MIN)
            .padding([0.0, space::L])
            .style(move |theme, status| look(theme, is_chosen, status))
            .into()
    });
    container(Row::with_children(segments).wrap())
        .padding(3)
        .style(|theme: &Theme| container::Style {
            border: style::outline(theme.tokens().line, 1.0, radius::M + 3.0),
            ..style::card(theme)
        })
        .into()
}

fn look(theme: &Theme, chosen: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let pair = match (chosen, status) {
        (true, _) => tokens.accent,
        (false, Status::Pressed) => tokens.sunken,
        (false, _) => Pair {
            fill: iced::Color::TRANSPARENT,
            ink: tokens.surface.ink,
        },
    };
    style::filled(pair, radius::M)
}

#[cfg(test)]
mod tests {
    use super::*;
    use iced_test::Simulator;

    #[test]
    fn choosing_a_segment_says_which() {
        crate::app::font::load();
        let mut ui = Simulator::new(segmented([("Hoy", 1), ("Mes", 30)], &1, |days| days));
        let _ = ui.click("Mes").expect("on screen");
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [30]);
    }
}
