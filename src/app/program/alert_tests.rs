//! The alert on a real folder: what is decided at the checkout is on file, once.

use super::tests::{Canteen, apple, clock};
use super::*;
use crate::app::screen::checkout::Message as Sell;
use crate::domain::cart::LineId;
use crate::domain::catalogue::NewProduct;
use crate::domain::diet::{
    Allergen, Declared, Needs, Restriction, Severity, Source, Verdict, judge,
};
use crate::domain::user::{Pin, Role};
use crate::store::Stamp;
use crate::store::diet::{PastAlert, SaidWhat, Text, Word};

const PEANUT: Allergen = Allergen::PEANUT;

fn named(name: &str) -> NewProduct {
    NewProduct {
        name: name.into(),
        ..apple()
    }
}

/// A canteen whose pupil must not eat peanut; nobody has declared anything.
fn with_an_allergic_pupil() -> Canteen {
    let peanut = Restriction::new(PEANUT, Severity::Severe, "su madre");
    let goods = ["Manzana", "Pera", "Barra de maní", "Turrón de azúcar"];
    Canteen::selling(goods.map(named).into(), vec![peanut])
}

impl Canteen {
    fn press(&mut self, name: &str) -> ProductId {
        let product = self.program.product(name).unwrap();
        self.sell(Sell::ProductPressed(product));
        product
    }

    fn line(&self) -> LineId {
        self.program.cart().lines()[0].id()
    }

    fn label(&mut self, state: Declared) {
        let line = self.line();
        self.sell(Sell::LabelPressed(line));
        self.sell(Sell::LabelSaid(line, PEANUT, state));
    }

    /// What is on file of alerts about the pupil.
    fn alerts(&self) -> Vec<PastAlert> {
        let student = self.till.roll().wait().unwrap().unwrap()[0].0;
        let day = clock().day();
        let sheet = self.till.sheet(student, day, day).wait().unwrap().unwrap();
        sheet.alerts
    }

    fn outcomes(&self) -> Vec<(String, String)> {
        let alerts = self.alerts().into_iter();
        alerts.map(|alert| (alert.product, alert.outcome)).collect()
    }
}

fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = of.iter();
    owned
        .map(|(product, outcome)| ((*product).to_owned(), (*outcome).to_owned()))
        .collect()
}

#[test]
fn a_label_read_at_the_till_is_on_file_and_the_sale_goes_on_at_once() {
    let mut canteen = with_an_allergic_pupil();
    canteen.scan("00414");
    let apple = canteen.press("Manzana");
    assert!(canteen.program.checkout.has_alert());
    canteen.label(Declared::Free);
    assert!(!canteen.program.checkout.has_alert());
    assert_eq!(canteen.outcomes(), pairs(&[("Manzana", "declared")]));
    let history = canteen.till.history_of(apple).wait().unwrap().unwrap();
    let said = history.iter().find_map(|said| match &said.what {
        SaidWhat::Allergen(allergen, state, source, _) => Some((*allergen, *state, *source)),
        _ => None,
    });
    assert_eq!(said, Some((PEANUT, Declared::Free, Source::Label)));
    assert_eq!(history[0].by.as_deref(), Some("María"));
    canteen.sell(Sell::PayPressed(checkout::Way::Account));
    canteen.sell(Sell::DialogConfirmed);
    assert!(canteen.program.cart().is_untouched(), "it is sold");
    assert_eq!(canteen.outcomes().len(), 1);
}

#[test]
fn a_label_that_says_yes_stays_refused_and_is_noted_beside_what_became_of_it() {
    let mut canteen = with_an_allergic_pupil();
    canteen.press("Manzana");
    canteen.scan("00414");
    canteen.label(Declared::Contains);
    assert!(canteen.program.checkout.has_alert());
    let line = canteen.line();
    canteen.sell(Sell::RemovePressed(vec![line]));
    canteen.sell(Sell::RemovePressed(vec![line]));
    let both = pairs(&[("Manzana", "declared"), ("Manzana", "removed")]);
    assert_eq!(canteen.outcomes(), both);
    let shown = canteen.alerts();
    assert_ne!(shown[0].shown, shown[1].shown, "what was shown each time");
}

#[test]
fn the_name_of_a_product_outweighs_a_cashiers_no() {
    let mut canteen = with_an_allergic_pupil();
    canteen.scan("00414");
    let bar = canteen.press("Barra de maní");
    canteen.label(Declared::Free);
    assert!(canteen.program.checkout.has_alert());
    let known = canteen.till.product(bar).wait().unwrap().unwrap();
    assert_ne!(known.known.state(PEANUT), Declared::Free);
}

