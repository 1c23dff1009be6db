//! The printer in the whole program: set up, printed on, taken away, by pointer and by keyboard alone.

use std::time::{Duration, Instant};

use iced::advanced::widget::operation::{Operation, Outcome, focusable};
use iced::advanced::{clipboard, mouse};
use iced::keyboard::key::Named;
use iced::{Pixels, Size, event};
use iced_runtime::user_interface::{Cache, UserInterface};

use super::*;
use crate::app::font;
use crate::app::program::tests::{Canteen, MOVED};
use crate::app::screen::checkout;
use crate::app::screen::printer::{Message as OnPage, WizardMessage};
use crate::app::screen::settings;
use crate::app::widget::Mood;
use crate::domain::print::JobState;
use crate::domain::user::Role;
use crate::printing::setup::{Step, Trouble};
use crate::printing::virtual_printer::{Desk, Trouble as Virtual};
use crate::printing::{Address, text};

/// Enough for a loaded machine; a test that passes does not wait for it.
const PATIENCE: Duration = Duration::from_secs(30);

fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let end = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < end, "it never came that {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

impl Canteen {
    fn on_page(&mut self, message: OnPage) {
        let message = settings::Message::Printer(message);
        self.program.play(Message::Settings(message));
    }

    fn step(&mut self, event: Event) {
        self.wizard(WizardMessage::Told(event));
    }

    fn wizard(&mut self, message: WizardMessage) {
        self.on_page(OnPage::Wizard(message));
    }

    fn queue(&mut self, message: queue::Message) {
        self.program.play(Message::Printer(Told::Queue(message)));
    }

    fn open_printer_page(&mut self) {
        self.program.play(Message::Went(Place::Settings));
        let page = settings::Message::PageChosen(Page::Printer);
        self.program.play(Message::Settings(page));
    }

    fn type_address(&mut self, address: &str) {
        self.wizard(WizardMessage::AddressTyped(address.into()));
        self.wizard(WizardMessage::AddressConfirmed);
    }

    /// A printer in a folder, of this name, is the configured one.
    fn with_printer(self, name: &str) -> Self {
        let mut config = self.till.config();
        config.printer.address = self.folder_address(name);
        self.till.configure(config).unwrap();
        self
    }

    fn folder_address(&self, name: &str) -> String {
        format!("virtual:{}", self.folder.path().join(name).display())
    }

    fn desk(&self, name: &str) -> Desk {
        Desk::at(&self.folder.path().join(name))
    }

    fn serve_an_apple(&mut self) {
        let apple = self.program.product("Manzana").unwrap();
        self.sell(checkout::Message::ProductPressed(apple));
        self.sell(checkout::Message::PayPressed(checkout::Way::Cash));
        let handed = crate::domain::Money::guaranies(4_000);
        self.sell(checkout::Message::CashPressed(handed));
        self.sell(checkout::Message::DialogConfirmed);
        self.sell(checkout::Message::NextPressed);
    }

    /// States of every job that is a ticket, oldest first.
    fn tickets(&self) -> Vec<JobState> {
        let jobs = self.till.jobs(100).wait().unwrap().unwrap();
        let tickets = jobs
            .iter()
            .rev()
            .filter(|job| job.sale.is_some() && !job.is_drawer());
        tickets.map(|job| job.state).collect()
    }

    /// The oldest job that is a ticket and no pulse.
    fn ticket_job(&self) -> crate::domain::PrintJobId {
        let jobs = self.till.open_jobs().wait().unwrap().unwrap();
        jobs.iter().find(|job| !job.is_drawer()).unwrap().id
    }

    /// All that came out of the printer of this name, in letters.
    fn papers(&self, name: &str) -> String {
        let papers = self.desk(name).papers().into_iter();
        papers.map(|sheet| text::render(&sheet.document)).collect()
    }

    fn stands_at(&self) -> Option<Step> {
        let Screen::Work(work) = &self.program.screen else {
            return None;
        };
        work.settings.as_ref()?.setup_step()
    }

    fn said_in_notice(&self) -> Option<String> {
        self.program.notice.clone().map(|(_, said)| said)
    }

    fn key(&mut self, key: Named) {
        let key = iced_test::simulator::press_key(key, None);
        self.program
            .play(Message::Event(key, event::Status::Ignored));
    }

