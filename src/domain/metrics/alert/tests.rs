//! A table of histories, with the alert that is expected of each or silence.

use chrono::{DateTime, Datelike};

use super::rules::{Watch, find, idle, ran_out};
use super::{
    Acknowledged, Alert, Finding, House, Idle, Level, Paper, Rule, Seen, Thresholds, mark,
};
use crate::domain::catalogue::StockRule;
use crate::domain::metrics::dashboard::{figures, tenders};
use crate::domain::metrics::rows::{
    DayHourRow, DayTenderRow, DifferenceRow, HourRow, ProductDayRow, RanOutRow, ShelfRow, TenderRow,
};
use crate::domain::metrics::usual::{days_to_ask, usual};
use crate::domain::metrics::{Calendar, DaysOff, Until};
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, Moment, Money, ProductId, Quantity, TenderId, Timestamp, UserId};

/// A Monday at half past ten.
const MONDAY: &str = "2026-11-23T10:30:00-03:00";

/// A history: eight usual days of 50 sales in the hours of 8, 9 and 10, half of what is paid in cash, and
/// today.
#[derive(Clone)]
struct History {
    now: Moment,
    calendar: Calendar,
    thresholds: Thresholds,
    days: Vec<BusinessDay>,
    /// Sales in each of the hours 8, 9 and 10 of a usual day: by tender.
    before: Vec<(TenderKind, i64)>,
    today: Vec<(TenderKind, i64)>,
    overrides: (i64, i64),
    idle: Vec<Idle>,
    ran_out: Vec<RanOutRow>,
    differences: Vec<DifferenceRow>,
    house: House,
}

fn moment(text: &str) -> Moment {
    Moment::new(DateTime::parse_from_rfc3339(text).unwrap())
}

fn a_usual_day() -> History {
    let now = moment(MONDAY);
    let calendar = Calendar::default();
    let mix = vec![
        (TenderKind::Account, 10),
        (TenderKind::Cash, 10),
        (TenderKind::Qr, 5),
    ];
    History {
        now,
        days: days_to_ask(now.day(), &calendar),
        calendar,
        thresholds: Thresholds::default(),
        before: mix.clone(),
        today: mix,
        overrides: (0, 0),
        idle: Vec::new(),
        ran_out: Vec::new(),
        differences: Vec::new(),
        house: House {
            last_backup: Some(Timestamp(now.at.0 - 3_600_000)),
            has_sales: true,
            printer: Paper::Fine,
            waiting: 0,
        },
    }
}

fn number(kind: TenderKind) -> TenderId {
    let place = TenderKind::ALL.iter().position(|of| *of == kind).unwrap();
    TenderId(i64::try_from(place).unwrap() + 1)
}

fn row(hour: u32, kind: TenderKind, sales: i64) -> TenderRow {
    TenderRow {
        hour,
        tender: number(kind),
        kind,
        sales,
        amount: Money::guaranies(sales * 10_000),
        commission: Money::ZERO,
    }
}

impl History {
    fn alerts(&self) -> Vec<Alert> {
        let mut hours = Vec::new();
        let mut before = Vec::new();
        for day in &self.days {
            for hour in 8..=10 {
                let sales: i64 = self.before.iter().map(|(_, sales)| sales).sum();
                hours.push(DayHourRow {
                    day: *day,
                    hour,
                    sales,
                    amount: Money::guaranies(sales * 10_000),
                    overrides: if hour == 8 { self.overrides.0 } else { 0 },
                });
                let rows = self
                    .before
                    .iter()
                    .map(|(kind, sales)| row(hour, *kind, *sales));
                before.extend(rows.map(|row| DayTenderRow { day: *day, row }));
            }
        }
        let until = Some(Until::of(self.now));
        let usual = usual(&self.days, &hours, &before, until);
        let sales: i64 = self.today.iter().map(|(_, sales)| sales).sum();
        let today = (8..=10).map(|hour| HourRow {
            hour,
            sales,
            amount: Money::guaranies(sales * 10_000),
            overrides: if hour == 8 { self.overrides.1 } else { 0 },
            ..HourRow::default()
        });
        let figures = figures(&today.collect::<Vec<_>>(), &[]);
        let rows = (8..=10).flat_map(|hour| {
            self.today
                .iter()
                .map(move |(kind, sales)| row(hour, *kind, *sales))
        });
        let rows: Vec<TenderRow> = rows.filter(|row| row.sales > 0).collect();
        find(&Watch {
            now: self.now,
            calendar: &self.calendar,
            thresholds: &self.thresholds,
            figures: &figures,
            tenders: &tenders(&rows),
            usual: usual.as_ref(),
            hours: &hours,
            day_tenders: &before,
            idle: &self.idle,
            idle_days: &[],
            ran_out: &self.ran_out,
            differences: &self.differences,
            house: &self.house,
        })
    }

