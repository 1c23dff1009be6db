//! What the screen of the products' restrictions wants done, asked of the till; and what follows from it
//! for the catalogue and the cart in hand.

use std::sync::Arc;

use iced::Task;
use iced::advanced::widget::{operate, operation::focusable};
use iced::keyboard::key::Named;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::screen::checkout;
use crate::app::screen::declare::{self, Action, Change, Declare, Desk, Key, PERIOD_DAYS};
use crate::domain::code::Code;
use crate::domain::diet::Known;
use crate::domain::user::Right;
use crate::domain::{BusinessDay, ProductId};
use crate::store::Stamp;
use crate::store::diet::{Said, Text};
use crate::till::{Reply, Till};

/// More letters than this at once are no person's: a code that nobody knows declares nothing.
const LETTERS_AT_ONCE: usize = 2;

/// What is known of a product once a change of it is written; it may not be read although it was.
type Read = Result<Arc<Known>, Failed>;

/// What came of what the screen asked for.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Everything on file, and of what the catalogue knew otherwise.
    Read(Result<(Box<Desk>, Vec<ProductId>), Failed>),
    /// A change of a product was written or not, and whether its text is another.
    Written(ProductId, Result<Read, Failed>, bool),
    /// What was said of a product.
    History(ProductId, Result<Vec<Said>, Failed>),
}

impl Program {
    pub(super) fn open_declare(&mut self) -> Task<Message> {
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        match &mut work.declare {
            Some(screen) => {
                let action = screen.opened_again();
                self.do_declare(action)
            }
            none => {
                *none = Some(Box::new(Declare::new()));
                self.read_files()
            }
        }
    }

    /// Whether keys are for that screen.
    pub(super) fn is_declaring(&self) -> bool {
        matches!(&self.screen, Screen::Work(work) if work.place == Place::Declare)
    }

    fn desk(&mut self) -> Option<&mut Declare> {
        self.work_mut()?.declare.as_deref_mut()
    }

    pub(super) fn declare(&mut self, message: declare::Message) -> Task<Message> {
        let (words, now) = (self.words.clone(), self.now);
        let Some(screen) = self.desk() else {
            return Task::none();
        };
        screen.time_is(now);
        let action = screen.update(message, &words);
        self.do_declare(action)
    }

