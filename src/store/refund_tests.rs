//! Refunds on a real file: the books hold whatever goes back, and any change to them is found.

use proptest::prelude::*;

use super::*;
use crate::domain::refund::{CannotRefund, Goods, Refund, Wanted};

impl Canteen {
    fn refund_at(
        &mut self,
        of: SaleId,
        wanted: &[(i64, i32, Goods)],
        at: At,
    ) -> Result<Recorded, Error> {
        let rosa = User {
            id: UserId(1),
            name: "Rosa".into(),
            role: Role::Supervisor,
            active: true,
            own: crate::domain::user::OwnRights::none(),
        };
        let approval = Approval::by(&rosa, Right::Refund, "estaba vencido").unwrap();
        let wanted = wanted.iter().map(|(line, pieces, goods)| Wanted {
            line: *line,
            quantity: Quantity::pieces(*pieces),
            goods: *goods,
        });
        let original = self.store.original(of)?;
        let id = SaleId(Uuid::now_v7());
        let refund = Refund::new(id, &original, wanted.collect(), approval, at)?;
        let ticketing = Ticketing {
            shop: &Shop::default(),
            render: &|_: &Receipt| vec![5],
            drawer: &[6],
        };
        self.store.refund(&refund, &ticketing)
    }

    fn refund(&mut self, of: SaleId, wanted: &[(i64, i32, Goods)]) -> Result<Recorded, Error> {
        self.refund_at(of, wanted, at())
    }

    fn spent_today(&self, at: At) -> Money {
        let customer = self.store.customer(StudentId(1), at.moment.day()).unwrap();
        customer.standing.spent_today
    }
}

fn tomorrow() -> At {
    At {
        moment: now().plus_millis(86_400_000),
        ..at()
    }
}

#[test]
fn a_part_of_a_sale_goes_back_to_account_stock_and_limit() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 3, true), TenderKind::Account, 12_000);
    canteen.record(&sale).unwrap();
    let back = canteen.refund(sale.id(), &[(1, 1, Goods::Stock)]).unwrap();
    assert_eq!(back.balance, Some(g(26_000 - 8_000)));
    assert_eq!(back.stocks, [(ProductId(1), Quantity::pieces(8))]);
    assert_eq!((back.receipt.number, back.receipt.total), (2, g(4_000)));
    let noted = "SELECT count(*) FROM audit WHERE action = 'refund' AND subject = '2' AND detail GLOB '4000 · *'";
    assert_eq!(canteen.count(noted), 1, "how much, and why");
    assert_eq!(canteen.spent_today(at()), g(8_000));
    canteen.holds();
    let spoiled = canteen
        .refund(sale.id(), &[(1, 2, Goods::Spoiled)])
        .unwrap();
    assert_eq!(spoiled.stocks, [(ProductId(1), Quantity::pieces(8))]);
    assert_eq!(canteen.balance(), g(26_000));
    canteen.holds();
    let too_much = canteen.refund(sale.id(), &[(1, 1, Goods::Stock)]);
    assert!(matches!(
        too_much,
        Err(Error::CannotRefund(CannotRefund::TooMuch { .. }))
    ));
    let day = canteen.store.sales_of(now().day()).unwrap();
    assert_eq!((day[2].given_back, day[2].has_left), (g(12_000), false));
    assert!(day[0].is_refund && day[0].paid == g(-8_000));
}

#[test]
fn cash_goes_back_with_a_pulse_of_the_drawer_and_an_older_day_stays_as_it_was() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 2, true), TenderKind::Cash, 10_000);
    canteen.record(&sale).unwrap();
    let jobs = canteen.count("SELECT count(*) FROM print_job");
    let back = canteen
        .refund_at(sale.id(), &[(1, 1, Goods::Stock)], tomorrow())
        .unwrap();
    assert_eq!(back.balance, None);
    assert_eq!(canteen.count("SELECT count(*) FROM print_job"), jobs + 2);
    assert_eq!(
        canteen.count("SELECT sum(amount) FROM posting WHERE account = 12"),
        -4_000
    );
    let paid: Vec<_> = canteen.store.sales_of(now().day()).unwrap();
    assert_eq!(paid.iter().map(|sale| sale.paid).sum::<Money>(), g(8_000));
    canteen.holds();
}

