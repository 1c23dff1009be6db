//! Settings, changed on an open canteen: written beside the screen, each change noted in the audit.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use super::failure::Told;
use super::{Closing, Error, Reply, Till, Voice, now};
use crate::domain::limits::MealBreak;
use crate::domain::receipt::Shop;
use crate::domain::ruc::BadRuc;
use crate::domain::{Moment, Money};
use crate::i18n::I18n;
use crate::printing::{self, Document};
use crate::settings::{self, Change, Config, Entry, Fault, Kind};
use crate::store::audit::Entry as Audited;
use crate::store::{self, Stamp, Store};

/// Settings as they stand, and as each was before its last change.
#[derive(Debug, Clone)]
pub struct Known {
    /// In force.
    pub config: Config,
    /// As people write it, by key; what was never changed here is not in it.
    pub was: BTreeMap<String, String>,
}

impl Till {
    /// Changes settings, writes them down and notes who changed what; answers with those in force.
    ///
    /// What `change` leaves as it was is neither written nor noted. The printer is connected anew if it is
    /// another one. Where anything fails the old settings stay in force and in the file.
    pub fn set(
        &self,
        change: impl FnOnce(&mut Config) + Send + 'static,
        stamp: Stamp,
    ) -> Reply<Result<Config, Error>> {
        let change = move |config: &mut Config| {
            change(config);
            Ok(())
        };
        self.set_if(change, stamp)
    }

    /// The same where what is wanted may make no sense: nothing is changed then.
    fn set_if(
        &self,
        change: impl FnOnce(&mut Config) -> Result<(), Error> + Send + 'static,
        stamp: Stamp,
    ) -> Reply<Result<Config, Error>> {
        let till = self.clone();
        self.writer.ask(move |store| {
            let before = till.config();
            let mut after = before.clone();
            change(&mut after)?;
            let route = match after.printer == before.printer {
                true => None,
                false => Some(till.route(&after.printer)?),
            };
            till.keep_noted(store, &before, &after, None, stamp)?;
            if let Some(route) = route {
                till.use_printer(route);
            }
            Ok(after)
        })
    }

