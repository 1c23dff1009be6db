//! One seeded history: days of selling on one machine, faults that come and pass, power that goes at any
//! write or sync, and after each restart the question whether the books hold what customers were told.

use std::collections::BTreeSet;

use rusqlite::{Connection, OpenFlags};

use crate::dice::Dice;
use crate::disk::{Armed, Fault};
use crate::inode::Drive;
use crate::machine::Machine;
use crate::shop::{DATABASE, SaleNumber, Shop};

/// What went wrong, in the words of whoever has to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Customers were told that these were sold, and the books do not know them.
    Lost(Vec<SaleNumber>),
    /// The books hold sales that nobody asked for.
    Invented(Vec<SaleNumber>),
    /// The file is damaged, or a sale is half written.
    Damaged(String),
    /// Nothing was wrong with the machine and the shop did not open.
    Closed(String),
    /// Nothing was wrong with the machine, or not any more, and the shop did not sell.
    Refused(String),
}

/// What a history contained, to see that it tried something.
#[derive(Debug, Default, Clone, Copy)]
pub struct Summary {
    pub acknowledged: usize,
    pub power_losses: u32,
    pub refused_by_faults: u32,
    pub faults: u64,
    pub steps: u64,
}

/// Plays the history of this seed.
///
/// # Errors
/// The first thing that went wrong.
pub fn play<S: Shop>(seed: u64) -> Result<Summary, Finding> {
    let mut dice = Dice::seeded(seed);
    let drive = Drive::rolled(&mut dice);
    let name = format!(
        "history-{seed}-{}",
        std::any::type_name::<S>().replace(|c: char| !c.is_alphanumeric(), "-")
    );
    let machine = Machine::new(&name, drive, dice.fork());
    let mut history = History {
        machine,
        dice,
        asked: 0,
        acknowledged: BTreeSet::new(),
        summary: Summary::default(),
    };
    for _ in 0..=history.dice.below(3) {
        history.day::<S>()?;
        history.lose_power();
        history.inspect::<S>()?;
    }
    Ok(history.summary())
}

struct History {
    machine: Machine,
    dice: Dice,
    /// Sales 0 to `asked - 1` were asked for.
    asked: SaleNumber,
    acknowledged: BTreeSet<SaleNumber>,
    summary: Summary,
}

impl History {
    fn day<S: Shop>(&mut self) -> Result<(), Finding> {
        if self.dice.chance(80) {
            // Squared, so that opening and the first sales are cut as often as the long days after them.
            let most = self.dice.below(1_500);
            let steps = self.dice.below(most + 1);
            self.machine.cut_power_after(steps);
        }
        if self.dice.chance(15) {
            self.arm_a_fault();
        }
        let Some(mut shop) = self.open::<S>()? else {
            return Ok(());
        };
        for _ in 0..self.dice.below(80) {
            self.something_happens(&mut shop)?;
            if !self.machine.is_powered() {
                return Ok(());
            }
        }
        if self.dice.chance(50) {
            self.machine.cut_power(); // and not a polite end of the day, whose checkpoint is also interrupted
        }
        Ok(())
    }

    fn something_happens<S: Shop>(&mut self, shop: &mut S) -> Result<(), Finding> {
        match self.dice.below(100) {
            0..=11 => self.arm_a_fault(),
            12..=13 => self.machine.fill_up_to(self.dice.below_len(20_000)),
            14..=15 => self.machine.mend(),
            16..=18 => self.a_visitor_checkpoints(),
            19..=21 => return self.look_at_the_books(shop),
            22..=24 => return self.sell_again(shop),
            _ => {}
        }
        let sale = self.asked;
        self.asked += 1;
        self.sell(shop, sale)
    }

