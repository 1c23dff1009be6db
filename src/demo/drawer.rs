//! The demo's drawer: a shift each school day, opened before the first delivery and closed after the last
//! top-up, now and then with a little more or less in it than the books say.

use chrono::NaiveDate;

use super::Canteen;
use super::books::{SERVED, moment};
use super::dice::{Dice, Stream};
use crate::domain::sale::At;
use crate::domain::user::Role;
use crate::domain::{BusinessDay, Moment, Money};
use crate::store::{Error, Past};

/// Before the goods come at half past six.
const OPENED_MS: u32 = (6 * 60 + 20) * 60_000;
/// After everybody has gone.
const CLOSED_MS: u32 = (17 * 60 + 5) * 60_000;
/// What each day begins with.
const FLOAT: Money = Money::guaranies(150_000);
/// So many days in a thousand end with a difference.
const DIFFERENCES_PERMILLE: u32 = 220;
/// Small ones, as they come.
const DIFFERENCES: [i64; 6] = [-500, -1_000, -2_000, -5_000, 500, 1_000];

/// The shifts of one history.
pub struct Drawer<'a> {
    canteen: &'a Canteen,
    open: Option<NaiveDate>,
}

impl<'a> Drawer<'a> {
    pub const fn new(canteen: &'a Canteen) -> Self {
        Self {
            canteen,
            open: None,
        }
    }

    /// Something is about to happen at that moment: on a new day the last shift is closed and one opened.
    ///
    /// # Errors
    /// What the store says.
    pub fn comes_to(&mut self, now: Moment, past: &Past<'_>) -> Result<(), Error> {
        let day = now.day().0;
        if self.open == Some(day) {
            return Ok(());
        }
        self.close(past)?;
        self.open = Some(day);
        past.open_shift(FLOAT, self.at(day, OPENED_MS))
    }

    /// The history is over.
    ///
    /// # Errors
    /// What the store says.
    pub fn close(&mut self, past: &Past<'_>) -> Result<(), Error> {
        let Some(day) = self.open.take() else {
            return Ok(());
        };
        let number = BusinessDay(day).number();
        let mut dice = Dice::new(!self.canteen.seed, Stream::People, number);
        let off = match dice.permille(DIFFERENCES_PERMILLE) {
            true => dice.pick(&DIFFERENCES).copied().unwrap_or(0),
            false => 0,
        };
        let why = dice.pick(&self.canteen.difference_reasons).cloned();
        let at = self.at(day, CLOSED_MS);
        past.close_shift(Money::guaranies(off), &why.unwrap_or_default(), at)
    }

    fn at(&self, day: NaiveDate, at_ms: u32) -> At {
        At {
            till: self.canteen.till,
            user: self.canteen.user(Role::Cashier).expect(SERVED).id,
            moment: moment(day, at_ms),
        }
    }
}
