//! What the checkout says: what happened, and what to do now.

use crate::app::words::{because, diet_because};
use crate::domain::account::Refused;
use crate::domain::cart::{CartError, Reduction, Unready};
use crate::domain::catalogue::Unit;
use crate::domain::checkout::Refusal;
use crate::domain::diet::{Against, Declared, Reason, Restriction};
use crate::domain::quantity::BadQuantity;
use crate::domain::student::CardRefused;
use crate::domain::tender::{Tender, TenderKind, Unsettled};
use crate::domain::{Money, Quantity};
use crate::i18n::{I18n, Value};

use super::dialog::Purpose;
use super::message::Denied;

/// What happened and what to do, or nothing where a refusal needs no words: a second press.
pub(super) fn refusal(refusal: &Refusal, words: &I18n) -> Option<(String, String)> {
    let (key, values): (&str, Vec<(&str, Value)>) = match refusal {
        Refusal::Committing => return None,
        Refusal::NotNow => ("not-now", vec![]),
        Refusal::CartInUse => ("cart-in-use", vec![]),
        Refusal::Cart(error) => cart(error),
        Refusal::Unready(Unready::Empty) => ("cart-empty", vec![]),
        Refusal::Unready(Unready::NothingToPay) => ("nothing-to-pay", vec![]),
        Refusal::Unready(Unready::Restricted(conflicts)) => {
            ("restricted", vec![("count", conflicts.len().into())])
        }
        Refusal::Unsettled(error) => unsettled(error, words),
    };
    Some(pair(key, &values, words))
}

/// Why what is offered does not pay, and what to do.
pub(super) fn unsettled_pair(error: &Unsettled, words: &I18n) -> (String, String) {
    let (key, values) = unsettled(error, words);
    pair(key, &values, words)
}

fn pair(key: &str, values: &[(&str, Value)], words: &I18n) -> (String, String) {
    (
        words.text_with(&format!("refused-{key}"), values),
        words.text_with(&format!("refused-{key}-todo"), values),
    )
}

fn cart(error: &CartError) -> (&'static str, Vec<(&'static str, Value)>) {
    match error {
        CartError::TooManyLines => (
            "too-many-lines",
            vec![("count", crate::domain::cart::MAX_LINES.into())],
        ),
        CartError::Quantity(BadQuantity::NotANumber) => ("quantity-not-a-number", vec![]),
        CartError::Quantity(BadQuantity::NotPositive) => ("quantity-not-positive", vec![]),
        CartError::Quantity(BadQuantity::TooLarge) => {
            ("quantity-too-large", vec![("max", Quantity::MAX.into())])
        }
        CartError::Quantity(BadQuantity::NotWhole) => ("quantity-not-whole", vec![]),
        CartError::NoPrice => ("no-price", vec![]),
        CartError::OutOfStock { left } if *left == Quantity::ZERO => ("sold-out", vec![]),
        CartError::OutOfStock { left } => ("out-of-stock", vec![("left", (*left).into())]),
        CartError::NoSuchLine => ("no-such-line", vec![]),
        CartError::BadDiscount => ("bad-discount", vec![]),
    }
}

fn unsettled(error: &Unsettled, words: &I18n) -> (&'static str, Vec<(&'static str, Value)>) {
    let named = |kind: &TenderKind| vec![("tender", tender(*kind, words).into())];
    match error {
        Unsettled::Short { missing } => ("short", vec![("missing", (*missing).into())]),
        Unsettled::TooMuch { over } => ("too-much", vec![("over", (*over).into())]),
        Unsettled::NotPositive => ("payment-not-positive", vec![]),
        Unsettled::TooLarge => ("payment-too-large", vec![("max", Money::MAX.into())]),
        Unsettled::Twice(kind) => ("tender-twice", named(kind)),
        Unsettled::NotTaken(kind) => ("tender-not-taken", named(kind)),
        Unsettled::NeedsReference(kind) => ("needs-reference", named(kind)),
        Unsettled::NobodyToCharge => ("nobody-to-charge", vec![]),
        Unsettled::Account(refused) => limit(refused),
    }
}

fn limit(refused: &Refused) -> (&'static str, Vec<(&'static str, Value)>) {
    let money = |key, left: &Money| (key, vec![("left", (*left).into())]);
    match refused {
        Refused::InsufficientBalance { available } => (
            "insufficient-balance",
            vec![("available", (*available).into())],
        ),
        Refused::OverDailyLimit { left } => money("over-daily-limit", left),
        Refused::OverWeeklyLimit { left } => money("over-weekly-limit", left),
        Refused::OverMonthlyLimit { left } => money("over-monthly-limit", left),
        Refused::OverMealLimit { left } => money("over-meal-limit", left),
        Refused::TooManyItems { left } => ("too-many-items", vec![("left", (*left).into())]),
        Refused::OutsideHours { hours } => {
            ("outside-hours", vec![("hours", hours.to_string().into())])
        }
        Refused::BlockedProduct { .. } | Refused::BlockedCategory { .. } => ("blocked", vec![]),
    }
}

