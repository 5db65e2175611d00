//! Text messages through a service that answers like GOV.UK Notify: well, too much, badly, or not at all.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use diesel::prelude::*;
use saywell::config::Text;
use saywell::domain::care::channel::Channel;
use saywell::messages::Texter;
use saywell::store::messages::{self, Message};
use saywell::store::schema::people;
use serde_json::Value;

use super::super::support::{App, NOW};
use super::zofia;

const KEY: &str = "tests-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";

/// How the service behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Well,
    /// Takes a message and hangs up without a word.
    Mute,
    /// Answers with that status and those words.
    Says(u16, &'static str),
}

/// The service.
#[derive(Clone)]
struct Service {
    at: SocketAddr,
    mood: Arc<Mutex<Mood>>,
    /// Every request: method and path.
    asked: Arc<Mutex<Vec<String>>>,
    /// Every message that was taken.
    taken: Arc<Mutex<Vec<Value>>>,
}

impl Service {
    fn new(mood: Mood) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let service =
            Self { at: listener.local_addr().unwrap(), mood: Arc::new(Mutex::new(mood)), asked: Arc::default(), taken: Arc::default() };
        let own = service.clone();
        std::thread::spawn(move || {
            for connection in listener.incoming() {
                own.serve(connection.unwrap());
            }
        });
        service
    }

    fn is(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }

    fn taken(&self) -> Vec<Value> {
        self.taken.lock().unwrap().clone()
    }

    /// One request and one answer a connection.
    fn serve(&self, mut connection: TcpStream) {
        let mut reader = BufReader::new(connection.try_clone().unwrap());
        let (mut first, mut length, mut bearer) = (String::new(), 0, String::new());
        reader.read_line(&mut first).unwrap();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or_default() == 0 || line == "\r\n" {
                break;
            }
            let (name, value) = line.trim().split_once(':').unwrap_or_default();
            match name.to_lowercase().as_str() {
                "content-length" => length = value.trim().parse().unwrap(),
                "authorization" => value.trim().clone_into(&mut bearer),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let asked = first.rsplit_once(' ').unwrap_or_default().0.to_owned();
        self.asked.lock().unwrap().push(asked.clone());
        assert!(bearer.starts_with("Bearer ") && bearer.split('.').count() == 3, "{bearer}");
        let Some((status, words)) = self.answer(&asked, &body) else { return };
        let answer =
            format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nRetry-After: 120\r\nConnection: close\r\n\r\n{words}", words.len());
        connection.write_all(answer.as_bytes()).unwrap();
    }

    fn answer(&self, asked: &str, body: &[u8]) -> Option<(u16, String)> {
        let mood = *self.mood.lock().unwrap();
        if let Mood::Says(status, words) = mood {
            return Some((status, words.to_owned()));
        }
        let mut taken = self.taken.lock().unwrap();
        if let Some((_, reference)) = asked.split_once("reference=") {
            let known = taken.iter().position(|one| one["reference"] == reference);
            let known: Vec<Value> = known.into_iter().map(|place| serde_json::json!({ "id": format!("n{place}") })).collect();
            return Some((200, serde_json::json!({ "notifications": known, "links": {} }).to_string()));
        }
        taken.push(serde_json::from_slice(body).unwrap());
        (mood != Mood::Mute).then(|| (201, serde_json::json!({ "id": format!("n{}", taken.len() - 1) }).to_string()))
    }

    /// Saywell that many minutes later, with this service.
    async fn turn(&self, app: &App, minutes: i64) {
        let mut state = app.minutes_later(minutes).state.clone();
        let settings = Text {
            api_key: KEY.into(),
            template: "the template".to_owned(),
            callback_token: None,
            base_url: format!("http://{}", self.at),
        };
        state.gateways.text = Some(Texter::new(&settings).unwrap());
        saywell::jobs::turn(&state).await;
    }
}

#[tokio::test]
async fn a_text_message_goes_out_as_the_service_asks_for_it() {
    let (app, service) = (App::spawn(), Service::new(Mood::Well));
    let due = app.due(Channel::Text, &zofia());
    service.turn(&app, 0).await;
    service.turn(&app, 1).await;
    let [sent] = &service.taken()[..] else { panic!("{:?}", service.taken()) };
    assert_eq!((&sent["phone_number"], &sent["template_id"]), (&"+447700900123".into(), &"the template".into()));
    let token = app.state.secret.link_token(due.message);
    assert!(sent["personalisation"]["message"].as_str().unwrap().contains(&format!("/i/{token} ")));
    let message = app.message(due);
    assert_eq!((message.sent_at, message.gateway_id.as_deref()), (Some(NOW.micros()), Some("n0")));
    assert_eq!(sent["reference"], message.reference);
    assert_eq!(service.asked(), ["POST /v2/notifications/sms"]);
}

