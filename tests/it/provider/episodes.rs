//! Episodes are opened, put right and closed, and every figure follows at once.

use jiff::civil::date;
use saywell::domain::access::{Action, Role};
use saywell::store::days::day;
use saywell::store::ids::PersonId;

use super::super::support::people::ZOFIA;
use super::super::support::{App, Browser};

async fn registered() -> (App, Browser, PersonId) {
    let app = App::spawn();
    let mut browser = app.staff(Role::CareCoordinator, app.with_provider("North Team"));
    app.with_locality("Marl Cross", "MZ1");
    app.with_locality("Saltmarl", "MZ4");
    let id = browser.register(&ZOFIA).await;
    (app, browser, id)
}

fn on<'a>(field: &str, [day, month, year]: [&'a str; 3]) -> Vec<(String, &'a str)> {
    [("day", day), ("month", month), ("year", year)].into_iter().map(|(part, value)| (format!("{field}-{part}"), value)).collect()
}

async fn send(browser: &mut Browser, address: &str, typed: &[(String, &str)]) -> u16 {
    let typed: Vec<(&str, &str)> = typed.iter().map(|(field, value)| (field.as_str(), *value)).collect();
    browser.send_form(address, &typed).await.status
}

fn programme(key: &str) -> Vec<(String, &str)> {
    vec![("programme".to_owned(), key)]
}

#[tokio::test]
async fn an_episode_is_opened_put_right_and_closed_and_the_figures_follow() {
    let (app, mut browser, id) = registered().await;
    let at = format!("/provider/people/{}", id.0);
    let typed = [programme("mental-health"), on("opened", ["10", "3", "2026"]), vec![("cluster".to_owned(), "4")]].concat();
    assert_eq!(send(&mut browser, &format!("{at}/episodes/new"), &typed).await, 303);
    browser.follow().await;
    assert!(browser.words().contains("The episode was opened.") && browser.words().contains("10 March 2026"));
    let episode = app.episodes_of(id).remove(0);
    assert_eq!(
        (episode.cluster.as_deref(), episode.birth_day, episode.opened_day),
        (Some("04"), day(date(1980, 2, 1)), day(date(2026, 3, 10)))
    );
    assert!(app.is_counted_right(), "opened");
    let edit = format!("{at}/episodes/{}", episode.id.0);
    assert_eq!(send(&mut browser, &edit, &on("opened", ["2", "2", "2026"])).await, 303);
    assert!(app.is_counted_right(), "opened earlier");
    assert_eq!(send(&mut browser, &edit, &on("closed", ["1", "9", "2026"])).await, 303);
    assert!(app.is_counted_right(), "closed");
    let episode = app.episodes_of(id).remove(0);
    assert_eq!((episode.opened_day, episode.closed_day), (day(date(2026, 2, 2)), Some(day(date(2026, 9, 1)))));
    let lines = [Action::EpisodeOpened, Action::EpisodeChanged, Action::EpisodeClosed].map(|action| app.audited(action).len());
    assert_eq!(lines, [1, 1, 1]);
}

#[tokio::test]
async fn a_discharge_before_the_referral_and_an_end_before_the_beginning_are_told() {
    let (app, mut browser, id) = registered().await;
    let new = format!("/provider/people/{}/episodes/new", id.0);
    let discharged = on("discharged", ["9", "3", "2026"]);
    let typed = [programme("mental-health"), on("opened", ["10", "3", "2026"]), discharged].concat();
    assert_eq!(send(&mut browser, &new, &typed).await, 422);
    assert_eq!(browser.errors(), [("#discharged".to_owned(), "The discharge is before the referral. Check both dates".to_owned())]);
    // Where discharge from hospital begins the service, the referral may follow it.
    let typed = [typed, programme("frail-older-people")].concat();
    assert_eq!(send(&mut browser, &new, &typed).await, 303);
    let episode = app.episodes_of(id).remove(0);
    let edit = format!("/provider/people/{}/episodes/{}", id.0, episode.id.0);
    assert_eq!(send(&mut browser, &edit, &on("closed", ["8", "3", "2026"])).await, 422);
    assert_eq!(browser.errors()[0].0, "#closed");
    assert_eq!(app.episodes_of(id)[0].closed_day, None);
}

#[tokio::test]
async fn of_two_who_change_an_episode_the_second_is_told() {
    let (app, mut browser, id) = registered().await;
    let typed = [programme("maternity"), on("opened", ["10", "3", "2026"])].concat();
    send(&mut browser, &format!("/provider/people/{}/episodes/new", id.0), &typed).await;
    let episode = app.episodes_of(id).remove(0);
    let edit = format!("/provider/people/{}/episodes/{}", id.0, episode.id.0);
    let later = app.minutes_later(1);
    let mut other = later.staff(Role::CareCoordinator, episode.organisation_id);
    other.open(&edit).await;
    // The clock of a test stands still; the other form is sent a minute later.
    browser.open(&edit).await.fill("opened-day", "11");
    other.fill("opened-day", "12").send().await;
    assert_eq!(other.status, 303, "{:?}", other.errors());
    browser.send().await;
    assert_eq!(browser.status, 422);
    assert!(browser.words().contains("Somebody else changed this"));
    assert_eq!(app.episodes_of(id)[0].opened_day, day(date(2026, 3, 12)));
}

#[tokio::test]
async fn a_date_of_birth_put_right_is_right_in_every_episode_and_who_moves_is_counted_there() {
    let (app, mut browser, id) = registered().await;
    let at = format!("/provider/people/{}", id.0);
    for opened in [["10", "1", "2025"], ["10", "3", "2026"]] {
        send(&mut browser, &format!("{at}/episodes/new"), &[programme("mental-health"), on("opened", opened)].concat()).await;
    }
    let first = app.episodes_of(id).remove(0);
    send(&mut browser, &format!("{at}/episodes/{}", first.id.0), &on("closed", ["1", "6", "2025"])).await;
    let moved = [on("birth", ["1", "2", "1950"]), vec![("postcode".to_owned(), "MZ4 1AA")]].concat();
    assert_eq!(send(&mut browser, &format!("{at}/edit"), &moved).await, 303);
    let (closed, open) = (app.episodes_of(id).remove(0), app.episodes_of(id).remove(1));
    assert_eq!([closed.birth_day, open.birth_day], [day(date(1950, 2, 1)); 2]);
    assert_eq!((closed.locality_id, open.locality_id), (first.locality_id, app.person(id).locality_id));
    assert_ne!(closed.locality_id, open.locality_id);
    assert!(app.is_counted_right());
}

#[tokio::test]
async fn an_episode_whose_form_is_sent_twice_is_opened_once() {
    let app = App::spawn();
    let mut browser = app.staff(Role::CareCoordinator, app.with_provider("North Team"));
    let id = browser.register(&ZOFIA).await;
    let opened = [("programme", "mental-health"), ("opened-day", "10"), ("opened-month", "3"), ("opened-year", "2026")];
    for _ in 0..2 {
        browser.send_form(&format!("/provider/people/{}/episodes/new", id.0), &opened).await;
        browser.send_form(&format!("/provider/people/{}/stops", id.0), &[("reason", "declined")]).await;
        assert_eq!(browser.status, 303, "{:?}", browser.errors());
    }
    assert_eq!((app.episodes_of(id).len(), app.audited(Action::EpisodeOpened).len(), app.audited(Action::StopNoted).len()), (1, 1, 1));
    assert!(app.is_counted_right());
}
