//! One person in care: what is known of them, and what they were asked. What they answered stands nowhere here. Looking at
//! a record is recorded, and so is asking for the record of somebody who is not in one's care.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::people::programme_title;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::Action;
use crate::store::days::date;
use crate::store::episodes::Episode;
use crate::store::ids::PersonId;
use crate::store::people::{self, Ask, Record};
use crate::store::{Error, audit, organisations};
use crate::web::pages::part::grouped;
use crate::web::pages::provider::{AskRow, EpisodePart, Person};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows the record.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeePeople>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let Ok(id) = id.parse::<i64>() else { return Err(staff.refused(&app, "page:/provider/people/{id}").await) };
    let (own, secret) = (staff.organisations(), app.secret.clone());
    let event = staff.event(&app, Action::PersonViewed).about(format!("person:{id}"));
    let view = move |tx: &mut _| {
        let theirs = organisations::sharing_people_with(tx, &own)?;
        let record = people::find(tx, PersonId(id), &theirs)?;
        audit::add(tx, &secret, &event.clone().within(record.person.organisation_id.0))?;
        Ok((record, organisations::list(tx)?))
    };
    let (record, all) = match app.store.write("person viewed", view).await {
        Ok(found) => found,
        Err(Error::NotFound) => return Err(staff.refused(&app, &format!("person:{id}")).await),
        Err(why) => return Err(why.into()),
    };
    let provider = |episode: &Episode| all.iter().find(|one| one.id == episode.organisation_id).map(|one| one.name.clone());
    let page = page(&app, &visitor, &record, &provider)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn page(app: &App, visitor: &Visitor, record: &Record, provider: &dyn Fn(&Episode) -> Option<String>) -> Result<Person, Problem> {
    let (person, day) = (&record.person, |day: i32| visitor.locale.date(date(day)));
    let sex = match person.sex.as_str() {
        "1" => "people-sex-male",
        "2" => "people-sex-female",
        "9" => "people-sex-indeterminate",
        _ => "people-sex-not-known",
    };
    let mut parts = Vec::new();
    for (episode, asks) in &record.episodes {
        parts.push(EpisodePart {
            programme: programme_title(app, &episode.programme),
            provider: provider(episode).unwrap_or_default(),
            opened: day(episode.opened_day),
            closed: episode.closed_day.map(day),
            discharged: episode.discharged_day.map(day),
            delivered: episode.delivered_day.map(day),
            asks: asks.iter().map(|ask| asked(app, visitor, ask)).collect::<Result<_, Problem>>()?,
        });
    }
    Ok(Person {
        number: grouped(&person.id.0.to_string()).join(" "),
        sex: visitor.locale.t(sex, &[])?,
        born: date(person.birth_day).year().to_string(),
        locality: record.locality.clone(),
        language: language(visitor, &person.language),
        episodes: parts,
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    })
}

/// The name of a language; its BCP 47 tag where we have no name for it.
fn language(visitor: &Visitor, tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or(tag);
    visitor.locale.t(&format!("people-language-{primary}"), &[]).unwrap_or_else(|_| tag.to_owned())
}

fn asked(app: &App, visitor: &Visitor, ask: &Ask) -> Result<AskRow, Problem> {
    let until = Moment::from_micros(ask.invitation.expires_at);
    Ok(AskRow {
        survey: ask.survey.clone(),
        timepoint: visitor.locale.t(&format!("people-timepoint-{}", ask.invitation.timepoint), &[])?,
        asked: visitor.locale.date(date(ask.invitation.asked_day)),
        until: visitor.locale.date(until.zoned(app.clock.zone()).date()),
        answered: ask.answered_day.map(|day| visitor.locale.date(date(day))),
    })
}
