//! How fast one may go: faster than any person, slower than would hold others up. Counted by what is asked for (a draft, a
//! personal link, a survey begun in one kind of browser, a session of staff), never by the network address alone: a village
//! hall is one address. At an event the address is not looked at at all: each phone is counted by itself, and with much room
//! the event.

use std::num::NonZeroU32;
use std::sync::atomic::{AtomicU32, Ordering};

use actix_web::HttpRequest;
use actix_web::http::{Method, header};
use actix_web::web::Data;
use governor::clock::{Clock, QuantaClock};
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use super::cookie;
use super::join::phone;
use super::problem::Problem;
use super::respond::draft;
use super::staff::SESSION;
use super::visitor::Visitor;
use crate::config::Settings;
use crate::domain::engagement::JoinCode;
use crate::secret::token_hash;
use crate::store::responses::Response;

type Limiter = RateLimiter<String, HashMapStateStore<String>, QuantaClock>;

/// How many times as many people may begin a survey from one address as from one kind of browser there.
const CROWD: u32 = 20;

/// Lines of the audit trail about refused forms that one session may cause in a minute.
const NOTES: u32 = 6;

/// Addresses that may be left in an hour by whoever sent answers once: the cookie that says that one was left may be lost.
const ADDRESSES: u32 = 2;

/// What is forgotten is looked for once in so many requests.
const SWEEP_EVERY: u32 = 1024;

/// What was asked for lately, by hashed keys. Each process counts for itself.
pub struct Pace {
    clock: QuantaClock,
    pages: Limiter,
    crowds: Limiter,
    events: Limiter,
    codes: Limiter,
    addresses: Limiter,
    staff: Limiter,
    notes: Limiter,
    asked: AtomicU32,
}

impl Pace {
    /// The pace that the settings allow.
    #[must_use]
    pub fn of(settings: &Settings) -> Self {
        let (pages, staff) = (settings.pages_per_minute, settings.staff_requests_per_minute);
        Self {
            clock: QuantaClock::default(),
            pages: per_minute(pages),
            crowds: per_minute(pages.saturating_mul(CROWD)),
            events: per_minute(settings.event_begins_per_minute),
            codes: per_minute(settings.code_tries_per_minute),
            addresses: RateLimiter::hashmap(Quota::per_hour(NonZeroU32::new(ADDRESSES).unwrap_or(NonZeroU32::MIN))),
            staff: per_minute(staff),
            notes: per_minute(NOTES),
            asked: AtomicU32::new(0),
        }
    }

    /// Counts one more, or says how many seconds to wait first.
    fn count(&self, limiter: &Limiter, key: &str) -> Result<(), Problem> {
        if self.asked.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1 {
            for all in [&self.pages, &self.crowds, &self.events, &self.codes, &self.addresses, &self.staff, &self.notes] {
                all.retain_recent();
            }
        }
        let wait = |early: governor::NotUntil<_>| early.wait_time_from(self.clock.now()).as_secs().saturating_add(1);
        limiter.check_key(&token_hash(key)).map_err(|early| Problem::TooFast { seconds: wait(early) })
    }

    /// Counts a code of an event that was wrong: by the phone it was typed on or, where that keeps no cookies, by its kind.
    pub fn wrong_code(&self, request: &HttpRequest, kind: &str) -> Result<(), Problem> {
        let typed_on = phone::held(request).map_or_else(|| format!("kind {kind}"), |phone| format!("phone {phone}"));
        self.count(&self.codes, &typed_on)
    }

    /// Counts an address that was left after sending answers. Counted here and kept nowhere, so that nothing says who left one.
    pub fn address_left(&self, response: &Response) -> Result<(), Problem> {
        self.count(&self.addresses, &format!("address {}", response.id.0))
    }

    /// True when the trail may have one more line about a form that this session sent.
    pub fn may_note(&self, session: &str) -> bool {
        self.count(&self.notes, session).is_ok()
    }
}

fn per_minute(most: u32) -> Limiter {
    RateLimiter::hashmap(Quota::per_minute(NonZeroU32::new(most).unwrap_or(NonZeroU32::MIN)))
}

/// The pace of the server that takes this request.
///
/// # Panics
/// Never in a server made by [`super::server`], which puts it there.
pub fn of(request: &HttpRequest) -> &Pace {
    let Some(pace) = request.app_data::<Data<Pace>>() else { unreachable!("the server puts the pace where every request finds it") };
    pace
}

/// Lets a request through, or says how long to wait. Reading a survey is never slowed.
pub fn hold(request: &HttpRequest) -> Result<(), Problem> {
    let (pace, path) = (of(request), request.path());
    let mut parts = path.trim_start_matches('/').split('/');
    let is_post = *request.method() == Method::POST;
    match (parts.next().unwrap_or_default(), parts.next()) {
        ("i", Some(token)) if is_post => pace.count(&pace.pages, &format!("link {token}")),
        ("e", Some(code)) if is_post => match (JoinCode::parse(code), parts.next(), parts.next()) {
            (Some(code), None, _) => begin_at_event(request, pace, &code),
            (Some(_), Some("i"), Some(token)) => pace.count(&pace.pages, &format!("link {token}")),
            _ => Ok(()),
        },
        ("s", Some(survey)) if is_post => match draft::held(request, survey).filter(|_| parts.next().is_some()) {
            Some(code) => pace.count(&pace.pages, &format!("draft {survey} {code}")),
            // Nothing begins here: the page leads to where it does, or says that no draft is known.
            None if JoinCode::of_survey_key(survey).is_some() => Ok(()),
            None => begin(request, pace, survey),
        },
        ("assets" | "e" | "health" | "i" | "join" | "s", _) => Ok(()),
        _ => cookie::read(request, SESSION).map_or(Ok(()), |session| pace.count(&pace.staff, &session)),
    }
}

/// A survey is begun: counted by the survey and the kind of browser at one address, and with more room by the survey and the
/// address.
fn begin(request: &HttpRequest, pace: &Pace, survey: &str) -> Result<(), Problem> {
    let said = |name| request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let from = Visitor::address_of(request);
    pace.count(&pace.crowds, &format!("{survey} {from}"))?;
    pace.count(&pace.pages, &format!("begin {survey} {from} {} {}", said(header::USER_AGENT), said(header::ACCEPT_LANGUAGE)))
}

/// Somebody begins at an event: counted by their phone and, with much room, by the event. A phone that is not known cannot
/// begin, and is told so.
fn begin_at_event(request: &HttpRequest, pace: &Pace, code: &JoinCode) -> Result<(), Problem> {
    let Some(phone) = phone::held(request) else { return Ok(()) };
    pace.count(&pace.pages, &format!("phone {phone} {}", code.as_str()))?;
    pace.count(&pace.events, code.as_str())
}
