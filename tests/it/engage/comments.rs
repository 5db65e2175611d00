//! What people say at events in their own words: gathered as it is sent, read by those who may, published in the very wording that
//! somebody looked at, and gone as soon as it is taken back.

use diesel::prelude::*;
use saywell::domain::access::{Action, Role};
use saywell::domain::survey::{Given, LinkId, Value};
use saywell::store::answers;
use saywell::store::comments::{self, Comment};
use saywell::store::events::Event;
use saywell::store::ids::{CommentId, OrganisationId, ResponseId};
use saywell::store::responses::Response;
use saywell::store::schema::{comment_redactions, comments as rows};
use saywell::store::{Conn, moderation, responses};
use saywell::{jobs, retention};

use super::super::support::events::Said;
use super::super::support::{App, Browser};

const LIST: &str = "/engage/comments";
const NAMED: &str = "Nurse Okafor was rude. Ring me on 07700 900123, I am Zofia.";
const CLEARED: &str = "Nurse [name] was rude. Ring me on [telephone number], I am [name].";
const REASON: &str = "It is about one family.";

fn agreed(matters: &str) -> Said<'_> {
    Said { matters: Some(matters), may_publish: Some(true), respondent: "carer", ..Said::default() }
}

/// An event at which somebody said that, and one who reads its comments.
async fn said(words: &str) -> (App, Event, Browser) {
    let app = App::spawn();
    let event = app.hold().await;
    app.answer(&event, agreed(words)).await;
    let reader = app.staff(Role::EngagementLead, event.organisation_id);
    (app, event, reader)
}

fn all(app: &App) -> Vec<Comment> {
    app.store().read_now("comments", |conn: &mut Conn| Ok(rows::table.order((rows::created_at, rows::id)).load(conn)?)).unwrap()
}

fn address(app: &App) -> String {
    format!("{LIST}/{}", all(app)[0].id.0)
}

/// What everybody may read.
fn published(app: &App, event: &Event) -> Vec<String> {
    let (id, words) = (event.id, app.state.words());
    let rows = app.store().read_now("published", |conn| comments::published(conn, id)).unwrap();
    rows.iter().map(|row| words.published(row).unwrap().unwrap()).collect()
}

/// Looks at the wording and publishes it.
async fn publish(reader: &mut Browser, page: &str) {
    reader.open(page).await.press().await;
    assert_eq!((reader.status, reader.heading().ends_with("Wording to be published")), (200, true), "{}", reader.words());
    reader.press().await;
    assert_eq!((reader.status, reader.path()), (200, page), "{:?}", reader.errors());
}

#[tokio::test]
async fn each_answer_in_free_text_is_a_comment_and_nothing_else_is() {
    let app = App::spawn();
    let event = app.hold().await;
    let sense = [("settled-accommodation", "partly", "It says nothing about heating.")];
    let said = Said { missing: Some("Sleep"), sense: &sense, postcode: Some("OX1"), ..agreed("A quiet home") };
    app.answer(&event, said).await;
    app.answer(&event, Said { matters: Some("Work"), may_publish: Some(false), ..Said::default() }).await;
    app.answer(&event, Said { priorities: &["settled"], ..Said::default() }).await;
    let kept: Vec<(String, bool, String)> =
        all(&app).into_iter().map(|comment| (comment.link_id, comment.may_publish, comment.status)).collect();
    let of = |link: &str, may: bool| (link.to_owned(), may, "waiting".to_owned());
    let mut expected = [of("matters", true), of("missing", true), of("sense.settled-accommodation.why", true), of("matters", false)];
    expected.sort();
    let mut kept = kept;
    kept.sort();
    assert_eq!(kept, expected);
}

#[tokio::test]
async fn answers_to_a_survey_that_is_no_events_make_no_comment() {
    let app = App::spawn();
    let mut somebody = app.patient();
    somebody.begin("event-feedback").await.answer_until("what-to-change").await;
    somebody.fill("What should we change?", "I want to die").press().await.answer_all(&[]).await.press().await;
    assert!(all(&app).is_empty() && app.alerts().is_empty());
}

