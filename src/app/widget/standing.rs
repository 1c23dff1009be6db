//! How things stand, said at the end of a head: in words where there is room, else by their picture alone.

use iced::advanced::text::{self as shaped, Paragraph as _};
use iced::alignment::Vertical;
use iced::widget::Row;
use iced::{Alignment, Font, Pixels, Size};

use super::text::Paragraph;
use super::{Element, Mood, chip};
use crate::app::font;
use crate::app::icon::Icon;
use crate::app::theme::{size, space, target};

/// What a statement has besides its words: picture, gap and both ends, in logical pixels.
const AROUND: f32 = size::SMALL + 6.0 + 2.0 * space::M;

/// How one thing stands, and where a press leads; pictures alone are pressed and read as well.
#[derive(Debug, Clone)]
pub struct Stand<M> {
    /// Good or bad.
    pub mood: Mood,
    /// What it is about.
    pub picture: Icon,
    /// The words.
    pub label: String,
    /// Where it leads, if anywhere.
    pub on_press: Option<M>,
}

impl<M: Clone> Stand<M> {
    fn view<'a>(&self, bare: bool) -> Element<'a, M>
    where
        M: 'a,
    {
        let (mood, picture, label) = (self.mood, self.picture, self.label.clone());
        match (bare, &self.on_press) {
            (true, Some(message)) => chip::mark_button(mood, picture, message.clone()),
            (true, None) => chip::mark(mood, picture),
            (false, Some(message)) => chip::status_button(mood, picture, label, message.clone()),
            (false, None) => chip::status(mood, picture, label),
        }
    }

    /// What is well loses its words first, what is wrong last.
    const fn weight(&self) -> u8 {
        match self.mood {
            Mood::Ok => 0,
            Mood::Neutral => 1,
            Mood::Warn => 2,
            Mood::Error => 3,
        }
    }
}

/// The statements beside each other in so much room, and how much of it they take.
pub fn standing<'a, M: Clone + 'a>(stands: &[Stand<M>], room: f32) -> (Element<'a, M>, f32) {
    let (said, wide) = said(stands, room);
    let gap = if said.contains(&true) {
        space::L
    } else {
        space::S
    };
    let views = stands
        .iter()
        .zip(&said)
        .map(|(stand, said)| stand.view(!said));
    let row = Row::with_children(views)
        .spacing(gap)
        .align_y(Alignment::Center);
    (row.into(), wide)
}

/// Which of the statements are said in words, and how wide all are then.
fn said<M: Clone>(stands: &[Stand<M>], room: f32) -> (Vec<bool>, f32) {
    let wide = |stand: &Stand<M>| width(&stand.label, size::SMALL, font::REGULAR) + AROUND;
    let mut widths: Vec<_> = stands.iter().map(wide).collect();
    let mut said = vec![true; stands.len()];
    let all = |widths: &[f32]| widths.iter().map(|wide| wide + space::L).sum::<f32>() - space::L;
    let mut order: Vec<_> = (0..stands.len()).collect();
    order.sort_by_key(|at| stands[*at].weight());
    for at in order {
        if all(&widths) <= room {
            break;
        }
        widths[at] = target::MIN;
        said[at] = false;
    }
    let wide = all(&widths).max(0.0);
    (said, wide)
}

/// How wide a title is, in logical pixels.
#[must_use]
pub fn title_width(title: &str) -> f32 {
    width(title, size::TITLE, font::BOLD)
}

fn width(words: &str, size: f32, font: Font) -> f32 {
    let text = shaped::Text {
        content: words,
        bounds: Size::INFINITE,
        size: Pixels(size),
        line_height: shaped::LineHeight::default(),
        font,
        align_x: shaped::Alignment::Default,
        align_y: Vertical::Top,
        shaping: shaped::Shaping::Auto,
        wrapping: shaped::Wrapping::None,
    };
    Paragraph::with_text(text).min_bounds().width
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_well_loses_its_words_before_what_is_wrong() {
        crate::app::font::load();
        let stand = |mood, label: &str| Stand {
            mood,
            picture: Icon::Printer,
            label: label.to_owned(),
            on_press: Some(()),
        };
        let stands = [
            stand(Mood::Error, "La impresora no responde"),
            stand(Mood::Ok, "Copia al día"),
            stand(Mood::Neutral, "Tita"),
        ];
        assert_eq!(said(&stands, 1_000.0).0, [true, true, true]);
        assert_eq!(said(&stands, 390.0).0, [true, false, true]);
        assert_eq!(said(&stands, 360.0).0, [true, false, false]);
        assert_eq!(said(&stands, 150.0).0, [false, false, false]);
    }
}
