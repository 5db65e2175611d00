//! Who was heard, behind the door of disclosure control: what goes in can be read by nobody before a profile has released it.

use std::collections::{BTreeMap, BTreeSet};

use super::heard::{Ask, Funnel, Split, Stage, by};
use crate::domain::disclosure::{Figure, Profile, Reason, Releasable, Released, Unreleased};
use crate::domain::indicator::tally::{Measure, Tally};

/// The stages that are counted out of all who could have been asked.
const STAGES: [Stage; 5] = [Stage::Invited, Stage::Delivered, Stage::Opened, Stage::Started, Stage::Finished];

/// A split: how many could have been asked, and stage by stage how many came so far.
type Staged<K> = (Unreleased<K>, Vec<(Stage, Unreleased<K>)>);

/// Everybody, each split, and localities within fifths of deprivation, stage by stage.
#[derive(Debug)]
pub struct Tables {
    whole: Vec<(Stage, Unreleased<()>)>,
    splits: Vec<(Split, Staged<String>)>,
    places: Staged<(String, String)>,
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
        let mut places: BTreeMap<(String, String), Funnel> = BTreeMap::new();
        for ask in asks {
            places.entry((ask.member(Split::Deprivation), ask.member(Split::Locality))).or_default().add(ask.stage);
        }
        let is_alone = |split: &&Split| !matches!(split, Split::Locality | Split::Deprivation);
        Self {
            whole: STAGES.iter().map(|stage| (*stage, Unreleased::new(vec![((), funnel.tally(*stage))]))).collect(),
            splits: Split::ALL.iter().filter(is_alone).map(|split| (*split, staged(&by(asks, *split)))).collect(),
            places: staged(&places),
        }
    }

    /// What may be shown of them. Localities and the fifths they add up to are held against each other.
    #[must_use]
    pub fn release(self, profile: Profile) -> ReleasedTables {
        let whole = self.whole.into_iter().map(|(stage, rows)| (stage, profile.release_series(rows, Measure::Proportion)));
        let nobody = BTreeSet::new();
        let whole = shown(whole.map(|(stage, rows)| (stage, rows.map_keys(|()| String::new()))).collect(), &nobody).into_iter().next();
        let (mut fifths, mut localities) = (Vec::new(), Vec::new());
        let (sizes, stages) = self.places;
        let (of_fifths, of_localities) = profile.release_nested(sizes, Measure::Proportion);
        for (stage, rows) in stages {
            let (groups, parts) = profile.release_nested(rows, Measure::Proportion);
            fifths.push((stage, groups));
            localities.push((stage, parts));
        }
        let parts = |(sizes, stages): Staged<String>| {
            let few = hidden(&profile.release_parts(sizes, Measure::Proportion));
            let stages = stages.into_iter().map(|(stage, rows)| (stage, profile.release_parts(rows, Measure::Proportion)));
            shown(stages.collect(), &few)
        };
        let mut splits: Vec<(Split, Vec<Shown>)> = self.splits.into_iter().map(|(split, rows)| (split, parts(rows))).collect();
        splits.push((Split::Deprivation, shown(fifths, &hidden(&of_fifths))));
        splits.push((Split::Locality, shown(localities, &hidden(&of_localities))));
        splits.sort_by_key(|(split, _)| *split);
        for (split, rows) in &mut splits {
            rows.retain(|row| is_place(*split) || row.counts.iter().any(Option::is_some));
        }
        ReleasedTables { whole, splits }
    }
}

/// True for providers and places, of which it may be known that somebody is there. That somebody of a rare language or of
/// indeterminate sex is in care tells of a person: a row of which nothing may be shown is left away, as one of nobody is.
const fn is_place(split: Split) -> bool {
    matches!(split, Split::Provider | Split::Locality | Split::Deprivation)
}