#[tokio::test]
async fn a_comment_that_names_a_nurse_is_published_without_the_name_and_only_after_the_wording_was_seen() {
    let (app, event, mut reader) = said(NAMED).await;
    let page = address(&app);
    reader.open(LIST).await;
    assert!(!reader.words().contains("Okafor") && reader.words().contains("They agreed"), "{}", reader.words());
    let link = reader.attributes("tbody a", "href").remove(0);
    reader.open(&link).await;
    assert!(reader.words().contains(NAMED) && reader.words().contains("A carer, about themselves"), "{}", reader.words());
    for tick in ["Okafor (name, almost certain)", "07700 900123 (telephone number, almost certain)"] {
        assert!(reader.words().contains(tick), "{tick}: {}", reader.words());
    }
    assert!(!reader.title().contains("Okafor"));
    reader.press().await;
    assert!(reader.words().contains(CLEARED) && !reader.body.contains("Okafor"), "{}", reader.words());
    assert!(published(&app, &event).is_empty(), "looking publishes nothing");
    reader.press().await;
    assert_eq!((reader.status, reader.path()), (200, page.as_str()));
    assert_eq!(published(&app, &event), [CLEARED]);
    let comment = all(&app).remove(0);
    assert!(comment.sealed.is_some_and(|sealed| !sealed.contains("rude")), "the wording is kept sealed");
    let log = |conn: &mut Conn| moderation::redactions(conn, comment.id);
    let log = app.store().read_now("log", log).unwrap();
    let log: Vec<(i32, i32, &str)> = log.iter().map(|(start, length, category)| (*start, *length, category.as_str())).collect();
    assert_eq!(log, [(6, 6, "name"), (34, 12, "phone"), (53, 5, "name")]);
    let line = app.audited(Action::CommentPublished).remove(0);
    assert_eq!((line.detail.as_str(), line.subject), ("taken out: 1 phone, 2 name", format!("comment:{}", comment.id.0)));
    assert!(!app.audited(Action::CommentViewed).is_empty() && !app.audited(Action::CommentsListed).is_empty());
}

#[tokio::test]
async fn what_stands_in_the_place_of_a_name_is_in_the_language_of_the_words() {
    let app = App::spawn();
    let event = app.hold().await;
    app.answer(&event, Said { language: "pl", ..agreed("pielęgniarka Kowalska była niemiła") }).await;
    let mut reader = app.staff(Role::EngagementLead, event.organisation_id);
    publish(&mut reader, &address(&app)).await;
    assert_eq!(published(&app, &event), ["pielęgniarka [imię lub nazwisko] była niemiła"]);
}

#[tokio::test]
async fn somebody_decides_what_stays_and_names_what_the_program_overlooked() {
    let (app, event, mut reader) = said("Grace helped. My twins have kleefstra syndrome, and Kleefstra is rare.").await;
    let page = address(&app);
    reader.open(&page).await.fill("words", "kleefstra\nsyndrom").fill("category", "other").press().await;
    assert_eq!(reader.status, 422);
    assert!(reader.errors()[0].1.contains("syndrom"), "{:?}", reader.errors());
    reader.fill("words", "Kleefstra").press().await;
    assert!(reader.words().contains("My twins have [taken out] syndrome, and [taken out] is rare."), "{}", reader.words());
    let keep_grace: Vec<(String, String)> =
        reader.controls().into_iter().filter(|control| control.name != "cut").map(|control| (control.name, control.value)).collect();
    let fields: Vec<(&str, &str)> = keep_grace.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    reader.post(&format!("{page}/publish"), &fields).await;
    assert!(published(&app, &event).is_empty(), "another wording than the one that was looked at");
    assert!(reader.words().contains("Look at it again") && reader.words().contains("Grace helped"), "{}", reader.words());
    reader.press().await;
    assert_eq!(published(&app, &event), ["Grace helped. My twins have [taken out] syndrome, and [taken out] is rare."]);
}

