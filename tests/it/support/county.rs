//! A small county to test in: providers, episodes, invitations and accounts, each made with a sentence.

use jiff::civil::{Date, date};
use saywell::clock::Moment;
use saywell::domain::access::{Action, Event, Factor, Role};
use saywell::domain::care::demographics::Demographics;
use saywell::domain::indicator::Period;
use saywell::releasing::Made;
use saywell::secret::{Purpose, token_hash};
use saywell::store::accounts::{self, Account, Grant};
use saywell::store::days::day;
use saywell::store::episodes::{self, Episode, Person};
use saywell::store::ids::{AccountId, EpisodeId, InvitationId, LocalityId, OrganisationId, PersonId, SurveyId};
use saywell::store::invitations::{self, Invitation};
use saywell::store::kiosks::{self, Kiosk};
use saywell::store::organisations::{self, Locality, Organisation};
use saywell::store::sessions::{self, Session};
use saywell::store::{self, demographics, surveys};

use super::database::definitions;
use super::{App, Browser, NOW};

pub const EMAIL: &str = "commissioner@example.org";
pub const PASSWORD: &str = "a long pass phrase for tests";

/// A person's episode of care, to be added.
#[derive(Clone)]
pub struct Care {
    pub provider: OrganisationId,
    pub locality: Option<LocalityId>,
    pub programme: &'static str,
    pub born: Date,
    pub opened: Date,
    pub closed: Option<Date>,
    pub discharged: Option<Date>,
    pub delivered: Option<Date>,
}

impl Care {
    /// An adult in contact with mental health services since January.
    pub fn with(provider: OrganisationId) -> Self {
        Self {
            provider,
            locality: None,
            programme: "mental-health",
            born: date(1980, 5, 1),
            opened: date(2026, 1, 12),
            closed: None,
            discharged: None,
            delivered: None,
        }
    }
}

impl App {
    fn id(&self) -> i64 {
        self.state.random.id(&self.state.clock)
    }

    /// Adds an organisation that gives care.
    pub fn with_provider(&self, name: &str) -> OrganisationId {
        self.with_organisation(name, "partner")
    }

    pub fn with_organisation(&self, name: &str, kind: &str) -> OrganisationId {
        let id = OrganisationId(self.id());
        let row = Organisation { id, ods_code: format!("X{}", id.0), name: name.to_owned(), kind: kind.to_owned(), parent_id: None };
        self.store().write_now("add", |tx| organisations::add(tx, std::slice::from_ref(&row))).unwrap();
        id
    }

    /// Adds a locality with the first half of a postcode in it.
    pub fn with_locality(&self, name: &str, area: &str) -> LocalityId {
        let id = LocalityId(self.id());
        let row = Locality { id, code: format!("E{}", id.0), name: name.to_owned(), deprivation_decile: 3 };
        self.store().write_now("add", |tx| organisations::add_localities(tx, &[(row.clone(), vec![area.to_owned()])])).unwrap();
        id
    }

    /// Adds a person with an episode of care.
    pub fn with_episode(&self, care: &Care) -> EpisodeId {
        let (person, id) = (PersonId(self.id()), EpisodeId(self.id()));
        let (organisation_id, birth_day, locality_id) = (care.provider, day(care.born), care.locality);
        let someone = Person {
            organisation_id,
            id: person,
            birth_day,
            sex: "2".to_owned(),
            locality_id,
            language: "en".to_owned(),
            ..Person::default()
        };
        let episode = Episode {
            organisation_id,
            id,
            person_id: person,
            programme: care.programme.to_owned(),
            birth_day,
            locality_id,
            opened_day: day(care.opened),
            closed_day: care.closed.map(day),
            discharged_day: care.discharged.map(day),
            delivered_day: care.delivered.map(day),
            fact_revision: 0,
            ..Episode::default()
        };
        self.store().write_now("add", |tx| episodes::add(tx, std::slice::from_ref(&someone), std::slice::from_ref(&episode))).unwrap();
        id
    }

    /// Gives the person of an episode a name, sealed as in the register.
    pub fn named(&self, episode: EpisodeId, given: &str, family: &str) {
        let own = self.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap();
        let record = Demographics { given_name: given.to_owned(), family_name: family.to_owned(), ..Demographics::default() };
        let sealed = self.state.register().seal(self.id(), (own.organisation_id, own.person_id), &record, NOW.micros()).unwrap();
        let row = (sealed.row, sealed.terms);
        self.store().write_now("name", |tx| demographics::add(tx, std::slice::from_ref(&row))).unwrap();
    }

    /// Asks the person of an episode to answer a survey, and returns the token of the link.
    pub fn with_invitation(&self, episode: EpisodeId, survey: &str) -> String {
        self.with_invitation_until(episode, survey, NOW.plus_days(30))
    }

