//! The cash drawer in the window: what its screen asks for, asked of the till, and when a shift is asked for.

use iced::Task;
use iced::keyboard::key::Named;
use uuid::Uuid;

use super::failed::flat;
use super::setting::set;
use super::{Failed, Message, Place, Program, Screen, Work};
use crate::app::icon::Icon;
use crate::app::screen::checkout;
use crate::app::screen::shift::{self, Action, Shown, Standing};
use crate::app::widget::keypad::Key;
use crate::app::widget::{Mood, Stand};
use crate::backup::Reason;
use crate::domain::sale::At;
use crate::domain::shift::{CashCount, Counted, MoveKind, Report};
use crate::domain::user::{Pin, Right, User};
use crate::domain::{Money, MovementId, TenderId};
use crate::report::NoReport;
use crate::settings;
use crate::store::{Close, Count, NewMove, Stamp};
use crate::till::Till;

/// So many of the last Zs are shown.
const ZS: usize = 60;

/// What came of what was asked about the drawer.
#[derive(Debug, Clone)]
pub enum Told {
    /// At its screen or in its dialogs.
    Screen(shift::Message),
    /// How it stands was read.
    Stands(Result<Box<(Standing, settings::Shift)>, Failed>),
    /// Something was done, or not: the key of what is said then.
    Done(Option<&'static str>, Result<(), Failed>),
    /// A count was noted, or not.
    Counted(Result<Vec<Counted>, Failed>),
    /// The shift was closed, or not.
    Closed(Result<Box<Report>, Failed>),
    /// The owner's page of the day was written into its folder, or not.
    PageWritten(Result<(), NoReport>),
    /// A report is on its way to the printer, or not; no dialog waits for it.
    Queued(&'static str, Result<(), Failed>),
    /// Somebody else took over, or not.
    TookOver(Result<User, Failed>),
    /// A report was read, or not.
    Read(Result<Shown, Failed>),
    /// The chip in the head was pressed.
    ChipPressed,
}

impl Program {
    pub(super) fn drawer(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Screen(message) => self.at_drawer(message),
            Told::Stands(standing) => self.drawer_stands(standing),
            Told::Done(said, done) => self.drawer_done(said, done),
            Told::Counted(counted) => self.drawer_counted(counted),
            Told::Closed(report) => self.shift_closed(report),
            Told::PageWritten(written) => self.closing_page_written(written),
            Told::Queued(said, queued) => self.report_queued(said, queued),
            Told::TookOver(user) => self.took_over(user),
            Told::Read(shown) => self.report_read(shown),
            Told::ChipPressed => self.went(Place::Cash),
        }
    }

    /// Reads how the drawer stands.
    pub(super) fn read_drawer(&self) -> Task<Message> {
        let (till, now) = (self.till.clone(), self.now);
        let read = async move { stands(&till, now).await.map(Box::new) };
        Task::perform(read, |read| told(Told::Stands(read)))
    }

    fn drawer_stands(
        &mut self,
        standing: Result<Box<(Standing, settings::Shift)>, Failed>,
    ) -> Task<Message> {
        match standing {
            Ok(both) => {
                let (standing, rules) = *both;
                self.cash.stands(standing, rules, self.till.config().shift);
                if self.is_at(Place::Checkout) && !self.checkout.has_dialog() {
                    self.ask_for_shift();
                }
                Task::none()
            }
            Err(why) => self.fail(&why),
        }
    }

    fn is_at(&self, place: Place) -> bool {
        matches!(&self.screen, Screen::Work(work) if work.place == place)
    }

    /// Where a shift is required, asks for one that is missing or was left open; whether it asks now.
    pub(super) fn ask_for_shift(&mut self) -> bool {
        if self.till.config().shift.required {
            self.cash.ask_for_shift(self.now);
        }
        self.cash.asks()
    }

    /// Whether a shift is required and none is open: cash that leaves the drawer then is in no count.
    pub(super) fn lacks_shift(&self) -> bool {
        let standing = self.cash.standing();
        let none_open = standing.is_some_and(|standing| standing.desk.shift.is_none());
        self.till.config().shift.required && none_open
    }

    /// Cash is not given back before a shift is open.
    pub(super) fn ask_for_shift_first(&mut self) -> Task<Message> {
        let why = self.words.text("refund-needs-shift");
        self.say(Mood::Warn, why)
    }

    /// Whether that begins to be paid.
    pub(super) const fn begins_to_pay(message: &checkout::Message) -> bool {
        use checkout::{Message as Said, Shortcut};
        matches!(
            message,
            Said::PayPressed(_) | Said::Shortcut(Shortcut::Account | Shortcut::Cash)
        )
    }

    pub(super) fn at_drawer(&mut self, message: shift::Message) -> Task<Message> {
        let may = self.user().is_some_and(|user| user.may(Right::Drawer));
        let action = self.cash.update(message, may);
        self.act_at_drawer(action)
    }

    fn act_at_drawer(&mut self, action: Action) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let (at, till) = (self.at(user), self.till.clone());
        match action {
            Action::None => Task::none(),
            Action::Open(float) => {
                let reply = till.open_shift(name(), float, at);
                done("shift-said-open", async { flat(reply.await).map(drop) })
            }
            Action::Move(kind, amount, reason) => move_cash(&till, kind, amount, reason, at),
            Action::Count(cash, others) => count(&till, cash, others, at),
            Action::Close {
                explanation,
                pin,
                next_float,
            } => self.close_shift(explanation, pin, next_float, at),
            Action::HandOver { pin, counted } => hand_over(till, pin, counted, at),
            // Whoever opened the dialog may be somebody else than who confirms it.
            Action::OpenDrawer { pin: None, .. } if !user.may(Right::Drawer) => {
                Task::done(told(Told::Done(None, Err(Failed::NoRight))))
            }
            Action::OpenDrawer { reason, pin } => open_drawer(till, reason, pin, at),
            Action::ReadX => {
                let (reply, read) = (till.x_shown(self.now), till.clone());
                let shown = async move { flat(reply.await).map(|x| shown(&read, &x)) };
                Task::perform(shown, |shown| told(Told::Read(shown)))
            }
            Action::ReadZ(number) => {
                let (reply, read) = (till.z(number), till.clone());
                let shown = async move { flat(reply.await).map(|z| shown(&read, &z)) };
                Task::perform(shown, |shown| told(Told::Read(shown)))
            }
            Action::PrintX => {
                let reply = till.print_x(self.now);
                queued("shift-said-printed", async { flat(reply.await).map(drop) })
            }
            Action::PrintZ(number) => {
                let reply = till.print_z(number, self.now.at);
                queued("shift-said-copy", async { flat(reply.await).map(drop) })
            }
            Action::Configure(rules) => self.keep_rules(rules),
        }
    }

