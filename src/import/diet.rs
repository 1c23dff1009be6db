//! Diets and conditions as lists name them.

use super::Reason;
use super::allergen::parts;
use crate::domain::diet::{Diet, OwnNames, own_code};
use crate::domain::search::fold;

/// Names of a diet, folded; the codes of [`Diet::LISTED`] are names too.
const NAMES: [(Diet, &[&str]); 6] = [
    (Diet::VEGETARIAN, &["vegetariana", "vegetarian"]),
    (Diet::VEGAN, &["vegana", "vegan"]),
    (Diet::DIABETES, &["diabetico", "diabetica", "diabetic"]),
    (
        Diet::HYPERTENSION,
        &[
            "hipertenso",
            "hipertensa",
            "hipertension arterial",
            "hipertensao",
            "hypertension",
        ],
    ),
    (
        Diet::NO_PORK,
        &["sin cerdo", "no come cerdo", "no pork", "sem porco"],
    ),
    (
        Diet::LACTOSE,
        &[
            "sin lactosa",
            "intolerancia a la lactosa",
            "intolerante a la lactosa",
            "intolerancia a lactose",
            "sem lactose",
            "lactose",
            "lactose intolerance",
        ],
    ),
];

/// The diets that a pupil keeps, each once: `vegetariano, sin cerdo`.
pub(super) fn diets(cell: &str, names: &OwnNames) -> Result<Vec<Diet>, Reason> {
    let mut all = Vec::new();
    for name in parts(cell) {
        let diet = diet(name, names).ok_or_else(|| Reason::UnknownDiet(name.to_owned()))?;
        if !all.contains(&diet) {
            all.push(diet);
        }
    }
    Ok(all)
}

fn diet(name: &str, names: &OwnNames) -> Option<Diet> {
    let folded = fold(name);
    let of = NAMES.iter();
    let named = of.filter(|(_, names)| names.contains(&folded.as_str()));
    let code = own_code(name).ok()?;
    let own = names.diets.iter().find(|own| own.code == code);
    Diet::from_code(&code)
        .or_else(|| named.map(|(diet, _)| *diet).next())
        .or_else(|| own.map(|own| own.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diets_go_by_code_or_name_and_by_what_the_canteen_calls_its_own() {
        let mut names = OwnNames::default();
        names.diets.push(names.new_diet("Sin colorantes").unwrap());
        let said = diets("Vegetariana; sin cerdo, no_cerdo + Sin Colorantes", &names);
        let own = Diet(Diet::FIRST_OWN);
        assert_eq!(said, Ok(vec![Diet::VEGETARIAN, Diet::NO_PORK, own]));
        for (diet, code) in Diet::LISTED {
            assert_eq!(diets(code, &names), Ok(vec![diet]), "{code}");
        }
        assert_eq!(diets("ninguna", &names), Ok(vec![]));
    }

    #[test]
    fn an_unknown_diet_is_never_skipped() {
        let said = diets("vegano, de la luna", &OwnNames::default());
        assert_eq!(said, Err(Reason::UnknownDiet("de la luna".into())));
    }
}
