//! The tour of what goes back, and of who did what.

use super::checkout::LUNCH;
use super::{Error, Guide, Message, Place};
use crate::app::screen::checkout::{Message as Checkout, Way};
use crate::app::screen::sales::{Message as Sales, ReturnMessage};
use crate::app::screen::settings::{self, AuditMessage, Page};
use crate::domain::code::Code;
use crate::domain::refund::Goods;
use crate::domain::ticket::TicketCode;
use crate::domain::user::Role;
use crate::domain::{BusinessDay, SaleId};

impl Guide<'_> {
    pub(super) fn returns(&mut self) -> Result<(), Error> {
        self.list(Sales::QueryChanged("sof".to_owned()));
        self.list(Sales::QuerySubmitted);
        self.shoot("sales-found")?;
        // The Friday before.
        let friday = BusinessDay::from_number(super::day().number() - 3);
        let friday = friday.ok_or_else(|| Error::Missing("day".to_owned()))?;
        self.list(Sales::DayPressed(friday));
        let then = self.till.sales_of(friday).wait()??;
        let sold = then.iter().filter(|sale| sale.has_left).map(|sale| sale.id);
        let sold: Vec<SaleId> = sold.take(2).collect();
        let [first, second] = sold[..] else {
            return Err(Error::Missing("sales of Friday".to_owned()));
        };
        self.list(Sales::Chosen(first));
        self.shoot("sales-day")?;
        self.list(Sales::RefundPressed);
        self.back(ReturnMessage::AllPressed);
        self.back(ReturnMessage::GoodsChosen(1, Goods::Spoiled));
        self.shoot("refund-lines")?;
        self.approve_return(true)?;
        self.shoot("refund-done")?;
        self.list(Sales::Chosen(second));
        self.list(Sales::ExchangePressed);
        self.back(ReturnMessage::AllPressed);
        self.approve_return(false)?;
        self.press(LUNCH[0])?;
        self.shoot("exchange-checkout")?;
        self.sell(Checkout::PayPressed(Way::Cash));
        self.shoot("exchange-pay")?;
        self.sell(Checkout::DialogClosed);
        let code = Code::parse(&TicketCode::of(1).to_string());
        let code = code.map_err(|_| Error::Missing("code of a ticket".to_owned()))?;
        self.sell(Checkout::Scanned(code));
        self.shoot("checkout-ticket")?;
        self.sell(Checkout::DialogClosed);
        self.empty();
        self.go(Place::Sales);
        Ok(())
    }

    /// Why, and by whose PIN.
    fn approve_return(&mut self, shown: bool) -> Result<(), Error> {
        self.back(ReturnMessage::StepPressed);
        let reason = "Producto en mal estado".to_owned();
        self.back(ReturnMessage::ReasonChanged(reason));
        let login = self.canteen.logins.iter();
        let login = login
            .clone()
            .find(|login| login.user.role == Role::Supervisor);
        let login = login.ok_or_else(|| Error::Missing("supervisor".to_owned()))?;
        let pin: Vec<char> = login.pin.digits().chars().collect();
        for (typed, figure) in pin.into_iter().enumerate() {
            if shown && typed == 2 {
                self.shoot("refund-approval")?;
            }
            self.list(Sales::Typed(figure));
        }
        self.list(Sales::VoidConfirmed);
        Ok(())
    }

    pub(super) fn audit(&mut self) -> Result<(), Error> {
        self.go(Place::Settings);
        let page = settings::Message::PageChosen(Page::Audit);
        self.tell(Message::Settings(page));
        let path = AuditMessage::PathTyped("auditoria.csv".to_owned());
        self.tell(Message::Settings(settings::Message::Audit(path)));
        self.shoot("settings-audit")
    }

    fn list(&mut self, message: Sales) {
        self.tell(Message::Sales(message));
    }

    fn back(&mut self, message: ReturnMessage) {
        self.list(Sales::Returning(message));
    }
}
