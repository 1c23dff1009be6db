//! `cantina diet eval`: how well labels are read of which it is known what is in them.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::diet_list::{self, Product};
use super::{Context, Outcome, Refusal};
use crate::domain::detect::score::Tally;
use crate::domain::detect::{Detector, Findings, Label};
use crate::domain::diet::{Allergen, Declared};

/// How many misses are shown.
const WORST: usize = 10;

/// Letters of a miss's text that are shown.
const SHOWN: usize = 300;

/// Counts per allergen and product. A positive is a code in `contains` that is not in `unsure`; where only
/// the pack is read, and with `all`, a product with neither ingredients nor declaration is left out of the
/// positives and traces (`without_text`). Detected: the reading says `contains`; asked: it says no more than that somebody should look.
/// Recall is detected / positives. A negative is a code in none of `contains`, `traces`, `unsure` of a
/// product with `negatives_trusted`; a false alarm is one read as `contains`. Certified free is a code in
/// `absent`, whatever else holds. Named traces are codes in `traces` alone of which some word of the text
/// speaks; detected if read as `may_contain`.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The products: CSV with the columns id, name, category, ingredients, declaration, claims, contains,
    /// traces, absent, unsure and `negatives_trusted`; lists of codes are parted by `;`
    file: PathBuf,
    /// What of each product is read
    #[arg(long = "use", value_enum, default_value_t = Use::All)]
    used: Use,
    /// Says the result as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Use {
    /// The name alone
    Name,
    /// Name and category
    #[value(name = "name+category")]
    NameCategory,
    /// The list of ingredients alone
    Ingredients,
    /// Ingredients and the pack's declaration
    #[value(name = "ingredients+declaration")]
    Pack,
    /// Ingredients, declaration, name and claims
    All,
}

impl Use {
    fn label<'a>(self, product: &'a Product, claims: &'a [&'a str]) -> Label<'a> {
        let (name, pack) = (Label::default(), Label::default());
        let name = Label {
            name: &product.name,
            ..name
        };
        let pack = Label {
            ingredients: Some(&product.ingredients),
            ..pack
        };
        let declaration = Some(product.declaration.as_str());
        match self {
            Self::Name => name,
            Self::NameCategory => Label {
                category: Some(&product.category),
                ..name
            },
            Self::Ingredients => pack,
            Self::Pack => Label {
                declaration,
                ..pack
            },
            Self::All => Label {
                name: &product.name,
                declaration,
                claims,
                ..pack
            },
        }
    }

    /// Whether this product has what is to be read: a name alone says too little of a pack.
    fn can_read(self, product: &Product) -> bool {
        let has_pack = !product.ingredients.is_empty() || !product.declaration.is_empty();
        match self {
            Self::Name | Self::NameCategory => true,
            Self::Ingredients | Self::Pack | Self::All => has_pack,
        }
    }

    fn text(self, product: &Product) -> &str {
        match self {
            Self::Name | Self::NameCategory => &product.name,
            Self::Ingredients | Self::Pack | Self::All => &product.ingredients,
        }
    }
}

struct Miss {
    id: String,
    name: String,
    allergen: Allergen,
    state: Declared,
    asked: bool,
    text: String,
}

struct Score {
    tallies: Vec<(Allergen, &'static str, Tally)>,
    misses: Vec<Miss>,
    without_text: usize,
    rows: usize,
}

/// Reads every product and says how well that went.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let products = diet_list::read(&arguments.file)?;
    let found = evaluate(arguments.used, &products);
    if arguments.json {
        context.say(&found.as_json().to_string())?;
    } else {
        found.say(context)?;
    }
    Ok(Outcome::Done)
}

fn evaluate(used: Use, products: &[Product]) -> Score {
    let tallies = Allergen::LISTED.iter();
    let mut result = Score {
        tallies: tallies
            .map(|(allergen, code)| (*allergen, *code, Tally::default()))
            .collect(),
        misses: Vec::new(),
        without_text: 0,
        rows: products.len(),
    };
    for product in products {
        let claims: Vec<&str> = product.claims.iter().map(String::as_str).collect();
        let findings = Detector::standard().read(&used.label(product, &claims));
        result.count(used, product, &findings);
    }
    result.misses.sort_by_key(|miss| miss.asked);
    result.misses.truncate(WORST);
    result
}

