//! Writing a sale, with everything that follows from it, in one transaction.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension};

use super::account::{self, Entry};
use super::diet::Labels;
use super::{Error, Store, diet, price, print, refund, row, shift, student, tender, user};
use crate::domain::account::Refused;
use crate::domain::cart::{Cart, Conflict, Line};
use crate::domain::catalogue::{Product, StockRule};
use crate::domain::receipt::{self, Balance, Buyer, Kind, Receipt, Shop};
use crate::domain::sale::{At, Sale};
use crate::domain::student::Customer;
use crate::domain::tender::{Tender, TenderKind};
use crate::domain::{AccountId, Money, PrintJobId, ProductId, Quantity, SaleId, TillId};

/// How a ticket is made of a receipt; called inside the transaction, so it must be quick and pure.
pub struct Ticketing<'a> {
    /// Whose ticket.
    pub shop: &'a Shop,
    /// Lays out and encodes.
    pub render: &'a dyn Fn(&Receipt) -> Vec<u8>,
    /// The drawer's pulse, a job of its own before the ticket; empty if there is no drawer.
    pub drawer: &'a [u8],
}

/// A sale that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// What its ticket says.
    pub receipt: Receipt,
    /// Its ticket in the printer's queue; `None` if this sale was written before.
    pub print_job: Option<PrintJobId>,
    /// The pupil's balance now, if one was identified.
    pub balance: Option<Money>,
    /// The stock of what was sold, now.
    pub stocks: Vec<(ProductId, Quantity)>,
}

impl Store {
    /// Writes the sale and everything that follows from it in one transaction.
    ///
    /// The same id twice is the same sale: the second time its ticket is returned and nothing written.
    /// The pupil, the declarations, the stock and the account are read again and judged again inside
    /// the transaction: what changed since the cart was checked counts.
    ///
    /// # Errors
    /// [`Error::Restricted`], [`Error::Account`], [`Error::Card`], [`Error::OutOfStock`],
    /// [`Error::PriceChanged`], [`Error::AlreadySold`], or what the disk says; nothing is written.
    pub fn record(&mut self, sale: &Sale, ticketing: &Ticketing<'_>) -> Result<Recorded, Error> {
        let (till, labels) = (self.till, Arc::clone(&self.labels));
        self.transact(|db| match print::receipt(db, sale.id())? {
            Some(receipt) => replay(db, receipt, sale),
            None => write(db, till, sale, &labels, ticketing),
        })
    }
}

fn replay(db: &Connection, receipt: Receipt, sale: &Sale) -> Result<Recorded, Error> {
    let day = sale.at().moment.day();
    let balance = match sale.customer() {
        Some(known) => Some(
            student::customer(db, known.student.id, day)?
                .standing
                .balance,
        ),
        None => None,
    };
    Ok(Recorded {
        receipt,
        print_job: None,
        balance,
        stocks: Vec::new(),
    })
}

pub(super) fn write(
    db: &Connection,
    till: TillId,
    sale: &Sale,
    labels: &Labels,
    ticketing: &Ticketing<'_>,
) -> Result<Recorded, Error> {
    refuse_sold_cart(db, sale)?;
    refuse_other_terms(db, sale)?;
    price::refuse_other(db, sale)?;
    let returned = match sale.refund() {
        Some(refund) => refund::write(db, till, refund, ticketing)?.stocks,
        None => Vec::new(),
    };
    let customer = judge_again(db, sale, labels)?;
    if let Some(refund) = sale.refund() {
        let buyer = customer.as_ref().map(|buyer| buyer.student.account);
        refund::refuse_other_buyer(db, refund, buyer)?;
    }
    let number = next_number(db, till)?;
    let receipt = receipt_of(db, sale, customer.as_ref(), number, ticketing.shop)?;
    let seq = insert_sale(db, sale, &receipt)?;
    insert_lines(db, seq, sale)?;
    insert_payments(db, seq, sale)?;
    insert_decisions(db, seq, sale)?;
    let mut stocks = returned;
    stocks.extend(take_stock(db, sale)?);
    post(db, seq, sale, customer.as_ref())?;
    audit_approvals(db, sale, number)?;
    if receipt.opens_drawer && !ticketing.drawer.is_empty() {
        print::add_pulse(db, seq, ticketing.drawer, sale.at().moment.at)?;
    }
    let bytes = (ticketing.render)(&receipt);
    let job = print::add(db, seq, &receipt, &bytes, sale.at().moment.at)?;
    db.prepare_cached("DELETE FROM held_cart WHERE id = ?1")?
        .execute([sale.cart().id().0.as_bytes()])?;
    let charged = sale.settlement().charged_to_account();
    let kept = sale.settlement().to_account();
    let balance = customer.map(|customer| customer.standing.balance - charged + kept);
    Ok(Recorded {
        receipt,
        print_job: Some(job),
        balance,
        stocks,
    })
}

