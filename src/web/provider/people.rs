//! The people of the providers where somebody coordinates care, and of those that share their people with them, episode by
//! episode. Looking at the list is recorded.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::patient::{at, called, opened};
use crate::app::App;
use crate::domain::access::{Action, Permission};
use crate::domain::framework::Programme;
use crate::store::days::date;
use crate::store::ids::{EpisodeId, OrganisationId};
use crate::store::people::{self, Listed, Wanted};
use crate::store::{audit, organisations};
use crate::web::pages::part::Choice;
use crate::web::pages::provider::{People, PersonRow};
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeePeople;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many episodes one page lists.
const PAGE: usize = 50;

/// Which part of the list.
#[derive(Debug, Deserialize)]
pub struct Part {
    programme: Option<String>,
    /// The last episode of the page before: the day it was opened, a point, its number.
    before: Option<String>,
}

/// Lists people.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeePeople>, part: Query<Part>) -> Result<HttpResponse, Problem> {
    let is_known = |programme: &String| app.framework.programmes.iter().any(|known| known.key == *programme);
    let programme = part.programme.clone().filter(|programme| !programme.is_empty());
    if programme.as_ref().is_some_and(|programme| !is_known(programme)) {
        return Err(Problem::NotFound);
    }
    let before = part.before.as_deref().map(|last| place(last).ok_or(Problem::NotFound)).transpose()?;
    let (own, secret) = (staff.organisations(), app.secret.clone());
    let detail = programme.as_ref().map_or_else(String::new, |programme| format!("programme {programme}"));
    let event = staff.event(&app, Action::PeopleListed).about("page:/provider/people").with(detail);
    let asked = programme.clone();
    let list = move |tx: &mut _| {
        let organisations = organisations::sharing_people_with(tx, &own)?;
        let wanted = Wanted { organisations, programme: asked.clone(), before, most: i64::try_from(PAGE + 1).unwrap_or(i64::MAX) };
        let listed = people::list(tx, &wanted)?;
        audit::add(tx, &secret, &event)?;
        Ok((listed, organisations::list(tx)?.into_iter().filter(|one| wanted.organisations.contains(&one.id)).collect()))
    };
    let (listed, providers): (Vec<Listed>, Vec<_>) = app.store.write("people listed", list).await?;
    let named: Vec<(OrganisationId, String)> = providers.into_iter().map(|one: organisations::Organisation| (one.id, one.name)).collect();
    let page = People { may_add: staff.may(Permission::ManagePeople), ..page(&app, &visitor, programme.as_deref(), &listed, &named)? };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Where the page before ended.
pub(super) fn place(last: &str) -> Option<(i32, EpisodeId)> {
    let (day, id) = last.split_once('.')?;
    Some((day.parse().ok()?, EpisodeId(id.parse().ok()?)))
}

fn page(
    app: &App,
    visitor: &Visitor,
    programme: Option<&str>,
    listed: &[Listed],
    providers: &[(OrganisationId, String)],
) -> Result<People, Problem> {
    let shown = listed.get(..PAGE).unwrap_or(listed);
    let last = shown.last().filter(|_| listed.len() > PAGE);
    let filter = programme.map(|programme| format!("programme={}&", encoded(programme))).unwrap_or_default();
    Ok(People {
        may_add: false,
        programmes: programmes(app, programme),
        providers: providers.iter().map(|(_, name)| name.clone()).collect(),
        rows: shown.iter().map(|one| row(app, visitor, one, providers)).collect::<Result<_, _>>()?,
        next: last.map(|last| format!("/provider/people?{filter}before={}.{}", last.episode.opened_day, last.episode.id.0)),
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    })
}

/// The same list for each programme.
fn programmes(app: &App, chosen: Option<&str>) -> Vec<Choice> {
    let choice = |programme: &Programme| Choice {
        label: programme.title.clone(),
        href: format!("/provider/people?programme={}", encoded(&programme.key)),
        current: chosen == Some(programme.key.as_str()),
    };
    app.framework.programmes.iter().map(choice).collect()
}

fn row(app: &App, visitor: &Visitor, one: &Listed, providers: &[(OrganisationId, String)]) -> Result<PersonRow, Problem> {
    let (episode, day) = (&one.episode, |day: i32| visitor.locale.date(date(day)));
    let record = one.sealed.as_ref().map(|row| opened(app, row)).transpose()?.flatten().unwrap_or_default();
    Ok(PersonRow {
        name: called(&record, episode.person_id),
        href: at(episode.person_id),
        born: date(episode.birth_day).year().to_string(),
        programme: programme_title(app, &episode.programme),
        provider: providers.iter().find(|(id, _)| *id == episode.organisation_id).map(|(_, name)| name.clone()).unwrap_or_default(),
        locality: one.locality.clone(),
        opened: day(episode.opened_day),
        closed: episode.closed_day.map(day),
        asked: (one.asked > 0).then(|| visitor.locale.whole(i64::try_from(one.asked).unwrap_or(i64::MAX))),
        answered: visitor.locale.whole(i64::try_from(one.answered).unwrap_or(i64::MAX)),
    })
}

/// What the framework calls a programme.
pub fn programme_title(app: &App, key: &str) -> String {
    let known = app.framework.programmes.iter().find(|programme| programme.key == key);
    known.map_or_else(|| key.to_owned(), |programme| programme.title.clone())
}
