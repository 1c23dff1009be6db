//! Who is at the till: PINs are checked beside the screen, wrong ones slowed and remembered.

use super::writer::Closing;
use super::{Reply, Till};
use crate::domain::user::Approval;
use crate::domain::user::{Attempts, NotApproved, Pin, Right, User};
use crate::domain::{Moment, UserId};
use crate::store::{self, pin};

/// Why a PIN does not open anything.
#[derive(Debug, Clone, thiserror::Error)]
pub enum PinRefused {
    /// Too many wrong ones: wait first.
    #[error("too many wrong PINs: wait {} s", .wait_ms.div_ceil(1_000))]
    Wait {
        /// How long.
        wait_ms: u64,
    },
    /// It is nobody's, or not that person's.
    #[error("wrong PIN")]
    Wrong {
        /// How long to wait before the next try.
        wait_ms: u64,
    },
    /// It was given for one sign-in: it must be changed first.
    #[error("this PIN must be changed first")]
    MustChange,
    /// The person may not do that.
    #[error(transparent)]
    NotApproved(#[from] NotApproved),
    /// The file cannot be read or written.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The program is closing.
    #[error(transparent)]
    Closing(#[from] Closing),
}

impl Till {
    /// Checks a PIN: that of `user`, or with `None` anybody's who may do `right`.
    pub fn sign_in(
        &self,
        user: Option<UserId>,
        right: Right,
        pin: Pin,
        now: Moment,
    ) -> Reply<Result<User, PinRefused>> {
        let till = self.clone();
        Reply::aside(move || till.check_pin(user, right, &pin, now))
    }

    /// The approval of whoever's PIN this is, for one operation that needs `right`.
    pub fn approve(
        &self,
        right: Right,
        pin: Pin,
        reason: String,
        now: Moment,
    ) -> Reply<Result<Approval, PinRefused>> {
        let till = self.clone();
        Reply::aside(move || {
            let user = till.check_pin(None, right, &pin, now)?;
            Ok(Approval::by(&user, right, &reason)?)
        })
    }

    fn check_pin(
        &self,
        user: Option<UserId>,
        right: Right,
        pin: &Pin,
        now: Moment,
    ) -> Result<User, PinRefused> {
        let known = self.whose_pin(user, right, pin, now)?;
        let id = known.id;
        match self
            .writer
            .ask(move |store| store.is_pin_once(id))
            .wait()??
        {
            true => Err(PinRefused::MustChange),
            false => Ok(known),
        }
    }

    /// Whose PIN that is, be it for one sign-in or not.
    pub(super) fn known_pin(
        &self,
        user: UserId,
        pin: &Pin,
        now: Moment,
    ) -> Result<User, PinRefused> {
        self.whose_pin(Some(user), Right::Sell, pin, now)
    }

    /// Whether enough time has passed since the last wrong one.
    pub(super) fn may_try(&self, now: Moment) -> Result<Attempts, PinRefused> {
        let attempts = self.writer.ask(|store| store.attempts()).wait()??;
        let wait_ms = attempts.wait_ms(now.at).unsigned_abs();
        if wait_ms > 0 {
            return Err(PinRefused::Wait { wait_ms });
        }
        Ok(attempts)
    }

    /// One more wrong one: a card that nobody has.
    pub(super) fn note_wrong_now(&self, now: Moment) {
        if let Ok(Ok(attempts)) = self.writer.ask(|store| store.attempts()).wait() {
            let _slowed = self.note_wrong(attempts, now);
        }
    }

    fn whose_pin(
        &self,
        user: Option<UserId>,
        right: Right,
        pin: &Pin,
        now: Moment,
    ) -> Result<User, PinRefused> {
        let attempts = self.may_try(now)?;
        let users = self.writer.ask(|store| store.users()).wait()??;
        let (candidates, others): (Vec<_>, Vec<_>) = users
            .into_iter()
            .filter(|(known, _)| known.active)
            .partition(|(known, _)| user.map_or(known.may(right), |wanted| known.id == wanted));
        let whose = |mut users: std::vec::IntoIter<(User, String)>| {
            users.find(|(_, hash)| pin::verify(pin, hash))
        };
        if let Some((known, _)) = whose(candidates.into_iter()) {
            return self.forgive(attempts, known, now);
        }
        // A PIN that is somebody's who may not do it is not called wrong: who typed it would try it again.
        if user.is_none() && whose(others.into_iter()).is_some() {
            return Err(NotApproved::NoRight.into());
        }
        Err(self.note_wrong(attempts, now))
    }

    fn forgive(&self, attempts: Attempts, user: User, now: Moment) -> Result<User, PinRefused> {
        if attempts.count() > 0 {
            self.writer
                .ask(move |store| store.set_attempts(Attempts::default(), now))
                .wait()??;
        }
        Ok(user)
    }

    fn note_wrong(&self, attempts: Attempts, now: Moment) -> PinRefused {
        let failed = attempts.failed(now.at);
        let noted = self
            .writer
            .ask(move |store| store.set_attempts(failed, now))
            .wait();
        match noted {
            Ok(Ok(())) => PinRefused::Wrong {
                wait_ms: failed.wait_ms(now.at).unsigned_abs(),
            },
            Ok(Err(error)) => error.into(),
            Err(closing) => closing.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::user::Role;
    use crate::settings::DataFolder;
    use crate::till::now;

    #[test]
    fn a_pin_of_somebody_who_may_not_do_it_is_not_called_wrong() {
        let folder = tempfile::tempdir().unwrap();
        let till = Till::open(DataFolder::at(folder.path()), Some("")).unwrap();
        for (name, role, pin) in [
            ("Rosa", Role::Manager, "2222"),
            ("María", Role::Cashier, "1111"),
        ] {
            let pin = Pin::parse(pin).unwrap();
            till.add_user(name.to_owned(), role, pin)
                .wait()
                .unwrap()
                .unwrap();
        }
        let try_pin = |pin: &str| {
            let pin = Pin::parse(pin).unwrap();
            till.sign_in(None, Right::Settings, pin, now())
                .wait()
                .unwrap()
        };
        assert!(try_pin("2222").is_ok());
        let refused = try_pin("1111");
        assert!(
            matches!(refused, Err(PinRefused::NotApproved(NotApproved::NoRight))),
            "{refused:?}"
        );
        let wrong = try_pin("9999");
        assert!(matches!(wrong, Err(PinRefused::Wrong { .. })), "{wrong:?}");
    }
}
