//! Writing many facts of the past in one transaction: for the demo canteen and for takeovers.

use std::sync::Arc;

use rusqlite::Transaction;
use uuid::Uuid;

use super::diet::Labels;
use super::print::PRINTED_LONG_AGO;
use super::sale::Ticketing;
use super::{Error, Store, ledger, sale, void};
use crate::domain::receipt::Receipt;
use crate::domain::receipt::Shop;
use crate::domain::sale::{At, Sale, Void};
use crate::domain::{Money, MovementId, ProductId, Quantity, StudentId, TenderId, TillId};

/// Facts of the past, written through the same functions as those of today; their tickets are not
/// printed any more.
pub struct Past<'a> {
    pub(super) db: Transaction<'a>,
    till: TillId,
    labels: Arc<Labels>,
    pub(super) shop: Shop,
}

impl Store {
    /// Writes facts of the past, all or nothing.
    ///
    /// # Errors
    /// What `write` returns, or what the disk says; nothing is written then.
    pub fn past(
        &mut self,
        shop: &Shop,
        write: impl FnOnce(&Past<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let (till, shop) = (self.till, shop.clone());
        let labels = Arc::clone(&self.labels);
        let past = Past {
            db: self.db.transaction()?,
            till,
            labels,
            shop,
        };
        let written = write(&past).and_then(|()| {
            past.db.execute(PRINTED_LONG_AGO, ())?;
            self.chain.seal(&past.db)
        });
        written.inspect_err(|_| self.chain.forget())?;
        Ok(past.db.commit()?)
    }
}

impl Past<'_> {
    /// A sale of the past.
    ///
    /// # Errors
    /// As [`Store::record`].
    pub fn sale(&self, sale: &Sale) -> Result<(), Error> {
        sale::write(&self.db, self.till, sale, &self.labels, &self.silent()).map(drop)
    }

    /// A void of the past.
    ///
    /// # Errors
    /// As [`Store::void`].
    pub fn void(&self, void: &Void) -> Result<(), Error> {
        void::write(&self.db, self.till, void, &self.silent()).map(drop)
    }

    /// Money put onto a pupil's account.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown pupil.
    pub fn top_up(
        &self,
        student: StudentId,
        tender: TenderId,
        amount: Money,
        at: At,
    ) -> Result<(), Error> {
        ledger::plain_top_up(
            &self.db,
            MovementId(Uuid::now_v7()),
            student,
            tender,
            amount,
            at,
        )
    }

    /// Goods that came in.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn delivery(&self, product: ProductId, quantity: Quantity, at: At) -> Result<(), Error> {
        let quantity = quantity.in_thousandths();
        let moment = at.moment;
        self.db
            .prepare_cached(
                "INSERT INTO stock_movement (id, product, quantity, kind, at, day, user)
                 VALUES (?1, ?2, ?3, 'purchase', ?4, ?5, ?6)",
            )?
            .execute((
                Uuid::now_v7().as_bytes(),
                product.0,
                quantity,
                moment.at.0,
                moment.day().number(),
                at.user.0,
            ))?;
        self.db
            .prepare_cached(
                "INSERT INTO stock (product, quantity) VALUES (?1, ?2)
                 ON CONFLICT (product) DO UPDATE SET quantity = quantity + ?2",
            )?
            .execute((product.0, quantity))?;
        Ok(())
    }

    fn silent(&self) -> Ticketing<'_> {
        Ticketing {
            shop: &self.shop,
            render: &|_: &Receipt| Vec::new(),
            drawer: &[],
        }
    }
}
