//! How the setup looks: the steps above, the step at the left, its paper at the right.

use iced::widget::text::Wrapping;
use iced::widget::{container, responsive, space as gap};
use iced::{Alignment, Length, Size};

use super::wizard::{Message, Over, Wizard};
use crate::app::icon::{Icon, icon};
use crate::app::screen::queue::Standing;
use crate::app::theme::{size, space, style, target};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, card, chip, clamp, empty, field, paper,
    press, scroll, scroll_page, steps, text,
};
use crate::i18n::I18n;
use crate::printing::ports::Port;
use crate::printing::setup::{self, Busy, Event, Printed, Step, Trouble};
use crate::printing::{Address, Profile};

/// What can be wrong with a few letters.
const FIRST_TROUBLES: [Trouble; 3] = [Trouble::Letters, Trouble::LineFeed, Trouble::Nothing];
/// Below this width there is no room for a paper at the side, in logical pixels.
const NARROW: f32 = 620.0;
/// From this width on three facts stand beside each other, in logical pixels.
const WIDE: f32 = 1_100.0;
/// Below this height what can be pressed comes before what can only be read, in logical pixels.
const LOW: f32 = 480.0;

impl Wizard {
    pub(super) fn view<'a>(
        &'a self,
        standing: &'a Standing,
        words: &'a I18n,
    ) -> Element<'a, Message> {
        let names = Step::ALL.map(|step| words.text(step.key()));
        let here = self.setup.step().number().saturating_sub(1);
        let both = responsive(move |place| {
            let side = (place.width >= NARROW).then(|| self.side(words));
            Row::new()
                .spacing(space::L)
                .push(container(self.step(place, standing, words)).width(Length::FillPortion(61)))
                .push(side.map(|side| container(side).width(Length::FillPortion(39))))
                .into()
        });
        Column::new()
            .spacing(space::L)
            .padding(space::L)
            .push(steps(names, here))
            .push(both)
            .into()
    }

    pub(super) fn dialog<'a>(&'a self, words: &I18n) -> Option<Dialog<'a, Message>> {
        match self.over {
            Over::Nothing => None,
            Over::Models => Some(self.models(words)),
            Over::NothingCame => Some(self.nothing_came(words)),
        }
    }

    /// The paper at the side.
    fn side<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let label = match self.setup.step() {
            Step::Detect | Step::Connection => "page-paper-example",
            Step::Text | Step::Ticket => "page-paper-wanted",
            Step::Save => "page-paper-kept",
        };
        let shown = self.paper.as_ref().map(paper);
        let sheet = Column::new()
            .spacing(space::M)
            .width(Length::Fill)
            .align_x(Alignment::Center)
            .push(text::small(words.text(label)).style(style::muted))
            .push(shown);
        container(scroll(container(sheet).padding(space::L)))
            .width(Length::Fill)
            .center_y(Length::Fill)
            .style(style::sunken)
            .into()
    }

    fn step<'a>(&'a self, place: Size, standing: &Standing, words: &I18n) -> Element<'a, Message> {
        let key = self.setup.step().key();
        let head = Column::new()
            .spacing(space::S)
            .push(text::title(words.text(&page_key(key, "title"))))
            .push(text::body(words.text(&page_key(key, "todo"))).style(style::muted));
        let body = Column::new()
            .spacing(space::M)
            .push(head)
            .push(self.told(standing, words))
            .push(self.held_up(standing))
            .push(self.body(place, words));
        Column::new()
            .spacing(space::M)
            .push(scroll_page(body).height(Length::Fill))
            .push(self.buttons(words))
            .into()
    }

    fn body<'a>(&'a self, place: Size, words: &I18n) -> Element<'a, Message> {
        match self.setup.step() {
            Step::Detect => self.ports(words),
            Step::Connection => self.connection(place, words),
            Step::Text => self.trial(&FIRST_TROUBLES, place, words),
            Step::Ticket => self.trial(&Trouble::ALL, place, words),
            Step::Save => self.summary(place, words),
        }
    }

    /// What is under way, what went wrong, what was changed, how the page ended.
    fn told<'a>(&'a self, standing: &Standing, words: &I18n) -> Option<Element<'a, Message>> {
        if let Some(busy) = self.setup.busy() {
            let what = match (busy, standing.trying) {
                (Busy::Connecting, Some(baud)) => {
                    words.text_with("page-busy-speed", &[("baud", baud.into())])
                }
                _ => words.text(busy_key(busy)),
            };
            return Some(under_way(what, words));
        }
        if let Some(problem) = self.setup.problem() {
            return Some(banner(
                Mood::Error,
                problem.told(words, &self.port_name()),
                None,
                vec![],
            ));
        }
        let printed = self.setup.printed();
        let told = printed.map(|printed| (mood_of(printed), printed.told(words)));
        let changed = self.setup.changed().map(|change| change.told(words));
        match (told, changed) {
            (Some((mood, told)), changed) => {
                Some(banner(mood, told, changed.map(Into::into), vec![]))
            }
            (None, Some(changed)) => Some(banner(Mood::Neutral, changed, None, vec![])),
            (None, None) => None,
        }
    }

    /// A printer that cannot print now says why while its page is waited for.
    fn held_up<'a>(&self, standing: &Standing) -> Option<Element<'a, Message>> {
        let waits = matches!(self.setup.busy(), Some(Busy::Printing(_)));
        let bad = matches!(standing.mood, Mood::Warn | Mood::Error);
        (waits && bad).then(|| standing.banner())
    }

    // --- the steps ---

    fn ports<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let ports = self.setup.ports();
        let list: Element<'a, Message> = if ports.is_empty() && self.is_free() {
            let none = empty(
                Icon::Usb,
                words.text("page-ports-none"),
                words.text("page-ports-none-todo"),
                None,
            );
            card(none).width(Length::Fill).into()
        } else {
            let free = self.is_free();
            let rows = ports.iter().enumerate();
            let rows = rows.map(|(at, port)| port_row(at, port, free, words));
            Column::with_children(rows).spacing(space::S).into()
        };
        Column::new()
            .spacing(space::L)
            .push(list)
            .push(self.other_address(words))
            .into()
    }

    fn other_address<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let address = field(&words.text("page-address-example"), &self.address)
            .on_input(Message::AddressTyped);
        let connect = button::secondary(words.text("page-address-try"))
            .icon(Icon::Plug)
            .on_press_maybe(
                self.can_connect_typed()
                    .then_some(Message::AddressConfirmed),
            );
        let line = Row::new()
            .spacing(space::S)
            .push(address)
            .push(Element::from(connect));
        let screen = button::ghost(words.text("page-virtual-use"))
            .icon(Icon::Receipt)
            .on_press_maybe(self.is_free().then_some(Message::VirtualPressed));
        Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("page-address")))
            .push(line)
            .push(text::small(words.text("page-address-hint")).style(style::muted))
            .push(Element::from(screen))
            .into()
    }

    fn connection<'a>(&'a self, place: Size, words: &I18n) -> Element<'a, Message> {
        let found = self.setup.connection().map(|found| {
            let mood = if found.answers { Mood::Ok } else { Mood::Warn };
            banner(mood, found.told(words), None, vec![])
        });
        let of_a_line = matches!(
            self.setup.chosen(),
            Some(Address::Serial { .. } | Address::Usb { .. })
        );
        let found_silent = self.setup.connection();
        let silent = found_silent.is_some_and(|found| !found.answers);
        let speeds = (of_a_line && silent && self.is_free()).then(|| self.speeds(words));
        let connected = self.setup.connection().is_some();
        let facts = connected.then(|| self.facts(place, words));
        Column::new()
            .spacing(space::M)
            .push(found.filter(|_| self.is_free()))
            .push(facts)
            .push(connected.then(|| self.model(words)))
            .push(speeds)
            .push(help(words))
            .into()
    }

    /// For a printer that does not answer: its label or its own test page says the speed.
    fn speeds<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let now = self.setup.connection().and_then(|found| found.baud);
        let speeds = setup::SPEEDS.map(|speed| {
            let label = words.text_with("page-speed", &[("speed", speed.into())]);
            let told = Message::Told(Event::SpeedPressed(speed));
            chip::choice(label, now == Some(speed), told)
        });
        Column::new()
            .spacing(space::S)
            .push(text::strong(words.text("page-speeds")))
            .push(chip::flow(speeds))
            .push(text::small(words.text("page-speeds-hint")).style(style::muted))
            .into()
    }

    fn trial<'a>(
        &'a self,
        troubles: &[Trouble],
        place: Size,
        words: &I18n,
    ) -> Element<'a, Message> {
        let free = self.is_free();
        let troubles = troubles.iter().map(|trouble| {
            let press = Message::Told(Event::TroublePressed(*trouble));
            choice(
                picture_of(*trouble),
                words.text(trouble.key()),
                free.then_some(press),
            )
        });
        let troubles = Column::with_children(troubles)
            .spacing(space::S)
            .push(self.model(words));
        let facts = self.facts(place, words);
        let parts = match place.height < LOW {
            true => [troubles.into(), facts],
            false => [facts, troubles.into()],
        };
        Column::with_children(parts).spacing(space::M).into()
    }

    fn summary<'a>(&'a self, place: Size, words: &I18n) -> Element<'a, Message> {
        let name = self.setup.profile().name;
        let head = Row::new()
            .spacing(space::M)
            .align_y(Alignment::Center)
            .push(icon(Icon::PrinterCheck, size::ICON_LARGE).style(style::ok_ink))
            .push(text::lead(name));
        Column::new()
            .spacing(space::M)
            .push(card(head).width(Length::Fill))
            .push(self.facts(place, words))
            .push(text::body(words.text("page-save-keeps")).style(style::muted))
            .into()
    }

    // --- parts of the steps ---

    fn facts<'a>(&self, place: Size, words: &I18n) -> Element<'a, Message> {
        let across = if place.width >= WIDE { 3 } else { 2 };
        facts(self.setup.facts(words), across)
    }

    /// What people call the port in hand.
    fn port_name(&self) -> String {
        let Some(chosen) = self.setup.chosen() else {
            return self.address.trim().to_owned();
        };
        let mut ports = self.setup.ports().iter();
        let port = ports.find(|port| port.address == *chosen);
        port.map_or_else(|| chosen.to_string(), |port| port.path.clone())
    }

    fn model<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let name = self.setup.profile().name;
        let label = words.text_with("page-model", &[("name", name.into())]);
        let press = self.is_free().then_some(Message::ModelsPressed);
        choice(Icon::Printer, label, press)
    }

    fn buttons<'a>(&self, words: &I18n) -> Element<'a, Message> {
        let step = self.setup.step();
        let free = self.is_free();
        let (back, back_message) = match (free, step) {
            (false, _) => ("page-cancel", Message::BackPressed),
            (true, Step::Detect) => ("page-leave", Message::LeavePressed),
            (true, _) => ("page-back", Message::BackPressed),
        };
        let back = button::secondary(words.text(back))
            .tall()
            .width(Length::FillPortion(5))
            .on_press(back_message);
        let again = match step {
            Step::Detect => Some(("page-look-again", Event::Opened)),
            Step::Connection => Some(("page-retry", Event::AgainPressed)),
            Step::Text | Step::Ticket => Some(("page-print-again", Event::AgainPressed)),
            Step::Save => None,
        };
        let again = again.map(|(key, event)| {
            let again = button::secondary(words.text(key))
                .icon(Icon::RefreshCw)
                .tall()
                .width(Length::FillPortion(9))
                .on_press_maybe(free.then_some(Message::Told(event)));
            Element::from(again)
        });
        let on = match step {
            Step::Detect => None,
            Step::Connection => Some(("page-next", Event::GoodPressed, Icon::ArrowRight)),
            Step::Text | Step::Ticket => Some(("page-good", Event::GoodPressed, Icon::Check)),
            Step::Save => Some(("page-save", Event::SavePressed, Icon::Save)),
        };
        let can = free && (step != Step::Connection || self.setup.connection().is_some());
        let on = on.map(|(key, event, picture)| {
            let on = button::primary(words.text(key))
                .icon(picture)
                .width(Length::FillPortion(9))
                .on_press_maybe(can.then_some(Message::Told(event)));
            Element::from(on)
        });
        Row::new()
            .spacing(space::M)
            .push(Element::from(back))
            .push(again)
            .push(on)
            .into()
    }

    // --- dialogs ---

    fn models<'a>(&'a self, words: &I18n) -> Dialog<'a, Message> {
        let now = self.setup.profile().id;
        let all = self.setup.profiles().all().iter();
        let rows = all.map(|profile| model_row(profile, profile.id == now, words));
        let refused = self.setup.profiles().refused().len();
        let refused = (refused > 0).then(|| {
            let refused = words.text_with("page-models-refused", &[("count", refused.into())]);
            text::small(refused).style(style::caution_ink)
        });
        let content = Column::new()
            .spacing(space::M)
            .push(text::title(words.text("page-models")))
            .push(text::body(words.text("page-models-todo")).style(style::muted))
            .push(Column::with_children(rows).spacing(space::S))
            .push(refused);
        let close = button::secondary(words.text("page-close"))
            .tall()
            .fill()
            .on_press(Message::OverClosed);
        Dialog::new(content)
            .foot(Element::from(close))
            .on_outside(Message::OverClosed)
    }

    fn nothing_came<'a>(&'a self, words: &I18n) -> Dialog<'a, Message> {
        let lines = setup::help(words).into_iter().map(|line| {
            Row::new()
                .spacing(space::M)
                .push(icon(Icon::ChevronRight, size::ICON).style(style::accent_ink))
                .push(container(text::body(line)).width(Length::Fill))
                .into()
        });
        let content = Column::new()
            .spacing(space::L)
            .push(text::title(words.text("page-nothing-title")))
            .push(Column::with_children(lines).spacing(space::M))
            .push(help(words));
        let close = button::secondary(words.text("page-close"))
            .tall()
            .on_press(Message::OverClosed);
        let again = button::primary(words.text("page-print-again"))
            .icon(Icon::RefreshCw)
            .fill()
            .on_press_maybe(self.is_free().then_some(Message::Told(Event::AgainPressed)));
        let foot = Row::new()
            .spacing(space::S)
            .push(Element::from(close))
            .push(Element::from(again));
        Dialog::new(content)
            .foot(foot)
            .on_outside(Message::OverClosed)
    }
}

