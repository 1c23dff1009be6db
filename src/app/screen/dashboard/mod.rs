//! The dashboard: what happened, whether it is normal, what to do.
//!
//! Every figure opens into the sales behind it, and each of those into its ticket. What was read last
//! stays in sight with its age while it is read again.

mod alerts;
mod charts;
mod export;
mod list;
mod message;
mod opened;
mod pages;
mod picker;
pub mod sample;
mod say;
mod view;

use std::path::PathBuf;

pub use alerts::Alerts;
pub use export::{Form, Rows, What, file};
pub use list::List;
pub use message::{
    Action, By, Choice, Drawn, Listed, Message, Part, Read, Source, Stock, Tab, Versus, Wanted,
};
pub use pages::Pages;
pub use picker::{For, Message as PickerMessage, Picker};

use super::Context;
use crate::domain::metrics::{Acknowledged, Comparison, Period, Search, Span};
use crate::domain::scanner::take_back;
use crate::domain::{BusinessDay, Moment, SaleId};
use crate::i18n::I18n;
use crate::report::Ask;

/// The search field, to focus it by.
pub const SEARCH: &str = "dashboard-search";

/// The state of the screen.
pub struct Dashboard {
    tab: Tab,
    ask: Ask,
    /// The day whose week is shown.
    week_of: BusinessDay,
    /// The day whose month is shown.
    month_of: BusinessDay,
    by: By,
    heat_by: By,
    stock: Stock,
    stock_page: usize,
    pages: Pages,
    reading: bool,
    failed: Option<String>,
    search: String,
    list: Option<List>,
    dialog: Option<Open>,
    folder: String,
}

/// The dialog that is open.
#[derive(Debug, Clone)]
enum Open {
    /// Which days.
    Picker(Picker),
    /// What the period is compared with.
    Compare,
    /// The alerts as they were when they were opened.
    Alerts(Alerts),
    /// What to save, and where.
    Export(Exporting),
}

/// The export's dialog.
#[derive(Debug, Clone, Default)]
struct Exporting {
    what: What,
    running: bool,
    done: Option<Result<String, String>>,
}

impl Dashboard {
    /// The page of today, nothing read yet; `folder` is where exports go.
    #[must_use]
    pub fn new(today: BusinessDay, folder: &std::path::Path) -> Self {
        Self {
            tab: Tab::default(),
            ask: Ask::default(),
            week_of: today,
            month_of: today,
            by: By::default(),
            heat_by: By::default(),
            stock: Stock::default(),
            stock_page: 0,
            pages: Pages::default(),
            reading: false,
            failed: None,
            search: String::new(),
            list: None,
            dialog: None,
            folder: folder.display().to_string(),
        }
    }

    /// The charts of what was read, one of each kind.
    #[must_use]
    pub fn figures(&self) -> Vec<std::rc::Rc<crate::app::widget::chart::Figure>> {
        self.pages.figures()
    }

    /// What the page that is shown wants to be read.
    #[must_use]
    pub const fn wanted(&self) -> Wanted {
        match self.tab {
            Tab::Summary => Wanted::Summary(self.ask),
            Tab::Week => Wanted::Week(self.week_of),
            Tab::Month => Wanted::Month(self.month_of),
            Tab::Hours => Wanted::Hours(self.ask.period),
        }
    }

    /// When what is shown was read; `None` where nothing is.
    #[must_use]
    pub fn read_at(&self) -> Option<Moment> {
        self.pages.read_at(self.tab)
    }

    /// The sales that are listed, if any are.
    #[must_use]
    pub const fn list(&self) -> Option<&List> {
        self.list.as_ref()
    }

    /// Whether a dialog waits for its answer.
    #[must_use]
    pub const fn asks(&self) -> bool {
        self.dialog.is_some()
    }

    /// Whether there is something to go back from.
    #[must_use]
    pub const fn is_deep(&self) -> bool {
        self.dialog.is_some() || self.list.is_some()
    }

