//! What earlier releases showed of the counts that leave now, and when a figure that was shown may be shown anew.
//!
//! A figure of a period that is over changes when answers come late, are withdrawn, or a record is put right. The difference of
//! the two figures is a figure about those who came or went between: it is shown only if a figure about them alone could be.
//! Refuses to show a new figure for the sake of being up to date.

use super::model::{Quantity, Range};
use super::profile::Profile;
use super::quantities::seen;
use super::release::Released;
use super::system::{FigureId, Kind, Refused, System};
use crate::domain::indicator::tally::{Measure, Tally};

/// What to show for a figure that was shown before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Restated {
    /// What was shown, as it was: too few people lie between then and now, or none.
    Held,
    /// What is true now.
    Anew,
}

impl Profile {
    /// Whether a figure that was made of one tally may be made of another now. Those who came since, or those who are gone, must
    /// be enough in every count that a figure about them alone could be shown. What both came and went is held.
    #[must_use]
    pub fn restated(&self, then: Tally, now: Tally, measure: Measure) -> Restated {
        let since = now - then;
        let is_enough = |between: &Tally| self.figure(between, measure).is_ok() && self.is_whole(between);
        if is_enough(&since) || is_enough(&-since) { Restated::Anew } else { Restated::Held }
    }

    /// Which of two tallies a preview of a draft definition shows: the draft's, or, where the two differ by so few that their
    /// difference would tell who they are, the tally of the definition in force.
    #[must_use]
    pub fn previewed(&self, in_force: Tally, draft: Tally, measure: Measure) -> Tally {
        match self.restated(in_force, draft, measure) {
            Restated::Anew => draft,
            Restated::Held => in_force,
        }
    }

    /// Whether the number recorded is none that has to be hidden, nor less than nought.
    fn is_whole(&self, tally: &Tally) -> bool {
        tally.recorded == 0 || self.release_count(tally.recorded).is_some()
    }
}

impl<K: Clone> System<K> {
    /// This figure was shown before, of the same counts. Who saw it knows what it said, whether it is hidden now or not.
    pub fn shown_before(&mut self, figure: FigureId, before: &Released, profile: Profile) {
        let Some((kind, shown)) = self.figures.get(figure.0).map(|one| one.kind).zip(before.figure()) else { return };
        for (at, range) in seen(&profile, shown, kind) {
            if let Some(quantity) = self.model.quantities.get_mut(at) {
                quantity.known = quantity.known.and(range);
            }
        }
        self.tie_mean(kind, shown.value(), None);
    }

    /// This figure was shown before, when it stood at another tally; since then people came, or went. How many is guarded if they
    /// are few. Fails if some came in one count and went in another: such a figure is held as it was.
    pub fn shown_when(&mut self, figure: FigureId, before: &Released, then: Tally, profile: Profile) -> Result<(), Refused<K>> {
        let Some((key, kind, now)) = self.figures.get(figure.0).map(|one| (one.key.clone(), one.kind, one.tally)) else { return Ok(()) };
        let Some(shown) = before.figure() else { return Ok(()) };
        let parts = |tally: Tally| [tally.numerator, tally.denominator - tally.numerator, tally.denominator, tally.recorded];
        let since = parts(now - then);
        let (grew, shrank) = (since.iter().all(|count| *count >= 0), since.iter().all(|count| *count <= 0));
        if !grew && !shrank {
            return Err(Refused::Mixed(key));
        }
        let mut between = Vec::new();
        for (at, range) in seen(&profile, shown, kind) {
            let was = match kind {
                Kind::Proportion { numerator, .. } if numerator == at => then.numerator,
                Kind::Proportion { recorded, .. } | Kind::Mean { recorded, .. } if recorded == at => then.recorded,
                _ => then.denominator,
            };
            let known = range.and(Range::COUNT);
            let earlier = Quantity { truth: was, is_amount: false, known, shown: Range::default(), unit: None, guard: None };
            let earlier = self.add(key.clone(), earlier);
            let came = self.latent(key.clone(), (self.truth(at) - was).abs()).0;
            let (whole, part) = if grew { (at, earlier) } else { (earlier, at) };
            self.tie(vec![(whole, -1), (part, 1), (came, 1)], Range::of(0, 0), None);
            between.push((earlier, came));
        }
        if let (Kind::Proportion { .. }, [(met_then, met), (all_then, all), ..]) = (kind, between.as_slice()) {
            // Those who do not meet the outcome: there were enough of them then, and those who came or went since are guarded too.
            let least = i64::try_from(profile.least_member()).unwrap_or_default();
            self.tie(vec![(*all_then, 1), (*met_then, -1)], Range { low: Some(least), high: None }, None);
            let rest = self.latent(key, self.truth(*all) - self.truth(*met)).0;
            self.tie(vec![(*all, -1), (*met, 1), (rest, 1)], Range::of(0, 0), None);
        }
        Ok(())
    }
}
