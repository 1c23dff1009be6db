//! Stock with its documents on a real file, alone and in any history with sales, voids and refunds.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::DateTime;
use tempfile::TempDir;
use uuid::Uuid;

use super::*;
use crate::domain::cart::Cart;
use crate::domain::catalogue::{NewProduct, Price, StockRule};
use crate::domain::diet::{Declarations, Policy};
use crate::domain::metrics::{Span, monthly};
use crate::domain::receipt::{Receipt, Shop};
use crate::domain::refund::{Goods, Refund, Wanted};
use crate::domain::ruc::Ruc;
use crate::domain::sale::{Sale, Void};
use crate::domain::stock::{
    CostOf, Loss, LossKind, LossReason, NotCounted, Purchase, PurchaseDraft, PurchaseLine, Refused,
    StockId, Whose,
};
use crate::domain::tax::Rate;
use crate::domain::tender::{Offer, TenderKind};
use crate::domain::user::{Approval, Approved, OwnRights, Right, Role, User};
use crate::domain::{CartId, Moment, SaleId, TillId, UserId};
use crate::store::{Stamp, Store, Ticketing};

const GUM: ProductId = ProductId(1);
const JUICE: ProductId = ProductId(2);
const CHEESE: ProductId = ProductId(3);
const ALL: [ProductId; 3] = [GUM, JUICE, CHEESE];
const DAY: i64 = 86_400_000;

fn g(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn pieces(count: i32) -> Quantity {
    Quantity::pieces(count)
}

fn new_id() -> StockId {
    StockId(Uuid::now_v7())
}

fn rosa() -> User {
    User {
        id: UserId(1),
        name: "Rosa".into(),
        role: Role::Manager,
        active: true,
        own: OwnRights::none(),
    }
}

fn approved() -> Approved {
    Approved {
        by: UserId(1),
        reason: "se contó mal".into(),
    }
}

struct Canteen {
    store: Store,
    now: Moment,
    sales: Vec<SaleId>,
    _dir: TempDir,
}

fn product(name: &str, price: i64, unit: Unit, cost: Option<i64>, category: &str) -> NewProduct {
    NewProduct {
        name: name.to_owned(),
        category: category.into(),
        codes: Vec::new(),
        price: Price::new(g(price)).unwrap(),
        staff_price: None,
        cost: cost.map(g),
        rate: Rate::Ten,
        unit,
        stock: None,
        stock_rule: StockRule::Allow,
        stock_minimum: pieces(5),
        favourite: false,
        ingredients: None,
        statement: None,
        declarations: Declarations::none(),
    }
}

fn canteen() -> Canteen {
    let dir = tempfile::tempdir().unwrap();
    let mut store = Store::open(&dir.path().join("cantina.db")).unwrap();
    store.add_user("Rosa", Role::Manager, "none").unwrap();
    let goods = [
        product("Chicle", 1_000, Unit::Each, Some(400), "Golosinas"),
        product("Jugo", 7_000, Unit::Each, None, "Bebidas"),
        product("Queso", 60_000, Unit::Kilogram, Some(45_000), "Fiambres"),
    ];
    let now = Moment::new(DateTime::parse_from_rfc3339("2026-11-23T07:00:00-03:00").unwrap());
    store.import_products(&goods, Stamp::at(now)).unwrap();
    Canteen {
        store,
        now,
        sales: Vec::new(),
        _dir: dir,
    }
}

fn ticketing(shop: &Shop) -> Ticketing<'_> {
    Ticketing {
        shop,
        render: &|_: &Receipt| Vec::new(),
        drawer: &[],
    }
}

fn named(name: &str, ruc: Option<&str>) -> Whose {
    Whose::Named {
        name: name.to_owned(),
        ruc: ruc.map(|ruc| Ruc::parse(ruc).unwrap()),
    }
}

