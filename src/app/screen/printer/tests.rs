use super::*;
use crate::printing::health::Health;
use crate::printing::ports::Port;
use crate::printing::setup::{
    Connection, Event, Page, Printed, Speeds, Step, Trouble, Unreachable,
};
use crate::printing::{Address, Document, Paper as Width, Profiles};

fn port(path: &str) -> Port {
    Port {
        address: format!("tty:{path}@9600").parse().unwrap(),
        path: path.to_owned(),
        usb: None,
        adapter: None,
        product: None,
        likely: false,
        holder: None,
    }
}

fn found() -> Connection {
    Connection {
        address: port("/dev/ttyUSB0").address,
        name: "/dev/ttyUSB0".to_owned(),
        baud: Some(9_600),
        answers: true,
        health: Some(Health::default()),
    }
}

fn begun() -> Printer {
    let mut page = Printer::default();
    let setup = Setup::new(settings::Printer::default(), Profiles::house());
    let begun = page.begin(setup);
    assert!(matches!(begun, Action::Do { effects, draw: Some(_) } if effects == [Effect::Look]));
    let _ = page.happened(Event::Found(vec![port("/dev/ttyUSB0"), port("/dev/ttyS0")]));
    page
}

fn tell(page: &mut Printer, message: WizardMessage) -> Action {
    page.update(Message::Wizard(message))
}

fn told(page: &mut Printer, event: Event) -> Action {
    tell(page, WizardMessage::Told(event))
}

fn effects(action: Action) -> Vec<Effect> {
    match action {
        Action::Do { effects, .. } => effects,
        other => panic!("nothing is to be done: {other:?}"),
    }
}

fn step(page: &Printer) -> Step {
    page.wizard.as_ref().unwrap().setup.step()
}

/// At the ticket, which came out.
fn at_the_ticket() -> Printer {
    let mut page = begun();
    let _ = told(&mut page, Event::PortPressed(0));
    let _ = page.happened(Event::Connected(Ok(found())));
    for _ in 0..2 {
        let _ = told(&mut page, Event::GoodPressed);
        let _ = page.happened(Event::Printed(Printed::Confirmed));
    }
    assert_eq!(step(&page), Step::Ticket);
    page
}

#[test]
fn a_port_that_is_pressed_is_tried_at_every_speed() {
    let mut page = begun();
    let tried = effects(told(&mut page, Event::PortPressed(1)));
    let ttys0 = port("/dev/ttyS0").address;
    assert_eq!(tried, [Effect::Connect(ttys0, Speeds::Find)]);
    let unknown = told(&mut page, Event::PortPressed(9));
    assert_eq!(unknown, Action::None);
}

#[test]
fn bad_addresses_are_answered_in_words_and_stay_to_be_mended() {
    let words = crate::i18n::I18n::new(crate::i18n::Locale::EsPy);
    for bad in [
        "lpt",
        "COM3@fast",
        "virtual:",
        "tcp:",
        "ñandutí",
        "COM3@0",
        "usb:zz",
    ] {
        let mut page = begun();
        let _ = tell(&mut page, WizardMessage::AddressTyped(bad.into()));
        let answer = tell(&mut page, WizardMessage::AddressConfirmed);
        assert_eq!(answer, Action::None, "{bad}");
        assert_eq!(step(&page), Step::Detect, "{bad}");
        let wizard = page.wizard.as_ref().unwrap();
        let why = wizard.setup.problem().unwrap().told(&words, bad);
        assert!(!why.contains('⟦') && !why.is_empty(), "{bad}: {why}");
        assert_eq!(wizard.address, bad, "it can be mended");
    }
}

#[test]
fn nothing_typed_is_nothing_tried_and_too_much_is_cut_off() {
    let mut page = begun();
    for nothing in ["", "   "] {
        let _ = tell(&mut page, WizardMessage::AddressTyped(nothing.into()));
        let tried = tell(&mut page, WizardMessage::AddressConfirmed);
        assert_eq!(tried, Action::None);
        assert_eq!(page.entered(), Action::None);
    }
    let _ = tell(&mut page, WizardMessage::AddressTyped("ñ".repeat(9_000)));
    assert!(page.wizard.as_ref().unwrap().address.chars().count() <= 200);
    let _ = page.entered();
    assert_eq!(step(&page), Step::Detect);
}

#[test]
fn a_failure_keeps_the_step_and_can_be_tried_again() {
    let mut page = begun();
    let _ = told(&mut page, Event::PortPressed(0));
    let busy = Unreachable::Busy {
        by: Some("minicom (1234)".into()),
    };
    let _ = page.happened(Event::Connected(Err(busy)));
    assert_eq!(told(&mut page, Event::GoodPressed), Action::None);
    assert_eq!(step(&page), Step::Connection);
    let again = effects(told(&mut page, Event::AgainPressed));
    assert!(matches!(&again[..], [Effect::Connect(..)]));
}

#[test]
fn what_is_under_way_is_cancelled_and_its_late_answer_changes_nothing() {
    let mut page = begun();
    let _ = tell(
        &mut page,
        WizardMessage::AddressTyped("tcp:192.168.0.50".into()),
    );
    let tried = tell(&mut page, WizardMessage::AddressConfirmed);
    assert!(matches!(
        &effects(tried)[..],
        [Effect::Connect(Address::Network { .. }, _)]
    ));
    let _ = tell(&mut page, WizardMessage::BackPressed);
    assert_eq!(step(&page), Step::Detect);
    let _ = page.happened(Event::Connected(Ok(found())));
    assert_eq!(step(&page), Step::Detect);
    let wizard = page.wizard.as_ref().unwrap();
    assert!(wizard.setup.connection().is_none());
    assert_eq!(
        wizard.address, "tcp:192.168.0.50",
        "what was typed is there"
    );
}

