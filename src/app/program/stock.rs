//! What the place of the stock wants done, asked of the till.

use iced::Task;
use iced::widget::operation::focus;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen, Work};
use crate::app::screen::stock::{Action, Message as StockMessage, SEARCH_ID, Stock, Tab};
use crate::app::widget::{Element, Mood};
use crate::domain::code::Code;
use crate::domain::metrics::Span;
use crate::domain::stock::{NeedList, PurchaseDraft, Supplier};
use crate::domain::user::{Right, User};
use crate::domain::{BusinessDay, Money, ProductId};
use crate::printing::stock as paper;
use crate::store;
use crate::store::stock::{Moves, PastPurchase, Posted, Received, StockItem, Valued};
use crate::till::stock::{CountState, StockRefused};
use crate::till::{Closing, Reply, Till};

/// Days back whose purchases are listed.
const PAST_DAYS: i64 = 60;

/// What came of what the place asked for, and what happened in it.
#[derive(Debug, Clone)]
pub enum Told {
    /// On the screen.
    Screen(StockMessage),
    /// Products and suppliers were read.
    Shelf(Result<(Vec<StockItem>, Vec<Supplier>), Failed>),
    /// The purchase that was being typed, and those before.
    Receiving(Result<(PurchaseDraft, Vec<PastPurchase>), Failed>),
    /// A purchase was written down, or not.
    Received(Result<Received, Failed>),
    /// The count as it stands, or why not.
    Count(Result<Option<CountState>, Failed>),
    /// A count was posted, or not.
    Posted(Result<Posted, Failed>),
    /// A loss was written down, or not: what it cost.
    Lost(Result<Option<Money>, Failed>),
    /// What moved a product.
    Moves(ProductId, BusinessDay, Result<Moves, Failed>),
    /// What to order.
    Order(Result<NeedList, Failed>),
    /// What stock was worth on a day.
    Worth(BusinessDay, Result<Vec<Valued>, Failed>),
    /// A page is in the printer's queue, or not.
    Queued(Result<(), Failed>),
    /// A file was written: where, or a sentence for the user.
    Saved(Result<String, String>),
}

impl From<StockRefused> for Failed {
    fn from(refused: StockRefused) -> Self {
        match refused {
            StockRefused::NoRight => Self::NoRight,
            StockRefused::Pin(refused) => refused.into(),
            StockRefused::Store(error) => error.into(),
            StockRefused::Closing(closing) => closing.into(),
        }
    }
}

fn done<T>(answer: Result<Result<T, StockRefused>, Closing>) -> Result<T, Failed> {
    Ok(answer??)
}

const fn told(told: Told) -> Message {
    Message::Stock(told)
}

impl Program {
    pub(super) fn is_at_stock(&self) -> bool {
        matches!(&self.screen, Screen::Work(work) if work.place == Place::Stock && work.stock.is_some())
            && !self.printing.is_open()
            && !self.printing.helps()
    }

    /// Opens the place; what was typed in it is there, and what it shows is read anew.
    pub(super) fn open_stock(&mut self) -> Task<Message> {
        let today = self.now.day();
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        if !work.user.may(Right::Stock) {
            let why = self.words.text("no-right");
            return self.say(Mood::Warn, why);
        }
        work.place = Place::Stock;
        let stock = work
            .stock
            .get_or_insert_with(|| Box::new(Stock::new(today)));
        let tab = stock.tab();
        Task::batch([
            self.read_stock(),
            self.read_stock_tab(tab),
            focus(SEARCH_ID),
        ])
    }

