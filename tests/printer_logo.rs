//! The picture above the tickets, by the program itself and a printer that is a folder.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot be set up has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

struct Canteen {
    folder: tempfile::TempDir,
}

impl Canteen {
    /// The demo, with a printer of this model.
    fn with(profile: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let canteen = Self { folder };
        let made = canteen.cantina(&["demo", "--data-only"]).status.success();
        assert!(made, "the demo canteen is made");
        let paper = format!("virtual:{}", canteen.paper().display());
        let setup = ["printer", "setup", "--port", &paper, "--profile", profile];
        assert!(canteen.cantina(&setup).status.success());
        canteen
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn paper(&self) -> PathBuf {
        self.path().join("paper")
    }

    fn cantina(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_cantina"))
            .arg("--data-dir")
            .arg(self.path())
            .args(["--locale", "es-PY"])
            .args(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.cantina(&[arguments, &["--json"]].concat());
        let said = String::from_utf8(output.stdout).unwrap();
        serde_json::from_str(&said).unwrap_or_else(|_| panic!("{arguments:?}: {said}"))
    }

    fn png(&self, name: &str, black: impl Fn(u32, u32) -> bool) -> String {
        let file = self.path().join(name);
        let mut encoder = png::Encoder::new(fs::File::create(&file).unwrap(), 200, 80);
        encoder.set_color(png::ColorType::Grayscale);
        let all = (0..80).flat_map(|y| (0..200).map(move |x| (x, y)));
        let dots: Vec<u8> = all
            .map(|(x, y)| if black(x, y) { 0 } else { 255 })
            .collect();
        encoder
            .write_header()
            .unwrap()
            .write_image_data(&dots)
            .unwrap();
        file.display().to_string()
    }

    fn suffer(&self, troubles: &str) {
        fs::create_dir_all(self.paper()).unwrap();
        fs::write(self.paper().join("printer.txt"), troubles).unwrap();
    }

    /// Sells one thing, and gives the bytes and the dots of the newest ticket that came out.
    fn sell(&self) -> (Vec<u8>, usize) {
        let order = self.path().join("order.jsonl");
        let code = self.code();
        let line = format!(
            "{{\"items\":[{{\"code\":\"{code}\"}}],\"tenders\":[{{\"tender\":\"cash\",\"amount\":200000}}]}}\n"
        );
        fs::write(&order, line).unwrap();
        let sold = self.cantina(&["sell", "--file", order.to_str().unwrap()]);
        assert!(
            sold.status.success(),
            "{}",
            String::from_utf8_lossy(&sold.stderr)
        );
        let status = self.json(&["printer", "status"]);
        assert_eq!(status["waiting"], 0, "{status}");
        let mut papers: Vec<PathBuf> = fs::read_dir(self.paper())
            .unwrap()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "escpos"))
            .filter(|path| {
                fs::read(path.with_extension("txt"))
                    .unwrap()
                    .windows(5)
                    .any(|w| w == b"TOTAL")
            })
            .collect();
        papers.sort();
        let newest = papers.last().unwrap();
        (
            fs::read(newest).unwrap(),
            ink(&newest.with_extension("png")),
        )
    }

    fn code(&self) -> String {
        let file = rusqlite::Connection::open(self.path().join("cantina.db")).unwrap();
        let sql = "SELECT code FROM product_code JOIN product ON id = product
            WHERE unit = 'each' AND stock_rule = 'allow' ORDER BY code LIMIT 1";
        file.query_row(sql, [], |row| row.get(0)).unwrap()
    }
}

/// Dark dots of a picture.
fn ink(file: &Path) -> usize {
    let file = std::io::BufReader::new(fs::File::open(file).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut dots = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut dots).unwrap();
    dots.iter().filter(|dot| **dot < 128).count()
}

fn holds(bytes: &[u8], command: &[u8]) -> bool {
    bytes.windows(command.len()).any(|part| part == command)
}

const GRAPHICS: &[u8] = b"\x1d(L\x06\x000ECA\x01\x01";
const IMAGES: &[u8] = b"\x1cp\x01\x00";
const RASTER: &[u8] = b"\x1dv0";

