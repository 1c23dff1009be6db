//! What was booked in a shift, summed up: what is expected of each tender, and all that an X or a Z says.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Window, beside, on_the_wall};
use crate::domain::receipt::Shop;
use crate::domain::shift::{
    ByCashier, ByTender, CashMove, Drawer, HandOver, MoveKind, Report, Shift, Tally, WithoutShift,
};
use crate::domain::tax::{Included, Rate};
use crate::domain::tender::TenderKind;
use crate::domain::{Moment, Money, TenderId};
use crate::store::{Error, row};

/// What each kind of entry moved of each tender. What the closing itself books is not part of it.
const MOVED: &str = "SELECT t.id, t.kind, e.kind, p.amount < 0 AS came, count(*), -sum(p.amount)
    FROM entry e JOIN posting p ON p.entry = e.seq JOIN tender t ON t.account = p.account
    WHERE e.shift = ?1 AND e.kind NOT IN ('shift_difference', 'shift_emptied')
    GROUP BY t.id, e.kind, came";

const MOVED_BEFORE: &str = "SELECT t.id, t.kind, -sum(p.amount)
    FROM entry e JOIN posting p ON p.entry = e.seq JOIN tender t ON t.account = p.account
    WHERE e.shift IS NULL AND e.seq > ?1 AND e.seq <= ?2 GROUP BY t.id";

const SOLD: &str = "SELECT s.kind, v.before, u.name, count(*), sum(s.total - s.rounding),
        sum(s.discount), sum(s.rounding), sum(s.change), min(s.number), max(s.number)
    FROM shift_sale v JOIN sale s ON s.seq = v.sale JOIN user u ON u.id = s.user
    WHERE v.shift = ?1 GROUP BY s.kind, v.before, u.id ORDER BY u.name COLLATE spanish, u.id";

const SOLD_WAITING: &str = "SELECT sum(kind = 0), coalesce(sum(total - rounding), 0) FROM sale
    WHERE shift IS NULL AND seq > ?1 AND seq <= ?2";

const PAID: &str = "SELECT p.tender, p.kind, sum(s.kind = 0), sum(p.amount)
    FROM shift_sale v JOIN sale s ON s.seq = v.sale JOIN payment p ON p.sale = s.seq
    WHERE v.shift = ?1 AND v.before = 0 AND p.kind <> 'exchange' GROUP BY p.tender, p.kind ORDER BY p.tender, p.kind";

const RATES: &str = "SELECT l.rate, sum(l.paid), sum(l.discount)
    FROM shift_sale v JOIN sale_line l ON l.sale = v.sale
    WHERE v.shift = ?1 AND v.before = 0 GROUP BY v.sale, l.rate";

/// All that an X says.
pub(super) fn of(db: &Connection, shift: Shift, shop: &Shop, now: Moment) -> Result<Report, Error> {
    let seq = shift.id.0;
    let sold = Sold::read(db, seq)?;
    let (drawers, accounts) = moved(db, seq)?;
    let (taxes, line_discounts) = taxes(db, seq)?;
    let till = "SELECT name FROM till WHERE id = ?1";
    let till = db.query_row(till, [shift.till.0], |row| row.get(0))?;
    let opened = "SELECT count(*) FROM drawer_opened WHERE shift = ?1";
    Ok(Report {
        shop: shop.clone(),
        till,
        at: now,
        by_tender: by_tender(db, seq)?,
        taxes,
        discounts: sold.discounts + line_discounts,
        commissions: Some(beside::commissions(db, seq)?),
        top_ups: accounts.top_ups,
        top_ups_undone: accounts.undone,
        withdrawals: accounts.withdrawals,
        drawer_opened: db.query_row(opened, [seq], |row| row.get(0))?,
        without_shift: without_shift(&drawers, sold.before),
        drawers,
        moves: moves(db, seq, now)?,
        hand_overs: hand_overs(db, seq, now)?,
        chain: beside::chain(db)?,
        closing: None,
        shift,
        sales: sold.sales,
        voids: sold.voids,
        refunds: sold.refunds,
        by_cashier: sold.by_cashier,
        rounding: sold.rounding,
        tickets: sold.tickets,
    })
}

/// What each tender moved, cash first even where nothing has.
pub(super) fn drawers(db: &Connection, shift: i64) -> Result<Vec<Drawer>, Error> {
    Ok(moved(db, shift)?.0)
}

/// What waits for the next shift.
pub(super) fn waiting(db: &Connection, window: Window) -> Result<WithoutShift, Error> {
    let sales = db.query_row(SOLD_WAITING, (window.sale_after, window.sale_to), |row| {
        Ok(Tally {
            count: row.get::<_, Option<i64>>(0)?.unwrap_or(0),
            amount: Money::guaranies(row.get(1)?),
        })
    })?;
    let mut select = db.prepare_cached(MOVED_BEFORE)?;
    let rows = select.query_map((window.entry_after, window.entry_to), |row| {
        Ok((
            kind(&row.get::<_, String>(1)?),
            Money::guaranies(row.get(2)?),
        ))
    })?;
    let tenders: Vec<_> = rows.collect::<Result<_, _>>()?;
    Ok(WithoutShift { sales, tenders })
}

