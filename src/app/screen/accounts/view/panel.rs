//! One account: who, how much, what can be done, what was booked, which cards.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use super::super::{Message, Panel, Period, Purpose, Tab, Undoing};
use super::pages;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style, target};
use crate::app::widget::{
    Column, Element, Mood, Row, beside, button, card, chip, clamp, empty, field, portrait, roomy,
    scroll, segmented, strip, table, text, well,
};
use crate::domain::BusinessDay;
use crate::domain::ledger::Stands;
use crate::domain::student::{Card, CardState};
use crate::printing::account::{more, what};
use crate::store::{CardSaid, Member, StatementLine, What};

/// What is shown has less room beside what is done with it below, in logical pixels.
const PAPERS_BESIDE: f32 = 540.0;
/// In a lower place the account scrolls as a whole, in logical pixels.
const HEIGHT_MIN: f32 = 470.0;
const HEIGHT: f32 = 600.0;

const BOOKED: table::Table<4> = table::Table([
    table::fixed(140.0),
    table::share(1),
    table::fixed(100.0).end(),
    table::fixed(100.0).end(),
]);

impl Panel {
    pub(super) fn view<'a>(&'a self, wide: bool, context: &Context<'a>) -> Element<'a, Message> {
        let context = *context;
        card(roomy(HEIGHT_MIN, HEIGHT, move || {
            self.column(wide, &context)
        }))
        .padding(space::M)
        .width(Length::Fill)
        .height(Length::Fill)
        .into()
    }

