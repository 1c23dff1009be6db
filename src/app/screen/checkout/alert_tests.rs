//! Promises of the alert: who is stopped, how a label lets them go on, and what is noted of it.

use std::sync::Arc;

use super::dialog::Dialog;
use super::message::*;
use super::tests::{ALLERGIC, Canteen, documented, lunch, press, scan, sofia, vegan};
use super::*;
use crate::app::sound::Cue;
use crate::domain::cart::LineId;
use crate::domain::catalogue::Product;
use crate::domain::diet::*;
use crate::domain::user::{Approved, Right};
use crate::domain::{ProductId, Quantity, StudentId, UserId};
use crate::store::diet::{Alerted, Outcome};

/// Not declared by anybody.
const TURRON: i64 = 14;

fn actions(action: Action) -> Vec<Action> {
    match action {
        Action::Batch(all) => all.into_iter().flat_map(actions).collect(),
        action => vec![action],
    }
}

fn notes(action: Action) -> Vec<Alerted> {
    let notes = actions(action)
        .into_iter()
        .filter_map(|action| match action {
            Action::Note(notes) => Some(notes),
            _ => None,
        });
    notes.flatten().collect()
}

fn outcomes(action: Action) -> Vec<(i64, Outcome)> {
    let notes = notes(action).into_iter();
    notes.map(|note| (note.product.0, note.outcome)).collect()
}

fn cues(action: Action) -> Vec<Cue> {
    let cues = actions(action)
        .into_iter()
        .filter_map(|action| match action {
            Action::Sound(cue, _) => Some(cue),
            _ => None,
        });
    cues.collect()
}

fn is_stopped(screen: &Screen) -> bool {
    matches!(screen.dialog, Some(Dialog::Alert(_)))
}

impl Canteen {
    /// The product with this known of it.
    fn knowing(&self, id: i64, allergen: Allergen, knowledge: Knowledge) -> Arc<Product> {
        self.told(|context| {
            let mut product = (**context.catalogue.get(ProductId(id)).unwrap()).clone();
            Arc::make_mut(&mut product.known).learn(allergen, knowledge);
            Arc::new(product)
        })
    }

    /// The product as its label was read just now.
    fn read(&self, id: i64, allergen: Allergen, state: Declared) -> Arc<Product> {
        let day = self.told(|context| context.rules.day);
        let said = Declaration::new(state, Source::Label, day);
        self.knowing(id, allergen, Knowledge::said(said))
    }
}

#[test]
fn a_label_read_in_two_touches_unblocks_only_what_is_free() {
    let severe = [(Allergen::PEANUT, Severity::Severe)];
    for (state, sold) in [
        (Declared::Free, true),
        (Declared::MayContain, false),
        (Declared::Contains, false),
    ] {
        let canteen = Canteen::new();
        let mut screen = canteen.after([press(TURRON), sofia(&severe)]);
        assert!(is_stopped(&screen));
        let first = canteen.tell(&mut screen, Message::LabelPressed(LineId(0)));
        assert_eq!(first, Action::None);
        let said = Message::LabelSaid(LineId(0), Allergen::PEANUT, state);
        let second = canteen.tell(&mut screen, said.clone());
        let wanted = Action::Declare {
            product: ProductId(TURRON),
            allergens: vec![Allergen::PEANUT],
            state,
        };
        assert_eq!(second, wanted);
        let bounced = canteen.tell(&mut screen, said);
        assert_eq!(bounced, Action::None, "one word is one fact");
        let known = canteen.read(TURRON, Allergen::PEANUT, state);
        let noted = Message::LabelNoted(ProductId(TURRON), Ok(known));
        let told = canteen.tell(&mut screen, noted);
        assert_eq!(outcomes(told), [(TURRON, Outcome::Declared)]);
        assert_eq!(is_stopped(&screen), !sold, "{state:?}");
        let _ = canteen.tell(&mut screen, Message::DialogClosed);
        let _ = canteen.tell(&mut screen, Message::PayPressed(Way::Account));
        assert_eq!(screen.machine.paying().is_some(), sold, "{state:?}");
    }
}

