//! Who did what: read beside whoever sells, in words, and written into a file.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use super::{Closing, Reply, Till};
use crate::domain::formula::harmless;
use crate::domain::{Moment, Money, Timestamp};
use crate::i18n::I18n;
use crate::store::audit::{Entry, Filter, Page};
use crate::store::chain::{Altered, Chained, Head, How};
use crate::store::{self, Stamp};

impl Till {
    /// A page of the audit, latest first.
    pub fn audit(
        &self,
        filter: Filter,
        before: Option<i64>,
        most: usize,
    ) -> Reply<Result<Page, store::Error>> {
        self.beside(move |reader| reader.audit(&filter, before, most))
    }

    /// Notes that what this canteen knows was written into a file: what leaves the till is known.
    pub fn note_export(&self, file: String, stamp: Stamp) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.note_export(&file, stamp))
    }

    /// Every action that was ever noted.
    pub fn audit_actions(&self) -> Reply<Result<Vec<String>, store::Error>> {
        self.beside(store::Reader::audit_actions)
    }

    /// Looks through the chain of facts; `known` is a head that was noted before.
    pub fn verify_chain(&self, known: Option<Head>) -> Reply<Result<Chained, store::Error>> {
        self.beside(move |reader| reader.verify_chain(known.as_ref()))
    }

    /// Writes the audit into a CSV file, oldest first, and notes by whom; returns how many entries.
    ///
    /// A file that could not be written to its end is taken away.
    pub fn export_audit(
        &self,
        path: PathBuf,
        filter: Filter,
        words: I18n,
        stamp: Stamp,
    ) -> Reply<Result<usize, store::Error>> {
        let till = self.clone();
        let noted = path.clone();
        let written = self.beside(move |reader| {
            // Not over what somebody has there already; and only what was begun here is taken away.
            let file = File::create_new(&path)?;
            let count = write(reader, file, &filter, &words, stamp.moment);
            if count.is_err() {
                let _ = std::fs::remove_file(&path);
            }
            count
        });
        Reply::aside(move || {
            let closing = |closing: Closing| store::Error::Unexpected(closing.to_string());
            let count = written.wait().map_err(closing)??;
            let file = noted.display().to_string();
            let noted = till
                .writer
                .ask(move |store| store.note_audit_export(&file, count, stamp));
            noted.wait().map_err(closing)??;
            Ok(count)
        })
    }
}

fn write(
    reader: &store::Reader,
    mut file: File,
    filter: &Filter,
    words: &I18n,
    now: Moment,
) -> Result<usize, store::Error> {
    let failed = |error: csv::Error| match error.into_kind() {
        csv::ErrorKind::Io(cause) => store::Error::from(cause),
        _ => store::Error::Io(Arc::new(io::Error::other("csv"))),
    };
    file.write_all("\u{feff}".as_bytes())?;
    let mut out = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(file);
    let heads = ["when", "who", "what", "action", "subject", "detail"];
    out.write_record(heads.map(|head| words.text(&format!("audit-head-{head}"))))
        .map_err(failed)?;
    let count = reader.audit_all(filter, |entry| {
        let record = [
            when(&entry, now),
            entry.who.clone().unwrap_or_default(),
            said(&entry, words),
            entry.action.clone(),
            entry.subject.clone().unwrap_or_default(),
            entry.detail.clone().unwrap_or_default(),
        ];
        out.write_record(record.map(|field| harmless(&field).into_owned()))
            .map_err(failed)
    })?;
    out.flush()?;
    out.into_inner()
        .map_err(|error| io::Error::other(error.to_string()))?
        .sync_all()?;
    Ok(count)
}

