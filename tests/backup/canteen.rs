//! A demo canteen in a folder of its own, backed up with the real binary.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use tempfile::TempDir;

/// All that a sale adds to, in one line.
const BOOKS: &str =
    "SELECT (SELECT count(*) FROM sale) || ' sales, ' || (SELECT max(number) FROM sale)
    || ', ' || (SELECT count(*) FROM posting) || ' postings, ' || (SELECT sum(balance) FROM account)
    || ', ' || (SELECT group_concat(balance) FROM account)";

/// A canteen to be backed up.
pub struct Canteen {
    folder: TempDir,
}

/// What the binary said, and how it ended.
#[derive(Debug)]
pub struct Said {
    pub status: i32,
    pub json: Value,
    pub errors: String,
}

impl Canteen {
    /// A copy of the demo, which is made once.
    pub fn demo() -> Self {
        let canteen = Self::empty();
        for name in ["cantina.db", "config.toml", "demo.toml"] {
            fs::copy(model().join(name), canteen.path(name)).expect("the model is whole");
        }
        fs::create_dir_all(canteen.path("photos")).expect("a folder for the test");
        fs::write(canteen.path("photos/00414 ñandú.jpg"), [7; 3_000]).expect("a photo");
        canteen
    }

    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cantina"));
        command
            .args(["--data-dir".as_ref(), self.root().as_os_str()])
            .args(arguments)
            .env_remove("CANTINA_DATA_DIR")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        said(&mut self.command(arguments))
    }

    /// `cantina backup …`
    pub fn backup(&self, arguments: &[&str]) -> Said {
        self.run(&[&["backup"], arguments, &["--json"]].concat())
    }

    /// A backup, which must be made; its path.
    pub fn made(&self) -> PathBuf {
        let said = self.backup(&["now"]);
        assert_eq!(
            (said.status, &said.json["ok"]),
            (0, &json!(true)),
            "{said:?}"
        );
        said.path("path")
    }

    pub fn list(&self) -> Vec<Value> {
        let said = self.backup(&["list"]);
        said.json["backups"].as_array().cloned().unwrap_or_default()
    }

    /// Sells one thing for cash.
    pub fn sell(&self) {
        let code: String = self.ask(
            "SELECT c.code FROM product_code c JOIN product p ON p.id = c.product
            WHERE p.stock_rule = 'allow' AND p.unit = 'each' ORDER BY c.code LIMIT 1",
        );
        let said = self.run(&[
            "sell",
            "--json",
            "--item",
            &format!("{code}=1"),
            "--tender",
            "cash=100000",
            "--printer",
            "",
        ]);
        assert_eq!(said.status, 0, "{said:?}");
    }

    pub fn books(&self) -> String {
        self.ask(BOOKS)
    }

    pub fn ask<T: rusqlite::types::FromSql>(&self, sql: &str) -> T {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let file = Connection::open_with_flags(self.path("cantina.db"), flags);
        let answer = file.and_then(|file| file.query_row(sql, [], |row| row.get(0)));
        answer.expect("the file answers")
    }

    /// Everything in the data folder that is no backup, lock, log or note about backups.
    pub fn leftovers(&self) -> Vec<String> {
        let files = fs::read_dir(self.root()).expect("the folder is there");
        let names = files.map(|file| file.expect("it can be read").file_name());
        let names = names.map(|name| name.to_string_lossy().into_owned());
        names
            .filter(|name| {
                name.contains("work") || name.contains("partial") || name.contains(".new")
            })
            .collect()
    }
}

pub fn said(command: &mut Command) -> Said {
    let output = command.output().expect("the binary runs");
    let text = String::from_utf8_lossy(&output.stdout);
    Said {
        status: output.status.code().unwrap_or(-1),
        json: text
            .lines()
            .next()
            .and_then(|line| serde_json::from_str(line).ok())
            .unwrap_or_default(),
        errors: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

impl Said {
    pub fn path(&self, name: &str) -> PathBuf {
        PathBuf::from(self.json[name].as_str().expect("it says a path"))
    }

    /// Refused with that code, a line for people and status 1.
    pub fn refused(&self, code: &str) {
        assert_eq!(
            (self.status, &self.json["error"]["code"]),
            (1, &json!(code)),
            "{self:?}"
        );
        assert_eq!(self.errors.lines().count(), 1, "{self:?}");
        assert!(self.errors.matches('.').count() >= 1, "{self:?}");
    }
}

fn model() -> &'static Path {
    static MODEL: OnceLock<TempDir> = OnceLock::new();
    let model = MODEL.get_or_init(|| {
        let canteen = Canteen::empty();
        let said = canteen.run(&["demo", "--data-only", "--json"]);
        assert_eq!(said.status, 0, "{said:?}");
        canteen.folder
    });
    model.path()
}
