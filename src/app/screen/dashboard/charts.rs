//! The charts' data out of the figures, with the words of each of their points.

use super::message::By;
use super::say;
use crate::app::widget::chart::{
    Axis, Band, Bars, Figure, Heat, Lines, Ring, Series, Shown, Written,
};
use crate::domain::Money;
use crate::domain::metrics::{Dashboard, HeatMap, Monthly, TenderPart, Weekly, signs};
use crate::i18n::I18n;

/// What an axis of amounts counts in, so that its numbers stay short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Guaraníes.
    One,
    /// Thousands of them.
    Thousand,
    /// Millions of them.
    Million,
}

impl Unit {
    /// The unit in which the largest of these is still short.
    pub fn of(amounts: impl IntoIterator<Item = Money>) -> Self {
        let largest = amounts
            .into_iter()
            .map(|amount| amount.amount().saturating_abs());
        match largest.max().unwrap_or(0) {
            10_000_000.. => Self::Million,
            10_000.. => Self::Thousand,
            _ => Self::One,
        }
    }

    /// The key of «monto en miles de ₲».
    pub const fn key(self) -> &'static str {
        match self {
            Self::One => "dash-axis-amount",
            Self::Thousand => "dash-axis-thousands",
            Self::Million => "dash-axis-millions",
        }
    }

    const fn divisor(self) -> i64 {
        match self {
            Self::One => 1,
            Self::Thousand => 1_000,
            Self::Million => 1_000_000,
        }
    }

    /// A round number of the axis: `2.500`, `0,5`.
    fn write(self, value: i64) -> String {
        let divisor = self.divisor();
        let whole = Money::guaranies(value / divisor).to_string();
        let rest = (value % divisor).abs() * 10 / divisor;
        match (rest, value) {
            (0, _) => whole,
            (_, ..0) if value / divisor == 0 => format!("−0,{rest}"),
            _ => format!("{whole},{rest}"),
        }
    }

    fn axis(self) -> Written {
        Box::new(move |value| self.write(value))
    }
}

fn counts() -> Written {
    Box::new(|value| Money::guaranies(value).to_string())
}

/// Sales and income hour by hour, over the usual day.
pub fn hours(day: &Dashboard, unit: Unit, words: &I18n) -> Figure {
    let hours = &day.hours;
    let series = |axis, number, dashed, value: fn(&crate::domain::metrics::Hour) -> i64| Series {
        values: hours.iter().map(|hour| Some(value(hour))).collect(),
        axis,
        number,
        dashed,
    };
    let usual = hours.iter().map(|hour| hour.usual_sales);
    let usual: Vec<_> = usual
        .map(|band| band.map(|band| (band.low, band.high)))
        .collect();
    let lines = Lines {
        names: hours.iter().map(|hour| format!("{}h", hour.hour)).collect(),
        series: vec![
            series(Axis::Left, 0, false, |hour| hour.sales),
            series(Axis::Right, 1, true, |hour| hour.income.amount()),
        ],
        band: usual.iter().any(Option::is_some).then_some(Band {
            usual,
            axis: Axis::Left,
        }),
        left: counts(),
        right: Some(unit.axis()),
        bridged: false,
        flagged: Vec::new(),
    };
    let said = hours.iter().map(|hour| {
        let mut said = vec![
            words.text_with("dash-hour", &[("hour", hour.hour.into())]),
            sold(hour.sales, hour.income, words),
        ];
        said.extend(hour.usual_sales.map(|band| {
            let values = [("low", band.low.into()), ("high", band.high.into())];
            words.text_with("dash-usual-between", &values)
        }));
        said
    });
    Figure {
        said: said.collect(),
        shown: Shown::Lines(lines),
        opens: Some(words.text("dash-see-sales")),
    }
}

/// «42 ventas · ₲ 412.000».
fn sold(sales: i64, income: Money, words: &I18n) -> String {
    let values = [("sales", sales.into()), ("amount", income.into())];
    words.text_with("dash-sold", &values)
}

