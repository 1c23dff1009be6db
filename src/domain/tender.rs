//! Ways to pay, and when a total is paid.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::account::{self, Standing};
use super::commission::{Commission, TenderIcon};
use super::{Money, TenderId};

/// The smallest coin: cash is rounded down to it (SEDECO, Res. 1670/2022).
pub const SMALLEST_COIN: i64 = 50;

/// How many kinds of note and coin there are. A number and not a length: an optimised build finds a
/// circle in a type whose size is read off a constant.
pub const PIECES: usize = 10;

/// The notes and coins of the guaraní, largest first.
pub const DENOMINATIONS: [Money; PIECES] = [
    Money::guaranies(100_000),
    Money::guaranies(50_000),
    Money::guaranies(20_000),
    Money::guaranies(10_000),
    Money::guaranies(5_000),
    Money::guaranies(2_000),
    Money::guaranies(1_000),
    Money::guaranies(500),
    Money::guaranies(100),
    Money::guaranies(50),
];

/// The kinds of tender a canteen in Paraguay meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TenderKind {
    /// The pupil's prepaid account («tarjeta alumno»).
    Account,
    /// Notes and coins.
    Cash,
    /// Debit card.
    Debit,
    /// Credit card.
    Credit,
    /// A QR payment.
    Qr,
    /// Bank transfer.
    Transfer,
    /// Mobile money («giros»).
    Giro,
    /// What goods that came back are worth. It is no tender that a canteen takes: a payment of that kind
    /// names the tender by which the money once came.
    Exchange,
}

impl TenderKind {
    /// Every kind that a canteen takes, in the order the till offers them.
    pub const ALL: [Self; 7] = [
        Self::Account,
        Self::Cash,
        Self::Debit,
        Self::Credit,
        Self::Qr,
        Self::Transfer,
        Self::Giro,
    ];

    /// The word for it on the command line, in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Account => "card",
            Self::Cash => "cash",
            Self::Debit => "debit",
            Self::Credit => "credit",
            Self::Qr => "qr",
            Self::Transfer => "transfer",
            Self::Giro => "giro",
            Self::Exchange => "exchange",
        }
    }

    /// The kind of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter().chain([Self::Exchange]);
        all.find(|kind| kind.code() == code)
    }
}

/// A way to pay, as the canteen has set it.
#[allow(clippy::struct_excessive_bools)] // as its terms say
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tender {
    /// Which.
    pub id: TenderId,
    /// Its kind.
    pub kind: TenderKind,
    /// Whether a payment must carry the number of a voucher or operation.
    pub needs_reference: bool,
    /// Whether the drawer opens.
    pub opens_drawer: bool,
    /// False if the canteen does not take it.
    pub active: bool,
    /// The canteen's own name for it; `None` for the usual one.
    #[serde(default)]
    pub name: Option<String>,
    /// How it is drawn.
    #[serde(default)]
    pub icon: TenderIcon,
    /// Whether money can be given back by it.
    #[serde(default = "yes")]
    pub refundable: bool,
    /// What it costs to be paid by it.
    #[serde(default)]
    pub commission: Commission,
}

const fn yes() -> bool {
    true
}

impl Tender {
    /// As it is taken before anybody says otherwise.
    #[must_use]
    pub const fn of(id: TenderId, kind: TenderKind) -> Self {
        let (needs_reference, icon) = match kind {
            TenderKind::Account | TenderKind::Exchange => (false, TenderIcon::Card),
            TenderKind::Cash => (false, TenderIcon::Banknote),
            TenderKind::Debit | TenderKind::Credit => (false, TenderIcon::CreditCard),
            TenderKind::Qr => (false, TenderIcon::QrCode),
            TenderKind::Transfer => (true, TenderIcon::Bank),
            TenderKind::Giro => (true, TenderIcon::Phone),
        };
        Self {
            id,
            kind,
            needs_reference,
            opens_drawer: matches!(kind, TenderKind::Cash),
            active: true,
            name: None,
            icon,
            refundable: true,
            commission: Commission::NONE,
        }
    }

