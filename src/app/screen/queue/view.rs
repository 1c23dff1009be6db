//! How the printer's standing and its queue look.

use iced::widget::space as gap;
use iced::{Alignment, Length};

use super::{Cancelling, Job, Message, Queue, Standing};
use crate::app::icon::Icon;
use crate::app::theme::{space, style};
use crate::app::widget::{
    Column, Dialog, Element, Mood, Row, banner, button, chip, clamp, field, table, text,
};
use crate::domain::print::JobState;
use crate::i18n::I18n;

/// The most papers that the list shows; the rest is counted.
const SHOWN_MAX: usize = 40;
/// The height of a row, in logical pixels.
const ROW: f32 = 64.0;
/// The usual reasons to give a paper up.
const REASONS: [&str; 3] = [
    "page-reason-left",
    "page-reason-twice",
    "page-reason-not-wanted",
];

impl Standing {
    /// What is, and what to do about it.
    pub(in crate::app::screen) fn banner<'a, M: Clone + 'a>(&self) -> Element<'a, M> {
        let more = [&self.todo, &self.waiting];
        let more: Vec<&str> = more
            .into_iter()
            .filter(|line| !line.is_empty())
            .map(String::as_str)
            .collect();
        let more = (!more.is_empty()).then(|| more.join("\n").into());
        banner(self.mood, self.what.clone(), more, vec![])
    }
}

impl Queue {
    /// Over any place: how the printer is, its queue, what can be done.
    #[must_use]
    pub fn panel<'a>(&'a self, standing: &Standing, words: &I18n) -> Dialog<'a, Message> {
        if let Some(form) = &self.cancelling {
            let form = form.view(self, words);
            return Dialog::new(form);
        }
        let content = Column::new()
            .spacing(space::L)
            .push(text::title(words.text("page-panel-title")))
            .push(standing.banner())
            .push(self.list(words));
        Dialog::new(content)
            .width_max(720.0)
            .foot(panel_foot(standing, words))
            .on_outside(Message::Closed)
    }

    /// The papers that wait or are in doubt; where one is to be given up, the form for it.
    #[must_use]
    pub fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        match &self.cancelling {
            Some(form) => form.view(self, words),
            None => self.list(words),
        }
    }

    fn list<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        if self.jobs.is_empty() {
            return text::body(words.text("page-queue-empty"))
                .style(style::muted)
                .into();
        }
        // Questions first: they wait for a person, the others for the printer.
        let (asked, others): (Vec<_>, Vec<_>) = self
            .jobs
            .iter()
            .partition(|job| job.state == JobState::Uncertain);
        let rows = asked.into_iter().chain(others).take(SHOWN_MAX);
        let rows = rows.map(|job| row(job, words));
        let more = self.jobs.len().saturating_sub(SHOWN_MAX);
        let more = (more > 0).then(|| {
            let more = words.text_with("page-queue-more", &[("count", more.into())]);
            text::small(more).style(style::muted)
        });
        Column::new()
            .spacing(space::S)
            .push(table::rows(rows))
            .push(more)
            .into()
    }
}

fn panel_foot<'a>(standing: &Standing, words: &I18n) -> Element<'a, Message> {
    let tool = |picture, key: &str, message: Message| {
        let tool = button::secondary(words.text(key)).icon(picture);
        Element::from(tool.on_press(message))
    };
    let test = standing
        .configured
        .then(|| tool(Icon::PrinterCheck, "page-test", Message::TestPressed));
    let drawer = (standing.configured && standing.may.open_drawer)
        .then(|| tool(Icon::Wallet, "page-drawer", Message::DrawerPressed));
    let paper = standing
        .is_virtual
        .then(|| tool(Icon::Receipt, "page-paper", Message::PaperPressed));
    let settings = standing
        .may
        .set_up
        .then(|| tool(Icon::Settings, "page-settings", Message::SettingsPressed));
    let help = tool(Icon::CircleQuestionMark, "page-help", Message::HelpPressed);
    let tools = [test, drawer, paper, settings, Some(help)];
    let close = button::primary(words.text("page-close")).fill();
    Column::new()
        .spacing(space::M)
        .push(
            Row::with_children(tools.into_iter().flatten())
                .spacing(space::S)
                .wrap()
                .vertical_spacing(space::S),
        )
        .push(Element::from(close.on_press(Message::Closed)))
        .into()
}

fn row<'a>(job: &'a Job, words: &I18n) -> Element<'a, Message> {
    let (mood, picture) = match job.state {
        JobState::Uncertain => (Mood::Warn, Icon::CircleQuestionMark),
        JobState::Sending => (Mood::Ok, Icon::Send),
        _ => (Mood::Neutral, Icon::Clock),
    };
    let state = words.text(&format!("printer-job-{}", job.state.code()));
    let title = match job.state {
        JobState::Uncertain if job.drawer => words.text("page-drawer-question"),
        JobState::Uncertain => {
            words.text_with("page-came-out-question", &[("title", (&job.title).into())])
        }
        _ => job.title.clone(),
    };
    let when = format!("{} · {state}", words.time(job.at));
    let name = Column::new()
        .width(Length::Fill)
        .push(clamp(title, 1).strong())
        .push(text::small(when).style(style::muted));
    let row = Row::new()
        .spacing(space::S)
        .height(ROW)
        .align_y(Alignment::Center)
        .push(chip::mark(mood, picture))
        .push(name);
    row.extend(answers(job, words)).into()
}

fn answers<'a>(job: &Job, words: &I18n) -> Vec<Element<'a, Message>> {
    let answer = |key: &str, picture, message| {
        let answer = button::secondary(words.text(key)).icon(picture).short();
        Element::from(answer.on_press(message))
    };
    match job.state {
        JobState::Uncertain => {
            let yes = match job.drawer {
                true => "page-drawer-settled",
                false => "sales-came-out",
            };
            let yes = answer(yes, Icon::Check, Message::CameOut(job.id));
            let no = Message::DidNotComeOut(job.id);
            let no = job
                .may_reprint
                .then(|| answer("sales-print-again", Icon::Printer, no));
            std::iter::once(yes).chain(no).collect()
        }
        JobState::Waiting => {
            let cancel = Message::CancelPressed(job.id);
            vec![answer("page-cancel-job", Icon::X, cancel)]
        }
        _ => vec![],
    }
}

impl Cancelling {
    fn view<'a>(&'a self, queue: &Queue, words: &I18n) -> Element<'a, Message> {
        let mut jobs = queue.jobs.iter();
        let job = jobs.find(|job| job.id == self.job);
        let title = job.map(|job| job.title.as_str()).unwrap_or_default();
        let title = words.text_with("page-cancel-title", &[("title", title.into())]);
        let reasons = REASONS.map(|key| {
            let reason = words.text(key);
            let chosen = self.reason == reason;
            chip::choice(reason.clone(), chosen, Message::ReasonChanged(reason))
        });
        let reason = field(&words.text("page-cancel-reason"), &self.reason)
            .on_input_maybe((!self.asked).then_some(Message::ReasonChanged));
        let keep = button::secondary(words.text("page-cancel-keep"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::CancelDismissed));
        let cancel = button::danger(words.text("page-cancel-now"))
            .icon(Icon::X)
            .fill()
            .on_press_maybe(self.is_ready().then_some(Message::CancelConfirmed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(keep))
            .push(Element::from(cancel));
        Column::new()
            .spacing(space::M)
            .push(text::title(title))
            .push(text::body(words.text("page-cancel-what")).style(style::muted))
            .push(chip::flow(reasons))
            .push(reason)
            .push(gap().height(space::S))
            .push(buttons)
            .into()
    }
}
