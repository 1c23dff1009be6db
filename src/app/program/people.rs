//! What the place of people's forms wants done, asked of the till.

use std::path::PathBuf;

use iced::Task;
use iced::widget::operation;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen, Work};
use crate::app::photo;
use crate::app::screen::lists::Entry;
use crate::app::screen::people::{Action, LIST_ID, Message as PeopleMessage, People, SEARCH_ID};
use crate::app::screen::pupils::Message as PupilsMessage;
use crate::app::widget::{Element, Mood};
use crate::domain::code::Code;
use crate::domain::people::{Contact, Listed, Refused};
use crate::domain::user::{Pin, Right};
use crate::domain::{CardNumber, StudentId};
use crate::printing::account::Telling;
use crate::printing::leavers::leavers as leavers_page;
use crate::store::people::{Erased, Grades, Leaver, Move, Opened, Promoted, TakenUp};
use crate::store::{self, Stamp};
use crate::till::people::{PeopleList, leavers_csv};
use crate::till::{PinRefused, Reply};

/// Who is at this school: number, name and grade.
type Roll = Vec<(StudentId, String, String)>;

/// What happened at the forms, or what came of what was asked.
#[derive(Debug, Clone)]
pub enum Told {
    /// On the screen.
    Screen(PeopleMessage),
    /// Everybody was read.
    Read(Result<Vec<Listed>, Failed>),
    /// A form was read.
    Opened(Result<Box<Opened>, Failed>),
    /// The form of a pupil, or of somebody new, was kept, or not.
    Kept(Option<StudentId>, Result<Box<Opened>, Failed>),
    /// A photo was kept, or not.
    Photographed(StudentId, Result<Box<Opened>, Failed>),
    /// Guardians of that name were looked for.
    Guardians(String, Result<Vec<Contact>, Failed>),
    /// A folder was listed; `true` for a photo.
    Folder(bool, PathBuf, Vec<Entry>),
    /// The grades were read.
    Year(Result<Grades, Failed>),
    /// Who would go where.
    Planned(Result<Vec<Move>, Failed>),
    /// The school was promoted, or not.
    Promoted(Result<Promoted, Failed>),
    /// A promotion was taken back, or not.
    Undone(Result<usize, Failed>),
    /// Who left was read.
    Leavers(Result<Vec<Leaver>, Failed>),
    /// A page is in the printer's queue, or not.
    Queued(Result<(), Failed>),
    /// Something was saved, or not: where, or a sentence for the user.
    Saved(Result<String, String>),
    /// A list was compared; the error is a sentence for the user.
    Compared(Result<Box<PeopleList>, String>),
    /// A list was taken over, or not.
    Taken(Result<TakenUp, Failed>),
    /// A person's data were written, or not.
    Exported(Result<(String, usize), Failed>),
    /// A person was erased, or not.
    Erased(StudentId, Result<Erased, Failed>),
    /// Who is at this school was read again.
    Roll(Result<Roll, Failed>),
}

const fn told(told: Told) -> Message {
    Message::People(told)
}

impl Program {
    /// Opens the place.
    pub(super) fn open_people(&mut self) -> Task<Message> {
        let house = self.till.config().accounts.low_balance.money();
        let home = self.home().display().to_string();
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        if !work.user.may(Right::Cards) {
            let why = self.words.text("people-no-right");
            return self.say(Mood::Warn, why);
        }
        work.place = Place::People;
        let people = work
            .people
            .get_or_insert_with(|| Box::new(People::reading(house, home)));
        people.read_again();
        let focus = operation::focus(SEARCH_ID);
        Task::batch([focus, self.read_people()])
    }

    fn read_people(&self) -> Task<Message> {
        let minded = match &self.screen {
            Screen::Work(work) => work.people.as_ref().is_some_and(|open| open.shows_minded()),
            _ => false,
        };
        let user = self.user().filter(|user| user.may(Right::Health));
        let reply = match user.filter(|_| minded) {
            Some(user) => self.till.people_minded(Stamp::by(user.id, self.now)),
            None => self.till.people(),
        };
        Task::perform(async { flat(reply.await) }, |read| told(Told::Read(read)))
    }