#[test]
fn a_finger_that_bounces_does_not_answer_for_the_next_allergen() {
    crate::app::font::load();
    let canteen = Canteen::new();
    let mut screen = canteen.after([press(TURRON), sofia(&ALLERGIC)]);
    let _ = canteen.tell(&mut screen, Message::LabelPressed(LineId(0)));
    let said = |screen: &Screen| {
        canteen.told(|context| {
            let mut ui = iced_test::Simulator::new(screen.view(context));
            let _ = ui.click("No contiene").expect("the first of them");
            ui.into_messages().collect::<Vec<_>>()
        })
    };
    let first = said(&screen).remove(0);
    assert!(matches!(first, Message::LabelSaid(_, Allergen::PEANUT, _)));
    let _ = canteen.tell(&mut screen, first);
    assert!(said(&screen).is_empty(), "it is being written down");
    let known = canteen.read(TURRON, Allergen::PEANUT, Declared::Free);
    let noted = Message::LabelNoted(ProductId(TURRON), Ok(known));
    let _ = canteen.tell(&mut screen, noted);
    assert!(screen.reading().is_some(), "the milk is still to be read");
    assert!(said(&screen).is_empty(), "in its place nothing is pressed");
}

#[test]
fn words_on_the_label_outweigh_a_cashiers_no_and_the_till_says_so() {
    let canteen = Canteen::new();
    let severe = [(Allergen::PEANUT, Severity::Severe)];
    let free = Message::LabelSaid(LineId(0), Allergen::PEANUT, Declared::Free);
    let mut screen = canteen.after([press(TURRON), sofia(&severe), free]);
    let quote = Quote {
        place: crate::domain::diet::Place::Ingredients,
        text: "maní tostado".into(),
    };
    let reads = Knowledge {
        state: Declared::Contains,
        because: Because::Reads(quote, None),
    };
    let known = canteen.knowing(TURRON, Allergen::PEANUT, reads);
    let _ = canteen.tell(
        &mut screen,
        Message::LabelNoted(ProductId(TURRON), Ok(known)),
    );
    assert!(is_stopped(&screen));
    let of = (ProductId(TURRON), Allergen::PEANUT);
    assert!(screen.watch.stands_against(of.0, of.1));
    canteen.told(|context| {
        crate::app::font::load();
        let mut ui = iced_test::Simulator::new(screen.view(context));
        let name = [("allergen", "maní".into())];
        let said = context.words.text_with("label-stands", &name);
        assert!(ui.find(said.as_str()).is_ok(), "{said}");
    });
}

#[test]
fn a_label_that_was_not_noted_unblocks_nothing() {
    let canteen = Canteen::new();
    let free = Message::LabelSaid(LineId(0), Allergen::PEANUT, Declared::Free);
    let noted = Message::LabelNoted(ProductId(TURRON), Err("El disco está lleno.".into()));
    let mut screen = canteen.after([press(TURRON), sofia(&ALLERGIC), free.clone(), noted]);
    assert!(is_stopped(&screen) && screen.said().contains("disco"));
    let again = canteen.tell(&mut screen, free);
    assert!(
        matches!(again, Action::Declare { .. }),
        "it can be tried again"
    );
}

#[test]
fn a_label_is_not_read_of_what_somebody_has_declared() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([press(8), sofia(&ALLERGIC)]);
    let _ = canteen.tell(&mut screen, Message::LabelPressed(LineId(0)));
    assert!(screen.reading().is_none());
    let free = Message::LabelSaid(LineId(0), Allergen::PEANUT, Declared::Free);
    assert_eq!(canteen.tell(&mut screen, free), Action::None);
    let other = Message::LabelSaid(LineId(0), Allergen::EGG, Declared::Free);
    assert_eq!(canteen.tell(&mut screen, other), Action::None);
}

#[test]
fn neither_esc_nor_enter_nor_a_scan_sends_an_alert_away() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([press(TURRON), sofia(&ALLERGIC)]);
    let _ = canteen.tell(&mut screen, Message::LabelPressed(LineId(0)));
    assert!(screen.reading().is_some());
    for (message, reads) in [
        (scan("7840000000001"), true),
        (Message::Shortcut(Shortcut::Enter), true),
        (Message::Typed('1'), true),
        (Message::Shortcut(Shortcut::Escape), false),
        (Message::Shortcut(Shortcut::Escape), false),
        (Message::ConfirmPressed, false),
        (Message::AuthorisePressed, false),
    ] {
        let told = canteen.tell(&mut screen, message.clone());
        assert_eq!(told, Action::None, "{message:?}");
        assert!(is_stopped(&screen), "{message:?}");
        assert_eq!(screen.reading().is_some(), reads, "{message:?}");
    }
}

