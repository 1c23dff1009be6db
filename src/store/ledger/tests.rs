use chrono::DateTime;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::card::{Act, Change, Unchanged};
use crate::domain::ledger::{Stands, undoing};
use crate::domain::student::{CardState, NewGuardian, NewStudent};
use crate::domain::tender::{Reference, Tender};
use crate::domain::user::{Approval, Right, Role, User};
use crate::domain::{BusinessDay, CardNumber, Moment, TillId, UserId};
use crate::store::Stamp;

fn now() -> Moment {
    Moment::new(DateTime::parse_from_rfc3339("2026-11-23T11:40:00-03:00").unwrap())
}

fn at(days: i64) -> At {
    At {
        till: TillId(1),
        user: UserId(1),
        moment: now().plus_millis(days * 86_400_000),
    }
}

fn gs(amount: i64) -> Money {
    Money::guaranies(amount)
}

fn pupil(name: &str, card: &str, guardian: Option<&str>) -> NewStudent {
    NewStudent {
        name: name.into(),
        grade: "5.º B".into(),
        card: CardNumber::parse(card).ok(),
        guardian: guardian.map(|name| NewGuardian {
            name: name.into(),
            phone: Some("0981 123 456".into()),
            document: None,
        }),
        price_list: None,
        balance: Money::ZERO,
        daily_limit: None,
        credit_limit: Some(Money::ZERO),
        restrictions: Vec::new(),
        wishes: Vec::new(),
    }
}

/// Two siblings, a child of another family and one of whom no family is known.
fn school() -> Store {
    let mut store = Store::in_memory().unwrap();
    // Nobody signs in here: a real hash takes as long as it is meant to.
    store
        .add_user("Jorge", Role::Administrator, "none")
        .unwrap();
    let pupils = [
        pupil("Sofía Benítez", "00414", Some("Carmen Rodríguez")),
        pupil("Mateo Benítez", "00415", Some("Carmen Rodríguez")),
        pupil("Ana Ayala", "00416", Some("Luis Ayala")),
        pupil("Iván Duarte", "00417", None),
    ];
    store.import_students(&pupils, Stamp::at(now())).unwrap();
    store
}

fn approval(right: Right) -> Approval {
    let user = User {
        id: UserId(1),
        name: "Jorge".into(),
        role: Role::Administrator,
        active: true,
        own: crate::domain::user::OwnRights::none(),
    };
    Approval::by(&user, right, "error de carga").unwrap()
}

fn tender(store: &Store, kind: TenderKind) -> Tender {
    let all = store.tenders().unwrap();
    all.into_iter().find(|of| of.kind == kind).unwrap()
}

fn way(store: &Store, kind: TenderKind) -> Way {
    Way::new(&tender(store, kind), Reference::parse("8841").ok()).unwrap()
}

/// One thing that people do with accounts.
#[derive(Debug, Clone, Copy)]
enum Doing {
    TopUp(i64, i64, bool),
    Correct(i64, i64),
    Transfer(i64, i64, i64),
    PayOut(i64),
    Share(i64, Option<i64>),
    Undo(i64),
}

fn doing() -> impl Strategy<Value = Doing> {
    let who = || 1..=4_i64;
    prop_oneof![
        4 => (who(), 1..200_000_i64, any::<bool>())
            .prop_map(|(a, b, c)| Doing::TopUp(a, if c { b - b % 50 } else { b }, c)),
        2 => (1..40_i64).prop_map(Doing::Undo),
        2 => (who(), -100_000..100_000_i64).prop_map(|(a, b)| Doing::Correct(a, b)),
        3 => (who(), who(), 1..150_000_i64).prop_map(|(a, b, c)| Doing::Transfer(a, b, c)),
        1 => who().prop_map(Doing::PayOut),
        2 => (who(), proptest::option::of(who())).prop_map(|(a, b)| Doing::Share(a, b)),
    ]
}

