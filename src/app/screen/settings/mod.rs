//! The settings: shop and ticket, printer, language and look, users, lists to import, the rules of the
//! house about what children must not eat.
//!
//! What is typed lies in a [`Draft`] and counts only once it is saved; language and look count at once.

pub mod audit;
mod audit_view;
pub mod backup;
mod backup_dialogs;
mod backup_view;
mod find;
mod hours;
mod house;
mod looked;
mod machine;
mod own;
mod own_view;
mod pages;
pub(crate) use pages::ruc_fault;
mod policy;
mod policy_view;
mod rights;
mod rights_view;
mod rulings;
pub mod safety;
mod safety_view;
mod sheet;
mod sheet_view;
mod tenders;
mod tenders_view;
mod transfer;
mod users;
mod view;
mod wanted;

use std::path::PathBuf;

use super::lists::{self, Lists};
use super::printer;
use super::queue::{Queue, Standing};
use crate::app::theme::Theme;
use crate::app::widget::Paper;
use crate::domain::UserId;
use crate::domain::diet::Policy;
use crate::domain::receipt::Shop;
use crate::domain::ruc::{BadRuc, Ruc};
use crate::domain::scanner::take_back;
use crate::domain::user::{Pin, Role, User};
use crate::i18n::Locale;

use crate::store::diet::Met;
use audit::Audit;
pub use audit::Message as AuditMessage;
use backup::Backups;
pub use backup::Message as BackupMessage;
pub use hours::{Field as HoursField, Message as HoursMessage};
pub use house::{House, Message as HouseMessage, Wanted as HouseWanted};
pub use own::Message as OwnMessage;
pub use policy::Message as PolicyMessage;
pub use rights::Message as RightsMessage;
use rulings::Rules;
pub use rulings::{Ruled, Rulings};
use safety::Safety;
pub use safety::{Checked, Message as SafetyMessage};
pub use sheet::Message as SheetMessage;
pub use tenders::{Field as TendersField, Message as TendersMessage};
pub use transfer::{Message as TransferMessage, Planned as TransferPlanned};
pub use users::Message as UsersMessage;
use users::Users;
pub use wanted::Wanted as SettingWanted;

/// The scales of the interface there are, in per cent.
pub const SCALES: [u16; 5] = crate::settings::Scale::STEPS;

/// The settings as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The name on the ticket.
    pub name: String,
    /// The taxpayer number as typed; empty for none.
    pub ruc: String,
    /// Street and city.
    pub address: String,
    /// Phone.
    pub phone: String,
    /// The last line of every ticket.
    pub footer: String,
    /// The language.
    pub locale: Locale,
    /// Light or dark.
    pub theme: Theme,
    /// How large everything is: one of [`SCALES`], in per cent.
    pub scale_percent: u16,
    /// Whether alerts are heard.
    pub sounds: bool,
    /// Whether alerts are read out.
    pub read_aloud: bool,
}

impl Draft {
    const fn text_of(&mut self, field: Field) -> &mut String {
        match field {
            Field::Name => &mut self.name,
            Field::Ruc => &mut self.ruc,
            Field::Address => &mut self.address,
            Field::Phone => &mut self.phone,
            Field::Footer => &mut self.footer,
        }
    }

    /// The shop, unless its RUC is wrong.
    ///
    /// # Errors
    /// [`BadRuc`] unless the RUC is right or empty.
    pub fn shop(&self) -> Result<Shop, BadRuc> {
        Ok(Shop {
            name: self.name.trim().to_owned(),
            ruc: optional_ruc(&self.ruc)?,
            address: self.address.trim().to_owned(),
            phone: self.phone.trim().to_owned(),
            footer: self.footer.trim().to_owned(),
        })
    }
}

/// A RUC that may be left out.
pub(crate) fn optional_ruc(text: &str) -> Result<Option<Ruc>, BadRuc> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Ruc::parse(text).map(Some)
}

