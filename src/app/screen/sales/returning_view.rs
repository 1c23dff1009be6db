//! How the dialog looks in which something goes back.

use iced::widget::space as gap;
use iced::{Alignment, Length};

use super::Message;
use super::names::Names;
use super::returning::{Message as Told, Pick, Returning, Step};
use super::view::KEYS_WIDTH;
use crate::app::icon::Icon;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, amount, banner, beside, button, chip, clamp, field, keypad,
    stepper, table, text,
};
use crate::domain::catalogue::Unit;
use crate::domain::refund::{Goods, Original, Plan, SoldLine};
use crate::domain::{Money, Quantity};
use crate::i18n::I18n;

/// The reason after which goods are not sold again.
const WENT_BAD: &str = "refund-reason-bad";
const REASONS: [&str; 3] = [WENT_BAD, "refund-reason-wrong", "refund-reason-unwanted"];
/// Room for the quantity and its two buttons, in logical pixels.
const STEPPER_WIDTH: f32 = 140.0;
/// The least of a product's name that is worth a place beside what becomes of it, in logical pixels.
const NAME_BESIDE: f32 = 140.0;

impl Returning {
    pub(super) fn dialog<'a>(&'a self, names: &Names, words: &I18n) -> Dialog<'a, Message> {
        match self.step {
            Step::Lines => self.lines_dialog(names, words),
            Step::Approval => self.approval_dialog(names, words),
        }
    }

    fn title(&self, words: &I18n) -> String {
        let key = match self.exchange {
            false => "refund-title",
            true => "refund-title-exchange",
        };
        words.text_with(key, &[("number", self.of.number.to_string().into())])
    }

    fn lines_dialog<'a>(&'a self, names: &Names, words: &I18n) -> Dialog<'a, Message> {
        let all = button::ghost(words.text("refund-all")).on_press(told(Told::AllPressed));
        let head = Row::new()
            .align_y(Alignment::Center)
            .push(text::title(self.title(words)).width(Length::Fill))
            .push(Element::from(all));
        let what = match self.exchange {
            false => "refund-what",
            true => "refund-what-exchange",
        };
        let rows = self
            .lines()
            .map(|(sold, pick)| line(sold, (pick, self.goods(pick)), words));
        let body = Column::new()
            .spacing(space::M)
            .push(head)
            .push(text::body(words.text(what)).style(style::muted))
            .push(table::rows(rows));
        let plan = self.plan().ok();
        let on = button::primary(words.text("refund-go-on"))
            .icon(Icon::ArrowRight)
            .fill()
            .on_press_maybe(plan.is_some().then_some(told(Told::StepPressed)));
        let keep = button::secondary(words.text("refund-keep"))
            .tall()
            .on_press(told(Told::Dismissed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(keep))
            .push(Element::from(on));
        let foot = Column::new()
            .spacing(space::M)
            .push(comes_to(&self.of, plan.as_ref(), names, words))
            .push(buttons);
        Dialog::new(body).foot(foot).width_max(760.0)
    }

    fn approval_dialog<'a>(&'a self, names: &Names, words: &I18n) -> Dialog<'a, Message> {
        let keys = Column::new()
            .spacing(space::M)
            .width(KEYS_WIDTH)
            .align_x(Alignment::Center)
            .push(text::strong(words.text("sales-approval")))
            .push(self.entry.dots())
            .push(keypad::figures(Message::KeyPressed));
        let both = Row::new()
            .spacing(space::XL)
            .push(self.why(names, words))
            .push(keys);
        Dialog::new(both).width_max(840.0)
    }

    fn why<'a>(&'a self, names: &Names, words: &I18n) -> Element<'a, Message> {
        let changed = |reason| told(Told::ReasonChanged(reason));
        let reasons = REASONS.map(|key| {
            let reason = words.text(key);
            let chosen = self.reason == reason;
            let pressed = match key == WENT_BAD {
                true => told(Told::WentBad(reason.clone())),
                false => changed(reason.clone()),
            };
            chip::choice(reason, chosen, pressed)
        });
        let reasons = Row::with_children(reasons).spacing(space::S).wrap();
        let reason = field(&words.text("sales-reason"), &self.reason)
            .on_input_maybe((!self.asked).then_some(changed));
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        let back = button::secondary(words.text("refund-back"))
            .tall()
            .on_press_maybe((!self.asked).then_some(told(Told::Dismissed)));
        let now = button::danger(words.text(match self.exchange {
            false => "refund-now",
            true => "refund-now-exchange",
        }))
        .icon(Icon::Undo)
        .fill()
        .on_press_maybe(self.is_ready().then_some(told(Told::Confirmed)));
        let plan = self.plan().ok();
        Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(self.title(words)))
            .push(comes_to(&self.of, plan.as_ref(), names, words))
            .push(reasons.vertical_spacing(space::S))
            .push(reason)
            .push(Column::with_children(self.become_what(words)).spacing(space::XS))
            .push(refused)
            .push(gap().height(space::S))
            .push(
                Row::new()
                    .spacing(space::S)
                    .push(Element::from(back))
                    .push(Element::from(now)),
            )
            .into()
    }
}