fn bought(whose: Whose, document: &str, lines: &[(ProductId, Quantity, i64)]) -> Purchase {
    let lines = lines.iter().map(|(product, quantity, cost)| {
        let unit = if *product == CHEESE {
            Unit::Kilogram
        } else {
            Unit::Each
        };
        PurchaseLine::new(*product, unit, *quantity, CostOf::Total(g(*cost))).unwrap()
    });
    let lines: Vec<PurchaseLine> = lines.collect();
    let total = lines.iter().map(PurchaseLine::cost).sum();
    Purchase::new(new_id(), whose, document, total, lines, false).unwrap()
}

fn lost(product: ProductId, quantity: Quantity, kind: LossKind, reason: LossReason) -> Loss {
    let unit = if product == CHEESE {
        Unit::Kilogram
    } else {
        Unit::Each
    };
    Loss::new(new_id(), (product, unit), quantity, (kind, reason), "").unwrap()
}

impl Canteen {
    fn at(&self) -> At {
        At {
            till: TillId(1),
            user: UserId(1),
            moment: self.now,
        }
    }

    fn later(&mut self, millis: i64) {
        self.now = self.now.plus_millis(millis);
    }

    fn sell(&mut self, product: ProductId, quantity: Quantity) -> SaleId {
        let mut cart = Cart::new(CartId(Uuid::now_v7()));
        let product = Arc::new(self.store.product(product).unwrap());
        cart.add(&product, quantity).unwrap();
        let checked = cart.check(&Policy::standard(), self.now.day()).unwrap();
        let tenders = self.store.tenders_on(self.now.day()).unwrap();
        let cash = tenders.into_iter().find(|of| of.kind == TenderKind::Cash);
        let offer = Offer {
            tender: cash.unwrap(),
            amount: checked.totals().total,
            reference: None,
        };
        let sale: Sale = checked
            .pay(SaleId(Uuid::now_v7()), &[offer], self.at())
            .unwrap();
        self.store
            .record(&sale, &ticketing(&Shop::default()))
            .unwrap();
        self.sales.push(sale.id());
        sale.id()
    }

    fn receive(&mut self, purchase: &Purchase) -> Result<Received, Error> {
        let at = self.at();
        self.store.receive(purchase, at)
    }

    fn stock(&self, product: ProductId) -> Quantity {
        shelf(&self.store.db, product).map_or(Quantity::ZERO, |of| Quantity::thousandths(of.stock))
    }

    fn begin(&mut self, category: Option<i64>) -> StockId {
        let (id, at) = (new_id(), self.at());
        let category = category.map(CategoryId);
        self.store.begin_count(id, category, true, at).unwrap();
        id
    }

    fn count(&mut self, product: ProductId, found: Quantity) {
        let now = self.now.at;
        self.store
            .count_product(product, found, false, now)
            .unwrap();
    }

    fn posting(&self, id: StockId, not_counted: NotCounted) -> Posting {
        Posting {
            id,
            not_counted,
            reason: "recuento del lunes".into(),
            approved: Some(approved()),
            shown: self
                .store
                .count_draft()
                .unwrap()
                .map_or_else(Vec::new, |of| of.lines),
            rest: self.store.not_counted().unwrap_or_default(),
        }
    }

    fn post(&mut self, posting: &Posting) -> Result<Posted, Error> {
        let at = self.at();
        self.store.post_count(posting, at)
    }

    fn holds(&self) {
        let check = self.store.self_check().unwrap();
        assert_eq!((check.broken, check.altered), (vec![], vec![]));
    }
}

