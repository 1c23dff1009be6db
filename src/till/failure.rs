//! What went wrong, as a sentence's key and what it is told: the screen and the command line say the
//! same. What only the technician understands goes to [`Till::note`](super::Till::note).

use crate::domain::account::Refused;
use crate::domain::card::Unchanged;
use crate::domain::detect::{BadWord, BadWords};
use crate::domain::diet::{BadOwn, BadPolicyFile};
use crate::domain::ledger::Unmoved;
use crate::domain::lunch::CannotSubscribe;
use crate::domain::people;
use crate::domain::refund::CannotRefund;
use crate::domain::ruc::BadRuc;
use crate::domain::sale::CannotVoid;
use crate::domain::shift;
use crate::i18n::{I18n, Value};
use crate::printing::transport::BadAddress;
use crate::{settings, store};

/// A sentence's key, and what it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The sentence.
    pub key: &'static str,
    /// Its variables.
    pub values: Vec<(&'static str, Value)>,
}

impl Told {
    pub(super) const fn bare(key: &'static str) -> Self {
        let values = Vec::new();
        Self { key, values }
    }

    pub(super) fn with(key: &'static str, name: &'static str, value: impl Into<Value>) -> Self {
        Self::bare(key).and(name, value)
    }

    pub(super) fn and(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// The sentence: what happened, what was kept, what to do now.
    #[must_use]
    pub fn sentence(&self, words: &I18n) -> String {
        words.text_with(self.key, &self.values)
    }
}

/// Why the store did not do it.
#[must_use]
pub fn of_store(error: &store::Error) -> Told {
    use store::Error;
    match error {
        Error::AlreadyOpen(path) => {
            Told::with("failed-already-open", "path", path.display().to_string())
        }
        Error::NotADatabase(path) => {
            Told::with("failed-not-a-database", "path", path.display().to_string())
        }
        Error::NewerSchema { .. } => Told::bare("failed-newer-schema"),
        Error::ReadOnly => Told::bare("failed-read-only"),
        Error::DiskFull => Told::bare("failed-disk-full"),
        Error::Locked => Told::bare("failed-locked"),
        Error::Corrupt => Told::bare("failed-corrupt"),
        Error::CannotVoid(why) => Told::bare(match why {
            CannotVoid::Already => "failed-void-already",
            CannotVoid::OtherDay => "failed-void-other-day",
            CannotVoid::IsVoid => "failed-void-is-void",
            CannotVoid::IsRefund => "failed-void-is-refund",
            CannotVoid::Refunded => "failed-void-refunded",
            CannotVoid::Exchanged => "failed-void-exchanged",
            CannotVoid::NotApproved => "failed-void-not-approved",
        }),
        Error::Shift(refused) => of_shift(*refused),
        Error::Unmoved(why) => of_movement(*why),
        Error::CardUnchanged(why) => Told::bare(of_card(*why)),
        Error::CannotRefund(why) => of_refund(why),
        Error::People(why) => of_people(*why),
        Error::NotFound(_) => Told::bare("failed-not-found"),
        Error::Taken(what) | Error::Own(BadOwn::Taken(what)) => {
            Told::with("failed-taken", "what", what)
        }
        Error::Own(BadOwn::NoName) => Told::bare("failed-no-name"),
        Error::PartOfItself(what) => Told::with("failed-part-of-itself", "what", what),
        Error::Words(bad) => of_words(bad),
        Error::Lunch(why) => of_lunch(why),
        Error::Stock(refused) => super::stock::told(refused),
        Error::Unexpected(_) => Told::bare("failed-unexpected"),
        Error::Sqlite(_) => Told::with("failed-database", "code", error.number()),
        Error::Io(cause) => Told::with("failed-io", "cause", cause.as_ref()),
        Error::Account(_)
        | Error::Card(_)
        | Error::Restricted(_)
        | Error::OutOfStock { .. }
        | Error::TermsChanged
        | Error::PriceChanged { .. }
        | Error::AlreadySold { .. } => of_sale(error),
        Error::LastAdministrator => Told::bare("failed-last-administrator"),
        Error::BeyondRole => Told::bare("failed-beyond-role"),
        Error::OwnRights => Told::bare("failed-own-rights"),
    }
}

/// Why the drawer's shift does not do it; nothing was booked.
#[must_use]
pub const fn of_shift(refused: shift::Refused) -> Told {
    use shift::Refused;
    Told::bare(match refused {
        Refused::NoneOpen => "failed-no-shift",
        Refused::OneOpen => "failed-shift-open",
        Refused::BadAmount => "failed-shift-amount",
        Refused::NoReason => "failed-shift-reason",
        Refused::NotCounted => "failed-not-counted",
        Refused::CountedBefore => "failed-counted-before",
        Refused::Explain => "failed-explain",
        Refused::Approve => "failed-approve-difference",
    })
}

/// Why a form about people, or what is asked of one, is refused.
#[must_use]
pub fn of_people(why: people::Refused) -> Told {
    use people::Refused;
    match why {
        Refused::NoName => Told::bare("people-failed-no-name"),
        Refused::TooLong => Told::bare("people-failed-too-long"),
        Refused::BadDocument => Told::bare("people-failed-document"),
        Refused::RucDigit(right) => {
            Told::with("people-failed-ruc-digit", "right", i64::from(right))
        }
        Refused::BadEmail => Told::bare("people-failed-email"),
        Refused::BadBirthday => Told::bare("people-failed-birthday"),
        Refused::Guardians => Told::bare("people-failed-guardians"),
        Refused::BalanceLeft(balance) => Told::with("people-failed-balance", "balance", balance),
        Refused::Erased => Told::bare("people-failed-erased"),
        Refused::NobodyMoved => Told::bare("people-failed-nobody"),
        Refused::Changed => Told::bare("people-failed-changed"),
        Refused::CannotUndo => Told::bare("people-failed-undo"),
        Refused::BadPhoto => Told::bare("people-failed-photo"),
    }
}

/// Why a pupil was not subscribed to lunch.
fn of_lunch(why: &CannotSubscribe) -> Told {
    match why {
        CannotSubscribe::Already { name } => Told::with("lunch-failed-already", "name", name),
        CannotSubscribe::Backwards => Told::bare("lunch-failed-backwards"),
        CannotSubscribe::Inactive => Told::bare("lunch-failed-inactive"),
        CannotSubscribe::NoDay => Told::bare("lunch-failed-no-day"),
    }
}

/// Why a sale was not written down; the cart is still there.
#[must_use]
pub fn of_sale(error: &store::Error) -> Told {
    use store::Error;
    match error {
        Error::DiskFull => Told::bare("store-disk-full"),
        Error::ReadOnly => Told::bare("store-read-only"),
        Error::Locked => Told::bare("store-locked"),
        Error::Corrupt => Told::bare("store-corrupt"),
        Error::Account(Refused::InsufficientBalance { .. } | Refused::OverDailyLimit { .. }) => {
            Told::bare("store-balance-changed")
        }
        Error::Account(_) => Told::bare("store-limits-changed"),
        Error::TermsChanged => Told::bare("store-terms-changed"),
        Error::PriceChanged { name } => Told::with("store-price-changed", "name", name),
        Error::Card(_) => Told::bare("store-card-changed"),
        Error::Restricted(_) => Told::bare("store-restricted"),
        Error::OutOfStock { name, left } => {
            Told::with("store-out-of-stock", "name", name).and("left", *left)
        }
        Error::AlreadySold { number } => Told::with("store-already-sold", "number", *number),
        Error::NotFound(_) => Told::bare("store-not-found"),
        Error::Unexpected(_) => Told::bare("store-unexpected"),
        Error::Sqlite(_) => Told::with("store-database", "code", error.number()),
        Error::Io(cause) => Told::with("store-io", "cause", cause.as_ref()),
        Error::AlreadyOpen(_)
        | Error::NotADatabase(_)
        | Error::NewerSchema { .. }
        | Error::CannotVoid(_)
        | Error::Shift(_)
        | Error::Unmoved(_)
        | Error::CardUnchanged(_)
        | Error::CannotRefund(_)
        | Error::Own(_)
        | Error::PartOfItself(_)
        | Error::Words(_)
        | Error::LastAdministrator
        | Error::BeyondRole
        | Error::OwnRights
        | Error::Lunch(_)
        | Error::People(_)
        | Error::Stock(_)
        | Error::Taken(_) => of_store(error),
    }
}

/// Why an account was not moved.
#[must_use]
pub fn of_movement(why: Unmoved) -> Told {
    match why {
        Unmoved::NotPositive => Told::bare("failed-moved-nothing"),
        Unmoved::TooLarge => Told::bare("failed-moved-too-large"),
        Unmoved::BelowMinimum { minimum } => Told::with("failed-moved-minimum", "minimum", minimum),
        Unmoved::NotTaken(_) => Told::bare("failed-moved-tender"),
        Unmoved::NeedsReference(_) => Told::bare("failed-moved-reference"),
        Unmoved::NotApproved => Told::bare("failed-moved-not-approved"),
        Unmoved::SameAccount => Told::bare("failed-moved-same"),
        Unmoved::Insufficient { balance } => {
            Told::with("failed-moved-insufficient", "balance", balance)
        }
        Unmoved::NothingThere => Told::bare("failed-moved-empty"),
        Unmoved::Owed { owed } => Told::with("failed-moved-owed", "owed", owed),
        Unmoved::OtherFamily => Told::bare("failed-moved-family"),
        Unmoved::NotShared => Told::bare("failed-moved-not-shared"),
        Unmoved::NotInCoins => Told::bare("failed-moved-coins"),
        Unmoved::HasLeft { owed } if owed.is_zero() => Told::bare("failed-moved-left"),
        Unmoved::HasLeft { owed } => Told::with("failed-moved-left-owed", "owed", owed),
        Unmoved::Counted => Told::bare("failed-moved-counted"),
        Unmoved::Undone => Told::bare("failed-moved-undone"),
        Unmoved::OtherAccount => Told::bare("failed-moved-other-account"),
    }
}

/// Why nothing was done with a card.
const fn of_card(why: Unchanged) -> &'static str {
    match why {
        Unchanged::Taken => "failed-card-taken",
        Unchanged::Replaced => "failed-card-replaced",
        Unchanged::BlockedAlready => "failed-card-blocked",
        Unchanged::NotBlocked => "failed-card-not-blocked",
        Unchanged::NotApproved => "failed-moved-not-approved",
        Unchanged::Past => "failed-card-past",
    }
}

