//! What holds for the room itself; `tests/words.rs` holds what is written in the files.

use super::*;

#[test]
fn every_file_of_words_is_read_without_an_error() {
    for locale in Locale::OFFERED {
        for (area, text) in files::of(locale) {
            let wrong = FluentResource::try_new((*text).to_owned()).err();
            let wrong = wrong.map(|(_, errors)| errors);
            assert!(wrong.is_none(), "{}/{area}.ftl: {wrong:?}", locale.code());
        }
    }
}

#[test]
fn words_are_shared_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<I18n>();
}

#[test]
fn an_unknown_key_is_seen_in_brackets() {
    let (i18n, key) = (I18n::new(Locale::En), "nobody-wrote-this");
    assert_eq!(i18n.text(key), "⟦nobody-wrote-this⟧");
    assert!(!i18n.knows(key));
}

#[test]
fn values_are_told_without_marks_or_separators_of_fluents_own() {
    let mut bundle = FluentBundle::new_concurrent(vec![files::language(Locale::EsPy)]);
    bundle.set_use_isolating(false);
    let text = "count = { $n ->\n    [one] { $n } vianda\n   *[other] { $n } viandas\n }\n";
    let resource = FluentResource::try_new(text.to_owned()).unwrap();
    bundle.add_resource(resource).unwrap();
    let words = Arc::new(Words {
        own: bundle,
        source: None,
    });
    let i18n = I18n {
        names: std::sync::Arc::default(),
        locale: Locale::EsPy,
        words,
    };
    let key = "count";
    let said = |n: Value| i18n.text_with(key, &[("n", n)]);
    assert_eq!(said(1.into()), "1 vianda");
    assert_eq!(said(12_345.into()), "12345 viandas");
    assert_eq!(said(i64::MAX.into()), "9223372036854775807 viandas");
    assert_eq!(said(Money::guaranies(18_000).into()), "₲ 18.000 viandas");
    assert_eq!(said("María".into()), "María viandas");
}

#[test]
fn one_of_something_is_not_said_as_many() {
    let counted = [
        "dash-sold",
        "dash-projected-sales",
        "dash-usual-mean",
        "dash-usual-between",
        "dash-heat-of",
        "dash-export-rows",
        "accounts-statement-page",
        "audit-exported",
        "refused-restricted",
        "people-year-pupils",
        "goods-count",
        "report-alert-overrides",
        "report-exported",
        "doctor-database-good",
        "cli-shift-status",
        "cli-top-ups-done",
        "cli-top-ups-good",
    ];
    let names = ["count", "sales", "high", "rows", "all"];
    for locale in [Locale::EsPy, Locale::En, Locale::PtBr] {
        let words = I18n::new(locale);
        for key in counted {
            let said = |n: i64| {
                let values = names.map(|name| (name, n.into()));
                words.text_with(key, &values)
            };
            let as_many = said(2).replace('2', "1");
            assert_ne!(said(1), as_many, "{key}");
        }
    }
}

#[test]
fn what_a_locale_lacks_is_said_in_the_source_locale() {
    let mut source = FluentBundle::new_concurrent(vec![files::language(Locale::SOURCE)]);
    let resource = FluentResource::try_new("pan = Pan\n".to_owned()).unwrap();
    source.add_resource(resource).unwrap();
    let own = FluentBundle::new_concurrent(vec![files::language(Locale::En)]);
    let words = Arc::new(Words {
        own,
        source: Some(source),
    });
    let i18n = I18n {
        names: std::sync::Arc::default(),
        locale: Locale::En,
        words,
    };
    let key = "pan";
    assert_eq!(i18n.text(key), "Pan");
}
