//! The three years before the demo's school days: many sales, dealt a week at a time, in one pass.
//!
//! Coarser than [`books`](super::books): who buys has no restriction, wish or limit and pays with one tender,
//! nothing is undone. What a week sells it delivers, and what it charges is paid in, on its first morning:
//! stock and balances end as they began.

use std::collections::VecDeque;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::Canteen;
use super::books::{DELIVERY_MS, SERVED, TENDERS, TOP_UPS_MS, moment, name_of, voucher};
use super::breaks::{self, Hour};
use super::calendar::school_days_before;
use super::dice::{Dice, Stream};
use super::history::{Delivery, TopUp};
use crate::domain::account::Standing;
use crate::domain::catalogue::{GENERAL, Product, Unit};
use crate::domain::sale::At;
use crate::domain::tender::{Offer, TenderKind, due_in_cash, likely_cash, settle};
use crate::domain::user::Role;
use crate::domain::{BusinessDay, CartId, Money, MovementId, Quantity, SaleId};
use crate::store::{OldLine, OldSale};

/// School days of three years.
const DAYS: usize = 3 * 250;

/// How many different things are bought at once: five on average.
const THINGS: (u32, u32) = (3, 7);

/// The facts of one week.
pub struct Week {
    /// What its sales take from the shelf.
    pub deliveries: Vec<Delivery>,
    /// What its sales charge to accounts.
    pub top_ups: Vec<TopUp>,
    /// Its sales, in the order in which they were made.
    pub sales: Vec<OldSale>,
}

/// The weeks of three years, earliest first, with so many sales in all.
pub struct Years<'a> {
    canteen: &'a Canteen,
    weeks: VecDeque<Vec<(NaiveDate, u32)>>,
    /// What is sold, and what one costs.
    goods: Vec<(Arc<Product>, Money)>,
    /// Places in the canteen's list of those who buy.
    buyers: Vec<usize>,
    early: Vec<u32>,
    at_break: Vec<u32>,
    lunch: Vec<u32>,
    afternoon: Vec<u32>,
}

impl<'a> Years<'a> {
    /// Before the canteen's own history.
    pub fn new(canteen: &'a Canteen, sales: u32) -> Self {
        let pieces = || {
            let shelf = canteen.shelf.iter();
            shelf.filter(|of| of.product.unit == Unit::Each && of.demand > 0)
        };
        // Sums from the first product on: one look finds the place of a throw.
        let sums = |hour| {
            let weights = pieces().map(|of| of.demand * breaks::appetite(hour, of.when));
            let sums = weights.scan(0, |sum, weight| {
                *sum += weight;
                Some(*sum)
            });
            sums.collect()
        };
        let students = canteen.students.iter().enumerate();
        let buyers = students.filter(|(_, of)| {
            let eats_all = of.restrictions.is_empty() && of.wishes.is_empty();
            eats_all && of.daily_limit.is_none() && of.price_list == GENERAL
        });
        Self {
            weeks: weeks(canteen, sales),
            goods: pieces()
                .map(|of| (Arc::new(of.product.clone()), of.cost))
                .collect(),
            buyers: buyers.map(|(place, _)| place).collect(),
            early: sums(Hour::Early),
            at_break: sums(Hour::Break),
            lunch: sums(Hour::Lunch),
            afternoon: sums(Hour::Afternoon),
            canteen,
        }
    }

    fn sums(&self, hour: Hour) -> &[u32] {
        match hour {
            Hour::Early => &self.early,
            Hour::Break => &self.at_break,
            Hour::Lunch => &self.lunch,
            Hour::Afternoon => &self.afternoon,
        }
    }

    fn day(&self, day: NaiveDate, sales: u32) -> impl Iterator<Item = OldSale> {
        let number = BusinessDay(day).number();
        let mut dice = Dice::new(self.canteen.seed, Stream::Sales, number);
        let mut names = Dice::new(self.canteen.seed, Stream::Facts, number);
        let moments = breaks::moments_of(&mut dice, sales).into_iter();
        moments.filter_map(move |(at_ms, hour)| {
            let lines = self.lines(hour, &mut dice);
            self.sale(self.at(day, at_ms), lines, &mut dice, &mut names)
        })
    }

