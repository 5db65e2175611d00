//! Everybody who could have been asked in a stretch of time, and how far each came. No names, and no answers.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;
use jiff::civil::Date;

use super::conn::Conn;
use super::days::{date, day};
use super::error::Result;
use super::ids::{InvitationId, LocalityId, OrganisationId, SurveyId};
use super::releases::Sums;
use super::schema::{episodes, invitations, localities, organisations, people, responses, surveys};
use crate::domain::care::age::years;
use crate::domain::care::asking::NotAsked;
use crate::domain::care::channel::Channel;
use crate::domain::care::ethnicity::{Ethnicity, Group};
use crate::domain::care::heard::{Ask, Stage};
use crate::domain::care::span::Span;
use crate::domain::release::heard;

/// Whom a provider looks at.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub organisations: Vec<OrganisationId>,
    pub programme: String,
    pub first: Date,
    pub last: Date,
}

/// When an invitation passed each stage.
type Times = (Option<i64>, Option<i64>, Option<i64>, Option<i64>, Option<i64>, Option<i64>);

/// What is known of an invitation.
type Asked = (InvitationId, OrganisationId, i32, Option<String>, Option<String>, SurveyId);

/// What is known of a person: day of birth, sex, language, ethnic category.
type Somebody = (i32, String, String, Option<String>);

