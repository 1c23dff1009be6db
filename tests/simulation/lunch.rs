//! Lunch breaks: what happens at the desks, and what must hold after each.

mod holds;

use std::collections::BTreeSet;

use cantina::domain::cart::{Cart, SavedCart};
use cantina::domain::checkout::{Checkout, Effect, Event, Refusal, Rules};
use cantina::domain::diet::Policy;
use cantina::domain::receipt::{Receipt, Shop};
use cantina::domain::sale::{At, CannotVoid, Sale, Void};
use cantina::domain::tender::{Tender, TenderKind};
use cantina::domain::user::{Approval, Approved, Right, Role, User};
use cantina::domain::{
    BusinessDay, CartId, Moment, Money, MovementId, Quantity, SaleId, StudentId, TillId, UserId,
};
use cantina::store::{Error, Recorded, Stamp, Store, Ticketing};
use chrono::DateTime;
use uuid::Uuid;

use crate::books::{Books, number};
use crate::canteen::{self, PRODUCTS, Place, STUDENTS};
use crate::desk::{self, Desk};
use crate::dice::Dice;
use crate::seen::Seen;

/// One canteen's life.
pub struct Lunch {
    store: Option<Store>,
    place: Place,
    books: Books,
    desks: [Desk; 2],
    dice: Dice,
    clock: Moment,
    tenders: Vec<Tender>,
    /// Commits that nobody answered: they may still arrive.
    in_doubt: Vec<Sale>,
    /// Carts whose keeping was asked for and has not arrived.
    late: Vec<SavedCart>,
    days: BTreeSet<BusinessDay>,
    seen: Seen,
}

impl Lunch {
    pub fn new(seed: u64, on_disk: bool) -> Self {
        let mut dice = Dice::seeded(seed);
        let morning = DateTime::parse_from_rfc3339("2026-11-23T09:30:00-03:00").unwrap();
        let clock = Moment::new(morning);
        let day = clock.day();
        let products: Vec<_> = (0..PRODUCTS)
            .map(|n| canteen::product(n, &mut dice, day))
            .collect();
        let pupils: Vec<_> = (0..STUDENTS)
            .map(|n| canteen::pupil(n, &mut dice, day))
            .collect();
        let place = Place::new(on_disk);
        let mut store = place.open();
        canteen::furnish(&mut store, &products, &pupils, clock);
        let tenders = store.tenders().unwrap();
        let desks = [cart_id(&mut dice), cart_id(&mut dice)].map(Desk::new);
        Self {
            store: Some(store),
            place,
            books: Books::new(products, pupils),
            desks,
            dice,
            clock,
            tenders,
            in_doubt: Vec::new(),
            late: Vec::new(),
            days: BTreeSet::new(),
            seen: Seen::default(),
        }
    }

    pub fn one_break(&mut self) {
        self.look_at_the_shelf(0);
        self.look_at_the_shelf(1);
        for _ in 0..20 + self.dice.below(40) {
            self.something_happens();
        }
        self.holds();
    }

    pub fn end_of_term(mut self) -> Seen {
        while let Some(sale) = self.in_doubt.pop() {
            drop(self.deliver(&sale));
        }
        self.holds();
        let tickets = self.store().open_jobs().unwrap().len();
        assert_eq!(tickets, self.books.facts.len(), "one ticket a fact");
        self.seen
    }

    fn something_happens(&mut self) {
        self.clock = self
            .clock
            .plus_millis(i64::try_from(self.dice.below(40_000)).unwrap());
        let at = usize::from(self.dice.chance(35));
        match self.dice.below(100) {
            0..=29 => {
                let scan = self.desks[at].a_scan(&mut self.dice);
                self.press(at, scan);
            }
            30..=36 => {
                let change = self.desks[at].a_change_of_mind(&mut self.dice);
                self.press(at, change);
            }
            37..=45 => self.somebody_comes(at),
            46..=73 => self.pay(at),
            74..=77 => self.hold(at),
            78..=81 => self.resume(at),
            82..=85 => self.void(),
            86..=88 => self.top_up(),
            89..=90 => self.crash(),
            91..=92 => self.a_list_is_imported(),
            93..=94 => self.look_at_the_shelf(at),
            95 => self.the_clock_jumps(),
            96 => {
                let next = cart_id(&mut self.dice);
                self.press(at, Event::Cleared(next));
            }
            _ => self.something_arrives_late(),
        }
    }

