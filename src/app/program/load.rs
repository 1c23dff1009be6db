//! Reading what the screens show: off the screen's thread, answered by a message.

use iced::Task;

use super::failed::flat;
use super::{Failed, Loaded, Message, Place, Program, Screen};
use crate::app::photo::{Photo, Search};
use crate::app::screen::{checkout, sales, settings};
use crate::domain::catalogue::Catalogue;
use crate::domain::print::JobState;
use crate::domain::student::Customer;
use crate::domain::user::{Right, User};
use crate::domain::{Moment, SaleId, StudentId};
use crate::store::DaySale;
use crate::till::{Reply, Till};

/// The day's sales and the tickets somebody has to look at.
#[derive(Debug, Clone)]
pub struct Day {
    pub(super) rows: Vec<sales::Row>,
    pub(super) uncertain: Vec<sales::Uncertain>,
}

impl Program {
    /// Reads everything that selling needs.
    pub(super) fn load(&self) -> Task<Message> {
        let (till, now) = (self.till.clone(), self.now);
        Task::perform(
            async move { load(till, now).await.map(Box::new) },
            Message::Loaded,
        )
    }

    pub(super) fn loaded(&mut self, loaded: Result<Box<Loaded>, Failed>) -> Task<Message> {
        let loaded = match loaded {
            Ok(loaded) => *loaded,
            Err(why) => return self.fail(&why),
        };
        self.catalogue = loaded.catalogue;
        self.rules.policy = loaded.policy;
        self.words = self.words.clone().naming(loaded.names);
        self.tenders = loaded.tenders;
        self.favourites = loaded.favourites;
        self.roll = loaded.roll;
        self.held = loaded.held;
        if let Some(latest) = loaded.latest_sale_at {
            self.watch = self.watch.seen(latest);
            if self.watch.tell(self.now.at) {
                self.clock_went_back();
            }
        }
        let judged = self.judge_again();
        // Rules and pupils may have changed behind the lock, where the checkout was told nothing.
        let ruled = self.checkout(checkout::Message::RulesChanged);
        let buyer = self.read_buyer();
        let pictures = self.read_product_photos();
        let held = self.tell_held();
        let listed = Task::batch([judged, ruled, buyer, held, self.read_drawer(), pictures]);
        match loaded.in_hand {
            // Without knowing what its pupil must not eat the cart stays where it is kept.
            Some((_, Err(why))) => Task::batch([listed, self.fail(&why)]),
            Some((held, Ok(customer))) if self.checkout.cart().is_untouched() => {
                let photo = self.find_photos(customer.as_deref());
                let back = checkout::Message::HeldTaken(Box::new(held.cart), customer);
                Task::batch([listed, photo, self.checkout(back)])
            }
            _ => listed,
        }
    }

    pub(super) fn tell_held(&mut self) -> Task<Message> {
        let named = self.held.iter().filter_map(|held| {
            let name = held.name.clone()?;
            Some(checkout::Held {
                cart: held.id,
                name,
                lines: held.cart.lines.len(),
            })
        });
        let named = named.collect();
        self.checkout(checkout::Message::HeldListed(named))
    }

