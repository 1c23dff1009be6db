//! How the dashboard looks: a bar of tools, and below it the page, which scrolls.

mod alerts;
mod days;
mod dialogs;
mod list;
mod month;
mod parts;
mod summary;
mod week;

use iced::widget::{container, responsive, space as gap};
use iced::{Alignment, Length};

use super::message::{By, Choice, Message, Tab};
use super::picker::stepped;
use super::{Dashboard, SEARCH, say};
use crate::app::icon::{Icon, icon};
use crate::app::screen::Context;
use crate::app::theme::{Pair, Theme, radius, size, space, style, target};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, chart, empty, field, modal, press, scroll_page,
    segmented, strip, text,
};
use crate::domain::{BusinessDay, Moment};
use crate::i18n::I18n;

/// Below this width the tools are on two lines, in logical pixels.
const TOOLS_WIDE: f32 = 860.0;
/// The comparison stands beside the periods from this width on.
const BOTH_CHOICES: f32 = 760.0;
/// From this width on the search shows the key that leads to it, in logical pixels.
const KEY_WIDE: f32 = 560.0;
/// From this width on the search says all that it takes, in logical pixels.
const HINT_WIDE: f32 = 1_040.0;
/// Below this width cards and charts are below each other instead of side by side.
pub(super) const SIDE_BY_SIDE: f32 = 860.0;

/// What a view is made with.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) words: &'a I18n,
    pub(super) now: Moment,
    /// The width that there is, in logical pixels.
    pub(super) width: f32,
}

impl Sight<'_> {
    pub(super) fn is_wide(&self) -> bool {
        self.width >= SIDE_BY_SIDE
    }
}