    /// An event at a desk, and what follows from it.
    fn press(&mut self, at: usize, event: Event) {
        let effects = self.step(at, event);
        for effect in effects {
            match effect {
                Effect::Alert(conflicts) => {
                    self.seen.alerts += 1;
                    let known = self.desks[at].checkout.cart().customer();
                    let student = known.expect("an alert is about somebody").student.id;
                    for answer in desk::answers(student, &conflicts, &mut self.dice) {
                        let effects = self.step(at, answer);
                        for effect in effects {
                            self.keep(effect);
                        }
                    }
                }
                Effect::Commit(sale) => self.commit(at, *sale),
                other => self.keep(other),
            }
        }
    }

    fn step(&mut self, at: usize, event: Event) -> Vec<Effect> {
        let rules = Rules {
            policy: Policy::standard(),
            day: self.clock.day(),
        };
        self.desks[at].checkout.step(event, &rules)
    }

    fn keep(&mut self, effect: Effect) {
        let now = self.clock.at;
        match effect {
            Effect::Keep(cart) if self.dice.chance(10) => self.late.push(cart),
            Effect::Keep(cart) => self.store().keep(&cart, None, now).unwrap(),
            Effect::Hold(cart, name) => {
                self.seen.held += 1;
                self.store().keep(&cart, Some(&name), now).unwrap();
            }
            Effect::Forget(cart) => self.store().forget(cart).unwrap(),
            Effect::Refuse(_) => self.seen.refused_by_rules += 1,
            Effect::Alert(_) | Effect::AskPayment | Effect::Commit(_) => {}
        }
    }

    fn somebody_comes(&mut self, at: usize) {
        let day = self.clock.day();
        let student = StudentId(1 + i64::try_from(self.dice.below_len(STUDENTS)).unwrap());
        let customer = self.dice.chance(85).then(|| {
            let customer = self.store().customer(student, day);
            Box::new(customer.unwrap())
        });
        self.press(at, Event::Identified(customer));
    }

    fn pay(&mut self, at: usize) {
        let id = sale_id(&mut self.dice);
        self.press(at, Event::PaymentStarted(id));
        if self.dice.chance(20) {
            let again = sale_id(&mut self.dice);
            self.press(at, Event::PaymentStarted(again));
        }
        match self.dice.below(10) {
            0 => self.press(at, Event::PaymentCancelled),
            // The customer looks for their wallet while other things happen.
            1 => {}
            _ => {
                self.a_supervisor_comes(at);
                let offers = self.desks[at].offers(&self.tenders, &mut self.dice);
                let now = self.now();
                self.press(at, Event::Tendered(offers, now));
                if self.desks[at].checkout.paying().is_some() && self.dice.chance(80) {
                    self.press(at, Event::PaymentCancelled);
                }
            }
        }
    }

    /// Sometimes somebody with the right lets the whole of it go to the account.
    fn a_supervisor_comes(&mut self, at: usize) {
        let paying = self.desks[at].checkout.paying();
        let Some(total) = paying.map(|checked| checked.totals().total) else {
            return;
        };
        if self.dice.chance(25) {
            let approved = Approved {
                by: UserId(1),
                reason: "su madre llamó".into(),
            };
            let now = self.clock;
            self.press(at, Event::LimitLifted(total, approved, now));
        }
    }

    /// The machine asks for a sale to be written; what becomes of it is chance.
    fn commit(&mut self, at: usize, sale: Sale) {
        self.days.insert(sale.at().moment.day());
        self.bounce(at);
        match self.dice.below(20) {
            0 => {
                self.in_doubt.push(sale);
                return self.crash();
            }
            1 => {
                drop(self.deliver(&sale));
                self.in_doubt.push(sale);
                return self.crash();
            }
            2 => {
                // The disk says no to the desk, and yes when the queue is played again.
                self.in_doubt.push(sale);
                return self.press(at, Event::NotRecorded);
            }
            _ => {}
        }
        let answer = self.deliver(&sale);
        if self.dice.chance(25) {
            assert_eq!(answer.is_ok(), self.deliver(&sale).is_ok(), "asked again");
        }
        let next = cart_id(&mut self.dice);
        match answer {
            Ok(()) => self.press(at, Event::Recorded(next)),
            Err(refused) => {
                self.press(at, Event::NotRecorded);
                self.after_refusal(at, &refused, next);
            }
        }
    }

    /// Keys bounce and scans come late while a sale is being written: nothing may change.
    fn bounce(&mut self, at: usize) {
        let before = self.desks[at].checkout.clone();
        let offers = self.desks[at].offers(&self.tenders, &mut self.dice);
        let (id, now) = (sale_id(&mut self.dice), self.now());
        let scan = self.desks[at].a_scan(&mut self.dice);
        for event in [
            Event::Tendered(offers, now),
            Event::PaymentStarted(id),
            Event::PaymentCancelled,
            scan,
        ] {
            let effects = self.step(at, event);
            assert_eq!(effects, [Effect::Refuse(Refusal::Committing)]);
            self.seen.bounced += 1;
        }
        assert_eq!(self.desks[at].checkout, before);
    }