    fn close_shift(
        &self,
        explanation: Option<String>,
        pin: Option<Pin>,
        next_float: Money,
        at: At,
    ) -> Task<Message> {
        let till = self.till.clone();
        let closed = async move {
            let tolerance = flat(till.shift_rules(at.moment).await)?.tolerance;
            let approved = match pin {
                Some(pin) => {
                    let reason = explanation.clone().unwrap_or_default();
                    till.approve_difference(pin, reason, at.moment).await??
                }
                None => None,
            };
            let close = Close {
                id: name(),
                explanation,
                approved,
                tolerance,
                next_float: Some(next_float),
            };
            flat(till.close_shift(close, at).await).map(Box::new)
        };
        Task::perform(closed, |closed| told(Told::Closed(closed)))
    }

    fn keep_rules(&mut self, rules: settings::Shift) -> Task<Message> {
        let Some(user) = self.user().filter(|user| user.may(Right::Settings)) else {
            return Task::done(told(Told::Done(None, Err(Failed::NoRight))));
        };
        let stamp = Stamp::by(user.id, self.now);
        let reply = self.till.set(move |config| config.shift = rules, stamp);
        done("shift-said-rules", async { set(reply.await).map(drop) })
    }

    fn drawer_done(
        &mut self,
        said: Option<&'static str>,
        done: Result<(), Failed>,
    ) -> Task<Message> {
        match done {
            Ok(()) => {
                self.cash.done();
                let said = said.map_or_else(Task::none, |key| {
                    let what = self.words.text(key);
                    self.say(Mood::Ok, what)
                });
                Task::batch([said, self.read_drawer()])
            }
            Err(why) => self.drawer_refused(&why),
        }
    }

    /// A dialog says why itself; without one it is a notice.
    fn drawer_refused(&mut self, why: &Failed) -> Task<Message> {
        if !self.cash.asks() {
            return self.fail(why);
        }
        let what = self.told(why);
        self.cash.refused(what);
        self.read_drawer()
    }

    fn drawer_counted(&mut self, counted: Result<Vec<Counted>, Failed>) -> Task<Message> {
        match counted {
            Ok(counted) => {
                self.cash.counted(counted);
                self.read_drawer()
            }
            Err(why) => self.drawer_refused(&why),
        }
    }

