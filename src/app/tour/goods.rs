//! The tour of the products: the list, many at once, the form in its parts, tags.

use super::{Error, Guide, Message, Place};
use crate::app::program::GoodsTold;
use crate::app::screen::goods::{
    Field, FormMessage, Key, MassField, MassMessage, Message as Goods, Only, Tab, TagsMessage, What,
};
use crate::domain::catalogue::Unit;
use crate::domain::goods::{Holds, TileColour};

/// Sold by the piece, with codes.
const SWEET: &str = "Alfajor de chocolate";

impl Guide<'_> {
    pub(super) fn goods(&mut self) -> Result<(), Error> {
        let reading = self.program.begin(Message::Went(Place::Products));
        self.shoot("products-reading")?;
        self.program.end(reading);
        self.shoot("products")?;
        self.of_goods(Goods::QueryTyped("nada así".to_owned()));
        self.shoot("products-none")?;
        self.of_goods(Goods::QueryTyped(String::new()));
        self.of_goods(Goods::FiltersPressed);
        self.of_goods(Goods::OnlyChosen(Only {
            undeclared: true,
            ..Only::default()
        }));
        self.shoot("products-filter")?;
        self.of_goods(Goods::FilterCleared);
        self.of_goods(Goods::DialogClosed);
        self.many()?;
        self.one()
    }

    fn of_goods(&mut self, message: Goods) {
        self.tell(Message::Goods(GoodsTold::Screen(message)));
    }

    fn form(&mut self, message: FormMessage) {
        self.of_goods(Goods::Form(message));
    }

    fn type_of(&mut self, field: Field, text: &str) {
        self.form(FormMessage::Typed(field, text.to_owned()));
    }

    fn many(&mut self) -> Result<(), Error> {
        for key in [
            Key::Space,
            Key::Down,
            Key::Space,
            Key::Down,
            Key::Down,
            Key::Space,
        ] {
            self.of_goods(Goods::Pressed(key));
        }
        self.shoot("products-ticked")?;
        self.of_goods(Goods::MassPressed);
        self.shoot("products-change")?;
        self.mass(MassMessage::Typed(MassField::Value, "7,5".to_owned()));
        self.mass(MassMessage::Typed(
            MassField::Since,
            "01/12/2026".to_owned(),
        ));
        self.shoot("products-change-price")?;
        self.mass(MassMessage::WhatChosen(What::Category));
        self.mass(MassMessage::Typed(MassField::Value, "Merienda".to_owned()));
        self.shoot("products-change-category")?;
        self.of_goods(Goods::DialogClosed);
        self.of_goods(Goods::TagsPressed);
        let folder = TagsMessage::FolderTyped("Cantina".to_owned());
        self.of_goods(Goods::Tags(folder));
        self.of_goods(Goods::Tags(TagsMessage::AllStepped(2)));
        self.shoot("products-tags")?;
        self.of_goods(Goods::DialogClosed);
        self.of_goods(Goods::NonePressed);
        Ok(())
    }

    fn mass(&mut self, message: MassMessage) {
        self.of_goods(Goods::Mass(message));
    }

    fn one(&mut self) -> Result<(), Error> {
        let sweet = self.product(SWEET)?;
        self.of_goods(Goods::RowPressed(sweet));
        self.shoot("product")?;
        self.form(FormMessage::TabChosen(Tab::Prices));
        self.type_of(Field::Price, "5.500");
        self.type_of(Field::Since, "01/12/2026");
        self.form(FormMessage::SavePressed);
        self.shoot("products-kept")?;
        self.of_goods(Goods::RowPressed(sweet));
        self.form(FormMessage::TabChosen(Tab::Prices));
        self.shoot("product-prices")?;
        self.type_of(Field::Price, "mucho");
        self.form(FormMessage::SavePressed);
        self.shoot("product-wrong")?;
        self.form(FormMessage::BackPressed);
        self.shoot("product-unsaved")?;
        self.form(FormMessage::DialogClosed);
        self.form(FormMessage::UndoPressed);
        self.form(FormMessage::TabChosen(Tab::Stock));
        self.form(FormMessage::UnitChosen(Unit::Kilogram));
        self.form(FormMessage::HoldsChosen(Some(Holds::Weight)));
        self.type_of(Field::Plu, "01234");
        self.shoot("product-scale")?;
        self.form(FormMessage::UndoPressed);
        self.tell(Message::Goods(GoodsTold::Listed(
            "Cantina".into(),
            pictures(),
        )));
        self.form(FormMessage::TabChosen(Tab::Tile));
        self.form(FormMessage::FavouritePressed);
        self.type_of(Field::Place, "1");
        self.form(FormMessage::ColourChosen(TileColour::new(2)));
        self.shoot("product-tile")?;
        self.form(FormMessage::UndoPressed);
        self.form(FormMessage::TabChosen(Tab::Label));
        self.shoot("product-label")?;
        self.form(FormMessage::BackPressed);
        self.of_goods(Goods::NewPressed);
        self.form(FormMessage::SavePressed);
        self.form(FormMessage::TabChosen(Tab::Product));
        self.shoot("product-new")?;
        self.form(FormMessage::DiscardPressed);
        Ok(())
    }
}

/// The chooser shows this, and not what the machine's own folder holds.
fn pictures() -> Vec<crate::app::screen::goods::Entry> {
    [("2025", true), ("alfajor.jpg", false), ("fotos.png", false)]
        .map(|(name, is_folder)| crate::app::screen::goods::Entry {
            path: std::path::Path::new("Cantina").join(name),
            is_folder,
        })
        .into()
}