/// Why nothing, or not that much, can be given back.
#[must_use]
pub fn of_refund(why: &CannotRefund) -> Told {
    match why {
        CannotRefund::NotASale => Told::bare("failed-refund-not-a-sale"),
        CannotRefund::Voided => Told::bare("failed-refund-voided"),
        CannotRefund::Nothing => Told::bare("failed-refund-nothing"),
        CannotRefund::NoSuchLine => Told::bare("failed-refund-no-line"),
        CannotRefund::TooMuch { name, left } => {
            Told::with("failed-refund-too-much", "name", name).and("left", *left)
        }
        CannotRefund::Quantity(_) => Told::bare("failed-refund-quantity"),
        CannotRefund::NotApproved => Told::bare("failed-refund-not-approved"),
        CannotRefund::Changed => Told::bare("failed-refund-changed"),
        CannotRefund::OtherBuyer => Told::bare("failed-refund-other-buyer"),
    }
}

/// Why a file of the canteen's own words is not taken; the last good ones stay in force.
#[must_use]
pub fn of_words(bad: &BadWords) -> Told {
    let line = i64::try_from(bad.line).unwrap_or(i64::MAX);
    Told::with("failed-words", "line", line)
        .and("reason", bad.reason.code())
        .and("what", word_of(&bad.reason))
}

