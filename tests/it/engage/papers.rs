//! Papers of an event: typed one after another, once each.

use saywell::domain::access::{Action, Role};
use saywell::store::accounts::Grant;
use saywell::store::events::Event;

use super::super::paper::reading::{Reading, squeezed};
use super::super::support::{App, Browser};

/// A paper of a carer, filled in in Polish: good, partly listened to, nothing to change, carers first and then housing.
const PAPER: [(&str, &str); 6] = [("date", "22 11 2026"), ("language", "2"), ("who", "3"), ("q1", "2"), ("q4", "3"), ("q5", "1")];

/// Somebody who holds the event, at the form for the next paper.
async fn lead(app: &App, event: &Event) -> Browser {
    let mut lead = app.signed_in(event.created_by);
    lead.open(&at(event)).await;
    assert_eq!(lead.status, 200, "{}", lead.words());
    lead
}

fn at(event: &Event) -> String {
    format!("/engage/{}/paper", event.id.0)
}

async fn types(browser: &mut Browser, lines: &[(&str, &str)]) {
    for (field, line) in lines {
        browser.fill(field, line);
    }
    browser.press().await;
}

fn value(browser: &Browser, field: &str) -> String {
    browser.controls().into_iter().find(|control| control.name == field).unwrap().value
}

#[actix_web::test]
async fn a_paper_is_sent_at_once_and_the_form_for_the_next_one_follows() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = lead(&app, &event).await;
    assert_eq!(lead.attributes("[autofocus]", "name"), ["date"]);
    types(&mut lead, &PAPER).await;
    assert_eq!((lead.status, lead.path()), (200, at(&event).as_str()), "{:?}", lead.errors());
    assert!(lead.words().contains("You have entered 1 form. The last is no. 1."), "{}", lead.words());
    assert_eq!((value(&lead, "date"), value(&lead, "language"), value(&lead, "who")), ("22 11 2026".into(), "2".into(), String::new()));
    assert_eq!(lead.attributes("[autofocus]", "name"), ["who"], "what the papers of a pile share need not be typed again");
    let key = event.survey_key();
    assert_eq!((app.kept(&key, "priority-1"), app.kept(&key, "priority-2")), (vec!["carers".to_owned()], vec!["settled".to_owned()]));
    let sent = &app.responses(&key)[0];
    assert_eq!((sent.mode.as_str(), sent.status.as_str(), sent.language.as_str()), ("paper", "submitted", "pl"));
    assert_eq!((sent.respondent.as_str(), sent.entered_by), ("carer", Some(event.created_by)));
    assert_eq!(sent.organisation_id, Some(event.alert_organisation_id), "what cannot wait goes to the team of the event");
    types(&mut lead, &[("who", "1"), ("q1", "1")]).await;
    assert!(lead.words().contains("You have entered 2 forms. The last is no. 2."));
    let mut patient = app.patient();
    let receipt = lead.text_of(".app-code").unwrap();
    patient.open("/receipt").await.fill("Your receipt code", &receipt).press().await;
    assert_eq!(patient.heading(), "We have your answers");
}

#[actix_web::test]
async fn every_paper_is_recorded_without_what_stands_on_it() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = lead(&app, &event).await;
    types(&mut lead, &PAPER).await;
    let lines = app.audited(Action::EventPaperEntered);
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].subject.as_str(), lines[0].detail.as_str()), (format!("event:{}", event.id.0).as_str(), ""));
}

#[actix_web::test]
async fn a_form_that_is_posted_twice_is_entered_once() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = lead(&app, &event).await;
    for (field, line) in PAPER {
        lead.fill(field, line);
    }
    let mut again = lead.clone();
    lead.press().await;
    again.press().await;
    assert!(again.words().contains("You have entered 1 form."), "{}", again.words());
    assert_eq!((app.responses(&event.survey_key()).len(), app.audited(Action::EventPaperEntered).len()), (1, 1));
}

#[actix_web::test]
async fn what_is_wrong_is_said_and_what_was_typed_stays() {
    let app = App::spawn();
    let event = app.hold().await;
    let cases: [(&[(&str, &str)], &str); 6] = [
        (&[("date", "1 1 2027")], "The day on the paper must not be in the future"),
        (&[("date", "1 11 2026")], "The day on the paper must not be before 22 November 2026, when the person was asked"),
        (&[("language", "7")], "Enter the number of the language it was filled in"),
        (&[("who", "")], "Enter the number of who filled the paper in"),
        (&[("q5", "3")], "This was chosen at an earlier question already. Check that answer, or leave this one empty"),
        (&[("q1", ""), ("q4", ""), ("q5", "")], "Type at least one answer. A form with no answer in it is not kept"),
    ];
    for (changes, said) in cases {
        let mut lead = lead(&app, &event).await;
        let kept = PAPER.iter().filter(|(field, _)| !changes.iter().any(|(other, _)| other == field));
        let lines: Vec<(&str, &str)> = kept.copied().chain(changes.iter().copied()).collect();
        types(&mut lead, &lines).await;
        assert_eq!((lead.status, lead.errors().into_iter().map(|(_, said)| said).collect::<Vec<_>>()), (422, vec![said.to_owned()]));
        for (field, line) in lines {
            assert_eq!(value(&lead, field), line, "{field}");
        }
        assert!(lead.attributes("[autofocus]", "name").is_empty(), "what is wrong comes first");
    }
    assert!(app.responses(&event.survey_key()).is_empty());
}

