//! Schedules are begun and ended by whoever manages the provider; who is due is seen by those who coordinate care.

use jiff::civil::date;
use saywell::domain::access::{Action, Role};
use saywell::domain::care::demographics::Demographics;
use saywell::store::schedule_starts;

use super::super::support::App;
use super::super::support::county::Care;

fn somebody() -> Demographics {
    Demographics {
        given_name: "Zofia".to_owned(),
        family_name: "Example".to_owned(),
        email: Some("zofia@example.org".to_owned()),
        ..Demographics::default()
    }
}

#[tokio::test]
async fn a_manager_sees_how_many_it_would_be_says_yes_and_can_end_it() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    // One became due today, one last week and can still answer, one in the spring.
    for opened in [date(2026, 11, 15), date(2026, 11, 8), date(2026, 4, 1)] {
        app.admit(&Care { opened, ..Care::with(north) }, &somebody());
    }
    let mut manager = app.staff(Role::ProviderManager, north);
    manager.open("/provider/schedules").await;
    let link = manager.attributes("tbody a", "href").into_iter().find(|at| at.contains("/settled-accommodation?")).unwrap();
    manager.open(&link).await;
    assert!(manager.words().contains("1 person would be asked at once"), "{}", manager.words());
    assert!(manager.words().contains("2 people would be asked at once"), "{}", manager.words());
    manager.send().await;
    assert_eq!(manager.status, 422);
    manager.open(&link).await.choose_code("open").send().await;
    assert!(manager.words().contains("from 26 October 2026 on"), "{}", manager.words());
    let running = || app.store().read_now("running", schedule_starts::running).unwrap();
    assert!(running().is_empty(), "nothing begins before they said yes");
    manager.press().await;
    assert_eq!((manager.path(), running().len()), ("/provider/schedules", 1));
    assert!(manager.texts_of("tbody tr").iter().any(|row| row.contains("26 October 2026")), "{}", manager.words());
    let line = app.audited(Action::ScheduleBegun).pop().unwrap();
    assert_eq!((line.organisation_id, line.detail.as_str()), (Some(north.0), "schedule settled-accommodation since 2026-10-26"));
    manager.open(&link).await.press().await;
    assert!(running().is_empty() && app.audited(Action::ScheduleEnded).len() == 1, "{}", manager.words());
}

#[tokio::test]
async fn a_form_from_before_neither_begins_twice_nor_ends_what_has_ended() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let mut manager = app.staff(Role::ProviderManager, north);
    manager.open("/provider/schedules/employment").await.choose_code("today").send().await;
    let mut other = manager.clone();
    manager.press().await;
    other.press().await;
    assert_eq!(app.audited(Action::ScheduleBegun).len(), 1);
    manager.open("/provider/schedules/employment").await;
    let mut other = manager.clone();
    manager.press().await;
    other.press().await;
    assert_eq!(app.audited(Action::ScheduleEnded).len(), 1);
    assert_eq!(manager.open("/provider/schedules/none").await.status, 404);
}

#[tokio::test]
async fn a_coordinator_sees_by_name_who_is_due_and_why_somebody_is_not_asked() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    for provider in [north, south] {
        app.ask_by(provider, "settled-accommodation", date(2026, 11, 22));
        app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(provider) }, &somebody());
    }
    let (_, phoned) = app.admit(
        &Care { opened: date(2026, 11, 15), ..Care::with(north) },
        &Demographics { given_name: "Petra".to_owned(), telephone: Some("+441632960123".to_owned()), email: None, ..somebody() },
    );
    app.needs(phoned, "phone");
    let (_, gone) = app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(north) }, &somebody());
    app.died(gone, date(2026, 11, 20));
    app.round("2026-11-22T10:00:00Z").await;
    let mut coordinator = app.staff(Role::CareCoordinator, north);
    coordinator.open("/provider/due").await;
    let rows = coordinator.texts_of("tbody tr");
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert!(
        rows.iter().any(|row| row.contains("Zofia Example")
            && row.contains("To be written to")
            && row.contains("goes out 23 November 2026")
            && row.contains("Email")),
        "{rows:?}"
    );
    assert!(rows.iter().any(|row| row.contains("They have died")), "{rows:?}");
    assert_eq!(app.audited(Action::DueListed).len(), 1);
    coordinator.click("To be rung up or given a form: 1").await;
    let rows = coordinator.texts_of("tbody tr");
    assert!(rows.len() == 1 && rows[0].contains("Petra Example") && rows[0].contains("Telephone"), "{rows:?}");
    coordinator.click("Enter answers : Petra Example, Settled accommodation, At the start").await;
    assert_eq!(coordinator.heading(), "Petra Example: Where you live Enter answers");
    for nonsense in ["state=none", "schedule=none", "before=x"] {
        assert_eq!(coordinator.get(&format!("/provider/due?{nonsense}")).await.status, 404, "{nonsense}");
    }
}
