//! Who was heard and who was not: how far each person who could have been asked came, from being eligible to having finished,
//! split by who they are and how they were asked.

use std::collections::BTreeMap;

use super::age::Band;
use super::channel::{Channel, codes};
use super::ethnicity::Group;
use crate::domain::indicator::tally::Tally;
use crate::domain::statistics::difference::newcombe;
use crate::domain::statistics::{Confidence, Interval};

codes! {
    /// How far somebody came. Who came so far came through every stage before.
    Stage {
        /// They could have been asked.
        Eligible = "eligible",
        /// They were asked.
        Invited = "invited",
        /// What they were sent did not come back, or they answered.
        Delivered = "delivered",
        /// They opened the link.
        Opened = "opened",
        /// They began to answer.
        Started = "started",
        /// They sent their answers.
        Finished = "finished",
    }
}

codes! {
    /// What they are split by.
    Split {
        /// The provider.
        Provider = "provider",
        /// Where they live.
        Locality = "locality",
        /// How deprived it is there, in fifths.
        Deprivation = "deprivation",
        /// Their age when they were asked, in bands.
        Age = "age",
        /// Person stated sex.
        Sex = "sex",
        /// The group of their ethnic category.
        Ethnicity = "ethnicity",
        /// Their language.
        Language = "language",
        /// The way they were asked.
        Channel = "channel",
    }
}

/// What stands for those of whom it is not known.
pub const UNKNOWN: &str = "unknown";

/// Somebody who could have been asked, and how far they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub organisation: i64,
    pub locality: Option<i64>,
    /// Index of Multiple Deprivation decile: 1 is the most deprived.
    pub decile: Option<i32>,
    /// In whole years.
    pub age: i16,
    /// NHS person stated sex: 1 male, 2 female, 9 indeterminate, X not known.
    pub sex: String,
    pub ethnicity: Group,
    /// A BCP 47 tag.
    pub language: String,
    pub channel: Option<Channel>,
    pub stage: Stage,
}

impl Ask {
    /// The code of the member of a split that they belong to.
    #[must_use]
    pub fn member(&self, split: Split) -> String {
        let unknown = || UNKNOWN.to_owned();
        match split {
            Split::Provider => self.organisation.to_string(),
            Split::Locality => self.locality.map_or_else(unknown, |id| id.to_string()),
            Split::Deprivation => self.decile.map_or_else(unknown, |decile| ((decile + 1) / 2).to_string()),
            Split::Age => Band::of(self.age).code().to_owned(),
            Split::Sex => self.sex.clone(),
            Split::Ethnicity => self.ethnicity.code().to_owned(),
            // Nothing is left of the language of somebody who was erased: `und`, undetermined.
            Split::Language => self.language.split('-').next().filter(|primary| *primary != "und").map_or_else(unknown, str::to_owned),
            Split::Channel => self.channel.map_or_else(unknown, |channel| channel.code().to_owned()),
        }
    }
}

/// How many came how far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Funnel([u64; 6]);

impl Funnel {
    /// The funnel of these.
    #[must_use]
    pub fn of<'a>(asks: impl IntoIterator<Item = &'a Ask>) -> Self {
        let mut funnel = Self::default();
        for ask in asks {
            funnel.add(ask.stage);
        }
        funnel
    }

    /// Counts one more, who came so far.
    pub fn add(&mut self, reached: Stage) {
        let counts = self.0.iter_mut().zip(Stage::ALL);
        counts.filter(|(_, stage)| **stage <= reached).for_each(|(count, _)| *count += 1);
    }

    /// How many came at least so far.
    #[must_use]
    pub fn reached(&self, stage: Stage) -> u64 {
        self.0.iter().zip(Stage::ALL).find(|(_, each)| **each == stage).map_or(0, |(count, _)| *count)
    }

    /// Those who came so far, out of all who could have been asked, as disclosure control takes it.
    #[must_use]
    pub fn tally(&self, stage: Stage) -> Tally {
        let count = |stage: Stage| i64::try_from(self.reached(stage)).unwrap_or(i64::MAX);
        let denominator = count(Stage::Eligible);
        Tally { numerator: count(stage), denominator, recorded: denominator, ..Tally::default() }
    }

    /// Those who finished, out of all who could have been asked.
    #[must_use]
    pub fn heard(&self) -> (u64, u64) {
        (self.reached(Stage::Finished), self.reached(Stage::Eligible))
    }
}

