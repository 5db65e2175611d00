//! The list of those who are expected: what was sent to whom, and what is to be prepared for.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::{Expected, at, everybody, fields, invite, line};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::domain::care::need::Need;
use crate::domain::engagement::attendee::NOT_WANTED;
use crate::domain::engagement::notice::Kind;
use crate::i18n::{Locale, MissingMessage};
use crate::store::attendees::{self, Counts};
use crate::store::event_messages::{self, Message};
use crate::store::events::Event;
use crate::store::ids::AttendeeId;
use crate::store::{Conn, audit};
use crate::web::engage::own;
use crate::web::pages::attendees::{Fact, List, NeedRow, Person};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageEvents;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What was done a moment ago.
const DONE: [&str; 5] = ["added", "changed", "removed", "imported", "invited"];

/// What the page is asked for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(default)]
    done: String,
}

/// Shows the list. That it was looked at is recorded.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageEvents>,
    id: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let event = own(&app, &staff, &id).await?;
    let (own, order, secret) = (event.id, invite::order(&app, &event), app.secret.clone());
    let line = line(&app, &staff, &event, Action::AttendeesListed);
    let now = app.clock.now().micros();
    let load = move |tx: &mut Conn| {
        audit::add(tx, &secret, &line)?;
        let (rows, sent) = (attendees::of_event(tx, own)?, event_messages::of_event(tx, own)?);
        Ok((rows, sent, attendees::counts(tx, own, now)?, event_messages::wanted(tx, &order)?))
    };
    let (rows, sent, counts, uninvited) = app.store.write("attendees", load).await?;
    let all = everybody(&app, rows)?;
    let locale = &visitor.locale;
    let invitations: BTreeMap<AttendeeId, &Message> =
        sent.iter().filter(|one| one.kind == Kind::Invitation.code()).map(|one| (one.attendee_id, one)).collect();
    let person = |one: &Expected| person(&app, locale, one, invitations.get(&one.row.id).copied());
    let done = DONE.iter().find(|done| **done == asked.done);
    let page = List {
        event: event.title.clone(),
        back: format!("/engage/{}", event.id.0),
        at: at(&event),
        done: done.map(|done| locale.t(&format!("attendees-done-{done}"), &[])).transpose()?,
        facts: facts(locale, &event, counts, &sent)?,
        is_full: event.capacity.is_some_and(|places| counts.expected > i64::from(places)),
        uninvited: if invite::invites(&app, &event) { i64::try_from(uninvited).unwrap_or(i64::MAX) } else { 0 },
        has_mail: app.gateways.mail.is_some(),
        needs: needs(locale, &all)?,
        people: all.iter().map(person).collect::<Result<_, _>>()?,
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn facts(locale: &Locale, event: &Event, counts: Counts, sent: &[Message]) -> Result<Vec<Fact>, MissingMessage> {
    let fact = |key: &str, count: i64| Ok(Fact { label: locale.t(key, &[])?, value: locale.whole(count) });
    let mut facts = vec![fact("attendees-fact-expected", counts.expected)?];
    if let Some(places) = event.capacity {
        facts.push(fact("attendees-fact-places", i64::from(places))?);
    }
    facts.push(fact("attendees-fact-came", counts.came)?);
    facts.push(fact("attendees-fact-answered", counts.answered)?);
    facts.push(fact("attendees-fact-left", counts.left)?);
    for kind in Kind::ALL {
        let many = sent.iter().filter(|one| one.kind == kind.code() && one.sent_at.is_some()).count();
        if many > 0 {
            facts.push(fact(&format!("attendees-sent-{}", kind.code()), i64::try_from(many).unwrap_or(i64::MAX))?);
        }
    }
    Ok(facts)
}

/// What is to be prepared for, how often, and for whom.
fn needs(locale: &Locale, all: &[Expected]) -> Result<Vec<NeedRow>, MissingMessage> {
    let mut rows = Vec::new();
    for need in Need::ALL {
        let theirs = all.iter().filter(|one| one.contact.needs.contains(need));
        let names: Vec<String> = theirs.map(|one| called(locale, one)).collect::<Result<_, _>>()?;
        if !names.is_empty() {
            let need = locale.t(&format!("register-need-{}", need.code()), &[])?;
            rows.push(NeedRow { need, count: locale.whole(i64::try_from(names.len()).unwrap_or(i64::MAX)), names });
        }
    }
    let other = all.iter().filter(|one| !one.contact.other_needs.is_empty());
    for one in other {
        rows.push(NeedRow { need: one.contact.other_needs.clone(), count: locale.whole(1), names: vec![called(locale, one)?] });
    }
    Ok(rows)
}

fn person(app: &App, locale: &Locale, one: &Expected, invitation: Option<&Message>) -> Result<Person, MissingMessage> {
    Ok(Person {
        id: one.row.id.0.to_string(),
        name: called(locale, one)?,
        email: one.contact.email.clone(),
        part: one.row.part.as_deref().map(|part| fields::part_name(locale, part)).transpose()?,
        emailing: emailing(app, locale, one, invitation)?,
        has_answered: one.row.answered_at.is_some_and(|told_at| told_at <= app.clock.now().micros()),
        has_come: one.row.came_at.is_some(),
    })
}

/// What somebody is called, also where they gave no name.
pub(super) fn called(locale: &Locale, one: &Expected) -> Result<String, MissingMessage> {
    if one.contact.name.is_empty() { locale.t("attendees-nameless", &[]) } else { Ok(one.contact.name.clone()) }
}

/// Whether they are emailed, and what became of it. Why somebody does not want email is not told, and not known.
fn emailing(app: &App, locale: &Locale, one: &Expected, invitation: Option<&Message>) -> Result<String, MissingMessage> {
    let t = |state: &str| locale.t(&format!("attendees-email-{state}"), &[]);
    let is_unwanted = |why: &str| matches!(why, NOT_WANTED | "stopped");
    let failure = invitation.and_then(|sent| sent.failure.as_deref());
    if one.row.not_asked.is_some() || one.row.stopped_at.is_some() || failure.is_some_and(is_unwanted) {
        return t("unwanted");
    }
    if let Some(at) = invitation.and_then(|sent| sent.sent_at) {
        let day = locale.date(Moment::from_micros(at).date(app.clock.zone()));
        return locale.t("attendees-email-invited", &[("day", day.into())]);
    }
    match invitation {
        _ if one.row.email_hash.is_none() => t("none"),
        _ if !one.row.may_email => t("not-agreed"),
        None => t("not-invited"),
        Some(sent) if sent.failed_at.is_some() => t("failed"),
        Some(_) => t("waits"),
    }
}
