//! What a ticket looks like: a receipt's facts, laid out in the words of one locale.
//!
//! The drawer's pulse is not part of a ticket: see [`drawer`].

use crate::domain::catalogue::Unit;
use crate::domain::receipt::{Kind, Line, Receipt, Shop};
use crate::domain::tax::{Included, Rate};
use crate::domain::tender::{Payment, TenderKind};
use crate::domain::ticket::TicketCode;
use crate::domain::{Money, Quantity};
use crate::i18n::I18n;

use std::sync::Arc;

use super::document::{Document, Dots, Paper, Size, Style};
use super::logo::Logo;

/// Where a line's name, discount and note begin below its quantity.
const INDENT: usize = 2;

/// The words of a ticket, looked up once and not for each ticket.
#[derive(Debug, Clone)]
pub struct Words {
    i18n: I18n,
    ticket: String,
    void: String,
    refund: String,
    copy: String,
    reason: String,
    cashier: String,
    pupil: String,
    discount: String,
    total: String,
    rounding: String,
    received: String,
    change: String,
    to_account: String,
    surcharge: String,
    paid: String,
    included: String,
    vat: String,
    exempt: String,
    balance_before: String,
    balance_after: String,
    phone: String,
    ruc: String,
    not_fiscal: String,
    tenders: Vec<(TenderKind, String)>,
}

impl Words {
    /// The words of this locale.
    #[must_use]
    pub fn new(i18n: &I18n) -> Self {
        let tender =
            |kind: TenderKind| (kind, i18n.text(&format!("ticket-tender-{}", kind.code())));
        Self {
            ticket: i18n.text("ticket-number"),
            void: i18n.text("ticket-void"),
            refund: i18n.text("ticket-refund"),
            copy: i18n.text("ticket-copy"),
            reason: i18n.text("ticket-reason"),
            cashier: i18n.text("ticket-cashier"),
            pupil: i18n.text("ticket-pupil"),
            discount: i18n.text("ticket-discount"),
            total: i18n.text("ticket-total"),
            rounding: i18n.text("ticket-rounding"),
            received: i18n.text("ticket-received"),
            change: i18n.text("ticket-change"),
            to_account: i18n.text("ticket-to-account"),
            surcharge: i18n.text("ticket-surcharge"),
            paid: i18n.text("ticket-paid"),
            included: i18n.text("ticket-included"),
            vat: i18n.text("ticket-vat"),
            exempt: i18n.text("ticket-exempt"),
            balance_before: i18n.text("ticket-balance-before"),
            balance_after: i18n.text("ticket-balance-after"),
            phone: i18n.text("ticket-phone"),
            ruc: i18n.text("ticket-ruc"),
            not_fiscal: i18n.text("ticket-not-fiscal"),
            tenders: TenderKind::ALL
                .into_iter()
                .chain([TenderKind::Exchange])
                .map(tender)
                .collect(),
            i18n: i18n.clone(),
        }
    }

    /// The locale's words, for papers that are no tickets.
    #[must_use]
    pub const fn i18n(&self) -> &I18n {
        &self.i18n
    }

    fn tender(&self, kind: TenderKind) -> &str {
        self.tenders
            .iter()
            .find(|(of, _)| *of == kind)
            .map_or(kind.code(), |(_, word)| word)
    }
}

/// The ticket of a sale or a void, ready for any way to show it.
#[must_use]
pub fn ticket(receipt: &Receipt, words: &Words, paper: Paper) -> Document {
    ticket_below(None, receipt, words, paper)
}

/// The same below the canteen's picture.
#[must_use]
pub fn ticket_below(
    logo: Option<&(Arc<Logo>, Dots)>,
    receipt: &Receipt,
    words: &Words,
    paper: Paper,
) -> Document {
    let mut page = Page {
        paper: Document::new(paper),
        words,
    };
    if let Some((logo, dots)) = logo {
        page.paper.logo(Arc::clone(logo), *dots);
    }
    page.shop(&receipt.shop);
    page.marks(receipt);
    page.heading(receipt);
    page.paper.rule();
    for line in &receipt.lines {
        page.line(line);
    }
    page.paper.rule();
    page.totals(receipt);
    page.taxes(&receipt.taxes);
    page.balance(receipt);
    page.end(receipt);
    page.paper
}

