//! A shelf as long as one likes: the demo's products once more, as other makers sell them.
//!
//! For measuring how the till stands a large catalogue. Nobody asks for these in the demo's past.

use std::collections::BTreeSet;

use super::shelf::Shelved;
use super::words::Names;
use crate::domain::ProductId;
use crate::domain::catalogue::Unit;
use crate::domain::code::{Code, ean_check_digit};

/// Barcodes of the demo's own products begin lower than this.
const FIRST_BARCODE: u64 = 784_900_000_000;

/// Weights that stand on packs, in grams; makers go round in them.
const GRAMS: [u32; 7] = [25, 45, 60, 90, 120, 250, 500];

/// Lengthens the shelf to `products`, if it is shorter.
pub fn lengthen(shelf: &mut Vec<Shelved>, products: usize) {
    let pieces = shelf.iter().filter(|of| of.product.unit == Unit::Each);
    let models: Vec<Shelved> = pieces.cloned().collect();
    let makers = Names::read().surnames;
    let mut names: BTreeSet<String> = shelf.iter().map(|of| of.product.name.clone()).collect();
    let makers_and_packs = GRAMS
        .iter()
        .flat_map(|grams| makers.iter().map(move |maker| (maker, grams)));
    let made = makers_and_packs.flat_map(|(maker, grams)| {
        models.iter().map(move |model| {
            let name = format!("{} {maker} {grams} g", model.product.name);
            (name, model)
        })
    });
    for ((name, model), number) in made.zip(0_u64..) {
        if shelf.len() >= products {
            return;
        }
        if !names.insert(name.clone()) {
            continue;
        }
        let mut other = model.clone();
        other.product.id = ProductId(i64::try_from(shelf.len()).unwrap_or(i64::MAX) + 1);
        other.product.name = name;
        other.product.codes = barcode(FIRST_BARCODE + number).into_iter().collect();
        other.product.favourite = false;
        other.demand = 0;
        shelf.push(other);
    }
}

fn barcode(body: u64) -> Option<Code> {
    let body = body.to_string();
    let check = ean_check_digit(&body)?;
    Code::parse(&format!("{body}{check}")).ok()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::demo::{Canteen, SEED};
    use crate::domain::BusinessDay;

    #[test]
    fn ten_thousand_products_have_a_name_and_a_barcode_each() {
        let today = BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap());
        let small = Canteen::new(SEED, today);
        let large = small.clone().with_products(10_000);
        assert_eq!(large.shelf.len(), 10_000);
        let names: BTreeSet<_> = large.shelf.iter().map(|of| &of.product.name).collect();
        assert_eq!(names.len(), 10_000);
        let codes: Vec<&Code> = large
            .shelf
            .iter()
            .flat_map(|of| &of.product.codes)
            .collect();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
        assert!(large.shelf[9_999].product.codes[0].is_ean());
        assert_eq!(
            small.clone().with_products(3).shelf.len(),
            small.shelf.len()
        );
    }
}
