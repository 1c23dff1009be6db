//! What the place of the pupils wants done: reading and noting what they must not eat, the family's sheet.

use std::path::{Path, PathBuf};

use iced::Task;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::screen::checkout;
use crate::app::screen::people::Message as PeopleMessage;
use crate::app::screen::pupils::{
    Action, Made, Message as PupilsMessage, Opened, Person, Pupils, SEARCH_ID, SheetAction, Subject,
};
use crate::app::widget::Mood;
use crate::domain::code::Code;
use crate::domain::diet::Wish;
use crate::domain::search::fold;
use crate::domain::user::Right;
use crate::domain::{BusinessDay, CardNumber, StudentId};
use crate::i18n::I18n;
use crate::printing::{Document, picture, sheet, text};
use crate::settings::replace_file;
use crate::store::{self, Stamp, diet::Sheet};
use crate::till::{Reply, Till};

/// What came of what the place asked for.
#[derive(Debug, Clone)]
pub enum Answer {
    /// Who is at this school, and what each must not eat.
    Listed(Result<Vec<Person>, Failed>),
    /// A pupil was opened.
    Opened(Result<Opened, Failed>),
    /// What was said of a pupil is noted, or not.
    Changed(Result<(Opened, Vec<Person>), Failed>),
    /// The sheet of this pupil was read.
    Sheet(StudentId, Result<Box<Sheet>, Failed>),
    /// It was saved, or not: where, or a sentence for the user.
    Saved(StudentId, Result<String, String>),
    /// The sheet of this pupil is in the printer's queue, or not.
    Queued(StudentId, Result<(), Failed>),
}

impl Program {
    /// Opens the place: the list of all pupils is health data too, and the look at it is noted.
    pub(super) fn open_pupils(&mut self) -> Task<Message> {
        let Some(stamp) = self.minding() else {
            return self.no_right();
        };
        if let Screen::Work(work) = &mut self.screen {
            work.place = Place::Pupils;
            let pupils = work
                .pupils
                .get_or_insert_with(|| Box::new(Pupils::reading()));
            pupils.read_again();
        }
        let (till, roll) = (self.till.clone(), self.roll.clone());
        let read = async move {
            flat(till.note_health_seen(None, stamp).await)?;
            people(&till, roll).await
        };
        Task::perform(read, |read| Message::Minding(Answer::Listed(read)))
    }

    pub(super) fn pupils(&mut self, message: PupilsMessage) -> Task<Message> {
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        // The screen is taken out while it looks at the rest of the program.
        let (Some(mut pupils), user) = (work.pupils.take(), work.user.clone()) else {
            return Task::none();
        };
        let action = pupils.update(message, &self.context(&user));
        if let Screen::Work(work) = &mut self.screen {
            work.pupils = Some(pupils);
        }
        self.mind(action)
    }

    fn mind(&mut self, action: Action) -> Task<Message> {
        if action == Action::None {
            return Task::none();
        }
        let Some(stamp) = self.minding() else {
            return self.no_right();
        };
        match action {
            Action::None => Task::none(),
            Action::Open(student) => self.open_pupil(student, stamp),
            Action::Restrict(student, restriction) => {
                let reply = self.till.restrict(student, *restriction, stamp);
                self.note_change(student, reply)
            }
            Action::Keep(student, wish) => {
                let reply = self.till.wish(student, *wish, true, stamp);
                self.note_change(student, reply)
            }
            Action::Limit(student, said) => {
                if !self
                    .user()
                    .is_some_and(|user| user.may(Right::ApproveLimit))
                {
                    let why = self.words.text("limits-no-right");
                    return self.in_pupils(|pupils| pupils.refused(why));
                }
                let reply = self.till.limit(student, *said, stamp);
                self.note_change(student, reply)
            }
            Action::End(student, subject, said_by) => self.end_of(student, subject, said_by, stamp),
            Action::Sheet(student, action) => self.sheet(student, action, stamp),
        }
    }

