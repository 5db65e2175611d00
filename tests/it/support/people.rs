//! Registering people in tests, with the forms that care coordinators use.

use diesel::prelude::*;
use saywell::domain::care::demographics::Demographics;
use saywell::store::demographics::Row;
use saywell::store::episodes::{Episode, Person};
use saywell::store::ids::PersonId;
use saywell::store::schema::{demographics, episodes, people};
use saywell::store::{Conn, cells};

use super::{App, Browser};

/// What is typed about somebody who is to be added: the name of each field, and its value.
pub const ZOFIA: [(&str, &str); 9] = [
    ("given-name", "Zofia"),
    ("family-name", "Nowak"),
    ("nhs-number", "943 476 5919"),
    ("birth-day", "1"),
    ("birth-month", "2"),
    ("birth-year", "1980"),
    ("sex", "2"),
    ("email", "zofia@example.org"),
    ("postcode", "mz1 2ab"),
];

impl Browser {
    /// Opens a form, types into it and sends it.
    pub async fn send_form(&mut self, address: &str, typed: &[(&str, &str)]) -> &mut Self {
        self.open(address).await;
        for (field, value) in typed {
            self.fill(field, value);
        }
        self.send().await
    }

    /// Adds a person, and answers their number.
    pub async fn register(&mut self, typed: &[(&str, &str)]) -> PersonId {
        self.send_form("/provider/people/new", typed).await;
        self.follow().await;
        assert_eq!(self.status, 200, "{:?}", self.errors());
        PersonId(self.step().parse().unwrap_or_else(|_| panic!("nobody was added: {:?}", self.errors())))
    }
}

impl App {
    /// What is sealed about a person; nothing when it was destroyed or never there.
    pub fn record_of(&self, person: PersonId) -> Option<Demographics> {
        let row = |conn: &mut Conn| Ok(demographics::table.filter(demographics::person_id.eq(person)).first(conn).optional()?);
        let row: Option<Row> = self.store().read_now("record", row).unwrap();
        row.and_then(|row| self.state.register().open(&row).unwrap())
    }

    /// The pseudonymous facts of a person.
    pub fn person(&self, person: PersonId) -> Person {
        self.store().read_now("person", |conn| Ok(people::table.filter(people::id.eq(person)).first(conn)?)).unwrap()
    }

    /// The episodes of a person, the oldest first.
    pub fn episodes_of(&self, person: PersonId) -> Vec<Episode> {
        let own = |conn: &mut Conn| Ok(episodes::table.filter(episodes::person_id.eq(person)).order(episodes::id).load(conn)?);
        self.store().read_now("episodes", own).unwrap()
    }

    /// True when every figure is what it would be were the indicators counted anew.
    pub fn is_counted_right(&self) -> bool {
        let kept_up = self.store().read_now("cells", cells::all).unwrap();
        self.count_anew();
        self.store().read_now("cells", cells::all).unwrap() == kept_up
    }
}
