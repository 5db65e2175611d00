//! Adding a person at one's own organisation. Where somebody with the same NHS number is registered, nothing is written: the
//! page leads to that record, so that an episode is added there.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::faults::Faults;
use super::patient::{self, Sealing, at};
use super::person_fields;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::registration::{NewPerson, PersonFields};
use crate::store::episodes::Person;
use crate::store::error::Constraint;
use crate::store::ids::{OrganisationId, PersonId};
use crate::store::organisations::{self, Organisation};
use crate::store::registrations::{self, Entry};
use crate::store::{Conn, Error, audit, demographics};
use crate::web::pages::form::{Back, Choice, Field, Form, Input};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The address of the form.
pub const NEW: &str = "/provider/people/new";

/// Asks whom to add.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>) -> Result<HttpResponse, Problem> {
    let own = own(&app, &staff).await?;
    reply::staff_page(&app, &visitor, &form(&visitor, &own, "", &PersonFields::default(), Faults::default())?, &staff)
}

/// Adds the person.
pub async fn add(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, typed: Posted) -> Result<HttpResponse, Problem> {
    let own = own(&app, &staff).await?;
    let (fields, whose) = (person_fields::read(&typed), typed.first("organisation"));
    let named = own.iter().find(|one| one.id.0.to_string() == whose).or(own.first().filter(|_| own.len() == 1));
    let read = fields.read(app.clock.today()).and_then(|read| read.unreachable().map_or(Ok(read), |fault| Err(vec![fault])));
    let faults = match (named, read) {
        (Some(one), Ok(read)) => match keep(&app, &staff, one.id, &read).await? {
            Ok(id) => return Ok(reply::see_other(&format!("{}?done=person-added#", at(id)))),
            Err(()) => known(&app, &visitor, &staff, one.id, &read).await?,
        },
        (None, Ok(_)) => Faults::one(&visitor.locale, "organisation", "organisation")?,
        (_, Err(faults)) => Faults::read(&visitor.locale, &faults)?,
    };
    reply::staff_again(&app, &visitor, &form(&visitor, &own, whose, &fields, faults)?, &staff)
}

/// The organisations whose people they may register.
async fn own(app: &App, staff: &Staff<ManagePeople>) -> Result<Vec<Organisation>, Problem> {
    let own = staff.organisations();
    let all = app.store.read("organisations", organisations::list).await?;
    Ok(all.into_iter().filter(|one| own.contains(&one.id)).collect())
}

/// Writes the person down. `Err` when the NHS number is taken.
async fn keep(app: &App, staff: &Staff<ManagePeople>, whose: OrganisationId, read: &NewPerson) -> Result<Result<PersonId, ()>, Problem> {
    let (id, now) = (PersonId(app.random.id(&app.clock)), app.clock.now().micros());
    let person = Person { organisation_id: whose, id, ..Person::default() };
    let sealing = Sealing { person: &person, row: None, revision: 0, record: &read.record };
    let sealed = patient::sealed(app, sealing)?.ok_or(Problem::NotFound)?;
    let (entry, secret) = (Entry::new(read, sealed, now), app.secret.clone());
    let event = staff.event(app, Action::PersonAdded).about(format!("person:{}", id.0)).within(whose.0);
    let work = move |tx: &mut Conn| {
        registrations::add_person(tx, &entry)?;
        audit::add(tx, &secret, &event)
    };
    match app.store.write("add person", work).await {
        Ok(()) => Ok(Ok(id)),
        Err(Error::Taken(Constraint::PersonNhsNumber)) => Ok(Err(())),
        Err(why) => Err(why.into()),
    }
}

/// Who has the NHS number at that organisation, and the way to them. Looking them up is recorded as looking at them.
pub async fn known(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<ManagePeople>,
    whose: OrganisationId,
    read: &NewPerson,
) -> Result<Faults, Problem> {
    let hash = read.record.nhs_number.as_deref().map(|digits| app.register().nhs_number_hash(digits)).unwrap_or_default();
    let (event, secret) = (staff.event(app, Action::PersonViewed).within(whose.0), app.secret.clone());
    let find = move |tx: &mut Conn| {
        let row = demographics::by_nhs_number(tx, &[whose], &hash)?.into_iter().next().ok_or(Error::NotFound)?;
        audit::add(tx, &secret, &event.clone().about(format!("person:{}", row.person_id.0)))?;
        Ok(row)
    };
    let row = app.store.write("person known", find).await?;
    let record = patient::opened(app, &row)?.unwrap_or_default();
    let name = patient::called(&record, row.person_id);
    let said = visitor.locale.t("register-fault-nhs-number-known", &[("name", name.into())])?;
    let way = Back { href: at(row.person_id), text: visitor.locale.t("register-known-way", &[])? };
    Ok(Faults::said("nhs-number", said).with_way("nhs-number", way))
}

fn form(visitor: &Visitor, own: &[Organisation], whose: &str, said: &PersonFields, faults: Faults) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    let mut fields = person_fields::fields(locale, said, false)?;
    if own.len() > 1 {
        let named = own.iter().map(|one| Choice::new(one.id.0.to_string(), one.name.clone()));
        let options = std::iter::once(Choice::new("", locale.t("register-choose", &[])?)).chain(named).collect();
        let input = Input::Select { options: Field::options("organisation", options, whose) };
        fields.insert(0, Field::new("organisation", locale.t("register-field-organisation", &[])?, input));
    }
    Ok(Form {
        heading: locale.t("register-person-new", &[])?,
        caption: None,
        intro: vec![locale.t("register-person-new-intro", &[])?],
        back: Back { href: "/provider/people/search".to_owned(), text: locale.t("register-search-heading", &[])? },
        action: NEW.to_owned(),
        hidden: Vec::new(),
        fields: faults.mark(fields),
        button: locale.t("register-person-new-button", &[])?,
        warning: false,
    })
}
