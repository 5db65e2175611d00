//! Answers that belong to no episode: people at engagement events, and carers who follow an open link.

use crate::domain::care::timepoint::Timepoint;
use crate::domain::survey::Respondent;
use crate::store::ids::OrganisationId;

use super::answering::Voice;
use super::asking::Said;
use super::people::{Sketch, Someone};
use super::{Error, World};

/// Feedback from the events of a whole county.
pub const FEEDBACK: u32 = 2400;
/// Carers of a whole county who answer an open survey.
pub const CARERS: u32 = 1600;
/// One event a fortnight.
const EVENT_EVERY: i32 = 14;

/// What one visitor says of an event.
pub fn add_feedback(world: &mut World<'_>) -> Result<(), Error> {
    let events = (world.window.today - world.window.start) / EVENT_EVERY;
    let on = world.window.start + EVENT_EVERY * world.dice.between(0, events);
    let respondent =
        world.dice.pick([(Respondent::Self_, 70.0), (Respondent::Carer, 22.0), (Respondent::Proxy, 8.0)]).unwrap_or(Respondent::Self_);
    // The events got better as those who hold them learnt.
    let lift = 0.4 * world.window.passed(on);
    say(world, Open { survey: "event-feedback", on, respondent, lift, organisation: None })
}

/// What one carer says.
pub fn add_carer(world: &mut World<'_>) -> Result<(), Error> {
    let on = world.dice.between(world.window.start, world.window.today);
    let lead = world.county.lead.id;
    let organisation = world.dice.chance(0.6).then_some(lead);
    say(world, Open { survey: "carer-experience", on, respondent: Respondent::Carer, lift: -0.25, organisation })
}

struct Open {
    survey: &'static str,
    on: i32,
    respondent: Respondent,
    lift: f64,
    organisation: Option<OrganisationId>,
}

fn say(world: &mut World<'_>, open: Open) -> Result<(), Error> {
    let years = (56.0 + 14.0 * world.dice.normal()).clamp(18.0, 92.0);
    let sketch = Sketch { on: open.on, years, women: 0.6, tilt: -0.06 };
    let Some(someone) = Someone::invent(&world.county, &mut world.ids, &mut world.dice, &sketch) else { return Ok(()) };
    let locality = world.dice.chance(0.85).then_some(someone.home.id);
    let voice = Voice {
        respondent: open.respondent,
        age: someone.age(open.on),
        sex: someone.sex,
        well: someone.well + open.lift,
        postcode: someone.home.postcode,
    };
    world.keep(&Said {
        survey: open.survey,
        voice,
        on: open.on,
        timepoint: Timepoint::Unscheduled,
        language: someone.language,
        organisation: open.organisation,
        locality,
        episode: None,
        invitation: None,
    })
}
