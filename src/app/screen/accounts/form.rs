//! The dialog in which something is done with an account: what is wanted, then the PIN of whoever may.

use crate::app::screen::Context;
use crate::app::screen::pin::PinEntry;
use crate::app::widget::keypad::Key;
use crate::domain::card::Act;
use crate::domain::ledger::{
    Kind, Stands, Unmoved, comes_in_coins, leaver_may_bring, may_pay_out, may_transfer,
};
use crate::domain::scanner::take_back;
use crate::domain::student::{Card, CardState};
use crate::domain::tender::{Reference, Tender, TenderKind};
use crate::domain::unusual::is_unusual;
use crate::domain::user::Pin;
use crate::domain::{BusinessDay, CardNumber, Money, MovementId, StudentId, TenderId};
use crate::store::{Account, Posted, What};
use crate::till::failure;

use super::right_of;

/// The field of a card's number, to give the focus to.
pub const NUMBER_ID: &str = "accounts-number";
/// The most that is typed as an amount.
const AMOUNT_MAX: u64 = 99_999_999;
/// The fewest letters of a reason.
const REASON_MIN: usize = 3;
/// The most letters of what is typed.
const TEXT_MAX: usize = 120;

/// What the dialog is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Put money on.
    TopUp,
    /// Put a mistake right.
    Correct,
    /// Move money to another pupil.
    Transfer,
    /// Give the balance back.
    Payout,
    /// Use a sibling's account.
    Share,
    /// Have an account of one's own again.
    Separate,
    /// Give out a card.
    Issue,
    /// Put another card in the place of this one.
    Replace(CardNumber),
    /// Block this card.
    Block(CardNumber),
    /// Let this card in again.
    Unblock(CardNumber),
    /// Give this card its last day.
    Expire(CardNumber),
    /// Say below what the balance is low.
    LowMark,
    /// Undo a top-up.
    Undo(Undoing),
    /// Whoever was paid out leaves the school, and who works here needs somebody's PIN for that.
    Leave,
}

/// A top-up that is to be undone, as its line or its receipt says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undoing {
    /// Its number.
    pub number: i64,
    /// How much.
    pub amount: Money,
    /// By which tender.
    pub tender: TenderKind,
    /// Whether it can still be undone.
    pub stands: Stands,
}

impl Purpose {
    /// The word of its sentences.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::TopUp => "top-up",
            Self::Correct => "correct",
            Self::Transfer => "transfer",
            Self::Payout => "payout",
            Self::Share => "share",
            Self::Separate => "separate",
            Self::Issue => "issue",
            Self::Replace(_) => "replace",
            Self::Block(_) => "block",
            Self::Unblock(_) => "unblock",
            Self::Expire(_) => "expire",
            Self::LowMark => "low-mark",
            Self::Undo(_) => "undo",
            Self::Leave => "leave",
        }
    }

    /// Whether an amount is typed.
    #[must_use]
    pub const fn has_amount(&self) -> bool {
        matches!(
            self,
            Self::TopUp | Self::Correct | Self::Transfer | Self::LowMark
        )
    }

    /// Whether money comes or goes by a tender.
    #[must_use]
    pub const fn has_tender(&self) -> bool {
        matches!(self, Self::TopUp | Self::Payout)
    }

    /// Whether a paper comes of it, and what is on the account then is said.
    #[must_use]
    pub const fn has_paper(&self) -> bool {
        self.has_tender() || matches!(self, Self::Undo(_))
    }

    /// Whether it asks why.
    #[must_use]
    pub const fn has_reason(&self) -> bool {
        !matches!(self, Self::TopUp | Self::LowMark | Self::Leave)
    }

    /// Whether it asks for a new card's number.
    #[must_use]
    pub const fn has_number(&self) -> bool {
        matches!(self, Self::Issue | Self::Replace(_))
    }

    /// Whether it asks for a last day.
    #[must_use]
    pub const fn has_day(&self) -> bool {
        matches!(self, Self::Issue | Self::Replace(_) | Self::Expire(_))
    }

    /// Whether it asks for another pupil.
    #[must_use]
    pub const fn has_other(&self) -> bool {
        matches!(self, Self::Transfer | Self::Share)
    }
}

