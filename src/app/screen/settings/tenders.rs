//! The page of ways to pay: their names, order, commissions, and from when on.

use rust_decimal::Decimal;

use super::house::Wanted;
use crate::domain::commission::{BadCommission, Commission, PastTerms, Payer, TenderIcon, Terms};
use crate::domain::tender::{Tender, TenderKind};
use crate::domain::{BadDay, BusinessDay, Money, TenderId};

/// The most letters of a name: it stands on a chip and on a ticket.
const NAME_MAX: usize = 24;

/// The state of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Tenders {
    pub(super) all: Vec<Tender>,
    pub(super) past: Vec<PastTerms>,
    pub(super) today: Option<BusinessDay>,
    pub(super) form: Option<TenderForm>,
    pub(super) refused: Option<String>,
}

/// The form of one tender.
#[derive(Debug, Clone)]
pub(super) struct TenderForm {
    pub(super) tender: Tender,
    place: u16,
    pub(super) percent: String,
    pub(super) fixed: String,
    pub(super) payer: Payer,
    pub(super) since: String,
    pub(super) tried: bool,
    pub(super) asked: bool,
}

/// A yes or no about a tender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// It is taken.
    Active,
    /// A voucher's number must be noted.
    NeedsReference,
    /// The drawer opens.
    OpensDrawer,
    /// Money can be given back by it.
    Refundable,
}

impl Flag {
    /// All of them, as they are asked.
    pub(super) const ALL: [Self; 4] = [
        Self::Active,
        Self::NeedsReference,
        Self::OpensDrawer,
        Self::Refundable,
    ];
}

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The canteen's own name.
    Name,
    /// Per cent of a payment.
    Percent,
    /// Guaraníes a payment.
    Fixed,
    /// The first day on which it holds.
    Since,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// A tender is to be changed.
    Pressed(TenderId),
    /// It is to stand one place earlier (-1) or later (1).
    Moved(TenderId, i8),
    /// A field was typed into.
    Typed(Field, String),
    /// A picture was chosen.
    IconChosen(TenderIcon),
    /// A yes or no was chosen.
    FlagChosen(Flag, bool),
    /// Who bears the commission was chosen.
    PayerChosen(Payer),
    /// The form's button.
    Confirmed,
    /// The form is not wanted.
    Dismissed,
}

/// What is wrong in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Commission(BadCommission),
    Day(BadDay),
    /// Terms hold from today on at the earliest: past sales had theirs.
    Past,
}

impl Tenders {
    pub(super) fn are(&mut self, all: Vec<Tender>, past: Vec<PastTerms>, today: BusinessDay) {
        (self.all, self.past, self.today) = (all, past, Some(today));
        self.refused = None;
        if self.form.as_ref().is_some_and(|form| form.asked) {
            self.form = None;
        }
    }

    pub(super) fn refused(&mut self, why: &str) {
        self.refused = Some(why.to_owned());
        if let Some(form) = &mut self.form {
            form.asked = false;
        }
    }

    pub(super) fn texts(&mut self) -> Vec<&mut String> {
        let form = self.form.as_mut();
        form.map_or_else(Vec::new, |form| {
            let name = form.tender.name.as_mut();
            let mut texts = vec![&mut form.percent, &mut form.fixed, &mut form.since];
            texts.extend(name);
            texts
        })
    }

    pub(super) fn update(&mut self, message: Message) -> Option<Wanted> {
        match message {
            Message::Pressed(tender) => self.open(tender),
            Message::Moved(tender, by) => return self.moved(tender, by),
            Message::Typed(field, text) => self.fill(|form| form.type_into(field, &text)),
            Message::IconChosen(icon) => self.fill(|form| form.tender.icon = icon),
            Message::FlagChosen(flag, yes) => self.fill(|form| *form.flag_mut(flag) = yes),
            Message::PayerChosen(payer) => self.fill(|form| form.payer = payer),
            Message::Confirmed => return self.confirm(),
            Message::Dismissed => self.form = self.form.take().filter(|form| form.asked),
        }
        None
    }

