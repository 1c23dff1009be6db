//! What must be true, kept as a child would keep it: maps and additions, no SQL, no shared code.

use std::collections::{BTreeMap, BTreeSet};

use cantina::domain::account::Refused;
use cantina::domain::catalogue::{NewProduct, StockRule};
use cantina::domain::diet::{Against, Because, Declarations, Declared, Restriction, Severity};
use cantina::domain::sale::Sale;
use cantina::domain::student::NewStudent;
use cantina::domain::tender::TenderKind;
use cantina::domain::{BusinessDay, CartId, Money, Quantity, SaleId};
use cantina::store::Error;

/// A sale or void that the store acknowledged.
pub struct Fact {
    pub number: i64,
    pub day: BusinessDay,
    pub student: Option<usize>,
    /// Product and thousandths.
    pub lines: Vec<(usize, i64)>,
    /// By kind, as the drawer and the banks have it.
    pub paid: Vec<(TenderKind, i64)>,
    pub voided: bool,
    pub is_void: bool,
}

/// The naive account.
pub struct Books {
    pub facts: BTreeMap<SaleId, Fact>,
    pub sold_carts: BTreeSet<CartId>,
    pub balances: Vec<i64>,
    pub stock: Vec<i64>,
    pub taken: BTreeMap<TenderKind, i64>,
    pub products: Vec<NewProduct>,
    pub pupils: Vec<NewStudent>,
}

impl Books {
    pub fn new(products: Vec<NewProduct>, pupils: Vec<NewStudent>) -> Self {
        let balances = pupils.iter().map(|pupil| pupil.balance.amount());
        let stock = products
            .iter()
            .map(|new| new.stock.map_or(0, Quantity::in_thousandths));
        Self {
            facts: BTreeMap::new(),
            sold_carts: BTreeSet::new(),
            balances: balances.collect(),
            stock: stock.collect(),
            taken: BTreeMap::new(),
            products,
            pupils,
        }
    }

    pub fn spent(&self, student: usize, day: BusinessDay) -> i64 {
        let facts = self.facts.values();
        let facts = facts.filter(|fact| fact.student == Some(student) && fact.day == day);
        facts.map(|fact| charged(&fact.paid)).sum()
    }

    /// Writes down a sale that the store has taken, if it might be taken.
    pub fn sold(&mut self, sale: &Sale, number: i64) {
        let fact = fact_of(sale, number);
        assert_eq!(self.objection(sale), None, "sold against: {sale:?}");
        assert!(self.sold_carts.insert(sale.cart().id()), "one cart twice");
        let total = sale.totals().total.amount();
        let (rounding, change) = (sale.settlement().rounding(), sale.settlement().change());
        let paid: i64 = fact.paid.iter().map(|(_, amount)| amount).sum();
        let payments = sale.settlement().payments().iter();
        let received: i64 = payments.map(|payment| payment.received.amount()).sum();
        let nets: i64 = sale.totals().nets.iter().map(|net| net.amount()).sum();
        assert_eq!(
            paid + rounding.amount(),
            total,
            "what was paid is the total"
        );
        assert_eq!(received - change.amount(), paid, "money in is money out");
        assert_eq!(nets, total, "the lines are the total");
        self.write(sale.id(), fact);
    }

    pub fn undone(&mut self, of: SaleId, id: SaleId, number: i64, day: BusinessDay) {
        let sale = self
            .facts
            .get_mut(&of)
            .expect("only what was sold is undone");
        assert!(!sale.voided && !sale.is_void && sale.day == day);
        sale.voided = true;
        let back = Fact {
            number,
            day,
            student: sale.student,
            lines: sale.lines.iter().map(|(at, q)| (*at, -q)).collect(),
            paid: sale.paid.iter().map(|(kind, a)| (*kind, -a)).collect(),
            voided: false,
            is_void: true,
        };
        self.write(id, back);
    }

    fn write(&mut self, id: SaleId, fact: Fact) {
        let next = i64::try_from(self.facts.len()).unwrap() + 1;
        assert_eq!(fact.number, next, "numbers follow each other");
        for (product, quantity) in &fact.lines {
            self.stock[*product] -= quantity;
        }
        if let Some(student) = fact.student {
            self.balances[student] -= charged(&fact.paid);
        }
        for (kind, amount) in &fact.paid {
            *self.taken.entry(*kind).or_default() += amount;
        }
        assert!(self.facts.insert(id, fact).is_none(), "one id twice");
    }

    pub fn topped_up(&mut self, student: usize, kind: TenderKind, amount: i64) {
        self.balances[student] += amount;
        *self.taken.entry(kind).or_default() += amount;
    }

