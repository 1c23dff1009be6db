use std::fs;

use super::*;
use crate::domain::UserId;
use crate::domain::sale::At;
use crate::domain::user::{Pin, Role};
use crate::settings::DataFolder;
use crate::store::audit::Filter;

fn a_till() -> (tempfile::TempDir, Till, UserId) {
    let dir = tempfile::tempdir().unwrap();
    let till = Till::open(DataFolder::at(dir.path().to_owned()), Some("")).unwrap();
    let pin = Pin::parse("2580").unwrap();
    let ana = till.add_user("Ana".into(), Role::Administrator, pin);
    let ana = ana.wait().unwrap().unwrap();
    (dir, till, ana)
}

fn at(minute: i64) -> Moment {
    let morning = chrono::DateTime::parse_from_rfc3339("2026-11-26T08:00:00-03:00");
    Moment::new(morning.unwrap()).plus_millis(minute * 60_000)
}

fn set(till: &Till, key: &str, text: &str, stamp: Stamp) -> Result<Config, Error> {
    let entry = Entry::of(key).unwrap();
    till.set_texts(vec![(entry, text.to_owned())], stamp)
        .wait()
        .unwrap()
}

fn noted(till: &Till) -> Vec<(Option<String>, String)> {
    let filter = Filter {
        action: Some("setting".into()),
        ..Filter::default()
    };
    let page = till.audit(filter, None, 50).wait().unwrap().unwrap();
    let words = I18n::new(crate::domain::Locale::EsPy);
    let said = page
        .entries
        .iter()
        .map(|of| (of.who.clone(), super::super::audit::said(of, &words)));
    said.collect()
}

#[test]
fn a_setting_that_is_changed_is_written_and_noted_with_who_before_and_after() {
    let (_dir, till, ana) = a_till();
    set(&till, "shift.tolerance", "5.000", Stamp::by(ana, at(0))).unwrap();
    assert_eq!(till.config().shift.tolerance, Money::guaranies(5_000));
    let file = Config::load(&till.folder().config()).unwrap();
    assert_eq!(file, till.config());
    let noted_once = noted(&till);
    assert_eq!(noted_once.len(), 1);
    assert_eq!(noted_once[0].0.as_deref(), Some("Ana"));
    assert!(
        noted_once[0].1.contains("₲ 10.000") && noted_once[0].1.contains("₲ 5.000"),
        "{noted_once:?}"
    );
    set(&till, "shift.tolerance", "5000", Stamp::by(ana, at(1))).unwrap();
    assert_eq!(noted(&till), noted_once, "it is the same amount");
    let known = till.known_settings().wait().unwrap().unwrap();
    assert_eq!(known.was["shift.tolerance"], "10.000");
}

#[test]
fn what_cannot_be_written_is_not_in_force_and_not_noted() {
    let (_dir, till, ana) = a_till();
    let file = till.folder().config();
    fs::write(&file, "sounds = maybe").unwrap();
    assert!(set(&till, "shift.tolerance", "5.000", Stamp::by(ana, at(0))).is_err());
    assert_eq!(till.config(), Config::default());
    assert_eq!(fs::read_to_string(&file).unwrap(), "sounds = maybe");
    assert_eq!(noted(&till), []);
}

#[test]
fn what_makes_no_sense_changes_nothing_of_what_was_set_with_it() {
    let (_dir, till, ana) = a_till();
    let both = vec![
        (Entry::of("sounds").unwrap(), "false".to_owned()),
        (Entry::of("lock_minutes").unwrap(), "1441".to_owned()),
    ];
    let set = till.set_texts(both, Stamp::by(ana, at(0))).wait().unwrap();
    assert!(
        matches!(
            set,
            Err(Error::Setting("lock_minutes", Fault::Range(0, 1_440)))
        ),
        "{set:?}"
    );
    assert_eq!(noted(&till), []);
    assert_eq!(till.config(), Config::default());
}

#[test]
fn rules_of_the_drawer_hold_from_the_next_shift_on() {
    let (_dir, till, ana) = a_till();
    let open = |id, minute| {
        let at = At {
            till: till.id(),
            user: ana,
            moment: at(minute),
        };
        till.open_shift(id, Money::ZERO, at)
            .wait()
            .unwrap()
            .unwrap()
    };
    open(crate::domain::MovementId(uuid::Uuid::now_v7()), 0);
    for (minute, amount) in [(1, "20.000"), (2, "30.000")] {
        set(&till, "shift.tolerance", amount, Stamp::by(ana, at(minute))).unwrap();
    }
    let rules = || till.shift_rules(at(9)).wait().unwrap().unwrap();
    assert_eq!(
        rules().tolerance,
        Money::guaranies(10_000),
        "as it was opened"
    );
    set(&till, "shift.required", "true", Stamp::by(ana, at(3))).unwrap();
    assert!(rules().required, "that is about the next one");
}
