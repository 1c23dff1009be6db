//! Something that was sold goes back, on the real program and a real folder, by keyboard.

use iced::event;
use iced::keyboard::key::Named;

use super::super::tests::{Canteen, MOVED, clock};
use super::*;
use crate::app::screen::sales::{Message as Sales, ReturnMessage};

impl Canteen {
    fn list(&mut self, message: Sales) {
        self.program.play(Message::Sales(message));
    }

    fn enter(&mut self) {
        let enter = iced_test::simulator::press_key(Named::Enter, None);
        self.program
            .play(Message::Event(enter, event::Status::Ignored));
    }

    fn sell_on_account(&mut self) {
        self.scan("00414");
        let apple = self.program.product("Manzana").unwrap();
        self.sell(checkout::Message::ProductPressed(apple));
        self.sell(checkout::Message::PayPressed(checkout::Way::Account));
        self.sell(checkout::Message::DialogConfirmed);
        self.sell(checkout::Message::NextPressed);
    }

    fn today(&self) -> Vec<DaySale> {
        let today = self.till.sales_of(clock().day());
        today.wait().unwrap().unwrap()
    }

    fn give_back(&mut self, sale: SaleId, press: Sales) {
        self.program.play(Message::Went(Place::Sales));
        self.list(Sales::Chosen(sale));
        self.list(press);
        self.list(Sales::Returning(ReturnMessage::AllPressed));
        MOVED.set(MOVED.get() + 1);
        self.enter();
        let reason = ReturnMessage::ReasonChanged("estaba vencida".into());
        self.list(Sales::Returning(reason));
        for digit in "2580".chars() {
            self.list(Sales::Typed(digit));
        }
        self.enter();
    }
}

#[test]
fn a_refund_by_keyboard_gives_the_pupil_their_money_and_shows_in_the_list() {
    let mut canteen = Canteen::new();
    canteen.sell_on_account();
    let sale = canteen.today()[0].id;
    canteen.give_back(sale, Sales::RefundPressed);
    let today = canteen.today();
    assert_eq!(today.len(), 2);
    assert!(today[0].is_refund && !today[1].has_left);
    let (_, said) = canteen.program.notice.clone().unwrap();
    assert!(said.contains("₲ 4.000"), "{said}");
    canteen.scan("00414");
    let pupil = canteen.program.cart().customer().unwrap();
    assert_eq!(pupil.standing.balance, Money::guaranies(26_000));
    let check = canteen.till.self_check().wait().unwrap().unwrap();
    assert_eq!(check.broken, []);
}

#[test]
fn an_exchange_opens_the_checkout_for_the_same_pupil_and_both_facts_are_linked() {
    let mut canteen = Canteen::new();
    canteen.sell_on_account();
    let sale = canteen.today()[0].id;
    canteen.give_back(sale, Sales::ExchangePressed);
    let exchange = canteen.program.cart().exchange().unwrap().clone();
    assert_eq!(canteen.today().len(), 1, "nothing is written yet");
    assert_eq!(exchange.money, Money::guaranies(4_000));
    assert!(canteen.program.cart().customer().is_some());
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.sell(checkout::Message::ProductPressed(apple));
    canteen.sell(checkout::Message::PayPressed(checkout::Way::Account));
    canteen.sell(checkout::Message::DialogConfirmed);
    assert_eq!(canteen.today().len(), 3, "refund and sale at once");
    let sold = canteen.today()[0].id;
    let linked = canteen.till.exchange_of(sold).wait().unwrap().unwrap();
    assert_eq!(linked, Some(exchange.refund));
    // The next customer's cart is nobody's exchange.
    canteen.sell(checkout::Message::NextPressed);
    assert_eq!(canteen.program.cart().exchange(), None);
}

#[test]
fn a_card_scanned_at_the_sales_finds_what_its_pupil_bought() {
    let mut canteen = Canteen::new();
    canteen.sell_on_account();
    canteen.program.play(Message::Went(Place::Sales));
    let code = Code::parse("00414").unwrap();
    let task = canteen.program.scanned_to_sales(&code).unwrap();
    canteen.program.end(task);
    let shown = canteen.program.open_list().unwrap().shown().clone();
    assert_eq!(shown, Shown::Scanned("00414".into()));
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert_eq!(work.place, Place::Sales, "nobody was thrown out");
}

impl Canteen {
    fn read_at_list(&mut self, number: i64) {
        let code = Code::parse(&TicketCode::of(number).to_string()).unwrap();
        let letters = code.as_str().to_owned();
        let task = self.program.scanned(code, &letters);
        self.program.end(task);
    }

    fn chosen_ticket(&mut self) -> Option<SaleId> {
        self.program.open_list().and_then(|list| list.chosen())
    }
}