    /// Tabs on until the space bar says what is wanted, and says it: no pointer, no touch.
    fn by_keyboard(&mut self, what: &str, wanted: impl Fn(&Message) -> bool) {
        for tabs in 1..80 {
            let said = self.space_after(tabs);
            if let Some(message) = said.into_iter().find(&wanted) {
                self.program.play(message);
                return;
            }
        }
        panic!("the keyboard does not reach {what}");
    }

    /// What the space bar says after so many tabs.
    fn space_after(&self, tabs: usize) -> Vec<Message> {
        use iced::advanced::renderer::Headless;
        font::load();
        let renderer = <iced::Renderer as Headless>::new(font::REGULAR, Pixels(16.0), None);
        let mut renderer = iced::futures::executor::block_on(renderer).unwrap();
        let view = self.program.view();
        let size = Size::new(1_024.0, 600.0);
        let mut ui = UserInterface::build(view, size, Cache::default(), &mut renderer);
        for _ in 0..tabs {
            let mut next: Box<dyn Operation<()>> = Box::new(focusable::focus_next::<()>());
            loop {
                ui.operate(&renderer, next.as_mut());
                match next.finish() {
                    Outcome::Chain(more) => next = more,
                    _ => break,
                }
            }
        }
        let mut said = Vec::new();
        let space = iced_test::simulator::press_key(Named::Space, None);
        let _ = ui.update(
            &[space],
            mouse::Cursor::Unavailable,
            &mut renderer,
            &mut clipboard::Null,
            &mut said,
        );
        said
    }
}

fn is_told(message: &Message, wanted: impl Fn(&Event) -> bool) -> bool {
    let Message::Settings(settings::Message::Printer(OnPage::Wizard(WizardMessage::Told(event)))) =
        message
    else {
        return false;
    };
    wanted(event)
}

#[test]
fn a_printer_is_set_up_in_five_steps_and_what_waited_comes_out_of_it() {
    let mut canteen = Canteen::new();
    canteen.serve_an_apple();
    assert_eq!(canteen.tickets(), [JobState::Waiting]);
    canteen.open_printer_page();
    canteen.on_page(OnPage::SetupPressed);
    assert_eq!(canteen.stands_at(), Some(Step::Detect));
    canteen.wizard(WizardMessage::VirtualPressed);
    assert_eq!(canteen.stands_at(), Some(Step::Connection));
    canteen.step(Event::GoodPressed);
    assert!(
        canteen.papers("paper").contains('ñ'),
        "the first letters came out"
    );
    assert_eq!(
        canteen.tickets(),
        [JobState::Waiting],
        "tickets wait for the end of it"
    );
    canteen.step(Event::GoodPressed);
    canteen.step(Event::TroublePressed(Trouble::Letters));
    canteen.step(Event::GoodPressed);
    assert_eq!(canteen.stands_at(), Some(Step::Save));
    assert_eq!(
        canteen.till.config().printer.address,
        "",
        "nothing changed so far"
    );
    canteen.step(Event::SavePressed);
    assert_eq!(canteen.stands_at(), None);
    assert_eq!(canteen.said_in_notice(), Some(canteen.text("page-saved")));
    let kept = canteen.till.config().printer;
    assert_eq!(kept.address, canteen.folder_address("paper"));
    assert_eq!(kept.code_page, crate::settings::CodePage::Pc858);
    until("the waiting ticket came out", || {
        canteen.papers("paper").contains("Manzana")
    });
    until("it is called printed", || {
        canteen.tickets() == [JobState::Printed]
    });
    canteen.open_printer_page();
    let standing = &canteen.program.printing.standing;
    assert!(standing.configured && standing.is_virtual);
    assert!(!standing.facts.is_empty() && !standing.log.is_empty());
}

/// A way to leave the setup.
type Way<'a> = &'a dyn Fn(&mut Canteen);

