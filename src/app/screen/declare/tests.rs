//! What the screen keeps in hand while what it shows changes.

use super::matrix::Matrix;
use super::*;
use crate::domain::detect::{Detector, Label};
use crate::domain::diet::coverage::Coverage;
use crate::domain::diet::{Dossier, Hints, OwnNames};
use crate::i18n::Locale;
use crate::store::diet::{Filed, Files, Text};

fn filed(id: i64, name: &str, ingredients: &str, to_restricted: i64) -> Filed {
    let label = Label {
        name,
        ingredients: Some(ingredients),
        ..Label::default()
    };
    let findings = Detector::standard().read(&label);
    let dossier = Dossier {
        hints: Hints::from(&findings),
        ..Dossier::default()
    };
    Filed {
        product: ProductId(id),
        category: "Kiosco".into(),
        text: Text {
            name: name.into(),
            ingredients: Some(ingredients.into()),
            statement: None,
        },
        kitchen: false,
        known: Arc::new(dossier.known()),
        findings,
        parts: Vec::new(),
        sold: 10,
        to_restricted,
    }
}

fn desk(products: Vec<Filed>) -> Desk {
    let coverage = Coverage {
        products: products.len(),
        ..Coverage::default()
    };
    let declare_first = products.iter().map(|of| of.product).collect();
    let files = Files {
        products,
        coverage,
        declare_first,
    };
    Desk::new(files, OwnNames::default())
}

fn words() -> I18n {
    I18n::new(Locale::EsPy)
}

fn screen(products: Vec<Filed>) -> Declare {
    let mut screen = Declare::new();
    let focus = Action::Focus(SEARCH_ID);
    assert_eq!(screen.files_are(desk(products)), focus, "as it opens");
    screen
}

fn milk(id: i64, to_restricted: i64) -> Filed {
    filed(id, &format!("Flan {id}"), "Leche, azúcar.", to_restricted)
}

#[test]
fn a_key_in_the_queue_answers_what_is_read_although_the_queue_has_changed() {
    let mut screen = screen(vec![milk(1, 0)]);
    let _ = screen.update(Message::PageChosen(Page::Queue), &words());
    let read = screen.entry().cloned().unwrap();
    screen.reading = Reading::Now;
    // Meanwhile another product is more pressing.
    let _ = screen.files_are(desk(vec![milk(1, 0), milk(2, 99)]));
    assert_eq!(
        screen.desk.as_ref().unwrap().queue()[0].product,
        ProductId(2)
    );
    assert_eq!(screen.entry(), Some(&read));
    let action = screen.update(Message::Typed('a', false), &words());
    assert!(matches!(action, Action::Write(ProductId(1), _)));
}

#[test]
fn a_filled_row_stays_under_the_hand_until_the_filter_is_chosen_again() {
    let mut screen = screen(vec![milk(1, 0), milk(2, 0)]);
    let _ = screen.update(Message::FilterChosen(Filter::Open), &words());
    let mut known = Known::nothing();
    for allergen in screen.desk.as_ref().unwrap().allergens() {
        let free = crate::domain::diet::Knowledge {
            state: Declared::Free,
            because: crate::domain::diet::Because::Nobody,
        };
        known.learn(*allergen, free);
    }
    let done = Filed {
        known: Arc::new(known),
        ..milk(1, 0)
    };
    screen.reading = Reading::Now;
    let _ = screen.files_are(desk(vec![done, milk(2, 0)]));
    assert_eq!(screen.matrix.rows, [ProductId(1), ProductId(2)]);
    let _ = screen.update(Message::FilterChosen(Filter::Open), &words());
    assert_eq!(screen.matrix.rows, [ProductId(2)]);
}

#[test]
fn what_was_declared_shows_at_once_and_goes_back_if_it_is_refused() {
    let mut screen = screen(vec![filed(1, "Pera", "Pera.", 0)]);
    let _ = screen.update(Message::StatePressed(Declared::Contains), &words());
    let state = |screen: &Declare| screen.pending.state(ProductId(1), Allergen::GLUTEN);
    assert_eq!(state(&screen), Some(Declared::Contains));
    let _ = screen.update(Message::StatePressed(Declared::Free), &words());
    let read = screen.refused(ProductId(1), "El disco está lleno.".into());
    assert_eq!(read, Action::Read);
    assert!(state(&screen).is_some(), "another is on its way");
    let _ = screen.written(ProductId(1), Arc::new(Known::nothing()));
    assert_eq!(state(&screen), None);
}

#[test]
fn files_that_are_older_than_what_was_written_are_read_again() {
    let mut screen = screen(vec![filed(1, "Pera", "Pera.", 0)]);
    screen.reading = Reading::Now;
    let _ = screen.update(Message::StatePressed(Declared::Contains), &words());
    let _ = screen.written(ProductId(1), Arc::new(Known::nothing()));
    let old = desk(vec![filed(1, "Pera", "Pera.", 0)]);
    assert_eq!(screen.files_are(old), Action::Read);
}

