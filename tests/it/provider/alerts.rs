//! Acting on alerts: the team of an organisation sees them, reaches the person, says what it did; whoever stands behind it is
//! told when it does not.

use saywell::domain::access::{Action, Role};
use saywell::domain::care::demographics::Demographics;
use saywell::jobs;
use saywell::store::accounts::Grant;
use saywell::store::alert_teams::{self, Team};
use saywell::store::alerts::{self, Alert};
use saywell::store::ids::OrganisationId;

use super::super::support::alerts::{RISK, RISKY};
use super::super::support::county::Care;
use super::super::support::{App, Browser, NOW, TEAM};

const LIST: &str = "/provider/alerts";
const NOTE: &str = "Rang her at noon. She is with her sister.";

fn coordinator(app: &App, organisation: OrganisationId) -> Browser {
    app.staff(Role::CareCoordinator, organisation)
}

/// A team at work from nine to five on weekdays, with that many minutes.
fn with_team(app: &App, organisation_id: OrganisationId, minutes: i32) {
    let team = Team {
        organisation_id,
        email: "ward@example.org".to_owned(),
        escalation_email: "matron@example.org".to_owned(),
        minutes,
        hours: "1-5 09:00-17:00".to_owned(),
        changed_at: 0,
    };
    app.store().write_now("team", |tx| alert_teams::put(tx, &team)).unwrap();
}

/// Somebody in the care of a provider, whose answers called for help.
async fn with_zofia(app: &App, provider: OrganisationId) -> Browser {
    let episode = app.with_episode(&Care { programme: "maternity", ..Care::with(provider) });
    let record = Demographics {
        given_name: "Zofia".to_owned(),
        family_name: "Nowak".to_owned(),
        mobile: Some("+447700900123".to_owned()),
        address: vec!["1 High Street".to_owned()],
        ..Demographics::default()
    };
    app.with_record(episode, &record);
    let mut patient = app.invited(&app.with_invitation(episode, RISKY)).await;
    patient.press().await.answer_all(&[(RISK, "often")]).await.press().await;
    assert_eq!(patient.step(), "done");
    patient
}

#[tokio::test]
async fn the_team_sees_who_answered_what_and_how_to_reach_them() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    with_zofia(&app, north).await;
    let mut desk = coordinator(&app, north);
    desk.open(LIST).await;
    assert!(desk.words().contains("Zofia Nowak") && !desk.words().contains("Yes, often"), "no answer on the list: {}", desk.words());
    let link = desk.attributes("tbody a", "href").remove(0);
    desk.open(&link).await;
    for shown in
        ["Zofia Nowak", "Yes, often", "+447700900123", "1 High Street", "The person themselves", "Nobody has acknowledged this yet"]
    {
        assert!(desk.words().contains(shown), "{shown}: {}", desk.words());
    }
    assert_eq!(desk.attributes("main dl a", "href"), ["tel:+447700900123"]);
    assert_eq!((app.audited(Action::AlertsListed).len(), app.audited(Action::AlertViewed).len()), (1, 1));
    for word in ["diagnos", "triage", "risk", "severe"] {
        assert!(!desk.body.to_lowercase().contains(word), "{word}");
    }
}

#[tokio::test]
async fn it_says_what_whoever_answered_is_to_the_person_in_the_words_they_read_and_leads_to_the_record() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let episode = app.with_episode(&Care { programme: "frail-older-people", ..Care::with(north) });
    app.named(episode, "Zofia", "Nowak");
    let mut daughter = app.invited(&app.with_invitation(episode, "independence-at-home")).await;
    daughter.press().await.choose_code("proxy").press().await.choose_code("child").press().await.answer_all(&[]).await.press().await;
    assert_eq!(daughter.step(), "done");
    let given = app.responses("independence-at-home").remove(0);
    let raised = Alert {
        survey_id: given.survey_id,
        response_id: given.id,
        link_id: "adl.dress".to_owned(),
        raised_at: NOW.micros(),
        organisation_id: Some(north),
        ..Alert::default()
    };
    app.store().write_now("alert", |tx| alerts::add(tx, &raised)).unwrap();
    let mut desk = coordinator(&app, north);
    desk.open(&format!("{LIST}/{}", given.id.0)).await;
    for shown in ["Relationship Daughter or son", "How does the person manage getting dressed?"] {
        assert!(desk.words().contains(shown), "{shown}: {}", desk.words());
    }
    desk.click("Their record").await;
    assert_eq!((desk.status, desk.heading().as_str()), (200, "Zofia Nowak"));
}

