//! What is known of products and pupils: facts that are only added, and what holds by the latest of them.

mod facts;
mod past;
mod schema;

use std::path::PathBuf;

use chrono::DateTime;
use rusqlite::Connection;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::domain::cart::Cart;
use crate::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use crate::domain::diet::{
    Against, Allergen, Because, Declarations, Declared, Diet, Knowledge, Policy, Reason, Response,
    Restriction, Severity, Source, Wish,
};
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::sale::At;
use crate::domain::student::NewStudent;
use crate::domain::tax::Rate;
use crate::domain::tender::{Offer, TenderKind};
use crate::domain::user::Role;
use crate::domain::{
    BusinessDay, CartId, Moment, Money, ProductId, Quantity, SaleId, StudentId, TillId, UserId,
};
use crate::store::{Error, Looked, Stamp, Store, Ticketing};

const CHIPA: ProductId = ProductId(1);
const CHEESE: ProductId = ProductId(2);
const SOFIA: StudentId = StudentId(1);
const MILK: Allergen = Allergen::MILK;

struct Canteen {
    _dir: TempDir,
    path: PathBuf,
    store: Store,
    minute: i64,
}

fn morning() -> Moment {
    Moment::new(DateTime::parse_from_rfc3339("2026-11-23T07:00:00-03:00").unwrap())
}

fn product(name: &str) -> NewProduct {
    NewProduct {
        name: name.into(),
        category: "Panadería".into(),
        codes: Vec::new(),
        price: Price::new(Money::guaranies(4_000)).unwrap(),
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
    }
}

/// Sofía, and two things of which nobody has said anything.
fn a_canteen() -> Canteen {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("cantina.db");
    let mut store = Store::open(&path).unwrap();
    store.add_user("Rosa A.", Role::Supervisor, "none").unwrap();
    let products = [product("Bollo"), product("Bollo relleno")];
    store
        .import_products(&products, Stamp::at(morning()))
        .unwrap();
    let sofia = NewStudent {
        name: "Sofía Benítez".into(),
        grade: "5.º B".into(),
        card: None,
        guardian: None,
        price_list: None,
        balance: Money::ZERO,
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    };
    store
        .import_students(&[sofia], Stamp::at(morning()))
        .unwrap();
    Canteen {
        _dir: dir,
        path,
        store,
        minute: 0,
    }
}

impl Canteen {
    /// A minute later than the last.
    fn stamp(&mut self) -> Stamp {
        self.minute += 1;
        Stamp::by(UserId(1), morning().plus_millis(self.minute * 60_000))
    }

    fn declare(&mut self, product: ProductId, state: Declared) {
        let stamp = self.stamp();
        let words = [(MILK, word(state))];
        self.store.declare(product, &words, stamp).unwrap();
    }

    fn restrict(&mut self, severity: Severity) {
        let stamp = self.stamp();
        let restriction = Restriction::new(MILK, severity, "su madre");
        self.store.restrict(SOFIA, &restriction, stamp).unwrap();
    }

    fn describe(&mut self, product: ProductId, name: &str, ingredients: Option<&str>) {
        let stamp = self.stamp();
        let text = Text {
            name: name.into(),
            ingredients: ingredients.map(str::to_owned),
            statement: None,
        };
        self.store.describe(product, &text, stamp).unwrap();
    }

    fn knowledge(&self, product: ProductId) -> Knowledge {
        self.store.product(product).unwrap().known.of(MILK).clone()
    }

    fn state(&self, product: ProductId) -> Declared {
        self.knowledge(product).state
    }

    fn restrictions(&self) -> Vec<Restriction> {
        let customer = self.store.customer(SOFIA, morning().day()).unwrap();
        customer.student.restrictions
    }

    fn sell(&mut self, product: ProductId) -> Result<i64, Error> {
        let at = At {
            till: TillId(1),
            user: UserId(1),
            moment: self.stamp().moment,
        };
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        cart.identify(Some(self.store.customer(SOFIA, at.moment.day())?));
        cart.add(
            &std::sync::Arc::new(self.store.product(product)?),
            Quantity::ONE,
        )
        .unwrap();
        let Ok(checked) = cart.check(&self.store.policy()?, at.moment.day()) else {
            return Err(Error::Restricted(Vec::new()));
        };
        let mut tenders = self.store.tenders()?.into_iter();
        let cash = tenders.find(|tender| tender.kind == TenderKind::Cash);
        let offer = Offer {
            tender: cash.unwrap(),
            amount: checked.totals().total,
            reference: None,
        };
        let sale = checked.pay(SaleId(Uuid::now_v7()), &[offer], at).unwrap();
        let ticketing = Ticketing {
            shop: &Shop::default(),
            render: &|_: &Receipt| Vec::new(),
            drawer: &[],
        };
        Ok(self.store.record(&sale, &ticketing)?.receipt.number)
    }

    fn look_back(&self) -> LookBack {
        self.store.reader().unwrap().look_back().unwrap()
    }

    fn reopen(mut self) -> Self {
        self.store = Store::in_memory().unwrap();
        self.store = Store::open(&self.path).unwrap();
        self
    }

    fn count(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        let count = self.store.db.query_row(&sql, (), |row| row.get(0));
        count.unwrap()
    }
}

fn word(state: Declared) -> Word {
    Word {
        state,
        source: Source::Label,
        quote: None,
        against: None,
    }
}
