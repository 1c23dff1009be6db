//! What an X or a Z looks like on paper.

use super::document::{Document, Paper, Size, Style};
use super::ticket::short_number;
use crate::domain::Money;
use crate::domain::shift::{Closing, Counted, Drawer, Report, Tally};
use crate::domain::tax::Rate;
use crate::domain::tender::TenderKind;
use crate::i18n::I18n;

const INDENT: usize = 2;

/// What the paper is called: «Informe X» or «Informe Z N.º 12».
#[must_use]
pub fn title(report: &Report, words: &I18n) -> String {
    match report.number() {
        Some(number) => words.text_with("shift-z-title", &[("number", number.into())]),
        None => words.text("shift-x-title"),
    }
}

/// The words for a difference: what is missing, what is too much, or that it fits.
#[must_use]
pub fn difference(difference: Money, words: &I18n) -> String {
    let (key, amount) = if difference.is_negative() {
        ("shift-missing", -difference)
    } else if difference.is_positive() {
        ("shift-over", difference)
    } else {
        return words.text("shift-fits");
    };
    words.text_with(key, &[("amount", amount.into())])
}

/// The report, ready for any way to show it; `copy` marks what is printed again.
#[must_use]
pub fn report(report: &Report, copy: bool, words: &I18n, paper: Paper) -> Document {
    let mut page = Page {
        paper: Document::new(paper),
        words,
    };
    page.heading(report, copy);
    page.sales(report);
    page.by_tender(report);
    page.by_cashier(report);
    page.taxes(report);
    page.beside(report);
    page.without_shift(report);
    page.drawers(report);
    page.moves(report);
    page.hand_overs(report);
    if let Some(closing) = &report.closing {
        page.closing(closing);
    }
    page.end(report);
    page.paper
}

struct Page<'a> {
    paper: Document,
    words: &'a I18n,
}

