//! What a product contains, what a pupil must not eat, and what follows from the two.
//!
//! This room judges what is *declared*. Nothing here guesses: a product of which nobody has said
//! anything is [`Declared::Unknown`], and unknown is never treated as free.

mod diets;

use std::collections::BTreeMap;

pub use diets::Diet;
use serde::{Deserialize, Serialize};

use super::BusinessDay;

/// An allergen: one of the fourteen that the EU lists (Regulation 1169/2011, annex II), or one the canteen added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Allergen(pub u16);

impl Allergen {
    /// Cereals with gluten.
    pub const GLUTEN: Self = Self(1);
    /// Crustaceans.
    pub const CRUSTACEANS: Self = Self(2);
    /// Egg.
    pub const EGG: Self = Self(3);
    /// Fish.
    pub const FISH: Self = Self(4);
    /// Peanut («maní»).
    pub const PEANUT: Self = Self(5);
    /// Soya.
    pub const SOY: Self = Self(6);
    /// Milk; an allergic child is not helped by «sin lactosa».
    pub const MILK: Self = Self(7);
    /// Tree nuts.
    pub const NUTS: Self = Self(8);
    /// Celery.
    pub const CELERY: Self = Self(9);
    /// Mustard.
    pub const MUSTARD: Self = Self(10);
    /// Sesame.
    pub const SESAME: Self = Self(11);
    /// Sulphites.
    pub const SULPHITES: Self = Self(12);
    /// Lupin.
    pub const LUPIN: Self = Self(13);
    /// Molluscs.
    pub const MOLLUSCS: Self = Self(14);

    /// The first number that an allergen of the canteen's own may have.
    pub const FIRST_OWN: u16 = 100;

    /// The fourteen, with the codes that lists of products use.
    pub const LISTED: [(Self, &'static str); 14] = [
        (Self::GLUTEN, "gluten"),
        (Self::CRUSTACEANS, "crustaceos"),
        (Self::EGG, "huevo"),
        (Self::FISH, "pescado"),
        (Self::PEANUT, "mani"),
        (Self::SOY, "soja"),
        (Self::MILK, "leche"),
        (Self::NUTS, "frutos_secos"),
        (Self::CELERY, "apio"),
        (Self::MUSTARD, "mostaza"),
        (Self::SESAME, "sesamo"),
        (Self::SULPHITES, "sulfitos"),
        (Self::LUPIN, "altramuz"),
        (Self::MOLLUSCS, "moluscos"),
    ];

    /// The code in lists and i18n keys; `None` for one the canteen added.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        Self::LISTED
            .iter()
            .find(|(of, _)| *of == self)
            .map(|(_, code)| *code)
    }

    /// The listed allergen of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::LISTED
            .iter()
            .find(|(_, of)| *of == code)
            .map(|(allergen, _)| *allergen)
    }
}

/// What is declared of a product and an allergen. Ordered: a later one asks for more caution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Declared {
    /// Somebody has said that it is not in it.
    Free,
    /// Nobody has said anything. Never shown or treated as free.
    Unknown,
    /// Traces are possible.
    MayContain,
    /// It is in it.
    Contains,
}

impl Declared {
    /// Every state, in the order of the policy's rows.
    pub const ALL: [Self; 4] = [Self::Free, Self::Unknown, Self::MayContain, Self::Contains];
}

/// Where a declaration comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The pack's label.
    Label,
    /// The supplier's sheet.
    Supplier,
    /// The kitchen's recipe.
    Recipe,
    /// Somebody of the staff.
    Staff,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 4] = [Self::Label, Self::Supplier, Self::Recipe, Self::Staff];

    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Supplier => "supplier",
            Self::Recipe => "recipe",
            Self::Staff => "staff",
        }
    }
}

/// What was declared, where it was read and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declaration {
    /// The state; [`Declared::Unknown`] is the absence of a declaration and never stored.
    pub state: Declared,
    /// Where it comes from.
    pub source: Source,
    /// The words it rests on, if any: «puede contener trazas de maní».
    pub quote: Option<String>,
    /// When it was said.
    pub day: BusinessDay,
}

/// All that is declared of one product.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Declarations(BTreeMap<Allergen, Declaration>);

impl Declarations {
    /// Nothing declared: everything unknown.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Records a declaration, replacing the one before.
    pub fn declare(&mut self, allergen: Allergen, declaration: Declaration) {
        if declaration.state == Declared::Unknown {
            self.0.remove(&allergen);
        } else {
            self.0.insert(allergen, declaration);
        }
    }

