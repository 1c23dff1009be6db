//! What stands in the way of a list, in words that let somebody mend it.

use crate::domain::Money;
use crate::domain::diet::Allergen;
use crate::i18n::{I18n, Value};

/// One thing that stands in the way, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line in the file, counted from 1.
    pub line: u64,
    /// The heading of the column, as the file writes it; `None` where it is about the whole line or file.
    pub column: Option<String>,
    /// What stands in the cell.
    pub value: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// Not text in any encoding that is read.
    NotText,
    /// A spreadsheet itself, not saved as text.
    Spreadsheet,
    /// More than [`super::MOST_BYTES`] or [`super::MOST_ROWS`].
    TooLarge,
    /// There is not one row in it.
    Empty,
    /// A column that must be there is not; its usual heading.
    MissingColumn(&'static str),
    /// Two columns say the same thing.
    DoubledColumn,
    /// A heading that seems to speak of allergies, but is none that is known: skipping it could harm.
    UnreadDiet,
    /// A quote is opened and never closed.
    UnclosedQuote,
    /// More cells than headings: a comma too many, or a number with a comma and no quotes.
    ExtraCell,
    /// The cell must say something.
    Missing,
    /// Longer than so many letters.
    TooLong(usize),
    /// No whole amount of guaraníes.
    NotMoney,
    /// An amount less than zero.
    Negative,
    /// No price: nothing, or beyond a thousand million.
    NotPrice,
    /// A limit of nothing: it may mean "may not buy" or "no limit".
    ZeroLimit,
    /// No quantity.
    NotQuantity,
    /// A part of a thing sold by the piece.
    NotWhole,
    /// None of 10, 5, 0 or «exenta».
    NotRate,
    /// Neither piece nor kilogram.
    NotUnit,
    /// Neither yes nor no.
    NotYesNo,
    /// No barcode or short code.
    NotCode,
    /// No card number.
    NotCard,
    /// A code that Excel has made a number of, such as 7,84E+12: its digits are lost.
    Scientific,
    /// The same code or card is on another line.
    Doubled {
        /// The line.
        on: u64,
    },
    /// No allergen that is known.
    UnknownAllergen(String),
    /// No diet that is known.
    UnknownDiet(String),
    /// «Libre de» something narrower than the allergen: free of lactose is not free of milk.
    TooNarrow(String),
    /// Said to contain and to be free of the same allergen.
    Contradiction(Allergen),
    /// No severity.
    NotSeverity(String),
    /// None of label, supplier, recipe, staff.
    NotSource,
    /// Neither RUC nor CI.
    NotDocument,
    /// A RUC whose check digit should be this.
    RucDigit(u32),
    /// A phone or document of a guardian without a name.
    GuardianWithoutName,
    /// Neither pupil nor staff.
    NotKind,
    /// Nothing, or less: no top-up.
    NotTopUp,
    /// No way to pay that is known or taken.
    NotTender,
    /// The tender asks for the operation's number.
    NeedsReference,
    /// Less than the least that is taken.
    BelowMinimum(Money),
    /// No card of that number, or no pupil of that name.
    NoSuchPupil,
    /// Several pupils of that name.
    SeveralPupils,
    /// The pupil has left.
    PupilLeft,
    /// No product of that code or name.
    UnknownProduct,
    /// Several products of that name.
    SeveralProducts,
}

impl Problem {
    /// The sentence for the user: where, what is wrong, what to do.
    #[must_use]
    pub fn sentence(&self, i18n: &I18n) -> String {
        let reason = self.reason.sentence(&self.value, i18n);
        let line = Value::from(self.line);
        match &self.column {
            Some(column) => i18n.text_with(
                "import-problem-in-column",
                &[
                    ("line", line),
                    ("column", column.into()),
                    ("reason", reason.into()),
                ],
            ),
            None => i18n.text_with(
                "import-problem",
                &[("line", line), ("reason", reason.into())],
            ),
        }
    }
}

