//! All that is known of a person, written for them: a page to read, JSON for programs, a CSV a section,
//! and their photo, in one folder.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::domain::Moment;
use crate::domain::diet::{Allergen, Diet};
use crate::domain::formula::sheet;
use crate::i18n::I18n;
use crate::settings::replace_file;
use crate::store::people::{Cell, Dossier, Section};

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The folder.
    pub folder: PathBuf,
    /// Its files, by name.
    pub files: Vec<String>,
}

/// How the page looks, on a screen and on paper.
const STYLE: &str = "body{font:15px/1.45 sans-serif;max-width:1000px;margin:2em auto;padding:0 1em;color:#1c2420}\
    table{border-collapse:collapse;width:100%;margin-bottom:1.5em}\
    th,td{border:1px solid #c9d2cc;padding:4px 8px;text-align:left;vertical-align:top}th{background:#eef3ef}\
    img{border-radius:12px}";

/// Writes the folder; what was there before under the same names is replaced.
///
/// # Errors
/// What the system says; files that were written before it stay.
pub fn write(
    dossier: &Dossier,
    folder: &Path,
    photos: &[PathBuf],
    now: Moment,
    words: &I18n,
) -> io::Result<Written> {
    fs::create_dir_all(folder)?;
    let mut files = Vec::new();
    let mut keep = |name: String, bytes: &[u8]| -> io::Result<()> {
        replace_file(&folder.join(&name), bytes)?;
        files.push(name);
        Ok(())
    };
    let whole = json(dossier, now);
    let whole = serde_json::to_string_pretty(&whole).map_err(io::Error::other)?;
    keep("person.json".to_owned(), whole.as_bytes())?;
    keep(
        "person.html".to_owned(),
        html(dossier, now, words).as_bytes(),
    )?;
    for section in &dossier.sections {
        let name = format!("{}.csv", section.key);
        keep(name, &csv(section, words))?;
    }
    if let Some(photo) = &dossier.photo {
        keep("photo.png".to_owned(), photo)?;
    }
    for photo in photos {
        let name = photo.file_name().map(|name| name.to_string_lossy());
        keep(
            format!("photo-{}", name.unwrap_or_default()),
            &fs::read(photo)?,
        )?;
    }
    Ok(Written {
        folder: folder.to_owned(),
        files,
    })
}

/// Everything, with the names of the columns as keys.
#[must_use]
pub fn json(dossier: &Dossier, now: Moment) -> Value {
    let section = |of: &Section| {
        let rows = of.rows.iter().map(|row| {
            let cells = of.columns.iter().zip(row);
            let cells = cells.map(|(column, cell)| (column.clone(), json!(cell)));
            Value::Object(cells.collect::<Map<_, _>>())
        });
        (of.key.to_owned(), rows.collect::<Value>())
    };
    let sections: Map<String, Value> = dossier.sections.iter().map(section).collect();
    json!({
        "made_on": now.day().to_string(), "student": dossier.student.0, "name": dossier.name,
        "sections": sections,
    })
}

fn html(dossier: &Dossier, now: Moment, words: &I18n) -> String {
    let named = [
        ("name", dossier.name.clone().into()),
        ("day", now.day().into()),
    ];
    let title = escaped(&words.text_with("person-title", &named));
    let mut out = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <style>{STYLE}</style></head><body><h1>{title}</h1>",
        words.locale().code()
    );
    let _written = write!(out, "<p>{}</p>", escaped(&words.text("person-about")));
    if dossier.photo.is_some() {
        out.push_str("<p><img src=\"photo.png\" alt=\"\"></p>");
    }
    for section in &dossier.sections {
        let title = words.text(&format!("person-section-{}", section.key));
        let _written = write!(out, "<h2>{}</h2>", escaped(&title));
        if section.rows.is_empty() {
            let none = escaped(&words.text("person-none"));
            let _written = write!(out, "<p>{none}</p>");
            continue;
        }
        out.push_str("<table><tr>");
        for column in &section.columns {
            let _written = write!(out, "<th>{}</th>", escaped(&heading(column, words)));
        }
        out.push_str("</tr>");
        for row in &section.rows {
            out.push_str("<tr>");
            for (column, cell) in section.columns.iter().zip(row) {
                let _written = write!(out, "<td>{}</td>", escaped(&said(column, cell, words)));
            }
            out.push_str("</tr>");
        }
        out.push_str("</table>");
    }
    out.push_str("</body></html>");
    out
}

fn csv(section: &Section, words: &I18n) -> Vec<u8> {
    let heads = section.columns.iter().map(|column| heading(column, words));
    let rows = section.rows.iter().map(|row| {
        let cells = section.columns.iter().zip(row);
        let cells = cells.map(|(column, cell)| said(column, cell, words));
        cells.collect::<Vec<_>>()
    });
    sheet(heads.collect(), rows)
}

fn heading(column: &str, words: &I18n) -> String {
    words.text(&format!("person-column-{}", column.replace('_', "-")))
}

/// A cell in the reader's words: allergens and diets by name, what is a word of the program's as it is said.
fn said(column: &str, cell: &Cell, words: &I18n) -> String {
    match (column, cell) {
        (_, Cell::Empty(())) => String::new(),
        ("allergen", Cell::Number(code)) => u16::try_from(*code)
            .map_or_else(|_| code.to_string(), |code| words.allergen(Allergen(code))),
        ("diet", Cell::Number(code)) => {
            u16::try_from(*code).map_or_else(|_| code.to_string(), |code| words.diet(Diet(code)))
        }
        (_, Cell::Number(number)) => number.to_string(),
        ("severity", Cell::Text(code)) => known(&format!("severity-{code}"), code, words),
        ("active" | "kind" | "what" | "outcome" | "response", Cell::Text(code)) => known(
            &format!("person-word-{}", code.replace('_', "-")),
            code,
            words,
        ),
        ("action", Cell::Text(code)) => known(
            &format!("audit-action-{}", code.replace('_', "-")),
            code,
            words,
        ),
        (_, Cell::Text(text)) => text.clone(),
    }
}

fn known(key: &str, code: &str, words: &I18n) -> String {
    match words.knows(key) {
        true => words.text(key),
        false => code.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
