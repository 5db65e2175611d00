//! One person, one step: what is done, and what is not.

use jiff::civil::{Date, date};
use saywell::domain::care::demographics::Demographics;
use saywell::domain::care::stop::Reason;
use saywell::secret::{Purpose, token_hash};
use saywell::store::ids::{EpisodeId, OrganisationId, PersonId};
use saywell::store::{cells, schedule_starts};

use super::super::support::App;
use super::super::support::county::Care;
use super::people::{london, moment, reachable};

/// A Sunday, on which the schedules of mental health write to nobody.
const TODAY: Date = date(2026, 11, 22);
const NOW: &str = "2026-11-22T10:00:00Z";

/// A provider that asks where people live, and somebody who is due today.
fn due_today(record: &Demographics) -> (App, OrganisationId, EpisodeId, PersonId) {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    app.ask_by(provider, "settled-accommodation", TODAY);
    let (episode, person) = app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(provider) }, record);
    (app, provider, episode, person)
}

/// Why and until when nobody was asked.
fn reasons(app: &App) -> Vec<(String, bool)> {
    app.asked().into_iter().map(|row| (row.not_asked.unwrap_or_default(), row.next_at.is_some())).collect()
}

#[tokio::test]
async fn whoever_is_due_is_asked_once_and_not_on_a_sunday() {
    let (app, ..) = due_today(&reachable());
    for _ in 0..3 {
        app.round(NOW).await;
    }
    let (asked, outbox) = (app.asked(), app.outbox());
    assert_eq!((asked.len(), outbox.len()), (1, 1));
    let (row, message) = (&asked[0], &outbox[0]);
    assert_eq!((row.timepoint.as_str(), row.channel.as_deref()), ("baseline", Some("email")));
    assert_eq!((london(message.due_at), london(row.expires_at)), ("2026-11-23 08:00".to_owned(), "2026-12-20 00:00".to_owned()));
    let secret = &app.state.secret;
    assert_eq!(row.token_hash, Some(token_hash(&secret.link_token(row.id.0))));
    assert_eq!(row.code_hash, Some(secret.code_hash(Purpose::Spoken, &secret.code(Purpose::Spoken, row.id.0))));
}

#[tokio::test]
async fn who_is_asked_counts_as_asked_and_who_is_not_does_not() {
    let (app, provider, ..) = due_today(&reachable());
    let (_, gone) = app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(provider) }, &reachable());
    app.died(gone, date(2026, 11, 21));
    app.count_anew();
    app.round(NOW).await;
    let before = app.store().read_now("cells", cells::all).unwrap();
    let asked = before.iter().filter(|((indicator, ..), _)| indicator == "response:settled-accommodation@1");
    assert!(asked.clone().count() > 0 && asked.clone().all(|(_, sums)| sums[1].abs() == 1), "{:?}", asked.collect::<Vec<_>>());
    app.count_anew();
    assert_eq!(before, app.store().read_now("cells", cells::all).unwrap());
}

#[tokio::test]
async fn two_planners_at_once_ask_nobody_twice() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    app.ask_by(provider, "settled-accommodation", TODAY);
    for _ in 0..30 {
        app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(provider) }, &reachable());
    }
    let (one, mut other) = (app.at(moment(NOW)), app.at(moment(NOW)));
    other.store = app.database.store(2);
    let (first, second) = tokio::join!(saywell::jobs::asking::round(&one), saywell::jobs::asking::round(&other));
    first.and(second).unwrap();
    assert_eq!((app.asked().len(), app.outbox().len()), (30, 30));
}

#[tokio::test]
async fn a_turn_is_taken_by_one_process_and_comes_round_again() {
    let (app, provider, ..) = due_today(&reachable());
    let turn = async |minutes: i64| saywell::jobs::asking::turn(&app.at(moment(NOW).plus_seconds(minutes * 60))).await.unwrap();
    turn(0).await;
    assert_eq!(app.asked().len(), 1);
    app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(provider) }, &reachable());
    turn(4).await;
    assert_eq!(app.asked().len(), 1, "it is not time yet");
    turn(5).await;
    assert_eq!(app.asked().len(), 2);
}

