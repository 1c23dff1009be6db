//! Destinations that are full, missing, read-only, pulled out or crowded: the canteen is safe, the backups
//! of before are there, and the next try works.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use cantina::backup::{Control, Keeper, Reason};
use cantina::domain::Moment;
use cantina::settings::{Config, DataFolder};
use cantina::till::{backups, now};
use serde_json::json;

use super::canteen::{Canteen, said};

fn configure(canteen: &Canteen, change: impl FnOnce(&mut cantina::settings::Backup)) {
    let file = canteen.path("config.toml");
    let mut config = Config::load(&file).unwrap();
    change(&mut config.backup);
    config.save(&file).unwrap();
}

fn into(canteen: &Canteen, folder: &Path) {
    let folder = folder.display().to_string();
    configure(canteen, |backup| backup.folder = folder);
}

fn keeper(canteen: &Canteen) -> Keeper {
    let config = Config::load(&canteen.path("config.toml")).unwrap();
    backups::keeper(&DataFolder::at(canteen.root()), &config)
}

fn made_at(keeper: &Keeper, moment: Moment) -> std::path::PathBuf {
    let control = Arc::new(Control::quiet());
    keeper.make(Reason::Daily, moment, &control).unwrap().path
}

fn days_ago(days: i64) -> Moment {
    now().plus_millis(-days * 24 * 3_600_000)
}

#[test]
fn a_folder_with_spaces_and_an_enye_is_a_folder() {
    let canteen = Canteen::demo();
    let folder = canteen.path("copias de la Ñandutí «buena»");
    into(&canteen, &folder);
    let file = canteen.made();
    assert_eq!(file.parent(), Some(folder.as_path()));
    assert_eq!(canteen.backup(&["verify", "--all"]).status, 0);
}

#[test]
fn a_stick_that_is_not_there_is_said_and_never_replaced_by_a_folder_of_its_name() {
    let canteen = Canteen::demo();
    let stick = canteen.path("media/RESPALDO/copias");
    into(&canteen, &stick);
    canteen.backup(&["now"]).refused("destination_missing");
    assert!(!canteen.path("media").exists());
    canteen.backup(&["list"]).refused("destination_missing");
    let state = keeper(&canteen).state();
    assert_eq!(state.failures.len(), 1);
    assert_eq!(canteen.leftovers(), [""; 0]);
    fs::create_dir_all(stick.parent().unwrap()).unwrap();
    assert_eq!(canteen.backup(&["now"]).status, 0, "it is back");
    let listed = canteen.backup(&["list"]);
    assert_eq!(listed.json["health"], json!("protected"));
    assert_eq!(listed.json["failures"].as_array().unwrap().len(), 1);
}

#[test]
fn where_nobody_may_write_is_said() {
    let canteen = Canteen::demo();
    into(&canteen, Path::new("/proc/cantina"));
    let said = canteen.backup(&["now"]);
    assert_eq!(said.status, 1, "{said:?}");
    assert!(
        said.json["error"]["code"]
            .as_str()
            .unwrap()
            .starts_with("destination"),
        "{said:?}"
    );
    into(&canteen, &canteen.path("config.toml"));
    let said = canteen.backup(&["now"]);
    assert_eq!(said.status, 1, "a file in the folder's place: {said:?}");
    assert_eq!(
        canteen.run(&["selfcheck", "--json"]).json["broken"],
        json!([])
    );
}

/// A disk of its own, where this user may mount one.
#[cfg(target_os = "linux")]
struct Disk(std::path::PathBuf);

#[cfg(target_os = "linux")]
impl Disk {
    fn mount(at: &Path, options: &str) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "tmpfs"])
            .arg(at)
            .output();
        let mounted = mounted.is_ok_and(|output| output.status.success());
        mounted.then(|| Self(at.to_owned()))
    }

    fn again(&self, options: &str) {
        let options = format!("remount,{options}");
        let status = Command::new("mount")
            .args(["-o", &options])
            .arg(&self.0)
            .status();
        assert!(status.unwrap().success());
    }
}

