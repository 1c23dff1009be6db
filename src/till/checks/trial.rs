//! [3/4]: one sale for each severity and state, tried on a copy of the database by the policy in force.
//!
//! Each is tried in two ways: through the checkout, as somebody would who wants to sell at any price; and
//! as a sale that was right when it was paid, of a product that is declared anew before it is written.

use std::path::Path;
use std::sync::Arc;

use uuid::Uuid;

use crate::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use crate::domain::checkout::Rules;
use crate::domain::diet::{
    Allergen, Declarations, Declared, Policy, Response, Restriction, Severity, Source,
};
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::sale::{At, Sale};
use crate::domain::selfcheck::{Attempt, attempt};
use crate::domain::student::{Customer, NewStudent};
use crate::domain::tax::Rate;
use crate::domain::tender::{Tender, TenderKind};
use crate::domain::user::{Approved, Role};
use crate::domain::{CartId, Moment, Money, ProductId, Quantity, SaleId, StudentId, UserId};
use crate::store::diet::Word;
use crate::store::{Error, Reader, Stamp, Store, Ticketing};

/// What every trial is about.
const ALLERGEN: Allergen = Allergen::PEANUT;

/// What came of the trials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// How many sales were tried.
    pub sales: usize,
    /// Those that went otherwise than the policy says.
    pub failures: Vec<Failure>,
    /// Whether the real file is as it was.
    pub untouched: bool,
}

/// A trial that went otherwise than the policy says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failure {
    /// What was declared of the product.
    pub state: Declared,
    /// How badly the pupil reacts.
    pub severity: Severity,
    /// What the policy says.
    pub expected: Response,
    /// What it took; [`Response::Refuse`] where nothing helped.
    pub took: Response,
    /// Whether the product was declared so only after it was paid.
    pub late: bool,
}

/// Tries on a copy, takes the copy away, and looks whether the real file is as it was.
pub(super) fn run(reader: &Reader, copy: &Path, now: Moment) -> Result<Tried, Error> {
    let before = reader.mark()?;
    let name = format!("selfcheck {}", Uuid::now_v7());
    let mut tried = {
        let copy = reader.copy_to(copy)?;
        Trial::on(copy.open()?, &name, now)?.all()?
    };
    // Somebody may have sold meanwhile: then at least nothing of what was tried is in it.
    tried.untouched = reader.mark()? == before || !reader.has_trace_of(&name)?;
    Ok(tried)
}

/// A copy with a throw-away cashier and supervisor.
struct Trial<'a> {
    store: Store,
    name: &'a str,
    now: Moment,
    rules: Rules,
    cash: Tender,
    at: At,
    supervisor: Approved,
}

impl<'a> Trial<'a> {
    fn on(mut store: Store, name: &'a str, now: Moment) -> Result<Self, Error> {
        let rules = Rules {
            policy: store.policy()?,
            day: now.day(),
        };
        // Nobody signs in on a copy: it needs no PIN that opens it.
        let user = store.add_user(name, Role::Supervisor, "none")?;
        let mut tenders = store.tenders()?.into_iter();
        let cash = tenders.find(|tender| tender.kind == TenderKind::Cash);
        Ok(Self {
            cash: cash.ok_or_else(|| Error::NotFound("cash".to_owned()))?,
            at: At {
                till: store.till(),
                user,
                moment: now,
            },
            supervisor: approved(user, name),
            rules,
            store,
            name,
            now,
        })
    }

    fn all(mut self) -> Result<Tried, Error> {
        let pupils = self.pupils()?;
        let mut products = self.products()?.into_iter();
        let mut tried = Tried {
            sales: 0,
            failures: Vec::new(),
            untouched: true,
        };
        for (state, severity) in Policy::cells() {
            let pupil = pupils[severity as usize];
            for (late, product) in [false, true].into_iter().zip(&mut products) {
                let expected = self.rules.policy.response(state, severity);
                let failure = |took| Failure {
                    state,
                    severity,
                    expected,
                    took,
                    late,
                };
                let took = match late {
                    false => self.at_the_checkout(pupil, product, state, severity)?,
                    true => self.declared_late(pupil, product, state, expected)?,
                };
                tried.sales += 1;
                let went_otherwise = took.filter(|took| *took != expected);
                tried.failures.extend(went_otherwise.map(failure));
            }
        }
        Ok(tried)
    }

