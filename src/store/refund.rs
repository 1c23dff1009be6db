//! Money back for what was sold: a new fact that points at the sale, with its lines and its payments.

use rusqlite::Connection;
use uuid::Uuid;

use super::account::{self, EXCHANGES, Entry};
use super::sale::{Ticketing, next_number, seq_of, till_and_cashier};
use super::void::{on_file, pupil_account};
use super::{Error, Recorded, Store, print, row, shift, user};
use crate::domain::receipt::{self, Balance, Kind, Receipt};
use crate::domain::refund::{
    BackLine, CannotRefund, Goods, Original, Paid, Plan, Refund, Share, SoldLine,
};
use crate::domain::tender::{Payment, Reference, TenderKind};
use crate::domain::{AccountId, Money, ProductId, Quantity, SaleId, StudentId, TenderId, TillId};

impl Store {
    /// A sale as it stands, with what of it has gone back.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn original(&self, sale: SaleId) -> Result<Original, Error> {
        original(&self.db, sale)
    }

    /// Who bought; `None` if nobody was identified.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn buyer_of(&self, sale: SaleId) -> Result<Option<StudentId>, Error> {
        let seq = seq_of(&self.db, sale)?;
        let mut select = self
            .db
            .prepare_cached("SELECT student FROM sale WHERE seq = ?1")?;
        let student: Option<i64> = select.query_row([seq], |row| row.get(0))?;
        Ok(student.map(StudentId))
    }

    /// The refund that a sale was made in exchange for.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn exchange_of(&self, sale: SaleId) -> Result<Option<SaleId>, Error> {
        let seq = seq_of(&self.db, sale)?;
        let mut select = self.db.prepare_cached(
            "SELECT r.id FROM sale s LEFT JOIN sale r ON r.seq = s.exchanges WHERE s.seq = ?1",
        )?;
        let refund: Option<[u8; 16]> = select.query_row([seq], |row| row.get(0))?;
        Ok(refund.map(|id| SaleId(row::uuid(id))))
    }

    /// Gives back what was approved: money, stock and balance as new facts, with a ticket.
    ///
    /// The same id twice is one refund.
    ///
    /// # Errors
    /// [`Error::CannotRefund`] or [`Error::NotFound`]; nothing is written.
    pub fn refund(
        &mut self,
        refund: &Refund,
        ticketing: &Ticketing<'_>,
    ) -> Result<Recorded, Error> {
        let till = self.till;
        self.transact(|db| match print::receipt(db, refund.id())? {
            Some(receipt) => Ok(Recorded {
                balance: receipt.balance.map(|balance| balance.after),
                receipt,
                print_job: None,
                stocks: Vec::new(),
            }),
            None => write(db, till, refund, ticketing),
        })
    }
}

fn original(db: &Connection, sale: SaleId) -> Result<Original, Error> {
    let file = on_file(db, sale)?;
    let seq = seq_of(db, sale)?;
    let number = db
        .prepare_cached("SELECT number FROM sale WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))?;
    Ok(Original {
        id: sale,
        number,
        day: file.day,
        is_sale: !file.is_void && !file.is_refund,
        voided: file.voided,
        lines: sold_lines(db, seq)?,
        payments: paid(db, seq)?,
    })
}

fn sold_lines(db: &Connection, seq: i64) -> Result<Vec<SoldLine>, Error> {
    let mut select = db.prepare_cached(
        "SELECT l.line, l.product, l.name, l.unit, l.rate, l.price, l.quantity, l.discount, l.net, l.paid,
             -coalesce(sum(b.quantity), 0) AS back_quantity, -coalesce(sum(b.discount), 0) AS back_discount,
             -coalesce(sum(b.net), 0) AS back_net, -coalesce(sum(b.paid), 0) AS back_paid
         FROM sale_line l LEFT JOIN sale r ON r.reverses = l.sale AND r.kind = 2
         LEFT JOIN sale_line b ON b.sale = r.seq AND b.of_line = l.line
         WHERE l.sale = ?1 GROUP BY l.line ORDER BY l.line",
    )?;
    let mut rows = select.query([seq])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let share = |quantity: &str, discount: &str, net: &str, paid: &str| {
            Ok::<_, Error>(Share {
                quantity: row::quantity(row, quantity)?,
                discount: row::money(row, discount)?,
                net: row::money(row, net)?,
                paid: row::money(row, paid)?,
            })
        };
        let unit: String = row.get("unit")?;
        lines.push(SoldLine {
            line: row.get("line")?,
            product: ProductId(row.get("product")?),
            name: row.get("name")?,
            unit: row::unit(&unit),
            rate: row::rate(row.get("rate")?)?,
            price: row::money(row, "price")?,
            sold: share("quantity", "discount", "net", "paid")?,
            back: share("back_quantity", "back_discount", "back_net", "back_paid")?,
        });
    }
    Ok(lines)
}

