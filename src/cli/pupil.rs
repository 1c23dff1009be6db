//! `cantina pupil`: people's forms without a screen; a person's data given out and erased; the end of the year.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::{Context, Outcome, Refusal};
use crate::domain::people::{Listed, Step, proposed};
use crate::domain::user::{Approval, Pin, Right, User};
use crate::domain::{CardNumber, Moment, StudentId};
use crate::store::Stamp;
use crate::store::people::{Leaver, Move, Opened};
use crate::till::people::leavers_csv;
use crate::till::{PinRefused, Till, now};

#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    what: What,
    /// Says the result as JSON
    #[arg(long, global = true)]
    pub json: bool,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Everybody, by name
    List(List),
    /// One pupil's form
    Show(Show),
    /// Who left with something on their account
    Leavers(Leavers),
    /// Writes all that is known of a person into a folder
    Export(Export),
    /// Erases a person; the books hold
    Erase(Erase),
    /// The end of the school year: every grade goes up, the last one leaves
    Promote(Promote),
}

#[derive(Debug, Args)]
struct List {
    /// Only of this grade
    #[arg(long)]
    grade: Option<String>,
    /// Also those who left
    #[arg(long)]
    all: bool,
}

#[derive(Debug, Args)]
struct Show {
    /// The pupil's card, or # and their number
    pupil: String,
}

#[derive(Debug, Args)]
struct Leavers {
    /// Writes it as CSV into this file
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct Export {
    /// The pupil's card, or # and their number
    pupil: String,
    /// The folder
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Why
    #[arg(long)]
    reason: String,
    /// The administrator's PIN
    #[arg(long)]
    pin: String,
}

#[derive(Debug, Args)]
struct Erase {
    /// The pupil's card, or # and their number
    pupil: String,
    /// Why
    #[arg(long)]
    reason: String,
    /// The administrator's PIN
    #[arg(long)]
    pin: String,
    /// Does not ask
    #[arg(long)]
    yes: bool,
}

#[derive(Debug, Args)]
struct Promote {
    /// A file of steps as JSON; without it what the till proposes
    #[arg(long, value_name = "FILE")]
    steps: Option<PathBuf>,
    /// Does it; without it only says what would become of whom
    #[arg(long)]
    yes: bool,
    /// Takes today's promotion back
    #[arg(long, conflicts_with_all = ["steps", "yes"])]
    undo: bool,
    /// The PIN of whoever may import lists
    #[arg(long)]
    pin: String,
}

/// Does what the arguments say.
pub fn run(context: &Context, arguments: &Arguments) -> Result<Outcome, Refusal> {
    let till = context.without_printer().open()?;
    let desk = Desk {
        context,
        till,
        now: now(),
        json: arguments.json,
    };
    match &arguments.what {
        What::List(of) => desk.list(of),
        What::Show(of) => desk.show(&of.pupil),
        What::Leavers(of) => desk.leavers(of),
        What::Export(of) => desk.export(of),
        What::Erase(of) => desk.erase(of),
        What::Promote(of) => desk.promote(of),
    }?;
    Ok(Outcome::Done)
}

struct Desk<'a> {
    context: &'a Context,
    till: Till,
    now: Moment,
    json: bool,
}

