//! Recovery codes: shown until the person says that they have kept them, and never again.

use actix_web::HttpResponse;
use actix_web::web::Data;

use super::enrolment::keep_codes;
use crate::app::App;
use crate::domain::access::Action;
use crate::messages::Change;
use crate::recovery;
use crate::store::{Conn, accounts, audit, ceremonies, letters};
use crate::web::ceremony;
use crate::web::letter::{changed, posted};
use crate::web::pages::factors::RecoveryCodes;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SignedIn;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows the codes that were just made.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>) -> Result<HttpResponse, Problem> {
    let codes = ceremony::under_way(&app, &staff.whose()).await?.codes;
    if codes.is_empty() {
        return Ok(reply::see_other("/account"));
    }
    let page = RecoveryCodes { codes, email: staff.email.clone(), organisation: app.settings.organisation.clone() };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Makes new codes; the earlier ones no longer work.
pub async fn make(app: Data<App>, staff: Staff<SignedIn>, _form: Posted) -> Result<HttpResponse, Problem> {
    staff.fresh(&app, "/account")?;
    let id = staff.account;
    let account = app.store.read("account", move |conn| accounts::get(conn, id)).await?;
    let (letter, event) = (changed(&app, &account, Change::RecoveryCodes)?, staff.event(&app, Action::RecoveryCodesMade));
    let codes: Vec<String> = recovery::fresh(&app.random).iter().map(ToString::to_string).collect();
    let (state, whose) = ((*app).clone(), staff.whose());
    let work = move |tx: &mut Conn| {
        ceremonies::hold(tx, &whose.session)?;
        let mut ceremony = ceremony::read(tx, &state, &whose)?;
        ceremony.codes.clone_from(&codes);
        ceremony::write(tx, &state, &whose, &ceremony)?;
        keep_codes(tx, &state, whose.account, &codes)?;
        if let Some(letter) = &letter {
            letters::add(tx, letter)?;
        }
        audit::add(tx, &state.secret, &event)
    };
    app.store.write("recovery codes", work).await?;
    posted(&app);
    Ok(reply::see_other("/account/recovery-codes#"))
}

/// They have kept the codes: they are not shown again.
pub async fn kept(app: Data<App>, staff: Staff<SignedIn>, _form: Posted) -> Result<HttpResponse, Problem> {
    ceremony::change(&app, &staff.whose(), |ceremony| ceremony.codes.clear()).await?;
    Ok(reply::see_other("/staff#"))
}
