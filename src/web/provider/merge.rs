//! Two records of one person: which others may be of the same person, and making two records one. Which of them stays is
//! said first, and what will happen is told before it does, because it cannot be undone.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::patient::{self, Patient, Sealing, at, called};
use super::search::ending;
use crate::app::App;
use crate::domain::access::Action;
use crate::store::days::date;
use crate::store::demographics::Row;
use crate::store::episodes::Person;
use crate::store::merging::{self, Pair};
use crate::store::{Conn, audit, holds};
use crate::web::pages::part::Hidden;
use crate::web::pages::register::{Candidate, Duplicates, Merge, Merged};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Lists the records that may be of the same person.
pub async fn list(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let patient = Patient::load(&app, &staff, *id).await?;
    let others = candidates(&app, &patient).await?;
    if !others.is_empty() {
        staff.record(&app, patient.event(&app, &staff, Action::PeopleListed).with("may be the same person")).await?;
    }
    let mut listed = Vec::new();
    for (person, row) in &others {
        let Some(record) = patient::opened(&app, row)? else { continue };
        listed.push(Candidate {
            name: called(&record, person.id),
            href: at(person.id),
            merge: format!("{}/merge/{}", patient.at(), person.id.0),
            born: visitor.locale.date(date(person.birth_day)),
            number: ending(&record),
            postcode: record.postcode.clone(),
        });
    }
    let page = Duplicates { name: patient.name(), href: patient.at(), candidates: listed };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Tells what will happen.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, at: Path<(i64, i64)>) -> Result<HttpResponse, Problem> {
    let (stays, goes) = load(&app, &staff, *at).await?;
    reply::staff_page(&app, &visitor, &page(&app, &visitor, &stays, &goes).await?, &staff)
}

/// Makes the two records one.
pub async fn merge(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManagePeople>,
    at: Path<(i64, i64)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let (stays, goes) = load(&app, &staff, *at).await?;
    let now = app.clock.now().micros();
    let is_seen = typed.first("revisions") == revisions(&stays, &goes);
    if !is_seen || differ(&stays, &goes) {
        let page = Merge { is_stale: !is_seen, ..page(&app, &visitor, &stays, &goes).await? };
        return reply::staff_again(&app, &visitor, &page, &staff);
    }
    let record = stays.record.completed_by(&goes.record);
    let sealing = Sealing { person: &stays.person, row: stays.row.as_ref(), revision: stays.revision(), record: &record };
    let whole = patient::sealed(&app, sealing)?.ok_or(Problem::NotFound)?;
    let (organisation, seen) = (stays.person.organisation_id, goes.revision());
    let pair = Pair { organisation, stays: stays.person.id, goes: goes.person.id, whole, seen, now };
    let event = stays.event(&app, &staff, Action::PeopleMerged).with(format!("took in person:{}", goes.person.id.0));
    let (secret, framework) = (app.secret.clone(), app.framework.clone());
    let work = move |tx: &mut Conn| {
        let is_done = merging::merge(tx, &pair, &framework.indicators)?;
        if is_done {
            audit::add(tx, &secret, &event)?;
        }
        Ok(is_done)
    };
    if app.store.write("merge people", work).await? {
        return Ok(reply::see_other(&stays.done("people-merged")));
    }
    let page = Merge { is_stale: true, ..page(&app, &visitor, &stays, &goes).await? };
    reply::staff_again(&app, &visitor, &page, &staff)
}

async fn candidates(app: &App, patient: &Patient) -> Result<Vec<(Person, Row)>, Problem> {
    let register = app.register();
    let terms: Vec<String> = patient.record.terms().iter().filter_map(|term| register.term_hash(term)).collect();
    let person = patient.person.clone();
    Ok(app.store.read("duplicates", move |conn| merging::candidates(conn, &person, &terms)).await?)
}

/// Both records, the one that stays first. Only those that are listed as candidates may be merged.
async fn load(app: &App, staff: &Staff<ManagePeople>, (stays, goes): (i64, i64)) -> Result<(Patient, Patient), Problem> {
    let first = Patient::load(app, staff, stays).await?;
    let second = Patient::load(app, staff, goes).await?;
    if first.row.is_some() && candidates(app, &first).await?.iter().any(|(person, _)| person.id == second.person.id) {
        return Ok((first, second));
    }
    Err(Problem::NotFound)
}

/// True for two records with different NHS numbers: they are of two people, or one of the numbers must be put right first.
fn differ(stays: &Patient, goes: &Patient) -> bool {
    let numbers = (&stays.record.nhs_number, &goes.record.nhs_number);
    matches!(numbers, (Some(one), Some(other)) if one != other)
}

/// What both records were when the page was made.
fn revisions(stays: &Patient, goes: &Patient) -> String {
    format!("{} {}", stays.revision(), goes.revision())
}

async fn page(app: &App, visitor: &Visitor, stays: &Patient, goes: &Patient) -> Result<Merge, Problem> {
    let people = [stays.person.clone(), goes.person.clone()];
    let count = move |conn: &mut Conn| people.iter().map(|person| merging::extent(conn, person)).collect::<Result<Vec<_>, _>>();
    let extents = app.store.read("extent of records", count).await?;
    let (organisation, id) = (goes.person.organisation_id, goes.person.id);
    let is_held = app.store.read("held", move |conn| holds::any(conn, organisation, id)).await?;
    let merged = |patient: &Patient, (episodes, stops): (i64, i64)| Merged {
        name: patient.name(),
        href: patient.at(),
        born: visitor.locale.date(date(patient.person.birth_day)),
        number: patient.record.nhs_number.as_deref().map(patient::spaced),
        email: patient.record.email.clone(),
        mobile: patient.record.mobile.clone(),
        address: patient.record.address.iter().chain(&patient.record.postcode).cloned().collect::<Vec<_>>().join(", "),
        episodes: visitor.locale.whole(episodes),
        stops: visitor.locale.whole(stops),
    };
    let of = |at: usize| extents.get(at).copied().unwrap_or_default();
    Ok(Merge {
        stays: merged(stays, of(0)),
        goes: merged(goes, of(1)),
        back: format!("{}/merge", stays.at()),
        action: format!("{}/merge/{}", stays.at(), goes.person.id.0),
        other_way: format!("{}/merge/{}", goes.at(), stays.person.id.0),
        hidden: vec![Hidden::new("revisions", revisions(stays, goes))],
        differ: differ(stays, goes),
        is_held,
        is_stale: false,
    })
}