fn movement(store: &Store, doing: Doing, id: MovementId, at: At) -> Result<Movement, Unmoved> {
    let right = || approval(Right::Accounts);
    match doing {
        Doing::TopUp(who, amount, cash) => {
            let kind = if cash {
                TenderKind::Cash
            } else {
                TenderKind::Transfer
            };
            Movement::top_up(
                id,
                StudentId(who),
                gs(amount),
                way(store, kind),
                gs(1_000),
                at,
            )
        }
        Doing::Correct(who, amount) => {
            Movement::correction(id, StudentId(who), gs(amount), right(), at)
        }
        Doing::Transfer(from, to, amount) => {
            Movement::transfer(id, StudentId(from), StudentId(to), gs(amount), right(), at)
        }
        Doing::PayOut(who) => {
            let way = way(store, TenderKind::Cash);
            Movement::payout(id, StudentId(who), way, right(), at)
        }
        Doing::Undo(number) => {
            let top_up = store.topped_up(number);
            Movement::undo(&top_up.map_err(|_| Unmoved::NothingThere)?, right(), at)
        }
        Doing::Share(who, with) => {
            Movement::share(id, StudentId(who), with.map(StudentId), right(), at)
        }
    }
}

fn balances(store: &Store) -> Vec<(i64, i64)> {
    let mut select = store
        .db
        .prepare("SELECT s.id, a.balance FROM student s JOIN account a ON a.id = s.account")
        .unwrap();
    let rows = select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().map(Result::unwrap).collect()
}

/// All facts of movements of a store, done again in an empty school.
fn replayed(from: &Store) -> Store {
    let mut store = school();
    let mut select = from
        .db
        .prepare(
            "SELECT id, kind, student, amount, to_student, tender, reference FROM movement ORDER BY seq",
        )
        .unwrap();
    let mut rows = select.query(()).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let id: [u8; 16] = row.get(0).unwrap();
        let kind: String = row.get(1).unwrap();
        let (who, amount): (i64, i64) = (row.get(2).unwrap(), row.get(3).unwrap());
        let (to, tender): (Option<i64>, Option<i64>) = (row.get(4).unwrap(), row.get(5).unwrap());
        let number: Option<String> = row.get(6).unwrap();
        let doing = match undo::kind_of(&kind, amount).unwrap() {
            Kind::Undo => Doing::Undo(number.unwrap().parse().unwrap()),
            Kind::TopUp => Doing::TopUp(who, amount, tender == Some(2)),
            Kind::Correction => Doing::Correct(who, amount),
            Kind::Transfer => Doing::Transfer(who, to.unwrap(), -amount),
            Kind::Payout => Doing::PayOut(who),
            Kind::Share => Doing::Share(who, to),
        };
        let id = MovementId(Uuid::from_bytes(id));
        let movement = movement(&store, doing, id, at(0)).unwrap();
        store.move_money(&movement, &Printing::SILENT).unwrap();
    }
    store
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_moved_the_books_balance_and_their_facts_make_them_again(
        doings in proptest::collection::vec((doing(), any::<bool>()), 1..60),
    ) {
        let mut store = school();
        for (n, (doing, twice)) in doings.into_iter().enumerate() {
            let id = MovementId(Uuid::now_v7());
            let day = i64::try_from(n).unwrap() / 4;
            let before = balances(&store);
            let Ok(movement) = movement(&store, doing, id, at(day)) else { continue };
            match store.move_money(&movement, &Printing::SILENT) {
                Ok(posted) => {
                    prop_assert!(!posted.again);
                    prop_assert_eq!(posted.slip.before + posted.slip.amount, posted.slip.after);
                    if matches!(doing, Doing::Undo(_)) {
                        let again = store.move_money(&movement, &Printing::SILENT);
                        prop_assert!(matches!(again, Err(Error::Unmoved(Unmoved::Undone))));
                    } else if twice {
                        let once = balances(&store);
                        let again = store.move_money(&movement, &Printing::SILENT).unwrap();
                        prop_assert!(again.again);
                        prop_assert_eq!(again.slip.number, posted.slip.number);
                        prop_assert_eq!(balances(&store), once);
                    }
                }
                Err(Error::Unmoved(_)) => prop_assert_eq!(balances(&store), before),
                Err(other) => prop_assert!(false, "{}", other),
            }
        }
        let check = store.self_check().unwrap();
        prop_assert_eq!(check.broken, vec![]);
        prop_assert_eq!(balances(&replayed(&store)), balances(&store));
        for who in 1..=4 {
            whole_statement_agrees(&store, StudentId(who))?;
        }
    }
}

