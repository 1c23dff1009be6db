//! Papers of accounts: the receipt of a movement, a statement, the list of low balances.

use crate::domain::ledger::{Kind, Slip};
use crate::domain::receipt::Shop;
use crate::domain::{Moment, Money};
use crate::i18n::I18n;
use crate::store::{Low, Statement, StatementLine, What};

use super::document::{Document, Paper, Size, Style};

/// Where what belongs to a line begins below it.
const INDENT: usize = 2;

/// What a paper says beside its facts.
pub struct Telling<'a> {
    /// The words of the locale.
    pub words: &'a I18n,
    /// Whose canteen it is.
    pub shop: &'a Shop,
    /// When it is made; also tells in which zone its times are.
    pub now: Moment,
}

/// The receipt of a movement: who, how much, how, and the balance before and after.
#[must_use]
pub fn slip(slip: &Slip, telling: &Telling<'_>, paper: Paper) -> Document {
    let words = telling.words;
    let mut page = Page::begin(telling, paper);
    let title = words.text(&format!("slip-title-{}", word(slip.kind)));
    let loud = Style::CENTRE.bold().size(Size::Double);
    page.paper.text(loud, &title);
    if slip.copy {
        page.paper.text(loud, &words.text("ticket-copy"));
    }
    let number = [
        ("number", format!("{:06}", slip.number).into()),
        ("when", words.date_time(slip.at).into()),
    ];
    page.paper
        .text(Style::LEFT, &words.text_with("slip-number", &number));
    let cashier = format!(
        "{} - {}: {}",
        slip.till,
        words.text("ticket-cashier"),
        slip.cashier
    );
    page.paper.text(Style::LEFT, &cashier).rule();
    let who = Style::LEFT.bold().size(Size::Tall);
    page.paper.hanging(who, INDENT, &slip.pupil);
    if !slip.grade.is_empty() {
        page.paper.text(Style::LEFT, &slip.grade);
    }
    if let Some(other) = &slip.other {
        let other = [("name", other.into())];
        page.paper
            .hanging(Style::LEFT, INDENT, &words.text_with("slip-other", &other));
    }
    page.paper.rule();
    page.slip_figures(slip);
    page.paper.rule();
    if slip.kind == Kind::Payout {
        // Whoever takes money out signs for it.
        page.paper
            .blank()
            .blank()
            .rule()
            .text(Style::CENTRE, &words.text("slip-signature"));
    }
    page.end();
    page.paper
}

/// A statement with all its lines, oldest first.
#[must_use]
pub fn statement(statement: &Statement, telling: &Telling<'_>, paper: Paper) -> Document {
    let words = telling.words;
    let mut page = Page::begin(telling, paper);
    page.paper
        .text(Style::CENTRE.bold(), &words.text("statement-title"))
        .rule();
    let who = Style::LEFT.bold().size(Size::Tall);
    for holder in &statement.holders {
        page.paper.hanging(who, INDENT, holder);
    }
    if let Some((name, phone)) = &statement.guardian {
        let guardian = match phone {
            Some(phone) => format!("{name}, {phone}"),
            None => name.clone(),
        };
        page.paper.hanging(Style::LEFT, INDENT, &guardian);
    }
    let days = [("from", statement.from.into()), ("to", statement.to.into())];
    page.paper
        .text(Style::LEFT, &words.text_with("statement-period", &days))
        .rule();
    page.figure("statement-opening", statement.opening);
    page.paper.rule();
    if statement.lines.is_empty() {
        page.paper
            .text(Style::LEFT, &words.text("statement-nothing"));
    }
    for line in statement.lines.iter().rev() {
        page.line(line);
    }
    page.paper.rule();
    page.figure("statement-credits", statement.credits);
    page.figure("statement-debits", -statement.debits);
    let closing = words.money(statement.closing);
    page.paper.columns(
        Style::LEFT.bold().size(Size::Tall),
        INDENT,
        &words.text("statement-closing"),
        &closing,
    );
    page.paper.rule();
    page.end();
    page.paper
}

/// The list of low balances: whom to call, with their phone.
#[must_use]
pub fn low(low: &[Low], telling: &Telling<'_>, paper: Paper) -> Document {
    let words = telling.words;
    let mut page = Page::begin(telling, paper);
    let day = [("day", telling.now.day().into())];
    page.paper
        .text(Style::CENTRE.bold(), &words.text_with("low-title", &day))
        .rule();
    if low.is_empty() {
        page.paper.text(Style::LEFT, &words.text("low-none"));
    }
    for account in low {
        let who = format!("{}, {}", account.names, account.grade);
        page.paper.columns(
            Style::LEFT.bold(),
            INDENT,
            &who,
            &words.money(account.balance),
        );
        let call = [account.guardian.as_deref(), account.phone.as_deref()];
        let call: Vec<&str> = call.into_iter().flatten().collect();
        if !call.is_empty() {
            page.below(&call.join(" · "));
        }
    }
    page.paper.rule();
    let count = [("count", low.len().into())];
    page.paper
        .text(Style::LEFT, &words.text_with("low-count", &count));
    page.end();
    page.paper
}