    /// The Z is on its way to the printer; a backup is made beside whoever works.
    fn shift_closed(&mut self, closed: Result<Box<Report>, Failed>) -> Task<Message> {
        let report = match closed {
            Ok(report) => report,
            Err(why) => return self.drawer_refused(&why),
        };
        self.cash.done();
        let number = [("number", report.number().unwrap_or_default().into())];
        let what = self.words.text_with("shift-said-closed", &number);
        let said = self.say(Mood::Ok, what);
        let place = self.go_to_cash();
        let page = self.write_closing_page();
        Task::batch([said, place, page, self.back_up(Reason::Asked)])
    }

    /// The page that the owner reads from home; nothing where no folder is set for it.
    fn write_closing_page(&self) -> Task<Message> {
        let reply = self.till.write_closing_page(self.now);
        let written = async move {
            let written = reply.await.map_err(|_| NoReport::Closing)?;
            written.map(drop)
        };
        Task::perform(written, |written| told(Told::PageWritten(written)))
    }

    /// The shift is closed all the same: what failed is said.
    fn closing_page_written(&mut self, written: Result<(), NoReport>) -> Task<Message> {
        match written {
            Ok(()) => Task::none(),
            Err(why) => {
                let why = self.no_report(&why);
                self.say(Mood::Warn, why)
            }
        }
    }

    /// Whoever took over works on at the same place.
    fn took_over(&mut self, user: Result<User, Failed>) -> Task<Message> {
        let user = match user {
            Ok(user) => user,
            Err(why) => return self.drawer_refused(&why),
        };
        self.cash.done();
        let told = [("name", (&user.name).into())];
        let what = self.words.text_with("shift-said-over", &told);
        let said = self.say(Mood::Ok, what);
        self.left = None;
        let place = match &self.screen {
            Screen::Work(work) => work.place,
            _ => Place::Cash,
        };
        self.screen = Screen::Work(Work {
            place: match place {
                Place::Checkout => Place::Checkout,
                _ => Place::Cash,
            },
            ..Work::of(user)
        });
        Task::batch([said, self.read_drawer()])
    }

    fn report_queued(&mut self, said: &'static str, queued: Result<(), Failed>) -> Task<Message> {
        match queued {
            Ok(()) => {
                let what = self.words.text(said);
                self.say(Mood::Ok, what)
            }
            Err(why) => self.fail(&why),
        }
    }

    fn report_read(&mut self, read: Result<Shown, Failed>) -> Task<Message> {
        match read {
            // Whoever has gone elsewhere meanwhile is not stopped by it.
            Ok(_) if !self.is_at(Place::Cash) || self.cash.asks() => Task::none(),
            Ok(shown) => {
                self.cash.shows(shown);
                Task::none()
            }
            Err(why) => self.fail(&why),
        }
    }

    /// The place of the drawer, with what is read of it just now.
    pub(super) fn go_to_cash(&mut self) -> Task<Message> {
        if let Screen::Work(work) = &mut self.screen {
            work.place = Place::Cash;
        }
        self.read_drawer()
    }

    /// Whether a dialog of the drawer is open before somebody who works; never before the login.
    fn drawer_has_keys(&self) -> bool {
        self.cash.asks() && matches!(self.screen, Screen::Work(_))
    }

    /// A key with a name while a dialog of the drawer is open; `None` leaves it to others.
    pub(super) fn named_at_drawer(&mut self, key: Named) -> Option<Task<Message>> {
        if !self.drawer_has_keys() || self.printer_has_keys() {
            return None;
        }
        let message = match key {
            Named::Escape => shift::Message::Dismissed,
            Named::Backspace if !self.captured => shift::Message::KeyPressed(Key::Backspace),
            Named::ArrowDown | Named::ArrowUp if self.cash.is_counting() => {
                shift::Message::RowMoved(key == Named::ArrowDown)
            }
            // Shortcuts of the place beneath wait.
            Named::F2 | Named::F3 | Named::F4 => return Some(Task::none()),
            _ => return None,
        };
        Some(self.at_drawer(message))
    }

    /// What was typed outside a field goes to the figure of the drawer's dialog.
    pub(super) fn typed_at_drawer(&mut self, text: &str) -> Option<Task<Message>> {
        if !self.drawer_has_keys() {
            return None;
        }
        let letters = text.chars().map(shift::Message::Typed);
        let typed: Vec<_> = letters.map(|typed| self.at_drawer(typed)).collect();
        Some(Task::batch(typed))
    }

