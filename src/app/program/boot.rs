//! Opening the window, the first start, and who is at work.

use std::sync::Arc;

use iced::futures::SinkExt;
use iced::{Point, Size, Task, stream, window};
use tokio::sync::watch;

use super::failed::flat;
use super::room::USUAL;
use super::setting::set;
use super::training::{Heard, Root};
use super::watch::{Watch, Watched};
use super::{Failed, Message, Place, Program, Screen, Work};
use crate::app::screen::{lists, login, setup};
use crate::app::sound::Sound;
use crate::app::widget::Mood;
use crate::app::{Error, font};
use crate::domain::user::{Pin, Right, Role, User};
use crate::domain::{Locale, Timestamp, receipt};
use crate::i18n::I18n;
use crate::printing::{State, Status};
use crate::settings::{Config, Shift};
use crate::store::Stamp;
use crate::till::training::Practice;
use crate::till::{self, PinRefused, Till};

/// The smallest window that everything fits in.
const SMALLEST: Size = Size::new(1024.0, 600.0);

/// Opens the window and runs until it is closed; `watch` is told what it shows.
pub(in crate::app) fn run(till: &Till, watch: Option<Watch>) -> Result<(), Error> {
    let opened = till.clone();
    let boot = move || {
        let mut program = Program::new(opened.clone(), till::now);
        program.watched = watch.clone().map(Watched::new);
        program.sound = Sound::start(opened.folder().sounds());
        let read = [
            program.read_users(),
            program.read_last_check(),
            program.read_backups(),
        ];
        let tasks = Task::batch(read.into_iter().chain([watch_printer(&opened)]));
        (Root::selling(program), Root::real_task(tasks))
    };
    show(boot, till)
}

/// Opens the window on a copy to practise on, until that is over.
pub(in crate::app) fn practise(practice: Arc<Practice>, till: &Till) -> Result<(), Error> {
    let opened = till.clone();
    let boot = move || Root::practising(Arc::clone(&practice), &opened);
    show(boot, till)
}

fn show(boot: impl Fn() -> (Root, Task<Heard>) + 'static, till: &Till) -> Result<(), Error> {
    let chosen = till.config().appearance.scale;
    let scale = chosen.within(USUAL.width, USUAL.height).factor();
    iced::application(boot, Root::update, Root::view)
        .title(|_: &Root| "Cantina".to_owned())
        .theme(Root::theme)
        .scale_factor(Root::scale)
        .subscription(Root::subscription)
        .settings(iced::Settings {
            fonts: font::ALL.iter().map(|bytes| (*bytes).into()).collect(),
            default_font: font::REGULAR,
            ..iced::Settings::default()
        })
        .window(window::Settings {
            // However large everything is in it.
            size: USUAL * (1.0 / scale),
            min_size: Some(SMALLEST),
            fullscreen: till.config().appearance.fullscreen,
            // What was shown and not decided is noted first.
            exit_on_close_request: false,
            ..window::Settings::default()
        })
        .run()
        .map_err(Error::Window)
}

/// Whether the window as it opens is larger than the display.
fn is_too_large_for(display: Size) -> bool {
    display.width < USUAL.width || display.height < USUAL.height
}

/// A window that the display does not hold fills it instead: also where nobody manages windows, and where a bar of
/// the system leaves less than all of it.
pub(super) fn fit_to_display(window: window::Id, display: Option<Size>) -> Task<Message> {
    let Some(display) = display.filter(|display| is_too_large_for(*display)) else {
        return Task::none();
    };
    Task::batch([
        window::set_min_size(window, None),
        window::resize(window, display),
        window::move_to(window, Point::ORIGIN),
    ])
    .chain(window::maximize(window, true))
}

/// Tells the program whenever the printer's status changes.
pub(super) fn watch_printer(till: &Till) -> Task<Message> {
    let (sender, mut changes) = watch::channel(till.printer().status());
    till.printer().watch(move |status| {
        let _ = sender.send(status.clone());
    });
    Task::stream(stream::channel(4, async move |mut output| {
        while changes.changed().await.is_ok() {
            let status = changes.borrow_and_update().clone();
            if output.send(Message::PrinterChanged(status)).await.is_err() {
                return;
            }
        }
    }))
}

