//! Engagement events to test with: under way at ten on the Sunday that every test is set on.

use saywell::domain::engagement::JoinCode;
use saywell::store::alert_teams::{self, Team};
use saywell::store::events::{self, Event};
use saywell::store::ids::{EventId, OrganisationId};

use super::{App, NOW};

const HOUR: i64 = 3600;

impl App {
    /// Says who looks at the alerts of an organisation.
    pub fn with_team(&self, organisation: OrganisationId) {
        let team = Team {
            organisation_id: organisation,
            email: "alerts@example.org".to_owned(),
            escalation_email: "behind@example.org".to_owned(),
            minutes: 60,
            hours: "1-5 09:00-17:00".to_owned(),
            changed_at: NOW.micros(),
        };
        self.store().write_now("team", |tx| alert_teams::put(tx, &team)).unwrap();
    }

    /// An event that began half an hour ago and takes answers, to be changed and kept. Its code is its own.
    pub fn event_of(&self, organisation: OrganisationId) -> Event {
        let id = self.state.random.id(&self.state.clock);
        let number = u64::from_le_bytes(self.state.random.bytes());
        Event {
            id: EventId(id),
            organisation_id: organisation,
            alert_organisation_id: organisation,
            join_code: JoinCode::from_number(number).as_str().to_owned(),
            title: "Carers at the library".to_owned(),
            programme: Some("frail-older-people".to_owned()),
            place: "Fenmarch Library, Market Street".to_owned(),
            directions: "The door is beside the bus stop.".to_owned(),
            offers: "step-free hearing-loop".to_owned(),
            languages: "en pl".to_owned(),
            starts_at: NOW.plus_seconds(-HOUR / 2).micros(),
            ends_at: NOW.plus_seconds(HOUR).micros(),
            opens_at: NOW.plus_seconds(-2 * HOUR).micros(),
            closes_at: NOW.plus_days(14).micros(),
            follow_up_hours: 3,
            reminder_days: 4,
            contact: "Engagement team, 01632 960 150".to_owned(),
            created_by: self.with_staff("Eva Engages", &[]),
            created_at: NOW.plus_days(-20).micros(),
            revision: 1,
            ..Event::default()
        }
    }

    /// Keeps an event that was planned.
    pub fn planned(&self, event: &Event) -> EventId {
        self.store().write_now("plan event", |tx| events::add(tx, event)).unwrap();
        event.id
    }

    /// An event of that organisation which is under way and has nothing to answer.
    pub fn with_meeting(&self, organisation: OrganisationId) -> EventId {
        self.planned(&self.event_of(organisation))
    }
}
