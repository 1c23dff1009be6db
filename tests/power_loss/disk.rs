//! A disk in memory: names, files, faults and the power. Pure: it knows neither SQLite nor threads.
//!
//! What is not synced is not there yet. A file's bytes are made durable by a sync of that file; a name
//! (a file made or deleted) by a sync of the folder, which SQLite asks for when it syncs a journal that it
//! has just made. Until then a power loss may undo any of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::dice::Dice;
use crate::inode::{Drive, Inode, Mood};

/// A file, whatever its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(u32);

/// Why the disk did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// The power is gone; nothing works until [`Disk::restart`].
    NoPower,
    /// A write failed; a part of it may have happened.
    Write,
    /// No space left; a part of the write may have happened.
    Full,
    /// A sync failed; see [`Inode::fail_to_sync`].
    Sync,
    NotFound,
}

/// What the simulator breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    WriteFails,
    DiskFull,
    SyncFails,
}

/// A fault waiting for its moment: it lets `spared` calls of its kind pass, then fails the next `lasting`.
#[derive(Debug, Clone, Copy)]
pub struct Armed {
    pub fault: Fault,
    pub spared: u64,
    pub lasting: u64,
}

/// How a change of the disk ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Whole,
    /// The power goes while it happens: it may have reached the platter, and nobody is told.
    Interrupted,
}

#[derive(Debug)]
struct File {
    inode: Inode,
    /// The first sync also syncs the folder that names it, as SQLite's own Unix VFS does for journals.
    names_to_sync: bool,
}

#[derive(Debug)]
pub struct Disk {
    drive: Drive,
    dice: Dice,
    files: BTreeMap<FileId, File>,
    next_file: u32,
    names: BTreeMap<String, FileId>,
    durable_names: BTreeMap<String, FileId>,
    /// What leads from `durable_names` to `names`, oldest first; `None` deletes.
    pending_names: Vec<(String, Option<FileId>)>,
    capacity_bytes: Option<usize>,
    armed: Option<Armed>,
    powered: bool,
    steps_to_cut: Option<u64>,
    steps: u64,
    faults: u64,
}

impl Disk {
    pub const fn new(drive: Drive, dice: Dice) -> Self {
        Self {
            drive,
            dice,
            files: BTreeMap::new(),
            next_file: 0,
            names: BTreeMap::new(),
            durable_names: BTreeMap::new(),
            pending_names: Vec::new(),
            capacity_bytes: None,
            armed: None,
            powered: true,
            steps_to_cut: None,
            steps: 0,
            faults: 0,
        }
    }

    pub const fn drive(&self) -> Drive {
        self.drive
    }

    // What a program does.

    pub fn find(&self, name: &str) -> Result<Option<FileId>, Error> {
        self.alive()?;
        Ok(self.names.get(name).copied())
    }

    /// Makes a file. Without a name it is a temporary one.
    pub fn create(&mut self, name: Option<&str>, names_to_sync: bool) -> Result<FileId, Error> {
        let step = self.step()?;
        let id = FileId(self.next_file);
        self.next_file += 1;
        self.files.insert(
            id,
            File {
                inode: Inode::default(),
                names_to_sync,
            },
        );
        if let Some(name) = name {
            self.rename(name, Some(id));
        }
        step.outcome(id)
    }

    /// Deletes a name. The contents stay for whoever has the file open.
    pub fn delete(&mut self, name: &str, sync_names: bool) -> Result<(), Error> {
        if self.find(name)?.is_none() {
            return Err(Error::NotFound);
        }
        let step = self.step()?;
        self.rename(name, None);
        if sync_names && step == Step::Whole {
            self.sync_names();
        }
        step.outcome(())
    }

    pub fn read(&self, file: FileId, at: usize, into: &mut [u8]) -> Result<usize, Error> {
        self.alive()?;
        Ok(self.inode(file).read(at, into))
    }

    pub fn len(&self, file: FileId) -> Result<usize, Error> {
        self.alive()?;
        Ok(self.inode(file).len())
    }

    pub fn write(&mut self, file: FileId, at: usize, bytes: &[u8]) -> Result<(), Error> {
        let step = self.step()?;
        if let Some(error) = self.write_fault() {
            let part = self.dice.below_len(bytes.len());
            let fits = self.room_for(file, at, part);
            self.inode_mut(file).write(at, &bytes[..fits]);
            return Err(error);
        }
        let fits = self.room_for(file, at, bytes.len());
        self.inode_mut(file).write(at, &bytes[..fits]);
        if fits < bytes.len() {
            self.faults += 1;
            return Err(Error::Full);
        }
        step.outcome(())
    }

    pub fn resize(&mut self, file: FileId, len: usize) -> Result<(), Error> {
        let step = self.step()?;
        self.inode_mut(file).resize(len);
        step.outcome(())
    }

