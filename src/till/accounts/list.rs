//! Top-ups of many pupils from a list: a dry run that says every line's problem, then all or nothing.

use uuid::Uuid;

use super::super::{Closing, Reply, Till};
use crate::domain::ledger::{Movement, Unmoved, Way};
use crate::domain::sale::At;
use crate::domain::tender::{Tender, TenderKind};
use crate::domain::{BusinessDay, Money, MovementId, StudentId};
use crate::import::{self, ListedTopUp, Plan, Problem, Reason};
use crate::store::{self, Imported, TopUpRow, Unread, Wanted};

/// A list that was read and looked through; nothing is written yet.
#[derive(Debug, Clone)]
pub struct ListPlan {
    /// What can be taken over, in the order of the list.
    pub rows: Vec<TopUpRow>,
    /// What stands in the way, by line.
    pub problems: Vec<Problem>,
    /// Headings that the till has no use for.
    pub ignored: Vec<String>,
    /// What the good rows come to.
    pub total: Money,
    /// The day on which a list that says the same was taken over.
    pub before: Option<BusinessDay>,
    hash: [u8; 32],
}

/// Why a list cannot be looked through.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Unplanned {
    /// The file cannot be read.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The program is closing.
    #[error(transparent)]
    Closing(#[from] Closing),
}

impl Till {
    /// Reads a list of top-ups and looks each line up; what names no tender is paid by `tender`. Waits: not
    /// for the screen's thread.
    ///
    /// # Errors
    /// [`Unplanned`]; problems of the list itself are in the plan.
    pub fn plan_top_ups(
        &self,
        bytes: &[u8],
        tender: TenderKind,
        at: At,
    ) -> Result<ListPlan, Unplanned> {
        let plan = import::top_ups(bytes);
        let tenders = self.tenders().wait()??;
        let minimum = self.config().accounts.minimum_top_up.money();
        let wanted: Vec<Wanted> = plan.rows.iter().map(wanted).collect();
        let who = self.writer.ask(move |store| store.who(&wanted)).wait()??;
        let desk = Desk {
            tenders,
            tender,
            minimum,
            at,
        };
        let planned = desk.plan(plan, who);
        let hash = planned.hash;
        let before = self
            .writer
            .ask(move |store| store.list_taken(&hash))
            .wait()??;
        Ok(ListPlan { before, ..planned })
    }

    /// Takes over a list without problems, all or nothing; one that was taken over before does nothing,
    /// unless `again` says that it is another one.
    pub fn take_top_ups(
        &self,
        plan: ListPlan,
        again: bool,
        at: At,
    ) -> Reply<Result<Imported, store::Error>> {
        self.writer
            .ask(move |store| store.take_top_ups(&plan.rows, &plan.hash, again, at))
    }
}

fn wanted(row: &ListedTopUp) -> Wanted {
    match (&row.card, &row.name) {
        (Some(card), _) => Wanted::Card(card.clone()),
        (None, name) => Wanted::Named(name.clone().unwrap_or_default(), row.grade.clone()),
    }
}

/// What every line is judged by.
struct Desk {
    tenders: Vec<Tender>,
    tender: TenderKind,
    minimum: Money,
    at: At,
}

impl Desk {
    fn plan(&self, plan: Plan<ListedTopUp>, who: Vec<Result<StudentId, Unread>>) -> ListPlan {
        let mut planned = ListPlan {
            rows: Vec::with_capacity(plan.rows.len()),
            problems: plan.problems,
            ignored: plan.ignored,
            total: Money::ZERO,
            before: None,
            hash: [0; 32],
        };
        let mut hasher = blake3::Hasher::new();
        for ((row, line), who) in plan.rows.iter().zip(plan.lines).zip(who) {
            match self.movement(row, who) {
                Ok(movement) => {
                    hasher.update(said(row, &movement).as_bytes());
                    planned.total += row.amount;
                    planned.rows.push(TopUpRow { line, movement });
                }
                Err(reason) => planned.problems.push(Problem {
                    line,
                    column: None,
                    value: value(row),
                    reason,
                }),
            }
        }
        planned.problems.sort_by_key(|problem| problem.line);
        planned.hash = *hasher.finalize().as_bytes();
        planned
    }

    fn movement(
        &self,
        row: &ListedTopUp,
        who: Result<StudentId, Unread>,
    ) -> Result<Movement, Reason> {
        let student = who.map_err(|why| match why {
            Unread::Nobody => Reason::NoSuchPupil,
            Unread::Several => Reason::SeveralPupils,
            Unread::Left => Reason::PupilLeft,
        })?;
        let kind = row.tender.unwrap_or(self.tender);
        let tender = self.tenders.iter().find(|tender| tender.kind == kind);
        let tender = tender.ok_or(Reason::NotTender)?;
        let way = Way::new(tender, row.reference.clone()).map_err(reason)?;
        let id = MovementId(Uuid::now_v7());
        Movement::top_up(id, student, row.amount, way, self.minimum, self.at).map_err(reason)
    }
}

fn reason(why: Unmoved) -> Reason {
    match why {
        Unmoved::BelowMinimum { minimum } => Reason::BelowMinimum(minimum),
        Unmoved::NeedsReference(_) => Reason::NeedsReference,
        Unmoved::NotTaken(_) => Reason::NotTender,
        _ => Reason::NotTopUp,
    }
}

/// What a line says, whatever file, order of columns or encoding it stands in.
fn said(row: &ListedTopUp, movement: &Movement) -> String {
    let tender = movement.way().map_or(0, |way| way.tender().0);
    let reference = row.reference.as_ref().map(ToString::to_string);
    format!(
        "{}\t{}\t{tender}\t{}\n",
        movement.student().0,
        row.amount.amount(),
        reference.unwrap_or_default()
    )
}

fn value(row: &ListedTopUp) -> String {
    match (&row.card, &row.name) {
        (Some(card), None) => card.to_string(),
        (Some(card), Some(name)) => format!("{card}, {name}"),
        (None, name) => name.clone().unwrap_or_default(),
    }
}
