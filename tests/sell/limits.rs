//! What a guardian does not want is not sold, but with an approval; change goes to the account.

use cantina::domain::limits::{Limits, LimitsSaid};
use cantina::domain::{Moment, Money, ProductId, StudentId, UserId};
use cantina::store::{Stamp, Store};
use serde_json::json;

use super::canteen::Canteen;
use super::{CARD_WITH_MONEY, CHIPA};

const PUPIL: &str = "SELECT student FROM card WHERE number = ";
const CHIPA_ID: &str = "SELECT product FROM product_code WHERE code = '101'";
const APPROVALS: &str = "SELECT count(*) FROM audit WHERE action = 'approve_blocked'";

/// The demo's supervisor and cashier.
const SUPERVISOR: &str = "2222";
const CASHIER: &str = "1111";

fn block(canteen: &Canteen, card: &str) {
    let pupil: i64 = canteen.read(&format!("{PUPIL}'{card}'"));
    let chipa: i64 = canteen.read(CHIPA_ID);
    let mut store = Store::open(&canteen.path("cantina.db")).expect("nobody has it open");
    let said = LimitsSaid {
        limits: Limits {
            products: vec![ProductId(chipa)],
            ..Limits::default()
        },
        credit: Money::ZERO,
        said_by: "su madre".to_owned(),
        note: None,
    };
    let now = Moment::new(chrono::Local::now().fixed_offset());
    let stamp = Stamp::by(UserId(1), now);
    store
        .limit(StudentId(pupil), &said, stamp)
        .expect("it is kept");
}

#[test]
fn what_is_blocked_is_sold_with_an_approval_only_and_whose_it_was_is_on_file() {
    let canteen = Canteen::demo();
    let card: String = canteen.read(CARD_WITH_MONEY);
    block(&canteen, &card);
    let order = ["--card", &card, "--item", CHIPA, "--tender", "cash=5000"];
    canteen.refuses("blocked_product", &order);
    let with = |pin: &str, reason: &str| {
        let approval = ["--approve-pin", pin, "--approve-reason", reason];
        canteen.sell(&[&order[..], &approval].concat())
    };
    with(SUPERVISOR, "  ").refused("no_reason");
    with(CASHIER, "llamó su madre").refused("wrong_pin");
    let said = with(SUPERVISOR, "llamó su madre");
    assert_eq!(said.status, 0, "{said:?}");
    assert_eq!(canteen.read::<i64>(APPROVALS), 1);
    // The next sale needs its own.
    canteen.refuses("blocked_product", &order);
    let line = json!({
        "card": card, "items": [{"code": CHIPA}], "tenders": [{"tender": "cash", "amount": 5000}],
        "approval": {"pin": SUPERVISOR, "reason": "llamó su madre"}, "change_to_account": true,
    });
    let before = canteen.balance(&card);
    std::fs::write(canteen.path("sales.jsonl"), line.to_string()).expect("it can be written");
    let file = canteen.path("sales.jsonl").display().to_string();
    let said = canteen.sell(&["--file", &file]);
    assert_eq!(
        (said.status, &said.json["change"]),
        (0, &json!(0)),
        "{said:?}"
    );
    assert_eq!(canteen.balance(&card), before + 1_000);
    canteen.holds();
}
