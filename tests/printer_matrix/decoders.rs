//! Bytes decoded by tools that nobody here wrote.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use cantina::printing::profile::Cut;
use cantina::printing::{
    Align, Document, Line, Logo, Memory, Profile, Profiles, Row, Style, escpos, picture,
};

const LETTERS: &str = "¿Ñandú, pingüino y çedilla? ¡Sí! áéíóú ÁÉÍÓÚ";
const GUARANI: &str = "ã ẽ ĩ õ ũ ỹ g̃ mbaʼe ₲ 18.000";

fn page(profile: &Profile) -> Document {
    let mut page = Document::new(profile.paper);
    page.text(Style::CENTRE.bold(), "Cantina Ñandutí")
        .text(Style::LEFT, LETTERS)
        .text(Style::LEFT, GUARANI)
        .columns(Style::LEFT, 2, "2 Chipá", "₲ 10.000")
        .rule()
        .barcode("TKT0001236")
        .cut();
    page
}

/// Takes commands out by their lengths, and lets Python's own tables read the letters.
const PYTHON: &str = r"
import re, sys
table, data = sys.argv[1], sys.stdin.buffer.read()
commands = rb'\x1dk\x49.{13}|\x1d[hwH].|\x1b@|\x1c\.|\x1b[tEad!].|\x1d!.|\x1b[im]|\x1dV[\x41\x42].|\x1dV.|\x1bp...'
text = re.sub(commands, b'', data, flags=re.S)
sys.stdout.buffer.write(text.decode(table).encode())
";

#[test]
#[ignore = "needs python3: cargo test --test printer_matrix decoders -- --ignored"]
fn python_reads_the_same_text_on_every_model() {
    for profile in Profiles::house().all() {
        for code_page in std::iter::once(profile.code_page).chain(profile.other_pages.clone()) {
            let profile = Profile {
                code_page,
                ..profile.clone()
            };
            let document = page(&profile);
            let bytes = escpos::encode(&document, &profile);
            let mut python = Command::new("python3")
                .args(["-c", PYTHON, &format!("cp{}", code_page.page)])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            python.stdin.take().unwrap().write_all(&bytes).unwrap();
            let said = python.wait_with_output().unwrap();
            assert!(said.status.success(), "{}", profile.id);
            let read = String::from_utf8(said.stdout).unwrap();
            let meant: Vec<String> = document
                .rows()
                .iter()
                .filter_map(|row| shown(row, &profile))
                .collect();
            let lines: Vec<&str> = read.lines().map(str::trim_end).collect();
            assert_eq!(
                lines[..meant.len()],
                meant,
                "{} PC{}",
                profile.id,
                code_page.page
            );
        }
    }
}

/// The line as this model can print it: with the letters of its table or the closest ones.
fn shown(row: &Row, profile: &Profile) -> Option<String> {
    match row {
        Row::Line(line) => {
            let mut bytes = Vec::new();
            profile.code_page.encode(&line.text, &mut bytes);
            Some(profile.code_page.decode(&bytes))
        }
        Row::Rule => Some("-".repeat(profile.paper.columns())),
        Row::Cut | Row::DrawerPulse | Row::Logo(..) | Row::Barcode(_) => None,
    }
}

#[test]
fn spanish_is_right_on_every_table_that_a_model_starts_with() {
    for profile in Profiles::house().all() {
        let mut bytes = Vec::new();
        profile.code_page.encode(LETTERS, &mut bytes);
        assert_eq!(profile.code_page.decode(&bytes), LETTERS, "{}", profile.id);
    }
}

/// npos parses the commands; told is, line by line, where it stands, whether it is bold, and its bytes.
const NPOS: &str = r"
const parts = [];
process.stdin.on('data', part => parts.push(part));
process.stdin.on('end', async () => {
    const data = Buffer.concat(parts);
    const parsed = await require('npos').parser().parse(data);
    let line = [], bold = 0, align = 0;
    for (const token of parsed.tree) {
        const value = data[token.offset + 2];
        const command = token.ascii + ' ' + token.fn;
        if (command === 'ESC E') bold = value;
        else if (command === 'ESC a') align = value;
        else if (command === 'GS V') console.log('cut');
        else if (token.ascii === 'STX' || token.ascii === 'LF')
            for (const byte of data.subarray(token.offset, token.offset + token.length))
                if (byte === 10) { console.log(align, bold, Buffer.from(line).toString('hex')); line = []; }
                else if (byte !== 13) line.push(byte);
    }
});
";

