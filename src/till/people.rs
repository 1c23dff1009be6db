//! People's forms, lists that bring them up to date, the end of the year, and a person's own data.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Reply, Till};
use crate::domain::formula::sheet;
use crate::domain::people::{Contact, Listed, Profile, Refused, Step};
use crate::domain::user::{Approval, Right};
use crate::domain::{CardNumber, Moment, StudentId};
use crate::i18n::I18n;
use crate::import::{self, Difference};
use crate::report::person::{self, Written};
use crate::store::people::{
    Erased, Grades, Leaver, Move, OnFile, Opened, Promoted, Pseudonyms, TakenUp,
};
use crate::store::{self, Stamp};

/// A list of pupils with what it would change; nothing is written yet.
#[derive(Debug, Clone)]
pub struct PeopleList {
    /// What would change.
    pub difference: Difference,
    /// What it was compared with.
    before: Vec<OnFile>,
}

/// The photo of each pupil who has one, as JPEG or PNG.
pub type Photos = Vec<(StudentId, Vec<u8>)>;

impl Till {
    /// Everybody by name, also those who left, without a word of health.
    pub fn people(&self) -> Reply<Result<Vec<Listed>, store::Error>> {
        self.beside(|reader| reader.people(false))
    }

    /// The same with who must not eat something; the look is noted first.
    pub fn people_minded(&self, stamp: Stamp) -> Reply<Result<Vec<Listed>, store::Error>> {
        self.writer.ask(move |store| {
            store.note_health_seen(None, stamp)?;
            store.people(true)
        })
    }

    /// The form of a pupil.
    pub fn person(&self, student: StudentId) -> Reply<Result<Opened, store::Error>> {
        self.writer.ask(move |store| store.person(student))
    }

    /// Guardians on file whose name has that in it.
    pub fn guardians(&self, query: String) -> Reply<Result<Vec<Contact>, store::Error>> {
        self.writer.ask(move |store| store.guardians(&query))
    }

    /// Keeps a pupil's form, of a new pupil with their card; gives the form as it is then.
    pub fn keep_person(
        &self,
        student: Option<StudentId>,
        profile: Profile,
        card: Option<CardNumber>,
        stamp: Stamp,
    ) -> Reply<Result<Opened, store::Error>> {
        self.writer.ask(move |store| {
            let student = match student {
                Some(student) => {
                    store.change_person(student, profile, stamp)?;
                    student
                }
                None => store.add_person(profile, card.as_ref(), stamp)?,
            };
            store.person(student)
        })
    }

    /// Lets a pupil go, or takes them back.
    pub fn set_person_active(
        &self,
        student: StudentId,
        active: bool,
        stamp: Stamp,
    ) -> Reply<Result<Opened, store::Error>> {
        self.writer.ask(move |store| {
            store.set_person_active(student, active, stamp)?;
            store.person(student)
        })
    }

    /// Keeps a photo that was made small, or takes it away.
    pub fn set_photo(
        &self,
        student: StudentId,
        image: Option<Vec<u8>>,
        stamp: Stamp,
    ) -> Reply<Result<Opened, store::Error>> {
        self.writer.ask(move |store| {
            store.set_photo(student, image.as_deref(), stamp)?;
            store.person(student)
        })
    }

    /// Photos of these pupils that were kept with their forms.
    pub fn photos(&self, students: Vec<StudentId>) -> Reply<Result<Photos, store::Error>> {
        self.writer.ask(move |store| store.photos(&students))
    }

    /// Reads a list of pupils and says what it would change.
    pub fn plan_people(
        &self,
        bytes: Vec<u8>,
        words: &I18n,
    ) -> Reply<Result<PeopleList, store::Error>> {
        let names = words.names().clone();
        self.writer.ask(move |store| {
            let before = store.on_file_people()?;
            let difference = import::differ(import::pupils(&bytes, &names), &before);
            Ok(PeopleList { difference, before })
        })
    }

    /// Takes over a list without problems, all or nothing, if the file is as it was compared with.
    pub fn take_people(
        &self,
        list: PeopleList,
        stamp: Stamp,
    ) -> Reply<Result<TakenUp, store::Error>> {
        self.writer.ask(move |store| {
            if !list.difference.problems.is_empty() {
                return Err(Refused::Changed.into());
            }
            store.take_people(&list.difference.rows, &list.before, stamp)
        })
    }

    /// The grades of the school with how many are in each, and the last promotion that holds.
    pub fn grades(&self) -> Reply<Result<Grades, store::Error>> {
        self.writer
            .ask(|store| Ok((store.grades()?, store.last_promotion()?)))
    }

    /// Who would go where.
    pub fn plan_promotion(&self, steps: Vec<Step>) -> Reply<Result<Vec<Move>, store::Error>> {
        self.writer.ask(move |store| store.plan_promotion(&steps))
    }

