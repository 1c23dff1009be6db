//! The figures, worked out the slow way: every fact is looked at for every figure.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use super::canteen::{Dice, GUARDIANS, PRODUCTS, borne};
use crate::domain::metrics::{Calendar, CustomerId, Figures, Margin, Span, Until};
use crate::domain::{BusinessDay, GuardianId, Money, ProductId, Quantity, StudentId, TenderId};

#[derive(Debug, Clone, Copy)]
pub struct Line {
    pub product: i64,
    pub weighed: bool,
    pub quantity: i64,
    pub paid: i64,
    pub cost: Option<i64>,
}

#[derive(Debug, Clone)]
pub struct Fact {
    pub day: BusinessDay,
    pub hour: u32,
    pub millis: i64,
    pub kind: i64,
    pub of: Option<usize>,
    pub student: Option<i64>,
    pub discount: i64,
    pub rounding: i64,
    pub lines: Vec<Line>,
    pub payments: Vec<(i64, i64)>,
    pub overrides: i64,
}

impl Fact {
    fn paid(&self) -> i64 {
        self.lines.iter().map(|line| line.paid).sum::<i64>() - self.rounding
    }

    fn sales(&self) -> i64 {
        match self.kind {
            0 => 1,
            1 => -1,
            _ => 0,
        }
    }

    fn tenders(&self) -> BTreeSet<i64> {
        self.payments.iter().map(|(tender, _)| *tender).collect()
    }
}

pub struct Facts {
    pub base: BusinessDay,
    pub all: Vec<Fact>,
}

type Sums<K> = BTreeMap<K, (i64, i64)>;

impl Facts {
    pub fn some_day(&self, dice: &mut Dice) -> BusinessDay {
        match i64::try_from(self.all.len()).unwrap() {
            0 => self.base,
            _ if dice.below(4) == 0 => self.base,
            len => self.all[usize::try_from(dice.below(len)).unwrap()].day,
        }
    }

    fn of(&self, span: Span, until: Option<Until>) -> impl Iterator<Item = &Fact> {
        self.all.iter().filter(move |fact| {
            let early = until.is_none_or(|until| {
                fact.day < span.to()
                    || fact.hour < until.hour
                    || (fact.hour == until.hour && fact.millis <= until.millis)
            });
            span.contains(fact.day) && early
        })
    }

    pub fn figures(&self, span: Span, until: Option<Until>) -> Figures {
        let sum = |what: &dyn Fn(&Fact) -> i64| self.of(span, until).map(what).sum::<i64>();
        let item = |fact: &Fact, line: &Line| match (line.weighed, fact.kind, fact.of) {
            (false, ..) => line.quantity / 1_000,
            // One refund a sale here, and of its first line alone.
            (true, 2, Some(of)) => -i64::from(-line.quantity >= self.all[of].lines[0].quantity),
            (true, ..) => line.quantity.signum(),
        };
        let mut pupils: BTreeMap<i64, i64> = BTreeMap::new();
        for fact in self.of(span, until) {
            if let Some(student) = fact.student {
                *pupils.entry(student).or_default() += fact.sales();
            }
        }
        let bought = pupils.values().filter(|sales| **sales > 0).count();
        Figures {
            sales: sum(&Fact::sales),
            income: Money::guaranies(sum(&Fact::paid)),
            refunds: sum(&|fact| i64::from(fact.kind == 2)),
            refunded: Money::guaranies(sum(&|fact| i64::from(fact.kind == 2) * -fact.paid())),
            voids: sum(&|fact| i64::from(fact.kind == 1)),
            items: sum(&|fact| fact.lines.iter().map(|line| item(fact, line)).sum()),
            pupils: i64::try_from(bought).unwrap(),
            discount: Money::guaranies(sum(&|fact| fact.discount)),
            rounding: Money::guaranies(sum(&|fact| fact.rounding)),
            overrides: sum(&|fact| fact.overrides),
        }
    }

    pub fn hours(&self, span: Span, until: Option<Until>) -> Vec<(u32, i64, Money)> {
        let hours: BTreeSet<u32> = self.of(span, until).map(|fact| fact.hour).collect();
        let (Some(first), Some(last)) = (hours.first(), hours.last()) else {
            return Vec::new();
        };
        let hour = |hour: u32| {
            let here = || self.of(span, until).filter(move |fact| fact.hour == hour);
            let paid = here().map(Fact::paid).sum();
            (hour, here().map(Fact::sales).sum(), Money::guaranies(paid))
        };
        (*first..=*last).map(hour).collect()
    }

    pub fn customers(&self, span: Span, until: Option<Until>) -> Vec<(CustomerId, i64, Money)> {
        let mut sums: Sums<CustomerId> = BTreeMap::new();
        for fact in self.of(span, until) {
            let Some(student) = fact.student else {
                continue;
            };
            let guardian = GUARDIANS[usize::try_from(student - 1).unwrap()];
            let own = CustomerId::Student(StudentId(student));
            let id = guardian.map_or(own, |id| CustomerId::Guardian(GuardianId(id)));
            let sum = sums.entry(id).or_default();
            sum.0 += fact.sales();
            sum.1 += fact.paid();
        }
        let mut all: Vec<_> = sums
            .into_iter()
            .filter(|(_, (_, paid))| *paid > 0)
            .collect();
        all.sort_by_key(|(id, (_, paid))| (-paid, *id));
        all.truncate(5);
        let named = all.into_iter();
        named
            .map(|(id, (sales, paid))| (id, sales, Money::guaranies(paid)))
            .collect()
    }

