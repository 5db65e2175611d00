//! Every value that was supplied of one indicator, with the revisions before it: when, by whom, from where, and why it was restated.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::{moment, short, who};
use crate::app::App;
use crate::domain::indicator::{Definition, Period};
use crate::i18n::{Locale, MissingMessage};
use crate::store::ids::AccountId;
use crate::store::supplied::{self, SuppliedValue};
use crate::store::{self, Conn, organisations};
use crate::web::commissioner::figures;
use crate::web::pages::figures::MonthLink;
use crate::web::pages::supply::{History, RevisionRow};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SupplyValues;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many months a page shows.
const MONTHS: i32 = 12;

/// Up to which month.
#[derive(Debug, Default, Deserialize)]
pub struct Until {
    until: Option<String>,
}

/// Shows the revisions of twelve months.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SupplyValues>,
    key: Path<String>,
    until: Query<Until>,
) -> Result<HttpResponse, Problem> {
    let definitions = app.definitions.all();
    let definition = definitions.iter().rfind(|one| one.key == *key && one.kind.is_supplied()).ok_or(Problem::NotFound)?;
    let until = match until.until.as_deref() {
        None => Period::of(app.clock.today()),
        Some(text) => Period::parse(text).ok_or(Problem::NotFound)?,
    };
    let indicator = definition.key.clone();
    let found = app.store.read("supplied values", move |conn| revisions(conn, &indicator)).await?;
    let page = page(&app, &visitor.locale, definition, until, &found)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

struct Found {
    all: Vec<SuppliedValue>,
    organisations: BTreeMap<i64, String>,
    names: BTreeMap<AccountId, String>,
}

fn revisions(conn: &mut Conn, indicator: &str) -> store::Result<Found> {
    let all = supplied::history(conn, indicator)?;
    let mut names = BTreeMap::new();
    for by in all.iter().filter_map(|value| value.supplied_by) {
        if !names.contains_key(&by) {
            names.extend(who(conn, Some(by))?.map(|name| (by, name)));
        }
    }
    let organisations = organisations::list(conn)?.into_iter().map(|one| (one.id.0, one.name)).collect();
    Ok(Found { all, organisations, names })
}

fn page(app: &App, locale: &Locale, definition: &Definition, until: Period, found: &Found) -> Result<History, Problem> {
    let shown = |value: &&SuppliedValue| (until.plus(1 - MONTHS).number()..=until.number()).contains(&value.period);
    let row = |value: &SuppliedValue| row(app, locale, found, value);
    let address = format!("/commissioner/supplied/{}?until=", definition.key);
    let link =
        |key: &str, month: Period| Ok::<_, MissingMessage>(MonthLink { label: locale.t(key, &[])?, href: format!("{address}{month}") });
    let mut others: Vec<MonthLink> = Vec::new();
    if found.all.iter().any(|value| value.period <= until.plus(-MONTHS).number()) {
        others.push(link("supply-earlier", until.plus(-MONTHS))?);
    }
    if found.all.iter().any(|value| value.period > until.number()) {
        others.push(link("supply-later", until.plus(MONTHS))?);
    }
    Ok(History {
        title: definition.title_in(locale.language()).to_owned(),
        unit: figures::unit(locale, definition)?,
        rows: found.all.iter().filter(shown).map(row).collect::<Result<_, MissingMessage>>()?,
        others,
    })
}

fn row(app: &App, locale: &Locale, found: &Found, value: &SuppliedValue) -> Result<RevisionRow, MissingMessage> {
    let command_line = || locale.t("supply-command-line", &[]);
    let by = value.supplied_by.and_then(|by| found.names.get(&by).cloned()).map_or_else(command_line, Ok)?;
    Ok(RevisionRow {
        month: locale.month_year(Period::from_number(value.period).first_day()),
        organisation: found.organisations.get(&value.organisation_id.0).cloned().unwrap_or_default(),
        ages: value.stratum.clone(),
        revision: locale.whole(i64::from(value.revision)),
        status: locale.t(&format!("supply-status-{}", value.status), &[])?,
        source: value.source.clone(),
        at: moment(app, locale, value.supplied_at),
        by,
        file: value.file_sha256.as_deref().map(short).unwrap_or_default(),
        reason: value.reason.clone().unwrap_or_default(),
        superseded: value.superseded_at.map(|at| moment(app, locale, at)),
    })
}
