//! Real labels, and what went wrong with labels before.

use super::{asks, by_claim, by_declaration, by_ingredients, by_name, said, stated};
use crate::domain::detect::{Detector, Label, Place, Trust};
use crate::domain::diet::{Allergen, Declared, Diet};

/// Names that the rule before this one sold without a word (issue 3), and those of this country.
#[test]
fn every_name_that_was_sold_without_a_word_is_now_spoken_of() {
    let cases = [
        ("Crema de cacahuate", Allergen::PEANUT, Declared::Contains),
        ("Leche fresca", Allergen::MILK, Declared::Contains),
        ("Yogur con frutas", Allergen::MILK, Declared::Unknown),
        ("Chocolate con leche", Allergen::MILK, Declared::Contains),
        ("4 Quesos", Allergen::MILK, Declared::Contains),
        ("Chipá", Allergen::MILK, Declared::Unknown),
        ("Chipa", Allergen::EGG, Declared::Unknown),
        ("Pan de molde", Allergen::GLUTEN, Declared::Unknown),
        ("Milanesa", Allergen::GLUTEN, Declared::Unknown),
        ("Milanesa", Allergen::EGG, Declared::Unknown),
        ("Magdalenas", Allergen::GLUTEN, Declared::Contains),
        ("Magdalenas", Allergen::EGG, Declared::Contains),
        ("Snickers", Allergen::PEANUT, Declared::Contains),
        ("Maní salado", Allergen::PEANUT, Declared::Contains),
        ("Mbejú", Allergen::MILK, Declared::Unknown),
        ("Sopa paraguaya", Allergen::MILK, Declared::Unknown),
        ("Sopa paraguaya", Allergen::EGG, Declared::Unknown),
        ("Pororó", Allergen::MILK, Declared::Unknown),
        ("Pastel mandi’o", Allergen::EGG, Declared::Unknown),
        ("Cocido con leche", Allergen::MILK, Declared::Contains),
        ("Cocido", Allergen::MILK, Declared::Unknown),
        ("Alfajor", Allergen::GLUTEN, Declared::Unknown),
        ("Alfajor", Allergen::NUTS, Declared::Unknown),
        ("Pan", Allergen::GLUTEN, Declared::Unknown),
    ];
    for (name, allergen, state) in cases {
        let findings = by_name(name);
        let finding = findings.allergen(allergen);
        let finding = finding.unwrap_or_else(|| panic!("{name}: nothing of {allergen:?}"));
        assert_eq!(finding.state, state, "{name}: {allergen:?}");
        assert_eq!(finding.asks(), state == Declared::Unknown, "{name}");
    }
}

#[test]
fn mandioca_alone_says_nothing() {
    assert_eq!(said(&by_name("Mandioca frita")), "");
    assert_eq!(stated(&by_ingredients("Harina de mandioca, agua")), "");
}

