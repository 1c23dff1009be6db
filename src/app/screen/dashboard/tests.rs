//! What the screen does: each press, and what it wants done.

use chrono::DateTime;

use super::*;
use crate::app::photo::Album;
use crate::domain::catalogue::Catalogue;
use crate::domain::checkout::Rules;
use crate::domain::diet::Policy;
use crate::domain::metrics::{Cursor, Drill, Page, SaleKind};
use crate::domain::user::{Role, User};
use crate::domain::{TenderId, TillId, UserId};
use crate::i18n::Locale;

fn now() -> Moment {
    let time = DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00");
    Moment::new(time.expect("a time"))
}

/// The screen and what it is told with.
struct Desk {
    words: I18n,
    screen: Dashboard,
}

impl Desk {
    fn new() -> Self {
        let words = I18n::new(Locale::EsPy);
        let mut screen = Dashboard::new(now().day(), "Informes".as_ref());
        screen.read(sample::read_today(now()), now(), &words);
        Self { words, screen }
    }

    fn tell(&mut self, message: Message) -> Action {
        let user = User {
            id: UserId(1),
            name: "Ana".to_owned(),
            role: Role::Manager,
            active: true,
            own: crate::domain::user::OwnRights::none(),
        };
        let context = Context {
            words: &self.words,
            catalogue: &Catalogue::default(),
            rules: &Rules {
                policy: Policy::standard(),
                day: now().day(),
            },
            tenders: &[],
            user: &user,
            now: now(),
            printer: None,
            favourites: &[],
            photos: &Album::default(),
            till: TillId(1),
            ids: &uuid::Uuid::now_v7,
        };
        self.screen.update(message, &context)
    }

    fn drill(&mut self, part: Part) -> Drill {
        match self.tell(Message::Opened(part)) {
            Action::List(Source::Behind(drill), None) => drill,
            other => panic!("{other:?}"),
        }
    }
}

fn today() -> Span {
    Span::day(now().day())
}

#[test]
fn a_period_is_read_at_once_and_a_range_when_its_days_are_chosen() {
    let mut desk = Desk::new();
    let month = desk.tell(Message::PeriodChosen(Choice::Month));
    let ask = Ask {
        period: Period::Month,
        ..Ask::default()
    };
    assert_eq!(month, Action::Read(Wanted::Summary(ask)));
    assert_eq!(
        desk.tell(Message::PeriodChosen(Choice::Range)),
        Action::None
    );
    assert!(desk.screen.asks());
    for text in ["02/11/2026", "20/11/2026"] {
        let typed = match text {
            "02/11/2026" => PickerMessage::FromTyped(text.to_owned()),
            _ => PickerMessage::ToTyped(text.to_owned()),
        };
        assert_eq!(desk.tell(Message::Picker(typed)), Action::None);
    }
    let read = desk.tell(Message::Entered);
    let day = |text| BusinessDay::written(text).expect("a day");
    let span = Span::new(day("02/11/2026"), day("20/11/2026")).expect("in order");
    let ask = Ask {
        period: Period::Range(span),
        ..Ask::default()
    };
    assert_eq!(read, Action::Read(Wanted::Summary(ask)));
    assert!(!desk.screen.asks());
}

#[test]
fn every_figure_opens_the_sales_it_was_made_of() {
    let mut desk = Desk::new();
    let until = sample::today(now()).until;
    let all = Drill {
        until,
        ..Drill::of(today())
    };
    assert_eq!(desk.drill(Part::Sales), all);
    let hour = Some(7);
    assert_eq!(
        desk.drill(Part::Hour(0)),
        Drill {
            hour,
            ..all.clone()
        }
    );
    let tender = Some(TenderId(2));
    assert_eq!(
        desk.drill(Part::Tender(1)),
        Drill {
            tender,
            ..all.clone()
        }
    );
    let kind = Some(SaleKind::Refund);
    assert_eq!(
        desk.drill(Part::Refunds),
        Drill {
            kind,
            ..all.clone()
        }
    );
    let overridden = true;
    assert_eq!(
        desk.drill(Part::Overrides),
        Drill {
            overridden,
            ..all.clone()
        }
    );
    let best = desk.drill(Part::Product(1)).product;
    let _ = desk.tell(Message::ByChosen(By::Amount));
    let dearest = desk.drill(Part::Product(3)).product;
    let sold = sample::today(now());
    assert_eq!(best, Some(sold.by_quantity[1].product));
    assert_eq!(dearest, Some(sold.by_amount[3].product));
    let customer = desk.drill(Part::Customer(0)).customer;
    assert_eq!(customer, Some(sold.customers[0].id));
    assert_eq!(desk.tell(Message::Opened(Part::Hour(99))), Action::None);
}

