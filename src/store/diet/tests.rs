//! What is known of products and pupils: facts that are only added, and what holds by the latest of them.

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
    CartId, Moment, Money, ProductId, Quantity, SaleId, StudentId, TillId, UserId,
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
        credit_limit: Money::ZERO,
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
        let checked = match cart.check(&self.store.policy()?, at.moment.day()) {
            Ok(checked) => checked,
            Err(_) => return Err(Error::Restricted(Vec::new())),
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
        knowing: false,
    }
}

/// One fact in each table, and nobody can change it or take it out again.
#[test]
fn facts_about_food_are_only_ever_added() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    canteen.restrict(Severity::Severe);
    let number = canteen.sell(CHIPA).unwrap();
    assert_eq!(number, 1);
    canteen.declare(CHIPA, Declared::Contains);
    let stamp = canteen.stamp();
    let store = &mut canteen.store;
    store.suit(CHIPA, Diet::VEGAN, Some(false), stamp).unwrap();
    store.compose(CHEESE, &[CHIPA], stamp).unwrap();
    let wish = Wish {
        diet: Diet::VEGAN,
        said_by: "su madre".into(),
        note: None,
        until: None,
    };
    store.wish(SOFIA, &wish, true, stamp).unwrap();
    store.set_policy(&Policy::standard(), stamp).unwrap();
    let alerted = Alerted {
        student: SOFIA,
        product: CHIPA,
        shown: Vec::new(),
        outcome: Outcome::Removed,
    };
    store.note_alerts(&[alerted], UserId(1), stamp).unwrap();
    store.note_check(&Looked::default(), stamp).unwrap();
    let met = canteen.look_back().met.remove(0);
    let store = &mut canteen.store;
    store
        .look_at(&met, "se llamó a la madre", UserId(1), stamp)
        .unwrap();
    for table in [
        "product_text",
        "declared",
        "suited",
        "recipe",
        "recipe_part",
        "restricted",
        "wished",
        "rulebook",
        "alert",
        "looked_at",
        "audit",
    ] {
        let before = canteen.count(table);
        assert!(before > 0, "{table} has a fact");
        let column = match table {
            "recipe_part" => "part = part + 0",
            _ => "id = randomblob(16)",
        };
        for sql in [
            format!("UPDATE {table} SET {column}"),
            format!("DELETE FROM {table}"),
            format!("REPLACE INTO {table} SELECT * FROM {table}"),
        ] {
            assert!(canteen.store.db.execute_batch(&sql).is_err(), "{sql}");
        }
        assert_eq!(canteen.count(table), before, "{table}");
    }
}

#[test]
fn the_latest_word_on_an_allergen_holds_and_unknown_takes_it_back() {
    let mut canteen = a_canteen();
    assert_eq!(canteen.state(CHIPA), Declared::Unknown);
    for state in [
        Declared::Free,
        Declared::Contains,
        Declared::MayContain,
        Declared::Free,
    ] {
        canteen.declare(CHIPA, state);
        assert_eq!(canteen.state(CHIPA), state);
    }
    canteen.declare(CHIPA, Declared::Unknown);
    assert_eq!(canteen.state(CHIPA), Declared::Unknown);
    let canteen = canteen.reopen();
    let knowledge = canteen.knowledge(CHIPA);
    assert_eq!(knowledge.state, Declared::Unknown);
    assert!(!matches!(knowledge.because, Because::Said(_)));
    assert_eq!(
        canteen.count("declared"),
        5,
        "each word is a fact of its own"
    );
    let said = canteen.store.history_of(CHIPA).unwrap();
    assert_eq!(said[0].by.as_deref(), Some("Rosa A."));
}

#[test]
fn a_word_that_says_nothing_new_is_not_noted_twice() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    canteen.declare(CHIPA, Declared::Free);
    assert_eq!(canteen.count("declared"), 1);
    canteen.restrict(Severity::Severe);
    canteen.restrict(Severity::Severe);
    assert_eq!(canteen.count("restricted"), 1);
}

#[test]
fn what_is_edited_after_it_was_declared_free_asks_for_a_new_look() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    canteen.describe(CHIPA, "Bollo grande", None);
    let knowledge = canteen.knowledge(CHIPA);
    assert_eq!(knowledge.state, Declared::Unknown);
    assert!(matches!(knowledge.because, Because::ChangedSince(_)));
    canteen.declare(CHIPA, Declared::Free);
    assert_eq!(canteen.state(CHIPA), Declared::Free);
    canteen.declare(CHIPA, Declared::Contains);
    canteen.describe(CHIPA, "Bollo", None);
    assert_eq!(
        canteen.state(CHIPA),
        Declared::Contains,
        "an edit makes nothing milder"
    );
}

