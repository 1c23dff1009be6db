//! The tour of the checkout: from an empty cart to a printed ticket, by every dialog on the way.

use super::{Error, Guide, Recorded, UPRIGHT};
use crate::app::screen::checkout::{Key, Message, Part, Target, Way};
use crate::demo::SOFIA;
use crate::domain::cart::LineId;
use crate::domain::code::Code;
use crate::domain::diet::{Diet, Wish};
use crate::domain::{Money, ProductId, Timestamp};
use crate::printing::{State, transport};
use crate::store::Stamp;

/// What Sofía buys, within her balance and her limit of the day.
pub(super) const LUNCH: [&str; 3] = ["Jugo de naranja", "Papas fritas 45 g", "Galletita de arroz"];
/// What she must not: her allergy is severe.
pub(super) const PEANUTS: &str = "Barra de maní";
/// What asks for a second look: it has milk, and she is mildly allergic.
const MILK: &str = "Yogur frutilla";
/// Nobody has said what is in it.
const UNREAD: &str = "Torta del día";
/// Against a diet: it has ham.
const PORK: &str = "Medialuna con jamón y queso";
/// Sold by weight.
pub(super) const WEIGHED: &str = "Chipa por kilo";
/// A card that nobody was given.
const STRAY: &str = "99999";