/// What is wanted, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Money onto the account.
    TopUp {
        /// How much.
        amount: Money,
        /// By which tender.
        tender: TenderId,
        /// The operation's number.
        reference: Option<Reference>,
    },
    /// So much onto it or off it.
    Correct {
        /// Less than nothing: off it.
        amount: Money,
    },
    /// Money to another pupil.
    Transfer {
        /// Who gets it.
        to: StudentId,
        /// How much.
        amount: Money,
    },
    /// All that is there, given back.
    Payout {
        /// By which tender.
        tender: TenderId,
        /// The operation's number.
        reference: Option<Reference>,
    },
    /// A sibling's account from now on, or one of their own.
    Share {
        /// Whose; `None` for their own.
        with: Option<StudentId>,
    },
    /// Something with a card.
    Card(CardNumber, Act),
    /// Below this the balance is low; `None` for the house's threshold.
    LowMark(Option<Money>),
    /// The contrary of the top-up of that number.
    Undo(i64),
    /// Nothing is sold to them any more.
    Leave,
}

/// What the program is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The movement's name: pressed twice it is one.
    pub id: MovementId,
    /// With whose account.
    pub student: StudentId,
    /// What.
    pub wanted: Wanted,
    /// Why.
    pub reason: String,
    /// The PIN of whoever lends the right; `None` where the user has it.
    pub pin: Option<Pin>,
}

/// A text field of the dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The operation's number.
    Reference,
    /// Why.
    Reason,
    /// The new card's number.
    Number,
    /// The last day of a card.
    Day,
    /// The search for the other pupil.
    Other,
}

/// What happened in the dialog.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key of the keypad.
    KeyPressed(Key),
    /// A character from the keyboard that no field took.
    Typed(char),
    /// A usual amount was pressed.
    AmountChosen(Money),
    /// Onto the account, or off it.
    MinusChosen(bool),
    /// A tender was pressed.
    TenderChosen(TenderId),
    /// The other pupil was pressed.
    OtherChosen(StudentId, String),
    /// A field was typed into, or a usual answer pressed.
    TextChanged(Field, String),
    /// The house's threshold shall hold.
    HouseMarkChosen,
    /// The amount is meant, unusual as it is.
    Sure,
    /// The top-up that was just made is to be undone.
    UndoPressed,
    /// It is whole, or the PIN is.
    Confirmed,
    /// Whoever was paid out leaves the school.
    Left,
    /// It is not wanted.
    Dismissed,
}

/// How far the dialog is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Step {
    /// What is wanted.
    #[default]
    Fill,
    /// Whether an amount that is unusual is meant.
    Ask,
    /// Whoever may types their PIN.
    Approve,
    /// It is done, and says so.
    Done,
}

/// The state of the dialog.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is the answer to a question of its own"
)]
pub(super) struct Form {
    pub(super) id: MovementId,
    pub(super) student: StudentId,
    /// Of the same family, on an account of their own.
    siblings: Vec<StudentId>,
    pub(super) purpose: Purpose,
    pub(super) step: Step,
    /// What was on the account when the dialog opened.
    balance: Money,
    /// The most that was put onto it lately.
    brought: Option<Money>,
    /// Whether they have left, and nobody else uses the account.
    left: bool,
    /// Whether it was said that an unusual amount is meant.
    sure: bool,
    pub(super) amount: u64,
    pub(super) minus: bool,
    pub(super) house_mark: bool,
    pub(super) tender: Option<TenderId>,
    pub(super) reference: String,
    pub(super) reason: String,
    pub(super) number: String,
    pub(super) day: String,
    pub(super) query: String,
    pub(super) other: Option<(StudentId, String)>,
    pub(super) entry: PinEntry,
    pub(super) refused: Option<String>,
    pub(super) posted: Option<Posted>,
    /// Whether a try was made, so that what is missing is said.
    pub(super) tried: bool,
    asked: bool,
}

