//! A page of the help on paper: to hang beside the till.

use super::document::{Document, Paper, Size, Style};
use crate::i18n::I18n;
use crate::i18n::help::{Block, Line, Page, plain};

/// The page as a report, without its pictures; what it leads to is named at its end.
#[must_use]
pub fn document(page: &Page, words: &I18n, paper: Paper) -> Document {
    let mut out = Document::new(paper);
    out.text(Style::CENTRE.bold().size(Size::Tall), &page.title)
        .rule();
    let mut sees_also = false;
    for block in &page.blocks {
        match block {
            Block::Heading(line) => {
                out.blank().text(Style::LEFT.bold(), &plain(line));
            }
            Block::Text(line) => {
                out.text(Style::LEFT, &plain(line));
            }
            Block::Note(line) => {
                out.hanging(Style::LEFT.bold(), 2, &format!("! {}", plain(line)));
            }
            Block::Step(number, line) => {
                out.hanging(Style::LEFT, 3, &format!("{number}. {}", plain(line)));
            }
            Block::Item(line) => {
                out.hanging(Style::LEFT, 2, &format!("- {}", plain(line)));
            }
            Block::Check(line) => {
                out.hanging(Style::LEFT, 4, &format!("[ ] {}", plain(line)));
            }
            Block::Table(rows) => table(&mut out, rows),
            Block::Link(_, label) => {
                if !std::mem::replace(&mut sees_also, true) {
                    out.blank()
                        .text(Style::LEFT.bold(), &words.text("guide-see-also"));
                }
                out.hanging(Style::LEFT, 2, &format!("> {label}"));
            }
            Block::Picture(..) => {}
        }
    }
    out.blank().cut();
    out
}

/// A narrow paper has no columns: what one sees, and below it what to do.
fn table(out: &mut Document, rows: &[Vec<Line>]) {
    for row in rows.iter().skip(1) {
        if let Some((first, others)) = row.split_first() {
            out.text(Style::LEFT.bold(), &plain(first));
            for cell in others {
                out.hanging(Style::LEFT, 2, &format!("  {}", plain(cell)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use crate::i18n::help::TOPICS;
    use crate::printing::text;

    #[test]
    fn every_page_fits_every_paper_with_its_steps() {
        for locale in Locale::ALL {
            let words = I18n::new(locale);
            for page in words.help_pages() {
                for paper in [Paper::Columns48, Paper::Columns42, Paper::Columns32] {
                    let paper_text = text::render(&document(&page, &words, paper));
                    let wide = paper_text.lines().map(|line| line.chars().count()).max();
                    assert!(wide <= Some(paper.columns()), "{}", page.topic);
                    assert!(!paper_text.contains('⟦') && !paper_text.contains("**"));
                }
            }
        }
        assert!(TOPICS.len() > 10);
    }
}
