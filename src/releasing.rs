//! Making a release: every period that is over and settled leaves once, as one sheet for each indicator, guarded as one; then it
//! stands. Answers that come later move nothing that has left, so that looking again shows no more than looking once.

mod heard;

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{panic, thread};

use data_encoding::BASE64;
use jiff::Span;

use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::disclosure::{LedgerKey, Profile, Refused, Unreleased};
use crate::domain::indicator::Breakdown::{Mode, Respondent};
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::{Definition, Period};
use crate::domain::release::{Groups, Place, Sheet, sheet};
use crate::store::definitions::{self, sha256, uncounted};
use crate::store::releases::{self, FINAL, Kept, REFUSED, Release, Sums};
use crate::store::{self, Conn, audit, counting, organisations, supplied};

/// What a release did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub number: i64,
    /// How many sheets left.
    pub sheets: usize,
    /// Which periods of which indicators were refused: something could have been worked out whatever was hidden.
    pub refused: Vec<(String, Period)>,
}

/// A sheet that is due.
struct Due {
    definition: Definition,
    period: Period,
    sums: Sums,
}

impl App {
    /// The last month that is settled: over, and long enough ago for the answers of its last days to have come.
    #[must_use]
    pub fn settled(&self) -> Period {
        let days = i64::from(self.settings.release_after_days);
        Period::of(self.clock.today().saturating_sub(Span::new().days(days))).plus(-1)
    }

    /// Releases what is due by the timetable. Nothing where no month has settled since the last release.
    pub async fn release_when_due(&self) -> store::Result<Option<Made>> {
        let settled = self.settled();
        let newest = self.store.read("newest release", releases::newest).await?;
        if newest.is_some_and(|newest| newest.through >= settled.number()) {
            return Ok(None);
        }
        let waiting = self.store.read("definitions to count", counting::waiting).await?;
        if waiting.iter().any(|one| !one.is_draft()) {
            return Ok(None);
        }
        let (at, action) = (self.clock.now().micros(), Action::FiguresReleased);
        self.release(settled, Event { actor: "saywell".to_owned(), ..Event::at_command_line(at, action) }).await
    }

    /// Releases every period up to that month that has not left yet, and writes down who did. Nothing where there is none.
    pub async fn release(&self, through: Period, by: Event) -> store::Result<Option<Made>> {
        let definitions = self.all_definitions().await?;
        let read = move |conn: &mut Conn| Ok((releases::newest_number(conn)?, due(conn, definitions, through)?));
        let (newest, due) = self.store.read("due for release", read).await?;
        if due.sheets.is_empty() && due.unheard.is_empty() {
            return Ok(None);
        }
        let (key, number, ledger) = (self.secret.ledger_key(), newest + 1, self.ledger().await?);
        let guarding = tokio::task::spawn_blocking(move || {
            let mut made = guarded(&due, &key, number);
            made.extend(heard::guarded(due.unheard, &ledger, &made, &key, number));
            made
        });
        let guarding = guarding.await;
        let made = guarding.map_err(|why| store::Error::Corrupt(format!("figures could not be guarded: {why}")))?;
        if made.is_empty() {
            return Ok(None);
        }
        self.keep(through, by, number, made).await
    }

    async fn keep(&self, through: Period, by: Event, number: i64, made: Vec<(Kept, Sums)>) -> store::Result<Option<Made>> {
        let release = Release {
            number,
            made_at: self.clock.now().micros(),
            made_by: by.account,
            through: through.number(),
            profile: Profile::mhsds().key().to_owned(),
            framework: self.framework.version.clone(),
        };
        let refused = made.iter().filter(|(sheet, _)| sheet.status == REFUSED);
        let refused: Vec<(String, Period)> =
            refused.map(|(sheet, _)| (sheet.indicator.clone(), Period::from_number(sheet.period))).collect();
        let done = Made { number, sheets: made.len() - refused.len(), refused };
        let about = format!("through {through}, {} sheets, {} refused", done.sheets, done.refused.len());
        let (secret, event) = (self.secret.clone(), by.about(format!("release:{number}")).with(about));
        let work = move |tx: &mut Conn| {
            audit::turn(tx)?;
            if releases::newest_number(tx)? + 1 != number || is_outdated(tx, &made)? {
                // Somebody else was faster: what they released is not released again, nor what another definition holds for now.
                return Ok(false);
            }
            if releases::add(tx, &release, &made)? {
                audit::add(tx, &secret, &event)?;
                return Ok(true);
            }
            Ok(false)
        };
        let is_done = self.store.write("release", work).await?;
        for (indicator, period) in &done.refused {
            tracing::warn!(indicator, %period, "a sheet was refused: something could have been worked out whatever was hidden");
        }
        Ok(is_done.then_some(done))
    }
}

