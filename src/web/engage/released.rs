//! What came out of events, as far as disclosure control lets it out: for the pages of results, for what is published, and for the
//! trail of the framework. Nothing while an event takes answers, nor of one that was called off.

use crate::app::App;
use crate::domain::disclosure::Profile;
use crate::domain::engagement::results::{Asked, ReleasedResults, Results};
use crate::store::event_results;
use crate::store::events::{Event, listed};
use crate::store::surveys::GRACE_SECONDS;
use crate::web::problem::Problem;

/// True when no answers come any more of an event that was not called off: what was begun before it closed may still be sent for a
/// while.
pub fn is_over(app: &App, event: &Event) -> bool {
    event.closes_at <= settled(app) && event.called_off_at.is_none()
}

/// Events that closed by then are over, in microseconds since 1970.
pub fn settled(app: &App) -> i64 {
    app.clock.now().plus_seconds(-GRACE_SECONDS).micros()
}

/// What may be shown of what came out of an event. `None` while it takes answers, when it was called off, and where it asked nothing.
pub async fn results(app: &App, event: &Event) -> Result<Option<ReleasedResults>, Problem> {
    let Some(survey) = event.survey_id.filter(|_| is_over(app, event)) else { return Ok(None) };
    let asked = app.catalogue.current(&app.store, &event.survey_key()).await?.journey;
    let all = app.store.read("answers of an event", move |conn| event_results::answered(conn, survey)).await?;
    let (id, outcomes, indicators) = (event.id.0, words(&event.outcomes), words(&event.indicators));
    // The bootstrap takes its time: not where requests are served.
    let released = tokio::task::spawn_blocking(move || {
        let asked = Asked { event: id, outcomes: &outcomes, indicators: &indicators, survey: asked.definition() };
        Results::of(&asked, &all).release(Profile::mhsds())
    });
    Ok(Some(released.await.map_err(|why| Problem::Internal(why.to_string()))?))
}

fn words(list: &str) -> Vec<String> {
    listed(list).map(str::to_owned).collect()
}
