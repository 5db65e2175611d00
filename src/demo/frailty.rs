//! Frail older people: most come home from the acute trust and are supported by it or by the community partner. They
//! are asked how they manage soon after they came home, and again, by phone where need be, on the 91st day.

use crate::domain::care::timepoint::Timepoint;
use crate::domain::survey::Respondent;
use crate::store::episodes::Episode;
use crate::store::ids::EpisodeId;

use super::asking::Ask;
use super::county::Provider;
use super::people::{Sketch, Someone};
use super::time::winter;
use super::{Error, World};

/// Episodes of a whole county.
pub const EPISODES: u32 = 20_000;

/// One episode and all that is said in it.
pub fn add(world: &mut World<'_>) -> Result<(), Error> {
    let provider = if world.dice.chance(0.62) { world.county.acute } else { world.county.community };
    let mut opened = world.dice.between(world.window.start - 91, world.window.today);
    if world.dice.chance(0.15 - 0.15 * winter(opened)) {
        // More come home in winter than in summer.
        opened = world.dice.between(world.window.start - 91, world.window.today);
    }
    let length = 20 + world.dice.lasting(75.0);
    let years = (81.0 + 7.0 * world.dice.normal()).clamp(65.0, 102.0);
    let sketch = Sketch { on: opened, years, women: 0.58, tilt: 0.03 };
    let Some(someone) = Someone::invent(&world.county, &mut world.ids, &mut world.dice, &sketch) else { return Ok(()) };
    let episode = Episode {
        organisation_id: provider.id,
        id: EpisodeId(world.ids.next()),
        person_id: someone.id,
        programme: "frail-older-people".to_owned(),
        birth_day: someone.born,
        locality_id: Some(someone.home.id),
        opened_day: opened,
        closed_day: (opened + length <= world.window.today).then_some(opened + length),
        discharged_day: world.dice.chance(0.9).then_some(opened),
        delivered_day: None,
        fact_revision: 0,
        ..Episode::default()
    };
    world.admit(&someone, &episode);
    ask(world, &someone, &episode, provider)
}

fn ask(world: &mut World<'_>, someone: &Someone, episode: &Episode, provider: Provider) -> Result<(), Error> {
    let respondent = if world.dice.chance(0.24) { Respondent::Proxy } else { Respondent::Self_ };
    let asking =
        |timepoint, on, lift, odds| Ask { someone, episode, survey: "independence-at-home", timepoint, on, respondent, lift, odds };
    let mut has_answered = false;
    if world.dice.chance(0.42) {
        let on = episode.opened_day + world.dice.between(2, 9);
        has_answered = world.ask(&asking(Timepoint::Baseline, on, -0.35, -0.35))?;
    }
    let Some(discharged) = episode.discharged_day else { return Ok(()) };
    // Some have died by then; they are counted and cannot be asked.
    if world.dice.chance(0.93) {
        let on = discharged + world.dice.between(89, 91);
        let lift = provider.quality_at(world.window.passed(on));
        let ask = asking(Timepoint::Discharge91Days, on, lift, 0.65);
        let answered = world.ask(&ask)?;
        if !answered && has_answered && respondent == Respondent::Self_ && (world.window.today - on).abs() < 40 {
            world.offer_again(&ask);
        } else if world.window.holds(on) && world.window.today - on < 14 {
            world.offer(&ask, answered);
        }
        return Ok(());
    }
    world.leave(&asking(Timepoint::Discharge91Days, discharged + 91, 0.0, 0.0))
}
