//! `cantina shift`: the cash drawer's shift without a screen, through the same till.

mod json;

use std::sync::Arc;

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Context, Outcome, Refusal};
use crate::backup::{Control, Reason};
use crate::domain::sale::At;
use crate::domain::shift::{CashCount, Drawer, MoveKind, Report};
use crate::domain::tender::TenderKind;
use crate::domain::user::{Approved, Pin, Right, User};
use crate::domain::{Moment, Money, MovementId, TenderId, UserId};
use crate::printing::shift::difference;
use crate::store::{Close, Count, NewMove};
use crate::till::{Till, now};

use super::sell::LAST_TICKET;
use json::{counted_json, report_json};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
    /// Who is at the till [default: the first active user]
    #[arg(long, global = true, value_name = "PIN")]
    cashier: Option<String>,
    /// Says the result as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Opens a shift
    Open(Open),
    /// How the drawer stands
    Status,
    /// Puts cash in
    In(Move),
    /// Takes cash out
    Out(Move),
    /// Carries cash to the safe
    Drop(Move),
    /// The report so far
    X(X),
    /// Counts the drawer and closes the shift
    Close(Closing),
    /// The last Zs, newest first
    List(List),
    /// Prints a Z again, marked as a copy
    Print(Print),
}

#[derive(Debug, Args)]
struct Open {
    /// What is in the drawer [default: what the last close left]
    #[arg(long, value_name = "AMOUNT")]
    float: Option<String>,
}

#[derive(Debug, Args)]
struct Move {
    /// How much
    #[arg(value_name = "AMOUNT")]
    amount: String,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

#[derive(Debug, Args)]
struct X {
    /// On paper too
    #[arg(long)]
    print: bool,
}

#[derive(Debug, Args)]
struct Closing {
    /// Notes and coins, such as 50000=3,1000=12; without it the count that was made before
    #[arg(long, value_name = "NOTE=PIECES", value_delimiter = ',', value_parser = pieces)]
    count: Option<Vec<(i64, u32)>>,
    /// What the vouchers of a tender come to, such as debit=45000; as expected if not said
    #[arg(long = "voucher", value_name = "TENDER=AMOUNT", value_parser = voucher)]
    vouchers: Vec<(TenderKind, Money)>,
    /// Only counts: says the difference and closes nothing
    #[arg(long)]
    only_count: bool,
    /// Why it differs
    #[arg(long, value_name = "TEXT")]
    explain: Option<String>,
    /// The PIN of who approves the difference
    #[arg(long, value_name = "PIN", requires = "explain")]
    approve: Option<String>,
    /// What stays for the next float
    #[arg(long, value_name = "AMOUNT")]
    next_float: Option<String>,
    /// Makes no backup afterwards
    #[arg(long)]
    no_backup: bool,
}

#[derive(Debug, Args)]
struct List {
    /// So many at most
    #[arg(long, value_name = "N", default_value_t = 20)]
    most: usize,
}

#[derive(Debug, Args)]
struct Print {
    /// The number of the Z [default: the last one]
    #[arg(long, value_name = "N")]
    z: Option<i64>,
}

fn pieces(text: &str) -> Result<(i64, u32), String> {
    let read = || -> Option<(i64, u32)> {
        let (note, pieces) = text.split_once('=')?;
        Some((
            Money::parse(note).ok()?.amount(),
            pieces.trim().parse().ok()?,
        ))
    };
    let counted = read().ok_or_else(|| text.to_owned())?;
    let mut count = CashCount::default();
    let set = count.set(Money::guaranies(counted.0), counted.1);
    set.map(|()| counted).map_err(|error| error.to_string())
}

fn voucher(text: &str) -> Result<(TenderKind, Money), String> {
    let read = || -> Option<(TenderKind, Money)> {
        let (tender, amount) = text.split_once('=')?;
        let kind = TenderKind::from_code(tender)?;
        Some((kind, Money::parse(amount).ok()?))
    };
    read().ok_or_else(|| text.to_owned())
}

/// Does what is asked of the drawer.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    let desk = Desk {
        context,
        till: &till,
        cashier: arguments.cashier.as_deref(),
        json: arguments.json,
    };
    let outcome = match &arguments.what {
        What::Open(of) => desk.open(of),
        What::Status => desk.status(),
        What::In(of) => desk.moved(MoveKind::PaidIn, of),
        What::Out(of) => desk.moved(MoveKind::PaidOut, of),
        What::Drop(of) => desk.moved(MoveKind::Drop, of),
        What::X(of) => desk.x(of),
        What::Close(of) => desk.close(of),
        What::List(of) => desk.list(of),
        What::Print(of) => desk.print(of),
    };
    till.let_print(LAST_TICKET);
    till.close(LAST_TICKET);
    outcome
}

struct Desk<'a> {
    context: &'a Context,
    till: &'a Till,
    cashier: Option<&'a str>,
    json: bool,
}

fn name() -> MovementId {
    MovementId(Uuid::now_v7())
}

fn amount(text: &str) -> Result<Money, Refusal> {
    Money::parse(text).map_err(|_| Refusal::new("bad_amount"))
}

