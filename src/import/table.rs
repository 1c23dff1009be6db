//! From text to rows with named columns, and from rows to a plan.

use std::collections::{BTreeMap, BTreeSet};

use super::header::{Columns, Header};
use super::{MOST_ROWS, Plan, Problem, Reason, cell, text};

/// One row of a list while it is being read.
pub(super) struct Row<'a, C> {
    line: u64,
    header: &'a Header<C>,
    cells: Vec<String>,
    problems: Vec<Problem>,
    /// What must be on no other line.
    unique: Vec<Unique<C>>,
}

/// A code, a card or a name that must be on no other line.
struct Unique<C> {
    column: C,
    said: String,
    place: Place,
}

struct Place {
    line: u64,
    /// As the file writes it.
    heading: Option<String>,
}

/// A line of the file, its cells parted but not understood.
struct Record {
    line: u64,
    cells: Vec<String>,
}

/// What `csv` is given after the last line: if it does not come out alone, a quote was never closed.
const SENTINEL: &str = "\u{1}end";

/// Reads a whole list. Total: whatever the bytes, it ends with a plan.
pub(super) fn read<C: Copy + Ord, T>(
    bytes: &[u8],
    columns: &Columns<C>,
    read_row: impl Fn(&mut Row<C>) -> Option<T>,
) -> Plan<T> {
    read_merged(bytes, columns, &[], read_row)
}

/// The same of a list whose cells in these columns may have been merged: a spreadsheet saves the first of
/// them and leaves those below it empty.
pub(super) fn read_merged<C: Copy + Ord, T>(
    bytes: &[u8],
    columns: &Columns<C>,
    merged: &[C],
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
        Ok((header, line, mut records)) => {
            for column in merged {
                unmerge(&header, *column, &mut records);
            }
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

fn fill<C: Copy + Ord, T>(
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
        unique.append(&mut row.unique);
    }
    plan.problems.extend(doubled(unique));
    let bad: BTreeSet<u64> = plan.problems.iter().map(|problem| problem.line).collect();
    let mut lines = plan.lines.iter();
    plan.rows
        .retain(|_| lines.next().is_some_and(|line| !bad.contains(line)));
    plan.lines.retain(|line| !bad.contains(line));
}

/// Fills the empty cells of a column that was merged with what stands above them.
///
/// It was merged if its first cell says something, no two lines that follow each other say the same, and at
/// least half of the cells are empty: a list that repeats the grade on every line is left as it is, and
/// there an empty cell is empty.
fn unmerge<C: Copy + Ord>(header: &Header<C>, column: C, records: &mut [Record]) {
    let mut columns = header.columns.iter();
    let Some(place) = columns.position(|(_, of)| *of == Some(column)) else {
        return;
    };
    let said: Vec<&str> = records
        .iter()
        .map(|record| record.cells.get(place).map_or("", String::as_str))
        .collect();
    let empty = said.iter().filter(|said| said.is_empty()).count();
    let begins = said.first().is_some_and(|said| !said.is_empty());
    let repeats = said
        .windows(2)
        .any(|pair| pair[0] == pair[1] && !pair[0].is_empty());
    if !begins || repeats || empty * 2 < said.len() || empty == 0 {
        return;
    }
    let mut above = String::new();
    for record in records {
        match record.cells.get_mut(place) {
            Some(cell) if cell.is_empty() => cell.clone_from(&above),
            Some(cell) => above.clone_from(cell),
            None => {}
        }
    }
}

/// A problem at each line that says what another line says too.
fn doubled<C: Ord>(all: Vec<Unique<C>>) -> Vec<Problem> {
    let mut groups: BTreeMap<(C, String), Vec<Place>> = BTreeMap::new();
    for one in all {
        let places = groups.entry((one.column, one.said)).or_default();
        places.push(one.place);
    }
    let mut problems = Vec::new();
    for ((_, said), places) in groups {
        for place in &places {
            let other = places.iter().find(|other| other.line != place.line);
            problems.extend(other.map(|other| Problem {
                line: place.line,
                column: place.heading.clone(),
                value: said.clone(),
                reason: Reason::Doubled { on: other.line },
            }));
        }
    }
    problems
}

/// The headings, their line, and the records below them that say anything.
fn header_and_records<C: Copy + Ord>(
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
    let records = records(&text, separator)?;
    let titles = titles(&records, columns);
    let mut records = records.into_iter().skip(titles);
    let first = records.next().ok_or_else(|| whole_file(Reason::Empty))?;
    let header = Header::of(first.cells, columns);
    let records: Vec<Record> = records.collect();
    match records.len() {
        0 => Err(whole_file(Reason::Empty)),
        1..=MOST_ROWS => Ok((header, first.line, records)),
        _ => Err(whole_file(Reason::TooLarge)),
    }
}

/// So many lines may stand above the headings: the school's name, the year, who made the list.
const TITLES_MAX: usize = 15;

/// How many lines stand above the headings. Those are the first line that has the columns that must be
/// there; where no line has them it is the first, and what is missing is a problem.
fn titles<C: Copy + Ord>(records: &[Record], columns: &Columns<C>) -> usize {
    let heads = records.iter().take(TITLES_MAX + 1).map(|record| {
        let header = Header::of(record.cells.clone(), columns);
        (header.is_whole(columns), header.known())
    });
    let best = heads
        .enumerate()
        .filter(|(_, (whole, _))| *whole)
        // The first of those that know most: a title is no heading because it says «Alumnos».
        .max_by_key(|(at, (_, known))| (*known, std::cmp::Reverse(*at)));
    best.map_or(0, |(at, _)| at)
}

/// The separator under which most headings are known; else the one that parts the line most.
fn separator<C: Copy + Ord>(text: &str, columns: &Columns<C>) -> u8 {
    if let Some(told) = text
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next())
    {
        return told;
    }
    let said = text.lines().filter(|line| !line.trim().is_empty());
    let heads: Vec<&str> = said.take(TITLES_MAX + 1).collect();
    let score = |separator: &u8| {
        let scores = heads.iter().map(|head| {
            let first = records(head, *separator)
                .unwrap_or_default()
                .into_iter()
                .next();
            let cells = first.map_or(Vec::new(), |record| record.cells);
            let parts = cells.len();
            (Header::of(cells, columns).known(), parts)
        });
        scores.max().unwrap_or_default()
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

impl<C: Copy + Ord> Row<'_, C> {
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
        match self.place(column) {
            Some(place) => self.refuse_at(place, reason),
            None => self.problems.push(Problem {
                line: self.line,
                column: None,
                value: String::new(),
                reason,
            }),
        }
    }

    /// Notes what must be on no other line.
    pub(super) fn unique(&mut self, column: C, said: &str) {
        let place = self.place(column);
        self.unique.push(Unique {
            column,
            said: said.to_owned(),
            place: Place {
                line: self.line,
                heading: place.map(|place| self.header.columns[place].0.clone()),
            },
        });
    }

    fn place(&self, column: C) -> Option<usize> {
        self.places(column).next()
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
