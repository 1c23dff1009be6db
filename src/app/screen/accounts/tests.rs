use super::form::*;
use super::*;
use crate::domain::Money;

#[test]
fn what_needs_which_right() {
    let amount = Money::guaranies(500);
    assert_eq!(right_of(&Wanted::Correct { amount }), Right::Accounts);
    assert_eq!(right_of(&Wanted::LowMark(None)), Right::TopUp);
    let number = CardNumber::parse("00414").unwrap();
    let block = Wanted::Card(number, crate::domain::card::Act::Block);
    assert_eq!(right_of(&block), Right::Cards);
}

#[test]
fn each_purpose_has_its_words_and_asks_for_what_it_needs() {
    let number = || CardNumber::parse("00414").unwrap();
    let all = [
        Purpose::TopUp,
        Purpose::Correct,
        Purpose::Transfer,
        Purpose::Payout,
        Purpose::Share,
        Purpose::Separate,
        Purpose::Issue,
        Purpose::Replace(number()),
        Purpose::Block(number()),
        Purpose::Unblock(number()),
        Purpose::Expire(number()),
        Purpose::LowMark,
        Purpose::Leave,
        Purpose::Undo(Undoing {
            number: 1,
            amount: Money::guaranies(20_000),
            tender: crate::domain::tender::TenderKind::Cash,
            stands: crate::domain::ledger::Stands::Open,
        }),
    ];
    for locale in crate::i18n::Locale::ALL {
        let words = crate::i18n::I18n::new(locale);
        for purpose in &all {
            for part in ["do", "title", "hint", "now"] {
                let key = format!("accounts-{part}-{}", purpose.word());
                assert!(words.knows(&key), "{locale}: {key}");
            }
        }
    }
    assert!(all.iter().filter(|of| of.has_number()).count() == 2);
    assert!(all.iter().filter(|of| of.has_tender()).count() == 2);
}
