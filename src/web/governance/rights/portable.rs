//! What is held about a person as they may take it away: the same for reading and for a machine.

use std::collections::HashMap;

use serde::Serialize;

use super::Opened;
use super::worded::worded;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::survey::{Given, Item, Journey, Language};
use crate::i18n::Locale;
use crate::keys::Place;
use crate::store::days::date;
use crate::store::ids::ResponseId;
use crate::store::responses::Response;
use crate::store::{answers, record};
use crate::web::problem::Problem;
use crate::web::respond::view;

/// The name of the format; a number more when its shape changes.
const FORMAT: &str = "saywell-person-1";

/// Everything that is held.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Portable {
    pub format: &'static str,
    /// When the copy was made.
    pub made: String,
    /// Who holds it.
    pub organisation: String,
    pub person: Vec<Fact>,
    pub episodes: Vec<Vec<Fact>>,
    pub not_asked: Vec<Vec<Fact>>,
    pub invitations: Vec<Vec<Fact>>,
    pub messages: Vec<Vec<Fact>>,
    pub responses: Vec<Answered>,
    pub alerts: Vec<Vec<Fact>>,
    pub requests: Vec<Vec<Fact>>,
    /// Events at which they were expected.
    pub events: Vec<Vec<Fact>>,
    /// Who looked at the record or changed it, and when.
    pub access: Vec<Vec<Fact>>,
}

/// One thing that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What a machine calls it.
    pub name: &'static str,
    /// What people call it.
    pub label: String,
    pub value: String,
    /// What people call the value, where it is a code.
    pub words: Option<String>,
}

/// One set of answers.
#[derive(Debug, Clone, Serialize)]
pub struct Answered {
    /// The key of the survey.
    pub survey: String,
    pub title: String,
    pub facts: Vec<Fact>,
    pub answers: Vec<Answer>,
}

/// One question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// The item's `linkId`.
    pub item: String,
    pub question: String,
    pub said: Vec<String>,
}

/// Writes down what is held, in that language.
pub async fn portable(app: &App, opened: &Opened, locale: &Locale, organisation: String) -> Result<Portable, Problem> {
    let record = &opened.record;
    let scribe = Scribe { app, locale, titles: titles(app, locale, record).await? };
    let mut responses = Vec::new();
    for (response, survey) in &record.responses {
        let journey = app.catalogue.worded(&app.store, response.version_id, &response.respondent).await?;
        responses.push(scribe.answered(record, response, survey, &journey)?);
    }
    Ok(Portable {
        format: FORMAT,
        made: scribe.moment(app.clock.now().micros()),
        organisation,
        person: scribe.person(opened)?,
        episodes: record.episodes.iter().map(|one| scribe.episode(one)).collect::<Result<_, _>>()?,
        not_asked: record.stops.iter().map(|one| scribe.stop(one)).collect::<Result<_, _>>()?,
        invitations: record.invitations.iter().map(|(one, survey)| scribe.invitation(one, survey)).collect::<Result<_, _>>()?,
        messages: record.messages.iter().map(|one| scribe.message(one)).collect::<Result<_, _>>()?,
        responses,
        alerts: scribe.alerts(record)?,
        requests: record.requests.iter().map(|one| scribe.request(one)).collect::<Result<_, _>>()?,
        events: record.events.iter().map(|(one, event)| scribe.event(one, event)).collect::<Result<_, _>>()?,
        access: record.trail.iter().map(|line| scribe.line(line)).collect::<Result<_, _>>()?,
    })
}

/// What the surveys are called that somebody was asked, by their keys.
async fn titles(app: &App, locale: &Locale, record: &record::Record) -> Result<HashMap<String, String>, Problem> {
    let mut titles = HashMap::new();
    for (_, key) in &record.invitations {
        if !titles.contains_key(key) {
            let current = app.catalogue.current(&app.store, key).await?;
            titles.insert(key.clone(), current.journey.definition().title.in_language(locale.language()).to_owned());
        }
    }
    Ok(titles)
}

/// Writes in one language.
struct Scribe<'a> {
    app: &'a App,
    locale: &'a Locale,
    /// Of surveys, by key.
    titles: HashMap<String, String>,
}

