//! `cantina sell`: sales through the same rules, store and printer as the screen.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use super::order::{Approval, Item, Order, Payment};
use super::{Context, Outcome, Refusal};
use crate::domain::cart::{Cart, CheckedCart};
use crate::domain::catalogue::{Catalogue, Product};
use crate::domain::code::Code;
use crate::domain::receipt::Receipt;
use crate::domain::sale::At;
use crate::domain::student::Customer;
use crate::domain::tender::{Excess, Offer, Reference, Tender, TenderKind};
use crate::domain::user::{Pin, Right};
use crate::domain::{
    CardNumber, CartId, Moment, Money, PrintJobId, ProductId, Quantity, SaleId, UserId,
};
use crate::i18n::I18n;
use crate::store;
use crate::till::{Till, now};

/// How long the printer may finish the ticket it is at; the rest waits in its queue for the next start.
pub(super) const LAST_TICKET: Duration = Duration::from_secs(3);

#[derive(Debug, Args)]
pub struct Arguments {
    /// The buyer's card
    #[arg(long, value_name = "CODE")]
    card: Option<String>,
    /// A product: its code, #NUMBER or exact name, with how much of it
    #[arg(long = "item", value_name = "CODE[=QTY]", value_parser = |text: &str| Ok::<_, String>(Item::parse(text)))]
    items: Vec<Item>,
    /// What is handed over: cash, card, debit, credit, qr, transfer or giro, and guaraníes
    #[arg(long = "tender", value_name = "TENDER=AMOUNT", value_parser = Payment::parse)]
    tenders: Vec<Payment>,
    /// The number of the voucher or operation
    #[arg(long)]
    reference: Option<String>,
    /// The sale's name; the same one again is the same sale
    #[arg(long, value_name = "UUID")]
    sale_id: Option<Uuid>,
    /// The cart's name; of one cart at most one sale is made
    #[arg(long, value_name = "UUID")]
    cart_id: Option<Uuid>,
    /// Who sells [default: the first active user]
    #[arg(long, value_name = "PIN")]
    cashier: Option<String>,
    /// The PIN of who lets the sale go beyond the pupil's limits
    #[arg(long, value_name = "PIN", requires = "approve_reason")]
    approve_pin: Option<String>,
    /// Why they do
    #[arg(long, value_name = "TEXT", requires = "approve_pin")]
    approve_reason: Option<String>,
    /// The change goes to the pupil's account
    #[arg(long)]
    change_to_account: bool,
    /// Sells every line of a file: one JSON object a line
    #[arg(long, value_name = "FILE", conflicts_with_all = ["card", "items", "tenders", "reference", "sale_id", "cart_id", "approve_pin", "change_to_account"])]
    file: Option<PathBuf>,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Sells what the arguments say.
pub fn run(context: &Context, arguments: Arguments) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    let mut counter = Counter::new(till.clone())?;
    let outcome = match &arguments.file {
        Some(file) => counter.sell_file(context, file, &arguments),
        None => counter.sell_one(context, arguments),
    };
    till.let_print(LAST_TICKET);
    till.close(LAST_TICKET);
    outcome
}

/// A sale that is on the disk.
struct Sold {
    receipt: Receipt,
    balance: Option<Money>,
    print_job: Option<PrintJobId>,
}

impl Sold {
    fn json(&self) -> Value {
        json!({
            "sale_id": self.receipt.sale.0,
            "number": self.receipt.number,
            "total": self.receipt.total.amount(),
            "change": self.receipt.change.amount(),
            "balance": self.balance.map(Money::amount),
            "print_job": self.print_job.map(|job| job.0),
        })
    }

    fn sentence(&self, words: &I18n) -> String {
        let told = [
            ("number", self.receipt.number.into()),
            ("total", self.receipt.total.into()),
            ("change", self.receipt.change.into()),
        ];
        words.text_with("cli-sold", &told)
    }
}

/// An open till with what it needs to sell one sale after another.
struct Counter {
    till: Till,
    catalogue: Catalogue,
    tenders: Vec<Tender>,
    /// Who sells where no PIN says it.
    first: UserId,
    /// The last PIN that was right: checking one takes as long as it is meant to.
    known: Option<(String, UserId)>,
    /// What is said with the first sale and stops none.
    warning: Option<Refusal>,
}

impl Counter {
    fn new(till: Till) -> Result<Self, Refusal> {
        let users = till.users().wait()??;
        let first = users.iter().find(|user| user.active);
        let behind = till.clock_behind(now()).wait()??;
        Ok(Self {
            warning: behind.map(|day| Refusal::new("clock_behind").told("day", day)),
            catalogue: till.catalogue().wait()??,
            tenders: till.tenders().wait()??,
            first: first.ok_or(Refusal::new("nobody_works_here"))?.id,
            known: None,
            till,
        })
    }

