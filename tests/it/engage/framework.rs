//! The outcome framework: what events say about it, and what an approver decided, citing it.

use diesel::prelude::*;
use saywell::domain::access::{Action, Role};
use saywell::store::comments;
use saywell::store::events::Event;
use saywell::store::ids::OrganisationId;
use saywell::store::schema::validations;
use saywell::store::stances::{self, Row};

use super::super::support::events::Said;
use super::super::support::{App, Browser, NOW};

const OUTCOME: &str = "/framework/outcomes/carers";
const INDICATOR: &str = "/framework/indicators/carer-quality-of-life";

/// An event at which two in three say the same of what matters, and everybody something else of the indicator.
pub async fn heard(app: &App, people: usize) -> Event {
    let event = app.hold().await;
    let said = Said {
        priorities: &["carers", "timely", "settled"],
        matters: Some("A break at weekends"),
        sense: &[("carer-quality-of-life", "yes", "")],
        may_publish: Some(true),
        ..Said::default()
    };
    let doubting = Said { sense: &[("carer-quality-of-life", "no", "")], ..said };
    let other = Said { priorities: &["timely", "carers"], sense: &[("carer-quality-of-life", "partly", "Too long")], ..Said::default() };
    for at in 0..people {
        let one = [other, said, doubting].into_iter().nth(at % 3).unwrap();
        app.answer(&event, one).await;
    }
    event
}

fn county(app: &App) -> OrganisationId {
    app.with_organisation("Example County", "commissioner")
}

/// Chooses, cites the first event, says why, and decides.
pub async fn decide(approver: &mut Browser, at: &str, (verdict, cite, why): (&str, bool, &str)) {
    approver.open(&format!("{at}/decide")).await.choose_code(verdict).fill("reason", why);
    if cite {
        let event = approver.controls().into_iter().find(|field| field.name == "events").unwrap().value;
        approver.choose_code(&event);
    }
    approver.press().await;
}

#[actix_web::test]
async fn every_outcome_and_indicator_is_listed_as_not_yet_validated() {
    let app = App::spawn();
    for role in [Role::EngagementLead, Role::CommissionerAnalyst, Role::CommissionerApprover] {
        let mut staff = app.staff(role, county(&app));
        staff.open("/staff").await.click("Outcome framework").await;
        let states = staff.texts_of("tbody td");
        let framework = &app.state.framework;
        assert_eq!(states.len(), framework.outcomes.len() + framework.indicators.len(), "{}", staff.words());
        assert!(states.iter().all(|state| state.contains("Not yet validated")));
    }
    let mut staff = app.staff(Role::CommissionerAnalyst, county(&app));
    staff.get("/framework/outcomes/none").await;
    assert_eq!(staff.status, 404);
    staff.get("/framework/decisions/7").await;
    assert_eq!(staff.status, 404);
}

#[actix_web::test]
async fn an_event_says_nothing_while_it_takes_answers_and_released_figures_afterwards() {
    let app = App::spawn();
    let event = heard(&app, 30).await;
    let mut analyst = app.staff(Role::CommissionerAnalyst, county(&app));
    analyst.open(OUTCOME).await;
    assert!(analyst.words().contains("No event that is over has anything to show"), "{}", analyst.words());
    let later = app.later(1);
    let mut analyst = later.staff(Role::CommissionerAnalyst, county(&later));
    analyst.open(OUTCOME).await;
    let words = analyst.words();
    assert!(words.contains(&event.title) && words.contains("About 30 people answered."), "{words}");
    assert!(words.contains("About 20 of 30 put it first.") && words.contains("Place 1 of 4"), "{words}");
    analyst.open(INDICATOR).await;
    assert!(analyst.words().contains("Yes: 10. Partly: 10. No: 10."), "{}", analyst.words());
}

#[actix_web::test]
async fn a_few_answers_are_no_evidence() {
    let app = App::spawn();
    heard(&app, 3).await;
    let later = app.later(1);
    let mut approver = later.staff(Role::CommissionerApprover, county(&later));
    approver.open(OUTCOME).await;
    assert!(approver.words().contains("No event that is over has anything to show"), "{}", approver.words());
    decide(&mut approver, OUTCOME, ("validated", false, "They said so")).await;
    assert_eq!((approver.status, approver.errors()[0].0.as_str()), (422, "#verdict"), "{}", approver.words());
    assert_eq!(later.audited(Action::FrameworkValidated).len(), 0);
}