/// Every page of every period says what the postings say.
fn whole_statement_agrees(store: &Store, who: StudentId) -> Result<(), TestCaseError> {
    let day = |days| at(days).moment.day();
    let balance = store.customer(who, day(0)).unwrap().standing.balance;
    for (from, to) in [(0, 100), (3, 6), (5, 5), (50, 60)] {
        let page = |n, lines| store.statement(who, day(from), day(to), n, lines).unwrap();
        let whole = page(0, 1_000);
        prop_assert_eq!(whole.opening + whole.credits - whole.debits, whole.closing);
        if to == 100 {
            prop_assert_eq!(whole.closing, balance);
        }
        let paged: Vec<StatementLine> = (0..page(0, 3).pages())
            .flat_map(|n| page(n, 3).lines)
            .collect();
        prop_assert_eq!(&paged, &whole.lines);
        let mut running = whole.opening;
        for line in whole.lines.iter().rev() {
            running += line.amount;
            prop_assert_eq!(line.balance, running);
        }
        prop_assert_eq!(running, whole.closing);
    }
    Ok(())
}

#[test]
fn a_top_up_in_cash_queues_its_paper_and_the_pulse_in_its_own_transaction() {
    let mut store = school();
    let doing = Doing::TopUp(1, 50_000, true);
    let movement = movement(&store, doing, MovementId(Uuid::now_v7()), at(0)).unwrap();
    let printing = Printing {
        render: &|slip| Some((format!("carga {}", slip.number), b"paper".to_vec())),
        drawer: b"pulse",
    };
    let posted = store.move_money(&movement, &printing).unwrap();
    assert_eq!(posted.slip.after, gs(50_000));
    let again = store.move_money(&movement, &printing).unwrap();
    assert!(again.again && again.print_job.is_none());
    let jobs = store.open_jobs().unwrap();
    let titles: Vec<&str> = jobs.iter().map(|job| job.title.as_str()).collect();
    assert_eq!(titles, ["drawer", "carga 1"]);
}

#[test]
fn a_payout_in_cash_gives_coins_and_books_what_they_give_beyond_the_balance() {
    let mut store = school();
    let id = MovementId(Uuid::now_v7());
    for doing in [Doing::TopUp(1, 18_030, false), Doing::PayOut(1)] {
        let id = match doing {
            Doing::PayOut(_) => id,
            _ => MovementId(Uuid::now_v7()),
        };
        let movement = movement(&store, doing, id, at(0)).unwrap();
        store.move_money(&movement, &Printing::SILENT).unwrap();
    }
    let slip = store.slip(id, at(0)).unwrap();
    assert_eq!((slip.amount, slip.rounding), (gs(-18_030), gs(20)));
    assert_eq!((slip.handed(), slip.after), (gs(18_050), Money::ZERO));
    let on = |account| account::balance(&store.db, AccountId(account)).unwrap();
    assert_eq!((on(12), on(19)), (gs(18_050), gs(-20)));
    assert_eq!(store.self_check().unwrap().broken, []);
}

