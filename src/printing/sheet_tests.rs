use super::*;
use crate::domain::BusinessDay;
use crate::domain::diet::{Against, Allergen, Because, Declared, Knowledge, Severity};
use crate::i18n::Locale;
use crate::printing::document::Row;
use crate::printing::text;

fn now() -> Moment {
    let time = chrono::DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00");
    Moment::new(time.unwrap())
}

fn day(text: &str) -> BusinessDay {
    BusinessDay::written(text).unwrap()
}

fn peanut() -> Restriction {
    Restriction::new(Allergen::PEANUT, Severity::Severe, "su madre")
}

fn an_empty_sheet() -> Sheet {
    Sheet {
        name: "Sofía Benítez".into(),
        grade: "5.º B".into(),
        from: day("01/11/2026"),
        to: day("23/11/2026"),
        restrictions: Vec::new(),
        wishes: Vec::new(),
        bought: Vec::new(),
        alerts: Vec::new(),
    }
}

fn bought(name: &str, guaranies: i64, voided: bool) -> SheetLine {
    SheetLine {
        at: now().at.0 - 3_600_000,
        day: day("23/11/2026"),
        name: name.into(),
        quantity: Quantity::ONE,
        paid: Money::guaranies(guaranies),
        voided,
    }
}

fn refused() -> PastAlert {
    let knowledge = Knowledge {
        state: Declared::Contains,
        because: Because::Nobody,
    };
    PastAlert {
        at: now().at.0,
        day: day("23/11/2026"),
        product: "Turrón de maní".into(),
        response: Response::Refuse,
        shown: vec![Reason {
            against: Against::Allergy(peanut(), knowledge),
            response: Response::Refuse,
        }],
        outcome: "removed".into(),
        instead: None,
        by: "Liz".into(),
        approved_by: None,
        reason: None,
    }
}

fn printed(of: &Sheet, paper: Paper) -> (Document, String) {
    let words = I18n::new(Locale::EsPy);
    let telling = Telling {
        words: &words,
        shop: "Cantina Tita",
        now: now(),
        reason: &|_| "Contiene maní — etiqueta del 12/03/2026".to_owned(),
    };
    let page = sheet(of, &telling, paper);
    let said = text::render(&page);
    (page, said)
}

#[test]
fn what_was_bought_and_what_was_refused_stands_on_it_with_its_reason_outcome_and_total() {
    let of = Sheet {
        restrictions: vec![peanut()],
        bought: vec![bought("Chipa", 5_000, false), bought("Jugo", 7_000, true)],
        alerts: vec![refused()],
        ..an_empty_sheet()
    };
    let (_, said) = printed(&of, Paper::Columns48);
    for part in [
        "Sofía Benítez",
        "Del 01/11/2026 al 23/11/2026",
        "maní: severa",
        "23/11/2026 11:40 RECHAZADO: Turrón de maní",
        "Contiene maní",
        "Se quitó. Atendió Liz",
        "10:40 Chipa",
        "(anulada)",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert_eq!(
        total(&of),
        Money::guaranies(5_000),
        "without what was undone"
    );
}

#[test]
fn a_sheet_without_purchases_says_so_and_has_no_total() {
    let (_, said) = printed(&an_empty_sheet(), Paper::Columns32);
    assert!(said.contains("No compró nada en estos días."), "{said}");
    assert!(said.contains("Ninguno en estos días."), "{said}");
    assert!(!said.contains("TOTAL"), "{said}");
}

#[test]
fn long_names_fit_every_paper() {
    let long = "Empanada de carne con huevo duro, aceitunas y mucha paciencia artesanal ".repeat(2);
    let of = Sheet {
        name: long.clone(),
        restrictions: vec![peanut()],
        bought: vec![bought(&long, 1_234_567, false)],
        alerts: vec![PastAlert {
            product: long.clone(),
            outcome: "approved".into(),
            approved_by: Some(long.clone()),
            reason: Some(long.clone()),
            ..refused()
        }],
        ..an_empty_sheet()
    };
    for paper in [Paper::Columns48, Paper::Columns42, Paper::Columns32] {
        let (page, said) = printed(&of, paper);
        for row in page.rows() {
            if let Row::Line(line) = row {
                let wide = line.text.chars().count() * line.style.size.width();
                assert!(wide <= paper.columns(), "{said}");
            }
        }
        assert!(said.contains("1.234.567"), "{said}");
        assert!(said.contains("paciencia"), "{said}");
    }
}