/// All that is due, and what it is put together by.
struct Everything {
    sheets: Vec<Due>,
    groups: Groups,
    definitions: Vec<Definition>,
    /// Which periods of which indicators have left.
    left: BTreeSet<(String, i32)>,
    /// Who was not heard, quarter by quarter.
    unheard: Vec<heard::Due>,
}

/// True where a definition came into force since that holds for one of the periods.
fn is_outdated(conn: &mut Conn, made: &[(Kept, Sums)]) -> store::Result<bool> {
    let in_force = definitions::in_force(conn)?;
    let holds = |sheet: &Kept, one: &Definition| {
        one.key == sheet.indicator && i64::from(one.version) > i64::from(sheet.version) && one.effective_from.number() <= sheet.period
    };
    Ok(made.iter().any(|(sheet, _)| in_force.iter().any(|one| holds(sheet, one))))
}

/// What providers and localities belong to.
fn groups(conn: &mut Conn) -> store::Result<Groups> {
    let all = organisations::list(conn)?;
    let leads: BTreeSet<i64> = all.iter().filter(|one| one.kind == "partner").filter_map(|one| one.parent_id).map(|id| id.0).collect();
    let consortium = |one: &organisations::Organisation| {
        let lead = if leads.contains(&one.id.0) { Some(one.id.0) } else { one.parent_id.map(|id| id.0).filter(|id| leads.contains(id)) };
        lead.map(|lead| (one.id.0, lead))
    };
    let fifth = |one: organisations::Locality| (one.id.0, i64::from((one.deprivation_decile + 1) / 2));
    Ok(Groups {
        consortia: all.iter().filter_map(consortium).collect(),
        fifths: organisations::localities(conn)?.into_iter().map(fifth).collect(),
    })
}

/// Whether a figure of supplied values may leave: its last month was supplied, and all that it adds up is final. What left once would
/// have to be restated otherwise.
fn is_complete(definition: &Definition, supplied: &BTreeMap<Period, bool>, month: Period) -> bool {
    let first = month.plus(1 - i32::try_from(definition.rolling_months.max(1)).unwrap_or(i32::MAX));
    supplied.contains_key(&month) && supplied.range(first..=month).all(|(_, is_final)| *is_final)
}

/// The periods that have not left yet, with what they are made of.
fn due(conn: &mut Conn, definitions: Vec<Definition>, through: Period) -> store::Result<Everything> {
    let left: BTreeSet<(String, i32)> = releases::standing(conn)?.into_iter().map(|(indicator, period, _)| (indicator, period)).collect();
    let mut sheets = Vec::new();
    if let Some(first) = releases::first_counted(conn)? {
        let behind = uncounted(conn, &definitions)?;
        // A version that is not counted yet ends the one before all the same: its first month waits for it.
        let is_counted =
            |one: &&Definition| one.kind == Kind::Response || behind.iter().all(|other| other.counted_as() != one.counted_as());
        for definition in definitions.iter().filter(is_counted) {
            let supplied = definition.kind.is_supplied().then(|| supplied::months(conn, &definition.key)).transpose()?;
            let is_due = |month: &Period| {
                definition.is_released_for(*month, &definitions)
                    && supplied.as_ref().is_none_or(|months| is_complete(definition, months, *month))
                    && !left.contains(&(definition.key.clone(), month.number()))
            };
            let months: Vec<Period> = first.until(through).filter(is_due).collect();
            let sums = releases::sums(conn, definition, &months)?.into_iter().filter(|(_, sums)| !sums.is_empty());
            sheets.extend(sums.map(|(period, sums)| Due { definition: definition.clone(), period, sums }));
        }
    }
    let mut all = left.clone();
    all.extend(sheets.iter().map(|due: &Due| (due.definition.key.clone(), due.period.number())));
    let unheard = heard::due(conn, &definitions, &all, through)?;
    Ok(Everything { sheets, groups: groups(conn)?, definitions, left, unheard })
}

/// Sheets of one period that are guarded as one, because they count the same people.
struct Family<'a> {
    sheets: Vec<&'a Due>,
    /// True where one of its kind has left already: then only the whole of these leaves.
    is_late: bool,
}

/// What is due, put together by the people counted.
fn families<'a>(due: &'a [Due], left: &BTreeSet<(String, i32)>, definitions: &[Definition]) -> Vec<Family<'a>> {
    let mut found: Vec<Family<'a>> = Vec::new();
    let mut by_people: BTreeMap<(String, i32), usize> = BTreeMap::new();
    for one in due {
        let Some(people) = sheet::same_people(&one.definition) else {
            found.push(Family { sheets: vec![one], is_late: false });
            continue;
        };
        let of_kind = definitions.iter().filter(|other| sheet::same_people(other).as_ref() == Some(&people));
        let is_late = || of_kind.clone().any(|other| left.contains(&(other.key.clone(), one.period.number())));
        let at = *by_people.entry((people.clone(), one.period.number())).or_insert_with(|| {
            found.push(Family { sheets: Vec::new(), is_late: is_late() });
            found.len() - 1
        });
        if let Some(family) = found.get_mut(at) {
            family.sheets.push(one);
        }
    }
    found
}

