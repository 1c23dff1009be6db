//! The six parts of the dashboard.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::alert::Alert;
use super::cards::{Figures, Margin, Permille, average, share};
use super::period::{Span, Until};
use super::rows::{HourRow, ProductRow, StudentRow, TenderRow};
use super::usual::{Band, Usual};
use crate::domain::tender::TenderKind;
use crate::domain::{
    BusinessDay, GuardianId, Moment, Money, ProductId, Quantity, StudentId, TenderId,
};

/// Everything that the page of a period shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dashboard {
    /// When it was taken.
    pub at: Moment,
    /// Which days.
    pub period: Span,
    /// Set while the period's last day is today: how far into it.
    pub until: Option<Until>,
    /// The cards.
    pub figures: Figures,
    /// The same of what it is compared with.
    pub compared: Compared,
    /// The usual day of this weekday, of one day only; `None` without such days before.
    pub usual: Option<Usual>,
    /// What the day will come to, of today only and where the usual day is known.
    pub projection: Option<Projection>,
    /// Hour by hour, from the first to the last with anything in it or usually in it; none left out.
    pub hours: Vec<Hour>,
    /// By tender, largest amount first: the ring and the table.
    pub tenders: Vec<TenderPart>,
    /// What the canteen bears of the commissions of all tenders, less what customers paid on top.
    pub commission: Money,
    /// The ten most sold by quantity.
    pub by_quantity: Vec<Product>,
    /// The ten most sold by amount.
    pub by_amount: Vec<Product>,
    /// The five customers who spent most.
    pub customers: Vec<Customer>,
    /// Over cost; `None` if no cost of anything sold is known.
    pub margin: Option<Margin>,
    /// What is not as it should be, gravest first; of today only, else empty.
    pub alerts: Vec<Alert>,
}

/// What the period is compared with, up to the same time of its last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// Which days.
    pub period: Span,
    /// The figures of them.
    pub figures: Figures,
}

/// What the day will come to if it goes on as usual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Projection {
    /// So much.
    pub income: Money,
    /// So many sales.
    pub sales: i64,
}

/// One hour of the day, of all days of the period together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Hour {
    /// 0 to 23.
    pub hour: u32,
    /// Sales less voids: less than nothing where more was undone than sold.
    pub sales: i64,
    /// What was paid.
    pub income: Money,
    /// The usual sales of this hour; of one day only.
    pub usual_sales: Option<Band>,
    /// The usual income of this hour in guaraníes; of one day only.
    pub usual_income: Option<Band>,
}

/// What was paid with one tender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TenderPart {
    /// Which.
    pub tender: TenderId,
    /// Its kind, which has the words.
    pub kind: TenderKind,
    /// Sales that it paid or a part of.
    pub sales: i64,
    /// How much.
    pub amount: Money,
    /// What the canteen bears of its commissions, less what customers paid on top.
    pub commission: Money,
    /// How much a time.
    pub average: Option<Money>,
    /// How much of what was paid, rounded so that the shares of a ring come to 1,000; `None` where
    /// nothing was paid, or less than nothing with this one.
    pub share: Option<Permille>,
}

/// What was sold of one product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Product {
    /// Which.
    pub product: ProductId,
    /// Its name now.
    pub name: String,
    /// Whether it is sold by weight: the quantity is kilograms then.
    pub weighed: bool,
    /// How much, in thousandths.
    #[serde(rename = "quantity_thousandths")]
    pub quantity: Quantity,
    /// What its lines came to.
    pub amount: Money,
    /// Over cost, if its cost is known.
    pub margin: Option<Margin>,
}

/// Who pays: a guardian, or a pupil who has none on file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerId {
    /// A guardian with all of their pupils.
    Guardian(GuardianId),
    /// A pupil or somebody of the staff.
    Student(StudentId),
}

/// What one customer bought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Customer {
    /// Who.
    pub id: CustomerId,
    /// Their name.
    pub name: String,
    /// The names of the pupils who bought; empty for a pupil who stands for themselves.
    pub pupils: Vec<String>,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid.
    pub amount: Money,
}

impl Dashboard {
    /// The income less what the canteen bears of commissions.
    #[must_use]
    pub fn net_income(&self) -> Money {
        self.figures.income - self.commission
    }

    /// Whether it is of one day.
    #[must_use]
    pub fn day(&self) -> Option<BusinessDay> {
        self.period.is_day().then_some(self.period.from())
    }
}

/// How many products are named.
pub const TOP_PRODUCTS: usize = 10;
/// How many customers are named.
pub const TOP_CUSTOMERS: usize = 5;

