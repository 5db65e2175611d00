//! Every built-in survey from start to receipt, and what a wrong answer gets.

use saywell::catalogue;
use serde_json::json;

use super::super::support::App;

async fn can_be_answered(survey: &str) {
    let app = App::spawn();
    let mut patient = app.patient();
    let receipt = patient.complete(survey, &[]).await;
    assert_eq!(receipt.len(), "XXXX XXXX XXXX".len(), "{receipt}");
    patient.open("/receipt").await.fill("Your receipt code", &receipt).press().await;
    assert_eq!((patient.status, patient.heading().as_str()), (200, "We have your answers"));
    assert!(patient.words().contains(&receipt));
}

mod every_built_in_survey_is_answered_from_start_to_receipt {
    use super::can_be_answered;

    #[tokio::test]
    async fn settled_accommodation() {
        can_be_answered("settled-accommodation").await;
    }

    #[tokio::test]
    async fn employment() {
        can_be_answered("employment").await;
    }

    #[tokio::test]
    async fn independence_at_home() {
        can_be_answered("independence-at-home").await;
    }

    #[tokio::test]
    async fn postnatal_wellbeing() {
        can_be_answered("postnatal-wellbeing").await;
    }

    #[tokio::test]
    async fn carer_experience() {
        can_be_answered("carer-experience").await;
    }

    #[tokio::test]
    async fn event_feedback() {
        can_be_answered("event-feedback").await;
    }
}

#[tokio::test]
async fn the_front_page_leads_to_every_open_survey() {
    let app = App::spawn();
    app.set_survey("employment", "closed");
    let mut patient = app.patient();
    patient.open("/").await;
    let links = patient.attributes("main a", "href");
    assert_eq!(links.iter().filter(|to| to.starts_with("/s/")).count(), 5, "{links:?}");
    assert!(!links.contains(&"/s/employment".to_owned()));
}

#[tokio::test]
async fn a_question_that_must_be_answered_says_so_and_leads_to_the_field() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("settled-accommodation").await.press().await;
    assert_eq!(patient.status, 422);
    assert!(patient.title().starts_with("Error:"), "{}", patient.title());
    assert_eq!(patient.errors(), [("#answer".to_owned(), "Choose an answer".to_owned())]);
    assert!(patient.controls().iter().any(|control| control.id == "answer"));
}

#[tokio::test]
async fn a_question_that_may_be_left_out_is_left_out_without_a_word() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("carer-experience").await.press().await;
    assert_eq!((patient.status, patient.step()), (200, "control"));
}

#[tokio::test]
async fn what_was_typed_is_kept_when_it_is_wrong() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("event-feedback").await;
    patient.answer_until("about-postcode-area").await;
    patient.fill("answer", "<b>nowhere & \"nothing\"").press().await;
    assert_eq!(patient.status, 422);
    let typed = patient.controls().into_iter().find(|control| control.name == "answer").unwrap();
    assert_eq!((typed.id.as_str(), typed.value.as_str()), ("answer", "<b>nowhere & \"nothing\""));
    assert_eq!(patient.errors().len(), 1);
    assert!(patient.body.contains("aria-invalid=\"true\""));
}

#[tokio::test]
async fn more_answers_than_may_be_chosen_are_refused_and_kept() {
    let app = App::spawn();
    let mut patient = app.patient();
    let options = ["a", "b", "c", "d"].map(|code| json!({ "valueCoding": { "code": code } }));
    let limit = json!([{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 3 }]);
    let item = json!({ "linkId": "pick", "type": "choice", "repeats": true, "answerOption": options, "extension": limit });
    let source = json!({ "resourceType": "Questionnaire", "id": "up-to-three", "item": [item] }).to_string().into_bytes();
    let definition = catalogue::parse(&source).unwrap().definition;
    catalogue::import(app.store(), &app.state.clock, &app.state.random, &source, &definition).unwrap();
    patient.begin("up-to-three").await;
    let four = ["a", "b", "c", "d"];
    for code in four {
        patient.choose_code(code);
    }
    patient.press().await;
    assert_eq!(patient.status, 422);
    assert_eq!(patient.errors()[0].1, "Choose at most 3");
    assert_eq!(patient.controls().iter().filter(|control| control.chosen).count(), 4);
}

#[tokio::test]
async fn an_answer_that_was_never_offered_is_refused() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("employment").await;
    patient.post("/s/employment/q/employment-status", &[("answer", "99")]).await;
    assert_eq!((patient.status, patient.errors()[0].1.as_str()), (422, "Choose one of the answers shown"));
}

#[tokio::test]
async fn an_answer_of_ones_own_needs_words_and_keeps_them() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.begin("carer-experience").await;
    patient.answer_until("what-would-help").await;
    patient.choose("Something else").press().await;
    assert_eq!((patient.status, patient.errors()[0].0.as_str()), (422, "#other"));
    assert!(patient.controls().iter().any(|control| control.id == "other"));
    patient.fill("other", "A quiet hour").press().await;
    patient.answer_all(&[("about-more", "false")]).await;
    assert!(patient.words().contains("A quiet hour"));
}

#[tokio::test]
async fn a_survey_speaks_the_language_of_the_reader() {
    let app = App::spawn();
    let mut patient = app.patient().speaking("pl-PL,pl;q=0.9,en;q=0.5");
    patient.open("/s/employment").await;
    assert_eq!(patient.attributes("html", "lang"), ["pl"]);
    patient.set_out().await;
    assert_ne!(patient.heading(), "What do you do now?");
    patient.answer_all(&[]).await.press().await;
    assert_eq!(patient.step(), "done");
    let kept = app.responses("employment");
    assert_eq!(kept[0].language, "pl");
}

#[tokio::test]
async fn a_language_that_was_chosen_stays_chosen() {
    let app = App::spawn();
    let mut patient = app.patient();
    patient.open("/s/employment").await.click("polski").await;
    assert_eq!((patient.path(), patient.attributes("html", "lang")), ("/s/employment", vec!["pl".to_owned()]));
    patient.open("/help").await;
    assert_eq!(patient.attributes("html", "lang"), ["pl"]);
}
