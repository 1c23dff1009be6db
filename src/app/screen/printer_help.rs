//! What to do about a printer: every week, and when something is wrong. Its text is in the words of the
//! language, its order here.

use iced::widget::container;
use iced::{Alignment, Length};

use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};
use crate::app::widget::{Column, Element, Row, button, card, scroll_page, table, text};
use crate::i18n::I18n;

/// The name of the list, to scroll it by keyboard.
pub const LIST: &str = "printer-help";
/// The widest that lines are still read easily, in logical pixels.
const WIDTH_MAX: f32 = 900.0;
/// What to look at once a week, in this order.
const WEEKLY: [&str; 6] = [
    "page-weekly-paper",
    "page-weekly-spare",
    "page-weekly-clean",
    "page-weekly-cable",
    "page-weekly-test",
    "page-weekly-log",
];
/// What one sees; `-todo` is what to do about it.
const TROUBLES: [&str; 11] = [
    "page-trouble-nothing",
    "page-trouble-no-paper",
    "page-trouble-cover",
    "page-trouble-gone",
    "page-trouble-denied",
    "page-trouble-busy",
    "page-trouble-garbage",
    "page-trouble-accents",
    "page-trouble-cut",
    "page-trouble-faint",
    "page-trouble-doubt",
];

/// The one thing that can be pressed: back to where one was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left;

/// The page; `log` is where the log lies.
#[must_use]
pub fn view<'a>(log: &str, words: &I18n) -> Element<'a, Left> {
    let page = Column::new()
        .spacing(space::L)
        .push(text::body(words.text("page-help-first")))
        .push(weekly(words))
        .push(troubles(words))
        .push(never(words))
        .push(calling(log, words));
    let page = container(page).max_width(WIDTH_MAX).width(Length::Fill);
    let back = button::secondary(words.text("page-help-back"))
        .icon(Icon::ArrowLeft)
        .on_press(Left);
    let head = Row::new()
        .spacing(space::L)
        .align_y(Alignment::Center)
        .push(Element::from(back))
        .push(text::title(words.text("page-help-title")));
    let both = Column::new()
        .spacing(space::M)
        .padding(space::L)
        .push(head)
        .push(
            scroll_page(page)
                .id(LIST)
                .width(Length::Fill)
                .height(Length::Fill),
        );
    container(both)
        .width(Length::Fill)
        .height(Length::Fill)
        .style(style::canvas)
        .into()
}

fn titled<'a>(title: String, content: impl Into<Element<'a, Left>>) -> Element<'a, Left> {
    let column = Column::new()
        .spacing(space::M)
        .push(text::lead(title))
        .push(content);
    card(column).width(Length::Fill).into()
}

fn weekly<'a>(words: &I18n) -> Element<'a, Left> {
    let lines = WEEKLY.map(|key| ticked(words.text(key)));
    let list = Column::with_children(lines).spacing(space::S);
    titled(words.text("page-weekly"), list)
}

fn ticked<'a>(line: String) -> Element<'a, Left> {
    Row::new()
        .spacing(space::M)
        .push(icon(Icon::Check, size::ICON).style(style::accent_ink))
        .push(container(text::body(line)).width(Length::Fill))
        .into()
}

fn troubles<'a>(words: &I18n) -> Element<'a, Left> {
    let head = |key: &str, share| {
        let label = text::small(words.text(key)).style(style::muted);
        container(label).width(Length::FillPortion(share))
    };
    let head = Row::new()
        .spacing(space::L)
        .push(head("page-trouble", 2))
        .push(head("page-trouble-todo", 3));
    let rows = TROUBLES.map(|key| {
        let todo = words.text(&format!("{key}-todo"));
        Row::new()
            .spacing(space::L)
            .padding([space::S, 0.0])
            .push(container(text::strong(words.text(key))).width(Length::FillPortion(2)))
            .push(container(text::body(todo)).width(Length::FillPortion(3)))
            .into()
    });
    let table = Column::new().push(head).push(table::rows(rows));
    titled(words.text("page-troubles"), table)
}

/// What the till promises, so that nobody prints twice out of fear.
fn never<'a>(words: &I18n) -> Element<'a, Left> {
    titled(
        words.text("page-promise"),
        text::body(words.text("page-promise-what")),
    )
}

fn calling<'a>(log: &str, words: &I18n) -> Element<'a, Left> {
    let told = words.text_with("page-calling-what", &[("log", log.into())]);
    titled(words.text("page-calling"), text::body(told))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn the_help_has_every_line_in_every_language() {
        for locale in Locale::ALL {
            let words = I18n::new(locale);
            for key in WEEKLY.into_iter().chain(TROUBLES) {
                assert!(words.knows(key), "{key}");
            }
            for key in TROUBLES {
                assert!(words.knows(&format!("{key}-todo")), "{key}");
            }
        }
    }
}
