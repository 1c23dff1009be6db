//! A list of what came in or of what was counted: the products are those on file, by a code or by name.

use std::collections::HashMap;

use super::header::Columns;
use super::table::{self, Row};
use super::{Plan, Reason, cell};
use crate::domain::catalogue::Unit;
use crate::domain::search::fold;
use crate::domain::stock::{BadLine, CostOf, PurchaseLine, counted};
use crate::domain::{ProductId, Quantity};
use crate::store::stock::StockItem;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Code,
    Name,
    Quantity,
    Each,
    Total,
}

const CODE: (Column, &[&str]) = (
    Column::Code,
    &["codigo de barras", "codigo", "ean", "barcode", "code"],
);
const NAME: (Column, &[&str]) = (
    Column::Name,
    &[
        "producto",
        "nombre",
        "descripcion",
        "articulo",
        "product",
        "name",
        "produto",
        "nome",
    ],
);
const QUANTITY: (Column, &[&str]) = (
    Column::Quantity,
    &[
        "cantidad",
        "contado",
        "stock",
        "existencia",
        "quantity",
        "counted",
        "quantidade",
    ],
);

const PURCHASE: Columns<Column> = Columns {
    headings: &[
        CODE,
        NAME,
        QUANTITY,
        (
            Column::Each,
            &[
                "costo",
                "costo unitario",
                "precio de costo",
                "cost",
                "custo",
                "cost each",
            ],
        ),
        (
            Column::Total,
            &[
                "total",
                "costo total",
                "importe",
                "subtotal",
                "amount",
                "valor",
            ],
        ),
    ],
    needed: &[
        &[Column::Code, Column::Name],
        &[Column::Quantity],
        &[Column::Each, Column::Total],
    ],
    repeated: &[],
};

const COUNT: Columns<Column> = Columns {
    headings: &[CODE, NAME, QUANTITY],
    needed: &[&[Column::Code, Column::Name], &[Column::Quantity]],
    repeated: &[],
};

/// The products on file, by what a list calls them.
struct Shelf<'a> {
    by_code: HashMap<&'a str, &'a StockItem>,
    by_name: HashMap<String, Vec<&'a StockItem>>,
}

/// Reads what came in.
#[must_use]
pub fn purchase(bytes: &[u8], items: &[StockItem]) -> Plan<PurchaseLine> {
    let shelf = Shelf::of(items);
    table::read(bytes, &PURCHASE, |row| {
        let item = shelf.find(row)?;
        let quantity = row.needed(Column::Quantity, |said| quantity(said, item.unit));
        let each = row.optional(Column::Each, cell::amount);
        let total = row.optional(Column::Total, cell::amount);
        let empty = row.cell(Column::Each).is_empty() && row.cell(Column::Total).is_empty();
        if empty {
            row.refuse(Column::Each, Reason::Missing);
        }
        let cost = total.map(CostOf::Total).or(each.map(CostOf::Each))?;
        match PurchaseLine::new(item.product, item.unit, quantity?, cost) {
            Ok(line) => Some(line),
            Err(BadLine::Quantity(_)) => {
                row.refuse(Column::Quantity, Reason::NotQuantity);
                None
            }
            Err(BadLine::Cost) => {
                row.refuse(Column::Each, Reason::NotPrice);
                None
            }
        }
    })
}

/// Reads what was counted; a product twice is a slip of whoever counted.
#[must_use]
pub fn count(bytes: &[u8], items: &[StockItem]) -> Plan<(ProductId, Quantity)> {
    let shelf = Shelf::of(items);
    table::read(bytes, &COUNT, |row| {
        let item = shelf.find(row)?;
        let found = row.needed(Column::Quantity, |said| {
            let found = cell::stock(said, item.unit)?;
            counted(found, item.unit).map_err(|_| Reason::NotQuantity)
        });
        // Two products may have one name: the number tells them apart.
        row.unique(Column::Name, &format!("{} #{}", item.name, item.product.0));
        Some((item.product, found?))
    })
}

