//! What each family owes for a month of lunches, and what they pay.

use super::approval::Approval;
use super::{Action, Context};
use crate::domain::lunch::{Month, MonthAccount};
use crate::domain::scanner::take_back;
use crate::domain::search::fold;
use crate::domain::tender::{Reference, Tender, Unsettled};
use crate::domain::{BusinessDay, Money, MovementId, StudentId, TenderId};
use crate::store::lunch::{MonthRow, Payment};
use crate::till::lunch::CHARGE;

/// The most rows that are laid out at once.
pub(super) const SHOWN_MAX: usize = 40;

/// A field that is typed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// How much is paid.
    Amount,
    /// The number of the voucher or operation.
    Reference,
}

/// What is wrong with a payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    BadAmount,
    NoTender,
    NoReference,
}

/// A pupil's month that is open.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) student: StudentId,
    pub(super) amount: String,
    pub(super) tender: Option<TenderId>,
    pub(super) reference: String,
    pub(super) asked: bool,
    pub(super) tried: bool,
    pub(super) refused: Option<String>,
    /// A payment that is to be taken back.
    pub(super) back: Option<(MovementId, Approval)>,
}

/// The state of the month's accounts.
#[derive(Debug)]
pub(super) struct Accounts {
    pub(super) month: Month,
    pub(super) rows: Option<Vec<MonthRow>>,
    pub(super) query: String,
    pub(super) only_due: bool,
    pub(super) page: usize,
    pub(super) open: Option<Open>,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Another month.
    MonthChosen(Month),
    /// The search was typed into.
    QueryTyped(String),
    /// All, or only who owes.
    ShownChosen(bool),
    /// To another page of the list.
    PageTurned(usize),
    /// A pupil was pressed.
    RowPressed(StudentId),
    /// A field was typed into.
    Typed(Field, String),
    /// By what it is paid.
    TenderChosen(TenderId),
    /// It is paid, or taken back.
    Confirmed,
    /// A payment is to be taken back.
    BackPressed(MovementId),
    /// Why, typed or one of the usual ones.
    ReasonChanged(String),
    /// Away with what is on top.
    Dismissed,
    /// The pupil's month on paper.
    PrintPressed,
    /// The month as a file.
    SavePressed,
}

impl Accounts {
    pub(super) const fn new(month: Month) -> Self {
        Self {
            month,
            rows: None,
            query: String::new(),
            only_due: false,
            page: 0,
            open: None,
        }
    }

    pub(super) const fn open(&self, _today: BusinessDay) -> Action {
        Action::ReadMonth(self.month)
    }

    pub(super) fn is(&mut self, month: Month, rows: Vec<MonthRow>) {
        if month != self.month {
            return;
        }
        self.rows = Some(rows);
        // A payment that was sent is on file now: the form is about what is still due.
        if let Some(open) = self.open.as_ref().filter(|open| open.is_asked()) {
            let student = open.student;
            self.open = self.row(student).map(Open::of);
        }
    }

    pub(super) fn refused(&mut self, why: String) {
        if let Some(open) = &mut self.open {
            open.asked = false;
            match &mut open.back {
                Some((_, approval)) => approval.refused(why),
                None => open.refused = Some(why),
            }
        }
    }

    pub(super) const fn asks(&self) -> bool {
        self.open.is_some()
    }

    pub(super) const fn asks_for_pin(&self) -> bool {
        match &self.open {
            Some(open) => open.back.is_some(),
            None => false,
        }
    }

    pub(super) fn approval(&mut self) -> Option<&mut Approval> {
        let back = self.open.as_mut()?.back.as_mut()?;
        Some(&mut back.1)
    }

    pub(super) fn row(&self, student: StudentId) -> Option<&MonthRow> {
        let mut rows = self.rows.iter().flatten();
        rows.find(|row| row.student == student)
    }

    /// Who is like what was typed, and owes where only those are wanted.
    pub(super) fn found(&self) -> Vec<&MonthRow> {
        let query = fold(self.query.trim());
        let wanted = |row: &&MonthRow| {
            let due = !self.only_due || row.account.due().is_positive();
            due && (fold(&row.name).contains(&query) || fold(&row.grade).contains(&query))
        };
        self.rows.iter().flatten().filter(wanted).collect()
    }

    /// What the month comes to for all of them.
    pub(super) fn total(&self) -> MonthAccount {
        let rows = self.rows.iter().flatten();
        rows.fold(MonthAccount::default(), |sum, row| MonthAccount {
            eaten: sum.eaten + row.account.eaten,
            owed: sum.owed + row.account.owed,
            paid: sum.paid + row.account.paid,
        })
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        match message {
            Message::MonthChosen(month) => self.choose(month),
            Message::QueryTyped(query) => self.search(query),
            Message::ShownChosen(only_due) => self.show(only_due),
            Message::PageTurned(page) => self.turn(page),
            Message::RowPressed(student) => self.open_row(student),
            Message::Typed(field, text) => self.typed(field, text),
            Message::TenderChosen(tender) => self.choose_tender(tender),
            Message::Confirmed => self.confirm(context),
            Message::BackPressed(payment) => self.open_back(payment),
            Message::ReasonChanged(reason) => self.reason(&reason),
            Message::Dismissed => self.escape(),
            Message::PrintPressed => self.print(),
            Message::SavePressed => self.save(),
        }
    }

