//! How the help looks: contents and search at the left, the page at the right.

use iced::widget::{container, image, rich_text, rule, span};
use iced::{Alignment, Length};

use super::{Help, Message, PAGE, SEARCH};
use crate::app::font;
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Theme, radius, size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, empty, field, press, scroll, scroll_page, table,
    text,
};
use crate::i18n::I18n;
use crate::i18n::help::{Block, GUIDES, Hit, Line, Page, plain};

/// The width of contents and search, in logical pixels.
const SIDE: f32 = 300.0;
/// The widest that lines are still read easily, in logical pixels.
const WIDTH_MAX: f32 = 760.0;
/// The widest that a picture is shown, in logical pixels.
const PICTURE_MAX: f32 = 640.0;
/// Above and below the words of a line that can be pressed: with them it is 48 px high.
const ROW: f32 = 14.0;
/// The width of a step's number, in logical pixels.
const NUMBER: f32 = 28.0;

impl Help {
    /// The help, over the whole of the window.
    #[must_use]
    pub fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let both = Row::new()
            .push(self.side(words))
            .push(rule::vertical(1))
            .push(self.right(words));
        container(both)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }

    fn side<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let search = field(&words.text("guide-search"), &self.query)
            .id(SEARCH)
            .on_input(Message::Searched);
        let search = field::search(Icon::Search, "", search);
        let list = match self.query.trim() {
            "" => self.contents(words),
            _ => self.results(words),
        };
        let column = Column::new()
            .spacing(space::M)
            .padding(space::L)
            .width(SIDE)
            .push(search)
            .push(scroll(list).width(Length::Fill).height(Length::Fill));
        container(column).style(style::panel).into()
    }

    fn contents<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let (guides, places) = self.pages.split_at(GUIDES.min(self.pages.len()));
        let head = |key: &str| {
            let label = text::small(words.text(key)).style(style::muted);
            Element::from(container(label).padding([space::S, space::M]))
        };
        let guides = guides.iter().map(|page| self.entry(page));
        let places = places.iter().map(|page| self.entry(page));
        Column::new()
            .width(Length::Fill)
            .padding(iced::Padding::ZERO.right(space::L))
            .push(head("guide-guides"))
            .extend(guides)
            .push(head("guide-places"))
            .extend(places)
            .into()
    }

    fn entry<'a>(&'a self, page: &'a Page) -> Element<'a, Message> {
        let here = self.topic() == Some(page.topic);
        let label = container(text::body(page.title.as_str()))
            .width(Length::Fill)
            .align_y(Alignment::Center);
        row(label.into(), page.topic, here)
    }

    fn results<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        if self.found.is_empty() {
            let todo = words.text("guide-none-todo");
            return empty(Icon::Search, words.text("guide-none"), todo, None);
        }
        let found = self.found.iter().map(|hit| self.hit(hit));
        Column::with_children(found)
            .width(Length::Fill)
            .padding(iced::Padding::ZERO.right(space::L))
            .into()
    }

    fn hit<'a>(&'a self, hit: &'a Hit) -> Element<'a, Message> {
        let here = self.topic() == Some(hit.topic);
        let label = Column::new()
            .width(Length::Fill)
            .push(text::strong(hit.title.as_str()))
            .push((!hit.line.is_empty()).then(|| text::small(hit.line.as_str())));
        row(label.into(), hit.topic, here)
    }

    fn right<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let title = self.page().map_or("", |page| page.title.as_str());
        let print = button::secondary(words.text("guide-print"))
            .icon(Icon::Printer)
            .on_press(Message::PrintPressed);
        let back = button::primary(words.text("guide-back"))
            .icon(Icon::ArrowLeft)
            .on_press(Message::Left);
        let head = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .padding([space::S, space::L])
            .push(container(text::title(title)).width(Length::Fill))
            .push(self.prints.then(|| Element::from(print)))
            .push(Element::from(back));
        let blocks = self.page().map_or(&[][..], |page| &page.blocks);
        let blocks = blocks.iter().map(|block| self.block(block));
        let page = Column::with_children(blocks)
            .spacing(space::M)
            .padding(space::L)
            .max_width(WIDTH_MAX)
            .width(Length::Fill);
        Column::new()
            .push(head)
            .push(rule::horizontal(1))
            .push(
                scroll_page(page)
                    .id(PAGE)
                    .width(Length::Fill)
                    .height(Length::Fill),
            )
            .into()
    }

    fn block<'a>(&'a self, block: &'a Block) -> Element<'a, Message> {
        match block {
            Block::Heading(line) => container(text::lead(plain(line)))
                .padding(iced::Padding::ZERO.top(space::S))
                .into(),
            Block::Text(line) => letters(line),
            Block::Note(line) => banner(Mood::Warn, plain(line), None, Vec::new()),
            Block::Step(number, line) => marked(text::strong(format!("{number}.")).into(), line),
            Block::Item(line) => marked(text::strong("•").into(), line),
            Block::Check(line) => {
                let tick = icon(Icon::Circle, size::ICON).style(style::accent_ink);
                marked(tick.into(), line)
            }
            Block::Link(to, label) => button::ghost(label.as_str())
                .icon(Icon::ArrowRight)
                .start()
                .on_press(Message::Opened(to.clone()))
                .into(),
            Block::Picture(name, shows) => self.picture(name, shows),
            Block::Table(rows) => cells(rows),
        }
    }

    fn picture<'a>(&'a self, name: &str, shows: &'a str) -> Element<'a, Message> {
        let caption = text::small(shows).style(style::muted);
        let picture = self.pictures.get(name).map(|picture| {
            let picture = image(picture.clone()).width(Length::Fill);
            container(picture).padding(1).style(|theme: &Theme| {
                let line = theme.tokens().line;
                container::Style {
                    border: style::outline(line, 1.0, 0.0),
                    ..container::Style::default()
                }
            })
        });
        Column::new()
            .spacing(space::XS)
            .max_width(PICTURE_MAX)
            .push(picture)
            .push(caption)
            .into()
    }
}

