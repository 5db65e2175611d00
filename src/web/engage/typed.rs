//! What stands in the form of an event: read from what was posted, or from the event as it is.

use super::offered::Offered;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::engagement::plan::{AskFields, Plan, PlanFields, usual};
use crate::domain::framework::Framework;
use crate::store::events::{Event, listed};
use crate::store::ids::OrganisationId;
use crate::web::form::Fields;
use crate::web::provider::making::posted_date;

/// What was typed.
pub fn posted(typed: &Fields, framework: &Framework, offered: &Offered) -> PlanFields {
    let one = |field: &str| typed.first(field).to_owned();
    let several = |field: &str| typed.all(field).map(str::to_owned).collect::<Vec<_>>();
    PlanFields {
        holder: match offered.holders.as_slice() {
            [(only, _)] => only.to_string(),
            _ => one("holder"),
        },
        title: one("title"),
        programme: one("programme"),
        place: one("place"),
        directions: one("directions"),
        offers: several("offers"),
        day: posted_date(typed, "day"),
        from: one("from"),
        until: one("until"),
        capacity: one("capacity"),
        languages: several("languages"),
        contact: one("contact"),
        team: one("team"),
        opens: posted_date(typed, "opens"),
        opens_time: one("opens-time"),
        closes: posted_date(typed, "closes"),
        closes_time: one("closes-time"),
        follow_up: one("follow-up"),
        reminder: one("reminder"),
        asks: (!offered.is_fixed).then(|| asks(typed, framework)),
    }
}

/// What was chosen to be asked, whether or not it may still change. Outcomes and indicators stand in one group of boxes for each
/// programme.
pub fn asks(typed: &Fields, framework: &Framework) -> AskFields {
    let grouped = |group: &str| {
        let fields = framework.programmes.iter().map(|programme| format!("{group}-{}", programme.key));
        fields.flat_map(|field| typed.all(&field).map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    AskFields { survey: typed.first("survey").to_owned(), outcomes: grouped("outcomes"), indicators: grouped("indicators") }
}

/// What an event asks now, as it would be chosen.
#[must_use]
pub fn asked(event: &Event) -> AskFields {
    let keys = |list: &str| listed(list).map(str::to_owned).collect();
    AskFields {
        survey: event.base_survey.clone().unwrap_or_default(),
        outcomes: keys(&event.outcomes),
        indicators: keys(&event.indicators),
    }
}

/// What a new event says before anything was typed.
pub fn fresh(offered: &Offered) -> PlanFields {
    let only = |all: &[(i64, String)]| if let [(id, _)] = all { id.to_string() } else { String::new() };
    PlanFields {
        holder: only(&offered.holders),
        team: only(&offered.teams),
        languages: vec!["en".to_owned()],
        follow_up: "3".to_owned(),
        reminder: "4".to_owned(),
        asks: Some(AskFields::default()),
        ..PlanFields::default()
    }
}

/// What an event says now.
pub fn kept(app: &App, event: &Event, offered: &Offered) -> PlanFields {
    let zone = app.clock.zone();
    let zoned = |at: i64| Moment::from_micros(at).zoned(zone);
    let day = |at: i64| zoned(at).strftime("%-d/%-m/%Y").to_string();
    let time = |at: i64| zoned(at).strftime("%H:%M").to_string();
    let (opens, closes) = usual(event.starts_at, event.ends_at, zone);
    // What is as usual moves with the event, so it is not written out.
    let unless = |is_usual: bool, at: i64| if is_usual { Default::default() } else { (day(at), time(at)) };
    let ((opens, opens_time), (closes, closes_time)) =
        (unless(event.opens_at == opens, event.opens_at), unless(event.closes_at == closes, event.closes_at));
    let is_midnight = day(event.ends_at) != day(event.starts_at);
    let keys = |list: &str| listed(list).map(str::to_owned).collect::<Vec<_>>();
    PlanFields {
        holder: event.organisation_id.0.to_string(),
        title: event.title.clone(),
        programme: event.programme.clone().unwrap_or_default(),
        place: event.place.clone(),
        directions: event.directions.clone(),
        offers: keys(&event.offers),
        day: day(event.starts_at),
        from: time(event.starts_at),
        until: if is_midnight { "24:00".to_owned() } else { time(event.ends_at) },
        capacity: event.capacity.map(|room| room.to_string()).unwrap_or_default(),
        languages: keys(&event.languages),
        contact: event.contact.clone(),
        team: event.alert_organisation_id.0.to_string(),
        opens,
        opens_time,
        closes,
        closes_time,
        follow_up: event.follow_up_hours.to_string(),
        reminder: event.reminder_days.to_string(),
        asks: (!offered.is_fixed).then(|| asked(event)),
    }
}

/// The event with that plan. What the plan says nothing of stays.
#[must_use]
pub fn with_plan(event: Event, plan: &Plan) -> Event {
    let codes: Vec<&str> = plan.offers.iter().map(|offer| offer.code()).collect();
    let planned = Event {
        organisation_id: OrganisationId(plan.holder),
        alert_organisation_id: OrganisationId(plan.team),
        title: plan.title.clone(),
        programme: plan.programme.clone(),
        place: plan.place.clone(),
        directions: plan.directions.clone(),
        offers: codes.join(" "),
        languages: plan.languages.join(" "),
        starts_at: plan.times.starts_at,
        ends_at: plan.times.ends_at,
        opens_at: plan.times.opens_at,
        closes_at: plan.times.closes_at,
        capacity: plan.capacity,
        follow_up_hours: plan.follow_up_hours,
        reminder_days: plan.reminder_days,
        contact: plan.contact.clone(),
        ..event
    };
    match &plan.asks {
        None => planned,
        Some(asks) => {
            Event { base_survey: asks.survey.clone(), outcomes: asks.outcomes.join(" "), indicators: asks.indicators.join(" "), ..planned }
        }
    }
}