#[test]
fn each_trouble_changes_one_thing_and_prints_again_and_asks_for_another_picture() {
    for trouble in [
        Trouble::Letters,
        Trouble::Cut,
        Trouble::Width,
        Trouble::LineFeed,
    ] {
        let mut page = at_the_ticket();
        let before = page.wizard.as_ref().unwrap().setup.draft().clone();
        let Action::Do { effects, draw } = told(&mut page, Event::TroublePressed(trouble)) else {
            panic!("{trouble:?} does nothing");
        };
        let now = page.wizard.as_ref().unwrap().setup.draft().clone();
        assert_ne!(before, now, "{trouble:?}");
        assert_eq!(effects, [Effect::Print(Page::Ticket, now.clone())]);
        assert_eq!(draw, Some((Page::Ticket, now)));
        let meanwhile = told(&mut page, Event::TroublePressed(trouble));
        assert_eq!(
            meanwhile,
            Action::None,
            "a second press waits for the first"
        );
    }
}

#[test]
fn when_nothing_came_out_there_is_help_and_nothing_changes() {
    let mut page = at_the_ticket();
    let before = page.wizard.as_ref().unwrap().setup.draft().clone();
    let nothing = told(&mut page, Event::TroublePressed(Trouble::Nothing));
    assert_eq!(nothing, Action::None);
    assert!(page.asks());
    assert_eq!(*page.wizard.as_ref().unwrap().setup.draft(), before);
    let again = effects(told(&mut page, Event::AgainPressed));
    assert_eq!(again, [Effect::Print(Page::Ticket, before)]);
    assert!(!page.asks(), "the paper is looked at again");
}

#[test]
fn a_model_is_chosen_from_a_list_and_a_made_up_one_changes_nothing() {
    let mut page = at_the_ticket();
    let _ = tell(&mut page, WizardMessage::ModelsPressed);
    assert!(page.asks());
    let _ = told(&mut page, Event::ProfilePressed("generic-58".into()));
    assert!(!page.asks());
    let wizard = page.wizard.as_ref().unwrap();
    assert_eq!(wizard.setup.profile().paper, Width::Columns32);
    let unknown = told(&mut page, Event::ProfilePressed("no-such".into()));
    assert_eq!(unknown, Action::None);
}

#[test]
fn back_keeps_what_was_entered_and_out_of_the_first_step_leaves() {
    let mut page = at_the_ticket();
    let _ = told(&mut page, Event::TroublePressed(Trouble::Letters));
    let _ = page.happened(Event::Printed(Printed::Sent));
    let chosen = page.wizard.as_ref().unwrap().setup.draft().clone();
    for wanted in [Step::Text, Step::Connection, Step::Detect] {
        let _ = page.escaped().unwrap();
        assert_eq!(step(&page), wanted);
    }
    assert_eq!(*page.wizard.as_ref().unwrap().setup.draft(), chosen);
    let left = page.escaped().unwrap();
    assert_eq!(effects(left), [Effect::End]);
    assert!(!page.is_setting_up());
    assert_eq!(page.escaped(), None, "the place is left by others");
    assert_eq!(page.happened(Event::Connected(Ok(found()))), Action::None);
}

#[test]
fn saving_is_asked_once_and_ends_the_setup_only_when_it_is_kept() {
    let mut page = at_the_ticket();
    let _ = told(&mut page, Event::GoodPressed);
    assert_eq!(step(&page), Step::Save);
    assert_eq!(page.entered(), Action::None, "an Enter keeps nothing");
    let saved = effects(told(&mut page, Event::SavePressed));
    assert!(matches!(&saved[..], [Effect::Save(_)]));
    assert_eq!(told(&mut page, Event::SavePressed), Action::None);
    let _ = page.happened(Event::Saved(Err("el disco está lleno".into())));
    assert!(page.is_setting_up());
    let again = effects(told(&mut page, Event::SavePressed));
    assert!(matches!(&again[..], [Effect::Save(_)]));
    let _ = page.happened(Event::Saved(Ok(())));
    assert!(!page.is_setting_up());
}

#[test]
fn only_the_picture_that_is_wanted_is_shown() {
    let mut page = at_the_ticket();
    let drawn = || Paper::drawn(&Document::new(Width::Columns32));
    let stale = (Page::Text, settings::Printer::default());
    page.drawn(&stale, drawn());
    assert!(page.wizard.as_ref().unwrap().paper.is_none());
    let wanted = page.wizard.as_ref().unwrap().setup.draft().clone();
    page.drawn(&(Page::Ticket, wanted), drawn());
    assert!(page.wizard.as_ref().unwrap().paper.is_some());
}

#[test]
fn working_without_a_printer_is_asked_first() {
    let mut page = Printer::default();
    assert_eq!(page.update(Message::RemoveConfirmed), Action::None);
    let _ = page.update(Message::RemovePressed);
    assert!(page.asks());
    let _ = page.update(Message::RemoveDismissed);
    assert_eq!(page.update(Message::RemoveConfirmed), Action::None);
    let _ = page.update(Message::RemovePressed);
    assert_eq!(page.update(Message::RemoveConfirmed), Action::Remove);
    assert_eq!(page.update(Message::RemoveConfirmed), Action::None);
}

#[test]
fn a_scan_leaves_no_letters_in_the_address() {
    let mut page = begun();
    let _ = tell(&mut page, WizardMessage::AddressTyped("COM300414".into()));
    page.take_back("00414");
    assert_eq!(page.wizard.as_ref().unwrap().address, "COM3");
}