    pub(super) fn stock_view<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let context = self.context(&work.user);
        let view = work.stock.as_ref().map(|stock| stock.view(&context));
        let said = |message| Message::Stock(Told::Screen(message));
        view.map_or_else(|| iced::widget::space().into(), |view| view.map(said))
    }

    pub(super) fn stock(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Screen(message) => self.on_stock(message),
            Told::Shelf(read) => self.stock_shelf_read(read),
            Told::Receiving(read) => {
                self.stock_read(read, |stock, (draft, past)| stock.receiving_is(draft, past))
            }
            Told::Received(received) => self.stock_received(received),
            Told::Count(state) => self.count_told(state),
            Told::Posted(posted) => self.count_posted(posted),
            Told::Lost(cost) => self.stock_lost(cost),
            Told::Moves(product, since, read) => {
                self.stock_read(read, |stock, moves| stock.moves_are(product, since, moves))
            }
            Told::Order(read) => self.stock_read(read, Stock::order_is),
            Told::Worth(day, read) => {
                self.stock_read(read, |stock, valued| stock.worth_is(day, valued))
            }
            Told::Queued(queued) => self.say_queued(queued),
            Told::Saved(saved) => self.say_saved(saved),
        }
    }

    pub(super) fn on_stock(&mut self, message: StockMessage) -> Task<Message> {
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        // The screen is taken out while it looks at the rest of the program.
        let (Some(mut stock), user) = (work.stock.take(), work.user.clone()) else {
            return Task::none();
        };
        let action = stock.update(message, &self.context(&user));
        if let Screen::Work(work) = &mut self.screen {
            work.stock = Some(stock);
        }
        self.stock_wants(action, &user)
    }

    fn stock_wants(&mut self, action: Action, user: &User) -> Task<Message> {
        let (at, now, till) = (self.at(user), self.now, &self.till);
        match action {
            Action::None => Task::none(),
            Action::Focus(field) => focus(field),
            Action::Unknown(code) => self.stock_unknown(&code),
            Action::Read(tab) => Task::batch([self.read_stock_tab(tab), focus(SEARCH_ID)]),
            Action::Keep(draft) => {
                let kept = till.keep_purchase(*draft, now.at);
                Task::perform(async { flat(kept.await) }, Message::Done)
            }
            Action::Receive(purchase) => {
                let received = till.receive(*purchase, user, at);
                Task::perform(async { done(received.await) }, |received| {
                    told(Told::Received(received))
                })
            }
            Action::BeginCount {
                id,
                category,
                blind,
            } => counted(till.begin_count(id, category, blind, (user, at))),
            Action::CountProduct {
                product,
                found,
                more,
            } => counted(till.count_product(product, found, more, (user, now.at))),
            Action::Uncount(product) => counted(till.uncount_product(product, user)),
            Action::DropCount => counted(till.drop_count(user)),
            Action::PostCount(posting, pin) => {
                let posted = till.post_count(*posting, pin, (user, at));
                Task::perform(async { done(posted.await) }, |posted| {
                    told(Told::Posted(posted))
                })
            }
            Action::Lose(loss) => {
                let lost = till.lose(*loss, user, at);
                Task::perform(async { done(lost.await) }, |lost| told(Told::Lost(lost)))
            }
            Action::ReadMoves(product, since) => {
                let read = till.stock_moves(product, since);
                Task::perform(async { flat(read.await) }, move |read| {
                    told(Told::Moves(product, since, read))
                })
            }
            Action::ReadWorth(day) => self.read_worth(day),
            Action::PrintOrder => self.print_order(),
            Action::SaveMoves | Action::SaveOrder | Action::SaveWorth => self.save_stock(&action),
        }
    }

    fn in_stock(&mut self, tell: impl FnOnce(&mut Stock)) {
        if let Some(work) = self.work_mut()
            && let Some(stock) = &mut work.stock
        {
            tell(stock);
        }
    }

    /// What was read is shown; that it cannot be read is said.
    fn stock_read<T>(
        &mut self,
        read: Result<T, Failed>,
        show: impl FnOnce(&mut Stock, T),
    ) -> Task<Message> {
        match read {
            Ok(read) => {
                self.in_stock(|stock| show(stock, read));
                Task::none()
            }
            Err(why) => self.fail(&why),
        }
    }

    fn read_stock(&self) -> Task<Message> {
        let till = self.till.clone();
        let read = async move {
            let items = flat(till.stock_items().await)?;
            Ok((items, flat(till.suppliers().await)?))
        };
        Task::perform(read, |read| told(Told::Shelf(read)))
    }

    fn stock_shelf_read(
        &mut self,
        read: Result<(Vec<StockItem>, Vec<Supplier>), Failed>,
    ) -> Task<Message> {
        self.stock_read(read, |stock, (items, suppliers)| {
            stock.shelf_is(items, suppliers);
        })
    }

    fn read_stock_tab(&mut self, tab: Tab) -> Task<Message> {
        let (till, today) = (self.till.clone(), self.now.day());
        match tab {
            Tab::Receive => {
                Task::perform(receiving(till, today), |read| told(Told::Receiving(read)))
            }
            Tab::Count => {
                let read = till.count_state();
                Task::perform(async { flat(read.await) }, |read| told(Told::Count(read)))
            }
            // What was sold meanwhile is seen.
            Tab::Loss => self.read_stock(),
            Tab::Moves => {
                let Screen::Work(work) = &self.screen else {
                    return Task::none();
                };
                let shown = work
                    .stock
                    .as_ref()
                    .and_then(|stock| stock.product_of_moves());
                shown.map_or_else(Task::none, |product| {
                    let again = crate::app::screen::stock::MovesMessage::ProductPressed(product);
                    self.on_stock(StockMessage::Moves(again))
                })
            }
            Tab::Order => {
                let read = till.stock_needs(today);
                Task::perform(async { flat(read.await) }, |read| told(Told::Order(read)))
            }
            Tab::Worth => {
                let Screen::Work(work) = &self.screen else {
                    return Task::none();
                };
                let day = work
                    .stock
                    .as_ref()
                    .map_or(today, |stock| stock.day_of_worth());
                self.read_worth(day)
            }
        }
    }

    fn read_worth(&self, day: BusinessDay) -> Task<Message> {
        let read = self.till.stock_worth(day);
        Task::perform(async { flat(read.await) }, move |read| {
            told(Told::Worth(day, read))
        })
    }

    fn stock_received(&mut self, received: Result<Received, Failed>) -> Task<Message> {
        let received = match received {
            Ok(received) => received,
            Err(why) => return self.stock_refused(Tab::Receive, &why),
        };
        self.in_stock(Stock::received);
        let told = [
            ("supplier", received.supplier.name.into()),
            ("lines", received.lines.into()),
            ("cost", received.cost.into()),
            ("costs", received.costs.len().into()),
        ];
        let said = self.words.text_with("stock-received", &told);
        let said = self.say(Mood::Ok, said);
        Task::batch([said, self.stock_moved(), self.read_stock_tab(Tab::Receive)])
    }

    /// What there is has changed: here, and on the tiles.
    fn stock_moved(&self) -> Task<Message> {
        Task::batch([self.read_stock(), self.read_catalogue()])
    }

    fn count_told(&mut self, state: Result<Option<CountState>, Failed>) -> Task<Message> {
        match state {
            Ok(state) => {
                self.in_stock(|stock| stock.count_is(state));
                focus(SEARCH_ID)
            }
            Err(why) => self.stock_refused(Tab::Count, &why),
        }
    }

    fn count_posted(&mut self, posted: Result<Posted, Failed>) -> Task<Message> {
        let posted = match posted {
            Ok(posted) => posted.counted,
            Err(why) => return self.stock_refused(Tab::Count, &why),
        };
        self.in_stock(Stock::count_posted);
        let told = [
            ("count", posted.products.into()),
            ("differences", posted.differences.into()),
            ("missing", posted.missing.into()),
        ];
        let said = self.words.text_with("stock-count-posted", &told);
        let said = self.say(Mood::Ok, said);
        Task::batch([said, self.stock_moved()])
    }

    fn stock_lost(&mut self, cost: Result<Option<Money>, Failed>) -> Task<Message> {
        let cost = match cost {
            Ok(cost) => cost,
            Err(why) => return self.stock_refused(Tab::Loss, &why),
        };
        self.in_stock(Stock::lost);
        let said = match cost {
            Some(cost) => self.words.text_with("stock-lost", &[("cost", cost.into())]),
            None => self.words.text("stock-lost-no-cost"),
        };
        let said = self.say(Mood::Ok, said);
        Task::batch([said, self.stock_moved(), focus(SEARCH_ID)])
    }

    /// The reason is shown where it was asked; behind the lock too.
    fn stock_refused(&mut self, of: Tab, why: &Failed) -> Task<Message> {
        let stale = matches!(
            why,
            Failed::Store(store::Error::Stock(crate::domain::stock::Refused::Changed))
        );
        let why = self.told(why);
        self.in_stock(|stock| stock.refused(of, why));
        match stale {
            // Somebody else counted on: what is shown is read anew.
            true => {
                let read = self.till.count_state();
                Task::perform(async { flat(read.await) }, |read| told(Told::Count(read)))
            }
            false => Task::none(),
        }
    }

    fn stock_unknown(&mut self, code: &Code) -> Task<Message> {
        let told = [("code", code.as_str().into())];
        let why = self.words.text_with("stock-unknown-code", &told);
        self.say(Mood::Warn, why)
    }

    fn shown_stock(&self) -> Option<&Stock> {
        match &self.screen {
            Screen::Work(work) => work.stock.as_deref(),
            _ => None,
        }
    }

    fn print_order(&self) -> Task<Message> {
        let Some(list) = self.shown_stock().and_then(|stock| stock.order()) else {
            return Task::none();
        };
        let page = paper::order(list, (&self.shop, self.now), &self.words, self.till.paper());
        let title = self.words.text("stock-paper-order");
        let reply = self.till.print_page(title, page, self.now.at);
        Task::perform(async { flat(reply.await).map(drop) }, |queued| {
            told(Told::Queued(queued))
        })
    }

    /// Into the user's own folder, beside the screen; an older one of that name is replaced.
    fn save_stock(&self, what: &Action) -> Task<Message> {
        let Some(stock) = self.shown_stock() else {
            return Task::none();
        };
        let (words, today) = (&self.words, self.now.day());
        let file = match what {
            Action::SaveMoves => stock.moves().map(|(name, moves)| {
                let name = format!("{}-{}-{today}", words.text("stock-file-moves"), plain(name));
                (name, paper::moves_csv(moves, self.now, words))
            }),
            Action::SaveOrder => stock.order().map(|list| {
                let name = format!("{}-{today}", words.text("stock-file-order"));
                (name, paper::order_csv(list, words))
            }),
            _ => stock.worth().map(|(day, valued)| {
                let name = format!("{}-{day}", words.text("stock-file-worth"));
                (name, paper::worth_csv(valued, words))
            }),
        };
        let Some((name, bytes)) = file else {
            return Task::none();
        };
        let file = self.home().join(name + ".csv");
        let saved = super::lists::saved(file, bytes, words.clone());
        Task::perform(saved, |saved| told(Told::Saved(saved)))
    }

    /// Digits that no field took are a PIN's.
    pub(super) fn typed_to_stock(&mut self, text: &str) -> Task<Message> {
        let asks = self.shown_stock().is_some_and(Stock::asks_for_pin);
        if !asks {
            return Task::none();
        }
        let typed = text.chars().map(StockMessage::Typed);
        let typed: Vec<_> = typed.map(|message| self.on_stock(message)).collect();
        Task::batch(typed)
    }

    /// A button or a field that has the focus took it.
    pub(super) fn entered_at_stock(&mut self) -> Task<Message> {
        match self.captured {
            true => Task::none(),
            false => self.on_stock(StockMessage::Entered),
        }
    }

    /// Keys that mean something here.
    pub(super) fn named_to_stock(
        &mut self,
        key: iced::keyboard::key::Named,
    ) -> Option<Task<Message>> {
        use iced::keyboard::key::Named;
        if !self.is_at_stock() || self.printer_has_keys() {
            return None;
        }
        let open = self.shown_stock().is_some_and(Stock::is_open);
        match key {
            Named::Backspace if !self.captured => {
                let key = crate::app::widget::keypad::Key::Backspace;
                Some(self.on_stock(StockMessage::KeyPressed(key)))
            }
            Named::F2 => Some(focus(SEARCH_ID)),
            Named::Escape if open => Some(self.on_stock(StockMessage::Escaped)),
            _ => None,
        }
    }

    /// Whoever goes to another place, or is locked out, takes the PIN along.
    pub(super) fn leave_stock(&mut self) {
        self.in_stock(Stock::leave);
    }
}

fn counted(reply: Reply<Result<Option<CountState>, StockRefused>>) -> Task<Message> {
    Task::perform(async { done(reply.await) }, |state| {
        told(Told::Count(state))
    })
}

async fn receiving(
    till: Till,
    today: BusinessDay,
) -> Result<(PurchaseDraft, Vec<PastPurchase>), Failed> {
    let draft = flat(till.purchase_draft().await)?;
    let span = Span::new(today.days_before(PAST_DAYS), today).unwrap_or(Span::day(today));
    Ok((draft, flat(till.purchases(span).await)?))
}

/// What of a name may be in a file's.
fn plain(name: &str) -> String {
    let fit = |letter: char| {
        if letter.is_alphanumeric() {
            letter
        } else {
            '-'
        }
    };
    name.chars().map(fit).take(40).collect()
}

#[cfg(test)]
#[path = "stock_tests.rs"]
mod tests;
