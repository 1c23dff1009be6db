//! Faults that are known and not mended yet, each with its reason.
//!
//! Nothing else is passed over, and one that is gone has to leave the list: the check fails until it does.

use iced::Size;

use crate::app::judge::Fault;
use crate::domain::Locale;

/// A fault on one or several screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The names of the pictures.
    pub screens: &'static [&'static str],
    /// How the fault is said, its measure left out: `cut` or `over`.
    pub kind: &'static str,
    /// The words it is about, or how they begin.
    pub words: &'static str,
    /// Why it is still there.
    pub why: &'static str,
}

/// The window of the list, in logical pixels: 1920×1080 at 200 %.
const WINDOW: Size = Size::new(960.0, 540.0);

/// Those in [`WINDOW`], in Spanish.
pub const KNOWN: &[Known] = &[
    Known {
        screens: &["checkout-pupil", "checkout-search", "training-checkout"],
        kind: "over",
        words: "El carrito está vacío",
        why: "an empty cart's picture takes the place of its words; they lie in its margin",
    },
    Known {
        screens: &["people-not-found"],
        kind: "over",
        words: "Nadie se llama así",
        why: "as the empty cart",
    },
    Known {
        screens: &["lunch"],
        kind: "over",
        words: "O escribí el nombre.",
        why: "as the empty cart",
    },
    Known {
        screens: &["lunch-ask"],
        kind: "over",
        words: "Servir sin Milanesa",
        why: "three answers in a row, so that the reasons above them are seen",
    },
    Known {
        screens: &["sales-ticket", "sales-day", "refund-done"],
        kind: "cut",
        words: "Efectivo",
        why: "a sale without a pupil has three lines in a row for two",
    },
    Known {
        screens: &["sales-day", "refund-done"],
        kind: "cut",
        words: "Débito",
        why: "a sale without a pupil has three lines in a row for two",
    },
    Known {
        screens: &["sales-ticket", "sales-day", "refund-done"],
        kind: "cut",
        words: "Tarjeta alumno",
        why: "the column of names has what the open ticket leaves; the ticket says it too",
    },
    Known {
        screens: &["refund-done"],
        kind: "over",
        words: "Devuelta",
        why: "the column of names has what the open ticket leaves",
    },
    Known {
        screens: &["shift-x", "shift-z"],
        kind: "cut",
        words: "                  Cantina Tita",
        why: "the paper scrolls in a dialog that scrolls: both together show all of it",
    },
    Known {
        screens: &[
            "account",
            "account-statement",
            "account-statement-days",
            "account-card-refused",
        ],
        kind: "over",
        words: "CSV",
        why: "tabs, days and two buttons in one row; the picture beside the word says it",
    },
    Known {
        screens: &["settings-lists"],
        kind: "cut",
        words: "Dónde está el CSV",
        why: "what an empty field says; the files to choose from are below it",
    },
    Known {
        screens: &["settings-backup-running", "settings-backup"],
        kind: "over",
        words: "Verificada:",
        why: "a row of fixed height for two lines that became three; nothing lies there",
    },
    Known {
        screens: &["pupil-sheet-days"],
        kind: "over",
        words: "\\u{e0cc}",
        why: "three buttons in a narrow row: a picture is squeezed, its word is not",
    },
    Known {
        screens: &[
            "people",
            "people-low",
            "person",
            "person-guardians",
            "person-account",
            "person-health",
            "person-data",
            "person-new",
        ],
        kind: "cut",
        words: "4.º grado A",
        why: "the card's last figure beside the bell of a low balance; the open form says it",
    },
    Known {
        screens: &["stock-received"],
        kind: "over",
        words: "001-002-0014567",
        why: "an invoice's number two pixels wider than its column",
    },
];

/// What of `found` is not known, and which known faults are gone, as `screen: kind: words`.
#[must_use]
pub fn sift(
    found: Vec<(String, Fault)>,
    window: Size,
    locale: Locale,
) -> (Vec<(String, Fault)>, Vec<String>) {
    if window != WINDOW || locale != Locale::SOURCE {
        return (found, Vec::new());
    }
    let each = || {
        let each = KNOWN.iter();
        each.flat_map(|known| known.screens.iter().map(move |screen| (*screen, known)))
    };
    let is = |(name, fault): &(String, Fault), (screen, known): (&str, &Known)| {
        name == screen && known.is(fault)
    };
    let gone = each().filter(|one| !found.iter().any(|fault| is(fault, *one)));
    let gone = gone
        .map(|(screen, known)| format!("{screen}: no longer {}: {:?}", known.kind, known.words))
        .collect();
    let unknown = |fault: &(String, Fault)| !each().any(|one| is(fault, one));
    (found.into_iter().filter(unknown).collect(), gone)
}

impl Known {
    fn is(&self, fault: &Fault) -> bool {
        let said = fault.to_string();
        let words = said.split_once(": \"").map_or("", |(_, words)| words);
        said.starts_with(self.kind) && words.starts_with(self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_fault_is_passed_over_another_is_not_and_one_that_is_gone_is_said() {
        let known = (
            "people".to_owned(),
            Fault::Cut("4.º grado A · 00364".to_owned(), 8.0),
        );
        let other = (
            "people".to_owned(),
            Fault::Over("4.º grado A · 00364".to_owned(), 8.0),
        );
        let both = vec![known.clone(), other.clone()];
        let (left, gone) = sift(both.clone(), WINDOW, Locale::SOURCE);
        assert_eq!(left, std::slice::from_ref(&other));
        assert!(!gone.iter().any(|gone| gone.starts_with("people: ")));
        assert!(gone.iter().any(|gone| gone.starts_with("person: ")));
        let (all, gone) = sift(both.clone(), Size::new(1024.0, 600.0), Locale::SOURCE);
        assert_eq!((all, gone), (both, Vec::new()));
    }
}
