//! Backups in the window: daily by themselves, tried again after a failure, and one brought back.

use crate::app::program::tests::{Canteen, clock};
use crate::app::program::{Message, Screen};
use crate::app::screen::settings::{self, BackupMessage, Page};
use crate::app::screen::{checkout, login};
use crate::app::widget::Mood;
use crate::backup::{Health, Reason};
use crate::domain::user::Role;

impl Canteen {
    /// As when the window opens.
    fn read_backups(&mut self) {
        let read = self.program.read_backups();
        self.program.end(read);
    }

    fn on_backups(&mut self, message: BackupMessage) {
        self.program
            .play(Message::Settings(settings::Message::Backup(message)));
    }

    fn backups(&self) -> usize {
        self.till.keeper().list().unwrap().len()
    }

    fn open_page(&mut self) {
        self.program.play(Message::Went(super::Place::Settings));
        let page = settings::Message::PageChosen(Page::Backup);
        self.program.play(Message::Settings(page));
    }
}

#[test]
fn one_that_is_due_is_made_by_itself_and_not_twice() {
    let mut canteen = Canteen::with(Role::Cashier);
    canteen.program.play(Message::Tick);
    assert_eq!(canteen.backups(), 0, "how they stand is not known yet");
    canteen.read_backups();
    canteen.program.play(Message::Tick);
    assert_eq!(canteen.backups(), 1);
    assert_eq!(canteen.program.backup_health(), Some(Health::Protected));
    canteen.program.play(Message::Tick);
    assert_eq!(canteen.backups(), 1);
}

#[test]
fn one_that_failed_is_said_in_red_and_not_tried_again_at_once() {
    let mut canteen = Canteen::new();
    let mut config = canteen.till.config();
    let stick = canteen.folder.path().join("media/RESPALDO");
    config.backup.folder = stick.display().to_string();
    canteen.till.configure(config).unwrap();
    canteen.read_backups();
    canteen.program.play(Message::Tick);
    canteen.program.play(Message::Tick);
    assert_eq!(canteen.till.keeper().state().failures.len(), 1);
    assert_eq!(canteen.program.backup_health(), Some(Health::Failed));
    let notice = canteen.program.notice.clone().unwrap();
    assert_eq!(notice.0, Mood::Error);
    assert!(notice.1.contains("RESPALDO"), "{}", notice.1);
}

#[test]
fn what_another_program_has_put_into_the_folder_is_there_when_the_page_is_opened() {
    let mut canteen = Canteen::new();
    canteen.read_backups();
    let folder = canteen.till.keeper().folder();
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("cantina-2026-11-22T2200-0300.backup"), "cut").unwrap();
    let shown = |canteen: &Canteen| {
        let overview = canteen.program.backups.overview.as_ref().unwrap();
        overview.backups.as_ref().unwrap().len()
    };
    assert_eq!(shown(&canteen), 0);
    canteen.open_page();
    assert_eq!(shown(&canteen), 1);
}

#[test]
fn one_is_made_from_the_page_and_brought_back_with_word_and_pin() {
    let mut canteen = Canteen::new();
    canteen.read_backups();
    canteen.open_page();
    canteen.on_backups(BackupMessage::NowPressed);
    assert_eq!(canteen.backups(), 1);
    let added = canteen.till.add_user(
        "Después".into(),
        Role::Cashier,
        crate::domain::user::Pin::parse("9753").unwrap(),
    );
    added.wait().unwrap().unwrap();
    canteen.on_backups(BackupMessage::RestorePressed(0));
    canteen.on_backups(BackupMessage::WordTyped("restaurar".into()));
    canteen.on_backups(BackupMessage::PinTyped("2580".into()));
    canteen.on_backups(BackupMessage::Confirmed);
    assert!(
        matches!(canteen.program.screen, Screen::Login(_)),
        "somebody signs in"
    );
    assert_eq!(canteen.till.users().wait().unwrap().unwrap().len(), 1);
    assert!(canteen.till.keeper().undo().is_ok());
    assert_eq!(canteen.backups(), 2);
    let chosen = canteen.till.users().wait().unwrap().unwrap()[0].id;
    canteen
        .program
        .play(Message::Login(login::Message::UserChosen(chosen)));
    canteen.sign_in();
    assert!(matches!(canteen.program.screen, Screen::Work(_)));
}

#[test]
fn with_a_cart_in_hand_nothing_is_restored() {
    let mut canteen = Canteen::new();
    canteen.read_backups();
    let made = canteen.till.back_up(
        Reason::Asked,
        clock(),
        std::sync::Arc::new(crate::backup::Control::quiet()),
    );
    made.wait().unwrap().unwrap();
    canteen.read_backups();
    let apple = crate::domain::ProductId(1);
    canteen
        .program
        .play(Message::Checkout(checkout::Message::ProductPressed(apple)));
    canteen.open_page();
    canteen.on_backups(BackupMessage::RestorePressed(0));
    canteen.on_backups(BackupMessage::WordTyped("restaurar".into()));
    canteen.on_backups(BackupMessage::PinTyped("2580".into()));
    canteen.on_backups(BackupMessage::Confirmed);
    assert!(matches!(canteen.program.screen, Screen::Work(_)));
    assert_eq!(canteen.backups(), 1);
}
