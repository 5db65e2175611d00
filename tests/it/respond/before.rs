//! The two pages before the questions.

use super::super::support::App;

#[tokio::test]
async fn who_is_answering_is_asked_only_where_there_is_a_choice() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.open("/s/carer-experience").await.press().await;
    assert_eq!(patient.step(), "occupation");
    patient.open("/s/employment").await.press().await;
    assert_eq!((patient.step(), patient.heading().as_str()), ("who", "Who is answering?"));
}

#[tokio::test]
async fn who_answered_is_stored_and_must_be_said() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.open("/s/employment").await.press().await.press().await;
    assert_eq!((patient.status, patient.errors().len()), (422, 1));
    patient.choose("I am answering for someone else").press().await;
    patient.answer_all(&[]).await.press().await;
    assert_eq!(app.responses("employment")[0].respondent, "proxy");
}

#[tokio::test]
async fn the_service_it_is_about_is_stored() {
    let app = App::spawn();
    let (_, north) = (app.with_provider("South Team"), app.with_provider("North Team"));
    let mut patient = app.patient();
    patient.open("/s/carer-experience").await.press().await;
    assert_eq!((patient.step(), patient.heading().as_str()), ("service", "Which service is this about?"));
    patient.press().await;
    assert_eq!(patient.status, 422);
    patient.choose("North Team").press().await;
    patient.answer_all(&[]).await.press().await;
    assert_eq!(app.responses("carer-experience")[0].organisation_id, Some(north));
}

#[tokio::test]
async fn nobody_has_to_know_which_service_it_is_about() {
    let app = App::spawn();
    app.with_provider("North Team");
    let mut patient = app.patient();
    patient.open("/s/carer-experience").await.press().await.choose("I am not sure").press().await;
    patient.answer_all(&[]).await.press().await;
    assert_eq!(app.responses("carer-experience")[0].organisation_id, None);
}

#[tokio::test]
async fn a_postcode_area_places_an_answer_in_its_locality() {
    let app = App::spawn();
    let east = app.with_locality("East Example", "OX4");
    app.patient().complete("carer-experience", &[]).await;
    assert_eq!(app.responses("carer-experience")[0].locality_id, Some(east));
}