/// A line of contents or results.
fn row<'a>(label: Element<'a, Message>, topic: &str, here: bool) -> Element<'a, Message> {
    press(container(label).padding([ROW, space::M]))
        .on_press(Message::Opened(topic.to_owned()))
        .width(Length::Fill)
        .style(move |theme: &Theme, status| {
            let tokens = theme.tokens();
            match (here, status) {
                (true, _) => style::filled(tokens.accent_soft, radius::S),
                (false, crate::app::widget::Status::Pressed) => {
                    style::filled(tokens.sunken, radius::S)
                }
                (false, _) => style::bare(theme),
            }
        })
        .into()
}

/// Running text in which some words count more.
fn letters<'a>(line: &'a Line) -> Element<'a, Message> {
    let spans: Vec<_> = line
        .iter()
        .map(|run| {
            let face = match run.strong {
                true => font::SEMIBOLD,
                false => font::REGULAR,
            };
            span::<(), _>(run.text.as_str()).font(face)
        })
        .collect();
    let rich: iced::widget::text::Rich<'a, (), Message, Theme> = rich_text(spans);
    container(rich.size(size::BODY)).width(Length::Fill).into()
}

fn marked<'a>(mark: Element<'a, Message>, line: &'a Line) -> Element<'a, Message> {
    Row::new()
        .spacing(space::S)
        .push(container(mark).width(NUMBER))
        .push(letters(line))
        .into()
}

fn cells(rows: &[Vec<Line>]) -> Element<'_, Message> {
    let (heads, rows) = rows
        .split_first()
        .map_or((&[][..], rows), |(heads, rows)| (heads.as_slice(), rows));
    let share = |at: usize| Length::FillPortion(if at == 0 { 2 } else { 3 });
    let heads = heads.iter().enumerate().map(|(at, head)| {
        let label = text::small(plain(head)).style(style::muted);
        container(label).width(share(at)).into()
    });
    let rows = rows.iter().map(|row| {
        let cells = row
            .iter()
            .enumerate()
            .map(|(at, cell)| container(letters(cell)).width(share(at)).into());
        Row::with_children(cells)
            .spacing(space::L)
            .padding([space::S, 0.0])
            .into()
    });
    Column::new()
        .spacing(space::XS)
        .push(Row::with_children(heads).spacing(space::L))
        .push(table::rows(rows))
        .into()
}