    /// What it takes to sell it; `None` where it took what the policy says, and more than it may.
    fn at_the_checkout(
        &mut self,
        pupil: StudentId,
        product: ProductId,
        state: Declared,
        severity: Severity,
    ) -> Result<Option<Response>, Error> {
        self.declare(product, state)?;
        let attempt = self.attempt(pupil, product)?;
        let written = match &attempt.sale {
            Some(sale) => self.record(sale)?,
            None => false,
        };
        let harmed = written && (attempt.would_harm(state, severity) || !attempt.is_answered());
        Ok(Some(match (harmed, written) {
            (true, _) => Response::Allow,
            (false, true) => attempt.took,
            (false, false) => Response::Refuse,
        }))
    }

    /// The sale was right when it was paid; what is declared before it is written counts.
    fn declared_late(
        &mut self,
        pupil: StudentId,
        product: ProductId,
        state: Declared,
        expected: Response,
    ) -> Result<Option<Response>, Error> {
        self.declare(product, Declared::Free)?;
        let attempt = self.attempt(pupil, product)?;
        self.declare(product, state)?;
        let written = match &attempt.sale {
            Some(sale) => self.record(sale)?,
            None => false,
        };
        // Nobody was asked: it may be written only where nobody has to be.
        let right = written == (expected == Response::Allow);
        let took = match written {
            true => Response::Allow,
            false => Response::Refuse,
        };
        Ok((!right).then_some(took))
    }

    fn attempt(&self, pupil: StudentId, product: ProductId) -> Result<Attempt, Error> {
        let customer: Customer = self.store.customer(pupil, self.now.day())?;
        let product = Arc::new(self.store.product(product)?);
        let ids = (CartId(Uuid::now_v7()), SaleId(Uuid::now_v7()));
        let (rules, cash, supervisor) = (&self.rules, &self.cash, &self.supervisor);
        Ok(attempt(
            &customer, &product, rules, cash, self.at, ids, supervisor,
        ))
    }

    /// Whether the store takes it; what it says besides «a restriction stands against it» is a failure.
    fn record(&mut self, sale: &Sale) -> Result<bool, Error> {
        let ticketing = Ticketing {
            shop: &Shop::default(),
            render: &|_: &Receipt| Vec::new(),
            drawer: &[],
        };
        match self.store.record(sale, &ticketing) {
            Ok(_) => Ok(true),
            Err(Error::Restricted(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn declare(&mut self, product: ProductId, state: Declared) -> Result<(), Error> {
        let word = Word {
            state,
            source: Source::Staff,
            quote: None,
            against: None,
        };
        let stamp = Stamp::by(self.at.user, self.now);
        self.store.declare(product, &[(ALLERGEN, word)], stamp)
    }

    /// One pupil for each severity, with no name but that of the trial.
    fn pupils(&mut self) -> Result<Vec<StudentId>, Error> {
        let pupils = Severity::ALL.map(|severity| NewStudent {
            name: format!("{} {}", self.name, severity.code()),
            grade: self.name.to_owned(),
            card: None,
            guardian: None,
            price_list: None,
            balance: Money::ZERO,
            daily_limit: None,
            credit_limit: Some(Money::ZERO),
            restrictions: vec![Restriction::new(ALLERGEN, severity, self.name)],
            wishes: Vec::new(),
        });
        self.store.import_students(&pupils, Stamp::at(self.now))
    }

    /// A product for each trial, of which nobody has said anything.
    fn products(&mut self) -> Result<Vec<ProductId>, Error> {
        let price = Price::new(Money::guaranies(1_000))
            .expect("it is between 1 and 1.000.000.000, as a price must be");
        let trials = 0..2 * Policy::cells().count();
        let products: Vec<NewProduct> = trials
            .map(|n| NewProduct {
                name: format!("{} {n}", self.name),
                category: self.name.to_owned(),
                codes: Vec::new(),
                price,
                staff_price: None,
                cost: None,
                rate: Rate::Ten,
                unit: Unit::Each,
                stock: None,
                stock_rule: StockRule::Allow,
                stock_minimum: Quantity::ZERO,
                favourite: false,
                ingredients: None,
                statement: None,
                declarations: Declarations::none(),
            })
            .collect();
        self.store.import_products(&products, Stamp::at(self.now))
    }
}

fn approved(by: UserId, why: &str) -> Approved {
    Approved {
        by,
        reason: why.to_owned(),
    }
}
