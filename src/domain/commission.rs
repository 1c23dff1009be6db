//! What it costs to be paid: the commission of a card or a wallet, and who bears it.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{BusinessDay, Money, TenderId};

/// Who pays a commission.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Payer {
    /// It is a cost of the canteen.
    #[default]
    Canteen,
    /// The customer pays it on top of that part of the total.
    Customer,
}

impl Payer {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Canteen, Self::Customer];

    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Canteen => "canteen",
            Self::Customer => "customer",
        }
    }

    /// The one of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|payer| payer.code() == code)
    }
}

/// A share of the payment and a fixed amount.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commission {
    percent: Decimal,
    fixed: Money,
    payer: Payer,
}

/// Why a commission is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadCommission {
    /// Not from 0 to 50 per cent with at most 4 decimals.
    #[error("a commission is from 0 to 50 per cent")]
    Percent,
    /// Not from 0 to 1.000.000.
    #[error("a fixed commission is from 0 to 1.000.000 guaraníes")]
    Fixed,
}

impl Commission {
    /// Nothing.
    pub const NONE: Self = Self {
        percent: Decimal::ZERO,
        fixed: Money::ZERO,
        payer: Payer::Canteen,
    };

    /// So many per cent of a payment and a fixed amount, borne by `payer`.
    ///
    /// # Errors
    /// [`BadCommission`] beyond what any contract asks.
    pub fn new(percent: Decimal, fixed: Money, payer: Payer) -> Result<Self, BadCommission> {
        let sensible = percent >= Decimal::ZERO && percent <= Decimal::from(50);
        if !sensible || percent.normalize().scale() > 4 {
            Err(BadCommission::Percent)
        } else if fixed.is_negative() || fixed > Money::guaranies(1_000_000) {
            Err(BadCommission::Fixed)
        } else {
            let percent = percent.normalize();
            Ok(Self {
                percent,
                fixed,
                payer,
            })
        }
    }

    /// The share of the payment.
    #[must_use]
    pub const fn percent(self) -> Decimal {
        self.percent
    }

    /// What each payment costs beside it.
    #[must_use]
    pub const fn fixed(self) -> Money {
        self.fixed
    }

    /// Who bears it.
    #[must_use]
    pub const fn payer(self) -> Payer {
        self.payer
    }

    /// Whether it is nothing.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.percent.is_zero() && self.fixed.is_zero()
    }

    /// What a payment of `amount` costs: the share rounded half up to the guaraní, then the fixed amount.
    ///
    /// ```
    /// # use cantina::domain::{Money, commission::{Commission, Payer}};
    /// let of = Commission::new("3.3".parse().unwrap(), Money::guaranies(500), Payer::Canteen).unwrap();
    /// assert_eq!(of.of(Money::guaranies(15_500)), Money::guaranies(512 + 500));
    /// ```
    #[must_use]
    pub fn of(self, amount: Money) -> Money {
        if amount.is_positive() {
            amount.times(self.percent / Decimal::ONE_HUNDRED) + self.fixed
        } else {
            Money::ZERO
        }
    }

    /// What of it the customer pays on top of `amount`.
    #[must_use]
    pub fn surcharge(self, amount: Money) -> Money {
        match self.payer {
            Payer::Canteen => Money::ZERO,
            Payer::Customer => self.of(amount),
        }
    }
}

/// How a tender is drawn where it is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TenderIcon {
    /// A pupil's card.
    Card,
    /// Notes.
    Banknote,
    /// A bank's card.
    #[default]
    CreditCard,
    /// A code that is photographed.
    QrCode,
    /// A telephone.
    Phone,
    /// A bank.
    Bank,
    /// A hand.
    Coins,
}

impl TenderIcon {
    /// All there are.
    pub const ALL: [Self; 7] = [
        Self::Card,
        Self::Banknote,
        Self::CreditCard,
        Self::QrCode,
        Self::Phone,
        Self::Bank,
        Self::Coins,
    ];

    /// The word for it in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Banknote => "banknote",
            Self::CreditCard => "credit_card",
            Self::QrCode => "qr_code",
            Self::Phone => "phone",
            Self::Bank => "bank",
            Self::Coins => "coins",
        }
    }

    /// The one of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|icon| icon.code() == code)
    }
}

/// On what terms a tender is taken from a day on.
#[allow(clippy::struct_excessive_bools)] // four answers to four questions of the form
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Which.
    pub tender: TenderId,
    /// The first day on which they hold.
    pub since: BusinessDay,
    /// The canteen's own name for it; `None` for the usual one.
    pub name: Option<String>,
    /// How it is drawn.
    pub icon: TenderIcon,
    /// Its place among the others, from 1.
    pub place: u16,
    /// Whether a voucher's number must be noted.
    pub needs_reference: bool,
    /// Whether the drawer opens for it.
    pub opens_drawer: bool,
    /// Whether money can be given back by it.
    pub refundable: bool,
    /// Whether it is taken.
    pub active: bool,
    /// What it costs.
    pub commission: Commission,
}

/// Terms that were written down, for the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastTerms {
    /// What.
    pub terms: Terms,
    /// When, in UTC milliseconds.
    pub at: i64,
    /// By whom.
    pub by: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sources: percentages as Paraguayan acquirers publish them (debit about 2.2 %, credit 3.3 % to
    /// 6 %, plus a fixed amount for some wallets); the exact figures are worked out by hand, amount ×
    /// per cent ÷ 100, half a guaraní upwards.
    #[test]
    fn a_commission_is_exact_to_the_guarani() {
        for (percent, fixed, amount, cost) in [
            ("0", 0, 18_000, 0),
            ("3.3", 0, 18_000, 594),
            ("3.3", 0, 15_500, 512),  // 511.5 upwards
            ("3.3", 0, 15_000, 495),  // exact
            ("2.2", 0, 4_090, 90),    // 89.98
            ("2.2", 0, 4_068, 89),    // 89.496
            ("6.05", 0, 10_000, 605), // exact
            ("0.5", 0, 99, 0),        // 0.495
            ("0.5", 0, 100, 1),       // 0.5 upwards
            ("0", 1_100, 1, 1_100),
            ("2.75", 350, 7_000, 543), // 192.5 upwards + 350
            ("50", 0, 1, 1),           // 0.5 upwards
        ] {
            let commission = Commission::new(
                percent.parse().unwrap(),
                Money::guaranies(fixed),
                Payer::Customer,
            )
            .unwrap();
            let amount = Money::guaranies(amount);
            assert_eq!(
                commission.of(amount),
                Money::guaranies(cost),
                "{percent} {amount}"
            );
            assert_eq!(commission.surcharge(amount), Money::guaranies(cost));
            let ours = Commission::new(commission.percent(), commission.fixed(), Payer::Canteen);
            assert_eq!(ours.unwrap().surcharge(amount), Money::ZERO);
        }
    }

    #[test]
    fn what_no_contract_asks_is_no_commission() {
        let new = |percent: &str, fixed| {
            let percent = percent.parse().unwrap();
            Commission::new(percent, Money::guaranies(fixed), Payer::Canteen)
        };
        for percent in ["-1", "50.01", "1.23456"] {
            assert_eq!(new(percent, 0), Err(BadCommission::Percent), "{percent}");
        }
        assert_eq!(new("1", -1), Err(BadCommission::Fixed));
        assert_eq!(new("1", 1_000_001), Err(BadCommission::Fixed));
        assert!(new("0", 0).unwrap().is_none());
    }
}