/// What was spent on Monday is not given back to spend on Tuesday.
#[test]
fn a_refund_of_an_older_day_leaves_todays_limit_alone() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 3, true), TenderKind::Account, 12_000);
    canteen.record(&sale).unwrap();
    canteen
        .refund_at(sale.id(), &[(1, 3, Goods::Stock)], tomorrow())
        .unwrap();
    assert_eq!(canteen.spent_today(tomorrow()), Money::ZERO);
    assert_eq!(canteen.spent_today(at()), g(12_000));
    assert_eq!(canteen.balance(), g(26_000));
    canteen.holds();
}

#[test]
fn a_refunded_sale_is_not_voided_nor_a_voided_one_refunded_nor_a_refund_either() {
    let mut canteen = a_canteen();
    let one = canteen.pay(&canteen.cart(1, 2, false), TenderKind::Cash, 8_000);
    let other = canteen.pay(&canteen.cart(1, 1, false), TenderKind::Cash, 4_000);
    for sale in [&one, &other] {
        canteen.record(sale).unwrap();
    }
    let back = canteen.refund(one.id(), &[(1, 1, Goods::Stock)]).unwrap();
    let why = |failed: Result<Recorded, Error>| failed.unwrap_err().to_string();
    let refunded = CannotVoid::Refunded.to_string();
    assert_eq!(why(canteen.void(one.id())), refunded);
    assert_eq!(
        why(canteen.void(back.receipt.sale)),
        CannotVoid::IsRefund.to_string()
    );
    let of_refund = canteen.refund(back.receipt.sale, &[(1, 1, Goods::Stock)]);
    assert_eq!(why(of_refund), CannotRefund::NotASale.to_string());
    canteen.void(other.id()).unwrap();
    let voided = canteen.refund(other.id(), &[(1, 1, Goods::Stock)]);
    assert_eq!(why(voided), CannotRefund::Voided.to_string());
    canteen.holds();
}

#[test]
fn the_same_refund_twice_is_one_and_two_at_once_do_not_give_back_more() {
    let mut canteen = a_canteen();
    let sale = canteen.pay(&canteen.cart(1, 1, true), TenderKind::Account, 4_000);
    canteen.record(&sale).unwrap();
    let original = canteen.store.original(sale.id()).unwrap();
    let refund = |id: u128| {
        let rosa = User {
            id: UserId(1),
            name: "Rosa".into(),
            role: Role::Supervisor,
            active: true,
            own: crate::domain::user::OwnRights::none(),
        };
        let approval = Approval::by(&rosa, Right::Refund, "estaba vencido").unwrap();
        let wanted = original.everything(Goods::Stock);
        Refund::new(
            SaleId(Uuid::from_u128(id)),
            &original,
            wanted,
            approval,
            at(),
        )
        .unwrap()
    };
    let ticketing = Ticketing {
        shop: &Shop::default(),
        render: &|_: &Receipt| vec![5],
        drawer: &[],
    };
    let (one, other) = (refund(1), refund(2));
    let first = canteen.store.refund(&one, &ticketing).unwrap();
    let again = canteen.store.refund(&one, &ticketing).unwrap();
    assert_eq!((again.receipt, again.print_job), (first.receipt, None));
    assert!(canteen.store.refund(&other, &ticketing).is_err());
    assert_eq!(canteen.balance(), g(26_000));
    canteen.holds();
}

#[derive(Debug, Clone)]
enum Step {
    Sell { pieces: i32, kind: TenderKind },
    Void(usize),
    GiveBack(usize, i32, bool),
    TopUp(i64),
}

