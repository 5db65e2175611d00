//! What becomes of each line of a batch, beside what is known and what earlier lines of the file said; and what is written
//! for it.

use std::collections::HashMap;

use super::file::unopened;
use super::overlay;
use super::seen::{Read, Seen, digest, nhs_number};
use crate::app::App;
use crate::domain::care::demographics::Demographics;
use crate::domain::care::import::{Fault, Given, Outcome, Wrong};
use crate::domain::care::need::Need;
use crate::domain::care::registration::NewEpisode;
use crate::register::Register;
use crate::store;
use crate::store::days::day;
use crate::store::demographics::Row;
use crate::store::episodes::{Episode, Person};
use crate::store::ids::{EpisodeId, LocalityId, OrganisationId, PersonId};
use crate::store::intake::{Batch, Changed, Known};

/// What becomes of a batch.
#[derive(Debug, Default)]
pub struct Decided {
    pub lines: Vec<(u32, Outcome, Vec<Fault>)>,
    pub batch: Batch,
}

/// Somebody who is registered here.
struct Found {
    row: Row,
    person: Person,
    /// Nothing when the record was erased, or taken in by another.
    record: Option<Demographics>,
}

/// What a line means for its person.
enum Whom {
    /// An earlier line, or the register, says the same.
    Same(PersonId),
    New(PersonId),
    /// Who they are from now on, with their record, and what was kept of both before.
    Changed(Box<(Person, Demographics, Row, Person)>),
}

/// What a line means for its episode.
enum Care {
    Nothing,
    New(Episode),
    /// With when it was changed before.
    Changed(Episode, Option<i64>),
}

/// Decides lines, one after the other.
pub struct Decider<'a> {
    app: &'a App,
    register: Register,
    organisation: OrganisationId,
    by_number: HashMap<String, Found>,
    /// Which row an NHS number is in.
    by_nhs_number: HashMap<String, i64>,
    people_without_number: HashMap<i64, Found>,
    episodes: HashMap<String, Episode>,
    areas: HashMap<String, LocalityId>,
    seen: &'a mut Seen,
    /// True while it is only looked what would become of them: then nothing is sealed.
    is_dry: bool,
}

impl<'a> Decider<'a> {
    /// Opens the records that are known.
    pub fn new(app: &'a App, organisation: OrganisationId, known: Known, seen: &'a mut Seen, is_dry: bool) -> store::Result<Self> {
        let register = app.register();
        let (mut by_number, mut by_nhs_number, mut people_without_number) = (HashMap::new(), HashMap::new(), HashMap::new());
        for (row, person) in known.people {
            let record = register.open(&row).map_err(unopened)?;
            by_nhs_number.extend(row.nhs_number_hash.clone().map(|hash| (hash, row.id)));
            match row.sender_hash.clone() {
                Some(hash) => drop(by_number.insert(hash, Found { row, person, record })),
                None => drop(people_without_number.insert(row.id, Found { row, person, record })),
            }
        }
        let episodes = known.episodes.into_iter().filter_map(|episode| Some((episode.sender_hash.clone()?, episode))).collect();
        let areas = known.areas;
        Ok(Self { app, register, organisation, by_number, by_nhs_number, people_without_number, episodes, areas, seen, is_dry })
    }

    /// Decides a batch.
    pub fn all(mut self, lines: Vec<Read>) -> store::Result<Decided> {
        let mut decided = Decided::default();
        for (line, read) in lines {
            let outcome = match read {
                Err(faults) => Err(faults),
                Ok(given) => self.line(&given, &mut decided.batch)?.map_err(|wrong| vec![Fault::Line(wrong)]),
            };
            match outcome {
                Ok(outcome) => decided.lines.push((line, outcome, Vec::new())),
                Err(faults) => decided.lines.push((line, Outcome::Refuse, faults)),
            }
        }
        Ok(decided)
    }

    fn line(&mut self, given: &Given, batch: &mut Batch) -> store::Result<Result<Outcome, Wrong>> {
        let hash = self.register.sender_hash(&given.number);
        let decided = self.whom(&hash, given).and_then(|whom| {
            let care = match &given.episode {
                Some((said, number)) => self.care(whom.id(), said, &self.register.sender_hash(number), given)?,
                None => Care::Nothing,
            };
            Ok((whom, care))
        });
        let (whom, care) = match decided {
            Ok(decided) => decided,
            Err(wrong) => return Ok(Err(wrong)),
        };
        self.seen.note(&self.register, given, whom.id());
        let outcome = match (&whom, &care) {
            (Whom::New(_), _) | (_, Care::New(_)) => Outcome::Add,
            (Whom::Changed(_), _) | (_, Care::Changed(..)) => Outcome::Change,
            (Whom::Same(_), Care::Nothing) => Outcome::Same,
        };
        if !self.is_dry {
            self.write(whom, care, given, batch)?;
        }
        Ok(Ok(outcome))
    }

