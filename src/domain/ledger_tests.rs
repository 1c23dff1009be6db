use chrono::DateTime;

use super::*;
use crate::domain::user::{Role, User};
use crate::domain::{TillId, UserId};
use uuid::Uuid;

fn at() -> At {
    let time = DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00").unwrap();
    At {
        till: TillId(1),
        user: UserId(1),
        moment: Moment::new(time),
    }
}

fn approval(right: Right) -> Approval {
    let user = User {
        id: UserId(3),
        name: "Jorge".into(),
        role: Role::Manager,
        active: true,
        own: crate::domain::user::OwnRights::none(),
    };
    Approval::by(&user, right, "error de carga").unwrap()
}

fn tender(kind: TenderKind) -> Tender {
    Tender {
        needs_reference: kind == TenderKind::Transfer,
        active: kind != TenderKind::Giro,
        ..Tender::of(TenderId(2), kind)
    }
}

fn id() -> MovementId {
    MovementId(Uuid::nil())
}

fn gs(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn holder(student: i64, account: i64, balance: i64, sharing: usize) -> Holder {
    Holder {
        student: StudentId(student),
        account: AccountId(account),
        balance: gs(balance),
        guardian: Some(GuardianId(1)),
        sharing,
        left: false,
    }
}

fn top_up(amount: i64) -> Result<Movement, Unmoved> {
    let way = Way::new(&tender(TenderKind::Cash), None)?;
    Movement::top_up(id(), StudentId(1), gs(amount), way, gs(5_000), at())
}

#[test]
fn a_top_up_is_at_least_the_least_and_never_beyond_every_bound() {
    assert_eq!(top_up(0), Err(Unmoved::NotPositive));
    assert_eq!(top_up(-5_000), Err(Unmoved::NotPositive));
    assert_eq!(
        top_up(4_999),
        Err(Unmoved::BelowMinimum { minimum: gs(5_000) })
    );
    assert_eq!(top_up(Money::MAX.amount() + 1), Err(Unmoved::TooLarge));
    let booked = top_up(5_000).unwrap().book(&holder(1, 20, -3_000, 0), None);
    assert_eq!(
        booked,
        Ok(gs(5_000)),
        "a debt stays a debt until it is paid"
    );
}

#[test]
fn a_way_is_a_tender_that_the_house_takes_with_its_number_where_it_needs_one() {
    let way = |kind, reference: Option<&str>| {
        Way::new(
            &tender(kind),
            reference.map(|text| Reference::parse(text).unwrap()),
        )
    };
    assert!(way(TenderKind::Cash, None).unwrap().opens_drawer());
    assert!(way(TenderKind::Transfer, Some("8841")).is_ok());
    assert_eq!(
        way(TenderKind::Transfer, None),
        Err(Unmoved::NeedsReference(TenderKind::Transfer))
    );
    for kind in [TenderKind::Account, TenderKind::Giro] {
        assert_eq!(way(kind, Some("1")), Err(Unmoved::NotTaken(kind)));
    }
}

#[test]
fn a_correction_may_make_a_debt_but_needs_the_right_for_it() {
    let made =
        |amount, right| Movement::correction(id(), StudentId(1), gs(amount), approval(right), at());
    let taken = made(-50_000, Right::Accounts).unwrap();
    assert_eq!(taken.book(&holder(1, 20, 3_000, 0), None), Ok(gs(-50_000)));
    assert_eq!(made(0, Right::Accounts), Err(Unmoved::NotPositive));
    assert_eq!(made(500, Right::Discount), Err(Unmoved::NotApproved));
}

#[test]
fn a_transfer_takes_what_is_there_and_no_more() {
    let made = |to, amount| {
        let approval = approval(Right::Accounts);
        Movement::transfer(
            id(),
            StudentId(1),
            StudentId(to),
            gs(amount),
            approval,
            at(),
        )
    };
    let (from, to) = (holder(1, 20, 10_000, 0), holder(2, 21, -500, 0));
    let whole = made(2, 10_000).unwrap();
    assert_eq!(whole.book(&from, Some(&to)), Ok(gs(-10_000)));
    let more = made(2, 10_001).unwrap();
    let balance = gs(10_000);
    assert_eq!(
        more.book(&from, Some(&to)),
        Err(Unmoved::Insufficient { balance })
    );
    assert_eq!(made(1, 100), Err(Unmoved::SameAccount));
    let shared = holder(2, 20, 10_000, 1);
    assert_eq!(
        whole.book(&from, Some(&shared)),
        Err(Unmoved::SameAccount),
        "they use one account already"
    );
}

#[test]
fn whoever_leaves_gets_all_of_it_and_a_debt_is_not_paid_out() {
    let way = Way::new(&tender(TenderKind::Cash), None).unwrap();
    let payout = Movement::payout(id(), StudentId(1), way, approval(Right::Accounts), at());
    let payout = payout.unwrap();
    let book = |balance| payout.book(&holder(1, 20, balance, 0), None);
    assert_eq!(book(26_000), Ok(gs(-26_000)));
    assert_eq!(book(0), Err(Unmoved::NothingThere));
    assert_eq!(book(-700), Err(Unmoved::Owed { owed: gs(700) }));
}

/// The smallest coin is ₲50 (SEDECO, Res. 1670/2022): a balance is paid out in coins, never less than it.
#[test]
fn what_is_paid_out_in_cash_can_be_paid_in_coins_and_the_account_is_emptied() {
    let by = |kind| {
        let way = Way::new(&tender(kind), Reference::parse("77").ok()).unwrap();
        Movement::payout(id(), StudentId(1), way, approval(Right::Accounts), at()).unwrap()
    };
    for (balance, handed) in [
        (18_030, 18_050),
        (18_050, 18_050),
        (30, 50),
        (18_001, 18_050),
    ] {
        let payout = by(TenderKind::Cash);
        let booked = payout.book(&holder(1, 20, balance, 0), None).unwrap();
        assert_eq!(booked, gs(-balance));
        assert_eq!(payout.rounding(booked), gs(handed - balance));
    }
    let payout = by(TenderKind::Transfer);
    assert_eq!(payout.rounding(gs(-18_030)), gs(0), "a transfer is exact");
}

#[test]
fn whoever_shares_takes_along_what_nobody_else_uses() {
    let share = |with: Option<i64>| {
        let approval = approval(Right::Accounts);
        let with = with.map(StudentId);
        Movement::share(id(), StudentId(1), with, approval, at()).unwrap()
    };
    let with = |balance, sharing| {
        let sibling = holder(2, 21, 4_000, 0);
        share(Some(2)).book(&holder(1, 20, balance, sharing), Some(&sibling))
    };
    assert_eq!(with(9_000, 0), Ok(gs(-9_000)));
    assert_eq!(with(-900, 0), Ok(gs(900)), "a debt goes along");
    assert_eq!(with(9_000, 1), Ok(gs(0)), "what others use stays theirs");
    let stranger = Holder {
        guardian: Some(GuardianId(2)),
        ..holder(3, 22, 0, 0)
    };
    let refused = share(Some(3)).book(&holder(1, 20, 0, 0), Some(&stranger));
    assert_eq!(refused, Err(Unmoved::OtherFamily));
    let own = holder(1, 30, 0, 0);
    let alone = share(None).book(&holder(1, 20, 500, 0), Some(&own));
    assert_eq!(alone, Err(Unmoved::NotShared));
    let away = share(None).book(&holder(1, 20, 500, 1), Some(&own));
    assert_eq!(away, Ok(gs(0)));
}

fn topped_up(stands: Stands) -> ToppedUp {
    ToppedUp {
        id: MovementId(Uuid::now_v7()),
        number: 41,
        student: StudentId(1),
        account: AccountId(20),
        amount: gs(200_000),
        tender: TenderId(2),
        kind: TenderKind::Cash,
        stands,
    }
}

#[test]
fn a_top_up_is_undone_by_its_contrary_once_and_while_its_shift_is_open() {
    let open = topped_up(Stands::Open);
    let undo = Movement::undo(&open, approval(Right::Accounts), at()).unwrap();
    assert_eq!(
        undo.book(&holder(1, 20, 150_000, 0), None),
        Ok(gs(-200_000))
    );
    assert_eq!(undo.way().map(Way::tender), Some(open.tender));
    assert!(!undo.way().unwrap().opens_drawer());
    assert_eq!(undo.undoes(), Some(open.id));
    assert_ne!(undo.id(), open.id);
    assert_eq!(undoing(undo.id()), open.id);
    let moved_on = undo.book(&holder(1, 21, 150_000, 0), None);
    assert_eq!(moved_on, Err(Unmoved::OtherAccount));
    let refused = |stands, right| Movement::undo(&topped_up(stands), approval(right), at()).err();
    let counted = refused(Stands::Counted, Right::Accounts);
    assert_eq!(counted, Some(Unmoved::Counted));
    let undone = refused(Stands::Undone, Right::Accounts);
    assert_eq!(undone, Some(Unmoved::Undone));
    let lent = refused(Stands::Open, Right::TopUp);
    assert_eq!(lent, Some(Unmoved::NotApproved));
}
