//! The house has floors (see `src/lib.rs`): a room imports only from itself and from floors below it,
//! and each heavy tool is used in one room only.
//!
//! Reads the source as text: rustfmt's layout is assumed, tests and comments are left out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FLOORS: [(&str, u8); 12] = [
    ("cli", 6),
    ("app", 5),
    ("till", 4),
    ("printing", 3),
    ("import", 3),
    ("demo", 3),
    ("backup", 3),
    ("report", 3),
    ("store", 2),
    ("settings", 2),
    ("i18n", 2),
    ("domain", 1),
];

/// One source file of a room, without comments and tests.
struct Source {
    path: PathBuf,
    room: String,
    /// How many `super` lead from it to the crate's root.
    depth: usize,
    code: String,
}

#[test]
fn a_room_imports_only_from_floors_below() {
    let mut wrong = Vec::new();
    for source in sources() {
        let own = floor(&source.room).expect("every room of src/ is on a floor");
        for other in imports(&source) {
            let below = floor(&other).is_some_and(|floor| floor < own);
            if other != source.room && !below {
                wrong.push(format!("{} imports {other}", source.path.display()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn only_the_store_speaks_sql() {
    assert_eq!(users_of("rusqlite", |room| room != "store"), [""; 0]);
}

#[test]
fn only_the_app_knows_the_window() {
    for name in ["iced", "iced_runtime"] {
        assert_eq!(users_of(name, |room| room != "app"), [""; 0]);
    }
}

#[test]
fn the_domain_has_no_floats() {
    for name in ["f32", "f64"] {
        assert_eq!(users_of(name, |room| room == "domain"), [""; 0]);
    }
}

#[test]
fn nothing_is_unsafe() {
    assert_eq!(users_of("unsafe", |_| true), [""; 0]);
}

#[test]
fn the_reader_sees_every_way_to_import() {
    let seen = |text: &str, depth| {
        let code = without_tests(text);
        let source = Source {
            path: PathBuf::new(),
            room: "domain".into(),
            depth,
            code,
        };
        imports(&source).into_iter().collect::<Vec<_>>()
    };
    assert_eq!(
        seen("use crate::{app::x::Y, till, i18n::{a, b}};", 1),
        ["app", "i18n", "till"]
    );
    assert_eq!(seen("let a = crate::store::Store;", 1), ["store"]);
    assert_eq!(seen("use super::super::app::Theme;", 2), ["app"]);
    assert_eq!(seen("use super::app::Theme;", 2), [""; 0]);
    assert_eq!(seen("// crate::app\n", 1), [""; 0]);
    let tests = "#[cfg(test)]\nmod tests {\n    use crate::app;\n}\nuse crate::cli;\n";
    assert_eq!(seen(tests, 1), ["cli"]);
}

fn floor(room: &str) -> Option<u8> {
    let found = FLOORS.iter().find(|(name, _)| *name == room);
    found.map(|(_, floor)| *floor)
}

/// The files that name a crate or a keyword where they must not.
fn users_of(word: &str, forbidden_in: impl Fn(&str) -> bool) -> Vec<String> {
    let named = |source: &Source| words(&source.code).any(|(_, found)| found == word);
    let sources = sources().into_iter();
    let wrong = sources.filter(|source| forbidden_in(&source.room) && named(source));
    wrong
        .map(|source| source.path.display().to_string())
        .collect()
}

/// The rooms that a file names by `crate::…`, or by as many `super` as lead out of its room.
fn imports(source: &Source) -> BTreeSet<String> {
    let up = "super::".repeat(source.depth);
    let from_root = ["crate::", up.as_str()];
    let mut rooms = BTreeSet::new();
    for (at, word) in words(&source.code) {
        let rest = &source.code[at..];
        let starts_here = matches!(word, "crate" | "super") && !source.code[..at].ends_with("::");
        let path = from_root.iter().find_map(|root| rest.strip_prefix(root));
        if let (true, Some(path)) = (starts_here, path) {
            rooms.extend(firsts(path).into_iter().filter(|name| *name != "super"));
        }
    }
    rooms
}

/// The first names of what follows a root: one, or those of `{a::x, b, c::{d, e}}`.
fn firsts(path: &str) -> Vec<String> {
    let name = |text: &str| words(text).next().map(|(_, word)| word.to_owned());
    let Some(group) = path.strip_prefix('{') else {
        return name(path).into_iter().collect();
    };
    let mut depth = 0_usize;
    let mut names = Vec::new();
    let mut start = 0;
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.extend(name(&group[start..at]));
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names
}

/// Every identifier and keyword, with where it stands.
fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let inside = |letter: char| letter.is_alphanumeric() || letter == '_';
    let base = code.as_ptr().addr();
    code.split(move |letter| !inside(letter))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr().addr() - base, word))
}

/// Every file of every room, files of tests left out.
fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    let tests: BTreeSet<PathBuf> = files.iter().flat_map(|file| test_files(file)).collect();
    let kept = files.iter().filter(|file| !tests.contains(*file));
    let found: Vec<Source> = kept.filter_map(|file| source_of(&root, file)).collect();
    assert!(found.len() > 50, "the sources are not where they were");
    found
}

fn source_of(src: &Path, file: &Path) -> Option<Source> {
    let inside = file.strip_prefix(src).expect("it was found there");
    let parts: Vec<_> = inside.iter().collect();
    // `lib.rs` and `main.rs` are no room.
    let room = parts.first().filter(|_| parts.len() > 1)?;
    let is_mod = parts.last().is_some_and(|name| *name == "mod.rs");
    Some(Source {
        path: inside.to_owned(),
        room: room.to_string_lossy().into_owned(),
        depth: parts.len() - usize::from(is_mod),
        code: without_tests(&read(file)),
    })
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src/ can be read") {
        let path = entry.expect("src/ can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            files.push(path);
        }
    }
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).expect("src/ can be read")
}