    /// What a payment by it costs; notes and accounts cost nothing.
    #[must_use]
    pub const fn costs(&self) -> Commission {
        match self.kind {
            TenderKind::Account | TenderKind::Cash | TenderKind::Exchange => Commission::NONE,
            _ => self.commission,
        }
    }
}

/// The number of a voucher or operation: 1 to 40 letters, digits or marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

/// A reference is 1 to 40 characters without control characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a reference is 1 to 40 characters")]
pub struct BadReference;

impl Reference {
    /// Reads a reference as typed.
    ///
    /// # Errors
    /// [`BadReference`] if empty, too long or with control characters.
    pub fn parse(text: &str) -> Result<Self, BadReference> {
        let text = text.trim();
        let fits = (1..=40).contains(&text.chars().count());
        if fits && !text.chars().any(char::is_control) {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadReference)
        }
    }

    /// As typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Reference {
    type Error = BadReference;

    fn try_from(text: String) -> Result<Self, BadReference> {
        Self::parse(&text)
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a customer hands over: for cash, the notes and coins; else exactly what is charged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// By which tender.
    pub tender: Tender,
    /// How much.
    pub amount: Money,
    /// The voucher's number.
    pub reference: Option<Reference>,
}

/// One payment of a sale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// By which tender.
    pub tender: TenderId,
    /// Its kind when the sale was made.
    pub kind: TenderKind,
    /// What it pays; for cash after the change.
    pub amount: Money,
    /// What was handed over.
    pub received: Money,
    /// The voucher's number.
    pub reference: Option<Reference>,
    /// What the payment costs the canteen.
    #[serde(default)]
    pub commission: Money,
    /// What of it the customer pays on top of the amount.
    #[serde(default)]
    pub surcharge: Money,
    /// The canteen's own name for the tender, when the sale was made.
    #[serde(default)]
    pub name: Option<String>,
}

/// A total that is paid: payments + rounding = total, received − amounts − surcharges = change + what
/// goes to the account.
///
/// The only way to get one is [`settle`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settlement {
    payments: Vec<Payment>,
    rounding: Money,
    change: Money,
    to_account: Money,
    opens_drawer: bool,
}

impl Settlement {
    /// The payments, at most one of cash and one of the account.
    #[must_use]
    pub fn payments(&self) -> &[Payment] {
        &self.payments
    }

    /// What the customer is let off so that cash can be paid in coins; never negative.
    #[must_use]
    pub const fn rounding(&self) -> Money {
        self.rounding
    }

    /// What is given back in cash.
    #[must_use]
    pub const fn change(&self) -> Money {
        self.change
    }

    /// Change that goes to the pupil's account instead.
    #[must_use]
    pub const fn to_account(&self) -> Money {
        self.to_account
    }

    /// What the customer pays on top of the total, for commissions.
    #[must_use]
    pub fn surcharge(&self) -> Money {
        self.payments.iter().map(|of| of.surcharge).sum()
    }

    /// What being paid so costs the canteen, whoever bears it.
    #[must_use]
    pub fn commission(&self) -> Money {
        self.payments.iter().map(|of| of.commission).sum()
    }

    /// Whether a tender of it opens the drawer.
    #[must_use]
    pub const fn opens_drawer(&self) -> bool {
        self.opens_drawer
    }

    /// What was charged to the pupil's account.
    #[must_use]
    pub fn charged_to_account(&self) -> Money {
        let charges = self
            .payments
            .iter()
            .filter(|payment| payment.kind == TenderKind::Account);
        charges.map(|payment| payment.amount).sum()
    }
}

impl Settlement {
    /// With what goods that came back paid, and what the sale is let off for them to be settled in coins.
    #[must_use]
    pub(super) fn with_credit(self, mut credit: Vec<Payment>, rounding: Money) -> Self {
        credit.extend(self.payments);
        Self {
            payments: credit,
            rounding: self.rounding + rounding,
            ..self
        }
    }
}

