//! Asking for money.

use iced::widget::{container, space as gap};
use iced::{Alignment, Length};

use crate::app::icon::Icon;
use crate::app::screen::checkout::dialog::{Dialog, Mixed, Paying};
use crate::app::screen::checkout::entry::Figure;
use crate::app::screen::checkout::message::Message;
use crate::app::screen::checkout::{Context, Screen, words};
use crate::app::theme::{space, style};
use crate::app::widget::{
    self, Column, Element, Mood, Row, amount, banner, button, chip, field, keypad, text,
};
use crate::app::words::tender_icon;
use crate::domain::Money;
use crate::domain::account::{Lifted, Refused};
use crate::domain::tender::{self, Excess, Tender, TenderKind, Unsettled};

/// The width of a dialog with a keypad, in logical pixels.
const WIDE: f32 = 900.0;
/// The width of the keypad, in logical pixels.
const KEYPAD: f32 = 300.0;

impl Screen {
    pub(super) fn cash_dialog<'a>(
        &'a self,
        received: Figure,
        low: bool,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let total = self.cart().due();
        let due = tender::due_in_cash(total);
        let received = received.money();
        let rounding = (due != total)
            .then(|| amount::pair(words.text("cash-rounding"), words.money(due - total)));
        let kept = self.machine.excess() == Excess::ToAccount;
        let result = if received < due {
            missing(words.text("checkout-missing"), words.money(due - received))
        } else if kept {
            amount::result(words.text("cash-to-account"), words.money(received - due))
        } else {
            amount::result(words.text("checkout-change"), words.money(received - due))
        };
        let keep = self.cart().customer().map(|customer| {
            let first = customer.student.name.split_whitespace().next();
            let name = [("name", first.unwrap_or_default().into())];
            let label = words.text_with("cash-keep-change", &name);
            chip::choice_with(Icon::PiggyBank, label, kept, Message::KeepChangePressed)
        });
        let against = self.against(&Dialog::Cash(Figure::of(received)), context);
        let free = against.is_none();
        let bills = tender::likely_cash(due).into_iter().map(|bill| {
            let label = if bill == due {
                words.text_with("cash-exact", &[("amount", bill.into())])
            } else {
                words.money(bill)
            };
            let bill = button::soft(label)
                .fill()
                .on_press(Message::CashPressed(bill));
            Element::from(bill)
        });
        let bills = pairs(bills.collect());
        let left = Column::new()
            .spacing(space::M)
            .extend(titled(words.text("cash-title"), total, low, context))
            .push(rounding)
            .push(amount::amount(
                words.text("cash-received"),
                words.money(received),
                true,
            ))
            .push(result)
            // Where there is no room for both, what must be answered first stands here.
            .push((free || !low).then_some(bills))
            .push(against)
            .push(self.foot_of_payment(received >= due && free, "charge-and-print", context));
        let keys = Column::new()
            .spacing(space::M)
            .push(keypad(Message::KeyPressed))
            .push(keep);
        beside_keypad(left, keys.into())
    }

    pub(super) fn account_dialog<'a>(
        &'a self,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let total = self.cart().due();
        let customer = self.cart().customer();
        let name = customer.map_or("", |customer| customer.student.name.as_str());
        let title = words.text_with("account-title", &[("name", name.into())]);
        let refused = self.settled(&Dialog::Account, context);
        let refused = refused.and_then(Result::err);
        let barred = self.against(&Dialog::Account, context);
        let lifted = self.machine.lifted();
        let before_and_after = customer.map(|customer| {
            let balance = customer.standing.balance;
            Column::new()
                .spacing(space::M)
                .push(amount::pair(
                    words.text("account-before"),
                    words.money(balance),
                ))
                .push(amount::pair(
                    words.text("account-charge"),
                    words.money(-total),
                ))
                .push(if refused.is_some() || lifted.is_some() {
                    missing(words.text("account-after"), words.money(balance - total))
                } else {
                    amount::result(words.text("account-after"), words.money(balance - total))
                })
        });
        let body = Column::new()
            .spacing(space::L)
            .push(text::title(title))
            .push(before_and_after)
            .push(match &refused {
                Some(Unsettled::Account(_)) => barred,
                Some(error) => Some(why_not(error, context)),
                None => None,
            })
            .push(lifted.map(|lifted| approved(lifted, context)))
            .push(self.foot_of_payment(refused.is_none(), "charge-and-print", context));
        widget::Dialog::new(body)
    }

    pub(super) fn card_dialog<'a>(
        &'a self,
        paying: &'a Paying,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let total = self.cart().due();
        let kinds = [TenderKind::Debit, TenderKind::Credit];
        let surcharge = paying.tender.costs().surcharge(total);
        let bought = self.machine.stands_against(Money::ZERO, context.now);
        let against = barred(&bought, context);
        let ready = paying.is_complete() && against.is_none();
        let body = Column::new()
            .spacing(space::L)
            .push(text::title(words.text("card-title")))
            .push(choices(&kinds, paying, context))
            .push(surcharge_line(surcharge, context))
            .push(amount::result(
                words.text("cash-due"),
                words.money(total + surcharge),
            ))
            .push(text::body(words.text("card-hint")).style(style::muted))
            .push(reference(paying, context))
            .push(against)
            .push(
                self.machine
                    .lifted()
                    .map(|lifted| approved(lifted, context)),
            );
        let foot = self.foot_of_payment(ready, "charge-and-print", context);
        widget::Dialog::new(body).foot(foot)
    }
}