/// A page of the settings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Page {
    /// What the ticket says of the shop.
    #[default]
    Shop,
    /// How the printer stands, and its setup.
    Printer,
    /// Language, light or dark, scale.
    Display,
    /// What the law says of taxes and cash.
    Taxes,
    /// The cash drawer and its shift.
    Shift,
    /// Pupils' accounts.
    Accounts,
    /// When the school is open.
    Calendar,
    /// When the dashboard warns, and what it writes.
    Dashboard,
    /// The screen and the scanner of this machine.
    Machine,
    /// All settings as a file.
    Transfer,
    /// The ways to pay.
    Tenders,
    /// Breaks, and the lock.
    Hours,
    /// Users and their PINs.
    Users,
    /// Lists to import.
    Lists,
    /// The self-check.
    Safety,
    /// Backups.
    Backup,
    /// What the till does about restrictions.
    Policy,
    /// Allergens, diets and words of the canteen's own.
    Own,
    /// Who did what.
    Audit,
    /// What the doctor says of this computer.
    Doctor,
}

/// The state of the screen.
#[derive(Debug, Clone)]
pub struct Settings {
    page: Page,
    saved: Draft,
    draft: Draft,
    users: Users,
    lists: Lists,
    safety: Safety,
    printer: printer::Printer,
    backups: Backups,
    rules: Option<Rules>,
    house: house::Pages,
    audit: Audit,
    machine: machine::Machine,
    /// The field of the draft that was typed into last.
    typing: Option<Field>,
    sheet: sheet::Sheet,
    find: find::Find,
    transfer: transfer::Transfer,
    /// The ticket as it would be, and of which shop.
    preview: Option<(Shop, Paper)>,
    /// The largest scale that the window has room for, in per cent.
    scale_fits: u16,
}

