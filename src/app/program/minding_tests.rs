//! What is noted of pupils on their screen, and what it does at the checkout.

use super::tests::{Canteen, clock};
use super::*;
use crate::app::screen::pupils::{
    Field, FormMessage, Message as Pupils, SheetMessage, Subject, Tab,
};
use crate::domain::cart::Conflict;
use crate::domain::diet::{Allergen, Diet, Response, Severity};
use crate::domain::user::Role;

impl Canteen {
    fn sofia(&self) -> StudentId {
        self.till.roll().wait().unwrap().unwrap()[0].0
    }

    fn mind(&mut self, message: Pupils) {
        self.program.play(Message::Pupils(message));
    }

    fn fill(&mut self, message: FormMessage) {
        self.mind(Pupils::Form(message));
    }

    fn typed(&mut self, field: Field, text: &str) {
        self.fill(FormMessage::Typed(field, text.into()));
    }

    fn open_sofia(&mut self) {
        self.program.play(Message::Went(Place::Pupils));
        self.mind(Pupils::PersonPressed(self.sofia()));
    }

    /// Fills the form of a severe allergy to peanut; `until` is as somebody types it.
    fn fill_in_peanut(&mut self, until: &str) {
        self.mind(Pupils::AddAllergyPressed);
        self.fill(FormMessage::AllergenChosen(Allergen::PEANUT));
        self.fill(FormMessage::SeverityChosen(Severity::Severe));
        self.typed(Field::SaidBy, "su madre");
        self.typed(Field::Until, until);
        self.fill(FormMessage::Confirmed);
    }

    /// The strictest that stands against the cart in hand.
    pub(super) fn against(&self) -> Option<Response> {
        let rules = &self.program.rules;
        let cart = self.program.cart();
        let conflicts = cart.conflicts(&rules.policy, rules.day);
        conflicts.iter().map(Conflict::response).max()
    }

    fn apple_for_sofia(&mut self) {
        self.scan("00414");
        let apple = self.program.product("Manzana").unwrap();
        self.sell(checkout::Message::ProductPressed(apple));
    }

