//! Dialogs: a panel over the dimmed screen, which takes no input meanwhile.

use iced::widget::{Stack, container, opaque};
use iced::{Length, Padding};

use super::inert::{Inert, Reach};
use super::sheet::Sheet;
use super::{Element, press, scroll};
use crate::app::theme::{space, style};

/// A dialog, being described.
pub struct Dialog<'a, M> {
    head: Option<Element<'a, M>>,
    content: Element<'a, M>,
    foot: Option<Element<'a, M>>,
    width_max: f32,
    on_outside: Option<M>,
}

impl<'a, M: Clone + 'a> Dialog<'a, M> {
    /// A dialog with this content, at most 640 px wide.
    pub fn new(content: impl Into<Element<'a, M>>) -> Self {
        Self {
            head: None,
            content: content.into(),
            foot: None,
            width_max: 640.0,
            on_outside: None,
        }
    }

    /// A band across its top that stays when the content scrolls, such as an alert's.
    #[must_use]
    pub fn head(mut self, head: impl Into<Element<'a, M>>) -> Self {
        self.head = Some(head.into());
        self
    }

    /// Its answers: they stay in sight when the content scrolls.
    #[must_use]
    pub fn foot(mut self, foot: impl Into<Element<'a, M>>) -> Self {
        self.foot = Some(foot.into());
        self
    }

    /// Its greatest width, in logical pixels; a narrow window makes it narrower.
    #[must_use]
    pub fn width_max(mut self, width_max: f32) -> Self {
        self.width_max = width_max;
        self
    }

    /// What happened when the screen beside it is pressed. Without it such a press does nothing:
    /// right for all that must be answered.
    #[must_use]
    pub fn on_outside(mut self, message: M) -> Self {
        self.on_outside = Some(message);
        self
    }

    /// The same, told in the messages of what it is a part of.
    #[must_use]
    pub fn map<N: Clone + 'a>(self, to: impl Fn(M) -> N + Copy + 'a) -> Dialog<'a, N> {
        Dialog {
            head: self.head.map(|head| head.map(to)),
            content: self.content.map(to),
            foot: self.foot.map(|foot| foot.map(to)),
            width_max: self.width_max,
            on_outside: self.on_outside.map(to),
        }
    }

    fn panel(self) -> (Element<'a, M>, Option<M>) {
        let inset = Padding::new(space::XL);
        let body = container(self.content)
            .width(Length::Fill)
            .padding(match self.foot {
                Some(_) => inset.bottom(0),
                None => inset,
            });
        let foot = self
            .foot
            .map(|foot| container(foot).padding(inset.top(space::M)).into());
        let sheet = Sheet::new(self.head, scroll(body).width(Length::Fill).into(), foot);
        let panel = container(Element::new(sheet))
            .max_width(self.width_max)
            .style(style::dialog);
        (opaque(panel), self.on_outside)
    }
}

/// `base`, and over it the dialog if there is one.
///
/// Always put a screen through this, dialog or not: the screen's scroll positions and fields keep
/// their state only if it stays in the same place of the tree.
pub fn modal<'a, M: Clone + 'a>(
    base: impl Into<Element<'a, M>>,
    dialog: Option<Dialog<'a, M>>,
) -> Element<'a, M> {
    let base = Element::new(Inert {
        content: base.into(),
        reach: match dialog {
            Some(_) => Reach::Nothing,
            None => Reach::All,
        },
    });
    let mut layers = Stack::new()
        .push(base)
        .width(Length::Fill)
        .height(Length::Fill);
    if let Some((panel, on_outside)) = dialog.map(Dialog::panel) {
        let dimmed = container(iced::widget::space())
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::scrim);
        layers = layers
            .push(
                press(dimmed)
                    .width(Length::Fill)
                    .height(Length::Fill)
                    .on_press_maybe(on_outside)
                    .ground(),
            )
            .push(container(panel).center(Length::Fill).padding(space::L));
    }
    layers.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::Theme;
    use crate::app::widget::{button, text};
    use iced::Point;
    use iced_test::{Simulator, simulator};

    #[derive(Debug, Clone, PartialEq)]
    enum Message {
        Beneath,
        Inside,
        Outside,
        Typed(String),
    }

    fn screen(dialog: Option<Dialog<'_, Message>>) -> Simulator<'_, Message, Theme> {
        crate::app::font::load();
        let beneath = iced::widget::column![
            Element::from(button::primary("beneath").fill().on_press(Message::Beneath)),
            iced::widget::text_input("field", "")
                .id("field")
                .on_input(Message::Typed),
        ];
        Simulator::new(modal(beneath, dialog))
    }

    fn question<'a>() -> Dialog<'a, Message> {
        Dialog::new(
            super::super::Column::new()
                .push(text::body("question"))
                .push(Element::from(
                    button::primary("inside").on_press(Message::Inside),
                )),
        )
    }

    #[test]
    fn without_a_dialog_the_screen_is_alive() {
        let mut ui = screen(None);
        let _ = ui.click("beneath").expect("on screen");
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [Message::Beneath]);
    }

    #[test]
    fn a_dialog_swallows_what_is_pressed_or_typed_beneath_it() {
        let mut ui = screen(Some(question()));
        assert!(ui.find("beneath").is_err());
        ui.point_at(Point::new(500.0, 20.0));
        let _ = ui.simulate(simulator::click());
        let _ = ui.typewrite("7840123456");
        assert_eq!(ui.into_messages().count(), 0);
    }

    #[test]
    fn a_press_outside_is_told_only_if_asked_for_and_one_inside_is_none() {
        let mut ui = screen(Some(question().on_outside(Message::Outside)));
        let _ = ui.click("question").expect("on screen");
        let _ = ui.click("inside").expect("on screen");
        ui.point_at(Point::new(20.0, 700.0));
        let _ = ui.simulate(simulator::click());
        assert_eq!(
            ui.into_messages().collect::<Vec<_>>(),
            [Message::Inside, Message::Outside]
        );
    }

    #[test]
    fn a_dialog_too_high_for_the_window_keeps_its_answers_in_sight() {
        crate::app::font::load();
        let long =
            super::super::Column::with_children((0..30).map(|n| text::body(n.to_string()).into()));
        let answer = button::primary("answer").on_press(Message::Inside);
        let dialog = Dialog::new(long).foot(answer);
        let size = iced::Size::new(640.0, 400.0);
        let mut ui = Simulator::with_size(
            iced::Settings::default(),
            size,
            modal(text::body("beneath"), Some(dialog)),
        );
        let _ = ui.click("answer").expect("in sight");
        assert_eq!(ui.into_messages().collect::<Vec<_>>(), [Message::Inside]);
    }
}
