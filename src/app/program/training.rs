//! Training: a second program on a copy that is thrown away, shown in place of the real one.
//!
//! The two never hear each other's answers: each message carries whose it is. What is real goes on beneath:
//! its printer, its clock, its backups.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use iced::widget::container;
use iced::{Alignment, Element as AnyElement, Length, Padding, Subscription, Task, window};

use super::boot::watch_printer;
use super::setting::set;
use super::{Failed, Message, Program, Screen};
use crate::app::icon::{Icon, icon};
use crate::app::sound::Sound;
use crate::app::theme::{Theme, size, space, style};
use crate::app::widget::{Column, Element, FLOATS, Mood, Row, button, clamp, text};
use crate::store::Stamp;
use crate::till::training::Practice;
use crate::till::{self, Reply, Till};

/// How long the end of a training waits for the paper that is being sent.
const LAST_PAPER: Duration = Duration::from_secs(1);

/// What happened.
#[derive(Debug, Clone)]
pub(in crate::app) enum Told {
    /// Somebody wants to practise.
    BeginPressed,
    /// The copy is there and open, or why it is not.
    Prepared(Result<Opened, String>),
    /// It is to end.
    EndPressed,
    /// It has ended, and nothing of it is left.
    Ended,
    /// The canteen's own printer is to be used, or no more.
    PaperPressed(bool),
    /// It is, or that could not be kept.
    PaperIs(bool, Result<(), Failed>),
}

/// A canteen to practise on, and the till that has it open.
#[derive(Clone)]
pub(in crate::app) struct Opened {
    pub(super) practice: Arc<Practice>,
    pub(super) till: Till,
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Opened").field(&self.practice).finish()
    }
}

/// What a program knows of being one to practise on.
#[derive(Debug, Clone)]
pub(super) struct Training {
    practice: Option<Arc<Practice>>,
    on_paper: bool,
}

/// Whose a message is; trainings are numbered, so that the answers to one that ended reach nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Whose {
    Real,
    Training(u32),
}

/// A message, and whose it is.
#[derive(Debug, Clone)]
pub(super) struct Heard(pub(super) Whose, pub(super) Message);

/// The program that sells, and the one that practises over it.
pub(super) struct Root {
    real: Option<Program>,
    training: Option<Program>,
    number: u32,
}

impl Root {
    /// Sells.
    pub(super) const fn selling(program: Program) -> Self {
        Self {
            real: Some(program),
            training: None,
            number: 0,
        }
    }

    /// Practises only: when that is over, so is the program.
    pub(super) fn practising(practice: Arc<Practice>, till: &Till) -> (Self, Task<Heard>) {
        let mut root = Self {
            real: None,
            training: None,
            number: 0,
        };
        let begun = root.begin(practice, till);
        (root, begun)
    }

    pub(super) fn real_task(task: Task<Message>) -> Task<Heard> {
        task.map(|message| Heard(Whose::Real, message))
    }

    fn now(&self) -> Whose {
        match self.training {
            Some(_) => Whose::Training(self.number),
            None => Whose::Real,
        }
    }

    #[cfg(test)]
    pub(super) const fn is_training(&self) -> bool {
        self.training.is_some()
    }

    #[cfg(test)]
    pub(super) fn notice(&self) -> Option<String> {
        let notice = self.shown()?.notice.as_ref();
        notice.map(|(_, what)| what.clone())
    }

    fn shown(&self) -> Option<&Program> {
        self.training.as_ref().or(self.real.as_ref())
    }

    pub(super) fn update(&mut self, heard: Heard) -> Task<Heard> {
        let Heard(whose, message) = heard;
        match message {
            Message::Training(Told::BeginPressed) if self.training.is_none() => self.prepare(),
            Message::Training(Told::Prepared(Ok(opened))) if self.training.is_none() => {
                self.open(&opened)
            }
            Message::Training(Told::EndPressed) if whose == self.now() => self.end(),
            Message::Training(Told::Ended) => self.ended(),
            Message::CloseAsked(window) => self.close(window),
            Message::Tick if self.training.is_some() => {
                // What is real goes on: its backups, its self-check.
                let real = self.tell(Whose::Real, Message::Tick);
                Task::batch([real, self.tell(self.now(), Message::Tick)])
            }
            message => self.tell(whose, message),
        }
    }

    fn tell(&mut self, whose: Whose, message: Message) -> Task<Heard> {
        self.lend(&message);
        let number = self.number;
        let program = match whose {
            Whose::Real => self.real.as_mut(),
            Whose::Training(of) => self.training.as_mut().filter(|_| of == number),
        };
        match program {
            Some(program) => program
                .update(message)
                .map(move |message| Heard(whose, message)),
            None => Task::none(),
        }
    }

    /// The port is let go before the training opens it, and taken back when it did not, or has let it go.
    fn lend(&mut self, message: &Message) {
        let (Some(real), Some(training)) = (&self.real, &self.training) else {
            return;
        };
        match message {
            Message::Training(Told::PaperPressed(true)) if training.may_print() => {
                real.till.lend_printer();
            }
            Message::Training(Told::PaperIs(false, Ok(())) | Told::PaperIs(true, Err(_))) => {
                real.till.take_printer_back();
            }
            _ => {}
        }
    }

