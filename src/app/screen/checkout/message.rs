//! What happens at the checkout, and what it wants done.

use std::sync::Arc;

use super::Shelf;
use crate::app::sound::Cue;
pub use crate::app::widget::keypad::Key;
use crate::domain::cart::{LineId, SavedCart};
use crate::domain::catalogue::Product;
use crate::domain::code::Code;
use crate::domain::diet::{Allergen, Declared};
use crate::domain::sale::Sale;
use crate::domain::student::{CardRefused, Customer};
use crate::domain::ticket::TicketCode;
use crate::domain::user::{Approved, Pin, Right};
use crate::domain::{CardNumber, CartId, Money, ProductId, TenderId};
use crate::store::diet::Alerted;

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// The reader sent a code, wherever the focus was.
    Scanned(Code),
    /// A key was typed that no field took: a figure for the keypad of the open dialog.
    Typed(char),
    /// A key that acts.
    Shortcut(Shortcut),
    /// The answer to [`Action::FindCustomer`].
    CustomerFound(Result<Box<Customer>, NoCustomer>),
    /// The answer to [`Action::SearchStudents`], best first.
    StudentsFound(Vec<Customer>),
    /// The carts on hold, whenever they change, oldest first.
    HeldListed(Vec<Held>),
    /// The answer to [`Action::TakeHeld`], or the cart that a crash left: the customer as they stand now.
    HeldTaken(Box<SavedCart>, Option<Box<Customer>>),
    /// The cart stays on hold, and why in the user's words.
    HeldNotTaken(String),
    /// The answer to [`Action::Approve`] of that number.
    Approved(u64, Result<Approved, Denied>),
    /// A product is not what it was: declarations, price or stock.
    ProductChanged(Arc<Product>),
    /// The pupil in hand is not who they were: what they must not eat, or their account.
    CustomerChanged(Box<Customer>),
    /// The policy is not what it was.
    RulesChanged,
    /// The sale is written down, under this ticket number as people read it.
    Recorded(String),
    /// The sale could not be written down, and why in the user's words.
    NotRecorded(String),
    /// Something was typed into the search.
    SearchChanged(String),
    /// Enter in the search.
    SearchSubmitted,
    /// A chip above the tiles was pressed.
    ShelfPressed(Shelf),
    /// Another page of tiles was pressed.
    PagePressed(usize),
    /// A tile was pressed.
    ProductPressed(ProductId),
    /// A line of the cart was pressed.
    LinePressed(LineId),
    /// `−` (-1) or `+` (1) of a line was pressed.
    StepPressed(LineId, i32),
    /// Lines are to go.
    RemovePressed(Vec<LineId>),
    /// What can be done with the whole sale, where there is no room for its buttons.
    TicketPressed,
    /// Something about a line or the ticket is to be changed.
    PartPressed(Part),
    /// A discount is to go.
    DiscountTakenBack(Target),
    /// «Identificar alumno».
    PupilPressed,
    /// Something was typed into the search for pupils.
    PupilTyped(String),
    /// The pupil at this place of the list was pressed.
    PupilChosen(usize),
    /// The pupil goes.
    PupilDismissed,
    /// «Leer la etiqueta» of a line, in an alert.
    LabelPressed(LineId),
    /// What the label of a line says of an allergen.
    LabelSaid(LineId, Allergen, Declared),
    /// The answer to [`Action::Declare`]: the product as it is known now, or why not in the user's words.
    LabelNoted(ProductId, Result<Arc<Product>, String>),
    /// The cashier has read an alert and sells.
    ConfirmPressed,
    /// An alert or a discount is to be approved.
    AuthorisePressed,
    /// A charge beyond the pupil's limits is to be approved.
    LimitPressed,
    /// What an alert offers instead was pressed.
    AlternativePressed(ProductId),
    /// Something was typed into the dialog's field.
    TextChanged(String),
    /// Discounts: per cent (true) or an amount (false).
    PercentChosen(bool),
    /// A key of the keypad.
    KeyPressed(Key),
    /// «Vuelto a la cuenta».
    KeepChangePressed,
    /// A bill button.
    CashPressed(Money),
    /// A tender of a dialog.
    TenderChosen(TenderId),
    /// A part of a mixed payment goes.
    OfferRemoved(usize),
    /// A pay button.
    PayPressed(Way),
    /// The main button of the dialog.
    DialogConfirmed,
    /// The dialog was sent away.
    DialogClosed,
    /// The notice was sent away.
    NoticeClosed,
    /// «Siguiente venta».
    NextPressed,
    /// «Poner en espera».
    HoldPressed,
    /// A cart on hold.
    HeldPressed(CartId),
    /// The cart is to be emptied.
    ClearPressed,
    /// «Ventas del turno».
    SalesPressed,
    /// «Reimprimir».
    ReprintPressed,
}