fn paid(db: &Connection, seq: i64) -> Result<Vec<Paid>, Error> {
    let mut select = db.prepare_cached(
        "SELECT p.n, p.tender, CASE p.kind WHEN 'exchange' THEN
                 (SELECT t.kind FROM tender t WHERE t.id = p.tender) ELSE p.kind END AS kind, p.amount, p.reference, p.surcharge,
             -coalesce((SELECT sum(b.amount) FROM sale r JOIN payment b ON b.sale = r.seq AND b.n IN (p.n, p.n + 1000)
                 WHERE r.reverses = p.sale AND r.kind = 2), 0) AS back,
             coalesce((SELECT t.refundable FROM tender_terms t JOIN sale s ON s.seq = p.sale
                 WHERE t.tender = p.tender AND t.since <= s.day
                 ORDER BY t.since DESC, t.seq DESC LIMIT 1), 1) AS refundable
         FROM payment p WHERE p.sale = ?1 ORDER BY p.n",
    )?;
    let mut rows = select.query([seq])?;
    let mut payments = Vec::new();
    while let Some(row) = rows.next()? {
        // What was credited in an exchange goes back the way it came in the first place.
        let kind: String = row.get("kind")?;
        let kind = TenderKind::from_code(&kind).ok_or_else(|| row::unexpected("tender", &kind))?;
        let reference: Option<String> = row.get("reference")?;
        payments.push(Paid {
            n: row.get("n")?,
            tender: TenderId(row.get("tender")?),
            kind,
            amount: row::money(row, "amount")?,
            reference: reference.and_then(|text| Reference::parse(&text).ok()),
            back: row::money(row, "back")?,
            surcharge: row::money(row, "surcharge")?,
            // On the terms of the day of the sale.
            refundable: row.get("refundable")?,
        });
    }
    Ok(payments)
}

/// Also in the transaction of a sale that goes out in exchange.
pub(super) fn write(
    db: &Connection,
    till: TillId,
    refund: &Refund,
    ticketing: &Ticketing<'_>,
) -> Result<Recorded, Error> {
    let original = original(db, refund.of())?;
    let plan = refund.still(&original)?;
    let of = seq_of(db, refund.of())?;
    let pupil = pupil_account(db, of)?;
    let receipt = receipt_of(db, till, refund, &original, pupil, ticketing)?;
    let seq = insert(db, refund, of, &receipt)?;
    insert_lines(db, seq, of, &plan.lines)?;
    insert_payments(db, seq, plan)?;
    let stocks = take_back(db, refund, &original, receipt.number)?;
    post(db, seq, refund, pupil.map(|(account, _)| account))?;
    let (at, approved) = (refund.at().moment, refund.approved());
    let subject = receipt.number.to_string();
    let money = plan.money().amount();
    let detail = format!("{money} · {}", approved.reason);
    let by = Some(approved.by);
    user::audit(db, at, by, "refund", Some(&subject), Some(&detail))?;
    if receipt.opens_drawer && !ticketing.drawer.is_empty() {
        print::add_pulse(db, seq, ticketing.drawer, at.at)?;
    }
    let bytes = (ticketing.render)(&receipt);
    let job = print::add(db, seq, &receipt, &bytes, at.at)?;
    Ok(Recorded {
        balance: receipt.balance.map(|balance| balance.after),
        receipt,
        print_job: Some(job),
        stocks,
    })
}

