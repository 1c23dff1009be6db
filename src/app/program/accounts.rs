//! What the place of the accounts wants done, asked of the till.

use iced::Task;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::screen::accounts::{
    Accounts, Action, Message as AccountsMessage, Person, SEARCH_ID, Task as Wish, Wanted, right_of,
};
use crate::app::widget::Mood;
use crate::domain::card::{Act, Change};
use crate::domain::code::Code;
use crate::domain::ledger::{Movement, Unmoved, Way};
use crate::domain::sale::At;
use crate::domain::search::fold;
use crate::domain::student::CardRefused;
use crate::domain::tender::{Reference, Tender};
use crate::domain::user::{Approval, Pin, Right, User};
use crate::domain::{BusinessDay, CardNumber, Money, StudentId, TenderId};
use crate::store::people::Opened;
use crate::store::{self, Account, Low, Posted, Stamp, Statement};
use crate::till::accounts::{low_csv, statement_csv};
use crate::till::{Reply, Till};

/// What happened at the accounts, or what came of what was asked.
#[derive(Debug, Clone)]
pub enum Told {
    /// On the screen.
    Screen(AccountsMessage),
    /// An account was read; with the card that was scanned for it.
    Read(Option<CardNumber>, Result<Option<Box<Account>>, Failed>),
    /// A page of this pupil's statement was read.
    Statement(StudentId, Result<Box<Statement>, Failed>),
    /// What was wanted is done, or not: the account as it is now.
    Done(Result<(Box<Account>, Option<Box<Posted>>), Failed>),
    /// Whoever was paid out is off the list, or not.
    Left(Result<Box<Opened>, Failed>),
    /// The low balances were read.
    Low(Result<Vec<Low>, Failed>),
    /// A paper is in the printer's queue, or is too long for one.
    Queued(Result<bool, Failed>),
    /// A CSV was saved, or not: where, or a sentence for the user.
    Saved(Result<String, String>),
}

impl Program {
    /// Opens the place, on the pupil who stands at the checkout if there is one.
    pub(super) fn open_accounts(&mut self) -> Task<Message> {
        let people = people(&self.roll);
        let config = self.till.config().accounts;
        let buyer = self
            .checkout
            .cart()
            .customer()
            .map(|buyer| buyer.student.id);
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        if !work.user.may(Right::TopUp) {
            let why = self.words.text("no-right");
            return self.say(Mood::Warn, why);
        }
        work.place = Place::Accounts;
        let accounts = work
            .accounts
            .get_or_insert_with(|| Box::new(Accounts::new(Vec::new(), config)));
        accounts.people_are(people);
        let open = accounts.open().or(buyer);
        let focus = iced::widget::operation::focus(SEARCH_ID);
        match open {
            Some(student) => Task::batch([focus, self.read_account(student)]),
            None => focus,
        }
    }

