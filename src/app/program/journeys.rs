//! A day at the till, twice: by touch alone, and by keyboard alone.

use std::path::Path;

use tempfile::TempDir;

use super::hands::{Hands, clock};
use super::tests::apple;
use crate::domain::catalogue::NewProduct;
use crate::domain::diet::{Allergen, Declaration, Declared, Restriction, Severity, Source};
use crate::domain::student::NewStudent;
use crate::domain::user::{Pin, Role};
use crate::domain::{CardNumber, Money};
use crate::settings::{DataFolder, Shift};
use crate::store::Stamp;
use crate::till::Till;

/// A canteen whose drawer needs a shift, where Ana manages and Rosa may answer for an allergy; Sofía must
/// not have milk, and there is milk in the flan.
pub(super) struct Shop {
    folder: TempDir,
    pub(super) till: Till,
}

pub(super) fn shop() -> Shop {
    let folder = tempfile::tempdir().unwrap();
    let till = Till::open(DataFolder::at(folder.path().to_owned()), None).unwrap();
    for (name, role, pin) in [
        ("Ana", Role::Administrator, "2580"),
        ("Rosa", Role::Supervisor, "7913"),
    ] {
        let pin = Pin::parse(pin).unwrap();
        let added = till.add_user(name.into(), role, pin);
        added.wait().unwrap().unwrap();
    }
    let stamp = || Stamp::at(clock());
    let shift = |config: &mut crate::settings::Config| {
        config.shop.name = "Cantina Tita".into();
        config.shift = Shift::of_a_new_canteen();
    };
    till.set(shift, stamp()).wait().unwrap().unwrap();
    let mut flan = NewProduct {
        name: "Flan".into(),
        category: "Postres".into(),
        ..apple()
    };
    let said = Declaration::new(Declared::Contains, Source::Label, clock().day());
    flan.declarations.declare(Allergen::MILK, said);
    let imported = till.import_products(vec![apple(), flan], stamp());
    imported.wait().unwrap().unwrap();
    let milk = Restriction::new(Allergen::MILK, Severity::Moderate, "su madre");
    let sofia = NewStudent {
        name: "Sofía Benítez".into(),
        grade: "5.º B".into(),
        card: Some(CardNumber::parse("00414").unwrap()),
        guardian: None,
        price_list: None,
        balance: Money::guaranies(2_000),
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: vec![milk],
        wishes: Vec::new(),
    };
    let imported = till.import_students(vec![sofia], stamp());
    imported.wait().unwrap().unwrap();
    Shop { folder, till }
}

/// What is in `tests/journeys/`: read, and not built in, as a journey is.
fn journey(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/journeys");
    std::fs::read_to_string(file.join(name)).unwrap()
}

impl Shop {
    fn count(&self, question: &str) -> i64 {
        let db = rusqlite::Connection::open(self.folder.path().join("cantina.db")).unwrap();
        db.query_row(question, [], |row| row.get(0)).unwrap()
    }

    /// What a day like this leaves behind, whoever's hands did it.
    fn has_had_its_day(&self) {
        for (what, question, expected) in [
            ("two sales and a void", "SELECT count(*) FROM sale", 3),
            (
                "paid in two ways",
                "SELECT count(*) FROM payment WHERE sale = (SELECT min(seq) FROM sale)",
                2,
            ),
            (
                "approved by Rosa",
                "SELECT count(*) FROM decision JOIN user u ON u.id = approved_by WHERE u.name = 'Rosa'",
                1,
            ),
            ("a purchase", "SELECT count(*) FROM purchase", 1),
            (
                "her money back, and more",
                "SELECT balance FROM account JOIN student s ON s.account = account.id WHERE s.name = 'Sofía Benítez'",
                12_000,
            ),
            (
                "a count and a close",
                "SELECT count(*) FROM shift_closed",
                1,
            ),
            ("no shift is open", "SELECT count(*) FROM open_shift", 0),
            (
                "a new product",
                "SELECT count(*) FROM product WHERE name = 'Jugo'",
                1,
            ),
            (
                "a new pupil",
                "SELECT count(*) FROM student WHERE name = 'Ñeca Duarte'",
                1,
            ),
        ] {
            assert_eq!(self.count(question), expected, "{what}");
        }
        let config = self.till.config();
        assert_eq!(config.appearance.theme, crate::settings::Theme::Dark);
        let backups = self.folder.path().join("backups");
        assert!(std::fs::read_dir(backups).unwrap().count() > 0, "a backup");
    }
}

#[test]
fn a_day_at_the_till_by_touch_alone() {
    let shop = shop();
    let mut hands = Hands::on(&shop.till);
    hands.travel(&journey("touch.txt"));
    assert!(hands.program.user().is_none(), "signed out");
    shop.has_had_its_day();
}

#[test]
fn a_day_at_the_till_by_keyboard_alone() {
    let shop = shop();
    let mut hands = Hands::on(&shop.till);
    hands.travel(&journey("keyboard.txt"));
    assert!(hands.program.user().is_none(), "signed out");
    shop.has_had_its_day();
}
