//! The page that writes all settings into a file, and takes them over from one after showing what differs.

use std::path::PathBuf;

use iced::{Alignment, Length};

use super::wanted::Wanted;
use crate::app::icon::{Icon, icon};
use crate::app::theme::{size, space, style};
use crate::app::widget::{Column, Element, Mood, Row, banner, button, card, field, scroll, text};
use crate::i18n::I18n;

/// The most letters of a path.
const PATH_MAX: usize = 400;

/// The state of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Transfer {
    pub(super) path: String,
    plan: Option<Planned>,
    told: Option<Result<String, String>>,
    asked: bool,
}

/// What a file would change, in the user's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Which file.
    pub path: PathBuf,
    /// What would differ, a line each.
    pub changes: Vec<String>,
    /// What it says of a machine and is left out.
    pub left_out: Vec<String>,
}

/// What happened on the page.
#[derive(Debug, Clone)]
pub enum Message {
    /// The file's path was typed.
    PathTyped(String),
    /// All settings are to be written into it.
    ExportPressed,
    /// What it would change is to be shown.
    PlanPressed,
    /// It is to be taken over.
    ImportPressed,
    /// It is not.
    PlanLeft,
}

impl Transfer {
    pub(super) fn planned(&mut self, plan: Planned) {
        self.asked = false;
        self.told = None;
        self.plan = Some(plan);
    }

    pub(super) fn said(&mut self, told: Result<String, String>) {
        self.asked = false;
        self.plan = None;
        self.told = Some(told);
    }

    pub(super) const fn has_plan(&self) -> bool {
        self.plan.is_some()
    }

    pub(super) fn update(&mut self, message: Message) -> Option<Wanted> {
        if self.asked {
            return None;
        }
        let path = PathBuf::from(self.path.trim());
        let wanted = match message {
            Message::PathTyped(path) => {
                self.path = path.chars().take(PATH_MAX).collect();
                self.plan = None;
                self.told = None;
                return None;
            }
            Message::PlanLeft => {
                self.plan = None;
                return None;
            }
            _ if path.as_os_str().is_empty() => return None,
            Message::ExportPressed => Wanted::Export(path),
            Message::PlanPressed => Wanted::Plan(path),
            Message::ImportPressed => {
                let plan = self.plan.as_ref().filter(|plan| !plan.changes.is_empty())?;
                Wanted::Import(plan.path.clone())
            }
        };
        self.asked = true;
        self.told = None;
        Some(wanted)
    }

    pub(super) fn view<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let typed = field(&words.text("transfer-path-hint"), &self.path)
            .on_input(Message::PathTyped)
            .on_submit(Message::PlanPressed);
        let ready = !self.asked && !self.path.trim().is_empty();
        let export = button::secondary(words.text("transfer-export"))
            .icon(Icon::Download)
            .tall()
            .on_press_maybe(ready.then_some(Message::ExportPressed));
        let look = button::secondary(words.text("transfer-look"))
            .icon(Icon::Upload)
            .tall()
            .on_press_maybe(ready.then_some(Message::PlanPressed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(export))
            .push(Element::from(look));
        let told = self.told.as_ref().map(|told| match told {
            Ok(said) => banner(Mood::Ok, said.as_str(), None, vec![]),
            Err(said) => banner(Mood::Error, said.as_str(), None, vec![]),
        });
        let file = Column::new()
            .spacing(space::M)
            .push(text::lead(words.text("settings-transfer")))
            .push(text::small(words.text("settings-hint-transfer")).style(style::muted))
            .push(field::labelled(words.text("transfer-path"), typed, None))
            .push(buttons.wrap())
            .push(told);
        let plan = self.plan.as_ref().map(|plan| self.plan_card(plan, words));
        let page = Column::new()
            .spacing(space::L)
            .push(card(file).width(Length::Fill))
            .push(plan);
        scroll(page).height(Length::Fill).into()
    }

    fn plan_card<'a>(&self, plan: &'a Planned, words: &I18n) -> Element<'a, Message> {
        let count = i64::try_from(plan.changes.len()).unwrap_or(i64::MAX);
        let title = words.text_with("transfer-plan", &[("count", count.into())]);
        let lines = plan.changes.iter().map(|line| {
            Row::new()
                .spacing(space::S)
                .align_y(Alignment::Center)
                .push(icon(Icon::ArrowRight, size::SMALL))
                .push(text::body(line.as_str()).width(Length::Fill))
                .into()
        });
        let left_out = (!plan.left_out.is_empty()).then(|| {
            let told = [("what", plan.left_out.join(", ").into())];
            text::small(words.text_with("transfer-left-out", &told)).style(style::muted)
        });
        let cancel = button::secondary(words.text("settings-undo"))
            .tall()
            .on_press_maybe((!self.asked).then_some(Message::PlanLeft));
        let some = count > 0 && !self.asked;
        let import = button::primary(words.text("transfer-import"))
            .icon(Icon::Check)
            .on_press_maybe(some.then_some(Message::ImportPressed));
        let buttons = Row::new()
            .spacing(space::S)
            .push(Element::from(cancel))
            .push(Element::from(import));
        let column = Column::new()
            .spacing(space::M)
            .push(text::lead(title))
            .push(Column::with_children(lines).spacing(space::S))
            .push(left_out)
            .push(buttons);
        card(column).width(Length::Fill).into()
    }
}
