//! What the file, the disk, the clock and other programs can do to a sale: it is refused in one clear
//! line, nothing is lost, and selling goes on as soon as what was wrong is gone.

use std::fs;

use rusqlite::Connection;
use serde_json::json;

use cantina::demo::{self, SEED};
use cantina::store::Store;
use cantina::till::now;

use super::CHIPA;
use super::canteen::Canteen;

const ORDER: [&str; 5] = ["sell", "--json", "--item", CHIPA, "--tender"];

fn order() -> Vec<&'static str> {
    [&ORDER[..], &["cash=5000"]].concat()
}

impl Canteen {
    /// The trouble is over: the next sale is sold, and all agrees.
    fn sells_on(&self) {
        let said = self.run(&order());
        assert_eq!(
            (said.status, &said.json["change"]),
            (0, &json!(1_000)),
            "{said:?}"
        );
        self.holds();
    }
}

#[test]
fn while_another_program_writes_a_sale_waits_is_refused_and_sold_later() {
    let canteen = Canteen::demo();
    let before = canteen.books();
    let other = Connection::open(canteen.path("cantina.db")).expect("the file opens");
    other
        .execute_batch("BEGIN IMMEDIATE")
        .expect("nobody writes yet");
    canteen.run(&order()).refused("locked");
    other.execute_batch("ROLLBACK").expect("it was begun");
    drop(other);
    assert_eq!(canteen.books(), before);
    canteen.sells_on();
}

#[test]
#[cfg(unix)]
fn a_second_cantina_is_refused_while_the_first_sells() {
    use std::process::Stdio;

    let canteen = Canteen::demo();
    let before = canteen.books();
    let mut first = canteen.command(&["sell", "--file", "/dev/stdin"]);
    first.stdin(Stdio::piped()).stdout(Stdio::null());
    let mut first = first.spawn().expect("the binary runs");
    // It has the file open for as long as its list of sales has no end.
    let lock = canteen.path("cantina.db.lock");
    while !is_locked(&lock) {
        assert!(first.try_wait().expect("it is ours").is_none(), "it ended");
        std::thread::yield_now();
    }
    canteen.run(&order()).refused("already_open");
    canteen
        .run(&["selfcheck", "--json"])
        .refused("already_open");
    drop(first.stdin.take());
    assert!(first.wait().expect("it is ours").success());
    assert_eq!(canteen.books(), before);
    canteen.sells_on();
}

#[cfg(unix)]
fn is_locked(file: &std::path::Path) -> bool {
    fs::File::open(file).is_ok_and(|file| file.try_lock().is_err())
}

#[test]
fn data_of_a_newer_cantina_is_not_touched() {
    let canteen = Canteen::demo();
    let file = canteen.path("cantina.db");
    Connection::open(&file)
        .and_then(|newer| newer.pragma_update(None, "user_version", 1_000))
        .expect("the file opens");
    let before = fs::read(&file).expect("it is there");
    canteen.run(&order()).refused("newer_schema");
    assert!(fs::read(&file).expect("it is there") == before);
}

#[test]
fn a_file_that_is_no_database_is_left_as_it_is() {
    let canteen = Canteen::empty();
    canteen.run(&order()).refused("no_canteen");
    let database = canteen.path("cantina.db");
    let letter = "Querida canteen, this is a letter and no database. ".repeat(100);
    fs::write(&database, &letter).expect("the folder takes a file");
    canteen.run(&order()).refused("not_a_database");
    canteen
        .run(&["demo", "--data-only", "--json"])
        .refused("not_a_demo");
    let after = fs::read_to_string(&database).expect("it is still there");
    assert_eq!(after, letter);
}

