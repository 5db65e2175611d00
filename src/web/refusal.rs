//! Forms of somebody signed in that were refused: forged, from another site, or too many. What lies behind them may be an
//! attack on that person, so the audit trail has a line about them; a flood of them makes few lines.

use actix_web::HttpRequest;

use super::problem::Problem;
use super::staff::{SESSION, signed};
use super::visitor::Visitor;
use super::{cookie, pace, state};
use crate::domain::access::{Action, Event, truncated};
use crate::store::audit;

/// Records a refused form. Should that fail, the log says so, and the form stays refused.
pub async fn record(request: &HttpRequest, problem: &Problem) {
    if !matches!(problem, Problem::Foreign | Problem::Tampered | Problem::TooFast { .. }) {
        return;
    }
    if !cookie::read(request, SESSION).is_some_and(|token| pace::of(request).may_note(&token)) {
        return;
    }
    if let Err(why) = write(request, problem).await {
        tracing::error!(%why, "a refused form could not be recorded");
    }
}

async fn write(request: &HttpRequest, problem: &Problem) -> Result<(), Problem> {
    let Some((_, signed, _)) = signed(request).await? else { return Ok(()) };
    let app = state(request);
    let event = Event {
        at: app.clock.now().micros(),
        account: Some(signed.account_id.0),
        actor: signed.name,
        organisation: Some(signed.organisation_id.0),
        action: Action::Refused,
        subject: format!("form:{}", request.match_pattern().unwrap_or_else(|| "unknown".to_owned())),
        reason: String::new(),
        network: truncated(Visitor::address_of(request)),
        detail: problem.key().to_owned(),
    };
    let secret = app.secret.clone();
    Ok(app.store.write("refused form", move |tx| audit::add(tx, &secret, &event)).await?)
}
