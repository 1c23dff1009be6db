//! Stock, asked of an open canteen: purchases, counts, losses, movements, what to order and what it is worth.

use super::failure::Told;
use super::{Closing, PinRefused, Reply, Till};
use crate::domain::metrics::{Span, monthly};
use crate::domain::sale::At;
use crate::domain::stock::{
    Loss, NeedList, Purchase, PurchaseDraft, Refused, StockId, Supplier, needs,
};
use crate::domain::user::{Approval, Pin, Right, User};
use crate::domain::{BusinessDay, CategoryId, Money, ProductId, Quantity, Timestamp};
use crate::store::stock::{
    CountDraft, Moves, PastPurchase, Posted, Posting, Received, StockItem, Valued,
};
use crate::store::{self, Store};

/// The right to post what a count differs by: whoever counted does not write off alone.
pub const POST: Right = Right::Difference;

/// Why something about stock was not done; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum StockRefused {
    /// Whoever is signed in may not.
    #[error("the user's role does not allow it")]
    NoRight,
    /// The PIN opened nothing, or not that.
    #[error(transparent)]
    Pin(#[from] PinRefused),
    /// The store says no.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The program is closing.
    #[error(transparent)]
    Closing(#[from] Closing),
}

/// A count as it stands, and what nobody has counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountState {
    /// The count that is under way.
    pub draft: CountDraft,
    /// Products with stock by the books that nobody has counted.
    pub rest: Vec<(ProductId, Quantity)>,
}

impl Till {
    /// Every product in use with its stock.
    pub fn stock_items(&self) -> Reply<Result<Vec<StockItem>, store::Error>> {
        self.beside(store::Reader::stock_items)
    }

    /// Everybody goods were bought from.
    pub fn suppliers(&self) -> Reply<Result<Vec<Supplier>, store::Error>> {
        self.beside(store::Reader::suppliers)
    }

    /// The purchases of some days, latest first.
    pub fn purchases(&self, span: Span) -> Reply<Result<Vec<PastPurchase>, store::Error>> {
        self.beside(move |reader| reader.purchases(span))
    }

    /// What moved a product since a day.
    pub fn stock_moves(
        &self,
        product: ProductId,
        since: BusinessDay,
    ) -> Reply<Result<Moves, store::Error>> {
        self.beside(move |reader| reader.stock_moves(product, since))
    }

    /// What every product was worth on the evening of a day.
    pub fn stock_worth(&self, on: BusinessDay) -> Reply<Result<Vec<Valued>, store::Error>> {
        self.beside(move |reader| reader.stock_worth(on))
    }

    /// What to order, by the pace of the last four weeks.
    pub fn stock_needs(&self, today: BusinessDay) -> Reply<Result<NeedList, store::Error>> {
        self.beside(move |reader| {
            let span = Span::new(today.days_before(monthly::PACE_DAYS - 1), today);
            let sold = reader.sold_lately(span.unwrap_or(Span::day(today)))?;
            let items = reader.items()?;
            let (suppliers, made_here) = (&sold.suppliers, &sold.made_here);
            Ok(NeedList {
                needs: needs(&items, &sold.products, sold.days, suppliers, made_here),
                suppliers: reader.suppliers()?,
            })
        })
    }

    /// The purchase that was being typed.
    pub fn purchase_draft(&self) -> Reply<Result<PurchaseDraft, store::Error>> {
        self.writer.ask(|store| store.purchase_draft())
    }