fn quantity(said: &str, unit: Unit) -> Result<Quantity, Reason> {
    let quantity = cell::stock(said, unit)?;
    quantity.sellable().map_err(|_| Reason::NotQuantity)
}

impl<'a> Shelf<'a> {
    fn of(items: &'a [StockItem]) -> Self {
        let (mut by_code, mut by_name) = (HashMap::new(), HashMap::<_, Vec<_>>::new());
        for item in items {
            by_code.extend(item.codes.iter().map(|code| (code.as_str(), item)));
            by_name.entry(fold(&item.name)).or_default().push(item);
        }
        Self { by_code, by_name }
    }

    /// The product of a row: by its code where the row has one, else by its name.
    fn find(&self, row: &mut Row<Column>) -> Option<&'a StockItem> {
        if !row.cell(Column::Code).is_empty() {
            return row.optional(Column::Code, |said| {
                if cell::is_scientific(said) {
                    return Err(Reason::Scientific);
                }
                let known = self.by_code.get(said.trim()).copied();
                known.ok_or(Reason::UnknownProduct)
            });
        }
        row.needed(Column::Name, |said| match self.by_name.get(&fold(said)) {
            None => Err(Reason::UnknownProduct),
            Some(found) => match found[..] {
                [one] => Ok(one),
                _ => Err(Reason::SeveralProducts),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CategoryId, Money};

    fn item(product: i64, name: &str, code: &str, unit: Unit) -> StockItem {
        StockItem {
            product: ProductId(product),
            name: name.to_owned(),
            category: CategoryId(1),
            category_name: "Golosinas".to_owned(),
            codes: vec![code.to_owned()],
            unit,
            stock: Quantity::ZERO,
            minimum: Quantity::ZERO,
            cost: None,
        }
    }

    fn items() -> Vec<StockItem> {
        vec![
            item(1, "Alfajor", "7840001", Unit::Each),
            item(2, "Queso Paraguay", "200", Unit::Kilogram),
            item(3, "Jugo", "301", Unit::Each),
            item(4, "Jugo", "302", Unit::Each),
        ]
    }

    #[test]
    fn what_came_in_is_found_by_code_or_name_and_costs_each_or_altogether() {
        let list = "Código;Producto;Cantidad;Costo;Total\n7840001;;24;1.500;\n;queso paraguay;1,5;;48.000\n";
        let plan = purchase(list.as_bytes(), &items());
        assert_eq!(plan.problems, []);
        let lines: Vec<_> = plan
            .rows
            .iter()
            .map(|line| (line.product().0, line.quantity(), line.cost()))
            .collect();
        assert_eq!(
            lines,
            [
                (1, Quantity::pieces(24), Money::guaranies(36_000)),
                (2, Quantity::thousandths(1_500), Money::guaranies(48_000)),
            ]
        );
    }

    #[test]
    fn every_line_that_is_wrong_is_named_and_nothing_guessed() {
        let list = "Código;Producto;Cantidad;Costo\n999;;1;100\n;Jugo;1;100\n301;;1,5;100\n301;;0;100\n301;;2;\n7,84E+12;;1;1\n";
        let plan = purchase(list.as_bytes(), &items());
        let wrong: Vec<_> = plan
            .problems
            .iter()
            .map(|problem| (problem.line, problem.reason.code()))
            .collect();
        assert_eq!(
            wrong,
            [
                (2, "unknown-product"),
                (3, "several-products"),
                (4, "not-whole"),
                (5, "not-quantity"),
                (6, "missing"),
                (7, "scientific"),
            ]
        );
    }

    #[test]
    fn a_product_counted_twice_is_a_slip() {
        let plan = count(
            "codigo;cantidad\n301;4\n302;0\n301;5\n".as_bytes(),
            &items(),
        );
        let wrong: Vec<_> = plan.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(wrong, [2, 4]);
        assert_eq!(plan.rows, [(ProductId(4), Quantity::ZERO)]);
    }
}
