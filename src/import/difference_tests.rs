//! Ten lists as real schools have them: each is compared, or refused with the exact lines.

use std::fmt::Write as _;

use super::*;
use crate::domain::diet::OwnNames;
use crate::domain::student::NewGuardian;
use crate::domain::{CardNumber, Money, PriceListId};
use crate::import::pupils;

fn on_file(n: i64, name: &str, grade: &str, card: Option<&str>) -> OnFile {
    OnFile {
        student: StudentId(n),
        name: name.to_owned(),
        grade: grade.to_owned(),
        document: None,
        cards: card
            .and_then(|card| CardNumber::parse(card).ok())
            .into_iter()
            .collect(),
        guardian: Some(NewGuardian {
            name: "Carmen Rodríguez".to_owned(),
            phone: Some("0981 123 456".to_owned()),
            document: None,
        }),
        price_list: PriceListId(1),
        daily_limit: Some(Money::guaranies(20_000)),
        credit_limit: Money::ZERO,
        restrictions: Vec::new(),
        wishes: Vec::new(),
        active: true,
        erased: false,
    }
}

/// Sofía with a card, Mateo with one, two called Juan Pérez without.
fn school() -> Vec<OnFile> {
    let mut school = vec![
        on_file(1, "Sofía Benítez", "5.º grado B", Some("00414")),
        on_file(2, "Mateo Ñandutí", "2.º grado A", Some("00415")),
        on_file(3, "Juan Pérez", "1.º grado A", None),
        on_file(4, "Juan Pérez", "4.º grado A", None),
    ];
    school[1].document = Some("6123456".to_owned());
    school
}

fn compared(bytes: &[u8]) -> Difference {
    differ(pupils(bytes, &OwnNames::default()), &school())
}

fn lines(of: &Difference) -> Vec<(u64, &'static str)> {
    let problems = of.problems.iter();
    problems
        .map(|problem| (problem.line, problem.reason.code()))
        .collect()
}

fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect()
}

fn fields(of: &Difference, at: usize) -> Vec<(&'static str, &str, &str)> {
    let fields = of.changed[at].fields.iter();
    fields
        .map(|(field, old, new)| (field.code(), old.as_str(), new.as_str()))
        .collect()
}

#[test]
fn one_excel_in_spanish_with_semicolons_in_windows_1252() {
    let text = "Nombre;Apellido;Grado;Sección;Nro. Tarjeta\r\n\
        Sofía;Benítez;6.º grado;B;00414\r\nLourdes;Ñamandú;1.º grado;A;91001\r\n";
    let of = compared(&windows_1252(text));
    assert_eq!(lines(&of), []);
    assert_eq!(fields(&of, 0), [("grade", "5.º grado B", "6.º grado B")]);
    assert_eq!(
        of.new,
        [(3, "Lourdes Ñamandú".to_owned(), "1.º grado A".to_owned())]
    );
    let missing: Vec<_> = of.missing.iter().map(|(student, ..)| student.0).collect();
    assert_eq!(missing, [2, 3, 4], "nobody is removed by a list");
}

#[test]
fn two_libreoffice_in_utf_8_with_a_mark_and_commas() {
    let text = "\u{feff}Alumno,Grado,Tarjeta,Teléfono,Responsable\n\
        \"Sofía Benítez\",\"5.º grado B\",00414,0971 555 666,Carmen Rodríguez\n";
    let of = compared(text.as_bytes());
    assert_eq!(fields(&of, 0), [("phone", "0981 123 456", "0971 555 666")]);
}

#[test]
fn three_unicode_text_of_excel_in_utf_16_with_tabs() {
    let text = "\u{feff}Alumno\tGrado\tTarjeta\r\nMateo Ñandutí\t2.º grado A\t00415\r\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let of = compared(&bytes);
    assert_eq!((lines(&of), of.unchanged, of.rows.len()), (vec![], 1, 0));
}

#[test]
fn four_merged_grades_are_repeated_and_titles_stand_above_the_headings() {
    let text = "Escuela Ñandutí;;\n;;\nLista de alumnos 2026;;\nGrado;Alumno;Tarjeta\n\
        5.º grado B;Sofía Benítez;00414\n;Ana Vera;91001\n;Leo Vera;91002\n6.º grado A;Eva Paz;91003\n;Ema Paz;91004\n";
    let of = compared(text.as_bytes());
    assert_eq!(lines(&of), []);
    assert_eq!(of.unchanged, 1);
    let grades: Vec<_> = of
        .new
        .iter()
        .map(|(line, _, grade)| (*line, grade.as_str()))
        .collect();
    assert_eq!(
        grades,
        [
            (6, "5.º grado B"),
            (7, "5.º grado B"),
            (8, "6.º grado A"),
            (9, "6.º grado A")
        ]
    );
}