#[test]
#[ignore = "needs node and npos: NODE_PATH=DIR/node_modules cargo test --test printer_matrix npos -- --ignored"]
fn npos_reads_the_same_lines_in_the_same_place_as_bold_and_cut_on_every_model() {
    for profile in Profiles::house().all() {
        let document = page(profile);
        let mut node = Command::new("node")
            .args(["-e", NPOS])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let bytes = escpos::encode(&document, profile);
        node.stdin.take().unwrap().write_all(&bytes).unwrap();
        let said = node.wait_with_output().unwrap();
        assert!(said.status.success(), "{}", profile.id);
        let said = String::from_utf8(said.stdout).unwrap();
        let meant: Vec<String> = document
            .rows()
            .iter()
            .filter_map(|row| token(row, profile))
            .collect();
        assert_eq!(said.lines().collect::<Vec<_>>(), meant, "{}", profile.id);
    }
}

fn token(row: &Row, profile: &Profile) -> Option<String> {
    let line = |align, bold: bool, text: &str| {
        let mut bytes = Vec::new();
        profile.code_page.encode(text, &mut bytes);
        let mut hex = String::new();
        for byte in bytes {
            write!(hex, "{byte:02x}").expect("a string takes all that is written to it");
        }
        Some(format!("{align} {} {hex}", u8::from(bold)))
    };
    match row {
        Row::Line(Line { text, style }) => {
            let align = match style.align {
                Align::Left => 0,
                Align::Centre => 1,
                Align::Right => 2,
            };
            line(align, style.bold, text)
        }
        Row::Rule => line(0, false, &"-".repeat(profile.paper.columns())),
        Row::Cut => (profile.cut != Cut::None).then(|| "cut".to_owned()),
        Row::DrawerPulse | Row::Logo(..) | Row::Barcode(_) => None,
    }
}

/// Where each token of npos begins and how long it is; a picture's data may lie behind its token's beginning.
const NPOS_LENGTHS: &str = r"
const parts = [];
process.stdin.on('data', part => parts.push(part));
process.stdin.on('end', async () => {
    const parsed = await require('npos').parser().parse(Buffer.concat(parts));
    for (const token of parsed.tree) console.log(token.ascii, token.fn, token.length);
});
";

#[test]
#[ignore = "needs node and npos: NODE_PATH=DIR/node_modules cargo test --test printer_matrix npos -- --ignored"]
fn npos_reads_each_command_of_a_logo_as_one_and_the_ticket_after_it() {
    let across = 384_u32;
    let picture = picture::Picture {
        width: across,
        height: 160,
        dots: (0..across * 160)
            .map(|at| {
                if (at % across * 7 + at / across) % 5 < 2 {
                    0
                } else {
                    255
                }
            })
            .collect(),
    };
    let logo = Logo::of_png(picture::to_png(&picture).unwrap()).unwrap();
    let commands = [
        ("GS (L", logo.define(Memory::Graphics)[2..].to_vec()),
        ("GS (L", Memory::Graphics.print().to_vec()),
        ("GS (L", Memory::Graphics.forget().to_vec()),
        ("FS q", logo.define(Memory::Images)[2..].to_vec()),
        ("FS p", Memory::Images.print().to_vec()),
        ("GS v0", logo.raster()),
    ];
    for (name, command) in commands {
        let mut node = Command::new("node")
            .args(["-e", NPOS_LENGTHS])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = node.stdin.take().unwrap();
        input
            .write_all(&[b"\x1b@", &command[..], b"Chipa\n"].concat())
            .unwrap();
        drop(input);
        let said = node.wait_with_output().unwrap();
        let said = String::from_utf8(said.stdout).unwrap();
        let wanted = format!("ESC @ 2\n{name} {}\nSTX  6\n", command.len());
        assert_eq!(said.replace("STX undefined", "STX "), wanted);
    }
}
