//! What is printed and saved of lunches: who has not eaten, a pupil's month, both as lists.

use chrono::Datelike;

use super::document::{Document, Paper, Size, Style};
use crate::domain::formula::sheet;
use crate::domain::lunch::{Month, Weekdays};
use crate::domain::{BusinessDay, Moment, Money};
use crate::i18n::I18n;
use crate::store::lunch::{LunchDay, MonthRow};

/// Where what belongs to a line begins below it.
const INDENT: usize = 2;

/// «lun, mié, vie»; «lunes a viernes» where it is that.
#[must_use]
pub fn weekdays_words(days: Weekdays, words: &I18n) -> String {
    match days {
        Weekdays::SCHOOL => words.text("lunch-school-days"),
        Weekdays::ALL => words.text("lunch-every-day"),
        days => {
            let names = days.iter().map(|day| weekday_words(day, words));
            names.collect::<Vec<_>>().join(", ")
        }
    }
}

/// «lun».
#[must_use]
pub fn weekday_words(day: chrono::Weekday, words: &I18n) -> String {
    words.text(&format!("lunch-weekday-{}", day.number_from_monday()))
}

/// «lun 23/11/2026».
#[must_use]
pub fn day_words(day: BusinessDay, words: &I18n) -> String {
    format!(
        "{} {}",
        weekday_words(day.0.weekday(), words),
        words.date(day)
    )
}

/// «noviembre 2026».
#[must_use]
pub fn month_words(month: Month, words: &I18n) -> String {
    let name = words.text(&format!("lunch-month-{}", month.number()));
    format!("{name} {}", month.year())
}

/// Who has not eaten, by class.
#[must_use]
pub fn missing(day: &LunchDay, shop: &str, now: Moment, words: &I18n, paper: Paper) -> Document {
    let mut page = headed(shop, &words.text("lunch-paper-missing"), paper);
    page.text(Style::CENTRE, &words.date_time(now));
    let told = [
        ("eaten", day.eaten().into()),
        ("expected", day.expected().into()),
    ];
    page.text(Style::CENTRE, &words.text_with("lunch-paper-count", &told));
    let mut grade = "";
    for seat in day.missing() {
        if seat.grade != grade {
            grade = &seat.grade;
            page.rule().text(Style::LEFT.bold(), grade);
        }
        page.hanging(Style::LEFT, INDENT, &format!("[ ] {}", seat.name));
    }
    page.rule().cut();
    page
}

/// A pupil's month: the days, what they come to, what was paid, what is due.
#[must_use]
pub fn account(
    row: &MonthRow,
    month: &str,
    (shop, now): (&str, Moment),
    words: &I18n,
    paper: Paper,
) -> Document {
    let mut page = headed(shop, &words.text("lunch-paper-account"), paper);
    page.text(Style::CENTRE.bold(), month).rule();
    page.hanging(Style::LEFT.bold().size(Size::Tall), INDENT, &row.name);
    page.text(Style::LEFT, &row.grade).rule();
    let days: Vec<String> = row
        .eaten
        .iter()
        .map(|of| of.day.0.day().to_string())
        .collect();
    let eaten = [
        ("count", row.account.eaten.into()),
        ("days", days.join(", ").into()),
    ];
    page.hanging(
        Style::LEFT,
        INDENT,
        &words.text_with("lunch-paper-days", &eaten),
    );
    for paid in &row.payments {
        let tender = words.text(&format!("tender-{}", paid.tender.code()));
        let what = format!("{} {tender}", words.date(paid.day));
        page.columns(Style::LEFT, INDENT, &what, &words.money(paid.amount));
    }
    page.rule();
    let mut line = |key: &str, amount: Money| {
        page.columns(Style::LEFT, INDENT, &words.text(key), &words.money(amount));
    };
    line("lunch-col-owed", row.account.owed);
    line("lunch-col-paid", row.account.paid);
    let due = row.account.due();
    let (key, due) = match due.is_positive() || due.is_zero() {
        true => ("lunch-col-due", due),
        false => ("lunch-in-favour", -due),
    };
    let large = Style::LEFT.bold().size(Size::Tall);
    page.columns(large, INDENT, &words.text(key), &words.money(due));
    page.rule()
        .text(Style::CENTRE, &words.date_time(now))
        .text(Style::CENTRE, &words.text("lunch-paper-not-fiscal"))
        .cut();
    page
}

fn headed(shop: &str, title: &str, paper: Paper) -> Document {
    let mut page = Document::new(paper);
    if !shop.trim().is_empty() {
        page.text(Style::CENTRE.bold().size(Size::Tall), shop);
    }
    page.text(Style::CENTRE.bold(), title);
    page
}

/// Who has not eaten, as a spreadsheet reads it.
#[must_use]
pub fn missing_csv(day: &LunchDay, words: &I18n) -> Vec<u8> {
    let head = ["day", "grade", "pupil"].map(|column| words.text(&format!("lunch-csv-{column}")));
    let rows = day
        .missing()
        .map(|seat| vec![day.day.to_string(), seat.grade.clone(), seat.name.clone()]);
    sheet(head.to_vec(), rows)
}

/// A month's accounts, as a spreadsheet reads them: amounts are whole guaraníes.
#[must_use]
pub fn month_csv(rows: &[MonthRow], words: &I18n) -> Vec<u8> {
    let head = ["pupil", "grade", "days", "owed", "paid", "due"];
    let head = head.map(|column| words.text(&format!("lunch-csv-{column}")));
    let rows = rows.iter().map(|row| {
        vec![
            row.name.clone(),
            row.grade.clone(),
            row.account.eaten.to_string(),
            row.account.owed.amount().to_string(),
            row.account.paid.amount().to_string(),
            row.account.due().amount().to_string(),
        ]
    });
    sheet(head.to_vec(), rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::StudentId;
    use crate::domain::lunch::MonthAccount;
    use crate::i18n::Locale;

    fn row(name: &str) -> MonthRow {
        MonthRow {
            student: StudentId(1),
            name: name.to_owned(),
            grade: "5.º grado B".to_owned(),
            account: MonthAccount {
                eaten: 2,
                owed: Money::guaranies(44_000),
                paid: Money::guaranies(50_000),
            },
            eaten: Vec::new(),
            payments: Vec::new(),
        }
    }

    #[test]
    fn a_month_is_a_list_of_whole_guaranies_and_a_name_is_no_formula() {
        let words = I18n::new(Locale::EsPy);
        let csv = month_csv(&[row("=SUMA(A1)"), row("Díaz; Ana")], &words);
        let csv = String::from_utf8(csv).expect("it is UTF-8");
        let mut lines = csv.lines().skip(1);
        let line = lines.next().expect("the first pupil");
        assert_eq!(line, "'=SUMA(A1);5.º grado B;2;44000;50000;-6000");
        let line = lines.next().expect("the second");
        assert!(line.starts_with("\"Díaz; Ana\";"), "{line}");
    }

    #[test]
    fn every_paper_has_room_for_a_month() {
        let words = I18n::new(Locale::EsPy);
        let noon = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00-03:00");
        let now = Moment::new(noon.expect("an instant"));
        for paper in [Paper::Columns48, Paper::Columns42, Paper::Columns32] {
            let page = account(
                &row("Sofía"),
                "noviembre 2026",
                ("Cantina", now),
                &words,
                paper,
            );
            let text = crate::printing::text::render(&page);
            assert!(text.contains("6.000"), "{text}");
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(widest <= Some(paper.columns()), "{text}");
        }
    }
}
