//! Price tags and barcode labels: on the thermal printer's paper, or as sheets of A4 in a PDF.
//!
//! The sheets have the measures of bought ones: 24 tags of 70 × 37 mm, 40 labels of 52.5 × 29.7 mm, without
//! margins. Letters are those that every reader of PDFs has (Helvetica), so that nothing is embedded: the
//! sign of the guaraní is not among them, and `Gs.` stands for it.

use std::sync::Arc;

use encoding_rs::WINDOWS_1252;
use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str};

use super::document::{Document, Dots, Paper, Size, Style};
use super::logo::Logo;
use super::wrap::wrap;
use crate::domain::barcode::{QUIET, bars};
use crate::domain::code::Code;
use crate::domain::search::fold;

/// The most tags of one order: a few dozen sheets, or some metres of paper.
pub const TAGS_MAX: usize = 1_000;

/// A tag to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// «Empanada de carne».
    pub name: String,
    /// «₲ 4.500», «₲ 45.000 / kg».
    pub price: String,
    /// Its code, if it has one.
    pub code: Option<Code>,
    /// How many of it.
    pub copies: u16,
}

/// What is printed of each product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Name and price, large.
    Price,
    /// Name and bars.
    Barcode,
}

/// Each tag once for each of its copies.
fn each(tags: &[Tag]) -> impl Iterator<Item = &Tag> {
    let copies = tags.iter();
    let copies = copies.flat_map(|tag| std::iter::repeat_n(tag, usize::from(tag.copies)));
    copies.take(TAGS_MAX)
}

/// On the paper of the thermal printer, one below the other with a cut after each.
#[must_use]
pub fn on_paper(tags: &[Tag], form: Form, paper: Paper) -> Document {
    let mut page = Document::new(paper);
    for tag in each(tags) {
        let name = Style::CENTRE.bold();
        match form {
            Form::Price => {
                page.text(name.size(Size::Tall), &tag.name)
                    .text(name.size(Size::Double), &tag.price);
            }
            Form::Barcode => {
                page.text(name, &tag.name);
            }
        }
        if let Some(code) = &tag.code {
            if let Some(picture) = dots(code, form) {
                page.logo(Arc::new(picture), Dots::Sent);
            }
            page.text(Style::CENTRE, code.as_str());
        }
        page.cut();
    }
    page
}

/// The bars as a picture of dots, as wide as the narrowest paper takes; `None` for a code too long for it.
fn dots(code: &Code, form: Form) -> Option<Logo> {
    const ACROSS: usize = 48;
    let bars = bars(code);
    let room = ACROSS * 8;
    let module = [3, 2, 1]
        .into_iter()
        .find(|module| (bars.len() + 2 * QUIET) * module <= room)?;
    let height: u8 = match form {
        Form::Price => 40,
        Form::Barcode => 72,
    };
    let left = (room - bars.len() * module) / 2;
    // Two bytes that a printer would obey inside a picture must not come of it: a little to the side they
    // do not.
    let line = |shift: usize| {
        let mut line = vec![0_u8; ACROSS];
        for (at, _) in bars.iter().enumerate().filter(|(_, dark)| **dark) {
            for dot in 0..module {
                let x = left + at * module + dot - shift;
                line[x / 8] |= 0x80 >> (x % 8);
            }
        }
        line
    };
    let obeyed = |line: &Vec<u8>| {
        line.windows(2)
            .any(|two| two[0] == 0x10 && matches!(two[1], 0x04 | 0x05 | 0x14))
    };
    let line = (0..8).map(line).find(|line| !obeyed(line))?;
    let across = u8::try_from(ACROSS).ok()?;
    let mut command = vec![0x1D, b'v', b'0', 0, across, 0, height, 0];
    command.extend((0..height).flat_map(|_| line.iter().copied()));
    Logo::of_command(&command)
}

/// A point is 1/72 of an inch.
const MM: f32 = 72.0 / 25.4;
const SHEET: (f32, f32) = (210.0 * MM, 297.0 * MM);

