//! Sales of any day: found by number, pupil or scan; given back, and what follows of an exchange.

use iced::Task;
use uuid::Uuid;

use super::failed::flat;
use super::load::{self, Day};
use super::{Failed, Message, Place, Program, Screen};
use crate::app::screen::checkout;
use crate::app::screen::sales::{self, Shown, ticket_number};
use crate::app::widget::Mood;
use crate::domain::cart::SavedCart;
use crate::domain::code::Code;
use crate::domain::exchange::Exchange;
use crate::domain::refund::{Original, Wanted};
use crate::domain::search::fold;
use crate::domain::student::Customer;
use crate::domain::tender::TenderKind;
use crate::domain::ticket::TicketCode;
use crate::domain::user::{Pin, Right};
use crate::domain::{CardNumber, CartId, Moment, Money, SaleId, StudentId};
use crate::store::{DaySale, Recorded};
use crate::till::Till;

/// The most pupils whose sales a name finds.
const PUPILS: usize = 12;

/// What came of what was asked about something that goes back.
#[derive(Debug, Clone)]
pub enum Told {
    /// The sale was read as it stands; another may follow.
    Opened(Result<Box<Original>, Failed>, bool),
    /// It is back, or not.
    Back(Result<Box<Recorded>, Failed>),
    /// It may be exchanged, or not: for whoever bought, if they are known.
    Exchange(Result<Box<Exchanged>, Failed>),
}

/// What goes back, and for whom the rest is charged, if they are known.
type Exchanged = (Exchange, Option<Box<Customer>>);

impl Program {
    /// Reads what the list of sales shows.
    pub(super) fn read_shown(&self) -> Task<Message> {
        let (till, now, may) = (self.till.clone(), self.now, self.may_read_health());
        let shown = match &self.screen {
            Screen::Work(work) => work.sales.as_ref().map(|list| list.shown().clone()),
            _ => None,
        };
        let shown = shown.unwrap_or_default();
        let pupils = match &shown {
            Shown::Pupil(name) => self.pupils_named(name),
            _ => Vec::new(),
        };
        let asked = shown.clone();
        Task::perform(read(till, now, may, shown, pupils), move |day| {
            Message::SalesRead(asked, day)
        })
    }

    /// The pupils whose names begin so, word by word.
    fn pupils_named(&self, name: &str) -> Vec<StudentId> {
        let wanted = fold(name);
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let roll = self.roll.iter().filter(|(_, name, _)| {
            let name = fold(name);
            let has = |word: &&str| name.split_whitespace().any(|part| part.starts_with(*word));
            wanted.iter().all(has)
        });
        roll.map(|(id, ..)| *id).take(PUPILS).collect()
    }

    /// The list of sales with that of this ticket.
    pub(super) fn open_ticket(&mut self, code: TicketCode) -> Task<Message> {
        let went = self.went(Place::Sales);
        let Screen::Work(work) = &mut self.screen else {
            return went;
        };
        let list = work.sales.get_or_insert_default();
        match list.scanned(&code.to_string()) {
            sales::Action::Read(_) => Task::batch([went, self.read_shown()]),
            _ => went,
        }
    }

    /// The dialog in which something of this ticket's sale goes back.
    pub(super) fn open_return_of(&mut self, code: TicketCode, exchange: bool) -> Task<Message> {
        let till = self.till.clone();
        let read = async move {
            let sale = flat(till.sale_of_number(code.number()).await)?;
            flat(till.original(sale).await).map(Box::new)
        };
        Task::perform(read, move |read| {
            Message::Returning(Told::Opened(read, exchange))
        })
    }

    /// A ticket or a card that is scanned at the sales finds them; a product is sold.
    pub(super) fn scanned_to_sales(&mut self, code: &Code) -> Option<Task<Message>> {
        let known = self.catalogue.by_code(code).is_some();
        let Screen::Work(work) = &mut self.screen else {
            return None;
        };
        if work.place != Place::Sales || known {
            return None;
        }
        let list = work.sales.as_mut()?;
        match list.scanned(code.as_str()) {
            sales::Action::Read(_) => Some(self.read_shown()),
            sales::Action::OpenTicket { code, exchange } => {
                Some(self.open_return_of(code, exchange))
            }
            _ => None,
        }
    }

    /// Where it is being said what goes back, another ticket is gone on with.
    pub(super) fn scanned_into_return(&mut self, code: &Code) -> Option<Task<Message>> {
        TicketCode::parse(code.as_str())?;
        if self.printing.queue.asks() || self.cash.asks() {
            return None;
        }
        self.open_list()?.asks_what_goes_back()?;
        self.scanned_to_sales(code)
    }

    pub(super) fn open_return(&mut self, sale: SaleId, exchange: bool) -> Task<Message> {
        // What goes out in exchange is a sale of its own: the cart in hand must be free for it.
        if exchange && !self.checkout.cart().is_untouched() {
            let why = self.words.text("refund-cart-in-hand");
            return self.say(Mood::Warn, why);
        }
        let reply = self.till.original(sale);
        Task::perform(async { flat(reply.await).map(Box::new) }, move |read| {
            Message::Returning(Told::Opened(read, exchange))
        })
    }