/// The word of the file that it is about.
fn word_of(reason: &BadWord) -> &str {
    match reason {
        BadWord::UnknownCode(word)
        | BadWord::Number(word)
        | BadWord::BadHeading(word)
        | BadWord::TooLong(word)
        | BadWord::Twice { word, .. }
        | BadWord::Contradiction(word) => word,
        BadWord::NoHeading | BadWord::Empty | BadWord::TooMuch => "",
    }
}

/// Why a policy file is not taken; the last good policy stays in force.
#[must_use]
pub fn of_policy(bad: &BadPolicyFile) -> Told {
    let line = i64::try_from(bad.line).unwrap_or(i64::MAX);
    let told = Told::with("failed-policy", "line", line).and("reason", bad.reason.code());
    told.and("what", bad.reason.what())
}

/// What is wrong with the data folder or the settings.
#[must_use]
pub fn of_settings(error: &settings::Error) -> Told {
    use settings::Error;
    let told = Told::bare(error.key());
    match error {
        Error::NoHome => told,
        Error::NotAFolder(path) => told.and("path", path.display().to_string()),
        Error::NotMade {
            folder: path,
            cause,
        }
        | Error::NotWritable {
            folder: path,
            cause,
        }
        | Error::NotReadable { file: path, cause }
        | Error::NotSaved { file: path, cause } => told
            .and("path", path.display().to_string())
            .and("cause", cause),
        Error::Broken {
            file, line, text, ..
        } => told
            .and("path", file.display().to_string())
            .and("line", *line)
            .and("text", text),
    }
}

