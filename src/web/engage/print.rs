//! Posters and cards for the tables, as PDF, in each language of the event that Saywell speaks.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query, block};
use serde::Deserialize;

use super::{own, words};
use crate::app::App;
use crate::domain::survey::Language;
use crate::i18n::{Locale, MissingMessage};
use crate::paper::Failure;
use crate::paper::poster::{Format, Poster, poster};
use crate::store::events::{Event, listed};
use crate::web::pages::engage::Print;
use crate::web::printing::pdf;
use crate::web::problem::Problem;
use crate::web::provider::person_fields::language_name;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;

/// How it is wanted.
#[derive(Debug, Deserialize)]
pub struct Wanted {
    /// One of the languages of the event; its first that Saywell speaks where nothing is said.
    language: Option<String>,
}

/// A poster on A4.
pub async fn wall(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>, wanted: Query<Wanted>) -> Result<HttpResponse, Problem> {
    print(&app, &staff, &id, &wanted, Format::Poster).await
}

/// A card for a table on A5.
pub async fn card(app: Data<App>, staff: Staff<ManageEvents>, id: Path<String>, wanted: Query<Wanted>) -> Result<HttpResponse, Problem> {
    print(&app, &staff, &id, &wanted, Format::Card).await
}

/// The languages of an event that Saywell speaks; English where it speaks none of them.
fn spoken(app: &App, event: &Event) -> Vec<Arc<Locale>> {
    let known = |tag: &str| Language::parse(tag).and_then(|language| app.locales.find(&language).cloned());
    let mut all: Vec<Arc<Locale>> = listed(&event.languages).filter_map(known).collect();
    all.dedup_by(|later, first| later.language() == first.language());
    if all.is_empty() { vec![Arc::clone(app.locales.english())] } else { all }
}

/// Where each poster and card is, and the form on paper where something is asked.
pub(super) fn ways(app: &App, locale: &Locale, event: &Event) -> Result<Vec<Print>, MissingMessage> {
    let way = |own: Arc<Locale>| {
        let query = format!("?language={}", own.language());
        Ok(Print {
            language: language_name(locale, own.language().as_str())?,
            poster: format!("{}/poster.pdf{query}", words::at(event)),
            card: format!("{}/card.pdf{query}", words::at(event)),
            form: event.survey_id.map(|_| format!("{}/form.pdf{query}", words::at(event))),
        })
    };
    spoken(app, event).into_iter().map(way).collect()
}

async fn print(app: &App, staff: &Staff<ManageEvents>, id: &str, wanted: &Wanted, format: Format) -> Result<HttpResponse, Problem> {
    let event = own(app, staff, id).await?;
    let all = spoken(app, &event);
    let chosen = all.iter().find(|locale| wanted.language.as_deref() == Some(locale.language().as_str()));
    let locale = Arc::clone(chosen.or(all.first()).unwrap_or(app.locales.english()));
    let minutes = if event.survey_id.is_some() {
        app.catalogue.current(&app.store, &event.survey_key()).await?.journey.definition().minutes
    } else {
        None
    };
    let made = app.clock.today();
    let said = Poster {
        title: event.title.clone(),
        when: words::when(app, &locale, &event)?,
        place: event.place.clone(),
        directions: event.directions.clone(),
        offers: words::offers(&locale, &event)?,
        link: words::link(app, &event),
        code: words::code(&event),
        address: words::short_address(app),
        minutes,
        contact: event.contact.clone(),
        format,
        locale,
    };
    let name = format!("{}-{}-{}.pdf", format.code(), event.join_code.to_ascii_lowercase(), said.locale.language());
    let bytes = block(move || poster(&said, made)).await.map_err(|_| Problem::Busy)?.map_err(|why| match why {
        Failure::Letters(_) | Failure::NothingAsked => Problem::Unprintable,
        Failure::Sentence(why) => why.into(),
        Failure::Unfinished(why) => Problem::Internal(why),
    })?;
    Ok(pdf(&name, bytes))
}