#[tokio::test]
async fn it_is_acknowledged_with_a_note_that_is_kept_sealed() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let id = app.with_alert(Some(north), 30);
    let mut desk = coordinator(&app, north);
    desk.open(&format!("{LIST}/{}", id.0)).await.press().await;
    assert_eq!(desk.status, 422);
    assert!(desk.words().contains("Say what you did") && app.alerts()[0].acknowledged_at.is_none());
    desk.fill("What you did", NOTE).press().await;
    assert!(desk.words().contains("You acknowledged this alert") && desk.words().contains(NOTE), "{}", desk.words());
    desk.fill("What you did", "She came in.").press().await;
    assert!(desk.words().contains("Your note was added") && desk.words().contains("She came in."));
    assert_eq!((app.audited(Action::AlertAcknowledged).len(), app.audited(Action::AlertNoted).len()), (1, 1));
    let notes = app.alert_notes();
    assert_eq!(notes.len(), 2);
    assert!(notes.iter().all(|sealed| !sealed.contains("noon") && !sealed.contains("sister")));
    desk.open(LIST).await;
    assert!(desk.words().contains("Every alert has been acknowledged") && desk.words().contains("Sam Staff"));
}

#[tokio::test]
async fn who_comes_second_is_told_who_came_first_and_keeps_what_they_typed() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let page = format!("{LIST}/{}", app.with_alert(Some(north), 30).0);
    let grant = [Grant { organisation: north, role: Role::CareCoordinator }];
    let mut first = app.signed_in(app.with_staff("Fay First", &grant));
    let mut second = app.signed_in(app.with_staff("Sue Second", &grant));
    first.open(&page).await.fill("What you did", "Rang.");
    second.open(&page).await.fill("What you did", NOTE);
    tokio::join!(first.press(), second.press());
    let winners = [&first, &second].iter().filter(|one| one.words().contains("You acknowledged this alert")).count();
    assert_eq!(winners, 1);
    let (lost, name) = if first.status == 422 { (&mut first, "Sue Second") } else { (&mut second, "Fay First") };
    assert!(lost.words().contains(&format!("{name} acknowledged this before you did")), "{}", lost.words());
    lost.press().await;
    assert!(lost.words().contains("Your note was added"));
    assert_eq!((app.audited(Action::AlertAcknowledged).len(), app.alert_notes().len()), (1, 2));
}

#[tokio::test]
async fn nobody_sees_the_alerts_of_a_provider_that_does_not_share_its_people() {
    let app = App::spawn();
    let (north, south) = (app.with_provider("North Team"), app.with_provider("South Team"));
    let page = format!("{LIST}/{}", app.with_alert(Some(south), 30).0);
    let mut desk = coordinator(&app, north);
    desk.open(LIST).await;
    assert!(desk.attributes("tbody a", "href").is_empty());
    assert_eq!(desk.get(&page).await.status, 404);
    assert_eq!(app.audited(Action::Refused).len(), 1);
    app.share_people(south, north);
    assert_eq!(desk.get(&page).await.status, 200);
}

#[tokio::test]
async fn the_title_of_an_alert_names_nobody() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let episode = app.with_episode(&Care { programme: "maternity", ..Care::with(north) });
    app.named(episode, "Zofia", "Nowak");
    let mut patient = app.invited(&app.with_invitation(episode, RISKY)).await;
    patient.set_out().await.answer_all(&[(RISK, "often")]).await.press().await;
    let mut desk = coordinator(&app, north);
    desk.open(&format!("{LIST}/{}", app.alerts()[0].response_id.0)).await;
    assert!(desk.words().contains("Zofia Nowak"), "{}", desk.words());
    assert!(!desk.title().contains("Nowak"), "titles stay in the history of a shared computer");
}

#[tokio::test]
async fn answers_that_belong_to_no_service_are_for_the_lead_provider_and_for_everybody_where_there_is_none() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let page = format!("{LIST}/{}", app.with_alert(None, 30).0);
    assert_eq!(coordinator(&app, north).get(&page).await.status, 200);
    let lead = app.with_organisation("Lead Trust", "lead-provider");
    assert_eq!(coordinator(&app, north).get(&page).await.status, 404);
    let mut desk = coordinator(&app, lead);
    desk.open(&page).await;
    assert!(desk.words().contains("Somebody without a record") && desk.words().contains("no record of who gave these answers"));
}

#[tokio::test]
async fn the_team_of_the_organisation_is_told_once_and_then_whoever_stands_behind_it() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    with_team(&app, north, 30);
    let id = app.with_alert(Some(north), 29);
    let told = |app: &App| app.letters().iter().map(|letter| letter.to.clone()).collect::<Vec<_>>();
    jobs::turn(&app.state).await;
    jobs::turn(&app.state).await;
    assert_eq!(told(&app), ["ward@example.org"]);
    assert!(app.letters()[0].body.contains(&format!("/provider/alerts/{}", id.0)));
    let (later, other) = (app.minutes_later(1), app.minutes_later(1));
    tokio::join!(jobs::turn(&later.state), jobs::turn(&other.state));
    jobs::turn(&later.state).await;
    assert_eq!([told(&later), told(&other)].concat(), ["matron@example.org"]);
    let mut desk = coordinator(&app, north);
    desk.open(LIST).await;
    assert!(desk.words().contains("Passed on because nobody acknowledged it in time"));
}

