//! Leaving somebody's data out of every figure, because they object or have set the national data opt-out; and counting them
//! again.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::open;
use crate::app::App;
use crate::domain::access::Action;
use crate::store::{Conn, audit, people};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageRights;
use crate::web::staff::Staff;

/// Leaves them out, or counts them again. The figures move in the same transaction.
pub async fn change(app: Data<App>, staff: Staff<ManageRights>, id: Path<String>, typed: Posted) -> Result<HttpResponse, Problem> {
    let opened = open(&app, &staff, &id).await?;
    let is_out = typed.first("counted") != "yes";
    if opened.is_erased() || is_out == (opened.record.person.opted_out == Some(true)) {
        return Ok(reply::see_other(&opened.at()));
    }
    let (definitions, secret, now) = (app.all_definitions().await?, app.secret.clone(), app.clock.now().micros());
    let (organisation, person) = (opened.organisation(), opened.person());
    let event = opened.event(&app, &staff, Action::OptOutChanged).with(if is_out { "left out" } else { "counted" });
    let work = move |tx: &mut Conn| {
        people::set_opted_out(tx, (organisation, person), is_out, now)?;
        people::count_anew(tx, organisation, person, &definitions)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("opt-out", work).await?;
    Ok(reply::see_other(&opened.at()))
}
