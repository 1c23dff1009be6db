//! The computer itself: display, letters, clock, scheduler, memory.

use chrono::NaiveDate;

use super::{Line, Patient, State, line};
use crate::backup::schedule::Scheduler;
use crate::i18n::I18n;
use crate::printing::picture;
use crate::store::Glance;
use crate::till::clock;

/// Where the shop is.
const ZONE: &str = "America/Asuncion";
/// Paraguay's hours from UTC, all year since October 2024.
const OFFSET_HOURS: i32 = -3;
/// The till needs a tenth of it; what else runs on such a computer takes the rest.
const LEAST_MEMORY_MB: u64 = 150;
/// Below this the system begins to push programs onto the disk.
const GOOD_MEMORY_MB: u64 = 400;
/// This program was written in that year: a clock before it is wrong.
const WRITTEN_IN: i32 = 2026;
/// And one so long after it hardly right.
const LASTS_YEARS: i32 = 20;
/// What tickets and screens are written with: Spanish, Portuguese, Guaraní, guaraníes.
const LETTERS: &str = "áéíóúüñÁÉÍÓÚÑ¿¡ãõçâêôàẽĩũỹ₲";

/// The till itself asks: there is a window.
pub fn shown(words: &I18n) -> Line {
    line("display", State::Good, "display-shown", &[], words)
}

/// Whether a window can be opened.
pub fn display(words: &I18n) -> Line {
    let (state, key, name) = system::display();
    line("display", state, key, &[("name", name.into())], words)
}

/// Whether the libraries are there that a window needs and that no package of the system must have.
pub fn libraries(words: &I18n) -> Option<Line> {
    let missing = system::missing_libraries()?;
    let told = [("names", missing.join(", ").into())];
    Some(match missing.is_empty() {
        true => line("libraries", State::Good, "libraries-good", &told, words),
        false => line(
            "libraries",
            State::Warning,
            "libraries-missing",
            &told,
            words,
        ),
    })
}

/// Whether every letter has a shape. The program brings its own: the system's do not matter.
pub fn fonts(words: &I18n) -> Line {
    let without = picture::without_shape(LETTERS);
    let told = [
        ("count", LETTERS.chars().count().into()),
        ("letters", without.clone().into()),
    ];
    match without.is_empty() {
        true => line("fonts", State::Good, "fonts-good", &told, words),
        false => line("fonts", State::Warning, "fonts-lacking", &told, words),
    }
}

/// Who can back up while no till is open.
pub fn scheduler(words: &I18n) -> Line {
    let Ok(scheduler) = Scheduler::of_system() else {
        return line("scheduler", State::Note, "scheduler-none", &[], words);
    };
    let told = [("name", words.text(scheduler.key()).into())];
    match scheduler.is_installed() {
        Ok(true) => line("scheduler", State::Good, "scheduler-set", &told, words),
        Ok(false) | Err(_) => line("scheduler", State::Note, "scheduler-unset", &told, words),
    }
}

/// Whether the clock can be right: not before this program was written, nor before the last sale.
pub fn clock(patient: &Patient<'_>) -> Line {
    let (now, words) = (patient.now, patient.words);
    let told = |before: String| {
        [
            ("now", words.date_time(now).into()),
            ("before", before.into()),
        ]
    };
    let day = now.local.date();
    let first = NaiveDate::from_ymd_opt(WRITTEN_IN, 1, 1);
    let last = NaiveDate::from_ymd_opt(WRITTEN_IN + LASTS_YEARS, 1, 1);
    let early = first.is_some_and(|first| day < first);
    let late = last.is_some_and(|last| day >= last);
    if early || late {
        return line(
            "clock",
            State::Bad,
            "clock-wrong",
            &told(String::new()),
            words,
        );
    }
    let sold = Glance::at(&patient.folder.database()).ok();
    let sold = sold.and_then(|seen| seen.last_sale_at);
    let mut watch = sold.map_or_else(Default::default, |at| {
        crate::domain::ClockWatch::default().seen(at)
    });
    match sold.filter(|_| watch.tell(now.at)) {
        Some(sold) => {
            let before = now.plus_millis(sold.0 - now.at.0);
            let told = told(words.date_time(before));
            line("clock", State::Bad, "clock-behind", &told, words)
        }
        None if system::is_set_by_itself() == Some(false) => line(
            "clock",
            State::Note,
            "clock-by-hand",
            &told(String::new()),
            words,
        ),
        None => line(
            "clock",
            State::Good,
            "clock-good",
            &told(String::new()),
            words,
        ),
    }
}

/// Another zone is no fault: the canteen may be elsewhere. Another hour is worth a look.
pub fn zone(words: &I18n) -> Line {
    let zone = iana_time_zone::get_timezone().unwrap_or_default();
    let offset = clock::offset_minutes();
    let told = [
        ("zone", zone.clone().into()),
        ("offset", offset_written(offset).into()),
    ];
    match (zone == ZONE, offset == OFFSET_HOURS * 60) {
        (true, true) => line("zone", State::Good, "zone-good", &told, words),
        (true, false) => line("zone", State::Warning, "zone-old", &told, words),
        (false, _) => line("zone", State::Note, "zone-other", &told, words),
    }
}

/// How much memory nobody uses.
pub fn memory(words: &I18n) -> Line {
    let mut system = sysinfo::System::new();
    system.refresh_memory();
    let megabytes = |bytes: u64| bytes / (1024 * 1024);
    let free = megabytes(system.available_memory());
    let whole = megabytes(system.total_memory());
    let number = |megabytes: u64| i64::try_from(megabytes).unwrap_or(i64::MAX);
    let told = [
        ("free", number(free).into()),
        ("whole", number(whole).into()),
    ];
    let (state, key) = match free {
        _ if whole == 0 => (State::Note, "memory-unknown"),
        free if free < LEAST_MEMORY_MB => (State::Bad, "memory-none"),
        free if free < GOOD_MEMORY_MB => (State::Warning, "memory-little"),
        _ => (State::Good, "memory-good"),
    };
    line("memory", state, key, &told, words)
}