fn receipt_of(
    db: &Connection,
    till: TillId,
    refund: &Refund,
    of: &Original,
    pupil: Option<(AccountId, Money)>,
    ticketing: &Ticketing<'_>,
) -> Result<Receipt, Error> {
    let plan = refund.plan();
    let (till_name, cashier) = till_and_cashier(db, refund.at())?;
    let to_account = plan.money_by(TenderKind::Account);
    let sold = print::receipt(db, refund.of())?;
    let payments = plan.payments.iter().map(|back| Payment {
        tender: back.tender,
        kind: back.kind,
        name: None,
        amount: back.amount,
        received: back.amount,
        reference: back.reference.clone(),
        // Whoever withheld a commission keeps it: of that nothing comes back.
        commission: Money::ZERO,
        surcharge: Money::ZERO,
    });
    let net: Money = plan.lines.iter().map(|line| line.share.net).sum();
    Ok(Receipt {
        sale: refund.id(),
        kind: Kind::Refund { of: of.number },
        shop: ticketing.shop.clone(),
        number: next_number(db, till)?,
        at: refund.at().moment,
        till: till_name,
        cashier,
        buyer: sold.and_then(|sold| sold.buyer),
        lines: plan
            .lines
            .iter()
            .filter_map(|line| printed(line, of))
            .collect(),
        discount: net - plan.total,
        total: plan.total,
        rounding: plan.rounding,
        payments: payments.collect(),
        change: Money::ZERO,
        to_account: Money::ZERO,
        taxes: plan.taxes.clone(),
        balance: pupil
            .filter(|_| to_account.is_positive())
            .map(|(_, before)| Balance {
                before,
                after: before + to_account,
            }),
        note: Some(refund.approved().reason.clone()),
        opens_drawer: plan.money_by(TenderKind::Cash).is_positive(),
        copy: false,
    })
}

fn printed(back: &BackLine, of: &Original) -> Option<receipt::Line> {
    let sold = of.lines.iter().find(|sold| sold.line == back.line)?;
    Some(receipt::Line {
        name: sold.name.clone(),
        unit: sold.unit,
        quantity: back.share.quantity,
        price: sold.price,
        discount: back.share.discount,
        net: back.share.net,
        note: None,
    })
}

fn insert(db: &Connection, refund: &Refund, of: i64, receipt: &Receipt) -> Result<i64, Error> {
    let (at, plan) = (refund.at(), refund.plan());
    let net: Money = plan.lines.iter().map(|line| line.share.net).sum();
    db.prepare_cached(
        "INSERT INTO sale (id, till, number, kind, reverses, at, day, hour, user, student, subtotal,
             discount, total, rounding, change, balance_before, balance_after, note, shift)
         SELECT ?1, ?2, ?3, 2, seq, ?4, ?5, ?6, ?7, student, ?8, ?9, ?10, ?11, 0, ?12, ?13, ?14, ?16
         FROM sale WHERE seq = ?15",
    )?
    .execute(rusqlite::params![
        refund.id().0.as_bytes(),
        at.till.0,
        receipt.number,
        at.moment.at.0,
        at.moment.day().number(),
        at.moment.hour(),
        at.user.0,
        -net.amount(),
        -receipt.discount.amount(),
        -plan.total.amount(),
        -plan.rounding.amount(),
        receipt.balance.map(|balance| balance.before.amount()),
        receipt.balance.map(|balance| balance.after.amount()),
        receipt.note,
        of,
        shift::open_seq(db)?,
    ])?;
    Ok(db.last_insert_rowid())
}

fn insert_lines(db: &Connection, seq: i64, of: i64, lines: &[BackLine]) -> Result<(), Error> {
    let mut insert = db.prepare_cached(
        "INSERT INTO sale_line (sale, line, product, name, unit, quantity, price, discount, net, paid,
             rate, of_line, cost)
         SELECT ?1, ?2, product, name, unit, ?3, price, ?4, ?5, ?6, rate, line, cost
         FROM sale_line WHERE sale = ?7 AND line = ?8",
    )?;
    for (n, back) in (1_i64..).zip(lines) {
        insert.execute((
            seq,
            n,
            (-back.share.quantity).in_thousandths(),
            -back.share.discount.amount(),
            -back.share.net.amount(),
            -back.share.paid.amount(),
            of,
            back.line,
        ))?;
    }
    Ok(())
}

