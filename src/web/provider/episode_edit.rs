//! Putting an episode of care right, and closing it. Indicators follow in the same transaction.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::episode_fields;
use super::faults::Faults;
use super::patient::Patient;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::registration::{EpisodeFields, NewEpisode};
use crate::store::episodes::Episode;
use crate::store::ids::EpisodeId;
use crate::store::{self, Conn, Error, audit, registrations};
use crate::web::pages::form::Form;
use crate::web::pages::part::Hidden;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManagePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows what is known of the episode.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManagePeople>, at: Path<(i64, i64)>) -> Result<HttpResponse, Problem> {
    let (patient, episode) = load(&app, &staff, *at).await?;
    let form = form(&app, &visitor, (&patient, &episode), &episode_fields::kept(&episode), Faults::default())?;
    reply::staff_page(&app, &visitor, &form, &staff)
}

/// Keeps what was typed.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManagePeople>,
    at: Path<(i64, i64)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let (patient, episode) = load(&app, &staff, *at).await?;
    let fields = episode_fields::posted(&typed);
    let seen = match typed.first("changed") {
        "" => None,
        seen => Some(seen.parse().map_err(|_| Problem::Tampered)?),
    };
    let faults = match episode_fields::read(&app, &patient, &fields) {
        Err(faults) => Faults::read(&visitor.locale, &faults)?,
        Ok(read) if keep(&app, &staff, (&patient, &episode), seen, &read).await? => {
            return Ok(reply::see_other(&patient.done("episode-changed")));
        }
        Ok(_) => Faults::one(&visitor.locale, "programme", "stale")?,
    };
    reply::staff_again(&app, &visitor, &form(&app, &visitor, (&patient, &episode), &fields, faults)?, &staff)
}

/// The person and the episode. One that is not theirs is refused as the person would be.
async fn load(app: &App, staff: &Staff<ManagePeople>, (id, episode): (i64, i64)) -> Result<(Patient, Episode), Problem> {
    let patient = Patient::load(app, staff, id).await?;
    let person = patient.person.clone();
    let find = move |conn: &mut Conn| registrations::episode_of(conn, &person, EpisodeId(episode));
    match app.store.read("episode", find).await {
        Ok(episode) => Ok((patient, episode)),
        Err(Error::NotFound) => Err(staff.refused(app, &format!("episode:{episode}")).await),
        Err(why) => Err(why.into()),
    }
}

/// Writes the change. `false` when somebody else was quicker.
async fn keep(
    app: &App,
    staff: &Staff<ManagePeople>,
    (patient, before): (&Patient, &Episode),
    seen: Option<i64>,
    read: &NewEpisode,
) -> store::Result<bool> {
    let after = registrations::episode_row(read, &patient.person, before.id, app.clock.now().micros());
    let is_closed = before.closed_day.is_none() && after.closed_day.is_some();
    let action = if is_closed { Action::EpisodeClosed } else { Action::EpisodeChanged };
    let event = patient.event(app, staff, action).with(format!("episode:{} {}", before.id.0, changes(before, &after)));
    let (secret, framework) = (app.secret.clone(), app.framework.clone());
    let work = move |tx: &mut Conn| {
        if !registrations::change_episode(tx, &after, seen, &framework.indicators)? {
            return Ok(false);
        }
        audit::add(tx, &secret, &event)?;
        Ok(true)
    };
    app.store.write("change episode", work).await
}

/// What changed, for the audit trail.
fn changes(before: &Episode, after: &Episode) -> String {
    let all = [
        ("programme", before.programme != after.programme),
        ("opened", before.opened_day != after.opened_day),
        ("closed", before.closed_day != after.closed_day),
        ("discharged", before.discharged_day != after.discharged_day),
        ("birth", before.delivered_day != after.delivered_day),
        ("cluster", before.cluster != after.cluster),
    ];
    all.into_iter().filter(|(_, changed)| *changed).map(|(what, _)| what).collect::<Vec<_>>().join("; ")
}

fn form(
    app: &App,
    visitor: &Visitor,
    (patient, episode): (&Patient, &Episode),
    said: &EpisodeFields,
    faults: Faults,
) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    Ok(Form {
        heading: locale.t("register-episode-change", &[])?,
        caption: Some(patient.name()),
        intro: vec![locale.t("register-episode-change-intro", &[])?],
        back: patient.back(),
        action: format!("{}/episodes/{}", patient.at(), episode.id.0),
        hidden: vec![Hidden::new("changed", episode.changed_at.map(|at| at.to_string()).unwrap_or_default())],
        fields: episode_fields::fields(app, locale, said, true, faults)?,
        button: locale.t("register-save", &[])?,
        warning: false,
    })
}
