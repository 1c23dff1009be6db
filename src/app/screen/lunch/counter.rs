//! The counter: a card is read, and the answer fills the screen. The next card never waits for the last.

use super::approval::{Approval, REASON_MAX, says_why};
use super::{Action, Context, Person};
use crate::domain::code::Code;
use crate::domain::diet::Response;
use crate::domain::lunch::{Answered, Conflict, Refusal, ServingId};
use crate::domain::scanner::take_back;
use crate::domain::search::{Index, Item};
use crate::domain::ticket::TicketCode;
use crate::domain::{CardNumber, ProductId, StudentId};
use crate::printing::ticket::short_number;
use crate::store::diet::{Alerted, Outcome as Decided};
use crate::store::lunch::{Attempt, LunchDay, Outcome, Wanted, Who};

/// The field of the search, to give the focus to.
pub const SEARCH_ID: &str = "lunch-search";
/// The most names that are found at once.
pub(super) const FOUND_MAX: usize = 8;

/// What the counter says of the last card.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Of a pupil.
    Attempt {
        /// What was asked for.
        wanted: Box<Wanted>,
        /// What came of it.
        attempt: Box<Attempt>,
    },
    /// Of nobody: what happened, what to do.
    Nobody(String, String),
}

/// What waits for an answer over the counter.
#[derive(Debug)]
pub(super) enum Dialog {
    /// The policy wants a supervisor.
    Approve {
        wanted: Box<Wanted>,
        shown: Vec<Conflict>,
        approval: Approval,
    },
    /// A lunch is to be taken back.
    Undo(Undo),
}

/// A lunch that is to be taken back.
#[derive(Debug)]
pub(super) struct Undo {
    pub(super) serving: ServingId,
    pub(super) name: String,
    pub(super) reason: String,
    pub(super) asked: bool,
    pub(super) refused: Option<String>,
}

/// The state of the counter.
#[derive(Debug)]
pub(super) struct Counter {
    pub(super) day: Option<LunchDay>,
    pub(super) answer: Option<Answer>,
    pub(super) query: String,
    pub(super) dialog: Option<Dialog>,
    people: Vec<Person>,
    index: Index<StudentId>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The search was typed into.
    QueryTyped(String),
    /// A name was chosen.
    PersonPressed(StudentId),
    /// Somebody has read what was shown, and serves.
    ConfirmPressed,
    /// It is served without what stands against it.
    LeftOutPressed,
    /// A supervisor is to approve it.
    ApprovePressed,
    /// It is not served.
    DismissPressed,
    /// The reason was typed, or one of the usual ones pressed.
    ReasonChanged(String),
    /// The dialog is to do what it says.
    Confirmed,
    /// The last lunch is to be taken back.
    UndoPressed,
    /// Who has not eaten, on paper.
    PrintPressed,
    /// Who has not eaten, as a file.
    SavePressed,
}

impl Counter {
    pub(super) fn new(people: Vec<Person>) -> Self {
        Self {
            day: None,
            answer: None,
            query: String::new(),
            dialog: None,
            index: index(&people),
            people,
        }
    }

    pub(super) const fn asks(&self) -> bool {
        self.dialog.is_some()
    }

    pub(super) const fn asks_for_pin(&self) -> bool {
        matches!(self.dialog, Some(Dialog::Approve { .. }))
    }

    pub(super) fn is_open(&self) -> bool {
        self.answer.is_some() || !self.query.is_empty()
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        match message {
            Message::QueryTyped(query) => self.search(query),
            Message::PersonPressed(student) => self.serve(Who::Student(student), context),
            Message::ConfirmPressed => self.confirm(),
            Message::LeftOutPressed => self.leave_out(context),
            Message::ApprovePressed => self.ask_for_approval(),
            Message::DismissPressed if self.asks() => self.escape(),
            Message::DismissPressed => self.dismiss(),
            Message::ReasonChanged(reason) => self.reason(&reason),
            Message::Confirmed => self.confirmed(),
            Message::UndoPressed => self.open_undo(),
            Message::PrintPressed => Action::PrintMissing,
            Message::SavePressed => Action::SaveMissing,
        }
    }

    fn search(&mut self, query: String) -> Action {
        self.query = query;
        Action::None
    }

    /// Everybody whose name is like what was typed, best first.
    pub(super) fn found(&self) -> Vec<&Person> {
        if self.query.trim().is_empty() {
            return Vec::new();
        }
        let found = self.index.find(&self.query, FOUND_MAX);
        let person = |id| self.people.iter().find(|(student, ..)| *student == id);
        found.into_iter().filter_map(person).collect()
    }

