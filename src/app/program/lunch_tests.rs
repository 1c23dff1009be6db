//! The lunch counter on a real folder: cards, names, answers, and what is on file afterwards.

use super::tests::{Canteen, clock};
use super::*;
use crate::app::screen::lunch::{
    CounterMessage, Message as Lunch, MonthField, MonthMessage, PlanField, PlansMessage, Tab,
};
use crate::domain::diet::{Allergen, Restriction, Severity};
use crate::domain::lunch::Month;
use crate::domain::user::Role;
use crate::domain::{ProductId, TenderId};
use crate::store::lunch::LunchDay;

impl Canteen {
    fn lunch(&mut self, message: Lunch) {
        self.program
            .play(Message::Lunch(lunch::Told::Screen(message)));
    }

    fn counter(&mut self, message: CounterMessage) {
        self.lunch(Lunch::Counter(message));
    }

    fn plan(&mut self, message: PlansMessage) {
        self.lunch(Lunch::Plans(message));
    }

    /// A plan by the day, with everybody of the class in it, as it is done on the screen.
    fn with_lunch(mut self) -> Self {
        self.program.play(Message::Went(Place::Lunch));
        self.lunch(Lunch::TabChosen(Tab::Plans));
        self.plan(PlansMessage::NewPressed);
        for (field, text) in [(PlanField::Name, "Por día"), (PlanField::Price, "22.000")] {
            self.plan(PlansMessage::Typed(field, text.into()));
        }
        self.plan(PlansMessage::MonthlyChosen(false));
        self.lunch(Lunch::Entered);
        self.plan(PlansMessage::EnrolPressed);
        self.plan(PlansMessage::GradeChosen("5.º B".into()));
        self.lunch(Lunch::Entered);
        let bookings = self.till.lunch_bookings(clock().day()).wait();
        assert_eq!(bookings.unwrap().unwrap().len(), 1);
        self.lunch(Lunch::TabChosen(Tab::Counter));
        self
    }

    /// Today there are apples, of which nobody has declared anything.
    fn with_apples(self) -> Self {
        let apple = self.program.product("Manzana").unwrap();
        self.set_menu(vec![apple]);
        self
    }

    fn set_menu(&self, dishes: Vec<ProductId>) {
        let user = self.program.user().unwrap();
        let written = self
            .till
            .set_lunch_menu(clock().day(), dishes, user, clock());
        written.wait().unwrap().unwrap();
    }

    fn day(&self) -> LunchDay {
        self.till.lunch_day(clock().day()).wait().unwrap().unwrap()
    }

    /// A card held to the reader while the search has the focus.
    fn card_at_counter(&mut self) {
        self.card_read(|text| {
            let typed = CounterMessage::QueryTyped(text);
            Message::Lunch(lunch::Told::Screen(Lunch::Counter(typed)))
        });
    }

    fn noted(&self, outcome: &str) -> i64 {
        let db = rusqlite::Connection::open(self.folder.path().join("cantina.db")).unwrap();
        let sql = "SELECT count(*) FROM alert WHERE outcome = ?1";
        db.query_row(sql, [outcome], |row| row.get(0)).unwrap()
    }
}

fn milk(severity: Severity) -> Vec<Restriction> {
    vec![Restriction::new(Allergen::MILK, severity, "su madre")]
}

#[test]
fn a_card_at_the_counter_is_one_lunch_and_never_opens_the_checkout() {
    let mut canteen = Canteen::new().with_lunch();
    canteen.card_at_counter();
    assert_eq!(canteen.day().eaten(), 1);
    canteen.card_at_counter();
    assert_eq!(canteen.day().eaten(), 1);
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Lunch);
    assert!(canteen.program.cart().customer().is_none());
}

#[test]
fn a_name_and_a_number_typed_serve_like_a_card_and_the_last_is_taken_back() {
    let mut canteen = Canteen::new().with_lunch();
    for typed in ["benitez", "00414"] {
        canteen.counter(CounterMessage::QueryTyped(typed.into()));
        canteen.lunch(Lunch::Entered);
        assert_eq!(canteen.day().eaten(), 1, "{typed}");
        canteen.lunch(Lunch::UndoPressed);
        canteen.counter(CounterMessage::ReasonChanged("no".into()));
        canteen.lunch(Lunch::Entered);
        assert_eq!(canteen.day().eaten(), 1, "a reason says why");
        canteen.counter(CounterMessage::ReasonChanged("era otra".into()));
        canteen.lunch(Lunch::Entered);
        assert_eq!(canteen.day().eaten(), 0, "{typed}");
    }
}

#[test]
fn what_nobody_has_declared_is_refused_to_the_severe() {
    let restrictions = milk(Severity::Severe);
    let canteen = Canteen::selling(vec![super::tests::apple()], restrictions);
    let mut canteen = canteen.with_lunch().with_apples();
    canteen.card_at_counter();
    canteen.lunch(Lunch::MainPressed);
    canteen.counter(CounterMessage::LeftOutPressed);
    assert_eq!(canteen.day().eaten(), 0, "it is all there is");
    assert_eq!(canteen.noted("left"), 1);
}

#[test]
fn what_is_asked_about_is_served_by_the_main_key_or_left_by_the_next_card() {
    let restrictions = milk(Severity::Mild);
    let canteen = Canteen::selling(vec![super::tests::apple()], restrictions);
    let mut canteen = canteen.with_lunch().with_apples();
    canteen.card_at_counter();
    assert_eq!((canteen.day().eaten(), canteen.noted("left")), (0, 0));
    canteen.card_at_counter();
    assert_eq!((canteen.day().eaten(), canteen.noted("left")), (0, 1));
    canteen.lunch(Lunch::MainPressed);
    assert_eq!((canteen.day().eaten(), canteen.noted("confirmed")), (1, 1));
}

#[test]
fn a_month_is_charged_once_by_enter() {
    let mut canteen = Canteen::new().with_lunch();
    canteen.card_at_counter();
    canteen.lunch(Lunch::TabChosen(Tab::Month));
    let student = canteen.day().seats[0].student;
    canteen.lunch(Lunch::Month(MonthMessage::RowPressed(student)));
    canteen.lunch(Lunch::Entered);
    let typed = MonthMessage::Typed(MonthField::Amount, "20.000".into());
    canteen.lunch(Lunch::Month(typed));
    canteen.lunch(Lunch::Month(MonthMessage::TenderChosen(TenderId(1))));
    canteen.lunch(Lunch::Entered);
    canteen.lunch(Lunch::Escaped);
    canteen.lunch(Lunch::Entered);
    let month = canteen.till.lunch_month(Month::of(clock().day())).wait();
    let account = month.unwrap().unwrap()[0].account;
    assert_eq!(account.due().amount(), 2_000);
}

#[test]
fn a_cashier_serves_and_cannot_change_what_there_is_or_who_comes() {
    let mut canteen = Canteen::with(Role::Cashier);
    canteen.program.play(Message::Went(Place::Lunch));
    canteen.lunch(Lunch::TabChosen(Tab::Plans));
    canteen.plan(PlansMessage::NewPressed);
    assert!(!canteen.program.asks(match &canteen.program.screen {
        Screen::Work(work) => work,
        _ => panic!("somebody works"),
    }));
    let user = canteen.program.user().unwrap().clone();
    let written = canteen
        .till
        .set_lunch_menu(clock().day(), Vec::new(), &user, clock());
    assert!(written.wait().unwrap().is_err());
}