#[test]
fn a_cashiers_no_about_a_dish_does_not_speak_for_a_part_that_nobody_has_read() {
    let mut canteen = with_an_allergic_pupil();
    let product = |name| canteen.program.product(name).unwrap();
    let (dish, part) = (product("Manzana"), product("Pera"));
    let made = canteen.till.compose(dish, vec![part], Stamp::at(clock()));
    made.wait().unwrap().unwrap();
    let catalogue = canteen.till.catalogue().wait().unwrap().unwrap();
    let read = Message::CatalogueRead(Ok(Box::new(catalogue)));
    canteen.program.play(read);
    canteen.scan("00414");
    canteen.press("Manzana");
    canteen.label(Declared::Free);
    assert!(canteen.program.checkout.has_alert(), "the part may hold it");
    let word = Word {
        state: Declared::Free,
        source: Source::Label,
        quote: None,
        against: None,
    };
    let declared = canteen
        .till
        .declare(part, vec![(PEANUT, word)], Stamp::at(clock()));
    declared.wait().unwrap().unwrap();
    let catalogue = canteen.till.catalogue().wait().unwrap().unwrap();
    let read = Message::CatalogueRead(Ok(Box::new(catalogue)));
    canteen.program.play(read);
    assert!(!canteen.program.checkout.has_alert());
}

#[test]
fn a_product_declared_elsewhere_is_judged_again_in_the_cart_and_on_its_tile() {
    let mut canteen = with_an_allergic_pupil();
    canteen.scan("00414");
    let pear = canteen.press("Pera");
    let word = Word {
        state: Declared::Free,
        source: Source::Supplier,
        quote: None,
        against: None,
    };
    let declared = canteen
        .till
        .declare(pear, vec![(PEANUT, word)], Stamp::at(clock()));
    declared.wait().unwrap().unwrap();
    let catalogue = canteen.till.catalogue().wait().unwrap().unwrap();
    canteen
        .program
        .play(Message::CatalogueRead(Ok(Box::new(catalogue))));
    assert!(!canteen.program.checkout.has_alert());
    // Another recipe: what was declared free is not known of it any more.
    let text = Text {
        name: "Pera".into(),
        ingredients: Some("pera, pasta de maní".into()),
        statement: None,
    };
    let written = canteen.till.describe(pear, text, Stamp::at(clock()));
    written.wait().unwrap().unwrap();
    let catalogue = canteen.till.catalogue().wait().unwrap().unwrap();
    canteen
        .program
        .play(Message::CatalogueRead(Ok(Box::new(catalogue))));
    assert!(canteen.program.checkout.has_alert());
    let buyer = canteen.program.cart().customer().unwrap().student.clone();
    let tile = canteen.program.catalogue.get(pear).unwrap();
    let needs: Needs<'_> = buyer.needs();
    let rules = &canteen.program.rules;
    let verdict = judge(&tile.known, needs, &rules.policy, rules.day);
    assert!(matches!(verdict, Verdict::Refuse(_)));
}

#[test]
fn a_pupil_restricted_meanwhile_is_looked_up_again_on_the_way_back() {
    let mut canteen = Canteen::new();
    canteen.scan("00414");
    canteen.press("Manzana");
    canteen.program.play(Message::Went(Place::Sales));
    let student = canteen.program.cart().customer().unwrap().student.id;
    let peanut = Restriction::new(PEANUT, Severity::Critical, "su madre");
    let restricted = canteen.till.restrict(student, peanut, Stamp::at(clock()));
    restricted.wait().unwrap().unwrap();
    canteen.program.play(Message::Went(Place::Checkout));
    assert!(canteen.program.checkout.has_alert());
}

#[test]
fn a_decision_that_cannot_be_noted_is_for_the_technician_and_selling_goes_on() {
    let mut canteen = with_an_allergic_pupil();
    canteen.scan("00414");
    canteen.press("Manzana");
    let db = rusqlite::Connection::open(canteen.folder.path().join("cantina.db")).unwrap();
    db.execute_batch("ALTER TABLE alert RENAME TO gone")
        .unwrap();
    let line = canteen.line();
    canteen.sell(Sell::RemovePressed(vec![line]));
    assert!(canteen.program.cart().lines().is_empty());
    assert_eq!(canteen.said(), "");
    assert!(canteen.program.notice.is_none());
    let _ = canteen.till.held().wait().unwrap();
    let log = std::fs::read_to_string(canteen.folder.path().join("logs/till.log")).unwrap();
    assert!(log.contains("alert"), "{log}");
}

