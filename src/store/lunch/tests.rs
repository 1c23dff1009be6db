//! What the store promises of lunches: over any history one lunch a day, and accounts that equal their facts.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta};
use proptest::prelude::*;
use uuid::Uuid;

use super::{Attempt, Outcome, Payment, Printing, Wanted, Who, Wish};
use crate::domain::catalogue::{NewProduct, Price, StockRule, Unit};
use crate::domain::diet::{
    Allergen, Declaration, Declarations, Declared, Restriction, Severity, Source,
};
use crate::domain::lunch::{
    Answered, CannotSubscribe, Month, NewPlan, PlanId, Pricing, Refusal, ServingId, Weekdays,
};
use crate::domain::sale::At;
use crate::domain::student::NewStudent;
use crate::domain::tax::Rate;
use crate::domain::user::{Approved, Role};
use crate::domain::{
    BusinessDay, Moment, Money, MovementId, ProductId, Quantity, StudentId, TenderId, TillId,
    UserId,
};
use crate::store::{Error, Stamp, Store};

const ACCOUNT: TenderId = TenderId(1);
const CASH: TenderId = TenderId(2);
const PUPILS: usize = 4;

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

/// A Monday, shortly before noon.
fn monday() -> Moment {
    let time = DateTime::parse_from_rfc3339("2026-11-02T11:30:00-03:00");
    Moment::new(time.unwrap())
}

fn day_after(days: i64) -> Moment {
    monday().plus_millis(days * 86_400_000)
}

fn at(moment: Moment) -> At {
    At {
        till: TillId(1),
        user: UserId(1),
        moment,
    }
}

fn stamp() -> Stamp {
    Stamp::by(UserId(1), monday())
}

fn dish(name: &str, milk: Declared) -> NewProduct {
    let mut declarations = Declarations::none();
    let said = Declaration::new(milk, Source::Recipe, monday().day());
    declarations.declare(Allergen::MILK, said);
    NewProduct {
        name: name.into(),
        category: "Almuerzos".into(),
        codes: Vec::new(),
        price: Price::new(g(20_000)).unwrap(),
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
        declarations,
    }
}

fn pupil(name: &str) -> NewStudent {
    NewStudent {
        name: name.into(),
        grade: "5.º grado B".into(),
        card: None,
        guardian: None,
        price_list: None,
        balance: g(50_000),
        daily_limit: None,
        credit_limit: Some(g(0)),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    }
}

fn plan(pricing: Pricing) -> NewPlan {
    NewPlan {
        name: format!("Por {}", pricing.code()),
        pricing,
        weekdays: Weekdays::SCHOOL,
        days_off: Vec::new(),
        active: true,
    }
}

struct Canteen {
    store: Store,
    pupils: Vec<StudentId>,
    dishes: Vec<ProductId>,
    daily: PlanId,
    monthly: PlanId,
}

/// Four pupils without a subscription; a dish without milk and one with it, today's menu both; two plans.
fn a_canteen() -> Canteen {
    let mut store = Store::in_memory().unwrap();
    store.add_user("María G.", Role::Cashier, "none").unwrap();
    let dishes = [
        dish("Guiso", Declared::Free),
        dish("Flan", Declared::Contains),
    ];
    let dishes = store.import_products(&dishes, stamp()).unwrap();
    let names = ["Ana", "Beto", "Carla", "Dani"];
    let pupils = store.import_students(&names.map(pupil), stamp()).unwrap();
    let price = |amount| Price::new(g(amount)).unwrap();
    let daily = plan(Pricing::PerDay(price(22_000)));
    let monthly = plan(Pricing::PerMonth(price(380_000)));
    let daily = store.save_lunch_plan(None, &daily, stamp()).unwrap();
    let monthly = store.save_lunch_plan(None, &monthly, stamp()).unwrap();
    store
        .set_lunch_menu(monday().day(), &dishes, stamp())
        .unwrap();
    Canteen {
        store,
        pupils,
        dishes,
        daily,
        monthly,
    }
}

impl Canteen {
    fn subscribed(mut self) -> Self {
        self.subscribe(&self.pupils.clone(), self.daily).unwrap();
        self
    }

    fn subscribe(&mut self, pupils: &[StudentId], plan: PlanId) -> Result<(), Error> {
        let wish = Wish {
            plan,
            first: monday().day(),
            last: None,
            weekdays: Weekdays::ALL,
        };
        self.store.subscribe_lunch(pupils, &wish, stamp()).map(drop)
    }

