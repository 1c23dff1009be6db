//! What the checkout, the day's sales and the settings want done, asked of the till.

use iced::Task;
use uuid::Uuid;

use super::failed::flat;
use super::{Buyer, Failed, Message, Place, Program, Screen};
use crate::app::screen::checkout::{self, Action, ApprovalRequest, Denied, NoCustomer};
use crate::app::screen::{sales, settings};
use crate::app::widget::Mood;
use crate::domain::cart::SavedCart;
use crate::domain::print::JobState;
use crate::domain::sale::Sale;
use crate::domain::search::fold;
use crate::domain::student::Customer;
use crate::domain::user::{NotApproved, Pin, Right};
use crate::domain::{BusinessDay, CardNumber, CartId, SaleId, StudentId};
use crate::i18n::I18n;
use crate::printing::ticket::short_number;
use crate::store::Stamp;
use crate::store::{self, Recorded};
use crate::till::{PinRefused, Till, failure};

/// The most pupils a search shows.
const PUPILS_SHOWN: usize = 8;

impl Program {
    pub(super) fn checkout(&mut self, message: checkout::Message) -> Task<Message> {
        if Self::begins_to_pay(&message) && !self.checkout.has_dialog() && self.ask_for_shift() {
            return Task::none();
        }
        let Screen::Work(work) = &self.screen else {
            return Task::none();
        };
        let user = work.user.clone();
        // The screen is taken out while it looks at the rest of the program.
        let mut screen = std::mem::replace(
            &mut self.checkout,
            checkout::Screen::new(CartId(Uuid::nil())),
        );
        let action = screen.update(message, &self.context(&user));
        self.checkout = screen;
        self.act(action)
    }

