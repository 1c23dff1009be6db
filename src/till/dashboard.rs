//! The dashboard, asked of an open canteen.
//!
//! Reports are read on a connection and a thread of their own, one after the other; whoever sells waits for
//! none. A question that is cancelled ends within milliseconds and is answered [`NoReport::Cancelled`].

use std::path::PathBuf;

use super::reports;
use super::{Reply, Till};
use crate::domain::metrics::{
    Acknowledged, Alert, Cursor, Dashboard, Drill, HeatMap, House, Monthly, Page, Paper, Search,
    Span, Weekly,
};
use crate::domain::user::User;
use crate::domain::{BusinessDay, Moment, PrintJobId};
use crate::i18n::I18n;
use crate::printing::{self, summary};
use crate::report::{self, Ask, Exported, NoReport, Reading, Table};
use crate::store::{self, Cancel, KeptAlert, Stamp};

impl Till {
    /// The page of a period, with its comparison and alerts.
    pub fn dashboard(
        &self,
        ask: Ask,
        now: Moment,
        cancel: &Cancel,
    ) -> Reply<Result<Dashboard, NoReport>> {
        self.report(now, cancel, move |mut reading| Ok(reading.dashboard(ask)?))
    }

    /// The week of that day.
    pub fn week(
        &self,
        day: BusinessDay,
        now: Moment,
        cancel: &Cancel,
    ) -> Reply<Result<Weekly, NoReport>> {
        self.report(now, cancel, move |mut reading| Ok(reading.week(day)?))
    }

    /// The month of that day.
    pub fn month(
        &self,
        day: BusinessDay,
        now: Moment,
        cancel: &Cancel,
    ) -> Reply<Result<Monthly, NoReport>> {
        self.report(now, cancel, move |mut reading| Ok(reading.month(day)?))
    }

    /// Hour by weekday.
    pub fn heat_map(&self, span: Span, cancel: &Cancel) -> Reply<Result<HeatMap, NoReport>> {
        self.report(super::now(), cancel, move |reading| {
            Ok(reading.heat_map(span)?)
        })
    }

    /// The sales behind a figure, latest first: a page of at most `limit`, from `after` on.
    pub fn drill(
        &self,
        drill: Drill,
        after: Option<Cursor>,
        limit: usize,
        cancel: &Cancel,
    ) -> Reply<Result<Page, NoReport>> {
        self.reports.ask(&self.writer, cancel, move |reader, _| {
            Ok(reader.drill(&drill, after, limit)?)
        })
    }

    /// The sales that somebody looks for, latest first.
    pub fn find_sales(
        &self,
        search: Search,
        after: Option<Cursor>,
        limit: usize,
        cancel: &Cancel,
    ) -> Reply<Result<Page, NoReport>> {
        self.reports.ask(&self.writer, cancel, move |reader, _| {
            Ok(reader.find_sales(&search, after, limit)?)
        })
    }

    /// Takes note of an alert: it is kept with the note, and shown as acknowledged for its day (products
    /// without a sale and drawers for a week). [`store::Error::Unexpected`] without a note.
    pub fn acknowledge(
        &self,
        alert: Alert,
        note: String,
        by: &User,
        now: Moment,
    ) -> Reply<Result<Acknowledged, store::Error>> {
        let stamp = Stamp::by(by.id, now);
        self.writer.ask(move |store| {
            let note = note.trim();
            if note.is_empty() {
                return Err(store::Error::Unexpected("an empty note".to_owned()));
            }
            let finding = serde_json::to_string(&alert.finding)
                .map_err(|error| store::Error::Unexpected(error.to_string()))?;
            let rule = alert.finding.rule().code();
            store.acknowledge(rule, &alert.subjects(), &finding, note, stamp)
        })
    }

    /// The alerts of which somebody took note in those days, latest first.
    pub fn kept_alerts(
        &self,
        span: Span,
        cancel: &Cancel,
    ) -> Reply<Result<Vec<KeptAlert>, NoReport>> {
        self.reports.ask(&self.writer, cancel, move |reader, _| {
            Ok(reader.kept_alerts(span)?)
        })
    }

