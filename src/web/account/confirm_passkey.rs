//! Showing again who one is with a passkey: the second step, after the password, for those who have passkeys and no app.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};

use super::confirm::renew;
use super::passkey_shown::{challenge, is_shown};
use super::sign_in::{Next, onto};
use crate::app::App;
use crate::clock::Moment;
use crate::web::ceremony;
use crate::web::pages::door::ConfirmPasskey;
use crate::web::pages::part::{FieldError, Hidden};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SignedIn;
use crate::web::staff::{Member, Staff};
use crate::web::visitor::Visitor;

/// How long there is between password and passkey, in seconds.
const SECONDS: i64 = 600;

/// After the right password: on to the passkey.
pub(super) async fn begin(app: &App, staff: &Member, next: &str) -> Result<HttpResponse, Problem> {
    let now = app.clock.now().micros();
    ceremony::change(app, &staff.whose(), move |ceremony| ceremony.password_at = Some(now)).await?;
    Ok(reply::see_other(&format!("/account/confirm/passkey?next={}#", encoded(next))))
}

/// Asks the browser for a passkey.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>, next: Query<Next>) -> Result<HttpResponse, Problem> {
    after_password(&app, &staff, &next.next).await?;
    asking(&app, &visitor, &staff, &next.next, Vec::new()).await
}

/// Confirms with the passkey that the browser showed.
pub async fn check(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>, form: Posted) -> Result<HttpResponse, Problem> {
    let next = form.first("next");
    after_password(&app, &staff, next).await?;
    if !is_shown(&app, &visitor, &staff.whose(), form.first("credential")).await? {
        let error = FieldError::new("passkey", visitor.locale.t("passkey-not-shown", &[])?);
        return asking(&app, &visitor, &staff, next, vec![error]).await;
    }
    ceremony::change(&app, &staff.whose(), |ceremony| ceremony.password_at = None).await?;
    renew(&app, &staff, onto(next)).await
}

/// Nothing when the password was shown in this session a moment ago, else the way to do so.
async fn after_password(app: &App, staff: &Member, next: &str) -> Result<(), Problem> {
    let shown = ceremony::under_way(app, &staff.whose()).await?.password_at;
    let fits = |at: &i64| app.clock.now() < Moment::from_micros(*at).plus_seconds(SECONDS);
    match shown.filter(fits) {
        Some(_) => Ok(()),
        None => Err(Problem::Elsewhere(format!("/account/confirm?next={}", encoded(next)))),
    }
}

/// The page that asks the browser, with a challenge of its own.
async fn asking(app: &App, visitor: &Visitor, staff: &Member, next: &str, errors: Vec<FieldError>) -> Result<HttpResponse, Problem> {
    let Some(options) = challenge(app, &staff.whose()).await? else {
        return Ok(reply::see_other(&format!("/account/confirm?next={}", encoded(next))));
    };
    let mut hidden = staff.signed_in(app).hidden;
    hidden.push(Hidden::new("next", next));
    let is_faulty = !errors.is_empty();
    let page = ConfirmPasskey { options, errors, hidden };
    if is_faulty { reply::staff_again(app, visitor, &page, staff) } else { reply::staff_page(app, visitor, &page, staff) }
}
