//! `cantina demo`: a canteen to play with, the same on every machine for the same seed.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Context, Outcome, Refusal, window};
use crate::app::Size;
use crate::app::tour::{Look, Sold, three_sales};
use crate::demo::{self, Canteen, SCHOOL_DAYS, SEED};
use crate::printing::ticket::short_number;
use crate::settings::{Config, DataFolder, Shift};
use crate::store::Store;
use crate::till::now;

/// The window of its pictures.
const WINDOW: Size = Size::new(1280.0, 800.0);

/// Says that the canteen in a folder is a demo, and of which seed.
const MARK: &str = "demo.toml";

/// The database until it is whole: a demo that was interrupted is never taken for a canteen.
const UNFINISHED: &str = "demo.unfinished";

#[derive(Debug, Args)]
pub struct Arguments {
    /// Another canteen for another number
    #[arg(long, default_value_t = SEED)]
    seed: u64,
    /// So many sales of the three years before, to see how the till stands a long past
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(..=5_000_000))]
    sales: u32,
    /// At least so many products, to see how the till stands a large catalogue
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(..=50_000))]
    products: u32,
    /// Makes the data and opens no window
    #[arg(long)]
    data_only: bool,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Makes the demo, or takes up the one that is there, and opens the till on it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let folder = place(context)?;
    let products = usize::try_from(arguments.products).unwrap_or(usize::MAX);
    let canteen = Canteen::new(arguments.seed, now().day()).with_products(products);
    let made = !folder.database().exists();
    if made {
        if arguments.sales > 0 && !arguments.json {
            let told = [("sales", i64::from(arguments.sales).into())];
            context.say(&context.words.text_with("cli-demo-long", &told))?;
        }
        make(&folder, &canteen, arguments.sales)?;
    } else if !folder.root().join(MARK).exists() {
        let path = folder.root().display().to_string();
        return Err(Refusal::new("not_a_demo").told("path", path));
    }
    if arguments.json {
        context.say(&as_json(&folder, &canteen, made).to_string())?;
    } else {
        say_made(context, &folder, &canteen)?;
    }
    if arguments.data_only {
        Ok(Outcome::Done)
    } else if window::lacks_display() {
        play(context, folder, &canteen, arguments.json)
    } else {
        window::show(context, folder)
    }
}

/// Plays three sales without a window and says what came of them.
fn play(
    context: &Context,
    folder: DataFolder,
    canteen: &Canteen,
    as_json: bool,
) -> Result<Outcome, Refusal> {
    let into = folder.root().join("pictures");
    let path = into.display().to_string();
    if !as_json {
        let told = [("path", path.as_str().into())];
        context.say(&context.words.text_with("cli-demo-no-display", &told))?;
    }
    let look = Look {
        size: WINDOW,
        window: WINDOW,
        scale: 1.0,
        only: &[],
    };
    let sold = three_sales(folder, context.printer.as_deref(), canteen, look, &into)?;
    if as_json {
        let sales: Vec<_> = sold.iter().map(sold_as_json).collect();
        let said = json!({ "pictures": path, "sales": sales });
        context.say(&said.to_string())?;
    } else {
        for sold in &sold {
            say_sold(context, sold)?;
        }
    }
    Ok(Outcome::Done)
}

fn sold_as_json(sold: &Sold) -> Value {
    match sold {
        Sold::Written(receipt) => json!({
            "sold": true,
            "number": receipt.number,
            "total": receipt.total,
            "buyer": receipt.buyer.as_ref().map(|buyer| &buyer.name),
        }),
        Sold::Stopped { buyer, goods } => json!({
            "sold": false,
            "buyer": buyer,
            "goods": goods,
        }),
    }
}