    pub fn sync(&mut self, file: FileId) -> Result<(), Error> {
        if self.step()? == Step::Interrupted {
            return Err(Error::NoPower);
        }
        if self.fires(Fault::SyncFails) {
            let mood = Mood::rolled(&mut self.dice);
            let (drive, mut dice) = (self.drive, self.dice.fork());
            self.inode_mut(file).fail_to_sync(drive, mood, &mut dice);
            return Err(Error::Sync);
        }
        let file = self.files.get_mut(&file).expect("an open file exists");
        file.inode.sync();
        if std::mem::take(&mut file.names_to_sync) {
            self.sync_names();
        }
        Ok(())
    }

    // What the simulator does.

    /// The power goes during the change that comes after `steps` others.
    pub const fn cut_power_after(&mut self, steps: u64) {
        self.steps_to_cut = Some(steps);
    }

    pub const fn cut_power(&mut self) {
        self.powered = false;
    }

    pub const fn is_powered(&self) -> bool {
        self.powered
    }

    /// The power comes back (and goes first, if it was there): what was not synced meets its fate.
    pub fn restart(&mut self) {
        let mood = Mood::rolled(&mut self.dice);
        self.settle_names();
        let named: BTreeSet<_> = self.names.values().copied().collect();
        self.files.retain(|id, _| named.contains(id));
        for file in self.files.values_mut() {
            file.inode.lose_power(self.drive, mood, &mut self.dice);
            file.names_to_sync = false;
        }
        self.mend();
        self.powered = true;
        self.steps_to_cut = None;
    }

    pub const fn arm(&mut self, armed: Armed) {
        self.armed = Some(armed);
    }

    /// Leaves room for so many bytes more.
    pub fn fill_up_to(&mut self, free_bytes: usize) {
        self.capacity_bytes = Some(self.used_bytes() + free_bytes);
    }

    /// The fault passes: writes and syncs work, and there is space.
    pub const fn mend(&mut self) {
        self.armed = None;
        self.capacity_bytes = None;
    }

    /// How many calls failed although there was power.
    pub const fn faults(&self) -> u64 {
        self.faults
    }

    /// How many changes were asked for.
    pub const fn steps(&self) -> u64 {
        self.steps
    }

    fn alive(&self) -> Result<(), Error> {
        if self.powered {
            Ok(())
        } else {
            Err(Error::NoPower)
        }
    }

    /// Every change passes here: this is the clock by which the power goes.
    fn step(&mut self) -> Result<Step, Error> {
        self.alive()?;
        self.steps += 1;
        match &mut self.steps_to_cut {
            Some(0) => {
                self.powered = false;
                Ok(Step::Interrupted)
            }
            Some(left) => {
                *left -= 1;
                Ok(Step::Whole)
            }
            None => Ok(Step::Whole),
        }
    }

    fn write_fault(&mut self) -> Option<Error> {
        if self.fires(Fault::WriteFails) {
            Some(Error::Write)
        } else if self.fires(Fault::DiskFull) {
            Some(Error::Full)
        } else {
            None
        }
    }

    fn fires(&mut self, fault: Fault) -> bool {
        let Some(armed) = self.armed.as_mut().filter(|armed| armed.fault == fault) else {
            return false;
        };
        if armed.spared > 0 {
            armed.spared -= 1;
            return false;
        }
        if armed.lasting == 0 {
            return false;
        }
        armed.lasting -= 1;
        self.faults += 1;
        true
    }

    /// How many of `len` bytes still fit at this place. Writing over what is there always fits.
    fn room_for(&self, file: FileId, at: usize, len: usize) -> usize {
        let Some(capacity) = self.capacity_bytes else {
            return len;
        };
        let free = capacity.saturating_sub(self.used_bytes());
        let end = self.inode(file).len() + free;
        end.saturating_sub(at).min(len)
    }

    fn used_bytes(&self) -> usize {
        self.names.values().map(|id| self.inode(*id).len()).sum()
    }

    fn inode(&self, file: FileId) -> &Inode {
        &self.files.get(&file).expect("an open file exists").inode
    }

    fn inode_mut(&mut self, file: FileId) -> &mut Inode {
        &mut self
            .files
            .get_mut(&file)
            .expect("an open file exists")
            .inode
    }

    fn rename(&mut self, name: &str, to: Option<FileId>) {
        apply_name(&mut self.names, name, to);
        self.pending_names.push((name.to_owned(), to));
    }

    fn sync_names(&mut self) {
        self.durable_names.clone_from(&self.names);
        self.pending_names.clear();
    }