#[test]
fn a_purchase_fills_the_shelf_says_what_it_costs_now_and_keeps_what_it_cost_before() {
    let mut canteen = canteen();
    let typed = PurchaseDraft {
        supplier: "Arcor".into(),
        ..PurchaseDraft::default()
    };
    canteen.store.keep_purchase(&typed, canteen.now.at).unwrap();
    assert_eq!(canteen.store.purchase_draft().unwrap(), typed);
    let lines = [
        (GUM, pieces(100), 50_000),
        (CHEESE, Quantity::thousandths(2_500), 112_500),
    ];
    let purchase = bought(
        named("Arcor SA", Some("80009735-1")),
        "001-001-0004567",
        &lines,
    );
    let received = canteen.receive(&purchase).unwrap();
    assert_eq!(received.costs, [(GUM, Some(g(400)), g(500))]);
    assert_eq!(received.cost, g(162_500));
    assert_eq!(canteen.stock(GUM), pieces(100));
    assert_eq!(canteen.stock(CHEESE), Quantity::thousandths(2_500));
    assert_eq!(
        canteen.store.purchase_draft().unwrap(),
        PurchaseDraft::default()
    );
    let costs = "SELECT group_concat(cost, ' ' ORDER BY seq) FROM product_cost WHERE product = 1";
    let costs: String = canteen
        .store
        .db
        .query_row(costs, (), |row| row.get(0))
        .unwrap();
    assert_eq!(costs, "400 500");
    let again = canteen.receive(&purchase).unwrap();
    assert_eq!(again.supplier, received.supplier);
    assert_eq!(
        canteen.stock(GUM),
        pieces(100),
        "the same press twice is one purchase"
    );
    canteen.holds();
}

#[test]
fn a_list_without_costs_leaves_what_a_purchase_said() {
    let mut canteen = canteen();
    let purchase = bought(named("Arcor", None), "1", &[(GUM, pieces(100), 50_000)]);
    canteen.receive(&purchase).unwrap();
    let list = [product("Chicle", 1_100, Unit::Each, None, "Golosinas")];
    let stamp = Stamp::at(canteen.now);
    canteen.store.import_products(&list, stamp).unwrap();
    assert_eq!(shelf(&canteen.store.db, GUM).unwrap().cost, Some(g(500)));
    canteen.holds();
}

#[test]
fn the_same_document_of_the_same_supplier_comes_in_once_however_it_is_written() {
    let mut canteen = canteen();
    let of = |whose, document: &str| bought(whose, document, &[(GUM, pieces(10), 4_000)]);
    canteen
        .receive(&of(
            named("Arcor SA", Some("80009735-1")),
            "001-001-0004567",
        ))
        .unwrap();
    for (whose, document) in [
        (named("arcor sa", None), "1-1-4567"),
        (named("ARCOR SA", Some("80009735-1")), "001 001 0004567"),
    ] {
        let refused = canteen.receive(&of(whose, document)).unwrap_err();
        assert!(
            matches!(refused, Error::Stock(Refused::SameDocument { .. })),
            "{refused:?}"
        );
    }
    canteen
        .receive(&of(named("Trébol", None), "001-001-0004567"))
        .unwrap();
    let taken = canteen
        .receive(&of(named("Otro", Some("80009735-1")), "9"))
        .unwrap_err();
    assert!(matches!(taken, Error::Stock(Refused::OtherSupplier(name)) if name == "Arcor SA"));
    let other = canteen
        .receive(&of(named("Arcor SA", Some("80028061-0")), "9"))
        .unwrap_err();
    assert!(matches!(other, Error::Stock(Refused::OtherSupplier(_))));
    assert_eq!(canteen.stock(GUM), pieces(20));
    canteen
        .receive(&of(named("Trebol", Some("80028061-0")), "10"))
        .unwrap();
    let suppliers = canteen.store.reader().unwrap().suppliers().unwrap();
    let said: Vec<_> = suppliers
        .iter()
        .map(|of| (of.name.as_str(), of.ruc.is_some()))
        .collect();
    assert_eq!(said, [("Arcor SA", true), ("Trébol", true)]);
    canteen.holds();
}

#[test]
fn what_is_sold_while_somebody_counts_takes_nothing_from_the_difference() {
    let mut canteen = canteen();
    canteen
        .receive(&bought(
            named("Arcor", None),
            "1",
            &[(GUM, pieces(10), 4_000), (JUICE, pieces(6), 30_000)],
        ))
        .unwrap();
    let id = canteen.begin(None);
    canteen.count(GUM, pieces(9));
    canteen.later(60_000);
    canteen.sell(GUM, pieces(4));
    canteen.sell(JUICE, pieces(2));
    canteen.later(60_000);
    canteen.count(JUICE, pieces(4));
    canteen.sell(JUICE, pieces(1));
    let posted = canteen
        .post(&canteen.posting(id, NotCounted::Leave))
        .unwrap();
    assert_eq!(
        (posted.counted.products, posted.counted.differences),
        (2, 1)
    );
    assert_eq!(posted.counted.missing, g(400));
    assert_eq!(
        (canteen.stock(GUM), canteen.stock(JUICE)),
        (pieces(5), pieces(3))
    );
    let again = canteen.posting(id, NotCounted::Leave);
    assert_eq!(
        canteen.post(&again).unwrap(),
        posted,
        "the same press twice is one count"
    );
    assert_eq!(canteen.stock(GUM), pieces(5));
    canteen.holds();
}

