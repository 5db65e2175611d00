//! What goes out to people: whether a message still may, and what it says. Looked at when it goes out, because much may have
//! happened since it was decided: the person may have died, declined, answered or moved.

pub mod events;
mod letters;

pub use letters::{LetterRow, Unready, file, letter_rows};

use std::sync::Arc;

use jiff::civil::Date;

use crate::app::App;
use crate::clock::Moment;
use crate::domain::care::asking::NotAsked;
use crate::domain::care::demographics::Demographics;
use crate::domain::care::schedule::Schedules;
use crate::domain::survey::text::Language;
use crate::i18n::Locale;
use crate::keys::Failure;
use crate::messages::{Asking, Occasion};
use crate::secret::Purpose;
use crate::store::messages::{Ending, HELD_BACK, Parts};
use crate::store::stops::standing;

/// Why a message does not go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// The person is not to be asked.
    NotWanted(NotAsked),
    /// The organisation has ended the schedule.
    CalledOff,
    /// It was answered.
    Answered,
    /// Its survey takes no answers now; it may be opened again.
    Closed,
    /// There is no address of that kind.
    NoAddress,
    /// It is neither an invitation nor a reminder.
    Unknown,
}

impl Stopped {
    /// The code that is kept with the message.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::NotWanted(why) => format!("{HELD_BACK}{}", why.code()),
            Self::CalledOff => format!("{HELD_BACK}schedule-ended"),
            Self::Answered => "answered".to_owned(),
            Self::Closed => "closed".to_owned(),
            Self::NoAddress => "no-address".to_owned(),
            Self::Unknown => "unknown".to_owned(),
        }
    }

    /// What it means for the invitation; nothing where the message waits.
    #[must_use]
    pub const fn ending(self) -> Option<Ending> {
        match self {
            Self::NotWanted(why) => Some(Ending::NotWanted(why)),
            Self::CalledOff => Some(Ending::CalledOff),
            Self::Answered | Self::Unknown => Some(Ending::Over),
            Self::NoAddress => Some(Ending::CameBack),
            Self::Closed => None,
        }
    }
}

/// A message that may go out: to whom, and what about.
#[derive(Clone)]
pub struct Outgoing {
    pub record: Demographics,
    pub locale: Arc<Locale>,
    pub occasion: Occasion,
    pub asking: Asking,
}

/// Looks whether a message may go out now, and puts together what it says.
///
/// # Errors
/// Where the record cannot be opened.
pub fn look(app: &App, parts: &Parts) -> Result<Result<Outgoing, Stopped>, Failure> {
    let now = app.clock.now();
    if let Some(why) = stopped(&app.schedules, parts, now, app.clock.today()) {
        return Ok(Err(why));
    }
    let record = parts.record.as_ref().map(|row| app.register().open(row)).transpose()?.flatten();
    let Some(record) = record else { return Ok(Err(Stopped::NotWanted(NotAsked::NoRecord))) };
    let Some(occasion) = Occasion::from_code(&parts.message.kind) else { return Ok(Err(Stopped::Unknown)) };
    let known = Language::parse(&parts.person.language).and_then(|language| app.locales.find(&language));
    let locale = known.unwrap_or_else(|| app.locales.english()).clone();
    let asking = asking(app, parts, &record, &locale);
    Ok(Ok(Outgoing { record, locale, occasion, asking }))
}

fn stopped(schedules: &Schedules, parts: &Parts, now: Moment, today: Date) -> Option<Stopped> {
    if parts.is_answered {
        return Some(Stopped::Answered);
    }
    if parts.is_called_off {
        return Some(Stopped::CalledOff);
    }
    let invitation = &parts.invitation;
    if invitation.declined_at.is_some() {
        return Some(Stopped::NotWanted(NotAsked::Declined));
    }
    if let Some(why) = why_not(schedules, parts, today) {
        return Some(Stopped::NotWanted(why));
    }
    if invitation.expires_at <= now.micros() {
        return Some(Stopped::NotWanted(NotAsked::TooLate));
    }
    (!parts.is_open).then_some(Stopped::Closed)
}

/// Why the person is not asked today, or not this: the schedule may have another survey for the moment.
fn why_not(schedules: &Schedules, parts: &Parts, today: Date) -> Option<NotAsked> {
    let standing = standing(&parts.person, &parts.stops);
    let Some(schedule) = parts.invitation.schedule.as_deref().and_then(|key| schedules.find(key)) else { return standing.why_not(today) };
    match schedule.survey_for(&standing, today) {
        Ok(survey) if survey == parts.survey => None,
        Ok(_) => Some(standing.why_not(today).unwrap_or(NotAsked::NotEligible)),
        Err(why) => Some(why),
    }
}

/// When a message that may go out does so at the earliest: after the quiet hours of its schedule, which may be longer than those
/// of the installation.
#[must_use]
pub fn not_before(app: &App, parts: &Parts) -> Moment {
    let now = app.clock.now();
    let Some(schedule) = parts.invitation.schedule.as_deref().and_then(|key| app.schedules.find(key)) else { return now };
    Moment::from_micros(schedule.quiet.next(&now.zoned(app.clock.zone())).timestamp().as_microsecond())
}

fn asking(app: &App, parts: &Parts, record: &Demographics, locale: &Locale) -> Asking {
    let id = parts.invitation.id.0;
    let until = Moment::from_micros(parts.invitation.expires_at - 1).date(app.clock.zone());
    Asking {
        name: Some(record.salutation().trim().to_owned()).filter(|name| !name.is_empty()),
        organisation: app.settings.organisation.clone(),
        link: format!("{}/i/{}", app.settings.origin(), app.secret.link_token(id)),
        code: app.secret.code(Purpose::Spoken, id).to_string(),
        until: locale.date(until),
        contact: app.settings.contact.clone(),
    }
}