#[test]
fn words_on_the_label_raise_caution_and_whoever_was_shown_them_decides() {
    let mut canteen = a_canteen();
    canteen.describe(CHIPA, "Bollo", Some("harina, leche en polvo"));
    canteen.declare(CHIPA, Declared::Free);
    assert_eq!(canteen.state(CHIPA), Declared::Contains);
    let stamp = canteen.stamp();
    let knowing = Word {
        knowing: true,
        ..word(Declared::Free)
    };
    canteen
        .store
        .declare(CHIPA, &[(MILK, knowing)], stamp)
        .unwrap();
    assert_eq!(canteen.state(CHIPA), Declared::Free);
}

#[test]
fn what_a_dish_is_made_of_decides_and_no_dish_is_a_part_of_itself() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Contains);
    let stamp = canteen.stamp();
    let filling = Text {
        name: "Relleno".into(),
        ingredients: None,
        statement: None,
    };
    let filling = canteen
        .store
        .add_ingredient(&filling, "Cocina", stamp)
        .unwrap();
    canteen.store.compose(filling, &[CHIPA], stamp).unwrap();
    canteen.store.compose(CHEESE, &[filling], stamp).unwrap();
    canteen.declare(CHEESE, Declared::Free);
    let knowledge = canteen.knowledge(CHEESE);
    assert_eq!(knowledge.state, Declared::Contains);
    assert!(matches!(&knowledge.because, Because::Part(name, _) if name == "Relleno"));
    let before = canteen.count("recipe");
    for (product, part) in [(CHIPA, CHIPA), (CHIPA, CHEESE), (filling, CHEESE)] {
        let refused = canteen.store.compose(product, &[part], stamp);
        assert!(matches!(refused, Err(Error::PartOfItself(_))));
    }
    assert_eq!(canteen.count("recipe"), before, "nothing was written");
    let sold = canteen.store.catalogue().unwrap();
    assert!(
        sold.get(filling).is_none(),
        "what is only used in the kitchen is not sold"
    );
    canteen.store.compose(CHEESE, &[], stamp).unwrap();
    assert_eq!(
        canteen.state(CHEESE),
        Declared::Free,
        "a dish without parts has no recipe"
    );
}

#[test]
fn a_restriction_that_was_ended_holds_no_longer_and_is_remembered() {
    let mut canteen = a_canteen();
    canteen.restrict(Severity::Critical);
    assert_eq!(canteen.restrictions().len(), 1);
    assert!(canteen.sell(CHIPA).is_err(), "nobody has read it");
    let stamp = canteen.stamp();
    canteen
        .store
        .end_restriction(SOFIA, MILK, "su médica", stamp)
        .unwrap();
    let mut canteen = canteen.reopen();
    assert_eq!(canteen.restrictions(), []);
    assert_eq!(canteen.store.minded().unwrap(), []);
    canteen.sell(CHIPA).unwrap();
    let again = canteen
        .store
        .end_restriction(SOFIA, MILK, "su médica", stamp);
    assert!(matches!(again, Err(Error::NotFound(_))));
    let said = canteen.store.history_of_pupil(SOFIA).unwrap();
    let severities: Vec<_> = said.iter().map(|of| of.allergy.unwrap().1).collect();
    assert_eq!(severities, [None, Some(Severity::Critical)]);
    assert_eq!(
        canteen
            .store
            .reader()
            .unwrap()
            .restricted_pupils(morning().day())
            .unwrap(),
        0
    );
}

#[test]
fn a_diet_that_is_given_up_warns_no_longer() {
    let mut canteen = a_canteen();
    let wish = Wish {
        diet: Diet::VEGAN,
        said_by: "su madre".into(),
        note: None,
        until: None,
    };
    let stamp = canteen.stamp();
    canteen.store.wish(SOFIA, &wish, true, stamp).unwrap();
    assert_eq!(canteen.store.minded().unwrap().len(), 1);
    canteen
        .store
        .suit(CHIPA, Diet::VEGAN, Some(false), stamp)
        .unwrap();
    assert!(canteen.sell(CHIPA).is_err(), "somebody has to confirm it");
    canteen.store.wish(SOFIA, &wish, false, stamp).unwrap();
    canteen.sell(CHIPA).unwrap();
    assert_eq!(canteen.count("wished"), 2);
}