#[test]
fn a_statement_says_what_was_what() {
    let mut store = school();
    for (doing, day) in [
        (Doing::TopUp(1, 50_000, false), 0),
        (Doing::Transfer(1, 2, 20_000), 1),
        (Doing::Correct(2, -500), 2),
    ] {
        let movement = movement(&store, doing, MovementId(Uuid::now_v7()), at(day)).unwrap();
        store.move_money(&movement, &Printing::SILENT).unwrap();
    }
    let (from, to) = (at(0).moment.day(), at(9).moment.day());
    let mateo = store.statement(StudentId(2), from, to, 0, 10).unwrap();
    assert_eq!(mateo.holders, ["Mateo Benítez, 5.º B"]);
    assert_eq!(mateo.lines.len(), 2);
    assert!(matches!(
        &mateo.lines[1].what,
        What::Movement { kind: Kind::Transfer, other: Some(other), .. } if other == "Sofía Benítez"
    ));
    let sofia = store.statement(StudentId(1), from, to, 0, 10).unwrap();
    assert!(matches!(
        &sofia.lines[0].what,
        What::Movement { kind: Kind::Transfer, other: Some(other), .. } if other == "Mateo Benítez"
    ));
    assert!(matches!(
        &sofia.lines[1].what,
        What::Movement { tender: Some(TenderKind::Transfer), reference: Some(number), .. } if number == "8841"
    ));
}

#[test]
fn low_balances_are_listed_once_an_account_with_the_threshold_of_house_or_pupil() {
    let mut store = school();
    let names = |store: &Store| -> Vec<String> {
        let low = store.low(gs(10_000)).unwrap();
        low.into_iter().map(|low| low.names).collect()
    };
    assert_eq!(names(&store).len(), 4);
    let share = Doing::Share(2, Some(1));
    let share = movement(&store, share, MovementId(Uuid::now_v7()), at(0)).unwrap();
    store.move_money(&share, &Printing::SILENT).unwrap();
    let listed = names(&store);
    assert_eq!(listed.len(), 3, "one account of two siblings");
    assert!(
        listed.contains(&"Sofía Benítez, Mateo Benítez".to_owned()),
        "{listed:?}"
    );
    let set = |store: &mut Store, mark| store.set_low_mark(StudentId(3), mark, at(0)).unwrap();
    set(&mut store, Some(Money::ZERO));
    assert_eq!(names(&store).len(), 2);
    set(&mut store, None);
    assert_eq!(names(&store).len(), 3);
}

#[test]
fn a_replaced_card_is_dead_and_the_balance_stays() {
    let mut store = school();
    let number = |text: &str| CardNumber::parse(text).unwrap();
    let mut change = |card: &str, act: Act| {
        let change = Change::new(number(card), act, approval(Right::Cards), at(0))?;
        store.change_card(&change)
    };
    let replace = |by: &str| Act::Replace {
        by: number(by),
        expires: None,
    };
    let taken = change("00414", replace("00415"));
    assert!(matches!(taken, Err(Error::CardUnchanged(Unchanged::Taken))));
    change("00414", replace("00999")).unwrap();
    change("00999", Act::Block).unwrap();
    let gone = change("09999", Act::Block);
    assert!(matches!(gone, Err(Error::NotFound(_))));
    let day = at(0).moment.day();
    let dead = store.customer_by_card(&number("00414"), day);
    assert_eq!(dead.unwrap_err().code(), "card_replaced");
    let of = store.cards_of(StudentId(1)).unwrap();
    let states: Vec<CardState> = of.cards.iter().map(|card| card.state).collect();
    assert_eq!(states, [CardState::Blocked, CardState::Replaced]);
    let said: Vec<&str> = of.history.iter().map(|said| said.what.as_str()).collect();
    assert_eq!(said, ["blocked", "replaced", "issued", "issued"]);
    assert_eq!(of.history[1].other.as_deref(), Some("00999"));
}