/// Why what was offered does not pay the total.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsettled {
    /// Something is still to be paid.
    #[error("{missing} still to be paid")]
    Short {
        /// How much.
        missing: Money,
    },
    /// Without cash, more was offered than is due: nothing could be given back.
    #[error("{over} more than is due")]
    TooMuch {
        /// How much too much.
        over: Money,
    },
    /// An offer of nothing or less.
    #[error("a payment is more than nothing")]
    NotPositive,
    /// An offer beyond [`Money::MAX`].
    #[error("a payment is at most {}", Money::MAX)]
    TooLarge,
    /// Cash, or the account, twice.
    #[error("the same tender twice")]
    Twice(TenderKind),
    /// A tender that the canteen does not take.
    #[error("this tender is not taken here")]
    NotTaken(TenderKind),
    /// The tender asks for the voucher's number.
    #[error("this tender needs a reference")]
    NeedsReference(TenderKind),
    /// A charge to an account, and nobody identified.
    #[error("a charge to an account needs a pupil")]
    NobodyToCharge,
    /// The account refuses.
    #[error(transparent)]
    Account(#[from] account::Refused),
}

/// What would be due in cash for `exact`: rounded down to the smallest coin, in the customer's favour.
///
/// What is less than one coin is not let off whole, as that would be a gift.
///
/// ```
/// # use cantina::domain::{Money, tender::due_in_cash};
/// assert_eq!(due_in_cash(Money::guaranies(18_030)), Money::guaranies(18_000));
/// ```
#[must_use]
pub fn due_in_cash(exact: Money) -> Money {
    if exact.amount() < SMALLEST_COIN {
        exact
    } else {
        exact - exact.beyond_multiple_of(SMALLEST_COIN)
    }
}

/// What is given out in cash for `exact`: rounded up to the smallest coin, in the customer's favour.
///
/// ```
/// # use cantina::domain::{Money, tender::given_in_cash};
/// assert_eq!(given_in_cash(Money::guaranies(18_030)), Money::guaranies(18_050));
/// assert_eq!(given_in_cash(Money::guaranies(18_050)), Money::guaranies(18_050));
/// ```
#[must_use]
pub fn given_in_cash(exact: Money) -> Money {
    match exact.beyond_multiple_of(SMALLEST_COIN) {
        beyond if beyond.is_zero() => exact,
        beyond => exact - beyond + Money::guaranies(SMALLEST_COIN),
    }
}

/// Settles `total` with what is offered.
///
/// Cash pays what the others leave, rounded by [`due_in_cash`], and gives change; no other tender does.
///
/// # Errors
/// [`Unsettled`] says what does not fit; nothing has happened.
pub fn settle(
    total: Money,
    offers: &[Offer],
    standing: Option<&Standing>,
) -> Result<Settlement, Unsettled> {
    let settlement = settle_for(total, offers, standing.is_some(), Excess::Back)?;
    if let Some(standing) = standing {
        standing.charge(settlement.charged_to_account(), None)?;
    }
    Ok(settlement)
}

/// Where the change of a payment in cash goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Excess {
    /// Into the customer's hand.
    #[default]
    Back,
    /// To the pupil's account, as a top-up.
    ToAccount,
}

/// Whether the offers add up to the total, for a pupil or for nobody; what limits the account is not
/// looked at here.
///
/// # Errors
/// [`Unsettled`] as from [`settle`], but for its account.
pub fn settle_for(
    total: Money,
    offers: &[Offer],
    pupil: bool,
    excess: Excess,
) -> Result<Settlement, Unsettled> {
    check_each(offers)?;
    let cash = offers
        .iter()
        .find(|offer| offer.tender.kind == TenderKind::Cash);
    let others = offers
        .iter()
        .filter(|offer| offer.tender.kind != TenderKind::Cash);
    let left = total - others.map(|offer| offer.amount).sum();
    if left.is_negative() || (left.is_zero() && cash.is_some()) {
        let cash = cash.map_or(Money::ZERO, |offer| offer.amount);
        return Err(Unsettled::TooMuch { over: cash - left });
    }
    let due = if cash.is_some() {
        due_in_cash(left)
    } else {
        left
    };
    let received = cash.map_or(Money::ZERO, |offer| offer.amount);
    if received < due {
        return Err(Unsettled::Short {
            missing: due - received,
        });
    }
    let over = received - due;
    let to_account = match excess {
        Excess::ToAccount if pupil => over,
        Excess::ToAccount | Excess::Back => Money::ZERO,
    };
    let settlement = Settlement {
        payments: offers.iter().map(|offer| payment(offer, due)).collect(),
        rounding: left - due,
        change: over - to_account,
        to_account,
        opens_drawer: offers.iter().any(|offer| offer.tender.opens_drawer),
    };
    if settlement.charged_to_account().is_positive() && !pupil {
        return Err(Unsettled::NobodyToCharge);
    }
    Ok(settlement)
}