impl Program {
    /// The window asks which display it is on, unless it fills it already.
    pub(super) fn ask_for_display(&self, window: window::Id) -> Task<Message> {
        match self.till.config().appearance.fullscreen {
            true => Task::none(),
            false => {
                window::monitor_size(window).map(move |display| Message::DisplayIs(window, display))
            }
        }
    }

    pub(super) fn read_users(&self) -> Task<Message> {
        let reply = self.till.users();
        Task::perform(async { flat(reply.await) }, Message::UsersRead)
    }

    /// Nobody works here yet: the first start. Else somebody signs in.
    pub(super) fn users_read(&mut self, users: Result<Vec<User>, Failed>) -> Task<Message> {
        let users = match users {
            Ok(users) => users,
            Err(why) => return self.fail(&why),
        };
        if users.is_empty() {
            let chooser = lists::Lists::new(
                super::lists::home(),
                super::lists::entries(&super::lists::home()),
            );
            self.screen = Screen::Setup(Box::new(setup::Setup::new(self.words.locale(), chooser)));
            return Task::none();
        }
        if self.checkout.is_waiting() {
            return Task::none();
        }
        self.close_printer();
        self.leave_guide();
        self.language.is_open = false;
        // Figures and a PIN in the drawer's dialog are of whoever typed them.
        self.cash.done();
        let seen = self.leave_alerts();
        let login = match self.user() {
            Some(user) => login::Login::locked(users.clone(), user.id),
            None => login::Login::new(users),
        };
        if let Screen::Work(work) = std::mem::replace(&mut self.screen, Screen::Login(login)) {
            self.left = Some(work);
        }
        self.speak_as_house();
        seen
    }

    pub(super) fn setup(&mut self, message: setup::Message) -> Task<Message> {
        let Screen::Setup(screen) = &mut self.screen else {
            return Task::none();
        };
        match screen.update(message) {
            setup::Action::None => Task::none(),
            setup::Action::Speak(locale) => {
                self.words = I18n::new(locale);
                Task::none()
            }
            setup::Action::Lists(action) => self.lists(action),
            setup::Action::Finish {
                locale,
                shop,
                name,
                pin,
            } => self.finish(locale, shop, name, pin),
        }
    }

    fn finish(
        &mut self,
        locale: Locale,
        shop: receipt::Shop,
        name: String,
        pin: Pin,
    ) -> Task<Message> {
        let change = move |config: &mut Config| {
            config.locale = locale;
            config.shop = shop;
            config.shift = Shift::of_a_new_canteen();
        };
        let (till, reply) = (
            self.till.clone(),
            self.till.set(change, Stamp::at(self.now)),
        );
        let done = async move {
            set(reply.await)?;
            let added = till.add_user(name, Role::Administrator, pin);
            flat(added.await).map(drop)
        };
        Task::perform(done, Message::SetUp)
    }

    pub(super) fn set_up(&mut self, done: Result<(), Failed>) -> Task<Message> {
        let Err(why) = done else {
            self.dress();
            return self.read_users();
        };
        let told = self.told(&why);
        match &mut self.screen {
            Screen::Setup(screen) => {
                screen.refused(told);
                Task::none()
            }
            _ => self.say(Mood::Error, told),
        }
    }

    pub(super) fn login(&mut self, message: login::Message) -> Task<Message> {
        let now = self.now;
        let Screen::Login(screen) = &mut self.screen else {
            return Task::none();
        };
        match screen.update(message, now.at) {
            login::Action::None => Task::none(),
            login::Action::TryPin { user, pin } => {
                let reply = self.till.sign_in(Some(user), Right::Sell, pin, now);
                let answer = async { reply.await.unwrap_or_else(|closing| Err(closing.into())) };
                Task::perform(answer, |signed| Message::SignedIn(signed.map_err(Arc::new)))
            }
            login::Action::ChangePin { user, old, new } => {
                let reply = self.till.change_pin(user, old, new, now);
                let answer = async { reply.await.unwrap_or_else(|closing| Err(closing.into())) };
                Task::perform(answer, |signed| Message::SignedIn(signed.map_err(Arc::new)))
            }
        }
    }

