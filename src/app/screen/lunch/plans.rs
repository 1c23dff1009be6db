//! Plans, and who is subscribed to which: many pupils of a class at once.

use std::collections::BTreeSet;

use chrono::Weekday;

use super::approval::REASON_MAX;
use super::{Action, Context, Person};
use crate::domain::catalogue::Price;
use crate::domain::lunch::{NewPlan, PlanId, Pricing, SubscriptionId, Weekdays};
use crate::domain::scanner::take_back;
use crate::domain::search::fold;
use crate::domain::{BadDay, BusinessDay, Money, StudentId};
use crate::store::lunch::{Booking, PlanFile, Wish};
use crate::till::lunch::PLANS;

/// The most rows that are laid out at once.
pub(super) const SHOWN_MAX: usize = 40;
/// The most letters of a name.
const NAME_MAX: usize = 40;

/// A field that is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The plan's name.
    Name,
    /// Its price.
    Price,
    /// Days without lunch.
    DaysOff,
    /// The first day of a subscription.
    First,
    /// The last day of a subscription.
    Last,
    /// Why it ends.
    Reason,
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    NoName,
    BadPrice,
    BadDay,
    NobodyChosen,
    NoPlan,
}

/// A plan being made or changed.
#[derive(Debug)]
pub(super) struct PlanForm {
    pub(super) plan: Option<PlanId>,
    pub(super) name: String,
    pub(super) price: String,
    pub(super) monthly: bool,
    pub(super) weekdays: Weekdays,
    pub(super) days_off: String,
    pub(super) active: bool,
}

/// Pupils being subscribed.
#[derive(Debug)]
pub(super) struct Enrolment {
    pub(super) plan: Option<PlanId>,
    pub(super) grade: Option<String>,
    pub(super) chosen: BTreeSet<StudentId>,
    pub(super) first: String,
    pub(super) last: String,
    pub(super) weekdays: Weekdays,
}

/// A subscription being ended.
#[derive(Debug)]
pub(super) struct Ending {
    pub(super) subscription: SubscriptionId,
    pub(super) name: String,
    pub(super) last: String,
    pub(super) reason: String,
}

/// What is being filled in.
#[derive(Debug)]
pub(super) enum Form {
    Plan(PlanForm),
    Enrol(Enrolment),
    End(Ending),
}

/// A form, and how far it is.
#[derive(Debug)]
pub(super) struct Dialog {
    pub(super) form: Form,
    pub(super) asked: bool,
    /// Whether it was to be confirmed: faults are shown from then on.
    pub(super) tried: bool,
    pub(super) refused: Option<String>,
}

/// The state of plans and subscriptions.
#[derive(Debug)]
pub(super) struct Plans {
    pub(super) files: Option<Vec<PlanFile>>,
    pub(super) bookings: Vec<Booking>,
    pub(super) query: String,
    pub(super) chosen: Option<PlanId>,
    pub(super) page: usize,
    pub(super) dialog: Option<Dialog>,
    /// Everybody, by class and name.
    people: Vec<Person>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A plan was pressed: only its subscriptions, or all again.
    PlanPressed(PlanId),
    /// The search was typed into.
    QueryTyped(String),
    /// To another page of the list.
    PageTurned(usize),
    /// A plan is to be made.
    NewPressed,
    /// A plan is to be changed.
    ChangePressed(PlanId),
    /// Pupils are to be subscribed.
    EnrolPressed,
    /// A subscription is to end.
    EndPressed(SubscriptionId),
    /// A field of the form was typed into.
    Typed(Field, String),
    /// By the month or by the day.
    MonthlyChosen(bool),
    /// A day of the week, or no longer.
    WeekdayToggled(Weekday),
    /// Offered, or no longer.
    ActiveChosen(bool),
    /// The plan of a subscription.
    PlanChosen(PlanId),
    /// The class of the pupils: all of it without a subscription is chosen at once.
    GradeChosen(String),
    /// A pupil of the class, or no longer.
    PupilToggled(StudentId),
    /// All of the class, or nobody.
    AllChosen(bool),
    /// The form is whole.
    Confirmed,
    /// The form is not wanted.
    Dismissed,
}

impl Plans {
    pub(super) fn new(roll: &[Person]) -> Self {
        let mut people = roll.to_vec();
        people.sort_by(|one, other| (&one.2, &one.1).cmp(&(&other.2, &other.1)));
        Self {
            files: None,
            bookings: Vec::new(),
            query: String::new(),
            chosen: None,
            page: 0,
            dialog: None,
            people,
        }
    }

