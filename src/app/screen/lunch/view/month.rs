//! The month's accounts: a table, and over it one pupil's month with what they pay.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length, Size};

use super::super::month::{Accounts, Fault, Field, Message, Open, SHOWN_MAX};
use super::approval::{self, Asking};
use super::{Said, TIGHT};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{Theme, size, space, style};
use crate::app::widget::table::{Table, fixed, share};
use crate::app::widget::{
    self, Column, Element, Mood, Row, amount, banner, button, card, chip, empty, field, pages,
    scroll, segmented, text,
};
use crate::domain::Money;
use crate::i18n::I18n;
use crate::printing::lunch::month_words;
use crate::store::lunch::{MonthRow, Paid};
use crate::till::lunch::CHARGE;

/// Usual reasons to take a payment back.
const REASONS: [&str; 2] = ["lunch-back-other", "lunch-back-amount"];

fn table() -> Table<5> {
    Table([
        share(4),
        fixed(90.0).end(),
        fixed(130.0).end(),
        fixed(130.0).end(),
        fixed(130.0).end(),
    ])
}

impl Accounts {
    pub(super) fn view<'a>(&'a self, room: Size, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let Some(rows) = &self.rows else {
            return card(empty(
                Icon::Hourglass,
                words.text("lunch-reading"),
                "",
                None,
            ))
            .width(Length::Fill)
            .height(Length::Fill)
            .into();
        };
        let found = self.found();
        let page = self.page.min(found.len().saturating_sub(1) / SHOWN_MAX);
        let all = found.len();
        let list: Element<'a, Message> = if found.is_empty() {
            let key = match (rows.is_empty(), self.only_due) {
                (true, _) => "lunch-month-none",
                (false, true) => "lunch-month-none-due",
                (false, false) => "pupils-not-found",
            };
            let todo = words.text(&format!("{key}-todo"));
            empty(Icon::Wallet, words.text(key), todo, None)
        } else {
            let shown = found.into_iter().skip(page * SHOWN_MAX).take(SHOWN_MAX);
            let rows = shown.map(|row| table_row(row, words));
            scroll(
                container(widget::table::rows(rows)).padding(iced::Padding::ZERO.right(space::M)),
            )
            .height(Length::Fill)
            .into()
        };
        let labels = ["pupil", "days", "owed", "paid", "due"];
        let head = table().head(labels.map(|label| words.text(&format!("lunch-col-{label}"))));
        let column = Column::new()
            .spacing(space::S)
            .push(self.head(room.width < TIGHT, words))
            .push(container(head).padding(iced::Padding::ZERO.right(space::M)))
            .push(container(list).height(Length::Fill))
            .push(pages(page, SHOWN_MAX, all, words, Message::PageTurned))
            .push(self.totals(words));
        card(column)
            .padding(space::M)
            .width(Length::Fill)
            .height(Length::Fill)
            .into()
    }

    fn head<'a>(&'a self, tight: bool, words: &I18n) -> Element<'a, Message> {
        let other =
            |picture, month| button::icon_only(picture).on_press(Message::MonthChosen(month));
        let wide = if tight { 132.0 } else { 170.0 };
        let name = container(widget::fit::lead(month_words(self.month, words))).center_x(wide);
        let shown = segmented(
            [
                (words.text("lunch-month-all"), false),
                (words.text("lunch-month-due"), true),
            ],
            &self.only_due,
            Message::ShownChosen,
        );
        let search =
            field(&words.text("lunch-plans-search"), &self.query).on_input(Message::QueryTyped);
        let some = self.rows.as_ref().is_some_and(|rows| !rows.is_empty());
        let press = some.then_some(Message::SavePressed);
        let save: Element<'a, Message> = match tight {
            true => button::icon_only(Icon::FileSpreadsheet)
                .on_press_maybe(press)
                .into(),
            false => button::secondary(words.text("lunch-csv"))
                .icon(Icon::FileSpreadsheet)
                .on_press_maybe(press)
                .into(),
        };
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(other(Icon::ChevronLeft, self.month.previous()))
            .push(name)
            .push(other(Icon::ChevronRight, self.month.next()))
            .push(container(search).width(Length::Fill))
            .push(shown)
            .push(save)
            .into()
    }

    fn totals<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let total = self.total();
        let cells = [
            text::strong(words.text("lunch-total")).into(),
            text::strong(total.eaten.to_string()).into(),
            text::strong(words.money(total.owed)).into(),
            text::strong(words.money(total.paid)).into(),
            text::strong(words.money(total.due())).into(),
        ];
        container(table().row(cells))
            .padding(iced::Padding::ZERO.right(space::M))
            .style(style::sunken)
            .into()
    }

    pub(super) fn dialog<'a>(
        &'a self,
        context: &Context<'a>,
    ) -> Option<widget::Dialog<'a, Said<Message>>> {
        let words = context.words;
        let open = self.open.as_ref()?;
        let row = self.row(open.student)?;
        if let Some((payment, approval)) = &open.back {
            let paid = row.payments.iter().find(|paid| paid.id == *payment);
            let amount = paid.map_or(Money::ZERO, |paid| paid.amount);
            let told = [
                ("amount", amount.into()),
                ("name", row.name.as_str().into()),
            ];
            let asking = Asking {
                title: words.text("lunch-back-title"),
                what: words.text_with("lunch-back-what", &told),
                reasons: &REASONS,
                confirm: words.text("lunch-back-now"),
                picture: Icon::Undo,
            };
            let (confirm, dismiss) = (Message::Confirmed, Message::Dismissed);
            return Some(approval::dialog(
                approval,
                asking,
                words,
                Message::ReasonChanged,
                confirm,
                dismiss,
            ));
        }
        let may = context.user.may(CHARGE);
        let both = Row::new()
            .spacing(space::XL)
            .push(statement(row, context))
            .push(may.then(|| open.charge(self, context)));
        let close = button::secondary(words.text("lunch-close"))
            .tall()
            .on_press_maybe((!open.asked).then_some(Message::Dismissed));
        let print = button::secondary(words.text("lunch-print-account"))
            .icon(Icon::Printer)
            .tall()
            .on_press(Message::PrintPressed);
        let charge = may.then(|| {
            let charge = button::primary(words.text("lunch-charge"))
                .icon(Icon::HandCoins)
                .fill()
                .on_press_maybe((!open.asked).then_some(Message::Confirmed));
            Element::from(charge)
        });
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(close))
            .push(Element::from(print))
            .push(charge);
        let title = format!("{} · {}", row.name, month_words(self.month, words));
        let column = Column::new()
            .spacing(space::M)
            .push(text::title(title))
            .push(text::small(row.grade.as_str()).style(style::muted))
            .push(both);
        let dialog = widget::Dialog::new(column).width_max(860.0).foot(foot);
        Some(dialog.map(Said::Told))
    }
}