#[test]
fn the_past_is_judged_by_what_was_known_that_day_and_by_what_is_known_today() {
    let mut canteen = a_canteen();
    canteen.sell(CHIPA).unwrap();
    canteen.declare(CHIPA, Declared::Free);
    canteen.restrict(Severity::Severe);
    let second = canteen.sell(CHIPA).unwrap();
    assert_eq!(
        canteen.look_back().met,
        [],
        "what was sold was right by what was known"
    );
    canteen.describe(CHIPA, "Bollo nuevo", None);
    assert_eq!(
        canteen.look_back().met,
        [],
        "a later edit is no news of harm"
    );
    canteen.declare(CHIPA, Declared::Contains);
    let back = canteen.look_back();
    assert_eq!(back.lines, 1, "the first sale was before the restriction");
    let met = back.met[0].clone();
    assert_eq!((met.number, met.harm), (second, Harm::KnownToday));
    assert!(matches!(
        &met.reasons[..],
        [Reason {
            against: Against::Allergy(..),
            response: Response::Refuse
        }]
    ));
    let stamp = canteen.stamp();
    canteen
        .store
        .look_at(&met, "se llamó a la madre", UserId(1), stamp)
        .unwrap();
    canteen
        .store
        .look_at(&met, "otra vez", UserId(1), stamp)
        .unwrap();
    assert_eq!(canteen.count("looked_at"), 1, "it is answered for once");
    let back = canteen.look_back();
    assert_eq!((back.met.len(), back.open().count()), (1, 0));
}

/// A sale that a broken till wrote by itself is found by what was known on its day.
#[test]
fn a_sale_that_was_to_be_refused_is_found_whoever_wrote_it() {
    let mut canteen = a_canteen();
    canteen.sell(CHIPA).unwrap();
    canteen.restrict(Severity::Severe);
    canteen.declare(CHIPA, Declared::Contains);
    let at = canteen.stamp().moment;
    let forged = "INSERT INTO sale (id, till, number, kind, at, day, hour, user, student, subtotal, discount,
             total, rounding, change)
         SELECT randomblob(16), till, 2, 0, ?1, ?2, hour, user, 1, subtotal, discount, total, rounding, change
         FROM sale WHERE seq = 1";
    let db = &canteen.store.db;
    db.execute(forged, (at.at.0, at.day().number())).unwrap();
    db.execute_batch(
        "INSERT INTO sale_line SELECT 2, line, product, name, unit, quantity, price, discount, net, paid,
             rate, note FROM sale_line WHERE sale = 1",
    )
    .unwrap();
    let met = canteen.look_back().met;
    assert_eq!(met.len(), 1);
    assert_eq!((met[0].number, met[0].harm), (2, Harm::RefusedThen));
    canteen.declare(CHIPA, Declared::Free);
    let met = canteen.look_back().met;
    assert_eq!(
        met[0].harm,
        Harm::RefusedThen,
        "what is said today makes it no better"
    );
}

#[test]
fn what_was_rolled_back_is_not_remembered() {
    let mut canteen = a_canteen();
    let (stamp, labels) = (
        canteen.stamp(),
        std::sync::Arc::clone(&canteen.store.labels),
    );
    let lost: Result<(), Error> = canteen.store.transact(|db| {
        declare(db, CHIPA, MILK, &word(Declared::Free), stamp)?;
        assert_eq!(labels.known(db, CHIPA)?.state(MILK), Declared::Free);
        Err(Error::DiskFull)
    });
    assert!(lost.is_err());
    assert_eq!(canteen.state(CHIPA), Declared::Unknown);
    // The next fact takes the number of the one that was lost: it is not taken for it.
    canteen.declare(CHIPA, Declared::Contains);
    assert_eq!(canteen.state(CHIPA), Declared::Contains);
}

#[test]
fn own_words_change_what_is_read_and_bad_ones_change_nothing() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    let stamp = canteen.stamp();
    canteen
        .store
        .set_own_words("[= leche]\nbollo\n", stamp)
        .unwrap();
    assert_eq!(canteen.state(CHIPA), Declared::Contains);
    let bad = canteen
        .store
        .set_own_words("[= kriptonita]\nbollo\n", stamp);
    assert!(matches!(bad, Err(Error::Words(bad)) if bad.line == 1));
    let mut canteen = canteen.reopen();
    assert_eq!(
        canteen.state(CHIPA),
        Declared::Contains,
        "the last good ones hold"
    );
    canteen.store.set_own_words("# nada\n", stamp).unwrap();
    assert_eq!(canteen.state(CHIPA), Declared::Free);
    assert_eq!(canteen.count("rulebook"), 2);
}

