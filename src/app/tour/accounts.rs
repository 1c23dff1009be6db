//! The tour of the accounts: a parent brings money, a statement, cards, and what needs a manager's PIN.

use super::{Error, Guide, Message, Place};
use crate::app::program::AccountsTold;
use crate::app::screen::accounts::{Field, FormMessage, Message as Accounts, Period, Purpose, Tab};
use crate::app::widget::keypad::Key;
use crate::demo::SOFIA;
use crate::domain::student::CardState;
use crate::domain::tender::TenderKind;
use crate::domain::{CardNumber, Money, StudentId};

impl Guide<'_> {
    pub(super) fn accounts(&mut self) -> Result<(), Error> {
        let sofia = self.canteen.students.get(SOFIA).map(|student| student.id);
        let sofia = sofia.ok_or_else(|| Error::Missing("Sofía".to_owned()))?;
        self.go(Place::Accounts);
        self.at(Accounts::Closed);
        self.shoot("accounts")?;
        self.at(Accounts::QueryTyped("nadie así".to_owned()));
        self.shoot("accounts-not-found")?;
        self.at(Accounts::QueryTyped(String::new()));
        self.at(Accounts::LowPressed);
        self.shoot("accounts-low")?;
        self.at(Accounts::PersonPressed(sofia));
        self.shoot("account")?;
        self.parent_brings_money()?;
        self.statement()?;
        self.managers()?;
        self.cards(sofia)?;
        self.at(Accounts::Closed);
        Ok(())
    }

    fn parent_brings_money(&mut self) -> Result<(), Error> {
        self.at(Accounts::Pressed(Purpose::TopUp));
        self.fill_out(FormMessage::AmountChosen(Money::guaranies(50_000)));
        self.shoot("account-top-up")?;
        let transfer = self.till.tenders().wait()??;
        let transfer = transfer
            .iter()
            .find(|tender| tender.kind == TenderKind::Transfer);
        let transfer = transfer.ok_or_else(|| Error::Missing("transfer".to_owned()))?;
        self.fill_out(FormMessage::TenderChosen(transfer.id));
        self.fill_out(FormMessage::Confirmed);
        self.shoot("account-top-up-reference")?;
        let number = "8841907".to_owned();
        self.fill_out(FormMessage::TextChanged(Field::Reference, number));
        self.fill_out(FormMessage::Confirmed);
        self.shoot("account-top-up-done")?;
        self.fill_out(FormMessage::UndoPressed);
        let reason = "Error de carga".to_owned();
        self.fill_out(FormMessage::TextChanged(Field::Reason, reason));
        self.shoot("account-undo")?;
        self.fill_out(FormMessage::Dismissed);
        self.at(Accounts::Pressed(Purpose::TopUp));
        self.fill_out(FormMessage::AmountChosen(Money::guaranies(2_000_000)));
        self.fill_out(FormMessage::Confirmed);
        self.shoot("account-sure")?;
        self.fill_out(FormMessage::Dismissed);
        self.fill_out(FormMessage::Dismissed);
        Ok(())
    }

    fn statement(&mut self) -> Result<(), Error> {
        self.at(Accounts::PeriodChosen(Period::Year));
        self.shoot("account-statement")?;
        self.at(Accounts::PeriodChosen(Period::Chosen));
        self.at(Accounts::FromTyped("2/11/2026".to_owned()));
        self.at(Accounts::ToTyped("6/11/2026".to_owned()));
        self.at(Accounts::DaysConfirmed);
        self.shoot("account-statement-days")?;
        self.at(Accounts::PeriodChosen(Period::Last));
        Ok(())
    }

    fn managers(&mut self) -> Result<(), Error> {
        for (purpose, name) in [
            (Purpose::Correct, "account-correct"),
            (Purpose::Transfer, "account-transfer"),
            (Purpose::Payout, "account-payout"),
            (Purpose::Share, "account-share"),
            (Purpose::LowMark, "account-low-mark"),
        ] {
            let corrects = purpose == Purpose::Correct;
            self.at(Accounts::Pressed(purpose.clone()));
            if corrects {
                self.fill_out(FormMessage::MinusChosen(true));
                let reason = "Cargado dos veces".to_owned();
                self.fill_out(FormMessage::TextChanged(Field::Reason, reason));
            }
            if purpose.has_amount() {
                for figure in [5, 0] {
                    self.fill_out(FormMessage::KeyPressed(Key::Digit(figure)));
                }
                self.fill_out(FormMessage::KeyPressed(Key::Thousand));
            }
            self.shoot(name)?;
            if corrects {
                self.fill_out(FormMessage::Confirmed);
                for figure in "33".chars() {
                    self.at(Accounts::Typed(figure));
                }
                self.shoot("account-approval")?;
                self.fill_out(FormMessage::Dismissed);
            }
            self.fill_out(FormMessage::Dismissed);
        }
        Ok(())
    }

    fn cards(&mut self, sofia: StudentId) -> Result<(), Error> {
        let lost = self.canteen.cards.iter().find(|card| {
            let mut later = self.canteen.cards.iter().rev();
            let last = later.find(|of| of.student == card.student);
            card.state == CardState::Blocked && last.is_some_and(|last| last.number != card.number)
        });
        let lost = lost.ok_or_else(|| Error::Missing("blocked card".to_owned()))?;
        self.at(Accounts::Scanned(lost.number.clone()));
        self.shoot("account-card-refused")?;
        self.tell(Message::NoticeClosed);
        self.at(Accounts::TabChosen(Tab::Cards));
        self.shoot("account-cards")?;
        self.at(Accounts::PersonPressed(sofia));
        self.at(Accounts::TabChosen(Tab::Cards));
        let card = self.canteen.cards.iter().find(|card| card.student == sofia);
        let card = card.ok_or_else(|| Error::Missing("card".to_owned()))?;
        self.at(Accounts::Pressed(Purpose::Replace(card.number.clone())));
        if let Ok(new) = CardNumber::parse("00901") {
            self.at(Accounts::Scanned(new));
        }
        self.shoot("account-card-replace")?;
        self.fill_out(FormMessage::Dismissed);
        Ok(())
    }

    fn at(&mut self, message: Accounts) {
        self.tell(Message::Accounts(AccountsTold::Screen(message)));
    }

    fn fill_out(&mut self, message: FormMessage) {
        self.at(Accounts::Form(message));
    }
}