    /// Reading has begun.
    pub fn begins_to_read(&mut self) {
        self.reading = true;
    }

    /// Reading was given up: the screen is not shown any more.
    pub fn stopped_reading(&mut self) {
        self.reading = false;
    }

    /// A page was read. What is not wanted any more is kept for later, and shown as it is of.
    pub fn read(&mut self, read: Read, now: Moment, words: &I18n) {
        self.reading = false;
        self.failed = None;
        self.pages.read(read, now, words);
    }

    /// A page could not be read; `why` is a sentence for the user. What was read before stays.
    pub fn not_read(&mut self, why: String) {
        self.reading = false;
        self.failed = Some(why);
    }

    /// A page of the list was read, or not.
    pub fn listed(&mut self, listed: Listed) {
        if let Some(list) = &mut self.list {
            list.listed(listed);
        }
    }

    /// A ticket was drawn, or not.
    pub fn ticket_drawn(&mut self, sale: SaleId, drawn: Drawn) {
        if let Some(list) = &mut self.list {
            list.drawn(sale, drawn);
        }
    }

    /// An alert was kept with its note, or not.
    pub fn acknowledged(&mut self, kept: Result<Acknowledged, String>) {
        if let Some(Open::Alerts(alerts)) = &mut self.dialog {
            alerts.kept(kept);
        }
    }

    /// An export was written or printed, or not; either is a sentence for the user.
    pub fn exported(&mut self, done: Result<String, String>) {
        if let Some(Open::Export(exporting)) = &mut self.dialog {
            exporting.running = false;
            exporting.done = Some(done);
        }
    }

    /// Takes the letters of a scan out of what is typed.
    pub fn take_back(&mut self, letters: &str) {
        match &mut self.dialog {
            Some(Open::Picker(picker)) => picker.take_back(letters),
            Some(Open::Alerts(alerts)) => alerts.take_back(letters),
            Some(Open::Export(_)) => forget(&mut self.folder, letters),
            Some(Open::Compare) | None => forget(&mut self.search, letters),
        }
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        match message {
            Message::TabChosen(tab) => self.choose_tab(tab),
            Message::PeriodChosen(choice) => self.choose_period(choice, context),
            Message::VersusChosen(versus) => self.choose_versus(versus, context),
            Message::ComparePressed => self.open(Open::Compare),
            Message::Stepped(on) => self.step(on, context.now.day()),
            Message::RefreshPressed => self.refresh(),
            Message::ByChosen(by) => settled(&mut self.by, by),
            Message::HeatChosen(by) => self.choose_heat(by, context.words),
            Message::StockChosen(stock) => self.choose_stock(stock),
            Message::StockStepped(on) => self.step_stock(on),
            Message::SearchChanged(text) => self.change_search(&text),
            Message::Entered => self.enter(context),
            Message::SearchPressed => self.find(context.words),
            Message::Opened(part) => self.open_part(part, context.words),
            Message::ListStepped(on) => self.on_list(|list| list.step(on)),
            Message::SaleChosen(sale) => self.on_list(|list| list.choose(sale)),
            Message::ReprintPressed(sale) => Action::Reprint(sale),
            Message::Back => self.back(),
            Message::AlertsPressed => self.open_alerts(),
            Message::AlertChosen(index) => self.on_alerts(|alerts| alerts.choose(index)),
            Message::NoteChanged(note) => self.on_alerts(|alerts| alerts.change(&note)),
            Message::NoteConfirmed => self.on_alerts(Alerts::confirm),
            Message::ExportPressed => self.open(Open::Export(Exporting::default())),
            Message::ExportChosen(what) => self.choose_export(what),
            Message::FolderChanged(folder) => self.change_folder(&folder),
            Message::ExportConfirmed => self.save(context),
            Message::PrintPressed => self.print(),
            Message::Picker(message) => self.pick(message),
        }
    }

    fn choose_tab(&mut self, tab: Tab) -> Action {
        self.tab = tab;
        self.list = None;
        Action::Read(self.wanted())
    }

