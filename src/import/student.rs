//! A row of a list of pupils.

use super::header::Columns;
use super::table::Row;
use super::{Reason, allergen, cell, diet};
use crate::domain::catalogue::STAFF;
use crate::domain::diet::{OwnNames, Restriction, Wish};
use crate::domain::ruc::{BadRuc, Ruc};
use crate::domain::search::fold;
use crate::domain::student::{NewGuardian, NewStudent};
use crate::domain::{CardNumber, Money, PriceListId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Name,
    FirstName,
    Surname,
    Grade,
    Section,
    Card,
    Kind,
    Guardian,
    Phone,
    Document,
    Balance,
    DailyLimit,
    CreditLimit,
    Restrictions,
    Diets,
    OwnDocument,
}

/// A row of a list that brings the file up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedPupil {
    /// What it says.
    pub new: NewStudent,
    /// The pupil's own CI, if it says so.
    pub document: Option<String>,
}

pub(super) const COLUMNS: Columns<Column> = Columns {
    headings: &[
        (
            Column::Name,
            &[
                "nombre y apellido",
                "alumno",
                "alumna",
                "estudiante",
                "nombre completo",
                "full name",
                "student",
                "apellido y nombre",
            ],
        ),
        (
            Column::FirstName,
            &["nombre", "nombres", "name", "first name"],
        ),
        (
            Column::Surname,
            &["apellido", "apellidos", "surname", "last name"],
        ),
        (
            Column::Grade,
            &["grado", "curso", "grado curso", "grade", "class"],
        ),
        (Column::Section, &["seccion", "section"]),
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
        (Column::Kind, &["tipo", "type", "kind"]),
        (
            Column::Guardian,
            &[
                "responsable",
                "tutor",
                "encargado",
                "padre madre",
                "madre padre",
                "guardian",
                "guardian name",
                "parent",
            ],
        ),
        (
            Column::Phone,
            &[
                "telefono",
                "celular",
                "telefono del responsable",
                "telefono responsable",
                "phone",
                "guardian phone",
                "mobile",
            ],
        ),
        (
            Column::Document,
            &[
                "ruc ci",
                "ruc",
                "ci",
                "ci ruc",
                "cedula",
                "documento",
                "ruc o ci",
                "document",
                "guardian ruc",
                "guardian ci",
                "ruc ci del responsable",
            ],
        ),
        (
            Column::OwnDocument,
            &[
                "ci del alumno",
                "ci alumno",
                "cedula del alumno",
                "cedula alumno",
                "documento del alumno",
                "documento alumno",
                "pupil document",
                "student document",
                "student ci",
            ],
        ),
        (Column::Balance, &["saldo", "saldo inicial", "balance"]),
        (
            Column::DailyLimit,
            &["limite diario", "tope diario", "daily limit"],
        ),
        (
            Column::CreditLimit,
            &[
                "limite de credito",
                "limite credito",
                "credito",
                "credit limit",
                "credit",
            ],
        ),
        (
            Column::Restrictions,
            &[
                "alergias",
                "alergia",
                "restricciones",
                "alergias y restricciones",
                "alergenos",
                "allergies",
                "restrictions",
                "allergens",
            ],
        ),
        (
            Column::Diets,
            &[
                "dieta",
                "dietas",
                "dietas y condiciones",
                "condiciones",
                "diet",
                "diets",
            ],
        ),
    ],
    needed: &[&[Column::FirstName, Column::Name, Column::Surname]],
    repeated: &[],
};

/// Reads a row; problems are left in it.
pub(super) fn read(row: &mut Row<Column>, names: &OwnNames) -> Option<NewStudent> {
    let name = name(row);
    let guardian = guardian(row);
    Some(NewStudent {
        grade: grade(row),
        card: card(row),
        price_list: row.optional(Column::Kind, price_list).flatten(),
        balance: row
            .optional(Column::Balance, cell::money)
            .unwrap_or(Money::ZERO),
        daily_limit: row.optional(Column::DailyLimit, cell::limit),
        credit_limit: row.optional(Column::CreditLimit, cell::amount),
        restrictions: restrictions(row, guardian.as_ref(), names),
        wishes: wishes(row, guardian.as_ref(), names),
        guardian,
        name: name?,
    })
}

/// The columns that a school merges: whoever has the same grade stands under it.
pub(super) const MERGED: [Column; 2] = [Column::Grade, Column::Section];

