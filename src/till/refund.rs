//! Sales of any day: found again, given back.

use super::{Reply, Till};
use crate::domain::exchange::Exchange;
use crate::domain::receipt::Receipt;
use crate::domain::refund::{Original, Refund, Wanted};
use crate::domain::sale::At;
use crate::domain::user::Approval;
use crate::domain::{SaleId, StudentId};
use crate::store::{self, DaySale, Recorded, Ticketing};

/// The most sales of one pupil that a search shows.
const OF_A_PUPIL: usize = 50;

impl Till {
    /// The sales with that number, latest first.
    pub fn sales_numbered(&self, number: i64) -> Reply<Result<Vec<DaySale>, store::Error>> {
        self.writer.ask(move |store| store.sales_numbered(number))
    }

    /// The last of what these pupils bought, latest first.
    pub fn sales_to(&self, pupils: Vec<StudentId>) -> Reply<Result<Vec<DaySale>, store::Error>> {
        self.writer
            .ask(move |store| store.sales_to(&pupils, OF_A_PUPIL))
    }

    /// A sale as it stands, with what of it has gone back.
    pub fn original(&self, sale: SaleId) -> Reply<Result<Original, store::Error>> {
        self.writer.ask(move |store| store.original(sale))
    }

    /// Who bought; `None` if nobody was identified.
    pub fn buyer_of(&self, sale: SaleId) -> Reply<Result<Option<StudentId>, store::Error>> {
        self.writer.ask(move |store| store.buyer_of(sale))
    }

    /// The refund that a sale was made in exchange for.
    pub fn exchange_of(&self, sale: SaleId) -> Reply<Result<Option<SaleId>, store::Error>> {
        self.writer.ask(move |store| store.exchange_of(sale))
    }

    /// What goes back in an exchange, under an approval for it; it is written with the sale that goes out.
    pub fn exchange(
        &self,
        id: SaleId,
        of: SaleId,
        wanted: Vec<Wanted>,
        approval: Approval,
        at: At,
    ) -> Reply<Result<Exchange, store::Error>> {
        self.writer.ask(move |store| {
            let refund = Refund::new(id, &store.original(of)?, wanted, approval, at)?;
            Ok(Exchange::of(refund))
        })
    }

    /// Gives back some of a sale, or all, under an approval for it.
    pub fn refund(
        &self,
        id: SaleId,
        of: SaleId,
        wanted: Vec<Wanted>,
        approval: Approval,
        at: At,
    ) -> Reply<Result<Recorded, store::Error>> {
        let (voice, printer) = (self.voice(), self.printer.clone());
        self.writer.ask(move |store| {
            let refund = Refund::new(id, &store.original(of)?, wanted, approval, at)?;
            let render = |receipt: &Receipt| voice.render(receipt);
            let ticketing = Ticketing {
                shop: &voice.config.shop,
                render: &render,
                drawer: &voice.drawer,
            };
            let recorded = store.refund(&refund, &ticketing);
            printer.wake();
            recorded
        })
    }
}
