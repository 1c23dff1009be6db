//! `cantina dashboard`: the page of some days, as text, JSON, HTML or on paper.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal, day};
use crate::domain::metrics::{Alert, Comparison, Dashboard, Period, Span, change};
use crate::domain::{BadDay, BusinessDay, Moment, Money};
use crate::i18n::I18n;
use crate::report::{Ask, NoReport, words as said};
use crate::store::{Cancel, Stamp};
use crate::till::{Closing, now};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Of this day [default: today]
    #[arg(long, value_name = "D", value_parser = day, conflicts_with_all = ["from", "to"])]
    date: Option<BusinessDay>,
    /// From this day
    #[arg(long, value_name = "D", value_parser = day, requires = "to")]
    from: Option<BusinessDay>,
    /// To this day
    #[arg(long, value_name = "D", value_parser = day, requires = "from")]
    to: Option<BusinessDay>,
    /// Compared with `previous`, `last-year` or D..D
    #[arg(long, value_name = "WHAT", value_parser = comparison, default_value = "previous")]
    compare: Comparison,
    /// Writes the page as one HTML file
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Prints a summary on the receipt printer
    #[arg(long)]
    print: bool,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

fn comparison(text: &str) -> Result<Comparison, BadDay> {
    match text {
        "previous" => Ok(Comparison::Previous),
        "last-year" => Ok(Comparison::LastYear),
        days => {
            let (from, to) = days.split_once("..").unwrap_or((days, days));
            let span = Span::new(day(from)?, day(to)?);
            span.map(Comparison::Chosen).ok_or(BadDay::NoSuchDay)
        }
    }
}

/// Days that were named, no more than there can be.
pub(super) fn span(from: BusinessDay, to: BusinessDay) -> Result<Span, Refusal> {
    let span = Span::new(from, to).filter(|span| span.len() <= Span::MAX_DAYS);
    span.ok_or_else(|| Refusal::new("report_bad_days"))
}

impl Arguments {
    fn period(&self, now: Moment) -> Result<Period, Refusal> {
        match (self.date, self.from, self.to) {
            (Some(day), ..) if day != now.day() => Ok(Period::Range(Span::day(day))),
            (_, Some(from), Some(to)) => Ok(Period::Range(span(from, to)?)),
            _ => Ok(Period::Today),
        }
    }
}

/// Reads the page and says, writes or prints it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let now = now();
    let ask = Ask {
        period: arguments.period(now)?,
        comparison: arguments.compare,
    };
    let till = match arguments.print {
        true => context.open()?,
        false => context.without_printer().open()?,
    };
    let page = till.dashboard(ask, now, &Cancel::default()).wait()??;
    let mut done = Vec::new();
    if let Some(file) = &arguments.html {
        let file = till.write_html(ask, now, file.clone()).wait()??;
        let stamp = Stamp::at(now);
        let noted = till.note_export(file.display().to_string(), stamp);
        noted.wait()??;
        let file = file.display().to_string();
        done.push(
            context
                .words
                .text_with("report-written", &[("file", file.into())]),
        );
    }
    if arguments.print {
        till.print_dashboard(ask, now).wait()??;
        done.push(context.words.text("report-printing"));
        till.close(std::time::Duration::from_secs(20));
    }
    if arguments.json {
        context.say(&as_json(&page, &context.words)?.to_string())?;
    } else if done.is_empty() {
        for line in as_text(&page, &context.words) {
            context.say(&line)?;
        }
    } else {
        for line in done {
            context.say(&line)?;
        }
    }
    Ok(Outcome::Done)
}

/// The six parts, and what is worked out from them.
fn as_json(page: &Dashboard, words: &I18n) -> Result<Value, Refusal> {
    let odd = |error: serde_json::Error| Refusal::from(std::io::Error::from(error));
    let mut value = serde_json::to_value(page).map_err(odd)?;
    value["net_income"] = page.net_income().amount().into();
    let (figures, before) = (&page.figures, &page.compared.figures);
    let average = |money: Option<Money>| money.map(Money::amount);
    value["figures"]["average"] = average(figures.average()).into();
    value["compared"]["figures"]["average"] = average(before.average()).into();
    let averages = (average(figures.average()), average(before.average()));
    let change_of_average = match averages {
        (Some(now), Some(before)) => change(now, before),
        _ => None,
    };
    value["compared"]["change_permille"] = json!({
        "sales": change(figures.sales, before.sales),
        "income": change(figures.income.amount(), before.income.amount()),
        "average": change_of_average,
        "pupils": change(figures.pupils, before.pupils),
        "items": change(figures.items, before.items),
    });
    for (alert, value) in page
        .alerts
        .iter()
        .zip(value["alerts"].as_array_mut().into_iter().flatten())
    {
        value["rule"] = alert.finding.rule().code().into();
        value["sentence"] = said::alert(words, alert).into();
    }
    Ok(value)
}