fn say_sold(context: &Context, sold: &Sold) -> Result<(), Refusal> {
    let words = &context.words;
    let nobody = || words.text("cli-demo-nobody");
    let line = match sold {
        Sold::Written(receipt) => {
            let buyer = receipt.buyer.as_ref().map(|buyer| buyer.name.clone());
            let told = [
                ("number", short_number(receipt.number).into()),
                ("buyer", buyer.unwrap_or_else(nobody).into()),
                ("total", words.money(receipt.total).into()),
            ];
            words.text_with("cli-demo-sold", &told)
        }
        Sold::Stopped { buyer, goods } => {
            let told = [
                ("buyer", buyer.clone().unwrap_or_else(nobody).into()),
                ("goods", goods.join(", ").into()),
            ];
            words.text_with("cli-demo-stopped", &told)
        }
    };
    context.say(&line)
}

/// Where it was told to, else a fresh folder: never this user's own canteen.
fn place(context: &Context) -> Result<DataFolder, Refusal> {
    if named(context) {
        return context.folder();
    }
    let name = format!("cantina-demo-{}", Uuid::now_v7().simple());
    Ok(DataFolder::at(std::env::temp_dir().join(name)))
}

/// Whether somebody said where the data is.
pub(super) fn named(context: &Context) -> bool {
    let by_variable = std::env::var_os("CANTINA_DATA_DIR").is_some_and(|value| !value.is_empty());
    context.data_dir.is_some() || by_variable
}

/// Fills a folder with the canteen's data, and with so many sales of the years before.
pub(super) fn make(folder: &DataFolder, canteen: &Canteen, old_sales: u32) -> Result<(), Refusal> {
    folder.prepare()?;
    let mut config = Config {
        shop: demo::shop(canteen),
        shift: Shift::of_a_new_canteen(),
        calendar: demo::school_calendar(canteen.today),
        ..Config::default()
    };
    let paper = folder.root().join("paper");
    config.printer.address = format!("virtual:{}", paper.display());
    config.save(&folder.config())?;
    let unfinished = folder.root().join(UNFINISHED);
    remove(&unfinished)?;
    let mut store = Store::open(&unfinished)?;
    demo::fill_long(&mut store, canteen, old_sales, &mut |_| ())?;
    drop(store);
    fs::write(
        folder.root().join(MARK),
        format!("seed = {}\n", canteen.seed),
    )?;
    fs::rename(&unfinished, folder.database())?;
    remove(&unfinished)
}

/// Takes away what an interrupted attempt left, with the database's own files beside it.
fn remove(database: &Path) -> Result<(), Refusal> {
    for ending in ["", "-wal", "-shm", ".lock"] {
        let mut name = database.as_os_str().to_owned();
        name.push(ending);
        let file = PathBuf::from(name);
        if file.exists() {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

fn as_json(folder: &DataFolder, canteen: &Canteen, made: bool) -> Value {
    let users = canteen.logins.iter();
    let users: Vec<_> = users
        .map(|login| {
            json!({
                "name": login.user.name,
                "role": login.user.role.code(),
                "pin": login.pin.digits(),
            })
        })
        .collect();
    json!({
        "data_dir": folder.root(),
        "made": made,
        "seed": canteen.seed,
        "products": canteen.shelf.len(),
        "categories": canteen.categories.len(),
        "students": canteen.students.len(),
        "school_days": SCHOOL_DAYS,
        "users": users,
    })
}

fn say_made(context: &Context, folder: &DataFolder, canteen: &Canteen) -> Result<(), Refusal> {
    let words = &context.words;
    let told = [
        ("path", folder.root().display().to_string().into()),
        ("products", canteen.shelf.len().into()),
        ("students", canteen.students.len().into()),
        ("days", SCHOOL_DAYS.into()),
    ];
    context.say(&words.text_with("cli-demo-made", &told))?;
    for login in &canteen.logins {
        let told = [
            ("name", (&login.user.name).into()),
            ("pin", login.pin.digits().into()),
        ];
        context.say(&words.text_with("cli-demo-pin", &told))?;
    }
    Ok(())
}
