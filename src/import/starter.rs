//! The catalogue that a new canteen may start from: what is usually sold in a school of Paraguay.
//!
//! Prices and declarations are usual ones: each label has to be read. Nothing in it is declared, and least of
//! all to be free of something: the sentence of each product names what its kind usually holds, so that the
//! till warns, and says that the label is to be looked at.

/// The list, as a canteen's own would be written.
pub const STARTER: &str = include_str!("../../assets/starter/productos.csv");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::BusinessDay;
    use crate::domain::catalogue::NewProduct;
    use crate::domain::detect::{Detector, Label};
    use crate::domain::diet::{Allergen, Declarations, Declared};
    use crate::import::{self, Plan};

    fn plan() -> Plan<NewProduct> {
        import::products(
            STARTER.as_bytes(),
            BusinessDay::written("1/2/2026").unwrap(),
        )
    }

    #[test]
    fn it_is_taken_over_whole_and_has_what_a_canteen_sells() {
        let plan = plan();
        assert_eq!(plan.problems, []);
        assert_eq!(plan.ignored, [""; 0]);
        assert!((80..=120).contains(&plan.rows.len()), "{}", plan.rows.len());
        let names: std::collections::BTreeSet<_> = plan
            .rows
            .iter()
            .map(|row| row.name.to_lowercase())
            .collect();
        assert_eq!(names.len(), plan.rows.len(), "a name is there twice");
    }

    /// The first promise of all: nothing that nobody read is taken for harmless.
    #[test]
    fn nothing_is_declared_and_nothing_is_said_to_be_free_of_anything() {
        let detector = Detector::standard();
        for row in plan().rows {
            assert_eq!(row.declarations, Declarations::none(), "{}", row.name);
            assert_eq!(row.ingredients, None, "{}", row.name);
            let statement = row.statement.as_deref().unwrap_or_default();
            assert!(statement.ends_with("Mirá la etiqueta."), "{}", row.name);
            let findings = detector.read(&Label {
                name: &row.name,
                category: Some(&row.category),
                declaration: Some(statement),
                ..Label::default()
            });
            for (allergen, finding) in findings.iter() {
                assert_ne!(finding.state, Declared::Free, "{}: {allergen:?}", row.name);
            }
        }
    }

    #[test]
    fn what_its_sentences_name_warns_as_contained() {
        let plan = plan();
        let state = |name: &str, allergen| {
            let row = plan.rows.iter().find(|row| row.name == name).unwrap();
            let declaration = row.statement.as_deref();
            let label = Label {
                name,
                declaration,
                ..Label::default()
            };
            Detector::standard().read(&label).state(allergen)
        };
        for (name, allergen) in [
            ("Ka'i ladrillo", Allergen::PEANUT),
            ("Alfajor de chocolate", Allergen::MILK),
            ("Sopa paraguaya porción", Allergen::EGG),
            ("Mix de frutos secos", Allergen::PEANUT),
        ] {
            assert_eq!(state(name, allergen), Declared::Contains, "{name}");
        }
    }
}
