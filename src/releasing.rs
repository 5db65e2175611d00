//! Making a release: every period that is over and settled leaves once, as one sheet for each indicator, guarded as one; then it
//! stands. Answers that come later move nothing that has left, so that looking again shows no more than looking once.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::{panic, thread};

use data_encoding::BASE64;
use jiff::Span;

use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::disclosure::{LedgerKey, Profile, Refused};
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::{Groups, Place, Sheet, sheet};
use crate::store::definitions::sha256;
use crate::store::releases::{self, FINAL, Kept, REFUSED, Release, Sums};
use crate::store::{self, Conn, audit, organisations, supplied};

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
        let (at, action) = (self.clock.now().micros(), Action::FiguresReleased);
        self.release(settled, Event { actor: "saywell".to_owned(), ..Event::at_command_line(at, action) }).await
    }

    /// Releases every period up to that month that has not left yet, and writes down who did. Nothing where there is none.
    pub async fn release(&self, through: Period, by: Event) -> store::Result<Option<Made>> {
        let definitions = self.all_definitions().await?;
        let read = move |conn: &mut Conn| Ok((releases::newest_number(conn)?, groups(conn)?, due(conn, &definitions, through)?));
        let (newest, groups, due) = self.store.read("due for release", read).await?;
        if due.is_empty() {
            return Ok(None);
        }
        let (key, number) = (self.secret.ledger_key(), newest + 1);
        let guarding = tokio::task::spawn_blocking(move || guarded(&due, &groups, &key, number)).await;
        let made = guarding.map_err(|why| store::Error::Corrupt(format!("figures could not be guarded: {why}")))?;
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
            if releases::newest_number(tx)? + 1 != number {
                // Somebody else was faster; what they released is not released again.
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
fn due(conn: &mut Conn, definitions: &[Definition], through: Period) -> store::Result<Vec<Due>> {
    let left: BTreeSet<(String, i32)> = releases::standing(conn)?.into_iter().map(|(indicator, period, _)| (indicator, period)).collect();
    let Some(first) = releases::first_counted(conn)? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for definition in definitions {
        let is_due = |month: &Period| {
            definition.is_released_for(*month, definitions) && !left.contains(&(definition.key.clone(), month.number()))
        };
        let months: Vec<Period> = first.until(through).filter(is_due).collect();
        for (period, sums) in releases::sums(conn, definition, &months)? {
            if !sums.is_empty() {
                found.push(Due { definition: definition.clone(), period, sums });
            }
        }
    }
    Ok(found)
}

/// Guards every sheet, on as many threads as the machine has. The order is that of what is due, however many there are.
fn guarded(due: &[Due], groups: &Groups, key: &LedgerKey, number: i64) -> Vec<(Kept, Sums)> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(8);
    let share = due.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let own = |some: &'_ [Due]| some.iter().map(|one| (kept(one, groups, key, number), one.sums.clone())).collect::<Vec<_>>();
        let working: Vec<_> = due.chunks(share).map(|some| scope.spawn(move || own(some))).collect();
        // A sheet that is not guarded must not be missing in silence: nothing leaves then.
        working.into_iter().flat_map(|one| one.join().unwrap_or_else(|why| panic::resume_unwind(why))).collect()
    })
}

fn kept(due: &Due, groups: &Groups, key: &LedgerKey, number: i64) -> Kept {
    let made = made(due, groups);
    let sealed = |sheet: &Sheet| {
        let table = |bytes: Option<Vec<u8>>| bytes.map(|bytes| BASE64.encode(&bytes)).unwrap_or_default();
        (table(sheet.figures.keep(key)), table(sheet.shares.keep(key)))
    };
    let (figures, shares) = made.as_ref().map(sealed).unwrap_or_default();
    let certificate = match &made {
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

/// The sheet with every breakdown; where that cannot be guarded, with the whole alone.
fn made(due: &Due, groups: &Groups) -> Result<Sheet, Refused<Place>> {
    let profile = Profile::mhsds();
    if due.definition.kind == Kind::StandardisedRate {
        return sheet::standardised(profile, &due.definition, groups, due.sums.by_age());
    }
    let tallies = || {
        let (read, _) = due.sums.unreleased().parted(|place| due.definition.kind != Kind::Response || place.breakdown != Breakdown::Mode);
        read
    };
    sheet::sheet(profile, &due.definition, groups, tallies()).or_else(|_| {
        let (whole, _) = tallies().parted(|place| *place == Place::WHOLE);
        sheet::sheet(profile, &due.definition, groups, whole)
    })
}