    fn place(&self, tender: TenderId) -> Option<usize> {
        self.all.iter().position(|of| of.id == tender)
    }

    fn open(&mut self, tender: TenderId) {
        let (Some(at), Some(today)) = (self.place(tender), self.today) else {
            return;
        };
        self.refused = None;
        self.form = Some(TenderForm::of(&self.all[at], at, today));
    }

    fn fill(&mut self, fill: impl FnOnce(&mut TenderForm)) {
        if let Some(form) = self.form.as_mut().filter(|form| !form.asked) {
            fill(form);
        }
    }

    /// Both that change places say where they stand from today on, and so do the others.
    fn moved(&mut self, tender: TenderId, by: i8) -> Option<Wanted> {
        let (from, today) = (self.place(tender)?, self.today?);
        let to = from.checked_add_signed(isize::from(by))?;
        if to >= self.all.len() {
            return None;
        }
        self.all.swap(from, to);
        let all = self.all.iter().enumerate();
        let terms = all.map(|(at, tender)| terms_of(tender, at, today));
        Some(Wanted::SetTerms(terms.collect()))
    }

    fn confirm(&mut self) -> Option<Wanted> {
        let today = self.today?;
        let form = self.form.as_mut().filter(|form| !form.asked)?;
        form.tried = true;
        let terms = form.terms(today).ok()?;
        form.asked = true;
        self.refused = None;
        Some(Wanted::SetTerms(vec![terms]))
    }

    /// What was noted of a tender, latest first.
    pub(super) fn history(&self, tender: TenderId) -> impl Iterator<Item = &PastTerms> {
        self.past.iter().filter(move |of| of.terms.tender == tender)
    }
}

fn terms_of(tender: &Tender, at: usize, since: BusinessDay) -> Terms {
    Terms {
        tender: tender.id,
        since,
        name: tender.name.clone(),
        icon: tender.icon,
        place: u16::try_from(at + 1).unwrap_or(u16::MAX),
        needs_reference: tender.needs_reference,
        opens_drawer: tender.opens_drawer,
        refundable: tender.refundable,
        active: tender.active,
        commission: tender.commission,
    }
}

impl TenderForm {
    fn of(tender: &Tender, at: usize, today: BusinessDay) -> Self {
        let commission = tender.commission;
        let percent = commission.percent().normalize().to_string();
        Self {
            place: u16::try_from(at + 1).unwrap_or(u16::MAX),
            percent: percent.replace('.', ","),
            fixed: commission.fixed().to_string(),
            payer: commission.payer(),
            since: today.0.format("%d/%m/%Y").to_string(),
            tried: false,
            asked: false,
            tender: tender.clone(),
        }
    }

    /// Notes and accounts cost nothing.
    pub(super) fn costs(&self) -> bool {
        !matches!(self.tender.kind, TenderKind::Account | TenderKind::Cash)
    }

    pub(super) fn flag(&self, flag: Flag) -> bool {
        match flag {
            Flag::Active => self.tender.active,
            Flag::NeedsReference => self.tender.needs_reference,
            Flag::OpensDrawer => self.tender.opens_drawer,
            Flag::Refundable => self.tender.refundable,
        }
    }

    fn flag_mut(&mut self, flag: Flag) -> &mut bool {
        match flag {
            Flag::Active => &mut self.tender.active,
            Flag::NeedsReference => &mut self.tender.needs_reference,
            Flag::OpensDrawer => &mut self.tender.opens_drawer,
            Flag::Refundable => &mut self.tender.refundable,
        }
    }

    fn type_into(&mut self, field: Field, text: &str) {
        let text: String = text.chars().take(NAME_MAX).collect();
        match field {
            Field::Name => self.tender.name = Some(text).filter(|text| !text.is_empty()),
            Field::Percent => self.percent = text,
            Field::Fixed => self.fixed = text,
            Field::Since => self.since = text,
        }
    }