#[test]
fn whoever_leaves_the_setup_half_way_leaves_the_old_printer_and_tickets_go_on_there() {
    let by_going = |canteen: &mut Canteen| {
        canteen.program.play(Message::Went(Place::Checkout));
    };
    let by_the_lock = |canteen: &mut Canteen| {
        MOVED.set(24 * 60);
        canteen.program.play(Message::Tick);
        MOVED.set(0);
        canteen.sign_in();
        canteen.program.play(Message::Went(Place::Checkout));
    };
    let by_the_button = |canteen: &mut Canteen| {
        canteen.wizard(WizardMessage::LeavePressed);
        canteen.program.play(Message::Went(Place::Checkout));
    };
    let ways: [(&str, Way<'_>); 3] = [
        ("another place", &by_going),
        ("the lock", &by_the_lock),
        ("the button", &by_the_button),
    ];
    for (name, leave) in ways {
        let mut canteen = Canteen::new().with_printer("old");
        canteen.open_printer_page();
        canteen.on_page(OnPage::SetupPressed);
        let other = canteen.folder_address("new");
        canteen.type_address(&other);
        canteen.step(Event::GoodPressed);
        assert_eq!(canteen.stands_at(), Some(Step::Text), "{name}");
        leave(&mut canteen);
        let old = canteen.folder_address("old");
        assert_eq!(canteen.till.config().printer.address, old, "{name}");
        canteen.serve_an_apple();
        until("the ticket comes out of the old one", || {
            canteen.papers("old").contains("Manzana")
        });
        assert!(!canteen.papers("new").contains("Manzana"), "{name}");
    }
}

#[test]
fn bad_input_at_the_steps_changes_nothing_and_says_why() {
    let mut canteen = Canteen::new();
    canteen.open_printer_page();
    canteen.on_page(OnPage::SetupPressed);
    for bad in ["lpt", "COM3@fast", "virtual:", "\u{1b}@", "' OR 1=1 --"] {
        canteen.type_address(bad);
        assert_eq!(canteen.stands_at(), Some(Step::Detect), "{bad}");
    }
    canteen.step(Event::PortPressed(999));
    assert_eq!(canteen.stands_at(), Some(Step::Detect));
    // A port that is not there, and what cannot be a folder.
    let file = canteen.folder.path().join("a file");
    std::fs::write(&file, "no folder").unwrap();
    for gone in [
        "tty:/dev/no-such-port@9600".to_owned(),
        format!("virtual:{}", file.display()),
    ] {
        canteen.type_address(&gone);
        assert_eq!(canteen.stands_at(), Some(Step::Connection), "{gone}");
        for pressed in [Event::GoodPressed, Event::SavePressed] {
            canteen.step(pressed);
        }
        assert_eq!(canteen.stands_at(), Some(Step::Connection), "{gone}");
        canteen.step(Event::BackPressed);
    }
    assert_eq!(canteen.till.config().printer.address, "");
}

#[test]
#[cfg(unix)]
fn a_silent_printer_behind_a_real_port_is_set_up_as_one_that_only_takes_bytes() {
    use std::io::Read;
    use std::sync::{Arc, Mutex};

    let (mut line, slave) = serialport::TTYPort::pair().unwrap();
    let name = serialport::SerialPort::name(&slave).unwrap();
    serialport::SerialPort::set_timeout(&mut line, Duration::from_millis(20)).unwrap();
    let got: Arc<Mutex<Vec<u8>>> = Arc::default();
    let paper = Arc::clone(&got);
    std::thread::spawn(move || {
        let _held_open = slave;
        let mut bytes = [0; 512];
        loop {
            if let Ok(read) = line.read(&mut bytes) {
                paper.lock().unwrap().extend(&bytes[..read]);
            }
        }
    });
    let mut canteen = Canteen::new();
    canteen.open_printer_page();
    canteen.on_page(OnPage::SetupPressed);
    canteen.type_address(&format!("tty:{name}@9600"));
    assert_eq!(canteen.stands_at(), Some(Step::Connection));
    for _ in 0..3 {
        canteen.step(Event::GoodPressed);
    }
    assert_eq!(canteen.stands_at(), Some(Step::Save));
    canteen.step(Event::SavePressed);
    let kept = canteen.till.config().printer;
    assert_eq!(kept.answers, crate::settings::Answers::Never);
    assert!(matches!(
        kept.address.parse(),
        Ok(Address::Serial { baud: 9_600, .. })
    ));
    canteen.program.play(Message::Went(Place::Checkout));
    canteen.serve_an_apple();
    until("the ticket's bytes arrived", || {
        let got = got.lock().unwrap();
        got.windows(7).any(|bytes| bytes == b"Manzana")
    });
}

#[test]
fn the_whole_setup_goes_by_keyboard_alone() {
    let mut canteen = Canteen::new();
    canteen.by_keyboard("the settings", |message| {
        matches!(message, Message::Went(Place::Settings))
    });
    canteen.by_keyboard("the printer's page", |message| {
        let page = settings::Message::PageChosen(Page::Printer);
        format!("{message:?}") == format!("{:?}", Message::Settings(page))
    });
    canteen.by_keyboard("the setup", |message| {
        matches!(
            message,
            Message::Settings(settings::Message::Printer(OnPage::SetupPressed))
        )
    });
    canteen.by_keyboard("the virtual printer", |message| {
        matches!(
            message,
            Message::Settings(settings::Message::Printer(OnPage::Wizard(
                WizardMessage::VirtualPressed
            )))
        )
    });
    let good = |message: &Message| is_told(message, |event| *event == Event::GoodPressed);
    canteen.by_keyboard("on to the letters", good);
    canteen.by_keyboard("on to the ticket", good);
    canteen.by_keyboard("another table", |message| {
        is_told(message, |event| {
            *event == Event::TroublePressed(Trouble::Letters)
        })
    });
    canteen.by_keyboard("on to the end", good);
    canteen.by_keyboard("saving", |message| {
        is_told(message, |event| *event == Event::SavePressed)
    });
    let kept = canteen.till.config().printer;
    assert_eq!(kept.address, canteen.folder_address("paper"));
}

#[test]
fn escape_goes_back_step_by_step_and_then_out() {
    let mut canteen = Canteen::new();
    canteen.open_printer_page();
    canteen.on_page(OnPage::SetupPressed);
    canteen.wizard(WizardMessage::VirtualPressed);
    canteen.step(Event::GoodPressed);
    for wanted in [Some(Step::Connection), Some(Step::Detect), None] {
        canteen.key(Named::Escape);
        assert_eq!(canteen.stands_at(), wanted);
    }
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Settings);
    canteen.key(Named::Escape);
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Checkout);
}

