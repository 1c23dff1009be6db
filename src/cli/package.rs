//! `cantina package`: manual pages and completions, made from the command line itself. Hidden: it is for
//! whoever builds a package.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::{Context, Outcome, Refusal, help};
use crate::i18n::{I18n, Locale};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Where they go; made if it is not there
    #[arg(long)]
    out: PathBuf,
}

/// The folder of a language's manual pages below `man`; English has none.
const fn folder(locale: Locale) -> &'static str {
    match locale {
        // It says all in the source locale but what a cashier reads.
        Locale::EsPy | Locale::Gn => "es",
        Locale::En => "",
        Locale::PtBr => "pt_BR",
    }
}

/// Writes `man/…/man1/cantina*.1` in every language, and `bash`, `zsh` and `fish`.
pub fn run(_context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    for locale in Locale::ALL {
        let place = arguments.out.join("man").join(folder(locale)).join("man1");
        fs::create_dir_all(&place)?;
        let command = help::spoken(super::Arguments::command(), &I18n::new(locale));
        pages(&command, "cantina", &place)?;
    }
    for (shell, file) in [
        (Shell::Bash, "cantina.bash"),
        (Shell::Zsh, "_cantina"),
        (Shell::Fish, "cantina.fish"),
    ] {
        let mut script = Vec::new();
        clap_complete::generate(
            shell,
            &mut super::Arguments::command(),
            "cantina",
            &mut script,
        );
        fs::write(arguments.out.join(file), script)?;
    }
    Ok(Outcome::Done)
}

/// One page of the command, and one of each below it.
fn pages(command: &Command, name: &str, place: &Path) -> Result<(), Refusal> {
    if command.is_hide_set() {
        return Ok(());
    }
    let title = name.to_uppercase();
    let mut page = Vec::new();
    Man::new(command.clone().name(name.to_owned()))
        .title(title)
        .date(String::new())
        .manual("Cantina")
        .render(&mut page)?;
    fs::write(place.join(format!("{name}.1")), page)?;
    command
        .get_subcommands()
        .try_for_each(|sub| pages(sub, &format!("{name}-{}", sub.get_name()), place))
}
