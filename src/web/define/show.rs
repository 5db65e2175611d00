//! One version of a definition: where it stands, what it counts in plain words, how it differs from the one before, and what the
//! draft would change.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::difference::compared;
use super::surveys::Surveys;
use super::words::Writer;
use super::{About, effect, month};
use crate::app::App;
use crate::domain::access::Permission;
use crate::domain::indicator::{Definition, Period};
use crate::i18n::{Locale, MissingMessage};
use crate::store::accounts;
use crate::store::definitions::{DRAFT, DROPPED, Kept};
use crate::store::ids::AccountId;
use crate::web::answered::shown::day;
use crate::web::pages::define::{DefinitionPage, Differences, Line, May, Rule, VersionLine};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeFramework;
use crate::web::staff::{Member, Staff};
use crate::web::visitor::Visitor;

/// What was done a moment ago.
const DONE: [&str; 6] = ["drafted", "changed", "proposed", "sent-back", "approved", "dropped"];

/// While a draft is being counted the page asks again after so many seconds.
const AGAIN: u32 = 5;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// Shows the version in force.
pub async fn current(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeFramework>,
    key: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let about = About::load(&app, &key).await?;
    let version = i32::try_from(about.current.version).unwrap_or(i32::MAX);
    show(&app, &visitor, &staff, (&about, version, &done)).await
}

/// Shows one version.
pub async fn version(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeFramework>,
    of: Path<(String, i32)>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let (key, version) = of.into_inner();
    let about = About::load(&app, &key).await?;
    show(&app, &visitor, &staff, (&about, version, &done)).await
}