    fn rules(&self) -> Vec<Rule> {
        self.alerts()
            .iter()
            .map(|alert| alert.finding.rule())
            .collect()
    }
}

fn with(change: impl FnOnce(&mut History)) -> History {
    let mut history = a_usual_day();
    change(&mut history);
    history
}

fn difference(day: &str, amount: i64) -> DifferenceRow {
    DifferenceRow {
        user: UserId(1),
        name: "María G.".into(),
        day: BusinessDay::written(day).unwrap(),
        difference: Money::guaranies(amount),
    }
}

fn mix(account: i64, cash: i64, qr: i64) -> Vec<(TenderKind, i64)> {
    vec![
        (TenderKind::Account, account),
        (TenderKind::Cash, cash),
        (TenderKind::Qr, qr),
    ]
}

fn an_idle() -> Idle {
    Idle {
        product: ProductId(7),
        name: "Chipa".into(),
        stock: Quantity::pieces(9),
        last: BusinessDay::written("09/11/2026").unwrap(),
    }
}

#[test]
#[allow(clippy::too_many_lines)] // a table
fn each_history_gives_its_alert_or_silence() {
    let ran_out = |hour| RanOutRow {
        product: ProductId(1),
        name: "Empanada".into(),
        hour,
    };
    let off = |history: &mut History| {
        history
            .calendar
            .days_off
            .push("2026-11-23".parse::<DaysOff>().unwrap());
    };
    let sunday = |history: &mut History| {
        history.now = moment("2026-11-22T10:30:00-03:00");
        history.today = mix(0, 0, 0);
    };
    let hours_ago = |hours: i64| Some(Timestamp(moment(MONDAY).at.0 - hours * 3_600_000));
    let table: Vec<(&str, History, Vec<Rule>)> = vec![
        ("a usual day", a_usual_day(), vec![]),
        ("half of it", with(|of| of.today = mix(6, 6, 3)), vec![]),
        (
            "less than half",
            with(|of| of.today = mix(4, 3, 2)),
            vec![Rule::LowSales],
        ),
        (
            "nothing at all",
            with(|of| of.today = mix(0, 0, 0)),
            vec![Rule::LowSales],
        ),
        (
            "nothing on a holiday",
            with(|of| {
                off(of);
                of.today = mix(0, 0, 0);
            }),
            vec![],
        ),
        ("nothing on a Sunday", with(sunday), vec![]),
        (
            "nothing, but too few days before",
            with(|of| {
                of.days.truncate(3);
                of.today = mix(0, 0, 0);
            }),
            vec![],
        ),
        (
            "nothing, where few are usual",
            with(|of| {
                of.before = mix(2, 2, 1);
                of.today = mix(0, 0, 0);
            }),
            vec![],
        ),
        (
            "nearly all in cash",
            with(|of| of.today = mix(2, 20, 3)),
            vec![Rule::CashHigh],
        ),
        (
            "nearly all in cash, as ever",
            with(|of| {
                of.before = mix(2, 20, 3);
                of.today = mix(2, 21, 2);
            }),
            vec![],
        ),
        (
            "hardly any cash",
            with(|of| of.today = mix(20, 2, 5)),
            vec![Rule::CashLow],
        ),
        (
            "no QR",
            with(|of| of.today = mix(12, 13, 0)),
            vec![Rule::TenderStopped],
        ),
        (
            "no QR, where little is usual",
            with(|of| {
                of.before = mix(10, 10, 1);
                of.today = mix(12, 13, 0);
            }),
            vec![],
        ),
        (
            "a product lies",
            with(|of| of.idle = vec![an_idle()]),
            vec![Rule::NoSale],
        ),
        (
            "a product lies on a holiday",
            with(|of| {
                off(of);
                of.idle = vec![an_idle()];
            }),
            vec![],
        ),
        (
            "sold out at the first break",
            with(|of| of.ran_out = vec![ran_out(9)]),
            vec![Rule::SoldOut],
        ),
        (
            "sold out after the second",
            with(|of| of.ran_out = vec![ran_out(13)]),
            vec![],
        ),
        (
            "overridden often",
            with(|of| of.overrides = (1, 6)),
            vec![Rule::Overrides],
        ),
        (
            "overridden as often as ever",
            with(|of| of.overrides = (4, 6)),
            vec![],
        ),
        (
            "overridden a little",
            with(|of| of.overrides = (0, 4)),
            vec![],
        ),
        (
            "a drawer differs again and again",
            with(|of| {
                of.differences = vec![
                    difference("20/11/2026", -20_000),
                    difference("19/11/2026", -30_000),
                    difference("18/11/2026", 9_000),
                ];
            }),
            vec![Rule::Drawer],
        ),
        (
            "a drawer differs by coins",
            with(|of| {
                of.differences = vec![
                    difference("20/11/2026", -500),
                    difference("19/11/2026", 1_000),
                    difference("18/11/2026", 5_000),
                ];
            }),
            vec![],
        ),
        (
            "one close is far off, in a week",
            with(|of| of.differences = vec![difference("18/11/2026", -180_000)]),
            vec![Rule::DrawerOnce],
        ),
        (
            "one close is far over",
            with(|of| of.differences = vec![difference("20/11/2026", 50_001)]),
            vec![Rule::DrawerOnce],
        ),
        (
            "one close is off by what passes",
            with(|of| of.differences = vec![difference("20/11/2026", -50_000)]),
            vec![],
        ),
        (
            "one close was far off, two weeks ago",
            with(|of| of.differences = vec![difference("09/11/2026", -180_000)]),
            vec![],
        ),
        (
            "two shifts of one cashier and two of another differ",
            with(|of| {
                let other = |row: DifferenceRow| DifferenceRow {
                    user: UserId(2),
                    ..row
                };
                of.differences = vec![
                    difference("20/11/2026", -20_000),
                    other(difference("20/11/2026", -20_000)),
                    difference("19/11/2026", 30_000),
                    other(difference("19/11/2026", 30_000)),
                ];
            }),
            vec![],
        ),
        (
            "twice what is usual",
            with(|of| of.today = mix(20, 20, 10)),
            vec![],
        ),
        (
            "nothing yet, before the doors open",
            with(|of| {
                of.now = moment("2026-11-23T06:45:00-03:00");
                of.today = mix(0, 0, 0);
            }),
            vec![],
        ),
        (
            "half of it, where many are usual",
            with(|of| {
                of.before = mix(100, 100, 50);
                of.today = mix(52, 52, 26);
            }),
            vec![],
        ),
        (
            "all in cash, but only a handful of sales",
            with(|of| {
                of.before = mix(2, 2, 1);
                of.today = mix(0, 4, 0);
            }),
            vec![],
        ),
        (
            "all in cash on a Sunday",
            with(|of| {
                sunday(of);
                of.today = mix(0, 25, 0);
            }),
            vec![],
        ),
        (
            "sold out at the first break of a holiday",
            with(|of| {
                off(of);
                of.ran_out = vec![ran_out(9)];
            }),
            vec![],
        ),
        (
            "the terminal is down: no QR, and nearly all in cash",
            with(|of| of.today = mix(2, 24, 0)),
            vec![Rule::CashHigh, Rule::TenderStopped],
        ),
        (
            "a backup of Friday on Monday",
            with(|of| of.house.last_backup = hours_ago(68)),
            vec![],
        ),
        (
            "a backup of Wednesday on Monday",
            with(|of| of.house.last_backup = hours_ago(115)),
            vec![Rule::Backup],
        ),
        (
            "never a backup",
            with(|of| of.house.last_backup = None),
            vec![Rule::Backup],
        ),
        (
            "never a backup, and never a sale",
            with(|of| {
                of.house.last_backup = None;
                of.house.has_sales = false;
            }),
            vec![],
        ),
        (
            "the printer is gone",
            with(|of| of.house.printer = Paper::Unreachable),
            vec![Rule::Printer],
        ),
        (
            "there is no printer",
            with(|of| of.house.printer = Paper::None),
            vec![],
        ),
    ];
    for (name, history, expected) in table {
        assert_eq!(history.rules(), expected, "{name}");
    }
}

