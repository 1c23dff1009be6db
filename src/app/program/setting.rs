//! Settings: what their pages want done, asked of the till; nothing is written on the screen's thread.

use iced::Task;

use super::failed::flat;
use super::{Failed, Message, Program, Screen};
use crate::app::screen::settings::{self, Draft, SettingWanted as Wanted, TransferPlanned};
use crate::app::widget::{Mood, Paper};
use crate::domain::receipt::Shop;
use crate::domain::user::Right;
use crate::settings::{Backup, Config, Plan, Scale};
use crate::store::Stamp;
use crate::till::setting::{Known, label, told};
use crate::till::transfer::NotMoved;
use crate::till::{self, Closing, Reply};

/// What came of it.
#[derive(Debug, Clone)]
pub enum Told {
    /// How everything is set, or why it is not read; `true` after a change.
    Stands(bool, Result<Box<Known>, Failed>),
    /// What was typed of shop and look is kept, or not.
    Saved(Box<Draft>, Result<(), Failed>),
    /// How backups are made is kept, or not; `true` if their time is another.
    Backups(bool, Result<(), Failed>),
    /// The ticket of that shop was drawn.
    Previewed(Box<Shop>, Paper),
    /// What a file would change, or why it is not taken.
    Planned(Result<TransferPlanned, NotMoved>),
    /// All settings are in that file, or not.
    Exported(Result<String, NotMoved>),
    /// So many settings were taken over from a file, or none.
    Imported(Result<usize, NotMoved>),
}

/// What a file would change, for a picture.
pub(in crate::app) fn told_for_pictures(path: std::path::PathBuf) -> Told {
    let changes = [
        "Diferencia permitida: de ₲ 10.000 a ₲ 5.000",
        "Recarga mínima: de ₲ 1.000 a ₲ 2.000",
        "Feriados y vacaciones: de vacío a 8/12",
    ];
    Told::Planned(Ok(TransferPlanned {
        path,
        changes: changes.map(str::to_owned).to_vec(),
        left_out: vec!["printer.address".to_owned()],
    }))
}

const fn message(told: Told) -> Message {
    Message::Setting(told)
}

