//! The demo's lunches: two plans, who is subscribed, what there is each school day and who has eaten.

use chrono::NaiveDate;

use super::dice::{Dice, Stream};
use super::{Canteen, PUPILS, SCHOOL_DAYS, SOFIA, books, calendar};
use crate::domain::catalogue::Price;
use crate::domain::code::Code;
use crate::domain::diet::Policy;
use crate::domain::lunch::verdict::conflicts;
use crate::domain::lunch::{Dish, Menu, Month, NewPlan, PlanId, Pricing, SubscriptionId, Weekdays};
use crate::domain::sale::At;
use crate::domain::student::Student;
use crate::domain::tender::TenderKind;
use crate::domain::user::Role;
use crate::domain::{BusinessDay, Money, MovementId, StudentId};
use crate::store::lunch::{Payment, Wish};
use crate::store::{Error, Past, Stamp, Store};

/// What there is, one week after the other, by the products' codes.
const MENUS: [[&str; 3]; 10] = [
    ["501", "513", "309"],
    ["503", "513", "314"],
    ["505", "516", "602"],
    ["506", "513", "603"],
    ["507", "516", "601"],
    ["502", "513", "606"],
    ["508", "513", "603"],
    ["509", "516", "314"],
    ["504", "516", "607"],
    ["510", "513", "308"],
];
/// One pupil in so many has lunch here.
const EVERY: usize = 3;
/// The price of a month, and that of a day.
const MONTH_GS: i64 = 380_000;
const DAY_GS: i64 = 22_000;
/// School days ahead of today of which the menu is known.
const AHEAD: usize = 5;
/// The first lunch of a day, in milliseconds of the day, and how long the counter is open.
const OPENS_MS: u32 = 11 * 3_600_000 + 30 * 60_000;
const OPEN_S: u32 = 75 * 60;
/// The last school days of which lunches are on file: those of this month and the one before.
const EATEN_DAYS: usize = 42;

/// A pupil who has lunch here.
struct Guest<'a> {
    pupil: &'a Student,
    subscription: SubscriptionId,
    price: Money,
    /// Whether the month is paid at its beginning.
    pays: bool,
}

/// Writes plans, subscriptions and menus, and what was eaten and paid before today.
pub(super) fn play(store: &mut Store, canteen: &Canteen) -> Result<(), Error> {
    let days = calendar::school_days_before(canteen.today, SCHOOL_DAYS);
    let menus = menus(store)?;
    store.past(&super::shop(canteen), |past| {
        let guests = subscribe(past, canteen, &days)?;
        announce(past, canteen, &days, &menus)?;
        let eaten = days.iter().enumerate();
        for (n, day) in eaten.skip(SCHOOL_DAYS - EATEN_DAYS) {
            if let Some((menu, _)) = menus.get(n % menus.len()) {
                lunch(past, canteen, &guests, *day, menu)?;
            }
        }
        pay(past, canteen, &guests)
    })
}

type Codes = Vec<crate::domain::ProductId>;

/// Each menu as it is known now, and the products on it.
fn menus(store: &Store) -> Result<Vec<(Menu, Codes)>, Error> {
    let catalogue = store.catalogue()?;
    let mut menus = Vec::new();
    for codes in MENUS {
        let mut dishes = Vec::new();
        for code in codes {
            if let Some(product) = catalogue.by_code(&Code::parse(code)?) {
                dishes.push(Dish {
                    product: product.id,
                    name: product.name.clone(),
                    known: product.known.clone(),
                });
            }
        }
        let products = dishes.iter().map(|dish| dish.product).collect();
        menus.push((Menu { dishes }, products));
    }
    Ok(menus)
}

fn plan(name: &str, pricing: Pricing, today: BusinessDay) -> NewPlan {
    let school_year = (0..200).filter_map(|n| today.0.checked_add_days(chrono::Days::new(n)));
    let closed = |day: &NaiveDate| {
        Weekdays::SCHOOL.hold_on(BusinessDay(*day)) && !calendar::is_school_day(*day)
    };
    NewPlan {
        name: name.to_owned(),
        pricing,
        weekdays: Weekdays::SCHOOL,
        days_off: school_year.filter(closed).map(BusinessDay).collect(),
        active: true,
    }
}

fn price(guaranies: i64) -> Price {
    Price::new(Money::guaranies(guaranies)).expect("the demo's prices are prices")
}

