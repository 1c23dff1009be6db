//! What to order.

use super::Action;
use crate::domain::stock::NeedList;

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Print it.
    PrintPressed,
    /// Save it.
    SavePressed,
}

/// The state of the list.
#[derive(Debug, Default)]
pub(super) struct Ordering {
    pub(super) list: Option<NeedList>,
}

impl Ordering {
    pub(super) fn update(&self, message: Message) -> Action {
        match (message, &self.list) {
            (_, None) => Action::None,
            (_, Some(list)) if list.needs.is_empty() => Action::None,
            (Message::PrintPressed, Some(_)) => Action::PrintOrder,
            (Message::SavePressed, Some(_)) => Action::SaveOrder,
        }
    }
}
