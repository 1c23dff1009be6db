//! Every figure against a slow, obvious recomputation from the facts, on a thousand small canteens.

mod canteen;
mod slow;

use super::super::{Reader, Slice};
use crate::domain::metrics::dashboard;
use crate::domain::metrics::{
    Calendar, Comparison, Drill, Period, SaleKind, Span, Until, heat, monthly, usual,
};
use crate::domain::{BusinessDay, Money};
use canteen::{Canteen, Dice};
use slow::Facts;

/// What must hold of the rollups, by the names of the self-check.
const ROLLUPS: [&str; 4] = [
    "hours_equal_facts",
    "products_equal_facts",
    "students_equal_facts",
    "months_equal_days",
];

/// So many random databases: `CANTINA_DATABASES=1000` plays what the promise asks for.
fn databases() -> u64 {
    let wanted = std::env::var("CANTINA_DATABASES").ok();
    wanted.and_then(|text| text.parse().ok()).unwrap_or(250)
}

#[test]
fn every_figure_equals_a_slow_recomputation_from_the_facts() {
    for seed in 0..databases() {
        let mut dice = Dice::new(seed);
        let canteen = Canteen::random(&mut dice);
        let (reader, facts) = canteen.open();
        rollups_hold(&reader, seed);
        for _ in 0..3 {
            let period = some_period(&mut dice, &facts);
            figures_agree(&reader, &facts, period, seed);
        }
        usual_agrees(&reader, &facts, &mut dice, seed);
        drills_agree(&reader, &facts, &mut dice, seed);
    }
}

fn rollups_hold(reader: &Reader, seed: u64) {
    let broken = reader.self_check().unwrap().broken;
    let broken: Vec<_> = broken
        .iter()
        .filter(|broken| ROLLUPS.contains(&broken.promise))
        .collect();
    assert!(broken.is_empty(), "seed {seed}: {broken:?}");
}

fn some_period(dice: &mut Dice, facts: &Facts) -> (Span, Option<Until>) {
    let from = facts.base.days_before(dice.below(70));
    let to = BusinessDay::from_number(from.number() + dice.below(75)).unwrap();
    let span = match dice.below(3) {
        0 => Span::day(facts.some_day(dice)),
        1 => {
            let calendar = Calendar::default();
            let periods = [
                Period::Today,
                Period::Yesterday,
                Period::Week,
                Period::Month,
                Period::Year,
                Period::Term,
            ];
            let period = periods[usize::try_from(dice.below(6)).unwrap()];
            match dice.below(2) {
                0 => period.span(facts.base, &calendar),
                _ => Comparison::Previous.span(period, facts.base, &calendar),
            }
        }
        _ => Span::new(from, to).unwrap(),
    };
    let until = (dice.below(2) == 0).then(|| Until {
        hour: u32::try_from(dice.below(24)).unwrap(),
        millis: dice.below(3_600_000),
    });
    (span, until)
}

fn figures_agree(reader: &Reader, facts: &Facts, (span, until): (Span, Option<Until>), seed: u64) {
    let sums = reader.summed(Slice { span, until }).unwrap();
    let found = dashboard::figures(&sums.hours, &sums.students);
    let about = format!("seed {seed}, {span:?} until {until:?}");
    assert_eq!(found, facts.figures(span, until), "{about}");
    let hours = dashboard::hours(&sums.hours, None);
    let hours: Vec<_> = hours
        .iter()
        .map(|hour| (hour.hour, hour.sales, hour.income))
        .collect();
    assert_eq!(hours, facts.hours(span, until), "{about}");
    let customers: Vec<_> = dashboard::top_customers(&sums.students)
        .into_iter()
        .map(|spent| (spent.id, spent.sales, spent.amount))
        .collect();
    assert_eq!(customers, facts.customers(span, until), "{about}");
    whole_days_agree(reader, facts, span, &about);
}

