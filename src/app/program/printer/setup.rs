//! The printer's page of the settings: its setup, done through the till, and what ends it.

use iced::Task;

use super::{Over, Told, draw};
use crate::app::program::{Message, Place, Program, Screen};
use crate::app::screen::printer::{Action as PageAction, Printer as PrinterPage, Wanted};
use crate::app::screen::settings::{self, Page};
use crate::app::widget::{Mood, Paper};
use crate::printing::Paper as Width;
use crate::printing::setup::{Effect, Event, Setup, lay_out};
use crate::settings as config;

impl Program {
    pub(super) fn open_printer_page(&mut self) -> Task<Message> {
        self.printing.over = Over::Nothing;
        let open = match &self.screen {
            Screen::Work(work) => work.place == Place::Settings && work.settings.is_some(),
            _ => false,
        };
        if open {
            return self.settings(settings::Message::PageChosen(Page::Printer));
        }
        self.printing.wanted = true;
        self.went(Place::Settings)
    }

    /// The settings were opened: on the printer's page if that was wanted.
    pub(in crate::app::program) fn show_printer_page(&mut self) -> Task<Message> {
        match std::mem::take(&mut self.printing.wanted) {
            true => self.settings(settings::Message::PageChosen(Page::Printer)),
            false => Task::none(),
        }
    }

    /// The page is in sight.
    pub(in crate::app::program) fn printer_page_shown(&mut self) -> Task<Message> {
        let now = Setup::new(self.till.config().printer, self.till.profiles());
        let mut facts = now.facts(&self.words);
        if let Some(address) = self.till.address() {
            let label = self.words.text("setup-fact-port");
            facts.insert(0, (label, address.to_string()));
        }
        self.printing.standing.facts = facts;
        self.look_at_logo();
        self.stand();
        // A file that somebody has just put there is known by the time the setup begins.
        let models = self.till.read_profiles();
        let models = Task::future(async { drop(models.await) }).discard();
        Task::batch([models, self.read_printer()])
    }

    pub(in crate::app::program) fn printer_page(&mut self, action: PageAction) -> Task<Message> {
        match action {
            PageAction::None => Task::none(),
            PageAction::Begin => self.begin_setup(),
            PageAction::Do { effects, draw } => self.do_for_setup(effects, draw),
            PageAction::Remove => self.remove_printer(),
            PageAction::ShowHelp => self.show_help(),
            PageAction::FindVirtual => self.find_virtual(),
            PageAction::Queue(message) => self.queue(message),
            PageAction::Logo(wanted) => self.logo_wanted(wanted),
            PageAction::ChooseLogo => {
                let memory = self.till.logo().memory;
                self.tell_page(|page| page.choose_logo(memory))
            }
        }
    }

    pub(super) fn begin_setup(&mut self) -> Task<Message> {
        let setup = Setup::new(self.till.config().printer, self.till.profiles());
        self.tell_page(|page| page.begin(setup))
    }

    pub(super) fn find_virtual(&mut self) -> Task<Message> {
        let folder = self.till.folder().root().join("paper");
        let address = format!("virtual:{}", folder.display());
        self.tell_page(|page| page.virtual_at(address))
    }

    /// Tells the page, and does what it wants then.
    pub(super) fn tell_page(
        &mut self,
        tell: impl FnOnce(&mut PrinterPage) -> PageAction,
    ) -> Task<Message> {
        let page = self.work_mut().and_then(|work| work.settings.as_mut());
        match page.map(|settings| tell(settings.printer_mut())) {
            Some(action) => self.printer_page(action),
            None => Task::none(),
        }
    }

    pub(super) fn do_for_setup(
        &mut self,
        effects: Vec<Effect>,
        draw: Option<Wanted>,
    ) -> Task<Message> {
        let mut tasks: Vec<_> = effects
            .into_iter()
            .map(|effect| self.do_effect(effect))
            .collect();
        tasks.extend(draw.map(|wanted| self.draw_for_setup(wanted)));
        Task::batch(tasks)
    }

    pub(super) fn do_effect(&mut self, effect: Effect) -> Task<Message> {
        if self.printing.holds_still {
            return Task::none();
        }
        match effect {
            Effect::Connect(..) | Effect::Print(..) => self.printing.trial = true,
            Effect::End => self.printing.trial = false,
            Effect::Look | Effect::Save(_) => {}
        }
        let numbered = matches!(effect, Effect::Connect(..) | Effect::Print(..));
        let number = self.setup_number().filter(|_| numbered);
        let reply = self.till.set_up(effect);
        let happened = async move {
            let event = reply.await.ok()?;
            Some(match number {
                Some(number) => Event::Of(number, Box::new(event)),
                None => event,
            })
        };
        Task::future(happened).and_then(|event| Task::done(Message::Printer(Told::Happened(event))))
    }

    /// Under which number the setup asks now.
    fn setup_number(&mut self) -> Option<u32> {
        let settings = self.work_mut()?.settings.as_mut()?;
        Some(settings.printer_mut().number())
    }

    pub(super) fn draw_for_setup(&self, wanted: Wanted) -> Task<Message> {
        let columns = u8::try_from(wanted.1.columns.count()).unwrap_or(48);
        let paper = Width::try_from(columns).unwrap_or_default();
        let shop = self.till.config().shop;
        let document = lay_out(wanted.0, &shop, &self.words, paper, self.now);
        draw(document, move |paper| {
            Told::Drawn(Box::new(wanted.clone()), paper)
        })
    }

    pub(super) fn setup_drawn(&mut self, wanted: &Wanted, paper: Paper) -> Task<Message> {
        self.tell_page(|page| {
            page.drawn(wanted, paper);
            PageAction::None
        })
    }

    pub(super) fn setup_happened(&mut self, event: Event) -> Task<Message> {
        if let Event::Saved(saved) = &event {
            match saved {
                Ok(()) => return self.printer_saved(event),
                Err(why) if !self.is_setting_up() => return self.say(Mood::Error, why.clone()),
                Err(_) => {}
            }
        }
        self.tell_page(|page| page.happened(event))
    }

    /// The settings have another printer now.
    pub(super) fn printer_saved(&mut self, event: Event) -> Task<Message> {
        self.printing.trial = false;
        let told = self.tell_page(|page| page.happened(event));
        self.dress();
        let none = self.till.config().printer.address.trim().is_empty();
        let said = match none {
            true => "page-saved-none",
            false => "page-saved",
        };
        let said = self.say_word(Mood::Ok, said);
        Task::batch([told, said, self.printer_page_shown()])
    }

    pub(super) fn remove_printer(&mut self) -> Task<Message> {
        let none = config::Printer {
            address: String::new(),
            ..self.till.config().printer
        };
        self.do_effect(Effect::Save(none))
    }

    pub(in crate::app::program) fn is_setting_up(&self) -> bool {
        let Screen::Work(work) = &self.screen else {
            return false;
        };
        let open = work.settings.as_ref();
        work.place == Place::Settings && open.is_some_and(|open| open.is_setting_up())
    }

    /// Whoever leaves the setup half way, by whichever way, leaves the old printer in force: what waits
    /// goes on printing on it.
    pub(in crate::app::program) fn end_trial_if_left(&mut self) -> Task<Message> {
        if self.is_setting_up() {
            return Task::none();
        }
        if let Some(settings) = self.work_mut().and_then(|work| work.settings.as_mut()) {
            settings.printer_mut().leave();
        }
        match self.printing.trial {
            true => self.do_effect(Effect::End),
            false => Task::none(),
        }
    }
}
