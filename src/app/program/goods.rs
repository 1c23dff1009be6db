//! What the place of the products wants done, asked of the till; what follows for the checkout.

use std::path::{Path, PathBuf};

use iced::Task;
use iced::advanced::widget::Id;
use iced::keyboard::key::Named;
use iced::widget::image::Handle;
use iced::widget::operation;

use super::failed::flat;
use super::{Failed, Message, Place, Program, Screen};
use crate::app::photo;
use crate::app::screen::declare;
use crate::app::screen::goods::{
    Action, Entry, Files, Goods, Key, LIST_ID, Message as GoodsMessage, Order, SEARCH_ID, TagKind,
    Target,
};
use crate::app::widget::{Element, Mood};
use crate::domain::ProductId;
use crate::domain::catalogue::Unit;
use crate::domain::code::Code;
use crate::domain::goods::{Edited, MassEdit, NewPrice};
use crate::domain::user::Right;
use crate::i18n::I18n;
use crate::printing::tags::{Form, Tag, pdf};
use crate::settings::replace_file;
use crate::store::goods::Detail;
use crate::till::goods::GoodsRefused;
use crate::till::{Closing, Reply};

/// The most pictures of products that are kept, 64 kB each.
const PHOTOS_MAX: u32 = 120;

/// What happened at the products, or what came of what was asked.
#[derive(Debug, Clone)]
pub enum Told {
    /// On the screen.
    Screen(GoodsMessage),
    /// The list was read.
    Read(Result<Box<Files>, Failed>),
    /// What was read has its index.
    Indexed(Box<Files>),
    /// A product was read.
    Opened(Result<Box<(Detail, Option<Handle>)>, Failed>),
    /// A product was kept, or not; and its name.
    Kept(Result<String, Failed>),
    /// A price of this product was said, or not: the product as it is then.
    Priced(ProductId, Result<Box<Detail>, Failed>),
    /// So many were changed, or none.
    Changed(Result<usize, Failed>),
    /// A folder's pictures.
    Listed(PathBuf, Vec<Entry>),
    /// A picture was read, or is none.
    PhotoRead(u32, Option<(Handle, Vec<u8>)>),
    /// Pictures of products for their tiles.
    Photos(Vec<(ProductId, Handle)>),
    /// What came of the tags.
    Tagged(Result<String, String>),
}

impl Program {
    pub(super) fn open_goods(&mut self) -> Task<Message> {
        let home = self.home().display().to_string();
        let Screen::Work(work) = &mut self.screen else {
            return Task::none();
        };
        if !work.user.may(Right::Products) {
            let why = self.words.text("goods-no-right");
            return self.say(Mood::Warn, why);
        }
        work.place = Place::Products;
        let screen = work.goods.get_or_insert_with(|| Box::new(Goods::new(home)));
        screen.read_again();
        let scrolled = screen.back_where_it_was();
        Task::batch([self.read_shelf(), self.do_goods(scrolled)])
    }

    pub(super) fn goods(&mut self, told: Told) -> Task<Message> {
        match told {
            Told::Screen(message) => self.on_goods(message),
            Told::Read(read) => self.shelf_read(read),
            Told::Indexed(files) => self.in_goods(|screen| screen.indexed(*files)),
            Told::Opened(read) => match read {
                Ok(opened) => {
                    let (detail, picture) = *opened;
                    self.in_goods(|screen| screen.opened(detail, picture))
                }
                Err(why) => self.fail(&why),
            },
            Told::Kept(kept) => self.product_kept(kept),
            Told::Priced(product, priced) => self.price_said(product, priced),
            Told::Changed(changed) => self.products_changed(changed),
            Told::Listed(folder, entries) => {
                let folder = folder.display().to_string();
                self.in_goods(|screen| screen.listed(folder, entries))
            }
            Told::PhotoRead(number, read) => {
                self.in_goods(|screen| screen.photo_read(number, read))
            }
            Told::Photos(pictures) => {
                self.photos.products_are(pictures);
                Task::none()
            }
            Told::Tagged(outcome) => self.in_goods(|screen| screen.tags_made(outcome)),
        }
    }

    fn in_goods(&mut self, tell: impl FnOnce(&mut Goods)) -> Task<Message> {
        if let Some(screen) = self.work_mut().and_then(|work| work.goods.as_deref_mut()) {
            tell(screen);
        }
        Task::none()
    }

    pub(super) fn on_goods(&mut self, message: GoodsMessage) -> Task<Message> {
        let today = self.now.day();
        let screen = self.work_mut().and_then(|work| work.goods.as_deref_mut());
        let Some(screen) = screen else {
            return Task::none();
        };
        let action = screen.update(message, today);
        self.do_goods(action)
    }

