//! The window while somebody measures it: it says what it has shown, and signs in by itself with a PIN.
//!
//! A window that nobody measures has none of this in it.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use iced::advanced::widget::Tree;
use iced::advanced::{Layout, Widget, layout, mouse, renderer};
use iced::{Event, Length, Rectangle, Size, Subscription, Task, event, window};

use super::{Message, Program, Screen};
use crate::app::screen::login;
use crate::app::theme::Theme;
use crate::app::widget::Element;
use crate::domain::UserId;
use crate::domain::user::Pin;

/// What came before somebody's eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// The window was drawn, with whatever is in it.
    Drawn,
    /// A frame with the login was presented: a PIN can be typed.
    Login,
    /// A frame with the checkout and its products was presented: a code can be scanned.
    Checkout,
}

/// Who measures.
#[derive(Clone)]
pub struct Watch {
    /// Is told of every sight, on the window's thread: it must be quick.
    pub tell: Arc<dyn Fn(Sight) + Send + Sync>,
    /// Who signs in as soon as the login is there.
    pub user: UserId,
    /// With which PIN; checked like any other.
    pub pin: Pin,
}

/// A window that is watched.
pub(super) struct Watched {
    watch: Watch,
    /// What is waited for; nothing once it all was seen.
    awaited: Cell<Option<Sight>>,
    /// What the last frame showed, by its [`code`].
    shown: Arc<AtomicU8>,
}

impl Watched {
    pub(super) fn new(watch: Watch) -> Self {
        Self {
            watch,
            awaited: Cell::new(Some(Sight::Login)),
            shown: Arc::new(AtomicU8::new(code(Sight::Drawn))),
        }
    }

    /// Hears of every frame for as long as something is waited for; not a moment longer, as each is
    /// answered by another one.
    pub(super) fn subscription(&self) -> Subscription<Message> {
        match self.awaited.get() {
            Some(_) => event::listen_raw(frame),
            None => Subscription::none(),
        }
    }

    /// The view, with an eye on it.
    pub(super) fn over<'a>(
        &self,
        view: Element<'a, Message>,
        shows: Sight,
    ) -> Element<'a, Message> {
        let eye = Eye {
            shows,
            shown: Arc::clone(&self.shown),
            tell: Arc::clone(&self.watch.tell),
        };
        iced::widget::Stack::with_children([view, Element::new(eye)]).into()
    }
}

/// A frame was presented: the event is sent while it is drawn, and heard of when that is over.
#[allow(clippy::needless_pass_by_value)] // as iced hands it over
fn frame(event: Event, _: event::Status, _: window::Id) -> Option<Message> {
    let drawn = matches!(event, Event::Window(window::Event::RedrawRequested(_)));
    drawn.then_some(Message::Framed)
}

const fn code(sight: Sight) -> u8 {
    sight as u8
}

impl Program {
    /// What the view shows at the moment.
    pub(super) fn sight(&self) -> Sight {
        match &self.screen {
            Screen::Login(_) => Sight::Login,
            Screen::Work(_) if !self.catalogue.products().is_empty() => Sight::Checkout,
            Screen::Work(_) | Screen::Opening | Screen::Setup(_) => Sight::Drawn,
        }
    }

    pub(super) fn framed(&mut self) -> Task<Message> {
        let Some(watched) = &self.watched else {
            return Task::none();
        };
        let Some(awaited) = watched.awaited.get() else {
            return Task::none();
        };
        if watched.shown.load(Ordering::Relaxed) != code(awaited) {
            return Task::none();
        }
        (watched.watch.tell)(awaited);
        match awaited {
            Sight::Login => {
                watched.awaited.set(Some(Sight::Checkout));
                let (user, pin) = (watched.watch.user, watched.watch.pin.clone());
                self.sign_in_by_itself(user, &pin)
            }
            Sight::Checkout | Sight::Drawn => {
                watched.awaited.set(None);
                Task::none()
            }
        }
    }

    /// As somebody would who types fast.
    fn sign_in_by_itself(&mut self, user: UserId, pin: &Pin) -> Task<Message> {
        let _chosen = self.login(login::Message::UserChosen(user));
        for digit in pin.digits().chars() {
            let _typed = self.login(login::Message::Typed(digit));
        }
        self.login(login::Message::Confirmed)
    }
}

/// Lies over the view, takes no room and no press, and says when it is drawn.
struct Eye {
    shows: Sight,
    shown: Arc<AtomicU8>,
    tell: Arc<dyn Fn(Sight) + Send + Sync>,
}

impl<Message> Widget<Message, Theme, iced::Renderer> for Eye {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn layout(&mut self, _: &mut Tree, _: &iced::Renderer, _: &layout::Limits) -> layout::Node {
        layout::Node::new(Size::ZERO)
    }

    fn draw(
        &self,
        _: &Tree,
        _: &mut iced::Renderer,
        _: &Theme,
        _: &renderer::Style,
        _: Layout<'_>,
        _: mouse::Cursor,
        _: &Rectangle,
    ) {
        self.shown.store(code(self.shows), Ordering::Relaxed);
        (self.tell)(Sight::Drawn);
    }
}
