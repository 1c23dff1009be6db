//! Whatever is done to a backup's bytes: it is found, and nothing of it is brought back.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use cantina::backup::{Control, Error, Keeper};
use cantina::settings::{Config, DataFolder};
use cantina::store::Stamp;
use cantina::till::{backups, now};
use serde_json::json;

use super::canteen::Canteen;

const FLIPS: usize = 2_000;
const CUTS: usize = 200;

/// A small canteen: what is tried a thousand times must not be large.
fn small() -> Canteen {
    let canteen = Canteen::empty();
    let folder = DataFolder::at(canteen.root());
    drop(cantina::till::Till::open(folder, Some("")).unwrap());
    canteen
}

fn keeper(canteen: &Canteen) -> Keeper {
    backups::keeper(&DataFolder::at(canteen.root()), &Config::default())
}

/// Numbers from a seed, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

/// Both find it: whoever verifies and whoever restores.
fn must_be_found(keeper: &Keeper, file: &Path, restore: bool, what: &str) {
    let found = keeper.verify(file, now(), &Control::quiet());
    assert!(matches!(found, Err(Error::Bad { .. })), "{what}: {found:?}");
    if restore {
        let control = Arc::new(Control::quiet());
        let refused = keeper.restore_closed(file, Stamp::at(now()), &control);
        assert!(
            matches!(refused, Err(Error::Bad { .. })),
            "{what}: {refused:?}"
        );
    }
}

#[test]
fn one_flipped_bit_is_found_wherever_it_is() {
    let halves: Vec<_> = (0..2)
        .map(|half| {
            thread::spawn(move || {
                let canteen = small();
                let (whole, keeper) = (fs::read(canteen.made()).unwrap(), keeper(&canteen));
                let file = canteen.path("cantina-2026-01-01T0000-0300.backup");
                let mut dice = Dice(0x5eed + half);
                for round in 0..FLIPS / 2 {
                    // The ends, where lengths and hashes are, are tried in full.
                    let at = match round {
                        0..64 => round,
                        64..128 => whole.len() - 1 - (round - 64),
                        _ => dice.below(whole.len()),
                    };
                    let mut bytes = whole.clone();
                    bytes[at] ^= 1 << dice.below(8);
                    fs::write(&file, &bytes).unwrap();
                    let what = format!("half {half}, byte {at} of {}", whole.len());
                    must_be_found(&keeper, &file, round % 20 == 0, &what);
                }
            })
        })
        .collect();
    for half in halves {
        half.join().unwrap();
    }
}

#[test]
fn a_backup_cut_short_is_found_wherever_it_ends() {
    let canteen = small();
    let (whole, keeper) = (fs::read(canteen.made()).unwrap(), keeper(&canteen));
    let file = canteen.path("cantina-2026-01-01T0000-0300.backup");
    let mut dice = Dice(0xc07);
    for round in 0..CUTS {
        let length = match round {
            0..60 => round,
            60..120 => whole.len() - 1 - (round - 60),
            _ => dice.below(whole.len()),
        };
        fs::write(&file, &whole[..length]).unwrap();
        must_be_found(&keeper, &file, round % 10 == 0, &format!("cut to {length}"));
    }
    fs::write(&file, [whole.as_slice(), b"more"].concat()).unwrap();
    must_be_found(&keeper, &file, true, "longer");
}

#[test]
fn a_damaged_backup_is_listed_as_bad_and_the_program_says_so() {
    let canteen = Canteen::demo();
    let file = canteen.made();
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 4;
    fs::write(&file, &bytes).unwrap();
    let books = canteen.books();
    let path = file.to_str().unwrap();
    let verified = canteen.backup(&["verify", path]);
    assert_eq!(
        (verified.status, &verified.json["code"]),
        (1, &json!("backup_damaged"))
    );
    let sentence = verified.json["why"].as_str().unwrap_or_default();
    assert_eq!(verified.errors.lines().count(), 1, "{}", verified.errors);
    assert!(verified.errors.contains(sentence), "{}", verified.errors);
    let listed = canteen.backup(&["list"]);
    assert_eq!(
        (listed.status, &listed.json["backups"][0]["standing"]),
        (1, &json!("bad"))
    );
    canteen
        .backup(&["restore", path, "--yes"])
        .refused("backup_damaged");
    assert_eq!(canteen.books(), books);
    assert_eq!(canteen.leftovers(), [""; 0]);
}

