//! The indicators of a provider at a glance, outcome by outcome.

use crate::app::App;
use crate::domain::disclosure::{Counted, Releasable};
use crate::domain::indicator::{Definition, Period};
use crate::web::chart;
use crate::web::commissioner::figures::{self, Writer};
use crate::web::pages::figures::{Outcome, OverviewRow};
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;

/// How many months a small trend shows.
const SPARK_MONTHS: usize = 24;

/// One indicator with what was released of it.
pub struct Reviewed {
    pub definition: Definition,
    pub series: Releasable<Period>,
    /// Asked and answered in the month, where it is made from a survey.
    pub response: Counted,
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
