//! `cantina export`: sales, lines or payments of some days as a file that Excel opens.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::dashboard::span;
use super::{Context, Outcome, Refusal, day};
use crate::domain::BusinessDay;
use crate::report::Table;
use crate::store::{Cancel, Stamp};
use crate::till;

#[derive(Debug, Args)]
pub struct Arguments {
    /// What is exported
    #[arg(value_enum)]
    what: What,
    /// From this day
    #[arg(long, value_name = "D", value_parser = day)]
    from: BusinessDay,
    /// To this day
    #[arg(long, value_name = "D", value_parser = day)]
    to: BusinessDay,
    /// The file: XLSX by its name, else CSV
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    Sales,
    Lines,
    Payments,
}

/// Writes the file and says how much is in it.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let table = match arguments.what {
        What::Sales => Table::Sales,
        What::Lines => Table::Lines,
        What::Payments => Table::Payments,
    };
    let span = span(arguments.from, arguments.to)?;
    let canteen = context.without_printer().open()?;
    let export = canteen.export(table, span, arguments.out.clone(), &Cancel::default());
    let done = export.wait()??;
    let file = done.file.display().to_string();
    let stamp = Stamp::at(till::now());
    canteen.note_export(file.clone(), stamp).wait()??;
    if arguments.json {
        let said = json!({ "file": file, "rows": done.rows, "total": done.total.amount() });
        context.say(&said.to_string())?;
    } else {
        let rows = i64::try_from(done.rows).unwrap_or(i64::MAX);
        let told = [
            ("rows", rows.into()),
            ("total", context.words.money(done.total).into()),
            ("file", file.into()),
        ];
        context.say(&context.words.text_with("report-exported", &told))?;
    }
    Ok(Outcome::Done)
}
