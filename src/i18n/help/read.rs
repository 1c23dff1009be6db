//! Reads a page: the part of Markdown that help pages are written in.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// Letters of one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// Whether they count more: what a button is called.
    pub strong: bool,
}

/// Runs that stand in one paragraph.
pub type Line = Vec<Run>;

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading within the page.
    Heading(Line),
    /// A paragraph.
    Text(Line),
    /// A paragraph that warns.
    Note(Line),
    /// A step, by its number.
    Step(u64, Line),
    /// An item of a list.
    Item(Line),
    /// Something to tick.
    Check(Line),
    /// A way to another page: its topic and its label.
    Link(String, String),
    /// A picture of the tour, and what it shows.
    Picture(String, String),
    /// Rows of a table, the first one its heads.
    Table(Vec<Vec<Line>>),
}

impl Block {
    /// Its words in one line.
    #[must_use]
    pub fn plain(&self) -> String {
        match self {
            Self::Heading(line)
            | Self::Text(line)
            | Self::Note(line)
            | Self::Step(_, line)
            | Self::Item(line)
            | Self::Check(line) => plain(line),
            Self::Link(_, label) => label.clone(),
            Self::Picture(_, shows) => shows.clone(),
            Self::Table(rows) => {
                let cells: Vec<_> = rows.iter().flatten().map(|cell| plain(cell)).collect();
                cells.join(" ")
            }
        }
    }
}

/// The words of a line.
#[must_use]
pub fn plain(line: &[Run]) -> String {
    line.iter().map(|run| run.text.as_str()).collect()
}

/// The title and the blocks of a page; `word` says the words of a key.
pub(super) fn page(text: &str, word: impl Fn(&str) -> String) -> (String, Vec<Block>) {
    let text = with_words(text, word);
    let mut reader = Reader::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(&text, options) {
        reader.hear(event);
    }
    (reader.title, reader.blocks)
}

/// The text, with the words of each `{key}` in its place.
fn with_words(text: &str, word: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        rest = if let Some((key, after)) = after.split_once('}') {
            out.push_str(&word(key));
            after
        } else {
            out.push('{');
            after
        };
    }
    out.push_str(rest);
    out
}

#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark that is open in Markdown"
)]
struct Reader {
    title: String,
    blocks: Vec<Block>,
    line: Line,
    is_strong: bool,
    is_title: bool,
    is_note: bool,
    is_check: bool,
    /// The number of the next step of each list that is open, `None` in one without.
    lists: Vec<Option<u64>>,
    link: Option<String>,
    picture: Option<String>,
    row: Vec<Line>,
    table: Vec<Vec<Line>>,
}

impl Reader {
    fn hear(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) => self.write(&text),
            Event::SoftBreak | Event::HardBreak => self.write(" "),
            Event::TaskListMarker(_) => self.is_check = true,
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        match self.line.last_mut() {
            Some(run) if run.strong == self.is_strong => run.text.push_str(text),
            _ => self.line.push(Run {
                text: text.to_owned(),
                strong: self.is_strong,
            }),
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.is_title = level == HeadingLevel::H1,
            Tag::Strong | Tag::Emphasis => self.is_strong = true,
            Tag::BlockQuote(_) => self.is_note = true,
            Tag::List(first) => self.lists.push(first),
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.into_string()),
            Tag::Image { dest_url, .. } => self.picture = Some(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => {
                let line = std::mem::take(&mut self.line);
                match self.is_title {
                    true => self.title = plain(&line),
                    false => self.blocks.push(Block::Heading(line)),
                }
            }
            TagEnd::Strong | TagEnd::Emphasis => self.is_strong = false,
            TagEnd::BlockQuote(_) => self.is_note = false,
            TagEnd::Paragraph if self.lists.is_empty() => self.paragraph(),
            TagEnd::Item => self.item(),
            TagEnd::List(_) => {
                let _ended = self.lists.pop();
            }
            TagEnd::Image => self.picture_ends(),
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.line);
                self.row.push(cell);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                self.table.push(row);
            }
            TagEnd::Table => {
                let table = std::mem::take(&mut self.table);
                self.blocks.push(Block::Table(table));
            }
            _ => {}
        }
    }

    fn paragraph(&mut self) {
        let line = std::mem::take(&mut self.line);
        match self.is_note {
            _ if line.is_empty() => {}
            true => self.blocks.push(Block::Note(line)),
            false => self.blocks.push(Block::Text(line)),
        }
    }

    fn item(&mut self) {
        let line = std::mem::take(&mut self.line);
        let block = match (self.link.take(), self.lists.last_mut()) {
            (Some(to), _) => Block::Link(to, plain(&line)),
            _ if std::mem::take(&mut self.is_check) => Block::Check(line),
            (None, Some(Some(number))) => {
                let step = Block::Step(*number, line);
                *number += 1;
                step
            }
            (None, _) => Block::Item(line),
        };
        self.blocks.push(block);
    }

    fn picture_ends(&mut self) {
        let shows = plain(&std::mem::take(&mut self.line));
        if let Some(name) = self.picture.take() {
            self.blocks.push(Block::Picture(name, shows));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, strong: bool) -> Run {
        let text = text.to_owned();
        Run { text, strong }
    }

    #[test]
    fn a_page_is_read_with_the_words_of_the_screen_in_it() {
        let text = "# Vender\n\nTocá **{pay}**\ny listo.\n\n![El carrito](checkout-cart)\n\n## Pasos\n\n1. Uno\n2. Dos\n\n\
            - [ ] Hecho\n- [Otra](sale)\n- suelto\n\n> Ojo\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        let (title, blocks) = page(text, str::to_uppercase);
        let cell = |text: &str| vec![run(text, false)];
        assert_eq!(title, "Vender");
        assert_eq!(
            blocks,
            [
                Block::Text(vec![
                    run("Tocá ", false),
                    run("PAY", true),
                    run(" y listo.", false)
                ]),
                Block::Picture("checkout-cart".to_owned(), "El carrito".to_owned()),
                Block::Heading(cell("Pasos")),
                Block::Step(1, cell("Uno")),
                Block::Step(2, cell("Dos")),
                Block::Check(cell("Hecho")),
                Block::Link("sale".to_owned(), "Otra".to_owned()),
                Block::Item(cell("suelto")),
                Block::Note(cell("Ojo")),
                Block::Table(vec![vec![cell("a"), cell("b")], vec![cell("1"), cell("2")]]),
            ]
        );
    }
}
