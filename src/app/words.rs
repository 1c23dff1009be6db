//! What more than one screen says of products: why something is known, or is not.

use crate::app::icon::Icon;
use crate::domain::commission::TenderIcon;
use crate::domain::diet::{Because, Declaration, DietBecause, Quote};
use crate::i18n::I18n;

/// The picture of a tender.
#[must_use]
pub const fn tender_icon(of: TenderIcon) -> Icon {
    match of {
        TenderIcon::Card => Icon::IdCard,
        TenderIcon::Banknote => Icon::Banknote,
        TenderIcon::CreditCard => Icon::CreditCard,
        TenderIcon::QrCode => Icon::QrCode,
        TenderIcon::Phone => Icon::Smartphone,
        TenderIcon::Bank => Icon::Landmark,
        TenderIcon::Coins => Icon::HandCoins,
    }
}

/// Why a state is what it is; `None` where nobody said anything.
#[must_use]
pub fn because(because: &Because, words: &I18n) -> Option<String> {
    match because {
        Because::Nobody => None,
        Because::Usually(quote) => {
            Some(words.text_with("because-usually", &[("quote", quote.text.as_ref().into())]))
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

/// Why a product does not go with a diet, or does.
#[must_use]
pub fn diet_because(because: &DietBecause, words: &I18n) -> String {
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
    let values = [
        ("quote", quote.text.as_ref().into()),
        ("place", place.into()),
    ];
    words.text_with("because-reads", &values)
}

/// «trazas de maní», etiqueta del 12/03/2026».
fn declaration(said: &Declaration, words: &I18n) -> String {
    let source = words.text(&format!("source-{}", said.source.code()));
    let values = [("source", source.into()), ("day", said.day.into())];
    let source = words.text_with("declared-source", &values);
    let source = match &said.by {
        Some(by) => {
            let values = [("source", source.into()), ("who", by.into())];
            words.text_with("declared-by", &values)
        }
        None => source,
    };
    match &said.quote {
        Some(quote) => format!("«{quote}», {source}"),
        None => source,
    }
}