impl Form {
    pub(super) fn new(purpose: Purpose, account: &Account, context: &Context<'_>) -> Self {
        let cash = tenders(context).find(|tender| tender.kind == TenderKind::Cash);
        let family = account.family.iter().filter(|member| !member.shares);
        let mut siblings = family.map(|member| (member.student, member.name.clone()));
        let usual = match purpose {
            Purpose::Transfer if account.family.is_empty() => "",
            Purpose::Transfer | Purpose::Share | Purpose::Separate => "accounts-reason-siblings",
            Purpose::Payout => "accounts-reason-leaves",
            Purpose::Issue => "accounts-reason-first",
            Purpose::Replace(_) | Purpose::Block(_) => "accounts-reason-lost",
            Purpose::Unblock(_) => "accounts-reason-found",
            Purpose::Expire(_) => "accounts-reason-year",
            Purpose::TopUp
            | Purpose::Correct
            | Purpose::LowMark
            | Purpose::Undo(_)
            | Purpose::Leave => "",
        };
        let alone = siblings.next();
        let own_mark = account.own_mark.filter(|_| purpose == Purpose::LowMark);
        Self {
            id: MovementId((context.ids)()),
            student: account.customer.student.id,
            siblings: account.family.iter().map(|member| member.student).collect(),
            step: Step::Fill,
            balance: account.customer.standing.balance,
            brought: brought(account),
            left: has_left(account),
            sure: false,
            amount: own_mark.map_or(0, |mark| mark.amount().unsigned_abs()),
            minus: false,
            house_mark: purpose == Purpose::LowMark && account.own_mark.is_none(),
            tender: cash.map(|tender| tender.id),
            reference: String::new(),
            reason: match usual {
                "" => String::new(),
                usual => context.words.text(usual),
            },
            number: String::new(),
            day: last_day(&purpose, &account.cards.cards, context),
            query: String::new(),
            // One sibling: it is them.
            other: alone.filter(|_| purpose.has_other() && siblings.next().is_none()),
            entry: PinEntry::default(),
            refused: None,
            posted: None,
            tried: false,
            asked: false,
            purpose,
        }
    }

    /// What was asked is done; `None` closes the dialog, where there is nothing more to say.
    pub(super) fn done(mut self, posted: Option<Posted>) -> Option<Self> {
        self.asked = false;
        self.refused = None;
        self.posted = posted.filter(|_| self.purpose.has_paper());
        self.step = Step::Done;
        self.posted.is_some().then_some(self)
    }

    pub(super) fn refused(&mut self, why: String) {
        self.asked = false;
        self.entry.clear();
        self.refused = Some(why);
    }

    pub(super) const fn is_asked(&self) -> bool {
        self.asked
    }

    pub(super) fn asks_for_card(&self) -> bool {
        self.step == Step::Fill && self.purpose.has_number()
    }

    /// Whether a scan is taken: as the new number, or to go on with the next in the queue.
    pub(super) fn takes_scan(&self) -> bool {
        self.asks_for_card() || self.step == Step::Done
    }

    pub(super) fn card_is(&mut self, card: &CardNumber) {
        self.number = card.to_string();
    }

    /// What was put onto the account can be undone from the sentence that says so.
    pub(super) fn undoing(&self) -> Option<Undoing> {
        let slip = &self.posted.as_ref()?.slip;
        let topped_up = self.step == Step::Done && self.purpose == Purpose::TopUp;
        topped_up.then_some(Undoing {
            number: slip.number,
            amount: slip.amount,
            tender: slip.tender?,
            stands: Stands::Open,
        })
    }

    /// Whoever was paid out leaves, with the PIN of somebody who may let them go.
    pub(super) fn leaves(&mut self) {
        self.purpose = Purpose::Leave;
        self.step = Step::Approve;
        self.entry.clear();
        self.refused = None;
    }