#[tokio::test]
async fn going_back_to_change_keeps_what_was_chosen() {
    let (app, _, mut reader) = said(NAMED).await;
    let page = address(&app);
    reader.open(&page).await.fill("words", "rude").fill("category", "other").press().await;
    let mut fields: Vec<(String, String)> = reader.controls().into_iter().map(|control| (control.name, control.value)).collect();
    fields.retain(|(_, value)| !value.starts_with("phone"));
    fields.push(("change".to_owned(), "1".to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    reader.post(&format!("{page}/preview"), &fields).await;
    let controls = reader.controls();
    let of = |start: &str| controls.iter().find(|control| control.value.starts_with(start)).map(|control| control.chosen);
    assert_eq!((reader.status, of("phone:"), of("name:6")), (200, Some(false), Some(true)));
    assert!(controls.iter().any(|control| control.name == "words" && control.value == "rude"));
}

#[tokio::test]
async fn words_that_may_not_be_published_never_are() {
    let app = App::spawn();
    let event = app.hold().await;
    app.answer(&event, Said { matters: Some("Quiet"), may_publish: Some(false), ..Said::default() }).await;
    let mut reader = app.staff(Role::EngagementLead, event.organisation_id);
    let page = address(&app);
    reader.open(&page).await;
    assert!(reader.words().contains("They did not agree") && !reader.words().contains("See the wording"), "{}", reader.words());
    for deed in ["preview", "publish"] {
        reader.open(&page).await;
        let fields: Vec<(String, String)> = reader.controls().into_iter().map(|control| (control.name, control.value)).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        reader.post(&format!("{page}/{deed}"), &fields).await;
        assert_eq!(reader.status, 404, "{deed}");
    }
    let decision = moderation::Decision { status: comments::PUBLISHED, sealed: Some("x".to_owned()), by: event.created_by, at: 1 };
    let (id, write) = (all(&app)[0].id, app.store());
    assert!(!write.write_now("publish", |tx| moderation::decide(tx, id, 0, &decision)).unwrap(), "not by any other way either");
    deed(&mut reader, &page, "keep-back", &[]).await;
    assert_eq!((reader.status, all(&app)[0].status.as_str()), (200, "kept-back"));
}

/// Sends one of the forms of a page.
async fn deed(reader: &mut Browser, page: &str, what: &str, typed: &[(&str, &str)]) {
    reader.open(page).await;
    let mut fields: Vec<(String, String)> = reader.controls().into_iter().map(|control| (control.name, control.value)).collect();
    fields.retain(|(name, _)| name == "token" || name == "revision");
    let sent = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(typed.iter().copied());
    let sent: Vec<(&str, &str)> = sent.collect();
    reader.post(&format!("{page}/{what}"), &sent).await.follow().await;
}

#[tokio::test]
async fn a_comment_is_kept_back_with_a_reason_and_disappears_though_it_was_published() {
    let (app, event, mut reader) = said(NAMED).await;
    let page = address(&app);
    publish(&mut reader, &page).await;
    deed(&mut reader, &page, "keep-back", &[("reason", " ")]).await;
    assert_eq!((reader.status, published(&app, &event).len()), (422, 1));
    deed(&mut reader, &page, "keep-back", &[("reason", REASON)]).await;
    assert_eq!(reader.status, 200);
    assert!(published(&app, &event).is_empty() && all(&app)[0].sealed.is_none());
    assert_eq!(app.audited(Action::CommentKeptBack)[0].reason, REASON);
    reader.open(&format!("{LIST}?status=kept-back")).await;
    assert_eq!(reader.attributes("tbody a", "href"), [page]);
}

#[tokio::test]
async fn of_two_who_decide_at_once_the_second_is_shown_what_the_first_decided() {
    let (app, event, mut first) = said(NAMED).await;
    let (page, mut second) = (address(&app), app.staff(Role::EngagementLead, event.organisation_id));
    second.open(&page).await.press().await;
    publish(&mut first, &page).await;
    second.press().await;
    assert_eq!(second.status, 422);
    assert!(second.errors()[0].1.contains("Somebody else decided") && second.words().contains("What everybody reads now"));
    assert_eq!(app.audited(Action::CommentPublished).len(), 1);
}

#[tokio::test]
async fn what_is_taken_back_disappears_from_every_page_at_once() {
    let app = App::spawn();
    let event = app.hold().await;
    let receipt = app.answer(&event, agreed(NAMED)).await;
    let mut reader = app.staff(Role::EngagementLead, event.organisation_id);
    let page = address(&app);
    publish(&mut reader, &page).await;
    app.patient().post("/receipt/withdraw", &[("code", &receipt)]).await.press().await;
    assert!(all(&app).is_empty() && published(&app, &event).is_empty());
    let redactions = |conn: &mut Conn| Ok(comment_redactions::table.count().get_result::<i64>(conn)?);
    assert_eq!(app.store().read_now("redactions", redactions).unwrap(), 0);
    reader.open(&page).await;
    assert_eq!(reader.status, 404);
}

#[tokio::test]
async fn comments_go_with_the_words_when_their_time_is_over() {
    let (app, event, mut reader) = said(NAMED).await;
    publish(&mut reader, &address(&app)).await;
    let later = app.later(732);
    retention::run(&later.state, false).await.unwrap();
    assert!(all(&app).is_empty() && published(&app, &event).is_empty());
}

#[tokio::test]
async fn words_that_may_mean_danger_reach_the_team_of_the_event_at_once_and_stand_first_in_the_queue() {
    let app = App::spawn();
    let event = app.hold().await;
    app.answer(&event, agreed("More buses")).await;
    app.answer(&event, agreed("Some days I want to die")).await;
    let alert = app.alerts().remove(0);
    assert_eq!((alert.link_id.as_str(), alert.organisation_id), ("matters", Some(event.alert_organisation_id)));
    let mut team = app.staff(Role::CareCoordinator, event.alert_organisation_id);
    team.open(&format!("/provider/alerts/{}", alert.response_id.0)).await;
    assert!(team.words().contains("Some days I want to die"), "{}", team.words());
    jobs::turn(&app.state).await;
    assert_eq!(app.letters().len(), 1, "by email");
    let mut reader = app.staff(Role::EngagementLead, event.organisation_id);
    reader.open(LIST).await;
    assert_eq!(reader.texts_of("tbody strong").len(), 1);
    let concern = all(&app).into_iter().find(|comment| comment.concern.is_some()).unwrap();
    assert_eq!(reader.attributes("tbody a", "href")[0], format!("{LIST}/{}", concern.id.0));
    let page = format!("{LIST}/{}", concern.id.0);
    deed(&mut reader, &page, "concern", &[("deed", "dismiss"), ("why", "It is a line of a song.")]).await;
    assert_eq!((reader.status, app.audited(Action::ConcernDismissed).len()), (200, 1));
    reader.open(&format!("{LIST}?status=concern")).await;
    assert!(reader.words().contains("No comment is marked as a possible risk"), "{}", reader.words());
    assert_eq!(app.alerts().len(), 1, "the team decides about its alert itself");
}

#[tokio::test]
async fn whoever_reads_a_comment_can_raise_a_concern_once() {
    let (app, event, mut reader) = said("She sits in the dark all day.").await;
    let page = address(&app);
    assert!(app.alerts().is_empty());
    deed(&mut reader, &page, "concern", &[("why", REASON)]).await;
    assert_eq!(reader.errors().len(), 1);
    deed(&mut reader, &page, "concern", &[("deed", "raise"), ("why", "It may be neglect.")]).await;
    deed(&mut reader, &page, "concern", &[("deed", "raise"), ("why", "It may be neglect.")]).await;
    let alerts = app.alerts();
    assert_eq!((alerts.len(), alerts[0].organisation_id), (1, Some(event.alert_organisation_id)));
    assert_eq!(app.audited(Action::ConcernRaised)[0].reason, "It may be neglect.");
    let mut team = app.staff(Role::CareCoordinator, event.alert_organisation_id);
    team.open(&format!("/provider/alerts/{}", alerts[0].response_id.0)).await;
    assert!(team.words().contains("She sits in the dark") && team.words().contains("It may be neglect."), "{}", team.words());
    assert!(app.alert_notes().iter().all(|sealed| !sealed.contains("neglect")));
}

#[tokio::test]
async fn every_comment_can_be_reached_however_many_there_are() {
    let (app, event, mut reader) = said("Buses").await;
    let (one, version) = (all(&app).remove(0), app.responses(&event.survey_key()).remove(0));
    let more = |tx: &mut Conn| {
        for at in 1..=220 {
            let id = ResponseId(version.id.0 + at);
            let response = Response { id, resume_hash: format!("resume-{at}"), receipt_hash: None, ..version.clone() };
            responses::add(tx, &response)?;
            let comment = Comment { id: CommentId(one.id.0 + at), response_id: id, status: "published".to_owned(), ..one.clone() };
            diesel::insert_into(rows::table).values(&comment).execute(tx)?;
        }
        Ok(())
    };
    app.store().write_now("more", more).unwrap();
    reader.open(&format!("{LIST}?event={}&status=published", event.id.0)).await;
    let mut seen = Vec::new();
    for many in [100, 100, 20] {
        let links = reader.attributes("tbody a", "href");
        assert_eq!(links.len(), many, "{}", reader.words());
        seen.extend(links);
        if many == 100 {
            reader.click("The comments after these").await;
        }
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 220);
    assert!(reader.words().contains("These are 201 to 220 of 220") && !reader.words().contains("after these"), "{}", reader.words());
    reader.click("The comments before these").await;
    assert!(reader.words().contains("These are 101 to 200 of 220"), "{}", reader.words());
    for odd in ["-1", "x", "99999999999999999999", "100000"] {
        reader.open(&format!("{LIST}?status=published&from={odd}")).await;
        assert_eq!(reader.status, 200, "{odd}");
    }
}

/// Somebody of the team looks at an alert, says what they did, and so acknowledges it.
async fn acknowledge(app: &App, event: &Event) {
    let mut team = app.staff(Role::CareCoordinator, event.alert_organisation_id);
    let alert = app.alerts().into_iter().find(|alert| alert.acknowledged_at.is_none()).unwrap();
    team.open(&format!("/provider/alerts/{}", alert.response_id.0)).await.fill("What you did", "I rang.").press().await;
    assert!(team.words().contains("You acknowledged this alert"), "{}", team.words());
}

#[tokio::test]
async fn a_concern_that_is_raised_after_the_team_was_done_with_the_alert_reaches_the_team_again() {
    let (app, event, mut reader) = said("Some days I want to die").await;
    jobs::turn(&app.state).await;
    acknowledge(&app, &event).await;
    let later = app.minutes_later(60);
    deed(&mut reader, &address(&app), "concern", &[("deed", "raise"), ("why", "She said it again at the door.")]).await;
    assert_eq!(reader.status, 200);
    let alerts = app.alerts();
    assert_eq!((alerts.len(), alerts[0].acknowledged_at), (1, None), "open again");
    jobs::turn(&later.state).await;
    assert_eq!(later.letters().len(), 1, "the team is told again");
    acknowledge(&later, &event).await;
}

#[tokio::test]
async fn a_concern_about_another_comment_of_the_same_answers_opens_the_case_again() {
    let app = App::spawn();
    let event = app.hold().await;
    app.answer(&event, Said { missing: Some("She sits in the dark."), ..agreed("Some days I want to die") }).await;
    acknowledge(&app, &event).await;
    let mut reader = app.staff(Role::EngagementLead, event.organisation_id);
    let other = all(&app).into_iter().find(|comment| comment.link_id == "missing").unwrap();
    deed(&mut reader, &format!("{LIST}/{}", other.id.0), "concern", &[("deed", "raise"), ("why", "It may be neglect.")]).await;
    assert_eq!(app.alerts().len(), 2);
    acknowledge(&app, &event).await;
    assert!(app.alerts().iter().all(|alert| alert.acknowledged_at.is_some()));
}

#[tokio::test]
async fn comments_of_other_peoples_events_are_refused() {
    let (app, event, _) = said(NAMED).await;
    let mut stranger: Browser = app.staff(Role::EngagementLead, app.with_organisation("Elsewhere", "commissioner"));
    for refused in [address(&app), format!("{LIST}/{}", CommentId(1).0), format!("{LIST}?event={}", event.id.0), format!("{LIST}/x")] {
        stranger.open(&refused).await;
        assert_eq!(stranger.status, 404, "{refused}");
    }
    stranger.open(LIST).await;
    assert!(stranger.words().contains("No comment waits for a decision"), "{}", stranger.words());
    assert_eq!(app.audited(Action::Refused).len(), 4);
    let team: OrganisationId = event.alert_organisation_id;
    let mut nobody = app.staff(Role::CareCoordinator, team);
    nobody.open(LIST).await;
    assert_eq!(nobody.status, 404);
}

#[tokio::test]
async fn a_comment_of_forty_thousand_characters_is_read_and_published() {
    let (app, event, mut reader) = said("Short.").await;
    let comment = all(&app).remove(0);
    let words = Value::Text("Nurse Okafor and Zofia helped at Willow Ward. ".repeat(870));
    let response = app.responses(&event.survey_key()).remove(0);
    let sealed = app.state.words().of(&response).unwrap().sealed(&Given::Values(vec![words])).unwrap();
    let link = LinkId::parse(&comment.link_id).unwrap();
    app.store().write_now("say", |tx| answers::put(tx, comment.survey_id, comment.response_id, &link, &sealed)).unwrap();
    publish(&mut reader, &address(&app)).await;
    let wording = published(&app, &event).remove(0);
    assert!(!wording.contains("Okafor") && !wording.contains("Zofia") && wording.matches("[name]").count() == 1740);
}
