//! One person in care: who they are, what is known of them, and what they were asked. What they answered stands nowhere
//! here. Looking at a record is recorded, and so is asking for the record of somebody who is not in one's care.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::coming::Prospect;
use super::known::{self, Done, Reader};
use super::patient::{at, opened};
use super::people::programme_title;
use super::person_fields::{language_name, sex_key};
use super::progress;
use crate::app::App;
use crate::domain::access::{Action, Permission};
use crate::domain::care::need::Need;
use crate::domain::survey::Journey;
use crate::i18n::{Locale, MissingMessage};
use crate::store::days::date;
use crate::store::episodes::Episode;
use crate::store::ids::{InvitationId, PersonId};
use crate::store::organisations::Organisation;
use crate::store::people::{self, Answered, Ask, Record};
use crate::store::schedule_starts::{self, Start};
use crate::store::{Error, audit, due, organisations};
use crate::web::pages::part::grouped;
use crate::web::pages::person::{AskRow, EpisodePart, Person};
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
    let now = app.clock.now().micros();
    let view = move |tx: &mut _| {
        let theirs = organisations::sharing_people_with(tx, &own)?;
        let record = people::find(tx, PersonId(id), &theirs)?;
        let asked = record.episodes.iter().flat_map(|(_, asks)| asks).map(|ask| ask.invitation.id).collect::<Vec<_>>();
        let (states, outgoing) = (due::states(tx, &asked, now)?, due::outgoing(tx, &asked)?);
        audit::add(tx, &secret, &event.clone().within(record.person.organisation_id.0))?;
        Ok(Found { record, states, outgoing, all: organisations::list(tx)?, starts: schedule_starts::running(tx)? })
    };
    let found = match app.store.write("person viewed", view).await {
        Ok(found) => found,
        Err(Error::NotFound) => return Err(staff.refused(&app, &format!("person:{id}")).await),
        Err(why) => return Err(why.into()),
    };
    let person = &found.record.person;
    if let Some(stays) = person.merged_into {
        return Ok(reply::see_other(&at(stays)));
    }
    let may_change = staff.organisations_with(Permission::ManagePeople).contains(&person.organisation_id);
    let known = known::of(&app, &visitor.locale, &found.record, &Reader { done: &done, may_change })?;
    let may_enter = staff.may(Permission::EnterAnswers) && person.erased_at.is_none();
    let surveys = surveys(&app, &found).await?;
    let page = page(&app, &visitor.locale, (&found, known), &Around { surveys, may_enter })?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// What is read for the page.
struct Found {
    record: Record,
    /// How far each invitation is.
    states: HashMap<InvitationId, String>,
    /// When what waits for them goes out.
    outgoing: HashMap<InvitationId, i64>,
    all: Vec<Organisation>,
    starts: Vec<Start>,
}

/// What stands around the record on the page.
struct Around {
    /// The surveys that were asked or may be, by key.
    surveys: HashMap<String, Arc<Journey>>,
    may_enter: bool,
}

/// Every survey that the page may name.
async fn surveys(app: &App, found: &Found) -> Result<HashMap<String, Arc<Journey>>, Problem> {
    let asked = found.record.episodes.iter().flat_map(|(_, asks)| asks).map(|ask| ask.survey.as_str());
    let scheduled = found.starts.iter().filter_map(|start| Some(app.schedules.find(&start.schedule)?.survey.as_str()));
    let keys: BTreeSet<&str> = asked.chain(scheduled).collect();
    let mut surveys = HashMap::new();
    for key in keys {
        match app.catalogue.current(&app.store, key).await {
            Ok(current) => surveys.insert(key.to_owned(), current.journey),
            Err(why) => return Err(why.into()),
        };
    }
    Ok(surveys)
}