/// What was eaten, what it comes to, what was paid.
fn statement<'a>(row: &'a MonthRow, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let pair = |key: &str, value: String| amount::pair(words.text(key), value);
    let days: Vec<String> = row
        .eaten
        .iter()
        .map(|of| short_day(of.day, words))
        .collect();
    let days = match days.is_empty() {
        true => words.text("lunch-no-days"),
        false => days.join(" · "),
    };
    let payments = row.payments.iter().map(|paid| payment(paid, words));
    let payments = Column::with_children(payments).spacing(space::XS);
    let none = row
        .payments
        .is_empty()
        .then(|| text::small(words.text("lunch-no-payments")).style(style::muted));
    Column::new()
        .spacing(space::S)
        .width(Length::Fill)
        .push(pair("lunch-col-days", row.account.eaten.to_string()))
        .push(text::small(days).style(style::muted))
        .push(pair("lunch-col-owed", words.money(row.account.owed)))
        .push(pair("lunch-col-paid", words.money(row.account.paid)))
        .push(due(row.account.due(), words))
        .push(gap().height(space::S))
        .push(text::strong(words.text("lunch-payments")))
        .push(none)
        .push(payments)
        .into()
}

/// «lun 3».
fn short_day(day: crate::domain::BusinessDay, words: &I18n) -> String {
    use chrono::Datelike;
    format!("{} {}", super::weekday(day.0.weekday(), words), day.0.day())
}

