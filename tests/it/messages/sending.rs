//! What goes out, in which words, and what does not go out any more.

use diesel::prelude::*;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use saywell::clock::Clock;
use saywell::domain::care::channel::Channel;
use saywell::domain::care::demographics::Demographics;
use saywell::domain::care::stop::Reason;
use saywell::messages::{Gateways, Mailer};
use saywell::secret::token_hash;
use saywell::store::days::day;
use saywell::store::schema::{invitations, people};
use saywell::store::stops::{self, Row};

use super::super::support::{App, NOW};
use super::{Due, zofia};

async fn turn(app: &App) {
    saywell::jobs::turn(&app.state).await;
}

/// Changes what is known of the person of a message.
macro_rules! know {
    ($app:expr, $due:expr, $($change:tt)+) => {
        let own = people::table.find(($due.organisation, $due.person));
        $app.store().write_now("know", |tx| Ok(diesel::update(own).set($($change)+).execute(tx)?)).unwrap()
    };
}

/// Changes an invitation.
macro_rules! change {
    ($app:expr, $due:expr, $($change:tt)+) => {
        let own = invitations::table.filter(invitations::id.eq(saywell::store::ids::InvitationId($due.message)));
        $app.store().write_now("change", |tx| Ok(diesel::update(own).set($($change)+).execute(tx)?)).unwrap()
    };
}

#[tokio::test]
async fn an_email_carries_the_link_and_the_code_of_which_only_hashes_are_kept() {
    let app = App::spawn();
    let due = app.due(Channel::Email, &zofia());
    turn(&app).await;
    turn(&app).await;
    let [mail] = &app.mails()[..] else { panic!("{:?}", app.mails()) };
    assert_eq!((mail.to.as_str(), mail.language.as_str()), ("zofia@example.org", "en"));
    assert!(mail.text.starts_with("Hello Zofia,"), "{}", mail.text);
    let token = app.state.secret.link_token(due.message);
    assert!(mail.text.contains(&format!("/i/{token}\n")) && mail.html.contains(&token));
    let (message, invitation) = (app.message(due), app.request_of(due));
    assert_eq!((message.sent_at, message.tries, invitation.sent_at), (Some(NOW.micros()), 1, Some(NOW.micros())));
    assert_eq!(invitation.channel.as_deref(), Some("email"));
    assert_eq!(invitation.token_hash, Some(token_hash(&token)), "the hash, and nothing it could be read from");
    assert!(!format!("{message:?}{invitation:?}").contains(&token));
    assert_eq!(app.patient().get(&format!("/i/{token}")).await.status, 200, "the link works");
}

#[tokio::test]
async fn people_are_written_to_in_their_own_language_and_else_in_english() {
    let app = App::spawn();
    for language in ["pl", "cy", "so"] {
        let due = app.due(Channel::Email, &zofia());
        know!(app, due, people::language.eq(language));
    }
    turn(&app).await;
    let mut said: Vec<(String, bool)> =
        app.mails().into_iter().map(|mail| (mail.language, mail.text.starts_with("Dzień dobry, Zofia!"))).collect();
    said.sort();
    assert_eq!(said, [("en".to_owned(), false), ("en".to_owned(), false), ("pl".to_owned(), true)]);
}

#[tokio::test]
async fn neither_subject_nor_text_message_says_what_it_is_about() {
    let app = App::with(|settings| settings.organisation = "Marlshire".to_owned());
    for (channel, language) in
        [Channel::Email, Channel::Text].into_iter().flat_map(|channel| ["en", "pl"].map(|language| (channel, language)))
    {
        let due = app.due(channel, &zofia());
        know!(app, due, people::language.eq(language));
    }
    turn(&app).await;
    let seen = app.mails().into_iter().map(|mail| mail.subject).chain(app.texts().into_iter().map(|text| text.body));
    let seen: Vec<String> = seen.map(|text| text.to_lowercase()).collect();
    assert_eq!(seen.len(), 4);
    for word in ["employment", "work", "mental", "north team", "zofia", "nowak", "survey", "health", "zatrudni", "prac", "ankiet"] {
        assert!(seen.iter().all(|text| !text.contains(word)), "{word}: {seen:?}");
    }
}