    /// The real till is locked meanwhile, with what is in hand.
    fn prepare(&mut self) -> Task<Heard> {
        let Some(real) = &mut self.real else {
            return Task::none();
        };
        if real.checkout.is_waiting() || real.checkout.is_committing() {
            let why = real.words.text("training-not-now");
            return Self::real_task(real.say(Mood::Warn, why));
        }
        let what = real.words.text("training-preparing");
        let said = real.say(Mood::Neutral, what);
        let locked = match real.screen {
            Screen::Work(_) => real.read_users(),
            _ => Task::none(),
        };
        let (reply, words) = (real.till.practice(), real.words.clone());
        let prepared = async move {
            let closing = |_| words.text("store-closing");
            let practice = reply.await.map_err(closing)?;
            let practice = practice.map_err(|why| why.sentence(&words))?;
            let folder = practice.folder().clone();
            let till = Reply::aside(move || Till::open(folder, None)).await;
            let till = till.map_err(closing)?;
            let till = till.map_err(|why| till::failure::of_till(&why).sentence(&words))?;
            Ok(Opened {
                practice: Arc::new(practice),
                till,
            })
        };
        let prepared = Task::perform(prepared, |told| Message::Training(Told::Prepared(told)));
        Self::real_task(Task::batch([said, locked, prepared]))
    }

    /// Whoever signed in while the copy was made is locked out first, and what they are paid for ends first.
    fn open(&mut self, opened: &Opened) -> Task<Heard> {
        let Some(real) = &mut self.real else {
            return Task::none();
        };
        if real.checkout.is_waiting() || real.checkout.is_committing() {
            let why = real.words.text("training-not-now");
            let said = real.say(Mood::Warn, why);
            // Its files go once nobody has them open, and not on this thread.
            let thrown = opened.clone();
            let gone = Reply::aside(move || {
                thrown.till.close(Duration::ZERO);
                drop(thrown);
            });
            let gone = Task::future(gone).discard();
            return Task::batch([Self::real_task(said), gone]);
        }
        let locked = match real.screen {
            Screen::Work(_) => real.read_users(),
            _ => Task::none(),
        };
        real.notice = None;
        let begun = self.begin(Arc::clone(&opened.practice), &opened.till);
        Task::batch([Self::real_task(locked), begun])
    }

    fn begin(&mut self, practice: Arc<Practice>, till: &Till) -> Task<Heard> {
        self.number = self.number.wrapping_add(1);
        let mut program = Program::new(till.clone(), till::now);
        program.training = Some(Training {
            practice: Some(practice),
            on_paper: false,
        });
        program.sound = Sound::start(till.folder().sounds());
        let tasks = [
            program.read_users(),
            program.read_last_check(),
            watch_printer(till),
        ];
        self.training = Some(program);
        let whose = self.now();
        Task::batch(tasks).map(move |message| Heard(whose, message))
    }

    /// Nothing of it stays. The real till is as it was, locked. Its last paper and its files are waited for
    /// beside the screen.
    fn end(&mut self) -> Task<Heard> {
        let Some(program) = self.training.take() else {
            return Task::none();
        };
        let till = program.till.clone();
        let practice = program.training.as_ref().and_then(|of| of.practice.clone());
        drop(program);
        let gone = Reply::aside(move || {
            till.close(LAST_PAPER);
            drop((till, practice));
        });
        Task::perform(gone, |_| Heard(Whose::Real, Message::Training(Told::Ended)))
    }

    fn ended(&mut self) -> Task<Heard> {
        match &mut self.real {
            Some(real) => {
                // Lent or not: from now on it is the real till's, unless somebody practises again on paper.
                let again = self.training.as_ref().and_then(|of| of.training.as_ref());
                if !again.is_some_and(|of| of.on_paper) {
                    real.till.take_printer_back();
                }
                let what = real.words.text("training-ended");
                Self::real_task(real.say(Mood::Ok, what))
            }
            None => iced::exit(),
        }
    }

    /// The window goes: what is left of a training goes with it, here and now.
    fn close(&mut self, window: window::Id) -> Task<Heard> {
        if let Some(program) = self.training.take() {
            program.till.close(LAST_PAPER);
        }
        match &mut self.real {
            Some(real) => Self::real_task(real.close(window)),
            None => iced::exit(),
        }
    }

    pub(super) fn view(&self) -> AnyElement<'_, Heard, Theme> {
        let whose = self.now();
        match self.shown() {
            Some(program) => program.view().map(move |message| Heard(whose, message)),
            None => iced::widget::space().into(),
        }
    }

    pub(super) fn subscription(&self) -> Subscription<Heard> {
        match self.shown() {
            Some(program) => program
                .subscription()
                .with(self.now())
                .map(|(whose, message)| Heard(whose, message)),
            None => Subscription::none(),
        }
    }

    pub(super) fn theme(&self) -> Theme {
        self.shown().map_or(Theme::Light, Program::theme)
    }

    pub(super) fn scale(&self) -> f32 {
        self.shown().map_or(1.0, Program::scale)
    }
}

