//! The rules: each is a question to the day, and silent where it cannot know.

use std::collections::{BTreeMap, BTreeSet};

use super::{Alert, Finding, HOLDS_DAYS, House, Idle, Level, Paper, SoldOut, Thresholds};
use crate::domain::catalogue::StockRule;
use crate::domain::metrics::calendar::Calendar;
use crate::domain::metrics::cards::{Figures, Permille, share};
use crate::domain::metrics::dashboard::TenderPart;
use crate::domain::metrics::period::{Span, Until};
use crate::domain::metrics::rows::{
    DayHourRow, DayTenderRow, DifferenceRow, ProductDayRow, RanOutRow, ShelfRow,
};
use crate::domain::metrics::usual::{Usual, mean, passed, with_sales};
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, Moment, Money, ProductId, Quantity, TenderId, UserId};

/// Cash is only too much where it is this much more than usual.
const CASH_MORE: Permille = 100;
/// School days before those without a sale, from which it is known whether a product sells.
const SELLING_DAYS: usize = 20;
/// School days on which nothing was sold, as when it was shut for once, are made up for.
const CLOSED_DAYS: usize = 10;
/// Days of which drawers are looked at.
pub const DRAWER_DAYS: i64 = 28;

/// What the rules are told of a day.
#[derive(Debug, Clone, Copy)]
pub struct Watch<'a> {
    /// Now.
    pub now: Moment,
    /// The school's days.
    pub calendar: &'a Calendar,
    /// When to speak.
    pub thresholds: &'a Thresholds,
    /// Today until now.
    pub figures: &'a Figures,
    /// Today's tenders.
    pub tenders: &'a [TenderPart],
    /// The usual day.
    pub usual: Option<&'a Usual>,
    /// The hours of the days that were asked for the usual.
    pub hours: &'a [DayHourRow],
    /// Their tenders.
    pub day_tenders: &'a [DayTenderRow],
    /// Products in stock that sold and do not any more.
    pub idle: &'a [Idle],
    /// The days that this was taken from.
    pub idle_days: &'a [BusinessDay],
    /// What ran out today.
    pub ran_out: &'a [RanOutRow],
    /// What closed shifts of the last [`DRAWER_DAYS`] days differed by.
    pub differences: &'a [DifferenceRow],
    /// The house.
    pub house: &'a House,
}

/// Everything that is not as it should be, gravest first.
#[must_use]
pub fn find(watch: &Watch<'_>) -> Vec<Alert> {
    let one = [
        low_sales(watch),
        cash(watch),
        no_sale(watch),
        sold_out(watch),
        overrides(watch),
        backup(watch),
        printer(watch),
    ];
    let mut alerts: Vec<Alert> = one.into_iter().flatten().collect();
    alerts.extend(stopped(watch));
    alerts.extend(drawers(watch));
    alerts.extend(drawer_once(watch));
    alerts.sort_by_key(|alert| (alert.level, alert.finding.rule()));
    alerts
}

fn alert(level: Level, finding: Finding, days: Vec<BusinessDay>) -> Alert {
    Alert {
        level,
        finding,
        days,
        acknowledged: None,
    }
}

/// The usual day, if there is school today and days enough were like it.
fn firm<'a>(watch: &Watch<'a>) -> Option<&'a Usual> {
    let usual = watch.usual.filter(|usual| usual.is_firm());
    usual.filter(|_| watch.calendar.is_open(watch.now.day()))
}

fn low_sales(watch: &Watch<'_>) -> Option<Alert> {
    let usual = firm(watch)?;
    let (sales, expected) = (watch.figures.sales, usual.sales_until);
    let enough = expected >= i64::from(watch.thresholds.enough_sales);
    let low = sales * 100 < expected * i64::from(watch.thresholds.low_sales_percent);
    let finding = Finding::LowSales {
        sales,
        usual: expected,
        share: share(sales, expected)?,
    };
    (enough && low).then(|| alert(Level::Warning, finding, usual.days.clone()))
}

fn cash(watch: &Watch<'_>) -> Option<Alert> {
    let usual = firm(watch)?;
    let limits = watch.thresholds;
    // A share of a few sales says nothing.
    if watch.figures.sales < 2 * i64::from(limits.enough_sales) {
        return None;
    }
    let of_cash = |part: &&TenderPart| part.kind == TenderKind::Cash;
    let cash: Vec<TenderId> = cash_tenders(watch);
    let now: i64 = watch
        .tenders
        .iter()
        .filter(of_cash)
        .map(|part| part.amount.amount())
        .sum();
    let whole: i64 = watch.tenders.iter().map(|part| part.amount.amount()).sum();
    let now = share(now, whole)?;
    let normal = usual
        .tenders
        .iter()
        .filter(|(tender, _)| cash.contains(tender));
    let normal: Permille = normal.map(|(_, share)| *share).sum();
    let finding = if now >= 10 * i64::from(limits.cash_percent) && now >= normal + CASH_MORE {
        Finding::CashHigh {
            share: now,
            usual: normal,
        }
    } else if now + 10 * i64::from(limits.cash_points_below) <= normal {
        Finding::CashLow {
            share: now,
            usual: normal,
        }
    } else {
        return None;
    };
    Some(alert(Level::Warning, finding, usual.days.clone()))
}

