//! A document as the bytes that an ESC/POS printer takes.
//!
//! The escpos crate builds the commands, into memory. Text is encoded by ourselves: read at its source,
//! version 0.20.1 sends `F0` for an ASCII `-` in PC850, lets a letter without a place go out as raw
//! UTF-8, and passes control bytes in text through. Where its commands are wrong, the right bytes
//! stand here with the evidence.

use std::cell::RefCell;

use ::escpos::driver::Driver;
use ::escpos::errors::Result as EscposResult;
use ::escpos::printer::Printer;
use ::escpos::utils::{JustifyMode, Protocol};

use super::barcode::{self, Barcode};
use super::document::{Align, Document, Dots, Paper, Row, Size, Style};
use super::logo::Logo;
use super::profile::{Bars, Cut, Profile};

/// Feeds the last line past the tear bar of a printer without a knife.
const LINES_TO_TEAR_BAR: u8 = 4;

/// The bytes of a document, for this printer.
///
/// They start with the printer's reset, so that nothing of an earlier job, broken off in the middle
/// of a command, shows in this one.
#[must_use]
#[expect(
    clippy::missing_panics_doc,
    reason = "what the crate can refuse is never asked of it"
)]
pub fn encode(document: &Document, profile: &Profile) -> Vec<u8> {
    let mut encoder = Encoder::new(profile);
    // The driver is a Vec and every argument a constant in range: what the crate can refuse (a text
    // size beyond 8, a letter without a place) is never asked of it.
    encoder
        .document(document)
        .expect("commands built in memory, with arguments in range, cannot fail");
    encoder.printer.driver().bytes.into_inner()
}

/// Collects what the crate would send.
#[derive(Default)]
struct Memory {
    bytes: RefCell<Vec<u8>>,
}

impl Driver for Memory {
    fn name(&self) -> String {
        "memory".to_owned()
    }

    fn write(&self, data: &[u8]) -> EscposResult<()> {
        self.bytes.borrow_mut().extend_from_slice(data);
        Ok(())
    }

    fn read(&self, _buf: &mut [u8]) -> EscposResult<usize> {
        Ok(0)
    }

    fn flush(&self) -> EscposResult<()> {
        Ok(())
    }
}

struct Encoder<'a> {
    printer: Printer<Memory>,
    profile: &'a Profile,
    /// How the printer prints now.
    style: Style,
    /// Lines not yet handed to the crate: each command there costs allocations.
    text: Vec<u8>,
}

impl<'a> Encoder<'a> {
    fn new(profile: &'a Profile) -> Self {
        Self {
            printer: Printer::new(Memory::default(), Protocol::default(), None),
            profile,
            style: Style::LEFT,
            text: Vec::with_capacity(2_048),
        }
    }

    fn document(&mut self, document: &Document) -> EscposResult<()> {
        self.start()?;
        for row in document.rows() {
            match row {
                Row::Line(line) if line.text.is_empty() => self.end_line(),
                Row::Line(line) => {
                    self.turn_to(line.style)?;
                    self.profile.code_page.encode(&line.text, &mut self.text);
                    self.end_line();
                }
                Row::Rule => {
                    self.turn_to(Style::LEFT)?;
                    let width = document.paper().columns();
                    self.text.resize(self.text.len() + width, b'-');
                    self.end_line();
                }
                Row::Logo(logo, dots) => self.logo(logo, *dots)?,
                Row::Barcode(bars) => self.barcode(bars, document.paper())?,
                Row::Cut => self.cut()?,
                Row::DrawerPulse => self.drawer_pulse()?,
            }
        }
        self.flush()?;
        // Once, at the end: `print()` that fails half-way sends all again when called again. Into
        // memory it cannot fail.
        self.printer.print()?;
        Ok(())
    }

    /// Resets the printer, leaves Chinese mode, chooses the table of letters.
    fn start(&mut self) -> EscposResult<()> {
        self.printer.init()?;
        // FS . : without it some Chinese models read two letters with accents as one ideogram.
        self.printer.custom(&[0x1C, 0x2E])?;
        // ESC t n with our own n: the crate's `page_code` knows only Epson's numbers, and would then
        // encode text with its own tables.
        self.printer
            .custom(&[0x1B, 0x74, self.profile.code_page.table])?;
        Ok(())
    }

