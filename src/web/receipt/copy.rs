//! A copy of one's own answers: as a page, as plain text, and as a FHIR `QuestionnaireResponse`.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use serde_json::json;

use super::{Checked, Confirmed, Held, checked, confirmed, found};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::survey::response::questionnaire_response;
use crate::domain::survey::{Answers, Given, Language};
use crate::store::days::date;
use crate::store::{Conn, answers, audit};
use crate::web::birth_month;
use crate::web::form::Fields;
use crate::web::pages::own_answers::{Copy, CopyRow};
use crate::web::pages::part::grouped;
use crate::web::pages::respond::CheckAnswer;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::visitor::Visitor;

/// Shows the answers, or hands them over as a file.
pub async fn show(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    let held = match checked(&app, &visitor, &fields).await? {
        Checked::Held(held) => held,
        Checked::Again(page) => return Ok(page),
    };
    if held.response.withdrawn_at.is_some() {
        return reply::page(&app, &visitor, &found(&app, &visitor, &held, None)?, StatusCode::OK);
    }
    if let Confirmed::No(page) = confirmed(&app, &visitor, &held, &fields).await? {
        return Ok(page);
    }
    let (survey, id) = (held.response.survey_id, held.response.id);
    let (event, secret) = (held.event(&app, Action::AnswersCopied), app.secret.clone());
    let given = app.store.write("copy of answers", move |tx: &mut Conn| {
        audit::add(tx, &secret, &event)?;
        answers::load(tx, survey, id)
    });
    let given = held.journey.recall(&app.words().of(&held.response)?.opened(&given.await?)?);
    match fields.first("as") {
        "json" => Ok(file("application/fhir+json", &held, "json", exchanged(&app, &held, &given))),
        "text" => Ok(file("text/plain; charset=utf-8", &held, "txt", text(&visitor, &page(&app, &visitor, &held, &given)?)?)),
        _ => reply::page(&app, &visitor, &page(&app, &visitor, &held, &given)?, StatusCode::OK),
    }
}

fn page(app: &App, visitor: &Visitor, held: &Held, given: &Answers) -> Result<Copy, Problem> {
    let language = held.language(visitor);
    let walk = held.journey.walk(given, held.response.answered_day.map_or_else(|| app.clock.today(), date));
    let row = |page: &&crate::domain::survey::Page| {
        let said = given.get(&page.item.link_id).unwrap_or(&Given::Skipped);
        let answer = match said {
            Given::Values(_) => CheckAnswer::Given,
            Given::Declined => CheckAnswer::Declined,
            Given::Skipped => CheckAnswer::NotProvided,
        };
        let question = page.item.text.in_language(&language).to_owned();
        Ok(CopyRow { question, answer, lines: view::lines(&page.item, said, &language, &visitor.locale)? })
    };
    Ok(Copy {
        receipt: grouped(held.code.as_str()),
        code: held.code.as_str().to_owned(),
        pass: birth_month::pass(app, held.response.id),
        survey: held.title(&language),
        received: held.received(app),
        rows: walk.reachable().iter().map(row).collect::<Result<_, Problem>>()?,
        over_time: held.shows_own_results(),
        text_lang: view::text_lang(visitor, &language),
    })
}

/// The answers as plain text, a question and its answer in each paragraph.
fn text(visitor: &Visitor, page: &Copy) -> Result<String, Problem> {
    let locale = &visitor.locale;
    let received = locale.t("copy-received", &[("date", locale.date(page.received).into())])?;
    let mut text = format!("{}\n{received}\n", page.survey);
    for row in &page.rows {
        let said = match row.answer {
            CheckAnswer::Given => row.lines.join("\n"),
            CheckAnswer::Declined => locale.t("check-declined", &[])?,
            CheckAnswer::NotProvided => locale.t("check-not-provided", &[])?,
        };
        text.extend(["\n", row.question.as_str(), "\n", said.as_str(), "\n"]);
    }
    Ok(text)
}

/// The answers as they are exchanged, with the words that were read and the day they were sent.
fn exchanged(app: &App, held: &Held, given: &Answers) -> String {
    let language = Language::parse(&held.response.language).unwrap_or_else(Language::english);
    let mut resource = questionnaire_response(held.journey.definition(), given, &language);
    if let Some(fields) = resource.as_object_mut() {
        fields.insert("authored".to_owned(), json!(held.received(app).to_string()));
    }
    format!("{resource:#}\n")
}

fn file(kind: &str, held: &Held, ending: &str, body: String) -> HttpResponse {
    let name = format!("attachment; filename=\"{}.{ending}\"", held.survey);
    HttpResponse::Ok().content_type(kind).insert_header((header::CONTENT_DISPOSITION, name)).body(body)
}
