//! The policy, and what the canteen adds, changed on their pages.

use iced::widget::text_editor;

use super::tests::{Canteen, clock};
use super::*;
use crate::app::screen::settings::{Message as Settings, OwnMessage, Page, PolicyMessage};
use crate::domain::diet::{Allergen, Declared, Response, Severity};
use crate::domain::user::Role;
use crate::store::Stamp;

const MILD: (Declared, Severity) = (Declared::MayContain, Severity::Mild);

impl Canteen {
    fn turn_to(&mut self, page: Page) {
        self.program.play(Message::Went(Place::Settings));
        let page = Settings::PageChosen(page);
        self.program.play(Message::Settings(page));
    }

    fn rule(&mut self, message: PolicyMessage) {
        self.program
            .play(Message::Settings(Settings::Policy(message)));
    }

    fn own(&mut self, message: OwnMessage) {
        self.program.play(Message::Settings(Settings::Own(message)));
    }

    fn ask_for(&mut self, response: Response) {
        self.rule(PolicyMessage::CellPressed(MILD.0, MILD.1));
        self.rule(PolicyMessage::ResponseChosen(response));
        self.rule(PolicyMessage::SavePressed);
    }

    /// What the till does, by what it judges with and by the store.
    fn does(&self) -> [Response; 2] {
        let on_file = self.till.policy().wait().unwrap().unwrap();
        [&self.program.rules.policy, &on_file].map(|policy| policy.response(MILD.0, MILD.1))
    }

    /// Puts a file beside the data and asks for it.
    fn load(&mut self, text: &str) {
        let file = self.folder.path().join("politica.txt");
        std::fs::write(&file, text).unwrap();
        self.rule(PolicyMessage::PathTyped(file.display().to_string()));
        self.rule(PolicyMessage::LoadPressed);
    }

    fn shown(&self) -> String {
        let Screen::Work(work) = &self.program.screen else {
            panic!("somebody works");
        };
        work.settings.as_ref().unwrap().said()
    }

    fn write(&mut self, words: &str) {
        self.own(OwnMessage::UndoPressed);
        let edits = [
            text_editor::Action::SelectAll,
            text_editor::Action::Edit(text_editor::Edit::Paste(std::sync::Arc::new(words.into()))),
        ];
        for edit in edits {
            self.own(OwnMessage::Edited(edit));
        }
        self.own(OwnMessage::SavePressed);
    }

    fn apple_and_milk(&self) -> Declared {
        let apple = self.program.product("Manzana").unwrap();
        let apple = self.program.catalogue.get(apple).unwrap();
        apple.known.state(Allergen::MILK)
    }
}

#[test]
fn a_manager_tightens_the_policy_and_loosens_it_by_no_way() {
    let mut canteen = Canteen::with(Role::Manager);
    canteen.turn_to(Page::Policy);
    canteen.ask_for(Response::Approve);
    assert_eq!(canteen.does(), [Response::Approve; 2]);
    canteen.ask_for(Response::Confirm);
    assert_eq!(canteen.does(), [Response::Approve; 2], "by the cell");
    canteen.load(&Policy::standard().to_string());
    canteen.rule(PolicyMessage::SavePressed);
    assert_eq!(canteen.does(), [Response::Approve; 2], "by a file");
    assert!(
        canteen.shown().contains("administración"),
        "{}",
        canteen.shown()
    );
    let past = canteen.till.policies().wait().unwrap().unwrap();
    assert_eq!(past.len(), 1);
    assert_eq!(past[0].by.as_deref(), Some("María"));
}

#[test]
fn an_administrator_loosens_down_to_the_floor() {
    let mut canteen = Canteen::with(Role::Administrator);
    canteen.turn_to(Page::Policy);
    canteen.ask_for(Response::Approve);
    canteen.ask_for(Response::Confirm);
    assert_eq!(canteen.does(), [Response::Confirm; 2]);
    canteen.ask_for(Response::Allow);
    assert_eq!(canteen.does(), [Response::Confirm; 2], "the floor");
}

#[test]
fn a_stricter_policy_judges_the_cart_in_hand_at_once() {
    let mut canteen = Canteen::new();
    let pupil = canteen.till.roll().wait().unwrap().unwrap()[0].0;
    let peanut =
        crate::domain::diet::Restriction::new(Allergen::PEANUT, Severity::Mild, "su madre");
    let noted = canteen.till.restrict(pupil, peanut, Stamp::at(clock()));
    noted.wait().unwrap().unwrap();
    canteen.scan("00414");
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.sell(checkout::Message::ProductPressed(apple));
    assert_eq!(canteen.against(), Some(Response::Confirm));
    canteen.turn_to(Page::Policy);
    let unknown = PolicyMessage::CellPressed(Declared::Unknown, Severity::Mild);
    canteen.rule(unknown);
    canteen.rule(PolicyMessage::ResponseChosen(Response::Refuse));
    canteen.rule(PolicyMessage::SavePressed);
    assert_eq!(canteen.against(), Some(Response::Refuse));
    assert!(canteen.program.checkout.has_dialog(), "the alert is there");
}

#[test]
fn a_bad_policy_file_is_refused_with_line_and_reason_and_the_last_good_one_stays() {
    let mut canteen = Canteen::new();
    canteen.turn_to(Page::Policy);
    canteen.ask_for(Response::Approve);
    let bad = Policy::standard().to_string();
    canteen.load(&bad.replace("free mild = allow", "free mild = alow"));
    let said = canteen.shown();
    assert!(
        said.contains("Línea 1") && said.contains("«alow»"),
        "{said}"
    );
    assert_eq!(canteen.does(), [Response::Approve; 2]);
    canteen.rule(PolicyMessage::PathTyped("no/such/file".into()));
    canteen.rule(PolicyMessage::LoadPressed);
    assert!(canteen.shown().contains("no existe"), "{}", canteen.shown());
}

#[test]
fn bad_words_are_refused_with_line_and_reason_and_the_last_good_ones_stay() {
    let mut canteen = Canteen::new();
    canteen.turn_to(Page::Own);
    let before = canteen.apple_and_milk();
    canteen.write("[= leche]\nmanzana\n");
    let after = canteen.apple_and_milk();
    assert_eq!((before, after), (Declared::Unknown, Declared::Contains));
    canteen.write("# nada\n[= lechee]\nmanzana\n");
    let said = canteen.shown();
    assert!(
        said.contains("Línea 2") && said.contains("«lechee»"),
        "{said}"
    );
    assert_eq!(canteen.apple_and_milk(), Declared::Contains);
    let on_file = canteen.till.own_words().wait().unwrap().unwrap();
    assert!(on_file.unwrap().starts_with("[= leche]"));
}

#[test]
fn an_allergen_of_the_canteens_own_has_a_name_at_once_and_no_name_twice() {
    let mut canteen = Canteen::new();
    canteen.turn_to(Page::Own);
    for _ in 0..2 {
        canteen.own(OwnMessage::AllergenTyped("Frutilla".into()));
        canteen.own(OwnMessage::AllergenAdded);
    }
    let own = Allergen(Allergen::FIRST_OWN);
    assert_eq!(canteen.program.words.allergen(own), "Frutilla");
    assert_eq!(canteen.program.words.names().allergens.len(), 1);
    assert!(canteen.shown().contains("Frutilla"), "{}", canteen.shown());
}