/// The figures of some days; a pupil may be in several rows.
#[must_use]
pub fn figures(hours: &[HourRow], students: &[StudentRow]) -> Figures {
    let mut sum = Figures::default();
    for row in hours {
        sum.sales += row.sales;
        sum.income += row.amount;
        sum.refunds += row.refunds;
        sum.refunded += row.refunded;
        sum.voids += row.voids;
        sum.items += row.items;
        sum.discount += row.discount;
        sum.rounding += row.rounding;
        sum.overrides += row.overrides;
    }
    let mut pupils: BTreeMap<StudentId, i64> = BTreeMap::new();
    for row in students {
        *pupils.entry(row.student).or_default() += row.sales;
    }
    let bought = pupils.values().filter(|sales| **sales > 0).count();
    sum.pupils = i64::try_from(bought).unwrap_or(i64::MAX);
    sum
}

/// Hour by hour, with what is usual; none left out between the first and the last.
#[must_use]
pub fn hours(rows: &[HourRow], usual: Option<&Usual>) -> Vec<Hour> {
    let usual_hours = usual.map_or(&[][..], |usual| &usual.hours);
    let all = || {
        let sold = rows.iter().map(|row| row.hour);
        sold.chain(usual_hours.iter().map(|hour| hour.hour))
    };
    let (Some(first), Some(last)) = (all().min(), all().max()) else {
        return Vec::new();
    };
    let hour = |hour: u32| {
        let here = rows.iter().filter(|row| row.hour == hour);
        let (sales, income) = here.fold((0, Money::ZERO), |(sales, income), row| {
            (sales + row.sales, income + row.amount)
        });
        let normal = usual_hours.iter().find(|usual| usual.hour == hour);
        let nothing = usual.map(|_| Band::default());
        Hour {
            hour,
            sales,
            income,
            usual_sales: normal.map(|usual| usual.sales).or(nothing),
            usual_income: normal.map(|usual| usual.income).or(nothing),
        }
    };
    (first..=last).map(hour).collect()
}

/// By tender, largest amount first.
#[must_use]
pub fn tenders(rows: &[TenderRow]) -> Vec<TenderPart> {
    let mut sums: BTreeMap<TenderId, TenderPart> = BTreeMap::new();
    for row in rows {
        let part = sums.entry(row.tender).or_insert(TenderPart {
            tender: row.tender,
            kind: row.kind,
            sales: 0,
            amount: Money::ZERO,
            commission: Money::ZERO,
            average: None,
            share: None,
        });
        part.sales += row.sales;
        part.amount += row.amount;
        part.commission += row.commission;
    }
    let mut parts: Vec<TenderPart> = sums.into_values().collect();
    let whole: i64 = parts
        .iter()
        .map(|part| part.amount.or_zero().amount())
        .sum();
    for part in &mut parts {
        part.average = average(part.amount, part.sales);
        let paid = part.amount.is_positive();
        part.share = share(part.amount.amount(), whole).filter(|_| paid);
    }
    parts.sort_by_key(|part| (Reverse(part.amount), part.tender));
    round_ring(&mut parts);
    parts
}

/// So many colours and signs there are for tenders.
pub const SIGNS: usize = 6;

/// The number of the colour and sign of each: its own, whatever the others come to, so that a tender looks the
/// same on every page. Where two would have the same, the newer one has the next that is free.
#[must_use]
pub fn signs(parts: &[TenderPart]) -> Vec<usize> {
    let mut by_age: Vec<usize> = (0..parts.len()).collect();
    by_age.sort_by_key(|index| parts[*index].tender);
    let mut signs = vec![0; parts.len()];
    let mut taken = [false; SIGNS];
    for index in by_age {
        let own = usize::try_from(parts[index].tender.0 - 1).unwrap_or(0) % SIGNS;
        let mut from_own = (0..SIGNS).map(|step| (own + step) % SIGNS);
        let sign = from_own.find(|sign| !taken[*sign]).unwrap_or(own);
        taken[sign] = true;
        signs[index] = sign;
    }
    signs
}

/// What the canteen bears of the commissions of these tenders.
#[must_use]
pub fn commission(parts: &[TenderPart]) -> Money {
    parts.iter().map(|part| part.commission).sum()
}

/// What rounding makes too much or too little goes to the largest part.
fn round_ring(parts: &mut [TenderPart]) {
    let sum: Permille = parts.iter().filter_map(|part| part.share).sum();
    if let Some(largest) = parts.first_mut().and_then(|part| part.share.as_mut()) {
        *largest += 1_000 - sum;
    }
}

/// The first by an order, at most so many; those of which nothing is left in the end are none.
fn top<T>(rows: &[T], most: usize, of: impl Fn(&T) -> (i64, i64)) -> Vec<&T> {
    let mut rows: Vec<&T> = rows.iter().filter(|row| of(row).0 > 0).collect();
    rows.sort_by_key(|row| {
        let (value, id) = of(row);
        (Reverse(value), id)
    });
    rows.truncate(most);
    rows
}

/// The products that are named: ten by quantity and ten by amount; ties by the number of the product.
#[must_use]
pub fn top_products(rows: &[ProductRow]) -> [Vec<&ProductRow>; 2] {
    let by_quantity = |row: &ProductRow| (row.quantity.in_thousandths(), row.product.0);
    let by_amount = |row: &ProductRow| (row.amount.amount(), row.product.0);
    [
        top(rows, TOP_PRODUCTS, by_quantity),
        top(rows, TOP_PRODUCTS, by_amount),
    ]
}

