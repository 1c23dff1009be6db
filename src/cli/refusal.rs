//! Why a command did not do what it was asked: a word for programs, a sentence for people.

use std::error::Error as _;
use std::io::ErrorKind;
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::app::tour;
use crate::domain::account;
use crate::domain::cart::{CartError, Conflict, Unready};
use crate::domain::diet::{Against, BadPolicyFile, NotYours, Reason, Response};
use crate::domain::quantity::BadQuantity;
use crate::domain::student::CardRefused;
use crate::domain::tender::Unsettled;
use crate::domain::user::NotApproved;
use crate::i18n::{self, I18n};
use crate::till::failure::{self, Told};
use crate::till::{Closing, NotChanged, PinRefused};
use crate::{settings, store, till};

/// Why a command did not do it. Nothing was written.
#[derive(Debug)]
pub struct Refusal {
    /// Stable once landed.
    code: &'static str,
    /// The sentence's key, where it is not `cli-` and the code.
    key: Option<&'static str>,
    told: Vec<(&'static str, i18n::Value)>,
    /// What stands against the pupil, where that is why.
    conflicts: Vec<Value>,
    /// The arguments themselves are wrong, whatever the canteen is like.
    wrong_usage: bool,
}

impl Refusal {
    /// The refusal of that code, whose sentence is `cli-` and the code.
    pub const fn new(code: &'static str) -> Self {
        Self {
            code,
            key: None,
            told: Vec::new(),
            conflicts: Vec::new(),
            wrong_usage: false,
        }
    }

    /// The arguments were wrong: the exit status is that of wrong usage.
    pub const fn for_wrong_usage(mut self) -> Self {
        self.wrong_usage = true;
        self
    }

    /// 2 for wrong usage, else 1.
    pub fn exit(&self) -> ExitCode {
        ExitCode::from(if self.wrong_usage { 2 } else { 1 })
    }

    /// Tells the sentence what it speaks of.
    pub fn told(mut self, name: &'static str, value: impl Into<i18n::Value>) -> Self {
        self.told.push((name, value.into()));
        self
    }

    /// With another sentence than that of its code.
    pub fn said(self, key: &'static str) -> Self {
        Self {
            key: Some(key),
            ..self
        }
    }

    /// With what stands against the pupil.
    pub fn against(self, conflicts: Vec<Value>) -> Self {
        Self { conflicts, ..self }
    }

    /// What happened and what to do, on one line.
    pub fn message(&self, words: &I18n) -> String {
        let key = self.key.map_or_else(
            || format!("cli-{}", self.code.replace('_', "-")),
            str::to_owned,
        );
        words.text_with(&key, &self.told).replace('\n', " ")
    }

