//! Finding somebody by NHS number or by how their names begin. What is searched for is posted, because names have no place in
//! an address; and that somebody searched is recorded, without the words.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::patient::{self, at, called, spaced};
use crate::app::App;
use crate::domain::access::{Action, Permission};
use crate::domain::care::demographics::{Demographics, MOST_LETTERS, words};
use crate::domain::care::nhs_number::NhsNumber;
use crate::store::days::date;
use crate::store::demographics::{self, Row};
use crate::store::episodes::Person;
use crate::store::ids::OrganisationId;
use crate::store::organisations::{self, Organisation};
use crate::store::{Conn, audit, people};
use crate::web::pages::part::FieldError;
use crate::web::pages::register::{Found, Search};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The most people that one page lists.
const MOST: usize = 50;

/// The most records that are opened to find them.
const OPENED: i64 = 1000;

/// What is searched for.
#[derive(Debug, Clone)]
enum Wanted {
    /// The hash of an NHS number.
    Number(String),
    /// The hashes of the first letters of names.
    Names(Vec<String>),
}

/// Asks whom to look for.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<SeePeople>) -> Result<HttpResponse, Problem> {
    reply::staff_page(&app, &visitor, &blank(&staff, ""), &staff)
}

/// Shows who was found.
pub async fn find(app: Data<App>, visitor: Visitor, staff: Staff<SeePeople>, typed: Posted) -> Result<HttpResponse, Problem> {
    let typed = typed.first("wanted").trim();
    let wanted = match read(&app, typed) {
        Ok(wanted) => wanted,
        Err(key) => {
            let errors = vec![FieldError::new("wanted", visitor.locale.t(key, &[])?)];
            return reply::staff_again(&app, &visitor, &Search { errors, ..blank(&staff, typed) }, &staff);
        }
    };
    let (own, secret) = (staff.organisations(), app.secret.clone());
    let what = if matches!(wanted, Wanted::Number(_)) { "by NHS number" } else { "by name" };
    let event = staff.event(&app, Action::PeopleListed).about("page:/provider/people/search").with(what);
    let work = move |tx: &mut Conn| {
        let theirs = organisations::sharing_people_with(tx, &own)?;
        let rows = match &wanted {
            Wanted::Number(hash) => demographics::by_nhs_number(tx, &theirs, hash)?,
            Wanted::Names(hashes) => demographics::by_terms(tx, &theirs, hashes, OPENED)?,
        };
        audit::add(tx, &secret, &event)?;
        Ok((people::of_records(tx, &theirs, rows)?, organisations::list(tx)?))
    };
    let (rows, all) = app.store.write("people searched", work).await?;
    let names = if typed.chars().any(|c| c.is_ascii_digit()) { Vec::new() } else { words(typed) };
    let found = rows.iter().map(|one| found(&app, &visitor, one, (&names, &all))).collect::<Result<Vec<_>, _>>()?;
    let mut found: Vec<Found> = found.into_iter().flatten().collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    let more = found.len() > MOST;
    found.truncate(MOST);
    let page = Search { searched: true, more, found, ..blank(&staff, typed) };
    reply::html(&app, &visitor, &page, StatusCode::OK, Some(staff.signed_in(&app)))
}

fn blank(staff: &Staff<SeePeople>, typed: &str) -> Search {
    Search { may_add: staff.may(Permission::ManagePeople), typed: typed.to_owned(), ..Search::default() }
}

/// What to look for, or the key of the sentence that says why not.
fn read(app: &App, typed: &str) -> Result<Wanted, &'static str> {
    let register = app.register();
    if typed.chars().any(|c| c.is_ascii_digit()) {
        let number = NhsNumber::parse(typed).map_err(|_| "register-search-number-wrong")?;
        return Ok(Wanted::Number(register.nhs_number_hash(number.digits())));
    }
    let lead = |word: &String| register.term_hash(&word.chars().take(MOST_LETTERS).collect::<String>());
    let hashes: Option<BTreeSet<String>> = words(typed).iter().map(lead).collect();
    match hashes {
        Some(hashes) if !hashes.is_empty() => Ok(Wanted::Names(hashes.into_iter().collect())),
        _ => Err("register-search-too-short"),
    }
}

/// One line of the list; nothing for a record that was erased meanwhile, or where the names go on otherwise.
fn found(
    app: &App,
    visitor: &Visitor,
    (person, row): &(Person, Row),
    (names, all): (&[String], &[Organisation]),
) -> Result<Option<Found>, Problem> {
    let Some(record) = patient::opened(app, row)?.filter(|record| record.is_called(names)) else { return Ok(None) };
    Ok(Some(Found {
        name: called(&record, person.id),
        href: at(person.id),
        born: visitor.locale.date(date(person.birth_day)),
        number: ending(&record),
        provider: named(all, person.organisation_id),
    }))
}

/// The end of the NHS number: enough to tell two people apart.
pub fn ending(record: &Demographics) -> Option<String> {
    let digits = spaced(record.nhs_number.as_deref()?);
    digits.rsplit_once(' ').map(|(_, end)| end.to_owned())
}

/// The name of an organisation.
fn named(all: &[Organisation], id: OrganisationId) -> String {
    all.iter().find(|one| one.id == id).map(|one| one.name.clone()).unwrap_or_default()
}
