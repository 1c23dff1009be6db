//! `cantina bench sale`: what a durable sale costs on this disk, beside the bare rows of the same sale.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Context, Folder, Outcome, Refusal, Spread};
use crate::domain::cart::Cart;
use crate::domain::catalogue::{Catalogue, NewProduct, Price, StockRule, Unit};
use crate::domain::diet::{
    Allergen, Declaration, Declarations, Declared, Policy, Restriction, Severity, Source,
};
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::sale::{At, Sale};
use crate::domain::student::NewStudent;
use crate::domain::tax::Rate;
use crate::domain::tender::{Offer, Tender, TenderKind};
use crate::domain::user::Role;
use crate::domain::{CartId, Money, Quantity, SaleId, StudentId, TillId, UserId};
use crate::i18n::I18n;
use crate::printing::{Profile, escpos, ticket};
use crate::store::bench::{Floor, Rows};
use crate::store::{Stamp, Store, Ticketing};
use crate::till::now;

/// Sales before the measured ones: files grow, statements are prepared.
const WARM_UP: usize = 20;
/// Pupils in turn, so that no one's day grows long.
const PUPILS: i64 = 100;
const LINES: i64 = 5;

#[derive(Debug, Args)]
pub struct Arguments {
    /// How many sales are measured
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..=100_000))]
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
    let found = Bench::new(&folder.0)?.measure(arguments.rounds)?;
    context.say(&match arguments.json {
        true => found.as_json().to_string(),
        false => found.sentence(&context.words),
    })?;
    Ok(Outcome::Done)
}

/// Two stores of one canteen on one disk.
struct Bench {
    store: Store,
    floor: Floor,
    catalogue: Catalogue,
    account: Tender,
    words: ticket::Words,
    profile: Profile,
}

impl Bench {
    fn new(folder: &Path) -> Result<Self, Refusal> {
        let store = furnished(Store::open(&folder.join("cantina.db"))?, LINES)?;
        let floor = furnished(Store::open(&folder.join("bare.db"))?, LINES)?;
        Self::over(store, floor)
    }

    fn over(store: Store, floor: Store) -> Result<Self, Refusal> {
        let mut tenders = store.tenders()?.into_iter();
        let account = tenders.find(|tender| tender.kind == TenderKind::Account);
        Ok(Self {
            catalogue: store.catalogue()?,
            account: account.ok_or_else(|| Refusal::new("no_such_tender"))?,
            store,
            floor: Floor::new(floor),
            words: ticket::Words::new(&I18n::new(crate::i18n::Locale::EsPy)),
            profile: Profile::default(),
        })
    }

    /// A sale and the bare rows of the one before in turn, each as often first: what the machine does
    /// meanwhile, and what the one leaves to the other, hits both.
    fn measure(mut self, rounds: u32) -> Result<Found, Refusal> {
        let rounds = usize::try_from(rounds).unwrap_or(usize::MAX);
        let (mut cantina, mut bare) = (Vec::new(), Vec::new());
        let mut pupils = (1..=PUPILS).cycle().map(StudentId);
        let mut before = None;
        for (round, pupil) in (0..=WARM_UP + rounds).zip(&mut pupils) {
            let sale = self.sale(pupil)?;
            let (sold, took, floor) = match (&before, round % 2) {
                (Some(before), 0) => {
                    let floor = self.bare(before)?;
                    let (sold, took) = self.record(sale)?;
                    (sold, took, floor)
                }
                (Some(before), _) => {
                    let (sold, took) = self.record(sale)?;
                    (sold, took, self.bare(before)?)
                }
                (None, _) => {
                    before = Some(self.record(sale)?.0);
                    continue;
                }
            };
            before = Some(sold);
            if round > WARM_UP {
                cantina.push(took);
                bare.push(floor);
            }
        }
        Ok(Found {
            cantina: Spread::of(cantina),
            bare: Spread::of(bare),
            rounds,
        })
    }

    fn record(&mut self, sale: Box<Sale>) -> Result<(Sold, Duration), Refusal> {
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
        let started = Instant::now();
        let recorded = self.store.record(&sale, &ticketing)?;
        let took = started.elapsed();
        let sold = Sold {
            sale,
            ticket: render(&recorded.receipt),
            receipt: recorded.receipt,
        };
        Ok((sold, took))
    }

    fn bare(&mut self, sold: &Sold) -> Result<Duration, Refusal> {
        let rows = Rows::of(&sold.sale, &sold.receipt, &sold.ticket)?;
        let started = Instant::now();
        self.floor.write(&rows)?;
        Ok(started.elapsed())
    }

    /// Five things for a pupil with a severe restriction, on the account.
    fn sale(&self, pupil: StudentId) -> Result<Box<Sale>, Refusal> {
        let moment = now();
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        cart.identify(Some(self.store.customer(pupil, moment.day())?));
        for product in self.catalogue.products() {
            cart.add(product, Quantity::ONE)
                .expect("five things with a price, sold whatever their stock");
        }
        let checked = cart.check(&Policy::standard(), moment.day())?;
        let offer = Offer {
            tender: self.account.clone(),
            amount: checked.totals().total,
            reference: None,
        };
        let at = At {
            till: TillId(1),
            user: UserId(1),
            moment,
        };
        let sale = checked.pay(SaleId(Uuid::now_v7()), &[offer], at)?;
        Ok(Box::new(sale))
    }
}