#[test]
fn a_list_is_taken_over_whole_or_not_and_the_same_one_once() {
    let mut store = school();
    let rows = |store: &Store, amounts: [i64; 2]| -> Vec<TopUpRow> {
        let row = |(n, amount)| TopUpRow {
            line: u64::try_from(n + 1).unwrap(),
            movement: movement(
                store,
                Doing::TopUp(n, amount, false),
                MovementId(Uuid::now_v7()),
                at(0),
            )
            .unwrap(),
        };
        (1_i64..).zip(amounts).map(row).collect()
    };
    let good = rows(&store, [20_000, 30_000]);
    let done = store.take_top_ups(&good, &[7; 32], false, at(0)).unwrap();
    assert_eq!((done.lines, done.total, done.before), (2, gs(50_000), None));
    let fresh = rows(&store, [20_000, 30_000]);
    let again = store.take_top_ups(&fresh, &[7; 32], false, at(1)).unwrap();
    assert_eq!((again.lines, again.before), (0, Some(at(0).moment.day())));
    let meant = store.take_top_ups(&fresh, &[7; 32], true, at(1)).unwrap();
    assert_eq!(meant.lines, 2);
    let mut bad = rows(&store, [20_000, 30_000]);
    let nobody = Doing::TopUp(99, 5_000, false);
    bad[1].movement = movement(&store, nobody, MovementId(Uuid::now_v7()), at(0)).unwrap();
    let before = balances(&store);
    store
        .take_top_ups(&bad, &[8; 32], false, at(0))
        .unwrap_err();
    assert_eq!(balances(&store), before, "nothing of it");
    assert_eq!(store.list_taken(&[8; 32]).unwrap(), None::<BusinessDay>);
    let who = store
        .who(&[
            Wanted::Card(CardNumber::parse("00415").unwrap()),
            Wanted::Named("sofia BENITEZ".into(), None),
            Wanted::Named("Sofía Benítez".into(), Some("6.º A".into())),
        ])
        .unwrap();
    assert_eq!(
        who,
        [Ok(StudentId(2)), Ok(StudentId(1)), Err(Unread::Nobody)]
    );
}

#[test]
fn a_book_of_before_gets_its_days_and_its_cards_their_first_facts() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("cantina.db");
    let old = rusqlite::Connection::open(&path).unwrap();
    for script in &crate::store::connection::MIGRATIONS[..3] {
        old.execute_batch(script).unwrap();
    }
    old.execute_batch(
        "PRAGMA application_id = 1130458740; PRAGMA user_version = 3;
         INSERT INTO till (id, name) VALUES (1, 'Caja 1');
         INSERT INTO account (id, kind, balance) VALUES (100, 'student', 7000);
         UPDATE account SET balance = -7000 WHERE id = 2;
         INSERT INTO student (id, name, grade, account, price_list, credit_limit)
         VALUES (1, 'Sofía Benítez', '5.º B', 100, 1, 0);
         INSERT INTO card (number, student, state) VALUES ('00414', 1, 'blocked');
         INSERT INTO entry (id, kind, at, day) VALUES (x'01', 'opening', 1795392000000, 20780);
         INSERT INTO posting (entry, account, amount) VALUES (1, 100, 7000), (1, 2, -7000);",
    )
    .unwrap();
    drop(old);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.self_check().unwrap().broken, []);
    let day = BusinessDay::from_number(20_780).unwrap();
    let of_day = store.statement(StudentId(1), day, day, 0, 10).unwrap();
    assert_eq!((of_day.opening, of_day.closing), (gs(0), gs(7_000)));
    assert_eq!(of_day.lines[0].what, What::Opening);
    let cards = store.cards_of(StudentId(1)).unwrap();
    let said: Vec<&str> = cards
        .history
        .iter()
        .map(|said| said.what.as_str())
        .collect();
    assert_eq!(said, ["blocked", "issued"]);
}

#[test]
fn a_book_filled_for_measurements_is_a_sound_one() {
    let mut store = school();
    store.fill_with_movements(1_000, at(0)).unwrap();
    assert_eq!(store.self_check().unwrap().broken, []);
    let day = |days: i64| at(0).moment.day().days_before(days);
    let of_pupil = store.statement(StudentId(1), day(1_200), day(0), 0, 10);
    assert_eq!(of_pupil.unwrap().count, 250);
}