#[test]
fn each_scan_adds_one_and_takes_what_is_expected_anew() {
    let mut canteen = canteen();
    canteen
        .receive(&bought(
            named("Arcor", None),
            "1",
            &[(GUM, pieces(3), 1_200)],
        ))
        .unwrap();
    canteen.begin(None);
    for _ in 0..3 {
        let now = canteen.now.at;
        canteen
            .store
            .count_product(GUM, Quantity::ONE, true, now)
            .unwrap();
    }
    canteen.sell(GUM, Quantity::ONE);
    let now = canteen.now.at;
    let open = canteen
        .store
        .count_product(GUM, pieces(2), false, now)
        .unwrap();
    assert_eq!(
        (open.lines[0].counted, open.lines[0].expected),
        (pieces(2), pieces(2))
    );
    let half = canteen
        .store
        .count_product(GUM, Quantity::thousandths(500), false, now);
    assert!(matches!(half, Err(Error::Stock(Refused::BadQuantity))));
}

#[test]
fn a_count_is_posted_with_reason_and_approval_as_it_was_shown_or_not_at_all() {
    let mut canteen = canteen();
    canteen
        .receive(&bought(
            named("Arcor", None),
            "1",
            &[(GUM, pieces(10), 4_000)],
        ))
        .unwrap();
    let id = canteen.begin(None);
    let none = canteen.post(&canteen.posting(id, NotCounted::Leave));
    assert!(matches!(none, Err(Error::Stock(Refused::NothingCounted))));
    canteen.count(GUM, pieces(8));
    let good = canteen.posting(id, NotCounted::Leave);
    let refused = |canteen: &mut Canteen, posting: &Posting| match canteen.post(posting) {
        Err(Error::Stock(why)) => why,
        other => panic!("it was posted: {other:?}"),
    };
    let no_reason = Posting {
        reason: " ".into(),
        ..good.clone()
    };
    assert_eq!(refused(&mut canteen, &no_reason), Refused::NoReason);
    let not_approved = Posting {
        approved: None,
        ..good.clone()
    };
    assert_eq!(refused(&mut canteen, &not_approved), Refused::NotApproved);
    canteen.later(1_000);
    canteen.count(GUM, pieces(7));
    assert_eq!(refused(&mut canteen, &good), Refused::Changed);
    assert_eq!(canteen.stock(GUM), pieces(10));
    let at = canteen.at();
    let other = canteen.store.begin_count(new_id(), None, false, at);
    assert!(matches!(other, Err(Error::Stock(Refused::CountOpen))));
    canteen.store.drop_count().unwrap();
    assert_eq!(canteen.store.count_draft().unwrap(), None);
    canteen.holds();
}

#[test]
fn a_count_that_finds_what_is_expected_needs_neither_reason_nor_approval() {
    let mut canteen = canteen();
    canteen
        .receive(&bought(
            named("Arcor", None),
            "1",
            &[(GUM, pieces(10), 4_000)],
        ))
        .unwrap();
    let id = canteen.begin(None);
    canteen.count(GUM, pieces(10));
    let plain = Posting {
        reason: String::new(),
        approved: None,
        ..canteen.posting(id, NotCounted::Leave)
    };
    assert_eq!(canteen.post(&plain).unwrap().counted.differences, 0);
    canteen.holds();
}