/// What a label is read as today says nothing of what it was read as on the day of a sale.
#[test]
fn the_past_is_read_by_the_words_of_its_day() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    canteen.restrict(Severity::Severe);
    canteen.sell(CHIPA).unwrap();
    let stamp = canteen.stamp();
    canteen
        .store
        .set_own_words("[= leche]\nbollo\n", stamp)
        .unwrap();
    let met = canteen.look_back().met;
    assert_eq!(met.len(), 1);
    assert_eq!(met[0].harm, Harm::KnownToday);
}

#[test]
fn the_latest_policy_is_in_force_and_every_one_is_remembered() {
    let mut canteen = a_canteen();
    assert_eq!(canteen.store.policy().unwrap(), Policy::standard());
    let stricter = Policy::standard()
        .with(Declared::Contains, Severity::Moderate, Response::Refuse)
        .unwrap();
    let stamp = canteen.stamp();
    canteen.store.set_policy(&stricter, stamp).unwrap();
    let mut canteen = canteen.reopen();
    assert_eq!(canteen.store.policy().unwrap(), stricter);
    let stamp = canteen.stamp();
    canteen
        .store
        .set_policy(&Policy::standard(), stamp)
        .unwrap();
    let all = canteen.store.policies().unwrap();
    let all: Vec<_> = all.iter().map(|of| &of.policy).collect();
    assert_eq!(all, [&stricter, &Policy::standard()]);
    let garbage = "INSERT INTO rulebook (id, kind, text, at, day) VALUES (randomblob(16), 'policy', 'x', 0, 0)";
    canteen.store.db.execute(garbage, ()).unwrap();
    let policy = canteen.store.policy().unwrap();
    assert_eq!(
        policy,
        Policy::standard(),
        "what cannot be read is the house's own"
    );
}

#[test]
fn what_an_alert_showed_is_on_the_familys_sheet() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Contains);
    canteen.restrict(Severity::Severe);
    let shown = vec![Reason {
        against: Against::Allergy(canteen.restrictions().remove(0), canteen.knowledge(CHIPA)),
        response: Response::Refuse,
    }];
    let swapped = Alerted {
        student: SOFIA,
        product: CHIPA,
        shown: shown.clone(),
        outcome: Outcome::Swapped(CHEESE),
    };
    let stamp = canteen.stamp();
    canteen
        .store
        .note_alerts(&[swapped], UserId(1), stamp)
        .unwrap();
    let day = morning().day();
    let sheet = canteen
        .store
        .reader()
        .unwrap()
        .sheet(SOFIA, day, day)
        .unwrap();
    let alert = &sheet.alerts[0];
    assert_eq!((&alert.shown, alert.response), (&shown, Response::Refuse));
    assert_eq!(alert.instead.as_deref(), Some("Bollo relleno"));
    assert_eq!(sheet.restrictions, canteen.restrictions());
}

#[test]
fn the_last_check_is_kept_and_what_cannot_be_read_of_it_is_no_good_news() {
    let mut canteen = a_canteen();
    assert_eq!(canteen.store.last_check().unwrap(), None);
    let stamp = canteen.stamp();
    let found = Looked {
        failed: vec![4],
        open: 2,
    };
    canteen.store.note_check(&found, stamp).unwrap();
    let last = canteen.store.last_check().unwrap().unwrap();
    assert_eq!((&last.looked, last.is_good()), (&found, false));
    let stamp = canteen.stamp();
    canteen.store.note_check(&Looked::default(), stamp).unwrap();
    assert!(canteen.store.last_check().unwrap().unwrap().is_good());
    let other = "INSERT INTO audit (id, at, day, action, subject, detail)
         VALUES (randomblob(16), 0, 0, 'self_check', 'ok', '{\"other\":1}')";
    canteen.store.db.execute(other, ()).unwrap();
    assert!(!canteen.store.last_check().unwrap().unwrap().is_good());
}