/// How a sheet is divided.
#[derive(Clone, Copy)]
struct Grid {
    across: usize,
    down: usize,
}

impl Grid {
    const fn of(form: Form) -> Self {
        match form {
            Form::Price => Self { across: 3, down: 8 },
            Form::Barcode => Self {
                across: 4,
                down: 10,
            },
        }
    }

    /// Left, bottom, width and height of a place on the sheet.
    #[expect(clippy::cast_precision_loss, reason = "a sheet has a few dozen places")]
    fn place(self, at: usize) -> Place {
        let (wide, high) = (SHEET.0 / self.across as f32, SHEET.1 / self.down as f32);
        let (column, row) = (at % self.across, at / self.across);
        Place {
            left: column as f32 * wide,
            bottom: SHEET.1 - (row + 1) as f32 * high,
            wide,
            high,
        }
    }
}

#[derive(Clone, Copy)]
struct Place {
    left: f32,
    bottom: f32,
    wide: f32,
    high: f32,
}

/// Sheets of A4, as a PDF.
#[must_use]
pub fn pdf(tags: &[Tag], form: Form, title: &str) -> Vec<u8> {
    let grid = Grid::of(form);
    let all: Vec<&Tag> = each(tags).collect();
    let sheets: Vec<&[&Tag]> = match all.is_empty() {
        true => vec![&[]],
        false => all.chunks(grid.across * grid.down).collect(),
    };
    let mut next = 0;
    let mut number = || {
        next += 1;
        Ref::new(next)
    };
    let (catalog, tree, regular, bold, info) = (number(), number(), number(), number(), number());
    let pages: Vec<(Ref, Ref)> = sheets.iter().map(|_| (number(), number())).collect();
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree)
        .kids(pages.iter().map(|(page, _)| *page))
        .count(i32::try_from(pages.len()).unwrap_or(i32::MAX));
    for (font, name) in [(regular, "Helvetica"), (bold, "Helvetica-Bold")] {
        pdf.type1_font(font)
            .base_font(Name(name.as_bytes()))
            .encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    for ((page, content), sheet) in pages.iter().zip(&sheets) {
        let mut of = pdf.page(*page);
        of.media_box(Rect::new(0.0, 0.0, SHEET.0, SHEET.1))
            .parent(tree)
            .contents(*content);
        of.resources()
            .fonts()
            .pair(Name(b"F"), regular)
            .pair(Name(b"B"), bold);
        of.finish();
        let drawn = drawn(sheet, form, grid);
        pdf.stream(*content, &drawn);
    }
    pdf.document_info(info)
        .title(pdf_writer::TextStr(title))
        .producer(pdf_writer::TextStr("Cantina"));
    pdf.finish()
}

fn drawn(sheet: &[&Tag], form: Form, grid: Grid) -> Vec<u8> {
    let mut ink = Content::new();
    for (at, tag) in sheet.iter().enumerate() {
        let place = grid.place(at);
        // A hairline to cut along, where the sheet is plain.
        ink.set_line_width(0.2)
            .set_stroke_gray(0.75)
            .rect(place.left, place.bottom, place.wide, place.high)
            .stroke();
        match form {
            Form::Price => price_tag(&mut ink, tag, place),
            Form::Barcode => label(&mut ink, tag, place),
        }
    }
    ink.finish().to_vec()
}

/// Name above, price in the middle, bars below.
fn price_tag(ink: &mut Content, tag: &Tag, place: Place) {
    let top = place.bottom + place.high;
    for (line, text) in lines(&tag.name, 12.0, place.wide - 16.0)
        .iter()
        .zip([18.0, 31.0])
    {
        centred(ink, line, Face::Bold(12.0), place, top - text);
    }
    let size = fitting(&tag.price, 30.0, place.wide - 16.0);
    let low = if tag.code.is_some() { 36.0 } else { 24.0 };
    centred(ink, &tag.price, Face::Bold(size), place, place.bottom + low);
    if let Some(code) = &tag.code {
        draw_bars(ink, code, place, (14.0, 14.0));
        centred(
            ink,
            code.as_str(),
            Face::Plain(7.0),
            place,
            place.bottom + 6.0,
        );
    }
}

