//! Who was not heard, of one survey in one quarter. How many were asked and how many of them answered has left already, month by
//! month, on the sheets of the survey's response. What leaves here are counts of other people, so that nothing is counted twice
//! under two roundings: of those who could have been asked and were not, and of those who opened the survey and did not finish.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::care::age::Band;
use crate::domain::care::ethnicity::Group;
use crate::domain::care::heard::{Ask, Stage};
use crate::domain::care::sex::Sex;
use crate::domain::disclosure::{Certificate, Counts, Figure, FigureId, Limits, Profile, Refused, Releasable, System, Unreleased};
use crate::domain::indicator::strata::{NOT_STATED, language, place};
use crate::domain::indicator::{Breakdown, Tally};
use crate::domain::release::Place;

/// What people are told apart by. Places are told by how deprived they are, and not by name.
pub const BY: [Breakdown; 6] =
    [Breakdown::Provider, Breakdown::Deprivation, Breakdown::Age, Breakdown::Sex, Breakdown::Ethnicity, Breakdown::Language];

/// What the key of a sheet begins with that says who was not heard.
const KEY: &str = "heard:";

/// The key of a survey's sheets.
#[must_use]
pub fn key(survey: &str) -> String {
    format!("{KEY}{survey}")
}

/// The survey whose sheets have that key.
#[must_use]
pub fn survey_of(key: &str) -> Option<&str> {
    key.strip_prefix(KEY)
}

/// What leaves of one survey for one quarter.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Those who could have been asked, and were not.
    pub not_asked: Counts<Place>,
    /// Those who opened the survey, and did not finish.
    pub unfinished: Counts<Place>,
    /// How it was made safe. For the ledger, never for a page.
    pub certificate: Certificate,
}

/// The place of somebody in a breakdown: the same as on every other sheet.
#[must_use]
pub fn place_of(ask: &Ask, breakdown: Breakdown) -> Place {
    let member = match breakdown {
        Breakdown::Provider => ask.organisation,
        Breakdown::Deprivation => ask.decile.map_or(NOT_STATED, |decile| i64::from((decile + 1) / 2)),
        Breakdown::Age => place(Band::ALL, Some(Band::of(ask.age))),
        Breakdown::Sex => place(Sex::ALL, Sex::from_code(&ask.sex).filter(|sex| *sex != Sex::NotKnown)),
        Breakdown::Ethnicity => place(Group::ALL, Some(ask.ethnicity).filter(|group| *group != Group::NotKnown)),
        Breakdown::Language => language(&ask.language),
        _ => NOT_STATED,
    };
    Place::of(breakdown, member)
}

/// Of everybody and of every member: who was not asked (in the denominator), and who opened the survey and did not finish (in the
/// numerator).
#[must_use]
pub fn sums(asks: &[Ask]) -> Vec<(Place, Tally)> {
    let mut sums = BTreeMap::from([(Place::WHOLE, Tally::default())]);
    for ask in asks {
        let is_unfinished = matches!(ask.stage, Stage::Opened | Stage::Started);
        let tally = Tally { numerator: i64::from(is_unfinished), denominator: i64::from(ask.stage == Stage::Eligible), ..Tally::default() };
        let places = BY.iter().map(|breakdown| place_of(ask, *breakdown)).chain([Place::WHOLE]);
        places.for_each(|place| *sums.entry(place).or_default() += tally);
    }
    sums.into_iter().collect()
}

/// The members that anybody knows of: those of code lists.
#[must_use]
pub fn listed(breakdown: Breakdown) -> Vec<i64> {
    let many = match breakdown {
        Breakdown::Deprivation => 5,
        Breakdown::Age => Band::ALL.len(),
        Breakdown::Sex => Sex::ALL.len() - 1,
        Breakdown::Ethnicity => Group::ALL.len() - 1,
        _ => return Vec::new(),
    };
    (1..).take(many).chain([NOT_STATED]).collect()
}

/// Every place that has a count, though there be nobody: a count that is missing would tell that nobody is behind it.
#[must_use]
pub fn places(asked: &[&Releasable<Place>]) -> BTreeSet<Place> {
    let seen = asked.iter().flat_map(|month| month.rows()).map(|(place, _)| *place).filter(|place| BY.contains(&place.breakdown));
    BY.iter().flat_map(|by| listed(*by).into_iter().map(|member| Place::of(*by, member))).chain(seen).collect()
}

/// The place on the sheets of response that says how many were asked: those whose fifth is not known are those whose locality
/// is not.
#[must_use]
pub fn on_response(place: Place) -> Place {
    let is_nowhere = place == Place::of(Breakdown::Deprivation, NOT_STATED);
    if is_nowhere { Place::of(Breakdown::Locality, NOT_STATED) } else { place }
}

/// How many were asked and did not answer at the least, for anybody who has seen the months of a quarter that were released.
fn room(profile: &Profile, months: &[&Releasable<Place>], place: Place) -> i64 {
    let (below, above) = (profile.base() / 2, profile.base() - 1 - profile.base() / 2);
    let least = |figure: &Figure| {
        let asked = figure.denominator().saturating_sub(below);
        Some(asked.saturating_sub(figure.numerator()? + above).max(profile.threshold()))
    };
    let shown = months.iter().filter_map(|month| month.find(&on_response(place))?.figure().and_then(least));
    shown.sum::<u64>().try_into().unwrap_or(i64::MAX)
}

