//! Putting right what is known of a person. Of two who do so at the same time, the second is told, and keeps what they typed.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::faults::Faults;
use super::patient::{self, Patient, Sealing};
use super::{person_fields, person_new};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::demographics::Demographics;
use crate::domain::care::registration::{NewPerson, PersonFields};
use crate::store::episodes::Person;
use crate::store::error::Constraint;
use crate::store::registrations::{self, Entry};
use crate::store::{Conn, Error, audit};
use crate::web::pages::form::Form;
use crate::web::pages::part::Hidden;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows what is known.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let patient = Patient::load(&app, &staff, *id).await?;
    let form = form(&visitor, &patient, patient.revision(), &patient.fields(), Faults::default())?;
    reply::staff_page(&app, &visitor, &form, &staff)
}

/// Keeps what was typed.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManagePeople>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let patient = Patient::load(&app, &staff, *id).await?;
    let fields = person_fields::read(&typed);
    let seen = typed.first("revision").parse().map_err(|_| Problem::Tampered)?;
    let read = fields.read(app.clock.today()).and_then(|read| read.unreachable().map_or(Ok(read), |fault| Err(vec![fault])));
    let faults = match read {
        Err(faults) => Faults::read(&visitor.locale, &faults)?,
        Ok(read) => match keep(&app, &staff, &patient, seen, &read).await? {
            Kept::Done => return Ok(reply::see_other(&patient.done("person-changed"))),
            Kept::Stale => Faults::one(&visitor.locale, "given-name", "stale")?,
            Kept::Known => person_new::known(&app, &visitor, &staff, patient.person.organisation_id, &read).await?,
        },
    };
    // Whoever saves once more has been told, and means it.
    reply::staff_again(&app, &visitor, &form(&visitor, &patient, patient.revision(), &fields, faults)?, &staff)
}

/// What became of a change.
enum Kept {
    Done,
    /// Somebody else changed the record since the form was shown.
    Stale,
    /// Somebody else at the organisation has the NHS number.
    Known,
}

async fn keep(app: &App, staff: &Staff<ManagePeople>, patient: &Patient, seen: i32, read: &NewPerson) -> Result<Kept, Problem> {
    // No form shows the sender's own number of the person.
    let record = Demographics { sender_number: patient.record.sender_number.clone(), ..read.record.clone() };
    let sealing = Sealing { person: &patient.person, row: patient.row.as_ref(), revision: seen, record: &record };
    let Some(sealed) = patient::sealed(app, sealing)? else { return Err(Problem::NotFound) };
    let (entry, secret) = (Entry::new(read, sealed, app.clock.now().micros()), app.secret.clone());
    let event = patient.event(app, staff, Action::PersonChanged).with(changes(patient, &record, &entry.person));
    let framework = app.framework.clone();
    let work = move |tx: &mut Conn| {
        if registrations::change_person(tx, &entry, &framework.indicators)?.is_none() {
            return Ok(false);
        }
        audit::add(tx, &secret, &event)?;
        Ok(true)
    };
    match app.store.write("change person", work).await {
        Ok(true) => Ok(Kept::Done),
        Ok(false) => Ok(Kept::Stale),
        Err(Error::Taken(Constraint::PersonNhsNumber)) => Ok(Kept::Known),
        Err(Error::Taken(_)) if patient.row.is_none() => Ok(Kept::Stale),
        Err(why) => Err(why.into()),
    }
}

/// Which parts of the record changed, for the audit trail: what they say now is nobody's business there.
fn changes(patient: &Patient, record: &Demographics, after: &Person) -> String {
    let (old, before) = (&patient.record, &patient.person);
    let all = [
        ("name", old.name() != record.name() || old.known_as != record.known_as),
        ("NHS number", old.nhs_number != record.nhs_number),
        ("date of birth", before.birth_day != after.birth_day),
        ("death", before.died_day != after.died_day),
        ("sex", before.sex != after.sex),
        ("ethnicity", before.ethnicity != after.ethnicity),
        ("language", before.language != after.language),
        ("needs", before.needs != after.needs),
        ("contact details", [&old.email, &old.mobile, &old.telephone] != [&record.email, &record.mobile, &record.telephone]),
        ("address", (&old.address, &old.postcode) != (&record.address, &record.postcode)),
        ("wish how to be reached", (&before.contact_by, before.may_contact) != (&after.contact_by, after.may_contact)),
        ("data opt-out", before.opted_out != after.opted_out),
    ];
    all.into_iter().filter(|(_, changed)| *changed).map(|(what, _)| what).collect::<Vec<_>>().join("; ")
}

fn form(visitor: &Visitor, patient: &Patient, revision: i32, said: &PersonFields, faults: Faults) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    Ok(Form {
        heading: locale.t("register-person-change", &[])?,
        caption: Some(patient.name()),
        intro: Vec::new(),
        back: patient.back(),
        action: format!("{}/edit", patient.at()),
        hidden: vec![Hidden::new("revision", revision.to_string())],
        fields: faults.mark(person_fields::fields(locale, said, true)?),
        button: locale.t("register-save", &[])?,
        warning: false,
    })
}
