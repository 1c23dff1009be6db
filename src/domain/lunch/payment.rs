//! A payment for a month of lunches. It is paid as a sale is: the same tenders, references, rounding of cash
//! and commissions, by the same rule ([`settle_for`]).

use serde::{Deserialize, Serialize};

use super::Month;
use crate::domain::receipt::Shop;
use crate::domain::tender::{
    self, Excess, Offer, Reference, Settlement, Tender, TenderKind, Unsettled, due_in_cash,
    settle_for,
};
use crate::domain::{Moment, Money, MovementId, StudentId};

/// A payment that is to be written: its tender takes it.
///
/// The only way to get one is [`Payment::new`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    id: MovementId,
    student: StudentId,
    month: Month,
    amount: Money,
    settlement: Settlement,
    paid: tender::Payment,
}

impl Payment {
    /// So much for a pupil's month, by this tender; the same id again is the same payment. In cash what is
    /// less than a coin is let off.
    ///
    /// # Errors
    /// [`Unsettled`], but that the account may not reach: that is judged where it is written.
    pub fn new(
        id: MovementId,
        student: StudentId,
        month: Month,
        amount: Money,
        tender: &Tender,
        reference: Option<Reference>,
    ) -> Result<Self, Unsettled> {
        let handed = match tender.kind {
            TenderKind::Cash => due_in_cash(amount),
            _ => amount,
        };
        let offer = Offer {
            tender: tender.clone(),
            amount: handed,
            reference,
        };
        let settlement = settle_for(amount, &[offer], true, Excess::Back)?;
        let paid = settlement.payments().first().cloned();
        Ok(Self {
            id,
            student,
            month,
            amount,
            paid: paid.ok_or(Unsettled::NotPositive)?,
            settlement,
        })
    }

    /// Its name.
    #[must_use]
    pub const fn id(&self) -> MovementId {
        self.id
    }

    /// Whose month.
    #[must_use]
    pub const fn student(&self) -> StudentId {
        self.student
    }

    /// Which month.
    #[must_use]
    pub const fn month(&self) -> Month {
        self.month
    }

    /// What it pays of the month.
    #[must_use]
    pub const fn amount(&self) -> Money {
        self.amount
    }

    /// How it is paid.
    #[must_use]
    pub const fn paid(&self) -> &tender::Payment {
        &self.paid
    }

    /// What is let off, so that it can be paid in coins.
    #[must_use]
    pub const fn rounding(&self) -> Money {
        self.settlement.rounding()
    }

    /// Whether the drawer opens.
    #[must_use]
    pub const fn opens_drawer(&self) -> bool {
        self.settlement.opens_drawer()
    }
}

/// What the paper of a payment says: facts only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// Whose canteen.
    pub shop: Shop,
    /// The number that people read.
    pub number: i64,
    /// When.
    pub at: Moment,
    /// The till's name.
    pub till: String,
    /// Who took the money.
    pub cashier: String,
    /// The pupil.
    pub pupil: String,
    /// Their class.
    pub grade: String,
    /// The first day of the month that is paid.
    pub month: Month,
    /// What it pays of the month.
    pub amount: Money,
    /// What was let off, so that it could be paid in coins.
    pub rounding: Money,
    /// How it was paid.
    pub paid: tender::Payment,
    /// What was on the pupil's account before and after, where that paid.
    pub balance: Option<(Money, Money)>,
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::TenderId;
    use crate::domain::commission::{Commission, Payer};

    fn g(amount: i64) -> Money {
        Money::guaranies(amount)
    }

    fn paying(amount: i64, tender: &Tender, number: Option<&str>) -> Result<Payment, Unsettled> {
        let reference = number.and_then(|number| Reference::parse(number).ok());
        let month = Month::parse("2026-11").unwrap();
        let id = MovementId(Uuid::nil());
        Payment::new(id, StudentId(1), month, g(amount), tender, reference)
    }

    #[test]
    fn a_lunch_is_paid_by_the_rules_that_a_sale_is() {
        let cash = Tender::of(TenderId(2), TenderKind::Cash);
        let paid = paying(18_030, &cash, None).unwrap();
        assert_eq!((paid.paid().amount, paid.rounding()), (g(18_000), g(30)));
        assert!(paid.opens_drawer());
        let transfer = Tender::of(TenderId(6), TenderKind::Transfer);
        assert_eq!(
            paying(18_030, &transfer, None),
            Err(Unsettled::NeedsReference(TenderKind::Transfer))
        );
        assert!(paying(18_030, &transfer, Some("77")).is_ok());
        assert_eq!(paying(0, &cash, None), Err(Unsettled::NotPositive));
        let closed = Tender {
            active: false,
            ..cash
        };
        assert_eq!(
            paying(5_000, &closed, None),
            Err(Unsettled::NotTaken(TenderKind::Cash))
        );
    }

    #[test]
    fn its_commission_is_that_of_the_tender_and_a_surcharge_is_on_top() {
        let commission = Commission::new("3.5".parse().unwrap(), g(100), Payer::Customer).unwrap();
        let debit = Tender {
            commission,
            ..Tender::of(TenderId(3), TenderKind::Debit)
        };
        let paid = paying(100_000, &debit, None).unwrap();
        let of = paid.paid();
        assert_eq!((of.commission, of.surcharge), (g(3_600), g(3_600)));
        assert_eq!((of.amount, of.received), (g(100_000), g(103_600)));
    }
}
