//! Awkward files, as spreadsheets and schools make them.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::catalogue::{STAFF, StockRule, Unit};
use crate::domain::diet::{Allergen, Declared, Diet, Severity};
use crate::domain::tax::Rate;
use crate::domain::{Money, Quantity};
use crate::i18n::{I18n, Locale};

fn day() -> BusinessDay {
    BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

fn products_of(text: &str) -> Plan<NewProduct> {
    products(text.as_bytes(), day())
}

/// Line, heading and code of each problem.
fn problems<T>(plan: &Plan<T>) -> Vec<(u64, &str, &'static str)> {
    let problems = plan.problems.iter();
    problems
        .map(|problem| {
            (
                problem.line,
                problem.column.as_deref().unwrap_or(""),
                problem.reason.code(),
            )
        })
        .collect()
}

fn names(plan: &Plan<NewProduct>) -> Vec<&str> {
    assert_eq!(plan.problems, []);
    plan.rows
        .iter()
        .map(|product| product.name.as_str())
        .collect()
}

#[test]
fn excel_in_spanish_as_windows_1252_with_leftover_columns_and_empty_lines() {
    let text = "Nombre;Categor\u{ed}a;Precio;;;\r\nCaf\u{e9} con leche;Bebidas;12.000;;;\r\n;;;;;\r\n\r\n\
        Empanada;Panader\u{ed}a;7.000;;;\r\n;;;;;\r\n";
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    let plan = products(&bytes, day());
    assert_eq!(names(&plan), ["Café con leche", "Empanada"]);
    assert_eq!(plan.lines, [2, 5]);
    assert_eq!(plan.rows[0].price.amount(), Money::guaranies(12_000));
}

#[test]
fn utf_8_with_a_mark_and_every_column_filled() {
    let text = "\u{feff}NOMBRE;categoria;Precio (Gs.);Precio personal;Código de barras;Unidad;Stock;Stock mínimo;\
        IVA;Costo;Ingredientes;Contiene;Puede contener;Libre de;Favorito\n\
        Queso Paraguay;Lácteos;45.000;40.000;7840001000012 Q1;kg;1.234,500;0,350;5%;30.000;\
        \"Leche; sal; cuajo\";leche;soja, maní;gluten;sí\n";
    let plan = products_of(text);
    assert_eq!(names(&plan), ["Queso Paraguay"]);
    let queso = &plan.rows[0];
    assert_eq!(
        queso.staff_price.unwrap().amount(),
        Money::guaranies(40_000)
    );
    assert_eq!(queso.codes.len(), 2);
    assert_eq!((queso.unit, queso.rate), (Unit::Kilogram, Rate::Five));
    assert_eq!(queso.stock, Some(Quantity::thousandths(1_234_500)));
    assert_eq!(queso.stock_minimum, Quantity::thousandths(350));
    assert_eq!(queso.stock_rule, StockRule::Refuse);
    assert_eq!(queso.cost, Some(Money::guaranies(30_000)));
    assert_eq!(queso.ingredients.as_deref(), Some("Leche; sal; cuajo"));
    assert!(queso.favourite);
    let state = |allergen| queso.declarations.state(allergen);
    assert_eq!(state(Allergen::MILK), Declared::Contains);
    assert_eq!(state(Allergen::PEANUT), Declared::MayContain);
    assert_eq!(state(Allergen::GLUTEN), Declared::Free);
    assert_eq!(state(Allergen::EGG), Declared::Unknown);
    let milk = queso.declarations.of(Allergen::MILK).unwrap();
    assert_eq!((milk.quote.as_deref(), milk.day), (Some("leche"), day()));
}

#[test]
fn english_headings_commas_and_quoted_line_ends_keep_their_line_numbers() {
    let text = "name,category,price,ingredients\n\"Cake \"\"big\"\"\",Bakery,5000,\"flour,\nsugar\"\n\nTea,Drinks,free,\n";
    let plan = products_of(text);
    assert_eq!(plan.rows[0].name, "Cake \"big\"");
    assert_eq!(plan.rows[0].ingredients.as_deref(), Some("flour, sugar"));
    assert_eq!(problems(&plan), [(5, "price", "not-money")]);
}

#[test]
fn utf_16_with_tabs_as_excels_unicode_text() {
    let text = "\u{feff}Nombre\tCategoría\tPrecio\r\nPiña\tFrutas\t5.000\r\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(names(&products(&bytes, day())), ["Piña"]);
}

#[test]
fn every_bad_line_is_listed_with_its_column_and_reason_and_nothing_is_taken_over() {
    let text = "nombre;categoria;precio;unidad;stock;iva;codigo;contiene;libre de\n\
        Pan;Panadería;3.000;;;;;;\n\
        ;Panadería;1,5;docena;;;;;\n\
        Jugo;Bebidas;0;un;0,5;7;7,84E+12;kriptonita;lactosa\n\
        Torta;Postres;9.000;;;;;leche;leche\n";
    let plan = products_of(text);
    assert_eq!(
        problems(&plan),
        [
            (3, "nombre", "missing"),
            (3, "precio", "not-money"),
            (3, "unidad", "not-unit"),
            (4, "precio", "not-price"),
            (4, "stock", "not-whole"),
            (4, "codigo", "scientific"),
            (4, "iva", "not-rate"),
            (4, "contiene", "unknown-allergen"),
            (4, "libre de", "too-narrow"),
            (5, "libre de", "contradiction"),
        ]
    );
    assert_eq!(plan.lines, [2]);
    assert!(plan.into_rows().is_err());
}

#[test]
fn a_code_on_two_lines_is_a_problem_at_both() {
    let text = "nombre;categoria;precio;codigo\nPan;P;1000;111\nTé;P;1000;222 111\nMate;P;1000;333\nPan;P;5;\n";
    let plan = products_of(text);
    let on = |line, other, column: &str| {
        plan.problems.iter().any(|problem| {
            problem.line == line
                && problem.column.as_deref() == Some(column)
                && problem.reason == Reason::Doubled { on: other }
        })
    };
    assert!(on(2, 3, "codigo") && on(3, 2, "codigo"));
    assert!(on(2, 5, "nombre") && on(5, 2, "nombre"));
    assert_eq!(plan.lines, [4]);
}

#[test]
fn a_decimal_comma_that_parts_the_line_is_seen_and_not_misread() {
    let plan = products_of("nombre,categoria,precio,stock\nQueso,Lácteos,45000,0,350\n");
    assert_eq!(problems(&plan), [(2, "", "extra-cell")]);
}

#[test]
fn a_quote_that_is_never_closed_swallows_no_rows() {
    let plan = products_of("nombre;categoria;precio\nPan;P;1000\n\"Torta;P;2000\nTé;P;3000\n");
    assert_eq!(problems(&plan), [(3, "", "unclosed-quote")]);
    assert!(plan.rows.is_empty());
    let whole = products_of("nombre;categoria;precio\nPan 5\" largo;P;1000\n");
    assert_eq!(names(&whole), ["Pan 5\" largo"]);
}

#[test]
fn headings_that_are_missing_doubled_or_dangerous_are_problems_and_others_are_told() {
    let plan = products_of(
        "nombre;nombre;precio;Alérgenos (contiene?);Contienen;Color\nPan;Pan;1;;;rojo\n",
    );
    assert_eq!(
        problems(&plan),
        [
            (1, "", "missing-column"),
            (1, "nombre", "doubled-column"),
            (1, "Contienen", "unread-diet"),
        ]
    );
    assert_eq!(plan.ignored, ["Contienen", "Color"]);
}

#[test]
fn files_that_are_no_lists_say_what_they_are() {
    for (bytes, code) in [
        (&b""[..], "empty"),
        (b"\n\n;;;\n", "empty"),
        (b"nombre;categoria;precio\n", "empty"),
        (b"PK\x03\x04\x14\x00", "spreadsheet"),
        (b"n\0o\0", "not-text"),
    ] {
        assert_eq!(problems(&products(bytes, day())), [(1, "", code)]);
    }
}

#[test]
fn the_line_in_which_excel_names_its_separator_is_no_heading() {
    let plan = products_of("sep=,\nnombre,categoria,precio\nPan,P,1000\nTé,P,x\n");
    assert_eq!(problems(&plan), [(4, "precio", "not-money")]);
}

#[test]
fn a_list_of_pupils_with_name_and_surname_guardians_and_allergies() {
    let text = "Nombre;Apellido;Grado;Sección;Tarjeta;Responsable;Teléfono;RUC/CI;Saldo;Límite diario;\
        Límite de crédito;Alergias;Tipo;Dietas\n\
        Sofía;Benítez;5.º grado;B;00414;Carmen Rodríguez;0981 123 456;4.123.456;-5.000;20.000;10.000;\
        maní:severa, leche:leve;;sin cerdo, Vegetariana\n\
        Ramón;Ortiz;;;00500;;;;;;;ninguna;personal\n";
    let plan = students(text.as_bytes());
    assert_eq!(plan.problems, []);
    let (sofia, ramon) = (&plan.rows[0], &plan.rows[1]);
    assert_eq!(
        (sofia.name.as_str(), sofia.grade.as_str()),
        ("Sofía Benítez", "5.º grado B")
    );
    assert_eq!(sofia.card.as_ref().unwrap().as_str(), "00414");
    assert_eq!(sofia.balance, Money::guaranies(-5_000));
    assert_eq!(sofia.daily_limit, Some(Money::guaranies(20_000)));
    assert_eq!(sofia.credit_limit, Some(Money::guaranies(10_000)));
    let guardian = sofia.guardian.as_ref().unwrap();
    assert_eq!(guardian.document.as_deref(), Some("4123456"));
    let said: Vec<_> = sofia
        .restrictions
        .iter()
        .map(|one| (one.allergen, one.severity))
        .collect();
    assert_eq!(
        said,
        [
            (Allergen::PEANUT, Severity::Severe),
            (Allergen::MILK, Severity::Mild)
        ]
    );
    assert_eq!(sofia.restrictions[0].said_by, "Carmen Rodríguez");
    let kept: Vec<_> = sofia.wishes.iter().map(|wish| wish.diet).collect();
    assert_eq!(kept, [Diet::NO_PORK, Diet::VEGETARIAN]);
    assert_eq!(sofia.wishes[0].said_by, "Carmen Rodríguez");
    assert_eq!(
        (ramon.price_list, ramon.restrictions.len()),
        (Some(STAFF), 0)
    );
}

#[test]
fn what_is_wrong_in_a_list_of_pupils_is_named() {
    let text = "nombre;tarjeta;responsable;telefono;ruc;saldo;limite diario;limite de credito;alergias;tipo;dieta\n\
        ;;;;;;;;;\n\
        Ana;12;;0981;;;;;;\n\
        ;0001;Eva;;80009735-2;1,5;0;-1;maní:mucho;perro;de la luna\n\
        Leo;0001;Eva;;x;;;;;\n";
    let plan = students(text.as_bytes());
    let found = problems(&plan);
    for expected in [
        (3, "responsable", "guardian-without-name"),
        (3, "tarjeta", "not-card"),
        (4, "nombre", "missing"),
        (4, "ruc", "ruc-digit"),
        (4, "saldo", "not-money"),
        (4, "limite diario", "zero-limit"),
        (4, "limite de credito", "negative"),
        (4, "alergias", "not-severity"),
        (4, "tipo", "not-kind"),
        (4, "dieta", "unknown-diet"),
        (4, "tarjeta", "doubled"),
        (5, "tarjeta", "doubled"),
        (5, "ruc", "not-document"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
    assert_eq!(found.len(), 13);
}

#[test]
fn every_reason_has_its_sentence_in_every_language() {
    for locale in Locale::ALL {
        let i18n = I18n::new(locale);
        for reason in Reason::one_of_each() {
            let problem = Problem {
                line: 7,
                column: Some("Precio".into()),
                value: "x".into(),
                reason,
            };
            let sentence = problem.sentence(&i18n);
            let told = !sentence.contains(['[', '{']) && sentence.contains("Precio");
            assert!(told, "{sentence}");
        }
    }
    let plan = products_of("nombre;categoria;precio\nPan;P;1,5\n");
    let sentence = plan.problems[0].sentence(&I18n::new(Locale::EsPy));
    let expected =
        "Línea 2, columna «precio»: «1,5» no es un monto entero en guaraníes, como 18.000.";
    assert_eq!(sentence, expected);
}

proptest! {
    #[test]
    fn whatever_the_bytes_reading_ends_with_a_plan(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = (products(&bytes, day()), students(&bytes));
    }

    #[test]
    fn whatever_stands_in_the_cells_each_line_is_a_row_or_has_a_problem(
        cells in proptest::collection::vec("[^\r\n\"]{0,12}", 1..40),
    ) {
        let text = format!(
            "nombre;categoria;precio;stock;codigo;contiene;iva\n{}\n",
            cells.chunks(6).map(|cells| cells.join(";")).collect::<Vec<_>>().join("\n")
        );
        let plan = products_of(&text);
        for (line, text) in (1_u64..).zip(text.lines()).skip(1) {
            let known = plan.lines.contains(&line) || plan.problems.iter().any(|problem| problem.line <= line);
            let empty = text.chars().all(|letter| letter == ';' || letter.is_whitespace() || letter.is_control());
            prop_assert!(known || empty || text.contains('\u{feff}'), "{line}: {text:?}");
        }
        prop_assert_eq!(plan.rows.len(), plan.lines.len());
    }
}
