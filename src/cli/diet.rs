//! `cantina diet`: what the detector reads in a label, and how well it reads; these need no canteen. And
//! the policy and the canteen's own words, as files.

use clap::{Args, Subcommand};

use super::{Context, Outcome, Refusal};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Reads one label and says what it speaks of, and by which words
    Check(super::diet_check::Arguments),
    /// Reads a list of products of which it is known what is in them, and counts
    Eval(super::diet_eval::Arguments),
    /// Shows or changes what the till does by declared state and severity
    Policy(super::diet_rules::Arguments),
    /// Shows or changes the canteen's own words
    Words(super::diet_rules::Arguments),
}

impl Arguments {
    pub const fn json(&self) -> bool {
        match &self.what {
            What::Check(check) => check.json,
            What::Eval(eval) => eval.json,
            What::Policy(rules) | What::Words(rules) => rules.json,
        }
    }
}

pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    match &arguments.what {
        What::Check(check) => super::diet_check::run(context, check),
        What::Eval(eval) => super::diet_eval::run(context, eval),
        What::Policy(rules) => super::diet_rules::policy(context, rules),
        What::Words(rules) => super::diet_rules::words(context, rules),
    }
}