/// What was paid with which tender.
pub fn ring(tenders: &[TenderPart], sales: i64, words: &I18n) -> Figure {
    let ring = Ring {
        parts: tenders.iter().map(|part| part.amount.amount()).collect(),
        signs: signs(tenders),
        total: Money::guaranies(sales).to_string(),
        of: words.text_with("dash-ring-sales", &[("count", sales.into())]),
    };
    let said = tenders.iter().map(|part| {
        vec![
            say::tender(part.kind, words),
            sold(part.sales, part.amount, words),
        ]
    });
    Figure {
        said: said.collect(),
        shown: Shown::Ring(ring),
        opens: Some(words.text("dash-see-sales")),
    }
}

/// The week's days, each beside what is usual.
pub fn week(week: &Weekly, unit: Unit, words: &I18n) -> Figure {
    let days = &week.days;
    let names = days.iter().map(|day| say::short_day(day.day, words));
    let groups = days.iter().map(|day| {
        let usual = day.usual_income.map(|band| band.mean);
        let so_far = day.usual_so_far.map(Money::amount);
        vec![Some(day.income.amount()), so_far.or(usual)]
    });
    let flagged = days.iter().enumerate();
    let flagged = flagged.filter(|(_, day)| !day.why.is_empty());
    let said = days.iter().flat_map(|day| {
        let name = say::long_day(day.day, words);
        let own = vec![name.clone(), sold(day.sales, day.income, words)];
        let usual = match (day.usual_so_far, day.usual_income) {
            (Some(usual), _) => words.text_with("dash-usual-so-far", &[("usual", usual.into())]),
            (None, Some(band)) => {
                let usual = Money::guaranies(band.mean);
                words.text_with("dash-usual-is", &[("usual", usual.into())])
            }
            (None, None) => words.text("dash-no-usual"),
        };
        [own, vec![name, usual]]
    });
    Figure {
        said: said.collect(),
        shown: Shown::Bars(Bars {
            names: names.collect(),
            groups: groups.collect(),
            usual: Vec::new(),
            flagged: flagged.map(|(index, _)| index).collect(),
            axis: unit.axis(),
        }),
        opens: Some(words.text("dash-see-sales")),
    }
}

/// The last weeks.
pub fn weeks(week: &Weekly, unit: Unit, words: &I18n) -> Figure {
    let trend = &week.trend;
    let names = trend.iter().map(|week| say::day_month(week.monday));
    let lines = Lines {
        names: names.collect(),
        series: vec![
            Series {
                values: trend.iter().map(|week| Some(week.sales)).collect(),
                axis: Axis::Left,
                number: 0,
                dashed: false,
            },
            Series {
                values: trend
                    .iter()
                    .map(|week| Some(week.income.amount()))
                    .collect(),
                axis: Axis::Right,
                number: 1,
                dashed: true,
            },
        ],
        band: None,
        left: counts(),
        right: Some(unit.axis()),
        bridged: false,
        flagged: Vec::new(),
    };
    let said = trend.iter().map(|week| {
        let values = [("day", week.monday.into())];
        let days = [("count", week.open_days.into())];
        vec![
            words.text_with("dash-week-of", &values),
            sold(week.sales, week.income, words),
            words.text_with("dash-school-days", &days),
        ]
    });
    Figure {
        said: said.collect(),
        shown: Shown::Lines(lines),
        opens: Some(words.text("dash-see-sales")),
    }
}