    fn do_declare(&mut self, action: Action) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Read => self.read_files(),
            Action::Write(product, change) => self.write(product, change),
            Action::ReadHistory(product) => self.read_history(product),
            Action::Focus(field) => iced::widget::operation::focus(field),
            Action::Unfocus => operate(focusable::unfocus()),
            Action::Leave => self.went(Place::Checkout),
            Action::Batch(actions) => {
                let tasks: Vec<_> = actions
                    .into_iter()
                    .map(|action| self.do_declare(action))
                    .collect();
                Task::batch(tasks)
            }
        }
    }

    /// Everything on file, read and sorted beside the screen.
    fn read_files(&self) -> Task<Message> {
        let today = self.now.day();
        let from = BusinessDay::from_number(today.number() - PERIOD_DAYS + 1).unwrap_or(today);
        let files = self.till.files(from, today);
        let names = self.words.names().clone();
        let catalogue = self.catalogue.products().to_vec();
        let read = Reply::aside(move || {
            let desk = Box::new(Desk::new(flat(files.wait())?, names));
            let other = catalogue.iter().filter(|product| {
                let known = desk.known(product.id);
                known.is_some_and(|known| *known != product.known)
            });
            let other = other.map(|product| product.id).collect();
            Ok((desk, other))
        });
        Task::perform(read, |read| {
            Message::Declared(Answer::Read(read.unwrap_or(Err(Failed::Closing))))
        })
    }

    fn read_history(&self, product: ProductId) -> Task<Message> {
        let reply = self.till.history_of(product);
        Task::perform(async { flat(reply.await) }, move |said| {
            Message::Declared(Answer::History(product, said))
        })
    }

    fn write(&mut self, product: ProductId, change: Change) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let (may, stamp) = (user.may(Right::Declare), Stamp::by(user.id, self.now));
        let renamed = matches!(change, Change::Describe(_));
        let till = self.till.clone();
        // Asked for now and not once it is waited for: what is declared first is written first.
        let written = may.then(|| write(&till, product, change, stamp));
        let answer = async move {
            written.ok_or(Failed::NoRight)?.await?;
            Ok(flat(till.known(product).await))
        };
        Task::perform(answer, move |read| {
            Message::Declared(Answer::Written(product, read, renamed))
        })
    }

    pub(super) fn declared(&mut self, answer: Answer) -> Task<Message> {
        match answer {
            Answer::Read(Ok((desk, other))) => self.files_read(*desk, &other),
            Answer::Read(Err(why)) => {
                let told = self.told(&why);
                if let Some(screen) = self.desk() {
                    screen.not_read(told);
                }
                Task::none()
            }
            Answer::Written(product, Ok(Ok(known)), renamed) => {
                let judged = self.knows(product, &known);
                let names = if renamed {
                    self.read_catalogue()
                } else {
                    Task::none()
                };
                let action = self.desk().map(|screen| screen.written(product, known));
                let shown = self.do_declare(action.unwrap_or(Action::None));
                Task::batch([judged, names, shown])
            }
            Answer::Written(product, Ok(Err(why)), _) => self.written_unread(product, &why),
            Answer::Written(product, Err(why), _) => {
                let told = self.told(&why);
                let action = self.desk().map(|screen| screen.refused(product, told));
                self.do_declare(action.unwrap_or(Action::None))
            }
            Answer::History(product, Ok(said)) => {
                if let Some(screen) = self.desk() {
                    screen.history_is(product, said);
                }
                Task::none()
            }
            Answer::History(_, Err(why)) => self.fail(&why),
        }
    }

    /// It is written and was not read again: said so, and the cart is judged by the catalogue on file.
    fn written_unread(&mut self, product: ProductId, why: &Failed) -> Task<Message> {
        let why = self.told(why);
        let told = self
            .words
            .text_with("declare-saved-unread", &[("why", why.into())]);
        let action = self
            .desk()
            .map(|screen| screen.written_unread(product, told));
        let shown = self.do_declare(action.unwrap_or(Action::None));
        Task::batch([self.read_catalogue(), shown])
    }

    /// Combos and lunches follow what is in them: everything that is known otherwise now is taken over.
    fn files_read(&mut self, desk: Desk, other: &[ProductId]) -> Task<Message> {
        let known = other.iter().copied();
        let known = known.filter_map(|of| Some((of, Arc::clone(desk.known(of)?))));
        let known: Vec<_> = known.collect();
        let action = self.desk().map(|screen| screen.files_are(desk));
        let again = matches!(action, Some(Action::Read));
        let shown = self.do_declare(action.unwrap_or(Action::None));
        if again {
            return shown;
        }
        let judged = known
            .iter()
            .map(|(product, known)| self.knows(*product, known));
        let judged: Vec<_> = judged.collect();
        Task::batch([shown, Task::batch(judged)])
    }

    /// The catalogue knows it, and the cart in hand is judged by it at once.
    fn knows(&mut self, product: ProductId, known: &Arc<Known>) -> Task<Message> {
        if !self.catalogue.set_known(product, known) {
            return Task::none();
        }
        match self.catalogue.get(product).cloned() {
            Some(product) => self.checkout(checkout::Message::ProductChanged(product)),
            None => Task::none(),
        }
    }

    /// A pack held to the scanner: its row. Cards and codes that nobody knows are the checkout's.
    pub(super) fn scanned_to_declare(&mut self, code: &Code) -> Option<Task<Message>> {
        let product = self.catalogue.by_code(code)?.id;
        if !self.is_declaring() {
            return None;
        }
        let action = self.desk()?.scanned(product);
        Some(self.do_declare(action))
    }

    pub(super) fn typed_to_declare(&mut self, text: &str) -> Task<Message> {
        if self.field_heard {
            return Task::none();
        }
        let letters: Vec<char> = text.chars().take(LETTERS_AT_ONCE + 1).collect();
        if letters.len() > LETTERS_AT_ONCE {
            // Neither does the Enter that ends it open anything.
            self.captured = true;
            return Task::none();
        }
        let shifted = self.shifted && letters.len() == 1;
        let tasks: Vec<_> = letters
            .into_iter()
            .map(|letter| self.declare(declare::Message::Typed(letter, shifted)))
            .collect();
        Task::batch(tasks)
    }

    /// Keys that write nothing; those that a field took are its own.
    pub(super) fn named_to_declare(&mut self, key: Named) -> Option<Task<Message>> {
        let key = match key {
            Named::Escape => Key::Escape,
            Named::F2 => Key::Search,
            _ if self.captured => return None,
            Named::ArrowUp => Key::Up,
            Named::ArrowDown => Key::Down,
            Named::ArrowLeft => Key::Left,
            Named::ArrowRight => Key::Right,
            Named::Home => Key::Home,
            Named::End => Key::End,
            Named::PageUp => Key::PageUp,
            Named::PageDown => Key::PageDown,
            Named::Backspace | Named::Delete => Key::TakeBack,
            _ => return None,
        };
        Some(self.declare(declare::Message::Pressed(key)))
    }
}

#[cfg(test)]
#[path = "declaring_tests.rs"]
mod tests;

/// Asks the till for a change.
fn write(
    till: &Till,
    product: ProductId,
    change: Change,
    stamp: Stamp,
) -> impl Future<Output = Result<(), Failed>> + Send + 'static {
    let till = till.clone();
    let asked = match change {
        Change::Declare(words) => Asked::Done(till.declare(product, words, stamp)),
        Change::Suit(diet, suits) => Asked::Done(till.suit(product, diet, suits, stamp)),
        Change::Describe(text) => Asked::Done(till.describe(product, text, stamp)),
        Change::Compose(parts) => Asked::Done(till.compose(product, parts, stamp)),
        Change::Ingredient {
            name,
            category,
            parts,
        } => {
            let text = Text {
                name,
                ingredients: None,
                statement: None,
            };
            Asked::Added(till.add_ingredient(text, category, stamp), parts)
        }
    };
    async move {
        match asked {
            Asked::Done(reply) => flat(reply.await),
            Asked::Added(reply, mut parts) => {
                parts.push(flat(reply.await)?);
                flat(till.compose(product, parts, stamp).await)
            }
        }
    }
}

/// What was asked of the till.
enum Asked {
    Done(Reply<Result<(), crate::store::Error>>),
    /// Something of the kitchen; then it is a part, beside these.
    Added(
        Reply<Result<ProductId, crate::store::Error>>,
        Vec<ProductId>,
    ),
}
