//! What narrows the list.

use super::super::{Goods, Message, Only, Sold};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::widget::{Column, Dialog, Element, Row, button, chip, segmented, text};

impl Goods {
    pub(super) fn filters<'a>(&'a self, context: &Context<'a>) -> Dialog<'a, Message> {
        let words = context.words;
        let filter = &self.filter;
        let sold = segmented(
            [
                (words.text("goods-sold"), Sold::Yes),
                (words.text("goods-not-sold"), Sold::No),
                (words.text("goods-either"), Sold::Either),
            ],
            &filter.sold,
            Message::SoldChosen,
        );
        let only = filter.only;
        let choices = [
            (
                Icon::Star,
                "goods-only-favourite",
                only.favourite,
                Only {
                    favourite: !only.favourite,
                    ..only
                },
            ),
            (
                Icon::Barcode,
                "goods-only-no-code",
                only.without_code,
                Only {
                    without_code: !only.without_code,
                    ..only
                },
            ),
            (
                Icon::CircleQuestionMark,
                "goods-only-undeclared",
                only.undeclared,
                Only {
                    undeclared: !only.undeclared,
                    ..only
                },
            ),
            (
                Icon::TrendingDown,
                "goods-only-low",
                only.low,
                Only {
                    low: !only.low,
                    ..only
                },
            ),
        ];
        let choices = choices.map(|(picture, key, on, then)| {
            chip::choice_with(picture, words.text(key), on, Message::OnlyChosen(then))
        });
        let any = filter.category.is_none();
        let all = chip::choice(
            words.text("goods-all-categories"),
            any,
            Message::CategoryChosen(None),
        );
        let categories = self.files.categories().iter().map(|of| {
            let chosen = filter.category == Some(of.id);
            chip::choice(
                of.name.as_str(),
                chosen,
                Message::CategoryChosen(Some(of.id)),
            )
        });
        let told = [
            ("shown", self.rows.len().into()),
            ("all", self.files.goods().len().into()),
        ];
        let column = Column::new()
            .spacing(space::L)
            .push(text::title(words.text("goods-filter")))
            .push(sold)
            .push(chip::flow(choices))
            .push(text::strong(words.text("goods-col-category")))
            .push(chip::flow(std::iter::once(all).chain(categories)));
        let clear = button::secondary(words.text("goods-filter-clear"))
            .tall()
            .on_press_maybe((filter.narrows() > 0).then_some(Message::FilterCleared));
        let show = button::primary(words.text_with("goods-filter-show", &told))
            .fill()
            .on_press(Message::DialogClosed);
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(clear))
            .push(Element::from(show));
        Dialog::new(column)
            .width_max(760.0)
            .foot(foot)
            .on_outside(Message::DialogClosed)
    }
}