    fn sell_one(&mut self, context: &Context, arguments: Arguments) -> Result<Outcome, Refusal> {
        let json = arguments.json;
        let approval = arguments.approve_pin.zip(arguments.approve_reason);
        let sold = self.sell(&Order {
            sale_id: arguments.sale_id,
            cart_id: arguments.cart_id,
            card: arguments.card,
            items: arguments.items,
            tenders: arguments.tenders,
            reference: arguments.reference,
            cashier: arguments.cashier,
            approval: approval.map(|(pin, reason)| Approval { pin, reason }),
            change_to_account: arguments.change_to_account,
        })?;
        self.say_sold(context, &sold, json)?;
        Ok(Outcome::Done)
    }

    fn say_sold(&mut self, context: &Context, sold: &Sold, json: bool) -> Result<(), Refusal> {
        let warning = self.warning.take();
        if let Some(warning) = &warning {
            context.warn(warning);
        }
        if !json {
            return context.say(&sold.sentence(&context.words));
        }
        let mut said = sold.json();
        if let Some(warning) = warning {
            said["warning"] = warning.json(&context.words)["error"].take();
        }
        context.say(&said.to_string())
    }

    /// One line said for each line read, as soon as it is on the disk; a refusal stops nothing.
    fn sell_file(
        &mut self,
        context: &Context,
        file: &PathBuf,
        arguments: &Arguments,
    ) -> Result<Outcome, Refusal> {
        let unreadable = |cause: std::io::Error| {
            let refusal = Refusal::new("no_file").told("path", file.display().to_string());
            refusal.told("cause", &cause)
        };
        let mut lines = BufReader::new(File::open(file).map_err(unreadable)?);
        let (mut line, mut outcome) = (Vec::new(), Outcome::Done);
        for number in 1_u64.. {
            line.clear();
            if lines.read_until(b'\n', &mut line).map_err(unreadable)? == 0 {
                break;
            } else if line.trim_ascii().is_empty() {
                continue;
            }
            let (id, sold) = self.sell_line(&line, arguments);
            match sold {
                Ok(sold) => self.say_sold(context, &sold, arguments.json)?,
                Err(refusal) => {
                    outcome = Outcome::Failed;
                    say_refused(context, &refusal, id, number, arguments.json)?;
                }
            }
        }
        Ok(outcome)
    }

    fn sell_line(
        &mut self,
        line: &[u8],
        arguments: &Arguments,
    ) -> (Option<Uuid>, Result<Sold, Refusal>) {
        let order: Order = match serde_json::from_slice(line) {
            Ok(order) => order,
            Err(cause) => {
                let refusal = Refusal::new("bad_usage").told("column", cause.column());
                return (None, Err(refusal));
            }
        };
        let cashier = order.cashier.clone().or_else(|| arguments.cashier.clone());
        (order.sale_id, self.sell(&Order { cashier, ..order }))
    }

    fn sell(&mut self, order: &Order) -> Result<Sold, Refusal> {
        let now = now();
        let user = self.cashier(order.cashier.as_deref(), now)?;
        let id = SaleId(order.sale_id.unwrap_or_else(Uuid::now_v7));
        if let Some(sold) = self.sold_before(id, order, now)? {
            return Ok(sold);
        }
        let cart = self.fill_cart(id, order, now)?;
        let mut checked = cart.check(&self.till.policy().wait()??, now.day())?;
        if order.change_to_account {
            checked.keep_change(Excess::ToAccount);
        }
        let offers = self.offers(order)?;
        if let Some(approval) = &order.approval {
            self.lift(&mut checked, &offers, approval, now)?;
        }
        let at = At {
            till: self.till.id(),
            user,
            moment: now,
        };
        let sale = checked.pay(id, &offers, at)?;
        let recorded = self.till.record(Box::new(sale)).wait()??;
        for (product, stock) in &recorded.stocks {
            self.catalogue.set_stock(*product, *stock);
        }
        Ok(Sold {
            receipt: recorded.receipt,
            balance: recorded.balance,
            print_job: recorded.print_job,
        })
    }

    /// Whoever approves is asked only where something stands against the sale.
    fn lift(
        &self,
        checked: &mut CheckedCart,
        offers: &[Offer],
        approval: &Approval,
        now: Moment,
    ) -> Result<(), Refusal> {
        let by_account = offers.iter();
        let by_account = by_account.filter(|offer| offer.tender.kind == TenderKind::Account);
        let charged: Money = by_account.map(|offer| offer.amount).sum();
        if checked.cart().refusals(charged, now).is_empty() {
            return Ok(());
        }
        let pin = Pin::parse(&approval.pin).map_err(|_| Refusal::new("wrong_pin"))?;
        let (right, reason) = (Right::ApproveLimit, approval.reason.clone());
        let approval = self.till.approve(right, pin, reason, now).wait()??;
        if let Some(approved) = approval.spend(right) {
            checked.lift(charged, approved, now);
        }
        Ok(())
    }

