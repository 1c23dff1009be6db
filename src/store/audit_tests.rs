//! The audit by pages, and the plans of its statements.

use super::*;
use crate::domain::Moment;
use crate::domain::user::Role;

fn at(minute: i64) -> Moment {
    let morning = chrono::DateTime::parse_from_rfc3339("2026-11-23T07:00:00-03:00").unwrap();
    Moment::new(morning).plus_millis(minute * 60_000)
}

#[test]
fn pages_go_back_in_time_and_leave_nothing_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("cantina.db")).unwrap();
    let rosa = store.add_user("Rosa", Role::Supervisor, "-").unwrap();
    for minute in 0..25 {
        let (by, action) = match minute % 5 {
            0 => (None, "wrong_pin"),
            _ => (Some(rosa), "void"),
        };
        // A day for each ten.
        let moment = at(minute / 10 * 1_440 + minute);
        store
            .transact(|db| user::audit(db, moment, by, action, Some("7"), Some("error")))
            .unwrap();
    }
    let reader = store.reader().unwrap();
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        let page = reader.audit(&Filter::default(), before, 10).unwrap();
        before = page.entries.last().map(|entry| entry.seq);
        seen.extend(page.entries.iter().map(|entry| entry.seq));
        if !page.more {
            break;
        }
    }
    assert_eq!(seen, (1..=25).rev().collect::<Vec<_>>());
    let count = |filter: &Filter| reader.audit(filter, None, 100).unwrap().entries.len();
    let day = Some(at(1_440).day());
    let of = |user, action: Option<&str>, day| Filter {
        user,
        action: action.map(str::to_owned),
        from: day,
        to: day,
    };
    assert_eq!(count(&of(Some(rosa), None, None)), 20);
    assert_eq!(count(&of(None, Some("wrong_pin"), None)), 5);
    assert_eq!(count(&of(None, None, day)), 10);
    assert_eq!(count(&of(Some(rosa), Some("void"), day)), 8);
    assert_eq!(reader.audit_actions().unwrap(), ["void", "wrong_pin"]);
    let mut all = 0;
    let told = reader.audit_all(&of(None, Some("void"), day), |_| {
        all += 1;
        Ok(())
    });
    assert_eq!((told.unwrap(), all), (8, 8));
}

/// A million rows: a page is what its index has first, and nothing is sorted.
#[test]
fn a_page_is_read_through_an_index_without_sorting() {
    let store = Store::in_memory().unwrap();
    for (sql, index) in [
        (BY_DAY, "audit_day"),
        (BY_ACTION, "audit_action"),
        (BY_USER, "audit_user"),
        (ALL, "SEARCH a USING INTEGER PRIMARY KEY (rowid<?)"),
    ] {
        let explain = format!("EXPLAIN QUERY PLAN {sql}");
        let mut explain = store.db.prepare(&explain).unwrap();
        let nothing = vec![rusqlite::types::Null; explain.parameter_count()];
        let nothing = rusqlite::params_from_iter(nothing);
        let steps = explain.query_map(nothing, |row| row.get::<_, String>("detail"));
        let plan: Vec<String> = steps.unwrap().map(Result::unwrap).collect();
        assert!(plan.iter().any(|step| step.contains(index)), "{plan:?}");
        assert!(
            !plan.iter().any(|step| step.contains("TEMP B-TREE")),
            "{plan:?}"
        );
    }
}

#[test]
fn an_alert_that_was_noted_and_a_file_that_was_exported_are_in_it() {
    let mut store = Store::in_memory().unwrap();
    let rosa = store.add_user("Rosa", Role::Manager, "-").unwrap();
    let stamp = Stamp::by(rosa, at(0));
    let subjects = ["1/20780".to_owned(), "2/20780".to_owned()];
    store
        .acknowledge("drawer_once", &subjects, "{}", "apareció", stamp)
        .unwrap();
    store.note_export("ventas.xlsx", stamp).unwrap();
    let mut select = store
        .db
        .prepare("SELECT action, subject, detail FROM audit WHERE user = ?1 ORDER BY seq")
        .unwrap();
    let rows = select.query_map([rosa.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    let rows: Vec<(String, String, Option<String>)> = rows.unwrap().map(Result::unwrap).collect();
    let expected = [
        ("alert_seen", "drawer_once", Some("apareció")),
        ("export", "ventas.xlsx", None),
    ];
    let expected = expected.map(|(action, subject, detail)| {
        (
            action.to_owned(),
            subject.to_owned(),
            detail.map(str::to_owned),
        )
    });
    assert_eq!(rows, expected);
}
