//! One person in care: who they are, what is known of them, and what they were asked. What they answered stands nowhere
//! here. Looking at a record is recorded, and so is asking for the record of somebody who is not in one's care.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::known::{self, Done, Reader};
use super::patient::at;
use super::people::programme_title;
use super::person_fields::{language_name, sex_key};
use crate::app::App;
use crate::clock::Moment;
use crate::domain::access::{Action, Permission};
use crate::store::days::date;
use crate::store::episodes::Episode;
use crate::store::ids::PersonId;
use crate::store::organisations::Organisation;
use crate::store::people::{self, Ask, Record};
use crate::store::{Error, audit, organisations};
use crate::web::pages::part::grouped;
use crate::web::pages::provider::{AskRow, EpisodePart, Person};
use crate::web::pages::register::Known;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows the record.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeePeople>,
    id: Path<String>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
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
    if let Some(stays) = record.person.merged_into {
        return Ok(reply::see_other(&at(stays)));
    }
    let may_change = staff.organisations_with(Permission::ManagePeople).contains(&record.person.organisation_id);
    let known = known::of(&app, &visitor.locale, &record, &Reader { done: &done, may_change })?;
    let mut page = page(&app, &visitor, &record, known, &all)?;
    if !staff.may(Permission::EnterAnswers) {
        page.episodes.iter_mut().flat_map(|part| &mut part.asks).for_each(|ask| ask.enter = None);
    }
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn page(app: &App, visitor: &Visitor, record: &Record, known: Known, all: &[Organisation]) -> Result<Person, Problem> {
    let (person, locale) = (&record.person, &visitor.locale);
    let born = date(person.birth_day);
    let episode = |(episode, asks): &(Episode, Vec<Ask>)| {
        let provider = all.iter().find(|one| one.id == episode.organisation_id).map(|one| one.name.clone());
        part(app, visitor, (episode, asks), provider.unwrap_or_default(), known.change.as_deref())
    };
    let episodes = record.episodes.iter().map(episode).collect::<Result<_, Problem>>()?;
    let ethnicity = person.ethnicity.as_ref().map(|code| locale.t(&format!("register-ethnicity-{}", code.to_ascii_lowercase()), &[]));
    Ok(Person {
        number: grouped(&person.id.0.to_string()).join(" "),
        sex: locale.t(sex_key(&person.sex), &[])?,
        born: if known.name.is_some() { locale.date(born) } else { born.year().to_string() },
        ethnicity: ethnicity.transpose()?,
        locality: record.locality.clone(),
        language: language_name(locale, &person.language).unwrap_or_else(|_| person.language.clone()),
        known,
        episodes,
        text_lang: (locale.language().primary() != "en").then(|| "en".to_owned()),
    })
}

fn part(
    app: &App,
    visitor: &Visitor,
    (episode, asks): (&Episode, &[Ask]),
    provider: String,
    change: Option<&str>,
) -> Result<EpisodePart, Problem> {
    let day = |day: i32| visitor.locale.date(date(day));
    Ok(EpisodePart {
        programme: programme_title(app, &episode.programme),
        provider,
        opened: day(episode.opened_day),
        closed: episode.closed_day.map(day),
        discharged: episode.discharged_day.map(day),
        delivered: episode.delivered_day.map(day),
        cluster: episode.cluster.clone(),
        change: change.map(|at| format!("{at}/episodes/{}", episode.id.0)),
        asks: asks.iter().map(|ask| asked(app, visitor, ask, &at(episode.person_id))).collect::<Result<_, Problem>>()?,
    })
}

/// The name of a language; its BCP 47 tag where we have no name for it.
pub(super) fn language(visitor: &Visitor, tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or(tag);
    visitor.locale.t(&format!("people-language-{primary}"), &[]).unwrap_or_else(|_| tag.to_owned())
}

fn asked(app: &App, visitor: &Visitor, ask: &Ask, at: &str) -> Result<AskRow, Problem> {
    let until = Moment::from_micros(ask.invitation.expires_at);
    Ok(AskRow {
        survey: ask.survey.clone(),
        timepoint: visitor.locale.t(&format!("people-timepoint-{}", ask.invitation.timepoint), &[])?,
        asked: visitor.locale.date(date(ask.invitation.asked_day)),
        until: visitor.locale.date(until.zoned(app.clock.zone()).date()),
        enter: ask.answered_day.is_none().then(|| format!("{at}/answer/{}", ask.invitation.id.0)),
        answered: ask.answered_day.map(|day| visitor.locale.date(date(day))),
    })
}