/// `UTC−3` for −180 minutes, `UTC+5:30` for 330.
fn offset_written(minutes: i32) -> String {
    let sign = if minutes < 0 { '−' } else { '+' };
    let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
    match rest {
        0 => format!("UTC{sign}{hours}"),
        rest => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod system {
    use std::env;
    use std::net::{TcpStream, ToSocketAddrs};
    use std::os::unix::net::UnixStream;
    use std::path::{Path, PathBuf};
    use std::time::Duration;

    use super::State;

    /// A display of the network answers within it or is none.
    const PATIENCE: Duration = Duration::from_secs(2);
    const X11: [&str; 6] = [
        "libX11.so.6",
        "libX11-xcb.so.1",
        "libXcursor.so.1",
        "libXi.so.6",
        "libxkbcommon.so.0",
        "libxkbcommon-x11.so.0",
    ];
    const WAYLAND: [&str; 2] = ["libwayland-client.so.0", "libxkbcommon.so.0"];

    fn set(name: &str) -> Option<String> {
        env::var(name).ok().filter(|value| !value.is_empty())
    }

    /// Somebody answers where the variables say that the display is.
    pub fn display() -> (State, &'static str, String) {
        if let Some(name) = set("WAYLAND_DISPLAY") {
            let folder = set("XDG_RUNTIME_DIR")
                .map(PathBuf::from)
                .unwrap_or_default();
            let answers = UnixStream::connect(folder.join(&name)).is_ok();
            return answer(answers, "display-wayland", name);
        }
        match set("DISPLAY") {
            Some(name) => answer(x_answers(&name), "display-x11", name),
            None => (State::Bad, "display-none", String::new()),
        }
    }

    const fn answer(
        answers: bool,
        key: &'static str,
        name: String,
    ) -> (State, &'static str, String) {
        match answers {
            true => (State::Good, key, name),
            false => (State::Bad, "display-silent", name),
        }
    }

    /// `:0`, `:0.0`, `unix:0`, `host:0`.
    fn x_answers(name: &str) -> bool {
        let Some((host, number)) = name.rsplit_once(':') else {
            return false;
        };
        let number = number.split('.').next().unwrap_or_default();
        let Ok(number) = number.parse::<u16>() else {
            return false;
        };
        if host.is_empty() || host == "unix" {
            let socket = format!("/tmp/.X11-unix/X{number}");
            return UnixStream::connect(&socket).is_ok() || hidden(&socket);
        }
        let port = 6_000_u16.saturating_add(number);
        let places = (host, port).to_socket_addrs().into_iter().flatten();
        places
            .into_iter()
            .any(|place| TcpStream::connect_timeout(&place, PATIENCE).is_ok())
    }

    /// Where Linux keeps sockets without a file.
    #[cfg(target_os = "linux")]
    fn hidden(socket: &str) -> bool {
        use std::os::linux::net::SocketAddrExt;
        use std::os::unix::net::SocketAddr;

        SocketAddr::from_abstract_name(socket)
            .and_then(|place| UnixStream::connect_addr(&place))
            .is_ok()
    }

    #[cfg(not(target_os = "linux"))]
    const fn hidden(_socket: &str) -> bool {
        false
    }

    /// Those that no folder of libraries has; they are opened when the window is.
    pub fn missing_libraries() -> Option<Vec<String>> {
        let wanted: &[&str] = match set("WAYLAND_DISPLAY") {
            Some(_) => &WAYLAND,
            None => &X11,
        };
        let folders = library_folders();
        // Systems that keep them elsewhere are not told that they lack something.
        let knows = |name: &str| folders.iter().any(|folder| folder.join(name).exists());
        if !knows("libc.so.6") {
            return None;
        }
        let missing = wanted.iter().filter(|name| !knows(name));
        Some(missing.map(ToString::to_string).collect())
    }

    fn library_folders() -> Vec<PathBuf> {
        let triplet = format!("{}-linux-gnu", env::consts::ARCH);
        let named = env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
        let named: Vec<PathBuf> = env::split_paths(&named).collect();
        let known = ["/lib", "/usr/lib", "/lib64", "/usr/lib64", "/usr/local/lib"];
        let known = known.iter().map(Path::new);
        let known = known.flat_map(|folder| [folder.to_owned(), folder.join(&triplet)]);
        named.into_iter().chain(known).collect()
    }

    /// Whether systemd sets the clock from the network; `None` where somebody else may.
    pub fn is_set_by_itself() -> Option<bool> {
        let service = Path::new("/run/systemd/timesync");
        service
            .is_dir()
            .then(|| service.join("synchronized").exists())
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
mod system {
    use super::State;

    /// Windows and macOS always have one.
    pub fn display() -> (State, &'static str, String) {
        (State::Good, "display-own", String::new())
    }

    /// They bring theirs.
    pub const fn missing_libraries() -> Option<Vec<String>> {
        None
    }

    /// They do, and do not say.
    pub const fn is_set_by_itself() -> Option<bool> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_written_as_people_write_it() {
        assert_eq!(offset_written(-180), "UTC−3");
        assert_eq!(offset_written(330), "UTC+5:30");
        assert_eq!(offset_written(0), "UTC+0");
    }

    #[test]
    fn every_letter_of_screens_and_tickets_has_a_shape() {
        assert_eq!(picture::without_shape(LETTERS), "");
    }
}