    pub(super) fn are(&mut self, plans: Vec<PlanFile>, bookings: Vec<Booking>) {
        self.files = Some(plans);
        self.bookings = bookings;
        // What was asked is done; a form that nobody has sent yet stays.
        self.dialog = self.dialog.take().filter(|dialog| !dialog.asked);
    }

    pub(super) fn refused(&mut self, why: String) {
        if let Some(dialog) = &mut self.dialog {
            dialog.asked = false;
            dialog.refused = Some(why);
        }
    }

    pub(super) const fn asks(&self) -> bool {
        self.dialog.is_some()
    }

    pub(super) fn plan(&self, id: PlanId) -> Option<&PlanFile> {
        self.files.iter().flatten().find(|file| file.plan.id == id)
    }

    /// The subscriptions of the chosen plan whose pupil or class is like what was typed.
    pub(super) fn found(&self) -> Vec<&Booking> {
        let query = fold(self.query.trim());
        let wanted = |booking: &&Booking| {
            let of_plan = self
                .chosen
                .is_none_or(|plan| booking.subscription.plan == plan);
            of_plan
                && (fold(&booking.name).contains(&query) || fold(&booking.grade).contains(&query))
        };
        self.bookings.iter().filter(wanted).collect()
    }

    /// The classes there are, in order.
    pub(super) fn grades(&self) -> Vec<&str> {
        let mut grades: Vec<&str> = self
            .people
            .iter()
            .map(|(_, _, grade)| grade.as_str())
            .collect();
        grades.dedup();
        grades
    }

    /// The pupils of a class, and whether each has a subscription already.
    pub(super) fn of_grade(&self, grade: &str) -> Vec<(&Person, bool)> {
        let booked = |student| {
            let mut bookings = self.bookings.iter();
            bookings.any(|booking| booking.subscription.student == student)
        };
        let of_grade = self.people.iter().filter(|(_, _, of)| of == grade);
        of_grade.map(|person| (person, booked(person.0))).collect()
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        let may = context.user.may(PLANS);
        match message {
            Message::PlanPressed(plan) => self.choose(plan),
            Message::QueryTyped(query) => self.search(query),
            Message::PageTurned(page) => self.turn(page),
            Message::NewPressed if may => self.open(Form::Plan(PlanForm::new())),
            Message::ChangePressed(plan) if may => self.change(plan, context),
            Message::EnrolPressed if may => self.enrol(context),
            Message::EndPressed(subscription) if may => self.end(subscription, context),
            Message::NewPressed
            | Message::ChangePressed(_)
            | Message::EnrolPressed
            | Message::EndPressed(_) => Action::None,
            Message::GradeChosen(grade) => self.choose_grade(&grade),
            Message::AllChosen(all) => self.choose_all(all),
            Message::Confirmed => self.confirm(context),
            Message::Dismissed => self.escape(),
            message => self.fill(message),
        }
    }

    fn choose(&mut self, plan: PlanId) -> Action {
        self.chosen = (self.chosen != Some(plan)).then_some(plan);
        self.page = 0;
        Action::None
    }

    fn search(&mut self, query: String) -> Action {
        self.query = query;
        self.page = 0;
        Action::None
    }

    const fn turn(&mut self, page: usize) -> Action {
        self.page = page;
        Action::None
    }

    fn open(&mut self, form: Form) -> Action {
        self.dialog = Some(Dialog {
            form,
            asked: false,
            tried: false,
            refused: None,
        });
        Action::None
    }

    fn change(&mut self, plan: PlanId, context: &Context<'_>) -> Action {
        let form = self.plan(plan).map(|file| {
            let plan = &file.plan;
            let off = plan
                .days_off
                .iter()
                .filter(|day| **day >= context.now.day());
            let off: Vec<String> = off.map(|day| context.words.date(*day)).collect();
            PlanForm {
                plan: Some(plan.id),
                name: plan.name.clone(),
                price: plan.pricing.price().amount().amount().to_string(),
                monthly: matches!(plan.pricing, Pricing::PerMonth(_)),
                weekdays: plan.weekdays,
                days_off: off.join(", "),
                active: plan.active,
            }
        });
        form.map_or(Action::None, |form| self.open(Form::Plan(form)))
    }

