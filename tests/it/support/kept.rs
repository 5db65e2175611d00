//! What is on disk, read as another process would.

use diesel::prelude::*;
use saywell::domain::access::{Action, Event};
use saywell::secret::{Purpose, token_hash};
use saywell::store::alerts::Alert;
use saywell::store::answers::Row;
use saywell::store::audit::{self, Line};
use saywell::store::days::day;
use saywell::store::ids::{AccountId, EpisodeId, OrganisationId};
use saywell::store::invitations::Invitation;
use saywell::store::invited::{self, Invited};
use saywell::store::responses::Response;
use saywell::store::schema::{
    accounts, alert_notes, alerts, answers, audit_events, invitations, organisations, people, people_shares, responses, scores,
    second_factors, sessions,
};
use saywell::store::stops;

use super::{App, NOW};

impl App {
    /// Every response to a survey, oldest first.
    pub fn responses(&self, survey: &str) -> Vec<Response> {
        let survey = self.survey(survey);
        let own = move |conn: &mut saywell::store::Conn| {
            Ok(responses::table.filter(responses::survey_id.eq(survey)).order(responses::id).load(conn)?)
        };
        self.database.store(1).read_now("responses", own).unwrap()
    }

    /// The newest request to answer in an episode.
    pub fn invitation_of(&self, episode: EpisodeId) -> Invitation {
        let own = move |conn: &mut saywell::store::Conn| {
            Ok(invitations::table.filter(invitations::episode_id.eq(episode)).order(invitations::id.desc()).first(conn)?)
        };
        self.database.store(1).read_now("invitation", own).unwrap()
    }

    /// Every row of answers to a survey.
    pub fn rows(&self, survey: &str) -> Vec<Row> {
        let survey = self.survey(survey);
        let own = move |conn: &mut saywell::store::Conn| {
            let own = answers::table.filter(answers::survey_id.eq(survey));
            Ok(own.order((answers::response_id, answers::link_id, answers::position)).load(conn)?)
        };
        self.database.store(1).read_now("answers", own).unwrap()
    }

    /// The values that are kept as answers to one question.
    pub fn kept(&self, survey: &str, question: &str) -> Vec<String> {
        self.rows(survey).into_iter().filter(|row| row.link_id == question).map(|row| row.value).collect()
    }

    /// Every score of a survey, in thousandths.
    pub fn scores(&self, survey: &str) -> Vec<(String, i64)> {
        let survey = self.survey(survey);
        let own = move |conn: &mut saywell::store::Conn| {
            let own = scores::table.filter(scores::survey_id.eq(survey)).order((scores::response_id, scores::score));
            Ok(own.select((scores::score, scores::thousandths)).load(conn)?)
        };
        self.database.store(1).read_now("scores", own).unwrap()
    }

    /// Every alert that was raised.
    pub fn alerts(&self) -> Vec<Alert> {
        self.database.store(1).read_now("alerts", |conn| Ok(alerts::table.load(conn)?)).unwrap()
    }

    /// What is kept of the notes on alerts.
    pub fn alert_notes(&self) -> Vec<String> {
        self.database.store(1).read_now("notes", |conn| Ok(alert_notes::table.select(alert_notes::sealed).load(conn)?)).unwrap()
    }

    /// Every line of the audit trail about that action, oldest first.
    pub fn audited(&self, action: Action) -> Vec<Line> {
        let own = |conn: &mut saywell::store::Conn| {
            let own = audit_events::table.filter(audit_events::action.eq(action.code()));
            Ok(own.order(audit_events::number).load(conn)?)
        };
        self.store().read_now("audit trail", own).unwrap()
    }

    /// Deactivates an account, as it would stand in the database.
    pub fn deactivate(&self, account: AccountId) {
        let set = |tx: &mut saywell::store::Conn| {
            Ok(diesel::update(accounts::table.find(account)).set(accounts::deactivated_at.eq(1)).execute(tx)?)
        };
        self.store().write_now("deactivate", set).unwrap();
    }

