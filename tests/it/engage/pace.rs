//! How fast phones may go at an event: each is counted by itself, whatever its kind and address.

use super::super::support::App;
use super::join::at_event;
use super::small;

#[tokio::test]
async fn phones_of_one_kind_behind_one_address_do_not_slow_each_other() {
    let app = App::with(|settings| settings.pages_per_minute = 3);
    let event = small(&app, |_| {}).await;
    let home = format!("/e/{}", event.join_code);
    for _ in 0..70 {
        let mut phone = app.patient().header("user-agent", "Mozilla/5.0 (iPhone)");
        phone.get(&home).await.post(&home, &[]).await;
        assert_eq!(phone.status, 303);
    }
    let mut hasty = at_event(&app, &event).await;
    for _ in 0..3 {
        assert_eq!(hasty.post(&home, &[]).await.status, 303);
    }
    assert_eq!(hasty.post(&home, &[]).await.status, 429, "one phone alone is slowed");
}

#[tokio::test]
async fn an_event_takes_so_many_beginnings_a_minute_from_all_phones_together() {
    let app = App::with(|settings| settings.event_begins_per_minute = 5);
    let (event, other) = (small(&app, |_| {}).await, small(&app, |_| {}).await);
    for _ in 0..5 {
        assert_eq!(at_event(&app, &event).await.send().await.status, 303);
    }
    let mut sixth = at_event(&app, &event).await;
    assert_eq!(sixth.send().await.status, 429);
    assert!(sixth.headers.contains_key("retry-after"));
    assert_eq!(at_event(&app, &other).await.send().await.status, 303, "another event goes on");
}

#[tokio::test]
async fn wrong_codes_slow_the_phone_they_are_typed_on_and_a_right_one_always_passes() {
    let app = App::with(|settings| settings.code_tries_per_minute = 3);
    let event = small(&app, |_| {}).await;
    let (mut hasty, mut neighbour) = (app.patient(), app.patient());
    hasty.open("/join").await;
    neighbour.open("/join").await;
    for _ in 0..3 {
        assert_eq!(hasty.post("/join", &[("code", "AAAAAA")]).await.status, 422);
    }
    for _ in 0..1000 {
        hasty.post("/join", &[("code", "AAAAAA")]).await;
        assert_eq!((hasty.status, hasty.heading().as_str()), (429, "Too many wrong codes"));
    }
    for page in ["/e/AAAAAA", "/e/AAAAAA/heard"] {
        assert_eq!(hasty.get(page).await.status, 429, "{page}");
    }
    assert_eq!(neighbour.post("/join", &[("code", "AAAAAA")]).await.status, 422);
    assert_eq!(hasty.post("/join", &[("code", &event.join_code)]).await.status, 303, "the right code passes");
    for _ in 0..4 {
        app.patient().post("/join", &[("code", "AAAAAA")]).await;
    }
    let mut without = app.patient();
    assert_eq!(without.post("/join", &[("code", "AAAAAA")]).await.status, 429, "without cookies the kind of browser is counted");
    assert_eq!(without.post("/join", &[("code", &event.join_code)]).await.status, 303);
}
