//! The tour of the stock: a purchase, a count, a loss, movements, what to order, what it is worth.

use super::{Error, Guide, Message, Place};
use crate::app::program::StockTold;
use crate::app::screen::stock::{
    CountMessage, LossMessage, Message as Stock, MovesMessage, ReceiveField, ReceiveMessage, Tab,
};
use crate::domain::code::Code;
use crate::domain::stock::{LossReason, NotCounted};

impl Guide<'_> {
    pub(super) fn stocks(&mut self) -> Result<(), Error> {
        self.go(Place::Stock);
        self.shoot("stock-receive-empty")?;
        self.receiving()?;
        self.counting()?;
        self.losing()?;
        self.stock_screen(Stock::TabChosen(Tab::Moves));
        let juice = self.product("Jugo de manzana 200 ml")?;
        self.stock_screen(Stock::Moves(MovesMessage::ProductPressed(juice)));
        self.shoot("stock-moves")?;
        self.stock_screen(Stock::TabChosen(Tab::Order));
        self.shoot("stock-order")?;
        self.stock_screen(Stock::TabChosen(Tab::Worth));
        self.shoot("stock-worth")?;
        self.go(Place::Checkout);
        Ok(())
    }

    fn receiving(&mut self) -> Result<(), Error> {
        self.receive(ReceiveMessage::QueryTyped("jug".to_owned()));
        self.shoot("stock-found")?;
        self.receive(ReceiveMessage::QueryTyped(String::new()));
        for (field, text) in [
            (ReceiveField::Supplier, "Distribuidora Gloria"),
            (ReceiveField::Ruc, "80009735-2"),
            (ReceiveField::Document, "001-002-0014567"),
            (ReceiveField::Total, "270.000"),
        ] {
            self.receive(ReceiveMessage::Typed(field, text.to_owned()));
        }
        for name in ["Agua mineral 500 ml", "Jugo de manzana 200 ml"] {
            let product = self.product(name)?;
            self.receive(ReceiveMessage::ProductPressed(product));
        }
        self.receive(ReceiveMessage::EachChosen(true));
        for (line, quantity, cost) in [(0, "60", "2.500"), (1, "48", "")] {
            self.receive(ReceiveMessage::QuantityTyped(line, quantity.to_owned()));
            self.receive(ReceiveMessage::CostTyped(line, cost.to_owned()));
        }
        self.receive(ReceiveMessage::ReceivePressed);
        self.shoot("stock-receive-faults")?;
        let ruc = "80009735-1".to_owned();
        self.receive(ReceiveMessage::Typed(ReceiveField::Ruc, ruc));
        self.receive(ReceiveMessage::CostTyped(1, "2.400".to_owned()));
        self.shoot("stock-receive")?;
        self.receive(ReceiveMessage::ReceivePressed);
        self.shoot("stock-receive-differs")?;
        self.receive(ReceiveMessage::AgreedPressed);
        self.shoot("stock-received")?;
        self.tell(Message::NoticeClosed);
        Ok(())
    }

    fn counting(&mut self) -> Result<(), Error> {
        self.stock_screen(Stock::TabChosen(Tab::Count));
        self.shoot("stock-count-start")?;
        self.count(CountMessage::BlindChosen(false));
        self.count(CountMessage::BeginPressed);
        self.shoot("stock-count-none")?;
        let juice = self.product("Jugo de manzana 200 ml")?;
        for (name, found) in [
            ("Agua mineral 500 ml", "52"),
            ("Jugo de manzana 200 ml", "47"),
        ] {
            let product = self.product(name)?;
            self.count(CountMessage::ProductPressed(product));
            self.count(CountMessage::QuantityTyped(found.to_owned()));
            self.count(CountMessage::QuantityConfirmed);
        }
        self.count(CountMessage::ProductPressed(juice));
        self.shoot("stock-count")?;
        self.count(CountMessage::ReviewPressed);
        self.count(CountMessage::RestChosen(NotCounted::Leave));
        self.shoot("stock-count-review")?;
        self.count(CountMessage::Dismissed);
        self.count(CountMessage::DropPressed);
        self.shoot("stock-count-drop")?;
        self.count(CountMessage::Confirmed);
        Ok(())
    }

    fn losing(&mut self) -> Result<(), Error> {
        self.stock_screen(Stock::TabChosen(Tab::Loss));
        let code = Code::parse("9999999999").map_err(|_| Error::Missing("code".to_owned()))?;
        self.stock_screen(Stock::Scanned(code));
        self.shoot("stock-loss-none")?;
        self.tell(Message::NoticeClosed);
        let product = self.product("Jugo de manzana 200 ml")?;
        let loss = |message| Stock::Loss(message);
        self.stock_screen(loss(LossMessage::ProductPressed(product)));
        self.stock_screen(loss(LossMessage::QuantityTyped("3".to_owned())));
        self.stock_screen(loss(LossMessage::ReasonChosen(LossReason::Damaged)));
        self.shoot("stock-loss")?;
        self.stock_screen(loss(LossMessage::Confirmed));
        self.tell(Message::NoticeClosed);
        Ok(())
    }

    fn stock_screen(&mut self, message: Stock) {
        self.tell(Message::Stock(StockTold::Screen(message)));
    }

    fn receive(&mut self, message: ReceiveMessage) {
        self.stock_screen(Stock::Receive(message));
    }

    fn count(&mut self, message: CountMessage) {
        self.stock_screen(Stock::Count(message));
    }
}
