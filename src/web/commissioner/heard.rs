//! Who was heard in the county, quarter by quarter, from what was released and nothing else. Those who want their data used for
//! nothing but their own care are left out.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::{Deserialize, Serialize};

use super::funnel::{County, Funnel, STAGES, code};
use super::names::Names;
use super::{file, periods};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::domain::care::heard::{Split, Stage, Unheard, unheard};
use crate::domain::care::span::Span;
use crate::domain::disclosure::Profile;
use crate::domain::indicator::{Breakdown, Period};
use crate::domain::release::{Place, heard as released};
use crate::domain::statistics::{Confidence, Interval, proportion, real};
use crate::i18n::Locale;
use crate::released::Ledger;
use crate::sheet::guarded;
use crate::web::heard::{self, Line, Writer};
use crate::web::pages::figures::MonthLink;
use crate::web::pages::heard::Heard;
use crate::web::pages::part::Choice;
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

const AT: &str = "/commissioner/heard";

/// Which survey, and when.
#[derive(Debug, Deserialize)]
pub struct Asked {
    survey: Option<String>,
    period: Option<String>,
}

/// What was asked for.
struct View<'a> {
    survey: &'a str,
    /// The quarters that have left.
    quarters: Vec<Span>,
    quarter: Span,
}

impl Asked {
    /// None while nothing has left. [`Problem::NotFound`] for a survey of which nothing has, and for what is no quarter or has not
    /// begun. Months are not to be had: two of them and their quarter would give the third away.
    fn view<'a>(&self, app: &App, ledger: &'a Ledger) -> Result<Option<View<'a>>, Problem> {
        let asked = self.survey.as_deref().filter(|survey| !survey.is_empty());
        let mut surveys = ledger.heard().peekable();
        if surveys.peek().is_none() {
            return Ok(None);
        }
        let mut chosen = surveys.filter(|(survey, _)| asked.is_none_or(|asked| asked == *survey));
        let (survey, lasts) = chosen.next().ok_or(Problem::NotFound)?;
        let quarters: Vec<Span> = lasts.map(Span::quarter_of).collect();
        let newest = quarters.last().copied().ok_or(Problem::NotFound)?;
        let quarter = match self.period.as_deref().filter(|period| !period.is_empty()) {
            None => newest,
            Some(text) => match Span::parse(text).ok_or(Problem::NotFound)? {
                quarter @ Span::Quarter(first) if first <= Period::of(app.clock.today()) => quarter,
                _ => return Err(Problem::NotFound),
            },
        };
        Ok(Some(View { survey, quarters, quarter }))
    }
}

