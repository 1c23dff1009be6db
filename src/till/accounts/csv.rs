//! Statements and low balances as CSV, as Excel in Spanish opens it: a mark for UTF-8, `;` between cells.

use crate::domain::formula::harmless;
use crate::domain::{Moment, Money};
use crate::i18n::I18n;
use crate::printing::account::{more, what};
use crate::store::{Low, Statement};

/// Tells Excel that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// A statement, oldest line first, between its opening and its closing balance.
#[must_use]
pub fn statement(statement: &Statement, words: &I18n, now: Moment) -> String {
    let mut sheet = Sheet::default();
    let heads = [
        "day", "time", "what", "more", "pupil", "amount", "balance", "user",
    ];
    sheet.row(heads.map(|head| words.text(&format!("csv-{head}"))));
    let edge = |day, key: &str, balance| {
        let none = String::new;
        let label = words.text(key);
        let day = words.date(day);
        [
            day,
            none(),
            label,
            none(),
            none(),
            none(),
            plain(balance),
            none(),
        ]
    };
    sheet.row(edge(statement.from, "statement-opening", statement.opening));
    for line in statement.lines.iter().rev() {
        sheet.row([
            words.date(line.day),
            words.time(now.plus_millis(line.at.0 - now.at.0)),
            what(line, words),
            more(line, words).unwrap_or_default(),
            line.pupil.clone().unwrap_or_default(),
            plain(line.amount),
            plain(line.balance),
            line.user.clone().unwrap_or_default(),
        ]);
    }
    sheet.row(edge(statement.to, "statement-closing", statement.closing));
    sheet.0
}

/// The low balances: whom to call.
#[must_use]
pub fn low(low: &[Low], words: &I18n) -> String {
    let mut sheet = Sheet::default();
    let heads = ["pupil", "grade", "balance", "mark", "guardian", "phone"];
    sheet.row(heads.map(|head| words.text(&format!("csv-{head}"))));
    for account in low {
        sheet.row([
            account.names.clone(),
            account.grade.clone(),
            plain(account.balance),
            plain(account.mark),
            account.guardian.clone().unwrap_or_default(),
            account.phone.clone().unwrap_or_default(),
        ]);
    }
    sheet.0
}

/// A number that a spreadsheet can add up.
fn plain(amount: Money) -> String {
    amount.amount().to_string()
}

/// Rows of cells.
struct Sheet(String);

impl Default for Sheet {
    fn default() -> Self {
        Self(MARK.to_owned())
    }
}

impl Sheet {
    fn row<const N: usize>(&mut self, cells: [String; N]) {
        let cells = cells.map(|cell| quoted(&harmless(&cell)));
        self.0.push_str(&cells.join(";"));
        self.0.push_str("\r\n");
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::StudentId;
    use crate::i18n::Locale;

    #[test]
    fn the_list_opens_in_excel_and_no_name_is_run_as_a_formula() {
        let account = |names: &str, balance| Low {
            student: StudentId(1),
            names: names.to_owned(),
            grade: "5.º B".to_owned(),
            balance: Money::guaranies(balance),
            mark: Money::guaranies(10_000),
            guardian: Some("Carmen; la abuela".to_owned()),
            phone: Some("0981 123 456".to_owned()),
        };
        let all = [account("Sofía", -500), account("=1+1", 20)];
        let sheet = low(&all, &I18n::new(Locale::EsPy));
        let lines: Vec<&str> = sheet.split("\r\n").collect();
        assert!(lines[0].starts_with('\u{feff}'));
        assert_eq!(
            lines[1],
            "Sofía;5.º B;-500;10000;\"Carmen; la abuela\";0981 123 456"
        );
        assert!(lines[2].starts_with("'=1+1;"), "{}", lines[2]);
    }
}
