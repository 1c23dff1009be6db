//! The two pages that a setup prints.

use crate::domain::catalogue::Unit;
use crate::domain::receipt::{Balance, Buyer, Kind, Line, Receipt, Shop};
use crate::domain::tax::{Included, Rate};
use crate::domain::tender::{Payment, TenderKind};
use crate::domain::{Moment, Money, Quantity, SaleId, TenderId};
use crate::i18n::I18n;
use crate::printing::{Document, Paper, Style, ticket};

/// Which page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Page {
    /// A few letters: centred, bold, with accents.
    Text,
    /// A whole ticket with its cut.
    Ticket,
}

impl Page {
    /// The key of its title.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "setup-page-text",
            Self::Ticket => "setup-page-ticket",
        }
    }
}

/// Lays a page out. What it shows of money and people is made up, and it says so.
#[must_use]
pub fn lay_out(page: Page, shop: &Shop, words: &I18n, paper: Paper, now: Moment) -> Document {
    match page {
        Page::Text => text(words, paper),
        Page::Ticket => {
            let receipt = example(shop, words, now);
            ticket::ticket(&receipt, &ticket::Words::new(words), paper)
        }
    }
}

fn text(words: &I18n, paper: Paper) -> Document {
    let mut page = Document::new(paper);
    page.text(Style::CENTRE, &words.text("setup-page-centred"))
        .text(Style::CENTRE.bold(), &words.text("setup-page-bold"))
        .text(Style::LEFT, "ñ Ñ á é í ó ú ü ¿ ¡ º ₲")
        .rule()
        .blank()
        .blank()
        .blank();
    page
}

/// A ticket with everything that a ticket can have.
#[must_use]
pub fn example(shop: &Shop, words: &I18n, now: Moment) -> Receipt {
    let line = |name: &str, price: i64| Line {
        name: words.text(name),
        unit: Unit::Each,
        quantity: Quantity::ONE,
        price: Money::guaranies(price),
        discount: Money::ZERO,
        net: Money::guaranies(price),
        note: None,
    };
    let total = Money::guaranies(18_000);
    Receipt {
        sale: SaleId(uuid::Uuid::nil()),
        kind: Kind::Sale,
        shop: shop.clone(),
        number: 0,
        at: now,
        till: words.text("setup-page-ticket"),
        cashier: "María Ñ.".to_owned(),
        buyer: Some(Buyer {
            name: "Sofía Benítez".to_owned(),
            grade: "5.º B".to_owned(),
        }),
        lines: vec![
            line("setup-page-item-1", 6_000),
            line("setup-page-item-2", 5_000),
            line("setup-page-item-3", 7_000),
        ],
        discount: Money::ZERO,
        total,
        rounding: Money::ZERO,
        payments: vec![Payment {
            tender: TenderId(1),
            kind: TenderKind::Account,
            amount: total,
            received: total,
            reference: None,
            commission: Money::ZERO,
            surcharge: Money::ZERO,
            name: None,
        }],
        change: Money::ZERO,
        to_account: Money::ZERO,
        taxes: vec![Included {
            rate: Rate::Ten,
            total,
            tax: Rate::Ten.included_in(total),
        }],
        balance: Some(Balance {
            before: Money::guaranies(26_000),
            after: Money::guaranies(8_000),
        }),
        note: None,
        opens_drawer: false,
        copy: false,
    }
}
