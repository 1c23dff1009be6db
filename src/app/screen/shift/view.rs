//! How the drawer looks: its shift at a glance, big buttons, and beside them what moved and the Zs.

mod count;
mod dialogs;

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::{Cash, Message, Side, Standing};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, card, chip, clamp, empty, fit, scroll,
    segmented, table, text,
};
use crate::domain::Money;
use crate::domain::shift::{Drawer, MoveKind, Report, Shift, WithoutShift};
use crate::domain::user::Right;
use crate::printing::shift::{difference, move_key};

const MOVES: table::Table<2> = table::Table([table::share(1), table::fixed(120.0).end()]);
const ZS: table::Table<3> = table::Table([
    table::fixed(44.0),
    table::share(1),
    table::fixed(92.0).end(),
]);

impl Cash {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let left: Element<'_, Message> = match &self.standing {
            None => gap().into(),
            Some(standing) => match (&standing.desk.shift, &standing.report) {
                (Some(shift), Some(report)) => self.open_shift(shift, report, context),
                _ => closed(standing, context),
            },
        };
        let body = Row::new()
            .spacing(space::L)
            .push(container(left).width(Length::FillPortion(5)))
            .push(container(self.right(context)).width(Length::FillPortion(4)))
            .height(Length::Fill);
        container(body)
            .padding(space::L)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }

    /// The dialog that lies over whatever place is shown.
    #[must_use]
    pub fn dialog<'a>(&'a self, context: &Context<'a>) -> Option<Dialog<'a, Message>> {
        let dialog = self.dialog.as_ref()?;
        Some(self.dialog_of(dialog, context))
    }

    fn open_shift<'a>(
        &'a self,
        shift: &Shift,
        report: &'a Report,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let left_open = shift.was_left_open(context.now).then(|| {
            let day = [("day", shift.day.into())];
            let what = words.text_with("shift-left-open", &day);
            let todo = words.text("shift-left-open-todo");
            banner(Mood::Warn, what, Some(todo.into()), vec![])
        });
        let told = [
            ("at", words.date_time(shift.opened).into()),
            ("by", (&shift.by_name).into()),
        ];
        let since = words.text_with("shift-opened-line", &told);
        let cash = report.cash().map(Drawer::expected);
        let expected = match (self.rules.blind, cash) {
            (false, Some(expected)) => words.money(expected),
            _ => words.text("shift-hidden"),
        };
        let figures = Row::new()
            .spacing(space::L)
            .push(figure(
                words.text("shift-tally-sales"),
                report.sales.count.to_string(),
            ))
            .push(figure(
                words.text("shift-net-short"),
                words.money(report.net()),
            ))
            .push(figure(
                words.text("shift-float-short"),
                words.money(shift.float),
            ))
            .push(figure(words.text("shift-cash-short"), expected));
        let glance = Column::new()
            .spacing(space::M)
            .push(text::small(since).style(style::muted))
            .push(figures)
            .push(self.counted_already(context));
        Column::new()
            .spacing(space::M)
            .push(left_open)
            .push(card(glance).width(Length::Fill))
            .push(gap::vertical())
            .push(buttons(context))
            .into()
    }

    /// A count that still holds: the program ended between it and the close.
    fn counted_already<'a>(&'a self, context: &Context<'a>) -> Option<Element<'a, Message>> {
        let standing = self.standing.as_ref()?;
        standing.desk.counted.as_ref()?;
        let label = context.words.text("shift-counted-already");
        Some(chip::status(Mood::Neutral, Icon::Calculator, label))
    }

    fn right<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let sides = segmented(
            [
                (words.text("shift-side-moves"), Side::Moves),
                (words.text("shift-side-zs"), Side::Zs),
            ],
            &self.side,
            Message::SideChosen,
        );
        let list = match self.side {
            Side::Moves => self.moves(context),
            Side::Zs => self.zs(context),
        };
        let column = Column::new()
            .spacing(space::M)
            .push(sides)
            .push(container(list).height(Length::Fill));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn moves<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let report = self.standing.as_ref().and_then(|of| of.report.as_deref());
        let moves = report.map(|report| report.moves.as_slice());
        let moves = moves.unwrap_or_default();
        if moves.is_empty() {
            let (none, todo) = ("shift-no-moves", "shift-no-moves-todo");
            return empty(
                Icon::ArrowRightLeft,
                words.text(none),
                words.text(todo),
                None,
            );
        }
        let rows = moves.iter().rev().map(|moved| {
            let amount = match moved.kind {
                MoveKind::PaidIn => moved.amount,
                MoveKind::PaidOut | MoveKind::Drop => -moved.amount,
            };
            let kind = words.text(move_key(moved.kind));
            let when = format!("{} · {kind}", words.time(moved.at));
            let what = Column::new()
                .push(clamp(moved.reason.as_str(), 1).strong())
                .push(text::small(when).style(style::muted));
            MOVES.tall_row([what.into(), fit::strong(words.money(amount)).into()])
        });
        scroll(clear_of_rail(table::rows(rows)))
            .height(Length::Fill)
            .into()
    }

    fn zs<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let zs = self.standing.as_ref().map(|of| of.zs.as_slice());
        let zs = zs.unwrap_or_default();
        if zs.is_empty() {
            let (none, todo) = ("shift-no-zs", "shift-no-zs-todo");
            return empty(Icon::Receipt, words.text(none), words.text(todo), None);
        }
        let rows = zs.iter().map(|z| {
            let fits = z.difference.is_zero();
            let said = text::small(difference(z.difference, words));
            let said = if fits {
                said.style(style::muted)
            } else {
                said.style(style::caution_ink)
            };
            let closed = fit::body(words.date(z.at.day()));
            let who = Column::new().push(closed).push(said);
            let cells = [
                fit::strong(format!("Z {}", z.number)).into(),
                who.into(),
                fit::strong(words.money(z.net)).into(),
            ];
            ZS.press_row(cells, false, Message::ZChosen(z.number))
        });
        scroll(clear_of_rail(table::rows(rows)))
            .height(Length::Fill)
            .into()
    }
}