    fn lines(&self, hour: Hour, dice: &mut Dice) -> Vec<OldLine> {
        let sums = self.sums(hour);
        let things = dice.between(THINGS.0, THINGS.1) as usize;
        let mut lines: Vec<OldLine> = Vec::with_capacity(things);
        for _ in 0..things * 4 {
            let thrown = dice.below(sums.last().copied().unwrap_or(0));
            let (product, cost) = &self.goods[sums.partition_point(|sum| *sum <= thrown)];
            let taken = lines.iter().any(|line| line.product.id == product.id);
            let price = product.price(GENERAL);
            let quantity = Quantity::pieces(if dice.permille(130) { 2 } else { 1 });
            if let (false, Some(price)) = (taken, price) {
                lines.push(OldLine {
                    product: Arc::clone(product),
                    quantity,
                    price: price.amount(),
                    net: price.times(quantity),
                    cost: Some(*cost),
                });
            }
            if lines.len() == things {
                break;
            }
        }
        lines
    }

    fn sale(
        &self,
        at: At,
        lines: Vec<OldLine>,
        dice: &mut Dice,
        names: &mut Dice,
    ) -> Option<OldSale> {
        let kind = TENDERS[dice.weighted(&TENDERS.map(|(_, weight)| weight))?].0;
        let known = kind == TenderKind::Account || dice.below(100) < 45;
        let buyer = dice.pick(&self.buyers).filter(|_| known);
        let total: Money = lines.iter().map(|line| line.net).sum();
        let amount = match kind {
            TenderKind::Cash => *dice.pick(&likely_cash(due_in_cash(total)))?,
            _ => total,
        };
        let offer = Offer {
            tender: self.canteen.tender(kind).expect(SERVED).clone(),
            amount,
            reference: matches!(
                kind,
                TenderKind::Debit | TenderKind::Credit | TenderKind::Qr
            )
            .then(|| voucher(dice)),
        };
        Some(OldSale {
            id: SaleId(name_of(at.moment, names)),
            cart: CartId(name_of(at.moment, names)),
            at,
            student: buyer.map(|place| self.canteen.students[*place].id),
            settlement: settle(total, &[offer], Some(&prepaid(total))).ok()?,
            lines,
            total,
        })
    }

    fn at(&self, day: NaiveDate, at_ms: u32) -> At {
        At {
            till: self.canteen.till,
            user: self.canteen.user(Role::Cashier).expect(SERVED).id,
            moment: moment(day, at_ms),
        }
    }

    fn deliveries(&self, day: NaiveDate, sales: &[OldSale]) -> Vec<Delivery> {
        let mut sold = vec![0; self.goods.len() + 1];
        let places: std::collections::HashMap<_, _> = self
            .goods
            .iter()
            .map(|(product, _)| product.id)
            .zip(0..)
            .collect();
        for line in sales.iter().flat_map(|sale| &sale.lines) {
            let place: usize = places[&line.product.id];
            sold[place] += line.quantity.in_thousandths();
        }
        let at = self.at(day, DELIVERY_MS);
        let goods = self.goods.iter().zip(sold).filter(|(_, sold)| *sold > 0);
        goods
            .map(|((product, _), sold)| Delivery {
                product: product.id,
                quantity: Quantity::thousandths(sold),
                at,
            })
            .collect()
    }

    fn top_ups(&self, day: NaiveDate, sales: &[OldSale]) -> Vec<TopUp> {
        let mut charged = std::collections::BTreeMap::new();
        for sale in sales {
            if let Some(student) = sale.student {
                *charged.entry(student).or_insert(Money::ZERO) +=
                    sale.settlement.charged_to_account();
            }
        }
        let number = BusinessDay(day).number();
        let mut names = Dice::new(!self.canteen.seed, Stream::Facts, number);
        let tender = self.canteen.tender(TenderKind::Cash).expect(SERVED).id;
        let charged = charged
            .into_iter()
            .filter(|(_, amount)| amount.is_positive());
        charged
            .zip(0..)
            .map(|((student, amount), n): (_, u32)| {
                let at = self.at(day, (TOP_UPS_MS.0 + n * 1_000).min(TOP_UPS_MS.1));
                TopUp {
                    id: MovementId(name_of(at.moment, &mut names)),
                    student,
                    amount,
                    tender,
                    reference: None,
                    at,
                }
            })
            .collect()
    }
}

