//! One file on the simulated disk: what programs read, what a power loss leaves, and the difference.
//!
//! It knows bytes and syncs, and neither names nor SQLite.

use std::ops::Range;

use crate::dice::Dice;

/// What the drive promises about a write that the power interrupts.
#[derive(Debug, Clone, Copy)]
pub struct Drive {
    /// The unit that reaches the platter, or not, on its own.
    pub sector_bytes: usize,
    /// Whether a torn write spares the bytes beside it (SQLite's `POWERSAFE_OVERWRITE`, the default that it
    /// assumes on Unix and on Windows). A drive without it may spoil the rest of the sector.
    pub powersafe_overwrite: bool,
    /// Whether a sync that failed forgets what it could not write, as Linux does: programs go on reading it,
    /// and the next sync succeeds without it. Other systems keep it and try again.
    pub forgets_failed_syncs: bool,
}

impl Drive {
    /// One of the drives that SQLite promises to be safe on.
    ///
    /// A drive that both spoils sectors and forgets failed syncs is not one of them: there SQLite pads the
    /// WAL past the sector that it syncs, a later sync that fails forgets the padding's end, nobody writes it
    /// again, and recovery stops before whatever was sold since (8 histories in 100). SQLite pads only under
    /// `psow=0`, which no till sets, so that pair is not played.
    pub fn rolled(dice: &mut Dice) -> Self {
        let powersafe_overwrite = dice.chance(70);
        Self {
            sector_bytes: dice.pick(&[512, 4096]),
            powersafe_overwrite,
            forgets_failed_syncs: powersafe_overwrite && dice.chance(70),
        }
    }
}

/// How this loss treats what was not synced. Rolled once a loss: independent coins for every sector
/// would hardly ever lose all but one, or nothing but one.
#[derive(Debug, Clone, Copy)]
pub struct Mood {
    kept_percent: u64,
    torn_percent: u64,
}

impl Mood {
    pub fn rolled(dice: &mut Dice) -> Self {
        Self {
            kept_percent: dice.pick(&[0, 10, 50, 90, 100]),
            torn_percent: dice.pick(&[0, 10, 50]),
        }
    }

    fn fate(self, dice: &mut Dice) -> Fate {
        if dice.chance(self.kept_percent) {
            Fate::Kept
        } else if dice.chance(self.torn_percent) {
            Fate::Torn
        } else {
            Fate::Dropped
        }
    }
}

enum Fate {
    Kept,
    Torn,
    Dropped,
}

#[derive(Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Resize { len: usize },
}

/// One file's contents.
#[derive(Debug, Default)]
pub struct Inode {
    /// What every program reads: the page cache.
    seen: Vec<u8>,
    /// What is on the platter for certain.
    durable: Vec<u8>,
    /// What leads from `durable` to `seen`, oldest first.
    pending: Vec<Change>,
}

impl Inode {
    pub fn len(&self) -> usize {
        self.seen.len()
    }

    /// Copies from `at` on; gives how many bytes there were.
    pub fn read(&self, at: usize, into: &mut [u8]) -> usize {
        let there = self.seen.len().saturating_sub(at).min(into.len());
        into[..there].copy_from_slice(&self.seen[at.min(self.seen.len())..][..there]);
        there
    }

    pub fn write(&mut self, at: usize, bytes: &[u8]) {
        if bytes.is_empty() {
            return; // and the file does not grow to where they would have been
        }
        put(&mut self.seen, at, bytes);
        self.pending.push(Change::Write {
            at,
            bytes: bytes.to_vec(),
        });
    }

    pub fn resize(&mut self, len: usize) {
        self.seen.resize(len, 0);
        self.pending.push(Change::Resize { len });
    }

    /// Everything written so far survives from here on.
    pub fn sync(&mut self) {
        for change in self.pending.drain(..) {
            match change {
                Change::Write { at, bytes } => put(&mut self.durable, at, &bytes),
                Change::Resize { len } => self.durable.resize(len, 0),
            }
        }
    }

