//! The tour of lunch: from an empty counter to a payment that is taken back.

use super::{Error, Guide, Message, Place};
use crate::app::program::LunchTold;
use crate::app::screen::lunch::{
    CounterMessage, MenuMessage, Message as Lunch, MonthField, MonthMessage, PlanField,
    PlansMessage, Tab,
};
use crate::demo::PUPILS;
use crate::domain::diet::{Allergen, Restriction, Severity};
use crate::domain::lunch::{Month, PlanId, Weekdays};
use crate::domain::tender::TenderKind;
use crate::domain::{BusinessDay, CardNumber, StudentId};
use crate::store::Stamp;

/// Pupils of the tour, by their place in the list.
struct Guests {
    /// Who just eats.
    eats: usize,
    /// Who is not subscribed.
    stranger: usize,
    /// Three to whom egg or milk is of a mild, moderate and severe kind.
    mild: usize,
    moderate: usize,
    severe: usize,
}

impl Guide<'_> {
    pub(super) fn lunches(&mut self) -> Result<(), Error> {
        let guests = self.guests()?;
        self.restrict(guests.mild, Allergen::EGG, Severity::Mild)?;
        self.restrict(guests.moderate, Allergen::EGG, Severity::Moderate)?;
        self.restrict(guests.severe, Allergen::MILK, Severity::Severe)?;
        self.go(Place::Lunch);
        self.shoot("lunch")?;
        self.counter(&guests)?;
        self.menus()?;
        self.plans()?;
        self.lunch_accounts()
    }

    /// Pupils whose card works and who have nothing to look out for yet.
    fn guests(&self) -> Result<Guests, Error> {
        let bookings = self.till.lunch_bookings(super::day()).wait()??;
        let fit = |place: &usize| {
            let pupil = self.canteen.students.get(*place);
            let plain = pupil.is_some_and(|pupil| pupil.needs().is_empty());
            plain && self.card(*place).is_ok_and(|card| self.works(card))
        };
        let booked = |place: &usize| {
            let id = self.pupil_at(*place).ok();
            let mut bookings = bookings.iter();
            bookings.any(|booking| {
                let daily = booking.subscription.weekdays == Weekdays::SCHOOL;
                Some(booking.subscription.student) == id && daily
            })
        };
        let (guests, strangers): (Vec<_>, Vec<_>) = (0..PUPILS).filter(fit).partition(booked);
        match (&guests[..], strangers.first()) {
            ([eats, mild, moderate, severe, ..], Some(stranger)) => Ok(Guests {
                eats: *eats,
                stranger: *stranger,
                mild: *mild,
                moderate: *moderate,
                severe: *severe,
            }),
            _ => Err(Error::Missing("guests for lunch".to_owned())),
        }
    }

    fn works(&self, card: CardNumber) -> bool {
        let customer = self.till.customer_by_card(card, super::day()).wait();
        matches!(customer, Ok(Ok(_)))
    }

    fn counter(&mut self, guests: &Guests) -> Result<(), Error> {
        self.at_counter(CounterMessage::QueryTyped("ben".to_owned()));
        self.shoot("lunch-found")?;
        self.at_counter(CounterMessage::QueryTyped(String::new()));
        self.card_of(guests.eats)?;
        self.shoot("lunch-served")?;
        self.card_of(guests.eats)?;
        self.shoot("lunch-already")?;
        self.card_of(guests.stranger)?;
        self.shoot("lunch-not-subscribed")?;
        self.card_of(guests.severe)?;
        self.shoot("lunch-refused")?;
        self.at_counter(CounterMessage::LeftOutPressed);
        self.shoot("lunch-without")?;
        self.card_of(guests.mild)?;
        self.shoot("lunch-ask")?;
        self.at_counter(CounterMessage::ConfirmPressed);
        self.card_of(guests.moderate)?;
        self.at_counter(CounterMessage::ApprovePressed);
        self.at_counter(CounterMessage::ReasonChanged("Su madre llamó".to_owned()));
        for figure in "22".chars() {
            self.lunch_screen(Lunch::Typed(figure));
        }
        self.shoot("lunch-approval")?;
        self.lunch_screen(Lunch::Escaped);
        self.at_counter(CounterMessage::UndoPressed);
        self.shoot("lunch-undo")?;
        self.lunch_screen(Lunch::Escaped);
        Ok(())
    }

    fn menus(&mut self) -> Result<(), Error> {
        self.lunch_screen(Lunch::TabChosen(Tab::Menu));
        self.shoot("lunch-menu")?;
        let saturday = BusinessDay::written("28/11/2026");
        let saturday = saturday.map_err(|_| Error::Missing("Saturday".to_owned()))?;
        self.lunch_screen(Lunch::Menu(MenuMessage::DayChosen(saturday)));
        let search = MenuMessage::QueryTyped("milan".to_owned());
        self.lunch_screen(Lunch::Menu(search));
        self.shoot("lunch-menu-none")?;
        Ok(())
    }

    fn plans(&mut self) -> Result<(), Error> {
        self.lunch_screen(Lunch::TabChosen(Tab::Plans));
        self.shoot("lunch-plans")?;
        self.plan(PlansMessage::ChangePressed(PlanId(1)));
        self.shoot("lunch-plan")?;
        self.plan(PlansMessage::Dismissed);
        self.plan(PlansMessage::EnrolPressed);
        self.plan(PlansMessage::GradeChosen("5.º grado B".to_owned()));
        self.plan(PlansMessage::Typed(
            PlanField::Last,
            "31/02/2027".to_owned(),
        ));
        self.plan(PlansMessage::Confirmed);
        self.shoot("lunch-enrol")?;
        self.plan(PlansMessage::Dismissed);
        let first = self.till.lunch_bookings(super::day()).wait()??;
        let first = first
            .first()
            .ok_or_else(|| Error::Missing("subscription".to_owned()))?;
        self.plan(PlansMessage::EndPressed(first.subscription.id));
        self.shoot("lunch-end")?;
        self.plan(PlansMessage::Dismissed);
        Ok(())
    }

    fn lunch_accounts(&mut self) -> Result<(), Error> {
        self.lunch_screen(Lunch::TabChosen(Tab::Month));
        self.shoot("lunch-month")?;
        let rows = self.till.lunch_month(Month::of(super::day())).wait()??;
        let missing = || Error::Missing("month of lunches".to_owned());
        let row = rows.iter().find(|row| row.account.due().is_positive());
        let student = row.ok_or_else(missing)?.student;
        self.account(MonthMessage::RowPressed(student));
        let cash = self
            .canteen
            .tender(TenderKind::Cash)
            .map(|tender| tender.id);
        self.account(MonthMessage::TenderChosen(cash.ok_or_else(missing)?));
        self.shoot("lunch-account")?;
        self.account(MonthMessage::Typed(
            MonthField::Amount,
            "100.000".to_owned(),
        ));
        self.account(MonthMessage::Confirmed);
        self.shoot("lunch-paid")?;
        let rows = self.till.lunch_month(Month::of(super::day())).wait()??;
        let row = rows.iter().find(|row| row.student == student);
        let paid = row
            .and_then(|row| row.payments.last())
            .ok_or_else(missing)?;
        self.account(MonthMessage::BackPressed(paid.id));
        self.shoot("lunch-back")?;
        self.account(MonthMessage::Dismissed);
        self.account(MonthMessage::Dismissed);
        Ok(())
    }

    /// Holds the card of the pupil of that place to the reader.
    fn card_of(&mut self, place: usize) -> Result<(), Error> {
        let card = self.card(place)?;
        let code = crate::domain::code::Code::parse(card.as_str());
        let code = code.map_err(|_| Error::Missing("card".to_owned()))?;
        self.lunch_screen(Lunch::Scanned(code));
        Ok(())
    }

    fn card(&self, place: usize) -> Result<CardNumber, Error> {
        let student = self.pupil_at(place)?;
        let mut cards = self.canteen.cards.iter();
        let card = cards.find(|card| card.student == student);
        let missing = || Error::Missing(format!("card of pupil {place}"));
        Ok(card.ok_or_else(missing)?.number.clone())
    }

    fn pupil_at(&self, place: usize) -> Result<StudentId, Error> {
        let student = self.canteen.students.get(place);
        let missing = || Error::Missing(format!("pupil {place}"));
        Ok(student.ok_or_else(missing)?.id)
    }

    fn restrict(&self, place: usize, of: Allergen, severity: Severity) -> Result<(), Error> {
        let student = self.pupil_at(place)?;
        let restriction = Restriction::new(of, severity, "su madre");
        let stamp = Stamp::at(super::noon());
        Ok(self.till.restrict(student, restriction, stamp).wait()??)
    }

    fn lunch_screen(&mut self, message: Lunch) {
        self.tell(Message::Lunch(LunchTold::Screen(message)));
    }

    fn at_counter(&mut self, message: CounterMessage) {
        self.lunch_screen(Lunch::Counter(message));
    }

    fn plan(&mut self, message: PlansMessage) {
        self.lunch_screen(Lunch::Plans(message));
    }

    fn account(&mut self, message: MonthMessage) {
        self.lunch_screen(Lunch::Month(message));
    }
}