/// Why a printer's address is none.
#[must_use]
pub fn of_address(error: &BadAddress) -> Told {
    match error {
        BadAddress::Empty => Told::bare("failed-address-empty"),
        BadAddress::NoPath(text) => Told::with("failed-address-no-path", "text", text),
        BadAddress::BadSpeed(text) => Told::with("failed-address-bad-speed", "text", text),
        BadAddress::Unknown(text) => Told::with("failed-address-unknown", "text", text),
    }
}

/// Why a taxpayer's number is none.
#[must_use]
pub fn of_ruc(error: BadRuc) -> Told {
    match error {
        BadRuc::Form => Told::bare("failed-ruc-form"),
        BadRuc::CheckDigit(digit) => Told::with("failed-ruc-digit", "digit", digit),
    }
}

/// Why a till does not open, or does not take over settings.
#[must_use]
pub fn of_till(error: &super::Error) -> Told {
    match error {
        super::Error::Settings(error) => of_settings(error),
        super::Error::Store(error) => of_store(error),
        super::Error::Setting(_, fault) => super::setting::why(*fault),
        super::Error::Printer(error) => of_address(error),
        super::Error::Thread(cause) => Told::with("failed-io", "cause", cause),
        super::Error::Closing(_) => of_closing(),
    }
}

