//! Playing by what the system has: programs tried in turn, each stopped when its time is up.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant};

use super::{Cue, Heard, tone};
use crate::domain::Locale;

/// A sound takes under a second; a player that takes longer hangs.
const SOUND_MAX: Duration = Duration::from_secs(3);
/// An alert is read out in so much time, or not to its end.
const VOICE_MAX: Duration = Duration::from_secs(25);
/// How often a player is asked whether it is done.
const LOOK: Duration = Duration::from_millis(20);

/// Plays what is wanted until nobody can want any more.
pub(super) fn serve(folder: &Path, wanted: &Receiver<Heard>) {
    let mut next = wanted.recv().ok();
    while let Some(heard) = next.take() {
        if let Some(file) = heard.cue.and_then(|cue| file(folder, cue)) {
            let _newer_waits_for_the_end_of_a_tone =
                first(players(&file), SOUND_MAX, || None::<()>);
        }
        if let Some((said, locale)) = &heard.said {
            // A newer alert is worth more than the end of this one.
            next = first(voices(said, *locale), VOICE_MAX, || wanted.try_recv().ok());
        }
        next = next.or_else(|| wanted.recv().ok());
    }
}

/// The file of a cue, made if it is not there.
fn file(folder: &Path, cue: Cue) -> Option<std::path::PathBuf> {
    let path = folder.join(cue.file());
    let wav = tone::wav(cue);
    let is_there =
        fs::metadata(&path).is_ok_and(|file| usize::try_from(file.len()) == Ok(wav.len()));
    if !is_there {
        fs::create_dir_all(folder).ok()?;
        fs::write(&path, wav).ok()?;
    }
    Some(path)
}

/// Runs the first of these that is there and does it; an interruption ends it and is returned.
fn first<T>(
    programs: Vec<Command>,
    limit: Duration,
    interrupted: impl Fn() -> Option<T>,
) -> Option<T> {
    for mut program in programs {
        program
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        hide(&mut program);
        let Ok(child) = program.spawn() else {
            continue;
        };
        match wait(child, limit, &interrupted) {
            Ended::Well => return None,
            Ended::Badly => {}
            Ended::Interrupted(by) => return Some(by),
        }
    }
    None
}

enum Ended<T> {
    Well,
    Badly,
    Interrupted(T),
}

fn wait<T>(mut child: Child, limit: Duration, interrupted: &impl Fn() -> Option<T>) -> Ended<T> {
    let until = Instant::now() + limit;
    while Instant::now() < until {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ended::Well,
            Ok(Some(_)) | Err(_) => return Ended::Badly,
            Ok(None) => {}
        }
        if let Some(by) = interrupted() {
            stop(&mut child);
            return Ended::Interrupted(by);
        }
        thread::sleep(LOOK);
    }
    stop(&mut child);
    // It was heard for as long as it may be: no other program says it again.
    Ended::Well
}

fn stop(child: &mut Child) {
    let _gone_already = child.kill();
    let _nothing_left_to_wait_for = child.wait();
}

/// No black window flashes up.
#[cfg(windows)]
fn hide(program: &mut Command) {
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    std::os::windows::process::CommandExt::creation_flags(program, CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
const fn hide(_program: &mut Command) {}

#[cfg(windows)]
fn players(file: &Path) -> Vec<Command> {
    let mut command = powershell("(New-Object Media.SoundPlayer $env:CANTINA_SOUND).PlaySync()");
    command.env("CANTINA_SOUND", file);
    vec![command]
}

#[cfg(windows)]
fn voices(said: &str, locale: Locale) -> Vec<Command> {
    // The voice of the language, if there is one; else the one there is.
    let mut command = powershell(
        "Add-Type -AssemblyName System.Speech; \
         $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
         try { $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, $env:CANTINA_LANGUAGE) } catch {}; \
         $voice.Speak($env:CANTINA_SAID)",
    );
    command
        .env("CANTINA_SAID", said)
        .env("CANTINA_LANGUAGE", language(locale));
    vec![command]
}

/// What it plays or says comes in the environment: nothing of it is read as a command.
#[cfg(windows)]
fn powershell(script: &str) -> Command {
    let mut command = Command::new("powershell.exe");
    command.args(["-NoProfile", "-NonInteractive", "-Command", script]);
    command
}

#[cfg(target_os = "macos")]
fn players(file: &Path) -> Vec<Command> {
    vec![with("afplay", [file])]
}

#[cfg(target_os = "macos")]
fn voices(said: &str, _locale: Locale) -> Vec<Command> {
    vec![with("say", ["--", said])]
}

#[cfg(not(any(windows, target_os = "macos")))]
fn players(file: &Path) -> Vec<Command> {
    let mut alsa = with("aplay", ["-q"]);
    alsa.arg(file);
    vec![with("pw-play", [file]), with("paplay", [file]), alsa]
}

#[cfg(not(any(windows, target_os = "macos")))]
fn voices(said: &str, locale: Locale) -> Vec<Command> {
    let language = language(locale);
    vec![
        with("spd-say", ["--wait", "--language", language, "--", said]),
        with("espeak-ng", ["-v", language, "--", said]),
    ]
}

#[cfg(not(windows))]
fn with<A: AsRef<std::ffi::OsStr>>(
    program: &str,
    arguments: impl IntoIterator<Item = A>,
) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

#[cfg(not(target_os = "macos"))]
const fn language(locale: Locale) -> &'static str {
    match locale {
        Locale::EsPy | Locale::Gn => "es",
        Locale::En => "en",
        Locale::PtBr => "pt",
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn a_program_that_is_not_there_or_fails_leaves_it_to_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("played");
        let programs = || {
            vec![
                with("no-such-player-anywhere", [""]),
                with("false", [""; 0]),
                with("touch", [&mark]),
            ]
        };
        assert_eq!(first(programs(), SOUND_MAX, || None::<()>), None);
        assert!(mark.exists());
        let silent = first(Vec::new(), SOUND_MAX, || None::<()>);
        assert_eq!(silent, None);
    }

    #[test]
    fn a_program_that_hangs_is_stopped() {
        let hangs = with("sleep", ["600"]).spawn().unwrap();
        let id = hangs.id();
        assert!(matches!(
            wait(hangs, Duration::ZERO, &|| None::<()>),
            Ended::Well
        ));
        assert!(!Path::new(&format!("/proc/{id}")).exists());
    }

    #[test]
    fn a_newer_alert_ends_the_voice_of_the_one_before() {
        let (sender, receiver) = mpsc::channel();
        sender.send(7).unwrap();
        let voices = vec![with("sleep", ["600"])];
        let newer = first(voices, VOICE_MAX, || receiver.try_recv().ok());
        assert_eq!(newer, Some(7));
    }

    #[test]
    fn the_tones_are_kept_as_files_and_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("sounds");
        for cue in Cue::ALL {
            let path = file(&inner, cue).unwrap();
            assert_eq!(fs::read(&path).unwrap(), tone::wav(cue));
            assert_eq!(file(&inner, cue), Some(path));
        }
        let taken = folder.path().join("taken");
        fs::write(&taken, "a file").unwrap();
        assert_eq!(file(&taken, Cue::Ask), None);
    }
}
