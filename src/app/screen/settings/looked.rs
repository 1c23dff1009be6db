//! What the settings are told of pages that are written line by line, of the ticket's picture, of the file
//! of all settings, and of a search.

use super::{Action, Draft, Message, Page, SettingWanted, Settings, SheetMessage, TransferMessage};
use super::{TransferPlanned, sheet};
use crate::app::widget::Paper;
use crate::domain::receipt::Shop;
use crate::till::setting::Known;

impl Settings {
    /// How everything is set now.
    pub fn settings_stand(&mut self, known: Known) {
        self.sheet.stands(known);
    }

    /// What was asked of settings is refused; `why` is a sentence for the user.
    pub fn settings_refused(&mut self, why: String) {
        self.sheet.refused(why);
    }

    /// The ticket of a shop was drawn; one that is not what is typed any more is passed over.
    pub fn previewed(&mut self, shop: &Shop, paper: Paper) {
        if self.shop_typed() == *shop {
            self.preview = Some((shop.clone(), paper));
        }
    }

    /// What a file would change.
    pub fn planned(&mut self, plan: TransferPlanned) {
        self.transfer.planned(plan);
    }

    /// What came of a file of settings, as a sentence for the user.
    pub fn transferred(&mut self, told: Result<String, String>) {
        self.transfer.said(told);
    }

    /// What counts at once is not kept: what is in force is shown again, and what is typed stays.
    pub fn not_saved(&mut self, in_force: &Draft) {
        for draft in [&mut self.draft, &mut self.saved] {
            draft.locale = in_force.locale;
            draft.theme = in_force.theme;
            draft.scale_percent = in_force.scale_percent;
            draft.sounds = in_force.sounds;
            draft.read_aloud = in_force.read_aloud;
        }
    }

    /// Other settings were taken over: they are shown.
    pub fn taken_over(&mut self, in_force: Draft) {
        self.draft = in_force.clone();
        self.saved = in_force;
    }

    /// The shop whose ticket is to be drawn, if it is another than that which is in sight.
    #[must_use]
    pub fn preview_wanted(&self) -> Option<Shop> {
        let shop = self.shop_typed();
        let drawn = self.preview.as_ref().is_some_and(|(of, _)| *of == shop);
        (self.page == Page::Shop && !drawn).then_some(shop)
    }

    /// What Escape sends away: what is looked for, or what a file would change.
    #[must_use]
    pub fn escaped(&self) -> Option<Message> {
        if !self.find.query.is_empty() {
            return Some(Message::FindTyped(String::new()));
        }
        let plan = self.page == Page::Transfer && self.transfer.has_plan();
        plan.then_some(Message::Transfer(TransferMessage::PlanLeft))
    }

    /// The shop as it is typed, without a RUC that is none.
    fn shop_typed(&self) -> Shop {
        let sound = || Draft {
            ruc: String::new(),
            ..self.draft.clone()
        };
        let shop = self.draft.shop().or_else(|_| sound().shop());
        shop.unwrap_or_default()
    }

    pub(super) fn look_at_ticket(&self) -> Action {
        match self.preview_wanted() {
            Some(shop) => Action::Setting(SettingWanted::Preview(Box::new(shop))),
            None => Action::None,
        }
    }

    pub(super) fn at_sheet(&mut self, message: SheetMessage) -> Action {
        let wanted = sheet::group(self.page).and_then(|group| self.sheet.update(message, group));
        wanted.map_or(Action::None, Action::Setting)
    }

    pub(super) fn go_to_found(&mut self, key: &'static str, page: Page) -> Action {
        self.find.clear();
        self.find.marked = Some(key);
        // Somebody's own page would hide that of all users.
        self.house.rights = None;
        self.turn_to(page)
    }
}
