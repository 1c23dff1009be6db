//! Goods that come in: from whom, by which document, how much and for how much.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{StockId, one_line};
use crate::domain::catalogue::Unit;
use crate::domain::quantity::BadQuantity;
use crate::domain::ruc::Ruc;
use crate::domain::{Money, ProductId, Quantity};

/// The most lines of one document.
pub const LINES_MAX: usize = 500;
/// The most that one line costs: a thousand million guaraníes.
const COST_MAX: Money = Money::guaranies(1_000_000_000);

/// Somebody goods are bought from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SupplierId(pub i64);

/// Somebody goods are bought from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplier {
    /// Which.
    pub id: SupplierId,
    /// Their name.
    pub name: String,
    /// Their taxpayer number.
    pub ruc: Option<Ruc>,
}

/// Whose document it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// A supplier on file.
    Known(SupplierId),
    /// One by name, with their RUC if it is known: on file, or made on the spot.
    Named {
        /// Their name.
        name: String,
        /// Their RUC; its check digit is right.
        ruc: Option<Ruc>,
    },
}

/// What was written as the cost of a line, IVA included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostOf {
    /// Of one piece or kilogram.
    Each(Money),
    /// Of all of it.
    Total(Money),
}

/// What came in of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PurchaseLine {
    product: ProductId,
    quantity: Quantity,
    cost: Money,
}

/// Why a line of a purchase is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadLine {
    /// The quantity.
    #[error(transparent)]
    Quantity(#[from] BadQuantity),
    /// The cost: less than nothing, or beyond a thousand million.
    #[error("a cost is 0 to 1.000.000.000 guaraníes")]
    Cost,
}

/// Why a purchase cannot be received.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadPurchase {
    /// Nobody it is from.
    #[error("a purchase has a supplier")]
    NoSupplier,
    /// No number of a document.
    #[error("a purchase has the number of its document")]
    NoDocument,
    /// Nothing in it.
    #[error("a purchase has lines")]
    Empty,
    /// More lines than a document has.
    #[error("a purchase has at most {LINES_MAX} lines")]
    TooLong,
    /// The lines come to another total than the document says, and nobody has agreed to that.
    #[error("the lines come to {sum}, the document says {total}")]
    Differs {
        /// Of the lines.
        sum: Money,
        /// Of the document.
        total: Money,
    },
}

/// A purchase that can be received: somebody's, numbered, not empty, its total looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Purchase {
    id: StockId,
    whose: Whose,
    document: String,
    total: Money,
    lines: Vec<PurchaseLine>,
}

impl PurchaseLine {
    /// Checks a line.
    ///
    /// # Errors
    /// [`BadLine`].
    pub fn new(
        product: ProductId,
        unit: Unit,
        quantity: Quantity,
        cost: CostOf,
    ) -> Result<Self, BadLine> {
        let quantity = quantity.sellable()?;
        if unit == Unit::Each && !quantity.is_whole() {
            return Err(BadQuantity::NotWhole.into());
        }
        let cost = match cost {
            CostOf::Total(total) => total,
            CostOf::Each(each) if each > COST_MAX => return Err(BadLine::Cost),
            CostOf::Each(each) => each.times(quantity.decimal()),
        };
        match cost.is_negative() || cost > COST_MAX {
            true => Err(BadLine::Cost),
            false => Ok(Self {
                product,
                quantity,
                cost,
            }),
        }
    }

    /// Which product.
    #[must_use]
    pub const fn product(&self) -> ProductId {
        self.product
    }

    /// How much of it.
    #[must_use]
    pub const fn quantity(&self) -> Quantity {
        self.quantity
    }

    /// What all of it costs, IVA included.
    #[must_use]
    pub const fn cost(&self) -> Money {
        self.cost
    }
}

