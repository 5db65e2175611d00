//! Papers, typed twice: what agrees is sent, what differs is shown and settled.

use jiff::civil::date;
use saywell::domain::access::{Action, Role};
use saywell::secret::Purpose;
use saywell::store::days::day;
use saywell::store::schema::transcriptions;

use diesel::prelude::*;

use super::super::support::{App, Browser, NOW};
use super::entering::Patient;

/// A paper about work of somebody who has paid work, filled in on 10 November.
const PAPER: [(&str, &str); 6] = [("date", "10 11 2026"), ("who", "1"), ("q1", "1"), ("q2", "3"), ("q3", "1, 3"), ("q5", "7")];

impl Patient {
    /// Types the paper with these changes, and sends the form.
    async fn types(&self, browser: &mut Browser, changes: &[(&str, &str)]) {
        browser.open(&self.at("transcribe")).await;
        for (field, line) in PAPER.iter().filter(|(field, _)| !changes.iter().any(|(other, _)| other == field)).chain(changes) {
            browser.fill(field, line);
        }
        browser.press().await;
    }
}

fn passes(app: &App) -> i64 {
    app.database.store(1).read_now("passes", |conn| Ok(transcriptions::table.count().get_result(conn)?)).unwrap()
}

#[tokio::test]
async fn a_paper_is_found_by_its_code_typed_twice_and_sent_when_both_agree() {
    let patient = Patient::asked("employment");
    let (mut one, mut other) = (patient.coordinator("Wanda Works"), patient.coordinator("Otto Other"));
    let code = patient.app.state.secret.code(Purpose::Spoken, patient.invitation).to_string();
    one.open("/provider/paper").await.press().await;
    assert_eq!((one.status, one.errors().len()), (422, 1));
    one.fill("Code on the paper", &code.to_lowercase()).press().await;
    assert_eq!(
        (one.path(), one.heading().as_str()),
        (patient.at("transcribe").as_str(), "Work and what you do Type the paper of Zofia Nowak")
    );
    patient.types(&mut one, &[]).await;
    assert!(one.words().contains("This is the second time.") && one.words().contains("You typed this paper the first time."));
    assert_eq!(passes(&patient.app), 1);
    assert!(patient.app.rows("employment").is_empty(), "nothing is sent yet");
    other.open(&patient.at("transcribe")).await;
    assert!(other.controls().iter().filter(|one| one.kind == "text").all(|one| one.value.is_empty()), "the first pass is not shown");
    patient.types(&mut other, &[]).await;
    assert_eq!((other.step(), other.heading().as_str()), ("sent", "The answers have been sent"));
    let receipt = other.code();
    assert!(!receipt.is_empty());
    // With the receipt and the month of birth, somebody else of the staff would see the answers.
    for address in [patient.at("transcribe") + "/sent", other.address.clone()] {
        one.open(&address).await;
        assert!(one.words().contains("Answers to this have been sent already."), "{address}: {}", one.words());
    }
    other.open(&other.address.clone()).await;
    assert_eq!(other.code(), receipt, "who sent it sees it again");
    let kept = &patient.app.responses("employment")[0];
    assert_eq!((kept.mode.as_str(), kept.assistance.as_deref(), kept.status.as_str()), ("paper", Some("transcribed"), "submitted"));
    assert_eq!((kept.respondent.as_str(), kept.answered_day), ("self", Some(day(date(2026, 11, 10)))));
    assert_eq!(passes(&patient.app), 0);
    let rows = patient.app.rows("employment");
    let values = |id: &str| rows.iter().filter(|row| row.link_id == id).map(|row| row.value.clone()).collect::<Vec<_>>();
    assert_eq!(
        (values("employment-status"), values("meaningful-role")),
        (vec!["01".to_owned()], vec!["education".to_owned(), "volunteering".to_owned()])
    );
    assert_eq!(values("has-meaningful-role"), ["Y"]);
    assert_eq!((patient.app.audited(Action::PaperTyped).len(), patient.app.audited(Action::AnswersEntered).len()), (1, 1));
}

#[tokio::test]
async fn what_differs_is_shown_without_saying_which_is_right_and_sent_as_it_was_settled() {
    let patient = Patient::asked("employment");
    let (mut one, mut other) = (patient.coordinator("Wanda Works"), patient.coordinator("Otto Other"));
    patient.types(&mut one, &[]).await;
    patient.types(&mut other, &[("q2", "4"), ("date", "11/11/2026")]).await;
    assert_eq!((other.step(), passes(&patient.app)), ("differences", 2));
    assert!(other.controls().iter().all(|option| !option.chosen), "nothing is chosen beforehand");
    let labels: Vec<String> = other.controls().into_iter().map(|option| option.label).filter(|label| label.contains("November")).collect();
    assert_eq!(labels, ["10 November 2026", "11 November 2026"]);
    assert!(!other.words().contains("Wanda") && !other.words().contains("Otto"), "{}", other.words());
    other.choose("11 November 2026").press().await;
    assert_eq!((other.status, other.errors().len()), (422, 1));
    other.choose("11 November 2026");
    let first = other.controls().into_iter().find(|option| option.name == "d2" && option.value == "1").unwrap();
    other.choose(&first.label).press().await;
    assert_eq!(other.step(), "sent", "{}", other.words());
    let kept = &patient.app.responses("employment")[0];
    assert_eq!(kept.answered_day, Some(day(date(2026, 11, 11))));
    let rows = patient.app.rows("employment");
    assert_eq!(rows.iter().find(|row| row.link_id == "weekly-hours").unwrap().value, "03");
    assert_eq!(passes(&patient.app), 0);
}