    pub(super) fn accounts(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Screen(message) => self.at_accounts(message),
            Told::Read(card, read) => self.account_read(card.as_ref(), read),
            Told::Statement(student, read) => match read {
                Ok(read) => self.in_accounts(|screen| screen.statement_is(student, *read)),
                Err(why) => self.fail(&why),
            },
            Told::Done(done) => self.account_done(done),
            Told::Left(left) => self.account_left(left),
            Told::Low(low) => match low {
                Ok(low) => self.in_accounts(|screen| screen.low_are(low)),
                Err(why) => self.fail(&why),
            },
            Told::Queued(queued) => self.paper_queued(queued),
            Told::Saved(saved) => self.say_saved(saved),
        }
    }

    pub(super) fn at_accounts(&mut self, message: AccountsMessage) -> Task<Message> {
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        // The screen is taken out while it looks at the rest of the program.
        let (Some(mut screen), user) = (work.accounts.take(), work.user.clone()) else {
            return Task::none();
        };
        let action = screen.update(message, &self.context(&user));
        if let Screen::Work(work) = &mut self.screen {
            work.accounts = Some(screen);
        }
        self.keep_accounts(action)
    }

    fn keep_accounts(&mut self, action: Action) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Focus(field) => iced::widget::operation::focus(field),
            Action::Open(student) => self.read_account(student),
            Action::Leave(student, pin) => self.let_go(student, pin),
            Action::OpenCard(card) => self.read_card(card),
            Action::Statement(student, from, to, page) => {
                let lines = crate::app::screen::accounts::PAGE_LINES;
                let reply = self.till.statement(student, (from, to), page, lines);
                let read = async { flat(reply.await).map(Box::new) };
                Task::perform(read, move |read| told(Told::Statement(student, read)))
            }
            Action::Print(student, from, to) => {
                let reply = self.till.print_statement(student, (from, to), self.now);
                let queued = async { flat(reply.await).map(|job| job.is_some()) };
                Task::perform(queued, |queued| told(Told::Queued(queued)))
            }
            Action::Save(student, from, to) => self.save_statement(student, from, to),
            Action::Reprint(number) => {
                let Some(user) = self.user() else {
                    return Task::none();
                };
                Self::paper(self.till.reprint_slip(number, self.at(user)))
            }
            Action::Do(wish) => self.do_account(*wish),
            Action::Low => {
                let reply = self.till.low();
                Task::perform(async { flat(reply.await) }, |low| told(Told::Low(low)))
            }
            Action::PrintLow => Self::paper(self.till.print_low(self.now)),
            Action::SaveLow => self.save_low(),
        }
    }

    fn paper<T: Send + 'static>(reply: Reply<Result<T, store::Error>>) -> Task<Message> {
        let queued = async { flat(reply.await).map(|_| true) };
        Task::perform(queued, |queued| told(Told::Queued(queued)))
    }

    fn read_account(&self, student: StudentId) -> Task<Message> {
        let reply = self.till.account(student, self.now.day());
        let read = async { flat(reply.await).map(|account| Some(Box::new(account))) };
        Task::perform(read, |read| told(Told::Read(None, read)))
    }

    /// Also of a card that opens nothing: whose it is and why is said.
    fn read_card(&self, card: CardNumber) -> Task<Message> {
        let (till, day, wanted) = (self.till.clone(), self.now.day(), card.clone());
        let read = async move {
            match flat(till.student_of_card(wanted).await)? {
                Some(student) => {
                    let account = flat(till.account(student, day).await)?;
                    Ok(Some(Box::new(account)))
                }
                None => Ok(None),
            }
        };
        Task::perform(read, move |read| told(Told::Read(Some(card.clone()), read)))
    }

    fn account_read(
        &mut self,
        card: Option<&CardNumber>,
        read: Result<Option<Box<Account>>, Failed>,
    ) -> Task<Message> {
        let account = match (read, card) {
            (Ok(Some(account)), _) => account,
            (Ok(None), card) => {
                let card = card.map(ToString::to_string).unwrap_or_default();
                let told = [("card", card.into())];
                let why = self.words.text_with("accounts-card-unknown", &told);
                return self.say(Mood::Warn, why);
            }
            (Err(why), _) => return self.fail(&why),
        };
        let photo = self.find_photos([&account.customer]);
        if let Some(refused) = card.and_then(|card| refused(&account, card, self.now.day())) {
            let why = match refused {
                CardRefused::Blocked => self.words.text("refused-card-blocked"),
                CardRefused::Replaced => self.words.text("refused-card-replaced"),
                CardRefused::Expired(day) => {
                    let day = [("day", day.into())];
                    self.words.text_with("refused-card-expired", &day)
                }
            };
            let _said = self.say(Mood::Warn, why);
        }
        let opened = self.in_accounts(|screen| screen.opened(account));
        Task::batch([photo, opened])
    }

    fn do_account(&mut self, wish: Wish) -> Task<Message> {
        let Some(user) = self.user().cloned() else {
            return Task::none();
        };
        let desk = Desk {
            till: self.till.clone(),
            tenders: self.tenders.clone(),
            at: self.at(&user),
            user,
        };
        let day = self.now.day();
        let done = async move {
            let posted = desk.perform(&wish).await?;
            let account = flat(desk.till.account(wish.student, day).await)?;
            Ok((Box::new(account), posted.map(Box::new)))
        };
        Task::perform(done, |done| told(Told::Done(done)))
    }

    /// The cart at the checkout is judged again if it is for somebody: their account may have changed.
    fn account_done(
        &mut self,
        done: Result<(Box<Account>, Option<Box<Posted>>), Failed>,
    ) -> Task<Message> {
        match done {
            Ok((account, posted)) => {
                let posted = posted.map(|posted| *posted);
                let told = self.in_accounts(|screen| screen.done(account, posted));
                Task::batch([told, self.read_buyer()])
            }
            Err(why) => {
                let why = self.told(&why);
                self.in_accounts(|screen| screen.refused(why))
            }
        }
    }

    fn let_go(&mut self, student: StudentId, pin: Option<Pin>) -> Task<Message> {
        let Some(user) = self.user().cloned() else {
            return Task::none();
        };
        if pin.is_none() && !user.may(Right::Cards) {
            let why = self.words.text("no-right");
            return self.say(Mood::Warn, why);
        }
        let (till, now) = (self.till.clone(), self.now);
        let left = async move {
            let by = match pin {
                Some(pin) => till.sign_in(None, Right::Cards, pin, now).await??.id,
                None => user.id,
            };
            let reply = till.set_person_active(student, false, Stamp::by(by, now));
            flat(reply.await).map(Box::new)
        };
        Task::perform(left, |left| told(Told::Left(left)))
    }

    /// The list is read as it is now, without them.
    fn account_left(&mut self, left: Result<Box<Opened>, Failed>) -> Task<Message> {
        match left {
            Ok(opened) => {
                let name = [("name", (&opened.profile.name).into())];
                let said = self.words.text_with("accounts-left", &name);
                let _said = self.say(Mood::Ok, said);
                let _closed = self.in_accounts(|screen| screen.left(opened.student));
                self.read_school()
            }
            // Whoever was asked for their PIN reads it where they typed it.
            Err(why) if self.asks_at_accounts() => {
                let why = self.told(&why);
                self.in_accounts(|screen| screen.refused(why))
            }
            Err(why) => self.fail(&why),
        }
    }

    fn asks_at_accounts(&self) -> bool {
        match &self.screen {
            Screen::Work(work) => work.accounts.as_ref().is_some_and(|open| open.asks()),
            _ => false,
        }
    }

    fn in_accounts(&mut self, tell: impl FnOnce(&mut Accounts)) -> Task<Message> {
        if let Some(work) = self.work_mut()
            && let Some(accounts) = &mut work.accounts
        {
            tell(accounts);
        }
        Task::none()
    }

    fn paper_queued(&mut self, queued: Result<bool, Failed>) -> Task<Message> {
        match queued {
            Ok(true) if self.till.config().printer.address.trim().is_empty() => {
                let said = self.words.text("accounts-paper-waits");
                self.say(Mood::Ok, said)
            }
            Ok(true) => {
                let said = self.words.text("accounts-paper-queued");
                self.say(Mood::Ok, said)
            }
            Ok(false) => {
                let most = [("count", crate::till::accounts::PRINTED_MAX.into())];
                let why = self.words.text_with("accounts-paper-too-long", &most);
                self.say(Mood::Warn, why)
            }
            Err(why) => self.fail(&why),
        }
    }

    fn save_statement(
        &self,
        student: StudentId,
        from: BusinessDay,
        to: BusinessDay,
    ) -> Task<Message> {
        let name = self.roll.iter().find(|(id, ..)| *id == student);
        let name = name.map_or("", |(_, name, _)| name);
        let word = self.words.text("statement-file");
        let file = format!("{word}-{}-{}-{from}-{to}.csv", plain(name), student.0);
        let file = self.home().join(file);
        let reply = self.till.whole_statement(student, (from, to));
        let (words, now) = (self.words.clone(), self.now);
        let saved = async move {
            let statement = flat(reply.await).map_err(|why| why.sentence(&words))?;
            let text = statement_csv(&statement, &words, now);
            super::lists::saved(file, text.into_bytes(), words).await
        };
        Task::perform(saved, |saved| told(Told::Saved(saved)))
    }

    fn save_low(&self) -> Task<Message> {
        let word = self.words.text("low-file");
        let file = self.home().join(format!("{word}-{}.csv", self.now.day()));
        let (reply, words) = (self.till.low(), self.words.clone());
        let saved = async move {
            let low = flat(reply.await).map_err(|why| why.sentence(&words))?;
            let text = low_csv(&low, &words);
            super::lists::saved(file, text.into_bytes(), words).await
        };
        Task::perform(saved, |saved| told(Told::Saved(saved)))
    }

    /// A card that is scanned here opens its account, or is the new number that is asked for.
    pub(super) fn scanned_to_accounts(&mut self, code: &Code) -> Option<Task<Message>> {
        let Screen::Work(work) = &self.screen else {
            return None;
        };
        if work.place != Place::Accounts || self.catalogue.by_code(code).is_some() {
            return None;
        }
        let card = CardNumber::parse(code.as_str()).ok()?;
        Some(self.at_accounts(AccountsMessage::Scanned(card)))
    }

    /// Whether the place of the accounts is shown.
    pub(super) fn is_at_accounts(&self) -> bool {
        matches!(&self.screen, Screen::Work(work) if work.place == Place::Accounts)
    }
}

