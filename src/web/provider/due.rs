//! Who is due to be asked, and how far those are who were: waiting, written to, reading, answering, done; and whom staff have to
//! ring up. Names are opened for this page; looking at it is recorded.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::patient::at;
use super::progress;
use crate::app::App;
use crate::domain::access::{Action, Permission};
use crate::domain::care::schedule::Schedule;
use crate::i18n::{Locale, MissingMessage};
use crate::store::days::{date, day};
use crate::store::due::{self, Listed, STATES, Wanted};
use crate::store::ids::{InvitationId, OrganisationId, PersonId};
use crate::store::{Conn, audit, demographics, organisations};
use crate::web::pages::due::{Count, Due, DueRow};
use crate::web::pages::part::{Choice, grouped};
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many people one page lists.
const PAGE: usize = 50;

/// How many days are looked back: longer than any time to answer.
const DAYS_BACK: i32 = 92;

/// Which part of the list.
#[derive(Debug, Deserialize)]
pub struct Part {
    schedule: Option<String>,
    state: Option<String>,
    /// The last of the page before: the day they were asked, a point, the number of the invitation.
    before: Option<String>,
}

/// What is listed.
struct Shown<'a> {
    schedule: Option<&'a Schedule>,
    state: Option<&'static str>,
    since: i32,
    counts: Vec<(String, i64)>,
    rows: Vec<(Listed, String)>,
    names: HashMap<(OrganisationId, PersonId), String>,
    /// When what waits for them goes out.
    outgoing: HashMap<InvitationId, i64>,
    /// True for those who may enter answers.
    may_enter: bool,
}

/// How many are in each state, those on this page, their sealed names, and when what waits for them goes out.
type Read = (Vec<(String, i64)>, Vec<(Listed, String)>, Vec<demographics::Row>, HashMap<InvitationId, i64>);

/// Lists them.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeePeople>, part: Query<Part>) -> Result<HttpResponse, Problem> {
    let named = |given: &Option<String>| given.clone().filter(|given| !given.is_empty());
    let schedule = named(&part.schedule).map(|key| app.schedules.find(&key).ok_or(Problem::NotFound)).transpose()?;
    let known = |state: String| STATES.into_iter().find(|known| *known == state).ok_or(Problem::NotFound);
    let state = named(&part.state).map(known).transpose()?;
    let before = part.before.as_deref().map(|last| place(last).ok_or(Problem::NotFound)).transpose()?;
    let (now, since) = (app.clock.now().micros(), day(app.clock.today()) - DAYS_BACK);
    let (own, secret) = (staff.organisations(), app.secret.clone());
    let event = staff.event(&app, Action::DueListed).about("page:/provider/due");
    let wanted = (schedule.map(|schedule| schedule.key.clone()), state);
    let read = move |tx: &mut Conn| {
        let organisations = organisations::sharing_people_with(tx, &own)?;
        let wanted = Wanted { organisations, schedule: wanted.0.clone(), state: wanted.1, since_day: since, now };
        let rows = due::list(tx, &wanted, before, i64::try_from(PAGE + 1).unwrap_or(i64::MAX))?;
        let people: Vec<PersonId> = rows.iter().map(|(row, _)| row.person).collect();
        let records = demographics::of_people(tx, &wanted.organisations, &people)?;
        let asked: Vec<InvitationId> = rows.iter().map(|(row, _)| row.invitation.id).collect();
        audit::add(tx, &secret, &event)?;
        Ok((due::count(tx, &wanted)?, rows, records, due::outgoing(tx, &asked)?))
    };
    let (counts, rows, records, outgoing): Read = app.store.write("due listed", read).await?;
    let may_enter = staff.may(Permission::EnterAnswers);
    let shown = Shown { schedule, state, since, counts, rows, names: names(&app, &records)?, outgoing, may_enter };
    let page = page(&app, &visitor.locale, &shown)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Where the page before ended.
fn place(last: &str) -> Option<(i32, InvitationId)> {
    let (day, id) = last.split_once('.')?;
    Some((day.parse().ok()?, InvitationId(id.parse().ok()?)))
}

