//! The audit trail for those who answer for information governance: searched, read line by line, and taken away as a file.
//! Nobody sees lines of organisations that their role does not reach, and nothing here changes a line.

pub mod export;
pub mod line;
pub mod rights;
mod search;
pub mod trail;

use std::collections::HashMap;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::{Action, Reach};
use crate::i18n::{Locale, MissingMessage};
use crate::store::audit::Line;
use crate::store::ids::OrganisationId;
use crate::store::organisations::{self, Organisation};
use crate::store::{self, Conn};

/// The organisations that somebody reaches with the role they hold in `held`, by name; and how far that is.
fn within_reach(conn: &mut Conn, held: &[OrganisationId]) -> store::Result<(Reach, Vec<Organisation>)> {
    let held: Vec<i64> = held.iter().map(|id| id.0).collect();
    let reach = Reach::of(&organisations::nodes(conn)?, &held);
    let reached = organisations::list(conn)?.into_iter().filter(|organisation| reach.reaches(organisation.id.0)).collect();
    Ok((reach, reached))
}

/// True when somebody with that reach may see the line.
fn may_see(reach: &Reach, line: &Line) -> bool {
    reach.everything || line.organisation_id.is_some_and(|id| reach.reaches(id))
}

/// An action in words; the code itself where there is no such action.
fn action(locale: &Locale, code: &str) -> Result<String, MissingMessage> {
    Action::from_code(code).map_or_else(|| Ok(code.to_owned()), |action| locale.t(&format!("audit-action-{}", action.code()), &[]))
}

/// Day and time, to the second, where the service is.
fn moment(app: &App, locale: &Locale, micros: i64) -> String {
    let at = Moment::from_micros(micros).zoned(app.clock.zone());
    format!("{}, {}", locale.date(at.date()), at.strftime("%H:%M:%S"))
}

/// The name of a line's organisation; its id where there is none of that name any more.
fn organisation(names: &HashMap<i64, String>, line: &Line) -> String {
    line.organisation_id.map_or_else(String::new, |id| names.get(&id).cloned().unwrap_or_else(|| id.to_string()))
}

/// The names of organisations by their ids.
fn names(organisations: &[Organisation]) -> HashMap<i64, String> {
    organisations.iter().map(|organisation| (organisation.id.0, organisation.name.clone())).collect()
}
