//! Allergens and severities as lists name them.
//!
//! A name that is narrower than the allergen (lactose, almonds, wheat) is taken for the whole allergen
//! where that is the careful side: in what a product contains and in what a pupil must not eat. It is
//! refused where it would be the careless one: free of lactose is not free of milk.

use super::Reason;
use crate::domain::diet::{Allergen, OwnNames, Severity, own_code};
use crate::domain::search::fold;

/// Names of exactly the allergen, folded; the codes of [`Allergen::LISTED`] are names too.
const NAMES: [(Allergen, &[&str]); 14] = [
    (Allergen::GLUTEN, &["tacc", "t.a.c.c", "t.a.c.c."]),
    (
        Allergen::CRUSTACEANS,
        &["crustaceo", "crustaceans", "crustacean"],
    ),
    (Allergen::EGG, &["huevos", "egg", "eggs", "ovo", "ovos"]),
    (Allergen::FISH, &["pescados", "fish", "peixe", "peixes"]),
    (
        Allergen::PEANUT,
        &[
            "manies",
            "cacahuete",
            "cacahuate",
            "peanut",
            "peanuts",
            "amendoim",
        ],
    ),
    (Allergen::SOY, &["soya", "soy"]),
    (
        Allergen::MILK,
        &["lacteos", "lacteo", "milk", "leite", "laticinios", "dairy"],
    ),
    (
        Allergen::NUTS,
        &[
            "frutos secos",
            "fruto seco",
            "frutos de cascara",
            "nuts",
            "tree nuts",
            "castanhas",
            "nozes",
        ],
    ),
    (Allergen::CELERY, &["celery", "aipo"]),
    (Allergen::MUSTARD, &["mustard", "mostarda"]),
    (Allergen::SESAME, &["sesame", "ajonjoli", "gergelim"]),
    (Allergen::SULPHITES, &["sulfito", "sulphites", "sulfites"]),
    (
        Allergen::LUPIN,
        &["altramuces", "lupino", "lupin", "tremoco"],
    ),
    (Allergen::MOLLUSCS, &["molusco", "molluscs", "mollusks"]),
];

/// Names of a part of the allergen, folded.
const NARROWER: [(Allergen, &[&str]); 7] = [
    (
        Allergen::GLUTEN,
        &[
            "trigo",
            "avena",
            "cebada",
            "centeno",
            "wheat",
            "celiaco",
            "celiaca",
            "celiaquia",
        ],
    ),
    (
        Allergen::CRUSTACEANS,
        &[
            "camaron",
            "camarones",
            "langostino",
            "langostinos",
            "shrimp",
        ],
    ),
    (
        Allergen::EGG,
        &["clara de huevo", "yema de huevo", "albumina"],
    ),
    (
        Allergen::FISH,
        &["atun", "merluza", "salmon", "sardina", "surubi"],
    ),
    (
        Allergen::MILK,
        &[
            "lactosa",
            "lactose",
            "caseina",
            "queso",
            "suero de leche",
            "proteina de leche",
            "aplv",
        ],
    ),
    (
        Allergen::NUTS,
        &[
            "almendra",
            "almendras",
            "nuez",
            "nueces",
            "avellana",
            "avellanas",
            "castana",
            "castanas",
            "pistacho",
            "pistachos",
        ],
    ),
    (
        Allergen::MOLLUSCS,
        &["calamar", "calamares", "pulpo", "mejillon", "mejillones"],
    ),
];

/// What says that there is nothing, folded.
const NOTHING: [&str; 11] = [
    "",
    "-",
    "no",
    "ninguno",
    "ninguna",
    "nada",
    "none",
    "nenhuma",
    "nenhum",
    "n/a",
    "sin alergias",
];

/// A pupil's allergen as the list says it: what, how badly, and the list's word where that is narrower.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) allergen: Allergen,
    pub(super) severity: Severity,
    pub(super) note: Option<String>,
}

/// What a product contains or may contain.
pub(super) fn contained(cell: &str) -> Result<Vec<Allergen>, Reason> {
    let read = |name: &str| exactly(name).or_else(|| part_of(name));
    parts(cell)
        .map(|name| read(name).ok_or_else(|| unknown(name)))
        .collect()
}

/// What a product is free of.
pub(super) fn free_of(cell: &str) -> Result<Vec<Allergen>, Reason> {
    let read = |name: &str| match (exactly(name), part_of(name)) {
        (Some(allergen), _) => Ok(allergen),
        (None, Some(_)) => Err(Reason::TooNarrow(name.to_owned())),
        (None, None) => Err(unknown(name)),
    };
    parts(cell).map(read).collect()
}

/// What a pupil must not eat: `maní:severa, leche:leve`. Without a severity it is severe: the careful side.
///
/// Of an allergen said twice (as «nuez» and «almendra») the worse counts.
///
/// What the canteen added goes by its name: `frutilla:leve`.
pub(super) fn restrictions(cell: &str, names: &OwnNames) -> Result<Vec<Said>, Reason> {
    let mut all: Vec<Said> = Vec::new();
    for said in parts(cell).map(|said| restriction(said, names)) {
        let said = said?;
        match all
            .iter_mut()
            .find(|before| before.allergen == said.allergen)
        {
            Some(before) => before.also(said),
            None => all.push(said),
        }
    }
    Ok(all)
}

impl Said {
    fn also(&mut self, other: Self) {
        self.severity = self.severity.max(other.severity);
        let notes = [self.note.take(), other.note];
        let notes: Vec<String> = notes.into_iter().flatten().collect();
        self.note = (!notes.is_empty()).then(|| notes.join(", "));
    }
}