/// Each pitfall met on 3,786 real labels, and what must be read: `~` traces, `-` free, nothing else.
#[test]
fn known_pitfalls_in_ingredients() {
    let cases = [
        // False friends.
        ("leche de coco, agua", ""),
        ("crema de leche de coco", ""),
        ("manteca de cacao, azúcar", ""),
        ("manteca de cerdo", ""),
        ("manteca de maní", "mani"),
        ("leche de almendras (agua, almendras)", "frutos_secos"),
        ("especias (nuez moscada, pimienta)", ""),
        ("trigo sarraceno", ""),
        ("harina de arroz, harina de maíz", ""),
        ("harina (maíz)", ""),
        ("almidón de maíz, masa madre de arroz", ""),
        ("lecitina de girasol", ""),
        ("emulsionante: lecitina (girasol)", ""),
        ("emulsionante: lecitina (soja)", "soja"),
        ("fermentos lácticos, ácido láctico", ""),
        (
            "sal rosada, envasado al vacío, válido hasta mayo, origen Perú",
            "",
        ),
        ("panceta, refresco, ensalada, sal", ""),
        ("cereza, cafeína, sulfato, lactasa, pulpa", ""),
        // Numbers.
        ("harina de arroz, fibra 3,0 % (gluten)", "gluten"),
        ("emulsionante INS 322", "soja"),
        ("emulsionante: lecitina de girasol (INS 322)", ""),
        ("emulsionante: E-322 (lecitina de girasol)", ""),
        ("vinagre de vino tinto", "sulfitos"),
        ("conservante (INS 223)", "sulfitos"),
        ("conservador: E-220", "sulfitos"),
        ("conservantes: E 202, 211 y 224", "sulfitos"),
        ("conservante SIN 223", "sulfitos"),
        ("conservante (SIN 202), azúcar 220 g", ""),
        ("enzima E1105", "huevo"),
        ("emulsionante E322i (soja)", "soja"),
        // Negations.
        ("sin gluten", "-gluten"),
        ("Almidón de maíz, azúcar. Sin gluten.", "-gluten"),
        ("Arroz. Producto sin gluten ni leche.", "-gluten -leche"),
        (
            "Libre de gluten y de lactosa. Contiene soja.",
            "-gluten soja",
        ),
        ("almidón de trigo sin gluten, azúcar", ""),
        ("avena sin gluten, azúcar", ""),
        ("harina sin gluten, leche, azúcar", "leche"),
        ("harina sin gluten y leche", "leche"),
        ("leche sin lactosa", "leche"),
        ("leche 0 % lactosa", "leche"),
        ("cacao, sin leche ni huevo, soja", "soja"),
        // Traces.
        ("maíz. Puede contener maní", "~mani"),
        (
            "maíz. Puede contener trazas de maní, leche y soja.",
            "~mani ~soja ~leche",
        ),
        ("maíz, puede contener leche. Contiene soja", "soja ~leche"),
        ("puede contener leche, contiene soja", "soja ~leche"),
        (
            "puede contener cereales que contienen gluten, y leche",
            "~gluten ~leche",
        ),
        (
            "sal. Elaborado en una planta que procesa leche, huevo y maní",
            "~huevo ~mani ~leche",
        ),
        ("aromas (puede contener leche), soja", "soja ~leche"),
        ("leche. Puede contener leche", "leche"),
        ("Trazas de: gluten, soja y leche", "~gluten ~soja ~leche"),
        (
            "Puede contener maní Ingredientes: harina de trigo",
            "gluten ~mani",
        ),
        (
            "maíz. Puede contener trazas de leche Alérgenos: gluten, soja",
            "gluten soja ~leche",
        ),
        (
            "puede contener los siguientes alérgenos: leche, frutos secos: nueces",
            "~leche ~frutos_secos",
        ),
        ("Contiene trigo y puede contener huevo", "gluten ~huevo"),
        ("aromas (contiene leche)", "leche"),
        // Misread letters and broken lines.
        ("Iecitina de soja, harina de tr1go", "gluten soja"),
        ("metabisul-\nfito de sodio", "sulfitos"),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, stated(&by_ingredients(text))))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text:?}: «{found}», not «{expected}»"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn known_pitfalls_in_names() {
    let cases = [
        ("Pan sin TACC", "-gluten"),
        ("Galletitas sin T.A.C.C.", "-gluten"),
        ("Galletitas s/tacc", "-gluten"),
        ("Fideos libres de gluten", "-gluten"),
        ("Fideos de arroz gluten free", "-gluten"),
        ("Bizcocho sin gluten y sin lactosa", "-gluten huevo"),
        ("Bizcocho sin gluten y lactosa", "-gluten huevo"),
        ("Tarta sin gluten y chocolate con leche", "-gluten leche"),
        ("Turrón sin azúcar y maní", "mani"),
        ("Leche sin lactosa", "leche"),
        ("Leche 0%", "leche"),
        ("Snack sabor queso", ""),
        ("Condimento para pescado", ""),
        ("Bebida de almendras", "frutos_secos"),
        ("Turrón de maní", "mani"),
        ("Chocolatelibre de gluten", "-gluten"),
        ("Panceta", ""),
        ("Refresco de naranja", ""),
        ("Jamón en fetas", ""),
        ("Petit pois", ""),
        ("Huevo de Pascua", ""),
        ("Carne de membrillo", ""),
        ("Salchicha de pollo", ""),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, stated(&by_name(text))))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text:?}: «{found}», not «{expected}»"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_declaration_with_or_without_its_verb_is_read() {
    assert_eq!(
        stated(&by_declaration("LECHE Y LECITINA DE SOYA")),
        "soja leche"
    );
    assert_eq!(
        stated(&by_declaration("CONTIENE DERIVADOS DE TRIGO.")),
        "gluten"
    );
    assert_eq!(
        stated(&by_declaration(
            "Contiene leche. Puede contener maní y nueces. Sin gluten."
        )),
        "-gluten ~mani leche ~frutos_secos"
    );
    assert_eq!(
        stated(&by_declaration("No contiene leche ni huevo")),
        "-huevo -leche"
    );
    assert_eq!(
        stated(&by_declaration(
            "ALÉRGICOS: CONTÉM LEITE. PODE CONTER AMENDOIM. NÃO CONTÉM GLÚTEN"
        )),
        "-gluten ~mani leche"
    );
    assert_eq!(
        stated(&by_declaration("Contains milk. May contain peanuts.")),
        "~mani leche"
    );
}

#[test]
fn lecithin_is_of_soya_unless_its_source_is_said() {
    for text in [
        "emulsionante INS 322",
        "lecitina",
        "E-322",
        "lecitina vegetal",
    ] {
        assert_eq!(stated(&by_ingredients(text)), "soja", "{text}");
    }
    assert!(asks(&by_ingredients("proteína vegetal"), Allergen::SOY));
}

#[test]
fn a_claim_never_clears_what_the_ingredients_say() {
    let read = |ingredients| {
        let label = Label {
            name: "Galletitas",
            ingredients: Some(ingredients),
            claims: &["sin_gluten"],
            ..Label::default()
        };
        Detector::standard().read(&label).state(Allergen::GLUTEN)
    };
    assert_eq!(read("harina de trigo"), Declared::Contains);
    assert_eq!(read("arroz. Puede contener trigo"), Declared::MayContain);
    assert_eq!(
        read("copos de avena"),
        Declared::Unknown,
        "pure oats exist: somebody should look"
    );
    assert_eq!(read("harina de arroz"), Declared::Free);
}

