//! One indicator in one period, put together and guarded as one.

use std::collections::BTreeMap;

use crate::domain::disclosure::{Certificate, FigureId, Guarded, Limits, Profile, Reading, Refused, Releasable, Scale, System, Unreleased};
use crate::domain::indicator::definition::{Attribution, Kind};
use crate::domain::indicator::measure::Missing;
use crate::domain::indicator::strata::NOT_STATED;
use crate::domain::indicator::supplied::Ages;
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Definition};
use crate::domain::release::Place;

/// What members of breakdowns belong to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Groups {
    /// The consortium that a provider belongs to.
    pub consortia: BTreeMap<i64, i64>,
    /// The fifth of deprivation that a locality lies in: 1 is the most deprived.
    pub fifths: BTreeMap<i64, i64>,
}

impl Groups {
    fn of(&self, breakdown: Breakdown) -> Option<(Breakdown, &BTreeMap<i64, i64>)> {
        match breakdown {
            Breakdown::Provider => Some((Breakdown::Consortium, &self.consortia)),
            Breakdown::Locality => Some((Breakdown::Deprivation, &self.fifths)),
            _ => None,
        }
    }
}

/// What leaves of one indicator for one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The whole, first, and every breakdown of it.
    pub figures: Releasable<Place>,
    /// What became of people, and who was left out: each as a share of all of them.
    pub shares: Releasable<Place>,
    /// How it was made safe. For the ledger, never for a page.
    pub certificate: Certificate,
}

/// The breakdowns in which everybody has a place, and that a definition wants.
fn wanted(definition: &Definition, breakdown: Breakdown) -> bool {
    let own = breakdown != Breakdown::Change && Breakdown::OF_EVERYBODY.contains(&breakdown);
    let by_provider = breakdown != Breakdown::Provider || definition.attribution != Attribution::Consortium;
    let asked = definition.breakdowns.as_ref().is_none_or(|some| some.contains(&breakdown));
    // Of what another data set supplies nothing else is known.
    let is_known = !definition.kind.is_supplied() || breakdown == Breakdown::Provider;
    own && by_provider && (breakdown == Breakdown::All || (asked && is_known))
}

/// What a rate is given for where the definition says nothing: 100,000 people.
const USUAL_MULTIPLIER: u32 = 100_000;

/// For how many people the rates of an indicator are given.
#[must_use]
pub fn multiplier(definition: &Definition) -> u32 {
    definition.multiplier.filter(|multiplier| *multiplier > 0).unwrap_or(USUAL_MULTIPLIER)
}

/// How the tallies of an indicator are read.
#[must_use]
pub fn reading(definition: &Definition) -> Reading {
    let measure = definition.measure.as_ref();
    let least_recorded = measure.filter(|measure| measure.missing == Missing::Threshold).and_then(|measure| measure.least_recorded);
    let thousandths = |(lowest, highest): (i64, i64)| match definition.kind {
        Kind::PairedChange => Scale { least: lowest - highest, most: highest - lowest },
        _ => Scale { least: lowest, most: highest },
    };
    let is_mean = matches!(definition.kind, Kind::Mean | Kind::PairedChange);
    let scale = is_mean.then(|| measure.and_then(crate::domain::indicator::measure::Measure::range)).flatten().map(thousandths);
    let events = match definition.kind {
        Kind::Rate => Some(Measure::Rate(multiplier(definition))),
        Kind::Ratio => Some(Measure::Ratio),
        Kind::StandardisedRate => Some(Measure::Standardised(multiplier(definition))),
        _ => None,
    };
    Reading { scale, least_recorded, events }
}

/// A sheet that has been put into a system and not gone out yet.
struct Laid {
    measure: Measure,
    figures: Vec<(Place, FigureId)>,
    shares: Vec<(Place, FigureId)>,
}

/// Puts a sheet together out of the tallies of every breakdown, and guards it. Fails where something could be worked out
/// whatever is hidden, and names it.
pub fn sheet(profile: Profile, definition: &Definition, groups: &Groups, tallies: Unreleased<Place>) -> Result<Sheet, Refused<Place>> {
    let only = sheets(profile, groups, vec![(definition, tallies)])?.pop();
    only.ok_or(Refused::InsideOnly)
}

