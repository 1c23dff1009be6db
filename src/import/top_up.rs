//! A row of a list of top-ups.

use super::header::Columns;
use super::table::Row;
use super::{Reason, cell};
use crate::domain::search::fold;
use crate::domain::tender::{Reference, TenderKind};
use crate::domain::{CardNumber, Money};

/// A line of a list of top-ups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedTopUp {
    /// The pupil's card, if the line says one.
    pub card: Option<CardNumber>,
    /// Their name, if the line says it.
    pub name: Option<String>,
    /// Their class.
    pub grade: Option<String>,
    /// How much.
    pub amount: Money,
    /// How it was paid, where the line says it.
    pub tender: Option<TenderKind>,
    /// The operation's number.
    pub reference: Option<Reference>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Card,
    Name,
    Grade,
    Amount,
    Tender,
    Reference,
}

pub(super) const COLUMNS: Columns<Column> = Columns {
    headings: &[
        (
            Column::Card,
            &[
                "tarjeta",
                "numero de tarjeta",
                "nro de tarjeta",
                "nro tarjeta",
                "card",
                "card number",
            ],
        ),
        (
            Column::Name,
            &[
                "alumno",
                "alumna",
                "nombre y apellido",
                "nombre",
                "nombre completo",
                "estudiante",
                "student",
                "name",
            ],
        ),
        (
            Column::Grade,
            &["grado", "curso", "grado curso", "grade", "class"],
        ),
        (
            Column::Amount,
            &["monto", "importe", "carga", "amount", "top up", "valor"],
        ),
        (
            Column::Tender,
            &["medio", "medio de pago", "forma de pago", "tender"],
        ),
        (
            Column::Reference,
            &[
                "referencia",
                "operacion",
                "nro de operacion",
                "comprobante",
                "reference",
            ],
        ),
    ],
    needed: &[&[Column::Card, Column::Name], &[Column::Amount]],
    repeated: &[],
};

/// Reads a row; problems are left in it.
pub(super) fn read(row: &mut Row<Column>) -> Option<ListedTopUp> {
    let card = row.optional(Column::Card, card);
    let name = row.optional(Column::Name, cell::name);
    if row.cell(Column::Card).is_empty() && row.cell(Column::Name).is_empty() {
        row.refuse(Column::Card, Reason::Missing);
    }
    let grade = row.optional(Column::Grade, cell::name);
    let amount = row.needed(Column::Amount, positive);
    let tender = row.optional(Column::Tender, tender);
    let reference = row.optional(Column::Reference, |said| {
        Reference::parse(said).map_err(|_| Reason::TooLong(40))
    });
    let listed = ListedTopUp {
        card,
        name,
        grade,
        amount: amount?,
        tender,
        reference,
    };
    row.unique(Column::Amount, &listed.key());
    Some(listed)
}

impl ListedTopUp {
    /// The same twice on one list is a slip of whoever made it.
    fn key(&self) -> String {
        let who = match (&self.card, &self.name) {
            (Some(card), _) => card.to_string(),
            (None, name) => name.clone().unwrap_or_default(),
        };
        let grade = self.grade.as_deref().unwrap_or_default();
        let reference = self.reference.as_ref().map(Reference::as_str);
        let reference = reference.unwrap_or_default();
        format!("{who} {grade} {} {reference}", self.amount)
    }
}

fn card(said: &str) -> Result<CardNumber, Reason> {
    CardNumber::parse(said).map_err(|_| Reason::NotCard)
}

fn positive(said: &str) -> Result<Money, Reason> {
    match cell::money(said)? {
        amount if amount.is_positive() => Ok(amount),
        _ => Err(Reason::NotTopUp),
    }
}

/// As people in Paraguay name them, or by the word of the command line.
fn tender(said: &str) -> Result<TenderKind, Reason> {
    let folded = fold(said);
    let kind = match folded.as_str() {
        "efectivo" | "cash" => TenderKind::Cash,
        "debito" | "tarjeta de debito" | "debit" => TenderKind::Debit,
        "credito" | "tarjeta de credito" | "credit" => TenderKind::Credit,
        "transferencia" | "banco" | "transfer" => TenderKind::Transfer,
        "qr" => TenderKind::Qr,
        "giro" | "giros" => TenderKind::Giro,
        _ => return Err(Reason::NotTender),
    };
    Ok(kind)
}