/// What is left to pay, or what was paid too much.
fn due<'a>(due: Money, words: &I18n) -> Element<'a, Message> {
    let (key, ink): (&str, fn(&Theme) -> iced::widget::text::Style) =
        match (due.is_positive(), due.is_zero()) {
            (true, _) => ("lunch-col-due", style::danger_ink),
            (_, true) => ("lunch-settled", style::ok_ink),
            (false, false) => ("lunch-in-favour", style::ok_ink),
        };
    let shown = if due.is_positive() { due } else { -due };
    Row::new()
        .push(text::lead(words.text(key)).style(ink))
        .push(gap::horizontal())
        .push(text::figure(words.money(shown)).style(ink))
        .into()
}

fn payment<'a>(paid: &'a Paid, words: &I18n) -> Element<'a, Message> {
    let tender = words.text(&format!("tender-{}", paid.tender.code()));
    let what = format!("{} · {tender}", words.date(paid.day));
    let said = Column::new()
        .width(Length::Fill)
        .push(text::body(what))
        .push(
            paid.reference
                .as_deref()
                .map(|reference| text::small(reference).style(style::muted)),
        );
    let back = (!paid.settled && paid.amount.is_positive())
        .then(|| button::icon_only(Icon::Undo).on_press(Message::BackPressed(paid.id)));
    Row::new()
        .spacing(space::S)
        .align_y(Alignment::Center)
        .push(said)
        .push(text::body(words.money(paid.amount)))
        .push(back)
        .into()
}

fn table_row<'a>(row: &'a MonthRow, words: &I18n) -> Element<'a, Message> {
    let due = row.account.due();
    let name = Column::new()
        .push(widget::fit::strong(row.name.as_str()))
        .push(text::small(row.grade.as_str()).style(style::muted));
    let owing = text::strong(words.money(due));
    let owing = if due.is_positive() {
        owing.style(style::danger_ink)
    } else {
        owing
    };
    let cells = [
        name.into(),
        text::body(row.account.eaten.to_string()).into(),
        text::body(words.money(row.account.owed)).into(),
        text::body(words.money(row.account.paid)).into(),
        owing.into(),
    ];
    table().press_row(cells, false, Message::RowPressed(row.student))
}

impl Open {
    fn charge<'a>(&'a self, of: &'a Accounts, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let free = !self.asked;
        let typed = |of: Field| move |text| Message::Typed(of, text);
        let entered = field("", &self.amount).on_input_maybe(free.then_some(typed(Field::Amount)));
        let tenders = context.tenders.iter().filter(|tender| tender.active);
        let tenders = tenders.map(|tender| {
            let usual = || words.text(&format!("tender-{}", tender.kind.code()));
            let name = tender.name.clone().unwrap_or_else(usual);
            let chosen = self.tender == Some(tender.id);
            chip::choice(name, chosen, Message::TenderChosen(tender.id))
        });
        let reference = self
            .tender(context)
            .is_some_and(|tender| tender.needs_reference);
        let reference = reference.then(|| {
            let typed =
                field("", &self.reference).on_input_maybe(free.then_some(typed(Field::Reference)));
            field::labelled(words.text("lunch-reference"), typed, None)
        });
        let payment = self.payment(of.month, context);
        let surcharge = payment.as_ref().map(|of| of.paid().surcharge);
        let surcharge = surcharge.ok().filter(|of| of.is_positive());
        let surcharge =
            surcharge.map(|of| amount::pair(words.text("pay-surcharge"), words.money(of)));
        let fault = payment.err().filter(|_| self.tried);
        let fault = fault.map(|fault| {
            let key = match fault {
                Fault::BadAmount => "lunch-fault-amount",
                Fault::NoTender => "lunch-fault-tender",
                Fault::NoReference => "lunch-fault-reference",
            };
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(icon(Icon::CircleAlert, size::ICON).style(style::danger_ink))
                .push(text::body(words.text(key)).style(style::danger_ink))
        });
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, vec![]));
        Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(field::labelled(words.text("lunch-amount"), entered, None))
            .push(text::strong(words.text("lunch-by")))
            .push(chip::flow(tenders))
            .push(reference)
            .push(surcharge)
            .push(fault)
            .push(refused)
            .into()
    }
}