fn whole_days_agree(reader: &Reader, facts: &Facts, span: Span, about: &str) {
    let tenders = dashboard::tenders(&reader.tender_rows(span).unwrap());
    let found: Vec<_> = tenders
        .iter()
        .map(|part| (part.tender, part.sales, part.amount, part.average))
        .collect();
    assert_eq!(found, facts.tenders(span), "{about}");
    let shares: Vec<i64> = tenders.iter().filter_map(|part| part.share).collect();
    assert!(
        shares.is_empty() || shares.iter().sum::<i64>() == 1_000,
        "{about}: {shares:?}"
    );
    let rows = reader.product_rows(span).unwrap();
    let [by_quantity, by_amount] = dashboard::top_products(&rows);
    let found = |rows: Vec<&crate::domain::metrics::rows::ProductRow>| -> Vec<_> {
        rows.iter()
            .map(|row| (row.product, row.quantity, row.amount))
            .collect()
    };
    assert_eq!(found(by_quantity), facts.products(span, true), "{about}");
    assert_eq!(found(by_amount), facts.products(span, false), "{about}");
    assert_eq!(dashboard::margin(&rows), facts.margin(span), "{about}");
    let commission = dashboard::commission(&tenders);
    assert_eq!(commission, facts.commission(span), "{about}");
    let days = reader.day_rows(span).unwrap();
    let totals: Vec<_> = monthly::day_totals(span, &days, &Calendar::default())
        .into_iter()
        .map(|day| (day.day, day.sales, day.income))
        .collect();
    assert_eq!(totals, facts.days(span), "{about}");
    let map = heat::heat_map(span, &reader.day_hours(span).unwrap());
    let cells: Vec<_> = map
        .cells
        .iter()
        .map(|cell| (cell.weekday, cell.hour, cell.sales, cell.income))
        .collect();
    assert_eq!(cells, facts.cells(span), "{about}");
    // The sum of the products is the income and the rounding.
    let figures = facts.figures(span, None);
    let products: Money = rows.iter().map(|row| row.amount).sum();
    assert_eq!(products, figures.income + figures.rounding, "{about}");
    let paid: Money = tenders.iter().map(|part| part.amount).sum();
    assert_eq!(paid, figures.income, "{about}");
}

fn usual_agrees(reader: &Reader, facts: &Facts, dice: &mut Dice, seed: u64) {
    let calendar = Calendar::default();
    let day = facts.some_day(dice);
    let days = usual::days_to_ask(day, &calendar);
    let mut hours = Vec::new();
    let mut tenders = Vec::new();
    for day in &days {
        hours.extend(reader.day_hours(Span::day(*day)).unwrap());
        tenders.extend(reader.day_tenders(*day).unwrap());
    }
    let found = usual::usual(&days, &hours, &tenders, None);
    let expected = facts.usual(day, &calendar);
    let found = found.map(|usual| {
        (
            usual.days,
            usual.sales.mean,
            usual.income.mean,
            usual.income_until,
        )
    });
    assert_eq!(found, expected, "seed {seed}, {day}");
}

fn drills_agree(reader: &Reader, facts: &Facts, dice: &mut Dice, seed: u64) {
    let (span, until) = some_period(dice, facts);
    let all = |drill: &Drill| {
        let mut after = None;
        let mut rows = Vec::new();
        loop {
            let page = reader.drill(drill, after, 7).unwrap();
            rows.extend(page.rows);
            after = page.next;
            if after.is_none() {
                return rows;
            }
        }
    };
    let rows = all(&Drill {
        until,
        ..Drill::of(span)
    });
    let figures = facts.figures(span, until);
    let paid: Money = rows.iter().map(|row| row.paid).sum();
    assert_eq!(
        paid, figures.income,
        "seed {seed}, {span:?} until {until:?}"
    );
    let of = |kind| i64::try_from(rows.iter().filter(|row| row.kind == kind).count()).unwrap();
    assert_eq!(
        of(SaleKind::Sale) - of(SaleKind::Void),
        figures.sales,
        "seed {seed}"
    );
    assert_eq!(of(SaleKind::Refund), figures.refunds, "seed {seed}");
    for (tender, _, amount, _) in facts.tenders(span).into_iter().take(2) {
        let rows = all(&Drill {
            tender: Some(tender),
            ..Drill::of(span)
        });
        assert_eq!(rows.len(), facts.with_tender(span, tender), "seed {seed}");
        // Each says what of it was that tender's: together they come to its slice of the ring.
        let parts: Money = rows.iter().filter_map(|row| row.part).sum();
        assert_eq!(parts, amount, "seed {seed}");
    }
    for (id, _, amount) in facts.customers(span, None).into_iter().take(2) {
        let rows = all(&Drill {
            customer: Some(id),
            ..Drill::of(span)
        });
        let paid: Money = rows.iter().map(|row| row.paid).sum();
        assert_eq!(paid, amount, "seed {seed}");
    }
    for (product, _, _) in facts.products(span, true).into_iter().take(2) {
        let rows = all(&Drill {
            product: Some(product),
            ..Drill::of(span)
        });
        assert_eq!(rows.len(), facts.with_product(span, product), "seed {seed}");
    }
    for (hour, _, income) in facts.hours(span, None).into_iter().take(2) {
        let rows = all(&Drill {
            hour: Some(hour),
            ..Drill::of(span)
        });
        let paid: Money = rows.iter().map(|row| row.paid).sum();
        assert_eq!(paid, income, "seed {seed}, {hour}h");
    }
}