    /// Looks for the photos of these pupils, beside the screen.
    pub(super) fn find_photos<'a>(
        &mut self,
        pupils: impl IntoIterator<Item = &'a Customer>,
    ) -> Task<Message> {
        let folder = self.till.folder().photos();
        let search = self.photos.missing(pupils, &folder);
        self.read_photos(search)
    }

    /// Reads them beside the screen: what is kept with a form, else a file.
    pub(super) fn read_photos(&self, search: Option<Search>) -> Task<Message> {
        let Some(search) = search else {
            return Task::none();
        };
        let kept = self.till.photos(search.students());
        let found = Reply::aside(|| {
            let kept = kept.wait();
            search.run(kept.ok().and_then(Result::ok).unwrap_or_default())
        });
        Task::perform(found, |found| {
            Message::PhotosRead(found.unwrap_or_default())
        })
    }

    pub(super) fn photos_read(&mut self, found: Vec<(StudentId, Photo)>) -> Task<Message> {
        self.photos.add(found);
        Task::none()
    }

    pub(super) fn read_catalogue(&self) -> Task<Message> {
        let reply = self.till.catalogue_on(self.now.day());
        Task::perform(
            async { flat(reply.await).map(Box::new) },
            Message::CatalogueRead,
        )
    }

    pub(super) fn catalogue_read(
        &mut self,
        catalogue: Result<Box<Catalogue>, Failed>,
    ) -> Task<Message> {
        match catalogue {
            Ok(catalogue) => {
                self.catalogue = *catalogue;
                self.judge_again()
            }
            Err(why) => self.fail(&why),
        }
    }

    pub(super) fn may_read_health(&self) -> bool {
        self.user().is_some_and(|user| user.may(Right::Health))
    }

    pub(super) fn read_day(&self) -> Task<Message> {
        self.read_shown()
    }

    pub(super) fn sales_read(
        &mut self,
        asked: &sales::Shown,
        day: Result<Day, Failed>,
    ) -> Task<Message> {
        let day = match day {
            Ok(day) => day,
            Err(why) => return self.fail(&why),
        };
        let today = self.now.day();
        if let Screen::Work(work) = &mut self.screen {
            let list = work.sales.get_or_insert_default();
            // A long list that was asked for before comes after the one that is shown.
            if list.shown() != asked {
                return Task::none();
            }
            list.refreshed(day.rows, day.uncertain);
            list.tenders_are(&self.tenders);
            list.today_is(today);
        }
        Task::none()
    }

    pub(super) fn open_settings(&mut self) -> Task<Message> {
        let reply = self.till.users();
        if let Screen::Work(work) = &mut self.screen {
            work.settings = None;
        }
        Task::perform(async { flat(reply.await) }, Message::UsersChanged)
    }

    pub(super) fn users_changed(&mut self, users: Result<Vec<User>, Failed>) -> Task<Message> {
        let (draft, largest) = (self.draft(), self.largest_percent());
        let Some(work) = super::work_of(&mut self.screen, &mut self.left) else {
            return Task::none();
        };
        match (users, &mut work.settings) {
            (Ok(users), Some(open)) => open.users_are(users),
            (Ok(users), none) => {
                let home = super::lists::home();
                let chooser = crate::app::screen::lists::Lists::new(
                    home.clone(),
                    super::lists::entries(&home),
                );
                let me = work.user.id;
                let mut open = settings::Settings::new(draft, users, me, chooser);
                open.scale_fits(largest);
                *none = Some(Box::new(open));
                work.place = Place::Settings;
            }
            (Err(why), Some(open)) => {
                open.user_refused(why.sentence(&self.words));
                self.note(&why);
            }
            (Err(why), None) => return self.fail(&why),
        }
        self.show_safety();
        self.show_backups();
        let printer = self.show_printer_page();
        let preview = self.preview_ticket();
        Task::batch([printer, preview, self.show_page_of_first_day()])
    }
}

async fn load(till: Till, now: Moment) -> Result<Loaded, Failed> {
    let catalogue = flat(till.catalogue_on(now.day()).await)?;
    let tenders = flat(till.tenders().await)?;
    let favourites = flat(till.favourites(now.day(), now.hour()).await)?;
    let roll = flat(till.roll().await)?;
    let latest_sale_at = flat(till.latest_sale_at().await)?;
    let mut held = flat(till.held().await)?;
    let last = held.iter().rposition(|held| held.name.is_none());
    let in_hand = match last.map(|at| held.remove(at)) {
        Some(held) => {
            let customer = super::selling::buyer(&till, &held, now.day()).await;
            Some((held, customer))
        }
        None => None,
    };
    Ok(Loaded {
        policy: flat(till.policy().await)?,
        names: flat(till.own_names().await)?,
        catalogue,
        tenders,
        favourites,
        roll,
        held,
        latest_sale_at,
        in_hand,
    })
}

pub(super) async fn day(
    till: Till,
    now: Moment,
    may: bool,
    found: Vec<DaySale>,
) -> Result<Day, Failed> {
    let mut rows = Vec::new();
    for sale in found {
        rows.push(sales::Row {
            id: sale.id,
            number: sale.number,
            at: now.plus_millis(sale.at.0 - now.at.0),
            buyer: sale.buyer,
            total: sale.paid,
            tenders: sale.tenders,
            void: sale.is_void,
            refund: sale.is_refund,
            voided: sale.voided,
            given_back: sale.given_back,
            has_left: sale.has_left,
            ticket: ticket(&till, sale.id).await,
        });
    }
    let jobs = flat(till.open_jobs().await)?.into_iter();
    let uncertain = jobs
        .filter(|job| job.state == JobState::Uncertain && !job.is_drawer())
        .map(|job| sales::Uncertain {
            job: job.id,
            number: job.title.parse().ok(),
            may_reprint: may || job.sale.is_some(),
        });
    Ok(Day {
        rows,
        uncertain: uncertain.collect(),
    })
}

async fn ticket(till: &Till, sale: SaleId) -> Option<String> {
    flat(till.ticket_text(sale).await).ok()
}
