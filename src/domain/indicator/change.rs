//! What became of people between two answers: each later answer compared with the person's own first. A first answer that nothing
//! came after is left out as not paired.
//!
//! Sources of the rule: NHS England, community mental health PROMs dashboard (first against later, within one referral; improved,
//! no change and deteriorated by a fixed reliable change; recovered where the clinical cut-off is crossed as well).

use super::definition::Polarity;
use super::fact::{Fact, Rules, one};
use super::measure::{Measure, Reading, Which, thousandths};
use super::strata::{Change, Exclusion, Strata, place};
use super::subject::{Episode, Submitted};

/// The changes of one subject.
pub(super) fn changes(rules: &Rules<'_>, episode: Option<&Episode>, read: &[(&Submitted, Reading)]) -> Vec<Fact> {
    let scored: Vec<_> = read.iter().filter(|(_, reading)| reading.recorded && !reading.excluded).collect();
    let unscored = read.iter().filter(|(_, reading)| !reading.recorded || reading.excluded);
    let left_out = |response: &Submitted, why| rules.fact(response.date, rules.strata(episode, response), Err(why));
    let unusable =
        |(response, reading): &(&Submitted, Reading)| left_out(response, rules.state(*reading).err().unwrap_or(Exclusion::NotRecorded));
    let mut facts: Vec<Fact> = unscored.map(unusable).collect();
    let Some(((alone, first), later)) = scored.split_first() else { return facts };
    if later.is_empty() {
        facts.push(left_out(alone, Exclusion::NotPaired));
    }
    let counted = match rules.measure.which {
        Which::Usual => later,
        Which::First => later.get(..1).unwrap_or_default(),
        Which::Latest => later.get(later.len().saturating_sub(1)..).unwrap_or_default(),
    };
    for (response, reading) in counted {
        let became = became(rules.measure, rules.definition.polarity, (first.value, reading.value));
        let met = matches!(became, Some(Change::Improved | Change::Recovered));
        let strata = Strata { change: place(Change::ALL, became), ..rules.strata(episode, response) };
        let tally = one(Reading { met, value: reading.value - first.value, ..*reading });
        facts.push(rules.fact(response.date, strata, Ok(tally)));
    }
    facts
}

/// What became of somebody, by the reliable change; nothing is said where the definition knows none.
fn became(measure: &Measure, polarity: Polarity, (first, later): (i64, i64)) -> Option<Change> {
    let least = thousandths(measure.reliable_change?);
    let better = if polarity == Polarity::LowerIsBetter { first - later } else { later - first };
    let crossed = measure.cut_off.map(thousandths).is_some_and(|cut_off| match polarity {
        Polarity::LowerIsBetter => first >= cut_off && later < cut_off,
        _ => first < cut_off && later >= cut_off,
    });
    Some(match better {
        better if better >= least && crossed => Change::Recovered,
        better if better >= least => Change::Improved,
        better if better <= -least => Change::Deteriorated,
        _ => Change::NoChange,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_reliable_from_the_threshold_and_recovery_crosses_the_cut_off_as_well() {
        // ReQoL-10: 5 points, cut-off 25 (NHS England, community mental health PROMs dashboard).
        let measure = Measure { reliable_change: Some(5.0), cut_off: Some(25.0), ..Measure::of("reqol") };
        let became = |first: i64, later: i64| became(&measure, Polarity::HigherIsBetter, (first * 1000, later * 1000));
        assert_eq!(
            [became(20, 25), became(19, 24), became(26, 31), became(20, 24), became(25, 20)],
            [Some(Change::Recovered), Some(Change::Improved), Some(Change::Improved), Some(Change::NoChange), Some(Change::Deteriorated)]
        );
    }

    #[test]
    fn where_lower_is_better_a_fall_is_an_improvement() {
        let measure = Measure { reliable_change: Some(4.0), cut_off: Some(8.0), ..Measure::of("anxiety") };
        let became = |first: i64, later: i64| became(&measure, Polarity::LowerIsBetter, (first * 1000, later * 1000));
        assert_eq!(
            [became(12, 7), became(20, 16), became(5, 9)],
            [Some(Change::Recovered), Some(Change::Improved), Some(Change::Deteriorated)]
        );
    }

    #[test]
    fn without_a_reliable_change_nothing_is_said() {
        assert_eq!(became(&Measure::of("wellbeing"), Polarity::HigherIsBetter, (0, 9000)), None);
    }
}