fn without_shift(drawers: &[Drawer], sales: Tally) -> WithoutShift {
    let moved = drawers.iter().filter(|drawer| !drawer.before.is_zero());
    WithoutShift {
        sales,
        tenders: moved.map(|drawer| (drawer.kind, drawer.before)).collect(),
    }
}

fn kind(code: &str) -> TenderKind {
    // A tender that a later version knows is counted by its vouchers, as transfers are.
    TenderKind::from_code(code).unwrap_or(TenderKind::Transfer)
}

/// What went onto and out of accounts, by whatever tender.
#[derive(Default)]
struct Accounts {
    top_ups: Tally,
    undone: Tally,
    withdrawals: Tally,
}

fn moved(db: &Connection, shift: i64) -> Result<(Vec<Drawer>, Accounts), Error> {
    let mut drawers = tenders(db)?;
    let mut accounts = Accounts::default();
    let mut select = db.prepare_cached(MOVED)?;
    let mut rows = select.query([shift])?;
    while let Some(row) = rows.next()? {
        let Some(drawer) = drawers.get_mut(&row.get::<_, i64>(0)?) else {
            continue;
        };
        let what: String = row.get(2)?;
        let came: bool = row.get(3)?;
        let (count, amount) = (row.get(4)?, Money::guaranies(row.get(5)?));
        match (what.as_str(), came) {
            ("float", _) => drawer.float += amount,
            ("sale", _) => drawer.received += amount,
            ("void" | "refund", _) => drawer.given_back -= amount,
            ("paid_in", _) => drawer.paid_in += amount,
            ("paid_out", _) => drawer.paid_out -= amount,
            ("drop", _) => drawer.dropped -= amount,
            ("top_up_undone", _) => {
                drawer.undone -= amount;
                accounts.undone = accounts.undone.and(taken_back(count, amount));
            }
            (_, true) => {
                drawer.topped_up += amount;
                accounts.top_ups = accounts.top_ups.and(Tally { count, amount });
            }
            (_, false) => {
                drawer.withdrawn -= amount;
                let amount = -amount;
                accounts.withdrawals = accounts.withdrawals.and(Tally { count, amount });
            }
        }
    }
    changed(db, shift, &mut drawers)?;
    before(db, shift, &mut drawers)?;
    let mut drawers: Vec<Drawer> = drawers.into_values().collect();
    drawers.retain(|drawer| drawer.is_cash() || !drawer.is_untouched());
    drawers.sort_by_key(|drawer| (!drawer.is_cash(), drawer.tender));
    Ok((drawers, accounts))
}