#[tokio::test]
async fn an_alert_that_was_acknowledged_in_time_goes_no_further() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    with_team(&app, north, 30);
    let page = format!("{LIST}/{}", app.with_alert(Some(north), 29).0);
    jobs::turn(&app.state).await;
    coordinator(&app, north).open(&page).await.fill("What you did", NOTE).press().await;
    let later = app.minutes_later(60);
    jobs::turn(&later.state).await;
    assert!(later.letters().is_empty());
}

#[tokio::test]
async fn where_no_team_was_named_the_address_of_the_installation_is_told_and_after_an_hour_again() {
    let app = App::spawn();
    app.with_alert(None, 1);
    jobs::turn(&app.state).await;
    let later = app.minutes_later(59);
    jobs::turn(&later.state).await;
    let told: Vec<String> = app.letters().into_iter().chain(later.letters()).map(|letter| letter.to).collect();
    assert_eq!(told, [TEAM, TEAM]);
}

#[tokio::test]
async fn a_manager_says_who_the_team_is_and_respondents_are_told_when_it_is_at_work() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let mut manager = app.staff(Role::ProviderManager, north);
    manager.open("/provider/alert-team").await;
    assert!(manager.words().contains("has not said who looks at its alerts"));
    manager.click("Change who looks at alerts : North Team").await;
    manager
        .fill("Email address of the team", "ward")
        .fill("Minutes to acknowledge an alert", "1")
        .fill("At work until", "08:00")
        .press()
        .await;
    assert_eq!(manager.status, 422);
    for fault in ["Enter a whole number of minutes from 5 to 4,320", "The team must end later than it begins"] {
        assert!(manager.words().contains(fault), "{fault}: {}", manager.words());
    }
    manager
        .fill("Email address of the team", "ward@example.org")
        .fill("Email address of whoever stands behind the team", "matron@example.org");
    manager.fill("Minutes to acknowledge an alert", "45").fill("At work until", "17:30").press().await;
    assert!(manager.words().contains("The team was changed") && manager.words().contains("Monday to Friday, 09:00 to 17:30"));
    assert_eq!(app.audited(Action::AlertTeamChanged)[0].organisation_id, Some(north.0));
    // It is a Sunday.
    let patient = with_zofia(&app, north).await;
    assert!(patient.words().contains("passed to the team at North Team. Nobody is at work there now."), "{}", patient.words());
    assert!(patient.words().contains("next at work on 23 November 2026 from 09:00"));
    let mut tablet = app.patient();
    tablet.open(&format!("/k/{}", app.with_kiosk(north, RISKY).1)).await;
    tablet.set_out().await.answer_all(&[(RISK, "often")]).await.press().await;
    assert_eq!(tablet.step(), "thanks", "{}", tablet.words());
    assert!(tablet.words().contains("next at work on 23 November 2026 from 09:00"), "{}", tablet.words());
}

#[tokio::test]
async fn respondents_are_told_of_no_team_where_none_was_named() {
    let app = App::spawn();
    let patient = with_zofia(&app, app.with_provider("North Team")).await;
    assert!(!patient.words().contains("the team at"));
    assert!(patient.words().contains("We do not reply") || patient.words().contains("may not be safe"));
}

#[tokio::test]
async fn a_page_shows_how_soon_alerts_are_acknowledged() {
    let app = App::spawn();
    let north = app.with_provider("North Team");
    let page = format!("{LIST}/{}", app.with_alert(Some(north), 12).0);
    app.with_alert(Some(north), 90);
    let mut desk = coordinator(&app, north);
    desk.open(&format!("{LIST}/times")).await;
    assert!(desk.words().contains("No alert was acknowledged in the last twelve months"));
    desk.open(&page).await.fill("What you did", NOTE).press().await;
    let manager = app.staff(Role::ProviderManager, north);
    for (mut browser, times) in [(desk, "/provider/alerts/times"), (manager, "/provider/alert-team/times")] {
        browser.open(times).await;
        assert!(
            browser.words().contains("Of the alerts of November 2026 that were acknowledged, half were within 12 minutes"),
            "{}",
            browser.words()
        );
        let row = browser.texts_of("tbody tr").remove(0);
        assert!(row.contains("12 minutes") && row.contains("1 of 2"), "{row}");
    }
}