/// Packs these files as a backup is packed, seal and all.
fn forged(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for (name, bytes) in parts {
        let mut head = tar::Header::new_gnu();
        head.set_size(bytes.len() as u64);
        head.set_mode(0o600);
        tar.append_data(&mut head, name, *bytes).unwrap();
    }
    let mut sealed = zstd::encode_all(tar.into_inner().unwrap().as_slice(), 3).unwrap();
    let hash = blake3::hash(&sealed);
    sealed.extend_from_slice(b"\x5c\x2a\x4d\x18\x28\0\0\0CANTINA1");
    sealed.extend_from_slice(hash.as_bytes());
    sealed
}

/// Names and bytes.
type Parts = Vec<(String, Vec<u8>)>;

/// The parts of a backup as they are in it.
fn parts_of(file: &PathBuf) -> Parts {
    let unpacked = zstd::decode_all(fs::File::open(file).unwrap()).unwrap();
    let mut tar = tar::Archive::new(unpacked.as_slice());
    let entries = tar.entries().unwrap().map(|entry| {
        let mut entry = entry.unwrap();
        let name = entry.path().unwrap().to_str().unwrap().to_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        (name, bytes)
    });
    entries.collect()
}

#[test]
fn what_is_inside_a_good_seal_is_compared_too() {
    let canteen = small();
    let (made, keeper) = (canteen.made(), keeper(&canteen));
    let file = canteen.path("cantina-2026-01-01T0000-0300.backup");
    let parts = parts_of(&made);
    let with = |change: &dyn Fn(&mut Parts)| {
        let mut parts = parts.clone();
        change(&mut parts);
        let parts: Vec<_> = parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        fs::write(&file, forged(&parts)).unwrap();
    };
    let edit = |parts: &mut Parts, from: &str, to: &str| {
        let text = String::from_utf8(parts[0].1.clone()).unwrap();
        assert!(text.contains(from), "{text}");
        parts[0].1 = text.replace(from, to).into_bytes();
    };
    with(&|_| ());
    keeper.verify(&file, now(), &Control::quiet()).unwrap();
    with(&|parts| parts[1].1[5_000] ^= 1);
    must_be_found(&keeper, &file, true, "a changed database");
    with(&|parts| drop(parts.pop()));
    must_be_found(&keeper, &file, true, "a missing part");
    with(&|parts| parts.push(("more".into(), Vec::new())));
    must_be_found(&keeper, &file, true, "one part too many");
    with(&|parts| edit(parts, "\"sales\":0", "\"sales\":1"));
    must_be_found(&keeper, &file, true, "other contents");
    with(&|parts| edit(parts, "\"format\":1", "\"format\":2"));
    must_be_found(&keeper, &file, true, "a newer format");
    with(&|parts| parts.swap(0, 1));
    must_be_found(&keeper, &file, true, "no manifest at its beginning");
    fs::write(&file, forged(&[])).unwrap();
    must_be_found(&keeper, &file, true, "nothing");
    assert!(!canteen.path("more").exists());
}

/// A part that is called `photos/../../x` must not be put there.
#[test]
fn no_part_is_put_anywhere_else() {
    let canteen = small();
    let (made, keeper) = (canteen.made(), keeper(&canteen));
    let file = canteen.path("cantina-2026-01-01T0000-0300.backup");
    let mut parts = parts_of(&made);
    let text = String::from_utf8(parts[0].1.clone()).unwrap();
    let hash = blake3::hash(b"x");
    for name in ["photos/..", "photos/a\\\\b", "config.toml/x", "x"] {
        let more = format!("{{\"name\":\"{name}\",\"bytes\":1,\"blake3\":\"{hash}\"}}");
        parts[0].1 = text
            .replace("\"parts\":[", &format!("\"parts\":[{more},"))
            .into_bytes();
        let plain = name.replace("\\\\", "\\");
        let parts = [
            (parts[0].0.as_str(), parts[0].1.as_slice()),
            (plain.as_str(), b"x"),
        ];
        // tar itself refuses to write some of these names.
        let Ok(bytes) = std::panic::catch_unwind(|| forged(&parts)) else {
            continue;
        };
        fs::write(&file, bytes).unwrap();
        must_be_found(&keeper, &file, true, name);
    }
}
