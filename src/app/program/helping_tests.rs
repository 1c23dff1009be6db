//! The help over the real program: what is below it stays as it was.

use iced::keyboard::key::Named;

use super::tests::Canteen;
use super::*;
use crate::app::screen::help::Message as Help;
use crate::domain::user::Role;

fn press(canteen: &mut Canteen, key: Named) {
    let key = iced_test::simulator::press_key(key, None);
    let heard = Message::Event(key, event::Status::Ignored);
    canteen.program.play(heard);
}

fn open_at(canteen: &Canteen) -> Option<&'static str> {
    canteen.program.help.as_ref().and_then(|open| open.topic())
}

#[test]
fn f1_opens_the_page_of_the_screen_and_escape_goes_back_to_the_cart_in_hand() {
    let mut canteen = Canteen::new();
    canteen.scan("00414");
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.sell(checkout::Message::ProductPressed(apple));
    canteen.sell(checkout::Message::SearchChanged("jug".to_owned()));
    let lines = canteen.program.cart().lines().len();
    press(&mut canteen, Named::F1);
    assert_eq!(open_at(&canteen), Some("sale"));
    press(&mut canteen, Named::Escape);
    assert_eq!(open_at(&canteen), None);
    assert_eq!(canteen.program.cart().lines().len(), lines);
    assert_eq!(canteen.program.checkout.query(), "jug");
}

#[test]
fn a_dialog_is_still_open_after_the_help() {
    let mut canteen = Canteen::new();
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.sell(checkout::Message::ProductPressed(apple));
    press(&mut canteen, Named::F4);
    assert!(canteen.program.checkout.has_dialog());
    press(&mut canteen, Named::F1);
    // Neither Enter nor a figure reaches what is below.
    press(&mut canteen, Named::Enter);
    press(&mut canteen, Named::Escape);
    assert_eq!(open_at(&canteen), None);
    assert!(canteen.program.checkout.has_dialog());
}

#[test]
fn every_place_opens_its_own_page() {
    let mut canteen = Canteen::with(Role::Administrator);
    for (place, topic) in [
        (Place::Sales, "sales"),
        (Place::Accounts, "accounts"),
        (Place::Pupils, "pupils"),
        (Place::Declare, "declare"),
        (Place::Lunch, "lunch"),
        (Place::Cash, "cash"),
        (Place::Settings, "settings"),
        (Place::Dashboard, "dashboard"),
    ] {
        canteen.program.play(Message::Went(place));
        press(&mut canteen, Named::F1);
        assert_eq!(open_at(&canteen), Some(topic));
        press(&mut canteen, Named::F1);
        assert_eq!(open_at(&canteen), None);
    }
    canteen.program.play(Message::Went(Place::Lock));
    press(&mut canteen, Named::F1);
    assert_eq!(open_at(&canteen), Some("login"));
}

#[test]
fn a_scan_closes_the_help_and_is_sold() {
    let mut canteen = Canteen::new();
    canteen.program.play(Message::Help(HelpTold::Asked));
    canteen.card_read(|typed| Message::Help(HelpTold::Screen(Help::Searched(typed))));
    assert_eq!(open_at(&canteen), None);
    assert!(canteen.program.cart().customer().is_some());
}

#[test]
fn a_page_is_queued_for_the_printer() {
    let mut canteen = Canteen::new();
    canteen.program.play(Message::Help(HelpTold::Asked));
    let print = HelpTold::Screen(Help::PrintPressed);
    canteen.program.play(Message::Help(print));
    let jobs = canteen.till.open_jobs().wait().unwrap().unwrap();
    assert!(jobs.iter().any(|job| job.title == "Una venta"));
}

#[test]
fn each_user_has_their_language_from_unlocking_on_and_the_house_its_own() {
    use crate::domain::Locale;
    let mut canteen = Canteen::new();
    let chosen = LanguageTold::Chosen(Some(Locale::Gn));
    canteen.program.play(Message::Language(chosen));
    assert_eq!(canteen.program.words.locale(), Locale::Gn);
    canteen.program.play(Message::Went(Place::Lock));
    assert_eq!(canteen.program.words.locale(), Locale::EsPy);
    canteen.sign_in();
    assert_eq!(canteen.program.words.locale(), Locale::Gn);
    let house = LanguageTold::Chosen(None);
    canteen.program.play(Message::Language(house));
    assert_eq!(canteen.program.words.locale(), Locale::EsPy);
    // The ticket speaks the house's language.
    assert_eq!(canteen.till.config().locale, Locale::EsPy);
}
