//! Facts and, with them, cells: kept up subject by subject, and rebuilt from the log of responses.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{EpisodeId, OrganisationId, ResponseId};
use super::schema::facts;
use super::supplied::SuppliedValue;
use super::{cells, definitions as kept, episodes, subjects, supplied};
use crate::clock::Moment;
use crate::domain::indicator::cell::{Place, changes};
use crate::domain::indicator::strata::{Exclusion, Strata, place};
use crate::domain::indicator::supplied::Ages;
use crate::domain::indicator::{self, Cell, Definition, Fact, Period, Subject, Tally};

#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = facts)]
struct Row {
    indicator: String,
    subject_id: i64,
    part: i32,
    from_period: i32,
    to_period: Option<i32>,
    organisation_id: i64,
    locality_id: i64,
    age: i64,
    sex: i64,
    ethnicity: i64,
    language: i64,
    mode: i64,
    respondent: i64,
    change: i64,
    exclusion: i64,
    numerator: i64,
    denominator: i64,
    recorded: i64,
    value_sum: i64,
    value_squares: i64,
}

impl Row {
    fn new(indicator: &str, subject_id: i64, part: usize, fact: &Fact) -> Self {
        Self {
            indicator: indicator.to_owned(),
            subject_id,
            part: i32::try_from(part).unwrap_or(i32::MAX),
            from_period: fact.from.number(),
            to_period: fact.to.map(Period::number),
            organisation_id: fact.strata.organisation,
            locality_id: fact.strata.locality,
            age: fact.strata.age,
            sex: fact.strata.sex,
            ethnicity: fact.strata.ethnicity,
            language: fact.strata.language,
            mode: fact.strata.mode,
            respondent: fact.strata.respondent,
            change: fact.strata.change,
            exclusion: place(Exclusion::ALL, fact.excluded),
            numerator: fact.tally.numerator,
            denominator: fact.tally.denominator,
            recorded: fact.tally.recorded,
            value_sum: fact.tally.value_sum,
            value_squares: fact.tally.value_squares,
        }
    }

    const fn strata(&self) -> Strata {
        Strata {
            organisation: self.organisation_id,
            locality: self.locality_id,
            age: self.age,
            sex: self.sex,
            ethnicity: self.ethnicity,
            language: self.language,
            mode: self.mode,
            respondent: self.respondent,
            change: self.change,
        }
    }

    fn fact(&self) -> Fact {
        Fact {
            from: Period::from_number(self.from_period),
            to: self.to_period.map(Period::from_number),
            strata: self.strata(),
            excluded: usize::try_from(self.exclusion - 1).ok().and_then(|at| Exclusion::ALL.get(at).copied()),
            tally: Tally {
                numerator: self.numerator,
                denominator: self.denominator,
                recorded: self.recorded,
                value_sum: self.value_sum,
                value_squares: self.value_squares,
            },
        }
    }
}

/// Brings one subject's facts up to date, and the cells by the difference.
pub fn refresh(tx: &mut Conn, definition: &Definition, subject: &Subject) -> Result<()> {
    let own = facts::table.filter(facts::indicator.eq(definition.counted_as())).filter(facts::subject_id.eq(subject.id));
    let old: Vec<Fact> = own.order(facts::part).load::<Row>(tx)?.iter().map(Row::fact).collect();
    let new = indicator::facts(definition, subject);
    if old == new {
        return Ok(());
    }
    let own = facts::table.filter(facts::indicator.eq(definition.counted_as())).filter(facts::subject_id.eq(subject.id));
    diesel::delete(own).execute(tx)?;
    insert(tx, &new.iter().enumerate().map(|(part, fact)| Row::new(&definition.counted_as(), subject.id, part, fact)).collect::<Vec<_>>())?;
    cells::apply(tx, &definition.counted_as(), &changes(&old, &new))
}

/// Brings the facts of an episode up to date, after anything in it has changed: those of these definitions, and the response
/// rates of the surveys it was asked to answer, or was to be asked: who is left out of every figure now may have been in one.
pub fn refresh_episode(tx: &mut Conn, id: EpisodeId, definitions: &[Definition]) -> Result<()> {
    episodes::hold(tx, id)?;
    let episode = episodes::find(tx, id)?;
    // Of somebody who is left out of the figures from now on, the subject says no longer what they were asked.
    let rates: Vec<Definition> = subjects::surveys_asked(tx, id)?.iter().map(|survey| Definition::response_rate(survey)).collect();
    let definitions = kept::kept_up(tx, definitions)?;
    for subject in &subjects::of_episodes(tx, &[episode])? {
        definitions.iter().chain(&rates).try_for_each(|definition| refresh(tx, definition, subject))?;
    }
    Ok(())
}