    fn act(&mut self, action: Action) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Commit(sale) => self.commit(sale),
            Action::Keep(cart) => self.keep(*cart, None),
            Action::Forget(cart) => Self::ask(self.till.forget(cart)),
            Action::Hold(cart, name) => self.hold(*cart, name),
            Action::FindCustomer(card) => self.find_customer(card),
            Action::SearchStudents(query) => self.search_students(&query),
            Action::TakeHeld(cart) => self.take_held(cart),
            Action::Approve(request) => self.approve(request),
            Action::Declare {
                product,
                allergens,
                state,
            } => self.note_label(product, allergens, state),
            Action::Note(alerts) => self.note_alerts(alerts),
            Action::Sound(cue, said) => self.sound(cue, said),
            Action::ReprintLast => self.reprint_last(),
            Action::OpenSales => self.went(Place::Sales),
            Action::OpenTicket(code) => self.open_ticket(code),
            Action::ToTop(list) => iced::widget::operation::snap_to(
                list,
                iced::widget::operation::RelativeOffset::START,
            ),
            // What another place asks keeps the keyboard: it comes here when somebody comes back.
            Action::Focus(_) if !self.is_selling() => Task::none(),
            Action::Focus(field) => iced::widget::operation::focus(field),
            Action::Batch(actions) => {
                let tasks: Vec<_> = actions.into_iter().map(|action| self.act(action)).collect();
                Task::batch(tasks)
            }
        }
    }

    fn is_selling(&self) -> bool {
        matches!(&self.screen, Screen::Work(work) if work.place == Place::Checkout)
    }

    pub(super) fn ask<T: Send + 'static>(
        reply: crate::till::Reply<Result<T, store::Error>>,
    ) -> Task<Message> {
        Task::perform(async { flat(reply.await).map(drop) }, Message::Done)
    }

    /// Whoever may not sell sells nothing, however they came to the checkout.
    fn commit(&mut self, sale: Box<Sale>) -> Task<Message> {
        if !self.user().is_some_and(|user| user.may(Right::Sell)) {
            return Task::done(Message::Recorded(Err(Failed::NoRight)));
        }
        self.last_sale = Some(sale.id());
        let reply = self.till.record(sale);
        let answer = async { flat(reply.await).map(Box::new) };
        Task::perform(answer, Message::Recorded)
    }

    pub(super) fn recorded(&mut self, recorded: Result<Box<Recorded>, Failed>) -> Task<Message> {
        match recorded {
            Ok(recorded) => {
                for (product, stock) in recorded.stocks {
                    self.catalogue.set_stock(product, stock);
                }
                self.recorded_at = self.now;
                let drawer = self.drawer_expected(recorded.receipt.opens_drawer);
                let number = short_number(recorded.receipt.number);
                let shown = self.checkout(checkout::Message::Recorded(number));
                Task::batch([shown, drawer, self.dashboard_sold()])
            }
            Err(error) => {
                self.note(&error);
                let why = error.sentence_of_sale(&self.words);
                let told = self.checkout(checkout::Message::NotRecorded(why));
                // What the till knew was older than what the store knows. The pupil is looked up again
                // when their card is: to do it now would take the reason off the screen.
                Task::batch([told, self.read_catalogue(), self.read_tenders()])
            }
        }
    }

    fn keep(&mut self, cart: SavedCart, name: Option<String>) -> Task<Message> {
        Self::ask(self.till.keep(cart, name, self.now.at))
    }

    fn hold(&mut self, cart: SavedCart, name: String) -> Task<Message> {
        let held = store::Held {
            id: cart.id,
            name: Some(name.clone()),
            cart: cart.clone(),
            at: self.now.at,
        };
        self.held.push(held);
        let kept = self.keep(cart, Some(name));
        Task::batch([kept, self.tell_held()])
    }

    fn take_held(&mut self, cart: CartId) -> Task<Message> {
        let Some(at) = self.held.iter().position(|held| held.id == cart) else {
            return Task::none();
        };
        let held = Box::new(self.held.remove(at));
        let (till, day) = (self.till.clone(), self.now.day());
        let back = async move {
            let read = buyer(&till, &held, day).await;
            Message::HeldRead(held, read)
        };
        Task::batch([Task::future(back), self.tell_held()])
    }

    /// Without knowing what its pupil must not eat a cart stays on hold.
    pub(super) fn held_read(&mut self, held: store::Held, read: Buyer) -> Task<Message> {
        match read {
            Ok(customer) => {
                let photo = self.find_photos(customer.as_deref());
                let cart = Box::new(held.cart);
                let taken = self.checkout(checkout::Message::HeldTaken(cart, customer));
                Task::batch([photo, taken])
            }
            Err(why) => {
                self.held.push(held);
                let told = self.told(&why);
                let told = checkout::Message::HeldNotTaken(told);
                Task::batch([self.tell_held(), self.checkout(told)])
            }
        }
    }

    fn find_customer(&mut self, card: CardNumber) -> Task<Message> {
        let reply = self.till.customer_by_card(card.clone(), self.now.day());
        let answer = async { flat(reply.await).map(Box::new) };
        Task::perform(answer, move |read| Message::CardRead(card.clone(), read))
    }

    /// A disk that does not answer is not an unknown card.
    pub(super) fn card_read(
        &mut self,
        card: &CardNumber,
        read: Result<Box<Customer>, Failed>,
    ) -> Task<Message> {
        let found = read.map_err(|why| match why {
            Failed::Store(store::Error::Card(refused)) => NoCustomer::Card(refused),
            Failed::Store(store::Error::NotFound(_)) => NoCustomer::Unknown(card.to_string()),
            why => NoCustomer::NotRead(self.told(&why)),
        });
        let photo = self.find_photos(found.as_deref().ok());
        let told = self.checkout(checkout::Message::CustomerFound(found));
        Task::batch([photo, told])
    }

    /// Pupils of whom every word of the query begins a word of name or grade.
    fn search_students(&mut self, query: &str) -> Task<Message> {
        let query = fold(query);
        let words: Vec<&str> = query.split_whitespace().collect();
        let matches = |text: &str| {
            let text = fold(text);
            words
                .iter()
                .all(|word| text.split_whitespace().any(|part| part.starts_with(word)))
        };
        let found: Vec<StudentId> = self
            .roll
            .iter()
            .filter(|(_, name, grade)| !words.is_empty() && matches(&format!("{name} {grade}")))
            .take(PUPILS_SHOWN)
            .map(|(id, ..)| *id)
            .collect();
        let (till, day) = (self.till.clone(), self.now.day());
        let answer = async move {
            let mut customers = Vec::with_capacity(found.len());
            for student in found {
                customers.extend(customer(&till, student, day).await?);
            }
            Ok(customers)
        };
        Task::perform(answer, Message::PupilsRead)
    }

    pub(super) fn pupils_read(&mut self, read: Result<Vec<Customer>, Failed>) -> Task<Message> {
        match read {
            Ok(found) => {
                let photos = self.find_photos(&found);
                let told = self.checkout(checkout::Message::StudentsFound(found));
                Task::batch([photos, told])
            }
            Err(why) => self.fail(&why),
        }
    }

    fn approve(&mut self, request: ApprovalRequest) -> Task<Message> {
        let (number, right) = (request.number, request.right);
        let words = self.words.clone();
        let reply = self
            .till
            .approve(right, request.pin, request.reason, self.now);
        let answer = async move {
            let approved = match reply.await.unwrap_or_else(|closing| Err(closing.into())) {
                Ok(approval) => approval.spend(right).ok_or(Denied::NoRight),
                Err(refused) => Err(denied(&refused, &words)),
            };
            Message::Checkout(checkout::Message::Approved(number, approved))
        };
        Task::future(answer)
    }

    fn reprint_last(&mut self) -> Task<Message> {
        match self.last_sale {
            Some(sale) => self.reprint(sale),
            None => self.went(Place::Sales),
        }
    }

    pub(super) fn reprint(&mut self, sale: SaleId) -> Task<Message> {
        let said = self.words.text("copy-queued");
        let told = self.say(Mood::Ok, said);
        Task::batch([told, Self::ask(self.till.reprint(sale, self.now.at))])
    }

    pub(super) fn sales(&mut self, message: sales::Message) -> Task<Message> {
        let lacks_shift = self.lacks_shift();
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        let Some(list) = &mut work.sales else {
            return Task::none();
        };
        if lacks_shift && matches!(message, sales::Message::VoidPressed) && list.voids_cash() {
            return self.ask_for_shift_first();
        }
        match list.update(message) {
            sales::Action::None => Task::none(),
            sales::Action::Reprint(sale) => self.reprint(sale),
            sales::Action::Void { sale, pin, reason } => self.void(sale, pin, reason),
            sales::Action::Read(_) => self.read_shown(),
            sales::Action::Open { sale, exchange } => self.open_return(sale, exchange),
            sales::Action::OpenTicket { code, exchange } => self.open_return_of(code, exchange),
            sales::Action::GiveBack {
                sale,
                wanted,
                pin,
                reason,
                exchange,
            } => self.give_back(sale, wanted, pin, reason, exchange),
            sales::Action::Printed(job) => self.settle(job, JobState::Printed),
            sales::Action::PrintAgain(job) => self.settle(job, JobState::Waiting),
        }
    }

    fn settle(&mut self, job: crate::domain::PrintJobId, state: JobState) -> Task<Message> {
        // The writer answers in turn: what is read then knows of it.
        let settled = Self::ask(self.till.settle_job(job, state));
        Task::batch([settled, self.read_shown()])
    }

    fn void(&mut self, sale: SaleId, pin: Pin, reason: String) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let (till, at) = (self.till.clone(), self.at(user));
        let answer = async move {
            let approval = till.approve(Right::Void, pin, reason, at.moment).await??;
            flat(till.void(SaleId(Uuid::now_v7()), sale, approval, at).await).map(drop)
        };
        Task::perform(answer, Message::Voided)
    }

    pub(super) fn voided(&mut self, done: Result<(), Failed>) -> Task<Message> {
        let refused = done.map_err(|why| self.told(&why)).err();
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        if let Some(list) = &mut work.sales {
            match refused {
                None => list.voided(),
                Some(why) => {
                    list.void_refused(why);
                    return Task::none();
                }
            }
        }
        let buyer = self.read_buyer();
        Task::batch([self.read_day(), self.read_catalogue(), buyer])
    }

    /// Reads again how the pupil in hand stands: a void or a refusal says that it has changed.
    pub(super) fn read_buyer(&self) -> Task<Message> {
        let Some(buyer) = self.checkout.cart().customer() else {
            return Task::none();
        };
        let (till, day, student) = (self.till.clone(), self.now.day(), buyer.student.id);
        Task::perform(
            async move { Ok(customer(&till, student, day).await?.map(Box::new)) },
            Message::BuyerRead,
        )
    }

    pub(super) fn buyer_read(&mut self, read: Buyer) -> Task<Message> {
        let customer = match read {
            Ok(Some(customer)) => customer,
            Ok(None) => return Task::none(),
            Err(why) => return self.fail(&why),
        };
        self.checkout(checkout::Message::CustomerChanged(customer))
    }

    /// The settings as the screen edits them.
    pub(super) fn draft(&self) -> settings::Draft {
        let config = self.till.config();
        settings::Draft {
            name: config.shop.name,
            ruc: config
                .shop
                .ruc
                .map(|ruc| ruc.to_string())
                .unwrap_or_default(),
            address: config.shop.address,
            phone: config.shop.phone,
            footer: config.shop.footer,
            locale: config.locale,
            theme: self.theme,
            sounds: config.sounds,
            read_aloud: config.read_aloud,
            scale_percent: u16::from(config.appearance.scale.in_percent()),
        }
    }

    pub(super) fn settings(&mut self, message: settings::Message) -> Task<Message> {
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        let Some(screen) = &mut work.settings else {
            return Task::none();
        };
        match screen.update(message) {
            settings::Action::None => Task::none(),
            settings::Action::Practise => {
                Task::done(Message::Training(super::training::Told::BeginPressed))
            }
            settings::Action::Save(draft) => self.save(draft),
            settings::Action::ShowPrinter => self.printer_page_shown(),
            settings::Action::Printer(action) => self.printer_page(action),
            settings::Action::AddUser { name, role, pin } => {
                self.change_users(|till, stamp| till.add_user_by(name, role, pin, stamp))
            }
            settings::Action::SetActive { user, active } => {
                self.change_users(|till, stamp| till.set_active_by(user, active, stamp))
            }
            settings::Action::NewPin { user, pin } => {
                self.change_users(|till, stamp| till.give_pin(user, pin, stamp))
            }
            settings::Action::House(wanted) => self.house_wanted(wanted),
            settings::Action::Setting(wanted) => self.setting_wanted(wanted),
            settings::Action::Lists(action) => self.lists(action),
            settings::Action::Check => self.check(),
            settings::Action::Examine => self.examine(),
            settings::Action::FirstDay => self.went(super::Place::FirstDay),
            settings::Action::LookAt { met, note } => self.look_at(met, note),
            settings::Action::Backup(wanted) => self.backup_wanted(wanted),
            settings::Action::Audit(wanted) => self.audit_wanted(wanted),
            action => self.rule(action),
        }
    }

    /// Nothing is asked of the store that whoever is at work may not.
    fn change_users<T: Send + 'static>(
        &self,
        change: impl FnOnce(&Till, Stamp) -> crate::till::Reply<Result<T, store::Error>>,
    ) -> Task<Message> {
        let Some(user) = self.user().filter(|user| user.may(Right::Users)) else {
            return Task::done(Message::UsersChanged(Err(Failed::NoRight)));
        };
        let reply = change(&self.till, Stamp::by(user.id, self.now));
        let till = self.till.clone();
        let answer = async move {
            flat(reply.await)?;
            flat(till.users().await)
        };
        Task::perform(answer, Message::UsersChanged)
    }
}

