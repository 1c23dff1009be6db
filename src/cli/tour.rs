//! `cantina tour`: a picture of every screen, made without a display.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::Size;
use clap::{Args, ValueEnum};
use serde_json::json;
use uuid::Uuid;

use super::{Context, Outcome, Refusal, demo};
use crate::app::tour::{self, Look, TOUR};
use crate::demo::{Canteen, SEED};
use crate::domain::Locale;
use crate::settings::{self, Config, DataFolder};

/// The smallest and the largest side of a picture's window, in logical pixels.
const SIDES: std::ops::RangeInclusive<u16> = 320..=4096;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Where the pictures go; made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The window, in logical pixels
    #[arg(long, default_value = "1280x800", value_parser = size)]
    size: Size,
    /// Light or dark
    #[arg(long, default_value = "light")]
    theme: Theme,
    /// How many pixels of a picture make one logical pixel, 0.5 to 4
    #[arg(long, default_value = "1.0", value_parser = scale)]
    scale: f32,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Theme {
    Light,
    Dark,
}

/// Draws the tour on a demo canteen that is thrown away afterwards.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let name = format!("cantina-tour-{}", Uuid::now_v7().simple());
    let scratch = std::env::temp_dir().join(name);
    let locale = context.locale.unwrap_or(Locale::SOURCE);
    let drawn = draw(&scratch, arguments, locale);
    // What stays behind is only a demo in the system's folder for such.
    let _left_behind = fs::remove_dir_all(&scratch);
    let names = drawn?;
    if let Some(missing) = TOUR
        .iter()
        .find(|name| !names.iter().any(|drawn| drawn == *name))
    {
        return Err(tour::Error::Missing((*missing).to_owned()).into());
    }
    let out = arguments.out.display().to_string();
    if arguments.json {
        let said = json!({ "out": out, "pictures": names });
        context.say(&said.to_string())?;
    } else {
        let told = [("count", names.len().into()), ("path", out.into())];
        context.say(&context.words.text_with("cli-tour-drawn", &told))?;
    }
    Ok(Outcome::Done)
}

fn draw(scratch: &Path, arguments: &Arguments, locale: Locale) -> Result<Vec<String>, Refusal> {
    fs::create_dir_all(&arguments.out)?;
    let canteen = Canteen::new(SEED, tour::day());
    let (fresh, made) = (folder(scratch, "fresh")?, folder(scratch, "made")?);
    demo::make(&made, &canteen, 0)?;
    for folder in [&fresh, &made] {
        dress(folder, arguments, locale)?;
    }
    let look = Look {
        size: arguments.size,
        scale: arguments.scale,
    };
    let mut names = Vec::new();
    tour::tour(fresh, made, &canteen, look, &mut |name, picture| {
        let file = arguments.out.join(format!("{name}.png"));
        fs::write(file, picture.png()?)?;
        names.push(name.to_owned());
        Ok(())
    })?;
    Ok(names)
}

fn folder(scratch: &Path, name: &str) -> Result<DataFolder, Refusal> {
    let folder = DataFolder::at(scratch.join(name));
    folder.prepare()?;
    Ok(folder)
}

/// The settings as asked for; the printer is only named, never opened.
fn dress(folder: &DataFolder, arguments: &Arguments, locale: Locale) -> Result<(), Refusal> {
    let mut config = Config::load(&folder.config())?;
    config.locale = locale;
    config.appearance.theme = match arguments.theme {
        Theme::Light => settings::Theme::Light,
        Theme::Dark => settings::Theme::Dark,
    };
    "/dev/ttyUSB0@9600".clone_into(&mut config.printer.address);
    Ok(config.save(&folder.config())?)
}

fn size(text: &str) -> Result<Size, String> {
    let sides = text.split_once('x');
    let sides = sides.and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    match sides {
        Some((width, height)) if SIDES.contains(&width) && SIDES.contains(&height) => {
            Ok(Size::new(f32::from(width), f32::from(height)))
        }
        _ => Err(format!(
            "WIDTHxHEIGHT, each {} to {}",
            SIDES.start(),
            SIDES.end()
        )),
    }
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse().ok();
    scale
        .filter(|scale| (0.5..=4.0).contains(scale))
        .ok_or_else(|| "0.5 to 4".to_owned())
}
