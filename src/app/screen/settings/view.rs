//! How the settings look: the pages at the left, one of them at the right.

use iced::widget::{Space, container, responsive, rule};
use iced::{Alignment, Length};

use super::{HouseMessage, Message, Page, Queue, Settings, Standing};
use super::{find, sheet};
use crate::app::icon::{Icon, icon};
use crate::app::theme::{Pair, Theme, radius, size, space, style, target};
use crate::app::widget::{Column, Element, Row, Status, button, modal, press, scroll, text};
use crate::i18n::I18n;

/// The width of the list of pages, in logical pixels.
const PAGES_WIDTH: f32 = 260.0;
/// The same where all together have less than so many.
const PAGES_WIDTH_NARROW: f32 = 212.0;
const NARROW: f32 = 900.0;
/// The widest a page of fields gets, in logical pixels.
const PAGE_WIDTH_MAX: f32 = 900.0;

const PAGES: [(Page, Icon, &str); 20] = [
    (Page::Shop, Icon::Store, "settings-shop"),
    (Page::Printer, Icon::Printer, "settings-printer"),
    (Page::Backup, Icon::HardDrive, "backup-page"),
    (Page::Display, Icon::Languages, "settings-display"),
    (Page::Tenders, Icon::CreditCard, "tenders-page"),
    (Page::Taxes, Icon::Percent, "settings-taxes"),
    (Page::Shift, Icon::Banknote, "settings-shift"),
    (Page::Accounts, Icon::Wallet, "settings-accounts"),
    (Page::Calendar, Icon::Calendar, "settings-calendar"),
    (Page::Hours, Icon::Clock, "hours-page"),
    (Page::Dashboard, Icon::Gauge, "settings-dashboard"),
    (Page::Machine, Icon::Monitor, "settings-machine"),
    (Page::Users, Icon::Users, "settings-users"),
    (Page::Lists, Icon::FileUp, "settings-lists"),
    (Page::Safety, Icon::ShieldCheck, "safety-page"),
    (Page::Policy, Icon::SlidersHorizontal, "settings-policy"),
    (Page::Own, Icon::NotebookPen, "settings-own"),
    (Page::Audit, Icon::History, "audit-page"),
    (Page::Transfer, Icon::ArrowRightLeft, "settings-transfer"),
    (Page::Doctor, Icon::HeartPulse, "machine-page"),
];

/// The key of a page's name.
pub(super) fn title_key(page: Page) -> &'static str {
    let found = PAGES.iter().find(|(of, ..)| *of == page);
    found.map_or("", |(.., key)| key)
}

