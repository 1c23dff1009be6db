//! The frame around the screens: sidebar, head and notice.

use iced::widget::{container, responsive, rule, space as gap};
use iced::{Alignment, Length};

use super::{
    AccountsTold, DashboardTold, LanguageTold, Message, Place, PrinterTold, Program, Screen, Work,
};
use crate::app::icon::Icon;
use crate::app::screen::printer_help;
use crate::app::theme::{space, style, target};
use crate::app::widget::keyboard::When;
use crate::app::widget::{
    Column, Element, Mood, Row, Stand, empty, fit, modal, nav, passed_by, sides::CONTENT, standing,
    text, title_width, toast, toasted_aside,
};
use crate::domain::user::Right;

/// A title is written smaller down to this part of its size.
const TITLE_MIN: f32 = 0.7;
/// The height of the head, in logical pixels.
const HEAD: f32 = 56.0;

impl Program {
    pub(in crate::app) fn view(&self) -> Element<'_, Message> {
        let shown = match &self.screen {
            Screen::Opening => container(empty(
                Icon::ShoppingCart,
                self.words.text("opening"),
                String::new(),
                None,
            ))
            .center(Length::Fill)
            .into(),
            Screen::Setup(setup) => setup.view(&self.words).map(Message::Setup),
            Screen::Login(login) => login
                .view(&self.shop, &self.words, self.now.at)
                .map(Message::Login),
            Screen::Work(work) => self.work(work),
        };
        let notice = self
            .notice
            .as_ref()
            .map(|(mood, what)| toast(*mood, what, None, Message::NoticeClosed));
        let ground = container(shown)
            .width(Length::Fill)
            .height(Length::Fill)
            .style(style::canvas);
        let whole = self.with_keyboard(self.with_help(ground.into()));
        let view = self.measured(toasted_aside(self.with_training(whole), notice));
        match &self.watched {
            Some(watched) => watched.over(view, self.sight()),
            None => view,
        }
    }

    fn work<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let context = self.context(&work.user);
        let printing = &self.printing;
        let (standing, queue) = (&printing.standing, &printing.queue);
        let place = match (work.place, &work.sales, &work.settings, &work.pupils) {
            _ if printing.helps() => self.printer_help(),
            (Place::Paper, ..) if printing.paper.is_some() => self.virtual_printer_view(),
            (Place::Sales, Some(list), ..) => list.view(&self.words).map(Message::Sales),
            (Place::Settings, _, Some(settings), _) => {
                let view = settings.view(standing, queue, &self.words);
                view.map(Message::Settings)
            }
            (Place::Dashboard, ..) if work.dashboard.is_some() => self.dashboard_view(work),
            (Place::Declare, ..) if work.declare.is_some() => self.declare_view(work),
            (Place::Cash, ..) => self.cash.view(&context).map(drawer_said),
            (Place::Products, ..) if work.goods.is_some() => self.goods_view(work),
            (Place::Lunch, ..) if work.lunch.is_some() => self.lunch_view(work),
            (Place::Stock, ..) if work.stock.is_some() => self.stock_view(work),
            (Place::FirstDay, ..) => self.first_day_view(),
            (Place::Accounts, ..) if work.accounts.is_some() => self.accounts_view(work),
            (Place::People, ..) if work.people.is_some() => self.people_view(work),
            (Place::Pupils, .., Some(pupils)) => pupils.view(&context).map(Message::Pupils),
            _ => self.checkout.view(&context).map(Message::Checkout),
        };
        // What a dialog asks is answered before the keyboard goes anywhere else.
        let asked = self.asks(work);
        let right = Column::new()
            .push(passed_by(self.head(work), asked))
            .push(rule::horizontal(1))
            .push(container(place).id(CONTENT).height(Length::Fill));
        let sidebar = passed_by(self.sidebar(work), asked);
        let panel = printing
            .is_open()
            .then(|| queue.panel(standing, &self.words));
        let panel = panel.map(|panel| panel.map(of_panel));
        // A dialog of the drawer lies over any place: a shift is asked for where somebody sells.
        let panel = panel.or_else(|| Some(self.cash.dialog(&context)?.map(drawer_said)));
        let panel = panel.or_else(|| self.language_dialog());
        modal(Row::new().push(sidebar).push(right), panel)
    }

    fn printer_help(&self) -> Element<'_, Message> {
        let log = self.till.folder().logs().join("printer.log");
        let help = printer_help::view(&log.display().to_string(), &self.words);
        help.map(|printer_help::Left| Message::Printer(PrinterTold::HelpLeft))
    }

    fn virtual_printer_view(&self) -> Element<'_, Message> {
        let (paper, standing) = (&self.printing.paper, &self.printing.standing);
        let view = paper
            .as_ref()
            .map(|paper| paper.view(standing, &self.words));
        let told = |message| Message::Printer(PrinterTold::Virtual(message));
        view.map_or_else(|| gap().into(), |view| view.map(told))
    }

    /// Whether a dialog of the place that is shown waits for its answer.
    pub(super) fn asks(&self, work: &Work) -> bool {
        match work.place {
            Place::Checkout => self.checkout.has_dialog(),
            Place::Sales => work.is_voiding(),
            Place::Lunch => work.lunch.as_ref().is_some_and(|lunch| lunch.asks()),
            Place::Pupils => work.pupils.as_ref().is_some_and(|pupils| pupils.asks()),
            Place::People => work.people.as_ref().is_some_and(|open| open.asks()),
            Place::Accounts => work.accounts.as_ref().is_some_and(|open| open.asks()),
            Place::Dashboard => work.dashboard.as_ref().is_some_and(|open| open.asks()),
            Place::Settings => work.settings.as_ref().is_some_and(|open| open.asks()),
            Place::Products => work.goods.as_ref().is_some_and(|open| open.asks()),
            Place::Stock => work.stock.as_ref().is_some_and(|open| open.asks()),
            Place::FirstDay => self.first_day_asks(),
            _ => false,
        }
    }

    fn accounts_view<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let context = self.context(&work.user);
        let view = work.accounts.as_ref().map(|screen| screen.view(&context));
        let told = |message| Message::Accounts(AccountsTold::Screen(message));
        view.map_or_else(|| gap().into(), |view| view.map(told))
    }

    fn dashboard_view<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let context = self.context(&work.user);
        let view = work.dashboard.as_ref().map(|open| open.view(&context));
        let told = |message| Message::Dashboard(DashboardTold::Screen(message));
        view.map_or_else(|| gap().into(), |view| view.map(told))
    }

    fn declare_view<'a>(&'a self, work: &'a Work) -> Element<'a, Message> {
        let context = self.context(&work.user);
        let view = work.declare.as_ref().map(|screen| screen.view(&context));
        view.map_or_else(|| gap().into(), |view| view.map(Message::Declare))
    }

    /// Where somebody may go who has the right to: the rest is not shown.
    fn sidebar(&self, work: &Work) -> Element<'_, Message> {
        let item = |icon, key: &str, place| {
            let here = work.place == place;
            nav::item(icon, self.words.text(key), here, Message::Went(place))
        };
        let may = |right| work.user.may(right);
        let paper = item(Icon::Receipt, "nav-paper", Place::Paper);
        let places = [
            Some(item(Icon::ShoppingCart, "nav-checkout", Place::Checkout)),
            may(Right::Reports).then(|| item(Icon::ChartColumn, "nav-dashboard", Place::Dashboard)),
            may(Right::Lunch).then(|| item(Icon::Utensils, "nav-lunch", Place::Lunch)),
            Some(item(Icon::ReceiptText, "nav-sales", Place::Sales)),
            Some(item(Icon::Wallet, "nav-cash", Place::Cash)),
            may(Right::TopUp).then(|| item(Icon::CreditCard, "nav-accounts", Place::Accounts)),
            may(Right::Products).then(|| item(Icon::Package, "nav-products", Place::Products)),
            may(Right::Cards).then(|| item(Icon::GraduationCap, "nav-people", Place::People)),
            may(Right::Health).then(|| item(Icon::HeartPulse, "nav-pupils-health", Place::Pupils)),
            may(Right::Declare).then(|| item(Icon::ShieldCheck, "nav-declare", Place::Declare)),
            may(Right::Stock).then(|| item(Icon::PackagePlus, "nav-stock", Place::Stock)),
            // Only where the paper is on the screen and not in the hand.
            self.printing.standing.is_virtual.then_some(paper),
        ];
        let services = [
            self.first_day_item(work.place == Place::FirstDay),
            may(Right::Settings).then(|| item(Icon::Settings, "nav-settings", Place::Settings)),
            Some(item(Icon::Lock, "nav-lock", Place::Lock)),
        ];
        nav::sidebar(
            places.into_iter().flatten().collect(),
            services.into_iter().flatten().collect(),
        )
    }

    /// How things stand, as the head says it.
    fn stands(&self, work: &Work) -> Vec<Stand<Message>> {
        let (mood, printer) = &self.printer;
        let behind = self.watch.behind().map(|_| Stand {
            mood: Mood::Warn,
            picture: Icon::Clock,
            label: self.words.text("chip-clock-back"),
            on_press: None,
        });
        let printer = Stand {
            mood: *mood,
            picture: Icon::Printer,
            label: printer.clone(),
            on_press: Some(Message::Printer(PrinterTold::ChipPressed)),
        };
        let user = Stand {
            mood: Mood::Neutral,
            picture: Icon::User,
            label: work.user.name.clone(),
            on_press: Some(Message::Language(LanguageTold::Asked)),
        };
        let first = behind.into_iter().chain(self.shift_stand());
        first
            .chain([self.safety_stand(), self.backup_stand(), printer, user])
            .collect()
    }

    /// How wide what lies over the head's corner is.
    fn corner(&self) -> f32 {
        match self.keyboard_when() {
            When::Never => target::MIN,
            When::Automatic | When::Always => 2.0 * target::MIN + space::S,
        }
    }

    fn head(&self, work: &Work) -> Element<'_, Message> {
        let setting_up = work
            .settings
            .as_ref()
            .is_some_and(|open| open.is_setting_up());
        let title = self.words.text(match work.place {
            Place::Settings if setting_up => "page-setup-title",
            Place::Paper => "page-virtual-title",
            Place::Checkout | Place::Lock => "nav-checkout",
            Place::Dashboard => "nav-dashboard",
            Place::Lunch => "nav-lunch",
            Place::Sales => "nav-sales",
            Place::Declare => "nav-declare",
            Place::Products => "nav-products",
            Place::People => "people-title",
            Place::Pupils => "pupils-title",
            Place::Cash => "shift-title",
            Place::Accounts => "accounts-title",
            Place::Settings => "nav-settings",
            Place::Stock => "nav-stock",
            Place::FirstDay => "first-day-head",
        });
        let stands = self.stands(work);
        let time = self.words.time(self.now);
        let corner = self.corner();
        let row = responsive(move |room| {
            // The question mark and the keyboard's button lie at the end, over the dialogs too.
            let after = title_width(&time) + corner + 3.0 * space::M;
            let left = room.width - after;
            let wanted = title_width(&title);
            let (stands, taken) = standing(&stands, left - wanted - space::L);
            // A title that has no room is left out: the sidebar says where one is.
            let title = (left - taken >= wanted * TITLE_MIN).then(|| fit::title(title.clone()));
            Row::new()
                .spacing(space::M)
                .align_y(Alignment::Center)
                .height(Length::Fill)
                .push(title)
                .push(gap::horizontal())
                .push(stands)
                .push(text::lead(time.clone()))
                .push(gap().width(corner))
                .into()
        });
        container(row)
            .height(HEAD)
            .padding([0.0, space::L])
            .align_y(Alignment::Center)
            .style(style::bar)
            .into()
    }
}

const fn drawer_said(message: crate::app::screen::shift::Message) -> Message {
    Message::Drawer(super::DrawerTold::Screen(message))
}

fn of_panel(message: crate::app::screen::queue::Message) -> Message {
    Message::Printer(PrinterTold::Queue(message))
}