    fn do_goods(&mut self, action: Action) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Read => self.read_shelf(),
            Action::Open(product) => self.open_product(product),
            Action::Keep(product, edited) => self.keep_product(product, *edited),
            Action::Say(product, price) => self.say_price(product, price),
            Action::Change(changes) => self.change_products(changes),
            Action::List(folder) => list(&folder),
            Action::ReadPhoto(number, path) => {
                let read = Reply::aside(move || photo::made(Path::new(&path)));
                Task::perform(read, move |read| {
                    Message::Goods(Told::PhotoRead(number, read.unwrap_or_default()))
                })
            }
            Action::Declare(product) => self.declare_product(product),
            Action::Tags(order, target) => self.make_tags(&order, target),
            Action::ScrollTo(y) => {
                let to = operation::AbsoluteOffset { x: 0.0, y };
                operation::scroll_to(Id::new(LIST_ID), to)
            }
            Action::Leave => self.went(Place::Checkout),
        }
    }

    /// Read and sorted beside the screen.
    fn read_shelf(&self) -> Task<Message> {
        let shelf = self.till.shelf(self.now.day());
        let read = Reply::aside(move || Ok(Box::new(Files::new(flat(shelf.wait())?))));
        Task::perform(read, |read| {
            Message::Goods(Told::Read(read.unwrap_or(Err(Failed::Closing))))
        })
    }

    fn shelf_read(&mut self, read: Result<Box<Files>, Failed>) -> Task<Message> {
        match read {
            Ok(files) => {
                let read = files.clone();
                let shown = self.in_goods(|screen| screen.files_are(*files));
                Task::batch([shown, index(read)])
            }
            Err(why) => {
                let why = self.told(&why);
                self.in_goods(|screen| screen.not_read(why))
            }
        }
    }

    fn open_product(&self, product: ProductId) -> Task<Message> {
        let reply = self.till.good(product, self.now.day());
        let read = Reply::aside(move || Ok(Box::new(pictured(flat(reply.wait())?))));
        Task::perform(read, |read| {
            Message::Goods(Told::Opened(read.unwrap_or(Err(Failed::Closing))))
        })
    }

    fn keep_product(&mut self, product: Option<ProductId>, edited: Edited) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let name = edited.name.clone();
        let reply = self.till.keep_product(product, edited, user, self.now);
        let kept = async move { done(reply.await).map(|_| name) };
        Task::perform(kept, |kept| Message::Goods(Told::Kept(kept)))
    }

    fn product_kept(&mut self, kept: Result<String, Failed>) -> Task<Message> {
        match kept {
            Ok(name) => {
                let told = [("name", name.into())];
                let said = self.words.text_with("goods-kept", &told);
                let _told = self.in_goods(|screen| screen.kept(said));
                let screen = self.work_mut().and_then(|work| work.goods.as_deref());
                let list = screen.map_or(Action::None, Goods::back_where_it_was);
                Task::batch([self.do_goods(list), self.shelf_changed()])
            }
            Err(why) => {
                let why = self.told(&why);
                self.in_goods(|screen| screen.not_kept(why))
            }
        }
    }

    fn say_price(&mut self, product: ProductId, price: NewPrice) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let reply = self.till.say_price(product, price, user, self.now);
        let said = async move { done(reply.await).map(|priced| Box::new(priced.detail)) };
        Task::perform(said, move |said| {
            Message::Goods(Told::Priced(product, said))
        })
    }

    fn price_said(
        &mut self,
        product: ProductId,
        priced: Result<Box<Detail>, Failed>,
    ) -> Task<Message> {
        match priced {
            Ok(detail) => {
                let shown = self.in_goods(|screen| screen.repriced(*detail));
                Task::batch([shown, self.shelf_changed()])
            }
            Err(why) => {
                let why = self.told(&why);
                self.in_goods(|screen| screen.not_repriced(product, why))
            }
        }
    }

    fn change_products(&mut self, changes: Vec<(ProductId, MassEdit)>) -> Task<Message> {
        let Some(user) = self.user() else {
            return Task::none();
        };
        let reply = self.till.change_products(changes, user, self.now);
        let changed = async move { done(reply.await) };
        Task::perform(changed, |changed| Message::Goods(Told::Changed(changed)))
    }

    fn products_changed(&mut self, changed: Result<usize, Failed>) -> Task<Message> {
        match changed {
            Ok(count) => {
                let told = [("count", count.into())];
                let said = self.words.text_with("goods-changed", &told);
                let shown = self.in_goods(|screen| screen.changed(said));
                Task::batch([shown, self.shelf_changed()])
            }
            Err(why) => {
                let why = self.told(&why);
                self.in_goods(|screen| screen.not_changed(why))
            }
        }
    }

    /// The checkout shows it at once, and a cart in hand follows.
    fn shelf_changed(&self) -> Task<Message> {
        Task::batch([
            self.read_catalogue(),
            self.read_shelf(),
            self.read_product_photos(),
        ])
    }

    /// The pictures of the tiles, unpacked beside the screen.
    pub(super) fn read_product_photos(&self) -> Task<Message> {
        let reply = self.till.product_photos(PHOTOS_MAX);
        let read = Reply::aside(move || {
            let found = flat(reply.wait()).unwrap_or_default().into_iter();
            let shown = found.filter_map(|(id, png)| Some((id, photo::shown(&png)?)));
            shown.collect()
        });
        Task::perform(read, |read: Result<_, Closing>| {
            Message::Goods(Told::Photos(read.unwrap_or_default()))
        })
    }

    /// Over to what is declared of it: its meaning is at home there.
    fn declare_product(&mut self, product: ProductId) -> Task<Message> {
        let went = self.went(Place::Declare);
        let pressed = Message::Declare(declare::Message::ProductPressed(product));
        went.chain(Task::done(pressed))
    }

    fn make_tags(&mut self, order: &Order, target: Target) -> Task<Message> {
        let form = match order.kind {
            TagKind::Price => Form::Price,
            TagKind::Barcode => Form::Barcode,
        };
        let tags = self.tags_of(order);
        let title = self.words.text("goods-tags-job");
        match target {
            Target::Printer => {
                let reply = self.till.print_tags(title, &tags, form, self.now);
                let words = self.words.clone();
                let waits = self.till.config().printer.address.trim().is_empty();
                let queued = async move {
                    match flat(reply.await) {
                        Ok(_) if waits => Ok(words.text("sheet-waits")),
                        Ok(_) => Ok(words.text("sheet-queued")),
                        Err(why) => Err(why.sentence(&words)),
                    }
                };
                Task::perform(queued, |made| Message::Goods(Told::Tagged(made)))
            }
            Target::Folder(folder) => {
                let name = format!(
                    "{}-{}.pdf",
                    self.words.text("goods-tags-file"),
                    self.now.day()
                );
                let (words, file) = (self.words.clone(), Path::new(&folder).join(name));
                let made = Reply::aside(move || save(&file, &pdf(&tags, form, &title), &words));
                let closing = self.words.text("store-closing");
                let made = async move { made.await.unwrap_or(Err(closing)) };
                Task::perform(made, |made| Message::Goods(Told::Tagged(made)))
            }
        }
    }

    fn tags_of(&self, order: &Order) -> Vec<Tag> {
        let items = order.items.iter();
        let tags = items.filter_map(|(id, copies)| {
            let (name, price, unit, code) = self.tag_words(*id)?;
            let price = price.map(|price| self.words.money(price.amount()));
            let price = match (price, unit) {
                (Some(price), Unit::Kilogram) => {
                    let told = [("price", price.into())];
                    self.words.text_with("price-kilogram", &told)
                }
                (price, _) => price.unwrap_or_default(),
            };
            Some(Tag {
                name,
                price,
                code,
                copies: *copies,
            })
        });
        tags.collect()
    }

    #[allow(clippy::type_complexity)]
    fn tag_words(
        &self,
        id: ProductId,
    ) -> Option<(
        String,
        Option<crate::domain::catalogue::Price>,
        Unit,
        Option<Code>,
    )> {
        let Screen::Work(work) = &self.screen else {
            return None;
        };
        let good = work.goods.as_ref()?.good(id)?;
        // The code of the pack, not a short one for the keyboard, if there are both.
        let mut codes = good.codes.iter();
        let code = codes.find(|code| code.is_ean()).or(good.codes.first());
        Some((good.name.clone(), good.price, good.unit, code.cloned()))
    }

    pub(super) fn goods_view<'a>(&'a self, work: &'a super::Work) -> Element<'a, Message> {
        let context = self.context(&work.user);
        let view = work.goods.as_ref().map(|screen| screen.view(&context));
        let told = |message| Message::Goods(Told::Screen(message));
        view.map_or_else(|| iced::widget::space().into(), |view| view.map(told))
    }

    fn is_at_goods(&self) -> bool {
        matches!(&self.screen, Screen::Work(work) if work.place == Place::Products)
    }

    /// A pack that is held to the scanner here is about the products; a card is the checkout's.
    pub(super) fn scanned_to_goods(&mut self, code: &Code) -> Option<Task<Message>> {
        if !self.is_at_goods() {
            return None;
        }
        let screen = self.work_mut()?.goods.as_deref_mut()?;
        let action = screen.scanned(code)?;
        Some(self.do_goods(action))
    }

    /// Letters that no field took begin a search; the space bar ticks.
    pub(super) fn typed_to_goods(&mut self, text: &str) -> Option<Task<Message>> {
        if !self.is_at_goods() {
            return None;
        }
        let screen = self.work_mut()?.goods.as_deref_mut()?;
        if !screen.is_list() {
            return Some(Task::none());
        }
        if text == " " {
            return Some(self.on_goods(GoodsMessage::Pressed(Key::Space)));
        }
        let query = format!("{}{text}", screen.query());
        let searched = self.on_goods(GoodsMessage::QueryTyped(query));
        let focus = operation::focus(Id::new(SEARCH_ID));
        let end = operation::move_cursor_to_end(Id::new(SEARCH_ID));
        Some(Task::batch([searched, focus, end]))
    }

    pub(super) fn entered_at_goods(&mut self) -> Option<Task<Message>> {
        self.is_at_goods()
            .then(|| self.on_goods(GoodsMessage::Entered))
    }

    pub(super) fn named_to_goods(&mut self, key: Named) -> Option<Task<Message>> {
        if !self.is_at_goods() || self.printer_has_keys() {
            return None;
        }
        let screen = self.work_mut()?.goods.as_deref()?;
        let (list, form) = (screen.is_list(), screen.is_form());
        let pressed = |key| GoodsMessage::Pressed(key);
        let message = match key {
            Named::Escape => GoodsMessage::Escaped,
            Named::F2 if list => {
                return Some(operation::focus(Id::new(SEARCH_ID)));
            }
            Named::F3 if list => GoodsMessage::NewPressed,
            Named::F4 if form => GoodsMessage::SaveKey,
            Named::F4 if list => GoodsMessage::MassPressed,
            Named::F2 | Named::F3 | Named::F4 => return Some(Task::none()),
            Named::ArrowUp if list => pressed(Key::Up),
            Named::ArrowDown if list => pressed(Key::Down),
            Named::PageUp if list => pressed(Key::PageUp),
            Named::PageDown if list => pressed(Key::PageDown),
            Named::Home if list && !self.captured => pressed(Key::Home),
            Named::End if list && !self.captured => pressed(Key::End),
            _ => return None,
        };
        Some(self.on_goods(message))
    }
}