/// A field of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// [`Draft::name`].
    Name,
    /// [`Draft::ruc`].
    Ruc,
    /// [`Draft::address`].
    Address,
    /// [`Draft::phone`].
    Phone,
    /// [`Draft::footer`].
    Footer,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A page was chosen.
    PageChosen(Page),
    /// Somebody wants to practise.
    PractisePressed,
    /// A field was typed into.
    Typed(Field, String),
    /// A language was chosen.
    LocaleChosen(Locale),
    /// Light or dark was chosen.
    ThemeChosen(Theme),
    /// A scale was chosen.
    ScaleChosen(u16),
    /// Whether alerts are heard was chosen.
    SoundsChosen(bool),
    /// Whether alerts are read out was chosen.
    ReadAloudChosen(bool),
    /// What was typed is to count.
    SavePressed,
    /// What was typed is to be forgotten.
    UndoPressed,
    /// Enter, and no scanner's: what a dialog asks is answered.
    Entered,
    /// On the pages of tenders, hours and rights.
    House(HouseMessage),
    /// On the page of users.
    Users(UsersMessage),
    /// On the page of lists.
    Lists(lists::Message),
    /// On the page of the printer.
    Printer(printer::Message),
    /// On the page of the self-check.
    Safety(SafetyMessage),
    /// On the page of backups.
    Backup(BackupMessage),
    /// On the page of the policy.
    Policy(PolicyMessage),
    /// On the page of what the canteen adds.
    Own(OwnMessage),
    /// On the page of the audit.
    Audit(AuditMessage),
    /// On a page whose settings are written line by line.
    Sheet(SheetMessage),
    /// On the page of all settings as a file.
    Transfer(TransferMessage),
    /// A setting is looked for.
    FindTyped(String),
    /// What was found was pressed: which, and its page.
    FoundPressed(&'static str, Page),
    /// This computer is to be looked at again.
    LookAgainPressed,
    /// The list of the first day is wanted.
    FirstDayPressed,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Action {
    /// Nothing.
    None,
    /// Begin a training: the till is locked meanwhile.
    Practise,
    /// Keep these settings and use them; answer with [`Settings::saved`].
    Save(Draft),
    /// The printer's page is in sight: tell it how the printer stands.
    ShowPrinter,
    /// About the printer.
    Printer(printer::Action),
    /// Add a user; answer with [`Settings::users_are`] or [`Settings::user_refused`].
    AddUser {
        /// As the ticket shows it.
        name: String,
        /// What they may do.
        role: Role,
        /// Chosen by them.
        pin: Pin,
    },
    /// Let a user work again, or no more; answered as [`Action::AddUser`].
    SetActive {
        /// Who.
        user: UserId,
        /// Whether they may work.
        active: bool,
    },
    /// Give a user a new PIN; answered as [`Action::AddUser`].
    NewPin {
        /// Who.
        user: UserId,
        /// Chosen by them.
        pin: Pin,
    },
    /// About tenders, hours and rights.
    House(HouseWanted),
    /// About lists to import.
    Lists(lists::Action),
    /// Check everything now; answer with [`Settings::checked`].
    Check,
    /// Note what was done about a past sale; answer with [`Settings::checked`].
    LookAt {
        /// Which.
        met: Box<Met>,
        /// What was done.
        note: String,
    },
    /// About backups.
    Backup(backup::Wanted),
    /// About the audit.
    Audit(audit::Wanted),
    /// About settings.
    Setting(SettingWanted),
    /// Look at this computer; answer with [`Settings::examined`].
    Examine,
    /// Show the list of the first day.
    FirstDay,
    /// Read the rules of the house; answer with [`Settings::ruled`].
    ReadRules,
    /// Put this policy in force; answered as [`Action::ReadRules`].
    SetPolicy(Policy),
    /// Read a policy from a file; answered as [`Action::ReadRules`].
    LoadPolicy(PathBuf),
    /// Write the policy in force into a file; answered as [`Action::ReadRules`].
    ExportPolicy(PathBuf),
    /// Add an allergen of that name; answered as [`Action::ReadRules`].
    AddAllergen(String),
    /// Add a diet of that name; answered as [`Action::ReadRules`].
    AddDiet(String),
    /// Put these words in force; answered as [`Action::ReadRules`].
    SetWords(String),
    /// Read words from a file; answered as [`Action::ReadRules`].
    LoadWords(PathBuf),
}

impl Settings {
    /// The settings as they are; `me` is who looks at them, and cannot deactivate themselves.
    #[must_use]
    pub fn new(saved: Draft, users: Vec<User>, me: UserId, lists: Lists) -> Self {
        Self {
            page: Page::default(),
            draft: saved.clone(),
            saved,
            safety: Safety::of(&users, me),
            audit: Audit::of(&users),
            users: Users::new(users, me),
            lists,
            printer: printer::Printer::default(),
            backups: Backups::default(),
            rules: None,
            house: house::Pages::default(),
            machine: machine::Machine::default(),
            typing: None,
            sheet: sheet::Sheet::default(),
            find: find::Find::default(),
            transfer: transfer::Transfer::default(),
            preview: None,
            scale_fits: u16::MAX,
        }
    }

    /// The window has room for this scale, in per cent, and for no larger one.
    pub fn scale_fits(&mut self, percent: u16) {
        self.scale_fits = percent;
    }

    /// These settings are kept.
    pub fn saved(&mut self, saved: Draft) {
        self.saved = saved;
    }

    /// The users as they are now; an open dialog was about them and closes.
    pub fn users_are(&mut self, users: Vec<User>) {
        if let Some(rights) = &mut self.house.rights {
            for user in &users {
                rights.user_is(user);
            }
        }
        self.users.are(users);
    }

    /// What was asked about a user is refused; `why` is a sentence for the user.
    pub fn user_refused(&mut self, why: String) {
        self.users.refused(why);
    }

    /// How tenders, hours and cards stand now.
    pub fn house_is(&mut self, house: House) {
        self.house.are(house);
    }

    /// What was asked about them is refused; `why` is a sentence for the user.
    pub fn house_refused(&mut self, why: &str) {
        self.house.refused(why);
    }

    /// What Escape sends away on the pages of tenders and rights, if anything.
    #[must_use]
    pub fn escaped_of_house(&self) -> Option<HouseMessage> {
        self.house.escaped(self.page)
    }

    /// Whether a scan is the number of a card for somebody who works here.
    #[must_use]
    pub fn asks_for_card(&self) -> bool {
        self.page == Page::Users && self.house.rights.is_some()
    }

    /// The PIN for one sign-in that was asked for: shown once.
    pub fn pin_given(&mut self, user: UserId, digits: String) {
        if let Some(rights) = &mut self.house.rights {
            rights.pin_given(user, digits);
        }
    }

    /// How the self-check stands.
    pub fn checked(&mut self, checked: Checked) {
        self.safety.stands(checked);
    }

    /// What was found out about this computer.
    pub fn examined(&mut self, report: crate::till::doctor::Report) {
        self.machine.found(report);
    }

    /// A page of the audit.
    pub fn audit_read(
        &mut self,
        of: &crate::store::audit::Filter,
        before: Option<i64>,
        leaf: audit::Leaf,
    ) {
        self.audit.read(of, before, leaf);
    }

    /// What came of what the audit's page asked for, as a sentence for the user.
    pub fn audit_told(&mut self, told: Result<String, String>) {
        self.audit.said(told);
    }

    /// How backups stand.
    pub fn backups_stand(&mut self, kept: backup::Kept) {
        self.backups.stand(kept);
    }

    /// What would be lost by bringing that backup back.
    pub fn weighed(&mut self, entry: crate::backup::Entry, loss: crate::backup::Loss) {
        self.backups.weighed(entry, loss);
    }

    /// What a change of the schedule would do.
    pub fn backup_planned(&mut self, plan: crate::backup::schedule::Plan) {
        self.backups.planned(plan);
    }

    /// What was asked about backups is refused; `why` is a sentence for the user.
    pub fn backup_refused(&mut self, why: String) {
        self.backups.refused(why);
    }

    /// What a dialog about backups asked for is done; it closes.
    pub fn backup_done(&mut self) {
        self.backups.done();
    }

    /// Whether a dialog about backups is open.
    #[must_use]
    pub fn asks_of_backups(&self) -> bool {
        self.backups.asks()
    }

    /// The import, to be told what came of what it asked for.
    pub fn lists_mut(&mut self) -> &mut Lists {
        &mut self.lists
    }

    /// The printer's page, to be told what came of what it asked for.
    pub fn printer_mut(&mut self) -> &mut printer::Printer {
        &mut self.printer
    }

    /// Whether this page is in sight.
    #[must_use]
    pub fn shows(&self, page: Page) -> bool {
        self.page == page
    }

    /// Whether the setup of the printer is under way.
    #[must_use]
    pub fn is_setting_up(&self) -> bool {
        self.page == Page::Printer && self.printer.is_setting_up()
    }

    /// The page of the help about the page that is shown.
    #[must_use]
    pub const fn help_topic(&self) -> &'static str {
        match self.page {
            Page::Printer => "printer",
            Page::Backup => "backups",
            Page::Users => "users",
            Page::Policy | Page::Own => "allergic-pupil",
            _ => "settings",
        }
    }

    /// The step of the printer's setup that is under way.
    #[must_use]
    pub fn setup_step(&self) -> Option<crate::printing::setup::Step> {
        self.printer.step()
    }

    /// Takes in what happened.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::PageChosen(page) => {
                self.find.marked = None;
                self.turn_to(page)
            }
            Message::PractisePressed => Action::Practise,
            Message::Typed(field, text) => self.type_into(field, text),
            Message::LocaleChosen(locale) => self.at_once(|draft| draft.locale = locale),
            Message::ThemeChosen(theme) => self.at_once(|draft| draft.theme = theme),
            Message::ScaleChosen(percent) => self.at_once(|draft| draft.scale_percent = percent),
            Message::SoundsChosen(on) => self.at_once(|draft| draft.sounds = on),
            Message::ReadAloudChosen(on) => self.at_once(|draft| draft.read_aloud = on),
            Message::SavePressed => self.save(),
            Message::UndoPressed => self.undo(),
            Message::Entered => self.entered(),
            Message::House(message) => self.house.update(message),
            Message::Users(UsersMessage::RightsPressed(user)) => self.open_rights(user),
            Message::Users(message) => self.users.update(message),
            Message::Lists(message) => match self.lists.update(message) {
                lists::Action::None => Action::None,
                action => Action::Lists(action),
            },
            Message::Printer(message) => of_printer(self.printer.update(message)),
            Message::Safety(message) => self.safety.update(message),
            Message::Backup(message) => self.backups.update(message),
            Message::Policy(message) => self.rule(|rules| rules.policy.update(message)),
            Message::Own(message) => self.rule(|rules| rules.own.update(message)),
            Message::Audit(message) => self.audit.update(message),
            Message::Sheet(message) => self.at_sheet(message),
            Message::Transfer(message) => {
                let wanted = self.transfer.update(message);
                wanted.map_or(Action::None, Action::Setting)
            }
            Message::FindTyped(query) => {
                self.find.typed(&query);
                Action::None
            }
            Message::FoundPressed(key, page) => self.go_to_found(key, page),
            Message::LookAgainPressed => self.machine.look(),
            Message::FirstDayPressed => Action::FirstDay,
        }
    }

    /// The rules are read anew whenever their page is opened, unless something there is unsaved.
    fn turn_to(&mut self, page: Page) -> Action {
        let came = page != self.page;
        self.page = page;
        if page != Page::Printer {
            self.printer.turned_away();
        }
        let stale = came && !self.rules.as_ref().is_some_and(Rules::is_changed);
        match page {
            Page::Policy | Page::Own if stale => Action::ReadRules,
            Page::Printer => Action::ShowPrinter,
            Page::Audit => self.audit.open(),
            Page::Doctor => self.machine.look(),
            Page::Backup => Action::Backup(backup::Wanted::Look),
            Page::Tenders | Page::Hours | Page::Users => Action::House(HouseWanted::Read),
            Page::Shop => self.look_at_ticket(),
            page if sheet::group(page).is_some() => Action::Setting(SettingWanted::Read),
            _ => Action::None,
        }
    }

    fn open_rights(&mut self, user: UserId) -> Action {
        let user = self.users.all.iter().find(|of| of.id == user).cloned();
        if let Some(user) = user {
            let me = self.users.me;
            let mine = self.users.all.iter().find(|of| of.id == me);
            let role = mine.map_or(Role::Cashier, |of| of.role);
            self.house.open_rights(user, me, role);
        }
        Action::None
    }

    fn type_into(&mut self, field: Field, text: String) -> Action {
        self.typing = Some(field);
        *self.draft.text_of(field) = text;
        self.look_at_ticket()
    }

    fn entered(&mut self) -> Action {
        if self.users.form.is_some() {
            return self.users.update(UsersMessage::Confirmed);
        }
        if self.page == Page::Tenders && self.house.asks() {
            let confirmed = TendersMessage::Confirmed;
            return self.house.update(HouseMessage::Tenders(confirmed));
        }
        if self.backups.asks() {
            return self.backups.update(BackupMessage::Confirmed);
        }
        if self.safety.answer.is_some() {
            return self.safety.update(SafetyMessage::NoteConfirmed);
        }
        match self.page {
            page if sheet::group(page).is_some() => self.at_sheet(SheetMessage::SavePressed),
            Page::Shop => self.save(),
            Page::Printer => of_printer(self.printer.entered()),
            _ => Action::None,
        }
    }

    /// Takes the letters of a scan out of the field that received them.
    pub fn take_back(&mut self, letters: &str) {
        let mut texts = vec![];
        self.printer.take_back(letters);
        if self.page == Page::Shop {
            texts.extend(self.typing.map(|field| self.draft.text_of(field)));
        }
        if let Some(form) = &mut self.users.form {
            texts.extend([&mut form.name, &mut form.pin, &mut form.again]);
        }
        texts.extend(self.house.texts());
        texts.extend([&mut self.audit.day, &mut self.audit.path]);
        texts.extend([&mut self.find.query, &mut self.transfer.path]);
        texts.extend(self.sheet.texts());
        texts.extend(self.backups.texts());
        texts.extend(self.safety.answer.as_mut().map(|answer| &mut answer.note));
        if let Some(Rules { policy, own, .. }) = &mut self.rules {
            own.take_back(letters);
            texts.extend([&mut policy.path, &mut own.path]);
            texts.extend([&mut own.allergen, &mut own.diet]);
        }
        for text in texts {
            if let Some(without) = take_back(text, letters) {
                *text = without;
            }
        }
        self.lists.take_back(letters);
    }

    /// Language and look count at once, without what else is typed and not yet saved.
    fn at_once(&mut self, change: impl Fn(&mut Draft)) -> Action {
        change(&mut self.draft);
        let mut wanted = self.saved.clone();
        change(&mut wanted);
        if wanted == self.saved {
            return Action::None;
        }
        self.saved = wanted.clone();
        Action::Save(wanted)
    }

    fn save(&mut self) -> Action {
        if self.can_save() {
            Action::Save(self.draft.clone())
        } else {
            Action::None
        }
    }

    fn undo(&mut self) -> Action {
        self.draft = self.saved.clone();
        self.look_at_ticket()
    }

    fn is_changed(&self) -> bool {
        self.draft != self.saved
    }

    fn can_save(&self) -> bool {
        let named = !self.draft.name.trim().is_empty();
        self.is_changed() && named && self.draft.shop().is_ok()
    }
}

/// What the printer's page wants, as what the settings want.
fn of_printer(action: printer::Action) -> Action {
    match action {
        printer::Action::None => Action::None,
        action => Action::Printer(action),
    }
}

#[cfg(test)]
mod tests;
