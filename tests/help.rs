//! What holds for the pages of the help, and for the command that shows them.
#![allow(clippy::unwrap_used)] // a test that cannot go on stops

use std::collections::BTreeSet;
use std::process::Command;

use cantina::app::screen::help::pictures;
use cantina::app::tour::TOUR;
use cantina::i18n::help::{Block, TOPICS, source, topic};
use cantina::i18n::{I18n, Locale};

/// What stands between these in a text.
fn between(text: &str, open: char, close: char) -> Vec<&str> {
    text.split(open)
        .skip(1)
        .filter_map(|rest| rest.split_once(close).map(|(inside, _)| inside))
        .collect()
}

#[test]
fn a_page_names_only_words_pictures_and_pages_that_there_are() {
    let mut shown = BTreeSet::new();
    for locale in Locale::ALL {
        let words = I18n::new(locale);
        for name in TOPICS {
            let at = format!("{}/help/{name}.md", locale.code());
            for key in between(source(locale, name).unwrap(), '{', '}') {
                assert!(words.knows(key), "{at}: {key}");
                // What wants to be told something cannot stand in a page.
                assert!(!words.text(key).contains("{$"), "{at}: {key}");
            }
            for block in words.help(name).unwrap().blocks {
                match block {
                    Block::Link(to, label) => {
                        assert!(topic(&to).is_some(), "{at}: {to}");
                        assert!(!label.is_empty());
                    }
                    Block::Picture(picture, _) => {
                        assert!(TOUR.contains(&picture.as_str()), "{at}: {picture}");
                        shown.insert(picture);
                    }
                    other => assert!(!other.plain().contains('⟦'), "{at}: {other:?}"),
                }
            }
        }
    }
    let there: BTreeSet<String> = pictures::NAMES.iter().map(ToString::to_string).collect();
    assert_eq!(shown, there, "the pictures are those that pages name");
}

#[test]
fn the_pages_of_every_locale_have_the_same_parts() {
    let parts = |locale, name: &str| -> Vec<_> {
        let blocks = I18n::new(locale).help(name).unwrap().blocks;
        let part = |block: &Block| match block {
            Block::Link(to, _) => format!("to {to}"),
            Block::Picture(name, _) => format!("picture {name}"),
            Block::Table(rows) => format!("table {}", rows.len()),
            Block::Heading(_) => "heading".to_owned(),
            Block::Text(_) => "text".to_owned(),
            Block::Note(_) => "note".to_owned(),
            Block::Step(number, _) => format!("step {number}"),
            Block::Item(_) => "item".to_owned(),
            Block::Check(_) => "check".to_owned(),
        };
        blocks.iter().map(part).collect()
    };
    for name in TOPICS {
        for locale in Locale::ALL {
            let code = locale.code();
            assert_eq!(
                parts(locale, name),
                parts(Locale::SOURCE, name),
                "{code} {name}"
            );
        }
    }
}

#[test]
fn a_link_stands_alone_on_its_line_so_that_a_finger_finds_it() {
    for locale in Locale::ALL {
        for name in TOPICS {
            for line in source(locale, name).unwrap().lines() {
                let links = line.contains("](") && !line.starts_with("![");
                assert!(!links || line.starts_with("- ["), "{name}: {line}");
            }
        }
    }
}

fn cantina(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_cantina"))
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn the_command_shows_the_list_and_each_page_and_refuses_what_is_none() {
    let (code, list, _) = cantina(&["help", "--locale", "es-PY"]);
    assert_eq!(code, Some(0));
    assert!(TOPICS.iter().all(|topic| list.contains(topic)), "{list}");
    let (code, page, _) = cantina(&["help", "printer", "--locale", "es-PY"]);
    assert_eq!(code, Some(0));
    assert!(
        page.contains("La impresora") && page.contains("[ ]"),
        "{page}"
    );
    assert!(page.lines().all(|line| line.chars().count() <= 48));
    let (code, _, why) = cantina(&["help", "nothing", "--locale", "es-PY"]);
    assert_eq!((code, why.lines().count()), (Some(2), 1));
}

#[test]
fn training_needs_a_canteen_and_no_other_command() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    let (code, _, why) = cantina(&["--training", "--data-dir", place]);
    assert_eq!((code, why.lines().count()), (Some(1), 1), "{why}");
    let (code, _, why) = cantina(&["--training", "selfcheck", "--data-dir", place]);
    assert_eq!((code, why.lines().count()), (Some(2), 1), "{why}");
}
