//! Mental health: the lead trust and its five partners. A caseload is there on the first day; people come and go, some
//! for weeks and some for years, and those who stay are asked where they live and what they do, at the start and about
//! once a year.

use crate::domain::care::timepoint::Timepoint;
use crate::domain::survey::Respondent;
use crate::store::episodes::Episode;
use crate::store::ids::EpisodeId;

use super::asking::Ask;
use super::county::Provider;
use super::people::{Sketch, Someone};
use super::{Error, World};

/// Episodes of a whole county.
pub const EPISODES: u32 = 24_000;
/// The first and the last age at which the employment survey is sent.
const WORKING_AGE: std::ops::RangeInclusive<i32> = 16..=69;

/// One episode and all that is said in it.
pub fn add(world: &mut World<'_>) -> Result<(), Error> {
    let Some(provider) = world.dice.pick(world.county.mental_health.iter().copied()) else { return Ok(()) };
    let caseload = world.dice.chance(0.24);
    let opened =
        if caseload { world.window.start + world.dice.between(0, 6) } else { world.dice.between(world.window.start, world.window.today) };
    let stays = world.dice.chance(if caseload { 0.85 } else { 0.45 });
    let length = 5 + world.dice.lasting(if stays { 620.0 } else { 45.0 });
    let years = (38.0 + 14.0 * world.dice.normal()).clamp(16.0, 79.0);
    let sketch = Sketch { on: opened, years, women: 0.54, tilt: 0.06 };
    let Some(someone) = Someone::invent(&world.county, &mut world.ids, &mut world.dice, &sketch) else { return Ok(()) };
    let closed = (opened + length <= world.window.today).then_some(opened + length);
    let episode = episode(world, &someone, provider, (opened, closed));
    world.admit(&someone, &episode);
    if world.dice.chance(if length < 60 { 0.2 } else { 0.95 }) {
        ask(world, &someone, &episode, provider)?;
    }
    if length >= 60 && world.dice.chance(0.14) {
        ask_carer(world, &episode, provider)?;
    }
    Ok(())
}

fn episode(world: &mut World<'_>, someone: &Someone, provider: Provider, (opened_day, closed_day): (i32, Option<i32>)) -> Episode {
    Episode {
        organisation_id: provider.id,
        id: EpisodeId(world.ids.next()),
        person_id: someone.id,
        programme: "mental-health".to_owned(),
        birth_day: someone.born,
        locality_id: Some(someone.home.id),
        opened_day,
        closed_day,
        discharged_day: None,
        delivered_day: None,
        fact_revision: 0,
        ..Episode::default()
    }
}

/// Asks at the start and at every review; treatment helps a little.
fn ask(world: &mut World<'_>, someone: &Someone, episode: &Episode, provider: Provider) -> Result<(), Error> {
    let ends = episode.closed_day.unwrap_or(world.window.today);
    let (mut on, mut timepoint, mut treated) = (episode.opened_day + world.dice.between(0, 8), Timepoint::Baseline, 0.0);
    while on <= ends {
        let respondent = if world.dice.chance(0.04) { Respondent::Proxy } else { Respondent::Self_ };
        let lift = provider.quality_at(world.window.passed(on)) + treated;
        let about = |survey, odds| Ask { someone, episode, survey, timepoint, on, respondent, lift, odds };
        let home = world.ask(&about("settled-accommodation", 0.3))?;
        let working = WORKING_AGE.contains(&someone.age(on));
        // Whoever fills in one form mostly fills in the other.
        let work = working && world.ask(&about("employment", if home { 1.2 } else { -1.8 }))?;
        if episode.closed_day.is_none() && on + 60 < world.window.today {
            let again = |survey| Ask { timepoint: Timepoint::Review, ..about(survey, 0.0) };
            world.offer(&again("settled-accommodation"), home);
            world.offer(&again("employment"), work || !working);
        }
        // An answer holds for twelve months: reviews are due in the month in which it runs out.
        on += world.dice.between(365, 376);
        let after = if timepoint == Timepoint::Baseline { Timepoint::Review12Months } else { Timepoint::Review };
        (timepoint, treated) = (after, treated + 0.1);
    }
    Ok(())
}

/// Asks somebody who looks after the person how they are themselves.
fn ask_carer(world: &mut World<'_>, episode: &Episode, provider: Provider) -> Result<(), Error> {
    let on = episode.opened_day + 30;
    let years = (54.0 + 12.0 * world.dice.normal()).clamp(18.0, 88.0);
    let sketch = Sketch { on, years, women: 0.66, tilt: 0.0 };
    let Some(carer) = Someone::invent(&world.county, &mut world.ids, &mut world.dice, &sketch) else { return Ok(()) };
    let lift = 0.3 * provider.quality_at(world.window.passed(on)) - 0.2;
    let ask = Ask {
        someone: &carer,
        episode,
        survey: "carer-experience",
        timepoint: Timepoint::Baseline,
        on,
        respondent: Respondent::Carer,
        lift,
        odds: -0.3,
    };
    let answered = world.ask(&ask)?;
    if episode.closed_day.is_none() && on + 30 < world.window.today {
        world.offer(&Ask { timepoint: Timepoint::Review, ..ask }, answered);
    }
    Ok(())
}
