//! `cantina help`: a page of the help on the terminal, or on paper.

use clap::Args;
use serde_json::json;

use super::{Context, Outcome, Refusal};
use crate::i18n::help::TOPICS;
use crate::printing::document::Paper;
use crate::printing::{help as on_paper, text};

/// How long the command waits for the paper.
const LAST_PAGE: std::time::Duration = std::time::Duration::from_secs(20);

#[derive(Debug, Args)]
pub struct Arguments {
    /// About what; without it, the list of topics
    topic: Option<String>,
    /// Prints it on the ticket printer
    #[arg(long, requires = "topic")]
    paper: bool,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

/// Shows a page, or the list of topics.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    match &arguments.topic {
        None => list(context, arguments.json),
        Some(topic) => page(context, arguments, topic),
    }
}

fn list(context: &Context, as_json: bool) -> Result<Outcome, Refusal> {
    let pages = context.words.help_pages();
    if as_json {
        let pages: Vec<_> = pages
            .iter()
            .map(|page| json!({ "topic": page.topic, "title": page.title }))
            .collect();
        context.say(&json!({ "topics": pages }).to_string())?;
        return Ok(Outcome::Done);
    }
    let wide = TOPICS.iter().map(|topic| topic.len()).max().unwrap_or(0);
    for page in pages {
        context.say(&format!("{:wide$}  {}", page.topic, page.title))?;
    }
    Ok(Outcome::Done)
}

fn page(context: &Context, arguments: &Arguments, topic: &str) -> Result<Outcome, Refusal> {
    let Some(page) = context.words.help(topic) else {
        return Err(Refusal::new("no_topic")
            .told("topic", topic)
            .for_wrong_usage());
    };
    let shown = text::render(&on_paper::document(&page, &context.words, Paper::Columns48));
    let mut job = None;
    if arguments.paper {
        let till = context.open()?;
        let paper = on_paper::document(&page, &context.words, till.paper());
        let title = page.title.clone();
        let queued = till
            .print_page(title, paper, crate::till::now().at)
            .wait()??;
        job = Some(queued.0);
        till.close(LAST_PAGE);
    }
    if arguments.json {
        let said = json!({
            "topic": page.topic, "title": page.title, "text": shown.trim_end(), "job": job,
        });
        context.say(&said.to_string())?;
    } else {
        context.say(shown.trim_end())?;
    }
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::help;

    #[test]
    fn every_topic_that_is_listed_has_its_page() {
        assert!(TOPICS.iter().all(|name| help::topic(name).is_some()));
    }
}