/// The program is closing.
#[must_use]
pub const fn of_closing() -> Told {
    Told::bare("failed-closing")
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::PathBuf;
    use std::sync::Arc;

    use super::*;
    use crate::domain::student::CardRefused;
    use crate::domain::tender::TenderKind;
    use crate::domain::{BusinessDay, Money, Quantity};
    use crate::i18n::Locale;

    fn of_the_system() -> [io::Error; 3] {
        [
            io::ErrorKind::PermissionDenied.into(),
            io::Error::from_raw_os_error(5),
            io::Error::other("a cause in English"),
        ]
    }

    fn store_errors() -> Vec<store::Error> {
        use store::Error;
        let name = || "a cause in English".to_owned();
        let left = Money::guaranies(500);
        let last = BusinessDay::from_number(20_780).unwrap();
        let mut all = vec![
            Error::AlreadyOpen(PathBuf::from("x")),
            Error::NotADatabase(PathBuf::from("x")),
            Error::NewerSchema { found: 9, known: 1 },
            Error::ReadOnly,
            Error::DiskFull,
            Error::Locked,
            Error::Corrupt,
            Error::Account(Refused::InsufficientBalance { available: left }),
            Error::Account(Refused::OverDailyLimit { left }),
            Error::Card(CardRefused::Expired(last)),
            Error::Restricted(Vec::new()),
            Error::OutOfStock {
                name: "Chipa".to_owned(),
                left: Quantity::ONE,
            },
            Error::AlreadySold { number: 7 },
            Error::CannotVoid(CannotVoid::Already),
            Error::CannotVoid(CannotVoid::OtherDay),
            Error::CannotVoid(CannotVoid::IsVoid),
            Error::CannotVoid(CannotVoid::NotApproved),
            Error::Unmoved(Unmoved::NotPositive),
            Error::Unmoved(Unmoved::TooLarge),
            Error::Unmoved(Unmoved::BelowMinimum { minimum: left }),
            Error::Unmoved(Unmoved::NotTaken(TenderKind::Giro)),
            Error::Unmoved(Unmoved::NeedsReference(TenderKind::Giro)),
            Error::Unmoved(Unmoved::NotApproved),
            Error::Unmoved(Unmoved::SameAccount),
            Error::Unmoved(Unmoved::Insufficient { balance: left }),
            Error::Unmoved(Unmoved::NothingThere),
            Error::Unmoved(Unmoved::Owed { owed: left }),
            Error::Unmoved(Unmoved::OtherFamily),
            Error::Unmoved(Unmoved::NotShared),
            Error::Unmoved(Unmoved::NotInCoins),
            Error::Unmoved(Unmoved::HasLeft { owed: left }),
            Error::Unmoved(Unmoved::HasLeft { owed: Money::ZERO }),
            Error::Unmoved(Unmoved::Counted),
            Error::Unmoved(Unmoved::Undone),
            Error::Unmoved(Unmoved::OtherAccount),
            Error::CardUnchanged(Unchanged::Taken),
            Error::CardUnchanged(Unchanged::Replaced),
            Error::CardUnchanged(Unchanged::BlockedAlready),
            Error::CardUnchanged(Unchanged::NotBlocked),
            Error::CardUnchanged(Unchanged::Past),
            Error::CannotVoid(CannotVoid::IsRefund),
            Error::CannotVoid(CannotVoid::Refunded),
            Error::CannotVoid(CannotVoid::Exchanged),
            Error::CannotRefund(CannotRefund::NotASale),
            Error::CannotRefund(CannotRefund::Voided),
            Error::CannotRefund(CannotRefund::Nothing),
            Error::CannotRefund(CannotRefund::NoSuchLine),
            Error::CannotRefund(CannotRefund::TooMuch {
                name: "Chipa".to_owned(),
                left: Quantity::ONE,
            }),
            Error::CannotRefund(crate::domain::quantity::BadQuantity::NotWhole.into()),
            Error::CannotRefund(CannotRefund::NotApproved),
            Error::CannotRefund(CannotRefund::Changed),
            Error::LastAdministrator,
            Error::BeyondRole,
            Error::OwnRights,
            Error::NotFound(name()),
            Error::Taken("Rosa".to_owned()),
            Error::Unexpected(name()),
            Error::other(1_555),
        ];
        all.extend(of_the_system().map(|cause| Error::Io(Arc::new(cause))));
        all
    }

    fn settings_errors() -> Vec<settings::Error> {
        use settings::Error;
        let file = || PathBuf::from("x");
        let mut all = vec![
            Error::NoHome,
            Error::NotAFolder(file()),
            Error::Broken {
                file: file(),
                line: 3,
                text: "scale = 9".to_owned(),
                reason: "a cause in English".to_owned(),
            },
        ];
        for cause in of_the_system() {
            all.push(Error::NotMade {
                folder: file(),
                cause,
            });
        }
        for cause in of_the_system() {
            all.push(Error::NotSaved {
                file: file(),
                cause,
            });
        }
        let [one, two, _] = of_the_system();
        all.push(Error::NotWritable {
            folder: file(),
            cause: one,
        });
        all.push(Error::NotReadable {
            file: file(),
            cause: two,
        });
        all
    }

    #[test]
    fn every_failure_is_a_whole_sentence_without_english_causes_in_every_language() {
        let address = |text: &str| text.parse::<crate::printing::Address>().unwrap_err();
        let mut told: Vec<Told> = store_errors().iter().map(of_store).collect();
        told.extend(store_errors().iter().map(of_sale));
        told.extend(settings_errors().iter().map(of_settings));
        told.extend(["", "virtual:", "/dev/ttyS0@x", "lpt"].map(|text| of_address(&address(text))));
        told.extend([BadRuc::Form, BadRuc::CheckDigit(1)].map(of_ruc));
        told.push(of_closing());
        for locale in Locale::ALL {
            let words = I18n::new(locale);
            for told in &told {
                let said = told.sentence(&words);
                assert!(!said.contains(['⟦', '{']), "{locale}: {said}");
                assert!(!said.contains("English"), "{locale}: {said}");
                assert!(said.matches('.').count() >= 1, "{locale}: {said}");
            }
        }
    }
}