/// A customer before it is known what they are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spent {
    /// Who.
    pub id: CustomerId,
    /// The pupils who bought, most first.
    pub students: Vec<StudentId>,
    /// Sales less voids.
    pub sales: i64,
    /// What was paid.
    pub amount: Money,
}

/// The five customers who spent most; ties by number.
#[must_use]
pub fn top_customers(rows: &[StudentRow]) -> Vec<Spent> {
    let mut sums: BTreeMap<CustomerId, BTreeMap<StudentId, (i64, Money)>> = BTreeMap::new();
    for row in rows {
        let own = CustomerId::Student(row.student);
        let customer = row.guardian.map_or(own, CustomerId::Guardian);
        let pupil = sums
            .entry(customer)
            .or_default()
            .entry(row.student)
            .or_default();
        pupil.0 += row.sales;
        pupil.1 += row.amount;
    }
    let spent = sums.into_iter().map(|(id, pupils)| {
        let sales = pupils.values().map(|(sales, _)| sales).sum();
        let amount = pupils.values().map(|(_, amount)| *amount).sum();
        let mut pupils: Vec<_> = pupils.into_iter().collect();
        pupils.retain(|(_, (sales, amount))| *sales > 0 || amount.is_positive());
        pupils.sort_by_key(|(student, (_, amount))| (Reverse(*amount), *student));
        let students = pupils.into_iter().map(|(student, _)| student).collect();
        Spent {
            id,
            students,
            sales,
            amount,
        }
    });
    let mut spent: Vec<Spent> = spent.filter(|spent| spent.amount.is_positive()).collect();
    spent.sort_by_key(|spent| (Reverse(spent.amount), spent.id));
    spent.truncate(TOP_CUSTOMERS);
    spent
}

/// What is over cost; `None` if no cost of anything sold is known.
#[must_use]
pub fn margin(rows: &[ProductRow]) -> Option<Margin> {
    let mut margin = Margin::default();
    let mut known = false;
    for row in rows {
        match row.margin() {
            Some(of) => {
                known = true;
                margin.sold += of.sold;
                margin.cost += of.cost;
            }
            None => margin.unknown += row.amount,
        }
    }
    known.then_some(margin)
}

impl ProductRow {
    /// What it cost: by the cost of the day of each sale, and what has none by the cost of now; rounded half
    /// away from nothing, once a row. `None` where a part has neither.
    #[must_use]
    pub fn cost(&self) -> Option<Money> {
        let rest = self.quantity.in_thousandths() - self.costed.in_thousandths();
        let rest = match (rest, self.cost_now) {
            (0, _) => 0,
            (rest, Some(now)) => i128::from(rest) * i128::from(now.amount()),
            (_, None) => return None,
        };
        let exact = i128::from(self.cost_thousandths) + rest;
        let rounded = (exact.abs() + 500) / 1_000 * exact.signum();
        i64::try_from(rounded).ok().map(Money::guaranies)
    }

    /// Over cost, if its cost is known.
    #[must_use]
    pub fn margin(&self) -> Option<Margin> {
        self.cost().map(|cost| Margin {
            sold: self.amount,
            cost,
            unknown: Money::ZERO,
        })
    }
}

/// What today will come to: what the rest of the day usually brings, as much more or less as what was
/// brought until now, but no more than twice and no less than half of it.
#[must_use]
pub fn projection(figures: &Figures, usual: Option<&Usual>) -> Option<Projection> {
    let usual = usual?;
    let sales = project(figures.sales, usual.sales_until, usual.sales.mean);
    let until = usual.income_until.amount();
    let income = project(figures.income.amount(), until, usual.income.mean);
    Some(Projection {
        income: Money::guaranies(income),
        sales,
    })
}

fn project(now: i64, until: i64, whole: i64) -> i64 {
    let pace = share(now, until).unwrap_or(1_000).clamp(500, 2_000);
    let rest = i128::from((whole - until).max(0)) * i128::from(pace);
    now + i64::try_from((rest + 500) / 1_000).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(tender: i64, amount: i64) -> TenderPart {
        TenderPart {
            tender: TenderId(tender),
            kind: TenderKind::Cash,
            sales: 1,
            amount: Money::guaranies(amount),
            commission: Money::ZERO,
            average: None,
            share: None,
        }
    }

    #[test]
    fn a_tender_keeps_its_sign_whatever_the_others_come_to() {
        assert_eq!(signs(&[part(1, 9), part(3, 5), part(2, 1)]), [0, 2, 1]);
        assert_eq!(signs(&[part(3, 9), part(1, 5)]), [2, 0]);
        // A seventh would have the first one's: it has the next that is free.
        assert_eq!(signs(&[part(7, 9), part(1, 5)]), [1, 0]);
        assert_eq!(signs(&[]), [0; 0]);
    }
}
