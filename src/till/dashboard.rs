//! The dashboard, asked of an open canteen.
//!
//! Reports are read on a connection and a thread of their own, one after the other; whoever sells waits for
//! none. A question that is cancelled ends within milliseconds and is answered [`NoReport::Cancelled`].

use std::path::PathBuf;

use super::{Reply, Till};
use crate::domain::metrics::{
    Acknowledged, Alert, Cursor, Dashboard, Drill, HeatMap, Monthly, Page, Search, Span, Weekly,
};
use crate::domain::user::User;
use crate::domain::{BusinessDay, Moment, PrintJobId};
use crate::report::{Ask, Exported, NoReport, Table};
use crate::store::{self, Cancel, KeptAlert};

impl Till {
    /// The page of a period, with its comparison and alerts.
    pub fn dashboard(
        &self,
        ask: Ask,
        now: Moment,
        cancel: &Cancel,
    ) -> Reply<Result<Dashboard, NoReport>> {
        let _ = (ask, now, cancel);
        Reply::ready(Err(NoReport::Closing))
    }

    /// The week of that day.
    pub fn week(
        &self,
        day: BusinessDay,
        now: Moment,
        cancel: &Cancel,
    ) -> Reply<Result<Weekly, NoReport>> {
        let _ = (day, now, cancel);
        Reply::ready(Err(NoReport::Closing))
    }

    /// The month of that day.
    pub fn month(
        &self,
        day: BusinessDay,
        now: Moment,
        cancel: &Cancel,
    ) -> Reply<Result<Monthly, NoReport>> {
        let _ = (day, now, cancel);
        Reply::ready(Err(NoReport::Closing))
    }

    /// Hour by weekday.
    pub fn heat_map(&self, span: Span, cancel: &Cancel) -> Reply<Result<HeatMap, NoReport>> {
        let _ = (span, cancel);
        Reply::ready(Err(NoReport::Closing))
    }

    /// The sales behind a figure, latest first: a page of at most `limit`, from `after` on.
    pub fn drill(
        &self,
        drill: Drill,
        after: Option<Cursor>,
        limit: usize,
        cancel: &Cancel,
    ) -> Reply<Result<Page, NoReport>> {
        let _ = (drill, after, limit, cancel);
        Reply::ready(Err(NoReport::Closing))
    }

    /// The sales that somebody looks for, latest first.
    pub fn find_sales(
        &self,
        search: Search,
        after: Option<Cursor>,
        limit: usize,
        cancel: &Cancel,
    ) -> Reply<Result<Page, NoReport>> {
        let _ = (search, after, limit, cancel);
        Reply::ready(Err(NoReport::Closing))
    }

    /// Takes note of an alert: it is kept with the note, and shown as acknowledged for its day (alerts of
    /// products for a week). [`store::Error::Unexpected`] without a note.
    pub fn acknowledge(
        &self,
        alert: Alert,
        note: String,
        by: &User,
        now: Moment,
    ) -> Reply<Result<Acknowledged, store::Error>> {
        let _ = (alert, note, by, now);
        Reply::ready(Err(store::Error::NotFound(String::new())))
    }

    /// The alerts of which somebody took note in those days, latest first.
    pub fn kept_alerts(
        &self,
        span: Span,
        cancel: &Cancel,
    ) -> Reply<Result<Vec<KeptAlert>, NoReport>> {
        let _ = (span, cancel);
        Reply::ready(Err(NoReport::Closing))
    }

    /// Writes rows into a file that Excel opens; `.xlsx` by the file's name, else CSV.
    pub fn export(
        &self,
        table: Table,
        span: Span,
        file: PathBuf,
        cancel: &Cancel,
    ) -> Reply<Result<Exported, NoReport>> {
        let _ = (table, span, file, cancel);
        Reply::ready(Err(NoReport::Closing))
    }

    /// Writes the page as one self-contained HTML file; answers with where.
    pub fn write_html(
        &self,
        ask: Ask,
        now: Moment,
        file: PathBuf,
    ) -> Reply<Result<PathBuf, NoReport>> {
        let _ = (ask, now, file);
        Reply::ready(Err(NoReport::Closing))
    }

    /// Prints a summary of the page on the receipt printer, through its queue.
    pub fn print_dashboard(&self, ask: Ask, now: Moment) -> Reply<Result<PrintJobId, NoReport>> {
        let _ = (ask, now);
        Reply::ready(Err(NoReport::Closing))
    }
}