#[test]
fn who_approved_and_why_is_on_file_with_the_alert_and_with_the_sale() {
    let milk = Allergen::MILK;
    let moderate = Restriction::new(milk, Severity::Moderate, "su madre");
    let mut flan = named("Flan");
    let said =
        crate::domain::diet::Declaration::new(Declared::Contains, Source::Label, clock().day());
    flan.declarations.declare(milk, said);
    let mut canteen = Canteen::selling(vec![flan], vec![moderate]);
    let pin = Pin::parse("7913").unwrap();
    let rosa = canteen.till.add_user("Rosa".into(), Role::Supervisor, pin);
    rosa.wait().unwrap().unwrap();
    canteen.scan("00414");
    canteen.press("Flan");
    canteen.sell(Sell::AuthorisePressed);
    canteen.sell(Sell::TextChanged("su madre llamó".into()));
    for figure in "7913".chars() {
        canteen.sell(Sell::Typed(figure));
    }
    canteen.sell(Sell::DialogConfirmed);
    canteen.sell(Sell::PayPressed(checkout::Way::Account));
    canteen.sell(Sell::DialogConfirmed);
    assert!(canteen.program.cart().is_untouched());
    let alerts = canteen.alerts();
    assert_eq!(alerts.len(), 1);
    assert_eq!(alerts[0].outcome, "approved");
    assert_eq!(alerts[0].approved_by.as_deref(), Some("Rosa"));
    assert_eq!(alerts[0].reason.as_deref(), Some("su madre llamó"));
    let db = rusqlite::Connection::open(canteen.folder.path().join("cantina.db")).unwrap();
    let kept = "SELECT count(*) FROM decision WHERE approved_by IS NOT NULL";
    let kept: i64 = db.query_row(kept, [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 1);
}

#[test]
fn whoever_locks_the_till_over_an_alert_has_left_it_and_the_next_decision_is_the_next_persons() {
    let mut canteen = with_an_allergic_pupil();
    canteen.scan("00414");
    canteen.press("Manzana");
    canteen.program.play(Message::Went(Place::Lock));
    assert!(canteen.program.user().is_none());
    assert_eq!(canteen.outcomes(), pairs(&[("Manzana", "left")]));
    canteen.sign_in();
    assert!(canteen.program.checkout.has_alert());
    let line = canteen.line();
    canteen.sell(Sell::RemovePressed(vec![line]));
    let both = pairs(&[("Manzana", "left"), ("Manzana", "removed")]);
    assert_eq!(canteen.outcomes(), both);
}

#[test]
fn an_alert_whose_restriction_is_ended_elsewhere_is_on_file_as_left() {
    let mut canteen = with_an_allergic_pupil();
    canteen.scan("00414");
    canteen.press("Manzana");
    let student = canteen.program.cart().customer().unwrap().student.id;
    let ended =
        canteen
            .till
            .end_restriction(student, PEANUT, "su madre".into(), Stamp::at(clock()));
    ended.wait().unwrap().unwrap();
    canteen.program.play(Message::Went(Place::Checkout));
    assert!(!canteen.program.checkout.has_alert());
    assert_eq!(canteen.outcomes(), pairs(&[("Manzana", "left")]));
}

#[test]
fn a_label_on_its_way_keeps_the_till_open_and_its_answer_finds_the_alert() {
    let mut canteen = with_an_allergic_pupil();
    canteen.scan("00414");
    canteen.press("Manzana");
    let line = canteen.line();
    canteen.sell(Sell::LabelPressed(line));
    let said = Sell::LabelSaid(line, PEANUT, Declared::Free);
    let noting = canteen.program.begin(Message::Checkout(said));
    let users = canteen.till.users().wait().unwrap().unwrap();
    canteen.program.play(Message::Went(Place::Lock));
    canteen.program.play(Message::UsersRead(Ok(users)));
    assert!(canteen.program.user().is_some());
    canteen.program.end(noting);
    assert!(!canteen.program.checkout.has_alert());
}

#[test]
fn a_pupil_restricted_behind_the_lock_is_judged_anew_at_the_next_sign_in() {
    let mut canteen = Canteen::new();
    canteen.scan("00414");
    canteen.press("Manzana");
    let student = canteen.program.cart().customer().unwrap().student.id;
    canteen.program.play(Message::Went(Place::Lock));
    let peanut = Restriction::new(PEANUT, Severity::Critical, "su madre");
    let restricted = canteen.till.restrict(student, peanut, Stamp::at(clock()));
    restricted.wait().unwrap().unwrap();
    canteen.sign_in();
    assert!(canteen.program.checkout.has_alert());
}
