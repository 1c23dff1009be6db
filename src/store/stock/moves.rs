//! Everything that moved a product: who, when, by which document, and what there was afterwards.

use rusqlite::Row;

use super::{Error, Reader};
use crate::domain::stock::MoveKind;
use crate::domain::{BusinessDay, ProductId, Quantity, Timestamp};
use crate::store::row;

/// A movement of a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// When.
    pub at: Timestamp,
    /// On which day.
    pub day: BusinessDay,
    /// What moved it.
    pub kind: MoveKind,
    /// By how much.
    pub quantity: Quantity,
    /// How much there was afterwards.
    pub balance: Quantity,
    /// Who; `None` for a list or a program.
    pub who: Option<String>,
    /// The ticket's number, or the document's with its supplier.
    pub document: Option<String>,
    /// The word of the reason of a loss.
    pub reason: Option<String>,
    /// More about it.
    pub note: Option<String>,
}

/// A product's movements since a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves {
    /// How much there was before.
    pub before: Quantity,
    /// How much there is now.
    pub now: Quantity,
    /// Latest first.
    pub moves: Vec<Moved>,
}

impl Reader {
    /// What moved a product since a day. The balance is reckoned backwards from what there is now, so that
    /// nothing before that day has to be read.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn stock_moves(&self, product: ProductId, since: BusinessDay) -> Result<Moves, Error> {
        let db = self.db.unchecked_transaction()?;
        let sql = "SELECT coalesce((SELECT quantity FROM stock WHERE product = ?1), 0)";
        let now: i64 = db.query_row(sql, [product.0], |row| row.get(0))?;
        let mut select = db.prepare_cached(
            "SELECT m.at, m.day, m.kind, m.quantity, u.name AS who,
                 coalesce(CASE WHEN p.seq IS NOT NULL THEN m.note END,
                     CASE WHEN m.kind = 'spoiled' AND o.seq IS NULL THEN m.note END) AS document,
                 o.reason, coalesce(o.note, c.reason) AS note, 0 AS later, m.seq
             FROM stock_movement m LEFT JOIN user u ON u.id = m.user
             LEFT JOIN purchase_line l ON l.movement = m.seq LEFT JOIN purchase p ON p.seq = l.purchase
             LEFT JOIN stock_loss o ON o.movement = m.seq
             LEFT JOIN stock_count_line n ON n.movement = m.seq LEFT JOIN stock_count c ON c.seq = n.count
             WHERE m.product = ?1 AND m.day >= ?2
             UNION ALL
             SELECT s.at, s.day, CASE s.kind WHEN 0 THEN 'sale' WHEN 1 THEN 'void' ELSE 'refund' END,
                 -sum(l.quantity), u.name, CAST(s.number AS TEXT), NULL, NULL, 1, s.seq
             FROM sale s CROSS JOIN sale_line l ON l.sale = s.seq AND l.product = ?1
             JOIN user u ON u.id = s.user WHERE s.day >= ?2 GROUP BY s.seq
             ORDER BY 1 DESC, 9 DESC, 10 DESC",
        )?;
        let mut rows = select.query((product.0, since.number()))?;
        let (mut moves, mut balance) = (Vec::new(), now);
        while let Some(row) = rows.next()? {
            let moved = moved(row, balance)?;
            balance -= moved.quantity.in_thousandths();
            moves.push(moved);
        }
        Ok(Moves {
            before: Quantity::thousandths(balance),
            now: Quantity::thousandths(now),
            moves,
        })
    }
}

fn moved(row: &Row<'_>, balance: i64) -> Result<Moved, Error> {
    Ok(Moved {
        at: Timestamp(row.get(0)?),
        day: row::day(row.get(1)?)?,
        kind: MoveKind::from_code(&row.get::<_, String>(2)?),
        quantity: Quantity::thousandths(row.get(3)?),
        balance: Quantity::thousandths(balance),
        who: row.get(4)?,
        document: row.get(5)?,
        reason: row.get(6)?,
        note: row.get(7)?,
    })
}
