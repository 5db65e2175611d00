//! Every indicator of the framework at a glance.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};

use super::figures::{self, Writer};
use super::{Month, file, is_under_way, months};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::disclosure::{Counted, Profile, Releasable};
use crate::domain::indicator::{Definition, Period};
use crate::store::{self, cells};
use crate::web::pages::commissioner::{Outcome, Overview, OverviewRow};
use crate::web::problem::Problem;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;
use crate::web::{chart, reply};

/// How many months a small trend shows.
const SPARK_MONTHS: usize = 24;

/// One indicator with what was released of it.
pub struct Reviewed {
    pub definition: Definition,
    pub series: Releasable<Period>,
    /// Asked and answered in the month, where it is made from a survey.
    pub response: Counted,
}

/// Shows every indicator.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeCountyFigures>, month: Query<Month>) -> Result<HttpResponse, Problem> {
    let period = month.period(&app)?;
    let reviewed = review(&app, period).await?;
    let page = page(&app, &visitor, period, &reviewed)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The same figures as a file.
pub async fn csv(app: Data<App>, staff: Staff<SeeCountyFigures>, month: Query<Month>) -> Result<HttpResponse, Problem> {
    let period = month.period(&app)?;
    let reviewed = review(&app, period).await?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("framework:{}", app.framework.key));
    staff.record(&app, event.with(format!("period {period}"))).await?;
    file::overview(&app, period, &reviewed)
}

async fn review(app: &App, period: Period) -> Result<Vec<Reviewed>, Problem> {
    let definitions = app.framework.indicators.clone();
    let reviewed = app.store.read("overview", move |conn| {
        let profile = Profile::mhsds();
        let review = |definition: Definition| {
            let series = profile.release_series(cells::series(conn, &definition.counted_as(), period)?, figures::measure(&definition));
            let asked = definition
                .survey()
                .map(|survey| cells::series(conn, &Definition::response_rate(survey).counted_as(), period))
                .transpose()?;
            let response = asked.and_then(|asked| profile.release_counted(asked).pop()).map(|(_, counted)| counted).unwrap_or_default();
            Ok(Reviewed { definition, series, response })
        };
        definitions.into_iter().map(review).collect::<store::Result<Vec<_>>>()
    });
    Ok(reviewed.await?)
}

fn page(app: &App, visitor: &Visitor, period: Period, reviewed: &[Reviewed]) -> Result<Overview, Problem> {
    let href = |key: &str| format!("/commissioner/indicators/{key}?period={period}");
    let now = app.clock.now().zoned(app.clock.zone());
    Ok(Overview {
        framework: app.framework.title.clone(),
        period: visitor.locale.month_year(period.first_day()),
        under_way: is_under_way(period, app.clock.today()),
        months: months(app, &visitor.locale, period, "/commissioner?period="),
        updated: format!("{}, {}", visitor.locale.date(now.date()), now.strftime("%H:%M")),
        outcomes: outcomes(app, visitor, period, reviewed, &href)?,
        csv: format!("/commissioner/overview.csv?period={period}"),
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    })
}

/// The outcomes of the framework that have something to show, each with its indicators. `href` leads from the key of an
/// indicator to its page.
pub fn outcomes(
    app: &App,
    visitor: &Visitor,
    period: Period,
    reviewed: &[Reviewed],
    href: &dyn Fn(&str) -> String,
) -> Result<Vec<Outcome>, Problem> {
    let mut found = Vec::new();
    for programme in &app.framework.programmes {
        for outcome in app.framework.outcomes_of(programme) {
            let own = reviewed.iter().filter(|one| one.definition.outcome == outcome.key);
            let indicators: Vec<_> = own.map(|one| row(visitor, period, one, href)).collect::<Result<_, Problem>>()?;
            if !indicators.is_empty() {
                found.push(Outcome { title: format!("{}: {}", programme.title, outcome.title), indicators });
            }
        }
    }
    Ok(found)
}

fn row(visitor: &Visitor, period: Period, one: &Reviewed, href: &dyn Fn(&str) -> String) -> Result<OverviewRow, Problem> {
    let Reviewed { definition, series, response } = one;
    let writer = Writer { locale: &visitor.locale, measure: figures::measure(definition) };
    let now = figures::at(series, period);
    let shown = now.map(|released| writer.row(String::new(), released)).transpose()?;
    let change = now
        .zip(figures::at(series, period.plus(-1)))
        .map(|(now, before)| writer.change(definition.polarity, now, before))
        .transpose()?
        .flatten();
    let values: Vec<Option<f64>> = series.rows().map(|(_, released)| released.value()).collect();
    let recent = values.get(values.len().saturating_sub(SPARK_MONTHS)..).unwrap_or_default();
    let spark = Some(chart::spark(recent)).filter(|svg| !svg.is_empty());
    let nothing = visitor.locale.t("withheld-nothing", &[])?;
    let completeness =
        now.and_then(|released| released.figure()).map(|figure| writer.completeness(definition, figure)).transpose()?.flatten();
    Ok(OverviewRow {
        title: definition.title.clone(),
        href: href(&definition.key),
        withheld: shown.as_ref().map_or(Some(nothing), |row| row.withheld.clone()),
        value: shown.as_ref().and_then(|row| row.value.clone()),
        interval: shown.as_ref().and_then(|row| row.interval.clone()),
        numerator: shown.as_ref().and_then(|row| row.numerator.clone()),
        denominator: shown.as_ref().and_then(|row| row.denominator.clone()),
        polarity: figures::polarity(definition.polarity),
        change,
        spark,
        asked: response.denominator.map(|count| writer.count(count)),
        answered: response.numerator.map(|count| writer.count(count)),
        received: response.recorded.map(|count| writer.count(count)),
        completeness,
    })
}