/// Everybody of these providers who could have been asked in those days: one line for each person and timepoint. Those as well
/// who want their data used for nothing but their own care.
pub fn asks(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<Ask>> {
    let found = found(conn, Some(wanted), (wanted.first, wanted.last))?;
    Ok(found.into_iter().map(|(_, ask)| ask).collect())
}

/// Who was not heard in a quarter, survey by survey: what a sheet is made of that leaves. Those who want their data used for nothing
/// but their own care are left out, as they are of the survey's response.
pub fn sums(conn: &mut Conn, quarter: Span) -> Result<BTreeMap<String, Sums>> {
    let keys: Vec<(SurveyId, String)> = surveys::table.select((surveys::id, surveys::key)).load(conn)?;
    let keys: HashMap<SurveyId, String> = keys.into_iter().collect();
    let mut by_survey: BTreeMap<String, Vec<Ask>> = BTreeMap::new();
    for (survey, ask) in found(conn, None, quarter.days())? {
        by_survey.entry(keys.get(&survey).cloned().unwrap_or_default()).or_default().push(ask);
    }
    Ok(by_survey.into_iter().map(|(survey, asks)| (survey, Sums::of(heard::sums(&asks)))).collect())
}

/// Everybody who could have been asked in those days, and of which survey. Without `wanted`, everybody who may be in a figure.
fn found(conn: &mut Conn, wanted: Option<&Wanted>, (first, last): (Date, Date)) -> Result<Vec<(SurveyId, Ask)>> {
    let same_episode = episodes::organisation_id.eq(invitations::organisation_id).and(episodes::id.eq(invitations::episode_id));
    let same_person = people::organisation_id.eq(episodes::organisation_id).and(people::id.eq(episodes::person_id));
    let mut found = invitations::table
        .inner_join(episodes::table.on(same_episode))
        .inner_join(people::table.on(same_person))
        .filter(invitations::asked_day.between(day(first), day(last)))
        .filter(invitations::not_asked.is_null().or(invitations::not_asked.ne(NotAsked::NotEligible.code())))
        .select((
            (
                invitations::id,
                invitations::organisation_id,
                invitations::asked_day,
                invitations::channel,
                invitations::not_asked,
                invitations::survey_id,
            ),
            (
                invitations::sent_at,
                invitations::delivered_at,
                invitations::bounced_at,
                invitations::opened_at,
                invitations::started_at,
                invitations::finished_at,
            ),
            (people::birth_day, people::sex, people::language, people::ethnicity),
            episodes::locality_id,
        ))
        .into_boxed();
    found = match wanted {
        Some(wanted) => {
            found.filter(episodes::programme.eq(&wanted.programme)).filter(invitations::organisation_id.eq_any(&wanted.organisations))
        }
        None => found
            .filter(invitations::organisation_id.eq_any(everybody(conn)?))
            .filter(people::opted_out.is_null().or(people::opted_out.eq(false))),
    };
    let found: Vec<(Asked, Times, Somebody, Option<LocalityId>)> = found.load(conn)?;
    let deciles = deciles(conn)?;
    let answered = answered(conn, (first, last))?;
    let ask = |(asked, times, somebody, locality): (Asked, Times, Somebody, Option<LocalityId>)| {
        let stage = reached(&asked, times, answered.get(&asked.0).copied());
        let (_, organisation, asked_day, channel, _, survey) = asked;
        let (birth_day, sex, language, ethnicity) = somebody;
        let ask = Ask {
            organisation: organisation.0,
            locality: locality.map(|id| id.0),
            decile: locality.and_then(|id| deciles.get(&id).copied()),
            age: years(date(birth_day), date(asked_day)),
            sex,
            ethnicity: ethnicity.as_deref().and_then(Ethnicity::from_code).map_or(Group::NotKnown, Ethnicity::group),
            language,
            channel: channel.as_deref().and_then(Channel::from_code),
            stage,
        };
        (survey, ask)
    };
    Ok(found.into_iter().map(ask).collect())
}

/// Every organisation: whoever names them reads by organisation and day, as the index has them. Otherwise SQLite goes through every
/// episode.
fn everybody(conn: &mut Conn) -> Result<Vec<OrganisationId>> {
    Ok(organisations::table.select(organisations::id).load(conn)?)
}

/// The decile of deprivation of each locality.
fn deciles(conn: &mut Conn) -> Result<HashMap<LocalityId, i32>> {
    let all: Vec<(LocalityId, i32)> = localities::table.select((localities::id, localities::deprivation_decile)).load(conn)?;
    Ok(all.into_iter().collect())
}

/// How far the answers to each invitation of those days came: begun, or sent.
fn answered(conn: &mut Conn, (first, last): (Date, Date)) -> Result<HashMap<InvitationId, Stage>> {
    let theirs = responses::invitation_id.eq(invitations::id.nullable()).and(responses::survey_id.eq(invitations::survey_id));
    let found = invitations::table
        .inner_join(responses::table.on(theirs))
        .filter(invitations::asked_day.between(day(first), day(last)))
        .select((invitations::id, responses::status));
    let mut answered = HashMap::new();
    for (id, status) in found.load::<(InvitationId, String)>(conn)? {
        let stage = if status == "submitted" { Stage::Finished } else { Stage::Started };
        let known = answered.entry(id).or_insert(stage);
        *known = stage.max(*known);
    }
    Ok(answered)
}

/// The furthest stage that anything speaks for. What was sent and did not come back counts as delivered: email knows no
/// receipts.
fn reached(asked: &Asked, times: Times, answered: Option<Stage>) -> Stage {
    let (sent, delivered, bounced, opened, started, finished) = times;
    let passed = [
        (finished.is_some(), Stage::Finished),
        (started.is_some(), Stage::Started),
        (opened.is_some(), Stage::Opened),
        (delivered.is_some() || (sent.is_some() && bounced.is_none()), Stage::Delivered),
        (asked.4.is_none(), Stage::Invited),
    ];
    let furthest = passed.iter().find(|(has, _)| *has).map_or(Stage::Eligible, |(_, stage)| *stage);
    answered.map_or(furthest, |stage| stage.max(furthest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: Asked = (InvitationId(1), OrganisationId(1), 0, None, None, SurveyId(1));

    #[test]
    fn what_came_back_was_not_delivered_and_what_was_answered_was() {
        let returned = (Some(1), None, Some(2), None, None, None);
        assert_eq!(reached(&ASKED, (Some(1), None, None, None, None, None), None), Stage::Delivered);
        assert_eq!(reached(&ASKED, returned, None), Stage::Invited);
        assert_eq!(reached(&ASKED, returned, Some(Stage::Finished)), Stage::Finished);
    }

    #[test]
    fn who_was_left_out_came_no_further_than_being_eligible() {
        let left = (ASKED.0, ASKED.1, 0, None, Some("declined".to_owned()), ASKED.5);
        assert_eq!(reached(&left, (None, None, None, None, None, None), None), Stage::Eligible);
    }
}
