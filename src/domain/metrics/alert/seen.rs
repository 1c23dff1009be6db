//! Alerts of which somebody took note: until when that holds, and for what.

use super::{Acknowledged, Alert, Finding, Rule};
use crate::domain::{BusinessDay, ProductId};

/// That somebody took note, of one subject of an alert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Of the alert of that day.
    pub day: BusinessDay,
    /// [`Rule::code`].
    pub rule: String,
    /// What of [`Alert::subjects`].
    pub subject: String,
    /// Who, when and what they said.
    pub acknowledged: Acknowledged,
}

/// For so many days it holds where goods or drawers are looked after over several days.
pub const HOLDS_DAYS: i64 = 7;

impl Alert {
    /// What it is about: products, a tender, a user or a user's close, by number; one empty text where it is the day itself.
    #[must_use]
    pub fn subjects(&self) -> Vec<String> {
        match &self.finding {
            Finding::NoSale { products, .. } => {
                let numbers = products.iter().map(|idle| idle.product.0.to_string());
                numbers.collect()
            }
            Finding::SoldOut { products, .. } => {
                let numbers = products.iter().map(|out| out.product.0.to_string());
                numbers.collect()
            }
            Finding::TenderStopped { tender, .. } => vec![tender.0.to_string()],
            Finding::Drawer { user, .. } => vec![user.0.to_string()],
            // The next one of the same person is another.
            Finding::DrawerOnce { user, day, .. } => vec![format!("{}/{}", user.0, day.number())],
            _ => vec![String::new()],
        }
    }

    /// With what was seen taken out of it; acknowledged if nothing is left.
    fn seen(mut self, seen: &[Seen], today: BusinessDay) -> Self {
        let rule = self.finding.rule();
        let since = match rule {
            Rule::NoSale | Rule::Drawer | Rule::DrawerOnce => today.days_before(HOLDS_DAYS - 1),
            _ => today,
        };
        let holds = |of: &&Seen| of.rule == rule.code() && since <= of.day && of.day <= today;
        let noted: Vec<&Seen> = seen.iter().filter(holds).collect();
        let is_noted = |subject: &String| noted.iter().any(|of| of.subject == *subject);
        if self.subjects().iter().all(is_noted) {
            let latest = noted.iter().max_by_key(|of| of.acknowledged.at);
            self.acknowledged = latest.map(|of| of.acknowledged.clone());
            return self;
        }
        let product = |id: ProductId| is_noted(&id.0.to_string());
        match &mut self.finding {
            Finding::NoSale { products, .. } => products.retain(|idle| !product(idle.product)),
            Finding::SoldOut { products, .. } => products.retain(|out| !product(out.product)),
            _ => {}
        }
        self
    }
}

/// The alerts with what somebody took note of.
#[must_use]
pub fn mark(alerts: Vec<Alert>, seen: &[Seen], today: BusinessDay) -> Vec<Alert> {
    let alerts = alerts.into_iter().map(|alert| alert.seen(seen, today));
    alerts.collect()
}
