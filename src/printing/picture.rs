//! A document as a picture of the paper, dot for dot as wide as a printer's 12 × 24 letters.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, PxScale, ScaleFont, point};

use super::barcode::{self, Barcode};
use super::document::{Align, Document, Line, Row, Size};
use super::letters::closest;
use super::logo::Logo;

/// Dots of a normal letter, as on a 203 dpi printer's font A.
const LETTER_WIDTH: u32 = 12;
/// Dots from one line to the next.
const LINE_HEIGHT: u32 = 30;
/// Lines of letters that bars take, with the letters below them.
const BARCODE_LINES: u32 = (barcode::HEIGHT_DOTS as u32).div_ceil(LINE_HEIGHT) + 1;
/// Dots of white on each side.
const MARGIN: u32 = 24;
/// A job is a ticket; a picture of more lines than this shows the first ones.
const MAX_LINES: u32 = 2_000;

static REGULAR: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("../../assets/fonts/DejaVuSansMono.ttf"))
        .expect("the bundled font is a font: the tests draw with it")
});
static BOLD: LazyLock<FontRef<'static>> = LazyLock::new(|| {
    FontRef::try_from_slice(include_bytes!("../../assets/fonts/DejaVuSansMono-Bold.ttf"))
        .expect("the bundled font is a font: the tests draw with it")
});

/// A grey picture: 0 is black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Dots from left to right.
    pub width: u32,
    /// Dots from top to bottom.
    pub height: u32,
    /// One byte a dot, line by line.
    pub dots: Vec<u8>,
}

/// Whether a picture shows all of it: of a paper too long it shows the first lines.
#[must_use]
pub fn fits(document: &Document) -> bool {
    let lines: usize = document.rows().iter().map(height).sum();
    u32::try_from(lines).is_ok_and(|lines| lines <= MAX_LINES)
}

/// The paper as it would lie on the counter.
#[must_use]
pub fn draw(document: &Document) -> Picture {
    let lines: usize = document.rows().iter().map(height).sum();
    let lines = u32::try_from(lines).unwrap_or(MAX_LINES).min(MAX_LINES);
    let columns = u32::try_from(document.paper().columns()).unwrap_or(48);
    let width = columns * LETTER_WIDTH + 2 * MARGIN;
    let height = lines * LINE_HEIGHT + 2 * MARGIN;
    let mut picture = Picture {
        width,
        height,
        dots: vec![255; (width * height) as usize],
    };
    let mut top = MARGIN;
    for row in document.rows() {
        match row {
            Row::Line(line) => {
                picture.line(line, columns, top);
                top += LINE_HEIGHT * line_height(line);
            }
            Row::Rule => {
                picture.dashes(top + LINE_HEIGHT / 2);
                top += LINE_HEIGHT;
            }
            Row::Cut => {
                picture.cut(top + LINE_HEIGHT / 2);
                top += LINE_HEIGHT;
            }
            Row::Logo(logo, _) => {
                picture.logo(logo, top);
                top += LINE_HEIGHT * logo_lines(logo);
            }
            Row::Barcode(bars) => {
                picture.bars(bars, barcode::module_dots(document.paper()), top);
                let letters = top + u32::from(barcode::HEIGHT_DOTS);
                picture.line(&super::text::said(bars), columns, letters);
                top += LINE_HEIGHT * BARCODE_LINES;
            }
            Row::DrawerPulse => {}
        }
    }
    picture
}

/// The picture as a PNG file's bytes.
///
/// # Errors
/// [`png::EncodingError`] when the picture has no dots.
pub fn to_png(picture: &Picture) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, picture.width, picture.height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&picture.dots)?;
    writer.finish()?;
    Ok(file)
}

fn height(row: &Row) -> usize {
    match row {
        Row::Line(line) => line.style.size.height(),
        Row::Rule | Row::Cut => 1,
        Row::Logo(logo, _) => logo_lines(logo) as usize,
        Row::Barcode(_) => BARCODE_LINES as usize,
        Row::DrawerPulse => 0,
    }
}

fn logo_lines(logo: &Logo) -> u32 {
    u32::from(logo.height()).div_ceil(LINE_HEIGHT)
}

fn line_height(line: &Line) -> u32 {
    match line.style.size {
        Size::Normal => 1,
        Size::Tall | Size::Double => 2,
    }
}

