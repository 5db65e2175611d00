//! Opening an episode of care for somebody who is registered. Indicators count it from the same moment.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::episode_fields;
use super::faults::Faults;
use super::patient::Patient;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::registration::EpisodeFields;
use crate::store::ids::EpisodeId;
use crate::store::{Conn, audit, registrations};
use crate::web::pages::form::Form;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Asks what to open.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let patient = Patient::load(&app, &staff, *id).await?;
    let form = form(&app, &visitor, &patient, &EpisodeFields::default(), Faults::default())?;
    reply::staff_page(&app, &visitor, &form, &staff)
}

/// Opens the episode.
pub async fn open(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManagePeople>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let patient = Patient::load(&app, &staff, *id).await?;
    let fields = EpisodeFields { closed: String::new(), ..episode_fields::posted(&typed) };
    let read = match episode_fields::read(&app, &patient, &fields) {
        Ok(read) => read,
        Err(faults) => {
            let faults = Faults::read(&visitor.locale, &faults)?;
            return reply::staff_again(&app, &visitor, &form(&app, &visitor, &patient, &fields, faults)?, &staff);
        }
    };
    let episode = EpisodeId(app.random.id(&app.clock));
    let row = registrations::episode_row(&read, &patient.person, episode, app.clock.now().micros());
    let (secret, framework) = (app.secret.clone(), app.framework.clone());
    let event = patient.event(&app, &staff, Action::EpisodeOpened).with(format!("episode:{} {}", episode.0, row.programme));
    let work = move |tx: &mut Conn| {
        if registrations::open_episode(tx, &row, &framework.indicators)? { audit::add(tx, &secret, &event) } else { Ok(()) }
    };
    app.store.write("open episode", work).await?;
    Ok(reply::see_other(&patient.done("episode-opened")))
}

fn form(app: &App, visitor: &Visitor, patient: &Patient, said: &EpisodeFields, faults: Faults) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    Ok(Form {
        heading: locale.t("register-episode-new", &[])?,
        caption: Some(patient.name()),
        intro: Vec::new(),
        back: patient.back(),
        action: format!("{}/episodes/new", patient.at()),
        hidden: Vec::new(),
        fields: episode_fields::fields(app, locale, said, false, faults)?,
        button: locale.t("register-episode-new", &[])?,
        warning: false,
    })
}
