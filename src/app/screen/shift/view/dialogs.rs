//! How the drawer's other dialogs look.

use iced::widget::container;
use iced::{Alignment, Length};

use super::super::dialog::{
    Closing, Dialog as Open, Edited, HandOver, Moving, Opening, Shown, money,
};
use super::super::{Cash, Message, Switch};
use super::{said, waiting};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::pin::PinEntry;
use crate::app::theme::{size, space, style, target};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, amount, button, chip, field, keypad, press, text, well,
};
use crate::domain::shift::{Asks, Counted, MoveKind};

/// The width of a dialog with keys, in logical pixels.
const WIDE: f32 = 860.0;
/// The width of the keys, in logical pixels.
const KEYS: f32 = 290.0;
/// The width of a report: 48 letters of the paper fit.
const PAPER: f32 = 480.0;

const IN: [&str; 2] = ["shift-why-change", "shift-why-bank"];
const OUT: [&str; 3] = [
    "shift-why-bread",
    "shift-why-supplier",
    "shift-why-transport",
];
const DROP: [&str; 2] = ["shift-why-too-much", "shift-why-end"];
const DRAWER: [&str; 2] = ["shift-why-change-note", "shift-why-check"];
const DIFFERENCE: [&str; 3] = [
    "shift-why-wrong-change",
    "shift-why-coins",
    "shift-why-unknown",
];