    /// By whom and when a look or a change is noted; nobody without the right has one.
    fn minding(&self) -> Option<Stamp> {
        let user = self.user().filter(|user| user.may(Right::Health))?;
        Some(Stamp::by(user.id, self.now))
    }

    fn no_right(&mut self) -> Task<Message> {
        let why = self.words.text("pupils-no-right");
        self.say(Mood::Warn, why)
    }

    fn open_pupil(&mut self, student: StudentId, stamp: Stamp) -> Task<Message> {
        let (till, day) = (self.till.clone(), self.now.day());
        let read = async move {
            flat(till.note_health_seen(Some(student), stamp).await)?;
            opened(&till, student, day).await
        };
        Task::perform(read, |read| Message::Minding(Answer::Opened(read)))
    }

    fn end_of(
        &self,
        student: StudentId,
        subject: Subject,
        said_by: String,
        stamp: Stamp,
    ) -> Task<Message> {
        let reply = match subject {
            Subject::Allergen(allergen) => {
                self.till.end_restriction(student, allergen, said_by, stamp)
            }
            Subject::Diet(diet) => {
                let wish = Wish {
                    diet,
                    said_by,
                    note: None,
                    until: None,
                };
                self.till.wish(student, wish, false, stamp)
            }
        };
        self.note_change(student, reply)
    }

    /// Waits for what is noted, then reads the pupil and the list as they are then.
    fn note_change(
        &self,
        student: StudentId,
        reply: Reply<Result<(), store::Error>>,
    ) -> Task<Message> {
        let (till, day, roll) = (self.till.clone(), self.now.day(), self.roll.clone());
        let noted = async move {
            flat(reply.await)?;
            Ok((
                opened(&till, student, day).await?,
                people(&till, roll).await?,
            ))
        };
        Task::perform(noted, |noted| Message::Minding(Answer::Changed(noted)))
    }

    fn sheet(&mut self, student: StudentId, action: SheetAction, stamp: Stamp) -> Task<Message> {
        match action {
            SheetAction::Make { from, to } => {
                let reply = self.till.sheet(student, from, to);
                let read = async { flat(reply.await).map(Box::new) };
                Task::perform(read, move |read| {
                    Message::Minding(Answer::Sheet(student, read))
                })
            }
            SheetAction::Print(page) => self.print_sheet(student, *page, stamp),
            SheetAction::Save {
                page,
                folder,
                from,
                to,
            } => {
                let name = self.sheet_file(student, from, to);
                self.save_sheet(student, page, folder.join(name), stamp)
            }
        }
    }

    fn print_sheet(&self, student: StudentId, page: Document, stamp: Stamp) -> Task<Message> {
        let name = self.name_of(student);
        let title = [("name", name.into())];
        let title = self.words.text_with("sheet-job", &title);
        let (till, at) = (self.till.clone(), self.now.at);
        // Nothing is printed of which nobody knows that it was looked at.
        let queued = async move {
            flat(till.note_health_seen(Some(student), stamp).await)?;
            flat(till.print_page(title, page, at).await).map(drop)
        };
        Task::perform(queued, move |queued| {
            Message::Minding(Answer::Queued(student, queued))
        })
    }

    fn save_sheet(
        &self,
        student: StudentId,
        page: Box<Document>,
        file: PathBuf,
        stamp: Stamp,
    ) -> Task<Message> {
        let words = self.words.clone();
        let seen = self.till.note_health_seen(Some(student), stamp);
        let saved = async move {
            flat(seen.await).map_err(|why| why.sentence(&words))?;
            let told = words.clone();
            let written = Reply::aside(move || write_sheet(&page, &file, &told)).await;
            written.unwrap_or_else(|closing| Err(Failed::from(closing).sentence(&words)))
        };
        Task::perform(saved, move |saved| {
            Message::Minding(Answer::Saved(student, saved))
        })
    }