/// Brings a few subjects' facts up to date, by these definitions and whatever came since they were read.
pub fn refresh_each(tx: &mut Conn, definitions: &[Definition], subjects: &[Subject]) -> Result<()> {
    let definitions = kept::kept_up(tx, definitions)?;
    subjects.iter().try_for_each(|subject| definitions.iter().try_for_each(|definition| refresh(tx, definition, subject)))
}

/// The same for many subjects at once: as few statements for a thousand as for one.
pub fn refresh_all(tx: &mut Conn, definitions: &[Definition], subjects: &[Subject]) -> Result<()> {
    let definitions = kept::kept_up(tx, definitions)?;
    refresh_by(tx, &definitions, subjects)
}

/// The same by these definitions and no others.
pub(super) fn refresh_by(tx: &mut Conn, definitions: &[Definition], subjects: &[Subject]) -> Result<()> {
    let ids: Vec<i64> = subjects.iter().map(|subject| subject.id).collect();
    for definition in definitions {
        let own = facts::table.filter(facts::indicator.eq(definition.counted_as())).filter(facts::subject_id.eq_any(&ids));
        let mut old: BTreeMap<i64, Vec<Fact>> = BTreeMap::new();
        for row in own.order((facts::subject_id, facts::part)).load::<Row>(tx)? {
            old.entry(row.subject_id).or_default().push(row.fact());
        }
        let (mut gone, mut come, mut moved, mut rows) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for subject in subjects {
            let (before, after) = (old.remove(&subject.id).unwrap_or_default(), indicator::facts(definition, subject));
            if before != after {
                moved.push(subject.id);
                rows.extend(after.iter().enumerate().map(|(part, fact)| Row::new(&definition.counted_as(), subject.id, part, fact)));
                gone.extend(before);
                come.extend(after);
            }
        }
        if !moved.is_empty() {
            let own = facts::table.filter(facts::indicator.eq(definition.counted_as())).filter(facts::subject_id.eq_any(&moved));
            diesel::delete(own).execute(tx)?;
            insert(tx, &rows)?;
            cells::apply(tx, &definition.counted_as(), &changes(&gone, &come))?;
        }
    }
    Ok(())
}

/// Brings the facts of what another data set supplies for one organisation up to date, and the cells by the difference.
pub(super) fn refresh_supplied(tx: &mut Conn, definition: &Definition, organisation: OrganisationId) -> Result<()> {
    let own = facts::table.filter(facts::indicator.eq(definition.counted_as())).filter(facts::subject_id.eq(organisation.0));
    let old: BTreeMap<i32, Fact> = own.order(facts::part).load::<Row>(tx)?.iter().map(|row| (row.part, row.fact())).collect();
    let found = supplied::of_organisation(tx, &definition.key, organisation)?;
    let new: BTreeMap<i32, Fact> = found.iter().filter_map(|value| given(definition, value)).collect();
    let but = |some: &BTreeMap<i32, Fact>, others: &BTreeMap<i32, Fact>| -> Vec<(i32, Fact)> {
        some.iter().filter(|(part, fact)| others.get(part) != Some(fact)).map(|(part, fact)| (*part, *fact)).collect()
    };
    let (gone, come) = (but(&old, &new), but(&new, &old));
    let parts: Vec<i32> = gone.iter().map(|(part, _)| *part).collect();
    let own = facts::table.filter(facts::indicator.eq(definition.counted_as())).filter(facts::subject_id.eq(organisation.0));
    diesel::delete(own.filter(facts::part.eq_any(&parts))).execute(tx)?;
    insert(tx, &come.iter().map(|given| supplied_row(definition, given)).collect::<Vec<_>>())?;
    cells::apply(tx, &definition.counted_as(), &changes(gone.iter().map(|(_, fact)| fact), come.iter().map(|(_, fact)| fact)))
}

/// What counts in a month of values that were supplied by age, of each organisation.
pub(super) fn by_age(conn: &mut Conn, definition: &Definition, month: Period) -> Result<Vec<((i64, Ages), Tally)>> {
    let own = facts::table.filter(facts::indicator.eq(definition.counted_as())).filter(facts::from_period.le(month.number()));
    let counting = own.filter(facts::to_period.is_null().or(facts::to_period.gt(month.number())));
    let mut sums: BTreeMap<(i64, Ages), Tally> = BTreeMap::new();
    for fact in counting.load::<Row>(conn)?.iter().map(Row::fact) {
        if let Some(ages) = Ages::from_member(fact.strata.age) {
            *sums.entry((fact.strata.organisation, ages)).or_default() += fact.tally;
        }
    }
    Ok(sums.into_iter().collect())
}

