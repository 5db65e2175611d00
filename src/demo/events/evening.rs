//! The event that is over: an evening for carers five weeks ago, in a village hall.

use crate::clock::Moment;
use crate::domain::engagement::attendee::Contact;
use crate::domain::engagement::notice::Kind;

use super::guests::Party;
use super::remarks::{EVENING, Unsaid};
use super::visit::{Said, Sent, Visit};
use super::{DAY, HOUR, Held, Sketch, World};
use crate::demo::Error;
use crate::demo::dice::Dice;

/// How many answer while it lasts, and how many of those who were asked by email afterwards: at once, and when they were reminded.
const THERE: i32 = 146;
const ASKED: usize = 9;
const REMINDED: usize = 4;

/// Days from the evening to today.
const AGO: i32 = 36;

/// Holds it, with everything that came of it. Returns somebody who wants no more emails about events.
pub(super) async fn hold(world: &mut World<'_>) -> Result<Contact, Error> {
    let starts = world.moment(world.window.today - AGO, 18 * 60);
    let held = world
        .plan_event(&Sketch {
            title: "Who looks after the carers? An evening in Thistlemoor",
            programme: "mental-health",
            place: "Thistlemoor Village Hall, Chapel Lane",
            directions: "The 7 stops across the road. There is parking behind the church, and a ramp at the side door.",
            offers: "step-free accessible-toilet parking hearing-loop interpreter large-print quiet-room respite-care",
            outcomes: "settled role carers timely longer-lives",
            indicators: "carer-quality-of-life crisis-response",
            capacity: 180,
            starts,
            lasts: 2 * HOUR + HOUR / 2,
            planned: 40,
            near: &[("MZ8", 42.0), ("MZ9", 24.0), ("MZ10", 19.0), ("MZ6", 15.0)],
        })
        .await?;
    let (said, stopped) = happen(world, &held, starts)?;
    super::read::read(world, &held, &said)?;
    super::answered::answer_back(world, &held).await?;
    Ok(stopped)
}

/// Who was asked, who came, who answered, and what was sent to whom.
fn happen(world: &mut World<'_>, held: &Held, starts: Moment) -> Result<(Vec<Said>, Contact), Error> {
    let ends = Moment::from_micros(held.event.ends_at);
    let mut unsaid = Unsaid::of(&EVENING);
    let party = Party::expect(world, held, (30, starts.plus_days(-25)), None)?;
    world.mail(held, (Kind::Invitation, 0), starts.plus_days(-20))?;
    party.came(world, held, 22, starts)?;

    let mut said = Vec::new();
    let mut there = Vec::new();
    for (seconds, mode) in arrivals(&mut world.dice) {
        there.push(world.visit(held, &mut unsaid, &Visit { at: starts.plus_seconds(seconds), attendee: None, mode })?);
    }
    send(world, there, &mut said)?;
    party.left(world, held, 11, ends)?;
    world.mail(held, (Kind::FollowUp, 0), ends.plus_seconds(3 * HOUR))?;
    by_link(world, held, (&party, 8..8 + ASKED), (&mut unsaid, &mut said))?;
    world.mail(held, (Kind::Reminder, 0), ends.plus_seconds(4 * DAY + 4 * HOUR))?;
    by_link(world, held, (&party, 17..17 + REMINDED), (&mut unsaid, &mut said))?;
    world.mail(held, (Kind::Thanks, 0), ends.plus_seconds(7 * DAY))?;
    let stopped = party.stop(world, held, 24, ends.plus_days(5))?;
    Ok((said, stopped))
}

/// When they answer who are there, in seconds from the beginning, and how; the first first. Papers are typed in on the next day.
fn arrivals(dice: &mut Dice) -> Vec<(i64, &'static str)> {
    let mut arrivals = Vec::new();
    for _ in 0..THERE {
        let mode = dice.pick([("web", 68.0), ("kiosk", 20.0), ("paper", 12.0)]).unwrap_or("web");
        let later = if mode == "paper" { 14 * HOUR } else { 0 };
        arrivals.push((i64::from(dice.between(25 * 60, 155 * 60)) + later, mode));
    }
    arrivals.sort_unstable();
    arrivals
}

/// Those of the party answer by links of their own, some hours or days after they were asked.
fn by_link(
    world: &mut World<'_>,
    held: &Held,
    (party, those): (&Party, std::ops::Range<usize>),
    (unsaid, said): (&mut Unsaid, &mut Vec<Said>),
) -> Result<(), Error> {
    let asked = Moment::from_micros(held.event.ends_at).plus_days(if those.start < 17 { 0 } else { 4 });
    let mut sent = Vec::new();
    for (attendee, hours) in party.reachable(those).into_iter().zip((13..).step_by(5)) {
        let at = asked.plus_seconds(hours * HOUR + i64::from(world.dice.between(0, 3600)));
        sent.push(world.visit(held, unsaid, &Visit { at, attendee: Some(attendee), mode: "web" })?);
    }
    send(world, sent, said)
}

fn send(world: &mut World<'_>, sent: Vec<Sent>, said: &mut Vec<Said>) -> Result<(), Error> {
    world.send(&sent)?;
    said.extend(sent.into_iter().flat_map(|one| one.said));
    Ok(())
}