    fn end_line(&mut self) {
        self.text.extend_from_slice(self.profile.line_end());
    }

    /// Hands the waiting lines over.
    fn flush(&mut self) -> EscposResult<()> {
        if !self.text.is_empty() {
            self.printer.custom(&self.text)?;
            self.text.clear();
        }
        Ok(())
    }

    /// Sends only what differs from how the printer prints now.
    fn turn_to(&mut self, style: Style) -> EscposResult<()> {
        if style == self.style {
            return Ok(());
        }
        self.flush()?;
        if style.align != self.style.align {
            self.printer.justify(match style.align {
                Align::Left => JustifyMode::LEFT,
                Align::Centre => JustifyMode::CENTER,
                Align::Right => JustifyMode::RIGHT,
            })?;
        }
        let (bold, size) = (style.bold != self.style.bold, style.size != self.style.size);
        if bold && size {
            // ESC ! n says both in half the bytes; the crate has only the two.
            let large = match style.size {
                Size::Normal => 0,
                Size::Tall => 0x10,
                Size::Double => 0x30,
            };
            let mode = (u8::from(style.bold) << 3) | large;
            self.printer.custom(&[0x1B, b'!', mode])?;
        } else if bold {
            self.printer.bold(style.bold)?;
        } else if size {
            let (width, height) = match style.size {
                Size::Normal => (1, 1),
                Size::Tall => (1, 2),
                Size::Double => (2, 2),
            };
            self.printer.size(width, height)?;
        }
        self.style = style;
        Ok(())
    }

    /// All three commands stand at the beginning of a line, obey `ESC a` and feed the paper past the picture.
    fn logo(&mut self, logo: &Logo, dots: Dots) -> EscposResult<()> {
        self.turn_to(Style::CENTRE)?;
        self.flush()?;
        match dots {
            Dots::Kept => self.printer.custom(self.profile.logo.print())?,
            Dots::Sent => self.printer.custom(&logo.raster())?,
        };
        Ok(())
    }

    /// Bars that obey `ESC a` and feed the paper past them, with their letters below (`GS H 2`). `GS k 73`
    /// is the form with a length, in which the data names its set (`{B`).
    fn barcode(&mut self, bars: &Barcode, paper: Paper) -> EscposResult<()> {
        let text = bars.as_str().as_bytes();
        self.turn_to(Style::CENTRE)?;
        let length = u8::try_from(text.len() + 2).ok();
        let Some(length) = length.filter(|_| self.profile.barcode == Bars::Code128) else {
            self.text.extend_from_slice(text);
            self.end_line();
            return Ok(());
        };
        self.flush()?;
        self.printer.custom(&[0x1D, b'h', barcode::HEIGHT_DOTS])?;
        self.printer.custom(&[0x1D, b'H', 2])?;
        // A printer begins with 3: bytes that the queue need not wait for.
        if barcode::module_dots(paper) != 3 {
            let module = barcode::module_dots(paper);
            self.printer.custom(&[0x1D, b'w', module])?;
        }
        self.printer.custom(&[0x1D, b'k', 73, length, b'{', b'B'])?;
        self.printer.custom(text)?;
        Ok(())
    }

    fn cut(&mut self) -> EscposResult<()> {
        self.flush()?;
        match self.profile.cut {
            Cut::None => self.printer.feeds(LINES_TO_TEAR_BAR)?,
            // The crate's `partial_cut()` sends 1D 56 41 01: function A feeds and cuts through.
            // Function B (42), with no more feed than the knife needs, leaves the point.
            Cut::Partial => self.printer.custom(&[0x1D, 0x56, 0x42, 0x00])?,
            Cut::Full => self.printer.cut()?,
            // Neither feeds by itself; the crate has neither.
            Cut::Short => self
                .printer
                .feeds(LINES_TO_TEAR_BAR)?
                .custom(&[0x1D, 0x56, 0x01])?,
            Cut::Old => self
                .printer
                .feeds(LINES_TO_TEAR_BAR)?
                .custom(&[0x1B, 0x69])?,
        };
        Ok(())
    }