    pub fn tenders(&self, span: Span) -> Vec<(TenderId, i64, Money, Option<Money>)> {
        let mut sums: Sums<i64> = BTreeMap::new();
        for fact in self.of(span, None) {
            for tender in fact.tenders() {
                sums.entry(tender).or_default().0 += fact.sales();
            }
            for (tender, amount) in &fact.payments {
                sums.entry(*tender).or_default().1 += amount;
            }
        }
        let mut all: Vec<_> = sums.into_iter().collect();
        all.sort_by_key(|(tender, (_, paid))| (-paid, *tender));
        let each = |(tender, (sales, paid)): (i64, (i64, i64))| {
            // Half a guaraní goes up, also below nothing.
            let average =
                (sales > 0).then(|| Money::guaranies((2 * paid + sales).div_euclid(2 * sales)));
            (TenderId(tender), sales, Money::guaranies(paid), average)
        };
        all.into_iter().map(each).collect()
    }

    fn by_product(&self, span: Span) -> Sums<i64> {
        let mut sums: Sums<i64> = BTreeMap::new();
        for line in self.of(span, None).flat_map(|fact| &fact.lines) {
            let sum = sums.entry(line.product).or_default();
            sum.0 += line.quantity;
            sum.1 += line.paid;
        }
        sums
    }

    pub fn products(&self, span: Span, by_quantity: bool) -> Vec<(ProductId, Quantity, Money)> {
        let value = |sum: &(i64, i64)| if by_quantity { sum.0 } else { sum.1 };
        let mut all: Vec<_> = self.by_product(span).into_iter().collect();
        all.retain(|(_, sum)| value(sum) > 0);
        all.sort_by_key(|(product, sum)| (-value(sum), *product));
        all.truncate(10);
        let each = |(product, (quantity, paid))| {
            (
                ProductId(product),
                Quantity::thousandths(quantity),
                Money::guaranies(paid),
            )
        };
        all.into_iter().map(each).collect()
    }

    pub fn margin(&self, span: Span) -> Option<Margin> {
        let mut margin = Margin::default();
        let mut known = false;
        for (product, (_, paid)) in self.by_product(span) {
            let now = PRODUCTS[usize::try_from(product - 1).unwrap()].0;
            let lines = self.of(span, None).flat_map(|fact| &fact.lines);
            let lines: Vec<&Line> = lines.filter(|line| line.product == product).collect();
            let bare = lines.iter().filter(|line| line.cost.is_none());
            let bare: i64 = bare.map(|line| line.quantity).sum();
            if bare != 0 && now.is_none() {
                margin.unknown += Money::guaranies(paid);
                continue;
            }
            let cost = |line: &&Line| line.quantity * line.cost.or(now).unwrap_or(0);
            let noted = lines.iter().filter(|line| line.cost.is_some());
            let exact = noted.map(cost).sum::<i64>() + bare * now.unwrap_or(0);
            known = true;
            margin.sold += Money::guaranies(paid);
            margin.cost += Money::guaranies((exact.abs() + 500) / 1_000 * exact.signum());
        }
        known.then_some(margin)
    }

    pub fn commission(&self, span: Span) -> Money {
        let each = |fact: &Fact| -> i64 {
            let paid = fact.payments.iter();
            paid.map(|(_, amount)| borne(fact.kind, *amount)).sum()
        };
        Money::guaranies(self.of(span, None).map(each).sum())
    }

    pub fn days(&self, span: Span) -> Vec<(BusinessDay, i64, Money)> {
        let day = |day: BusinessDay| {
            let figures = self.figures(Span::day(day), None);
            (day, figures.sales, figures.income)
        };
        span.days().map(day).collect()
    }

    pub fn cells(&self, span: Span) -> Vec<(u32, u32, i64, Money)> {
        let mut sums: Sums<(u32, u32)> = BTreeMap::new();
        for fact in self.of(span, None) {
            let weekday = fact.day.0.weekday().num_days_from_monday();
            let sum = sums.entry((weekday, fact.hour)).or_default();
            sum.0 += fact.sales();
            sum.1 += fact.paid();
        }
        let each =
            |((weekday, hour), (sales, paid))| (weekday, hour, sales, Money::guaranies(paid));
        sums.into_iter().map(each).collect()
    }

    pub fn usual(
        &self,
        day: BusinessDay,
        calendar: &Calendar,
    ) -> Option<(Vec<BusinessDay>, i64, i64, Money)> {
        let mut days = Vec::new();
        let (mut sales, mut income) = (0, 0);
        for weeks in 1..=8 {
            let before = day.days_before(7 * weeks);
            let figures = self.figures(Span::day(before), None);
            if figures.sales > 0 && !calendar.is_day_off(before) {
                days.push(before);
                sales += figures.sales;
                income += figures.income.amount();
            }
        }
        let count = i64::try_from(days.len()).unwrap();
        if count == 0 {
            return None;
        }
        let mean = |sum: i64| (2 * sum + count).div_euclid(2 * count);
        Some((
            days,
            mean(sales),
            mean(income),
            Money::guaranies(mean(income)),
        ))
    }

    pub fn with_tender(&self, span: Span, tender: TenderId) -> usize {
        let facts = self.of(span, None);
        facts
            .filter(|fact| fact.tenders().contains(&tender.0))
            .count()
    }

    pub fn with_product(&self, span: Span, product: ProductId) -> usize {
        let has = |fact: &&Fact| fact.lines.iter().any(|line| line.product == product.0);
        self.of(span, None).filter(has).count()
    }
}