#[test]
fn a_bar_a_week_a_day_and_a_cell_open_their_own_days() {
    let mut desk = Desk::new();
    let words = desk.words.clone();
    let week = sample::week(now());
    desk.screen
        .read(Read::Week(Box::new(week.clone())), now(), &words);
    let bar = desk.drill(Part::Weekday(5));
    assert_eq!(
        bar,
        Drill::of(Span::day(week.days[2].day)),
        "two bars a day"
    );
    let span = desk.drill(Part::WeekOfTrend(11)).span;
    assert_eq!((span.from(), span.len()), (week.monday, 7));
    let month = sample::month(now());
    desk.screen
        .read(Read::Month(Box::new(month.clone())), now(), &words);
    let day = desk.drill(Part::DayOfMonth(3)).span;
    assert_eq!(day, Span::day(month.days[3].day));
    desk.screen
        .read(Read::Hours(Box::new(sample::heat(now()))), now(), &words);
    let cell = desk.drill(Part::Cell(12));
    assert_eq!(cell.weekday, Some(chrono::Weekday::Tue));
    assert_eq!(cell.hour, Some(9), "ten hours a row");
}

#[test]
fn a_list_goes_on_and_back_a_page_at_a_time_and_waits_for_each() {
    let mut desk = Desk::new();
    let _ = desk.drill(Part::Sales);
    assert_eq!(
        desk.tell(Message::ListStepped(true)),
        Action::None,
        "still read"
    );
    let page = sample::sales(now());
    let next = page.next;
    desk.screen.listed(Ok(page.clone()));
    let Action::List(_, after) = desk.tell(Message::ListStepped(true)) else {
        panic!("there is a next page");
    };
    assert_eq!(after, next);
    assert_eq!(
        desk.tell(Message::ListStepped(true)),
        Action::None,
        "asked once"
    );
    desk.screen.listed(Ok(Page { next: None, ..page }));
    assert_eq!(
        desk.tell(Message::ListStepped(true)),
        Action::None,
        "the last"
    );
    let Action::List(_, first) = desk.tell(Message::ListStepped(false)) else {
        panic!("there is a page before");
    };
    assert_eq!(first, None::<Cursor>);
}

#[test]
fn from_a_row_to_its_ticket_and_back_to_the_page() {
    let mut desk = Desk::new();
    let _ = desk.drill(Part::Sales);
    let page = sample::sales(now());
    let sale = page.rows[0].id;
    desk.screen.listed(Ok(page));
    assert_eq!(desk.tell(Message::SaleChosen(sale)), Action::Ticket(sale));
    desk.screen
        .ticket_drawn(sale, Err("no hay ticket".to_owned()));
    assert_eq!(
        desk.tell(Message::ReprintPressed(sale)),
        Action::Reprint(sale)
    );
    assert_eq!(desk.tell(Message::Back), Action::None);
    assert!(desk.screen.is_deep(), "the list again");
    let read = desk.tell(Message::Back);
    assert_eq!(
        read,
        Action::Read(desk.screen.wanted()),
        "and the page anew"
    );
    assert!(!desk.screen.is_deep());
}

#[test]
fn a_search_is_of_what_is_typed_and_nothing_typed_leads_into_the_field() {
    let mut desk = Desk::new();
    assert_eq!(desk.tell(Message::SearchPressed), Action::FocusSearch);
    assert_eq!(desk.tell(Message::Entered), Action::None);
    let _ = desk.tell(Message::SearchChanged("sofía 5250".to_owned()));
    let wanted = Search::parse("sofía 5250").expect("words");
    let found = desk.tell(Message::Entered);
    assert_eq!(found, Action::List(Source::Found(wanted), None));
}

#[test]
fn an_alert_is_kept_with_a_note_and_asked_once() {
    let mut desk = Desk::new();
    let _ = desk.tell(Message::AlertsPressed);
    let _ = desk.tell(Message::AlertChosen(0));
    assert_eq!(
        desk.tell(Message::NoteConfirmed),
        Action::None,
        "no note yet"
    );
    let _ = desk.tell(Message::NoteChanged("  terminal rota ".to_owned()));
    let first = sample::today(now()).alerts[0].clone();
    let kept = Action::Acknowledge(Box::new(first), "terminal rota".to_owned());
    assert_eq!(desk.tell(Message::NoteConfirmed), kept);
    assert_eq!(desk.tell(Message::NoteConfirmed), Action::None);
    let _ = desk.tell(Message::Back);
    assert!(desk.screen.asks(), "the answer finds its dialog");
    desk.screen.acknowledged(Ok(sample::acknowledged(now())));
    let _ = desk.tell(Message::AlertChosen(0));
    assert_eq!(
        desk.tell(Message::NoteConfirmed),
        Action::None,
        "kept already"
    );
    assert_eq!(desk.tell(Message::Back), Action::Read(desk.screen.wanted()));
}

