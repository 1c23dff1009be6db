//! Days off and terms as people write them: day before month, `8/12`, `13/7/2026 - 24/7/2026`.

use super::entry::Fault;
use crate::domain::BusinessDay;
use crate::domain::metrics::{DaysOff, Term};

/// The days of the file as people write them; what is none stays as it is.
pub(super) fn as_people(text: &str) -> String {
    let (from, to) = text.split_once("..").unwrap_or((text, ""));
    let parts: Vec<String> = [from, to]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(one)
        .collect();
    parts.join(" - ")
}

fn one(text: &str) -> String {
    let figures = |part: &str| part.trim_start_matches('0').to_owned();
    let parts: Vec<&str> = text.trim().split('-').collect();
    match parts[..] {
        [month, day] => format!("{}/{}", figures(day), figures(month)),
        [year, month, day] => format!("{}/{}/{year}", figures(day), figures(month)),
        _ => text.to_owned(),
    }
}

/// Days off as the file has them.
pub(super) fn day_off(text: &str) -> Result<String, Fault> {
    let parsed: DaysOff = as_file(text)?.parse().map_err(|_| Fault::Days)?;
    Ok(parsed.to_string())
}

/// A term as the file has it.
pub(super) fn term(text: &str) -> Result<String, Fault> {
    let parsed: Term = as_file(text)?.parse().map_err(|_| Fault::Days)?;
    Ok(parsed.to_string())
}

/// Whether the later of two terms begins before the earlier one has ended; both as the file has them.
pub(super) fn overlap(earlier: &str, later: &str) -> bool {
    let end = earlier.split_once("..").map_or(earlier, |(_, to)| to);
    let begin = later.split_once("..").map_or(later, |(from, _)| from);
    begin <= end
}

fn as_file(text: &str) -> Result<String, Fault> {
    let ends = [" - ", " – ", "..", " a ", " to "].iter();
    let mut ends = ends.filter_map(|between| text.split_once(between));
    match ends.next() {
        Some((from, to)) => Ok(format!("{}..{}", part(from)?, part(to)?)),
        None => part(text),
    }
}

fn part(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.contains('-') {
        return Ok(text.to_owned());
    }
    if let Ok(day) = BusinessDay::written(text) {
        return Ok(day.to_string());
    }
    let (day, month) = text.split_once('/').ok_or(Fault::Days)?;
    let figures = |of: &str| of.trim().parse::<u32>().map_err(|_| Fault::Days);
    Ok(format!("{:02}-{:02}", figures(month)?, figures(day)?))
}
