//! The canteen that is played: who buys, what is sold, and the store, in memory or on a disk.

use std::path::PathBuf;

use cantina::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use cantina::domain::diet::{
    Allergen, Declaration, Declarations, Declared, Restriction, Severity, Source,
};
use cantina::domain::student::NewStudent;
use cantina::domain::tax::Rate;
use cantina::domain::user::Role;
use cantina::domain::{BusinessDay, CardNumber, Moment, Money, Quantity};
use cantina::store::{Stamp, Store};
use tempfile::TempDir;

use crate::dice::Dice;

/// What pupils and products disagree about.
pub const ALLERGENS: [Allergen; 3] = [Allergen::PEANUT, Allergen::MILK, Allergen::GLUTEN];
pub const PRODUCTS: usize = 8;
pub const STUDENTS: usize = 8;

/// Where the store lives.
pub struct Place {
    disk: Option<(TempDir, PathBuf)>,
}

impl Place {
    pub fn new(on_disk: bool) -> Self {
        let disk = on_disk.then(|| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("cantina.db");
            (folder, path)
        });
        Self { disk }
    }

    pub fn path(&self) -> Option<&PathBuf> {
        self.disk.as_ref().map(|(_, path)| path)
    }

    pub fn open(&self) -> Store {
        match self.path() {
            Some(path) => Store::open(path).unwrap(),
            None => Store::in_memory().unwrap(),
        }
    }
}

/// Opens on an empty store: users 1 (cashier) and 2 (supervisor), products and pupils from 1.
pub fn furnish(store: &mut Store, products: &[NewProduct], pupils: &[NewStudent], moment: Moment) {
    store.add_user("María G.", Role::Cashier, "none").unwrap();
    store.add_user("Rosa A.", Role::Supervisor, "none").unwrap();
    store.import_products(products, Stamp::at(moment)).unwrap();
    store.import_students(pupils, Stamp::at(moment)).unwrap();
}

pub fn product(n: usize, dice: &mut Dice, day: BusinessDay) -> NewProduct {
    let weighed = n.is_multiple_of(4);
    NewProduct {
        name: format!("Producto {n}"),
        category: "Todo".into(),
        codes: vec![],
        price: Price::try_from(1 + i64::try_from(dice.below(12_000)).unwrap()).unwrap(),
        staff_price: None,
        cost: None,
        rate: dice.pick(&Rate::ALL),
        unit: if weighed { Unit::Kilogram } else { Unit::Each },
        stock: Some(Quantity::pieces(i32::try_from(dice.below(60)).unwrap())),
        stock_rule: dice.pick(&[StockRule::Refuse, StockRule::Refuse, StockRule::Allow]),
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        statement: None,
        declarations: declarations(dice, day),
    }
}

/// What is said of a product, of every allergen: a list that is silent takes nothing back.
pub fn declarations(dice: &mut Dice, day: BusinessDay) -> Declarations {
    let mut said = Declarations::none();
    for allergen in ALLERGENS {
        let states = [
            Declared::Free,
            Declared::Free,
            Declared::MayContain,
            Declared::Contains,
        ];
        let state = dice.pick(&states);
        let said_now = Declaration::new(state, Source::Label, day);
        said.declare(allergen, said_now);
    }
    said
}

pub fn pupil(n: usize, dice: &mut Dice, day: BusinessDay) -> NewStudent {
    let mut restrictions = Vec::new();
    for allergen in ALLERGENS {
        if dice.chance(25) {
            restrictions.push(Restriction {
                until: dice.chance(30).then_some(day),
                ..Restriction::new(allergen, dice.pick(&Severity::ALL), "su madre")
            });
        }
    }
    let money = |dice: &mut Dice, most| Money::guaranies(i64::try_from(dice.below(most)).unwrap());
    NewStudent {
        name: format!("Alumno {n}"),
        grade: "5.º B".into(),
        card: Some(CardNumber::parse(&format!("{:05}", n + 1)).unwrap()),
        guardian: None,
        price_list: None,
        balance: money(dice, 120_000) - Money::guaranies(10_000),
        daily_limit: dice.chance(50).then(|| money(dice, 60_000)),
        credit_limit: Some(money(dice, 10_000)),
        restrictions,
        wishes: Vec::new(),
    }
}
