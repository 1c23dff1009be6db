//! The tour of the help and of the training mode.

use super::{Error, Guide, HelpTold, LanguageTold, Message, Place};
use crate::app::screen::help::Message as Help;

impl Guide<'_> {
    pub(super) fn help(&mut self) -> Result<(), Error> {
        self.go(Place::Checkout);
        self.tell(Message::Help(HelpTold::Asked));
        self.shoot("help")?;
        let said = |message| Message::Help(HelpTold::Screen(message));
        self.tell(said(Help::Searched("impresora".to_owned())));
        self.tell(said(Help::Entered));
        self.shoot("help-search")?;
        self.tell(said(Help::Left));
        self.tell(Message::Language(LanguageTold::Asked));
        self.shoot("language")?;
        self.tell(Message::Language(LanguageTold::Left));
        Ok(())
    }

    pub(super) fn training(&mut self) -> Result<(), Error> {
        self.go(Place::Checkout);
        self.program.play_training(true);
        self.shoot("training-checkout")?;
        self.program.play_training(false);
        Ok(())
    }
}
