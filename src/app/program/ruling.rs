//! The rules of the house: the policy, the canteen's own allergens, diets and words.
//!
//! What is not good is refused with its line and reason; the last good rules stay in force.

use std::fs;
use std::path::{Path, PathBuf};

use iced::Task;

use super::failed::flat;
use super::{Failed, Message, Program};
use crate::app::screen::checkout;
use crate::app::screen::settings::{Action, Ruled, Rulings};
use crate::domain::catalogue::Catalogue;
use crate::domain::diet::{NotYours, OwnNames, Policy};
use crate::domain::user::{Right, User};
use crate::i18n::I18n;
use crate::settings::replace_file;
use crate::store::{self, Stamp};
use crate::till::{NotChanged, Reply, Till, failure};

/// A file of rules is text that people write; a longer one is none.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// What came of a change of the rules.
#[derive(Debug, Clone)]
pub enum Answer {
    /// To be told to the page as it is.
    Page(Ruled),
    /// The rules were read, or not.
    Read(Result<Box<Rulings>, Failed>),
    /// These words are in force and the catalogue was read by them; or not.
    Words(Result<(String, Box<Catalogue>), Failed>),
}

impl Program {
    /// Does what the pages of rules want done, if this person may.
    pub(super) fn rule(&mut self, action: Action) -> Task<Message> {
        let Some(user) = self.user().filter(|user| user.may(Right::Policy)) else {
            let why = self.words.text("no-right");
            return self.say(crate::app::widget::Mood::Warn, why);
        };
        let user = user.clone();
        let stamp = Stamp::by(user.id, self.now);
        match action {
            Action::SetPolicy(policy) => self.set_policy(policy, user),
            Action::LoadPolicy(path) => self.read_file(path, |read, words| {
                let parse = |text: String| Policy::parse(&text);
                let bad = |bad| failure::of_policy(&bad).sentence(words);
                Ruled::PolicyFile(read.and_then(|text| parse(text).map_err(bad)))
            }),
            Action::ExportPolicy(path) => self.export_policy(path),
            Action::AddAllergen(name) => self.name(self.till.add_allergen(name)),
            Action::AddDiet(name) => self.name(self.till.add_diet(name)),
            Action::SetWords(text) => self.set_words(text, stamp),
            Action::LoadWords(path) => self.read_file(path, |read, _| Ruled::WordsFile(read)),
            _ => self.read_rules(user),
        }
    }

    fn read_rules(&self, user: User) -> Task<Message> {
        let (till, now) = (self.till.clone(), self.now);
        let read = async move { rulings(&till, &user, now).await.map(Box::new) };
        Task::perform(read, |read| Message::Ruled(Answer::Read(read)))
    }

    fn set_policy(&self, policy: Policy, user: User) -> Task<Message> {
        let (till, now, words) = (self.till.clone(), self.now, self.words.clone());
        let set = async move {
            let reply = till.set_policy(policy, &user, now).await;
            let set = reply.unwrap_or_else(|closing| Err(closing.into()));
            set.map_err(|why| not_changed(&why, &words))?;
            let read = rulings(&till, &user, now).await;
            read.map(Box::new).map_err(|why| why.sentence(&words))
        };
        Task::perform(set, |set| Message::Ruled(Answer::Page(Ruled::Policy(set))))
    }

    /// Reads a file of rules aside; what it says is for the page to look at first.
    fn read_file(
        &self,
        path: PathBuf,
        ruled: impl FnOnce(Result<String, String>, &I18n) -> Ruled + Send + 'static,
    ) -> Task<Message> {
        let words = self.words.clone();
        let read = Reply::aside(move || ruled(read_text(&path, &words), &words));
        Task::future(async { read.await.ok() })
            .and_then(|ruled| Task::done(Message::Ruled(Answer::Page(ruled))))
    }

    fn export_policy(&self, path: PathBuf) -> Task<Message> {
        let (text, words) = (self.rules.policy.to_string(), self.words.clone());
        let written = Reply::aside(move || {
            let told = |key: &str, cause: Option<&std::io::Error>| {
                let mut told = vec![("path", path.display().to_string().into())];
                told.extend(cause.map(|cause| ("cause", cause.into())));
                words.text_with(key, &told)
            };
            let written = replace_file(&path, text.as_bytes());
            let done = written.map(|()| told("policy-exported", None));
            Ruled::PolicyWritten(done.map_err(|cause| told("sheet-not-saved", Some(&cause))))
        });
        Task::future(async { written.await.ok() })
            .and_then(|ruled| Task::done(Message::Ruled(Answer::Page(ruled))))
    }

