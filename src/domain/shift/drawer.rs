//! What moved one tender in a shift, and what must be there at its end.

use serde::{Deserialize, Serialize};

use crate::domain::tender::TenderKind;
use crate::domain::{Money, TenderId};

/// All that moved one tender while a shift was open. Amounts are what they say, never negative, but for
/// `before`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawer {
    /// Which tender.
    pub tender: TenderId,
    /// Of what kind.
    pub kind: TenderKind,
    /// What the shift began with; cash only.
    pub float: Money,
    /// What was booked without a shift since the one before; less than nothing if more went out.
    pub before: Money,
    /// What customers handed over for sales.
    pub received: Money,
    /// What of that was given back to them at once.
    pub change: Money,
    /// What was given back for voids and refunds.
    pub given_back: Money,
    /// What was paid onto pupils' accounts.
    pub topped_up: Money,
    /// What of that was a mistake and is undone.
    #[serde(default)]
    pub undone: Money,
    /// What was paid out of pupils' accounts.
    pub withdrawn: Money,
    /// Cash put in beside sales.
    pub paid_in: Money,
    /// Cash taken out beside sales.
    pub paid_out: Money,
    /// Cash carried to the safe.
    pub dropped: Money,
}

impl Drawer {
    /// One in which nothing has moved.
    #[must_use]
    pub const fn empty(tender: TenderId, kind: TenderKind) -> Self {
        Self {
            tender,
            kind,
            float: Money::ZERO,
            before: Money::ZERO,
            received: Money::ZERO,
            change: Money::ZERO,
            given_back: Money::ZERO,
            topped_up: Money::ZERO,
            undone: Money::ZERO,
            withdrawn: Money::ZERO,
            paid_in: Money::ZERO,
            paid_out: Money::ZERO,
            dropped: Money::ZERO,
        }
    }

    /// What sales brought: received less change.
    #[must_use]
    pub fn sold(&self) -> Money {
        self.received - self.change
    }

    /// What must be there: float + received − change − given back − paid out + paid in − dropped, with
    /// what went onto and out of accounts, and what was booked without a shift.
    #[must_use]
    pub fn expected(&self) -> Money {
        let came = [
            self.float,
            self.before,
            self.received,
            self.topped_up,
            self.paid_in,
        ];
        let went = [
            self.change,
            self.given_back,
            self.undone,
            self.withdrawn,
            self.paid_out,
            self.dropped,
        ];
        came.into_iter().sum::<Money>() - went.into_iter().sum()
    }

    /// Whether it is cash, which is counted by notes and coins.
    #[must_use]
    pub const fn is_cash(&self) -> bool {
        matches!(self.kind, TenderKind::Cash)
    }

    /// Whether nothing has moved it.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        *self == Self::empty(self.tender, self.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn g(amount: i64) -> Money {
        Money::guaranies(amount)
    }

    fn cash() -> Drawer {
        Drawer::empty(TenderId(2), TenderKind::Cash)
    }

    /// The rule of the canteen: float + cash − change − refunds − paid-outs + paid-ins − drops.
    #[test]
    fn expected_is_what_came_less_what_went() {
        let cases = [
            ("nothing", cash(), 0),
            (
                "a float alone",
                Drawer {
                    float: g(100_000),
                    ..cash()
                },
                100_000,
            ),
            (
                "a sale of 18.000 paid with 20.000",
                Drawer {
                    float: g(100_000),
                    received: g(20_000),
                    change: g(2_000),
                    ..cash()
                },
                118_000,
            ),
            (
                "the same, voided",
                Drawer {
                    float: g(100_000),
                    received: g(20_000),
                    change: g(2_000),
                    given_back: g(18_000),
                    ..cash()
                },
                100_000,
            ),
            (
                "bread was paid, change was fetched, the rest was carried to the safe",
                Drawer {
                    float: g(50_000),
                    received: g(412_000),
                    change: g(12_000),
                    paid_in: g(30_000),
                    paid_out: g(45_000),
                    dropped: g(300_000),
                    ..cash()
                },
                135_000,
            ),
            (
                "top-ups, a leaver, and a sale before the shift was opened",
                Drawer {
                    float: g(50_000),
                    before: g(6_000),
                    topped_up: g(50_000),
                    withdrawn: g(20_000),
                    ..cash()
                },
                86_000,
            ),
            (
                "a top-up of 200.000 for 20.000, undone and done again",
                Drawer {
                    float: g(50_000),
                    topped_up: g(220_000),
                    undone: g(200_000),
                    ..cash()
                },
                70_000,
            ),
            (
                "more was carried away than came in: the difference shows at the count",
                Drawer {
                    dropped: g(10_000),
                    ..cash()
                },
                -10_000,
            ),
        ];
        for (what, drawer, expected) in cases {
            assert_eq!(drawer.expected(), g(expected), "{what}");
        }
    }
}
