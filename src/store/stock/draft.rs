//! A purchase that is being typed outlives its screen, and the program.

use rusqlite::OptionalExtension;

use crate::domain::Timestamp;
use crate::domain::stock::PurchaseDraft;
use crate::store::{Error, Store, row};

impl Store {
    /// Keeps the purchase that is being typed; an empty one is forgotten.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_purchase(&mut self, draft: &PurchaseDraft, at: Timestamp) -> Result<(), Error> {
        if draft.is_empty() {
            self.db.execute("DELETE FROM purchase_draft", ())?;
            return Ok(());
        }
        let content =
            serde_json::to_string(draft).map_err(|error| row::unexpected("draft", error))?;
        self.db
            .prepare_cached(
                "INSERT INTO purchase_draft (one, content, at) VALUES (1, ?1, ?2)
                 ON CONFLICT DO UPDATE SET content = excluded.content, at = excluded.at",
            )?
            .execute((content, at.0))?;
        Ok(())
    }

    /// The purchase that was being typed; one that cannot be read is none.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn purchase_draft(&self) -> Result<PurchaseDraft, Error> {
        let mut select = self
            .db
            .prepare_cached("SELECT content FROM purchase_draft")?;
        let content: Option<String> = select.query_row((), |row| row.get(0)).optional()?;
        let draft = content.and_then(|content| serde_json::from_str(&content).ok());
        Ok(draft.unwrap_or_default())
    }
}
