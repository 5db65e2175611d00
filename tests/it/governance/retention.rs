//! What goes by age alone, whoever it is about.

use saywell::domain::access::Role;
use saywell::retention;
use saywell::store::retention::Run;

use super::super::support::App;

const SURVEY: &str = "event-feedback";
/// Two years and a day.
const LATER: i64 = 732;

/// An open survey that somebody has answered in their own words.
async fn answered() -> (App, String) {
    let app = App::spawn();
    let mut somebody = app.patient();
    somebody.begin(SURVEY).await.answer_until("what-to-change").await;
    somebody.fill("What should we change?", "The room was cold").press().await.answer_all(&[]).await.press().await;
    let receipt = somebody.code();
    (app, receipt)
}

fn of(runs: &[Run], purpose: &str) -> Option<(i64, i64)> {
    runs.iter().find(|run| run.purpose == purpose).map(|run| (run.found, run.erased))
}

#[tokio::test]
async fn words_that_belong_to_nobodys_record_go_after_their_time_and_what_was_ticked_stays() {
    let (app, receipt) = answered().await;
    assert_eq!(of(&retention::run(&app.state, false).await.unwrap(), "open-answers"), None);
    let ticked = app.rows(SURVEY).iter().filter(|row| row.kind != "text" || row.derived).count();
    let later = app.later(LATER);
    assert_eq!(of(&retention::run(&later.state, true).await.unwrap(), "open-answers"), Some((1, 0)));
    assert_eq!(of(&retention::run(&later.state, false).await.unwrap(), "open-answers"), Some((1, 1)));
    assert_eq!(of(&retention::run(&later.state, false).await.unwrap(), "open-answers"), None);
    assert_eq!(later.rows(SURVEY).len(), ticked);
    let left = later.responses(SURVEY).remove(0);
    assert_eq!((left.status.as_str(), left.sealed_key, left.receipt_hash), ("submitted", None, None));
    let mut holder = later.patient();
    holder.post("/receipt", &[("code", &receipt)]).await;
    assert_eq!(holder.status, 422, "the receipt opens nothing any more");
}

#[tokio::test]
async fn what_would_go_by_age_is_counted_and_named_on_the_page() {
    let (app, _) = answered().await;
    let later = app.later(LATER);
    let mut officer = later.staff(Role::InformationGovernance, later.with_provider("Example Trust"));
    officer.open("/governance/retention").await.press().await;
    assert!(officer.words().contains("Answers to open surveys") && officer.words().contains("counted only"), "{}", officer.words());
}