/// Who is not written to, although it was decided that they are.
#[tokio::test]
async fn what_happened_since_the_decision_is_looked_at_before_anything_is_sent() {
    let app = App::spawn();
    let due: Vec<Due> = (0..8).map(|_| app.due(Channel::Email, &zofia())).collect();
    know!(app, due[0], people::died_day.eq(day(date(2026, 11, 21))));
    know!(app, due[1], people::may_contact.eq(false));
    know!(app, due[2], people::erased_at.eq(NOW.micros()));
    stop(&app, due[3], Reason::OptedOut);
    stop(&app, due[4], Reason::BabyLoss);
    change!(app, due[5], invitations::declined_at.eq(NOW.micros()));
    change!(app, due[6], invitations::finished_at.eq(NOW.micros()));
    change!(app, due[7], invitations::expires_at.eq(NOW.micros()));
    turn(&app).await;
    assert_eq!(app.mails(), []);
    let told: Vec<(Option<String>, Option<String>)> =
        due.iter().map(|due| (app.message(*due).failure, app.request_of(*due).not_asked)).collect();
    let stopped = |why: &str| (Some(format!("not-wanted:{why}")), Some(why.to_owned()));
    let expected = ["died", "not-contacted", "no-record", "not-contacted", "sensitive", "declined"].map(stopped);
    assert_eq!(told[..6], expected);
    assert_eq!(told[6], (Some("answered".to_owned()), None));
    assert_eq!(told[7], stopped("too-late"));
    assert_eq!(app.request_of(due[0]).next_at, Some(NOW.micros()), "the schedule looks again");
}

#[tokio::test]
async fn while_its_survey_is_closed_a_message_waits_and_goes_out_when_it_is_open_again() {
    let app = App::spawn();
    let due = app.due(Channel::Email, &zofia());
    app.set_survey("employment", "closed");
    turn(&app).await;
    let waits = |app: &App| (app.mails().len(), app.message(due).failed_at, app.request_of(due).not_asked);
    assert_eq!(waits(&app), (0, None, None));
    app.set_survey("employment", "open");
    turn(&app).await;
    assert_eq!(waits(&app).0, 0, "it is looked at again within the hour, not at once");
    let later = app.minutes_later(61);
    turn(&later).await;
    assert_eq!((later.mails().len(), later.message(due).tries), (1, 1));
}

fn stop(app: &App, due: Due, reason: Reason) {
    let row = Row {
        organisation_id: due.organisation,
        id: due.message,
        person_id: due.person,
        reason: reason.code().to_owned(),
        from_day: day(date(2026, 11, 22)),
        until_day: None,
        noted_by: None,
        noted_at: NOW.micros(),
        lifted_at: None,
    };
    app.store().write_now("stop", |tx| stops::add(tx, &row)).unwrap();
}

#[tokio::test]
async fn without_an_address_the_schedule_takes_another_way_at_once() {
    let app = App::spawn();
    let due = [Channel::Email, Channel::Text].map(|channel| app.due(channel, &Demographics { email: None, mobile: None, ..zofia() }));
    turn(&app).await;
    for due in due {
        let (message, invitation) = (app.message(due), app.request_of(due));
        assert_eq!((message.failure.as_deref(), message.sent_at), (Some("no-address"), None));
        assert_eq!((invitation.bounced_at, invitation.next_at), (Some(NOW.micros()), Some(NOW.micros())));
    }
    assert!(app.mails().is_empty() && app.texts().is_empty());
}

#[tokio::test]
async fn at_night_everything_waits_for_the_morning() {
    let app = App::spawn();
    app.due(Channel::Email, &zofia());
    for (minutes, sent) in [(10 * 60, 0), (17 * 60, 0), (22 * 60 - 1, 0), (22 * 60, 1)] {
        let then = app.minutes_later(minutes);
        turn(&then).await;
        assert_eq!(then.mails().len(), sent, "{minutes} minutes after ten in the morning");
    }
}

#[tokio::test]
async fn while_the_mail_server_is_away_a_message_waits_and_no_try_is_counted() {
    let app = App::spawn();
    let due = app.due(Channel::Email, &zofia());
    let mut away = app.state.clone();
    saywell::tls::provide();
    away.gateways.mail = Some(Mailer::new(&"smtp://127.0.0.1:1".into(), "noreply@example.org").unwrap());
    saywell::jobs::turn(&away).await;
    let message = app.message(due);
    assert_eq!((message.tries, message.due_at, message.failed_at), (0, NOW.plus_seconds(60).micros(), None));
    // At a minute to eight in the evening the next try would fall into the night.
    away.clock = Clock::fixed(NOW.plus_seconds(10 * 3600 - 30), TimeZone::get("Europe/London").unwrap());
    saywell::jobs::turn(&away).await;
    assert_eq!(app.message(due).due_at, NOW.plus_seconds(22 * 3600).micros());
    let morning = app.minutes_later(22 * 60);
    turn(&morning).await;
    assert_eq!(morning.mails().len(), 1);
}