#[test]
fn the_database_of_another_program_is_left_as_it_is() {
    let canteen = Canteen::empty();
    let file = canteen.path("cantina.db");
    Connection::open(&file)
        .and_then(|other| {
            other.execute_batch("CREATE TABLE sale (id); INSERT INTO sale VALUES (1)")
        })
        .expect("the folder takes a file");
    let before = fs::read(&file).expect("it is there");
    canteen.run(&order()).refused("not_a_database");
    assert!(fs::read(&file).expect("it is there") == before);
}

#[test]
fn a_clock_that_was_set_back_sells_on_and_is_told() {
    let canteen = Canteen::empty();
    // Its last sale is a month from now: since then the clock was set back.
    let day = now().plus_millis(30 * 24 * 3_600_000).day();
    let demo = demo::Canteen::new(SEED, day);
    let mut store = Store::open(&canteen.path("cantina.db")).expect("a store is made");
    demo::fill(&mut store, &demo, &mut |_| ()).expect("the demo is written");
    drop(store);
    let last: i64 = canteen.read("SELECT max(number) FROM sale");
    let said = canteen.run(&order());
    assert_eq!(said.status, 0, "{said:?}");
    assert_eq!(said.json["number"], json!(last + 1), "{said:?}");
    assert_eq!(said.json["warning"]["code"], "clock_behind", "{said:?}");
    let told = said.json["warning"]["message"]
        .as_str()
        .expect("a sentence");
    assert_eq!(said.errors, format!("cantina: {told}\n"));
    canteen.holds();
}

#[cfg(unix)]
mod rights {
    //! As whoever may not write: the administrator may everything, so root becomes nobody first.

    use std::os::unix::fs::PermissionsExt;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use super::*;

    const NOBODY: [&str; 4] = [
        "setpriv",
        "--reuid=65534",
        "--regid=65534",
        "--clear-groups",
    ];

    /// How to become somebody without rights, and the binary where they may run it.
    fn somebody(canteen: &Canteen) -> Option<(Vec<&'static str>, PathBuf)> {
        let binary = Path::new(env!("CARGO_BIN_EXE_cantina"));
        let probe = canteen.path("probe");
        fs::write(&probe, "").expect("the folder takes a file");
        allow(&probe, 0o444);
        if fs::write(&probe, "x").is_err() {
            return Some((vec!["env"], binary.to_owned()));
        }
        let works = Command::new(NOBODY[0])
            .args(&NOBODY[1..])
            .arg("true")
            .status();
        if !works.is_ok_and(|status| status.success()) {
            eprintln!("skipped: nobody's rights cannot be taken on here");
            return None;
        }
        let copy = canteen.path("cantina");
        fs::copy(binary, &copy).expect("the folder takes a file");
        Some((NOBODY.to_vec(), copy))
    }

    fn allow(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("it is ours");
    }

    #[test]
    fn a_file_that_may_only_be_read_is_said_and_kept() {
        let canteen = Canteen::demo();
        let Some((runner, binary)) = somebody(&canteen) else {
            return;
        };
        allow(canteen.root(), 0o777);
        allow(&canteen.path("config.toml"), 0o444);
        allow(&canteen.path("cantina.db"), 0o444);
        let before = canteen.books();
        let said = canteen.run_by(&runner, &binary, &order());
        said.refused("read_only");
        assert_eq!(canteen.books(), before);
        for entry in fs::read_dir(canteen.root()).expect("it is ours") {
            let file = entry.expect("it is ours").path();
            // SQLite gives its own files the rights of the database.
            if file.to_string_lossy().contains("cantina.db") {
                allow(&file, 0o666);
            }
        }
        let said = canteen.run_by(&runner, &binary, &order());
        assert_eq!(said.status, 0, "{said:?}");
    }

