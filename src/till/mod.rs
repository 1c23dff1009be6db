//! One open canteen: its store, its printer and its settings, joined.
//!
//! The screen and the command line sell through the same [`Till`]. Every call returns at once with a
//! [`Reply`]: one thread writes, another prints, and neither makes the other or the screen wait.

pub mod accounts;
pub mod audit;
pub mod backups;
pub mod checks;
mod clerk;
mod clock;
mod dashboard;
mod diet;
pub mod doctor;
pub mod failure;
pub mod first_day;
pub mod goods;
mod language;
mod limits;
pub mod logo;
pub mod lunch;
pub mod people;
mod printer_desk;
mod printing;
mod queue;
mod refund;
mod reports;
pub mod setting;
mod shift;
mod staff;
pub mod stock;
pub mod training;
pub mod transfer;
pub mod upgrade;
mod users;
mod writer;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::domain::cart::SavedCart;
use crate::domain::catalogue::{Catalogue, NewProduct};
use crate::domain::print::JobState;
use crate::domain::receipt::Receipt;
use crate::domain::sale::{At, Sale, Void};
use crate::domain::student::{Customer, NewStudent};
use crate::domain::tender::Tender;
use crate::domain::user::{Approval, Pin, Role, User};
use crate::domain::{
    BusinessDay, CardNumber, CartId, ClockWatch, Moment, PrintJobId, ProductId, SaleId, StudentId,
    TillId, Timestamp, UserId,
};
use crate::i18n::I18n;
use crate::printing::{
    Address, Document, Dots, Logo, Paper, Printer, Profile, Profiles, journal::Journal,
};
use crate::printing::{escpos, text, ticket, transport};
use crate::settings::{self, Config, DataFolder};
use crate::store::{self, DaySale, Held, PrintJob, Recorded, Stamp, Store, Ticketing, pin};

pub use clerk::PinRefused;
pub use clock::now;
pub use diet::NotChanged;
pub use users::CardDenied;
pub use writer::{Closing, Reply};

use writer::Writer;

