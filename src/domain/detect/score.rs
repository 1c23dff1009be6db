//! How well the detector reads labels of which it is known what is in them.

use super::{Finding, Findings, Place};
use crate::domain::diet::{Allergen, Declared};

/// What is known of a product beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// What it contains.
    pub contains: Vec<Allergen>,
    /// What it may contain.
    pub traces: Vec<Allergen>,
    /// What is certified or claimed to be absent.
    pub absent: Vec<Allergen>,
    /// What nobody knows: counted neither way.
    pub unsure: Vec<Allergen>,
    /// Whether what is in none of the lists is surely not in it.
    pub complete: bool,
}

/// What was counted for one allergen, or for all together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Products that contain it and of which it is not unsure.
    pub positives: u32,
    /// Of those, read as [`Declared::Contains`].
    pub detected: u32,
    /// Of those, read as something to look at and no more.
    pub asked: u32,
    /// Of those, read as [`Declared::MayContain`].
    pub as_traces: u32,
    /// Complete products in none of whose lists but `absent` it is.
    pub negatives: u32,
    /// Of those, read as [`Declared::Contains`].
    pub false_alarms: u32,
    /// Of those, read as something to look at.
    pub asked_in_vain: u32,
    /// Products known to be free of it.
    pub certified_free: u32,
    /// Of those, read as [`Declared::Contains`].
    pub alarms_on_certified_free: u32,
    /// Products with traces of it alone, some word of whose text speaks of it.
    pub traces_named: u32,
    /// Of those, read as [`Declared::MayContain`].
    pub traces_detected: u32,
}

impl Tally {
    /// Counts what was read of one product; says whether a positive was missed.
    pub fn count(&mut self, allergen: Allergen, known: &Known, read: &Findings) -> bool {
        let has = |list: &[Allergen]| list.contains(&allergen);
        let finding = read.allergen(allergen);
        let state = read.state(allergen);
        let asks = u32::from(finding.is_some_and(Finding::asks));
        let is = |other: Declared| u32::from(state == other);
        if has(&known.absent) {
            self.certified_free += 1;
            self.alarms_on_certified_free += is(Declared::Contains);
        }
        if has(&known.unsure) {
            return false;
        }
        if has(&known.contains) {
            self.positives += 1;
            self.detected += is(Declared::Contains);
            self.as_traces += is(Declared::MayContain);
            self.asked += asks;
            return state != Declared::Contains;
        }
        if has(&known.traces) {
            self.traces_named += u32::from(finding.is_some_and(is_named));
            self.traces_detected += is(Declared::MayContain);
        } else if known.complete {
            self.negatives += 1;
            self.false_alarms += is(Declared::Contains);
            self.asked_in_vain += asks;
        }
        false
    }

    /// Both together.
    #[must_use]
    pub const fn plus(&self, other: &Self) -> Self {
        Self {
            positives: self.positives + other.positives,
            detected: self.detected + other.detected,
            asked: self.asked + other.asked,
            as_traces: self.as_traces + other.as_traces,
            negatives: self.negatives + other.negatives,
            false_alarms: self.false_alarms + other.false_alarms,
            asked_in_vain: self.asked_in_vain + other.asked_in_vain,
            certified_free: self.certified_free + other.certified_free,
            alarms_on_certified_free: self.alarms_on_certified_free
                + other.alarms_on_certified_free,
            traces_named: self.traces_named + other.traces_named,
            traces_detected: self.traces_detected + other.traces_detected,
        }
    }
}

/// Whether some word speaks of it that is more than a type of product.
fn is_named(finding: &Finding) -> bool {
    let mut evidence = finding.evidence.iter();
    evidence.any(|one| !matches!(one.place, Place::Type | Place::Category))
}
