//! People who can be reached, schedules that run, a clock that moves, and a post that takes everything.

use diesel::prelude::*;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use saywell::app;
use saywell::clock::{Clock, Moment};
use saywell::domain::care::demographics::Demographics;
use saywell::domain::care::stop::Reason;
use saywell::store::days::day;
use saywell::store::ids::{EpisodeId, OrganisationId, PersonId};
use saywell::store::invitations::Invitation;
use saywell::store::messages::Message;
use saywell::store::schedule_starts::{self, Start};
use saywell::store::schema::{invitations, messages, people};
use saywell::store::{Conn, demographics, episodes, stops};

use super::super::support::App;
use super::super::support::county::Care;

/// Somebody with every kind of address.
pub fn reachable() -> Demographics {
    Demographics {
        given_name: "Zofia".to_owned(),
        family_name: "Example".to_owned(),
        email: Some("zofia@example.org".to_owned()),
        mobile: Some("+447700900123".to_owned()),
        address: vec!["1 Sample Street".to_owned()],
        postcode: Some("MZ1 1AA".to_owned()),
        ..Demographics::default()
    }
}

/// That moment, as `2026-11-22T10:00:00Z`.
pub fn moment(text: &str) -> Moment {
    Moment::from_micros(text.parse::<jiff::Timestamp>().unwrap().as_microsecond())
}

/// How a moment reads on a clock in London.
pub fn london(micros: i64) -> String {
    Moment::from_micros(micros).zoned(&TimeZone::get("Europe/London").unwrap()).strftime("%F %H:%M").to_string()
}

impl App {
    /// The same Saywell at another moment.
    pub fn at(&self, now: Moment) -> app::App {
        app::App { clock: Clock::fixed(now, TimeZone::get("Europe/London").unwrap()), ..self.state.clone() }
    }

    /// Takes somebody in with an episode and a record.
    pub fn admit(&self, care: &Care, record: &Demographics) -> (EpisodeId, PersonId) {
        let episode = self.with_episode(care);
        let person = self.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap().person_id;
        let (id, now) = (self.state.random.id(&self.state.clock), self.state.clock.now().micros());
        let sealed = self.state.register().seal(id, (care.provider, person), record, now).unwrap();
        self.store().write_now("record", |tx| demographics::add(tx, &[(sealed.row.clone(), sealed.terms.clone())])).unwrap();
        (episode, person)
    }

    /// Has an organisation ask by a schedule.
    pub fn ask_by(&self, organisation_id: OrganisationId, schedule: &str, since: Date) {
        let (schedule, since_day) = (schedule.to_owned(), day(since));
        let start = Start { organisation_id, schedule, since_day, started_by: None, started_at: 1, stopped_at: None };
        assert!(self.store().write_now("begin", |tx| schedule_starts::begin(tx, &start)).unwrap());
    }

    /// Looks at whoever is due at that moment.
    pub async fn round(&self, now: &str) {
        saywell::jobs::asking::round(&self.at(moment(now))).await.unwrap();
    }

    /// Every invitation, in the order in which they were made.
    pub fn asked(&self) -> Vec<Invitation> {
        self.store().read_now("invitations", |conn| Ok(invitations::table.order(invitations::id).load(conn)?)).unwrap()
    }

    /// Every message, in the order in which they were made.
    pub fn outbox(&self) -> Vec<Message> {
        self.store().read_now("messages", |conn| Ok(messages::table.order(messages::id).load(conn)?)).unwrap()
    }

    /// Takes whatever is due by then to the post.
    pub fn post(&self, now: Moment) {
        let work = |tx: &mut Conn| {
            let due = messages::table.filter(messages::sent_at.is_null()).filter(messages::failed_at.is_null());
            let due = due.filter(messages::due_at.le(now.micros()));
            let some: Vec<Message> = due.load(tx)?;
            for message in some {
                diesel::update(messages::table.find(message.id)).set(messages::sent_at.eq(message.due_at)).execute(tx)?;
                let first = invitations::table.filter(invitations::id.eq(message.invitation_id)).filter(invitations::sent_at.is_null());
                diesel::update(first).set(invitations::sent_at.eq(message.due_at)).execute(tx)?;
            }
            Ok(())
        };
        self.store().write_now("post", work).unwrap();
    }

    /// Has an invitation be answered.
    pub fn finish(&self, invitation: &Invitation, now: Moment) {
        let own = invitations::table.filter(invitations::id.eq(invitation.id));
        let work = |tx: &mut Conn| Ok(diesel::update(own).set(invitations::finished_at.eq(now.micros())).execute(tx)?);
        assert_eq!(self.store().write_now("finish", work).unwrap(), 1);
    }

    /// Has what was sent come back.
    pub fn bounce(&self, invitation: &Invitation, now: Moment) {
        let own = invitations::table.filter(invitations::id.eq(invitation.id));
        let set = (invitations::bounced_at.eq(now.micros()), invitations::next_at.eq(now.micros()));
        self.store().write_now("bounce", |tx| Ok(diesel::update(own).set(set).execute(tx)?)).unwrap();
    }

    /// Has a message not go out, as happens when somebody may not be asked any more.
    pub fn hold_back(&self, message: &Message, now: Moment) {
        let own = messages::table.find(message.id);
        self.store().write_now("hold back", |tx| Ok(diesel::update(own).set(messages::failed_at.eq(now.micros())).execute(tx)?)).unwrap();
    }

    /// Notes that somebody has died.
    pub fn died(&self, person: PersonId, on: Date) {
        let own = people::table.filter(people::id.eq(person));
        self.store().write_now("died", |tx| Ok(diesel::update(own).set(people::died_day.eq(day(on))).execute(tx)?)).unwrap();
    }

    /// Notes what somebody needs.
    pub fn needs(&self, person: PersonId, needs: &str) {
        let own = people::table.filter(people::id.eq(person));
        self.store().write_now("needs", |tx| Ok(diesel::update(own).set(people::needs.eq(needs)).execute(tx)?)).unwrap();
    }

    /// Notes why somebody is not to be asked.
    pub fn stop(&self, (organisation_id, person_id): (OrganisationId, PersonId), reason: Reason, from: Date, until: Option<Date>) {
        let row = stops::Row {
            organisation_id,
            id: self.state.random.id(&self.state.clock),
            person_id,
            reason: reason.code().to_owned(),
            from_day: day(from),
            until_day: until.map(day),
            noted_by: None,
            noted_at: 1,
            lifted_at: None,
        };
        self.store().write_now("stop", |tx| stops::add(tx, &row)).unwrap();
    }
}
