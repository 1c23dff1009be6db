//! Lists of any length: only the rows in sight are built.
//!
//! All rows are equally high. What is above and below the sight is empty space of the right height, so that
//! the rail and a finger behave as over the whole list.

use iced::Length;
use iced::advanced::widget::Id;
use iced::widget::{responsive, space as gap};

use super::{Column, Element, scroll};

/// So many rows above and below the sight are built too: a quick finger finds them there.
const AROUND: usize = 3;

/// A list of `count` rows of `height` logical pixels, scrolled so far; `on_scroll` is told how far it is
/// scrolled then, and how high its place is.
pub fn long<'a, M: Clone + 'a>(
    id: &'static str,
    (count, height): (usize, f32),
    offset: f32,
    on_scroll: impl Fn(f32, f32) -> M + Clone + 'a,
    row: impl Fn(usize) -> Element<'a, M> + 'a,
) -> Element<'a, M> {
    responsive(move |size| {
        let (first, last) = sight(count, height, offset, size.height);
        let rows = (first..last).map(&row);
        let list = Column::new()
            .push(gap().height(tall(first, height)))
            .extend(rows)
            .push(gap().height(tall(count - last, height)))
            .width(Length::Fill);
        let on_scroll = on_scroll.clone();
        scroll(list)
            .id(Id::new(id))
            .on_scroll(move |to| on_scroll(to.absolute_offset().y, to.bounds().height))
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    })
    .into()
}

#[expect(clippy::cast_precision_loss, reason = "far fewer than 2^24 rows")]
fn tall(rows: usize, height: f32) -> f32 {
    rows as f32 * height
}

/// The rows that are built: from the first to the one after the last.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place is positive and far below 2^24; a float cast saturates"
)]
fn sight(count: usize, height: f32, offset: f32, room: f32) -> (usize, usize) {
    let fit = (room / height).ceil() as usize + 1;
    // The list may have become shorter since it was scrolled.
    let offset = offset.min((tall(count, height) - room).max(0.0));
    let first = ((offset / height).floor() as usize).saturating_sub(AROUND);
    let last = (first + fit + 2 * AROUND).min(count);
    (first.min(last), last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_rows_are_built_wherever_the_list_is() {
        for offset in [0.0, 55.0, 560_000.0, 1_119_400.0, 9_999_999.0] {
            let (first, last) = sight(20_000, 56.0, offset, 600.0);
            assert!(last - first <= 18, "{first}..{last}");
            let seen = offset.min(20_000.0 * 56.0 - 600.0);
            assert!(tall(first, 56.0) <= seen, "{offset}");
            assert!(
                tall(last, 56.0) >= (seen + 600.0).min(1_120_000.0),
                "{offset}"
            );
        }
        assert_eq!(sight(0, 56.0, 0.0, 600.0), (0, 0));
        assert_eq!(sight(2, 56.0, 400.0, 600.0), (0, 2));
    }
}
