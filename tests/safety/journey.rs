//! One canteen's journey: a desk that sells from what it last saw, and a kitchen that says something else.

use std::ops::AddAssign;
use std::path::PathBuf;
use std::sync::Arc;

use cantina::domain::cart::{Cart, Decision};
use cantina::domain::catalogue::{Catalogue, NewProduct, Price, Product, StockRule, Unit};
use cantina::domain::checkout::{Checkout, Effect, Event, Rules};
use cantina::domain::diet::{
    Allergen, Declarations, Declared, Diet, Policy, Response, Restriction, Severity, Source, Wish,
    judge,
};
use cantina::domain::receipt::{Receipt, Shop};
use cantina::domain::sale::{At, Sale};
use cantina::domain::student::NewStudent;
use cantina::domain::tax::Rate;
use cantina::domain::tender::{Offer, Tender, TenderKind};
use cantina::domain::user::{Approved, Role};
use cantina::domain::{
    CartId, Moment, Money, ProductId, Quantity, SaleId, StudentId, TillId, UserId,
};
use cantina::store::diet::{Harm, Text, Word};
use cantina::store::{Error, Stamp, Store, Ticketing};
use chrono::DateTime;
use tempfile::TempDir;
use uuid::Uuid;

use crate::dice::Dice;
use crate::facts::{Facts, Product as Said};

const PRODUCTS: usize = 7;
const PUPILS: usize = 5;

/// Milk and peanut, nuts whole and one by one, and one that the canteen added.
const ALLERGENS: [Allergen; 5] = [
    Allergen::MILK,
    Allergen::PEANUT,
    Allergen::NUTS,
    Allergen(81),
    Allergen(100),
];
const INGREDIENTS: [Option<&str>; 5] = [
    None,
    Some("azúcar, agua"),
    Some("harina de trigo, leche en polvo, maní"),
    Some("puede contener trazas de maní y almendras"),
    Some("sin leche, sin maní"),
];
const OWN_WORDS: [&str; 3] = [
    "[= mani]\nxyzzy\n",
    "[= leche]\nplugh\n",
    "[? mani]\nplugh\n",
];

/// How often things happened.
#[derive(Debug, Default)]
pub struct Seen {
    pub sold: usize,
    pub sold_to_grave: usize,
    pub stopped_at_the_desk: usize,
    pub stopped_in_the_store: usize,
    pub restarts: usize,
    pub policies: usize,
    pub edits: usize,
    pub circles: usize,
    pub pairs: usize,
}

impl AddAssign for Seen {
    fn add_assign(&mut self, other: Self) {
        self.sold += other.sold;
        self.sold_to_grave += other.sold_to_grave;
        self.stopped_at_the_desk += other.stopped_at_the_desk;
        self.stopped_in_the_store += other.stopped_in_the_store;
        self.restarts += other.restarts;
        self.policies += other.policies;
        self.edits += other.edits;
        self.circles += other.circles;
        self.pairs += other.pairs;
    }
}

impl Seen {
    /// A journey on which nothing is ever stopped, or sold, proves nothing.
    pub fn assert_everything_happened(&self) {
        let all = [
            self.sold,
            self.sold_to_grave,
            self.stopped_at_the_desk,
            self.stopped_in_the_store,
            self.restarts,
            self.policies,
            self.edits,
            self.circles,
            self.pairs,
        ];
        assert!(all.iter().all(|often| *often > 0), "{self:?}");
    }
}

pub struct Journey {
    store: Option<Store>,
    path: PathBuf,
    _folder: TempDir,
    facts: Facts,
    dice: Dice,
    clock: Moment,
    desk: Checkout,
    /// As the desk last saw it.
    shelf: Catalogue,
    /// As the desk last heard.
    policy: Policy,
    cash: Tender,
    seen: Seen,
}