    fn column<'a>(&'a self, wide: bool, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let tabs = [
            (words.text("accounts-tab-booked"), Tab::Booked),
            (words.text("accounts-tab-cards"), Tab::Cards),
        ];
        let tabs = segmented(tabs, &self.tab, Message::TabChosen);
        let papers = match self.tab {
            Tab::Booked => self.papers(context),
            Tab::Cards => issue(context),
        };
        // Alone it is wide enough for one line, and a low window has no room for two.
        let periods = (!wide && self.tab == Tab::Booked).then(|| self.periods(context));
        let left = Row::new().spacing(space::S).push(tabs).push(periods);
        let line = beside(left.wrap(), PAPERS_BESIDE, papers);
        let body = match self.tab {
            Tab::Booked => self.booked(wide, context),
            Tab::Cards => self.cards(context),
        };
        Column::new()
            .spacing(space::S)
            .push(self.head(wide, context))
            .push(self.actions(context))
            .push(line)
            .push(container(body).height(Length::Fill))
            .into()
    }

    fn head<'a>(&'a self, wide: bool, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let customer = &self.account.customer;
        let student = &customer.student;
        let mut under = vec![student.grade.clone()];
        under.extend(student.guardian.as_ref().map(|guardian| {
            let phone = guardian.phone.as_deref().unwrap_or_default();
            format!("{} {phone}", guardian.name).trim().to_owned()
        }));
        under.retain(|part| !part.is_empty());
        let mut chips: Vec<Element<'a, Message>> = Vec::new();
        let low = context.low_mark(customer);
        chips.extend(low.map(|(mood, picture, label)| {
            let mark = chip::status(mood, picture, label);
            container(mark).center_y(target::MIN).into()
        }));
        chips.extend(self.account.family.iter().map(|of| member(of, context)));
        let who = Column::new()
            .width(Length::Fill)
            .spacing(2)
            .push(text::title(student.name.as_str()))
            .push(text::small(under.join(" · ")).style(style::muted));
        let balance = text::headline(words.money(customer.standing.balance));
        let balance = match customer.standing.balance.is_negative() {
            true => balance.style(style::danger_ink),
            false => balance.style(style::accent_ink),
        };
        let owed = match customer.standing.balance.is_negative() {
            true => "accounts-owed",
            false => "accounts-balance",
        };
        let money = Column::new()
            .align_x(Alignment::End)
            .push(text::caption(words.text(owed)).style(style::muted))
            .push(balance);
        let row = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(portrait(
                context.photos.of(student.id),
                &student.name,
                if wide { 56.0 } else { 48.0 },
            ))
            .push(who)
            .push(money)
            .push(button::icon_only(Icon::X).on_press(Message::Closed));
        let chips = (!chips.is_empty()).then(|| chip::flow(chips));
        Column::new()
            .spacing(space::XS)
            .push(row)
            .push(chips)
            .into()
    }

    /// The one thing that a queue of parents wants, and what is wanted now and then.
    fn actions<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let top_up = button::primary(words.text("accounts-do-top-up"))
            .icon(Icon::CirclePlus)
            .on_press(Message::Pressed(Purpose::TopUp));
        let shares = self.account.family.iter().any(|member| member.shares);
        let other = |purpose: Purpose| {
            let label = words.text(&format!("accounts-do-{}", purpose.word()));
            Element::from(
                button::secondary(label)
                    .tall()
                    .on_press(Message::Pressed(purpose)),
            )
        };
        let siblings = self.account.family.iter().any(|member| !member.shares);
        let others = Row::new()
            .spacing(space::S)
            .push(other(Purpose::Transfer))
            .push(other(Purpose::Correct))
            .push(other(Purpose::Payout))
            .push((siblings && !shares).then(|| other(Purpose::Share)))
            .push(shares.then(|| other(Purpose::Separate)))
            .push(other(Purpose::LowMark));
        Row::new()
            .spacing(space::S)
            .push(Element::from(top_up))
            .push(strip(others).width(Length::Fill))
            .into()
    }

    /// What can be done with the statement that is shown.
    fn papers<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let ready = self.days(context.now.day()).is_some();
        let print = button::secondary(words.text("accounts-print"))
            .icon(Icon::Printer)
            .short()
            .on_press_maybe(ready.then_some(Message::PrintPressed));
        let save = button::secondary(words.text("accounts-save"))
            .icon(Icon::FileSpreadsheet)
            .short()
            .on_press_maybe(ready.then_some(Message::SavePressed));
        Row::new()
            .spacing(space::S)
            .push(Element::from(print))
            .push(Element::from(save))
            .into()
    }

    fn periods<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let periods = [
            (words.text("accounts-period-last"), Period::Last),
            (words.text("accounts-period-month"), Period::Month),
            (words.text("accounts-period-year"), Period::Year),
            (words.text("accounts-period-chosen"), Period::Chosen),
        ];
        segmented(periods, &self.period, Message::PeriodChosen)
    }

    fn booked<'a>(&'a self, wide: bool, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let days = (self.period == Period::Chosen).then(|| self.chosen_days(context));
        let chosen = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(wide.then(|| self.periods(context)))
            .push(days);
        let Some(shown) = self.shown() else {
            let todo = words.text("accounts-period-todo");
            let nothing = empty(
                Icon::Calendar,
                words.text("accounts-period-none"),
                todo,
                None,
            );
            return Column::new().push(chosen).push(nothing).into();
        };
        let edges = (self.period != Period::Last).then(|| self.edges(context));
        let rows: Element<'a, Message> = if shown.lines.is_empty() {
            let todo = words.text("accounts-nothing-todo");
            empty(Icon::Receipt, words.text("statement-nothing"), todo, None)
        } else {
            let rows = shown.lines.iter().map(|line| booked(line, context));
            let rows = container(table::rows(rows)).padding(iced::Padding::ZERO.right(space::M));
            scroll(rows).height(Length::Fill).into()
        };
        let more = (shown.pages() > 1 && self.period != Period::Last).then(|| {
            let told = [
                ("page", (shown.page + 1).into()),
                ("pages", shown.pages().into()),
                ("count", shown.count.into()),
            ];
            pages(
                words.text_with("accounts-statement-page", &told),
                (shown.page > 0).then(|| Message::StatementTurned(shown.page - 1)),
                (shown.page + 1 < shown.pages())
                    .then_some(Message::StatementTurned(shown.page + 1)),
            )
        });
        Column::new()
            .spacing(space::XS)
            .push(chosen)
            .push(edges)
            .push(container(rows).height(Length::Fill))
            .push(more)
            .into()
    }

    fn chosen_days<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let typed = |label: &str, value, on: fn(String) -> Message| {
            field(&words.text(label), value).on_input(on).width(150)
        };
        let wrong = |day: &str| !day.is_empty() && BusinessDay::written(day).is_err();
        let show = button::soft(words.text("accounts-period-show"))
            .on_press_maybe(self.days(context.now.day()).map(|_| Message::DaysConfirmed));
        let hint = (wrong(&self.from) || wrong(&self.to))
            .then(|| text::small(words.text("accounts-period-wrong")).style(style::danger_ink));
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(typed("accounts-from", &self.from, Message::FromTyped))
            .push(typed("accounts-to", &self.to, Message::ToTyped))
            .push(Element::from(show))
            .push(hint)
            .into()
    }

    /// What was there before and after, and what came and went.
    fn edges<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let Some(of) = &self.statement else {
            return gap().into();
        };
        let words = context.words;
        let figure = |key: &str, amount| {
            Row::new()
                .spacing(6)
                .push(text::small(words.text(key)).style(style::muted))
                .push(text::strong(words.money(amount)))
                .into()
        };
        let figures: [Element<'a, Message>; 4] = [
            figure("statement-opening", of.opening),
            figure("statement-credits", of.credits),
            figure("statement-debits", -of.debits),
            figure("statement-closing", of.closing),
        ];
        let row = Row::with_children(figures).spacing(space::L).wrap();
        well(row).padding(space::S).width(Length::Fill).into()
    }

    fn cards<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let of = &self.account.cards;
        if of.cards.is_empty() && of.history.is_empty() {
            let todo = words.text("accounts-no-card-todo");
            return empty(Icon::IdCard, words.text("accounts-no-card"), todo, None);
        }
        let cards = of.cards.iter().map(|of| one_card(of, context));
        let history = of.history.iter().map(|said| past(said, context));
        let column = Column::new()
            .spacing(space::S)
            .extend(cards)
            .push(gap().height(space::S))
            .push(text::lead(words.text("accounts-card-history")))
            .push(table::rows(history));
        scroll(container(column).padding(iced::Padding::ZERO.right(space::M)))
            .height(Length::Fill)
            .into()
    }
}

