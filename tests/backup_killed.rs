//! The program killed by the system at any moment of a backup, a pruning, a restore and its undoing: the
//! canteen is the one of before or the one of after, whole, and no backup that is listed as good is bad.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use cantina::backup::{Control, Keeper, Reason};
use cantina::settings::{Config, DataFolder};
use cantina::store::{Contents, Source, Stamp};
use cantina::till::{backups, now};
use tempfile::TempDir;

/// Kills of each of the two canteens: together three hundred.
const KILLS: usize = 150;
/// So many backups are left lying about; more would only make the rounds longer.
const LEFT: usize = 12;

#[test]
fn whenever_it_is_killed_the_canteen_and_its_backups_are_whole() {
    let canteens = [0x5eed_u64, 0xfeed].map(|seed| {
        thread::spawn(move || {
            let mut canteen = Canteen::new(seed);
            for round in 0..KILLS {
                canteen.round(round);
            }
            // After all of it everything still works.
            canteen.run(&["now"]);
            assert_eq!(
                canteen.changed(),
                0,
                "rounds that were through before the kill count too"
            );
            assert!(
                canteen.midway > KILLS / 4,
                "only {} kills came midway",
                canteen.midway
            );
        })
    });
    for canteen in canteens {
        canteen.join().unwrap();
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Op {
    Now,
    Prune,
    Restore,
    Undo,
}

struct Canteen {
    folder: TempDir,
    /// Two backups of different contents: a restore goes from one to the other.
    two: [(PathBuf, Contents); 2],
    verified: BTreeSet<String>,
    /// How long each operation takes, unkilled.
    takes: [Duration; 4],
    midway: usize,
    dice: u64,
}

impl Canteen {
    fn new(dice: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let till = cantina::till::Till::open(DataFolder::at(root), Some("")).unwrap();
        let pin = cantina::domain::user::Pin::parse("2580").unwrap();
        let role = cantina::domain::user::Role::Administrator;
        till.add_user("Tita".to_owned(), role, pin)
            .wait()
            .unwrap()
            .unwrap();
        till.close(Duration::from_secs(1));
        drop(till);
        let list = root.join("list.csv");
        fs::write(
            &list,
            "nombre;categoria;precio;código\nChipa;Panadería;4000;7840001\n",
        )
        .unwrap();
        let imported = cantina(root)
            .args(["import", "products"])
            .arg(&list)
            .output()
            .unwrap();
        assert!(imported.status.success(), "{imported:?}");
        sell(root, 40);
        let keeper = keeper(root);
        let make = |name: &str| {
            let made = keeper
                .make(Reason::Asked, now(), &Arc::new(Control::quiet()))
                .unwrap();
            let kept = root.join(name);
            fs::rename(made.path, &kept).unwrap();
            (kept, made.manifest.contents)
        };
        let one = make("one.backup");
        sell(root, 1);
        let two = [one, make("two.backup")];
        assert_ne!(facts(&two[0].1), facts(&two[1].1));
        let mut canteen = Self {
            folder,
            two,
            verified: BTreeSet::new(),
            takes: [Duration::ZERO; 4],
            midway: 0,
            dice,
        };
        for (at, op) in [Op::Now, Op::Prune, Op::Restore, Op::Undo]
            .into_iter()
            .enumerate()
        {
            let begun = Instant::now();
            let ended = canteen.command(op).output().unwrap();
            assert!(ended.status.success(), "{op:?}: {ended:?}");
            canteen.takes[at] = begun.elapsed();
        }
        canteen
    }

    fn root(&self) -> &Path {
        self.folder.path()
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        self.dice % limit
    }

    /// The backup whose contents are not those of now.
    fn other(&self) -> &(PathBuf, Contents) {
        let now = facts(&contents(self.root()));
        let is_first = facts(&self.two[0].1) == now;
        &self.two[usize::from(is_first)]
    }

    fn command(&self, op: Op) -> Command {
        let mut command = cantina(self.root());
        command.arg("backup");
        match op {
            Op::Now => command.arg("now"),
            Op::Prune => command.arg("prune"),
            Op::Restore => command.arg("restore").arg(&self.other().0).arg("--yes"),
            Op::Undo => command.args(["undo-restore", "--yes"]),
        };
        command
    }

    fn run(&self, arguments: &[&str]) {
        let ended = cantina(self.root())
            .arg("backup")
            .args(arguments)
            .output()
            .unwrap();
        assert!(ended.status.success(), "{ended:?}");
    }

    fn round(&mut self, round: usize) {
        let ops = [
            Op::Now,
            Op::Restore,
            Op::Now,
            Op::Restore,
            Op::Undo,
            Op::Prune,
        ];
        let op = ops[round % ops.len()];
        if op == Op::Prune {
            self.something_old();
        }
        let before = facts(&contents(self.root()));
        let allowed = match op {
            Op::Restore => vec![before.clone(), facts(&self.other().1)],
            Op::Undo => vec![before.clone(), facts(&self.two[0].1), facts(&self.two[1].1)],
            Op::Now | Op::Prune => vec![before.clone()],
        };
        let takes = self.takes[op as usize].as_micros();
        let after = self.below(u64::try_from(takes).unwrap() * 11 / 10);
        let mut child = self
            .command(op)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_micros(after));
        let midway = child.try_wait().unwrap().is_none();
        self.midway += usize::from(midway);
        // It may have ended by itself.
        let _ = child.kill();
        child.wait().unwrap();
        let what = format!("round {round}, {op:?} killed after {after} µs");
        let found = contents(self.root());
        assert!(allowed.contains(&facts(&found)), "{what}: {found:?}");
        self.check(&what);
    }

    /// The canteen opens and is sound; what is listed as good is good.
    fn check(&mut self, what: &str) {
        let source = Source::open(&self.root().join("cantina.db")).unwrap();
        assert_eq!(source.fault().unwrap(), None, "{what}");
        drop(source);
        let keeper = keeper(self.root());
        let all = keeper.list().unwrap();
        for entry in &all {
            assert!(!entry.is_bad(), "{what}: {entry:?}");
            if entry.is_good() && self.verified.insert(entry.name()) {
                keeper
                    .verify(&entry.path, now(), &Control::quiet())
                    .unwrap();
            }
        }
        let undo = keeper.undo().ok();
        let over = all.len().saturating_sub(LEFT);
        for entry in all
            .iter()
            .take(over)
            .filter(|entry| Some(&entry.path) != undo.as_ref())
        {
            fs::remove_file(&entry.path).unwrap();
        }
    }

    /// Backups that a pruning takes away.
    fn something_old(&mut self) {
        let keeper = keeper(self.root());
        for days in [58, 57] {
            let moment = now().plus_millis(-days * 24 * 3_600_000);
            let made = keeper
                .make(Reason::Daily, moment, &Arc::new(Control::quiet()))
                .unwrap();
            self.verified.insert(
                made.path
                    .file_name()
                    .unwrap()
                    .to_string_lossy()
                    .into_owned(),
            );
        }
    }

    /// How many locks a dead program left behind: none.
    fn changed(&self) -> usize {
        let keeper = keeper(self.root());
        let control = Arc::new(Control::quiet());
        let file = self.other().0.clone();
        let restored = keeper.restore_closed(&file, Stamp::at(now()), &control);
        usize::from(restored.is_err())
    }
}

fn cantina(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cantina"));
    command
        .args(["--data-dir".as_ref(), folder.as_os_str()])
        .env_remove("CANTINA_DATA_DIR")
        .stdin(Stdio::null());
    command
}

fn keeper(folder: &Path) -> Keeper {
    backups::keeper(&DataFolder::at(folder), &Config::default())
}

fn contents(folder: &Path) -> Contents {
    let source = Source::open(&folder.join("cantina.db")).unwrap();
    source.contents().unwrap()
}

/// What tells one canteen from the other; the audit has the restores in it.
fn facts(of: &Contents) -> (i64, i64, String) {
    (
        of.sales,
        of.postings,
        format!("{} {}", of.sold, of.balances),
    )
}

/// Sells so many things for cash.
fn sell(folder: &Path, count: usize) {
    let sale = serde_json::json!({
        "items": [{ "code": "7840001", "qty": "1" }],
        "tenders": [{ "tender": "cash", "amount": 4_000 }],
    });
    let file = folder.join("order.json");
    fs::write(&file, format!("{sale}\n").repeat(count)).unwrap();
    let sold = cantina(folder)
        .args(["sell", "--printer", "", "--file"])
        .arg(&file)
        .output();
    let sold = sold.unwrap();
    assert!(sold.status.success(), "{sold:?}");
}
