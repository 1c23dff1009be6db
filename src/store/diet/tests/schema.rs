//! A canteen of an older schema.

use super::*;

/// A canteen of the first schema keeps what it knew, and a copy of it as it was.
#[test]
fn a_canteen_of_the_first_schema_keeps_its_declarations_and_restrictions() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("cantina.db");
    let old = Connection::open(&path).unwrap();
    old.execute_batch(include_str!("../../schema/1_till.sql"))
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
    assert_eq!(restriction.until.map(BusinessDay::number), Some(20_999));
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