impl Returning {
    /// What becomes of what goes back, once there is a reason for it: said before it is confirmed, and changed
    /// here.
    fn become_what<'a>(&'a self, words: &I18n) -> Vec<Element<'a, Message>> {
        let picked = self
            .lines()
            .filter(|(_, pick)| pick.quantity > Quantity::ZERO);
        let picked = picked.filter(|_| !self.reason.is_empty());
        let row = |(sold, pick): (&'a SoldLine, Pick)| {
            let name = clamp(sold.name.as_str(), 1);
            let becomes = goods_chips(sold.line, self.goods(pick), words);
            beside(name, NAME_BESIDE, becomes)
        };
        picked.map(row).collect()
    }
}

fn goods_chips<'a>(line: i64, becomes: Goods, words: &I18n) -> Element<'a, Message> {
    let goods = |goods: Goods, key: &str| {
        let chosen = told(Told::GoodsChosen(line, goods));
        chip::choice(words.text(key), becomes == goods, chosen)
    };
    Row::new()
        .spacing(space::S)
        .push(goods(Goods::Stock, "refund-to-stock"))
        .push(goods(Goods::Spoiled, "refund-spoiled"))
        .into()
}

const fn told(message: Told) -> Message {
    Message::Returning(message)
}

fn line<'a>(
    sold: &'a SoldLine,
    (pick, becomes): (Pick, Goods),
    words: &I18n,
) -> Element<'a, Message> {
    let left = sold.left();
    let shown = |quantity: Quantity| match sold.unit {
        Unit::Each => words.quantity(quantity),
        Unit::Kilogram => format!("{} kg", words.quantity(quantity)),
    };
    let of = [
        ("left", shown(left).into()),
        ("paid", sold.sold.paid.into()),
    ];
    let under = match left > Quantity::ZERO {
        true => words.text_with("refund-left", &of),
        false => words.text("refund-none-left"),
    };
    let name = Column::new()
        .width(Length::Fill)
        .push(clamp(sold.name.as_str(), 1).strong())
        .push(text::small(under).style(style::muted));
    let step = |by: i8, can: bool| can.then_some(told(Told::Stepped(sold.line, by)));
    let how_many = stepper(
        shown(pick.quantity),
        step(-1, pick.quantity > Quantity::ZERO),
        step(1, pick.quantity < left),
    );
    let some = pick.quantity > Quantity::ZERO;
    let goods = some.then(|| goods_chips(sold.line, becomes, words));
    Row::new()
        .spacing(space::M)
        .padding([space::S, 0.0])
        .align_y(Alignment::Center)
        .push(name)
        .push(goods)
        .push(iced::widget::container(how_many).width(STEPPER_WIDTH))
        .into()
}

/// How much goes back, and by which tenders.
fn comes_to<'a>(
    of: &Original,
    plan: Option<&Plan>,
    names: &Names,
    words: &I18n,
) -> Element<'a, Message> {
    let money = plan.map_or(Money::ZERO, Plan::money);
    let by: Vec<String> = plan
        .into_iter()
        .flat_map(|plan| &plan.payments)
        .map(|back| {
            format!(
                "{} {}",
                names.name(back.kind, words),
                words.money(back.amount)
            )
        })
        .collect();
    let kept = plan.map_or(Money::ZERO, |plan| of.kept(plan));
    let kept = kept.is_positive().then(|| {
        let said = words.text_with("refund-kept", &[("kept", kept.into())]);
        text::small(said).style(style::caution_ink)
    });
    let by = match (plan, by.is_empty()) {
        (None, _) => words.text("refund-nothing-chosen"),
        (Some(_), true) => words.text("refund-no-money"),
        (Some(_), false) => by.join(" + "),
    };
    Column::new()
        .push(amount::total(
            words.text("refund-total"),
            words.money(money),
        ))
        .push(text::small(by).style(style::muted))
        .push(kept)
        .into()
}
