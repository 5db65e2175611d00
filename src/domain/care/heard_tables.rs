//! Who was heard, behind the door of disclosure control: what goes in can be read by nobody before a profile has released it.

use std::collections::BTreeMap;

use super::heard::{Ask, Funnel, Split, Stage, by};
use crate::domain::disclosure::{Figure, Profile, Releasable, Released, Unreleased};
use crate::domain::indicator::tally::Measure;

/// The stages that are counted out of all who could have been asked.
const STAGES: [Stage; 5] = [Stage::Invited, Stage::Delivered, Stage::Opened, Stage::Started, Stage::Finished];

/// The members of a split, as many as came as far as a stage.
type Counted = (Stage, Unreleased<String>);

/// Everybody, each split, and localities within fifths of deprivation, stage by stage.
#[derive(Debug)]
pub struct Tables {
    whole: Vec<(Stage, Unreleased<()>)>,
    splits: Vec<(Split, Vec<Counted>)>,
    places: Vec<(Stage, Unreleased<(String, String)>)>,
}

/// What may be shown of one member of a split.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The code of the member; empty for everybody.
    pub member: String,
    /// How many came so far, stage by stage; nothing where it is hidden.
    pub counts: Vec<Option<u64>>,
    /// Those who finished, of those who could have been asked.
    pub heard: Released,
}

/// What may be shown.
#[derive(Debug, Clone)]
pub struct ReleasedTables {
    pub whole: Option<Shown>,
    pub splits: Vec<(Split, Vec<Shown>)>,
}

impl Tables {
    /// The tables of these.
    #[must_use]
    pub fn of(asks: &[Ask]) -> Self {
        let funnel = Funnel::of(asks);
        let each = |split: Split| {
            let funnels = by(asks, split);
            let rows = |stage: Stage| funnels.iter().map(|(member, funnel)| (member.clone(), funnel.tally(stage))).collect();
            (split, STAGES.iter().map(|stage| (*stage, Unreleased::new(rows(*stage)))).collect())
        };
        let mut places: BTreeMap<(String, String), Funnel> = BTreeMap::new();
        for ask in asks {
            places.entry((ask.member(Split::Deprivation), ask.member(Split::Locality))).or_default().add(ask.stage);
        }
        let rows = |stage: Stage| places.iter().map(|(place, funnel)| (place.clone(), funnel.tally(stage))).collect();
        let is_alone = |split: &&Split| !matches!(split, Split::Locality | Split::Deprivation);
        Self {
            whole: STAGES.iter().map(|stage| (*stage, Unreleased::new(vec![((), funnel.tally(*stage))]))).collect(),
            splits: Split::ALL.iter().filter(is_alone).map(|split| each(*split)).collect(),
            places: STAGES.iter().map(|stage| (*stage, Unreleased::new(rows(*stage)))).collect(),
        }
    }

    /// What may be shown of them. Localities and the fifths they add up to are held against each other.
    #[must_use]
    pub fn release(self, profile: Profile) -> ReleasedTables {
        let whole = self.whole.into_iter().map(|(stage, rows)| (stage, profile.release_series(rows, Measure::Proportion)));
        let whole = shown(whole.map(|(stage, rows)| (stage, rows.map_keys(|()| String::new()))).collect()).into_iter().next();
        let (mut fifths, mut localities) = (Vec::new(), Vec::new());
        for (stage, rows) in self.places {
            let (groups, parts) = profile.release_nested(rows, Measure::Proportion);
            fifths.push((stage, groups));
            localities.push((stage, parts));
        }
        let parts = |rows: Vec<(Stage, Unreleased<String>)>| {
            shown(rows.into_iter().map(|(stage, rows)| (stage, profile.release_parts(rows, Measure::Proportion))).collect())
        };
        let mut splits: Vec<(Split, Vec<Shown>)> = self.splits.into_iter().map(|(split, rows)| (split, parts(rows))).collect();
        splits.push((Split::Deprivation, shown(fifths)));
        splits.push((Split::Locality, shown(localities)));
        splits.sort_by_key(|(split, _)| *split);
        ReleasedTables { whole, splits }
    }
}

/// The rows of one table, from what became of it stage by stage.
fn shown(stages: Vec<(Stage, Releasable<String>)>) -> Vec<Shown> {
    let Some((_, finished)) = stages.iter().find(|(stage, _)| *stage == Stage::Finished) else { return Vec::new() };
    let row = |(member, heard): (&String, &Released)| {
        let figure = |stage: Stage| {
            let (_, rows) = stages.iter().find(|(each, _)| *each == stage)?;
            rows.find(member)?.figure()
        };
        let eligible = STAGES.iter().find_map(|stage| figure(*stage)).map(Figure::denominator);
        let counts = STAGES.iter().map(|stage| figure(*stage).and_then(Figure::numerator));
        Shown { member: member.clone(), counts: std::iter::once(eligible).chain(counts).collect(), heard: *heard }
    };
    finished.rows().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::super::channel::Channel;
    use super::super::ethnicity::Group;
    use super::*;

    fn asks(locality: i64, many: usize, finished: usize) -> Vec<Ask> {
        let stage = |at: usize| if at < finished { Stage::Finished } else { Stage::Invited };
        let ask = |at: usize| Ask {
            organisation: 7,
            locality: Some(locality),
            decile: Some(3),
            age: 30,
            sex: "2".to_owned(),
            ethnicity: Group::NotKnown,
            language: "en".to_owned(),
            channel: Some(Channel::Text),
            stage: stage(at),
        };
        (0..many).map(ask).collect()
    }

    #[test]
    fn counts_are_rounded_and_a_small_locality_takes_another_of_its_fifth_with_it() {
        let all = [asks(1, 42, 13), asks(2, 41, 2), asks(3, 90, 30)].concat();
        let released = Tables::of(&all).release(Profile::mhsds());
        let whole = released.whole.unwrap();
        assert_eq!(whole.counts, [Some(175), None, Some(45), Some(45), Some(45), Some(45)], "everybody was asked");
        let of = |split: Split| released.splits.iter().find(|(each, _)| *each == split).map(|(_, rows)| rows.clone()).unwrap();
        let places: Vec<Option<u64>> = of(Split::Locality).iter().map(|row| row.counts[5]).collect();
        assert_eq!(places, [None, None, Some(30)]);
        assert_eq!(of(Split::Deprivation)[0].counts[5], Some(45));
    }

    #[test]
    fn every_split_is_released() {
        let released = Tables::of(&asks(1, 50, 20)).release(Profile::mhsds());
        assert_eq!(released.splits.iter().map(|(split, _)| *split).collect::<Vec<_>>(), Split::ALL);
    }

    #[test]
    fn of_nobody_nothing_is_shown() {
        let released = Tables::of(&[]).release(Profile::mhsds());
        assert!(released.whole.is_some_and(|whole| whole.counts.iter().all(Option::is_none)));
    }
}
