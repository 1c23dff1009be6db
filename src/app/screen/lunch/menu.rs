//! What there is each day: dishes of the catalogue and the kitchen, so that what is known of them decides.

use std::collections::BTreeMap;

use super::{Action, Context};
use crate::domain::scanner::take_back;
use crate::domain::search::{Index, Item};
use crate::domain::{BusinessDay, ProductId};
use crate::store::lunch::{LunchDay, Provision};
use crate::till::lunch::MENU;

/// The most products that are offered at once.
const OFFERED_MAX: usize = 30;
/// The most dishes of a menu.
const DISHES_MAX: usize = 12;

/// The state of the menus.
#[derive(Debug)]
pub(super) struct MenuTab {
    pub(super) day: BusinessDay,
    pub(super) menus: BTreeMap<BusinessDay, Vec<ProductId>>,
    /// The day's menu as it is being said; `None` until it was read.
    pub(super) draft: Option<Vec<ProductId>>,
    /// What the menu on file means for the pupils of the day.
    pub(super) file: Option<LunchDay>,
    pub(super) query: String,
    pub(super) provisions: Vec<Provision>,
    pub(super) saving: bool,
    index: Index,
}

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A day was chosen, of this week or another.
    DayChosen(BusinessDay),
    /// The search was typed into.
    QueryTyped(String),
    /// A product is on the menu, or no longer.
    Toggled(ProductId),
    /// As a week before.
    CopyPressed,
    /// The menu is to hold.
    SavePressed,
    /// What was changed is not wanted.
    RevertPressed,
}

impl MenuTab {
    pub(super) fn new(day: BusinessDay) -> Self {
        Self {
            day,
            menus: BTreeMap::new(),
            draft: None,
            file: None,
            query: String::new(),
            provisions: Vec::new(),
            saving: false,
            index: Index::default(),
        }
    }

    pub(super) const fn open(&self) -> Action {
        Action::ReadMenus(self.day)
    }

    pub(super) fn are(
        &mut self,
        menus: BTreeMap<BusinessDay, Vec<ProductId>>,
        day: LunchDay,
        provisions: Vec<Provision>,
    ) {
        if day.day != self.day {
            return;
        }
        let items = provisions.iter().map(|of| Item {
            id: of.product,
            name: &of.name,
            category: &of.category,
            codes: &[],
        });
        self.index = Index::new(items);
        self.draft = Some(menus.get(&self.day).cloned().unwrap_or_default());
        self.menus = menus;
        self.file = Some(day);
        self.provisions = provisions;
        self.saving = false;
    }

    pub(super) const fn refused(&mut self) {
        self.saving = false;
    }

    /// The dishes on file for a day.
    pub(super) fn on_file(&self, day: BusinessDay) -> &[ProductId] {
        self.menus.get(&day).map_or(&[], Vec::as_slice)
    }

    /// Whether what is said is another than what is on file.
    pub(super) fn is_changed(&self) -> bool {
        let on_file = self.on_file(self.day);
        self.draft.as_ref().is_some_and(|draft| draft != on_file)
    }

    pub(super) fn name(&self, product: ProductId) -> &str {
        let found = self.provisions.iter().find(|of| of.product == product);
        found.map_or("", |of| of.name.as_str())
    }

    /// What is offered: what is like the words typed, else everything of the class of dishes on file.
    pub(super) fn offered(&self) -> Vec<&Provision> {
        let draft = self.draft.as_deref().unwrap_or_default();
        let free = |of: &&Provision| !draft.contains(&of.product);
        if self.query.trim().is_empty() {
            return self
                .usual()
                .into_iter()
                .filter(free)
                .take(OFFERED_MAX)
                .collect();
        }
        let found = self.index.find(&self.query, OFFERED_MAX);
        let provision = |id| self.provisions.iter().find(|of| of.product == id);
        found
            .into_iter()
            .filter_map(provision)
            .filter(free)
            .collect()
    }

    /// What was on the menus of the weeks that were read comes first, then all by name.
    fn usual(&self) -> Vec<&Provision> {
        let on_menus = |of: &Provision| self.menus.values().any(|menu| menu.contains(&of.product));
        let mut all: Vec<_> = self.provisions.iter().collect();
        all.sort_by_key(|of| !on_menus(of));
        all
    }

    pub(super) fn update(&mut self, message: Message, context: &Context<'_>) -> Action {
        match message {
            Message::DayChosen(day) => self.choose(day),
            Message::QueryTyped(query) => self.search(query),
            Message::Toggled(product) => self.toggle(product, context),
            Message::CopyPressed => self.copy(context),
            Message::SavePressed => self.save(context),
            Message::RevertPressed => self.revert(),
        }
    }

    fn choose(&mut self, day: BusinessDay) -> Action {
        self.day = day;
        self.draft = None;
        self.file = None;
        Action::ReadMenus(day)
    }

    fn search(&mut self, query: String) -> Action {
        self.query = query;
        Action::None
    }

    fn toggle(&mut self, product: ProductId, context: &Context<'_>) -> Action {
        if let Some(draft) = self.draft.as_mut().filter(|_| context.user.may(MENU)) {
            match draft.iter().position(|of| *of == product) {
                Some(place) => {
                    draft.remove(place);
                }
                None if draft.len() < DISHES_MAX => {
                    draft.push(product);
                    self.query.clear();
                }
                None => {}
            }
        }
        Action::None
    }

    /// The menu of a week before, if it is known: weeks that were read reach so far back.
    pub(super) fn week_before(&self) -> Option<&Vec<ProductId>> {
        self.menus.get(&self.day.days_before(7))
    }

    fn copy(&mut self, context: &Context<'_>) -> Action {
        let before = self.week_before().cloned();
        if let (Some(before), true) = (before, context.user.may(MENU)) {
            self.draft = Some(before);
        }
        Action::None
    }

    fn revert(&mut self) -> Action {
        self.draft = Some(self.on_file(self.day).to_vec());
        Action::None
    }

    fn save(&mut self, context: &Context<'_>) -> Action {
        let may = context.user.may(MENU) && self.is_changed() && !self.saving;
        match self.draft.clone().filter(|_| may) {
            Some(draft) => {
                self.saving = true;
                Action::SetMenu(self.day, draft)
            }
            None => Action::None,
        }
    }

    pub(super) fn entered(&mut self, context: &Context<'_>) -> Action {
        let searched = !self.query.trim().is_empty();
        let best = self.offered().first().map(|of| of.product);
        match best.filter(|_| searched) {
            Some(product) => self.toggle(product, context),
            None => Action::None,
        }
    }

    pub(super) fn take_back(&mut self, letters: &str) {
        if let Some(without) = take_back(&self.query, letters) {
            self.query = without;
        }
    }
}