    pub(super) fn commission(&self) -> Result<Commission, BadCommission> {
        if !self.costs() {
            return Ok(Commission::NONE);
        }
        let percent = self.percent.trim().trim_end_matches('%').trim();
        let percent = match percent {
            "" => Decimal::ZERO,
            percent => {
                let written = percent.replace(',', ".");
                written.parse().map_err(|_| BadCommission::Percent)?
            }
        };
        let fixed = match self.fixed.trim() {
            "" => Money::ZERO,
            fixed => Money::parse(fixed).map_err(|_| BadCommission::Fixed)?,
        };
        Commission::new(percent, fixed, self.payer)
    }

    pub(super) fn since(&self, today: BusinessDay) -> Result<BusinessDay, Fault> {
        let day = BusinessDay::written(&self.since).map_err(Fault::Day)?;
        if day < today {
            return Err(Fault::Past);
        }
        Ok(day)
    }

    fn terms(&self, today: BusinessDay) -> Result<Terms, Fault> {
        let since = self.since(today)?;
        let commission = self.commission().map_err(Fault::Commission)?;
        let name = self.tender.name.as_deref().map(str::trim);
        let name = name.filter(|name| !name.is_empty()).map(str::to_owned);
        let at = usize::from(self.place.saturating_sub(1));
        Ok(Terms {
            name,
            commission,
            ..terms_of(&self.tender, at, since)
        })
    }

    /// What is wrong, once saving was tried.
    pub(super) fn fault(&self, today: BusinessDay) -> Option<Fault> {
        self.terms(today).err().filter(|_| self.tried)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> BusinessDay {
        BusinessDay::written(&format!("{d:02}/11/2026")).unwrap()
    }

    fn page() -> Tenders {
        let all = (1..).zip(TenderKind::ALL);
        let all = all.map(|(id, kind)| Tender::of(TenderId(id), kind));
        let mut page = Tenders::default();
        page.are(all.collect(), Vec::new(), day(26));
        page
    }

    fn typed(page: &mut Tenders, field: Field, text: &str) {
        let _ = page.update(Message::Typed(field, text.to_owned()));
    }

    #[test]
    fn a_commission_is_noted_as_it_is_typed_and_from_its_day_on() {
        let mut page = page();
        let _ = page.update(Message::Pressed(TenderId(4)));
        typed(&mut page, Field::Name, "Bancard crédito");
        typed(&mut page, Field::Percent, "3,3 %");
        typed(&mut page, Field::Fixed, "1.100");
        typed(&mut page, Field::Since, "01/12/2026");
        let _ = page.update(Message::PayerChosen(Payer::Customer));
        let Some(Wanted::SetTerms(terms)) = page.update(Message::Confirmed) else {
            panic!("it is whole");
        };
        let terms = &terms[0];
        assert_eq!(terms.name.as_deref(), Some("Bancard crédito"));
        assert_eq!(terms.since, BusinessDay::written("01/12/2026").unwrap());
        let of = terms.commission.surcharge(Money::guaranies(10_000));
        assert_eq!(of, Money::guaranies(330 + 1_100));
        assert_eq!(page.update(Message::Confirmed), None, "it is asked once");
    }

    #[test]
    fn terms_never_hold_of_a_day_that_is_over() {
        let mut page = page();
        let _ = page.update(Message::Pressed(TenderId(4)));
        typed(&mut page, Field::Since, "25/11/2026");
        assert_eq!(page.update(Message::Confirmed), None);
        let form = page.form.as_ref().unwrap();
        assert_eq!(form.fault(day(26)), Some(Fault::Past));
    }

    #[test]
    fn what_moves_changes_places_and_the_first_stays_first() {
        let mut page = page();
        assert_eq!(page.update(Message::Moved(TenderId(1), -1)), None);
        let Some(Wanted::SetTerms(terms)) = page.update(Message::Moved(TenderId(3), -1)) else {
            panic!("it moves");
        };
        let order: Vec<(i64, u16)> = terms.iter().map(|of| (of.tender.0, of.place)).collect();
        assert_eq!(order[..3], [(1, 1), (3, 2), (2, 3)]);
    }
}