    fn after_refusal(&mut self, at: usize, refused: &Error, next: CartId) {
        if matches!(refused, Error::AlreadySold { .. }) {
            self.press(at, Event::Cleared(next));
        } else if self.dice.chance(70) {
            self.look_at_the_shelf(at);
            let known = self.desks[at].checkout.cart().customer();
            if let Some(student) = known.map(|known| known.student.id) {
                let day = self.clock.day();
                let now = self.store().customer(student, day).unwrap();
                self.press(at, Event::Identified(Some(Box::new(now))));
            }
        }
    }

    /// Brings a sale to the store and compares its answer with the naive account.
    fn deliver(&mut self, sale: &Sale) -> Result<(), Error> {
        self.days.insert(sale.at().moment.day());
        let answer = record(self.store(), sale);
        match (answer, self.books.facts.get(&sale.id())) {
            (Ok(again), Some(known)) => {
                self.seen.replays += 1;
                assert_eq!(again.receipt.number, known.number, "the same ticket");
                assert_eq!(again.print_job, None, "and not on paper again");
            }
            (Ok(recorded), None) => {
                self.books.sold(sale, recorded.receipt.number);
                self.seen.sales += 1;
                self.seen.lifted += u64::from(sale.lifted().is_some());
                let student = sale.customer().map(|known| number(known.student.id.0));
                let balance = student.map(|at| Money::guaranies(self.books.balances[at]));
                assert_eq!(recorded.balance, balance, "the balance that is shown");
            }
            (Err(refused), None) => {
                self.books.justifies(&refused, sale);
                self.seen.refused_by_store += 1;
                return Err(refused);
            }
            (Err(refused), Some(_)) => panic!("an acknowledged sale was refused: {refused}"),
        }
        Ok(())
    }

    fn hold(&mut self, at: usize) {
        let next = cart_id(&mut self.dice);
        self.press(at, Event::Held("el rubio".into(), next));
    }

    fn resume(&mut self, at: usize) {
        let mut held = self.store().held().unwrap();
        held.retain(|held| held.name.is_some());
        if held.is_empty() {
            return;
        }
        let chosen = held.swap_remove(self.dice.below_len(held.len()));
        let cart = self.restored(at, chosen.cart);
        self.press(at, Event::Resumed(Box::new(cart)));
        self.seen.resumed += 1;
    }

    fn restored(&mut self, at: usize, saved: SavedCart) -> Cart {
        let day = self.clock.day();
        let store = self.store.as_mut().expect("open");
        let customer = saved.student.map(|id| store.customer(id, day).unwrap());
        let shelf = &self.desks[at].shelf;
        let (cart, gone) = Cart::restore(saved, customer, |id| shelf.get(id).cloned());
        assert_eq!(gone, []);
        cart
    }

    /// The program ends between two steps and starts again.
    fn crash(&mut self) {
        self.seen.crashes += 1;
        if self.dice.chance(50) {
            self.late.clear();
        }
        if self.place.path().is_some() {
            self.store = None;
            self.store = Some(self.place.open());
        }
        for at in 0..self.desks.len() {
            let old = self.desks[at].checkout.cart().id();
            self.desks[at].checkout = Checkout::new(cart_id(&mut self.dice));
            self.look_at_the_shelf(at);
            let held = self.store().held().unwrap();
            let in_hand = held
                .into_iter()
                .find(|held| held.id == old && held.name.is_none());
            if let Some(held) = in_hand {
                let cart = self.restored(at, held.cart);
                self.press(at, Event::Resumed(Box::new(cart)));
            }
        }
    }

