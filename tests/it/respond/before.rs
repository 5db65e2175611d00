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
    patient.choose("I am answering for someone else").press().await.choose("Daughter or son").press().await;
    patient.answer_all(&[]).await.press().await;
    let kept = &app.responses("employment")[0];
    assert_eq!((kept.respondent.as_str(), kept.relationship.as_deref()), ("proxy", Some("child")));
}

#[tokio::test]
async fn whoever_answers_for_another_says_what_they_are_to_them_and_reads_of_them() {
    let app = App::spawn();
    let mut daughter = app.patient();
    daughter.open("/s/independence-at-home").await.press().await.choose("I am answering for someone else").press().await;
    assert_eq!((daughter.step(), daughter.heading().as_str()), ("relationship", "What are you to the person you are answering for?"));
    daughter.press().await;
    assert_eq!((daughter.status, daughter.errors().len()), (422, 1));
    daughter.choose("Daughter or son").press().await;
    assert_eq!(daughter.heading(), "Has the person stayed in hospital in the last three months?");
    daughter.choose("Yes").press().await;
    assert!(daughter.controls().iter().any(|option| option.label == "In their own home"), "{}", daughter.words());
    daughter.answer_all(&[]).await;
    let check = daughter.words();
    assert!(check.contains("Daughter or son") && check.contains("How does the person manage getting dressed?"), "{check}");
    assert!(!check.contains("How do you manage"), "{check}");
}

#[tokio::test]
async fn a_language_has_the_words_for_another_too_and_who_answers_about_themselves_reads_none_of_them() {
    let app = App::spawn();
    let mut son = app.patient().speaking("pl");
    son.open("/s/employment").await.press().await.choose_code("proxy").press().await.choose_code("child").press().await;
    assert_eq!(son.heading(), "Czym się ta osoba teraz zajmuje?");
    son.open("/s/employment/who").await.choose_code("self").press().await;
    assert_eq!(son.heading(), "Czym się Pan/Pani teraz zajmuje?");
    assert_eq!(app.responses("employment")[0].relationship, None);
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