    fn enrol(&mut self, context: &Context<'_>) -> Action {
        let active = self.files.iter().flatten().filter(|file| file.plan.active);
        let active: Vec<PlanId> = active.map(|file| file.plan.id).collect();
        let chosen = self.chosen.filter(|plan| active.contains(plan));
        let plan = chosen.or_else(|| active.first().copied());
        let weekdays = plan
            .and_then(|plan| self.plan(plan))
            .map(|file| file.plan.weekdays);
        self.open(Form::Enrol(Enrolment {
            plan,
            grade: None,
            chosen: BTreeSet::new(),
            first: context.words.date(context.now.day()),
            last: String::new(),
            weekdays: weekdays.unwrap_or(Weekdays::SCHOOL),
        }))
    }

    fn end(&mut self, subscription: SubscriptionId, context: &Context<'_>) -> Action {
        let mut bookings = self.bookings.iter();
        let booking = bookings.find(|booking| booking.subscription.id == subscription);
        let ending = booking.map(|booking| Ending {
            subscription,
            name: booking.name.clone(),
            last: context.words.date(context.now.day()),
            reason: String::new(),
        });
        ending.map_or(Action::None, |ending| self.open(Form::End(ending)))
    }

    fn choose_grade(&mut self, grade: &str) -> Action {
        let free = self
            .of_grade(grade)
            .into_iter()
            .filter(|(_, booked)| !booked);
        let free: BTreeSet<StudentId> = free.map(|((student, ..), _)| *student).collect();
        if let Some(enrolment) = self.enrolment() {
            enrolment.grade = Some(grade.to_owned());
            enrolment.chosen = free;
        }
        Action::None
    }

    fn choose_all(&mut self, all: bool) -> Action {
        let grade = self
            .enrolment()
            .and_then(|enrolment| enrolment.grade.clone());
        if let (true, Some(grade)) = (all, grade) {
            return self.choose_grade(&grade);
        }
        if let Some(enrolment) = self.enrolment() {
            enrolment.chosen.clear();
        }
        Action::None
    }

    const fn enrolment(&mut self) -> Option<&mut Enrolment> {
        match &mut self.dialog {
            Some(Dialog {
                form: Form::Enrol(enrolment),
                asked: false,
                ..
            }) => Some(enrolment),
            _ => None,
        }
    }

    /// What is said in a form that nobody has sent yet.
    fn fill(&mut self, message: Message) -> Action {
        let weekdays = match &message {
            Message::PlanChosen(plan) => self.plan(*plan).map(|file| file.plan.weekdays),
            _ => None,
        };
        if let Some(dialog) = self.dialog.as_mut().filter(|dialog| !dialog.asked) {
            dialog.refused = None;
            dialog.form.fill(message, weekdays);
        }
        Action::None
    }

    fn confirm(&mut self, context: &Context<'_>) -> Action {
        let Some(dialog) = self.dialog.as_mut().filter(|dialog| !dialog.asked) else {
            return Action::None;
        };
        dialog.tried = true;
        match dialog.form.wanted(context.now.day()) {
            Ok(action) => {
                dialog.asked = true;
                dialog.refused = None;
                action
            }
            Err(_) => Action::None,
        }
    }

    pub(super) fn entered(&mut self, context: &Context<'_>) -> Action {
        match self.asks() {
            true => self.confirm(context),
            false => Action::None,
        }
    }

    /// Not while the store is at it: the answer must find its dialog.
    pub(super) fn escape(&mut self) -> Action {
        self.dialog = self.dialog.take().filter(|dialog| dialog.asked);
        Action::None
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        let fields = match &mut self.dialog {
            Some(dialog) => dialog.form.fields(),
            None => vec![&mut self.query],
        };
        for field in fields {
            if let Some(without) = take_back(field, letters) {
                *field = without;
                return;
            }
        }
    }
}

impl PlanForm {
    const fn new() -> Self {
        Self {
            plan: None,
            name: String::new(),
            price: String::new(),
            monthly: true,
            weekdays: Weekdays::SCHOOL,
            days_off: String::new(),
            active: true,
        }
    }