#[test]
fn a_copy_is_whole_and_is_gone_when_it_is_done_with() {
    let mut canteen = a_canteen();
    canteen.declare(CHIPA, Declared::Free);
    let reader = canteen.store.reader().unwrap();
    let before = reader.mark().unwrap();
    let path = canteen.path.with_extension("copy.db");
    std::fs::write(&path, "left by a program that died").unwrap();
    {
        let copy = reader.copy_to(&path).unwrap();
        let mut store = copy.open().unwrap();
        assert_eq!(
            store.product(CHIPA).unwrap().known.state(MILK),
            Declared::Free
        );
        store.add_user("Nobody", Role::Cashier, "none").unwrap();
    }
    assert_eq!(reader.mark().unwrap(), before, "the file is as it was");
    assert!(!reader.has_trace_of("Nobody").unwrap());
    let folder = std::fs::read_dir(canteen.path.parent().unwrap()).unwrap();
    let left = folder
        .flatten()
        .filter(|entry| entry.path().to_string_lossy().contains("copy.db"));
    assert_eq!(left.count(), 0);
    canteen.declare(CHIPA, Declared::Contains);
    assert_ne!(
        reader.mark().unwrap(),
        before,
        "a mark sees what was written"
    );
}

/// A canteen of the first schema keeps what it knew, and a copy of it as it was.
#[test]
fn a_canteen_of_the_first_schema_keeps_its_declarations_and_restrictions() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("cantina.db");
    let old = Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../schema/1_till.sql"))
        .unwrap();
    old.execute_batch(
        "PRAGMA application_id = 1130458740; PRAGMA user_version = 1;
         INSERT INTO till (id, name) VALUES (1, 'Caja 1');
         INSERT INTO category (id, name) VALUES (1, 'Panadería');
         INSERT INTO product (id, name, category, unit, rate, stock_rule, stock_minimum, favourite, ingredients)
         VALUES (1, 'Chipa', 1, 'each', 10, 'allow', 0, 0, 'almidón, queso'),
                (2, 'Agua', 1, 'each', 10, 'allow', 0, 0, NULL);
         INSERT INTO price (product, list, amount) VALUES (1, 1, 4000), (2, 1, 3000);
         INSERT INTO declaration (product, allergen, state, source, quote, day)
         VALUES (1, 7, 'contains', 'label', 'queso', 20780), (2, 7, 'free', 'staff', NULL, 20781);
         INSERT INTO account (id, kind, tender) VALUES (100, 'student', NULL);
         INSERT INTO student (id, name, grade, account, price_list, credit_limit)
         VALUES (1, 'Sofía Benítez', '5.º B', 100, 1, 0);
         INSERT INTO restriction (student, allergen, severity, said_by, phone, note, until)
         VALUES (1, 7, 'critical', 'su madre', '0981 123 456', 'tiene adrenalina', 20999);",
    )
    .unwrap();
    drop(old);
    let store = Store::open(&path).unwrap();
    let known = |id| store.product(ProductId(id)).unwrap().known.of(MILK).clone();
    let (cheese, water) = (known(1), known(2));
    assert_eq!(
        (cheese.state, water.state),
        (Declared::Contains, Declared::Free)
    );
    let Because::Said(said) = cheese.because else {
        panic!("it was said: {cheese:?}");
    };
    assert_eq!(
        (said.source, said.quote.as_deref()),
        (Source::Label, Some("queso"))
    );
    assert_eq!(said.day.number(), 20_780);
    let customer = store.customer(SOFIA, morning().day()).unwrap();
    let [restriction] = &customer.student.restrictions[..] else {
        panic!("one restriction");
    };
    assert_eq!(restriction.severity, Severity::Critical);
    assert_eq!(restriction.phone.as_deref(), Some("0981 123 456"));
    assert_eq!(restriction.note.as_deref(), Some("tiene adrenalina"));
    assert_eq!(restriction.until.map(|day| day.number()), Some(20_999));
    assert_eq!(store.self_check().unwrap().broken, []);
    let copies = std::fs::read_dir(dir.path()).unwrap().flatten();
    let copies = copies.map(|entry| entry.path());
    let copy: Vec<_> = copies
        .filter(|path| path.to_string_lossy().contains("before-schema"))
        .collect();
    assert_eq!(copy.len(), 1);
    let copy = Connection::open(&copy[0]).unwrap();
    let version = copy.query_row("PRAGMA user_version", (), |row| row.get::<_, i64>(0));
    assert_eq!(version.unwrap(), 1, "it is as it was before");
    let kept = copy.query_row("SELECT count(*) FROM declaration", (), |row| {
        row.get::<_, i64>(0)
    });
    assert_eq!(kept.unwrap(), 2);
}