#[test]
fn a_letter_with_shift_frees_the_rest_and_caps_lock_does_not() {
    let mut screen = screen(vec![filed(1, "Pera", "Pera.", 0)]);
    let count = |action| match action {
        Action::Write(_, Change::Declare(words)) => words.len(),
        other => panic!("{other:?}"),
    };
    let _ = screen.update(Message::Pressed(Key::Home), &words());
    let locked = screen.update(Message::Typed('S', false), &words());
    assert_eq!(count(locked), 1);
    let shifted = screen.update(Message::Typed('S', true), &words());
    assert_eq!(count(shifted), Allergen::LISTED.len() - 1);
}

#[test]
fn figures_are_states_in_every_language_and_letters_in_their_own() {
    for locale in Locale::ALL {
        let words = I18n::new(locale);
        for (figure, (state, key)) in ('1'..).zip(STATES) {
            assert_eq!(key_state(figure, &words), Some(state));
            let letter = words.text(key).chars().next().unwrap();
            assert_eq!(key_state(letter, &words), Some(state), "{locale}");
            assert!(!is_key(letter, "declare-key-accept", &words), "{locale}");
        }
        assert_eq!(key_state('0', &words), None);
        assert_eq!(key_state('9', &words), None);
    }
}

#[test]
fn the_row_in_hand_is_the_same_product_whatever_comes_before_it() {
    let mut matrix = Matrix::default();
    matrix.arrange(&desk(vec![milk(5, 0), milk(9, 0)]), &[]);
    matrix.go_to(ProductId(9));
    matrix.arrange(&desk(vec![milk(3, 0), milk(5, 0), milk(9, 0)]), &[]);
    assert_eq!(matrix.rows[matrix.row], ProductId(9));
}

#[test]
fn all_that_a_label_says_for_sure_is_accepted_in_one_press() {
    let label = "Harina de trigo, leche en polvo, huevo. Puede contener trazas de maní.";
    let mut screen = screen(vec![filed(1, "Bizcocho", label, 0)]);
    let _ = screen.update(Message::PageChosen(Page::Queue), &words());
    let action = screen.update(Message::Typed('A', true), &words());
    let Action::Write(_, Change::Declare(said)) = action else {
        panic!("{action:?}");
    };
    let state = |wanted| {
        said.iter()
            .find(|(of, _)| *of == wanted)
            .map(|(_, word)| word.state)
    };
    assert_eq!(state(Allergen::MILK), Some(Declared::Contains));
    assert_eq!(state(Allergen::EGG), Some(Declared::Contains));
    assert_eq!(state(Allergen::PEANUT), Some(Declared::MayContain));
    assert!(
        said.iter()
            .all(|(_, word)| word.quote.is_some() && word.against.is_none())
    );
}

#[test]
fn a_text_that_was_typed_is_never_lost_by_leaving() {
    let mut screen = screen(vec![filed(1, "Pera", "Pera.", 0)]);
    let _ = screen.update(Message::ProductPressed(ProductId(1)), &words());
    let typed = ProductMessage::NameTyped("Pera grande".into());
    let _ = screen.update(Message::Product(typed), &words());
    let _ = screen.update(Message::Pressed(Key::Escape), &words());
    assert!(screen.open.is_some() && screen.dialog == Some(Dialog::Unsaved));
    let _ = screen.update(Message::DialogClosed, &words());
    assert_eq!(screen.open.as_ref().unwrap().name, "Pera grande");
    let _ = screen.update(Message::DiscardPressed, &words());
    assert!(screen.open.is_none() && screen.dialog.is_none());
}

#[test]
fn a_second_part_never_loses_the_first() {
    let mut screen = screen(vec![milk(1, 0), milk(2, 0), milk(3, 0)]);
    let add = |screen: &mut Declare, part| {
        let added = ProductMessage::PartAdded(ProductId(part));
        screen.update(Message::Product(added), &words())
    };
    let composed = |parts: &[i64]| {
        let parts = parts.iter().copied().map(ProductId).collect();
        Action::Write(ProductId(1), Change::Compose(parts))
    };
    let _ = screen.update(Message::ProductPressed(ProductId(1)), &words());
    assert_eq!(add(&mut screen, 2), composed(&[2]));
    // Neither is answered, nor read again.
    assert_eq!(add(&mut screen, 3), composed(&[2, 3]));
    let _ = screen.refused(ProductId(1), "El disco está lleno.".into());
    let _ = screen.refused(ProductId(1), "El disco está lleno.".into());
    assert_eq!(add(&mut screen, 3), Action::None, "its parts are not known");
    let fresh = || desk(vec![milk(1, 0), milk(2, 0), milk(3, 0)]);
    assert_eq!(
        screen.files_are(fresh()),
        Action::Read,
        "older than the refusal"
    );
    let _ = screen.files_are(fresh());
    assert_eq!(add(&mut screen, 3), composed(&[3]), "what is on file");
}

