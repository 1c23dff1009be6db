//! A document as plain text: previews in a terminal, tests, files beside a virtual printer.

use super::barcode::Barcode;
use super::document::{Align, Document, Line, Row, Style};

/// The paper in plain letters, one line a line; a cut is an empty line.
///
/// Pictures are left out, and of bars only the letters are there. Wide letters are as wide as others here, and stand where the wide ones begin.
#[must_use]
pub fn render(document: &Document) -> String {
    let columns = document.paper().columns();
    let mut text = String::new();
    for row in document.rows() {
        match row {
            Row::Line(line) => text.push_str(&placed(line, columns)),
            Row::Rule => text.extend(std::iter::repeat_n('-', columns)),
            Row::Barcode(bars) => text.push_str(&placed(&said(bars), columns)),
            Row::Cut => {}
            Row::DrawerPulse | Row::Logo(..) => continue,
        }
        text.push('\n');
    }
    text
}

/// The letters below bars.
pub(super) fn said(bars: &Barcode) -> Line {
    Line {
        text: bars.as_str().to_owned(),
        style: Style::CENTRE,
    }
}

/// The line with the spaces before it.
fn placed(line: &Line, columns: usize) -> String {
    if line.text.is_empty() {
        return String::new();
    }
    let width = line.text.chars().count() * line.style.size.width();
    let before = match line.style.align {
        Align::Left => 0,
        Align::Centre => columns.saturating_sub(width) / 2,
        Align::Right => columns.saturating_sub(width),
    };
    format!("{:before$}{}", "", line.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printing::document::Paper;

    #[test]
    fn lines_stand_where_the_paper_has_them() {
        let mut document = Document::new(Paper::Columns32);
        document
            .text(Style::CENTRE, "Cantina")
            .rule()
            .columns(Style::LEFT, 0, "Total", "5.000")
            .cut();
        assert_eq!(
            render(&document),
            "            Cantina\n--------------------------------\nTotal                      5.000\n\n"
        );
    }
}
