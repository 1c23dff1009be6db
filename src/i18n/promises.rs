//! What holds for every file of words, and for every key that the sources name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use super::*;

/// Key → the variables its sentence names.
type Sentences = BTreeMap<String, BTreeSet<String>>;

fn sentences(locale: Locale) -> Sentences {
    let mut found = Sentences::new();
    for (area, text) in files::of(locale) {
        let mut key = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(begun) = begins_a_sentence(line) {
                let doubled = found.insert(begun.to_owned(), BTreeSet::new()).is_some();
                assert!(!doubled, "{locale:?}/{area}.ftl: {begun} is there twice");
                key = Some(begun.to_owned());
            }
            if let Some(variables) = key.as_ref().and_then(|key| found.get_mut(key)) {
                variables.extend(variables_in(line));
            }
        }
    }
    found
}

/// `pay-cash = …` or `-shop = …`, at the beginning of the line.
fn begins_a_sentence(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let named = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let key = key.trim_end();
    (!key.is_empty() && key.bytes().all(named)).then_some(key)
}

fn variables_in(line: &str) -> impl Iterator<Item = String> {
    let named = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
    line.split('$')
        .skip(1)
        .map(move |rest| rest.chars().take_while(|letter| named(*letter)).collect())
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

fn without_comments(source: &str) -> String {
    let is_comment = |line: &&str| line.trim_start().starts_with("//");
    let code: Vec<_> = source.lines().filter(|line| !is_comment(line)).collect();
    code.join("\n")
}

/// Literal keys given to `.text(…)` and `.text_with(…)`, also where the literal is on the next line.
fn keys_named_in(source: &str) -> Vec<&str> {
    let calls = ["text", "text_with"].map(|name| format!(".{name}("));
    calls
        .iter()
        .flat_map(|call| source.split(call.as_str()).skip(1))
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .collect()
}

#[test]
fn every_file_of_words_is_read_without_an_error() {
    for locale in Locale::ALL {
        for (area, text) in files::of(locale) {
            let wrong = FluentResource::try_new(text.to_owned()).err();
            let wrong = wrong.map(|(_, errors)| errors);
            assert!(wrong.is_none(), "{}/{area}.ftl: {wrong:?}", locale.code());
        }
    }
}

#[test]
fn every_locale_has_the_same_sentences_told_the_same_things() {
    let source = sentences(Locale::SOURCE);
    for locale in Locale::ALL {
        let other = sentences(locale);
        for (key, variables) in &source {
            let translated = other.get(key);
            assert_eq!(translated, Some(variables), "{key} in {}", locale.code());
        }
        let unknown: Vec<_> = other
            .keys()
            .filter(|key| !source.contains_key(*key))
            .collect();
        assert!(unknown.is_empty(), "only in {}: {unknown:?}", locale.code());
    }
}

#[test]
fn every_key_that_the_sources_name_has_its_sentence() {
    let known = sentences(Locale::SOURCE);
    let mut files = Vec::new();
    sources(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut files,
    );
    for file in files {
        let text = without_comments(&fs::read_to_string(&file).unwrap());
        for key in keys_named_in(&text) {
            assert!(
                known.contains_key(key),
                "{}: no sentence for {key:?}",
                file.display()
            );
        }
    }
}

#[test]
fn the_search_for_keys_sees_what_a_screen_writes() {
    let source = "let a = i18n.text(\"pay-cash\");\n i18n.text_with(\n    \"pay-change\", &[]);";
    assert_eq!(keys_named_in(source), ["pay-cash", "pay-change"]);
}

#[test]
fn words_are_shared_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<I18n>();
}

#[test]
fn an_unknown_key_is_seen_in_brackets() {
    let (i18n, key) = (I18n::new(Locale::En), "nobody-wrote-this");
    assert_eq!(i18n.text(key), "[nobody-wrote-this]");
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
        locale: Locale::En,
        words,
    };
    let key = "pan";
    assert_eq!(i18n.text(key), "Pan");
}
