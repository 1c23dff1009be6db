//! Whether this user may open the printer's port. Nothing is opened: a printer in use is not disturbed.

use super::{Line, Patient, State, line};
use crate::i18n::I18n;
use crate::printing::Address;
use crate::printing::ports;

/// The printer of the settings: whether its port is there and may be opened.
pub fn printer(patient: &Patient<'_>) -> Line {
    let words = patient.words;
    let say =
        |state, key: &str, what: &str| line("printer", state, key, &[("what", what.into())], words);
    let Ok(config) = &patient.config else {
        return say(State::Warning, "printer-unknown", "");
    };
    let written = config.printer.address.trim();
    if written.is_empty() {
        return say(State::Note, "printer-none", "");
    }
    match written.parse::<Address>() {
        Err(_) => say(State::Bad, "printer-bad", written),
        Ok(Address::Network { host, .. }) => say(State::Good, "printer-network", &host),
        Ok(Address::Folder(_)) => say(State::Note, "printer-virtual", written),
        Ok(Address::Serial { port, .. }) => of_port(&port, words),
        Ok(Address::Device(path)) => of_port(&path.display().to_string(), words),
        Ok(Address::Usb { id, .. }) => {
            let found = ports::look();
            let of = |port: &&ports::Port| match &port.address {
                Address::Usb { id: seen, .. } => *seen == id,
                _ => false,
            };
            match found.iter().find(of) {
                Some(port) => of_port(&port.path, words),
                None => say(State::Warning, "printer-not-there", written),
            }
        }
    }
}

fn of_port(port: &str, words: &I18n) -> Line {
    let (state, key) = system::access(port);
    let group = ports::group(port).unwrap_or_default();
    let told = [("what", port.into()), ("group", group.into())];
    line("printer", state, key, &told, words)
}

/// On Linux: whether this user is in the group that opens serial ports.
pub fn group(words: &I18n) -> Option<Line> {
    let (state, key) = system::dialout()?;
    Some(line("printer_group", state, key, &[], words))
}

#[cfg(target_os = "linux")]
mod system {
    use std::fs;
    use std::os::unix::fs::{FileTypeExt, MetadataExt};

    use super::State;

    /// By the rights of the file, which is what the system asks.
    pub fn access(port: &str) -> (State, &'static str) {
        let Ok(seen) = fs::metadata(port) else {
            return (State::Warning, "printer-not-there");
        };
        let Some(me) = Me::read() else {
            return (State::Note, "printer-not-tried");
        };
        if seen.is_file() {
            return (State::Good, "printer-good");
        }
        let may = me.may_write(seen.mode(), seen.uid(), seen.gid());
        match (seen.file_type().is_char_device(), may) {
            (_, true) => (State::Good, "printer-good"),
            (_, false) => (State::Bad, "printer-denied"),
        }
    }

    /// `None` where there is no such group.
    pub fn dialout() -> Option<(State, &'static str)> {
        let groups = fs::read_to_string("/etc/group").ok()?;
        let gid = gid_of("dialout", &groups)?;
        let me = Me::read()?;
        Some(match me.uid == 0 || me.groups.contains(&gid) {
            true => (State::Good, "group-good"),
            false => (State::Warning, "group-missing"),
        })
    }

    fn gid_of(name: &str, groups: &str) -> Option<u32> {
        groups.lines().find_map(|line| {
            let mut fields = line.split(':');
            (fields.next()? == name).then(|| fields.nth(1)?.parse().ok())?
        })
    }

    /// Who this process is, by its effective numbers.
    #[derive(Debug, PartialEq, Eq)]
    struct Me {
        uid: u32,
        groups: Vec<u32>,
    }

    impl Me {
        fn read() -> Option<Self> {
            Self::of(&fs::read_to_string("/proc/self/status").ok()?)
        }

        fn of(status: &str) -> Option<Self> {
            let numbers = |name: &str| -> Option<Vec<u32>> {
                let line = status.lines().find_map(|line| line.strip_prefix(name))?;
                let numbers = line.split_whitespace().map(|word| word.parse().ok());
                numbers.collect()
            };
            // Real, effective, saved, of the file system.
            let uid = *numbers("Uid:")?.get(1)?;
            let mut groups = numbers("Groups:")?;
            groups.extend(numbers("Gid:")?.get(1));
            Some(Self { uid, groups })
        }

        fn may_write(&self, mode: u32, uid: u32, gid: u32) -> bool {
            let (owner, group, others) = (mode >> 6, mode >> 3, mode);
            let both = |bits: u32| bits & 0o6 == 0o6;
            match self {
                Self { uid: 0, .. } => true,
                _ if self.uid == uid => both(owner),
                _ if self.groups.contains(&gid) => both(group),
                _ => both(others),
            }
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        const STATUS: &str = "Name:\tcantina\nUid:\t1000\t1000\t1000\t1000\nGid:\t1000\t1000\t1000\t1000\nGroups:\t20 27 1000 \n";

        #[test]
        fn who_may_open_a_port_is_read_from_its_rights() {
            let me = Me::of(STATUS).unwrap();
            assert!(me.may_write(0o020_660, 0, 20), "of the group dialout");
            assert!(!me.may_write(0o020_660, 0, 7), "of a group of others");
            assert!(me.may_write(0o020_666, 0, 7), "everybody may");
            assert!(
                !me.may_write(0o020_460, 1000, 20),
                "its owner may only read"
            );
            assert!(Me { uid: 0, ..me }.may_write(0o020_600, 3, 3));
        }

        #[test]
        fn a_group_is_known_by_its_name() {
            let groups = "root:x:0:\ndialout:x:20:tita\nlp:x:7:\n";
            assert_eq!(gid_of("dialout", groups), Some(20));
            assert_eq!(gid_of("dial", groups), None);
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod system {
    use super::State;
    use crate::printing::ports;

    /// Elsewhere a port that the system lists may be opened by whoever is signed in.
    pub fn access(port: &str) -> (State, &'static str) {
        let there = ports::look()
            .iter()
            .any(|seen| seen.path.eq_ignore_ascii_case(port));
        match there || std::path::Path::new(port).exists() {
            true => (State::Good, "printer-good"),
            false => (State::Warning, "printer-not-there"),
        }
    }

    /// Groups of ports are a matter of Linux.
    pub const fn dialout() -> Option<(State, &'static str)> {
        None
    }
}
