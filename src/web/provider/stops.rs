//! Why somebody is not asked: staff note reasons, with the days they hold, and take them back.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::faults::Faults;
use super::making::{Maker, posted_date};
use super::patient::Patient;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::dates;
use crate::domain::care::stop::Reason;
use crate::store::days::day;
use crate::store::stops::{self, Row};
use crate::store::{Conn, Error, audit};
use crate::web::form::Fields;
use crate::web::pages::form::{Choice, Field, Form, Input};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Asks for the reason.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let patient = Patient::load(&app, &staff, *id).await?;
    reply::staff_page(&app, &visitor, &form(&visitor, &patient, &Fields::default(), Faults::default())?, &staff)
}

/// Notes it.
pub async fn note(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManagePeople>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let patient = Patient::load(&app, &staff, *id).await?;
    let (field, fault) = match read(&app, &staff, &patient, &typed) {
        Ok(stop) => {
            let event = patient.event(&app, &staff, Action::StopNoted).with(format!("stop:{} {}", stop.id, stop.reason));
            let secret = app.secret.clone();
            let work = move |tx: &mut Conn| {
                if stops::note(tx, &stop)? { audit::add(tx, &secret, &event) } else { Ok(()) }
            };
            app.store.write("note stop", work).await?;
            return Ok(reply::see_other(&patient.done("stop-noted")));
        }
        Err(wrong) => wrong,
    };
    let faults = Faults::one(&visitor.locale, field, fault)?;
    reply::staff_again(&app, &visitor, &form(&visitor, &patient, &typed, faults)?, &staff)
}

/// Takes a reason back.
pub async fn lift(app: Data<App>, staff: Staff<ManagePeople>, at: Path<(i64, i64)>, _typed: Posted) -> Result<HttpResponse, Problem> {
    let (id, stop) = *at;
    let patient = Patient::load(&app, &staff, id).await?;
    let (organisation, person, now) = (patient.person.organisation_id, patient.person.id, app.clock.now().micros());
    let event = patient.event(&app, &staff, Action::StopLifted).with(format!("stop:{stop}"));
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        let is_theirs = stops::of_people(tx, organisation, &[person])?.iter().any(|row| row.id == stop);
        if !is_theirs || !stops::lift(tx, organisation, stop, now)? {
            return Err(Error::NotFound);
        }
        audit::add(tx, &secret, &event)
    };
    match app.store.write("lift stop", work).await {
        Ok(()) => Ok(reply::see_other(&patient.done("stop-lifted"))),
        Err(Error::NotFound) => Err(staff.refused(&app, &format!("stop:{stop}")).await),
        Err(why) => Err(why.into()),
    }
}

/// The reason as it was typed, or what is wrong at which field.
fn read(app: &App, staff: &Staff<ManagePeople>, patient: &Patient, typed: &Fields) -> Result<Row, (&'static str, &'static str)> {
    let reason = Reason::from_code(typed.first("reason")).ok_or(("reason", "stop-reason"))?;
    let from = dates::optional(&posted_date(typed, "from")).map_err(|_| ("from", "stop-from"))?.unwrap_or(app.clock.today());
    let until = dates::optional(&posted_date(typed, "until")).map_err(|_| ("until", "stop-until"))?;
    if until.is_some_and(|until| until < from) {
        return Err(("until", "stop-until-before"));
    }
    Ok(Row {
        organisation_id: patient.person.organisation_id,
        id: app.random.id(&app.clock),
        person_id: patient.person.id,
        reason: reason.code().to_owned(),
        from_day: day(from),
        until_day: until.map(day),
        noted_by: Some(staff.account),
        noted_at: app.clock.now().micros(),
        lifted_at: None,
    })
}

fn form(visitor: &Visitor, patient: &Patient, typed: &Fields, faults: Faults) -> Result<Form, Problem> {
    let (locale, make) = (&visitor.locale, Maker(&visitor.locale));
    let reason = |reason: &Reason| {
        let choice = Choice::new(reason.code(), locale.t(&format!("register-stop-{}", reason.code()), &[])?);
        Ok(if reason.is_sensitive() { choice.hinted(locale.t("register-stop-sensitive", &[])?) } else { choice })
    };
    let reasons = Reason::ALL.iter().map(reason).collect::<Result<_, Problem>>()?;
    let fields = vec![
        make.field("reason", Input::Radios { options: Field::options("reason", reasons, typed.first("reason")) })?,
        make.date("from", &posted_date(typed, "from"))?,
        make.date("until", &posted_date(typed, "until"))?,
    ];
    Ok(Form {
        heading: locale.t("register-stop-new", &[])?,
        caption: Some(patient.name()),
        intro: vec![locale.t("register-stop-new-intro", &[])?],
        back: patient.back(),
        action: format!("{}/stops", patient.at()),
        hidden: Vec::new(),
        fields: faults.mark(fields),
        button: locale.t("register-stop-new-button", &[])?,
        warning: false,
    })
}
