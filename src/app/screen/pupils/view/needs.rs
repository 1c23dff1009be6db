//! What a pupil must not eat and had better not, in words and chips.

use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::widget::{Element, Mood, chip};
use crate::domain::diet::{Declared, Policy, Restriction, Severity, Wish};
use crate::i18n::I18n;

/// «maní · severa».
pub(super) fn restriction_chip<'a, M: 'a>(
    of: &Restriction,
    context: &Context<'_>,
) -> Element<'a, M> {
    let words = context.words;
    let name = words.allergen(of.allergen);
    let severity = words.text(&format!("severity-{}", of.severity.code()));
    if !of.holds_on(context.now.day()) {
        let over = words.text_with("pupils-over", &[("what", name.into())]);
        return chip::status(Mood::Neutral, Icon::Clock, over);
    }
    let (mood, picture) = context.look_of(of.severity);
    chip::status(mood, picture, format!("{name} · {severity}"))
}

/// «vegetariano».
pub(super) fn wish_chip<'a, M: 'a>(of: &Wish, context: &Context<'_>) -> Element<'a, M> {
    let name = context.words.diet(of.diet);
    if of.holds_on(context.now.day()) {
        return chip::status(Mood::Neutral, Icon::Salad, name);
    }
    let over = [("what", name.into())];
    let over = context.words.text_with("pupils-over", &over);
    chip::status(Mood::Neutral, Icon::Clock, over)
}

/// One sentence of what the till will do by this policy about that severity.
pub(super) fn does(policy: &Policy, severity: Severity, words: &I18n) -> String {
    let response = |state| policy.response(state, severity);
    let does = |state| words.text(&format!("policy-does-{}", response(state).code()));
    let contains = response(Declared::Contains);
    if [Declared::MayContain, Declared::Unknown].map(response) == [contains; 2] {
        let does = [("does", does(Declared::Contains).into())];
        return words.text_with("pupils-does-all", &does);
    }
    words.text_with(
        "pupils-does",
        &[
            ("contains", does(Declared::Contains).into()),
            ("may", does(Declared::MayContain).into()),
            ("unknown", does(Declared::Unknown).into()),
        ],
    )
}

/// «según Carmen Rodríguez · certificado del Dr. Ayala · hasta el 30/06/2027».
pub(super) fn rests_on(of: &Restriction, words: &I18n) -> String {
    let mut parts = said_by(&of.said_by, words);
    parts.extend(of.document.clone());
    parts.extend(
        of.until
            .map(|day| words.text_with("pupils-until-day", &[("day", day.into())])),
    );
    parts.join(" · ")
}

/// «Emergencia: Carmen Rodríguez · 0981 123 456».
pub(super) fn to_call(of: &Restriction, words: &I18n) -> Option<String> {
    let parts: Vec<&str> = [&of.contact, &of.phone]
        .into_iter()
        .filter_map(Option::as_deref)
        .collect();
    (!parts.is_empty())
        .then(|| words.text_with("pupils-to-call", &[("who", parts.join(" · ").into())]))
}

/// Who said so of a diet, and until when.
pub(super) fn wish_rests_on(of: &Wish, words: &I18n) -> String {
    let mut parts = said_by(&of.said_by, words);
    parts.extend(
        of.until
            .map(|day| words.text_with("pupils-until-day", &[("day", day.into())])),
    );
    parts.join(" · ")
}

fn said_by(who: &str, words: &I18n) -> Vec<String> {
    let who = who.trim();
    if who.is_empty() {
        return vec![words.text("pupils-said-by-nobody")];
    }
    vec![words.text_with("pupils-said-by-who", &[("who", who.into())])]
}
