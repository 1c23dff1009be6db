//! The paper of those who left with something on their account.

use super::account::Telling;
use super::document::{Document, Paper, Style};
use crate::domain::Money;
use crate::store::people::Leaver;

/// Whom to pay out, with their phone; debts below zero.
#[must_use]
pub fn leavers(leavers: &[Leaver], telling: &Telling<'_>, paper: Paper) -> Document {
    let words = telling.words;
    let mut page = Document::new(paper);
    page.text(Style::CENTRE.bold(), &telling.shop.name)
        .text(Style::CENTRE.bold(), &words.text("people-leavers-title"))
        .rule();
    for of in leavers {
        let who = format!("{}, {}", of.name, of.grade);
        page.columns(Style::LEFT.bold(), 2, &who, &words.money(of.balance));
        let call = [of.guardian.as_deref(), of.phone.as_deref()];
        let call: Vec<&str> = call.into_iter().flatten().collect();
        if !call.is_empty() {
            page.hanging(Style::LEFT, 4, &format!("  {}", call.join(" · ")));
        }
    }
    let sum: Money = leavers
        .iter()
        .filter(|of| !of.balance.is_negative())
        .fold(Money::ZERO, |sum, of| sum + of.balance);
    page.rule()
        .columns(
            Style::LEFT.bold(),
            0,
            &words.text("people-leavers"),
            &words.money(sum),
        )
        .text(Style::CENTRE, &words.date_time(telling.now))
        .cut();
    page
}
