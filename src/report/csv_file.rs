//! CSV as Excel in Spanish opens it by a double click: a BOM, semicolons, decimal commas, CRLF.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::NoReport;
use super::export::{Cell, Sheet};
use super::file::not_written;
use crate::domain::formula::harmless;

pub(super) struct CsvFile {
    file: PathBuf,
    rows: csv::Writer<BufWriter<File>>,
}

impl CsvFile {
    pub fn create(file: &Path, part: &Path, headings: &[String]) -> Result<Self, NoReport> {
        let open = || -> io::Result<_> {
            let mut out = BufWriter::new(File::create(part)?);
            out.write_all("\u{feff}".as_bytes())?;
            let mut rows = csv::WriterBuilder::new()
                .delimiter(b';')
                .terminator(csv::Terminator::CRLF)
                .from_writer(out);
            rows.write_record(headings)?;
            Ok(rows)
        };
        let rows = open().map_err(|cause| not_written(file, cause))?;
        let file = file.to_owned();
        Ok(Self { file, rows })
    }

    pub fn finish(mut self) -> io::Result<()> {
        self.rows.flush()
    }
}

impl Sheet for CsvFile {
    fn row(&mut self, cells: &[Cell]) -> Result<(), NoReport> {
        let written = self.rows.write_record(cells.iter().map(written));
        written.map_err(|cause| not_written(&self.file, cause.into()))
    }
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text).into_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Money(money) => money.amount().to_string(),
        Cell::Quantity(quantity) => quantity.decimal().normalize().to_string().replace('.', ","),
        Cell::Day(day) => day.0.format("%d/%m/%Y").to_string(),
        Cell::Time(minutes) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        Cell::Empty => String::new(),
    }
}