#[actix_web::test]
async fn the_last_paper_is_taken_back_once_and_its_number_is_not_given_again() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = lead(&app, &event).await;
    types(&mut lead, &PAPER).await;
    types(&mut lead, &PAPER).await;
    let back = format!("{}/back", at(&event));
    let form = |browser: &Browser| browser.attributes(&format!("form[action='{back}'] input"), "value");
    let hidden = form(&lead);
    let fields = [("token", hidden[0].as_str()), ("paper", hidden[1].as_str())];
    lead.post(&back, &fields).await.follow().await;
    assert!(lead.words().contains("You have entered 1 form.") && !lead.words().contains("The last is"), "{}", lead.words());
    lead.post(&back, &fields).await.follow().await;
    assert_eq!((lead.status, app.kept(&event.survey_key(), "q1").len()), (200, 0));
    assert_eq!((app.kept(&event.survey_key(), "priority-1").len(), app.audited(Action::EventPaperTakenBack).len()), (1, 1));
    types(&mut lead, &PAPER).await;
    assert!(lead.words().contains("You have entered 2 forms. The last is no. 3."), "{}", lead.words());
}

#[actix_web::test]
async fn a_form_that_was_taken_back_and_is_sent_again_is_not_lost() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = lead(&app, &event).await;
    for (field, line) in PAPER {
        lead.fill(field, line);
    }
    let mut before = lead.clone();
    lead.press().await;
    let back = format!("{}/back", at(&event));
    let hidden = lead.attributes(&format!("form[action='{back}'] input"), "value");
    lead.post(&back, &[("token", hidden[0].as_str()), ("paper", hidden[1].as_str())]).await;
    before.fill("q1", "1").press().await;
    assert_eq!((before.status, before.errors().len()), (422, 1), "{}", before.words());
    assert!(before.errors()[0].1.contains("taken back"), "{:?}", before.errors());
    assert_eq!((value(&before, "q1"), app.kept(&event.survey_key(), "q1").len()), ("1".to_owned(), 0));
    before.press().await;
    assert!(before.words().contains("You have entered 1 form. The last is no. 2."), "{}", before.words());
}

#[actix_web::test]
async fn nobody_takes_back_what_somebody_else_entered() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = lead(&app, &event).await;
    types(&mut lead, &PAPER).await;
    let colleague = app.with_staff("Olaf Other", &[Grant { organisation: event.organisation_id, role: Role::EngagementLead }]);
    let mut other = app.signed_in(colleague);
    other.open(&at(&event)).await;
    assert!(!other.words().contains("You have entered"));
    let token = other.attributes("input[name=token]", "value")[0].clone();
    let back = format!("{}/back", at(&event));
    let key = lead.attributes(&format!("form[action='{back}'] input[name=paper]"), "value")[0].clone();
    other.post(&back, &[("token", &token), ("paper", &key)]).await;
    assert_eq!((other.status, app.responses(&event.survey_key())[0].status.as_str()), (400, "submitted"));
}

#[actix_web::test]
async fn papers_are_entered_until_thirty_days_after_the_last_answer() {
    let app = App::spawn();
    let event = app.hold().await;
    let (soon, late) = (app.later(29), app.later(31));
    let mut lead = lead(&soon, &event).await;
    types(&mut lead, &PAPER).await;
    assert!(lead.words().contains("You have entered 1 form."), "{:?}", lead.errors());
    let mut lead = late.signed_in(event.created_by);
    lead.open(&at(&event)).await;
    assert!(lead.words().contains("It is more than 30 days since this event stopped taking answers."), "{}", lead.words());
}

#[actix_web::test]
async fn an_event_that_asks_nothing_yet_or_no_more_says_so() {
    let app = App::spawn();
    let not_yet = app.hold_with(|event| event.opens_at += 2 * 3_600_000_000).await;
    let called_off = app.hold_with(|event| event.called_off_at = Some(event.created_at)).await;
    let mute = app.with_meeting(not_yet.organisation_id);
    for (event, said) in [(&not_yet, "Nobody has been asked yet."), (&called_off, "This event was called off")] {
        let mut lead = app.signed_in(event.created_by);
        lead.open(&at(event)).await;
        assert!(lead.status == 200 && lead.words().contains(said), "{}", lead.words());
    }
    let mut lead = app.signed_in(not_yet.created_by);
    lead.open(&format!("/engage/{}/paper", mute.0)).await;
    assert!(lead.words().contains("This event asks nothing"), "{}", lead.words());
    lead.open(&format!("/engage/{}/form.pdf", mute.0)).await;
    assert_eq!(lead.status, 422);
}

#[actix_web::test]
async fn the_form_on_paper_has_the_code_of_the_event_and_says_what_may_not_be_chosen_twice() {
    let app = App::spawn();
    let event = app.hold().await;
    let mut lead = app.signed_in(event.created_by);
    for (query, said) in [
        ("", "Choose something other than what you chose at question 4."),
        ("?language=pl", "Wybierz coś innego niż w odpowiedzi na pytanie 4."),
    ] {
        lead.open(&format!("/engage/{}/form.pdf{query}", event.id.0)).await;
        assert_eq!((lead.status, lead.headers["content-type"].to_str().unwrap()), (200, "application/pdf"));
        let words = Reading::of(&lead.bytes).words().concat();
        for wanted in [said, &event.join_code, "/join", &event.title, &event.contact] {
            assert!(words.contains(&squeezed(wanted)), "{wanted}: {words}");
        }
    }
}
