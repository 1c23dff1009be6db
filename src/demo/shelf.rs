//! The demo's products: `assets/demo/products.csv` as domain values.

use std::collections::BTreeMap;

use chrono::Days;
use serde::Deserialize;

use crate::domain::catalogue::{Category, GENERAL, Price, Product, STAFF, StockRule, Unit};
use crate::domain::code::Code;
use crate::domain::detect::{Detector, Label};
use crate::domain::diet::{Allergen, Declaration, Declarations, Declared, Dossier, Hints, Source};
use crate::domain::tax::Rate;
use crate::domain::{BusinessDay, CategoryId, Money, ProductId, Quantity};

const PRODUCTS: &str = include_str!("../../assets/demo/products.csv");

/// Days before today on which the demo's labels were read.
const DECLARED_DAYS_AGO: u64 = 90;

/// When a product sells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Demand {
    /// All day.
    Todo,
    /// Before the first break.
    Manana,
    /// At the breaks.
    Recreo,
    /// At lunch.
    Almuerzo,
    /// After lunch.
    Tarde,
}

/// A product with what the till does not keep of it: its cost, and how it sells in the demo.
#[derive(Debug, Clone)]
pub struct Shelved {
    /// As the till knows it.
    pub product: Product,
    /// What was said of it.
    pub declarations: Declarations,
    /// The label's own sentence.
    pub statement: Option<String>,
    /// What one unit costs the canteen.
    pub cost: Money,
    /// How much it is asked for, against the others.
    pub demand: u32,
    /// At which hours.
    pub when: Demand,
}

/// One row of the list, as it is written.
#[derive(Debug, Deserialize)]
struct Row {
    category: String,
    code: String,
    barcode: String,
    name: String,
    unit: String,
    price_gs: i64,
    cost_gs: i64,
    stock: String,
    iva_percent: i64,
    weekly_demand: u32,
    moment: Demand,
    favourite: String,
    declared_by: String,
    contains: String,
    may_contain: String,
    ingredients: String,
    statement: String,
}

const CHECKED: &str = "the list is part of the program, and a test reads every row of it";

/// The categories in the list's order, and the products in theirs, with the numbers 1, 2, 3 …
#[must_use]
pub fn stock_up(today: BusinessDay) -> (Vec<Category>, Vec<Shelved>) {
    let mut categories: Vec<Category> = Vec::new();
    let mut products = Vec::new();
    let declared_on = today
        .0
        .checked_sub_days(Days::new(DECLARED_DAYS_AGO))
        .map_or(today, BusinessDay);
    for (row, number) in csv::Reader::from_reader(PRODUCTS.as_bytes())
        .into_deserialize::<Row>()
        .zip(1..)
    {
        let row = row.expect(CHECKED);
        if categories
            .last()
            .is_none_or(|last| last.name != row.category)
        {
            let id = CategoryId(categories.last().map_or(1, |last| last.id.0 + 1));
            categories.push(Category {
                id,
                name: row.category.clone(),
            });
        }
        let category = categories.last().expect("just pushed").id;
        products.push(row.shelve(ProductId(number), category, declared_on));
    }
    (categories, products)
}

impl Row {
    fn shelve(self, id: ProductId, category: CategoryId, declared_on: BusinessDay) -> Shelved {
        let unit = if self.unit == "kg" {
            Unit::Kilogram
        } else {
            Unit::Each
        };
        let price = Money::guaranies(self.price_gs);
        let prices = [(GENERAL, price), (STAFF, staff_price(price))]
            .map(|(list, amount)| (list, Price::new(amount).expect(CHECKED)));
        let made_here = self.barcode.is_empty();
        let declarations = self.declarations(declared_on);
        let label = Label {
            name: &self.name,
            category: Some(&self.category),
            ingredients: Some(&self.ingredients),
            declaration: Some(&self.statement),
            claims: &[],
        };
        let hints = Hints::from(&Detector::standard().read(&label));
        let known = Dossier {
            said: declarations.clone(),
            hints,
            ..Dossier::default()
        }
        .known();
        let product = Product {
            id,
            category,
            codes: [&self.barcode, &self.code]
                .into_iter()
                .filter_map(|code| Code::parse(code).ok())
                .collect(),
            prices: BTreeMap::from(prices),
            rate: Rate::from_percent(self.iva_percent).expect(CHECKED),
            unit,
            stock: stock(&self.stock, unit),
            stock_rule: if made_here {
                StockRule::Allow
            } else {
                StockRule::Refuse
            },
            stock_minimum: minimum(unit),
            favourite: !self.favourite.is_empty(),
            ingredients: written(&self.ingredients),
            known: known.into(),
            active: true,
            name: self.name,
        };
        Shelved {
            product,
            declarations,
            statement: written(&self.statement),
            cost: Money::guaranies(self.cost_gs),
            demand: self.weekly_demand,
            when: self.moment,
        }
    }

