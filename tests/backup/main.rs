//! Backups, made, verified, listed, deleted and brought back by the real program.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

mod canteen;
mod damage;
mod disk;
mod schedule;

use std::fs;
use std::process::Command;

use rusqlite::Connection;
use serde_json::json;

use canteen::{Canteen, said};

#[test]
fn a_backup_holds_everything_and_is_known_to_restore() {
    let canteen = Canteen::demo();
    let file = canteen.made();
    let listed = canteen.list();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["standing"], "good");
    assert_eq!(listed[0]["own"], json!(true));
    let sales: i64 = canteen.ask("SELECT count(*) FROM sale");
    assert_eq!(listed[0]["contents"]["sales"], json!(sales));
    let parts = listed[0]["parts"].as_array().unwrap();
    let names: Vec<_> = parts
        .iter()
        .map(|part| part["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["cantina.db", "config.toml", "photos/00414 ñandú.jpg"]
    );
    let verified = canteen.backup(&["verify", file.to_str().unwrap()]);
    assert_eq!((verified.status, &verified.json["ok"]), (0, &json!(true)));
    let by_name = file.file_name().unwrap().to_str().unwrap();
    assert_eq!(canteen.backup(&["verify", by_name]).status, 0);
    assert_eq!(canteen.backup(&["verify", "--all"]).json["ok"], json!(true));
    assert_eq!(
        canteen.backup(&["show", by_name]).json["contents"]["sales"],
        json!(sales)
    );
    assert_eq!(canteen.leftovers(), [""; 0]);
    let log = fs::read_to_string(canteen.path("logs/backup.log")).unwrap();
    assert!(
        log.lines()
            .next()
            .unwrap()
            .contains("Copia hecha y verificada"),
        "{log}"
    );
}

#[test]
fn two_backups_of_one_minute_have_two_names() {
    let canteen = Canteen::demo();
    let (one, other) = (canteen.made(), canteen.made());
    assert_ne!(one, other);
    assert_eq!(canteen.list().len(), 2);
}

#[test]
fn common_tools_open_a_backup() {
    let canteen = Canteen::demo();
    let (file, into) = (canteen.made(), canteen.path("into"));
    fs::create_dir(&into).unwrap();
    let tar = Command::new("tar")
        .args(["--zstd", "-xf"])
        .arg(&file)
        .arg("-C")
        .arg(&into)
        .output();
    // Where neither tar nor zstd are installed, there is nothing to try.
    let Ok(tar) = tar else { return };
    let errors = String::from_utf8_lossy(&tar.stderr).into_owned();
    if errors.contains("zstd") && !tar.status.success() {
        return;
    }
    assert!(tar.status.success(), "{errors}");
    let unpacked = Connection::open(into.join("cantina.db")).unwrap();
    let sales: i64 = unpacked
        .query_row("SELECT count(*) FROM sale", [], |row| row.get(0))
        .unwrap();
    assert_eq!(sales, canteen.ask::<i64>("SELECT count(*) FROM sale"));
    let config = fs::read(into.join("config.toml")).unwrap();
    assert_eq!(config, fs::read(canteen.path("config.toml")).unwrap());
    assert!(into.join("photos/00414 ñandú.jpg").is_file());
}

#[test]
fn a_backup_comes_back_and_the_restore_can_be_undone_and_done_again() {
    let canteen = Canteen::demo();
    let (file, before) = (canteen.made(), canteen.books());
    canteen.sell();
    canteen.sell();
    let after = canteen.books();
    let path = file.to_str().unwrap();
    canteen.backup(&["restore", path]).refused("needs_yes");
    assert_eq!(canteen.books(), after);
    let restored = canteen.backup(&["restore", path, "--yes"]);
    assert_eq!(restored.status, 0, "{restored:?}");
    assert_eq!(restored.json["lost"]["sales"], json!(2));
    assert_eq!(canteen.books(), before);
    assert!(restored.path("before").is_file());
    assert_eq!(
        canteen.run(&["selfcheck", "--json"]).json["broken"],
        json!([])
    );
    let undone = canteen.backup(&["undo-restore", "--yes"]);
    assert_eq!(
        (undone.status, &undone.json["lost"]["sales"]),
        (0, &json!(0))
    );
    assert_eq!(canteen.books(), after);
    assert_eq!(canteen.backup(&["undo-restore", "--yes"]).status, 0);
    assert_eq!(canteen.books(), before);
    assert_eq!(
        canteen.list().len(),
        4,
        "each restore backed the present up"
    );
    assert_eq!(canteen.leftovers(), [""; 0]);
    canteen.sell();
}

#[test]
fn what_is_sold_under_numbers_that_are_used_again_is_said_to_be_lost_by_an_undo() {
    let canteen = Canteen::demo();
    let file = canteen.made();
    canteen.sell();
    canteen.sell();
    let restored = canteen.backup(&["restore", file.to_str().unwrap(), "--yes"]);
    assert_eq!(restored.status, 0, "{restored:?}");
    canteen.sell();
    let undone = canteen.backup(&["undo-restore", "--yes"]);
    assert_eq!(undone.json["lost"]["sales"], json!(1), "{undone:?}");
}

#[test]
fn a_new_computer_gets_everything_back_from_a_backup_alone() {
    let old = Canteen::demo();
    let (file, new) = (old.made(), Canteen::empty());
    let restored = new.backup(&["restore", file.to_str().unwrap(), "--yes"]);
    assert_eq!(restored.status, 0, "{restored:?}");
    assert_eq!(restored.json["before"], json!(null));
    assert_eq!(new.books(), old.books());
    for name in ["config.toml", "photos/00414 ñandú.jpg"] {
        assert_eq!(
            fs::read(new.path(name)).unwrap(),
            fs::read(old.path(name)).unwrap()
        );
    }
    new.backup(&["undo-restore", "--yes"])
        .refused("nothing_to_undo");
    new.sell();
}

