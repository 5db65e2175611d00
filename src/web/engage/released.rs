//! What came out of events, as far as disclosure control lets it out: for the pages of results, for what is published, and for the
//! trail of the framework. Nothing while an event takes answers, nor of one that was called off.

use std::collections::BTreeSet;

use crate::app::App;
use crate::domain::disclosure::Profile;
use crate::domain::engagement::results::{Asked, ReleasedResults, Results};
use crate::store::event_releases::{self, Release};
use crate::store::events::{Event, listed};
use crate::store::ids::SurveyId;
use crate::store::surveys::GRACE_SECONDS;
use crate::store::{Conn, event_results};
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
/// What was released once stands until as many answers have come or gone as may be told apart.
pub async fn results(app: &App, event: &Event) -> Result<Option<ReleasedResults>, Problem> {
    let Some(survey) = event.survey_id.filter(|_| is_over(app, event)) else { return Ok(None) };
    let id = event.id;
    let find = move |conn: &mut Conn| Ok((event_releases::find(conn, id)?, event_releases::sent(conn, survey)?));
    let (before, counted) = app.store.read("release of an event", find).await?;
    let key = app.secret.ledger_key();
    let known = before.as_ref().and_then(|one| Some((ReleasedResults::read(&one.content, &key)?, one.counted())));
    if let Some((results, _)) = known.filter(|(results, then)| results.stand(&Profile::mhsds(), then, &counted)) {
        return Ok(Some(results));
    }
    let (results, counted) = anew(app, event, survey).await?;
    // Of what shows nothing, nothing has to stand.
    if results.answers.is_none() {
        return Ok(Some(results));
    }
    let release = Release {
        event_id: id,
        number: before.map_or(1, |before| before.number.saturating_add(1)),
        counted: counted.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        content: results.kept(&key).ok_or_else(|| Problem::Internal("results could not be kept".to_owned()))?,
        released_at: app.clock.now().micros(),
    };
    let keep = move |tx: &mut Conn| if event_releases::keep(tx, &release)? { Ok(None) } else { event_releases::find(tx, id) };
    // Where two look at once, both are shown what the first has kept.
    let other = app.store.write("event released", keep).await?;
    Ok(Some(other.and_then(|other| ReleasedResults::read(&other.content, &key)).unwrap_or(results)))
}

/// The same, worked out of the answers there are now; with the responses they are.
async fn anew(app: &App, event: &Event, survey: SurveyId) -> Result<(ReleasedResults, BTreeSet<i64>), Problem> {
    let asked = app.catalogue.current(&app.store, &event.survey_key()).await?.journey;
    let find = move |conn: &mut Conn| Ok((event_results::answered(conn, survey)?, event_releases::sent(conn, survey)?));
    let (all, counted) = app.store.read("answers of an event", find).await?;
    let (id, outcomes, indicators) = (event.id.0, words(&event.outcomes), words(&event.indicators));
    // The bootstrap takes its time: not where requests are served.
    let released = tokio::task::spawn_blocking(move || {
        let asked = Asked { event: id, outcomes: &outcomes, indicators: &indicators, survey: asked.definition() };
        Results::of(&asked, &all).release(Profile::mhsds())
    });
    Ok((released.await.map_err(|why| Problem::Internal(why.to_string()))?, counted))
}

fn words(list: &str) -> Vec<String> {
    listed(list).map(str::to_owned).collect()
}