impl Purchase {
    /// Checks a purchase. `agreed` says that somebody has seen that its total is not that of its lines.
    ///
    /// # Errors
    /// [`BadPurchase`].
    pub fn new(
        id: StockId,
        whose: Whose,
        document: &str,
        total: Money,
        lines: Vec<PurchaseLine>,
        agreed: bool,
    ) -> Result<Self, BadPurchase> {
        let document = one_line(document);
        let whose = match whose {
            Whose::Named { name, ruc } => Whose::Named {
                name: one_line(&name),
                ruc,
            },
            known @ Whose::Known(_) => known,
        };
        if matches!(&whose, Whose::Named { name, .. } if name.is_empty()) {
            return Err(BadPurchase::NoSupplier);
        } else if document_key(&document).is_empty() {
            return Err(BadPurchase::NoDocument);
        } else if lines.is_empty() {
            return Err(BadPurchase::Empty);
        } else if lines.len() > LINES_MAX {
            return Err(BadPurchase::TooLong);
        }
        let sum: Money = lines.iter().map(PurchaseLine::cost).sum();
        if sum != total && !agreed {
            return Err(BadPurchase::Differs { sum, total });
        }
        Ok(Self {
            id,
            whose,
            document,
            total,
            lines,
        })
    }

    /// Its name.
    #[must_use]
    pub const fn id(&self) -> StockId {
        self.id
    }

    /// Whose.
    #[must_use]
    pub const fn whose(&self) -> &Whose {
        &self.whose
    }

    /// The document's number, as written.
    #[must_use]
    pub fn document(&self) -> &str {
        &self.document
    }

    /// What the document says it costs.
    #[must_use]
    pub const fn total(&self) -> Money {
        self.total
    }

    /// What came in.
    #[must_use]
    pub fn lines(&self) -> &[PurchaseLine] {
        &self.lines
    }

    /// What the lines come to.
    #[must_use]
    pub fn sum(&self) -> Money {
        self.lines.iter().map(PurchaseLine::cost).sum()
    }

    /// What one of a product costs by this document: all that was paid for it over all that came, so that
    /// «12 + 1 de regalo» costs less each. `None` where all of it was a present.
    #[must_use]
    pub fn cost_of(&self, product: ProductId) -> Option<Money> {
        let of = self.lines.iter().filter(|line| line.product == product);
        let (mut quantity, mut cost) = (Quantity::ZERO, Money::ZERO);
        for line in of {
            quantity = quantity.checked_add(line.quantity)?;
            cost += line.cost;
        }
        unit_cost(cost, quantity).filter(|each| each.is_positive())
    }
}

/// What one costs where so much cost that: rounded half up to the guaraní.
#[must_use]
pub fn unit_cost(cost: Money, quantity: Quantity) -> Option<Money> {
    let exact = Decimal::from(cost.amount()).checked_div(quantity.decimal())?;
    Some(Money::guaranies(1).times(exact))
}

/// By what two writings of a document's number are one: letters in capitals, figures without the zeros
/// before them. `001-001-0004567` and `1-1-4567` are the same invoice.
#[must_use]
pub fn document_key(document: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut last: Option<bool> = None;
    for letter in document.chars() {
        let figure = letter.is_ascii_digit();
        if !letter.is_alphanumeric() {
            last = None;
            continue;
        }
        match parts.last_mut().filter(|_| last == Some(figure)) {
            Some(part) => part.extend(capital(letter)),
            None => parts.push(capital(letter).collect()),
        }
        last = Some(figure);
    }
    let bare = parts.iter().map(|part| {
        let trimmed = part.trim_start_matches('0');
        match trimmed.is_empty() && !part.is_empty() {
            true => "0",
            false => trimmed,
        }
    });
    bare.collect::<Vec<_>>().join("-")
}

fn capital(letter: char) -> impl Iterator<Item = char> {
    let letters = letter.to_uppercase();
    letters.filter(|letter| letter.is_alphanumeric())
}

/// A purchase while it is being typed: as it was left, whatever of it makes sense.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaseDraft {
    /// Its name, once it is begun.
    pub id: Option<StockId>,
    /// The supplier's name.
    pub supplier: String,
    /// Their RUC.
    pub ruc: String,
    /// The document's number.
    pub document: String,
    /// What the document says it costs.
    pub total: String,
    /// Whether the costs of the lines are of one, and not of all of it.
    pub each: bool,
    /// What came in.
    pub lines: Vec<DraftLine>,
}

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftLine {
    /// Which product.
    pub product: ProductId,
    /// How much, as typed.
    pub quantity: String,
    /// For how much, as typed.
    pub cost: String,
}

impl PurchaseDraft {
    /// Whether nothing was typed yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let fields = [&self.supplier, &self.ruc, &self.document, &self.total];
        self.lines.is_empty() && fields.iter().all(|field| field.trim().is_empty())
    }
}
