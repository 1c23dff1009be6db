//! What is to be looked at: the list at the left, the label's own words at the right.

use iced::widget::{container, responsive, space as gap};
use iced::{Alignment, Length, Size};

use super::{Room, cell, foot};
use crate::app::icon::{Icon, icon};
use crate::app::screen::declare::desk::text_at;
use crate::app::screen::declare::{Declare, Desk, Entry, Message};
use crate::app::theme::{Theme, radius, size, space, style, target};
use crate::app::widget::{
    Column, Element, Mood, Row, button, card, chip, clamp, empty, press, scroll, text, well,
};
use crate::domain::detect::{Evidence, Place, Proposal, Why};
use crate::domain::diet::Declared;
use crate::i18n::I18n;
use crate::store::diet::Filed;

/// The width of the list, in logical pixels; on a narrow window.
const LIST_WIDTH: f32 = 380.0;
const LIST_WIDTH_NARROW: f32 = 300.0;
/// The height of a row of the list, in logical pixels.
const ROW: f32 = 64.0;

impl Declare {
    pub(super) fn queue_view<'a>(
        &'a self,
        desk: &'a Desk,
        room: Room,
        words: &I18n,
    ) -> Element<'a, Message> {
        let chosen = self.entry().and_then(|entry| {
            let of = desk.product(entry.product)?;
            Some(self.question(desk, of, entry, room, words))
        });
        let Some(question) = chosen else {
            let (what, todo) = ("declare-queue-empty", "declare-queue-empty-todo");
            let nothing = empty(Icon::CircleCheck, words.text(what), words.text(todo), None);
            return card(nothing).height(Length::Fill).into();
        };
        let words = words.clone();
        let list = responsive(move |size| self.list(desk, size, &words));
        let width = if room.is_narrow() {
            LIST_WIDTH_NARROW
        } else {
            LIST_WIDTH
        };
        Row::new()
            .spacing(room.gap())
            .push(
                card(list)
                    .padding(space::S)
                    .width(width)
                    .height(Length::Fill),
            )
            .push(question)
            .into()
    }

    /// The page of the list on which the one in hand is.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a window has some hundred rows at most; a float cast saturates"
    )]
    fn list<'a>(&'a self, desk: &'a Desk, size: Size, words: &I18n) -> Element<'a, Message> {
        let room = size.height - target::MIN - space::S;
        let per_page = ((room / ROW).floor() as usize).max(1);
        let all = desk.queue().len();
        let at = self.queue_at.min(all.saturating_sub(1));
        let first = at / per_page * per_page;
        let last = (first + per_page).min(all);
        let rows = (first..last).filter_map(|row| {
            let entry = desk.queue().get(row)?;
            let of = desk.product(entry.product)?;
            Some(list_row(row, row == at, of, entry, words))
        });
        let told = [
            ("from", (first + 1).into()),
            ("to", last.into()),
            ("all", all.into()),
        ];
        let place = text::small(words.text_with("declare-range", &told)).style(style::muted);
        let back = (first > 0).then(|| Message::EntryPressed(first.saturating_sub(per_page)));
        let on = (last < all).then_some(Message::EntryPressed(last));
        let pages = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(button::icon_only(Icon::ChevronUp).on_press_maybe(back))
            .push(button::icon_only(Icon::ChevronDown).on_press_maybe(on))
            .push(place);
        Column::with_children(rows)
            .push(gap::vertical())
            .push(pages)
            .into()
    }

    fn question<'a>(
        &'a self,
        desk: &'a Desk,
        of: &'a Filed,
        entry: &'a Entry,
        room: Room,
        words: &I18n,
    ) -> Element<'a, Message> {
        let proposal = &entry.proposal;
        let title = format!("{} · {}", of.text.name, words.allergen(proposal.allergen));
        let told = Column::new()
            .spacing(room.gap())
            .push(text::title(title))
            .push(chips(proposal, words))
            .push(text::body(foot::reasons(of, proposal.allergen, words)).style(style::muted))
            .extend(labels(of, &proposal.evidence, words));
        let whole = Column::new()
            .spacing(room.gap())
            .push(scroll(told).height(Length::Fill).width(Length::Fill))
            .push(self.answers(desk, entry, room, words));
        card(whole).width(Length::Fill).height(Length::Fill).into()
    }

    fn answers<'a>(
        &'a self,
        desk: &'a Desk,
        entry: &'a Entry,
        room: Room,
        words: &I18n,
    ) -> Element<'a, Message> {
        let proposal = &entry.proposal;
        let proposes = proposal.proposed != Declared::Unknown;
        let accept = proposes.then(|| {
            let state = cell::sentence(proposal.proposed, proposal.allergen, words);
            let label = words.text_with("declare-accept", &[("state", state.into())]);
            let button = button::primary(label).icon(Icon::Check).fill();
            Element::from(button.on_press(Message::AcceptPressed))
        });
        let sure = desk.sure(entry.product);
        let all = (sure.len() > 1).then(|| {
            let told = [("count", sure.len().into())];
            let button = button::soft(words.text_with("declare-accept-all", &told)).tall();
            let button = button.icon(Icon::BadgeCheck).fill();
            Element::from(button.on_press(Message::AcceptAllPressed))
        });
        let states = [Declared::Contains, Declared::MayContain, Declared::Free]
            .map(|state| cell::state_button(state, room, words));
        let open = button::secondary(words.text("declare-open"))
            .icon(Icon::Package)
            .short()
            .fill()
            .on_press(Message::ProductPressed(entry.product));
        let skip = button::secondary(words.text("declare-skip"))
            .icon(Icon::ArrowRight)
            .short()
            .fill()
            .on_press(Message::SkipPressed);
        let listed = (sure.len() > 1).then(|| {
            let said = sure
                .iter()
                .map(|proposal| cell::sentence(proposal.proposed, proposal.allergen, words));
            let said: Vec<String> = said.collect();
            text::small(said.join(" · ")).style(style::muted)
        });
        let first = (proposes || all.is_some())
            .then(|| Row::new().spacing(space::S).push(accept).push(all));
        let services = Row::new()
            .spacing(space::S)
            .push(self.source_button(room, words))
            .push(Element::from(open))
            .push(Element::from(skip));
        Column::new()
            .spacing(space::S)
            .push(listed)
            .push(first)
            .push(Row::with_children(states).spacing(space::S))
            .push(services)
            .into()
    }
}