impl Cash {
    pub(super) fn dialog_of<'a>(
        &'a self,
        dialog: &'a Open,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        match dialog {
            Open::Open(float) => self.open_dialog(float.value(), context),
            Open::LeftOpen => self.left_open_dialog(context),
            Open::Move(moving) if moving.asks => self.sure_dialog(moving, context),
            Open::Move(moving) => self.move_dialog(moving, context),
            Open::Drawer(opening) => self.drawer_dialog(opening, context),
            Open::Count(counting) => self.count_dialog(counting, context),
            Open::Close(closing) => self.close_dialog(closing, context),
            Open::HandOver(over) => self.hand_over_dialog(over, context),
            Open::Paper(shown) => self.paper_dialog(shown, context),
            Open::Rules(edited) => self.rules_dialog(*edited, context),
        }
    }

    fn open_dialog<'a>(&'a self, float: u64, context: &Context<'a>) -> Dialog<'a, Message> {
        let words = context.words;
        let standing = self.standing.as_ref();
        let waits = standing.and_then(|of| waiting(&of.desk.waiting, context));
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text("shift-open-title")))
            .push(text::body(words.text("shift-open-what")).style(style::muted))
            .push(amount::amount(
                words.text("shift-float-short"),
                words.money(money(float)),
                true,
            ))
            .push(waits)
            .push(self.refused_banner(context.words));
        self.beside_keys(left, context, "shift-open", Icon::Wallet)
    }

    fn left_open_dialog<'a>(&'a self, context: &Context<'a>) -> Dialog<'a, Message> {
        let words = context.words;
        let standing = self.standing.as_ref();
        let shift = standing.and_then(|of| of.desk.shift.as_ref());
        let what = shift.map(|shift| {
            let told = [
                ("at", words.date_time(shift.opened).into()),
                ("by", (&shift.by_name).into()),
            ];
            text::body(words.text_with("shift-left-open-what", &told))
        });
        let body = Column::new()
            .spacing(space::M)
            .push(text::title(words.text("shift-left-open-title")))
            .push(what);
        Dialog::new(body).foot(self.foot(context, "shift-count-and-close", Icon::Calculator))
    }

    fn move_dialog<'a>(&'a self, moving: &'a Moving, context: &Context<'a>) -> Dialog<'a, Message> {
        let words = context.words;
        let (title, what, icon, reasons): (_, _, _, &[&str]) = match moving.kind {
            MoveKind::PaidIn => ("shift-in", "shift-in-what", Icon::ArrowDown, &IN),
            MoveKind::PaidOut => ("shift-out", "shift-out-what", Icon::ArrowUp, &OUT),
            MoveKind::Drop => ("shift-drop", "shift-drop-what", Icon::PiggyBank, &DROP),
        };
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text(title)))
            .push(text::body(words.text(what)).style(style::muted))
            .push(amount::amount(
                words.text("shift-amount"),
                words.money(money(moving.amount)),
                true,
            ))
            .push(self.reasons(reasons, &moving.reason, "shift-reason", context))
            .push(self.refused_banner(context.words));
        self.beside_keys(left, context, "shift-note-it", icon)
    }

    /// The amount in large letters, and whether it is meant.
    fn sure_dialog<'a>(&'a self, moving: &'a Moving, context: &Context<'a>) -> Dialog<'a, Message> {
        let words = context.words;
        let kind = words.text(match moving.kind {
            MoveKind::PaidIn => "shift-in",
            MoveKind::PaidOut => "shift-out",
            MoveKind::Drop => "shift-drop",
        });
        let figure = money(moving.amount);
        let body = Column::new()
            .spacing(space::L)
            .push(text::title(words.text("accounts-sure-title")))
            .push(amount::result(kind, words.money(figure)))
            .push(text::body(words.text("accounts-sure-what")).style(style::muted));
        let change = button::secondary(words.text("accounts-sure-change"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::Dismissed));
        let told = [("amount", figure.into())];
        let sure = button::primary(words.text_with("accounts-sure-yes", &told))
            .icon(Icon::Check)
            .fill()
            .on_press_maybe((!self.asked).then_some(Message::Sure));
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(change))
            .push(Element::from(sure));
        Dialog::new(body).foot(foot)
    }

    fn drawer_dialog<'a>(
        &'a self,
        opening: &'a Opening,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        let words = context.words;
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text("shift-drawer")))
            .push(text::body(words.text("shift-drawer-what")).style(style::muted))
            .push(self.reasons(&DRAWER, &opening.reason, "shift-reason", context))
            .push(self.refused_banner(context.words));
        let foot = self.foot(context, "shift-drawer-now", Icon::Coins);
        if !opening.needs_pin {
            return Dialog::new(left).foot(foot);
        }
        let pin = approval("shift-drawer-pin", &opening.entry, context);
        beside(left, pin).foot(foot)
    }

    fn close_dialog<'a>(
        &'a self,
        closing: &'a Closing,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        let words = context.words;
        let key = match closing.asks {
            Asks::Nothing => "shift-close-fits",
            Asks::Explanation => "shift-close-explain",
            Asks::Approval => "shift-close-approve",
        };
        let explained = (closing.asks != Asks::Nothing).then(|| {
            self.reasons(
                &DIFFERENCE,
                &closing.explanation,
                "shift-explanation",
                context,
            )
        });
        let next = amount::pair(
            words.text("shift-next-float"),
            words.money(closing.next_float),
        );
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text("shift-close")))
            .push(differences(&closing.counted, context))
            .push(text::body(words.text(key)).style(style::muted))
            .push(explained)
            .push(next)
            .push(self.refused_banner(context.words));
        let again = button::secondary(words.text("shift-count-again"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::CountAgain));
        let close = button::primary(words.text("shift-close-now"))
            .icon(Icon::Check)
            .fill()
            .on_press_maybe(self.is_ready().then_some(Message::Confirmed));
        let foot = Row::new()
            .spacing(space::S)
            .push(self.dismiss(context))
            .push(Element::from(again))
            .push(Element::from(close));
        match closing.asks {
            Asks::Approval => {
                let pin = approval("shift-difference-pin", &closing.entry, context);
                beside(left, pin).foot(foot)
            }
            Asks::Nothing | Asks::Explanation => Dialog::new(left).foot(foot),
        }
    }

    fn hand_over_dialog<'a>(
        &'a self,
        over: &'a HandOver,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        let words = context.words;
        let told = [("name", (&context.user.name).into())];
        let count = match &over.counted {
            Some(counted) => differences(counted, context),
            None => switch(
                words.text("shift-count-first"),
                false,
                Switch::CountFirst,
                context,
            ),
        };
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text("shift-hand-over")))
            .push(text::body(words.text_with("shift-hand-over-what", &told)).style(style::muted))
            .push(count)
            .push(self.refused_banner(context.words));
        let pin = approval("shift-hand-over-pin", &over.entry, context);
        beside(left, pin).foot(self.foot(context, "shift-hand-over-now", Icon::UserCheck))
    }

    fn paper_dialog<'a>(&'a self, shown: &'a Shown, context: &Context<'a>) -> Dialog<'a, Message> {
        let words = context.words;
        let title = match shown.number {
            Some(number) => words.text_with("shift-z-title", &[("number", number.into())]),
            None => words.text("shift-x-title"),
        };
        let letters = text::mono(shown.text.as_str())
            .size(size::CAPTION)
            .wrapping(iced::widget::text::Wrapping::None);
        let sheet = container(letters).center_x(Length::Fill);
        // It scrolls with the dialog: a finger would not know which of two lists it moves.
        let paper = well(sheet).width(Length::Fill);
        let body = Column::new()
            .spacing(space::M)
            .push(text::title(title))
            .push(paper)
            .push(self.refused_banner(context.words));
        let key = match shown.number {
            Some(_) => "shift-print-copy",
            None => "shift-print",
        };
        let close = button::secondary(words.text("shift-put-away"))
            .tall()
            .on_press(Message::Dismissed);
        let print = button::primary(words.text(key))
            .icon(Icon::Printer)
            .fill()
            .on_press(Message::PrintPressed);
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(close))
            .push(Element::from(print));
        Dialog::new(body).foot(foot).width_max(PAPER)
    }

    fn rules_dialog<'a>(&'a self, edited: Edited, context: &Context<'a>) -> Dialog<'a, Message> {
        let words = context.words;
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text("shift-rules")))
            .push(switch(
                words.text("shift-required"),
                edited.required,
                Switch::Required,
                context,
            ))
            .push(switch(
                words.text("shift-blind"),
                edited.blind,
                Switch::Blind,
                context,
            ))
            .push(text::body(words.text("shift-tolerance-what")).style(style::muted))
            .push(amount::amount(
                words.text("shift-tolerance"),
                words.money(money(edited.tolerance)),
                true,
            ))
            .push(self.refused_banner(context.words));
        self.beside_keys(left, context, "shift-save", Icon::Check)
    }

    /// What is usual to press, and a field for anything else.
    fn reasons<'a>(
        &'a self,
        usual: &[&str],
        reason: &'a str,
        key: &str,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let usual = usual.iter().map(|key| {
            let usual = words.text(key);
            let chosen = reason == usual;
            chip::choice(usual.clone(), chosen, Message::ReasonChanged(usual))
        });
        let usual = Row::with_children(usual).spacing(space::S).wrap();
        let own = field(&words.text(key), reason)
            .on_input_maybe((!self.asked).then_some(Message::ReasonChanged));
        Column::new()
            .spacing(space::S)
            .push(usual.vertical_spacing(space::S))
            .push(own)
            .into()
    }

    fn beside_keys<'a>(
        &'a self,
        left: Column<'a, Message>,
        context: &Context<'a>,
        key: &str,
        icon: Icon,
    ) -> Dialog<'a, Message> {
        let keys = container(keypad::fitted(Message::KeyPressed, true)).width(KEYS);
        beside(left, keys.into()).foot(self.foot(context, key, icon))
    }

    fn foot<'a>(&'a self, context: &Context<'a>, key: &str, icon: Icon) -> Element<'a, Message> {
        let act = button::primary(context.words.text(key))
            .icon(icon)
            .fill()
            .on_press_maybe(self.is_ready().then_some(Message::Confirmed));
        Row::new()
            .spacing(space::S)
            .push(self.dismiss(context))
            .push(Element::from(act))
            .into()
    }
}

