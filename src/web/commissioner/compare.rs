//! One indicator in one period, its members side by side: a funnel for shares of people, intervals for means and groups of people.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::beside::Beside;
use super::beside_words::Said;
use super::drawn::{self, Drawn, Form};
use super::figures::{self, Writer};
use super::looking::{self, Asked};
use super::named::Names;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::i18n::Locale;
use crate::released::Ledger;
use crate::store::Conn;
use crate::web::pages::compare::{Compare, Compared};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What is compared with what.
struct Looked {
    definition: Definition,
    breakdown: Breakdown,
    period: Option<Period>,
    released: Vec<Period>,
}

impl Looked {
    fn at(app: &App, ledger: &Ledger, key: &str, asked: &Asked) -> Result<Self, Problem> {
        let definition = looking::definition(app, key)?;
        let released = looking::periods(ledger, key);
        Ok(Self { period: asked.period(&released)?, breakdown: asked.breakdown()?, definition, released })
    }
}

/// Shows the comparison.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    key: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let looked = Looked::at(&app, &ledger, &key, &asked)?;
    let names = names(&app).await?;
    let locale = &visitor.locale;
    let compared = match looked.period {
        Some(period) => compared(&app, locale, (&*ledger, &names), &looked, period)?,
        None => Outcome { sentences: vec![locale.t("compare-none-yet", &[])?], ..Outcome::default() },
    };
    let own = &looked.definition;
    let at = format!("/commissioner/compare/{}", own.key);
    let query = looked.period.map(|period| format!("?period={period}&by={}", looked.breakdown.code())).unwrap_or_default();
    let spelt = |period| looking::spelt(locale, own, period);
    let outcome = app.framework.outcome(&own.outcome);
    let page = Compare {
        title: own.title_in(locale.language()).to_owned(),
        outcome: outcome.map(|outcome| outcome.title_in(locale.language()).to_owned()).unwrap_or_default(),
        indicator: format!("/commissioner/indicators/{}", own.key),
        map: format!("/commissioner/map/{}", own.key),
        filters: vec![
            looking::period_field(locale, &looked.released, looked.period, spelt)?,
            looking::breakdown_field(locale, looked.breakdown)?,
        ],
        sentences: compared.sentences,
        files: (!compared.drawn.file.is_empty()).then(|| [format!("{at}/chart.svg{query}"), format!("{at}/chart.png{query}")]),
        chart: compared.drawn.page,
        table: compared.table,
        at,
        text_lang: looking::foreign(locale, own),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The chart as a file.
pub async fn chart(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    path: Path<(String, Form)>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let (key, form) = path.into_inner();
    let ledger = app.ledger().await?;
    let looked = Looked::at(&app, &ledger, &key, &asked)?;
    let period = looked.period.ok_or(Problem::NotFound)?;
    let shown = compared(&app, &visitor.locale, (&*ledger, &names(&app).await?), &looked, period)?;
    let name = format!("{key}-{}-{period}", looked.breakdown.code());
    let file = drawn::download(&shown.drawn, form, &name)?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("indicator:{key}"));
    staff.record(&app, event.with(format!("chart, period {period}, by {}", looked.breakdown.code()))).await?;
    Ok(file)
}

/// What organisations and localities are called.
pub(super) async fn names(app: &App) -> Result<Names, Problem> {
    Ok(app.store.read("names", |conn: &mut Conn| Names::read(conn)).await?)
}

/// What a comparison came to.
#[derive(Default)]
struct Outcome {
    sentences: Vec<String>,
    drawn: Drawn,
    table: Option<Compared>,
}

fn compared(app: &App, locale: &Locale, (ledger, names): (&Ledger, &Names), looked: &Looked, period: Period) -> Result<Outcome, Problem> {
    let leaf = ledger.leaf(&looked.definition.key, period).ok_or(Problem::NotFound)?;
    let definition = looking::counted_by(app, &looked.definition, leaf);
    let beside = match Beside::of(&definition, looked.breakdown, leaf, |place| names.of(locale, place))? {
        Ok(beside) => beside,
        Err(nothing) => {
            let why = locale.t(&format!("compare-nothing-{}", nothing.code()), &[])?;
            return Ok(Outcome { sentences: vec![why], ..Outcome::default() });
        }
    };
    let writer = Writer { locale, measure: figures::measure(&definition) };
    let by = locale.t(&format!("compare-by-{}", looked.breakdown.code()), &[])?;
    let spelt = looking::spelt(locale, &definition, period)?;
    let said = Said { writer: &writer, definition: &definition, by: &by, period: &spelt };
    let rows = said.rows(&beside)?;
    let table = Compared {
        caption: locale.t("compare-caption", &[("by", by.as_str().into()), ("period", spelt.as_str().into())])?,
        with_letters: rows.iter().any(|row| row.outcome.is_some()),
        with_outcomes: rows.iter().any(|row| row.outcome.is_some()),
        with_counts: writer.measure == Measure::Proportion,
        first: by.clone(),
        rows,
    };
    Ok(Outcome { sentences: said.sentences(&beside)?, drawn: said.chart(&beside, "compare")?, table: Some(table) })
}
