//! The receipt of what was paid for a month of lunches.

use super::document::{Document, Paper, Size, Style};
use super::lunch::month_words;
use super::ticket::short_number;
use crate::domain::Money;
use crate::domain::lunch::payment::Slip;
use crate::i18n::I18n;

const INDENT: usize = 2;

/// Who paid what for which month, and how.
#[must_use]
pub fn slip(slip: &Slip, words: &I18n, paper: Paper) -> Document {
    let mut page = Page {
        paper: Document::new(paper),
        words,
    };
    page.heading(slip);
    page.figures(slip);
    page.paper
        .rule()
        .text(Style::CENTRE, &words.text("ticket-not-fiscal"))
        .cut();
    page.paper
}

struct Page<'a> {
    paper: Document,
    words: &'a I18n,
}

impl Page<'_> {
    fn heading(&mut self, slip: &Slip) {
        let words = self.words;
        if !slip.shop.name.trim().is_empty() {
            let name = Style::CENTRE.bold().size(Size::Tall);
            self.paper.text(name, &slip.shop.name);
        }
        let loud = Style::CENTRE.bold().size(Size::Double);
        self.paper.text(loud, &words.text("lunch-slip-title"));
        let number = [
            ("number", short_number(slip.number).into()),
            ("when", words.date_time(slip.at).into()),
        ];
        let number = words.text_with("slip-number", &number);
        let till = format!(
            "{} - {}: {}",
            slip.till,
            words.text("ticket-cashier"),
            slip.cashier
        );
        self.paper
            .text(Style::LEFT, &number)
            .text(Style::LEFT, &till)
            .rule()
            .hanging(Style::LEFT.bold().size(Size::Tall), INDENT, &slip.pupil);
        if !slip.grade.is_empty() {
            self.paper.text(Style::LEFT, &slip.grade);
        }
        self.paper.rule();
    }

    fn figures(&mut self, slip: &Slip) {
        let words = self.words;
        let loud = Style::LEFT.bold().size(Size::Tall);
        let month = month_words(slip.month, words);
        self.paper
            .columns(loud, INDENT, &month, &words.money(slip.amount));
        if !slip.rounding.is_zero() {
            self.figure(&words.text("ticket-rounding"), -slip.rounding);
        }
        let usual = || words.text(&format!("ticket-tender-{}", slip.paid.kind.code()));
        let mut tender = slip.paid.name.clone().unwrap_or_else(usual);
        if let Some(reference) = &slip.paid.reference {
            tender.push_str(" # ");
            tender.push_str(reference.as_str());
        }
        self.figure(&tender, slip.paid.amount);
        if !slip.paid.surcharge.is_zero() {
            self.figure(&words.text("ticket-surcharge"), slip.paid.surcharge);
            let paid = slip.paid.amount + slip.paid.surcharge;
            self.figure(&words.text("ticket-paid"), paid);
        }
        if let Some((before, after)) = slip.balance {
            self.figure(&words.text("ticket-balance-before"), before);
            self.figure(&words.text("ticket-balance-after"), after);
        }
    }

    fn figure(&mut self, label: &str, amount: Money) {
        let amount = self.words.amount(amount);
        self.paper.columns(Style::LEFT, INDENT, label, &amount);
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::lunch::Month;
    use crate::domain::receipt::Shop;
    use crate::domain::tender::{Payment, Reference, TenderKind};
    use crate::domain::{Moment, TenderId};
    use crate::i18n::Locale;
    use crate::printing::text;

    #[test]
    fn the_slip_says_who_paid_what_for_which_month_and_how() {
        let g = Money::guaranies;
        let at = DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00").unwrap();
        let of = Slip {
            shop: Shop {
                name: "Cantina Tita".into(),
                ..Shop::default()
            },
            number: 7,
            at: Moment::new(at),
            till: "Caja 1".into(),
            cashier: "María G.".into(),
            pupil: "Sofía Benítez".into(),
            grade: "3.º A".into(),
            month: Month::parse("2026-11").unwrap(),
            amount: g(250_000),
            rounding: g(0),
            paid: Payment {
                tender: TenderId(3),
                kind: TenderKind::Debit,
                amount: g(250_000),
                received: g(258_750),
                reference: Reference::parse("A-77").ok(),
                commission: g(8_750),
                surcharge: g(8_750),
                name: Some("Posnet".into()),
            },
            balance: None,
        };
        let words = I18n::new(Locale::EsPy);
        let said = text::render(&slip(&of, &words, Paper::Columns32));
        for part in [
            "000007",
            "Sofía Benítez",
            "noviembre 2026",
            "Posnet # A-77",
            "258.750",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
}
