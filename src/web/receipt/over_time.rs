//! One's own scores over time: numbers, a small chart and a sentence that says no more than the numbers do. No label, no
//! judgement, and only where the survey allows it.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use rust_decimal::Decimal;

use super::{Checked, Confirmed, Held, checked, confirmed, found};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::survey::scoring::Score;
use crate::store::days::date;
use crate::store::scores::{self, Earlier};
use crate::store::{Conn, audit};
use crate::web::birth_month;
use crate::web::chart::{self, Bounds, Notes, Options, Point};
use crate::web::form::Fields;
use crate::web::pages::own_answers::{Measure, MeasureRow, OverTime};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::respond::view;
use crate::web::visitor::Visitor;

/// Shows how the scores of the person whose answers these are went.
pub async fn show(app: Data<App>, visitor: Visitor, fields: Fields) -> Result<HttpResponse, Problem> {
    let held = match checked(&app, &visitor, &fields).await? {
        Checked::Held(held) => held,
        Checked::Again(page) => return Ok(page),
    };
    if held.response.withdrawn_at.is_some() {
        return reply::page(&app, &visitor, &found(&app, &visitor, &held, None)?, StatusCode::OK);
    }
    let Some((person, _)) = held.whose.as_ref().filter(|_| held.shows_own_results()) else { return Err(Problem::NotFound) };
    if let Confirmed::No(page) = confirmed(&app, &visitor, &held, &fields).await? {
        return Ok(page);
    }
    let (whose, survey, respondent) = ((person.organisation_id, person.id), held.response.survey_id, held.response.respondent.clone());
    let (event, secret) = (held.event(&app, Action::OwnResultsViewed), app.secret.clone());
    let all = app.store.write("own results", move |tx: &mut Conn| {
        audit::add(tx, &secret, &event)?;
        scores::over_time(tx, whose, survey, &respondent)
    });
    let page = page(&app, &visitor, &held, &all.await?)?;
    reply::page(&app, &visitor, &page, StatusCode::OK)
}

fn page(app: &App, visitor: &Visitor, held: &Held, all: &[Earlier]) -> Result<OverTime, Problem> {
    let language = held.language(visitor);
    let mut measures = Vec::new();
    for (number, score) in held.journey.definition().scores.iter().enumerate() {
        let own: Vec<&Earlier> = all.iter().filter(|one| one.score == score.key).collect();
        measures.extend(measure(visitor, held, (number, score), &own)?);
    }
    Ok(OverTime {
        survey: held.title(&language),
        measures,
        code: held.code.as_str().to_owned(),
        pass: birth_month::pass(app, held.response.id),
        local_line: view::local_line(app),
        text_lang: view::text_lang(visitor, &language),
    })
}

/// One score; nothing where it was answered less than twice.
fn measure(visitor: &Visitor, held: &Held, (number, score): (usize, &Score), own: &[&Earlier]) -> Result<Option<Measure>, Problem> {
    let (Some(first), Some(last)) = (own.first(), own.last().filter(|_| own.len() > 1)) else { return Ok(None) };
    let locale = &visitor.locale;
    let places = usize::from(own.iter().any(|one| one.thousandths % 1000 != 0));
    let written = |one: &Earlier| locale.number(points(one.thousandths), places);
    let day = |one: &Earlier| locale.date(date(one.answered_day.unwrap_or_default()));
    let arguments =
        [("first", day(first).into()), ("from", written(first).into()), ("last", day(last).into()), ("to", written(last).into())];
    let sentence = locale.t("over-time-sentence", &arguments)?;
    let title = score.title.in_language(&held.language(visitor)).to_owned();
    let ends = score.range(held.journey.definition());
    let range = ends.map(|(low, high)| {
        locale.t("over-time-range", &[("low", low.normalize().to_string().into()), ("high", high.normalize().to_string().into())])
    });
    let point = |one: &&Earlier| Point {
        label: locale.month_brief(date(one.answered_day.unwrap_or_default())),
        value: Some(points(one.thousandths)),
        lower: None,
        upper: None,
        provisional: false,
    };
    let plot: Vec<Point> = own.iter().map(point).collect();
    let bounds = Bounds { lowest: ends.map(|(low, _)| real(low)), highest: ends.map(|(_, high)| real(high)) };
    let id = format!("over-time-{}", number + 1);
    let notes = Notes { interval: "", withheld: "", provisional: "" };
    let number = |value: f64| locale.number(value, usize::from(value.fract() != 0.0));
    let options = Options { id: &id, title: &title, description: &sentence, notes, bounds, number: &number };
    let chart = chart::trend(&plot, &options);
    let rows = own.iter().map(|one| MeasureRow { day: day(one), value: written(one) }).collect();
    Ok(Some(Measure { chart, rows, range: range.transpose()?, sentence, title }))
}

fn points(thousandths: i64) -> f64 {
    real(Decimal::new(thousandths, 3))
}

/// A score as a chart takes it.
fn real(points: Decimal) -> f64 {
    points.to_string().parse().unwrap_or_default()
}