impl Reason {
    /// The word for it in JSON; `import-` and it is the key of its sentence.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotText => "not-text",
            Self::Spreadsheet => "spreadsheet",
            Self::TooLarge => "too-large",
            Self::Empty => "empty",
            Self::MissingColumn(_) => "missing-column",
            Self::DoubledColumn => "doubled-column",
            Self::UnreadDiet => "unread-diet",
            Self::UnclosedQuote => "unclosed-quote",
            Self::ExtraCell => "extra-cell",
            Self::Missing => "missing",
            Self::TooLong(_) => "text-too-long",
            Self::NotMoney => "not-money",
            Self::Negative => "negative",
            Self::NotPrice => "not-price",
            Self::ZeroLimit => "zero-limit",
            Self::NotQuantity => "not-quantity",
            Self::NotWhole => "not-whole",
            Self::NotRate => "not-rate",
            Self::NotUnit => "not-unit",
            Self::NotYesNo => "not-yes-no",
            Self::NotCode => "not-code",
            Self::NotCard => "not-card",
            Self::Scientific => "scientific",
            Self::Doubled { .. } => "doubled",
            Self::UnknownAllergen(_) => "unknown-allergen",
            Self::UnknownDiet(_) => "unknown-diet",
            Self::TooNarrow(_) => "too-narrow",
            Self::Contradiction(_) => "contradiction",
            Self::NotSeverity(_) => "not-severity",
            Self::NotSource => "not-source",
            Self::NotDocument => "not-document",
            Self::RucDigit(_) => "ruc-digit",
            Self::GuardianWithoutName => "guardian-without-name",
            Self::NotKind => "not-kind",
            Self::NotTopUp => "not-top-up",
            Self::NotTender => "not-tender",
            Self::NeedsReference => "needs-reference",
            Self::BelowMinimum(_) => "below-minimum",
            Self::NoSuchPupil => "no-such-pupil",
            Self::SeveralPupils => "several-pupils",
            Self::PupilLeft => "pupil-left",
            Self::UnknownProduct => "unknown-product",
            Self::SeveralProducts => "several-products",
        }
    }

    fn sentence(&self, cell: &str, i18n: &I18n) -> String {
        let detail: Value = match self {
            Self::MissingColumn(heading) => (*heading).into(),
            Self::TooLong(most) => (*most).into(),
            Self::Doubled { on } => (*on).into(),
            Self::UnknownAllergen(name)
            | Self::UnknownDiet(name)
            | Self::TooNarrow(name)
            | Self::NotSeverity(name) => name.into(),
            Self::Contradiction(allergen) => allergen.code().unwrap_or_default().into(),
            Self::RucDigit(right) => (*right).into(),
            Self::BelowMinimum(minimum) => (*minimum).into(),
            _ => String::new().into(),
        };
        let key = format!("import-{}", self.code());
        i18n.text_with(&key, &[("value", cell.into()), ("detail", detail)])
    }

    /// One of each, for the test that each has its sentence.
    #[cfg(test)]
    pub(super) fn one_of_each() -> Vec<Self> {
        let name = || "lactosa".to_owned();
        vec![
            Self::NotText,
            Self::Spreadsheet,
            Self::TooLarge,
            Self::Empty,
            Self::MissingColumn("precio"),
            Self::DoubledColumn,
            Self::UnreadDiet,
            Self::UnclosedQuote,
            Self::ExtraCell,
            Self::Missing,
            Self::TooLong(120),
            Self::NotMoney,
            Self::Negative,
            Self::NotPrice,
            Self::ZeroLimit,
            Self::NotQuantity,
            Self::NotWhole,
            Self::NotRate,
            Self::NotUnit,
            Self::NotYesNo,
            Self::NotCode,
            Self::NotCard,
            Self::Scientific,
            Self::Doubled { on: 7 },
            Self::UnknownAllergen(name()),
            Self::UnknownDiet(name()),
            Self::TooNarrow(name()),
            Self::Contradiction(Allergen::MILK),
            Self::NotSeverity(name()),
            Self::NotSource,
            Self::NotDocument,
            Self::RucDigit(1),
            Self::GuardianWithoutName,
            Self::NotKind,
            Self::NotTopUp,
            Self::NotTender,
            Self::NeedsReference,
            Self::BelowMinimum(Money::guaranies(1_000)),
            Self::NoSuchPupil,
            Self::SeveralPupils,
            Self::PupilLeft,
            Self::UnknownProduct,
            Self::SeveralProducts,
        ]
    }
}
