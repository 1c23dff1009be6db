//! What an alert shows, until somebody has decided: each decision becomes one fact for the audit.

use std::sync::Arc;

use super::super::Context;
use super::dialog::Dialog;
use super::message::Action;
use super::view::ALERT_ID;
use super::{Screen, find, words};
use crate::app::sound::Cue;
use crate::app::widget::Mood;
use crate::domain::cart::{Conflict, LineId};
use crate::domain::catalogue::{Product, Unit};
use crate::domain::checkout::Event;
use crate::domain::diet::{Against, Allergen, Declared, Reason, Response};
use crate::domain::{ProductId, Quantity, StudentId};
use crate::store::diet::{Alerted, Outcome};

/// An open alert.
#[derive(Debug)]
pub(super) struct Alert {
    /// What stands in the way, strictest first.
    pub(super) conflicts: Vec<Conflict>,
    /// The label that is being read.
    pub(super) reading: Option<Reading>,
}

/// A label that is being read. What it was asked about stays in its place when it is answered, so that a
/// finger that bounces does not answer for the next.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    pub(super) line: LineId,
    pub(super) asked: Vec<Allergen>,
}

impl Alert {
    pub(super) const fn of(conflicts: Vec<Conflict>) -> Self {
        Self {
            conflicts,
            reading: None,
        }
    }

    /// Whether it is this line's label that is being read.
    pub(super) fn reads(&self, line: LineId) -> bool {
        self.reading.as_ref().is_some_and(|of| of.line == line)
    }

    pub(super) fn strictest(&self) -> Response {
        let responses = self.conflicts.iter().map(Conflict::response);
        responses.max().unwrap_or(Response::Allow)
    }

    fn conflict(&self, line: LineId) -> Option<&Conflict> {
        self.conflicts.iter().find(|conflict| conflict.line == line)
    }
}

/// What was shown of one product for one pupil, and nobody has decided yet.
#[derive(Debug, Clone)]
struct Shown {
    student: StudentId,
    product: ProductId,
    reasons: Vec<Reason>,
}

impl Shown {
    fn response(&self) -> Response {
        strictest(&self.reasons)
    }

    fn noted(self, outcome: Outcome) -> Alerted {
        Alerted {
            student: self.student,
            product: self.product,
            shown: self.reasons,
            outcome,
        }
    }
}

fn strictest(reasons: &[Reason]) -> Response {
    let responses = reasons.iter().map(|reason| reason.response);
    responses.max().unwrap_or(Response::Allow)
}

/// What a label says, on its way to the store.
#[derive(Debug)]
struct Declaring {
    shown: Shown,
    allergen: Allergen,
    state: Declared,
}

/// What is shown and not decided, and what was decided and not yet told.
#[derive(Debug, Default)]
pub(super) struct Watch {
    shown: Vec<Shown>,
    notes: Vec<Alerted>,
    cue: Option<Cue>,
    declaring: Option<Declaring>,
    /// Said to be free, and something stands against it.
    stands: Vec<(ProductId, Allergen)>,
}

impl Watch {
    pub(super) const fn new() -> Self {
        Self {
            shown: Vec::new(),
            notes: Vec::new(),
            cue: None,
            declaring: None,
            stands: Vec::new(),
        }
    }

    /// Whether a word on a label is being written down.
    pub(super) const fn is_declaring(&self) -> bool {
        self.declaring.is_some()
    }

    /// Whether it was said to be free and the till does not believe it.
    pub(super) fn stands_against(&self, product: ProductId, allergen: Allergen) -> bool {
        self.stands.contains(&(product, allergen))
    }

    /// Forgets what is no longer open, noting it if that was a decision.
    fn close(&mut self, outcome: Option<Outcome>, is_open: impl Fn(&Shown) -> bool) {
        let (open, gone): (Vec<_>, Vec<_>) = self.shown.drain(..).partition(is_open);
        self.shown = open;
        if let Some(outcome) = outcome {
            let noted = gone.into_iter().map(|shown| shown.noted(outcome.clone()));
            self.notes.extend(noted);
        }
    }

    /// Takes in what is shown now; says whether any of it is new, or stricter than before.
    fn open(&mut self, shown: Shown) -> bool {
        let mut before = self.shown.iter_mut();
        let same = before
            .find(|before| before.student == shown.student && before.product == shown.product);
        if let Some(before) = same {
            let stricter = shown.response() > before.response();
            before.reasons = shown.reasons;
            return stricter;
        }
        self.shown.push(shown);
        true
    }
}

