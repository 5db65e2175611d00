//! The audit trail and the keys, as those who answer for them use both: on the pages and at the command line.

mod keys;
mod pages;
mod retention;
mod rights;
mod trail;

use std::path::Path;
use std::process::{Command, Output};

use diesel::RunQueryDsl;
use saywell::domain::access::{Action, Event};
use saywell::store::audit;

use super::support::{App, Database, NOW};

/// The key that every [`App`] signs with.
const SECRET: &str = "a key that everybody who reads this knows";

/// Runs the program on a database, with that key ring.
fn saywell(database: &Database, ring: &Path, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_saywell"));
    command.args(arguments).args(["--database", &database.url]).current_dir(folder.path()).env_clear();
    command.env("SAYWELL_SECRET_KEY", SECRET).env("SAYWELL_KEY_RING", ring).output().unwrap()
}

/// What a success printed.
fn said(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What a failure printed, and the sentence it ended with.
fn refused(output: &Output) -> (String, String) {
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    (String::from_utf8(output.stdout.clone()).unwrap(), String::from_utf8(output.stderr.clone()).unwrap())
}

impl App {
    /// Records something that Ada did.
    fn record(&self, event: &Event) {
        self.store().write_now("record", |tx| audit::add(tx, &self.state.secret, event)).unwrap();
    }

    /// A trail of so many lines about accounts 1, 2, 3 and so on.
    fn with_trail(&self, lines: i64) {
        (1..=lines).for_each(|number| self.record(&event(Action::AccountChanged).about(format!("account:{number}"))));
    }

    /// Does what only somebody with the database in their hands can.
    fn tamper(&self, sql: &str) {
        self.store().write_now("tamper", |tx| Ok(diesel::sql_query(sql).execute(tx)?)).unwrap();
    }
}

fn event(action: Action) -> Event {
    Event { actor: "Ada Example".to_owned(), network: "192.0.2.0/24".to_owned(), ..Event::at_command_line(NOW.micros(), action) }
}
