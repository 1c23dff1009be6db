//! From text to rows with named columns, and from rows to a plan.

use std::collections::BTreeMap;

use super::{MOST_ROWS, Plan, Problem, Reason, cell, text};
use crate::domain::search::fold;

/// What a list may have: its columns, each with the headings it goes by.
pub(super) struct Columns<C: 'static> {
    /// Column and headings, folded and without punctuation; the first is the usual one.
    pub(super) headings: &'static [(C, &'static [&'static str])],
    /// Of each group one column must be there.
    pub(super) needed: &'static [&'static [C]],
    /// Columns that may be there more than once.
    pub(super) repeated: &'static [C],
}

/// One row of a list while it is being read.
pub(super) struct Row<'a, C> {
    line: u64,
    header: &'a Header<C>,
    cells: Vec<String>,
    problems: Vec<Problem>,
    /// Codes that must be on no other line, with the heading of their column.
    unique: Vec<(String, Option<String>)>,
}

/// What stands in each column.
struct Header<C> {
    /// As written, and what it means.
    columns: Vec<(String, Option<C>)>,
}

/// A line of the file, its cells parted but not understood.
struct Record {
    line: u64,
    cells: Vec<String>,
}

/// What `csv` is given after the last line: if it does not come out alone, a quote was never closed.
const SENTINEL: &str = "\u{1}end";

/// Headings that speak of what a child must not eat begin with or hold these.
const DIET: [&str; 9] = [
    "alerg", "allerg", "restric", "contien", "contain", "libre", "celiac", "intoler", "dieta",
];

/// Reads a whole list. Total: whatever the bytes, it ends with a plan.
pub(super) fn read<C: Copy + PartialEq, T>(
    bytes: &[u8],
    columns: &Columns<C>,
    read_row: impl Fn(&mut Row<C>) -> Option<T>,
) -> Plan<T> {
    let mut plan = Plan {
        rows: Vec::new(),
        lines: Vec::new(),
        problems: Vec::new(),
        ignored: Vec::new(),
    };
    match header_and_records(bytes, columns) {
        Err(problem) => plan.problems.push(problem),
        Ok((header, line, records)) => {
            plan.ignored = header.ignored();
            plan.problems = header.problems(line, columns);
            if plan.problems.is_empty() {
                fill(&mut plan, &header, records, read_row);
            }
        }
    }
    plan.problems.sort_by_key(|problem| problem.line);
    plan
}

fn fill<C: Copy + PartialEq, T>(
    plan: &mut Plan<T>,
    header: &Header<C>,
    records: Vec<Record>,
    read_row: impl Fn(&mut Row<C>) -> Option<T>,
) {
    let mut unique = Vec::new();
    for record in records {
        let mut row = Row {
            line: record.line,
            header,
            cells: record.cells,
            problems: Vec::new(),
            unique: Vec::new(),
        };
        row.check_width();
        match read_row(&mut row) {
            Some(item) if row.problems.is_empty() => {
                plan.rows.push(item);
                plan.lines.push(row.line);
            }
            _ => plan.problems.append(&mut row.problems),
        }
        unique.extend(
            row.unique
                .into_iter()
                .map(|(code, column)| (code, row.line, column)),
        );
    }
    plan.problems.extend(doubled(unique));
    let bad: Vec<u64> = plan.problems.iter().map(|problem| problem.line).collect();
    let mut lines = plan.lines.iter();
    plan.rows
        .retain(|_| lines.next().is_some_and(|line| !bad.contains(line)));
    plan.lines.retain(|line| !bad.contains(line));
}

/// A problem at each line whose code is on another line too.
fn doubled(codes: Vec<(String, u64, Option<String>)>) -> Vec<Problem> {
    let mut places: BTreeMap<String, Vec<(u64, Option<String>)>> = BTreeMap::new();
    for (code, line, column) in codes {
        let places = places.entry(code).or_default();
        if places.iter().all(|(other, _)| *other != line) {
            places.push((line, column));
        }
    }
    let mut problems = Vec::new();
    for (value, places) in places {
        for (line, column) in &places {
            if let Some((on, _)) = places.iter().find(|(other, _)| other != line) {
                problems.push(Problem {
                    line: *line,
                    column: column.clone(),
                    value: value.clone(),
                    reason: Reason::Doubled { on: *on },
                });
            }
        }
    }
    problems
}