fn any_step() -> impl Strategy<Value = Step> {
    let kind = prop_oneof![
        Just(TenderKind::Account),
        Just(TenderKind::Cash),
        Just(TenderKind::Debit)
    ];
    prop_oneof![
        3 => (1_i32..3, kind).prop_map(|(pieces, kind)| Step::Sell { pieces, kind }),
        1 => (0_usize..8).prop_map(Step::Void),
        2 => (0_usize..8, 1_i32..3, any::<bool>()).prop_map(|(at, n, bad)| Step::GiveBack(at, n, bad)),
        1 => (1_i64..20).prop_map(|thousands| Step::TopUp(thousands * 1_000)),
    ]
}

fn play(canteen: &mut Canteen, steps: &[Step]) {
    let mut sales: Vec<SaleId> = Vec::new();
    for step in steps {
        match step {
            Step::Sell { pieces, kind } => {
                let stock = canteen.count("SELECT quantity FROM stock WHERE product = 1");
                let enough =
                    canteen.balance() >= g(8_000) && canteen.spent_today(at()) <= g(12_000);
                if stock >= 2_000 && (*kind != TenderKind::Account || enough) {
                    let amount = i64::from(*pieces) * 4_000;
                    let sale = canteen.pay(&canteen.cart(1, *pieces, true), *kind, amount);
                    canteen.record(&sale).unwrap();
                    sales.push(sale.id());
                }
            }
            Step::Void(at) if !sales.is_empty() => {
                let _refused = canteen.void(sales[at % sales.len()]);
            }
            Step::GiveBack(at, pieces, spoiled) if !sales.is_empty() => {
                let goods = if *spoiled {
                    Goods::Spoiled
                } else {
                    Goods::Stock
                };
                let _refused = canteen.refund(sales[at % sales.len()], &[(1, *pieces, goods)]);
            }
            Step::TopUp(amount) => {
                let id = crate::domain::MovementId(Uuid::now_v7());
                let (pupil, cash) = (StudentId(1), crate::domain::TenderId(2));
                canteen
                    .store
                    .top_up(id, pupil, cash, g(*amount), at())
                    .unwrap();
            }
            Step::Void(_) | Step::GiveBack(..) => {}
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever happened: balances, stock, totals and the chain follow from the facts; and one number that
    /// is changed in any of them afterwards is found.
    #[test]
    fn any_history_holds_and_any_change_to_it_is_found(
        steps in prop::collection::vec(any_step(), 1..14),
        table in 0_usize..5,
        pick in any::<prop::sample::Index>(),
    ) {
        let mut canteen = a_canteen();
        play(&mut canteen, &steps);
        canteen.holds();
        let (table, key, column) = [
            ("sale", "seq", "total"),
            ("sale_line", "sale", "price"),
            ("payment", "sale", "received"),
            ("entry", "seq", "at"),
            ("posting", "entry", "amount"),
        ][table];
        let count = canteen.count(&format!("SELECT count(*) FROM {table}"));
        if count > 0 {
            let at = pick.index(usize::try_from(count).unwrap());
            let seq = canteen.count(&format!("SELECT {key} FROM {table} LIMIT 1 OFFSET {at}"));
            let sql = format!("UPDATE {table} SET {column} = {column} + 1 WHERE {key} = {seq}");
            canteen.store.db.execute_batch(&format!("DROP TRIGGER IF EXISTS {table}_kept")).unwrap();
            canteen.store.db.execute(&sql, ()).unwrap();
            let found = canteen.store.self_check().unwrap();
            let parent = if matches!(table, "entry" | "posting") { "entry" } else { "sale" };
            let places: Vec<_> = found.altered.iter().map(|of| (of.table, of.seq)).collect();
            prop_assert_eq!(places, [(parent, seq)]);
        }
    }
}