#[test]
fn an_alert_names_the_days_it_was_taken_from() {
    let alerts = with(|of| of.today = mix(4, 3, 2)).alerts();
    let [alert] = &alerts[..] else {
        panic!("{alerts:?}");
    };
    assert_eq!(alert.days.len(), 8);
    assert!(
        alert
            .days
            .iter()
            .all(|day| day.0.weekday() == chrono::Weekday::Mon)
    );
    // Of 25 an hour: two whole hours and half of the third.
    let Finding::LowSales {
        sales,
        usual,
        share,
    } = alert.finding
    else {
        panic!("{alert:?}");
    };
    assert_eq!((sales, usual, share), (27, 63, 429));
}

#[test]
fn thresholds_are_as_they_are_set() {
    let history = with(|of| of.today = mix(6, 6, 3));
    assert_eq!(history.rules(), []);
    let strict = with(|of| {
        of.today = mix(6, 6, 3);
        of.thresholds.low_sales_percent = 90;
    });
    assert_eq!(strict.rules(), [Rule::LowSales]);
}

#[test]
fn a_product_is_idle_only_if_it_used_to_sell() {
    let calendar = Calendar::default();
    let today = moment(MONDAY).day();
    let days = calendar.open_days_before(today, 27);
    let sold = |product, days: &[BusinessDay]| -> Vec<ProductDayRow> {
        let row = |day: &BusinessDay| ProductDayRow {
            product: ProductId(product),
            day: *day,
        };
        days.iter().map(row).collect()
    };
    let mut rows = sold(1, &days);
    rows.extend(sold(2, &days[7..]));
    rows.extend(sold(3, &days[20..24]));
    rows.extend(sold(4, &days[6..]));
    let (found, asked) = idle(&rows, &days, &Thresholds::default());
    assert_eq!(found, [(ProductId(2), days[7])]);
    assert_eq!(asked.len(), 27);
}

