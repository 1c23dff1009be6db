//! Products, asked of an open canteen: listed, kept, changed, their tags printed.

use super::{Closing, Reply, Till};
use crate::domain::catalogue::Catalogue;
use crate::domain::goods::{Edited, MassEdit, NewPrice};
use crate::domain::user::{Right, User};
use crate::domain::{BusinessDay, Moment, PrintJobId, ProductId};
use crate::printing::tags::{Form, Tag, on_paper};
use crate::store::goods::{Detail, Shelf};
use crate::store::{self, Stamp};

/// Why nothing was changed of products.
#[derive(Debug, thiserror::Error)]
pub enum GoodsRefused {
    /// Whoever is signed in may not.
    #[error("the user's role does not allow it")]
    NoRight,
    /// The store says no.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The program is closing.
    #[error(transparent)]
    Closing(#[from] Closing),
}

/// What became of a price that was said.
#[derive(Debug)]
pub struct Priced {
    /// Whether it is another than the one that held on its day.
    pub changed: bool,
    /// The product as it is then.
    pub detail: Detail,
}

impl Till {
    /// Everything that can be sold, at the prices of a day.
    pub fn catalogue_on(&self, day: BusinessDay) -> Reply<Result<Catalogue, store::Error>> {
        self.beside(move |reader| reader.catalogue_on(day))
    }

    /// Every product that is or was sold, at the prices of a day.
    pub fn shelf(&self, day: BusinessDay) -> Reply<Result<Shelf, store::Error>> {
        self.beside(move |reader| reader.shelf(day))
    }

    /// The pictures of at most so many products.
    #[allow(clippy::type_complexity)]
    pub fn product_photos(
        &self,
        most: u32,
    ) -> Reply<Result<Vec<(ProductId, Vec<u8>)>, store::Error>> {
        self.beside(move |reader| reader.product_photos(most))
    }

    /// All that is on file of one product.
    pub fn good(&self, id: ProductId, day: BusinessDay) -> Reply<Result<Detail, store::Error>> {
        self.writer.ask(move |store| store.good(id, day))
    }

    /// Keeps a product as the form leaves it.
    pub fn keep_product(
        &self,
        id: Option<ProductId>,
        edited: Edited,
        user: &User,
        now: Moment,
    ) -> Reply<Result<ProductId, GoodsRefused>> {
        let stamp = Stamp::by(user.id, now);
        self.if_may_goods(user, move |store| {
            Ok(store.keep_product(id, &edited, stamp)?)
        })
    }

    /// Says a price from a day on.
    pub fn say_price(
        &self,
        id: ProductId,
        price: NewPrice,
        user: &User,
        now: Moment,
    ) -> Reply<Result<Priced, GoodsRefused>> {
        let stamp = Stamp::by(user.id, now);
        self.if_may_goods(user, move |store| {
            Ok(Priced {
                changed: store.say_price(id, price, stamp)?,
                detail: store.good(id, now.day())?,
            })
        })
    }

    /// Makes these changes, all or none; says how many there were.
    pub fn change_products(
        &self,
        changes: Vec<(ProductId, MassEdit)>,
        user: &User,
        now: Moment,
    ) -> Reply<Result<usize, GoodsRefused>> {
        let stamp = Stamp::by(user.id, now);
        self.if_may_goods(user, move |store| {
            Ok(store.change_products(&changes, stamp)?)
        })
    }

    /// Puts tags into the printer's queue.
    pub fn print_tags(
        &self,
        title: String,
        tags: &[Tag],
        form: Form,
        now: Moment,
    ) -> Reply<Result<PrintJobId, store::Error>> {
        let page = on_paper(tags, form, self.paper());
        self.print_page(title, page, now.at)
    }

    fn if_may_goods<T: Send + 'static>(
        &self,
        user: &User,
        work: impl FnOnce(&mut store::Store) -> Result<T, GoodsRefused> + Send + 'static,
    ) -> Reply<Result<T, GoodsRefused>> {
        match user.active && user.may(Right::Products) {
            true => self.writer.ask(work),
            false => Reply::ready(Err(GoodsRefused::NoRight)),
        }
    }
}
