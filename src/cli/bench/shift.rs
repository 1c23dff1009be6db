//! `cantina bench shift`: what it takes to close a shift of many sales on this disk.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;
use uuid::Uuid;

use super::{Context, Folder, Outcome, Refusal, Spread, sale};
use crate::domain::cart::Cart;
use crate::domain::catalogue::Catalogue;
use crate::domain::diet::Policy;
use crate::domain::receipt::Shop;
use crate::domain::sale::{At, Sale};
use crate::domain::shift::{CashCount, Drawer, Report};
use crate::domain::tender::{Offer, Tender, TenderKind};
use crate::domain::{CartId, Money, MovementId, Quantity, SaleId, StudentId, TillId, UserId};
use crate::i18n::{I18n, Locale};
use crate::printing::{Paper, Profile, escpos, shift};
use crate::store::{Close, Count, Store, ZPaper};
use crate::till::now;

/// Five lines a sale, as everywhere.
const LINES: i64 = 5;
/// How they pay, in turn.
const TENDERS: [TenderKind; 3] = [TenderKind::Account, TenderKind::Cash, TenderKind::Debit];

#[derive(Debug, Args)]
pub struct Arguments {
    /// Sales of each shift
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    sales: u32,
    /// Shifts that are closed
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    rounds: u32,
    /// A folder on the disk to measure; what is written there is taken away again [default: the system's for temporary files]
    #[arg(long, value_name = "DIR")]
    disk: Option<PathBuf>,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Measures and says it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let disk = arguments.disk.clone().unwrap_or_else(std::env::temp_dir);
    let folder = Folder::make(&disk)?;
    let store = Store::open(&folder.0.join("cantina.db"))?;
    let mut bench = Bench::new(sale::furnished(store, LINES)?)?;
    let (mut closes, mut reads) = (Vec::new(), Vec::new());
    for _ in 0..arguments.rounds {
        let (read, close) = bench.round(arguments.sales)?;
        reads.push(read);
        closes.push(close);
    }
    let (close, x) = (Spread::of(closes), Spread::of(reads));
    let ms = super::ms;
    let said = match arguments.json {
        true => json!({
            "bench": "shift", "build": super::build(), "sales": arguments.sales,
            "rounds": arguments.rounds, "close": close.as_json(), "x": x.as_json(),
        })
        .to_string(),
        false => context.words.text_with(
            "cli-bench-shift",
            &[
                ("sales", arguments.sales.into()),
                ("rounds", arguments.rounds.into()),
                ("build", super::build().into()),
                ("median", ms(close.median).into()),
                ("high", ms(close.p99).into()),
                ("x", ms(x.median).into()),
            ],
        ),
    };
    context.say(&said)?;
    Ok(Outcome::Done)
}

struct Bench {
    store: Store,
    catalogue: Catalogue,
    tenders: Vec<Tender>,
}

fn name() -> MovementId {
    MovementId(Uuid::now_v7())
}

fn at() -> At {
    At {
        till: TillId(1),
        user: UserId(1),
        moment: now(),
    }
}

impl Bench {
    fn new(store: Store) -> Result<Self, Refusal> {
        Ok(Self {
            catalogue: store.catalogue()?,
            tenders: store.tenders()?,
            store,
        })
    }

    /// A whole shift; what its X took, and what its count and close took together.
    fn round(&mut self, sales: u32) -> Result<(Duration, Duration), Refusal> {
        self.store
            .open_shift(name(), Money::guaranies(150_000), at())?;
        let sold: Vec<Sale> = (0..sales)
            .zip(TENDERS.into_iter().cycle())
            .map(|(_, kind)| self.sale(kind))
            .collect::<Result<_, _>>()?;
        let shop = Shop::default();
        self.store.past(&shop, |past| {
            sold.iter().try_for_each(|sale| past.sale(sale))
        })?;
        let began = Instant::now();
        let x = self.store.x(&shop, now())?;
        let read = began.elapsed();
        let cash = x.cash().map(Drawer::expected).unwrap_or_default();
        let began = Instant::now();
        let count = Count {
            id: name(),
            cash: CashCount::making(cash),
            others: Vec::new(),
        };
        self.store.count_shift(&count, at())?;
        self.close(&shop)?;
        Ok((read, began.elapsed()))
    }

    fn close(&mut self, shop: &Shop) -> Result<Report, Refusal> {
        let words = I18n::new(Locale::EsPy);
        let profile = Profile::default();
        let render = |report: &Report| {
            let page = shift::report(report, false, &words, Paper::Columns48);
            (
                shift::title(report, &words),
                escpos::encode(&page, &profile),
            )
        };
        let paper = ZPaper {
            shop,
            render: &render,
        };
        let close = Close {
            id: name(),
            explanation: None,
            approved: None,
            tolerance: Money::ZERO,
            next_float: None,
        };
        Ok(self.store.close_shift(&close, at(), &paper)?)
    }

    fn sale(&self, kind: TenderKind) -> Result<Sale, Refusal> {
        let at = at();
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        if kind == TenderKind::Account {
            cart.identify(Some(self.store.customer(StudentId(1), at.moment.day())?));
        }
        for product in self.catalogue.products() {
            cart.add(product, Quantity::ONE)
                .expect("five things with a price, sold whatever their stock");
        }
        let checked = cart.check(&Policy::standard(), at.moment.day())?;
        let tender = self.tenders.iter().find(|tender| tender.kind == kind);
        let offer = Offer {
            tender: tender
                .ok_or_else(|| Refusal::new("no_such_tender"))?
                .clone(),
            amount: checked.totals().total,
            reference: None,
        };
        Ok(checked.pay(SaleId(Uuid::now_v7()), &[offer], at)?)
    }
}
