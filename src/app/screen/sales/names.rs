//! What tenders are called here: as the settings say, else the usual short words.

use crate::domain::tender::{Tender, TenderKind};
use crate::i18n::I18n;

/// The canteen's own names.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(Vec<(TenderKind, String)>);

impl Names {
    pub(super) fn of(tenders: &[Tender]) -> Self {
        let named = tenders.iter();
        let named = named.filter_map(|tender| Some((tender.kind, tender.name.clone()?)));
        Self(named.collect())
    }

    pub(super) fn name(&self, kind: TenderKind, words: &I18n) -> String {
        let own = self.0.iter().find(|(of, _)| *of == kind);
        own.map_or_else(
            || words.text(&format!("sales-tender-{}", kind.code())),
            |(_, name)| name.clone(),
        )
    }
}