    fn choose(&mut self, month: Month) -> Action {
        self.month = month;
        self.rows = None;
        self.page = 0;
        Action::ReadMonth(month)
    }

    fn search(&mut self, query: String) -> Action {
        self.query = query;
        self.page = 0;
        Action::None
    }

    const fn show(&mut self, only_due: bool) -> Action {
        self.only_due = only_due;
        self.page = 0;
        Action::None
    }

    const fn turn(&mut self, page: usize) -> Action {
        self.page = page;
        Action::None
    }

    fn open_row(&mut self, student: StudentId) -> Action {
        self.open = self.row(student).map(Open::of);
        Action::None
    }

    fn typed(&mut self, field: Field, text: String) -> Action {
        if let Some(open) = self.open.as_mut().filter(|open| !open.is_asked()) {
            open.refused = None;
            match field {
                Field::Amount => open.amount = text,
                Field::Reference => open.reference = text,
            }
        }
        Action::None
    }

    fn choose_tender(&mut self, tender: TenderId) -> Action {
        if let Some(open) = self.open.as_mut().filter(|open| !open.is_asked()) {
            open.refused = None;
            open.tender = Some(tender);
        }
        Action::None
    }

    fn confirm(&mut self, context: &Context<'_>) -> Action {
        let month = self.month;
        let Some(open) = self.open.as_mut().filter(|open| !open.asked) else {
            return Action::None;
        };
        if let Some((payment, approval)) = &mut open.back {
            return match approval.ask() {
                Some((pin, reason)) => Action::TakeBackPayment {
                    payment: *payment,
                    month,
                    pin,
                    reason,
                },
                None => Action::None,
            };
        }
        open.tried = true;
        match open.payment(month, context) {
            Ok(payment) => {
                open.asked = true;
                open.refused = None;
                Action::Pay(Box::new(payment))
            }
            Err(_) => Action::None,
        }
    }

    fn open_back(&mut self, payment: MovementId) -> Action {
        if let Some(open) = self.open.as_mut().filter(|open| !open.is_asked()) {
            open.back = Some((payment, Approval::default()));
        }
        Action::None
    }

    fn reason(&mut self, reason: &str) -> Action {
        if let Some(approval) = self.approval() {
            approval.reason_typed(reason);
        }
        Action::None
    }

    fn print(&self) -> Action {
        let row = self.open.as_ref().and_then(|open| self.row(open.student));
        row.map_or(Action::None, |row| {
            Action::PrintAccount(self.month, Box::new(row.clone()))
        })
    }

    fn save(&self) -> Action {
        match &self.rows {
            Some(rows) => Action::SaveMonth(self.month, rows.clone()),
            None => Action::None,
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
        match &mut self.open {
            Some(open) if open.is_asked() => {}
            Some(open) if open.back.is_some() => open.back = None,
            _ => self.open = None,
        }
        Action::None
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        let fields = match &mut self.open {
            Some(Open {
                back: Some((_, approval)),
                ..
            }) => return approval.take_back(letters),
            Some(open) => vec![&mut open.amount, &mut open.reference],
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

impl Open {
    fn of(row: &MonthRow) -> Self {
        let due = row.account.due();
        let amount = due.is_positive().then(|| due.amount().to_string());
        Self {
            student: row.student,
            amount: amount.unwrap_or_default(),
            tender: None,
            reference: String::new(),
            asked: false,
            tried: false,
            refused: None,
            back: None,
        }
    }

    /// Whether the store is at it.
    pub(super) fn is_asked(&self) -> bool {
        self.asked
            || self
                .back
                .as_ref()
                .is_some_and(|(_, approval)| approval.asked)
    }

    /// The tender that was chosen.
    pub(super) fn tender<'a>(&self, context: &Context<'a>) -> Option<&'a Tender> {
        let mut tenders = context.tenders.iter();
        tenders.find(|tender| tender.active && Some(tender.id) == self.tender)
    }

    pub(super) fn payment(&self, month: Month, context: &Context<'_>) -> Result<Payment, Fault> {
        let amount = Money::parse(&self.amount).map_err(|_| Fault::BadAmount)?;
        if !amount.is_positive() || !context.user.may(CHARGE) {
            return Err(Fault::BadAmount);
        }
        let tender = self.tender(context).ok_or(Fault::NoTender)?;
        let reference = Reference::parse(&self.reference).ok();
        let id = MovementId((context.ids)());
        let payment = Payment::new(id, self.student, month, amount, tender, reference);
        payment.map_err(|why| match why {
            Unsettled::NeedsReference(_) => Fault::NoReference,
            Unsettled::NotTaken(_) => Fault::NoTender,
            _ => Fault::BadAmount,
        })
    }
}
