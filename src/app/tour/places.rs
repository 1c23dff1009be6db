//! The tour beside the checkout: first start, login, the day's sales, settings.

use super::{Error, Guide, Message, Place};
use crate::app::screen::lists;
use crate::app::screen::settings::{self, Page, UsersMessage};
use crate::app::screen::{sales, setup};
use crate::domain::print::JobState;
use crate::domain::user::Role;
use crate::printing::State;

/// A list of products as a school keeps it, with a line that cannot be imported.
const LIST: &str = "nombre;categoria;precio;stock;iva;marca
Chipa;Panadería;4000;40;10;
Mbejú;Panadería;siete mil;10;10;
Jugo de naranja;Bebidas;7000;18;10;Watts
";

impl Guide<'_> {
    pub(super) fn first_start(&mut self) -> Result<(), Error> {
        use setup::{Field, Message as Setup};
        let next = || Message::Setup(Setup::NextPressed);
        let typed = |field, text: &str| Message::Setup(Setup::Typed(field, text.to_owned()));
        self.shoot("setup-language")?;
        self.tell(next());
        let shop = self.canteen.shop.clone();
        self.tell(typed(Field::Shop, &shop.name));
        self.tell(typed(Field::Ruc, &shop.ruc.to_string()));
        self.tell(typed(Field::Address, &shop.address));
        self.shoot("setup-shop")?;
        self.tell(next());
        for (field, text) in [
            (Field::Name, "Tita"),
            (Field::Pin, "2580"),
            (Field::Again, "2580"),
        ] {
            self.tell(typed(field, text));
        }
        self.shoot("setup-administrator")?;
        self.tell(next());
        self.show_lists();
        self.shoot("setup-lists")
    }

    pub(super) fn door(&mut self) -> Result<(), Error> {
        self.shoot("login")?;
        self.sign_in(Role::Cashier, false)?;
        self.shoot("login-pin")?;
        self.refuse_pin();
        self.shoot("login-refused")?;
        // The same people again, and nobody has to wait.
        let users = self.till.users().wait()??;
        self.tell(Message::UsersRead(Ok(users)));
        self.sign_in(Role::Cashier, true)?;
        self.printer(State::Ready, 0);
        self.checked_at_seven();
        self.backed_up();
        self.shift_asked()
    }

    pub(super) fn sales(&mut self) -> Result<(), Error> {
        use sales::Message as Sales;
        self.go(Place::Sales);
        self.shoot("sales")?;
        let today = self.till.sales_of(super::day()).wait()??;
        let latest = today.first().map(|sale| sale.id);
        let latest = latest.ok_or_else(|| Error::Missing("sale of today".to_owned()))?;
        self.tell(Message::Sales(Sales::Chosen(latest)));
        self.shoot("sales-ticket")?;
        self.tell(Message::Sales(Sales::VoidPressed));
        self.tell(Message::Sales(Sales::ReasonChanged(
            "Se cobró dos veces".to_owned(),
        )));
        for figure in "22".chars() {
            self.tell(Message::Sales(Sales::Typed(figure)));
        }
        self.shoot("sales-void")?;
        self.tell(Message::Sales(Sales::VoidDismissed));
        self.tell(Message::Sales(Sales::Closed));
        self.returns()?;
        let jobs = self.till.open_jobs().wait()??;
        if let Some(job) = jobs.iter().find(|job| job.sale.is_some()) {
            self.till.settle_job(job.id, JobState::Uncertain).wait()??;
        }
        self.go(Place::Sales);
        self.shoot("sales-uncertain")
    }

    pub(super) fn settings(&mut self) -> Result<(), Error> {
        self.refused_place()?;
        self.go(Place::Lock);
        self.shoot("locked")?;
        self.sign_in(Role::Administrator, true)?;
        self.printer(State::Ready, 0);
        self.drawer_rules()?;
        self.declare()?;
        self.go(Place::Settings);
        self.shoot("settings-shop")?;
        for (page, name) in [
            (Page::Printer, "settings-printer"),
            (Page::Display, "settings-display"),
            (Page::Users, "settings-users"),
        ] {
            self.set(settings::Message::PageChosen(page));
            self.shoot(name)?;
            if page == Page::Printer {
                self.printer_page()?;
            }
        }
        self.users()?;
        self.lists()?;
        self.set(settings::Message::PageChosen(Page::Safety));
        let check = settings::SafetyMessage::CheckPressed;
        self.set(settings::Message::Safety(check));
        self.shoot("settings-safety")?;
        self.backups()
    }

    pub(super) fn set(&mut self, message: settings::Message) {
        self.tell(Message::Settings(message));
    }

    fn users(&mut self) -> Result<(), Error> {
        for message in [
            UsersMessage::AddPressed,
            UsersMessage::NameTyped("Liz Duarte".to_owned()),
            UsersMessage::RoleChosen(Role::Supervisor),
            UsersMessage::PinTyped("1234".to_owned()),
        ] {
            self.set(settings::Message::Users(message));
        }
        self.shoot("settings-user-new")?;
        self.set(settings::Message::Users(UsersMessage::Dismissed));
        let me = self.canteen.user(Role::Administrator).map(|user| user.id);
        let me = me.ok_or_else(|| Error::Missing("administrator".to_owned()))?;
        self.set(settings::Message::Users(UsersMessage::NewPinPressed(me)));
        self.shoot("settings-pin-new")?;
        self.set(settings::Message::Users(UsersMessage::Dismissed));
        Ok(())
    }

    fn lists(&mut self) -> Result<(), Error> {
        self.set(settings::Message::PageChosen(Page::Lists));
        self.show_lists();
        self.shoot("settings-lists")?;
        let second = settings::Message::Lists(lists::Message::EntryPressed(2));
        self.program
            .play_list(Message::Settings(second), LIST.as_bytes());
        self.shoot("settings-import")?;
        let another = settings::Message::Lists(lists::Message::AnotherPressed);
        self.set(another);
        let top_ups = lists::Message::WhatChosen(lists::What::TopUps);
        self.set(settings::Message::Lists(top_ups));
        self.show_lists();
        self.shoot("settings-top-ups")
    }
}