    /// Promotes the school, if it is as `shown`.
    pub fn promote(
        &self,
        steps: Vec<Step>,
        shown: &[Move],
        stamp: Stamp,
    ) -> Reply<Result<Promoted, store::Error>> {
        let shown: Vec<_> = shown.iter().map(|of| (of.student, of.to.clone())).collect();
        self.writer
            .ask(move |store| store.promote(&steps, &shown, stamp))
    }

    /// Takes a promotion of today back.
    pub fn undo_promotion(&self, number: i64, stamp: Stamp) -> Reply<Result<usize, store::Error>> {
        self.writer
            .ask(move |store| store.undo_promotion(number, stamp))
    }

    /// Who left with something on their account.
    pub fn leavers(&self) -> Reply<Result<Vec<Leaver>, store::Error>> {
        self.beside(store::Reader::leavers)
    }

    /// Writes all that is known of a person into a folder, and notes that it was given out. Waits: not for
    /// the screen's thread.
    pub fn export_person(
        &self,
        student: StudentId,
        folder: PathBuf,
        approval: Approval,
        now: Moment,
    ) -> Reply<Result<Written, store::Error>> {
        let till = self.clone();
        let words = I18n::new(self.config().locale);
        Reply::aside(move || {
            let approved = approval.spend(Right::Users);
            let approved =
                approved.ok_or_else(|| store::Error::Unexpected("approval".to_owned()))?;
            let stamp = Stamp::by(approved.by, now);
            let (reason, closing) = (approved.reason, |_| {
                store::Error::Unexpected("the till is closing".to_owned())
            });
            // Nothing is given out of which nobody knows that it was looked at.
            let noted = till
                .writer
                .ask(move |store| store.note_person_export(student, &reason, stamp));
            noted.wait().map_err(closing)??;
            let dossier = till.beside(move |reader| reader.dossier(student));
            let dossier = dossier.wait().map_err(closing)??;
            let files = photo_files(&till.folder().photos(), &dossier);
            Ok(person::write(&dossier, &folder, &files, now, &words)?)
        })
    }

    /// Erases a person, and the files with their photo.
    pub fn erase_person(
        &self,
        student: StudentId,
        approval: Approval,
        now: Moment,
    ) -> Reply<Result<Erased, store::Error>> {
        let words = I18n::new(self.config().locale);
        let photos = self.folder().photos();
        self.writer.ask(move |store| {
            let approved = approval.spend(Right::Users);
            let approved =
                approved.ok_or_else(|| store::Error::Unexpected("approval".to_owned()))?;
            let number = [("number", student.0.into())];
            let names = Pseudonyms {
                pupil: words.text_with("people-erased-name", &number),
                guardian: words.text("people-erased-guardian"),
            };
            let stamp = Stamp::by(approved.by, now);
            let erased = store.erase_person(student, &names, &approved.reason, stamp)?;
            for name in &erased.photo_files {
                let is_plain = Path::new(name).components().count() == 1 && !name.contains("..");
                let file = photos.join(name);
                // The person is erased already: a file that cannot be taken away keeps none of the others, and is
                // named by the answer.
                if is_plain && file.exists() {
                    let _still_there = fs::remove_file(file);
                }
            }
            Ok(erased)
        })
    }
}

/// Files with the person's photo: their cards stand in the dossier.
fn photo_files(folder: &Path, dossier: &store::people::Dossier) -> Vec<PathBuf> {
    let cards = dossier.sections.iter().filter(|of| of.key == "cards");
    let numbers = cards.flat_map(|of| of.rows.iter().filter_map(|row| row.first()));
    let mut files: Vec<PathBuf> = numbers
        .filter_map(|cell| match cell {
            store::people::Cell::Text(number) => Some(number),
            _ => None,
        })
        .flat_map(|number| ["jpg", "jpeg", "png"].map(|end| folder.join(format!("{number}.{end}"))))
        .filter(|file| file.is_file())
        .collect();
    files.sort();
    files.dedup();
    files
}

/// Leavers as CSV, as Excel in Spanish opens it.
#[must_use]
pub fn leavers_csv(leavers: &[Leaver], words: &I18n) -> Vec<u8> {
    let heads = ["pupil", "grade", "balance", "guardian", "phone"];
    let heads = heads.map(|head| words.text(&format!("csv-{head}")));
    let rows = leavers.iter().map(|of| {
        vec![
            of.name.clone(),
            of.grade.clone(),
            of.balance.amount().to_string(),
            of.guardian.clone().unwrap_or_default(),
            of.phone.clone().unwrap_or_default(),
        ]
    });
    sheet(heads.to_vec(), rows)
}