/// A page that shows letters, accents, weights, widths and the cut.
#[must_use]
pub fn test_page(shop: &Shop, title: &str, paper: Paper) -> Document {
    let mut page = Document::new(paper);
    page.text(Style::CENTRE.bold().size(Size::Double), &shop.name)
        .text(Style::CENTRE, title)
        .rule()
        .text(Style::LEFT, "á é í ó ú ü ñ Á É Í Ó Ú Ñ ¿ ¡ º ª")
        .text(Style::LEFT.bold(), "ã ẽ ĩ õ ũ ỹ g̃ ₲")
        .columns(Style::LEFT, 0, "1234567890", "₲ 18.000")
        .rule()
        .cut();
    page
}

/// The pulse that opens the drawer, as a job of its own: a ticket may wait for paper, and a drawer
/// that opens an hour later stands open with nobody before it.
#[must_use]
pub fn drawer(paper: Paper) -> Document {
    let mut document = Document::new(paper);
    document.drawer_pulse();
    document
}

/// A number as people read it aloud: `000123`.
#[must_use]
pub fn short_number(number: i64) -> String {
    format!("{number:06}")
}

struct Page<'a> {
    paper: Document,
    words: &'a Words,
}

impl Page<'_> {
    fn shop(&mut self, shop: &Shop) {
        self.said(Style::CENTRE.bold().size(Size::Tall), &shop.name);
        if let Some(ruc) = shop.ruc {
            self.paper
                .text(Style::CENTRE, &format!("{} {ruc}", self.words.ruc));
        }
        self.said(Style::CENTRE, &shop.address);
        if !shop.phone.is_empty() {
            let phone = format!("{} {}", self.words.phone, shop.phone);
            self.paper.text(Style::CENTRE, &phone);
        }
    }

    /// What nobody may overlook: that it takes a sale back, or that it is a copy.
    fn marks(&mut self, receipt: &Receipt) {
        let loud = Style::CENTRE.bold().size(Size::Double);
        let back = match receipt.kind {
            Kind::Sale => None,
            Kind::Void { of } => Some((&self.words.void, of)),
            Kind::Refund { of } => Some((&self.words.refund, of)),
        };
        if let Some((word, of)) = back {
            self.paper.text(loud, word);
            let undone = format!("{} {}", self.words.ticket, short_number(of));
            self.paper.text(Style::CENTRE, &undone);
        }
        if receipt.copy {
            self.paper.text(loud, &self.words.copy);
        }
    }

    fn heading(&mut self, receipt: &Receipt) {
        let number = format!("{} {}", self.words.ticket, short_number(receipt.number));
        let when = self.words.i18n.date_time(receipt.at);
        let number = format!("{number} - {when}");
        self.paper.text(Style::LEFT, &number);
        let till = format!(
            "{} - {}: {}",
            receipt.till, self.words.cashier, receipt.cashier
        );
        self.paper.text(Style::LEFT, &till);
        if let Some(buyer) = &receipt.buyer {
            let grade = if buyer.grade.is_empty() { "" } else { ", " };
            let who = format!("{}: {}{grade}{}", self.words.pupil, buyer.name, buyer.grade);
            self.paper.hanging(Style::LEFT, INDENT, &who);
        }
    }

    /// One line as sold, before its discount; the discount stands below it.
    fn line(&mut self, line: &Line) {
        let what = format!("{}{}", self.how_much(line), line.name);
        let before_discount = self.words.i18n.amount(line.net + line.discount);
        self.paper
            .columns(Style::LEFT, INDENT, &what, &before_discount);
        if !line.discount.is_zero() {
            let word = format!("{:INDENT$}{}", "", self.words.discount);
            self.taken_off(&word, line.discount);
        }
        if let Some(note) = &line.note {
            let note = format!("{:INDENT$}* {note}", "");
            self.paper.hanging(Style::LEFT, 2 * INDENT, &note);
        }
    }

    /// `2 x 5.000 ` or `0,350 kg x 60.000 `; one piece has only its `1 `.
    fn how_much(&self, line: &Line) -> String {
        let quantity = self.words.i18n.quantity(line.quantity);
        let price = self.words.i18n.amount(line.price);
        match line.unit {
            Unit::Kilogram => {
                // 0,350 kg and not 0,35: a scale shows grams.
                format!("{} kg x {price} ", grams_shown(line.quantity))
            }
            Unit::Each if line.quantity == Quantity::ONE => format!("{quantity} "),
            Unit::Each => format!("{quantity} x {price} "),
        }
    }

    fn totals(&mut self, receipt: &Receipt) {
        if !receipt.discount.is_zero() {
            self.taken_off(&self.words.discount, receipt.discount);
        }
        let total = self.words.i18n.money(receipt.total);
        let loud = Style::LEFT.bold().size(Size::Tall);
        self.paper.columns(loud, 0, &self.words.total, &total);
        if !receipt.rounding.is_zero() {
            self.taken_off(&self.words.rounding, receipt.rounding);
        }
        for payment in &receipt.payments {
            self.payment(payment);
        }
        let surcharge: Money = receipt.payments.iter().map(|of| of.surcharge).sum();
        if !surcharge.is_zero() {
            let paid = receipt.total - receipt.rounding + surcharge;
            self.amount(&self.words.paid, paid);
        }
        if !receipt.change.is_zero() {
            self.amount(&self.words.change, receipt.change);
        }
        if !receipt.to_account.is_zero() {
            self.amount(&self.words.to_account, receipt.to_account);
        }
    }

    fn payment(&mut self, payment: &Payment) {
        let usual = || self.words.tender(payment.kind).to_owned();
        let mut word = payment.name.clone().unwrap_or_else(usual);
        if let Some(reference) = &payment.reference {
            word.push_str(" # ");
            word.push_str(reference.as_str());
        }
        self.amount(&word, payment.amount);
        if !payment.surcharge.is_zero() {
            self.amount(&self.words.surcharge, payment.surcharge);
        }
        if payment.received != payment.amount + payment.surcharge {
            self.amount(&self.words.received, payment.received);
        }
    }

    /// The tax by rate, on one line: a line of its own for each costs the queue 50 ms at 9600 baud.
    fn taxes(&mut self, taxes: &[Included]) {
        let parts: Vec<String> = taxes
            .iter()
            .map(|included| match included.rate {
                Rate::Ten | Rate::Five => {
                    let tax = self.words.i18n.amount(included.tax);
                    format!("{} {} % {tax}", self.words.vat, included.rate.percent())
                }
                Rate::Exempt => {
                    let total = self.words.i18n.amount(included.total);
                    format!("{} {total}", self.words.exempt)
                }
            })
            .collect();
        if !parts.is_empty() {
            let said = format!("{}: {}", self.words.included, parts.join(", "));
            self.paper.hanging(Style::LEFT, INDENT, &said);
        }
    }

    fn balance(&mut self, receipt: &Receipt) {
        if let Some(balance) = receipt.balance {
            let before = self.words.i18n.amount(balance.before);
            let after = self.words.i18n.amount(balance.after);
            let before = format!("{} {before}", self.words.balance_before);
            let after = format!("{} {after}", self.words.balance_after);
            self.paper.columns(Style::LEFT, 0, &before, &after);
        }
    }

    fn end(&mut self, receipt: &Receipt) {
        if let Some(note) = &receipt.note {
            let note = match receipt.kind {
                Kind::Void { .. } | Kind::Refund { .. } => format!("{}: {note}", self.words.reason),
                Kind::Sale => format!("* {note}"),
            };
            self.paper.hanging(Style::LEFT, INDENT, &note);
        }
        self.paper.text(Style::CENTRE, &self.words.not_fiscal);
        self.said(Style::CENTRE, &receipt.shop.footer);
        let code = TicketCode::of(receipt.number).to_string();
        self.paper.barcode(&code).cut();
    }

    fn amount(&mut self, word: &str, amount: Money) {
        let amount = self.words.i18n.amount(amount);
        self.paper.columns(Style::LEFT, INDENT, word, &amount);
    }

    fn taken_off(&mut self, word: &str, amount: Money) {
        self.amount(word, -amount);
    }

    /// Adds text if there is any.
    fn said(&mut self, style: Style, text: &str) {
        if !text.trim().is_empty() {
            self.paper.text(style, text);
        }
    }
}

/// Always three decimals: `0,350`, `2,000`.
fn grams_shown(quantity: Quantity) -> String {
    let grams = quantity.in_thousandths();
    format!("{},{:03}", grams / 1_000, (grams % 1_000).unsigned_abs())
}

#[cfg(test)]
#[path = "ticket_tests.rs"]
mod tests;
