//! `cantina bench diet`: what dietary safety costs at the till, each beside a floor measured in the same run.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Context, Outcome, Refusal};
use crate::demo::{Canteen, SEED, Shelved};
use crate::domain::cart::Cart;
use crate::domain::catalogue::{NewProduct, Product, StockRule};
use crate::domain::detect::{Detector, Label};
use crate::domain::diet::{
    Allergen, Declared, Knowledge, Known, Needs, Policy, Restriction, Severity, judge, response,
};
use crate::domain::search::fold;
use crate::domain::student::NewStudent;
use crate::domain::{BusinessDay, CartId, Money, Quantity};
use crate::i18n::I18n;
use crate::store::{Stamp, Store};
use crate::till::now;

/// Products of the large catalogue.
const PRODUCTS: usize = 10_000;
/// Lines of the cart.
const LINES: usize = 30;
/// A large catalogue is read so often.
const LOADS: usize = 3;

#[derive(Debug, Args)]
pub struct Arguments {
    /// How often each is measured
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    rounds: u32,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// One thing that was measured.
struct Row {
    what: &'static str,
    median: Duration,
    /// The most that it may take on the machine it was promised for, in microseconds; `None` where nothing was promised.
    limit_us: Option<u32>,
    floor: Duration,
}

/// Measures and says it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let rounds = usize::try_from(arguments.rounds).unwrap_or(usize::MAX);
    let rows = Bench::new()?.measure(rounds)?;
    if arguments.json {
        let rows: Vec<Value> = rows.iter().map(Row::as_json).collect();
        let said = json!({ "bench": "diet", "build": build(), "rounds": rounds, "rows": rows });
        context.say(&said.to_string())?;
    } else {
        let told = [("build", build().into()), ("rounds", rounds.into())];
        context.say(&context.words.text_with("cli-diet-bench-head", &told))?;
        for row in &rows {
            context.say(&row.sentence(&context.words))?;
        }
    }
    Ok(Outcome::Done)
}

/// Optimized or not: figures of a debug build are no promise.
const fn build() -> &'static str {
    match cfg!(debug_assertions) {
        true => "debug",
        false => "release",
    }
}

/// A canteen of ten thousand products, made of the demo's, and a pupil with four allergies.
struct Bench {
    shelf: Vec<Shelved>,
    products: Vec<Arc<Product>>,
    restrictions: Vec<Restriction>,
    cart: Cart,
    store: Store,
    policy: Policy,
    day: BusinessDay,
}

impl Bench {
    fn new() -> Result<Self, Refusal> {
        let (moment, day) = (now(), now().day());
        let canteen = Canteen::new(SEED, day);
        let mut store = Store::in_memory()?;
        let many = canteen.shelf.iter().cycle().zip(0..PRODUCTS);
        let many: Vec<NewProduct> = many.map(|(of, n)| product(&canteen, of, n)).collect();
        store.import_products(&many, Stamp::at(moment))?;
        let restrictions = vec![
            Restriction::new(Allergen::PEANUT, Severity::Critical, "su madre"),
            Restriction::new(Allergen::MILK, Severity::Severe, "su madre"),
            Restriction::new(Allergen::EGG, Severity::Moderate, "su madre"),
            Restriction::new(Allergen(83), Severity::Mild, "su madre"),
        ];
        let pupil = store.import_students(&[pupil(&restrictions)], Stamp::at(moment))?[0];
        let products = store.catalogue()?.products().to_vec();
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        cart.identify(Some(store.customer(pupil, day)?));
        for product in products.iter().take(LINES) {
            cart.add(product, Quantity::ONE)
                .map_err(|error| Refusal::of_item(&error, &product.name))?;
        }
        Ok(Self {
            shelf: canteen.shelf,
            products,
            restrictions,
            cart,
            store,
            policy: Policy::standard(),
            day,
        })
    }

    fn measure(mut self, rounds: usize) -> Result<Vec<Row>, Refusal> {
        Ok(vec![
            self.one(rounds),
            self.cart(rounds),
            self.catalogue(rounds),
            self.label(rounds),
            self.load()?,
        ])
    }

