//! Who works at the till, and what each may do.

use serde::{Deserialize, Serialize};

use super::{Timestamp, UserId};

/// What a person is trusted with; each role may do all that the ones before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Sells, holds carts, reprints.
    Cashier,
    /// Also discounts, voids, and approves what a restriction asks about.
    Supervisor,
    /// Also imports, tightens policies, sees reports.
    Manager,
    /// Everything.
    Administrator,
}

/// One thing that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Sell, hold, reprint.
    Sell,
    /// Lower the price of a line or a ticket.
    Discount,
    /// Sell a thing at another price than its own.
    Price,
    /// Void a sale of the open day.
    Void,
    /// Give back money for what was sold on any day.
    Refund,
    /// Approve a sale that a restriction asks about.
    ApproveRestriction,
    /// Sell to a card beyond its limits.
    ApproveLimit,
    /// Open the drawer without a sale.
    Drawer,
    /// Take money onto accounts.
    TopUp,
    /// Correct accounts, move money between them, pay out a leaver.
    Accounts,
    /// Give out, replace and block cards.
    Cards,
    /// Open and close a shift, put money in and take it out.
    Shift,
    /// Close a shift whose count differs by more than the settings let pass.
    Difference,
    /// Serve lunches at the counter.
    Lunch,
    /// See the dashboard and what is exported from it.
    Reports,
    /// See who did what, and when.
    Audit,
    /// Say what products contain, and look through what labels propose.
    Declare,
    /// Receive purchases, count, write off, see what stock there is and what it is worth.
    Stock,
    /// See and change what pupils must not eat: children's health data.
    Health,
    /// Change what the till does about restrictions; milder only by an administrator.
    Policy,
    /// Change products, their prices and codes.
    Products,
    /// Import catalogues and pupils.
    Import,
    /// Change the settings of the shop and its printer.
    Settings,
    /// Make users and give them PINs.
    Users,
}

impl Role {
    /// Every role, least trusted first.
    pub const ALL: [Self; 4] = [
        Self::Cashier,
        Self::Supervisor,
        Self::Manager,
        Self::Administrator,
    ];

    /// Whether this role has the right.
    #[must_use]
    pub fn may(self, right: Right) -> bool {
        self >= right.least_role()
    }

    /// Whether somebody of this role may make that of another: nobody makes more of anybody than they are
    /// themselves, or less of who is more.
    #[must_use]
    pub fn may_make(self, before: Self, after: Self) -> bool {
        self >= before && self >= after
    }

    /// Whether somebody of this role may say these single rights where those were said: nobody gives a
    /// right that takes more than they are themselves.
    #[must_use]
    pub fn may_give(self, before: &OwnRights, after: &OwnRights) -> bool {
        let mut given = after
            .all()
            .filter(|(right, given)| *given && before.of(*right) != Some(true));
        given.all(|(right, _)| self.may(right))
    }

    /// The word for it in the store and in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cashier => "cashier",
            Self::Supervisor => "supervisor",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
        }
    }

    /// The role of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

impl Right {
    /// Every right, from selling to the most trusted.
    pub const ALL: [Self; 24] = [
        Self::Sell,
        Self::TopUp,
        Self::Shift,
        Self::Lunch,
        Self::Discount,
        Self::Price,
        Self::Void,
        Self::Refund,
        Self::Drawer,
        Self::ApproveRestriction,
        Self::ApproveLimit,
        Self::Cards,
        Self::Declare,
        Self::Stock,
        Self::Health,
        Self::Accounts,
        Self::Difference,
        Self::Reports,
        Self::Audit,
        Self::Policy,
        Self::Products,
        Self::Import,
        Self::Settings,
        Self::Users,
    ];

    /// The word for it in the store and, with `-` for `_`, in i18n keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sell => "sell",
            Self::Discount => "discount",
            Self::Price => "price",
            Self::Void => "void",
            Self::Refund => "refund",
            Self::ApproveRestriction => "approve_restriction",
            Self::ApproveLimit => "approve_limit",
            Self::Drawer => "drawer",
            Self::TopUp => "top_up",
            Self::Accounts => "accounts",
            Self::Cards => "cards",
            Self::Shift => "shift",
            Self::Difference => "difference",
            Self::Lunch => "lunch",
            Self::Reports => "reports",
            Self::Audit => "audit",
            Self::Declare => "declare",
            Self::Stock => "stock",
            Self::Health => "health",
            Self::Policy => "policy",
            Self::Products => "products",
            Self::Import => "import",
            Self::Settings => "settings",
            Self::Users => "users",
        }
    }

    /// The right of that word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.code() == code)
    }

    /// The least trusted role that has it.
    #[must_use]
    pub const fn least_role(self) -> Role {
        match self {
            Self::Sell | Self::TopUp | Self::Shift | Self::Lunch => Role::Cashier,
            Self::Discount
            | Self::Price
            | Self::Void
            | Self::Refund
            | Self::Cards
            | Self::ApproveRestriction
            | Self::ApproveLimit
            | Self::Drawer
            | Self::Declare
            | Self::Stock
            | Self::Health => Role::Supervisor,
            Self::Policy
            | Self::Products
            | Self::Import
            | Self::Settings
            | Self::Accounts
            | Self::Difference
            | Self::Reports
            | Self::Audit => Role::Manager,
            Self::Users => Role::Administrator,
        }
    }
}

