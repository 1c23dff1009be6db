//! The tour of settings that are written line by line, of the search, and of the file of all settings.

use super::{Error, Guide, Place};
use crate::app::screen::settings::{
    HouseMessage, Message, Page, RightsMessage, SheetMessage, TransferMessage, UsersMessage,
};
use crate::domain::user::Role;
use crate::settings::Entry;

impl Guide<'_> {
    /// What is written here is not saved.
    pub(super) fn setting(&mut self) -> Result<(), Error> {
        self.go(Place::Settings);
        for (page, name) in [
            (Page::Taxes, "settings-taxes"),
            (Page::Shift, "settings-shift"),
            (Page::Accounts, "settings-accounts"),
            (Page::Calendar, "settings-calendar"),
            (Page::Dashboard, "settings-dashboard"),
            (Page::Machine, "settings-machine"),
        ] {
            self.set(Message::PageChosen(page));
            self.shoot(name)?;
        }
        self.set(Message::PageChosen(Page::Shift));
        if let Some(tolerance) = Entry::of("shift.tolerance") {
            let typed = SheetMessage::Typed(tolerance, "veinte mil".to_owned());
            self.set(Message::Sheet(typed));
        }
        self.shoot("settings-refused")?;
        self.set(Message::Sheet(SheetMessage::UndoPressed));
        self.set(Message::FindTyped("cajon".to_owned()));
        self.shoot("settings-find")?;
        self.set(Message::FindTyped("diferensia".to_owned()));
        if let Some(difference) = Entry::of("shift.tolerance") {
            self.set(Message::FoundPressed(difference.key, Page::Shift));
        }
        self.shoot("settings-found")?;
        self.transfer()?;
        self.role()
    }

    fn transfer(&mut self) -> Result<(), Error> {
        self.set(Message::PageChosen(Page::Transfer));
        let path = "/media/pendrive/ajustes.toml".to_owned();
        self.set(Message::Transfer(TransferMessage::PathTyped(path.clone())));
        self.tell(crate::app::program::Message::Setting(
            crate::app::program::setting_told_for_pictures(path.into()),
        ));
        self.shoot("settings-transfer")
    }

    fn role(&mut self) -> Result<(), Error> {
        self.set(Message::PageChosen(Page::Users));
        let cashier = self.canteen.user(Role::Cashier).map(|user| user.id);
        let cashier = cashier.ok_or_else(|| Error::Missing("cashier".to_owned()))?;
        self.set(Message::Users(UsersMessage::RightsPressed(cashier)));
        let chosen = RightsMessage::RoleChosen(Role::Supervisor);
        self.set(Message::House(HouseMessage::Rights(chosen)));
        self.shoot("settings-role")?;
        let closed = RightsMessage::Closed;
        self.set(Message::House(HouseMessage::Rights(closed)));
        Ok(())
    }
}
