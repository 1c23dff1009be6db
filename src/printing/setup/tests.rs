use super::*;
use crate::domain::Locale;
use crate::i18n::I18n;
use crate::settings::{CodePage, Columns, Cut, LineFeed};
use proptest::prelude::*;

fn connection(answers: bool) -> Connection {
    Connection {
        address: "/dev/ttyUSB0@19200".parse().unwrap(),
        name: "/dev/ttyUSB0".to_owned(),
        baud: Some(19_200),
        answers,
        health: answers.then(Health::default),
    }
}

fn setup() -> Setup {
    Setup::new(settings::Printer::default(), Profiles::house())
}

/// Up to the whole ticket, which came out somehow.
fn at_the_ticket() -> Setup {
    let mut setup = setup();
    let _ = setup.on(Event::AddressTyped("/dev/ttyUSB0".to_owned()));
    let _ = setup.on(Event::Connected(Ok(connection(true))));
    let _ = setup.on(Event::GoodPressed);
    let _ = setup.on(Event::Printed(Printed::Confirmed));
    let _ = setup.on(Event::GoodPressed);
    let _ = setup.on(Event::Printed(Printed::Confirmed));
    setup
}

#[test]
fn five_steps_lead_from_a_port_to_what_is_written_down() {
    let mut setup = setup();
    assert_eq!(setup.on(Event::Opened), [Effect::Look]);
    assert_eq!(setup.on(Event::Found(Vec::new())), []);
    let address: Address = "/dev/ttyUSB0".parse().unwrap();
    assert_eq!(
        setup.on(Event::AddressTyped("/dev/ttyUSB0".to_owned())),
        [Effect::Connect(address, Speeds::Find)]
    );
    assert_eq!(setup.on(Event::Connected(Ok(connection(true)))), []);
    let draft = setup.draft().clone();
    assert_eq!(draft.address, "/dev/ttyUSB0@19200");
    assert_eq!(draft.answers, settings::Answers::Always);
    assert_eq!(
        setup.on(Event::GoodPressed),
        [Effect::Print(Page::Text, draft.clone())]
    );
    assert_eq!(setup.on(Event::GoodPressed), [], "nothing came out yet");
    let _ = setup.on(Event::Printed(Printed::Confirmed));
    assert_eq!(
        setup.on(Event::GoodPressed),
        [Effect::Print(Page::Ticket, draft.clone())]
    );
    let _ = setup.on(Event::Printed(Printed::Confirmed));
    assert_eq!(setup.on(Event::GoodPressed), []);
    assert_eq!(setup.step(), Step::Save);
    assert_eq!(setup.on(Event::SavePressed), [Effect::Save(draft)]);
    let _ = setup.on(Event::Saved(Ok(())));
    assert!(setup.is_saved());
}

#[test]
fn each_trouble_changes_one_thing_and_prints_again() {
    let mut setup = at_the_ticket();
    let before = setup.draft().clone();
    let cases = [
        (
            Trouble::Letters,
            settings::Printer {
                code_page: CodePage::Pc858,
                code_page_number: 19,
                ..before.clone()
            },
        ),
        (
            Trouble::Cut,
            settings::Printer {
                cut: Some(Cut::Full),
                ..before.clone()
            },
        ),
        (
            Trouble::Width,
            settings::Printer {
                columns: Columns::C42,
                ..before.clone()
            },
        ),
        (
            Trouble::LineFeed,
            settings::Printer {
                line_feed: Some(LineFeed::Crlf),
                ..before.clone()
            },
        ),
    ];
    for (trouble, after) in cases {
        let mut setup = setup.clone();
        assert_eq!(
            setup.on(Event::TroublePressed(trouble)),
            [Effect::Print(Page::Ticket, after)],
            "{trouble:?}"
        );
        assert!(setup.changed().is_some());
    }
    assert_eq!(setup.on(Event::TroublePressed(Trouble::Nothing)), []);
    assert_eq!(*setup.draft(), before);
}

#[test]
fn every_table_of_a_model_comes_up_before_one_comes_again() {
    let mut setup = at_the_ticket();
    let mut seen = Vec::new();
    for _ in 0..6 {
        let page = (setup.draft().code_page, setup.draft().code_page_number);
        assert!(!seen.contains(&page), "{seen:?}");
        seen.push(page);
        let _ = setup.on(Event::TroublePressed(Trouble::Letters));
        let _ = setup.on(Event::Printed(Printed::Sent));
    }
    assert_eq!(
        (setup.draft().code_page, setup.draft().code_page_number),
        seen[0]
    );
}

