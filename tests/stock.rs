//! The real binary on a real file: purchases and counts by list are all or nothing, what went is in the
//! movements with its document, and the self-check holds afterwards.
#![allow(clippy::unwrap_used)] // what panics in a journey is the finding

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use serde_json::{Value, json};
use tempfile::TempDir;

/// Rosa, a supervisor; Jorge, a manager; María, a cashier.
const ROSA: [&str; 2] = ["--cashier", "2222"];
const JORGE: &str = "3333";
const MARIA: [&str; 2] = ["--cashier", "1111"];
const WATER: &str = "201";

struct Canteen {
    folder: TempDir,
}

#[derive(Debug)]
struct Said {
    status: i32,
    json: Value,
    errors: String,
}

impl Canteen {
    fn demo() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["cantina.db", "config.toml", "demo.toml"] {
            std::fs::copy(model().join(name), folder.path().join(name)).unwrap();
        }
        Self { folder }
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let output = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args(arguments)
            .arg("--data-dir")
            .arg(self.folder.path())
            .env_remove("CANTINA_DATA_DIR")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        Said {
            status: output.status.code().unwrap_or(-1),
            json: said
                .lines()
                .next()
                .and_then(|line| serde_json::from_str(line).ok())
                .unwrap_or_default(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    fn stock(&self, arguments: &[&str]) -> Said {
        self.run(&[&["stock", "--json"], arguments].concat())
    }

    fn does(&self, arguments: &[&str]) -> Value {
        let said = self.stock(arguments);
        assert_eq!(said.status, 0, "{arguments:?}: {said:?}");
        said.json
    }

    fn refuses(&self, code: &str, arguments: &[&str]) -> Value {
        let before = self.all();
        let said = self.stock(arguments);
        assert_eq!(
            (said.status, &said.json["error"]["code"]),
            (1, &json!(code)),
            "{said:?}"
        );
        assert_eq!(said.errors.lines().count(), 1, "{said:?}");
        assert_eq!(self.all(), before, "{code}: something was written");
        said.json
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn all(&self) -> Value {
        self.does(&["list"])
    }

    fn has(&self, name: &str) -> i64 {
        let all = self.all();
        let found = all["products"].as_array().unwrap().iter();
        let mut found = found.filter(|of| of["name"] == name);
        found.next().unwrap()["stock_thousandths"].as_i64().unwrap() / 1_000
    }
}

fn receive(file: &str, document: &str, total: &str) -> Vec<String> {
    let arguments = [
        "receive",
        "--csv",
        file,
        "--supplier",
        "Distribuidora Gloria",
        "--ruc",
        "80009735-1",
        "--document",
        document,
        "--total",
        total,
        "--cashier",
        "2222",
    ];
    arguments.map(str::to_owned).to_vec()
}

/// The demo, made once.
fn model() -> &'static PathBuf {
    static MODEL: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = MODEL.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_owned();
        let made = Command::new(env!("CARGO_BIN_EXE_cantina"))
            .args(["demo", "--data-only", "--data-dir"])
            .arg(&path)
            .env_remove("CANTINA_DATA_DIR")
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&made.stderr);
        assert!(made.status.success(), "{errors}");
        (folder, path)
    });
    path
}

fn words(of: &[String]) -> Vec<&str> {
    of.iter().map(String::as_str).collect()
}

#[test]
fn a_purchase_comes_in_whole_or_not_at_all_and_once() {
    let canteen = Canteen::demo();
    let water = "Agua mineral 500 ml";
    let before = canteen.has(water);
    let good = canteen.file(
        "compra.csv",
        "codigo;cantidad;costo;total\n201;24;2.500;\n203;12;;50.400\n",
    );
    let bad = canteen.file(
        "mala.csv",
        "codigo;cantidad;costo\n201;24;2.500\n99999;1;1\n203;uno;2\n",
    );
    let said = canteen.refuses("bad_list", &words(&receive(&bad, "1-1-9", "1")));
    let wrong: Vec<_> = said["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["line"].clone())
        .collect();
    assert_eq!(wrong, [json!(3), json!(4)]);
    canteen.refuses("total_differs", &words(&receive(&good, "1-1-9", "110.000")));
    let as_rosa = receive(&good, "1-1-9", "110.400");
    let as_maria = [&words(&as_rosa)[..11], &MARIA[..]].concat();
    canteen.refuses("stock_no_right", &as_maria);
    let received = canteen.does(&words(&receive(&good, "001-001-0000009", "110.400")));
    assert_eq!(
        (&received["lines"], &received["cost"]),
        (&json!(2), &json!(110_400))
    );
    assert_eq!(received["costs"].as_array().unwrap().len(), 2);
    canteen.refuses("same_document", &words(&receive(&good, "1-1-9", "110.400")));
    assert_eq!(canteen.has(water), before + 24);
    let moves = canteen.does(&["list", "--product", WATER, "--days", "1"]);
    let last = &moves["moves"][0];
    assert_eq!(last["document"], "Distribuidora Gloria · 001-001-0000009");
    assert_eq!(
        (&last["kind"], &last["who"]),
        (&json!("purchase"), &json!("Rosa"))
    );
    let order = canteen.path("reponer.csv").display().to_string();
    canteen.does(&["reorder", "--csv", &order]);
    assert!(
        std::fs::read_to_string(&order)
            .unwrap()
            .starts_with("\u{feff}Proveedor;Producto;")
    );
    assert_eq!(canteen.run(&["selfcheck"]).status, 0);
}

#[test]
fn a_count_needs_a_managers_word_and_a_loss_its_reason() {
    let canteen = Canteen::demo();
    let list = canteen.file("recuento.csv", "producto;cantidad\nAgua mineral 500 ml;7\n");
    let count = [&["count", "--csv", list.as_str()], &ROSA[..]].concat();
    canteen.refuses("no_reason", &count);
    let why = [&count[..], &["--reason", "recuento"]].concat();
    canteen.refuses("approve_difference", &why);
    let counted = canteen.does(&[&why[..], &["--approve", JORGE]].concat());
    assert_eq!(
        (&counted["products"], &counted["differences"]),
        (&json!(1), &json!(1))
    );
    assert_eq!(canteen.has("Agua mineral 500 ml"), 7);
    let lose = |reason: &str| {
        let what = [
            "move",
            "--product",
            WATER,
            "--quantity",
            "2",
            "--kind",
            "spoiled",
            "--reason",
        ];
        [&what[..], &[reason], &ROSA[..]]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    canteen.refuses("no_reason", &words(&lose("porque sí")));
    canteen.does(&words(&lose("expired")));
    assert_eq!(canteen.has("Agua mineral 500 ml"), 5);
    let value = canteen.does(&["value"]);
    let products = value["products"].as_array().unwrap();
    let sum: i64 = products
        .iter()
        .map(|of| of["value"].as_i64().unwrap())
        .sum();
    assert!(sum > 0 && value["value"] == sum, "{value}");
    assert_eq!(canteen.run(&["selfcheck"]).status, 0);
}
