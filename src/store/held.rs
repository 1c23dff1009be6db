//! Carts on hold, and the one in hand, so that they survive a crash.

use super::{Error, Store, row};
use crate::domain::cart::SavedCart;
use crate::domain::{CartId, Timestamp};

/// A cart that was kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub id: CartId,
    /// Its name; `None` for the cart that was in hand when the program ended.
    pub name: Option<String>,
    /// What was chosen.
    pub cart: SavedCart,
    /// When it was kept.
    pub at: Timestamp,
}

impl Store {
    /// Keeps a cart: with a name on hold, without as the one in hand.
    ///
    /// A cart that was sold is not kept: its sale may have been written after this was asked for.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep(
        &mut self,
        cart: &SavedCart,
        name: Option<&str>,
        at: Timestamp,
    ) -> Result<(), Error> {
        let json = serde_json::to_string(cart).map_err(|error| row::unexpected("cart", error))?;
        self.db
            .prepare_cached(
                "INSERT INTO held_cart (id, name, cart, at) SELECT ?1, ?2, ?3, ?4
                 WHERE NOT EXISTS (SELECT 1 FROM sale WHERE cart = ?1)
                 ON CONFLICT DO UPDATE SET name = excluded.name, cart = excluded.cart, at = excluded.at",
            )?
            .execute((cart.id.0.as_bytes(), name, json, at.0))?;
        Ok(())
    }

    /// Forgets a kept cart.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn forget(&mut self, id: CartId) -> Result<(), Error> {
        self.db
            .prepare_cached("DELETE FROM held_cart WHERE id = ?1")?
            .execute([id.0.as_bytes()])?;
        Ok(())
    }

    /// Everything that is kept, oldest first. A cart that cannot be read is left where it is.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn held(&self) -> Result<Vec<Held>, Error> {
        let mut select = self
            .db
            .prepare("SELECT id, name, cart, at FROM held_cart ORDER BY at")?;
        let rows = select.query_map((), |row| {
            let json: String = row.get("cart")?;
            let cart = serde_json::from_str(&json).ok();
            let id = CartId(row::uuid(row.get("id")?));
            let (name, at) = (row.get("name")?, Timestamp(row.get("at")?));
            Ok(cart.map(|cart| Held { id, name, cart, at }))
        })?;
        let held: Vec<Option<Held>> = rows.collect::<Result<_, _>>()?;
        Ok(held.into_iter().flatten().collect())
    }
}