    fn choose_period(&mut self, choice: Choice, context: &Context<'_>) -> Action {
        if let Some(period) = choice.period() {
            return self.look_at(period);
        }
        let today = context.now.day();
        let shown = self.pages.span(self.tab).unwrap_or(Span::day(today));
        self.open(Open::Picker(Picker::new(For::Period, shown, today)))
    }

    fn look_at(&mut self, period: Period) -> Action {
        self.ask.period = period;
        self.list = None;
        Action::Read(self.wanted())
    }

    fn choose_versus(&mut self, versus: Versus, context: &Context<'_>) -> Action {
        let comparison = match versus {
            Versus::Previous => Comparison::Previous,
            Versus::LastYear => Comparison::LastYear,
            Versus::Chosen => {
                let today = context.now.day();
                let shown = self.pages.compared().unwrap_or(Span::day(today));
                let picker = Picker::new(For::Comparison, shown, today);
                return self.open(Open::Picker(picker));
            }
        };
        self.dialog = None;
        self.ask.comparison = comparison;
        Action::Read(self.wanted())
    }

    fn pick(&mut self, message: picker::Message) -> Action {
        let Some(Open::Picker(picker)) = &mut self.dialog else {
            return Action::None;
        };
        let Some(span) = picker.update(message) else {
            return Action::None;
        };
        match picker.purpose {
            For::Period => {
                self.dialog = None;
                self.look_at(Period::Range(span))
            }
            For::Comparison => {
                self.dialog = None;
                self.ask.comparison = Comparison::Chosen(span);
                Action::Read(self.wanted())
            }
        }
    }

    /// Not into what has not been.
    fn step(&mut self, on: bool, today: BusinessDay) -> Action {
        let by = if on { 1 } else { -1 };
        let shown = match self.tab {
            Tab::Week => &mut self.week_of,
            Tab::Month => &mut self.month_of,
            Tab::Summary | Tab::Hours => return Action::None,
        };
        let to = match self.tab {
            Tab::Week => {
                let week = shown.monday().number() + 7 * i64::from(by);
                BusinessDay::from_number(week).unwrap_or(*shown)
            }
            _ => picker::stepped(*shown, by),
        };
        if to > today {
            return Action::None;
        }
        *shown = to;
        self.list = None;
        Action::Read(self.wanted())
    }

    fn refresh(&mut self) -> Action {
        match &mut self.list {
            Some(list) => list.again(),
            None => Action::Read(self.wanted()),
        }
    }

    fn choose_heat(&mut self, by: By, words: &I18n) -> Action {
        self.heat_by = by;
        self.pages.heat_by(by, words);
        Action::None
    }

    fn choose_stock(&mut self, stock: Stock) -> Action {
        self.stock = stock;
        self.stock_page = 0;
        Action::None
    }

    fn step_stock(&mut self, on: bool) -> Action {
        self.stock_page = match on {
            true => self.stock_page + 1,
            false => self.stock_page.saturating_sub(1),
        };
        Action::None
    }

    fn change_search(&mut self, text: &str) -> Action {
        self.search = text.chars().take(80).collect();
        Action::None
    }

    /// What is typed, looked for.
    fn find(&mut self, words: &I18n) -> Action {
        let Some(search) = Search::parse(&self.search) else {
            return Action::FocusSearch;
        };
        let title = words.text("dash-found");
        let (list, action) = List::open(title, self.search.clone(), Source::Found(search));
        self.list = Some(list);
        action
    }

    fn on_list(&mut self, change: impl FnOnce(&mut List) -> Action) -> Action {
        self.list.as_mut().map_or(Action::None, change)
    }

    fn on_alerts(&mut self, change: impl FnOnce(&mut Alerts) -> Action) -> Action {
        match &mut self.dialog {
            Some(Open::Alerts(alerts)) => change(alerts),
            _ => Action::None,
        }
    }

