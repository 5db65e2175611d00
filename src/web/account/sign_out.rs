//! Signing out, at once and for good.

use actix_web::HttpResponse;
use actix_web::http::header::{CLEAR_SITE_DATA, HeaderValue};
use actix_web::web::Data;

use crate::app::App;
use crate::domain::access::Action;
use crate::store::{audit, sessions};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::right::SignedIn;
use crate::web::staff::{SESSION, Staff};
use crate::web::{cookie, reply};

/// Ends the session, and empties what the browser keeps of it.
pub async fn sign_out(app: Data<App>, staff: Staff<SignedIn>, _form: Posted) -> Result<HttpResponse, Problem> {
    let (session, event, secret) = (staff.session.clone(), staff.event(&app, Action::SignedOut), app.secret.clone());
    let work = move |tx: &mut _| {
        sessions::end(tx, &session)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("end session", work).await?;
    let mut answer = reply::see_other("/sign-in");
    // Not the cookies: the language and the known device stay.
    answer.headers_mut().insert(CLEAR_SITE_DATA, HeaderValue::from_static("\"cache\", \"storage\""));
    answer.add_cookie(&cookie::gone(&app.settings, SESSION)).map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(answer)
}
