//! The demo without a window: three sales through the real screens.

use std::fs;
use std::path::{Path, PathBuf};

use super::checkout::{LUNCH, PEANUTS, WEIGHED};
use super::{Error, Guide, Look, Recorded};
use crate::app::screen::checkout::{Message, Way};
use crate::demo::{Canteen, SOFIA};
use crate::domain::receipt::Receipt;
use crate::domain::user::Role;
use crate::printing::{picture, text};
use crate::settings::DataFolder;
use crate::till;

/// What came of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sold {
    /// It is written down, and its ticket drawn.
    Written(Box<Receipt>),
    /// The screen did not let it through.
    Stopped {
        /// Who wanted it, if known.
        buyer: Option<String>,
        /// What they wanted.
        goods: Vec<String>,
    },
}

/// Plays three customers at the till of a demo canteen; pictures and tickets are left in `into`.
///
/// Sofía pays from her account; somebody unknown pays cash; Sofía wants what she is allergic to.
///
/// # Errors
/// [`Error`].
pub fn three_sales(
    folder: DataFolder,
    printer: Option<&str>,
    canteen: &Canteen,
    look: Look,
    into: &Path,
) -> Result<Vec<Sold>, Error> {
    fs::create_dir_all(into)?;
    let mut drawn = 0;
    let mut album = |name: &str, picture: &super::Picture| {
        drawn += 1;
        fs::write(into.join(format!("{drawn:02}-{name}.png")), picture.png()?)?;
        Ok(())
    };
    let mut guide = Guide::new(folder, printer, canteen, till::now, look, &mut album)?;
    let sold = guide.serve(into);
    guide.till.close(crate::app::LAST_TICKET);
    sold
}

impl Guide<'_> {
    fn serve(&mut self, into: &Path) -> Result<Vec<Sold>, Error> {
        self.shoot_as_is("login")?;
        self.sign_in(Role::Cashier, true)?;
        self.shoot_as_is("shift")?;
        self.open_shift();
        self.shoot_as_is("checkout")?;
        Ok(vec![
            self.lunch(into)?,
            self.by_weight(into)?,
            self.allergic()?,
        ])
    }

    /// A picture with the printer as it is at this moment: nobody watches it here.
    fn shoot_as_is(&mut self, name: &str) -> Result<(), Error> {
        let status = self.till.printer().status();
        self.tell(crate::app::program::Message::PrinterChanged(status));
        self.shoot(name)
    }

    fn lunch(&mut self, into: &Path) -> Result<Sold, Error> {
        self.scan_sofia()?;
        for name in LUNCH {
            self.press(name)?;
        }
        self.shoot_as_is("sofia")?;
        self.sell(Message::PayPressed(Way::Account));
        self.shoot_as_is("sofia-pays")?;
        let written = self.sell(Message::DialogConfirmed);
        self.shoot_as_is("sofia-done")?;
        self.finish(written, into, &LUNCH, true)
    }

    fn by_weight(&mut self, into: &Path) -> Result<Sold, Error> {
        self.weigh("350")?;
        self.shoot_as_is("weight")?;
        self.sell(Message::DialogConfirmed);
        let written = self.pay_cash(20_000);
        self.shoot_as_is("cash-done")?;
        self.finish(written, into, &[WEIGHED], false)
    }

    fn allergic(&mut self) -> Result<Sold, Error> {
        self.scan_sofia()?;
        self.press(PEANUTS)?;
        self.shoot_as_is("allergy")?;
        let stopped = self.stopped(&[PEANUTS], true);
        self.empty();
        Ok(stopped)
    }

    /// On to the next customer, with the ticket drawn if there is one.
    fn finish(
        &mut self,
        written: Option<Recorded>,
        into: &Path,
        goods: &[&str],
        sofia: bool,
    ) -> Result<Sold, Error> {
        let Some(written) = written else {
            let stopped = self.stopped(goods, sofia);
            self.empty();
            return Ok(stopped);
        };
        self.draw_ticket(&written.receipt, into)?;
        self.sell(Message::NextPressed);
        Ok(Sold::Written(Box::new(written.receipt)))
    }

    fn draw_ticket(&self, receipt: &Receipt, into: &Path) -> Result<(), Error> {
        let paper = self.till.document(receipt);
        let file =
            |ending: &str| -> PathBuf { into.join(format!("ticket-{}.{ending}", receipt.number)) };
        fs::write(file("png"), picture::to_png(&picture::draw(&paper))?)?;
        fs::write(file("txt"), text::render(&paper))?;
        Ok(())
    }

    fn stopped(&self, goods: &[&str], sofia: bool) -> Sold {
        let buyer = self.canteen.students.get(SOFIA).filter(|_| sofia);
        Sold::Stopped {
            buyer: buyer.map(|buyer| buyer.name.clone()),
            goods: goods.iter().map(|&name| name.to_owned()).collect(),
        }
    }

    /// Leaves an empty cart behind, as a cashier does whose customer goes away.
    pub(super) fn empty(&mut self) {
        self.sell(Message::DialogClosed);
        let lines = self.program.cart().lines().iter();
        let lines = lines.map(crate::domain::cart::Line::id).collect();
        self.sell(Message::RemovePressed(lines));
        self.sell(Message::PupilDismissed);
    }
}
