//! Not wanting to answer: what is kept of it, and that nothing more is asked.

use saywell::domain::access::Action;

use super::super::support::county::Care;
use super::super::support::{App, Browser, NOW};

fn asked_in(app: &App, programme: &'static str, survey: &str) -> String {
    let care = Care { programme, ..Care::with(app.with_provider("North Team")) };
    app.with_invitation(app.with_episode(&care), survey)
}

fn asked(app: &App) -> String {
    asked_in(app, "mental-health", "settled-accommodation")
}

async fn decline(browser: &mut Browser, token: &str, choice: &str) {
    browser.post(&format!("/i/{token}/decline"), &[("declining", choice)]).await;
}

#[tokio::test]
async fn not_this_time_ends_this_invitation_and_no_other() {
    let app = App::spawn();
    let token = asked(&app);
    let mut person = app.invited(&token).await;
    person.click("I do not want to answer").await.choose("I do not want to answer this time").press().await;
    assert_eq!((person.status, person.heading().as_str()), (200, "Thank you for telling us"));
    let kept = app.invitation(&token).invitation;
    assert_eq!((kept.declined_at, kept.next_at, app.stops(&token)), (Some(NOW.micros()), None, Vec::new()));
    let lines = app.audited(Action::AnswerDeclined);
    assert_eq!(
        (lines.len(), lines[0].actor.as_str(), lines[0].detail.as_str(), lines[0].network.as_str()),
        (1, "respondent", "not-now", "")
    );
}

#[tokio::test]
async fn who_thinks_better_of_it_can_answer_after_all() {
    let app = App::spawn();
    let token = asked(&app);
    decline(&mut app.patient(), &token, "not-now").await;
    let mut person = app.invited(&token).await;
    assert!(person.words().contains("If you change your mind, you can still answer."), "{}", person.words());
    person.set_out().await;
    assert_eq!(app.invitation(&token).invitation.declined_at, None);
    person.answer_all(&[]).await.press().await;
    assert_eq!(person.step(), "done");
}

#[tokio::test]
async fn who_wants_no_surveys_is_asked_nothing_more() {
    let app = App::spawn();
    let token = asked(&app);
    for _ in 0..2 {
        decline(&mut app.patient(), &token, "no-surveys").await;
    }
    assert_eq!(app.stops(&token), ["declined"], "said twice, noted once");
    assert!(app.invitation(&token).standing.why_not(app.state.clock.today()).is_some());
    let mut person = app.invited(&token).await;
    assert_eq!((person.status, person.heading().as_str()), (410, "Thank you for telling us"));
    person.post(&format!("/i/{token}"), &[]).await;
    assert_eq!((person.status, app.responses("settled-accommodation").len()), (410, 0));
}

#[tokio::test]
async fn a_sad_moment_is_met_with_sympathy_and_with_help() {
    let app = App::spawn();
    for (choice, reason) in [("bereavement", "bereavement"), ("died", "other"), ("other", "other")] {
        let token = asked(&app);
        let mut person = app.patient();
        decline(&mut person, &token, choice).await;
        assert_eq!((person.status, person.heading().as_str()), (200, "We are sorry"));
        assert!(person.words().contains("116 123"));
        assert_eq!(app.stops(&token), [reason]);
        assert_eq!(app.invitation(&token).person.died_day, None, "whoever holds a link sets no date of death");
    }
}

#[tokio::test]
async fn a_lost_baby_is_named_only_where_a_baby_was_expected() {
    let app = App::spawn();
    let mother = asked_in(&app, "maternity", "postnatal-wellbeing");
    let mut page = app.patient();
    assert!(page.open(&format!("/i/{mother}/decline")).await.words().contains("I have lost my baby"));
    assert!(!page.open(&format!("/i/{}/decline", asked(&app))).await.words().contains("I have lost my baby"));
    decline(&mut page, &mother, "baby-loss").await;
    assert_eq!(app.stops(&mother), ["baby-loss"]);
}

#[tokio::test]
async fn nothing_chosen_is_asked_again() {
    let app = App::spawn();
    let token = asked(&app);
    let mut person = app.patient();
    decline(&mut person, &token, "").await;
    assert_eq!((person.status, person.errors()[0].0.as_str()), (422, "#declining"));
    assert_eq!(app.invitation(&token).invitation.declined_at, None);
}

#[tokio::test]
async fn one_press_in_a_mail_program_stops_the_surveys_in_either_encoding() {
    let app = App::spawn();
    let form = ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click");
    let parts = (
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n",
    );
    for (kind, body) in [form, parts] {
        let token = asked(&app);
        let mut program = app.patient();
        program.post_bytes(&format!("/i/{token}/decline"), kind, body.as_bytes().to_vec()).await;
        assert_eq!((program.status, app.stops(&token)), (200, vec!["declined".to_owned()]));
    }
}

#[tokio::test]
async fn a_link_says_kindly_when_nothing_is_asked_any_more() {
    let app = App::spawn();
    let token = asked(&app);
    app.note_death(&token);
    let person = app.invited(&token).await;
    assert_eq!((person.status, person.heading().as_str()), (410, "You do not need to answer this survey any more"));
    assert!(!person.words().contains("died"), "whoever opens it is told nothing about anybody");
    let closed = asked_in(&app, "mental-health", "employment");
    app.set_survey("employment", "closed");
    assert_eq!(app.invited(&closed).await.heading(), "This survey is closed");
}
