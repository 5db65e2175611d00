//! The partners of a consortium side by side: every indicator in the newest period that left up to the one asked for, beside the
//! consortium as one and the whole.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::beside::standing;
use super::compare::names;
use super::figures::{self, Writer};
use super::looking::{self, Asked};
use super::named::Names;
use crate::app::App;
use crate::domain::disclosure::Released;
use crate::domain::framework::Programme;
use crate::domain::indicator::definition::Polarity;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::Place;
use crate::i18n::Locale;
use crate::released::{Leaf, Ledger};
use crate::store::organisations::{self, Organisation};
use crate::web::pages::consortium::{Cell, Consortium, Row};
use crate::web::pages::part::Choice;
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// A lead provider and its partners.
struct Group {
    lead: Organisation,
    /// The lead first, then the others by name.
    members: Vec<i64>,
}

/// Shows the consortium of a lead provider, found by its ODS code.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    lead: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let all = app.store.read("organisations", organisations::list).await?;
    let group = group(&all, &lead)?;
    let (ledger, names, locale) = (app.ledger().await?, names(&app).await?, &visitor.locale);
    let (released, programme) = (looking::all_periods(&app, &ledger), asked.programme(&app)?);
    let period = asked.period(&released)?;
    let places = places(&group);
    let mut columns = Vec::new();
    for place in &places {
        columns.push(names.of(locale, *place)?);
    }
    let rows = period.map(|period| rows(&app, locale, &ledger, programme, (places.as_slice(), columns.as_slice(), period))).transpose()?;
    let month = |period: Period| Ok(locale.month_year(period.first_day()));
    let query = query(period, programme);
    let page = Consortium {
        title: names.of(locale, Place::of(Breakdown::Consortium, group.lead.id.0))?,
        at: format!("/commissioner/consortium/{}", encoded(&group.lead.ods_code)),
        others: others(&all, &group, &names, locale, &query)?,
        filters: vec![looking::period_field(locale, &released, period, month)?, looking::programme_field(&app, locale, programme)?],
        columns,
        rows: rows.unwrap_or_default(),
        text_lang: (locale.language().primary() != "en").then(|| "en".to_owned()),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn query(period: Option<Period>, programme: Option<&Programme>) -> String {
    let period = period.map(|period| format!("period={period}&")).unwrap_or_default();
    format!("?{period}programme={}", programme.map(|one| encoded(&one.key)).unwrap_or_default())
}

/// Those who have partners.
fn leads(all: &[Organisation]) -> BTreeSet<i64> {
    all.iter().filter(|one| one.kind == "partner").filter_map(|one| one.parent_id).map(|id| id.0).collect()
}

fn group(all: &[Organisation], code: &str) -> Result<Group, Problem> {
    let leads = leads(all);
    let lead = all.iter().find(|one| one.ods_code == code && leads.contains(&one.id.0)).ok_or(Problem::NotFound)?;
    let partners = all.iter().filter(|one| one.parent_id == Some(lead.id)).map(|one| one.id.0);
    Ok(Group { members: std::iter::once(lead.id.0).chain(partners).collect(), lead: lead.clone() })
}

/// The same page for each consortium.
fn others(all: &[Organisation], group: &Group, names: &Names, locale: &Locale, query: &str) -> Result<Vec<Choice>, Problem> {
    let leads = leads(all);
    let mut choices = Vec::new();
    for one in all.iter().filter(|one| leads.contains(&one.id.0)) {
        choices.push(Choice {
            label: names.of(locale, Place::of(Breakdown::Consortium, one.id.0))?,
            href: format!("/commissioner/consortium/{}{query}", encoded(&one.ods_code)),
            current: one.id == group.lead.id,
        });
    }
    Ok(if choices.len() > 1 { choices } else { Vec::new() })
}

/// The whole, the consortium, and each of its members.
fn places(group: &Group) -> Vec<Place> {
    let members = group.members.iter().map(|id| Place::of(Breakdown::Provider, *id));
    [Place::WHOLE, Place::of(Breakdown::Consortium, group.lead.id.0)].into_iter().chain(members).collect()
}

/// What left of an indicator last, up to that month.
pub(super) fn newest<'a>(ledger: &'a Ledger, key: &str, until: Period) -> Option<(Period, &'a Leaf)> {
    ledger.periods(key).rfind(|(period, _)| *period <= until)
}

fn rows(
    app: &App,
    locale: &Locale,
    ledger: &Ledger,
    programme: Option<&Programme>,
    (places, columns, period): (&[Place], &[String], Period),
) -> Result<Vec<Row>, Problem> {
    let of_programme = |one: &&Definition| {
        let own = app.framework.outcome(&one.outcome).map(|outcome| outcome.programme.as_str());
        programme.is_none_or(|programme| own == Some(programme.key.as_str()))
    };
    let mut rows = Vec::new();
    for listed in app.framework.indicators.iter().filter(of_programme) {
        let Some((at, leaf)) = newest(ledger, &listed.key, period) else { continue };
        let definition = looking::counted_by(app, listed, leaf);
        // An indicator that nobody here is counted in is none of theirs.
        if places.iter().skip(1).all(|place| leaf.figures.find(place).is_none()) {
            continue;
        }
        let writer = Writer { locale, measure: figures::measure(&definition) };
        let mut cells = Vec::new();
        for (place, column) in places.iter().zip(columns) {
            cells.push(cell(&writer, &definition, leaf, (place, column.as_str()))?);
        }
        rows.push(Row {
            title: definition.title_in(locale.language()).to_owned(),
            href: format!("/commissioner/compare/{}?period={at}&by=provider", definition.key),
            period: looking::spelt(locale, &definition, at)?,
            polarity: locale.t(polarity(definition.polarity), &[])?,
            cells,
        });
    }
    Ok(rows)
}

const fn polarity(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::HigherIsBetter => "figure-higher-is-better",
        Polarity::LowerIsBetter => "figure-lower-is-better",
        Polarity::Neither => "figure-neutral",
    }
}

fn cell(writer: &Writer<'_>, definition: &Definition, leaf: &Leaf, (place, column): (&Place, &str)) -> Result<Cell, Problem> {
    let whole = leaf.figures.find(&Place::WHOLE).and_then(Released::figure);
    let released = leaf.figures.find(place);
    let row = released.map(|released| writer.row(String::new(), released)).transpose()?;
    let judged = if *place == Place::WHOLE { None } else { standing(definition, released.and_then(Released::figure), whole) };
    Ok(Cell {
        heading: column.to_owned(),
        value: row.as_ref().and_then(|row| row.value.clone()),
        interval: row.as_ref().and_then(|row| row.interval.clone()),
        standing: judged.map(|one| writer.locale.t(&format!("compare-standing-{}", one.code()), &[])).transpose()?,
        withheld: row.and_then(|row| row.withheld),
    })
}