/// Guards every sheet, on as many threads as the machine has. The order is that of the families, however many threads there are.
fn guarded(due: &Everything, key: &LedgerKey, number: i64) -> Vec<(Kept, Sums)> {
    let families = families(&due.sheets, &due.left, &due.definitions);
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(8);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(family) = families.get(at) else { return done };
            done.push((at, kept(family, &due.groups, key, number)));
        }
    };
    thread::scope(|scope| {
        let working: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        // A sheet that is not guarded must not be missing in silence: nothing leaves then.
        let mut all: Vec<_> = working.into_iter().flat_map(|one| one.join().unwrap_or_else(|why| panic::resume_unwind(why))).collect();
        all.sort_by_key(|(at, _)| *at);
        all.into_iter().flat_map(|(_, sheets)| sheets).collect()
    })
}

/// The sheets of a family, with what they are made of.
fn kept(family: &Family<'_>, groups: &Groups, key: &LedgerKey, number: i64) -> Vec<(Kept, Sums)> {
    let made = made(family, groups);
    family.sheets.iter().zip(made).map(|(due, made)| (of_ledger(due, &made, key, number), due.sums.clone())).collect()
}

fn of_ledger(due: &Due, made: &Result<Sheet, Refused<Place>>, key: &LedgerKey, number: i64) -> Kept {
    let table = |bytes: Option<Vec<u8>>| bytes.map(|bytes| BASE64.encode(&bytes)).unwrap_or_default();
    let sealed = |sheet: &Sheet| (table(sheet.figures.keep(key)), table(sheet.shares.keep(key)));
    let (figures, shares) = made.as_ref().map(sealed).unwrap_or_default();
    let certificate = match made {
        Ok(sheet) => serde_json::to_string(&sheet.certificate),
        Err(why) => serde_json::to_string(&why.to_string()),
    };
    Kept {
        indicator: due.definition.key.clone(),
        period: due.period.number(),
        release_number: number,
        version: i32::try_from(due.definition.version).unwrap_or(i32::MAX),
        definition_sha256: sha256(&due.definition),
        status: if made.is_ok() { FINAL } else { REFUSED }.to_owned(),
        figures,
        shares,
        certificate: certificate.unwrap_or_default(),
    }
}

/// The sheets with every breakdown. Where they cannot be guarded together: without those that cannot be guarded even alone. Of
/// whatever is left the whole leaves, if it can.
fn made(family: &Family<'_>, groups: &Groups) -> Vec<Result<Sheet, Refused<Place>>> {
    let profile = Profile::mhsds();
    if let [one] = family.sheets.as_slice()
        && one.definition.kind == Kind::StandardisedRate
    {
        return vec![sheet::standardised(profile, &one.definition, groups, one.sums.by_age())];
    }
    let together = |some: &[&Due]| sheet::sheets(profile, groups, some.iter().map(|due| (&due.definition, tallies(due))).collect());
    let whole = |due: &Due| {
        let (whole, _) = tallies(due).parted(|place| *place == Place::WHOLE);
        sheet::sheet(profile, &due.definition, groups, whole)
    };
    if family.is_late {
        return family.sheets.iter().map(|due| whole(due)).collect();
    }
    if let Ok(all) = together(&family.sheets) {
        return all.into_iter().map(Ok).collect();
    }
    let is_fit = |due: &&&Due| together(&[**due]).is_ok();
    let fit: Vec<&Due> = family.sheets.iter().filter(is_fit).copied().collect();
    let mut sheets = if fit.len() < family.sheets.len() { together(&fit) } else { Ok(Vec::new()) }.unwrap_or_default().into_iter();
    let is_one = |due: &Due| fit.iter().any(|one| one.definition.key == due.definition.key);
    family.sheets.iter().map(|due| if is_one(due) { sheets.next() } else { None }.map_or_else(|| whole(due), Ok)).collect()
}

/// What is read of the sums. Of whoever did not answer nobody knows how, nor who would have.
fn tallies(due: &Due) -> Unreleased<Place> {
    let is_known = |place: &Place| due.definition.kind != Kind::Response || !matches!(place.breakdown, Mode | Respondent);
    let (read, _) = due.sums.unreleased().parted(is_known);
    read
}