#[tokio::test]
async fn where_neither_is_right_the_paper_is_typed_from_the_beginning() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    patient.types(&mut staff, &[]).await;
    patient.types(&mut staff, &[("q2", "4")]).await;
    staff.choose("Neither: the paper has to be typed again, twice").press().await;
    assert_eq!(staff.path(), patient.at("transcribe"));
    assert!(!staff.words().contains("second time"), "{}", staff.words());
    assert_eq!((passes(&patient.app), patient.app.responses("employment").len()), (0, 0));
}

/// What is typed, and the fields where something is wrong.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

#[tokio::test]
async fn a_paper_is_held_against_the_same_rules_and_everything_wrong_is_told_at_once() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    let cases: [Case<'_>; 7] = [
        (&[("q2", "9"), ("q3", "1 9")], &["q2", "q3"]),
        (&[("q1", "2")], &["q2"]),
        (&[("q1", ""), ("q2", "")], &["q1"]),
        (&[("date", "23 11 2026")], &["date"]),
        (&[("date", "1 11 2026")], &["date"]),
        (&[("date", "soon"), ("who", "3")], &["date", "who"]),
        (&[("who", "2")], &["relationship"]),
    ];
    for (changes, fields) in cases {
        patient.types(&mut staff, changes).await;
        let wrong: Vec<String> = staff.errors().into_iter().map(|(field, _)| field.trim_start_matches('#').to_owned()).collect();
        assert_eq!((staff.status, wrong.iter().map(String::as_str).collect::<Vec<_>>()), (422, fields.to_vec()), "{changes:?}");
    }
    let kept = staff.controls().into_iter().find(|control| control.name == "q3").unwrap();
    assert_eq!(kept.value, "1, 3", "what was typed is kept");
    assert_eq!(passes(&patient.app), 0);
}

#[tokio::test]
async fn a_daughter_who_filled_the_paper_in_is_recorded_with_what_she_is_to_her() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    for _ in 0..2 {
        patient.types(&mut staff, &[("who", "2"), ("relationship", "2")]).await;
    }
    let kept = &patient.app.responses("employment")[0];
    assert_eq!((kept.respondent.as_str(), kept.relationship.as_deref()), ("proxy", Some("child")));
}

#[tokio::test]
async fn a_second_press_of_the_button_is_not_the_second_time() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    staff.open(&patient.at("transcribe")).await;
    for (field, line) in PAPER {
        staff.fill(field, line);
    }
    let mut twice = staff.clone();
    staff.press().await;
    twice.press().await;
    assert!(twice.words().contains("This is the second time."), "{}", twice.words());
    assert_eq!(passes(&patient.app), 1);
}

#[tokio::test]
async fn a_paper_that_comes_after_the_answer_was_sent_is_not_taken() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    patient.types(&mut staff, &[]).await;
    let mut phone = patient.app.invited(&patient.link).await;
    phone.set_out().await.answer_all(&[]).await.press().await;
    assert_eq!(phone.step(), "done");
    staff.open(&patient.at("transcribe")).await;
    assert!(staff.words().contains("Answers to this have been sent already."), "{}", staff.words());
    staff.open(&format!("{}/differences", patient.at("transcribe"))).await;
    assert!(staff.words().contains("Answers to this have been sent already."), "{}", staff.words());
}

#[tokio::test]
async fn a_code_finds_no_paper_of_another_provider() {
    let patient = Patient::asked("employment");
    let elsewhere = patient.app.with_provider("South Team");
    let mut stranger = patient.app.staff(Role::CareCoordinator, elsewhere);
    let code = patient.app.state.secret.code(Purpose::Spoken, patient.invitation).to_string();
    stranger.open("/provider/paper").await.fill("Code on the paper", &code).press().await;
    assert_eq!((stranger.status, stranger.errors().len()), (422, 1));
    stranger.get(&patient.at("transcribe")).await;
    assert_eq!(stranger.status, 404);
}

#[tokio::test]
async fn a_paper_that_is_never_typed_again_is_swept_away() {
    let patient = Patient::asked("employment");
    let mut staff = patient.coordinator("Wanda Works");
    patient.types(&mut staff, &[]).await;
    let later = NOW.plus_days(31).micros();
    assert_eq!(patient.app.store().write_now("sweep", |tx| saywell::store::responses::sweep(tx, later)).unwrap(), 1);
    assert_eq!((passes(&patient.app), patient.app.responses("employment").len()), (0, 0));
}
