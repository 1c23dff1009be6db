//! A day at the drawer with the real binary: opened, sold in three tenders, voided, paid out, counted with a
//! difference, closed; killed between count and close; Zs without a gap.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

#[allow(dead_code)] // it is the canteen of the journeys of `sell`
#[path = "sell/canteen.rs"]
mod canteen;

use std::process::Stdio;
use std::thread;
use std::time::Duration;

use canteen::{Canteen, Said};
use serde_json::json;

/// «Chipa», ₲ 4.000, sold also when the count says that there is none.
const CHIPA: &str = "101";
/// A manager of the demo.
const MANAGER: &str = "3333";
/// So many shifts the demo has behind it.
const BEHIND: i64 = 60;

fn shift(canteen: &Canteen, arguments: &[&str]) -> Said {
    canteen.run(&[&["shift", "--json"], arguments].concat())
}

fn done(canteen: &Canteen, arguments: &[&str]) -> Said {
    let said = shift(canteen, arguments);
    assert_eq!(said.status, 0, "{said:?}");
    said
}

fn sell(canteen: &Canteen, tender: &str) {
    let said = canteen.sell(&["--item", CHIPA, "--tender", tender]);
    assert_eq!(said.status, 0, "{said:?}");
}

/// The fewest notes and coins that make so much, as `--count` takes them.
fn notes(mut amount: i64) -> String {
    let mut said = Vec::new();
    for note in [
        100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 50,
    ] {
        said.push(format!("{note}={}", amount / note));
        amount %= note;
    }
    said.join(",")
}

#[test]
fn the_demo_has_a_closed_shift_for_each_school_day_some_with_small_differences() {
    let canteen = Canteen::demo();
    let zs = done(&canteen, &["list", "--most", "100"]).json["zs"].clone();
    let zs = zs.as_array().unwrap();
    assert_eq!(i64::try_from(zs.len()).unwrap(), BEHIND);
    let off = zs.iter().filter(|z| z["difference"] != 0).count();
    assert!((3..40).contains(&off), "{off}");
    assert_eq!(done(&canteen, &["status"]).json["open"], false);
    canteen.holds();
}