/// The fact that a supplied value is, and its number among those of its organisation: by month and age band.
fn given(definition: &Definition, value: &SuppliedValue) -> Option<(i32, Fact)> {
    let key = value.key();
    let fact = indicator::supplied::fact(definition, &key, (value.numerator, value.denominator))?;
    let band = key.ages.map_or(0, |ages| i32::try_from(ages.member()).unwrap_or_default());
    Some((value.period.saturating_mul(2_000).saturating_add(band), fact))
}

fn supplied_row(definition: &Definition, (part, fact): &(i32, Fact)) -> Row {
    Row { part: *part, ..Row::new(&definition.counted_as(), fact.strata.organisation, 0, fact) }
}

fn insert(tx: &mut Conn, rows: &[Row]) -> Result<()> {
    for some in rows.chunks(1000) {
        per_backend!(tx, |c| diesel::insert_into(facts::table).values(some).execute(c))?;
    }
    Ok(())
}

/// Counts the indicators anew from the log of responses: afterwards facts and cells are what they would be had every
/// answer just come in. `step` is told how many episodes are done.
pub fn rebuild(tx: &mut Conn, definitions: &[Definition], now: Moment, mut step: impl FnMut(u64)) -> Result<()> {
    kept::alone(tx)?;
    let mut build = Build::new(definitions);
    for definition in definitions {
        diesel::delete(facts::table.filter(facts::indicator.eq(definition.counted_as()))).execute(tx)?;
        cells::clear(tx, &definition.counted_as())?;
        if definition.kind.is_supplied() {
            build.supply(tx, definition)?;
        }
    }
    let mut after = EpisodeId(i64::MIN);
    loop {
        let some = episodes::page(tx, after, 500)?;
        let Some(last) = some.last() else { break };
        after = last.id;
        let subjects = subjects::of_episodes(tx, &some)?;
        build.take(tx, &subjects)?;
        step(some.len() as u64);
    }
    let mut after = ResponseId(i64::MIN);
    loop {
        let some = subjects::open_page(tx, after, 500)?;
        let Some(last) = some.last() else { break };
        after = last.id;
        let subjects = subjects::of_open(tx, &some)?;
        build.take(tx, &subjects)?;
    }
    build.finish(tx)?;
    definitions.iter().try_for_each(|definition| kept::counted(tx, definition, now))
}

/// Counts what was supplied of a definition that has neither facts nor cells yet. Nothing where nothing is supplied.
pub(super) fn supply(tx: &mut Conn, definition: &Definition) -> Result<()> {
    let mut build = Build::new(std::slice::from_ref(definition));
    if definition.kind.is_supplied() {
        build.supply(tx, definition)?;
    }
    build.finish(tx)
}

/// A rebuild under way: facts are written as they come, cells once at the end.
struct Build<'a> {
    definitions: &'a [Definition],
    sums: Vec<BTreeMap<Place, Tally>>,
}

impl<'a> Build<'a> {
    fn new(definitions: &'a [Definition]) -> Self {
        Self { definitions, sums: definitions.iter().map(|_| BTreeMap::new()).collect() }
    }

    fn take(&mut self, tx: &mut Conn, some: &[Subject]) -> Result<()> {
        for (definition, sums) in self.definitions.iter().zip(&mut self.sums) {
            let mut rows = Vec::new();
            for subject in some {
                let found = indicator::facts(definition, subject);
                rows.extend(found.iter().enumerate().map(|(part, fact)| Row::new(&definition.counted_as(), subject.id, part, fact)));
                add(sums, &found);
            }
            insert(tx, &rows)?;
        }
        Ok(())
    }

    fn supply(&mut self, tx: &mut Conn, definition: &Definition) -> Result<()> {
        let found: Vec<(i32, Fact)> = supplied::of(tx, &definition.key)?.iter().filter_map(|value| given(definition, value)).collect();
        insert(tx, &found.iter().map(|given| supplied_row(definition, given)).collect::<Vec<_>>())?;
        if let Some((_, sums)) = self.definitions.iter().zip(&mut self.sums).find(|(own, _)| own.counted_as() == definition.counted_as()) {
            add(sums, &found.iter().map(|(_, fact)| *fact).collect::<Vec<_>>());
        }
        Ok(())
    }

    fn finish(self, tx: &mut Conn) -> Result<()> {
        for (definition, sums) in self.definitions.iter().zip(self.sums) {
            let cell = |((breakdown, member, period), change): (Place, Tally)| Cell { breakdown, member, period, change };
            cells::fill(tx, &definition.counted_as(), &sums.into_iter().filter(|(_, sum)| !sum.is_zero()).map(cell).collect::<Vec<_>>())?;
        }
        Ok(())
    }
}

fn add(sums: &mut BTreeMap<Place, Tally>, found: &[Fact]) {
    for cell in changes([], found) {
        *sums.entry((cell.breakdown, cell.member, cell.period)).or_default() += cell.change;
    }
}
