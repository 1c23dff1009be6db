//! Every word that a user sees, from `i18n/<locale>/*.ftl`, and how amounts and dates are written.
//!
//! The source locale is es-PY: what another locale lacks is said in it, and a key that nobody knows is
//! shown in brackets, so that a missing word is seen but never stops a sale.

mod files;
mod format;
pub mod help;
#[cfg(test)]
mod promises;

use std::sync::Arc;
use std::{fmt, io};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::domain::diet::{Allergen, Diet, OwnNames};
use crate::domain::{BusinessDay, Money, Quantity};

pub use crate::domain::Locale;

/// The words of one locale. Cheap to clone; shared between threads.
#[derive(Clone)]
pub struct I18n {
    locale: Locale,
    words: Arc<Words>,
    names: Arc<OwnNames>,
}

struct Words {
    own: FluentBundle<FluentResource>,
    /// The source locale, where `own` is another.
    source: Option<FluentBundle<FluentResource>>,
}

/// What a sentence is told: amounts, quantities and days are written as the country writes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A name or any other text, shown as it is.
    Text(String),
    /// A count; sentences may choose their plural by it. Shown without separators.
    Number(i64),
    /// An amount with its sign: `₲ 18.000`.
    Money(Money),
    /// A quantity: `2` or `0,350`.
    Quantity(Quantity),
    /// A day: `23/11/2026`.
    Day(BusinessDay),
    /// Why the system did not do something: in words where it is a common cause, else by its number.
    System(io::ErrorKind, Option<i32>),
}

impl I18n {
    /// Reads the words of a locale; they are part of the program, so this cannot fail.
    #[must_use]
    pub fn new(locale: Locale) -> Self {
        let source = (locale != Locale::SOURCE).then(|| bundle(Locale::SOURCE));
        let own = bundle(locale);
        Self {
            locale,
            words: Arc::new(Words { own, source }),
            names: Arc::default(),
        }
    }

    /// The same words, knowing what the canteen calls its own allergens and diets.
    #[must_use]
    pub fn naming(mut self, names: OwnNames) -> Self {
        self.names = Arc::new(names);
        self
    }

    /// What the canteen added to allergens and diets.
    #[must_use]
    pub fn names(&self) -> &OwnNames {
        &self.names
    }

    /// What people call an allergen: «maní».
    #[must_use]
    pub fn allergen(&self, allergen: Allergen) -> String {
        let own = self.names.allergen(allergen).map(str::to_owned);
        own.unwrap_or_else(|| match allergen.code() {
            Some(code) => self.text(&format!("allergen-{}", code.replace('_', "-"))),
            None => self.text_with("allergen-own", &[("number", i64::from(allergen.0).into())]),
        })
    }

    /// What people call a diet or condition: «sin cerdo».
    #[must_use]
    pub fn diet(&self, diet: Diet) -> String {
        let own = self.names.diet(diet).map(str::to_owned);
        own.unwrap_or_else(|| match diet.code() {
            Some(code) => self.text(&format!("diet-{}", code.replace('_', "-"))),
            None => self.text_with("diet-own", &[("number", i64::from(diet.0).into())]),
        })
    }

    /// The locale these words are of.
    #[must_use]
    pub const fn locale(&self) -> Locale {
        self.locale
    }

    /// The sentence of a key.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.say(key, None)
    }

    /// The sentence of a key, told what it speaks of.
    ///
    /// ```
    /// # use cantina::i18n::{I18n, Locale};
    /// let i18n = I18n::new(Locale::EsPy);
    /// assert_eq!(i18n.text_with("no-such-key", &[("count", 2.into())]), "⟦no-such-key⟧");
    /// ```
    #[must_use]
    pub fn text_with(&self, key: &str, values: &[(&str, Value)]) -> String {
        let args: FluentArgs = values
            .iter()
            .map(|(name, value)| (*name, self.fluent(value)))
            .collect();
        self.say(key, Some(&args))
    }

    /// Whether the locale itself or the source locale has a sentence for this key.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.bundles().any(|bundle| bundle.has_message(key))
    }

    fn bundles(&self) -> impl Iterator<Item = &FluentBundle<FluentResource>> {
        std::iter::once(&self.words.own).chain(&self.words.source)
    }

    fn say(&self, key: &str, args: Option<&FluentArgs>) -> String {
        self.bundles()
            .find_map(|bundle| sentence(bundle, key, args))
            .unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    fn fluent(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Text(text) => text.clone().into(),
            Value::Number(number) if number.unsigned_abs() < EXACT_IN_FLUENT => (*number).into(),
            Value::Number(number) => number.to_string().into(),
            Value::Money(money) => self.money(*money).into(),
            Value::Quantity(quantity) => self.quantity(*quantity).into(),
            Value::Day(day) => self.date(*day).into(),
            Value::System(kind, number) => self.cause(*kind, *number).into(),
        }
    }

    fn cause(&self, kind: io::ErrorKind, number: Option<i32>) -> String {
        use io::ErrorKind as Kind;
        let key = match (kind, number) {
            (Kind::NotFound, _) => "cause-not-found",
            (Kind::PermissionDenied, _) => "cause-permission",
            (Kind::StorageFull | Kind::QuotaExceeded, _) => "cause-full",
            (Kind::ReadOnlyFilesystem, _) => "cause-read-only",
            (Kind::ResourceBusy | Kind::ExecutableFileBusy, _) => "cause-busy",
            (Kind::InvalidData, _) => "cause-not-text",
            (_, Some(number)) => return self.text_with("cause-code", &[("code", number.into())]),
            (_, None) => "cause-unknown",
        };
        self.text(key)
    }
}

/// Fluent keeps numbers as `f64`, exact below 2^53; beyond, digits matter more than the plural.
const EXACT_IN_FLUENT: u64 = 1 << 53;

impl fmt::Debug for I18n {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("I18n")
            .field("locale", &self.locale)
            .finish_non_exhaustive()
    }
}

/// A variable that was not told shows as `{$name}`: seen, but never in the way.
fn sentence(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    args: Option<&FluentArgs>,
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut untold = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, args, &mut untold)
            .into_owned(),
    )
}

/// What is wrong in a file of words is found by a test; here the rest of the file still serves.
fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![files::language(locale)]);
    bundle.set_use_isolating(false);
    for (_, text) in files::of(locale) {
        let resource =
            FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(readable, _)| readable);
        let _doubled_keys_keep_their_first_meaning = bundle.add_resource(resource);
    }
    bundle
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Money> for Value {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<Quantity> for Value {
    fn from(quantity: Quantity) -> Self {
        Self::Quantity(quantity)
    }
}

impl From<&io::Error> for Value {
    fn from(error: &io::Error) -> Self {
        Self::System(error.kind(), error.raw_os_error())
    }
}

impl From<BusinessDay> for Value {
    fn from(day: BusinessDay) -> Self {
        Self::Day(day)
    }
}
