//! What is on a paper: lines laid out once, for every way to show them.
//!
//! A document is built for one width of [`Paper`]. What it holds is final: each line fits, names are
//! wrapped, amounts stand at the right edge, and every letter can be printed. What makes bytes,
//! text or a picture of it decides nothing about the layout.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::barcode::Barcode;
use super::letters::on_paper;
use super::logo::Logo;
use super::wrap::wrap;

/// A roll of paper, by the columns of the printer's normal letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Paper {
    /// 80 mm, 48 columns: most models.
    #[default]
    Columns48,
    /// 80 mm, 42 columns: some Epson models, and those set to imitate them.
    Columns42,
    /// 58 mm, 32 columns.
    Columns32,
}

impl Paper {
    /// Columns of normal letters on a line.
    #[must_use]
    pub const fn columns(self) -> usize {
        match self {
            Self::Columns48 => 48,
            Self::Columns42 => 42,
            Self::Columns32 => 32,
        }
    }
}

/// No printer that we know has this many columns.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("paper has 48, 42 or 32 columns, not {0}")]
pub struct UnknownWidth(u8);

impl TryFrom<u8> for Paper {
    type Error = UnknownWidth;

    fn try_from(columns: u8) -> Result<Self, UnknownWidth> {
        match columns {
            48 => Ok(Self::Columns48),
            42 => Ok(Self::Columns42),
            32 => Ok(Self::Columns32),
            other => Err(UnknownWidth(other)),
        }
    }
}

impl From<Paper> for u8 {
    fn from(paper: Paper) -> Self {
        match paper {
            Paper::Columns48 => 48,
            Paper::Columns42 => 42,
            Paper::Columns32 => 32,
        }
    }
}

/// Where a line stands between the edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the left edge.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right edge.
    Right,
}

/// How large the letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// As the printer starts.
    #[default]
    Normal,
    /// Twice as high, as wide as normal ones.
    Tall,
    /// Twice as high and twice as wide: half the columns.
    Double,
}

impl Size {
    /// Columns of normal letters that one letter takes.
    #[must_use]
    pub const fn width(self) -> usize {
        match self {
            Self::Normal | Self::Tall => 1,
            Self::Double => 2,
        }
    }

    /// Lines of normal letters that one line takes.
    #[must_use]
    pub const fn height(self) -> usize {
        match self {
            Self::Normal => 1,
            Self::Tall | Self::Double => 2,
        }
    }
}

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Where it stands.
    pub align: Align,
    /// Heavier letters.
    pub bold: bool,
    /// Larger letters.
    pub size: Size,
}

impl Style {
    /// Plain letters at the left edge.
    pub const LEFT: Self = Self {
        align: Align::Left,
        bold: false,
        size: Size::Normal,
    };
    /// Plain letters in the middle.
    pub const CENTRE: Self = Self {
        align: Align::Centre,
        ..Self::LEFT
    };
    /// Plain letters at the right edge.
    pub const RIGHT: Self = Self {
        align: Align::Right,
        ..Self::LEFT
    };

    /// The same, heavier.
    #[must_use]
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same, larger.
    #[must_use]
    pub const fn size(self, size: Size) -> Self {
        Self { size, ..self }
    }
}

/// One line of letters; it fits the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it says, one column a letter, no spaces at its end.
    pub text: String,
    /// How it looks.
    pub style: Style,
}

/// One thing that the printer does, from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Prints a line; an empty one feeds the paper.
    Line(Line),
    /// A rule from edge to edge.
    Rule,
    /// The canteen's picture, in the middle.
    Logo(Arc<Logo>, Dots),
    /// A line to scan, in the middle, and below it the letters that it says.
    Barcode(Barcode),
    /// Cuts the paper below what was printed.
    Cut,
    /// Opens the cash drawer.
    ///
    /// Keep it in a job of its own ([`Kind::Drawer`](super::Kind::Drawer)): a ticket may wait for
    /// paper for an hour, a drawer must not open an hour later.
    DrawerPulse,
}

/// Where the dots of a picture come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dots {
    /// The printer keeps them: a few bytes ask for them.
    Kept,
    /// They are sent with the paper.
    Sent,
}

/// A paper, laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    paper: Paper,
    rows: Vec<Row>,
}

impl Document {
    /// An empty paper.
    #[must_use]
    pub const fn new(paper: Paper) -> Self {
        Self {
            paper,
            rows: Vec::new(),
        }
    }

    /// The width that it was laid out for.
    #[must_use]
    pub const fn paper(&self) -> Paper {
        self.paper
    }

    /// What is on it, from top to bottom.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Adds text, wrapped between words.
    pub fn text(&mut self, style: Style, text: &str) -> &mut Self {
        self.hanging(style, 0, text)
    }

    /// Adds text; where it wraps, the lines below the first start `indent` columns further right.
    pub fn hanging(&mut self, style: Style, indent: usize, text: &str) -> &mut Self {
        let room = self.room(style);
        let indent = indent.min(room / 4);
        for (at, line) in wrap(&on_paper(text), room, room - indent)
            .into_iter()
            .enumerate()
        {
            self.line(style, if at == 0 { 0 } else { indent }, &line);
        }
        self
    }