fn figure<'a>(label: String, value: String) -> Element<'a, Message> {
    Column::new()
        .width(Length::Fill)
        .push(text::small(label).style(style::muted))
        .push(fit::figure(value))
        .into()
}

/// Amounts end before the rail.
fn clear_of_rail(rows: Column<'_, Message>) -> Element<'_, Message> {
    container(rows)
        .padding(iced::Padding::new(0.0).right(space::M))
        .into()
}

/// No shift is open: what to do first, and what waits for it.
fn closed<'a>(standing: &Standing, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let open = button::primary(words.text("shift-open"))
        .icon(Icon::Wallet)
        .on_press(Message::OpenPressed);
    let nothing = empty(
        Icon::Wallet,
        words.text("shift-none"),
        words.text("shift-none-todo"),
        Some(open.into()),
    );
    let rules = context.user.may(Right::Settings).then(|| rules(context));
    Column::new()
        .spacing(space::M)
        .push(waiting(&standing.desk.waiting, context))
        .push(card(nothing).width(Length::Fill).height(Length::Fill))
        .push(rules)
        .into()
}

/// What was sold without a shift goes into the next one.
fn waiting<'a>(waiting: &WithoutShift, context: &Context<'a>) -> Option<Element<'a, Message>> {
    if waiting.is_empty() {
        return None;
    }
    let told = [
        ("count", waiting.sales.count.into()),
        ("amount", waiting.sales.amount.into()),
    ];
    let what = context.words.text_with("shift-waiting", &told);
    let more = context.words.text("shift-waiting-more");
    Some(banner(Mood::Neutral, what, Some(more.into()), vec![]))
}

fn buttons<'a>(context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let act = |icon, key: &str, message| {
        let act = button::secondary(words.text(key)).icon(icon).fill();
        Element::from(act.on_press(message))
    };
    let row = |acts: [Element<'a, Message>; 3]| {
        Row::with_children(acts)
            .spacing(space::S)
            .width(Length::Fill)
    };
    let first = row([
        act(
            Icon::ArrowDown,
            "shift-in",
            Message::MovePressed(MoveKind::PaidIn),
        ),
        act(
            Icon::ArrowUp,
            "shift-out",
            Message::MovePressed(MoveKind::PaidOut),
        ),
        act(
            Icon::PiggyBank,
            "shift-drop",
            Message::MovePressed(MoveKind::Drop),
        ),
    ]);
    let second = row([
        act(Icon::Coins, "shift-drawer", Message::DrawerPressed),
        act(Icon::FileText, "shift-x", Message::XPressed),
        act(Icon::Users, "shift-hand-over", Message::HandOverPressed),
    ]);
    let close = button::primary(words.text("shift-close"))
        .icon(Icon::Calculator)
        .fill()
        .on_press(Message::ClosePressed);
    let rules = context.user.may(Right::Settings).then(|| rules(context));
    let last = Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(Element::from(close))
        .push(rules);
    Column::new()
        .spacing(space::S)
        .push(first)
        .push(second)
        .push(last)
        .into()
}

fn rules<'a>(context: &Context<'a>) -> Element<'a, Message> {
    button::secondary(context.words.text("shift-rules"))
        .icon(Icon::SlidersHorizontal)
        .tall()
        .on_press(Message::RulesPressed)
        .into()
}

/// A difference in words, and how it looks.
fn said(of: Money, context: &Context<'_>) -> (Mood, Icon, String) {
    let (mood, icon) = match of.is_zero() {
        true => (Mood::Ok, Icon::CircleCheck),
        false => (Mood::Warn, Icon::TriangleAlert),
    };
    (mood, icon, difference(of, context.words))
}