/// Single rights beside those of the role: given to one person, or withdrawn from them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnRights(Vec<(Right, bool)>);

impl OwnRights {
    /// Those of the role and no others.
    #[must_use]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// What is said of a right: given, withdrawn, or as the role has it.
    #[must_use]
    pub fn of(&self, right: Right) -> Option<bool> {
        let mut all = self.0.iter();
        all.find(|(of, _)| *of == right).map(|(_, given)| *given)
    }

    /// Gives a right, withdraws it, or leaves it to the role.
    pub fn set(&mut self, right: Right, given: Option<bool>) {
        self.0.retain(|(of, _)| *of != right);
        self.0.extend(given.map(|given| (right, given)));
        self.0.sort_by_key(|(of, _)| of.code());
    }

    /// All that is said.
    pub fn all(&self) -> impl Iterator<Item = (Right, bool)> {
        self.0.iter().copied()
    }

    /// Whether any right is withdrawn.
    #[must_use]
    pub fn withdraws(&self) -> bool {
        self.0.iter().any(|(_, given)| !given)
    }
}

/// Somebody who may work at the till.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// Who.
    pub id: UserId,
    /// As the ticket shows it: «María G.».
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// False once they have left; their facts stay.
    pub active: bool,
    /// What they may do beyond their role, or may not do despite it.
    #[serde(default)]
    pub own: OwnRights,
}

impl User {
    /// Whether they may do that: what is said of them counts before what is said of their role.
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        self.own.of(right).unwrap_or_else(|| self.role.may(right))
    }
}

impl User {
    /// The role as which they act where a rule asks for one: at least the least that has the right if they
    /// may, the least of all if they may not.
    #[must_use]
    pub fn acts_as(&self, right: Right) -> Role {
        if self.may(right) {
            self.role.max(right.least_role())
        } else {
            Role::Cashier
        }
    }
}

/// A right that somebody with it has lent for one operation, by their PIN.
///
/// Not `Clone`: spending it uses it up. The only way to get one is [`Approval::by`].
#[derive(Debug, PartialEq, Eq)]
pub struct Approval {
    by: UserId,
    right: Right,
    reason: String,
}

/// Why somebody cannot approve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotApproved {
    /// Their role lacks the right.
    #[error("this person may not approve that")]
    NoRight,
    /// An approval says why.
    #[error("an approval needs a reason")]
    NoReason,
}

impl Approval {
    /// The approval of `user`, whose PIN was just checked, for one operation that needs `right`.
    ///
    /// # Errors
    /// [`NotApproved`] without the right, or without a reason of at least 3 letters.
    pub fn by(user: &User, right: Right, reason: &str) -> Result<Self, NotApproved> {
        let reason = reason.trim();
        if !user.active || !user.may(right) {
            Err(NotApproved::NoRight)
        } else if reason.chars().count() < 3 {
            Err(NotApproved::NoReason)
        } else {
            Ok(Self {
                by: user.id,
                right,
                reason: reason.to_owned(),
            })
        }
    }

    /// Takes the approval apart, if it is for `right`.
    #[must_use]
    pub fn spend(self, right: Right) -> Option<Approved> {
        (self.right == right).then_some(Approved {
            by: self.by,
            reason: self.reason,
        })
    }
}

/// Who approved an operation, and why: goes into the audit with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approved {
    /// Who.
    pub by: UserId,
    /// Why, in their words.
    pub reason: String,
}

/// A PIN as typed: 4 to 8 digits. Shown and logged as dots only.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

/// A PIN is 4 to 8 digits and not a row such as 1234 or 1111 when it is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPin {
    /// Not 4 to 8 digits.
    #[error("a PIN is 4 to 8 digits")]
    NotDigits,
    /// One digit repeated, or counting up or down.
    #[error("this PIN is too easy to guess")]
    TooEasy,
}

impl Pin {
    /// Reads a PIN as typed at the till.
    ///
    /// # Errors
    /// [`BadPin::NotDigits`].
    pub fn parse(text: &str) -> Result<Self, BadPin> {
        let fits = (4..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadPin::NotDigits)
        }
    }

    /// Reads a PIN that somebody chooses for themselves.
    ///
    /// # Errors
    /// [`BadPin`], also for 1111, 1234 and 4321.
    pub fn choose(text: &str) -> Result<Self, BadPin> {
        let pin = Self::parse(text)?;
        let steps: Vec<i16> = pin
            .0
            .as_bytes()
            .windows(2)
            .map(|pair| i16::from(pair[1]) - i16::from(pair[0]))
            .collect();
        let even = steps.iter().all(|step| *step == steps[0]);
        if even && steps[0].abs() <= 1 {
            Err(BadPin::TooEasy)
        } else {
            Ok(pin)
        }
    }

    /// The digits, for hashing.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Pin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pin(••••)")
    }
}

