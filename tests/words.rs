//! What holds for every file of words, and for every key that the sources name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cantina::i18n::{I18n, Locale};

/// Key → the variables its sentence names.
type Sentences = BTreeMap<String, BTreeSet<String>>;

fn in_project(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file of that extension, at any depth.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is part of the project") {
        let path = entry.expect("its entries can be read").path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|ext| ext == extension) {
            found.push(path);
        }
    }
    found
}

fn sentences(locale: Locale) -> Sentences {
    let mut found = Sentences::new();
    for path in files(&in_project("i18n").join(locale.code()), "ftl") {
        for (key, variables) in sentences_in(&read(&path)) {
            let doubled = found.insert(key.clone(), variables).is_some();
            assert!(!doubled, "{}: {key} is there twice", path.display());
        }
    }
    found
}

fn sentences_in(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(key) = begins_a_sentence(line) {
            found.push((key.to_owned(), BTreeSet::new()));
        }
        if let Some((_, variables)) = found.last_mut() {
            variables.extend(variables_in(line));
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
fn every_locale_has_the_same_keys_and_the_same_variables() {
    let source = sentences(Locale::SOURCE);
    assert!(!source.is_empty(), "no sentence was found at all");
    for locale in Locale::ALL {
        let other = sentences(locale);
        let unlike: BTreeSet<_> = source
            .keys()
            .chain(other.keys())
            .filter(|key| source.get(*key) != other.get(*key))
            .collect();
        assert!(unlike.is_empty(), "{} differs in {unlike:?}", locale.code());
    }
}

#[test]
fn every_locale_has_the_same_files() {
    let names = |locale: Locale| -> BTreeSet<_> {
        files(&in_project("i18n").join(locale.code()), "ftl")
            .iter()
            .filter_map(|path| path.file_name().map(ToOwned::to_owned))
            .collect()
    };
    for locale in Locale::ALL {
        assert_eq!(names(locale), names(Locale::SOURCE), "{}", locale.code());
    }
}

#[test]
fn what_guarani_says_the_source_says_with_the_same_variables() {
    let source = sentences(Locale::SOURCE);
    let guarani = sentences(Locale::Gn);
    assert!(guarani.len() > 50, "{}", guarani.len());
    for (key, variables) in &guarani {
        assert_eq!(Some(variables), source.get(key), "{key}");
    }
    let words = I18n::new(Locale::Gn);
    assert_eq!(words.text("pay-cash"), "Viru");
    // What has no Guaraní is said in the source locale.
    let spanish = I18n::new(Locale::SOURCE).text("settings-shop");
    assert_eq!(words.text("settings-shop"), spanish);
}

#[test]
fn what_a_pupil_or_a_cashier_reads_has_its_guarani() {
    let guarani = sentences(Locale::Gn);
    for key in [
        "alert-refused",
        "alert-ask",
        "declared-contains",
        "declared-may-contain",
        "declared-unknown",
        "checkout-total",
        "checkout-change",
        "ticket-total",
        "pupil-balance",
    ] {
        assert!(guarani.contains_key(key), "{key}");
    }
}

#[test]
fn every_sentence_on_disk_is_in_the_program() {
    let i18n = I18n::new(Locale::SOURCE);
    for key in sentences(Locale::SOURCE).keys() {
        let term = key.starts_with('-');
        assert!(term || i18n.knows(key), "{key} is in a file left out");
    }
}

#[test]
fn every_key_that_the_sources_name_has_its_sentence() {
    let known = sentences(Locale::SOURCE);
    for path in files(&in_project("src"), "rs") {
        let source = without_comments(&read(&path));
        for key in keys_named_in(&source) {
            let file = path.display();
            assert!(known.contains_key(key), "{file}: no sentence for {key:?}");
        }
    }
}

#[test]
fn the_search_for_keys_sees_what_a_screen_writes() {
    let source = "let a = i18n.text(\"pay-cash\");\n i18n.text_with(\n    \"pay-change\", &[]);";
    assert_eq!(keys_named_in(source), ["pay-cash", "pay-change"]);
}

#[test]
fn the_search_for_variables_sees_those_of_every_line_of_a_sentence() {
    let text = "# a note = $none\nchange = Vuelto { $amount }\ncount = { $n ->\n    [one] una de { $all }\n   *[other] { $n }\n }\n";
    let set = |names: &[&str]| names.iter().map(ToString::to_string).collect();
    assert_eq!(
        sentences_in(text),
        [
            ("change".to_owned(), set(&["amount"])),
            ("count".to_owned(), set(&["all", "n"])),
        ]
    );
}

/// What a command says in a language, without a canteen.
fn said_by(command: &str, locale: Locale) -> String {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_cantina"))
        .args(command.split_whitespace())
        .args(["--locale", locale.code()])
        .output()
        .expect("the program was built for this test");
    let said = [output.stdout, output.stderr].concat();
    String::from_utf8(said).expect("what it says is UTF-8")
}

#[test]
fn the_command_line_explains_itself_in_the_language_asked_for() {
    for command in [
        "",
        "demo",
        "sell",
        "import",
        "selfcheck",
        "tour",
        "bench sale",
    ] {
        let help = format!("{command} --help");
        let said = Locale::ALL.map(|locale| said_by(&help, locale));
        for said in &said {
            assert!(!said.contains('⟦'), "{said}");
            for word in ["Usage:", "Print help", "default:", "possible values"] {
                assert!(!said.contains(word), "{help}: {said}");
            }
        }
        assert!(said[0] != said[1] && said[1] != said[2] && said[0] != said[2]);
    }
    let wrong = Locale::ALL.map(|locale| said_by("--nonsense", locale));
    assert!(
        wrong.iter().all(|said| said.lines().count() == 1),
        "{wrong:?}"
    );
    assert!(wrong[0] != wrong[1] && wrong[1] != wrong[2]);
}

#[test]
fn every_locale_calls_itself_by_its_own_name() {
    for locale in Locale::OFFERED {
        assert_eq!(I18n::new(locale).text("locale-name"), locale.own_name());
    }
}
