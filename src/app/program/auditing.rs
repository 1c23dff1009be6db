//! The page of the audit, asked of the till.

use iced::Task;

use super::failed::flat;
use super::{Failed, Message, Program};
use crate::app::screen::settings::audit::{Leaf, Line, Wanted};
use crate::domain::Moment;
use crate::domain::user::Right;
use crate::i18n::I18n;
use crate::store::Stamp;
use crate::store::audit::{Entry, Filter, Page};
use crate::store::chain::Chained;
use crate::till::audit::{action, altered, local, reason, said};

/// So many lines are on a page.
const LINES: usize = 50;
/// So many altered facts are named on the page; the command line names more.
const NAMED: usize = 5;

/// What came of what the page asked for.
#[derive(Debug, Clone)]
pub enum Told {
    /// A page, and every action that there is.
    Read(Filter, Option<i64>, Result<(Page, Vec<String>), Failed>),
    /// It is in a file, or not.
    Exported(Result<(String, usize), Failed>),
    /// How the chain is.
    Verified(Result<Chained, Failed>),
}

impl Program {
    pub(super) fn audit_wanted(&self, wanted: Wanted) -> Task<Message> {
        let told = |told| Message::Auditing(told);
        let user = self.user().filter(|user| user.may(Right::Audit));
        let Some(user) = user.map(|user| user.id) else {
            return Task::done(told(Told::Exported(Err(Failed::NoRight))));
        };
        match wanted {
            Wanted::Read(filter, before) => {
                let page = self.till.audit(filter.clone(), before, LINES);
                let actions = self.till.audit_actions();
                let read = async move { Ok((flat(page.await)?, flat(actions.await)?)) };
                Task::perform(read, move |read| told(Told::Read(filter, before, read)))
            }
            Wanted::Export(path, filter) => {
                let shown = path.display().to_string();
                let stamp = Stamp::by(user, self.now);
                let words = self.words.clone();
                let count = self.till.export_audit(path, filter, words, stamp);
                let exported = async move { Ok((shown, flat(count.await)?)) };
                Task::perform(exported, move |done| told(Told::Exported(done)))
            }
            Wanted::Verify => {
                let reply = self.till.verify_chain(None);
                let verified = async { flat(reply.await) };
                Task::perform(verified, move |chained| told(Told::Verified(chained)))
            }
        }
    }

    pub(super) fn auditing(&mut self, told: Told) -> Task<Message> {
        let (now, words) = (self.now, self.words.clone());
        let said = match told {
            Told::Read(filter, before, Ok((page, actions))) => {
                let leaf = leaf(&page, actions, now, &words);
                if let Some(screen) = self.open_settings_screen() {
                    screen.audit_read(&filter, before, leaf);
                }
                return Task::none();
            }
            Told::Exported(Ok((path, count))) => {
                let told = [("path", path.into()), ("count", count.into())];
                Ok(words.text_with("audit-exported", &told))
            }
            Told::Verified(Ok(chained)) => verdict(&chained, &words),
            Told::Read(.., Err(why)) | Told::Exported(Err(why)) | Told::Verified(Err(why)) => {
                Err(self.told(&why))
            }
        };
        if let Some(screen) = self.open_settings_screen() {
            screen.audit_told(said);
        }
        Task::none()
    }
}

fn leaf(page: &Page, actions: Vec<String>, now: Moment, words: &I18n) -> Leaf {
    let lines = page.entries.iter().map(|entry| line(entry, now, words));
    let named = actions.into_iter().map(|code| {
        let name = action(&code, words);
        (code, name)
    });
    Leaf {
        lines: lines.collect(),
        more: page.more,
        actions: named.collect(),
    }
}

fn line(entry: &Entry, now: Moment, words: &I18n) -> Line {
    let at = local(entry.at, now);
    Line {
        seq: entry.seq,
        when: format!("{} {}", words.date(at.day()), words.time(at)),
        who: entry
            .who
            .clone()
            .unwrap_or_else(|| words.text("audit-nobody")),
        what: said(entry, words),
        why: reason(entry).map(str::to_owned),
    }
}

fn verdict(chained: &Chained, words: &I18n) -> Result<String, String> {
    let head = chained.head.to_string();
    // As much of it as is read aloud; all of it is on the command line.
    let head: String = head.chars().take(16).collect();
    let told = [
        ("facts", chained.facts.into()),
        ("altered", chained.altered.into()),
        ("head", format!("{head}…").into()),
    ];
    if chained.altered == 0 {
        return Ok(words.text_with("audit-verified", &told));
    }
    let named = chained.named.iter().take(NAMED);
    let named: Vec<String> = named.map(|of| altered(of, words)).collect();
    let said = words.text_with("audit-not-verified", &told);
    Err(format!("{said} {}", named.join(" · ")))
}
