//! Names and roles of those who work at the till, asked of an open canteen.

use super::{Reply, Till};
use crate::domain::UserId;
use crate::store::{self, StaffChange, Stamp};

impl Till {
    /// Changes name, role and single rights of a user, all or nothing, as far as whoever does it may.
    pub fn change_user(
        &self,
        user: UserId,
        change: StaffChange,
        stamp: Stamp,
    ) -> Reply<Result<(), store::Error>> {
        self.writer
            .ask(move |store| store.change_user(user, &change, stamp))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Moment;
    use crate::domain::user::{OwnRights, Pin, Right, Role, User};
    use crate::i18n::I18n;
    use crate::settings::DataFolder;
    use crate::store::audit::Filter;
    use crate::till::audit::said;

    fn a_till() -> (tempfile::TempDir, Till) {
        let dir = tempfile::tempdir().unwrap();
        let till = Till::open(DataFolder::at(dir.path().to_owned()), Some("")).unwrap();
        (dir, till)
    }

    fn add(till: &Till, name: &str, role: Role) -> UserId {
        let pin = Pin::parse("2580").unwrap();
        till.add_user(name.into(), role, pin)
            .wait()
            .unwrap()
            .unwrap()
    }

    fn stamp(by: UserId) -> Stamp {
        let morning = chrono::DateTime::parse_from_rfc3339("2026-11-26T08:00:00-03:00");
        Stamp::by(by, Moment::new(morning.unwrap()))
    }

    fn role(till: &Till, of: UserId, role: Role, by: Stamp) -> Result<(), store::Error> {
        let change = StaffChange {
            role: Some(role),
            ..StaffChange::default()
        };
        till.change_user(of, change, by).wait().unwrap()
    }

    fn name(till: &Till, of: UserId, name: &str, by: Stamp) -> Result<(), store::Error> {
        let change = StaffChange {
            name: Some(name.into()),
            ..StaffChange::default()
        };
        till.change_user(of, change, by).wait().unwrap()
    }

    fn gives(till: &Till, of: UserId, right: Right, by: Stamp) -> Result<(), store::Error> {
        let mut own = OwnRights::none();
        own.set(right, Some(true));
        let change = StaffChange {
            own: Some(own),
            ..StaffChange::default()
        };
        till.change_user(of, change, by).wait().unwrap()
    }

    fn user(till: &Till, of: UserId) -> User {
        let users = till.users().wait().unwrap().unwrap();
        users.into_iter().find(|user| user.id == of).unwrap()
    }

    #[test]
    fn a_role_and_a_name_are_changed_and_noted() {
        let (_dir, till) = a_till();
        let (ana, rosa) = (
            add(&till, "Ana", Role::Administrator),
            add(&till, "Rosa", Role::Cashier),
        );
        let by = stamp(ana);
        role(&till, rosa, Role::Supervisor, by).unwrap();
        name(&till, rosa, "Rosa M.", by).unwrap();
        let rosa = user(&till, rosa);
        assert_eq!(
            (rosa.role, rosa.name.as_str()),
            (Role::Supervisor, "Rosa M.")
        );
        let page = till
            .audit(Filter::default(), None, 10)
            .wait()
            .unwrap()
            .unwrap();
        let words = I18n::new(crate::domain::Locale::EsPy);
        let said: Vec<String> = page.entries.iter().map(|of| said(of, &words)).collect();
        assert!(
            said.iter().any(|of| of.contains("Rosa → Rosa M.")),
            "{said:?}"
        );
        assert!(
            said.iter().any(|of| of.contains("Caja → Supervisión")),
            "{said:?}"
        );
    }

    #[test]
    fn the_last_administrator_is_neither_demoted_nor_deactivated() {
        let (_dir, till) = a_till();
        let (ana, rosa) = (
            add(&till, "Ana", Role::Administrator),
            add(&till, "Rosa", Role::Administrator),
        );
        let by = stamp(ana);
        role(&till, rosa, Role::Manager, by).unwrap();
        let last = store::Error::LastAdministrator.to_string();
        let refused = role(&till, ana, Role::Manager, Stamp::at(by.moment));
        assert_eq!(refused.unwrap_err().to_string(), last);
        let refused = till.set_active_by(ana, false, by).wait().unwrap();
        assert_eq!(refused.unwrap_err().to_string(), last);
        assert!(user(&till, ana).active && user(&till, ana).role == Role::Administrator);
    }

    #[test]
    fn nobody_makes_more_of_anybody_than_they_are_or_changes_their_own_role() {
        let (_dir, till) = a_till();
        let _ana = add(&till, "Ana", Role::Administrator);
        let (eva, rosa) = (
            add(&till, "Eva", Role::Manager),
            add(&till, "Rosa", Role::Cashier),
        );
        let more = role(&till, rosa, Role::Administrator, stamp(eva));
        assert!(matches!(more, Err(store::Error::BeyondRole)), "{more:?}");
        let less = role(&till, eva, Role::Cashier, stamp(eva));
        assert!(matches!(less, Err(store::Error::OwnRights)), "{less:?}");
        assert_eq!(user(&till, rosa).role, Role::Cashier);
        assert_eq!(user(&till, eva).role, Role::Manager);
    }

    #[test]
    fn nobody_changes_who_is_more_gives_what_takes_more_or_gives_themselves_anything() {
        let (_dir, till) = a_till();
        let ana = add(&till, "Ana", Role::Administrator);
        let (eva, rosa) = (
            add(&till, "Eva", Role::Manager),
            add(&till, "Rosa", Role::Cashier),
        );
        gives(&till, eva, Right::Users, stamp(ana)).unwrap();
        let beyond = [
            name(&till, ana, "Anita", stamp(eva)),
            role(&till, ana, Role::Cashier, stamp(eva)),
            gives(&till, ana, Right::Sell, stamp(eva)),
            gives(&till, rosa, Right::Users, stamp(eva)),
        ];
        for refused in beyond {
            assert!(
                matches!(refused, Err(store::Error::BeyondRole)),
                "{refused:?}"
            );
        }
        let own = gives(&till, eva, Right::Settings, stamp(eva));
        assert!(matches!(own, Err(store::Error::OwnRights)), "{own:?}");
        gives(&till, rosa, Right::Refund, stamp(eva)).unwrap();
        assert!(user(&till, rosa).may(Right::Refund) && !user(&till, rosa).may(Right::Users));
        assert_eq!(user(&till, ana).name, "Ana");
        assert_eq!(user(&till, ana).own, OwnRights::none());
        // Who has left gives nothing any more, whatever a screen still shows.
        let left = till.set_active_by(eva, false, stamp(ana)).wait().unwrap();
        left.unwrap();
        let late = gives(&till, rosa, Right::Discount, stamp(eva));
        assert!(matches!(late, Err(store::Error::BeyondRole)), "{late:?}");
    }

    #[test]
    fn nobody_takes_the_name_of_another() {
        let (_dir, till) = a_till();
        let (ana, rosa) = (
            add(&till, "Ana", Role::Administrator),
            add(&till, "Rosa", Role::Cashier),
        );
        let refused = name(&till, rosa, "Ana", stamp(ana));
        assert!(matches!(refused, Err(store::Error::Taken(_))));
        assert_eq!(user(&till, rosa).name, "Rosa");
    }
}