fn check_each(offers: &[Offer]) -> Result<(), Unsettled> {
    for (index, offer) in offers.iter().enumerate() {
        let kind = offer.tender.kind;
        let once = matches!(kind, TenderKind::Cash | TenderKind::Account);
        let before = &offers[..index];
        if !offer.amount.is_positive() {
            return Err(Unsettled::NotPositive);
        } else if offer.amount > Money::MAX {
            return Err(Unsettled::TooLarge);
        } else if !offer.tender.active {
            return Err(Unsettled::NotTaken(kind));
        } else if once && before.iter().any(|other| other.tender.kind == kind) {
            return Err(Unsettled::Twice(kind));
        } else if offer.tender.needs_reference && offer.reference.is_none() {
            return Err(Unsettled::NeedsReference(kind));
        }
    }
    Ok(())
}

fn payment(offer: &Offer, due_in_cash: Money) -> Payment {
    let kind = offer.tender.kind;
    let costs = offer.tender.costs();
    let surcharge = costs.surcharge(offer.amount);
    Payment {
        tender: offer.tender.id,
        kind,
        amount: if kind == TenderKind::Cash {
            due_in_cash
        } else {
            offer.amount
        },
        received: offer.amount + surcharge,
        reference: offer.reference.clone(),
        commission: costs.of(offer.amount),
        surcharge,
        name: offer.tender.name.clone(),
    }
}

