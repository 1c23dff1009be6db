//! What the command line says of itself: every word from i18n, none from clap.
//!
//! The language is what `--locale` says, else the canteen's own, else that of the system's `LANG`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::i18n::{I18n, Locale};
use crate::settings::{Config, DataFolder};

/// Where the arguments stand that every command takes, in its help.
const EVERYWHERE: usize = 900;

/// The words to answer in, before anything else of the arguments is understood.
pub(super) fn words(arguments: &[OsString]) -> I18n {
    let asked = value_of("--locale", arguments);
    let asked = asked.and_then(|locale| Locale::parse(&locale).ok());
    let locale = asked.or_else(|| of_canteen(arguments)).or_else(of_system);
    I18n::new(locale.unwrap_or(Locale::SOURCE))
}

/// What follows `--name`, or stands after its `=`.
fn value_of(name: &str, arguments: &[OsString]) -> Option<String> {
    let mut rest = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = rest.next() {
        if argument == name {
            return rest.next().map(Into::into);
        }
        if let Some(value) = argument
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('='))
        {
            return Some(value.to_owned());
        }
    }
    None
}

fn of_canteen(arguments: &[OsString]) -> Option<Locale> {
    let named = value_of("--data-dir", arguments).map(PathBuf::from);
    let config = DataFolder::locate(named).ok()?.config();
    let there = config.exists().then(|| Config::load(&config).ok());
    there.flatten().map(|config| config.locale)
}

fn of_system() -> Option<Locale> {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let set = names.iter().filter_map(|name| std::env::var(name).ok());
    let first = set.into_iter().find(|value| !value.is_empty())?;
    Locale::parse(first.split('.').next().unwrap_or_default()).ok()
}

/// The command with its help in these words.
pub(super) fn spoken(command: Command, words: &I18n) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .display_order(EVERYWHERE + 1)
        .action(ArgAction::Version);
    let mut command = dressed(
        command.disable_version_flag(true).arg(version),
        "help",
        words,
    );
    command.build();
    with_usage(command, words)
}

fn dressed(command: Command, path: &str, words: &I18n) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .display_order(EVERYWHERE + 1)
        .action(ArgAction::Help);
    let usage = words.text("help-usage");
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .long_about(None)
        .subcommand_help_heading(words.text("help-commands"))
        .subcommand_value_name(words.text("help-command"))
        .help_template(format!(
            "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}"
        ));
    if words.knows(path) {
        command = command.about(words.text(path));
    }
    let ids: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    for id in ids {
        command = command.mut_arg(&id, |arg| {
            let key = key(path, &arg, words);
            explained(arg, &key, words)
        });
    }
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    for name in names {
        let path = format!("{path}-{name}");
        command = command.mut_subcommand(name, |sub| dressed(sub, &path, words));
    }
    command
}

/// The argument's own sentence, else that of its name on any command. What every command takes has no own:
/// beside `--printer` and `--help` there are commands of these names.
fn key(path: &str, arg: &Arg, words: &I18n) -> String {
    let name = arg.get_id().as_str().replace('_', "-");
    let own = format!("{path}-{name}");
    if words.knows(&own) && !arg.is_global_set() && name != "help" {
        own
    } else {
        format!("help-any-{name}")
    }
}

fn explained(arg: Arg, key: &str, words: &I18n) -> Arg {
    if !words.knows(key) {
        return arg;
    }
    let arg = placed(arg, words);
    let mut said = words.text(key);
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    if arg.get_action().takes_values() && !values.is_empty() {
        let values = [("values", values.join(", ").into())];
        said = format!("{said} {}", words.text_with("help-values", &values));
    }
    let default = arg.get_default_values().first();
    if let Some(default) = default.filter(|_| arg.get_action().takes_values()) {
        let default = [("value", default.to_string_lossy().into_owned().into())];
        said = format!("{said} {}", words.text_with("help-default", &default));
    }
    let heading = if arg.is_positional() {
        "help-arguments"
    } else {
        "help-options"
    };
    let takes_values = arg.get_action().takes_values();
    let arg = match arg.is_global_set() {
        true => arg.display_order(EVERYWHERE),
        false => arg,
    };
    arg.help(said)
        .long_help(None)
        .hide_default_value(takes_values)
        .hide_possible_values(takes_values)
        .help_heading(words.text(heading))
}

/// What stands in the place of a value, in the user's language: `--out <ARCHIVO>`.
fn placed(arg: Arg, words: &I18n) -> Arg {
    if !arg.get_action().takes_values() {
        return arg;
    }
    let names = arg.get_value_names().unwrap_or_default();
    let name = match names {
        [name] => name.to_string(),
        _ => arg.get_id().as_str().to_uppercase(),
    };
    arg.value_name(in_words(&name, words))
}

/// Each run of capitals that has a word is that word: `TENDER=AMOUNT` is `MEDIO=MONTO`.
fn in_words(name: &str, words: &I18n) -> String {
    let mut said = String::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let letters = |letter: char| letter.is_ascii_uppercase() == first.is_ascii_uppercase();
        let end = rest.find(|letter| !letters(letter)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let key = format!("help-value-{}", part.to_lowercase());
        match first.is_ascii_uppercase() && words.knows(&key) {
            true => said.push_str(&words.text(&key)),
            false => said.push_str(part),
        }
        rest = after;
    }
    said
}

/// clap has words of its own in the line that shows how a command is written.
fn with_usage(mut command: Command, words: &I18n) -> Command {
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let usage = usage.replace("[OPTIONS]", &words.text("help-options-name"));
    for sub in command.get_subcommands_mut() {
        *sub = with_usage(std::mem::take(sub), words);
    }
    command.override_usage(usage)
}

