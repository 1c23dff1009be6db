//! The dialog: what is wanted beside the keypad, then the PIN, then what came of it.

use iced::widget::space as gap;
use iced::{Alignment, Length};

use super::super::form::{Field, Form, Message, NUMBER_ID, Purpose, Step, tenders};
use super::super::{Person, right_of};
use super::more::{lunches, undone};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, amount, banner, button, chip, field, keypad, slot, text,
};
use crate::domain::Money;
use crate::domain::ledger::Kind;
use crate::domain::tender::{TenderKind, given_in_cash};
use crate::domain::user::Right;
use crate::settings;
use crate::store::{Account, Posted};

/// The width of the keys, in logical pixels.
const KEYS_WIDTH: f32 = 300.0;
/// Why accounts are put right.
const REASONS: [&str; 3] = [
    "accounts-reason-mistake",
    "accounts-reason-twice",
    "accounts-reason-other",
];

impl Form {
    pub(super) fn dialog<'a>(
        &'a self,
        account: &'a Account,
        settings: &settings::Accounts,
        others: &[&'a Person],
        low: bool,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        match (self.step, &self.posted) {
            (Step::Done, Some(posted)) => self.done_dialog(posted, context),
            (Step::Ask, _) => self.question(account, context),
            (Step::Approve, _) => self.approval(account, low, context),
            _ => self.fill(account, settings, others, low, context),
        }
    }

