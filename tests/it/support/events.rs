//! An engagement event that runs now, and people who answer at it.

use std::future::Future;

use saywell::domain::access::Role;
use saywell::domain::engagement::JoinCode;
use saywell::store::accounts::Grant;
use saywell::store::event_surveys::{self, Kept};
use saywell::store::events::{self, Event};
use saywell::store::ids::EventId;

use super::{App, NOW};

/// What somebody says at an event.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    /// `self`, `proxy` or `carer`.
    pub respondent: &'a str,
    /// Keys of outcomes, the first choice first.
    pub priorities: &'a [&'a str],
    pub matters: Option<&'a str>,
    pub missing: Option<&'a str>,
    /// For each indicator its key, `yes`, `partly` or `no`, and why (nothing where that is empty).
    pub sense: &'a [(&'a str, &'a str, &'a str)],
    pub postcode: Option<&'a str>,
    pub may_publish: Option<bool>,
    pub language: &'static str,
    /// Answers to questions of the survey that the event begins with, by the last part of their address.
    pub more: &'a [(&'a str, &'a str)],
}

impl Default for Said<'_> {
    fn default() -> Self {
        Self {
            respondent: "self",
            priorities: &[],
            matters: None,
            missing: None,
            sense: &[],
            postcode: None,
            may_publish: None,
            language: "en",
            more: &[],
        }
    }
}

impl App {
    /// An event that began an hour ago and ends in two: about three outcomes and two indicators, after the feedback that is asked
    /// everywhere.
    pub async fn hold(&self) -> Event {
        self.hold_with(|_| {}).await
    }

    /// The same with something else about it.
    pub async fn hold_with(&self, change: impl FnOnce(&mut Event)) -> Event {
        let id = self.state.random.id(&self.state.clock);
        let organisation_id = self.with_organisation("County", "commissioner");
        let lead = Grant { role: Role::EngagementLead, organisation: organisation_id };
        let mut event = Event {
            id: EventId(id),
            organisation_id,
            alert_organisation_id: self.with_provider("Dale Trust"),
            join_code: JoinCode::from_number(id.unsigned_abs()).as_str().to_owned(),
            title: "Carers in the hall".to_owned(),
            place: "Village hall, Mill Lane".to_owned(),
            languages: "en pl".to_owned(),
            starts_at: NOW.plus_seconds(-3_600).micros(),
            ends_at: NOW.plus_seconds(7_200).micros(),
            opens_at: NOW.plus_seconds(-3_600).micros(),
            closes_at: NOW.plus_seconds(7_200).micros(),
            base_survey: Some("event-feedback".to_owned()),
            outcomes: "settled role carers timely".to_owned(),
            indicators: "settled-accommodation carer-quality-of-life".to_owned(),
            contact: "events@example.org".to_owned(),
            created_by: self.with_staff("Lena Lead", &[lead]),
            created_at: NOW.micros(),
            ..Event::default()
        };
        change(&mut event);
        let prepared = self.state.prepare(&event).await.unwrap();
        let keep = move |tx: &mut saywell::store::Conn| {
            let Kept::Saved(survey) = event_surveys::keep(tx, &prepared.survey, &prepared.version)? else { unreachable!() };
            let event = Event { survey_id: Some(survey), ..event.clone() };
            events::add(tx, &event)?;
            Ok(event)
        };
        self.store().write_now("hold event", keep).unwrap()
    }

    /// Somebody answers at an event with a phone of their own, and gets this receipt code.
    pub fn answer<'a>(&'a self, event: &'a Event, said: Said<'a>) -> impl Future<Output = String> + 'a {
        self.answer_from(self.patient(), event, said)
    }

    /// Somebody answers at an event in that browser, and gets this receipt code. Pages are not looked at on the way.
    pub async fn answer_from(&self, phone: super::Browser, event: &Event, said: Said<'_>) -> String {
        let (survey, mut phone) = (format!("/s/{}", event.survey_key()), phone.speaking(said.language));
        let home = format!("/e/{}", event.join_code);
        phone.get(&home).await.post(&home, &[]).await;
        assert_eq!(phone.status, 303, "{}", phone.words());
        phone.post(&format!("{survey}/who"), &[("answer", said.respondent)]).await;
        if said.respondent == "proxy" {
            phone.post(&format!("{survey}/relationship"), &[("answer", "child")]).await;
        }
        for (page, answer) in said.pages(event) {
            phone.post(&format!("{survey}/q/{page}"), &[("answer", &answer)]).await;
            assert_eq!(phone.status, 303, "{page}: {:?}", phone.errors());
        }
        phone.get(&format!("{survey}/check")).await.press().await;
        assert_eq!(phone.step(), "done", "{}", phone.words());
        phone.code()
    }
}

impl Said<'_> {
    /// The pages that are answered, in their order, and what is said there.
    fn pages(&self, event: &Event) -> Vec<(String, String)> {
        let mut all: Vec<(String, String)> = Vec::new();
        let mut say = |page: &str, answer: &str| all.push((page.to_owned(), answer.to_owned()));
        self.more.iter().for_each(|(page, answer)| say(page, answer));
        self.priorities.iter().zip(1..).for_each(|(key, place)| say(&format!("priority-{place}"), key));
        self.matters.iter().for_each(|words| say("matters", words));
        self.missing.iter().for_each(|words| say("missing", words));
        for (key, code, why) in self.sense {
            say(&format!("sense-{key}"), code);
            if !why.is_empty() {
                say(&format!("sense-{key}-why"), why);
            }
        }
        self.may_publish.iter().for_each(|may| say("may-publish", if *may { "yes" } else { "no" }));
        if let Some(area) = self.postcode {
            if event.base_survey.is_some() {
                say("about-more", "true");
            }
            say("about-postcode-area", area);
        }
        all
    }
}