    /// Whoever declares a product has looked at all fourteen: what is neither in it nor possible is free.
    fn declarations(&self, day: BusinessDay) -> Declarations {
        let mut declarations = Declarations::none();
        let Some(source) = Source::ALL
            .into_iter()
            .find(|of| of.code() == self.declared_by)
        else {
            return declarations; // nobody has said anything: unknown
        };
        for (allergen, code) in Allergen::LISTED {
            let (state, opening) = if lists(&self.contains, code) {
                (Declared::Contains, "Contiene")
            } else if lists(&self.may_contain, code) {
                (Declared::MayContain, "Puede contener")
            } else {
                (Declared::Free, "Sin")
            };
            let quote = self.sentence(opening);
            let said = Declaration::new(state, source, day).quoting(quote);
            declarations.declare(allergen, said);
        }
        declarations
    }

    /// The sentence of the label that begins so.
    fn sentence(&self, opening: &str) -> Option<String> {
        let mut sentences = self.statement.split_inclusive(". ").map(str::trim);
        sentences
            .find(|sentence| sentence.starts_with(opening))
            .map(|sentence| sentence.trim_end_matches('.').to_owned())
    }
}

fn written(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn lists(list: &str, code: &str) -> bool {
    list.split(';').any(|item| item == code)
}

/// Staff pay a tenth less, rounded down to ₲ 50, the smallest coin; ₲ 50 at least.
fn staff_price(price: Money) -> Money {
    let tenth_off = Money::guaranies(price.amount() * 9 / 10);
    (tenth_off - tenth_off.beyond_multiple_of(50)).max(Money::guaranies(50))
}

/// Pieces, or grams written with a dot before the last three (`3.200` is 3,2 kg).
fn stock(text: &str, unit: Unit) -> Quantity {
    let digits: i64 = text.replace('.', "").parse().expect(CHECKED);
    match unit {
        Unit::Each => Quantity::thousandths(digits * 1_000),
        Unit::Kilogram => Quantity::thousandths(digits),
    }
}

fn minimum(unit: Unit) -> Quantity {
    match unit {
        Unit::Each => Quantity::pieces(3),
        Unit::Kilogram => Quantity::ONE,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::NaiveDate;

    use super::*;

    fn shelf() -> (Vec<Category>, Vec<Shelved>) {
        stock_up(BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()))
    }

    #[test]
    fn about_120_products_stand_in_8_categories() {
        let (categories, products) = shelf();
        assert_eq!(categories.len(), 8);
        assert!((115..=125).contains(&products.len()), "{}", products.len());
        let names: BTreeSet<_> = products.iter().map(|of| &of.product.name).collect();
        assert_eq!(names.len(), products.len());
    }

    #[test]
    fn every_barcode_is_a_paraguayan_ean_and_no_code_stands_twice() {
        let (_, products) = shelf();
        let codes: Vec<&Code> = products.iter().flat_map(|of| &of.product.codes).collect();
        let long: Vec<_> = codes
            .iter()
            .filter(|code| code.as_str().len() > 3)
            .collect();
        assert!(long.len() > 40);
        for code in long {
            assert!(code.is_ean() && code.as_str().starts_with("784"), "{code}");
        }
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    }

    #[test]
    fn every_product_earns_something_at_either_price() {
        for of in shelf().1 {
            for list in [GENERAL, STAFF] {
                let price = of.product.price(list).unwrap().amount();
                assert!(price > of.cost, "{}", of.product.name);
                assert!(
                    price.beyond_multiple_of(50).is_zero(),
                    "{}",
                    of.product.name
                );
            }
        }
    }

    #[test]
    fn every_rate_and_every_declared_state_occurs() {
        let (_, products) = shelf();
        for rate in Rate::ALL {
            assert!(
                products.iter().any(|of| of.product.rate == rate),
                "{rate:?}"
            );
        }
        for state in Declared::ALL {
            let has = |of: &Shelved| of.declarations.state(Allergen::PEANUT) == state;
            assert!(products.iter().any(has), "{state:?}");
        }
    }

    #[test]
    fn what_the_label_says_is_what_is_declared() {
        for of in shelf().1 {
            for (allergen, said) in of.declarations.iter() {
                let opening = match said.state {
                    Declared::Contains => "Contiene",
                    Declared::MayContain => "Puede contener",
                    Declared::Free | Declared::Unknown => continue,
                };
                if let (Source::Label, quote) = (said.source, said.quote.as_deref()) {
                    let quote = quote.unwrap_or_default();
                    let word = allergen.code().unwrap().replace('_', " ");
                    let plain = quote.replace('í', "i").replace('á', "a").replace('é', "e");
                    let fits = plain.starts_with(opening) && plain.contains(&word);
                    assert!(fits, "{}: {word} in {quote:?}", of.product.name);
                }
            }
        }
    }
}