#[test]
fn a_product_edited_while_it_is_in_the_cart_is_judged_again_even_while_somebody_pays() {
    let canteen = Canteen::new();
    let pay = Message::PayPressed(Way::Account);
    let mut screen = canteen.after([sofia(&ALLERGIC), press(1), pay]);
    assert!(screen.machine.paying().is_some());
    let milk = canteen.read(1, Allergen::MILK, Declared::Contains);
    let told = canteen.tell(&mut screen, Message::ProductChanged(milk));
    assert!(is_stopped(&screen) && screen.machine.paying().is_none());
    assert_eq!(cues(told), [Cue::Ask]);
    let free = canteen.read(1, Allergen::MILK, Declared::Free);
    let told = canteen.tell(&mut screen, Message::ProductChanged(free));
    assert!(!is_stopped(&screen));
    assert_eq!(outcomes(told), [(1, Outcome::Declared)]);
}

#[test]
fn the_cart_is_judged_again_when_the_policy_or_the_pupil_changes() {
    let mut canteen = Canteen::new();
    let mild = [(Allergen::MILK, Severity::Mild)];
    let mut screen = canteen.after([sofia(&mild), press(2), Message::ConfirmPressed]);
    assert!(!is_stopped(&screen));
    let policy = Policy::standard();
    let stricter = policy.with(Declared::Contains, Severity::Moderate, Response::Refuse);
    canteen.rules.policy = stricter.unwrap();
    let _ = canteen.tell(&mut screen, Message::RulesChanged);
    assert!(!is_stopped(&screen), "it is no other answer to a mild one");
    let Message::CustomerFound(Ok(worse)) = sofia(&[(Allergen::MILK, Severity::Moderate)]) else {
        panic!("she is found");
    };
    let pay = Message::PayPressed(Way::Cash);
    let _ = canteen.tell(&mut screen, pay);
    let _ = canteen.tell(&mut screen, Message::CustomerChanged(worse));
    assert!(is_stopped(&screen) && screen.machine.paying().is_none());
}

#[test]
fn a_diet_only_asks_to_be_confirmed() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([press(15)]);
    let told = canteen.tell(&mut screen, vegan());
    assert_eq!(cues(told), [Cue::Ask]);
    let told = canteen.tell(&mut screen, Message::ConfirmPressed);
    assert_eq!(outcomes(told), [(15, Outcome::Confirmed)]);
    let _ = canteen.tell(&mut screen, Message::PayPressed(Way::Account));
    assert!(screen.machine.paying().is_some());
}

#[test]
fn every_decision_is_noted_once_with_what_was_shown() {
    let canteen = Canteen::new();
    let alerted = |more: Vec<Message>| {
        let mut screen = canteen.after([press(8), press(2), press(1), documented()]);
        assert!(is_stopped(&screen));
        let told = more
            .into_iter()
            .map(|message| canteen.tell(&mut screen, message));
        let noted = told.flat_map(notes).collect::<Vec<_>>();
        let silent = canteen.tell(&mut screen, Message::PupilDismissed);
        let left = notes(silent);
        (noted, left.len())
    };
    let (removed, left) = alerted(vec![Message::RemovePressed(vec![LineId(0)])]);
    assert_eq!((removed.len(), left), (1, 1), "the milk was still open");
    assert_eq!(removed[0].outcome, Outcome::Removed);
    assert_eq!(
        (removed[0].student, removed[0].product),
        (StudentId(1), ProductId(8))
    );
    assert_eq!(removed[0].shown[0].response, Response::Refuse);
    let both = Message::RemovePressed(vec![LineId(0), LineId(1)]);
    let (removed, left) = alerted(vec![both.clone(), both]);
    assert_eq!((removed.len(), left), (2, 0));
    let (swapped, _) = alerted(vec![Message::AlternativePressed(ProductId(9))]);
    assert_eq!(swapped[0].outcome, Outcome::Swapped(ProductId(9)));
    let back = Message::DialogClosed;
    for way_out in [
        vec![Message::PupilDismissed],
        vec![Message::ClearPressed, Message::DialogConfirmed],
        vec![Message::HoldPressed, Message::DialogConfirmed],
    ] {
        let mut told = vec![back.clone()];
        told.extend(way_out);
        let (noted, left) = alerted(told);
        assert_eq!((noted.len(), left), (2, 0));
        assert!(noted.iter().all(|note| note.outcome == Outcome::Left));
    }
}