/// Gives out another card.
fn issue<'a>(context: &Context<'a>) -> Element<'a, Message> {
    let issue = button::secondary(context.words.text("accounts-do-issue"))
        .icon(Icon::IdCard)
        .short()
        .on_press(Message::Pressed(Purpose::Issue));
    issue.into()
}

/// A sibling: pressed, their account is opened.
fn member<'a>(of: &'a Member, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let (icon, label) = if of.shares {
        let told = [("name", (&of.name).into())];
        (Icon::Link, words.text_with("accounts-shares-with", &told))
    } else {
        let balance = words.money(of.balance);
        (Icon::User, format!("{} · {balance}", of.name))
    };
    let press = Message::PersonPressed(of.student);
    chip::status_button(Mood::Neutral, icon, label, press)
}

fn booked<'a>(line: &'a StatementLine, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let now = context.now;
    let when = words.date_time(now.plus_millis(line.at.0 - now.at.0));
    let more = more(line, words).map(|more| clamp(more, 1).small());
    let what = Column::new()
        .push(clamp(what(line, words), 1).strong())
        .push(more);
    let amount = text::strong(words.amount(line.amount));
    let amount = match line.amount.is_negative() {
        true => amount,
        false => amount.style(style::accent_ink),
    };
    let balance = text::body(words.amount(line.balance));
    let balance = match line.balance.is_negative() {
        true => balance.style(style::danger_ink),
        false => balance.style(style::muted),
    };
    let cells = [
        text::small(when).style(style::muted).into(),
        what.into(),
        amount.into(),
        balance.into(),
    ];
    match &line.what {
        // A paper that was lost is pressed and printed again.
        What::Movement {
            number,
            tender: Some(_),
            ..
        } => {
            let row = BOOKED.press_row(cells, false, Message::ReprintPressed(*number));
            with_button(row, undo(line))
        }
        _ => with_button(container(BOOKED.row(cells)).padding([6, 0]).into(), None),
    }
}