    /// «hoja-sofia-benitez-2026-11-01-2026-11-23», without an ending.
    fn sheet_file(&self, student: StudentId, from: BusinessDay, to: BusinessDay) -> String {
        let name = fold(&self.name_of(student));
        let parts = name.split(|letter: char| !letter.is_ascii_alphanumeric());
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        let word = self.words.text("sheet-file");
        format!("{word}-{}-{}-{from}-{to}", parts.join("-"), student.0)
    }

    fn name_of(&self, student: StudentId) -> String {
        let mut roll = self.roll.iter();
        let found = roll.find(|(id, ..)| *id == student);
        found.map_or_else(String::new, |(_, name, _)| name.clone())
    }

    pub(super) fn minded(&mut self, answer: Answer) -> Task<Message> {
        match answer {
            Answer::Listed(people) => self.pupils_listed(people),
            Answer::Opened(pupil) => self.pupil_opened(pupil),
            Answer::Changed(changed) => self.pupil_changed(changed),
            Answer::Sheet(student, read) => self.sheet_read(student, read),
            Answer::Saved(student, saved) => {
                self.in_pupils(|pupils| pupils.sheet_saved(student, saved))
            }
            Answer::Queued(student, queued) => {
                let _nothing_more = self.in_pupils(|pupils| pupils.sheet_queued(student));
                self.say_queued(queued)
            }
        }
    }

    /// A card where a pupil can be opened, among their forms or what they must not eat, opens its pupil there;
    /// whatever its state, as nothing is bought.
    pub(super) fn scanned_to_open_pupil(&mut self, code: &Code) -> Option<Task<Message>> {
        let Screen::Work(work) = &self.screen else {
            return None;
        };
        let place = work.place;
        if !matches!(place, Place::Pupils | Place::People) || self.catalogue.by_code(code).is_some()
        {
            return None;
        }
        let card = CardNumber::parse(code.as_str()).ok()?;
        let reply = self.till.student_of_card(card.clone());
        let read = async { flat(reply.await) };
        Some(Task::perform(read, move |read| {
            Message::OwnerRead(place, card.clone(), read)
        }))
    }

    pub(super) fn owner_read(
        &mut self,
        place: Place,
        card: &CardNumber,
        read: Result<Option<StudentId>, Failed>,
    ) -> Task<Message> {
        // Whoever has gone on meanwhile is not called back.
        if !matches!(&self.screen, Screen::Work(work) if work.place == place && !self.asks(work)) {
            return Task::none();
        }
        match (read, place) {
            (Ok(Some(student)), Place::Pupils) => {
                self.pupils(PupilsMessage::PersonPressed(student))
            }
            (Ok(Some(student)), _) => self.at_people(PeopleMessage::PersonPressed(student)),
            (Ok(None), _) => {
                let told = [("card", card.to_string().into())];
                let what = self.words.text_with("accounts-card-unknown", &told);
                self.say(Mood::Warn, what)
            }
            (Err(why), _) => self.fail(&why),
        }
    }

    fn in_pupils(&mut self, tell: impl FnOnce(&mut Pupils)) -> Task<Message> {
        if let Some(work) = self.work_mut()
            && let Some(pupils) = &mut work.pupils
        {
            tell(pupils);
        }
        Task::none()
    }

    fn pupils_listed(&mut self, people: Result<Vec<Person>, Failed>) -> Task<Message> {
        let there = self.minding().is_some();
        let people = match people {
            Ok(people) if there => people,
            Ok(_) => return Task::none(),
            Err(why) => {
                let _nothing_more = self.in_pupils(Pupils::not_read);
                return self.fail(&why);
            }
        };
        let _nothing_more = self.in_pupils(|pupils| pupils.people_are(people));
        match &self.screen {
            // Whoever has gone on meanwhile is not called back, and a form keeps the keyboard.
            Screen::Work(work) if work.place == Place::Pupils && !self.asks(work) => {
                iced::widget::operation::focus(SEARCH_ID)
            }
            _ => Task::none(),
        }
    }

