//! What is still to be done before the first real sale: computed from what is there, never ticked by hand.

use super::{Reply, Till, now};
use crate::backup::State;
use crate::store::{self, Begun};

/// A step of the first day, in the order of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The shop as it stands on the ticket.
    Shop,
    /// Somebody beside the administrator.
    Users,
    /// Something to sell.
    Catalogue,
    /// Somebody to sell to.
    Pupils,
    /// Where tickets come out.
    Printer,
    /// A backup that was found good.
    Backup,
    /// A sale, to try everything.
    Sale,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Self; 7] = [
        Self::Shop,
        Self::Users,
        Self::Catalogue,
        Self::Pupils,
        Self::Printer,
        Self::Backup,
        Self::Sale,
    ];

    /// The key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shop => "first-day-shop",
            Self::Users => "first-day-users",
            Self::Catalogue => "first-day-catalogue",
            Self::Pupils => "first-day-pupils",
            Self::Printer => "first-day-printer",
            Self::Backup => "first-day-backup",
            Self::Sale => "first-day-sale",
        }
    }
}

/// How far the first day has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstDay {
    /// What is on file.
    pub begun: Begun,
    /// Whether the ticket says whose it is.
    pub shop: bool,
    /// Whether a printer is set up.
    pub printer: bool,
    /// Whether a good backup was made.
    pub backup: bool,
}

impl FirstDay {
    /// Whether that step is done.
    #[must_use]
    pub const fn is_done(&self, step: Step) -> bool {
        match step {
            Step::Shop => self.shop,
            Step::Users => self.begun.users > 1,
            Step::Catalogue => self.begun.products > 0,
            Step::Pupils => self.begun.pupils > 0,
            Step::Printer => self.printer,
            Step::Backup => self.backup,
            Step::Sale => self.begun.sold,
        }
    }

    /// How many steps are done.
    #[must_use]
    pub fn done(&self) -> usize {
        let done = |step: &Step| self.is_done(*step);
        Step::ALL.iter().filter(|step| done(step)).count()
    }

    /// Whether the list is of use: something is to be done, and nobody sold on an earlier day.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        !self.begun.over && self.done() < Step::ALL.len()
    }

    /// Whether the list is what somebody should see first: nothing was sold yet, and there is nothing to
    /// sell or nobody to sell to. Whoever can sell is not kept from it.
    #[must_use]
    pub fn leads(&self) -> bool {
        let begun = &self.begun;
        self.goes_on() && !begun.sold && (begun.products == 0 || begun.pupils == 0)
    }
}

impl Till {
    /// How far the first day has come.
    pub fn first_day(&self) -> Reply<Result<FirstDay, store::Error>> {
        let config = self.config();
        let folder = self.folder().clone();
        let named = self.named_printer();
        self.beside(move |reader| {
            let printer = named.unwrap_or(config.printer.address);
            Ok(FirstDay {
                begun: reader.begun(now().day())?,
                shop: !config.shop.name.trim().is_empty(),
                printer: !printer.trim().is_empty(),
                backup: State::load(&folder).last_good.is_some(),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::user::{Pin, Role};
    use crate::settings::DataFolder;

    #[test]
    fn a_line_ticks_itself_as_soon_as_what_it_asks_for_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let till = Till::open(DataFolder::at(folder.path()), Some("")).unwrap();
        let seen = || till.first_day().wait().unwrap().unwrap();
        assert_eq!(seen().done(), 0);
        assert!(seen().goes_on());
        let mut config = till.config();
        config.shop.name = "Cantina San José".to_owned();
        till.configure(config).unwrap();
        assert!(seen().is_done(Step::Shop));
        for (name, role) in [("Tita", Role::Administrator), ("María", Role::Cashier)] {
            assert!(!seen().is_done(Step::Users), "one alone is not enough");
            let pin = Pin::parse("4821").unwrap();
            let added = till.add_user(name.to_owned(), role, pin).wait().unwrap();
            added.unwrap();
        }
        assert!(seen().is_done(Step::Users));
        assert!(!seen().is_done(Step::Catalogue));
        let day = now().day();
        let rows = crate::import::products(crate::import::STARTER.as_bytes(), day);
        let rows = rows.into_rows().unwrap();
        let taken = till.import_products(rows, crate::store::Stamp::at(now()));
        assert!(taken.wait().unwrap().unwrap() >= 80);
        assert!(seen().is_done(Step::Catalogue));
        assert_eq!(seen().done(), 3);
    }
}