#[test]
fn tickets_that_waited_are_asked_about_after_a_restore_and_not_printed_again() {
    let canteen = Canteen::demo();
    let file = canteen.path("cantina.db");
    let waiting =
        "UPDATE print_job SET state = 'waiting' WHERE id = (SELECT max(id) FROM print_job)";
    Connection::open(file)
        .unwrap()
        .execute(waiting, [])
        .unwrap();
    let backup = canteen.made();
    let restored = canteen.backup(&["restore", backup.to_str().unwrap(), "--yes"]);
    assert_eq!(restored.status, 0, "{restored:?}");
    let open = "SELECT group_concat(state) FROM print_job WHERE state <> 'printed'";
    assert_eq!(canteen.ask::<String>(open), "uncertain");
}

#[test]
fn a_canteen_that_a_till_has_open_is_backed_up_and_not_restored_beside_it() {
    let canteen = Canteen::demo();
    let first = canteen.made();
    let folder = cantina::settings::DataFolder::at(canteen.root());
    let till = cantina::till::Till::open(folder, Some("")).unwrap();
    let second = canteen.made();
    assert_ne!(first, second);
    let restored = canteen.backup(&["restore", first.to_str().unwrap(), "--yes"]);
    restored.refused("already_open");
    till.close(std::time::Duration::from_secs(1));
}

#[test]
fn the_till_that_has_a_canteen_open_restores_under_itself() {
    use cantina::backup::Control;
    use cantina::store::Stamp;
    use std::sync::Arc;
    let canteen = Canteen::demo();
    let (file, before) = (canteen.made(), canteen.books());
    canteen.sell();
    let folder = cantina::settings::DataFolder::at(canteen.root());
    let till = cantina::till::Till::open(folder, Some("")).unwrap();
    let now = cantina::till::now();
    let restored = till.restore(file, Stamp::at(now), Arc::new(Control::quiet()));
    let restored = restored.wait().unwrap().unwrap();
    assert_eq!(canteen.books(), before);
    let check = till.self_check().wait().unwrap().unwrap();
    assert!(check.broken.is_empty(), "{check:?}");
    assert!(restored.before.unwrap().is_file());
    // It goes on writing into the file that came back.
    let keeper = till.keeper();
    assert!(keeper.undo().is_ok());
    let pin = cantina::domain::user::Pin::parse("9753").unwrap();
    let role = cantina::domain::user::Role::Cashier;
    till.add_user("Nueva".to_owned(), role, pin)
        .wait()
        .unwrap()
        .unwrap();
    let added: i64 = canteen.ask("SELECT count(*) FROM user WHERE name = 'Nueva'");
    assert_eq!(added, 1);
}

#[test]
fn a_backup_of_the_first_schema_is_made_and_comes_back_into_this_one() {
    let old = Canteen::empty();
    let file = Connection::open(old.path("cantina.db")).unwrap();
    file.execute_batch(include_str!("../../src/store/schema/1_till.sql"))
        .unwrap();
    file.execute_batch(
        "PRAGMA application_id = 1130458740; PRAGMA user_version = 1;
         INSERT INTO till (id, name) VALUES (1, 'Caja 1');
         INSERT INTO user (name, role, pin_hash) VALUES ('Tita', 'administrator', 'none');",
    )
    .unwrap();
    drop(file);
    let backup = old.made();
    assert_eq!(
        old.ask::<i64>("PRAGMA user_version"),
        1,
        "a backup changes nothing"
    );
    let new = Canteen::empty();
    let restored = new.backup(&["restore", backup.to_str().unwrap(), "--yes"]);
    assert_eq!(restored.status, 0, "{restored:?}");
    assert_eq!(restored.json["contents"]["schema"], json!(1));
    assert_eq!(new.ask::<i64>("PRAGMA user_version"), 16);
    assert_eq!(new.ask::<String>("SELECT name FROM user"), "Tita");
    assert_eq!(new.run(&["selfcheck", "--json"]).json["broken"], json!([]));
    let copies = fs::read_dir(new.root()).unwrap().flatten();
    let copies = copies.filter(|file| file.file_name().to_string_lossy().contains("before-schema"));
    assert_eq!(copies.count(), 0, "the backup itself is the copy of before");
}

#[test]
fn one_that_is_due_is_made_once() {
    let canteen = Canteen::demo();
    let first = canteen.backup(&["now", "--if-due"]);
    assert_eq!(first.json["made"], json!(true), "{first:?}");
    let second = canteen.backup(&["now", "--if-due"]);
    assert_eq!(
        (second.status, &second.json["made"]),
        (0, &json!(false)),
        "{second:?}"
    );
}

#[test]
fn without_a_canteen_nothing_is_backed_up_and_no_empty_one_is_made() {
    let canteen = Canteen::empty();
    canteen.backup(&["now"]).refused("no_canteen");
    assert!(!canteen.path("cantina.db").exists());
    let missing = canteen.backup(&["verify", "cantina-2026-11-22T2200-0300.backup"]);
    missing.refused("no_such_backup");
}

#[test]
fn every_sentence_is_in_the_language_asked_for() {
    let canteen = Canteen::empty();
    let told = ["es-PY", "en", "pt-BR"]
        .map(|locale| said(&mut canteen.command(&["backup", "now", "--locale", locale])).errors);
    assert!(told[0] != told[1] && told[1] != told[2], "{told:?}");
    assert!(told.iter().all(|said| !said.contains('⟦')), "{told:?}");
}