impl Dashboard {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(&'a self, context: &Context<'a>) -> Element<'a, Message> {
        let (words, now) = (context.words, context.now);
        let screen = responsive(move |room| {
            let sight = Sight {
                words,
                now,
                width: room.width,
            };
            Column::new()
                .push(
                    container(self.tools(sight))
                        .padding([space::S, space::L])
                        .width(Length::Fill),
                )
                .push(match &self.list {
                    Some(list) => list.view(sight),
                    None => self.page(sight),
                })
                .into()
        });
        modal(
            container(screen)
                .width(Length::Fill)
                .height(Length::Fill)
                .style(style::canvas),
            self.dialog(words),
        )
    }

    /// The page without its tools, as high as it is: for a picture of it.
    #[must_use]
    pub fn whole<'a>(&'a self, context: &Context<'a>, width: f32) -> Element<'a, Message> {
        let sight = Sight {
            words: context.words,
            now: context.now,
            width,
        };
        let page = Column::new()
            .spacing(space::M)
            .padding(space::L)
            .push(text::title(sight.words.text("nav-dashboard")))
            .push(self.content(sight));
        container(page)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas)
            .into()
    }

    fn tools<'a>(&'a self, sight: Sight<'a>) -> Element<'a, Message> {
        let words = sight.words;
        let tabs = [
            ("dash-tab-summary", Tab::Summary),
            ("dash-tab-week", Tab::Week),
            ("dash-tab-month", Tab::Month),
            ("dash-tab-hours", Tab::Hours),
        ];
        let tabs = tabs.map(|(key, tab)| (words.text(key), tab));
        let tabs = segmented(tabs, &self.tab, Message::TabChosen);
        let hint = match sight.width >= HINT_WIDE {
            true => "dash-search",
            false => "dash-search-short",
        };
        let look = field(&words.text(hint), &self.search)
            .id(SEARCH)
            .padding(12)
            .on_input(Message::SearchChanged);
        // In the narrowest window what is typed needs all of the field.
        let look = match sight.width < KEY_WIDE {
            true => look.into(),
            false => field::search(Icon::Search, "F2", look),
        };
        let look = container(look).width(Length::Fill);
        let export = button::secondary(words.text("dash-export"))
            .icon(Icon::Download)
            .short()
            .on_press(Message::ExportPressed);
        let export = Element::from(export);
        let right = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(look)
            .push(self.age(sight))
            .push(export);
        if sight.width >= TOOLS_WIDE {
            Row::new()
                .spacing(space::M)
                .align_y(Alignment::Center)
                .push(tabs)
                .push(right.width(Length::Fill))
                .into()
        } else {
            Column::new()
                .spacing(space::S)
                .push(strip(tabs).width(Length::Fill))
                .push(right)
                .into()
        }
    }

    /// «hace 2 min · F5»: pressed, it is read again.
    fn age<'a>(&'a self, sight: Sight<'a>) -> Element<'a, Message> {
        let words = sight.words;
        let said = match self.read_at() {
            _ if self.reading => words.text("dash-reading"),
            Some(at) => say::age(at, sight.now, words),
            None => words.text("dash-not-read"),
        };
        let row = Row::new()
            .spacing(6)
            .align_y(Alignment::Center)
            .push(icon(Icon::RefreshCw, size::BODY))
            .push(text::small(format!("{said} · F5")).wrapping(iced::widget::text::Wrapping::None));
        press(container(row).center_y(Length::Fill))
            .on_press(Message::RefreshPressed)
            .height(target::MIN)
            .padding([0.0, space::M])
            .style(|theme: &Theme, status| {
                let tokens = theme.tokens();
                let pair = match status {
                    crate::app::widget::Status::Pressed => tokens.accent_soft,
                    _ => tokens.sunken,
                };
                style::filled(pair, radius::PILL)
            })
            .into()
    }

    fn page<'a>(&'a self, sight: Sight<'a>) -> Element<'a, Message> {
        let column = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(self.chooser(sight))
            .push(self.content(sight));
        let room = iced::Padding::ZERO.left(space::S);
        container(scroll_page(column).height(Length::Fill))
            .padding(room)
            .into()
    }

    /// Which days, and against which.
    fn chooser<'a>(&'a self, sight: Sight<'a>) -> Element<'a, Message> {
        let words = sight.words;
        match self.tab {
            Tab::Summary | Tab::Hours => {
                let periods = Choice::ALL.map(|choice| (words.text(choice.key()), choice));
                let chosen = Choice::of(self.ask.period);
                let periods = segmented(periods, &chosen, Message::PeriodChosen);
                let compare =
                    button::secondary(words.text(super::Versus::of(self.ask.comparison).key()))
                        .icon(Icon::ArrowRightLeft)
                        .short()
                        .on_press(Message::ComparePressed);
                let compare = (self.tab == Tab::Summary).then(|| Element::from(compare));
                // On a tablet held upright they have no room beside each other.
                if sight.width < BOTH_CHOICES {
                    let periods = strip(periods).width(Length::Fill);
                    let below = Column::new().spacing(space::S).push(periods).push(compare);
                    return below.width(Length::Fill).into();
                }
                let row = Row::new()
                    .spacing(space::M)
                    .align_y(Alignment::Center)
                    .push(periods)
                    .push(compare);
                strip(row).width(Length::Fill).into()
            }
            Tab::Week => stepper(
                words.text_with("dash-week-of", &[("day", self.week_of.monday().into())]),
                self.week_of.monday().number() + 7 <= sight.now.day().number(),
            ),
            Tab::Month => stepper(
                say::month_of(self.month_of, words),
                stepped(self.month_of, 1) <= sight.now.day(),
            ),
        }
    }

    /// What was read, or why there is nothing.
    fn content<'a>(&'a self, sight: Sight<'a>) -> Element<'a, Message> {
        let failed = self.failed.as_ref().map(|why| {
            let again = button::soft(sight.words.text("dash-again"))
                .icon(Icon::RefreshCw)
                .on_press(Message::RefreshPressed);
            banner(Mood::Error, why.as_str(), None, vec![again.into()])
        });
        let shown = match self.tab {
            Tab::Summary => self
                .pages
                .summary
                .as_ref()
                .map(|page| self.summary(page, sight)),
            Tab::Week => self.pages.week.as_ref().map(|page| page.view(sight)),
            Tab::Month => self
                .pages
                .month
                .as_ref()
                .map(|page| self.month(page, sight)),
            Tab::Hours => self
                .pages
                .hours
                .as_ref()
                .map(|page| self.hours(page, sight)),
        };
        let reading = || {
            let (what, todo) = ("dash-reading", "dash-reading-what");
            let words = sight.words;
            let said = empty(Icon::Hourglass, words.text(what), words.text(todo), None);
            container(said).height(220.0).into()
        };
        let shown = shown.or_else(|| failed.is_none().then(reading));
        Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .push(failed)
            .push(shown)
            .into()
    }

    /// Hour by weekday.
    fn hours<'a>(
        &'a self,
        page: &'a super::pages::Hours,
        sight: Sight<'a>,
    ) -> Element<'a, Message> {
        let words = sight.words;
        if page.data.cells.is_empty() {
            return self.no_sales(sight);
        }
        let by = [
            (words.text("dash-by-sales"), By::Count),
            (words.text("dash-by-amount"), By::Amount),
        ];
        let by = segmented(by, &self.heat_by, Message::HeatChosen);
        let days: i64 = page.data.days.iter().sum();
        let of = [
            ("count", days.into()),
            ("days", say::span(page.data.period, words).into()),
        ];
        let head = Column::new()
            .spacing(space::S)
            .push(text::lead(words.text("dash-heat-title")))
            .push(text::small(words.text_with("dash-heat-of", &of)).style(style::muted));
        let head = parts::spread(head.into(), by, sight);
        let rows = page.rows.len().clamp(2, 7);
        let high = 24.0 + 52.0 * f32::from(u8::try_from(rows).unwrap_or(7));
        let map = chart::chart(std::rc::Rc::clone(&page.map), high)
            .on_open(|cell| Message::Opened(super::Part::Cell(cell)));
        parts::boxed(
            Column::new()
                .spacing(space::M)
                .push(head)
                .push(Element::from(map)),
        )
    }

    /// Nothing was sold: what to do.
    fn no_sales<'a>(&'a self, sight: Sight<'a>) -> Element<'a, Message> {
        let words = sight.words;
        let today = Choice::of(self.ask.period) == Choice::Today && self.tab == Tab::Summary;
        let todo = match today {
            true => "dash-empty-today",
            false => "dash-empty-days",
        };
        let month = button::soft(words.text("dash-empty-month"))
            .icon(Icon::Calendar)
            .on_press(Message::PeriodChosen(Choice::Month));
        let month = (Choice::of(self.ask.period) != Choice::Month).then(|| month.into());
        let said = empty(
            Icon::ChartColumn,
            words.text("dash-empty"),
            words.text(todo),
            month,
        );
        container(said)
            .height(260.0)
            .width(Length::Fill)
            .style(style::card)
            .into()
    }
}

/// The week or month, and the arrows to the one before and after.
fn stepper<'a>(label: String, may_go_on: bool) -> Element<'a, Message> {
    let step = |picture, on, may: bool| {
        Element::from(
            button::icon_only(picture).on_press_maybe(may.then_some(Message::Stepped(on))),
        )
    };
    Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(step(Icon::ChevronLeft, false, true))
        .push(text::lead(label))
        .push(step(Icon::ChevronRight, true, may_go_on))
        .push(gap().width(Length::Fill))
        .into()
}

/// The look of a row or card that opens.
pub(super) fn opening(
    theme: &Theme,
    status: crate::app::widget::Status,
) -> iced::widget::container::Style {
    let tokens = theme.tokens();
    let fill = match status {
        crate::app::widget::Status::Pressed => tokens.sunken.fill,
        _ => iced::Color::TRANSPARENT,
    };
    let ink = tokens.surface.ink;
    style::filled(Pair { fill, ink }, radius::S)
}

/// The day as the head of a page says it.
pub(super) fn until(at: Moment, day: BusinessDay, words: &I18n) -> String {
    let values = [
        ("day", say::long_day(day, words).into()),
        ("time", words.time(at).into()),
    ];
    words.text_with("dash-until", &values)
}