    fn fill<'a>(
        &'a self,
        account: &'a Account,
        settings: &settings::Accounts,
        others: &[&'a Person],
        low: bool,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        let purpose = &self.purpose;
        let words = context.words;
        let name = &account.customer.student.name;
        let title = words.text(&format!("accounts-title-{}", purpose.word()));
        let balance = account.customer.standing.balance;
        let gap = if low { space::S } else { space::M };
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, Vec::new()));
        let missing = self.missing(context).filter(|_| self.tried);
        let missing = missing.map(|key| {
            let what = words.text(key);
            banner(Mood::Warn, what, None, Vec::new())
        });
        let hint = (!low).then(|| {
            let hint = words.text(&format!("accounts-hint-{}", purpose.word()));
            text::body(hint).style(style::muted)
        });
        let of_undoing = match purpose {
            Purpose::Undo(of) => Some(undone(*of, context)),
            _ => None,
        };
        let beside = match purpose {
            Purpose::Payout => lunches(&account.lunches, context),
            Purpose::Undo(_) => self.after(balance, context),
            _ => None,
        };
        let left = Column::new()
            .spacing(gap)
            .width(Length::Fill)
            .push(text::title(title))
            .push(who(name, balance, context))
            .push(hint)
            .push(slot(refused.or(missing)))
            .push(
                purpose
                    .has_other()
                    .then(|| self.other(account, others, context)),
            )
            .push((*purpose == Purpose::TopUp).then(|| usual(settings, context)))
            .push((*purpose == Purpose::Correct).then(|| self.sign(context)))
            .push((*purpose == Purpose::LowMark).then(|| self.house(settings, context)))
            .push(purpose.has_tender().then(|| self.way(context)))
            .push(slot(self.handed(balance, context)))
            .push(of_undoing)
            .push(slot(beside))
            .push(purpose.has_number().then(|| self.number_field(context)))
            .push(purpose.has_day().then(|| self.day_field(context)))
            .push(purpose.has_reason().then(|| self.why(context)));
        let foot = self.foot(context);
        if !purpose.has_amount() {
            return Dialog::new(left).foot(foot);
        }
        let typed = match self.minus {
            true => -self.money(),
            false => self.money(),
        };
        let keys = Column::new()
            .spacing(gap)
            .width(KEYS_WIDTH)
            .push(amount::amount(
                words.text("accounts-amount"),
                words.money(typed),
                true,
            ))
            .push(keypad::fitted(Message::KeyPressed, low))
            .push(self.after(balance, context));
        let both = Row::new().spacing(space::XL).push(left).push(keys);
        Dialog::new(both).foot(foot).width_max(880.0)
    }

    /// What will be there then.
    fn after<'a>(&self, balance: Money, context: &Context<'a>) -> Option<Element<'a, Message>> {
        let change = match self.purpose {
            Purpose::TopUp => self.money(),
            Purpose::Correct => match self.minus {
                true => -self.money(),
                false => self.money(),
            },
            Purpose::Transfer => -self.money(),
            Purpose::Undo(of) => -of.amount,
            _ => return None,
        };
        let after = balance + change;
        let words = context.words;
        Some(amount::balance(
            words.text("accounts-after"),
            words.money(after),
            after.is_negative(),
        ))
    }

    /// What is handed out of an account that is paid out, where that is more than what is on it.
    fn handed<'a>(&self, balance: Money, context: &Context<'a>) -> Option<Element<'a, Message>> {
        let tender = self.tender_of(context)?;
        let handed = given_in_cash(balance);
        let rounded = balance.is_positive() && handed != balance;
        if self.purpose != Purpose::Payout || tender.kind != TenderKind::Cash || !rounded {
            return None;
        }
        let words = context.words;
        let told = [("rounding", (handed - balance).into())];
        let what = Column::new()
            .push(amount::result(
                words.text("accounts-handed"),
                words.money(handed),
            ))
            .push(
                text::small(words.text_with("accounts-handed-rounding", &told)).style(style::muted),
            );
        Some(what.into())
    }

    /// What somebody is asked to approve, where it is an amount.
    fn asked_amount(&self, account: &Account) -> Option<Money> {
        match self.purpose {
            Purpose::Correct if self.minus => Some(-self.money()),
            Purpose::Payout => Some(account.customer.standing.balance),
            Purpose::Undo(of) => Some(-of.amount),
            _ if self.purpose.has_amount() => Some(self.money()),
            _ => None,
        }
    }

    fn sign<'a>(&self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        crate::app::widget::segmented(
            [
                (words.text("accounts-plus"), false),
                (words.text("accounts-minus"), true),
            ],
            &self.minus,
            Message::MinusChosen,
        )
    }

    fn house<'a>(
        &self,
        settings: &settings::Accounts,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let mark = [("amount", settings.low_balance.money().into())];
        let label = context.words.text_with("accounts-house-mark", &mark);
        chip::choice(label, self.house_mark, Message::HouseMarkChosen)
    }

    fn way<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let choices = tenders(context).map(|tender| {
            let label = words.text(&format!("ticket-tender-{}", tender.kind.code()));
            let chosen = self.tender == Some(tender.id);
            chip::choice(label, chosen, Message::TenderChosen(tender.id))
        });
        let tender = self.tender_of(context);
        let asks = tender.is_some_and(|tender| !tender.opens_drawer);
        let needs = tender.is_some_and(|tender| tender.needs_reference);
        let placeholder = words.text(match needs {
            true => "accounts-reference-needed",
            false => "accounts-reference",
        });
        let reference = asks.then(|| {
            field(&placeholder, &self.reference)
                .on_input(|text| Message::TextChanged(Field::Reference, text))
        });
        Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("accounts-tender")))
            .push(chip::flow(choices))
            .push(reference)
            .into()
    }

    fn other<'a>(
        &'a self,
        account: &'a Account,
        others: &[&'a Person],
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let chosen = self.other.as_ref().map(|(student, _)| *student);
        let choice = |student, name: &str| {
            let press = Message::OtherChosen(student, name.to_owned());
            chip::choice(name.to_owned(), chosen == Some(student), press)
        };
        let family = account.family.iter().filter(|member| !member.shares);
        let mut shown: Vec<_> = family
            .map(|member| (member.student, member.name.as_str()))
            .collect();
        shown.extend(
            others
                .iter()
                .map(|person| (person.student, person.name.as_str())),
        );
        if let Some((student, name)) = &self.other {
            shown.push((*student, name.as_str()));
        }
        let mut seen = Vec::new();
        shown.retain(|(student, _)| {
            let first = !seen.contains(student);
            seen.push(*student);
            first
        });
        let choices = shown
            .into_iter()
            .map(|(student, name)| choice(student, name));
        let search = (self.purpose == Purpose::Transfer).then(|| {
            field(&words.text("accounts-other-search"), &self.query)
                .on_input(|text| Message::TextChanged(Field::Other, text))
        });
        Column::new()
            .spacing(space::S)
            .push(text::strong(words.text(match self.purpose {
                Purpose::Transfer => "accounts-other-to",
                _ => "accounts-other",
            })))
            .push(chip::flow(choices))
            .push(search)
            .into()
    }

    fn number_field<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let number = field(&words.text("accounts-number-hint"), &self.number)
            .id(NUMBER_ID)
            .on_input(|text| Message::TextChanged(Field::Number, text));
        field::labelled(words.text("accounts-number"), number, None)
    }

    fn day_field<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let day = field(&words.text("accounts-day-hint"), &self.day)
            .on_input(|text| Message::TextChanged(Field::Day, text));
        field::labelled(words.text("accounts-day"), day, None)
    }

    fn why<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let puts_right = matches!(self.purpose, Purpose::Correct | Purpose::Undo(_));
        let usual = puts_right.then(|| {
            let reasons = REASONS.map(|key| {
                let reason = words.text(key);
                let chosen = self.reason == reason;
                let press = Message::TextChanged(Field::Reason, reason.clone());
                chip::choice(reason, chosen, press)
            });
            chip::flow(reasons)
        });
        let reason = field(&words.text("accounts-reason"), &self.reason)
            .on_input(|text| Message::TextChanged(Field::Reason, text));
        Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("accounts-reason")))
            .push(usual)
            .push(reason)
            .into()
    }

    fn foot<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let words = context.words;
        let busy = self.is_asked();
        let lacks = self
            .wanted(context)
            .is_some_and(|wanted| !context.user.may(right_of(&wanted)));
        let label = match (busy, lacks) {
            (true, _) => words.text("accounts-working"),
            (false, true) => words.text("accounts-to-pin"),
            (false, false) => words.text(&format!("accounts-now-{}", self.purpose.word())),
        };
        let confirm = match self.purpose {
            Purpose::Block(_) | Purpose::Payout | Purpose::Undo(_) => button::danger(label),
            _ => button::primary(label),
        };
        // Enter does the same.
        let confirm = confirm
            .icon(if lacks {
                Icon::LockKeyhole
            } else {
                Icon::Check
            })
            .fill()
            .on_press_maybe((!busy).then_some(Message::Confirmed));
        let keep = button::secondary(words.text("checkout-cancel"))
            .tall()
            .width(160)
            .on_press_maybe((!busy).then_some(Message::Dismissed));
        Row::new()
            .spacing(space::M)
            .push(Element::from(keep))
            .push(Element::from(confirm))
            .into()
    }

    /// Somebody with the right lends it for this once.
    fn approval<'a>(
        &'a self,
        account: &'a Account,
        low: bool,
        context: &Context<'a>,
    ) -> Dialog<'a, Message> {
        let words = context.words;
        let refused = self.refused.as_deref();
        let refused = refused.map(|why| banner(Mood::Error, why, None, Vec::new()));
        let right = self.wanted(context).map(|wanted| right_of(&wanted));
        let key = match right {
            Some(Right::Cards) => "accounts-approval-cards",
            _ => "accounts-approval",
        };
        let left = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(text::title(words.text("accounts-approval-title")))
            .push(text::body(words.text(key)).style(style::muted))
            .push(text::lead(
                words.text(&format!("accounts-title-{}", self.purpose.word())),
            ))
            .push(text::strong(account.customer.student.name.as_str()))
            .push(
                self.asked_amount(account)
                    .map(|amount| text::lead(words.money(amount))),
            )
            .push((!self.reason.trim().is_empty()).then(|| text::strong(self.reason.as_str())))
            .push(refused);
        let keys = Column::new()
            .spacing(if low { space::S } else { space::M })
            .width(KEYS_WIDTH)
            .align_x(Alignment::Center)
            .push(self.entry.dots())
            .push(keypad::figures(Message::KeyPressed));
        let both = Row::new().spacing(space::XL).push(left).push(keys);
        let busy = self.is_asked();
        let ready = !busy && self.entry.pin().is_some();
        let back = button::secondary(words.text("accounts-back"))
            .tall()
            .width(160)
            .on_press_maybe((!busy).then_some(Message::Dismissed));
        let confirm = button::primary(words.text(&format!("accounts-now-{}", self.purpose.word())))
            .icon(Icon::Check)
            .fill()
            .on_press_maybe(ready.then_some(Message::Confirmed));
        let foot = Row::new()
            .spacing(space::M)
            .push(Element::from(back))
            .push(Element::from(confirm));
        Dialog::new(both).foot(foot).width_max(760.0)
    }
}