/// The tenders that are cash, today or in the days before.
fn cash_tenders(watch: &Watch<'_>) -> Vec<TenderId> {
    let before = watch
        .day_tenders
        .iter()
        .map(|of| (of.row.tender, of.row.kind));
    let now = watch.tenders.iter().map(|part| (part.tender, part.kind));
    let cash = before
        .chain(now)
        .filter(|(_, kind)| *kind == TenderKind::Cash);
    cash.map(|(tender, _)| tender).collect()
}

/// A tender that on every one of those days was used by now, and often, and today was not.
fn stopped(watch: &Watch<'_>) -> Vec<Alert> {
    let Some(usual) = firm(watch) else {
        return Vec::new();
    };
    if watch.figures.sales < i64::from(watch.thresholds.enough_sales) {
        return Vec::new();
    }
    let until = Some(Until::of(watch.now));
    let mut sums: BTreeMap<TenderId, (TenderKind, BTreeMap<BusinessDay, i64>)> = BTreeMap::new();
    for of in watch
        .day_tenders
        .iter()
        .filter(|of| usual.days.contains(&of.day))
    {
        let row = of.row;
        let days = &mut sums
            .entry(row.tender)
            .or_insert((row.kind, BTreeMap::new()))
            .1;
        *days.entry(of.day).or_default() += passed(row.sales, row.hour, until);
    }
    let used = |tender: TenderId| {
        let mut parts = watch.tenders.iter();
        parts.any(|part| part.tender == tender && part.sales > 0)
    };
    let stopped = sums.into_iter().filter_map(|(tender, (kind, days))| {
        let always = days.len() == usual.days.len() && days.values().all(|sales| *sales >= 1_000);
        let expected = mean(days.values().sum(), 1_000 * usual.days.len());
        let often = expected >= i64::from(watch.thresholds.tender_sales);
        let finding = Finding::TenderStopped {
            tender,
            kind,
            usual: expected,
        };
        let stands = always && often && !used(tender);
        stands.then(|| alert(Level::Warning, finding, usual.days.clone()))
    });
    stopped.collect()
}

/// The days that say whether a product still sells: those without a sale, and those before them. Days on
/// which nothing at all was sold are left out.
#[must_use]
pub fn idle_span(today: BusinessDay, calendar: &Calendar, limits: &Thresholds) -> Option<Span> {
    let wanted = usize::try_from(limits.idle_days).unwrap_or(usize::MAX);
    let days = wanted.saturating_add(SELLING_DAYS + CLOSED_DAYS);
    let days = calendar.open_days_before(today, days);
    Span::new(*days.last()?, *days.first()?)
}

/// Products that sold on at least three of four of the twenty school days before, and on none of the last days
/// (one that sells every other day misses seven in a row by chance); with
/// the day of their last sale, and all days that were looked at, latest first.
#[must_use]
pub fn idle(
    rows: &[ProductDayRow],
    sold_on: &[BusinessDay],
    limits: &Thresholds,
) -> (Vec<(ProductId, BusinessDay)>, Vec<BusinessDay>) {
    let mut days: Vec<BusinessDay> = sold_on.to_vec();
    days.sort_unstable_by(|one, other| other.cmp(one));
    days.dedup();
    let wanted = usize::try_from(limits.idle_days).unwrap_or(usize::MAX);
    if wanted == 0 || days.len() < wanted.saturating_add(SELLING_DAYS) {
        return (Vec::new(), days);
    }
    days.truncate(wanted.saturating_add(SELLING_DAYS));
    let (last, before) = days.split_at(wanted);
    let last: BTreeSet<BusinessDay> = last.iter().copied().collect();
    let before: BTreeSet<BusinessDay> = before.iter().copied().collect();
    let mut of: BTreeMap<ProductId, Vec<BusinessDay>> = BTreeMap::new();
    for row in rows {
        of.entry(row.product).or_default().push(row.day);
    }
    let idle = of.into_iter().filter_map(|(product, sold)| {
        let lately = sold.iter().any(|day| last.contains(day));
        let often = 4 * sold.iter().filter(|day| before.contains(day)).count() >= 3 * before.len();
        let latest = sold.into_iter().max()?;
        (often && !lately).then_some((product, latest))
    });
    (idle.collect(), days)
}

fn no_sale(watch: &Watch<'_>) -> Option<Alert> {
    let open = watch.calendar.is_open(watch.now.day());
    let finding = Finding::NoSale {
        days: i64::from(watch.thresholds.idle_days),
        products: watch.idle.to_vec(),
    };
    let stands = open && !watch.idle.is_empty();
    stands.then(|| alert(Level::Warning, finding, watch.idle_days.to_vec()))
}