#[cfg(target_os = "linux")]
impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_one_that_became_read_only_keep_the_backups_of_before() {
    let canteen = Canteen::demo();
    let folder = canteen.path("disk");
    let Some(disk) = Disk::mount(&folder, "size=64m") else {
        return;
    };
    into(&canteen, &folder);
    let first = canteen.made();
    let length = fs::metadata(&first).unwrap().len();
    fs::write(folder.join("full"), vec![1; 1_000_000]).unwrap();
    disk.again(&format!("size={}", 1_000_000 + length + length / 2));
    canteen.backup(&["now"]).refused("destination_full");
    assert_eq!(canteen.list().len(), 1);
    assert_eq!(canteen.backup(&["verify", "--all"]).status, 0);
    fs::remove_file(folder.join("full")).unwrap();
    disk.again("size=64m");
    canteen.made();
    disk.again("ro");
    canteen.backup(&["now"]).refused("destination_read_only");
    assert_eq!(canteen.list().len(), 2);
    assert_eq!(canteen.backup(&["verify", "--all"]).status, 0);
    let files = fs::read_dir(&folder).unwrap().count();
    assert_eq!(files, 2, "nothing is left half way");
}

/// The system refuses to write more of a file than this: as a disk that fills up while it is written.
#[cfg(unix)]
#[test]
fn a_disk_that_refuses_half_way_leaves_nothing() {
    let canteen = Canteen::demo();
    let first = canteen.made();
    for blocks in ["64", "200", "400"] {
        let mut limited = Command::new("sh");
        limited
            .args([
                "-c",
                &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""),
                "sh",
            ])
            .arg(env!("CARGO_BIN_EXE_cantina"))
            .args(["--data-dir".as_ref(), canteen.root().as_os_str()])
            .args(["backup", "now", "--json"]);
        let said = said(&mut limited);
        assert_eq!(said.status, 1, "{blocks}: {said:?}");
        assert_eq!(canteen.leftovers(), [""; 0]);
    }
    assert_eq!(canteen.list().len(), 1);
    assert_eq!(
        canteen.backup(&["verify", first.to_str().unwrap()]).status,
        0
    );
    assert_eq!(
        canteen.run(&["selfcheck", "--json"]).json["broken"],
        json!([])
    );
    canteen.made();
}

#[test]
fn a_stick_pulled_out_half_way_leaves_nothing_that_is_called_a_backup() {
    let canteen = Canteen::demo();
    let (folder, gone) = (canteen.path("stick"), canteen.path("gone"));
    into(&canteen, &folder);
    canteen.made();
    for round in 0..8 {
        let mut making = canteen.command(&["backup", "now", "--json"]);
        let child = making.stdout(std::process::Stdio::piped()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(20 + 40 * round));
        fs::rename(&folder, &gone).unwrap();
        let output = child.wait_with_output().unwrap();
        if folder.exists() {
            // It was begun only after the stick was pulled out, as a folder beside others.
            fs::remove_dir_all(&folder).unwrap();
        }
        fs::rename(&gone, &folder).unwrap();
        assert!(output.status.code().is_some());
        let all = canteen.backup(&["verify", "--all"]);
        assert_eq!(all.json["ok"], json!(true), "round {round}: {all:?}");
    }
    canteen.made();
    let hidden = fs::read_dir(&folder).unwrap().flatten();
    let hidden = hidden.filter(|file| file.file_name().to_string_lossy().starts_with('.'));
    assert_eq!(hidden.count(), 0, "the next one cleans up");
}

#[test]
fn ten_thousand_files_and_a_foreign_one_with_our_name_are_left_alone() {
    let canteen = Canteen::demo();
    let folder = canteen.path("backups");
    fs::create_dir_all(&folder).unwrap();
    for number in 0..10_000 {
        fs::write(folder.join(format!("foto {number}.jpg")), "x").unwrap();
    }
    let foreign = folder.join("cantina-2020-01-01T2200-0300.backup");
    fs::write(&foreign, "somebody's own").unwrap();
    let begun = Instant::now();
    canteen.made();
    let listed = canteen.backup(&["list"]);
    assert!(begun.elapsed() < Duration::from_secs(30));
    assert_eq!(listed.status, 1, "one of them is not good");
    assert_eq!(listed.json["backups"].as_array().unwrap().len(), 2);
    assert_eq!(canteen.backup(&["prune"]).json["removed"], json!([]));
    assert_eq!(fs::read(&foreign).unwrap(), b"somebody's own");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 10_002);
}

#[test]
fn what_is_old_goes_but_one_a_month_and_nothing_of_anybody_else() {
    let canteen = Canteen::demo();
    let keeper_ = keeper(&canteen);
    let old: Vec<_> = [58, 57, 56]
        .map(|days| made_at(&keeper_, days_ago(days)))
        .into();
    let other = Canteen::demo();
    let others = made_at(&keeper(&other), days_ago(500));
    let others_here = canteen.path("backups").join(others.file_name().unwrap());
    fs::copy(&others, &others_here).unwrap();
    let would = canteen.backup(&["prune", "--dry-run"]);
    assert_eq!(would.status, 0, "{would:?}");
    let last = made_at(&keeper_, now());
    let left: Vec<_> = old.iter().filter(|file| file.exists()).collect();
    assert!(
        (1..=2).contains(&left.len()),
        "one of each of at most two months: {left:?}"
    );
    assert!(last.exists() && others_here.exists());
    assert_eq!(
        canteen.backup(&["prune"]).json["removed"],
        json!([]),
        "once is enough"
    );
}

