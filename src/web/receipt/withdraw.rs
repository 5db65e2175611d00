//! Taking answers back, after a page that says what that means.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;

use super::{Checked, checked, found};
use crate::app::App;
use crate::domain::access::Action;
use crate::store::{Conn, audit, withdrawals};
use crate::web::form::Fields;
use crate::web::pages::part::grouped;
use crate::web::pages::receipt::{Withdraw, Withdrawn};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::visitor::Visitor;

/// Asks whether they are sure and, once they are, deletes the answers. Sent again, it changes nothing.
pub async fn withdraw(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    let held = match checked(&app, &visitor, &fields).await? {
        Checked::Held(held) => held,
        Checked::Again(page) => return Ok(page),
    };
    if held.response.withdrawn_at.is_some() {
        return reply::page(&app, &visitor, &found(&app, &visitor, &held, None)?, StatusCode::OK);
    }
    if fields.first("sure") != "yes" {
        let language = held.language(&visitor);
        let page = Withdraw {
            receipt: grouped(held.code.as_str()),
            code: held.code.as_str().to_owned(),
            survey: held.title(&language),
            text_lang: view::text_lang(&visitor, &language),
        };
        return reply::page(&app, &visitor, &page, StatusCode::OK);
    }
    let (survey, id, now) = (held.response.survey_id, held.response.id, app.clock.now().micros());
    let (definitions, event, secret) = (app.definitions_of(&held.survey), held.event(&app, Action::AnswersWithdrawn), app.secret.clone());
    let work = move |tx: &mut Conn| {
        if withdrawals::withdraw(tx, survey, id, now, &definitions)? { audit::add(tx, &secret, &event) } else { Ok(()) }
    };
    app.store.write("withdraw", work).await?;
    Ok(reply::see_other("/receipt/withdrawn"))
}

/// Says that the answers are gone.
pub async fn withdrawn(app: Data<App>, visitor: Visitor) -> Result<HttpResponse, Problem> {
    reply::page(&app, &visitor, &Withdrawn {}, StatusCode::OK)
}