    /// The state for an allergen; unknown where nobody said anything.
    #[must_use]
    pub fn state(&self, allergen: Allergen) -> Declared {
        self.0
            .get(&allergen)
            .map_or(Declared::Unknown, |said| said.state)
    }

    /// What was said of an allergen.
    #[must_use]
    pub fn of(&self, allergen: Allergen) -> Option<&Declaration> {
        self.0.get(&allergen)
    }

    /// Everything that was said, by allergen.
    pub fn iter(&self) -> impl Iterator<Item = (Allergen, &Declaration)> {
        self.0.iter().map(|(allergen, said)| (*allergen, said))
    }
}

/// How badly a pupil reacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// «Leve».
    Mild,
    /// «Moderada».
    Moderate,
    /// «Severa».
    Severe,
    /// «Crítica».
    Critical,
}

impl Severity {
    /// Every severity, mildest first.
    pub const ALL: [Self; 4] = [Self::Mild, Self::Moderate, Self::Severe, Self::Critical];

    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
            Self::Critical => "critical",
        }
    }

    /// The severity of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|severity| severity.code() == code)
    }
}

/// What a pupil must not eat, and who said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// What.
    pub allergen: Allergen,
    /// How badly.
    pub severity: Severity,
    /// Who said so: «su madre, Carmen Rodríguez».
    pub said_by: String,
    /// Whom to call.
    pub phone: Option<String>,
    /// What else the till should say.
    pub note: Option<String>,
    /// The last day on which it holds, if it ends.
    pub until: Option<BusinessDay>,
}

impl Restriction {
    /// Whether it holds on that day.
    #[must_use]
    pub fn holds_on(&self, day: BusinessDay) -> bool {
        self.until.is_none_or(|last| day <= last)
    }
}

/// What the till does about a declared state and a severity. Ordered: a later one is stricter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// Sells without a word.
    Allow,
    /// The cashier confirms having read it.
    Confirm,
    /// A supervisor's PIN and a reason.
    Approve,
    /// No override at the till.
    Refuse,
}

/// The table of responses: declared state × severity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    table: [[Response; 4]; 4],
}

impl Policy {
    /// The house's policy: severe and critical are sold only what is declared free.
    #[must_use]
    pub const fn standard() -> Self {
        use Response::{Allow, Approve, Confirm, Refuse};
        Self {
            //       mild     moderate  severe  critical
            table: [
                [Allow, Allow, Allow, Allow],       // free
                [Confirm, Confirm, Refuse, Refuse], // unknown
                [Confirm, Confirm, Refuse, Refuse], // may contain
                [Confirm, Approve, Refuse, Refuse], // contains
            ],
        }
    }

    /// What the till does.
    #[must_use]
    pub const fn response(&self, state: Declared, severity: Severity) -> Response {
        self.table[state as usize][severity as usize]
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::standard()
    }
}

/// One reason why a product needs more than a press: all that an alert has to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The pupil's restriction.
    pub restriction: Restriction,
    /// What is declared of the product.
    pub state: Declared,
    /// The declaration itself, if there is one.
    pub declaration: Option<Declaration>,
    /// What the policy asks for.
    pub response: Response,
}

/// What the till does about one product for one pupil. Never a bool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Sell.
    Allow,
    /// Sell after somebody has answered for each reason.
    Ask(Vec<Reason>),
    /// Do not sell; at least one reason is [`Response::Refuse`].
    Refuse(Vec<Reason>),
}

impl Verdict {
    /// The reasons, empty if allowed.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        match self {
            Self::Allow => &[],
            Self::Ask(reasons) | Self::Refuse(reasons) => reasons,
        }
    }

    /// The strictest response in it.
    #[must_use]
    pub fn response(&self) -> Response {
        let strictest = self.reasons().iter().map(|reason| reason.response).max();
        strictest.unwrap_or(Response::Allow)
    }
}

/// Judges one product for one pupil: the only place where a restriction meets a declaration.
///
/// Reasons come strictest first.
#[must_use]
pub fn judge(
    declarations: &Declarations,
    restrictions: &[Restriction],
    policy: &Policy,
    day: BusinessDay,
) -> Verdict {
    let mut reasons: Vec<Reason> = restrictions
        .iter()
        .filter(|restriction| restriction.holds_on(day))
        .map(|restriction| reason(declarations, restriction, policy))
        .filter(|reason| reason.response > Response::Allow)
        .collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.response));
    match reasons.first().map(|strictest| strictest.response) {
        None => Verdict::Allow,
        Some(Response::Refuse) => Verdict::Refuse(reasons),
        Some(_) => Verdict::Ask(reasons),
    }
}