/// Up to four amounts a customer is likely to hand over for `due`: the exact one first, then sums of few notes.
#[must_use]
pub fn likely_cash(due: Money) -> Vec<Money> {
    let mut likely = vec![due];
    let mut notes: Vec<Money> = DENOMINATIONS[..6].to_vec();
    notes.reverse();
    for note in notes {
        let note = note.amount();
        let up = (due.amount() + note - 1).div_euclid(note) * note;
        let sensible = up - due.amount() < note && (up == note || up / note <= 3);
        if due.is_positive() && sensible && !likely.contains(&Money::guaranies(up)) {
            likely.push(Money::guaranies(up));
        }
    }
    likely.sort_unstable();
    likely.truncate(4);
    likely
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn g(amount: i64) -> Money {
        Money::guaranies(amount)
    }

    fn offer(kind: TenderKind, amount: i64) -> Offer {
        Offer {
            tender: Tender::of(TenderId(1), kind),
            amount: g(amount),
            reference: None,
        }
    }

    fn rich() -> Standing {
        Standing {
            balance: g(26_000),
            credit_limit: Money::ZERO,
            daily_limit: None,
            spent_today: Money::ZERO,
        }
    }

    /// SEDECO Res. 1670/2022: to the ₲ 50 below, in the customer's favour.
    /// SEDECO, Res. 1670/2022: cash is rounded down to the multiple of ₲ 50, in the customer's favour.
    #[test]
    fn cash_is_rounded_to_50_in_the_customers_favour() {
        for (total, due) in [
            (18_000, 18_000),
            (18_049, 18_000),
            (18_050, 18_050),
            (18_099, 18_050),
            (18_001, 18_000),
            (99_999, 99_950),
            (100_000, 100_000),
            (99, 50),
            (50, 50),
            // Less than the smallest coin cannot be let off: it is paid exactly.
            (49, 49),
            (1, 1),
        ] {
            assert_eq!(due_in_cash(g(total)), g(due));
        }
    }

    #[test]
    fn change_is_what_was_received_less_what_was_due() {
        let paid = settle(g(18_030), &[offer(TenderKind::Cash, 20_000)], None).unwrap();
        assert_eq!((paid.change(), paid.rounding()), (g(2_000), g(30)));
        assert_eq!(paid.payments()[0].amount, g(18_000));
        assert!(paid.opens_drawer());
    }

    #[test]
    fn only_the_cash_part_of_a_mix_is_rounded() {
        let mix = [
            offer(TenderKind::Account, 5_010),
            offer(TenderKind::Cash, 13_000),
        ];
        let paid = settle(g(18_030), &mix, Some(&rich())).unwrap();
        assert_eq!((paid.rounding(), paid.change()), (g(20), Money::ZERO));
    }

    #[test]
    fn a_card_is_never_charged_more_than_is_due() {
        let over = settle(g(18_000), &[offer(TenderKind::Debit, 20_000)], None);
        assert_eq!(over, Err(Unsettled::TooMuch { over: g(2_000) }));
    }

    #[test]
    fn what_does_not_pay_says_why() {
        let total = g(18_000);
        let err = |offers: &[Offer]| settle(total, offers, Some(&rich())).unwrap_err();
        assert_eq!(err(&[]), Unsettled::Short { missing: total });
        assert_eq!(
            err(&[offer(TenderKind::Cash, 17_950)]),
            Unsettled::Short { missing: g(50) }
        );
        assert_eq!(err(&[offer(TenderKind::Cash, 0)]), Unsettled::NotPositive);
        assert_eq!(
            err(&[offer(TenderKind::Cash, i64::MAX)]),
            Unsettled::TooLarge
        );
        assert_eq!(
            err(&[offer(TenderKind::Cash, i64::MIN)]),
            Unsettled::NotPositive
        );
        let twice = [
            offer(TenderKind::Cash, 9_000),
            offer(TenderKind::Cash, 9_000),
        ];
        assert_eq!(err(&twice), Unsettled::Twice(TenderKind::Cash));
        let transfer = [offer(TenderKind::Transfer, 18_000)];
        assert_eq!(
            err(&transfer),
            Unsettled::NeedsReference(TenderKind::Transfer)
        );
        let account = [offer(TenderKind::Account, 18_000)];
        assert_eq!(
            settle(total, &account, None),
            Err(Unsettled::NobodyToCharge)
        );
    }

    #[test]
    fn the_buttons_offer_notes_that_make_sense() {
        assert_eq!(
            likely_cash(g(18_000)),
            [g(18_000), g(20_000), g(50_000), g(100_000)]
        );
        assert_eq!(likely_cash(g(3_500))[..3], [g(3_500), g(4_000), g(5_000)]);
        assert_eq!(likely_cash(g(100_000)), [g(100_000)]);
    }

    proptest! {
        #[test]
        fn money_in_is_money_out(
            total in 1_i64..1_000_000,
            card in 0_i64..30_000,
            debit in 0_i64..300_000,
            cash in 0_i64..1_200_000,
        ) {
            let parts = [
                (TenderKind::Account, card),
                (TenderKind::Debit, debit),
                (TenderKind::Cash, cash),
            ];
            let offers: Vec<_> = parts
                .into_iter()
                .filter(|(_, amount)| *amount > 0)
                .map(|(kind, amount)| offer(kind, amount))
                .collect();
            if let Ok(paid) = settle(g(total), &offers, Some(&rich())) {
                let amounts: Money = paid.payments().iter().map(|payment| payment.amount).sum();
                let received: Money = paid.payments().iter().map(|payment| payment.received).sum();
                prop_assert_eq!(amounts + paid.rounding(), g(total));
                prop_assert_eq!(received - amounts, paid.change());
                prop_assert!((0..SMALLEST_COIN).contains(&paid.rounding().amount()));
                prop_assert!(!paid.change().is_negative());
            }
        }

        #[test]
        fn every_button_pays(due in 1_i64..500_000) {
            for cash in likely_cash(due_in_cash(g(due))) {
                prop_assert!(settle(g(due), &[offer(TenderKind::Cash, cash.amount())], None).is_ok());
            }
        }
    }
}
