//! The tour of the restrictions: the matrix, an open product, the queue, what to declare first.

use super::{Error, Guide, Message, Place};
use crate::app::screen::declare::{Filter, Key, Message as Declare, Page, ProductMessage, Tab};
use crate::domain::diet::Declared;

/// Somebody has declared nothing of it, and its label says a lot.
const PASTRY: &str = "Factura con dulce de leche";
/// Made in the kitchen.
const MADE: &str = "Milanesa de carne con puré";
/// The column of milk.
const MILK: usize = 6;

impl Guide<'_> {
    /// A cashier at the door of the restrictions.
    pub(super) fn refused_place(&mut self) -> Result<(), Error> {
        self.go(Place::Declare);
        self.shoot("declare-refused")?;
        self.tell(Message::NoticeClosed);
        Ok(())
    }

    pub(super) fn declare(&mut self) -> Result<(), Error> {
        let reading = self.program.begin(Message::Went(Place::Declare));
        self.shoot("declare-reading")?;
        self.program.end(reading);
        self.shoot("declare-matrix")?;
        self.cells()?;
        self.open_product()?;
        self.turn(Declare::PageChosen(Page::Queue));
        self.shoot("declare-queue")?;
        self.turn(Declare::PageChosen(Page::First));
        self.shoot("declare-first")
    }

    fn turn(&mut self, message: Declare) {
        self.tell(Message::Declare(message));
    }

    fn cells(&mut self) -> Result<(), Error> {
        let pastry = self.product(PASTRY)?;
        self.turn(Declare::RowPressed(pastry));
        self.shoot("declare-cell")?;
        self.turn(Declare::SearchChanged(PASTRY.to_owned()));
        self.turn(Declare::CellPressed(0, MILK));
        self.shoot("declare-chooser")?;
        self.turn(Declare::StatePressed(Declared::Free));
        self.shoot("declare-confirm")?;
        self.turn(Declare::DialogClosed);
        self.turn(Declare::RestPressed);
        self.shoot("declare-rest")?;
        self.turn(Declare::SearchChanged("surubí".to_owned()));
        self.shoot("declare-none")?;
        self.turn(Declare::SearchChanged(String::new()));
        self.turn(Declare::SourcePressed);
        self.shoot("declare-sources")?;
        self.turn(Declare::Pressed(Key::Escape));
        self.turn(Declare::FilterChosen(Filter::All));
        Ok(())
    }

    fn open_product(&mut self) -> Result<(), Error> {
        let (pastry, made) = (self.product(PASTRY)?, self.product(MADE)?);
        self.turn(Declare::ProductPressed(pastry));
        self.turn(Declare::Product(ProductMessage::NameTyped(
            "Factura con dulce de leche grande".to_owned(),
        )));
        self.shoot("declare-product")?;
        self.turn(Declare::Product(ProductMessage::SavePressed));
        self.turn(Declare::Product(ProductMessage::TabChosen(Tab::History)));
        self.shoot("declare-product-history")?;
        self.turn(Declare::ProductPressed(made));
        self.turn(Declare::Product(ProductMessage::TabChosen(Tab::Recipe)));
        for part in ["Pan rallado", "Carne vacuna"] {
            self.turn(Declare::Product(ProductMessage::PartTyped(part.to_owned())));
            self.turn(Declare::Product(ProductMessage::IngredientPressed));
        }
        self.turn(Declare::Product(ProductMessage::PartTyped(
            "leche".to_owned(),
        )));
        self.shoot("declare-product-recipe")?;
        self.turn(Declare::Product(ProductMessage::Closed));
        Ok(())
    }
}
