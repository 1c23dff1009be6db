//! Settings that were changed: who, what, before and after, as entries of the audit.

use std::collections::BTreeMap;

use super::{Error, Reader, Stamp, Store, user};
use crate::domain::limits::MealBreak;

/// The word for it in the audit.
const SETTING: &str = "setting";

/// The detail of such an entry: as it was and as it is, as JSON.
fn detail(before: &str, after: &str) -> Result<String, Error> {
    serde_json::to_string(&[before, after]).map_err(|error| Error::Unexpected(error.to_string()))
}

/// What a setting was and became, of an entry of the audit; `None` of what is none.
#[must_use]
pub fn was_and_is(detail: &str) -> Option<[String; 2]> {
    serde_json::from_str(detail).ok()
}

impl Store {
    /// Notes what is set otherwise — key, before, after — and has it kept by `keep` in the same breath:
    /// where that does not, nothing is noted.
    ///
    /// # Errors
    /// [`Error::Unexpected`] where it is not kept; when the file cannot be written.
    pub fn note_settings(
        &mut self,
        changes: &[(String, String, String)],
        breaks: Option<&[MealBreak]>,
        stamp: Stamp,
        keep: impl FnOnce() -> bool,
    ) -> Result<(), Error> {
        self.transact(|db| {
            for (key, before, after) in changes {
                let detail = detail(before, after)?;
                let (moment, by) = (stamp.moment, stamp.by);
                user::audit(db, moment, by, SETTING, Some(key), Some(&detail))?;
            }
            if let Some(breaks) = breaks {
                super::limits::put_meal_breaks(db, breaks, stamp)?;
            }
            match keep() {
                true => Ok(()),
                false => Err(Error::Unexpected("the settings were not kept".to_owned())),
            }
        })
    }
}

impl Reader {
    /// As each setting was before it was last changed, by its key.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn settings_before(&self) -> Result<BTreeMap<String, String>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT a.subject, a.detail FROM audit a JOIN (SELECT max(seq) AS seq FROM audit
                 WHERE action = 'setting' GROUP BY subject) last ON last.seq = a.seq",
        )?;
        let rows = select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut before = BTreeMap::new();
        for row in rows {
            let (key, detail): (String, String) = row?;
            if let Some([was, _]) = was_and_is(&detail) {
                before.insert(key, was);
            }
        }
        Ok(before)
    }

    /// As those settings that were changed since the last shift was opened were then, by their keys. It goes
    /// by the order of what was noted: a clock may be set back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn settings_at_opening(&self) -> Result<BTreeMap<String, String>, Error> {
        let mut select = self.db.prepare_cached(
            "SELECT subject, detail FROM audit WHERE action = 'setting' AND seq >
                 (SELECT coalesce(max(seq), 0) FROM audit WHERE action = 'shift_opened') ORDER BY seq",
        )?;
        let rows = select.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut at = BTreeMap::new();
        for row in rows {
            let (key, detail): (String, String) = row?;
            if let Some([was, _]) = was_and_is(&detail) {
                at.entry(key).or_insert(was);
            }
        }
        Ok(at)
    }
}
