//! Pure rules and types: no I/O, no clock, no SQL, no window.
//!
//! Everything a till must never get wrong is decided here, and only here:
//! what a line costs ([`cart`]), what may be sold to whom ([`diet`]), when a cart is paid ([`tender`]),
//! who may do what ([`user`]), and in which order things happen ([`checkout`]).

pub mod account;
pub mod alphabet;
pub mod barcode;
pub mod card;
pub mod cart;
pub mod catalogue;
pub mod charges;
pub mod checkout;
pub mod code;
pub mod commission;
pub mod detect;
pub mod diet;
pub mod exchange;
pub mod formula;
pub mod goods;
pub mod id;
pub mod ledger;
pub mod limits;
pub mod locale;
pub mod lunch;
pub mod metrics;
pub mod money;
pub mod people;
pub mod print;
pub mod quantity;
pub mod receipt;
pub mod refund;
pub mod ruc;
pub mod sale;
pub mod scanner;
pub mod search;
pub mod selfcheck;
pub mod shift;
pub mod stock;
pub mod student;
pub mod tax;
pub mod tender;
pub mod ticket;
pub mod time;
pub mod unusual;
pub mod user;

pub use id::{
    AccountId, CardNumber, CartId, CategoryId, GuardianId, MovementId, PriceListId, PrintJobId,
    ProductId, SaleId, ShiftId, StudentId, TenderId, TillId, UserId,
};
pub use locale::Locale;
pub use money::Money;
pub use quantity::Quantity;
pub use time::{BadDay, BusinessDay, ClockWatch, Moment, Timestamp};
