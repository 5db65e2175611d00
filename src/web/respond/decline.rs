//! Not wanting to answer: a page with a few choices, and the one press that mail programs offer (RFC 8058). It works as long as
//! the link is known, even when there is nothing to answer any more: who wants no more surveys is heard at any time.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::{self, Data, Path};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};

use super::draft::speaks;
use super::invited::{find, speak};
use super::view;
use crate::app::App;
use crate::domain::access::{Action, Event};
use crate::domain::care::declining::Declining;
use crate::store::days::day;
use crate::store::invited::Invited;
use crate::store::stops::Row;
use crate::store::{Conn, audit, invitations, stops};
use crate::web::form::Fields;
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::pages::invited::{Decline, Ended, Kind};
use crate::web::pages::part::FieldError;
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;
use crate::web::{reply, state};

/// The name of the choice.
const FIELD: &str = "declining";

/// The programme in which a lost baby is among the choices.
const MATERNITY: &str = "maternity";

/// What was posted.
pub enum Said {
    /// The one press of a mail program.
    OneClick,
    /// Our own form.
    Form(Fields),
}

impl FromRequest for Said {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if !request.content_type().eq_ignore_ascii_case("multipart/form-data") {
            let fields = Fields::from_request(request, payload);
            return Box::pin(async move {
                let fields = fields.await?;
                Ok(if fields.first("List-Unsubscribe") == "One-Click" { Self::OneClick } else { Self::Form(fields) })
            });
        }
        let patience = Duration::from_secs(state(request).settings.form_seconds);
        let body = tokio::time::timeout(patience, web::Bytes::from_request(request, payload));
        Box::pin(async move {
            let body = body.await.map_err(|_| Problem::TooSlow)?.map_err(|_| Problem::Unreadable)?;
            let is_one_click = body.windows(b"One-Click".len()).any(|part| part == b"One-Click");
            if is_one_click { Ok(Self::OneClick) } else { Err(Problem::NotAForm) }
        })
    }
}

/// Shows the choices.
pub async fn show(app: Data<App>, mut visitor: Visitor, token: Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let found = find(&app, &token).await?;
    speak(&app, &mut visitor, &request, &found);
    let page = page(&app, &visitor, &token, &found, None).await?;
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

/// Keeps what was chosen, and says so. Sent again, it changes nothing.
pub async fn decline(
    app: Data<App>,
    mut visitor: Visitor,
    token: Path<String>,
    request: HttpRequest,
    said: Said,
) -> Result<HttpResponse, Problem> {
    let found = find(&app, &token).await?;
    speak(&app, &mut visitor, &request, &found);
    let chosen = match &said {
        Said::OneClick => Some(Declining::NoSurveys),
        Said::Form(fields) => Declining::from_code(fields.first(FIELD)),
    };
    let Some(chosen) = chosen else {
        let page = page(&app, &visitor, &token, &found, Some("declining-empty")).await?;
        return reply::page(&app, &visitor, &page, view::INVALID);
    };
    keep(&app, &found, chosen).await?;
    let kind = match chosen {
        Declining::NotNow => Kind::Declined,
        Declining::NoSurveys => Kind::NoSurveys,
        _ => Kind::Sorry,
    };
    let page = Ended { kind, again: None, local_line: view::local_line(&app) };
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

async fn keep(app: &App, found: &Invited, chosen: Declining) -> Result<(), Problem> {
    let (now, id, organisation) = (app.clock.now().micros(), found.invitation.id, found.person.organisation_id);
    let stop = chosen.stop().map(|reason| Row {
        organisation_id: organisation,
        id: app.random.id(&app.clock),
        person_id: found.person.id,
        reason: reason.code().to_owned(),
        from_day: day(app.clock.today()),
        until_day: None,
        noted_by: None,
        noted_at: now,
        lifted_at: None,
    });
    let event = Event::by_respondent(Action::AnswerDeclined, now, Some(organisation.0)).about(format!("invitation:{}", id.0));
    let (event, secret) = (event.with(chosen.code()), app.secret.clone());
    let work = move |tx: &mut Conn| {
        invitations::declined(tx, id, now)?;
        if let Some(stop) = &stop {
            let noted = stops::of_people(tx, organisation, &[stop.person_id])?;
            if !noted.iter().any(|earlier| earlier.reason == stop.reason && earlier.until_day.is_none()) {
                stops::add(tx, stop)?;
            }
        }
        audit::add(tx, &secret, &event)
    };
    Ok(app.store.write("decline", work).await?)
}

async fn page(app: &App, visitor: &Visitor, token: &str, found: &Invited, fault: Option<&str>) -> Result<Decline, Problem> {
    let locale = &visitor.locale;
    let offered = Declining::ALL.iter().filter(|one| **one != Declining::BabyLoss || found.episode.programme == MATERNITY);
    let choice = |one: &Declining| Ok(Choice::new(one.code(), locale.t(&format!("declining-{}", one.code()), &[])?));
    let options = offered.map(choice).collect::<Result<Vec<_>, Problem>>()?;
    let input = Input::Radios { options: Field::options(FIELD, options, "") };
    let errors = fault.map(|key| Ok::<_, Problem>(FieldError::new(FIELD, locale.t(key, &[])?))).transpose()?;
    let choice = Field { errors: errors.into_iter().collect(), ..Field::new(FIELD, locale.t("declining-legend", &[])?, input) };
    let current = app.catalogue.current(&app.store, &found.survey).await?;
    let language = speaks(&current.journey, locale.language());
    Ok(Decline {
        survey: current.journey.definition().title.in_language(&language).to_owned(),
        errors: choice.errors.clone(),
        choice,
        link: format!("/i/{token}"),
        text_lang: view::text_lang(visitor, &language),
    })
}