/// The headings, their line, and the records below them that say anything.
fn header_and_records<C: Copy + PartialEq>(
    bytes: &[u8],
    columns: &Columns<C>,
) -> Result<(Header<C>, u64, Vec<Record>), Problem> {
    let whole_file = |reason| Problem {
        line: 1,
        column: None,
        value: String::new(),
        reason,
    };
    let text = text::decode(bytes).map_err(whole_file)?;
    let separator = separator(&text, columns);
    let mut records = records(&text, separator)?.into_iter();
    let first = records.next().ok_or_else(|| whole_file(Reason::Empty))?;
    let header = Header::of(first.cells, columns);
    let records: Vec<Record> = records.collect();
    match records.len() {
        0 => Err(whole_file(Reason::Empty)),
        1..=MOST_ROWS => Ok((header, first.line, records)),
        _ => Err(whole_file(Reason::TooLarge)),
    }
}

/// The separator under which most headings are known; else the one that parts the line most.
fn separator<C: Copy + PartialEq>(text: &str, columns: &Columns<C>) -> u8 {
    if let Some(told) = text
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next())
    {
        return told;
    }
    let header = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    let score = |separator: &u8| {
        let first = records(header, *separator)
            .unwrap_or_default()
            .into_iter()
            .next();
        let cells = first.map_or(Vec::new(), |record| record.cells);
        let parts = cells.len();
        (Header::of(cells, columns).known(), parts)
    };
    // `max_by_key` takes the last of equals: the semicolon, as Excel in Spanish writes.
    b"\t,;".iter().copied().max_by_key(score).unwrap_or(b';')
}

/// The records that say anything, with the line on which each begins.
fn records(text: &str, separator: u8) -> Result<Vec<Record>, Problem> {
    let guarded = format!("{text}\n{SENTINEL}");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(guarded.as_bytes());
    let mut lines = Lines {
        text: &guarded,
        at: 0,
        line: 1,
    };
    let (mut records, mut last) = (Vec::new(), None);
    for record in reader.records() {
        // Text read from memory is neither unreadable nor of another encoding.
        let Ok(record) = record else { continue };
        let begins = record.position().map_or(0, csv::Position::byte);
        let line = lines.of(usize::try_from(begins).unwrap_or(usize::MAX));
        let is_sentinel = record.get(0) == Some(SENTINEL);
        last = Some((line, is_sentinel));
        let cells: Vec<String> = record.iter().map(cell::clean).collect();
        let says_separator = line == 1 && cells[0].starts_with("sep=");
        if !is_sentinel && !says_separator && cells.iter().any(|cell| !cell.is_empty()) {
            records.push(Record { line, cells });
        }
    }
    match last {
        Some((line, false)) => Err(Problem {
            line,
            column: None,
            value: String::new(),
            reason: Reason::UnclosedQuote,
        }),
        _ => Ok(records),
    }
}

/// Counts lines by their ends: `csv` counts a blank line to the record after it.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the first letter that is no line end, from that byte on. Bytes must not go back.
    fn of(&mut self, byte: usize) -> u64 {
        let bytes = self.text.as_bytes();
        while self.at < bytes.len() && (self.at < byte || bytes[self.at] == b'\n') {
            self.line += u64::from(bytes[self.at] == b'\n');
            self.at += 1;
        }
        self.line
    }
}

impl<C: Copy + PartialEq> Header<C> {
    fn of(cells: Vec<String>, columns: &Columns<C>) -> Self {
        let meaning = |written: &str| {
            let heading = heading(written);
            let mut known = columns.headings.iter();
            known
                .find(|(_, names)| names.contains(&heading.as_str()))
                .map(|(column, _)| *column)
        };
        let named = cells.into_iter().map(|written| {
            let column = meaning(&written);
            (written, column)
        });
        Self {
            columns: named.collect(),
        }
    }

    fn known(&self) -> usize {
        self.columns
            .iter()
            .filter(|(_, column)| column.is_some())
            .count()
    }

    fn has(&self, wanted: C) -> bool {
        self.columns
            .iter()
            .any(|(_, column)| *column == Some(wanted))
    }

    fn ignored(&self) -> Vec<String> {
        let unknown = self
            .columns
            .iter()
            .filter(|(written, column)| column.is_none() && !written.is_empty());
        unknown.map(|(written, _)| written.clone()).collect()
    }