fn page(app: &App, locale: &Locale, (found, known): (&Found, Known), around: &Around) -> Result<Person, Problem> {
    let (record, person) = (&found.record, &found.record.person);
    let born = date(person.birth_day);
    let title =
        |(key, journey): (&String, &Arc<Journey>)| (key.clone(), journey.definition().title.in_language(locale.language()).to_owned());
    let titles: HashMap<String, String> = around.surveys.iter().map(title).collect();
    let demographics = record.sealed.as_ref().map(|row| opened(app, row)).transpose()?.flatten();
    let prospect = Prospect { record, demographics: demographics.as_ref(), starts: &found.starts, titles: &titles };
    let episode = |(episode, asks): &(Episode, Vec<Ask>)| {
        let provider = found.all.iter().find(|one| one.id == episode.organisation_id).map(|one| one.name.clone());
        let shown = |ask: &Ask| asked(app, locale, (found, around), (ask, &titles));
        Ok(EpisodePart {
            asks: asks.iter().map(shown).collect::<Result<_, MissingMessage>>()?,
            coming: prospect.of(app, locale, episode, asks)?,
            ..part(app, locale, episode, (provider.unwrap_or_default(), known.change.as_deref()))
        })
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

fn part(app: &App, locale: &Locale, episode: &Episode, (provider, change): (String, Option<&str>)) -> EpisodePart {
    let day = |day: i32| locale.date(date(day));
    EpisodePart {
        programme: programme_title(app, &episode.programme),
        provider,
        opened: day(episode.opened_day),
        closed: episode.closed_day.map(day),
        discharged: episode.discharged_day.map(day),
        delivered: episode.delivered_day.map(day),
        cluster: episode.cluster.clone(),
        change: change.map(|at| format!("{at}/episodes/{}", episode.id.0)),
        asks: Vec::new(),
        coming: None,
    }
}

/// The name of a language; its BCP 47 tag where we have no name for it.
pub(super) fn language(visitor: &Visitor, tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or(tag);
    visitor.locale.t(&format!("people-language-{primary}"), &[]).unwrap_or_else(|_| tag.to_owned())
}

fn asked(
    app: &App,
    locale: &Locale,
    (found, around): (&Found, &Around),
    (ask, titles): (&Ask, &HashMap<String, String>),
) -> Result<AskRow, MissingMessage> {
    let (invitation, person) = (&ask.invitation, &found.record.person);
    let state = found.states.get(&invitation.id).map_or("due", String::as_str);
    let needs = Need::list(person.needs.as_deref().unwrap_or_default());
    let may_enter = around.may_enter && ask.answered.is_none();
    let survey = around.surveys.get(&ask.survey).filter(|_| may_enter).map(|journey| journey.definition());
    let form = |definition| progress::forms(&at(person.id), invitation, &needs, definition, app.clock.now().micros());
    let [form, others_form] = survey.map(form).unwrap_or_default();
    let may_answer = progress::is_awaited(state) || invitation.declined_at.is_some();
    let (state, note) = match &ask.answered {
        Some(answered) => (locale.t("due-state-finished", &[])?, Some(answered_on(locale, answered)?)),
        // What somebody handed over by hand says nothing of how it was sent.
        None if invitation.schedule.is_none() && state == "due" => (locale.t("person-not-answered", &[])?, None),
        None => {
            let outgoing = found.outgoing.get(&invitation.id).copied();
            (locale.t(&format!("due-state-{state}"), &[])?, progress::note(app, locale, (invitation, state), outgoing)?)
        }
    };
    Ok(AskRow {
        survey: titles.get(&ask.survey).unwrap_or(&ask.survey).clone(),
        timepoint: locale.t(&format!("people-timepoint-{}", invitation.timepoint), &[])?,
        asked: locale.date(date(invitation.asked_day)),
        until: invitation.not_asked.is_none().then(|| locale.date(progress::day(app, invitation.expires_at - 1))),
        state,
        note,
        channel: invitation.channel.as_deref().map(|code| progress::channel(locale, code)).transpose()?,
        by: ask.answered.as_ref().map(|answered| progress::answered_by(locale, answered)).transpose()?.flatten(),
        enter: (may_enter && may_answer).then(|| progress::entry(&at(person.id), invitation)),
        form,
        others_form,
    })
}

fn answered_on(locale: &Locale, answered: &Answered) -> Result<String, MissingMessage> {
    locale.t("due-on", &[("date", locale.date(date(answered.day)).into())])
}
