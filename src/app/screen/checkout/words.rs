//! What the checkout says: what happened, and what to do now.

use crate::domain::account;
use crate::domain::cart::{CartError, Reduction, Unready};
use crate::domain::catalogue::Unit;
use crate::domain::checkout::Refusal;
use crate::domain::diet::{
    Against, Because, Declaration, Declared, DietBecause, Quote, Reason, Restriction,
};
use crate::domain::quantity::BadQuantity;
use crate::domain::student::CardRefused;
use crate::domain::tender::{TenderKind, Unsettled};
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
        Unsettled::Account(account::Refused::InsufficientBalance { available }) => (
            "insufficient-balance",
            vec![("available", (*available).into())],
        ),
        Unsettled::Account(account::Refused::OverDailyLimit { left }) => {
            ("over-daily-limit", vec![("left", (*left).into())])
        }
    }
}

/// Why a card does not open its account, and what to do.
pub(super) fn card(refused: CardRefused, words: &I18n) -> (String, String) {
    match refused {
        CardRefused::Blocked => pair("card-blocked", &[], words),
        CardRefused::Expired(day) => pair("card-expired", &[("day", day.into())], words),
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
            let why: Vec<String> = why.collect();
            let values = [
                ("amount", beyond.charged.into()),
                ("name", name.into()),
                ("why", why.join(" · ").into()),
            ];
            words.text_with("approval-limit", &values)
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

pub(super) fn tender(kind: TenderKind, words: &I18n) -> String {
    words.text(&format!("tender-{}", kind.code()))
}

/// «maní · severa · indicada por su madre, Carmen Rodríguez · 0981 123 456».
pub(super) fn restriction(restriction: &Restriction, words: &I18n) -> String {
    let severity = words.text(&format!("severity-{}", restriction.severity.code()));
    let values = [
        ("allergen", words.allergen(restriction.allergen).into()),
        ("severity", severity.into()),
        ("who", (&restriction.said_by).into()),
    ];
    let said = words.text_with("restriction-said", &values);
    match &restriction.phone {
        Some(phone) => format!("{said} · {phone}"),
        None => said,
    }
}

/// What stands against a product, as the alert's head says it.
pub(super) fn against(against: &Against, words: &I18n) -> String {
    match against {
        Against::Allergy(of, _) => restriction(of, words),
        Against::Diet(wish, _) => {
            let values = [
                ("diet", words.diet(wish.diet).into()),
                ("who", (&wish.said_by).into()),
            ];
            words.text_with("wish-said", &values)
        }
    }
}

/// «Contiene maní — «trazas de maní», etiqueta del 12/03/2026».
pub(super) fn reason(reason: &Reason, words: &I18n) -> String {
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

/// Why a state is what it is; `None` where nobody said anything.
fn because(because: &Because, words: &I18n) -> Option<String> {
    match because {
        Because::Nobody => None,
        Because::Usually(quote) => {
            Some(words.text_with("because-usually", &[("quote", (&quote.text).into())]))
        }
        Because::Said(said) => Some(declaration(said, words)),
        Because::ChangedSince(said) => {
            Some(words.text_with("because-changed", &[("day", said.day.into())]))
        }
        Because::Reads(quote, _) => Some(reads(quote, words)),
        Because::Part(name, of) => {
            let part = words.text_with("because-part", &[("part", name.into())]);
            Some(match self::because(of, words) {
                Some(because) => format!("{part}: {because}"),
                None => part,
            })
        }
    }
}

fn diet_because(because: &DietBecause, words: &I18n) -> String {
    match because {
        DietBecause::Said(said) => {
            words.text_with("because-diet-said", &[("day", said.day.into())])
        }
        DietBecause::Reads(quote) => reads(quote, words),
        DietBecause::Part(name, of) => {
            let part = words.text_with("because-part", &[("part", name.into())]);
            format!("{part}: {}", diet_because(of, words))
        }
    }
}

fn reads(quote: &Quote, words: &I18n) -> String {
    let place = words.text(&format!("place-{}", quote.place.code()));
    let values = [("quote", (&quote.text).into()), ("place", place.into())];
    words.text_with("because-reads", &values)
}

/// «trazas de maní», etiqueta del 12/03/2026».
fn declaration(said: &Declaration, words: &I18n) -> String {
    let source = words.text(&format!("source-{}", said.source.code()));
    let values = [("source", source.into()), ("day", said.day.into())];
    let source = words.text_with("declared-source", &values);
    match &said.quote {
        Some(quote) => format!("«{quote}», {source}"),
        None => source,
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
            Unsettled::Account(account::Refused::InsufficientBalance { available: money }),
            Unsettled::Account(account::Refused::OverDailyLimit { left: money }),
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
            for of in [CardRefused::Blocked, CardRefused::Expired(day)] {
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