/// Puts several sheets of one period together that count [the same people](same_people), and guards them as one: a denominator that
/// is hidden on one sheet is the same as that shown on another.
pub fn sheets(profile: Profile, groups: &Groups, all: Vec<(&Definition, Unreleased<Place>)>) -> Result<Vec<Sheet>, Refused<Place>> {
    let mut system = System::new(profile);
    let laid = all.into_iter().map(|(definition, tallies)| lay(&mut system, definition, groups, tallies));
    let laid: Vec<Laid> = laid.collect::<Result<_, _>>()?;
    if let Some((first, others)) = laid.split_first() {
        for other in others {
            same(&mut system, &first.figures, &other.figures);
            same(&mut system, &first.shares, &other.shares);
        }
    }
    let guarded: Guarded = system.guard(Limits::default())?;
    let sheet = |one: Laid| Sheet {
        figures: guarded.table(one.measure, one.figures),
        shares: guarded.table(Measure::Proportion, one.shares),
        certificate: guarded.certificate().clone(),
    };
    Ok(laid.into_iter().map(sheet).collect())
}

/// Which definitions count the same people in the same period, whatever they count of them: those of whom this is the same. None
/// for one that leaves people out by what they said.
#[must_use]
pub fn same_people(definition: &Definition) -> Option<String> {
    let stays = definition.measure.as_ref().is_some_and(|measure| measure.missing == Missing::StaysIn);
    let cohort = definition.cohort.as_ref().filter(|_| stays && definition.kind == Kind::Proportion)?;
    Some(format!("{cohort:?} {:?} {} {:?}", definition.every, definition.rolling_months, definition.attribution))
}

fn same(system: &mut System<Place>, ours: &[(Place, FigureId)], theirs: &[(Place, FigureId)]) {
    let theirs: BTreeMap<Place, FigureId> = theirs.iter().copied().collect();
    for (place, figure) in ours {
        if let Some(other) = theirs.get(place) {
            system.same_people(*figure, *other);
        }
    }
}

fn lay(system: &mut System<Place>, definition: &Definition, groups: &Groups, tallies: Unreleased<Place>) -> Result<Laid, Refused<Place>> {
    let reading = reading(definition);
    let (changes, tallies) = tallies.parted(|place| place.breakdown == Breakdown::Change && place.member != 0);
    let (left_out, tallies) = tallies.parted(|place| place.breakdown == Breakdown::Exclusion);
    let (tallies, _) = tallies.parted(|place| wanted(definition, place.breakdown));
    let figures = system.table(tallies, reading);
    // Whoever did not answer did so in no way, and everybody knows that nothing is on record of them.
    let is_silent = |place: &Place| matches!(place.breakdown, Breakdown::Mode | Breakdown::Respondent) && place.member == NOT_STATED;
    figures.iter().filter(|(place, _)| is_silent(place)).for_each(|(_, figure)| system.silent(*figure));
    let whole = figures.iter().find(|(place, _)| *place == Place::WHOLE).map(|(_, figure)| *figure);
    let mut parts: BTreeMap<Breakdown, Vec<(i64, FigureId)>> = BTreeMap::new();
    for (place, figure) in figures.iter().filter(|(place, _)| *place != Place::WHOLE) {
        parts.entry(place.breakdown).or_default().push((place.member, *figure));
    }
    let mut rows = figures;
    for (breakdown, members) in &parts {
        let ids: Vec<FigureId> = members.iter().map(|(_, figure)| *figure).collect();
        if let Some(whole) = whole {
            system.adds_up(whole, &ids)?;
        }
        rows.extend(grouped(system, groups.of(*breakdown), members, reading)?);
    }
    let mut shares = Vec::new();
    if definition.kind == Kind::PairedChange {
        shares.extend(system.shares(changes, None)?);
    }
    shares.extend(system.shares(left_out, whole)?);
    Ok(Laid { measure: reading.measure(), figures: rows, shares })
}

/// Puts a sheet of standardised rates together out of the tallies of every provider by age, and guards it. The rate of several
/// providers is not the sum of theirs: it is worked out from their age bands together.
pub fn standardised(
    profile: Profile,
    definition: &Definition,
    groups: &Groups,
    by_age: Unreleased<(i64, Ages)>,
) -> Result<Sheet, Refused<Place>> {
    let (reading, multiplier) = (reading(definition), multiplier(definition));
    let mut system = System::new(profile);
    let providers = system.standardised(by_age.map_keys(|(provider, ages)| (Place::of(Breakdown::Provider, provider), ages)), multiplier);
    let ids: Vec<FigureId> = providers.iter().map(|(_, figure)| *figure).collect();
    let mut rows = vec![(Place::WHOLE, system.standardised_total(Place::WHOLE, &ids, multiplier)?)];
    if wanted(definition, Breakdown::Provider) {
        rows.extend(providers.iter().copied());
    }
    let mut consortia: BTreeMap<i64, Vec<FigureId>> = BTreeMap::new();
    for (place, figure) in &providers {
        if let Some(group) = groups.consortia.get(&place.member) {
            consortia.entry(*group).or_default().push(*figure);
        }
    }
    for (group, parts) in consortia {
        let place = Place::of(Breakdown::Consortium, group);
        rows.push((place, system.standardised_total(place, &parts, multiplier)?));
    }
    let guarded: Guarded = system.guard(Limits::default())?;
    Ok(Sheet {
        figures: guarded.table(reading.measure(), rows),
        shares: guarded.table(Measure::Proportion, Vec::new()),
        certificate: guarded.certificate().clone(),
    })
}

