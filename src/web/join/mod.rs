//! Coming to an event: by the code on the wall, by the picture of it, or by the link in an email. From here on the pages are
//! those of any survey: an event has one of its own.

pub mod code;
pub mod link;
pub mod phone;
pub mod start;

use crate::app::App;
use crate::catalogue::Current;
use crate::clock::Moment;
use crate::domain::engagement::JoinCode;
use crate::i18n::{Locale, MissingMessage};
use crate::store::events::{self, Event};
use crate::store::organisations;
use crate::web::pages::join::{NotOpen, Why};
use crate::web::pages::respond::Occasion;
use crate::web::problem::Problem;
use crate::web::respond::view;

/// The address of an event, to which its QR code leads.
#[must_use]
pub fn address(code: &JoinCode) -> String {
    format!("/e/{}", code.as_str())
}

/// The same, where it says that what was begun was not sent.
#[must_use]
pub fn unsent(code: &JoinCode) -> String {
    format!("{}?unsent=1", address(code))
}

/// An event, found by its code.
pub struct Found {
    pub event: Event,
    pub code: JoinCode,
    /// Its survey; nothing while there is nothing to answer.
    pub current: Option<Current>,
    /// The name of whoever holds it.
    pub holder: String,
}

impl Found {
    /// The event with that code, if there is one.
    pub async fn by(app: &App, code: &JoinCode) -> Result<Option<Self>, Problem> {
        let own = code.clone();
        let find = move |conn: &mut _| {
            let Some(event) = events::by_join_code(conn, own.as_str())? else { return Ok(None) };
            let holder = organisations::get(conn, event.organisation_id)?.name;
            Ok(Some((event, holder)))
        };
        let Some((event, holder)) = app.store.read("event by code", find).await? else { return Ok(None) };
        let current = match event.survey_id {
            Some(_) => Some(app.catalogue.current(&app.store, &event.survey_key()).await?),
            None => None,
        };
        Ok(Some(Self { event, code: code.clone(), current, holder }))
    }

    /// Its survey, while it takes answers.
    pub fn open(&self, now: Moment) -> Result<&Current, Why> {
        if self.event.called_off_at.is_some() {
            return Err(Why::CalledOff);
        }
        let current = self.current.as_ref().ok_or(Why::Nothing)?;
        let survey = &current.survey;
        match now.micros() {
            now if survey.takes_answers(now) => Ok(current),
            now if survey.opens_at.is_some_and(|opens| now < opens) => Err(Why::NotYet),
            _ => Err(Why::Closed),
        }
    }

    /// What its start page says of it.
    pub fn occasion(&self, app: &App, locale: &Locale) -> Result<Occasion, MissingMessage> {
        let (event, survey) = (&self.event, self.current.as_ref().map(|current| &current.survey));
        let closes = survey.and_then(|survey| survey.closes_at).unwrap_or(event.closes_at);
        Ok(Occasion {
            when: when(app, locale, event)?,
            place: event.place.clone(),
            until: moment(app, locale, closes)?,
            holder: self.holder.clone(),
            contact: event.contact.clone(),
        })
    }

    /// The page in place of its start page, while there is nothing to answer.
    pub fn not_open(&self, app: &App, locale: &Locale, why: Why, unsent: bool) -> Result<NotOpen, MissingMessage> {
        let (event, survey) = (&self.event, self.current.as_ref().map(|current| &current.survey));
        let opens = survey.and_then(|survey| survey.opens_at).unwrap_or(event.opens_at);
        let closes = survey.and_then(|survey| survey.closes_at).unwrap_or(event.closes_at);
        let at = match why {
            Why::NotYet => Some(opens),
            Why::Closed => Some(closes.min(app.clock.now().micros())),
            Why::CalledOff | Why::Nothing => None,
        };
        Ok(NotOpen {
            title: event.title.clone(),
            why,
            at: at.map(|at| moment(app, locale, at)).transpose()?,
            when: when(app, locale, event)?,
            place: event.place.clone(),
            contact: event.contact.clone(),
            unsent: unsent && matches!(why, Why::Closed | Why::CalledOff),
            again: address(&self.code),
            local_line: view::local_line(app),
        })
    }
}

/// When an event is: a day with two times or, over midnight, two moments.
fn when(app: &App, locale: &Locale, event: &Event) -> Result<String, MissingMessage> {
    let zone = app.clock.zone();
    let [from, to] = [event.starts_at, event.ends_at].map(|at| Moment::from_micros(at).zoned(zone).datetime());
    if from.date() != to.date() {
        let (from, to) = (moment(app, locale, event.starts_at)?, moment(app, locale, event.ends_at)?);
        return locale.t("join-when-days", &[("from", from.into()), ("to", to.into())]);
    }
    let clock = |at: jiff::civil::DateTime| at.strftime("%H:%M").to_string();
    let (date, from, to) = (locale.date(from.date()), clock(from), clock(to));
    locale.t("join-when", &[("date", date.into()), ("from", from.into()), ("to", to.into())])
}

/// A day and a time.
fn moment(app: &App, locale: &Locale, at: i64) -> Result<String, MissingMessage> {
    let at = Moment::from_micros(at).zoned(app.clock.zone()).datetime();
    let time = at.strftime("%H:%M").to_string();
    locale.t("join-moment", &[("date", locale.date(at.date()).into()), ("time", time.into())])
}