fn who<'a>(name: &'a str, balance: Money, context: &Context<'a>) -> Element<'a, Message> {
    amount::balance(name, context.words.money(balance), balance.is_negative())
}

/// What parents usually bring.
fn usual<'a>(settings: &settings::Accounts, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let buttons = settings.usual_top_ups.iter().take(6).map(|usual| {
        let usual = usual.money();
        let button = button::soft(words.money(usual))
            .width(Length::Fill)
            .on_press(Message::AmountChosen(usual));
        Element::from(button)
    });
    let mut rows: Vec<Element<'a, Message>> = Vec::new();
    let mut buttons = buttons.peekable();
    while buttons.peek().is_some() {
        let pair: Vec<_> = buttons.by_ref().take(2).collect();
        rows.push(Row::with_children(pair).spacing(space::S).into());
    }
    Column::with_children(rows).spacing(space::S).into()
}

impl Form {
    /// What was put on or given back, and what is there now; the next card may be scanned.
    fn done_dialog<'a>(&'a self, posted: &'a Posted, context: &Context<'a>) -> Dialog<'a, Message> {
        let words = context.words;
        let slip = &posted.slip;
        let key = match slip.kind {
            Kind::Undo => "accounts-done-undo",
            _ if slip.amount.is_negative() => "accounts-done-payout",
            _ => "accounts-done-top-up",
        };
        let told = [
            ("amount", slip.handed().into()),
            ("name", (&slip.pupil).into()),
        ];
        let head = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(chip::mark(Mood::Ok, Icon::CircleCheck))
            .push(text::title(words.text_with(key, &told)));
        let printed = words.text("accounts-done-printed");
        let body = Column::new()
            .spacing(space::L)
            .push(head)
            .push(amount::result(
                words.text("accounts-balance-now"),
                words.money(slip.after),
            ))
            .push(text::body(printed).style(style::muted))
            .push(gap().height(space::XS));
        let next = button::primary(words.text("accounts-done"))
            .fill()
            .on_press(Message::Confirmed);
        let beside = match slip.kind {
            Kind::Payout => Some(("accounts-leaves", Message::Left)),
            Kind::TopUp if self.undoing().is_some() => {
                Some(("accounts-undo-this", Message::UndoPressed))
            }
            _ => None,
        };
        let beside = beside.map(|(key, press)| {
            let button = button::secondary(words.text(key));
            Element::from(button.tall().width(220).on_press(press))
        });
        let foot = Row::new()
            .spacing(space::M)
            .push(beside)
            .push(Element::from(next));
        Dialog::new(body).foot(foot)
    }
}
