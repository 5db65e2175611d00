//! By which schedules an organisation asks. Beginning is two steps: from when on, with how many that would be; and yes. Nobody is
//! asked about a time that was over before.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::schedule_forms::{Beginning, begin_form, end_form, start, sure_form};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::schedule::Schedule;
use crate::i18n::{Locale, MissingMessage};
use crate::store::days::date;
use crate::store::organisations::{self, Organisation};
use crate::store::schedule_starts::{self, Start};
use crate::store::{Conn, audit};
use crate::web::pages::part;
use crate::web::pages::schedules::{ScheduleRow, Schedules};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::provider::people::programme_title;
use crate::web::reply::{self, encoded};
use crate::web::right::ManageSchedules;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Whose schedules, and what was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Whose {
    /// An ODS code.
    organisation: Option<String>,
    done: Option<String>,
}

/// What is looked at.
pub struct Scene {
    all: Vec<Organisation>,
    pub chosen: Organisation,
    running: Vec<Start>,
    /// The programmes in which the organisation gives care; none where it has no episode yet.
    programmes: Vec<String>,
}

impl Scene {
    /// The organisation that was asked for, which must be one where they manage schedules.
    async fn of(app: &App, staff: &Staff<ManageSchedules>, whose: &Whose) -> Result<Self, Problem> {
        let everybody = app.store.read("organisations", organisations::list).await?;
        let own = staff.organisations();
        let all: Vec<Organisation> = everybody.iter().filter(|one| own.contains(&one.id)).cloned().collect();
        let chosen = match &whose.organisation {
            None => all.iter().find(|one| one.id == staff.organisation).or(all.first()),
            Some(code) => all.iter().find(|one| one.ods_code == *code),
        };
        let Some(chosen) = chosen.cloned() else {
            let named = everybody.iter().find(|one| whose.organisation.as_ref() == Some(&one.ods_code));
            let subject = named.map_or_else(|| "page:/provider/schedules".to_owned(), |one| format!("organisation:{}", one.id.0));
            return Err(staff.refused(app, &subject).await);
        };
        let id = chosen.id;
        let read = move |conn: &mut Conn| Ok((schedule_starts::running_in(conn, id)?, organisations::programmes_of(conn, id)?));
        let (running, programmes) = app.store.read("schedules of an organisation", read).await?;
        Ok(Self { all, chosen, running, programmes })
    }

    fn start(&self, schedule: &Schedule) -> Option<&Start> {
        self.running.iter().find(|start| start.schedule == schedule.key)
    }

    /// The query that names the organisation.
    pub fn query(&self) -> String {
        format!("organisation={}", encoded(&self.chosen.ods_code))
    }

    /// The page of its schedules.
    pub fn list(&self) -> String {
        format!("/provider/schedules?{}", self.query())
    }
}

