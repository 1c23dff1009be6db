//! The sheet for a family, laid out: what their child bought, and what the till warned of or refused.
//!
//! It is health data of a child: whoever prints or saves one answers for it.

use crate::domain::diet::{Reason, Response, Restriction, Wish};
use crate::domain::{BusinessDay, Moment, Money, Quantity};
use crate::i18n::I18n;
use crate::store::diet::{PastAlert, Sheet, SheetLine};

use super::document::{Document, Paper, Size, Style};

/// Where what belongs to a line begins below it.
const INDENT: usize = 2;

/// What a sheet says beside its facts.
pub struct Telling<'a> {
    /// The words of the locale.
    pub words: &'a I18n,
    /// The shop's name.
    pub shop: &'a str,
    /// When it is made; also tells in which zone its times are.
    pub now: Moment,
    /// The sentence of a reason: «Contiene maní — etiqueta del 12/03/2026».
    pub reason: &'a dyn Fn(&Reason) -> String,
}

/// What was paid, without what was undone.
#[must_use]
pub fn total(sheet: &Sheet) -> Money {
    let bought = sheet.bought.iter().filter(|line| !line.voided);
    bought.fold(Money::ZERO, |sum, line| sum + line.paid)
}

/// The sheet, ready for any way to show it.
#[must_use]
pub fn sheet(sheet: &Sheet, telling: &Telling<'_>, paper: Paper) -> Document {
    let mut page = Page {
        paper: Document::new(paper),
        telling,
    };
    page.heading(sheet);
    page.needs(&sheet.restrictions, &sheet.wishes);
    page.alerts(&sheet.alerts);
    page.bought(sheet);
    page.end();
    page.paper
}

struct Page<'a> {
    paper: Document,
    telling: &'a Telling<'a>,
}

