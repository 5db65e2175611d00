//! Releasing: a period leaves once, for everybody, and stands whatever comes later.

mod ledger;
mod rolling;
mod standing;
mod together;
mod versions;

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use saywell::domain::access::{Action, Event};
use saywell::domain::disclosure::Released;
use saywell::domain::indicator::Period;
use saywell::domain::release::Place;
use saywell::releasing::Made;
use saywell::store::ids::{EpisodeId, OrganisationId, ResponseId};

use super::support::App;
use super::support::answered::Said;
use super::support::county::Care;

pub const INDICATOR: &str = "settled-accommodation";

/// Everything that has left: indicator, month and place.
pub type Left = BTreeMap<(String, Period, Place), Released>;

pub fn month(text: &str) -> Period {
    Period::parse(text).unwrap()
}

pub fn keeper(app: &App) -> Event {
    Event::at_command_line(app.state.clock.now().micros(), Action::FiguresReleased)
}

/// Everything up to that month leaves.
pub async fn release(app: &App, through: &str) -> Option<Made> {
    app.state.release(month(through), keeper(app)).await.unwrap()
}

/// What a commissioner could see, as this process knows it.
pub async fn left(app: &App) -> Left {
    let ledger = app.state.ledger().await.unwrap();
    let mut left = Left::new();
    for definition in app.state.all_definitions().await.unwrap() {
        for (period, leaf) in ledger.periods(&definition.key) {
            for (place, released) in leaf.figures.rows().chain(leaf.shares.rows()) {
                left.insert((definition.key.clone(), period, *place), *released);
            }
        }
    }
    left
}

/// The numerator and denominator of everybody, where they are shown.
pub fn whole(left: &Left, indicator: &str, period: &str) -> Option<(u64, u64)> {
    let figure = left.get(&(indicator.to_owned(), month(period), Place::WHOLE))?.figure()?;
    Some((figure.numerator()?, figure.denominator()))
}

/// People in care of one provider since January, of whom the first ones said that they live in settled accommodation.
pub struct Cohort {
    pub provider: OrganisationId,
    pub people: Vec<EpisodeId>,
    pub answers: Vec<ResponseId>,
}

pub fn cohort(app: &App, people: usize, settled: usize, on: Date) -> Cohort {
    let provider = app.with_provider("North Team");
    let people: Vec<EpisodeId> = (0..people).map(|_| app.with_episode(&Care::with(provider))).collect();
    app.count_anew();
    let answers = people.iter().take(settled).map(|one| app.says(Some(*one), on, &Said::settled("Y"))).collect();
    Cohort { provider, people, answers }
}

/// Sixty people, of whom thirty are settled since August.
pub fn sixty(app: &App) -> Cohort {
    cohort(app, 60, 30, date(2026, 8, 3))
}
