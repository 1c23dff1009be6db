//! The dashboard with the whole program around it, on a real folder.

use iced::{Event, event, mouse};

use super::*;
use crate::app::program::tests::{Canteen, MOVED};
use crate::app::screen::checkout;
use crate::app::screen::dashboard::sample;
use crate::domain::user::Role;

impl Canteen {
    fn looking(&self) -> &Looking {
        &self.program.looking
    }

    /// Opens the dashboard; nobody waits for what it reads.
    fn open(&mut self) {
        let _not_awaited = self.program.begin(Message::Went(Place::Dashboard));
    }

    fn tick_after(&mut self, minutes: i64) {
        MOVED.set(MOVED.get() + minutes);
        let _not_awaited = self.program.begin(Message::Tick);
    }

    fn mouse(&mut self, event: mouse::Event) {
        let event = Message::Event(Event::Mouse(event), event::Status::Ignored);
        let _not_awaited = self.program.begin(event);
    }

    /// What was asked last is answered with the figures of the sample.
    fn answer(&mut self) {
        let number = self.program.looking.page.number;
        let read = sample::read_today(self.program.now);
        let _done = self.program.begin(told(Told::Read(number, Ok(read))));
    }

    fn read_at(&mut self) -> Option<Moment> {
        self.program.dashboard_mut().and_then(|open| open.read_at())
    }
}

#[test]
fn whoever_may_not_see_reports_is_told_so_and_stays() {
    let mut canteen = Canteen::with(Role::Cashier);
    canteen.open();
    assert!(!canteen.program.is_looking());
    assert!(canteen.program.notice.is_some());
}

#[test]
fn it_is_read_when_it_is_opened_and_every_five_minutes_while_it_is_shown() {
    let mut canteen = Canteen::new();
    canteen.open();
    assert_eq!(canteen.looking().page.number, 1);
    canteen.answer();
    canteen.tick_after(4);
    assert_eq!(canteen.looking().page.number, 1);
    canteen.tick_after(1);
    assert_eq!(canteen.looking().page.number, 2);
    canteen.answer();
    let _left = canteen.program.begin(Message::Went(Place::Checkout));
    canteen.tick_after(30);
    assert_eq!(canteen.looking().page.number, 2, "nobody sees it");
}

#[test]
fn what_was_read_by_itself_waits_for_the_finger_and_what_was_asked_for_does_not() {
    let mut canteen = Canteen::new();
    canteen.open();
    canteen.answer();
    let first = canteen.read_at().expect("read");
    canteen.tick_after(5);
    canteen.mouse(mouse::Event::ButtonPressed(mouse::Button::Left));
    canteen.answer();
    assert_eq!(canteen.read_at(), Some(first), "the finger is down");
    assert!(canteen.looking().waits());
    canteen.mouse(mouse::Event::ButtonReleased(mouse::Button::Left));
    canteen.tick_after(1);
    assert!(canteen.read_at().expect("read") != first && !canteen.looking().waits());

    let second = canteen.read_at();
    MOVED.set(MOVED.get() + 1);
    canteen.mouse(mouse::Event::ButtonPressed(mouse::Button::Left));
    let _asked = canteen
        .program
        .on_dashboard(screen::Message::RefreshPressed);
    canteen.answer();
    assert_ne!(canteen.read_at(), second, "somebody pressed for it");
}

#[test]
fn what_is_read_for_a_screen_that_is_left_is_cancelled() {
    let mut canteen = Canteen::new();
    canteen.open();
    let cancel = canteen.looking().page.cancel.clone().expect("under way");
    assert!(!cancel.is_cancelled());
    let _left = canteen.program.begin(Message::Went(Place::Sales));
    assert!(cancel.is_cancelled());
    canteen.answer();
    assert_eq!(canteen.read_at(), None, "an answer that nobody waits for");
}

#[test]
fn another_period_gives_up_the_one_before() {
    let mut canteen = Canteen::new();
    canteen.open();
    let today = canteen.looking().page.cancel.clone().expect("under way");
    let month = screen::Message::PeriodChosen(screen::Choice::Month);
    let _asked = canteen.program.on_dashboard(month);
    assert!(today.is_cancelled());
    let number = canteen.looking().page.number;
    let late = sample::read_today(canteen.program.now);
    let _done = canteen
        .program
        .begin(told(Told::Read(number - 1, Ok(late))));
    assert_eq!(canteen.read_at(), None, "late");
}

#[test]
fn a_sale_is_counted_at_once_and_opens_into_its_ticket() {
    let mut canteen = Canteen::new();
    canteen.scan("00414");
    let apple = canteen.program.product("Manzana").expect("on the shelf");
    canteen.sell(checkout::Message::ProductPressed(apple));
    canteen.sell(checkout::Message::PayPressed(checkout::Way::Account));
    canteen.sell(checkout::Message::DialogConfirmed);
    canteen.program.play(Message::Went(Place::Dashboard));
    assert!(canteen.read_at().is_some(), "read through the till");
    let all = screen::Message::Opened(screen::Part::Sales);
    canteen.program.play(told(Told::Screen(all)));
    let rows = |canteen: &mut Canteen| {
        let list = canteen.program.dashboard_mut()?.list()?;
        Some(list.rows.as_ref()?.clone())
    };
    let rows = rows(&mut canteen).expect("listed");
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].buyer.as_deref(), Some("Sofía Benítez"));
    let chosen = screen::Message::SaleChosen(rows[0].id);
    canteen.program.play(told(Told::Screen(chosen)));
    let open = canteen.program.dashboard_mut().expect("open");
    let ticket = open.list().and_then(|list| list.ticket.as_ref());
    let drawn = ticket.and_then(|ticket| ticket.drawn.as_ref());
    assert!(matches!(drawn, Some(Ok(_))), "{drawn:?}");
}