    /// Subjects of the looks at health data that were noted, in order.
    fn looks(&self) -> Vec<Option<String>> {
        let db = rusqlite::Connection::open(self.folder.path().join("cantina.db")).unwrap();
        let sql = "SELECT subject FROM audit WHERE action = 'health_seen' AND user IS NOT NULL";
        let mut select = db.prepare(sql).unwrap();
        let rows = select.query_map((), |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }
}

#[test]
fn a_restriction_noted_on_the_screen_refuses_at_the_checkout_until_it_is_ended() {
    let mut canteen = Canteen::new();
    canteen.apple_for_sofia();
    assert_eq!(canteen.against(), None);
    canteen.open_sofia();
    canteen.fill_in_peanut("30/06/2027");
    assert_eq!(canteen.against(), Some(Response::Refuse));
    canteen.mind(Pupils::EndPressed(Subject::Allergen(Allergen::PEANUT)));
    canteen.fill(FormMessage::Confirmed);
    assert_eq!(canteen.against(), Some(Response::Refuse), "nobody said so");
    canteen.typed(Field::SaidBy, "su madre, por teléfono");
    canteen.fill(FormMessage::Confirmed);
    assert_eq!(canteen.against(), None);
    let said = canteen.till.history_of_pupil(canteen.sofia());
    assert_eq!(said.wait().unwrap().unwrap().len(), 2);
}

#[test]
fn a_payment_under_way_is_taken_back_when_its_pupil_must_not_eat_it() {
    let mut canteen = Canteen::new();
    canteen.apple_for_sofia();
    canteen.sell(checkout::Message::PayPressed(checkout::Way::Account));
    canteen.open_sofia();
    canteen.fill_in_peanut("");
    canteen.program.play(Message::Went(Place::Checkout));
    canteen.sell(checkout::Message::DialogConfirmed);
    let sold = canteen.till.sales_of(clock().day()).wait();
    assert!(sold.unwrap().unwrap().is_empty());
    assert_eq!(canteen.against(), Some(Response::Refuse));
}

#[test]
fn a_day_that_is_none_or_over_notes_nothing() {
    let mut canteen = Canteen::new();
    canteen.open_sofia();
    for until in ["31/02/2027", "30-06-2027", "22/11/2026"] {
        canteen.fill_in_peanut(until);
        let minded = canteen.till.minded().wait().unwrap().unwrap();
        assert!(minded.is_empty(), "{until}");
    }
    canteen.typed(Field::Until, "23/11/2026");
    canteen.fill(FormMessage::Confirmed);
    assert_eq!(canteen.till.minded().wait().unwrap().unwrap().len(), 1);
}

#[test]
fn a_diet_kept_on_the_screen_is_on_file_and_no_longer_once_it_ends() {
    let mut canteen = Canteen::new();
    canteen.open_sofia();
    canteen.mind(Pupils::AddDietPressed);
    canteen.fill(FormMessage::DietChosen(Diet::VEGAN));
    canteen.typed(Field::SaidBy, "su padre");
    canteen.fill(FormMessage::Confirmed);
    let minded = canteen.till.minded().wait().unwrap().unwrap();
    assert_eq!(minded[0].wishes[0].diet, Diet::VEGAN);
    canteen.mind(Pupils::EndPressed(Subject::Diet(Diet::VEGAN)));
    canteen.typed(Field::SaidBy, "su padre");
    canteen.fill(FormMessage::Confirmed);
    assert!(canteen.till.minded().wait().unwrap().unwrap().is_empty());
}

#[test]
fn every_look_at_health_data_is_noted_and_a_cashier_has_none() {
    let mut canteen = Canteen::with(Role::Supervisor);
    canteen.open_sofia();
    let sofia = Some(canteen.sofia().0.to_string());
    assert_eq!(canteen.looks(), [None, sofia]);

    let mut canteen = Canteen::with(Role::Cashier);
    canteen.open_sofia();
    let (mood, said) = canteen.program.notice.clone().unwrap();
    assert_eq!((mood, said), (Mood::Warn, canteen.text("pupils-no-right")));
    assert!(canteen.looks().is_empty());
    canteen.fill_in_peanut("");
    assert!(canteen.till.minded().wait().unwrap().unwrap().is_empty());
}

#[test]
fn a_sheet_that_is_printed_is_a_job_in_the_queue_and_one_that_is_saved_two_files() {
    let mut canteen = Canteen::new();
    canteen.apple_for_sofia();
    canteen.sell(checkout::Message::PayPressed(checkout::Way::Account));
    canteen.sell(checkout::Message::DialogConfirmed);
    canteen.open_sofia();
    canteen.mind(Pupils::TabChosen(Tab::Sheet));
    let out = tempfile::tempdir().unwrap();
    let sheet = |canteen: &mut Canteen, message| canteen.mind(Pupils::Sheet(message));
    let nowhere = out.path().join("nowhere").display().to_string();
    sheet(&mut canteen, SheetMessage::FolderTyped(nowhere));
    sheet(&mut canteen, SheetMessage::SavePressed);
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 0);
    let folder = out.path().display().to_string();
    sheet(&mut canteen, SheetMessage::FolderTyped(folder));
    sheet(&mut canteen, SheetMessage::SavePressed);
    let files = std::fs::read_dir(out.path()).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let endings: Vec<_> = files.iter().filter_map(|file| file.extension()).collect();
    assert_eq!(endings, ["png", "txt"]);
    let text = std::fs::read_to_string(&files[1]).unwrap();
    assert!(text.contains("Manzana") && text.contains("4.000"), "{text}");

    sheet(&mut canteen, SheetMessage::PrintPressed);
    let jobs = canteen.till.open_jobs().wait().unwrap().unwrap();
    let pages = jobs.iter().filter(|job| job.sale.is_none());
    let titles: Vec<_> = pages.map(|job| job.title.as_str()).collect();
    assert_eq!(titles, ["Hoja de Sofía Benítez"]);
}

#[test]
fn escape_closes_the_form_then_the_pupil_then_the_place() {
    let mut canteen = Canteen::new();
    canteen.open_sofia();
    canteen.mind(Pupils::AddDietPressed);
    let mut places = Vec::new();
    for _ in 0..3 {
        let escape = iced_test::simulator::press_key(iced::keyboard::key::Named::Escape, None);
        canteen
            .program
            .play(Message::Event(escape, event::Status::Ignored));
        let Screen::Work(work) = &canteen.program.screen else {
            panic!("somebody works");
        };
        let open = work.pupils.as_ref().is_some_and(|pupils| pupils.is_open());
        places.push((work.place, open));
    }
    let wanted = [
        (Place::Pupils, true),
        (Place::Pupils, false),
        (Place::Checkout, false),
    ];
    assert_eq!(places, wanted);
}

