//! `cantina printer setup`: the five steps on a terminal, or all at once by options.

use std::cell::Cell;
use std::io::{self, BufRead, Write};

use clap::Args;
use serde_json::json;

use super::{Context, Outcome, Refusal};
use crate::printing::setup::{Event, Printed, Problem, Setup, Step, Trouble, help};
use crate::settings::{self, CodePage, Columns};
use crate::till::Till;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Where it is: /dev/ttyUSB0, COM3, tcp:HOST, virtual:DIR; with it nothing is asked
    #[arg(long, value_name = "ADDRESS")]
    port: Option<String>,
    /// Bits a second; without it the printer is asked at all usual ones
    #[arg(long, value_name = "BAUD")]
    speed: Option<u32>,
    /// Its model, by the name of its profile
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Letters on a line: 48, 42 or 32
    #[arg(long, value_name = "N", value_parser = columns)]
    columns: Option<Columns>,
    /// Its table of letters and the printer's number for it
    #[arg(long, value_name = "PAGE=NUMBER", value_parser = letters)]
    letters: Option<(CodePage, u8)>,
    /// How it cuts: partial, full, short, old or none
    #[arg(long, value_name = "CUT", value_parser = cut)]
    cut: Option<settings::Cut>,
    /// How its lines end: lf or crlf
    #[arg(long, value_name = "END", value_parser = line_feed)]
    line_feed: Option<settings::LineFeed>,
    /// Prints the test ticket before it is written down
    #[arg(long)]
    test: bool,
    /// Names the models and their files
    #[arg(long, conflicts_with_all = ["port", "test"])]
    profiles: bool,
}

fn columns(text: &str) -> Result<Columns, String> {
    let count: i64 = text.parse().map_err(|_| text.to_owned())?;
    Columns::try_from(count).map_err(|error| error.to_string())
}

fn letters(text: &str) -> Result<(CodePage, u8), String> {
    let wrong = || text.to_owned();
    let (page, number) = text.split_once('=').ok_or_else(wrong)?;
    let page: u16 = page
        .trim_start_matches(['P', 'p', 'C', 'c'])
        .parse()
        .map_err(|_| wrong())?;
    let page = CodePage::ALL
        .into_iter()
        .find(|known| known.number() == page);
    Ok((
        page.ok_or_else(wrong)?,
        number.parse().map_err(|_| wrong())?,
    ))
}

fn cut(text: &str) -> Result<settings::Cut, String> {
    let cut = settings::Cut::ALL
        .into_iter()
        .find(|cut| cut.code() == text);
    cut.ok_or_else(|| text.to_owned())
}

fn line_feed(text: &str) -> Result<settings::LineFeed, String> {
    match text {
        "lf" => Ok(settings::LineFeed::Lf),
        "crlf" => Ok(settings::LineFeed::Crlf),
        _ => Err(text.to_owned()),
    }
}

/// A setup and the till that does what it asks.
struct Guide<'a> {
    context: &'a Context,
    till: Till,
    setup: Setup,
    /// Events are not told of.
    quiet: bool,
}

/// Sets the printer up.
pub(super) fn run(context: &Context, options: &Arguments, json: bool) -> Result<Outcome, Refusal> {
    let till = context.open()?;
    if options.profiles {
        return say_profiles(context, &till, json);
    }
    let setup = Setup::new(till.config().printer, till.profiles());
    if !json {
        tell_speeds(context, &till);
    }
    let mut guide = Guide {
        context,
        till,
        setup,
        quiet: json,
    };
    let port = options.port.clone().or_else(|| context.printer.clone());
    let outcome = match port.filter(|port| !port.is_empty()) {
        Some(port) => guide.by_options(&port, options, json),
        None => guide.by_questions(options),
    };
    if !guide.setup.is_saved() {
        guide.tell(Event::Closed)?;
    }
    guide.till.close(std::time::Duration::ZERO);
    outcome
}

/// Each speed as it is tried: it may take a second or two.
fn tell_speeds(context: &Context, till: &Till) {
    let (words, told) = (context.words.clone(), Cell::new(None));
    till.printer().watch(move |status| {
        if let Some(baud) = status
            .trying
            .filter(|baud| told.replace(Some(*baud)) != Some(*baud))
        {
            let _hung_up =
                super::super::say(&words.text_with("page-busy-speed", &[("baud", baud.into())]));
        }
    });
}

fn say_profiles(context: &Context, till: &Till, json: bool) -> Result<Outcome, Refusal> {
    let profiles = till.profiles();
    if json {
        let all: Vec<_> = profiles
            .all()
            .iter()
            .map(|of| json!({ "profile": of.id, "name": of.name, "columns": of.paper.columns() }))
            .collect();
        let refused: Vec<_> = profiles
            .refused()
            .iter()
            .map(|bad| {
                let reason = bad.fault.told(&context.words);
                json!({ "file": bad.file, "line": bad.line, "reason": reason })
            })
            .collect();
        context.say(&json!({ "profiles": all, "refused": refused }).to_string())?;
        return Ok(Outcome::Done);
    }
    for profile in profiles.all() {
        context.say(&format!("{}  {}", profile.id, profile.name))?;
    }
    for bad in profiles.refused() {
        let told = [
            ("path", bad.file.display().to_string().into()),
            ("line", bad.line.into()),
            ("reason", bad.fault.told(&context.words).into()),
        ];
        context.say(&context.words.text_with("cli-printer-bad-profile", &told))?;
    }
    Ok(Outcome::Done)
}

