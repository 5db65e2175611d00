//! What is asked follows from what was answered; what is no longer asked is neither sent nor scored.

use super::super::support::App;

#[tokio::test]
async fn an_answer_to_a_question_that_stops_being_asked_is_never_sent() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("employment").await.answer_all(&[("employment-status", "01"), ("weekly-hours", "02")]).await;
    assert!(patient.words().contains("How many hours do you work in a usual week?"));
    patient.click("Change the answer to: What do you do now?").await.choose_code("02").press().await;
    assert_eq!(patient.step(), "wish-to-work", "the question that is asked now comes next");
    patient.answer_all(&[]).await;
    assert!(!patient.words().contains("How many hours do you work in a usual week?"));
    assert_eq!(app.kept("employment", "weekly-hours"), ["02"], "the draft keeps it, in case the person changes back");
    patient.press().await;
    assert_eq!(patient.step(), "done");
    assert!(app.kept("employment", "weekly-hours").is_empty());
    assert_eq!(app.kept("employment", "employment-status"), ["02"]);
}

#[tokio::test]
async fn an_earlier_answer_comes_back_with_the_question_it_belongs_to() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("employment").await.answer_all(&[("employment-status", "01"), ("weekly-hours", "02")]).await;
    for code in ["02", "01"] {
        patient.open("/s/employment/q/employment-status").await.choose_code(code).press().await;
    }
    assert_eq!(patient.step(), "weekly-hours");
    let chosen: Vec<String> = patient.controls().into_iter().filter(|control| control.chosen).map(|control| control.value).collect();
    assert_eq!(chosen, ["02"]);
}

mod settled_accommodation_is_derived_and_kept_as_derived {
    use super::App;

    async fn settled(said: &[(&str, &str)]) -> Vec<(String, bool)> {
        let app = App::spawn();
        app.patient().complete("settled-accommodation", said).await;
        app.rows("settled-accommodation").into_iter().filter(|row| row.link_id == "settled").map(|row| (row.value, row.derived)).collect()
    }

    #[tokio::test]
    async fn from_the_type_alone_where_that_settles_it() {
        assert_eq!(settled(&[("accommodation-type", "01")]).await, [("Y".to_owned(), true)]);
    }

    #[tokio::test]
    async fn from_tenure_where_the_type_does_not() {
        assert_eq!(settled(&[("accommodation-type", "10"), ("tenure", "yes")]).await, [("Y".to_owned(), true)]);
        assert_eq!(settled(&[("accommodation-type", "10"), ("tenure", "no")]).await, [("N".to_owned(), true)]);
    }
}

#[tokio::test]
async fn a_score_is_stored_only_when_every_question_of_it_was_answered() {
    let app = App::spawn();
    app.patient().complete("carer-experience", &[]).await;
    assert_eq!(app.scores("carer-experience"), [("carer-quality-of-life".to_owned(), 12_000)]);
    let app = App::spawn();
    app.patient().complete("carer-experience", &[("control", "")]).await;
    assert_eq!(app.scores("carer-experience"), []);
}

#[tokio::test]
async fn preferring_not_to_say_is_stored_as_such() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("employment").await.choose("Prefer not to say").press().await;
    patient.answer_all(&[]).await;
    assert!(patient.words().contains("Prefer not to say"));
    patient.press().await;
    let kinds: Vec<(String, String)> = app.rows("employment").into_iter().map(|row| (row.link_id, row.kind)).collect();
    assert!(kinds.contains(&("employment-status".to_owned(), "declined".to_owned())), "{kinds:?}");
}

#[tokio::test]
async fn back_leads_to_the_page_before_with_its_answer() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("carer-experience").await.choose_code("1").press().await;
    assert_eq!(patient.step(), "control");
    patient.click("Back").await;
    assert_eq!(patient.step(), "occupation");
    assert!(patient.controls().iter().any(|control| control.chosen && control.value == "1"));
    patient.click("Back").await;
    assert_eq!(patient.path(), "/s/carer-experience");
}

#[tokio::test]
async fn changing_one_answer_leads_back_to_the_check_page() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("carer-experience").await.answer_all(&[]).await;
    let change = "Change the answer to: Can you decide how you spend your day?";
    patient.click(change).await.click("Back").await;
    assert_eq!(patient.step(), "check");
    patient.click(change).await.choose_code("0").press().await;
    assert_eq!(patient.step(), "check");
    patient.press().await;
    assert_eq!(app.scores("carer-experience"), [("carer-quality-of-life".to_owned(), 10_000)]);
}

#[tokio::test]
async fn a_page_that_is_not_reached_yet_leads_to_where_the_person_is() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("settled-accommodation").await.open("/s/settled-accommodation/check").await;
    assert_eq!(patient.step(), "accommodation-type");
    patient.open("/s/settled-accommodation/q/tenure").await;
    assert_eq!(patient.step(), "accommodation-type");
    patient.open("/s/settled-accommodation/q/no-such-page").await;
    assert_eq!(patient.step(), "accommodation-type");
}
