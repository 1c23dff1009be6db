//! What was sold, shown and found before, as it is judged and kept.

use super::*;

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
             rate, note, of_line, cost FROM sale_line WHERE sale = 1",
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