    fn wanted(&self) -> Result<Action, Fault> {
        let named = self.name.chars().any(char::is_alphabetic);
        let price = Money::parse(&self.price).map_err(|_| Fault::BadPrice)?;
        let price = Price::new(price).map_err(|_| Fault::BadPrice)?;
        if !named {
            return Err(Fault::NoName);
        }
        let new = NewPlan {
            name: self.name.trim().to_owned(),
            pricing: match self.monthly {
                true => Pricing::PerMonth(price),
                false => Pricing::PerDay(price),
            },
            weekdays: self.weekdays,
            days_off: days(&self.days_off).map_err(|_| Fault::BadDay)?,
            active: self.active,
        };
        Ok(Action::SavePlan(self.plan, Box::new(new)))
    }
}

/// Days with commas or spaces between.
fn days(text: &str) -> Result<Vec<BusinessDay>, BadDay> {
    let parts = text.split([',', ';', ' ', '\n']);
    let written = parts.map(str::trim).filter(|part| !part.is_empty());
    written.map(BusinessDay::written).collect()
}

impl Enrolment {
    fn toggle(&mut self, student: StudentId) {
        if !self.chosen.remove(&student) {
            self.chosen.insert(student);
        }
    }

    fn wanted(&self) -> Result<Action, Fault> {
        let plan = self.plan.ok_or(Fault::NoPlan)?;
        if self.chosen.is_empty() {
            return Err(Fault::NobodyChosen);
        }
        let first = BusinessDay::written(&self.first).map_err(|_| Fault::BadDay)?;
        let last = maybe_day(&self.last)?;
        let wish = Wish {
            plan,
            first,
            last,
            weekdays: self.weekdays,
        };
        let students = self.chosen.iter().copied().collect();
        Ok(Action::Subscribe(students, Box::new(wish)))
    }
}

impl Ending {
    fn wanted(&self) -> Result<Action, Fault> {
        let last = BusinessDay::written(&self.last).map_err(|_| Fault::BadDay)?;
        let reason = self.reason.trim();
        let reason = (!reason.is_empty()).then(|| reason.to_owned());
        Ok(Action::End(self.subscription, last, reason))
    }
}

fn maybe_day(text: &str) -> Result<Option<BusinessDay>, Fault> {
    match text.trim() {
        "" => Ok(None),
        text => BusinessDay::written(text)
            .map(Some)
            .map_err(|_| Fault::BadDay),
    }
}

impl Form {
    pub(super) fn wanted(&self, _today: BusinessDay) -> Result<Action, Fault> {
        match self {
            Self::Plan(plan) => plan.wanted(),
            Self::Enrol(enrolment) => enrolment.wanted(),
            Self::End(ending) => ending.wanted(),
        }
    }

    fn fields(&mut self) -> Vec<&mut String> {
        match self {
            Self::Plan(plan) => vec![&mut plan.name, &mut plan.price, &mut plan.days_off],
            Self::Enrol(of) => vec![&mut of.first, &mut of.last],
            Self::End(ending) => vec![&mut ending.last, &mut ending.reason],
        }
    }

    fn fill(&mut self, message: Message, of_plan: Option<Weekdays>) {
        match (self, message) {
            (Self::Plan(plan), Message::Typed(Field::Name, text)) => {
                plan.name = text.chars().take(NAME_MAX).collect();
            }
            (Self::Plan(plan), Message::Typed(Field::Price, text)) => plan.price = text,
            (Self::Plan(plan), Message::Typed(Field::DaysOff, text)) => plan.days_off = text,
            (Self::Plan(plan), Message::MonthlyChosen(monthly)) => plan.monthly = monthly,
            (Self::Plan(plan), Message::ActiveChosen(active)) => plan.active = active,
            (Self::Plan(plan), Message::WeekdayToggled(day)) => {
                plan.weekdays = plan.weekdays.toggled(day);
            }
            (Self::Enrol(of), Message::Typed(Field::First, text)) => of.first = text,
            (Self::Enrol(of), Message::Typed(Field::Last, text)) => of.last = text,
            (Self::Enrol(of), Message::WeekdayToggled(day)) => {
                of.weekdays = of.weekdays.toggled(day);
            }
            (Self::Enrol(of), Message::PlanChosen(plan)) => {
                of.plan = Some(plan);
                of.weekdays = of_plan.unwrap_or(of.weekdays);
            }
            (Self::Enrol(of), Message::PupilToggled(student)) => {
                of.toggle(student);
            }
            (Self::End(ending), Message::Typed(Field::Last, text)) => ending.last = text,
            (Self::End(ending), Message::Typed(Field::Reason, text)) => {
                ending.reason = text.chars().take(REASON_MAX).collect();
            }
            _ => {}
        }
    }
}
