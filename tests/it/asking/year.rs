//! A year of a small county, planner and post coming by at all hours.

use std::collections::BTreeMap;

use jiff::civil::date;
use saywell::domain::care::schedule::{Schedules, Step};
use saywell::store::days::{date as on, day};
use saywell::store::episodes;
use saywell::store::ids::EpisodeId;
use saywell::store::invitations::Invitation;

use super::super::support::county::Care;
use super::super::support::{App, NOW};
use super::people::reachable;

/// The planner comes by every so many hours, and so many times.
const HOURS: i64 = 22;
const TIMES: i64 = 430;

/// Twelve people of each programme, who come in the course of the year.
fn admit_all(app: &App) -> Vec<EpisodeId> {
    let (mind, home, birth) = (app.with_provider("Minds"), app.with_provider("Home"), app.with_provider("Births"));
    for (provider, schedule) in [
        (mind, "settled-accommodation"),
        (mind, "employment"),
        (mind, "carers-mental-health"),
        (home, "independence-at-home"),
        (home, "carers-frail-older-people"),
        (birth, "postnatal-wellbeing"),
    ] {
        app.ask_by(provider, schedule, date(2026, 11, 22));
    }
    let start = day(date(2026, 11, 16));
    let mut all = Vec::new();
    for one in 0..12 {
        let opened = on(start + 23 * one);
        let closed = (one % 3 == 0).then(|| on(start + 23 * one + 100));
        let care = Care { opened, closed, ..Care::with(mind) };
        let frail = Care { programme: "frail-older-people", discharged: Some(opened), closed: None, ..Care::with(home) };
        let mother = Care { programme: "maternity", delivered: Some(opened), closed: None, ..Care::with(birth) };
        for care in [care, Care { opened, ..frail }, Care { opened: date(2026, 3, 1), ..mother }] {
            let (episode, person) = app.admit(&care, &reachable());
            if one % 4 == 0 {
                app.needs(person, "carer-assists");
            }
            all.push(episode);
        }
    }
    all
}

#[tokio::test]
async fn in_a_year_everybody_is_asked_exactly_once_at_every_point_and_reminded_until_they_answer() {
    let app = App::spawn();
    let all = admit_all(&app);
    let mut now = NOW;
    for time in 0..TIMES {
        now = now.plus_seconds(HOURS * 3600);
        saywell::jobs::asking::turn(&app.at(now)).await.unwrap();
        app.post(now);
        if time % 5 == 0 {
            let open = |row: &&Invitation| row.finished_at.is_none() && row.sent_at.is_some() && row.id.0 % 3 == 0;
            app.asked().iter().filter(open).for_each(|row| app.finish(row, now));
        }
    }
    let (asked, outbox) = (app.asked(), app.outbox());
    let schedules = Schedules::built_in().unwrap();
    let mut points: BTreeMap<(EpisodeId, String, String), usize> = BTreeMap::new();
    for row in &asked {
        let schedule = schedules.find(row.schedule.as_ref().unwrap()).unwrap();
        *points.entry((row.episode_id, schedule.key.clone(), row.timepoint.clone())).or_default() += 1;
        let own: Vec<_> = outbox.iter().filter(|message| message.invitation_id == row.id).collect();
        assert_eq!(own.iter().filter(|message| message.step == 0).count(), usize::from(row.not_asked.is_none()), "{row:?}");
        for message in own {
            let at = saywell::clock::Moment::from_micros(message.due_at).zoned(app.state.clock.zone());
            assert_eq!(schedule.quiet.next(&at), at, "written to in quiet hours");
            assert!(message.due_at < row.expires_at && day(at.date()) >= row.asked_day);
            let is_reminder = message.kind == "reminder";
            assert!(!is_reminder || row.finished_at.is_none_or(|finished| message.created_at <= finished), "{message:?}");
        }
    }
    assert!(points.values().all(|times| *times == 1));
    assert!(outbox.iter().any(|message| message.step == 2) && asked.iter().any(|row| row.not_asked.is_some()));
    for id in all {
        let episode = app.store().read_now("episode", |conn| episodes::find(conn, id)).unwrap();
        let schedules = schedules.iter().filter(|one| one.programme == episode.programme && one.only_needs.is_empty());
        for (schedule, step) in schedules.flat_map(|schedule| schedule.steps.iter().map(move |step| (schedule, step))) {
            let Some(event) = event(&episode, step) else { continue };
            let window = step.window(on(event));
            let is_expected = window.first >= date(2026, 11, 22) && day(window.last) < day(now.date(app.state.clock.zone()));
            let point = (id, schedule.key.clone(), step.timepoint.code().to_owned());
            assert!(!is_expected || points.contains_key(&point), "{point:?} was forgotten: {window:?}");
        }
    }
}

fn event(episode: &episodes::Episode, step: &Step) -> Option<i32> {
    match step.after.code() {
        "opened" => Some(episode.opened_day),
        "closed" => episode.closed_day,
        "discharged" => episode.discharged_day,
        _ => episode.delivered_day,
    }
}
