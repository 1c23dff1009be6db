//! A month's accounts, and what is paid for them.

use clap::Args;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Desk, Refusal};
use crate::domain::lunch::Month;
use crate::domain::tender::{Reference, TenderKind, Unsettled};
use crate::domain::{Money, MovementId};
use crate::printing::lunch::month_words;
use crate::store::lunch::{MonthRow, Payment};

#[derive(Debug, Args)]
pub struct Of {
    /// Which, as 2026-11 [default: this one]
    #[arg(value_name = "MONTH", value_parser = month)]
    month: Option<Month>,
    /// Only who has something to pay
    #[arg(long)]
    due: bool,
}

#[derive(Debug, Args)]
pub struct Pay {
    /// The pupil's card
    #[arg(long, value_name = "CODE")]
    card: String,
    /// For which month, as 2026-11 [default: this one]
    #[arg(long, value_name = "MONTH", value_parser = month)]
    month: Option<Month>,
    /// With what: cash, card (the pupil's account), debit, credit, qr, transfer or giro
    #[arg(long)]
    tender: String,
    /// Guaraníes
    #[arg(long)]
    amount: String,
    /// The number of the voucher or operation
    #[arg(long)]
    reference: Option<String>,
    /// The payment's name; the same one again is the same payment
    #[arg(long, value_name = "UUID")]
    id: Option<Uuid>,
}

fn month(text: &str) -> Result<Month, String> {
    Month::parse(text).ok_or_else(|| "2026-11".to_owned())
}

impl Desk<'_> {
    pub(super) fn month(&self, of: &Of) -> Result<(), Refusal> {
        let month = of.month.unwrap_or_else(|| Month::of(self.now.day()));
        let rows = self.till.lunch_month(month).wait()??;
        let shown = |row: &&MonthRow| !of.due || row.account.due().is_positive();
        let rows: Vec<&MonthRow> = rows.iter().filter(shown).collect();
        let json = json!({
            "month": month.to_string(),
            "pupils": rows.iter().map(|row| of_row(row)).collect::<Vec<_>>(),
        });
        let mut lines = vec![month_words(month, &self.context.words)];
        lines.extend(rows.iter().map(|row| {
            let told = [
                ("name", row.name.as_str().into()),
                ("grade", row.grade.as_str().into()),
                ("count", row.account.eaten.into()),
                ("owed", row.account.owed.into()),
                ("paid", row.account.paid.into()),
                ("due", row.account.due().into()),
            ];
            self.text("cli-lunch-month", &told)
        }));
        self.say(&json, &lines)
    }

    pub(super) fn pay(&self, pay: &Pay) -> Result<(), Refusal> {
        let student = self.pupil(&pay.card)?;
        let month = pay.month.unwrap_or_else(|| Month::of(self.now.day()));
        let unknown = || Refusal::new("no_such_tender").told("tender", &pay.tender);
        let kind = TenderKind::from_code(&pay.tender).ok_or_else(unknown)?;
        let tenders = self.till.tenders_on(self.now.day()).wait()??;
        let tender = tenders.iter().find(|tender| tender.kind == kind);
        let tender = tender.ok_or_else(unknown)?;
        let amount = Money::parse(&pay.amount)
            .ok()
            .filter(|amount| amount.is_positive());
        let amount = amount.ok_or(Refusal::new("bad_amount"))?;
        let reference = pay.reference.as_deref().map(Reference::parse).transpose();
        let reference = reference.map_err(|_| Refusal::new("bad_reference"))?;
        let id = MovementId(pay.id.unwrap_or_else(Uuid::now_v7));
        let payment = match Payment::new(id, student, month, amount, tender, reference) {
            Err(Unsettled::NeedsReference(_)) => return Err(Refusal::new("bad_reference")),
            made => made?,
        };
        let (surcharge, rounding) = (payment.paid().surcharge, payment.rounding());
        self.till
            .pay_lunch(payment, &self.user, self.at())
            .wait()??;
        let rows = self.till.lunch_month(month).wait()??;
        let due = rows.iter().find(|row| row.student == student);
        let due = due.map_or(Money::ZERO, |row| row.account.due());
        let json = json!({
            "payment_id": id.0,
            "month": month.to_string(),
            "amount": amount.amount(),
            "surcharge": surcharge.amount(),
            "rounding": rounding.amount(),
            "due": due.amount(),
        });
        let told = [("amount", amount.into()), ("due", due.into())];
        self.say(&json, &[self.text("cli-lunch-paid", &told)])
    }
}

fn of_row(row: &MonthRow) -> Value {
    json!({
        "student": row.student.0,
        "name": row.name,
        "grade": row.grade,
        "eaten": row.account.eaten,
        "owed": row.account.owed.amount(),
        "paid": row.account.paid.amount(),
        "due": row.account.due().amount(),
    })
}