/// Why a till does not open.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The data folder or the settings.
    #[error(transparent)]
    Settings(#[from] settings::Error),
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A setting, by its key, that makes no sense as it is written.
    #[error("{0}: {1}")]
    Setting(&'static str, settings::Fault),
    /// The printer's address.
    #[error(transparent)]
    Printer(#[from] transport::BadAddress),
    /// The system has no thread to give.
    #[error("no thread: {0}")]
    Thread(#[from] std::io::Error),
    /// The writing thread has ended.
    #[error(transparent)]
    Closing(Closing),
}

/// An open canteen. Cheap to clone.
#[derive(Clone)]
pub struct Till {
    writer: Writer,
    /// Whoever reads for the dashboard.
    reports: reports::Reports,
    printer: Printer,
    folder: DataFolder,
    voice: Arc<Mutex<Voice>>,
    log: Journal,
    /// Held by whoever runs a self-check: one at a time.
    checking: Arc<Mutex<()>>,
    /// A printer that is being set up.
    trial: printing::Trial,
    /// The printer named at the start instead of the configured one.
    named_printer: Arc<Mutex<Option<String>>>,
    /// The models of printer, as last read: a screen asks for them with every picture.
    profiles: Arc<Mutex<Profiles>>,
    /// The picture above the tickets.
    shelf: logo::Shelf,
}

/// How its tickets look, by the settings of the moment.
#[derive(Clone)]
struct Voice {
    config: Config,
    words: Arc<ticket::Words>,
    profile: Profile,
    drawer: Vec<u8>,
    /// The picture above its tickets, and whence the printer has it.
    logo: Option<(Arc<Logo>, Dots)>,
}

impl Voice {
    fn new(config: Config, profiles: &Profiles) -> Self {
        let words = Arc::new(ticket::Words::new(&I18n::new(config.locale)));
        let profile = profiles.of(&config.printer);
        let drawer = escpos::encode(&ticket::drawer(profile.paper), &profile);
        Self {
            config,
            words,
            profile,
            drawer,
            logo: None,
        }
    }

    fn document(&self, receipt: &Receipt) -> Document {
        ticket::ticket_below(self.logo.as_ref(), receipt, &self.words, self.profile.paper)
    }

    fn render(&self, receipt: &Receipt) -> Vec<u8> {
        escpos::encode(&self.document(receipt), &self.profile)
    }
}

impl Till {
    /// Opens the canteen of a data folder; `printer` overrides the configured address.
    ///
    /// # Errors
    /// [`Error`]; nothing is changed on the disk but what a first start makes.
    pub fn open(folder: DataFolder, printer: Option<&str>) -> Result<Self, Error> {
        folder.prepare()?;
        let config = Config::load(&folder.config())?;
        let mut wanted = config.printer.clone();
        if let Some(named) = printer {
            named.trim().clone_into(&mut wanted.address);
        }
        let store = Store::open(&folder.database())?;
        let profiles = Profiles::with(&folder.printers());
        let words = I18n::new(config.locale);
        let voice = Voice::new(config, &profiles);
        let route = match wanted.address.trim() {
            "" => None,
            address => Some(address.parse::<Address>()?.route(&profiles.of(&wanted))),
        };
        let writer = Writer::start(store)?;
        let journal = Journal::at(&folder.logs().join("printer.log")).in_words(words);
        let trial = printing::Trial::default();
        let table = queue::Table::new(writer.clone(), trial.clone());
        let started = Printer::start(Box::new(table), route, journal)?;
        Ok(Self {
            shelf: logo::Shelf::open(&folder),
            writer,
            reports: reports::Reports::start()?,
            printer: started,
            log: Journal::at(&folder.logs().join("till.log")),
            folder,
            voice: Arc::new(Mutex::new(voice)),
            checking: Arc::default(),
            trial,
            named_printer: Arc::new(Mutex::new(printer.map(|named| named.trim().to_owned()))),
            profiles: Arc::new(Mutex::new(profiles)),
        })
    }

    /// Writes one line into `logs/till.log`, beside the screen: what the technician reads.
    pub fn note(&self, event: String) {
        let log = self.log.clone();
        let _nobody_waits = self.writer.ask(move |_| log.write(&event));
    }

    /// The folder it lives in.
    #[must_use]
    pub const fn folder(&self) -> &DataFolder {
        &self.folder
    }

    /// The settings of the moment.
    #[must_use]
    pub fn config(&self) -> Config {
        self.voice().config
    }

    /// The printer, for its status.
    #[must_use]
    pub const fn printer(&self) -> &Printer {
        &self.printer
    }

    /// The printer that was named at the start, until another is set up.
    fn named_printer(&self) -> Option<String> {
        let named = &self.named_printer;
        named.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn voice(&self) -> Voice {
        let kept = self.voice.lock();
        let mut voice = kept.unwrap_or_else(PoisonError::into_inner).clone();
        let mut printer = voice.config.printer.clone();
        if let Some(named) = self.named_printer() {
            printer.address = named;
        }
        voice.logo = self.shelf.on(&printer, voice.profile.logo);
        voice
    }

    /// Everything that can be sold now.
    pub fn catalogue(&self) -> Reply<Result<Catalogue, store::Error>> {
        self.beside(store::Reader::catalogue)
    }

    /// The ways to pay.
    pub fn tenders(&self) -> Reply<Result<Vec<Tender>, store::Error>> {
        self.writer.ask(|store| store.tenders_on(now().day()))
    }

    /// Everybody who may work here.
    pub fn users(&self) -> Reply<Result<Vec<User>, store::Error>> {
        self.writer
            .ask(|store| Ok(store.users()?.into_iter().map(|(user, _)| user).collect()))
    }

    /// Adds a user with a PIN.
    pub fn add_user(
        &self,
        name: String,
        role: Role,
        pin: Pin,
    ) -> Reply<Result<UserId, store::Error>> {
        self.writer
            .ask(move |store| store.add_user(&name, role, &pin::hash(&pin)?))
    }

    /// Gives a user another PIN.
    pub fn set_pin(&self, user: UserId, pin: Pin) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.set_pin(user, &pin::hash(&pin)?))
    }

    /// Lets a user in or out.
    pub fn set_active(&self, user: UserId, active: bool) -> Reply<Result<(), store::Error>> {
        self.writer.ask(move |store| store.set_active(user, active))
    }

    /// The pupil of a card.
    pub fn customer_by_card(
        &self,
        card: CardNumber,
        day: BusinessDay,
    ) -> Reply<Result<Customer, store::Error>> {
        let house = self.low_balance();
        self.writer.ask(move |store| {
            let found = store.customer_by_card(&card, day)?;
            Ok(found.with_house_mark(house))
        })
    }

    /// The pupil of a card, whatever its state.
    pub fn student_of_card(
        &self,
        card: CardNumber,
    ) -> Reply<Result<Option<StudentId>, store::Error>> {
        self.writer.ask(move |store| store.student_of_card(&card))
    }

    /// A pupil chosen by name.
    pub fn customer(
        &self,
        student: StudentId,
        day: BusinessDay,
    ) -> Reply<Result<Customer, store::Error>> {
        let house = self.low_balance();
        self.writer.ask(move |store| {
            let found = store.customer(student, day)?;
            Ok(found.with_house_mark(house))
        })
    }

    /// Every active pupil: number, name and grade.
    #[allow(clippy::type_complexity)]
    pub fn roll(&self) -> Reply<Result<Vec<(StudentId, String, String)>, store::Error>> {
        self.writer.ask(|store| store.roll())
    }

    /// What sells at this hour, best first.
    pub fn favourites(
        &self,
        day: BusinessDay,
        hour: u32,
    ) -> Reply<Result<Vec<ProductId>, store::Error>> {
        self.writer
            .ask(move |store| store.favourites(day, hour, 16))
    }

    /// Writes a sale down and wakes the printer.
    pub fn record(&self, sale: Box<Sale>) -> Reply<Result<Recorded, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let render = |receipt: &Receipt| voice.render(receipt);
            let ticketing = Ticketing {
                shop: &voice.config.shop,
                render: &render,
                drawer: &voice.drawer,
            };
            let recorded = store.record(&sale, &ticketing);
            printer.wake();
            recorded
        })
    }

    /// Undoes a sale of the open day under an approval for it.
    pub fn void(
        &self,
        id: SaleId,
        of: SaleId,
        approval: Approval,
        at: At,
    ) -> Reply<Result<Recorded, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let void = Void::new(id, &store.on_file(of)?, approval, at)?;
            let render = |receipt: &Receipt| voice.render(receipt);
            let ticketing = Ticketing {
                shop: &voice.config.shop,
                render: &render,
                drawer: &voice.drawer,
            };
            let recorded = store.void(&void, &ticketing);
            printer.wake();
            recorded
        })
    }

    /// Prints a ticket again, marked as a copy.
    pub fn reprint(&self, sale: SaleId, at: Timestamp) -> Reply<Result<PrintJobId, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let job = store.reprint(sale, at, &|receipt| voice.render(receipt));
            printer.wake();
            job
        })
    }

    /// What the ticket of a sale says; [`store::Error::NotFound`] if there is no such sale.
    pub fn receipt(&self, sale: SaleId) -> Reply<Result<Receipt, store::Error>> {
        self.writer.ask(move |store| store.receipt(sale))
    }

    /// What a ticket looks like, as text.
    pub fn ticket_text(&self, sale: SaleId) -> Reply<Result<String, store::Error>> {
        let voice = self.voice();
        self.writer
            .ask(move |store| Ok(text::render(&voice.document(&store.receipt(sale)?))))
    }

    /// A ticket laid out, for pictures.
    #[must_use]
    pub fn document(&self, receipt: &Receipt) -> Document {
        self.voice().document(receipt)
    }

    /// The sales of a day, latest first.
    pub fn sales_of(&self, day: BusinessDay) -> Reply<Result<Vec<DaySale>, store::Error>> {
        self.writer.ask(move |store| store.sales_of(day))
    }

    /// The latest time that the last sales carry; `None` before the first.
    pub fn latest_sale_at(&self) -> Reply<Result<Option<Timestamp>, store::Error>> {
        self.writer.ask(|store| store.latest_sale_at())
    }

    /// The day of the last sale, if by the clock it is still to come: the clock was set back.
    pub fn clock_behind(&self, now: Moment) -> Reply<Result<Option<BusinessDay>, store::Error>> {
        self.writer.ask(move |store| {
            let last = store.last_sale_at()?;
            let behind = |at| ClockWatch::default().seen(at).tell(now.at);
            Ok(last.and_then(|(at, day)| behind(at).then_some(day)))
        })
    }

    /// Print jobs that wait or that somebody has to look at.
    pub fn open_jobs(&self) -> Reply<Result<Vec<PrintJob>, store::Error>> {
        self.writer.ask(|store| store.open_jobs())
    }

    /// Answers «¿Salió el ticket?» or gives a job up. What did not come out is printed again as a copy.
    pub fn settle_job(&self, job: PrintJobId, state: JobState) -> Reply<Result<(), store::Error>> {
        let (printer, mark) = (self.printer.clone(), self.copy_mark());
        self.writer.ask(move |store| {
            let settled = match state {
                JobState::Waiting => store.print_again(job, &mark).map(drop),
                state => store.mark_job(job, state),
            };
            printer.wake();
            settled
        })
    }

    /// Prints a page that shows letters, accents, widths and the cut.
    pub fn test_page(
        &self,
        title: String,
        at: Timestamp,
    ) -> Reply<Result<PrintJobId, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let page = ticket::test_page(&voice.config.shop, &title, voice.profile.paper);
            let bytes = escpos::encode(&page, &voice.profile);
            let job = store.queue_page(&title, &bytes, at);
            printer.wake();
            job
        })
    }

    /// The paper that pages are laid out for.
    #[must_use]
    pub fn paper(&self) -> Paper {
        self.voice().profile.paper
    }

    /// Prints a page that is no ticket, through the same queue.
    pub fn print_page(
        &self,
        title: String,
        page: Document,
        at: Timestamp,
    ) -> Reply<Result<PrintJobId, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let bytes = escpos::encode(&page, &voice.profile);
            let job = store.queue_page(&title, &bytes, at);
            printer.wake();
            job
        })
    }

    /// Keeps a cart: with a name on hold, without as the one in hand.
    pub fn keep(
        &self,
        cart: SavedCart,
        name: Option<String>,
        at: Timestamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.keep(&cart, name.as_deref(), at))
    }

    /// Forgets a kept cart.
    pub fn forget(&self, cart: CartId) -> Reply<Result<(), store::Error>> {
        self.writer.ask(move |store| store.forget(cart))
    }

    /// Everything that is kept.
    pub fn held(&self) -> Reply<Result<Vec<Held>, store::Error>> {
        self.writer.ask(|store| store.held())
    }

    /// Takes over a list of products, all or nothing.
    pub fn import_products(
        &self,
        products: Vec<NewProduct>,
        stamp: Stamp,
    ) -> Reply<Result<usize, store::Error>> {
        self.writer
            .ask(move |store| Ok(store.import_products(&products, stamp)?.len()))
    }

    /// Takes over a list of pupils, all or nothing.
    pub fn import_students(
        &self,
        students: Vec<NewStudent>,
        stamp: Stamp,
    ) -> Reply<Result<usize, store::Error>> {
        self.writer
            .ask(move |store| Ok(store.import_students(&students, stamp)?.len()))
    }

    /// Recomputes everything that is kept beside the facts from them.
    pub fn self_check(&self) -> Reply<Result<store::SelfCheck, store::Error>> {
        self.beside(store::Reader::self_check)
    }

    /// This till's number on facts.
    #[must_use]
    pub const fn id(&self) -> TillId {
        TillId(1)
    }

    /// Lets the printer finish what it sends, for at most `limit`.
    pub fn close(&self, limit: Duration) {
        let _ended = self.printer.stop(limit);
        // A thread that has ended has done so already.
        let _written = self.writer.ask(Store::write_anew).wait();
    }
}