/// Each under the number of the payment that it gives back.
fn insert_payments(db: &Connection, seq: i64, plan: &Plan) -> Result<(), Error> {
    let mut insert = db.prepare_cached(
        "INSERT INTO payment (sale, n, tender, kind, amount, received, reference)
         VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)",
    )?;
    for back in &plan.payments {
        insert.execute((
            seq,
            back.n,
            back.tender.0,
            back.kind.code(),
            -back.amount.amount(),
            back.reference.as_ref().map(Reference::as_str),
        ))?;
    }
    Ok(())
}

/// What comes back goes on the shelf; of what is spoiled, a movement takes it off again.
fn take_back(
    db: &Connection,
    refund: &Refund,
    of: &Original,
    number: i64,
) -> Result<Vec<(ProductId, Quantity)>, Error> {
    let mut update = db.prepare_cached(
        "INSERT INTO stock (product, quantity) VALUES (?1, ?2)
         ON CONFLICT (product) DO UPDATE SET quantity = quantity + ?2 RETURNING quantity",
    )?;
    let mut spoil = db.prepare_cached(
        "INSERT INTO stock_movement (id, product, quantity, kind, at, day, user, note)
         VALUES (?1, ?2, ?3, 'spoiled', ?4, ?5, ?6, ?7)",
    )?;
    let (moment, user) = (refund.at().moment, refund.at().user);
    let mut stocks = Vec::with_capacity(refund.plan().lines.len());
    for back in &refund.plan().lines {
        let Some(sold) = of.lines.iter().find(|sold| sold.line == back.line) else {
            continue;
        };
        let quantity = back.share.quantity.in_thousandths();
        let returned = match back.goods {
            Goods::Stock => quantity,
            Goods::Spoiled => {
                spoil.execute((
                    Uuid::now_v7().as_bytes(),
                    sold.product.0,
                    -quantity,
                    moment.at.0,
                    moment.day().number(),
                    user.0,
                    number.to_string(),
                ))?;
                0
            }
        };
        let now: i64 = update.query_row((sold.product.0, returned), |row| row.get(0))?;
        stocks.push((sold.product, Quantity::thousandths(now)));
    }
    Ok(stocks)
}

/// What an exchange takes over from a pupil's account is spent for that account and no other.
pub(super) fn refuse_other_buyer(
    db: &Connection,
    refund: &Refund,
    buyer: Option<AccountId>,
) -> Result<(), Error> {
    let mut is_account =
        db.prepare_cached("SELECT EXISTS (SELECT 1 FROM tender WHERE id = ?1 AND kind = 'card')")?;
    for back in &refund.plan().payments {
        let of_account: bool = is_account.query_row([back.tender.0], |row| row.get(0))?;
        if back.kind == TenderKind::Exchange && of_account {
            let pupil = pupil_account(db, seq_of(db, refund.of())?)?;
            return match pupil.map(|(account, _)| account) == buyer {
                true => Ok(()),
                false => Err(CannotRefund::OtherBuyer.into()),
            };
        }
    }
    Ok(())
}

fn post(db: &Connection, seq: i64, refund: &Refund, pupil: Option<AccountId>) -> Result<(), Error> {
    let plan = refund.plan();
    let mut postings: Vec<(AccountId, Money)> = Vec::with_capacity(plan.payments.len() + 1);
    for back in &plan.payments {
        let account = match (back.kind, pupil) {
            (TenderKind::Account, Some(pupil)) => pupil,
            (TenderKind::Exchange, _) => EXCHANGES,
            _ => account::of_tender(back.tender),
        };
        postings.push((account, back.amount));
    }
    postings.push((account::SALES, -plan.money()));
    let at = refund.at().moment;
    let entry = Entry {
        id: Uuid::now_v7(),
        kind: "refund",
        sale: Some(seq),
        at: at.at.0,
        day: at.day().number(),
        user: Some(refund.approved().by.0),
    };
    account::post(db, &entry, &postings)
}
