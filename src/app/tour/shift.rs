//! The tour of the cash drawer: a shift opened before the first sale, what moves in it, its count, its Z, and
//! one that was left open.

use uuid::Uuid;

use super::{Error, Guide, Message, Place, noon};
use crate::app::program::DrawerTold;
use crate::app::screen::checkout::{Message as Checkout, Way};
use crate::app::screen::shift::{Message as Cash, Side, Switch};
use crate::domain::sale::At;
use crate::domain::shift::{Drawer, MoveKind};
use crate::domain::user::Role;
use crate::domain::{Money, MovementId};

/// Milliseconds of a day.
const DAY_MS: i64 = 24 * 3_600_000;

impl Guide<'_> {
    fn cash(&mut self, message: Cash) {
        self.tell(Message::Drawer(DrawerTold::Screen(message)));
    }

    fn figures(&mut self, figures: &str) {
        for figure in figures.chars() {
            self.cash(Cash::Typed(figure));
        }
    }

    /// The dialog that comes before the first sale; without one nothing happens.
    pub(super) fn open_shift(&mut self) {
        self.cash(Cash::Confirmed);
        self.tell(Message::NoticeClosed);
    }

    /// What is asked before the first sale.
    pub(super) fn shift_asked(&mut self) -> Result<(), Error> {
        self.shoot("shift-open")?;
        self.open_shift();
        Ok(())
    }

    /// The drawer's place, its dialogs, and a close.
    pub(super) fn shifts(&mut self) -> Result<(), Error> {
        self.go(Place::Cash);
        self.cash(Cash::MovePressed(MoveKind::PaidOut));
        self.figures("45000");
        self.cash(Cash::ReasonChanged("Pan y panificados".to_owned()));
        self.shoot("shift-move")?;
        self.cash(Cash::Confirmed);
        self.cash(Cash::MovePressed(MoveKind::Drop));
        self.figures("1500000");
        self.cash(Cash::ReasonChanged("Mucho efectivo".to_owned()));
        self.cash(Cash::Confirmed);
        self.shoot("shift-sure")?;
        self.cash(Cash::Dismissed);
        self.cash(Cash::Dismissed);
        for (kind, amount, why) in [
            (MoveKind::PaidIn, "50000", "Cambio en monedas"),
            (MoveKind::Drop, "100000", "Mucho efectivo"),
        ] {
            self.cash(Cash::MovePressed(kind));
            self.figures(amount);
            self.cash(Cash::ReasonChanged(why.to_owned()));
            self.cash(Cash::Confirmed);
        }
        self.tell(Message::NoticeClosed);
        self.shoot("shift")?;
        self.cash(Cash::DrawerPressed);
        self.figures("22");
        self.shoot("shift-drawer")?;
        self.cash(Cash::Dismissed);
        self.cash(Cash::XPressed);
        self.shoot("shift-x")?;
        self.cash(Cash::Dismissed);
        self.cash(Cash::HandOverPressed);
        self.shoot("shift-hand-over")?;
        self.cash(Cash::Dismissed);
        self.counts()?;
        self.left_open()
    }

    /// Counted blind, a little missing, explained and closed.
    fn counts(&mut self) -> Result<(), Error> {
        let report = self.till.x(noon()).wait()??;
        let expected = report.cash().map(Drawer::expected);
        let missing = expected.unwrap_or_default() - Money::guaranies(2_000);
        let count = crate::domain::shift::CashCount::making(missing);
        self.cash(Cash::ClosePressed);
        for (row, (_, pieces)) in count.rows().enumerate() {
            self.cash(Cash::RowChosen(row));
            self.figures(&pieces.to_string());
        }
        self.shoot("shift-count")?;
        self.cash(Cash::Confirmed);
        self.cash(Cash::ReasonChanged("Vuelto mal dado".to_owned()));
        self.shoot("shift-close")?;
        self.cash(Cash::Confirmed);
        self.tell(Message::NoticeClosed);
        self.backed_up();
        self.cash(Cash::SideChosen(Side::Zs));
        self.shoot("shift-none")?;
        let z = self.till.zs(1, noon()).wait()??;
        if let Some(z) = z.first() {
            self.cash(Cash::ZChosen(z.number));
        }
        self.shoot("shift-z")?;
        self.cash(Cash::Dismissed);
        Ok(())
    }

    /// Yesterday's shift was never closed: it comes first, and a lot is missing from it.
    fn left_open(&mut self) -> Result<(), Error> {
        self.open_at(-DAY_MS)?;
        self.go(Place::Checkout);
        self.go(Place::Cash);
        self.go(Place::Checkout);
        self.sell(Checkout::PayPressed(Way::Cash));
        self.shoot("shift-left-open")?;
        self.cash(Cash::Confirmed);
        self.figures("1");
        self.cash(Cash::Confirmed);
        self.cash(Cash::ReasonChanged(
            "Se contó dos veces y no aparece".to_owned(),
        ));
        self.figures("333");
        self.shoot("shift-close-large")?;
        self.figures("3");
        self.cash(Cash::Confirmed);
        self.tell(Message::NoticeClosed);
        self.backed_up();
        self.open_at(0)?;
        self.go(Place::Cash);
        Ok(())
    }

    /// How the drawer is kept, for whoever may change it.
    pub(super) fn drawer_rules(&mut self) -> Result<(), Error> {
        self.go(Place::Cash);
        self.cash(Cash::RulesPressed);
        self.cash(Cash::Switched(Switch::Blind, false));
        self.shoot("shift-rules")?;
        self.cash(Cash::Dismissed);
        self.go(Place::Checkout);
        Ok(())
    }

    fn open_at(&self, ago_ms: i64) -> Result<(), Error> {
        let cashier = self.canteen.user(Role::Cashier);
        let cashier = cashier.ok_or_else(|| Error::Missing("cashier".to_owned()))?;
        let at = At {
            till: self.till.id(),
            user: cashier.id,
            moment: noon().plus_millis(ago_ms),
        };
        let name = MovementId(Uuid::now_v7());
        let float = Money::guaranies(150_000);
        self.till.open_shift(name, float, at).wait()??;
        Ok(())
    }
}