    fn name(&self, reply: Reply<Result<OwnNames, store::Error>>) -> Task<Message> {
        let words = self.words.clone();
        let named = async move { flat(reply.await).map_err(|why| why.sentence(&words)) };
        Task::perform(named, |named| {
            Message::Ruled(Answer::Page(Ruled::Names(named)))
        })
    }

    /// Labels are read anew with the words, so the catalogue is too.
    fn set_words(&self, text: String, stamp: Stamp) -> Task<Message> {
        let (till, day) = (self.till.clone(), self.now.day());
        let set = async move {
            flat(till.set_own_words(text.clone(), stamp).await)?;
            Ok((text, Box::new(flat(till.catalogue_on(day).await)?)))
        };
        Task::perform(set, |set| Message::Ruled(Answer::Words(set)))
    }

    pub(super) fn ruled(&mut self, answer: Answer) -> Task<Message> {
        match answer {
            Answer::Read(Ok(rulings)) => self.ruled_page(Ruled::Read(rulings)),
            Answer::Read(Err(why)) => self.fail(&why),
            Answer::Words(Ok((text, catalogue))) => self.words_set(text, *catalogue),
            Answer::Words(Err(why)) => {
                let why = self.told(&why);
                self.ruled_page(Ruled::Words(Err(why)))
            }
            Answer::Page(ruled) => self.ruled_page(ruled),
        }
    }

    fn words_set(&mut self, text: String, catalogue: Catalogue) -> Task<Message> {
        self.catalogue = catalogue;
        let done = self.words.text("own-words-saved");
        let told = self.ruled_page(Ruled::Words(Ok((text, done))));
        Task::batch([told, self.judge_again()])
    }

    fn ruled_page(&mut self, ruled: Ruled) -> Task<Message> {
        let mut judged = Task::none();
        match &ruled {
            Ruled::Policy(Ok(rulings)) => {
                self.rules.policy = rulings.policy.clone();
                judged = self.checkout(checkout::Message::RulesChanged);
            }
            Ruled::Names(Ok(names)) => self.words = self.words.clone().naming(names.clone()),
            _ => {}
        }
        let done = self.words.text("policy-saved");
        if let Some(work) = self.work_mut()
            && let Some(screen) = &mut work.settings
        {
            screen.ruled(ruled, &done);
        }
        judged
    }
}

async fn rulings(till: &Till, user: &User, now: crate::domain::Moment) -> Result<Rulings, Failed> {
    Ok(Rulings {
        policy: flat(till.policy().await)?,
        policies: flat(till.policies().await)?,
        words: flat(till.own_words().await)?,
        names: flat(till.own_names().await)?,
        role: user.acts_as(Right::Policy),
        now,
    })
}

/// Why a policy is not in force, as a sentence.
fn not_changed(why: &NotChanged, words: &I18n) -> String {
    match why {
        NotChanged::NotYours(NotYours::NoRight) => words.text("no-right"),
        NotChanged::NotYours(NotYours::Milder(state, severity)) => {
            let state = state.code().replace('_', "-");
            let told = [
                ("state", words.text(&format!("policy-state-{state}")).into()),
                (
                    "severity",
                    words.text(&format!("severity-{}", severity.code())).into(),
                ),
            ];
            words.text_with("policy-milder", &told)
        }
        NotChanged::BadFile(bad) => failure::of_policy(bad).sentence(words),
        NotChanged::Store(error) => failure::of_store(error).sentence(words),
        NotChanged::Closing(_) => failure::of_closing().sentence(words),
    }
}

fn read_text(path: &Path, words: &I18n) -> Result<String, String> {
    let unreadable = |cause: &std::io::Error| {
        let told = [
            ("path", path.display().to_string().into()),
            ("cause", cause.into()),
        ];
        words.text_with("rules-unreadable", &told)
    };
    let file = fs::metadata(path).map_err(|cause| unreadable(&cause))?;
    if file.len() > MOST_BYTES {
        return Err(words.text("rules-too-long"));
    }
    fs::read_to_string(path).map_err(|cause| unreadable(&cause))
}