/// One version as a file.
pub async fn toml(app: Data<App>, _staff: Staff<SeeFramework>, of: Path<(String, i32)>) -> Result<HttpResponse, Problem> {
    let (key, version) = of.into_inner();
    let about = About::load(&app, &key).await?;
    let kept = about.versions.into_iter().find(|one| one.version == version).ok_or(Problem::NotFound)?;
    let name = format!("attachment; filename=\"{}-{}.toml\"", kept.indicator, kept.version);
    Ok(HttpResponse::Ok()
        .content_type("application/toml; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, name))
        .body(kept.source))
}

async fn show(app: &App, visitor: &Visitor, staff: &Member, (about, version, done): (&About, i32, &Done)) -> Result<HttpResponse, Problem> {
    let locale = &visitor.locale;
    let kept = about.versions.iter().find(|one| one.version == version).ok_or(Problem::NotFound)?;
    let (definition, surveys) = (kept.definition()?, Surveys::load(app).await?);
    let before = about.before(version).map(Kept::definition).transpose()?;
    let may = may(about, kept, staff);
    let is_shown = kept.is_draft() && staff.may(Permission::SeeCountyFigures);
    let done = done.done.as_deref().filter(|done| DONE.contains(done));
    let page = DefinitionPage {
        at: about.at(),
        title: definition.title_in(locale.language()).to_owned(),
        done: done.map(|done| locale.t(&format!("define-done-{done}"), &[])).transpose()?,
        version,
        state: state(app, locale, (about, kept)).await?,
        rules: Writer { app, locale, surveys: &surveys }.rules(&definition, about.until(version).filter(|_| !kept.is_draft()))?,
        own: own(locale, &definition)?,
        differences: before.map(|before| differences(locale, &before, &definition)).transpose()?,
        effect: if is_shown { effect::of(app, locale, kept).await? } else { None },
        versions: about.versions.iter().rev().map(|one| line(locale, about, (one, version))).collect::<Result<_, _>>()?,
        may,
        text_lang: (!definition.said.contains_key(locale.language().primary()) && locale.language().primary() != "en")
            .then(|| "en".to_owned()),
        sha256: kept.sha256.clone(),
    };
    let mut answer = reply::staff_page(app, visitor, &page, staff)?;
    if kept.status != DROPPED && kept.counted_at.is_none() {
        reply::refresh(&mut answer, AGAIN, &format!("{}/versions/{version}", about.at()))?;
    }
    Ok(answer)
}

fn may(about: &About, kept: &Kept, staff: &Member) -> May {
    let (drafts, approves) = (staff.may(Permission::DraftDefinitions), staff.may(Permission::ApproveDefinitions));
    let is_waiting = kept.is_draft() && kept.proposed_at.is_some();
    May {
        begin: drafts && about.draft().is_none(),
        change: drafts && kept.is_draft(),
        propose: drafts && kept.is_draft() && !is_waiting && kept.counted_at.is_some(),
        decide: approves && is_waiting,
    }
}

/// Where a draft stands, in a sentence.
pub(super) fn draft_state(locale: &Locale, kept: &Kept) -> Result<String, MissingMessage> {
    let stands = match (kept.counted_at, kept.proposed_at) {
        (None, _) => "define-draft-counting",
        (Some(_), None) => "define-draft-written",
        (Some(_), Some(_)) => "define-draft-proposed",
    };
    locale.t(stands, &[("version", i64::from(kept.version).into())])
}

/// Where a version stands, in a sentence.
fn stands(locale: &Locale, about: &About, kept: &Kept) -> Result<String, MissingMessage> {
    if kept.status == DRAFT {
        return draft_state(locale, kept);
    }
    if kept.status == DROPPED {
        return locale.t("define-state-dropped", &[]);
    }
    let from = ("month", month(locale, Period::from_number(kept.effective_from)).into());
    match about.until(kept.version) {
        Some(until) => locale.t("define-state-until", &[from, ("until", month(locale, until.plus(-1)).into())]),
        None => locale.t("define-state-in-force", &[from]),
    }
}

/// Where a version stands, who brought it there, and what they said.
async fn state(app: &App, locale: &Locale, (about, kept): (&About, &Kept)) -> Result<Vec<String>, Problem> {
    let mut said = vec![stands(locale, about, kept)?];
    if kept.status != DRAFT && kept.status != DROPPED && kept.counted_at.is_none() {
        said.push(locale.t("define-state-recounting", &[])?);
    }
    let steps = [
        ("define-by-drafted", kept.drafted_by, Some(kept.drafted_at)),
        ("define-by-proposed", kept.proposed_by, kept.proposed_at),
        (if kept.status == DROPPED { "define-by-dropped" } else { "define-by-approved" }, kept.decided_by, kept.decided_at),
    ];
    for (key, by, at) in steps {
        if let Some((by, at)) = by.zip(at) {
            let name = app.store.read("whose step", move |conn| accounts::get(conn, AccountId(by))).await?.name;
            said.push(locale.t(key, &[("name", name.into()), ("day", day(app, locale, at).into())])?);
        }
    }
    for (key, words) in [("define-said-reason", &kept.reason), ("define-said-note", &kept.note)] {
        if let Some(words) = words {
            said.push(locale.t(key, &[("words", words.clone().into())])?);
        }
    }
    Ok(said)
}

fn own(locale: &Locale, definition: &Definition) -> Result<Vec<Rule>, MissingMessage> {
    let plain = definition.plain_in(locale.language());
    let words =
        [("why", &plain.why), ("denominator", &plain.denominator), ("numerator", &plain.numerator), ("missing-words", &plain.missing)];
    let rule = |(name, words): (&str, &String)| {
        Ok(Rule { heading: locale.t(&format!("define-field-{name}"), &[])?, sentences: vec![words.clone()] })
    };
    words.into_iter().map(rule).collect()
}

fn differences(locale: &Locale, before: &Definition, now: &Definition) -> Result<Differences, MissingMessage> {
    let (gone, came) = (locale.t("define-line-gone", &[])?, locale.t("define-line-came", &[])?);
    let line = |(mark, text): (char, String)| match mark {
        '-' => Line { mark: "-".to_owned(), said: gone.clone(), text },
        '+' => Line { mark: "+".to_owned(), said: came.clone(), text },
        _ => Line { mark: String::new(), said: String::new(), text },
    };
    let (old, new) = (before.to_full_toml(), now.to_full_toml());
    let lines = compared(&old, &new).into_iter().map(line).collect();
    Ok(Differences { against: locale.t("define-differences", &[("version", i64::from(before.version).into())])?, lines })
}

fn line(locale: &Locale, about: &About, (kept, shown): (&Kept, i32)) -> Result<VersionLine, MissingMessage> {
    let href = format!("{}/versions/{}", about.at(), kept.version);
    Ok(VersionLine {
        title: locale.t("define-version", &[("version", i64::from(kept.version).into())])?,
        toml: format!("{href}/toml"),
        href,
        state: stands(locale, about, kept)?,
        reason: kept.reason.clone(),
        current: kept.version == shown,
    })
}