    fn allergic(&mut self, pupil: usize, severity: Severity) {
        let milk = Restriction::new(Allergen::MILK, severity, "su madre");
        self.store
            .restrict(self.pupils[pupil], &milk, stamp())
            .unwrap();
    }

    fn wanted(&self, pupil: usize) -> Wanted {
        Wanted {
            id: ServingId(Uuid::now_v7()),
            who: Who::Student(self.pupils[pupil]),
            left_out: Vec::new(),
            answered: None,
        }
    }

    fn serve(&mut self, wanted: &Wanted, moment: Moment) -> Attempt {
        self.store.serve_lunch(wanted, at(moment)).unwrap()
    }

    fn balance(&self, pupil: usize) -> Money {
        let customer = self
            .store
            .customer(self.pupils[pupil], monday().day())
            .unwrap();
        customer.standing.balance
    }

    fn pay(&mut self, pupil: usize, tender: TenderId, amount: i64) -> Result<MovementId, Error> {
        let id = MovementId(Uuid::now_v7());
        let tenders = self.store.tenders_on(monday().day()).unwrap();
        let tender = tenders.iter().find(|of| of.id == tender).unwrap();
        let month = Month::of(monday().day());
        let payment = Payment::new(id, self.pupils[pupil], month, g(amount), tender, None).unwrap();
        let shop = crate::domain::receipt::Shop::default();
        let printing = Printing {
            shop: &shop,
            render: &|slip| Some((format!("almuerzo {}", slip.number), b"paper".to_vec())),
            drawer: b"pulse",
        };
        self.store.pay_lunch(&payment, at(monday()), &printing)?;
        // The same payment again is the same payment.
        self.store.pay_lunch(&payment, at(monday()), &printing)?;
        Ok(id)
    }

    fn account(&self, pupil: usize) -> (usize, Money, Money) {
        let rows = self.store.lunch_month(Month::of(monday().day())).unwrap();
        let row = rows.iter().find(|row| row.student == self.pupils[pupil]);
        row.map_or((0, g(0), g(0)), |row| {
            (row.account.eaten, row.account.owed, row.account.paid)
        })
    }

    fn count(&self, sql: &str) -> i64 {
        self.store.db.query_row(sql, (), |row| row.get(0)).unwrap()
    }

    fn holds(&self) {
        assert_eq!(self.store.self_check().unwrap().broken, []);
    }
}

fn code(attempt: &Attempt) -> &'static str {
    match &attempt.outcome {
        Outcome::Served(_) => "served",
        Outcome::Ask(_) => "ask",
        Outcome::Refused(refusal) => refusal.code(),
    }
}

#[test]
fn the_second_scan_of_a_day_is_refused_with_the_time_of_the_first() {
    let mut canteen = a_canteen().subscribed();
    let first = canteen.wanted(0);
    assert_eq!(code(&canteen.serve(&first, monday())), "served");
    let again = canteen.wanted(0);
    let again = canteen.serve(&again, monday().plus_millis(900));
    let refused = Outcome::Refused(Refusal::AlreadyEaten { at: monday().at });
    assert_eq!(again.outcome, refused);
    // The same lunch again is the same lunch.
    assert_eq!(
        code(&canteen.serve(&first, monday().plus_millis(1_500))),
        "served"
    );
    assert_eq!(canteen.count("SELECT count(*) FROM lunch_served"), 1);
    let next = canteen.wanted(0);
    assert_eq!(code(&canteen.serve(&next, day_after(1))), "served");
}

#[test]
fn serving_touches_neither_balance_nor_stock_nor_the_ledger() {
    let mut canteen = a_canteen().subscribed();
    let before = canteen.count("SELECT count(*) FROM entry");
    let wanted = canteen.wanted(0);
    assert_eq!(code(&canteen.serve(&wanted, monday())), "served");
    assert_eq!(canteen.balance(0), g(50_000));
    assert_eq!(canteen.count("SELECT count(*) FROM entry"), before);
    assert_eq!(canteen.count("SELECT count(*) FROM sale"), 0);
    canteen.holds();
}