fn restriction(said: &str, names: &OwnNames) -> Result<Said, Reason> {
    let (name, severity) = match said.split_once([':', '=']) {
        Some((name, severity)) => (name.trim(), severity_of(severity.trim())?),
        None => (said, Severity::Severe),
    };
    let named = exactly(name).or_else(|| own(name, names));
    let (allergen, note) = match (named, part_of(name)) {
        (Some(allergen), _) => (allergen, None),
        (None, Some(allergen)) => (allergen, Some(name.to_owned())),
        (None, None) => return Err(unknown(name)),
    };
    Ok(Said {
        allergen,
        severity,
        note,
    })
}

fn severity_of(word: &str) -> Result<Severity, Reason> {
    match fold(word).as_str() {
        "leve" | "mild" => Ok(Severity::Mild),
        "moderada" | "moderado" | "moderate" | "media" => Ok(Severity::Moderate),
        "severa" | "severo" | "severe" | "grave" | "alta" | "" => Ok(Severity::Severe),
        "critica" | "critico" | "critical" | "anafilaxia" | "anaphylaxis" => Ok(Severity::Critical),
        _ => Err(Reason::NotSeverity(word.to_owned())),
    }
}

/// Parted by commas, semicolons, bars or pluses; nothing if the whole cell says that there is nothing.
pub(super) fn parts(cell: &str) -> impl Iterator<Item = &str> {
    let nothing = NOTHING.contains(&fold(cell).trim());
    cell.split([',', ';', '|', '+'])
        .map(str::trim)
        .filter(move |part| !nothing && !part.is_empty())
}

fn exactly(name: &str) -> Option<Allergen> {
    let name = fold(name);
    let code = name.replace(' ', "_");
    // «nuez» in a list is all nuts: which one the family means is asked on the screen.
    let mut listed = Allergen::LISTED.iter();
    listed
        .find(|(_, of)| *of == code)
        .map(|(allergen, _)| *allergen)
        .or_else(|| named(&NAMES, &name))
}

fn own(name: &str, names: &OwnNames) -> Option<Allergen> {
    let code = own_code(name).ok()?;
    let found = names.allergens.iter().find(|own| own.code == code);
    found.map(|own| own.id)
}

fn part_of(name: &str) -> Option<Allergen> {
    named(&NARROWER, &fold(name))
}

fn named(names: &[(Allergen, &[&str])], name: &str) -> Option<Allergen> {
    let of = names.iter().find(|(_, names)| names.contains(&name));
    of.map(|(allergen, _)| *allergen)
}

fn unknown(name: &str) -> Reason {
    Reason::UnknownAllergen(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allergens_go_by_code_or_by_name_in_three_languages() {
        let nuts_and_milk = Ok(vec![Allergen::NUTS, Allergen::MILK]);
        assert_eq!(contained("frutos_secos, leche"), nuts_and_milk);
        assert_eq!(contained("Frutos Secos; Lácteos"), nuts_and_milk);
        assert_eq!(contained("tree nuts | MILK"), nuts_and_milk);
        assert_eq!(
            free_of("T.A.C.C. + maní"),
            Ok(vec![Allergen::GLUTEN, Allergen::PEANUT])
        );
    }

    #[test]
    fn every_listed_allergen_is_known_by_its_code() {
        for (allergen, code) in Allergen::LISTED {
            assert_eq!(free_of(code), Ok(vec![allergen]), "{code}");
        }
    }

    #[test]
    fn free_of_lactose_is_not_free_of_milk_but_containing_it_is_containing_milk() {
        assert_eq!(free_of("lactosa"), Err(Reason::TooNarrow("lactosa".into())));
        assert_eq!(free_of("trigo"), Err(Reason::TooNarrow("trigo".into())));
        assert_eq!(contained("lactosa"), Ok(vec![Allergen::MILK]));
    }

    #[test]
    fn a_restriction_without_a_severity_is_severe() {
        let said = restrictions("maní:leve, almendras", &OwnNames::default()).unwrap();
        assert_eq!(said[0].severity, Severity::Mild);
        assert_eq!(
            (said[1].allergen, said[1].severity),
            (Allergen::NUTS, Severity::Severe)
        );
        assert_eq!(said[1].note.as_deref(), Some("almendras"));
    }

    #[test]
    fn an_allergen_said_twice_counts_once_and_as_the_worse() {
        let said = restrictions("nuez:leve, almendra:critica", &OwnNames::default()).unwrap();
        let note = Some("nuez, almendra".to_owned());
        let worse = Said {
            allergen: Allergen::NUTS,
            severity: Severity::Critical,
            note,
        };
        assert_eq!(said, [worse]);
    }

    #[test]
    fn what_is_unknown_is_never_skipped() {
        assert_eq!(contained("leche, kriptonita"), Err(unknown("kriptonita")));
        assert_eq!(
            restrictions("kriptonita", &OwnNames::default()),
            Err(unknown("kriptonita"))
        );
        assert_eq!(
            restrictions("maní:mucho", &OwnNames::default()),
            Err(Reason::NotSeverity("mucho".into()))
        );
        assert_eq!(restrictions("Ninguna", &OwnNames::default()), Ok(vec![]));
    }

    #[test]
    fn what_the_canteen_added_goes_by_its_name_and_before_a_narrower_one() {
        let mut names = OwnNames::default();
        names.allergens.push(names.new_allergen("Trigo").unwrap());
        let own = Allergen(Allergen::FIRST_OWN);
        let said = restrictions("trigo:leve", &names).unwrap();
        assert_eq!((said[0].allergen, said[0].note.as_deref()), (own, None));
        let said = restrictions("trigo:leve", &OwnNames::default()).unwrap();
        assert_eq!(said[0].allergen, Allergen::GLUTEN);
    }
}