impl Guide<'_> {
    /// Gives the setup an event, and everything that follows from it.
    fn tell(&mut self, event: Event) -> Result<(), Refusal> {
        let mut events = vec![event];
        while let Some(event) = events.pop() {
            for effect in self.setup.on(event) {
                events.push(self.till.set_up(effect).wait()?);
            }
        }
        Ok(())
    }

    fn name(&self) -> String {
        self.setup
            .chosen()
            .map(ToString::to_string)
            .unwrap_or_default()
    }

    fn refused(&self) -> Option<Refusal> {
        let problem = self.setup.problem()?;
        let code = match problem {
            Problem::Address(_) => "bad_printer",
            Problem::Unreachable(_) => "printer_unreachable",
            Problem::NotSaved(_) => "settings",
        };
        let told = problem.told(&self.context.words, &self.name());
        let refusal = Refusal::new(code)
            .said("cli-printer-said")
            .told("sentence", told);
        Some(match problem {
            Problem::Address(_) => refusal.for_wrong_usage(),
            Problem::Unreachable(_) | Problem::NotSaved(_) => refusal,
        })
    }

    fn model(&mut self, options: &Arguments) -> Result<(), Refusal> {
        if let Some(id) = &options.profile {
            if self.setup.profiles().get(id).is_none() {
                return Err(Refusal::new("printer_no_profile")
                    .told("name", id)
                    .for_wrong_usage());
            }
            self.tell(Event::ProfilePressed(id.clone()))?;
        }
        let mut draft = self.setup.draft().clone();
        draft.columns = options.columns.unwrap_or(draft.columns);
        draft.cut = options.cut.or(draft.cut);
        draft.line_feed = options.line_feed.or(draft.line_feed);
        if let Some((page, number)) = options.letters {
            draft.code_page = page;
            draft.code_page_number = number;
        }
        self.setup.amend(draft);
        Ok(())
    }

    fn connect(&mut self, port: &str, speed: Option<u32>) -> Result<(), Refusal> {
        self.tell(Event::AddressTyped(port.to_owned()))?;
        if let (Some(speed), None) = (speed, self.refused()) {
            self.tell(Event::SpeedPressed(speed))?;
        }
        Ok(())
    }

    fn by_options(
        &mut self,
        port: &str,
        options: &Arguments,
        json: bool,
    ) -> Result<Outcome, Refusal> {
        self.model(options)?;
        let port = match options.speed {
            Some(speed) if !port.contains('@') => format!("{port}@{speed}"),
            _ => port.to_owned(),
        };
        self.connect(&port, None)?;
        if let Some(refusal) = self.refused() {
            return Err(refusal);
        }
        if options.test {
            // A few letters, then the whole ticket.
            self.print_next()?;
            self.print_next()?;
        }
        let printed = self.setup.printed().cloned();
        self.tell(Event::SavePressed)?;
        if let Some(refusal) = self.refused() {
            return Err(refusal);
        }
        self.say_result(printed.as_ref(), json)?;
        Ok(Outcome::Done)
    }

    /// On to the next page; where it does not come out, the printer of before stays.
    fn print_next(&mut self) -> Result<(), Refusal> {
        self.tell(Event::GoodPressed)?;
        let how = match self.setup.printed() {
            None | Some(Printed::Confirmed | Printed::Sent) => return Ok(()),
            Some(printed) => printed.told(&self.context.words),
        };
        self.tell(Event::Closed)?;
        Err(Refusal::new("test_not_printed").told("how", how))
    }

    fn say_result(&self, printed: Option<&Printed>, json: bool) -> Result<(), Refusal> {
        let words = &self.context.words;
        let draft = self.setup.draft();
        if json {
            let connection = self.setup.connection();
            let said = json!({
                "address": draft.address,
                "baud": connection.and_then(|of| of.baud),
                "answers": connection.is_some_and(|of| of.answers),
                "profile": draft.profile,
                "columns": draft.columns.count(),
                "code_page": draft.code_page.number(),
                "code_page_number": draft.code_page_number,
                "cut": self.setup.profile().cut.code(),
                "printed": printed.map(|of| of.told(words)),
                "saved": self.setup.is_saved(),
            });
            return self.context.say(&said.to_string());
        }
        if let Some(connection) = self.setup.connection() {
            self.context.say(&connection.told(words))?;
        }
        if let Some(printed) = printed {
            self.context.say(&printed.told(words))?;
        }
        for (label, value) in self.setup.facts(words) {
            self.context.say(&format!("{label}: {value}"))?;
        }
        self.context.say(&words.text("cli-printer-saved"))
    }

    fn by_questions(&mut self, options: &Arguments) -> Result<Outcome, Refusal> {
        self.model(options)?;
        self.tell(Event::Opened)?;
        loop {
            self.heading()?;
            let more = match self.setup.step() {
                Step::Detect => self.ask_port()?,
                Step::Connection => self.ask_connection()?,
                Step::Text | Step::Ticket => self.ask_page()?,
                Step::Save => self.ask_save()?,
            };
            if !more {
                break;
            }
        }
        Ok(match self.setup.is_saved() {
            true => Outcome::Done,
            false => Outcome::Failed,
        })
    }

    fn word(&self, key: &str) -> String {
        self.context.words.text(key)
    }

    fn heading(&self) -> Result<(), Refusal> {
        if self.quiet {
            return Ok(());
        }
        let step = self.setup.step();
        self.context.say("")?;
        self.context
            .say(&format!("{}/5 {}", step.number(), self.word(step.key())))
    }

    /// A line from the terminal; `None` at its end.
    fn ask(&self, key: &str) -> Result<Option<String>, Refusal> {
        let mut out = io::stdout().lock();
        write!(out, "{} ", self.word(key))?;
        out.flush()?;
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line)?;
        Ok((read > 0).then(|| line.trim().to_owned()))
    }

    fn ask_port(&mut self) -> Result<bool, Refusal> {
        for (at, port) in self.setup.ports().iter().enumerate() {
            let told = port.told(&self.context.words);
            self.context
                .say(&format!("  {}  {}  {told}", at + 1, port.path))?;
        }
        let Some(answer) = self.ask("cli-printer-ask-port")? else {
            return Ok(false);
        };
        let number = answer
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        match number {
            Some(at) if at < self.setup.ports().len() => self.tell(Event::PortPressed(at))?,
            _ if answer.is_empty() => self.tell(Event::Opened)?,
            _ => self.tell(Event::AddressTyped(answer))?,
        }
        if let (Step::Detect, Some(problem)) = (self.setup.step(), self.setup.problem()) {
            self.context
                .say(&problem.told(&self.context.words, &self.name()))?;
        }
        Ok(true)
    }

    fn ask_connection(&mut self) -> Result<bool, Refusal> {
        let words = &self.context.words;
        if let Some(problem) = self.setup.problem() {
            self.context.say(&problem.told(words, &self.name()))?;
        }
        if let Some(connection) = self.setup.connection() {
            self.context.say(&connection.told(words))?;
        }
        let Some(answer) = self.ask("cli-printer-ask-connection")? else {
            return Ok(false);
        };
        match (answer.as_str(), answer.parse::<u32>()) {
            ("", _) => self.tell(Event::GoodPressed)?,
            ("<", _) => self.tell(Event::BackPressed)?,
            ("?", _) => self.tell(Event::AgainPressed)?,
            (_, Ok(speed)) => self.tell(Event::SpeedPressed(speed))?,
            (id, _) => self.tell(Event::ProfilePressed(id.to_owned()))?,
        }
        Ok(true)
    }

    fn ask_page(&mut self) -> Result<bool, Refusal> {
        let words = &self.context.words;
        if let Some(changed) = self.setup.changed() {
            self.context.say(&changed.told(words))?;
        }
        if let Some(printed) = self.setup.printed() {
            self.context.say(&printed.told(words))?;
        }
        for (at, trouble) in Trouble::ALL.into_iter().enumerate() {
            self.context
                .say(&format!("  {}  {}", at + 1, words.text(trouble.key())))?;
        }
        let Some(answer) = self.ask("cli-printer-ask-page")? else {
            return Ok(false);
        };
        let chosen = answer
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        match (answer.as_str(), chosen.and_then(|at| Trouble::ALL.get(at))) {
            ("", _) => self.tell(Event::GoodPressed)?,
            ("<", _) => self.tell(Event::BackPressed)?,
            (_, Some(Trouble::Nothing)) => {
                for line in help(&self.context.words) {
                    self.context.say(&format!("  - {line}"))?;
                }
            }
            (_, Some(trouble)) => self.tell(Event::TroublePressed(*trouble))?,
            _ => self.tell(Event::AgainPressed)?,
        }
        Ok(true)
    }

    fn ask_save(&mut self) -> Result<bool, Refusal> {
        for (label, value) in self.setup.facts(&self.context.words) {
            self.context.say(&format!("  {label}: {value}"))?;
        }
        let Some(answer) = self.ask("cli-printer-ask-save")? else {
            return Ok(false);
        };
        if answer == "<" {
            self.tell(Event::BackPressed)?;
            return Ok(true);
        }
        self.tell(Event::SavePressed)?;
        if let Some(refusal) = self.refused() {
            return Err(refusal);
        }
        self.context.say(&self.word("cli-printer-saved"))?;
        Ok(false)
    }
}