/// `2026-11-23 09:41:00`, by the clock of this place.
fn when(entry: &Entry, now: Moment) -> String {
    let local = now.plus_millis(entry.at.0 - now.at.0).local;
    local.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// The local time of an entry.
#[must_use]
pub fn local(at: Timestamp, now: Moment) -> Moment {
    now.plus_millis(at.0 - now.at.0)
}

/// What was done, in the user's words: «Anuló una venta (ticket 124)».
#[must_use]
pub fn said(entry: &Entry, words: &I18n) -> String {
    if let Some(told) = super::setting::audited(entry, words) {
        return told;
    }
    let key = format!("audit-said-{}", entry.action.replace('_', "-"));
    // Health data looked at without a name are everybody's.
    let nobody = if entry.action == "health_seen" {
        "all"
    } else {
        ""
    };
    let subject = entry.subject.as_deref().unwrap_or(nobody);
    let subject = match entry.action.as_str() {
        "alert_seen" => words.text(&format!("dash-rule-{subject}")),
        _ => subject.to_owned(),
    };
    let told = [
        ("subject", subject.into()),
        ("detail", detail(entry, words).into()),
        ("action", entry.action.as_str().into()),
    ];
    match words.knows(&key) {
        true => words.text_with(&key, &told),
        false => words.text_with("audit-said-other", &told),
    }
}

/// What a sentence says of its detail: amounts and rights in the user's words, the rest as it was written.
fn detail(entry: &Entry, words: &I18n) -> String {
    let detail = entry.detail.as_deref().unwrap_or("");
    match entry.action.as_str() {
        "rights" => rights(detail, words),
        "user_role" => roles(detail, words),
        action if is_of_money(action) => money(detail, words),
        _ => detail.to_owned(),
    }
}

/// Whether the detail begins with an amount.
fn is_of_money(action: &str) -> bool {
    let moves = [
        "account_correction",
        "account_transfer",
        "account_payout",
        "account_top_up_undone",
        "lunch_plan",
        "refund",
    ];
    action == "shift_opened" || action.starts_with("cash_") || moves.contains(&action)
}

/// «₲ 15.000 · error de carga», of `15000 · error de carga`.
fn money(detail: &str, words: &I18n) -> String {
    let (amount, rest) = detail.split_once(' ').unwrap_or((detail, ""));
    match amount.parse() {
        Ok(amount) => format!(
            "{} {}",
            words.money(Money::guaranies(amount)),
            priced(rest, words)
        )
        .trim_end()
        .to_owned(),
        Err(_) => detail.to_owned(),
    }
}

/// What a lunch plan's price is for; anything else is as it was written.
fn priced(rest: &str, words: &I18n) -> String {
    match rest {
        "day" => words.text("lunch-per-day"),
        "month" => words.text("lunch-per-month"),
        rest => rest.to_owned(),
    }
}

/// «+Anular ventas del día, −Vender», of `+void -sell`.
fn rights(detail: &str, words: &I18n) -> String {
    let said = detail.split_whitespace().map(|one| {
        let (sign, code) = one.split_at_checked(1).unwrap_or(("", one));
        let key = format!("right-{}", code.replace('_', "-"));
        let name = if words.knows(&key) {
            words.text(&key)
        } else {
            code.to_owned()
        };
        format!("{}{name}", sign.replace('-', "−"))
    });
    said.collect::<Vec<_>>().join(", ")
}

/// The reason that was given, where the detail is one and not a program's.
#[must_use]
pub fn reason(entry: &Entry) -> Option<&str> {
    let of_programs = [
        "self_check",
        "restore",
        "wrong_pin",
        "audit_export",
        "meal_breaks",
        "tender_terms",
        "rights",
        "shift_opened",
        "user_added",
        "setting",
        "user_renamed",
        "user_role",
        "refund",
        "lunch_plan",
        "pupil_lunch",
        "pupil_lunch_ended",
    ];
    // Of these the sentence itself has the detail.
    let said = ["account_", "cash_"];
    let action = entry.action.as_str();
    let is_said = of_programs.contains(&action) || said.iter().any(|of| action.starts_with(of));
    entry.detail.as_deref().filter(|_| !is_said)
}

/// «Cajera → Encargada», of `cashier → manager`.
fn roles(detail: &str, words: &I18n) -> String {
    let roles = detail.split(" → ").map(|code| {
        let key = format!("role-{code}");
        match words.knows(&key) {
            true => words.text(&key),
            false => code.to_owned(),
        }
    });
    roles.collect::<Vec<_>>().join(" → ")
}

/// What people call an action, to choose it by.
#[must_use]
pub fn action(action: &str, words: &I18n) -> String {
    let key = format!("audit-action-{}", action.replace('_', "-"));
    match words.knows(&key) {
        true => words.text(&key),
        false => action.to_owned(),
    }
}

/// «sale 12 (ticket 124): cambiada».
#[must_use]
pub fn altered(of: &Altered, words: &I18n) -> String {
    let how = words.text(match of.how {
        How::Changed => "audit-how-changed",
        How::Deleted => "audit-how-deleted",
        How::Inserted => "audit-how-inserted",
        How::CutOff => "audit-how-cut-off",
    });
    let told = [
        ("table", of.table.into()),
        ("seq", of.seq.into()),
        ("number", of.number.unwrap_or_default().into()),
        ("how", how.into()),
    ];
    match of.number {
        Some(_) => words.text_with("audit-altered-sale", &told),
        None => words.text_with("audit-altered", &told),
    }
}