#[tokio::test]
async fn who_died_yesterday_is_not_asked_and_who_dies_later_is_not_reminded() {
    let (app, provider, _, person) = due_today(&reachable());
    let (_, other) = app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(provider) }, &reachable());
    app.died(person, date(2026, 11, 21));
    app.round(NOW).await;
    assert_eq!(reasons(&app), [("died".to_owned(), false), (String::new(), true)]);
    app.post(moment("2026-11-23T08:00:00Z"));
    app.died(other, date(2026, 11, 25));
    for day in 23..30 {
        app.round(&format!("2026-11-{day}T10:00:00Z")).await;
    }
    app.round("2026-12-02T10:00:00Z").await;
    assert_eq!(app.outbox().len(), 1);
    assert!(app.asked().iter().all(|row| row.next_at.is_none()));
}

#[tokio::test]
async fn without_a_discharge_nobody_is_asked_and_when_it_comes_on_the_91st_day() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    app.ask_by(provider, "independence-at-home", date(2026, 11, 1));
    let care = Care { programme: "frail-older-people", born: date(1940, 1, 1), ..Care::with(provider) };
    app.admit(&care, &reachable());
    app.admit(&Care { discharged: Some(date(2026, 8, 24)), ..care.clone() }, &reachable());
    app.round("2026-11-22T12:00:00Z").await;
    assert!(app.asked().is_empty(), "the 90th day");
    app.round("2026-11-23T12:00:00Z").await;
    let asked = app.asked();
    assert_eq!((asked.len(), asked[0].channel.as_deref()), (1, Some("letter")));
}

#[tokio::test]
async fn a_sensitive_moment_puts_the_question_off_until_it_is_over() {
    let (app, provider, _, person) = due_today(&reachable());
    app.stop((provider, person), Reason::Bereavement, date(2026, 11, 20), Some(date(2026, 11, 25)));
    for day in 22..26 {
        app.round(&format!("2026-11-{day}T10:00:00Z")).await;
    }
    assert_eq!((reasons(&app), app.outbox().len()), (vec![("sensitive".to_owned(), true)], 0));
    app.round("2026-11-26T10:00:00Z").await;
    assert_eq!((reasons(&app), app.outbox().len()), (vec![(String::new(), true)], 1));
}

#[tokio::test]
async fn what_was_held_back_in_a_sensitive_moment_goes_out_by_another_way_when_it_is_over() {
    let (app, provider, _, person) = due_today(&reachable());
    app.round(NOW).await;
    app.stop((provider, person), Reason::Bereavement, date(2026, 11, 22), Some(date(2026, 11, 24)));
    app.hold_back(&app.outbox()[0], moment("2026-11-23T08:00:00Z"));
    for day in 23..25 {
        app.round(&format!("2026-11-{day}T10:00:00Z")).await;
    }
    assert_eq!(app.outbox().len(), 1);
    app.round("2026-11-25T10:00:00Z").await;
    let ways: Vec<_> = app.outbox().into_iter().map(|message| (message.kind, message.channel)).collect();
    assert_eq!(ways[1], ("invitation".to_owned(), "text".to_owned()));
}

#[tokio::test]
async fn who_lost_a_baby_is_not_asked_and_not_looked_at_again() {
    let app = App::spawn();
    let provider = app.with_provider("Maternity");
    app.ask_by(provider, "postnatal-wellbeing", date(2026, 11, 1));
    let care = Care { programme: "maternity", delivered: Some(date(2026, 10, 8)), ..Care::with(provider) };
    let (_, person) = app.admit(&care, &reachable());
    app.stop((provider, person), Reason::BabyLoss, date(2026, 10, 8), None);
    app.round(NOW).await;
    assert_eq!((reasons(&app), app.outbox().len()), (vec![("sensitive".to_owned(), false)], 0));
}

#[tokio::test]
async fn only_who_has_not_finished_is_reminded() {
    let (app, provider, ..) = due_today(&reachable());
    app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(provider) }, &reachable());
    app.round(NOW).await;
    app.post(moment("2026-11-23T08:00:00Z"));
    app.finish(&app.asked()[0], moment("2026-11-24T10:00:00Z"));
    for days in 1..30 {
        let now = moment(NOW).plus_days(days);
        saywell::jobs::asking::round(&app.at(now)).await.unwrap();
        app.post(now);
    }
    let reminded: Vec<_> = app.outbox().into_iter().filter(|message| message.kind == "reminder").collect();
    assert!(reminded.iter().all(|message| message.invitation_id == app.asked()[1].id));
    let when: Vec<_> = reminded.iter().map(|message| (message.step, london(message.due_at))).collect();
    assert_eq!(when, [(1, "2026-11-30 10:00".to_owned()), (2, "2026-12-07 10:00".to_owned())]);
}

