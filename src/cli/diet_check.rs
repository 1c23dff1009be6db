//! `cantina diet check`: one label, read.

use clap::Args;
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal};
use crate::domain::detect::{Detector, DietFinding, Evidence, Finding, Findings, Label, Place};
use crate::domain::diet::{Allergen, Declared, Diet};
use crate::i18n::I18n;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The product's name
    #[arg(long)]
    name: String,
    /// Its category
    #[arg(long)]
    category: Option<String>,
    /// The list of ingredients, with all that stands beside it
    #[arg(long)]
    ingredients: Option<String>,
    /// The pack's own sentence about allergens
    #[arg(long)]
    declaration: Option<String>,
    /// Claims on the pack, parted by commas: `sin_gluten,vegano`
    #[arg(long, value_name = "A,B")]
    claims: Option<String>,
    /// Says the result as JSON; spans count Unicode characters of the argument as given
    #[arg(long)]
    pub json: bool,
}

/// Reads the label and says what was found.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let claims = arguments.claims.as_deref().map(|claims| claims.split(','));
    let claims: Vec<&str> = claims.into_iter().flatten().collect();
    let label = Label {
        name: &arguments.name,
        category: arguments.category.as_deref(),
        ingredients: arguments.ingredients.as_deref(),
        declaration: arguments.declaration.as_deref(),
        claims: &claims,
    };
    let findings = Detector::standard().read(&label);
    if arguments.json {
        context.say(&arguments.as_json(&findings).to_string())?;
    } else {
        say_findings(context, &findings)?;
    }
    Ok(Outcome::Done)
}

impl Arguments {
    fn as_json(&self, findings: &Findings) -> Value {
        let allergens = Allergen::LISTED.iter();
        let allergens =
            allergens.map(|(allergen, code)| self.allergen(code, findings.allergen(*allergen)));
        let diets = Diet::LISTED.iter();
        let diets = diets.map(|(diet, code)| self.diet(code, findings.diet(*diet)));
        json!({
            "allergens": allergens.collect::<Vec<_>>(),
            "diets": diets.collect::<Vec<_>>(),
        })
    }

    fn allergen(&self, code: &str, finding: Option<&Finding>) -> Value {
        let state = finding.map_or(Declared::Unknown, |finding| finding.state);
        json!({
            "code": code,
            "state": state,
            "evidence": self.evidence(finding.map(|finding| finding.evidence.as_slice())),
            "confidence": finding.map_or(0, |finding| finding.confidence),
        })
    }

    fn diet(&self, code: &str, finding: Option<&DietFinding>) -> Value {
        let conflict = finding.map_or(json!("unknown"), |finding| json!(finding.conflict));
        json!({
            "code": code,
            "conflict": conflict,
            "evidence": self.evidence(finding.map(|finding| finding.evidence.as_slice())),
            "confidence": finding.map_or(0, |finding| finding.confidence),
        })
    }

    fn evidence(&self, evidence: Option<&[Evidence]>) -> Vec<Value> {
        let all = evidence.unwrap_or_default().iter();
        let as_json = |one: &Evidence| {
            let text = self.text_of(one.place);
            let (start, end) = one.span;
            json!({
                "source": one.place.code(),
                "text": one.text,
                "span": [characters(text, start), characters(text, end)],
            })
        };
        all.map(as_json).collect()
    }

    fn text_of(&self, place: Place) -> &str {
        let text = match place {
            Place::Name | Place::Type => Some(&self.name),
            Place::Category => self.category.as_ref(),
            Place::Ingredients => self.ingredients.as_ref(),
            Place::Declaration => self.declaration.as_ref(),
            Place::Claim => self.claims.as_ref(),
        };
        text.map_or("", String::as_str)
    }
}

/// How many characters stand before a byte, so that other languages can cut the text there.
fn characters(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(0, |before| before.chars().count())
}

fn say_findings(context: &Context, findings: &Findings) -> Result<(), Refusal> {
    let words = &context.words;
    for (allergen, finding) in findings.iter() {
        let state = words.text(match finding.state {
            Declared::Contains => "cli-diet-contains",
            Declared::MayContain => "cli-diet-may-contain",
            Declared::Free => "cli-diet-free",
            Declared::Unknown => "cli-diet-asks",
        });
        let name = words.allergen(allergen);
        let trust = finding.trust().code();
        say_line(context, &name, &state, trust, &finding.evidence)?;
    }
    for (diet, finding) in findings.diets() {
        let state = words.text(match finding.conflict {
            true => "cli-diet-conflict",
            false => "cli-diet-fits",
        });
        let name = words.diet(diet);
        let trust = finding.trust().code();
        say_line(context, &name, &state, trust, &finding.evidence)?;
    }
    context.say(&words.text("cli-diet-rest-unknown"))
}

fn say_line(
    context: &Context,
    name: &str,
    state: &str,
    trust: &str,
    evidence: &[Evidence],
) -> Result<(), Refusal> {
    let words = &context.words;
    let quoted: Vec<String> = evidence.iter().map(|one| quote(words, one)).collect();
    let trust = words.text(&format!("cli-diet-trust-{trust}"));
    let line = format!("{name:<14} {state:<20} {trust:<6} {}", quoted.join(", "));
    context.say(line.trim_end())
}

fn quote(words: &I18n, evidence: &Evidence) -> String {
    let place = words.text(&format!("place-{}", evidence.place.code()));
    let told = [
        ("text", evidence.text.replace('\n', " ").into()),
        ("place", place.into()),
    ];
    words.text_with("cli-diet-quote", &told)
}