/// Products of which nothing is left and which were sold that day, where the till refuses to sell what is
/// not there; the first to go first.
#[must_use]
pub fn ran_out(shelf: &[ShelfRow]) -> Vec<RanOutRow> {
    let gone = shelf.iter().filter(|row| {
        let empty = row.stock.is_some_and(|stock| stock <= Quantity::ZERO);
        row.active && row.rule == StockRule::Refuse && empty && row.sold > Quantity::ZERO
    });
    let gone = gone.filter_map(|row| {
        Some(RanOutRow {
            product: row.product,
            name: row.name.clone(),
            hour: row.last_hour?,
        })
    });
    let mut gone: Vec<RanOutRow> = gone.collect();
    gone.sort_by_key(|row| (row.hour, row.product));
    gone
}

fn sold_out(watch: &Watch<'_>) -> Option<Alert> {
    let before_hour = watch.thresholds.second_break_hour;
    let early = watch.ran_out.iter().filter(|row| row.hour < before_hour);
    let products = early.map(|row| SoldOut {
        product: row.product,
        name: row.name.clone(),
        hour: row.hour,
    });
    let products: Vec<SoldOut> = products.collect();
    let stands = !products.is_empty() && watch.calendar.is_open(watch.now.day());
    let finding = Finding::SoldOut {
        before_hour,
        products,
    };
    stands.then(|| alert(Level::Warning, finding, Vec::new()))
}

fn overrides(watch: &Watch<'_>) -> Option<Alert> {
    let asked: BTreeSet<BusinessDay> = watch.hours.iter().map(|row| row.day).collect();
    let asked: Vec<BusinessDay> = asked.into_iter().rev().collect();
    let days = with_sales(&asked, watch.hours);
    let before = watch.hours.iter().filter(|row| days.contains(&row.day));
    let usual_tenths = mean(
        10 * before.map(|row| row.overrides).sum::<i64>(),
        days.len().max(1),
    );
    let count = watch.figures.overrides;
    let often = count >= i64::from(watch.thresholds.overrides) && 10 * count >= 2 * usual_tenths;
    let finding = Finding::Overrides {
        count,
        usual_tenths,
    };
    often.then(|| alert(Level::Grave, finding, days))
}

fn drawers(watch: &Watch<'_>) -> Vec<Alert> {
    let far = i64::from(watch.thresholds.drawer_difference);
    let mut of: BTreeMap<UserId, Vec<&DifferenceRow>> = BTreeMap::new();
    for row in watch.differences {
        if row.difference.amount().saturating_abs() > far {
            of.entry(row.user).or_default().push(row);
        }
    }
    let again = of.into_values().filter_map(|rows| {
        let shifts = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let first = rows.first()?;
        let finding = Finding::Drawer {
            user: first.user,
            name: first.name.clone(),
            shifts,
            difference: rows.iter().map(|row| row.difference).sum::<Money>(),
        };
        let days = rows.iter().map(|row| row.day).collect();
        let often = shifts >= i64::from(watch.thresholds.drawer_shifts.max(1));
        often.then(|| alert(Level::Grave, finding, days))
    });
    again.collect()
}

/// A close that differs by much, however often; it is spoken of for a week.
fn drawer_once(watch: &Watch<'_>) -> Vec<Alert> {
    let far = i64::from(watch.thresholds.drawer_once);
    let since = watch.now.day().days_before(HOLDS_DAYS - 1);
    let much = watch.differences.iter().filter(|row| {
        let size = row.difference.amount().saturating_abs();
        far > 0 && size > far && row.day >= since
    });
    let much = much.map(|row| {
        let finding = Finding::DrawerOnce {
            user: row.user,
            name: row.name.clone(),
            day: row.day,
            difference: row.difference,
        };
        alert(Level::Grave, finding, vec![row.day])
    });
    much.collect()
}

/// Days without school do not count: nothing was sold on them, and nobody was there.
fn backup(watch: &Watch<'_>) -> Option<Alert> {
    let house = watch.house;
    let hours = house
        .last_backup
        .map(|last| watch.now.at.millis_since(last) / 3_600_000);
    let closed = |hours: i64| {
        let days = (0..=hours / 24).map(|days| watch.now.day().days_before(days));
        let closed = days.filter(|day| !watch.calendar.is_open(*day)).count();
        i64::try_from(closed).unwrap_or(0)
    };
    let late = hours
        .is_none_or(|hours| hours - 24 * closed(hours) >= i64::from(watch.thresholds.backup_hours));
    let finding = Finding::Backup {
        last: house.last_backup,
        hours,
    };
    (house.has_sales && late).then(|| alert(Level::Grave, finding, Vec::new()))
}

fn printer(watch: &Watch<'_>) -> Option<Alert> {
    let paper = watch.house.printer;
    let finding = Finding::Printer {
        paper,
        waiting: watch.house.waiting,
    };
    let trouble = matches!(paper, Paper::Unreachable | Paper::Stopped);
    trouble.then(|| alert(Level::Warning, finding, Vec::new()))
}
