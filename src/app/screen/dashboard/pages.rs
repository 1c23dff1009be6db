//! What was read, with its charts: made once when it comes, shared by every view.

use std::rc::Rc;

use super::charts;
use super::message::{By, Read, Tab};
use crate::app::widget::chart::Figure;
use crate::domain::Moment;
use crate::domain::metrics::{Alert, Dashboard as Day, HeatMap, Monthly, Span, Weekly};
use crate::i18n::{I18n, Locale};
use crate::report::Ask;

/// The last good figures of each page.
#[derive(Default)]
pub struct Pages {
    pub(super) summary: Option<Summary>,
    pub(super) week: Option<Week>,
    pub(super) month: Option<Month>,
    pub(super) hours: Option<Hours>,
    heat_by: By,
    /// What the charts' words are written in.
    written_in: Option<Locale>,
}

/// The six parts.
pub(super) struct Summary {
    pub(super) ask: Ask,
    pub(super) data: Day,
    pub(super) hours: Rc<Figure>,
    pub(super) tenders: Rc<Figure>,
    pub(super) unit: charts::Unit,
    at: Moment,
}

/// A week.
pub(super) struct Week {
    pub(super) data: Weekly,
    pub(super) days: Rc<Figure>,
    pub(super) trend: Rc<Figure>,
    pub(super) unit: charts::Unit,
    pub(super) trend_unit: charts::Unit,
    at: Moment,
}

/// A month.
pub(super) struct Month {
    pub(super) data: Monthly,
    pub(super) trend: Rc<Figure>,
    pub(super) tenders: Rc<Figure>,
    pub(super) unit: charts::Unit,
    at: Moment,
}

/// Hour by weekday.
pub(super) struct Hours {
    pub(super) data: HeatMap,
    pub(super) map: Rc<Figure>,
    /// The weekdays of the rows, Monday 0.
    pub(super) rows: Vec<u32>,
    /// The hours of the columns.
    pub(super) columns: Vec<u32>,
    at: Moment,
}

impl Hours {
    /// The weekday and the hour of a cell.
    pub(super) fn cell(&self, index: usize) -> Option<(u32, u32)> {
        let across = self.columns.len().max(1);
        let weekday = self.rows.get(index / across)?;
        let hour = self.columns.get(index % across)?;
        Some((*weekday, *hour))
    }
}

impl Pages {
    /// Takes in what was read.
    ///
    /// What is as it was keeps its charts, so that nothing is painted anew.
    pub(super) fn read(&mut self, read: Read, at: Moment, words: &I18n) {
        let same_words = self.written_in.replace(words.locale()) == Some(words.locale());
        if same_words && self.is_known(&read) {
            self.read_again(&read, at);
            return;
        }
        match read {
            Read::Summary(ask, data) => self.summary = Some(summary(ask, *data, at, words)),
            Read::Week(data) => {
                let unit = charts::Unit::of(data.days.iter().map(|day| day.income));
                let trend_unit = charts::Unit::of(data.trend.iter().map(|week| week.income));
                self.week = Some(Week {
                    days: Rc::new(charts::week(&data, unit, words)),
                    trend: Rc::new(charts::weeks(&data, trend_unit, words)),
                    unit,
                    trend_unit,
                    data: *data,
                    at,
                });
            }
            Read::Month(data) => {
                let unit = charts::Unit::of(data.days.iter().map(|day| day.income));
                self.month = Some(Month {
                    trend: Rc::new(charts::month(&data, unit, words)),
                    tenders: Rc::new(charts::ring(&data.tenders, data.figures.sales, words)),
                    unit,
                    data: *data,
                    at,
                });
            }
            Read::Hours(data) => {
                let (rows, columns) = charts::sides(&data);
                let map = charts::heat(&data, &rows, &columns, self.heat_by, words);
                self.hours = Some(Hours {
                    map: Rc::new(map),
                    rows,
                    columns,
                    data: *data,
                    at,
                });
            }
        }
    }