    /// The same name again is the same sale, whatever has become of stock and balance since.
    fn sold_before(&self, id: SaleId, order: &Order, now: Moment) -> Result<Option<Sold>, Refusal> {
        if order.sale_id.is_none() {
            return Ok(None);
        }
        let receipt = match self.till.receipt(id).wait()? {
            Err(store::Error::NotFound(_)) => return Ok(None),
            known => known?,
        };
        let now = self.buyer(order, now).ok().flatten();
        let balance = now.map(|customer| customer.standing.balance);
        Ok(Some(Sold {
            balance: balance.or(receipt.balance.map(|balance| balance.after)),
            receipt,
            print_job: None,
        }))
    }

    fn fill_cart(&self, id: SaleId, order: &Order, now: Moment) -> Result<Cart, Refusal> {
        let mut cart = Cart::new(CartId(order.cart_id.unwrap_or(id.0)));
        cart.identify(self.buyer(order, now)?);
        for item in &order.items {
            let product = self.product(&item.code)?;
            let quantity = Quantity::parse(&item.qty)?;
            cart.add(&product, quantity)
                .map_err(|error| Refusal::of_item(&error, &product.name))?;
        }
        Ok(cart)
    }

    fn buyer(&self, order: &Order, now: Moment) -> Result<Option<Customer>, Refusal> {
        let Some(card) = &order.card else {
            return Ok(None);
        };
        let unknown = || Refusal::new("unknown_code").told("code", card);
        let number = CardNumber::parse(card).map_err(|_| unknown())?;
        match self.till.customer_by_card(number, now.day()).wait()? {
            Err(store::Error::NotFound(_)) => Err(unknown()),
            customer => Ok(Some(customer?)),
        }
    }

    fn product(&self, wanted: &str) -> Result<Arc<Product>, Refusal> {
        let by_code = || self.catalogue.by_code(&Code::parse(wanted).ok()?);
        let by_number = || {
            let number = wanted.strip_prefix('#')?.parse().ok()?;
            self.catalogue.get(ProductId(number))
        };
        let by_name = || {
            let mut products = self.catalogue.products().iter();
            products.find(|product| product.name == wanted)
        };
        let found = by_code().or_else(by_number).or_else(by_name);
        let unknown = || Refusal::new("unknown_code").told("code", wanted);
        found.cloned().ok_or_else(unknown)
    }

    fn offers(&self, order: &Order) -> Result<Vec<Offer>, Refusal> {
        let payments = order.tenders.iter();
        payments
            .map(|payment| self.offer(payment, order.reference.as_deref()))
            .collect()
    }

    fn offer(&self, payment: &Payment, reference: Option<&str>) -> Result<Offer, Refusal> {
        let unknown = || Refusal::new("no_such_tender").told("tender", &payment.tender);
        let kind = TenderKind::from_code(&payment.tender).ok_or_else(unknown)?;
        let tender = self.tenders.iter().find(|tender| tender.kind == kind);
        let amount = Money::parse(&payment.amount).map_err(|_| Refusal::new("bad_amount"))?;
        let common = reference.filter(|_| !matches!(kind, TenderKind::Cash | TenderKind::Account));
        let reference = payment.reference.as_deref().or(common);
        let reference = reference.map(Reference::parse).transpose();
        Ok(Offer {
            tender: tender.ok_or_else(unknown)?.clone(),
            amount,
            reference: reference.map_err(|_| Refusal::new("bad_reference"))?,
        })
    }

    fn cashier(&mut self, pin: Option<&str>, now: Moment) -> Result<UserId, Refusal> {
        let Some(typed) = pin else {
            return Ok(self.first);
        };
        if let Some((known, user)) = &self.known
            && known == typed
        {
            return Ok(*user);
        }
        let pin = Pin::parse(typed).map_err(|_| Refusal::new("wrong_pin"))?;
        let user = self.till.sign_in(None, Right::Sell, pin, now).wait()??;
        self.known = Some((typed.to_owned(), user.id));
        Ok(user.id)
    }
}

fn say_refused(
    context: &Context,
    refusal: &Refusal,
    id: Option<Uuid>,
    line: u64,
    json: bool,
) -> Result<(), Refusal> {
    if json {
        let mut said = refusal.json(&context.words);
        said["line"] = line.into();
        said["sale_id"] = super::text_or_null(id.map(|id| id.to_string()));
        context.say(&said.to_string())
    } else {
        let told = [
            ("line", line.into()),
            ("message", refusal.message(&context.words).into()),
        ];
        context.say(&context.words.text_with("cli-line-refused", &told))
    }
}