/// The files that a file takes in as `#[cfg(test)] mod name;`.
fn test_files(file: &Path) -> Vec<PathBuf> {
    let text = read(file);
    let folder = file.parent().expect("a file is in a folder");
    let mut lines = text.lines().map(str::trim);
    let mut found = Vec::new();
    while lines.any(|line| line == "#[cfg(test)]") {
        let mut path = None;
        for line in lines.by_ref() {
            if let Some(named) = line.strip_prefix("#[path = \"") {
                path = named.strip_suffix("\"]").map(|name| folder.join(name));
            } else if let Some(name) = line.strip_suffix(';').and_then(|l| l.strip_prefix("mod ")) {
                found.extend(path.take().or_else(|| Some(beside(file, name))));
                break;
            } else if !line.starts_with("#[") {
                break;
            }
        }
    }
    found
}

/// Where `mod name;` of a file is looked for.
fn beside(file: &Path, name: &str) -> PathBuf {
    let folder = match file.file_stem().and_then(|stem| stem.to_str()) {
        Some("mod" | "lib" | "main") => file.parent().expect("a file is in a folder").to_owned(),
        _ => file.with_extension(""),
    };
    let flat = folder.join(format!("{name}.rs"));
    if flat.exists() {
        flat
    } else {
        folder.join(name).join("mod.rs")
    }
}

/// Comments and items under `#[cfg(test)]` left out; an item ends where rustfmt closes it.
fn without_tests(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            let end = format!("{}}}", &line[..line.len() - line.trim_start().len()]);
            let mut body = lines
                .by_ref()
                .skip_while(|line| line.trim().starts_with("#["));
            let first = body.next().unwrap_or_default();
            if !first.ends_with(';') && !first.ends_with('}') {
                body.find(|line| *line == end);
            }
            continue;
        }
        code.push_str(line.split("//").next().unwrap_or_default());
        code.push('\n');
    }
    code
}
