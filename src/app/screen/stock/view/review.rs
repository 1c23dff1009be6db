//! What a count differs by, what becomes of the rest, why, and who answers for it.

use iced::widget::space as gap;
use iced::{Alignment, Length, Size};

use super::super::Message as Screen;
use super::super::count::{Counting, Message, Open, Review};
use super::super::find::Shelf;
use super::{LOW, refused};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{Column, Dialog, Element, Row, button, chip, field, keypad, table, text};
use crate::domain::Quantity;
use crate::domain::stock::{CountLine, Counted, NotCounted};
use crate::i18n::I18n;
use crate::till::stock::POST;

/// The width of the keys, in logical pixels.
const KEYS_WIDTH: f32 = 264.0;
/// The most differences that are laid out; the sums are of all.
const SHOWN_MAX: usize = 40;

const LINES: table::Table<4> = table::Table([
    table::share(1),
    table::fixed(120.0).end(),
    table::fixed(80.0).end(),
    table::fixed(110.0).end(),
]);

const REASONS: [&str; 3] = [
    "stock-count-why-month",
    "stock-count-why-mistake",
    "stock-count-why-missing",
];

impl Counting {
    pub(super) fn dialog<'a>(
        &'a self,
        shelf: Option<&'a Shelf>,
        room: Size,
        context: &Context<'a>,
    ) -> Option<Dialog<'a, Screen>> {
        match self.open.as_ref()? {
            Open::Review(review) => Some(self.review_view(review, shelf, room, context)),
            Open::Drop => Some(self.drop_view(context.words).map(Screen::Count)),
        }
    }

    fn drop_view<'a>(&'a self, words: &I18n) -> Dialog<'a, Message> {
        let content = Column::new()
            .spacing(space::M)
            .push(text::title(words.text("stock-count-drop-title")))
            .push(text::body(words.text("stock-count-drop-what")))
            .push(refused(self.refused.as_deref()));
        let no = button::secondary(words.text("stock-back"))
            .tall()
            .on_press_maybe((!self.busy).then_some(Message::Dismissed));
        let yes = button::danger(words.text("stock-count-drop"))
            .icon(Icon::Trash)
            .tall()
            .on_press_maybe((!self.busy).then_some(Message::Confirmed));
        Dialog::new(content).foot(foot(no, yes))
    }

    fn review_view<'a>(
        &'a self,
        review: &'a Review,
        shelf: Option<&'a Shelf>,
        room: Size,
        context: &Context<'a>,
    ) -> Dialog<'a, Screen> {
        let words = context.words;
        let may_post = context.user.may(POST);
        let lines = self.lines(review);
        let sum = Counting::sum(&lines, shelf);
        let differs = sum.differences > 0;
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text("stock-review-title")))
            .push(self.rest(review, words))
            .push(differences(&lines, shelf, words))
            .push(sums(sum, words))
            .push(differs.then(|| why(review, words)))
            .push(refused(self.refused.as_deref()));
        let left = Element::from(left).map(Screen::Count);
        let low = room.height < LOW;
        let right = (differs && !may_post).then(|| {
            Column::new()
                .spacing(space::M)
                .width(KEYS_WIDTH)
                .align_x(Alignment::Center)
                .push(text::strong(words.text("stock-review-approval")))
                .push(review.entry.dots())
                .push(match low {
                    true => keypad::fitted(Screen::KeyPressed, true),
                    false => keypad::figures(Screen::KeyPressed),
                })
        });
        let ready = self.is_ready(review, may_post) && !self.busy;
        let no = button::secondary(words.text("stock-back"))
            .tall()
            .on_press_maybe((!self.busy).then_some(Screen::Count(Message::Dismissed)));
        let yes = button::primary(words.text("stock-review-post"))
            .icon(Icon::Check)
            .tall()
            .on_press_maybe(ready.then_some(Screen::Count(Message::Confirmed)));
        let both = Row::new().spacing(space::XL).push(left).push(right);
        Dialog::new(both).width_max(940.0).foot(foot(no, yes))
    }

    /// What becomes of what nobody counted: it must be said.
    fn rest<'a>(&'a self, review: &Review, words: &I18n) -> Option<Element<'a, Message>> {
        let count = self.state.as_ref().map_or(0, |state| state.rest.len());
        let choice = |key: &str, of: NotCounted| {
            let chosen = review.rest == Some(of);
            chip::choice(words.text(key), chosen, Message::RestChosen(of))
        };
        let chips = [
            choice("stock-rest-leave", NotCounted::Leave),
            choice("stock-rest-zero", NotCounted::Zero),
        ];
        let told = [("count", count.into())];
        let asked = Column::new()
            .spacing(space::S)
            .push(text::strong(words.text_with("stock-rest", &told)))
            .push(chip::flow(chips));
        (count > 0).then(|| asked.into())
    }
}