impl Screen {
    pub(super) fn mixed_dialog<'a>(
        &'a self,
        mixed: &'a Mixed,
        low: bool,
        context: &Context<'a>,
    ) -> widget::Dialog<'a, Message> {
        let words = context.words;
        let total = self.cart().due();
        let parts = mixed.offers.iter().enumerate().map(|(at, offer)| {
            let label = words::tender_name(&offer.tender, words);
            let label = match &offer.reference {
                Some(reference) => format!("{label} · {reference}"),
                None => label,
            };
            Row::new()
                .spacing(space::M)
                .align_y(Alignment::Center)
                .push(text::body(label).width(Length::Fill))
                .push(text::lead(words.money(offer.amount)))
                .push(button::icon_only(Icon::X).on_press(Message::OfferRemoved(at)))
                .into()
        });
        let offers = mixed.with_next();
        let settled = self.machine.settle(&offers, context.now);
        let settled = settled.unwrap_or(Err(Unsettled::Short { missing: total }));
        // Beyond the pupil's limits: said as soon as it is typed, not when all of it is there.
        let against = self.against_offers(offers.clone(), context).1;
        let (ready, label) = match &settled {
            _ if !against.is_empty() => (false, "mixed-add"),
            Ok(_) => (true, "charge-and-print"),
            Err(Unsettled::Short { .. }) => (mixed.figure.value() > 0, "mixed-add"),
            Err(_) => (false, "charge-and-print"),
        };
        let surcharge = offers.iter().map(|offer| {
            let costs = offer.tender.costs();
            costs.surcharge(offer.amount)
        });
        let surcharge = surcharge_line(surcharge.sum(), context);
        let change = settled.as_ref().ok().map(tender::Settlement::change);
        let change = change.filter(|change| change.is_positive());
        let change =
            change.map(|change| amount::pair(words.text("checkout-change"), words.money(change)));
        let wrong = settled
            .err()
            .filter(|error| !matches!(error, Unsettled::Short { .. } | Unsettled::Account(_)));
        let left = Column::new()
            .spacing(space::M)
            .extend(titled(words.text("mixed-title"), total, low, context))
            .push(Column::with_children(parts).spacing(space::XS))
            .push(amount::pair(
                words.text("mixed-left"),
                words.money(mixed.left(total)),
            ))
            .push(choices(&TenderKind::ALL, &mixed.next, context))
            .push(
                (mixed.next.tender.kind != TenderKind::Cash
                    && mixed.next.tender.kind != TenderKind::Account)
                    .then(|| reference(&mixed.next, context)),
            )
            .push(surcharge)
            .push(change)
            // Below the field: what comes and goes above one would take its focus from it.
            .push(wrong.as_ref().map(|error| why_not(error, context)))
            .push(barred(&against, context))
            .push(
                self.machine
                    .lifted()
                    .map(|lifted| approved(lifted, context)),
            );
        let keys = Column::new()
            .spacing(space::M)
            .push(amount::amount(
                words.text("mixed-amount"),
                words.money(mixed.figure.money()),
                true,
            ))
            .push(keypad::fitted(Message::KeyPressed, low));
        beside_keypad(left, keys.into()).foot(self.foot_of_payment(ready, label, context))
    }

    /// What of the pupil's limits stands against what the open dialog would hand over.
    pub(super) fn against<'a>(
        &self,
        dialog: &Dialog,
        context: &Context<'a>,
    ) -> Option<Element<'a, Message>> {
        barred(&self.stands_against(dialog, context).1, context)
    }

    /// «Cancelar» and the one button that pays; while the sale is written neither can be pressed.
    pub(super) fn foot_of_payment<'a>(
        &'a self,
        ready: bool,
        label: &str,
        context: &Context<'a>,
    ) -> Element<'a, Message> {
        let words = context.words;
        let busy = self.is_committing();
        let label = if busy { "checkout-saving" } else { label };
        Row::new()
            .spacing(space::M)
            .push(Element::from(
                button::secondary(words.text("checkout-cancel"))
                    .tall()
                    .width(160)
                    .on_press_maybe((!busy).then_some(Message::DialogClosed)),
            ))
            .push(Element::from(
                button::primary(words.text(label))
                    .icon(Icon::Check)
                    .fill()
                    .on_press_maybe((ready && !busy).then_some(Message::DialogConfirmed)),
            ))
            .into()
    }
}