#[test]
fn what_nobody_counted_stays_or_is_none_within_the_category_alone() {
    let mut canteen = canteen();
    let lines = [(GUM, pieces(10), 4_000), (JUICE, pieces(5), 25_000)];
    canteen
        .receive(&bought(named("Arcor", None), "1", &lines))
        .unwrap();
    let drinks = 2;
    let id = canteen.begin(Some(drinks));
    let now = canteen.now.at;
    let gum = canteen.store.count_product(GUM, pieces(1), false, now);
    assert!(matches!(gum, Err(Error::Stock(Refused::NotInCount))));
    assert_eq!(canteen.store.not_counted().unwrap(), [(JUICE, pieces(5))]);
    let posted = canteen
        .post(&canteen.posting(id, NotCounted::Zero))
        .unwrap();
    assert_eq!(posted.counted.missing, g(25_000));
    assert_eq!(
        (canteen.stock(GUM), canteen.stock(JUICE)),
        (pieces(10), Quantity::ZERO)
    );
    canteen.holds();
}

#[test]
fn what_came_after_the_rest_was_shown_is_not_said_to_be_gone() {
    let mut canteen = canteen();
    let gloria =
        |number, lines: &[(ProductId, Quantity, i64)]| bought(named("Gloria", None), number, lines);
    let lines = [(GUM, pieces(10), 4_000), (JUICE, pieces(5), 25_000)];
    canteen.receive(&gloria("1", &lines)).unwrap();
    let id = canteen.begin(None);
    canteen.count(GUM, pieces(10));
    let posting = canteen.posting(id, NotCounted::Zero);
    canteen
        .receive(&gloria("2", &[(JUICE, pieces(7), 35_000)]))
        .unwrap();
    let refused = canteen.post(&posting);
    assert!(
        matches!(refused, Err(Error::Stock(Refused::Changed))),
        "{refused:?}"
    );
    assert_eq!(canteen.stock(JUICE), pieces(12), "nothing was written off");
    canteen
        .post(&canteen.posting(id, NotCounted::Zero))
        .unwrap();
    assert_eq!(canteen.stock(JUICE), Quantity::ZERO);
    canteen.holds();
}

#[test]
fn spoiled_and_used_goods_are_in_the_dashboards_shrinkage_at_cost() {
    let mut canteen = canteen();
    canteen
        .receive(&bought(
            named("Arcor", None),
            "1",
            &[(GUM, pieces(10), 4_000)],
        ))
        .unwrap();
    let at = canteen.at();
    let loss = lost(GUM, pieces(2), LossKind::Spoiled, LossReason::Expired);
    assert_eq!(canteen.store.lose(&loss, at).unwrap(), Some(g(800)));
    assert_eq!(canteen.store.lose(&loss, at).unwrap(), Some(g(800)));
    let used = lost(GUM, pieces(1), LossKind::OwnUse, LossReason::StaffMeal);
    canteen.store.lose(&used, at).unwrap();
    assert_eq!(canteen.stock(GUM), pieces(7));
    let reader = canteen.store.reader().unwrap();
    let moved = reader.moved_rows(Span::day(canteen.now.day())).unwrap();
    let losses = monthly::losses(&moved);
    let shrinkage = monthly::shrinkage(&losses, &reader.items().unwrap());
    assert_eq!(shrinkage[0].cost, Some(g(1_200)));
    canteen.holds();
}

#[test]
fn a_movement_that_is_not_as_its_document_says_breaks_a_promise() {
    let mut canteen = canteen();
    canteen
        .receive(&bought(
            named("Arcor", None),
            "1",
            &[(GUM, pieces(10), 4_000)],
        ))
        .unwrap();
    let at = canteen.at();
    canteen
        .store
        .lose(
            &lost(GUM, pieces(2), LossKind::Spoiled, LossReason::Damaged),
            at,
        )
        .unwrap();
    let id = canteen.begin(None);
    canteen.count(GUM, pieces(7));
    canteen
        .post(&canteen.posting(id, NotCounted::Leave))
        .unwrap();
    let tampered = [
        (
            "purchase_line",
            "quantity = quantity + 1000",
            "purchases_equal_movements",
        ),
        (
            "purchase_line",
            "cost = cost + 1",
            "purchases_equal_movements",
        ),
        (
            "stock_loss",
            "quantity = quantity + 1000",
            "losses_equal_movements",
        ),
        (
            "stock_count_line",
            "counted = counted + 1000",
            "counts_equal_movements",
        ),
    ];
    for (table, change, promise) in tampered {
        let db = &canteen.store.db;
        let sql = format!("SAVEPOINT t; DROP TRIGGER {table}_kept; UPDATE {table} SET {change};");
        db.execute_batch(&sql).unwrap();
        let broken = canteen.store.self_check().unwrap().broken;
        assert!(
            broken.iter().any(|of| of.promise == promise),
            "{table}: {broken:?}"
        );
        db.execute_batch("ROLLBACK TO t; RELEASE t").unwrap();
    }
    canteen.holds();
}