#[tokio::test]
async fn two_processes_send_every_message_once() {
    let app = App::spawn();
    let provider = app.with_provider("North Team");
    for _ in 0..30 {
        app.due_at(provider, Channel::Email, &zofia());
    }
    let other = app.minutes_later(0);
    tokio::join!(turn(&app), turn(&other));
    let mut sent: Vec<String> = app.mails().into_iter().chain(other.mails()).map(|mail| mail.reference).collect();
    sent.sort();
    sent.dedup();
    assert_eq!((app.mails().len() + other.mails().len(), sent.len()), (30, 30));
}

#[tokio::test]
async fn what_was_stopped_before_it_went_out_is_taken_up_again_and_nothing_else_is_decided_twice() {
    let app = App::spawn();
    let due = app.due(Channel::Email, &zofia());
    know!(app, due, people::died_day.eq(day(Date::constant(2026, 11, 21))));
    turn(&app).await;
    know!(app, due, people::died_day.eq(None::<i32>));
    let message = saywell::store::messages::Message { due_at: NOW.micros(), ..app.message(due) };
    let again = |tx: &mut _| saywell::store::messages::add(tx, std::slice::from_ref(&message));
    app.store().write_now("again", again).unwrap();
    turn(&app).await;
    assert_eq!(app.mails().len(), 1);
    assert!(app.store().write_now("twice", again).is_err(), "it went out");
}

#[test]
fn the_same_message_has_the_same_id_whenever_it_is_handed_over() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let app = App::spawn();
        let due = app.due(Channel::Email, &zofia());
        let mut state = app.state.clone();
        let mailer = Mailer::new(&format!("file:{}", folder.path().display()).into(), "Saywell <noreply@example.org>").unwrap();
        state.gateways = Gateways { mail: Some(mailer), ..state.gateways };
        saywell::jobs::turn(&state).await;
        assert!(app.message(due).sent_at.is_some());
        let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path()).collect();
        let [file] = &files[..] else { panic!("{files:?}") };
        let text = std::fs::read_to_string(file).unwrap();
        for header in [
            &format!("Message-ID: <m{}@example.org>", due.message),
            "Auto-Submitted: auto-generated",
            "Content-Language: en",
            "Content-Type: multipart/alternative;",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Type: text/html; charset=utf-8",
        ] {
            assert!(text.contains(header), "{header} is not in {text}");
        }
        assert_eq!(text.matches("MIME-Version").count(), 1);
        let unfolded = text.replace("\r\n ", " ");
        let one_press = unfolded.lines().find_map(|line| line.strip_prefix("List-Unsubscribe: ")).unwrap_or_else(|| panic!("{text}"));
        assert!(one_press.trim().starts_with("<http") && one_press.ends_with("/decline>"), "{one_press}");
        assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    });
}

#[tokio::test]
async fn who_is_not_written_to_after_all_was_asked_in_no_figure() {
    let app = App::spawn();
    let due = app.due(Channel::Email, &zofia());
    app.count_anew();
    know!(app, due, people::died_day.eq(day(date(2026, 11, 21))));
    turn(&app).await;
    assert_eq!(app.request_of(due).not_asked.as_deref(), Some("died"));
    assert!(app.is_counted_right());
}

#[tokio::test]
async fn the_quiet_hours_of_its_schedule_hold_for_a_message_whenever_it_goes_out() {
    let app = App::spawn();
    let due = app.due(Channel::Email, &zofia());
    change!(app, due, invitations::schedule.eq("employment"));
    turn(&app).await;
    assert_eq!((app.mails().len(), app.message(due).tries), (0, 0), "it is a Sunday");
    let monday = app.minutes_later(22 * 60);
    assert_eq!(app.message(due).due_at, monday.state.clock.now().micros());
    turn(&monday).await;
    assert_eq!(monday.mails().len(), 1);
}

#[tokio::test]
async fn while_its_survey_is_closed_a_message_waits() {
    let app = App::spawn();
    let due = app.due(Channel::Email, &zofia());
    app.set_survey("employment", "closed");
    turn(&app).await;
    assert_eq!((app.mails().len(), app.message(due).failed_at, app.message(due).tries), (0, None, 0));
    app.set_survey("employment", "open");
    let later = app.minutes_later(60);
    turn(&later).await;
    assert_eq!(later.mails().len(), 1);
}
