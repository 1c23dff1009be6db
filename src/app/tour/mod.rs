//! The till played without a window: the same program and the same screens, drawn as pictures.
//!
//! [`tour`] shows every screen and dialog once; [`three_sales`] sells on a demo canteen.

mod accounts;
mod backup;
mod checkout;
mod dashboard;
mod declare;
mod demo;
mod first_day;
mod goods;
mod guide;
mod house;
mod lunch;
mod people;
mod places;
mod printer;
mod pupils;
mod returns;
mod setting;
mod shift;
mod small;
mod stock;

pub use small::{halved, small};

use std::path::Path;
use std::sync::Arc;

use chrono::DateTime;
use iced::Size;

pub use demo::{Sold, three_sales};

use super::judge::Fault;
use super::offscreen::{Picture, PngError, Stage};
use super::program::{Answer, HelpTold, LanguageTold, Message, Place, PrinterTold, Program, Told};
use super::screen;
use super::screen::lists::Entry;
use super::theme::Theme;
use crate::demo::Canteen;
use crate::domain::user::Role;
use crate::domain::{BusinessDay, Moment, ProductId};
use crate::printing::{State, Status};
use crate::settings::DataFolder;
use crate::store::{self, LastCheck, Recorded};
use crate::till::{Closing, Till};