/// `setup-step-detect` and `title` are `page-step-detect-title`.
fn page_key(step: &str, part: &str) -> String {
    let step = step.strip_prefix("setup-").unwrap_or(step);
    format!("page-{step}-{part}")
}

/// What was found or is set: label above value, as many beside each other as there is room for.
pub(super) fn facts<'a, M: 'a>(facts: Vec<(String, String)>, across: usize) -> Element<'a, M> {
    let mut facts = facts.into_iter().map(|(label, value)| {
        Column::new()
            .width(Length::FillPortion(1))
            .push(text::body(label).style(style::muted))
            .push(text::strong(value).wrapping(Wrapping::WordOrGlyph))
            .into()
    });
    let mut rows = Column::new().spacing(space::M);
    while let Some(first) = facts.next() {
        let rest = (1..across).map(|_| {
            let none = || gap().width(Length::FillPortion(1)).into();
            facts.next().unwrap_or_else(none)
        });
        let row = std::iter::once(first).chain(rest);
        rows = rows.push(Row::with_children(row.collect::<Vec<_>>()).spacing(space::L));
    }
    card(rows).width(Length::Fill).into()
}

fn under_way<'a>(what: String, words: &I18n) -> Element<'a, Message> {
    let cancel = button::secondary(words.text("page-cancel"))
        .short()
        .on_press(Message::BackPressed);
    let line = Row::new()
        .spacing(space::M)
        .align_y(Alignment::Center)
        .push(icon(Icon::Hourglass, size::ICON_LARGE).style(style::muted))
        .push(container(text::strong(what)).width(Length::Fill))
        .push(Element::from(cancel));
    card(line)
        .padding([space::S, space::L])
        .width(Length::Fill)
        .into()
}

