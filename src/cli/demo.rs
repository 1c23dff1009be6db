//! `cantina demo`: a canteen to play with, the same on every machine for the same seed.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Context, Outcome, Refusal, window};
use crate::demo::{self, Canteen, SCHOOL_DAYS, SEED};
use crate::settings::{Config, DataFolder};
use crate::store::Store;
use crate::till::now;

/// Says that the canteen in a folder is a demo, and of which seed.
const MARK: &str = "demo.toml";

/// The database until it is whole: a demo that was interrupted is never taken for a canteen.
const UNFINISHED: &str = "demo.unfinished";

#[derive(Debug, Args)]
pub struct Arguments {
    /// Another canteen for another number
    #[arg(long, default_value_t = SEED)]
    seed: u64,
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
    let canteen = Canteen::new(arguments.seed, now().day());
    let made = !folder.database().exists();
    if made {
        make(&folder, &canteen)?;
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
    } else {
        window::show(context, folder)
    }
}

/// Where it was told to, else a fresh folder: never this user's own canteen.
fn place(context: &Context) -> Result<DataFolder, Refusal> {
    let named = std::env::var_os("CANTINA_DATA_DIR").is_some_and(|value| !value.is_empty());
    if context.data_dir.is_some() || named {
        return context.folder();
    }
    let name = format!("cantina-demo-{}", Uuid::now_v7().simple());
    Ok(DataFolder::at(std::env::temp_dir().join(name)))
}

fn make(folder: &DataFolder, canteen: &Canteen) -> Result<(), Refusal> {
    folder.prepare()?;
    let mut config = Config {
        shop: demo::shop(canteen),
        ..Config::default()
    };
    let paper = folder.root().join("paper");
    config.printer.address = format!("virtual:{}", paper.display());
    config.save(&folder.config())?;
    let unfinished = folder.root().join(UNFINISHED);
    remove(&unfinished)?;
    let mut store = Store::open(&unfinished)?;
    demo::fill(&mut store, canteen, &mut |_| ())?;
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