    /// Back from the PIN or the question to what is wanted.
    pub(super) fn steps_back(&mut self) -> bool {
        let to_pin = self.step == Step::Approve && self.purpose != Purpose::Leave;
        let back = (to_pin || self.step == Step::Ask) && !self.asked;
        if back {
            self.step = Step::Fill;
            self.entry.clear();
            self.refused = None;
        }
        back
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        for field in [
            &mut self.reference,
            &mut self.reason,
            &mut self.number,
            &mut self.day,
            &mut self.query,
        ] {
            if let Some(without) = take_back(field, letters) {
                *field = without;
            }
        }
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Option<Task> {
        if self.asked {
            return None;
        }
        match message {
            Message::KeyPressed(key) => self.key(key),
            Message::Typed(letter) => self.typed(letter),
            Message::AmountChosen(amount) => self.figure(amount.amount().unsigned_abs()),
            Message::MinusChosen(minus) => self.minus = minus,
            Message::TenderChosen(tender) => self.tender = Some(tender),
            Message::OtherChosen(student, name) => self.choose(student, name, context),
            Message::TextChanged(field, text) => self.text(field, &text),
            Message::HouseMarkChosen => self.house_mark = true,
            // Enter answers no question about an amount: it was pressed a moment ago, and a reader sends it too.
            Message::Confirmed if self.step == Step::Ask => {}
            Message::Confirmed => return self.confirm(context),
            Message::Sure if self.step == Step::Ask => {
                self.sure = true;
                return self.confirm(context);
            }
            // The screen has the others.
            Message::Dismissed | Message::Left | Message::Sure | Message::UndoPressed => {}
        }
        None
    }

    /// What is usual between siblings is no reason between others.
    fn choose(&mut self, student: StudentId, name: String, context: &Context<'_>) {
        let usual = context.words.text("accounts-reason-siblings");
        match (self.siblings.contains(&student), self.reason == usual) {
            (false, true) => self.reason.clear(),
            (true, _) if self.reason.is_empty() => self.reason = usual,
            _ => {}
        }
        self.other = Some((student, name));
        self.refused = None;
    }

    fn key(&mut self, key: Key) {
        match self.step {
            Step::Approve => self.entry.pressed(key),
            Step::Fill if self.purpose.has_amount() => {
                self.figure(key.applied_to(self.amount, AMOUNT_MAX));
            }
            Step::Fill | Step::Ask | Step::Done => {}
        }
    }

    fn typed(&mut self, letter: char) {
        if let Some(digit) = letter.to_digit(10) {
            self.key(Key::Digit(u8::try_from(digit).unwrap_or(0)));
        }
    }

    fn figure(&mut self, amount: u64) {
        self.amount = amount;
        self.sure = false;
        self.house_mark = false;
        self.refused = None;
    }

    fn text(&mut self, field: Field, text: &str) {
        let text: String = text.chars().take(TEXT_MAX).collect();
        match field {
            Field::Reference => self.reference = text,
            Field::Reason => self.reason = text,
            Field::Number => self.number = text,
            Field::Day => self.day = text,
            Field::Other => {
                self.query = text;
                self.other = None;
            }
        }
        self.refused = None;
    }

    /// A second press finds it asked already.
    fn confirm(&mut self, context: &Context<'_>) -> Option<Task> {
        self.tried = true;
        let wanted = self.wanted(context)?;
        // What is refused whoever approves it is refused before anybody is asked.
        if let Some(why) = self.is_refused(context) {
            self.refused = Some(failure::of_movement(why).sentence(context.words));
            return None;
        }
        if self.is_unusual() && !self.sure {
            self.step = Step::Ask;
            return None;
        }
        let lacks = !context.user.may(right_of(&wanted));
        if lacks && matches!(self.step, Step::Fill | Step::Ask) {
            self.step = Step::Approve;
            self.refused = None;
            return None;
        }
        let pin = match lacks {
            true => Some(self.entry.pin()?),
            false => None,
        };
        self.asked = true;
        self.refused = None;
        Some(Task {
            id: self.id,
            student: self.student,
            wanted,
            reason: self.reason.trim().to_owned(),
            pin,
        })
    }

    /// Whether the amount is asked about once more.
    fn is_unusual(&self) -> bool {
        self.purpose == Purpose::TopUp && is_unusual(self.money(), self.brought)
    }

    /// Why it cannot be done, as the account stood when the dialog opened.
    fn is_refused(&self, context: &Context<'_>) -> Option<Unmoved> {
        match &self.purpose {
            Purpose::TopUp => {
                let kind = self.tender_of(context)?.kind;
                let leaver = match self.left {
                    true => leaver_may_bring(self.money(), self.balance),
                    false => Ok(()),
                };
                comes_in_coins(self.money(), kind).and(leaver).err()
            }
            Purpose::Transfer => may_transfer(self.money(), self.balance).err(),
            Purpose::Payout => may_pay_out(self.balance).err(),
            Purpose::Undo(of) => of.stands.ask().err(),
            _ => None,
        }
    }

    /// What is wanted, once nothing is missing.
    pub(super) fn wanted(&self, context: &Context<'_>) -> Option<Wanted> {
        if self.missing(context).is_some() {
            return None;
        }
        let number = || CardNumber::parse(&self.number).ok();
        Some(match &self.purpose {
            Purpose::TopUp => Wanted::TopUp {
                amount: self.money(),
                tender: self.tender?,
                reference: self.reference(),
            },
            Purpose::Correct if self.minus => Wanted::Correct {
                amount: -self.money(),
            },
            Purpose::Correct => Wanted::Correct {
                amount: self.money(),
            },
            Purpose::Transfer => Wanted::Transfer {
                to: self.other.as_ref()?.0,
                amount: self.money(),
            },
            Purpose::Payout => Wanted::Payout {
                tender: self.tender?,
                reference: self.reference(),
            },
            Purpose::Share => Wanted::Share {
                with: Some(self.other.as_ref()?.0),
            },
            Purpose::Separate => Wanted::Share { with: None },
            Purpose::Issue => Wanted::Card(
                number()?,
                Act::Issue {
                    student: self.student,
                    expires: self.last()?,
                },
            ),
            Purpose::Replace(old) => Wanted::Card(
                old.clone(),
                Act::Replace {
                    by: number()?,
                    expires: self.last()?,
                },
            ),
            Purpose::Block(card) => Wanted::Card(card.clone(), Act::Block),
            Purpose::Unblock(card) => Wanted::Card(card.clone(), Act::Unblock),
            Purpose::Expire(card) => Wanted::Card(card.clone(), Act::Expire { last: self.last()? }),
            Purpose::LowMark => Wanted::LowMark((!self.house_mark).then(|| self.money())),
            Purpose::Undo(of) => Wanted::Undo(of.number),
            Purpose::Leave => Wanted::Leave,
        })
    }

    /// The key of the sentence that says what is missing, if anything is.
    pub(super) fn missing(&self, context: &Context<'_>) -> Option<&'static str> {
        let purpose = &self.purpose;
        let tender = self.tender_of(context);
        if purpose.has_other() && self.other.is_none() {
            Some("accounts-needs-other")
        } else if purpose.has_amount() && self.amount == 0 && *purpose != Purpose::LowMark {
            Some("accounts-needs-amount")
        } else if purpose.has_tender() && tender.is_none() {
            Some("accounts-needs-tender")
        } else if purpose.has_tender()
            && tender.is_some_and(|tender| tender.needs_reference)
            && self.reference().is_none()
        {
            Some("accounts-needs-reference")
        } else if purpose.has_number() && CardNumber::parse(&self.number).is_err() {
            Some("accounts-needs-number")
        } else if purpose.has_day() && self.last().is_none() {
            Some("accounts-needs-day")
        } else if purpose.has_reason() && self.reason.trim().chars().count() < REASON_MIN {
            Some("accounts-needs-reason")
        } else {
            None
        }
    }

    pub(super) fn tender_of<'a>(&self, context: &Context<'a>) -> Option<&'a Tender> {
        tenders(context).find(|tender| Some(tender.id) == self.tender)
    }