    /// Writes rows into a file that Excel opens; `.xlsx` by the file's name, else CSV.
    pub fn export(
        &self,
        table: Table,
        span: Span,
        file: PathBuf,
        cancel: &Cancel,
    ) -> Reply<Result<Exported, NoReport>> {
        let words = I18n::new(self.config().locale);
        reports::beside(&self.writer, cancel, move |reader| {
            report::export(reader, table, span, &file, &words)
        })
    }

    /// Writes the page as one self-contained HTML file; answers with where.
    pub fn write_html(
        &self,
        ask: Ask,
        now: Moment,
        file: PathBuf,
    ) -> Reply<Result<PathBuf, NoReport>> {
        let config = self.config();
        self.report(now, &Cancel::default(), move |mut reading| {
            let page = reading.dashboard(ask)?;
            let words = I18n::new(config.locale);
            report::write_html(&page, &config.shop, &words, &file)
        })
    }

    /// Writes today's page into the folder of the settings, at each close of the shift; `None` where there
    /// is no such folder.
    pub fn write_closing_page(&self, now: Moment) -> Reply<Result<Option<PathBuf>, NoReport>> {
        let folder = self.config().reports.folder().map(PathBuf::from);
        let Some(folder) = folder else {
            return Reply::ready(Ok(None));
        };
        let file = folder.join(report::page_name(now.day()));
        let written = self.write_html(Ask::default(), now, file);
        Reply::aside(move || written.wait().map_err(|_| NoReport::Closing)?.map(Some))
    }

    /// Prints a summary of the page on the receipt printer, through its queue.
    pub fn print_dashboard(&self, ask: Ask, now: Moment) -> Reply<Result<PrintJobId, NoReport>> {
        let (config, till) = (self.config(), self.clone());
        let page = self.dashboard(ask, now, &Cancel::default());
        Reply::aside(move || {
            let page = page.wait().map_err(|_| NoReport::Closing)??;
            let words = I18n::new(config.locale);
            let document = summary::document(&page, &config.shop, &words, till.paper());
            let title = words.text("report-title");
            let job = till.print_page(title, document, now.at);
            Ok(job.wait().map_err(|_| NoReport::Closing)??)
        })
    }

    fn report<T: Send + 'static>(
        &self,
        now: Moment,
        cancel: &Cancel,
        read: impl FnOnce(Reading<'_>) -> Result<T, NoReport> + Send + 'static,
    ) -> Reply<Result<T, NoReport>> {
        let config = self.config();
        let house = self.house();
        let keeper = self.keeper();
        self.reports
            .ask(&self.writer, cancel, move |reader, bases| {
                let last_backup = keeper.state().last_good.map(|good| good.at.at);
                let has_sales = reader.has_sales()?;
                read(Reading {
                    reader,
                    now,
                    calendar: &config.calendar,
                    thresholds: &config.alerts,
                    house: House {
                        last_backup,
                        has_sales,
                        ..house
                    },
                    bases,
                })
            })
    }

    /// How the printer stands.
    fn house(&self) -> House {
        let status = self.printer().status();
        let waiting = i64::try_from(status.waiting).unwrap_or(i64::MAX);
        House {
            last_backup: None,
            has_sales: false,
            printer: paper(&status.state),
            waiting: waiting + i64::from(status.uncertain.is_some()),
        }
    }
}

const fn paper(state: &printing::State) -> Paper {
    match state {
        printing::State::NotConfigured => Paper::None,
        printing::State::NotConnected { .. } => Paper::Unreachable,
        printing::State::NoPaper(_)
        | printing::State::CoverOpen(_)
        | printing::State::Offline(_)
        | printing::State::Stalled { .. }
        | printing::State::QueueFailed(_) => Paper::Stopped,
        _ => Paper::Fine,
    }
}
