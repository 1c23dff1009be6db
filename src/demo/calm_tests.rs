//! The demo's ordinary days: nothing of them is an alarm.

use super::fill::{furnish, shop};
use super::{Canteen, Event, SEED, school_calendar};
use crate::domain::metrics::{House, Thresholds};
use crate::domain::{BusinessDay, Moment};
use crate::report::{Ask, Bases, Reading};
use crate::store::{Cancel, Store, Watched};

/// Half past ten, half past one, and five: local, in minutes of the day.
const LOOKS: [u32; 3] = [630, 810, 1_020];

#[test]
fn sixty_ordinary_days_give_no_alert() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("cantina.db")).unwrap();
    let today = BusinessDay::written("23/11/2026").unwrap();
    let canteen = Canteen::new(SEED, today);
    furnish(&mut store, &canteen).unwrap();
    let reader = Watched::new(store.reader().unwrap()).unwrap();
    let calendar = school_calendar(today);
    let mut bases = Bases::default();
    let mut events = canteen.history().peekable();
    let mut looks = 0;
    while let Some(first) = events.peek() {
        let day = first.moment().day();
        for minutes in LOOKS.into_iter().map(Some).chain([None]) {
            let before = |event: &Event| {
                let moment = event.moment();
                let minute = moment.hour() * 60 + u32::try_from(moment.at.0 / 60_000 % 60).unwrap();
                moment.day() == day && minutes.is_none_or(|until| minute < until)
            };
            let mut part = Vec::new();
            while let Some(event) = events.next_if(before) {
                part.push(event);
            }
            store
                .past(&shop(&canteen), |past| {
                    for event in part {
                        match event {
                            Event::Delivery(goods) => {
                                past.delivery(goods.product, goods.quantity, goods.at)?;
                            }
                            Event::TopUp(paid) => {
                                past.top_up(paid.student, paid.tender, paid.amount, paid.at)?;
                            }
                            Event::Sale(sale) => past.sale(&sale)?,
                            Event::Void(void) => past.void(&void)?,
                        }
                    }
                    Ok(())
                })
                .unwrap();
            let Some(minutes) = minutes else { continue };
            let midnight = Moment::new(
                chrono::DateTime::parse_from_rfc3339(&format!("{day}T00:00:00-03:00")).unwrap(),
            );
            let now = midnight.plus_millis(i64::from(minutes) * 60_000);
            let page = reader
                .read(&Cancel::default(), |reader| {
                    let mut reading = Reading {
                        reader,
                        now,
                        calendar: &calendar,
                        thresholds: &Thresholds::default(),
                        house: House::default(),
                        bases: &mut bases,
                    };
                    reading.dashboard(Ask::default())
                })
                .unwrap();
            assert_eq!(page.alerts, [], "{day} at minute {minutes}");
            looks += 1;
        }
    }
    assert!(looks >= 180, "{looks}");
    let broken = store.self_check().unwrap().broken;
    assert_eq!(broken, [], "the rollups of the demo");
}