/// Why a card does not open its account, and what to do.
pub(super) fn card(refused: CardRefused, words: &I18n) -> (String, String) {
    match refused {
        CardRefused::Blocked => pair("card-blocked", &[], words),
        CardRefused::Expired(day) => pair("card-expired", &[("day", day.into())], words),
        CardRefused::Replaced => pair("card-replaced", &[], words),
    }
}

/// Why an approval was not given.
pub(super) fn denied(denied: &Denied, words: &I18n) -> String {
    match denied {
        Denied::WrongPin => words.text("approval-wrong-pin"),
        Denied::Wait(seconds) => {
            words.text_with("approval-wait", &[("seconds", (*seconds).into())])
        }
        Denied::NoRight => words.text("approval-no-right"),
        Denied::NoReason => words.text("approval-no-reason"),
        Denied::NotChecked(why) => words.text_with("pin-not-checked", &[("why", why.into())]),
    }
}

/// What is to be approved, for the pupil of that name.
pub(super) fn purpose(purpose: &Purpose, name: &str, words: &I18n) -> String {
    match purpose {
        Purpose::Restriction(_, names) => {
            let names = names.join(", ");
            words.text_with("approval-restriction", &[("products", names.into())])
        }
        Purpose::Limit(beyond) => {
            let why = beyond.refused.iter().map(|refused| {
                let refused = Unsettled::Account(*refused);
                unsettled_pair(&refused, words).0
            });
            let mut why: Vec<String> = why.collect();
            why.dedup();
            let values = [
                ("amount", beyond.charged.into()),
                ("name", name.into()),
                ("why", why.join(" · ").into()),
            ];
            let key = match beyond.charged.is_positive() {
                true => "approval-limit",
                false => "approval-limit-bought",
            };
            words.text_with(key, &values)
        }
        Purpose::Discount(_, Reduction::Percent(percent)) => {
            let percent = words.percent(*percent);
            words.text_with("approval-discount", &[("reduction", percent.into())])
        }
        Purpose::Discount(_, Reduction::Amount(amount)) => {
            words.text_with("approval-discount", &[("reduction", (*amount).into())])
        }
    }
}

/// By the canteen's own name for it, if it has one.
pub(super) fn tender_name(tender: &Tender, words: &I18n) -> String {
    let own = tender.name.clone();
    own.unwrap_or_else(|| self::tender(tender.kind, words))
}

pub(super) fn tender(kind: TenderKind, words: &I18n) -> String {
    words.text(&format!("tender-{}", kind.code()))
}

/// What stands against a product, in the lines of an alert's head. The same of several reasons stands once.
#[derive(Debug, Default)]
pub(super) struct Stands {
    what: Vec<String>,
    notes: Vec<String>,
    calls: Vec<String>,
}

impl Stands {
    /// Of these reasons.
    pub(super) fn of<'a>(reasons: impl Iterator<Item = &'a Reason>, words: &I18n) -> Self {
        let mut stands = Self::default();
        for reason in reasons {
            let note = match &reason.against {
                Against::Allergy(restriction, _) => {
                    once(&mut stands.what, self::restriction(restriction, words));
                    once(&mut stands.calls, call(restriction, words));
                    restriction.note.as_ref()
                }
                Against::Diet(wish, _) => {
                    let values = [
                        ("diet", words.diet(wish.diet).into()),
                        ("who", (&wish.said_by).into()),
                    ];
                    once(&mut stands.what, words.text_with("wish-said", &values));
                    wish.note.as_ref()
                }
            };
            once(&mut stands.notes, note.cloned().unwrap_or_default());
        }
        stands
    }

    /// What, what the family adds, whom to call.
    pub(super) fn lines(self) -> impl Iterator<Item = String> {
        let lines = self.what.into_iter().chain(self.notes);
        lines.chain(self.calls)
    }
}

fn once(lines: &mut Vec<String>, line: String) {
    if !line.is_empty() && !lines.contains(&line) {
        lines.push(line);
    }
}

/// «Alergia: maní · severa · según su madre, Carmen Rodríguez».
fn restriction(restriction: &Restriction, words: &I18n) -> String {
    let severity = words.text(&format!("severity-{}", restriction.severity.code()));
    let values = [
        ("allergen", words.allergen(restriction.allergen).into()),
        ("severity", severity.into()),
        ("who", (&restriction.said_by).into()),
    ];
    words.text_with("restriction-said", &values)
}

