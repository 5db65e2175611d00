//! What the page of one alert shows: the answers that called for somebody to look, how to reach whoever gave them, and what
//! was noted. What is sealed is opened here, for this page alone.

use crate::app::App;
use crate::domain::care::channel::Preference;
use crate::domain::care::demographics::Demographics;
use crate::domain::care::need::Need;
use crate::domain::survey::{Answers, Given, Journey, Language, LinkId};
use crate::i18n::MissingMessage;
use crate::keys::Place;
use crate::store::alert_cases::Known;
use crate::store::alert_notes::{Note, SEALED};
use crate::store::days::date;
use crate::store::episodes::Person;
use crate::web::pages::alerts::{self as pages, Alert, Answer, Contact, Fact};
use crate::web::pages::part::{FieldError, LocalLine};
use crate::web::problem::Problem;
use crate::web::respond::{draft, view};
use crate::web::visitor::Visitor;

use super::alerts::{acknowledged, moment};
use super::patient::at;

/// An alert with everything behind it.
pub struct Found {
    pub known: Known,
    pub given: Answers,
    /// What was noted, with the names of who did.
    pub notes: Vec<(Note, String)>,
    pub organisation: Option<String>,
}

/// What was typed, and what came of it.
#[derive(Default)]
pub struct Typed {
    pub note: String,
    pub error: Option<String>,
    pub done: Option<String>,
}

/// The page.
pub async fn page(app: &App, visitor: &Visitor, found: &Found, typed: Typed) -> Result<Alert, Problem> {
    let (known, case) = (&found.known, &found.known.case);
    let journey = app.catalogue.worded(&app.store, known.response.version_id, &known.response.respondent).await?;
    let language = draft::speaks(&journey, visitor.locale.language());
    let record = known.record.as_ref().map(|row| app.register().open(row)).transpose();
    let record = record.map_err(|why| Problem::Internal(why.to_string()))?.flatten();
    let said = |at: i64| {
        let said = acknowledged(app, &visitor.locale, known, at)?;
        visitor.locale.t("alerts-acknowledged", &[("said", said.into())])
    };
    let deed = if case.acknowledged_at.is_some() { "notes" } else { "acknowledge" };
    Ok(Alert {
        who: record.as_ref().map(Demographics::name).filter(|name| !name.is_empty()),
        record: known.person.as_ref().filter(|person| person.erased_at.is_none()).map(|person| at(person.id)),
        survey: journey.definition().title.in_language(&language).to_owned(),
        facts: facts(app, visitor, found)?,
        answers: answers(visitor, found, &journey, &language)?,
        contact: record.zip(known.person.as_ref()).map(|(record, person)| contact(visitor, &record, person)).transpose()?,
        acknowledged: case.acknowledged_at.map(said).transpose()?,
        notes: found.notes.iter().map(|(note, by)| noted(app, visitor, note, by)).collect(),
        action: format!("/provider/alerts/{}/{deed}", case.response_id.0),
        note: typed.note,
        errors: typed.error.into_iter().map(|message| FieldError::new("note", message)).collect(),
        done: typed.done,
        text_lang: view::text_lang(visitor, &language),
    })
}

/// The question and the answer of each item that called for somebody to look.
fn answers(visitor: &Visitor, found: &Found, journey: &Journey, language: &Language) -> Result<Vec<Answer>, MissingMessage> {
    let items = found.known.case.items.iter().filter_map(|id| LinkId::parse(id));
    let item = |id: LinkId| {
        let item = journey.definition().item(&id)?;
        let given = found.given.get(&id).unwrap_or(&Given::Skipped);
        let lines = view::lines(item, given, language, &visitor.locale);
        Some(lines.map(|lines| Answer { question: item.text.in_language(language).to_owned(), lines }))
    };
    items.filter_map(item).collect()
}

/// What is known of how the answers came.
fn facts(app: &App, visitor: &Visitor, found: &Found) -> Result<Vec<Fact>, MissingMessage> {
    let (known, locale) = (&found.known, &visitor.locale);
    let fact = |key: &str, value: String| Ok(Fact { name: locale.t(key, &[])?, value });
    let mut facts = vec![fact("alerts-fact-raised", moment(app, locale, known.case.raised_at))?];
    if let Some(at) = known.case.escalated_at {
        facts.push(fact("alerts-fact-escalated", moment(app, locale, at))?);
    }
    if let Some(organisation) = &found.organisation {
        facts.push(fact("alerts-fact-provider", organisation.clone())?);
    }
    facts.push(fact("alerts-fact-respondent", locale.t(&format!("alerts-respondent-{}", known.response.respondent), &[])?)?);
    if let Some(relationship) = &known.response.relationship {
        let named = locale.t(&format!("question-relationship-{relationship}"), &[]);
        facts.push(fact("alerts-fact-relationship", named.unwrap_or_else(|_| relationship.clone()))?);
    }
    facts.push(fact("alerts-fact-mode", locale.t(&format!("alerts-mode-{}", known.response.mode), &[])?)?);
    if let Some(assistance) = &known.response.assistance {
        facts.push(fact("alerts-fact-assistance", locale.t(&format!("alerts-assistance-{assistance}"), &[])?)?);
    }
    Ok(facts)
}

fn contact(visitor: &Visitor, record: &Demographics, person: &Person) -> Result<Contact, MissingMessage> {
    let locale = &visitor.locale;
    let phone = |key: &str, number: &Option<String>| number.as_ref().map(|number| Ok(LocalLine::new(&locale.t(key, &[])?, number, "")));
    let phones = [phone("alerts-mobile", &record.mobile), phone("alerts-telephone", &record.telephone)];
    let fact = |key: &str, value: String| Ok(Fact { name: locale.t(key, &[])?, value });
    let mut facts = Vec::new();
    if let Some(preference) = person.contact_by.as_deref().and_then(Preference::from_code) {
        facts.push(fact("alerts-contact-by", locale.t(&format!("alerts-contact-by-{}", preference.code()), &[])?)?);
    }
    facts.push(fact("alerts-language", super::person::language(visitor, &person.language))?);
    for need in Need::list(person.needs.as_deref().unwrap_or_default()) {
        facts.push(fact("alerts-need", locale.t(&format!("alerts-need-{}", need.code()), &[])?)?);
    }
    Ok(Contact {
        phones: phones.into_iter().flatten().collect::<Result<_, _>>()?,
        email: record.email.clone(),
        address: record.address.iter().chain(&record.postcode).cloned().collect(),
        facts,
        died: person.died_day.map(|day| locale.date(date(day))),
    })
}

/// A note, opened. One that cannot be opened any more is shown as such: the others can.
fn noted(app: &App, visitor: &Visitor, note: &Note, by: &str) -> pages::Note {
    let text = app.keys.open(Place { column: SEALED, row: note.id }, &note.sealed).ok();
    pages::Note { by: by.to_owned(), at: moment(app, &visitor.locale, note.noted_at), text }
}
