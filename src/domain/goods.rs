//! Products as the canteen keeps them: what a form holds, how many are changed at once, and what a scale
//! prints on the label of what it weighs.

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use super::catalogue::{BadPrice, Price, StockRule, Unit};
use super::code::Code;
use super::tax::Rate;
use super::{BusinessDay, Money, PriceListId, Quantity};

/// Prices that are worked out end in a multiple of so many guaraníes: the smallest coin.
pub const PRICE_STEP: i64 = 50;

/// The colour of a tile: one of six that everybody can tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct TileColour(u8);

impl TileColour {
    /// How many there are.
    pub const COUNT: u8 = 6;

    /// The colour of that number, from 1.
    #[must_use]
    pub const fn new(number: u8) -> Option<Self> {
        match number {
            1..=Self::COUNT => Some(Self(number)),
            _ => None,
        }
    }

    /// Its number, from 1.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=Self::COUNT).map(Self)
    }
}

/// What the last five figures of a scale's label say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holds {
    /// Grams.
    Weight,
    /// Guaraníes.
    Price,
}

impl Holds {
    /// The word for it in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Price => "price",
        }
    }

    /// The one of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Weight, Self::Price]
            .into_iter()
            .find(|of| of.code() == code)
    }
}

/// Under which number a scale prints labels of a product.
///
/// Such a label is an EAN-13 whose prefix is free for use inside a shop, 20 to 29 (GS1 General
/// Specifications, 1.4.2): prefix, PLU of five figures, weight or price of five figures, check digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scale {
    prefix: u8,
    plu: u32,
    /// What the label says.
    pub holds: Holds,
}

/// A prefix is 20 to 29, a PLU has at most five figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a prefix is 20 to 29 and a PLU 0 to 99999")]
pub struct BadScale;

impl Scale {
    /// The labels of that prefix and PLU.
    ///
    /// # Errors
    /// [`BadScale`].
    pub const fn new(prefix: u8, plu: u32, holds: Holds) -> Result<Self, BadScale> {
        if prefix >= 20 && prefix <= 29 && plu <= 99_999 {
            Ok(Self { prefix, plu, holds })
        } else {
            Err(BadScale)
        }
    }

    /// 20 to 29.
    #[must_use]
    pub const fn prefix(self) -> u8 {
        self.prefix
    }

    /// The product's number on the scale.
    #[must_use]
    pub const fn plu(self) -> u32 {
        self.plu
    }
}

/// A scale's label as it was scanned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// 20 to 29.
    pub prefix: u8,
    /// Which product, by its number on the scale.
    pub plu: u32,
    /// Grams or guaraníes.
    pub value: u32,
}

impl Label {
    /// Reads a code as a scale's label; `None` if it is none, or its check digit is wrong.
    ///
    /// ```
    /// # use cantina::domain::{code::Code, goods::Label};
    /// let label = Label::read(&Code::parse("2001234003506").unwrap()).unwrap();
    /// assert_eq!((label.prefix, label.plu, label.value), (20, 1234, 350));
    /// ```
    #[must_use]
    pub fn read(code: &Code) -> Option<Self> {
        let text = code.as_str();
        if text.len() != 13 || !code.is_ean() {
            return None;
        }
        let part = |from: usize, to: usize| text.get(from..to)?.parse::<u32>().ok();
        let prefix = u8::try_from(part(0, 2)?).ok()?;
        (20..=29).contains(&prefix).then_some(())?;
        Some(Self {
            prefix,
            plu: part(2, 7)?,
            value: part(7, 12)?,
        })
    }

    /// How much of a product at that price for a kilogram it is. A label that says a price is turned into
    /// grams, half a gram upwards: the till charges what those grams cost, which can be some guaraníes
    /// from the label.
    #[must_use]
    pub fn quantity(self, holds: Holds, price: Price) -> Quantity {
        match holds {
            Holds::Weight => Quantity::thousandths(i64::from(self.value)),
            Holds::Price => {
                let grams = Decimal::from(self.value) * Decimal::ONE_THOUSAND
                    / Decimal::from(price.amount().amount());
                let whole = grams.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
                Quantity::thousandths(whole.to_i64().unwrap_or(0))
            }
        }
    }
}