/// Every picture of the tour, in the order in which they are drawn.
pub const TOUR: [&str; 277] = [
    "setup-language",
    "setup-shop",
    "setup-administrator",
    "setup-lists",
    "first-day",
    "first-day-starter",
    "first-day-begun",
    "settings-doctor",
    "login",
    "login-pin",
    "login-refused",
    "shift-open",
    "checkout-empty",
    "checkout-pupils",
    "keyboard",
    "keyboard-upright",
    "checkout-pupil",
    "checkout-search",
    "checkout-cart",
    "checkout-alert",
    "checkout-alert-several",
    "checkout-alert-label",
    "checkout-alert-mild",
    "checkout-line",
    "checkout-quantity",
    "checkout-note",
    "checkout-discount",
    "checkout-approval",
    "checkout-hold",
    "checkout-held",
    "checkout-clear",
    "checkout-account",
    "checkout-cash",
    "checkout-card",
    "checkout-limit",
    "checkout-limit-approval",
    "checkout-mixed",
    "checkout-done",
    "checkout-weight",
    "checkout-done-cash",
    "checkout-alert-diet",
    "checkout-unknown",
    "printer-gone",
    "printer-panel",
    "printer-panel-queue",
    "printer-panel-cancel",
    "printer-help",
    "sales",
    "sales-ticket",
    "sales-void",
    "sales-found",
    "sales-day",
    "refund-lines",
    "refund-approval",
    "refund-done",
    "exchange-checkout",
    "exchange-pay",
    "checkout-ticket",
    "sales-uncertain",
    "shift-move",
    "shift-sure",
    "shift",
    "shift-drawer",
    "shift-x",
    "shift-hand-over",
    "shift-count",
    "shift-close",
    "shift-none",
    "shift-z",
    "shift-left-open",
    "shift-close-large",
    "accounts",
    "accounts-not-found",
    "accounts-low",
    "account",
    "account-top-up",
    "account-top-up-reference",
    "account-top-up-done",
    "account-undo",
    "account-sure",
    "account-statement",
    "account-statement-days",
    "account-correct",
    "account-approval",
    "account-transfer",
    "account-payout",
    "account-share",
    "account-low-mark",
    "account-card-refused",
    "account-cards",
    "account-card-replace",
    "settings-top-ups",
    "declare-refused",
    "locked",
    "shift-rules",
    "declare-reading",
    "declare-matrix",
    "declare-cell",
    "declare-chooser",
    "declare-confirm",
    "declare-rest",
    "declare-none",
    "declare-sources",
    "declare-product",
    "declare-product-recipe",
    "declare-product-history",
    "declare-queue",
    "declare-first",
    "settings-shop",
    "settings-printer",
    "printer-detect-none",
    "printer-detect",
    "printer-connecting",
    "printer-denied",
    "printer-connection",
    "printer-text",
    "printer-ticket",
    "printer-ticket-changed",
    "printer-models",
    "printer-nothing",
    "printer-save",
    "printer-settled",
    "printer-remove",
    "printer-logo",
    "printer-logo-asked",
    "printer-virtual",
    "settings-display",
    "settings-users",
    "settings-user-new",
    "settings-pin-new",
    "settings-lists",
    "settings-import",
    "settings-safety",
    "settings-backup-running",
    "settings-backup",
    "settings-backup-look",
    "settings-backup-restore",
    "settings-backup-change",
    "settings-backup-schedule",
    "settings-backup-failed",
    "products-reading",
    "products",
    "products-none",
    "products-filter",
    "products-ticked",
    "products-change",
    "products-change-price",
    "products-change-category",
    "products-tags",
    "product",
    "products-kept",
    "product-prices",
    "product-wrong",
    "product-unsaved",
    "product-scale",
    "product-tile",
    "product-label",
    "product-new",
    "pupils",
    "pupils-not-found",
    "pupils-minded",
    "pupil",
    "pupil-add",
    "pupil-diet",
    "pupil-noted",
    "pupil-end",
    "pupil-history",
    "pupil-sheet",
    "pupil-sheet-days",
    "people",
    "people-low",
    "people-not-found",
    "person",
    "person-guardians",
    "person-account",
    "person-health",
    "person-data",
    "person-erase",
    "person-new",
    "people-year",
    "people-year-preview",
    "people-leavers",
    "people-list-file",
    "people-list",
    "people-list-errors",
    "settings-policy",
    "settings-policy-cell",
    "settings-policy-changed",
    "settings-policy-saved",
    "settings-own",
    "lunch",
    "lunch-found",
    "lunch-served",
    "lunch-already",
    "lunch-not-subscribed",
    "lunch-refused",
    "lunch-without",
    "lunch-ask",
    "lunch-approval",
    "lunch-undo",
    "lunch-menu",
    "lunch-menu-none",
    "lunch-plans",
    "lunch-plan",
    "lunch-enrol",
    "lunch-end",
    "lunch-month",
    "lunch-account",
    "lunch-paid",
    "lunch-back",
    "settings-audit",
    "dashboard-reading",
    "dashboard",
    "dashboard-whole",
    "dashboard-upright",
    "dashboard-upright-dark",
    "dashboard-alerts",
    "dashboard-note",
    "dashboard-noted",
    "dashboard-range",
    "dashboard-range-wrong",
    "dashboard-compare",
    "dashboard-year",
    "dashboard-empty",
    "dashboard-failed",
    "dashboard-export",
    "dashboard-exported",
    "dashboard-list",
    "dashboard-ticket",
    "dashboard-search",
    "dashboard-week",
    "dashboard-week-whole",
    "dashboard-month",
    "dashboard-month-whole",
    "dashboard-hours",
    "stock-receive-empty",
    "stock-found",
    "stock-receive-faults",
    "stock-receive",
    "stock-receive-differs",
    "stock-received",
    "stock-count-start",
    "stock-count-none",
    "stock-count",
    "stock-count-review",
    "stock-count-drop",
    "stock-loss-none",
    "stock-loss",
    "stock-moves",
    "stock-order",
    "stock-worth",
    "settings-taxes",
    "settings-shift",
    "settings-accounts",
    "settings-calendar",
    "settings-dashboard",
    "settings-machine",
    "settings-refused",
    "settings-find",
    "settings-found",
    "settings-transfer",
    "settings-role",
    "help",
    "help-search",
    "language",
    "training-checkout",
    "settings-tender",
    "settings-tenders",
    "settings-hours",
    "settings-rights",
    "settings-pin-reset",
    "settings-pin-once",
    "pupil-limits",
    "limits-added",
    "limits-cash",
    "limits-card",
    "login-pin-once",
];