/// Of one cart at most one sale is made, under whatever id.
fn refuse_sold_cart(db: &Connection, sale: &Sale) -> Result<(), Error> {
    let number = db
        .prepare_cached("SELECT number FROM sale WHERE cart = ?1 OR id = ?2")?
        .query_row(
            (sale.cart().id().0.as_bytes(), sale.id().0.as_bytes()),
            |row| row.get(0),
        )
        .optional()?;
    number.map_or(Ok(()), |number| Err(Error::AlreadySold { number }))
}

/// What the customer was shown of a commission is what holds on the day of the sale, to the guaraní.
fn refuse_other_terms(db: &Connection, sale: &Sale) -> Result<(), Error> {
    let tenders = tender::tenders_on(db, sale.at().moment.day())?;
    let mut paid = sale.settlement().payments().iter();
    let other = paid.any(|payment| {
        if payment.kind == TenderKind::Exchange {
            return false;
        }
        let now = tenders.iter().find(|tender| tender.id == payment.tender);
        let costs = now.map(Tender::costs).unwrap_or_default();
        let (cost, surcharge) = (costs.of(payment.amount), costs.surcharge(payment.amount));
        cost != payment.commission || surcharge != payment.surcharge
    });
    if other {
        Err(Error::TermsChanged)
    } else {
        Ok(())
    }
}

/// The pupil as they stand now, if the sale is still allowed.
fn judge_again(db: &Connection, sale: &Sale, labels: &Labels) -> Result<Option<Customer>, Error> {
    let Some(known) = sale.customer() else {
        return Ok(None);
    };
    let day = sale.at().moment.day();
    let customer = student::customer(db, known.student.id, day)?;
    let charged = sale.settlement().charged_to_account();
    if charged.is_positive()
        && let Some(number) = &known.card
        && let Some(card) = student::card(db, number)?
    {
        card.usable_on(day)?;
    }
    let mut cart: Cart = sale.cart().clone();
    let restricted = !customer.student.needs().is_empty();
    cart.identify(Some(customer.clone()));
    cart.judge(charged, sale.at().moment, sale.lifted())?;
    if restricted {
        refresh_known(db, labels, &mut cart)?;
        let conflicts: Vec<Conflict> = cart.conflicts(&diet::policy(db)?, day);
        if !conflicts.is_empty() {
            return Err(Error::Restricted(conflicts));
        }
    }
    Ok(Some(customer))
}

/// What is known of each product now, whatever the cart was told.
fn refresh_known(db: &Connection, labels: &Labels, cart: &mut Cart) -> Result<(), Error> {
    let products: Vec<Arc<Product>> = cart
        .lines()
        .iter()
        .map(|line| Arc::clone(line.product()))
        .collect();
    for product in products {
        let known = labels.known(db, product.id)?;
        if known != product.known {
            cart.refresh(&Arc::new(Product {
                known,
                ..(*product).clone()
            }));
        }
    }
    Ok(())
}