    /// Keeps the purchase that is being typed.
    pub fn keep_purchase(
        &self,
        draft: PurchaseDraft,
        at: Timestamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.keep_purchase(&draft, at))
    }

    /// Writes a purchase down.
    pub fn receive(
        &self,
        purchase: Purchase,
        user: &User,
        at: At,
    ) -> Reply<Result<Received, StockRefused>> {
        self.if_may_move(user, move |store| Ok(store.receive(&purchase, at)?))
    }

    /// Writes a loss down; says what it cost, if that is known.
    pub fn lose(
        &self,
        loss: Loss,
        user: &User,
        at: At,
    ) -> Reply<Result<Option<Money>, StockRefused>> {
        self.if_may_move(user, move |store| Ok(store.lose(&loss, at)?))
    }

    /// The count that is under way, if one is.
    pub fn count_state(&self) -> Reply<Result<Option<CountState>, store::Error>> {
        self.writer.ask(|store| {
            let draft = store.count_draft()?;
            draft.map(|draft| with_rest(store, draft)).transpose()
        })
    }

    /// Begins a count.
    pub fn begin_count(
        &self,
        id: StockId,
        category: Option<CategoryId>,
        blind: bool,
        (user, at): (&User, At),
    ) -> Reply<Result<Option<CountState>, StockRefused>> {
        self.if_may_move(user, move |store| {
            let draft = store.begin_count(id, category, blind, at)?;
            Ok(Some(with_rest(store, draft)?))
        })
    }

    /// Notes how much of a product was found; `more` on top of what was counted before.
    pub fn count_product(
        &self,
        product: ProductId,
        found: Quantity,
        more: bool,
        (user, now): (&User, Timestamp),
    ) -> Reply<Result<Option<CountState>, StockRefused>> {
        self.if_may_move(user, move |store| {
            let draft = store.count_product(product, found, more, now)?;
            Ok(Some(with_rest(store, draft)?))
        })
    }

    /// Takes a product out of the count again.
    pub fn uncount_product(
        &self,
        product: ProductId,
        user: &User,
    ) -> Reply<Result<Option<CountState>, StockRefused>> {
        self.if_may_move(user, move |store| {
            let draft = store.uncount_product(product)?;
            Ok(Some(with_rest(store, draft)?))
        })
    }

    /// Gives a count up.
    pub fn drop_count(&self, user: &User) -> Reply<Result<Option<CountState>, StockRefused>> {
        self.if_may_move(user, |store| {
            store.drop_count()?;
            Ok(None)
        })
    }

    /// Posts a count. Whoever may post differences approves their own; for the others it is whoever's PIN
    /// this is.
    pub fn post_count(
        &self,
        posting: Posting,
        pin: Option<Pin>,
        (user, at): (&User, At),
    ) -> Reply<Result<Posted, StockRefused>> {
        if !user.active || !user.may(Right::Stock) {
            return Reply::ready(Err(StockRefused::NoRight));
        }
        let (till, user) = (self.clone(), user.clone());
        Reply::aside(move || {
            let posting = till.approved_count(posting, pin, &user, at)?;
            let posted = till.writer.ask(move |store| store.post_count(&posting, at));
            Ok(posted.wait()??)
        })
    }

    /// Counts and posts a whole list at once; approved as [`Till::post_count`] is.
    pub fn count_list(
        &self,
        found: Vec<(ProductId, Quantity)>,
        posting: Posting,
        pin: Option<Pin>,
        (user, at): (&User, At),
    ) -> Reply<Result<Posted, StockRefused>> {
        if !user.active || !user.may(Right::Stock) {
            return Reply::ready(Err(StockRefused::NoRight));
        }
        let (till, user) = (self.clone(), user.clone());
        Reply::aside(move || {
            let posting = till.approved_count(posting, pin, &user, at)?;
            let counted = till
                .writer
                .ask(move |store| store.count_list(&found, &posting, at));
            Ok(counted.wait()??)
        })
    }

    fn approved_count(
        &self,
        posting: Posting,
        pin: Option<Pin>,
        user: &User,
        at: At,
    ) -> Result<Posting, StockRefused> {
        let reason = posting.reason.clone();
        let approval = match pin {
            Some(pin) => Some(self.approve(POST, pin, reason, at.moment).wait()??),
            // Without a reason there is nothing to approve: the store says so if there should be.
            None => Approval::by(user, POST, &reason).ok(),
        };
        Ok(Posting {
            approved: approval.and_then(|approval| approval.spend(POST)),
            ..posting
        })
    }

    /// Does it if the user may, and else nothing.
    fn if_may_move<T: Send + 'static>(
        &self,
        user: &User,
        work: impl FnOnce(&mut Store) -> Result<T, StockRefused> + Send + 'static,
    ) -> Reply<Result<T, StockRefused>> {
        match user.active && user.may(Right::Stock) {
            true => self.writer.ask(work),
            false => Reply::ready(Err(StockRefused::NoRight)),
        }
    }
}

fn with_rest(store: &Store, draft: CountDraft) -> Result<CountState, store::Error> {
    let rest = store.not_counted()?;
    Ok(CountState { draft, rest })
}

/// Why stock was not moved, as a sentence's key and what it is told.
#[must_use]
pub fn told(refused: &Refused) -> Told {
    match refused {
        Refused::SameDocument { supplier, document } => {
            Told::with("stock-failed-same-document", "supplier", supplier).and("document", document)
        }
        Refused::OtherSupplier(name) => Told::with("stock-failed-other-supplier", "name", name),
        Refused::NoCount => Told::bare("stock-failed-no-count"),
        Refused::CountOpen => Told::bare("stock-failed-count-open"),
        Refused::NothingCounted => Told::bare("stock-failed-nothing-counted"),
        Refused::NotInCount => Told::bare("stock-failed-not-in-count"),
        Refused::NoReason => Told::bare("stock-failed-no-reason"),
        Refused::Changed => Told::bare("stock-failed-changed"),
        Refused::NotApproved => Told::bare("stock-failed-not-approved"),
        Refused::BadQuantity => Told::bare("stock-failed-quantity"),
    }
}