impl Program {
    /// What of a training concerns the program itself.
    pub(super) fn trained(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::PaperPressed(on) => self.practise_on_paper(on),
            Told::PaperIs(on, kept) => self.practised_on_paper(on, kept),
            Told::Prepared(Err(why)) => self.say(Mood::Error, why),
            Told::BeginPressed if self.is_training() => {
                self.say_word(Mood::Neutral, "training-band")
            }
            Told::BeginPressed | Told::Prepared(Ok(_)) | Told::EndPressed | Told::Ended => {
                Task::none()
            }
        }
    }

    /// Whether somebody is there who may have the canteen's printer, and there is one.
    fn may_print(&self) -> bool {
        let practice = self.training.as_ref().and_then(|of| of.practice.as_ref());
        self.user().is_some() && practice.is_some_and(|of| of.real_printer().is_some())
    }

    fn practise_on_paper(&mut self, on: bool) -> Task<Message> {
        let Some(training) = &mut self.training else {
            return Task::none();
        };
        let Some(practice) = &training.practice else {
            return Task::none();
        };
        let printer = match on {
            true => practice.real_printer(),
            false => Some(practice.on_screen()),
        };
        let Some(printer) = printer else {
            return self.say_word(Mood::Warn, "training-paper-none");
        };
        let Some(user) = self.user() else {
            return Task::none();
        };
        let stamp = Stamp::by(user.id, self.now);
        let reply = self.till.set(|config| config.printer = printer, stamp);
        let kept = async { set(reply.await).map(drop) };
        Task::perform(kept, move |kept| Message::Training(Told::PaperIs(on, kept)))
    }

    fn practised_on_paper(&mut self, on: bool, kept: Result<(), Failed>) -> Task<Message> {
        if let Err(why) = kept {
            return self.fail(&why);
        }
        if let Some(training) = &mut self.training {
            training.on_paper = on;
        }
        self.say_word(
            Mood::Ok,
            match on {
                true => "training-paper-on",
                false => "training-paper-off",
            },
        )
    }

    /// Where the copy lives that somebody practises on.
    pub(super) fn practice_folder(&self) -> Option<PathBuf> {
        let practice = self.training.as_ref()?.practice.as_ref()?;
        Some(practice.folder().root().to_owned())
    }

    /// In training what leads out of the copy is not done.
    pub(super) fn is_training(&self) -> bool {
        self.training.is_some()
    }

    pub(super) fn not_in_training(&mut self) -> Task<Message> {
        self.say_word(Mood::Warn, "training-not-here")
    }

    /// From now on the program looks as one to practise on, or no more: for pictures.
    pub(in crate::app) fn play_training(&mut self, on: bool) {
        self.training = on.then_some(Training {
            practice: None,
            on_paper: false,
        });
    }

    /// `base` below the band that says that nothing of this is real; with the way into a training where somebody
    /// may begin one.
    pub(super) fn with_training<'a>(&'a self, base: Element<'a, Message>) -> Element<'a, Message> {
        let band = self.training.as_ref().map(|training| self.band(training));
        let below = container(base).height(Length::Fill);
        Column::new().push(band).push(below).into()
    }

    fn band<'a>(&'a self, training: &Training) -> Element<'a, Message> {
        let (paper, key) = match training.on_paper {
            true => (false, "training-virtual-paper"),
            false => (true, "training-real-paper"),
        };
        let paper = button::secondary(self.words.text(key))
            .icon(Icon::Printer)
            .on_press(Message::Training(Told::PaperPressed(paper)));
        let end = button::secondary(self.words.text("training-end"))
            .icon(Icon::X)
            .on_press(Message::Training(Told::EndPressed));
        let what = clamp(self.words.text("training-band"), 1).plain();
        let row = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(icon(Icon::GraduationCap, size::ICON_LARGE))
            .push(text::title(self.words.text("training-word")))
            .push(container(what).width(Length::Fill))
            .push(Element::from(paper))
            .push(Element::from(end));
        container(row)
            .width(Length::Fill)
            .padding([space::XS, space::L])
            .style(|theme: &Theme| style::filled(theme.tokens().training, 0.0))
            .into()
    }

    /// At the sign-in, where a training begins.
    pub(super) fn practise_button<'a>(&self) -> Option<Element<'a, Message>> {
        let begins = self.training.is_none() && matches!(self.screen, Screen::Login(_));
        begins.then(|| {
            let begin = button::ghost(self.words.text("training-begin"))
                .icon(Icon::GraduationCap)
                .on_press(Message::Training(Told::BeginPressed));
            container(Element::from(begin))
                .id(FLOATS)
                .padding(Padding::new(space::XS).left(space::L))
                .into()
        })
    }
}