/// One more than the last: no number twice, no gap.
pub(super) fn next_number(db: &Connection, till: TillId) -> Result<i64, Error> {
    let mut select =
        db.prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM sale WHERE till = ?1")?;
    Ok(select.query_row([till.0], |row| row.get(0))?)
}

pub(super) fn till_and_cashier(db: &Connection, at: At) -> Result<(String, String), Error> {
    let mut select = db.prepare_cached(
        "SELECT (SELECT name FROM till WHERE id = ?1), (SELECT name FROM user WHERE id = ?2)",
    )?;
    let names: (Option<String>, Option<String>) =
        select.query_row((at.till.0, at.user.0), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let cashier = names
        .1
        .ok_or_else(|| Error::NotFound(format!("user {}", at.user.0)))?;
    Ok((names.0.unwrap_or_default(), cashier))
}

fn receipt_of(
    db: &Connection,
    sale: &Sale,
    customer: Option<&Customer>,
    number: i64,
    shop: &Shop,
) -> Result<Receipt, Error> {
    let (till, cashier) = till_and_cashier(db, sale.at())?;
    let settlement = sale.settlement();
    let charged = settlement.charged_to_account();
    let kept = settlement.to_account();
    let balance = customer
        .filter(|_| charged.is_positive() || kept.is_positive())
        .map(|customer| Balance {
            before: customer.standing.balance,
            after: customer.standing.balance - charged + kept,
        });
    Ok(Receipt {
        sale: sale.id(),
        kind: Kind::Sale,
        shop: shop.clone(),
        number,
        at: sale.at().moment,
        till,
        cashier,
        buyer: customer.map(|customer| Buyer {
            name: customer.student.name.clone(),
            grade: customer.student.grade.clone(),
        }),
        lines: sale.cart().lines().iter().map(line_of).collect(),
        discount: sale.totals().discount,
        total: sale.totals().total,
        rounding: settlement.rounding(),
        payments: settlement.payments().to_vec(),
        change: settlement.change(),
        to_account: kept,
        taxes: sale.totals().taxes.clone(),
        balance,
        note: sale.cart().note().map(str::to_owned),
        opens_drawer: settlement.opens_drawer(),
        copy: false,
    })
}

fn line_of(line: &Line) -> receipt::Line {
    receipt::Line {
        name: line.product().name.clone(),
        unit: line.product().unit,
        quantity: line.quantity(),
        price: line.price().amount(),
        discount: line.reduction(),
        net: line.net(),
        note: line.note().map(str::to_owned),
    }
}

fn insert_sale(db: &Connection, sale: &Sale, receipt: &Receipt) -> Result<i64, Error> {
    let (at, totals) = (sale.at(), sale.totals());
    db.prepare_cached(
        "INSERT INTO sale (id, cart, till, number, kind, at, day, hour, user, student, subtotal,
             discount, total, rounding, change, balance_before, balance_after, note, shift, to_account,
             exchanges)
         VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
             (SELECT r.seq FROM sale r WHERE r.id = ?20 AND r.kind = 2
                 AND NOT EXISTS (SELECT 1 FROM sale x WHERE x.exchanges = r.seq)))",
    )?
    .execute(rusqlite::params![
        sale.id().0.as_bytes(),
        sale.cart().id().0.as_bytes(),
        at.till.0,
        receipt.number,
        at.moment.at.0,
        at.moment.day().number(),
        at.moment.hour(),
        at.user.0,
        sale.customer().map(|customer| customer.student.id.0),
        totals.subtotal.amount(),
        totals.discount.amount(),
        totals.total.amount(),
        receipt.rounding.amount(),
        receipt.change.amount(),
        receipt.balance.map(|balance| balance.before.amount()),
        receipt.balance.map(|balance| balance.after.amount()),
        receipt.note,
        shift::open_seq(db)?,
        receipt.to_account.amount(),
        sale.cart().exchange().map(|exchange| *exchange.refund.0.as_bytes()),
    ])?;
    Ok(db.last_insert_rowid())
}