#[test]
fn a_printer_keeps_the_logo_and_each_ticket_asks_for_it_with_a_few_bytes() {
    for (profile, command) in [("epson-tm", GRAPHICS), ("xp-80", IMAGES)] {
        let canteen = Canteen::with(profile);
        let (without, plain) = canteen.sell();
        assert!(!holds(&without, command), "{profile}");
        let block = canteen.png("logo.png", |x, y| x > 20 && y > 10);
        let set = canteen.json(&["printer", "logo", "set", &block]);
        assert_eq!(set["dots"], "kept", "{profile}: {set}");
        let (with, inked) = canteen.sell();
        assert!(holds(&with, command), "{profile}");
        assert!(
            with.len() <= without.len() + 14,
            "{profile}: {} and {}",
            with.len(),
            without.len()
        );
        assert!(
            inked > plain + 11_000,
            "{profile}: the paper shows it, {inked} and {plain}"
        );
        assert!(canteen.json(&["printer", "logo", "clear"])["dots"].is_null());
        let (after, blank) = canteen.sell();
        assert!(
            !holds(&after, command) && blank < plain + 2_000,
            "{profile}"
        );
    }
}

#[test]
fn another_logo_or_another_printer_is_asked_for_nothing_until_it_is_stored_again() {
    let canteen = Canteen::with("epson-tm");
    let first = canteen.png("first.png", |x, _| x < 100);
    let second = canteen.png("second.png", |_, y| y < 40);
    canteen.json(&["printer", "logo", "set", &first]);
    assert!(holds(&canteen.sell().0, GRAPHICS));
    // A second one cannot be stored now: the first one stays in force, and the printer has it.
    canteen.suffer("offline\n");
    let refused = canteen.cantina(&["printer", "logo", "set", &second]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&refused.stderr).lines().count(), 1);
    canteen.suffer("");
    assert!(holds(&canteen.sell().0, GRAPHICS));
    canteen.json(&["printer", "logo", "set", &second]);
    assert!(holds(&canteen.sell().0, GRAPHICS));
    let other = format!("virtual:{}", canteen.path().join("other").display());
    let setup = [
        "printer",
        "setup",
        "--port",
        &other,
        "--profile",
        "epson-tm",
    ];
    assert!(canteen.cantina(&setup).status.success());
    let preview = canteen.path().join("preview.escpos");
    let wanted = [
        "--sale",
        "1",
        "--format",
        "escpos",
        "--out",
        preview.to_str().unwrap(),
    ];
    assert!(
        canteen
            .cantina(&[&["printer", "preview"], &wanted[..]].concat())
            .status
            .success()
    );
    assert!(
        !holds(&fs::read(&preview).unwrap(), GRAPHICS),
        "it never got one"
    );
}

#[test]
fn a_memory_that_refuses_breaks_no_ticket() {
    let canteen = Canteen::with("xp-80");
    canteen.suffer("no-memory\n");
    let block = canteen.png("logo.png", |x, _| x > 20);
    let plain = canteen.sell().1;
    canteen.json(&["printer", "logo", "set", &block]);
    let (with, blank) = canteen.sell();
    assert!(holds(&with, IMAGES));
    assert!(
        blank < plain + 2_000,
        "the ticket is whole, without the picture"
    );
}

#[test]
fn where_nothing_is_kept_the_logo_travels_with_each_ticket_only_if_that_is_wanted() {
    let canteen = Canteen::with("generic-80");
    let block = canteen.png("logo.png", |x, _| x > 20);
    let refused = canteen.json(&["printer", "logo", "set", &block]);
    assert_eq!(refused["error"]["code"], "logo_cannot");
    assert!(!holds(&canteen.sell().0, RASTER));
    let set = canteen.json(&["printer", "logo", "set", &block, "--raster"]);
    assert_eq!(set["dots"], "sent");
    let (with, inked) = canteen.sell();
    assert!(holds(&with, RASTER) && inked > 13_000);
}

#[test]
fn what_it_looks_like_is_shown_without_a_printer_and_what_is_no_picture_is_refused() {
    let canteen = Canteen::with("epson-tm");
    let out = canteen.path().join("out.png");
    let out = out.to_str().unwrap();
    let none = canteen.json(&["printer", "logo", "preview", "--out", out]);
    assert_eq!(none["error"]["code"], "logo_none");
    let block = canteen.png("logo.png", |x, _| x < 100);
    let shown = canteen.json(&["printer", "logo", "preview", &block, "--out", out]);
    assert_eq!(
        (&shown["width"], &shown["height"]),
        (&200.into(), &80.into())
    );
    assert!(ink(Path::new(out)) > 8_000);
    let white = canteen.png("white.png", |_, _| false);
    for wrong in [
        white.as_str(),
        "nothing.png",
        canteen.path().to_str().unwrap(),
    ] {
        let refused = canteen.json(&["printer", "logo", "set", wrong]);
        assert_eq!(refused["error"]["code"], "logo_bad", "{wrong}");
    }
}