/// The tables of these members.
fn staged<K: Clone>(funnels: &BTreeMap<K, Funnel>) -> Staged<K> {
    let rows =
        |tally: &dyn Fn(&Funnel) -> Tally| Unreleased::new(funnels.iter().map(|(key, funnel)| (key.clone(), tally(funnel))).collect());
    (rows(&size), STAGES.iter().map(|stage| (*stage, rows(&|funnel| funnel.tally(*stage)))).collect())
}

/// How many could have been asked, as disclosure control takes it. Where no stage of a member could be shown, however many came
/// so far, this is not either: a part of them and the rest must both be large enough.
fn size(funnel: &Funnel) -> Tally {
    let all = funnel.tally(Stage::Eligible);
    Tally { numerator: all.denominator / 2, ..all }
}

/// The members of whom it may not be shown how many could have been asked: those who are few, and whoever is hidden with them.
/// They are hidden at every stage. Else one stage could show how many one of them were and another how many the other, and what
/// is missing from the total would be the few.
fn hidden(sizes: &Releasable<String>) -> BTreeSet<String> {
    sizes.rows().filter(|(_, released)| released.figure().is_none()).map(|(member, _)| member.clone()).collect()
}

/// The rows of one table, from what became of it stage by stage, and the members that are hidden throughout.
fn shown(stages: Vec<(Stage, Releasable<String>)>, hidden: &BTreeSet<String>) -> Vec<Shown> {
    let Some((_, finished)) = stages.iter().find(|(stage, _)| *stage == Stage::Finished) else { return Vec::new() };
    let row = |(member, heard): (&String, &Released)| {
        if hidden.contains(member) {
            let heard = if heard.figure().is_some() { Released::Withheld(Reason::Complementary) } else { *heard };
            return Shown { member: member.clone(), counts: vec![None; Stage::ALL.len()], heard };
        }
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
    fn no_stage_gives_away_how_many_the_few_were_who_could_have_been_asked() {
        // At the stage of being asked the second is hidden with the first, and at the last stage the third is hidden itself.
        let some = |organisation: i64, many: usize, invited: usize, finished: usize| {
            let stage = move |at: usize| match at {
                at if at < finished => Stage::Finished,
                at if at < invited => Stage::Invited,
                _ => Stage::Eligible,
            };
            let all = asks(organisation, many, 0).into_iter().enumerate();
            all.map(move |(at, ask)| Ask { organisation, stage: stage(at), ..ask }).collect::<Vec<_>>()
        };
        let all = [some(1, 3, 1, 0), some(2, 40, 30, 20), some(3, 60, 50, 2)].concat();
        let released = Tables::of(&all).release(Profile::mhsds());
        for split in [Split::Provider, Split::Locality] {
            let rows = released.splits.iter().find(|(each, _)| *each == split).map(|(_, rows)| rows.clone()).unwrap();
            let sizes: Vec<Option<u64>> = rows.iter().map(|row| row.counts[0]).collect();
            assert_eq!(sizes, [None, None, Some(60)], "{split:?}");
            assert!(rows[1].counts.iter().all(Option::is_none) && rows[1].heard.figure().is_none());
        }
    }

    #[test]
    fn that_somebody_speaks_a_rare_language_is_not_told() {
        let rare = Ask { language: "ti".to_owned(), sex: "9".to_owned(), ..asks(1, 1, 0).remove(0) };
        let polish = asks(1, 30, 10).into_iter().map(|ask| Ask { language: "pl".to_owned(), ..ask });
        let all: Vec<Ask> = asks(1, 50, 20).into_iter().chain(polish).chain([rare]).collect();
        let released = Tables::of(&all).release(Profile::mhsds());
        let members = |split: Split| {
            let (_, rows) = released.splits.iter().find(|(each, _)| *each == split).unwrap();
            rows.iter().map(|row| row.member.clone()).collect::<Vec<_>>()
        };
        assert_eq!(members(Split::Language), ["en"]);
        assert_eq!(members(Split::Sex), Vec::<String>::new());
        assert_eq!(members(Split::Locality), ["1"]);
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