    fn void(&mut self) {
        let ids: Vec<SaleId> = self.books.facts.keys().copied().collect();
        if ids.is_empty() {
            return;
        }
        let of = ids[self.dice.below_len(ids.len())];
        let on_file = self.store().on_file(of).unwrap();
        let at = self.now();
        let mut void = || {
            let rosa = User {
                id: UserId(2),
                name: "Rosa A.".into(),
                role: Role::Supervisor,
                active: true,
                own: cantina::domain::user::OwnRights::none(),
            };
            let approval = Approval::by(&rosa, Right::Void, "error de carga").unwrap();
            Void::new(sale_id(&mut self.dice), &on_file, approval, at)
        };
        let (first, second) = (void(), void());
        let fact = &self.books.facts[&of];
        let objection = if fact.is_void {
            Some(CannotVoid::IsVoid)
        } else if fact.voided {
            Some(CannotVoid::Already)
        } else {
            (fact.day != at.moment.day()).then_some(CannotVoid::OtherDay)
        };
        assert_eq!(first.as_ref().err().copied(), objection);
        let (Ok(first), Ok(second)) = (first, second) else {
            return;
        };
        let done = undo(self.store(), &first).unwrap();
        let back = done.receipt.number;
        self.books.undone(of, first.id, back, at.moment.day());
        self.days.insert(at.moment.day());
        self.seen.voids += 1;
        let again = undo(self.store(), &first).unwrap();
        assert_eq!((again.receipt.number, again.print_job), (back, None));
        let twice = undo(self.store(), &second);
        assert!(matches!(twice, Err(Error::CannotVoid(CannotVoid::Already))));
    }

    fn top_up(&mut self) {
        let student = self.dice.below_len(STUDENTS);
        let amount = 1_000 * (1 + i64::try_from(self.dice.below(60)).unwrap());
        let tender = self.dice.pick(&[TenderKind::Cash, TenderKind::Transfer]);
        let with = self
            .tenders
            .iter()
            .find(|with| with.kind == tender)
            .unwrap()
            .id;
        let id = MovementId(uuid(&mut self.dice));
        let pupil = StudentId(1 + i64::try_from(student).unwrap());
        let at = self.now();
        for _ in 0..=self.dice.below(2) {
            let money = Money::guaranies(amount);
            self.store().top_up(id, pupil, with, money, at).unwrap();
        }
        self.books.topped_up(student, tender, amount);
        self.seen.top_ups += 1;
    }

    /// A product is counted and declared anew, behind the back of whoever has it in a cart.
    fn a_list_is_imported(&mut self) {
        let at = self.dice.below_len(PRODUCTS);
        let day = self.clock.day();
        let declarations = canteen::declarations(&mut self.dice, day);
        let counted = i64::try_from(self.dice.below(60)).unwrap() * 1_000;
        let product = &mut self.books.products[at];
        for (allergen, said) in declarations.iter() {
            // What is said again as it stands is no new fact: its day stays.
            if product.declarations.state(allergen) != said.state {
                product.declarations.declare(allergen, said.clone());
            }
        }
        product.stock = Some(Quantity::thousandths(counted));
        self.books.stock[at] = counted;
        let list = [product.clone()];
        let stamp = Stamp::at(self.clock);
        self.store().import_products(&list, stamp).unwrap();
    }

    fn look_at_the_shelf(&mut self, at: usize) {
        self.desks[at].shelf = self.store().catalogue().unwrap();
        if self.dice.chance(50) {
            for event in desk::changed(&self.desks[at]) {
                self.press(at, event);
            }
        }
    }

    fn the_clock_jumps(&mut self) {
        self.seen.jumps += 1;
        let hour = 3_600_000;
        let by = self
            .dice
            .pick(&[-hour, hour, -24 * hour, 24 * hour, 48 * hour]);
        self.clock = self.clock.plus_millis(by);
    }

    fn something_arrives_late(&mut self) {
        if let Some(cart) = self.late.pop() {
            let now = self.clock.at;
            self.store().keep(&cart, None, now).unwrap();
        } else if !self.in_doubt.is_empty() {
            let sale = self.in_doubt.swap_remove(0);
            drop(self.deliver(&sale));
        }
    }

    fn store(&mut self) -> &mut Store {
        self.store.as_mut().expect("open except within a crash")
    }

    fn now(&self) -> At {
        At {
            till: TillId(1),
            user: UserId(1),
            moment: self.clock,
        }
    }
}

fn record(store: &mut Store, sale: &Sale) -> Result<Recorded, Error> {
    ticketing(|ticketing| store.record(sale, ticketing))
}

fn undo(store: &mut Store, void: &Void) -> Result<Recorded, Error> {
    ticketing(|ticketing| store.void(void, ticketing))
}

fn ticketing<T>(run: impl FnOnce(&Ticketing<'_>) -> T) -> T {
    run(&Ticketing {
        shop: &Shop::default(),
        render: &|receipt: &Receipt| receipt.number.to_string().into_bytes(),
        drawer: &[],
    })
}

fn uuid(dice: &mut Dice) -> Uuid {
    Uuid::from_u64_pair(dice.roll(), dice.roll())
}

fn cart_id(dice: &mut Dice) -> CartId {
    CartId(uuid(dice))
}

fn sale_id(dice: &mut Dice) -> SaleId {
    SaleId(uuid(dice))
}
