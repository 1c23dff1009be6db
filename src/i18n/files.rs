//! The files of words, which are part of the program.

use unic_langid::LanguageIdentifier;

use crate::domain::Locale;

macro_rules! files {
    ($locale:literal: $($area:literal),+) => {
        [$(($area, include_str!(concat!("../../i18n/", $locale, "/", $area, ".ftl")))),+]
    };
}

macro_rules! every_area {
    ($locale:literal) => {
        files!($locale: "app", "checkout", "errors", "ticket", "printer", "printer_setup", "printer_cli", "cli", "import", "settings", "demo", "diet", "safety", "pupils", "printer_page", "backup", "shift", "accounts", "limits", "lunch", "refund", "audit", "logo", "printer_doubt", "help_value", "report", "dashboard", "goods", "people", "normal", "stock", "setting", "money", "doctor", "first_day", "guide", "training", "language")
    };
}

/// The name and the text of each file of a locale.
pub(super) const fn of(locale: Locale) -> &'static [(&'static str, &'static str)] {
    match locale {
        Locale::EsPy => &every_area!("es-PY"),
        Locale::En => &every_area!("en"),
        Locale::PtBr => &every_area!("pt-BR"),
        // Only what a pupil or a cashier reads.
        Locale::Gn => &files!("gn": "app", "checkout", "diet", "ticket"),
    }
}

/// The locale as fluent names it, for the rules of its plurals.
pub(super) fn language(locale: Locale) -> LanguageIdentifier {
    // Fluent has no rules for Guaraní, whose nouns do not change with their number; those of Spanish hold the numbers.
    let code = match locale {
        Locale::Gn => Locale::SOURCE.code(),
        spoken => spoken.code(),
    };
    code.parse()
        .expect("codes are well-formed language tags; a test builds the words of each")
}
