//! `cantina stock`: purchases and counts from a list, losses, movements, what to order, what it is worth.

mod shown;

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};
use uuid::Uuid;

use super::import::{bytes, say_problems};
use super::{Context, Outcome, Refusal, text_or_null};
use crate::domain::ruc::Ruc;
use crate::domain::sale::At;
use crate::domain::search::fold;
use crate::domain::stock::{
    BadPurchase, Loss, LossKind, LossReason, NotCounted, Purchase, StockId, Whose,
};
use crate::domain::user::{NotApproved, Pin, Right, User};
use crate::domain::{Moment, Money, Quantity};
use crate::import::stock as list;
use crate::store::stock::{Posting, StockItem};
use crate::till::failure;
use crate::till::stock::StockRefused;
use crate::till::{PinRefused, Till, now};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
    /// The PIN of who does it [default: the first active user who may]
    #[arg(long, value_name = "PIN", global = true)]
    cashier: Option<String>,
    /// Says the result as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Receives a purchase from a list, all or nothing
    Receive(Receive),
    /// Counts by a list and posts the differences, all or nothing
    Count(Count),
    /// Writes down what went without a sale
    Move(Lose),
    /// The stock of everything, or what moved one product
    List(List),
    /// What to order, by supplier
    Reorder(Reorder),
    /// What stock was worth on the evening of a day
    Value(Worth),
}

#[derive(Debug, Args)]
struct Receive {
    /// The list: product, quantity and cost
    #[arg(long, value_name = "FILE")]
    csv: PathBuf,
    /// From whom; made if new
    #[arg(long, value_name = "NAME")]
    supplier: String,
    /// Their RUC
    #[arg(long, value_name = "RUC")]
    ruc: Option<String>,
    /// The document's number
    #[arg(long, value_name = "NUMBER")]
    document: String,
    /// What the document says it costs, IVA included
    #[arg(long, value_name = "AMOUNT")]
    total: String,
    /// Receives it although its lines come to another total
    #[arg(long)]
    allow_difference: bool,
}

#[derive(Debug, Args)]
struct Count {
    /// The list: product and how much was found
    #[arg(long, value_name = "FILE")]
    csv: PathBuf,
    /// What becomes of what is not in the list
    #[arg(long, value_name = "WHAT", default_value = "leave")]
    not_counted: Rest,
    /// Why there are differences
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
    /// The PIN of whoever approves the differences
    #[arg(long, value_name = "PIN")]
    approve: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Rest {
    Leave,
    Zero,
}

#[derive(Debug, Args)]
struct Lose {
    /// The product's code, or its name
    #[arg(long, value_name = "PRODUCT")]
    product: String,
    /// How much
    #[arg(long, value_name = "QUANTITY")]
    quantity: String,
    /// Thrown away, or used by the canteen: `spoiled` or `own_use`
    #[arg(long, value_name = "KIND", default_value = "spoiled")]
    kind: String,
    /// Why: one of the words in README
    #[arg(long, value_name = "REASON")]
    reason: String,
    /// More about it
    #[arg(long, value_name = "TEXT", default_value = "")]
    note: String,
}

#[derive(Debug, Args)]
struct List {
    /// The product's code, or its name; without it the stock of everything
    #[arg(long, value_name = "PRODUCT")]
    product: Option<String>,
    /// How many days back
    #[arg(long, value_name = "N", default_value_t = 30)]
    days: u32,
    /// Writes the movements as CSV into this file
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Reorder {
    /// Writes it as CSV into this file
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// Prints it
    #[arg(long)]
    print: bool,
}

#[derive(Debug, Args)]
struct Worth {
    /// Which day [default: today]
    #[arg(long, value_name = "DATE")]
    day: Option<String>,
    /// Writes it as CSV into this file
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
}

impl From<StockRefused> for Refusal {
    fn from(refused: StockRefused) -> Self {
        match refused {
            StockRefused::NoRight => Self::new("stock_no_right"),
            StockRefused::Pin(refused) => refused.into(),
            StockRefused::Store(error) => error.into(),
            StockRefused::Closing(closing) => closing.into(),
        }
    }
}

/// Does what is asked.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let prints = matches!(&arguments.what, What::Reorder(of) if of.print);
    let till = match prints {
        true => context.open()?,
        false => context.without_printer().open()?,
    };
    let desk = Desk {
        context,
        till,
        now: now(),
        cashier: arguments.cashier.as_deref(),
        json: arguments.json,
    };
    match &arguments.what {
        What::Receive(of) => desk.receive(of),
        What::Count(of) => desk.count(of),
        What::Move(of) => desk.lose(of),
        What::List(of) => desk.list(of),
        What::Reorder(of) => desk.reorder(of),
        What::Value(of) => desk.value(of),
    }
}

/// An open canteen, who works at it, and how the answer is said.
struct Desk<'a> {
    context: &'a Context,
    till: Till,
    now: Moment,
    cashier: Option<&'a str>,
    json: bool,
}