/// A pupil as they stand now; `None` if they have left meanwhile.
async fn customer(
    till: &Till,
    student: StudentId,
    day: BusinessDay,
) -> Result<Option<Customer>, Failed> {
    match flat(till.customer(student, day).await) {
        Ok(customer) => Ok(Some(customer)),
        Err(Failed::Store(store::Error::NotFound(_))) => Ok(None),
        Err(why) => Err(why),
    }
}

/// For whom a kept cart is.
pub(super) async fn buyer(till: &Till, held: &store::Held, day: BusinessDay) -> Buyer {
    match held.cart.student {
        Some(student) => Ok(customer(till, student, day).await?.map(Box::new)),
        None => Ok(None),
    }
}

pub(super) fn denied(refused: &PinRefused, words: &I18n) -> Denied {
    match refused {
        PinRefused::Wait { wait_ms } => {
            Denied::Wait(i64::try_from(wait_ms.div_ceil(1_000)).unwrap_or(i64::MAX))
        }
        PinRefused::NotApproved(NotApproved::NoRight) => Denied::NoRight,
        PinRefused::NotApproved(NotApproved::NoReason) => Denied::NoReason,
        PinRefused::Wrong { .. } => Denied::WrongPin,
        PinRefused::MustChange => Denied::NotChecked(words.text("pin-must-change")),
        PinRefused::Store(error) => Denied::NotChecked(failure::of_store(error).sentence(words)),
        PinRefused::Closing(_) => Denied::NotChecked(failure::of_closing().sentence(words)),
    }
}

pub(super) fn denied_words(words: &I18n, denied: &Denied) -> String {
    match denied {
        Denied::WrongPin => words.text("pin-wrong"),
        Denied::Wait(seconds) => words.text_with("pin-wait", &[("seconds", (*seconds).into())]),
        Denied::NoRight => words.text("no-right"),
        Denied::NoReason => words.text("pin-no-reason"),
        Denied::NotChecked(why) => words.text_with("pin-not-checked", &[("why", why.into())]),
    }
}
