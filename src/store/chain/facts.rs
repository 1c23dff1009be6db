//! Which tables hold facts, and what the hash of one is made of.
//!
//! A table with a trigger that refuses changes is in this list, or one of its children is: a test looks.
//! The hash takes names, types and lengths in, and leaves out what is NULL: a column that a later
//! migration adds is NULL in old facts, and their hashes stay. So it must not have another default, and no
//! column that held anything is ever renamed or dropped.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use crate::store::Error;

/// A table of facts.
#[derive(Debug)]
pub(super) struct Table {
    /// Stands for it in links: never changed, never used again.
    pub(super) code: u8,
    pub(super) name: &'static str,
    /// One row, by its number.
    row: &'static str,
    /// The numbers of all rows, in order.
    pub(super) seqs: &'static str,
    /// Tables whose rows belong to one of these rows, and how they are read.
    pub(super) children: &'static [(&'static str, &'static str)],
}

/// `code: table by key, with child by key and number …`; the statements stand in full once it is expanded.
macro_rules! facts {
    ($($code:literal: $name:literal by $key:literal
        $(with $($child:literal by $parent:literal and $n:literal),+)?;)+) => {
        &[$(Table {
            code: $code,
            name: $name,
            row: concat!("SELECT * FROM ", $name, " WHERE ", $key, " = ?1"),
            seqs: concat!("SELECT ", $key, " FROM ", $name, " ORDER BY ", $key),
            children: &[$($((
                $child,
                concat!("SELECT * FROM ", $child, " WHERE ", $parent, " = ?1 ORDER BY ", $n),
            )),+)?],
        }),+]
    };
}

/// Every table of facts. New ones are added at the end, with the next code.
pub(super) const FACTS: &[Table] = facts! {
    1: "sale" by "seq" with "sale_line" by "sale" and "line", "payment" by "sale" and "n",
        "decision" by "sale" and "n";
    2: "entry" by "seq" with "posting" by "entry" and "account";
    3: "audit" by "seq";
    4: "stock_movement" by "seq";
    5: "product_text" by "seq";
    6: "declared" by "seq";
    7: "suited" by "seq";
    8: "recipe" by "seq" with "recipe_part" by "recipe" and "part";
    9: "restricted" by "seq";
    10: "wished" by "seq";
    11: "rulebook" by "seq";
    12: "alert" by "seq";
    13: "looked_at" by "seq";
    14: "own_allergen" by "id";
    15: "own_diet" by "id";
    16: "movement" by "seq";
    17: "top_up_list" by "seq";
    18: "low_mark" by "seq";
    19: "card_fact" by "seq";
    20: "pupil_limit" by "seq" with "pupil_block" by "limits" and "n";
    21: "tender_terms" by "seq";
    22: "shift" by "seq";
    23: "cash_move" by "seq";
    24: "drawer_opened" by "seq";
    25: "shift_count" by "seq" with "shift_count_piece" by "count" and "denomination",
        "shift_count_tender" by "count" and "tender";
    26: "handed_over" by "seq";
    27: "shift_closed" by "seq";
    28: "lunch_plan_version" by "seq" with "lunch_day_off" by "version" and "off";
    29: "lunch_subscribed" by "seq";
    30: "lunch_ended" by "seq";
    31: "lunch_menu" by "seq" with "lunch_menu_dish" by "menu" and "n";
    32: "lunch_served" by "seq" with "lunch_left_out" by "served" and "product";
    33: "lunch_taken_back" by "seq";
    34: "lunch_paid" by "seq";
    35: "alert_seen" by "seq";
    46: "priced" by "seq";
    56: "pupil_change" by "seq";
    57: "promotion" by "seq" with "promotion_line" by "promotion" and "student";
    58: "promotion_undone" by "seq";
    59: "erasure" by "seq" with "erasure_row" by "erasure" and "n";
    50: "purchase" by "seq" with "purchase_line" by "purchase" and "line";
    51: "stock_count" by "seq" with "stock_count_line" by "count" and "product";
    52: "stock_loss" by "seq";
    53: "product_cost" by "seq";
};

/// The place of a table in the list, if it holds facts.
pub(super) fn at(table: &str) -> Option<usize> {
    FACTS.iter().position(|of| of.name == table)
}

/// The place of the table that a code stands for.
pub(super) fn at_code(code: u8) -> Option<usize> {
    FACTS.iter().position(|of| of.code == code)
}

/// A column: its place in the row, and its name as it goes into the hash.
type Column = (usize, Vec<u8>);

/// Of each statement, its columns in the order of their names; kept, as it is asked for with every fact.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    known: Vec<(&'static str, Vec<Column>)>,
    bytes: Vec<u8>,
}

impl Shapes {
    fn of(&mut self, sql: &'static str, row: &Row<'_>) -> Result<usize, Error> {
        // The same text is the same constant: comparing its place is enough.
        let found = self
            .known
            .iter()
            .position(|(known, _)| std::ptr::eq(*known, sql));
        if let Some(found) = found {
            return Ok(found);
        }
        let statement = row.as_ref();
        let mut columns = Vec::with_capacity(statement.column_count());
        for column in 0..statement.column_count() {
            let mut name = Vec::new();
            sized(&mut name, statement.column_name(column)?.as_bytes());
            columns.push((column, name));
        }
        columns.sort_by(|(_, one), (_, other)| one.cmp(other));
        self.known.push((sql, columns));
        Ok(self.known.len() - 1)
    }
}

/// The hash of a fact with what belongs to it; `None` if there is no such row.
pub(super) fn digest(
    db: &Connection,
    table: &Table,
    seq: i64,
    shapes: &mut Shapes,
) -> Result<Option<[u8; 32]>, Error> {
    shapes.bytes.clear();
    let mut select = db.prepare_cached(table.row)?;
    let mut rows = select.query([seq])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    put(table.name, table.row, row, shapes)?;
    for (name, sql) in table.children {
        let mut select = db.prepare_cached(sql)?;
        let mut rows = select.query([seq])?;
        while let Some(row) = rows.next()? {
            put(name, sql, row, shapes)?;
        }
    }
    Ok(Some(*blake3::hash(&shapes.bytes).as_bytes()))
}

/// The table's name, how many columns say something, and of each its name, its type and its value; all with
/// their lengths, so that no two rows are written alike.
fn put(name: &str, sql: &'static str, row: &Row<'_>, shapes: &mut Shapes) -> Result<(), Error> {
    let shape = shapes.of(sql, row)?;
    let Shapes { known, bytes } = shapes;
    sized(bytes, name.as_bytes());
    let count_at = bytes.len();
    bytes.push(0);
    let mut count = 0_u8;
    for (column, name) in &known[shape].1 {
        let value = row.get_ref(*column)?;
        if matches!(value, ValueRef::Null) {
            continue;
        }
        count += 1;
        bytes.extend_from_slice(name);
        match value {
            ValueRef::Null => {}
            ValueRef::Integer(whole) => {
                bytes.push(1);
                bytes.extend_from_slice(&whole.to_le_bytes());
            }
            ValueRef::Real(real) => {
                bytes.push(2);
                bytes.extend_from_slice(&real.to_bits().to_le_bytes());
            }
            ValueRef::Text(text) => {
                bytes.push(3);
                sized(bytes, text);
            }
            ValueRef::Blob(blob) => {
                bytes.push(4);
                sized(bytes, blob);
            }
        }
    }
    bytes[count_at] = count;
    Ok(())
}

fn sized(bytes: &mut Vec<u8>, value: &[u8]) {
    bytes.extend_from_slice(&(value.len() as u64).to_le_bytes());
    bytes.extend_from_slice(value);
}