#[test]
fn a_paper_out_is_told_with_what_to_do_and_the_ticket_goes_on_once() {
    let mut canteen = Canteen::new().with_printer("paper");
    let desk = canteen.desk("paper");
    desk.trouble(Virtual::NoPaper);
    canteen.serve_an_apple();
    let till = canteen.till.clone();
    until("it says that it has no paper", || {
        matches!(till.printer().status().state, State::NoPaper(_))
    });
    let status = canteen.till.printer().status();
    canteen.program.play(Message::PrinterChanged(status));
    canteen.program.play(Message::Printer(Told::ChipPressed));
    let standing = canteen.program.printing.standing.clone();
    assert!(matches!(standing.mood, Mood::Warn | Mood::Error));
    assert!(
        !standing.what.is_empty() && !standing.todo.is_empty(),
        "{standing:?}"
    );
    desk.mend_all();
    until("the ticket went on", || {
        canteen.tickets() == [JobState::Printed]
    });
    assert_eq!(canteen.papers("paper").matches("Manzana").count(), 1);
}

#[test]
fn a_drawer_that_cannot_open_is_told_at_once_and_never_opens_late() {
    let mut canteen = Canteen::new().with_printer("paper");
    let desk = canteen.desk("paper");
    desk.trouble(Virtual::NoPaper);
    let till = canteen.till.clone();
    till.printer().wake();
    until("it says that it has no paper", || {
        matches!(till.printer().status().state, State::NoPaper(_))
    });
    let status = till.printer().status();
    canteen.program.play(Message::PrinterChanged(status));
    canteen.serve_an_apple();
    let said = canteen.text("page-drawer-not-now");
    assert_eq!(canteen.said_in_notice(), Some(said));
    let open = || till.open_jobs().wait().unwrap().unwrap().len();
    assert_eq!(open(), 2, "the ticket and the pulse");
    until("the ticket is counted", || {
        till.printer().status().waiting == 1
    });
}