impl Settings {
    /// The screen, beside the sidebar.
    #[must_use]
    pub fn view<'a>(
        &'a self,
        standing: &'a Standing,
        queue: &'a Queue,
        words: &'a I18n,
    ) -> Element<'a, Message> {
        responsive(move |size| self.whole(size.width < NARROW, standing, queue, words)).into()
    }

    fn whole<'a>(
        &'a self,
        narrow: bool,
        standing: &'a Standing,
        queue: &'a Queue,
        words: &'a I18n,
    ) -> Element<'a, Message> {
        let page = self.page(standing, queue, words);
        let note = self
            .find
            .marked
            .filter(|key| !find::has_line(key, self.page));
        let note = note.and_then(|_| self.find.note(words));
        let page = match note {
            Some(note) => Column::new().spacing(space::M).push(note).push(page).into(),
            None => page,
        };
        let both = if self.is_setting_up() {
            // It goes step by step, with the paper at its side: it has the whole width.
            Row::new().push(page)
        } else {
            let page = container(page)
                .padding(if narrow { space::M } else { space::L })
                .max_width(PAGE_WIDTH_MAX)
                .width(Length::Fill)
                .height(Length::Fill);
            Row::new()
                .push(self.pages(narrow, words))
                .push(rule::vertical(1))
                .push(page)
        };
        let whole = container(both)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas);
        let of_policy = self.rules.as_ref().filter(|_| self.page == Page::Policy);
        let of_policy = of_policy.and_then(|rules| rules.policy.dialog(words));
        let of_policy = of_policy.map(|dialog| dialog.map(Message::Policy));
        let of_printer = (self.page == Page::Printer).then(|| self.printer.dialog(words));
        let of_printer = of_printer.flatten();
        let of_printer = of_printer.map(|dialog| dialog.map(Message::Printer));
        let of_tender = self.house.tenders.dialog(words);
        let of_tender =
            of_tender.map(|dialog| dialog.map(|of| Message::House(HouseMessage::Tenders(of))));
        let of_rights = self.house.rights.as_ref();
        let of_rights = of_rights.and_then(|rights| rights.dialog(words));
        let of_rights =
            of_rights.map(|dialog| dialog.map(|of| Message::House(HouseMessage::Rights(of))));
        let dialog = self.users.dialog(words).or(of_policy).or(of_printer);
        let dialog = dialog.or(of_tender).or(of_rights);
        let dialog = dialog.or_else(|| self.safety.dialog(words));
        modal(whole, dialog.or_else(|| self.backups.dialog(words)))
    }

    fn pages<'a>(&self, narrow: bool, words: &I18n) -> Element<'a, Message> {
        let (width, sides) = match narrow {
            true => (PAGES_WIDTH_NARROW, space::S),
            false => (PAGES_WIDTH, space::L),
        };
        let items = PAGES.map(|(page, picture, key)| {
            let label = words.text(key);
            let here = self.page == page;
            item(picture, label, here, sides, Message::PageChosen(page))
        });
        let practise = words.text("training-begin");
        let practise = item(
            Icon::GraduationCap,
            practise,
            false,
            sides,
            Message::PractisePressed,
        );
        let found = self.find.found(words);
        let below = self.find.results(&found, words).unwrap_or_else(|| {
            let list = Column::with_children(items)
                .push(practise)
                .spacing(space::XS);
            let room = if narrow { 0.0 } else { space::S };
            let list = container(list).padding([0.0, room]);
            scroll(list).height(Length::Fill).into()
        });
        Column::new()
            .spacing(space::M)
            .padding([space::L, if narrow { space::S } else { space::M }])
            .width(width)
            .push(self.find.field(&found, words))
            .push(below)
            .into()
    }

    fn page<'a>(
        &'a self,
        standing: &'a Standing,
        queue: &'a Queue,
        words: &'a I18n,
    ) -> Element<'a, Message> {
        match self.page {
            Page::Taxes => find::fixed(self.find.marked, words),
            Page::Transfer => self.transfer.view(words).map(Message::Transfer),
            Page::Shift | Page::Accounts | Page::Calendar | Page::Dashboard | Page::Machine => {
                self.sheet_page(words)
            }
            Page::Shop => self.with_save(self.shop_page(words), words),
            Page::Printer => {
                let page = self.printer.view(standing, queue, words);
                page.map(Message::Printer)
            }
            Page::Display => scroll(self.display_page(words)).into(),
            Page::Tenders => {
                let page = self.house.tenders.view(words);
                page.map(|of| Message::House(HouseMessage::Tenders(of)))
            }
            Page::Hours => {
                let page = self.house.hours.view(words);
                page.map(|of| Message::House(HouseMessage::Hours(of)))
            }
            Page::Users => match &self.house.rights {
                Some(rights) => {
                    let page = rights.view(words);
                    page.map(|of| Message::House(HouseMessage::Rights(of)))
                }
                None => self.users.view(words),
            },
            Page::Lists => self.lists.view(words).map(Message::Lists),
            Page::Safety => self.safety.view(words),
            Page::Audit => self.audit.view(words).map(Message::Audit),
            Page::Doctor => self.machine.view(words),
            Page::Backup => self.backups.view(words),
            Page::Policy => match &self.rules {
                Some(rules) => rules.policy.view(words).map(Message::Policy),
                None => Space::new().into(),
            },
            Page::Own => match &self.rules {
                Some(rules) => rules.own.view(words).map(Message::Own),
                None => Space::new().into(),
            },
        }
    }

    fn sheet_page<'a>(&'a self, words: &I18n) -> Element<'a, Message> {
        let Some(group) = sheet::group(self.page) else {
            return Space::new().into();
        };
        let title = words.text(title_key(self.page));
        let page = self.sheet.view(group, title, self.find.marked, words);
        page.map(Message::Sheet)
    }

    /// The page, and below it the buttons that stay when it scrolls.
    fn with_save<'a>(&self, page: Element<'a, Message>, words: &I18n) -> Element<'a, Message> {
        let undo = button::secondary(words.text("settings-undo"))
            .tall()
            .on_press_maybe(self.is_changed().then_some(Message::UndoPressed));
        let save = button::primary(words.text("settings-save"))
            .icon(Icon::Save)
            .on_press_maybe(self.can_save().then_some(Message::SavePressed));
        let state = if self.is_changed() {
            "settings-unsaved"
        } else {
            "settings-all-saved"
        };
        let buttons = Row::new()
            .spacing(space::S)
            .align_y(Alignment::Center)
            .push(text::small(words.text(state)).style(style::muted))
            .push(Space::new().width(Length::Fill))
            .push(Element::from(undo))
            .push(Element::from(save));
        Column::new()
            .spacing(space::M)
            .push(scroll(page).height(Length::Fill))
            .push(buttons)
            .into()
    }
}

fn item<'a>(
    picture: Icon,
    label: String,
    here: bool,
    sides: f32,
    message: Message,
) -> Element<'a, Message> {
    let label = if here {
        text::strong(label)
    } else {
        text::body(label)
    };
    let row = Row::new()
        .spacing(sides.min(space::M))
        .height(Length::Fill)
        .align_y(Alignment::Center)
        .push(icon(picture, size::ICON))
        .push(label);
    press(row)
        .on_press(message)
        .width(Length::Fill)
        .height(target::MIN)
        .padding([0.0, sides])
        .style(move |theme, status| item_look(*theme, here, status))
        .into()
}

fn item_look(theme: Theme, here: bool, status: Status) -> container::Style {
    let tokens = theme.tokens();
    let pair = match (here, status) {
        (true, _) => tokens.accent_soft,
        (false, Status::Pressed) => tokens.sunken,
        (false, _) => Pair {
            fill: iced::Color::TRANSPARENT,
            ink: tokens.canvas.ink,
        },
    };
    style::filled(pair, radius::M)
}
