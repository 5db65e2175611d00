//! What the text message service tells later.

use saywell::config::Text;
use saywell::domain::care::channel::Channel;

use super::super::support::{App, NOW};
use super::zofia;

const TOKEN: &str = "a token of both sides";

fn app() -> App {
    App::with(|settings| {
        settings.text = Some(Text {
            api_key: "unused".into(),
            template: "unused".to_owned(),
            callback_token: Some(TOKEN.into()),
            base_url: "http://127.0.0.1:1".to_owned(),
        });
    })
}

/// Tells; gives the status of the answer.
async fn tell(app: &App, token: &str, body: &str) -> u16 {
    saywell::tls::provide();
    let client = reqwest::Client::new();
    let request = client.post(format!("http://{}/callbacks/notify", app.at)).header("Content-Type", "application/json");
    request.header("Authorization", format!("Bearer {token}")).body(body.to_owned()).send().await.unwrap().status().as_u16()
}

fn receipt(reference: &str, status: &str) -> String {
    format!(r#"{{"id":"740e5834","reference":"{reference}","to":"07700900123","status":"{status}","notification_type":"sms"}}"#)
}

#[tokio::test]
async fn that_a_text_message_arrived_is_noted_once_however_often_it_is_told() {
    let app = app();
    let due = app.due(Channel::Text, &zofia());
    saywell::jobs::turn(&app.state).await;
    let reference = app.message(due).reference;
    assert_eq!(tell(&app, TOKEN, &receipt(&reference, "sending")).await, 204);
    assert_eq!(app.message(due).delivered_at, None);
    for status in ["delivered", "delivered", "permanent-failure"] {
        assert_eq!(tell(&app, TOKEN, &receipt(&reference, status)).await, 204);
    }
    let (message, invitation) = (app.message(due), app.request_of(due));
    assert_eq!((message.delivered_at, message.failed_at), (Some(NOW.micros()), None));
    assert_eq!((invitation.delivered_at, invitation.bounced_at), (Some(NOW.micros()), None));
}

#[tokio::test]
async fn a_number_that_does_not_work_sends_the_schedule_another_way() {
    let app = app();
    for status in ["permanent-failure", "temporary-failure", "technical-failure"] {
        let due = app.due(Channel::Text, &zofia());
        saywell::jobs::turn(&app.state).await;
        assert_eq!(tell(&app, TOKEN, &receipt(&app.message(due).reference, status)).await, 204);
        let (message, invitation) = (app.message(due), app.request_of(due));
        assert_eq!(message.failure, Some(format!("notify-{status}")));
        assert_eq!((invitation.bounced_at, invitation.next_at), (Some(NOW.micros()), Some(NOW.micros())));
    }
}

#[tokio::test]
async fn a_receipt_that_comes_before_our_own_note_keeps_the_message_from_going_out_again() {
    let app = app();
    let due = app.due(Channel::Text, &zofia());
    assert_eq!(tell(&app, TOKEN, &receipt(&app.message(due).reference, "delivered")).await, 204);
    saywell::jobs::turn(&app.state).await;
    assert!(app.texts().is_empty());
    let message = app.message(due);
    assert_eq!((message.sent_at, message.gateway_id.as_deref()), (Some(NOW.micros()), Some("740e5834")));
}

#[tokio::test]
async fn who_does_not_know_the_token_finds_nothing_and_what_is_not_ours_is_let_be() {
    let app = app();
    let due = app.due(Channel::Text, &zofia());
    let told = receipt(&app.message(due).reference, "delivered");
    for token in ["", "a token of both side", "another token of both"] {
        assert_eq!(tell(&app, token, &told).await, 404, "{token}");
    }
    assert_eq!(app.patient().post("/callbacks/notify", &[]).await.status, 404);
    assert_eq!(tell(&App::spawn(), TOKEN, &told).await, 404, "where no text messages are configured");
    assert_eq!(tell(&app, TOKEN, &receipt("somebody else's", "delivered")).await, 204);
    assert_eq!(tell(&app, TOKEN, r#"{"id":"1","reference":null,"status":"delivered"}"#).await, 204);
    assert_eq!(tell(&app, TOKEN, "no JSON").await, 400);
    assert_eq!(tell(&app, TOKEN, &"x".repeat(600_000)).await, 413);
}