    pub(super) fn signed_in(&mut self, user: Result<User, Arc<PinRefused>>) -> Task<Message> {
        match user {
            Ok(user) => {
                self.touched = self.now;
                let theirs = self.left.take().filter(|left| left.user.id == user.id);
                self.screen = Screen::Work(
                    theirs
                        .map_or_else(|| Work::of(user.clone()), |left| left.resumed(user.clone())),
                );
                let loaded =
                    Task::batch([self.load(), self.look_at_first_day(), self.read_language()]);
                // Health data that is shown again is looked at again.
                match &self.screen {
                    Screen::Work(work) if work.place == Place::Pupils => {
                        Task::batch([loaded, self.open_pupils()])
                    }
                    Screen::Work(work) if work.place == Place::Dashboard => {
                        Task::batch([loaded, self.open_dashboard()])
                    }
                    _ => loaded,
                }
            }
            Err(refused) => self.sign_in_refused(&refused),
        }
    }

    fn sign_in_refused(&mut self, refused: &Arc<PinRefused>) -> Task<Message> {
        let wait_ms = match refused.as_ref() {
            PinRefused::Wait { wait_ms } | PinRefused::Wrong { wait_ms } => *wait_ms,
            PinRefused::NotApproved(_) => 0,
            PinRefused::MustChange => {
                if let Screen::Login(screen) = &mut self.screen {
                    screen.must_change();
                }
                return Task::none();
            }
            PinRefused::Store(_) | PinRefused::Closing(_) => {
                if let Screen::Login(screen) = &mut self.screen {
                    screen.not_checked();
                }
                return self.fail(&Failed::Pin(Arc::clone(refused)));
            }
        };
        let until = self
            .now
            .at
            .0
            .saturating_add(i64::try_from(wait_ms).unwrap_or(0));
        if let Screen::Login(screen) = &mut self.screen {
            screen.refused(Timestamp(until));
        }
        Task::none()
    }

    pub(super) fn printer_changed(&mut self, status: &Status) {
        self.say_in_bar(status);
        self.printer_stands(status);
    }

    fn say_in_bar(&mut self, status: &Status) {
        let mood = match status.state {
            State::Ready | State::WriteOnly | State::Printing(_) | State::Confirming(_) => Mood::Ok,
            State::NotConfigured | State::Connecting => Mood::Neutral,
            State::NoPaper(_)
            | State::CoverOpen(_)
            | State::Offline(_)
            | State::Silent(_)
            | State::Stalled { .. } => Mood::Warn,
            State::NotConnected { .. } | State::QueueFailed(_) | State::Stopped => Mood::Error,
        };
        let mood = if status.uncertain.is_some() {
            Mood::Warn
        } else {
            mood
        };
        let key = match (status.uncertain, &status.state) {
            (Some(_), _) => "chip-printer-uncertain",
            (None, State::Ready | State::WriteOnly) => "chip-printer-ready",
            (None, State::Printing(_)) => "chip-printer-printing",
            (None, State::Confirming(_)) => "chip-printer-confirming",
            (None, State::NoPaper(_)) => "chip-printer-no-paper",
            (None, State::CoverOpen(_)) => "chip-printer-cover",
            (None, State::Offline(_)) => "chip-printer-offline",
            (None, State::Silent(_)) => "chip-printer-silent",
            (None, State::NotConfigured) => "chip-printer-none",
            (None, State::Connecting) => "chip-printer-connecting",
            (None, State::Stalled { .. }) => "chip-printer-stalled",
            (None, State::NotConnected { .. } | State::QueueFailed(_) | State::Stopped) => {
                "chip-printer-gone"
            }
        };
        let mut label = self.words.text(key);
        if status.waiting > 0 {
            let count = [("count", status.waiting.into())];
            label = format!(
                "{label} · {}",
                self.words.text_with("printer-waiting", &count)
            );
        }
        self.printer = (mood, label);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_fitted_to_a_display_that_does_not_hold_it_and_to_no_other() {
        for (width, height, small) in [
            (1024.0, 600.0, true),
            (1366.0, 768.0, true),
            (1024.0, 1280.0, true),
            (1280.0, 800.0, false),
            (1920.0, 1080.0, false),
        ] {
            let display = Size::new(width, height);
            assert_eq!(is_too_large_for(display), small, "{display:?}");
            let fits = fit_to_display(window::Id::unique(), Some(display));
            assert_eq!(iced_runtime::task::into_stream(fits).is_some(), small);
        }
    }
}
