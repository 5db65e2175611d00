//! How fast one may go. One person who goes too fast holds nobody else up, not even from the same address.

use super::super::support::county::Care;
use super::super::support::{App, Browser};
use super::refusals;

fn slow() -> App {
    App::with(|settings| (settings.pages_per_minute, settings.staff_requests_per_minute) = (3, 5))
}

async fn begin(browser: &mut Browser) -> u16 {
    browser.post("/s/event-feedback", &[]).await.status
}

async fn answer(browser: &mut Browser) -> u16 {
    browser.post("/s/event-feedback/q/how-was-it", &[]).await.status
}

#[tokio::test]
async fn a_draft_takes_so_many_pages_a_minute_and_says_when_to_go_on() {
    let app = slow();
    let (mut hasty, mut neighbour) = (app.patient(), app.patient());
    assert_eq!((begin(&mut hasty).await, begin(&mut neighbour).await), (303, 303));
    for _ in 0..3 {
        assert_ne!(answer(&mut hasty).await, 429);
    }
    assert_eq!((answer(&mut hasty).await, hasty.heading().as_str()), (429, "That was very fast"));
    let wait: u64 = hasty.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    assert_ne!(answer(&mut neighbour).await, 429, "another draft from the same address goes on");
    assert_eq!(hasty.get("/s/event-feedback/q/how-was-it").await.status, 200, "reading is never slowed");
}

#[tokio::test]
async fn one_kind_of_browser_begins_so_many_a_minute_and_others_at_its_address_go_on() {
    let app = slow();
    for _ in 0..3 {
        assert_eq!(begin(&mut app.patient()).await, 303);
    }
    assert_eq!(begin(&mut app.patient()).await, 429);
    assert_eq!(begin(&mut app.patient().header("user-agent", "Mozilla/5.0 (iPad)")).await, 303);
    assert_eq!(app.patient().post("/s/employment", &[]).await.status, 303, "another survey");
}

#[tokio::test]
async fn a_room_of_forty_people_behind_one_address_is_not_held_up() {
    let app = App::spawn();
    for _ in 0..40 {
        let mut patient = app.patient();
        assert_eq!(begin(&mut patient).await, 303);
        assert_ne!(answer(&mut patient).await, 429);
    }
}

#[tokio::test]
async fn a_personal_link_is_used_so_often_a_minute() {
    let app = slow();
    let provider = app.with_provider("North Team");
    let (episode, other) = (app.with_episode(&Care::with(provider)), app.with_episode(&Care::with(provider)));
    let (link, neighbours) = (app.with_invitation(episode, "settled-accommodation"), app.with_invitation(other, "settled-accommodation"));
    let mut hasty = app.patient();
    let mut last = 0;
    for _ in 0..4 {
        last = hasty.post(&format!("/i/{link}"), &[]).await.status;
    }
    assert_eq!(last, 429);
    assert_ne!(app.patient().post(&format!("/i/{neighbours}"), &[]).await.status, 429);
}

#[tokio::test]
async fn a_session_of_staff_that_goes_too_fast_is_slowed_and_recorded_but_no_other_session() {
    let app = slow();
    let mut hasty = app.commissioner().await;
    let mut colleague = app.commissioner().await;
    let mut last = 0;
    for _ in 0..20 {
        last = hasty.get("/staff").await.status;
    }
    assert_eq!(last, 429);
    assert_eq!(colleague.get("/staff").await.status, 200);
    let recorded = refusals(&app);
    assert!((1..=7).contains(&recorded.len()), "a flood makes few lines: {recorded:?}");
    assert!(recorded.iter().all(|line| *line == ("form:/staff".to_owned(), "too-fast".to_owned())), "{recorded:?}");
}
