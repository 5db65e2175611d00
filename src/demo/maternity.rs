//! Maternity: women from booking to some weeks after the birth. They are asked six to eight weeks after the birth.

use crate::domain::care::timepoint::Timepoint;
use crate::domain::survey::Respondent;
use crate::store::episodes::Episode;
use crate::store::ids::EpisodeId;

use super::asking::Ask;
use super::people::{Sketch, Someone};
use super::{Error, World};

/// Episodes of a whole county.
pub const EPISODES: u32 = 16_000;
/// From booking, at about ten weeks, to the birth.
const BOOKED_DAYS: i32 = 210;

/// One episode and all that is said in it.
pub fn add(world: &mut World<'_>) -> Result<(), Error> {
    let provider = world.county.maternity;
    let birth = world.dice.between(world.window.start - 56, world.window.today + BOOKED_DAYS);
    let opened = birth - BOOKED_DAYS + world.dice.between(-14, 0);
    let ends = birth + world.dice.between(60, 75);
    let years = (30.0 + 5.5 * world.dice.normal()).clamp(16.0, 46.0);
    let sketch = Sketch { on: opened, years, women: 1.0, tilt: 0.02 };
    let Some(someone) = Someone::invent(&world.county, &mut world.ids, &mut world.dice, &sketch) else { return Ok(()) };
    let episode = Episode {
        organisation_id: provider.id,
        id: EpisodeId(world.ids.next()),
        person_id: someone.id,
        programme: "maternity".to_owned(),
        birth_day: someone.born,
        locality_id: Some(someone.home.id),
        opened_day: opened,
        closed_day: (ends <= world.window.today).then_some(ends),
        discharged_day: None,
        delivered_day: (birth <= world.window.today).then_some(birth),
        fact_revision: 0,
        ..Episode::default()
    };
    world.admit(&someone, &episode);
    let on = birth + world.dice.between(42, 56);
    let lift = provider.quality_at(world.window.passed(on));
    let timepoint = Timepoint::Birth6To8Weeks;
    let ask = Ask {
        someone: &someone,
        episode: &episode,
        survey: "postnatal-wellbeing",
        timepoint,
        on,
        respondent: Respondent::Self_,
        lift,
        odds: 0.0,
    };
    let answered = world.ask(&ask)?;
    if world.window.holds(on) && episode.closed_day.is_none() {
        world.offer(&ask, answered);
    }
    Ok(())
}