#[test]
fn an_approval_is_noted_with_who_and_why_and_kept_with_the_sale() {
    let canteen = Canteen::new();
    let mut told = vec![sofia(&ALLERGIC)];
    told.extend([press(2), Message::AuthorisePressed]);
    told.extend("2580".chars().map(Message::Typed));
    told.push(Message::TextChanged("su madre llamó".into()));
    let mut screen = canteen.after(told);
    let Action::Approve(request) = canteen.tell(&mut screen, Message::DialogConfirmed) else {
        panic!("a PIN and a reason are asked about");
    };
    assert_eq!(request.right, Right::ApproveRestriction);
    let (by, reason) = (UserId(2), request.reason);
    let approved = Approved {
        by,
        reason: reason.clone(),
    };
    let told = canteen.tell(&mut screen, Message::Approved(request.number, Ok(approved)));
    assert_eq!(outcomes(told), [(2, Outcome::Approved(by, reason))]);
    let _ = canteen.tell(&mut screen, Message::PayPressed(Way::Account));
    let Action::Commit(sale) = canteen.tell(&mut screen, Message::DialogConfirmed) else {
        panic!("it is paid");
    };
    assert_eq!(sale.cart().decisions().len(), 1);
}

#[test]
fn a_refusal_is_heard_once_and_what_is_allowed_not_at_all() {
    let canteen = Canteen::new();
    let mut screen = canteen.after(lunch());
    assert_eq!(cues(canteen.tell(&mut screen, sofia(&ALLERGIC))), []);
    assert_eq!(cues(canteen.tell(&mut screen, press(9))), []);
    assert_eq!(cues(canteen.tell(&mut screen, press(2))), [Cue::Ask]);
    assert_eq!(cues(canteen.tell(&mut screen, press(8))), [Cue::Refuse]);
    let step = Message::StepPressed(LineId(0), 1);
    assert_eq!(cues(canteen.tell(&mut screen, step)), []);
    let _ = canteen.tell(&mut screen, Message::DialogClosed);
    let pay = Message::PayPressed(Way::Cash);
    assert_eq!(cues(canteen.tell(&mut screen, pay)), [Cue::Refuse]);
}

#[test]
fn one_touch_swaps_for_what_is_declared_free_nearest_in_price_first() {
    let canteen = Canteen::new();
    let mut screen = canteen.after([sofia(&ALLERGIC), press(8)]);
    let _ = canteen.tell(&mut screen, Message::DialogClosed);
    let _ = canteen.tell(&mut screen, Message::StepPressed(LineId(0), 1));
    canteen.told(|context| {
        let Some(Dialog::Alert(alert)) = &screen.dialog else {
            panic!("she is allergic");
        };
        let offered = find::alternatives(&screen, &alert.conflicts, context);
        let offered: Vec<_> = offered.iter().map(|product| product.id.0).collect();
        // 4.030 and 3.500 beside 4.500; the turrón at 3.000 was read by nobody.
        assert_eq!(offered, [13, 9]);
    });
    let _ = canteen.tell(&mut screen, Message::AlternativePressed(ProductId(13)));
    assert!(screen.dialog.is_none());
    let lines = screen.cart().lines();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].product().id, ProductId(13));
    assert_eq!(
        lines[0].quantity(),
        Quantity::pieces(2),
        "as many as before"
    );
}

#[test]
fn what_the_canteen_added_is_called_by_its_name() {
    let mut canteen = Canteen::new();
    let mut names = OwnNames::default();
    let red = names.new_allergen("Colorante rojo").unwrap();
    let own = red.id;
    names.allergens.push(red);
    canteen.words = canteen.words.naming(names);
    let screen = canteen.after([press(1), sofia(&[(own, Severity::Critical)])]);
    canteen.told(|context| {
        crate::app::font::load();
        let mut ui = iced_test::Simulator::new(screen.view(context));
        let name = [("allergen", "Colorante rojo".into())];
        let said = context.words.text_with("declared-unknown", &name);
        assert!(ui.find(said.as_str()).is_ok(), "{said}");
    });
}

/// Every answer of an alert, in the smallest window at the greatest letters that it is meant for.
#[test]
fn the_answers_of_an_alert_are_in_sight_at_any_size() {
    crate::app::font::load();
    let canteen = Canteen::new();
    let told = [press(8), press(TURRON), press(15), press(2), documented()];
    let screen = canteen.after(told);
    for (width, height) in [(1192.0, 744.0), (936.0, 544.0), (594.0, 343.0)] {
        canteen.told(|context| {
            let size = iced::Size::new(width, height);
            let settings = iced::Settings::default();
            let mut ui = iced_test::Simulator::with_size(settings, size, screen.view(context));
            for label in ["Volver a la venta", "Quitar los 4 y seguir"] {
                let _ = ui
                    .click(label)
                    .unwrap_or_else(|_| panic!("{label} is not in sight at {width}"));
            }
            assert!(
                ui.find("Autorizar con PIN…").is_err(),
                "no PIN beside a refusal"
            );
            assert_eq!(ui.into_messages().count(), 2);
        });
    }
}
