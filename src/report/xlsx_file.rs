//! XLSX with real numbers and dates.

use std::io;
use std::path::{Path, PathBuf};

use chrono::Datelike;
use rust_xlsxwriter::{ColNum, ExcelDateTime, Format, RowNum, Workbook, Worksheet, XlsxError};

use super::NoReport;
use super::export::{Cell, Sheet};
use super::file::not_written;

/// Excel has no more rows than these, the headings' counted.
const ROWS: RowNum = 1_048_576;

/// How wide the columns are, in letters.
const WIDE: f64 = 15.0;

pub(super) struct XlsxFile {
    file: PathBuf,
    book: Workbook,
    next: RowNum,
    day: Format,
    time: Format,
    money: Format,
    quantity: Format,
}

impl XlsxFile {
    pub fn new(file: &Path, name: &str, headings: &[String]) -> Result<Self, NoReport> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet_with_constant_memory();
        let begun = sheet.and_then(|sheet| begin(sheet, name, headings));
        begun.map_err(|cause| failed(file, &cause))?;
        Ok(Self {
            file: file.to_owned(),
            book,
            next: 1,
            day: Format::new().set_num_format("dd/mm/yyyy"),
            time: Format::new().set_num_format("hh:mm"),
            money: Format::new().set_num_format("#,##0"),
            quantity: Format::new().set_num_format("#,##0.###"),
        })
    }

    pub fn save(&mut self, part: &Path) -> Result<(), NoReport> {
        let saved = self.book.save(part);
        saved.map_err(|cause| failed(&self.file, &cause))
    }

    fn put(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        let row = self.next;
        let sheet = self.book.worksheet_from_index(0)?;
        for (column, cell) in (0..).zip(cells) {
            let column: ColNum = column;
            match cell {
                Cell::Text(text) => sheet.write_string(row, column, text)?,
                Cell::Number(number) => sheet.write_number(row, column, float(*number))?,
                Cell::Money(money) => {
                    let amount = float(money.amount());
                    sheet.write_number_with_format(row, column, amount, &self.money)?
                }
                Cell::Quantity(quantity) => {
                    let amount = float(quantity.in_thousandths()) / 1_000.0;
                    sheet.write_number_with_format(row, column, amount, &self.quantity)?
                }
                Cell::Day(day) => {
                    let year = u16::try_from(day.0.year()).unwrap_or(1900);
                    let month = u8::try_from(day.0.month()).unwrap_or(1);
                    let of_month = u8::try_from(day.0.day()).unwrap_or(1);
                    let day = ExcelDateTime::from_ymd(year, month, of_month)?;
                    sheet.write_datetime_with_format(row, column, &day, &self.day)?
                }
                Cell::Time(minutes) => {
                    let hour = u16::try_from(minutes / 60).unwrap_or(0);
                    let minute = u8::try_from(minutes % 60).unwrap_or(0);
                    let time = ExcelDateTime::from_hms(hour, minute, 0)?;
                    sheet.write_datetime_with_format(row, column, &time, &self.time)?
                }
                Cell::Empty => sheet,
            };
        }
        self.next += 1;
        Ok(())
    }
}

impl Sheet for XlsxFile {
    fn row(&mut self, cells: &[Cell]) -> Result<(), NoReport> {
        if self.next >= ROWS {
            return Err(NoReport::TooManyRows);
        }
        self.put(cells).map_err(|cause| failed(&self.file, &cause))
    }
}

fn begin(sheet: &mut Worksheet, name: &str, headings: &[String]) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name(name)?;
    for (column, _) in (0..).zip(headings) {
        sheet.set_column_width(column, WIDE)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
    }
    Ok(())
}

/// Amounts are far under 2^53, where a float holds every whole number.
#[allow(clippy::cast_precision_loss)]
const fn float(number: i64) -> f64 {
    number as f64
}

fn failed(file: &Path, cause: &XlsxError) -> NoReport {
    let cause = match cause {
        XlsxError::IoError(cause) => io::Error::new(cause.kind(), cause.to_string()),
        other => io::Error::other(other.to_string()),
    };
    not_written(file, cause)
}