#[test]
fn movements_say_who_by_what_document_and_how_much_there_was_then() {
    let mut canteen = canteen();
    canteen
        .receive(&bought(
            named("Arcor", None),
            "4567",
            &[(GUM, pieces(10), 4_000)],
        ))
        .unwrap();
    canteen.later(DAY);
    let sale = canteen.sell(GUM, pieces(3));
    canteen.later(1_000);
    let original = canteen.store.original(sale).unwrap();
    let wanted = vec![Wanted {
        line: 1,
        quantity: pieces(1),
        goods: Goods::Spoiled,
    }];
    let approval = Approval::by(&rosa(), Right::Refund, "estaba feo").unwrap();
    let refund = Refund::new(
        SaleId(Uuid::now_v7()),
        &original,
        wanted,
        approval,
        canteen.at(),
    );
    canteen
        .store
        .refund(&refund.unwrap(), &ticketing(&Shop::default()))
        .unwrap();
    let reader = canteen.store.reader().unwrap();
    let moves = reader.stock_moves(GUM, canteen.now.day()).unwrap();
    assert_eq!((moves.before, moves.now), (pieces(10), pieces(7)));
    let said: Vec<_> = moves
        .moves
        .iter()
        .map(|of| (of.kind, of.quantity, of.balance, of.document.as_deref()))
        .collect();
    assert_eq!(
        said,
        [
            (MoveKind::Refund, pieces(1), pieces(7), Some("2")),
            (MoveKind::Spoiled, pieces(-1), pieces(6), Some("2")),
            (MoveKind::Sale, pieces(-3), pieces(7), Some("1")),
        ]
    );
    let all = reader
        .stock_moves(GUM, canteen.now.day().days_before(9))
        .unwrap();
    assert_eq!(all.before, Quantity::ZERO);
    assert_eq!(all.moves[3].document.as_deref(), Some("Arcor · 4567"));
    assert_eq!(all.moves[3].who.as_deref(), Some("Rosa"));
}

#[test]
fn stock_is_worth_what_was_paid_for_it_on_whatever_evening() {
    let mut canteen = canteen();
    let monday = canteen.now.day();
    canteen
        .receive(&bought(
            named("Arcor", None),
            "1",
            &[(GUM, pieces(10), 10_000)],
        ))
        .unwrap();
    canteen.sell(GUM, pieces(4));
    canteen.later(DAY);
    canteen
        .receive(&bought(
            named("Arcor", None),
            "2",
            &[(GUM, pieces(6), 12_000)],
        ))
        .unwrap();
    canteen.later(DAY);
    canteen.sell(GUM, pieces(2));
    let reader = canteen.store.reader().unwrap();
    let worth = |days: i64| {
        let valued = reader.stock_worth(monday.days_before(-days)).unwrap();
        let of: Vec<_> = valued
            .iter()
            .map(|of| (of.worth.quantity, of.worth.value))
            .collect();
        of
    };
    assert_eq!(worth(-1), []);
    assert_eq!(worth(0), [(pieces(6), g(6_000))]);
    assert_eq!(worth(1), [(pieces(12), g(18_000))]);
    assert_eq!(worth(2), [(pieces(10), g(15_000))]);
}