    pub fn with_invitation_until(&self, episode: EpisodeId, survey: &str, until: Moment) -> String {
        let id = self.id();
        let (token, code) = (self.state.secret.link_token(id), self.state.secret.code(Purpose::Spoken, id));
        let owner = self.store().read_now("episode", |conn| episodes::find(conn, episode)).unwrap();
        let row = Invitation {
            organisation_id: owner.organisation_id,
            id: InvitationId(id),
            episode_id: episode,
            survey_id: self.survey(survey),
            timepoint: "review".to_owned(),
            asked_day: day(date(2026, 11, 2)),
            token_hash: Some(token_hash(&token)),
            code_hash: Some(self.state.secret.code_hash(Purpose::Spoken, &code)),
            expires_at: until.micros(),
            ..Invitation::default()
        };
        self.store().write_now("add", |tx| invitations::add(tx, std::slice::from_ref(&row))).unwrap();
        token
    }

    /// A shared tablet that asks a survey, and the token of its address.
    pub fn with_kiosk(&self, organisation: OrganisationId, survey: &str) -> (i64, String) {
        let id = self.id();
        let token = self.state.secret.sign(Purpose::Kiosk, &id.to_string());
        let row = Kiosk {
            id,
            organisation_id: organisation,
            survey_id: self.survey(survey),
            name: "Waiting room".to_owned(),
            token_hash: token_hash(&token),
            created_by: self.with_staff("Kim Kiosk", &[]),
            created_at: NOW.micros(),
            ended_at: None,
        };
        self.store().write_now("add", |tx| kiosks::add(tx, &row)).unwrap();
        (id, token)
    }

    pub fn survey(&self, key: &str) -> SurveyId {
        self.store().read_now("survey", |conn| surveys::find(conn, key)).unwrap().0.id
    }

    /// Opens or closes a survey.
    pub fn set_survey(&self, key: &str, status: &str) {
        self.store().write_now("status", |tx| surveys::set_status(tx, key, status)).unwrap();
    }

    /// Counts every indicator anew, as an import of episodes would.
    pub fn count_anew(&self) {
        let all = definitions(self.store());
        self.store().write_now("rebuild", |tx| store::facts::rebuild(tx, &all, NOW, |_| {})).unwrap();
    }

    /// Adds somebody with those roles, who works for the first of the organisations and has no password.
    pub fn with_staff(&self, name: &str, grants: &[Grant]) -> AccountId {
        let id = AccountId(self.id());
        let row = Account {
            id,
            email: format!("{}.{}@example.org", name.to_lowercase().replace(' ', "."), id.0),
            name: name.to_owned(),
            language: "en".to_owned(),
            organisation_id: grants.first().map_or_else(|| self.with_organisation("Nobody's", "partner"), |grant| grant.organisation),
            password_hash: None,
            created_at: NOW.micros(),
            deactivated_at: None,
        };
        let add = |tx: &mut _| {
            accounts::add(tx, &row)?;
            grants.iter().try_for_each(|grant| accounts::grant(tx, id, *grant, NOW.micros()))
        };
        self.store().write_now("add", add).unwrap();
        id
    }

    /// A browser in which that account is signed in, with a second factor, a moment ago.
    pub fn signed_in(&self, account: AccountId) -> Browser {
        self.with_session(account, Some(Factor::Totp))
    }

    /// A browser in which that account has shown a password, and no second factor yet.
    pub fn half_signed_in(&self, account: AccountId) -> Browser {
        self.with_session(account, None)
    }

    fn with_session(&self, account: AccountId, factor: Option<Factor>) -> Browser {
        let (token, now) = (self.state.random.token(), self.state.clock.now());
        let session = Session {
            token_hash: token_hash(&token),
            id: self.id(),
            account_id: account,
            factor: factor.map(|factor| factor.code().to_owned()),
            is_enrolling: false,
            confirmed_at: now.micros(),
            ceremony: None,
            name: None,
            device: "Firefox, Linux".to_owned(),
            network: "127.0.0.0/24".to_owned(),
            created_at: now.micros(),
            seen_at: now.micros(),
            idle_seconds: 1800,
            expires_at: now.plus_seconds(43_200).micros(),
        };
        self.store().write_now("session", |tx| sessions::add(tx, &session)).unwrap();
        let mut browser = self.patient();
        browser.keep_cookie("__Host-saywell-session", &token, "/");
        browser
    }

    /// Somebody who holds that role in that organisation, signed in.
    pub fn staff(&self, role: Role, organisation: OrganisationId) -> Browser {
        self.signed_in(self.with_staff("Sam Staff", &[Grant { organisation, role }]))
    }

    /// Releases everything through the month that is under way: tests need not wait until it is over.
    pub async fn release(&self) -> Option<Made> {
        let event = Event::at_command_line(self.state.clock.now().micros(), Action::FiguresReleased);
        self.state.release(Period::of(self.state.clock.today()), event).await.unwrap()
    }

    /// Somebody who is signed in as a commissioner, on the overview.
    pub async fn commissioner(&self) -> Browser {
        let mut browser = self.staff(Role::CommissionerAnalyst, self.with_organisation("Example County", "commissioner"));
        browser.open("/commissioner").await;
        assert_eq!(browser.path(), "/commissioner", "{}", browser.words());
        browser
    }

    /// Somebody who has opened a personal link.
    pub async fn invited(&self, token: &str) -> Browser {
        let mut browser = self.patient();
        browser.open(&format!("/i/{token}")).await;
        browser
    }
}