    /// Enter while a dialog of the drawer is open. A button that has the focus took it.
    pub(super) fn entered_at_drawer(&mut self) -> Option<Task<Message>> {
        if !self.drawer_has_keys() {
            return None;
        } else if self.captured {
            return Some(Task::none());
        }
        let action = self.cash.entered();
        Some(self.act_at_drawer(action))
    }

    /// Enter where the drawer is shown: its shift is closed, or opened; a dialog asks first.
    pub(super) fn enter_cash(&mut self) -> Task<Message> {
        let Some(standing) = self.cash.standing() else {
            return Task::none();
        };
        let main = match standing.desk.shift {
            Some(_) => shift::Message::ClosePressed,
            None => shift::Message::OpenPressed,
        };
        self.at_drawer(main)
    }

    /// Says in the head that no shift is open though one is required, or that one was left open.
    pub(super) fn shift_stand(&self) -> Option<Stand<Message>> {
        let desk = &self.cash.standing()?.desk;
        let key = match &desk.shift {
            None if self.cash.is_required() => "chip-no-shift",
            Some(shift) if shift.was_left_open(self.now) => "chip-shift-left-open",
            _ => return None,
        };
        Some(Stand {
            mood: Mood::Warn,
            picture: Icon::Wallet,
            label: self.words.text(key),
            on_press: Some(told(Told::ChipPressed)),
        })
    }
}

const fn told(news: Told) -> Message {
    Message::Drawer(news)
}

fn name() -> MovementId {
    MovementId(Uuid::now_v7())
}

async fn stands(
    till: &Till,
    now: crate::domain::Moment,
) -> Result<(Standing, settings::Shift), Failed> {
    let desk = flat(till.desk(now).await)?;
    let report = match &desk.shift {
        Some(_) => Some(Box::new(flat(till.x(now).await)?)),
        None => None,
    };
    let standing = Standing {
        desk,
        report,
        zs: flat(till.zs(ZS, now).await)?,
    };
    Ok((standing, flat(till.shift_rules(now).await)?))
}

/// The same for a report that is printed: whatever dialog is open by then is another's.
fn queued(
    said: &'static str,
    work: impl Future<Output = Result<(), Failed>> + Send + 'static,
) -> Task<Message> {
    Task::perform(work, move |done| told(Told::Queued(said, done)))
}

fn done(
    said: &'static str,
    work: impl Future<Output = Result<(), Failed>> + Send + 'static,
) -> Task<Message> {
    Task::perform(work, move |done| told(Told::Done(Some(said), done)))
}

fn move_cash(till: &Till, kind: MoveKind, amount: Money, reason: String, at: At) -> Task<Message> {
    let moved = NewMove {
        id: name(),
        kind,
        amount,
        reason,
    };
    let reply = till.move_cash(moved, at);
    done("shift-said-moved", async { flat(reply.await) })
}

fn count(till: &Till, cash: CashCount, others: Vec<(TenderId, Money)>, at: At) -> Task<Message> {
    let count = Count {
        id: name(),
        cash,
        others,
    };
    let reply = till.count_shift(count, at);
    Task::perform(async { flat(reply.await) }, |counted| {
        told(Told::Counted(counted))
    })
}

fn hand_over(till: Till, pin: Pin, counted: bool, at: At) -> Task<Message> {
    let over = async move {
        let user = till.sign_in(None, Right::Sell, pin, at.moment).await??;
        let theirs = At {
            user: user.id,
            ..at
        };
        flat(till.hand_over(name(), at.user, counted, theirs).await)?;
        Ok(user)
    };
    Task::perform(over, |over| told(Told::TookOver(over)))
}

fn open_drawer(till: Till, reason: String, pin: Option<Pin>, at: At) -> Task<Message> {
    let opened = async move {
        let by = match pin {
            Some(pin) => till.sign_in(None, Right::Drawer, pin, at.moment).await??.id,
            None => at.user,
        };
        let stamp = Stamp::by(by, at.moment);
        flat(till.open_drawer_for(reason, stamp).await).map(drop)
    };
    done("shift-said-drawer", opened)
}

fn shown(till: &Till, report: &Report) -> Shown {
    let number = report.number();
    Shown {
        number,
        text: till.report_text(report, number.is_some()),
    }
}

#[cfg(test)]
#[path = "drawer_tests.rs"]
mod tests;