/// What it says of what an alert showed if that is gone after the event; `None` if it decides nothing.
pub(super) const fn outcome_of(event: &Event) -> Option<Outcome> {
    match event {
        Event::Removed(_) => Some(Outcome::Removed),
        Event::ProductChanged(_) => Some(Outcome::Declared),
        // Somebody else, or the same pupil without that restriction; or rules that no longer say so.
        Event::Identified(_) | Event::RulesChanged | Event::Held(..) | Event::Cleared(_) => {
            Some(Outcome::Left)
        }
        _ => None,
    }
}

impl Screen {
    /// Compares what was shown with what stands in the way now.
    pub(super) fn settle(
        &mut self,
        outcome: Option<Outcome>,
        was_open: bool,
        context: &Context<'_>,
    ) {
        let conflicts = self
            .cart()
            .conflicts(&context.rules.policy, context.rules.day);
        let student = self.cart().customer().map(|customer| customer.student.id);
        self.watch.close(outcome, |shown| {
            let mut open = conflicts.iter();
            Some(shown.student) == student && open.any(|of| of.product.id == shown.product)
        });
        let (Some(Dialog::Alert(_)), Some(student)) = (&self.dialog, student) else {
            return;
        };
        for conflict in conflicts {
            let shown = Shown {
                student,
                product: conflict.product.id,
                reasons: conflict.reasons,
            };
            let response = shown.response();
            if self.watch.open(shown) || !was_open {
                let cue = Cue::of(response);
                self.watch.cue = self.watch.cue.max(cue);
            }
        }
    }

    /// Whoever saw it goes, or the till closes: nothing was decided of what is still shown.
    #[must_use]
    pub fn leave(&mut self) -> Vec<Alerted> {
        self.watch.close(Some(Outcome::Left), |_| false);
        std::mem::take(&mut self.watch.notes)
    }

    /// Whether an alert waits for its answer.
    #[must_use]
    pub const fn has_alert(&self) -> bool {
        matches!(self.dialog, Some(Dialog::Alert(_)))
    }

    /// Shows an alert; a label that is being read stays open.
    pub(super) fn alert_raised(&mut self, conflicts: Vec<Conflict>, before: Option<Reading>) {
        let mut alert = Alert::of(conflicts);
        let wants = |of: &Reading| alert.conflict(of.line).is_some_and(wants_the_label_read);
        alert.reading = before.filter(wants);
        self.dialog = Some(Dialog::Alert(alert));
    }

    /// The label that is being read.
    pub(super) fn reading(&self) -> Option<Reading> {
        match &self.dialog {
            Some(Dialog::Alert(alert)) => alert.reading.clone(),
            _ => None,
        }
    }

    /// What was decided and what is to be heard, for the program.
    pub(super) fn told(&mut self, context: &Context<'_>) -> Action {
        let notes = std::mem::take(&mut self.watch.notes);
        let noted = (!notes.is_empty()).then_some(Action::Note(notes));
        let cue = self.watch.cue.take();
        let heard = cue.map(|cue| Action::Sound(cue, self.read_out(context)));
        // The keyboard begins at the first answer, not in what lies beneath.
        let focus = cue.map(|_| Action::Focus(ALERT_ID));
        Action::all([noted, heard, focus].into_iter().flatten().collect())
    }

    /// The alert as a voice reads it.
    fn read_out(&self, context: &Context<'_>) -> String {
        let Some(Dialog::Alert(alert)) = &self.dialog else {
            return String::new();
        };
        let mut said = vec![self.alert_title(alert, context)];
        for conflict in &alert.conflicts {
            let reasons = conflict.reasons.iter();
            let reasons: Vec<_> = reasons
                .map(|reason| words::reason(reason, context.words))
                .collect();
            said.push(format!("{}: {}", conflict.product.name, reasons.join(". ")));
        }
        said.join(". ")
    }

    /// «Venta bloqueada: Sofía no puede comer esto».
    pub(super) fn alert_title(&self, alert: &Alert, context: &Context<'_>) -> String {
        let name = self.cart().customer();
        let name = name.map_or("", |customer| customer.student.name.as_str());
        let first = name.split_whitespace().next().unwrap_or(name);
        let key = if alert.strictest() == Response::Refuse {
            "alert-refused"
        } else {
            "alert-ask"
        };
        context.words.text_with(key, &[("name", first.into())])
    }
}

/// Whether reading the label could settle any of it.
pub(super) fn wants_the_label_read(conflict: &Conflict) -> bool {
    conflict.reasons.iter().any(Reason::wants_the_label_read)
}

/// What nobody knows of the product and this pupil must not eat.
pub(super) fn unread(conflict: &Conflict) -> impl Iterator<Item = Allergen> {
    let reasons = conflict.reasons.iter();
    let unread = reasons.filter(|reason| reason.wants_the_label_read());
    unread.filter_map(|reason| match &reason.against {
        Against::Allergy(restriction, _) => Some(restriction.allergen),
        Against::Diet(..) => None,
    })
}