/// What was wrong with the arguments, on one line.
pub(super) fn wrong_usage(error: &clap::Error, words: &I18n) -> String {
    let of = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = of(ContextKind::InvalidArg);
    let told = |key: &str, what: String| words.text_with(key, &[("what", what.into())]);
    match error.kind() {
        ErrorKind::UnknownArgument => told("help-wrong-unknown", argument),
        ErrorKind::InvalidSubcommand => {
            told("help-wrong-unknown", of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => told("help-wrong-missing", argument),
        ErrorKind::ArgumentConflict => told("help-wrong-conflict", argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let values = [
                ("what", argument.into()),
                ("value", of(ContextKind::InvalidValue).into()),
            ];
            words.text_with("help-wrong-value", &values)
        }
        _ => words.text("help-wrong"),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// What help shows; a command that is hidden there is for the program itself.
    fn every(command: &Command, told: &mut Vec<(String, String)>) {
        if command.is_hide_set() {
            return;
        }
        let about = command.get_about().map(ToString::to_string);
        told.push((command.get_name().to_owned(), about.unwrap_or_default()));
        for arg in command.get_arguments() {
            let name = format!("{} {}", command.get_name(), arg.get_id());
            let help = arg.get_help().map(ToString::to_string);
            told.push((name, help.unwrap_or_default()));
        }
        command.get_subcommands().for_each(|sub| every(sub, told));
    }

    fn told(locale: Locale) -> Vec<(String, String)> {
        let mut told = Vec::new();
        let command = crate::cli::Arguments::command();
        every(&spoken(command, &I18n::new(locale)), &mut told);
        told
    }

    #[test]
    fn what_every_command_takes_is_not_explained_as_the_command_of_its_name() {
        for locale in Locale::ALL {
            let words = I18n::new(locale);
            let told = told(locale);
            for taken in ["printer", "help"] {
                let end = format!(" {taken}");
                let of_all = told.iter().filter(|(name, _)| name.ends_with(&end));
                let helps: Vec<&str> = of_all.map(|(_, help)| help.as_str()).collect();
                assert!(helps.len() > 10, "every command takes --{taken}");
                let meant = words.text(&format!("help-any-{taken}"));
                assert!(helps.iter().all(|help| *help == meant), "{helps:?}");
            }
        }
    }

    /// The doc comments of the arguments are for who reads the code: none of them reaches a user.
    #[test]
    fn every_command_and_every_argument_is_explained_in_every_language() {
        let mut bare = Vec::new();
        every(&crate::cli::Arguments::command(), &mut bare);
        for locale in Locale::ALL {
            for (name, said) in told(locale) {
                assert!(!said.is_empty(), "{locale}: {name} is not explained");
                assert!(!said.contains(['⟦', '{']), "{locale}: {said}");
                let from_the_code = bare.iter().any(|(_, doc)| *doc == said);
                assert!(
                    locale == Locale::En || !from_the_code,
                    "{locale}: {name} speaks the code's words: {said}"
                );
            }
        }
    }

    #[test]
    fn no_placeholder_speaks_another_language_than_the_rest() {
        fn values(command: &Command, told: &mut Vec<String>) {
            if command.is_hide_set() {
                return;
            }
            for arg in command.get_arguments() {
                told.extend(
                    arg.get_value_names()
                        .unwrap_or_default()
                        .iter()
                        .map(ToString::to_string),
                );
            }
            command.get_subcommands().for_each(|sub| values(sub, told));
        }
        let english = [
            "FILE", "ADDRESS", "DIR", "NAME", "DATE", "CODE", "TENDER", "AMOUNT", "WHAT", "LOCALE",
            "FORMAT",
        ];
        for locale in [Locale::EsPy, Locale::PtBr] {
            let mut told = Vec::new();
            let command = spoken(crate::cli::Arguments::command(), &I18n::new(locale));
            values(&command, &mut told);
            assert!(told.len() > 50);
            let wrong: Vec<_> = told
                .iter()
                .filter(|name| {
                    name.split(|letter: char| !letter.is_alphabetic())
                        .any(|part| english.contains(&part))
                })
                .collect();
            assert!(wrong.is_empty(), "{locale}: {wrong:?}");
            let usage = command
                .find_subcommand("import")
                .map(|sub| sub.clone().render_usage().to_string());
            assert!(usage.is_some_and(|usage| !usage.contains("FILE")));
        }
    }

    #[test]
    fn the_language_asked_for_comes_before_all_others() {
        let arguments = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        let asked = words(&arguments("cantina sell --locale en --help"));
        assert_eq!(asked.locale(), Locale::En);
        let asked = words(&arguments("cantina --locale=pt-BR"));
        assert_eq!(asked.locale(), Locale::PtBr);
    }

    #[test]
    fn wrong_usage_is_one_line_of_the_users_language() {
        for wrong in [
            "cantina --nonsense",
            "cantina nonsense",
            "cantina import",
            "cantina tour --out x --theme pink",
            "cantina tour --out x --size wide",
            "cantina sell --file x --card 1",
        ] {
            for locale in Locale::ALL {
                let words = I18n::new(locale);
                let command = spoken(crate::cli::Arguments::command(), &words);
                let error = command.try_get_matches_from(wrong.split(' ')).unwrap_err();
                let said = wrong_usage(&error, &words);
                assert_eq!(said.lines().count(), 1, "{said}");
                assert!(!said.contains(['⟦', '{']), "{said}");
                assert!(said.contains("cantina --help"), "{said}");
            }
        }
    }
}