fn foot<'a, M: Clone + 'a>(
    no: impl Into<Element<'a, M>>,
    yes: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    Row::new()
        .spacing(space::S)
        .push(gap::horizontal())
        .push(no.into())
        .push(yes.into())
        .into()
}

fn differences<'a>(
    lines: &[CountLine],
    shelf: Option<&'a Shelf>,
    words: &I18n,
) -> Element<'a, Message> {
    let differing: Vec<&CountLine> = lines
        .iter()
        .filter(|line| line.difference() != Quantity::ZERO)
        .collect();
    if differing.is_empty() {
        return text::body(words.text("stock-review-equal")).into();
    }
    let head = LINES.head([
        words.text("stock-col-product"),
        words.text("stock-col-expected"),
        words.text("stock-col-difference"),
        words.text("stock-col-value"),
    ]);
    let all = differing.len();
    let rows = differing.into_iter().take(SHOWN_MAX).map(|line| {
        let item = shelf.and_then(|shelf| shelf.get(line.product));
        let name = item.map_or("", |item| item.name.as_str());
        let difference = line.difference();
        let value = item.and_then(|item| item.cost);
        let value = value.map(|cost| words.money(cost.times(difference.decimal())));
        let told = [
            ("expected", line.expected.into()),
            ("counted", line.counted.into()),
        ];
        LINES.row([
            text::body(name).into(),
            text::small(words.text_with("stock-review-counted", &told))
                .style(style::muted)
                .into(),
            text::strong(signed(difference, words)).into(),
            text::body(value.unwrap_or_else(|| "–".to_owned())).into(),
        ])
    });
    let more = all.saturating_sub(SHOWN_MAX);
    let more = (more > 0).then(|| {
        let told = [("count", more.into())];
        text::small(words.text_with("stock-review-more", &told)).style(style::muted)
    });
    Column::new()
        .push(head)
        .push(table::rows(rows))
        .push(more)
        .into()
}

/// «+3» or «−2».
fn signed(quantity: Quantity, words: &I18n) -> String {
    match quantity > Quantity::ZERO {
        true => format!("+{}", words.quantity(quantity)),
        false => words.quantity(quantity),
    }
}

fn sums<'a>(sum: Counted, words: &I18n) -> Element<'a, Message> {
    let told = [
        ("missing", sum.missing.into()),
        ("more", sum.more.into()),
        ("count", sum.without_cost.into()),
    ];
    let without = (sum.without_cost > 0).then(|| {
        text::small(words.text_with("stock-review-without-cost", &told)).style(style::caution_ink)
    });
    Column::new()
        .push(text::strong(words.text_with("stock-review-sums", &told)))
        .push(without)
        .into()
}

fn why<'a>(review: &'a Review, words: &I18n) -> Element<'a, Message> {
    let reasons = REASONS.map(|key| {
        let reason = words.text(key);
        let chosen = review.reason == reason;
        chip::choice(reason.clone(), chosen, Message::ReasonTyped(reason))
    });
    let reason =
        field(&words.text("stock-review-reason"), &review.reason).on_input(Message::ReasonTyped);
    Column::new()
        .spacing(space::S)
        .push(chip::flow(reasons))
        .push(reason)
        .into()
}