#[test]
fn a_late_answer_of_a_page_that_was_given_up_says_nothing_of_the_next_one() {
    let mut setup = at_the_ticket();
    let _ = setup.on(Event::AgainPressed);
    let given_up = setup.number();
    let late = Event::Of(given_up, Box::new(Event::Printed(Printed::Uncertain)));
    let _ = setup.on(Event::BackPressed);
    let _ = setup.on(Event::GoodPressed);
    assert_eq!(setup.busy(), Some(Busy::Printing(Page::Ticket)));
    assert_eq!(setup.on(late), []);
    assert_eq!(setup.printed(), None, "that was the page before");
    assert_eq!(setup.busy(), Some(Busy::Printing(Page::Ticket)));
    let own = Event::Of(setup.number(), Box::new(Event::Printed(Printed::Confirmed)));
    let _ = setup.on(own);
    assert_eq!(setup.printed(), Some(&Printed::Confirmed));
}

#[test]
fn an_answer_that_comes_after_somebody_went_back_changes_nothing() {
    let mut setup = setup();
    let _ = setup.on(Event::AddressTyped("/dev/ttyUSB0".to_owned()));
    let _ = setup.on(Event::BackPressed);
    let _ = setup.on(Event::Connected(Ok(connection(true))));
    assert_eq!(setup.step(), Step::Detect);
    assert_eq!(*setup.draft(), settings::Printer::default());
}

#[test]
fn why_it_cannot_be_reached_is_said_in_every_language() {
    let cases = [
        Unreachable::NotFound,
        Unreachable::Denied {
            group: Some("dialout".to_owned()),
        },
        Unreachable::Denied { group: None },
        Unreachable::Busy {
            by: Some("minicom (12)".to_owned()),
        },
        Unreachable::Busy { by: None },
        Unreachable::Gone,
        Unreachable::Other {
            reason: "x".to_owned(),
        },
    ];
    for locale in Locale::ALL {
        let words = I18n::new(locale);
        for case in &cases {
            let told = case.told(&words, "COM3");
            assert!(told.contains("COM3") && !told.contains('⟦'), "{told}");
        }
        for change in Trouble::ALL.into_iter().filter_map(|trouble| {
            change::next(trouble, &settings::Printer::default(), &Profiles::house())
        }) {
            assert!(!change.told(&words).contains('⟦'));
        }
        let known = help(&words)
            .into_iter()
            .chain(Step::ALL.map(|step| words.text(step.key())));
        for text in known.chain(Trouble::ALL.map(|trouble| words.text(trouble.key()))) {
            assert!(!text.contains('⟦'), "{text}");
        }
        for (label, value) in at_the_ticket().facts(&words) {
            assert!(
                !label.contains('⟦') && !value.contains('⟦'),
                "{label} {value}"
            );
        }
    }
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Opened),
        Just(Event::Found(Vec::new())),
        (0usize..3).prop_map(Event::PortPressed),
        Just(Event::AddressTyped("/dev/ttyUSB0".to_owned())),
        Just(Event::AddressTyped("nonsense".to_owned())),
        Just(Event::SpeedPressed(38_400)),
        Just(Event::ProfilePressed("generic-58".to_owned())),
        any::<bool>().prop_map(|answers| Event::Connected(Ok(connection(answers)))),
        Just(Event::Connected(Err(Unreachable::Gone))),
        Just(Event::GoodPressed),
        (0usize..5).prop_map(|at| Event::TroublePressed(Trouble::ALL[at])),
        Just(Event::AgainPressed),
        Just(Event::BackPressed),
        Just(Event::Printed(Printed::Sent)),
        Just(Event::SavePressed),
        Just(Event::Saved(Ok(()))),
        Just(Event::Closed),
    ]
}

proptest! {
    /// Whatever is pressed: one thing under way at a time, and nothing is written down that was not
    /// connected.
    #[test]
    fn any_order_of_events_keeps_the_setup_whole(events in prop::collection::vec(event(), 0..60)) {
        let mut setup = setup();
        for event in events {
            let effects = setup.on(event);
            prop_assert!(effects.len() <= 1);
            if let Some(Effect::Save(_) | Effect::Print(..)) = effects.first() {
                prop_assert!(setup.connection().is_some());
                prop_assert!(setup.busy().is_some());
            }
        }
    }
}