    /// A sync that failed: some sectors arrived, and the next sync may or may not bring the others.
    pub fn fail_to_sync(&mut self, drive: Drive, mood: Mood, dice: &mut Dice) {
        if !drive.forgets_failed_syncs {
            return; // all of it is still on its way, and a power loss decides how far it came
        }
        // The size is in the file system's journal: a later sync still brings it.
        let sizes: Vec<_> = self
            .pending
            .iter()
            .filter_map(|change| match change {
                Change::Resize { len } => Some(Change::Resize { len: *len }),
                Change::Write { .. } => None,
            })
            .collect();
        self.settle(drive, mood, dice);
        self.pending = sizes;
    }

    /// The power goes and comes back: every sector that was not synced is kept, torn or dropped.
    pub fn lose_power(&mut self, drive: Drive, mood: Mood, dice: &mut Dice) {
        self.settle(drive, mood, dice);
        self.seen.clone_from(&self.durable);
    }

    fn settle(&mut self, drive: Drive, mood: Mood, dice: &mut Dice) {
        for change in std::mem::take(&mut self.pending) {
            match change {
                Change::Write { at, bytes } => self.settle_write(at, &bytes, drive, mood, dice),
                Change::Resize { len } => {
                    if matches!(mood.fate(dice), Fate::Kept) {
                        self.durable.resize(len, 0);
                    }
                }
            }
        }
    }

    fn settle_write(&mut self, at: usize, bytes: &[u8], drive: Drive, mood: Mood, dice: &mut Dice) {
        for piece in sectors(at, bytes.len(), drive.sector_bytes) {
            let written = &bytes[piece.start - at..piece.end - at];
            match mood.fate(dice) {
                Fate::Kept => {
                    self.grow_to(piece.start, dice);
                    put(&mut self.durable, piece.start, written);
                }
                Fate::Torn => self.tear(&piece, written, drive, dice),
                // The file may have grown although what it grew by never arrived.
                Fate::Dropped if dice.chance(30) => self.grow_to(piece.end, dice),
                Fate::Dropped => {}
            }
        }
    }

    fn tear(&mut self, piece: &Range<usize>, written: &[u8], drive: Drive, dice: &mut Dice) {
        if !drive.powersafe_overwrite {
            let start = piece.start - piece.start % drive.sector_bytes;
            let end = (start + drive.sector_bytes).min(self.durable.len().max(piece.end));
            let spoiled = dice.garbage(end - start);
            self.grow_to(start, dice);
            put(&mut self.durable, start, &spoiled);
        }
        self.grow_to(piece.start, dice);
        put(
            &mut self.durable,
            piece.start,
            &written[..dice.below_len(written.len())],
        );
    }

    /// A file grown by a write that did not arrive holds zeros, or whatever was on the platter before.
    fn grow_to(&mut self, len: usize, dice: &mut Dice) {
        let missing = len.saturating_sub(self.durable.len());
        if missing == 0 {
            return;
        }
        let filling = if dice.chance(50) {
            vec![0; missing]
        } else {
            dice.garbage(missing)
        };
        self.durable.extend(filling);
    }
}

/// Writes over and past the end; a gap is zeros.
fn put(image: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if image.len() < end {
        image.resize(end, 0);
    }
    image[at..end].copy_from_slice(bytes);
}