/// With its picture unpacked.
fn pictured(detail: Detail) -> (Detail, Option<Handle>) {
    let picture = detail.photo.as_deref().and_then(photo::shown);
    (detail, picture)
}

/// The index of what was read, made while the list is shown already.
fn index(read: Box<Files>) -> Task<Message> {
    let shown = read.clone();
    let indexed = Reply::aside(move || Box::new(read.indexed()));
    // Without an index the list is searched all the same.
    Task::perform(indexed, |indexed| {
        Message::Goods(Told::Indexed(indexed.unwrap_or(shown)))
    })
}

fn list(folder: &str) -> Task<Message> {
    let folder = match folder.trim() {
        "" => super::lists::home(),
        named => PathBuf::from(named),
    };
    let read = Reply::aside(move || {
        let entries = super::lists::entries_ending(&folder, &photo::ENDINGS);
        (folder, entries)
    });
    Task::future(async { read.await.ok() })
        .and_then(|(folder, entries)| Task::done(Message::Goods(Told::Listed(folder, entries))))
}

fn save(file: &Path, bytes: &[u8], words: &I18n) -> Result<String, String> {
    let path = file.display().to_string();
    match replace_file(file, bytes) {
        Ok(()) => Ok(words.text_with("goods-tags-saved", &[("path", path.into())])),
        Err(cause) => {
            let told = [("path", path.into()), ("cause", (&cause).into())];
            Err(words.text_with("goods-tags-not-saved", &told))
        }
    }
}

fn done<T>(answer: Result<Result<T, GoodsRefused>, Closing>) -> Result<T, Failed> {
    match answer? {
        Ok(done) => Ok(done),
        Err(GoodsRefused::NoRight) => Err(Failed::NoRight),
        Err(GoodsRefused::Store(error)) => Err(error.into()),
        Err(GoodsRefused::Closing(closing)) => Err(closing.into()),
    }
}