const fn told(told: Told) -> Message {
    Message::Accounts(told)
}

fn people(roll: &[(StudentId, String, String)]) -> Vec<Person> {
    let person = |(student, name, grade): &(StudentId, String, String)| Person {
        student: *student,
        name: name.clone(),
        grade: grade.clone(),
    };
    roll.iter().map(person).collect()
}

/// Why the card that was scanned opens nothing at the checkout.
fn refused(account: &Account, card: &CardNumber, day: BusinessDay) -> Option<CardRefused> {
    let mut cards = account.cards.cards.iter();
    let card = cards.find(|of| of.number == *card)?;
    card.usable_on(day).err()
}

/// «sofia-benitez», for the name of a file.
fn plain(name: &str) -> String {
    let folded = fold(name);
    let parts = folded.split(|letter: char| !letter.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// What is needed to do something with an account, off the screen's thread.
struct Desk {
    till: Till,
    tenders: Vec<Tender>,
    user: User,
    at: At,
}

impl Desk {
    async fn perform(&self, wish: &Wish) -> Result<Option<Posted>, Failed> {
        let (id, student, at) = (wish.id, wish.student, self.at);
        let right = right_of(&wish.wanted);
        let movement = match &wish.wanted {
            Wanted::LowMark(mark) => return self.mark(student, *mark).await,
            Wanted::Card(number, act) => {
                let approval = self.approval(wish, right).await?;
                return self.card(number.clone(), act.clone(), approval).await;
            }
            Wanted::TopUp { .. } if !self.user.may(right) => return Err(Failed::NoRight),
            Wanted::TopUp {
                amount,
                tender,
                reference,
            } => {
                let way = self.way(*tender, reference.clone())?;
                let minimum = self.till.config().accounts.minimum_top_up.money();
                Movement::top_up(id, student, *amount, way, minimum, at)
            }
            Wanted::Undo(number) => {
                let top_up = flat(self.till.topped_up(*number).await)?;
                let approval = self.approval(wish, right).await?;
                Movement::undo(&top_up, approval, at)
            }
            Wanted::Leave => return Ok(None),
            Wanted::Correct { amount } => {
                let approval = self.approval(wish, right).await?;
                Movement::correction(id, student, *amount, approval, at)
            }
            Wanted::Transfer { to, amount } => {
                let approval = self.approval(wish, right).await?;
                Movement::transfer(id, student, *to, *amount, approval, at)
            }
            Wanted::Payout { tender, reference } => {
                let way = self.way(*tender, reference.clone())?;
                let approval = self.approval(wish, right).await?;
                Movement::payout(id, student, way, approval, at)
            }
            Wanted::Share { with } => {
                let approval = self.approval(wish, right).await?;
                Movement::share(id, student, *with, approval, at)
            }
        };
        let movement = movement.map_err(store::Error::from)?;
        Ok(Some(flat(self.till.move_money(movement).await)?))
    }

    /// The user's own, or that of whoever typed their PIN.
    async fn approval(&self, wish: &Wish, right: Right) -> Result<Approval, Failed> {
        let reason = wish.reason.clone();
        match &wish.pin {
            Some(pin) => {
                let reply = self
                    .till
                    .approve(right, pin.clone(), reason, self.at.moment);
                Ok(reply.await??)
            }
            None => Approval::by(&self.user, right, &reason).map_err(|_| Failed::NoRight),
        }
    }

    fn way(&self, tender: TenderId, reference: Option<Reference>) -> Result<Way, Failed> {
        let found = self.tenders.iter().find(|of| of.id == tender);
        let found = found.ok_or_else(|| store::Error::NotFound(format!("tender {}", tender.0)))?;
        let way = Way::new(found, reference);
        way.map_err(|why: Unmoved| Failed::Store(why.into()))
    }

    async fn card(
        &self,
        number: CardNumber,
        act: Act,
        approval: Approval,
    ) -> Result<Option<Posted>, Failed> {
        let change = Change::new(number, act, approval, self.at).map_err(store::Error::from)?;
        flat(self.till.change_card(change).await)?;
        Ok(None)
    }

    async fn mark(
        &self,
        student: StudentId,
        mark: Option<Money>,
    ) -> Result<Option<Posted>, Failed> {
        if !self.user.may(Right::TopUp) {
            return Err(Failed::NoRight);
        }
        flat(self.till.set_low_mark(student, mark, self.at).await)?;
        Ok(None)
    }
}

#[cfg(test)]
#[path = "accounts_tests.rs"]
mod tests;
