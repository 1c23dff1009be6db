//! Figures as a school day has them, for pictures, measuring and tests: the same each time.

use super::message::Read;
use crate::domain::metrics::{
    Acknowledged, Alert, Band, Cell, Compared, Cursor, Customer, CustomerId, Dashboard, DayTotal,
    Figures, Finding, HeatMap, Hour, Level, Margin, Monthly, Moving, Page, Product, Projection,
    Rotation, SaleKind, SaleRow, Shrinkage, Span, TenderPart, Until, Usual, UsualHour, WeekTotal,
    Weekday, Weekly, Why,
};
use crate::domain::tender::TenderKind;
use crate::domain::{
    BusinessDay, GuardianId, Moment, Money, ProductId, Quantity, SaleId, StudentId, TenderId,
};
use crate::report::Ask;

/// Sales and thousands of guaraníes of each hour from seven.
const HOURS: [(i64, i64); 10] = [
    (6, 60),
    (26, 250),
    (60, 590),
    (17, 160),
    (11, 100),
    (44, 480),
    (91, 1_130),
    (73, 920),
    (20, 230),
    (13, 140),
];

fn money(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn band(mean: i64) -> Band {
    Band {
        low: mean * 4 / 5,
        mean,
        high: mean * 6 / 5,
    }
}

/// The same weekdays before, latest first.
fn usual_days(day: BusinessDay) -> Vec<BusinessDay> {
    (1..=4).map(|weeks| day.days_before(7 * weeks)).collect()
}

fn figures(sales: i64, income: i64) -> Figures {
    Figures {
        sales,
        income: money(income),
        refunds: 2,
        refunded: money(9_000),
        voids: 1,
        items: sales * 5 / 3,
        pupils: sales * 2 / 3,
        discount: money(4_500),
        rounding: money(150),
        overrides: 3,
    }
}

fn tenders() -> Vec<TenderPart> {
    [
        (1, TenderKind::Account, 131, 1_357_000, 520),
        (2, TenderKind::Cash, 84, 809_000, 310),
        (3, TenderKind::Debit, 24, 287_000, 110),
        (4, TenderKind::Qr, 13, 156_000, 60),
    ]
    .map(|(tender, kind, sales, amount, share)| TenderPart {
        tender: TenderId(tender),
        kind,
        sales,
        amount: money(amount),
        commission: money(if kind == TenderKind::Debit { 9_471 } else { 0 }),
        average: Some(money(amount / sales)),
        share: Some(share),
    })
    .to_vec()
}

fn products() -> Vec<Product> {
    [
        ("Empanada de carne", 64, 384_000),
        ("Agua mineral 500 ml", 51, 255_000),
        ("Chipa", 47, 188_000),
        ("Jugo de naranja", 30, 210_000),
        ("Mixto jamón y queso", 22, 220_000),
        ("Gaseosa 350 ml", 20, 140_000),
        ("Ensalada de frutas", 14, 126_000),
        ("Alfajor de maicena", 13, 65_000),
        (
            "Sándwich de pollo, huevo y queso en pan integral",
            11,
            132_000,
        ),
        ("Yogur con cereal", 9, 72_000),
    ]
    .into_iter()
    .zip(1..)
    .map(|((name, pieces, amount), id)| Product {
        product: ProductId(id),
        name: name.to_owned(),
        weighed: false,
        quantity: Quantity::pieces(pieces),
        amount: money(amount),
        margin: None,
    })
    .collect()
}

fn customers() -> Vec<Customer> {
    [
        ("Rosa Rodríguez", "Sofía, Mateo", 9, 96_500),
        ("Luis González López", "Camila", 7, 81_000),
        ("Marta Ayala", "Tobías, Julia, Bruno", 6, 74_000),
        ("Prof. Martínez", "", 3, 52_000),
        ("Nidia Duarte", "Thiago", 5, 49_500),
    ]
    .into_iter()
    .zip(1..)
    .map(|((name, pupils, sales, amount), id)| Customer {
        id: match pupils {
            "" => CustomerId::Student(StudentId(id)),
            _ => CustomerId::Guardian(GuardianId(id)),
        },
        name: name.to_owned(),
        pupils: pupils
            .split(", ")
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
        sales,
        amount: money(amount),
    })
    .collect()
}

fn alerts(day: BusinessDay) -> Vec<Alert> {
    vec![
        Alert {
            level: Level::Warning,
            finding: Finding::CashLow {
                share: 310,
                usual: 580,
            },
            days: usual_days(day),
            acknowledged: None,
        },
        Alert {
            level: Level::Warning,
            finding: Finding::TenderStopped {
                tender: TenderId(5),
                kind: TenderKind::Credit,
                usual: 14,
            },
            days: usual_days(day),
            acknowledged: None,
        },
        Alert {
            level: Level::Warning,
            finding: Finding::Overrides {
                count: 6,
                usual_tenths: 12,
            },
            days: usual_days(day),
            acknowledged: None,
        },
    ]
}

/// A Monday until now.
#[must_use]
pub fn today(now: Moment) -> Dashboard {
    let day = now.day();
    let hours: Vec<Hour> = HOURS
        .iter()
        .zip(7..)
        .map(|((sales, thousands), hour)| Hour {
            hour,
            sales: *sales,
            income: money(thousands * 1_000),
            usual_sales: Some(band(*sales * 9 / 10)),
            usual_income: Some(band(thousands * 900)),
        })
        .collect();
    let usual_hours = hours.iter().map(|hour| UsualHour {
        hour: hour.hour,
        sales: hour.usual_sales.unwrap_or_default(),
        income: hour.usual_income.unwrap_or_default(),
    });
    Dashboard {
        at: now,
        period: Span::day(day),
        until: Some(Until::of(now)),
        figures: figures(252, 2_609_000),
        compared: Compared {
            period: Span::day(day.days_before(3)),
            figures: figures(225, 2_394_000),
        },
        usual: Some(Usual {
            days: usual_days(day),
            sales: band(286),
            income: band(2_950_000),
            sales_until: 236,
            income_until: money(2_480_000),
            hours: usual_hours.collect(),
            tenders: Vec::new(),
        }),
        projection: Some(Projection {
            income: money(3_180_000),
            sales: 305,
        }),
        hours,
        tenders: tenders(),
        commission: money(9_471),
        by_quantity: products(),
        by_amount: {
            let mut products = products();
            products.sort_by_key(|product| std::cmp::Reverse(product.amount));
            products
        },
        customers: customers(),
        margin: None,
        alerts: alerts(day),
    }
}

/// The first alert, with a note.
#[must_use]
pub fn acknowledged(now: Moment) -> Acknowledged {
    Acknowledged {
        by: "Ana Villalba".to_owned(),
        at: now.at,
        note: "La terminal de tarjetas anduvo mal hasta las 10.".to_owned(),
    }
}

/// A day on which nothing was sold.
#[must_use]
pub fn nothing(now: Moment) -> Dashboard {
    Dashboard {
        figures: Figures::default(),
        hours: Vec::new(),
        tenders: Vec::new(),
        commission: Money::ZERO,
        by_quantity: Vec::new(),
        by_amount: Vec::new(),
        customers: Vec::new(),
        projection: None,
        alerts: Vec::new(),
        ..today(now)
    }
}

/// A year: no usual day, large amounts, costs known in part.
#[must_use]
pub fn year(now: Moment) -> Dashboard {
    let mut year = today(now);
    let first = now.day().days_before(326);
    year.period = Span::new(first, now.day()).unwrap_or(year.period);
    year.compared.period = Span::new(first.days_before(365), now.day().days_before(365))
        .unwrap_or(year.compared.period);
    year.figures = figures(48_231, 512_345_500);
    year.compared.figures = figures(51_002, 498_770_000);
    year.usual = None;
    year.projection = None;
    year.alerts = Vec::new();
    for hour in &mut year.hours {
        hour.sales *= 190;
        hour.income = money(hour.income.amount() * 190);
        hour.usual_sales = None;
        hour.usual_income = None;
    }
    year.margin = Some(Margin {
        sold: money(402_000_000),
        cost: money(243_500_000),
        unknown: money(110_345_500),
    });
    year
}

/// A week with a strange Wednesday.
#[must_use]
pub fn week(now: Moment) -> Weekly {
    let monday = now.day().monday().days_before(7);
    let days = [
        (252, 2_609_000),
        (241, 2_480_000),
        (98, 930_000),
        (255, 2_700_000),
        (312, 3_420_000),
        (0, 0),
        (0, 0),
    ];
    let days = days.into_iter().zip(0..).map(|((sales, income), index)| {
        let day = BusinessDay::from_number(monday.number() + index).unwrap_or(monday);
        let open = index < 5;
        Weekday {
            day,
            open,
            sales,
            income: money(income),
            usual_income: open.then(|| band(2_550_000 + index * 90_000)),
            usual_so_far: None,
            usual_sales: open.then(|| band(250)),
            usual_days: if open { usual_days(day) } else { Vec::new() },
            why: match index {
                2 => vec![Why::Low(340)],
                4 => vec![Why::Refunds(money(410_000))],
                _ => Vec::new(),
            },
        }
    });
    let trend = (0..12_i64).rev().map(|back| WeekTotal {
        monday: monday.days_before(7 * back),
        sales: 1_210 - back * 13 + back * back % 7 * 25,
        income: money(12_300_000 - back * 150_000 + back * back % 5 * 300_000),
        open_days: 5,
    });
    Weekly {
        monday,
        days: days.collect(),
        trend: trend.collect(),
    }
}

/// A month until today.
#[must_use]
pub fn month(now: Moment) -> Monthly {
    let first = now.day().first_of_month();
    let total = |first: BusinessDay, index: i64, base: i64| {
        let day = BusinessDay::from_number(first.number() + index).unwrap_or(first);
        let open = (day.monday().number() + 5) > day.number();
        let sales = if open { base + index * 37 % 60 } else { 0 };
        DayTotal {
            day,
            open,
            sales,
            income: money(sales * 10_400),
        }
    };
    let before = first.days_before(1).first_of_month();
    let length = now.day().number() - first.number() + 1;
    let stock = [
        ("Chipa", 12, 940, Some(0), Moving::Reorder, 470),
        (
            "Agua mineral 500 ml",
            30,
            1_020,
            Some(1),
            Moving::Reorder,
            480,
        ),
        ("Jugo de naranja", 45, 600, Some(1), Moving::Reorder, 255),
        ("Empanada de carne", 260, 1_280, Some(4), Moving::Fine, 0),
        ("Alfajor de maicena", 620, 260, Some(47), Moving::Slow, 0),
        ("Galletitas de avena", 18, 0, None, Moving::Dead, 0),
        ("Té frío durazno", 24, 0, None, Moving::Dead, 0),
    ];
    let rotation = stock.into_iter().zip(1..);
    let rotation = rotation.map(
        |((name, stock, sold, days_left, moving, order), id)| Rotation {
            product: ProductId(id),
            name: name.to_owned(),
            weighed: false,
            stock: Quantity::pieces(stock),
            minimum: Quantity::pieces(20),
            sold: Quantity::pieces(sold),
            days_left,
            moving,
            order: Quantity::pieces(order),
        },
    );
    Monthly {
        period: Span::new(first, now.day()).unwrap_or(Span::day(first)),
        figures: figures(4_120, 42_900_000),
        compared: Compared {
            period: Span::new(before, before).unwrap_or(Span::day(before)),
            figures: figures(3_910, 41_200_000),
        },
        days: (0..length).map(|index| total(first, index, 230)).collect(),
        days_before: (0..length).map(|index| total(before, index, 210)).collect(),
        tenders: tenders(),
        most_used: tenders().first().copied(),
        rotation: rotation.collect(),
        shrinkage: vec![Shrinkage {
            product: ProductId(9),
            name: "Yogur con cereal".to_owned(),
            quantity: Quantity::pieces(4),
            cost: Some(money(18_000)),
        }],
        margin: None,
    }
}

/// Hour by weekday of some weeks.
#[must_use]
pub fn heat(now: Moment) -> HeatMap {
    let cells = (0..5_u32).flat_map(|weekday| {
        HOURS
            .iter()
            .zip(7..)
            .map(move |((sales, thousands), hour)| {
                let part = 8 + i64::from(weekday * 3 % 5);
                Cell {
                    weekday,
                    hour,
                    sales: sales * part,
                    income: money(thousands * 1_000 * part),
                    sales_a_day_tenths: sales * part,
                    income_a_day: money(thousands * 100 * part),
                }
            })
    });
    let period = Span::new(now.day().days_before(60), now.day());
    HeatMap {
        period: period.unwrap_or(Span::day(now.day())),
        days: [9, 9, 8, 9, 9, 0, 0],
        cells: cells
            .filter(|cell| (cell.weekday, cell.hour) != (4, 16))
            .collect(),
    }
}

/// A page of sales, and that there are more.
#[must_use]
pub fn sales(now: Moment) -> Page {
    let names = [
        "Sofía Benítez",
        "Mateo González",
        "",
        "Camila Ayala",
        "Thiago Duarte",
    ];
    let rows = (0..14_u32).map(|index| {
        let kind = match index {
            3 => SaleKind::Void,
            8 => SaleKind::Refund,
            _ => SaleKind::Sale,
        };
        let name = names[index as usize % names.len()];
        let amount = 4_000 + i64::from(index * 7_919 % 23) * 500;
        let sign = if kind == SaleKind::Sale { 1 } else { -1 };
        SaleRow {
            id: SaleId(uuid::Uuid::from_u128(u128::from(index) + 1)),
            number: 5_252 - i64::from(index),
            kind,
            at: now.at,
            day: now.day(),
            hour: 11,
            minute: 39 - index * 2,
            buyer: (!name.is_empty()).then(|| name.to_owned()),
            paid: money(sign * amount),
            part: None,
            tenders: match index % 4 {
                0 => vec![TenderKind::Account],
                1 => vec![TenderKind::Cash],
                2 => vec![TenderKind::Account, TenderKind::Cash],
                _ => vec![TenderKind::Qr],
            },
            voided: index == 4,
            refunded: index == 9,
        }
    });
    Page {
        rows: rows.collect(),
        next: Some(Cursor {
            day: now.day(),
            seq: 1,
        }),
    }
}

/// The page of today as it is read.
#[must_use]
pub fn read_today(now: Moment) -> Read {
    Read::Summary(Ask::default(), Box::new(today(now)))
}