/// Undoes a top-up. One whose shift is closed says what to do instead.
fn undo<'a>(line: &StatementLine) -> Option<Element<'a, Message>> {
    let What::Movement {
        number,
        tender: Some(tender),
        stands: Some(stands),
        ..
    } = &line.what
    else {
        return None;
    };
    let undoing = Undoing {
        number: *number,
        amount: line.amount,
        tender: *tender,
        stands: *stands,
    };
    let press = Message::Pressed(Purpose::Undo(undoing));
    let shown = *stands != Stands::Undone;
    shown.then(|| Element::from(button::icon_only(Icon::Undo).on_press(press)))
}

/// A row with room for its button, so that amounts stand below each other.
fn with_button<'a>(
    row: Element<'a, Message>,
    button: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let room = button.unwrap_or_else(|| gap().width(target::MIN).into());
    Row::new()
        .align_y(Alignment::Center)
        .push(container(row).width(Length::Fill))
        .push(room)
        .into()
}

fn one_card<'a>(of: &'a Card, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let expired = of.expires.is_some_and(|last| last < context.now.day());
    let (mood, icon, key) = match of.state {
        CardState::Active if expired => (Mood::Warn, Icon::Clock, "card-state-expired"),
        CardState::Active => (Mood::Ok, Icon::CircleCheck, "card-state-active"),
        CardState::Blocked => (Mood::Error, Icon::Ban, "card-state-blocked"),
        CardState::Replaced => (Mood::Neutral, Icon::CircleX, "card-state-replaced"),
    };
    let until = of.expires.map(|day| {
        let until = words.text_with("card-until", &[("day", day.into())]);
        text::small(until).style(style::muted)
    });
    let number = || of.number.clone();
    let act = |purpose: Purpose| {
        let label = words.text(&format!("accounts-do-{}", purpose.word()));
        let button = button::ghost(label).on_press(Message::Pressed(purpose));
        Element::from(button)
    };
    let acts: Vec<Element<'a, Message>> = match of.state {
        CardState::Replaced => Vec::new(),
        CardState::Blocked => vec![
            act(Purpose::Unblock(number())),
            act(Purpose::Replace(number())),
        ],
        CardState::Active => vec![
            act(Purpose::Replace(number())),
            act(Purpose::Block(number())),
            act(Purpose::Expire(number())),
        ],
    };
    let row = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(text::lead(of.number.as_str()))
        .push(chip::status(mood, icon, words.text(key)))
        .push(until)
        .push(gap::horizontal())
        .extend(acts);
    well(row).padding(space::S).width(Length::Fill).into()
}

fn past<'a>(said: &'a CardSaid, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let now = context.now;
    let when = match said.at {
        0 => words.text("pupils-history-before"),
        at => words.date_time(now.plus_millis(at - now.at.0)),
    };
    let mut what = format!(
        "{} {}",
        said.number,
        words.text(&format!("card-said-{}", said.what))
    );
    if let Some(other) = &said.other {
        what = format!("{what} → {other}");
    }
    if let (Some(day), "expiry") = (said.expires, said.what.as_str()) {
        what = format!("{what} {}", words.date(day));
    }
    let by: Vec<&str> = [said.reason.as_deref(), said.by.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    let column = Column::new()
        .width(Length::Fill)
        .push(text::strong(what))
        .push((!by.is_empty()).then(|| text::small(by.join(" · ")).style(style::muted)));
    Row::new()
        .spacing(space::M)
        .padding([space::S, 0.0])
        .align_y(Alignment::Center)
        .push(column)
        .push(text::small(when).style(style::muted))
        .into()
}