/// What may be unknown: then nothing is written.
type Known = (&'static str, Option<String>);

impl Scribe<'_> {
    fn facts(&self, known: Vec<Known>) -> Result<Vec<Fact>, Problem> {
        let fact = |(name, value): Known| {
            let value = value.filter(|value| !value.is_empty())?;
            let words = match name {
                "survey" => self.titles.get(&value).cloned(),
                _ => worded(self.app, self.locale, name, &value),
            };
            Some(self.locale.t(&format!("held-{}", name.replace('_', "-")), &[]).map(|label| Fact { name, label, value, words }))
        };
        Ok(known.into_iter().filter_map(fact).collect::<Result<_, _>>()?)
    }

    fn moment(&self, at: i64) -> String {
        Moment::from_micros(at).zoned(self.app.clock.zone()).strftime("%Y-%m-%d %H:%M").to_string()
    }

    fn at(&self, at: Option<i64>) -> Option<String> {
        at.map(|at| self.moment(at))
    }

    fn person(&self, opened: &Opened) -> Result<Vec<Fact>, Problem> {
        let (row, named) = (&opened.record.person, opened.demographics.clone().unwrap_or_default());
        let yes_no = |flag: Option<bool>| flag.map(|yes| if yes { "yes" } else { "no" }.to_owned());
        self.facts(vec![
            ("given_name", Some(named.given_name)),
            ("family_name", Some(named.family_name)),
            ("known_as", named.known_as),
            ("nhs_number", named.nhs_number),
            ("birth_date", Some(date(row.birth_day).to_string())),
            ("sex", Some(row.sex.clone())),
            ("ethnicity", row.ethnicity.clone()),
            ("language", Some(row.language.clone())),
            ("needs", row.needs.clone()),
            ("contact_by", row.contact_by.clone()),
            ("may_contact", yes_no(row.may_contact)),
            ("email", named.email),
            ("mobile", named.mobile),
            ("telephone", named.telephone),
            ("address", Some(named.address.join(", "))),
            ("postcode", named.postcode),
            ("sender_number", named.sender_number),
            ("opted_out", yes_no(row.opted_out)),
            ("died", row.died_day.map(|day| date(day).to_string())),
        ])
    }

    fn episode(&self, one: &crate::store::episodes::Episode) -> Result<Vec<Fact>, Problem> {
        let day = |day: Option<i32>| day.map(|day| date(day).to_string());
        self.facts(vec![
            ("programme", Some(one.programme.clone())),
            ("opened", day(Some(one.opened_day))),
            ("closed", day(one.closed_day)),
            ("discharged", day(one.discharged_day)),
            ("delivered", day(one.delivered_day)),
            ("cluster", one.cluster.clone()),
        ])
    }

    fn stop(&self, one: &crate::store::stops::Row) -> Result<Vec<Fact>, Problem> {
        self.facts(vec![
            ("reason", Some(one.reason.clone())),
            ("from", Some(date(one.from_day).to_string())),
            ("until", one.until_day.map(|day| date(day).to_string())),
        ])
    }

    fn invitation(&self, one: &crate::store::invitations::Invitation, survey: &str) -> Result<Vec<Fact>, Problem> {
        self.facts(vec![
            ("survey", Some(survey.to_owned())),
            ("timepoint", Some(one.timepoint.clone())),
            ("asked", Some(date(one.asked_day).to_string())),
            ("not_asked", one.not_asked.clone()),
            ("channel", one.channel.clone()),
            ("sent", self.at(one.sent_at)),
            ("opened_page", self.at(one.opened_at)),
            ("declined", self.at(one.declined_at)),
        ])
    }

    fn message(&self, one: &crate::store::messages::Message) -> Result<Vec<Fact>, Problem> {
        self.facts(vec![
            ("kind", Some(one.kind.clone())),
            ("channel", Some(one.channel.clone())),
            ("sent", self.at(one.sent_at)),
            ("delivered_message", self.at(one.delivered_at)),
            ("failed", self.at(one.failed_at)),
        ])
    }

    fn answered(&self, record: &record::Record, response: &Response, survey: &str, journey: &Journey) -> Result<Answered, Problem> {
        let own: Vec<answers::Row> = record.answers.iter().filter(|row| row.response_id == response.id && !row.derived).cloned().collect();
        let given = self.app.words().of(response)?.opened(&answers::read(&own)?)?;
        let language = Language::parse(&response.language).unwrap_or_else(Language::english);
        let answer = |(item, given): (&Item, &Given)| {
            let question = item.text.in_language(&language).to_owned();
            Ok(Answer { item: item.link_id.to_string(), question, said: view::lines(item, given, &language, self.locale)? })
        };
        let answered = journey.definition().walk().filter_map(|item| Some((item, given.get(&item.link_id)?)));
        let score = |row: &&crate::store::scores::Row| row.response_id == response.id;
        let scores: Vec<String> =
            record.scores.iter().filter(score).map(|row| format!("{} {}", row.score, thousandths(row.thousandths))).collect();
        Ok(Answered {
            survey: survey.to_owned(),
            title: journey.definition().title.in_language(&language).to_owned(),
            facts: self.facts(vec![
                ("respondent", Some(response.respondent.clone())),
                ("relationship", response.relationship.clone()),
                ("mode", Some(response.mode.clone())),
                ("language", Some(response.language.clone())),
                ("status", Some(response.status.clone())),
                ("started", Some(self.moment(response.started_at))),
                ("sent", self.at(response.submitted_at)),
                ("scores", Some(scores.join("; "))),
            ])?,
            answers: answered.map(answer).collect::<Result<_, Problem>>()?,
        })
    }

    fn alerts(&self, record: &record::Record) -> Result<Vec<Vec<Fact>>, Problem> {
        let mut notes: HashMap<ResponseId, Vec<String>> = HashMap::new();
        for note in &record.notes {
            let place = Place { column: crate::store::record::NOTES, row: note.id };
            let plain = self.app.keys.open(place, &note.sealed).map_err(|why| Problem::Internal(why.to_string()))?;
            notes.entry(note.response_id).or_default().push(plain);
        }
        let alert = |(response, item, raised, looked): &(ResponseId, String, i64, Option<i64>)| {
            self.facts(vec![
                ("item", Some(item.clone())),
                ("raised", Some(self.moment(*raised))),
                ("acknowledged", self.at(*looked)),
                ("notes", notes.get(response).map(|notes| notes.join("; "))),
            ])
        };
        record.alerts.iter().map(alert).collect()
    }

    fn request(&self, one: &crate::store::rights::Request) -> Result<Vec<Fact>, Problem> {
        self.facts(vec![
            ("kind", Some(one.kind.clone())),
            ("received", Some(date(one.received_day).to_string())),
            ("outcome", one.outcome.clone()),
        ])
    }

    fn event(&self, one: &crate::store::attendees::Attendee, event: &crate::store::events::Event) -> Result<Vec<Fact>, Problem> {
        let contact = self.app.attendees().open(one)?.unwrap_or_default();
        self.facts(vec![
            ("event", Some(event.title.clone())),
            ("when", Some(self.moment(event.starts_at))),
            ("name", Some(contact.name)),
            ("email", contact.email),
            ("needs", crate::domain::care::need::Need::codes(&contact.needs)),
            ("other_needs", Some(contact.other_needs)),
            ("came", self.at(one.came_at)),
            ("stopped", self.at(one.stopped_at)),
        ])
    }

    fn line(&self, line: &crate::store::audit::Line) -> Result<Vec<Fact>, Problem> {
        let action = crate::web::governance::action(self.locale, &line.action)?;
        self.facts(vec![("when", Some(self.moment(line.at))), ("who", Some(line.actor.clone())), ("what", Some(action))])
    }
}

/// A number kept in thousandths, as people write it.
fn thousandths(number: i64) -> String {
    rust_decimal::Decimal::new(number, 3).normalize().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_written_without_noughts_at_its_end() {
        assert_eq!([21_000, 17_980, -500].map(thousandths), ["21", "17.98", "-0.5"]);
    }
}
