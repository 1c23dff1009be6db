//! The products' place in the whole program: what is kept is the checkout's at once.

use super::tests::{Canteen, MOVED};
use super::*;
use crate::app::screen::goods::{Field, FormMessage, Message as Goods};
use crate::domain::Money;
use crate::domain::catalogue::GENERAL;
use crate::domain::user::Role;

fn tell(canteen: &mut Canteen, message: Goods) {
    canteen
        .program
        .play(Message::Goods(goods::Told::Screen(message)));
}

fn price_in_form(canteen: &mut Canteen, product: ProductId, price: &str, since: &str) {
    canteen.program.play(Message::Went(Place::Products));
    tell(canteen, Goods::RowPressed(product));
    for (field, text) in [(Field::Price, price), (Field::Since, since)] {
        tell(canteen, Goods::Form(FormMessage::Typed(field, text.into())));
    }
    tell(canteen, Goods::Form(FormMessage::SavePressed));
}

fn total(canteen: &Canteen) -> Money {
    canteen.program.checkout.cart().totals().total
}

#[test]
fn a_price_that_is_kept_is_the_carts_at_once() {
    let mut canteen = Canteen::new();
    let apple = canteen.program.product("Manzana").unwrap();
    let press = checkout::Message::ProductPressed(apple);
    canteen.program.play(Message::Checkout(press));
    assert_eq!(total(&canteen), Money::guaranies(4_000));
    price_in_form(&mut canteen, apple, "5.500", "");
    assert_eq!(total(&canteen), Money::guaranies(5_500));
}

#[test]
fn a_price_to_come_is_the_checkouts_once_its_day_begins() {
    let mut canteen = Canteen::new();
    let apple = canteen.program.product("Manzana").unwrap();
    price_in_form(&mut canteen, apple, "6.000", "24/11/2026");
    let now = |canteen: &Canteen| {
        let product = canteen.program.catalogue.get(apple).unwrap();
        product.price(GENERAL).map(i64::from)
    };
    assert_eq!(now(&canteen), Some(4_000));
    MOVED.set(14 * 60);
    canteen.program.play(Message::Tick);
    assert_eq!(now(&canteen), Some(6_000));
    MOVED.set(0);
}

#[test]
fn whoever_may_not_is_told_so_and_sees_nothing() {
    let mut canteen = Canteen::with(Role::Cashier);
    canteen.program.play(Message::Went(Place::Products));
    let Screen::Work(work) = &canteen.program.screen else {
        panic!("somebody works");
    };
    assert!(work.place == Place::Checkout && work.goods.is_none());
    assert!(canteen.program.notice.is_some());
}