/// «Llamar a su madre, Carmen Rodríguez: 0981 123 456 · certificado del Dr. Ayala».
fn call(restriction: &Restriction, words: &I18n) -> String {
    let contact = restriction.contact.as_ref();
    let whom = contact.unwrap_or(&restriction.said_by);
    let call = match (&restriction.phone, contact) {
        (Some(phone), _) => {
            let values = [("who", whom.into()), ("phone", phone.into())];
            Some(words.text_with("restriction-call", &values))
        }
        (None, Some(contact)) => {
            Some(words.text_with("restriction-contact", &[("who", contact.into())]))
        }
        (None, None) => None,
    };
    let parts: Vec<_> = call
        .into_iter()
        .chain(restriction.document.clone())
        .collect();
    parts.join(" · ")
}

/// «Contiene maní — «trazas de maní», etiqueta del 12/03/2026».
pub(in crate::app) fn reason(reason: &Reason, words: &I18n) -> String {
    match &reason.against {
        Against::Allergy(restriction, knowledge) => {
            let name = words.allergen(restriction.allergen);
            let key = match knowledge.state {
                Declared::Free => "declared-free",
                Declared::Unknown => "declared-unknown",
                Declared::MayContain => "declared-may-contain",
                Declared::Contains => "declared-contains",
            };
            let state = words.text_with(key, &[("allergen", name.into())]);
            match because(&knowledge.because, words) {
                Some(because) => format!("{state} — {because}"),
                None => state,
            }
        }
        Against::Diet(wish, because) => {
            let name = words.diet(wish.diet);
            let state = words.text_with("diet-conflicts", &[("diet", name.into())]);
            format!("{state} — {}", diet_because(because, words))
        }
    }
}

/// A quantity with its unit: `24 un.` or `0,350 kg`.
pub(super) fn quantity(quantity: Quantity, unit: Unit, words: &I18n) -> String {
    let key = match unit {
        Unit::Each => "quantity-each",
        Unit::Kilogram => "quantity-kilogram",
    };
    words.text_with(key, &[("quantity", quantity.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::BusinessDay;
    use crate::domain::diet::{Allergen, Severity, Source};
    use crate::i18n::Locale;

    fn refusals() -> Vec<Refusal> {
        let money = Money::guaranies(500);
        let kind = TenderKind::Transfer;
        let cart = [
            CartError::TooManyLines,
            CartError::Quantity(BadQuantity::NotANumber),
            CartError::Quantity(BadQuantity::NotPositive),
            CartError::Quantity(BadQuantity::TooLarge),
            CartError::Quantity(BadQuantity::NotWhole),
            CartError::NoPrice,
            CartError::OutOfStock {
                left: Quantity::ZERO,
            },
            CartError::OutOfStock {
                left: Quantity::ONE,
            },
            CartError::NoSuchLine,
            CartError::BadDiscount,
        ];
        let unsettled = [
            Unsettled::Short { missing: money },
            Unsettled::TooMuch { over: money },
            Unsettled::NotPositive,
            Unsettled::TooLarge,
            Unsettled::Twice(kind),
            Unsettled::NotTaken(kind),
            Unsettled::NeedsReference(kind),
            Unsettled::NobodyToCharge,
            Unsettled::Account(Refused::InsufficientBalance { available: money }),
            Unsettled::Account(Refused::OverDailyLimit { left: money }),
            Unsettled::Account(Refused::OverWeeklyLimit { left: money }),
            Unsettled::Account(Refused::OverMonthlyLimit { left: money }),
            Unsettled::Account(Refused::OverMealLimit { left: money }),
            Unsettled::Account(Refused::TooManyItems { left: 2 }),
            Unsettled::Account(Refused::BlockedProduct {
                product: crate::domain::ProductId(1),
            }),
        ];
        let unready = [
            Unready::Empty,
            Unready::NothingToPay,
            Unready::Restricted(Vec::new()),
        ];
        let mut all = vec![Refusal::NotNow, Refusal::CartInUse];
        all.extend(cart.map(Refusal::Cart));
        all.extend(unsettled.map(Refusal::Unsettled));
        all.extend(unready.map(Refusal::Unready));
        all
    }

    #[test]
    fn every_refusal_says_what_happened_and_what_to_do_in_every_language() {
        for locale in Locale::ALL {
            let words = I18n::new(locale);
            let mut said = Vec::new();
            for of in refusals() {
                let (what, todo) = refusal(&of, &words).expect("it has words");
                said.extend([what, todo]);
            }
            let day = BusinessDay::from_number(20_780).expect("a day of 2026");
            for of in [
                CardRefused::Blocked,
                CardRefused::Expired(day),
                CardRefused::Replaced,
            ] {
                let (what, todo) = card(of, &words);
                said.extend([what, todo]);
            }
            said.extend(Allergen::LISTED.map(|(of, _)| words.allergen(of)));
            said.extend(TenderKind::ALL.map(|kind| tender(kind, &words)));
            said.extend(Severity::ALL.map(|of| words.text(&format!("severity-{}", of.code()))));
            said.extend(Source::ALL.map(|of| words.text(&format!("source-{}", of.code()))));
            for sentence in said {
                assert!(!sentence.contains(['⟦', '{']), "{locale}: {sentence}");
            }
        }
    }
}
