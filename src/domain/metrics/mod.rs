//! What happened in the canteen, whether it is normal, and what to do about it.
//!
//! Pure functions from the rows that the store aggregates ([`rows`]) to what the dashboard shows
//! ([`Dashboard`], [`Weekly`], [`Monthly`], [`HeatMap`]) and warns of ([`Alert`]). Shares and changes are
//! whole thousandths ([`Permille`]). What is counted, and how:
//!
//! - **sales**: sales less voids, each in the hour in which it was made; a refund is no sale and is
//!   counted apart;
//! - **income**: what was paid, the rounding of cash taken off, less voids and refunds;
//! - **products**: what their lines came to, before the rounding of cash: the sum of the products is the
//!   income and [`Figures::rounding`];
//! - **customers**: guardians with all of their pupils; a pupil without one stands for themselves.

pub mod alert;
mod calendar;
mod cards;
pub mod dashboard;
mod drill;
pub mod heat;
pub mod monthly;
mod period;
pub mod rows;
pub mod usual;
pub mod weekly;

pub use alert::{Acknowledged, Alert, Finding, House, Level, Paper, Rule, Thresholds};
pub use calendar::{BadCalendar, Calendar, DaysOff, Term};
pub use cards::{Figures, Margin, Permille, change, share};
pub use dashboard::{
    Compared, Customer, CustomerId, Dashboard, Hour, Product, Projection, TenderPart, signs,
};
pub use drill::{Cursor, Drill, Page, SaleKind, SaleRow, Search};
pub use heat::{Cell, HeatMap};
pub use monthly::{DayTotal, Monthly, Moving, Rotation, Shrinkage};
pub use period::{Comparison, Period, Span, Until};
pub use usual::{Band, Usual, UsualHour};
pub use weekly::{WeekTotal, Weekday, Weekly, Why};