/// The days of a month over those of the one before.
pub fn month(month: &Monthly, unit: Unit, words: &I18n) -> Figure {
    let days = &month.days;
    let income = |day: &crate::domain::metrics::DayTotal| {
        // A day without school and without a sale is no fall.
        (day.open || day.sales != 0 || day.income.amount() != 0).then_some(day.income.amount())
    };
    let names = days.iter().map(|day| say::day_number(day.day));
    let lines = Lines {
        names: names.collect(),
        series: vec![
            Series {
                values: days.iter().map(income).collect(),
                axis: Axis::Left,
                number: 0,
                dashed: false,
            },
            Series {
                values: month.days_before.iter().map(income).collect(),
                axis: Axis::Left,
                number: 2,
                dashed: true,
            },
        ],
        band: None,
        left: unit.axis(),
        right: None,
        bridged: true,
        flagged: Vec::new(),
    };
    let before = month
        .days_before
        .iter()
        .map(Some)
        .chain(std::iter::repeat(None));
    let said = days.iter().zip(before).map(|(day, before)| {
        let mut said = vec![
            say::long_day(day.day, words),
            sold(day.sales, day.income, words),
        ];
        said.extend(before.map(|before| {
            let values = [("day", before.day.into()), ("amount", before.income.into())];
            words.text_with("dash-before-was", &values)
        }));
        said
    });
    Figure {
        said: said.collect(),
        shown: Shown::Lines(lines),
        opens: Some(words.text("dash-see-sales")),
    }
}

/// The weekdays and hours of the map: those with any sales, and every hour between.
pub fn sides(heat: &HeatMap) -> (Vec<u32>, Vec<u32>) {
    let rows = (0..7_u32).filter(|weekday| {
        let any = |cell: &crate::domain::metrics::Cell| cell.weekday == *weekday;
        heat.cells.iter().any(any)
    });
    let hours = heat.cells.iter().map(|cell| cell.hour);
    let columns = match (hours.clone().min(), hours.max()) {
        (Some(first), Some(last)) => (first..=last).collect(),
        _ => Vec::new(),
    };
    (rows.collect(), columns)
}

/// Hour by weekday, on the average of a day.
pub fn heat(heat: &HeatMap, rows: &[u32], columns: &[u32], by: By, words: &I18n) -> Figure {
    let unit = Unit::of(heat.cells.iter().map(|cell| cell.income_a_day));
    let (mut values, mut written, mut said) = (Vec::new(), Vec::new(), Vec::new());
    for weekday in rows {
        for hour in columns {
            let mut cells = heat.cells.iter();
            let cell = cells.find(|cell| cell.weekday == *weekday && cell.hour == *hour);
            values.push(cell.map(|cell| match by {
                By::Count => cell.sales_a_day_tenths,
                By::Amount => cell.income_a_day.amount(),
            }));
            written.push(cell.map_or_else(String::new, |cell| match by {
                By::Count => say::tenths(cell.sales_a_day_tenths),
                By::Amount => unit.write(cell.income_a_day.amount()),
            }));
            let name = words.text_with(
                "dash-cell",
                &[
                    ("days", words.text(say::weekdays(*weekday)).into()),
                    ("hour", (*hour).into()),
                ],
            );
            said.push(vec![
                name,
                cell.map_or_else(
                    || words.text("dash-cell-none"),
                    |cell| {
                        let values = [
                            ("sales", say::tenths(cell.sales_a_day_tenths).into()),
                            ("amount", cell.income_a_day.into()),
                        ];
                        words.text_with("dash-cell-sold", &values)
                    },
                ),
            ]);
        }
    }
    let names = rows
        .iter()
        .map(|weekday| words.text(say::short_weekday(*weekday)));
    Figure {
        said,
        shown: Shown::Heat(Heat {
            columns: columns.iter().map(|hour| format!("{hour}h")).collect(),
            rows: names.collect(),
            values,
            written,
        }),
        opens: Some(words.text("dash-see-sales")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_writes_short_round_numbers() {
        let largest = |amount| Unit::of([Money::guaranies(amount)]);
        assert_eq!(largest(9_000), Unit::One);
        assert_eq!(largest(-412_000), Unit::Thousand);
        assert_eq!(largest(26_000_000), Unit::Million);
        assert_eq!(Unit::Thousand.write(500_000), "500");
        assert_eq!(Unit::Million.write(500_000), "0,5");
        assert_eq!(Unit::Million.write(-500_000), "−0,5");
        assert_eq!(Unit::Million.write(-2_500_000), "−2,5");
        assert_eq!(Unit::One.write(0), "0");
    }
}
