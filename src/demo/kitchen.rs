//! What the demo's kitchen uses and does not sell, and the dishes that are made of it.

use crate::domain::ProductId;
use crate::domain::diet::{Allergen, Declared, Source};
use crate::store::diet::{Text, Word};
use crate::store::{Error, Stamp, Store};

/// The category of what is not sold.
const KITCHEN: &str = "Cocina";

/// Something that goes into dishes: its name, its label's ingredients and what it contains.
struct Ingredient {
    name: &'static str,
    ingredients: &'static str,
    contains: &'static [Allergen],
}

const INGREDIENTS: [Ingredient; 3] = [
    Ingredient {
        name: "Pan rallado",
        ingredients: "Harina de trigo, levadura, sal.",
        contains: &[Allergen::GLUTEN],
    },
    Ingredient {
        name: "Puré de papa casero",
        ingredients: "Papa, leche, manteca, sal.",
        contains: &[Allergen::MILK],
    },
    Ingredient {
        name: "Rebozado de huevo",
        ingredients: "Huevo, sal, pimienta.",
        contains: &[Allergen::EGG],
    },
];

/// Dishes by the product's code, and the places of their parts among the ingredients.
const DISHES: [(&str, &[usize]); 2] = [("501", &[0, 1, 2]), ("502", &[0, 2])];

/// Adds the ingredients, declares them and says which dishes are made of them.
pub(super) fn stock(store: &mut Store, stamp: Stamp) -> Result<(), Error> {
    let mut parts = Vec::new();
    for ingredient in &INGREDIENTS {
        let text = Text {
            name: ingredient.name.to_owned(),
            ingredients: Some(ingredient.ingredients.to_owned()),
            statement: None,
        };
        let part = store.add_ingredient(&text, KITCHEN, stamp)?;
        store.declare(part, &words(ingredient), stamp)?;
        parts.push(part);
    }
    for (code, places) in DISHES {
        if let Some(dish) = dish(store, code)? {
            let made_of: Vec<ProductId> = places.iter().map(|place| parts[*place]).collect();
            store.compose(dish, &made_of, stamp)?;
        }
    }
    Ok(())
}

fn words(ingredient: &Ingredient) -> Vec<(Allergen, Word)> {
    let said = |allergen: Allergen| Word {
        state: match ingredient.contains.contains(&allergen) {
            true => Declared::Contains,
            false => Declared::Free,
        },
        source: Source::Recipe,
        quote: None,
        against: None,
    };
    Allergen::LISTED
        .map(|(allergen, _)| (allergen, said(allergen)))
        .to_vec()
}

fn dish(store: &Store, code: &str) -> Result<Option<ProductId>, Error> {
    let code = crate::domain::code::Code::parse(code)?;
    let catalogue = store.catalogue()?;
    Ok(catalogue.by_code(&code).map(|product| product.id))
}