    /// Each name is as some moment since the last sync left it, whatever becomes of the others.
    fn settle_names(&mut self) {
        let pending = std::mem::take(&mut self.pending_names);
        let touched: BTreeSet<_> = pending.iter().map(|(name, _)| name).collect();
        for name in touched {
            let changes: Vec<_> = pending.iter().filter(|(other, _)| other == name).collect();
            let arrived = self.dice.below_len(changes.len() + 1);
            for (_, to) in &changes[..arrived] {
                apply_name(&mut self.durable_names, name, *to);
            }
        }
        self.names.clone_from(&self.durable_names);
    }
}

impl Step {
    const fn outcome<T: Copy>(self, done: T) -> Result<T, Error> {
        match self {
            Self::Whole => Ok(done),
            Self::Interrupted => Err(Error::NoPower),
        }
    }
}

fn apply_name(names: &mut BTreeMap<String, FileId>, name: &str, to: Option<FileId>) {
    match to {
        Some(file) => names.insert(name.to_owned(), file),
        None => names.remove(name),
    };
}

#[cfg(test)]
mod tests {
    use super::{Armed, Disk, Error, Fault};
    use crate::dice::Dice;
    use crate::inode::Drive;

    fn a_disk(seed: u64) -> Disk {
        Disk::new(
            Drive {
                sector_bytes: 512,
                powersafe_overwrite: true,
                forgets_failed_syncs: true,
            },
            Dice::seeded(seed),
        )
    }

    #[test]
    fn a_name_not_synced_may_vanish_and_a_synced_one_never_does() {
        let mut vanished = 0;
        for seed in 0..100 {
            let mut disk = a_disk(seed);
            disk.create(Some("unsynced"), false).expect("power is on");
            let journal = disk.create(Some("journal"), true).expect("power is on");
            disk.sync(journal).expect("power is on");
            disk.create(Some("late"), false).expect("power is on");
            disk.restart();
            assert!(disk.find("journal").expect("power is back").is_some());
            assert!(
                disk.find("unsynced").expect("power is back").is_some(),
                "the folder was synced"
            );
            vanished += usize::from(disk.find("late").expect("power is back").is_none());
        }
        assert!((20..80).contains(&vanished), "{vanished}");
    }

    #[test]
    fn a_deleted_file_may_come_back_with_its_contents() {
        let mut returned = 0;
        for seed in 0..100 {
            let mut disk = a_disk(seed);
            let file = disk.create(Some("journal"), true).expect("power is on");
            disk.write(file, 0, b"hot").expect("power is on");
            disk.sync(file).expect("power is on");
            disk.delete("journal", false).expect("it is there");
            disk.restart();
            if let Some(file) = disk.find("journal").expect("power is back") {
                let mut bytes = [0; 3];
                disk.read(file, 0, &mut bytes).expect("power is back");
                assert_eq!(&bytes, b"hot");
                returned += 1;
            }
        }
        assert!((20..80).contains(&returned), "{returned}");
    }

    #[test]
    fn the_power_goes_during_the_change_that_was_named() {
        let mut disk = a_disk(1);
        let file = disk.create(Some("a"), false).expect("power is on");
        disk.cut_power_after(1);
        assert_eq!(disk.write(file, 0, b"x"), Ok(()));
        assert_eq!(disk.sync(file), Err(Error::NoPower));
        assert_eq!(disk.read(file, 0, &mut [0]), Err(Error::NoPower));
        assert!(!disk.is_powered());
        disk.restart();
        assert!(disk.is_powered());
    }

    #[test]
    fn a_fault_spares_and_strikes_as_often_as_it_was_told() {
        let mut disk = a_disk(1);
        let file = disk.create(Some("a"), false).expect("power is on");
        disk.arm(Armed {
            fault: Fault::WriteFails,
            spared: 1,
            lasting: 2,
        });
        let outcomes: Vec<_> = (0..4).map(|_| disk.write(file, 0, b"x")).collect();
        assert_eq!(
            outcomes,
            [Ok(()), Err(Error::Write), Err(Error::Write), Ok(())]
        );
        disk.arm(Armed {
            fault: Fault::SyncFails,
            spared: 0,
            lasting: 1,
        });
        assert_eq!(
            [disk.sync(file), disk.sync(file)],
            [Err(Error::Sync), Ok(())]
        );
        assert_eq!(disk.faults(), 3);
    }

    #[test]
    fn a_full_disk_still_takes_what_does_not_grow_it() {
        let mut disk = a_disk(1);
        let file = disk.create(Some("a"), false).expect("power is on");
        disk.write(file, 0, b"1234").expect("there is space");
        disk.fill_up_to(2);
        assert_eq!(disk.write(file, 0, b"5678"), Ok(()));
        assert_eq!(disk.write(file, 4, b"9abc"), Err(Error::Full));
        assert_eq!(disk.len(file), Ok(6), "what fitted was written");
        disk.mend();
        assert_eq!(disk.write(file, 4, b"9abc"), Ok(()));
    }
}