#[test]
fn a_ticket_scanned_at_the_checkout_is_no_product_and_opens_its_sale() {
    let mut canteen = Canteen::new();
    canteen.sell_on_account();
    let sale = canteen.today()[0].clone();
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.sell(checkout::Message::ProductPressed(apple));
    canteen.scan(&TicketCode::of(sale.number).to_string());
    assert_eq!(canteen.program.cart().lines().len(), 1);
    assert!(canteen.program.cart().customer().is_none());
    assert!(canteen.program.checkout.has_dialog());
    canteen.sell(checkout::Message::DialogConfirmed);
    assert_eq!(canteen.chosen_ticket(), Some(sale.id));
    assert_eq!(canteen.program.cart().lines().len(), 1, "the cart waits");
}

#[test]
fn a_ticket_scanned_at_the_sales_is_found_among_many_and_goes_on_in_the_open_dialog() {
    let mut canteen = Canteen::new();
    canteen.sell_on_account();
    canteen.sell_on_account();
    let (first, second) = (canteen.today()[1].clone(), canteen.today()[0].clone());
    canteen.program.play(Message::Went(Place::Sales));
    canteen.read_at_list(first.number);
    assert_eq!(canteen.chosen_ticket(), Some(first.id));
    canteen.list(Sales::ExchangePressed);
    canteen.read_at_list(second.number);
    let asks = canteen.program.open_list().unwrap().asks_what_goes_back();
    assert_eq!(asks, Some(true));
    assert_eq!(
        canteen.program.open_list().unwrap().goes_back_of(),
        Some(second.id)
    );
}

#[test]
fn an_exchange_for_more_charges_only_the_difference_and_one_for_less_gives_only_that_back() {
    let mut canteen = Canteen::new();
    canteen.sell_on_account();
    let balance = |canteen: &mut Canteen| {
        canteen.scan("00414");
        let pupil = canteen.program.cart().customer().unwrap();
        let balance = pupil.standing.balance;
        canteen.sell(checkout::Message::PupilDismissed);
        balance.amount()
    };
    assert_eq!(balance(&mut canteen), 22_000);
    let sale = canteen.today()[0].id;
    canteen.give_back(sale, Sales::ExchangePressed);
    let apple = canteen.program.product("Manzana").unwrap();
    for _ in 0..2 {
        canteen.sell(checkout::Message::ProductPressed(apple));
    }
    assert_eq!(canteen.program.cart().due(), Money::guaranies(4_000));
    canteen.sell(checkout::Message::PayPressed(checkout::Way::Account));
    canteen.sell(checkout::Message::DialogConfirmed);
    canteen.sell(checkout::Message::NextPressed);
    assert_eq!(balance(&mut canteen), 18_000);
    let two = canteen.today()[0].clone();
    assert_eq!(two.tenders, [TenderKind::Exchange, TenderKind::Account]);
    canteen.give_back(two.id, Sales::ExchangePressed);
    canteen.sell(checkout::Message::ProductPressed(apple));
    canteen.sell(checkout::Message::PayPressed(checkout::Way::Cash));
    canteen.sell(checkout::Message::DialogConfirmed);
    canteen.sell(checkout::Message::NextPressed);
    // All of it came off the account once: so it goes back there, and no cash moves.
    assert_eq!(balance(&mut canteen), 22_000);
    let check = canteen.till.self_check().wait().unwrap().unwrap();
    assert_eq!(check.broken, []);
}

/// What can be read on the screen.
fn reads(canteen: &Canteen, what: &str) -> bool {
    let mut screen = iced_test::Simulator::with_size(
        iced::Settings::default(),
        iced::Size::new(1024.0, 600.0),
        canteen.program.view(),
    );
    screen.find(what).is_ok()
}

#[test]
fn the_large_figure_of_an_exchange_is_what_is_due_or_given_back_and_its_word_says_which() {
    crate::app::font::load();
    let mut canteen = Canteen::new();
    canteen.sell_on_account();
    let sale = canteen.today()[0].id;
    canteen.give_back(sale, Sales::ExchangePressed);
    assert!(reads(&canteen, "A devolver") && reads(&canteen, "₲ 4.000"));
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.sell(checkout::Message::ProductPressed(apple));
    assert!(reads(&canteen, "Sin diferencia") && reads(&canteen, "₲ 0"));
    for _ in 0..2 {
        canteen.sell(checkout::Message::ProductPressed(apple));
    }
    assert!(reads(&canteen, "A cobrar") && reads(&canteen, "₲ 8.000"));
}

#[test]
fn an_exchange_for_which_nothing_goes_out_yet_is_cancelled_where_it_is_seen() {
    crate::app::font::load();
    let mut canteen = Canteen::new();
    // Sold to nobody: no pupil stands in the cart either.
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.sell(checkout::Message::ProductPressed(apple));
    canteen.sell(checkout::Message::PayPressed(checkout::Way::Cash));
    canteen.sell(checkout::Message::CashPressed(Money::guaranies(4_000)));
    canteen.sell(checkout::Message::DialogConfirmed);
    canteen.sell(checkout::Message::NextPressed);
    let sale = canteen.today()[0].id;
    canteen.give_back(sale, Sales::ExchangePressed);
    assert!(reads(&canteen, "Cancelar el cambio"));
    canteen.sell(checkout::Message::ClearPressed);
    assert!(reads(&canteen, "¿Cancelar el cambio?"));
    canteen.sell(checkout::Message::DialogConfirmed);
    assert_eq!(canteen.program.cart().exchange(), None);
    assert_eq!(canteen.today().len(), 1, "nothing was written");
}