#[test]
fn an_allergic_pupil_is_refused_by_the_menu_and_served_without_the_dish() {
    let mut canteen = a_canteen().subscribed();
    canteen.allergic(0, Severity::Severe);
    let wanted = canteen.wanted(0);
    for _ in 0..2 {
        assert_eq!(code(&canteen.serve(&wanted, monday())), "restricted");
    }
    let left = "SELECT count(*) FROM alert WHERE outcome = 'left'";
    assert_eq!(canteen.count(left), 1, "noted once a day");
    let without = Wanted {
        left_out: vec![canteen.dishes[1]],
        ..canteen.wanted(0)
    };
    let attempt = canteen.serve(&without, monday());
    let Outcome::Served(served) = &attempt.outcome else {
        panic!("{attempt:?}");
    };
    assert_eq!(served.left_out, ["Flan"]);
    let removed = "SELECT count(*) FROM alert WHERE outcome = 'removed'";
    assert_eq!(canteen.count(removed), 1);
}

#[test]
fn what_is_asked_about_is_served_after_an_answer_and_judged_again() {
    let mut canteen = a_canteen().subscribed();
    canteen.allergic(0, Severity::Mild);
    let wanted = canteen.wanted(0);
    let asked = canteen.serve(&wanted, monday());
    let Outcome::Ask(shown) = asked.outcome else {
        panic!("{asked:?}");
    };
    let answered = Wanted {
        answered: Answered::of(shown.clone(), None),
        ..wanted.clone()
    };
    // Meanwhile the family says that it is severe: the answer covers nothing of that.
    canteen.allergic(0, Severity::Severe);
    assert_eq!(code(&canteen.serve(&answered, monday())), "restricted");
    canteen.allergic(0, Severity::Moderate);
    assert_eq!(code(&canteen.serve(&answered, monday())), "ask");
    let asked = canteen.serve(&wanted, monday());
    let Outcome::Ask(shown) = asked.outcome else {
        panic!("{asked:?}");
    };
    let approved = Approved {
        by: UserId(1),
        reason: "su madre llamó".into(),
    };
    let approved = Wanted {
        answered: Answered::of(shown, Some(approved)),
        ..wanted
    };
    assert_eq!(code(&canteen.serve(&approved, monday())), "served");
    let noted =
        "SELECT count(*) FROM lunch_served WHERE approved_by = 1 AND reason = 'su madre llamó'
        AND shown LIKE '%Flan%'";
    assert_eq!(canteen.count(noted), 1);
    let noted = "SELECT count(*) FROM alert WHERE outcome = 'approved'";
    assert_eq!(canteen.count(noted), 1);
}

#[test]
fn without_a_menu_only_those_with_nothing_to_look_out_for_are_served() {
    let mut canteen = a_canteen().subscribed();
    canteen.allergic(0, Severity::Severe);
    canteen.allergic(1, Severity::Mild);
    let say = |canteen: &mut Canteen, pupil| {
        let wanted = canteen.wanted(pupil);
        code(&canteen.serve(&wanted, day_after(1)))
    };
    assert_eq!(say(&mut canteen, 0), "no_menu");
    assert_eq!(say(&mut canteen, 1), "ask");
    assert_eq!(say(&mut canteen, 2), "served");
    // A menu that is taken back is none.
    canteen
        .store
        .set_lunch_menu(monday().day(), &[], stamp())
        .unwrap();
    let wanted = canteen.wanted(0);
    assert_eq!(code(&canteen.serve(&wanted, monday())), "no_menu");
}

#[test]
fn a_lunch_that_is_taken_back_can_be_eaten_and_is_not_owed() {
    let mut canteen = a_canteen().subscribed();
    let wanted = canteen.wanted(0);
    canteen.serve(&wanted, monday());
    for _ in 0..2 {
        canteen
            .store
            .take_back_lunch(wanted.id, "era otro", at(monday()))
            .unwrap();
    }
    assert_eq!(canteen.account(0), (0, g(0), g(0)));
    let again = canteen.wanted(0);
    assert_eq!(code(&canteen.serve(&again, monday())), "served");
    assert_eq!(canteen.account(0), (1, g(22_000), g(0)));
    let unknown = canteen
        .store
        .take_back_lunch(ServingId(Uuid::nil()), "no hay", at(monday()));
    assert!(matches!(unknown, Err(Error::NotFound(_))));
}

