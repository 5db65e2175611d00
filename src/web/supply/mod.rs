//! Values that other data sets supply, brought in by a commissioner's analyst: a file is looked at or put in force, and what became
//! of each value can be read afterwards. No page shows a number of a value: commissioners see figures once they are released.

pub mod file;
pub mod history;

use crate::app::App;
use crate::clock::Moment;
use crate::i18n::Locale;
use crate::store::ids::AccountId;
use crate::store::{self, Conn, accounts};

/// How much of a file's hash is shown.
const SHORT: usize = 12;

/// The beginning of a file's hash.
fn short(file: &str) -> String {
    file.chars().take(SHORT).collect()
}

/// A day and a time of day.
fn moment(app: &App, locale: &Locale, micros: i64) -> String {
    let at = Moment::from_micros(micros).zoned(app.clock.zone());
    format!("{}, {}", locale.date(at.date()), at.strftime("%H:%M"))
}

/// The name of whoever supplied something; nothing for the command line.
fn who(conn: &mut Conn, by: Option<AccountId>) -> store::Result<Option<String>> {
    by.map(|by| accounts::get(conn, by).map(|account| account.name)).transpose()
}