/// Shows every schedule of the organisation's programmes, and since when it asks by each.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageSchedules>, whose: Query<Whose>) -> Result<HttpResponse, Problem> {
    let scene = Scene::of(&app, &staff, &whose).await?;
    let fits = |schedule: &&Schedule| {
        scene.programmes.is_empty() || scene.programmes.contains(&schedule.programme) || scene.start(schedule).is_some()
    };
    let rows = app.schedules.iter().filter(fits).map(|schedule| row(&app, &visitor.locale, &scene, schedule));
    let choice = |one: &Organisation| part::Choice {
        label: one.name.clone(),
        href: format!("/provider/schedules?organisation={}", encoded(&one.ods_code)),
        current: one.id == scene.chosen.id,
    };
    let page = Schedules {
        organisation: scene.chosen.name.clone(),
        organisations: if scene.all.len() < 2 { Vec::new() } else { scene.all.iter().map(choice).collect() },
        done: whose.done.as_deref().filter(|done| ["began", "ended"].contains(done)).map(str::to_owned),
        rows: rows.collect::<Result<_, MissingMessage>>()?,
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn row(app: &App, locale: &Locale, scene: &Scene, schedule: &Schedule) -> Result<ScheduleRow, MissingMessage> {
    let step = |code: &str| locale.t(&format!("people-timepoint-{code}"), &[]);
    Ok(ScheduleRow {
        title: schedule.title.clone(),
        programme: programme_title(app, &schedule.programme),
        steps: schedule.steps.iter().map(|step_of| step(step_of.timepoint.code())).collect::<Result<_, _>>()?,
        since: scene.start(schedule).map(|start| locale.date(date(start.since_day))),
        href: format!("/provider/schedules/{}?{}", schedule.key, scene.query()),
    })
}

/// Asks from when on, or whether to end.
pub async fn one(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageSchedules>,
    key: Path<String>,
    whose: Query<Whose>,
) -> Result<HttpResponse, Problem> {
    let scene = Scene::of(&app, &staff, &whose).await?;
    let schedule = app.schedules.find(&key).ok_or(Problem::NotFound)?;
    let page = match scene.start(schedule) {
        Some(start) => end_form(&visitor.locale, &scene, schedule, start)?,
        None => begin_form(&app, &visitor.locale, &scene, schedule, false).await?,
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Begins or ends: what the form says it means. A form sent twice does it once.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageSchedules>,
    (key, whose): (Path<String>, Query<Whose>),
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let scene = Scene::of(&app, &staff, &whose).await?;
    let schedule = app.schedules.find(&key).ok_or(Problem::NotFound)?;
    let is_running = scene.start(schedule).is_some();
    if typed.first("what") == "end" {
        return if is_running { end(&app, &staff, &scene, schedule).await } else { Ok(reply::see_other(&scene.list())) };
    }
    if is_running {
        return Ok(reply::see_other(&scene.list()));
    }
    let Some(since) = Beginning::chosen(typed.first("since"), app.clock.today(), schedule) else {
        let page = begin_form(&app, &visitor.locale, &scene, schedule, true).await?;
        return reply::staff_again(&app, &visitor, &page, &staff);
    };
    if typed.first("sure") != "yes" {
        let page = sure_form(&app, &visitor.locale, (&scene, schedule), (typed.first("since"), since)).await?;
        return reply::staff_page(&app, &visitor, &page, &staff);
    }
    begin(&app, &staff, &scene, start(&app, &scene, schedule, since)).await
}

async fn begin(app: &App, staff: &Staff<ManageSchedules>, scene: &Scene, start: Start) -> Result<HttpResponse, Problem> {
    let start = Start { started_by: Some(staff.account), ..start };
    let detail = format!("schedule {} since {}", start.schedule, date(start.since_day));
    let event = staff.event(app, Action::ScheduleBegun).about(format!("organisation:{}", scene.chosen.id.0)).with(detail);
    let (secret, event) = (app.secret.clone(), event.within(scene.chosen.id.0));
    let work = move |tx: &mut Conn| if schedule_starts::begin(tx, &start)? { audit::add(tx, &secret, &event) } else { Ok(()) };
    app.store.write("begin schedule", work).await?;
    Ok(reply::see_other(&format!("{}&done=began", scene.list())))
}

async fn end(app: &App, staff: &Staff<ManageSchedules>, scene: &Scene, schedule: &Schedule) -> Result<HttpResponse, Problem> {
    let (id, key, now, secret) = (scene.chosen.id, schedule.key.clone(), app.clock.now().micros(), app.secret.clone());
    let event = staff.event(app, Action::ScheduleEnded).about(format!("organisation:{}", id.0)).with(format!("schedule {key}"));
    let event = event.within(id.0);
    let work = move |tx: &mut Conn| if schedule_starts::end(tx, id, &key, now)? { audit::add(tx, &secret, &event) } else { Ok(()) };
    app.store.write("end schedule", work).await?;
    Ok(reply::see_other(&format!("{}&done=ended", scene.list())))
}