impl Score {
    fn count(&mut self, used: Use, product: &Product, findings: &Findings) {
        let mut known = product.known.clone();
        if !used.can_read(product) {
            self.without_text += usize::from(!known.contains.is_empty());
            known.contains.clear();
            known.traces.clear();
            known.complete = false;
        }
        for (allergen, _, tally) in &mut self.tallies {
            if tally.count(*allergen, &known, findings) {
                self.misses.push(Miss {
                    id: product.id.clone(),
                    name: product.name.clone(),
                    allergen: *allergen,
                    state: findings.state(*allergen),
                    asked: findings.allergen(*allergen).is_some(),
                    text: used.text(product).chars().take(SHOWN).collect(),
                });
            }
        }
    }

    fn all(&self) -> Tally {
        let all = self.tallies.iter();
        all.fold(Tally::default(), |all, (_, _, one)| all.plus(one))
    }

    fn as_json(&self) -> Value {
        let each = self.tallies.iter();
        let each = each.map(|(_, code, tally)| ((*code).to_owned(), tally_json(tally)));
        let misses: Vec<_> = self.misses.iter().map(Miss::as_json).collect();
        json!({
            "rows": self.rows,
            "without_text": self.without_text,
            "allergens": each.collect::<serde_json::Map<_, _>>(),
            "all": tally_json(&self.all()),
            "worst_misses": misses,
        })
    }

    fn say(&self, context: &Context) -> Result<(), Refusal> {
        let words = &context.words;
        let all = self.all();
        let each = self.tallies.iter().map(|(_, code, tally)| (*code, tally));
        let all_name = words.text("cli-diet-all");
        for (code, tally) in each.chain([(all_name.as_str(), &all)]) {
            let told = [
                ("name", format!("{code:<13}").into()),
                ("detected", i64::from(tally.detected).into()),
                ("positives", i64::from(tally.positives).into()),
                ("recall", percent(tally.detected, tally.positives).into()),
                ("asked", i64::from(tally.asked).into()),
                ("alarms", i64::from(tally.false_alarms).into()),
                ("negatives", i64::from(tally.negatives).into()),
                ("rate", percent(tally.false_alarms, tally.negatives).into()),
                (
                    "freealarms",
                    i64::from(tally.alarms_on_certified_free).into(),
                ),
                ("free", i64::from(tally.certified_free).into()),
            ];
            context.say(&words.text_with("cli-diet-tally", &told))?;
        }
        for miss in &self.misses {
            let told = [
                ("name", miss.name.clone().into()),
                ("code", miss.code().to_owned().into()),
                ("id", miss.id.clone().into()),
            ];
            context.say(&words.text_with("cli-diet-miss", &told))?;
        }
        Ok(())
    }
}

impl Miss {
    fn code(&self) -> &'static str {
        self.allergen.code().unwrap_or_default()
    }

    fn as_json(&self) -> Value {
        json!({
            "id": self.id, "name": self.name, "code": self.code(),
            "state": self.state, "asked": self.asked, "text": self.text,
        })
    }
}

fn tally_json(tally: &Tally) -> Value {
    json!({
        "positives": tally.positives,
        "detected": tally.detected,
        "asked": tally.asked,
        "as_traces": tally.as_traces,
        "recall": rate(tally.detected, tally.positives),
        "recall_or_asked": rate(tally.detected + tally.asked, tally.positives),
        "negatives": tally.negatives,
        "false_alarms": tally.false_alarms,
        "false_alarm_rate": rate(tally.false_alarms, tally.negatives),
        "asked_on_negatives": tally.asked_in_vain,
        "certified_free": tally.certified_free,
        "alarms_on_certified_free": tally.alarms_on_certified_free,
        "certified_free_alarm_rate": rate(tally.alarms_on_certified_free, tally.certified_free),
        "traces_named": tally.traces_named,
        "traces_detected": tally.traces_detected,
        "traces_recall": rate(tally.traces_detected, tally.traces_named),
    })
}

/// A share, to four places, half up; null of nothing.
fn share(part: u32, whole: u32, places: u32, factor: u32) -> Option<Decimal> {
    let share = (Decimal::from(part) * Decimal::from(factor)).checked_div(Decimal::from(whole))?;
    let half_up = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    Some(share.round_dp_with_strategy(places, half_up))
}

/// The digits of the decimal themselves are the JSON number.
fn rate(part: u32, whole: u32) -> Value {
    let share = share(part, whole, 4, 1).map(|share| share.normalize().to_string());
    share
        .and_then(|digits| serde_json::from_str(&digits).ok())
        .unwrap_or(Value::Null)
}

fn percent(part: u32, whole: u32) -> String {
    share(part, whole, 2, 100).map_or_else(|| "–".to_owned(), |share| format!("{share} %"))
}