fn subscribe<'a>(
    past: &Past<'_>,
    canteen: &'a Canteen,
    days: &[NaiveDate],
) -> Result<Vec<Guest<'a>>, Error> {
    let stamp = Stamp::at(canteen.declared_at());
    let first = days.first().copied().unwrap_or(canteen.today.0);
    let first = BusinessDay(first).first_of_month();
    let words = super::words::School::read().lunch;
    let monthly = Pricing::PerMonth(price(MONTH_GS));
    let daily = Pricing::PerDay(price(DAY_GS));
    let by_month = past.lunch_plan(&plan(&words.monthly, monthly, canteen.today), stamp)?;
    let by_day = past.lunch_plan(&plan(&words.daily, daily, canteen.today), stamp)?;
    let mut guests = Vec::new();
    let pupils = canteen.students.iter().take(PUPILS).enumerate();
    for (place, pupil) in pupils.filter(|(place, _)| place % EVERY == SOFIA % EVERY) {
        let is_daily = place % 4 == 0;
        let plan: PlanId = if is_daily { by_day } else { by_month };
        let wish = Wish {
            plan,
            first,
            last: None,
            weekdays: match place % 7 {
                0 => Weekdays::parse("135").expect("they are days of the week"),
                _ => Weekdays::SCHOOL,
            },
        };
        let subscription = past.lunch_subscription(pupil.id, &wish, stamp)?;
        let pricing = if is_daily { daily } else { monthly };
        guests.push(Guest {
            pupil,
            subscription,
            price: pricing.of_a_lunch(),
            pays: !is_daily && place % 5 != 1,
        });
    }
    Ok(guests)
}

/// The menus of the days before today, of today and of some to come.
fn announce(
    past: &Past<'_>,
    canteen: &Canteen,
    days: &[NaiveDate],
    menus: &[(Menu, Codes)],
) -> Result<(), Error> {
    let stamp = Stamp::at(canteen.declared_at());
    let ahead = std::iter::successors(Some(canteen.today.0), NaiveDate::succ_opt);
    let ahead = ahead
        .filter(|day| calendar::is_school_day(*day))
        .take(AHEAD);
    let all = days.iter().copied().chain(ahead);
    for (day, (_, products)) in all.zip(menus.iter().cycle()) {
        past.lunch_menu(BusinessDay(day), products, stamp)?;
    }
    Ok(())
}

/// Most eat; who is allergic to something of the menu does not, and some are ill.
fn lunch(
    past: &Past<'_>,
    canteen: &Canteen,
    guests: &[Guest<'_>],
    day: NaiveDate,
    menu: &Menu,
) -> Result<(), Error> {
    let policy = Policy::standard();
    let cashier = canteen.user(Role::Cashier).map(|user| user.id);
    let cashier = cashier.ok_or_else(|| Error::NotFound("cashier".to_owned()))?;
    let number = BusinessDay(day).number();
    let mut dice = Dice::new(canteen.seed, Stream::Lunch, number);
    let mut second = 0;
    for (place, guest) in guests.iter().enumerate() {
        let ill = dice.between(1, 100) <= 7;
        let off = place % 7 == 3 && BusinessDay(day).number() % 2 == 0;
        let stands = !conflicts(menu, guest.pupil.needs(), &policy, BusinessDay(day)).is_empty();
        second += dice.between(20, 60);
        if ill || off || stands || !subscribed_on(canteen, guest.pupil.id, day) {
            continue;
        }
        let at = At {
            till: canteen.till,
            user: cashier,
            moment: books::moment(day, OPENS_MS + (second % OPEN_S) * 1_000),
        };
        past.lunch(guest.pupil.id, guest.subscription, guest.price, at)?;
    }
    Ok(())
}

/// Some only come on three days of the week.
fn subscribed_on(canteen: &Canteen, pupil: StudentId, day: NaiveDate) -> bool {
    let place = canteen.students.iter().position(|of| of.id == pupil);
    let three = place.is_some_and(|place| place % 7 == 0);
    let days = Weekdays::parse("135").unwrap_or(Weekdays::SCHOOL);
    !three || days.hold_on(BusinessDay(day))
}

/// The month before this one is paid by most, and this one by some.
fn pay(past: &Past<'_>, canteen: &Canteen, guests: &[Guest<'_>]) -> Result<(), Error> {
    let (Some(clerk), Some(cash)) = (
        canteen.user(Role::Cashier),
        canteen.tender(TenderKind::Cash),
    ) else {
        return Ok(());
    };
    let this = Month::of(canteen.today);
    let on = calendar::school_days_before(canteen.today, 1);
    for (n, guest) in guests.iter().filter(|guest| guest.pays).enumerate() {
        let months = [Some(this.previous()), (n % 2 == 0).then_some(this)];
        for month in months.into_iter().flatten() {
            let id = MovementId(uuid::Uuid::now_v7());
            let amount = Money::guaranies(MONTH_GS);
            let Ok(payment) = Payment::new(id, guest.pupil.id, month, amount, cash, None) else {
                continue;
            };
            let day = on.first().copied().unwrap_or(canteen.today.0);
            let at = At {
                till: canteen.till,
                user: clerk.id,
                moment: books::moment(day, OPENS_MS),
            };
            past.lunch_payment(&payment, at)?;
        }
    }
    Ok(())
}