fn insert_lines(db: &Connection, seq: i64, sale: &Sale) -> Result<(), Error> {
    let mut insert = db.prepare_cached(
        "INSERT INTO sale_line (sale, line, product, name, unit, quantity, price, discount, net,
             paid, rate, note, cost)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,
             (SELECT cost FROM product WHERE id = ?3))",
    )?;
    let lines = sale.cart().lines().iter().zip(&sale.totals().nets);
    for (n, (line, paid)) in (1_i64..).zip(lines) {
        let product = line.product();
        insert.execute(rusqlite::params![
            seq,
            n,
            product.id.0,
            product.name,
            row::unit_code(product.unit),
            line.quantity().in_thousandths(),
            line.price().amount().amount(),
            line.reduction().amount(),
            line.net().amount(),
            paid.amount(),
            product.rate.percent(),
            line.note(),
        ])?;
    }
    Ok(())
}

fn insert_payments(db: &Connection, seq: i64, sale: &Sale) -> Result<(), Error> {
    let mut insert = db.prepare_cached(
        "INSERT INTO payment (sale, n, tender, kind, amount, received, reference, commission, surcharge)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    for (n, payment) in (1_i64..).zip(sale.settlement().payments()) {
        let reference = payment.reference.as_ref().map(ToString::to_string);
        let (amount, received) = (payment.amount.amount(), payment.received.amount());
        insert.execute((
            seq,
            n,
            payment.tender.0,
            payment.kind.code(),
            amount,
            received,
            reference,
            payment.commission.amount(),
            payment.surcharge.amount(),
        ))?;
    }
    Ok(())
}

fn insert_decisions(db: &Connection, seq: i64, sale: &Sale) -> Result<(), Error> {
    let mut insert = db.prepare_cached(
        "INSERT INTO decision (sale, n, product, user, approved_by, shown) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (n, decision) in (1_i64..).zip(sale.cart().decisions()) {
        let shown =
            serde_json::to_string(decision).map_err(|error| row::unexpected("decision", error))?;
        let approved_by = decision.approved.as_ref().map(|approved| approved.by.0);
        insert.execute((
            seq,
            n,
            decision.product.0,
            decision.confirmed_by.0,
            approved_by,
            shown,
        ))?;
    }
    Ok(())
}

/// Who allowed a lower price, a charge beyond a limit, or what a restriction asked about, and why.
fn audit_approvals(db: &Connection, sale: &Sale, number: i64) -> Result<(), Error> {
    let cart = sale.cart();
    let discounts = cart.lines().iter().filter_map(Line::discount);
    let discounts = discounts.chain(cart.discount());
    let discounts = discounts.map(|discount| ("discount", &discount.approved));
    let answers = cart.decisions().iter();
    let answers = answers.filter_map(|decision| decision.approved.as_ref());
    let answers = answers.map(|approved| ("approve_restriction", approved));
    let lifted = sale.lifted().into_iter();
    let lifted = lifted.flat_map(|lifted| {
        let shown = lifted.shown().iter();
        shown.map(|refused| (approves(refused), lifted.approved()))
    });
    let subject = number.to_string();
    for (action, approved) in discounts.chain(answers).chain(lifted) {
        user::audit(
            db,
            sale.at().moment,
            Some(approved.by),
            action,
            Some(&subject),
            Some(&approved.reason),
        )?;
    }
    Ok(())
}

const fn approves(refused: &Refused) -> &'static str {
    match refused {
        Refused::InsufficientBalance { .. } => "approve_credit",
        Refused::OverDailyLimit { .. } => "approve_daily_limit",
        Refused::OverWeeklyLimit { .. } => "approve_weekly_limit",
        Refused::OverMonthlyLimit { .. } => "approve_monthly_limit",
        Refused::OverMealLimit { .. } => "approve_meal_limit",
        Refused::TooManyItems { .. } => "approve_items",
        Refused::OutsideHours { .. } => "approve_hours",
        Refused::BlockedProduct { .. } | Refused::BlockedCategory { .. } => "approve_blocked",
    }
}

