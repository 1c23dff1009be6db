//! The printer on the screen: its switches, its paper, and its files.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::path::Path;

use iced::futures::{SinkExt, Stream};
use iced::{Subscription, Task, stream};
use tokio::sync::watch;

use super::{Told, draw};
use crate::app::program::{Failed, Message, Place, Program, Screen, minding};
use crate::app::screen::virtual_printer::{self, Action, VirtualPrinter};
use crate::app::widget::Paper;
use crate::domain::PrintJobId;
use crate::printing::Document;
use crate::printing::virtual_printer::{Desk, Sheet, Trouble};
use crate::till::Reply;

impl Program {
    /// The printer in force, if its paper is shown on the screen.
    pub(in crate::app::program) fn virtual_desk(&self) -> Option<Desk> {
        Desk::of(&self.till.address()?)
    }

    pub(in crate::app::program) fn open_paper(&mut self) -> Task<Message> {
        let home = self.home().display().to_string();
        let paper = &mut self.printing.paper;
        let _kept = paper.get_or_insert_with(|| Box::new(VirtualPrinter::new(home)));
        if let Screen::Work(work) = &mut self.screen
            && work.place != Place::Paper
        {
            self.printing.from = work.place;
            work.place = Place::Paper;
        }
        self.stand();
        self.desk_moved()
    }

    pub(super) fn virtual_printer(&mut self, message: virtual_printer::Message) -> Task<Message> {
        self.at_paper(|paper| paper.update(message))
    }

    pub(super) fn desk_moved(&mut self) -> Task<Message> {
        self.at_desk(|_| ())
    }

    /// Its papers as they were then; what was read later may have come sooner.
    pub(super) fn desk_read(
        &mut self,
        version: u64,
        troubles: BTreeSet<Trouble>,
        papers: Vec<Sheet>,
    ) -> Task<Message> {
        if version < self.printing.seen {
            return Task::none();
        }
        self.printing.seen = version;
        self.show_papers(troubles, papers)
    }

    pub(in crate::app::program) fn show_papers(
        &mut self,
        troubles: BTreeSet<Trouble>,
        papers: Vec<Sheet>,
    ) -> Task<Message> {
        self.at_paper(|paper| paper.stands(troubles, papers))
    }

    pub(super) fn sheet_drawn(&mut self, sheet: Sheet, drawn: Paper) -> Task<Message> {
        self.at_paper(|paper| paper.drawn(sheet, drawn))
    }

    pub(super) fn sheet_saved(&mut self, saved: Result<String, String>) -> Task<Message> {
        self.at_paper(|paper| {
            paper.saved(saved);
            Action::None
        })
    }

    pub(super) fn at_paper(
        &mut self,
        tell: impl FnOnce(&mut VirtualPrinter) -> Action,
    ) -> Task<Message> {
        let Some(paper) = &mut self.printing.paper else {
            return Task::none();
        };
        match tell(paper) {
            Action::None => Task::none(),
            Action::Trouble(trouble, on) => self.at_desk(move |desk| match on {
                true => desk.trouble(trouble),
                false => desk.mend(trouble),
            }),
            Action::MendAll => self.at_desk(Desk::mend_all),
            Action::Draw(sheet) => {
                let document = sheet.document.clone();
                draw(document, move |paper| {
                    Told::SheetDrawn(sheet.clone(), paper)
                })
            }
            Action::Save { job, page, folder } => self.save_paper(job, page, &folder),
            Action::Leave => self.went(self.printing.from),
        }
    }

    /// Tells it something and reads how it is then, beside the window: its troubles are a file, and its papers
    /// are read letter by letter.
    pub(super) fn at_desk(&mut self, tell: impl FnOnce(&Desk) + Send + 'static) -> Task<Message> {
        let Some(desk) = self.virtual_desk() else {
            return Task::none();
        };
        let read = Reply::aside(move || {
            tell(&desk);
            let troubles = desk.troubles();
            Told::DeskRead(desk.version(), troubles, desk.papers())
        });
        Task::future(async { read.await.ok() }).and_then(|told| Task::done(Message::Printer(told)))
    }

    pub(super) fn save_paper(
        &self,
        job: PrintJobId,
        page: Box<Document>,
        folder: &Path,
    ) -> Task<Message> {
        let words = self.words.clone();
        let word = words.text("page-virtual-file");
        let file = folder.join(format!("{word}-{:06}", job.0));
        let saved = Reply::aside(move || minding::write_sheet(&page, &file, &words));
        let words = self.words.clone();
        let saved = async move {
            let told = saved.await;
            told.unwrap_or_else(|closing| Err(Failed::from(closing).sentence(&words)))
        };
        Task::perform(saved, |saved| Message::Printer(Told::SheetSaved(saved)))
    }

    /// While its paper is in sight, the printer on the screen tells whenever it moves.
    pub(in crate::app::program) fn desk_subscription(&self) -> Subscription<Message> {
        let shown = matches!(&self.screen, Screen::Work(work) if work.place == Place::Paper);
        match self.virtual_desk().filter(|_| shown) {
            Some(desk) => Subscription::run_with(Watched(desk), Watched::moves),
            None => Subscription::none(),
        }
    }
}

/// The printer on the screen, told apart by its folder.
struct Watched(Desk);

impl Hash for Watched {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let folder: std::path::PathBuf = self.0.folder().to_owned();
        folder.hash(state);
    }
}

impl Watched {
    fn moves(&self) -> impl Stream<Item = Message> + use<> {
        let (sender, mut moves) = watch::channel(());
        self.0.watch(move || sender.send(()).is_ok());
        stream::channel(4, async move |mut output| {
            while moves.changed().await.is_ok() {
                moves.borrow_and_update();
                let moved = Message::Printer(Told::DeskMoved);
                if output.send(moved).await.is_err() {
                    return;
                }
            }
        })
    }
}