#[test]
fn a_printer_that_is_silent_is_not_called_off_line() {
    let mut canteen = Canteen::new().with_printer("paper");
    let desk = canteen.desk("paper");
    let till = canteen.till.clone();
    until("it is ready", || {
        till.printer().status().state == State::Ready
    });
    let mut chips = Vec::new();
    for (trouble, silent) in [(Virtual::Stall, true), (Virtual::Offline, false)] {
        desk.trouble(trouble);
        till.printer().wake();
        until("it says so", || match till.printer().status().state {
            State::Silent(_) => silent,
            State::Offline(_) => !silent,
            _ => false,
        });
        let status = till.printer().status();
        canteen
            .program
            .play(Message::PrinterChanged(status.clone()));
        chips.push((
            canteen.program.printer.1.clone(),
            status.state.sentence(&canteen.program.words),
        ));
        desk.mend(trouble);
    }
    assert_ne!(chips[0].0, chips[1].0);
    assert_ne!(chips[0].1, chips[1].1);
}

/// A disk that does not answer: whoever reads this file waits until somebody writes it.
#[cfg(unix)]
#[test]
fn the_troubles_of_the_printer_on_the_screen_are_not_read_on_the_screens_thread() {
    let mut canteen = Canteen::new().with_printer("paper");
    let desk = canteen.desk("paper");
    let till = canteen.till.clone();
    until("it is ready", || {
        till.printer().status().state == State::Ready
    });
    // Its own thread must not wait for that file either.
    till.printer().connect(None);
    until("it is let go", || {
        till.printer().status().state == State::NotConfigured
    });
    let file = desk.folder().join("printer.txt");
    let _none_yet = std::fs::remove_file(&file);
    let made = std::process::Command::new("mkfifo").arg(&file).status();
    assert!(made.unwrap().success());
    let writer = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(4));
        std::fs::write(&file, "no-paper\n").unwrap();
    });
    let begun = Instant::now();
    let task = canteen.program.update(Message::Went(Place::Paper));
    let took = begun.elapsed();
    drop(task);
    writer.join().unwrap();
    assert!(took < Duration::from_secs(2), "the screen waited {took:?}");
}

#[test]
fn the_question_of_a_paper_in_doubt_is_answered_in_the_panel() {
    for (came_out, wanted) in [(true, JobState::Printed), (false, JobState::Waiting)] {
        let mut canteen = Canteen::new();
        canteen.serve_an_apple();
        let job = canteen.ticket_job();
        let doubt = canteen.till.settle_job(job, JobState::Uncertain);
        doubt.wait().unwrap().unwrap();
        canteen.program.play(Message::Printer(Told::ChipPressed));
        canteen.queue(match came_out {
            true => queue::Message::CameOut(job),
            false => queue::Message::DidNotComeOut(job),
        });
        let jobs = canteen.till.jobs(10).wait().unwrap().unwrap();
        let now = jobs.iter().find(|of| of.id == job).unwrap().state;
        assert_eq!(now, wanted);
    }
}

#[test]
fn a_waiting_paper_is_given_up_with_a_reason_by_keyboard() {
    let mut canteen = Canteen::new();
    canteen.serve_an_apple();
    let job = canteen.ticket_job();
    canteen.program.play(Message::Printer(Told::ChipPressed));
    canteen.by_keyboard("the waiting ticket", |message| {
        let wanted = Told::Queue(queue::Message::CancelPressed(job));
        format!("{message:?}") == format!("{:?}", Message::Printer(wanted))
    });
    canteen.key(Named::Enter);
    assert_eq!(
        canteen.tickets(),
        [JobState::Waiting],
        "without a reason it waits on"
    );
    canteen.queue(queue::Message::ReasonChanged("se fue".into()));
    canteen.key(Named::Enter);
    assert_eq!(canteen.tickets(), [JobState::Cancelled]);
    assert_eq!(
        canteen.said_in_notice(),
        Some(canteen.text("page-cancelled"))
    );
    canteen.key(Named::Escape);
    assert!(!canteen.program.printing.is_open());
}