    /// Opens; when a fault was in the way, once more after it passed. None without power.
    fn open<S: Shop>(&mut self) -> Result<Option<S>, Finding> {
        let faults = self.machine.faults();
        let first = S::open(self.machine.vfs());
        let answer = match first {
            Err(_) if self.machine.is_powered() && self.machine.faults() > faults => {
                self.machine.mend();
                S::open(self.machine.vfs())
            }
            other => other,
        };
        match answer {
            Ok(shop) => Ok(Some(shop)),
            Err(_) if !self.machine.is_powered() => Ok(None),
            Err(error) => Err(Finding::Closed(error)),
        }
    }

    /// Sells; when a fault was in the way, the same sale once more after it passed.
    fn sell<S: Shop>(&mut self, shop: &mut S, sale: SaleNumber) -> Result<(), Finding> {
        let faults = self.machine.faults();
        let mut answer = shop.sell(sale);
        if answer.is_err() && self.machine.is_powered() && self.machine.faults() > faults {
            self.summary.refused_by_faults += 1;
            self.machine.mend();
            answer = shop.sell(sale);
        }
        match answer {
            Ok(()) => {
                self.acknowledged.insert(sale);
                Ok(())
            }
            Err(_) if !self.machine.is_powered() => Ok(()),
            Err(error) => Err(Finding::Refused(format!("sale {sale}: {error}"))),
        }
    }

    fn sell_again<S: Shop>(&mut self, shop: &mut S) -> Result<(), Finding> {
        match self.asked {
            0 => Ok(()),
            asked => {
                let sale = self.dice.below(u64::from(asked));
                self.sell(shop, SaleNumber::try_from(sale).expect("it is below one"))
            }
        }
    }

    fn look_at_the_books<S: Shop>(&mut self, shop: &mut S) -> Result<(), Finding> {
        self.machine.mend();
        match shop.check() {
            Ok(sales) => self.compare(&sales),
            Err(_) if !self.machine.is_powered() => Ok(()),
            Err(error) => Err(Finding::Damaged(error)),
        }
    }

    fn arm_a_fault(&mut self) {
        let fault = self
            .dice
            .pick(&[Fault::WriteFails, Fault::DiskFull, Fault::SyncFails]);
        let most_spared = if fault == Fault::SyncFails { 3 } else { 20 };
        let (spared, lasting) = (self.dice.below(most_spared), 1 + self.dice.below(4));
        self.machine.arm(Armed {
            fault,
            spared,
            lasting,
        });
    }

    /// Another program with the same file open, as a backup has it.
    fn a_visitor_checkpoints(&mut self) {
        let mode = self.dice.pick(&["PASSIVE", "FULL", "RESTART", "TRUNCATE"]);
        let uri = format!("file:{DATABASE}?vfs={}", self.machine.vfs());
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI;
        if let Ok(visitor) = Connection::open_with_flags(uri, flags) {
            // It may fail: a fault or the power may be its own.
            let _outcome =
                visitor.query_row(&format!("PRAGMA wal_checkpoint({mode})"), [], |_| Ok(()));
        }
    }

    /// The machine goes off and on. Whoever had a file open is gone by now.
    fn lose_power(&mut self) {
        self.summary.power_losses += 1;
        self.machine.restart();
    }

    /// Nothing is wrong with the machine: the shop opens, and its books hold what customers were told.
    fn inspect<S: Shop>(&mut self) -> Result<(), Finding> {
        let mut shop = S::open(self.machine.vfs()).map_err(Finding::Closed)?;
        let sales = shop.check().map_err(Finding::Damaged)?;
        self.compare(&sales)
    }

    fn compare(&self, sales: &BTreeSet<SaleNumber>) -> Result<(), Finding> {
        let lost: Vec<_> = self.acknowledged.difference(sales).copied().collect();
        if !lost.is_empty() {
            return Err(Finding::Lost(lost));
        }
        let invented: Vec<_> = sales.range(self.asked..).copied().collect();
        if invented.is_empty() {
            Ok(())
        } else {
            Err(Finding::Invented(invented))
        }
    }

    fn summary(&self) -> Summary {
        Summary {
            acknowledged: self.acknowledged.len(),
            faults: self.machine.faults(),
            steps: self.machine.steps(),
            ..self.summary
        }
    }
}