impl Screen {
    /// The first touch: the row opens into what a label can say; a second one closes it.
    pub(super) fn label_pressed(&mut self, line: LineId) -> Action {
        if let Some(Dialog::Alert(alert)) = &mut self.dialog {
            let asked = alert.conflict(line).into_iter().flat_map(unread);
            let asked: Vec<_> = asked.collect();
            let opens = !asked.is_empty() && !alert.reads(line);
            alert.reading = opens.then_some(Reading { line, asked });
        }
        Action::None
    }

    /// The second touch: what the label says is written down.
    pub(super) fn label_said(
        &mut self,
        line: LineId,
        allergen: Allergen,
        state: Declared,
    ) -> Action {
        let student = self.cart().customer().map(|customer| customer.student.id);
        let (Some(Dialog::Alert(alert)), Some(student), false) =
            (&self.dialog, student, self.watch.is_declaring())
        else {
            return Action::None;
        };
        let conflict = alert.conflict(line);
        let Some(conflict) = conflict.filter(|of| unread(of).any(|unread| unread == allergen))
        else {
            return Action::None;
        };
        let product = conflict.product.id;
        let allergens = match state {
            Declared::Free => conflict.product.known.unread(allergen),
            _ => vec![allergen],
        };
        let reasons = conflict.reasons.clone();
        let shown = Shown {
            student,
            product,
            reasons,
        };
        self.watch.declaring = Some(Declaring {
            shown,
            allergen,
            state,
        });
        self.notice = None;
        Action::Declare {
            product,
            allergens,
            state,
        }
    }

    /// What the label says is on file, or not: the cart is judged again by what is known now.
    pub(super) fn label_noted(
        &mut self,
        product: ProductId,
        noted: Result<Arc<Product>, String>,
        context: &Context<'_>,
    ) -> Action {
        let declaring = self.watch.declaring.take();
        let Some(declaring) = declaring.filter(|of| of.shown.product == product) else {
            return Action::None;
        };
        let words = context.words;
        let known = match noted {
            Ok(known) => known,
            Err(why) => {
                let what = words.text("label-not-noted");
                self.say(Mood::Error, what, Some(why));
                return Action::None;
            }
        };
        let Declaring {
            shown,
            allergen,
            state,
        } = declaring;
        self.watch.notes.push(shown.noted(Outcome::Declared));
        self.watch.stands.retain(|of| *of != (product, allergen));
        let disbelieved = state == Declared::Free && known.known.state(allergen) != state;
        self.watch
            .stands
            .extend(disbelieved.then_some((product, allergen)));
        let name = known.name.clone();
        let action = self.judged_again(known, context);
        if !self.cart().lines().is_empty() && !self.stands_in_the_way(product, context) {
            let what = words.text_with("label-noted", &[("product", name.into())]);
            self.say(Mood::Ok, what, None);
        }
        // What was pressed is a button no more: the keyboard goes on from the first answer.
        let focus = match self.has_alert() {
            true => Action::Focus(ALERT_ID),
            false => Action::None,
        };
        Action::all(vec![action, focus])
    }

    fn stands_in_the_way(&self, product: ProductId, context: &Context<'_>) -> bool {
        let (policy, day) = (&context.rules.policy, context.rules.day);
        let conflicts = self.cart().conflicts(policy, day);
        conflicts.iter().any(|of| of.product.id == product)
    }

    /// As any change of a product, but that what was decided is noted already.
    fn judged_again(&mut self, product: Arc<Product>, context: &Context<'_>) -> Action {
        if !self.is_in_hand(&product) {
            return Action::None;
        }
        let was_open = self.has_alert();
        let action = self.happen(Event::ProductChanged(product), context);
        self.settle(None, was_open, context);
        action
    }

    /// One touch: what is refused goes, as much of what is offered instead comes.
    pub(super) fn alternative_pressed(&mut self, id: ProductId, context: &Context<'_>) -> Action {
        let Some(Dialog::Alert(alert)) = &self.dialog else {
            return Action::None;
        };
        let Some(product) = context.catalogue.get(id).cloned() else {
            return Action::None;
        };
        let Some(line) = find::replaced(self, &alert.conflicts, &product) else {
            return Action::None;
        };
        let wanted = self.cart().line(line).map(|line| {
            let pieces = line.product().unit == Unit::Each;
            if pieces {
                line.quantity()
            } else {
                Quantity::ONE
            }
        });
        let added = Event::Added(product, wanted.unwrap_or(Quantity::ONE));
        let action = self.happen(added, context);
        if self.notice.is_some() {
            return action;
        }
        let action = self.happen(Event::Removed(line), context);
        self.settle(Some(Outcome::Swapped(id)), true, context);
        action
    }
}