    fn pupil_opened(&mut self, pupil: Result<Opened, Failed>) -> Task<Message> {
        let pupil = match pupil {
            Ok(pupil) => pupil,
            Err(why) => return self.fail(&why),
        };
        let photo = self.find_photos([&*pupil.customer]);
        let folder = self.home().display().to_string();
        let told = self.in_pupils(|pupils| pupils.opened(pupil, folder));
        Task::batch([photo, told])
    }

    /// The cart at the checkout is judged again if it is for this pupil.
    fn pupil_changed(&mut self, changed: Result<(Opened, Vec<Person>), Failed>) -> Task<Message> {
        match changed {
            Ok((pupil, people)) => {
                let customer = pupil.customer.clone();
                let _nothing_more = self.in_pupils(|pupils| {
                    pupils.people_are(people);
                    pupils.changed(pupil);
                });
                self.checkout(checkout::Message::CustomerChanged(customer))
            }
            Err(why) => {
                let why = self.told(&why);
                self.in_pupils(|pupils| pupils.refused(why))
            }
        }
    }

    fn sheet_read(
        &mut self,
        student: StudentId,
        read: Result<Box<Sheet>, Failed>,
    ) -> Task<Message> {
        let made = match read {
            Ok(read) => Ok(self.lay_out(&read)),
            Err(why) => Err(self.told(&why)),
        };
        self.in_pupils(|pupils| pupils.sheet_made(student, made))
    }

    fn lay_out(&self, read: &Sheet) -> Made {
        let words = &self.words;
        let telling = sheet::Telling {
            words,
            shop: &self.shop,
            now: self.now,
            reason: &|reason| checkout::reason(reason, words),
        };
        let page = sheet::sheet(read, &telling, self.till.paper());
        Made {
            text: text::render(&page),
            page,
            bought: read.bought.iter().filter(|line| !line.voided).count(),
            alerts: read.alerts.len(),
            total: sheet::total(read),
            from: read.from,
            to: read.to,
        }
    }
}

/// Everybody of the roll, with what each must not eat.
async fn people(
    till: &Till,
    roll: Vec<(StudentId, String, String)>,
) -> Result<Vec<Person>, Failed> {
    let minded = flat(till.minded().await)?;
    let mut minded: std::collections::HashMap<_, _> = minded
        .into_iter()
        .map(|pupil| (pupil.student, pupil))
        .collect();
    let person = |(student, name, grade)| {
        let of = minded.remove(&student);
        let (restrictions, wishes) =
            of.map_or_else(Default::default, |of| (of.restrictions, of.wishes));
        Person {
            student,
            name,
            grade,
            restrictions,
            wishes,
        }
    };
    Ok(roll.into_iter().map(person).collect())
}

async fn opened(till: &Till, student: StudentId, day: BusinessDay) -> Result<Opened, Failed> {
    let customer = flat(till.customer(student, day).await)?;
    let history = flat(till.history_of_pupil(student).await)?;
    let past_limits = flat(till.past_limits(student).await)?;
    Ok(Opened {
        customer: Box::new(customer),
        history,
        past_limits,
    })
}

/// Writes the picture and the text, each whole or not at all; says where.
pub(super) fn write_sheet(page: &Document, file: &Path, words: &I18n) -> Result<String, String> {
    if !picture::fits(page) {
        return Err(words.text("sheet-too-long"));
    }
    let told = |cause: &std::io::Error| {
        let told = [
            ("path", file.display().to_string().into()),
            ("cause", cause.into()),
        ];
        words.text_with("sheet-not-saved", &told)
    };
    let png = picture::to_png(&picture::draw(page)).map_err(|cause| told(&cause.into()))?;
    let ending = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let (image, letters) = (ending(".png"), ending(".txt"));
    replace_file(&image, &png).map_err(|cause| told(&cause))?;
    replace_file(&letters, text::render(page).as_bytes()).map_err(|cause| told(&cause))?;
    Ok(image.display().to_string())
}
