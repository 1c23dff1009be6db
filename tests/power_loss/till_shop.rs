//! The till's own store as a shop: what the canteen really sells with.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use cantina::domain::cart::Cart;
use cantina::domain::catalogue::{NewProduct, Price, Product, StockRule, Unit};
use cantina::domain::diet::{Declarations, Policy};
use cantina::domain::receipt::{self, Receipt};
use cantina::domain::sale::{At, Sale};
use cantina::domain::student::NewStudent;
use cantina::domain::tax::Rate;
use cantina::domain::tender::{Offer, TenderKind};
use cantina::domain::user::Role;
use cantina::domain::{CardNumber, CartId, Moment, Money, Quantity, SaleId, TillId, UserId};
use cantina::store::{Error, Stamp, Store, Ticketing};
use chrono::DateTime;
use uuid::Uuid;

use crate::shop::{DATABASE, SaleNumber, Shop};

const CARD: &str = "00414";

/// How many products there are: a sale has one to five of them.
const PRODUCTS: i64 = 5;

/// The store, and what it sells.
pub struct TillShop {
    store: Store,
    products: Vec<Arc<Product>>,
}

impl Shop for TillShop {
    fn open(vfs: &str) -> Result<Self, String> {
        let store = Store::open_on(vfs, Path::new(DATABASE)).map_err(sentence)?;
        let mut shop = Self {
            store,
            products: Vec::new(),
        };
        shop.set_up().map_err(sentence)?;
        Ok(shop)
    }

    fn sell(&mut self, number: SaleNumber) -> Result<(), String> {
        let sale = self.sale(number).map_err(sentence)?;
        let ticketing = Ticketing {
            shop: &receipt::Shop::default(),
            render: &ticket,
            drawer: b"pulse",
        };
        let recorded = self.store.record(&sale, &ticketing);
        let receipt = recorded.map_err(sentence)?.receipt;
        if receipt.sale == id_of(number) && receipt.total == sale.totals().total {
            Ok(())
        } else {
            Err(format!("sale {number} was acknowledged as another"))
        }
    }

    fn check(&mut self) -> Result<BTreeSet<SaleNumber>, String> {
        let check = self.store.self_check().map_err(sentence)?;
        if !check.broken.is_empty() {
            return Err(format!("{:?}", check.broken));
        }
        let sales = self.store.sales_of(noon().day()).map_err(sentence)?;
        for sale in &sales {
            let receipt = self.store.receipt(sale.id).map_err(sentence)?;
            if receipt.number != sale.number {
                return Err(format!("{} has another number on its ticket", sale.id));
            }
        }
        Ok(sales.iter().map(|sale| number_of(sale.id)).collect())
    }
}

impl TillShop {
    /// Each part is one transaction: whatever a power loss left out is made up for.
    fn set_up(&mut self) -> Result<(), Error> {
        if self.store.users()?.is_empty() {
            self.store.add_user("María G.", Role::Cashier, "none")?;
        }
        if self.store.catalogue()?.products().is_empty() {
            let products: Vec<_> = (1..=PRODUCTS).map(product).collect();
            self.store.import_products(&products, Stamp::at(noon()))?;
        }
        if self.store.roll()?.is_empty() {
            self.store.import_students(&[pupil()], Stamp::at(noon()))?;
        }
        self.products = self.store.catalogue()?.products().to_vec();
        Ok(())
    }

    /// One to five lines, part by card and part in cash; the same for the same number.
    fn sale(&self, number: SaleNumber) -> Result<Sale, Error> {
        let card = CardNumber::parse(CARD).expect("five digits are a card number");
        let buyer = self.store.customer_by_card(&card, noon().day())?;
        let mut cart = Cart::new(CartId(id_of(number).0));
        cart.identify(Some(buyer));
        for product in &self.products[..=number as usize % self.products.len()] {
            cart.add(product, Quantity::ONE)
                .expect("it may be sold without end");
        }
        let checked = cart
            .check(&Policy::standard(), noon().day())
            .expect("the pupil has no restriction");
        let tenders = self.store.tenders()?;
        let offer = |kind, amount| Offer {
            tender: tenders
                .iter()
                .find(|tender| tender.kind == kind)
                .expect("every till has it")
                .clone(),
            amount: Money::guaranies(amount),
            reference: None,
        };
        let offers = [
            offer(TenderKind::Account, 1_000),
            offer(TenderKind::Cash, 100_000),
        ];
        let at = At {
            till: TillId(1),
            user: UserId(1),
            moment: noon(),
        };
        Ok(checked
            .pay(id_of(number), &offers, at)
            .expect("it is more than is due"))
    }
}

fn noon() -> Moment {
    let noon = DateTime::parse_from_rfc3339("2026-11-23T12:00:00-03:00");
    Moment::new(noon.expect("it is a time"))
}

fn product(number: i64) -> NewProduct {
    NewProduct {
        name: format!("Producto {number}"),
        category: "Todo".to_owned(),
        codes: Vec::new(),
        price: Price::try_from(2_000 * number).expect("it is a price"),
        staff_price: None,
        cost: None,
        rate: Rate::Ten,
        unit: Unit::Each,
        stock: Some(Quantity::pieces(10)),
        stock_rule: StockRule::Allow,
        stock_minimum: Quantity::ZERO,
        favourite: false,
        ingredients: None,
        statement: None,
        declarations: Declarations::none(),
    }
}

fn pupil() -> NewStudent {
    NewStudent {
        name: "Sofía Benítez".to_owned(),
        grade: "5.º grado B".to_owned(),
        card: CardNumber::parse(CARD).ok(),
        guardian: None,
        price_list: None,
        balance: Money::guaranies(1_000_000),
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    }
}

fn ticket(receipt: &Receipt) -> Vec<u8> {
    format!("{}\n", receipt.number).repeat(200).into_bytes()
}

fn id_of(number: SaleNumber) -> SaleId {
    SaleId(Uuid::from_u128(u128::from(number)))
}

fn number_of(id: SaleId) -> SaleNumber {
    SaleNumber::try_from(id.0.as_u128()).unwrap_or(SaleNumber::MAX)
}

#[allow(clippy::needless_pass_by_value)] // as `map_err` gives it
fn sentence(error: Error) -> String {
    error.to_string()
}