impl Iterator for Years<'_> {
    type Item = Week;

    fn next(&mut self) -> Option<Week> {
        let days = self.weeks.pop_front()?;
        let sales = days.iter().flat_map(|(day, sales)| self.day(*day, *sales));
        let sales: Vec<OldSale> = sales.collect();
        let first = days.first()?.0;
        Some(Week {
            deliveries: self.deliveries(first, &sales),
            top_ups: self.top_ups(first, &sales),
            sales,
        })
    }
}

/// What is charged was paid in that week.
const fn prepaid(amount: Money) -> Standing {
    Standing {
        balance: amount,
        credit_limit: Money::ZERO,
        daily_limit: None,
        spent_today: Money::ZERO,
    }
}

/// The school days of three years, in weeks, each with its share of the sales.
fn weeks(canteen: &Canteen, sales: u32) -> VecDeque<Vec<(NaiveDate, u32)>> {
    if sales == 0 {
        return VecDeque::new();
    }
    let history = school_days_before(canteen.today, super::SCHOOL_DAYS);
    let until = history
        .first()
        .map_or(canteen.today, |day| BusinessDay(*day));
    let days = school_days_before(until, DAYS);
    let (all, number) = (u64::from(sales), days.len() as u64);
    let share = |at: u64| {
        let sold = |days: u64| all * days / number.max(1);
        u32::try_from(sold(at + 1) - sold(at)).unwrap_or(u32::MAX)
    };
    let shared: Vec<_> = days.into_iter().zip((0..).map(share)).collect();
    let weeks = shared.chunk_by(|(one, _), (next, _)| one.iso_week() == next.iso_week());
    weeks.map(<[_]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{SEED, fill_long};
    use crate::store::Store;

    fn canteen() -> Canteen {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Canteen::new(SEED, BusinessDay(today))
    }

    #[test]
    fn three_years_have_as_many_sales_as_were_asked_for_and_five_lines_each() {
        let canteen = canteen();
        let sales: Vec<OldSale> = Years::new(&canteen, 4_000)
            .flat_map(|week| week.sales)
            .collect();
        assert_eq!(sales.len(), 4_000);
        assert!(sales.is_sorted_by_key(|sale| sale.at.moment.at));
        let lines: usize = sales.iter().map(|sale| sale.lines.len()).sum();
        assert!((19_000..21_000).contains(&lines), "{lines}");
        let years = sales[3_999].at.moment.day().0 - sales[0].at.moment.day().0;
        assert!((950..1_150).contains(&years.num_days()), "{years}");
        assert_eq!(Years::new(&canteen, 0).count(), 0);
    }

    #[test]
    fn nobody_who_must_not_eat_something_buys_in_those_years() {
        let canteen = canteen();
        for sale in Years::new(&canteen, 4_000).flat_map(|week| week.sales) {
            let mut students = canteen.students.iter();
            let buyer = students.find(|of| Some(of.id) == sale.student);
            assert!(buyer.is_none_or(|of| of.restrictions.is_empty() && of.wishes.is_empty()));
        }
    }

    #[test]
    fn after_those_years_everything_agrees_and_stands_as_without_them() {
        let canteen = canteen();
        let stands = |old_sales| {
            let mut store = Store::in_memory().unwrap();
            fill_long(&mut store, &canteen, old_sales, &mut |_| ()).unwrap();
            let found = store.self_check().unwrap();
            assert_eq!(found.broken, []);
            let day = canteen.today;
            let balances = canteen.students.iter().map(|of| of.id);
            let balances: Vec<Money> = balances
                .map(|id| store.customer(id, day).unwrap().standing.balance)
                .collect();
            let stocks = store.catalogue().unwrap().products().to_vec();
            let stocks: Vec<Quantity> = stocks.iter().map(|product| product.stock).collect();
            (found.sales, balances, stocks)
        };
        let (few, many) = (stands(0), stands(3_000));
        assert_eq!(many.0, few.0 + 3_000);
        assert_eq!((many.1, many.2), (few.1, few.2));
    }
}
