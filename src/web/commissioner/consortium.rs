//! The partners of a consortium side by side: every indicator in the newest period that left up to the one asked for, beside the
//! consortium as one and the whole.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::asked::{self, Asked};
use super::beside::standing;
use super::figures::{self, Writer};
use super::names::Names;
use super::ways::Seen;
use super::{language_of, periods, ways};
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
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows the consortium of a lead provider, found by its ODS code.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    lead: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let (ledger, names, locale) = (app.ledger().await?, Names::read(&app).await?, &visitor.locale);
    let consortium = names.consortia().find(|place| names.code(*place) == *lead).ok_or(Problem::NotFound)?;
    let all = app.store.read("organisations", organisations::list).await?;
    let (released, programme) = (periods::released(&app, &ledger), asked.programme(&app)?);
    let period = asked.period(&released)?;
    let places = places(&all, consortium);
    let mut columns = Vec::new();
    for place in &places {
        columns.push(names.name(locale, *place)?);
    }
    let rows = period.map(|period| rows(&app, locale, &ledger, programme, (places.as_slice(), columns.as_slice(), period))).transpose()?;
    let chosen = programme.map(|one| one.key.as_str()).unwrap_or_default();
    let page = Consortium {
        title: names.name(locale, consortium)?,
        at: format!("/commissioner/consortium/{}", encoded(&lead)),
        back: ways::overview(period),
        ways: ways::of_all(locale, (&names, Some(consortium)), period, chosen)?,
        filters: vec![asked::period_field(locale, &released, period)?, asked::programme_field(&app, locale, programme)?],
        columns,
        rows: rows.unwrap_or_default(),
        is_released: period.is_some(),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The whole, the consortium, and each of its members: who leads it first, then the others by name.
fn places(all: &[Organisation], consortium: Place) -> Vec<Place> {
    let partners = all.iter().filter(|one| one.parent_id.is_some_and(|lead| lead.0 == consortium.member)).map(|one| one.id.0);
    let members = std::iter::once(consortium.member).chain(partners).map(|id| Place::of(Breakdown::Provider, id));
    [Place::WHOLE, consortium].into_iter().chain(members).collect()
}

fn rows(
    app: &App,
    locale: &Locale,
    ledger: &Ledger,
    programme: Option<&Programme>,
    (places, columns, period): (&[Place], &[String], Period),
) -> Result<Vec<Row>, Problem> {
    let mut rows = Vec::new();
    for listed in &app.framework.indicators {
        let Some((at, leaf)) = periods::newest(ledger, &listed.key, period) else { continue };
        let Some(definition) = app.counted_by(&listed.key, (at, leaf)) else { continue };
        let own = app.framework.outcome(&definition.outcome).map(|outcome| outcome.programme.as_str());
        let is_wanted = programme.is_none_or(|programme| own == Some(programme.key.as_str()));
        // An indicator that nobody here is counted in is none of theirs.
        if !is_wanted || places.iter().skip(1).all(|place| leaf.figures.find(place).is_none()) {
            continue;
        }
        let writer = Writer { locale, measure: figures::measure(&definition) };
        let mut cells = Vec::new();
        for (place, column) in places.iter().zip(columns) {
            cells.push(cell(&writer, &definition, leaf, (place, column.as_str()))?);
        }
        rows.push(Row {
            title: definition.title_in(locale.language()).to_owned(),
            text_lang: language_of(&definition, locale),
            href: Seen::SideBySide.at(&definition.key, Some(at)),
            period: periods::label(locale, definition.grid_months(), at)?,
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
