//! `cantina tour`: a picture of every screen, made without a display.

use std::fs;
use std::path::{Path, PathBuf};

use crate::app::Size;
use clap::{Args, ValueEnum};
use serde_json::json;
use uuid::Uuid;

use super::{Context, Outcome, Refusal, demo};
use crate::app::judge::Fault;
use crate::app::screen::help::pictures;
use crate::app::tour::{self, Look, TOUR};
use crate::demo::{Canteen, SEED};
use crate::domain::Locale;
use crate::settings::{self, Config, DataFolder, Scale};

/// The smallest and the largest side of a picture's window, in logical pixels.
const SIDES: std::ops::RangeInclusive<u16> = 320..=4096;

#[derive(Debug, Args)]
pub struct Arguments {
    /// Where the pictures go; made if it is not there
    #[arg(long, value_name = "DIR", required_unless_present_any = ["screens", "check"])]
    out: Option<PathBuf>,
    /// Renews the help's pictures in this folder, light and dark
    #[arg(long, value_name = "DIR", conflicts_with_all = ["out", "size", "scale", "interface", "theme"])]
    screens: Option<PathBuf>,
    /// Measures every screen instead of drawing it: contrast, targets, order of the keyboard, cut text
    #[arg(long, conflicts_with_all = ["out", "screens", "scale"])]
    check: bool,
    /// The window, in logical pixels
    #[arg(long, default_value = "1280x800", value_parser = size)]
    size: Size,
    /// Light or dark
    #[arg(long, default_value = "light")]
    theme: Theme,
    /// How many pixels of a picture make one logical pixel, 0.5 to 4
    #[arg(long, default_value = "1.0", value_parser = scale)]
    scale: f32,
    /// How large everything is, as in the settings, in per cent, 100 to 200; as there, no more than has room
    #[arg(long, default_value = "100", value_parser = clap::value_parser!(u8).range(100..=200))]
    interface: u8,
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
    if let Some(into) = &arguments.screens {
        return screens(context, into, arguments.json);
    }
    if arguments.check {
        return check(context, arguments);
    }
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
    let out = arguments.out.clone().unwrap_or_default();
    let out = out.display().to_string();
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
    let out = arguments.out.clone().unwrap_or_default();
    fs::create_dir_all(&out)?;
    let (canteen, fresh, made) = canteen(scratch, arguments.theme, locale, scale_of(arguments))?;
    let look = look(arguments);
    let mut names = Vec::new();
    tour::tour(fresh, made, &canteen, look, &mut |name, picture| {
        let file = out.join(format!("{name}.png"));
        fs::write(file, picture.png()?)?;
        names.push(name.to_owned());
        Ok(())
    })?;
    Ok(names)
}

/// A larger interface is what the window does with its setting: fewer logical pixels, each of more.
fn look(arguments: &Arguments) -> Look {
    let (window, chosen) = (arguments.size, scale_of(arguments));
    let larger = chosen.within(window.width, window.height).factor();
    Look {
        size: window * (1.0 / larger),
        window,
        scale: arguments.scale * larger,
        only: &[],
    }
}

/// The canteen of the tour, with an empty folder for its first start.
fn canteen(
    scratch: &Path,
    theme: Theme,
    locale: Locale,
    scale: Scale,
) -> Result<(Canteen, DataFolder, DataFolder), Refusal> {
    let canteen = Canteen::new(SEED, tour::day());
    let (fresh, made) = (folder(scratch, "fresh")?, folder(scratch, "made")?);
    demo::make(&made, &canteen, 0)?;
    for folder in [&fresh, &made] {
        dress(folder, theme, locale, scale)?;
    }
    Ok((canteen, fresh, made))
}

/// Draws the pictures of the help, in Spanish, as small as a page of it wants them.
fn screens(context: &Context, into: &Path, as_json: bool) -> Result<Outcome, Refusal> {
    let mut drawn = 0_usize;
    for (theme, name) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let out = into.join(name);
        fs::create_dir_all(&out)?;
        let scratch = format!("cantina-tour-{}", Uuid::now_v7().simple());
        let scratch = std::env::temp_dir().join(scratch);
        let done = screens_of(&scratch, theme, &out);
        // What stays behind is only a demo in the system's folder for such.
        let _left_behind = fs::remove_dir_all(&scratch);
        drawn += done?;
    }
    let path = into.display().to_string();
    if as_json {
        context.say(&json!({ "out": path, "pictures": drawn }).to_string())?;
    } else {
        let told = [("count", drawn.into()), ("path", path.into())];
        context.say(&context.words.text_with("cli-tour-drawn", &told))?;
    }
    Ok(Outcome::Done)
}

/// Looks every screen over, in the theme, size and language asked for, and says each fault.
fn check(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let scratch = format!("cantina-tour-{}", Uuid::now_v7().simple());
    let scratch = std::env::temp_dir().join(scratch);
    let locale = context.locale.unwrap_or(Locale::SOURCE);
    let look = look(arguments);
    let made = canteen(&scratch, arguments.theme, locale, scale_of(arguments));
    let found =
        made.and_then(|(canteen, fresh, made)| Ok(tour::check(fresh, made, &canteen, look)?));
    // What stays behind is only a demo in the system's folder for such.
    let _left_behind = fs::remove_dir_all(&scratch);
    let said = |(name, fault): &(String, Fault)| format!("{name}: {fault}");
    let faults: Vec<_> = found?.iter().map(said).collect();
    if arguments.json {
        let said = json!({ "screens": TOUR.len(), "faults": faults });
        context.say(&said.to_string())?;
    } else {
        for fault in &faults {
            context.say(fault)?;
        }
        let told = [
            ("screens", TOUR.len().into()),
            ("count", faults.len().into()),
        ];
        context.say(&context.words.text_with("cli-tour-checked", &told))?;
    }
    Ok(match faults.is_empty() {
        true => Outcome::Done,
        false => Outcome::Failed,
    })
}

fn screens_of(scratch: &Path, theme: Theme, out: &Path) -> Result<usize, Refusal> {
    let (canteen, fresh, made) = canteen(scratch, theme, Locale::SOURCE, Scale::WHOLE)?;
    let size = Size::new(1024.0, 600.0);
    let look = Look {
        size,
        window: size,
        scale: 1.5,
        only: pictures::NAMES,
    };
    let mut drawn = 0;
    tour::tour(fresh, made, &canteen, look, &mut |name, picture| {
        let file = out.join(format!("{name}.png"));
        fs::write(file, tour::small(&tour::halved(picture))?)?;
        drawn += 1;
        Ok(())
    })?;
    Ok(drawn)
}

fn folder(scratch: &Path, name: &str) -> Result<DataFolder, Refusal> {
    let folder = DataFolder::at(scratch.join(name));
    folder.prepare()?;
    Ok(folder)
}

/// The settings as asked for; the printer is only named, never opened.
fn dress(folder: &DataFolder, theme: Theme, locale: Locale, scale: Scale) -> Result<(), Refusal> {
    let mut config = Config::load(&folder.config())?;
    config.locale = locale;
    config.appearance.scale = scale;
    config.appearance.theme = match theme {
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

/// As large as was asked for; the arguments allow nothing else than there is.
fn scale_of(arguments: &Arguments) -> Scale {
    Scale::percent(arguments.interface.into()).unwrap_or(Scale::WHOLE)
}

fn scale(text: &str) -> Result<f32, String> {
    let scale = text.parse().ok();
    scale
        .filter(|scale| (0.5..=4.0).contains(scale))
        .ok_or_else(|| "0.5 to 4".to_owned())
}
