//! Planning an event and changing what is planned.

use saywell::domain::access::{Action, Role};
use saywell::domain::engagement::JoinCode;
use saywell::store::events::{self, Event};
use saywell::store::ids::OrganisationId;
use saywell::store::surveys;

use super::super::support::events::Said;
use super::super::support::{App, Browser};

/// A lead whose organisation's own team looks at alerts, on the form of a new event with everything in it that must be.
async fn about_to_plan(app: &App) -> (OrganisationId, Browser) {
    let north = app.with_provider("North Team");
    app.with_team(north);
    let mut lead = app.staff(Role::EngagementLead, north);
    lead.open("/engage/new").await;
    assert_eq!(lead.heading(), "Plan an event");
    for (field, typed) in [
        ("title", "Carers at the library"),
        ("day-day", "5"),
        ("day-month", "12"),
        ("day-year", "2026"),
        ("from", "10:00"),
        ("until", "12:30"),
        ("place", "Fenmarch Library"),
        ("contact", "01632 960 150"),
    ] {
        lead.fill(field, typed);
    }
    (north, lead)
}

fn only_event(app: &App, holder: OrganisationId) -> Event {
    let mut all = app.store().read_now("events", |conn| events::list(conn, &[holder])).unwrap();
    assert_eq!(all.len(), 1);
    all.remove(0)
}