/// A sale that was recorded, for its bare rows.
struct Sold {
    sale: Box<Sale>,
    receipt: Receipt,
    ticket: Vec<u8>,
}

/// The receipt of such a sale, of so many lines.
pub fn receipt(lines: i64) -> Result<Receipt, Refusal> {
    let store = || furnished(Store::in_memory()?, lines);
    let mut bench = Bench::over(store()?, store()?)?;
    let sale = bench.sale(StudentId(1))?;
    Ok(bench.record(sale)?.0.receipt)
}

/// A canteen of so many products and a hundred pupils with money for years.
pub(super) fn furnished(mut store: Store, lines: i64) -> Result<Store, Refusal> {
    store.add_user("María G.", Role::Cashier, "none")?;
    store.import_products(&goods(lines), Stamp::at(now()))?;
    let allergic = Restriction::new(Allergen::PEANUT, Severity::Severe, "su madre");
    let pupils = (1..=PUPILS).map(|n| NewStudent {
        name: format!("Alumno {n}"),
        grade: "5.º B".into(),
        card: None,
        guardian: None,
        price_list: None,
        balance: Money::MAX,
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: vec![allergic.clone()],
        wishes: Vec::new(),
    });
    store.import_students(&pupils.collect::<Vec<_>>(), Stamp::at(now()))?;
    Ok(store)
}

/// So many products, sold whatever their stock.
pub(super) fn goods(lines: i64) -> Vec<NewProduct> {
    let day = now().day();
    let free = Declaration::new(Declared::Free, Source::Label, day);
    let mut declarations = Declarations::none();
    declarations.declare(Allergen::PEANUT, free);
    let price = Price::new(Money::guaranies(4_500))
        .expect("it is between 1 and 1.000.000.000, as a price must be");
    let product = (1..=lines).map(|n| NewProduct {
        name: format!("Empanada {n}"),
        category: "Panadería".into(),
        codes: Vec::new(),
        price,
        staff_price: None,
        cost: None,
        rate: Rate::Ten,
        unit: Unit::Each,
        stock: Some(Quantity::MAX),
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        statement: None,
        declarations: declarations.clone(),
    });
    product.collect()
}

struct Found {
    cantina: Spread,
    bare: Spread,
    rounds: usize,
}

impl Found {
    fn ratio(&self) -> f64 {
        self.cantina.over(&self.bare)
    }

    fn as_json(&self) -> Value {
        json!({
            "bench": "sale",
            "build": super::build(),
            "rounds": self.rounds,
            "cantina": self.cantina.as_json(),
            "bare": self.bare.as_json(),
            "ratio": self.ratio(),
        })
    }

    fn sentence(&self, words: &I18n) -> String {
        let ms = super::ms;
        words.text_with(
            "cli-bench-sale",
            &[
                ("rounds", self.rounds.into()),
                ("build", super::build().into()),
                ("median", ms(self.cantina.median).into()),
                ("high", ms(self.cantina.p99).into()),
                ("bare", ms(self.bare.median).into()),
                ("barehigh", ms(self.bare.p99).into()),
                ("ratio", format!("{:.2}", self.ratio()).into()),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bare_rows_are_those_of_the_sales_but_for_the_last() {
        let folder = Folder::make(&std::env::temp_dir()).unwrap();
        Bench::new(&folder.0).unwrap().measure(3).unwrap();
        let reader = rusqlite::Connection::open(folder.0.join("cantina.db")).unwrap();
        let bare = folder.0.join("bare.db");
        reader
            .execute("ATTACH ?1 AS bare", [bare.to_string_lossy()])
            .unwrap();
        let count = |sql: &str| {
            reader
                .query_row(sql, (), |row| row.get::<_, i64>(0))
                .unwrap()
        };
        for (table, a_sale) in [
            ("sale", 1),
            ("sale_line", LINES),
            ("payment", 1),
            ("posting", 2),
            ("print_job", 1),
        ] {
            let missing = format!("(SELECT * FROM main.{table} EXCEPT SELECT * FROM bare.{table})");
            let invented =
                format!("(SELECT * FROM bare.{table} EXCEPT SELECT * FROM main.{table})");
            assert_eq!(
                count(&format!("SELECT count(*) FROM {missing}")),
                a_sale,
                "{table}"
            );
            assert_eq!(
                count(&format!("SELECT count(*) FROM {invented}")),
                0,
                "{table}"
            );
        }
        let moved = "SELECT sum(b.quantity - s.quantity) FROM main.stock s JOIN bare.stock b USING (product)";
        assert_eq!(count(moved), LINES * Quantity::ONE.in_thousandths());
    }
}
