//! The event that runs now, and the one that is to come.

use crate::clock::Moment;
use crate::domain::engagement::attendee::Contact;
use crate::domain::engagement::notice::Kind;

use super::guests::Party;
use super::remarks::{HOSPITAL, Unsaid};
use super::visit::Visit;
use super::{HOUR, Sketch, World};
use crate::demo::Error;

/// How many have answered so far at the event that runs now.
const SO_FAR: i32 = 23;

/// Begins an event an hour ago, by the full hour.
pub(super) async fn hold_now(world: &mut World<'_>) -> Result<(), Error> {
    let full_hour = world.now().micros().div_euclid(HOUR * 1_000_000) * HOUR * 1_000_000;
    let starts = Moment::from_micros(full_hour).plus_seconds(-HOUR);
    let held = world
        .plan_event(&Sketch {
            title: "Coming home from hospital: tea and talk",
            programme: "frail-older-people",
            place: "Otterbridge Library, Bridge Street",
            directions: "Through the main door and to the right. The lift is behind the desk.",
            offers: "step-free accessible-toilet hearing-loop bsl large-print assistance-dogs travel",
            outcomes: "independent no-delay dementia",
            indicators: "at-home-91-days",
            capacity: 60,
            starts,
            lasts: 3 * HOUR,
            planned: 30,
            near: &[("MZ9", 70.0), ("MZ5", 20.0), ("MZ12", 10.0)],
        })
        .await?;
    let party = Party::expect(world, &held, (14, starts.plus_days(-14)), None)?;
    world.mail(&held, (Kind::Invitation, 0), starts.plus_days(-13))?;
    party.came(world, &held, 9, starts)?;
    let (mut unsaid, mut sent) = (Unsaid::of(&HOSPITAL), Vec::new());
    let since = i32::try_from((world.now().micros() - starts.micros()) / 1_000_000).unwrap_or(3600);
    let mut times: Vec<i32> = (0..SO_FAR).map(|_| world.dice.between(600, since)).collect();
    times.sort_unstable();
    for seconds in times {
        let at = starts.plus_seconds(i64::from(seconds));
        let mode = if world.dice.chance(0.3) { "kiosk" } else { "web" };
        sent.push(world.visit(&held, &mut unsaid, &Visit { at, attendee: None, mode })?);
    }
    world.send(&sent)
}

/// Plans an event in some weeks. Its invitations go out as soon as the program runs; one of those expected wants no emails.
pub(super) async fn plan(world: &mut World<'_>, stopped: &Contact) -> Result<(), Error> {
    let starts = world.moment(world.window.today + 17, 9 * 60 + 30);
    let held = world
        .plan_event(&Sketch {
            title: "Were you listened to? Breakfast for new parents",
            programme: "maternity",
            place: "Fenwold Children's Centre, Mill Road",
            directions: "Buggies can stay in the hall. The 12 from Marl Cross stops at the gate.",
            offers: "step-free accessible-toilet parking interpreter quiet-room travel",
            outcomes: "mother-and-baby heard safe-birth",
            indicators: "felt-listened-to postnatal-wellbeing",
            capacity: 40,
            starts,
            lasts: 2 * HOUR,
            planned: 20,
            near: &[],
        })
        .await?;
    let now = world.now();
    Party::expect(world, &held, (12, now.plus_days(-2)), Some(stopped))?;
    world.invite_now(&held)
}