#[test]
fn what_came_from_a_pupils_account_is_exchanged_for_that_pupil_and_nobody_else() {
    let mut canteen = Canteen::new();
    canteen.sell_on_account();
    let sale = canteen.today()[0].id;
    canteen.give_back(sale, Sales::ExchangePressed);
    let apple = canteen.program.product("Manzana").unwrap();
    canteen.sell(checkout::Message::ProductPressed(apple));
    canteen.sell(checkout::Message::PupilDismissed);
    canteen.sell(checkout::Message::PayPressed(checkout::Way::Cash));
    canteen.sell(checkout::Message::DialogConfirmed);
    assert_eq!(canteen.today().len(), 1, "nothing was written");
    assert!(
        canteen.program.cart().exchange().is_some(),
        "the cart is kept"
    );
    let check = canteen.till.self_check().wait().unwrap().unwrap();
    assert_eq!(check.broken, []);
}

/// As a reader sends capitals, to no field: Shift and its letter, then the Enter.
fn read_in_capitals(canteen: &mut Canteen, code: &str) {
    for letter in code.chars() {
        let shift = iced_test::simulator::press_key(Named::Shift, None);
        let text = letter.to_string();
        let key = iced_test::simulator::press_key(
            iced::keyboard::Key::Character(text.as_str().into()),
            Some(text.as_str().into()),
        );
        for key in [shift, key] {
            canteen
                .program
                .play(Message::Event(key, event::Status::Ignored));
        }
    }
    let enter = iced_test::simulator::press_key(Named::Enter, None);
    canteen
        .program
        .play(Message::Event(enter, event::Status::Ignored));
}

#[test]
fn a_ticket_read_with_shift_and_no_field_is_a_scan_and_a_misread_one_is_said_where_one_is() {
    let mut canteen = Canteen::new();
    canteen.program.play(Message::Went(Place::Sales));
    read_in_capitals(&mut canteen, "TKT0001237");
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("nobody left");
    };
    assert_eq!(work.place, Place::Sales, "nobody was thrown out");
    let said = canteen
        .program
        .notice
        .as_ref()
        .map(|(_, what)| what.clone());
    assert_eq!(said, Some(canteen.text("ticket-misread")));
}

impl Canteen {
    fn sell_for_cash(&mut self) {
        let apple = self.program.product("Manzana").unwrap();
        self.sell(checkout::Message::ProductPressed(apple));
        self.sell(checkout::Message::PayPressed(checkout::Way::Cash));
        self.sell(checkout::Message::CashPressed(Money::guaranies(4_000)));
        self.sell(checkout::Message::DialogConfirmed);
        self.sell(checkout::Message::NextPressed);
    }

    fn requires_shifts(&self) {
        let mut config = self.till.config();
        config.shift.required = true;
        self.till.configure(config).unwrap();
    }

    fn chooses(&mut self, sale: SaleId, press: Sales) {
        self.program.notice = None;
        self.program.play(Message::Went(Place::Sales));
        self.list(Sales::Chosen(sale));
        self.list(press);
    }

    fn needs_a_shift(&self) -> bool {
        let needs = self.program.words.text("refund-needs-shift");
        let said = self.program.notice.as_ref();
        said.is_some_and(|(_, said)| *said == needs)
    }

    fn asks_in_list(&mut self) -> bool {
        let list = self.program.open_list().unwrap();
        list.goes_back_of().is_some() || list.asks_for_pin()
    }
}

#[test]
fn cash_is_given_back_only_in_an_open_shift_and_the_account_at_any_time() {
    let mut canteen = Canteen::new();
    canteen.sell_for_cash();
    canteen.sell_on_account();
    canteen.requires_shifts();
    let today = canteen.today();
    let (account, cash) = (today[0].id, today[1].id);
    for press in [Sales::RefundPressed, Sales::VoidPressed] {
        canteen.chooses(cash, press);
        assert!(canteen.needs_a_shift() && !canteen.asks_in_list());
    }
    canteen.chooses(account, Sales::RefundPressed);
    assert!(!canteen.needs_a_shift() && canteen.asks_in_list());
    canteen.list(Sales::VoidDismissed);
    canteen.program.play(Message::Went(Place::Cash));
    let drawer = |message| Message::Drawer(super::super::drawer::Told::Screen(message));
    canteen
        .program
        .play(drawer(crate::app::screen::shift::Message::OpenPressed));
    canteen
        .program
        .play(drawer(crate::app::screen::shift::Message::Confirmed));
    canteen.chooses(cash, Sales::RefundPressed);
    assert!(!canteen.needs_a_shift() && canteen.asks_in_list());
}