fn take_stock(db: &Connection, sale: &Sale) -> Result<Vec<(ProductId, Quantity)>, Error> {
    // Two plain statements take half of what one with RETURNING does.
    let mut read = db.prepare_cached("SELECT quantity FROM stock WHERE product = ?1")?;
    let mut write = db.prepare_cached(
        "INSERT INTO stock (product, quantity) VALUES (?1, ?2)
         ON CONFLICT DO UPDATE SET quantity = excluded.quantity",
    )?;
    let mut stocks = Vec::with_capacity(sale.cart().lines().len());
    for line in sale.cart().lines() {
        let (product, sold) = (line.product(), line.quantity().in_thousandths());
        let before: Option<i64> = read
            .query_row([product.id.0], |row| row.get(0))
            .optional()?;
        let left = before.unwrap_or(0).checked_sub(sold);
        let left = left.ok_or_else(|| row::unexpected("stock", &product.name))?;
        write.execute((product.id.0, left))?;
        if left < 0 && product.stock_rule == StockRule::Refuse {
            let left = Quantity::thousandths((left + sold).max(0));
            return Err(Error::OutOfStock {
                name: product.name.clone(),
                left,
            });
        }
        stocks.push((product.id, Quantity::thousandths(left)));
    }
    Ok(stocks)
}

fn post(db: &Connection, seq: i64, sale: &Sale, customer: Option<&Customer>) -> Result<(), Error> {
    let pupil = customer.map(|customer| customer.student.account);
    let mut postings: Vec<(AccountId, Money)> = Vec::new();
    for payment in sale.settlement().payments() {
        let account = match (payment.kind, pupil) {
            (TenderKind::Account, Some(pupil)) => pupil,
            (TenderKind::Exchange, _) => account::EXCHANGES,
            _ => account::of_tender(payment.tender),
        };
        let (commission, surcharge) = (payment.commission, payment.surcharge);
        // A tender is owed what its vouchers say; what is withheld of it stands apart.
        postings.push((account, -(payment.amount + surcharge)));
        postings.push((account::COMMISSIONS, surcharge - commission));
        postings.push((account::WITHHELD, commission));
        postings.push((account::SALES, payment.amount));
    }
    let at = sale.at();
    let entry = Entry {
        id: uuid::Uuid::now_v7(),
        kind: "sale",
        sale: Some(seq),
        at: at.moment.at.0,
        day: at.moment.day().number(),
        user: Some(at.user.0),
    };
    account::post(db, &entry, &postings)?;
    keep_change(db, seq, sale, pupil)
}

/// Change that goes to the pupil's account is a top-up of its own, made with the sale.
fn keep_change(
    db: &Connection,
    seq: i64,
    sale: &Sale,
    pupil: Option<AccountId>,
) -> Result<(), Error> {
    let (at, kept) = (sale.at(), sale.settlement().to_account());
    let mut payments = sale.settlement().payments().iter();
    let cash = payments.find(|payment| payment.kind == TenderKind::Cash);
    let (Some(pupil), Some(cash), true) = (pupil, cash, kept.is_positive()) else {
        return Ok(());
    };
    let entry = Entry {
        id: uuid::Uuid::now_v7(),
        kind: "top_up",
        sale: Some(seq),
        at: at.moment.at.0,
        day: at.moment.day().number(),
        user: Some(at.user.0),
    };
    let drawer = account::of_tender(cash.tender);
    account::post(db, &entry, &[(pupil, kept), (drawer, -kept)])
}

/// The row of a sale.
pub(super) fn seq_of(db: &Connection, sale: SaleId) -> Result<i64, Error> {
    let mut select = db.prepare_cached("SELECT seq FROM sale WHERE id = ?1")?;
    let seq = select
        .query_row([sale.0.as_bytes()], |row| row.get(0))
        .optional()?;
    seq.ok_or_else(|| Error::NotFound(sale.to_string()))
}