#[test]
fn a_card_read_over_the_panel_serves_the_next_pupil_and_over_a_reason_nobody() {
    let mut canteen = Canteen::new();
    canteen.serve_an_apple();
    let job = canteen.ticket_job();
    canteen.program.play(Message::Printer(Told::ChipPressed));
    canteen.queue(queue::Message::CancelPressed(job));
    canteen.card_read(|text| Message::Printer(Told::Queue(queue::Message::ReasonChanged(text))));
    assert_eq!(
        canteen.said_in_notice(),
        Some(canteen.text("scan-not-here"))
    );
    assert!(canteen.program.cart().customer().is_none());
    canteen.queue(queue::Message::CancelConfirmed);
    assert_eq!(
        canteen.tickets(),
        [JobState::Waiting],
        "no card is a reason"
    );
    canteen.queue(queue::Message::CancelDismissed);
    canteen.card_read(|_| Message::NoticeClosed);
    assert!(!canteen.program.printing.is_open());
    assert!(canteen.program.cart().customer().is_some());
}

#[test]
fn the_drawer_opens_without_a_sale_only_for_whoever_may_and_it_is_noted() {
    for (role, opened) in [(Role::Cashier, 0_i64), (Role::Supervisor, 1)] {
        let mut canteen = Canteen::with(role).with_printer("paper");
        canteen.program.play(Message::Printer(Told::ChipPressed));
        canteen.queue(queue::Message::DrawerPressed);
        let jobs = canteen.till.jobs(10).wait().unwrap().unwrap();
        let pulses = jobs
            .iter()
            .filter(|job| job.is_drawer())
            .map(|_| 1)
            .sum::<i64>();
        assert_eq!(pulses, opened, "{role:?}");
        let db = rusqlite::Connection::open(canteen.folder.path().join("cantina.db")).unwrap();
        let sql = "SELECT count(*) FROM audit WHERE action = 'open_drawer' AND user IS NOT NULL";
        let noted: i64 = db.query_row(sql, (), |row| row.get(0)).unwrap();
        assert_eq!(noted, opened, "{role:?}");
    }
}

#[test]
fn a_cashier_sees_how_the_printer_is_but_does_not_set_it_up() {
    let mut canteen = Canteen::with(Role::Cashier).with_printer("paper");
    canteen.program.play(Message::Printer(Told::ChipPressed));
    let standing = &canteen.program.printing.standing;
    assert!(!standing.may.set_up && !standing.may.open_drawer);
    canteen.queue(queue::Message::SettingsPressed);
    assert_eq!(canteen.said_in_notice(), Some(canteen.text("no-right")));
    assert_eq!(canteen.stands_at(), None);
}

#[test]
fn the_paper_on_the_screen_follows_its_printer_and_is_saved_as_picture_and_text() {
    let mut canteen = Canteen::new().with_printer("paper");
    canteen.serve_an_apple();
    until("it is printed", || canteen.tickets() == [JobState::Printed]);
    canteen.program.play(Message::Went(Place::Paper));
    let said = |message| Message::Printer(Told::Virtual(message));
    canteen
        .program
        .play(said(virtual_printer::Message::Switched(
            Virtual::CoverOpen,
            true,
        )));
    let troubles = canteen.desk("paper").troubles();
    assert!(troubles.contains(&Virtual::CoverOpen));
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().display().to_string();
    canteen
        .program
        .play(said(virtual_printer::Message::FolderTyped(folder)));
    canteen
        .program
        .play(said(virtual_printer::Message::SavePressed));
    let files = std::fs::read_dir(out.path()).unwrap();
    let mut endings: Vec<_> = files
        .map(|file| file.unwrap().path().extension().unwrap().to_owned())
        .collect();
    endings.sort();
    assert_eq!(endings, ["png", "txt"]);
    canteen.program.play(said(virtual_printer::Message::Mended));
    assert!(canteen.desk("paper").troubles().is_empty());
    canteen.key(Named::Escape);
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Checkout);
}

#[test]
fn help_lies_over_the_setup_and_ends_nothing() {
    let mut canteen = Canteen::new();
    canteen.open_printer_page();
    canteen.on_page(OnPage::SetupPressed);
    canteen.wizard(WizardMessage::VirtualPressed);
    canteen.wizard(WizardMessage::HelpPressed);
    assert!(canteen.program.printing.helps());
    canteen.key(Named::PageDown);
    canteen.key(Named::Escape);
    assert!(!canteen.program.printing.helps());
    assert_eq!(canteen.stands_at(), Some(Step::Connection));
}

