//! A small canteen with a random past, its facts written by SQL as sales, voids and refunds leave them.

use std::sync::Arc;

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::super::super::{Reader, Store};
use super::slow::{Fact, Facts, Line};
use crate::domain::BusinessDay;

/// The same throws for the same seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678_9abc_def0)
    }

    pub fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        i64::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % end
    }
}

/// Name, cost, whether weighed; the number is the place, from 1.
pub const PRODUCTS: [(Option<i64>, bool); 12] = [
    (Some(1_500), false),
    (None, false),
    (Some(40_001), true),
    (Some(700), false),
    (None, true),
    (Some(10), false),
    (Some(2_000), false),
    (None, false),
    (Some(999), false),
    (Some(1), false),
    (None, false),
    (Some(5), false),
];

/// The guardian of each pupil, by place from 1; the last two have none.
pub const GUARDIANS: [Option<i64>; 9] = [
    Some(1),
    Some(1),
    Some(2),
    Some(3),
    Some(4),
    Some(4),
    Some(5),
    None,
    None,
];

const FURNISH: &str = "
    INSERT INTO user (name, role, pin_hash) VALUES ('María', 'cashier', ''), ('Rosa', 'supervisor', '');
    INSERT INTO category (id, name) VALUES (1, 'Todo');
    INSERT INTO guardian (id, name) VALUES (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E');";

pub struct Canteen {
    store: Store,
    facts: Facts,
}

impl Canteen {
    pub fn random(dice: &mut Dice) -> Self {
        let store = Store::in_memory().unwrap();
        furnish(&store.db);
        let bases = [
            "28/02/2024",
            "01/03/2024",
            "30/11/2026",
            "31/12/2026",
            "23/11/2026",
            "01/01/2027",
        ];
        let base = bases[usize::try_from(dice.below(6)).unwrap()];
        let base = BusinessDay::written(base).unwrap();
        let mut canteen = Self {
            store,
            facts: Facts {
                base,
                all: Vec::new(),
            },
        };
        let count = match dice.below(10) {
            0 => 0,
            1 => 1,
            _ => dice.below(40),
        };
        // The clock of every other canteen goes forward only.
        let mut days: Vec<i64> = (0..count).map(|_| dice.below(90) * dice.below(2)).collect();
        if dice.below(2) == 0 {
            days.sort_unstable_by_key(|back| -back);
        }
        for back in days {
            let day = base.days_before(back);
            canteen.sell(day, dice);
            if dice.below(4) == 0 {
                canteen.undo(1, day, dice);
            }
            if dice.below(4) == 0 {
                canteen.undo(2, day, dice);
            }
        }
        canteen
    }

    pub fn open(self) -> (Reader, Facts) {
        // The database is in memory: whoever reads it has the store's own connection.
        let mut store = self.store;
        let db = std::mem::replace(&mut store.db, Connection::open_in_memory().unwrap());
        let labels = Arc::clone(&store.labels);
        (Reader { db, labels }, self.facts)
    }

    fn sell(&mut self, day: BusinessDay, dice: &mut Dice) {
        let lines = (0..=dice.below(4)).map(|_| {
            let product = dice.below(12);
            let weighed = PRODUCTS[usize::try_from(product).unwrap()].1;
            let quantity = match weighed {
                true => 1 + dice.below(3_000),
                false => 1_000 * (1 + dice.below(3)),
            };
            Line {
                product: product + 1,
                weighed,
                quantity,
                paid: dice.below(20_000),
                // The cost of the day; two in three were sold since it is noted.
                cost: (dice.below(3) > 0).then(|| dice.below(4_000)),
            }
        });
        let lines: Vec<Line> = lines.collect();
        let total: i64 = lines.iter().map(|line| line.paid).sum();
        let rounding = (total % 50) * dice.below(2);
        let mut left = total - rounding;
        let mut payments = Vec::new();
        while left > 0 && payments.len() < 2 {
            let part = dice.below(left) + 1;
            payments.push((1 + dice.below(5), part));
            left -= part;
        }
        payments.push((1 + dice.below(5), left));
        let student = (dice.below(3) > 0).then(|| 1 + dice.below(9));
        self.insert(Fact {
            day,
            hour: u32::try_from(dice.below(24)).unwrap(),
            millis: dice.below(3_600_000),
            kind: 0,
            of: None,
            student,
            discount: dice.below(3) * 100,
            rounding,
            lines,
            payments,
            overrides: i64::from(dice.below(6) == 0) * (1 + dice.below(2)),
        });
    }

    /// A void of the whole, or money back for its first line, of a sale that was not undone.
    fn undo(&mut self, kind: i64, day: BusinessDay, dice: &mut Dice) {
        let is_free = |place: usize| !self.facts.all.iter().any(|fact| fact.of == Some(place));
        let sold = self.facts.all.iter().enumerate();
        let mut sold = sold.filter(|(place, fact)| {
            fact.kind == 0 && is_free(*place) && (kind == 2 || fact.day == day)
        });
        let Some((place, of)) = sold.next_back() else {
            return;
        };
        let negative = |line: &Line| Line {
            quantity: -line.quantity,
            paid: -line.paid,
            ..*line
        };
        let mut undone = Fact {
            day,
            hour: u32::try_from(dice.below(24)).unwrap(),
            millis: dice.below(3_600_000),
            kind,
            of: Some(place),
            student: of.student,
            discount: -of.discount,
            rounding: -of.rounding,
            lines: of.lines.iter().map(negative).collect(),
            payments: of
                .payments
                .iter()
                .map(|(tender, amount)| (*tender, -amount))
                .collect(),
            overrides: 0,
        };
        if kind == 2 {
            undone.lines.truncate(1);
            let first = &mut undone.lines[0];
            // A part of what was weighed: it is still one that was bought.
            if first.weighed && dice.below(2) == 0 {
                first.quantity = -(1 + dice.below(-first.quantity));
            }
            undone.discount = 0;
            undone.rounding = 0;
            let back = undone.lines[0].paid;
            undone.payments = vec![(1 + dice.below(5), back)];
        }
        self.insert(undone);
    }

    fn insert(&mut self, fact: Fact) {
        let db = &self.store.db;
        let seq = i64::try_from(self.facts.all.len()).unwrap() + 1;
        let total: i64 = fact.lines.iter().map(|line| line.paid).sum();
        let at =
            fact.day.number() * 86_400_000 + (i64::from(fact.hour) + 3) * 3_600_000 + fact.millis;
        let of = fact.of.map(|place| i64::try_from(place).unwrap() + 1);
        let mut insert = db
            .prepare_cached(
                "INSERT INTO sale (seq, id, till, number, kind, reverses, at, day, hour, user, student,
                     subtotal, discount, total, rounding, change)
                 VALUES (?1, ?2, 1, ?1, ?3, ?4, ?5, ?6, ?7, 1, ?8, ?9, ?10, ?9, ?11, 0)",
            )
            .unwrap();
        let id = Uuid::now_v7();
        insert
            .execute(params![
                seq,
                id.as_bytes(),
                fact.kind,
                of,
                at,
                fact.day.number(),
                fact.hour,
                fact.student,
                total,
                fact.discount,
                fact.rounding,
            ])
            .unwrap();
        for (n, line) in (1_i64..).zip(&fact.lines) {
            let of_line = (fact.kind == 2).then_some(n);
            let unit = if line.weighed { "kilogram" } else { "each" };
            db.prepare_cached(
                "INSERT INTO sale_line (sale, line, product, name, unit, quantity, price, discount, net, paid, rate, cost,
                     of_line)
                 VALUES (?1, ?2, ?3, '', ?4, ?5, 1, 0, ?6, ?6, 10, ?7, ?8)",
            )
            .unwrap()
            .execute((seq, n, line.product, unit, line.quantity, line.paid, line.cost, of_line))
            .unwrap();
        }
        for (n, (tender, amount)) in (1_i64..).zip(&fact.payments) {
            db.prepare_cached(
                "INSERT INTO payment (sale, n, tender, kind, amount, received, commission, surcharge)
                 SELECT ?1, ?2, id, kind, ?4, ?4, ?5, ?6 FROM tender WHERE id = ?3",
            )
            .unwrap()
            .execute((seq, n, tender, amount, borne(fact.kind, *amount) + amount / 100, amount / 100))
            .unwrap();
        }
        for n in 0..=fact.overrides {
            let approved = (n > 0).then_some(2);
            db.prepare_cached(
                "INSERT INTO decision (sale, n, product, user, approved_by, shown) VALUES (?1, ?2, 1, 1, ?3, '')",
            )
            .unwrap()
            .execute((seq, n, approved))
            .unwrap();
        }
        let kind = ["sale", "void", "refund"][usize::try_from(fact.kind).unwrap()];
        db.prepare_cached(
            "INSERT INTO entry (id, kind, sale, at, day) VALUES (?1, ?2, ?3, ?4, ?5)",
        )
        .unwrap()
        .execute((id.as_bytes(), kind, seq, at, fact.day.number()))
        .unwrap();
        self.facts.all.push(fact);
    }
}

/// What the canteen bears of a payment's commission: 3 %, and of a refund nothing.
pub fn borne(kind: i64, amount: i64) -> i64 {
    match kind {
        2 => 0,
        _ => amount * 3 / 100,
    }
}

fn furnish(db: &Connection) {
    db.execute_batch(FURNISH).unwrap();
    for (n, (cost, weighed)) in (1_i64..).zip(PRODUCTS) {
        let unit = if weighed { "kilogram" } else { "each" };
        db.execute(
            "INSERT INTO product (id, name, category, unit, rate, stock_rule, stock_minimum, favourite, cost)
             VALUES (?1, 'P' || ?1, 1, ?2, 10, 'allow', 0, 0, ?3)",
            (n, unit, cost),
        )
        .unwrap();
    }
    for (n, guardian) in (1_i64..).zip(GUARDIANS) {
        let account = 100 + n;
        db.execute(
            "INSERT INTO account (id, kind) VALUES (?1, 'student')",
            [account],
        )
        .unwrap();
        db.execute(
            "INSERT INTO student (id, name, grade, guardian, account, price_list, credit_limit)
             VALUES (?1, 'S' || ?1, '1', ?2, ?3, 1, 0)",
            (n, guardian, account),
        )
        .unwrap();
    }
}