    /// Whether what was read says nothing that is not shown.
    fn is_known(&self, read: &Read) -> bool {
        match read {
            Read::Summary(ask, data) => self.summary.as_ref().is_some_and(|page| {
                let as_then = Day {
                    at: page.data.at,
                    until: page.data.until,
                    ..Day::clone(data)
                };
                page.ask == *ask && page.data == as_then
            }),
            Read::Week(data) => self.week.as_ref().is_some_and(|page| page.data == **data),
            Read::Month(data) => self.month.as_ref().is_some_and(|page| page.data == **data),
            Read::Hours(data) => self.hours.as_ref().is_some_and(|page| page.data == **data),
        }
    }

    /// Only its age is another.
    fn read_again(&mut self, read: &Read, at: Moment) {
        match read {
            Read::Summary(_, data) => {
                if let Some(page) = &mut self.summary {
                    (page.data.at, page.data.until, page.at) = (data.at, data.until, at);
                }
            }
            Read::Week(_) => self.week.iter_mut().for_each(|page| page.at = at),
            Read::Month(_) => self.month.iter_mut().for_each(|page| page.at = at),
            Read::Hours(_) => self.hours.iter_mut().for_each(|page| page.at = at),
        }
    }

    /// Sales or income in the map.
    pub(super) fn heat_by(&mut self, by: By, words: &I18n) {
        self.heat_by = by;
        if let Some(hours) = &mut self.hours {
            let map = charts::heat(&hours.data, &hours.rows, &hours.columns, by, words);
            hours.map = Rc::new(map);
        }
    }

    /// When a page was read.
    pub(super) fn read_at(&self, tab: Tab) -> Option<Moment> {
        match tab {
            Tab::Summary => self.summary.as_ref().map(|page| page.at),
            Tab::Week => self.week.as_ref().map(|page| page.at),
            Tab::Month => self.month.as_ref().map(|page| page.at),
            Tab::Hours => self.hours.as_ref().map(|page| page.at),
        }
    }

    /// The charts of what was read, one of each kind.
    pub(super) fn figures(&self) -> Vec<Rc<Figure>> {
        let summary = self.summary.iter();
        let summary = summary.flat_map(|page| [&page.hours, &page.tenders]);
        let week = self.week.iter().map(|page| &page.days);
        let hours = self.hours.iter().map(|page| &page.map);
        summary.chain(week).chain(hours).cloned().collect()
    }

    /// The days of what a page shows.
    pub(super) fn span(&self, tab: Tab) -> Option<Span> {
        match tab {
            Tab::Hours => self.hours.as_ref().map(|page| page.data.period),
            Tab::Month => self.month.as_ref().map(|page| page.data.period),
            Tab::Summary | Tab::Week => self.summary.as_ref().map(|page| page.data.period),
        }
    }

    /// The days that are exported from a page: those it shows, and none to come.
    pub(super) fn exported(&self, tab: Tab) -> Option<Span> {
        match tab {
            Tab::Week => self.week.as_ref().and_then(|page| {
                let last = page.data.days.last()?.day.min(page.at.day());
                Span::new(page.data.monday, last)
            }),
            tab => self.span(tab),
        }
    }

    /// The days that the summary is compared with.
    pub(super) fn compared(&self) -> Option<Span> {
        self.summary.as_ref().map(|page| page.data.compared.period)
    }

    /// The alerts of today.
    pub(super) fn alerts(&self) -> &[Alert] {
        self.summary
            .as_ref()
            .map_or(&[], |page| page.data.alerts.as_slice())
    }
}

fn summary(ask: Ask, data: Day, at: Moment, words: &I18n) -> Summary {
    let unit = charts::Unit::of(data.hours.iter().map(|hour| hour.income));
    Summary {
        hours: Rc::new(charts::hours(&data, unit, words)),
        tenders: Rc::new(charts::ring(&data.tenders, data.figures.sales, words)),
        ask,
        data,
        unit,
        at,
    }
}