impl Paying {
    /// Whether it has the reference that its tender asks for.
    fn is_complete(&self) -> bool {
        !self.tender.needs_reference || !self.reference.trim().is_empty()
    }
}

/// What is paid, and how much it is; on a low window on one line.
fn titled<'a>(
    title: String,
    total: Money,
    low: bool,
    context: &Context<'a>,
) -> Vec<Element<'a, Message>> {
    let words = context.words;
    let (title, total) = (text::title(title), words.money(total));
    if low {
        let row = Row::new()
            .align_y(Alignment::Center)
            .push(title.width(Length::Fill))
            .push(text::lead(total));
        return vec![row.into()];
    }
    let total = amount::pair(words.text("checkout-total"), total);
    vec![title.into(), total]
}

/// The tenders of these kinds that the canteen takes.
fn choices<'a>(
    kinds: &[TenderKind],
    paying: &Paying,
    context: &Context<'a>,
) -> Element<'a, Message> {
    let taken = |tender: &&Tender| tender.active && kinds.contains(&tender.kind);
    let chips = context.tenders.iter().filter(taken).map(|tender| {
        let label = words::tender_name(tender, context.words);
        let chosen = tender.id == paying.tender.id;
        let picture = tender_icon(tender.icon);
        chip::choice_with(picture, label, chosen, Message::TenderChosen(tender.id))
    });
    Row::with_children(chips).spacing(space::S).wrap().into()
}

fn reference<'a>(paying: &'a Paying, context: &Context<'a>) -> Element<'a, Message> {
    let words = context.words;
    let hint = if paying.tender.needs_reference {
        String::new()
    } else {
        words.text("reference-optional")
    };
    let typed = field(&hint, &paying.reference)
        .id(super::FIELD_ID)
        .on_input(Message::TextChanged);
    field::labelled(words.text("checkout-reference"), typed, None)
}

fn why_not<'a>(error: &Unsettled, context: &Context<'a>) -> Element<'a, Message> {
    if let Unsettled::Account(refused) = error
        && let Some(barred) = barred(&[*refused], context)
    {
        return barred;
    }
    let (what, todo) = words::unsettled_pair(error, context.words);
    banner(Mood::Error, what, Some(todo.into()), Vec::new())
}

/// All that stands against it, once each, and how it is let through.
fn barred<'a>(refused: &[Refused], context: &Context<'a>) -> Option<Element<'a, Message>> {
    let (first, more) = refused.split_first()?;
    let pair = |of: &Refused| words::unsettled_pair(&Unsettled::Account(*of), context.words);
    let (what, todo) = pair(first);
    let mut all = vec![what];
    for of in more {
        let (what, _) = pair(of);
        if !all.contains(&what) {
            all.push(what);
        }
    }
    let label = context.words.text("alert-authorise");
    let authorise = Element::from(button::secondary(label).on_press(Message::LimitPressed));
    let all = all.join(" · ");
    Some(banner(Mood::Error, all, Some(todo.into()), vec![authorise]))
}

/// What the customer pays on top, before they pay it.
fn surcharge_line<'a>(surcharge: Money, context: &Context<'a>) -> Option<Element<'a, Message>> {
    let words = context.words;
    surcharge
        .is_positive()
        .then(|| amount::pair(words.text("pay-surcharge"), words.money(surcharge)))
}

fn approved<'a>(lifted: &Lifted, context: &Context<'a>) -> Element<'a, Message> {
    let reason = [("reason", (&lifted.approved().reason).into())];
    let said = context.words.text_with("account-lifted", &reason);
    banner(Mood::Warn, said, None, Vec::new())
}

/// What is missing, where the change will stand: nothing moves when it becomes change.
fn missing<'a>(label: String, figure: String) -> Element<'a, Message> {
    let row = Row::new()
        .align_y(Alignment::Center)
        .push(text::figure(label))
        .push(gap::horizontal())
        .push(text::display(figure));
    container(row)
        .padding([0.0, space::L])
        .center_y(90)
        .style(style::caution_soft)
        .into()
}

fn pairs(mut buttons: Vec<Element<'_, Message>>) -> Element<'_, Message> {
    let mut rows = Column::new().spacing(10);
    while !buttons.is_empty() {
        let rest = buttons.split_off(buttons.len().min(2));
        rows = rows.push(Row::with_children(buttons).spacing(10));
        buttons = rest;
    }
    rows.into()
}

/// What is typed at the left, the keys at the right.
pub(super) fn beside_keypad<'a>(
    left: Column<'a, Message>,
    keys: Element<'a, Message>,
) -> widget::Dialog<'a, Message> {
    let body = Row::new()
        .spacing(space::XL)
        .push(left.width(Length::Fill))
        .push(container(keys).width(KEYPAD));
    widget::Dialog::new(body).width_max(WIDE)
}
