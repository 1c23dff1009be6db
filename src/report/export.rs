//! Sales, lines and payments as rows of a file: CSV as Excel in Spanish opens it, or XLSX.

use std::path::Path;

use super::csv_file::CsvFile;
use super::file::{not_written, whole};
use super::xlsx_file::XlsxFile;
use super::{Exported, NoReport, Table, words};
use crate::domain::metrics::{SaleKind, Span};
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, Money, Quantity};
use crate::i18n::I18n;
use crate::store::{Head, PaymentLine, ProductLine, Reader, SaleLine};

/// One cell; its kind is kept where the file can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    Number(i64),
    Money(Money),
    Quantity(Quantity),
    Day(BusinessDay),
    /// Minutes of the day.
    Time(i64),
    Empty,
}

/// What rows are written into.
pub(super) trait Sheet {
    fn row(&mut self, cells: &[Cell]) -> Result<(), NoReport>;
}

/// Writes the rows of some days; nothing is left of a file that was not finished.
///
/// # Errors
/// [`NoReport::NotWritten`], or when the canteen's file cannot be read.
pub fn export(
    reader: &Reader,
    table: Table,
    span: Span,
    file: &Path,
    words: &I18n,
) -> Result<Exported, NoReport> {
    let is_xlsx = file
        .extension()
        .is_some_and(|ext| ext.eq_ignore_ascii_case("xlsx"));
    let headings = headings(table, words);
    let (rows, total) = whole(file, |part| {
        if is_xlsx {
            let mut sheet = XlsxFile::new(file, &table_name(table, words), &headings)?;
            let done = write(reader, table, span, words, &mut sheet)?;
            sheet.save(part)?;
            Ok(done)
        } else {
            let mut sheet = CsvFile::create(file, part, &headings)?;
            let done = write(reader, table, span, words, &mut sheet)?;
            sheet.finish().map_err(|cause| not_written(file, cause))?;
            Ok(done)
        }
    })?;
    Ok(Exported {
        rows,
        total,
        file: file.to_owned(),
    })
}

fn write(
    reader: &Reader,
    table: Table,
    span: Span,
    words: &I18n,
    sheet: &mut impl Sheet,
) -> Result<(u64, Money), NoReport> {
    let mut rows = 0;
    let mut total = Money::ZERO;
    let mut put = |cells: Vec<Cell>, amount: Money| {
        rows += 1;
        total += amount;
        sheet.row(&cells)
    };
    let says = Says::new(words);
    match table {
        Table::Sales => reader.every_sale(span, |sale| {
            let paid = sale.total - sale.rounding;
            put(says.sale(sale), paid)
        })?,
        Table::Lines => reader.every_line(span, |line| {
            let paid = line.paid;
            put(says.line(line), paid)
        })?,
        Table::Payments => reader.every_payment(span, |payment| {
            let amount = payment.amount;
            put(says.payment(payment), amount)
        })?,
    }
    Ok((rows, total))
}

fn table_name(table: Table, words: &I18n) -> String {
    words.text(match table {
        Table::Sales => "report-table-sales",
        Table::Lines => "report-table-lines",
        Table::Payments => "report-table-payments",
    })
}

fn headings(table: Table, words: &I18n) -> Vec<String> {
    let own: &[&str] = match table {
        Table::Sales => &[
            "of", "pupil", "grade", "guardian", "cashier", "discount", "total", "rounding", "paid",
        ],
        Table::Lines => &["product", "category", "quantity", "price", "paid", "rate"],
        Table::Payments => &["tender", "paid", "received", "reference"],
    };
    let all = ["day", "time", "number", "kind"].iter().chain(own);
    all.map(|column| words.text(&format!("report-column-{column}")))
        .collect()
}

/// The words that come again in every row.
struct Says {
    sale: String,
    void: String,
    refund: String,
    tenders: Vec<(TenderKind, String)>,
}

impl Says {
    fn new(words: &I18n) -> Self {
        let tender = |kind| (kind, words::tender(words, kind));
        Self {
            sale: words.text("report-kind-sale"),
            void: words.text("report-kind-void"),
            refund: words.text("report-kind-refund"),
            tenders: TenderKind::ALL.map(tender).to_vec(),
        }
    }

    fn head(&self, head: &Head) -> Vec<Cell> {
        let kind = match head.kind {
            SaleKind::Sale => &self.sale,
            SaleKind::Void => &self.void,
            SaleKind::Refund => &self.refund,
        };
        vec![
            Cell::Day(head.day),
            Cell::Time(head.minute),
            Cell::Number(head.number),
            Cell::Text(kind.clone()),
        ]
    }

    fn sale(&self, sale: SaleLine) -> Vec<Cell> {
        let paid = sale.total - sale.rounding;
        let mut cells = self.head(&sale.head);
        cells.extend([
            sale.of.map_or(Cell::Empty, Cell::Number),
            text(sale.buyer),
            text(sale.grade),
            text(sale.guardian),
            Cell::Text(sale.cashier),
            Cell::Money(sale.discount),
            Cell::Money(sale.total),
            // As the screen says it: total and rounding come to what was paid.
            Cell::Money(-sale.rounding),
            Cell::Money(paid),
        ]);
        cells
    }

    fn line(&self, line: ProductLine) -> Vec<Cell> {
        let mut cells = self.head(&line.head);
        cells.extend([
            Cell::Text(line.product),
            Cell::Text(line.category),
            Cell::Quantity(line.quantity),
            Cell::Money(line.price),
            Cell::Money(line.paid),
            Cell::Number(line.rate),
        ]);
        cells
    }

    fn payment(&self, payment: PaymentLine) -> Vec<Cell> {
        let kind = TenderKind::from_code(&payment.tender);
        let mut known = self.tenders.iter();
        let word = known.find(|(of, _)| Some(*of) == kind);
        let word = word.map_or(payment.tender, |(_, word)| word.clone());
        let mut cells = self.head(&payment.head);
        cells.extend([
            Cell::Text(word),
            Cell::Money(payment.amount),
            Cell::Money(payment.received),
            text(payment.reference),
        ]);
        cells
    }
}

fn text(text: Option<String>) -> Cell {
    text.map_or(Cell::Empty, Cell::Text)
}