    /// Why the store must refuse this sale now.
    pub fn objection(&self, sale: &Sale) -> Option<&'static str> {
        let fact = fact_of(sale, 0);
        if self.sold_carts.contains(&sale.cart().id()) || self.facts.contains_key(&sale.id()) {
            return Some("sold");
        }
        if let Some(student) = fact.student {
            let (pupil, charge) = (&self.pupils[student], charged(&fact.paid));
            let reach = self.balances[student] + pupil.credit_limit.map_or(0, Money::amount);
            let spent = self.spent(student, fact.day) + charge;
            let limit = pupil.daily_limit.map(Money::amount);
            let short = charge > reach && !lifted(sale, charge, &beyond_reach(reach));
            let over = limit.is_some_and(|limit| {
                let left = limit - (spent - charge);
                spent > limit && !lifted(sale, charge, &beyond_limit(left))
            });
            if charge > 0 && (short || over) {
                return Some("account");
            }
            if fact
                .lines
                .iter()
                .any(|(product, _)| self.harms(sale, student, *product))
            {
                return Some("restricted");
            }
        }
        let mut left = self.stock.clone();
        for (product, quantity) in &fact.lines {
            left[*product] -= quantity;
            if left[*product] < 0 && self.products[*product].stock_rule == StockRule::Refuse {
                return Some("stock");
            }
        }
        None
    }

    fn harms(&self, sale: &Sale, student: usize, product: usize) -> bool {
        let day = sale.at().moment.day();
        let mut restrictions = self.pupils[student].restrictions.iter();
        restrictions.any(|restriction| {
            let said = &self.products[product].declarations;
            let state = said.state(restriction.allergen);
            let mut answers = sale.cart().decisions().iter().filter(|answer| {
                number(answer.product.0) == product
                    && number(answer.student.0) == student
                    && is_about(&answer.reason.against, restriction, said)
            });
            let ended = restriction.until.is_some_and(|last| last < day);
            let answered = match (restriction.severity, state) {
                (_, Declared::Free) => true,
                (Severity::Severe | Severity::Critical, _) => false,
                (Severity::Moderate, Declared::Contains) => answers.any(|a| a.approved.is_some()),
                _ => answers.next().is_some(),
            };
            !ended && !answered
        })
    }

    /// Asserts that a refusal of the store has its reason here.
    pub fn justifies(&self, refused: &Error, sale: &Sale) {
        let reason = match refused {
            Error::AlreadySold { .. } => "sold",
            Error::Account(_) => "account",
            Error::Restricted(_) => "restricted",
            Error::OutOfStock { .. } => "stock",
            other => panic!("a healthy store refused with {other}"),
        };
        assert_eq!(self.objection(sale), Some(reason), "refused with {refused}");
    }
}

/// Whether an answer was given to what is said now of what this pupil must not eat.
fn is_about(against: &Against, restriction: &Restriction, said: &Declarations) -> bool {
    let Against::Allergy(of, known) = against else {
        return false;
    };
    let now = said.of(restriction.allergen);
    let same = match (&known.because, now) {
        (Because::Said(then), Some(now)) => (then.state, then.day) == (now.state, now.day),
        (Because::Nobody, None) => true,
        _ => false,
    };
    same && of == restriction
}

/// A place in the books for an id of the store, which counts from one.
pub fn number(id: i64) -> usize {
    usize::try_from(id - 1).expect("ids count from one")
}

/// Whether somebody let this charge through against exactly that.
fn lifted(sale: &Sale, charge: i64, against: &Refused) -> bool {
    sale.lifted()
        .is_some_and(|lifted| charge <= lifted.up_to().amount() && lifted.shown().contains(against))
}

fn beyond_reach(reach: i64) -> Refused {
    let available = Money::guaranies(reach.max(0));
    Refused::InsufficientBalance { available }
}

fn beyond_limit(left: i64) -> Refused {
    let left = Money::guaranies(left.max(0));
    Refused::OverDailyLimit { left }
}

fn charged(paid: &[(TenderKind, i64)]) -> i64 {
    let charges = paid.iter().filter(|(kind, _)| *kind == TenderKind::Account);
    charges.map(|(_, amount)| amount).sum()
}

fn fact_of(sale: &Sale, ticket: i64) -> Fact {
    let lines = sale.cart().lines().iter();
    let lines = lines.map(|line| {
        (
            number(line.product().id.0),
            line.quantity().in_thousandths(),
        )
    });
    let payments = sale.settlement().payments().iter();
    Fact {
        number: ticket,
        day: sale.at().moment.day(),
        student: sale.customer().map(|known| number(known.student.id.0)),
        lines: lines.collect(),
        paid: payments
            .map(|paid| (paid.kind, paid.amount.amount()))
            .collect(),
        voided: false,
        is_void: false,
    }
}