#[test]
fn letters_of_a_search_declare_nothing() {
    let mut screen = screen(vec![filed(1, "Pera", "Pera.", 0)]);
    let typed = |screen: &mut Declare, letters: &str| {
        let typed = letters.chars();
        let actions = typed.map(|letter| screen.update(Message::Typed(letter, false), &words()));
        actions.filter(|action| *action != Action::None).count()
    };
    assert_eq!(typed(&mut screen, "sopa"), 0);
    let _ = screen.update(Message::SearchChanged("pe".into()), &words());
    let _ = screen.update(Message::SearchSubmitted, &words());
    assert_eq!(typed(&mut screen, "sopa"), 0, "no cell was chosen");
    let _ = screen.update(Message::Pressed(Key::Left), &words());
    assert_eq!(typed(&mut screen, "s"), 1);
    let _ = screen.opened_again();
    assert_eq!(typed(&mut screen, "s"), 0, "another visit");
}

#[test]
fn a_key_that_takes_back_takes_back_one_thing_once() {
    let mut screen = screen(vec![milk(1, 0)]);
    let _ = screen.find_row(ProductId(1));
    let milk = Allergen::LISTED
        .iter()
        .position(|(of, _)| *of == Allergen::MILK);
    let _ = screen.update(Message::ColumnTurned(milk.unwrap()), &words());
    let _ = screen.update(Message::Typed('c', false), &words());
    let _ = screen.update(Message::Pressed(Key::Left), &words());
    let back = screen.update(Message::Pressed(Key::TakeBack), &words());
    assert!(matches!(
        back,
        Action::Write(ProductId(1), Change::Declare(_))
    ));
    assert_eq!(screen.cell().unwrap().1, Allergen::MILK, "still in hand");
    let again = screen.update(Message::Pressed(Key::TakeBack), &words());
    assert_eq!(again, Action::None);
}

#[test]
fn a_bounce_never_answers_the_next_proposal() {
    let drink = |id| filed(id, "Bebida", "Leche en polvo.", 0);
    let mut screen = screen(vec![drink(1), drink(2)]);
    let noon = chrono::DateTime::parse_from_rfc3339("2026-11-23T12:00:00-03:00").unwrap();
    let at = |millis| Moment::new(noon).plus_millis(millis);
    let accept = |screen: &mut Declare, millis| {
        screen.time_is(at(millis));
        screen.update(Message::AcceptPressed, &words())
    };
    let _ = screen.update(Message::PageChosen(Page::Queue), &words());
    assert!(matches!(accept(&mut screen, 0), Action::Write(..)));
    assert_eq!(accept(&mut screen, 2_000), Action::None, "on its way");
    let mut known = Known::nothing();
    let day = at(0).day();
    let said = crate::domain::diet::Declaration::new(Declared::Contains, Source::Label, day);
    let contains = crate::domain::diet::Knowledge {
        state: Declared::Contains,
        because: crate::domain::diet::Because::Said(said),
    };
    known.learn(Allergen::MILK, contains);
    let _ = screen.written(ProductId(1), Arc::new(known));
    assert_eq!(screen.entry().unwrap().product, ProductId(2));
    assert_eq!(accept(&mut screen, 300), Action::None, "a bounce");
    let read = accept(&mut screen, 900);
    assert!(matches!(read, Action::Write(ProductId(2), _)));
}

#[test]
fn nothing_is_said_twice_by_a_second_press() {
    use crate::domain::diet::Diet;
    let mut screen = screen(vec![filed(1, "Pera", "Pera.", 0)]);
    let _ = screen.update(Message::ProductPressed(ProductId(1)), &words());
    let press = |screen: &mut Declare, message| screen.update(Message::Product(message), &words());
    let _ = press(&mut screen, ProductMessage::NameTyped("Pera grande".into()));
    let saved = press(&mut screen, ProductMessage::SavePressed);
    assert!(matches!(saved, Action::Write(..)));
    assert!(!screen.has_unsaved_text());
    assert_eq!(
        press(&mut screen, ProductMessage::SavePressed),
        Action::None
    );
    let suits = || ProductMessage::DietChosen(Diet::VEGAN, Some(true));
    assert!(matches!(press(&mut screen, suits()), Action::Write(..)));
    assert_eq!(press(&mut screen, suits()), Action::None);
    let _ = screen.refused(ProductId(1), "El disco está lleno.".into());
    assert!(screen.has_unsaved_text(), "it was not saved");
    assert!(matches!(press(&mut screen, suits()), Action::Write(..)));
}