fn beside<'a>(left: Column<'a, Message>, right: Element<'a, Message>) -> Dialog<'a, Message> {
    let both = Row::new().spacing(space::XL).push(left).push(right);
    Dialog::new(both).width_max(WIDE)
}

fn approval<'a>(key: &str, entry: &PinEntry, context: &Context<'a>) -> Element<'a, Message> {
    Column::new()
        .spacing(space::M)
        .width(KEYS)
        .align_x(Alignment::Center)
        .push(text::strong(context.words.text(key)))
        .push(entry.dots())
        .push(keypad::fitted(Message::KeyPressed, true))
        .into()
}

/// Tender by tender: what was counted, and the difference in words.
fn differences<'a>(counted: &[Counted], context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let lines = counted.iter().map(|of| {
        let (mood, icon, said) = said(of.difference(), context);
        let tender = words.text(&format!("ticket-tender-{}", of.kind.code()));
        let told = [
            ("counted", of.counted.into()),
            ("expected", of.expected.into()),
        ];
        let both = words.text_with("shift-counted-expected", &told);
        let what = Column::new()
            .width(Length::Fill)
            .push(text::strong(tender))
            .push(text::small(both).style(style::muted));
        Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(what)
            .push(chip::status(mood, icon, said))
            .into()
    });
    Column::with_children(lines).spacing(space::S).into()
}

/// A switch as wide as its place: a word says how it is.
fn switch<'a>(
    label: String,
    on: bool,
    which: Switch,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let state = context
        .words
        .text(if on { "shift-on" } else { "shift-off" });
    let (mood, sign) = match on {
        true => (Mood::Ok, Icon::CircleCheck),
        false => (Mood::Neutral, Icon::Circle),
    };
    let line = Row::new()
        .spacing(space::M)
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .push(container(text::strong(label)).width(Length::Fill))
        .push(chip::status(mood, sign, state));
    press(line)
        .on_press(Message::Switched(which, !on))
        .width(Length::Fill)
        .height(target::MEDIUM)
        .padding([0.0, space::M])
        .style(|theme, _| style::card(theme))
        .into()
}
