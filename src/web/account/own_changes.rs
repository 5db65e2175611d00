//! What people change about their own account: second factors that go, sessions that get a name or end.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::enrolment::NAME;
use super::own::{again, done};
use crate::app::App;
use crate::domain::access::Action;
use crate::messages::Change;
use crate::store::{Conn, Error, accounts, audit, letters, second_factors, sessions};
use crate::web::letter::{changed, posted};
use crate::web::pages::part::FieldError;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::right::SignedIn;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Removes a second factor, but never the only one.
pub async fn remove_factor(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SignedIn>,
    id: Path<i64>,
    _form: Posted,
) -> Result<HttpResponse, Problem> {
    staff.fresh(&app, "/account")?;
    let (who, id, development) = (staff.account, *id, app.settings.development);
    let load = move |conn: &mut Conn| Ok((accounts::get(conn, who)?, second_factors::of(conn, who)?));
    let (account, factors) = app.store.read("own factors", load).await?;
    let Some(gone) = factors.iter().find(|factor| factor.id == id) else {
        return Err(staff.refused(&app, &format!("second-factor:{id}")).await);
    };
    if factors.len() == 1 && !development {
        let error = FieldError::new("second-factors", visitor.locale.t("own-factor-only", &[])?);
        return again(&app, &visitor, &staff, error).await;
    }
    let letter = changed(&app, &account, Change::FactorRemoved)?;
    let event = staff.event(&app, Action::FactorRemoved).about(format!("account:{}", who.0)).with(gone.kind.as_str());
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        // The trail comes first: it makes whoever removes the other one at the same time wait.
        audit::add(tx, &secret, &event)?;
        let removed = second_factors::remove(tx, who, id)?;
        if !removed || (second_factors::of(tx, who)?.is_empty() && !development) {
            return Err(Error::NotFound);
        }
        letter.as_ref().map_or(Ok(()), |letter| letters::add(tx, letter))
    };
    app.store.write("remove second factor", work).await?;
    posted(&app);
    Ok(done("factor-removed"))
}

/// Gives the device of a session a name, or takes it away.
pub async fn name_session(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SignedIn>,
    id: Path<i64>,
    form: Posted,
) -> Result<HttpResponse, Problem> {
    let (who, id) = (staff.account, *id);
    let field = format!("name-{id}");
    let name = form.first(&field).trim().to_owned();
    if name.chars().count() > NAME {
        return again(&app, &visitor, &staff, FieldError::new(field, visitor.locale.t("own-name-long", &[])?)).await;
    }
    let work = move |tx: &mut Conn| sessions::set_name(tx, who, id, Some(name.as_str()).filter(|name| !name.is_empty()));
    if app.store.write("name session", work).await? {
        return Ok(done("session-named"));
    }
    Err(staff.refused(&app, &format!("session:{id}")).await)
}

/// Ends another session of theirs.
pub async fn end_session(app: Data<App>, staff: Staff<SignedIn>, id: Path<i64>, _form: Posted) -> Result<HttpResponse, Problem> {
    staff.fresh(&app, "/account")?;
    let (who, id) = (staff.account, *id);
    let (event, secret) = (staff.event(&app, Action::SessionRevoked).about(format!("session:{id}")), app.secret.clone());
    let work = move |tx: &mut Conn| {
        let ended = sessions::end_one(tx, who, id)?;
        if ended {
            audit::add(tx, &secret, &event)?;
        }
        Ok(ended)
    };
    if app.store.write("end session", work).await? {
        return Ok(done("session-ended"));
    }
    Err(staff.refused(&app, &format!("session:{id}")).await)
}

/// Ends every session of theirs but this one.
pub async fn end_other_sessions(app: Data<App>, staff: Staff<SignedIn>, _form: Posted) -> Result<HttpResponse, Problem> {
    staff.fresh(&app, "/account")?;
    let (who, session) = (staff.account, staff.session.clone());
    let (event, secret) = (staff.event(&app, Action::SessionRevoked).about(format!("account:{}", who.0)), app.secret.clone());
    let work = move |tx: &mut Conn| {
        let ended = sessions::end_others(tx, who, &session)?;
        audit::add(tx, &secret, &event.clone().with(format!("{ended} sessions")))
    };
    app.store.write("end other sessions", work).await?;
    Ok(done("sessions-ended"))
}