#[actix_web::test]
async fn an_approver_validates_citing_what_was_said_and_it_is_kept_as_it_was_seen() {
    let app = App::spawn();
    let event = heard(&app, 30).await;
    let later = app.later(1);
    let mut approver = later.staff(Role::CommissionerApprover, county(&later));
    decide(&mut approver, INDICATOR, ("validated", false, "")).await;
    let at: Vec<String> = approver.errors().into_iter().map(|(at, _)| at).collect();
    assert_eq!((approver.status, at), (422, vec!["#events".to_owned(), "#reason".to_owned()]));
    decide(&mut approver, INDICATOR, ("validated", true, "One in three says yes")).await;
    assert!(approver.words().contains("Marked as validated") && approver.words().contains("Validated with patients and carers on"));
    approver.click(&format!("What was cited : {}", decided(&approver))).await;
    assert!(approver.words().contains("One in three says yes") && approver.words().contains("Sam Staff"), "{}", approver.words());
    assert!(approver.words().contains("Yes: 10. Partly: 10. No: 10."));
    // Somebody takes the event's answers away: the decision still says what was cited.
    let taken = |conn: &mut _| {
        let row = saywell::store::schema::events::table.find(event.id);
        diesel::update(row).set(saywell::store::schema::events::called_off_at.eq(Some(1_i64))).execute(conn)?;
        Ok(())
    };
    later.store().write_now("call off", taken).unwrap();
    let at = approver.path().to_owned();
    approver.open(&at).await;
    assert!(approver.words().contains("Yes: 10. Partly: 10. No: 10."));
    approver.open(INDICATOR).await;
    assert!(approver.words().contains("No event that is over"), "{}", approver.words());
    let line = &later.audited(Action::FrameworkValidated)[0];
    assert_eq!(line.subject, "indicator:carer-quality-of-life");
    approver.open("/framework").await;
    assert_eq!(approver.texts_of("tbody td").iter().filter(|state| state.contains("Validated with patients and carers on")).count(), 1);
    approver.open("/commissioner/indicators/carer-quality-of-life").await;
    assert!(approver.words().contains("Validated with patients and carers on"), "{}", approver.words());
}

/// What the newest decision on the page says.
fn decided(browser: &Browser) -> String {
    let links = browser.texts_of("main p a");
    links.into_iter().find_map(|text| text.strip_prefix("What was cited : ").map(str::to_owned)).unwrap()
}

#[actix_web::test]
async fn two_presses_decide_once_and_two_people_do_not_decide_past_each_other() {
    let app = App::spawn();
    heard(&app, 30).await;
    let later = app.later(1);
    let organisation = county(&later);
    let mut approver = later.staff(Role::CommissionerApprover, organisation);
    let mut other = later.staff(Role::CommissionerApprover, organisation);
    other.open(&format!("{OUTCOME}/decide")).await.choose_code("sent-back").fill("reason", "Ask again");
    approver.open(&format!("{OUTCOME}/decide")).await;
    let event = approver.controls().into_iter().find(|field| field.name == "events").unwrap().value;
    approver.choose_code("validated").choose_code(&event).fill("reason", "Most put it first");
    let mut again = approver.clone();
    approver.press().await;
    again.press().await;
    assert!(again.words().contains("Marked as validated"), "{}", again.words());
    other.press().await;
    assert_eq!(other.status, 422);
    assert!(other.words().contains("Somebody else has decided"), "{}", other.words());
    let count = |conn: &mut _| Ok(validations::table.count().get_result::<i64>(conn)?);
    assert_eq!(later.store().read_now("count", count).unwrap(), 1);
    decide(&mut other, OUTCOME, ("sent-back", false, "Ask younger carers too")).await;
    assert!(other.words().contains("it is to be asked again") && other.words().contains("Ask younger carers too"), "{}", other.words());
    assert_eq!(later.audited(Action::FrameworkSentBack).len(), 1);
}

#[actix_web::test]
async fn only_an_approver_who_showed_lately_who_they_are_decides() {
    let app = App::spawn();
    for role in [Role::EngagementLead, Role::CommissionerAnalyst] {
        let mut staff = app.staff(role, county(&app));
        staff.open(OUTCOME).await;
        assert!(!staff.body.contains("/decide"));
        staff.get(&format!("{OUTCOME}/decide")).await;
        assert_eq!(staff.status, 404);
    }
    let approver = app.staff(Role::CommissionerApprover, county(&app));
    let late = app.minutes_later(11);
    let mut approver = approver.at(late.at);
    approver.get(&format!("{OUTCOME}/decide")).await;
    assert!(approver.location().unwrap().starts_with("/account/confirm"), "{:?}", approver.location());
}

#[actix_web::test]
async fn comments_count_by_people_and_are_quoted_only_once_they_are_published() {
    let app = App::spawn();
    let event = heard(&app, 12).await;
    let by = app.with_staff("Cora Codes", &[]);
    let note = |tx: &mut _| {
        let all = saywell::store::moderation::queue(tx, &[event.id], saywell::store::moderation::Wanted::All, 50)?;
        for comment in all {
            let stance = if comment.link_id == "matters" { "supports" } else { "questions" };
            let row = Row {
                comment_id: comment.id,
                subject: "outcome".to_owned(),
                subject_key: "carers".to_owned(),
                stance: stance.to_owned(),
                noted_by: by,
                noted_at: NOW.micros(),
            };
            stances::put(tx, &row)?;
        }
        Ok(())
    };
    app.store().write_now("stances", note).unwrap();
    let later = app.later(1);
    let mut analyst = later.staff(Role::CommissionerAnalyst, county(&later));
    analyst.open(OUTCOME).await;
    let words = analyst.words();
    assert!(words.contains("About 10 people support it") && !words.contains("question it"), "{words}");
    assert!(!words.contains("weekends") && !words.contains("Too long"), "{words}");
    let published = later.store().read_now("published", |conn| comments::published(conn, event.id)).unwrap();
    assert!(published.is_empty());
    super::answers::release(&later, &event, "A break at [time]");
    analyst.open(OUTCOME).await;
    assert!(analyst.words().contains("A comment that supports it A break at [time]"), "{}", analyst.words());
}
