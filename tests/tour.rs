//! `cantina tour` and `cantina demo` without a display.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use cantina::app::tour::TOUR;

fn cantina(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cantina"))
        .args(arguments)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("CANTINA_DATA_DIR")
        .env("TMPDIR", folder)
        .output()
        .expect("the program was built for this test")
}

fn said(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout.clone()).expect("what it says is UTF-8")
}

fn pixels(file: &Path) -> (u32, u32, Vec<u8>) {
    let bytes = fs::read(file).expect("the picture is there");
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .expect("it is a PNG");
    let mut pixels = vec![0; reader.output_buffer_size().expect("it fits")];
    let info = reader.next_frame(&mut pixels).expect("it is whole");
    (info.width, info.height, pixels)
}

#[test]
fn every_name_of_the_tour_has_a_picture_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let place = out.display().to_string();
    let output = cantina(
        &["tour", "--out", &place, "--size", "1024x600"],
        folder.path(),
    );
    said(&output);
    let mut seen = BTreeSet::new();
    for name in TOUR {
        let (width, height, pixels) = pixels(&out.join(format!("{name}.png")));
        // A whole page is as long as it is.
        let long = name.ends_with("-whole") && height > 600;
        let upright = name.contains("-upright") && (width, height) == (800, 1280);
        assert!(
            upright || width == 1024 && (height == 600 || long),
            "{name}: {width}x{height}"
        );
        assert!(seen.insert(pixels), "{name} is like another");
    }
    let files = fs::read_dir(&out).unwrap().count();
    assert_eq!(files, TOUR.len());
    let left = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 1, "the canteen that was drawn is gone");
}

#[test]
fn two_tours_are_the_same_to_the_pixel() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["one", "other"].map(|name| {
        let out = folder.path().join(name);
        let place = out.display().to_string();
        let look = ["--theme", "dark", "--locale", "pt-BR", "--scale", "0.5"];
        let output = cantina(
            &[&["tour", "--out", &place][..], &look].concat(),
            folder.path(),
        );
        said(&output);
        out
    });
    for name in TOUR {
        let file = format!("{name}.png");
        let same = pixels(&one.join(&file)) == pixels(&other.join(&file));
        assert!(same, "{name}");
    }
}

#[test]
#[cfg(all(unix, not(target_os = "macos")))]
fn without_a_display_the_demo_sells_twice_and_stops_the_allergen() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("demo");
    let place = data.display().to_string();
    let output = cantina(&["demo", "--json", "--data-dir", &place], folder.path());
    let said = said(&output);
    let played = said.lines().last().expect("it says what was sold");
    let played: serde_json::Value = serde_json::from_str(played).unwrap();
    let sold: Vec<_> = played["sales"].as_array().unwrap().iter().collect();
    assert_eq!(sold.len(), 3);
    assert_eq!(sold[0]["sold"], true, "{said}");
    assert_eq!(sold[1]["sold"], true, "{said}");
    assert_eq!(sold[2]["sold"], false, "{said}");
    let pictures = Path::new(played["pictures"].as_str().unwrap());
    for sale in &sold[..2] {
        let ticket = pictures.join(format!("ticket-{}", sale["number"]));
        let text = fs::read_to_string(ticket.with_extension("txt")).unwrap();
        assert!(text.contains("Cantina Tita"), "{text}");
        assert!(ticket.with_extension("png").exists());
    }
}
