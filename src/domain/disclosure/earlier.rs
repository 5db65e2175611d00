//! What earlier releases showed of the counts that leave now, and when a figure that was shown may be shown anew.
//!
//! A figure of a period that is over changes when answers come late, are withdrawn, or a record is put right. The difference of
//! the two figures is a figure about those who came or went between: it is shown only if a figure about them alone could be.
//! Refuses to show a new figure for the sake of being up to date.

use super::model::Range;
use super::profile::Profile;
use super::quantities::seen;
use super::release::Released;
use super::system::{Before, FigureId, Kind, Refused, Scale, System};
use crate::domain::indicator::tally::{Measure, Tally};

/// What to show for a figure that was shown before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Restated {
    /// What was shown, as it was: too few people lie between then and now, or none.
    Held,
    /// What is true now.
    Anew,
}

/// A figure as an earlier release left it.
#[derive(Debug, Clone, Copy)]
pub struct Earlier {
    /// What it was made of.
    pub then: Tally,
    /// What it was shown as, or that it was hidden.
    pub released: Released,
    /// The rule it was released by.
    pub profile: Profile,
    /// The scale of a mean. None for a proportion.
    pub scale: Option<Scale>,
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

    /// The same for a count that is shown by itself.
    #[must_use]
    pub fn restated_count(&self, then: i64, now: i64) -> Restated {
        let is_enough = now != then && self.release_count((now - then).abs()).is_some();
        if is_enough { Restated::Anew } else { Restated::Held }
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

    /// A figure as an earlier release left it. It adds up with others of that release.
    pub fn earlier(&mut self, key: K, earlier: Earlier) -> FigureId {
        let Earlier { then, released, profile, scale } = earlier;
        let figure = match scale {
            None => self.proportion(key, then),
            Some(scale) => self.mean(key, then, scale),
        };
        self.shown_before(figure, &released, profile);
        self.settle(figure, Before::Figure(released));
        figure
    }

    /// A count that an earlier release showed by itself, or hid. It adds up with others of that release.
    pub fn earlier_count(&mut self, key: K, then: i64, shown: Option<u64>, profile: Profile) -> FigureId {
        let figure = self.count(key, then);
        let quantity = self.figures.get(figure.0).and_then(|member| member.kind.quantities().first().copied());
        if let Some((shown, quantity)) = shown.zip(quantity.and_then(|at| self.model.quantities.get_mut(at))) {
            quantity.known = quantity.known.and(profile.around(shown, profile.threshold()));
        }
        self.settle(figure, Before::Count(shown));
        figure
    }

    /// A figure that is held: it goes out as the earlier one, while what is true now is never shown, and is guarded where it is
    /// small, as are those who came or went since. It takes its place in the sums of what is true now.
    pub fn held(&mut self, key: K, now: Tally, then: FigureId) -> FigureId {
        let Some((kind, before)) = self.figures.get(then.0).map(|member| (member.kind, member.before)) else { return then };
        let figure = match kind {
            Kind::Alone { .. } => self.count(key, now.denominator),
            Kind::Proportion { .. } => self.proportion(key, now),
            Kind::Mean { scale, .. } => self.mean(key, now, scale),
            Kind::Events { measure, .. } => self.events(key, now, measure),
        };
        self.apart(figure);
        if let Some(member) = self.figures.get_mut(figure.0) {
            member.before = before;
        }
        // Where some came and others went, nothing holds between the two but what their own sums say.
        let _mixed = self.since(figure, then);
        figure
    }

    /// Whoever saw a figure then has seen it: to show or hide it now decides nothing.
    fn settle(&mut self, figure: FigureId, before: Before) {
        self.apart(figure);
        if let Some(member) = self.figures.get_mut(figure.0) {
            member.before = Some(before);
        }
    }

    /// A figure is an earlier one and those who came since, or without those who went since. Where they are few they are guarded.
    /// Fails if some came in one count and went in another: such a figure is held as it was.
    pub fn since(&mut self, now: FigureId, then: FigureId) -> Result<(), Refused<K>> {
        let [Some(now), Some(then)] = [now, then].map(|figure| self.figures.get(figure.0)) else { return Ok(()) };
        let (key, kind, pairs) = (now.key.clone(), now.kind, now.kind.quantities().into_iter().zip(then.kind.quantities()));
        let is_amount = |at: usize| self.model.quantities.get(at).is_some_and(|one| one.is_amount);
        // What values come to may rise and fall whoever comes.
        let pairs: Vec<(usize, usize)> = pairs.filter(|(now, _)| !is_amount(*now)).collect();
        let grew = pairs.iter().all(|(now, then)| self.truth(*now) >= self.truth(*then));
        let shrank = pairs.iter().all(|(now, then)| self.truth(*now) <= self.truth(*then));
        if !kind.adds_up_with(then.kind) || !(grew || shrank) {
            return Err(Refused::Mixed(key));
        }
        let mut between = Vec::new();
        for (now, then) in pairs {
            let (whole, part) = if grew { (now, then) } else { (then, now) };
            let came = self.latent(key.clone(), self.truth(whole) - self.truth(part)).0;
            self.tie(vec![(whole, -1), (part, 1), (came, 1)], Range::of(0, 0), None);
            between.push(came);
        }
        if let (Kind::Proportion { .. }, [met, rest, all, _]) = (kind, between.as_slice()) {
            self.tie(vec![(*all, -1), (*met, 1), (*rest, 1)], Range::of(0, 0), None);
        }
        Ok(())
    }
}
