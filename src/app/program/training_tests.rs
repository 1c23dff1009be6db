//! Training through the real programs: nothing of it reaches what is real.

use super::tests::Canteen;
use super::training::{Heard, Opened, Root, Told, Whose};
use super::*;

fn practice(canteen: &Canteen) -> Arc<crate::till::training::Practice> {
    Arc::new(canteen.till.practice().wait().unwrap().unwrap())
}

#[test]
fn what_is_sold_in_training_is_in_the_copy_only_and_goes_with_it() {
    let canteen = Canteen::new();
    let practice = practice(&canteen);
    let root = practice.folder().root().to_owned();
    assert!(!root.starts_with(canteen.folder.path()));
    let before = canteen.till.sales_of(clock_day()).wait().unwrap().unwrap();
    {
        let till = Till::open(practice.folder().clone(), None).unwrap();
        let config = till.config();
        assert!(config.shop.name.starts_with("PRÁCTICA"));
        assert!(config.printer.address.starts_with("virtual:"));
        assert!(config.backup.second.is_empty() && config.reports.folder().is_none());
        let mut program = Program::played(&till, super::tests::clock);
        let user = till.users().wait().unwrap().unwrap()[0].id;
        program.play(Message::Login(login::Message::UserChosen(user)));
        let mut trained = Canteen {
            folder: tempfile::tempdir().unwrap(),
            till: till.clone(),
            program,
        };
        trained.sign_in();
        let apple = trained.program.product("Manzana").unwrap();
        trained.scan("00414");
        trained.sell(checkout::Message::ProductPressed(apple));
        trained.sell(checkout::Message::Shortcut(checkout::Shortcut::Account));
        trained.sell(checkout::Message::Shortcut(checkout::Shortcut::Enter));
        let sold = till.sales_of(clock_day()).wait().unwrap().unwrap();
        assert_eq!(sold.len(), before.len() + 1);
        let ticket = till.ticket_text(sold[0].id).wait().unwrap().unwrap();
        assert!(ticket.contains("PRÁCTICA"), "{ticket}");
        till.close(std::time::Duration::ZERO);
    }
    drop(practice);
    for _ in 0..100 {
        if !root.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(!root.exists());
    let after = canteen.till.sales_of(clock_day()).wait().unwrap().unwrap();
    assert_eq!(after.len(), before.len());
}

fn clock_day() -> crate::domain::BusinessDay {
    super::tests::clock().day()
}

#[test]
fn what_waits_for_the_printer_does_not_wait_in_the_copy() {
    let canteen = Canteen::new();
    let queued = canteen
        .till
        .test_page("Prueba".into(), super::tests::clock().at);
    queued.wait().unwrap().unwrap();
    assert_eq!(canteen.till.open_jobs().wait().unwrap().unwrap().len(), 1);
    let practice = practice(&canteen);
    let till = Till::open(practice.folder().clone(), Some("")).unwrap();
    assert!(till.open_jobs().wait().unwrap().unwrap().is_empty());
    assert_eq!(canteen.till.open_jobs().wait().unwrap().unwrap().len(), 1);
}

#[test]
fn in_training_no_backup_is_made_or_moved() {
    let mut canteen = Canteen::new();
    canteen.program.play_training(true);
    canteen.program.play(Message::Went(Place::Settings));
    let make = settings::Message::Backup(settings::BackupMessage::NowPressed);
    canteen.program.play(Message::Settings(make));
    assert!(canteen.program.backups.running.is_none());
    let said = canteen
        .program
        .notice
        .as_ref()
        .map(|(_, what)| what.as_str());
    let not_here = canteen.program.words.text("training-not-here");
    assert_eq!(said, Some(not_here.as_str()));
}

#[test]
fn an_answer_to_a_training_that_ended_reaches_nobody() {
    let canteen = Canteen::new();
    let prepared = practice(&canteen);
    let copy = prepared.folder().root().to_owned();
    let mut root = Root::selling(Program::new(canteen.till.clone(), super::tests::clock));
    let till = Till::open(prepared.folder().clone(), None).unwrap();
    let opened = Opened {
        practice: prepared,
        till,
    };
    let begun = Message::Training(Told::Prepared(Ok(opened)));
    let _begun = root.update(Heard(Whose::Real, begun));
    assert!(root.is_training() && copy.exists());
    let late = Message::Done(Err(Failed::NoRight));
    let _ended = root.update(Heard(
        Whose::Training(1),
        Message::Training(Told::EndPressed),
    ));
    assert!(!root.is_training());
    let _over = root.update(Heard(Whose::Real, Message::Training(Told::Ended)));
    let _unheard = root.update(Heard(Whose::Training(1), late));
    let words = canteen.program.words.text("training-ended");
    assert_eq!(root.notice(), Some(words));
}