/// The names of those whose records are kept.
fn names(app: &App, records: &[demographics::Row]) -> Result<HashMap<(OrganisationId, PersonId), String>, Problem> {
    let register = app.register();
    let mut names = HashMap::new();
    for row in records {
        if let Some(record) = register.open(row).map_err(|why| Problem::Internal(why.to_string()))? {
            names.insert((row.organisation_id, row.person_id), record.name());
        }
    }
    Ok(names)
}

fn page(app: &App, locale: &Locale, shown: &Shown<'_>) -> Result<Due, Problem> {
    let rows = shown.rows.get(..PAGE).unwrap_or(&shown.rows);
    let last = rows.last().filter(|_| shown.rows.len() > PAGE).map(|(row, _)| &row.invitation);
    let here = address(shown.schedule, shown.state);
    Ok(Due {
        since: locale.date(date(shown.since)),
        counts: STATES.iter().map(|state| count(locale, shown, state)).collect::<Result<_, _>>()?,
        schedules: schedules(app, locale, shown)?,
        state: shown.state.map(|state| locale.t(&format!("due-state-{state}"), &[])).transpose()?,
        rows: rows.iter().map(|(listed, state)| row(app, locale, shown, (listed, state))).collect::<Result<_, _>>()?,
        next: last.map(|last| format!("{here}before={}.{}", last.asked_day, last.id.0)),
        text_lang: (locale.language().primary() != "en").then(|| "en".to_owned()),
    })
}

/// The list of one schedule and one state; more can be added to it.
fn address(schedule: Option<&Schedule>, state: Option<&str>) -> String {
    let schedule = schedule.map(|schedule| format!("schedule={}&", encoded(&schedule.key))).unwrap_or_default();
    let state = state.map(|state| format!("state={state}&")).unwrap_or_default();
    format!("/provider/due?{schedule}{state}")
}

fn count(locale: &Locale, shown: &Shown<'_>, state: &str) -> Result<Count, MissingMessage> {
    let number = shown.counts.iter().find(|(of, _)| of == state).map_or(0, |(_, number)| *number);
    Ok(Count {
        label: locale.t(&format!("due-state-{state}"), &[])?,
        number: locale.whole(number),
        href: address(shown.schedule, Some(state)),
        current: shown.state == Some(state),
    })
}

fn schedules(app: &App, locale: &Locale, shown: &Shown<'_>) -> Result<Vec<Choice>, MissingMessage> {
    let all = Choice { label: locale.t("due-schedule-all", &[])?, href: address(None, shown.state), current: shown.schedule.is_none() };
    let one = |schedule: &Schedule| Choice {
        label: schedule.title.clone(),
        href: address(Some(schedule), shown.state),
        current: shown.schedule == Some(schedule),
    };
    Ok(std::iter::once(all).chain(app.schedules.iter().map(one)).collect())
}

fn row(app: &App, locale: &Locale, shown: &Shown<'_>, (listed, state): (&Listed, &str)) -> Result<DueRow, MissingMessage> {
    let invitation = &listed.invitation;
    let name = shown.names.get(&(invitation.organisation_id, listed.person)).cloned();
    let schedule = invitation.schedule.as_deref().unwrap_or_default();
    let href = at(listed.person);
    let enter = shown.may_enter && state != "overdue" && progress::is_awaited(state);
    Ok(DueRow {
        name: name.unwrap_or_else(|| grouped(&listed.person.0.to_string()).join(" ")),
        enter: enter.then(|| progress::entry(&href, invitation)),
        form: (shown.may_enter && state == "task" && invitation.channel.as_deref() == Some("paper"))
            .then(|| format!("{href}/paper/{}.pdf", invitation.id.0)),
        href,
        schedule: app.schedules.find(schedule).map_or_else(|| schedule.to_owned(), |known| known.title.clone()),
        timepoint: locale.t(&format!("people-timepoint-{}", invitation.timepoint), &[])?,
        state: locale.t(&format!("due-state-{state}"), &[])?,
        note: progress::note(app, locale, (invitation, state), shown.outgoing.get(&invitation.id).copied())?,
        channel: invitation.channel.as_deref().map(|code| progress::channel(locale, code)).transpose()?,
        asked: locale.date(date(invitation.asked_day)),
        until: locale.date(progress::day(app, invitation.expires_at - 1)),
    })
}
