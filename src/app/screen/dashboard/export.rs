//! What is exported, and into which file.

use std::path::{Path, PathBuf};

use crate::domain::BusinessDay;
use crate::domain::metrics::Span;
use crate::report::Table;

/// What is exported.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum What {
    /// The page as one HTML file.
    #[default]
    Html,
    /// The page as a picture.
    Picture,
    /// Rows, as a workbook or as CSV.
    Rows(Rows, Form),
}

/// Which rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// One a sale.
    Sales,
    /// One a line.
    Lines,
    /// One a payment.
    Payments,
}

/// As which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A workbook.
    Xlsx,
    /// Comma-separated, as Excel in Spanish opens it.
    Csv,
}

impl What {
    /// Which rows, if rows are exported.
    #[must_use]
    pub const fn rows(self) -> Option<Rows> {
        match self {
            Self::Rows(rows, _) => Some(rows),
            Self::Html | Self::Picture => None,
        }
    }

    /// The form of the rows; a workbook where there are none.
    #[must_use]
    pub const fn form(self) -> Form {
        match self {
            Self::Rows(_, form) => form,
            Self::Html | Self::Picture => Form::Xlsx,
        }
    }

    /// The table of the rows.
    #[must_use]
    pub const fn table(self) -> Option<Table> {
        match self {
            Self::Html | Self::Picture => None,
            Self::Rows(Rows::Sales, _) => Some(Table::Sales),
            Self::Rows(Rows::Lines, _) => Some(Table::Lines),
            Self::Rows(Rows::Payments, _) => Some(Table::Payments),
        }
    }

    /// The key of its name, which is also that of the file.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Html | Self::Picture => "dash-file-page",
            Self::Rows(Rows::Sales, _) => "dash-file-sales",
            Self::Rows(Rows::Lines, _) => "dash-file-lines",
            Self::Rows(Rows::Payments, _) => "dash-file-payments",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Picture => "png",
            Self::Rows(_, Form::Xlsx) => "xlsx",
            Self::Rows(_, Form::Csv) => "csv",
        }
    }
}

/// The file in that folder: `panel-2026-11-23.html`, `ventas-2026-11-01_2026-11-23.xlsx`.
#[must_use]
pub fn file(folder: &Path, name: &str, span: Span, what: What) -> PathBuf {
    let day = |day: BusinessDay| day.to_string();
    let days = if span.is_day() {
        day(span.from())
    } else {
        format!("{}_{}", day(span.from()), day(span.to()))
    };
    folder.join(format!("{name}-{days}.{}", what.extension()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_what_it_holds_and_of_which_days() {
        let day = |text| BusinessDay::written(text).expect("a day");
        let folder = Path::new("Informes");
        let one = Span::day(day("23/11/2026"));
        let html = file(folder, "panel", one, What::Html);
        assert_eq!(html, folder.join("panel-2026-11-23.html"));
        let month = Span::new(day("01/11/2026"), day("23/11/2026")).expect("in order");
        let rows = file(folder, "ventas", month, What::Rows(Rows::Sales, Form::Csv));
        assert_eq!(rows, folder.join("ventas-2026-11-01_2026-11-23.csv"));
    }
}