#[test]
fn a_card_read_while_a_form_is_open_writes_nothing_and_throws_nobody_out() {
    let mut canteen = Canteen::selling(
        vec![super::tests::apple()],
        vec![crate::domain::diet::Restriction::new(
            Allergen::PEANUT,
            Severity::Severe,
            "su madre",
        )],
    );
    canteen.open_sofia();
    canteen.mind(Pupils::EndPressed(Subject::Allergen(Allergen::PEANUT)));
    let said_by = |text| Message::Pupils(Pupils::Form(FormMessage::Typed(Field::SaidBy, text)));
    canteen.card_read(said_by);
    assert_eq!(canteen.till.minded().wait().unwrap().unwrap().len(), 1);
    let (_, said) = canteen.program.notice.clone().unwrap();
    assert_eq!(said, canteen.text("scan-not-here"));
    assert!(canteen.program.cart().customer().is_none());
    // What was typed by the scanner is no name either: Enter by hand finds nobody who said so.
    canteen.mind(Pupils::Entered);
    assert_eq!(canteen.till.minded().wait().unwrap().unwrap().len(), 1);
    canteen.typed(Field::SaidBy, "su madre");
    canteen.mind(Pupils::Entered);
    assert!(canteen.till.minded().wait().unwrap().unwrap().is_empty());
}

#[test]
fn a_card_opens_its_pupil_where_pupils_are_opened_and_elsewhere_it_sells() {
    let open = |canteen: &Canteen| {
        let Screen::Work(work) = &canteen.program.screen else {
            panic!("somebody works");
        };
        let health = work.pupils.as_ref().and_then(|pupils| pupils.open());
        let form = work.people.as_ref().and_then(|people| people.open());
        let account = work.accounts.as_ref().is_some_and(|open| open.is_open());
        (work.place, health, form, account)
    };
    let read = |place| {
        let mut canteen = Canteen::new();
        canteen.program.play(Message::Went(place));
        canteen.card_read(|_| Message::Tick);
        let sold_to = canteen.program.cart().customer().is_some();
        (canteen.sofia(), open(&canteen), sold_to)
    };
    let (sofia, open, sold_to) = read(Place::Pupils);
    assert_eq!(
        (open.0, open.1, sold_to),
        (Place::Pupils, Some(sofia), false)
    );
    let (sofia, open, sold_to) = read(Place::People);
    assert_eq!(
        (open.0, open.2, sold_to),
        (Place::People, Some(sofia), false)
    );
    let (_, open, sold_to) = read(Place::Accounts);
    assert_eq!((open.0, open.3, sold_to), (Place::Accounts, true, false));
    let (_, open, sold_to) = read(Place::Cash);
    assert_eq!((open.0, sold_to), (Place::Checkout, true));
}

#[test]
fn a_card_of_nobody_is_said_where_pupils_are_opened_and_opens_nothing() {
    let mut canteen = Canteen::new();
    canteen.program.play(Message::Went(Place::Pupils));
    let code = crate::domain::code::Code::parse("99999").unwrap();
    let task = canteen.program.scanned(code, "99999");
    canteen.program.end(task);
    let (_, said) = canteen.program.notice.clone().unwrap();
    assert!(said.contains("99999"), "{said}");
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Pupils);
}

#[test]
fn health_data_locks_too_and_what_was_typed_is_there_for_the_same_person() {
    let mut canteen = Canteen::new();
    canteen.open_sofia();
    canteen.mind(Pupils::AddAllergyPressed);
    canteen.typed(Field::SaidBy, "su abuela");
    super::tests::MOVED.set(24 * 60);
    canteen.program.play(Message::Tick);
    assert!(canteen.program.user().is_none());
    canteen.sign_in();
    canteen.fill(FormMessage::AllergenChosen(Allergen::MILK));
    canteen.fill(FormMessage::Confirmed);
    let minded = canteen.till.minded().wait().unwrap().unwrap();
    assert_eq!(minded[0].restrictions[0].said_by, "su abuela");
}

#[test]
fn two_touches_on_print_are_one_sheet_and_the_next_is_one_more() {
    let mut canteen = Canteen::new();
    canteen.open_sofia();
    canteen.mind(Pupils::TabChosen(Tab::Sheet));
    let print = || Message::Pupils(Pupils::Sheet(SheetMessage::PrintPressed));
    let queued = canteen.program.begin(print());
    let twice = canteen.program.begin(print());
    canteen.program.end(twice);
    canteen.program.end(queued);
    let pages = |canteen: &Canteen| canteen.till.open_jobs().wait().unwrap().unwrap().len();
    assert_eq!(pages(&canteen), 1);
    canteen.program.play(print());
    assert_eq!(pages(&canteen), 2);
}

#[test]
fn a_list_that_comes_late_calls_nobody_back() {
    let mut canteen = Canteen::new();
    let read = canteen.program.begin(Message::Went(Place::Pupils));
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Pupils, "at once");
    canteen.program.play(Message::Went(Place::Checkout));
    canteen.program.end(read);
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Checkout);
}