#[test]
fn what_ran_out_is_what_the_till_refuses_and_sold_today() {
    let shelf = |product, change: fn(&mut ShelfRow)| {
        let mut row = ShelfRow {
            product: ProductId(product),
            name: "Empanada".into(),
            sold: Quantity::pieces(3),
            last_hour: Some(10),
            stock: Some(Quantity::ZERO),
            rule: StockRule::Refuse,
            active: true,
        };
        change(&mut row);
        row
    };
    let rows = [
        shelf(1, |_| ()),
        shelf(2, |row| row.last_hour = Some(9)),
        shelf(3, |row| row.stock = Some(Quantity::pieces(1))),
        shelf(4, |row| row.stock = None),
        shelf(5, |row| row.rule = StockRule::Allow),
        shelf(6, |row| row.active = false),
        shelf(7, |row| row.sold = Quantity::ZERO),
        shelf(8, |row| row.last_hour = None),
        shelf(9, |row| row.stock = Some(Quantity::pieces(-1))),
    ];
    let found = ran_out(&rows).into_iter().map(|row| row.product.0);
    assert_eq!(found.collect::<Vec<_>>(), [2, 1, 9]);
}

#[test]
fn what_somebody_took_note_of_is_acknowledged_and_new_products_are_not() {
    let today = moment(MONDAY).day();
    let seen = |day: BusinessDay, rule: Rule, subject: &str| Seen {
        day,
        rule: rule.code().into(),
        subject: subject.into(),
        acknowledged: Acknowledged {
            by: "Rosa".into(),
            at: Timestamp(1),
            note: "se pidió".into(),
        },
    };
    let other = Idle {
        product: ProductId(8),
        ..an_idle()
    };
    let alert = |products| Alert {
        level: Level::Warning,
        finding: Finding::NoSale { days: 7, products },
        days: Vec::new(),
        acknowledged: None,
    };
    let noted = [seen(today.days_before(3), Rule::NoSale, "7")];
    let marked = mark(vec![alert(vec![an_idle()])], &noted, today);
    assert_eq!(marked[0].acknowledged.as_ref().unwrap().note, "se pidió");
    let marked = mark(vec![alert(vec![an_idle(), other.clone()])], &noted, today);
    assert_eq!(marked, [alert(vec![other])]);
    let old = [seen(today.days_before(7), Rule::NoSale, "7")];
    assert!(
        mark(vec![alert(vec![an_idle()])], &old, today)[0]
            .acknowledged
            .is_none()
    );
    let low = with(|of| of.today = mix(4, 3, 2)).alerts();
    let yesterday = [seen(today.days_before(1), Rule::LowSales, "")];
    assert!(
        mark(low.clone(), &yesterday, today)[0]
            .acknowledged
            .is_none()
    );
    let noted = [seen(today, Rule::LowSales, "")];
    assert!(mark(low, &noted, today)[0].acknowledged.is_some());
}

#[test]
fn a_close_that_is_far_off_is_noted_by_itself_and_the_next_one_speaks_again() {
    let mut of = a_usual_day();
    of.differences = vec![difference("18/11/2026", -180_000)];
    let found = of.alerts();
    let seen = |alert: &Alert| Seen {
        day: of.now.day(),
        rule: alert.finding.rule().code().to_owned(),
        subject: alert.subjects().remove(0),
        acknowledged: Acknowledged {
            by: "Jorge".into(),
            at: of.now.at,
            note: "apareció".into(),
        },
    };
    let seen = [seen(&found[0])];
    of.differences.push(difference("20/11/2026", -90_000));
    let marked = mark(of.alerts(), &seen, of.now.day());
    let noted: Vec<bool> = marked
        .iter()
        .map(|alert| alert.acknowledged.is_some())
        .collect();
    assert_eq!(noted, [true, false]);
}