#[tokio::test]
async fn what_comes_back_goes_out_by_the_next_way_until_staff_ring_up() {
    let (app, ..) = due_today(&reachable());
    let channel = || app.asked()[0].channel.clone().unwrap();
    app.round("2026-11-23T10:00:00Z").await;
    let mut ways = vec![channel()];
    for day in 24..28 {
        let now = format!("2026-11-{day}T10:00:00Z");
        app.post(moment(&now));
        app.bounce(&app.asked()[0], moment(&now));
        app.round(&now).await;
        ways.push(channel());
    }
    assert_eq!(ways, ["email", "text", "letter", "phone", "phone"]);
    assert_eq!(app.outbox().len(), 3, "nothing is sent where staff ring up");
}

#[tokio::test]
async fn who_needs_a_call_gets_no_message_and_who_cannot_be_reached_is_looked_at_again() {
    let (app, provider, _, person) = due_today(&reachable());
    app.needs(person, "phone");
    app.admit(&Care { opened: date(2026, 11, 15), ..Care::with(provider) }, &Demographics::default());
    app.round(NOW).await;
    assert_eq!((app.asked()[0].channel.as_deref(), app.outbox().len()), (Some("phone"), 0));
    assert_eq!(reasons(&app)[1], ("unreachable".to_owned(), true));
}

#[tokio::test]
async fn nobody_is_asked_in_retrospect() {
    let (app, provider, ..) = due_today(&reachable());
    app.admit(&Care { opened: date(2026, 11, 14), ..Care::with(provider) }, &reachable());
    app.round(NOW).await;
    assert_eq!(app.asked().len(), 1, "one became due yesterday, before the organisation began");
}

#[tokio::test]
async fn nobody_is_asked_by_a_way_that_is_not_set_up() {
    let (app, ..) = due_today(&reachable());
    let mut state = app.at(moment(NOW));
    (state.gateways.mail, state.gateways.text) = (None, None);
    saywell::jobs::asking::round(&state).await.unwrap();
    assert_eq!(app.asked()[0].channel.as_deref(), Some("letter"));
}

#[tokio::test]
async fn when_a_schedule_ends_nobody_is_reminded() {
    let (app, provider, ..) = due_today(&reachable());
    app.round("2026-11-23T10:00:00Z").await;
    app.post(moment("2026-11-23T10:00:00Z"));
    app.store().write_now("end", |tx| schedule_starts::end(tx, provider, "settled-accommodation", 2)).unwrap();
    app.round("2026-12-01T10:00:00Z").await;
    assert_eq!(app.outbox().len(), 1);
}

#[tokio::test]
async fn while_a_survey_is_closed_nobody_is_asked() {
    let (app, ..) = due_today(&reachable());
    app.set_survey("settled-accommodation", "closed");
    app.round(NOW).await;
    assert!(app.asked().is_empty());
    app.set_survey("settled-accommodation", "open");
    app.round(NOW).await;
    assert_eq!(app.asked().len(), 1);
}

#[tokio::test]
async fn in_the_nights_on_which_the_clocks_change_everybody_sleeps() {
    // 01:30 comes twice on 25 October 2026 and not at all on 28 March 2027.
    for (born, now, due) in [
        (date(2026, 9, 13), "2026-10-25T00:30:00Z", "2026-10-25 09:00"),
        (date(2026, 9, 13), "2026-10-25T01:30:00Z", "2026-10-25 09:00"),
        (date(2027, 2, 14), "2027-03-28T01:30:00Z", "2027-03-28 09:00"),
    ] {
        let app = App::spawn();
        let provider = app.with_provider("Maternity");
        app.ask_by(provider, "postnatal-wellbeing", date(2026, 10, 1));
        let care = Care { programme: "maternity", opened: date(2026, 3, 1), delivered: Some(born), ..Care::with(provider) };
        app.admit(&care, &reachable());
        app.round(now).await;
        let outbox = app.outbox();
        assert_eq!(outbox.iter().map(|message| london(message.due_at)).collect::<Vec<_>>(), [due], "{now}");
    }
}