    fn needs(&self) -> Needs<'_> {
        Needs {
            restrictions: &self.restrictions,
            wishes: &[],
        }
    }

    /// The floor of a judgement: a look into a map and into the table for each restriction, and no reason.
    fn plain(&self) -> impl Fn(&BTreeMap<Allergen, Declared>) {
        |known| {
            for of in &self.restrictions {
                let state = known.get(&of.allergen).copied();
                let state = state.unwrap_or(Declared::Unknown);
                black_box(self.policy.response(state, of.severity));
            }
        }
    }

    fn plainly(&self) -> Vec<BTreeMap<Allergen, Declared>> {
        let known = self.products.iter().map(|product| &product.known);
        let state = |(allergen, of): (Allergen, &Knowledge)| (allergen, of.state);
        known
            .map(|known| known.iter().map(state).collect())
            .collect()
    }

    fn one(&self, rounds: usize) -> Row {
        let (plain, look) = (self.plainly(), self.plain());
        let worst = |known: &Known| judge(known, self.needs(), &self.policy, self.day);
        // The dearest: every reason has to be told.
        let product = self
            .products
            .iter()
            .max_by_key(|of| worst(&of.known).reasons().len());
        let Some(product) = product else {
            return Row::nothing("one");
        };
        let per_one = |time: Duration| time / 100;
        Row {
            what: "one",
            median: per_one(median(rounds, || {
                for _ in 0..100 {
                    black_box(worst(black_box(&product.known)));
                }
            })),
            limit_us: Some(20),
            floor: per_one(median(rounds, || {
                for _ in 0..100 {
                    look(black_box(&plain[0]));
                }
            })),
        }
    }

    fn cart(&self, rounds: usize) -> Row {
        let (plain, look) = (self.plainly(), self.plain());
        Row {
            what: "cart",
            median: median(rounds, || {
                black_box(self.cart.conflicts(&self.policy, self.day));
            }),
            limit_us: Some(500),
            floor: median(rounds, || plain.iter().take(LINES).for_each(&look)),
        }
    }

    fn catalogue(&self, rounds: usize) -> Row {
        let (plain, look) = (self.plainly(), self.plain());
        Row {
            what: "catalogue",
            median: median(rounds, || {
                for product in &self.products {
                    black_box(response(
                        &product.known,
                        self.needs(),
                        &self.policy,
                        self.day,
                    ));
                }
            }),
            limit_us: Some(50_000),
            floor: median(rounds, || plain.iter().for_each(&look)),
        }
    }

    /// Every label of the demo once, divided by their number; the floor folds the same letters and no more.
    fn label(&self, rounds: usize) -> Row {
        let count = u32::try_from(self.shelf.len()).unwrap_or(1).max(1);
        let labels: Vec<Label<'_>> = self.shelf.iter().map(label).collect();
        let detector = Detector::standard();
        Row {
            what: "label",
            median: median(rounds, || {
                for label in &labels {
                    black_box(detector.read(label));
                }
            }) / count,
            limit_us: None,
            floor: median(rounds, || {
                for label in &labels {
                    let texts = [Some(label.name), label.ingredients, label.declaration];
                    for text in texts.into_iter().flatten() {
                        black_box(fold(text));
                    }
                }
            }) / count,
        }
    }

    /// From a store in memory, with every label read anew; the floor is the same with every label read before.
    fn load(&mut self) -> Result<Row, Refusal> {
        let mut cold = Vec::new();
        let mut warm = Vec::new();
        for _ in 0..LOADS {
            // Other words: nothing that was read before counts.
            self.store.set_own_words("# -\n", Stamp::at(now()))?;
            for times in [&mut cold, &mut warm] {
                let started = Instant::now();
                black_box(self.store.catalogue()?);
                times.push(started.elapsed());
            }
        }
        Ok(Row {
            what: "load",
            median: middle(cold),
            limit_us: None,
            floor: middle(warm),
        })
    }
}

fn label(of: &Shelved) -> Label<'_> {
    Label {
        name: &of.product.name,
        ingredients: of.product.ingredients.as_deref(),
        declaration: of.statement.as_deref(),
        ..Label::default()
    }
}

fn median(rounds: usize, mut work: impl FnMut()) -> Duration {
    work();
    middle(
        (0..rounds)
            .map(|_| {
                let started = Instant::now();
                work();
                started.elapsed()
            })
            .collect(),
    )
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

impl Row {
    const fn nothing(what: &'static str) -> Self {
        Self {
            what,
            median: Duration::ZERO,
            limit_us: None,
            floor: Duration::ZERO,
        }
    }

    fn ratio(&self) -> f64 {
        self.median.as_secs_f64() / self.floor.as_secs_f64().max(f64::MIN_POSITIVE)
    }

    fn as_json(&self) -> Value {
        let us = |time: Duration| time.as_secs_f64() * 1_000_000.0;
        json!({
            "what": self.what, "median_us": us(self.median), "limit_us": self.limit_us,
            "floor_us": us(self.floor), "ratio": self.ratio(),
        })
    }

    fn sentence(&self, words: &I18n) -> String {
        let us = |time: Duration| format!("{:.2} µs", time.as_secs_f64() * 1_000_000.0);
        let limit = self
            .limit_us
            .map_or("–".to_owned(), |limit| format!("{limit} µs"));
        words.text_with(
            "cli-diet-bench-row",
            &[
                (
                    "name",
                    words.text(&format!("cli-diet-bench-{}", self.what)).into(),
                ),
                ("time", us(self.median).into()),
                ("limit", limit.into()),
                ("ratio", format!("{:.1}", self.ratio()).into()),
                ("floor", us(self.floor).into()),
            ],
        )
    }
}

fn product(canteen: &Canteen, of: &Shelved, n: usize) -> NewProduct {
    let product = &of.product;
    let category = canteen
        .categories
        .iter()
        .find(|known| known.id == product.category);
    NewProduct {
        name: format!("{} {n}", product.name),
        category: category.map(|of| of.name.clone()).unwrap_or_default(),
        codes: Vec::new(),
        price: product
            .prices
            .values()
            .next()
            .copied()
            .expect("every product of the demo has a price"),
        staff_price: None,
        cost: None,
        rate: product.rate,
        unit: product.unit,
        stock: None,
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: product.ingredients.clone(),
        statement: of.statement.clone(),
        declarations: of.declarations.clone(),
    }
}

fn pupil(restrictions: &[Restriction]) -> NewStudent {
    NewStudent {
        name: "Sofía Benítez".into(),
        grade: "5.º B".into(),
        card: None,
        guardian: None,
        price_list: None,
        balance: Money::ZERO,
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: restrictions.to_vec(),
        wishes: Vec::new(),
    }
}
