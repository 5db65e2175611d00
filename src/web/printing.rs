//! Forms to print, as PDF: any survey without a name, for staff to hand out.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path, Query, block};
use serde::Deserialize;

use super::problem::Problem;
use super::respond::draft::speaks;
use super::right::SeeSurveys;
use super::staff::Staff;
use crate::app::App;
use crate::domain::survey::{Journey, Language};
use crate::paper::Failure;
use crate::paper::survey::{Form, Meeting, Own, Sender, form};

/// How a form is wanted.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    /// Of the languages of the survey, the one nearest to this; its first where nothing is said.
    pub language: Option<String>,
    /// In large print, whatever it says.
    pub large: Option<String>,
}

/// What is printed of a survey.
pub struct Printed {
    pub journey: std::sync::Arc<Journey>,
    /// The language of the reader.
    pub reader: Option<Language>,
    pub large: bool,
    /// Whose form it is.
    pub person: Option<Own>,
    /// The event at which it is filled in, and how those who hold it are reached.
    pub event: Option<(Meeting, String)>,
}

/// A blank form.
pub async fn blank(app: Data<App>, _staff: Staff<SeeSurveys>, key: Path<String>, wanted: Query<Wanted>) -> Result<HttpResponse, Problem> {
    let journey = app.catalogue.current(&app.store, &key).await?.journey;
    let reader = wanted.language.as_deref().and_then(Language::parse);
    let bytes = print(&app, Printed { journey, reader, large: wanted.large.is_some(), person: None, event: None }).await?;
    Ok(pdf(&format!("{key}.pdf"), bytes))
}

/// The form, made where no other request waits for it.
pub async fn print(app: &App, printed: Printed) -> Result<Vec<u8>, Problem> {
    let languages = &printed.journey.definition().languages;
    let reader = printed.reader.clone().or_else(|| languages.first().cloned()).unwrap_or_else(Language::english);
    let language = speaks(&printed.journey, &reader);
    let locale = app.locales.find(&language).unwrap_or(app.locales.english()).clone();
    let (event, contact) = printed.event.clone().unzip();
    let sender = Sender {
        organisation: app.settings.organisation.clone(),
        contact: contact.or_else(|| app.settings.contact.clone()),
        help_line: app.settings.help_line.clone(),
        address: if event.is_some() { entered_at(app, "/join") } else { resume_address(app) },
    };
    let today = app.clock.today();
    let work = move || {
        let definition = printed.journey.definition();
        form(&Form {
            definition,
            language: &language,
            locale: &locale,
            person: printed.person,
            event,
            large: printed.large,
            sender: &sender,
            today,
        })
    };
    block(work).await.map_err(|_| Problem::Busy)?.map_err(|why| match why {
        Failure::Letters(_) | Failure::NothingAsked => Problem::Unprintable,
        Failure::Sentence(why) => why.into(),
        Failure::Unfinished(why) => Problem::Internal(why),
    })
}

/// Where a code is entered, as people copy it from paper: browsers know the scheme.
#[must_use]
pub fn resume_address(app: &App) -> String {
    entered_at(app, "/resume")
}

fn entered_at(app: &App, path: &str) -> String {
    let origin = app.settings.origin();
    format!("{}{path}", origin.strip_prefix("https://").unwrap_or(&origin))
}

/// A document to keep or print.
#[must_use]
pub fn pdf(name: &str, bytes: Vec<u8>) -> HttpResponse {
    let name = format!("attachment; filename=\"{name}\"");
    HttpResponse::Ok().content_type("application/pdf").insert_header((header::CONTENT_DISPOSITION, name)).body(bytes)
}