/// Name above, bars below it, and their figures.
fn label(ink: &mut Content, tag: &Tag, place: Place) {
    let top = place.bottom + place.high;
    for (line, text) in lines(&tag.name, 9.0, place.wide - 12.0)
        .iter()
        .zip([13.0, 23.0])
    {
        centred(ink, line, Face::Bold(9.0), place, top - text);
    }
    match &tag.code {
        Some(code) => {
            draw_bars(ink, code, place, (18.0, 34.0));
            centred(
                ink,
                code.as_str(),
                Face::Plain(8.0),
                place,
                place.bottom + 8.0,
            );
        }
        None => centred(
            ink,
            &tag.price,
            Face::Bold(16.0),
            place,
            place.bottom + 24.0,
        ),
    }
}

/// From `low` above the ground on, so many points high; modules of the norm's 0.33 mm, less where there
/// is no room.
#[expect(
    clippy::cast_precision_loss,
    reason = "a code has a few hundred modules"
)]
fn draw_bars(ink: &mut Content, code: &Code, place: Place, (low, high): (f32, f32)) {
    let bars = bars(code);
    let module = (0.33 * MM).min((place.wide - 4.0) / (bars.len() + 2 * QUIET) as f32);
    let left = place.left + (place.wide - bars.len() as f32 * module) / 2.0;
    ink.set_fill_gray(0.0);
    let mut at = 0;
    for run in bars.chunk_by(|one, other| one == other) {
        if run[0] {
            let (x, wide) = (left + at as f32 * module, run.len() as f32 * module);
            ink.rect(x, place.bottom + low, wide, high);
        }
        at += run.len();
    }
    ink.fill_nonzero();
}

#[derive(Clone, Copy)]
enum Face {
    Plain(f32),
    Bold(f32),
}

fn centred(ink: &mut Content, text: &str, face: Face, place: Place, y: f32) {
    let text = readable(text);
    let (name, size, wide) = match face {
        Face::Plain(size) => (Name(b"F"), size, width(&text, size)),
        Face::Bold(size) => (Name(b"B"), size, width(&text, size)),
    };
    let (bytes, _, _) = WINDOWS_1252.encode(&text);
    ink.begin_text()
        .set_font(name, size)
        .next_line(place.left + (place.wide - wide) / 2.0, y)
        .show(Str(&bytes))
        .end_text();
}

/// What Windows-1252 has; the rest is told by a question mark and not by a number.
fn readable(text: &str) -> String {
    let text = text.replace('₲', "Gs.").replace('\u{202f}', " ");
    let has = |letter: char| {
        let mut bytes = [0; 4];
        let (_, _, unmapped) = WINDOWS_1252.encode(letter.encode_utf8(&mut bytes));
        if unmapped { '?' } else { letter }
    };
    text.chars().map(has).collect()
}

/// A name on at most two lines.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few dozen letters; a float cast saturates"
)]
fn lines(name: &str, size: f32, room: f32) -> Vec<String> {
    // Names are mostly small letters, half as wide as they are high.
    let letters = ((room / (size * 0.54)) as usize).max(4);
    let mut lines = wrap(name, letters, letters);
    if lines.len() > 2 {
        lines.truncate(2);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// The size at which it fits, at most `most`.
fn fitting(text: &str, most: f32, room: f32) -> f32 {
    let wide = width(&readable(text), most);
    if wide > room {
        most * room / wide
    } else {
        most
    }
}

/// So wide, in points. Bold letters are a little wider than the regular ones that are measured.
fn width(text: &str, size: f32) -> f32 {
    let units: u32 = fold_letters(text).map(advance).sum();
    #[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
    let units = units as f32;
    units * size / 1_000.0 * 1.04
}

/// Accents take no room.
fn fold_letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|letter| match letter.is_ascii() {
        true => letter,
        false => fold(&letter.to_string()).chars().next().unwrap_or('n'),
    })
}