#[test]
fn a_class_is_subscribed_whole_or_not_at_all() {
    let mut canteen = a_canteen();
    let pupils = canteen.pupils.clone();
    canteen.subscribe(&pupils[..1], canteen.daily).unwrap();
    let again = canteen.subscribe(&pupils, canteen.monthly);
    let Err(Error::Lunch(CannotSubscribe::Already { name })) = again else {
        panic!("{again:?}");
    };
    assert_eq!(name, "Ana");
    assert_eq!(canteen.count("SELECT count(*) FROM lunch_subscribed"), 1);
    let bookings = canteen.store.lunch_bookings(monday().day()).unwrap();
    let last = monday().day().days_before(1);
    let id = bookings[0].subscription.id;
    canteen.store.end_lunch(id, last, None, stamp()).unwrap();
    canteen.subscribe(&pupils, canteen.monthly).unwrap();
    assert_eq!(
        canteen.store.lunch_bookings(monday().day()).unwrap().len(),
        PUPILS
    );
    let unknown = canteen.subscribe(&[StudentId(99)], canteen.daily);
    assert!(matches!(unknown, Err(Error::NotFound(_))));
}

#[test]
fn a_month_is_paid_by_a_tender_or_off_the_account_and_the_books_agree() {
    let mut canteen = a_canteen();
    let pupils = canteen.pupils.clone();
    canteen.subscribe(&pupils, canteen.monthly).unwrap();
    canteen.pay(0, CASH, 300_000).unwrap();
    canteen.pay(0, ACCOUNT, 30_000).unwrap();
    assert_eq!(canteen.balance(0), g(20_000));
    assert_eq!(canteen.account(0), (0, g(380_000), g(330_000)));
    let refused = canteen.pay(0, ACCOUNT, 20_001);
    assert!(matches!(refused, Err(Error::Account(_))), "{refused:?}");
    assert_eq!(canteen.account(0).2, g(330_000));
    canteen.holds();
    let income = "SELECT balance FROM account WHERE id = 8";
    assert_eq!(canteen.count(income), 330_000);
    let cash = "SELECT balance FROM account WHERE id = 12";
    assert_eq!(canteen.count(cash), -300_000);
}

#[test]
fn a_payment_that_is_taken_back_goes_the_way_it_came_once() {
    let mut canteen = a_canteen().subscribed();
    let paid = canteen.pay(0, ACCOUNT, 22_000).unwrap();
    let approved = Approved {
        by: UserId(1),
        reason: "era de otro".into(),
    };
    for _ in 0..2 {
        canteen
            .store
            .take_back_payment(paid, &approved, at(monday()))
            .unwrap();
    }
    assert_eq!(canteen.balance(0), g(50_000));
    assert_eq!(canteen.account(0).2, g(0));
    assert_eq!(canteen.count("SELECT count(*) FROM lunch_paid"), 2);
    canteen.holds();
}

#[test]
fn facts_of_lunches_are_never_changed() {
    let mut canteen = a_canteen().subscribed();
    let wanted = canteen.wanted(0);
    canteen.serve(&wanted, monday());
    canteen.pay(0, CASH, 22_000).unwrap();
    canteen
        .store
        .take_back_lunch(wanted.id, "era otro", at(monday()))
        .unwrap();
    for table in [
        "lunch_plan_version",
        "lunch_subscribed",
        "lunch_menu",
        "lunch_menu_dish",
        "lunch_served",
        "lunch_taken_back",
        "lunch_paid",
    ] {
        assert!(
            canteen.count(&format!("SELECT count(*) FROM {table}")) > 0,
            "{table}"
        );
        let deleted = canteen
            .store
            .db
            .execute(&format!("DELETE FROM {table}"), ());
        assert!(deleted.is_err(), "{table}");
    }
}

#[test]
fn the_day_says_who_is_still_to_come_and_whom_a_dish_cannot_be_given_to() {
    let mut canteen = a_canteen().subscribed();
    canteen.allergic(1, Severity::Severe);
    canteen.allergic(2, Severity::Mild);
    let wanted = canteen.wanted(0);
    canteen.serve(&wanted, monday());
    let day = canteen.store.lunch_day(monday().day()).unwrap();
    assert_eq!((day.eaten(), day.expected()), (1, 4));
    let missing: Vec<&str> = day.missing().map(|seat| seat.name.as_str()).collect();
    assert_eq!(missing, ["Beto", "Carla", "Dani"]);
    assert_eq!(day.last().map(|(seat, ..)| seat.name.as_str()), Some("Ana"));
    assert_eq!(
        (
            day.dishes[1].refused.as_slice(),
            day.dishes[1].asked.as_slice()
        ),
        (&["Beto".to_owned()][..], &["Carla".to_owned()][..])
    );
    assert!(day.dishes[0].refused.is_empty() && day.dishes[0].asked.is_empty());
    let saturday = BusinessDay(NaiveDate::from_ymd_opt(2026, 11, 7).unwrap());
    assert_eq!(canteen.store.lunch_day(saturday).unwrap().expected(), 0);
}

