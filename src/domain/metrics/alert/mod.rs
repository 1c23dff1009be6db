//! What is not as it should be: the rule, what is usual, and the days that it was taken from.

mod rules;
mod seen;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::cards::Permille;
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, Money, ProductId, Quantity, TenderId, Timestamp, UserId};

pub use rules::{DRAWER_DAYS, Watch, find, idle, idle_span, ran_out};
pub use seen::{HOLDS_DAYS, Seen, mark};

/// One thing that somebody should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alert {
    /// How grave.
    pub level: Level,
    /// What was found, against what is usual.
    pub finding: Finding,
    /// The days that the usual was taken from, latest first; empty where the rule needs none.
    pub days: Vec<BusinessDay>,
    /// Set once somebody took note of it.
    pub acknowledged: Option<Acknowledged>,
}

/// How grave it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Data or money may be lost.
    Grave,
    /// Look at it.
    Warning,
}

/// Which rule, in a word that stays (config, JSON, file).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Far fewer sales than usual at this time.
    LowSales,
    /// Nearly everything in cash.
    CashHigh,
    /// Far less cash than usual.
    CashLow,
    /// A tender that is usual was not used.
    TenderStopped,
    /// Stock, and no sale for days.
    NoSale,
    /// Sold out before the second break.
    SoldOut,
    /// Restrictions overridden often.
    Overrides,
    /// The drawer of one cashier differs again and again.
    Drawer,
    /// The drawer differs by much at one close.
    DrawerOnce,
    /// No good backup for too long.
    Backup,
    /// The printer does not print.
    Printer,
}

/// What was found; each with what is usual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// [`Rule::LowSales`]
    LowSales {
        /// Sales until now.
        sales: i64,
        /// Usual until now.
        usual: i64,
        /// So much of the usual.
        share: Permille,
    },
    /// [`Rule::CashHigh`]
    CashHigh {
        /// How much of what was paid is cash.
        share: Permille,
        /// Usually.
        usual: Permille,
    },
    /// [`Rule::CashLow`]
    CashLow {
        /// How much of what was paid is cash.
        share: Permille,
        /// Usually.
        usual: Permille,
    },
    /// [`Rule::TenderStopped`]
    TenderStopped {
        /// Which tender.
        tender: TenderId,
        /// Its kind.
        kind: TenderKind,
        /// Sales that it usually paid until now.
        usual: i64,
    },
    /// [`Rule::NoSale`]
    NoSale {
        /// School days without a sale, at least.
        days: i64,
        /// Which.
        products: Vec<Idle>,
    },
    /// [`Rule::SoldOut`]
    SoldOut {
        /// The hour of the second break.
        before_hour: u32,
        /// Which.
        products: Vec<SoldOut>,
    },
    /// [`Rule::Overrides`]
    Overrides {
        /// How many today.
        count: i64,
        /// Usually on a whole day, in tenths.
        usual_tenths: i64,
    },
    /// [`Rule::Drawer`]
    Drawer {
        /// Whose.
        user: UserId,
        /// Their name.
        name: String,
        /// How many of their closed shifts differed.
        shifts: i64,
        /// By how much together; less than nothing is missing.
        difference: Money,
    },
    /// [`Rule::DrawerOnce`]
    DrawerOnce {
        /// Whose.
        user: UserId,
        /// Their name.
        name: String,
        /// On which day it was closed.
        day: BusinessDay,
        /// By how much; less than nothing is missing.
        difference: Money,
    },
    /// [`Rule::Backup`]
    Backup {
        /// The last good one; `None` if there never was one.
        last: Option<Timestamp>,
        /// Whole hours since then.
        hours: Option<i64>,
    },
    /// [`Rule::Printer`]
    Printer {
        /// How it stands.
        paper: Paper,
        /// Tickets that wait or that nobody knows of.
        waiting: i64,
    },
}

/// A product in stock that nobody bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Idle {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// How much there is.
    #[serde(rename = "stock_thousandths")]
    pub stock: Quantity,
    /// When it was last sold.
    pub last: BusinessDay,
}