    #[test]
    fn a_folder_that_may_only_be_read_is_said_and_kept() {
        let canteen = Canteen::demo();
        let Some((runner, binary)) = somebody(&canteen) else {
            return;
        };
        for name in ["cantina.db", "config.toml"] {
            allow(&canteen.path(name), 0o666);
        }
        let before = canteen.books();
        allow(canteen.root(), 0o555);
        let said = canteen.run_by(&runner, &binary, &order());
        said.refused("read_only");
        allow(canteen.root(), 0o777);
        assert_eq!(canteen.books(), before);
        let said = canteen.run_by(&runner, &binary, &order());
        assert_eq!(said.status, 0, "{said:?}");
    }
}

#[cfg(target_os = "linux")]
mod full {
    //! No room left: a limit on the size of files, and a small disk made for the test.

    use std::path::Path;
    use std::process::Command;

    use super::*;
    use crate::canteen::Said;

    /// Files may have 32 KiB: as much as the write-ahead log's index, less than a sale.
    #[test]
    fn a_file_that_may_not_grow_loses_nothing() {
        let canteen = Canteen::demo();
        let before = canteen.books();
        let limited = ["sh", "-c", "trap '' XFSZ; ulimit -f 64; exec \"$@\"", "sh"];
        let binary = Path::new(env!("CARGO_BIN_EXE_cantina"));
        let said = canteen.run_by(&limited, binary, &order());
        said.refused("io");
        assert_eq!(canteen.books(), before);
        canteen.sells_on();
    }

    /// In a name space of its own: mounts a small disk, sells on it until it is full, makes room, sells
    /// again, and takes what is left of the canteen out.
    const SMALL_DISK: &str = r#"
        set -e
        binary=$1 home=$2 small=$2/small
        mkdir "$small"
        mount -t tmpfs -o size=96m tmpfs "$small"
        cp "$home/cantina.db" "$home/config.toml" "$small"
        export CANTINA_DATA_DIR=$small
        sell() { "$binary" sell --json --item 101 --tender cash=5000 --printer ''; }
        sell > "$home/one.out"
        dd if=/dev/zero of="$small/ballast" bs=4k 2> "$home/dd.err" || true
        set +e
        sell > "$home/full.out" 2> "$home/full.err"; echo $? > "$home/full.status"
        set -e
        rm "$small/ballast"
        sell > "$home/again.out"
        "$binary" selfcheck --json > "$home/check.out"
        rm -f "$home"/cantina.db*
        cp "$small"/cantina.db* "$home"
    "#;

    #[test]
    fn on_a_full_disk_nothing_is_lost_and_room_is_all_it_takes() {
        let canteen = Canteen::demo();
        let own = ["--user", "--map-root-user", "--mount"];
        let namespace = |script: &str, arguments: &[&str]| {
            let mut command = Command::new("unshare");
            command.args(own).args(["sh", "-c", script, "sh"]);
            command.args(arguments).output()
        };
        let probe = namespace("mount -t tmpfs -o size=1m tmpfs /tmp", &[]);
        if !probe.is_ok_and(|probe| probe.status.success()) {
            eprintln!("skipped: this system lends nobody a disk of their own");
            return;
        }
        let sales: i64 = canteen.read("SELECT count(*) FROM sale");
        let home = canteen.root().display().to_string();
        let done = namespace(SMALL_DISK, &[env!("CARGO_BIN_EXE_cantina"), &home]);
        let done = done.expect("the system has it");
        assert!(done.status.success(), "{done:?}");
        let text = |name: &str| fs::read_to_string(canteen.path(name)).expect("it was written");
        let json = |name: &str| serde_json::from_str(&text(name)).expect("it is JSON");
        let refused = Said {
            status: text("full.status").trim().parse().expect("a number"),
            json: json("full.out"),
            lines: vec![json("full.out")],
            errors: text("full.err"),
        };
        refused.refused("disk_full");
        assert_eq!(json("again.out")["change"], 1_000);
        assert_eq!(json("check.out")["ok"], true);
        assert_eq!(
            canteen.read::<i64>("SELECT count(*) FROM sale"),
            sales + 2,
            "one before, one after, none between"
        );
        canteen.sells_on();
    }
}