/// Puts the counts of a quarter together and guards them as one: those not asked, and those who did not finish, each of everybody
/// and by every breakdown. `asked` are the months of the survey's response that were released. Fails where something could be
/// worked out whatever is hidden, and names it.
pub fn sheet(
    profile: Profile,
    asked: &[&Releasable<Place>],
    not_asked: Unreleased<Place>,
    unfinished: Unreleased<Place>,
) -> Result<Sheet, Refused<Place>> {
    let mut system = System::new(profile);
    let (whole, mut rest) = not_asked.parted(|place| *place == Place::WHOLE);
    let mut left_out: Vec<(Place, FigureId)> = system.counted(whole);
    let total = left_out.first().map(|(_, figure)| *figure);
    let room = |place: &Place| room(&profile, asked, *place);
    let (whole, mut others) = unfinished.parted(|place| *place == Place::WHOLE);
    let mut begun = system.among(None, whole, room);
    let among = begun.first().map(|(_, figure)| *figure);
    for breakdown in BY {
        let of = |place: &Place| place.breakdown == breakdown;
        let (own, more) = rest.parted(of);
        rest = more;
        if let Some(total) = total {
            left_out.extend(system.parts(total, own)?);
        }
        let (own, more) = others.parted(of);
        others = more;
        if among.is_some() {
            begun.extend(system.among(among, own, room));
        }
    }
    let guarded = system.guard(Limits::default())?;
    Ok(Sheet { not_asked: guarded.counts(left_out), unfinished: guarded.counts(begun), certificate: guarded.certificate().clone() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::indicator::tally::Measure;

    fn ask(organisation: i64, language: &str, stage: Stage) -> Ask {
        Ask {
            organisation,
            locality: Some(1),
            decile: Some(3),
            age: 30,
            sex: "2".to_owned(),
            ethnicity: Group::NotKnown,
            language: language.to_owned(),
            channel: None,
            stage,
        }
    }

    fn some(organisation: i64, language: &str, counts: [usize; 4]) -> Vec<Ask> {
        let stages = [Stage::Eligible, Stage::Invited, Stage::Opened, Stage::Finished];
        stages.iter().zip(counts).flat_map(|(stage, many)| vec![ask(organisation, language, *stage); many]).collect()
    }

    /// What was released of the asked, if all of them were asked in one month: each row by itself.
    fn response(asks: &[Ask]) -> Releasable<Place> {
        let mut rows: BTreeMap<Place, Tally> = BTreeMap::new();
        for ask in asks.iter().filter(|ask| ask.stage != Stage::Eligible) {
            let tally = Tally { numerator: i64::from(ask.stage == Stage::Finished), denominator: 1, ..Tally::default() };
            let places = BY.iter().map(|by| place_of(ask, *by)).chain([Place::WHOLE]);
            places.for_each(|place| *rows.entry(place).or_default() += tally);
        }
        Profile::mhsds().release_series(Unreleased::new(rows.into_iter().collect()), Measure::Proportion)
    }

    fn tables(asks: &[Ask]) -> (Unreleased<Place>, Unreleased<Place>) {
        let sums = sums(asks);
        let of = |count: fn(&Tally) -> i64| {
            let own = |(place, tally): &(Place, Tally)| (*place, Tally { denominator: count(tally), ..Tally::default() });
            Unreleased::new(sums.iter().map(own).collect())
        };
        (of(|tally| tally.denominator), of(|tally| tally.numerator))
    }

    fn made(asks: &[Ask]) -> Sheet {
        let (not_asked, unfinished) = tables(asks);
        sheet(Profile::mhsds(), &[&response(asks)], not_asked, unfinished).unwrap()
    }

    #[test]
    fn those_not_asked_and_those_who_did_not_finish_are_counted_apart() {
        let asks = [some(1, "en", [20, 30, 10, 40]), some(2, "en", [30, 30, 20, 40])].concat();
        let sheet = made(&asks);
        let of = |counts: &Counts<Place>, member| counts.find(&Place::of(Breakdown::Provider, member));
        assert_eq!([1, 2].map(|one| of(&sheet.not_asked, one)), [Some(20), Some(30)]);
        assert_eq!([1, 2].map(|one| of(&sheet.unfinished, one)), [Some(10), Some(20)]);
        assert_eq!((sheet.not_asked.find(&Place::WHOLE), sheet.unfinished.find(&Place::WHOLE)), (Some(50), Some(30)));
    }

    #[test]
    fn who_opened_is_not_told_where_it_would_say_how_many_of_a_hidden_group_were_asked() {
        // Of the second provider nothing was released: four were asked.
        let asks = [some(1, "en", [20, 30, 10, 40]), some(2, "en", [20, 1, 3, 0]), some(3, "en", [20, 30, 10, 40])].concat();
        let sheet = made(&asks);
        let shown: Vec<i64> =
            sheet.unfinished.rows().filter(|(place, _)| place.breakdown == Breakdown::Provider).map(|(place, _)| place.member).collect();
        assert_eq!(shown.len(), 1, "{shown:?}");
    }

    #[test]
    fn a_fifth_that_nobody_knows_is_a_locality_that_nobody_knows() {
        assert_eq!(on_response(Place::of(Breakdown::Deprivation, NOT_STATED)).breakdown, Breakdown::Locality);
        assert_eq!(on_response(Place::of(Breakdown::Age, NOT_STATED)).breakdown, Breakdown::Age);
        assert_eq!((survey_of(&key("employment")), survey_of("response:employment")), (Some("employment"), None));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn no_count_is_small_and_every_county_can_be_guarded(
            people in prop::collection::vec((1i64..6, prop::sample::select(vec!["en", "pl", "cy"]), 0usize..6), 0..300),
        ) {
            let asks: Vec<Ask> = people.iter().map(|(provider, language, stage)| ask(*provider, language, Stage::ALL[*stage])).collect();
            let sheet = made(&asks);
            for (_, count) in sheet.not_asked.rows().chain(sheet.unfinished.rows()) {
                prop_assert!(count.is_none_or(|count| count >= 5 && count % 5 == 0));
            }
        }
    }
}
