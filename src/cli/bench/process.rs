//! What the system says of a running process: the time it has worked and the memory it holds.

use std::time::Duration;

/// Linux counts a process's work in hundredths of a second (`USER_HZ`, proc(5)).
#[cfg(target_os = "linux")]
const TICK: Duration = Duration::from_millis(10);

/// How long the process has worked on a processor, all its threads together; `None` where the system
/// does not say it in a file.
#[cfg(target_os = "linux")]
pub fn worked(process: u32) -> Option<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    // The name in brackets may hold anything; the fields after it are counted from 3.
    let fields = stat.rsplit_once(')')?.1.split_whitespace();
    let spent = fields.skip(14 - 3).take(2);
    let ticks: u32 = spent.map_while(|ticks| ticks.parse::<u32>().ok()).sum();
    Some(TICK * ticks)
}

/// How much memory the process holds, in kilobytes; `None` where the system does not say it in a file.
#[cfg(target_os = "linux")]
pub fn resident_kb(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

/// Windows and macOS tell it to their own tools only.
#[cfg(not(target_os = "linux"))]
pub const fn worked(_: u32) -> Option<Duration> {
    None
}

/// Windows and macOS tell it to their own tools only.
#[cfg(not(target_os = "linux"))]
pub const fn resident_kb(_: u32) -> Option<u64> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn this_process_works_and_holds_memory() {
        let me = std::process::id();
        assert!(worked(me).is_some());
        assert!(resident_kb(me).unwrap() > 100);
        assert_eq!(resident_kb(u32::MAX), None);
    }
}
