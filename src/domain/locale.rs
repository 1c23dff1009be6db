//! The locales the program speaks.

use serde::{Deserialize, Serialize};

/// A language as one country speaks it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Locale {
    /// Spanish of Paraguay, the source of all others.
    #[default]
    EsPy,
    /// English.
    En,
    /// Portuguese of Brazil.
    PtBr,
    /// Guaraní of Paraguay: what a pupil or a cashier reads; the rest is said in the source locale.
    Gn,
}

/// The program does not speak this locale.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is none of the locales es-PY, en, pt-BR, gn")]
pub struct UnknownLocale(pub String);

impl Locale {
    /// Where every sentence is written first.
    pub const SOURCE: Self = Self::EsPy;

    /// Every locale that says everything.
    pub const ALL: [Self; 3] = [Self::EsPy, Self::En, Self::PtBr];

    /// Every locale, in the order a chooser shows them.
    pub const OFFERED: [Self; 4] = [Self::EsPy, Self::Gn, Self::En, Self::PtBr];

    /// Reads a locale: its code in any case, or its language alone, such as `es`.
    ///
    /// # Errors
    /// [`UnknownLocale`] for a language that the program does not speak.
    pub fn parse(text: &str) -> Result<Self, UnknownLocale> {
        let wanted = text.trim().replace('_', "-").to_ascii_lowercase();
        let language = wanted.split('-').next().unwrap_or_default();
        match language {
            "es" => Ok(Self::EsPy),
            "en" => Ok(Self::En),
            "pt" => Ok(Self::PtBr),
            "gn" => Ok(Self::Gn),
            _ => Err(UnknownLocale(text.to_owned())),
        }
    }

    /// As in `config.toml` and in the name of its folder: `es-PY`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::EsPy => "es-PY",
            Self::En => "en",
            Self::PtBr => "pt-BR",
            Self::Gn => "gn",
        }
    }

    /// What its speakers call it: the same in every locale, so that everybody finds their own.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::EsPy => "Español (Paraguay)",
            Self::En => "English",
            Self::PtBr => "Português (Brasil)",
            Self::Gn => "Avañe’ẽ",
        }
    }
}

impl std::fmt::Display for Locale {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.own_name())
    }
}

impl std::str::FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(text: &str) -> Result<Self, UnknownLocale> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Locale {
    type Error = UnknownLocale;

    fn try_from(text: String) -> Result<Self, UnknownLocale> {
        Self::parse(&text)
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_found_by_its_code_or_its_language() {
        for locale in Locale::OFFERED {
            assert_eq!(Locale::parse(locale.code()), Ok(locale));
        }
        assert_eq!(Locale::parse("es_py"), Ok(Locale::EsPy));
        assert_eq!(Locale::parse("pt"), Ok(Locale::PtBr));
        assert_eq!(Locale::parse("fr"), Err(UnknownLocale("fr".to_owned())));
        assert!(Locale::parse("").is_err());
    }
}