    fn open(&mut self, dialog: Open) -> Action {
        self.dialog = Some(dialog);
        Action::None
    }

    fn open_alerts(&mut self) -> Action {
        let alerts = self.pages.alerts().to_vec();
        if alerts.is_empty() {
            return Action::None;
        }
        self.open(Open::Alerts(Alerts::new(alerts)))
    }

    /// Out of the innermost; what is being written down is waited for.
    fn back(&mut self) -> Action {
        match &mut self.dialog {
            Some(Open::Alerts(alerts)) => {
                if alerts.leave_note() {
                    return Action::None;
                }
                let changed = alerts.is_changed();
                self.dialog = None;
                return match changed {
                    true => Action::Read(self.wanted()),
                    false => Action::None,
                };
            }
            Some(Open::Export(exporting)) if exporting.running => return Action::None,
            Some(_) => {
                self.dialog = None;
                return Action::None;
            }
            None => {}
        }
        match &mut self.list {
            Some(list) if list.ticket.is_some() => {
                list.ticket = None;
                Action::None
            }
            Some(_) => {
                self.list = None;
                // It may have been read long ago.
                Action::Read(self.wanted())
            }
            None => Action::None,
        }
    }

    /// Enter answers the dialog, or looks for what is typed.
    fn enter(&mut self, context: &Context<'_>) -> Action {
        match &self.dialog {
            Some(Open::Picker(_)) => self.pick(picker::Message::Confirmed),
            Some(Open::Alerts(_)) => self.on_alerts(Alerts::confirm),
            Some(Open::Export(_)) => self.save(context),
            Some(Open::Compare) => Action::None,
            None if self.search.trim().is_empty() => Action::None,
            None => self.find(context.words),
        }
    }

    fn choose_export(&mut self, what: What) -> Action {
        if let Some(Open::Export(exporting)) = &mut self.dialog
            && !exporting.running
        {
            exporting.what = what;
            exporting.done = None;
        }
        Action::None
    }

    fn change_folder(&mut self, folder: &str) -> Action {
        self.folder = folder.chars().take(400).collect();
        Action::None
    }

    /// Where what is chosen would be written.
    fn target(&self, what: What, words: &I18n) -> Option<PathBuf> {
        let folder = self.folder.trim();
        let span = self.pages.exported(self.tab)?;
        let name = words.text(what.key());
        (!folder.is_empty()).then(|| file(folder.as_ref(), &name, span, what))
    }

    /// A second press finds it running.
    fn save(&mut self, context: &Context<'_>) -> Action {
        let Some(Open::Export(exporting)) = &self.dialog else {
            return Action::None;
        };
        let (what, running) = (exporting.what, exporting.running);
        let Some(file) = self.target(what, context.words).filter(|_| !running) else {
            return Action::None;
        };
        self.runs();
        Action::Export(what, self.exported_ask(), file)
    }

    /// What is exported or printed: the days that are on the screen, whichever page shows them.
    fn exported_ask(&self) -> Ask {
        let shown = self.pages.exported(self.tab);
        let period = match self.tab {
            Tab::Summary | Tab::Hours => self.ask.period,
            Tab::Week | Tab::Month => shown.map_or(self.ask.period, Period::Range),
        };
        Ask { period, ..self.ask }
    }

    fn print(&mut self) -> Action {
        match &self.dialog {
            Some(Open::Export(exporting)) if !exporting.running => {
                let ask = self.exported_ask();
                self.runs();
                Action::Print(ask)
            }
            _ => Action::None,
        }
    }

    fn runs(&mut self) {
        if let Some(Open::Export(exporting)) = &mut self.dialog {
            exporting.running = true;
            exporting.done = None;
        }
    }
}

fn settled<T>(place: &mut T, value: T) -> Action {
    *place = value;
    Action::None
}

fn forget(field: &mut String, letters: &str) {
    if let Some(without) = take_back(field, letters) {
        *field = without;
    }
}

#[cfg(test)]
mod tests;