impl Desk<'_> {
    fn receive(&self, of: &Receive) -> Result<Outcome, Refusal> {
        let user = self.user()?;
        let file = bytes(&of.csv)?;
        let plan = list::purchase(&file, &self.till.stock_items().wait()??);
        let ignored = plan.ignored.clone();
        let lines = match plan.into_rows() {
            Ok(lines) => lines,
            Err(problems) => return say_problems(self.context, &problems, &ignored, self.json),
        };
        let whose = Whose::Named {
            name: of.supplier.clone(),
            ruc: of.ruc.as_deref().map(ruc).transpose()?,
        };
        let total = Money::parse(&of.total).map_err(|_| Refusal::new("bad_amount"))?;
        let (id, agreed) = (StockId(Uuid::now_v7()), of.allow_difference);
        let purchase = Purchase::new(id, whose, &of.document, total, lines, agreed)
            .map_err(|bad| bad_purchase(&bad))?;
        let received = self
            .till
            .receive(purchase, &user, self.at(&user))
            .wait()??;
        let supplier = &received.supplier;
        let told = [
            ("supplier", supplier.name.as_str().into()),
            ("lines", received.lines.into()),
            ("cost", received.cost.into()),
            ("costs", received.costs.len().into()),
        ];
        let costs = received.costs.iter().map(|(product, before, after)| {
            json!({
                "product": product.0, "before": before.map(Money::amount), "after": after.amount(),
            })
        });
        let said = json!({
            "supplier": { "id": supplier.id.0, "name": supplier.name,
                "ruc": text_or_null(supplier.ruc.map(|ruc| ruc.to_string())) },
            "lines": received.lines, "cost": received.cost.amount(), "total": total.amount(),
            "costs": costs.collect::<Vec<_>>(), "ignored": ignored,
        });
        self.say(
            &said,
            &[self.context.words.text_with("stock-received", &told)],
        )
    }

    fn count(&self, of: &Count) -> Result<Outcome, Refusal> {
        let user = self.user()?;
        let file = bytes(&of.csv)?;
        let plan = list::count(&file, &self.till.stock_items().wait()??);
        let ignored = plan.ignored.clone();
        let found = match plan.into_rows() {
            Ok(found) => found,
            Err(problems) => return say_problems(self.context, &problems, &ignored, self.json),
        };
        let posting = Posting {
            id: StockId(Uuid::now_v7()),
            not_counted: match of.not_counted {
                Rest::Leave => NotCounted::Leave,
                Rest::Zero => NotCounted::Zero,
            },
            reason: of.reason.trim().to_owned(),
            approved: None,
            shown: Vec::new(),
            rest: Vec::new(),
        };
        let pin = of.approve.as_deref().map(pin).transpose()?;
        let counted = self
            .till
            .count_list(found, posting, pin, (&user, self.at(&user)));
        let counted = counted.wait()??.counted;
        let told = [
            ("count", counted.products.into()),
            ("differences", counted.differences.into()),
            ("missing", counted.missing.into()),
        ];
        let said = json!({
            "products": counted.products, "differences": counted.differences,
            "missing": counted.missing.amount(), "more": counted.more.amount(),
            "without_cost": counted.without_cost, "ignored": ignored,
        });
        self.say(
            &said,
            &[self.context.words.text_with("stock-count-posted", &told)],
        )
    }

    fn lose(&self, of: &Lose) -> Result<Outcome, Refusal> {
        let user = self.user()?;
        let item = self.product(&of.product)?;
        let (kind, reason) = (
            LossKind::from_code(&of.kind),
            LossReason::from_code(&of.reason),
        );
        let why = kind.zip(reason);
        let why = why.ok_or(Refusal::new("no_reason").said("stock-failed-loss-reason"))?;
        let quantity = Quantity::parse(&of.quantity)?;
        let id = StockId(Uuid::now_v7());
        let loss = Loss::new(id, (item.product, item.unit), quantity, why, &of.note);
        let loss = loss.map_err(|refused| match refused {
            crate::domain::stock::Refused::NoReason => {
                Refusal::new("no_reason").said("stock-failed-loss-reason")
            }
            other => crate::store::Error::from(other).into(),
        })?;
        let cost = self.till.lose(loss, &user, self.at(&user)).wait()??;
        let words = &self.context.words;
        let line = match cost {
            Some(cost) => words.text_with("stock-lost", &[("cost", cost.into())]),
            None => words.text("stock-lost-no-cost"),
        };
        let said = json!({
            "product": item.product.0, "quantity_thousandths": quantity.in_thousandths(),
            "cost": cost.map(Money::amount),
        });
        self.say(&said, &[line])
    }

    fn at(&self, user: &User) -> At {
        At {
            till: self.till.id(),
            user: user.id,
            moment: self.now,
        }
    }

    /// Whoever's PIN this is, else the first who may.
    fn user(&self) -> Result<User, Refusal> {
        let Some(typed) = self.cashier else {
            let users = self.till.users().wait()??;
            let mut may = users.into_iter().filter(|user| user.active);
            let first = may.find(|user| user.may(Right::Stock));
            return first.ok_or(Refusal::new("stock_no_right"));
        };
        let signed = self.till.sign_in(None, Right::Stock, pin(typed)?, self.now);
        match signed.wait()? {
            Err(PinRefused::NotApproved(NotApproved::NoRight)) => {
                Err(Refusal::new("stock_no_right"))
            }
            user => Ok(user?),
        }
    }

    /// The product of a code, or of a name that one alone has.
    fn product(&self, wanted: &str) -> Result<StockItem, Refusal> {
        let items = self.till.stock_items().wait()??;
        let by_code = items
            .iter()
            .find(|item| item.codes.iter().any(|code| code == wanted));
        if let Some(item) = by_code {
            return Ok(item.clone());
        }
        let name = fold(wanted);
        let mut named = items.iter().filter(|item| fold(&item.name) == name);
        match (named.next(), named.next()) {
            (Some(one), None) => Ok(one.clone()),
            (Some(_), Some(_)) => Err(Refusal::new("stock_several").told("name", wanted)),
            (None, _) => Err(Refusal::new("stock_unknown").told("name", wanted)),
        }
    }

    /// The JSON, or the lines for people.
    fn say(&self, json: &Value, lines: &[String]) -> Result<Outcome, Refusal> {
        match self.json {
            true => self.context.say(&json.to_string())?,
            false => lines.iter().try_for_each(|line| self.context.say(line))?,
        }
        Ok(Outcome::Done)
    }
}

fn pin(typed: &str) -> Result<Pin, Refusal> {
    Pin::parse(typed).map_err(|_| Refusal::new("wrong_pin"))
}

fn ruc(typed: &str) -> Result<Ruc, Refusal> {
    Ruc::parse(typed).map_err(|bad| {
        let told = failure::of_ruc(bad);
        let refusal = Refusal::new("bad_ruc").said(told.key);
        let say = |refusal: Refusal, (name, value)| refusal.told(name, value);
        told.values.into_iter().fold(refusal, say)
    })
}

fn bad_purchase(bad: &BadPurchase) -> Refusal {
    match bad {
        BadPurchase::NoSupplier => Refusal::new("no_supplier").said("stock-fault-supplier"),
        BadPurchase::NoDocument => Refusal::new("no_document").said("stock-fault-document"),
        BadPurchase::Empty => Refusal::new("empty_purchase").said("stock-fault-empty"),
        BadPurchase::TooLong => Refusal::new("too_long").said("stock-fault-too-long"),
        BadPurchase::Differs { sum, total } => Refusal::new("total_differs")
            .told("sum", *sum)
            .told("total", *total),
    }
}