/// A tablet held upright, in logical pixels.
const UPRIGHT: Size = Size::new(800.0, 1_280.0);

/// How pictures are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Of the window, in logical pixels.
    pub size: Size,
    /// The same at a scale of 100 %: what the program takes its window for.
    pub window: Size,
    /// How many pixels of the picture one of them is.
    pub scale: f32,
    /// Which pictures are drawn; all of them where none is named.
    pub only: &'static [&'static str],
}

/// Why the till could not be played.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The canteen does not open.
    #[error(transparent)]
    Till(#[from] crate::till::Error),
    /// The data.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The till has closed under it.
    #[error(transparent)]
    Closing(#[from] Closing),
    /// A picture cannot be encoded.
    #[error(transparent)]
    Png(#[from] PngError),
    /// A ticket's picture cannot be encoded.
    #[error("the ticket's picture cannot be encoded: {0}")]
    Ticket(#[from] png::EncodingError),
    /// A picture cannot be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// The canteen is not the demo's, or no longer.
    #[error("the demo canteen has no {0}")]
    Missing(String),
}

/// Who takes a picture of that name.
pub type Album<'a> = &'a mut dyn FnMut(&str, &Picture) -> Result<(), Error>;

/// The day of the tour: a Monday. A canteen for it is dealt on this day.
///
/// # Panics
/// Never: a test draws the tour.
#[must_use]
pub fn day() -> BusinessDay {
    noon().day()
}

/// A clock that stands, so that pictures of the same canteen are the same.
fn noon() -> Moment {
    let time = DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00");
    Moment::new(time.expect("it is written as RFC 3339 asks"))
}

/// Draws every picture of [`TOUR`]: the first start in the empty folder `fresh`, then the canteen in `made`,
/// which is that of [`day`] and sells what the tour sells.
///
/// # Errors
/// [`Error`].
pub fn tour(
    fresh: DataFolder,
    made: DataFolder,
    canteen: &Canteen,
    look: Look,
    album: Album<'_>,
) -> Result<(), Error> {
    lead(fresh, made, canteen, look, album, None)
}

/// Looks every screen of the tour over instead of drawing it: each fault with the name of its picture.
///
/// # Errors
/// [`Error`].
pub fn check(
    fresh: DataFolder,
    made: DataFolder,
    canteen: &Canteen,
    look: Look,
) -> Result<Vec<(String, Fault)>, Error> {
    let mut found = Vec::new();
    let mut unseen = |_: &str, _: &Picture| Ok(());
    lead(fresh, made, canteen, look, &mut unseen, Some(&mut found))?;
    Ok(found)
}

fn lead(
    fresh: DataFolder,
    made: DataFolder,
    canteen: &Canteen,
    look: Look,
    album: Album<'_>,
    judged: Option<&mut Vec<(String, Fault)>>,
) -> Result<(), Error> {
    let mut guide = Guide::new(fresh, Some(""), canteen, noon, look, album)?;
    guide.judged = judged;
    guide.first_start()?;
    guide.first_day()?;
    let (look, album, judged) = (guide.look, guide.album, guide.judged);
    let mut guide = Guide::new(made, Some(""), canteen, noon, look, album)?;
    guide.judged = judged;
    guide.door()?;
    guide.checkout()?;
    guide.sales()?;
    guide.shifts()?;
    guide.accounts()?;
    guide.settings()?;
    guide.goods()?;
    guide.pupils()?;
    guide.forms_of_people()?;
    guide.rules()?;
    guide.lunches()?;
    guide.audit()?;
    guide.dashboard()?;
    guide.stocks()?;
    guide.setting()?;
    guide.help()?;
    guide.training()?;
    // The last of it is at the door.
    guide.house()
}

/// Leads a program from picture to picture.
struct Guide<'a> {
    till: Till,
    program: Program,
    canteen: &'a Canteen,
    stage: Stage,
    look: Look,
    album: Album<'a>,
    /// What is wrong with the screens, where they are looked over and not drawn.
    judged: Option<&'a mut Vec<(String, Fault)>>,
}

impl<'a> Guide<'a> {
    fn new(
        folder: DataFolder,
        printer: Option<&str>,
        canteen: &'a Canteen,
        clock: fn() -> Moment,
        look: Look,
        album: Album<'a>,
    ) -> Result<Self, Error> {
        let till = Till::open(folder, printer)?;
        let mut program = Program::played(&till, clock);
        program.window_is(look.window);
        Ok(Self {
            program,
            till,
            canteen,
            stage: Stage::new(),
            look,
            album,
            judged: None,
        })
    }

    fn shoot(&mut self, name: &str) -> Result<(), Error> {
        let theme = self.program.theme();
        self.shoot_in(name, &theme)
    }

    fn shoot_in(&mut self, name: &str, theme: &Theme) -> Result<(), Error> {
        let Look {
            size, scale, only, ..
        } = self.look;
        if !only.is_empty() && !only.contains(&name) {
            return Ok(());
        }
        if let Some(judged) = &mut self.judged {
            let faults = self.stage.judge(self.program.view(), size, theme);
            judged.extend(faults.into_iter().map(|fault| (name.to_owned(), fault)));
            return Ok(());
        }
        let picture = self.stage.render(self.program.view(), size, scale, theme);
        (self.album)(name, &picture)
    }

    fn tell(&mut self, message: Message) -> Option<Recorded> {
        self.program.play(message)
    }

    fn sell(&mut self, message: screen::checkout::Message) -> Option<Recorded> {
        self.tell(Message::Checkout(message))
    }

    fn go(&mut self, place: Place) {
        let _nothing_sold = self.tell(Message::Went(place));
    }

    /// Types the PIN of whoever has this role; with `enter`, goes in.
    fn sign_in(&mut self, role: Role, enter: bool) -> Result<(), Error> {
        use screen::login::Message as Login;
        let login = self.canteen.logins.iter();
        let login = login.clone().find(|login| login.user.role == role);
        let login = login.ok_or_else(|| Error::Missing(role.code().to_owned()))?;
        let mut keys = vec![Login::UserChosen(login.user.id)];
        keys.extend(login.pin.digits().chars().map(Login::Typed));
        keys.extend(enter.then_some(Login::Confirmed));
        for key in keys {
            let _nothing_sold = self.tell(Message::Login(key));
        }
        Ok(())
    }

    fn product(&self, name: &str) -> Result<ProductId, Error> {
        let found = self.program.product(name);
        found.ok_or_else(|| Error::Missing(name.to_owned()))
    }

    fn press(&mut self, name: &str) -> Result<(), Error> {
        let product = self.product(name)?;
        self.sell(screen::checkout::Message::ProductPressed(product));
        Ok(())
    }

    /// What no picture may depend on: a printer at hand.
    fn printer(&mut self, state: State, waiting: usize) {
        let status = Status {
            waiting,
            ..Status::from(state)
        };
        self.tell(Message::PrinterChanged(status));
    }

    /// The chooser shows this, and not what the machine's own folder holds.
    fn show_lists(&mut self) {
        let entry = |name: &str, is_folder| Entry {
            path: Path::new("Cantina").join(name),
            is_folder,
        };
        let entries = vec![
            entry("2025", true),
            entry("alumnos.csv", false),
            entry("productos.csv", false),
        ];
        self.tell(Message::Lists(Answer::Listed("Cantina".into(), entries)));
    }

    /// The self-check was done this morning.
    fn checked_at_seven(&mut self) {
        let seven = noon().plus_millis(-4 * 3_600_000 - 38 * 60_000);
        let last = LastCheck {
            at: seven.at,
            day: seven.day(),
            looked: store::Looked::default(),
        };
        self.tell(Message::Safety(Told::LastRead(Ok(Some(last)))));
    }

    fn refuse_pin(&mut self) {
        let refused = crate::till::PinRefused::Wrong { wait_ms: 4_000 };
        self.tell(Message::SignedIn(Err(Arc::new(refused))));
    }
}