#[tokio::test]
async fn an_event_is_planned_with_a_code_and_a_survey_of_its_own() {
    let app = App::spawn();
    let (north, mut lead) = about_to_plan(&app).await;
    for code in ["step-free", "hearing-loop", "pl", "settled", "role", "settled-accommodation"] {
        lead.choose_code(code);
    }
    lead.fill("survey", "event-feedback").fill("capacity", "40").press().await;
    assert_eq!((lead.status, lead.heading()), (200, "Does not take answers yet Carers at the library".to_owned()), "{:?}", lead.errors());
    assert!(lead.words().contains("The event is planned.") && lead.words().contains("5 December 2026, 10:00 to 12:30"));
    let event = only_event(&app, north);
    assert!(JoinCode::parse(&event.join_code).is_some() && event.revision == 1);
    assert_eq!((event.outcomes.as_str(), event.indicators.as_str()), ("settled role", "settled-accommodation"));
    assert_eq!((event.offers.as_str(), event.languages.as_str(), event.capacity), ("step-free hearing-loop", "en pl", Some(40)));
    assert_eq!((event.follow_up_hours, event.reminder_days, event.alert_organisation_id), (3, 4, north));
    let (survey, newest) = app.store().read_now("survey", |conn| surveys::find(conn, &event.survey_key())).unwrap();
    assert_eq!((Some(survey.id), survey.opens_at, survey.closes_at), (event.survey_id, Some(event.opens_at), Some(event.closes_at)));
    assert_eq!(newest.title, "Carers at the library");
    let line = app.audited(Action::EventPlanned).pop().unwrap();
    assert_eq!((line.organisation_id, line.subject), (Some(north.0), format!("event:{}", event.id.0)));
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_everything_typed_is_kept() {
    let app = App::spawn();
    let (north, mut lead) = about_to_plan(&app).await;
    lead.fill("title", " ").fill("day-day", "31").fill("day-month", "11").fill("capacity", "many").choose_code("settled");
    lead.fill("directions", "By bus: 7").send().await;
    assert_eq!(lead.status, 422);
    let at: Vec<String> = lead.errors().into_iter().map(|(field, _)| field).collect();
    assert_eq!(at, ["#title", "#day", "#capacity", "#outcomes-mental-health"], "{:?}", lead.errors());
    let kept = |name: &str| lead.controls().into_iter().find(|control| control.name == name).unwrap().value;
    assert_eq!((kept("day-day"), kept("capacity"), kept("directions")), ("31".to_owned(), "many".to_owned(), "By bus: 7".to_owned()));
    assert!(lead.controls().iter().any(|control| control.value == "settled" && control.chosen));
    let none = app.store().read_now("events", |conn| events::list(conn, &[north])).unwrap();
    assert!(none.is_empty() && app.audited(Action::EventPlanned).is_empty());
}

#[tokio::test]
async fn an_hour_that_the_clocks_leave_out_is_refused_in_plain_words() {
    let app = App::spawn();
    let (_, mut lead) = about_to_plan(&app).await;
    lead.fill("day-day", "28").fill("day-month", "3").fill("day-year", "2027").fill("from", "1:30").send().await;
    assert_eq!(lead.status, 422);
    assert!(lead.errors()[0].1.starts_with("The clocks go forward that night"), "{:?}", lead.errors());
}

#[tokio::test]
async fn an_event_may_ask_nothing_yet_and_its_page_says_so() {
    let app = App::spawn();
    let (north, mut lead) = about_to_plan(&app).await;
    lead.press().await;
    assert!(lead.words().contains("There is nothing to answer yet"), "{}", lead.words());
    assert_eq!(only_event(&app, north).survey_id, None);
    // Questions that are chosen and left away again leave no survey that takes answers.
    lead.click("Change what is planned").await.choose_code("settled").choose_code("role").press().await;
    let asks = only_event(&app, north);
    assert!(asks.survey_id.is_some() && lead.words().contains("The changes are kept."), "{:?}", lead.errors());
    let bare: Vec<(String, String)> = fields_without(&mut lead, &format!("/engage/{}/edit", asks.id.0), "outcomes-mental-health").await;
    let bare: Vec<(&str, &str)> = bare.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    lead.post(&format!("/engage/{}/edit", asks.id.0), &bare).await.follow().await;
    assert_eq!(only_event(&app, north).survey_id, None, "{:?}", lead.errors());
    let (survey, _) = app.store().read_now("survey", |conn| surveys::find(conn, &asks.survey_key())).unwrap();
    assert_eq!(survey.status, "closed");
}

/// What the form at an address would send, but for one field.
async fn fields_without(browser: &mut Browser, address: &str, left_out: &str) -> Vec<(String, String)> {
    browser.open(address).await;
    let is_sent = |kind: &str, chosen: bool| chosen || !matches!(kind, "radio" | "checkbox");
    let all = browser.controls().into_iter().filter(|control| is_sent(&control.kind, control.chosen) && control.name != left_out);
    all.map(|control| (control.name, control.value)).collect()
}

#[tokio::test]
async fn where_no_team_looks_at_alerts_no_event_is_planned() {
    let app = App::spawn();
    let mut lead = app.staff(Role::EngagementLead, app.with_provider("North Team"));
    lead.open("/engage/new").await;
    assert!(lead.words().contains("Until then no event can be planned."), "{}", lead.words());
    assert!(!lead.words().contains("Plan an event"), "{}", lead.words());
}

#[tokio::test]
async fn who_changes_an_older_state_is_told_and_may_keep_what_they_typed_all_the_same() {
    let app = App::spawn();
    let (north, mut lead) = about_to_plan(&app).await;
    lead.press().await;
    let at = format!("/engage/{}/edit", only_event(&app, north).id.0);
    let mut other = app.staff(Role::EngagementLead, north);
    lead.open(&at).await.fill("title", "Carers at the town hall");
    other.open(&at).await.fill("place", "Town hall").press().await;
    lead.send().await;
    assert_eq!(lead.status, 422);
    assert!(lead.errors()[0].1.starts_with("Somebody else has changed this event"), "{:?}", lead.errors());
    assert_eq!(only_event(&app, north).title, "Carers at the library");
    lead.press().await;
    let event = only_event(&app, north);
    assert_eq!((event.title.as_str(), event.place.as_str(), event.revision), ("Carers at the town hall", "Fenmarch Library", 3));
    assert_eq!(app.audited(Action::EventChanged).len(), 2);
}

#[tokio::test]
async fn questions_stay_as_they_are_once_somebody_has_begun_to_answer() {
    let app = App::spawn();
    let event = app.hold().await;
    app.with_team(event.alert_organisation_id);
    let mut lead = app.staff(Role::EngagementLead, event.organisation_id);
    let at = format!("/engage/{}/edit", event.id.0);
    lead.open(&at).await;
    let mut late = lead.clone();
    app.answer(&event, Said { priorities: &["carers"], more: &[("how-was-it", "good")], ..Said::default() }).await;
    late.choose_code("independent").send().await;
    assert_eq!(late.status, 422);
    assert!(late.errors()[0].1.starts_with("Somebody has begun to answer"), "{:?}", late.errors());
    lead.open(&at).await;
    assert!(lead.words().contains("so the questions stay as they are") && lead.controls().iter().all(|control| control.name != "survey"));
    lead.fill("title", "Carers in the town hall").press().await;
    assert_eq!(lead.status, 200, "{:?}", lead.errors());
    let now = app.store().read_now("event", |conn| events::find(conn, event.id, &[event.organisation_id])).unwrap();
    assert_eq!((now.title.as_str(), now.outcomes, now.survey_id), ("Carers in the town hall", event.outcomes.clone(), event.survey_id));
    // Back and forth: whoever begins sees the title that the event has now.
    for title in ["Carers at the library", "Carers in the town hall"] {
        lead.open(&at).await.fill("title", title).press().await;
        let (_, newest) = app.store().read_now("survey", |conn| surveys::find(conn, &event.survey_key())).unwrap();
        assert_eq!(newest.title, title);
    }
    app.answer(&event, Said { priorities: &["carers"], ..Said::default() }).await;
    lead.open(&format!("/engage/{}", event.id.0)).await;
    assert!(lead.words().contains("2 people have sent their answers"), "{}", lead.words());
}

#[tokio::test]
async fn the_list_has_ones_own_events_in_the_order_in_which_they_are_needed() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    app.with_team(north);
    let mut lead = app.staff(Role::EngagementLead, north);
    lead.open("/staff").await.click("Engagement events").await;
    assert!(lead.words().contains("You hold no events yet."), "{}", lead.words());
    let hour = 3_600_000_000;
    let named = |title: &str, shift: i64| {
        let event = app.event_of(north);
        let (starts_at, ends_at) = (event.starts_at + shift * hour, event.ends_at + shift * hour);
        app.planned(&Event { title: title.to_owned(), starts_at, ends_at, ..event });
    };
    named("Next week", 168);
    named("Last month", -600);
    named("Tomorrow", 24);
    named("Now", 0);
    app.with_meeting(south);
    lead.open("/engage").await;
    assert_eq!(lead.texts_of("caption"), ["Under way", "Coming", "Over or called off"]);
    assert_eq!(lead.texts_of("tbody a"), ["Now", "Tomorrow", "Next week", "Last month"]);
}
