//! Files of people and episodes: what is read, refused and brought in, and that nothing of a file is lost or done twice.

mod afterwards;
pub mod command;
mod lines;
mod localities;
mod pages;
mod resuming;

use diesel::prelude::*;
use saywell::domain::access::{Action, Event};
use saywell::domain::care::import::Choice;
use saywell::importing::{self, Refused, Upload, Worker};
use saywell::store::episodes::{Episode, Person};
use saywell::store::ids::OrganisationId;
use saywell::store::imports::{self, Import, Line};
use saywell::store::schema::{demographics, episodes, import_parts, imports as rows, people};
use saywell::store::{Conn, demographics as records};

use super::support::{App, NOW};

pub const HEADING: &str =
    "person_number,nhs_number,given_name,family_name,date_of_birth,sex,email,postcode,episode_number,programme,referral_date,end_date";

/// Somebody with an episode, as a line.
pub fn line(number: usize) -> String {
    format!("P{number},,Zofia,Nowak,1980-02-01,F,someone@example.org,,E{number},mental-health,2026-03-01,")
}

pub fn event(action: Action) -> Event {
    Event::at_command_line(NOW.micros(), action)
}

impl App {
    /// A file that was looked at and waits for somebody to choose; nothing is in it.
    pub fn with_import(&self, organisation_id: OrganisationId) -> i64 {
        let id = self.state.random.id(&self.state.clock);
        let import = Import {
            id,
            organisation_id,
            account_id: None,
            name: "people.csv".to_owned(),
            sha256: String::new(),
            choice: None,
            status: "checked".to_owned(),
            lines: 1,
            done: 1,
            added: 1,
            changed: 0,
            unchanged: 0,
            refused: 0,
            created_at: NOW.micros(),
            leased_until: None,
            finished_at: None,
        };
        self.store().write_now("add", |tx| imports::add(tx, &import, &[])).unwrap();
        id
    }

    pub async fn uploaded(&self, organisation: OrganisationId, file: impl Into<Vec<u8>>) -> Result<Import, Refused> {
        let upload = Upload { organisation, account: None, name: "people.csv".to_owned(), bytes: file.into() };
        importing::keep(&self.state, upload, event(Action::ImportAdded)).await
    }

    /// Looks at the lines, or brings them in, to the end.
    pub async fn worked(&self, id: i64) -> Import {
        if let Some(mut worker) = Worker::take(&self.state, id).await.unwrap() {
            while worker.step().await.unwrap() {}
        }
        self.store().read_now("import", |conn| imports::get(conn, id)).unwrap()
    }

    pub async fn checked(&self, organisation: OrganisationId, file: impl Into<Vec<u8>>) -> Import {
        let import = self.uploaded(organisation, file).await.unwrap_or_else(|why| panic!("{why:?}"));
        self.worked(import.id).await
    }

    pub async fn begun(&self, import: &Import, choice: Choice) -> Import {
        assert!(importing::begin(&self.state, import, choice, event(Action::ImportBegun)).await.unwrap());
        self.worked(import.id).await
    }

    /// Brings in the lines that can be.
    pub async fn imported(&self, organisation: OrganisationId, file: impl Into<Vec<u8>>) -> Import {
        let import = self.checked(organisation, file).await;
        self.begun(&import, Choice::ValidLines).await
    }

    pub fn noted(&self, id: i64) -> Vec<Line> {
        self.store().read_now("lines", |conn| imports::lines(conn, id, None, 0, 1_000_000)).unwrap()
    }

    /// Line, outcome and faults of those that are refused.
    pub fn refusals(&self, id: i64) -> Vec<(i32, String)> {
        let refused = self.noted(id).into_iter().filter(|line| line.outcome == "refuse");
        refused.map(|line| (line.number, line.faults.unwrap_or_default())).collect()
    }

    /// Everybody at an organisation with their opened records, by given name, and how many episodes there are.
    pub fn everybody(&self, organisation: OrganisationId) -> Vec<(Person, saywell::domain::care::demographics::Demographics)> {
        let all = |conn: &mut Conn| {
            let rows: Vec<records::Row> = demographics::table.filter(demographics::organisation_id.eq(organisation)).load(conn)?;
            let people: Vec<Person> = people::table.filter(people::organisation_id.eq(organisation)).load(conn)?;
            Ok((rows, people))
        };
        let (rows, people) = self.store().read_now("everybody", all).unwrap();
        let register = self.state.register();
        let opened = |person: Person| {
            let row = rows.iter().find(|row| row.person_id == person.id).unwrap();
            let record = register.open(row).unwrap().unwrap();
            (person, record)
        };
        let mut all: Vec<_> = people.into_iter().map(opened).collect();
        all.sort_by(|one, other| one.1.given_name.cmp(&other.1.given_name));
        all
    }

    pub fn episodes_at(&self, organisation: OrganisationId) -> Vec<Episode> {
        let own = episodes::table.filter(episodes::organisation_id.eq(organisation)).order(episodes::id);
        self.store().read_now("episodes", |conn| Ok(own.load(conn)?)).unwrap()
    }

    /// Ends every lease, as time would.
    pub fn let_go(&self) {
        let all = |tx: &mut Conn| Ok(diesel::update(rows::table).set(rows::leased_until.eq(None::<i64>)).execute(tx)?);
        self.store().write_now("let go", all).unwrap();
    }

    pub fn parts(&self) -> i64 {
        self.store().read_now("parts", |conn| Ok(import_parts::table.count().get_result(conn)?)).unwrap()
    }
}

pub fn counts(import: &Import) -> [i64; 4] {
    [import.added, import.changed, import.unchanged, import.refused]
}