/// Shows how far everybody came.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeCountyFigures>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let locale = &visitor.locale;
    let told = periods::told(&app, locale, &ledger)?;
    let Some(view) = asked.view(&app, &ledger)? else {
        return reply::staff_page(&app, &visitor, &bare(locale, told)?, &staff);
    };
    let names = app.store.read("names", heard::names).await?;
    let writer = Writer { visitor: &visitor, names: &names, stages: &STAGES };
    let period = heard::name(locale, view.quarter)?;
    let common = Heard {
        programmes: surveys(&app, locale, &ledger, &view).await?,
        months: around(locale, &view)?,
        period: period.clone(),
        ..bare(locale, told)?
    };
    let page = match County::of(&ledger, view.survey, view.quarter) {
        None => Heard { sentence: locale.t("heard-not-released", &[("period", period.into())])?, ..common },
        Some(county) => Heard {
            sentence: sentence(&writer, &county)?,
            unheard: writer.unheard(&less(&county))?,
            tables: tables(&writer, &county)?,
            csv: Some(format!("{AT}.csv?survey={}&period={}", encoded(view.survey), view.quarter)),
            ..common
        },
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The page of which nothing is known but when there will be something.
fn bare(locale: &Locale, told: String) -> Result<Heard, Problem> {
    Ok(Heard {
        about: locale.t("heard-county", &[])?,
        explain: locale.t("heard-county-explain", &[])?,
        choose: locale.t("heard-surveys", &[])?,
        programmes: Vec::new(),
        spans: Vec::new(),
        period: locale.t("heard-quarters", &[])?,
        months: Vec::new(),
        sentence: locale.t("heard-nothing-released", &[])?,
        unheard: Vec::new(),
        stages: heard::stages(locale, &STAGES)?,
        share: locale.t("heard-share-asked", &[])?,
        tables: Vec::new(),
        csv: None,
        small_numbers: Some(format!("{} {told}", locale.t("overview-small-numbers", &[])?)),
        text_lang: None,
    })
}

/// The same page for each survey of which something has left.
async fn surveys(app: &App, locale: &Locale, ledger: &Ledger, view: &View<'_>) -> Result<Vec<Choice>, Problem> {
    let mut choices = Vec::new();
    for (survey, _) in ledger.heard() {
        let journey = app.catalogue.current(&app.store, survey).await?.journey;
        choices.push(Choice {
            label: journey.definition().title.in_language(locale.language()).to_owned(),
            href: format!("{AT}?survey={}&period={}", encoded(survey), view.quarter),
            current: survey == view.survey,
        });
    }
    Ok(choices)
}

/// The quarters before and after that have left.
fn around(locale: &Locale, view: &View<'_>) -> Result<Vec<MonthLink>, Problem> {
    let address = format!("{AT}?survey={}&period=", encoded(view.survey));
    let before = view.quarters.iter().rev().find(|quarter| quarter.last() < view.quarter.first());
    let after = view.quarters.iter().find(|quarter| quarter.first() > view.quarter.last());
    let link = |quarter: &Span| Ok(MonthLink { label: heard::name(locale, *quarter)?, href: format!("{address}{quarter}") });
    before.into_iter().chain(after).map(link).collect()
}

/// The split that a breakdown is.
fn split(breakdown: Breakdown) -> Split {
    Split::from_code(breakdown.code()).unwrap_or(Split::Provider)
}

fn tables(writer: &Writer<'_>, county: &County) -> Result<Vec<crate::web::pages::heard::Table>, Problem> {
    let mut tables = Vec::new();
    if let Some(whole) = county.funnels.first() {
        tables.push(writer.everybody(&line(whole))?);
    }
    for by in released::BY {
        let lines: Vec<Line> = county.by(by).into_iter().map(line).collect();
        if !lines.is_empty() {
            tables.push(writer.split(split(by), &lines)?);
        }
    }
    Ok(tables)
}

fn line(funnel: &Funnel) -> Line {
    Line { member: code(funnel.place), counts: STAGES.iter().map(|stage| funnel.reached(*stage)).collect(), share: share(funnel) }
}

/// Those who finished of those asked, in per cent, with its interval: worked out from the rounded counts.
fn share(funnel: &Funnel) -> Option<(f64, Option<Interval>)> {
    let (asked, finished) = funnel.heard.filter(|(asked, _)| *asked > 0)?;
    let per_cent = |fraction: f64| (100.0 * fraction).round();
    let interval = proportion::wilson(finished, asked, Confidence::P95).map(|interval| interval.map(per_cent));
    Some((per_cent(real(finished) / real(asked)), interval))
}

fn sentence(writer: &Writer<'_>, county: &County) -> Result<String, Problem> {
    let locale = &writer.visitor.locale;
    let whole = county.funnels.first();
    let Some(((asked, finished), (share, interval))) = whole.and_then(|whole| whole.heard.zip(share(whole))) else {
        return Ok(locale.t("heard-withheld", &[])?);
    };
    let arguments = [
        ("asked", writer.whole(asked).into()),
        ("finished", writer.whole(finished).into()),
        ("share", writer.per_cent(share).into()),
        ("interval", interval.map(|interval| writer.range(&interval)).transpose()?.unwrap_or_default().into()),
    ];
    let heard = locale.t("heard-asked-sentence", &arguments)?;
    let Some(not_asked) = whole.and_then(|whole| whole.not_asked) else { return Ok(heard) };
    Ok(format!("{heard} {}", locale.t("heard-not-asked", &[("count", writer.whole(not_asked).into())])?))
}

/// Who was heard less than everybody else, worked out from what is shown and nothing else.
fn less(county: &County) -> Vec<Unheard> {
    let heard = |funnel: &Funnel| funnel.heard.map(|(asked, finished)| (finished, asked));
    let Some(all) = county.funnels.first().and_then(heard) else { return Vec::new() };
    let of = |by: &Breakdown| {
        let members: Vec<(String, (u64, u64))> =
            county.by(*by).into_iter().filter_map(|one| Some((code(one.place), heard(one)?))).collect();
        unheard(split(*by), &members, all)
    };
    let mut found: Vec<Unheard> = released::BY.iter().flat_map(of).collect();
    found.sort_by(|a, b| a.difference.total_cmp(&b.difference));
    found
}

/// The same figures as a file.
pub async fn csv(app: Data<App>, staff: Staff<SeeCountyFigures>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let Some(view) = asked.view(&app, &ledger)? else {
        // Nothing has left yet: a file without a line.
        staff.record(&app, staff.event(&app, Action::FiguresExported).about("page:/commissioner/heard")).await?;
        return file::download("heard.csv", std::iter::empty::<Record>());
    };
    let county = County::of(&ledger, view.survey, view.quarter).ok_or(Problem::NotFound)?;
    let names = Names::read(&app).await?;
    let event = staff.event(&app, Action::FiguresExported).about("page:/commissioner/heard");
    staff.record(&app, event.with(format!("survey {} period {}", view.survey, view.quarter))).await?;
    let clerk = Clerk { app: &app, ledger: &ledger, names: &names, view: &view, release: county.release };
    file::download(&format!("heard-{}-{}.csv", view.survey, view.quarter), county.funnels.iter().flat_map(|one| clerk.records(one)))
}

/// One count of a file.
#[derive(Debug, Serialize)]
struct Record {
    survey: String,
    release: i64,
    released_on: String,
    period_from: String,
    period: String,
    breakdown: &'static str,
    member_code: String,
    member_name: String,
    stage: &'static str,
    count: Option<u64>,
    /// Of those asked, in per cent; with the last stage only.
    share: Option<f64>,
    lower_95: Option<f64>,
    upper_95: Option<f64>,
    /// The disclosure rule it was released by.
    rule: String,
    /// As the rule flags what is withheld; nothing where the count is shown.
    suppression: &'static str,
    /// The rule's code for why.
    reason: &'static str,
}

/// Writes the counts of a file.
struct Clerk<'a> {
    app: &'a App,
    ledger: &'a Ledger,
    names: &'a Names,
    view: &'a View<'a>,
    release: i64,
}

