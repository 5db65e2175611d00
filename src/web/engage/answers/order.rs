//! Putting answers in order, and taking one away.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::{at, line};
use crate::app::App;
use crate::domain::access::Action;
use crate::store::answers_back::{self, Row};
use crate::store::events::Event;
use crate::store::{Conn, Error, audit};
use crate::web::engage::own;
use crate::web::pages::form::{Back, Form};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Puts one a place up or down.
pub async fn shift(
    app: Data<App>,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let (event, row) = load(&app, &staff, &path).await?;
    let up = match typed.first("to") {
        "up" => true,
        "down" => false,
        _ => return Err(Problem::Tampered),
    };
    let told =
        line(&app, &staff, &event, Action::AnswerBackChanged).with(format!("answer-back:{} {}", row.id, if up { "up" } else { "down" }));
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        audit::turn(tx)?;
        if answers_back::shift(tx, row.event_id, row.id, up)? { audit::add(tx, &secret, &told) } else { Ok(()) }
    };
    app.store.write("shift answer back", work).await?;
    Ok(reply::see_other(&format!("{}/answers#", at(&event))))
}

/// Asks whether one is to go.
pub async fn ask(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (event, row) = load(&app, &staff, &path).await?;
    let (locale, list) = (&visitor.locale, format!("{}/answers", at(&event)));
    let page = Form {
        heading: locale.t("answered-remove-heading", &[])?,
        caption: Some(event.title.clone()),
        intro: vec![row.heard.clone(), locale.t("answered-remove-explain", &[])?],
        back: Back { href: list.clone(), text: locale.t("answered-title", &[])? },
        action: format!("{list}/{}/remove", row.id),
        hidden: Vec::new(),
        fields: Vec::new(),
        button: locale.t("answered-remove", &[])?,
        warning: true,
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Takes it away. What was published of it stays public until the rest is published again.
pub async fn remove(
    app: Data<App>,
    staff: Staff<ManageEvents>,
    path: Path<(String, String)>,
    _typed: Posted,
) -> Result<HttpResponse, Problem> {
    let (event, row) = load(&app, &staff, &path).await?;
    let told = line(&app, &staff, &event, Action::AnswerBackRemoved).with(format!("answer-back:{}", row.id));
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        if answers_back::remove(tx, row.event_id, row.id)? { audit::add(tx, &secret, &told) } else { Ok(()) }
    };
    app.store.write("remove answer back", work).await?;
    Ok(reply::see_other(&format!("{}/answers?done=removed#", at(&event))))
}

async fn load(app: &App, staff: &Staff<ManageEvents>, path: &(String, String)) -> Result<(Event, Row), Problem> {
    let event = own(app, staff, &path.0).await?;
    let (id, number) = (event.id, path.1.parse::<i64>().unwrap_or_default());
    match app.store.read("answer back", move |conn| answers_back::find(conn, id, number)).await {
        Ok(row) => Ok((event, row)),
        Err(Error::NotFound) => Err(staff.refused(app, &format!("answer-back:{number}")).await),
        Err(why) => Err(why.into()),
    }
}