/// To the page about printers.
fn help<'a>(words: &I18n) -> Element<'a, Message> {
    button::ghost(words.text("page-help"))
        .icon(Icon::CircleQuestionMark)
        .on_press(Message::HelpPressed)
        .into()
}

const fn busy_key(busy: Busy) -> &'static str {
    match busy {
        Busy::Looking => "page-busy-looking",
        Busy::Connecting => "page-busy-connecting",
        Busy::Printing(_) => "page-busy-printing",
        Busy::Saving => "page-busy-saving",
    }
}

fn mood_of(printed: &Printed) -> Mood {
    match printed {
        Printed::Confirmed => Mood::Ok,
        Printed::Sent => Mood::Neutral,
        Printed::Uncertain | Printed::Waiting(_) => Mood::Warn,
        Printed::Failed(_) => Mood::Error,
    }
}

const fn picture_of(trouble: Trouble) -> Icon {
    match trouble {
        Trouble::Letters => Icon::Languages,
        Trouble::Cut => Icon::Scissors,
        Trouble::Width => Icon::ArrowRightLeft,
        Trouble::LineFeed => Icon::ArrowDown,
        Trouble::Nothing => Icon::Printer,
    }
}

/// A line to press, with a picture before it.
fn choice<'a>(picture: Icon, label: String, message: Option<Message>) -> Element<'a, Message> {
    button::secondary(label)
        .icon(picture)
        .start()
        .fill()
        .on_press_maybe(message)
        .into()
}