    /// `{"error":{"code":…,"message":…}}`, and `"conflicts"` where a restriction is why.
    pub fn json(&self, words: &I18n) -> Value {
        let mut error = json!({ "code": self.code, "message": self.message(words) });
        if !self.conflicts.is_empty() {
            error["conflicts"] = self.conflicts.clone().into();
        }
        json!({ "error": error })
    }
}

impl Refusal {
    /// With the sentence that the screen says too.
    fn saying(code: &'static str, told: Told) -> Self {
        Self {
            code,
            key: Some(told.key),
            told: told.values,
            conflicts: Vec::new(),
            wrong_usage: false,
        }
    }
}

impl From<settings::Error> for Refusal {
    fn from(error: settings::Error) -> Self {
        Self::saying(settings_code(&error), failure::of_settings(&error))
    }
}

/// A full or write-protected disk has the same word wherever it is met.
fn settings_code(error: &settings::Error) -> &'static str {
    let cause = error.source().and_then(|cause| cause.downcast_ref());
    match cause.map(std::io::Error::kind) {
        Some(ErrorKind::StorageFull) => "disk_full",
        Some(ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => "read_only",
        _ => "settings",
    }
}

impl From<tour::Error> for Refusal {
    fn from(error: tour::Error) -> Self {
        match error {
            tour::Error::Till(error) => error.into(),
            tour::Error::Store(error) => error.into(),
            tour::Error::Closing(error) => error.into(),
            tour::Error::Io(error) => error.into(),
            tour::Error::Png(error) => Self::new("no_picture").told("cause", error.to_string()),
            tour::Error::Ticket(error) => Self::new("no_picture").told("cause", error.to_string()),
            tour::Error::Missing(what) => Self::new("demo_lacks").told("what", what),
        }
    }
}

impl From<till::Error> for Refusal {
    fn from(error: till::Error) -> Self {
        match error {
            till::Error::Settings(error) => error.into(),
            till::Error::Store(error) => error.into(),
            till::Error::Setting(..) => Self::saying("bad_setting", failure::of_till(&error)),
            till::Error::Printer(error) => Self::saying("bad_printer", failure::of_address(&error)),
            till::Error::Thread(error) => error.into(),
            till::Error::Closing(closing) => closing.into(),
        }
    }
}

impl From<store::Error> for Refusal {
    fn from(error: store::Error) -> Self {
        use store::Error;
        let refusal = Self::new(error.code());
        match error {
            Error::Account(refused) => refused.into(),
            Error::Card(CardRefused::Expired(day)) => refusal.told("day", day),
            Error::Card(CardRefused::Blocked | CardRefused::Replaced) => refusal,
            Error::Restricted(conflicts) => Unready::Restricted(conflicts).into(),
            Error::OutOfStock { name, left } => refusal.told("name", name).told("left", left),
            Error::AlreadySold { number } => refusal.told("number", number),
            error => Self::saying(error.code(), failure::of_store(&error)),
        }
    }
}

impl From<BadPolicyFile> for Refusal {
    fn from(bad: BadPolicyFile) -> Self {
        Self::saying("bad_policy", failure::of_policy(&bad))
    }
}

impl From<NotChanged> for Refusal {
    fn from(why: NotChanged) -> Self {
        match why {
            NotChanged::NotYours(NotYours::NoRight) => Self::new("diet_no_right"),
            NotChanged::NotYours(NotYours::Milder(state, severity)) => Self::new("diet_not_yours")
                .told("state", state.code())
                .told("severity", severity.code()),
            NotChanged::BadFile(bad) => bad.into(),
            NotChanged::Store(error) => error.into(),
            NotChanged::Closing(closing) => closing.into(),
        }
    }
}

impl From<std::io::Error> for Refusal {
    fn from(error: std::io::Error) -> Self {
        store::Error::from(error).into()
    }
}

impl From<Closing> for Refusal {
    fn from(_: Closing) -> Self {
        Self::saying("closing", failure::of_closing())
    }
}

impl From<account::Refused> for Refusal {
    fn from(refused: account::Refused) -> Self {
        use account::Refused;
        let refusal = Self::new(refused.code());
        match refused {
            Refused::InsufficientBalance { available } => refusal.told("available", available),
            Refused::OverDailyLimit { left }
            | Refused::OverWeeklyLimit { left }
            | Refused::OverMonthlyLimit { left }
            | Refused::OverMealLimit { left } => refusal.told("left", left),
            Refused::TooManyItems { left } => refusal.told("left", left),
            Refused::OutsideHours { hours } => refusal.told("hours", hours.to_string()),
            Refused::BlockedProduct { product } | Refused::BlockedCategory { product, .. } => {
                refusal.told("product", product.0)
            }
        }
    }
}

impl From<BadQuantity> for Refusal {
    fn from(wrong: BadQuantity) -> Self {
        Self::new("bad_quantity").said(match wrong {
            BadQuantity::NotANumber => "cli-quantity-no-number",
            BadQuantity::NotPositive => "cli-quantity-not-positive",
            BadQuantity::TooLarge => "cli-quantity-too-large",
            BadQuantity::NotWhole => "cli-quantity-not-whole",
        })
    }
}

impl Refusal {
    /// Why a product does not go into the cart.
    pub fn of_item(error: &CartError, name: &str) -> Self {
        match error {
            CartError::Quantity(wrong) => (*wrong).into(),
            CartError::NoPrice => Self::new("no_price").told("name", name),
            CartError::OutOfStock { left } => Self::new("out_of_stock")
                .told("name", name)
                .told("left", *left),
            CartError::TooManyLines => Self::new("too_many_lines"),
            CartError::NoSuchLine | CartError::BadDiscount => {
                let error = store::Error::Unexpected(error.to_string());
                error.into()
            }
        }
    }
}

impl From<Unready> for Refusal {
    fn from(unready: Unready) -> Self {
        match unready {
            Unready::Empty => Self::new("empty_cart"),
            Unready::NothingToPay => Self::new("no_price").said("cli-nothing-to-pay"),
            Unready::Restricted(conflicts) => {
                let names: Vec<&str> = conflicts
                    .iter()
                    .map(|conflict| conflict.product.name.as_str())
                    .collect();
                let refused = conflicts
                    .iter()
                    .any(|conflict| conflict.response() == Response::Refuse);
                let refusal = Self {
                    conflicts: conflicts.iter().map(conflict_json).collect(),
                    ..Self::new("restricted").told("names", names.join(", "))
                };
                match refused {
                    true => refusal.said("cli-restricted-refused"),
                    false => refusal,
                }
            }
        }
    }
}

/// A product, what the policy asks for, and why.
fn conflict_json(conflict: &Conflict) -> Value {
    json!({
        "product": conflict.product.id.0,
        "name": conflict.product.name,
        "response": conflict.response().code(),
        "reasons": conflict.reasons.iter().map(reason_json).collect::<Vec<_>>(),
    })
}

/// What the canteen added has no code: its number stands for it.
pub(super) fn reason_json(reason: &Reason) -> Value {
    let response = reason.response.code();
    match &reason.against {
        Against::Allergy(restriction, knowledge) => json!({
            "allergen": code_or_number(restriction.allergen.code(), restriction.allergen.0),
            "severity": restriction.severity.code(),
            "state": knowledge.state.code(),
            "response": response,
        }),
        Against::Diet(wish, _) => json!({
            "diet": code_or_number(wish.diet.code(), wish.diet.0),
            "response": response,
        }),
    }
}

fn code_or_number(code: Option<&str>, number: u16) -> Value {
    code.map_or_else(|| number.into(), Value::from)
}

impl From<Unsettled> for Refusal {
    fn from(unsettled: Unsettled) -> Self {
        match unsettled {
            Unsettled::Short { missing } => Self::new("short_payment").told("missing", missing),
            Unsettled::TooMuch { over } => Self::new("too_much").told("over", over),
            Unsettled::NotPositive | Unsettled::TooLarge => Self::new("bad_amount"),
            Unsettled::Twice(kind) => Self::new("tender_twice").told("tender", kind.code()),
            Unsettled::NotTaken(kind) => Self::new("no_such_tender").told("tender", kind.code()),
            Unsettled::NeedsReference(kind) => {
                Self::new("needs_reference").told("tender", kind.code())
            }
            Unsettled::NobodyToCharge => Self::new("nobody_to_charge"),
            Unsettled::Account(refused) => refused.into(),
        }
    }
}

impl From<PinRefused> for Refusal {
    fn from(refused: PinRefused) -> Self {
        match refused {
            PinRefused::Wait { wait_ms } => {
                Self::new("wait_for_pin").told("seconds", wait_ms.div_ceil(1_000))
            }
            PinRefused::NotApproved(NotApproved::NoReason) => Self::new("no_reason"),
            PinRefused::Wrong { .. } | PinRefused::NotApproved(_) => Self::new("wrong_pin"),
            PinRefused::MustChange => Self::new("pin_must_change"),
            PinRefused::Store(error) => error.into(),
            PinRefused::Closing(closing) => closing.into(),
        }
    }
}
