//! Puts the demo canteen into a store that is empty.

use super::drawer::Drawer;
use super::years::{Week, Years};
use super::{Canteen, Event, kitchen, lunch};
use crate::domain::catalogue::{Category, GENERAL, NewProduct, STAFF};
use crate::domain::receipt;
use crate::domain::student::{Card, Guardian, NewGuardian, NewStudent, Student};
use crate::domain::{CategoryId, Money};
use crate::store::{Error, Past, Stamp, Store, pin};

/// Writes the canteen and its past; says after each part how far it is, in per cent.
///
/// # Errors
/// What the store says; a part that was begun is not half written.
pub fn fill(
    store: &mut Store,
    canteen: &Canteen,
    progress: &mut dyn FnMut(u8),
) -> Result<(), Error> {
    fill_long(store, canteen, 0, progress)
}

/// The same, with `old_sales` sales of the three years before.
///
/// # Errors
/// As [`fill`].
pub fn fill_long(
    store: &mut Store,
    canteen: &Canteen,
    old_sales: u32,
    progress: &mut dyn FnMut(u8),
) -> Result<(), Error> {
    furnish(store, canteen)?;
    progress(5);
    if old_sales > 0 {
        store.in_bulk(|store| {
            let mut weeks = Years::new(canteen, old_sales);
            weeks.try_for_each(|week| store.past(&shop(canteen), |past| write_week(past, &week)))
        })?;
    }
    progress(10);
    // Before the first shift: what was paid in those months belongs to none.
    lunch::play(store, canteen)?;
    play(store, canteen, progress)?;
    progress(100);
    Ok(())
}

/// Who works and buys here, and what is sold.
pub(super) fn furnish(store: &mut Store, canteen: &Canteen) -> Result<(), Error> {
    for login in &canteen.logins {
        store.add_user(&login.user.name, login.user.role, &pin::hash(&login.pin)?)?;
    }
    let products: Vec<NewProduct> = canteen
        .shelf
        .iter()
        .map(|shelved| product(canteen, shelved))
        .collect();
    let declared = Stamp::at(canteen.declared_at());
    store.import_products(&products, declared)?;
    let students: Vec<NewStudent> = canteen
        .students
        .iter()
        .zip(&canteen.opening)
        .map(|(pupil, balance)| student(canteen, pupil, *balance))
        .collect();
    kitchen::stock(store, declared)?;
    store.import_students(&students, declared)?;
    for card in &canteen.cards {
        store.issue_card(card)?;
    }
    Ok(())
}

fn write_week(past: &Past<'_>, week: &Week) -> Result<(), Error> {
    for goods in &week.deliveries {
        past.delivery(goods.product, goods.quantity, goods.at)?;
    }
    for paid in &week.top_ups {
        past.top_up(paid.student, paid.tender, paid.amount, paid.at)?;
    }
    past.old_sales(&week.sales)
}

/// The school days before today, through the rules that hold today.
fn play(store: &mut Store, canteen: &Canteen, progress: &mut dyn FnMut(u8)) -> Result<(), Error> {
    store.past(&shop(canteen), |past| {
        let mut drawer = Drawer::new(canteen);
        for (n, event) in canteen.history().enumerate() {
            drawer.comes_to(event.moment(), past)?;
            match event {
                Event::Delivery(goods) => past.delivery(goods.product, goods.quantity, goods.at)?,
                Event::TopUp(paid) => {
                    past.top_up(paid.student, paid.tender, paid.amount, paid.at)?;
                }
                Event::Sale(sale) => past.sale(&sale)?,
                Event::Void(void) => past.void(&void)?,
            }
            if n % 1_000 == 0 {
                progress(u8::try_from(10 + n * 5 / 1_000).unwrap_or(99).min(99));
            }
        }
        drawer.close(past)
    })
}

/// The demo's shop as tickets show it.
#[must_use]
pub fn shop(canteen: &Canteen) -> receipt::Shop {
    receipt::Shop {
        name: canteen.shop.name.clone(),
        ruc: Some(canteen.shop.ruc),
        address: canteen.shop.address.clone(),
        phone: String::new(),
        footer: canteen.shop.footer.clone(),
    }
}

fn product(canteen: &Canteen, shelved: &super::Shelved) -> NewProduct {
    let product = &shelved.product;
    let price = |list| product.prices.get(&list).copied();
    NewProduct {
        name: product.name.clone(),
        category: category(&canteen.categories, product.category),
        codes: product.codes.clone(),
        price: price(GENERAL)
            .expect("every product of the demo has a general price: shelf.rs reads it first"),
        staff_price: price(STAFF),
        cost: Some(shelved.cost),
        rate: product.rate,
        unit: product.unit,
        stock: Some(product.stock),
        stock_rule: product.stock_rule,
        stock_minimum: product.stock_minimum,
        favourite: product.favourite,
        ingredients: product.ingredients.clone(),
        statement: shelved.statement.clone(),
        declarations: shelved.declarations.clone(),
    }
}

fn category(categories: &[Category], id: CategoryId) -> String {
    let found = categories.iter().find(|category| category.id == id);
    found
        .map(|category| category.name.clone())
        .unwrap_or_default()
}

fn student(canteen: &Canteen, pupil: &Student, balance: Money) -> NewStudent {
    let card = canteen
        .cards
        .iter()
        .find(|card: &&Card| card.student == pupil.id);
    NewStudent {
        name: pupil.name.clone(),
        grade: pupil.grade.clone(),
        card: card.map(|card| card.number.clone()),
        guardian: pupil.guardian.as_ref().map(guardian),
        price_list: Some(pupil.price_list),
        balance,
        daily_limit: pupil.daily_limit,
        credit_limit: Some(pupil.credit_limit),
        restrictions: pupil.restrictions.clone(),
        wishes: pupil.wishes.clone(),
    }
}

fn guardian(guardian: &Guardian) -> NewGuardian {
    NewGuardian {
        name: guardian.name.clone(),
        phone: guardian.phone.clone(),
        document: guardian.document.clone(),
    }
}