impl Page<'_> {
    fn word(&self, key: &str) -> String {
        self.telling.words.text(key)
    }

    fn heading(&mut self, sheet: &Sheet) {
        let words = self.telling.words;
        let shop = self.telling.shop;
        if !shop.trim().is_empty() {
            self.paper.text(Style::CENTRE.bold().size(Size::Tall), shop);
        }
        let title = self.word("sheet-title");
        self.paper.text(Style::CENTRE.bold(), &title).rule();
        let who = Style::LEFT.bold().size(Size::Tall);
        self.paper.hanging(who, INDENT, &sheet.name);
        if !sheet.grade.is_empty() {
            self.paper.text(Style::LEFT, &sheet.grade);
        }
        let days = [("from", sheet.from.into()), ("to", sheet.to.into())];
        self.paper
            .text(Style::LEFT, &words.text_with("sheet-period", &days));
    }

    fn title(&mut self, key: &str) {
        let title = self.word(key);
        self.paper.rule().text(Style::LEFT.bold(), &title);
    }

    fn none(&mut self, key: &str) {
        let none = self.word(key);
        self.paper.hanging(Style::LEFT, INDENT, &none);
    }

    fn needs(&mut self, restrictions: &[Restriction], wishes: &[Wish]) {
        self.title("sheet-needs");
        if restrictions.is_empty() && wishes.is_empty() {
            self.none("sheet-needs-none");
        }
        let words = self.telling.words;
        for restriction in restrictions {
            let name = words.allergen(restriction.allergen);
            let severity = words.text(&format!("severity-{}", restriction.severity.code()));
            self.need(&format!("{name}: {severity}"), restriction.until);
        }
        for wish in wishes {
            self.need(&words.diet(wish.diet), wish.until);
        }
    }

    fn need(&mut self, what: &str, until: Option<BusinessDay>) {
        let words = self.telling.words;
        let said = match until {
            Some(day) => {
                let until = words.text_with("pupils-until-day", &[("day", day.into())]);
                format!("{what} ({until})")
            }
            None => what.to_owned(),
        };
        self.paper.hanging(Style::LEFT, INDENT, &said);
    }

    fn alerts(&mut self, alerts: &[PastAlert]) {
        self.title("sheet-alerts");
        if alerts.is_empty() {
            self.none("sheet-alerts-none");
        }
        for alert in alerts {
            self.alert(alert);
        }
    }

    fn alert(&mut self, alert: &PastAlert) {
        let words = self.telling.words;
        let when = words.date_time(self.at(alert.at));
        let key = match alert.response {
            Response::Refuse => "sheet-refused",
            Response::Allow | Response::Confirm | Response::Approve => "sheet-warned",
        };
        let what = format!("{when} {}: {}", words.text(key), alert.product);
        self.paper.hanging(Style::LEFT, INDENT, &what);
        for reason in &alert.shown {
            self.below(&(self.telling.reason)(reason));
        }
        let done = self.outcome(alert);
        self.below(&done);
    }

    /// What was done, and by whom.
    fn outcome(&self, alert: &PastAlert) -> String {
        let words = self.telling.words;
        let key = match (alert.outcome.as_str(), &alert.instead, &alert.approved_by) {
            ("swapped", Some(_), _) => "sheet-outcome-swapped",
            ("approved", _, Some(_)) => "sheet-outcome-approved",
            ("confirmed", ..) => "sheet-outcome-confirmed",
            ("declared", ..) => "sheet-outcome-declared",
            ("left", ..) => "sheet-outcome-left",
            _ => "sheet-outcome-removed",
        };
        let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
        let done = words.text_with(
            key,
            &[
                ("by", (&alert.by).into()),
                ("instead", or_empty(&alert.instead).into()),
                ("approver", or_empty(&alert.approved_by).into()),
            ],
        );
        match alert.reason.as_deref().map(str::trim) {
            Some(reason) if !reason.is_empty() => format!("{done} «{reason}»"),
            _ => done,
        }
    }

    fn below(&mut self, text: &str) {
        let text = format!("{:INDENT$}{text}", "");
        self.paper.hanging(Style::LEFT, 2 * INDENT, &text);
    }

    fn bought(&mut self, sheet: &Sheet) {
        self.title("sheet-bought");
        if sheet.bought.is_empty() {
            self.none("sheet-bought-none");
            return;
        }
        let mut day = None;
        for line in &sheet.bought {
            if day != Some(line.day) {
                day = Some(line.day);
                let date = self.telling.words.date(line.day);
                self.paper.text(Style::LEFT.bold(), &date);
            }
            self.line(line);
        }
        let word = self.word("ticket-total");
        let total = self.telling.words.money(total(sheet));
        let loud = Style::LEFT.bold().size(Size::Tall);
        self.paper.rule().columns(loud, 0, &word, &total);
    }

    fn line(&mut self, line: &SheetLine) {
        let words = self.telling.words;
        let time = words.time(self.at(line.at));
        let how_much = if line.quantity == Quantity::ONE {
            String::new()
        } else {
            format!("{} x ", words.quantity(line.quantity))
        };
        let what = format!("{time} {how_much}{}", line.name);
        let paid = words.amount(line.paid);
        self.paper.columns(Style::LEFT, INDENT, &what, &paid);
        if line.voided {
            let undone = words.text("sheet-voided");
            self.below(&undone);
        }
    }

    fn end(&mut self) {
        let words = self.telling.words;
        let made = [("when", words.date_time(self.telling.now).into())];
        let made = words.text_with("sheet-made", &made);
        self.paper.rule().text(Style::CENTRE, &made);
        let private = self.word("sheet-private");
        self.paper.text(Style::CENTRE, &private).cut();
    }

    /// An instant on the wall of today's zone.
    fn at(&self, millis: i64) -> Moment {
        let now = self.telling.now;
        now.plus_millis(millis - now.at.0)
    }
}

#[cfg(test)]
#[path = "sheet_tests.rs"]
mod tests;