    /// Puts one organisation under another.
    pub fn put_under(&self, organisation: OrganisationId, parent: OrganisationId) {
        let set = |tx: &mut saywell::store::Conn| {
            Ok(diesel::update(organisations::table.find(organisation)).set(organisations::parent_id.eq(parent)).execute(tx)?)
        };
        self.store().write_now("parent", set).unwrap();
    }

    /// Lets one organisation see the people of another.
    pub fn share_people(&self, from: OrganisationId, to: OrganisationId) {
        let row = (people_shares::from_organisation_id.eq(from), people_shares::to_organisation_id.eq(to), people_shares::since.eq(1));
        let add = |tx: &mut saywell::store::Conn| Ok(diesel::insert_into(people_shares::table).values(row).execute(tx)?);
        self.store().write_now("share", add).unwrap();
    }

    /// What is known of the invitation with that link.
    pub fn invitation(&self, token: &str) -> Invited {
        let hash = token_hash(token);
        self.database.store(1).read_now("invitation", |conn| invited::by_token_hash(conn, &hash)).unwrap().unwrap()
    }

    /// The code that stands on the letter with that link.
    pub fn spoken_code(&self, token: &str) -> String {
        self.state.secret.code(Purpose::Spoken, self.invitation(token).invitation.id.0).to_string()
    }

    /// The reasons noted why somebody is not asked.
    pub fn stops(&self, token: &str) -> Vec<String> {
        let person = self.invitation(token).person;
        let own = |conn: &mut saywell::store::Conn| stops::of_people(conn, person.organisation_id, &[person.id]);
        self.store().read_now("stops", own).unwrap().into_iter().map(|stop| stop.reason).collect()
    }

    /// Notes what the person with that link speaks.
    pub fn set_language(&self, token: &str, language: &str) {
        let own = people::table.filter(people::id.eq(self.invitation(token).person.id));
        let set = |tx: &mut saywell::store::Conn| Ok(diesel::update(own).set(people::language.eq(language)).execute(tx)?);
        self.store().write_now("language", set).unwrap();
    }

    /// Notes that the person with that link died yesterday.
    pub fn note_death(&self, token: &str) {
        let yesterday = day(self.state.clock.today()) - 1;
        let own = people::table.filter(people::id.eq(self.invitation(token).person.id));
        let set = |tx: &mut saywell::store::Conn| Ok(diesel::update(own).set(people::died_day.eq(yesterday)).execute(tx)?);
        self.store().write_now("death", set).unwrap();
    }

    /// The number of an account's newest session.
    pub fn session_of(&self, account: AccountId) -> i64 {
        let own = |conn: &mut saywell::store::Conn| {
            let own = sessions::table.filter(sessions::account_id.eq(account)).order(sessions::id.desc());
            Ok(own.select(sessions::id).first(conn)?)
        };
        self.store().read_now("session", own).unwrap()
    }

    /// Gives an account a second factor that nobody can use, and returns its number.
    pub fn with_factor(&self, account: AccountId) -> i64 {
        let id = self.state.random.id(&self.state.clock);
        let row = (
            second_factors::id.eq(id),
            second_factors::account_id.eq(account),
            second_factors::kind.eq("totp"),
            second_factors::name.eq("Phone"),
            second_factors::sealed.eq(""),
            second_factors::created_at.eq(1),
        );
        let add = |tx: &mut saywell::store::Conn| Ok(diesel::insert_into(second_factors::table).values(row).execute(tx)?);
        self.store().write_now("factor", add).unwrap();
        id
    }

    /// Adds a line about an organisation to the audit trail.
    pub fn with_event(&self, action: Action, organisation: OrganisationId) {
        let event = Event {
            at: NOW.micros(),
            account: None,
            actor: "system".to_owned(),
            organisation: Some(organisation.0),
            action,
            subject: format!("organisation:{}", organisation.0),
            reason: String::new(),
            network: String::new(),
            detail: String::new(),
        };
        self.store().write_now("event", |tx| audit::add(tx, &self.state.secret, &event)).unwrap();
    }
}
