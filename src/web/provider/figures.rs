//! A provider's own figures, and those of the providers it leads. A figure that is hidden on the commissioner's pages,
//! because it is small or because it protects another, is hidden here as well.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};

use super::figure_file as file;
use super::months::{Month, is_under_way, months};
use super::outcomes::{self, Reviewed};
use super::reach::{Reach, Whose};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::disclosure::{Counted, Figure, Profile, Released};
use crate::domain::framework::Framework;
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::store::ids::OrganisationId;
use crate::store::{self, Conn, cells, organisations};
use crate::web::commissioner::figures;
use crate::web::pages::provider::Figures;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeProviderFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows every indicator that the provider bears on.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeProviderFigures>,
    whose: Query<Whose>,
    month: Query<Month>,
) -> Result<HttpResponse, Problem> {
    let reach = Reach::of(&app, &staff, &whose).await?;
    let period = month.period(&app)?;
    let reviewed = review(&app, reach.chosen.id, period).await?;
    let page = page(&app, &visitor, period, &reach, &reviewed)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The same figures as a file.
pub async fn csv(
    app: Data<App>,
    staff: Staff<SeeProviderFigures>,
    whose: Query<Whose>,
    month: Query<Month>,
) -> Result<HttpResponse, Problem> {
    let reach = Reach::of(&app, &staff, &whose).await?;
    let period = month.period(&app)?;
    let reviewed = review(&app, reach.chosen.id, period).await?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("organisation:{}", reach.chosen.id.0));
    staff.record(&app, event.with(format!("period {period}"))).await?;
    file::provider(&app, period, &reach.chosen, &reviewed)
}

/// The indicators of the programmes that the provider gives care in, and any other that it has figures of.
async fn review(app: &App, provider: OrganisationId, period: Period) -> Result<Vec<Reviewed>, Problem> {
    let framework = app.framework.clone();
    let reviewed = app.store.read("provider figures", move |conn| {
        let served = organisations::programmes_of(conn, provider)?;
        let one = |definition: &Definition| {
            let reviewed = release(conn, definition, provider, period)?;
            let is_served = served.iter().any(|programme| is_of(&framework, definition, programme));
            Ok((is_served || reviewed.series.rows().len() > 0).then_some(reviewed))
        };
        framework.indicators.iter().map(one).filter_map(Result::transpose).collect::<store::Result<Vec<_>>>()
    });
    Ok(reviewed.await?)
}

/// One indicator as it stands for one provider.
pub fn release(conn: &mut Conn, definition: &Definition, provider: OrganisationId, period: Period) -> store::Result<Reviewed> {
    let (profile, measure) = (Profile::mhsds(), figures::measure(definition));
    let months = cells::splits(conn, &definition.counted_as(), Breakdown::Provider, period)?;
    let series = profile.release_part_series(months, &provider.0, measure);
    let response = match definition.survey() {
        None => Counted::default(),
        Some(survey) => {
            let asked = cells::split(conn, &Definition::response_rate(survey).counted_as(), Breakdown::Provider, period)?;
            profile.release_parts(asked, Measure::Proportion).find(&provider.0).map(counted).unwrap_or_default()
        }
    };
    Ok(Reviewed { definition: definition.clone(), series, response })
}

/// Asked and answered as counts, of a figure that is shown.
fn counted(released: &Released) -> Counted {
    let counts =
        |figure: &Figure| Counted { numerator: figure.numerator(), denominator: Some(figure.denominator()), recorded: figure.recorded() };
    released.figure().map(counts).unwrap_or_default()
}

fn is_of(framework: &Framework, definition: &Definition, programme: &str) -> bool {
    framework.outcomes.iter().any(|outcome| outcome.key == definition.outcome && outcome.programme == programme)
}

fn page(app: &App, visitor: &Visitor, period: Period, reach: &Reach, reviewed: &[Reviewed]) -> Result<Figures, Problem> {
    let query = reach.query();
    let href = |key: &str| format!("/provider/indicators/{key}?{query}&period={period}");
    Ok(Figures {
        organisation: reach.chosen.name.clone(),
        organisations: reach.choices(period),
        period: visitor.locale.month_year(period.first_day()),
        under_way: is_under_way(period, app.clock.today()),
        months: months(app, &visitor.locale, period, &format!("/provider?{query}&period=")),
        outcomes: outcomes::outcomes(app, visitor, period, reviewed, &href)?,
        csv: format!("/provider/figures.csv?{query}&period={period}"),
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    })
}
