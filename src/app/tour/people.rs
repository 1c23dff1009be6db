//! The tour of people's forms, the end of the year and lists.

use std::path::Path;

use super::{Error, Guide, Message, Place};
use crate::app::program::PeopleTold;
use crate::app::screen::lists::Entry;
use crate::app::screen::people::{Field, Message as People, Tab, Whom};
use crate::demo::SOFIA;

/// A list as a school has it: one new, one changed, one as on file.
const LIST: &str = "Escuela Ñandutí - 2026\n\nAlumno;Grado;Tarjeta;Responsable;Teléfono\n\
    Lourdes Aquino;1.º grado A;91001;Nilda Aquino;0981 000 111\n\
    Sofía Benítez;6.º grado B;00414;;\n";
/// One with errors.
const BAD_LIST: &str =
    "Alumno;Grado;Tarjeta;RUC\nAna Vera;2.º grado;91002;80009735-2\nLeo Vera;2.º grado;91002;\n";

impl Guide<'_> {
    pub(super) fn forms_of_people(&mut self) -> Result<(), Error> {
        self.go(Place::People);
        self.shoot("people")?;
        self.person(People::WhomChosen(Whom::Low));
        self.shoot("people-low")?;
        self.person(People::WhomChosen(Whom::Here));
        self.person(People::QueryTyped("nadie así".to_owned()));
        self.shoot("people-not-found")?;
        self.person(People::QueryTyped(String::new()));
        let sofia = self.canteen.students.get(SOFIA);
        let sofia = sofia.ok_or_else(|| Error::Missing("Sofía".to_owned()))?.id;
        self.person(People::PersonPressed(sofia));
        self.shoot("person")?;
        for (tab, name) in [
            (Tab::Guardians, "person-guardians"),
            (Tab::Account, "person-account"),
            (Tab::Health, "person-health"),
            (Tab::Data, "person-data"),
        ] {
            self.person(People::TabChosen(tab));
            self.shoot(name)?;
        }
        self.person(People::ErasePressed);
        self.person(People::ReasonTyped(
            "Lo pidió su madre por escrito".to_owned(),
        ));
        self.shoot("person-erase")?;
        self.person(People::Dismissed);
        self.person(People::NewPressed);
        self.person(People::Typed(Field::Name, "Lourdes Aquino".to_owned()));
        self.person(People::Typed(Field::Grade, "1.º grado".to_owned()));
        self.person(People::Typed(Field::Birthday, "31/02/2019".to_owned()));
        self.person(People::SavePressed);
        self.shoot("person-new")?;
        self.person(People::Closed);
        self.year()?;
        self.lists_of_people()
    }

    fn year(&mut self) -> Result<(), Error> {
        self.person(People::YearPressed);
        self.shoot("people-year")?;
        self.person(People::YearPreviewed);
        self.shoot("people-year-preview")?;
        self.person(People::Dismissed);
        self.person(People::LeaversPressed);
        self.shoot("people-leavers")?;
        self.person(People::Dismissed);
        Ok(())
    }

    fn lists_of_people(&mut self) -> Result<(), Error> {
        self.person(People::ListPressed);
        let entry = |name: &str, is_folder| Entry {
            path: Path::new("Cantina").join(name),
            is_folder,
        };
        let entries = vec![entry("2026", true), entry("alumnos-2026.csv", false)];
        self.tell(Message::People(PeopleTold::Folder(
            false,
            "Cantina".into(),
            entries,
        )));
        self.shoot("people-list-file")?;
        for (list, name) in [(LIST, "people-list"), (BAD_LIST, "people-list-errors")] {
            let words = crate::i18n::I18n::new(self.till.config().locale);
            let compared = self
                .till
                .plan_people(list.as_bytes().to_vec(), &words)
                .wait();
            let compared = compared??;
            self.tell(Message::People(PeopleTold::Compared(Ok(Box::new(
                compared,
            )))));
            self.shoot(name)?;
        }
        self.person(People::Dismissed);
        Ok(())
    }

    fn person(&mut self, message: People) {
        self.tell(Message::People(PeopleTold::Screen(message)));
    }
}