#[test]
fn without_a_printer_the_till_sells_on_and_the_page_says_what_to_do() {
    let mut canteen = Canteen::new().with_printer("paper");
    canteen.open_printer_page();
    canteen.on_page(OnPage::RemovePressed);
    canteen.on_page(OnPage::RemoveConfirmed);
    assert_eq!(canteen.till.config().printer.address, "");
    assert_eq!(
        canteen.said_in_notice(),
        Some(canteen.text("page-saved-none"))
    );
    canteen.program.play(Message::Went(Place::Checkout));
    canteen.serve_an_apple();
    assert_eq!(canteen.tickets(), [JobState::Waiting]);
}

#[test]
fn another_theme_disturbs_no_printer_and_the_one_named_at_the_start_stays() {
    let folder = tempfile::tempdir().unwrap();
    let named = folder.path().join("named");
    let address = format!("virtual:{}", named.display());
    let place = crate::settings::DataFolder::at(folder.path().join("data"));
    let till = crate::till::Till::open(place, Some(&address)).unwrap();
    let _held = Desk::at(&named);
    let mut config = till.config();
    config.appearance.theme = crate::settings::Theme::Dark;
    till.configure(config).unwrap();
    assert_eq!(till.address(), address.parse().ok());
    let page = till.test_page("Prueba".into(), crate::domain::Timestamp(0));
    page.wait().unwrap().unwrap();
    until("the page came out where it was named", || {
        Desk::at(&named).papers().iter().any(|sheet| sheet.finished)
    });
    let mut config = till.config();
    let other = folder.path().join("other");
    config.printer.address = format!("virtual:{}", other.display());
    till.configure(config).unwrap();
    assert_eq!(till.address(), Some(Address::Folder(other)));
}

#[test]
fn a_logo_is_chosen_stored_and_on_the_next_ticket_and_one_that_did_not_come_is_left_out() {
    use crate::app::screen::printer::LogoMessage;
    use crate::printing::{Memory, Row};

    let canteen = Canteen::new();
    let mut config = canteen.till.config();
    config.printer.profile = "xp-80".to_owned();
    config.printer.address = canteen.folder_address("paper");
    canteen.till.configure(config).unwrap();
    let mut canteen = canteen;
    let folder = canteen.folder.path().join("pictures");
    std::fs::create_dir(&folder).unwrap();
    let picture = crate::printing::picture::Picture {
        width: 64,
        height: 32,
        dots: (0..64 * 32)
            .map(|at| if at % 64 < 32 { 0 } else { 255 })
            .collect(),
    };
    let png = crate::printing::picture::to_png(&picture).unwrap();
    std::fs::write(folder.join("logo.png"), png).unwrap();
    std::fs::write(folder.join("notes.txt"), "no picture").unwrap();
    let logos = |canteen: &Canteen| {
        let papers = canteen.desk("paper").papers();
        let rows = papers
            .iter()
            .flat_map(|sheet| sheet.document.rows().to_vec());
        rows.filter(|row| matches!(row, Row::Logo(..))).count()
    };
    assert_eq!(canteen.till.logo().memory, Memory::Images);
    canteen.open_printer_page();
    canteen.on_page(OnPage::LogoPressed);
    let listed = crate::app::screen::printer::LogoTold::Listed(
        folder.clone(),
        crate::app::program::lists::entries_ending(&folder, &["png"]),
    );
    canteen.program.play(Message::Printer(Told::Logo(listed)));
    canteen.on_page(OnPage::Logo(LogoMessage::EntryPressed(0)));
    canteen.on_page(OnPage::Logo(LogoMessage::StorePressed));
    until("the proof came out", || logos(&canteen) == 1);
    assert!(canteen.program.printing.standing.has_logo);
    canteen.on_page(OnPage::Logo(LogoMessage::CamePressed));
    canteen.serve_an_apple();
    until("the ticket came out with it", || logos(&canteen) == 2);
    // Somebody looks again: it is not there.
    canteen.open_printer_page();
    canteen.on_page(OnPage::LogoPressed);
    let stored = crate::till::logo::Stored::Sent;
    let stored = crate::app::screen::printer::LogoTold::Stored(Ok(stored));
    canteen.program.play(Message::Printer(Told::Logo(stored)));
    canteen.on_page(OnPage::Logo(LogoMessage::DidNotComePressed));
    assert_eq!(
        canteen.said_in_notice(),
        Some(canteen.text("logo-not-there"))
    );
    assert_eq!(canteen.till.logo().dots, None);
}
