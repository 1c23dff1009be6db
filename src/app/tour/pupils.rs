//! The tour of the pupils and of the rules of the house.

use super::{Error, Guide, Message, Place};
use crate::app::screen::pupils::{
    Field, FormMessage, Message as Pupils, Period, SheetMessage, Subject, Tab,
};
use crate::app::screen::settings::{self, OwnMessage, Page, PolicyMessage};
use crate::demo::SOFIA;
use crate::domain::StudentId;
use crate::domain::diet::{Allergen, Declared, Diet, Response, Severity};

/// Words with a fault in their third line.
const BAD_WORDS: &str = "# cómo se dice acá\n[= leche]\n[= lechee]\nkesu\n";

impl Guide<'_> {
    pub(super) fn pupils(&mut self) -> Result<(), Error> {
        self.go(Place::Pupils);
        self.shoot("pupils")?;
        self.mind(Pupils::QueryTyped("nadie así".to_owned()));
        self.shoot("pupils-not-found")?;
        self.mind(Pupils::QueryTyped(String::new()));
        self.mind(Pupils::ShownChosen(true));
        self.shoot("pupils-minded")?;
        let sofia = self.sofia()?;
        self.mind(Pupils::PersonPressed(sofia));
        self.shoot("pupil")?;
        self.fill_in()?;
        self.mind(Pupils::TabChosen(Tab::History));
        self.shoot("pupil-history")?;
        self.family_sheet()
    }

    fn fill_in(&mut self) -> Result<(), Error> {
        self.mind(Pupils::AddAllergyPressed);
        self.fill(FormMessage::AllergenChosen(Allergen::EACH_NUT[2].0));
        self.fill(FormMessage::SeverityChosen(Severity::Moderate));
        self.type_in(Field::Until, "31/02/2027");
        self.type_in(Field::Document, "Certificado del Dr. Ayala, 03/2026");
        self.fill(FormMessage::Confirmed);
        self.shoot("pupil-add")?;
        self.type_in(Field::Until, "30/06/2027");
        self.type_in(Field::Contact, "La abuela, Elvira");
        self.fill(FormMessage::Confirmed);
        self.mind(Pupils::AddDietPressed);
        self.fill(FormMessage::DietChosen(Diet::NO_PORK));
        self.shoot("pupil-diet")?;
        self.fill(FormMessage::Confirmed);
        self.shoot("pupil-noted")?;
        self.mind(Pupils::EndPressed(Subject::Diet(Diet::NO_PORK)));
        self.shoot("pupil-end")?;
        self.type_in(Field::SaidBy, "Su madre");
        self.fill(FormMessage::Confirmed);
        Ok(())
    }

    fn family_sheet(&mut self) -> Result<(), Error> {
        self.sheet(SheetMessage::FolderTyped("Cantina".to_owned()));
        self.mind(Pupils::TabChosen(Tab::Sheet));
        self.shoot("pupil-sheet")?;
        self.sheet(SheetMessage::PeriodChosen(Period::Chosen));
        self.sheet(SheetMessage::FromTyped("24/11/26".to_owned()));
        self.sheet(SheetMessage::DaysConfirmed);
        self.shoot("pupil-sheet-days")
    }

    pub(super) fn rules(&mut self) -> Result<(), Error> {
        self.go(Place::Settings);
        self.leaf(Page::Policy);
        self.shoot("settings-policy")?;
        let cell = PolicyMessage::CellPressed(Declared::MayContain, Severity::Mild);
        self.policy(cell);
        self.shoot("settings-policy-cell")?;
        self.policy(PolicyMessage::ResponseChosen(Response::Approve));
        self.shoot("settings-policy-changed")?;
        self.policy(PolicyMessage::SavePressed);
        self.shoot("settings-policy-saved")?;
        self.leaf(Page::Own);
        self.own(OwnMessage::AllergenTyped("Frutilla".to_owned()));
        self.own(OwnMessage::AllergenAdded);
        let typed = iced::widget::text_editor::Edit::Paste(std::sync::Arc::new(BAD_WORDS.into()));
        self.own(OwnMessage::Edited(iced::widget::text_editor::Action::Edit(
            typed,
        )));
        self.own(OwnMessage::SavePressed);
        self.shoot("settings-own")
    }

    fn sofia(&self) -> Result<StudentId, Error> {
        let sofia = self.canteen.students.get(SOFIA);
        let sofia = sofia.ok_or_else(|| Error::Missing("Sofía".to_owned()))?;
        Ok(sofia.id)
    }

    fn mind(&mut self, message: Pupils) {
        self.tell(Message::Pupils(message));
    }

    fn fill(&mut self, message: FormMessage) {
        self.mind(Pupils::Form(message));
    }

    fn type_in(&mut self, field: Field, text: &str) {
        self.fill(FormMessage::Typed(field, text.to_owned()));
    }

    fn sheet(&mut self, message: SheetMessage) {
        self.mind(Pupils::Sheet(message));
    }

    fn leaf(&mut self, page: Page) {
        self.tell(Message::Settings(settings::Message::PageChosen(page)));
    }

    fn policy(&mut self, message: PolicyMessage) {
        self.tell(Message::Settings(settings::Message::Policy(message)));
    }

    fn own(&mut self, message: OwnMessage) {
        self.tell(Message::Settings(settings::Message::Own(message)));
    }
}
