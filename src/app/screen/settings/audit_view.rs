//! How the page of the audit looks.

use iced::{Alignment, Length};

use super::audit::{Audit, Leaf, Line, Message};
use crate::app::icon::Icon;
use crate::app::theme::{size, space, style};
use crate::app::widget::{
    Column, Element, Mood, Row, banner, button, card, chip, empty, field, scroll, strip, table,
    text,
};
use crate::i18n::I18n;

/// Room for a day, in logical pixels.
const DAY_WIDTH: f32 = 180.0;
const TABLE: table::Table<3> =
    table::Table([table::fixed(132.0), table::fixed(110.0), table::share(1)]);

impl Audit {
    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let body: Element<'_, Message> = match &self.leaf {
            None => text::body("").into(),
            Some(leaf) if leaf.lines.is_empty() => {
                let (none, todo) = (words.text("audit-none"), words.text("audit-none-todo"));
                empty(Icon::History, none, todo, None)
            }
            Some(leaf) => self.lines(leaf, words),
        };
        let told = self.told.as_ref().map(|told| match told {
            Ok(said) => banner(Mood::Ok, said.as_str(), None, vec![]),
            Err(said) => banner(Mood::Error, said.as_str(), None, vec![]),
        });
        Column::new()
            .spacing(space::M)
            .push(self.which(words))
            .push(told)
            .push(card(body).width(Length::Fill).height(Length::Fill))
            .push(self.keep(words))
            .into()
    }

    /// By person, by action, by day.
    fn which<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let all = chip::choice(
            words.text("audit-anybody"),
            self.user.is_none(),
            Message::UserChosen(None),
        );
        let users = self.users.iter().map(|(id, name)| {
            let chosen = self.user == Some(*id);
            chip::choice(name.as_str(), chosen, Message::UserChosen(Some(*id)))
        });
        let users = Row::with_children([all]).extend(users).spacing(space::S);
        let every = chip::choice(
            words.text("audit-any-action"),
            self.action.is_none(),
            Message::ActionChosen(None),
        );
        let known = self.leaf.iter().flat_map(|leaf| &leaf.actions);
        let actions = known.map(|(action, name)| {
            let chosen = self.action.as_ref() == Some(action);
            let choose = Message::ActionChosen(Some(action.clone()));
            chip::choice(name.as_str(), chosen, choose)
        });
        let actions = Row::with_children([every])
            .extend(actions)
            .spacing(space::S);
        let day = field(&words.text("audit-day-hint"), &self.day)
            .on_input(Message::DayTyped)
            .on_submit(Message::DayConfirmed)
            .width(DAY_WIDTH);
        let wrong = self
            .day_is_wrong
            .then(|| text::small(words.text("audit-day-wrong")).style(style::danger_ink));
        let first = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(strip(users).width(Length::Fill))
            .push(text::small(words.text("audit-day")).style(style::muted))
            .push(day);
        Column::new()
            .spacing(space::S)
            .push(first)
            .push(wrong)
            .push(strip(actions).width(Length::Fill))
            .into()
    }

    fn lines<'a>(&'a self, leaf: &'a Leaf, words: &I18n) -> Element<'a, Message> {
        let head = TABLE.head([
            words.text("audit-head-when"),
            words.text("audit-head-who"),
            words.text("audit-head-what"),
        ]);
        let rows = leaf.lines.iter().map(row);
        let older = button::ghost(words.text("audit-older"))
            .icon(Icon::ChevronDown)
            .on_press_maybe(leaf.more.then_some(Message::OlderPressed));
        let newer = button::ghost(words.text("audit-newer"))
            .icon(Icon::ChevronUp)
            .on_press_maybe(self.can_go_back().then_some(Message::NewerPressed));
        let turn = Row::new()
            .spacing(space::S)
            .push(Element::from(newer))
            .push(Element::from(older));
        Column::new()
            .push(head)
            .push(scroll(table::rows(rows)).height(Length::Fill))
            .push((leaf.more || self.can_go_back()).then_some(turn))
            .into()
    }

    /// Into a file, and whether it is as it was written.
    fn keep<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let path = field(&words.text("audit-path"), &self.path)
            .on_input(Message::PathTyped)
            .on_submit(Message::ExportPressed);
        let can = !self.busy && !self.path.trim().is_empty();
        let export = button::secondary(words.text("audit-export"))
            .icon(Icon::FileDown)
            .on_press_maybe(can.then_some(Message::ExportPressed));
        let verify = words.text(match self.busy {
            false => "audit-verify",
            true => "audit-verifying",
        });
        let verify = button::secondary(verify)
            .icon(Icon::ShieldCheck)
            .on_press_maybe((!self.busy).then_some(Message::VerifyPressed));
        Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(path)
            .push(Element::from(export))
            .push(Element::from(verify))
            .into()
    }
}

/// High enough for a reason that takes two lines.
fn row(line: &Line) -> Element<'_, Message> {
    let why = line.why.as_deref();
    let what = Column::new()
        .width(Length::Fill)
        .push(text::body(line.what.as_str()))
        .push(why.map(|why| text::small(why).style(style::muted)));
    let [when, who, _] = [132.0, 110.0, 0.0];
    Row::new()
        .spacing(space::M)
        .padding([space::S, space::S])
        .push(
            text::small(line.when.as_str())
                .style(style::muted)
                .width(when),
        )
        .push(text::strong(line.who.as_str()).size(size::SMALL).width(who))
        .push(what)
        .into()
}
