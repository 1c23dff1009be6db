//! Who holds a port, as far as `/proc` lets this user see.

use std::fs;
use std::path::Path;

/// The first other program with this file open: `minicom (1234)`.
pub fn holder(path: &str) -> Option<String> {
    let port = fs::canonicalize(path).ok()?;
    let own = std::process::id().to_string();
    let processes = fs::read_dir("/proc").ok()?.flatten();
    processes
        .filter_map(|process| process.file_name().into_string().ok())
        .filter(|pid| pid.bytes().all(|byte| byte.is_ascii_digit()) && *pid != own)
        .find(|pid| holds(Path::new("/proc").join(pid).as_path(), &port))
        .map(|pid| {
            let name = fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default();
            format!("{} ({pid})", name.trim())
        })
}

/// The group of a file, by the name that `/etc/group` gives it.
pub fn group(path: &str) -> Option<String> {
    use std::os::unix::fs::MetadataExt;

    let gid = fs::metadata(path).ok()?.gid().to_string();
    let groups = fs::read_to_string("/etc/group").ok()?;
    groups.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)? == gid).then(|| name.to_owned())
    })
}

/// Other users' processes cannot be looked into: they are passed over.
fn holds(process: &Path, port: &Path) -> bool {
    let open = fs::read_dir(process.join("fd")).into_iter().flatten();
    open.flatten()
        .any(|file| fs::read_link(file.path()).is_ok_and(|target| target == port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_holds_a_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("port");
        fs::write(&path, "").unwrap();
        let path = path.display().to_string();
        assert_eq!(holder(&path), None);
        let mut other = std::process::Command::new("sleep")
            .arg("60")
            .stdin(fs::File::open(&path).unwrap())
            .spawn()
            .unwrap();
        // Between fork and exec it still has our name.
        let found = (0..200).find_map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(10));
            holder(&path).filter(|by| by.starts_with("sleep"))
        });
        other.kill().unwrap();
        other.wait().unwrap();
        assert_eq!(found, Some(format!("sleep ({})", other.id())));
    }
}
