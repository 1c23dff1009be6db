//! What happens on the dashboard, and what it wants done.

use std::path::PathBuf;

use super::export::What;
use super::picker;
use crate::app::widget::Paper;
use crate::domain::metrics::{
    Alert, Comparison, Cursor, Dashboard as Day, Drill, HeatMap, Monthly, Page, Period, Search,
    Weekly,
};
use crate::domain::{BusinessDay, ProductId, SaleId};
use crate::report::Ask;

/// A page of the dashboard.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// The six parts.
    #[default]
    Summary,
    /// A week, its days side by side.
    Week,
    /// A month: trend, rotation, losses.
    Month,
    /// Hour by weekday.
    Hours,
}

/// The periods that are offered; the last one asks which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Until now.
    Today,
    /// The day before.
    Yesterday,
    /// Since Monday.
    Week,
    /// Since the first.
    Month,
    /// Since January.
    Year,
    /// The school term.
    Term,
    /// Any days.
    Range,
}

impl Choice {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Today,
        Self::Yesterday,
        Self::Week,
        Self::Month,
        Self::Year,
        Self::Term,
        Self::Range,
    ];

    /// Which of them a period is.
    #[must_use]
    pub const fn of(period: Period) -> Self {
        match period {
            Period::Today => Self::Today,
            Period::Yesterday => Self::Yesterday,
            Period::Week => Self::Week,
            Period::Month => Self::Month,
            Period::Year => Self::Year,
            Period::Term => Self::Term,
            Period::Range(_) => Self::Range,
        }
    }

    /// The period, unless its days are still to be chosen.
    #[must_use]
    pub const fn period(self) -> Option<Period> {
        Some(match self {
            Self::Today => Period::Today,
            Self::Yesterday => Period::Yesterday,
            Self::Week => Period::Week,
            Self::Month => Period::Month,
            Self::Year => Period::Year,
            Self::Term => Period::Term,
            Self::Range => return None,
        })
    }

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Today => "dash-today",
            Self::Yesterday => "dash-yesterday",
            Self::Week => "dash-week",
            Self::Month => "dash-month",
            Self::Year => "dash-year",
            Self::Term => "dash-term",
            Self::Range => "dash-range",
        }
    }
}

/// What a period is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Versus {
    /// The one before.
    Previous,
    /// The same one last year.
    LastYear,
    /// Chosen days.
    Chosen,
}

impl Versus {
    /// Which of them a comparison is.
    #[must_use]
    pub const fn of(comparison: Comparison) -> Self {
        match comparison {
            Comparison::Previous => Self::Previous,
            Comparison::LastYear => Self::LastYear,
            Comparison::Chosen(_) => Self::Chosen,
        }
    }

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Previous => "dash-versus-previous",
            Self::LastYear => "dash-versus-last-year",
            Self::Chosen => "dash-versus-chosen",
        }
    }
}

/// What the best products are ordered by, and the heat map shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum By {
    /// How many.
    #[default]
    Count,
    /// How much money.
    Amount,
}

/// Which products of the month are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Stock {
    /// To be ordered.
    #[default]
    Reorder,
    /// In stock and not sold.
    Dead,
    /// In stock for too long.
    Slow,
    /// All.
    All,
    /// What went without a sale.
    Lost,
}

/// A figure that opens into its sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All sales of the period.
    Sales,
    /// Refunds.
    Refunds,
    /// Voids.
    Voids,
    /// Overridden restrictions.
    Overrides,
    /// A point of the hours.
    Hour(usize),
    /// A slice or row of the tenders.
    Tender(usize),
    /// A row of the best products.
    Product(usize),
    /// A row of the best customers.
    Customer(usize),
    /// A bar of the week.
    Weekday(usize),
    /// A point of the trend of weeks.
    WeekOfTrend(usize),
    /// A point of the month.
    DayOfMonth(usize),
    /// A slice of the month's tenders.
    MonthTender(usize),
    /// A product of the month's stock.
    MonthProduct(ProductId),
    /// All of the month.
    Month,
    /// A cell of the heat map.
    Cell(usize),
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A page was chosen.
    TabChosen(Tab),
    /// A period was chosen.
    PeriodChosen(Choice),
    /// What it is compared with was chosen.
    VersusChosen(Versus),
    /// The comparison is to be chosen.
    ComparePressed,
    /// The week or month before (`false`) or after.
    Stepped(bool),
    /// Read it again now.
    RefreshPressed,
    /// The order of the best products was chosen.
    ByChosen(By),
    /// What the heat map shows was chosen.
    HeatChosen(By),
    /// Which products of the month are listed was chosen.
    StockChosen(Stock),
    /// The page before (`false`) or after of those.
    StockStepped(bool),
    /// The search was typed.
    SearchChanged(String),
    /// Enter, where no field or chart took it.
    Entered,
    /// The search was pressed.
    SearchPressed,
    /// Something was opened into the sales behind it.
    Opened(Part),
    /// The page of sales before (`false`) or after.
    ListStepped(bool),
    /// A row of the list was pressed.
    SaleChosen(SaleId),
    /// Print its ticket again, marked as a copy.
    ReprintPressed(SaleId),
    /// Back: from the ticket to the list, from the list to the page, out of a dialog.
    Back,
    /// «Ver» of the banner.
    AlertsPressed,
    /// An alert is to be acknowledged.
    AlertChosen(usize),
    /// What is said about it was typed.
    NoteChanged(String),
    /// The note is done.
    NoteConfirmed,
    /// The export was asked for.
    ExportPressed,
    /// What is to be exported was chosen.
    ExportChosen(What),
    /// The folder was typed.
    FolderChanged(String),
    /// Save it.
    ExportConfirmed,
    /// Print the summary.
    PrintPressed,
    /// In the date picker.
    Picker(picker::Message),
}

/// What is to be read for the page that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The six parts.
    Summary(Ask),
    /// The week of that day.
    Week(BusinessDay),
    /// The month of that day.
    Month(BusinessDay),
    /// Hour by weekday of a period.
    Hours(Period),
}

/// What was read for a page.
#[derive(Debug, Clone)]
pub enum Read {
    /// The six parts, and what was asked for.
    Summary(Ask, Box<Day>),
    /// A week.
    Week(Box<Weekly>),
    /// A month.
    Month(Box<Monthly>),
    /// Hour by weekday.
    Hours(Box<HeatMap>),
}

/// Which sales a list is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Behind a figure.
    Behind(Drill),
    /// Found by what was typed.
    Found(Search),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Read what the page shows; answer with [`super::Dashboard::read`].
    Read(Wanted),
    /// Read a page of sales; answer with [`super::Dashboard::listed`].
    List(Source, Option<Cursor>),
    /// Draw a ticket; answer with [`super::Dashboard::ticket_drawn`].
    Ticket(SaleId),
    /// Print a ticket again.
    Reprint(SaleId),
    /// Keep an alert with what is said about it; answer with [`super::Dashboard::acknowledged`].
    Acknowledge(Box<Alert>, String),
    /// Write a file; answer with [`super::Dashboard::exported`].
    Export(What, Ask, PathBuf),
    /// Print the summary.
    Print(Ask),
    /// The keyboard goes into the search.
    FocusSearch,
}

/// A page of sales, or why there is none.
pub type Listed = Result<Page, String>;
/// A drawn ticket, or why there is none.
pub type Drawn = Result<Paper, String>;