#[test]
fn sin_lactosa_never_frees_of_milk() {
    for text in [
        "sin lactosa",
        "0 % lactosa",
        "libre de lactosa",
        "sin_lactosa",
        "deslactosada",
    ] {
        for findings in [by_claim(text), by_name(text), by_declaration(text)] {
            assert_ne!(findings.state(Allergen::MILK), Declared::Free, "{text}");
        }
    }
}

#[test]
fn the_category_only_asks() {
    let label = Label {
        name: "X",
        category: Some("Lácteos"),
        ..Label::default()
    };
    let findings = Detector::standard().read(&label);
    let milk = findings
        .allergen(Allergen::MILK)
        .expect("the word is there");
    assert!(milk.asks());
    assert_eq!(milk.evidence[0].place, Place::Category);
    assert_eq!(milk.trust(), Trust::Low);
}

#[test]
fn evidence_says_where_and_how_sure() {
    let label = Label {
        name: "Alfajor",
        declaration: Some("Contiene maní"),
        claims: &["vegano", "sin soja"],
        ..Label::default()
    };
    let findings = Detector::standard().read(&label);
    let peanut = findings.allergen(Allergen::PEANUT).expect("it is declared");
    assert_eq!(
        (peanut.evidence[0].place, peanut.trust()),
        (Place::Declaration, Trust::High)
    );
    assert_eq!(peanut.evidence[0].text, "maní");
    let soy = findings.allergen(Allergen::SOY).expect("it is claimed");
    let (start, end) = soy.evidence[0].span;
    assert_eq!(
        (soy.state, &"vegano,sin soja"[start..end]),
        (Declared::Free, "soja")
    );
    let gluten = findings
        .allergen(Allergen::GLUTEN)
        .expect("its type is known");
    assert_eq!(
        (gluten.evidence[0].place, gluten.trust()),
        (Place::Type, Trust::Low)
    );
    assert_eq!(
        by_name("Maní")
            .allergen(Allergen::PEANUT)
            .map(crate::domain::detect::Finding::trust),
        Some(Trust::Medium)
    );
}

#[test]
fn diets_conflict_by_words_and_fit_only_by_claims() {
    let conflict =
        |findings: &super::Findings, diet| findings.diet(diet).map(|found| found.conflict);
    let ham = by_ingredients("jamón, queso");
    assert_eq!(conflict(&ham, Diet::NO_PORK), Some(true));
    assert_eq!(conflict(&ham, Diet::VEGETARIAN), Some(true));
    assert_eq!(conflict(&by_ingredients("queso"), Diet::VEGAN), Some(true));
    assert_eq!(conflict(&by_ingredients("queso"), Diet::VEGETARIAN), None);
    assert_eq!(
        conflict(&by_ingredients("atún"), Diet::VEGETARIAN),
        Some(true)
    );
    assert_eq!(
        conflict(&by_ingredients("puede contener leche"), Diet::VEGAN),
        None
    );
    assert_eq!(conflict(&by_claim("vegano"), Diet::VEGAN), Some(false));
    assert_eq!(conflict(&by_claim("vegano"), Diet::VEGETARIAN), Some(false));
    assert_eq!(conflict(&by_name("Jamón de pavo"), Diet::NO_PORK), None);
    assert_eq!(
        conflict(&by_ingredients("azúcar"), Diet::DIABETES),
        Some(true)
    );
    assert_eq!(
        conflict(&by_claim("sin azúcar"), Diet::DIABETES),
        Some(false)
    );
    assert_eq!(conflict(&by_name("Agua mineral"), Diet::VEGAN), None);
    let says_vegan = Label {
        name: "Hamburguesa vegana",
        ingredients: Some("soja, clara de huevo"),
        ..Label::default()
    };
    let found = Detector::standard().read(&says_vegan);
    assert_eq!(conflict(&found, Diet::VEGAN), Some(true), "the egg counts");
    assert_ne!(
        found.state(Allergen::MILK),
        Declared::Free,
        "«vegano» says nothing of milk"
    );
}

#[test]
fn milk_without_its_sugar_suits_who_does_not_bear_the_sugar_and_is_milk_all_the_same() {
    let conflict =
        |findings: &super::Findings, diet| findings.diet(diet).map(|found| found.conflict);
    let milk = Label {
        name: "Leche entera",
        ingredients: Some("Leche"),
        ..Label::default()
    };
    let read = |label: &Label<'_>| Detector::standard().read(label);
    assert_eq!(conflict(&read(&milk), Diet::LACTOSE), Some(true));
    let without = Label {
        name: "Leche deslactosada",
        ingredients: Some("Leche deslactosada, enzima lactasa"),
        ..Label::default()
    };
    let found = read(&without);
    assert_eq!(conflict(&found, Diet::LACTOSE), Some(false));
    assert_eq!(found.state(Allergen::MILK), Declared::Contains);
    assert_eq!(conflict(&by_name("Manzana"), Diet::LACTOSE), None);
}