impl Clerk<'_> {
    /// The stages, and the two counts besides that two of them are made of.
    fn records(&self, funnel: &Funnel) -> Vec<Record> {
        let stages = STAGES.iter().map(|stage| (stage.code(), funnel.reached(*stage)));
        let others = [("not-asked", funnel.not_asked), ("unfinished", funnel.unfinished)];
        stages.chain(others).map(|(stage, count)| self.record(funnel, stage, count)).collect()
    }

    fn record(&self, funnel: &Funnel, stage: &'static str, count: Option<u64>) -> Record {
        let release = self.ledger.release(self.release);
        let made = release.map(|release| Moment::from_micros(release.made_at).date(self.app.clock.zone()).to_string());
        let rules = release.and_then(|release| Profile::find(&release.profile)).map(|profile| profile.rules());
        let hidden = rules.filter(|_| count.is_none());
        let share = share(funnel).filter(|_| stage == Stage::Finished.code());
        let interval = share.and_then(|(_, interval)| interval);
        let name = self.names.name(self.app.locales.english(), funnel.place).unwrap_or_default();
        Record {
            survey: self.view.survey.to_owned(),
            release: self.release,
            released_on: made.unwrap_or_default(),
            period_from: self.view.quarter.first().to_string(),
            period: self.view.quarter.last().to_string(),
            breakdown: funnel.place.breakdown.code(),
            member_code: guarded(&self.names.code(funnel.place)),
            member_name: if funnel.place == Place::WHOLE { String::new() } else { guarded(&name) },
            stage,
            count,
            share: share.map(|(share, _)| share),
            lower_95: interval.map(|interval| interval.lower),
            upper_95: interval.map(|interval| interval.upper),
            rule: release.map(|release| release.profile.clone()).unwrap_or_default(),
            suppression: hidden.map_or("", |rules| rules.flag.as_str()),
            reason: hidden.map_or("", |rules| rules.reasons.protects.as_str()),
        }
    }
}