impl Desk<'_> {
    fn list(&self, of: &List) -> Result<(), Refusal> {
        let people = self.till.people().wait()??;
        let people: Vec<Listed> = people
            .into_iter()
            .filter(|one| of.all || one.active)
            .filter(|one| {
                of.grade
                    .as_ref()
                    .is_none_or(|grade| one.grade.starts_with(grade))
            })
            .collect();
        if self.json {
            let people: Vec<Value> = people.iter().map(listed_json).collect();
            return self.context.say(&json!({ "pupils": people }).to_string());
        }
        for one in &people {
            let card = one.card.as_deref().unwrap_or("–");
            let balance = self.context.words.money(one.balance);
            let line = format!(
                "#{} · {card} · {} · {} · {balance}",
                one.student.0, one.name, one.grade
            );
            self.context.say(&line)?;
        }
        Ok(())
    }

    fn show(&self, said: &str) -> Result<(), Refusal> {
        let opened = self.opened(said)?;
        if self.json {
            return self.context.say(&opened_json(&opened).to_string());
        }
        let (profile, words) = (&opened.profile, &self.context.words);
        let balance = words.money(opened.balance);
        self.context.say(&format!(
            "#{} · {} · {} · {balance}",
            opened.student.0,
            profile.name,
            profile.whole_grade()
        ))?;
        for card in &opened.cards {
            let state = words.text(&format!("card-state-{}", card.state.code()));
            self.context.say(&format!("{} · {state}", card.number))?;
        }
        for one in &profile.guardians {
            let said = [
                &one.name,
                &one.relation,
                &one.phone,
                &one.other_phone,
                &one.email,
                &one.document,
            ];
            let said: Vec<&str> = said
                .into_iter()
                .map(String::as_str)
                .filter(|text| !text.is_empty())
                .collect();
            self.context.say(&said.join(" · "))?;
        }
        Ok(())
    }

    fn leavers(&self, of: &Leavers) -> Result<(), Refusal> {
        let leavers = self.till.leavers().wait()??;
        if let Some(file) = &of.csv {
            fs::write(file, leavers_csv(&leavers, &self.context.words))?;
        }
        if self.json {
            let leavers: Vec<Value> = leavers.iter().map(leaver_json).collect();
            return self.context.say(&json!({ "leavers": leavers }).to_string());
        }
        for one in &leavers {
            let balance = self.context.words.money(one.balance);
            let phone = one.phone.as_deref().unwrap_or("–");
            let line = format!(
                "#{} · {} · {} · {balance} · {phone}",
                one.student.0, one.name, one.grade
            );
            self.context.say(&line)?;
        }
        Ok(())
    }

    fn export(&self, of: &Export) -> Result<(), Refusal> {
        let opened = self.opened(&of.pupil)?;
        let approval = self.approval(&of.pin, &of.reason)?;
        let written = self
            .till
            .export_person(opened.student, of.out.clone(), approval, self.now)
            .wait()??;
        let folder = written.folder.display().to_string();
        if self.json {
            let said = json!({ "folder": folder, "files": written.files });
            return self.context.say(&said.to_string());
        }
        let told = [
            ("path", folder.into()),
            ("files", written.files.len().into()),
        ];
        self.say("people-exported", &told)
    }

    fn erase(&self, of: &Erase) -> Result<(), Refusal> {
        let opened = self.opened(&of.pupil)?;
        if !of.yes {
            let refusal = Refusal::new("not_confirmed").said("cli-pupil-not-confirmed");
            return Err(refusal.told("name", opened.profile.name));
        }
        let approval = self.approval(&of.pin, &of.reason)?;
        let erased = self
            .till
            .erase_person(opened.student, approval, self.now)
            .wait()??;
        self.till.close(Duration::ZERO);
        if self.json {
            let said = json!({
                "student": opened.student.0, "facts": erased.facts, "guardians": erased.guardians,
                "guardians_kept": erased.guardians_kept, "prints": erased.prints,
            });
            return self.context.say(&said.to_string());
        }
        let told = [
            ("facts", erased.facts.into()),
            ("guardians", erased.guardians.into()),
            ("kept", erased.guardians_kept.into()),
        ];
        self.say("people-erased", &told)
    }

    fn promote(&self, of: &Promote) -> Result<(), Refusal> {
        let user = self.user(&of.pin, Right::Import)?;
        let stamp = Stamp::by(user.id, self.now);
        let (grades, last) = self.till.grades().wait()??;
        if of.undo {
            let number = last.map_or(0, |last| last.number);
            let back = self.till.undo_promotion(number, stamp).wait()??;
            if self.json {
                let said = json!({ "promotion": number, "back": back });
                return self.context.say(&said.to_string());
            }
            return self.say("people-year-undone", &[("count", back.into())]);
        }
        let steps = match &of.steps {
            None => proposed(
                &grades
                    .into_iter()
                    .map(|(grade, _)| grade)
                    .collect::<Vec<_>>(),
            ),
            Some(file) => {
                let bad = |_| Refusal::new("bad_steps").said("cli-pupil-bad-steps");
                serde_json::from_str::<Vec<Step>>(&fs::read_to_string(file)?).map_err(bad)?
            }
        };
        let moves = self.till.plan_promotion(steps.clone()).wait()??;
        let done = match of.yes {
            true => Some(self.till.promote(steps.clone(), &moves, stamp).wait()??),
            false => None,
        };
        if self.json {
            let said = json!({
                "done": done.is_some(), "promotion": done.map(|done| done.number), "steps": steps,
                "moves": moves.iter().map(move_json).collect::<Vec<_>>(),
            });
            return self.context.say(&said.to_string());
        }
        for of in &moves {
            let to = of
                .to
                .clone()
                .unwrap_or_else(|| self.context.words.text("people-leaves"));
            self.context
                .say(&format!("{} · {} → {to}", of.name, of.from))?;
        }
        let left = moves.iter().filter(|of| of.to.is_none()).count();
        let told = [
            ("moved", (moves.len() - left).into()),
            ("left", left.into()),
        ];
        self.say(
            if of.yes {
                "people-promoted"
            } else {
                "people-would-promote"
            },
            &told,
        )
    }

    fn say(&self, key: &str, told: &[(&str, crate::i18n::Value)]) -> Result<(), Refusal> {
        self.context.say(&self.context.words.text_with(key, told))
    }

    /// The pupil of a card, whatever its state, or with `#` of that number; also one who left.
    fn opened(&self, said: &str) -> Result<Opened, Refusal> {
        let unknown = || Refusal::new("account_unknown").told("code", said);
        let student = if let Some(number) = said.strip_prefix('#') {
            StudentId(number.parse().map_err(|_| unknown())?)
        } else {
            let card = CardNumber::parse(said).map_err(|_| unknown())?;
            let student = self.till.student_of_card(card).wait()??;
            student.ok_or_else(unknown)?
        };
        self.till.person(student).wait()?.map_err(|_| unknown())
    }

    fn user(&self, typed: &str, right: Right) -> Result<User, Refusal> {
        let signed = self.till.sign_in(None, right, pin(typed)?, self.now);
        signed.wait()?.map_err(refused)
    }

    fn approval(&self, typed: &str, reason: &str) -> Result<Approval, Refusal> {
        if reason.trim().chars().count() < 3 {
            return Err(Refusal::new("account_needs_reason"));
        }
        let approval = self
            .till
            .approve(Right::Users, pin(typed)?, reason.to_owned(), self.now);
        approval.wait()?.map_err(refused)
    }
}

