//! `cantina printer preview`: a ticket without paper.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::{Context, Outcome, Refusal};
use crate::domain::ticket::TicketCode;
use crate::printing::{picture, text};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The ticket's number, or its code as scanned
    #[arg(long, value_name = "N", value_parser = ticket)]
    sale: i64,
    /// As what
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The file; without it text goes to the terminal
    #[arg(long, value_name = "FILE", required_if_eq_any = [("format", "png"), ("format", "escpos")])]
    out: Option<PathBuf>,
}

/// A number, or what a reader reads on the ticket.
fn ticket(said: &str) -> Result<i64, std::num::ParseIntError> {
    TicketCode::parse(said).map_or_else(|| said.parse(), |code| Ok(code.number()))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Png,
    Escpos,
}

/// Lays the ticket out and writes it.
pub(super) fn run(
    context: &Context,
    arguments: &Arguments,
    json: bool,
) -> Result<Outcome, Refusal> {
    let till = context.without_printer().open()?;
    let sale = till.sale_of_number(arguments.sale).wait()??;
    let receipt = till.receipt(sale).wait()??;
    let document = till.document(&receipt);
    let bytes = match arguments.format {
        Format::Text => text::render(&document).into_bytes(),
        Format::Png => {
            let png = picture::to_png(&picture::draw(&document));
            png.map_err(|error| Refusal::new("no_picture").told("cause", error.to_string()))?
        }
        Format::Escpos => till.encode(&document),
    };
    match &arguments.out {
        Some(file) => {
            fs::write(file, &bytes)?;
            let path = file.display().to_string();
            context.say(&if json {
                json!({ "sale_id": sale.0, "number": arguments.sale, "file": path, "bytes": bytes.len() })
                    .to_string()
            } else {
                let told = [("path", path.into()), ("bytes", bytes.len().into())];
                context.words.text_with("cli-printer-preview", &told)
            })?;
        }
        None if json => {
            let text = String::from_utf8_lossy(&bytes);
            let said = json!({ "sale_id": sale.0, "number": arguments.sale, "text": text });
            context.say(&said.to_string())?;
        }
        None => io::stdout().lock().write_all(&bytes)?,
    }
    Ok(Outcome::Done)
}
