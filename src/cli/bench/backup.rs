//! `cantina bench backup`: a backup and its proof beside copying and packing the same file and no more, and
//! what selling feels of it. All of it happens on a copy; the canteen itself is only read.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use super::sale::goods;
use super::{Context, Folder, Outcome, Refusal, Spread, process};
use crate::backup::{Control, Made, Reason};
use crate::cli::backup::refusal;
use crate::domain::cart::Cart;
use crate::domain::catalogue::Catalogue;
use crate::domain::diet::Policy;
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::sale::{At, Sale};
use crate::domain::tender::{Offer, Tender, TenderKind};
use crate::domain::{CartId, Quantity, SaleId, UserId};
use crate::i18n::I18n;
use crate::printing::{Profile, escpos, ticket};
use crate::settings::{Config, DataFolder};
use crate::store::{Reader, Source, Stamp, Store, Ticketing};
use crate::till::{backups, now};

/// The level that backups are packed at.
const LEVEL: i32 = 3;
const LINES: i64 = 5;
/// Between two sales: faster than any queue.
const PAUSE: Duration = Duration::from_millis(5);
/// How often memory is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(5);

#[derive(Debug, Args)]
pub struct Arguments {
    /// How many sales are measured with the backup and without
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(100..=100_000))]
    rounds: u32,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Measures and says it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let canteen = context.folder()?;
    if !canteen.database().exists() {
        let place = canteen.root().display().to_string();
        return Err(Refusal::new("no_canteen").told("path", place));
    }
    let scratch = Folder::make(canteen.root())?;
    let folder = DataFolder::at(scratch.0.clone());
    folder.prepare()?;
    Source::open(&canteen.database())?.copy_to(&folder.database(), |_, _| true)?;
    let mut shop = Selling::open(&folder.database())?;
    shop.sell(100)?;
    let floor = floor(&folder.database(), &scratch.0)?;
    let (made, took, memory_kb) = back_up(context, &folder)?;
    let rounds = usize::try_from(arguments.rounds).unwrap_or(usize::MAX);
    let without = Spread::of(shop.sell(rounds)?);
    let with = Spread::of(shop.sell_during(context, &folder, rounds)?);
    let found = Found {
        bytes: fs::metadata(folder.database())?.len(),
        packed: made.bytes,
        sales: made.manifest.contents.sales,
        made: took,
        floor,
        memory_kb,
        with,
        without,
    };
    context.say(&match arguments.json {
        true => found.as_json().to_string(),
        false => found.sentence(&context.words),
    })?;
    Ok(Outcome::Done)
}

/// Copying the file, packing the copy and waiting for the disk; then unpacking it again. Nothing is proved.
struct Floor {
    write: Duration,
    read: Duration,
}

fn floor(database: &Path, scratch: &Path) -> Result<Floor, Refusal> {
    let path = |name: &str| -> PathBuf { scratch.join(name) };
    let begun = Instant::now();
    fs::copy(database, path("floor.db"))?;
    let packed = File::create(path("floor.zst"))?;
    zstd::stream::copy_encode(File::open(path("floor.db"))?, &packed, LEVEL)?;
    packed.sync_all()?;
    let write = begun.elapsed();
    let begun = Instant::now();
    let mut unpacked = File::create(path("floor.db"))?;
    let mut decoder = zstd::Decoder::new(File::open(path("floor.zst"))?)?;
    io::copy(&mut decoder, &mut unpacked)?;
    let read = begun.elapsed();
    fs::remove_file(path("floor.db"))?;
    fs::remove_file(path("floor.zst"))?;
    Ok(Floor { write, read })
}

/// How long one takes, and how much more memory the process holds meanwhile.
fn back_up(context: &Context, folder: &DataFolder) -> Result<(Made, Duration, u64), Refusal> {
    let me = std::process::id();
    let before = process::resident_kb(me).unwrap_or(0);
    let (most, over) = (
        Arc::new(AtomicU64::new(before)),
        Arc::new(AtomicBool::new(false)),
    );
    let looking = {
        let (most, over) = (Arc::clone(&most), Arc::clone(&over));
        thread::spawn(move || {
            while !over.load(Ordering::Relaxed) {
                most.fetch_max(process::resident_kb(me).unwrap_or(0), Ordering::Relaxed);
                thread::sleep(LOOK_EVERY);
            }
        })
    };
    let begun = Instant::now();
    let made = make(folder);
    let took = begun.elapsed();
    over.store(true, Ordering::Relaxed);
    // Whoever looked has nothing to say.
    let _ = looking.join();
    let made = made.map_err(|error| refusal(context, &error))?;
    let memory = most.load(Ordering::Relaxed).saturating_sub(before);
    Ok((made, took, memory))
}

/// On a thread of its own, as the till does it: the thread yields to whoever sells.
fn make(folder: &DataFolder) -> Result<Made, crate::backup::Error> {
    let keeper = backups::keeper(folder, &Config::default());
    let work = move || keeper.make(Reason::Asked, now(), &Arc::new(Control::quiet()));
    let made = thread::spawn(work).join();
    made.unwrap_or(Err(crate::backup::Error::Cancelled))
}

/// Sells five things for cash, over and over, into the file that is backed up.
pub(super) struct Selling {
    store: Store,
    catalogue: Catalogue,
    cash: Tender,
    user: UserId,
    words: ticket::Words,
    profile: Profile,
}

