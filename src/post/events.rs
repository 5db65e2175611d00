//! What goes out to people about an event: whether it still may, and what it says. Looked at when it goes out, because they may
//! have answered, or stopped the emails, and the event may have been changed or called off since it was decided.

use std::sync::Arc;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::engagement::attendee::{Contact, Source};
use crate::domain::engagement::notice::Kind;
use crate::domain::engagement::{JoinCode, Offer};
use crate::domain::survey::text::Language;
use crate::i18n::{Locale, MissingMessage};
use crate::keys::Failure;
use crate::messages::{Calendar, Gathering, Method};
use crate::store::event_post::Parts;
use crate::store::events::{Event, listed};

/// Why a message about an event does not go out: a code.
pub type Stopped = &'static str;

/// The event is still to come, or is again: it was put off after the message was decided. Such a message is taken out, and is
/// decided again when it is time for it.
pub const EARLY: Stopped = "early";

/// A message that may go out: to which address, and what about.
#[derive(Clone)]
pub struct Outgoing {
    pub to: String,
    pub locale: Arc<Locale>,
    pub kind: Kind,
    pub gathering: Gathering,
    pub calendar: Option<Calendar>,
}

/// Why nothing can be put together.
#[derive(Debug, thiserror::Error)]
pub enum Unready {
    #[error(transparent)]
    Sealed(#[from] Failure),
    #[error(transparent)]
    Words(#[from] MissingMessage),
}

/// Looks whether a message may go out now, and puts together what it says.
///
/// # Errors
/// Where the contact cannot be opened, or a sentence is missing.
pub fn look(app: &App, parts: &Parts) -> Result<Result<Outgoing, Stopped>, Unready> {
    let Some(kind) = Kind::from_code(&parts.message.kind) else { return Ok(Err("unknown")) };
    if let Some(why) = stopped(parts, kind, app.clock.now().micros()) {
        return Ok(Err(why));
    }
    let contact = app.attendees().open(&parts.attendee)?.unwrap_or_default();
    let Some(to) = contact.email.clone() else { return Ok(Err("no-address")) };
    let known = Language::parse(&parts.attendee.language).and_then(|language| app.locales.find(&language));
    let locale = known.unwrap_or_else(|| app.locales.english()).clone();
    let gathering = gathering(app, parts, &contact, &locale)?;
    let calendar = calendar(app, &parts.event, kind, &gathering, &locale)?;
    Ok(Ok(Outgoing { to, locale, kind, gathering, calendar }))
}

fn stopped(parts: &Parts, kind: Kind, now: i64) -> Option<Stopped> {
    let (event, attendee) = (&parts.event, &parts.attendee);
    if attendee.stopped_at.is_some() {
        return Some("stopped");
    }
    if parts.is_unwanted || attendee.not_asked.is_some() || !attendee.may_email {
        return Some("not-wanted");
    }
    if event.called_off_at.is_some() && !matches!(kind, Kind::CalledOff | Kind::News) {
        return Some("called-off");
    }
    let is_over = now >= event.ends_at;
    match kind {
        Kind::Invitation | Kind::CalledOff if is_over => Some("over"),
        Kind::Changed if is_over || parts.is_superseded => Some("over"),
        Kind::FollowUp | Kind::Reminder | Kind::Thanks if !is_over => Some(EARLY),
        Kind::FollowUp | Kind::Reminder if attendee.answered_at.is_some() => Some("answered"),
        Kind::FollowUp | Kind::Reminder if !parts.is_open => Some("closed"),
        // It would lead to a page that says nothing.
        Kind::News if event.answered_back_at.is_none() => Some("taken-off"),
        _ => None,
    }
}

fn gathering(app: &App, parts: &Parts, contact: &Contact, locale: &Locale) -> Result<Gathering, MissingMessage> {
    let event = &parts.event;
    let (code, origin, token) = (&event.join_code, app.settings.origin(), app.attendees().token(parts.attendee.id));
    let offers = listed(&event.offers).filter_map(Offer::from_code);
    Ok(Gathering {
        name: Some(contact.name.trim().to_owned()).filter(|name| !name.is_empty()),
        organisation: parts.organisation.clone(),
        title: event.title.clone(),
        day: locale.date(Moment::from_micros(event.starts_at).date(app.clock.zone())),
        when: when(app, locale, event)?,
        place: event.place.clone(),
        directions: event.directions.lines().map(str::to_owned).collect(),
        offers: offers.map(|offer| locale.t(&format!("engage-offer-{}", offer.code()), &[])).collect::<Result<_, _>>()?,
        asks: parts.is_open,
        code: JoinCode::parse(code).map_or_else(|| code.clone(), |code| code.to_string()),
        join: format!("{}/join", origin.split_once("://").map_or(origin.as_str(), |(_, host)| host)),
        link: format!("{origin}/e/{code}/i/{token}"),
        from: moment(app, locale, event.opens_at)?,
        until: moment(app, locale, event.closes_at)?,
        heard: format!("{origin}/e/{code}/heard"),
        stop: format!("{origin}/e/{code}/stop/{token}"),
        contact: event.contact.clone(),
        expected: parts.attendee.source == Source::Expected.code(),
    })
}

/// When it is, on the clock of the county: `3 December 2026, 10:00 to 12:00`.
fn when(app: &App, locale: &Locale, event: &Event) -> Result<String, MissingMessage> {
    let at = |micros| Moment::from_micros(micros).zoned(app.clock.zone());
    let (starts, ends) = (at(event.starts_at), at(event.ends_at));
    let (from, to) = (starts.strftime("%H:%M").to_string(), ends.strftime("%H:%M").to_string());
    let (first, last) = (locale.date(starts.date()), locale.date(ends.date()));
    if first == last {
        return locale.t("event-post-times", &[("day", first.into()), ("from", from.into()), ("to", to.into())]);
    }
    locale.t("event-post-days", &[("first", first.into()), ("from", from.into()), ("last", last.into()), ("to", to.into())])
}

fn moment(app: &App, locale: &Locale, micros: i64) -> Result<String, MissingMessage> {
    let at = Moment::from_micros(micros).zoned(app.clock.zone());
    let time = at.strftime("%H:%M").to_string();
    locale.t("event-post-moment", &[("day", locale.date(at.date()).into()), ("time", time.into())])
}

/// The entry for the calendar. A calendar is shown to others: no personal link stands in it.
fn calendar(app: &App, event: &Event, kind: Kind, about: &Gathering, locale: &Locale) -> Result<Option<Calendar>, MissingMessage> {
    // Taking out counts as a change of its own.
    let (method, sequence) = match kind {
        Kind::Invitation | Kind::Changed => (Method::Publish, event.revision),
        Kind::CalledOff => (Method::Cancel, event.revision.saturating_add(1)),
        _ => return Ok(None),
    };
    let entry = locale.t("event-post-entry", &[("code", about.code.clone().into()), ("join", about.join.clone().into())])?;
    let told = about.directions.iter().chain(&about.offers).chain(about.asks.then_some(&entry)).chain([&about.contact]);
    let origin = app.settings.origin();
    let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host);
    Ok(Some(Calendar {
        method,
        uid: format!("event-{}@{host}", event.id.0),
        sequence,
        stamped_at: app.clock.now().micros(),
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        summary: event.title.clone(),
        place: event.place.clone(),
        description: told.cloned().collect::<Vec<_>>().join("\n"),
        organiser: about.organisation.clone(),
        address: format!("{origin}/e/{}", event.join_code),
    }))
}