/// A key that acts wherever the focus is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    /// F2.
    Search,
    /// F3.
    Account,
    /// F4.
    Cash,
    /// Enter, where no field took it.
    Enter,
    /// Esc.
    Escape,
}

/// A way to pay, as the buttons offer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The pupil's account.
    Account,
    /// Notes and coins.
    Cash,
    /// A debit or credit card.
    Card,
    /// QR and all others, in any mix.
    Mixed,
}

/// A line, or the whole ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// One line.
    Line(LineId),
    /// All of it.
    Ticket,
}

/// What can be changed about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// How much of a line.
    Quantity(LineId),
    /// The note.
    Note(Target),
    /// The discount.
    Discount(Target),
}

/// A cart on hold, as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub cart: CartId,
    /// The name it was given.
    pub name: String,
    /// How many lines it has.
    pub lines: usize,
}

/// Why nobody was identified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoCustomer {
    /// Neither a product nor a card has this code.
    Unknown(String),
    /// The card is known but does not open its account.
    Card(CardRefused),
    /// It could not be read whose it is; why, in the user's words.
    NotRead(String),
}

/// Why an approval was not given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Denied {
    /// Nobody has this PIN.
    WrongPin,
    /// Too many wrong ones: wait so many seconds.
    Wait(i64),
    /// Their role lacks the right.
    NoRight,
    /// No reason was given.
    NoReason,
    /// The PIN could not be checked; why, in the user's words.
    NotChecked(String),
}

/// A PIN to be checked, off the screen's thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovalRequest {
    /// Goes back with the answer.
    pub number: u64,
    /// As typed.
    pub pin: Pin,
    /// What it is needed for.
    pub right: Right,
    /// Why, at least 3 letters.
    pub reason: String,
}

/// What the checkout wants done; the program decides how.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    None,
    /// Write the sale down; answer [`Message::Recorded`] or [`Message::NotRecorded`].
    Commit(Box<Sale>),
    /// Keep the cart, so that it survives a crash.
    Keep(Box<SavedCart>),
    /// Forget a kept cart.
    Forget(CartId),
    /// Put a cart on hold under a name; answer [`Message::HeldListed`].
    Hold(Box<SavedCart>, String),
    /// Find whose card this is; answer [`Message::CustomerFound`].
    FindCustomer(CardNumber),
    /// Find pupils by name, grade or card; answer [`Message::StudentsFound`].
    SearchStudents(String),
    /// Take a cart off hold; answer [`Message::HeldTaken`] and [`Message::HeldListed`].
    TakeHeld(CartId),
    /// Check a PIN; answer [`Message::Approved`].
    Approve(ApprovalRequest),
    /// Write down what the label of a product says; answer [`Message::LabelNoted`].
    Declare {
        /// Of which.
        product: ProductId,
        /// Of what.
        allergens: Vec<Allergen>,
        /// What it says.
        state: Declared,
    },
    /// Note what alerts showed and what was decided.
    Note(Vec<Alerted>),
    /// Let it be heard, and these words after it if the canteen has alerts read out.
    Sound(Cue, String),
    /// Print the last ticket again.
    ReprintLast,
    /// Show the sales of the shift.
    OpenSales,
    /// Show the sale of this ticket.
    OpenTicket(TicketCode),
    /// Give a field the focus.
    Focus(&'static str),
    /// Show a list from its top.
    ToTop(&'static str),
    /// All of these, in this order.
    Batch(Vec<Action>),
}

impl Action {
    /// These actions as one.
    pub fn all(mut actions: Vec<Self>) -> Self {
        actions.retain(|action| *action != Self::None);
        if actions.len() > 1 {
            return Self::Batch(actions);
        }
        actions.pop().unwrap_or(Self::None)
    }
}
