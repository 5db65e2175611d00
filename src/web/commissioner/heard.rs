//! Who was heard in the county, quarter by quarter, as far as disclosure control lets it out. Those who want their data used for
//! nothing but their own care are left out.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Serialize;

use super::file;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::heard::{Split, Stage, Unheard, unheard};
use crate::domain::care::heard_tables::{ReleasedTables, Shown};
use crate::domain::care::span::Span;
use crate::domain::disclosure::{Figure, Profile};
use crate::domain::framework::Programme;
use crate::sheet::guarded;
use crate::store::heard::{self as rows, Wanted};
use crate::web::heard::{self, Asked, Line, Writer};
use crate::web::pages::heard::Heard;
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

const AT: &str = "/commissioner/heard";

/// Names of providers and localities, by split and id.
type Names = HashMap<(Split, String), String>;

/// Shows how far everybody came.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeCountyFigures>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let (programme, span) = (asked.programme(&app, &[])?, quarter(&app, &asked)?);
    let (released, names) = release(&app, programme, span).await?;
    let writer = Writer { visitor: &visitor, names: &names };
    let mut tables = Vec::new();
    if let Some(whole) = &released.whole {
        tables.push(writer.everybody(&line(whole))?);
    }
    for (split, members) in released.splits.iter().filter(|(_, members)| !members.is_empty()) {
        tables.push(writer.split(*split, &members.iter().map(line).collect::<Vec<_>>())?);
    }
    let key = encoded(&programme.key);
    let page = Heard {
        about: visitor.locale.t("heard-county", &[])?,
        programmes: heard::programmes(&app, AT, programme, span),
        spans: Vec::new(),
        period: heard::name(&visitor.locale, span)?,
        months: heard::around(&app, &visitor.locale, span, &format!("{AT}?programme={key}&period="))?,
        sentence: sentence(&writer, &released)?,
        unheard: writer.unheard(&less(&released))?,
        stages: heard::stages(&visitor.locale)?,
        tables,
        csv: Some(format!("{AT}.csv?programme={key}&period={span}")),
        small_numbers: Some(visitor.locale.t("overview-small-numbers", &[])?),
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The same figures as a file.
pub async fn csv(app: Data<App>, staff: Staff<SeeCountyFigures>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let (programme, span) = (asked.programme(&app, &[])?, quarter(&app, &asked)?);
    let (released, names) = release(&app, programme, span).await?;
    let event = staff.event(&app, Action::FiguresExported).about("page:/commissioner/heard");
    staff.record(&app, event.with(format!("programme {} period {span}", programme.key))).await?;
    let whole = released.whole.iter().flat_map(|whole| records(programme, span, ("all", String::new()), whole));
    let split = |(split, members): &(Split, Vec<Shown>)| {
        let named = |shown: &Shown| {
            let name = names.get(&(*split, shown.member.clone())).unwrap_or(&shown.member);
            records(programme, span, (split.code(), guarded(name)), shown)
        };
        members.iter().flat_map(named).collect::<Vec<_>>()
    };
    file::download(&format!("heard-{}-{span}.csv", programme.key), whole.chain(released.splits.iter().flat_map(split)))
}

/// The quarter asked for. Months are not to be had: two of them and their quarter would give the third away.
fn quarter(app: &App, asked: &Asked) -> Result<Span, Problem> {
    match asked.span(app)? {
        Span::Month(_) => Err(Problem::NotFound),
        quarter @ Span::Quarter(_) => Ok(quarter),
    }
}

async fn release(app: &App, programme: &Programme, span: Span) -> Result<(ReleasedTables, Names), Problem> {
    let (first, last) = span.days();
    let wanted = Wanted { organisations: None, programme: programme.key.clone(), first, last, with_opted_out: false };
    let (tables, names) = app.store.read("who was heard", move |conn| Ok((rows::tables(conn, &wanted)?, heard::names(conn)?))).await?;
    Ok((tables.release(Profile::mhsds()), names))
}

fn line(shown: &Shown) -> Line {
    let share = shown.heard.figure().map(|figure| (figure.value(), figure.interval()));
    Line { member: shown.member.clone(), counts: shown.counts.clone(), share }
}

fn sentence(writer: &Writer<'_>, released: &ReleasedTables) -> Result<String, Problem> {
    let locale = &writer.visitor.locale;
    let Some(figure) = released.whole.as_ref().and_then(|whole| whole.heard.figure()) else {
        return Ok(locale.t("heard-withheld", &[])?);
    };
    let arguments = [
        ("eligible", writer.whole(figure.denominator()).into()),
        ("finished", writer.whole(figure.numerator().unwrap_or_default()).into()),
        ("share", writer.per_cent(figure.value()).into()),
        ("interval", figure.interval().map(|interval| writer.range(&interval)).transpose()?.unwrap_or_default().into()),
    ];
    Ok(locale.t("heard-sentence", &arguments)?)
}

/// Who was heard less than everybody else, worked out from what is shown and nothing else.
fn less(released: &ReleasedTables) -> Vec<Unheard> {
    let counts = |figure: &Figure| Some((figure.numerator()?, figure.denominator()));
    let Some(all) = released.whole.as_ref().and_then(|whole| whole.heard.figure()).and_then(counts) else { return Vec::new() };
    let of = |(split, members): &(Split, Vec<Shown>)| {
        let shown = |one: &Shown| Some((one.member.clone(), one.heard.figure().and_then(counts)?));
        unheard(*split, &members.iter().filter_map(shown).collect::<Vec<_>>(), all)
    };
    let mut found: Vec<Unheard> = released.splits.iter().flat_map(of).collect();
    found.sort_by(|a, b| a.difference.total_cmp(&b.difference));
    found
}

/// One count of a file.
#[derive(Debug, Serialize)]
struct Record {
    programme: String,
    period: String,
    breakdown: &'static str,
    member: String,
    stage: &'static str,
    count: Option<u64>,
    /// Of those who could have been asked, in per cent; with the last stage only.
    share: Option<f64>,
    lower_95: Option<f64>,
    upper_95: Option<f64>,
    /// `hidden` where the count is withheld.
    suppression: &'static str,
}

fn records(programme: &Programme, span: Span, (breakdown, member): (&'static str, String), shown: &Shown) -> Vec<Record> {
    let record = |(stage, count): (&Stage, &Option<u64>)| {
        let figure = shown.heard.figure().filter(|_| *stage == Stage::Finished);
        let interval = figure.and_then(Figure::interval);
        Record {
            programme: programme.key.clone(),
            period: span.to_string(),
            breakdown,
            member: member.clone(),
            stage: stage.code(),
            count: *count,
            share: figure.map(Figure::value),
            lower_95: interval.map(|interval| interval.lower),
            upper_95: interval.map(|interval| interval.upper),
            suppression: if count.is_some() { "" } else { "hidden" },
        }
    };
    Stage::ALL.iter().zip(&shown.counts).map(record).collect()
}