impl Page<'_> {
    fn heading(&mut self, report: &Report, copy: bool) {
        let loud = Style::CENTRE.bold().size(Size::Double);
        if !report.shop.name.trim().is_empty() {
            let name = Style::CENTRE.bold().size(Size::Tall);
            self.paper.text(name, &report.shop.name);
        }
        if let Some(ruc) = report.shop.ruc {
            let ruc = format!("{} {ruc}", self.words.text("ticket-ruc"));
            self.paper.text(Style::CENTRE, &ruc);
        }
        self.paper.text(loud, &title(report, self.words));
        if copy {
            self.paper.text(loud, &self.words.text("ticket-copy"));
        }
        self.paper.text(Style::LEFT, &report.till);
        let opened = self.words.date_time(report.shift.opened);
        self.when("shift-opened-line", &opened, &report.shift.by_name);
        if let Some(closing) = &report.closing {
            let closed = self.words.date_time(closing.at);
            self.when("shift-closed-line", &closed, &closing.by);
        } else {
            let told = [("at", self.words.date_time(report.at).into())];
            let line = self.words.text_with("shift-read-line", &told);
            self.paper.text(Style::LEFT, &line);
        }
        if let Some((first, last)) = report.tickets {
            let told = [
                ("first", short_number(first).into()),
                ("last", short_number(last).into()),
            ];
            let line = self.words.text_with("shift-tickets", &told);
            self.paper.text(Style::LEFT, &line);
        }
    }

    fn when(&mut self, key: &str, at: &str, by: &str) {
        let told = [("at", at.into()), ("by", by.into())];
        let line = self.words.text_with(key, &told);
        self.paper.hanging(Style::LEFT, INDENT, &line);
    }

    fn sales(&mut self, report: &Report) {
        self.paper.rule();
        self.tally("shift-tally-sales", report.sales, false);
        if report.voids.count > 0 {
            self.tally("shift-voids", report.voids, true);
        }
        if report.refunds.count > 0 {
            self.tally("shift-refunds", report.refunds, true);
        }
        let net = self.words.money(report.net());
        let loud = Style::LEFT.bold().size(Size::Tall);
        let word = self.words.text("shift-net");
        self.paper.columns(loud, 0, &word, &net);
        self.some("shift-discounts", report.discounts);
        self.some("shift-rounding", report.rounding);
        if let Some(commissions) = report.commissions {
            self.some("shift-commissions", commissions);
        }
    }

    fn by_tender(&mut self, report: &Report) {
        if report.by_tender.is_empty() {
            return;
        }
        self.part("shift-by-tender");
        for line in &report.by_tender {
            let word = format!("{} ({})", self.tender(line.kind), line.paid.count);
            self.amount(&word, line.paid.amount);
        }
    }

    fn by_cashier(&mut self, report: &Report) {
        if report.by_cashier.len() < 2 {
            return;
        }
        self.part("shift-by-cashier");
        for line in &report.by_cashier {
            let word = format!("{} ({})", line.name, line.sold.count);
            self.amount(&word, line.sold.amount);
        }
    }

    fn taxes(&mut self, report: &Report) {
        if report.taxes.is_empty() {
            return;
        }
        self.part("shift-taxes");
        for included in &report.taxes {
            let word = match included.rate {
                Rate::Exempt => self.words.text("ticket-exempt"),
                Rate::Ten | Rate::Five => {
                    let vat = self.words.text("ticket-vat");
                    let tax = self.words.amount(included.tax);
                    format!("{vat} {} % {tax}", included.rate.percent())
                }
            };
            self.amount(&word, included.total);
        }
    }

    /// What moved money beside sales.
    fn beside(&mut self, report: &Report) {
        let accounts =
            report.top_ups.count + report.top_ups_undone.count + report.withdrawals.count;
        let moved = accounts + report.drawer_opened;
        if moved == 0 {
            return;
        }
        self.paper.rule();
        if report.top_ups.count > 0 {
            self.tally("shift-top-ups", report.top_ups, false);
        }
        if report.top_ups_undone.count > 0 {
            self.tally("shift-top-ups-undone", report.top_ups_undone, true);
        }
        if report.withdrawals.count > 0 {
            self.tally("shift-withdrawals", report.withdrawals, true);
        }
        if report.drawer_opened > 0 {
            let word = self.words.text("shift-drawer-opened");
            let count = report.drawer_opened.to_string();
            self.paper.columns(Style::LEFT, 0, &word, &count);
        }
    }

    fn without_shift(&mut self, report: &Report) {
        if report.without_shift.is_empty() {
            return;
        }
        self.part("shift-without");
        self.tally("shift-tally-sales", report.without_shift.sales, false);
        for (kind, amount) in &report.without_shift.tenders {
            let word = self.tender(*kind);
            self.amount(&word, *amount);
        }
    }

    fn drawers(&mut self, report: &Report) {
        // Cash is always among them, unless the count is to be made blind.
        if report.drawers.is_empty() {
            self.paper.rule();
            let line = self.words.text("shift-x-blind");
            self.paper.hanging(Style::LEFT, INDENT, &line);
        }
        for drawer in &report.drawers {
            self.drawer(drawer);
        }
    }

    fn drawer(&mut self, drawer: &Drawer) {
        self.paper.rule();
        let name = self.tender(drawer.kind);
        self.paper.text(Style::LEFT.bold(), &name);
        self.some("shift-float", drawer.float);
        self.some("shift-sold", drawer.sold());
        self.some("shift-given-back", -drawer.given_back);
        self.some("shift-topped-up", drawer.topped_up);
        self.some("shift-undone", -drawer.undone);
        self.some("shift-withdrawn", -drawer.withdrawn);
        self.some("shift-paid-in", drawer.paid_in);
        self.some("shift-paid-out", -drawer.paid_out);
        self.some("shift-dropped", -drawer.dropped);
        self.some("shift-without", drawer.before);
        let word = self.words.text("shift-expected");
        let expected = self.words.amount(drawer.expected());
        self.paper.columns(Style::LEFT.bold(), 0, &word, &expected);
    }

    fn moves(&mut self, report: &Report) {
        if report.moves.is_empty() {
            return;
        }
        self.part("shift-moves");
        for moved in &report.moves {
            let time = self.words.time(moved.at);
            let kind = self.words.text(move_key(moved.kind));
            self.amount(&format!("{time} {kind}"), moved.amount);
            let why = format!("{:INDENT$}{} - {}", "", moved.reason, moved.by);
            self.paper.hanging(Style::LEFT, 2 * INDENT, &why);
        }
    }

    fn hand_overs(&mut self, report: &Report) {
        if report.hand_overs.is_empty() {
            return;
        }
        self.part("shift-hand-overs");
        for over in &report.hand_overs {
            let time = self.words.time(over.at);
            let line = format!("{time} {} > {}", over.from, over.to);
            self.paper.hanging(Style::LEFT, INDENT, &line);
            if let Some((counted, expected)) = over.counted {
                let word = difference(counted - expected, self.words);
                self.amount(&word, counted);
            }
        }
    }

    fn closing(&mut self, closing: &Closing) {
        self.part("shift-count");
        for (piece, pieces) in closing.cash.rows().filter(|(_, pieces)| *pieces > 0) {
            let worth = Money::guaranies(piece.amount() * i64::from(pieces));
            let word = format!("{pieces} x {}", self.words.amount(piece));
            self.amount(&word, worth);
        }
        for counted in &closing.counted {
            self.counted(counted);
        }
        if let Some(why) = &closing.explanation {
            let told = [("why", why.into())];
            let line = self.words.text_with("shift-explained", &told);
            self.paper.hanging(Style::LEFT, INDENT, &line);
        }
        if let Some(by) = &closing.approved_by {
            let line = self.words.text_with("shift-approved", &[("by", by.into())]);
            self.paper.hanging(Style::LEFT, INDENT, &line);
        }
        let word = self.words.text("shift-next-float");
        let float = self.words.amount(closing.next_float);
        self.paper.columns(Style::LEFT, 0, &word, &float);
    }

    fn counted(&mut self, counted: &Counted) {
        let told = [("tender", self.tender(counted.kind).into())];
        let word = self.words.text_with("shift-counted-of", &told);
        self.paper
            .columns(Style::LEFT, 0, &word, &self.words.amount(counted.counted));
        let said = difference(counted.difference(), self.words);
        let loud = match counted.difference().is_zero() {
            true => Style::LEFT,
            false => Style::LEFT.bold(),
        };
        self.paper
            .hanging(loud, INDENT, &format!("{:INDENT$}{said}", ""));
    }

    fn end(&mut self, report: &Report) {
        self.paper.rule();
        if let Some(chain) = &report.chain {
            // Whole: what is noted on paper must be enough to ask by.
            let line = self
                .words
                .text_with("shift-chain", &[("head", chain.as_str().into())]);
            self.paper.text(Style::LEFT, &line);
        }
        if report.closing.is_some() {
            let sign = self.words.text("shift-signature");
            self.paper.text(Style::LEFT, "");
            self.paper.text(Style::LEFT, &sign);
        }
        let private = self.words.text("ticket-not-fiscal");
        self.paper.text(Style::CENTRE, &private).cut();
    }

    fn part(&mut self, key: &str) {
        let title = self.words.text(key);
        self.paper.rule().text(Style::LEFT.bold(), &title);
    }

    fn tally(&mut self, key: &str, tally: Tally, taken: bool) {
        let word = format!("{} ({})", self.words.text(key), tally.count);
        let amount = if taken { -tally.amount } else { tally.amount };
        let amount = self.words.amount(amount);
        self.paper.columns(Style::LEFT, 0, &word, &amount);
    }

    /// A line only where there is something to say.
    fn some(&mut self, key: &str, amount: Money) {
        if !amount.is_zero() {
            let word = self.words.text(key);
            self.amount(&word, amount);
        }
    }

    fn amount(&mut self, word: &str, amount: Money) {
        let amount = self.words.amount(amount);
        self.paper.columns(Style::LEFT, INDENT, word, &amount);
    }

    fn tender(&self, kind: TenderKind) -> String {
        self.words.text(&format!("ticket-tender-{}", kind.code()))
    }
}

/// The key of the word for what moves cash.
#[must_use]
pub const fn move_key(kind: crate::domain::shift::MoveKind) -> &'static str {
    use crate::domain::shift::MoveKind;
    match kind {
        MoveKind::PaidIn => "shift-paid-in",
        MoveKind::PaidOut => "shift-paid-out",
        MoveKind::Drop => "shift-dropped",
    }
}

#[cfg(test)]
#[path = "shift_tests.rs"]
mod tests;