    fn drawer_pulse(&mut self) -> EscposResult<()> {
        self.flush()?;
        let drawer = self.profile.drawer;
        // The crate's `cash_drawer()` sends 1B 70 m without t1 t2: the printer then eats the next two
        // bytes of the ticket as times.
        self.printer.custom(&[
            0x1B,
            0x70,
            drawer.line.min(1),
            drawer.on_2ms,
            drawer.off_2ms,
        ])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printing::decode::decode;
    use proptest::prelude::*;

    fn bytes_of(build: impl FnOnce(&mut Document)) -> Vec<u8> {
        let mut document = Document::new(Paper::Columns32);
        build(&mut document);
        encode(&document, &Profile::default())
    }

    #[test]
    fn a_ticket_is_exactly_these_bytes() {
        let bytes = bytes_of(|paper| {
            paper
                .drawer_pulse()
                .text(Style::CENTRE.bold(), "Cantina Ñandutí")
                .columns(Style::LEFT, 2, "2 Chipá", "₲ 10.000")
                .rule()
                .columns(Style::LEFT.bold().size(Size::Tall), 0, "TOTAL", "10.000")
                .blank()
                .cut();
        });
        let mut expected: Vec<u8> = Vec::new();
        expected.extend(b"\x1b@\x1c.\x1bt\x02");
        expected.extend(b"\x1bp\x00\x19\xfa");
        expected.extend(b"\x1ba\x01\x1bE\x01Cantina \xa5andut\xa1\n");
        expected.extend(b"\x1ba\x00\x1bE\x002 Chip\xa0               Gs. 10.000\n");
        expected.extend(b"--------------------------------\n");
        expected.extend(b"\x1b!\x18TOTAL                     10.000\n\n");
        expected.extend(b"\x1dVB\x00");
        assert_eq!(bytes, expected);
    }

    #[test]
    fn a_printer_without_a_knife_is_fed_to_its_tear_bar() {
        let profile = Profile {
            cut: Cut::None,
            ..Profile::default()
        };
        let mut document = Document::new(profile.paper);
        document.cut();
        assert!(encode(&document, &profile).ends_with(b"\x1bd\x04"));
    }

    #[test]
    fn a_full_cut_is_function_a() {
        let profile = Profile {
            cut: Cut::Full,
            ..Profile::default()
        };
        let mut document = Document::new(profile.paper);
        document.cut();
        assert!(encode(&document, &profile).ends_with(b"\x1dVA\x00"));
    }

    #[test]
    fn bars_are_asked_for_where_the_printer_has_them_and_the_letters_always_are() {
        let bytes = bytes_of(|paper| {
            paper.barcode("TKT0001236");
        });
        let expected =
            b"\x1b@\x1c.\x1bt\x02\x1ba\x01\x1dh\x3c\x1dH\x02\x1dw\x02\x1dk\x49\x0c{BTKT0001236";
        assert_eq!(bytes, expected);
        let profile = Profile {
            barcode: Bars::None,
            ..Profile::default()
        };
        let mut document = Document::new(Paper::Columns32);
        document.barcode("TKT0001236");
        let plain = encode(&document, &profile);
        assert_eq!(plain, b"\x1b@\x1c.\x1bt\x02\x1ba\x01TKT0001236\n");
    }

    proptest! {
        /// What the printer would show is what was laid out: every byte is accounted for as a letter
        /// or as a command that the document asks for.
        #[test]
        fn any_text_comes_back_as_it_was_laid_out(
            left in any::<String>(), right in any::<String>(), bold in any::<bool>(), centre in any::<String>(),
        ) {
            let profile = Profile::default();
            let mut document = Document::new(Paper::Columns42);
            document
                .text(Style::CENTRE.size(Size::Double), &centre)
                .columns(Style { bold, ..Style::LEFT }, 2, &left, &right)
                .rule()
                .barcode("TKT0001236")
                .drawer_pulse()
                .cut();
            let profile = Profile { paper: Paper::Columns42, ..profile };
            let back = decode(&encode(&document, &profile), &profile);
            prop_assert_eq!(back.rows().len(), document.rows().len());
            for (shown, meant) in back.rows().iter().zip(document.rows()) {
                let (Row::Line(shown), Row::Line(meant)) = (shown, meant) else {
                    prop_assert_eq!(shown, meant);
                    continue;
                };
                let mut bytes = Vec::new();
                profile.code_page.encode(&meant.text, &mut bytes);
                prop_assert_eq!(&shown.text, &profile.code_page.decode(&bytes));
                if !meant.text.is_empty() {
                    prop_assert_eq!(shown.style, meant.style);
                }
            }
        }
    }
}