impl Desk<'_> {
    fn at(&self) -> Result<At, Refusal> {
        Ok(At {
            till: self.till.id(),
            user: self.user()?,
            moment: now(),
        })
    }

    fn user(&self) -> Result<UserId, Refusal> {
        let Some(typed) = self.cashier else {
            let users = self.till.users().wait()??;
            let first = users.iter().find(|user| user.active);
            return Ok(first.ok_or(Refusal::new("nobody_works_here"))?.id);
        };
        Ok(self.signed_in(typed)?.id)
    }

    fn say(&self, json: &Value, words: impl FnOnce() -> String) -> Result<Outcome, Refusal> {
        let said = match self.json {
            true => json.to_string(),
            false => words(),
        };
        self.context.say(&said)?;
        Ok(Outcome::Done)
    }

    fn text(&self, key: &str, told: &[(&str, crate::i18n::Value)]) -> String {
        self.context.words.text_with(key, told)
    }

    fn open(&self, of: &Open) -> Result<Outcome, Refusal> {
        let at = self.at()?;
        let float = match &of.float {
            Some(float) => amount(float)?,
            None => self.till.desk(at.moment).wait()??.next_float,
        };
        let shift = self.till.open_shift(name(), float, at).wait()??;
        let json = json!({
            "open": true, "shift": shift.id.0, "float": shift.float.amount(), "by": shift.by_name,
        });
        self.say(&json, || {
            self.text("cli-shift-opened", &[("float", shift.float.into())])
        })
    }

    fn status(&self) -> Result<Outcome, Refusal> {
        let now = now();
        let desk = self.till.desk(now).wait()??;
        let Some(shift) = &desk.shift else {
            let json = json!({
                "open": false,
                "next_float": desk.next_float.amount(),
                "without_shift": {
                    "sales": desk.waiting.sales.count, "amount": desk.waiting.sales.amount.amount(),
                },
            });
            return self.say(&json, || {
                self.text("cli-shift-none", &[("float", desk.next_float.into())])
            });
        };
        let report = self.seen(now)?;
        let expected = report.cash().map(Drawer::expected);
        let json = json!({
            "open": true,
            "shift": shift.id.0,
            "opened_at": shift.opened.local.to_string(),
            "by": shift.by_name,
            "overnight": shift.was_left_open(now),
            "float": shift.float.amount(),
            "expected_cash": expected.map(Money::amount),
            "sales": report.sales.count,
            "net": report.net().amount(),
            "counted": desk.counted.as_deref().map(counted_json),
        });
        self.say(&json, || {
            let opened = self.context.words.date_time(shift.opened);
            let told = [
                ("at", opened.into()),
                ("by", (&shift.by_name).into()),
                ("sales", report.sales.count.into()),
                ("net", report.net().into()),
                ("cash", self.or_hidden(expected).into()),
            ];
            self.text("cli-shift-status", &told)
        })
    }

    fn moved(&self, kind: MoveKind, of: &Move) -> Result<Outcome, Refusal> {
        let (at, amount) = (self.at()?, amount(&of.amount)?);
        let moved = NewMove {
            id: name(),
            kind,
            amount,
            reason: of.reason.clone(),
        };
        self.till.move_cash(moved, at).wait()??;
        let report = self.seen(at.moment)?;
        let expected = report.cash().map(Drawer::expected);
        let json = json!({
            "kind": kind.code(), "amount": amount.amount(), "expected_cash": expected.map(Money::amount),
        });
        self.say(&json, || {
            let told = [
                ("amount", amount.into()),
                ("cash", self.or_hidden(expected).into()),
            ];
            self.text("cli-shift-moved", &told)
        })
    }

    fn x(&self, of: &X) -> Result<Outcome, Refusal> {
        let now = now();
        let report = self.seen(now)?;
        if of.print {
            self.till.print_x(now).wait()??;
        }
        self.say_report(&report, false)
    }

    /// The X. Where counts are made blind, what is expected is shown to whoever may approve a difference.
    fn seen(&self, now: Moment) -> Result<Report, Refusal> {
        let sees = match self.cashier {
            None => false,
            Some(typed) => self.signed_in(typed)?.may(Right::Difference),
        };
        Ok(match sees {
            true => self.till.x(now).wait()??,
            false => self.till.x_shown(now).wait()??,
        })
    }

    fn or_hidden(&self, expected: Option<Money>) -> String {
        let words = &self.context.words;
        expected.map_or_else(|| words.text("shift-hidden"), |cash| words.money(cash))
    }

    fn signed_in(&self, typed: &str) -> Result<User, Refusal> {
        let pin = Pin::parse(typed).map_err(|_| Refusal::new("wrong_pin"))?;
        Ok(self.till.sign_in(None, Right::Shift, pin, now()).wait()??)
    }

    fn say_report(&self, report: &Report, copy: bool) -> Result<Outcome, Refusal> {
        self.say(&report_json(report), || {
            self.till.report_text(report, copy).trim_end().to_owned()
        })
    }

    /// Counts, where a count is said, and closes. The count stays if the closing is refused.
    fn close(&self, of: &Closing) -> Result<Outcome, Refusal> {
        let at = self.at()?;
        if of.count.is_some() || !of.vouchers.is_empty() {
            let counted = self.till.count_shift(self.counted(of)?, at).wait()??;
            if of.only_count {
                let all: Vec<String> = counted
                    .iter()
                    .map(|counted| {
                        let tender = format!("ticket-tender-{}", counted.kind.code());
                        let tender = self.context.words.text(&tender);
                        let said = difference(counted.difference(), &self.context.words);
                        format!("{tender}: {said}")
                    })
                    .collect();
                let json = json!({ "counted": counted_json(&counted) });
                return self.say(&json, || all.join("\n"));
            }
        }
        let close = Close {
            id: name(),
            explanation: of.explain.clone(),
            approved: self.approved(of)?,
            tolerance: self.till.shift_rules(at.moment).wait()??.tolerance,
            next_float: match of.next_float.as_deref() {
                Some(typed) => Some(amount(typed)?),
                None => Some(self.till.config().shift.next_float).filter(|of| of.is_positive()),
            },
        };
        let report = self.till.close_shift(close, at).wait()??;
        let backup = match of.no_backup {
            true => None,
            false => Some(self.back_up()),
        };
        self.write_page();
        let mut json = report_json(&report);
        json["backup"] = match backup {
            Some(Ok(path)) => path.into(),
            _ => Value::Null,
        };
        self.say(&json, || {
            self.till.report_text(&report, false).trim_end().to_owned()
        })
    }

    /// The owner's page, into the folder of the settings. What fails is said; the shift is closed.
    fn write_page(&self) {
        let failed = match self.till.write_closing_page(now()).wait() {
            Ok(Ok(_)) => return,
            Ok(Err(why)) => Refusal::from(why),
            Err(why) => Refusal::from(why),
        };
        self.context.warn(&failed);
    }

    /// A failed backup takes nothing back: the shift is closed.
    fn back_up(&self) -> Result<String, ()> {
        let control = Arc::new(Control::quiet());
        let made = self.till.keeper().make(Reason::Asked, now(), &control);
        made.map(|made| made.path.display().to_string())
            .map_err(|error| self.context.complain(&error.sentence(&self.context.words)))
    }

    fn counted(&self, of: &Closing) -> Result<Count, Refusal> {
        let mut cash = CashCount::default();
        for (note, pieces) in of.count.iter().flatten() {
            let set = cash.set(Money::guaranies(*note), *pieces);
            set.map_err(|_| Refusal::new("bad_amount"))?;
        }
        let tenders = self.till.tenders().wait()??;
        let id_of = |kind: TenderKind| -> Result<TenderId, Refusal> {
            let found = tenders.iter().find(|tender| tender.kind == kind);
            let unknown = || Refusal::new("no_such_tender").told("tender", kind.code());
            Ok(found.ok_or_else(unknown)?.id)
        };
        let others = of.vouchers.iter();
        let others = others.map(|(kind, amount)| Ok((id_of(*kind)?, *amount)));
        Ok(Count {
            id: name(),
            cash,
            others: others.collect::<Result<_, Refusal>>()?,
        })
    }

    fn approved(&self, of: &Closing) -> Result<Option<Approved>, Refusal> {
        let Some(typed) = &of.approve else {
            return Ok(None);
        };
        let pin = Pin::parse(typed).map_err(|_| Refusal::new("wrong_pin"))?;
        let reason = of.explain.clone().unwrap_or_default();
        Ok(self.till.approve_difference(pin, reason, now()).wait()??)
    }

    fn list(&self, of: &List) -> Result<Outcome, Refusal> {
        let zs = self.till.zs(of.most, now()).wait()??;
        let words = &self.context.words;
        let rows: Vec<Value> = zs
            .iter()
            .map(|z| {
                json!({
                    "z": z.number, "closed_at": z.at.local.to_string(), "by": z.by,
                    "net": z.net.amount(), "difference": z.difference.amount(),
                })
            })
            .collect();
        self.say(&json!({ "zs": rows }), || {
            let lines = zs.iter().map(|z| {
                let told = [
                    ("number", z.number.into()),
                    ("at", words.date_time(z.at).into()),
                    ("by", (&z.by).into()),
                    ("net", z.net.into()),
                    ("difference", difference(z.difference, words).into()),
                ];
                self.text("cli-shift-z", &told)
            });
            match zs.is_empty() {
                true => words.text("cli-shift-no-z"),
                false => lines.collect::<Vec<_>>().join("\n"),
            }
        })
    }

    fn print(&self, of: &Print) -> Result<Outcome, Refusal> {
        let last = || -> Result<i64, Refusal> {
            let zs = self.till.zs(1, now()).wait()??;
            let last = zs.first().map(|z| z.number);
            last.ok_or_else(|| Refusal::new("no_z"))
        };
        let number = of.z.map_or_else(last, Ok)?;
        let job = self.till.print_z(number, now().at).wait()??;
        let json = json!({ "z": number, "print_job": job.0 });
        self.say(&json, || {
            self.text("cli-shift-printed", &[("number", number.into())])
        })
    }
}