fn topped_up(store: &mut Store, amount: i64) -> i64 {
    let doing = Doing::TopUp(1, amount, true);
    let top_up = movement(store, doing, MovementId(Uuid::now_v7()), at(0)).unwrap();
    let posted = store.move_money(&top_up, &Printing::SILENT).unwrap();
    posted.slip.number
}

fn undo(store: &mut Store, number: i64) -> Result<Posted, Error> {
    let top_up = store.topped_up(number)?;
    let undo = Movement::undo(&top_up, approval(Right::Accounts), at(0))?;
    let printing = Printing {
        render: &|slip| Some((format!("{} {}", slip.kind.code(), slip.number), Vec::new())),
        drawer: b"pulse",
    };
    store.move_money(&undo, &printing)
}

#[test]
fn a_top_up_is_undone_once_on_paper_and_in_the_audit_and_the_statement_says_so() {
    let mut store = school();
    let wrong = topped_up(&mut store, 200_000);
    let posted = undo(&mut store, wrong).unwrap();
    assert_eq!(posted.slip.after, Money::ZERO);
    assert_eq!(posted.slip.reference.as_deref(), Some("000001"));
    let jobs = store.open_jobs().unwrap();
    let titles: Vec<&str> = jobs.iter().map(|job| job.title.as_str()).collect();
    assert_eq!(
        titles,
        ["top_up_undone 2"],
        "on paper; the drawer stays shut"
    );
    let again = undo(&mut store, wrong);
    assert!(matches!(again, Err(Error::Unmoved(Unmoved::Undone))));
    let day = at(0).moment.day();
    let lines = store
        .statement(StudentId(1), day, day, 0, 10)
        .unwrap()
        .lines;
    let said: Vec<_> = lines
        .iter()
        .map(|line| match &line.what {
            What::Movement { kind, stands, .. } => (*kind, *stands),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected = [(Kind::Undo, None), (Kind::TopUp, Some(Stands::Undone))];
    assert_eq!(said, expected);
    let copy = store.slip(undoing(lines_id(&store, wrong)), at(0)).unwrap();
    assert_eq!((copy.kind, copy.amount), (Kind::Undo, gs(-200_000)));
    let audit =
        "SELECT action || ' ' || subject || ' ' || detail FROM audit ORDER BY seq DESC LIMIT 1";
    let noted: String = store.db.query_row(audit, (), |row| row.get(0)).unwrap();
    assert_eq!(noted, "account_top_up_undone 1 -200000 · error de carga");
    assert_eq!(store.self_check().unwrap().broken, []);
}

fn lines_id(store: &Store, number: i64) -> MovementId {
    store.movement_of_number(number).unwrap()
}

#[test]
fn whoever_left_pays_what_they_owe_and_no_more_is_put_on() {
    let mut store = school();
    let owes = movement(
        &store,
        Doing::Correct(1, -18_030),
        MovementId(Uuid::now_v7()),
        at(0),
    );
    store.move_money(&owes.unwrap(), &Printing::SILENT).unwrap();
    let stamp = Stamp::at(now());
    store.set_person_active(StudentId(1), false, stamp).unwrap();
    let mut bring = |amount| {
        let doing = Doing::TopUp(1, amount, true);
        let top_up = movement(&store, doing, MovementId(Uuid::now_v7()), at(0)).unwrap();
        store.move_money(&top_up, &Printing::SILENT).map(drop)
    };
    let much = bring(18_100).unwrap_err();
    assert!(matches!(much, Error::Unmoved(Unmoved::HasLeft { owed }) if owed == gs(18_030)));
    bring(18_050).unwrap();
    let more = bring(1_000).unwrap_err();
    assert!(matches!(more, Error::Unmoved(Unmoved::HasLeft { owed }) if owed.is_zero()));
}
