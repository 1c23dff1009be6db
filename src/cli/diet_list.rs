//! A list of products of which it is known what is in them.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use super::Refusal;
use crate::domain::detect::score::Known;
use crate::domain::diet::Allergen;

/// The columns that must be there; others are not looked at.
const COLUMNS: [&str; 11] = [
    "id",
    "name",
    "category",
    "ingredients",
    "declaration",
    "claims",
    "contains",
    "traces",
    "absent",
    "unsure",
    "negatives_trusted",
];

/// One product of the list.
pub struct Product {
    pub id: String,
    pub name: String,
    pub category: String,
    pub ingredients: String,
    pub declaration: String,
    pub claims: Vec<String>,
    pub known: Known,
}

/// Reads the whole list, or says what is wrong with which line.
pub fn read(path: &Path) -> Result<Vec<Product>, Refusal> {
    let bytes = fs::read(path).map_err(|cause| {
        let refusal = Refusal::new("diet_no_file").told("path", path.display().to_string());
        refusal.told("cause", &cause)
    })?;
    let mut reader =
        csv::Reader::from_reader(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes));
    let headings = reader.headers().map_err(|error| broken(&error, 1))?;
    let columns: HashMap<String, usize> = headings
        .iter()
        .enumerate()
        .map(|(place, heading)| (heading.trim().to_owned(), place))
        .collect();
    let missing = COLUMNS.iter().find(|name| !columns.contains_key(**name));
    if let Some(column) = missing {
        return Err(Refusal::new("diet_no_column").told("column", *column));
    }
    let mut products = Vec::new();
    for record in reader.records() {
        let next = products.len() as u64 + 2;
        let record = record.map_err(|error| broken(&error, next))?;
        let line = record.position().map_or(next, csv::Position::line);
        let row = Row {
            columns: &columns,
            record: &record,
            line,
        };
        products.push(row.product()?);
    }
    Ok(products)
}

fn broken(error: &csv::Error, otherwise: u64) -> Refusal {
    let line = error.position().map_or(otherwise, csv::Position::line);
    let refusal = Refusal::new("diet_bad_row").told("line", number(line));
    refusal.told("cause", error.to_string())
}

fn number(line: u64) -> i64 {
    i64::try_from(line).unwrap_or(i64::MAX)
}

struct Row<'a> {
    columns: &'a HashMap<String, usize>,
    record: &'a csv::StringRecord,
    line: u64,
}

impl Row<'_> {
    fn product(&self) -> Result<Product, Refusal> {
        let known = Known {
            contains: self.allergens("contains")?,
            traces: self.allergens("traces")?,
            absent: self.allergens("absent")?,
            unsure: self.allergens("unsure")?,
            complete: self.complete()?,
        };
        let text = |column| self.cell(column).map(str::to_owned);
        Ok(Product {
            id: text("id")?,
            name: text("name")?,
            category: text("category")?,
            ingredients: text("ingredients")?,
            declaration: text("declaration")?,
            claims: self.parts("claims")?.map(str::to_owned).collect(),
            known,
        })
    }

    fn cell(&self, column: &'static str) -> Result<&str, Refusal> {
        let place = self.columns.get(column);
        let place = place.ok_or_else(|| Refusal::new("diet_no_column").told("column", column))?;
        Ok(self.record.get(*place).unwrap_or_default().trim())
    }

    fn parts(&self, column: &'static str) -> Result<impl Iterator<Item = &str>, Refusal> {
        let parts = self.cell(column)?.split(';').map(str::trim);
        Ok(parts.filter(|part| !part.is_empty()))
    }

    fn allergens(&self, column: &'static str) -> Result<Vec<Allergen>, Refusal> {
        let known = |code| Allergen::from_code(code).ok_or_else(|| self.bad_value(column, code));
        self.parts(column)?.map(known).collect()
    }

    fn complete(&self) -> Result<bool, Refusal> {
        let column = "negatives_trusted";
        match self.cell(column)? {
            "1" => Ok(true),
            "0" | "" => Ok(false),
            other => Err(self.bad_value(column, other)),
        }
    }

    fn bad_value(&self, column: &'static str, value: &str) -> Refusal {
        let refusal = Refusal::new("diet_bad_value").told("line", number(self.line));
        refusal
            .told("column", column)
            .told("value", value.to_owned())
    }
}