impl Journey {
    pub fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("cantina.db");
        let mut store = Store::open(&path).unwrap();
        let clock = DateTime::parse_from_rfc3339("2026-11-23T09:30:00-03:00").unwrap();
        let clock = Moment::new(clock);
        store.add_user("María G.", Role::Cashier, "none").unwrap();
        store.add_user("Rosa A.", Role::Supervisor, "none").unwrap();
        store.add_allergen("Frutilla").unwrap();
        let products: Vec<NewProduct> = (1..=PRODUCTS).map(product).collect();
        let pupils: Vec<NewStudent> = (1..=PUPILS).map(pupil).collect();
        store.import_products(&products, Stamp::at(clock)).unwrap();
        store.import_students(&pupils, Stamp::at(clock)).unwrap();
        let mut tenders = store.tenders().unwrap().into_iter();
        let cash = tenders.find(|tender| tender.kind == TenderKind::Cash);
        let mut facts = Facts::default();
        for id in (1..).take(PRODUCTS) {
            facts.products.insert(ProductId(id), Said::default());
        }
        Self {
            desk: Checkout::new(CartId(Uuid::now_v7())),
            shelf: store.catalogue().unwrap(),
            policy: store.policy().unwrap(),
            store: Some(store),
            path,
            _folder: folder,
            facts,
            dice: Dice::seeded(seed),
            clock,
            cash: cash.unwrap(),
            seen: Seen::default(),
        }
    }

    pub fn something_happens(&mut self) {
        let millis = 1 + i64::try_from(self.dice.below(60_000)).unwrap();
        self.clock = self.clock.plus_millis(millis);
        match self.dice.below(100) {
            0..=24 => self.somebody_declares(),
            25..=26 => self.a_text_is_edited(),
            27..=28 => self.a_recipe_changes(),
            29..=34 => self.a_pupil_changes(),
            35..=36 => self.the_policy_changes(),
            37 => self.own_words_change(),
            38 => self.restart(),
            39 => self.clock = self.clock.plus_millis(86_400_000),
            40..=49 => self.the_desk_looks(),
            50..=59 => self.somebody_comes(),
            60..=72 => self.a_scan(),
            73..=79 => self.answers(),
            _ => self.pay(),
        }
    }

    fn store(&mut self) -> &mut Store {
        self.store.as_mut().unwrap()
    }

    fn stamp(&self) -> Stamp {
        Stamp::by(UserId(2), self.clock)
    }

    fn a_product(&mut self) -> ProductId {
        ProductId(1 + i64::try_from(self.dice.below_len(PRODUCTS)).unwrap())
    }

    fn a_pupil(&mut self) -> StudentId {
        StudentId(1 + i64::try_from(self.dice.below_len(PUPILS)).unwrap())
    }

    /// Mostly free: else nothing could ever be sold.
    fn somebody_declares(&mut self) {
        let (id, stamp) = (self.a_product(), self.stamp());
        let everything = self.dice.chance(70);
        let one = self.dice.pick(&ALLERGENS);
        for allergen in ALLERGENS.into_iter().filter(|of| everything || *of == one) {
            let state = match self.dice.below(24) {
                0..=20 => Declared::Free,
                21 => Declared::Unknown,
                22 => Declared::MayContain,
                _ => Declared::Contains,
            };
            let word = Word {
                state,
                source: self.dice.pick(&Source::ALL),
                quote: None,
                against: self.dice.chance(60).then(|| "leche".to_owned()),
            };
            self.store()
                .declare(id, &[(allergen, word)], stamp)
                .unwrap();
            let product = self.facts.products.get_mut(&id).unwrap();
            product.said.insert(allergen, (state, product.text));
        }
    }

    fn a_text_is_edited(&mut self) {
        let (id, stamp) = (self.a_product(), self.stamp());
        self.seen.edits += 1;
        let text = Text {
            name: format!("Plugh {} ed. {}", id.0, self.seen.edits),
            ingredients: self.dice.pick(&INGREDIENTS).map(str::to_owned),
            statement: self.dice.pick(&INGREDIENTS).map(str::to_owned),
        };
        self.store().describe(id, &text, stamp).unwrap();
        self.facts.products.get_mut(&id).unwrap().text += 1;
    }

    fn a_recipe_changes(&mut self) {
        let (id, stamp) = (self.a_product(), self.stamp());
        let count = self.dice.pick(&[0, 0, 1, 2]);
        let mut parts: Vec<ProductId> = (0..count).map(|_| self.a_product()).collect();
        parts.sort_unstable();
        parts.dedup();
        match self.store().compose(id, &parts, stamp) {
            Ok(()) => self.facts.products.get_mut(&id).unwrap().parts = parts,
            Err(Error::PartOfItself(_)) => self.seen.circles += 1,
            Err(error) => panic!("{error}"),
        }
    }

    fn a_pupil_changes(&mut self) {
        let (pupil, stamp) = (self.a_pupil(), self.stamp());
        let allergen = self.dice.pick(&ALLERGENS);
        let held = self.facts.pupils.entry(pupil).or_default();
        if self.dice.chance(60) && held.remove(&allergen).is_some() {
            let ended = self
                .store()
                .end_restriction(pupil, allergen, "su madre", stamp);
            return ended.unwrap();
        }
        if self.dice.chance(10) {
            let wish = Wish {
                diet: Diet::VEGAN,
                said_by: "su madre".into(),
                note: None,
                until: None,
            };
            let keeps = self.dice.chance(50);
            return self.store().wish(pupil, &wish, keeps, stamp).unwrap();
        }
        let severities = [
            Severity::Mild,
            Severity::Severe,
            Severity::Severe,
            Severity::Critical,
        ];
        let restriction = Restriction {
            until: self.dice.chance(20).then(|| self.clock.day()),
            ..Restriction::new(allergen, self.dice.pick(&severities), "su madre")
        };
        self.store().restrict(pupil, &restriction, stamp).unwrap();
        let held = self.facts.pupils.entry(pupil).or_default();
        held.insert(allergen, restriction);
    }

    /// Any policy that can exist: cells are pushed about, and what is no policy is refused.
    fn the_policy_changes(&mut self) {
        let mut policy = self.store().policy().unwrap();
        for (state, severity) in Policy::cells() {
            let wanted = self.dice.pick(&Response::ALL);
            policy = policy.with(state, severity, wanted).unwrap_or(policy);
        }
        let stamp = self.stamp();
        self.store().set_policy(&policy, stamp).unwrap();
        self.seen.policies += 1;
    }

    fn own_words_change(&mut self) {
        let (words, stamp) = (self.dice.pick(&OWN_WORDS), self.stamp());
        self.store().set_own_words(words, stamp).unwrap();
    }

    /// The program dies with its cart kept, and comes back.
    fn restart(&mut self) {
        let (kept, at) = (self.desk.cart().save(), self.clock.at);
        self.store().keep(&kept, None, at).unwrap();
        self.store = None;
        self.store = Some(Store::open(&self.path).unwrap());
        self.the_desk_looks();
        let held = self.store().held().unwrap();
        let saved = held.into_iter().find(|held| held.id == kept.id);
        let saved = saved.map_or(kept, |held| held.cart);
        let day = self.clock.day();
        let customer = saved
            .student
            .map(|student| self.store().customer(student, day).unwrap());
        let (cart, _gone) = Cart::restore(saved, customer, |id| self.shelf.get(id).cloned());
        self.desk = Checkout::new(CartId(Uuid::now_v7()));
        self.step(Event::Resumed(Box::new(cart)));
        self.seen.restarts += 1;
    }

    /// The desk reads products, and only sometimes what changed of those in its cart; and now and then the policy.
    fn the_desk_looks(&mut self) {
        self.shelf = self.store().catalogue().unwrap();
        if self.dice.chance(50) {
            self.policy = self.store().policy().unwrap();
        }
        if self.dice.chance(40) {
            let lines = self.desk.cart().lines().iter();
            let ids: Vec<ProductId> = lines.map(|line| line.product().id).collect();
            for id in ids {
                if let Some(product) = self.shelf.get(id).cloned() {
                    self.step(Event::ProductChanged(product));
                }
            }
        }
    }

    fn step(&mut self, event: Event) -> Vec<Effect> {
        let rules = Rules {
            policy: self.policy.clone(),
            day: self.clock.day(),
        };
        self.desk.step(event, &rules)
    }

    /// Those who react gravely come more often, and ask for what they may have: else little would be sold.
    fn somebody_comes(&mut self) {
        let (mut pupil, day) = (self.a_pupil(), self.clock.day());
        for _ in 0..4 {
            if self.facts.grave(pupil, day).is_empty() {
                pupil = self.a_pupil();
            }
        }
        let customer = self.store().customer(pupil, day).unwrap();
        self.step(Event::Identified(Some(Box::new(customer))));
    }

    fn a_scan(&mut self) {
        let known = self.desk.cart().customer().map(|of| of.student.id);
        let day = self.clock.day();
        let grave = known.map_or(Vec::new(), |pupil| self.facts.grave(pupil, day));
        let fits = |of: &ProductId| {
            grave
                .iter()
                .all(|allergen| self.facts.is_free(*of, *allergen))
        };
        let products = self.shelf.products();
        let fitting = products.iter().filter(|of| fits(&of.id));
        let fitting: Vec<&Arc<Product>> = fitting.collect();
        let any = self.dice.below_len(products.len());
        let picky = !fitting.is_empty() && self.dice.chance(70);
        let product = match picky {
            true => Arc::clone(fitting[any % fitting.len()]),
            false => Arc::clone(&products[any]),
        };
        self.step(Event::Added(product, Quantity::ONE));
    }

    /// Somebody who wants to sell at any price answers everything, with every approval there is.
    fn answers(&mut self) {
        let Some(student) = self.desk.cart().customer().map(|of| of.student.id) else {
            return;
        };
        let conflicts = self.desk.cart().conflicts(&self.policy, self.clock.day());
        for conflict in conflicts {
            for reason in conflict.reasons {
                let decision = Decision {
                    student,
                    product: conflict.product.id,
                    reason,
                    confirmed_by: UserId(1),
                    approved: self.dice.chance(80).then(|| Approved {
                        by: UserId(2),
                        reason: "llamé a la madre".into(),
                    }),
                };
                self.step(Event::Decided(Box::new(decision)));
            }
        }
    }

    fn pay(&mut self) {
        let id = SaleId(Uuid::now_v7());
        let effects = self.step(Event::PaymentStarted(id));
        if effects.iter().any(|of| matches!(of, Effect::Alert(_))) {
            self.seen.stopped_at_the_desk += 1;
        }
        let Some(checked) = self.desk.paying() else {
            return self.give_up();
        };
        let offer = Offer {
            tender: self.cash.clone(),
            amount: checked.totals().total,
            reference: None,
        };
        // While the coins are counted, the kitchen goes on talking.
        for _ in 0..self.dice.below(3) {
            self.clock = self.clock.plus_millis(1_000);
            self.somebody_declares();
        }
        let at = At {
            till: TillId(1),
            user: UserId(1),
            moment: self.clock,
        };
        let effects = self.step(Event::Tendered(vec![offer], at));
        let commit = effects.into_iter().find_map(|effect| match effect {
            Effect::Commit(sale) => Some(sale),
            _ => None,
        });
        match commit {
            Some(sale) => self.commit(&sale),
            None => self.give_up(),
        }
    }

    /// A cart that cannot be sold is now and then thrown away: the journey goes on.
    fn give_up(&mut self) {
        self.step(Event::PaymentCancelled);
        if self.dice.chance(60) {
            self.step(Event::Cleared(CartId(Uuid::now_v7())));
        }
    }

    fn commit(&mut self, sale: &Sale) {
        let ticketing = Ticketing {
            shop: &Shop::default(),
            render: &|_: &Receipt| Vec::new(),
            drawer: &[],
        };
        match self.store.as_mut().unwrap().record(sale, &ticketing) {
            Ok(_) => {
                self.was_right(sale);
                self.step(Event::Recorded(CartId(Uuid::now_v7())));
            }
            Err(Error::Restricted(_)) => {
                self.seen.stopped_in_the_store += 1;
                self.step(Event::NotRecorded);
                self.give_up();
            }
            Err(error) => panic!("{error}"),
        }
    }

    /// The promise.
    fn was_right(&mut self, sale: &Sale) {
        self.seen.sold += 1;
        let Some(customer) = sale.customer() else {
            return;
        };
        let grave = self.facts.grave(customer.student.id, self.clock.day());
        self.seen.sold_to_grave += usize::from(!grave.is_empty());
        for line in sale.cart().lines() {
            for allergen in &grave {
                let product = line.product();
                assert!(
                    self.facts.is_free(product.id, *allergen),
                    "{:?} was sold {}, which nobody has declared free of {allergen:?}: {:?}",
                    customer.student.id,
                    product.name,
                    self.facts.products.get(&product.id),
                );
            }
        }
    }

    /// Every pair, as things stand now; and the past, judged again.
    pub fn end(mut self) -> Seen {
        self.store = None;
        self.store = Some(Store::open(&self.path).unwrap());
        let (day, policy) = (self.clock.day(), self.store().policy().unwrap());
        for product in (1..).take(PRODUCTS).map(ProductId) {
            for pupil in (1..).take(PUPILS).map(StudentId) {
                let known = self.store().product(product).unwrap().known;
                let customer = self.store().customer(pupil, day).unwrap();
                let verdict = judge(&known, customer.student.needs(), &policy, day);
                let grave = self.facts.grave(pupil, day);
                let free = grave.iter().all(|of| self.facts.is_free(product, *of));
                let refused = verdict.response() == Response::Refuse;
                assert!(free || refused, "{product:?} for {pupil:?}: {verdict:?}");
                self.seen.pairs += 1;
            }
        }
        let past = self.store().reader().unwrap().look_back().unwrap();
        let wrong: Vec<_> = past
            .met
            .iter()
            .filter(|met| met.harm != Harm::KnownToday)
            .collect();
        assert!(
            wrong.is_empty(),
            "what was sold was right by what was known: {wrong:?}"
        );
        assert_eq!(self.store().self_check().unwrap().broken, []);
        self.seen
    }
}

fn product(n: usize) -> NewProduct {
    NewProduct {
        name: format!("Plugh {n}"),
        category: "Todo".into(),
        codes: vec![],
        price: Price::new(Money::guaranies(1_000)).unwrap(),
        staff_price: None,
        cost: None,
        rate: Rate::Ten,
        unit: Unit::Each,
        stock: None,
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        statement: None,
        declarations: Declarations::none(),
    }
}

fn pupil(n: usize) -> NewStudent {
    NewStudent {
        name: format!("Alumno {n}"),
        grade: "5.º B".into(),
        card: None,
        guardian: None,
        price_list: None,
        balance: Money::ZERO,
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    }
}