/// How a product looks on a tile, and what a scale prints of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    /// Its place among the fixed favourites, from 1; the rest comes after.
    pub place: Option<u16>,
    /// The colour of its tile.
    pub colour: Option<TileColour>,
    /// Whether there is a picture.
    pub photo: bool,
    /// Its labels.
    pub scale: Option<Scale>,
}

/// What a price becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceRule {
    /// So many per cent more, or less.
    Percent(Decimal),
    /// This.
    To(Price),
}

impl PriceRule {
    /// The new price, rounded half up to [`PRICE_STEP`] where it is worked out.
    ///
    /// ```
    /// # use cantina::domain::{catalogue::Price, goods::PriceRule};
    /// let up = PriceRule::Percent("7.5".parse().unwrap());
    /// assert_eq!(up.apply(Price::try_from(4_500).unwrap()), Price::try_from(4_850)); // 4837.5
    /// ```
    ///
    /// # Errors
    /// [`BadPrice`] where nothing would be left, or too much.
    pub fn apply(self, price: Price) -> Result<Price, BadPrice> {
        match self {
            Self::To(price) => Ok(price),
            Self::Percent(percent) => {
                let exact = Decimal::from(price.amount().amount())
                    .checked_mul(Decimal::ONE + percent / Decimal::ONE_HUNDRED)
                    .ok_or(BadPrice)?;
                let steps = (exact / Decimal::from(PRICE_STEP))
                    .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
                let amount = steps
                    .to_i64()
                    .and_then(|steps| steps.checked_mul(PRICE_STEP));
                Price::try_from(amount.ok_or(BadPrice)?)
            }
        }
    }
}

/// What is changed of many products at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MassChange {
    /// Into the category of that name, made if it is new.
    Category(String),
    /// Another IVA.
    Rate(Rate),
    /// Other prices in the general list.
    Price(PriceRule),
    /// Sold, or not any more.
    Active(bool),
    /// Always among the favourites, or not.
    Favourite(bool),
}

/// What one of them becomes by it, as it was shown before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MassEdit {
    /// Into the category of that name, made if it is new.
    Category(String),
    /// Another IVA.
    Rate(Rate),
    /// Another price in the general list, from that day on.
    Price(Price, BusinessDay),
    /// Sold, or not any more.
    Active(bool),
    /// Always among the favourites, or not.
    Favourite(bool),
}

/// A price that is said: in which list, from which day on; without an amount the list has none of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPrice {
    /// The list.
    pub list: PriceListId,
    /// The price.
    pub amount: Option<Price>,
    /// The first day on which it holds.
    pub since: BusinessDay,
}

/// What becomes of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum NewPhoto {
    /// It stays.
    #[default]
    Kept,
    /// There is none any more.
    Gone,
    /// This one, as PNG.
    Of(Vec<u8>),
}

