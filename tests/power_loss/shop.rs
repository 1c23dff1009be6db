//! What a history plays with: anything that sells on a machine and keeps books.

use std::collections::BTreeSet;

/// The name under which a history calls a sale, before and after any crash.
///
/// A shop makes the sale's own id from it, so that selling the same number twice is a second press.
pub type SaleNumber = u32;

/// Where every shop keeps its file.
pub const DATABASE: &str = "/cantina.db";

/// A till open on a machine. Dropping it closes it.
pub trait Shop: Sized {
    /// Opens the file [`DATABASE`] through the VFS of this name, making what is missing.
    fn open(vfs: &str) -> Result<Self, String>;

    /// Sells. `Ok` acknowledges: the customer has the goods and the ticket is in print. A number sold before
    /// is the same sale, acknowledged again.
    fn sell(&mut self, sale: SaleNumber) -> Result<(), String>;

    /// The sales in the books, or what is wrong with them: a damaged file, a sale half written, a balance
    /// that disagrees with its facts.
    fn check(&mut self) -> Result<BTreeSet<SaleNumber>, String>;
}