/// Wrong PINs in a row at this till, and when the next one may be tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempts {
    failed: u32,
    last: Timestamp,
}

impl Attempts {
    /// As the store remembers them, so that a restart does not forgive.
    #[must_use]
    pub const fn new(failed: u32, last: Timestamp) -> Self {
        Self { failed, last }
    }

    /// Milliseconds to wait before the next try: none for the first three wrong ones, then 1 s,
    /// doubling up to 5 minutes.
    ///
    /// A clock that was set back cannot lengthen the wait beyond one full pause.
    #[must_use]
    pub fn wait_ms(self, now: Timestamp) -> i64 {
        let pause = match self.failed {
            0..=2 => 0,
            n => (1_000_i64 << (n - 3).min(9)).min(300_000),
        };
        (pause - now.millis_since(self.last)).clamp(0, pause)
    }

    /// After one more wrong PIN.
    #[must_use]
    pub const fn failed(self, now: Timestamp) -> Self {
        Self {
            failed: self.failed.saturating_add(1),
            last: now,
        }
    }

    /// How many were wrong in a row.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.failed
    }

    /// When the last one was.
    #[must_use]
    pub const fn last(self) -> Timestamp {
        self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user(role: Role) -> User {
        User {
            id: UserId(7),
            name: "Rosa".into(),
            role,
            active: true,
            own: crate::domain::user::OwnRights::none(),
        }
    }

    #[test]
    fn a_cashier_cannot_approve_and_a_supervisor_must_say_why() {
        let right = Right::ApproveRestriction;
        let by = |role, reason| Approval::by(&user(role), right, reason);
        assert_eq!(
            by(Role::Cashier, "su madre llamó"),
            Err(NotApproved::NoRight)
        );
        assert_eq!(by(Role::Supervisor, "  "), Err(NotApproved::NoReason));
        assert!(by(Role::Supervisor, "su madre llamó").is_ok());
    }

    #[test]
    fn a_single_right_counts_before_the_role() {
        let mut rosa = user(Role::Cashier);
        assert!(!rosa.may(Right::Refund) && rosa.may(Right::Sell));
        rosa.own.set(Right::Refund, Some(true));
        rosa.own.set(Right::Sell, Some(false));
        assert!(rosa.may(Right::Refund) && !rosa.may(Right::Sell));
        assert!(Approval::by(&rosa, Right::Refund, "estaba vencido").is_ok());
        assert_eq!(rosa.acts_as(Right::Refund), Role::Supervisor);
        assert_eq!(rosa.acts_as(Right::Users), Role::Cashier);
        rosa.own.set(Right::Sell, None);
        assert!(rosa.may(Right::Sell) && !rosa.own.withdraws());
        for right in Right::ALL {
            assert_eq!(Right::from_code(right.code()), Some(right));
        }
    }

    #[test]
    fn an_approval_is_good_for_its_own_right_only() {
        let approval = Approval::by(&user(Role::Manager), Right::Void, "error de carga").unwrap();
        assert_eq!(approval.spend(Right::Discount), None);
    }

    #[test]
    fn somebody_who_left_approves_nothing() {
        let gone = User {
            active: false,
            ..user(Role::Administrator)
        };
        assert_eq!(
            Approval::by(&gone, Right::Void, "motivo"),
            Err(NotApproved::NoRight)
        );
    }

    #[test]
    fn wrong_pins_are_slowed_and_a_clock_set_back_locks_nobody_out() {
        let now = Timestamp(1_000_000);
        let mut attempts = Attempts::default();
        let mut waits = Vec::new();
        for _ in 0..14 {
            attempts = attempts.failed(now);
            waits.push(attempts.wait_ms(now) / 1_000);
        }
        assert_eq!(
            waits,
            [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]
        );
        assert_eq!(attempts.wait_ms(Timestamp(0)), 300_000);
        assert_eq!(attempts.wait_ms(Timestamp(now.0 + 300_000)), 0);
    }

    #[test]
    fn an_easy_pin_is_not_chosen_and_a_pin_never_shows_in_a_log() {
        for easy in ["1111", "1234", "87654321", "0000"] {
            assert_eq!(Pin::choose(easy), Err(BadPin::TooEasy), "{easy}");
        }
        for bad in ["", "123", "123456789", "12a4", "１２３４"] {
            assert_eq!(Pin::choose(bad), Err(BadPin::NotDigits), "{bad}");
        }
        let pin = Pin::choose("2580").unwrap();
        assert_eq!(format!("{pin:?}"), "Pin(••••)");
    }
}