fn tenders(db: &Connection) -> Result<BTreeMap<i64, Drawer>, Error> {
    let mut select = db.prepare_cached("SELECT id, kind FROM tender")?;
    let rows = select.query_map((), |row| {
        let (id, code): (i64, String) = (row.get(0)?, row.get(1)?);
        Ok((id, Drawer::empty(TenderId(id), kind(&code))))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Change was received and given back: the books know what stayed.
fn changed(db: &Connection, shift: i64, drawers: &mut BTreeMap<i64, Drawer>) -> Result<(), Error> {
    let sql = "SELECT coalesce(sum(s.change), 0) FROM shift_sale v JOIN sale s ON s.seq = v.sale
        WHERE v.shift = ?1 AND v.before = 0 AND s.kind = 0";
    let change = db.query_row(sql, [shift], |row| row.get(0))?;
    let change = Money::guaranies(change);
    if let Some(cash) = drawers.values_mut().find(|drawer| drawer.is_cash()) {
        cash.received += change;
        cash.change += change;
    }
    Ok(())
}

fn before(db: &Connection, shift: i64, drawers: &mut BTreeMap<i64, Drawer>) -> Result<(), Error> {
    let window = "SELECT entry_after, entry_to FROM shift WHERE seq = ?1";
    let window: (i64, i64) = db.query_row(window, [shift], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut select = db.prepare_cached(MOVED_BEFORE)?;
    let mut rows = select.query(window)?;
    while let Some(row) = rows.next()? {
        if let Some(drawer) = drawers.get_mut(&row.get::<_, i64>(0)?) {
            drawer.before += Money::guaranies(row.get(2)?);
        }
    }
    Ok(())
}

/// What the sales of a shift come to.
#[derive(Default)]
struct Sold {
    sales: Tally,
    voids: Tally,
    refunds: Tally,
    before: Tally,
    discounts: Money,
    rounding: Money,
    tickets: Option<(i64, i64)>,
    by_cashier: Vec<ByCashier>,
}

impl Sold {
    fn read(db: &Connection, shift: i64) -> Result<Self, Error> {
        let mut sold = Self::default();
        let mut select = db.prepare_cached(SOLD)?;
        let mut rows = select.query([shift])?;
        while let Some(row) = rows.next()? {
            let (count, amount) = (row.get(3)?, Money::guaranies(row.get(4)?));
            let kind: i64 = row.get(0)?;
            if row.get(1)? {
                let count = if kind == 0 { count } else { 0 };
                sold.before = sold.before.and(Tally { count, amount });
                continue;
            }
            match kind {
                0 => sold.sales = sold.sales.and(Tally { count, amount }),
                1 => sold.voids = sold.voids.and(taken_back(count, amount)),
                _ => sold.refunds = sold.refunds.and(taken_back(count, amount)),
            }
            sold.discounts += Money::guaranies(row.get(5)?);
            sold.rounding += Money::guaranies(row.get(6)?);
            sold.ticket(row.get(8)?, row.get(9)?);
            let count = if kind == 0 { count } else { 0 };
            sold.cashier(row.get(2)?, Tally { count, amount });
        }
        Ok(sold)
    }

    fn ticket(&mut self, first: i64, last: i64) {
        let (from, to) = self.tickets.unwrap_or((first, last));
        self.tickets = Some((from.min(first), to.max(last)));
    }

    fn cashier(&mut self, name: String, sold: Tally) {
        match self.by_cashier.iter_mut().find(|of| of.name == name) {
            Some(known) => known.sold = known.sold.and(sold),
            None => self.by_cashier.push(ByCashier { name, sold }),
        }
    }
}

fn taken_back(count: i64, amount: Money) -> Tally {
    Tally {
        count,
        amount: -amount,
    }
}

fn by_tender(db: &Connection, shift: i64) -> Result<Vec<ByTender>, Error> {
    let mut select = db.prepare_cached(PAID)?;
    let rows = select.query_map([shift], |row| {
        Ok(ByTender {
            tender: TenderId(row.get(0)?),
            kind: kind(&row.get::<_, String>(1)?),
            paid: Tally {
                count: row.get(2)?,
                amount: Money::guaranies(row.get(3)?),
            },
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// IVA by rate, rounded once a ticket as the tickets say it, and what discounts of lines took off.
fn taxes(db: &Connection, shift: i64) -> Result<(Vec<Included>, Money), Error> {
    let mut sums: BTreeMap<Rate, (Money, Money)> = BTreeMap::new();
    let mut discounts = Money::ZERO;
    let mut select = db.prepare_cached(RATES)?;
    let mut rows = select.query([shift])?;
    while let Some(row) = rows.next()? {
        let rate = row::rate(row.get(0)?)?;
        let total = Money::guaranies(row.get(1)?);
        let sum = sums.entry(rate).or_default();
        sum.0 += total;
        sum.1 += rate.included_in(total);
        discounts += Money::guaranies(row.get(2)?);
    }
    let taxes = sums.into_iter();
    let taxes = taxes.map(|(rate, (total, tax))| Included { rate, total, tax });
    Ok((taxes.collect(), discounts))
}

fn moves(db: &Connection, shift: i64, now: Moment) -> Result<Vec<CashMove>, Error> {
    let mut select = db.prepare_cached(
        "SELECT m.kind, m.amount, m.reason, m.at, u.name FROM cash_move m JOIN user u ON u.id = m.user
         WHERE m.shift = ?1 ORDER BY m.seq",
    )?;
    let rows = select.query_map([shift], |row| {
        let kind: String = row.get(0)?;
        Ok(CashMove {
            kind: MoveKind::from_code(&kind).unwrap_or(MoveKind::PaidOut),
            amount: Money::guaranies(row.get(1)?),
            reason: row.get(2)?,
            at: on_the_wall(now, row.get(3)?),
            by: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn hand_overs(db: &Connection, shift: i64, now: Moment) -> Result<Vec<HandOver>, Error> {
    let mut select = db.prepare_cached(
        "SELECT f.name, t.name, h.at, c.counted, c.expected
         FROM handed_over h JOIN user f ON f.id = h.from_user JOIN user t ON t.id = h.user
         LEFT JOIN shift_count_tender c ON c.count = h.count
             AND c.tender IN (SELECT id FROM tender WHERE kind = 'cash')
         WHERE h.shift = ?1 ORDER BY h.seq",
    )?;
    let rows = select.query_map([shift], |row| {
        let money = |place| -> rusqlite::Result<Option<Money>> {
            Ok(row.get::<_, Option<i64>>(place)?.map(Money::guaranies))
        };
        Ok(HandOver {
            from: row.get(0)?,
            to: row.get(1)?,
            at: on_the_wall(now, row.get(2)?),
            counted: money(3)?.zip(money(4)?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