/// Why it is asked, what is proposed, and how far the reading believes itself.
fn chips<'a>(proposal: &Proposal, words: &I18n) -> Element<'a, Message> {
    let (mood, picture, key) = why(proposal.why);
    let mut all = vec![chip::status(mood, picture, words.text(key))];
    if proposal.proposed != Declared::Unknown {
        all.push(cell::state_chip(proposal.proposed, words));
    }
    if let Some(trust) = proposal.trust() {
        let label = words.text(&format!("declare-trust-{}", trust.code()));
        all.push(chip::status(Mood::Neutral, Icon::Gauge, label));
    }
    chip::flow(all)
}

const fn why(why: Why) -> (Mood, Icon, &'static str) {
    match why {
        Why::Contradicts => (Mood::Error, Icon::OctagonAlert, "declare-why-contradicts"),
        Why::Changed => (Mood::Warn, Icon::Pencil, "declare-why-changed"),
        Why::Undeclared => (
            Mood::Neutral,
            Icon::CircleQuestionMark,
            "declare-why-undeclared",
        ),
    }
}

fn list_row<'a>(
    at: usize,
    chosen: bool,
    of: &'a Filed,
    entry: &Entry,
    words: &I18n,
) -> Element<'a, Message> {
    let proposal = &entry.proposal;
    let (_, picture, _) = why(proposal.why);
    let look: fn(&Theme) -> iced::widget::text::Style = match proposal.why {
        Why::Contradicts => style::danger_ink,
        Why::Changed => style::caution_ink,
        Why::Undeclared => style::muted,
    };
    let what = match proposal.proposed {
        Declared::Unknown => {
            let told = [("allergen", words.allergen(proposal.allergen).into())];
            words.text_with("declare-is-it", &told)
        }
        state => cell::sentence(state, proposal.allergen, words),
    };
    let below = match proposal.trust() {
        Some(trust) => {
            let trust = words.text(&format!("declare-trust-short-{}", trust.code()));
            format!("{what} · {trust}")
        }
        None => what,
    };
    let both = Column::new()
        .push(clamp(of.text.name.as_str(), 1).strong())
        .push(clamp(below, 1).small())
        .width(Length::Fill);
    let row = Row::new()
        .spacing(space::M)
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON).style(look))
        .push(both);
    press(row)
        .on_press(Message::EntryPressed(at))
        .width(Length::Fill)
        .height(ROW)
        .padding([0.0, space::M])
        .style(move |theme, status| style::row(theme, chosen, status))
        .unfocusable()
        .into()
}