#[test]
fn on_a_new_computer_nothing_goes_that_was_not_tried_there() {
    let (old, new) = (Canteen::demo(), Canteen::empty());
    let made = [58, 57].map(|days| made_at(&keeper(&old), days_ago(days)));
    let folder = new.path("backups");
    fs::create_dir_all(&folder).unwrap();
    for file in &made {
        fs::copy(file, folder.join(file.file_name().unwrap())).unwrap();
    }
    let from = folder.join(made[1].file_name().unwrap());
    let restored = new.backup(&["restore", from.to_str().unwrap(), "--yes"]);
    assert_eq!(restored.status, 0, "{restored:?}");
    let would = new.backup(&["prune", "--dry-run"]);
    assert_eq!(would.json["removed"], json!([]), "{would:?}");
}

#[test]
fn a_clock_set_back_by_a_year_deletes_nothing_and_backs_up_all_the_same() {
    let canteen = Canteen::demo();
    let keeper = keeper(&canteen);
    let present = made_at(&keeper, now());
    let last = keeper.state().last_good.map(|seen| seen.at);
    assert!(cantina::backup::is_due(
        last,
        keeper.settings(),
        days_ago(365)
    ));
    let back = made_at(&keeper, days_ago(365));
    assert!(present.exists() && back.exists());
    assert_eq!(keeper.prune(days_ago(365), false).unwrap(), []);
    let again = made_at(&keeper, now().plus_millis(60_000));
    assert!(present.exists() && again.exists());
}

#[test]
fn the_second_folder_is_kept_in_step_whenever_it_is_there() {
    let canteen = Canteen::demo();
    let stick = canteen.path("RESPALDO ñ");
    let name = stick.display().to_string();
    configure(&canteen, |backup| backup.second = name);
    let first = canteen.backup(&["now"]);
    assert_eq!(
        (first.status, &first.json["copied"]),
        (0, &json!(null)),
        "it is not there"
    );
    fs::create_dir(&stick).unwrap();
    let second = canteen.backup(&["now"]);
    assert_eq!(
        second.json["copied"],
        json!(2),
        "what it missed is made up for: {second:?}"
    );
    for file in [first.path("path"), second.path("path")] {
        let copy = stick.join(file.file_name().unwrap());
        assert_eq!(fs::read(copy).unwrap(), fs::read(file).unwrap());
    }
    assert!(keeper(&canteen).state().second.is_some());
}

#[test]
fn two_never_run_at_once_and_what_a_dead_one_left_is_cleaned() {
    let canteen = Canteen::demo();
    let first = canteen.made();
    let lock = fs::File::options()
        .write(true)
        .open(canteen.path("backup.lock"))
        .unwrap();
    lock.lock().unwrap();
    canteen.backup(&["now"]).refused("backup_busy");
    canteen
        .backup(&["restore", first.to_str().unwrap(), "--yes"])
        .refused("backup_busy");
    drop(lock);
    fs::create_dir_all(canteen.path("backup.work")).unwrap();
    fs::write(canteen.path("backup.work/cantina.db"), "half").unwrap();
    let partial = canteen.path("backups/.cantina-2026-11-22T2200-0300.backup.partial");
    fs::write(&partial, "half").unwrap();
    canteen.made();
    assert!(!partial.exists());
    assert_eq!(canteen.leftovers(), [""; 0]);
}

#[test]
fn a_damaged_canteen_is_said_and_comes_back_and_its_file_is_kept() {
    let canteen = Canteen::demo();
    let (file, books) = (canteen.made(), canteen.books());
    let wrong = [
        b"not a database at all, and rather long".to_vec(),
        vec![0; 50_000],
    ];
    for wrong in wrong {
        fs::write(canteen.path("cantina.db"), &wrong).unwrap();
        let refused = canteen.backup(&["now"]);
        assert_eq!(refused.status, 1, "{refused:?}");
        let restored = canteen.backup(&["restore", file.to_str().unwrap(), "--yes"]);
        assert_eq!(restored.status, 0, "{restored:?}");
        assert_eq!(canteen.books(), books);
        let aside = restored.path("aside").join("cantina.db");
        assert_eq!(fs::read(aside).unwrap(), wrong);
        std::thread::sleep(Duration::from_millis(1_100));
    }
}