fn port_row<'a>(at: usize, port: &Port, free: bool, words: &I18n) -> Element<'a, Message> {
    let picture = match (&port.address, port.usb.is_some()) {
        (Address::Folder(_), _) => Icon::Receipt,
        (Address::Network { .. }, _) => Icon::Link,
        (_, true) => Icon::Usb,
        (_, false) => Icon::Plug,
    };
    let likely = port.likely.then(|| {
        let label = words.text("page-port-likely");
        chip::status(Mood::Ok, Icon::Check, label)
    });
    let held = port.holder.is_some().then(|| {
        let label = words.text("page-port-held");
        chip::status(Mood::Warn, Icon::Lock, label)
    });
    let name = Column::new()
        .width(Length::Fill)
        .push(clamp(port.name(), 1).strong())
        .push(clamp(port.told(words), 1).small());
    let line = Row::new()
        .spacing(space::M)
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON_LARGE))
        .push(name)
        .push(held)
        .push(likely)
        .push(icon(Icon::ChevronRight, size::ICON).style(style::muted));
    press(line)
        .on_press_maybe(free.then_some(Message::Told(Event::PortPressed(at))))
        .width(Length::Fill)
        .height(target::MAIN)
        .padding([0.0, space::L])
        .style(|theme, _| style::card(theme))
        .into()
}

fn model_row<'a>(profile: &Profile, chosen: bool, words: &I18n) -> Element<'a, Message> {
    let columns = profile.paper.columns();
    let paper = words.text_with("page-model-columns", &[("columns", columns.into())]);
    let label = format!("{} · {paper}", profile.name);
    let row = if chosen {
        button::soft(label).icon(Icon::Check)
    } else {
        button::secondary(label).icon(Icon::Printer)
    };
    let press = Message::Told(Event::ProfilePressed(profile.id.clone()));
    row.start().fill().on_press(press).into()
}