fn reason(declarations: &Declarations, restriction: &Restriction, policy: &Policy) -> Reason {
    let state = declarations.state(restriction.allergen);
    Reason {
        restriction: restriction.clone(),
        state,
        declaration: declarations.of(restriction.allergen).cloned(),
        response: policy.response(state, restriction.severity),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;

    fn day(day: u32) -> BusinessDay {
        BusinessDay(NaiveDate::from_ymd_opt(2026, 11, day).unwrap())
    }

    fn allergic_to(allergen: Allergen, severity: Severity) -> Restriction {
        Restriction {
            allergen,
            severity,
            said_by: "su madre".into(),
            phone: None,
            note: None,
            until: None,
        }
    }

    fn declared(allergen: Allergen, state: Declared) -> Declarations {
        let mut declarations = Declarations::none();
        let source = Source::Label;
        declarations.declare(
            allergen,
            Declaration {
                state,
                source,
                quote: None,
                day: day(1),
            },
        );
        declarations
    }

    fn verdict(state: Declared, severity: Severity) -> Verdict {
        let peanut = Allergen::PEANUT;
        let policy = Policy::standard();
        judge(
            &declared(peanut, state),
            &[allergic_to(peanut, severity)],
            &policy,
            day(23),
        )
    }

    #[test]
    fn severe_is_sold_only_what_is_declared_free() {
        for severity in [Severity::Severe, Severity::Critical] {
            for state in Declared::ALL {
                let refused = matches!(verdict(state, severity), Verdict::Refuse(_));
                assert_eq!(refused, state != Declared::Free, "{state:?} × {severity:?}");
            }
        }
    }

    #[test]
    fn moderate_needs_a_supervisor_and_mild_a_confirmation() {
        assert_eq!(
            verdict(Declared::Contains, Severity::Moderate).response(),
            Response::Approve
        );
        assert_eq!(
            verdict(Declared::Contains, Severity::Mild).response(),
            Response::Confirm
        );
        assert_eq!(verdict(Declared::Free, Severity::Moderate), Verdict::Allow);
    }

    #[test]
    fn a_restriction_that_has_ended_does_not_act_and_holds_on_its_last_day() {
        let mut ended = allergic_to(Allergen::MILK, Severity::Severe);
        ended.until = Some(day(22));
        let milk = declared(Allergen::MILK, Declared::Contains);
        let on = |day| {
            judge(
                &milk,
                std::slice::from_ref(&ended),
                &Policy::standard(),
                day,
            )
        };
        assert!(matches!(on(day(22)), Verdict::Refuse(_)));
        assert_eq!(on(day(23)), Verdict::Allow);
    }

    #[test]
    fn the_policy_never_gets_milder_with_severity_or_state() {
        let policy = Policy::standard();
        for state in Declared::ALL {
            for pair in Severity::ALL.windows(2) {
                assert!(policy.response(state, pair[0]) <= policy.response(state, pair[1]));
            }
        }
        for severity in Severity::ALL {
            for pair in Declared::ALL.windows(2) {
                assert!(policy.response(pair[0], severity) <= policy.response(pair[1], severity));
            }
        }
    }

    proptest! {
        #[test]
        fn one_more_restriction_never_makes_a_verdict_milder(
            states in proptest::collection::vec((1_u16..15, 0_usize..4), 0..10),
            restrictions in proptest::collection::vec((1_u16..15, 0_usize..4), 1..6),
        ) {
            let mut declarations = Declarations::none();
            for (allergen, state) in states {
                let state = Declared::ALL[state];
                let said = Declaration { state, source: Source::Staff, quote: None, day: day(1) };
                declarations.declare(Allergen(allergen), said);
            }
            let restrictions: Vec<_> = restrictions
                .into_iter()
                .map(|(allergen, severity)| allergic_to(Allergen(allergen), Severity::ALL[severity]))
                .collect();
            let policy = Policy::standard();
            let fewer = judge(&declarations, &restrictions[1..], &policy, day(2)).response();
            let more = judge(&declarations, &restrictions, &policy, day(2)).response();
            prop_assert!(more >= fewer);
        }
    }
}