/// A small generator that gives the same for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % end
    }

    fn small(&mut self, end: u64) -> i32 {
        i32::try_from(self.below(end)).unwrap()
    }

    fn product(&mut self) -> (ProductId, Quantity) {
        let product = ALL[usize::try_from(self.below(3)).unwrap()];
        match product {
            CHEESE => (
                product,
                Quantity::thousandths(i64::from(self.small(3_000)) + 1),
            ),
            _ => (product, pieces(self.small(12) + 1)),
        }
    }
}

/// A history, and what it must have come to by what was done alone.
struct History {
    canteen: Canteen,
    dice: Dice,
    stock: BTreeMap<ProductId, i64>,
    /// What was sold in each sale that nothing was done to yet.
    open: Vec<(SaleId, ProductId, Quantity)>,
    paid: i64,
    /// What came without a document, at the dearest that was ever paid for it.
    found_at_most: i64,
    dearest: BTreeMap<ProductId, i64>,
    documents: u32,
}

impl History {
    fn new(seed: u64) -> Self {
        Self {
            canteen: canteen(),
            dice: Dice(seed),
            stock: BTreeMap::new(),
            open: Vec::new(),
            paid: 0,
            found_at_most: 0,
            dearest: BTreeMap::from([(GUM, 400), (JUICE, 0), (CHEESE, 45_000)]),
            documents: 0,
        }
    }

    fn moved(&mut self, product: ProductId, by: Quantity) {
        *self.stock.entry(product).or_default() += by.in_thousandths();
    }

    /// Came without a document: worth no more than the dearest that was ever paid.
    fn found(&mut self, product: ProductId, by: Quantity) {
        self.moved(product, by);
        let each = self.dearest.get(&product).copied().unwrap_or(0);
        self.found_at_most += by.in_thousandths() * each / 1_000 + 1;
    }

    fn step(&mut self) {
        let millis = i64::try_from(self.dice.below(30)).unwrap() * 1_800_000;
        self.canteen.later(millis);
        match self.dice.below(12) {
            0..=4 => self.sell(),
            5 => self.void(),
            6 => self.refund(),
            7..=8 => self.receive(),
            9 => self.lose(),
            _ => self.count(),
        }
    }

    fn sell(&mut self) {
        let (product, quantity) = self.dice.product();
        let sale = self.canteen.sell(product, quantity);
        self.moved(product, -quantity);
        self.open.push((sale, product, quantity));
    }

    fn undone(&mut self) -> Option<(SaleId, ProductId, Quantity)> {
        let end = u64::try_from(self.open.len()).unwrap();
        (end > 0).then(|| {
            let place = usize::try_from(self.dice.below(end)).unwrap();
            self.open.swap_remove(place)
        })
    }

    fn void(&mut self) {
        let Some((sale, product, quantity)) = self.undone() else {
            return;
        };
        let on_file = self.canteen.store.on_file(sale).unwrap();
        let approval = Approval::by(&rosa(), Right::Void, "error de carga").unwrap();
        let id = SaleId(Uuid::now_v7());
        // One of another day is not voided.
        if let Ok(void) = Void::new(id, &on_file, approval, self.canteen.at()) {
            let shop = Shop::default();
            self.canteen.store.void(&void, &ticketing(&shop)).unwrap();
            self.found(product, quantity);
        }
    }

    fn refund(&mut self) {
        let Some((sale, product, quantity)) = self.undone() else {
            return;
        };
        let goods = match self.dice.below(2) {
            0 => Goods::Stock,
            _ => Goods::Spoiled,
        };
        let wanted = vec![Wanted {
            line: 1,
            quantity,
            goods,
        }];
        let original = self.canteen.store.original(sale).unwrap();
        let approval = Approval::by(&rosa(), Right::Refund, "estaba feo").unwrap();
        let id = SaleId(Uuid::now_v7());
        let refund = Refund::new(id, &original, wanted, approval, self.canteen.at()).unwrap();
        let shop = Shop::default();
        self.canteen
            .store
            .refund(&refund, &ticketing(&shop))
            .unwrap();
        match goods {
            Goods::Stock => self.found(product, quantity),
            // It is found and gone on one day.
            Goods::Spoiled => {
                self.found(product, quantity);
                self.moved(product, -quantity);
            }
        }
    }