    fn problems(&self, line: u64, columns: &Columns<C>) -> Vec<Problem> {
        let at = |column: Option<&String>, reason| Problem {
            line,
            column: column.cloned(),
            value: String::new(),
            reason,
        };
        let missing = columns
            .needed
            .iter()
            .filter(|group| !group.iter().any(|one| self.has(*one)));
        let missing = missing.map(|group| at(None, Reason::MissingColumn(columns.usual(group[0]))));
        let doubled = self
            .columns
            .iter()
            .enumerate()
            .filter(|(place, (_, column))| {
                column.is_some_and(|column| {
                    let before = self.columns[..*place].iter();
                    !columns.repeated.contains(&column)
                        && before.into_iter().any(|(_, other)| *other == Some(column))
                })
            });
        let doubled = doubled.map(|(_, (written, _))| at(Some(written), Reason::DoubledColumn));
        let unread = self.columns.iter().filter(|(written, column)| {
            let heading = heading(written);
            column.is_none() && DIET.iter().any(|word| heading.contains(word))
        });
        let unread = unread.map(|(written, _)| at(Some(written), Reason::UnreadDiet));
        missing.chain(doubled).chain(unread).collect()
    }
}

impl<C: Copy + PartialEq> Columns<C> {
    fn usual(&self, column: C) -> &'static str {
        let named = self.headings.iter().find(|(of, _)| *of == column);
        named.map_or("", |(_, names)| names[0])
    }
}

/// `Precio (Gs.)` → `precio`; `RUC/CI` → `ruc ci`.
fn heading(written: &str) -> String {
    let without_note = written.split('(').next().unwrap_or_default();
    let folded = fold(without_note).replace(|letter: char| !letter.is_alphanumeric(), " ");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl<C: Copy + PartialEq> Row<'_, C> {
    /// What the cell says; empty where it is empty or there is no such column.
    pub(super) fn cell(&self, column: C) -> &str {
        self.places(column)
            .next()
            .map_or("", |place| self.cells[place].as_str())
    }

    /// What is read of a cell; `None` if it is empty, or if it cannot be read, which is a problem then.
    pub(super) fn optional<T>(
        &mut self,
        column: C,
        read: impl FnOnce(&str) -> Result<T, Reason>,
    ) -> Option<T> {
        let said = self.cell(column);
        let read = (!said.is_empty()).then(|| read(said))?;
        read.map_err(|reason| self.refuse(column, reason)).ok()
    }

    /// As [`Row::optional`], where an empty cell is a problem too.
    pub(super) fn needed<T>(
        &mut self,
        column: C,
        read: impl FnOnce(&str) -> Result<T, Reason>,
    ) -> Option<T> {
        if self.cell(column).is_empty() {
            self.refuse(column, Reason::Missing);
            return None;
        }
        self.optional(column, read)
    }

    /// What is read of all cells of a column that may be repeated.
    pub(super) fn all<T>(
        &mut self,
        column: C,
        read: impl Fn(&str) -> Result<Vec<T>, Reason>,
    ) -> Vec<T> {
        let mut all = Vec::new();
        for place in self.places(column).collect::<Vec<_>>() {
            match read(&self.cells[place]) {
                Ok(found) => all.extend(found),
                Err(reason) => self.refuse_at(place, reason),
            }
        }
        all
    }

    /// Notes a problem with a cell.
    pub(super) fn refuse(&mut self, column: C, reason: Reason) {
        let first = self.places(column).next();
        match first {
            Some(place) => self.refuse_at(place, reason),
            None => self.problems.push(Problem {
                line: self.line,
                column: None,
                value: String::new(),
                reason,
            }),
        }
    }

    /// Notes a code that must be on no other line.
    pub(super) fn unique(&mut self, column: C, code: &str) {
        let place = self.places(column).next();
        let written = place.map(|place| self.header.columns[place].0.clone());
        self.unique.push((code.to_owned(), written));
    }

    fn places(&self, column: C) -> impl Iterator<Item = usize> {
        let columns = self
            .header
            .columns
            .iter()
            .take(self.cells.len())
            .enumerate();
        columns
            .filter(move |(_, (_, of))| *of == Some(column))
            .map(|(place, _)| place)
    }

    fn refuse_at(&mut self, place: usize, reason: Reason) {
        self.problems.push(Problem {
            line: self.line,
            column: Some(self.header.columns[place].0.clone()),
            value: self.cells[place].clone(),
            reason,
        });
    }

    /// Cells beyond the headings, or under an empty one, would be lost: only empty ones may be there.
    fn check_width(&mut self) {
        let unheaded = |place: usize| {
            self.header
                .columns
                .get(place)
                .is_none_or(|(written, _)| written.is_empty())
        };
        let mut cells = self.cells.iter().enumerate();
        if let Some((_, said)) = cells.find(|(place, said)| unheaded(*place) && !said.is_empty()) {
            let problem = Problem {
                line: self.line,
                column: None,
                value: said.clone(),
                reason: Reason::ExtraCell,
            };
            self.problems.push(problem);
        }
    }
}
