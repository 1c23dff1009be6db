//! The tour of the dashboard: its pages, lists and dialogs, on figures that are told.

use iced::Size;

use super::{Error, Guide, Message, Place, UPRIGHT, noon};
use crate::app::program::DashboardTold as Told;
use crate::app::screen::dashboard::{Choice, Rows, What};
use crate::app::screen::dashboard::{
    Message as Dashboard, Part, PickerMessage, Read, Stock, Tab, Versus, sample,
};
use crate::app::theme::Theme;
use crate::domain::BusinessDay;
use crate::domain::metrics::{Page, Period};
use crate::report::Ask;

/// The height of a window in which a whole page is seen, in logical pixels.
const WHOLE: f32 = 1_560.0;

impl Guide<'_> {
    pub(super) fn dashboard(&mut self) -> Result<(), Error> {
        let _not_asked = self.program.begin(Message::Went(Place::Dashboard));
        self.shoot("dashboard-reading")?;
        self.program.play_read(sample::read_today(noon()));
        self.shoot("dashboard")?;
        self.shoot_whole("dashboard-whole")?;
        self.dashboard_upright()?;
        self.dashboard_alerts()?;
        self.dashboard_days()?;
        self.dashboard_exports()?;
        self.dashboard_sales()?;
        self.dashboard_pages()
    }

    fn dashboard_alerts(&mut self) -> Result<(), Error> {
        self.on_dashboard(Dashboard::AlertsPressed);
        self.shoot("dashboard-alerts")?;
        self.on_dashboard(Dashboard::AlertChosen(0));
        let note = sample::acknowledged(noon());
        self.on_dashboard(Dashboard::NoteChanged(note.note.clone()));
        self.shoot("dashboard-note")?;
        self.on_dashboard(Dashboard::NoteConfirmed);
        self.tell(Message::Dashboard(Told::Acknowledged(Ok(note))));
        self.shoot("dashboard-noted")?;
        self.on_dashboard(Dashboard::Back);
        Ok(())
    }

    fn dashboard_days(&mut self) -> Result<(), Error> {
        self.on_dashboard(Dashboard::PeriodChosen(Choice::Range));
        for day in [2, 20] {
            let first = noon().day().first_of_month().number();
            if let Some(day) = BusinessDay::from_number(first + day - 1) {
                self.on_dashboard(Dashboard::Picker(PickerMessage::DayPressed(day)));
            }
        }
        self.shoot("dashboard-range")?;
        let wrong = PickerMessage::ToTyped("31/02/2026".to_owned());
        self.on_dashboard(Dashboard::Picker(wrong));
        self.shoot("dashboard-range-wrong")?;
        self.on_dashboard(Dashboard::Back);
        self.on_dashboard(Dashboard::ComparePressed);
        self.shoot("dashboard-compare")?;
        self.on_dashboard(Dashboard::VersusChosen(Versus::Previous));
        self.on_dashboard(Dashboard::PeriodChosen(Choice::Year));
        let ask = Ask {
            period: Period::Year,
            ..Ask::default()
        };
        let year = Read::Summary(ask, Box::new(sample::year(noon())));
        self.program.play_read(year);
        self.shoot("dashboard-year")?;
        self.on_dashboard(Dashboard::PeriodChosen(Choice::Today));
        let nothing = Read::Summary(Ask::default(), Box::new(sample::nothing(noon())));
        self.program.play_read(nothing);
        self.shoot("dashboard-empty")?;
        self.program.play_not_read();
        self.shoot("dashboard-failed")?;
        self.program.play_read(sample::read_today(noon()));
        Ok(())
    }

    fn dashboard_exports(&mut self) -> Result<(), Error> {
        self.on_dashboard(Dashboard::ExportPressed);
        self.on_dashboard(Dashboard::FolderChanged("Documentos/Cantina".to_owned()));
        self.shoot("dashboard-export")?;
        let rows = What::Rows(Rows::Sales, What::Html.form());
        self.on_dashboard(Dashboard::ExportChosen(rows));
        self.on_dashboard(Dashboard::ExportConfirmed);
        let written = "Documentos/Cantina/ventas-2026-11-23.xlsx".into();
        self.tell(Message::Dashboard(Told::Written(Ok(written))));
        self.shoot("dashboard-exported")?;
        self.on_dashboard(Dashboard::Back);
        Ok(())
    }

    fn dashboard_sales(&mut self) -> Result<(), Error> {
        self.on_dashboard(Dashboard::Opened(Part::Hour(4)));
        self.program.play_listed(sample::sales(noon()));
        self.shoot("dashboard-list")?;
        let today = self.till.sales_of(super::day()).wait()??;
        let latest = today.first().map(|sale| sale.id);
        let latest = latest.ok_or_else(|| Error::Missing("sale of today".to_owned()))?;
        let mut page = sample::sales(noon());
        if let Some(row) = page.rows.first_mut() {
            row.id = latest;
        }
        self.on_dashboard(Dashboard::RefreshPressed);
        self.program.play_listed(page);
        self.tell(Message::Dashboard(Told::Screen(Dashboard::SaleChosen(
            latest,
        ))));
        self.shoot("dashboard-ticket")?;
        self.on_dashboard(Dashboard::Back);
        self.on_dashboard(Dashboard::Back);
        self.on_dashboard(Dashboard::SearchChanged(
            "sofía chipa 23/11/2026".to_owned(),
        ));
        self.on_dashboard(Dashboard::SearchPressed);
        self.program.play_listed(Page {
            rows: Vec::new(),
            next: None,
        });
        self.shoot("dashboard-search")?;
        self.on_dashboard(Dashboard::SearchChanged(String::new()));
        self.on_dashboard(Dashboard::Back);
        Ok(())
    }

    fn dashboard_pages(&mut self) -> Result<(), Error> {
        self.on_dashboard(Dashboard::TabChosen(Tab::Week));
        self.on_dashboard(Dashboard::Stepped(false));
        let week = Read::Week(Box::new(sample::week(noon())));
        self.program.play_read(week);
        self.shoot("dashboard-week")?;
        self.shoot_whole("dashboard-week-whole")?;
        self.on_dashboard(Dashboard::TabChosen(Tab::Month));
        let month = Read::Month(Box::new(sample::month(noon())));
        self.program.play_read(month);
        self.shoot("dashboard-month")?;
        self.on_dashboard(Dashboard::StockChosen(Stock::All));
        self.shoot_whole("dashboard-month-whole")?;
        self.on_dashboard(Dashboard::TabChosen(Tab::Hours));
        let heat = Read::Hours(Box::new(sample::heat(noon())));
        self.program.play_read(heat);
        self.shoot("dashboard-hours")
    }

    /// On a tablet held upright, in both themes.
    fn dashboard_upright(&mut self) -> Result<(), Error> {
        let window = self.look.size;
        self.look.size = UPRIGHT;
        let shot = self.shoot("dashboard-upright");
        let shot = shot.and_then(|()| self.shoot_in("dashboard-upright-dark", &Theme::Dark));
        self.look.size = window;
        shot
    }

    /// Nothing is asked of the till: what it would answer is told.
    fn on_dashboard(&mut self, message: Dashboard) {
        let message = Message::Dashboard(Told::Screen(message));
        let _not_asked = self.program.begin(message);
    }

    /// In a window as high as the page.
    fn shoot_whole(&mut self, name: &str) -> Result<(), Error> {
        let window = self.look.size;
        self.look.size = Size::new(window.width, WHOLE);
        let shot = self.shoot(name);
        self.look.size = window;
        shot
    }
}