#[tokio::test]
async fn a_text_message_that_was_taken_without_a_word_is_asked_for_and_never_sent_twice() {
    let (app, service) = (App::spawn(), Service::new(Mood::Mute));
    let due = app.due(Channel::Text, &zofia());
    service.turn(&app, 0).await;
    assert_eq!((service.taken().len(), app.message(due).sent_at), (1, None));
    service.is(Mood::Well);
    service.turn(&app, 5).await;
    let looked = format!("GET /v2/notifications?reference={}", app.message(due).reference);
    assert_eq!(service.asked(), ["POST /v2/notifications/sms".to_owned(), looked]);
    assert_eq!((service.taken().len(), app.message(due).gateway_id.as_deref()), (1, Some("n0")));
}

#[tokio::test]
async fn while_the_service_is_broken_a_text_message_is_tried_again_later_and_given_up_in_the_end() {
    let (app, service) = (App::spawn(), Service::new(Mood::Says(500, "{}")));
    let due = app.due(Channel::Text, &zofia());
    service.turn(&app, 0).await;
    let message = app.message(due);
    assert_eq!((message.tries, message.due_at), (1, NOW.plus_seconds(300).micros()));
    service.is(Mood::Well);
    service.turn(&app, 4).await;
    assert!(service.taken().is_empty(), "not before it is due");
    service.turn(&app, 5).await;
    assert_eq!((service.taken().len(), app.message(due).tries), (1, 2));
    let other = app.due(Channel::Text, &zofia());
    app.set_tries(other, 11);
    service.is(Mood::Says(503, ""));
    service.turn(&app, 6).await;
    assert_eq!((app.message(other).failure.as_deref(), app.request_of(other).bounced_at.is_some()), (Some("notify-503"), true));
}

#[tokio::test]
async fn a_service_that_has_too_much_is_left_alone_as_long_as_it_asks() {
    let (app, service) = (App::spawn(), Service::new(Mood::Says(429, r#"{"errors":[{"error":"RateLimitError","message":"x"}]}"#)));
    let due: Vec<_> = (0..9).map(|_| app.due(Channel::Text, &zofia())).collect();
    service.turn(&app, 0).await;
    assert_eq!(service.asked().len(), 1, "the first to be refused stops the others");
    assert_eq!((app.message(due[0]).tries, app.message(due[0]).due_at), (0, NOW.plus_seconds(120).micros()));
    service.is(Mood::Well);
    service.turn(&app, 2).await;
    assert_eq!(service.taken().len(), 9, "nobody is forgotten");
}

#[tokio::test]
async fn a_number_that_cannot_be_is_given_up_and_a_key_that_is_not_taken_holds_everything() {
    let wrong = r#"{"status_code":400,"errors":[{"error":"ValidationError","message":"phone_number Too many digits"}]}"#;
    let (app, service) = (App::spawn(), Service::new(Mood::Says(403, "{}")));
    let due = app.due(Channel::Text, &zofia());
    service.turn(&app, 0).await;
    assert_eq!((app.message(due).tries, app.message(due).failed_at), (0, None));
    service.is(Mood::Says(400, wrong));
    service.turn(&app, 1).await;
    assert_eq!((app.message(due).failure.as_deref(), app.request_of(due).bounced_at.is_some()), (Some("notify-400"), true));
}

#[tokio::test]
async fn a_text_message_that_may_have_been_taken_is_asked_for_even_after_it_was_held_back() {
    let (app, service) = (App::spawn(), Service::new(Mood::Mute));
    let due = app.due(Channel::Text, &zofia());
    service.turn(&app, 0).await;
    let died = |day: Option<i32>| {
        let own = people::table.find((due.organisation, due.person));
        app.store().write_now("died", |tx| Ok(diesel::update(own).set(people::died_day.eq(day)).execute(tx)?)).unwrap();
    };
    died(Some(20_000));
    service.turn(&app, 5).await;
    assert_eq!(app.message(due).failure.as_deref(), Some("not-wanted:died"));
    died(None);
    let again = Message { due_at: NOW.micros(), tries: 0, ..app.message(due) };
    app.store().write_now("again", |tx| messages::add(tx, std::slice::from_ref(&again))).unwrap();
    service.is(Mood::Well);
    service.turn(&app, 6).await;
    assert_eq!((service.taken().len(), app.message(due).sent_at.is_some()), (1, true));
}