    pub(super) fn scanned(&mut self, code: &Code, context: &Context<'_>) -> Action {
        if let Ok(card) = CardNumber::parse(code.as_str()) {
            return self.serve(Who::Card(card), context);
        }
        let words = context.words;
        if let Some(ticket) = TicketCode::parse(code.as_str()) {
            let number = [("number", short_number(ticket.number()).into())];
            let what = words.text_with("scan-ticket-at-lunch", &number);
            self.not_attempted(what, words.text("scan-ticket-at-lunch-todo"));
            return Action::None;
        }
        let told = [("code", code.as_str().into())];
        let what = words.text_with("lunch-no-card", &told);
        self.not_attempted(what, words.text("lunch-no-card-todo"));
        Action::None
    }

    fn serve(&mut self, who: Who, context: &Context<'_>) -> Action {
        let left = self.leave();
        self.query.clear();
        let wanted = Wanted {
            id: ServingId((context.ids)()),
            who,
            left_out: Vec::new(),
            answered: None,
        };
        Action::Serve {
            wanted: Box::new(wanted),
            left,
        }
    }

    pub(super) fn attempted(&mut self, wanted: Wanted, attempt: Attempt) {
        self.dialog = None;
        self.answer = Some(Answer::Attempt {
            wanted: Box::new(wanted),
            attempt: Box::new(attempt),
        });
    }

    pub(super) fn not_attempted(&mut self, what: String, todo: String) {
        self.dialog = None;
        self.answer = Some(Answer::Nobody(what, todo));
    }

    pub(super) fn approval_refused(&mut self, why: String) {
        match self.approval() {
            Some(approval) => approval.refused(why),
            None => self.not_attempted(why, String::new()),
        }
    }

    /// What the last answer asks about, and for which lunch.
    fn asked(&self) -> Option<(&Wanted, &[Conflict])> {
        match &self.answer {
            Some(Answer::Attempt { wanted, attempt }) => match &attempt.outcome {
                Outcome::Ask(conflicts) => Some((wanted, conflicts)),
                Outcome::Served(_) | Outcome::Refused(_) => None,
            },
            _ => None,
        }
    }

    /// The dishes that stand against the last pupil, where something would be left without them.
    pub(super) fn could_leave_out(&self) -> Vec<(ProductId, String)> {
        let Some(Answer::Attempt { wanted, attempt }) = &self.answer else {
            return Vec::new();
        };
        let (Outcome::Ask(conflicts) | Outcome::Refused(Refusal::Restricted(conflicts))) =
            &attempt.outcome
        else {
            return Vec::new();
        };
        let dish = |conflict: &Conflict| match conflict {
            Conflict::Dish { product, name, .. } => Some((*product, name.clone())),
            Conflict::NoMenu(_) => None,
        };
        let dishes: Vec<_> = conflicts.iter().filter_map(dish).collect();
        let of_day = self.day.as_ref().map_or(0, |day| day.dishes.len());
        match dishes.len() + wanted.left_out.len() < of_day {
            true => dishes,
            false => Vec::new(),
        }
    }

    /// The cashier has read it: enough where the policy asks for no more.
    fn confirm(&mut self) -> Action {
        let Some((wanted, conflicts)) = self.asked() else {
            return Action::None;
        };
        match Answered::of(conflicts.to_vec(), None) {
            Some(answered) => Action::Serve {
                wanted: Box::new(Wanted {
                    answered: Some(answered),
                    ..wanted.clone()
                }),
                left: Vec::new(),
            },
            None => self.ask_for_approval(),
        }
    }

    fn leave_out(&mut self, context: &Context<'_>) -> Action {
        let without = self.could_leave_out();
        let Some(Answer::Attempt { wanted, attempt }) = &self.answer else {
            return Action::None;
        };
        if without.is_empty() {
            return Action::None;
        }
        let mut left_out = wanted.left_out.clone();
        left_out.extend(without.iter().map(|(product, _)| *product));
        let who = Who::Student(attempt.customer.student.id);
        // A second press finds nothing to leave out.
        self.answer = None;
        let wanted = Wanted {
            id: ServingId((context.ids)()),
            who,
            left_out,
            answered: None,
        };
        Action::Serve {
            wanted: Box::new(wanted),
            left: Vec::new(),
        }
    }

    fn ask_for_approval(&mut self) -> Action {
        if let Some((wanted, shown)) = self.asked() {
            self.dialog = Some(Dialog::Approve {
                wanted: Box::new(wanted.clone()),
                shown: shown.to_vec(),
                approval: Approval::default(),
            });
        }
        Action::None
    }

    fn dismiss(&mut self) -> Action {
        let left = self.leave();
        self.answer = None;
        match left.is_empty() {
            true => Action::None,
            false => Action::Left(left),
        }
    }