impl Selling {
    pub(super) fn open(database: &Path) -> Result<Self, Refusal> {
        let mut store = Store::open(database)?;
        let users = store.users()?;
        let user = users.first().map(|(user, _)| user.id);
        let goods = goods(LINES);
        store.import_products(&goods, Stamp::at(now()))?;
        let cash = store.tenders()?.into_iter();
        let cash = cash
            .into_iter()
            .find(|tender| tender.kind == TenderKind::Cash);
        Ok(Self {
            catalogue: store.catalogue()?,
            cash: cash.ok_or_else(|| Refusal::new("no_such_tender"))?,
            user: user.ok_or_else(|| Refusal::new("nobody_works_here"))?,
            store,
            words: ticket::Words::new(&I18n::new(crate::i18n::Locale::EsPy)),
            profile: Profile::default(),
        })
    }

    pub(super) fn sell(&mut self, rounds: usize) -> Result<Vec<Duration>, Refusal> {
        (0..rounds).map(|_| self.sell_one()).collect()
    }

    /// A connection that only reads what is sold.
    pub(super) fn reader(&self) -> Result<Reader, Refusal> {
        Ok(self.store.reader()?)
    }

    /// Backups one after the other, until so many sales were made meanwhile.
    fn sell_during(
        &mut self,
        context: &Context,
        folder: &DataFolder,
        rounds: usize,
    ) -> Result<Vec<Duration>, Refusal> {
        let mut times = Vec::new();
        while times.len() < rounds {
            let folder = folder.clone();
            let making = thread::spawn(move || make(&folder));
            while !making.is_finished() {
                times.push(self.sell_one()?);
            }
            let made = making
                .join()
                .unwrap_or(Err(crate::backup::Error::Cancelled));
            made.map_err(|error| refusal(context, &error))?;
        }
        Ok(times)
    }

    fn sell_one(&mut self) -> Result<Duration, Refusal> {
        thread::sleep(PAUSE);
        let sale = self.sale()?;
        let shop = Shop::default();
        let render = |receipt: &Receipt| {
            let document = ticket::ticket(receipt, &self.words, self.profile.paper);
            escpos::encode(&document, &self.profile)
        };
        let ticketing = Ticketing {
            shop: &shop,
            render: &render,
            drawer: &[],
        };
        let begun = Instant::now();
        self.store.record(&sale, &ticketing)?;
        Ok(begun.elapsed())
    }

    fn sale(&self) -> Result<Box<Sale>, Refusal> {
        let moment = now();
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        let ours = self.catalogue.products().iter();
        let ours = ours.filter(|product| product.name.starts_with("Empanada "));
        for product in ours.take(usize::try_from(LINES).unwrap_or(5)) {
            cart.add(product, Quantity::ONE)
                .map_err(|error| Refusal::of_item(&error, &product.name))?;
        }
        let checked = cart.check(&Policy::standard(), moment.day())?;
        let offer = Offer {
            tender: self.cash.clone(),
            amount: checked.totals().total,
            reference: None,
        };
        let at = At {
            till: self.store.till(),
            user: self.user,
            moment,
        };
        Ok(Box::new(checked.pay(
            SaleId(Uuid::now_v7()),
            &[offer],
            at,
        )?))
    }
}

struct Found {
    bytes: u64,
    packed: u64,
    sales: i64,
    made: Duration,
    floor: Floor,
    memory_kb: u64,
    with: Spread,
    without: Spread,
}

impl Found {
    fn ratio(&self) -> f64 {
        self.made.as_secs_f64() / (self.floor.write + self.floor.read).as_secs_f64()
    }

    fn slower(&self) -> f64 {
        self.with.p99.as_secs_f64() / self.without.p99.as_secs_f64()
    }

    fn as_json(&self) -> Value {
        json!({
            "bench": "backup",
            "build": super::build(),
            "bytes": self.bytes,
            "packed_bytes": self.packed,
            "sales": self.sales,
            "backup_and_proof_s": self.made.as_secs_f64(),
            "floor_copy_and_pack_s": self.floor.write.as_secs_f64(),
            "floor_unpack_s": self.floor.read.as_secs_f64(),
            "ratio": self.ratio(),
            "memory_kb": self.memory_kb,
            "sale_without": self.without.as_json(),
            "sale_with": self.with.as_json(),
            "sale_p99_ratio": self.slower(),
        })
    }

    fn sentence(&self, words: &I18n) -> String {
        let seconds = |time: Duration| format!("{:.2}", time.as_secs_f64());
        words.text_with(
            "cli-bench-backup",
            &[
                ("megabytes", (self.bytes / 1_000_000).into()),
                ("sales", self.sales.into()),
                ("build", super::build().into()),
                ("made", seconds(self.made).into()),
                ("floor", seconds(self.floor.write).into()),
                ("read", seconds(self.floor.read).into()),
                ("ratio", format!("{:.2}", self.ratio()).into()),
                ("memory", (self.memory_kb / 1_000).into()),
                ("with", super::ms(self.with.p99).into()),
                ("without", super::ms(self.without.p99).into()),
                ("slower", format!("{:.2}", self.slower()).into()),
            ],
        )
    }
}
