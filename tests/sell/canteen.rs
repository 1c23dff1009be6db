//! A demo canteen in a folder of its own, sold at with the real binary.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use rusqlite::types::FromSql;
use rusqlite::{Connection, OpenFlags};
use serde_json::{Value, json};
use tempfile::TempDir;

const BALANCE: &str = "SELECT balance FROM account JOIN student ON account.id = student.account
    JOIN card ON card.student = student.id WHERE card.number = ";

/// All that a sale adds to or changes, in one line.
const BOOKS: &str = "SELECT
    (SELECT count(*) FROM sale) || ' sales, ' || (SELECT count(*) FROM sale_line) || ' lines, '
    || (SELECT count(*) FROM payment) || ' payments, ' || (SELECT count(*) FROM posting) || ' postings, '
    || (SELECT count(*) FROM stock_movement) || ' movements, ' || (SELECT count(*) FROM print_job) || ' jobs, '
    || (SELECT group_concat(id || '=' || balance) FROM account) || ', '
    || (SELECT group_concat(product || '=' || quantity) FROM stock) || ', '
    || (SELECT coalesce(group_concat(hex(id) || cart), 'none') FROM held_cart) || ' held'";

/// A canteen to be sold at.
pub struct Canteen {
    folder: TempDir,
}

impl Canteen {
    /// A copy of the demo, which is made once.
    pub fn demo() -> Self {
        let canteen = Self::empty();
        for name in ["cantina.db", "config.toml", "demo.toml"] {
            fs::copy(model().join(name), canteen.path(name)).expect("the model is whole");
        }
        canteen
    }

    /// A folder in which no canteen was ever made.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        Self { folder }
    }

    /// A file or folder in it.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        Said::from(&self.command(arguments).output().expect("the binary runs"))
    }

    /// The binary on this canteen; its printer is a folder, so that no ticket waits for one.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = cantina(self.root());
        command.args(arguments).args(["--printer", &self.paper()]);
        command
    }

    /// The same, run by another program that changes what it may do.
    #[cfg(unix)]
    pub fn run_by(&self, runner: &[&str], binary: &Path, arguments: &[&str]) -> Said {
        let mut command = Command::new(runner[0]);
        command.args(&runner[1..]).arg(binary).args(arguments);
        at_home(&mut command, self.root()).args(["--printer", &self.paper()]);
        Said::from(&command.output().expect("the system has that program"))
    }

    fn paper(&self) -> String {
        format!("virtual:{}", self.path("paper").display())
    }

    pub fn sell(&self, arguments: &[&str]) -> Said {
        self.run(&[&["sell", "--json"], arguments].concat())
    }

    pub fn read<T: FromSql>(&self, sql: &str) -> T {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let file = Connection::open_with_flags(self.path("cantina.db"), flags);
        let answer = file.and_then(|file| file.query_row(sql, [], |row| row.get(0)));
        answer.expect("the file answers")
    }

    pub fn balance(&self, card: &str) -> i64 {
        self.read(&format!("{BALANCE}'{card}'"))
    }

    /// What the file says of sales, money, stock, carts and tickets.
    pub fn books(&self) -> String {
        self.read(BOOKS)
    }

    /// Refused with that code, a line for people, status 1 and nothing written.
    pub fn refuses(&self, code: &str, arguments: &[&str]) {
        let before = self.books();
        self.sell(arguments).refused(code);
        assert_eq!(self.books(), before, "{arguments:?}");
    }

    pub fn holds(&self) {
        let said = self.run(&["selfcheck", "--json"]);
        assert_eq!(
            (said.status, &said.json["ok"]),
            (0, &json!(true)),
            "{said:?}"
        );
    }
}

/// What the binary said, and how it ended.
#[derive(Debug)]
pub struct Said {
    pub status: i32,
    /// The first line; null if there is none or it is no JSON.
    pub json: Value,
    pub lines: Vec<Value>,
    pub errors: String,
}

impl Said {
    pub fn from(output: &Output) -> Self {
        let said = String::from_utf8_lossy(&output.stdout);
        let lines: Vec<Value> = said
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        Self {
            status: output.status.code().unwrap_or(-1),
            json: lines.first().cloned().unwrap_or_default(),
            lines,
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// It ended with 1, that code as JSON and one line for people on stderr.
    pub fn refused(&self, code: &str) {
        assert_eq!(self.status, 1, "{self:?}");
        assert_eq!(self.json["error"]["code"], code, "{self:?}");
        assert_eq!(self.lines.len(), 1, "{self:?}");
        let message = self.json["error"]["message"].as_str().unwrap_or_default();
        assert_eq!(self.errors, format!("cantina: {message}\n"), "{self:?}");
        assert!(message.len() > 10 && !message.contains('⟦'), "{self:?}");
    }
}

pub fn cantina(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cantina"));
    at_home(&mut command, folder);
    command
}

fn at_home<'a>(command: &'a mut Command, folder: &Path) -> &'a mut Command {
    command
        .env("CANTINA_DATA_DIR", folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
}

/// One demo is made for all journeys; each plays on a copy.
fn model() -> &'static Path {
    static MODEL: OnceLock<PathBuf> = OnceLock::new();
    MODEL.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sell-model");
        let _there_was_none = fs::remove_dir_all(&folder);
        let made = cantina(&folder)
            .args(["demo", "--data-only"])
            .stdout(Stdio::null())
            .status();
        assert!(
            made.expect("the binary runs").success(),
            "the demo canteen is made"
        );
        folder
    })
}