    fn receive(&mut self) {
        let lines: Vec<_> = (0..=self.dice.below(2))
            .map(|_| {
                let (product, quantity) = self.dice.product();
                (product, quantity, i64::from(self.dice.small(90_000)))
            })
            .collect();
        // The same document every few times: it must not come in again.
        let again = self.documents > 0 && self.dice.below(5) == 0;
        self.documents += u32::from(!again);
        let document = format!("001-001-{:07}", self.documents);
        let received = self
            .canteen
            .receive(&bought(named("Arcor", None), &document, &lines));
        assert_eq!(received.is_err(), again, "{received:?}");
        if again {
            return;
        }
        for (product, quantity, cost) in lines {
            self.moved(product, quantity);
            self.paid += cost;
            let each = cost * 1_000 / quantity.in_thousandths() + 1;
            let dearest = self.dearest.entry(product).or_default();
            *dearest = each.max(*dearest);
        }
    }

    fn lose(&mut self) {
        let (product, quantity) = self.dice.product();
        let loss = match self.dice.below(2) {
            0 => lost(product, quantity, LossKind::Spoiled, LossReason::GoneBad),
            _ => lost(product, quantity, LossKind::OwnUse, LossReason::Kitchen),
        };
        let at = self.canteen.at();
        self.canteen.store.lose(&loss, at).unwrap();
        self.moved(product, -quantity);
    }

    fn count(&mut self) {
        let id = self.canteen.begin(None);
        let mut differences: BTreeMap<ProductId, Quantity> = BTreeMap::new();
        for _ in 0..=self.dice.below(3) {
            let (product, quantity) = self.dice.product();
            let there = self.canteen.stock(product);
            self.canteen.count(product, quantity);
            let difference = quantity.checked_add(-there).unwrap();
            differences.insert(product, difference);
            self.canteen.later(1_000);
            self.sell();
        }
        let zero = self.dice.below(4) == 0;
        let rest = self.canteen.store.not_counted().unwrap();
        let posting = match zero {
            true => self.canteen.posting(id, NotCounted::Zero),
            false => self.canteen.posting(id, NotCounted::Leave),
        };
        self.canteen.post(&posting).unwrap();
        let none = rest.into_iter().filter(|_| zero);
        differences.extend(none.map(|(product, there)| (product, -there)));
        for (product, difference) in differences {
            match difference > Quantity::ZERO {
                true => self.found(product, difference),
                false => self.moved(product, difference),
            }
        }
    }

    fn holds(&self) {
        self.canteen.holds();
        let reader = self.canteen.store.reader().unwrap();
        let valued = reader.stock_worth(self.canteen.now.day()).unwrap();
        let first = self.canteen.now.day().days_before(400);
        let mut value = 0;
        for product in ALL {
            let expected = Quantity::thousandths(self.stock.get(&product).copied().unwrap_or(0));
            assert_eq!(self.canteen.stock(product), expected, "{product:?}");
            let moves = reader.stock_moves(product, first).unwrap();
            assert_eq!((moves.before, moves.now), (Quantity::ZERO, expected));
            let worth = valued.iter().find(|of| of.product == product);
            let worth = worth.map(|of| of.worth).unwrap_or_default();
            assert_eq!(
                worth.quantity, expected,
                "the facts of every day make the stock"
            );
            assert!(!worth.value.is_negative());
            assert!(expected > Quantity::ZERO || worth.value.is_zero());
            value += worth.value.amount();
        }
        let came = self.paid + self.found_at_most;
        assert!(value <= came, "{value} of {came} that came in");
    }
}

#[test]
fn in_any_history_stock_is_the_sum_of_its_facts_and_value_is_never_made() {
    for seed in 0..24 {
        let played = std::panic::catch_unwind(|| {
            let mut history = History::new(seed);
            for _ in 0..40 {
                history.step();
            }
            history.holds();
        });
        assert!(played.is_ok(), "history of seed {seed}");
    }
}