/// A product as the form leaves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// «Empanada de carne».
    pub name: String,
    /// The category by name; made if it is new.
    pub category: String,
    /// Barcodes and short codes.
    pub codes: Vec<Code>,
    /// What a scale prints of it.
    pub scale: Option<Scale>,
    /// What it costs the canteen, if known.
    pub cost: Option<Money>,
    /// IVA.
    pub rate: Rate,
    /// Piece or kilogram.
    pub unit: Unit,
    /// What to do when there is none.
    pub stock_rule: StockRule,
    /// Warn at and below.
    pub stock_minimum: Quantity,
    /// Always among the favourites.
    pub favourite: bool,
    /// Its place there.
    pub place: Option<u16>,
    /// The colour of its tile.
    pub colour: Option<TileColour>,
    /// Whether it is sold.
    pub active: bool,
    /// As on the label.
    pub ingredients: Option<String>,
    /// Prices that are said now; what holds stays where none is.
    pub prices: Vec<NewPrice>,
    /// Its picture.
    pub photo: NewPhoto,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_an_ean_of_the_shops_own_prefixes_is_a_scales_label() {
        for no in [
            "7792052014625",
            "2001234003509",
            "200123400350",
            "3001234003507",
            "X",
        ] {
            assert_eq!(Label::read(&Code::parse(no).unwrap()), None, "{no}");
        }
    }

    #[test]
    fn a_label_says_grams_or_a_price_that_is_turned_into_grams() {
        let price = Price::try_from(45_000).unwrap();
        let label = |value| Label {
            prefix: 20,
            plu: 1,
            value,
        };
        let grams = |holds, value| label(value).quantity(holds, price).in_thousandths();
        assert_eq!(grams(Holds::Weight, 350), 350);
        assert_eq!(grams(Holds::Price, 15_750), 350);
        assert_eq!(grams(Holds::Price, 22), 0); // 0.49 g: nothing that can be sold
        assert_eq!(grams(Holds::Price, 23), 1); // 0.51 g
    }

    #[test]
    fn a_scale_has_a_prefix_of_the_shops_own_and_a_plu_of_five_figures() {
        assert!(Scale::new(20, 0, Holds::Weight).is_ok());
        assert!(Scale::new(29, 99_999, Holds::Price).is_ok());
        for (prefix, plu) in [(19, 1), (30, 1), (20, 100_000)] {
            assert_eq!(Scale::new(prefix, plu, Holds::Weight), Err(BadScale));
        }
    }

    #[test]
    fn a_price_by_per_cent_ends_in_fifties_and_is_never_nothing() {
        let price = |amount| Price::try_from(amount).unwrap();
        let by = |percent: &str, amount| {
            PriceRule::Percent(percent.parse().unwrap()).apply(price(amount))
        };
        for (percent, before, after) in [
            ("10", 4_500, 4_950),
            ("10", 5_000, 5_500),
            ("-10", 5_000, 4_500),
            ("3.3", 1_000, 1_050), // 1033
            ("2", 1_000, 1_000),   // 1020
            ("2.5", 1_000, 1_050), // 1025, half upwards
            ("0", 4_990, 5_000),   // only rounded
        ] {
            assert_eq!(by(percent, before), Ok(price(after)), "{percent} {before}");
        }
        assert_eq!(by("-100", 5_000), Err(BadPrice));
        assert_eq!(by("-50", 40), Err(BadPrice));
        assert_eq!(by("100000000", 1_000_000_000), Err(BadPrice));
    }

    proptest! {
        #[test]
        fn rounding_moves_a_price_by_half_a_step_at_most(amount in 50_i64..10_000_000, tenths in -900_i64..5_000) {
            let percent = Decimal::new(tenths, 1);
            let exact = Decimal::from(amount) * (Decimal::ONE + percent / Decimal::ONE_HUNDRED);
            let half = Decimal::from(PRICE_STEP / 2);
            match PriceRule::Percent(percent).apply(Price::try_from(amount).unwrap()) {
                Ok(price) => {
                    let after = price.amount().amount();
                    prop_assert_eq!(after % PRICE_STEP, 0);
                    prop_assert!((Decimal::from(after) - exact).abs() <= half);
                }
                Err(BadPrice) => prop_assert!(exact < half, "{} is left", exact),
            }
        }

        #[test]
        fn every_label_reads_back_as_it_was_printed(prefix in 20_u8..=29, plu in 0_u32..=99_999, value in 0_u32..=99_999) {
            let body = format!("{prefix}{plu:05}{value:05}");
            let check = crate::domain::code::ean_check_digit(&body).unwrap();
            let code = Code::parse(&format!("{body}{check}")).unwrap();
            prop_assert_eq!(Label::read(&code), Some(Label { prefix, plu, value }));
        }
    }
}