    /// Sets what is written so, key by key, all of it or nothing; answers with what is in force then, or
    /// with what of it makes no sense, as [`Error::Setting`].
    pub fn set_texts(
        &self,
        texts: Vec<(&'static Entry, String)>,
        stamp: Stamp,
    ) -> Reply<Result<Config, Error>> {
        let change = move |config: &mut Config| {
            texts.iter().try_for_each(|(entry, text)| {
                let set = entry.set(config, text);
                set.map_err(|fault| Error::Setting(entry.key, fault))
            })
        };
        self.set_if(change, stamp)
    }

    /// How everything is set, and how each was before.
    pub fn known_settings(&self) -> Reply<Result<Known, store::Error>> {
        let till = self.clone();
        self.beside(move |reader| {
            Ok(Known {
                was: reader.settings_before()?,
                config: till.config(),
            })
        })
    }

    /// An example of a ticket of that shop, as this till's printer would print it.
    #[must_use]
    pub fn ticket_of(&self, shop: &Shop, now: Moment) -> Document {
        let voice = self.voice();
        let receipt = printing::setup::example(shop, &I18n::new(voice.config.locale), now);
        voice.document(&receipt)
    }

    /// How the drawer is kept in the shift that is open: as it was set when it was opened. Without one, and
    /// for whether one is required, as it is set now.
    pub fn shift_rules(&self, now: Moment) -> Reply<Result<settings::Shift, store::Error>> {
        let till = self.clone();
        let desk = self.desk(now);
        Reply::aside(move || {
            let closing = |closing: Closing| store::Error::Unexpected(closing.to_string());
            let desk = desk.wait().map_err(closing)??;
            if desk.shift.is_none() {
                return Ok(till.config().shift);
            }
            let then = till.beside(store::Reader::settings_at_opening);
            let then = then.wait().map_err(closing)??;
            let mut config = till.config();
            let of_now = config.shift;
            for (key, was) in then.iter().filter(|(key, _)| key.starts_with("shift.")) {
                if let Some(entry) = Entry::of(key) {
                    // What no version of this program wrote stays as it is now.
                    let _ = entry.set(&mut config, was);
                }
            }
            Ok(settings::Shift {
                required: of_now.required,
                ..config.shift
            })
        })
    }

    /// Takes over settings and waits until they are written down: not for the screen's thread.
    ///
    /// # Errors
    /// A bad printer's address, or what the disk says; the old settings stay in force then.
    pub fn configure(&self, config: Config) -> Result<(), Error> {
        let set = self.set(move |of| *of = config, Stamp::at(now()));
        set.wait().map_err(Error::Closing)?.map(drop)
    }

    /// The same, and the printer that it names is in use from now on, whichever was named at the start.
    pub(super) fn configure_printer(&self, config: Config) -> Result<(), Error> {
        let route = self.route(&config.printer)?;
        self.configure(config)?;
        self.use_printer(route);
        Ok(())
    }

    fn use_printer(&self, route: Option<crate::printing::Route>) {
        *self
            .named_printer
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = None;
        self.printer.connect(route);
    }

    /// Notes and writes; a file that was written for what is not noted in the end is put back.
    pub(super) fn keep_noted(
        &self,
        store: &mut Store,
        before: &Config,
        after: &Config,
        breaks: Option<&[MealBreak]>,
        stamp: Stamp,
    ) -> Result<(), Error> {
        let file = self.folder.config();
        let changes = settings::changes(before, after).into_iter();
        let changes: Vec<_> = changes.map(|of| (of.key, of.before, of.after)).collect();
        let mut saved = None;
        let noted = store.note_settings(&changes, breaks, stamp, || {
            let done = after.save(&file);
            let kept = done.is_ok();
            saved = Some(done);
            kept
        });
        match (saved, noted) {
            (Some(Err(why)), _) => Err(why.into()),
            (Some(Ok(())), Err(why)) => {
                // The note is not there: nor must the setting be.
                let _told_by_the_first = before.save(&file);
                Err(why.into())
            }
            (None, Err(why)) => Err(why.into()),
            (_, Ok(())) => {
                let voice = Voice::new(after.clone(), &self.profiles());
                *self.voice.lock().unwrap_or_else(PoisonError::into_inner) = voice;
                Ok(())
            }
        }
    }
}

/// What people call a setting.
#[must_use]
pub fn label(key: &str, words: &I18n) -> String {
    let name = word(key, "");
    match words.knows(&name) {
        true => words.text(&name),
        false => key.to_owned(),
    }
}

/// The key of a word about a setting: `setting-shift-next-float-what`.
#[must_use]
pub fn word(key: &str, end: &str) -> String {
    format!("setting-{}{end}", key.replace(['.', '_'], "-"))
}

/// A value in the user's words: «₲ 10.000», «sí», «Oscura».
#[must_use]
pub fn value(key: &str, text: &str, words: &I18n) -> String {
    let kind = Entry::of(key).map(|entry| entry.kind);
    match kind {
        _ if text.is_empty() => words.text("setting-none"),
        Some(Kind::Switch) => words.text(match text {
            "true" => "setting-yes",
            _ => "setting-no",
        }),
        Some(Kind::Money) => match Money::parse(text) {
            Ok(amount) => words.money(amount),
            Err(_) => text.to_owned(),
        },
        Some(Kind::Choice(_)) => {
            let name = format!("setting-choice-{}", text.to_lowercase());
            match words.knows(&name) {
                true => words.text(&name),
                false => text.to_owned(),
            }
        }
        Some(Kind::Weekdays) => {
            let days = text.split(settings::SEPARATOR);
            let days: Vec<String> = days.map(|day| words.text(&weekday(day))).collect();
            days.join(settings::SEPARATOR)
        }
        _ => text.to_owned(),
    }
}

/// The key of a weekday's short name; Monday is 1.
#[must_use]
pub fn weekday(day: &str) -> String {
    format!("setting-weekday-{}", day.trim())
}

/// Why a setting is not taken, as a sentence.
#[must_use]
pub fn fault(fault: Fault, words: &I18n) -> String {
    why(fault).sentence(words)
}

/// The same, its words still to be said.
pub(super) fn why(fault: Fault) -> Told {
    let most = |key, most: usize| Told::with(key, "most", i64::try_from(most).unwrap_or(i64::MAX));
    match fault {
        Fault::Missing => Told::bare("setting-fault-missing"),
        Fault::TooLong(letters) => most("setting-fault-long", letters),
        Fault::Number => Told::bare("setting-fault-number"),
        Fault::Range(from, to) => Told::with("setting-fault-range", "from", from).and("to", to),
        Fault::Money => Told::bare("setting-fault-money"),
        Fault::Ruc(BadRuc::Form) => Told::bare("shop-ruc-form"),
        Fault::Ruc(BadRuc::CheckDigit(digit)) => Told::with("shop-ruc-digit", "digit", digit),
        Fault::Time => Told::bare("setting-fault-time"),
        Fault::Choice => Told::bare("setting-fault-choice"),
        Fault::Folder => Told::bare("setting-fault-folder"),
        Fault::Days => Told::bare("setting-fault-days"),
        Fault::Overlap => Told::bare("setting-fault-overlap"),
        Fault::Twice => Told::bare("setting-fault-twice"),
        Fault::TooMany(many) => most("setting-fault-many", many),
    }
}

/// «Diferencia que pasa sola: de ₲ 10.000 a ₲ 5.000».
#[must_use]
pub fn told(change: &Change, words: &I18n) -> String {
    let told = [
        ("what", label(&change.key, words).into()),
        ("before", value(&change.key, &change.before, words).into()),
        ("after", value(&change.key, &change.after, words).into()),
    ];
    words.text_with("setting-change", &told)
}

/// The same of an entry of the audit; `None` if it is of another kind.
pub(super) fn audited(entry: &Audited, words: &I18n) -> Option<String> {
    let [before, after] = store::was_and_is(entry.detail.as_deref()?)?;
    let key = entry.subject.clone()?;
    let change = Change { key, before, after };
    (entry.action == "setting").then(|| told(&change, words))
}

#[cfg(test)]
#[path = "setting_tests.rs"]
mod tests;