impl Program {
    /// Takes in what came of it.
    pub(super) fn setting(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Stands(changed, Ok(known)) => self.settings_stand(changed, *known),
            Told::Stands(_, Err(why)) => {
                let why = self.told(&why);
                if let Some(open) = self.open_settings_screen() {
                    open.settings_refused(why);
                }
                Task::none()
            }
            Told::Saved(draft, Ok(())) => {
                self.dress();
                if let Some(open) = self.open_settings_screen() {
                    open.saved(*draft);
                }
                Task::none()
            }
            Told::Saved(_, Err(why)) => {
                // What is in force is shown again where it counts at once.
                let draft = self.draft();
                if let Some(open) = self.open_settings_screen() {
                    open.not_saved(&draft);
                }
                self.fail(&why)
            }
            Told::Backups(moved, kept) => self.backups_kept(moved, kept),
            Told::Previewed(shop, paper) => {
                if let Some(open) = self.open_settings_screen() {
                    open.previewed(&shop, paper);
                }
                Task::none()
            }
            Told::Planned(Ok(plan)) => {
                if let Some(open) = self.open_settings_screen() {
                    open.planned(plan);
                }
                Task::none()
            }
            Told::Exported(Ok(path)) => {
                let said = self
                    .words
                    .text_with("transfer-exported", &[("path", path.into())]);
                self.transferred(Ok(said))
            }
            Told::Imported(Ok(count)) => {
                let said = self
                    .words
                    .text_with("transfer-imported", &[("count", count.into())]);
                let shown = self.transferred(Ok(said));
                self.dress();
                let draft = self.draft();
                if let Some(open) = self.open_settings_screen() {
                    open.taken_over(draft);
                }
                Task::batch([shown, self.read_drawer()])
            }
            Told::Planned(Err(why)) | Told::Exported(Err(why)) | Told::Imported(Err(why)) => {
                self.till.note(why.to_string());
                let said = why.sentence(&self.words);
                self.transferred(Err(said))
            }
        }
    }

    fn transferred(&mut self, said: Result<String, String>) -> Task<Message> {
        if let Some(open) = self.open_settings_screen() {
            open.transferred(said);
        }
        Task::none()
    }

    fn settings_stand(&mut self, changed: bool, known: Known) -> Task<Message> {
        if let Some(open) = self.open_settings_screen() {
            open.settings_stand(known);
        }
        if !changed {
            return Task::none();
        }
        self.dress();
        let said = self.words.text("setting-said-saved");
        let said = self.say(Mood::Ok, said);
        Task::batch([said, self.read_drawer()])
    }

    /// What a page wants done, if whoever is at work may.
    pub(super) fn setting_wanted(&mut self, wanted: Wanted) -> Task<Message> {
        let Some(user) = self.user().cloned() else {
            return Task::none();
        };
        if !user.may(Right::Settings) {
            return self.setting(Told::Stands(false, Err(Failed::NoRight)));
        }
        let (till, stamp) = (self.till.clone(), Stamp::by(user.id, self.now));
        match wanted {
            Wanted::Read => {
                let reply = till.known_settings();
                let read = async { flat(reply.await).map(Box::new) };
                Task::perform(read, |known| message(Told::Stands(false, known)))
            }
            Wanted::Keep(texts) => {
                let reply = till.set_texts(texts, stamp);
                let kept = async move {
                    set(reply.await)?;
                    flat(till.known_settings().await).map(Box::new)
                };
                Task::perform(kept, |known| message(Told::Stands(true, known)))
            }
            Wanted::Preview(shop) => self.preview(*shop),
            Wanted::Export(path) => {
                let said = path.display().to_string();
                let reply = till.export_settings(path);
                let done = async { moved(reply.await).map(|()| said) };
                Task::perform(done, |done| message(Told::Exported(done)))
            }
            Wanted::Plan(path) => {
                let (reply, words) = (till.plan_settings(path.clone()), self.words.clone());
                let plan = async move {
                    let Plan {
                        changes, left_out, ..
                    } = moved(reply.await)?;
                    let changes = changes.iter().map(|of| told(of, &words)).collect();
                    let left_out = left_out.iter().map(|key| label(key, &words)).collect();
                    Ok(TransferPlanned {
                        path,
                        changes,
                        left_out,
                    })
                };
                Task::perform(plan, |plan| message(Told::Planned(plan)))
            }
            Wanted::Import(path) => {
                let reply = till.import_settings(path, stamp);
                let done = async { moved(reply.await).map(|plan| plan.changes.len()) };
                Task::perform(done, |done| message(Told::Imported(done)))
            }
        }
    }

    /// The ticket as the settings on the screen would have it, drawn beside it.
    fn preview(&self, shop: Shop) -> Task<Message> {
        let document = self.till.ticket_of(&shop, self.now);
        let drawn = Reply::aside(move || Paper::drawn(&document));
        let shop = Box::new(shop);
        Task::future(async { drawn.await.ok() }).and_then(move |paper| {
            let drawn = Told::Previewed(shop.clone(), paper);
            Task::done(message(drawn))
        })
    }

    /// The same as soon as the settings are opened.
    pub(super) fn preview_ticket(&mut self) -> Task<Message> {
        let wanted = self
            .open_settings_screen()
            .and_then(|open| open.preview_wanted());
        match wanted {
            Some(shop) => self.preview(shop),
            None => Task::none(),
        }
    }

    pub(super) fn save(&mut self, draft: Draft) -> Task<Message> {
        let shop = match draft.shop() {
            Ok(shop) => shop,
            Err(bad) => return self.fail(&Failed::Ruc(bad)),
        };
        let Screen::Work(work) = &self.screen else {
            return Task::none();
        };
        let stamp = Stamp::by(work.user.id, self.now);
        let wanted = draft.clone();
        let reply = self
            .till
            .set(move |config| settle(config, shop, &wanted), stamp);
        let kept = async { set(reply.await).map(drop) };
        let draft = Box::new(draft);
        Task::perform(kept, move |kept| message(Told::Saved(draft.clone(), kept)))
    }

    pub(super) fn configure_backups(&mut self, settings: Backup) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let moved = self.till.config().backup.time != settings.time;
        let stamp = Stamp::by(user.id, self.now);
        let reply = self.till.set(move |config| config.backup = settings, stamp);
        let kept = async { set(reply.await).map(drop) };
        Task::perform(kept, move |kept| message(Told::Backups(moved, kept)))
    }
}

/// The settings with what the screen edited.
fn settle(config: &mut Config, shop: Shop, draft: &settings::Draft) {
    config.shop = shop;
    config.locale = draft.locale;
    config.sounds = draft.sounds;
    config.read_aloud = draft.read_aloud;
    config.appearance.theme = match draft.theme {
        crate::app::theme::Theme::Light => crate::settings::Theme::Light,
        crate::app::theme::Theme::Dark => crate::settings::Theme::Dark,
    };
    // The screen offers no other scale than those there are.
    if let Ok(scale) = Scale::percent(i64::from(draft.scale_percent)) {
        config.appearance.scale = scale;
    }
}

/// The till's answer about settings, or why there is none.
pub(super) fn set<T>(answer: Result<Result<T, till::Error>, Closing>) -> Result<T, Failed> {
    Ok(answer??)
}

/// The same about a file of settings.
fn moved<T>(answer: Result<Result<T, NotMoved>, Closing>) -> Result<T, NotMoved> {
    answer?
}

#[cfg(test)]
#[path = "setting_tests.rs"]
mod tests;