/// The funnel of each member of a split, in the order of their codes.
#[must_use]
pub fn by(asks: &[Ask], split: Split) -> BTreeMap<String, Funnel> {
    let mut funnels: BTreeMap<String, Funnel> = BTreeMap::new();
    for ask in asks {
        funnels.entry(ask.member(split)).or_default().add(ask.stage);
    }
    funnels
}

/// Somebody who was heard less than everybody else.
#[derive(Debug, Clone, PartialEq)]
pub struct Unheard {
    pub split: Split,
    /// The code of the member.
    pub member: String,
    /// Those who finished, and all who could have been asked.
    pub heard: (u64, u64),
    /// The same of everybody else.
    pub others: (u64, u64),
    /// How far they are below everybody else, as a fraction of one: negative, with its 95% interval.
    pub difference: f64,
    pub interval: Interval,
}

/// The members of a split of whom fewer finished than of everybody else, beyond what chance would explain: where the whole 95%
/// interval of the difference is below nought. The furthest below comes first.
#[must_use]
pub fn unheard(split: Split, members: &[(String, (u64, u64))], all: (u64, u64)) -> Vec<Unheard> {
    let compared = |(member, heard): &(String, (u64, u64))| {
        let others = (all.0.checked_sub(heard.0)?, all.1.checked_sub(heard.1)?);
        let (difference, interval) = newcombe(*heard, others, Confidence::P95)?;
        (interval.upper < 0.0).then(|| Unheard { split, member: member.clone(), heard: *heard, others, difference, interval })
    };
    let mut found: Vec<Unheard> = members.iter().filter_map(compared).collect();
    found.sort_by(|a, b| a.difference.total_cmp(&b.difference));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(age: i16, stage: Stage) -> Ask {
        Ask {
            organisation: 7,
            locality: None,
            decile: Some(3),
            age,
            sex: "2".to_owned(),
            ethnicity: Group::NotKnown,
            language: "pl-PL".to_owned(),
            channel: Some(Channel::Text),
            stage,
        }
    }

    #[test]
    fn who_came_so_far_came_through_every_stage_before() {
        let funnel = Funnel::of(&[ask(30, Stage::Eligible), ask(30, Stage::Opened), ask(30, Stage::Finished)]);
        let counts: Vec<u64> = Stage::ALL.iter().map(|stage| funnel.reached(*stage)).collect();
        assert_eq!(counts, [3, 2, 2, 2, 1, 1]);
        assert_eq!(funnel.heard(), (1, 3));
    }

    #[test]
    fn each_has_one_place_in_each_split() {
        let one = ask(30, Stage::Eligible);
        let members: Vec<String> = Split::ALL.iter().map(|split| one.member(*split)).collect();
        assert_eq!(members, ["7", UNKNOWN, "2", "25-34", "2", "not-known", "pl", "text"]);
    }

    #[test]
    fn the_members_of_a_split_add_up_to_everybody() {
        let asks: Vec<Ask> = (0..90).map(|age| ask(age, Stage::Started)).collect();
        let sum: u64 = by(&asks, Split::Age).values().map(|funnel| funnel.reached(Stage::Eligible)).sum();
        assert_eq!(sum, 90);
    }

    #[test]
    fn who_is_below_everybody_else_beyond_chance_is_named_and_who_may_be_so_by_chance_is_not() {
        let members = [("old".to_owned(), (10, 100)), ("young".to_owned(), (60, 100)), ("few".to_owned(), (1, 3))];
        let found = unheard(Split::Age, &members, (71, 203));
        assert_eq!(found.iter().map(|one| one.member.as_str()).collect::<Vec<_>>(), ["old"]);
        assert_eq!(found[0].others, (61, 103));
    }
}
