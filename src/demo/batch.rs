//! Rows on their way to the database, written some thousands at a time.

use std::collections::HashMap;

use crate::domain::care::demographics::Demographics;
use crate::keys::Failure;
use crate::register::Register;
use crate::store::alerts::Alert;
use crate::store::answers::TEXT;
use crate::store::episodes::{Episode, Person};
use crate::store::ids::{OrganisationId, PersonId, ResponseId};
use crate::store::invitations::Invitation;
use crate::store::registrations::Sealed;
use crate::store::responses::Response;
use crate::store::{Conn, Result, alerts, answers, demographics, episodes, invitations, responses, scores};
use crate::words::Words;

/// Rows that have not been written yet.
#[derive(Default)]
pub struct Batch {
    pub people: Vec<Person>,
    /// Who they are, to be sealed.
    pub records: Vec<(OrganisationId, PersonId, Demographics)>,
    sealed: Vec<Sealed>,
    pub episodes: Vec<Episode>,
    pub invitations: Vec<Invitation>,
    pub responses: Vec<Response>,
    pub answers: Vec<answers::Row>,
    pub scores: Vec<scores::Row>,
    pub alerts: Vec<Alert>,
}

impl Batch {
    /// True when it is time to write.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.episodes.len() >= 2000 || self.answers.len() >= 20_000
    }

    /// Seals who people are, and what they said in their own words. The row of a record has the number of its person.
    pub fn seal(&mut self, register: &Register, words: &Words, now: i64) -> std::result::Result<(), Failure> {
        for (organisation, person, record) in std::mem::take(&mut self.records) {
            let made = register.seal(person.0, (organisation, person), &record, now)?;
            self.sealed.push((made.row, made.terms));
        }
        for response in &mut self.responses {
            response.sealed_key = Some(words.fresh_key(response.id)?);
        }
        let keys: HashMap<ResponseId, Option<&str>> = self.responses.iter().map(|one| (one.id, one.sealed_key.as_deref())).collect();
        for row in self.answers.iter_mut().filter(|row| row.kind == TEXT) {
            words.with(row.response_id, keys.get(&row.response_id).copied().flatten())?.seal_row(row)?;
        }
        Ok(())
    }

    /// Writes every row, those that others refer to first.
    pub fn write(&self, tx: &mut Conn) -> Result<()> {
        episodes::add(tx, &self.people, &self.episodes)?;
        demographics::add(tx, &self.sealed)?;
        invitations::add(tx, &self.invitations)?;
        responses::add_all(tx, &self.responses)?;
        answers::add(tx, &self.answers)?;
        scores::add(tx, &self.scores)?;
        self.alerts.iter().try_for_each(|alert| alerts::add(tx, alert))
    }
}