    /// What was shown of the last pupil and nobody decided.
    pub(super) fn leave(&mut self) -> Vec<Alerted> {
        let mut left = Vec::new();
        if let (Some((_, conflicts)), Some(Answer::Attempt { attempt, .. })) =
            (self.asked(), &self.answer)
        {
            let student = attempt.customer.student.id;
            left.extend(conflicts.iter().filter_map(|conflict| match conflict {
                Conflict::Dish {
                    product, reasons, ..
                } => Some(Alerted {
                    student,
                    product: *product,
                    shown: reasons.clone(),
                    outcome: Decided::Left,
                }),
                Conflict::NoMenu(_) => None,
            }));
            self.answer = None;
        }
        left
    }

    fn reason(&mut self, reason: &str) -> Action {
        match &mut self.dialog {
            Some(Dialog::Approve { approval, .. }) => approval.reason_typed(reason),
            Some(Dialog::Undo(undo)) if !undo.asked => {
                undo.reason = reason.chars().take(REASON_MAX).collect();
            }
            _ => {}
        }
        Action::None
    }

    pub(super) const fn approval(&mut self) -> Option<&mut Approval> {
        match &mut self.dialog {
            Some(Dialog::Approve { approval, .. }) => Some(approval),
            _ => None,
        }
    }

    fn confirmed(&mut self) -> Action {
        match &mut self.dialog {
            Some(Dialog::Approve {
                wanted,
                shown,
                approval,
            }) => match approval.ask() {
                Some((pin, reason)) => Action::Approve {
                    wanted: wanted.clone(),
                    shown: shown.clone(),
                    pin,
                    reason,
                },
                None => Action::None,
            },
            Some(Dialog::Undo(undo)) if undo.is_ready() => {
                undo.asked = true;
                Action::TakeBack(undo.serving, undo.reason.trim().to_owned())
            }
            _ => Action::None,
        }
    }

    fn open_undo(&mut self) -> Action {
        let last = self.day.as_ref().and_then(LunchDay::last);
        if let (None, Some((seat, serving, _))) = (&self.dialog, last) {
            self.dialog = Some(Dialog::Undo(Undo {
                serving,
                name: seat.name.clone(),
                reason: String::new(),
                asked: false,
                refused: None,
            }));
        }
        Action::None
    }

    pub(super) fn taken_back(&mut self, serving: ServingId, why: Option<String>) {
        match (&mut self.dialog, why) {
            (Some(Dialog::Undo(undo)), Some(why)) => {
                undo.asked = false;
                undo.refused = Some(why);
            }
            (_, None) => {
                self.dialog = None;
                let shown = matches!(&self.answer, Some(Answer::Attempt { attempt, .. })
                    if matches!(&attempt.outcome, Outcome::Served(served) if served.id == serving));
                if shown {
                    self.answer = None;
                }
            }
            _ => {}
        }
    }

    /// The main answer of what is shown: only what the cashier may answer alone, or the way to a PIN.
    pub(super) fn main(&mut self, _context: &Context<'_>) -> Action {
        match &self.dialog {
            Some(_) => self.confirmed(),
            None => self.confirm(),
        }
    }

    pub(super) fn entered(&mut self, context: &Context<'_>) -> Action {
        if self.asks() {
            return self.confirmed();
        }
        // A number is a card's, typed by hand.
        let typed = CardNumber::parse(&self.query).ok();
        let figures = |card: &CardNumber| card.as_str().bytes().all(|byte| byte.is_ascii_digit());
        if let Some(card) = typed.filter(figures) {
            return self.serve(Who::Card(card), context);
        }
        let best = self.found().first().map(|(student, ..)| *student);
        best.map_or(Action::None, |student| {
            self.serve(Who::Student(student), context)
        })
    }

    /// Not while somebody is asked: the answer must find its dialog.
    pub(super) fn escape(&mut self) -> Action {
        let asked = match &self.dialog {
            Some(Dialog::Approve { approval, .. }) => approval.asked,
            Some(Dialog::Undo(undo)) => undo.asked,
            None if !self.query.is_empty() => {
                self.query.clear();
                return Action::None;
            }
            None => return self.dismiss(),
        };
        if !asked {
            self.dialog = None;
        }
        Action::None
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        match &mut self.dialog {
            Some(Dialog::Approve { approval, .. }) => approval.take_back(letters),
            Some(Dialog::Undo(undo)) => {
                if let Some(without) = take_back(&undo.reason, letters) {
                    undo.reason = without;
                }
            }
            None => {
                if let Some(without) = take_back(&self.query, letters) {
                    self.query = without;
                }
            }
        }
    }

    /// What the last answer wants of the cashier; `None` where nothing is to be answered.
    pub(super) fn wants(&self) -> Option<Response> {
        let (_, conflicts) = self.asked()?;
        conflicts.iter().map(Conflict::response).max()
    }
}

impl Undo {
    pub(super) fn is_ready(&self) -> bool {
        says_why(&self.reason) && !self.asked
    }
}

fn index(people: &[Person]) -> Index<StudentId> {
    let items = people.iter().map(|(id, name, grade)| Item {
        id: *id,
        name,
        category: grade,
        codes: &[],
    });
    Index::new(items)
}
