//! `cantina printer logo`: the picture above the tickets.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};
use serde_json::json;

use super::{Context, Outcome, Refusal, STATE_LIMIT};
use crate::printing::{Dots, Logo, Memory, picture};
use crate::till::Till;
use crate::till::logo::Stored;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Has the printer keep a PNG, and prints a proof
    Set(Set),
    /// Tickets without it
    Clear,
    /// How it comes out on paper, without printing
    Preview(Preview),
}

#[derive(Debug, Args)]
struct Set {
    /// The PNG
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Where the printer keeps no pictures, send it with each ticket
    #[arg(long)]
    raster: bool,
}

#[derive(Debug, Args)]
struct Preview {
    /// The PNG; without it, the one of now
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The PNG that is written
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Sets, clears or shows it.
pub(super) fn run(
    context: &Context,
    arguments: &Arguments,
    json: bool,
) -> Result<Outcome, Refusal> {
    match &arguments.what {
        What::Set(set) => store(context, set, json),
        What::Clear => clear(context, json),
        What::Preview(preview) => show(context, preview, json),
    }
}

fn read(context: &Context, file: &Path) -> Result<Arc<Logo>, Refusal> {
    let read = Logo::read(file).map(Arc::new);
    read.map_err(|fault| {
        Refusal::new("logo_bad")
            .told("path", file.display().to_string())
            .told("reason", fault.told(&context.words))
    })
}

fn store(context: &Context, set: &Set, json: bool) -> Result<Outcome, Refusal> {
    let logo = read(context, &set.file)?;
    let till = context.open()?;
    let memory = till.logo().memory;
    let stored = match (memory, set.raster) {
        (Memory::None, true) => till.send_logo_with_each(Arc::clone(&logo)),
        _ => till.store_logo(Arc::clone(&logo)),
    };
    let stored = stored.wait()??;
    till.let_print(STATE_LIMIT);
    till.close(STATE_LIMIT);
    let sentence = match &stored {
        Stored::Sent => context.words.text("cli-logo-stored"),
        Stored::WithEach => {
            let bytes = [("bytes", logo.raster().len().into())];
            context.words.text_with("cli-logo-sent", &bytes)
        }
        Stored::Cannot => {
            return Err(Refusal::new("logo_cannot").told("name", model(&till)));
        }
        other => {
            let reason = other.told(&context.words);
            return Err(Refusal::new("logo_not_stored").told("reason", reason));
        }
    };
    context.say(&if json {
        let dots = [(Stored::Sent, "kept"), (Stored::WithEach, "sent")];
        let how = dots
            .iter()
            .find(|(of, _)| *of == stored)
            .map(|(_, how)| *how);
        json!({
            "width": logo.width(), "height": logo.height(), "hash": logo.hash(),
            "memory": memory.code(), "dots": how, "bytes": logo.raster().len(), "message": sentence,
        })
        .to_string()
    } else {
        sentence
    })?;
    Ok(Outcome::Done)
}

fn model(till: &Till) -> String {
    till.profiles().of(&till.config().printer).name
}

fn clear(context: &Context, json: bool) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    till.clear_logo().wait()??;
    till.let_print(STATE_LIMIT);
    till.close(STATE_LIMIT);
    let sentence = context.words.text("logo-removed");
    context.say(&if json {
        json!({ "dots": null, "message": sentence }).to_string()
    } else {
        sentence
    })?;
    Ok(Outcome::Done)
}

fn show(context: &Context, preview: &Preview, json: bool) -> Result<Outcome, Refusal> {
    let till = context.without_printer().open()?;
    let logo = match &preview.file {
        Some(file) => read(context, file)?,
        None => till.logo().logo.ok_or_else(|| Refusal::new("logo_none"))?,
    };
    let document = till.logo_proof(&logo);
    let png = picture::to_png(&picture::draw(&document))
        .map_err(|error| Refusal::new("no_picture").told("cause", error.to_string()))?;
    fs::write(&preview.out, &png)?;
    let path = preview.out.display().to_string();
    let dots = till.logo().dots.map(|dots| match dots {
        Dots::Kept => "kept",
        Dots::Sent => "sent",
    });
    context.say(&if json {
        json!({
            "file": path, "width": logo.width(), "height": logo.height(), "hash": logo.hash(),
            "memory": till.logo().memory.code(), "dots": dots,
        })
        .to_string()
    } else {
        let told = [("path", path.into()), ("bytes", png.len().into())];
        context.words.text_with("cli-printer-preview", &told)
    })?;
    Ok(Outcome::Done)
}