    pub(super) fn people_view<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let context = self.context(&work.user);
        let view = work.people.as_ref().map(|open| open.view(&context));
        let said = |message| told(Told::Screen(message));
        view.map_or_else(|| iced::widget::space().into(), |view| view.map(said))
    }

    pub(super) fn at_people(&mut self, message: PeopleMessage) -> Task<Message> {
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        // The screen is taken out while it looks at the rest of the program.
        let (Some(mut people), user) = (work.people.take(), work.user.clone()) else {
            return Task::none();
        };
        let action = people.update(message, &self.context(&user));
        if let Screen::Work(work) = &mut self.screen {
            work.people = Some(people);
        }
        self.keep_people(action)
    }

    /// A card for somebody new goes into their form.
    pub(super) fn scanned_to_people(&mut self, code: &Code) -> Option<Task<Message>> {
        let Screen::Work(work) = &mut self.screen else {
            return None;
        };
        let people = work
            .people
            .as_mut()
            .filter(|_| work.place == Place::People)?;
        let card = CardNumber::parse(code.as_str()).ok()?;
        (!people.asks() && people.scanned(&card)).then(Task::none)
    }

    /// Whoever is signed in, if they may.
    fn doing(&self, right: Right) -> Option<Stamp> {
        let user = self.user().filter(|user| user.may(right))?;
        Some(Stamp::by(user.id, self.now))
    }

    fn keep_people(&mut self, action: Action) -> Task<Message> {
        let right = match action {
            Action::Year
            | Action::Plan(_)
            | Action::Promote(..)
            | Action::Undo(_)
            | Action::Leavers
            | Action::SaveLeavers(_)
            | Action::PrintLeavers(_)
            | Action::Compare(_)
            | Action::Take(_) => Right::Import,
            Action::ReadMinded => Right::Health,
            _ => Right::Cards,
        };
        let Some(stamp) = self.doing(right) else {
            let why = self.words.text("people-no-right");
            return self.in_people(|people| people.refused(why));
        };
        match action {
            Action::None => Task::none(),
            Action::ToTop => operation::snap_to(LIST_ID, operation::RelativeOffset::START),
            Action::ReadMinded => self.read_people(),
            Action::Open(student) => self.read_person(student),
            Action::ToAccount(student) => self.go_to_account(student),
            Action::ToHealth(student) => self.go_to_health(student),
            Action::Guardians(query) => {
                let reply = self.till.guardians(query.clone());
                Task::perform(async { flat(reply.await) }, move |found| {
                    told(Told::Guardians(query, found))
                })
            }
            Action::Folder(folder, photo) => Self::list_folder(folder, photo),
            Action::Export(student, folder, pin, reason) => {
                self.export_person(student, folder, pin, reason)
            }
            Action::Erase(student, pin, reason) => self.erase_person(student, pin, reason),
            Action::SaveLeavers(leavers) => self.save_leavers(leavers),
            Action::PrintLeavers(leavers) => self.print_leavers(&leavers),
            Action::Compare(path) => self.compare_list(path),
            action => self.change_people(action, stamp),
        }
    }

    fn change_people(&mut self, action: Action, stamp: Stamp) -> Task<Message> {
        match action {
            Action::Keep(student, profile, card) => {
                let reply = self.till.keep_person(student, *profile, card, stamp);
                kept(student, reply)
            }
            Action::SetActive(student, active) => {
                let reply = self.till.set_person_active(student, active, stamp);
                kept(Some(student), reply)
            }
            Action::Photo(student, file) => self.photograph(student, file, stamp),
            Action::Year => {
                let reply = self.till.grades();
                Task::perform(async { flat(reply.await) }, |year| told(Told::Year(year)))
            }
            Action::Plan(steps) => {
                let reply = self.till.plan_promotion(steps);
                Task::perform(async { flat(reply.await) }, |of| told(Told::Planned(of)))
            }
            Action::Promote(steps, shown) => {
                let reply = self.till.promote(steps, &shown, stamp);
                Task::perform(async { flat(reply.await) }, |of| told(Told::Promoted(of)))
            }
            Action::Undo(number) => {
                let reply = self.till.undo_promotion(number, stamp);
                Task::perform(async { flat(reply.await) }, |of| told(Told::Undone(of)))
            }
            Action::Leavers => {
                let reply = self.till.leavers();
                Task::perform(async { flat(reply.await) }, |of| told(Told::Leavers(of)))
            }
            Action::Take(list) => {
                let reply = self.till.take_people(*list, stamp);
                Task::perform(async { flat(reply.await) }, |of| told(Told::Taken(of)))
            }
            _ => Task::none(),
        }
    }

    fn read_person(&self, student: StudentId) -> Task<Message> {
        let reply = self.till.person(student);
        let read = async { flat(reply.await).map(Box::new) };
        Task::perform(read, |read| told(Told::Opened(read)))
    }

    /// The photo is read and made small beside the screen.
    fn photograph(&self, student: StudentId, file: Option<PathBuf>, stamp: Stamp) -> Task<Message> {
        let till = self.till.clone();
        let kept = async move {
            let image = match file {
                None => None,
                Some(file) => {
                    let made = Reply::aside(move || photo::to_keep(&file)).await?;
                    Some(made.ok_or(store::Error::People(Refused::BadPhoto))?)
                }
            };
            flat(till.set_photo(student, image, stamp).await).map(Box::new)
        };
        Task::perform(kept, move |kept| told(Told::Photographed(student, kept)))
    }

    fn list_folder(folder: Option<PathBuf>, for_photo: bool) -> Task<Message> {
        let listed = Reply::aside(move || {
            let folder = folder.unwrap_or_else(super::lists::home);
            let entries = match for_photo {
                true => super::lists::entries_ending(&folder, &photo::ENDINGS),
                false => super::lists::entries(&folder),
            };
            (folder, entries)
        });
        Task::perform(listed, move |listed| {
            let (folder, entries) = listed.unwrap_or_default();
            told(Told::Folder(for_photo, folder, entries))
        })
    }

    fn compare_list(&self, path: PathBuf) -> Task<Message> {
        let (till, words) = (self.till.clone(), self.words.clone());
        let compared = async move {
            let told = words.clone();
            let bytes = Reply::aside(move || super::lists::bytes(&path, &told)).await;
            let bytes = bytes.map_err(|why| Failed::from(why).sentence(&words))??;
            let list = flat(till.plan_people(bytes, &words).await);
            list.map(Box::new).map_err(|why| why.sentence(&words))
        };
        Task::perform(compared, |of| told(Told::Compared(of)))
    }

    fn export_person(
        &mut self,
        student: StudentId,
        folder: PathBuf,
        pin: Pin,
        reason: String,
    ) -> Task<Message> {
        if self.is_training() {
            let why = self.words.text("training-not-here");
            return self.in_people(|people| people.refused(why));
        }
        let (till, now) = (self.till.clone(), self.now);
        let exported = async move {
            let approval = till.approve(Right::Users, pin, reason, now).await?;
            let approval = approval.map_err(|why: PinRefused| Failed::from(why))?;
            let written = flat(till.export_person(student, folder, approval, now).await)?;
            Ok((written.folder.display().to_string(), written.files.len()))
        };
        Task::perform(exported, |of| told(Told::Exported(of)))
    }

    fn erase_person(&self, student: StudentId, pin: Pin, reason: String) -> Task<Message> {
        let (till, now) = (self.till.clone(), self.now);
        let erased = async move {
            let approval = till.approve(Right::Users, pin, reason, now).await?;
            let approval = approval.map_err(|why: PinRefused| Failed::from(why))?;
            flat(till.erase_person(student, approval, now).await)
        };
        Task::perform(erased, move |of| told(Told::Erased(student, of)))
    }

    fn save_leavers(&self, leavers: Vec<Leaver>) -> Task<Message> {
        let words = self.words.clone();
        let name = format!(
            "{}-{}.csv",
            words.text("people-leavers-file"),
            self.now.day()
        );
        let file = self.home().join(name);
        let saved = async move {
            let sheet = leavers_csv(&leavers, &words);
            super::lists::saved(file, sheet, words).await
        };
        Task::perform(saved, |saved| told(Told::Saved(saved)))
    }

    fn print_leavers(&self, leavers: &[Leaver]) -> Task<Message> {
        let config = self.till.config();
        let telling = Telling {
            words: &self.words,
            shop: &config.shop,
            now: self.now,
        };
        let page = leavers_page(leavers, &telling, self.till.paper());
        let title = self.words.text("people-leavers-title");
        let reply = self.till.print_page(title, page, self.now.at);
        let queued = async { flat(reply.await).map(drop) };
        Task::perform(queued, |queued| told(Told::Queued(queued)))
    }

    /// To the account, where who left is paid out.
    fn go_to_account(&mut self, student: StudentId) -> Task<Message> {
        let there = self.went(Place::Accounts);
        let open = crate::app::screen::accounts::Message::PersonPressed(student);
        Task::batch([there, self.at_accounts(open)])
    }

    /// To restrictions and limits: that place notes the look.
    fn go_to_health(&mut self, student: StudentId) -> Task<Message> {
        let there = self.went(Place::Pupils);
        Task::batch([there, self.pupils(PupilsMessage::PersonPressed(student))])
    }

    fn in_people(&mut self, tell: impl FnOnce(&mut People)) -> Task<Message> {
        if let Some(work) = self.work_mut()
            && let Some(people) = &mut work.people
        {
            tell(people);
        }
        Task::none()
    }

    pub(super) fn people(&mut self, news: Told) -> Task<Message> {
        match news {
            Told::Screen(message) => self.at_people(message),
            Told::Read(Ok(people)) => self.in_people(|open| open.people_are(people)),
            Told::Read(Err(why)) => {
                let _nothing_more = self.in_people(People::not_read);
                self.fail(&why)
            }
            Told::Opened(Ok(opened)) => {
                let photo = self.look_for_photo(&opened);
                let shown = self.in_people(|people| people.opened(opened));
                Task::batch([photo, shown])
            }
            Told::Kept(_, Ok(opened)) => self.person_kept(opened),
            Told::Photographed(student, Ok(opened)) => {
                self.photos.forget(student);
                let photo = self.look_for_photo(&opened);
                Task::batch([photo, self.person_kept(opened)])
            }
            Told::Guardians(query, Ok(found)) => {
                self.in_people(|people| people.guardians_are(&query, found))
            }
            Told::Folder(for_photo, folder, entries) => {
                self.in_people(|people| people.listed(for_photo, folder, entries))
            }
            Told::Year(Ok((grades, last))) => self.in_people(|people| people.year_is(grades, last)),
            Told::Planned(Ok(moves)) => self.in_people(|people| people.moves_are(moves)),
            Told::Promoted(Ok(done)) => {
                let sums = [("moved", done.moved.into()), ("left", done.left.into())];
                self.people_done("people-promoted", &sums)
            }
            Told::Undone(Ok(count)) => {
                self.people_done("people-year-undone", &[("count", count.into())])
            }
            Told::Leavers(Ok(leavers)) => self.in_people(|people| people.leavers_are(leavers)),
            Told::Queued(queued) => self.say_queued(queued),
            Told::Saved(saved) => self.say_saved(saved),
            Told::Compared(list) => self.in_people(|people| people.list_is(list)),
            Told::Taken(Ok(taken)) => {
                let said = [("new", taken.new.into()), ("changed", taken.changed.into())];
                self.people_done("people-list-done", &said)
            }
            Told::Exported(Ok((path, files))) => {
                let said = [("path", path.into()), ("files", files.into())];
                self.people_done("people-exported", &said)
            }
            Told::Erased(student, Ok(erased)) => {
                self.photos.forget(student);
                let said = [
                    ("facts", erased.facts.into()),
                    ("guardians", erased.guardians.into()),
                    ("kept", erased.guardians_kept.into()),
                ];
                self.people_done("people-erased", &said)
            }
            Told::Roll(Ok(roll)) => {
                self.roll = roll;
                Task::none()
            }
            other => self.people_failed(other),
        }
    }

    /// What was asked was not done: said where it was asked.
    fn people_failed(&mut self, news: Told) -> Task<Message> {
        match news {
            Told::Opened(Err(why))
            | Told::Roll(Err(why))
            | Told::Guardians(_, Err(why))
            | Told::Year(Err(why))
            | Told::Leavers(Err(why)) => self.fail(&why),
            Told::Kept(student, Err(why)) => self.person_not_kept(student, &why),
            Told::Photographed(_, Err(why))
            | Told::Planned(Err(why))
            | Told::Promoted(Err(why))
            | Told::Undone(Err(why))
            | Told::Taken(Err(why))
            | Told::Exported(Err(why))
            | Told::Erased(_, Err(why)) => {
                let why = self.told(&why);
                self.in_people(|people| people.refused(why))
            }
            // Everything that was done is told above.
            _ => Task::none(),
        }
    }

    fn person_kept(&mut self, opened: Box<Opened>) -> Task<Message> {
        let _shown = self.in_people(|people| people.kept(opened));
        let said = self.words.text("people-saved");
        let _said = self.say(Mood::Ok, said);
        self.read_school()
    }

    /// Said in the form that asked; where that is open no more, to whoever is at the till.
    fn person_not_kept(&mut self, student: Option<StudentId>, why: &Failed) -> Task<Message> {
        let mut unsaid = Some(self.told(why));
        let _told = self.in_people(|people| {
            unsaid = unsaid.take().and_then(|why| people.not_kept(student, why));
        });
        unsaid.map_or_else(Task::none, |why| self.say(Mood::Error, why))
    }

    /// A dialog is done: it closes, and the school is read as it is now.
    fn people_done(&mut self, key: &str, said: &[(&str, crate::i18n::Value)]) -> Task<Message> {
        let _closed = self.in_people(People::dismissed);
        let said = self.words.text_with(key, said);
        let _said = self.say(Mood::Ok, said);
        let open = match &self.screen {
            Screen::Work(work) => work.people.as_ref().and_then(|people| people.open()),
            _ => None,
        };
        let again = open.map_or_else(Task::none, |student| self.read_person(student));
        Task::batch([again, self.read_school()])
    }

    /// The list here, and the roll that the checkout searches.
    pub(super) fn read_school(&self) -> Task<Message> {
        let reply = self.till.roll();
        let roll = Task::perform(async { flat(reply.await) }, |roll| told(Told::Roll(roll)));
        Task::batch([self.read_people(), roll])
    }

    /// The photo that is kept with a form, beside the screen.
    fn look_for_photo(&mut self, opened: &Opened) -> Task<Message> {
        let cards: Vec<CardNumber> = opened
            .cards
            .iter()
            .map(|card| card.number.clone())
            .collect();
        let folder = self.till.folder().photos();
        let search = self.photos.look_for(opened.student, &cards, &folder);
        self.read_photos(search)
    }
}

/// What came of a form, or of a pupil who leaves or comes back.
fn kept(student: Option<StudentId>, reply: Reply<Result<Opened, store::Error>>) -> Task<Message> {
    let kept = async { flat(reply.await).map(Box::new) };
    Task::perform(kept, move |kept| told(Told::Kept(student, kept)))
}