    pub(super) fn give_back(
        &mut self,
        sale: SaleId,
        wanted: Vec<Wanted>,
        pin: Pin,
        reason: String,
        exchange: bool,
    ) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let (till, at) = (self.till.clone(), self.at(user));
        let answer = async move {
            let approval = till
                .approve(Right::Refund, pin, reason, at.moment)
                .await??;
            let id = SaleId(Uuid::now_v7());
            Ok(if exchange {
                let exchange = flat(till.exchange(id, sale, wanted, approval, at).await)?;
                let buyer = buyer(&till, sale, at.moment).await;
                Told::Exchange(Ok(Box::new((exchange, buyer))))
            } else {
                let back = flat(till.refund(id, sale, wanted, approval, at).await)?;
                Told::Back(Ok(Box::new(back)))
            })
        };
        Task::perform(answer, |told: Result<Told, Failed>| {
            Message::Returning(told.unwrap_or_else(|why| Told::Back(Err(why))))
        })
    }

    pub(super) fn returning(&mut self, told: Told) -> Task<Message> {
        match told {
            // An exchange is settled at the checkout, which asks for a shift itself.
            Told::Opened(Ok(original), false) if self.lacks_shift() && original.gives_cash() => {
                self.ask_for_shift_first()
            }
            Told::Opened(Ok(original), exchange) => {
                if let Some(list) = self.open_list() {
                    list.opened(*original, exchange);
                }
                Task::none()
            }
            Told::Opened(Err(why), _) => self.fail(&why),
            Told::Back(Ok(back)) => self.went_back(*back),
            Told::Exchange(Ok(exchange)) => self.exchanged(*exchange),
            Told::Back(Err(why)) | Told::Exchange(Err(why)) => {
                let told = self.told(&why);
                if let Some(list) = self.open_list() {
                    list.return_refused(told);
                }
                Task::none()
            }
        }
    }

    fn open_list(&mut self) -> Option<&mut sales::Sales> {
        self.work_mut()?.sales.as_deref_mut()
    }

    fn went_back(&mut self, back: Recorded) -> Task<Message> {
        if let Some(list) = self.open_list() {
            list.returned();
        }
        let receipt = back.receipt;
        let money: Money = receipt.payments.iter().map(|payment| payment.amount).sum();
        let cash = receipt.payments.iter();
        let cash = cash.filter(|payment| payment.kind == TenderKind::Cash);
        let told = [
            ("number", receipt.number.to_string().into()),
            ("money", money.into()),
            (
                "cash",
                cash.map(|payment| payment.amount).sum::<Money>().into(),
            ),
        ];
        let key = match receipt.opens_drawer {
            true => "refund-done-cash",
            false => "refund-done",
        };
        let said = self.words.text_with(key, &told);
        let said = self.say(Mood::Ok, said);
        let read = [
            self.read_shown(),
            self.read_catalogue(),
            self.read_buyer(),
            said,
        ];
        Task::batch(read)
    }

    /// Nothing is written yet: the checkout opens for what goes out, and both are settled together.
    fn exchanged(
        &mut self,
        (exchange, customer): (Exchange, Option<Box<Customer>>),
    ) -> Task<Message> {
        if let Some(list) = self.open_list() {
            list.returned();
        }
        let told = [("money", exchange.money.into())];
        let said = self.words.text_with("exchange-begun", &told);
        let said = self.say(Mood::Ok, said);
        let cart = SavedCart {
            student: customer.as_ref().map(|customer| customer.student.id),
            exchange: Some(exchange),
            ..SavedCart::empty(CartId(Uuid::now_v7()))
        };
        // The till was locked meanwhile: the cart that follows is in hand when somebody is back.
        if !matches!(self.screen, Screen::Work(_)) {
            let kept = self.till.keep(cart, None, self.now.at);
            let kept = async move { flat(kept.await) };
            return Task::batch([said, Task::perform(kept, Message::Done)]);
        }
        let to_checkout = self.back_to_checkout();
        let taken = checkout::Message::HeldTaken(Box::new(cart), customer);
        Task::batch([said, to_checkout, self.checkout(taken)])
    }
}

/// Who bought, as they stand now; nobody, if they are not known any more.
async fn buyer(till: &Till, sale: SaleId, now: Moment) -> Option<Box<Customer>> {
    let student = flat(till.buyer_of(sale).await).ok().flatten()?;
    let customer = flat(till.customer(student, now.day()).await).ok()?;
    Some(Box::new(customer))
}

/// Reads the sales that are shown, and the tickets somebody has to look at.
pub(super) async fn read(
    till: Till,
    now: Moment,
    may: bool,
    shown: Shown,
    pupils: Vec<StudentId>,
) -> Result<Day, Failed> {
    let found = match shown {
        Shown::Today => flat(till.sales_of(now.day()).await)?,
        Shown::Day(day) => flat(till.sales_of(day).await)?,
        Shown::Number(number) => flat(till.sales_numbered(number).await)?,
        Shown::Pupil(_) => flat(till.sales_to(pupils).await)?,
        Shown::Scanned(code) => scanned(&till, &code, now).await?,
    };
    load::day(till, now, may, found).await
}

/// A card's pupil, else a ticket's number; a ticket's code is no card's number.
async fn scanned(till: &Till, code: &str, now: Moment) -> Result<Vec<DaySale>, Failed> {
    if let Ok(card) = CardNumber::parse(code)
        && let Ok(customer) = flat(till.customer_by_card(card, now.day()).await)
    {
        return flat(till.sales_to(vec![customer.student.id]).await);
    }
    match ticket_number(code) {
        Some(number) => flat(till.sales_numbered(number).await),
        None => Ok(Vec::new()),
    }
}

#[cfg(test)]
#[path = "returning_tests.rs"]
mod tests;
