//! The tour of limits, tenders, hours, rights and the PIN for one sign-in.

use super::{Error, Guide, Message, Place};
use crate::app::screen::checkout::{Message as Checkout, Way};
use crate::app::screen::login::Message as Login;
use crate::app::screen::pupils::{LimitsField, LimitsMessage, Message as Pupils, Tab};
use crate::app::screen::settings::{
    self, HoursField, HoursMessage, HouseMessage, Page, RightsMessage, TendersField,
    TendersMessage, UsersMessage,
};
use crate::demo::SOFIA;
use crate::domain::commission::Payer;
use crate::domain::tender::TenderKind;
use crate::domain::user::{Right, Role};
use crate::domain::{Money, UserId};
use crate::store::Stamp;

impl Guide<'_> {
    /// Last of all: what is set here stays set.
    pub(super) fn house(&mut self) -> Result<(), Error> {
        self.tenders()?;
        self.hours()?;
        self.rights()?;
        self.pupil_limits()?;
        self.limited_sale()?;
        self.pin_once()
    }

    fn leaf_of_house(&mut self, page: Page) {
        self.go(Place::Settings);
        self.set(settings::Message::PageChosen(page));
    }

    fn at_house(&mut self, message: HouseMessage) {
        self.set(settings::Message::House(message));
    }

    fn tenders(&mut self) -> Result<(), Error> {
        self.leaf_of_house(Page::Tenders);
        let tenders = self.till.tenders_on(super::day()).wait()??;
        let credit = tenders.iter().find(|of| of.kind == TenderKind::Credit);
        let credit = credit
            .ok_or_else(|| Error::Missing("credit card".to_owned()))?
            .id;
        let say = HouseMessage::Tenders;
        self.at_house(say(TendersMessage::Pressed(credit)));
        for (field, text) in [
            (TendersField::Name, "Crédito Bancard"),
            (TendersField::Percent, "3,3"),
            (TendersField::Fixed, "500"),
        ] {
            self.at_house(say(TendersMessage::Typed(field, text.to_owned())));
        }
        self.at_house(say(TendersMessage::PayerChosen(Payer::Customer)));
        self.shoot("settings-tender")?;
        self.at_house(say(TendersMessage::Confirmed));
        self.at_house(say(TendersMessage::Moved(credit, -1)));
        self.shoot("settings-tenders")
    }

    fn hours(&mut self) -> Result<(), Error> {
        self.leaf_of_house(Page::Hours);
        let say = HouseMessage::Hours;
        for (name, from, to) in [
            ("Recreo de la mañana", "9:30", "9:50"),
            ("Almuerzo", "11:30", "12:40"),
        ] {
            for (field, text) in [
                (HoursField::Name, name),
                (HoursField::From, from),
                (HoursField::To, to),
            ] {
                self.at_house(say(HoursMessage::Typed(field, text.to_owned())));
            }
            self.at_house(say(HoursMessage::Added));
        }
        self.shoot("settings-hours")
    }

    fn rights(&mut self) -> Result<(), Error> {
        self.leaf_of_house(Page::Users);
        let cashier = self.cashier()?;
        self.set(settings::Message::Users(UsersMessage::RightsPressed(
            cashier,
        )));
        let say = HouseMessage::Rights;
        self.at_house(say(RightsMessage::NumberTyped("99001".to_owned())));
        self.at_house(say(RightsMessage::CardAdded));
        self.at_house(say(RightsMessage::Chosen(Right::Refund, Some(true))));
        self.shoot("settings-rights")?;
        self.at_house(say(RightsMessage::SavePressed));
        self.at_house(say(RightsMessage::ResetPressed));
        self.shoot("settings-pin-reset")?;
        self.at_house(say(RightsMessage::ResetDismissed));
        if let Some(told) = crate::app::program::HouseTold::pin_for_pictures(cashier) {
            self.tell(Message::House(told));
        }
        self.shoot("settings-pin-once")?;
        self.at_house(say(RightsMessage::ResetDismissed));
        self.at_house(say(RightsMessage::Closed));
        Ok(())
    }

    fn cashier(&self) -> Result<UserId, Error> {
        let cashier = self.canteen.user(Role::Cashier).map(|user| user.id);
        cashier.ok_or_else(|| Error::Missing("cashier".to_owned()))
    }

    fn pupil_limits(&mut self) -> Result<(), Error> {
        self.go(Place::Pupils);
        let sofia = self.canteen.students.get(SOFIA);
        let sofia = sofia.ok_or_else(|| Error::Missing("Sofía".to_owned()))?.id;
        let mind = |message| Message::Pupils(message);
        self.tell(mind(Pupils::PersonPressed(sofia)));
        self.tell(mind(Pupils::TabChosen(Tab::Limits)));
        let drinks = self.program.category("Bebidas");
        let say = |message| Message::Pupils(Pupils::Limits(message));
        for (field, text) in [
            (LimitsField::Weekly, "60.000"),
            (LimitsField::Meal, "12.000"),
            (LimitsField::Items, "6"),
            (LimitsField::SaidBy, "Su madre, por teléfono"),
        ] {
            self.tell(say(LimitsMessage::Typed(field, text.to_owned())));
        }
        if let Some(drinks) = drinks {
            self.tell(say(LimitsMessage::CategoryPressed(drinks)));
        }
        self.tell(say(LimitsMessage::Confirmed));
        self.tell(say(LimitsMessage::Typed(
            LimitsField::Product,
            "chi".to_owned(),
        )));
        self.shoot("pupil-limits")?;
        self.tell(mind(Pupils::Closed));
        Ok(())
    }

    /// Sofía buys what her mother does not want, and pays with a note.
    fn limited_sale(&mut self) -> Result<(), Error> {
        self.go(Place::Checkout);
        self.scan_sofia()?;
        let blocked = self.program.first_of("Bebidas");
        let blocked = blocked.ok_or_else(|| Error::Missing("drink".to_owned()))?;
        self.sell(Checkout::ProductPressed(blocked));
        self.shoot("limits-added")?;
        self.sell(Checkout::NoticeClosed);
        self.sell(Checkout::PayPressed(Way::Cash));
        self.sell(Checkout::CashPressed(Money::guaranies(20_000)));
        self.sell(Checkout::KeepChangePressed);
        self.shoot("limits-cash")?;
        self.sell(Checkout::DialogClosed);
        self.sell(Checkout::PayPressed(Way::Card));
        self.shoot("limits-card")?;
        self.sell(Checkout::DialogClosed);
        self.sell(Checkout::ClearPressed);
        self.sell(Checkout::DialogConfirmed);
        Ok(())
    }

    /// Whoever forgot their PIN chooses another at the door.
    fn pin_once(&mut self) -> Result<(), Error> {
        let cashier = self.cashier()?;
        let administrator = self.canteen.user(Role::Administrator).map(|user| user.id);
        let by = administrator.ok_or_else(|| Error::Missing("administrator".to_owned()))?;
        let now = super::noon();
        let pin = self.till.reset_pin(cashier, Stamp::by(by, now)).wait()??;
        self.go(Place::Lock);
        self.tell(Message::Login(Login::UserChosen(cashier)));
        for digit in pin.digits().chars() {
            self.tell(Message::Login(Login::Typed(digit)));
        }
        self.tell(Message::Login(Login::Confirmed));
        self.shoot("login-pin-once")
    }
}
