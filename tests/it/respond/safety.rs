//! An answer that may mean danger: help at once, help again at the end, and a team that is told.

use saywell::jobs;

use super::super::support::{App, Browser, TEAM};

const SURVEY: &str = "postnatal-wellbeing";

fn shows_where_help_is(page: &Browser) {
    for line in ["tel:999", "tel:111", "tel:116123", "tel:01632960001"] {
        assert!(page.attributes("main a", "href").iter().any(|to| to == line), "{line} on {}", page.address);
    }
    assert!(page.words().contains("select the mental health option") && page.words().contains("Samaritans"));
    assert!(page.words().contains("Example crisis line"));
}

#[tokio::test]
async fn thoughts_of_self_harm_lead_straight_to_help() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin(SURVEY).await;
    patient.answer_until("self-harm").await;
    for code in ["sometimes", "often"] {
        patient.open(&format!("/s/{SURVEY}/q/self-harm")).await.choose_code(code).press().await;
        assert_eq!(patient.path(), format!("/s/{SURVEY}/urgent/self-harm"));
        shows_where_help_is(&patient);
        assert_eq!(app.kept(SURVEY, "self-harm"), [code], "the answer is on disk before the help shows");
    }
    patient.click("Continue with the survey").await;
    assert_eq!(patient.step(), "about-more");
}

#[tokio::test]
async fn the_help_is_repeated_when_the_answers_are_sent_and_the_response_is_marked() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.complete(SURVEY, &[("self-harm", "often")]).await;
    shows_where_help_is(&patient);
    assert!(patient.words().contains("One of your answers made us think that you may not be safe"));
    let alerts = app.alerts();
    assert_eq!(alerts.len(), 1);
    assert_eq!((alerts[0].response_id, alerts[0].link_id.as_str()), (app.responses(SURVEY)[0].id, "self-harm"));
}

#[tokio::test]
async fn nothing_of_it_happens_when_there_are_no_such_thoughts() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin(SURVEY).await;
    patient.answer_until("self-harm").await;
    patient.choose_code("no").press().await;
    assert_eq!(patient.step(), "about-more");
    patient.answer_all(&[]).await.press().await;
    assert!(!patient.words().contains("may not be safe"));
    jobs::turn(&app.state).await;
    assert!(app.alerts().is_empty() && app.letters().is_empty());
}

#[tokio::test]
async fn an_answer_taken_back_before_sending_raises_no_alert() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin(SURVEY).await.answer_all(&[("self-harm", "often")]).await;
    patient.open(&format!("/s/{SURVEY}/q/self-harm?change=1")).await.choose_code("no").press().await.press().await;
    assert_eq!(patient.step(), "done");
    assert!(app.alerts().is_empty());
}

#[tokio::test]
async fn the_team_is_told_once_and_nothing_about_the_person() {
    let app = App::spawn();
    app.patient().complete(SURVEY, &[("self-harm", "sometimes")]).await;
    let other = app.minutes_later(1);
    tokio::join!(jobs::turn(&app.state), jobs::turn(&other.state));
    jobs::turn(&app.state).await;
    let letters = [app.letters(), other.letters()].concat();
    assert_eq!(letters.len(), 1, "{letters:?}");
    let letter = &letters[0];
    assert_eq!(letter.to, TEAM);
    assert!(letter.body.contains(&format!("/provider/alerts/{}", app.alerts()[0].response_id.0)), "{}", letter.body);
    for personal in [SURVEY, "self-harm", "sometimes", "harm", "suicid", "OX4"] {
        assert!(!letter.body.contains(personal) && !letter.subject.contains(personal), "{personal}");
    }
}

#[tokio::test]
async fn a_survey_gives_no_diagnosis_and_no_severity() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.complete(SURVEY, &[("mood", "very-low"), ("worry", "always")]).await;
    for word in ["severe", "moderate", "depress", "score", "diagnos"] {
        assert!(!patient.body.to_lowercase().contains(word), "{word}");
    }
}