/// Reads a row with the pupil's own document, which no other line may have.
pub(super) fn read_listed(row: &mut Row<Column>, names: &OwnNames) -> Option<ListedPupil> {
    let own = row.optional(Column::OwnDocument, document);
    if let Some(own) = &own {
        row.unique(Column::OwnDocument, own);
    }
    let new = read(row, names)?;
    Some(ListedPupil { new, document: own })
}

/// «Nombre» beside «apellido» is half a name, alone it is the whole.
fn name(row: &mut Row<Column>) -> Option<String> {
    if !row.cell(Column::Name).is_empty() {
        return row.optional(Column::Name, cell::name);
    }
    let halves = [row.cell(Column::FirstName), row.cell(Column::Surname)];
    let whole = halves.join(" ").trim().to_owned();
    let read = if whole.is_empty() {
        Err(Reason::Missing)
    } else {
        cell::name(&whole)
    };
    read.map_err(|reason| row.refuse(Column::FirstName, reason))
        .ok()
}

fn grade(row: &mut Row<Column>) -> String {
    let grade = row.optional(Column::Grade, cell::name).unwrap_or_default();
    let section = row
        .optional(Column::Section, cell::name)
        .unwrap_or_default();
    format!("{grade} {section}").trim().to_owned()
}

fn card(row: &mut Row<Column>) -> Option<CardNumber> {
    let card = row.optional(Column::Card, |said| {
        let reason = if cell::is_scientific(said) {
            Reason::Scientific
        } else {
            Reason::NotCard
        };
        CardNumber::parse(said).map_err(|_| reason)
    })?;
    row.unique(Column::Card, card.as_str());
    Some(card)
}

fn price_list(said: &str) -> Result<Option<PriceListId>, Reason> {
    match fold(said).as_str() {
        "alumno" | "alumna" | "estudiante" | "student" | "pupil" | "aluno" | "aluna" => Ok(None),
        "personal" | "staff" | "docente" | "profesor" | "profesora" | "teacher" | "funcionario"
        | "funcionaria" | "professor" | "professora" => Ok(Some(STAFF)),
        _ => Err(Reason::NotKind),
    }
}

fn guardian(row: &mut Row<Column>) -> Option<NewGuardian> {
    let name = row.optional(Column::Guardian, cell::name);
    let phone = row.optional(Column::Phone, cell::name);
    let document = row.optional(Column::Document, document);
    let Some(name) = name else {
        if phone.is_some() || document.is_some() {
            row.refuse(Column::Guardian, Reason::GuardianWithoutName);
        }
        return None;
    };
    Some(NewGuardian {
        name,
        phone,
        document,
    })
}

/// A RUC with its right digit, or a CI without its dots.
fn document(said: &str) -> Result<String, Reason> {
    match Ruc::parse(said) {
        Ok(ruc) => return Ok(ruc.to_string()),
        Err(BadRuc::CheckDigit(right)) => return Err(Reason::RucDigit(right)),
        Err(BadRuc::Form) => {}
    }
    let number = said.replace(['.', ' '], "");
    let sound =
        (4..=10).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    if sound {
        Ok(number)
    } else {
        Err(Reason::NotDocument)
    }
}

/// The list speaks for the guardian, as far as it names one.
fn restrictions(
    row: &mut Row<Column>,
    guardian: Option<&NewGuardian>,
    names: &OwnNames,
) -> Vec<Restriction> {
    let read = |said: &str| allergen::restrictions(said, names);
    let said = row.optional(Column::Restrictions, read);
    let said_by = guardian.map_or(String::new(), |guardian| guardian.name.clone());
    let phone = guardian.and_then(|guardian| guardian.phone.clone());
    let restriction = |said: allergen::Said| Restriction {
        phone: phone.clone(),
        note: said.note,
        ..Restriction::new(said.allergen, said.severity, said_by.clone())
    };
    said.unwrap_or_default()
        .into_iter()
        .map(restriction)
        .collect()
}

fn wishes(row: &mut Row<Column>, guardian: Option<&NewGuardian>, names: &OwnNames) -> Vec<Wish> {
    let said = row.optional(Column::Diets, |said| diet::diets(said, names));
    let said_by = guardian.map_or(String::new(), |guardian| guardian.name.clone());
    let wish = |diet| Wish {
        diet,
        said_by: said_by.clone(),
        note: None,
        until: None,
    };
    said.unwrap_or_default().into_iter().map(wish).collect()
}