#[test]
fn an_export_goes_where_it_says_and_runs_once() {
    let mut desk = Desk::new();
    let _ = desk.tell(Message::ExportPressed);
    let rows = What::Rows(Rows::Payments, Form::Csv);
    let _ = desk.tell(Message::ExportChosen(rows));
    let _ = desk.tell(Message::FolderChanged(" Nube ".to_owned()));
    let Action::Export(what, ask, file) = desk.tell(Message::Entered) else {
        panic!("it is written");
    };
    assert_eq!((what, ask), (rows, Ask::default()));
    let expected: PathBuf = ["Nube", "pagos-2026-11-23.csv"].iter().collect();
    assert_eq!(file, expected);
    assert_eq!(desk.tell(Message::ExportConfirmed), Action::None, "it runs");
    let _ = desk.tell(Message::Back);
    assert!(desk.screen.asks(), "the answer finds its dialog");
    desk.screen.exported(Ok("Guardado".to_owned()));
    assert_eq!(
        desk.tell(Message::PrintPressed),
        Action::Print(Ask::default())
    );
    desk.screen.exported(Ok("Impreso".to_owned()));
    let _ = desk.tell(Message::FolderChanged("  ".to_owned()));
    assert_eq!(
        desk.tell(Message::ExportConfirmed),
        Action::None,
        "no folder"
    );
}

#[test]
fn every_page_exports_the_days_that_it_shows_and_none_to_come() {
    let mut desk = Desk::new();
    let week = sample::week(now());
    let monday = week.monday;
    let read = Read::Week(Box::new(week));
    let words = I18n::new(Locale::EsPy);
    desk.screen
        .read(read, monday_noon(monday.number() + 2), &words);
    let _ = desk.tell(Message::TabChosen(Tab::Week));
    let _ = desk.tell(Message::ExportPressed);
    let rows = What::Rows(Rows::Sales, Form::Csv);
    let _ = desk.tell(Message::ExportChosen(rows));
    let Action::Export(_, ask, file) = desk.tell(Message::ExportConfirmed) else {
        panic!("it is exported");
    };
    let last = BusinessDay::from_number(monday.number() + 2).expect("a day");
    let span = Span::new(monday, last).expect("in order");
    assert_eq!(ask.period, Period::Range(span));
    let name = format!("Informes/ventas-{monday}_{last}.csv");
    assert_eq!(file, std::path::PathBuf::from(name));
}

/// That day at noon.
fn monday_noon(day: i64) -> Moment {
    now().plus_millis((day - now().day().number()) * 86_400_000)
}

#[test]
fn what_was_read_last_stays_while_it_is_read_again_or_cannot_be() {
    let mut desk = Desk::new();
    desk.screen.begins_to_read();
    assert_eq!(desk.screen.read_at(), Some(now()));
    desk.screen.not_read("sin disco".to_owned());
    assert_eq!(desk.screen.read_at(), Some(now()));
    assert!(desk.screen.pages.summary.is_some());
}

#[test]
fn the_weeks_and_months_to_come_are_not_looked_at() {
    let mut desk = Desk::new();
    for tab in [Tab::Week, Tab::Month] {
        let _ = desk.tell(Message::TabChosen(tab));
        assert_eq!(desk.tell(Message::Stepped(true)), Action::None);
        assert!(matches!(
            desk.tell(Message::Stepped(false)),
            Action::Read(_)
        ));
        assert!(matches!(desk.tell(Message::Stepped(true)), Action::Read(_)));
        assert_eq!(desk.tell(Message::Stepped(true)), Action::None);
    }
}

#[test]
fn a_scan_is_taken_out_of_whatever_is_typed() {
    let mut desk = Desk::new();
    let _ = desk.tell(Message::SearchChanged("so7840058001234".to_owned()));
    desk.screen.take_back("7840058001234");
    assert_eq!(desk.screen.search, "so");
    let _ = desk.tell(Message::ExportPressed);
    let _ = desk.tell(Message::FolderChanged("Nube00414".to_owned()));
    desk.screen.take_back("00414");
    assert_eq!(desk.screen.folder, "Nube");
}