/// What a line of a statement was, in words.
#[must_use]
pub fn what(line: &StatementLine, words: &I18n) -> String {
    match &line.what {
        What::Sale { number, .. } => {
            words.text_with("statement-sale", &[("number", (*number).into())])
        }
        What::Undone { number, of, whole } => {
            let told = [("number", (*number).into()), ("of", (*of).into())];
            let key = if *whole {
                "statement-void"
            } else {
                "statement-refund"
            };
            words.text_with(key, &told)
        }
        What::Movement {
            kind,
            tender,
            other,
            ..
        } => movement(*kind, *tender, other.as_deref(), line.amount, words),
        What::Opening => words.text("statement-brought"),
        What::Other(word) => match word.as_str() {
            "lunch" => words.text("statement-lunch"),
            "lunch_back" => words.text("statement-lunch-back"),
            "top_up" => words.text("statement-change-kept"),
            other => other.replace('_', " "),
        },
    }
}

fn movement(
    kind: Kind,
    tender: Option<crate::domain::tender::TenderKind>,
    other: Option<&str>,
    amount: Money,
    words: &I18n,
) -> String {
    let what = match (kind, amount.is_negative(), other) {
        (Kind::Transfer, true, Some(other)) => {
            words.text_with("statement-to", &[("name", other.into())])
        }
        (Kind::Transfer, false, Some(other)) => {
            words.text_with("statement-from", &[("name", other.into())])
        }
        _ => words.text(&format!("movement-{}", word(kind))),
    };
    match tender {
        Some(tender) => {
            let tender = words.text(&format!("ticket-tender-{}", tender.code()));
            format!("{what} · {tender}")
        }
        None => what,
    }
}

/// What more there is to say of a line: what was bought, the operation's number, the reason.
#[must_use]
pub fn more(line: &StatementLine, words: &I18n) -> Option<String> {
    let said: Vec<String> = match &line.what {
        What::Sale { bought, .. } => vec![bought.clone()],
        What::Movement {
            kind,
            reference,
            reason,
            ..
        } => {
            let reference = reference
                .as_ref()
                .map(|number| words.text_with(number_key(*kind), &[("number", number.into())]));
            reference.into_iter().chain(reason.clone()).collect()
        }
        What::Undone { .. } | What::Opening | What::Other(_) => Vec::new(),
    };
    let said: Vec<String> = said.into_iter().filter(|said| !said.is_empty()).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// The word of a kind in i18n keys.
#[must_use]
pub const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::TopUp => "top-up",
        Kind::Correction => "correction",
        Kind::Transfer => "transfer",
        Kind::Payout => "payout",
        Kind::Share => "share",
        Kind::Undo => "undo",
    }
}

/// The number beside a movement is the operation's; of an undoing it is that of what it undoes.
const fn number_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Undo => "statement-undoes",
        _ => "statement-reference",
    }
}

struct Page<'a> {
    paper: Document,
    telling: &'a Telling<'a>,
}

impl<'a> Page<'a> {
    fn begin(telling: &'a Telling<'a>, paper: Paper) -> Self {
        let mut page = Self {
            paper: Document::new(paper),
            telling,
        };
        if !telling.shop.name.trim().is_empty() {
            let style = Style::CENTRE.bold().size(Size::Tall);
            page.paper.text(style, &telling.shop.name);
        }
        page
    }

    fn slip_figures(&mut self, slip: &Slip) {
        let words = self.telling.words;
        let amount = match slip.kind {
            // What somebody put down or took home has no sign.
            Kind::Payout if slip.amount.is_negative() => -slip.amount,
            _ => slip.amount,
        };
        self.paper.columns(
            Style::LEFT.bold().size(Size::Tall),
            INDENT,
            &words.text(&format!("movement-{}", word(slip.kind))),
            &words.money(amount),
        );
        if !slip.rounding.is_zero() {
            self.figure("ticket-rounding", slip.rounding);
            self.figure("slip-handed", slip.handed());
        }
        if let Some(tender) = slip.tender {
            let tender = words.text(&format!("ticket-tender-{}", tender.code()));
            self.below(&tender);
        }
        if let Some(number) = &slip.reference {
            let number = [("number", number.into())];
            self.below(&words.text_with(number_key(slip.kind), &number));
        }
        if let Some(reason) = &slip.reason {
            self.below(&format!("{}: {reason}", words.text("ticket-reason")));
        }
        self.figure("ticket-balance-before", slip.before);
        self.figure("ticket-balance-after", slip.after);
        if slip.lunches.is_positive() {
            self.figure("slip-lunches", slip.lunches);
        }
    }

    fn figure(&mut self, key: &str, amount: Money) {
        let words = self.telling.words;
        let label = words.text(key);
        self.paper
            .columns(Style::LEFT, INDENT, &label, &words.money(amount));
    }

    fn line(&mut self, line: &StatementLine) {
        let words = self.telling.words;
        let now = self.telling.now;
        let when = words.date_time(now.plus_millis(line.at.0 - now.at.0));
        let what = format!("{when} {}", what(line, words));
        self.paper
            .columns(Style::LEFT, INDENT, &what, &words.amount(line.amount));
        let pupil = line.pupil.as_deref().map(str::to_owned);
        for said in more(line, words).into_iter().chain(pupil) {
            self.below(&said);
        }
        let balance = words.money(line.balance);
        let label = format!("{:INDENT$}{}", "", words.text("statement-balance"));
        self.paper.columns(Style::LEFT, INDENT, &label, &balance);
    }

    fn below(&mut self, said: &str) {
        let said = format!("{:INDENT$}{said}", "");
        self.paper.hanging(Style::LEFT, 2 * INDENT, &said);
    }

    fn end(&mut self) {
        let words = self.telling.words;
        let made = words.date_time(self.telling.now);
        self.paper
            .text(Style::CENTRE, &made)
            .text(Style::CENTRE, &words.text("ticket-not-fiscal"))
            .cut();
    }
}