impl Picture {
    fn line(&mut self, line: &Line, columns: u32, top: u32) {
        let wide = if line.style.size == Size::Double {
            2
        } else {
            1
        };
        let letters = u32::try_from(line.text.chars().count()).unwrap_or(columns);
        let spare = columns.saturating_sub(letters * wide);
        let before = match line.style.align {
            Align::Left => 0,
            Align::Centre => spare * LETTER_WIDTH / 2,
            Align::Right => spare * LETTER_WIDTH,
        };
        let font = if line.style.bold { &*BOLD } else { &*REGULAR };
        for (at, letter) in (0u32..).zip(line.text.chars()) {
            let left = MARGIN + before + at * LETTER_WIDTH * wide;
            self.letter(font, letter, wide, line_height(line), left, top);
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "dots of a paper are far below 2^24"
    )]
    fn letter(
        &mut self,
        font: &FontRef<'_>,
        letter: char,
        wide: u32,
        high: u32,
        left: u32,
        top: u32,
    ) {
        // The font's em in dots, so that one letter is LETTER_WIDTH wide.
        let em = {
            let unit = font.as_scaled(PxScale::from(1_000.0));
            LETTER_WIDTH as f32 * 1_000.0 / unit.h_advance(font.glyph_id('0'))
        };
        let scale = PxScale {
            x: em * wide as f32,
            y: em * high as f32,
        };
        let scaled = font.as_scaled(scale);
        let line = (LINE_HEIGHT * high) as f32;
        let base = top as f32 + (line - scaled.height()) / 2.0 + scaled.ascent();
        let glyph = drawable(font, letter).with_scale_and_position(scale, point(left as f32, base));
        let Some(outline) = font.outline_glyph(glyph) else {
            return;
        };
        let bounds = outline.px_bounds();
        outline.draw(|x, y, ink| self.ink(bounds.min.x + x as f32, bounds.min.y + y as f32, ink));
    }

    /// Darkens one dot.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "negative and too large positions are refused first; ink is 0 to 1"
    )]
    fn ink(&mut self, x: f32, y: f32, ink: f32) {
        if x < 0.0 || y < 0.0 {
            return;
        }
        let (x, y) = (x as u32, y as u32);
        if x >= self.width || y >= self.height {
            return;
        }
        let light = (255.0 * (1.0 - ink.clamp(0.0, 1.0))) as u8;
        let dot = &mut self.dots[(y * self.width + x) as usize];
        *dot = (*dot).min(light);
    }

    /// A rule of dashes, as `-` prints it.
    fn dashes(&mut self, y: u32) {
        for x in MARGIN..self.width - MARGIN {
            if (x - MARGIN) % LETTER_WIDTH < LETTER_WIDTH - 4 {
                self.black(x, y);
                self.black(x, y + 1);
            }
        }
    }

    /// A picture in the middle of the paper.
    fn logo(&mut self, logo: &Logo, top: u32) {
        let left = self.width.saturating_sub(logo.width().into()) / 2;
        let dots = (0..logo.height()).flat_map(|y| (0..logo.width()).map(move |x| (x, y)));
        for (x, y) in dots.filter(|(x, y)| logo.is_black(*x, *y)) {
            self.black(left + u32::from(x), top + u32::from(y));
        }
    }

    /// Bars in the middle of the paper.
    fn bars(&mut self, bars: &Barcode, module: u8, top: u32) {
        let (modules, wide) = (bars.modules(), u32::from(module));
        let dots = u32::try_from(modules.len()).unwrap_or(0) * wide;
        let left = self.width.saturating_sub(dots) / 2;
        let black = (0u32..).zip(modules).filter(|(_, black)| *black);
        for (at, _) in black {
            for y in top..top + u32::from(barcode::HEIGHT_DOTS) {
                for x in 0..wide {
                    self.black(left + at * wide + x, y);
                }
            }
        }
    }

    /// The knife's line, from edge to edge.
    fn cut(&mut self, y: u32) {
        for x in (0..self.width).filter(|x| x % 8 < 3) {
            self.black(x, y);
        }
    }

    fn black(&mut self, x: u32, y: u32) {
        if x < self.width && y < self.height {
            self.dots[(y * self.width + x) as usize] = 0;
        }
    }
}

/// The font's shape for a letter, or that of the closest plain one.
fn drawable(font: &FontRef<'_>, letter: char) -> ab_glyph::GlyphId {
    let shape = font.glyph_id(letter);
    if shape.0 != 0 {
        return shape;
    }
    font.glyph_id(closest(letter).unwrap_or('?'))
}

/// Of these letters those that the font has no shape for.
#[must_use]
pub fn without_shape(letters: &str) -> String {
    let lacks = |letter: &char| REGULAR.glyph_id(*letter).0 == 0;
    letters.chars().filter(lacks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printing::document::{Paper, Style};

    fn ink(picture: &Picture) -> usize {
        picture.dots.iter().filter(|&&dot| dot < 128).count()
    }

    #[test]
    fn bold_letters_leave_more_ink_and_double_ones_take_two_lines() {
        let one = |style: Style| {
            let mut document = Document::new(Paper::Columns32);
            document.text(style, "Ñandutí ẽ");
            draw(&document)
        };
        let plain = one(Style::LEFT);
        assert_eq!(plain.width, 32 * 12 + 48);
        assert!(ink(&plain) > 0);
        assert!(ink(&one(Style::LEFT.bold())) > ink(&plain));
        assert_eq!(
            one(Style::LEFT.size(Size::Double)).height,
            plain.height + 30
        );
    }

    #[test]
    fn the_file_is_a_png_of_the_same_size() {
        let mut document = Document::new(Paper::Columns48);
        document.text(Style::CENTRE, "Cantina").rule().cut();
        let picture = draw(&document);
        let file = to_png(&picture).unwrap();
        let reader = png::Decoder::new(std::io::Cursor::new(file))
            .read_info()
            .unwrap();
        assert_eq!(reader.info().size(), (picture.width, picture.height));
    }
}