/// The parts of a write that reach the platter each on its own.
fn sectors(at: usize, len: usize, sector_bytes: usize) -> impl Iterator<Item = Range<usize>> {
    let end = at + len;
    let mut start = at;
    std::iter::from_fn(move || {
        let piece = start..end.min(start - start % sector_bytes + sector_bytes);
        start = piece.end;
        (!piece.is_empty()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::{Drive, Inode, Mood, sectors};
    use crate::dice::Dice;

    const DRIVE: Drive = Drive {
        sector_bytes: 4,
        powersafe_overwrite: true,
        forgets_failed_syncs: true,
    };
    const ALL_LOST: Mood = Mood {
        kept_percent: 0,
        torn_percent: 0,
    };
    const ALL_KEPT: Mood = Mood {
        kept_percent: 100,
        torn_percent: 0,
    };
    const ALL_TORN: Mood = Mood {
        kept_percent: 0,
        torn_percent: 100,
    };

    fn contents(inode: &Inode) -> Vec<u8> {
        let mut bytes = vec![0; inode.len()];
        assert_eq!(inode.read(0, &mut bytes), bytes.len());
        bytes
    }

    fn synced(bytes: &[u8]) -> Inode {
        let mut inode = Inode::default();
        inode.write(0, bytes);
        inode.sync();
        inode
    }

    #[test]
    fn a_write_is_split_where_sectors_end() {
        let pieces: Vec<_> = sectors(6, 7, 4).collect();
        assert_eq!(pieces, [6..8, 8..12, 12..13]);
        assert_eq!(sectors(8, 0, 4).count(), 0);
    }

    #[test]
    fn what_was_synced_survives_any_loss() {
        for seed in 0..200 {
            let mut dice = Dice::seeded(seed);
            let mut inode = synced(b"a sale is a sale");
            let mood = Mood::rolled(&mut dice);
            inode.lose_power(DRIVE, mood, &mut dice);
            assert_eq!(contents(&inode), b"a sale is a sale");
        }
    }

    #[test]
    fn what_was_not_synced_may_go_and_may_stay() {
        let mut lost = synced(b"old!");
        lost.write(0, b"new!");
        lost.lose_power(DRIVE, ALL_LOST, &mut Dice::seeded(1));
        assert_eq!(contents(&lost), b"old!");

        let mut kept = synced(b"old!");
        kept.write(0, b"new!");
        kept.lose_power(DRIVE, ALL_KEPT, &mut Dice::seeded(1));
        assert_eq!(contents(&kept), b"new!");
    }

    #[test]
    fn a_torn_sector_begins_new_and_ends_old() {
        for seed in 0..50 {
            let mut inode = synced(b"oooo");
            inode.write(0, b"nnnn");
            inode.lose_power(DRIVE, ALL_TORN, &mut Dice::seeded(seed));
            let torn = contents(&inode);
            let new = torn.iter().take_while(|byte| **byte == b'n').count();
            assert!(
                new < 4 && torn[new..].iter().all(|byte| *byte == b'o'),
                "{torn:?}"
            );
        }
    }

    #[test]
    fn a_reckless_drive_spoils_the_rest_of_the_sector_and_no_other() {
        let reckless = Drive {
            powersafe_overwrite: false,
            ..DRIVE
        };
        let mut spoiled = 0;
        for seed in 0..50 {
            let mut inode = synced(b"oooooooooooo");
            inode.write(5, b"n");
            inode.lose_power(reckless, ALL_TORN, &mut Dice::seeded(seed));
            let torn = contents(&inode);
            assert_eq!((&torn[..4], &torn[8..]), (&b"oooo"[..], &b"oooo"[..]));
            spoiled += usize::from(torn[4] != b'o');
        }
        assert!(spoiled > 40);
    }

    #[test]
    fn a_truncation_not_synced_may_be_undone() {
        let mut inode = synced(b"oooooooo");
        inode.resize(2);
        assert_eq!(inode.len(), 2);
        inode.lose_power(DRIVE, ALL_LOST, &mut Dice::seeded(1));
        assert_eq!(contents(&inode), b"oooooooo");
    }

    #[test]
    fn a_sync_that_failed_is_mended_by_the_next_only_where_it_is_not_forgotten() {
        let keeps = Drive {
            forgets_failed_syncs: false,
            ..DRIVE
        };
        for (drive, left) in [(DRIVE, b"old!"), (keeps, b"new!")] {
            let mut inode = synced(b"old!");
            inode.write(0, b"new!");
            inode.fail_to_sync(drive, ALL_LOST, &mut Dice::seeded(1));
            assert_eq!(
                contents(&inode),
                b"new!",
                "programs still read what they wrote"
            );
            inode.sync();
            inode.lose_power(drive, ALL_KEPT, &mut Dice::seeded(1));
            assert_eq!(contents(&inode), left);
        }
    }
}