/// The advance of a letter of Helvetica, in thousandths (Adobe Font Metrics, Core 14).
const fn advance(letter: char) -> u32 {
    match letter {
        'i' | 'j' | 'l' | '\'' => 222,
        ' ' | '!' | ',' | '.' | '/' | ':' | ';' | 'I' | 'f' | 't' | '[' | ']' => 278,
        '(' | ')' | '-' | 'r' => 333,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 500,
        'F' | 'T' | 'Z' => 611,
        'A' | 'B' | 'E' | 'K' | 'P' | 'S' | 'V' | 'X' | 'Y' | '&' => 667,
        'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'w' => 722,
        'G' | 'O' | 'Q' => 778,
        'M' | 'm' => 833,
        'W' => 944,
        '%' => 889,
        _ => 556,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printing::Row;

    fn tag(code: &str, copies: u16) -> Tag {
        Tag {
            name: "Galletitas de miel y ñandutí".into(),
            price: "₲ 4.500".into(),
            code: Code::parse(code).ok(),
            copies,
        }
    }

    #[test]
    fn every_copy_is_a_piece_of_paper_with_bars_that_fit_it() {
        for paper in [Paper::Columns48, Paper::Columns32] {
            let page = on_paper(
                &[tag("7792052014625", 2), tag("A-1", 1)],
                Form::Barcode,
                paper,
            );
            let rows = page.rows();
            assert_eq!(rows.iter().filter(|row| **row == Row::Cut).count(), 3);
            let pictures = rows.iter().filter(|row| matches!(row, Row::Logo(..)));
            assert_eq!(pictures.count(), 3);
        }
    }

    /// Dark and light dots in the middle of the picture are the modules, each of the same width.
    #[test]
    fn the_dots_of_a_picture_are_the_modules_of_the_code() {
        let code = Code::parse("7792052014625").unwrap();
        let picture = dots(&code, Form::Barcode).unwrap();
        let line: Vec<bool> = (0..picture.width())
            .map(|x| picture.is_black(x, 8))
            .collect();
        let first = line.iter().position(|dark| *dark).unwrap();
        let read: Vec<bool> = line[first..].iter().step_by(3).copied().take(95).collect();
        assert_eq!(read, bars(&code));
    }

    #[test]
    fn a_code_too_long_for_the_paper_is_written_and_not_drawn() {
        let long = Code::parse("ABCDEFGHIJKLMNOPQRSTUVWXYZ012345").unwrap();
        assert!(dots(&long, Form::Barcode).is_none());
        let page = on_paper(&[tag(long.as_str(), 1)], Form::Barcode, Paper::Columns48);
        assert!(
            page.rows()
                .iter()
                .any(|row| matches!(row, Row::Line(line) if line.text.contains("ABCDEFGH")))
        );
    }

    #[test]
    fn a_pdf_has_as_many_sheets_as_its_tags_need() {
        let pages = |tags: &[Tag], form| {
            let file = pdf(tags, form, "Etiquetas");
            assert!(file.starts_with(b"%PDF-1."));
            let text = String::from_utf8_lossy(&file).into_owned();
            text.matches("/Type /Page\n").count() + text.matches("/Type /Page/").count()
        };
        assert_eq!(pages(&[tag("7792052014625", 24)], Form::Price), 1);
        assert_eq!(pages(&[tag("7792052014625", 25)], Form::Price), 2);
        assert_eq!(pages(&[tag("7792052014625", 81)], Form::Barcode), 3);
    }

    #[test]
    fn what_the_letters_of_a_pdf_lack_is_written_otherwise() {
        assert_eq!(readable("₲ 4.500"), "Gs. 4.500");
        assert_eq!(readable("ñandutí g̃"), "ñandutí g?");
    }
}