impl Guide<'_> {
    pub(super) fn checkout(&mut self) -> Result<(), Error> {
        self.shoot("checkout-empty")?;
        self.people()?;
        self.cart()?;
        self.alerts()?;
        self.changes()?;
        self.waiting()?;
        self.payments()?;
        self.weight()?;
        self.diet()?;
        self.trouble()
    }

    fn people(&mut self) -> Result<(), Error> {
        self.sell(Message::PupilPressed);
        self.sell(Message::PupilTyped("ben".to_owned()));
        self.shoot("checkout-pupils")?;
        self.keyboard()?;
        self.sell(Message::DialogClosed);
        self.scan_sofia()?;
        self.shoot("checkout-pupil")
    }

    /// The keyboard on the screen, in the window and on a tablet held upright.
    fn keyboard(&mut self) -> Result<(), Error> {
        self.program.show_keyboard(true);
        self.shoot("keyboard")?;
        let window = std::mem::replace(&mut self.look.size, UPRIGHT);
        let shot = self.shoot("keyboard-upright");
        self.look.size = window;
        self.program.show_keyboard(false);
        shot
    }

    /// Holds Sofía's card to the reader.
    pub(super) fn scan_sofia(&mut self) -> Result<(), Error> {
        let missing = || Error::Missing("card of Sofía".to_owned());
        let sofia = self.canteen.students.get(SOFIA).ok_or_else(missing)?;
        let mut cards = self.canteen.cards.iter();
        let card = cards.find(|card| card.student == sofia.id);
        let code = Code::parse(card.ok_or_else(missing)?.number.as_str());
        self.sell(Message::Scanned(code.map_err(|_| missing())?));
        Ok(())
    }

    fn cart(&mut self) -> Result<(), Error> {
        self.sell(Message::SearchChanged("barra".to_owned()));
        self.shoot("checkout-search")?;
        self.sell(Message::SearchChanged(String::new()));
        for name in LUNCH {
            self.press(name)?;
        }
        self.shoot("checkout-cart")
    }

    fn alerts(&mut self) -> Result<(), Error> {
        self.press(PEANUTS)?;
        self.shoot("checkout-alert")?;
        self.sell(Message::DialogClosed);
        for name in [MILK, UNREAD] {
            self.press(name)?;
            self.sell(Message::DialogClosed);
        }
        self.press(PEANUTS)?;
        self.shoot("checkout-alert-several")?;
        for name in [MILK, UNREAD, PEANUTS] {
            self.take_out(name)?;
        }
        self.label()?;
        self.press(MILK)?;
        self.shoot("checkout-alert-mild")?;
        self.take_out(MILK)
    }

    /// Nobody has declared it: somebody reads its label right there.
    fn label(&mut self) -> Result<(), Error> {
        self.press(UNREAD)?;
        let line = self.lines_of(self.product(UNREAD)?).first().copied();
        let line = line.ok_or_else(|| Error::Missing(UNREAD.to_owned()))?;
        self.sell(Message::LabelPressed(line));
        self.shoot("checkout-alert-label")?;
        self.take_out(UNREAD)
    }

    /// What a diet says is asked, and no more.
    fn diet(&mut self) -> Result<(), Error> {
        let missing = || Error::Missing("pupil without an allergy".to_owned());
        let mut cards = self.canteen.cards.iter();
        let card = cards.find(|card| {
            let mut students = self.canteen.students.iter();
            let of = students.find(|student| student.id == card.student);
            of.is_some_and(|of| of.restrictions.is_empty() && card.usable_on(super::day()).is_ok())
        });
        let card = card.ok_or_else(missing)?;
        let wish = Wish {
            diet: Diet::NO_PORK,
            said_by: "su padre".to_owned(),
            note: None,
            until: None,
        };
        let stamp = Stamp::at(super::noon());
        self.till.wish(card.student, wish, true, stamp).wait()??;
        let code = Code::parse(card.number.as_str()).map_err(|_| missing())?;
        self.sell(Message::Scanned(code));
        self.press(PORK)?;
        self.shoot("checkout-alert-diet")?;
        self.take_out(PORK)?;
        self.sell(Message::PupilDismissed);
        Ok(())
    }

    /// Takes a product out of the cart again.
    pub(super) fn take_out(&mut self, name: &str) -> Result<(), Error> {
        let product = self.product(name)?;
        let lines = self.lines_of(product);
        self.sell(Message::RemovePressed(lines));
        Ok(())
    }

    fn lines_of(&self, product: ProductId) -> Vec<LineId> {
        let lines = self.program.cart().lines().iter();
        lines
            .filter(|line| line.product().id == product)
            .map(crate::domain::cart::Line::id)
            .collect()
    }

    fn changes(&mut self) -> Result<(), Error> {
        let line = self.lines_of(self.product(LUNCH[0])?);
        let line = *line
            .first()
            .ok_or_else(|| Error::Missing(LUNCH[0].to_owned()))?;
        self.dialog("checkout-line", vec![Message::LinePressed(line)])?;
        self.dialog(
            "checkout-quantity",
            vec![Message::PartPressed(Part::Quantity(line))],
        )?;
        self.dialog(
            "checkout-note",
            vec![
                Message::PartPressed(Part::Note(Target::Line(line))),
                Message::TextChanged("Sin hielo".to_owned()),
            ],
        )?;
        let ten_per_cent = || {
            vec![
                Message::PartPressed(Part::Discount(Target::Ticket)),
                Message::Typed('1'),
                Message::Typed('0'),
            ]
        };
        self.dialog("checkout-discount", ten_per_cent())?;
        let mut approval = ten_per_cent();
        approval.extend([
            Message::AuthorisePressed,
            Message::TextChanged("Cumple años".to_owned()),
            Message::Typed('2'),
        ]);
        self.dialog("checkout-approval", approval)
    }

    /// A picture of what these open; then it is sent away.
    fn dialog(&mut self, name: &str, messages: Vec<Message>) -> Result<(), Error> {
        for message in messages {
            self.sell(message);
        }
        self.shoot(name)?;
        self.sell(Message::DialogClosed);
        Ok(())
    }

    /// A cart waits while another is served, and comes back.
    fn waiting(&mut self) -> Result<(), Error> {
        self.sell(Message::HoldPressed);
        self.shoot("checkout-hold")?;
        self.sell(Message::DialogConfirmed);
        self.shoot("checkout-held")?;
        self.sell(Message::HoldPressed);
        let held = self.till.held().wait()??;
        let held = held.into_iter().find(|held| held.name.is_some());
        let held = held.ok_or_else(|| Error::Missing("cart on hold".to_owned()))?;
        self.sell(Message::HeldPressed(held.id));
        self.dialog("checkout-clear", vec![Message::ClearPressed])
    }

    fn payments(&mut self) -> Result<(), Error> {
        let pay = Message::PayPressed;
        self.dialog("checkout-account", vec![pay(Way::Account)])?;
        let handed = Message::CashPressed(Money::guaranies(20_000));
        self.dialog("checkout-cash", vec![pay(Way::Cash), handed])?;
        self.dialog("checkout-card", vec![pay(Way::Card)])?;
        self.limit()?;
        self.dialog(
            "checkout-mixed",
            vec![
                pay(Way::Mixed),
                Message::KeyPressed(Key::Digit(5)),
                Message::KeyPressed(Key::Thousand),
                Message::DialogConfirmed,
            ],
        )?;
        self.sell(pay(Way::Account));
        self.sell(Message::DialogConfirmed);
        self.shoot("checkout-done")?;
        self.sell(Message::NextPressed);
        Ok(())
    }

    /// More than Sofía may spend today: a supervisor is asked.
    fn limit(&mut self) -> Result<(), Error> {
        let line = self.program.cart().lines().first();
        let line = line.map(crate::domain::cart::Line::id);
        let line = line.ok_or_else(|| Error::Missing(LUNCH[0].to_owned()))?;
        self.sell(Message::StepPressed(line, 8));
        self.sell(Message::PayPressed(Way::Account));
        self.shoot("checkout-limit")?;
        self.sell(Message::LimitPressed);
        self.shoot("checkout-limit-approval")?;
        self.sell(Message::DialogClosed);
        self.sell(Message::DialogClosed);
        self.sell(Message::StepPressed(line, -8));
        Ok(())
    }

    fn weight(&mut self) -> Result<(), Error> {
        self.weigh("350")?;
        self.shoot("checkout-weight")?;
        self.sell(Message::DialogConfirmed);
        self.pay_cash(20_000);
        self.shoot("checkout-done-cash")?;
        self.sell(Message::NextPressed);
        Ok(())
    }

    /// Types the weight of [`WEIGHED`], in grams.
    pub(super) fn weigh(&mut self, grams: &str) -> Result<(), Error> {
        self.press(WEIGHED)?;
        for figure in grams.chars() {
            self.sell(Message::Typed(figure));
        }
        Ok(())
    }

    /// Takes this much cash for the cart; says what was written down.
    pub(super) fn pay_cash(&mut self, guaranies: i64) -> Option<Recorded> {
        self.sell(Message::PayPressed(Way::Cash));
        self.sell(Message::CashPressed(Money::guaranies(guaranies)));
        self.sell(Message::DialogConfirmed)
    }

    fn trouble(&mut self) -> Result<(), Error> {
        let stray = Code::parse(STRAY).map_err(|_| Error::Missing(STRAY.to_owned()))?;
        self.sell(Message::Scanned(stray));
        self.shoot("checkout-unknown")?;
        self.sell(Message::NoticeClosed);
        let gone = State::NotConnected {
            since: Timestamp(0),
            reason: transport::Error::Gone {
                name: "/dev/usb/lp0".to_owned(),
            },
            next_try: Timestamp(1_000),
        };
        self.printer(gone, 2);
        self.shoot("printer-gone")?;
        self.panel()?;
        self.printer(State::Ready, 0);
        Ok(())
    }
}