/// A product that ran out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SoldOut {
    /// Which.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// The hour of its last sale today.
    pub hour: u32,
}

/// Whoever took note of an alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Acknowledged {
    /// Who.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// What they say about it.
    pub note: String,
}

/// How the house stands apart from sales, as the till tells it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct House {
    /// The last good backup.
    pub last_backup: Option<Timestamp>,
    /// Whether anything was ever sold: before that no backup is missed.
    pub has_sales: bool,
    /// The printer.
    pub printer: Paper,
    /// Jobs that wait or are in doubt.
    pub waiting: i64,
}

/// How the printer stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// It prints, or nothing is known against it.
    #[default]
    Fine,
    /// There is none.
    None,
    /// It cannot be reached.
    Unreachable,
    /// No paper, cover open, or a fault of its own.
    Stopped,
}

/// When an alert is given. As a setting: `[alerts]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    /// Sales under so many per cent of the usual at this time.
    pub low_sales_percent: u32,
    /// Cash at or over so many per cent of what is paid.
    pub cash_percent: u32,
    /// Cash so many points under the usual.
    pub cash_points_below: u32,
    /// A tender that usually has so many sales by now and has none.
    pub tender_sales: u32,
    /// School days without a sale of a product in stock.
    pub idle_days: u32,
    /// The local hour at which the second break begins.
    pub second_break_hour: u32,
    /// Overridden restrictions in a day, and at least twice the usual.
    pub overrides: u32,
    /// Closed shifts of one cashier that differ, in four weeks.
    pub drawer_shifts: u32,
    /// What a drawer may differ by, in guaraníes.
    pub drawer_difference: u32,
    /// What a drawer may differ by at one close, in guaraníes.
    pub drawer_once: u32,
    /// Hours since the last good backup.
    pub backup_hours: u32,
    /// Fewer sales than this, today or usually by now, say nothing.
    pub enough_sales: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            low_sales_percent: 50,
            cash_percent: 80,
            cash_points_below: 25,
            tender_sales: 8,
            idle_days: 7,
            second_break_hour: 12,
            overrides: 5,
            drawer_shifts: 3,
            drawer_difference: 5_000,
            drawer_once: 50_000,
            backup_hours: 48,
            enough_sales: 20,
        }
    }
}

impl Finding {
    /// Which rule found it.
    #[must_use]
    pub const fn rule(&self) -> Rule {
        match self {
            Self::LowSales { .. } => Rule::LowSales,
            Self::CashHigh { .. } => Rule::CashHigh,
            Self::CashLow { .. } => Rule::CashLow,
            Self::TenderStopped { .. } => Rule::TenderStopped,
            Self::NoSale { .. } => Rule::NoSale,
            Self::SoldOut { .. } => Rule::SoldOut,
            Self::Overrides { .. } => Rule::Overrides,
            Self::Drawer { .. } => Rule::Drawer,
            Self::DrawerOnce { .. } => Rule::DrawerOnce,
            Self::Backup { .. } => Rule::Backup,
            Self::Printer { .. } => Rule::Printer,
        }
    }
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 11] = [
        Self::LowSales,
        Self::CashHigh,
        Self::CashLow,
        Self::TenderStopped,
        Self::NoSale,
        Self::SoldOut,
        Self::Overrides,
        Self::Drawer,
        Self::DrawerOnce,
        Self::Backup,
        Self::Printer,
    ];

    /// The word for it in the file, in JSON and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::LowSales => "low_sales",
            Self::CashHigh => "cash_high",
            Self::CashLow => "cash_low",
            Self::TenderStopped => "tender_stopped",
            Self::NoSale => "no_sale",
            Self::SoldOut => "sold_out",
            Self::Overrides => "overrides",
            Self::Drawer => "drawer",
            Self::DrawerOnce => "drawer_once",
            Self::Backup => "backup",
            Self::Printer => "printer",
        }
    }
}