/// The totals of the groups that some members belong to.
fn grouped(
    system: &mut System<Place>,
    groups: Option<(Breakdown, &BTreeMap<i64, i64>)>,
    members: &[(i64, FigureId)],
    reading: Reading,
) -> Result<Vec<(Place, FigureId)>, Refused<Place>> {
    let Some((breakdown, groups)) = groups else { return Ok(Vec::new()) };
    let mut by_group: BTreeMap<i64, Vec<FigureId>> = BTreeMap::new();
    for (member, figure) in members {
        if let Some(group) = groups.get(member) {
            by_group.entry(*group).or_default().push(*figure);
        }
    }
    let total = |(group, parts): (i64, Vec<FigureId>)| {
        let place = Place::of(breakdown, group);
        Ok((place, system.total(place, &parts, reading)?))
    };
    by_group.into_iter().map(total).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::framework::{BUILT_IN, Framework};
    use crate::domain::indicator::cell::changes;
    use crate::domain::indicator::strata::Strata;
    use crate::domain::indicator::{Fact, Period, Tally};

    fn definition(key: &str) -> Definition {
        Framework::parse(BUILT_IN).unwrap().indicator(key).unwrap().clone()
    }

    fn fact(organisation: i64, locality: i64, met: bool) -> Fact {
        let strata = Strata { organisation, locality, age: 1 + locality % 3, sex: 1 + organisation % 2, ..Strata::default() };
        let tally = Tally { numerator: i64::from(met), denominator: 1, recorded: 1, ..Tally::default() };
        Fact { from: Period::from_number(0), to: None, strata, excluded: None, tally }
    }

    fn tallies(facts: &[Fact]) -> Unreleased<Place> {
        let cells = changes([], facts);
        Unreleased::new(cells.into_iter().map(|cell| (Place::of(cell.breakdown, cell.member), cell.change)).collect())
    }

    fn groups() -> Groups {
        Groups { consortia: (1..=6).map(|id| (id, 1 + id % 2)).collect(), fifths: (1..=8).map(|id| (id, 1 + id % 5)).collect() }
    }

    #[test]
    fn a_sheet_has_the_whole_first_and_every_group_after_its_members() {
        let facts: Vec<Fact> = (0..600).map(|n| fact(1 + n % 6, 1 + n % 8, n % 3 == 0)).collect();
        let sheet = sheet(Profile::mhsds(), &definition("settled-accommodation"), &groups(), tallies(&facts)).unwrap();
        let places: Vec<Place> = sheet.figures.rows().map(|(place, _)| *place).collect();
        assert_eq!(places.first(), Some(&Place::WHOLE));
        let of = |breakdown| places.iter().filter(|place| place.breakdown == breakdown).count();
        assert_eq!([Breakdown::Provider, Breakdown::Consortium, Breakdown::Locality, Breakdown::Deprivation].map(of), [6, 2, 8, 5]);
        assert_eq!(sheet.figures.find(&Place::WHOLE).unwrap().value(), Some(33.0));
    }

    #[test]
    fn a_figure_of_the_consortium_as_one_is_not_told_by_provider() {
        let mut of_consortium = definition("settled-accommodation");
        of_consortium.attribution = Attribution::Consortium;
        let facts: Vec<Fact> = (0..600).map(|n| fact(1 + n % 6, 1 + n % 8, n % 3 == 0)).collect();
        let sheet = sheet(Profile::mhsds(), &of_consortium, &groups(), tallies(&facts)).unwrap();
        assert!(sheet.figures.rows().all(|(place, _)| place.breakdown != Breakdown::Provider));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn nothing_small_is_shown_anywhere(people in prop::collection::vec((1i64..7, 1i64..9, any::<bool>()), 0..160)) {
            let facts: Vec<Fact> = people.iter().map(|(provider, place, met)| fact(*provider, *place, *met)).collect();
            let sheet = sheet(Profile::mhsds(), &definition("settled-accommodation"), &groups(), tallies(&facts)).unwrap();
            for (_, released) in sheet.figures.rows().chain(sheet.shares.rows()) {
                if let Some(figure) = released.figure() {
                    let numerator = figure.numerator().unwrap();
                    prop_assert!(numerator >= 5 && figure.denominator() >= numerator && numerator % 5 == 0);
                }
            }
        }
    }
}
