//! `cantina bench lists`: what a long list of products takes to open, to be searched and to be scrolled.

use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use super::{Context, Folder, Outcome, Refusal, Spread, build, ms};
use crate::app::goods_desk::GoodsDesk;
use crate::demo::{Canteen, SEED};
use crate::domain::Locale;
use crate::domain::catalogue::{GENERAL, NewProduct, Price};
use crate::domain::diet::Declarations;
use crate::domain::user::Role;
use crate::i18n::I18n;
use crate::store::{Stamp, Store};
use crate::till::now;

/// Rounds before the measured ones: letters are cut, memory is there.
const WARM_UP: usize = 5;

/// What is typed, letter by letter.
const TYPED: [&str; 4] = ["empanada de carne", "cafe con leche", "galetita", "7849000"];

#[derive(Debug, Args)]
pub struct Arguments {
    /// How many products there are
    #[arg(long, default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(1..=50_000))]
    products: u32,
    /// How often it is measured
    #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    rounds: u32,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Opening reads a real file, sorts it and lays the first rows out; the index is made beside what is shown. A frame while scrolling is
/// the update, the new view and the pixels of what moved, as a window paints them.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let now = now();
    let canteen = Canteen::new(SEED, now.day()).with_products(arguments.products as usize);
    let folder = Folder::make(&std::env::temp_dir())?;
    let mut store = Store::open(&folder.0.join("cantina.db"))?;
    let goods: Vec<NewProduct> = canteen
        .shelf
        .iter()
        .filter_map(|shelved| {
            let product = &shelved.product;
            let category = canteen.categories.iter();
            let category = category.clone().find(|of| of.id == product.category)?;
            Some(NewProduct {
                name: product.name.clone(),
                category: category.name.clone(),
                codes: product.codes.clone(),
                price: product.price(GENERAL).or(Price::try_from(1_000).ok())?,
                staff_price: None,
                cost: None,
                rate: product.rate,
                unit: product.unit,
                stock: None,
                stock_rule: product.stock_rule,
                stock_minimum: product.stock_minimum,
                favourite: product.favourite,
                ingredients: None,
                statement: None,
                declarations: Declarations::none(),
            })
        })
        .collect();
    let products = store.import_products(&goods, Stamp::at(now))?.len();
    let reader = store.reader()?;
    let user = canteen
        .user(Role::Manager)
        .or(canteen.user(Role::Administrator));
    let user = user
        .expect("the demo has a manager or an administrator")
        .clone();
    let mut desk = GoodsDesk::new(I18n::new(Locale::EsPy), user, now);
    let (mut open, mut index) = (Vec::new(), Vec::new());
    let (mut filter, mut frame) = (Vec::new(), Vec::new());
    let typed: Vec<&str> = TYPED
        .iter()
        .flat_map(|query| (1..=query.len()).map(|end| &query[..end]))
        .collect();
    let mut hits = 0;
    for round in 0..WARM_UP + arguments.rounds as usize {
        desk.close();
        let opened = measured(|| desk.open(reader.shelf(now.day()).unwrap_or_default()));
        let made = measured(|| desk.index());
        desk.draw();
        let scrolled = measured(|| {
            desk.scroll();
            desk.draw();
        });
        let found = measured(|| hits += desk.search(typed[round % typed.len()]));
        desk.search("");
        if round >= WARM_UP {
            open.push(opened);
            index.push(made);
            frame.push(scrolled);
            filter.push(found);
        }
    }
    std::hint::black_box(hits);
    let (open, index) = (Spread::of(open), Spread::of(index));
    let (filter, frame) = (Spread::of(filter), Spread::of(frame));
    context.say(&if arguments.json {
        json!({
            "bench": "lists", "build": build(), "rounds": arguments.rounds, "products": products,
            "open": open.as_json(), "index": index.as_json(), "filter": filter.as_json(), "frame": frame.as_json(),
        })
        .to_string()
    } else {
        let told = [
            ("products", products.into()),
            ("build", build().into()),
            ("open", ms(open.median).into()),
            ("index", ms(index.median).into()),
            ("filter", ms(filter.median).into()),
            ("filterhigh", ms(filter.p99).into()),
            ("frame", ms(frame.median).into()),
            ("framehigh", ms(frame.p99).into()),
        ];
        context.words.text_with("cli-bench-lists", &told)
    })?;
    Ok(Outcome::Done)
}

fn measured(work: impl FnOnce()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}