    fn whom(&self, hash: &str, given: &Given) -> Result<Whom, Wrong> {
        let nhs_number = nhs_number(&self.register, given);
        let found = self.by_number.get(hash);
        let came_with = nhs_number.as_ref().and_then(|number| self.seen.nhs_numbers.get(number));
        if came_with.is_some_and(|other| other != hash) {
            return Err(Wrong::NhsNumberTaken);
        }
        if let Some((said, id)) = self.seen.people.get(hash) {
            let id = found.map_or(*id, Found::id);
            return if *said == digest(&given.person) { Ok(Whom::Same(id)) } else { Err(Wrong::PersonDiffers) };
        }
        let holder = nhs_number.as_ref().and_then(|number| self.by_nhs_number.get(number));
        let Some(found) = found else { return self.stranger(holder, given) };
        if found.person.erased_at.is_some() {
            return Err(Wrong::Erased);
        }
        if let (None, Some(other)) = (&found.record, found.person.merged_into) {
            return Ok(Whom::Same(other));
        }
        if holder.is_some_and(|row| *row != found.row.id) {
            return Err(Wrong::NhsNumberTaken);
        }
        found.record.as_ref().map(|record| self.compared(found, record, given)).ok_or(Wrong::Erased)
    }

    /// Somebody whose number no file brought before: new, or somebody whom staff registered.
    fn stranger(&self, holder: Option<&i64>, given: &Given) -> Result<Whom, Wrong> {
        let Some(row) = holder else { return Ok(Whom::New(PersonId(self.app.random.id(&self.app.clock)))) };
        let Some(found) = self.people_without_number.get(row) else { return Err(Wrong::NhsNumberTaken) };
        let Some(record) = &found.record else { return Err(Wrong::Erased) };
        if found.person.birth_day == day(given.person.born) { Ok(self.compared(found, record, given)) } else { Err(Wrong::NhsNumberBirth) }
    }

    fn compared(&self, found: &Found, record: &Demographics, given: &Given) -> Whom {
        let (person, new) = overlay::person(given, self.locality(given), (&found.person, record));
        if person == found.person && new == *record {
            return Whom::Same(found.person.id);
        }
        let person = Person { changed_at: Some(self.now()), ..person };
        Whom::Changed(Box::new((person, new, found.row.clone(), found.person.clone())))
    }

    fn care(&self, person: PersonId, said: &NewEpisode, hash: &str, given: &Given) -> Result<Care, Wrong> {
        if let Some(before) = self.seen.episodes.get(hash) {
            return if *before == digest(said) { Ok(Care::Nothing) } else { Err(Wrong::EpisodeDiffers) };
        }
        let Some(old) = self.episodes.get(hash) else { return Ok(Care::New(self.opened(person, said, hash, given))) };
        if old.person_id != person {
            return Err(Wrong::EpisodeElsewhere);
        }
        if old.programme != said.programme {
            return Err(Wrong::ProgrammeDiffers);
        }
        let new = overlay::episode(said, old);
        if new.closed_day.is_some_and(|closed| closed < new.opened_day) {
            return Err(Wrong::DatesDiffer);
        }
        Ok(if new == *old { Care::Nothing } else { Care::Changed(Episode { changed_at: Some(self.now()), ..new }, old.changed_at) })
    }

    fn opened(&self, person_id: PersonId, said: &NewEpisode, hash: &str, given: &Given) -> Episode {
        let blank = Episode {
            organisation_id: self.organisation,
            id: EpisodeId(self.app.random.id(&self.app.clock)),
            person_id,
            programme: said.programme.clone(),
            birth_day: day(given.person.born),
            locality_id: self.locality(given),
            sender_hash: Some(hash.to_owned()),
            changed_at: Some(self.now()),
            ..Episode::default()
        };
        overlay::episode(said, &blank)
    }

    /// Adds what a line brings to what is written.
    fn write(&self, whom: Whom, care: Care, given: &Given, batch: &mut Batch) -> store::Result<()> {
        match whom {
            Whom::Same(_) => {}
            Whom::New(id) => {
                let (person, record) = overlay::person(given, self.locality(given), (&self.blank(id, given), &Demographics::default()));
                let row = self.app.random.id(&self.app.clock);
                let kept = self.register.seal(row, (self.organisation, id), &record, self.now()).map_err(unopened)?;
                batch.people.push(person);
                batch.records.push((kept.row, kept.terms));
            }
            Whom::Changed(changed) => {
                let (person, record, old, before) = *changed;
                let kept = self.register.reseal(&old, &record, self.now()).map_err(unopened)?;
                let kept = kept.ok_or_else(|| store::Error::Corrupt("a record lost its key while it was changed".to_owned()))?;
                batch.changed.push(Changed { person, before, row: kept.row, terms: kept.terms });
            }
        }
        match care {
            Care::Nothing => {}
            Care::New(episode) => batch.episodes.push(episode),
            Care::Changed(episode, before) => batch.changed_episodes.push((episode, before)),
        }
        Ok(())
    }

    /// Somebody of whom nothing is known.
    fn blank(&self, id: PersonId, given: &Given) -> Person {
        Person {
            organisation_id: self.organisation,
            id,
            sex: given.person.sex.code().to_owned(),
            language: given.person.language.to_owned(),
            needs: Need::codes(&given.person.needs),
            changed_at: Some(self.now()),
            ..Person::default()
        }
    }

    fn locality(&self, given: &Given) -> Option<LocalityId> {
        let area = given.person.record.postcode.as_deref()?.split(' ').next()?;
        self.areas.get(area).copied()
    }

    fn now(&self) -> i64 {
        self.app.clock.now().micros()
    }
}

impl Found {
    /// Whose record it is: of one that another took in, that other's.
    fn id(&self) -> PersonId {
        self.person.merged_into.unwrap_or(self.person.id)
    }
}

impl Whom {
    fn id(&self) -> PersonId {
        match self {
            Self::Same(id) | Self::New(id) => *id,
            Self::Changed(changed) => changed.0.id,
        }
    }
}