fn pin(typed: &str) -> Result<Pin, Refusal> {
    Pin::parse(typed).map_err(|_| Refusal::new("wrong_pin").said("cli-account-wrong-pin"))
}

fn refused(why: PinRefused) -> Refusal {
    match why {
        PinRefused::Wrong { .. } | PinRefused::NotApproved(_) => {
            Refusal::new("wrong_pin").said("cli-account-wrong-pin")
        }
        why => why.into(),
    }
}

fn listed_json(one: &Listed) -> Value {
    json!({
        "student": one.student.0, "name": one.name, "grade": one.grade, "card": one.card,
        "document": one.document, "guardian": one.guardian, "balance": one.balance.amount(),
        "active": one.active, "erased": one.erased,
    })
}

fn opened_json(of: &Opened) -> Value {
    let cards: Vec<Value> = of
        .cards
        .iter()
        .map(|card| json!({ "number": card.number.as_str(), "state": card.state.code() }))
        .collect();
    let guardians: Vec<Value> = of
        .profile
        .guardians
        .iter()
        .map(|one| {
            json!({
                "guardian": one.id.map(|id| id.0), "name": one.name, "relation": one.relation,
                "phone": one.phone, "other_phone": one.other_phone, "email": one.email,
                "document": one.document,
            })
        })
        .collect();
    json!({
        "student": of.student.0, "name": of.profile.name, "grade": of.profile.grade,
        "section": of.profile.section, "document": of.profile.document,
        "birthday": of.profile.birthday.map(|day| day.to_string()), "notes": of.profile.notes,
        "staff": of.profile.staff, "balance": of.balance.amount(), "active": of.active,
        "erased": of.erased, "photo": of.photo.is_some(), "cards": cards, "guardians": guardians,
    })
}

fn leaver_json(of: &Leaver) -> Value {
    json!({
        "student": of.student.0, "name": of.name, "grade": of.grade, "balance": of.balance.amount(),
        "guardian": of.guardian, "phone": of.phone, "shared": of.shared,
    })
}

fn move_json(of: &Move) -> Value {
    json!({
        "student": of.student.0, "name": of.name, "from": of.from, "to": of.to,
        "balance": of.balance.amount(),
    })
}