    pub(super) fn money(&self) -> Money {
        Money::guaranies(i64::try_from(self.amount).unwrap_or(i64::MAX))
    }

    fn reference(&self) -> Option<Reference> {
        Reference::parse(&self.reference).ok()
    }

    /// The last day that was typed: nothing typed is no last day, nonsense is `None`.
    #[expect(clippy::option_option, reason = "no day, and none that can be read")]
    fn last(&self) -> Option<Option<BusinessDay>> {
        match self.day.trim() {
            "" => Some(None),
            typed => BusinessDay::written(typed).ok().map(Some),
        }
    }
}

/// The tenders that take money onto an account or give it back.
pub(super) fn tenders<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Tender> + use<'a> {
    let all = context.tenders.iter();
    all.filter(|tender| tender.active && tender.kind != TenderKind::Account)
}

/// The last day that the card of the dialog has now.
fn last_day(purpose: &Purpose, cards: &[Card], context: &Context<'_>) -> String {
    let Purpose::Expire(number) = purpose else {
        return String::new();
    };
    let card = cards.iter().find(|card| card.number == *number);
    let last = card.filter(|card| card.state != CardState::Replaced);
    let last = last.and_then(|card| card.expires);
    last.map_or_else(String::new, |day| context.words.date(day))
}

/// The most that was put onto the account lately, of what was not undone.
fn brought(account: &Account) -> Option<Money> {
    let lines = account.last.lines.iter();
    let top_ups = lines.filter(|line| {
        matches!(
            &line.what,
            What::Movement { kind: Kind::TopUp, stands, .. } if *stands != Some(Stands::Undone)
        )
    });
    top_ups.map(|line| line.amount).max()
}

fn has_left(account: &Account) -> bool {
    let shared = account.family.iter().any(|member| member.shares);
    !account.customer.student.active && !shared
}