#[test]
fn two_plans_of_one_name_are_refused_and_a_nameless_one_too() {
    let mut canteen = a_canteen();
    let price = Pricing::PerDay(Price::new(g(1)).unwrap());
    let same = NewPlan {
        name: " Por day ".into(),
        ..plan(price)
    };
    let taken = canteen.store.save_lunch_plan(None, &same, stamp());
    assert!(matches!(taken, Err(Error::Taken(_))), "{taken:?}");
    canteen
        .store
        .save_lunch_plan(Some(canteen.daily), &same, stamp())
        .unwrap();
    let nameless = NewPlan {
        name: " ".into(),
        ..plan(price)
    };
    let nameless = canteen.store.save_lunch_plan(None, &nameless, stamp());
    assert!(matches!(nameless, Err(Error::Own(_))));
}

/// Something that happens in a canteen's month.
#[derive(Debug, Clone)]
enum Step {
    Serve {
        pupil: usize,
        day: i64,
        second: i64,
    },
    ServeAgain {
        lunch: usize,
        day: i64,
    },
    TakeBack {
        lunch: usize,
    },
    End {
        pupil: usize,
        day: i64,
    },
    Subscribe {
        pupil: usize,
        monthly: bool,
    },
    Pay {
        pupil: usize,
        by_account: bool,
        amount: i64,
    },
    Menu {
        day: i64,
        milk: bool,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let (pupil, day) = (0..PUPILS, 0_i64..5);
    prop_oneof![
        6 => (pupil.clone(), day.clone(), 0_i64..5).prop_map(|(pupil, day, second)| Step::Serve { pupil, day, second }),
        1 => (0_usize..8, day.clone()).prop_map(|(lunch, day)| Step::ServeAgain { lunch, day }),
        2 => (0_usize..8).prop_map(|lunch| Step::TakeBack { lunch }),
        1 => (pupil.clone(), day.clone()).prop_map(|(pupil, day)| Step::End { pupil, day }),
        2 => (pupil.clone(), any::<bool>()).prop_map(|(pupil, monthly)| Step::Subscribe { pupil, monthly }),
        2 => (pupil, any::<bool>(), 1_i64..60_000).prop_map(|(pupil, by_account, amount)| Step::Pay { pupil, by_account, amount }),
        1 => (day, any::<bool>()).prop_map(|(day, milk)| Step::Menu { day, milk }),
    ]
}

/// What must be true, told by the answers alone.
#[derive(Default)]
struct Told {
    /// Lunches: by name, of whom, on which day, at which price.
    lunches: Vec<(Wanted, usize, i64, i64)>,
    eaten: BTreeMap<(usize, i64), (ServingId, i64)>,
    paid: [i64; PUPILS],
    balance: [i64; PUPILS],
}

fn play(canteen: &mut Canteen, told: &mut Told, step: &Step) {
    match *step {
        Step::Serve { pupil, day, second } => {
            let wanted = canteen.wanted(pupil);
            let moment = day_after(day).plus_millis(second * 1_000);
            if let Outcome::Served(served) = canteen.serve(&wanted, moment).outcome {
                let id = served.id.0;
                let price = "SELECT price FROM lunch_served WHERE id = ?1";
                let price = canteen
                    .store
                    .db
                    .query_row(price, [id.as_bytes()], |row| row.get(0));
                let price: i64 = price.unwrap();
                let before = told.eaten.insert((pupil, day), (served.id, price));
                assert_eq!(before, None, "two lunches of one day");
                told.lunches.push((wanted, pupil, day, price));
            }
        }
        Step::ServeAgain { lunch, day } => {
            let Some((wanted, _, of, _)) = told.lunches.get(lunch).cloned() else {
                return;
            };
            let attempt = canteen.serve(&wanted, day_after(day));
            let Outcome::Served(served) = attempt.outcome else {
                panic!("the same lunch is the same lunch");
            };
            assert_eq!(served.day, day_after(of).day());
        }
        Step::TakeBack { lunch } => {
            if let Some((wanted, pupil, day, _)) = told.lunches.get(lunch) {
                let back = canteen
                    .store
                    .take_back_lunch(wanted.id, "era otro", at(monday()));
                back.unwrap();
                let place = (*pupil, *day);
                if told
                    .eaten
                    .get(&place)
                    .is_some_and(|(id, _)| *id == wanted.id)
                {
                    told.eaten.remove(&place);
                }
            }
        }
        Step::End { pupil, day } => {
            let bookings = canteen.store.lunch_bookings(monday().day()).unwrap();
            let mut own = bookings
                .iter()
                .filter(|of| of.subscription.student == canteen.pupils[pupil]);
            if let Some(booking) = own.next_back() {
                let (id, last) = (booking.subscription.id, day_after(day).day());
                canteen.store.end_lunch(id, last, None, stamp()).unwrap();
            }
        }
        Step::Subscribe { pupil, monthly } => {
            let plan = if monthly {
                canteen.monthly
            } else {
                canteen.daily
            };
            let subscribed = canteen.subscribe(&[canteen.pupils[pupil]], plan);
            assert!(
                matches!(subscribed, Ok(()) | Err(Error::Lunch(_))),
                "{subscribed:?}"
            );
        }
        Step::Pay {
            pupil,
            by_account,
            amount,
        } => {
            let tender = if by_account { ACCOUNT } else { CASH };
            match canteen.pay(pupil, tender, amount) {
                Ok(_) => {
                    told.paid[pupil] += amount;
                    told.balance[pupil] -= if by_account { amount } else { 0 };
                }
                Err(Error::Account(_)) => assert!(by_account && told.balance[pupil] < amount),
                Err(other) => panic!("{other}"),
            }
        }
        Step::Menu { day, milk } => {
            let dishes = &canteen.dishes[..if milk { 2 } else { 1 }];
            let day = day_after(day).day();
            canteen.store.set_lunch_menu(day, dishes, stamp()).unwrap();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn over_any_history_there_is_one_lunch_a_day_and_accounts_equal_their_facts(
        steps in proptest::collection::vec(step(), 1..40)
    ) {
        let mut canteen = a_canteen();
        canteen.allergic(0, Severity::Severe);
        canteen.allergic(1, Severity::Mild);
        let pupils = canteen.pupils.clone();
        canteen.subscribe(&pupils[..3], canteen.daily).unwrap();
        let mut told = Told { balance: [50_000; PUPILS], ..Told::default() };
        for step in &steps {
            play(&mut canteen, &mut told, step);
        }
        let twice = "SELECT count(*) FROM (SELECT 1 FROM lunch_served s
            WHERE NOT EXISTS (SELECT 1 FROM lunch_taken_back t WHERE t.served = s.seq)
            GROUP BY student, day HAVING count(*) > 1)";
        prop_assert_eq!(canteen.count(twice), 0);
        for pupil in 0..PUPILS {
            let own = told.eaten.iter().filter(|((of, _), _)| *of == pupil);
            let (count, by_day) = own.fold((0, 0), |(n, sum), (_, (_, price))| (n + 1, sum + price));
            let (eaten, owed, paid) = canteen.account(pupil);
            prop_assert_eq!(eaten, count);
            let monthly = owed.amount() - by_day;
            prop_assert!(monthly == 0 || monthly == 380_000, "{}", monthly);
            prop_assert_eq!(paid, g(told.paid[pupil]));
            prop_assert_eq!(canteen.balance(pupil), g(told.balance[pupil]));
        }
        // Milk never reached who is severely allergic to it.
        let milk = canteen.dishes[1].0;
        let harmed = format!("SELECT count(*) FROM lunch_served s JOIN lunch_menu_dish d ON d.menu = s.menu
            WHERE s.student = {} AND d.product = {milk}", canteen.pupils[0].0);
        prop_assert_eq!(canteen.count(&harmed), 0);
        canteen.holds();
    }
}

#[test]
fn a_day_has_a_moment() {
    assert_eq!(day_after(1).local - monday().local, TimeDelta::days(1));
}

#[test]
fn a_payment_leaves_its_slip_opens_the_drawer_and_costs_what_its_tender_does() {
    use crate::domain::commission::{Commission, Payer, TenderIcon, Terms};
    let mut canteen = a_canteen();
    canteen.pay(0, TenderId(2), 18_030).unwrap();
    let jobs = canteen.store.open_jobs().unwrap();
    let titles: Vec<&str> = jobs.iter().map(|job| job.title.as_str()).collect();
    assert_eq!(titles, ["drawer", "almuerzo 1"]);
    let terms = Terms {
        tender: TenderId(3),
        since: monday().day(),
        name: None,
        icon: TenderIcon::CreditCard,
        place: 3,
        needs_reference: false,
        opens_drawer: false,
        refundable: true,
        active: true,
        commission: Commission::new("3.5".parse().unwrap(), g(100), Payer::Customer).unwrap(),
    };
    canteen
        .store
        .set_terms(&[terms], Stamp::by(UserId(1), monday()))
        .unwrap();
    canteen.pay(0, TenderId(3), 100_000).unwrap();
    let on = |account| {
        let account = crate::domain::AccountId(account);
        crate::store::account::balance(&canteen.store.db, account).unwrap()
    };
    // Cash in coins, what was let off beside it; the card owes amount and surcharge, less what it keeps.
    assert_eq!((on(12), on(19)), (g(-18_000), g(-30)));
    assert_eq!((on(13), on(10), on(9)), (g(-103_600), g(3_600), g(0)));
    assert_eq!(on(8), g(118_030));
    assert_eq!(canteen.account(0).2, g(118_030));
    assert_eq!(canteen.store.self_check().unwrap().broken, []);
}

#[test]
fn who_has_left_owes_no_lunch_after_that_day_and_who_is_back_has_their_plan_again() {
    let mut canteen = a_canteen();
    let leaver = canteen.pupils[0];
    canteen.subscribe(&[leaver], canteen.monthly).unwrap();
    let next = Month::of(day_after(40).day());
    let rows = |canteen: &Canteen| canteen.store.lunch_month(next).unwrap().len();
    assert_eq!(rows(&canteen), 1);
    canteen
        .store
        .set_person_active(leaver, false, stamp())
        .unwrap();
    assert_eq!(rows(&canteen), 0);
    let this = canteen
        .store
        .lunch_month(Month::of(monday().day()))
        .unwrap();
    assert_eq!(this.len(), 1, "the month of the leaving is still owed");
    canteen
        .store
        .set_person_active(leaver, true, stamp())
        .unwrap();
    assert_eq!(rows(&canteen), 1);
}

#[test]
fn a_plan_counts_whoever_is_on_its_list_and_nobody_who_left_today() {
    let mut canteen = a_canteen();
    let pupils = canteen.pupils.clone();
    canteen.subscribe(&pupils[..3], canteen.monthly).unwrap();
    canteen.subscribe(&pupils[3..], canteen.daily).unwrap();
    let today = monday().day();
    let counts = |canteen: &Canteen| -> (i64, usize, usize) {
        let plans = canteen.store.lunch_plans(today).unwrap();
        let day = canteen.store.lunch_day(today).unwrap();
        let listed = canteen.store.lunch_bookings(today).unwrap();
        let held = plans.iter().map(|plan| plan.subscribed).sum();
        (held, listed.len(), day.expected())
    };
    assert_eq!(counts(&canteen), (4, 4, 4));
    canteen
        .store
        .set_person_active(pupils[0], false, stamp())
        .unwrap();
    assert_eq!(counts(&canteen), (3, 3, 3));
}

#[test]
fn who_made_a_plan_and_subscribed_whom_is_in_the_audit() {
    let mut canteen = a_canteen();
    let pupil = canteen.pupils[0];
    canteen.subscribe(&[pupil], canteen.monthly).unwrap();
    let booked = canteen.store.lunch_bookings(monday().day()).unwrap();
    let id = booked[0].subscription.id;
    let today = monday().day();
    canteen
        .store
        .end_lunch(id, today, Some("se muda"), stamp())
        .unwrap();
    let mut select = canteen
        .store
        .db
        .prepare(
            "SELECT action || ': ' || subject || ': ' || detail FROM audit
             WHERE user = 1 AND action GLOB '*lunch*' ORDER BY seq",
        )
        .unwrap();
    let noted = select.query_map((), |row| row.get(0)).unwrap();
    let noted: Vec<String> = noted.map(Result::unwrap).collect();
    let of = pupil.0;
    let expected = [
        "lunch_plan: Por day: 22000 day".to_owned(),
        "lunch_plan: Por month: 380000 month".to_owned(),
        format!("pupil_lunch: {of}: Por month"),
        format!("pupil_lunch_ended: {of}: Por month · se muda"),
    ];
    assert_eq!(noted, expected);
}