    /// Adds what is said at the left and, on the last of its lines, its figure at the right edge.
    ///
    /// Where the left wraps, the lines below the first start `indent` columns further right. A figure
    /// too wide to share a line stands below, still at the right.
    pub fn columns(&mut self, style: Style, indent: usize, left: &str, right: &str) -> &mut Self {
        let style = Style {
            align: Align::Left,
            ..style
        };
        let (left, right) = (on_paper(left), on_paper(right));
        let room = self.room(style);
        let indent = indent.min(room / 4);
        let figure = right.chars().count();
        // Half the paper is enough for ₲ 9.999.999.999.999; a name needs the rest.
        let together = figure < room / 2 + 1;
        let beside = if together { room - figure - 1 } else { room };
        let lines = wrap(&left, beside, beside.saturating_sub(indent));
        let last = lines.len() - 1;
        for (at, line) in lines.into_iter().enumerate() {
            let start = if at == 0 { 0 } else { indent };
            if at == last && together && figure > 0 {
                let gap = room - figure - start - line.chars().count();
                self.line(style, start, &format!("{line}{:gap$}{right}", ""));
            } else {
                self.line(style, start, &line);
            }
        }
        if !together {
            self.text(
                Style {
                    align: Align::Right,
                    ..style
                },
                &right,
            );
        }
        self
    }

    /// Adds a rule from edge to edge.
    pub fn rule(&mut self) -> &mut Self {
        self.rows.push(Row::Rule);
        self
    }

    /// Adds a picture, in the middle.
    pub fn logo(&mut self, logo: Arc<Logo>, dots: Dots) -> &mut Self {
        self.rows.push(Row::Logo(logo, dots));
        self
    }

    /// Adds a line to scan with its letters below it; the letters alone where it does not fit.
    pub fn barcode(&mut self, text: &str) -> &mut Self {
        match Barcode::of(text, self.paper) {
            Some(bars) => self.rows.push(Row::Barcode(bars)),
            None => {
                self.text(Style::CENTRE, text);
            }
        }
        self
    }

    /// Adds an empty line.
    pub fn blank(&mut self) -> &mut Self {
        self.line(Style::LEFT, 0, "")
    }

    /// Cuts the paper here.
    pub fn cut(&mut self) -> &mut Self {
        self.rows.push(Row::Cut);
        self
    }

    /// Opens the cash drawer here; see [`Row::DrawerPulse`].
    pub fn drawer_pulse(&mut self) -> &mut Self {
        self.rows.push(Row::DrawerPulse);
        self
    }

    /// Adds a line as a printer set it: spaces kept, and what is too wide left out.
    pub(super) fn set(&mut self, style: Style, text: &str) -> &mut Self {
        let fits: String = text.chars().take(self.room(style)).collect();
        self.line(style, 0, &fits)
    }

    /// Adds a line that is known to fit.
    fn line(&mut self, style: Style, indent: usize, text: &str) -> &mut Self {
        let text = text.trim_end_matches(' ');
        let text = if text.is_empty() {
            String::new()
        } else {
            format!("{:indent$}{text}", "")
        };
        debug_assert!(
            text.chars().count() <= self.room(style),
            "{text:?} is too wide"
        );
        self.rows.push(Row::Line(Line { text, style }));
        self
    }

    /// Letters of this style that fit on a line.
    const fn room(&self, style: Style) -> usize {
        self.paper.columns() / style.size.width()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(document: &Document) -> Vec<&str> {
        document
            .rows()
            .iter()
            .filter_map(|row| match row {
                Row::Line(line) => Some(line.text.as_str()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn a_long_name_wraps_and_its_amount_stays_at_the_right_edge() {
        let mut document = Document::new(Paper::Columns32);
        document.columns(
            Style::LEFT,
            2,
            "2 Empanada de carne cortada a cuchillo con huevo",
            "18.000",
        );
        assert_eq!(
            texts(&document),
            [
                "2 Empanada de carne",
                "  cortada a cuchillo con",
                "  huevo                   18.000"
            ]
        );
    }

    #[test]
    fn a_figure_too_wide_for_its_line_stands_below() {
        let mut document = Document::new(Paper::Columns32);
        document.columns(Style::LEFT, 0, "Total", "1234567890 1234567890");
        assert_eq!(texts(&document), ["Total", "1234567890 1234567890"]);
    }

    #[test]
    fn double_letters_have_half_the_columns() {
        let mut document = Document::new(Paper::Columns42);
        document.columns(Style::LEFT.size(Size::Double), 0, "TOTAL", "18.000");
        assert_eq!(texts(&document), ["TOTAL          18.000"]);
    }

    #[test]
    fn paper_of_another_width_is_refused() {
        assert!(Paper::try_from(40).is_err());
    }

    fn any_style() -> impl Strategy<Value = Style> {
        (0..3usize, any::<bool>(), 0..3usize).prop_map(|(align, bold, size)| Style {
            align: [Align::Left, Align::Centre, Align::Right][align],
            bold,
            size: [Size::Normal, Size::Tall, Size::Double][size],
        })
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_paper(
            columns in prop::sample::select(vec![48u8, 42, 32]),
            style in any_style(),
            indent in 0usize..60,
            left in any::<String>(),
            right in any::<String>(),
        ) {
            let paper = Paper::try_from(columns).unwrap();
            let mut document = Document::new(paper);
            document.text(style, &left).hanging(style, indent, &right).columns(style, indent, &left, &right);
            for row in document.rows() {
                if let Row::Line(line) = row {
                    prop_assert!(line.text.chars().count() * line.style.size.width() <= paper.columns());
                    prop_assert!(!line.text.chars().any(char::is_control));
                    prop_assert!(!line.text.ends_with(' '));
                }
            }
        }
    }
}
