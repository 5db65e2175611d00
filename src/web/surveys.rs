//! The surveys: which there are, where they are answered, and whether they take answers.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::pages::surveys::{SurveyRow, Surveys};
use super::posted::Posted;
use super::problem::Problem;
use super::reply;
use super::right::{ManageSurveys, SeeSurveys};
use super::staff::{Member, Staff};
use super::visitor::Visitor;
use crate::app::App;
use crate::domain::access::{Action, Permission};
use crate::domain::survey::SurveyKey;
use crate::store::{audit, surveys};

/// Lists the surveys.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeSurveys>) -> Result<HttpResponse, Problem> {
    let all = app.store.read("list surveys", surveys::list).await?;
    let origin = app.settings.origin();
    // Versions are numbered from 1 without a gap: the newest number is how many there are.
    let row = |(survey, newest): (surveys::Survey, surveys::Newest)| SurveyRow {
        link: format!("{origin}/s/{}", survey.key),
        is_open: survey.status == "open",
        key: survey.key,
        title: newest.title,
        versions: visitor.locale.whole(newest.number.into()),
        version: newest.version,
    };
    let page = Surveys {
        rows: all.into_iter().map(row).collect(),
        hidden: staff.may(Permission::ManageSurveys).then(|| staff.signed_in(&app).hidden),
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Takes answers again.
pub async fn open(app: Data<App>, staff: Staff<ManageSurveys>, key: Path<String>, _form: Posted) -> Result<HttpResponse, Problem> {
    set(&app, &staff, &key, "open", Action::SurveyOpened).await
}

/// Takes no more answers.
pub async fn close(app: Data<App>, staff: Staff<ManageSurveys>, key: Path<String>, _form: Posted) -> Result<HttpResponse, Problem> {
    set(&app, &staff, &key, "closed", Action::SurveyClosed).await
}

/// Records only what changes: pressing the button of a page that is out of date does nothing.
async fn set(app: &App, staff: &Member, key: &str, status: &'static str, action: Action) -> Result<HttpResponse, Problem> {
    let key = SurveyKey::parse(key).ok_or(Problem::NotFound)?.to_string();
    let (event, secret) = (staff.event(app, action).about(format!("survey:{key}")), app.secret.clone());
    let work = move |tx: &mut _| {
        if surveys::find(tx, &key)?.0.status == status {
            return Ok(());
        }
        surveys::set_status(tx, &key, status)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("set survey status", work).await?;
    Ok(reply::see_other("/surveys"))
}