/// The texts that the evidence stands in, each once, in the order of the evidence; without evidence, what
/// there is to read.
fn labels<'a>(of: &'a Filed, evidence: &'a [Evidence], words: &I18n) -> Vec<Element<'a, Message>> {
    if evidence.is_empty() {
        let places = [Place::Ingredients, Place::Declaration];
        let texts = places.map(|place| Some(label(text_at(of, place)?, place, &[], words)));
        return texts.into_iter().flatten().collect();
    }
    let mut shown: Vec<Place> = Vec::new();
    let mut labels = Vec::new();
    for words_of in evidence {
        let place = match words_of.place {
            Place::Type => Place::Name,
            place => place,
        };
        if shown.contains(&place) {
            continue;
        }
        shown.push(place);
        let spans = evidence
            .iter()
            .filter(|other| {
                other.place == place || (place, other.place) == (Place::Name, Place::Type)
            })
            .map(|other| other.span);
        let text = text_at(of, place).unwrap_or(&words_of.text);
        labels.push(label(text, place, &spans.collect::<Vec<_>>(), words));
    }
    labels
}

/// A text of the label under the name of its place.
fn label<'a>(
    text: &'a str,
    place: Place,
    spans: &[(usize, usize)],
    words: &I18n,
) -> Element<'a, Message> {
    let head = words.text(&format!("declare-place-{}", place.code()));
    let column = Column::new()
        .spacing(space::XS)
        .push(text::small(head).style(style::muted))
        .push(highlighted(text, spans));
    well(column).padding(space::M).width(Length::Fill).into()
}

/// A text, word by word, with those marked that lie in a span.
fn highlighted<'a>(label: &'a str, spans: &[(usize, usize)]) -> Element<'a, Message> {
    let words = runs(label, spans).into_iter().map(|(run, marked)| {
        if marked {
            container(text::strong(run))
                .padding([0.0, space::XS])
                .style(|theme: &Theme| style::filled(mark(theme), radius::S))
                .into()
        } else {
            text::body(run).into()
        }
    });
    Row::with_children(words).spacing(space::XS).wrap().into()
}

fn mark(theme: &Theme) -> crate::app::theme::Pair {
    let tone = theme.tokens().caution_soft;
    crate::app::theme::Pair {
        fill: tone.fill,
        ink: tone.ink,
    }
}

/// The words of a text, those beside each other that lie in a span as one.
fn runs<'a>(text: &'a str, spans: &[(usize, usize)]) -> Vec<(&'a str, bool)> {
    let mut runs: Vec<(std::ops::Range<usize>, bool)> = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let end = start + word.len();
        let letters = start..start + word.trim_end().len();
        let marked = spans
            .iter()
            .any(|(from, to)| letters.start < *to && letters.end > *from);
        match runs.last_mut() {
            Some((last, true)) if marked => last.end = letters.end,
            _ if letters.is_empty() => {}
            _ => runs.push((letters, marked)),
        }
        start = end;
    }
    runs.into_iter()
        .map(|(range, marked)| (&text[range], marked))
        .collect()
}
