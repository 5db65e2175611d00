//! The form of an event on paper, for those who would rather write: with the code and the square code of the event.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::{own, words};
use crate::app::App;
use crate::domain::survey::Language;
use crate::paper::survey::Meeting;
use crate::web::printing::{Printed, Wanted, pdf, print};
use crate::web::problem::Problem;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;

/// The form, in one of its languages. [`Problem::Unprintable`] where the event asks nothing.
pub async fn show(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>, wanted: Query<Wanted>) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    if event.survey_id.is_none() {
        return Err(Problem::Unprintable);
    }
    let meeting = Meeting { code: words::code(&event), link: words::link(&app, &event) };
    let printed = Printed {
        journey: app.catalogue.current(&app.store, &event.survey_key()).await?.journey,
        reader: wanted.language.as_deref().and_then(Language::parse),
        large: wanted.large.is_some(),
        person: None,
        event: Some((meeting, event.contact.clone())),
    };
    Ok(pdf(&format!("{}.pdf", event.survey_key()), print(&app, printed).await?))
}
