//! For machines that look after Saywell: is it alive, and can it work.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::App;
use crate::store::{self, Error};

/// The process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("live\n")
}

/// The database answers too.
pub async fn ready(app: Data<App>) -> HttpResponse {
    let looked: Result<_, Error> = app.store.read("ready", store::surveys::list).await;
    match looked {
        Ok(_) => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ready\n"),
        Err(why) => {
            tracing::warn!(%why, "not ready");
            HttpResponse::ServiceUnavailable().content_type("text/plain; charset=utf-8").body("the database does not answer\n")
        }
    }
}