#[test]
fn a_day_at_the_drawer_ends_in_a_z_that_says_what_is_missing() {
    let canteen = Canteen::demo();
    sell(&canteen, "cash=4000");
    let opened = done(&canteen, &["open", "--float", "100.000"]);
    assert_eq!(opened.json["float"], json!(100_000));
    shift(&canteen, &["open"]).refused("shift_open");
    sell(&canteen, "cash=20000");
    sell(&canteen, "debit=4000");
    sell(&canteen, "qr=4000");
    done(&canteen, &["out", "15000", "--reason", "Pan"]);
    done(&canteen, &["in", "5000", "--reason", "Monedas"]);
    shift(&canteen, &["drop", "0", "--reason", "Mucho"]).refused("bad_amount");
    shift(&canteen, &["drop", "1000", "--reason", "x"]).refused("no_reason");
    done(&canteen, &["drop", "10000", "--reason", "Mucho efectivo"]);

    let blind = done(&canteen, &["x"]).json;
    assert_eq!(blind["drawers"], json!([]), "the count is made blind");
    assert_eq!(blind["by_tender"], json!([]));
    assert_eq!(
        done(&canteen, &["status"]).json["expected_cash"],
        json!(null)
    );
    let x = done(&canteen, &["--cashier", MANAGER, "x"]).json;
    // 100.000 + 4.000 before it + 4.000 − 15.000 + 5.000 − 10.000
    let cash = x["drawers"][0].clone();
    assert_eq!(
        (&cash["tender"], &cash["expected"]),
        (&json!("cash"), &json!(88_000))
    );
    assert_eq!(x["sales"], json!({ "count": 3, "amount": 12_000 }));
    assert_eq!(x["without_shift"], json!({ "sales": 1, "amount": 4_000 }));

    shift(&canteen, &["close"]).refused("not_counted");
    shift(&canteen, &["close", "--count", &notes(68_000)]).refused("approve_difference");
    shift(&canteen, &["close", "--count", &notes(86_000)]).refused("explain_difference");
    sell(&canteen, "cash=4000");
    shift(&canteen, &["close", "--explain", "Vuelto mal dado"]).refused("counted_before");
    let wrong = [
        "close",
        "--count",
        &notes(70_000),
        "--explain",
        "No aparece",
        "--approve",
        "1111",
    ];
    shift(&canteen, &wrong).refused("wrong_pin");
    let close = [
        "close",
        "--explain",
        "No aparece",
        "--approve",
        MANAGER,
        "--voucher",
        "debit=3000",
        "--next-float",
        "50000",
        "--count",
        &notes(70_000),
    ];
    let z = done(&canteen, &close).json;
    assert_eq!(z["z"], json!(BEHIND + 1));
    let counted = z["closing"]["counted"].as_array().unwrap().clone();
    let of =
        |kind: &str| counted.iter().find(|of| of["tender"] == kind).unwrap()["difference"].clone();
    assert_eq!(
        (of("cash"), of("debit"), of("qr")),
        (json!(-22_000), json!(-1_000), json!(0))
    );
    assert_eq!(z["closing"]["explanation"], "No aparece");
    assert!(z["closing"]["approved_by"].is_string(), "{z}");
    let backup = z["backup"]
        .as_str()
        .expect("a backup was made at the close");
    assert!(std::path::Path::new(backup).exists(), "{backup}");

    let again = done(&canteen, &["print"]).json;
    assert_eq!(again["z"], json!(BEHIND + 1));
    let papers: i64 = canteen.read("SELECT count(*) FROM print_job WHERE title LIKE '%Z N%'");
    assert_eq!(papers, 2, "the Z and its copy");
    let next = done(&canteen, &["status"]).json;
    assert_eq!(
        (&next["open"], &next["next_float"]),
        (&json!(false), &json!(50_000))
    );
    assert_eq!(done(&canteen, &["open"]).json["float"], json!(50_000));
    canteen.holds();
}

#[test]
fn what_was_counted_before_the_program_ended_closes_the_shift_afterwards() {
    let canteen = Canteen::demo();
    done(&canteen, &["open", "--float", "20000"]);
    let counted = done(
        &canteen,
        &["close", "--only-count", "--count", &notes(20_000)],
    );
    assert_eq!(counted.json["counted"][0]["difference"], 0);
    let z = done(&canteen, &["close", "--no-backup"]).json;
    assert_eq!(z["z"], json!(BEHIND + 1));
    canteen.holds();
}

#[test]
fn killed_at_any_moment_of_a_close_the_shift_is_open_or_closed_and_no_number_is_left_out() {
    let canteen = Canteen::demo();
    let mut closed = BEHIND;
    for wait_ms in [5, 20, 35, 50, 70, 95, 130, 200] {
        if !done(&canteen, &["status"]).json["open"].as_bool().unwrap() {
            done(&canteen, &["open", "--float", "30000"]);
        }
        let count = notes(30_000);
        let mut closing = canteen
            .command(&["shift", "close", "--json", "--no-backup", "--count", &count])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(wait_ms));
        closing.kill().unwrap();
        closing.wait().unwrap();
        let open = done(&canteen, &["status"]).json["open"].as_bool().unwrap();
        if open {
            done(&canteen, &["close", "--no-backup", "--count", &count]);
        }
        closed += 1;
        let last: i64 = canteen.read("SELECT max(z) FROM shift_closed");
        let number: i64 = canteen.read("SELECT count(*) FROM shift_closed");
        assert_eq!(
            (last, number),
            (closed, closed),
            "killed after {wait_ms} ms"
        );
    }
    canteen.holds();
}