#[test]
fn a_grade_on_every_line_is_no_merged_one_and_an_empty_one_stays_empty() {
    let text = "Grado;Alumno;Tarjeta\n5.º grado B;Ana Vera;91001\n5.º grado B;Leo Vera;91002\n;Eva Paz;91003\n;Ema;91004\n;Eda;91005\n";
    let of = compared(text.as_bytes());
    assert_eq!(of.new[2].2, "");
}

#[test]
fn five_empty_lines_anywhere_keep_the_numbers_of_the_others() {
    let text = "Alumno;Tarjeta;Saldo\n\n;;\nAna Vera;91001;\n\n\n;;\nLeo Vera;91002;12,5\n;;\n";
    let of = compared(text.as_bytes());
    assert_eq!(lines(&of), [(8, "not-money")]);
}

#[test]
fn six_doubled_cards_are_named_at_both_lines_and_one_pupil_on_two_lines_too() {
    let text = "Alumno;Tarjeta\nAna Vera;91001\nLeo Vera;91001\nSofía Benítez;00414\n";
    assert_eq!(
        lines(&compared(text.as_bytes())),
        [(2, "doubled"), (3, "doubled")]
    );
    let text = "Alumno;Tarjeta;CI del alumno\nMateo;00415;\nMateo Ñandutí;;6123456\n";
    assert_eq!(lines(&compared(text.as_bytes())), [(3, "doubled")]);
}

#[test]
fn seven_two_hundred_errors_are_two_hundred_lines_and_nothing_is_taken() {
    let mut text = "Alumno;Tarjeta;RUC;Responsable\n".to_owned();
    for n in 0..200 {
        let _written = writeln!(text, "Alumno {n};{};80009735-2;Eva", 92_000 + n);
    }
    text.push_str("Leo Vera;91002;;\n");
    let of = compared(text.as_bytes());
    let expected: Vec<(u64, &str)> = (2..202).map(|line| (line, "ruc-digit")).collect();
    assert_eq!(lines(&of), expected);
}

#[test]
fn eight_quotes_and_line_breaks_inside_fields_are_one_cell() {
    let text = "Alumno;Grado;Responsable;Tarjeta\n\"Ana \"\"Anita\"\" Vera\";\"1.º\ngrado\";\"Vera; Eva\";91001\nLeo;x;y;12\n";
    let of = compared(text.as_bytes());
    assert_eq!(
        of.new[0],
        (2, "Ana \"Anita\" Vera".to_owned(), "1.º grado".to_owned())
    );
    assert_eq!(
        lines(&of),
        [(4, "not-card")],
        "the line as an editor counts it"
    );
}

#[test]
fn nine_decimals_and_thousands_as_each_writes_them() {
    let text = "Alumno;Tarjeta;Límite diario;Límite de crédito\n\
        Ana;91001;25.000;10.000,00\nLeo;91002;25000;₲ 5.000\nEva;91003;1,5;0\nSofía Benítez;00414;Gs. 25.000;\n";
    let of = compared(text.as_bytes());
    assert_eq!(lines(&of), [(4, "not-money")]);
    assert_eq!(fields(&of, 0), [("daily_limit", "20.000", "25.000")]);
    assert_eq!(of.rows[0].new.credit_limit, Some(Money::guaranies(10_000)));
    assert_eq!(of.rows[1].new.credit_limit, Some(Money::guaranies(5_000)));
}

#[test]
fn ten_names_without_cards_mean_one_pupil_or_are_asked_about() {
    let text = "Alumno;Grado;CI del alumno\nJuan Pérez;4.º grado A;7111222\nJuan Pérez;6.º grado A;\njuan perez;;\n";
    let of = compared(text.as_bytes());
    assert_eq!(lines(&of), [(3, "several-pupils"), (4, "several-pupils")]);
    assert_eq!(of.changed[0].student, StudentId(4));
    assert_eq!(fields(&of, 0), [("document", "", "7111222")]);
}

#[test]
fn a_card_of_one_child_with_the_document_of_another_is_a_problem() {
    let text = "Alumno;Tarjeta;CI del alumno\nSofía Benítez;00414;6123456\n";
    assert_eq!(lines(&compared(text.as_bytes())), [(2, "several-pupils")]);
}

#[test]
fn a_workbook_or_a_list_without_names_is_refused_as_what_it_is() {
    assert_eq!(lines(&compared(b"PK\x03\x04rest")), [(1, "spreadsheet")]);
    assert_eq!(
        lines(&compared(b"Grado;Tarjeta\n1;00414\n")),
        [(1, "missing-column")]
    );
}

#[test]
fn what_is_health_data_is_counted_and_never_named() {
    let text = "Alumno;Tarjeta;Alergias\nSofía Benítez;00414;maní:severa, leche:leve\n";
    let of = compared(text.as_bytes());
    assert_eq!(fields(&of, 0), [("restrictions", "0", "+2")]);
}
