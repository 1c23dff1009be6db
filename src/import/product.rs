//! A row of a list of products.

use super::header::Columns;
use super::table::Row;
use super::{Reason, allergen, cell};
use crate::domain::catalogue::{NewProduct, StockRule, Unit};
use crate::domain::code::Code;
use crate::domain::diet::{Declaration, Declarations, Declared, Source};
use crate::domain::search::fold;
use crate::domain::tax::Rate;
use crate::domain::{BusinessDay, Quantity};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Name,
    Category,
    Price,
    StaffPrice,
    Codes,
    Unit,
    Stock,
    StockMinimum,
    SellWithoutStock,
    Rate,
    Cost,
    Ingredients,
    Statement,
    Contains,
    MayContain,
    FreeOf,
    Source,
    Favourite,
}

pub(super) const COLUMNS: Columns<Column> = Columns {
    headings: &[
        (
            Column::Name,
            &[
                "nombre",
                "producto",
                "descripcion",
                "articulo",
                "name",
                "product",
            ],
        ),
        (Column::Category, &["categoria", "rubro", "category"]),
        (
            Column::Price,
            &[
                "precio",
                "precio de venta",
                "precio venta",
                "precio alumnos",
                "price",
            ],
        ),
        (
            Column::StaffPrice,
            &[
                "precio personal",
                "precio para personal",
                "precio docentes",
                "staff price",
                "price for staff",
            ],
        ),
        (
            Column::Codes,
            &[
                "codigo de barras",
                "codigo de barra",
                "codigos de barras",
                "codigo barras",
                "codigo",
                "codigos",
                "codigo 2",
                "codigo 3",
                "ean",
                "barcode",
                "barcodes",
                "code",
                "codes",
            ],
        ),
        (
            Column::Unit,
            &["unidad", "unidad de medida", "medida", "unit"],
        ),
        (
            Column::Stock,
            &["stock", "existencia", "existencias", "cantidad", "quantity"],
        ),
        (
            Column::StockMinimum,
            &[
                "stock minimo",
                "minimo",
                "stock minimum",
                "minimum stock",
                "minimum",
            ],
        ),
        (
            Column::SellWithoutStock,
            &["vender sin stock", "sell without stock"],
        ),
        (Column::Rate, &["iva", "tasa iva", "impuesto", "vat", "tax"]),
        (
            Column::Cost,
            &["costo", "precio de costo", "precio costo", "cost"],
        ),
        (Column::Ingredients, &["ingredientes", "ingredients"]),
        (
            Column::Statement,
            &[
                "leyenda",
                "leyenda de alergenos",
                "declaracion",
                "statement",
            ],
        ),
        (
            Column::Contains,
            &["contiene", "alergenos", "contains", "allergens"],
        ),
        (
            Column::MayContain,
            &["puede contener", "trazas", "may contain", "traces"],
        ),
        (Column::FreeOf, &["libre de", "free of", "free from"]),
        (
            Column::Source,
            &["fuente", "fuente de la declaracion", "source"],
        ),
        (
            Column::Favourite,
            &["favorito", "favoritos", "favourite", "favorite"],
        ),
    ],
    needed: &[&[Column::Name], &[Column::Category], &[Column::Price]],
    repeated: &[Column::Codes],
};

/// Reads a row; problems are left in it.
pub(super) fn read(row: &mut Row<Column>, day: BusinessDay) -> Option<NewProduct> {
    let name = row.needed(Column::Name, cell::name);
    if let Some(name) = &name {
        row.unique(Column::Name, name);
    }
    let category = row.needed(Column::Category, cell::name);
    let price = row.needed(Column::Price, cell::price);
    let unit = row.optional(Column::Unit, cell::unit).unwrap_or(Unit::Each);
    let stock = row.optional(Column::Stock, |said| cell::stock(said, unit));
    Some(NewProduct {
        codes: codes(row),
        staff_price: row.optional(Column::StaffPrice, cell::price),
        cost: row.optional(Column::Cost, cell::amount),
        rate: row.optional(Column::Rate, cell::rate).unwrap_or(Rate::Ten),
        unit,
        stock_rule: stock_rule(row, stock),
        stock,
        stock_minimum: stock_minimum(row, unit),
        favourite: row
            .optional(Column::Favourite, cell::yes_no)
            .unwrap_or(false),
        ingredients: row.optional(Column::Ingredients, cell::text),
        statement: row.optional(Column::Statement, cell::text),
        declarations: declarations(row, day),
        name: name?,
        category: category?,
        price: price?,
    })
}

fn codes(row: &mut Row<Column>) -> Vec<Code> {
    let mut codes = row.all(Column::Codes, cell::codes);
    codes.sort();
    codes.dedup();
    for code in &codes {
        row.unique(Column::Codes, code.as_str());
    }
    codes
}

/// Unless the list says otherwise, what is counted is not sold beyond its count, and the rest is.
fn stock_rule(row: &mut Row<Column>, stock: Option<Quantity>) -> StockRule {
    let allowed = row.optional(Column::SellWithoutStock, cell::yes_no);
    if allowed.unwrap_or(stock.is_none()) {
        StockRule::Allow
    } else {
        StockRule::Refuse
    }
}

fn stock_minimum(row: &mut Row<Column>, unit: Unit) -> Quantity {
    let minimum = row.optional(Column::StockMinimum, |said| {
        match cell::stock(said, unit)? {
            negative if negative < Quantity::ZERO => Err(Reason::Negative),
            minimum => Ok(minimum),
        }
    });
    minimum.unwrap_or(Quantity::ZERO)
}

/// Each declaration keeps the words it rests on. Contained outweighs possible; free and either is a problem.
fn declarations(row: &mut Row<Column>, day: BusinessDay) -> Declarations {
    let source = row
        .optional(Column::Source, source)
        .unwrap_or(Source::Staff);
    let mut declarations = Declarations::none();
    for (column, state) in [
        (Column::MayContain, Declared::MayContain),
        (Column::Contains, Declared::Contains),
        (Column::FreeOf, Declared::Free),
    ] {
        let read = if state == Declared::Free {
            allergen::free_of
        } else {
            allergen::contained
        };
        let quote = Some(row.cell(column).to_owned());
        for allergen in row.optional(column, read).unwrap_or_default() {
            let before = declarations.state(allergen);
            if state == Declared::Free && before > Declared::Unknown {
                row.refuse(column, Reason::Contradiction(allergen));
            }
            let quote = quote.clone();
            let said = Declaration::new(state, source, day).quoting(quote);
            declarations.declare(allergen, said);
        }
    }
    declarations
}

fn source(said: &str) -> Result<Source, Reason> {
    match fold(said).as_str() {
        "etiqueta" | "envase" | "label" | "rotulo" => Ok(Source::Label),
        "proveedor" | "supplier" | "fornecedor" => Ok(Source::Supplier),
        "receta" | "recipe" | "receita" => Ok(Source::Recipe),
        "personal" | "staff" | "equipe" => Ok(Source::Staff),
        _ => Err(Reason::NotSource),
    }
}