fn as_text(page: &Dashboard, words: &I18n) -> Vec<String> {
    let text = |key: &str| words.text(key);
    let against = said::span(words, page.compared.period);
    let mut lines = vec![
        format!(
            "{} · {}",
            text("report-title"),
            said::span(words, page.period)
        ),
        words.text_with("report-against", &[("period", against.into())]),
        String::new(),
    ];
    let (now, before) = (&page.figures, &page.compared.figures);
    let average = |of: Option<Money>| of.map_or(0, Money::amount);
    let rows = [
        (
            "report-sales",
            now.sales.to_string(),
            change(now.sales, before.sales),
        ),
        (
            "report-income",
            words.money(now.income),
            change(now.income.amount(), before.income.amount()),
        ),
        (
            "report-average",
            now.average()
                .map_or_else(|| "—".to_owned(), |of| words.money(of)),
            change(average(now.average()), average(before.average())),
        ),
        (
            "report-pupils",
            now.pupils.to_string(),
            change(now.pupils, before.pupils),
        ),
        (
            "report-items",
            now.items.to_string(),
            change(now.items, before.items),
        ),
    ];
    for (label, value, by) in rows {
        let by = by.map_or_else(String::new, |by| format!("  {}", signed(words, by)));
        lines.push(format!("{:<22}{value}{by}", text(label)));
    }
    if now.refunds > 0 {
        let refunds = format!("{} ({})", now.refunds, words.money(now.refunded));
        lines.push(format!("{:<22}{refunds}", text("report-refunds")));
    }
    if let Some(projection) = &page.projection {
        lines.push(format!(
            "{:<22}{}",
            text("report-projection"),
            words.money(projection.income)
        ));
    }
    if !page.commission.is_zero() {
        let net = [("amount", words.money(page.net_income()).into())];
        lines.push(format!(
            "{:<22}{} ({})",
            text("normal-commissions"),
            words.money(page.commission),
            words.text_with("normal-net", &net)
        ));
    }
    if let Some(margin) = &page.margin {
        lines.push(format!(
            "{:<22}{}",
            text("report-margin"),
            words.money(margin.left())
        ));
    }
    if page.hours.is_empty() {
        lines.extend([String::new(), text("report-no-sales")]);
    }
    lists(&mut lines, page, words);
    lines
}

fn signed(words: &I18n, by: i64) -> String {
    let sign = if by > 0 { "+" } else { "" };
    format!("{sign}{}", said::percent(words, by))
}

fn lists(lines: &mut Vec<String>, page: &Dashboard, words: &I18n) {
    let mut part = |title: &str, rows: Vec<String>| {
        if !rows.is_empty() {
            lines.extend([String::new(), words.text(title)]);
            lines.extend(rows.into_iter().map(|row| format!("  {row}")));
        }
    };
    let hours = page.hours.iter().map(|hour| {
        let usual = hour.usual_sales.map_or_else(String::new, |band| {
            format!("  ({}–{})", band.low, band.high)
        });
        format!(
            "{:>2} h {:>6} {:>16}{usual}",
            hour.hour,
            hour.sales,
            words.money(hour.income)
        )
    });
    part("report-by-hour", hours.collect());
    let tenders = page.tenders.iter().map(|of| {
        let share = of
            .share
            .map_or_else(String::new, |share| said::percent(words, share));
        let tender = said::tender(words, of.kind);
        format!(
            "{tender:<18}{:>6} {:>16} {share:>7}",
            of.sales,
            words.money(of.amount)
        )
    });
    part("report-tenders", tenders.collect());
    let products = page.by_amount.iter().map(|of| {
        let quantity = said::quantity(words, of.quantity, of.weighed);
        format!(
            "{:<34}{quantity:>10} {:>16}",
            of.name,
            words.money(of.amount)
        )
    });
    part("report-products", products.collect());
    let customers = page.customers.iter().map(|of| {
        let pupils = of.pupils.join(", ");
        format!(
            "{:<34}{:>10} {:>16}  {pupils}",
            of.name,
            of.sales,
            words.money(of.amount)
        )
    });
    part("report-customers", customers.collect());
    part(
        "report-alerts",
        page.alerts
            .iter()
            .flat_map(|alert| alert_lines(alert, words))
            .collect(),
    );
}

fn alert_lines(alert: &Alert, words: &I18n) -> Vec<String> {
    let mut lines = vec![said::alert(words, alert)];
    if !alert.days.is_empty() {
        let days: Vec<String> = alert.days.iter().map(|day| words.date(*day)).collect();
        let told = [("days", days.join(", ").into())];
        lines.push(format!("  {}", words.text_with("report-days", &told)));
    }
    if let Some(seen) = &alert.acknowledged {
        let told = [
            ("by", seen.by.as_str().into()),
            ("note", seen.note.as_str().into()),
        ];
        lines.push(format!(
            "  {}",
            words.text_with("report-acknowledged", &told)
        ));
    }
    lines
}

impl From<NoReport> for Refusal {
    fn from(why: NoReport) -> Self {
        match why {
            NoReport::Cancelled => Self::new("report_cancelled"),
            NoReport::Store(error) => error.into(),
            NoReport::Closing => Closing.into(),
            NoReport::NotWritten { file, cause } => Self::new("report_not_written")
                .told("file", file.display().to_string())
                .told("cause", cause.to_string()),
            NoReport::TooManyRows => Self::new("report_too_many_rows"),
        }
    }
}
